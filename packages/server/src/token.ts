import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { serverError } from './errors.ts'

/** A new token for writing: 192 random bits, safe in an address. */
export function createToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Throws `server/no-token` or `server/wrong-token` where a request may not write; takes as long whatever is wrong. */
export function checkToken(header: string | undefined, token: string): void {
  const given = /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1]
  if (given === undefined) throw serverError('server/no-token')
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(hash(given), hash(token))) throw serverError('server/wrong-token')
}

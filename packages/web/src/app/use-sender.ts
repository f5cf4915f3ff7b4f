import { useState } from 'preact/hooks'
import { sendWrite, TokenFailure, useWriting, type Writing } from './writing.ts'

/** Sends decisions one after another, with the name of who decides and the reason that stands in the page. */
export interface Sender {
  readonly writing: Writing
  readonly reason: string
  readonly setReason: (reason: string) => void
  /** What was said against the token, and what else went wrong with the last one. */
  readonly refused: string | null
  readonly trouble: string | null
  readonly busy: boolean
  /** What the server answers; null where it did not take it, which is then told in the page. */
  send(address: string, body: object): Promise<unknown>
}

/** A sender with a reason to begin with. */
export function useSender(first: string): Sender {
  const writing = useWriting()
  const [reason, setReason] = useState(first)
  const [refused, setRefused] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  return {
    ...{ writing, reason, setReason, refused, trouble, busy },
    async send(address, body) {
      if (writing.author.trim() === '' || reason.trim() === '') {
        setTrouble('A decision carries a name and a reason.')
        return null
      }
      setBusy(true)
      try {
        const answer = await sendWrite(address, { ...body, author: writing.author, reason }, writing.token)
        setRefused(null)
        setTrouble(null)
        return answer
      } catch (error) {
        const message = String((error as Error).message)
        if (error instanceof TokenFailure) setRefused(message)
        else setTrouble(message)
        return null
      } finally {
        setBusy(false)
      }
    },
  }
}

import { useState } from 'preact/hooks'
import { ApiFailure, messageOf } from './api.ts'

// What a page that writes needs: the token that `serve` prints, kept for this tab alone, and the name of who decides.

const TOKEN = 'backchannel.token'
const AUTHOR = 'backchannel.author'

/** The access of this tab to writing. */
export interface Writing {
  readonly token: string
  readonly author: string
  readonly setToken: (token: string) => void
  readonly setAuthor: (author: string) => void
}

/** What is kept for this tab; '' where nothing is, also where the browser keeps nothing. */
function kept(key: string): string {
  try {
    return window.sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, value: string): void {
  try {
    window.sessionStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}

/** Token and author of this tab; both last as long as the tab. */
export function useWriting(): Writing {
  const [token, setToken] = useState(() => kept(TOKEN))
  const [author, setAuthor] = useState(() => kept(AUTHOR))
  return {
    token,
    author,
    setToken(value) {
      keep(TOKEN, value.trim())
      setToken(value.trim())
    },
    setAuthor(value) {
      keep(AUTHOR, value)
      setAuthor(value)
    },
  }
}

/** Takes the token out of an address that ends in "#token=...", as `serve` prints it, so that it is not seen or sent on. */
export function takeToken(): void {
  const found = /^#token=([\w-]+)$/.exec(window.location.hash)?.[1]
  if (found === undefined) return
  keep(TOKEN, found)
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
}

/** Why the server would not write: no token or a wrong one. */
export class TokenFailure extends ApiFailure {}

/**
 * Sends something that writes: a form as it is, anything else as JSON. Rejects with a `TokenFailure` where the token is missing
 * or wrong, otherwise with an `ApiFailure` that can be shown.
 */
export async function sendWrite(address: string, body: unknown, token: string): Promise<unknown> {
  if (token === '') throw new TokenFailure('Writing needs the token. `backchannel serve` printed it when it started.')
  const isForm = body instanceof FormData
  let answer: Response
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...(!isForm && { 'content-type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    })
  } catch {
    throw new ApiFailure('The server cannot be reached. Is it still running?')
  }
  const told: unknown = await answer.json().catch(() => null)
  if (answer.status === 401)
    throw new TokenFailure('This is not the token. Each start of `backchannel serve` prints a new one.')
  if (!answer.ok) throw new ApiFailure(messageOf(told) ?? `The server answered ${answer.status}.`)
  return told
}

import type { ServerErrorCode } from './errors.ts'

const OWN: Readonly<Record<ServerErrorCode, number>> = {
  'server/no-such-route': 404,
  'server/no-such-method': 405,
  'server/no-such-document': 404,
  'server/no-such-job': 404,
  'server/job-decided': 409,
  'server/no-demo': 404,
  'server/bad-cursor': 400,
  'server/bad-address': 400,
  'server/address-too-long': 414,
  'server/wrong-host': 421,
  'server/wrong-origin': 403,
  'server/no-token': 401,
  'server/wrong-token': 401,
  'server/body-too-big': 413,
  'server/bad-media-type': 415,
  'server/bad-charset': 415,
  'server/bad-body': 400,
  'server/too-deep': 400,
  'server/too-many-files': 413,
  'server/no-fetch': 403,
  'server/read-only': 403,
  'server/not-taken': 422,
  'server/too-many': 422,
  'server/too-slow': 503,
  'server/busy': 503,
  'server/port-taken': 500,
  'server/failed': 500,
}

/** Errors of other rooms that are the caller's or pass by; all others are faults of the server. */
const OTHERS: Readonly<Record<string, number>> = {
  'wire/bad-request': 400,
  'desk/no-such-story': 404,
  'desk/no-such-actor': 404,
  'desk/bad-filter': 400,
  'desk/no-such-document': 404,
  'desk/words-gone': 422,
  'desk/words-twice': 422,
  'desk/correction-lost': 422,
  'desk/same-pair': 422,
  'intake/too-big': 413,
  'intake/too-much': 413,
  'host/closed': 503,
  'store/busy': 503,
  'store/closed': 503,
  'store/disk-full': 507,
}

/** The HTTP status of an error by its code; 500 for what is none of the caller's doing. */
export function statusOf(code: string): number {
  // Own codes are a closed list; any other text simply is not in it.
  if (Object.hasOwn(OWN, code)) return OWN[code as ServerErrorCode]
  if (Object.hasOwn(OTHERS, code)) return OTHERS[code] ?? 500
  // What intake refuses and what cannot be fetched is wrong with what was sent.
  return /^(intake|host)\//.test(code) ? 422 : 500
}

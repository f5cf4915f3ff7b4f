import type { EventType } from '../event-type.ts'
import { abduction } from './abduction.ts'
import { accusation } from './accusation.ts'
import { agreement } from './agreement.ts'
import { aid } from './aid.ts'
import { apology } from './apology.ts'
import { arrest } from './arrest.ts'
import { asylum } from './asylum.ts'
import { attack } from './attack.ts'
import { ceasefire } from './ceasefire.ts'
import { charge } from './charge.ts'
import { concession } from './concession.ts'
import { conviction } from './conviction.ts'
import { cooperation } from './cooperation.ts'
import { criticism } from './criticism.ts'
import { custody } from './custody.ts'
import { deathInCustody } from './death-in-custody.ts'
import { demand } from './demand.ts'
import { departure } from './departure.ts'
import { deportation } from './deportation.ts'
import { envoyAppointed } from './envoy-appointed.ts'
import { envoyRecalled } from './envoy-recalled.ts'
import { expulsion } from './expulsion.ts'
import { extradition } from './extradition.ts'
import { investigation } from './investigation.ts'
import { mediation } from './mediation.ts'
import { meeting } from './meeting.ts'
import { meetingAgreed } from './meeting-agreed.ts'
import { meetingRefused } from './meeting-refused.ts'
import { mobilization } from './mobilization.ts'
import { pardon } from './pardon.ts'
import { phoneCall } from './phone-call.ts'
import { prisonerSwap } from './prisoner-swap.ts'
import { promise } from './promise.ts'
import { protest } from './protest.ts'
import { recognition } from './recognition.ts'
import { refusal } from './refusal.ts'
import { release } from './release.ts'
import { repression } from './repression.ts'
import { request } from './request.ts'
import { rescue } from './rescue.ts'
import { sanctionsEased } from './sanctions-eased.ts'
import { sanctionsImposed } from './sanctions-imposed.ts'
import { statement } from './statement.ts'
import { support } from './support.ts'
import { talks } from './talks.ts'
import { talksBrokenOff } from './talks-broken-off.ts'
import { thirdPlaceMeeting } from './third-place-meeting.ts'
import { threat } from './threat.ts'
import { tiesCut } from './ties-cut.ts'
import { tiesRestored } from './ties-restored.ts'
import { visit } from './visit.ts'
import { withdrawal } from './withdrawal.ts'

/** All event types, in the order of the contract. A new type is a file and a line here. */
export const EVENT_TYPES: readonly EventType[] = [
  meeting,
  visit,
  phoneCall,
  thirdPlaceMeeting,
  talks,
  mediation,
  talksBrokenOff,
  meetingRefused,
  meetingAgreed,
  envoyAppointed,
  envoyRecalled,
  arrest,
  custody,
  charge,
  conviction,
  release,
  pardon,
  prisonerSwap,
  deportation,
  extradition,
  departure,
  abduction,
  rescue,
  deathInCustody,
  asylum,
  request,
  demand,
  promise,
  refusal,
  concession,
  threat,
  apology,
  agreement,
  cooperation,
  tiesRestored,
  recognition,
  tiesCut,
  expulsion,
  sanctionsImposed,
  sanctionsEased,
  aid,
  support,
  criticism,
  accusation,
  investigation,
  statement,
  ceasefire,
  withdrawal,
  mobilization,
  protest,
  repression,
  attack,
]

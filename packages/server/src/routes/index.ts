import type { Route } from '../route.ts'
import { actorRoutes } from './actors.ts'
import { correctionRoutes } from './corrections.ts'
import { custodyRoutes } from './custody.ts'
import { disagreementRoutes } from './disagreements.ts'
import { documentRoutes } from './documents.ts'
import { engagementRoutes } from './engagements.ts'
import { exportRoutes } from './exports.ts'
import { facetRoutes } from './facets.ts'
import { healthRoutes } from './health.ts'
import { inboxRoutes } from './inbox.ts'
import { judgementRoutes } from './judgements.ts'
import { mapRoutes } from './map.ts'
import { networkRoutes } from './network.ts'
import { openapiRoute } from './openapi.ts'
import { reviewRoutes } from './review.ts'
import { searchRoutes } from './search.ts'
import { storyRoutes } from './stories.ts'
import { timelineRoutes } from './timeline.ts'
import { typeRoutes } from './types.ts'
import { uploadRoutes } from './uploads.ts'

const RESOURCES: readonly Route[] = [
  ...healthRoutes,
  ...storyRoutes,
  ...exportRoutes,
  ...disagreementRoutes,
  ...engagementRoutes,
  ...custodyRoutes,
  ...timelineRoutes,
  ...networkRoutes,
  ...mapRoutes,
  ...actorRoutes,
  ...searchRoutes,
  ...facetRoutes,
  ...documentRoutes,
  ...reviewRoutes,
  ...typeRoutes,
  ...uploadRoutes,
  ...inboxRoutes,
  ...correctionRoutes,
  ...judgementRoutes,
]

/** Every address of the server. */
export const ROUTES: readonly Route[] = [...RESOURCES, openapiRoute(RESOURCES)]

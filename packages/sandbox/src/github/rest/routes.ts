import { actionsRoutes } from './actions.ts'
import { actionsSettingsRoutes } from './actions-settings.ts'
import { assetRoutes } from './assets.ts'
import { checkRoutes } from './checks.ts'
import { contentsRoutes } from './contents.ts'
import { gitDataRoutes } from './git-data.ts'
import { issueRoutes } from './issues.ts'
import { labelRoutes } from './labels.ts'
import { mergeRoutes } from './merges.ts'
import { protectionRoutes } from './protection.ts'
import { pullRoutes } from './pulls.ts'
import { refRoutes } from './refs.ts'
import { releaseRoutes } from './releases.ts'
import { repositoryRoutes } from './repository.ts'
import { reviewRoutes } from './reviews.ts'
import type { Routes } from './route.ts'
import { statusRoutes } from './statuses.ts'
import { userRoutes } from './users.ts'

/** Every operation of the description's extract but `rate-limit/get`, which the server itself answers. */
export const routes: Routes = {
  ...actionsRoutes,
  ...actionsSettingsRoutes,
  ...assetRoutes,
  ...checkRoutes,
  ...contentsRoutes,
  ...gitDataRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...mergeRoutes,
  ...protectionRoutes,
  ...pullRoutes,
  ...refRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...statusRoutes,
  ...userRoutes,
}

import { ApiError } from '../api-error.ts'
import type { Repository, Token } from '../entities.ts'
import { entryType } from '../git/git-objects.ts'
import { type RefMove, refuseByRules } from '../rules.ts'
import type { World } from '../world.ts'
import { pushPayload } from './payloads.ts'
import { pullsAfterMove } from './pull-events.ts'

/**
 * Moves a ref the way every API operation does: rules first, then compare-and-swap in git, then what follows from it
 * (pull requests, events). Must run in the repository's turn. Throws the ApiError GitHub answers.
 */
export async function moveRef(
  world: World,
  repository: Repository,
  token: Token,
  move: { ref: string; from: string | null; to: string | null; force?: boolean; via?: RefMove['via'] },
): Promise<void> {
  const { git } = repository
  const { ref, from, to, via = 'api' } = move
  const fastForward = from === null || to === null || (await git.isAncestor(from, to))
  if (!fastForward && !move.force) throw new ApiError(422, 'Update is not a fast forward')
  refuseByRules(world, repository, token, { ref, from, to, fastForward, via })
  if (to !== null && via === 'api' && (await bringsWorkflows(world, repository, token, to))) {
    throw notAccessible(token, 'workflows=write')
  }
  if (!(await git.updateRef(ref, to, from))) {
    throw new ApiError(422, from === null ? 'Reference already exists' : 'Reference cannot be updated')
  }
  await refMoved(world, repository, token, { ref, from, to, forced: !fastForward })
}

/** What follows once a ref has moved, by whichever way. */
export async function refMoved(
  world: World,
  repository: Repository,
  token: Token,
  move: { ref: string; from: string | null; to: string | null; forced: boolean },
): Promise<void> {
  const { ref, from, to, forced } = move
  if (from === to || !/^refs\/(heads|tags)\//.test(ref)) return
  repository.pushedAt = world.timestamp()
  // A job's own pushes start nothing: GitHub's guard against workflows that start themselves. Nor do deletions here.
  const sha = to === null || token.kind === 'job' ? null : await repository.git.peel(to)
  if (sha !== null) {
    const payload = await pushPayload(world, repository, token.login, { ref, before: from, after: to, forced })
    world.emit({ event: 'push', repository: repository.fullName, actor: token.login, ref, sha, payload })
  }
  if (ref.startsWith('refs/heads/')) await pullsAfterMove(world, repository, token, ref.slice('refs/heads/'.length), to)
}

/** 403 with the header that names what would have sufficed. */
export function notAccessible(token: Token | null, accepted: string): ApiError {
  const by = token?.kind === 'user' ? 'personal access token' : 'integration'
  return new ApiError(403, `Resource not accessible by ${by}`, undefined, { 'x-accepted-github-permissions': accepted })
}

/** Whether a commit has workflow files that no branch has yet and the token may not bring any. */
async function bringsWorkflows(world: World, repository: Repository, token: Token, sha: string): Promise<boolean> {
  if (world.tokenAccess(token, 'workflows') === 'write') return false
  const { git } = repository
  const folder = '.github/workflows'
  const commit = await git.peel(sha)
  const brought = commit && (await git.entryAt(commit, folder))
  if (!brought || entryType(brought.mode) !== 'tree') return false
  const branches = await git.refs('refs/heads/')
  const known = new Set<string>()
  for (const branch of branches) {
    const entry = await git.entryAt(branch.sha, folder)
    if (entry?.sha === brought.sha) return false
    for (const file of (entry && (await git.tree(entry.sha))) ?? []) known.add(`${file.name} ${file.sha}`)
  }
  return ((await git.tree(brought.sha)) ?? []).some((file) => !known.has(`${file.name} ${file.sha}`))
}

import type { Repository } from '../entities.ts'
import { changedPaths } from '../git/changed-paths.ts'
import type { Commit } from '../git/git-objects.ts'
import { zeroId } from '../git/git-store.ts'
import { renderUser, repoHtml, userByEmail } from '../render/identity.ts'
import { renderRepository } from '../render/repository.ts'
import type { World } from '../world.ts'

/** The part of every webhook payload that says where and by whom. */
export function common(world: World, repository: Repository, actor: string) {
  return { repository: renderRepository(world, repository), sender: renderUser(world, actor) }
}

/** The payload of a `push` event. `before` or `after` null: the ref was created or deleted. */
export async function pushPayload(
  world: World,
  repository: Repository,
  actor: string,
  change: { ref: string; before: string | null; after: string | null; forced: boolean },
): Promise<Record<string, unknown>> {
  const { git } = repository
  const html = repoHtml(world, repository)
  const head = change.after === null ? null : await git.peel(change.after)
  const isBranch = change.ref.startsWith('refs/heads/')
  const shas = isBranch && head ? await newCommits(repository, change.ref, change.before, head) : []
  const commits = await Promise.all(shas.map((sha) => pushCommit(world, repository, sha)))
  const sender = renderUser(world, actor)
  return {
    ref: change.ref,
    before: change.before ?? zeroId,
    after: change.after ?? zeroId,
    created: change.before === null,
    deleted: change.after === null,
    forced: change.forced,
    base_ref: null,
    compare: `${html}/compare/${(change.before ?? change.after ?? zeroId).slice(0, 12)}...${(change.after ?? zeroId).slice(0, 12)}`,
    commits,
    head_commit: head ? (commits.at(-1) ?? (await pushCommit(world, repository, head))) : null,
    pusher: { name: actor, email: null },
    ...common(world, repository, actor),
    sender,
  }
}

/** Commits that a push brought to a branch, oldest first, at most the 2,048 newest as on GitHub. */
async function newCommits(repository: Repository, ref: string, before: string | null, head: string): Promise<string[]> {
  // The usual case, one commit on top of the last, needs no process.
  const { parents } = await repository.git.knownCommit(head)
  if (before !== null && parents.length === 1 && parents[0] === before) return [head]
  const exclude = before
    ? [`^${before}`]
    : (await repository.git.refs('refs/heads/')).filter((one) => one.name !== ref).map((one) => `^${one.sha}`)
  return (await repository.git.revList('--topo-order', '--max-count=2048', head, ...exclude)).reverse()
}

async function pushCommit(world: World, repository: Repository, sha: string) {
  const commit = await repository.git.knownCommit(sha)
  const parent = commit.parents[0] === undefined ? null : (await repository.git.knownCommit(commit.parents[0])).tree
  const files = await changedPaths(repository.git, parent, commit.tree)
  return {
    ...simpleCommit(world, commit),
    distinct: true,
    url: `${repoHtml(world, repository)}/commit/${sha}`,
    ...files,
  }
}

export function simpleCommit(world: World, commit: Commit) {
  const person = ({ name, email }: Commit['author']) => {
    const username = userByEmail(world, email)?.login
    return { name, email, ...(username === undefined ? {} : { username }) }
  }
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: person(commit.author),
    committer: person(commit.committer),
  }
}

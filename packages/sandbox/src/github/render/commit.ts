import type { Repository } from '../entities.ts'
import type { Commit, Tag } from '../git/git-objects.ts'
import { diffTrees, type FileChange } from '../git/tree-diff.ts'
import type { World } from '../world.ts'
import { escapePath, nodeId, renderUser, repoHtml, repoUrl, userByEmail } from './identity.ts'

/** `git-commit`: the object as the Git data API shows it. */
export function renderGitCommit(world: World, repository: Repository, commit: Commit) {
  const url = repoUrl(world, repository)
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${repoHtml(world, repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${repoHtml(world, repository)}/commit/${sha}`,
    })),
    verification: verification(repository, commit.sha),
  }
}

/** `commit`: as the commits API shows it. */
export function renderCommit(world: World, repository: Repository, commit: Commit) {
  const url = repoUrl(world, repository)
  const html = repoHtml(world, repository)
  const account = (email: string) => {
    const user = userByEmail(world, email)
    return user ? renderUser(world, user.login) : null
  }
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: verification(repository, commit.sha),
    },
    url: `${url}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  }
}

/** `commit` with its files and their counts. */
export async function renderCommitWithFiles(world: World, repository: Repository, commit: Commit) {
  const files = await diffTrees(repository.git, commit.parents[0] ?? null, commit.sha)
  const additions = files.reduce((sum, file) => sum + file.additions, 0)
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0)
  return {
    ...renderCommit(world, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => renderFileChange(world, repository, commit.sha, file)),
  }
}

/** `diff-entry`. */
export function renderFileChange(world: World, repository: Repository, sha: string, file: FileChange) {
  const html = repoHtml(world, repository)
  const path = escapePath(file.path)
  return {
    sha: file.sha,
    filename: file.path,
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${repoUrl(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
  }
}

/** `git-tag`. */
export function renderTag(world: World, repository: Repository, tag: Tag) {
  const url = repoUrl(world, repository)
  return {
    node_id: nodeId('TAG', tag.sha),
    sha: tag.sha,
    url: `${url}/git/tags/${tag.sha}`,
    tagger: tag.tagger,
    object: { sha: tag.object, type: tag.type, url: `${url}/git/${tag.type}s/${tag.object}` },
    tag: tag.name,
    message: tag.message,
    verification: verification(repository, tag.sha),
  }
}

function verification(repository: Repository, sha: string) {
  const verified = repository.verifiedCommits.has(sha)
  return { verified, reason: verified ? 'valid' : 'unsigned', signature: null, payload: null, verified_at: null }
}

import { ApiError } from '../api-error.ts'
import { githubSignature, userSignature } from '../events/pull-events.ts'
import { moveRef } from '../events/ref-moves.ts'
import { entryType, type Signature, type TreeEntry } from '../git/git-objects.ts'
import { editTree } from '../git/tree-edit.ts'
import { renderGitCommit } from '../render/commit.ts'
import { escapePath, repoHtml, repoUrl } from '../render/identity.ts'
import { wrapBase64 } from './git-data.ts'
import { bodyOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

interface Change {
  message: string
  branch?: string
  sha?: string
  content?: string
  author?: Partial<Signature>
  committer?: Partial<Signature>
}

export const contentsRoutes: Routes = {
  'repos/get-content': {
    needs: ['contents', 'read'],
    async handle(call) {
      const { git } = call.repository
      const ref = call.query.get('ref') ?? call.repository.defaultBranch
      const commit = await git.resolve(ref)
      if (!commit) {
        throw (await git.isEmpty())
          ? new ApiError(404, 'This repository is empty.')
          : new ApiError(404, `No commit found for the ref ${ref}`)
      }
      const path = cleanPath(param(call, 'path'))
      const entry = await git.entryAt(commit, path)
      if (!entry) throw ApiError.notFound()
      if (entryType(entry.mode) === 'tree') {
        const children = (await git.tree(entry.sha)) ?? []
        const listed = await Promise.all(children.map((child) => describe(call, ref, join(path, child.name), child)))
        return { status: 200, json: listed }
      }
      const bytes = (await git.read(entry.sha))!.bytes
      if (/vnd\.github(\.v3)?\.raw/.test(call.accept)) {
        return { status: 200, bytes, contentType: 'application/vnd.github.raw+json; charset=utf-8' }
      }
      if (bytes.length > 100 * 1024 * 1024) {
        throw new ApiError(403, 'This API returns blobs up to 100 MB in size.', [
          { resource: 'Blob', field: 'data', code: 'custom' },
        ])
      }
      // From 1 MB on only the raw form has the content.
      const large = bytes.length > 1024 * 1024
      const content = { content: large ? '' : wrapBase64(bytes), encoding: large ? 'none' : 'base64' }
      return { status: 200, json: { ...(await describe(call, ref, path, entry)), ...content } }
    },
  },
  'repos/create-or-update-file-contents': {
    needs: ['contents', 'write'],
    async handle(call) {
      const body = bodyOf<Change>(call)
      const { git } = call.repository
      const path = cleanPath(param(call, 'path'))
      const content = body.content ?? ''
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) throw new ApiError(422, 'content is not valid Base64')
      const known = await present(call, path, body)
      if (known && body.sha === undefined) throw new ApiError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
      if (known ? known.sha !== body.sha : body.sha !== undefined)
        throw new ApiError(409, `${path} does not match ${body.sha}`)
      const sha = await git.write('blob', Buffer.from(content, 'base64'))
      const commit = await commitChange(call, body, [{ path, mode: known?.mode ?? '100644', sha }])
      const entry: TreeEntry = { mode: '100644', name: path.slice(path.lastIndexOf('/') + 1), sha }
      const json = { content: await describe(call, body.branch ?? call.repository.defaultBranch, path, entry), commit }
      return { status: known ? 200 : 201, json }
    },
  },
  'repos/delete-file': {
    needs: ['contents', 'write'],
    async handle(call) {
      const body = bodyOf<Change>(call)
      const path = cleanPath(param(call, 'path'))
      const known = await present(call, path, body)
      if (!known) throw ApiError.notFound()
      if (known.sha !== body.sha) throw new ApiError(409, `${path} does not match ${body.sha}`)
      return {
        status: 200,
        json: { content: null, commit: await commitChange(call, body, [{ path, mode: known.mode, sha: null }]) },
      }
    },
  },
}

async function present(call: RepositoryCall, path: string, body: Change): Promise<TreeEntry | null> {
  const { git } = call.repository
  const branch = body.branch ?? call.repository.defaultBranch
  const tip = await git.readRef(`refs/heads/${branch}`)
  if (tip) return git.entryAt(tip, path)
  if (!(await git.isEmpty())) throw new ApiError(404, `Branch ${branch} not found`)
  return null
}

async function commitChange(
  call: RepositoryCall,
  body: Change,
  changes: { path: string; mode: string; sha: string | null }[],
) {
  const { git } = call.repository
  const token = signedIn(call)
  const ref = `refs/heads/${body.branch ?? call.repository.defaultBranch}`
  const from = await git.readRef(ref)
  const own = (given: Partial<Signature> | undefined) =>
    given?.name && given.email
      ? { name: given.name, email: given.email, date: given.date ?? call.world.timestamp() }
      : undefined
  const author = own(body.author) ?? own(body.committer) ?? userSignature(call.world, token.login)
  const sha = await git.writeCommit({
    tree: await editTree(git, from, changes),
    parents: from ? [from] : [],
    author,
    committer: own(body.committer) ?? githubSignature(call.world),
    message: body.message,
  })
  if (!body.committer) call.repository.verifiedCommits.add(sha)
  await moveRef(call.world, call.repository, token, { ref, from, to: sha })
  return renderGitCommit(call.world, call.repository, await git.knownCommit(sha))
}

async function describe(call: RepositoryCall, ref: string, path: string, entry: TreeEntry) {
  const { world, repository } = call
  const kind = entryType(entry.mode)
  const type = kind === 'tree' ? 'dir' : kind === 'commit' ? 'submodule' : entry.mode === '120000' ? 'symlink' : 'file'
  const url = `${repoUrl(world, repository)}/contents/${escapePath(path)}?ref=${encodeURIComponent(ref)}`
  const html = `${repoHtml(world, repository)}/${type === 'dir' ? 'tree' : 'blob'}/${escapePath(ref)}/${escapePath(path)}`
  const gitUrl = `${repoUrl(world, repository)}/git/${kind === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`
  return {
    name: entry.name || path.slice(path.lastIndexOf('/') + 1),
    path,
    sha: entry.sha,
    size: kind === 'blob' ? ((await repository.git.read(entry.sha))?.bytes.length ?? 0) : 0,
    url,
    html_url: html,
    git_url: gitUrl,
    download_url: type === 'file' ? `${repoHtml(world, repository)}/raw/${escapePath(ref)}/${escapePath(path)}` : null,
    type,
    _links: { self: url, git: gitUrl, html },
  }
}

function cleanPath(path: string): string {
  const parts = path.split('/').filter(Boolean)
  if (parts.some((part) => part === '.' || part === '..' || /^\.git$/i.test(part))) {
    throw new ApiError(422, 'path contains a malformed path component')
  }
  return parts.join('/')
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

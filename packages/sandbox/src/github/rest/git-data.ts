import { ApiError } from '../api-error.ts'
import type { Repository } from '../entities.ts'
import { githubSignature, userSignature } from '../events/pull-events.ts'
import { entryType, isRefName, type ObjectType, type Signature } from '../git/git-objects.ts'
import type { GitStore } from '../git/git-store.ts'
import { editTree, type TreeChange } from '../git/tree-edit.ts'
import { renderGitCommit, renderTag } from '../render/commit.ts'
import { nodeId, repoUrl } from '../render/identity.ts'
import type { World } from '../world.ts'
import { bodyOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['contents', 'read'] as const
const write = ['contents', 'write'] as const

export const gitDataRoutes: Routes = {
  'git/create-blob': {
    needs: write,
    parallel: true,
    async handle(call) {
      await refuseEmpty(call)
      const { content, encoding } = bodyOf<{ content: string; encoding?: string }>(call)
      const sha = await call.repository.git.write(
        'blob',
        Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'),
      )
      return { status: 201, json: { sha, url: `${repoUrl(call.world, call.repository)}/git/blobs/${sha}` } }
    },
  },
  'git/get-blob': {
    needs: read,
    async handle(call) {
      const sha = param(call, 'file_sha')
      const object = await call.repository.git.read(sha)
      if (object?.type !== 'blob') throw ApiError.notFound()
      if (/raw/.test(call.accept))
        return { status: 200, bytes: object.bytes, contentType: 'application/vnd.github.raw+json; charset=utf-8' }
      return {
        status: 200,
        json: {
          sha,
          node_id: nodeId('B', sha),
          size: object.bytes.length,
          url: `${repoUrl(call.world, call.repository)}/git/blobs/${sha}`,
          content: wrapBase64(object.bytes),
          encoding: 'base64',
        },
      }
    },
  },
  'git/create-tree': {
    needs: write,
    parallel: true,
    async handle(call) {
      await refuseEmpty(call)
      const body = bodyOf<{ base_tree?: string; tree: TreeItem[] }>(call)
      const sha = await createTree(call.repository.git, body.base_tree, body.tree)
      return { status: 201, json: await renderTree(call.world, call.repository, sha, false) }
    },
  },
  'git/get-tree': {
    needs: read,
    async handle(call) {
      const revision = param(call, 'tree_sha')
      const { git } = call.repository
      const named = (await git.tree(revision)) ? revision : await git.resolve(revision)
      const entry = named && (await git.entryAt(named, ''))
      if (!entry || !(await git.tree(entry.sha))) throw ApiError.notFound()
      return {
        status: 200,
        json: await renderTree(call.world, call.repository, entry.sha, call.query.has('recursive')),
      }
    },
  },
  'git/create-commit': {
    needs: write,
    parallel: true,
    async handle(call) {
      await refuseEmpty(call)
      const { git } = call.repository
      const token = signedIn(call)
      const body = bodyOf<{
        message: string
        tree: string
        parents?: string[]
        author?: Partial<Signature>
        committer?: Partial<Signature>
      }>(call)
      if (!(await git.tree(body.tree)) || (await git.commit(body.tree)))
        throw new ApiError(422, 'Tree SHA does not exist')
      for (const parent of body.parents ?? []) {
        if (!(await git.commit(parent))) throw new ApiError(422, 'Parent SHA does not exist or is not a commit object')
      }
      const author = signature(call, body.author) ?? userSignature(call.world, token.login)
      // Without an author of its own a bot's commit is GitHub's: committed and signed by it.
      const byGitHub = token.kind !== 'user' && !body.author && !body.committer
      const committer = byGitHub ? githubSignature(call.world) : (signature(call, body.committer) ?? author)
      const sha = await git.writeCommit({
        tree: body.tree,
        parents: body.parents ?? [],
        author,
        committer,
        message: body.message,
      })
      if (byGitHub) call.repository.verifiedCommits.add(sha)
      return { status: 201, json: renderGitCommit(call.world, call.repository, await git.knownCommit(sha)) }
    },
  },
  'git/get-commit': {
    needs: read,
    async handle(call) {
      const commit = await call.repository.git.commit(param(call, 'commit_sha'))
      if (!commit) throw ApiError.notFound()
      return { status: 200, json: renderGitCommit(call.world, call.repository, commit) }
    },
  },
  'git/create-tag': {
    needs: write,
    parallel: true,
    async handle(call) {
      await refuseEmpty(call)
      const { git } = call.repository
      const body = bodyOf<{
        tag: string
        message: string
        object: string
        type: ObjectType
        tagger?: Partial<Signature>
      }>(call)
      if (!isRefName(`refs/tags/${body.tag}`)) throw new ApiError(422, `${body.tag} is not a valid tag name.`)
      if ((await git.read(body.object))?.type !== body.type)
        throw new ApiError(422, `${body.object} is not a valid ${body.type} object.`)
      const tagger = signature(call, body.tagger) ?? userSignature(call.world, signedIn(call).login)
      const sha = await git.writeTag({
        object: body.object,
        type: body.type,
        name: body.tag,
        tagger,
        message: body.message,
      })
      return { status: 201, json: renderTag(call.world, call.repository, (await git.tag(sha))!) }
    },
  },
  'git/get-tag': {
    needs: read,
    async handle(call) {
      const tag = await call.repository.git.tag(param(call, 'tag_sha'))
      if (!tag) throw ApiError.notFound()
      return { status: 200, json: renderTag(call.world, call.repository, tag) }
    },
  },
}

interface TreeItem {
  path?: string
  mode?: string
  type?: string
  sha?: string | null
  content?: string
}

/** GitHub's own answer where a repository has no branch yet. */
export async function refuseEmpty(call: RepositoryCall): Promise<void> {
  if (await call.repository.git.isEmpty()) throw new ApiError(409, 'Git Repository is empty.')
}

/** Base64 with GitHub's line breaks every 60 characters. */
export function wrapBase64(bytes: Buffer): string {
  return bytes
    .toString('base64')
    .replaceAll(/.{60}/g, '$&\n')
    .replace(/([^\n])$/, '$1\n')
}

async function createTree(git: GitStore, base: string | undefined, items: readonly TreeItem[]): Promise<string> {
  if (base !== undefined && !(await git.tree(base))) throw new ApiError(422, 'base_tree is not a valid tree oid')
  const baseTree = base === undefined ? null : (await git.entryAt(base, ''))!.sha
  const changes = await Promise.all(
    items.map(async (item): Promise<TreeChange> => {
      const path = item.path ?? ''
      if (
        path === '' ||
        path.split('/').some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part))
      ) {
        throw new ApiError(422, 'tree.path contains a malformed path component')
      }
      const mode = item.mode ?? '100644'
      if (item.sha === null) {
        if (!baseTree || !(await git.entryAt(baseTree, path))) throw new ApiError(422, 'GitRPC::BadObjectState')
        return { path, mode, sha: null }
      }
      if (item.sha === undefined) return { path, mode, sha: await git.write('blob', Buffer.from(item.content ?? '')) }
      const wanted = entryType(mode)
      if (wanted !== 'commit' && (await git.read(item.sha))?.type !== wanted) {
        throw new ApiError(422, `tree.sha ${item.sha} is not a valid ${wanted}`)
      }
      return { path, mode, sha: item.sha }
    }),
  )
  return editTree(git, baseTree, changes)
}

async function renderTree(world: World, repository: Repository, sha: string, recursive: boolean) {
  const url = `${repoUrl(world, repository)}/git`
  const tree: Record<string, unknown>[] = []
  const visit = async (id: string, prefix: string): Promise<void> => {
    for (const entry of (await repository.git.tree(id)) ?? []) {
      const type = entryType(entry.mode)
      const size = type === 'blob' ? (await repository.git.read(entry.sha))?.bytes.length : undefined
      tree.push({
        path: prefix + entry.name,
        mode: entry.mode,
        type,
        sha: entry.sha,
        ...(size === undefined ? {} : { size }),
        ...(type === 'commit' ? {} : { url: `${url}/${type}s/${entry.sha}` }),
      })
      if (recursive && type === 'tree') await visit(entry.sha, `${prefix}${entry.name}/`)
    }
  }
  await visit(sha, '')
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false }
}

function signature(call: RepositoryCall, given: Partial<Signature> | undefined): Signature | undefined {
  if (!given?.name || !given.email) return undefined
  return { name: given.name, email: given.email, date: given.date ?? call.world.timestamp() }
}

import { ApiError } from '../api-error.ts'
import type { Repository } from '../entities.ts'
import { moveRef } from '../events/ref-moves.ts'
import { isRefName, type ObjectType } from '../git/git-objects.ts'
import type { Ref } from '../git/git-store.ts'
import { escapePath, nodeId, repoUrl } from '../render/identity.ts'
import type { World } from '../world.ts'
import { refuseEmpty } from './git-data.ts'
import { bodyOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['contents', 'read'] as const
const write = ['contents', 'write'] as const

export const refRoutes: Routes = {
  'git/create-ref': {
    needs: write,
    async handle(call) {
      await refuseEmpty(call)
      const { git } = call.repository
      const { ref, sha } = bodyOf<{ ref: string; sha: string }>(call)
      if (!ref.startsWith('refs/') || ref.split('/').length < 3) {
        throw new ApiError(422, "Reference name must start with 'refs/' and have at least two slashes.")
      }
      if (!isRefName(ref) || ref.startsWith('refs/pull/')) throw new ApiError(422, `${ref} is not a valid ref name.`)
      const object = await git.read(sha)
      if (!object) throw new ApiError(422, 'Object does not exist')
      if (ref.startsWith('refs/heads/') && object.type !== 'commit') throw new ApiError(422, 'Object is not a commit')
      if (await git.readRef(ref)) throw new ApiError(422, 'Reference already exists')
      await moveRef(call.world, call.repository, signedIn(call), { ref, from: null, to: sha })
      const json = renderRef(call.world, call.repository, { name: ref, sha, type: object.type })
      return { status: 201, json, headers: { location: json.url } }
    },
  },
  'git/get-ref': {
    needs: read,
    async handle(call) {
      await refuseEmpty(call)
      const name = `refs/${param(call, 'ref')}`
      const sha = await call.repository.git.readRef(name)
      if (!sha) throw ApiError.notFound()
      return { status: 200, json: renderRef(call.world, call.repository, { name, sha, type: await typeOf(call, sha) }) }
    },
  },
  'git/list-matching-refs': {
    needs: read,
    async handle(call) {
      await refuseEmpty(call)
      const refs = await call.repository.git.refs(`refs/${param(call, 'ref')}`)
      return { items: refs, render: (ref: Ref) => renderRef(call.world, call.repository, ref) }
    },
  },
  'git/update-ref': {
    needs: write,
    async handle(call) {
      await refuseEmpty(call)
      const { git } = call.repository
      const ref = `refs/${param(call, 'ref')}`
      const { sha, force = false } = bodyOf<{ sha: string; force?: boolean }>(call)
      const from = await git.readRef(ref)
      if (!from || ref.startsWith('refs/pull/')) throw new ApiError(422, 'Reference does not exist')
      const object = await git.read(sha)
      if (!object) throw new ApiError(422, 'Object does not exist')
      if (ref.startsWith('refs/heads/') && object.type !== 'commit') throw new ApiError(422, 'Object is not a commit')
      await moveRef(call.world, call.repository, signedIn(call), { ref, from, to: sha, force })
      return { status: 200, json: renderRef(call.world, call.repository, { name: ref, sha, type: object.type }) }
    },
  },
  'git/delete-ref': {
    needs: write,
    async handle(call) {
      const ref = `refs/${param(call, 'ref')}`
      const from = await call.repository.git.readRef(ref)
      if (!from || ref.startsWith('refs/pull/')) throw new ApiError(422, 'Reference does not exist')
      await moveRef(call.world, call.repository, signedIn(call), { ref, from, to: null })
      return { status: 204 }
    },
  },
}

function renderRef(world: World, repository: Repository, ref: Ref) {
  const url = `${repoUrl(world, repository)}/git`
  return {
    ref: ref.name,
    node_id: nodeId('REF', `${repository.id}:${ref.name}`),
    url: `${url}/${escapePath(ref.name)}`,
    object: { sha: ref.sha, type: ref.type, url: `${url}/${ref.type}s/${ref.sha}` },
  }
}

async function typeOf(call: RepositoryCall, sha: string): Promise<ObjectType> {
  return (await call.repository.git.read(sha))?.type ?? 'commit'
}

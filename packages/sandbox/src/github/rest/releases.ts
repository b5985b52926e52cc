import { rm } from 'node:fs/promises'
import { ApiError } from '../api-error.ts'
import type { Release } from '../entities.ts'
import { moveRef } from '../events/ref-moves.ts'
import { isRefName } from '../git/git-objects.ts'
import { renderRelease } from '../render/release.ts'
import { assetPath } from './assets.ts'
import { bodyOf, numberOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['contents', 'read'] as const
const write = ['contents', 'write'] as const
/** GitHub's limit on a release's body, in characters. */
const longestBody = 125_000

interface Fields {
  tag_name?: string
  target_commitish?: string
  name?: string | null
  body?: string | null
  draft?: boolean
  prerelease?: boolean
  make_latest?: Release['makeLatest']
}

export const releaseRoutes: Routes = {
  'repos/create-release': {
    needs: write,
    async handle(call) {
      const { world, repository } = call
      const body = bodyOf<Fields>(call)
      const release: Release = {
        id: world.nextId(),
        tagName: body.tag_name ?? '',
        target: body.target_commitish ?? repository.defaultBranch,
        name: body.name ?? null,
        body: body.body ?? null,
        draft: body.draft ?? false,
        prerelease: body.prerelease ?? false,
        immutable: false,
        makeLatest: body.make_latest ?? 'true',
        author: signedIn(call).login,
        createdAt: world.timestamp(),
        publishedAt: null,
        assets: [],
      }
      checkFields(release)
      if (!release.draft) await publish(call, release)
      repository.releases.set(release.id, release)
      const json = renderRelease(world, repository, release)
      return { status: 201, json, headers: { location: json.url } }
    },
  },
  'repos/list-releases': {
    needs: read,
    handle(call) {
      const { world, repository } = call
      const releases = [...repository.releases.values()].filter((one) => !one.draft || seesDrafts(call)).reverse()
      return { items: releases, render: (one: Release) => renderRelease(world, repository, one) }
    },
  },
  'repos/get-release': {
    needs: read,
    handle(call) {
      return { status: 200, json: renderRelease(call.world, call.repository, releaseOf(call)) }
    },
  },
  'repos/get-release-by-tag': {
    needs: read,
    handle(call) {
      const tag = param(call, 'tag')
      const release = [...call.repository.releases.values()].find((one) => !one.draft && one.tagName === tag)
      if (!release) throw ApiError.notFound()
      return { status: 200, json: renderRelease(call.world, call.repository, release) }
    },
  },
  'repos/get-latest-release': {
    needs: read,
    handle(call) {
      const candidates = [...call.repository.releases.values()].filter((one) => !one.draft && !one.prerelease)
      const latest = candidates.findLast((one) => one.makeLatest === 'true') ?? candidates.at(-1)
      if (!latest) throw ApiError.notFound()
      return { status: 200, json: renderRelease(call.world, call.repository, latest) }
    },
  },
  'repos/update-release': {
    needs: write,
    async handle(call) {
      const { world, repository } = call
      const release = releaseOf(call)
      const body = bodyOf<Fields>(call)
      const tagMoves = body.tag_name !== undefined && body.tag_name !== release.tagName
      if (release.immutable && (tagMoves || body.draft === true)) {
        throw ApiError.invalid({
          resource: 'Release',
          field: 'tag_name',
          code: 'custom',
          message: 'tag_name cannot be changed on an immutable release',
        })
      }
      const changed: Release = {
        ...release,
        tagName: body.tag_name ?? release.tagName,
        target: body.target_commitish ?? release.target,
        name: body.name === undefined ? release.name : body.name,
        body: body.body === undefined ? release.body : body.body,
        draft: body.draft ?? release.draft,
        prerelease: body.prerelease ?? release.prerelease,
        makeLatest: body.make_latest ?? release.makeLatest,
      }
      checkFields(changed)
      if (!changed.draft && (release.draft || tagMoves)) await publish(call, changed)
      Object.assign(release, changed)
      return { status: 200, json: renderRelease(world, repository, release) }
    },
  },
  'repos/delete-release': {
    needs: write,
    async handle(call) {
      const release = releaseOf(call)
      call.repository.releases.delete(release.id)
      await Promise.all(release.assets.map((asset) => rm(assetPath(call.world, asset.id), { force: true })))
      return { status: 204 }
    },
  },
}

/** The release a call names by id; drafts are seen by those who may push. */
export function releaseOf(call: RepositoryCall): Release {
  const release = call.repository.releases.get(numberOf(call, 'release_id'))
  if (!release || (release.draft && !seesDrafts(call))) throw ApiError.notFound()
  return release
}

/** Makes the tag where it is missing, as GitHub does on publishing, and locks the release where releases are immutable. */
async function publish(call: RepositoryCall, release: Release): Promise<void> {
  const { world, repository } = call
  const invalid = (field: string, code: 'invalid' | 'already_exists' | 'custom', message?: string) =>
    ApiError.invalid({ resource: 'Release', field, code, ...(message === undefined ? {} : { message }) })
  if (
    [...repository.releases.values()].some(
      (one) => one.id !== release.id && !one.draft && one.tagName === release.tagName,
    )
  ) {
    throw invalid('tag_name', 'already_exists')
  }
  if (repository.burnedTags.has(release.tagName))
    throw invalid('tag_name', 'custom', 'tag_name was used by an immutable release')
  const ref = `refs/tags/${release.tagName}`
  if (!(await repository.git.readRef(ref))) {
    const commit = await repository.git.resolve(release.target)
    if (!commit) throw invalid('target_commitish', 'invalid')
    try {
      await moveRef(world, repository, signedIn(call), { ref, from: null, to: commit })
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 422) throw error
      throw ApiError.invalid(
        { resource: 'Release', field: 'base', code: 'custom', message: error.message },
        { resource: 'Release', field: 'base', code: 'custom', message: 'Published releases must have a valid tag' },
      )
    }
  }
  release.publishedAt ??= world.timestamp()
  release.immutable = repository.immutableReleases
  if (release.immutable) repository.burnedTags.add(release.tagName)
}

function checkFields(release: Release): void {
  if (!isRefName(`refs/tags/${release.tagName}`)) {
    throw ApiError.invalid({
      resource: 'Release',
      field: 'tag_name',
      code: 'custom',
      message: 'tag_name is not well-formed',
    })
  }
  if ((release.body?.length ?? 0) > longestBody) {
    throw ApiError.invalid({
      resource: 'Release',
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${longestBody} characters)`,
    })
  }
}

/** Drafts are seen by those who may push. */
export function seesDrafts(call: RepositoryCall): boolean {
  const { world, repository, token } = call
  if (!token || world.tokenAccess(token, 'contents') !== 'write') return false
  return token.kind !== 'user' || world.hasRole(repository, token.login, 'write')
}

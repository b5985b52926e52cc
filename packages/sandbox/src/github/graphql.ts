import { readFileSync } from 'node:fs'
import { buildSchema, GraphQLError, type GraphQLSchema, graphql } from 'graphql'
import { visibleRepository } from './access.ts'
import { ApiError } from './api-error.ts'
import type { Repository, Token } from './entities.ts'
import { entryType, parseTree, type TreeEntry } from './git/git-objects.ts'
import type { GitStore } from './git/git-store.ts'
import type { Answer } from './rest/route.ts'
import type { World } from './world.ts'

/** From this size on GitHub gives a blob's beginning only. */
const longestText = 512 * 1024

let schema: GraphQLSchema | null = null

/**
 * GitHub's GraphQL endpoint, as far as openapi/github.graphql goes: reads of a repository's Git objects. A query that the
 * schema does not allow is told to `refuse`, since it would be an error of ours.
 */
export async function answerGraphQL(
  world: World,
  { token, bytes }: { token: Token | null; bytes: Buffer },
  refuse: (details: string) => void,
): Promise<Answer> {
  if (token === null) throw new ApiError(401, 'This endpoint requires you to be authenticated.')
  schema ??= buildSchema(readFileSync(new URL('../../openapi/github.graphql', import.meta.url), 'utf8'))
  const { query, variables } = JSON.parse(bytes.toString('utf8')) as {
    query: string
    variables?: Record<string, unknown>
  }
  const rootValue = {
    repository: ({ owner, name }: { owner: string; name: string }) => readable(world, `${owner}/${name}`, token),
  }
  const { data, errors = [] } = await graphql({ schema, source: query, rootValue, variableValues: variables ?? {} })
  for (const { extensions, message } of errors) if (extensions.type === undefined) refuse(`GraphQL: ${message}`)
  const said = errors.map(({ message, path, extensions }) => ({
    ...(extensions.type === undefined ? {} : { type: extensions.type }),
    ...(path === undefined ? {} : { path }),
    message,
  }))
  return {
    status: 200,
    json: { ...(data === undefined ? {} : { data }), ...(said.length > 0 ? { errors: said } : {}) },
  }
}

function readable(world: World, fullName: string, token: Token): unknown {
  let repository: Repository
  try {
    repository = visibleRepository(world, fullName, token)
  } catch {
    throw problem('NOT_FOUND', `Could not resolve to a Repository with the name '${fullName}'.`)
  }
  const { git } = repository
  const elsewhere = token.repository !== undefined && token.repository !== repository.fullName
  const isGranted = !elsewhere && ['read', 'write'].includes(world.tokenAccess(token, 'contents') ?? '')
  if (repository.private && !isGranted) throw problem('FORBIDDEN', 'Resource not accessible by integration')
  return {
    ref: async ({ qualifiedName }: { qualifiedName: string }) => {
      const sha = await git.readRef(qualifiedName)
      return sha && { name: qualifiedName.replace(/^refs\/(heads|tags)\//, ''), target: () => object(git, sha) }
    },
    object: async ({ expression, oid }: { expression?: string; oid?: string }) => {
      if (oid !== undefined) return object(git, oid)
      const [revision = '', path] = (expression ?? '').split(/:(.*)/s)
      const commit = await git.resolve(revision.replace(/^refs\/heads\//, ''))
      const entry = commit && (await git.entryAt(commit, path ?? ''))
      return entry ? object(git, path === undefined ? (commit ?? '') : entry.sha) : null
    },
  }
}

/** A Git object as the schema's type of it. */
async function object(git: GitStore, sha: string): Promise<unknown> {
  const found = await git.read(sha)
  if (found === null) return null
  const { type, bytes } = found
  if (type === 'tree')
    return { __typename: 'Tree', oid: sha, entries: parseTree(bytes).map((entry) => treeEntry(git, entry)) }
  if (type === 'tag') {
    const tag = await git.tag(sha)
    return { __typename: 'Tag', oid: sha, name: tag?.name, target: () => object(git, tag?.object ?? '') }
  }
  if (type === 'commit') {
    return {
      __typename: 'Commit',
      oid: sha,
      tree: async () => object(git, (await git.knownCommit(sha)).tree),
      file: async ({ path }: { path: string }) => {
        const entry = await git.entryAt(sha, path)
        if (entry === null) throw problem('NOT_FOUND', `Could not resolve file for path '${path}'.`)
        return treeEntry(git, entry)
      },
    }
  }
  const isBinary = bytes.includes(0)
  return {
    __typename: 'Blob',
    oid: sha,
    byteSize: bytes.length,
    isBinary,
    isTruncated: bytes.length > longestText,
    text: isBinary ? null : bytes.subarray(0, longestText).toString('utf8'),
  }
}

function treeEntry(git: GitStore, { name, mode, sha }: TreeEntry): unknown {
  return { name, type: entryType(mode), oid: sha, object: () => object(git, sha) }
}

function problem(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

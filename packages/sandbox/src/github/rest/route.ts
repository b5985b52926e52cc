import { ApiError } from '../api-error.ts'
import type { Operation } from '../description.ts'
import type { Repository, Role, Token } from '../entities.ts'
import type { World } from '../world.ts'

/** One request, authorised and with its body already held against the description. */
export interface Call {
  world: World
  operation: Operation
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  bytes: Buffer
  accept: string
  contentType: string
  /** Null for a request without credentials. */
  token: Token | null
  /** Absent for operations outside a repository. */
  repository?: Repository
  /** A fault that only the handler can act out. */
  fault?: string
}

/** A call inside a repository by somebody. */
export interface RepositoryCall extends Call {
  repository: Repository
}

export type Answer =
  | { status: number; json?: unknown; headers?: Record<string, string> }
  | { status: number; bytes: Buffer; contentType: string; headers?: Record<string, string> }
  /** All items; the page asked for is cut, rendered and linked afterwards. With `key`, inside an object with `total_count`. */
  | { items: readonly unknown[]; render?: (item: never) => unknown; key?: string; rest?: Record<string, unknown> }

export interface Route {
  /** The token's permission; absent where none is needed. */
  needs?: readonly [scope: string, access: 'read' | 'write']
  /** The user's role in the repository, where the permission alone does not say it. */
  role?: Role
  /** Changes that touch nothing another request could race for need not wait their turn. */
  parallel?: boolean
  handle(call: RepositoryCall): Promise<Answer> | Answer
}

export type Routes = Readonly<Record<string, Route>>

/** The signed-in token; 401 without one. */
export function signedIn(call: Call): Token {
  if (!call.token) throw new ApiError(401, 'Requires authentication')
  return call.token
}

/** The body, of the form that the description has already vouched for. */
export function bodyOf<T extends object>(call: Call): T {
  return (call.body ?? {}) as T
}

export function numberOf(call: Call, name: string): number {
  const value = Number(call.params[name])
  if (!Number.isSafeInteger(value)) throw ApiError.notFound()
  return value
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? ''
}

import { ApiError } from './api-error.ts'
import type { Repository, Role, Token } from './entities.ts'
import { notAccessible } from './events/ref-moves.ts'
import type { Route } from './rest/route.ts'
import type { World } from './world.ts'

/** The token of an Authorization header: null without one. Throws 401 for one that is unknown or revoked. */
export function authenticate(world: World, header: string | undefined): Token | null {
  if (header === undefined) return null
  const basic = /^basic (.+)$/i.exec(header)
  const secret = basic
    ? Buffer.from(basic[1]!, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : header.replace(/^(bearer|token) /i, '')
  const token = world.tokens.get(secret)
  if (!token) throw new ApiError(401, 'Bad credentials')
  return token
}

/** The repository, if this token may know that it exists; else 404, as GitHub hides private ones. */
export function visibleRepository(world: World, fullName: string, token: Token | null): Repository {
  const repository = world.repositories.get(fullName.toLowerCase())
  if (!repository || !sees(world, repository, token)) throw ApiError.notFound()
  return repository
}

/** Holds the token's permissions and its user's role against what a route needs. */
export function authorise(
  world: World,
  repository: Repository,
  token: Token | null,
  route: Route,
  onPull: boolean,
): void {
  if (!route.needs) return
  const [scope, access] = route.needs
  // A pull request is an issue too: its comments and labels are open to either permission.
  const scopes = scope === 'issues' && onPull ? [scope, 'pull-requests'] : [scope]
  const accepted = scopes.map((one) => `${one.replaceAll('-', '_')}=${access}`).join('; ')
  if (!token) {
    if (access === 'write') throw new ApiError(401, 'Requires authentication')
    if (scope === 'administration') throw ApiError.notFound()
    return
  }
  const elsewhere = token.repository !== undefined && token.repository !== repository.fullName
  const granted = elsewhere ? [] : scopes.map((one) => world.tokenAccess(token, one))
  const isPublicRead = access === 'read' && !repository.private && scope !== 'administration'
  const enough = granted.includes('write') || (access === 'read' && granted.includes('read')) || isPublicRead
  if (!enough) throw notAccessible(token, accepted)
  if (token.kind !== 'user') return
  const least: Role = route.role ?? (access === 'write' ? 'write' : 'read')
  if (world.hasRole(repository, token.login, least)) return
  if (least === 'admin') throw new ApiError(403, 'Must have admin rights to Repository.')
  throw notAccessible(token, accepted)
}

function sees(world: World, repository: Repository, token: Token | null): boolean {
  if (!repository.private) return true
  if (!token || (token.repository !== undefined && token.repository !== repository.fullName)) return false
  return token.kind !== 'user' || world.hasRole(repository, token.login, 'read')
}

import { createHash } from 'node:crypto'
import type { Repository, User } from '../entities.ts'
import type { World } from '../world.ts'

/** A GraphQL node id: opaque, but stable for the same thing. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${createHash('sha256').update(`${kind}:${id}`).digest('base64url').slice(0, 16)}`
}

function userUrls(world: World, login: string) {
  const url = `${world.apiUrl}/users/${encodeURIComponent(login)}`
  return {
    url,
    html_url: `${world.serverUrl}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
  }
}

/** `simple-user`. */
export function renderUser(world: World, login: string) {
  const user = world.user(login)
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('U', user.id),
    avatar_url: `${world.serverUrl}/avatars/${user.id}`,
    gravatar_id: '',
    ...userUrls(world, user.login),
    type: user.type,
    site_admin: false,
  }
}

/** `public-user`. */
export function renderProfile(world: World, user: User) {
  return {
    ...renderUser(world, user.login),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: [...world.repositories.values()].filter((one) => one.owner === user.login && !one.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  }
}

export function noreplyEmail(user: User): string {
  return user.login === 'web-flow' ? 'noreply@github.com' : `${user.id}+${user.login}@users.noreply.github.com`
}

/** The account that a commit's e-mail address belongs to, or null. */
export function userByEmail(world: World, email: string): User | null {
  if (email === 'noreply@github.com') return world.user('web-flow')
  for (const user of world.users.values()) if (noreplyEmail(user) === email) return user
  return null
}

export function repoUrl(world: World, repository: Repository): string {
  return `${world.apiUrl}/repos/${repository.fullName}`
}

export function repoHtml(world: World, repository: Repository): string {
  return `${world.serverUrl}/${repository.fullName}`
}

/** A ref or path in a URL: slashes stay, all else that needs it is escaped. */
export function escapePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

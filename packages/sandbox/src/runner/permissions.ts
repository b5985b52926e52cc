import type { Access, Permissions } from '../host.ts'

const scopes = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
]
const rank: Record<Access, number> = { none: 0, read: 1, write: 2 }

/** What a token gets where neither workflow nor job says anything: GitHub's restricted default. */
export const defaultPermissions: Permissions = { contents: 'read', packages: 'read', metadata: 'read' }

/** Reads `permissions:`. Once anything is given, what is not named is `none`; metadata can always be read. */
export function permissionsOf(declared: unknown): Permissions | undefined {
  if (declared === undefined) return undefined
  if (declared === 'read-all' || declared === 'write-all') {
    const access = declared === 'read-all' ? 'read' : 'write'
    return { ...Object.fromEntries(scopes.map((scope) => [scope, access])), metadata: 'read' }
  }
  return { ...(declared as Permissions | null), metadata: 'read' }
}

/** For pull requests of forks: nothing can be written. */
export const readOnly = (permissions: Permissions): Permissions =>
  Object.fromEntries(
    Object.entries(permissions).map(([scope, access]) => [scope, access === 'write' ? 'read' : access]),
  )

/** What a called workflow's job asks for beyond its caller's permissions, such as `contents: write`. */
export const excess = (asked: Permissions, allowed: Permissions): string[] =>
  Object.entries(asked)
    .filter(([scope, access]) => scope !== 'metadata' && rank[access] > rank[allowed[scope] ?? 'none'])
    .map(([scope, access]) => `${scope}: ${access}`)

import { randomBytes } from 'node:crypto'
import type { Access, RunRecord, WorkflowTrigger } from '../host.ts'
import { ApiError } from './api-error.ts'
import type { Issue, Pull, Repository, Role, Token, User } from './entities.ts'

const roles: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin']

/** Everything the sandbox knows, but for what git stores. */
export class World {
  readonly users = new Map<string, User>()
  readonly tokens = new Map<string, Token>()
  readonly repositories = new Map<string, Repository>()
  readonly triggerListeners: ((trigger: WorkflowTrigger) => void)[] = []
  readonly approvalListeners: ((run: RunRecord) => void)[] = []
  /** Download addresses stay valid for the sandbox's life; GitHub's last some minutes. */
  readonly signatures = new Map<string, number>()
  apiUrl = ''
  serverUrl = ''
  readonly root: string
  readonly #clock: () => Date
  #advancedMs = 0
  #nextId = 1000

  constructor(root: string, clock: () => Date) {
    this.root = root
    this.#clock = clock
    this.addUser('github-actions[bot]', 'Bot', 41898282)
    this.addUser('web-flow', 'User', 19864447)
  }

  now(): Date {
    return new Date(this.#clock().getTime() + this.#advancedMs)
  }

  advance(ms: number): void {
    this.#advancedMs += ms
  }

  /** GitHub's timestamps have no fraction of a second. */
  timestamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
  }

  nextId(): number {
    return this.#nextId++
  }

  addUser(login: string, type: User['type'] = 'User', id = this.nextId()): User {
    const known = this.users.get(login.toLowerCase())
    if (known) return known
    const user: User = { id, login, name: login, type, createdAt: this.timestamp() }
    this.users.set(login.toLowerCase(), user)
    return user
  }

  /** The user; users who were only ever named (a commit's author) are `ghost`s on GitHub, here it is an error. */
  user(login: string): User {
    const user = this.users.get(login.toLowerCase())
    if (!user) throw new Error(`the sandbox has no user ${JSON.stringify(login)}: createUser first`)
    return user
  }

  addToken(token: Omit<Token, 'secret'>): Token {
    const prefix = token.kind === 'user' ? 'github_pat_' : 'ghs_'
    const added = { ...token, secret: `${prefix}${randomBytes(18).toString('hex')}` }
    this.tokens.set(added.secret, added)
    return added
  }

  repository(fullName: string): Repository {
    const repository = this.repositories.get(fullName.toLowerCase())
    if (!repository) throw new Error(`the sandbox has no repository ${JSON.stringify(fullName)}`)
    return repository
  }

  role(repository: Repository, login: string | null): Role {
    if (login !== null && login.toLowerCase() === repository.owner.toLowerCase()) return 'admin'
    const granted = login === null ? undefined : repository.collaborators.get(login.toLowerCase())
    return granted ?? (repository.private ? 'none' : 'read')
  }

  hasRole(repository: Repository, login: string | null, least: Role): boolean {
    return roles.indexOf(this.role(repository, login)) >= roles.indexOf(least)
  }

  /** What the token's own permissions allow in a scope, leaving its user's role aside. */
  tokenAccess(token: Token, scope: string): Access {
    if (token.permissions === 'all') return 'write'
    return token.permissions[scope] ?? (scope === 'metadata' ? 'read' : 'none')
  }

  emit(trigger: WorkflowTrigger): void {
    if (!this.repository(trigger.repository).actions.enabled) return
    for (const listener of this.triggerListeners) listener(trigger)
  }

  /** Runs `change` when all earlier changes to the repository have ended. */
  inTurn<T>(repository: Repository, change: () => Promise<T>): Promise<T> {
    const result = repository.turn.then(change, change)
    repository.turn = result.catch(() => undefined)
    return result
  }

  issue(repository: Repository, number: number): Issue {
    const issue = repository.issues.get(number)
    if (!issue) throw ApiError.notFound()
    return issue
  }

  pull(repository: Repository, number: number): Issue & { pull: Pull } {
    const issue = repository.issues.get(number)
    if (!issue?.pull) throw ApiError.notFound()
    return issue as Issue & { pull: Pull }
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Protection, Repository } from './entities.ts'
import { GitStore } from './git/git-store.ts'
import { editTree } from './git/tree-edit.ts'
import { noreplyEmail } from './render/identity.ts'
import type { RepositoryOptions } from './sandbox-github.ts'
import type { World } from './world.ts'

const nameForm = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/

/** Makes a repository with its first commit. Throws on names that GitHub would not take, or that are taken. */
export async function createRepository(world: World, options: RepositoryOptions): Promise<void> {
  const { owner, name } = options
  if (!nameForm.test(owner) || !nameForm.test(name))
    throw new Error(`${JSON.stringify(`${owner}/${name}`)} is no repository name`)
  const fullName = `${owner}/${name}`
  if (world.repositories.has(fullName.toLowerCase())) throw new Error(`${fullName} exists already`)
  const user = world.addUser(owner)
  for (const login of Object.keys(options.collaborators ?? {}))
    world.addUser(login, login.endsWith('[bot]') ? 'Bot' : 'User')
  const defaultBranch = options.defaultBranch ?? 'main'
  const dir = join(world.root, owner, `${name}.git`)
  if (existsSync(dir)) throw new Error(`${dir} is there from another world: start in an empty folder`)
  const git = await GitStore.create(dir, defaultBranch)
  const now = world.timestamp()
  const repository: Repository = {
    id: world.nextId(),
    owner: user.login,
    name,
    fullName,
    private: options.private ?? false,
    description: options.description ?? null,
    defaultBranch,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    git,
    collaborators: new Map(
      Object.entries(options.collaborators ?? {}).map(([login, role]) => [login.toLowerCase(), role]),
    ),
    nextNumber: 1,
    issues: new Map(),
    labels: new Map(),
    releases: new Map(),
    immutableReleases: options.immutableReleases ?? false,
    burnedTags: new Set(),
    statuses: [],
    checkRuns: new Map(),
    protections: new Map(
      Object.entries(options.protection ?? {}).map(([branch, rule]) => [branch, fullProtection(rule)]),
    ),
    rulesets: new Map(),
    actionsMayCreatePulls: options.actionsMayCreatePulls ?? false,
    defaultWorkflowPermissions: options.defaultWorkflowPermissions ?? 'read',
    actions: {
      enabled: true,
      allowed: 'all',
      shaPinningRequired: false,
      selected: { githubOwned: true, verified: false, patterns: [] },
      ...options.actions,
    },
    environments: [...(options.environments ?? [])],
    disabledWorkflows: new Map(Object.entries(options.disabledWorkflows ?? {})),
    variables: {},
    secrets: {},
    runs: new Map(),
    verifiedCommits: new Set(),
    turn: Promise.resolve(),
  }
  for (const given of options.rulesets ?? []) {
    const id = world.nextId()
    repository.rulesets.set(id, {
      enforcement: 'active',
      exclude: [],
      bypassActors: [],
      createdAt: now,
      updatedAt: now,
      ...given,
      id,
    })
  }
  if (options.files) {
    const changes = await Promise.all(
      Object.entries(options.files).map(async ([path, content]) => ({
        path,
        mode: '100644',
        sha: await git.write('blob', typeof content === 'string' ? Buffer.from(content) : content),
      })),
    )
    const signature = { name: user.name, email: noreplyEmail(user), date: now }
    const tree = await editTree(git, null, changes)
    const commit = await git.writeCommit({
      tree,
      parents: [],
      author: signature,
      committer: signature,
      message: 'Initial commit\n',
    })
    await git.updateRef(`refs/heads/${defaultBranch}`, commit, null)
  }
  world.repositories.set(fullName.toLowerCase(), repository)
}

/** A protection in which what is not said is not required. */
export function fullProtection(rule: Partial<Protection>): Protection {
  return {
    requiredStatusChecks: null,
    requiredReviews: null,
    enforceAdmins: false,
    allowForcePushes: false,
    allowDeletions: false,
    requiredLinearHistory: false,
    ...rule,
  }
}

import { ApiError } from '../api-error.ts'
import type { Repository, Role } from '../entities.ts'
import { isOpenPull, type PullRequest } from '../events/pull-events.ts'
import type { Ref } from '../git/git-store.ts'
import { diffTrees } from '../git/tree-diff.ts'
import { renderCommit, renderCommitWithFiles, renderFileChange } from '../render/commit.ts'
import { escapePath, nodeId, renderUser, repoHtml, repoUrl } from '../render/identity.ts'
import { renderRepository } from '../render/repository.ts'
import { protectionOf } from '../rules.ts'
import type { World } from '../world.ts'
import { renderBranchProtection } from './protection.ts'
import { simplePull } from './pulls.ts'
import { param, type RepositoryCall, type Routes } from './route.ts'
import { commitOf } from './statuses.ts'

const read = ['contents', 'read'] as const

export const repositoryRoutes: Routes = {
  'repos/get': {
    needs: ['metadata', 'read'],
    handle({ world, repository, token }) {
      return { status: 200, json: renderRepository(world, repository, token?.login ?? null) }
    },
  },
  'repos/list-branches': {
    needs: read,
    async handle(call) {
      const branches = await call.repository.git.refs('refs/heads/')
      const wanted = call.query.get('protected')
      const isProtected = (ref: Ref) => protectionOf(call.repository, branchName(ref.name)) !== undefined
      return {
        items: branches.filter((ref) => wanted === null || String(isProtected(ref)) === wanted),
        render: (ref: Ref) => ({
          name: branchName(ref.name),
          commit: { sha: ref.sha, url: `${repoUrl(call.world, call.repository)}/commits/${ref.sha}` },
          protected: isProtected(ref),
        }),
      }
    },
  },
  'repos/get-branch': {
    needs: read,
    async handle(call) {
      const { world, repository } = call
      const name = param(call, 'branch')
      const sha = await repository.git.readRef(`refs/heads/${name}`)
      if (!sha) throw new ApiError(404, 'Branch not found')
      const url = `${repoUrl(world, repository)}/branches/${escapePath(name)}`
      const rule = protectionOf(repository, name)
      const checks = rule?.requiredStatusChecks?.contexts ?? []
      return {
        status: 200,
        json: {
          name,
          commit: renderCommit(world, repository, await repository.git.knownCommit(sha)),
          _links: { self: url, html: `${repoHtml(world, repository)}/tree/${escapePath(name)}` },
          protected: rule !== undefined,
          protection: {
            enabled: rule !== undefined,
            required_status_checks: {
              enforcement_level: checks.length > 0 ? (rule!.enforceAdmins ? 'everyone' : 'non_admins') : 'off',
              contexts: checks,
              checks: checks.map((context) => ({ context, app_id: null })),
            },
          },
          protection_url: `${url}/protection`,
        },
      }
    },
  },
  'repos/list-tags': {
    needs: read,
    async handle(call) {
      const url = repoUrl(call.world, call.repository)
      const tags = await Promise.all(
        (await call.repository.git.refs('refs/tags/')).map(async (ref) => ({
          name: ref.name.slice('refs/tags/'.length),
          sha: await call.repository.git.peel(ref.sha),
        })),
      )
      return {
        items: tags.filter((tag) => tag.sha !== null).reverse(),
        render: ({ name, sha }: { name: string; sha: string }) => ({
          name,
          zipball_url: `${url}/zipball/refs/tags/${escapePath(name)}`,
          tarball_url: `${url}/tarball/refs/tags/${escapePath(name)}`,
          commit: { sha, url: `${url}/commits/${sha}` },
          node_id: nodeId('REF', `${call.repository.id}:${name}`),
        }),
      }
    },
  },
  'repos/get-commit': {
    needs: read,
    async handle(call) {
      const sha = await commitOf(call)
      if (/vnd\.github(\.v3)?\.sha/.test(call.accept))
        return { status: 200, bytes: Buffer.from(sha), contentType: 'application/vnd.github.sha; charset=utf-8' }
      return {
        status: 200,
        json: await renderCommitWithFiles(call.world, call.repository, await call.repository.git.knownCommit(sha)),
      }
    },
  },
  'repos/list-commits': {
    needs: read,
    async handle(call) {
      const { git } = call.repository
      if (await git.isEmpty()) throw new ApiError(409, 'Git Repository is empty.')
      const { query } = call
      const sha = await git.resolve(query.get('sha') ?? call.repository.defaultBranch)
      if (!sha) throw ApiError.notFound()
      const limits = ['since', 'until', 'author'].flatMap((name) =>
        query.has(name) ? [`--${name}=${query.get(name)}`] : [],
      )
      const path = query.get('path')
      const shas = await git.revList(...limits, sha, '--', ...(path ? [path] : []))
      return {
        items: shas,
        render: async (one: string) => renderCommit(call.world, call.repository, await git.knownCommit(one)),
      }
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: ['pull-requests', 'read'],
    async handle(call) {
      const { world, repository } = call
      const sha = param(call, 'commit_sha')
      const found: PullRequest[] = []
      for (const issue of repository.issues.values()) {
        if (!issue.pull) continue
        const { head, base, mergeCommitSha } = issue.pull
        const inHead = isOpenPull(issue) && (await repository.git.revList(`${base.sha}..${head.sha}`)).includes(sha)
        if (mergeCommitSha === sha || head.sha === sha || inHead) found.push(world.pull(repository, issue.number))
      }
      return { items: found, render: (issue: PullRequest) => simplePull(world, repository, issue) }
    },
  },
  'repos/compare-commits': {
    needs: read,
    async handle(call) {
      return { status: 200, json: await compare(call, param(call, 'base'), param(call, 'head')) }
    },
  },
  'repos/list-collaborators': {
    needs: ['metadata', 'read'],
    role: 'write',
    handle({ world, repository }) {
      const logins = [repository.owner, ...[...repository.collaborators.keys()].map((login) => world.user(login).login)]
      return { items: [...new Set(logins)], render: (login: string) => renderCollaborator(world, repository, login) }
    },
  },
  'repos/get-collaborator-permission-level': {
    needs: ['metadata', 'read'],
    role: 'read',
    handle(call) {
      const { world, repository } = call
      const login = param(call, 'username')
      if (!world.users.has(login.toLowerCase())) throw ApiError.notFound()
      const role = world.role(repository, login)
      // `permission` knows four levels only: maintain counts as write, triage as read.
      const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role
      return {
        status: 200,
        json: { permission, role_name: role, user: renderCollaborator(world, repository, login) },
      }
    },
  },
  'repos/get-branch-protection': {
    needs: ['administration', 'read'],
    async handle(call) {
      return { status: 200, json: renderBranchProtection(call, param(call, 'branch')) }
    },
  },
  'repos/check-immutable-releases': {
    needs: ['administration', 'read'],
    role: 'admin',
    handle({ repository }) {
      if (!repository.immutableReleases) throw ApiError.notFound()
      return { status: 200, json: { enabled: true, enforced_by_owner: false } }
    },
  },
  'repos/enable-immutable-releases': {
    needs: ['administration', 'write'],
    role: 'admin',
    handle({ repository }) {
      repository.immutableReleases = true
      return { status: 204 }
    },
  },
  'repos/disable-immutable-releases': {
    needs: ['administration', 'write'],
    role: 'admin',
    handle({ repository }) {
      repository.immutableReleases = false
      return { status: 204 }
    },
  },
}

function renderCollaborator(world: World, repository: Repository, login: string) {
  const can = (least: Exclude<Role, 'none'>) => world.hasRole(repository, login, least)
  return {
    ...renderUser(world, login),
    permissions: {
      pull: can('read'),
      triage: can('triage'),
      push: can('write'),
      maintain: can('maintain'),
      admin: can('admin'),
    },
    role_name: world.role(repository, login),
  }
}

async function compare(call: RepositoryCall, base: string, head: string) {
  const { world, repository } = call
  const { git } = repository
  const bare = (name: string) =>
    name.startsWith(`${repository.owner}:`) ? name.slice(repository.owner.length + 1) : name
  const [from, to] = await Promise.all([base, head].map((name) => git.resolve(bare(name))))
  if (!from || !to) throw ApiError.notFound()
  const middle = await git.mergeBase(from, to)
  if (!middle) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`)
  const ahead = (await git.revList('--topo-order', `${from}..${to}`)).reverse()
  const behind = (await git.revList(`${to}..${from}`)).length
  const status = ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical'
  const files = await diffTrees(git, middle, to)
  const commit = async (sha: string) => renderCommit(world, repository, await git.knownCommit(sha))
  const html = `${repoHtml(world, repository)}/compare/${escapePath(base)}...${escapePath(head)}`
  return {
    url: `${repoUrl(world, repository)}/compare/${escapePath(base)}...${escapePath(head)}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: await commit(from),
    merge_base_commit: await commit(middle),
    status,
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    // GitHub shows at most 250 commits and 300 files here.
    commits: await Promise.all(ahead.slice(0, 250).map(commit)),
    files: files.slice(0, 300).map((file) => renderFileChange(world, repository, to, file)),
  }
}

function branchName(ref: string): string {
  return ref.slice('refs/heads/'.length)
}

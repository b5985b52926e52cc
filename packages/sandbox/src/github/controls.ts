import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ResultsService } from '../results/results-service.ts'
import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { createRepository, fullProtection } from './create-repository.ts'
import type { Token } from './entities.ts'
import { common, simpleCommit } from './events/payloads.ts'
import { emitPull, githubSignature, markMerged, mergeability, userSignature } from './events/pull-events.ts'
import { moveRef } from './events/ref-moves.ts'
import type { Faults } from './faults.ts'
import { renderUser } from './render/identity.ts'
import type { MergeGroup, SandboxGitHub } from './sandbox-github.ts'
import { saveState } from './state.ts'
import type { World } from './world.ts'

/** The SandboxGitHub over a running server's parts. */
export function controlsOf(
  world: World,
  api: Api,
  faults: Faults,
  results: ResultsService,
  stop: () => Promise<void>,
): SandboxGitHub {
  const user = (login: string): Token => ({ secret: '', login, kind: 'user', permissions: 'all' })
  const queue = new Map<string, MergeGroup>()
  const save = () => writeFile(join(world.root, 'state.json'), saveState(world))
  return {
    get apiUrl() {
      return world.apiUrl
    },
    get serverUrl() {
      return world.serverUrl
    },
    requests: api.requests,
    unexpected: api.unexpected,
    faults,
    requestCounts() {
      const counts: Record<string, number> = {}
      for (const { operationId } of api.requests) if (operationId) counts[operationId] = (counts[operationId] ?? 0) + 1
      return counts
    },
    gitUrl: (repository) => `${world.apiUrl}/${world.repository(repository).fullName}.git`,
    gitDir: (repository) => world.repository(repository).git.dir,
    defaultBranch: (repository) => world.repository(repository).defaultBranch,
    onTrigger: (listener) => void world.triggerListeners.push(listener),
    onRunApproved: (listener) => void world.approvalListeners.push(listener),
    issueJobToken({ repository, permissions }) {
      const { fullName } = world.repository(repository)
      return world.addToken({ login: 'github-actions[bot]', kind: 'job', permissions, repository: fullName }).secret
    },
    revokeToken: (token) => void world.tokens.delete(token),
    resultsEnv: (job) => results.env(job),
    variables: (repository) => ({ ...world.repository(repository).variables }),
    secrets: (repository) => ({ ...world.repository(repository).secrets }),
    saveRun(run) {
      const repository = world.repository(run.repository)
      world.addUser(run.actor)
      repository.runs.set(run.id, structuredClone(run))
      // A job is a check run on its commit, so that a required check can name it.
      for (const job of run.jobs) {
        repository.checkRuns.set(job.id, {
          id: job.id,
          name: job.name,
          headSha: run.headSha,
          status: job.status,
          conclusion: job.conclusion,
          startedAt: job.startedAt,
          completedAt: job.completedAt,
          externalId: String(run.id),
          detailsUrl: `${world.serverUrl}/${repository.fullName}/actions/runs/${run.id}/job/${job.id}`,
          output: { title: null, summary: null, text: null, annotations: [] },
          app: 'github-actions[bot]',
        })
      }
    },
    nextRunId: () => world.nextId(),
    now: () => world.now(),
    createUser: (login) => world.addUser(login, login.endsWith('[bot]') ? 'Bot' : 'User'),
    createRepository: (options) => createRepository(world, options),
    createToken(login, permissions, repository) {
      const { login: known } = world.user(login)
      const kind = known.endsWith('[bot]') ? 'app' : 'user'
      return world.addToken({ login: known, kind, permissions, ...(repository === undefined ? {} : { repository }) })
        .secret
    },
    setVariable(repository, name, value) {
      world.repository(repository).variables[name] = value
    },
    setSecret(repository, name, value) {
      world.repository(repository).secrets[name] = value
    },
    setProtection(repository, branch, protection) {
      world.repository(repository).protections.set(branch, fullProtection(protection))
    },
    ref: (repository, name) => world.repository(repository).git.readRef(name),
    async enqueue(name, number, login) {
      const repository = world.repository(name)
      return world.inTurn(repository, async () => {
        const issue = world.pull(repository, number)
        const baseRef = `refs/heads/${issue.pull.base.ref}`
        const baseSha = (await repository.git.readRef(baseRef)) ?? issue.pull.base.sha
        const { mergeSha } = await mergeability(world, repository, issue)
        if (!mergeSha || issue.state === 'closed') throw new ApiError(405, 'Pull Request is not mergeable')
        const { tree } = await repository.git.knownCommit(mergeSha)
        const headSha = await repository.git.writeCommit({
          tree,
          parents: [baseSha, issue.pull.head.sha],
          author: userSignature(world, login),
          committer: githubSignature(world),
          message: `Merge pull request #${number} from ${repository.owner}/${issue.pull.head.ref}\n\n${issue.title}`,
        })
        repository.verifiedCommits.add(headSha)
        const headRef = `refs/heads/gh-readonly-queue/${issue.pull.base.ref}/pr-${number}-${baseSha}`
        await repository.git.updateRef(headRef, headSha, await repository.git.readRef(headRef))
        const group = { headSha, headRef, baseSha }
        queue.set(`${repository.fullName} ${number}`, group)
        const payload = {
          action: 'checks_requested',
          merge_group: {
            head_sha: headSha,
            head_ref: headRef,
            base_sha: baseSha,
            base_ref: baseRef,
            head_commit: simpleCommit(world, await repository.git.knownCommit(headSha)),
          },
          ...common(world, repository, login),
          sender: renderUser(world, login),
        }
        const { fullName } = repository
        world.emit({
          event: 'merge_group',
          repository: fullName,
          actor: login,
          ref: headRef,
          sha: headSha,
          action: 'checks_requested',
          payload,
        })
        return group
      })
    },
    async finishMergeGroup(name, number, login) {
      const repository = world.repository(name)
      return world.inTurn(repository, async () => {
        const issue = world.pull(repository, number)
        const group = queue.get(`${repository.fullName} ${number}`)
        if (!group) throw new Error(`pull request ${number} is not in the merge queue`)
        const ref = `refs/heads/${issue.pull.base.ref}`
        markMerged(world, issue, login, group.headSha)
        await moveRef(world, repository, user(login), { ref, from: group.baseSha, to: group.headSha, via: 'merge' })
        await repository.git.updateRef(group.headRef, null, group.headSha)
        await emitPull(world, repository, user(login), issue, 'closed')
        return group.headSha
      })
    },
    advance: (ms) => world.advance(ms),
    save,
    async close() {
      await save()
      await stop()
      await results.close()
      for (const repository of world.repositories.values()) repository.git.close()
    },
  }
}

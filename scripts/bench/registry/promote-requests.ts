// How many requests the check of a promotion pull request costs, with few and with very many versions in the registry.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectRegistry } from '@tidemark/github'
import {
  checkProposedChannels,
  postStatus,
  proposePromotion,
  registerModel,
  settlePromotions,
} from '@tidemark/registry'
import { startGitHub } from '@tidemark/sandbox'
import { contractText, createCandidate, policyText } from '../../../test/contract/candidate.ts'
import type { Measurement } from '../main.ts'

const repository = 'acme/churn'
const target = 13
const branch = 'model-registry'

/** `promote.requests.10` and `promote.requests.10000`: requests of promote-model's check, its status among them. */
export async function measurePromoteRequests(sizes: readonly number[] = [10, 10_000]): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (const versions of sizes) measurements.push(await measure(versions))
  return measurements
}

async function measure(versions: number): Promise<Measurement> {
  const root = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  const github = await startGitHub({ root, clock: () => new Date('2026-03-02T08:00:00Z') })
  try {
    await github.createRepository({
      owner: 'acme',
      name: 'churn',
      files: { 'models/churn/model.yaml': policyText, 'models/churn/contract.yaml': contractText },
      collaborators: { author: 'write', reviewer: 'write' },
      actionsMayCreatePulls: true,
    })
    const permissions = { contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const
    const token = github.issueJobToken({ repository, permissions, runId: 1, jobId: 1 })
    const connect = () =>
      connectRegistry({
        token,
        repository,
        apiUrl: github.apiUrl,
        registryBranch: branch,
        policyRoot: 'models',
        actor: 'author',
        defaultBranch: 'main',
      })
    const call = async (path: string, method: string, body: object) => {
      const headers = { authorization: `Bearer ${github.createToken('reviewer', 'all')}` }
      const url = `${github.apiUrl}/repos/${repository}${path}`
      const response = await fetch(url, { method, headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    }
    const champion = await propose(await connect(), 'a', null)
    const { number, headSha } = champion.pullRequest
    await call(`/pulls/${number}/reviews`, 'POST', { event: 'APPROVE', commit_id: headSha })
    await call(`/pulls/${number}/merge`, 'PUT', { merge_method: 'squash' })
    await settlePromotions(await connect())
    seedVersions(github.gitDir(repository), versions - 2)
    const { pullRequest } = await propose(await connect(), 'b', champion.version)

    const before = github.requests.length
    const registry = await connect()
    const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number })
    const checks = channels.flatMap((each) => each.checks)
    await postStatus(registry, head, checks)
    const failing = checks.filter(({ verdict }) => verdict === 'fail')
    if (checks.length === 0 || failing.length > 0) throw new Error(`the check fails: ${JSON.stringify(failing)}`)
    const value = github.requests.length - before
    const note = `check of a pull request with ${versions.toLocaleString('en')} versions registered, status posted`
    return { id: `promote.requests.${versions}`, value, unit: 'requests', target, note }
  } finally {
    await github.close()
    rmSync(root, { recursive: true, force: true })
  }
}

async function propose(
  registry: Awaited<ReturnType<typeof connectRegistry>>,
  seed: string,
  champion: { version: string; modelDigest: string } | null,
) {
  const registration = await registerModel(registry, createCandidate(seed, { champion }))
  if (!registration.registered) throw new Error('the candidate was not registered')
  const { manifest, evidence } = registration
  const describe = async () => ({ title: 'Promote', body: 'a report' })
  const proposal = await proposePromotion(registry, { manifest, evidence, channel: 'production', describe })
  if (proposal.outcome !== 'open') throw new Error(`the proposal is ${proposal.outcome}`)
  return {
    pullRequest: proposal.pullRequest,
    version: { version: manifest.version, modelDigest: manifest.modelDigest },
  }
}

/** Writes the facts and tags of older versions straight into the repository: what a registry of that many holds. */
function seedVersions(gitDir: string, count: number): void {
  const git = (args: string[], input?: string) =>
    execFileSync('git', ['-C', gitDir, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      ...(input === undefined ? {} : { input }),
    })
  const head = git(['rev-parse', `refs/heads/${branch}`]).trim()
  const known = JSON.parse(git(['show', `${head}:models/churn/versions/1.0.0.json`])) as Record<string, unknown>
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  const who = 'bench <bench@users.noreply.github.com> 1772438400 +0000'
  const lines = [`commit refs/heads/${branch}\ncommitter ${who}\n${data('Seed older versions')}from ${head}\n`]
  for (let i = 0; i < count; i++) {
    const digest = i.toString(16).padStart(64, '0')
    const version = `0.${i + 1}.0`
    const manifest = { ...known, version, modelDigest: digest, release: { id: 1, tag: `churn@v${version}` } }
    const entry = { schema: 'tidemark/by-digest/v1', model: 'churn', modelDigest: digest, version }
    lines.push(`M 100644 inline models/churn/versions/${version}.json\n${data(JSON.stringify(manifest))}`)
    lines.push(
      `M 100644 inline models/churn/by-digest/${digest.slice(-2)}/${digest}.json\n${data(JSON.stringify(entry))}`,
    )
  }
  git(['fast-import', '--quiet'], lines.join(''))
  const tip = git(['rev-parse', `refs/heads/${branch}`]).trim()
  const tags = Array.from({ length: count }, (_, i) => `create refs/tags/churn@v0.${i + 1}.0 ${tip}\n`)
  git(['update-ref', '--stdin'], tags.join(''))
  git(['pack-refs', '--all'])
}

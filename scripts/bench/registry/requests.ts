import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectRegistry } from '@tidemark/github'
import { registerModel } from '@tidemark/registry'
import { type SandboxGitHub, startGitHub } from '@tidemark/sandbox'
import { createCandidate } from '../../../test/contract/candidate.ts'
import type { Measurement } from '../main.ts'
import { seedVersions } from './seed-versions.ts'

const repository = 'acme/churn'

/** What registering costs: requests at a small and at a large registry, and the time that 24 at once take. */
export async function measureRegistration(): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  for (const versions of [10, 10_000]) {
    const { requests, assets } = await inWorld(async (github, connect) => {
      const registry = await connect()
      await registerModel(registry, createCandidate('seed'))
      await seedVersions({ gitDir: github.gitDir(repository), ledger: registry.ledger, model: 'churn', versions })
      const before = github.requests.length
      const registration = await registerModel(await connect(), createCandidate('measured'))
      if (!registration.registered || registration.manifest.version !== `1.${versions}.0`)
        throw new Error(`expected the registration of 1.${versions}.0`)
      return { requests: github.requests.length - before, assets: registration.release.assets.length }
    })
    measurements.push({
      id: `register.requests.${versions}`,
      value: requests - (assets - 1),
      unit: '',
      target: 15,
      note: `from connecting to published, one asset; ${requests} with the ${assets} of an ONNX model`,
    })
  }
  const { seconds, requests } = await inWorld(async (github, connect) => {
    const started = performance.now()
    const jobs = Array.from({ length: 24 }, async (_, i) => {
      const model = ['churn', 'fraud', 'price'][i % 3] as string
      // Of eight candidates of a model two are the same bytes.
      return registerModel(await connect(i), createCandidate(String(Math.floor(i / 3) % 7), { model }))
    })
    await Promise.all(jobs)
    return { seconds: (performance.now() - started) / 1000, requests: github.requests.length }
  })
  const note = `three models, two of each eight with the same bytes; ${requests} requests`
  return [...measurements, { id: 'register.concurrent24.seconds', value: seconds, unit: 's', note }]
}

type Connect = (run?: number) => ReturnType<typeof connectRegistry>

async function inWorld<T>(measure: (github: SandboxGitHub, connect: Connect) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'tidemark-bench-'))
  const github = await startGitHub({ root })
  try {
    await github.createRepository({ owner: 'acme', name: 'churn', files: { 'README.md': 'churn\n' } })
    const token = github.issueJobToken({ repository, permissions: { contents: 'write' }, runId: 1, jobId: 1 })
    return await measure(github, (run = 0) =>
      connectRegistry({
        token,
        repository,
        apiUrl: github.apiUrl,
        registryBranch: 'model-registry',
        policyRoot: 'models',
        actor: 'author',
        runUrl: `https://github.com/acme/churn/actions/runs/${run}`,
      }),
    )
  } finally {
    await github.close()
    await rm(root, { recursive: true, force: true })
  }
}

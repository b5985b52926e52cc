import type { Run, VersionManifest } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { planVersion } from './version-plan.ts'

const value = (name: string, type = 'float') => ({ name, type, shape: ['N', 1] })
const signature = { inputs: [value('age')], outputs: [value('probability')] }
const run = {
  source: { repository: 'a/b', sha: 'a'.repeat(40), ref: 'refs/heads/main', committedAt: '2026-03-01T00:00:00Z' },
  seed: 7,
  parameters: { trees: 100 },
  data: { dataset: 'd1', acceptedRows: 1000, trainingFeatures: 'f', features: 'f' },
  output: { signature },
} as unknown as Run
const newest = { version: '1.4.0', kind: 'onnx', modelDigest: 'x', signature } as unknown as VersionManifest

describe('planVersion', () => {
  it('starts at 1.0.0', () => {
    expect(planVersion({ newest: null, newestRun: null, run, takenVersions: [] })).toEqual({
      version: '1.0.0',
      bump: { kind: 'first', reasons: ['first registered version'] },
      parent: null,
    })
  })

  it('raises minor for data, parameters and code, and says which', () => {
    const changed = {
      ...run,
      parameters: { trees: 200 },
      data: { ...run.data, dataset: 'd2', acceptedRows: 2000 },
      source: { ...run.source, sha: 'b'.repeat(40) },
    }
    const plan = planVersion({ newest, newestRun: run, run: changed, takenVersions: ['1.4.0'] })
    expect(plan).toMatchObject({ version: '1.5.0', parent: { version: '1.4.0' } })
    expect(plan.bump).toEqual({
      kind: 'minor',
      reasons: ['training data: 1,000 → 2,000 rows', 'parameter trees: 100 → 200', 'code: aaaaaaa → bbbbbbb'],
    })
  })

  it('raises minor for an input that callers may leave out', () => {
    const inputs = [...signature.inputs, { ...value('late_share'), optional: true as const }]
    const wider = { ...run, executor: 'command', output: { ...run.output, signature: { ...signature, inputs } } }
    const plan = planVersion({ newest, newestRun: { ...run, executor: 'embedded' }, run: wider, takenVersions: [] })
    expect(plan).toMatchObject({
      version: '1.5.0',
      bump: { kind: 'minor', reasons: ['input late_share is new and optional', 'executor: embedded → command'] },
    })
  })

  it('raises major when callers of the newest version would break', () => {
    const broken = { ...run, output: { ...run.output, signature: { ...signature, inputs: [value('age', 'string')] } } }
    expect(planVersion({ newest, newestRun: run, run: broken, takenVersions: [] })).toMatchObject({
      version: '2.0.0',
      bump: { kind: 'major', reasons: ['input age changed type from float to string'] },
    })
  })

  it('steps over a tag that a failed release burned, by patch', () => {
    const plan = planVersion({ newest, newestRun: run, run, takenVersions: ['1.5.0', '1.5.1', '1.4.9'] })
    expect(plan.version).toBe('1.5.2')
    expect(plan.bump.reasons.at(-1)).toBe('the tag of 1.5.1 was burned by a failed release')
  })
})

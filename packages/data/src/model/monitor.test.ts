// The monitor that judges: model.yaml's, with what the contract beside it asks for.
import { rm } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { errorOf, writeScratch } from '../scratch-data.ts'
import { openModelFolder } from './model-folder.ts'

let root = ''
afterEach(() => rm(root, { recursive: true, force: true }))

const rule = `quality: [{ type: custom, engine: tidemark, severity: warning, implementation: { check: drift, fail: 0.4 } }]`

async function monitorOf(monitor: string, { object = '', more = '' } = {}) {
  root = await writeScratch({
    'models/m/model.yaml': `schema: tidemark/model/v1
model: m
owners: [owner]
task: binary
data:
  files: data/*.csv
${object}  columns: { id: id, label: y, cluster: day }
train: {}
gate: { cluster: day, metrics: [{ id: roc_auc, mode: absolute, min: 0.5 }] }
${monitor}`,
    'models/m/contract.yaml': `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: t
    properties:
      - name: price
        ${rule}
    ${rule}
${more}`,
  })
  return (await openModelFolder(root, { policyRoot: 'models', model: 'm' })).monitor
}

it('has the contract’s drift rules', async () => {
  const { policy, notes } = (await monitorOf('monitor: {}\n'))!
  expect(policy).toMatchObject({
    thresholds: { warn: 0.1, fail: 0.2 },
    features: { fail: 0.4, severity: 'warning' },
    columns: { price: { fail: 0.4, severity: 'warning' } },
  })
  expect(notes).toEqual([])
})

it('keeps the limits that model.yaml writes, be they those that hold without a word', async () => {
  const { policy, notes } = (await monitorOf('monitor: { thresholds: { warn: 0.1, fail: 0.2 } }\n'))!
  expect(policy.features).toBeUndefined()
  expect(policy.columns).toEqual({ price: { fail: 0.4, severity: 'warning' } })
  expect(notes).toEqual([
    { message: expect.stringContaining('left aside'), place: expect.objectContaining({ line: 11 }) },
  ])
})

it('is not made by a contract where the policy has none', async () => {
  expect(await monitorOf('')).toBeNull()
})

it('is of the one object among several that the policy names', async () => {
  const more = '  - name: u\n    properties: [{ name: a }]\n'
  const { policy } = (await monitorOf('monitor: {}\n', { more, object: '  object: u\n' }))!
  expect([policy.features, policy.columns]).toEqual([undefined, undefined])
  const error = await errorOf(monitorOf('monitor: {}\n', { more }))
  expect([error.code, error.message, error.hint]).toEqual([
    'CONTRACT_INVALID',
    expect.stringContaining('t, u'),
    expect.stringContaining('data.object'),
  ])
})

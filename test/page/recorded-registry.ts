import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  Dataset,
  Evaluation,
  eventId,
  layout,
  parseJsonDocument,
  RegistryEvent,
  type RolloutState,
  Run,
  referTo,
  rolloutLayout,
  sha256,
  Validation,
  VersionManifest,
  type VersionReference,
} from '@tidemark/schemas'
import { type Effects, recordDrift } from './recorded-drift.ts'
import type { RecordedCommit } from './recorded-repository.ts'
import { recordRollout } from './recorded-rollout.ts'
import type { Fact } from './stored-file.ts'

const model = 'flight-delay'
const channel = 'production'
const examples = join(import.meta.dirname, '../../registry-schema/examples')
const read = (path: string) => readFileSync(join(examples, path), 'utf8')
const example = {
  manifest: parseJsonDocument(VersionManifest, read('version/valid/flight-delay.json'), 'version'),
  run: parseJsonDocument(Run, read('run/valid/flight-delay.json'), 'run'),
  evaluation: parseJsonDocument(Evaluation, read('evaluation/valid/flight-delay.json'), 'evaluation'),
  dataset: parseJsonDocument(Dataset, read('dataset/valid/flight-delay.json'), 'dataset'),
  validation: parseJsonDocument(Validation, read('validation/valid/flight-delay.json'), 'validation'),
}

/**
 * A registry with the whole loop in it: 1.0.0 promoted at once, 1.1.0 by a rollout, 1.2.0 taken back by one, 1.3.0 under way,
 * a candidate that the gate refused, and ten weeks of drift checks with an issue opened and closed. Decisions are the
 * rollout's own; documents are the examples with other names.
 */
export function recordRegistry(): RecordedCommit[] {
  const first = recordVersion('1.0.0', null, { at: '2001-03-02T09:00:00Z', metrics: [0.6591, 0.4848, 0.1559, 0.0119] })
  const second = recordVersion('1.1.0', first, {
    at: '2001-04-03T09:00:00Z',
    metrics: [0.6707, 0.4432, 0.1385, 0.0351],
  })
  const third = recordVersion('1.2.0', second, {
    at: '2001-05-02T09:00:00Z',
    metrics: [0.6844, 0.4391, 0.1371, 0.0302],
  })
  const fourth = recordVersion('1.3.0', second, {
    at: '2001-05-22T09:00:00Z',
    metrics: [0.6759, 0.4405, 0.1379, 0.0288],
  })
  const refused = sha256('refused')
  const promoted = recordRollout({ ...rollout(2, first, second), openedAt: '2001-04-04T10:00:00Z' })
  const harmed = recordRollout({ ...rollout(3, second, third), openedAt: '2001-05-03T10:00:00Z' }, { nonFinite: 0.4 })
  const running = recordRollout(
    { ...rollout(5, second, fourth), openedAt: '2001-05-23T10:00:00Z' },
    { requests: 1500, ticks: 9 },
  )
  return [
    ...first.commits,
    commit('2001-03-02T11:00:00Z', [promotion('promotion.requested', first, 1, '2001-03-02T11:00:00Z')]),
    settled(first, 1, '2001-03-02T15:30:00Z'),
    ...second.commits,
    commit('2001-04-04T09:58:00Z', [promotion('promotion.merged', second, 2, '2001-04-04T09:58:00Z')]),
    commit('2001-04-04T10:00:00Z', [promotion('rollout.opened', second, 2, '2001-04-04T10:00:00Z')]),
    ...promoted.map(state),
    settled(second, 2, promoted.at(-1)!.updatedAt),
    ...recordWeeks(),
    ...third.commits,
    commit('2001-05-03T09:50:00Z', [promotion('promotion.merged', third, 3, '2001-05-03T09:50:00Z')]),
    commit('2001-05-03T10:00:00Z', [promotion('rollout.opened', third, 3, '2001-05-03T10:00:00Z')]),
    ...harmed.map(state),
    commit(harmed.at(-1)!.updatedAt, [
      promotion('rollout.rolled-back', third, 3, harmed.at(-1)!.updatedAt, { reasons: [harmed.at(-1)!.cause!.reason] }),
      event('version.rolled-back', { ...reference(third), channel }, channel, harmed.at(-1)!.updatedAt),
    ]),
    commit('2001-05-03T15:10:00Z', [
      promotion('promotion.requested', second, 4, '2001-05-03T15:10:00Z', { pullRequest: 14 }),
    ]),
    settled(second, 4, '2001-05-03T16:00:00Z', { previous: reference(second) }),
    commit('2001-05-15T09:00:00Z', [
      event('gate.failed', { modelDigest: refused }, sha256('evaluation'), '2001-05-15T09:00:00Z', {
        reasons: ['ROC AUC .6458 against .6712: worse by .0254; 95 % upper bound −.0228 < margin −.0100 → fail'],
      }),
    ]),
    ...fourth.commits,
    commit('2001-05-23T09:50:00Z', [promotion('promotion.merged', fourth, 5, '2001-05-23T09:50:00Z')]),
    commit('2001-05-23T10:00:00Z', [promotion('rollout.opened', fourth, 5, '2001-05-23T10:00:00Z')]),
    ...running.map(state),
  ]
}

interface Recorded extends VersionReference {
  readonly commits: readonly RecordedCommit[]
}

function recordVersion(
  version: string,
  parent: VersionReference | null,
  { at, metrics }: { readonly at: string; readonly metrics: readonly [number, number, number, number] },
): Recorded {
  const [roc_auc, log_loss, brier, ece] = metrics
  const modelDigest = sha256(version)
  const run: Run = {
    ...example.run,
    id: sha256(`run ${version}`),
    output: { ...example.run.output, modelDigest },
    source: { ...example.run.source, committedAt: at },
  }
  const evaluation: Evaluation = {
    ...example.evaluation,
    id: sha256(`evaluation ${version}`),
    run: run.id,
    challenger: { ...example.evaluation.challenger, modelDigest },
    champion: parent && reference(parent),
    verdict: 'pass',
    reason: 'Every requirement is met.',
    metrics: Object.fromEntries(
      Object.entries({ roc_auc, log_loss, brier, ece }).map(([id, value]) => [
        id,
        {
          challenger: { value, lower: value - 0.011, upper: value + 0.011, standardError: 0.006 },
          champion: parent && { value: value - 0.009, lower: value - 0.02, upper: value + 0.002, standardError: 0.006 },
        },
      ]),
    ) as Evaluation['metrics'],
  }
  const training = { ...example.dataset, digest: example.run.data.dataset }
  const holdout = { ...example.dataset, digest: example.evaluation.holdout.dataset }
  const validationOf = (dataset: string) => ({ ...example.validation, id: sha256(`validation ${dataset}`), dataset })
  const validations = [training, holdout].map(({ digest }) => validationOf(digest))
  const data: [path: string, document: unknown][] = [
    ...[training, holdout].map((each): [string, unknown] => [layout.dataset(model, each.digest), each]),
    ...validations.map((each): [string, unknown] => [layout.validation(model, each.id), each]),
  ]
  const documents: [path: string, document: unknown][] = [
    ...data,
    [layout.run(model, run.id, at), run],
    [layout.evaluation(model, evaluation.id), evaluation],
  ]
  const references = documents.map(([path, document]) => referTo(path, document))
  const manifest: VersionManifest = {
    ...example.manifest,
    version,
    modelDigest,
    parent: parent && reference(parent),
    bump: parent ? example.manifest.bump : { kind: 'first', reasons: ['first registered version'] },
    release: { id: 1000 + Number(version.split('.')[1]), tag: layout.versionTag(model, version) },
    source: { ...example.manifest.source, committedAt: at },
    run: references[4]!,
    evaluation: references[5]!,
    datasets: references.slice(0, 2),
    validations: references.slice(2, 4),
    metrics: { roc_auc, log_loss, brier, ece },
    registeredAt: at,
  }
  const subject = { version, modelDigest }
  const files = [...documents, [layout.version(model, version), manifest] as const].map(([path, document]) => ({
    path,
    document,
  }))
  const publishedAt = later(at, 1)
  return {
    ...subject,
    commits: [
      commit(at, [...files, event('version.registered', subject, run.id, at)], [layout.versionTag(model, version)]),
      commit(publishedAt, [event('version.published', subject, sha256(`manifest ${version}`), publishedAt)]),
    ],
  }
}

/** Ten weeks, of which the eighth's labels drift and the ninth cannot say. */
function recordWeeks(): RecordedCommit[] {
  return Array.from({ length: 10 }, (_, week): RecordedCommit[] => {
    const start = new Date(Date.UTC(2001, 2, 5 + week * 7)).toISOString().slice(0, 10)
    const wave = (phase: number) => 0.015 + 0.01 * Math.abs(Math.sin(week * 1.3 + phase))
    const effects: Effects = {
      price: [wave(0), 0.012],
      shop: [wave(1), 0.01],
      pieces: [wave(2), 0.014],
      prediction: [wave(3), 0.012],
      late: week === 7 ? [0.145, 0.03] : week === 8 ? [0.09, 0.03] : [wave(4), 0.02],
      days_late: week === 7 ? [0.241, 0.032] : [wave(5) + 0.01, 0.025],
      'observed/expected': week === 7 ? [0.15, 0.03] : [0, 0.001],
    }
    const check = recordDrift(model, start, effects)
    const at = `${new Date(Date.parse(check.window.end) + 3_600_000 * 5).toISOString().slice(0, 19)}Z`
    const type = week === 7 ? 'drift.detected' : week === 9 ? 'drift.resolved' : 'drift.checked'
    const issue = week === 7 || week === 9 ? { issue: 9 } : {}
    return [
      commit(at, [
        { path: layout.drift(model, check.id, start), document: check },
        event(type, { modelDigest: sha256('1.1.0') }, check.id, at, { ...issue, reasons: [check.reason] }),
      ]),
    ]
  }).flat()
}

const reference = ({ version, modelDigest }: VersionReference): VersionReference => ({ version, modelDigest })

const rollout = (seq: number, champion: VersionReference, canary: VersionReference) => ({
  model,
  seq,
  champion: reference(champion),
  canary: reference(canary),
})

const later = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString().replace('.000Z', 'Z')

const commit = (at: string, files: readonly Fact[], tags: readonly string[] = []): RecordedCommit => ({
  at,
  message: 'Record facts',
  files,
  tags,
})

const state = (document: RolloutState): RecordedCommit =>
  commit(document.updatedAt, [{ path: rolloutLayout.state(channel, model), document }])

function settled(
  version: VersionReference,
  seq: number,
  at: string,
  more: Partial<RegistryEvent> = {},
): RecordedCommit {
  return commit(at, [promotion('promotion.settled', version, seq, at, more)], [layout.channelTag(model, channel, seq)])
}

function promotion(
  type: RegistryEvent['type'],
  version: VersionReference,
  seq: number,
  at: string,
  more: Partial<RegistryEvent> = {},
): Fact {
  const isDecided = type === 'promotion.settled' || type === 'promotion.merged'
  return event(type, { ...reference(version), channel, seq }, layout.channelTag(model, channel, seq), at, {
    ...(isDecided ? { approvedBy: ['reviewer'] } : {}),
    pullRequest: 10 + seq,
    ...more,
  })
}

function event(
  type: RegistryEvent['type'],
  subject: RegistryEvent['subject'],
  cause: string,
  at: string,
  more: Partial<RegistryEvent> = {},
): Fact {
  const id = eventId({ type, subject, cause })
  const document = RegistryEvent.parse({
    schema: 'tidemark/event/v1',
    id,
    type,
    model,
    subject,
    cause,
    at,
    actor: 'github-actions[bot]',
    runUrl: 'https://github.com/example/flight-delay/actions/runs/17',
    ...more,
  })
  return { path: layout.event(model, id, type), document }
}

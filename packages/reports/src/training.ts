import type { Dataset, Run, Signature } from '@tidemark/schemas'
import { bar } from './drawing.ts'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import {
  formatCount,
  formatDuration,
  formatGiven,
  formatNumber,
  formatQuantity,
  formatShare,
  formatSize,
  shortDigest,
} from './format.ts'
import { details, paragraphs, table } from './markdown.ts'
import { metricTitle } from './metric-title.ts'

/** Job summary of train: what was trained on what, how well it fits its own rows, and what it is made of. */
export function renderTraining(run: Run, dataset: Dataset, options: { readonly serverUrl?: string } = {}): string {
  const { source, data, output } = run
  const size = output.image
    ? `the image ${codeSpan(output.image.name)}`
    : formatSize(output.files.reduce((sum, file) => sum + file.sizeBytes, 0))
  const commit = link(
    codeSpan(source.sha.slice(0, 7)),
    options.serverUrl && `${options.serverUrl}/${source.repository}/commit/${source.sha}`,
  )
  return paragraphs(
    `## ✅ Trained ${codeSpan(run.model)} · model ${codeSpan(shortDigest(output.modelDigest))}`,
    `**${formatQuantity(data.acceptedRows, 'row')}** of ${formatCount(data.rows)} from ${formatQuantity(dataset.files.length, 'file')}, in **${formatDuration(run.trainingSeconds)}**, ${size}. ${escapeMarkdown(run.trainer.name)} ${escapeMarkdown(run.trainer.version)} (${codeSpan(run.executor)}) from commit ${commit}, seed ${formatGiven(run.seed)}.`,
    '### Metrics on the training rows',
    metricTable(run.metrics),
    '_How well the model fits rows it has seen. The gate judges it on rows it has not._',
    importanceTable(run.importance),
    details(`Parameters (${Object.keys(run.parameters).length})`, parameterTable(run.parameters)),
    details('Signature: what the model takes and gives', signatureTable(output.signature)),
    details(
      'Digests',
      digestTable([
        ['run', run.id],
        ['model', output.modelDigest],
        ...output.files.map(({ path, sha256 }): [string, string] => [path, sha256]),
        ['dataset', data.dataset],
        ['validation', data.validation],
        ['training query', data.trainingFeatures],
        ['features query', data.features],
      ]),
    ),
  )
}

/** Features by their share of all importance, the largest first. Empty without any. */
export function importanceTable(importance: Run['importance'], most = 15): string {
  const entries = Object.entries(importance).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const total = entries.reduce((sum, [, value]) => sum + Math.max(0, value), 0)
  const largest = entries[0]?.[1] ?? 0
  if (!(total > 0)) return ''
  return paragraphs(
    '### What the model looks at',
    table(
      [{ title: 'Feature' }, { title: 'Importance' }, { title: 'Share', align: 'right' }],
      entries.map(([name, value]) => [
        codeSpan(name),
        bar(value / largest, 20),
        formatShare(Math.max(0, value) / total),
      ]),
      most,
    ),
  )
}

/** A given value as the policy has it. */
export function parameterValue(value: Run['parameters'][string] | undefined): string {
  if (value === undefined) return '–'
  return codeSpan(typeof value === 'number' ? formatGiven(value) : String(value), 120)
}

/** Names and digests in full. */
export function digestTable(digests: readonly (readonly [name: string, digest: string])[]): string {
  return table(
    [{ title: 'What' }, { title: 'SHA-256' }],
    digests.map(([name, digest]) => [escapeMarkdown(name), codeSpan(digest)]),
    60,
  )
}

export function signatureTable({ inputs, outputs }: Signature): string {
  if (inputs.length + outputs.length === 0) return 'model.yaml declares none.'
  const rows = (direction: string, values: Signature['inputs']) =>
    values.map(({ name, type, shape, optional }) => [
      optional === true ? 'may take' : direction,
      codeSpan(name),
      codeSpan(type),
      shape === null ? 'any' : codeSpan(`[${shape.map((size) => size ?? '?').join(', ')}]`),
    ])
  return table(
    [{ title: '' }, { title: 'Name' }, { title: 'Type' }, { title: 'Shape' }],
    [...rows('takes', inputs), ...rows('gives', outputs)],
    60,
  )
}

function metricTable(metrics: Run['metrics']): string {
  const entries = Object.entries(metrics)
  if (entries.length === 0) return 'The trainer reported none.'
  return table(
    [{ title: 'Metric' }, { title: 'Value', align: 'right' }],
    entries.map(([name, value]) => [metricTitle(name), formatNumber(value)]),
    50,
  )
}

function parameterTable(parameters: Run['parameters']): string {
  return table(
    [{ title: 'Parameter' }, { title: 'Value', align: 'right' }],
    Object.entries(parameters).map(([name, value]) => [codeSpan(name), parameterValue(value)]),
    60,
  )
}

import { formatWeight } from '@tidemark/reports'
import { type ModelOverview, Name, type Overview, TidemarkError, type VersionOverview } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { findModel, readSource } from '../overview.ts'
import { openSource, sourceOptions } from '../source.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../tidemark.ts'
import { canaryOf, formatMetric, formatWhen, heldBy, metricsOf, statusText } from '../words.ts'

const Options = z.object({ ...sourceOptions, json: z.boolean().default(false) })

/** `tidemark ls`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const [model] = operands
  if (model !== undefined && !Name.safeParse(model).success) {
    throw new TidemarkError('NAME_INVALID', `${JSON.stringify(model)} is no model’s name`, {
      hint: '`tidemark ls` lists the models.',
    })
  }
  using source = await openSource(choice, terminal)
  const overview = await readSource(source, { model, choice, terminal })
  if (model === undefined) {
    terminal.print(choice.json ? toJson(overview, { models: overview.models.map(summarize) }) : modelTable(overview))
    return 0
  }
  const found = findModel(overview, model, source)
  const versions = found.versions.toReversed()
  if (choice.json) terminal.print(toJson(overview, { model, versions: versions.map(describeVersion) }))
  else terminal.print(versionTable(found))
  return 0
}

const toJson = ({ head, asOf, problems }: Overview, more: object): string =>
  JSON.stringify({ head, asOf, ...more, problems }, null, 2)

function summarize(model: ModelOverview) {
  const canary = canaryOf(model)
  const drift = model.drift.at(-1)
  return {
    model: model.model,
    versions: model.versions.length + model.olderVersions,
    newest: model.versions.at(-1)?.manifest.version ?? null,
    channels: model.channels.flatMap(({ channel, tenures }) => {
      const now = tenures.at(-1)
      return now ? [{ channel, ...now }] : []
    }),
    canary: canary && {
      version: canary.canary.version,
      channel: canary.channel,
      phase: canary.phase,
      weight: canary.weight,
    },
    drift: drift ? { week: drift.window.start, verdict: drift.verdict, reason: drift.reason } : null,
  }
}

function modelTable({ models }: Overview): string {
  if (models.length === 0) return 'No model is registered yet.'
  const columns = ['MODEL', 'CHANNEL', 'VERSION', 'SINCE (UTC)', 'CANARY', 'DRIFT', 'NEWEST'].map((title) => ({
    title,
  }))
  const rows = models.flatMap((model) => {
    const canary = canaryOf(model)
    const drift = model.drift.at(-1)
    const held = heldBy(model)
    return (held.length > 0 ? held : [{ channel: '–', version: '–', since: '' }]).map(({ channel, version, since }) => [
      model.model,
      channel,
      version,
      since && formatWhen(since),
      canary?.channel === channel ? `${canary.canary.version} at ${formatWeight(canary.weight)}` : '',
      drift ? `${drift.verdict} (week of ${drift.window.start})` : '',
      model.versions.at(-1)?.manifest.version ?? '–',
    ])
  })
  return formatTable(columns, rows)
}

function versionTable(model: ModelOverview): string {
  if (model.versions.length === 0) return `${model.model} has no version yet.`
  const metrics = metricsOf(model.versions).slice(0, 6)
  const columns = [
    { title: 'VERSION' },
    { title: 'STATUS' },
    ...metrics.map((name) => ({ title: name.toUpperCase(), isNumber: true })),
    { title: 'REGISTERED (UTC)' },
    { title: 'BY' },
    { title: 'FOLLOWS' },
    { title: 'DIGEST' },
  ]
  const rows = model.versions
    .toReversed()
    .map((version) => [
      version.manifest.version,
      statusText(version),
      ...metrics.map((name) => formatMetric(version.manifest.metrics[name])),
      formatWhen(version.manifest.registeredAt),
      version.manifest.registeredBy,
      version.manifest.parent?.version ?? '',
      version.manifest.modelDigest.slice(0, 12),
    ])
  const older = model.olderVersions > 0 ? `\nand ${model.olderVersions} older versions` : ''
  return formatTable(columns, rows) + older
}

function describeVersion({ manifest, status, channels, publishedAt }: VersionOverview) {
  const { version, modelDigest, registeredAt, registeredBy, metrics, parent, bump, release } = manifest
  return {
    version,
    status,
    channels,
    modelDigest,
    registeredAt,
    registeredBy,
    publishedAt,
    metrics,
    parent,
    bump,
    release,
  }
}

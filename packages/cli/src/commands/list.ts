import { type ModelSummary, readVersions, summarizeModels, type VersionSummary } from '@tidemark/registry'
import { formatWeight } from '@tidemark/reports'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { type Look, lookOf } from '../look.ts'
import { checkOptions } from '../options.ts'
import { openSource, sourceOptions } from '../source.ts'
import { type Cell, formatTable } from '../table.ts'
import type { Terminal } from '../tidemark.ts'
import { formatVersions } from '../version-table.ts'
import { assertModelName, expectModel, openView, printJson, warn } from '../view.ts'
import { formatMetric, formatWhen, metricNames } from '../words.ts'

const Options = z.object({
  ...sourceOptions,
  limit: z.coerce.number().int().min(1).max(1_000_000).default(30),
  json: z.boolean().default(false),
})

/** `tidemark ls`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const [model] = operands
  if (model !== undefined) assertModelName(model)
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  const look = lookOf(terminal)
  if (model === undefined) {
    const models = await summarizeModels(view, await view.models())
    warn(view, terminal)
    if (choice.json) printJson(terminal, { head: view.head, models, problems: view.problems() })
    else terminal.print(modelTable(models, look))
    return 0
  }
  await expectModel(view, model, source)
  const { versions, older } = await readVersions(view, { model, most: choice.limit })
  warn(view, terminal)
  if (choice.json) {
    const listed = versions.map(describeVersion)
    printJson(terminal, { head: view.head, model, versions: listed, older, problems: view.problems() })
  } else {
    const more = older > 0 ? `\nand ${older} older; --limit shows more` : ''
    terminal.print(formatVersions(versions, look) + more)
  }
  return 0
}

function modelTable(models: readonly ModelSummary[], look: Look): string {
  if (models.length === 0) return 'No model is registered yet.'
  const columns = ['MODEL', 'CHANNEL', 'VERSION', 'SINCE (UTC)', 'METRIC', 'CANARY', 'DRIFT', 'NEWEST', 'VERSIONS'].map(
    (title) => ({ title, isNumber: title === 'VERSIONS', isFlexible: title === 'DRIFT' }),
  )
  const rows = models.flatMap(({ model, channels, canary, drift, newest, versions }) =>
    (channels.length > 0 ? channels : [null]).map((held, i): Cell[] => [
      i === 0 ? { text: model, tone: 'strong' } : '',
      held?.channel ?? '–',
      held ? { text: held.version, tone: 'good' } : '–',
      held ? formatWhen(held.since) : '',
      held ? mainMetric(held.metrics) : '',
      canary?.channel === held?.channel && canary
        ? { text: `${canary.version} at ${formatWeight(canary.weight)}`, tone: 'busy' }
        : '',
      i === 0 && drift
        ? { text: `${drift.verdict} (${drift.window})`, tone: drift.verdict === 'pass' ? 'calm' : 'warn' }
        : '',
      i === 0 ? (newest ?? '–') : '',
      i === 0 ? versions.toLocaleString('en-US') : '',
    ]),
  )
  return formatTable(columns, rows, look)
}

/** The first that is known: `roc_auc 0.6707`. */
function mainMetric(metrics: VersionSummary['manifest']['metrics']): string {
  const [name] = metricNames(Object.keys(metrics))
  return name === undefined ? '' : `${name} ${formatMetric(metrics[name])}`
}

function describeVersion({ manifest, status, since, channels, publishedAt }: VersionSummary) {
  const { version, modelDigest, registeredAt, registeredBy, metrics, parent, bump, release } = manifest
  return {
    version,
    status,
    since,
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

import {
  checkField,
  checkFilter,
  matchesRun,
  parseFilter,
  type RunSummary,
  readRuns,
  sortRuns,
} from '@tidemark/registry'
import { z } from 'zod'
import { type Invocation, UsageError } from '../invocation.ts'
import { lookOf } from '../look.ts'
import { checkOptions } from '../options.ts'
import { formatRuns } from '../run-table.ts'
import { openSource, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'
import { assertModelName, expectModel, openView, printJson, warn } from '../view.ts'

const Options = z.object({
  ...sourceOptions,
  sort: z
    .string()
    .regex(/^.{1,300}$/, 'expected a field, such as metrics.roc_auc or time:asc')
    .default('time'),
  limit: z.coerce.number().int().min(1).max(1_000_000).default(50),
  json: z.boolean().default(false),
})

/** `tidemark runs`: exit code 1 where no run is as asked. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const [model, text = ''] = operands
  if (model === undefined) throw new UsageError('the runs of which model?')
  assertModelName(model)
  const filter = text.trim() === '' ? null : parseFilter(text)
  const sort = readSort(choice.sort)
  using source = await openSource(choice, terminal)
  const view = await openView(source, choice)
  await expectModel(view, model, source)
  const withFiles = choice.json || /\bfiles\b/.test(text) || sort.field === 'files'
  const runs = await readRuns(view, { model, withFiles })
  if (filter) checkFilter(filter, { text, runs })
  checkField(sort.field, runs)
  const found = sortRuns(filter ? runs.filter((run) => matchesRun(filter, run)) : runs, sort)
  const shown = found.slice(0, choice.limit)
  warn(view, terminal)
  if (choice.json)
    printJson(terminal, { head: view.head, model, matched: found.length, runs: shown, problems: view.problems() })
  else terminal.print(describe(shown, { all: runs.length, matched: found.length, text, terminal, sort: sort.field }))
  return found.length > 0 ? 0 : 1
}

function describe(
  shown: readonly RunSummary[],
  {
    all,
    matched,
    text,
    terminal,
    sort,
  }: {
    readonly all: number
    readonly matched: number
    readonly text: string
    readonly terminal: Terminal
    readonly sort: string
  },
): string {
  if (all === 0) return 'There are no runs yet.'
  if (matched === 0) return `None of ${all} runs is as asked.`
  const more = matched - shown.length
  const note = more > 0 ? `\nand ${more} more; --limit shows them` : matched < all ? `\n${matched} of ${all} runs` : ''
  return formatRuns(shown, { named: `${text} ${sort}`, look: lookOf(terminal) }) + note
}

/** `metrics.roc_auc`, `metrics.roc_auc:asc`: the greatest first where it is not said. */
function readSort(text: string): { field: string; isAscending: boolean } {
  const [, field = '', direction = 'desc'] = /^(.*?)(?::(asc|desc))?$/.exec(text) ?? []
  return { field: field.replace(/^(metrics|training|params)\."(.*)"$/, '$1.$2'), isAscending: direction === 'asc' }
}

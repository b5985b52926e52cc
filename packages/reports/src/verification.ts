import { codeSpan, escapeMarkdown, htmlCode } from './escape.ts'
import { formatCount, formatQuantity } from './format.ts'
import { details, list, paragraphs, table } from './markdown.ts'

export interface Verification {
  /** The commit that was verified. */
  readonly head?: string | null
  /** How many of each kind were proved, by name: `versions`, `runs`, `digests` … */
  readonly checked: Readonly<Record<string, number>>
  /** How many of each kind could not be judged. */
  readonly notChecked?: Readonly<Record<string, number>>
  readonly problems: readonly {
    readonly severity: 'error' | 'warning' | 'notice'
    readonly path: string
    readonly message: string
    readonly remedy: string
  }[]
}

export interface Repair {
  /** What a repair would do, as things to do. */
  readonly planned: readonly string[]
  /** What one did, before everything was verified again. */
  readonly repaired: readonly {
    readonly step: string
    readonly outcome: 'done' | 'unneeded' | 'left'
    readonly detail: string
    readonly remedy?: string
  }[]
  /** Why the branch was read by the API; null where git fetched it. */
  readonly slowBecause: string | null
}

const nothing: Repair = { planned: [], repaired: [], slowBecause: null }

/** Job summary of verify-registry: what is wrong and how to put it right, what a repair did or would do, what was proven. */
export function renderVerification(verification: Verification, repair: Repair = nothing): string {
  const { head, checked, notChecked = {}, problems } = verification
  const { planned, repaired, slowBecause } = repair
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const total = Object.values(checked).reduce((sum, count) => sum + count, 0)
  return paragraphs(
    `## ${headline(errors, total)}`,
    errors > 0 && '**Do not deploy from this registry** until the errors below are explained.',
    problems.length > 0 && problemTable(problems),
    repaired.length > 0 && paragraphs('### Repaired', repairTable(repaired)),
    planned.length > 0 &&
      paragraphs(
        repaired.length > 0 ? '### A further repair would' : '### A repair would',
        list(planned.map((step) => escapeMarkdown(step))),
        repaired.length === 0 && 'Set `repair: true` and `contents: write`, or run `tidemark verify --repair`.',
      ),
    total > 0 && statementTable(checked),
    Object.keys(notChecked).length > 0 && countTable('Not checked', notChecked),
    total > 0 &&
      details(`All counts${head ? ` at commit ${htmlCode(head.slice(0, 12))}` : ''}`, countTable('Kind', checked)),
    slowBecause !== null &&
      `_Facts were read over the API, since git could not fetch the branch: ${escapeMarkdown(slowBecause, 300)}._`,
  )
}

const severities = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ due' }

function problemTable(problems: Verification['problems']): string {
  const order = Object.keys(severities)
  return table(
    [{ title: '' }, { title: 'Where' }, { title: 'What is wrong' }, { title: 'What to do' }],
    problems
      .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
      .map(({ severity, path, message, remedy }) => [
        severities[severity],
        codeSpan(path),
        escapeMarkdown(message, 600),
        escapeMarkdown(remedy, 600),
      ]),
    200,
  )
}

const outcomes = { done: '✅ done', unneeded: '➖ not needed', left: '⚠️ left for a person' }

function repairTable(repaired: Repair['repaired']): string {
  return table(
    [{ title: '' }, { title: 'Step' }, { title: 'What came of it' }],
    repaired.map(({ step, outcome, detail, remedy }) => [
      outcomes[outcome],
      escapeMarkdown(step, 300),
      escapeMarkdown(remedy === undefined ? detail : `${detail}. ${remedy}`, 600),
    ]),
    200,
  )
}

const facts = 'versions, digest entries, datasets, validations, runs, evaluations, events, baselines, drift checks'
/** What counts of these kinds say together. */
const statements: readonly { kinds: string; text: string }[] = [
  { kinds: facts, text: 'facts are what their id, their digest and their place say' },
  { kinds: 'references', text: 'facts that others name are there, with the digest that is named' },
  { kinds: 'commits', text: 'commits lie one on top of another' },
  { kinds: 'facts written once', text: 'facts are as their first commit wrote them' },
  { kinds: 'version numbers', text: 'versions are numbered without a gap' },
  { kinds: 'tags', text: 'tags point at commits of the branch that hold what they stand for' },
  { kinds: 'releases', text: 'releases hold the registered assets, by GitHub’s digest' },
  { kinds: 'assets', text: 'models were downloaded and hashed, byte by byte' },
  { kinds: 'retired versions', text: 'versions are retired: manifest kept, assets dropped by policy' },
  { kinds: 'channels, rollouts under way', text: 'channels want a registered version, on the evidence they name' },
  { kinds: 'successions', text: 'settlements follow the one before' },
  {
    kinds: 'decisions replayed, rollout decisions replayed, drift checks replayed',
    text: 'decisions of gate, rollout and monitor were made again from their numbers, and came out the same',
  },
]

function statementTable(checked: Readonly<Record<string, number>>): string {
  const counted = statements.map(({ kinds, text }) => ({
    text,
    count: kinds.split(', ').reduce((sum, kind) => sum + (checked[kind] ?? 0), 0),
  }))
  return table(
    [{ title: 'Proven', align: 'right' }, { title: '' }],
    counted.filter(({ count }) => count > 0).map(({ text, count }) => [formatCount(count), text]),
  )
}

const countTable = (title: string, counts: Readonly<Record<string, number>>): string =>
  table(
    [{ title }, { title: 'Count', align: 'right' }],
    Object.entries(counts).map(([kind, count]) => [escapeMarkdown(kind), formatCount(count)]),
  )

/** Errors refute the registry, warnings do not; an empty registry proves nothing and refutes nothing. */
function headline(errors: number, total: number): string {
  if (errors > 0) return `❌ Registry not verified: ${formatQuantity(errors, 'error')}`
  return total === 0 ? '❔ Nothing to verify yet' : `✅ Registry verified: ${formatQuantity(total, 'check')}, no error`
}

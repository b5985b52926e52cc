import { findDriftReplayProblem } from '@tidemark/data'
import { findReplayProblem } from '@tidemark/evaluation'
import type { GitHubVerification } from '@tidemark/github'
import { describeStep, planRepair, verifyRegistry } from '@tidemark/registry'
import { findRolloutReplayProblem } from '@tidemark/rollout'
import { GitSha, RelativePath, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { connection, openSource, sourceOptions } from '../source.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const Options = z.object({
  ...sourceOptions,
  'policy-root': RelativePath.default('models'),
  assets: z.boolean().default(false),
  repair: z.boolean().default(false),
  since: GitSha.optional(),
  json: z.boolean().default(false),
})
type Choice = z.infer<typeof Options>

const replay = {
  evaluation: findReplayProblem,
  drift: findDriftReplayProblem,
  rollout: findRolloutReplayProblem,
}

/** `tidemark verify`: exit code 1 where an error was found, and after a repair where one is left. */
export async function execute({ options }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  for (const option of ['assets', 'repair'] as const) {
    if (choice[option] && choice.repo === undefined) {
      throw new TidemarkError('INPUT_INVALID', `--${option} needs --repo: a clone has no releases`, {
        hint: 'Add --repo owner/name.',
      })
    }
  }
  const { repo } = choice
  const found =
    repo === undefined ? await verifyClone(choice, terminal) : await verifyOnline({ ...choice, repo }, terminal)
  const { name, verification, plan, repaired } = found
  const steps = plan.steps.map(describeStep)
  const told = repaired.map((each) => ({ ...each, what: describeStep(each.step) }))
  terminal.print(
    choice.json
      ? JSON.stringify({ ...verification, repairs: plan.steps, repaired }, null, 2)
      : [...describe(verification, name), ...describeRepair({ steps, told })].join('\n'),
  )
  return verification.verified ? 0 : 1
}

type Found = Omit<GitHubVerification, 'slowBecause'> & { name: string }

async function verifyClone(choice: Choice, terminal: Terminal): Promise<Found> {
  using source = await openSource(choice, terminal)
  const verification = await verifyRegistry(source.ledger, { replay, since: choice.since })
  return { name: source.name, verification, plan: planRepair(verification.problems), repaired: [] }
}

async function verifyOnline(choice: Choice & { repo: string }, terminal: Terminal): Promise<Found> {
  const { readLogin, verifyGitHubRegistry } = await import('@tidemark/github')
  if (choice.clone !== undefined) {
    throw new TidemarkError('INPUT_INVALID', '--clone and --repo are two places', { hint: 'Give one of them.' })
  }
  const { assets, repair, since, repo } = choice
  const options = connection(choice, terminal)
  const actor = (repair ? await readLogin(options) : null) ?? options.actor
  return {
    name: repo,
    ...(await verifyGitHubRegistry({ ...options, actor }, { assets, repair, since, replay })),
  }
}

/** Kinds are named in the plural: `1 rollout`, `1 digest entry`, `1 drift check replayed`. */
function quantity(count: number, kind: string): string {
  if (count !== 1) return `${count} ${kind}`
  return `1 ${kind.replace(/ies\b/, 'y').replace(/s( replayed| under way)?$/, '$1')}`
}

const marks = { error: '✕', warning: '▲', notice: '·' }

function describe({ verified, checked, notChecked, problems }: Found['verification'], name: string): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = Object.entries(checked).map(([kind, count]) => quantity(count, kind))
  const open = Object.entries(notChecked).map(([kind, count]) => `${count} ${kind}`)
  const order = Object.keys(marks)
  return [
    verified
      ? `✓ verified: ${name}`
      : `✕ not verified: ${name}: ${errors} error${errors === 1 ? '' : 's'}. Do not deploy from it.`,
    ...problems
      .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
      .flatMap(({ severity, path, message, remedy }) => [
        `  ${marks[severity]} ${plain(path)} ${plain(message)}`,
        `      ${plain(remedy)}`,
      ]),
    counts.length > 0 ? `  proven: ${counts.join(', ')}` : '  nothing to prove yet',
    ...(open.length > 0 ? [`  not judged: ${open.join(', ')}`] : []),
  ]
}

const outcomes = { done: 'done', unneeded: 'not needed', left: 'left for a person' }

function describeRepair({
  steps,
  told,
}: {
  steps: readonly string[]
  told: readonly (Found['repaired'][number] & { what: string })[]
}): string[] {
  return [
    ...told.map(
      ({ what, outcome, detail, remedy }) =>
        `  repair: ${plain(what)}: ${outcomes[outcome]}, ${plain(remedy === undefined ? detail : `${detail}. ${remedy}`)}`,
    ),
    ...(steps.length > 0 ? [`  ${told.length > 0 ? 'a further repair' : 'tidemark verify --repair'} would:`] : []),
    ...steps.map((step) => `    - ${plain(step)}`),
  ]
}

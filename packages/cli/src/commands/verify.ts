import { findDriftReplayProblem } from '@tidemark/data'
import { findReplayProblem } from '@tidemark/evaluation'
import { type Verification, verifyRegistry } from '@tidemark/registry'
import { findRolloutReplayProblem } from '@tidemark/rollout'
import { RelativePath, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { openSource, sourceOptions } from '../source.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const Options = z.object({
  ...sourceOptions,
  'policy-root': RelativePath.default('models'),
  assets: z.boolean().default(false),
  json: z.boolean().default(false),
})

/** `tidemark verify`: exit code 1 where an error was found. */
export async function execute({ options }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  if (choice.assets && choice.repo === undefined) {
    throw new TidemarkError('INPUT_INVALID', '--assets needs --repo: a clone has no releases', {
      hint: 'Add --repo owner/name.',
    })
  }
  using source = await openSource(choice, terminal)
  const { ledger, registry } = source
  const verification = await verifyRegistry(ledger, {
    replay: {
      evaluation: findReplayProblem,
      drift: findDriftReplayProblem,
      rollout: findRolloutReplayProblem,
    },
    ...(registry
      ? {
          releases: registry.releases,
          assets: choice.assets,
          intent: { reviews: registry.reviews, policyRoot: choice['policy-root'] },
        }
      : {}),
  })
  terminal.print(choice.json ? JSON.stringify(verification, null, 2) : describe(verification, source.name))
  return verification.verified ? 0 : 1
}

/** Kinds are named in the plural: `1 rollout`, `1 digest entry`, `1 drift check replayed`. */
function quantity(count: number, kind: string): string {
  if (count !== 1) return `${count} ${kind}`
  return `1 ${kind.replace(/ies\b/, 'y').replace(/s( replayed| under way)?$/, '$1')}`
}

function describe({ verified, checked, notChecked, problems }: Verification, name: string): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = Object.entries(checked).map(([kind, count]) => quantity(count, kind))
  const open = Object.entries(notChecked).map(([kind, count]) => `${count} ${kind}`)
  return [
    verified
      ? `✓ verified: ${name}`
      : `✕ not verified: ${name}: ${errors} error${errors === 1 ? '' : 's'}. Do not deploy from it.`,
    ...problems.flatMap(({ severity, path, message, remedy }) => [
      `  ${severity === 'error' ? '✕' : '▲'} ${plain(path)} ${plain(message)}`,
      `      ${plain(remedy)}`,
    ]),
    counts.length > 0 ? `  proven: ${counts.join(', ')}` : '  nothing to prove yet',
    ...(open.length > 0 ? [`  not judged: ${open.join(', ')}`] : []),
  ].join('\n')
}

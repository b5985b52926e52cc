import {
  planRepair,
  type Registry,
  type Repaired,
  type RepairPlan,
  repairRegistry,
  type Verification,
  verifyRegistry,
} from '@tidemark/registry'
import { fetchLedger } from './fetched-ledger.ts'
import { connectRegistry, type RegistryOptions } from './registry.ts'

type Options = NonNullable<Parameters<typeof verifyRegistry>[1]>

/** What a walk over a registry on GitHub gave, and what a repair made of it. */
export interface GitHubVerification {
  /** As things are now: after the repair, where there was one. */
  verification: Verification
  /** What a repair would still do, and what is left for a person. */
  plan: RepairPlan
  /** What the repair did; empty without one. */
  repaired: Repaired[]
  /** Why facts were read by the API, and what each commit changed was not proven; null where git fetched the branch. */
  slowBecause: string | null
}

/**
 * Proves a registry with everything that GitHub has of it: facts and history from a copy that git fetches, releases, channel files
 * and pull requests by the API. With `repair`, does what can be done about what was found, and proves it all again.
 */
export async function verifyGitHubRegistry(
  options: RegistryOptions,
  { repair = false, ...choices }: Pick<Options, 'assets' | 'replay' | 'since' | 'onProgress'> & { repair?: boolean },
): Promise<GitHubVerification> {
  const found = await verify(options, choices)
  const plan = planRepair(found.verification.problems)
  if (!repair || plan.steps.length === 0) return { ...found, plan, repaired: [] }
  const repaired = await repairRegistry(await connectRegistry(options), plan.steps, choices.onProgress)
  const after = await verify(options, choices)
  return { ...after, plan: planRepair(after.verification.problems), repaired }
}

async function verify(
  options: RegistryOptions,
  choices: Pick<Options, 'assets' | 'replay' | 'since' | 'onProgress'>,
): Promise<Pick<GitHubVerification, 'verification' | 'slowBecause'>> {
  const registry = await connectRegistry(options)
  const fetched = await fetchLedger(options)
  if (fetched.ledger === null)
    return { verification: await walk(registry, registry.ledger, choices), slowBecause: fetched.problem }
  await using ledger = fetched.ledger
  return { verification: await walk(registry, ledger, choices), slowBecause: null }
}

async function walk(
  { releases, reviews, clock, policyRoot }: Registry,
  ledger: Parameters<typeof verifyRegistry>[0],
  choices: Pick<Options, 'assets' | 'replay' | 'since' | 'onProgress'>,
): Promise<Verification> {
  return verifyRegistry(ledger, { ...choices, releases, intent: { reviews, policyRoot }, now: await clock.now() })
}

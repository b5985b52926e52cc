import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { findDriftReplayProblem } from '@tidemark/data'
import { findReplayProblem } from '@tidemark/evaluation'
import { CloneLedger, connectRegistry } from '@tidemark/github'
import { type Verification, verifyRegistry } from '@tidemark/registry'
import { renderVerification } from '@tidemark/reports'
import { findRolloutReplayProblem } from '@tidemark/rollout'
import type { definition } from './definition.ts'

const replay = {
  evaluation: findReplayProblem,
  drift: findDriftReplayProblem,
  rollout: findRolloutReplayProblem,
}

type Context = ActionContext<typeof definition>

export async function verify(context: Context): Promise<Outcome> {
  const { path } = context.inputs
  const verification = path === undefined ? await verifyOnline(context) : await verifyClone(context, path)
  const { verified, problems, checked, notChecked } = verification
  context.output('verified', verified)
  context.output(
    'problems',
    problems.slice(0, 1000).map((problem) => ({ ...problem })),
  )
  context.summary(renderVerification(verification))
  for (const [kind, count] of Object.entries({ ...checked, ...notChecked })) context.log(`${count} ${kind}`)
  for (const { severity, path, message, remedy } of problems) {
    context.annotate({ level: severity, title: 'verify-registry', message: `${path} ${message}. ${remedy}` })
  }
  if (verified) return {}
  return { failed: `${problems.length} problem${problems.length === 1 ? '' : 's'} in the registry` }
}

async function verifyClone({ inputs, progress }: Context, path: string): Promise<Verification> {
  using ledger = new CloneLedger(path, inputs.registryBranch)
  return await verifyRegistry(ledger, { replay, onProgress: progress })
}

async function verifyOnline({ inputs, github, progress }: Context): Promise<Verification> {
  const { ledger, releases, reviews } = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
  })
  return verifyRegistry(ledger, {
    releases,
    assets: inputs.assets,
    intent: { reviews, policyRoot: inputs.policyRoot },
    replay,
    onProgress: progress,
  })
}

import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { connectRegistry } from '@tidemark/github'
import { settlePromotions } from '@tidemark/registry'
import { codeSpan, renderReturn, renderSettlement } from '@tidemark/reports'
import type { definition } from './definition.ts'

/** Settles every channel of the default branch that is not settled yet. */
export async function settle(context: ActionContext<typeof definition>): Promise<Outcome> {
  const { inputs, github } = context
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
    runUrl: github.runUrl,
  })
  const settlements = await settlePromotions(registry, {
    describeReturn: ({ version, checks }, wanted) =>
      renderReturn({
        ...wanted,
        what: `${codeSpan(version)} was merged and refused at settling:`,
        reasons: checks.filter((check) => check.verdict === 'fail').map((check) => `${check.name}: ${check.detail}`),
      }),
  })
  const settled = settlements.filter((each) => each.outcome === 'settled')
  const refused = settlements.filter((each) => each.outcome === 'refused')
  context.output(
    'settled',
    settled.map(({ model, channel, seq }) => `${model}#${channel}#${seq}`),
  )
  context.summary(
    renderSettlement({
      repository: github.repository,
      serverUrl: github.serverUrl,
      settlements: settlements.map(({ tag, pullRequest, checks, ...settlement }) => ({
        ...settlement,
        reasons: checks.filter((check) => check.verdict === 'fail').map((check) => `${check.name}: ${check.detail}`),
        ...(tag === null ? {} : { tag }),
        ...(pullRequest === null ? {} : { pullRequest }),
      })),
    }),
  )
  for (const { model, channel, version, seq, outcome, approvedBy } of settlements) {
    context.log(
      `${outcome}  ${model} ${version} on ${channel} (seq ${seq}), approved by ${approvedBy.join(', ') || 'nobody'}`,
    )
  }
  if (settlements.length === 0) context.log('Nothing to settle: every channel is settled, or its rollout goes on.')
  if (refused.length === 0) return { verdict: 'pass' }
  const reasons = refused.flatMap(({ model, channel, checks }) =>
    checks
      .filter((check) => check.verdict === 'fail')
      .map((check) => `${model}#${channel} ${check.name}: ${check.detail}`),
  )
  return { verdict: 'fail', failed: reasons.join('\n') }
}

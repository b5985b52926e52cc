import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { connectRegistry } from '@tidemark/github'
import { readRollbackPage } from '@tidemark/registry'
import { renderReturn, renderRollback, renderRollbackOutcome } from '@tidemark/reports'
import { type Rollback, rollBack } from '@tidemark/rollout'
import { TidemarkError } from '@tidemark/schemas'
import type { definition } from './definition.ts'

type Context = ActionContext<typeof definition>

/** Takes a channel back to a version that it held, for whoever started the workflow. */
export async function rollBackChannel(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const { model, version, reason } = requireInputs(inputs)
  // A run that is started again acts for who does that, not for who started it first.
  const requestedBy = github.triggeringActor
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: requestedBy,
    runUrl: github.runUrl,
  })
  const { channel, registryBranch, breakGlass: isBreakGlass } = inputs
  const { repository, serverUrl } = github
  const request = { model, channel, version, reason, requestedBy, run: github.runId, isBreakGlass }
  const rollback = await rollBack(registry, request, {
    describe: async (intent, asked, policy) =>
      renderRollback({
        repository,
        serverUrl,
        registryBranch,
        ...(await readRollbackPage(registry.ledger, { intent, request: asked, policy })),
      }),
    describeReturn: (intent, reasons) =>
      renderReturn({ ...intent, reasons, what: 'The rollout was stopped on request; its model is marked.' }),
  })
  const outcome = toOutcome(rollback)
  context.output('rolled-back-to', rollback.outcome === 'declined' ? '' : version)
  context.output('pull-request', 'pullRequest' in outcome ? String(outcome.pullRequest?.number ?? '') : '')
  context.summary(renderRollbackOutcome({ ...request, outcome }))
  context.log(`${rollback.outcome}  ${model} on ${channel}: ${'reason' in rollback ? rollback.reason : version}`)
  if (rollback.outcome === 'returned' && rollback.problem)
    return {
      failed: `${channel} is back on ${version}, but its file could not follow: ${rollback.problem.message}. ${rollback.problem.hint}`,
    }
  return {}
}

function requireInputs({ model, version, reason }: Context['inputs']) {
  const missing = Object.entries({ model, version, reason }).flatMap(([name, value]) => (value ? [] : [name]))
  if (model && version && reason) return { model, version, reason }
  throw new TidemarkError('INPUT_INVALID', `mode rollback needs ${missing.join(', ')}`, {
    hint: 'Say which model, back to which version, and why; all of it goes on record.',
  })
}

function toOutcome(rollback: Rollback): Parameters<typeof renderRollbackOutcome>[0]['outcome'] {
  switch (rollback.outcome) {
    case 'none':
      return { kind: 'none', why: rollback.reason }
    case 'stopped':
      return { kind: 'stopped', ...(rollback.returned ? { pullRequest: rollback.returned.pullRequest } : {}) }
    case 'returned':
      return {
        kind: 'returned',
        tag: rollback.tag,
        ...(rollback.pullRequest ? { pullRequest: rollback.pullRequest } : {}),
      }
    default:
      return { kind: rollback.outcome, pullRequest: rollback.pullRequest }
  }
}

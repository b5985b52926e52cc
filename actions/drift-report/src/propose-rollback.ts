import type { ActionContext } from '@tidemark/action-kit'
import {
  commentOnce,
  type MonitorRecord,
  type MonitorRollback,
  type Registry,
  readRollbackPage,
  rollBackByMonitor,
} from '@tidemark/registry'
import { renderRollback, rollbackSentence } from '@tidemark/reports'
import { type ModelPolicy, TidemarkError } from '@tidemark/schemas'
import type { definition } from './definition.ts'

/** Opens the pull request that the policy's rule asks for. What keeps it from that is a problem of the run, and no other's. */
export async function proposeRollback(
  { inputs: { registryBranch }, github: { repository, serverUrl } }: ActionContext<typeof definition>,
  registry: Registry,
  { policy, record: { drift, weeks } }: { policy: ModelPolicy; record: MonitorRecord },
): Promise<{ rollback: MonitorRollback; problems: TidemarkError[] }> {
  try {
    const rollback = await rollBackByMonitor(registry, {
      policy,
      judged: { drift: drift.windows, performance: weeks },
      describe: async (intent, request) =>
        renderRollback({
          repository,
          serverUrl,
          registryBranch,
          ...(await readRollbackPage(registry.ledger, { intent, request, policy })),
        }),
    })
    return { rollback, problems: [] }
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    return { rollback: { kind: 'none' }, problems: [error] }
  }
}

/** Tells those who follow the issue of a proposal that was just made: an edited body notifies nobody. */
export async function tellOfRollback(
  registry: Registry,
  rollback: MonitorRollback,
  issue: number | null,
): Promise<void> {
  if (rollback.kind !== 'proposed' || issue === null) return
  const marker = `<!-- tidemark:rollback pull-request=${rollback.pullRequest} -->`
  await commentOnce(registry, issue, `${marker}\n${rollbackSentence(rollback)}`)
}

/** The same for a log. */
export function logOfRollback(rollback: MonitorRollback): string {
  if (rollback.kind === 'none') return ''
  const what =
    rollback.kind === 'withheld' ? rollback.why : `${rollback.version}, pull request #${rollback.pullRequest}`
  return `rollback of ${rollback.channel} ${rollback.kind}: ${what}`
}

import type { ChannelIntent, ModelPolicy, RegistryEvent } from '@tidemark/schemas'
import { readVersion } from '../facts.ts'
import type { LedgerReader } from '../ports.ts'
import { readGrounds } from './grounds.ts'

/** What people are shown of a rollback: both versions, the checks where the monitor asks for it, who has to approve. */
export async function readRollbackPage(
  ledger: LedgerReader,
  { intent, request, policy }: { intent: ChannelIntent; request: RegistryEvent; policy: ModelPolicy },
) {
  const { model, channel, seq, version, previous, rollback } = intent
  const head = await ledger.head()
  const [target, left] = await Promise.all([
    readVersion(ledger, model, version, head),
    previous && readVersion(ledger, model, previous.version, head),
  ])
  if (head === null || target === null || rollback === undefined) throw new Error('a rollback to nothing')
  const checks = await readGrounds(ledger, request, head)
  const { approvals = 1, owners } = policy.channels[channel] ?? {}
  return { channel, seq, formerSeq: rollback.seq, target, left, request, checks, approvals, owners }
}

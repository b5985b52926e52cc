import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { connectRegistry } from '@tidemark/github'
import { checkProposedChannels, postStatus } from '@tidemark/registry'
import { renderCheck } from '@tidemark/reports'
import type { definition } from './definition.ts'
import { readDefaultBranch, readProposal } from './event.ts'

/** Judges every channel file that the pull request or merge group changes, and posts the required status on its head. */
export async function checkProposal(context: ActionContext<typeof definition>): Promise<Outcome> {
  const { inputs, github } = context
  const registry = await connectRegistry({
    ...inputs,
    repository: github.repository,
    apiUrl: github.apiUrl,
    actor: github.actor,
    runUrl: github.runUrl,
    defaultBranch: readDefaultBranch(github),
  })
  const { head, channels: proposals } = await checkProposedChannels(registry, readProposal(github))
  const checks = proposals.flatMap((each) => each.checks)
  await postStatus(registry, head, checks)
  for (const { intent, checks } of proposals) {
    context.summary(renderCheck({ model: intent.model, channel: intent.channel, version: intent.version, checks }))
  }
  const failed = checks.filter((check) => check.verdict === 'fail')
  if (proposals.length === 0) context.log('No channel file changes here: nothing to check.')
  for (const check of checks) context.log(`${check.verdict}  ${check.name}: ${check.detail}`)
  if (failed.length === 0) return { verdict: 'pass' }
  return { verdict: 'fail', failed: failed.map((check) => `${check.name}: ${check.detail}`).join('\n') }
}

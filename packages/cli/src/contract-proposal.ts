import { createHash } from 'node:crypto'
import { codeSpan, escapeMarkdown } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import { connect } from './source.ts'
import type { Terminal } from './tidemark.ts'

interface Proposal {
  readonly repo: string
  readonly 'api-url': string | undefined
  readonly path: string
  readonly yaml: string
  /** The baseline beside it, where there is one. */
  readonly baseline?: { readonly path: string; readonly text: string } | undefined
  readonly title: string
  /** What the contract does not say, for the one who reads it. */
  readonly notes: readonly string[]
}

const mostNotes = 100

/**
 * A pull request that adds or replaces a contract. Its branch is named by the path, so that asking again updates the one that is open.
 * Throws `REGISTRY_CONFLICT` where the default branch holds the same texts already.
 */
export async function proposeContract(
  proposal: Proposal,
  terminal: Terminal,
): Promise<{ url: string; isNew: boolean }> {
  const { repo, path, yaml, title, notes, baseline } = proposal
  const beside = baseline === undefined ? [] : [baseline]
  const { reviews } = await connect(
    { repo, 'api-url': proposal['api-url'], 'registry-branch': 'model-registry' },
    terminal,
  )
  const base = await reviews.defaultBranch()
  const isThere = await Promise.all(
    [{ path, text: yaml }, ...beside].map(async (file) => (await reviews.readFile(file.path, base)) === file.text),
  )
  if (isThere.every(Boolean)) {
    throw new TidemarkError('REGISTRY_CONFLICT', `${path} is on ${base} as it would be written`, {
      hint: 'There is nothing to propose.',
    })
  }
  const branch = `tidemark/contract/${createHash('sha256').update(path).digest('hex').slice(0, 12)}`
  await reviews.proposeFile({ branch, base, path, text: yaml, beside, message: title })
  const [open] = await reviews.openPullRequests(branch)
  if (open) return { url: open.url, isNew: false }
  const lost = notes.slice(0, mostNotes).map((note) => `- ${escapeMarkdown(note)}`)
  const body = [
    `${codeSpan(path)}: a draft of a contract. What held so far need not be a rule, and what is a rule may not have shown: read it before you merge it.`,
    ...(baseline === undefined
      ? []
      : [
          `${codeSpan(baseline.path)}: its baseline, which new data are compared with. It holds counts at quantiles and no rows; texts stand in it as digests, numbers as the edges of its bins.`,
        ]),
    ...(lost.length > 0 ? ['Not carried over:', lost.join('\n')] : []),
  ].join('\n\n')
  const { url } = await reviews.openPullRequest({ branch, base, title, body })
  return { url, isNew: true }
}

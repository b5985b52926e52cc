import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { paragraphs, table, verdictLabel, verdictMark } from './markdown.ts'

export interface PromotionCheck {
  readonly model: string
  readonly channel: string
  readonly version: string
  readonly checks: readonly { readonly name: string; readonly verdict: 'pass' | 'fail'; readonly detail: string }[]
  readonly pullRequest?: { readonly number: number; readonly url: string }
}

/** Job summary of promote-model's check: may the pull request be merged, and if not, what to do. */
export function renderCheck({ model, channel, version, checks, pullRequest }: PromotionCheck): string {
  const failed = checks.filter(({ verdict }) => verdict === 'fail')
  const verdict = checkVerdict({ checks })
  const where = pullRequest ? ` in ${link(`pull request ${pullRequest.number}`, pullRequest.url)}` : ''
  const promotion = `${codeSpan(model)} ${escapeMarkdown(version)} to ${codeSpan(channel)}${where}`
  return paragraphs(
    `## ${verdictMark[verdict]} Promotion check: ${verdict}`,
    verdict === 'pass'
      ? `${promotion}: every check passed.`
      : checks.length === 0
        ? `${promotion}: nothing was checked, so nothing is allowed.`
        : `${promotion}: not to be merged, ${failed.length} of ${checks.length} checks failed.`,
    checks.length > 0 &&
      table(
        [{ title: 'Check' }, { title: 'Verdict' }, { title: 'Detail' }],
        [...failed, ...checks.filter((check) => check.verdict === 'pass')].map((check) => [
          escapeMarkdown(check.name),
          verdictLabel(check.verdict),
          escapeMarkdown(check.detail, 600),
        ]),
      ),
  )
}

/** Passes when there were checks and all passed. */
export const checkVerdict = ({ checks }: Pick<PromotionCheck, 'checks'>): 'pass' | 'fail' =>
  checks.length > 0 && checks.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'fail'

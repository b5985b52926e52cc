import type { LedgerCommit, LedgerReader } from '../ports.ts'
import type { Findings } from './findings.ts'
import { kinds } from './kinds.ts'

/** The branch's commits, for those who ask whether something is still part of it. */
export interface BranchHistory {
  /** Whether a commit is part of the branch's history; null where not all of it could be read. */
  has(commit: string): boolean | null
}

interface Fate {
  first: { sha: string; blob: string | null }
  last: { sha: string; blob: string | null }
}

/**
 * The branch grew by one commit on top of another, and each fact is what its first commit wrote. With `since`, a commit that was
 * the branch's tip before is still in its history. What was done to a fact and undone is a warning: nothing is wrong any more.
 */
export async function verifyHistory(
  ledger: LedgerReader,
  { head, since }: { head: string; since?: string | undefined },
  findings: Findings,
): Promise<BranchHistory> {
  const { commits, isWhole } = await ledger.log(head)
  const known = new Set(commits.map(({ sha }) => sha))
  const has = (commit: string) => known.has(commit) || (isWhole ? false : null)
  findings.count('commits', commits.length)
  if (!isWhole) findings.skip('whether the history reaches back to its first commit')
  for (const { sha, parents } of commits) {
    if (parents.length > 1)
      findings.warn(
        `commit ${short(sha)}`,
        'is a merge, which Tidemark never makes',
        'Find out who pushed it, and let only the workflows’ app write to the registry branch (ruleset).',
      )
  }
  if (since !== undefined) verifyTip(since, has(since), findings)
  if (commits.some(({ changes }) => changes === null)) findings.skip('what each commit changed, which only git tells')
  else verifyFates(fatesOf(commits), findings)
  return { has }
}

function verifyTip(since: string, isKnown: boolean | null, findings: Findings): void {
  if (isKnown) findings.count('earlier tips')
  else if (isKnown === null) findings.skip('whether the tip that was verified before is in the history')
  else
    findings.error(
      'registry branch',
      `was rewritten: ${since}, which was its tip before, is not in its history`,
      'Do not deploy from it. Push the old tip back from a clone that has it (git push --force origin <old tip>:refs/heads/<registry branch>), then forbid force pushes and deletion by a ruleset.',
    )
}

function verifyFates(fates: ReadonlyMap<string, Fate>, findings: Findings): void {
  for (const [path, { first, last }] of fates) {
    if (isState.test(path) && last.blob !== null) continue
    if (first.sha === last.sha) {
      findings.count('facts written once')
      continue
    }
    const who = `${last.blob === null ? 'was removed' : 'was changed'} in ${short(last.sha)}`
    if (first.blob === last.blob)
      findings.warn(
        path,
        `was changed or removed, and in ${short(last.sha)} put back as ${short(first.sha)} had written it`,
        'Nothing is left to restore. Find out who could write to the registry branch.',
      )
    else
      findings.error(
        path,
        `${who}, after ${short(first.sha)} had written it: facts are written once`,
        `\`git show ${short(first.sha)}:${path}\` has it as it was written. Put that back in a commit, and find out who could write to the registry branch.`,
      )
  }
}

const isState = /^rollouts\/[^/]+\/[^/]+\.json$/

/** What became of each fact and of each rollout's state, which may be replaced; of other files nothing is asked. */
function fatesOf(commits: readonly LedgerCommit[]): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const { sha, changes } of commits.toReversed()) {
    for (const { path, blob } of changes ?? []) {
      if (!isState.test(path) && !kinds.some(({ pattern }) => pattern.test(path))) continue
      const fate = fates.get(path)
      if (fate === undefined) fates.set(path, { first: { sha, blob }, last: { sha, blob } })
      else fate.last = { sha, blob }
    }
  }
  return fates
}

const short = (sha: string): string => sha.slice(0, 12)

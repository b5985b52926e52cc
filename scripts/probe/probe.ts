import { randomBytes } from 'node:crypto'
import type { Assumption, Untried } from './assumption.ts'
import { assumptions, untried } from './assumptions/index.ts'
import { cleanUp } from './clean-up.ts'
import type { Request } from './client.ts'
import { everyProbe, openSite } from './site.ts'

export interface Finding extends Pick<Assumption, 'id' | 'says' | 'reliedOnBy' | 'expected'> {
  readonly verdict: 'agrees' | 'differs' | 'not tried'
  /** What the GitHub did; why it was not tried. */
  readonly observed: string
}

export interface Report {
  readonly repository: string
  readonly findings: readonly Finding[]
  /** What could not be removed. */
  readonly leftBehind: readonly string[]
}

/**
 * Tries every assumption on a repository and removes all that it made, also when `signal` stops it halfway or an assumption
 * fails. Assumptions that need more than was given are reported as not tried.
 */
export async function probe({
  request,
  repository,
  defaultBranch,
  empty,
  withPullRequest = false,
  only = [],
  signal,
  onFinding = () => {},
}: {
  readonly request: Request
  readonly repository: string
  readonly defaultBranch: string
  readonly empty?: string | undefined
  readonly withPullRequest?: boolean
  /** Ids, or beginnings of them; all when left out. */
  readonly only?: readonly string[]
  readonly signal?: AbortSignal
  onFinding?(finding: Finding): void
}): Promise<Report> {
  const prefix = `${everyProbe}${randomBytes(4).toString('hex')}`
  const underWay = new Set<Promise<unknown>>()
  const stoppable: Request = async (...parameters) => {
    signal?.throwIfAborted()
    const answer = request(...parameters)
    underWay.add(answer)
    return answer.finally(() => underWay.delete(answer))
  }
  const site = openSite({ request: stoppable, repository, defaultBranch, prefix, empty })
  const given = { empty: empty !== undefined, 'pull-request': withPullRequest }
  const findings: Finding[] = []
  const add = (about: Assumption | Untried, verdict: Finding['verdict'], observed: string) => {
    const { id, says, reliedOnBy } = about
    const expected = 'expected' in about ? about.expected : ''
    const finding = { id, says, reliedOnBy, expected, verdict, observed }
    findings.push(finding)
    onFinding(finding)
  }
  const isWanted = ({ id }: { readonly id: string }) => only.length === 0 || only.some((start) => id.startsWith(start))
  let leftBehind: string[]
  try {
    for (const assumption of assumptions.filter(isWanted)) {
      const { needs, expected } = assumption
      if (needs !== undefined && !given[needs]) add(assumption, 'not tried', `needs --${needs}`)
      else if (signal?.aborted) add(assumption, 'not tried', 'stopped')
      else {
        const observed = await assumption.observe(site).catch((error: Error) => `no answer: ${error.message}`)
        if (signal?.aborted) add(assumption, 'not tried', 'stopped')
        else add(assumption, observed === expected ? 'agrees' : 'differs', observed)
      }
    }
    for (const each of untried.filter(isWanted)) add(each, 'not tried', each.because)
  } finally {
    // What was sent has its effect, whoever still waits for it.
    await Promise.allSettled(underWay)
    leftBehind = await cleanUp({ request, repository, prefix }).catch((error: Error) => [
      `everything that starts with ${prefix}: ${error.message}`,
    ])
  }
  return { repository, findings, leftBehind }
}

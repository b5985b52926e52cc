import type { Site } from './site.ts'

/** One thing that the sandbox takes for granted about GitHub. */
export interface Assumption {
  readonly id: string
  /** What GitHub is taken to do, in a sentence. */
  readonly says: string
  /** The files that would be wrong if GitHub did otherwise. */
  readonly reliedOnBy: readonly string[]
  /** What `observe` makes of the expected answer: a status and words, or the facts in it that matter. */
  readonly expected: string
  /** Where it is tried: `empty` needs a repository without commits, `pull-request` leaves a closed pull request behind. */
  readonly needs?: 'empty' | 'pull-request'
  /** Asks the GitHub and tells what it did, in the words of `expected`. */
  observe(site: Site): Promise<string>
}

/** What cannot be brought about on purpose, and why. It is listed, so that nobody takes it for proven. */
export interface Untried {
  readonly id: string
  readonly says: string
  readonly reliedOnBy: readonly string[]
  readonly because: string
}

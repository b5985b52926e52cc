import type { Assumption, Untried } from '../assumption.ts'
import { answers, untriedAnswers } from './answers.ts'
import { objects, untriedObjects } from './objects.ts'
import { pulls } from './pulls.ts'
import { refs } from './refs.ts'
import { registryReads, untriedRegistryReads } from './registry-reads.ts'
import { releaseAssumptions, untriedReleases } from './releases.ts'

/** All that is tried, in order: what a later one rests on comes first. */
export const assumptions: readonly Assumption[] = [
  ...answers,
  ...objects,
  ...refs,
  ...registryReads,
  ...releaseAssumptions,
  ...pulls,
]

export const untried: readonly Untried[] = [
  ...untriedAnswers,
  ...untriedObjects,
  ...untriedRegistryReads,
  ...untriedReleases,
]

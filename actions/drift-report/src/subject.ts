import { resolve } from 'node:path'
import { type ActionContext, provideNative } from '@tidemark/action-kit'
import { readFact } from '@tidemark/registry'
import {
  type Baseline,
  Dataset,
  type DriftCheck,
  type DriftShard,
  datasetDigest,
  layout,
  TidemarkError,
} from '@tidemark/schemas'
import { type Today, warnOfDaysAhead } from './ahead.ts'
import type { definition } from './definition.ts'
import { type Measured, measureDrift } from './measure.ts'
import { readPlan } from './plan-file.ts'
import { findReference } from './reference.ts'
import { openScorer } from './scorer.ts'
import { acceptanceOf, readShards } from './shard-files.ts'
import { assertPlan, datasetOf, fillFromShards, measureShards } from './shards.ts'
import { findBaseline, isWantedBaseline, patternsOf, readFiles, recordedReference, type Watched } from './watched.ts'

type Context = ActionContext<typeof definition>

/** What is judged: a dataset, held against a baseline. */
export interface Subject {
  /** Digest of all data. */
  readonly dataset: string
  /** Null where none is described yet. */
  readonly baseline: Baseline | null
  readonly isOnRecord: boolean
  /** Counts and judges the windows that are due, those on record given. */
  measure(context: Context, windows: readonly DriftCheck[], today: Today): Promise<Measured>
}

/** The checkout's files; nothing but their bytes is read before they are measured. */
export async function openFiles(watched: Watched): Promise<Subject> {
  const { folder, monitor, manifest, referenceFiles } = watched
  const all = await readFiles(watched, patternsOf(folder))
  const reference = findReference(all, referenceFiles, manifest)
  const baseline = await findBaseline(watched, datasetDigest(reference))
  return {
    dataset: datasetDigest(all),
    baseline,
    isOnRecord: baseline !== null,
    async measure(context, windows, today) {
      await provideNative(['duckdb', 'onnxruntime'], context)
      await using scorer = await openScorer(context, watched)
      const files = { reference, all }
      return await measureDrift(context, { folder, monitor, files, scorer, baseline, windows, today })
    },
  }
}

/** What other jobs counted; no data are needed here. Throws as `readShards` does, and where they were not counted by the plan that is wanted. */
export async function openShards(context: Context, watched: Watched): Promise<Subject> {
  const { inputs, github } = context
  const { monitor, manifest } = watched
  const shards = await readShards(resolve(github.workspace, inputs.profiles!), {
    model: manifest.model,
    acceptance: acceptanceOf(watched.folder),
  })
  const known = await findBaseline(watched, recordedReference(watched))
  const against = known === null ? await fill(context, watched, shards) : await recorded(watched, known)
  assertPlan(shards, against.plan)
  return {
    dataset: datasetOf(shards).digest,
    baseline: against.baseline,
    isOnRecord: known !== null,
    measure: async (_, windows, today) => {
      const { ahead, ...measured } = measureShards(shards, { ...against, monitor, windows, today })
      if (ahead !== null) warnOfDaysAhead(context, { newest: ahead, today, place: 'The shards' })
      return measured
    },
  }
}

interface Against {
  readonly baseline: Baseline
  readonly reference: Dataset
  readonly plan: Baseline
}

async function recorded({ registry, at, manifest }: Watched, baseline: Baseline): Promise<Against> {
  const path = layout.dataset(manifest.model, baseline.dataset)
  const reference = await readFact(registry.ledger, Dataset, path, at)
  if (reference !== null) return { baseline, reference, plan: baseline }
  throw new TidemarkError('REGISTRY_CORRUPT', `${path} is named by a baseline but is not there`, {
    hint: 'Facts are never deleted. Restore the registry branch from a clone and run verify-registry.',
  })
}

async function fill({ inputs, github }: Context, watched: Watched, shards: readonly DriftShard[]): Promise<Against> {
  const plan = await readPlan(resolve(github.workspace, inputs.plan), watched.manifest)
  assertPlan(shards, plan)
  const filled = fillFromShards(plan, shards, watched)
  if (await isWantedBaseline(watched, filled.baseline)) return { ...filled, plan }
  throw new TidemarkError('DIGEST_MISMATCH', 'the plan does not watch what the policy asks for', {
    hint: 'The policy’s segments, label or performance changed since it was laid. Run the workflow again from the planning job.',
  })
}

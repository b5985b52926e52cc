import { resolve } from 'node:path'
import { type ActionContext, type Outcome, provideNative } from '@tidemark/action-kit'
import { type DatasetFiles, digestQuery, layBaseline, planBaseline, publicColumns, readPeriod } from '@tidemark/data'
import { type Baseline, TidemarkError } from '@tidemark/schemas'
import type { definition } from './definition.ts'
import { emptyReference } from './measure.ts'
import { writePlan } from './plan-file.ts'
import { referenceAmong } from './reference.ts'
import { driftData, openRows, queryOf, score } from './rows.ts'
import { openScorer } from './scorer.ts'
import { findBaseline, patternsOf, readFiles, readWatched, recordedReference, type Watched } from './watched.ts'

type Context = ActionContext<typeof definition>

/**
 * Writes what shards are counted by: the baseline on record, which needs no data; where there is none, edges laid from the reference files
 * that are in the checkout.
 */
export async function plan(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const watched = await readWatched(context)
  if (typeof watched === 'string') {
    context.log(watched)
    return {}
  }
  const known = await findBaseline(watched, recordedReference(watched))
  if (known !== null) context.log(`The baseline of ${watched.manifest.version} is on record: its edges are the plan.`)
  await writePlan(resolve(github.workspace, inputs.plan), known ?? (await layPlan(context, watched)))
  context.output('plan', inputs.plan)
  return {}
}

async function layPlan(context: Context, watched: Watched): Promise<Baseline> {
  const { folder, manifest, monitor } = watched
  const files = await findReferenceFiles(watched)
  await provideNative(['duckdb', 'onnxruntime'], context)
  await using scorer = await openScorer(context, watched)
  const question = { folder, monitor, scorer }
  await using reference = await openRows(question, files)
  const query = queryOf(question)
  const period = await readPeriod(reference.engine, query)
  if (period === null) throw emptyReference(question)
  const options = {
    model: manifest.model,
    dataset: reference.dataset.digest,
    modelDigest: manifest.modelDigest,
    period,
    publicColumns: publicColumns(folder.contract),
    expectsPerformance: monitor.performance !== undefined,
  }
  const laid = await context.group(`Lay edges from ${files.files.length} files`, async () =>
    planBaseline(reference.engine, driftData(question, await score(context, question, reference, period)), options),
  )
  const baseline = layBaseline(laid, { ...options, features: digestQuery(scorer.query) })
  return baseline
}

/** Those of the reference files that are in the checkout, each content once. */
async function findReferenceFiles(watched: Watched): Promise<DatasetFiles> {
  const { folder, manifest, referenceFiles } = watched
  const { root, files } = await readFiles(watched, patternsOf(folder))
  const found = referenceAmong(files, referenceFiles)
  if (found.length > 0) return { root, files: found }
  throw new TidemarkError(
    'FILE_NOT_FOUND',
    `none of the files that ${manifest.model} ${manifest.version} was made from is here`,
    {
      hint: 'Edges are laid from them: fetch all of them, or some that stand for all, in the planning job.',
    },
  )
}

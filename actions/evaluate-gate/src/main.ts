import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type ActionContext, type Outcome, provideNative, readHandover, writeHandover } from '@tidemark/action-kit'
import { type ModelFolder, type OpenSplit, openModelFolder, openSplit, readSplitFeatures } from '@tidemark/data'
import { evaluateGate } from '@tidemark/evaluation'
import { measureLatency, openModel } from '@tidemark/models'
import { renderGate } from '@tidemark/reports'
import {
  Dataset,
  type DocumentSchema,
  digestOf,
  type Evaluation,
  evaluationId,
  parseJsonDocument,
  Run,
  sha256,
  storedJson,
  TidemarkError,
  Validation,
} from '@tidemark/schemas'
import { type Champion, fetchChampion } from './champion.ts'
import type { definition } from './definition.ts'

type Context = ActionContext<typeof definition>

interface Holdout {
  folder: ModelFolder
  split: OpenSplit
  validated: { dataset: Dataset; validation: Validation }
}

export async function evaluate(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const folder = await openModelFolder(github.workspace, inputs)
  const { policy } = folder
  const { run, validated, modelBytes, query } = await readHandovers(context)
  const champion = await context.group('Fetch the champion', () => fetchChampion(context))
  context.output('champion', champion?.manifest.version ?? '')
  await provideNative(['duckdb', 'onnxruntime'], context)

  await using split = await openSplit(
    folder,
    validated.dataset.files.map((file) => file.path),
  )
  const holdout: Holdout = { folder, split, validated }
  const challenger = await context.group('Score the candidate', () =>
    score(context, holdout, { model: modelBytes, query: { text: query, file: 'features.sql of the candidate' } }),
  )
  const incumbent =
    champion &&
    (await context.group(`Score the champion ${champion.manifest.version}`, () =>
      scoreChampion(context, holdout, champion),
    ))
  const sizeBytes = run.output.files.reduce((sum, file) => sum + file.sizeBytes, 0)
  const { latencyP95Ms } = challenger
  const decision = await context.group('Decide', async () =>
    evaluateGate({
      policy: policy.gate,
      task: policy.task,
      holdout: challenger.holdout,
      challenger: challenger.scored,
      ...(incumbent ? { champion: incumbent.scored } : {}),
      measured: { sizeBytes, latencyP95Ms },
    }),
  )
  const { verdict, reason, rules, notJudged, metrics, statistics } = decision
  const document: Omit<Evaluation, 'id'> = {
    schema: 'tidemark/evaluation/v1',
    model: policy.model,
    run: run.id,
    challenger: { modelDigest: run.output.modelDigest, sizeBytes, latencyP95Ms },
    champion: champion && { modelDigest: champion.manifest.modelDigest, version: champion.manifest.version },
    holdout: {
      dataset: validated.dataset.digest,
      validation: validated.validation.id,
      features: sha256(query),
      rows: validated.dataset.rows,
      acceptedRows: challenger.scored.ids.length,
    },
    policyDigest: digestOf(policy.gate),
    verdict,
    reason,
    // Plain JSON: what is stored is what replays.
    ...(JSON.parse(JSON.stringify({ rules, notJudged, metrics, statistics })) as Pick<
      Evaluation,
      'rules' | 'notJudged' | 'metrics' | 'statistics'
    >),
  }
  const evaluation: Evaluation = { ...document, id: evaluationId(document) }
  const output = resolve(github.workspace, inputs.output)
  await rm(output, { recursive: true, force: true })
  await mkdir(output, { recursive: true })
  context.output('handover', await writeHandover(output, { kind: 'evaluation', facts: { evaluation } }))
  context.output('evaluation-id', evaluation.id)
  context.summary(renderGate(evaluation, { policy: policy.gate }))
  for (const rule of rules) context.log(`${rule.verdict}  ${rule.reason}`)
  if (verdict === 'pass') return { verdict }
  return { verdict, failed: `The gate’s verdict is ${verdict}: ${reason}` }
}

async function readHandovers({ inputs, github }: Context): Promise<{
  run: Run
  validated: Holdout['validated']
  modelBytes: { bytes: Uint8Array; sha256: string }
  query: string
}> {
  const folder = resolve(github.workspace, inputs.training)
  const validation = await readHandover(resolve(github.workspace, inputs.validation), {
    kind: 'validation',
    expectedDigest: inputs.validationHandover,
  })
  const training = await readHandover(folder, { kind: 'training', expectedDigest: inputs.trainingHandover })
  const part = <T>(schema: DocumentSchema<T>, facts: unknown, name: string) =>
    parseJsonDocument(
      schema,
      storedJson((facts as Record<string, unknown> | null)?.[name] ?? null),
      `handover.json (${name})`,
    )
  const run = part(Run, training.facts, 'run')
  const validated = {
    dataset: part(Dataset, validation.facts, 'holdout-dataset'),
    validation: part(Validation, validation.facts, 'holdout-validation'),
  }
  if (validated.validation.verdict !== 'pass') {
    throw new TidemarkError('CONTRACT_FAILED', `the holdout’s verdict is ${validated.validation.verdict}`, {
      hint: 'Only data that passes its contract can judge a model. See the summary of validate-data.',
    })
  }
  const model = run.output.files.find((file) => file.path === 'model.onnx')
  const bytes = await readFile(join(folder, 'model.onnx'))
  return {
    run,
    validated,
    modelBytes: { bytes, sha256: model?.sha256 ?? '' },
    query: await readFile(join(folder, 'features.sql'), 'utf8'),
  }
}

async function scoreChampion(context: Context, holdout: Holdout, { manifest, files }: Champion) {
  const model = files.get('model.onnx')
  const query = files.get('features.sql')
  const sha256 = manifest.files.find((file) => file.path === 'model.onnx')?.sha256
  if (!model || !query || sha256 === undefined) {
    throw new TidemarkError(
      'REGISTRY_CORRUPT',
      `${manifest.model} ${manifest.version} has no model.onnx or no features.sql`,
      {
        hint: 'It was not registered by register-model. Run verify-registry.',
      },
    )
  }
  // A champion is scored with its own query: the candidate's may have other features.
  const text = Buffer.from(query).toString('utf8')
  return score(context, holdout, {
    model: { bytes: model, sha256 },
    query: { text, file: `features.sql of ${manifest.version}` },
  })
}

async function score(
  context: Context,
  { folder, split, validated }: Holdout,
  { model, query }: { model: { bytes: Uint8Array; sha256: string }; query: { text: string; file: string } },
) {
  const table = await readSplitFeatures(folder, split, { validated, query })
  const { ids, labels, clusters, features } = table
  if (labels === undefined) throw new Error('a feature table without labels')
  const opened = await openModel(model.bytes, { expectedSha256: model.sha256 })
  try {
    const columns = { rows: table.rows, columns: features }
    const scores = await opened.score(columns, {
      rowIds: ids,
      onProgress: ({ done, rows }) =>
        context.progress(`${done.toLocaleString('en')} of ${rows.toLocaleString('en')} rows scored`),
    })
    const { p95Ms } = await measureLatency(opened, columns, { seed: folder.policy.train.seed })
    const keys = clusters && Array.from(clusters.codes, (code) => clusters.dictionary[code] ?? null)
    return {
      scored: { ids, scores },
      holdout: { ids, labels, ...(keys ? { clusters: keys } : {}) },
      latencyP95Ms: p95Ms,
    }
  } finally {
    await opened.close()
  }
}

import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ActionContext, clearHandover, type Outcome, provideNative, writeHandover } from '@tidemark/action-kit'
import { digestQuery, openModelFolder, openSplit, unpackLookups } from '@tidemark/data'
import { evaluateGate, type GateDecision } from '@tidemark/evaluation'
import { renderGate } from '@tidemark/reports'
import { digestOf, type Evaluation, evaluationId, type ModelPolicy, type Run } from '@tidemark/schemas'
import { type Champion, championModel, fetchChampion } from './champion.ts'
import type { definition } from './definition.ts'
import { type Candidate, readCandidate } from './handovers.ts'
import { isOnnx } from './scored-model.ts'
import { assertSameQuery, assertSameQuestion, HoldoutScorer, type Scoring } from './scoring.ts'

export async function evaluate(context: ActionContext<typeof definition>): Promise<Outcome> {
  const { inputs, github } = context
  const output = resolve(github.workspace, inputs.output)
  await clearHandover(output, 'evaluation')
  const folder = await openModelFolder(github.workspace, inputs)
  const { policy } = folder
  const candidate = await readCandidate(context)
  const query = await folder.readQuery(policy.data.features)
  assertSameQuery(digestQuery(query), candidate.features)
  const champion = await context.group('Fetch the champion', () => fetchChampion(context))
  const hasOnnx = isOnnx(candidate.source) || (champion !== null && champion.manifest.kind !== 'opaque')
  await provideNative(hasOnnx ? ['duckdb', 'onnxruntime'] : ['duckdb'], context)

  await using unpacked = await unpackLookups(champion?.files ?? new Map())
  await using split = await openSplit(
    folder,
    candidate.validated.dataset.files.map((file) => file.path),
    { lookups: [...query.lookups, ...unpacked.lookups] },
  )
  const scorer = new HoldoutScorer(context, folder, split, candidate.validated)
  const candidateModel = { name: 'the candidate', source: candidate.source, query }
  const models = [
    candidateModel,
    ...(champion ? [await championModel(champion, { lookups: unpacked.lookups, query })] : []),
  ]
  const [challenger, incumbent] = await context.group(`Score ${models.map(({ name }) => name).join(' and ')}`, () =>
    scorer.score(models),
  )
  if (challenger === undefined) throw new Error('no candidate was scored')
  if (incumbent) assertSameQuestion(challenger.holdout, incumbent.holdout)
  const measured = {
    sizeBytes: sizeOf(candidate.run),
    latencyP95Ms: await scorer.latencyP95Ms(candidateModel),
  }
  const decision = await context.group('Decide', async () =>
    evaluateGate({
      policy: policy.gate,
      task: policy.task,
      holdout: challenger.holdout,
      challenger: challenger.scored,
      ...(incumbent ? { champion: incumbent.scored } : {}),
      measured,
    }),
  )

  const evaluation = recordDecision({ policy, candidate, champion, challenger, measured, decision })
  await mkdir(output, { recursive: true })
  context.output('handover', await writeHandover(output, { kind: 'evaluation', facts: { evaluation } }))
  context.output('evaluation-id', evaluation.id)
  context.output('champion', champion?.manifest.version ?? '')
  context.summary(renderGate(evaluation, { policy: policy.gate }))
  const { verdict, reason, rules } = decision
  for (const rule of rules) context.log(`${rule.verdict}  ${rule.reason}`)
  if (verdict === 'pass') return { verdict }
  return { verdict, failed: `The gate’s verdict is ${verdict}: ${reason}` }
}

/** A container image's size is not in its digest, and it is not pulled here. */
function sizeOf({ output }: Run): number | null {
  return output.image ? null : output.files.reduce((sum, file) => sum + file.sizeBytes, 0)
}

function recordDecision({
  policy,
  candidate,
  champion,
  challenger,
  measured,
  decision,
}: {
  policy: ModelPolicy
  candidate: Candidate
  champion: Champion | null
  challenger: Scoring
  measured: Pick<Evaluation['challenger'], 'sizeBytes' | 'latencyP95Ms'>
  decision: GateDecision
}): Evaluation {
  const { run, validated, features } = candidate
  const { verdict, reason, rules, notJudged, metrics, statistics } = decision
  const document: Omit<Evaluation, 'id'> = {
    schema: 'tidemark/evaluation/v1',
    model: policy.model,
    run: run.id,
    challenger: { modelDigest: run.output.modelDigest, ...measured },
    champion: champion && { modelDigest: champion.manifest.modelDigest, version: champion.manifest.version },
    holdout: {
      dataset: validated.dataset.digest,
      validation: validated.validation.id,
      features,
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
  return { ...document, id: evaluationId(document) }
}

import { join } from 'node:path'
import type { ActionContext } from '@tidemark/action-kit'
import { digestQuery, type FeatureTable, type ModelFolder, type OpenSplit, readSplitFeatures } from '@tidemark/data'
import type { Holdout, ScoredRows } from '@tidemark/evaluation'
import { measureLatency, openModel } from '@tidemark/models'
import { type Dataset, TidemarkError, type Validation } from '@tidemark/schemas'
import { outputLines, type ScoredOpaqueModel, scoreByCommand } from '@tidemark/training'
import type { definition } from './definition.ts'
import { isOnnx, type OnnxSource, type ScoredModel } from './scored-model.ts'

type Context = ActionContext<typeof definition>

export interface Scoring {
  holdout: Holdout
  scored: ScoredRows
}

/** Scores models on one holdout, each with the features of its own query; equal queries are run once. */
export class HoldoutScorer {
  readonly #context: Context
  readonly #folder: ModelFolder
  readonly #split: OpenSplit
  readonly #validated: { dataset: Dataset; validation: Validation }
  readonly #tables = new Map<string, FeatureTable>()

  constructor(
    context: Context,
    folder: ModelFolder,
    split: OpenSplit,
    validated: { dataset: Dataset; validation: Validation },
  ) {
    this.#context = context
    this.#folder = folder
    this.#split = split
    this.#validated = validated
  }

  /** In the order given: ONNX models side by side, a command with the machine to itself. */
  async score(models: readonly ScoredModel[]): Promise<Scoring[]> {
    const tables: FeatureTable[] = []
    for (const model of models) tables.push(await this.#features(model))
    const score = (model: ScoredModel, i: number) => this.#score(model, tables[i] as FeatureTable)
    if (models.every(({ source }) => isOnnx(source))) return Promise.all(models.map(score))
    const scorings: Scoring[] = []
    for (const [i, model] of models.entries()) scorings.push(await score(model, i))
    return scorings
  }

  /** 95th percentile of scoring one row alone, in milliseconds; call it when nothing else runs. Null of a model that a command scores. */
  async latencyP95Ms(model: ScoredModel): Promise<number | null> {
    const { source } = model
    if (!isOnnx(source)) return null
    const { rows, features } = await this.#features(model)
    const opened = await openModel(source.bytes, { expectedSha256: source.sha256 })
    try {
      const { seed } = this.#folder.policy.train
      return (await measureLatency(opened, { rows, columns: features }, { seed })).p95Ms
    } finally {
      await opened.close()
    }
  }

  async #score({ name, source }: ScoredModel, table: FeatureTable): Promise<Scoring> {
    const { ids, labels, clusters } = table
    if (labels === undefined) throw new Error('a feature table without labels')
    const scores = isOnnx(source) ? await this.#run(name, source, table) : await this.#command(name, source, table)
    const keys = clusters && Array.from(clusters.codes, (code) => clusters.dictionary[code] ?? null)
    return { scored: { ids, scores }, holdout: { ids, labels, ...(keys ? { clusters: keys } : {}) } }
  }

  async #run(
    name: string,
    { bytes, sha256 }: OnnxSource,
    { ids, features, rows }: FeatureTable,
  ): Promise<Float64Array> {
    const opened = await openModel(bytes, { expectedSha256: sha256 })
    try {
      return await opened.score(
        { rows, columns: features },
        {
          rowIds: ids,
          onProgress: ({ done }) =>
            this.#context.progress(`${name}: ${done.toLocaleString('en')} of ${rows.toLocaleString('en')} rows scored`),
        },
      )
    } finally {
      await opened.close()
    }
  }

  async #command(
    name: string,
    source: ScoredOpaqueModel,
    { ids, features, rows }: FeatureTable,
  ): Promise<Float64Array> {
    const { score, data } = this.#folder.policy
    if (score === undefined) {
      throw new TidemarkError('POLICY_INVALID', `${name} is an opaque model, and model.yaml has no score command`, {
        hint: 'Set kind: opaque and score.command in model.yaml, or make the ONNX model a new model, without this champion.',
      })
    }
    const { github, log } = this.#context
    // Printed as text: what a score command writes is never a command to the runner.
    const output = outputLines((line) => log(line))
    return scoreByCommand(
      source,
      { rows, columns: features, ids, idName: data.columns.id },
      {
        command: score.command,
        workingDirectory: github.workspace,
        outputDirectory: join(github.temp, 'tidemark-scoring'),
        timeoutMs: score.timeoutMinutes * 60_000,
        onOutput: output.add,
      },
    ).finally(output.end)
  }

  async #features({ query }: ScoredModel): Promise<FeatureTable> {
    const digest = digestQuery(query)
    const known = this.#tables.get(digest)
    if (known) return known
    const table = await readSplitFeatures(this.#folder, this.#split, {
      validated: this.#validated,
      query,
      wantsKeys: true,
    })
    this.#tables.set(digest, table)
    return table
  }
}

/**
 * A candidate may bring a new query, but not another question: rows, labels and clusters must be those of the champion's.
 * Throws `ROWS_MISMATCH`.
 */
export function assertSameQuestion(candidate: Holdout, champion: Holdout): void {
  const rows = candidate.ids.length
  let differing = 0
  for (let row = 0; row < Math.max(rows, champion.ids.length); row++) {
    const isSame =
      candidate.ids[row] === champion.ids[row] &&
      candidate.labels[row] === champion.labels[row] &&
      candidate.clusters?.[row] === champion.clusters?.[row]
    if (!isSame) differing++
  }
  if (differing === 0) return
  throw new TidemarkError(
    'ROWS_MISMATCH',
    `the candidate’s query asks another question than the champion’s: ${differing.toLocaleString('en')} of ${rows.toLocaleString('en')} holdout rows differ in id, label or cluster`,
    {
      hint: 'A features query may change features, not which rows there are, what their label is or how they cluster. Make a new model for a new question.',
    },
  )
}

/** The query that judges is the checkout's, with its lookups, not one that the training job brought along. Throws `DIGEST_MISMATCH`. */
export function assertSameQuery(expected: string, actual: string): void {
  if (expected === actual) return
  throw new TidemarkError(
    'DIGEST_MISMATCH',
    `the candidate came with another features query, or other lookups (sha256 ${actual}), than this commit has (${expected})`,
    {
      hint: 'Run train and evaluate-gate on the same commit, and do not edit what travels between jobs.',
    },
  )
}

import { join, resolve } from 'node:path'
import {
  type ActionContext,
  clearHandover,
  handoverPart,
  provideNative,
  readHandover,
  writeHandover,
} from '@tidemark/action-kit'
import { digestQuery, openModelFolder, openSplit, readSplitFeatures } from '@tidemark/data'
import { renderTraining } from '@tidemark/reports'
import { Dataset, digestOf, type Run, runId, TidemarkError, Validation } from '@tidemark/schemas'
import { openExecutor, openOpaqueExecutor, outputLines, readSource, runJob } from '@tidemark/training'
import type { definition } from './definition.ts'
import { type TrainedModel, writeTrainedModel } from './trained-model.ts'

export async function train(context: ActionContext<typeof definition>): Promise<void> {
  const { inputs, github } = context
  const output = resolve(github.workspace, inputs.output)
  await clearHandover(output, 'training')
  const folder = await openModelFolder(github.workspace, inputs)
  const { policy } = folder
  const handed = await readHandover(resolve(github.workspace, inputs.validation), {
    kind: 'validation',
    expectedDigest: inputs.validationHandover,
  })
  const dataset = handoverPart(Dataset, handed, 'training-dataset')
  const validation = handoverPart(Validation, handed, 'training-validation')
  if (validation.verdict !== 'pass') {
    throw new TidemarkError('CONTRACT_FAILED', `the training data’s verdict is ${validation.verdict}`, {
      hint: 'Only data that passes its contract is trained on. See the summary of validate-data.',
    })
  }
  const serving = await folder.readQuery(policy.data.features)
  const query = policy.train.features === undefined ? serving : await folder.readQuery(policy.train.features)
  const source = await readSource(github.workspace, github)
  await provideNative(['duckdb'], context)

  await using split = await openSplit(
    folder,
    dataset.files.map((file) => file.path),
    { lookups: query.lookups },
  )
  const table = await context.group('Read features', () =>
    readSplitFeatures(folder, split, { validated: { dataset, validation }, query, wantsKeys: false }),
  )
  const { labels } = table
  if (labels === undefined) throw new Error('a feature table without labels')
  context.log(
    `${table.rows.toLocaleString('en')} rows, features ${table.schema.map((column) => column.name).join(', ')}`,
  )

  const data = {
    dataset: dataset.digest,
    validation: validation.id,
    trainingFeatures: digestQuery(query),
    features: digestQuery(serving),
    rows: dataset.rows,
    acceptedRows: table.rows,
  }
  const { executor: kind, seed, parameters, timeoutMinutes, command } = policy.train
  // Printed as text: what a training command writes is never a command to the runner.
  const commandOutput = outputLines(context.log)
  const options = {
    onProgress: ({ done, trees }: { done: number; trees: number }) => context.progress(`${done} of ${trees} trees`),
    ...(command === undefined
      ? {}
      : {
          command: {
            command,
            workingDirectory: github.workspace,
            outputDirectory: join(github.temp, 'tidemark-training'),
            timeoutMs: timeoutMinutes * 60_000,
            onOutput: commandOutput.add,
          },
        }),
  }
  const job = {
    runId: digestOf({ source, data, kind, seed, parameters }),
    seed,
    parameters,
    channels: { data: folder.root },
    loadTable: async () => ({
      rows: table.rows,
      columns: table.features,
      labels,
      labelName: policy.data.columns.label,
    }),
  }
  const start = performance.now()
  const result = await context.group(`Train (${kind})`, () =>
    (policy.kind === 'opaque'
      ? runJob<TrainedModel>(openOpaqueExecutor(kind, options), job)
      : runJob<TrainedModel>(openExecutor(kind, options), job)
    ).finally(commandOutput.end),
  )
  const trainingSeconds = (performance.now() - start) / 1000
  for (const warning of result.warnings) context.annotate({ level: 'warning', title: 'train', message: warning })

  const trained = await writeTrainedModel(result.model, { output, query: serving, declared: policy.signature })
  const run: Omit<Run, 'id'> = {
    schema: 'tidemark/run/v1',
    model: policy.model,
    source,
    executor: kind,
    trainer: { ...result.trainer },
    seed,
    parameters: result.parameters as Run['parameters'],
    data,
    output: trained,
    metrics: { ...result.metrics },
    importance: { ...result.importance },
    trainingSeconds,
  }
  const recorded: Run = { ...run, id: runId(run) }
  context.output('handover', await writeHandover(output, { kind: 'training', facts: { run: recorded } }))
  context.output('run-id', recorded.id)
  context.output('model-digest', recorded.output.modelDigest)
  context.summary(renderTraining(recorded, dataset, { serverUrl: github.serverUrl }))
}

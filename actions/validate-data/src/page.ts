import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Contract } from '@tidemark/data'
import { type DescribedObject, renderValidationPage, type ValidationPage } from '@tidemark/reports'
import type { Context } from './checks.ts'
import type { ToldData } from './data-change.ts'
import type { JudgedDataset } from './report-files.ts'

/** An object of the contract with the data judged as it: a model's training data and holdout, or its files. */
export interface JudgedObject {
  readonly contract: Contract
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly datasets: readonly JudgedDataset[]
}

/** Writes the page for people, `index.html`, beside what other tools read. */
export async function writePage(
  context: Context,
  {
    objects,
    told,
    ...page
  }: Pick<ValidationPage, 'subject' | 'verdict' | 'contractChange' | 'drifts'> & {
    readonly objects: readonly JudgedObject[]
    readonly told: ToldData
  },
): Promise<void> {
  const [first] = objects
  if (first === undefined) return
  const output = resolve(context.github.workspace, context.inputs.report)
  await mkdir(output, { recursive: true })
  const text = renderValidationPage({
    ...page,
    contract: first.contract,
    datasets: objects.flatMap(({ datasets }) => datasets),
    objects: objects.map((object) => describeObject(object, told)),
    dataChanges: told.changes,
  })
  await writeFile(join(output, 'index.html'), text)
  context.output('page', join(context.inputs.report, 'index.html'))
}

/** Columns by the names that the contract gives them, under which its checks speak of them. */
function describeObject({ contract, columns, datasets }: JudgedObject, { summaries }: ToldData): DescribedObject {
  const { name, properties } = contract.object
  const inData = new Set(columns.map((column) => column.name))
  const names = new Map(
    properties.map((property) => {
      const { name: own, physicalName = own } = property
      return [inData.has(physicalName) ? physicalName : own, own]
    }),
  )
  const checks = Map.groupBy(
    datasets.flatMap((dataset) => dataset.checks),
    ({ column }) => column,
  )
  const summary = summaries.get(name)
  const summarised = new Map(summary?.columns.map((column) => [column.name, column]))
  return {
    name,
    rows: summary?.rows ?? datasets.reduce((sum, { rows }) => sum + rows, 0),
    columns: columns.map((column) => {
      const own = names.get(column.name) ?? column.name
      return {
        name: own,
        type: column.type,
        checks: checks.get(own)?.length ?? 0,
        summary: summarised.get(column.name) ?? null,
      }
    }),
  }
}

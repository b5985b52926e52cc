import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CheckResult, ViolationPolicy } from '@tidemark/data'
import { findingsOfChecks, renderJUnit, renderSarif } from '@tidemark/reports'
import { storedJson } from '@tidemark/schemas'
import type { Context } from './checks.ts'

/** One dataset's verdict with every check's place in the contract. */
export interface JudgedDataset {
  /** What it is called in a report: unique among those of one run. */
  readonly title: string
  readonly digest: string
  readonly rows: number
  readonly rejectedRows: number
  readonly verdict: 'pass' | 'fail' | 'inconclusive'
  readonly violations: ViolationPolicy
  readonly files: readonly { readonly path: string; readonly rows: number }[]
  readonly checks: readonly CheckResult[]
}

/** Writes what other tools read: `validation.json`, `validation.junit.xml` and, for code scanning, `validation.sarif`. */
export async function writeReports(
  context: Context,
  { subject, file, datasets }: { subject: string; file: string; datasets: readonly JudgedDataset[] },
): Promise<void> {
  const output = resolve(context.github.workspace, context.inputs.report)
  const findings = datasets.flatMap(({ title, checks }) => findingsOfChecks(checks, { suite: title, file }))
  const files = {
    'validation.json': storedJson({ subject, contract: file, datasets }),
    'validation.junit.xml': renderJUnit(`data.${subject}`, findings),
    'validation.sarif': renderSarif(`validate-data/${subject}`, findings),
  }
  await mkdir(output, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(output, name), text)
}

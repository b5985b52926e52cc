import { readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type Outcome, provideNative } from '@tidemark/action-kit'
import { filesOfObjects, parseContracts, type ValidatedObject, validateObjects } from '@tidemark/data'
import { renderValidation } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import { judgeChange } from './base-contract.ts'
import { annotateChecks, type Context, conclude, freshnessVerdict, overallVerdict, withDigestCache } from './checks.ts'
import { tellChange } from './data-change.ts'
import { gitHubTime } from './github-time.ts'
import { writePage } from './page.ts'
import { writeReports } from './report-files.ts'

/** Judges a contract's files, with nothing but a checkout: no model, no token, nothing written. */
export async function validateContract(context: Context, file: string): Promise<Outcome> {
  const { inputs, github } = context
  const text = await readContract(github.workspace, file)
  const describe = (contractText: string) => {
    const contracts = parseContracts(contractText, file)
    const names = contracts.map(({ object }) => object.name)
    return filesOfObjects(contracts, readFiles(inputs.files, names))
  }
  const objects = describe(text)
  const contractChange = await judgeChange(context, { file, text })
  await provideNative(['duckdb'], context)
  const validated = await context.group('Data', () =>
    withDigestCache(context, (cache) =>
      validateObjects(github.workspace, objects, {
        asOf: async () => inputs.asOf ?? gitHubTime(github.apiUrl),
        cache,
      }),
    ),
  )
  report(context, file, validated)
  const judged = validated.map(({ contract, dataset, report, freshness }) => {
    const { name: title, digest, columns } = dataset
    const files = dataset.files.map(({ path, rows }) => ({ path, rows }))
    const checks = [...report.checks, ...freshness]
    const verdict = verdictOf({ report, freshness })
    return { contract, columns, datasets: [{ ...report, verdict, checks, title, digest, files }] }
  })
  await writeReports(context, { subject: file, file, datasets: judged.flatMap(({ datasets }) => datasets) })
  const sized = objects.map((object) => {
    const dataset = validated.find(({ contract }) => contract === object.contract)?.dataset
    return { ...object, values: (dataset?.rows ?? 0) * (dataset?.columns.length ?? 0) }
  })
  const told = await tellChange(context, sized, async (root) => describe(await readContract(root, file)))
  const checks = validated.flatMap(({ report, freshness }) => [...report.checks, ...freshness])
  const isVersionEnough = contractChange?.isVersionEnough ?? true
  const verdict = overallVerdict(validated.map(verdictOf), isVersionEnough)
  await writePage(context, { subject: file, verdict, contractChange, objects: judged, told })
  return conclude(verdict, checks, isVersionEnough)
}

const verdictOf = ({ report, freshness }: Pick<ValidatedObject, 'report' | 'freshness'>) =>
  overallVerdict([report.verdict, freshnessVerdict(freshness)], true)

function report(context: Context, file: string, validated: readonly ValidatedObject[]): void {
  for (const { dataset, report, freshness } of validated) {
    context.log(
      `${dataset.name}: ${report.verdict}; ${report.rejectedRows.toLocaleString('en')} of ${report.rows.toLocaleString('en')} rows break the contract`,
    )
    if (report.notEvaluated.length > 0) context.log(`${dataset.name}: not evaluated: ${report.notEvaluated.join(', ')}`)
    annotateChecks(context, { file, title: dataset.name, checks: [...report.checks, ...freshness] })
  }
  context.output(
    'rejected-rows',
    validated.reduce((sum, { report }) => sum + report.rejectedRows, 0),
  )
  context.output('dataset-digest', Object.fromEntries(validated.map(({ dataset }) => [dataset.name, dataset.digest])))
  context.summary(
    renderValidation({
      validations: validated.map(({ contract, dataset, report, freshness }) => ({
        dataset: { ...dataset, files: [...dataset.files] },
        validation: {
          ...report,
          verdict: verdictOf({ report, freshness }),
          checks: [...report.checks, ...freshness].map(withoutPlace),
          contract,
        },
      })),
    }),
  )
}

function withoutPlace({ place, ...check }: ValidatedObject['report']['checks'][number]) {
  return { ...check, samples: [...check.samples] }
}

/** `object: glob` lines, or globs alone where the contract has one object. */
function readFiles(lines: readonly string[], names: readonly string[]): Map<string, string[]> {
  const files = new Map<string, string[]>()
  for (const line of lines) {
    const [, name, pattern] = /^([A-Za-z_][A-Za-z0-9_]*):\s+(.+)$/.exec(line) ?? []
    const object = name ?? (names.length === 1 ? names[0] : undefined)
    if (object === undefined) {
      throw new TidemarkError('INPUT_INVALID', `files: ${JSON.stringify(line)} does not say whose files these are`, {
        hint: `The contract has several objects. Write one of ${names.join(', ').slice(0, 500)} before it, as in ${names[0]}: ${line}`,
      })
    }
    files.set(object, [...(files.get(object) ?? []), pattern ?? line])
  }
  return files
}

async function readContract(workspace: string, file: string): Promise<string> {
  const root = await realpath(workspace)
  const path = await realpath(join(root, file)).catch((cause: unknown) => {
    throw new TidemarkError('FILE_NOT_FOUND', `${file} does not exist`, {
      hint: 'Check the input contract, and that the repository is checked out.',
      cause,
    })
  })
  if (relative(root, path).split(sep)[0] === '..') {
    throw new TidemarkError('PATH_REFUSED', `${file} leads outside the checkout`, {
      hint: 'Replace the symbolic link by the file itself.',
    })
  }
  const found = await stat(path)
  if (!found.isFile() || found.size > 4 * 1024 * 1024) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is no text of a contract’s size`, {
      hint: 'Name the contract’s file itself.',
    })
  }
  return readFile(path, 'utf8')
}

import { type Outcome, provideNative } from '@tidemark/action-kit'
import {
  type CheckResult,
  filesOfObjects,
  parseContracts,
  readBelow,
  type ValidatedObject,
  validateObjects,
} from '@tidemark/data'
import { renderContractDrift, renderValidation } from '@tidemark/reports'
import { type DriftCheck, TidemarkError, windowName } from '@tidemark/schemas'
import { judgeChange } from './base-contract.ts'
import { annotateChecks, type Context, conclude, freshnessVerdict, openDigestCache, overallVerdict } from './checks.ts'
import { tellChange } from './data-change.ts'
import { gitHubTime } from './github-time.ts'
import { writePage } from './page.ts'
import { writeReports } from './report-files.ts'

/** Judges a contract's files, with nothing but a checkout: no model, no token, nothing written. */
export async function validateContract(context: Context, file: string): Promise<Outcome> {
  const { inputs, github } = context
  const hint = 'Check the input contract, and that the repository is checked out.'
  const text = await readBelow(github.workspace, file, hint)
  const describe = (contractText: string) => {
    const contracts = parseContracts(contractText, file)
    const names = contracts.map(({ object }) => object.name)
    return filesOfObjects(contracts, readFiles(inputs.files, names))
  }
  const objects = describe(text)
  const contractChange = await judgeChange(context, { file, text })
  await provideNative(['duckdb'], context)
  const cache = await openDigestCache(context)
  const validated = await context.group('Data', () =>
    validateObjects(github.workspace, objects, { asOf: async () => inputs.asOf ?? gitHubTime(github.apiUrl), cache }),
  )
  await cache.save()
  report(context, file, validated)
  const judged = validated.map((each) => {
    const { contract, dataset, report } = each
    const { name: title, digest, columns } = dataset
    const files = dataset.files.map(({ path, rows }) => ({ path, rows }))
    const [checks, verdict] = [allChecks(each), verdictOf(each)]
    return { contract, columns, datasets: [{ ...report, verdict, checks, title, digest, files }] }
  })
  await writeReports(context, { subject: file, file, datasets: judged.flatMap(({ datasets }) => datasets) })
  const sized = objects.map((object) => {
    const dataset = validated.find(({ contract }) => contract === object.contract)?.dataset
    return { ...object, values: (dataset?.rows ?? 0) * (dataset?.columns.length ?? 0) }
  })
  const told = await tellChange(context, { now: sized, cache }, async (root) =>
    describe(await readBelow(root, file, hint)),
  )
  const isVersionEnough = contractChange?.isVersionEnough ?? true
  const verdict = overallVerdict(validated.map(verdictOf), isVersionEnough)
  await writePage(context, {
    subject: file,
    verdict,
    contractChange,
    drifts: driftsOf(validated),
    objects: judged,
    told,
  })
  return conclude(verdict, validated.flatMap(allChecks), isVersionEnough)
}

const allChecks = ({ report, freshness, drift }: ValidatedObject): CheckResult[] => [
  ...report.checks,
  ...freshness,
  ...(drift?.checks ?? []),
]

/** Of drift its rules of severity error count. What a quiet week leaves open is a warning, and holds nobody's change up. */
function verdictOf({ report, freshness, drift }: ValidatedObject) {
  const rules = (drift?.checks ?? []).filter(({ severity }) => severity === 'error')
  return overallVerdict([report.verdict, freshnessVerdict([...freshness, ...rules])], true)
}

function report(context: Context, file: string, validated: readonly ValidatedObject[]): void {
  for (const each of validated) {
    const { dataset, report, drift } = each
    context.log(
      `${dataset.name}: ${report.verdict}; ${report.rejectedRows.toLocaleString('en')} of ${report.rows.toLocaleString('en')} rows break the contract`,
    )
    if (report.notEvaluated.length > 0) context.log(`${dataset.name}: not evaluated: ${report.notEvaluated.join(', ')}`)
    annotateChecks(context, { file, title: dataset.name, checks: allChecks(each) })
    for (const check of drift?.windows ?? [])
      context.log(`${dataset.name}: drift in the ${windowName(check)}: ${check.verdict}: ${check.reason}`)
    if (drift !== null && drift.notJudged !== null)
      context.log(`${dataset.name}: drift is not judged: ${drift.notJudged}`)
  }
  context.output(
    'rejected-rows',
    validated.reduce((sum, { report }) => sum + report.rejectedRows, 0),
  )
  context.output('dataset-digest', Object.fromEntries(validated.map(({ dataset }) => [dataset.name, dataset.digest])))
  context.summary(
    renderValidation({
      validations: validated.map((each) => ({
        dataset: { ...each.dataset, files: [...each.dataset.files] },
        validation: {
          ...each.report,
          verdict: verdictOf(each),
          checks: allChecks(each).map(withoutPlace),
          contract: each.contract,
        },
      })),
    }),
  )
  const drifts = driftsOf(validated)
  if (drifts.length > 0) {
    const newest = drifts.map(({ name, windows }) => [name, summariseNewest(windows.at(-1))] as const)
    context.output('drift', Object.fromEntries(newest))
    context.summary(renderContractDrift(drifts))
  }
}

const driftsOf = (validated: readonly ValidatedObject[]) =>
  validated.flatMap(({ dataset: { name }, drift }) => (drift === null ? [] : [{ name, ...drift }]))

const summariseNewest = (check: DriftCheck | undefined) =>
  check === undefined ? null : { window: check.window.start, verdict: check.verdict }

function withoutPlace({ place, ...check }: CheckResult) {
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

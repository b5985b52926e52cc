import type { Dataset, Validation } from '@tidemark/schemas'
import { askedOf, byUrgency, checkOutcome, handlingInWords, isClear } from './check-outcome.ts'
import { bar } from './drawing.ts'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatCount, formatQuantity, formatShare, shortDigest } from './format.ts'
import { details, overall, paragraphs, table, unbroken, verdictLabel, verdictMark } from './markdown.ts'

export interface ValidatedDataset {
  /** Without a model where a contract is all there is. */
  readonly dataset: Pick<Dataset, 'name' | 'digest' | 'files'> & { readonly model?: string | undefined }
  /** What the rows are for, where there is more than one dataset of a name. */
  readonly use?: 'training' | 'holdout' | undefined
  readonly validation: Pick<Validation, 'contract' | 'violations' | 'verdict' | 'rows' | 'rejectedRows' | 'checks'>
}

type Verdicts = ValidatedDataset['validation']
type Check = Validation['checks'][number]

/** Job summary of validate-data: the decision, the datasets, the failed checks; passed ones folded away. Values are never shown. */
export function renderValidation({
  validations,
  contractUrl,
}: {
  readonly validations: readonly ValidatedDataset[]
  readonly contractUrl?: string
}): string {
  const verdict = overall(validations.map(({ validation }) => validation.verdict))
  const model = validations[0]?.dataset.model
  return paragraphs(
    `## ${verdictMark[verdict]} Data validation: ${verdict}${model === undefined ? '' : ` · ${codeSpan(model)}`}`,
    sentence(validations, contractUrl),
    validations.length > 0 && datasetTable(validations),
    ...validations.map((entry) => checksOf(entry, validations.length > 1)),
  )
}

/** Rows per dataset, and how many the contract rejected. */
export function datasetTable(validations: readonly ValidatedDataset[]): string {
  return table(
    [
      { title: 'Dataset' },
      { title: 'Files', align: 'right' },
      { title: 'Rows', align: 'right' },
      { title: 'Rejected', align: 'right' },
      { title: 'Share', align: 'right' },
      { title: 'Verdict' },
    ],
    validations.map(({ dataset, use, validation }) => [
      titleOf({ dataset, use }),
      formatCount(dataset.files.length),
      formatCount(validation.rows),
      formatCount(validation.rejectedRows),
      formatShare(validation.rows > 0 ? validation.rejectedRows / validation.rows : null),
      verdictLabel(validation.verdict),
    ]),
  )
}

function titleOf({ dataset, use }: Pick<ValidatedDataset, 'dataset' | 'use'>): string {
  return `${use === undefined ? '' : `${use} `}${codeSpan(dataset.name)} ${codeSpan(shortDigest(dataset.digest))}`
}

function sentence(validations: readonly ValidatedDataset[], contractUrl: string | undefined): string {
  const first = validations[0]?.validation
  if (!first) return 'No dataset was given, so nothing was proved. Check the names of the files.'
  const contract = link(`contract ${codeSpan(first.contract.id)} ${codeSpan(first.contract.version)}`, contractUrl)
  const rows = validations.reduce((sum, { validation }) => sum + validation.rows, 0)
  const rejected = validations.reduce((sum, { validation }) => sum + validation.rejectedRows, 0)
  return `**${formatCount(rejected)} of ${formatQuantity(rows, 'row')} rejected** by the ${contract}. ${handlingInWords(first.violations, formatShare)}`
}

function checksOf({ dataset, use, validation }: ValidatedDataset, isOneOfMany: boolean): string {
  const passed = validation.checks.filter(isClear)
  const found = validation.checks.filter((check) => !passed.includes(check)).sort(byUrgency)
  return paragraphs(
    isOneOfMany && `### ${titleOf({ dataset, use })}`,
    found.length > 0 ? foundTable(found, validation) : 'Every check passed on every row.',
    passed.length > 0 &&
      details(
        `${formatQuantity(passed.length, 'check')} passed on every row`,
        table(
          [{ title: 'Check' }, { title: 'Expected' }, { title: 'Observed' }],
          passed.map((check) => [nameOf(check), escapeMarkdown(check.expected), escapeMarkdown(check.observed)]),
        ),
      ),
    details('Files', fileTable(dataset)),
  )
}

function foundTable(checks: readonly Check[], validation: Verdicts): string {
  return table(
    [
      { title: 'Check' },
      { title: 'Expected' },
      { title: 'Observed' },
      { title: 'Rows', align: 'right' },
      { title: 'Share' },
      { title: 'First rows' },
      { title: 'Verdict' },
    ],
    checks.map((check) => [
      nameOf(check),
      escapeMarkdown(check.expected),
      escapeMarkdown(check.observed),
      check.failedRows === null ? '–' : formatCount(check.failedRows),
      shareOf(check),
      samplesOf(check),
      outcomeLabel(check, validation),
    ]),
  )
}

function fileTable({ files }: ValidatedDataset['dataset']): string {
  return table(
    [{ title: 'File' }, { title: 'Rows', align: 'right' }, { title: 'SHA-256' }],
    files.map(({ path, rows, sha256 }) => [codeSpan(path), formatCount(rows), codeSpan(shortDigest(sha256))]),
    50,
  )
}

function outcomeLabel(check: Check, validation: Verdicts): string {
  const outcome = checkOutcome(check, validation)
  return outcome === 'pass' || outcome === 'fail' || outcome === 'inconclusive'
    ? verdictLabel(outcome)
    : unbroken(`⚠️ ${outcome}`)
}

function nameOf({ column, description, id }: Check): string {
  if (description === '') return codeSpan(id)
  return column === undefined
    ? escapeMarkdown(description)
    : `${codeSpan(column)} ${escapeMarkdown(askedOf({ column, description }))}`
}

function shareOf({ failedRows, rows }: Check): string {
  if (failedRows === null || rows === 0) return '–'
  const share = failedRows / rows
  return unbroken(`${bar(share)} ${formatShare(share)}`.trim())
}

function samplesOf({ samples }: Check): string {
  const byFile = Map.groupBy(samples.slice(0, 5), ({ file }) => file)
  const places = [...byFile].map(
    ([file, rows]) => `${codeSpan(file, 80)} ${rows.map(({ row }) => formatCount(row)).join(' · ')}`,
  )
  return places.length === 0 ? '–' : `${places.join('<br>')}${samples.length > 5 ? ' …' : ''}`
}

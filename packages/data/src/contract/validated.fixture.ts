import { openScratch } from '../scratch-data.ts'
import { contractColumnTypes, parseContract } from './contract.ts'
import { type CheckResult, type ValidationReport, type ViolationPolicy, validate } from './validate.ts'

/** A contract of the one object `t`, whose properties and rules begin at line 8. */
export const contractOf = (body: string) =>
  parseContract(
    `apiVersion: v3.1.0\nkind: DataContract\nid: c\nversion: 1.0.0\nstatus: active\nschema:\n  - name: t\n${body}`,
    'contract.yaml',
  )

/** The part of a contract that has one property. */
export const property = (text: string) => `    properties:\n      - { ${text} }\n`

/** A contract's verdict on the object `t` with this content: CSV, or what a query gives as Parquet. */
export async function run(
  body: string,
  content: string | { sql: string },
  policy?: ViolationPolicy,
): Promise<ValidationReport> {
  const contract = contractOf(body)
  const name = typeof content === 'string' ? 't.csv' : 't.parquet'
  await using scratch = await openScratch({ [name]: content }, { columnTypes: contractColumnTypes(contract) })
  return await validate(scratch.engine, scratch.dataset, contract, policy)
}

/** One check of a report; throws where there is none. */
export const check = (report: ValidationReport, id: string): CheckResult => {
  const found = report.checks.find((one) => one.id === id)
  if (!found) throw new Error(`no check ${id} among ${report.checks.map((one) => one.id).join(', ')}`)
  return found
}

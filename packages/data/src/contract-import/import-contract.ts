import { readYaml, TidemarkError } from '@tidemark/schemas'
import { parseContracts } from '../contract/contract.ts'
import { importDbtSchema } from './dbt-schema.ts'
import { ContractDraft } from './draft.ts'
import { importExpectationSuite } from './expectation-suite.ts'
import { importJsonSchema } from './json-schema.ts'
import { asLoose, isLoose, type Loose } from './read-source.ts'
import { importTableSchema } from './table-schema.ts'

const importers = {
  'table-schema': importTableSchema,
  'json-schema': importJsonSchema,
  'great-expectations': importExpectationSuite,
  dbt: importDbtSchema,
} as const

export type ImportFormat = keyof typeof importers
export const importFormats = Object.keys(importers) as ImportFormat[]

const names: Record<ImportFormat, string> = {
  'table-schema': 'a Table Schema',
  'json-schema': 'a JSON Schema',
  'great-expectations': 'a Great Expectations suite',
  dbt: 'a dbt properties file',
}

/**
 * Another tool's rules as a contract: YAML of the Open Data Contract Standard, and a list of what could not be carried over. The
 * format is told by the document where it is not given. Throws `YAML_INVALID`, and `DOCUMENT_INVALID` where it is none of these.
 */
export function importContract(
  text: string,
  {
    file,
    format,
    name,
    id,
  }: { file: string; format?: ImportFormat | undefined; name?: string | undefined; id?: string | undefined },
): { format: ImportFormat; yaml: string; notCarried: readonly string[] } {
  const { value } = readYaml(text, file)
  const chosen = isLoose(value) ? (format ?? formatOf(value)) : undefined
  if (chosen === undefined) {
    throw new TidemarkError('DOCUMENT_INVALID', `${file} is not a document that can be imported`, {
      hint: `Give one of these, or say which it is: ${Object.values(names).join(', ')}.`,
      problems: [{ file, message: 'its keys are of none of these formats' }],
    })
  }
  const stem = name ?? file.replace(/^.*[/\\]/, '').replace(/\..*$/, '')
  const draft = new ContractDraft()
  importers[chosen](asLoose(value), stem, draft)
  draft.objects.splice(0, Infinity, ...draft.objects.filter(({ properties }) => properties.length > 0))
  if (draft.objects.length === 0) {
    throw new TidemarkError('DOCUMENT_INVALID', `${file} describes no columns`, {
      hint: `A contract needs columns; ${names[chosen]} without any says nothing to check.`,
    })
  }
  const yaml = draft.toYaml({
    id: id ?? `urn:contract:${stem}`,
    note: `Imported from ${names[chosen]}. Read it before you rely on it.`,
  })
  // What comes out can be judged by, or rules of the source contradict each other; its lines are not the source's.
  parseContracts(yaml, `the contract of ${file}`)
  return { format: chosen, yaml, notCarried: draft.notCarried }
}

function formatOf(document: Loose): ImportFormat | undefined {
  if (Array.isArray(document.expectations)) return 'great-expectations'
  if (Array.isArray(document.fields) || Array.isArray(document.resources)) return 'table-schema'
  if (Array.isArray(document.models) || Array.isArray(document.sources)) return 'dbt'
  return document.properties !== undefined || document.$schema !== undefined || document.items !== undefined
    ? 'json-schema'
    : undefined
}

import type { ContractDocument, SlaProperty } from './document.ts'
import { resolveReference } from './references.ts'

/** The newest value of a column may be at most so old. */
export interface FreshnessRule {
  readonly id: string
  readonly object: string
  readonly column: string
  readonly maxAgeMs: number
  /** As written, `24 h`. */
  readonly limit: string
  /** Below the document. */
  readonly path: readonly (string | number)[]
}

interface Finding {
  readonly path: readonly (string | number)[]
  readonly message: string
}

// The standard prefers `latency` and gives `ly` as its synonym; freshness is what most contracts write.
const freshnessWords = ['freshness', 'latency', 'ly']

const unitMs: readonly (readonly [RegExp, number])[] = [
  [/^(s|sec|secs|second|seconds)$/, 1000],
  [/^(m|min|mins|minute|minutes)$/, 60_000],
  [/^(h|hr|hrs|hour|hours)$/, 3_600_000],
  [/^(d|day|days)$/, 86_400_000],
  [/^(w|wk|week|weeks)$/, 7 * 86_400_000],
]

/**
 * The service levels that data can be judged by: how old the newest value of a column is. The others (availability,
 * retention, support) are promises about a service and are listed in `notEvaluated`.
 */
export function resolveFreshness(document: ContractDocument): {
  rules: FreshnessRule[]
  notEvaluated: string[]
  problems: Finding[]
} {
  const rules: FreshnessRule[] = []
  const notEvaluated: string[] = []
  const problems: Finding[] = []
  for (const [i, sla] of document.slaProperties.entries()) {
    const path = ['slaProperties', i]
    const elements = elementsOf(sla, document)
    if (!freshnessWords.includes(sla.property.toLowerCase()) || elements.length === 0) {
      notEvaluated.push(`slaProperties.${sla.property}`)
      continue
    }
    const maxAgeMs = ageOf(sla)
    if (maxAgeMs === undefined) {
      const found = `${JSON.stringify(sla.value)} ${sla.unit ?? ''}`.trim()
      problems.push({ path, message: `expected a number and a unit such as min, h, d or w, found ${found}` })
      continue
    }
    for (const element of elements) {
      const found = resolveReference(document, element)
      if (found === 'elsewhere') {
        notEvaluated.push(`slaProperties.${sla.property} of ${element}`)
        continue
      }
      if (found === null) {
        problems.push({ path: [...path, 'element'], message: `nothing is named ${JSON.stringify(element)}` })
        continue
      }
      const { object, column } = found
      rules.push({ id: `${column}.freshness`, object, column, maxAgeMs, limit: `${sla.value} ${sla.unit}`, path })
    }
  }
  return { rules, notEvaluated, problems }
}

/** Some 30,000 years: what a time can still be set back by. */
const longestMs = 1e15

function ageOf({ value, unit }: SlaProperty): number | undefined {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const scale = unitMs.find(([words]) => words.test((unit ?? '').trim().toLowerCase()))?.[1]
  if (typeof amount !== 'number' || !(amount > 0) || scale === undefined || amount * scale > longestMs) return undefined
  return amount * scale
}

/** `object.column`, or the column alone where the contract has one object. */
function elementsOf(sla: SlaProperty, { slaDefaultElement, schema }: ContractDocument): string[] {
  const text = sla.element ?? slaDefaultElement ?? ''
  const [only, second] = schema
  if (text.trim() === '') return []
  return text.split(',').map((part) => {
    const element = part.trim()
    const isBare = second === undefined && only?.properties.some(({ name }) => name === element)
    return isBare ? `schema/${only?.name}/properties/${element}` : element
  })
}

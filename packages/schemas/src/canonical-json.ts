import { createHash } from 'node:crypto'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785 (JSON Canonicalization Scheme): keys by UTF-16 code units, ECMAScript number serialisation, no white space.
 * Keys whose value is `undefined` are left out. Throws a `TypeError` on NaN, infinities, lone surrogates and non-plain values.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON has no ${value}`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('canonical JSON has no lone surrogates')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (
    typeof value === 'object' &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
  ) {
    return `{${sortedEntries(value)
      .map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`)
      .join(',')}}`
  }
  throw new TypeError(`canonical JSON has no ${typeof value}`)
}

/** The form on disk: keys sorted, two spaces, a final newline. The same value always gives the same bytes. */
export function storedJson(value: unknown): string {
  canonicalJson(value) // refuses what JSON cannot hold, before anything is written
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

/** Lower-case hex SHA-256 of the bytes, or of the string's UTF-8. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** `sha256(canonicalJson(value))`: the digest by which facts name each other. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, item] of sortedEntries(value)) copy[key] = sorted(item)
  return copy
}

// Plain `<` on strings compares UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

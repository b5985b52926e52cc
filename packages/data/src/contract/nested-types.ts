/** The fields of a STRUCT, as DuckDB writes its type; null for other types. */
export function structFields(type: string): { readonly name: string; readonly type: string }[] | null {
  const inner = /^STRUCT\((.*)\)$/s.exec(type)?.[1]
  if (inner === undefined) return null
  return splitAtCommas(inner).map((field) => {
    const quoted = /^"((?:[^"]|"")*)" (.*)$/s.exec(field)
    if (quoted) return { name: quoted[1]!.replaceAll('""', '"'), type: quoted[2]! }
    const space = field.indexOf(' ')
    return { name: field.slice(0, space), type: field.slice(space + 1) }
  })
}

/** The type of what a list or an array holds; null for other types. */
export function itemType(type: string): string | null {
  return /^(.*)\[\d*\]$/s.exec(type)?.[1] ?? null
}

/** At commas outside of brackets and quotes. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = []
  let [start, depth] = [0, 0]
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (quote !== '') {
      // A doubled quote closes and opens again.
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  parts.push(text.slice(start).trim())
  return parts
}

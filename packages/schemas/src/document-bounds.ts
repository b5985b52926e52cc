import { TidemarkError } from './error.ts'

/** What documents of the registry and files that people write have at most. */
const maximumDocumentBytes = 4 * 1024 * 1024
/** Far deeper than any document is, far shallower than what a recursive reader can take. */
const maximumDepth = 64

export function boundSize(text: string, file: string, maximumBytes = maximumDocumentBytes): void {
  if (Buffer.byteLength(text) > maximumBytes) {
    throw new TidemarkError('FILE_TOO_LARGE', `${file} is larger than ${maximumBytes} bytes`, {
      hint: 'Documents are small; data belongs in data files and release assets.',
    })
  }
}

/**
 * The first place that nests too deeply, has text that canonical JSON cannot hold, or the key `__proto__`, which a schema's
 * records drop in silence, so that what was validated would not be what was written. Null where there is none.
 */
export function findStructureProblem(value: unknown): { path: (string | number)[]; message: string } | null {
  // YAML's aliases make one object stand in several places: it is looked at again only where it lies deeper.
  const seen = new Map<object, number>()
  const open: { value: unknown; path: Place | null; depth: number }[] = [{ value, path: null, depth: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string' && !value.isWellFormed())
      return { path: pathOf(path), message: 'this text has half a character (a lone surrogate)' }
    if (typeof value !== 'object' || value === null || (seen.get(value) ?? 0) >= depth) continue
    seen.set(value, depth)
    if (depth > maximumDepth) return { path: pathOf(path), message: `nests deeper than ${maximumDepth} levels` }
    for (const [name, item] of Object.entries(value)) {
      const below = { key: Array.isArray(value) ? Number(name) : name, parent: path }
      if (name === '__proto__' || !name.isWellFormed())
        return { path: pathOf(below), message: 'this key is not allowed' }
      open.push({ value: item, path: below, depth: depth + 1 })
    }
  }
  return null
}

interface Place {
  key: string | number
  parent: Place | null
}

function pathOf(place: Place | null): (string | number)[] {
  const path: (string | number)[] = []
  for (let at = place; at; at = at.parent) path.unshift(at.key)
  return path
}

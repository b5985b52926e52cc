import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { boundSize } from './document-bounds.ts'
import { TidemarkError } from './error.ts'

export interface YamlText {
  value: unknown
  /** Line and column of the node at a path, or of its nearest existing parent. */
  locate(path: readonly PropertyKey[]): { line?: number; column?: number }
}

/** Reads one YAML 1.2 document with bounds on size, depth and aliases. Throws `YAML_INVALID` with every syntax error. */
export function readYaml(text: string, file: string): YamlText {
  boundSize(text, file)
  const lines = new LineCounter()
  // The library's own search for repeated keys compares every key with every other: 20,000 keys take seconds.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const problems = [
    ...document.errors.map((error) => ({ offset: error.pos[0], message: error.message.split('\n')[0] ?? error.code })),
    ...(document.errors.length > 0 ? [] : findRepeatedKeys(document.contents)),
  ]
  if (problems.length > 0) {
    throw new TidemarkError('YAML_INVALID', `${file} is not valid YAML`, {
      hint: 'Correct the lines named; quote values that contain ":" or "#".',
      problems: problems.slice(0, 100).map(({ offset, message }) => ({ file, ...place(offset), message })),
    })
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (cause) {
    throw new TidemarkError('YAML_INVALID', `${file} uses too many aliases or nests too deeply`, {
      hint: 'Write the values out instead of using YAML anchors and aliases.',
      cause,
    })
  }
  const locate = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents
    let offset = rangeStart(node)
    for (const key of path) {
      if (isAlias(node)) break
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
        if (!pair) break
        offset = rangeStart(pair.key) ?? offset
        node = pair.value
      } else if (isSeq(node) && typeof key === 'number' && node.items[key]) {
        node = node.items[key]
        offset = rangeStart(node) ?? offset
      } else break
    }
    return offset === undefined ? {} : place(offset)
  }
  return { value, locate }
}

/** Keys of one mapping that come again: the later would silently win. */
function findRepeatedKeys(contents: unknown): { offset: number; message: string }[] {
  const repeated: { offset: number; message: string }[] = []
  const open: unknown[] = [contents]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq(node)) open.push(...node.items)
    if (!isMap(node)) continue
    const keys = new Set<string>()
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : null
      if (name !== null && keys.has(name))
        repeated.push({
          offset: rangeStart(key) ?? 0,
          message: `the key ${JSON.stringify(name.slice(0, 80))} is repeated`,
        })
      if (name !== null) keys.add(name)
      open.push(value)
    }
  }
  return repeated
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] } | null)?.range?.[0]
}

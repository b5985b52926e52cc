/**
 * Whether GitHub's filter patterns select a branch, tag or path: patterns are read in order, a leading `!` takes back
 * what an earlier one selected. `*` stops at `/`, `**` does not; `?` and `+` quantify the character before them.
 */
export function isSelected(patterns: readonly string[], name: string): boolean {
  return patterns.reduce(
    (selected, pattern) =>
      pattern.startsWith('!')
        ? selected && !expressionOf(pattern.slice(1)).test(name)
        : selected || expressionOf(pattern).test(name),
    false,
  )
}

function expressionOf(pattern: string): RegExp {
  let source = ''
  for (let at = 0; at < pattern.length; ) {
    const [text, length] = next(pattern, at)
    source += text
    at += length
  }
  return new RegExp(`^${source}$`, 's')
}

function next(pattern: string, at: number): [source: string, length: number] {
  const character = pattern[at]!
  // `**/x` selects `x` at the root too.
  if (pattern.startsWith('**/', at) && (at === 0 || pattern[at - 1] === '/')) return ['(?:.*/)?', 3]
  if (pattern.startsWith('**', at)) return ['.*', 2]
  if (character === '*') return ['[^/]*', 1]
  if ((character === '?' || character === '+') && at > 0) return [character, 1]
  if (character === '\\' && at + 1 < pattern.length) return [literal(pattern[at + 1]!), 2]
  const end = character === '[' ? pattern.indexOf(']', at + 1) : -1
  if (end > 0) return [`[${pattern.slice(at + 1, end).replace(/[\\[^]/g, '\\$&')}]`, end + 1 - at]
  return [literal(character), 1]
}

const literal = (character: string): string => character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')

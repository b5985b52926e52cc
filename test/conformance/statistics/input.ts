/** A case's input: each statistic has a shape of its own. */
export type Input = Readonly<Record<string, unknown>>

/** Levels with their counts, weights or shares. */
export type Levels = Readonly<Record<string, number>>

/** A list of numbers: as it stands, or as an expression such as `linspace(1,100,110)+20.1`. */
export function numbers(value: unknown): number[] {
  if (typeof value === 'string') return evaluateExpression(value)
  if (isNumbers(value)) return value
  throw new Error(`expected a list of numbers, found ${shown(value)}`)
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number')
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

/** One number, or what is meant where the input leaves it out. */
export function number(value: unknown, otherwise?: number): number {
  if (value === undefined || value === null) {
    if (otherwise !== undefined) return otherwise
    throw new Error('a number is missing')
  }
  if (typeof value === 'number') return value
  const [only] = evaluateExpression(String(value))
  return only ?? Number.NaN
}

/** Two rows of a table, or counts, weights or shares of both sides on the union of their levels. */
export function pair(input: Input): [number[], number[]] {
  const { table, ref_counts, cur_counts, ref_weights, cur_weights, ref, cur, p, q } = input
  if (table !== undefined) {
    const [first, second, third] = rowsOf(input)
    if (third !== undefined) throw new Error(`expected a table of two rows, found ${shown(table)}`)
    return [first!, second!]
  }
  return align(ref_counts ?? ref_weights ?? ref ?? p, cur_counts ?? cur_weights ?? cur ?? q)
}

/** The rows of a table, at least two, or both sides as such. */
export function rowsOf(input: Input): number[][] {
  const { table } = input
  if (table === undefined) return pair(input)
  const isTable =
    Array.isArray(table) && table.length >= 2 && table.every((row) => isNumbers(row) && row.length === table[0].length)
  if (isTable) return table
  throw new Error(`expected a table of rows of as many numbers each, found ${shown(table)}`)
}

/** Counts on the union of the levels of both sides, the first side's first; lists have their places as levels. */
export function align(first: unknown, second: unknown): [number[], number[]] {
  const [a, b] = [levelsOf(first), levelsOf(second)]
  const levels = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return [levels.map((level) => a[level] ?? 0), levels.map((level) => b[level] ?? 0)]
}

/** Counts, weights or shares by level, or by place in a list. */
export function levelsOf(value: unknown): Levels {
  const isLevels = typeof value === 'object' && value !== null && isNumbers(Object.values(value))
  if (isLevels) return value as Levels
  throw new Error(`expected numbers by level or place, found ${shown(value)}`)
}

/** Two samples: as values, or as how often each value occurs. */
export function samples({ x, y, ref_value_counts, cur_value_counts, ref, cur }: Input): [number[], number[]] {
  const both =
    ref_value_counts === undefined
      ? [numbers(x ?? ref), numbers(y ?? cur)]
      : [repeat(levelsOf(ref_value_counts)), repeat(levelsOf(cur_value_counts))]
  return both.map(ranked) as [number[], number[]]
}

const repeat = (counts: Levels): number[] =>
  Object.entries(counts).flatMap(([value, count]) => Array<number>(checkedLength(count)).fill(Number(value)))

/** A sample whose values have an order. */
export function ranked(values: number[]): number[] {
  if (values.length === 0) throw new Error('a sample has no values')
  if (values.some(Number.isNaN)) throw new Error('a sample holds NaN, which has no rank')
  return values
}

const longest = 10_000_000
/** How long a list is to be made; a slip in a file must not take all memory. */
export function checkedLength(count: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= longest) return count
  throw new Error(`expected a whole number from 0 to ${longest} of values, found ${count}`)
}

/** Sums, products, brackets, numbers, `linspace(start,stop,count)` and `range(start,stop,step)` over lists and numbers. */
export function evaluateExpression(text: string): number[] {
  const tokens = text.match(/(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[a-z_]\w*|[-+*/(),]/gi) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`cannot read the expression ${text}`)
  let place = 0
  const take = (wanted: string): void => {
    if (tokens[place++] !== wanted) throw new Error(`expected ${wanted} in ${text}`)
  }
  const combine = (a: number[], b: number[], operate: (a: number, b: number) => number): number[] =>
    a.length >= b.length
      ? a.map((value, i) => operate(value, b[b.length === 1 ? 0 : i]!))
      : b.map((value) => operate(a[0]!, value))
  const factor = (): number[] => {
    const token = tokens[place++]
    if (token === '-') return factor().map((value) => -value)
    if (token === '(') {
      const inner = sum()
      take(')')
      return inner
    }
    if (token !== undefined && /^[\d.]/.test(token)) return [Number(token)]
    take('(')
    const args: number[] = []
    while (tokens[place] !== ')') {
      if (args.length > 0) take(',')
      args.push(sum()[0]!)
    }
    take(')')
    return sequence(token ?? '', args)
  }
  const product = (): number[] => {
    let left = factor()
    while (tokens[place] === '*' || tokens[place] === '/') {
      const isProduct = tokens[place++] === '*'
      left = combine(left, factor(), (a, b) => (isProduct ? a * b : a / b))
    }
    return left
  }
  const sum = (): number[] => {
    let left = product()
    while (tokens[place] === '+' || tokens[place] === '-') {
      const isSum = tokens[place++] === '+'
      left = combine(left, product(), (a, b) => (isSum ? a + b : a - b))
    }
    return left
  }
  const result = sum()
  if (place < tokens.length) throw new Error(`cannot read the expression ${text}`)
  return result
}

function sequence(name: string, args: readonly number[]): number[] {
  if (name === 'linspace') {
    const [start = 0, stop = 0, count = 50] = args
    checkedLength(count)
    const step = (stop - start) / (count - 1)
    return Array.from({ length: count }, (_, i) =>
      i === count - 1 && count > 1 ? stop : start + i * (count > 1 ? step : 0),
    )
  }
  if (name === 'range' || name === 'arange') {
    const [start, stop, step = 1] = args.length === 1 ? [0, args[0]!] : (args as [number, number, number?])
    const length = checkedLength(Math.max(0, Math.ceil((stop - start) / step)))
    return Array.from({ length }, (_, i) => start + i * step)
  }
  throw new Error(`no sequence is called ${name}`)
}

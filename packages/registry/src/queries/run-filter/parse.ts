import { filterError, readTokens, type Token } from './tokens.ts'

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains'

export interface Literal {
  readonly value: string | number | boolean
  /** Where it begins in the filter, from 0. */
  readonly at: number
}

export interface Comparison {
  readonly kind: 'compare'
  readonly field: string
  readonly at: number
  readonly operator: Operator
  /** One, or those in parentheses after `in`: one of them has to fit. */
  readonly literals: readonly Literal[]
}

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'missing'; readonly field: string; readonly at: number }
  | Comparison

/** Far deeper than people nest, far shallower than what recursion can take. */
const deepest = 50
const symbols: Readonly<Record<string, Operator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}
const keywords = new Set(['and', 'or', 'not', 'in', 'is', 'missing', 'contains', 'true', 'false'])

/**
 * Reads a filter of runs: comparisons of a field with a value (`= != < <= > >=`, `in (…)`, `contains`, `is missing`), joined by
 * `and`, `or`, `not` and parentheses; `and` binds before `or`. Throws `INPUT_INVALID` with the column.
 */
export function parseFilter(filter: string): Filter {
  return new Parser(filter).parse()
}

class Parser {
  readonly #filter: string
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(filter: string) {
    this.#filter = filter
    this.#tokens = readTokens(filter)
  }

  parse(): Filter {
    const filter = this.#alternatives(0)
    if (this.#token.kind !== 'end') throw this.#unexpected('and, or, or the end')
    return filter
  }

  #alternatives(depth: number): Filter {
    const parts = [this.#conjunction(depth)]
    while (this.#takeWord('or')) parts.push(this.#conjunction(depth))
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
  }

  #conjunction(depth: number): Filter {
    const parts = [this.#term(depth)]
    while (this.#takeWord('and')) parts.push(this.#term(depth))
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
  }

  #term(depth: number): Filter {
    if (depth > deepest) {
      throw filterError(this.#filter, this.#token.at, {
        message: `this nests deeper than ${deepest} levels`,
        hint: 'Take parentheses and `not` away that change nothing.',
      })
    }
    if (this.#takeWord('not')) return { kind: 'not', part: this.#term(depth + 1) }
    if (!this.#takeSymbol('(')) return this.#comparison()
    const inner = this.#alternatives(depth + 1)
    if (!this.#takeSymbol(')')) throw this.#unexpected('and, or, or )')
    return inner
  }

  #comparison(): Filter {
    const { text: field, at } = this.#field()
    if (this.#takeWord('is')) {
      const isNegated = this.#takeWord('not')
      if (!this.#takeWord('missing')) throw this.#unexpected('missing')
      const missing: Filter = { kind: 'missing', field, at }
      return isNegated ? { kind: 'not', part: missing } : missing
    }
    const isNegated = this.#takeWord('not')
    const wrong = this.#token
    const found = this.#operator()
    if (found === null || (isNegated && found !== 'in' && found !== 'contains'))
      throw this.#unexpected(isNegated ? 'in or contains' : 'a comparison such as =, <, in or contains', wrong)
    const comparison: Filter = {
      kind: 'compare',
      field,
      at,
      operator: found === 'in' ? '=' : found,
      literals: found === 'in' ? this.#list() : [this.#literal()],
    }
    return isNegated ? { kind: 'not', part: comparison } : comparison
  }

  #field(): Token {
    const token = this.#token
    if (token.kind !== 'name' || keywords.has(token.text.toLowerCase()) || token.text.endsWith('.'))
      throw this.#unexpected('a field such as metrics.roc_auc, params.trees or verdict')
    this.#next++
    return token
  }

  #operator(): Operator | 'in' | null {
    const { kind, text } = this.#token
    if (kind === 'symbol' && Object.hasOwn(symbols, text)) {
      this.#next++
      return symbols[text]!
    }
    if (this.#takeWord('in')) return 'in'
    return this.#takeWord('contains') ? 'contains' : null
  }

  #list(): Literal[] {
    if (!this.#takeSymbol('(')) throw this.#unexpected('( and the values')
    const literals = [this.#literal()]
    while (this.#takeSymbol(',')) literals.push(this.#literal())
    if (!this.#takeSymbol(')')) throw this.#unexpected(', or )')
    return literals
  }

  #literal(): Literal {
    const { kind, text, at } = this.#token
    const word = kind === 'name' ? text.toLowerCase() : ''
    const value =
      kind === 'text'
        ? text
        : kind === 'number'
          ? Number(text)
          : word === 'true' || word === 'false'
            ? word === 'true'
            : null
    if (value === null)
      throw this.#unexpected(word === '' || keywords.has(word) ? 'a value' : 'a value; a text has quotes')
    if (typeof value === 'number' && !Number.isFinite(value)) throw this.#unexpected('a number that is finite')
    this.#next++
    return { value, at }
  }

  get #token(): Token {
    return this.#tokens[this.#next]!
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#token
    const isIt = kind === 'name' && text.toLowerCase() === word
    if (isIt) this.#next++
    return isIt
  }

  #takeSymbol(symbol: string): boolean {
    const { kind, text } = this.#token
    const isIt = kind === 'symbol' && text === symbol
    if (isIt) this.#next++
    return isIt
  }

  #unexpected(expected: string, { kind, text, at }: Token = this.#token): Error {
    const found = kind === 'end' ? 'the end' : JSON.stringify(text.slice(0, 40))
    return filterError(this.#filter, at, {
      message: `expected ${expected}, found ${found}`,
      hint: "A filter reads like metrics.roc_auc > .66 and (params.trees = 100 or verdict in ('pass', 'fail')).",
    })
  }
}

import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token'
import { parser } from './parser.ts'

export interface Scope {
  /** `github`, `env`, `needs`…; a context that is absent reads as null. */
  readonly contexts: Readonly<Record<string, unknown>>
  readonly status?: { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean }
  readonly hashFiles?: (patterns: readonly string[]) => string
}

const contextNames = [
  'github',
  'env',
  'vars',
  'secrets',
  'needs',
  'steps',
  'matrix',
  'strategy',
  'inputs',
  'job',
  'jobs',
  'runner',
]
const statusFunctions = ['success', 'failure', 'cancelled', 'always']
const functionNames = [...statusFunctions, 'hashFiles'].map((name) => ({ name, minArgs: 0, maxArgs: 255 }))

/** A token's value as plain data, its `${{ }}` evaluated. Throws an Error with the place when an expression fails. */
export function evaluateToken(token: TemplateToken | undefined, scope: Scope): unknown {
  if (token === undefined) return undefined
  if (parser.isMapping(token)) {
    return Object.fromEntries(
      [...token].map(({ key, value }) => [String(evaluateToken(key, scope)), evaluateToken(value, scope)]),
    )
  }
  if (parser.isSequence(token)) return [...token].map((item) => evaluateToken(item, scope))
  if (parser.isBasicExpression(token)) {
    return located(token, () => plain(evaluate(token.expression, scope)))
  }
  if (parser.isString(token) || parser.isBoolean(token) || parser.isNumber(token)) return token.value
  if (token.isExpression) throw new Error(`${placeOf(token)}: this kind of expression is not supported`)
  return null
}

/** A token's value as GitHub turns it into text: null is empty, a number has no trailing zeros. */
export function evaluateText(token: TemplateToken | undefined, scope: Scope): string {
  if (token !== undefined && parser.isBasicExpression(token)) {
    return located(token, () => evaluate(token.expression, scope).coerceString())
  }
  return textOf(evaluateToken(token, scope))
}

/** A mapping of texts, such as `env` or `with`; names are evaluated in order and the last one wins. */
export function evaluateTexts(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  if (token === undefined) return {}
  if (parser.isMapping(token)) {
    return Object.fromEntries([...token].map(({ key, value }) => [String(key), evaluateText(value, scope)]))
  }
  const value = evaluateToken(token, scope)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${placeOf(token)}: a mapping was expected`)
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textOf(item)]))
}

/** An `if`: without a status function it is `success() && (condition)`, as GitHub reads it. */
export function evaluateCondition(token: TemplateToken | string | undefined, scope: Scope): boolean {
  const status = scope.status ?? { success: true, failure: false, cancelled: false }
  const source = conditionOf(token)
  if (source === '') return status.success
  const place = typeof token === 'object' ? token : undefined
  return located(place, () => {
    const tokens = tokensOf(source)
    const hasStatus = tokens.some(
      ({ lexeme }, index) => statusFunctions.includes(lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
    )
    if (!hasStatus && !status.success) return false
    return isTruthy(evaluate(source, scope))
  })
}

function conditionOf(token: TemplateToken | string | undefined): string {
  if (token === undefined) return ''
  if (typeof token === 'string') return token.trim()
  return parser.isBasicExpression(token)
    ? token.expression.trim()
    : String(evaluateToken(token, { contexts: {} }) ?? '').trim()
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : dataOf(value).coerceString()
}

/** `line:column` of a token in its file. */
export const placeOf = (token: TemplateToken | undefined): string =>
  token?.range === undefined ? '' : `${token.range.start.line}:${token.range.start.column}`

function evaluate(source: string, scope: Scope): data.ExpressionData {
  const tree = new Parser(tokensOf(source), contextNames, functionNames).parse()
  if (tree === undefined) return new data.Null()
  return new Evaluator(tree, dictionaryOf(scope), functionsOf(scope)).evaluate()
}

function tokensOf(source: string) {
  const { tokens } = new Lexer(source).lex()
  // The library's lexer unescapes only the first `''` of a text, so that a script with two quotes would be broken.
  for (const token of tokens) {
    if (token.lexeme.startsWith("'")) token.value = token.lexeme.slice(1, -1).replaceAll("''", "'")
  }
  return tokens
}

const dictionaries = new WeakMap<Scope, data.Dictionary>()
function dictionaryOf(scope: Scope): data.Dictionary {
  const known = dictionaries.get(scope)
  if (known) return known
  const made = new data.Dictionary(
    ...contextNames.map((name) => ({ key: name, value: dataOf(scope.contexts[name] ?? null) })),
  )
  dictionaries.set(scope, made)
  return made
}

function functionsOf({ status, hashFiles }: Scope): Map<string, FunctionDefinition> {
  const answers = {
    success: status?.success ?? true,
    failure: status?.failure ?? false,
    cancelled: status?.cancelled ?? false,
    always: true,
  }
  const define = (name: string, call: FunctionDefinition['call']) =>
    [name.toLowerCase(), { name, minArgs: 0, maxArgs: 255, call }] as const
  const hash = (...patterns: data.ExpressionData[]) => {
    if (!hashFiles) throw new Error('hashFiles is not available here')
    return new data.StringData(hashFiles(patterns.map((pattern) => pattern.coerceString())))
  }
  return new Map([
    ...Object.entries(answers).map(([name, value]) => define(name, () => new data.BooleanData(value))),
    define('hashFiles', hash),
  ])
}

function dataOf(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value)
  if (typeof value === 'number') return new data.NumberData(value)
  if (typeof value === 'boolean') return new data.BooleanData(value)
  if (Array.isArray(value)) return new data.Array(...value.map(dataOf))
  if (typeof value === 'object' && value !== null) {
    return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: dataOf(item) })))
  }
  return new data.Null()
}

function plain(value: data.ExpressionData): unknown {
  if (value instanceof data.Null) return null
  if (value instanceof data.Array) return value.values().map(plain)
  if (value instanceof data.Dictionary)
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, plain(pair.value)]))
  if (value instanceof data.NumberData) return value.number()
  if (value instanceof data.BooleanData) return value.value
  return value.coerceString()
}

const isTruthy = (value: data.ExpressionData): boolean => {
  const answer = plain(value)
  return !(answer === null || answer === false || answer === '' || answer === 0 || Number.isNaN(answer))
}

function located<T>(token: TemplateToken | undefined, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Error(`${placeOf(token)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

import { TidemarkError } from '@tidemark/schemas'

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'symbol' | 'end'
  /** As it was typed; of a text what stands between its quotes, of a name with its quotes taken off. */
  readonly text: string
  /** Where it begins, from 0. */
  readonly at: number
}

const longest = 2000

/** Longer alternatives first. */
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['name', /[A-Za-z_][\w-]*(?:\.[\w-]+)*(?:\.(?="|'))?/y],
  ['text', /"(?:[^"]|"")*"|'(?:[^']|'')*'/y],
  ['symbol', /<=|>=|!=|==|<>|[=<>(),]/y],
]

/** The words, numbers and signs of a filter, with an `end` after them. Throws `INPUT_INVALID` with the column. */
export function readTokens(filter: string): Token[] {
  if (filter.length > longest) {
    throw new TidemarkError(
      'INPUT_INVALID',
      `the filter has ${filter.length} characters, at most ${longest} are read`,
      {
        hint: 'Say it shorter: `in (…)` stands for many comparisons with =.',
      },
    )
  }
  const tokens: Token[] = []
  let at = 0
  while (at < filter.length) {
    if (/\s/.test(filter[at]!)) {
      at++
      continue
    }
    const token = readToken(filter, at)
    const last = tokens.at(-1)
    // `params."learning rate"` is one name.
    const isQuotedPart = last?.kind === 'name' && last.text.endsWith('.') && token.kind === 'text'
    if (isQuotedPart) tokens[tokens.length - 1] = { ...last, text: last.text + unquote(token.text) }
    else tokens.push({ ...token, text: token.kind === 'text' ? unquote(token.text) : token.text })
    at += token.text.length
  }
  return [...tokens, { kind: 'end', text: '', at: filter.length }]
}

/** A problem with a filter: what is wrong, and the filter with a mark where. */
export function filterError(
  filter: string,
  at: number,
  { message, hint }: { message: string; hint: string },
): TidemarkError {
  const [before, after] = [filter.slice(Math.max(0, at - 40), at), filter.slice(at, at + 40)]
  const shown = `${at > 40 ? '…' : ''}${before}▸${after}${at + 40 < filter.length ? '…' : ''}`
  return new TidemarkError('INPUT_INVALID', `column ${at + 1}: ${message}: ${shown}`, { hint })
}

function readToken(filter: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(filter)
    if (found) return { kind, text: found[0], at }
  }
  const character = filter[at]!
  if (character === '"' || character === "'")
    throw filterError(filter, at, { message: 'this text does not end', hint: `Close it with another ${character}.` })
  throw filterError(filter, at, {
    message: `${JSON.stringify(String.fromCodePoint(filter.codePointAt(at)!))} means nothing here`,
    hint: "Write comparisons such as metrics.roc_auc > .66 and trainer = 'boosted', with ( ) around parts.",
  })
}

/** A quote inside is doubled. */
function unquote(text: string): string {
  const quote = text[0]!
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

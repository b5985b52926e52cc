import { TidemarkError } from '@tidemark/schemas'

/**
 * DuckDB's error as a `TidemarkError`. DuckDB quotes cell values and whole CSV lines in its messages; those are private,
 * so only the first sentence is kept and what it quotes from the data is blanked.
 */
export function engineFailure(cause: unknown, paths: readonly string[] = [], root = ''): unknown {
  if (cause instanceof TidemarkError || !(cause instanceof Error)) return cause
  const shorten = (text: string) => (root === '' ? text : text.replaceAll(`${root}/`, ''))
  const message = shorten(firstSentence(cause.message))
  if (/^Permission Error/.test(message)) {
    return new TidemarkError('SQL_REFUSED', `The query reaches outside its data: ${message}`, {
      hint: 'A query may only read the files of its dataset. Remove reads of other files, COPY, ATTACH, INSTALL and LOAD.',
      cause,
    })
  }
  if (/^Out of Memory Error/.test(message)) {
    return new TidemarkError('SQL_FAILED', `The query needs more memory than it may use: ${message}`, {
      hint: 'Select fewer columns or rows, or give the job a larger memory limit.',
      cause,
    })
  }
  if (isUnreadable(cause.message)) {
    const line = csvLine(cause.message)
    const named = paths.find((path) => cause.message.includes(path))
    // Of a damaged page DuckDB does not say whose it is.
    const files = named === undefined ? paths.slice(0, 20) : [named]
    return new TidemarkError('DATA_UNREADABLE', `The data cannot be read: ${message}`, {
      hint: 'The file is damaged or not what its name says. Restore it, or correct the line named.',
      problems:
        files.length === 0 ? [{ line, message }] : files.map((file) => ({ file: shorten(file), line, message })),
      cause,
    })
  }
  return new TidemarkError('SQL_FAILED', message, {
    hint: 'Correct the query, or the type of the data it reads.',
    cause,
  })
}

/** The line of a CSV file, from 1, that DuckDB's message names. */
export function csvLine(message: string): number | undefined {
  const line = /(?:CSV Error on Line:|at line|in line) (\d+)/i.exec(message)?.[1]
  return line === undefined ? undefined : Number(line)
}

/** DuckDB's message up to its first line break, without the values that it quotes from the data. */
export function firstSentence(message: string): string {
  const [first = '', second = ''] = message.split('\n')
  const sentence = /CSV Error on Line/.test(first) ? `${first.trim()} ${reason(message) ?? second}` : first
  const quotesData = /^(Conversion|Invalid Input|Out of Range|CSV) Error/i.test(message)
  return (quotesData ? sentence.replace(/(["'])(?:(?!\1).)*\1/g, '(value withheld)') : sentence).trim().slice(0, 500)
}

// DuckDB prints the offending line, then a sentence saying what is wrong with it.
function reason(message: string): string | undefined {
  return message
    .split('\n')
    .slice(1)
    .find((line) =>
      /^(Error when|Expected|Value with|Invalid|Maximum|The CSV|.*(columns|unterminated|encoding|encoded))/i.test(line),
    )
}

function isUnreadable(message: string): boolean {
  return (
    /^(IO|Serialization) Error|CSV Error|sniffing file|No magic bytes|Parquet|Snappy|ZSTD|gzip|GZIP|Malformed JSON|JSON transform error|TProtocolException|don't know what type|Could not (read|open)/i.test(
      message,
    ) && !/^(Binder|Catalog|Parser) Error(?!.*sniffing)/.test(message)
  )
}

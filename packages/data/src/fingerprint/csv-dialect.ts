import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'

const longestHeader = 1 << 20
const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/**
 * The delimiter of a CSV file: the one its header line holds most of, outside quotes; a comma when it holds none.
 * DuckDB would guess it from the rows, and take a ragged file for one with a single column.
 */
export async function readDelimiter(path: string): Promise<Delimiter> {
  const header = (await firstLine(path)).replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

async function firstLine(path: string): Promise<string> {
  const file = createReadStream(path)
  const bytes = path.endsWith('.gz')
    ? pipeline(file, createGunzip(), () => {})
    : path.endsWith('.zst')
      ? pipeline(file, createZstdDecompress(), () => {})
      : file
  let text = ''
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      text += chunk.toString('latin1') // delimiters are ASCII, so the rest need not be decoded
      if (text.includes('\n') || text.length > longestHeader) break
    }
  } catch {
    return '' // DuckDB meets the same damage and says what it is
  } finally {
    file.destroy()
  }
  return text.split('\n')[0] ?? ''
}

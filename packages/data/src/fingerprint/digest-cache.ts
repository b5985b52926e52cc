import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const Entry = z.strictObject({
  sizeBytes: z.int().min(0),
  /** Times in nanoseconds, and the file's number, as texts: they do not fit into JavaScript's numbers. */
  mtimeNs: z.string(),
  ctimeNs: z.string(),
  inode: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
type Entry = z.infer<typeof Entry>

const CacheFile = z.strictObject({ schema: z.literal('tidemark/digest-cache/v1'), files: z.record(z.string(), Entry) })

/** A file written within this time may be written again without its times changing. */
const settledMs = 2000
const mostEntries = 200_000

/**
 * Digests of files that were read before on this machine, so that unchanged ones are not read again. It trusts the file system: a
 * file of the same path, size, number and times (modified and changed, to the nanosecond) is taken for the same bytes. Whoever can
 * set a file's change time, or write to the cache, can make it lie; so it belongs into a folder that only this runner writes,
 * and is for one machine: another's times say nothing. A damaged cache is an empty one. Without a file it lasts as long as the process,
 * and believes nobody but it.
 */
export class DigestCache {
  readonly #path: string | null
  readonly #now: () => number
  #known: Record<string, Entry>
  readonly #seen: Record<string, Entry> = {}

  private constructor(path: string | null, known: Record<string, Entry>, now: () => number) {
    this.#path = path
    this.#now = now
    this.#known = known
  }

  static async open(path: string, now: () => number = Date.now): Promise<DigestCache> {
    const text = await readFile(path, 'utf8').catch(() => '')
    try {
      return new DigestCache(path, CacheFile.parse(JSON.parse(text)).files, now)
    } catch {
      return new DigestCache(path, {}, now)
    }
  }

  /** For files that one process asks for more than once. */
  static forProcess(now: () => number = Date.now): DigestCache {
    return new DigestCache(null, {}, now)
  }

  /** The digest of an absolute path: the one known, or that of what `read` finds. */
  async digest(
    path: string,
    read: () => Promise<{ sizeBytes: number; sha256: string }>,
  ): Promise<{ sizeBytes: number; sha256: string }> {
    const before = await factsOf(path)
    const known = [this.#seen, this.#known].find((entries) => Object.hasOwn(entries, path))?.[path]
    if (known && isSame(known, before)) {
      this.#seen[path] = known
      return { sizeBytes: known.sizeBytes, sha256: known.sha256 }
    }
    const digest = await read()
    const entry = { ...before, ...digest }
    const isSettled = this.#now() - Number(BigInt(before.ctimeNs) / 1_000_000n) > settledMs
    // A file that changed while it was read is read again next time.
    if (isSettled && isSame(entry, await factsOf(path))) this.#seen[path] = entry
    return digest
  }

  /** Writes what is known now, where there is a file; the cache of two steps at once is that of the last. */
  async save(): Promise<void> {
    if (this.#path === null) return
    const files = Object.fromEntries(Object.entries({ ...this.#known, ...this.#seen }).slice(-mostEntries))
    this.#known = files
    await mkdir(dirname(this.#path), { recursive: true })
    const part = `${this.#path}.${process.pid}.part`
    await writeFile(part, JSON.stringify({ schema: 'tidemark/digest-cache/v1', files }))
    await rename(part, this.#path)
  }
}

type Facts = Pick<Entry, 'sizeBytes' | 'mtimeNs' | 'ctimeNs' | 'inode'>

async function factsOf(path: string): Promise<Facts> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true })
  return { sizeBytes: Number(size), mtimeNs: `${mtimeNs}`, ctimeNs: `${ctimeNs}`, inode: `${ino}` }
}

function isSame(a: Facts, b: Facts): boolean {
  return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.inode === b.inode
}

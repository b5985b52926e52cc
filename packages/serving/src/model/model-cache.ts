import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Sha256, sha256, Version } from '@tidemark/schemas'

/** What a server served last, so that it can start while its source cannot be reached. */
export interface RememberedVersion {
  readonly version: string
  readonly modelDigest: string
  readonly sha256: string
}

/** Model files on this machine, by digest. A file that is not what its name says is deleted, never returned. */
export class ModelCache {
  readonly #folder: string
  readonly #name: string

  /** `name` tells models and channels apart that share a folder. */
  constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
  }

  async read(digest: string): Promise<Uint8Array | null> {
    const file = this.#file(digest)
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null || sha256(bytes) === digest) return bytes
    await rm(file, { force: true })
    return null
  }

  /** Keeps a file; one that cannot be kept is served all the same, so failures are silent. */
  async write(digest: string, bytes: Uint8Array): Promise<void> {
    await this.#replace(this.#file(digest), bytes)
  }

  /** Notes the version that serves now, and forgets files that this name no longer needs. */
  async remember(champion: RememberedVersion, alsoNeeded: readonly string[]): Promise<void> {
    const previous = await this.recall()
    await this.#replace(this.#pointer(), JSON.stringify(champion))
    if (!previous || previous.sha256 === champion.sha256 || alsoNeeded.includes(previous.sha256)) return
    if (!(await this.#isNeededByOthers(previous.sha256))) await rm(this.#file(previous.sha256), { force: true })
  }

  /** What was remembered, if it is whole. */
  async recall(): Promise<RememberedVersion | null> {
    return readPointer(this.#pointer())
  }

  async #isNeededByOthers(digest: string): Promise<boolean> {
    const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith('.json'))
    const others = await Promise.all(names.map((name) => readPointer(join(this.#folder, name))))
    return others.some((other) => other?.sha256 === digest)
  }

  #file(digest: string): string {
    return join(this.#folder, `${digest}.onnx`)
  }

  #pointer(): string {
    return join(this.#folder, `${this.#name}.json`)
  }

  async #replace(file: string, content: Uint8Array | string): Promise<void> {
    const part = `${file}.${randomUUID()}.part`
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeFile(part, content)
      await rename(part, file)
    } catch {
      await rm(part, { force: true }).catch(() => undefined)
    }
  }
}

async function readPointer(file: string): Promise<RememberedVersion | null> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Partial<RememberedVersion> | null
    const { version, modelDigest, sha256: digest } = found ?? {}
    if (!Version.safeParse(version).success) return null
    if (!Sha256.safeParse(modelDigest).success || !Sha256.safeParse(digest).success) return null
    return { version: version!, modelDigest: modelDigest!, sha256: digest! }
  } catch {
    return null
  }
}

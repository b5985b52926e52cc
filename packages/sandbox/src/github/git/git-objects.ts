import { createHash } from 'node:crypto'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

export interface Signature {
  name: string
  email: string
  /** ISO 8601, in UTC and without a fraction. */
  date: string
}

export interface Commit {
  sha: string
  tree: string
  parents: string[]
  author: Signature
  committer: Signature
  message: string
}

export interface Tag {
  sha: string
  object: string
  type: ObjectType
  name: string
  tagger: Signature
  message: string
}

export interface TreeEntry {
  /** Six octal digits, as GitHub writes it. */
  mode: string
  name: string
  sha: string
}

/** The object's id: SHA-1 of `<type> <size>\0<bytes>`. */
export function objectId(type: ObjectType, bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}

export function entryType(mode: string): 'blob' | 'tree' | 'commit' {
  return mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
}

export function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    entries.push({
      mode: bytes.toString('latin1', at, space).padStart(6, '0'),
      name: bytes.toString('utf8', space + 1, end),
      sha: bytes.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

export function serializeTree(entries: readonly TreeEntry[]): Buffer {
  // Git sorts by bytes, a folder as if its name ended in a slash.
  const key = (entry: TreeEntry) => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name)
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)))
  return Buffer.concat(
    sorted.flatMap(({ mode, name, sha }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]),
  )
}

export function parseCommit(sha: string, bytes: Buffer): Commit {
  const { headers, message } = splitHeaders(bytes)
  return {
    sha,
    tree: headers.find(([key]) => key === 'tree')?.[1] ?? '',
    parents: headers.filter(([key]) => key === 'parent').map(([, value]) => value),
    author: parseSignature(headers.find(([key]) => key === 'author')?.[1] ?? ''),
    committer: parseSignature(headers.find(([key]) => key === 'committer')?.[1] ?? ''),
    message,
  }
}

export function serializeCommit(commit: Omit<Commit, 'sha'>): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
  ]
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`)
}

export function parseTag(sha: string, bytes: Buffer): Tag {
  const { headers, message } = splitHeaders(bytes)
  const value = (name: string) => headers.find(([key]) => key === name)?.[1] ?? ''
  return {
    sha,
    object: value('object'),
    type: value('type') as ObjectType,
    name: value('tag'),
    tagger: parseSignature(value('tagger')),
    message,
  }
}

export function serializeTag(tag: Omit<Tag, 'sha'>): Buffer {
  const lines = [`object ${tag.object}`, `type ${tag.type}`, `tag ${tag.name}`, `tagger ${formatSignature(tag.tagger)}`]
  return Buffer.from(`${lines.join('\n')}\n\n${tag.message}`)
}

/** Git's rules for a full ref name (`git check-ref-format`), which also keep it inside the repository's folder. */
export function isRefName(name: string): boolean {
  if (!/^refs\/[^/]+\/./.test(name) || name.length > 1024) return false
  if (/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$/.test(name)) return false
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
}

function splitHeaders(bytes: Buffer): { headers: [string, string][]; message: string } {
  const text = bytes.toString('utf8')
  const end = text.indexOf('\n\n')
  const head = end < 0 ? text : text.slice(0, end)
  const headers = head
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
  return { headers, message: end < 0 ? '' : text.slice(end + 2) }
}

function parseSignature(value: string): Signature {
  const match = /^(.*?) ?<(.*?)> (-?\d+)/.exec(value)
  const seconds = Number(match?.[3] ?? 0)
  return {
    name: match?.[1] ?? '',
    email: match?.[2] ?? '',
    date: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
  }
}

function formatSignature({ name, email, date }: Signature): string {
  // Git drops these characters too; left in, a name could forge a header line.
  const clean = (text: string) => text.replaceAll(/[<>\n\0]/g, '').trim()
  return `${clean(name)} <${clean(email)}> ${Math.floor(new Date(date).getTime() / 1000)} +0000`
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { type Fact, storedFile } from './stored-file.ts'

/** One commit of the registry branch, and the annotated tags that point at it. */
export interface RecordedCommit {
  readonly at: string
  readonly message: string
  readonly files: readonly Fact[]
  readonly tags?: readonly string[]
}

/** Writes commits as the branch model-registry of a new repository in `folder`, by one `git fast-import`. */
export async function writeRepository(folder: string, commits: readonly RecordedCommit[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await git(folder, ['init', '--quiet', '--initial-branch=main'])
  const stream: string[] = []
  const who = (at: string) => `registry <registry@users.noreply.github.com> ${Math.floor(Date.parse(at) / 1000)} +0000`
  for (const [index, { at, message, files, tags = [] }] of commits.entries()) {
    stream.push('commit refs/heads/model-registry\n', `mark :${index + 1}\n`, `committer ${who(at)}\n`, data(message))
    if (index > 0) stream.push(`from :${index}\n`)
    for (const file of files.map(storedFile)) stream.push(`M 100644 inline ${file.path}\n`, data(file.text))
    for (const tag of tags) stream.push(`tag ${tag}\n`, `from :${index + 1}\n`, `tagger ${who(at)}\n`, data(tag))
  }
  await git(folder, ['fast-import', '--quiet'], stream.join(''))
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

async function git(folder: string, args: readonly string[], input = ''): Promise<void> {
  const child = spawn('git', ['-C', folder, ...args], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`git ${args[0]} failed with ${code}`)
}

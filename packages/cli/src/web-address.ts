import { originOf } from './origin.ts'
import type { Source, SourceChoice } from './source.ts'
import type { Terminal } from './tidemark.ts'

/** Where a source's repository is on the web, without credentials; undefined where nobody knows. */
export async function webAddressOf(
  source: Source,
  choice: SourceChoice,
  terminal: Terminal,
): Promise<string | undefined> {
  return choice.repo === undefined ? originOf(source.name) : addressOf(choice.repo, terminal, choice['api-url'])
}

function addressOf(repo: string, { env }: Terminal, apiUrl: string | undefined): string {
  const api = apiUrl ?? env.GITHUB_API_URL ?? ''
  // GitHub Enterprise Server has its API below the server; github.com on a host of its own.
  const enterprise = /^(https?:\/\/.+)\/api\/v3\/?$/.exec(api)?.[1]
  return `${enterprise ?? env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repo}`
}

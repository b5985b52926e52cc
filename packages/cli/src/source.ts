import { resolve } from 'node:path'
import type { LedgerReader, Registry } from '@tidemark/registry'
import { RepositoryName, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import type { Terminal } from './tidemark.ts'

/** Options that say where the registry is. */
export const sourceOptions = {
  clone: z.string().min(1).optional(),
  repo: RepositoryName.optional(),
  'api-url': z.url({ protocol: /^https?$/ }).optional(),
  'registry-branch': z.string().min(1).max(200).default('model-registry'),
}

export interface SourceChoice {
  readonly clone?: string | undefined
  readonly repo?: string | undefined
  readonly 'api-url'?: string | undefined
  readonly 'registry-branch': string
  readonly 'policy-root'?: string | undefined
}

/** A registry to read, to be closed when done. */
export interface Source extends Disposable {
  readonly ledger: LedgerReader
  /** With releases and the default branch; null for a clone. */
  readonly registry: Registry | null
  /** For people: a folder or a repository. */
  readonly name: string
}

/** Opens a clone, or a repository over GitHub's API. Throws `INPUT_INVALID` where both are given or the token is missing. */
export async function openSource(choice: SourceChoice, terminal: Terminal): Promise<Source> {
  const { clone, repo, 'registry-branch': registryBranch } = choice
  if (repo === undefined) {
    const { CloneLedger } = await import('@tidemark/github')
    const name = resolve(terminal.cwd, clone ?? '.')
    const ledger = new CloneLedger(name, registryBranch)
    return { ledger, registry: null, name, [Symbol.dispose]: () => ledger[Symbol.dispose]() }
  }
  if (clone !== undefined) {
    throw new TidemarkError('INPUT_INVALID', '--clone and --repo are two places', { hint: 'Give one of them.' })
  }
  const registry = await connect({ ...choice, repo }, terminal)
  return { ledger: registry.ledger, registry, name: repo, [Symbol.dispose]: () => {} }
}

type Repository = SourceChoice & { readonly repo: string }

/** A repository over GitHub's API, with the token of the environment. */
export async function connect(choice: Repository, terminal: Terminal): Promise<Registry> {
  const { connectRegistry } = await import('@tidemark/github')
  return connectRegistry(connection(choice, terminal))
}

/** The same without asking GitHub for anything yet: a server starts from its cache while GitHub does not answer. */
export async function follow(choice: Repository, terminal: Terminal): Promise<Registry> {
  const { openRegistry } = await import('@tidemark/github')
  return openRegistry(connection(choice, terminal))
}

/** How a repository is reached, for those who open it themselves. */
export function connection(choice: Repository, terminal: Terminal) {
  return {
    ...access(choice, terminal),
    registryBranch: choice['registry-branch'],
    policyRoot: choice['policy-root'] ?? 'models',
    actor: 'tidemark',
  }
}

/** Repository, API and token. Throws `INPUT_INVALID` without a token. */
export function access(
  { repo, 'api-url': given }: SourceChoice & { readonly repo: string },
  { env }: Terminal,
): { repository: string; apiUrl: string; token: string } {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN
  if (!token) {
    throw new TidemarkError('INPUT_INVALID', 'there is no token for GitHub', {
      hint: 'Set GITHUB_TOKEN or GH_TOKEN, such as GH_TOKEN=$(gh auth token); reading needs contents: read. A clone needs none.',
    })
  }
  return { repository: repo, apiUrl: given ?? (env.GITHUB_API_URL || 'https://api.github.com'), token }
}

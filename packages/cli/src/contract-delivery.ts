import { resolve } from 'node:path'
import { RelativePath, RepositoryName, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { proposeContract } from './contract-proposal.ts'
import { plain } from './table.ts'
import type { Terminal } from './tidemark.ts'
import { writeAtOnce } from './write-at-once.ts'

/** The options that say where a contract goes. */
export const DeliveryOptions = {
  out: z.string().min(1).optional(),
  'pull-request': RelativePath.optional(),
  repo: RepositoryName.optional(),
  'api-url': z.url({ protocol: /^https?$/ }).optional(),
}
/** What queries can call a table. */
export const ObjectName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'expected letters, digits and _')

interface Delivery extends z.infer<z.ZodObject<typeof DeliveryOptions>> {
  readonly yaml: string
  /** Where it stands below the repository's root, and below this folder. */
  readonly baseline?: { readonly path: string; readonly text: string } | undefined
  readonly title: string
  readonly notes: readonly string[]
}

/** Before any work is done for nothing. Throws `INPUT_INVALID`. */
export function assertDelivery({ repo, 'pull-request': path }: Pick<Delivery, 'repo' | 'pull-request'>): void {
  if ((path === undefined) !== (repo === undefined)) {
    throw new TidemarkError('INPUT_INVALID', '--pull-request and --repo go together', {
      hint: 'Give the path of the contract and the repository, or --out for a file.',
    })
  }
}

/** A contract to where it is wanted: as a pull request, to a file, else to standard output; its baseline with it. */
export async function deliver(delivery: Delivery, terminal: Terminal): Promise<number> {
  const { yaml, baseline, out, repo, title, notes, 'pull-request': path, 'api-url': apiUrl } = delivery
  if (path !== undefined && repo !== undefined) {
    const { url, isNew } = await proposeContract(
      { repo, 'api-url': apiUrl, path, yaml, baseline, title, notes },
      terminal,
    )
    terminal.print(`${isNew ? 'opened' : 'updated'} ${plain(url)}`)
  }
  if (out !== undefined) await writeAtOnce(resolve(terminal.cwd, out), yaml)
  else if (path === undefined) terminal.print(yaml.trimEnd())
  if (baseline !== undefined && (out !== undefined || path === undefined)) {
    await writeAtOnce(resolve(terminal.cwd, baseline.path), baseline.text)
    terminal.report(`baseline: ${plain(baseline.path)}`)
  }
  return 0
}

import { readSettings } from '@tidemark/github'
import { RepositoryName, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { describeFindings } from '../doctor/describe.ts'
import { examine } from '../doctor/examine.ts'
import { ghCommand } from '../doctor/gh-command.ts'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { originOf } from '../origin.ts'
import { access, sourceOptions } from '../source.ts'
import type { Terminal } from '../tidemark.ts'

const Options = z.object({
  'api-url': sourceOptions['api-url'],
  'registry-branch': sourceOptions['registry-branch'],
  'policy-root': z.string().min(1).default('models'),
  json: z.boolean().default(false),
})

/** `tidemark doctor`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const origin = operands[0] === undefined ? await originOf(terminal.cwd) : undefined
  const repo = operands[0] ?? (origin === undefined ? '' : new URL(origin).pathname.slice(1))
  if (!RepositoryName.safeParse(repo).success) {
    const what =
      operands[0] === undefined
        ? 'this folder is no clone of a repository on GitHub'
        : `${JSON.stringify(repo)} is not owner/name`
    throw new TidemarkError('INPUT_INVALID', what, { hint: 'Name the repository: tidemark doctor acme/flights.' })
  }
  const examined = { registryBranch: choice['registry-branch'], policyRoot: choice['policy-root'] }
  const settings = await readSettings({ ...access({ ...choice, repo }, terminal), ...examined })
  const findings = examine({ settings, ...examined })
  const { hostname } = new URL(settings.webUrl)
  if (choice.json) {
    const shown = findings.map(({ calls = [], ...finding }) => ({
      ...finding,
      commands: calls.map((call) => ghCommand(call, hostname)),
    }))
    terminal.print(JSON.stringify({ repository: settings.repository, findings: shown }, null, 2))
  } else terminal.print(describeFindings(settings.repository, hostname, findings))
  return findings.every(({ state }) => state === 'fine') ? 0 : 1
}

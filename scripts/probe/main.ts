// `pnpm probe owner/name`: tries on a real repository what the sandbox takes for granted about GitHub, and removes what it made.
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { TidemarkError } from '@tidemark/schemas'
import { checkAccess } from './access.ts'
import { cleanUp } from './clean-up.ts'
import { createRequest } from './client.ts'
import { probe } from './probe.ts'
import { everyProbe } from './site.ts'
import { describeFinding, describeReport } from './table.ts'

const usage = `Usage: pnpm probe owner/name [options]

Tries, on throw-away refs, statuses and releases that are called ${everyProbe}… and removed at the end, what the sandbox takes for
granted about GitHub. The token is GITHUB_TOKEN or GH_TOKEN and needs contents: write, statuses: write, pull requests: read.

  --yes             Do not ask before it writes.
  --json            Print the findings as JSON.
  --empty <repo>    Another repository without any commit: what GitHub answers there.
  --pull-request    Try pull requests too. GitHub keeps those: three closed ones stay behind. Needs pull requests: write.
  --only <id>       Try this one, or all whose ids begin so; may be repeated.
  --clean           Only remove what an earlier probe left behind.
  --api-url <url>   GitHub's API. Default: GITHUB_API_URL, else https://api.github.com.

Statuses stay on commits that nothing points at any more. Workflows on \`release\`, \`create\` or \`delete\` of the repository start.
Exit codes: 0 GitHub agrees · 1 it differs, or something was left behind · 2 not called as it can be · 130 stopped`

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopped.signal.aborted) process.exit(130)
    process.stderr.write('\nStopping: what was made is being removed. Once more to stop at once.\n')
    stopped.abort()
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof TidemarkError)) throw error
  process.stderr.write(`probe: ${error.code}: ${error.message}\n  hint: ${error.hint}\n`)
  process.exitCode = error.code === 'INPUT_INVALID' ? 2 : 1
}

async function main(): Promise<number> {
  const { values, repository } = readCall()
  if (values.help || repository === undefined) {
    process[values.help ? 'stdout' : 'stderr'].write(`${usage}\n`)
    return values.help ? 0 : 2
  }
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN
  if (!token) {
    throw new TidemarkError('INPUT_INVALID', 'there is no token for GitHub', {
      hint: 'Set GITHUB_TOKEN or GH_TOKEN, such as GITHUB_TOKEN=$(gh auth token).',
    })
  }
  const apiUrl = values['api-url'] ?? (process.env.GITHUB_API_URL || 'https://api.github.com')
  const request = createRequest({ apiUrl, token })
  const defaultBranch = await checkAccess({ request, repository, apiUrl })
  if (!values.yes && !(await isAllowed(repository, values['pull-request']))) return 2
  if (values.clean) {
    const leftBehind = await cleanUp({ request, repository, prefix: everyProbe })
    for (const each of leftBehind) process.stderr.write(`not removed: ${each}\n`)
    return leftBehind.length === 0 ? 0 : 1
  }
  const report = await probe({
    request,
    repository,
    defaultBranch,
    empty: values.empty,
    withPullRequest: values['pull-request'],
    only: values.only,
    signal: stopped.signal,
    onFinding: (finding) => {
      if (!values.json) process.stdout.write(`${describeFinding(finding)}\n`)
    },
  })
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `\n${describeReport(report)}\n`)
  if (stopped.signal.aborted) return 130
  return report.leftBehind.length > 0 || report.findings.some(({ verdict }) => verdict === 'differs') ? 1 : 0
}

function readCall() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        yes: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        clean: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        'pull-request': { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        empty: { type: 'string' },
        'api-url': { type: 'string' },
      },
      allowPositionals: true,
    })
    return { values, repository: positionals[0] }
  } catch (cause) {
    throw new TidemarkError('INPUT_INVALID', (cause as Error).message, { hint: 'pnpm probe --help', cause })
  }
}

async function isAllowed(repository: string, withPullRequest: boolean): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new TidemarkError('INPUT_INVALID', `the probe writes to ${repository}, and there is nobody to ask`, {
      hint: 'Give --yes to allow it.',
    })
  }
  const what = withPullRequest ? 'refs, statuses, releases and pull requests' : 'refs, statuses and releases'
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const question = `This makes ${what} called ${everyProbe}… in ${repository} and removes them again. Go on? [y/N] `
    return /^y(es)?$/i.test(await terminal.question(question, { signal: stopped.signal }))
  } finally {
    terminal.close()
  }
}

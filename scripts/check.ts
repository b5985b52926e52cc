// Everything that can be said about the sources without running them: types, lint, unused code, import arrows, generated files.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const checks: readonly { readonly name: string; readonly command: string; readonly args: readonly string[] }[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit', '-p', '.'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  script('import arrows', 'scripts/check/arrows.ts'),
  script('action.yml and READMEs', 'scripts/generate-actions.ts', '--check'),
  script('native manifest', 'scripts/generate-native-manifest.ts', '--check'),
  script('init templates', 'scripts/generate-init-templates.ts', '--check'),
  script('counting loop', 'scripts/generate-count-numbers.ts', '--check'),
  script('schemas', 'scripts/generate-schemas.ts', '--check'),
]

function script(name: string, file: string, ...args: string[]) {
  return { name, command: process.execPath, args: [join(root, file), ...args] }
}

interface Result {
  readonly name: string
  readonly isPassed: boolean
  readonly seconds: number
  readonly output: string
}

async function run({ name, command, args }: (typeof checks)[number]): Promise<Result> {
  const start = performance.now()
  let output = ''
  const isPassed = await new Promise<boolean>((resolve) => {
    const executable =
      command.includes('/') || command.includes('\\') ? command : join(root, 'node_modules/.bin', command)
    const child = spawn(executable, args, { cwd: root, shell: process.platform === 'win32' })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => resolve(code === 0))
  })
  return { name, isPassed, seconds: (performance.now() - start) / 1000, output }
}

const present = checks.filter(({ args }) => !args[0]?.endsWith('.ts') || existsSync(args[0]))
const results: Result[] = []
const queue = [...present]
// Two at a time: the slow ones use all cores by themselves.
await Promise.all(
  [0, 1].map(async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await run(next))
  }),
)
for (const { name, isPassed, output } of results) if (!isPassed) console.log(`── ${name}\n${output.trim()}\n`)
for (const { name } of present) {
  const { isPassed, seconds } = results.find((result) => result.name === name)!
  console.log(`${isPassed ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`)
}
if (results.some(({ isPassed }) => !isPassed)) process.exitCode = 1

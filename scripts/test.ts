// Runs vitest with the arguments given, and ends with the line `tests: N passed, M failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { staleFiles } from './build.ts'

const root = join(import.meta.dirname, '..')
const report = join(root, '.cache/tests.json')
const args = process.argv.slice(2)

// End-to-end tests run dist/: with an old one they would judge other code than the one in front of us.
const stale = args.length === 0 ? await staleFiles() : []
if (stale.length > 0) {
  console.error(`dist/ is not what the sources build. Run \`pnpm build\`. Different: ${stale.slice(0, 5).join(', ')}`)
  console.log('tests: 0 passed, 1 failed')
  process.exit(1)
}

mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(report, { force: true })
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: root, stdio: 'inherit' })
const { passed, failed } = counts()
// A file that does not load, or an error outside of any test, has no failed test to show for it.
const shownFailed = status === 0 ? failed : Math.max(failed, 1)
console.log(`tests: ${passed} passed, ${shownFailed} failed`)
process.exitCode = shownFailed > 0 ? 1 : 0

function counts(): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

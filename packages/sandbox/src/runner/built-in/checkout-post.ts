import { execFileSync } from 'node:child_process'
import { runScript, variable } from './step-io.ts'

await runScript(() => {
  const [key, folder] = [variable('STATE_key'), variable('STATE_folder')]
  if (key === '') return
  try {
    execFileSync('git', ['config', '--local', '--unset-all', key], { cwd: folder, stdio: 'ignore' })
  } catch {
    // Already removed, or the workspace is gone.
  }
})

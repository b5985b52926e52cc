import { input, runScript, setOutput } from './step-io.ts'

await runScript(() => {
  const asked = input('node-version')
  if (asked !== '' && !/^v?24(\.x|\.\d+\.\d+)?$/.test(asked) && asked !== 'lts/*') {
    throw new Error(`the sandbox runner has node ${process.version} only, not '${asked}'`)
  }
  setOutput('node-version', process.version)
})

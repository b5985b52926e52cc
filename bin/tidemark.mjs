#!/usr/bin/env node
// The command, as built: `npx --package=github:tidemark-ml/tidemark tidemark`, or from a checkout.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const neededMajor = 24
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

if (Number.parseInt(process.versions.node, 10) >= neededMajor) await import('../dist/cli.js')
else
  runByOwnNode(
    path(process.platform === 'win32' ? '../node_modules/node/bin/node.exe' : '../node_modules/node/bin/node'),
  )

/** A checkout whose dependencies are installed brings a Node of its own. */
function runByOwnNode(node) {
  if (!existsSync(node)) {
    console.error(`tidemark needs Node ${neededMajor} or later; this is ${process.version}.`)
    console.error('Install it, or run `npx -y pnpm@12.21.0 install` in the checkout, which brings one along.')
    process.exitCode = 1
    return
  }
  const child = spawn(node, [path('../dist/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

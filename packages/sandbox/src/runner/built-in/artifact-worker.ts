import { createInterface } from 'node:readline'
import type { ArtifactRequest } from '../artifact-service.ts'
import { runScript } from './step-io.ts'

// Loading the artifact client takes most of a second. One process loads it once and serves one step after the other,
// each in the environment that the step would have had as a process of its own.
const scripts = {
  'upload-artifact': (await import('./upload-artifact.ts')).uploadArtifact,
  'download-artifact': (await import('./download-artifact.ts')).downloadArtifact,
}

for await (const line of createInterface({ input: process.stdin })) {
  const { script, env, cwd, end } = JSON.parse(line) as ArtifactRequest
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(cwd)
  process.exitCode = 0
  await runScript(scripts[script])
  // Pipes are written in order, so that everything the step said is before this line.
  console.log(`\n${end} ${process.exitCode}`)
  process.chdir('/')
}

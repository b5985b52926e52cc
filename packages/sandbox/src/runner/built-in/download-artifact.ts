import path from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { isSelected } from '../filter-pattern.ts'
import { booleanInput, input, setOutput, variable } from './step-io.ts'

/** The equivalent of actions/download-artifact, in the environment of its step. */
export async function downloadArtifact(): Promise<void> {
  const client = new DefaultArtifactClient()
  const [name, pattern, isMerged] = [input('name'), input('pattern'), booleanInput('merge-multiple')]
  const folder = path.resolve(variable('GITHUB_WORKSPACE'), input('path') || '.')
  const found =
    name !== ''
      ? [(await client.getArtifact(name)).artifact]
      : (await client.listArtifacts({ latest: true })).artifacts.filter(
          (each) => pattern === '' || isSelected([pattern], each.name),
        )
  for (const artifact of found) {
    // One artifact goes into the folder itself, several get a folder each unless they are merged.
    const target = name !== '' || isMerged ? folder : path.join(folder, artifact.name)
    const { digestMismatch } = await client.downloadArtifact(artifact.id, {
      path: target,
      ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
    })
    if (digestMismatch)
      throw new Error(`artifact '${artifact.name}' does not have the digest it was uploaded with: ${artifact.digest}`)
    console.log(`Downloaded ${artifact.name} to ${target}`)
  }
  setOutput('download-path', folder)
}

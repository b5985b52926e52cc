import { DefaultArtifactClient } from '@actions/artifact'
import { artifactFiles } from './artifact-files.ts'
import { booleanInput, input, setOutput, variable, warn } from './step-io.ts'

/** The equivalent of actions/upload-artifact, in the environment of its step. */
export async function uploadArtifact(): Promise<void> {
  const name = input('name')
  const { files, root } = artifactFiles(
    input('path'),
    booleanInput('include-hidden-files'),
    variable('GITHUB_WORKSPACE'),
  )
  if (files.length === 0)
    return nothingFound(`No files were found with the provided path: ${input('path')}. No artifacts will be uploaded.`)
  const client = new DefaultArtifactClient()
  if (booleanInput('overwrite')) await client.deleteArtifact(name).catch(() => undefined)
  const retention = input('retention-days')
  const { id, digest } = await client.uploadArtifact(name, files, root, {
    compressionLevel: Number(input('compression-level')),
    ...(retention === '' ? {} : { retentionDays: Number(retention) }),
  })
  if (id === undefined) throw new Error(`artifact '${name}' got no id`)
  setOutput('artifact-id', String(id))
  setOutput('artifact-digest', digest ?? '')
  const repository = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}`
  setOutput('artifact-url', `${repository}/actions/runs/${variable('GITHUB_RUN_ID')}/artifacts/${id}`)
}

function nothingFound(message: string): void {
  const policy = input('if-no-files-found')
  if (policy === 'warn') warn(message)
  else if (policy === 'error') throw new Error(message)
  else if (policy === 'ignore') console.log(message)
  else throw new Error(`input 'if-no-files-found' must be warn, error or ignore, not '${policy}'`)
}

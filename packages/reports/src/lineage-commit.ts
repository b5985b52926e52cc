import { codeSpan, link } from './escape.ts'
import { shortDigest } from './format.ts'

/** A version, and the code that it was trained by. */
export interface Lineage {
  readonly version: string
  /** The commit of the training run. */
  readonly commit: string
  readonly repositoryUrl?: string | undefined
}

/** Which version, and at which commit it was trained. */
export function trainedAt(model: string, { version, commit, repositoryUrl }: Lineage): string {
  const url = repositoryUrl === undefined ? undefined : `${repositoryUrl}/commit/${commit}`
  return `${codeSpan(`${model} ${version}`)}, trained at commit ${link(codeSpan(shortDigest(commit)), url)}`
}

import type { VersionManifest } from '@tidemark/schemas'
import type { Findings } from './findings.ts'

/** Versions of a model in their order, each the next after its parent. */
export function verifySuccession(
  manifests: readonly { path: string; document: VersionManifest }[],
  findings: Findings,
): void {
  for (const [i, { path, document }] of manifests.entries()) {
    const before = manifests[i - 1]?.document
    const { parent, version } = document
    if (parent?.version !== before?.version)
      findings.error(
        path,
        `follows ${parent?.version ?? 'nothing'}, but the version before it is ${before?.version ?? 'none'}`,
        'A manifest was removed, or made by hand. `git log` of the versions folder tells; restore what is missing.',
      )
    else if (parent && before && parent.modelDigest !== before.modelDigest)
      findings.error(
        path,
        `follows ${parent.version} with the digest ${parent.modelDigest}, it has ${before.modelDigest}`,
      )
    else if (!isNext(before?.version, document))
      findings.error(
        path,
        `is number ${version} after ${before?.version ?? 'none'}, which leaves a gap`,
        'Versions are counted without gaps. Find out who wrote this manifest, or which one was removed.',
      )
    else findings.count('version numbers')
  }
}

function isNext(before: string | undefined, { version, bump }: VersionManifest): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const isRepair = bump.kind === 'patch' ? patch > 0 : patch === 0
  if (before === undefined) return major === 1 && minor === 0 && isRepair
  const [oldMajor = 0, oldMinor = 0] = before.split('.').map(Number)
  return isRepair && ((major === oldMajor && minor === oldMinor + 1) || (major === oldMajor + 1 && minor === 0))
}

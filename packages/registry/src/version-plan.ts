import { compareVersions, parseVersion, type Run, type Version, type VersionManifest } from '@tidemark/schemas'
import { compareSignatures } from './signature.ts'

export interface VersionPlan {
  version: Version
  bump: VersionManifest['bump']
  parent: VersionManifest['parent']
}

/**
 * The version that new bytes get, with the reasons: major when callers of the newest version would break, minor otherwise;
 * a tag name that is taken although no manifest claims it (burned by a failed release) is stepped over by patch.
 */
export function planVersion({
  newest,
  newestRun,
  run,
  takenVersions,
}: {
  newest: VersionManifest | null
  newestRun: Run | null
  run: Run
  takenVersions: readonly Version[]
}): VersionPlan {
  if (newest === null)
    return stepOver(
      { version: '1.0.0', bump: { kind: 'first', reasons: ['first registered version'] }, parent: null },
      takenVersions,
    )
  const parent = { version: newest.version, modelDigest: newest.modelDigest }
  const { major, minor } = parseVersion(newest.version)
  const kind = run.output.kind ?? 'onnx'
  if (kind !== newest.kind) {
    return stepOver(
      { version: `${major + 1}.0.0`, bump: { kind: 'major', reasons: [`kind: ${newest.kind} → ${kind}`] }, parent },
      takenVersions,
    )
  }
  const comparison = compareSignatures(newest.signature, run.output.signature)
  if (comparison.verdict === 'incompatible') {
    return stepOver(
      { version: `${major + 1}.0.0`, bump: { kind: 'major', reasons: [...comparison.reasons] }, parent },
      takenVersions,
    )
  }
  const reasons = [...comparison.reasons, ...describeChanges(newestRun, run)]
  return stepOver(
    {
      version: `${major}.${minor + 1}.0`,
      bump: { kind: 'minor', reasons: reasons.length > 0 ? reasons : ['the model’s bytes changed'] },
      parent,
    },
    takenVersions,
  )
}

/** What `planVersion` may give after this newest version, while no tag is burned. */
export function nextVersions(newest: Version | null): Version[] {
  if (newest === null) return ['1.0.0']
  const { major, minor } = parseVersion(newest)
  return [`${major}.${minor + 1}.0`, `${major + 1}.0.0`]
}

function describeChanges(before: Run | null, after: Run): string[] {
  if (before === null) return []
  const reasons: string[] = []
  if (before.data.dataset !== after.data.dataset) {
    reasons.push(
      `training data: ${before.data.acceptedRows.toLocaleString('en')} → ${after.data.acceptedRows.toLocaleString('en')} rows`,
    )
  }
  if (before.data.trainingFeatures !== after.data.trainingFeatures || before.data.features !== after.data.features)
    reasons.push('features query')
  if (before.executor !== after.executor) reasons.push(`executor: ${before.executor} → ${after.executor}`)
  const keys = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].sort()
  for (const key of keys) {
    const [from, to] = [before.parameters[key], after.parameters[key]]
    if (from !== to)
      reasons.push(`parameter ${oneLine(key)}: ${oneLine(from ?? 'default')} → ${oneLine(to ?? 'default')}`)
  }
  if (before.seed !== after.seed) reasons.push(`seed: ${before.seed} → ${after.seed}`)
  if (before.source.sha !== after.source.sha)
    reasons.push(`code: ${before.source.sha.slice(0, 7)} → ${after.source.sha.slice(0, 7)}`)
  return reasons
}

const longestValue = 80

/** A value as part of a sentence: reasons become lines of commit messages, where more lines would be read as trailers. */
function oneLine(value: unknown): string {
  const text = String(value).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return text.length > longestValue ? `${text.slice(0, longestValue - 1).toWellFormed()}…` : text
}

function stepOver(plan: VersionPlan, taken: readonly Version[]): VersionPlan {
  const { major, minor, patch } = parseVersion(plan.version)
  const burned = taken
    .filter((version) => {
      const other = parseVersion(version)
      return other.major === major && other.minor === minor && other.patch >= patch
    })
    .sort(compareVersions)
    .at(-1)
  if (burned === undefined) return plan
  const version = `${major}.${minor}.${parseVersion(burned).patch + 1}`
  return {
    ...plan,
    version,
    bump: { kind: 'patch', reasons: [...plan.bump.reasons, `the tag of ${burned} was burned by a failed release`] },
  }
}

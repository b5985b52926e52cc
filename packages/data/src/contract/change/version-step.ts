export type VersionStep = 'major' | 'minor' | 'patch' | 'none'

/**
 * Whether a version tells of a change as large as `step`, by Semantic Versioning 2.0: below 1.0.0 the minor number stands for the
 * major one, and a pre-release promises nothing. Versions of another form must only differ, and none takes the place of one that counts.
 */
export function isVersionEnough(before: string, after: string, step: VersionStep): boolean {
  if (step === 'none') return true
  const [old, now] = [numbersOf(before), numbersOf(after)]
  if (old === undefined || old.isPreRelease) return before !== after
  if (now === undefined) return false
  const taken = stepOf(old, now)
  const needed = old.major === 0 && now.major === 0 && step === 'major' ? 'minor' : step
  return taken !== undefined && order.indexOf(taken) <= order.indexOf(needed)
}

const order = ['major', 'minor', 'patch'] as const

interface Numbers {
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly isPreRelease: boolean
}

function numbersOf(version: string): Numbers | undefined {
  const form = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/
  const [, major, minor = '0', patch = '0', preRelease] = form.exec(version) ?? []
  if (major === undefined) return undefined
  return { major: Number(major), minor: Number(minor), patch: Number(patch), isPreRelease: preRelease !== undefined }
}

function stepOf(old: Numbers, now: Numbers): (typeof order)[number] | undefined {
  const first = order.find((part) => old[part] !== now[part])
  return first !== undefined && now[first] > old[first] ? first : undefined
}

/** One thing that a repair does. Each can be done again, and does nothing where it is done. */
export type RepairStep =
  /** The entry that leads from a version's bytes to it, as its manifest says. */
  | { kind: 'restore-digest-entry'; model: string; version: string }
  /** What lies between a committed manifest and a published version: tag, release, event. */
  | { kind: 'publish-version'; model: string; version: string }
  /** What a merged channel file waits for: all checks again, then event and tag. */
  | { kind: 'settle-channel'; model: string; channel: string; seq: number }
  | { kind: 'close-proposal'; pullRequest: number; branch: string; sha: string; because: string }
  | { kind: 'delete-branch'; branch: string; sha: string }
  | { kind: 'remove-draft'; release: number; tag: string; model: string; modelDigest: string; changedAt: string }
  /** By the policy's `retention`: the event, then the assets. */
  | { kind: 'retire-version'; model: string; version: string; because: string }

/** In the order in which they are done: what finishes comes before what removes. */
export const stepKinds = [
  'restore-digest-entry',
  'publish-version',
  'settle-channel',
  'close-proposal',
  'delete-branch',
  'remove-draft',
  'retire-version',
] as const satisfies readonly RepairStep['kind'][]

/** A step for people, as something to do. */
export function describeStep(step: RepairStep): string {
  switch (step.kind) {
    case 'restore-digest-entry':
      return `write the by-digest entry of ${step.model} ${step.version} again`
    case 'publish-version':
      return `finish the registration of ${step.model} ${step.version}`
    case 'settle-channel':
      return `settle seq ${step.seq} of ${step.channel} for ${step.model}`
    case 'close-proposal':
      return `close pull request #${step.pullRequest} and remove its branch`
    case 'delete-branch':
      return `remove the branch ${step.branch}`
    case 'remove-draft':
      return `remove the draft release ${step.release} (${step.tag})`
    case 'retire-version':
      return `retire ${step.model} ${step.version}: drop its assets, keep its manifest`
  }
}

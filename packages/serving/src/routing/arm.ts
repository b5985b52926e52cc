import { hash } from 'node:crypto'

export type Arm = 'champion' | 'canary'

/**
 * The arm that answers a unit: the canary when the unit's place in [0, 1) is below the weight. The place depends on salt and unit
 * alone, so a unit that is in the canary stays there while the weight rises, and weight 0 takes all units out.
 */
export function chooseArm({
  salt,
  unit,
  weight,
}: {
  readonly salt: string
  readonly unit: string
  readonly weight: number
}): Arm {
  return weight > 0 && placeOf(salt, unit) < weight ? 'canary' : 'champion'
}

/** The first 48 bits of SHA-256 over salt, a line feed and the unit, as a fraction: easy to repeat in any language. */
function placeOf(salt: string, unit: string): number {
  return Number.parseInt(hash('sha256', `${salt}\n${unit}`, 'hex').slice(0, 12), 16) / 2 ** 48
}

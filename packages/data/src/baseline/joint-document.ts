import { type Joint, readNumbers, writeNumbers } from '@tidemark/schemas'
import type { JointPlan } from './day-table.ts'

/** A joint plan as a baseline keeps it. */
export function writeJoint({ columns, ranges, means, deviations, correlations, components, step }: JointPlan): Joint {
  return {
    columns: [...columns],
    lows: writeNumbers(ranges.map(([low]) => low)),
    highs: writeNumbers(ranges.map(([, high]) => high)),
    means: writeNumbers(means),
    deviations: writeNumbers(deviations),
    correlations: writeNumbers(correlations),
    components: components.map(writeNumbers),
    step,
  }
}

/** The same again. */
export function readJoint(joint: Joint): JointPlan {
  const [lows, highs] = [readNumbers(joint.lows), readNumbers(joint.highs)]
  return {
    columns: joint.columns,
    ranges: lows.map((low, i) => [low, highs[i]!] as const),
    means: readNumbers(joint.means),
    deviations: readNumbers(joint.deviations),
    correlations: readNumbers(joint.correlations),
    components: joint.components.map(readNumbers),
    step: joint.step,
  }
}

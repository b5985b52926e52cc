import { z } from 'zod'
import { Name } from './names.ts'

/** When the monitor itself proposes that a channel goes back to the version before. Windows that fail count, warnings never do. */
export const RollbackRule = z.strictObject({
  channel: Name.default('production'),
  /** Which windows count: how the version’s own predictions came out, drift of the data, or whichever meets the number first. */
  on: z.enum(['performance', 'drift', 'either']).default('performance'),
  /** How many of the newest windows with a verdict must fail, one after the other. */
  windows: z.int().min(1).max(60).default(2),
})
export type RollbackRule = z.infer<typeof RollbackRule>

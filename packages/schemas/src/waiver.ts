import { z } from 'zod'
import { Login, Name, Sha256, Timestamp, Version } from './names.ts'

/** models/<model>/waivers/<id>.yaml on the default branch: an exception that an owner of the model answers for. */
export const Waiver = z.strictObject({
  schema: z.literal('tidemark/waiver/v1'),
  model: Name,
  /** `rolled-back`: bytes that a rollout took back may be promoted to the channel again. */
  allows: z.literal('rolled-back'),
  channel: Name,
  version: Version,
  modelDigest: Sha256,
  reason: z.string().min(10, 'expected a reason of at least 10 characters').max(4096),
  /** One of the model's owners. */
  owner: Login,
  /** Until when, by GitHub's clock. */
  expires: Timestamp,
})
export type Waiver = z.infer<typeof Waiver>

import { z } from 'zod'
import { DriftProfile } from './drift-profile.ts'
import { Dataset } from './facts.ts'
import { Name, Sha256 } from './names.ts'
import { CalendarDate } from './written-values.ts'

/** Which of several parts of the data: 2 of 5. */
export const ShardPart = z
  .strictObject({ index: z.int().min(1), of: z.int().min(1).max(1000) })
  .refine(({ index, of }) => index <= of, 'there are fewer parts')
export type ShardPart = z.infer<typeof ShardPart>

/** Profiles of single days, each of which adds up with those of other days and other shards. */
const DayProfiles = z
  .array(DriftProfile.refine(({ days }) => days.length === 1, 'expected one day'))
  .max(10_000)
  .refine((profiles) => new Set(profiles.map(({ days }) => days[0])).size === profiles.length, 'a day is there twice')

/**
 * What one matrix job counted of a model's data: its files, and its rows of each day on a plan's edges. It travels between the jobs of a
 * run and is never stored.
 */
export const DriftShard = z
  .strictObject({
    schema: z.literal('tidemark/drift-shard/v1'),
    model: Name,
    /** Id of the baseline, or of the laid plan of one, on whose edges it was counted. */
    plan: Sha256,
    /** Digest of contract and violation policy, which say what rows are accepted. */
    acceptance: Sha256,
    part: ShardPart,
    dataset: Dataset,
    /** The last day with rows, of those that had come; null where no row has such a day. */
    newest: CalendarDate.nullable(),
    /** Days after the reference period that are in no decided window. */
    days: DayProfiles,
    /** What it has of the reference; null where it has none of it, or the plan is a baseline that was counted already. */
    reference: z.strictObject({ dataset: Dataset, days: DayProfiles }).nullable(),
  })
  .refine(({ newest, days }) => days.every(({ days: [day = ''] }) => newest !== null && day <= newest), {
    error: 'there are days after it',
    path: ['newest'],
  })
export type DriftShard = z.infer<typeof DriftShard>

import { z } from 'zod'

const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(Z|UTC|[+-]\d\d:\d\d)?)?$/

/**
 * A time as people type it, as UTC: `2001-05-02` (its first moment), `2001-05-02 08:20`, `2001-05-02T08:20:00Z`, or with an offset
 * such as `+02:00`. What has no zone is UTC. Null where it is no time.
 */
export function readMoment(text: string): string | null {
  const [, date, time = '00:00', zone = 'Z'] = pattern.exec(text.trim()) ?? []
  if (date === undefined) return null
  const at = new Date(`${date}T${time}${zone === 'UTC' ? 'Z' : zone}`)
  // 31 February would be a day in March.
  if (Number.isNaN(at.getTime()) || (zone === 'Z' && !at.toISOString().startsWith(date))) return null
  return at.toISOString().replace('.000Z', 'Z')
}

/** An option that is a time. */
export const Moment = z.string().transform((text, context) => {
  const at = readMoment(text)
  if (at !== null) return at
  context.addIssue({ code: 'custom', message: 'expected a time such as 2001-05-02 or "2001-05-02 08:20", in UTC' })
  return z.NEVER
})

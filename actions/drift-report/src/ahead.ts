import type { ActionContext } from '@tidemark/action-kit'
import { addDays } from '@tidemark/data'
import type { Registry } from '@tidemark/registry'
import type { definition } from './definition.ts'

/** Days by GitHub's clock. The data's own calendar may be a day ahead of it. */
export interface Today {
  /** GitHub's date. */
  readonly date: string
  /** The last day that can have come anywhere. */
  readonly latest: string
}

export async function readToday(clock: Registry['clock']): Promise<Today> {
  const date = (await clock.now()).slice(0, 10)
  return { date, latest: addDays(date, 1) }
}

/** Says that rows of days to come were left out; `place` is what holds them. */
export function warnOfDaysAhead(
  { annotate, log }: Pick<ActionContext<typeof definition>, 'annotate' | 'log'>,
  { newest, today, place }: { newest: string; today: Today; place: string },
): void {
  const message = `${place} have rows as late as ${newest}, and GitHub’s date is ${today.date}: days after ${today.latest} are left out. Correct them, or bound the date in the contract.`
  annotate({ level: 'warning', title: 'Days ahead', message })
  log(message)
}

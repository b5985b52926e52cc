const freshMinutes = 10

/** What a run under way has still to do is no error yet; `now` is GitHub's time, and without it nothing is fresh. */
export function isFresh(at: string, now: string | undefined): boolean {
  return now !== undefined && Date.parse(now) - Date.parse(at) < freshMinutes * 60_000
}

export const underWay = `It is ${freshMinutes} minutes young at most, so a run may be about to do that. Later it is an error, which a repair ends.`

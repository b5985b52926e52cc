import { TidemarkError } from '@tidemark/schemas'

/** GitHub's time, ISO 8601 to the second, from the date of any answer; no token is needed and none is sent. */
export async function gitHubTime(apiUrl: string): Promise<string> {
  try {
    const response = await fetch(apiUrl, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(20_000) })
    const time = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(time)) return new Date(time).toISOString().replace('.000Z', 'Z')
  } catch {
    // said below, together with an answer without a date
  }
  throw new TidemarkError('GITHUB_UNAVAILABLE', `${apiUrl} does not tell the time that freshness is judged at`, {
    hint: 'Run the step again, or give the time by the input `as-of`.',
  })
}

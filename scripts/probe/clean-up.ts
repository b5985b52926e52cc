import type { Request } from './client.ts'
import { everyProbe } from './site.ts'

const mostPages = 10

/**
 * Removes everything whose name starts with a probe's prefix: releases first, since their tags may be locked by them, then refs,
 * then open pull requests. Found by asking, not from memory: an answer that never arrived may have had its effect. Returns what
 * could not be removed.
 */
export async function cleanUp({
  request,
  repository,
  prefix,
}: {
  readonly request: Request
  readonly repository: string
  readonly prefix: string
}): Promise<string[]> {
  if (!prefix.startsWith(everyProbe)) throw new Error(`${prefix} is not a probe's prefix`)
  const ask: Request = (method, path, options) => request(method, `/repos/${repository}${path}`, options)
  const left: string[] = []
  const attempt = async (what: string, work: () => Promise<{ readonly status: number }>) => {
    const status = await work().then(
      (answer) => answer.status,
      (error: Error) => error.message,
    )
    if (typeof status === 'string' || (status >= 300 && status !== 404 && status !== 422))
      left.push(`${what}: ${status}`)
  }
  const listed = async (path: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = []
    for (let page = 1; page <= mostPages; page++) {
      const { status, json } = await ask('GET', `${path}&per_page=100&page=${page}`)
      if (status !== 200) throw new Error(`${path} was answered ${status}`)
      found.push(...json)
      if (json.length < 100) break
    }
    return found
  }
  const pulls = await listed('/pulls?state=open').catch((error: Error) => {
    left.push(error.message)
    return []
  })
  for (const { number, head } of pulls as { number: number; head: { ref: string } }[]) {
    if (!head.ref.startsWith(prefix)) continue
    await attempt(`pull request #${number}`, () => ask('PATCH', `/pulls/${number}`, { body: { state: 'closed' } }))
  }
  const releases = await listed('/releases?').catch((error: Error) => {
    left.push(error.message)
    return []
  })
  for (const { id, tag_name: tag } of releases as { id: number; tag_name: string }[]) {
    if (tag.startsWith(prefix)) await attempt(`release ${tag}`, () => ask('DELETE', `/releases/${id}`))
  }
  for (const start of [`heads/${prefix}`, `tags/${prefix}`, `tidemark/probe/${prefix}`]) {
    const { status, json } = await ask('GET', `/git/matching-refs/${start}`)
    if (status !== 200) {
      left.push(`refs/${start}*: ${status}`)
      continue
    }
    for (const { ref } of json as { ref: string }[]) {
      const path = ref.split('/').map(encodeURIComponent).join('/')
      await attempt(ref, () => ask('DELETE', `/git/${path}`))
    }
  }
  return left
}

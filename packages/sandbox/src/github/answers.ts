import { ApiError } from './api-error.ts'
import type { Complaint, Operation } from './description.ts'
import { cutPage, type Page } from './paging.ts'
import type { Answer } from './rest/route.ts'

/** The JSON of an answer, its page cut and its headers put among `headers`. */
export async function renderJson(
  answer: Exclude<Answer, { bytes: Buffer }>,
  url: URL,
  headers: Record<string, string>,
  operation: Operation | undefined,
): Promise<unknown> {
  if (!('items' in answer)) {
    Object.assign(headers, answer.headers)
    return answer.json
  }
  // Few lists have no pages: matching refs are answered with all of them.
  const isPaged = operation?.parameters.some(({ name }) => name === 'page') ?? true
  const page: Page<unknown> = isPaged ? cutPage(answer.items, url) : { items: answer.items }
  if (page.link !== undefined) headers.link = page.link
  const render = answer.render as ((item: unknown) => unknown) | undefined
  const items = await Promise.all(page.items.map((item) => (render ? render(item) : item)))
  return answer.key === undefined ? items : { total_count: answer.items.length, [answer.key]: items }
}

/** An error in the shape of GitHub; anything but an ApiError is a bug of the sandbox and says so. */
export function errorAnswer(
  error: unknown,
  operation: Operation | undefined,
): { status: number; json: unknown; headers: Record<string, string> } {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError(500, `Sandbox bug: ${error instanceof Error ? error.stack : error}`)
  return {
    status: known.status,
    json: {
      message: known.message,
      ...(known.errors && known.errors.length > 0 ? { errors: known.errors } : {}),
      documentation_url: operation?.documentation ?? 'https://docs.github.com/rest',
      status: String(known.status),
    },
    headers: { ...known.headers },
  }
}

/** How GitHub words what its own validator finds. */
export function inGitHubsWords(complaint: Complaint): string {
  if (complaint.keyword === 'required')
    return `"${complaint.path.slice(complaint.path.lastIndexOf('/') + 1)}" wasn't supplied.`
  return `For '${complaint.path.replaceAll('/', '/properties/').slice(1)}', ${complaint.message}.`
}

/** The first complaints, as one line. */
export function describeComplaints(complaints: readonly Complaint[]): string {
  return complaints
    .slice(0, 8)
    .map((one) => `${one.path || '/'} ${one.message}`)
    .join('; ')
}

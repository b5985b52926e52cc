import { connectComments } from '@tidemark/github'
import { keepComment } from '@tidemark/registry'
import { dataCommentMarker, renderDataComment } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import type { Context } from './checks.ts'

interface Payload {
  readonly pull_request?: {
    readonly number?: unknown
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null }
  }
}

/**
 * Keeps one comment on the pull request with what the summary says. A pull request from a fork has a token that may not write, and
 * must not be given another one in a job that reads its files: there the summary is all.
 */
export async function comment(context: Context, subject: string, parts: readonly string[]): Promise<void> {
  const { inputs, github } = context
  const { commentToken: token } = inputs
  if (token === undefined) return
  const { pull_request: pullRequest } = github.event as Payload
  const { number, head } = pullRequest ?? {}
  if (!Number.isSafeInteger(number))
    return context.log('No pull request started this run: there is nothing to comment on.')
  if (head?.repo?.full_name !== github.repository)
    return context.log('The pull request comes from a fork: the job’s summary has what the comment would say.')
  const marker = dataCommentMarker(subject)
  const commit = typeof head.sha === 'string' && /^[0-9a-f]{40,64}$/.test(head.sha) ? head.sha : github.sha
  const body = renderDataComment({ marker, commit, runUrl: github.runUrl, parts })
  try {
    const comments = await connectComments({ token, repository: github.repository, apiUrl: github.apiUrl })
    const done = await keepComment(comments, { pullRequest: number as number, marker, body })
    context.log(`The comment on #${number}: ${done}.`)
  } catch (error) {
    // The verdict does not depend on whether it could be told here.
    if (error instanceof TidemarkError)
      return context.annotate({ level: 'warning', title: error.code, message: `${error.message}. ${error.hint}` })
    const { status } = error as { status?: unknown }
    if (typeof status !== 'number') throw error
    context.annotate({
      level: 'warning',
      message: `The comment on #${number} was not written: GitHub answered ${status}.`,
    })
  }
}

/** The context with its summary kept, for `comment`. */
export function keepSummary(context: Context): { context: Context; parts: string[] } {
  const parts: string[] = []
  return {
    parts,
    context: {
      ...context,
      summary(markdown) {
        parts.push(markdown)
        context.summary(markdown)
      },
    },
  }
}

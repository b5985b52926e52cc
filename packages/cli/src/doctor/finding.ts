import type { Answer, RepositorySettings } from '@tidemark/github'

/** What one check came to. `unknown`: it could not be looked at, which is not the same as fine. */
export interface Finding {
  /** Stable, for programs: `workflow-token.pull-requests`. */
  readonly id: string
  readonly state: 'fine' | 'change' | 'unknown'
  /** What is, in a sentence. */
  readonly title: string
  /** What to change and why; why it could not be looked at. */
  readonly detail?: string
  /** Calls of GitHub’s API that change it, in order. */
  readonly calls?: readonly ApiCall[]
  /** Where people change it by hand. */
  readonly url?: string
}

/** One request, for `gh api`. */
export interface ApiCall {
  readonly method: 'POST' | 'PUT'
  /** Without a leading slash, as `gh api` takes it. */
  readonly path: string
  readonly body?: object
}

/** What the checks look at: answers of GitHub and the names that the caller chose. Pure data, so that a check is a function of it. */
export interface Examined {
  readonly settings: RepositorySettings
  readonly registryBranch: string
  readonly policyRoot: string
}

export const fine = (id: string, title: string, detail?: string): Finding => ({
  id,
  state: 'fine',
  title,
  ...(detail === undefined ? {} : { detail }),
})

export const change = (
  id: string,
  title: string,
  remedy: { readonly detail: string; readonly calls?: readonly ApiCall[]; readonly url?: string },
): Finding => ({ id, state: 'change', title, ...remedy })

/** What could not be looked at, with GitHub’s reason and where people can look. */
export const unknown = (id: string, what: string, reason: string, url?: string): Finding => ({
  id,
  state: 'unknown',
  title: `Could not look at ${what}`,
  detail: reason,
  ...(url === undefined ? {} : { url }),
})

/** The findings of an answer, or that it was refused. */
export function given<T>(
  answer: Answer<T>,
  refused: { readonly id: string; readonly what: string; readonly url?: string },
  judge: (value: T) => Finding[],
): Finding[] {
  if ('value' in answer) return judge(answer.value)
  return [unknown(refused.id, refused.what, adviseRead(answer.refused), refused.url)]
}

/** GitHub’s "no", with what would have made it a yes. */
function adviseRead(reason: string): string {
  return `GitHub said: ${reason}. A token of an administrator sees it (fine-grained: administration: read).`
}

import type { WorkflowTrigger } from '../host.ts'
import { isSelected } from './filter-pattern.ts'
import { filesOfPullRequest, filesOfPush } from './git.ts'

/** `on:` of a workflow, as a mapping; an event without configuration is `null`. */
export type EventConfiguration = Readonly<Record<string, Filters | null | undefined>>
interface Filters {
  readonly [key: string]: unknown
}

/** Whether a workflow's `on:` starts for this trigger, by GitHub's rules for types, branches, tags and paths. */
export async function isStartedBy(on: EventConfiguration, trigger: WorkflowTrigger, gitDir: string): Promise<boolean> {
  if (!(trigger.event in on)) return false
  const filters = on[trigger.event] ?? {}
  switch (trigger.event) {
    case 'push':
      return selectsPush(filters, trigger, gitDir)
    case 'pull_request':
    case 'pull_request_target':
      return selectsPullRequest(filters, trigger, gitDir)
    case 'merge_group':
      return selectsType(filters, trigger.action, []) && selectsName(filters, 'branches', baseOfMergeGroup(trigger))
    case 'repository_dispatch':
      return selectsType(filters, trigger.action, [])
    case 'workflow_dispatch':
    case 'schedule':
      return true
  }
}

async function selectsPush(filters: Filters, trigger: WorkflowTrigger, gitDir: string): Promise<boolean> {
  const isTag = trigger.ref.startsWith('refs/tags/')
  const name = trigger.ref.replace(/^refs\/(heads|tags)\//, '')
  const [own, other] = isTag ? (['tags', 'branches'] as const) : (['branches', 'tags'] as const)
  // Only the other kind is filtered on: then this kind starts nothing.
  if (!has(filters, own) && has(filters, other)) return false
  if (!selectsName(filters, own, name)) return false
  // Paths are not looked at for tags.
  if (isTag || !has(filters, 'paths')) return true
  const before = text(trigger.payload.before) || '0'
  return selectsPaths(filters, await filesOfPush(gitDir, trigger.ref, before, trigger.sha))
}

async function selectsPullRequest(filters: Filters, trigger: WorkflowTrigger, gitDir: string): Promise<boolean> {
  const pull = record(trigger.payload.pull_request)
  const base = record(pull.base)
  if (!selectsType(filters, trigger.action, ['opened', 'synchronize', 'reopened'])) return false
  if (!selectsName(filters, 'branches', text(base.ref))) return false
  if (!has(filters, 'paths')) return true
  return selectsPaths(filters, await filesOfPullRequest(gitDir, text(base.sha), text(record(pull.head).sha)))
}

function selectsType(filters: Filters, action: string | undefined, otherwise: readonly string[]): boolean {
  const types = has(filters, 'types') ? list(filters.types) : otherwise
  return types.length === 0 || (action !== undefined && types.includes(action))
}

function selectsName(filters: Filters, key: 'branches' | 'tags', name: string): boolean {
  if (filters[key] !== undefined) return isSelected(list(filters[key]), name)
  if (filters[`${key}-ignore`] !== undefined) return !isSelected(list(filters[`${key}-ignore`]), name)
  return true
}

function selectsPaths(filters: Filters, files: readonly string[]): boolean {
  const ignored = filters['paths-ignore']
  if (ignored !== undefined) return files.some((file) => !isSelected(list(ignored), file))
  return files.some((file) => isSelected(list(filters.paths), file))
}

const baseOfMergeGroup = (trigger: WorkflowTrigger): string =>
  text(record(trigger.payload.merge_group).base_ref).replace(/^refs\/heads\//, '')

const has = (filters: Filters, key: string): boolean =>
  filters[key] !== undefined || filters[`${key}-ignore`] !== undefined

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value == null ? [] : [String(value)]

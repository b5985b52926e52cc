import type { WorkflowTrigger } from '../host.ts'
import { record, text } from './event-filter.ts'

const pullRequestOf = (trigger: WorkflowTrigger) => record(trigger.payload.pull_request)

/** The branch or tag a run is about. */
export function headBranchOf(trigger: WorkflowTrigger): string | null {
  const head = text(record(pullRequestOf(trigger).head).ref)
  return head || trigger.ref.replace(/^refs\/(heads|tags)\//, '') || null
}

/** The commit a run is about: the pull request's head, though another one may be checked out. */
export function headShaOf(trigger: WorkflowTrigger): string {
  return text(record(pullRequestOf(trigger).head).sha) || trigger.sha
}

/** A fork's pull request gets no secrets and a token that only reads. */
export function isFromFork(trigger: WorkflowTrigger): boolean {
  if (trigger.event !== 'pull_request') return false
  const head = text(record(record(pullRequestOf(trigger).head).repo).full_name)
  return head !== '' && head !== trigger.repository
}

import { ApiError } from '../api-error.ts'
import type { Issue, Label, Repository } from '../entities.ts'
import { emitPull, type PullRequest } from '../events/pull-events.ts'
import { labelsOf, renderLabel } from '../render/issue.ts'
import { bodyOf, numberOf, param, type RepositoryCall, type Routes, signedIn } from './route.ts'

const read = ['issues', 'read'] as const
const write = ['issues', 'write'] as const
type Given = string | { name?: string }

export const labelRoutes: Routes = {
  'issues/list-labels-for-repo': {
    needs: read,
    handle({ world, repository }) {
      return { items: [...repository.labels.values()], render: (label: Label) => renderLabel(world, repository, label) }
    },
  },
  'issues/create-label': {
    needs: write,
    role: 'write',
    handle(call) {
      const { world, repository } = call
      const body = bodyOf<{ name: string; color?: string; description?: string }>(call)
      if (repository.labels.has(body.name.toLowerCase())) {
        throw ApiError.invalid({ resource: 'Label', code: 'already_exists', field: 'name' })
      }
      if (body.color !== undefined && !/^[0-9a-f]{6}$/i.test(body.color)) {
        throw ApiError.invalid({ resource: 'Label', code: 'invalid', field: 'color' })
      }
      const label = ensureLabel(call, body.name)
      label.color = body.color ?? label.color
      label.description = body.description ?? null
      return { status: 201, json: renderLabel(world, repository, label) }
    },
  },
  'issues/get-label': {
    needs: read,
    handle(call) {
      return {
        status: 200,
        json: renderLabel(call.world, call.repository, labelOf(call.repository, param(call, 'name'))),
      }
    },
  },
  'issues/delete-label': {
    needs: write,
    role: 'write',
    handle(call) {
      const { name } = labelOf(call.repository, param(call, 'name'))
      call.repository.labels.delete(name.toLowerCase())
      for (const issue of call.repository.issues.values()) issue.labels = issue.labels.filter((one) => one !== name)
      return { status: 204 }
    },
  },
  'issues/list-labels-on-issue': {
    needs: read,
    handle(call) {
      return { items: labelsOf(call.world, call.repository, issueOf(call)) }
    },
  },
  'issues/add-labels': {
    needs: write,
    role: 'triage',
    async handle(call) {
      const issue = issueOf(call)
      const added = givenLabels(call).filter((name) => !issue.labels.includes(name))
      applyLabels(call, issue, [...issue.labels, ...added])
      for (const name of added) await announce(call, issue, 'labeled', name)
      return { status: 200, json: labelsOf(call.world, call.repository, issue) }
    },
  },
  'issues/set-labels': {
    needs: write,
    role: 'triage',
    async handle(call) {
      const issue = issueOf(call)
      const before = issue.labels
      applyLabels(call, issue, givenLabels(call))
      for (const name of issue.labels) if (!before.includes(name)) await announce(call, issue, 'labeled', name)
      return { status: 200, json: labelsOf(call.world, call.repository, issue) }
    },
  },
  'issues/remove-label': {
    needs: write,
    role: 'triage',
    async handle(call) {
      const issue = issueOf(call)
      const name = param(call, 'name')
      const present = issue.labels.find((one) => one.toLowerCase() === name.toLowerCase())
      if (present === undefined) throw new ApiError(404, 'Label does not exist')
      issue.labels = issue.labels.filter((one) => one !== present)
      await announce(call, issue, 'unlabeled', present)
      return { status: 200, json: labelsOf(call.world, call.repository, issue) }
    },
  },
}

/** Gives an issue exactly these labels; unknown ones are made, as GitHub does. */
export function applyLabels(call: RepositoryCall, issue: Issue, names: readonly string[]): void {
  issue.labels = [...new Set(names.map((name) => ensureLabel(call, name).name))]
}

export function labelNames(given: readonly Given[]): string[] {
  return given.map((one) => (typeof one === 'string' ? one : (one.name ?? ''))).filter(Boolean)
}

function ensureLabel(call: RepositoryCall, name: string): Label {
  const key = name.toLowerCase()
  const known = call.repository.labels.get(key)
  if (known) return known
  const label: Label = { id: call.world.nextId(), name, color: 'ededed', description: null }
  call.repository.labels.set(key, label)
  return label
}

function labelOf(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase())
  if (!label) throw ApiError.notFound()
  return label
}

function issueOf(call: RepositoryCall): Issue {
  return call.world.issue(call.repository, numberOf(call, 'issue_number'))
}

function givenLabels(call: RepositoryCall): string[] {
  if (Array.isArray(call.body)) return labelNames(call.body as Given[])
  return labelNames(bodyOf<{ labels?: Given[] }>(call).labels ?? [])
}

async function announce(call: RepositoryCall, issue: Issue, action: string, name: string): Promise<void> {
  if (!issue.pull) return
  const label = call.repository.labels.get(name.toLowerCase())
  const extra = label ? { label: renderLabel(call.world, call.repository, label) } : {}
  await emitPull(call.world, call.repository, signedIn(call), issue as PullRequest, action, extra)
}

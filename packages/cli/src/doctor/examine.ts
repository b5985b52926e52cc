import { checkAccess } from './check-access.ts'
import { checkActions } from './check-actions.ts'
import { checkDocuments } from './check-documents.ts'
import { checkRegistry } from './check-registry.ts'
import { checkRules } from './check-rules.ts'
import { checkWorkflows } from './check-workflows.ts'
import { change, type Examined, type Finding, given } from './finding.ts'
import { type ReadWorkflow, readWorkflow } from './workflow-file.ts'

/** Everything that can be said of a repository’s set-up from GitHub’s answers. Asks nothing itself. */
export function examine(examined: Examined): Finding[] {
  const { settings } = examined
  const workflows: ReadWorkflow[] = []
  const unread = given(settings.workflows, { id: 'workflows', what: 'the workflows' }, (files) =>
    files.flatMap((file) => {
      const read = readWorkflow(file)
      if (!('problem' in read)) {
        workflows.push(read)
        return []
      }
      return [
        change(`workflows.file.${read.path}`, `${read.path} is not a workflow: ${read.problem}`, {
          detail: 'GitHub runs nothing of it. Correct it.',
        }),
      ]
    }),
  )
  const { policies, findings } = checkDocuments(examined)
  return [
    ...checkAccess(examined),
    ...checkActions(examined, workflows),
    ...checkRules(examined),
    ...checkRegistry(examined),
    ...findings,
    ...unread,
    ...('value' in settings.workflows ? checkWorkflows(examined, workflows, policies) : []),
  ]
}

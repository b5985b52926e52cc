import { evaluateText } from './expression.ts'
import type { WorkflowCall } from './job-graph.ts'
import { type Leg, labelOf } from './matrix.ts'
import type { Conclusion, JobDetails } from './records.ts'
import { find, type WorkflowJob } from './workflow.ts'

/** Adds a job to its run. */
export function queueJob(
  call: WorkflowCall,
  definition: WorkflowJob,
  contexts: Record<string, unknown>,
  matrix: Leg | null,
): JobDetails {
  const details: JobDetails = {
    id: call.run.id * 1000 + call.run.jobs.length + 1,
    key: call.prefix.key + definition.id,
    name: jobName(call, definition, contexts, matrix),
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    matrix,
    permissions: {},
    outputs: {},
    steps: [],
    annotations: [],
    ms: 0,
  }
  call.run.jobs.push(details)
  call.save()
  return details
}

/** A job's name as GitHub shows it: `caller / job (matrix values)`. */
export function jobName(
  call: WorkflowCall,
  definition: WorkflowJob,
  contexts: Record<string, unknown>,
  matrix: Leg | null,
): string {
  const token = find(definition.token, 'name')
  let given = ''
  try {
    given = evaluateText(token, { contexts })
  } catch {
    // A job that is not run may have a name that cannot be known.
  }
  // A name that mentions the matrix itself is not extended.
  const label = matrix && !(given !== '' && token?.isExpression) ? labelOf(matrix) : ''
  return `${call.prefix.name}${given || definition.id}${label}`
}

/** Ends a job's record and tells everybody. */
export function completeJob(call: WorkflowCall, details: JobDetails, conclusion: Conclusion): void {
  details.status = 'completed'
  details.conclusion = conclusion
  details.completedAt ??= call.machine.host.now().toISOString()
  call.save()
  call.machine.emit({ type: 'job-completed', run: call.run, job: details })
}

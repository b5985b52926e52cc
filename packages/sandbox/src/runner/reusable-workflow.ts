import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Permissions } from '../host.ts'
import { evaluateText, evaluateTexts, evaluateToken } from './expression.ts'
import { commitOf, fileAt } from './git.ts'
import type { JobResult, WorkflowCall } from './job-graph.ts'
import type { Machine } from './machine.ts'
import { parser } from './parser.ts'
import type { Conclusion } from './records.ts'
import { typedInputs } from './typed-inputs.ts'
import { unsupportedIn } from './unsupported.ts'
import { find, literal, parseWorkflow, type Workflow, type WorkflowJob } from './workflow.ts'

interface Source {
  repository: string
  sha: string
}
const deepest = 10

/** Problems of every workflow that this one calls, near and far, so that a run is refused before its first job. */
export async function problemsOfCalls(
  machine: Machine,
  workflow: Workflow,
  source: Source,
  depth = 1,
): Promise<string[]> {
  const calls = workflow.jobs.map(({ token }) => find(token, 'uses')).filter((uses) => uses !== undefined)
  if (calls.length > 0 && depth > deepest)
    return [`${workflow.path}: reusable workflows are nested deeper than ${deepest}`]
  const problems = await Promise.all(
    calls.map(async (uses) => {
      try {
        const called = await loadCalled(machine, source, String(literal(uses)))
        return await problemsOfCalls(machine, called.workflow, called.source, depth + 1)
      } catch (error) {
        return [`${workflow.path}:${uses.line}:${uses.col}: ${(error as Error).message}`]
      }
    }),
  )
  return problems.flat()
}

/** Runs the jobs of the workflow that a job `uses`, with its inputs, secrets and outputs. */
export async function callWorkflow(
  call: WorkflowCall,
  definition: WorkflowJob,
  contexts: Readonly<Record<string, unknown>>,
  options: { name: string; permissions: Permissions; run(call: WorkflowCall): Promise<Map<string, JobResult>> },
): Promise<{ result: Conclusion; outputs: Record<string, string> }> {
  const { workflow, source } = await loadCalled(
    call.machine,
    call.source,
    String(literal(find(definition.token, 'uses'))),
  )
  const given = evaluateToken(find(definition.token, 'with'), { contexts }) ?? {}
  const declared = find(workflow.root, 'on', 'workflow_call')
  const defaults = { contexts: { github: contexts.github, vars: contexts.vars } }
  const inputs = typedInputs(evaluateToken(find(declared, 'inputs'), defaults), given as Record<string, unknown>)
  const secrets = secretsFor(call, definition, contexts, (literal(find(declared, 'secrets')) ?? {}) as Declared)
  const results = await options.run({
    ...call,
    workflow,
    source,
    inputs,
    secrets,
    allowed: options.permissions,
    prefix: { name: `${options.name} / `, key: `${call.prefix.key}${definition.id}/` },
  })
  const all = [...results.values()].map(({ result }) => result)
  const result = (['failure', 'cancelled', 'success'] as const).find((each) => all.includes(each)) ?? 'skipped'
  const jobs = Object.fromEntries([...results].map(([id, job]) => [id, { result: job.result, outputs: job.outputs }]))
  const scope = { contexts: { ...contexts, inputs, jobs } }
  const outputs = find(declared, 'outputs')
  const values = outputs && parser.isMapping(outputs) ? [...outputs] : []
  return {
    result,
    outputs: Object.fromEntries(
      values.map(({ key, value }) => [String(key), evaluateText(find(value, 'value'), scope)]),
    ),
  }
}

type Declared = Readonly<Record<string, { required?: boolean } | null>>

function secretsFor(
  call: WorkflowCall,
  definition: WorkflowJob,
  contexts: Readonly<Record<string, unknown>>,
  declared: Declared,
): Record<string, string> {
  const token = find(definition.token, 'secrets')
  if (token && parser.isString(token) && token.value === 'inherit') return { ...call.secrets }
  const secrets = evaluateTexts(token, { contexts: { ...contexts, secrets: call.secrets } })
  const missing = Object.keys(declared).filter((name) => declared[name]?.required === true && !secrets[name])
  if (missing.length > 0) throw new Error(`required secret '${missing.join("', '")}' not provided`)
  return secrets
}

async function loadCalled(
  machine: Machine,
  from: Source,
  uses: string,
): Promise<{ workflow: Workflow; source: Source }> {
  const local = /^\.\/(\.github\/workflows\/[^/]+\.ya?ml)$/.exec(uses)
  const remote = /^([\w.-]+\/[\w.-]+)\/(\.github\/workflows\/[^/]+\.ya?ml)@(.+)$/.exec(uses)
  if (!local && !remote)
    throw new Error(
      `'${uses}' is not a reusable workflow: ./.github/workflows/x.yml or owner/repo/.github/workflows/x.yml@ref`,
    )
  const file = local?.[1] ?? remote?.[2] ?? ''
  const repository = remote?.[1] ?? from.repository
  const folder = machine.actions[repository]
  // What this repository publishes is read from its folder, as its actions are.
  const isPublished = folder !== undefined && (remote !== null || from.sha === '')
  const sha = isPublished ? '' : remote ? await resolve(machine, repository, remote[3]!) : from.sha
  const content = await (isPublished
    ? readFile(path.join(folder, file), 'utf8')
    : fileAt(machine.host.gitDir(repository), sha, file)
  ).catch((error: unknown) => {
    throw new Error(`reusable workflow '${uses}' was not found`, { cause: error })
  })
  const { workflow, problems } = await parseWorkflow(file, content)
  const all = workflow ? [...problems, ...unsupportedIn(workflow, machine.actions)] : problems
  if (!workflow || all.length > 0) throw new Error(`'${uses}' cannot be run: ${all.join('; ')}`)
  if (!('workflow_call' in workflow.on)) throw new Error(`'${uses}' has no 'workflow_call' trigger`)
  return { workflow, source: { repository, sha } }
}

async function resolve(machine: Machine, repository: string, ref: string): Promise<string> {
  const dir = machine.host.gitDir(repository)
  for (const candidate of [`refs/tags/${ref}`, `refs/heads/${ref}`, ref]) {
    const sha = await commitOf(dir, candidate).catch(() => undefined)
    if (sha !== undefined) return sha
  }
  throw new Error(`'${repository}' has no ref '${ref}'`)
}

import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import { type ActionSources, refusalOf } from './action-reference.ts'
import { placeOf } from './expression.ts'
import { parser } from './parser.ts'
import { find, literal, type Workflow, type WorkflowJob } from './workflow.ts'

const stepKeys = new Set([
  'id',
  'name',
  'if',
  'run',
  'uses',
  'with',
  'env',
  'shell',
  'working-directory',
  'continue-on-error',
  'timeout-minutes',
])
const jobKeys = new Set([
  'name',
  'needs',
  'if',
  'strategy',
  'runs-on',
  'timeout-minutes',
  'continue-on-error',
  'env',
  'environment',
  'permissions',
  'concurrency',
  'outputs',
  'defaults',
  'steps',
  'uses',
  'with',
  'secrets',
])
const environmentKeys = new Set(['name', 'url'])
const shells = new Set(['bash', 'sh'])

/** Everything in a workflow that this runner would not do as GitHub does, each with its place: `path:line:column: …`. */
export function unsupportedIn(workflow: Workflow, actions: ActionSources): string[] {
  const found: string[] = []
  const refuse = (token: TemplateToken | undefined, message: string) =>
    found.push(`${workflow.path}:${placeOf(token)}: ${message}`)
  const only = (mapping: TemplateToken | undefined, known: ReadonlySet<string>, what: string) => {
    if (!mapping || !parser.isMapping(mapping)) return
    for (const { key } of mapping) {
      if (!known.has(String(key))) refuse(key, `the sandbox runner does not support '${String(key)}' of ${what}`)
    }
  }
  const shell = (token: TemplateToken | undefined) => {
    if (token && parser.isString(token) && !shells.has(token.value)) {
      refuse(token, `the sandbox runner does not support the shell '${token.value}', only bash and sh`)
    }
  }
  const job = ({ id, token, steps }: WorkflowJob) => {
    only(token, jobKeys, `job '${id}'`)
    only(find(token, 'environment'), environmentKeys, 'an environment')
    shell(find(token, 'defaults', 'run', 'shell'))
    const runsOn = find(token, 'runs-on')
    const refused = runsOn && isConstant(runsOn) ? refusedLabel(literal(runsOn)) : undefined
    if (refused) refuse(runsOn, refused)
    for (const step of steps) stepOf(step)
  }
  const stepOf = (token: MappingToken) => {
    only(token, stepKeys, 'a step')
    shell(find(token, 'shell'))
    const uses = find(token, 'uses')
    if (uses === undefined) return
    const refused = refusalOf(String(literal(uses)), find(token, 'with'), actions)
    if (refused) refuse(uses, refused)
  }
  shell(find(workflow.root, 'defaults', 'run', 'shell'))
  for (const each of workflow.jobs) job(each)
  return found
}

/** Why these `runs-on` labels cannot be served; undefined when they can. */
export function refusedLabel(runsOn: unknown): string | undefined {
  const labels = typeof runsOn === 'object' && runsOn !== null && 'labels' in runsOn ? runsOn.labels : runsOn
  const names = [labels ?? []].flat().map(String)
  if (names.includes('self-hosted')) return undefined
  const foreign = names.find((name) => !name.startsWith('ubuntu'))
  return foreign === undefined && names.length > 0
    ? undefined
    : `the sandbox runner does not serve runs-on '${foreign ?? ''}', only ubuntu-* and self-hosted`
}

function isConstant(token: TemplateToken): boolean {
  if (parser.isMapping(token)) return [...token].every(({ value }) => isConstant(value))
  if (parser.isSequence(token)) return [...token].every(isConstant)
  return !token.isExpression
}

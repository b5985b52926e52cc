import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import type { EventConfiguration } from './event-filter.ts'
import { evaluateToken } from './expression.ts'
import { parser } from './parser.ts'

export interface Workflow {
  path: string
  name: string
  on: EventConfiguration
  root: MappingToken
  jobs: WorkflowJob[]
}

export interface WorkflowJob {
  id: string
  needs: string[]
  token: MappingToken
  steps: MappingToken[]
}

export interface ParsedWorkflow {
  /** Present when the file is a mapping at all, even with problems. */
  workflow: Workflow | undefined
  /** `path:line:column: what is wrong`, all of them. */
  problems: string[]
}

/** Parses a workflow file with GitHub's own parser and converts it with GitHub's own rules for jobs, needs and steps. */
export async function parseWorkflow(path: string, content: string): Promise<ParsedWorkflow> {
  const { context, value } = parser.parseWorkflow({ name: path, content }, new parser.NoOperationTraceWriter())
  // The conversion finds what the schema cannot: cycles, unknown needs, duplicate ids, bad cron lines.
  if (value !== undefined) await parser.convertWorkflowTemplate(context, value)
  const problems = context.errors.getErrors().map(({ rawMessage, range }) => {
    const place = range ? `:${range.start.line}:${range.start.column}` : ''
    return `${path}${place}: ${rawMessage}`
  })
  if (value === undefined || !parser.isMapping(value)) return { workflow: undefined, problems }
  const name = find(value, 'name')
  return {
    problems,
    workflow: {
      path,
      name: name && parser.isString(name) ? name.value : path,
      on: eventsOf(find(value, 'on')),
      root: value,
      jobs: jobsOf(find(value, 'jobs')),
    },
  }
}

export const find = (mapping: TemplateToken | undefined, ...path: string[]): TemplateToken | undefined =>
  path.reduce<TemplateToken | undefined>(
    (token, key) => (token && parser.isMapping(token) ? token.find(key) : undefined),
    mapping,
  )

/** A plain value without expressions. */
export const literal = (token: TemplateToken | undefined): unknown => evaluateToken(token, { contexts: {} })

function eventsOf(token: TemplateToken | undefined): EventConfiguration {
  const on = literal(token)
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [String(event), null]))
  return (on ?? {}) as EventConfiguration
}

function jobsOf(token: TemplateToken | undefined): WorkflowJob[] {
  if (!token || !parser.isMapping(token)) return []
  return [...token].flatMap(({ key, value }) => {
    if (!parser.isMapping(value)) return []
    const needs = literal(find(value, 'needs'))
    const steps = find(value, 'steps')
    return [
      {
        id: String(key),
        needs: needs === undefined || needs === null ? [] : [needs].flat().map(String),
        token: value,
        steps: steps && parser.isSequence(steps) ? [...steps].filter(parser.isMapping) : [],
      },
    ]
  })
}

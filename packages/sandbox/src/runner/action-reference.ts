import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import type { ArtifactScript } from './artifact-service.ts'
import { builtIns } from './built-in/index.ts'
import { evaluateText, type Scope } from './expression.ts'
import { parseAction, parser } from './parser.ts'
import { find, literal } from './workflow.ts'

/** Published `owner/repo` → the folder that stands for it. */
export type ActionSources = Readonly<Record<string, string>>

/** An action ready to run: files are absolute paths. */
export interface Action {
  /** As in GITHUB_ACTION_REPOSITORY; empty for a local action. */
  repository: string
  ref: string
  folder: string
  main: string
  pre: string | undefined
  preIf: string
  post: string | undefined
  postIf: string
  /** Declared inputs and their defaults; a default may hold an expression. */
  inputs: Readonly<Record<string, (scope: Scope) => string>>
  /** Run by the artifact service and not by a process of its own. */
  service: ArtifactScript | undefined
  /** Only equivalents need to know where git is. */
  isBuiltIn: boolean
}

interface Reference {
  repository: string
  path: string
  ref: string
}

/** Why a `uses` cannot be run; undefined when it can. Local actions (`./x`) are only known once they are checked out. */
export function refusalOf(uses: string, inputs: TemplateToken | undefined, actions: ActionSources): string | undefined {
  if (uses.startsWith('./')) return undefined
  const reference = parseReference(uses)
  if (!reference) return `the sandbox runner cannot run '${uses}': only actions of the form owner/repo/path@ref`
  if (actions[reference.repository] !== undefined) return undefined
  const builtIn = reference.path === '' ? builtIns[reference.repository] : undefined
  if (!builtIn) return `the sandbox runner has no action '${uses}'`
  const major = /^v(\d+)/.exec(reference.ref)?.[1]
  if (major !== undefined && Number(major) < 4) {
    return `the sandbox runner's ${reference.repository} stands for v4 and later, not '${uses}'`
  }
  if (!inputs || !parser.isMapping(inputs)) return undefined
  const unknown = [...inputs].map(({ key }) => String(key)).filter((name) => !(name.toLowerCase() in builtIn.inputs))
  return unknown.length === 0
    ? undefined
    : `the sandbox runner's ${reference.repository} does not support the input '${unknown.join("', '")}'`
}

/** Finds the action a step uses and reads its action.yml. Throws an Error that says what is missing or unsupported. */
export async function loadAction(uses: string, actions: ActionSources, workspace: string): Promise<Action> {
  if (uses.startsWith('./')) {
    const folder = path.resolve(workspace, uses)
    if (folder !== workspace && !folder.startsWith(workspace + path.sep)) {
      throw new Error(`'${uses}' is outside of the workspace`)
    }
    return readAction(uses, { repository: '', path: uses, ref: '' }, folder)
  }
  const reference = parseReference(uses)
  if (!reference) throw new Error(`'${uses}' is not of the form owner/repo/path@ref`)
  const source = actions[reference.repository]
  if (source !== undefined) return readAction(uses, reference, path.join(source, reference.path))
  const builtIn = builtIns[reference.repository]
  if (!builtIn) throw new Error(`the sandbox runner has no action '${uses}'`)
  return {
    repository: reference.repository,
    ref: reference.ref,
    folder: '',
    main: builtIn.main ?? '',
    service: builtIn.service,
    pre: undefined,
    preIf: '',
    post: builtIn.post,
    postIf: 'always()',
    inputs: Object.fromEntries(
      Object.entries(builtIn.inputs).map(([name, value]) => [name, (scope: Scope) => defaultOf(value, scope)]),
    ),
    isBuiltIn: true,
  }
}

function defaultOf(value: string, scope: Scope): string {
  if (value !== '${{ github.token }}') return value
  const github = scope.contexts.github as { token?: string } | undefined
  return github?.token ?? ''
}

async function readAction(uses: string, reference: Reference, folder: string): Promise<Action> {
  const file = await readMetadata(uses, folder)
  const { context, value } = parseAction(file, new parser.NoOperationTraceWriter())
  const problems = context.errors.getErrors().map((error) => error.message)
  if (problems.length > 0 || value === undefined)
    throw new Error(`'${uses}' has an invalid action.yml: ${problems.join('; ')}`)
  const runs = (literal(find(value, 'runs')) ?? {}) as Record<string, unknown>
  if (runs.using !== 'node24') {
    throw new Error(
      `the sandbox runner cannot run '${uses}': 'runs.using' is '${String(runs.using)}', only node24 is supported`,
    )
  }
  const inputs = find(value, 'inputs')
  const script = (key: string) => (runs[key] === undefined ? undefined : path.resolve(folder, String(runs[key])))
  return {
    repository: reference.repository,
    ref: reference.ref,
    folder,
    main: script('main') ?? '',
    // GitHub does not support `pre` for local actions.
    pre: reference.repository === '' ? undefined : script('pre'),
    preIf: String(runs['pre-if'] ?? 'always()'),
    post: script('post'),
    postIf: String(runs['post-if'] ?? 'always()'),
    inputs: Object.fromEntries(
      (inputs && parser.isMapping(inputs) ? [...inputs] : []).map(({ key, value: input }) => [
        String(key),
        (scope: Scope) => evaluateText(find(input, 'default'), scope),
      ]),
    ),
    service: undefined,
    isBuiltIn: false,
  }
}

async function readMetadata(uses: string, folder: string): Promise<{ name: string; content: string }> {
  for (const name of ['action.yml', 'action.yaml']) {
    try {
      return { name: `${uses}/${name}`, content: await readFile(path.join(folder, name), 'utf8') }
    } catch {
      // The other spelling may be there.
    }
  }
  throw new Error(`can't find 'action.yml' or 'action.yaml' for '${uses}'`)
}

function parseReference(uses: string): Reference | undefined {
  const match = /^([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)@(.+)$/.exec(uses)
  if (!match || match[2]!.split('/').includes('..')) return undefined
  return { repository: match[1]!, path: match[2]!.slice(1), ref: match[3]! }
}

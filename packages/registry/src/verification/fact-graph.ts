import {
  type Baseline,
  canonicalJson,
  type Dataset,
  type DigestEntry,
  type DriftCheck,
  describeProblem,
  type Evaluation,
  type FactReference,
  parseJsonDocument,
  type RegistryEvent,
  type Run,
  sha256,
  storedJson,
  TidemarkError,
  type Validation,
  type VersionManifest,
} from '@tidemark/schemas'
import type { LedgerReader } from '../ports.ts'
import type { Findings } from './findings.ts'
import { type Kind, kinds } from './kinds.ts'

interface Documents {
  versions: VersionManifest
  datasets: Dataset
  validations: Validation
  runs: Run
  'digest entries': DigestEntry
  evaluations: Evaluation
  events: RegistryEvent
  baselines: Baseline
  'drift checks': DriftCheck
}

interface ReadFact {
  kind: Kind<unknown>
  document: unknown
  /** As it lies there. */
  text: string
  /** Of the canonical JSON. */
  sha256: string
}

/** All facts at one commit that could be read, by path. */
export class FactGraph {
  readonly #facts = new Map<string, ReadFact>()
  /** Paths of rollouts' states, which are replaced: the branch's history proves them. */
  readonly rollouts: string[] = []
  readonly #byKind = new Map<string, { path: string; document: unknown; text: string }[]>()

  add(path: string, fact: ReadFact): void {
    const { kind, document, text } = fact
    this.#facts.set(path, fact)
    const same = this.#byKind.get(kind.name) ?? []
    same.push({ path, document, text })
    this.#byKind.set(kind.name, same)
  }

  get(path: string): ReadFact | undefined {
    return this.#facts.get(path)
  }

  /** The document at a path if it is of this kind. */
  find<T>(kind: Kind<unknown>['name'], path: string): T | null {
    const fact = this.#facts.get(path)
    return fact?.kind.name === kind ? (fact.document as T) : null
  }

  all<Name extends keyof Documents>(kind: Name): readonly { path: string; document: Documents[Name]; text: string }[] {
    return (this.#byKind.get(kind) ?? []) as { path: string; document: Documents[Name]; text: string }[]
  }

  /** Every fact that a fact names. */
  references(): FactReference[] {
    return [...this.#facts.values()].flatMap(({ kind, document }) => kind.references(document))
  }

  /** Every fact that a fact names is there, with the digest that it names. */
  verifyReferences(findings: Findings): void {
    for (const [path, { kind, document }] of this.#facts) {
      for (const reference of kind.references(document)) {
        const target = this.#facts.get(reference.path)
        if (target === undefined) findings.error(path, `names ${reference.path}, which is not there`)
        else if (reference.sha256 !== '' && target.sha256 !== reference.sha256) {
          findings.error(
            path,
            `names ${reference.path} with sha256 ${reference.sha256}, which now has ${target.sha256}`,
          )
        } else findings.count('references')
      }
    }
  }
}

/** What is asked for at once may travel in one request. */
const readAtOnce = 100

/** Reads every file at `head`; what cannot be read, or is not as its own content demands, is reported. */
export async function readFacts(
  ledger: LedgerReader,
  head: string,
  findings: Findings,
  onProgress?: (message: string) => void,
): Promise<FactGraph> {
  const graph = new FactGraph()
  const paths = await ledger.files(head)
  for (let i = 0; i < paths.length; i += readAtOnce) {
    const some = paths.slice(i, i + readAtOnce)
    onProgress?.(`${i + some.length} of ${paths.length} facts`)
    const texts = await Promise.all(some.map((path) => (kindOf(path) ? ledger.read(path, head) : null)))
    for (const [j, path] of some.entries()) sortIn(graph, findings, { path, text: texts[j] ?? '' })
  }
  return graph
}

const kindOf = (path: string) => kinds.find(({ pattern }) => pattern.test(path))

function sortIn(graph: FactGraph, findings: Findings, { path, text }: { path: string; text: string }): void {
  const kind = kindOf(path)
  if (kind) readFact(graph, findings, { kind, path, text })
  else if (/^rollouts\/[^/]+\/[^/]+\.json$/.test(path)) graph.rollouts.push(path)
  else if (!path.startsWith('rollouts/') && path !== 'README.md')
    findings.warn(
      path,
      'is not a file that Tidemark writes',
      'Remove it in a commit of its own, or move it to the default branch.',
    )
}

function readFact(
  graph: FactGraph,
  findings: Findings,
  { kind, path, text }: { kind: Kind<unknown>; path: string; text: string },
): void {
  try {
    const document = parseJsonDocument(kind.schema, text, path)
    graph.add(path, { kind, document, text, sha256: sha256(canonicalJson(document)) })
    const belongs = kind.pathOf(document)
    const problems = [
      ...(storedJson(document) === text ? [] : ['is not in the stored form (sorted keys, two spaces, final newline)']),
      ...(belongs === path ? [] : [`says that it belongs at ${belongs}`]),
      ...kind.findProblems(document),
    ]
    for (const problem of problems) findings.error(path, problem)
    if (problems.length === 0) findings.count(kind.name)
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error
    findings.error(path, describeError(error))
  }
}

/** An expected error with all its problems on one line. */
export function describeError(error: TidemarkError): string {
  return [error.message, ...error.problems.map(describeProblem)].join('; ')
}

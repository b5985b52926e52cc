import {
  type ChannelIntent,
  canonicalJson,
  Dataset,
  DigestEntry,
  type DocumentSchema,
  datasetDigest,
  describeProblem,
  Evaluation,
  evaluationId,
  eventId,
  type FactReference,
  layout,
  modelDigest,
  parseJsonDocument,
  RegistryEvent,
  Run,
  runId,
  sha256,
  storedJson,
  TidemarkError,
  Validation,
  VersionManifest,
  validationId,
} from '@tidemark/schemas'
import { readChannel } from './facts.ts'
import type { LedgerReader, Releases, Reviews } from './ports.ts'
import { downloadModel, findAssetProblems } from './release.ts'
import { listChannels } from './settlement.ts'

export interface VerificationProblem {
  severity: 'error' | 'warning'
  path: string
  message: string
  remedy: string
}

export interface Verification {
  verified: boolean
  /** How many of each kind were proven. */
  checked: Record<string, number>
  problems: VerificationProblem[]
}

/** A fact as it was read: where it lies and what it says. */
interface Kind<T> {
  name: string
  pattern: RegExp
  schema: DocumentSchema<T>
  /** The path that the document's own content demands. */
  pathOf(document: T): string
  /** What is wrong inside the document itself. */
  findProblems(document: T): string[]
  references(document: T): FactReference[]
}

const restore = 'Restore the file from a clone that still has it, and find out who could write to the registry branch.'

/**
 * Walks the whole graph: every fact parses, lies where its content says, has the id its content gives, and names facts that
 * exist with the digests it names; tags point at the versions they name. With `releases`, assets are compared with the
 * manifests (their bytes too with `assets`); with `reviews`, channel files are compared with tags and manifests.
 */
export async function verifyRegistry(
  ledger: LedgerReader,
  options: {
    releases?: Releases | undefined
    assets?: boolean | undefined
    intent?: { reviews: Reviews; policyRoot: string } | undefined
    onProgress?: ((message: string) => void) | undefined
  } = {},
): Promise<Verification> {
  const problems: VerificationProblem[] = []
  const checked: Record<string, number> = {}
  const report = (path: string, message: string, remedy = restore, severity: 'error' | 'warning' = 'error') =>
    problems.push({ severity, path, message, remedy })
  const count = (name: string) => {
    checked[name] = (checked[name] ?? 0) + 1
  }
  const head = await ledger.head()
  if (head === null) {
    report(
      '',
      'the registry branch does not exist',
      'Register a model first, or correct the input registry-branch.',
      'warning',
    )
    return { verified: false, checked, problems }
  }

  const facts = await readFacts(ledger, head, { report, count, onProgress: options.onProgress })
  verifyReferences(facts, { report, count })
  const tags = await ledger.tags('')
  verifyVersions(facts, tags, report)
  await verifyTags(ledger, facts, tags, { report, count })
  if (options.releases)
    await verifyReleases(options.releases, facts, {
      report,
      count,
      assets: options.assets === true,
      onProgress: options.onProgress,
    })
  if (options.intent) await verifyChannels(ledger, facts, options.intent, { report, count })
  return { verified: problems.every((problem) => problem.severity !== 'error'), checked, problems }
}

type Report = (path: string, message: string, remedy?: string, severity?: 'error' | 'warning') => void
type Count = (name: string) => void

interface ReadFact {
  kind: Kind<unknown>
  document: unknown
  sha256: string
}

async function readFacts(
  ledger: LedgerReader,
  head: string,
  { report, count, onProgress }: { report: Report; count: Count; onProgress?: ((message: string) => void) | undefined },
): Promise<Map<string, ReadFact>> {
  const facts = new Map<string, ReadFact>()
  const paths = await ledger.files(head)
  for (const [i, path] of paths.entries()) {
    onProgress?.(`${i + 1} of ${paths.length} facts`)
    const kind = kinds.find((each) => each.pattern.test(path))
    if (!kind) {
      if (!path.startsWith('rollouts/') && path !== 'README.md')
        report(
          path,
          'is not a file that Tidemark writes',
          'Remove it in a commit of its own, or move it to the default branch.',
          'warning',
        )
      continue
    }
    const text = (await ledger.read(path, head)) ?? ''
    try {
      const document = parseJsonDocument(kind.schema, text, path)
      facts.set(path, { kind, document, sha256: sha256(canonicalJson(document)) })
      if (storedJson(document) !== text)
        report(path, 'is not in the stored form (sorted keys, two spaces, final newline)')
      if (kind.pathOf(document) !== path) report(path, `says that it belongs at ${kind.pathOf(document)}`)
      for (const problem of kind.findProblems(document)) report(path, problem)
      count(kind.name)
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      report(path, [error.message, ...error.problems.map(describeProblem)].join('; '))
    }
  }
  return facts
}

function verifyReferences(facts: Map<string, ReadFact>, { report, count }: { report: Report; count: Count }): void {
  for (const [path, { kind, document }] of facts) {
    for (const reference of kind.references(document)) {
      const target = facts.get(reference.path)
      if (target === undefined) report(path, `names ${reference.path}, which is not there`)
      else if (reference.sha256 !== '' && target.sha256 !== reference.sha256) {
        report(path, `names ${reference.path} with sha256 ${reference.sha256}, which now has ${target.sha256}`)
      } else count('references')
    }
  }
}

/** Version → digest entry → version, and every version has its tag. */
function verifyVersions(facts: Map<string, ReadFact>, tags: readonly string[], report: Report): void {
  const tagged = new Set(tags)
  for (const [path, manifest] of manifestsOf(facts)) {
    const entry = facts.get(layout.byDigest(manifest.model, manifest.modelDigest))?.document as DigestEntry | undefined
    if (entry?.version !== manifest.version) {
      report(
        path,
        `its digest is registered as ${entry?.version ?? 'nothing'}`,
        'Two manifests claim the same bytes, or the by-digest entry was lost. Restore it from history.',
      )
    }
    if (!tagged.has(manifest.release.tag))
      report(
        path,
        `has no tag ${manifest.release.tag}`,
        'Registration was interrupted: run register-model for the same candidate again.',
      )
  }
}

async function verifyTags(
  ledger: LedgerReader,
  facts: Map<string, ReadFact>,
  tags: readonly string[],
  { report, count }: { report: Report; count: Count },
): Promise<void> {
  const settled = [...facts.values()]
    .map((fact) => fact.document)
    .filter((document): document is RegistryEvent => isEvent(document) && document.type === 'promotion.settled')
  for (const tag of tags) {
    const place = `tag ${tag}`
    const remedy =
      'Tags are written once. Delete the tag, run the job that made it again, and protect tags by a ruleset.'
    const version = /^([a-z0-9-]+)@v(\d+\.\d+\.\d+)$/.exec(tag)
    const channel = /^([a-z0-9-]+)#([a-z0-9-]+)#(\d+)$/.exec(tag)
    if (!version && !channel) continue // not ours
    const commit = await ledger.resolveTag(tag)
    if (commit === null) {
      report(place, 'is not an annotated tag', remedy)
    } else if (version) {
      const path = layout.version(version[1] as string, version[2] as string)
      const text = await ledger.read(path, commit)
      if (!facts.has(path)) report(place, `names ${path}, which is not registered`, remedy)
      else if (text === null || sha256(canonicalJson(JSON.parse(text))) !== facts.get(path)?.sha256)
        report(place, `points at ${commit}, which does not hold the registered ${path}`, remedy)
      else count('tags')
    } else if (channel) {
      const [, model, name, seq] = channel
      const event = settled.find(
        (each) => each.model === model && each.subject.channel === name && each.subject.seq === Number(seq),
      )
      if (!event) report(place, 'has no promotion.settled event', remedy)
      else if ((await ledger.read(layout.event(event.model, event.id, event.type), commit)) === null)
        report(place, `points at ${commit}, which does not hold its event`, remedy)
      else count('tags')
    }
  }
  const names = new Set(tags)
  for (const event of settled) {
    const { channel, seq } = event.subject
    const tag = layout.channelTag(event.model, channel ?? '', seq ?? 0)
    if (!names.has(tag))
      report(
        layout.event(event.model, event.id, event.type),
        `has no tag ${tag}`,
        'Settling was interrupted: run promote-model with mode settle again.',
      )
  }
}

async function verifyReleases(
  releases: Releases,
  facts: Map<string, ReadFact>,
  {
    report,
    count,
    assets,
    onProgress,
  }: { report: Report; count: Count; assets: boolean; onProgress?: ((message: string) => void) | undefined },
): Promise<void> {
  for (const [path, manifest] of manifestsOf(facts)) {
    onProgress?.(`release of ${manifest.model} ${manifest.version}`)
    const release = await releases.get(manifest.release.id)
    if (release === null) {
      report(
        path,
        `its release ${manifest.release.id} is gone`,
        'The version cannot be deployed any more. Promote another one.',
      )
      continue
    }
    if (release.isDraft)
      report(
        path,
        'its release is still a draft',
        'Registration was interrupted: run register-model for the same candidate again.',
      )
    if (release.tag !== manifest.release.tag)
      report(path, `its release has the tag ${release.tag}, expected ${manifest.release.tag}`)
    const problems = findAssetProblems(release, manifest)
    for (const problem of problems)
      report(path, problem, 'Do not deploy this version: its assets are not what was registered.')
    if (problems.length > 0) continue
    count('releases')
    if (!assets && release.assets.every((asset) => asset.sha256 !== null)) continue
    try {
      await downloadModel(releases, manifest)
      count('assets')
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      report(path, [error.message, ...error.problems.map(describeProblem)].join('; '), error.hint)
    }
  }
}

async function verifyChannels(
  ledger: LedgerReader,
  facts: Map<string, ReadFact>,
  { reviews, policyRoot }: { reviews: Reviews; policyRoot: string },
  { report, count }: { report: Report; count: Count },
): Promise<void> {
  const branch = await reviews.defaultBranch()
  const ref = await reviews.branchHead(branch)
  if (ref === null) return
  for (const { model, channel } of await listChannels({ reviews, policyRoot }, ref)) {
    const path = layout.channel(policyRoot, model, channel)
    let intent: ChannelIntent | null = null
    try {
      intent = await readChannel(reviews, policyRoot, { model, channel, ref })
    } catch (error) {
      if (!(error instanceof TidemarkError)) throw error
      report(path, [error.message, ...error.problems.map(describeProblem)].join('; '), error.hint)
    }
    if (intent === null) continue
    const target = facts.get(intent.manifest.path)
    if (target?.sha256 !== intent.manifest.sha256) {
      report(
        path,
        `names ${intent.manifest.path} with sha256 ${intent.manifest.sha256}, the registry has ${target?.sha256 ?? 'nothing'}`,
        'Return the channel to a registered version by pull request.',
      )
      continue
    }
    const tag = layout.channelTag(model, channel, intent.seq)
    const isSettled = (await ledger.resolveTag(tag)) !== null
    if (!isSettled)
      report(
        path,
        `wants ${intent.version} (seq ${intent.seq}), which is not settled yet`,
        'Run promote-model with mode settle; it says what is missing.',
        'warning',
      )
    count('channels')
  }
}

function manifestsOf(facts: Map<string, ReadFact>): [string, VersionManifest][] {
  return [...facts]
    .filter(([, fact]) => fact.kind.name === 'versions')
    .map(([path, fact]) => [path, fact.document as VersionManifest])
}

function isEvent(document: unknown): document is RegistryEvent {
  return (document as { schema?: string }).schema === 'tidemark/event/v1'
}

const kinds: Kind<unknown>[] = [
  kind({
    name: 'versions',
    pattern: /^models\/[^/]+\/versions\//,
    schema: VersionManifest,
    pathOf: (manifest) => layout.version(manifest.model, manifest.version),
    findProblems: (manifest) => [
      ...(modelDigest(manifest.files) === manifest.modelDigest
        ? []
        : [`its files give the model digest ${modelDigest(manifest.files)}`]),
      ...manifest.files
        .filter((file) => file.parts.reduce((sum, part) => sum + part.sizeBytes, 0) !== file.sizeBytes)
        .map((file) => `the parts of ${file.path} do not add up to ${file.sizeBytes} bytes`),
    ],
    references: (manifest) => [manifest.run, manifest.evaluation, ...manifest.datasets, ...manifest.validations],
  }),
  kind({
    name: 'digest entries',
    pattern: /^models\/[^/]+\/by-digest\//,
    schema: DigestEntry,
    pathOf: (entry) => layout.byDigest(entry.model, entry.modelDigest),
    findProblems: () => [],
    references: (entry) => [{ path: layout.version(entry.model, entry.version), sha256: '' }],
  }),
  kind({
    name: 'datasets',
    pattern: /^models\/[^/]+\/datasets\//,
    schema: Dataset,
    pathOf: (dataset) => layout.dataset(dataset.model, dataset.digest),
    findProblems: (dataset) => [
      ...(datasetDigest(dataset) === dataset.digest ? [] : [`its files give the digest ${datasetDigest(dataset)}`]),
      ...(dataset.files.reduce((sum, file) => sum + file.rows, 0) === dataset.rows
        ? []
        : ['the rows of its files do not add up']),
    ],
    references: () => [],
  }),
  kind({
    name: 'validations',
    pattern: /^models\/[^/]+\/validations\//,
    schema: Validation,
    pathOf: (validation) => layout.validation(validation.model, validation.id),
    findProblems: (validation) =>
      validationId(validation) === validation.id ? [] : [`its content gives the id ${validationId(validation)}`],
    references: (validation) => [{ path: layout.dataset(validation.model, validation.dataset), sha256: '' }],
  }),
  kind({
    name: 'runs',
    pattern: /^models\/[^/]+\/runs\//,
    schema: Run,
    pathOf: (run) => layout.run(run.model, run.id, run.source.committedAt),
    findProblems: (run) => [
      ...(runId(run) === run.id ? [] : [`its content gives the id ${runId(run)}`]),
      ...(modelDigest(run.output.files) === run.output.modelDigest ? [] : ['its files do not give its model digest']),
    ],
    references: (run) => [
      { path: layout.dataset(run.model, run.data.dataset), sha256: '' },
      { path: layout.validation(run.model, run.data.validation), sha256: '' },
    ],
  }),
  kind({
    name: 'evaluations',
    pattern: /^models\/[^/]+\/evaluations\//,
    schema: Evaluation,
    pathOf: (evaluation) => layout.evaluation(evaluation.model, evaluation.id),
    findProblems: (evaluation) =>
      evaluationId(evaluation) === evaluation.id ? [] : [`its content gives the id ${evaluationId(evaluation)}`],
    references: (evaluation) => [
      { path: layout.dataset(evaluation.model, evaluation.holdout.dataset), sha256: '' },
      { path: layout.validation(evaluation.model, evaluation.holdout.validation), sha256: '' },
      ...(evaluation.champion
        ? [{ path: layout.version(evaluation.model, evaluation.champion.version), sha256: '' }]
        : []),
    ],
  }),
  kind({
    name: 'events',
    pattern: /^models\/[^/]+\/events\//,
    schema: RegistryEvent,
    pathOf: (event) => layout.event(event.model, event.id, event.type),
    findProblems: (event) => (eventId(event) === event.id ? [] : [`its content gives the id ${eventId(event)}`]),
    references: (event) =>
      event.subject.version ? [{ path: layout.version(event.model, event.subject.version), sha256: '' }] : [],
  }),
]

/** Lets each kind be written with its own document type and kept in one list. */
function kind<T>(definition: Kind<T>): Kind<unknown> {
  return definition as Kind<unknown>
}

import {
  Dataset,
  type DigestEntry,
  Evaluation,
  eventId,
  layout,
  type ModelPolicy,
  type RegistryEvent,
  Run,
  referTo,
  TidemarkError,
  Validation,
  type VersionManifest,
} from '@tidemark/schemas'
import { assertEvidence, type Evidence, type Expected, evidenceFacts } from './evidence.ts'
import {
  adopt,
  append,
  appendFact,
  commitPlan,
  type Fact,
  findByDigest,
  listVersions,
  readReferenced,
  readVersion,
} from './facts.ts'
import type { LedgerReader, ModelFiles, Registry, Release } from './ports.ts'
import { compareAssets, draftMarker, isDraftOf, planAssets, type StoredFile, stageRelease } from './release.ts'
import { readRetirement } from './retention/retirement.ts'
import { nextVersions, planVersion, type VersionPlan } from './version-plan.ts'

export type Registration =
  | {
      registered: true
      manifest: VersionManifest
      /** The evidence as the registry holds it: this candidate's, also where the bytes were registered before. */
      evidence: Evidence
      isNew: boolean
      release: Release
    }
  | { registered: false; evaluation: Evaluation; event: RegistryEvent }

/**
 * Registers a candidate: facts committed, release published, events written. A candidate whose gate did not pass leaves its
 * evidence and a `gate.failed` event, and no version. Doing it again, at once or after a kill anywhere, ends in the same state.
 */
export async function registerModel(
  registry: Registry,
  {
    evidence,
    files,
    partBytes,
    ...expected
  }: {
    evidence: Evidence
    files: ModelFiles
    /** The largest asset; what GitHub takes, unless told. */
    partBytes?: number
  } & Expected,
): Promise<Registration> {
  assertEvidence(evidence, files, expected)
  if (evidence.evaluation.verdict !== 'pass') return recordRefusal(registry, evidence)
  const stored = await planAssets(evidence.run.output.files, files, partBytes)
  const { staged, commit, ...committed } = await commitVersion(registry, {
    evidence,
    files,
    stored,
    policy: expected.policy,
  })
  const release = await publishVersion(registry, committed.manifest, committed.isNew ? { staged, commit } : {})
  return { registered: true, ...committed, release }
}

/**
 * Finishes what lies between a committed manifest and a published version: tag, release, event. Harmless to repeat. `staged`
 * is the release where its assets were compared just now, `commit` a commit that holds the manifest; both are looked up
 * where they are not known.
 */
export async function publishVersion(
  registry: Registry,
  manifest: VersionManifest,
  { staged, commit }: { staged?: Release | null; commit?: string } = {},
): Promise<Release> {
  const { releases } = registry
  const release = staged ?? (await releases.get(manifest.release.id))
  if (release === null) {
    throw new TidemarkError('RELEASE_FAILED', `the release of ${manifest.model} ${manifest.version} is gone`, {
      hint: 'Somebody deleted it. Its version cannot be deployed; register a new candidate.',
    })
  }
  const problems = await compareAssets(releases, release, manifest)
  if (problems.length > 0) {
    const retired = await readRetirement(registry.ledger, manifest, await registry.ledger.head())
    if (retired !== null) {
      throw new TidemarkError('RELEASE_FAILED', `${manifest.model} ${manifest.version} was retired on ${retired.at}`, {
        hint: 'The policy’s retention dropped the assets of these very bytes, and a retired version does not come back. Train with new data, parameters or seed.',
      })
    }
    throw new TidemarkError(
      'RELEASE_ASSET_MISMATCH',
      `the release of ${manifest.model} ${manifest.version} is not what was registered`,
      {
        hint: 'Do not deploy this version. Run verify-registry.',
        problems: problems.map((message) => ({ message })),
      },
    )
  }
  await ensureTag(registry, manifest, commit)
  const published = release.isDraft
    ? await releases.update(release.id, {
        tag: manifest.release.tag,
        name: `${manifest.model} ${manifest.version}`,
        isDraft: false,
        isPrerelease: true,
      })
    : release
  const event = await createEvent(registry, {
    type: 'version.published',
    model: manifest.model,
    subject: { version: manifest.version, modelDigest: manifest.modelDigest },
    cause: referTo('', manifest).sha256,
  })
  await appendFact(registry, event, `Publish ${manifest.model} ${manifest.version}`)
  return published
}

/** An event with its content-derived id, GitHub's time and the acting user. */
export async function createEvent(
  registry: Pick<Registry, 'clock' | 'actor' | 'runUrl'>,
  event: Omit<RegistryEvent, 'schema' | 'id' | 'at' | 'actor' | 'runUrl'>,
): Promise<{ path: string; document: RegistryEvent }> {
  const id = eventId(event)
  const document: RegistryEvent = {
    schema: 'tidemark/event/v1',
    id,
    ...event,
    at: await registry.clock.now(),
    actor: registry.actor,
    ...(registry.runUrl === undefined ? {} : { runUrl: registry.runUrl }),
  }
  return { path: layout.event(event.model, id, event.type), document }
}

async function recordRefusal(registry: Registry, evidence: Evidence): Promise<Registration> {
  const { run, evaluation } = evidence
  const reasons = evaluation.rules.filter((rule) => rule.verdict !== 'pass').map((rule) => rule.reason)
  const event = await createEvent(registry, {
    type: 'gate.failed',
    model: run.model,
    subject: { modelDigest: run.output.modelDigest },
    cause: evaluation.id,
    reasons: reasons.length > 0 ? reasons : [`verdict ${evaluation.verdict}`],
  })
  await append(registry, async () => ({
    facts: [...evidenceFacts(evidence), event],
    message: `Record a refused candidate of ${run.model} (gate: ${evaluation.verdict})`,
  }))
  return { registered: false, evaluation, event: event.document }
}

async function commitVersion(
  registry: Registry,
  {
    evidence,
    files,
    stored,
    policy,
  }: { evidence: Evidence; files: ModelFiles; stored: StoredFile[]; policy: ModelPolicy },
): Promise<{
  manifest: VersionManifest
  evidence: Evidence
  isNew: boolean
  /** The release whose assets were compared with what was sent; null where the version was there already. */
  staged: Release | null
  commit: string
}> {
  const { ledger, releases } = registry
  const { model } = policy
  const digest = evidence.run.output.modelDigest
  const marker = draftMarker(model, digest)
  const drafts = (await releases.drafts()).filter((draft) => draft.body.startsWith(marker)).sort((a, b) => a.id - b.id)
  let release = drafts.find((draft) => isDraftOf(draft, registry.runUrl)) ?? null
  let manifest: VersionManifest | null = null
  let isNew = false
  let adopted = evidence

  const plan = async (head: string | null) => {
    const existing = await findByDigest(ledger, model, digest, head)
    if (existing !== null) {
      manifest = await readVersion(ledger, model, existing, head)
      isNew = false
      adopted = await adoptEvidence(registry, evidence, head)
      return { facts: evidenceFacts(adopted), message: `Record new evidence for ${model} ${existing}` }
    }
    const planned = await planNext(registry, { model, run: evidence.run, evaluation: evidence.evaluation, head })
    release = await stageRelease(registry, {
      model,
      version: planned.version,
      modelDigest: digest,
      files: stored,
      image: evidence.run.output.image,
      contents: files,
      found: release,
    })
    if (release === null) return null
    adopted = await adoptEvidence(registry, evidence, head)
    manifest = createManifest({
      evidence: adopted,
      plan: planned,
      stored,
      release,
      at: await registry.clock.now(),
      actor: registry.actor,
    })
    isNew = true
    const entry: DigestEntry = { schema: 'tidemark/by-digest/v1', model, modelDigest: digest, version: planned.version }
    const registered = await createEvent(registry, {
      type: 'version.registered',
      model,
      subject: { version: planned.version, modelDigest: digest },
      cause: adopted.evaluation.id,
    })
    const facts: Fact[] = [
      ...evidenceFacts(adopted),
      { path: layout.version(model, planned.version), document: manifest },
      { path: layout.byDigest(model, digest), document: entry },
      registered,
    ]
    return { facts, message: `Register ${model} ${planned.version}\n\n${planned.bump.reasons.join('\n')}` }
  }
  let commit: string | null = null
  // A draft that vanished was removed by a twin with the same bytes, whose version the next look finds.
  for (let look = 0; look < 3 && manifest === null; look++) {
    commit = await commitPlan(registry, plan, {
      files: [layout.byDigest(model, digest), ...evidenceFacts(evidence).map(({ path }) => path)],
      folders: [layout.versions(model)],
    })
  }

  if (manifest === null || commit === null) {
    throw new TidemarkError('RELEASE_FAILED', `the draft release of ${model} vanished while it was filled`, {
      hint: 'Somebody deletes drafts that are at work. Leave them alone, and run the job again.',
    })
  }
  // What a twin of the same bytes left that lost the race or died; one that is at work finds this version instead.
  const kept = (manifest as VersionManifest).release.id
  for (const draft of [...drafts, ...(release ? [release as Release] : [])]) {
    if (draft.id !== kept && draft.isDraft) await releases.remove(draft.id)
  }
  return { manifest, evidence: adopted, isNew, staged: isNew ? release : null, commit }
}

/** The version that comes next at a head, stepping over tags that a failed release burned. */
async function planNext(
  { ledger }: Registry,
  { model, run, evaluation, head }: { model: string; run: Run; evaluation: Evaluation; head: string | null },
): Promise<VersionPlan> {
  const versions = await listVersions(ledger, model, head)
  const newestVersion = versions.at(-1)
  const successors = nextVersions(newestVersion ?? null)
  const subjectOf = (version: string) => ({ version, modelDigest: run.output.modelDigest })
  const [newest, burned] = await Promise.all([
    newestVersion === undefined ? null : readVersion(ledger, model, newestVersion, head),
    Promise.all(successors.map((version) => ledger.hasTag(layout.versionTag(model, version)))),
    // Asked for here already, because the commit will: it costs no request of its own.
    ...successors.map((version) => {
      const type = 'version.registered' as const
      const id = eventId({ type, subject: subjectOf(version), cause: evaluation.id })
      return head === null ? null : ledger.read(layout.event(model, id, type), head)
    }),
  ])
  const newestRun = newest && head !== null ? await readReferenced(ledger, Run, newest.run, head) : null
  const takenVersions = burned.includes(true) ? await burnedVersions(ledger, model, versions) : []
  return planVersion({ newest, newestRun, run, takenVersions })
}

/** The evidence as the registry holds it: a fact that an earlier run wrote is the one that the manifest names. */
async function adoptEvidence({ ledger }: Registry, evidence: Evidence, head: string | null): Promise<Evidence> {
  const { run, evaluation, datasets, validations } = evidence
  const { model } = run
  const dataset = (document: Dataset) =>
    adopt(ledger, Dataset, { path: layout.dataset(model, document.digest), document }, head)
  const validation = (document: Validation) =>
    adopt(ledger, Validation, { path: layout.validation(model, document.id), document }, head)
  const [adoptedRun, adoptedEvaluation, trained, heldOut, trainedValidation, heldOutValidation] = await Promise.all([
    adopt(ledger, Run, { path: layout.run(model, run.id, run.source.committedAt), document: run }, head),
    adopt(ledger, Evaluation, { path: layout.evaluation(model, evaluation.id), document: evaluation }, head),
    dataset(datasets.training),
    dataset(datasets.holdout),
    validation(validations.training),
    validation(validations.holdout),
  ])
  return {
    run: adoptedRun,
    evaluation: adoptedEvaluation,
    datasets: { training: trained, holdout: heldOut },
    validations: { training: trainedValidation, holdout: heldOutValidation },
  }
}

function createManifest({
  evidence,
  plan,
  stored,
  release,
  at,
  actor,
}: {
  evidence: Evidence
  plan: VersionPlan
  stored: StoredFile[]
  release: Release
  at: string
  actor: string
}): VersionManifest {
  const { run, evaluation, datasets, validations } = evidence
  const { model } = run
  return {
    schema: 'tidemark/version/v1',
    model,
    version: plan.version,
    kind: run.output.kind ?? 'onnx',
    ...(run.output.image ? { image: run.output.image } : {}),
    modelDigest: run.output.modelDigest,
    bump: plan.bump,
    parent: plan.parent,
    signature: run.output.signature,
    files: stored,
    release: { id: release.id, tag: layout.versionTag(model, plan.version) },
    source: run.source,
    run: referTo(layout.run(model, run.id, run.source.committedAt), run),
    evaluation: referTo(layout.evaluation(model, evaluation.id), evaluation),
    datasets: [datasets.training, datasets.holdout].map((dataset) =>
      referTo(layout.dataset(model, dataset.digest), dataset),
    ),
    validations: [validations.training, validations.holdout].map((each) =>
      referTo(layout.validation(model, each.id), each),
    ),
    metrics: Object.fromEntries(
      Object.entries(evaluation.metrics).map(([id, { challenger }]) => [id, challenger.value]),
    ),
    registeredAt: at,
    registeredBy: actor,
  }
}

/** Versions whose tag exists although no manifest does: GitHub never gives a deleted immutable release's tag back. */
async function burnedVersions(ledger: LedgerReader, model: string, versions: readonly string[]): Promise<string[]> {
  const prefix = layout.versionTag(model, '')
  const tagged = (await ledger.tags(prefix)).map((tag) => tag.slice(prefix.length))
  const known = new Set(versions)
  return tagged.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && !known.has(version))
}

async function ensureTag({ ledger }: Registry, manifest: VersionManifest, known?: string): Promise<void> {
  const name = manifest.release.tag
  const head = known ?? (await ledger.head())
  if (head === null) throw new Error('a registered version without a registry branch')
  const outcome = await ledger.createTag({
    name,
    commit: head,
    message: `${manifest.model} ${manifest.version}\n\nmodel digest sha256:${manifest.modelDigest}`,
    isNew: known !== undefined,
  })
  if (outcome === 'created') return
  const tagged = await readVersion(ledger, manifest.model, manifest.version, await ledger.resolveTag(name))
  if (tagged?.modelDigest === manifest.modelDigest) return
  throw new TidemarkError('TAG_CONFLICT', `the tag ${name} exists and does not point at this version`, {
    hint: 'Somebody made or moved the tag by hand. Delete it, then run the job again, and protect tags by a ruleset.',
  })
}

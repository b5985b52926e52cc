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
import { adopt, append, type Fact, findByDigest, listVersions, readReferenced, readVersion } from './facts.ts'
import type { ModelFiles, Registry, Release } from './ports.ts'
import { compareAssets, draftMarker, planAssets, type StoredFile, stageRelease } from './release.ts'
import { readRetirement } from './retention/retirement.ts'
import { planVersion } from './version-plan.ts'

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
  { evidence, files, ...expected }: { evidence: Evidence; files: ModelFiles } & Expected,
): Promise<Registration> {
  assertEvidence(evidence, files, expected)
  if (evidence.evaluation.verdict !== 'pass') return recordRefusal(registry, evidence)
  const committed = await commitVersion(registry, { evidence, files, policy: expected.policy })
  const release = await publishVersion(registry, committed.manifest)
  return { registered: true, ...committed, release }
}

/** Finishes what lies between a committed manifest and a published version: tag, release, event. Harmless to repeat. */
export async function publishVersion(registry: Registry, manifest: VersionManifest): Promise<Release> {
  const { releases } = registry
  const release = await releases.get(manifest.release.id)
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
  await ensureTag(registry, manifest)
  const published = release.isDraft
    ? await releases.update(release.id, { isDraft: false, isPrerelease: true })
    : release
  await append(registry, async () => {
    const event = await createEvent(registry, {
      type: 'version.published',
      model: manifest.model,
      subject: { version: manifest.version, modelDigest: manifest.modelDigest },
      cause: referTo('', manifest).sha256,
    })
    return { facts: [event], message: `Publish ${manifest.model} ${manifest.version}` }
  })
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
  { evidence, files, policy }: { evidence: Evidence; files: ModelFiles; policy: ModelPolicy },
): Promise<{ manifest: VersionManifest; evidence: Evidence; isNew: boolean }> {
  const { ledger, releases } = registry
  const { model } = policy
  const digest = evidence.run.output.modelDigest
  const stored = planAssets(evidence.run.output.files, files)
  const marker = draftMarker(model, digest)
  const drafts = (await releases.drafts()).filter((draft) => draft.body.startsWith(marker)).sort((a, b) => a.id - b.id)
  let release = drafts[0] ?? null
  let manifest: VersionManifest | null = null
  let isNew = false
  let adopted = evidence

  await append(registry, async (head) => {
    const existing = await findByDigest(ledger, model, digest, head)
    if (existing !== null) {
      manifest = await readVersion(ledger, model, existing, head)
      isNew = false
      adopted = await adoptEvidence(registry, evidence, head)
      return { facts: evidenceFacts(adopted), message: `Record new evidence for ${model} ${existing}` }
    }
    const versions = await listVersions(ledger, model, head)
    const newest = await readVersion(ledger, model, versions.at(-1) ?? '', head)
    const newestRun = newest && head !== null ? await readReferenced(ledger, Run, newest.run, head) : null
    const plan = planVersion({
      newest,
      newestRun,
      run: evidence.run,
      takenVersions: await burnedVersions(registry, model, versions),
    })
    release = await stageRelease(releases, {
      model,
      version: plan.version,
      modelDigest: digest,
      files: stored,
      bytesOf: files,
      found: release,
    })
    adopted = await adoptEvidence(registry, evidence, head)
    manifest = createManifest({
      evidence: adopted,
      plan,
      stored,
      release,
      at: await registry.clock.now(),
      actor: registry.actor,
    })
    isNew = true
    const entry: DigestEntry = { schema: 'tidemark/by-digest/v1', model, modelDigest: digest, version: plan.version }
    const registered = await createEvent(registry, {
      type: 'version.registered',
      model,
      subject: { version: plan.version, modelDigest: digest },
      cause: adopted.evaluation.id,
    })
    const facts: Fact[] = [
      ...evidenceFacts(adopted),
      { path: layout.version(model, plan.version), document: manifest },
      { path: layout.byDigest(model, digest), document: entry },
      registered,
    ]
    return { facts, message: `Register ${model} ${plan.version}\n\n${plan.bump.reasons.join('\n')}` }
  })

  if (manifest === null) throw new Error(`by-digest of ${model} names a version that is not there`)
  // An unfinished twin of the same bytes, left by a run that lost the race or died.
  const kept = (manifest as VersionManifest).release.id
  for (const draft of [...drafts, ...(release ? [release as Release] : [])]) {
    if (draft.id !== kept && draft.isDraft) await releases.remove(draft.id)
  }
  return { manifest, evidence: adopted, isNew }
}

/** The evidence as the registry holds it: a fact that an earlier run wrote is the one that the manifest names. */
async function adoptEvidence({ ledger }: Registry, evidence: Evidence, head: string | null): Promise<Evidence> {
  const { run, evaluation, datasets, validations } = evidence
  const { model } = run
  const dataset = (document: Dataset) =>
    adopt(ledger, Dataset, { path: layout.dataset(model, document.digest), document }, head)
  const validation = (document: Validation) =>
    adopt(ledger, Validation, { path: layout.validation(model, document.id), document }, head)
  return {
    run: await adopt(ledger, Run, { path: layout.run(model, run.id, run.source.committedAt), document: run }, head),
    evaluation: await adopt(
      ledger,
      Evaluation,
      { path: layout.evaluation(model, evaluation.id), document: evaluation },
      head,
    ),
    datasets: { training: await dataset(datasets.training), holdout: await dataset(datasets.holdout) },
    validations: { training: await validation(validations.training), holdout: await validation(validations.holdout) },
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
  plan: ReturnType<typeof planVersion>
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
    kind: 'onnx',
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
async function burnedVersions({ ledger }: Registry, model: string, versions: readonly string[]): Promise<string[]> {
  const prefix = layout.versionTag(model, '')
  const tagged = (await ledger.tags(prefix)).map((tag) => tag.slice(prefix.length))
  const known = new Set(versions)
  return tagged.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && !known.has(version))
}

async function ensureTag({ ledger }: Registry, manifest: VersionManifest): Promise<void> {
  const name = manifest.release.tag
  const head = await ledger.head()
  if (head === null) throw new Error('a registered version without a registry branch')
  const outcome = await ledger.createTag({
    name,
    commit: head,
    message: `${manifest.model} ${manifest.version}\n\nmodel digest sha256:${manifest.modelDigest}`,
  })
  if (outcome === 'created') return
  const tagged = await readVersion(ledger, manifest.model, manifest.version, await ledger.resolveTag(name))
  if (tagged?.modelDigest === manifest.modelDigest) return
  throw new TidemarkError('TAG_CONFLICT', `the tag ${name} exists and does not point at this version`, {
    hint: 'Somebody made or moved the tag by hand. Delete it, then run the job again, and protect tags by a ruleset.',
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Dataset,
  type Evaluation,
  eventId,
  layout,
  type RegistryEvent,
  type Run,
  referTo,
  sha256,
  storedJson,
  type Validation,
  type VersionManifest,
} from '@tidemark/schemas'

const examples = join(import.meta.dirname, '../../../registry-schema/examples')
const channel = 'production'
/** Versions that come in with one commit: a registry's own commits are smaller, which readers of its head cannot tell. */
const batch = 50
/** Every so many versions one came into production. */
const promotedEvery = 10

interface Examples {
  readonly dataset: Dataset
  readonly validation: Validation
  readonly run: Run
  readonly evaluation: Evaluation
  readonly manifest: VersionManifest
}

/**
 * A repository in `folder` whose registry branch holds `count` versions with their runs, evaluations, events and tags: all of
 * one model but a hundredth, which three others share. The same seed gives the same commits.
 */
export async function writeSeededClone(
  folder: string,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<{ readonly model: string; readonly newest: string; readonly facts: number }> {
  await mkdir(folder, { recursive: true })
  const example = await readExamples()
  const small = Math.max(1, Math.floor(count / 300))
  const models = [
    { model: 'flight-delay', count: count - 3 * small },
    ...['churn', 'fraud', 'shop-late'].map((model) => ({ model, count: small })),
  ]
  await git(folder, ['init', '--quiet', '--initial-branch=main'])
  const importer = spawn('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(importer, 'close')
  let facts = 0
  let mark = 0
  for (const each of models) {
    const random = randomFrom(seed + sum(each.model))
    let parent: VersionManifest['parent'] = null
    for (let from = 0; from < each.count; from += batch) {
      const files: string[] = []
      const tags: string[] = []
      for (let index = from; index < Math.min(each.count, from + batch); index++) {
        const version = describeVersion(example, { model: each.model, index, parent, random })
        parent = { version: version.manifest.version, modelDigest: version.manifest.modelDigest }
        for (const [path, document] of version.facts) {
          files.push(`M 100644 inline ${path}\n`, data(storedJson(document)))
          facts++
        }
        tags.push(...version.tags)
      }
      const at = timeOf(from)
      const who = `registry <registry@users.noreply.github.com> ${Math.floor(Date.parse(at) / 1000)} +0000\n`
      const commit = [
        'commit refs/heads/model-registry\n',
        `mark :${++mark}\n`,
        `committer ${who}`,
        data('Record facts'),
        ...(mark > 1 ? [`from :${mark - 1}\n`] : []),
        ...files,
        ...tags.flatMap((tag) => [`tag ${tag}\n`, `from :${mark}\n`, `tagger ${who}`, data(tag)]),
      ]
      if (!importer.stdin.write(commit.join(''))) await once(importer.stdin, 'drain')
    }
  }
  importer.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`git fast-import failed with ${code}`)
  await git(folder, ['pack-refs', '--all'])
  const [{ model, count: ownVersions }] = models as [{ model: string; count: number }]
  return { model, newest: `1.${ownVersions - 1}.0`, facts }
}

async function readExamples(): Promise<Examples> {
  const read = async (kind: string) =>
    JSON.parse(await readFile(join(examples, kind, 'valid/flight-delay.json'), 'utf8')) as unknown
  return {
    dataset: (await read('dataset')) as Dataset,
    validation: (await read('validation')) as Validation,
    run: (await read('run')) as Run,
    // Its statistics are most of its bytes, and nothing here makes a decision again.
    evaluation: { ...((await read('evaluation')) as Evaluation), statistics: null },
    manifest: (await read('version')) as VersionManifest,
  }
}

function describeVersion(
  example: Examples,
  {
    model,
    index,
    parent,
    random,
  }: {
    readonly model: string
    readonly index: number
    readonly parent: VersionManifest['parent']
    readonly random: () => number
  },
): {
  readonly manifest: VersionManifest
  readonly facts: readonly (readonly [path: string, document: unknown])[]
  readonly tags: readonly string[]
} {
  const version = `1.${index}.0`
  const modelDigest = sha256(`${model} ${version}`)
  const at = timeOf(index)
  const auc = 0.64 + 0.04 * random()
  // One dataset is trained on and judged by throughout: its facts come in with the first version.
  const dataset: Dataset = { ...example.dataset, model }
  const validation: Validation = { ...example.validation, model, dataset: dataset.digest }
  const run: Run = {
    ...example.run,
    model,
    id: sha256(`run ${model} ${version}`),
    seed: Math.floor(random() * 1000),
    data: { ...example.run.data, dataset: dataset.digest, validation: validation.id },
    parameters: { ...example.run.parameters, trees: 50 + 10 * Math.floor(random() * 10) },
    source: { ...example.run.source, committedAt: at },
    output: { ...example.run.output, modelDigest },
  }
  const evaluation: Evaluation = {
    ...example.evaluation,
    model,
    id: sha256(`evaluation ${model} ${version}`),
    run: run.id,
    verdict: 'pass',
    holdout: { ...example.evaluation.holdout, dataset: dataset.digest, validation: validation.id },
    challenger: { ...example.evaluation.challenger, modelDigest },
    champion: parent,
    metrics: {
      ...example.evaluation.metrics,
      roc_auc: {
        challenger: { value: auc, lower: auc - 0.01, upper: auc + 0.01, standardError: 0.006 },
        champion: null,
      },
    },
  }
  const manifest: VersionManifest = {
    ...example.manifest,
    model,
    version,
    modelDigest,
    parent,
    release: { id: index + 1, tag: layout.versionTag(model, version) },
    source: run.source,
    run: referTo(layout.run(model, run.id, at), run),
    evaluation: referTo(layout.evaluation(model, evaluation.id), evaluation),
    datasets: [referTo(layout.dataset(model, dataset.digest), dataset)],
    validations: [referTo(layout.validation(model, validation.id), validation)],
    metrics: { ...example.manifest.metrics, roc_auc: auc },
    registeredAt: at,
  }
  const seq = Math.floor(index / promotedEvery) + 1
  const subject = { version, modelDigest }
  const isPromoted = index % promotedEvery === 0
  const event = (
    type: RegistryEvent['type'],
    about: RegistryEvent['subject'],
    cause: string,
    more: Partial<RegistryEvent> = {},
  ): readonly [string, RegistryEvent] => {
    const id = eventId({ type, subject: about, cause })
    const actor = 'github-actions[bot]'
    const document = {
      schema: 'tidemark/event/v1' as const,
      id,
      type,
      model,
      subject: about,
      cause,
      at,
      actor,
      ...more,
    }
    return [layout.event(model, id, type), document]
  }
  const held = { ...subject, channel, seq }
  const tag = layout.channelTag(model, channel, seq)
  const approved = { approvedBy: ['reviewer'], pullRequest: seq }
  return {
    manifest,
    facts: [
      ...(index === 0
        ? ([
            [layout.dataset(model, dataset.digest), dataset],
            [layout.validation(model, validation.id), validation],
          ] as const)
        : []),
      [layout.run(model, run.id, at), run],
      [layout.evaluation(model, evaluation.id), evaluation],
      [layout.version(model, version), manifest],
      [layout.byDigest(model, modelDigest), { schema: 'tidemark/by-digest/v1', model, modelDigest, version }],
      event('version.registered', subject, evaluation.id),
      event('version.published', subject, referTo('', manifest).sha256),
      ...(isPromoted
        ? [
            event('promotion.requested', held, evaluation.id, { pullRequest: seq }),
            event('promotion.merged', held, tag, approved),
            event('rollout.opened', held, tag),
            event('promotion.settled', held, tag, approved),
          ]
        : []),
    ],
    tags: [layout.versionTag(model, version), ...(isPromoted ? [tag] : [])],
  }
}

/** A version an hour. */
const timeOf = (index: number): string =>
  new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString().replace('.000Z', 'Z')

const sum = (text: string): number => [...text].reduce((total, character) => total + character.charCodeAt(0), 0)

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Uniform in [0, 1): a linear congruential generator (Numerical Recipes, 7.1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function git(folder: string, args: readonly string[]): Promise<void> {
  const child = spawn('git', ['-C', folder, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`git ${args[0]} failed with ${code}`)
}

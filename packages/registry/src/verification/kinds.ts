import {
  Baseline,
  Dataset,
  DigestEntry,
  type DocumentSchema,
  DriftCheck,
  datasetDigest,
  digestOf,
  digestOfModel,
  Evaluation,
  evaluationId,
  eventId,
  type FactReference,
  layout,
  PerformanceCheck,
  RegistryEvent,
  Run,
  runId,
  Validation,
  VersionManifest,
  validationId,
} from '@tidemark/schemas'

/** What one kind of fact demands of itself, wherever it is named. */
export interface Kind<T> {
  name:
    | 'versions'
    | 'digest entries'
    | 'datasets'
    | 'validations'
    | 'runs'
    | 'evaluations'
    | 'events'
    | 'baselines'
    | 'drift checks'
    | 'performance checks'
  pattern: RegExp
  schema: DocumentSchema<T>
  /** The path that the document's own content demands. */
  pathOf(document: T): string
  /** What is wrong inside the document itself. */
  findProblems(document: T): string[]
  /** Facts that it names; without a digest where it names them by id alone. */
  references(document: T): FactReference[]
}

export const kinds: readonly Kind<unknown>[] = [
  kind({
    name: 'versions',
    pattern: /^models\/[^/]+\/versions\//,
    schema: VersionManifest,
    pathOf: (manifest) => layout.version(manifest.model, manifest.version),
    findProblems: (manifest) => [
      ...(digestOfModel(manifest) === manifest.modelDigest
        ? []
        : [`its files or image give the model digest ${digestOfModel(manifest)}`]),
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
      ...(digestOfModel(run.output) === run.output.modelDigest ? [] : ['its files do not give its model digest']),
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
    references: (event) => [
      ...(event.subject.version ? [{ path: layout.version(event.model, event.subject.version), sha256: '' }] : []),
      ...(event.monitor?.checks ?? []),
    ],
  }),
  kind({
    name: 'baselines',
    pattern: /^models\/[^/]+\/baselines\//,
    schema: Baseline,
    pathOf: (baseline) => layout.baseline(baseline.model, baseline.id),
    findProblems: ({ id, ...rest }) => (digestOf(rest) === id ? [] : [`its content gives the id ${digestOf(rest)}`]),
    references: ({ model, dataset, validation, modelDigest }) => [
      { path: layout.dataset(model, dataset), sha256: '' },
      ...(validation === null ? [] : [{ path: layout.validation(model, validation), sha256: '' }]),
      ...(modelDigest === null ? [] : [{ path: layout.byDigest(model, modelDigest), sha256: '' }]),
    ],
  }),
  kind({
    name: 'drift checks',
    pattern: /^models\/[^/]+\/drift\//,
    schema: DriftCheck,
    pathOf: (check) => layout.drift(check.model, check.id, check.window.start),
    findProblems: ({ id, baseline, window, policy, statistics }) => {
      const counts = digestOf(statistics)
      const expected = digestOf({ baseline, window: counts, policy })
      return [
        ...(counts === window.digest ? [] : [`its counts give the digest ${counts}`]),
        ...(expected === id ? [] : [`its content gives the id ${expected}`]),
      ]
    },
    references: ({ model, baseline, dataset, modelDigest }) => [
      { path: layout.baseline(model, baseline), sha256: '' },
      { path: layout.dataset(model, dataset), sha256: '' },
      ...(modelDigest === null ? [] : [{ path: layout.byDigest(model, modelDigest), sha256: '' }]),
    ],
  }),
  kind({
    name: 'performance checks',
    pattern: /^models\/[^/]+\/performance\//,
    schema: PerformanceCheck,
    pathOf: (check) => layout.performance(check.model, check.id, check.window.start),
    findProblems: ({ id, modelDigest, evaluation, window, policy, statistics }) => {
      const counts = digestOf(statistics)
      const expected = digestOf({ modelDigest, evaluation, window: counts, policy })
      return [
        ...(counts === window.digest ? [] : [`its statistics give the digest ${counts}`]),
        ...(expected === id ? [] : [`its content gives the id ${expected}`]),
      ]
    },
    references: ({ model, version, evaluation, statistics: { expected } }) => [
      { path: layout.version(model, version), sha256: '' },
      { path: layout.evaluation(model, evaluation), sha256: '' },
      ...(expected === null ? [] : [{ path: layout.baseline(model, expected.baseline), sha256: '' }]),
    ],
  }),
]

/** Lets each kind be written with its own document type and kept in one list. */
function kind<T>(definition: Kind<T>): Kind<unknown> {
  return definition as Kind<unknown>
}

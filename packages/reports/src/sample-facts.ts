import type {
  Dataset,
  Evaluation,
  GatePolicy,
  MetricValue,
  RuleResult,
  Run,
  Signature,
  Source,
  Validation,
  VersionManifest,
} from '@tidemark/schemas'
import { layout } from '@tidemark/schemas'
import type { Promotion } from './promotion.ts'

/** Facts as a real loop leaves them, for tests and for looking at reports. */
export function sampleFacts() {
  const training = dataset('1', ['01', '02', '03'], [480_113, 437_902, 503_377])
  const holdout = dataset('4', ['04'], [491_265])
  const validations = { training: validation(training, 2), holdout: validation(holdout, 1) }
  const championRun = run('a', 'b', { trees: 60, depth: 5, learning_rate: 0.15 }, '0d1c2b3a')
  const challengerRun = run('c', 'd', { trees: 100, depth: 5, learning_rate: 0.1, leaf_rows: 200 }, '4e5f6a7b')
  const champion = manifest('1.0.0', championRun, null)
  const evaluation = comparison(challengerRun, champion, holdout, validations.holdout)
  const challenger = manifest('1.1.0', challengerRun, champion)
  const promotion: Promotion = {
    repository: 'acme/flights',
    serverUrl: 'https://github.com',
    registryBranch: 'model-registry',
    channel: 'production',
    seq: 2,
    manifest: challenger,
    run: challengerRun,
    evaluation,
    datasets: { training, holdout },
    validations,
    champion: {
      manifest: champion,
      run: championRun,
      data: championData(),
      measured: { modelDigest: champion.modelDigest, sizeBytes: 288_120, latencyP95Ms: 0.31 },
    },
    drift: {
      window: { start: '2001-04-23', end: '2001-04-30', digest: hex('9'), rows: 112_480, blocks: 7 },
      verdict: 'warn',
      reason: 'delay differs by .14 (KS), at least .11',
    },
    gatePolicy,
    approvals: 1,
  }
  return { training, holdout, validations, championRun, challengerRun, champion, challenger, evaluation, promotion }
}

/** January and February: a month less, under an older contract. */
function championData() {
  const training = dataset('2', ['01', '02'], [480_113, 437_902])
  const holdout = dataset('3', ['03'], [503_377])
  const datasets = {
    training: { ...training, columns: training.columns.filter(({ name }) => name !== 'distance') },
    holdout,
  }
  return { datasets, validations: { training: validation(training, 1), holdout: validation(holdout, 0) } }
}

export const gatePolicy: GatePolicy = {
  cluster: 'flight_date',
  confidence: 0.95,
  minRows: 300,
  minClusters: 10,
  metrics: [
    { id: 'roc_auc', mode: 'non_inferior', margin: 0.01, min: 0.64 },
    { id: 'log_loss', mode: 'non_inferior', marginRelative: 0.01 },
    { id: 'ece', mode: 'not_worse', margin: 0.01 },
  ],
  budgets: { sizeBytes: 5_000_000, latencyP95Ms: 20 },
}

const hex = (digit: string) => digit.repeat(64)

const source = (sha: string): Source => ({
  repository: 'acme/flights',
  sha: sha.padEnd(40, '9'),
  ref: 'refs/heads/main',
  committedAt: '2026-05-02T06:30:00Z',
})

function dataset(digit: string, months: readonly string[], rows: readonly number[]): Dataset {
  return {
    schema: 'tidemark/dataset/v1',
    model: 'flight-delay',
    name: 'flights',
    digest: hex(digit),
    files: months.map((month, i) => ({
      path: `data/flights-2001-${month}.parquet`,
      sizeBytes: 3_900_000 + i * 70_000,
      sha256: hex(month.slice(1)),
      rows: rows[i]!,
    })),
    rows: rows.reduce((a, b) => a + b, 0),
    columns: [
      { name: 'date', type: 'TIMESTAMP' },
      { name: 'delay', type: 'SMALLINT' },
      { name: 'distance', type: 'SMALLINT' },
      { name: 'origin', type: 'VARCHAR' },
      { name: 'destination', type: 'VARCHAR' },
    ],
  }
}

function validation({ digest, rows, files }: Dataset, rejectedRows: number): Validation {
  const check = (
    column: string | undefined,
    description: string,
    expected: string,
    observed: string,
    failedRows = 0,
  ): Validation['checks'][number] => ({
    id: `${column ?? 'table'}.${description}`,
    ...(column === undefined ? {} : { column }),
    kind: 'range',
    description,
    severity: 'error',
    verdict: failedRows > 0 ? 'fail' : 'pass',
    rows,
    failedRows,
    expected,
    observed,
    samples:
      failedRows > 0
        ? [
            { file: files[0]!.path, row: 181_220 },
            { file: files[0]!.path, row: 402_771 },
          ]
        : [],
  })
  return {
    schema: 'tidemark/validation/v1',
    model: 'flight-delay',
    id: digest.replaceAll(digest[0]!, '7'),
    dataset: digest,
    contract: { id: 'urn:contract:flights', version: '1.0.0', sha256: hex('e') },
    violations: { action: 'drop', maxShare: 0.001 },
    verdict: 'pass',
    rows,
    rejectedRows,
    checks: [
      check(
        'delay',
        'lies in the range of a delay',
        'from -90 to 2000 minutes',
        `${rejectedRows} rows outside`,
        rejectedRows,
      ),
      check('distance', 'is positive', 'at least 1', 'all are'),
      check('origin', 'is an airport code', 'matches ^[A-Z]{3}$', 'all match'),
      check('destination', 'is an airport code', 'matches ^[A-Z]{3}$', 'all match'),
      check(undefined, 'has rows', 'at least 100,000 rows', `${rows} rows`),
    ],
  }
}

const signature: Signature = {
  inputs: [
    { name: 'distance', type: 'float32', shape: [null, 1] },
    { name: 'origin', type: 'string', shape: [null, 1] },
    { name: 'destination', type: 'string', shape: [null, 1] },
    { name: 'departure_minute', type: 'float32', shape: [null, 1] },
    { name: 'weekday', type: 'float32', shape: [null, 1] },
  ],
  outputs: [{ name: 'probability', type: 'float32', shape: [null, 1] }],
}

function run(id: string, model: string, parameters: Run['parameters'], sha: string): Run {
  return {
    schema: 'tidemark/run/v1',
    model: 'flight-delay',
    id: hex(id),
    source: source(sha),
    executor: 'embedded',
    trainer: { name: 'gradient-boosted trees', version: '1' },
    seed: 7,
    parameters,
    data: {
      dataset: hex('1'),
      validation: hex('7'),
      trainingFeatures: hex('5'),
      features: hex('5'),
      rows: 1_421_392,
      acceptedRows: 1_421_390,
    },
    output: {
      modelDigest: hex(model),
      files: [
        { path: 'features.sql', sizeBytes: 612, sha256: hex('5') },
        { path: 'model.onnx', sizeBytes: 431_205, sha256: hex('6') },
      ],
      signature,
    },
    metrics: { roc_auc: 0.7012, log_loss: 0.4389, brier: 0.1372, ece: 0.0041 },
    importance: { departure_minute: 41_200.5, origin: 18_211, destination: 14_031, weekday: 6120, distance: 3544 },
    trainingSeconds: 14.2,
  }
}

function comparison(challenger: Run, champion: VersionManifest, holdout: Dataset, validated: Validation): Evaluation {
  return {
    schema: 'tidemark/evaluation/v1',
    model: 'flight-delay',
    id: hex('f'),
    run: challenger.id,
    challenger: { modelDigest: challenger.output.modelDigest, sizeBytes: 431_817, latencyP95Ms: 0.42 },
    champion: { modelDigest: champion.modelDigest, version: champion.version },
    holdout: {
      dataset: holdout.digest,
      validation: validated.id,
      features: hex('5'),
      rows: holdout.rows,
      acceptedRows: holdout.rows - validated.rejectedRows,
    },
    policyDigest: hex('8'),
    verdict: 'pass',
    reason: 'all 5 rules judged passed',
    rules: [
      judged({
        id: 'roc_auc.non_inferior',
        metric: 'roc_auc',
        mode: 'non_inferior',
        challenger: 0.6727,
        champion: 0.6714,
        difference: 0.0013,
        bounds: { lower: -0.0047, upper: 0.0073, level: 0.95 },
        limit: -0.01,
        reason:
          'ROC AUC .6727 against .6714: better by .0013; improvement at least −.0100 required, 95 % lower bound −.0047 → pass',
      }),
      judged({
        id: 'roc_auc.min',
        metric: 'roc_auc',
        mode: 'absolute',
        challenger: 0.6727,
        bounds: { lower: 0.6659, upper: 0.6795, level: 0.95 },
        limit: 0.64,
        reason: 'ROC AUC .6727; at least .6400 required, 95 % lower bound .6659 → pass',
      }),
      judged({
        id: 'log_loss.non_inferior',
        metric: 'log_loss',
        mode: 'non_inferior',
        challenger: 0.4502,
        champion: 0.4511,
        difference: 0.0009,
        bounds: { lower: -0.0008, upper: 0.0026, level: 0.95 },
        limit: -0.004511,
        reason:
          'log loss .4502 against .4511: better by .0009; improvement at least −.0045 required, 95 % lower bound −.0008 → pass',
      }),
      judged({
        id: 'ece.not_worse',
        metric: 'ece',
        mode: 'not_worse',
        challenger: 0.0231,
        champion: 0.0198,
        difference: -0.0033,
        bounds: { lower: -0.0121, upper: 0.0055, level: 0.95 },
        limit: -0.01,
        reason:
          'calibration error .0231 against .0198: worse by .0033; improvement at least −.0100 required, 95 % lower bound −.0121 not asked for → pass',
      }),
      judged({
        id: 'size.max',
        mode: 'budget',
        challenger: 431_817,
        limit: 5_000_000,
        reason: 'size 431,817 bytes; at most 5,000,000 bytes allowed → pass',
      }),
    ],
    notJudged: [],
    metrics: {
      roc_auc: { challenger: measured(0.6727), champion: measured(0.6714) },
      log_loss: { challenger: measured(0.4502), champion: measured(0.4511) },
      brier: { challenger: measured(0.1402), champion: measured(0.1406) },
      ece: { challenger: measured(0.0231), champion: measured(0.0198) },
    },
    statistics: {},
  }
}

const measured = (value: number): MetricValue => ({
  value,
  lower: value - 0.005,
  upper: value + 0.005,
  standardError: 0.003,
})

/** A passed rule, and nothing of what does not apply to it. */
const judged = (rule: Pick<RuleResult, 'id' | 'mode' | 'reason'> & Partial<RuleResult>): RuleResult => ({
  metric: null,
  verdict: 'pass',
  challenger: null,
  champion: null,
  difference: null,
  bounds: { lower: null, upper: null, level: 0.95 },
  standardError: null,
  limit: null,
  rows: 491_264,
  clusters: 30,
  clustersNeeded: null,
  ...rule,
})

function manifest(version: string, { output, id, source: from }: Run, parent: VersionManifest | null): VersionManifest {
  return {
    schema: 'tidemark/version/v1',
    model: 'flight-delay',
    version,
    kind: 'onnx',
    modelDigest: output.modelDigest,
    bump: parent
      ? { kind: 'minor', reasons: ['training data changed', 'parameters changed: trees, learning_rate, leaf_rows'] }
      : { kind: 'first', reasons: ['first registered version'] },
    parent: parent && { version: parent.version, modelDigest: parent.modelDigest },
    signature: output.signature,
    files: output.files.map((file) => ({
      ...file,
      parts: [{ asset: file.path.toLowerCase(), sizeBytes: file.sizeBytes, sha256: file.sha256 }],
    })),
    release: { id: 41, tag: `flight-delay@v${version}` },
    source: from,
    run: { path: layout.run('flight-delay', id, from.committedAt), sha256: hex('2') },
    evaluation: { path: layout.evaluation('flight-delay', hex('f')), sha256: hex('3') },
    datasets: [
      { path: layout.dataset('flight-delay', hex('1')), sha256: hex('2') },
      { path: layout.dataset('flight-delay', hex('4')), sha256: hex('3') },
    ],
    validations: [{ path: layout.validation('flight-delay', hex('7')), sha256: hex('2') }],
    metrics: { roc_auc: 0.6727, log_loss: 0.4502, brier: 0.1402, ece: 0.0231 },
    registeredAt: '2026-05-02T07:01:12Z',
    registeredBy: 'github-actions[bot]',
  }
}

import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  checkDrift,
  contractColumnTypes,
  createDatasetView,
  fingerprintFiles,
  openDataset,
  openEngine,
  parseContract,
  profileWindow,
} from '@tidemark/data'
import { CloneLedger } from '@tidemark/github'
import { readBaselines } from '@tidemark/registry'
import { renderDriftPage } from '@tidemark/reports'
import { type Baseline, DriftCheck, parseJsonDocument } from '@tidemark/schemas'
import { flightsOf } from './flights.ts'

const kilometresAMile = 1.609344
const week = { start: '2001-06-04', end: '2001-06-11' }

/**
 * Two pages of drift from the registry's own baseline: the week of 23 April as it was judged, and an ordinary week of June whose
 * distance arrives in kilometres. Returns their files' names.
 */
export async function writeDriftPages({
  clone,
  folder,
  model,
}: {
  clone: string
  folder: string
  model: string
}): Promise<string[]> {
  using ledger = new CloneLedger(clone, 'model-registry')
  const at = await ledger.head()
  const [baseline] = at === null ? [] : await readBaselines(ledger, model, at)
  if (at === null || baseline === undefined) throw new Error('the registry has no baseline')
  const paths = (await ledger.files(at)).filter((path) => path.startsWith(`models/${model}/drift/`)).sort()
  const windows = await Promise.all(
    paths.map(async (path) => parseJsonDocument(DriftCheck, (await ledger.read(path, at)) ?? '', path)),
  )
  const april = windows.find(({ window }) => window.start === '2001-04-23')
  if (april === undefined) throw new Error('the week of 23 April was not judged')
  const before = windows.filter(({ window }) => window.start < week.start)
  const pages = {
    'drift-2001-04-23.html': renderDriftPage({ baseline, check: april, windows }),
    'drift-kilometres.html': renderDriftPage({
      baseline,
      check: await judgeKilometres(baseline, { clone, model, policy: april.policy }),
      windows: before,
    }),
  }
  for (const [name, page] of Object.entries(pages)) await writeFile(join(folder, name), page)
  return Object.keys(pages)
}

/** No prediction is asked for: what delivers a column in another unit shows in the column itself. */
async function judgeKilometres(
  baseline: Baseline,
  { clone, model, policy }: { clone: string; model: string; policy: DriftCheck['policy'] },
): Promise<DriftCheck> {
  const read = (name: string) => readFileSync(join(clone, `models/${model}/${name}`), 'utf8')
  const contract = parseContract(read('contract.yaml'), 'contract.yaml')
  const flights = await flightsOf(week.start.slice(0, 7))
  const files = await fingerprintFiles(dirname(flights), [basename(flights)])
  const engine = await openEngine({ allowedPaths: [flights], root: files.root })
  try {
    const dataset = await openDataset(engine, files, {
      name: contract.object.name,
      columnTypes: contractColumnTypes(contract),
    })
    await createDatasetView(engine, dataset, { contract, policy: { action: 'drop', maxShare: 0.005 } })
    const features = {
      sql: read('features.sql').replace('distance,', `distance * ${kilometresAMile} AS distance,`),
      file: 'features.sql',
      view: 'flights',
      columns: { id: 'flight_id', label: 'late', cluster: 'flight_date' },
      day: 'flight_date',
    }
    const window = await profileWindow(engine, { features, label: policy.label, scored: undefined }, baseline, week)
    return checkDrift({ baseline, window, dataset: dataset.digest, policy })
  } finally {
    await engine.close()
  }
}

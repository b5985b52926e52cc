import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { originLateShare } from './lookup-table.ts'

const example = join(import.meta.dirname, '../../examples/command-training/models/flight-delay')
const model = 'models/flight-delay'

/**
 * Puts what examples/command-training adds into a checkout of examples/flight-delay: the lookup table, the query that joins it, the
 * training script, and the policy's changes. Returns the paths it wrote. Reverting the commit undoes all of it.
 */
export async function layOverLookup(checkout: string): Promise<string[]> {
  const folder = join(checkout, model)
  await cp(await originLateShare(), join(folder, 'origin-late-share.csv'))
  for (const name of ['features.sql', 'train.mjs']) await cp(join(example, name), join(folder, name))
  const policy = join(folder, 'model.yaml')
  const changes = await readFile(join(example, 'model-changes.yaml'), 'utf8')
  await writeFile(policy, applyChanges(await readFile(policy, 'utf8'), changes))
  return ['origin-late-share.csv', 'features.sql', 'train.mjs', 'model.yaml'].map((name) => `${model}/${name}`)
}

/** A policy with its `data.lookups` and `train` replaced; comments elsewhere stay. */
export function applyChanges(policy: string, changes: string): string {
  const wanted = parseDocument(changes)
  const document = parseDocument(policy)
  document.setIn(['data', 'lookups'], wanted.getIn(['data', 'lookups'], true))
  document.set('train', wanted.get('train', true))
  return document.toString({ flowCollectionPadding: false, lineWidth: 0 })
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promote } from './promotion.ts'
import { say } from './timeline.ts'
import { dispatch, type World } from './world.ts'

const model = 'flight-delay'

/** A drill: the version before comes back at once, past the protected branch; then the better one again, by a waiver and a review. */
export async function drillRollback(here: World): Promise<void> {
  const reason = 'Drill: is the version before back at once, past the protected branch?'
  await dispatch(here, 'rollback.yml', { inputs: { version: '1.0.0', reason, 'break-glass': 'true' } })
  say('production is 1.0.0 again by its tag; the channel file follows by a reviewed pull request')
  await promote(here, '1.0.0', `tidemark/${model}/production/rollback-5`)

  const digest = (await readManifest(here, '1.1.0')).modelDigest
  await here.git('pull', '--quiet', '--ff-only')
  const folder = join(here.checkout, `models/${model}/waivers`)
  await mkdir(folder, { recursive: true })
  const waiver = `schema: tidemark/waiver/v1
model: ${model}
allows: rolled-back
channel: production
version: 1.1.0
modelDigest: ${digest}
reason: It went back in a drill; nothing is wrong with it.
owner: your-login
expires: 2001-12-31T00:00:00Z
`
  await writeFile(join(folder, 'drill.yaml'), waiver)
  await here.push('main', 'Let 1.1.0 come back after the drill [skip ci]')
  const over = 'The drill is over: 1.1.0 is the better model.'
  await dispatch(here, 'rollback.yml', { inputs: { version: '1.1.0', reason: over } })
  await promote(here, '1.1.0', `tidemark/${model}/production/rollback-6`)
}

async function readManifest({ call }: World, version: string): Promise<{ modelDigest: string }> {
  const path = `models/${model}/versions/${version}.json`
  const { content } = await call<{ content: string }>('reviewer', 'GET', `/contents/${path}?ref=model-registry`)
  return JSON.parse(Buffer.from(content, 'base64').toString('utf8'))
}

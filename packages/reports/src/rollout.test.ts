import { readFileSync } from 'node:fs'
import { RolloutState } from '@tidemark/schemas'
import { expect, it } from 'vitest'
import { renderPromotion } from './promotion.ts'
import { renderChannelReturn, renderRollout } from './rollout.ts'
import { sampleFacts } from './sample-facts.ts'

const example = (name: string) =>
  RolloutState.parse(
    JSON.parse(
      readFileSync(new URL(`../../../registry-schema/examples/rollout/valid/${name}.json`, import.meta.url), 'utf8'),
    ),
  )

const rolledBack = example('rolled-back')
const started = example('started')

it('a roll-back says in counts why, what stays, and what to merge', () => {
  const report = renderRollout({
    state: rolledBack,
    action: 'roll-back',
    reasons: [],
    judgement: rolledBack.judgement,
    pullRequest: { number: 5, url: 'https://github.com/acme/flights/pull/5' },
  })
  expect(report).toMatch(/\*\*Why:\*\* .+ in [\d,]+ of [\d,]+ requests \(/)
  expect(report).toContain(`stays on ${rolledBack.champion.version}`)
  expect(report).toContain('[pull request 5](https://github.com/acme/flights/pull/5)')
})

it('the return says first what merging does', () => {
  const { body } = renderChannelReturn(rolledBack, 9)
  expect(body.split('\n')[0]).toMatch(/^\*\*Merging this makes .* \(seq 9\)/)
})

it('a rollout that holds counts also the requests that no transition committed', () => {
  const [guardrail] = started.judgement.guardrails
  const counts = { events: 1, requests: 757 }
  const judgement = {
    ...started.judgement,
    guardrails: [
      {
        ...(guardrail ?? { id: 'errors', isAdvisory: false, logHarm: 0, logPromote: 0 }),
        canary: counts,
        stable: { events: 1, requests: 1643 },
      },
    ],
  }
  const state: RolloutState = { ...started, phase: 'running', step: 0, evidence: { ...started.evidence, counts: [] } }
  const report = renderRollout({ state, action: 'hold', reasons: ['not proven yet'], judgement })
  expect(report).toMatch(/▶️ \| [\d.]+ % \| \S+ \| 757 \|/)
  expect(report).toContain('- not proven yet')
  expect(report).toMatch(/Next: .+ after at least/)
})

it('a promotion says whether merging starts a rollout or replaces at once', () => {
  const { promotion } = sampleFacts()
  const planned = renderPromotion({ ...promotion, rollout: started.plan })
  expect(planned).toContain('Merging starts a canary, not a switch')
  expect(planned).toContain('## The rollout that follows')
  expect(planned).toContain('Evidence of harm in any of them takes it back by itself')
  const atOnce = renderPromotion(promotion)
  expect(atOnce).toContain('at once')
  expect(atOnce).not.toContain('canary')
  // Nothing to fall back on: what is first is not rolled out.
  const { champion: _, ...first } = promotion
  expect(renderPromotion({ ...first, rollout: started.plan })).not.toContain('canary')
})

it('a promotion names inputs that may be left out and tables that travel with the model', () => {
  const { promotion } = sampleFacts()
  const [input, ...others] = promotion.manifest.signature.inputs
  const file = { path: 'lookups/late.csv', sha256: 'a'.repeat(64), sizeBytes: 591_200, parts: [] }
  const manifest = {
    ...promotion.manifest,
    signature: { ...promotion.manifest.signature, inputs: [{ ...input!, optional: true as const }, ...others] },
    files: [...promotion.manifest.files, file],
  }
  const body = renderPromotion({ ...promotion, manifest })
  expect(body).toContain(`\`${input!.name}\` may be left out`)
  expect(body).toContain('`lookups/late.csv` (591 KB) is a lookup table')
})

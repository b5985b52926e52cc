import { expect, it } from 'vitest'
import { renderVerification } from './index.ts'

it('of an empty registry nothing is said to be proven, and what was not checked is told beside what was', () => {
  expect(renderVerification({ checked: {}, problems: [] })).toContain('Nothing to verify')
  const partly = renderVerification({ checked: { runs: 2 }, notChecked: { 'decisions not replayed': 3 }, problems: [] })
  expect(partly).toContain('Registry verified: 2 checks, no error')
  expect(partly).toMatch(/Not checked \|(.|\n)*decisions not replayed \| 3 /)
})

it('a verification says what is wrong before what was proven, errors first, and what a repair did or would do', () => {
  const problem = (severity: 'error' | 'warning' | 'notice') => ({
    severity,
    path: severity,
    message: 'm',
    remedy: 'r',
  })
  const verification = { checked: { runs: 2 }, problems: (['notice', 'warning', 'error'] as const).map(problem) }
  const dry = renderVerification(verification, { planned: ['finish it'], repaired: [], slowBecause: null })
  expect(dry).toMatch(
    /❌ error(.|\n)*⚠️ warning(.|\n)*ℹ️ due(.|\n)*A repair would(.|\n)*finish it(.|\n)*Proven(.|\n)*2 \| facts are what/,
  )
  const repaired = [
    { step: 'finish it', outcome: 'done' as const, detail: 'it is tagged' },
    { step: 'settle it', outcome: 'left' as const, detail: 'refused', remedy: 'Propose it again.' },
  ]
  const after = renderVerification({ ...verification, problems: [] }, { planned: [], repaired, slowBecause: null })
  expect(after).toMatch(/no error(.|\n)*✅ done \| finish it \| it is tagged(.|\n)*refused\. Propose it again\./)
  expect(after).not.toContain('repair would')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { truncateMarkdown } from './job-summary.ts'

test('Markdown is cut at a line’s end, and what was open is closed', () => {
  const text = `<details>\n\n\`\`\`\`json\n${'0123456789\n'.repeat(100)}\`\`\`\`\n\n</details>\n`
  const cut = truncateMarkdown(text, 600)
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(600)
  expect(cut).toMatch(/0123456789\n````\n\n<\/details>$/)
})

test('Markdown within the limit is untouched, and never more than the limit is kept', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('```', '````', '~~~', '<details>', '</details>', '✓ ünï'))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 300, max: 900 }), (lines, maxBytes) => {
      const text = lines.join('\n')
      const cut = truncateMarkdown(text, maxBytes)
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxBytes)
      if (Buffer.byteLength(text) <= maxBytes) expect(cut).toBe(text)
    }),
  )
})

import { expect, test } from 'vitest'
import { forbiddenArrows, sources } from '../../scripts/check/arrows.ts'

const arrows = (path: string, text: string) => forbiddenArrows({ path, text }).join('\n')

test('the sources follow DESIGN.md’s arrows', () => {
  expect(sources().flatMap(forbiddenArrows)).toEqual([])
})

test.each([
  ['packages/schemas/src/a.ts', "import { x } from '@tidemark/registry'", 'schemas does not know registry'],
  ['packages/evaluation/src/a.ts', "import { readFileSync } from 'node:fs'", 'the package is pure'],
  ['packages/evaluation/src/a.ts', 'const now = Date.now()', 'let the caller pass it in'],
  ['packages/data/src/a.ts', "import { x } from '../../schemas/src/error.ts'", 'it leaves the package'],
  ['packages/data/src/a.ts', "import { x } from '@tidemark/schemas/src/error.ts'", 'by its name alone'],
  ['packages/data/src/a.ts', "import { DuckDBInstance } from '@duckdb/node-api'", 'it is heavy'],
  ['packages/github/src/a.ts', "import * as core from '@actions/core'", 'only action-kit touches it'],
  ['actions/train/src/index.ts', "import { x } from '../../validate-data/src/main.ts'", 'no action imports another'],
  ['actions/train/src/index.ts', "const s = await import('@tidemark/sandbox')", 'an action does not know sandbox'],
])('%s may not say %s', (path, text, reason) => {
  expect(arrows(path, text)).toContain(reason)
})

test.each([
  ['packages/evaluation/src/a.ts', "import { Decision } from '@tidemark/schemas'"],
  ['packages/data/src/a.ts', "import type { DuckDBConnection } from '@duckdb/node-api'"],
  ['packages/data/src/a.ts', "const { DuckDBInstance } = await import('@duckdb/node-api')"],
  ['packages/evaluation/src/a.test.ts', "import { readFileSync } from 'node:fs'"],
  ['packages/evaluation/src/a.ts', '// unlike Date.now(), the clock of the caller'],
  ['actions/train/src/index.ts', "import { definition } from './definition.ts'"],
])('%s may say %s', (path, text) => {
  expect(arrows(path, text)).toBe('')
})

import { defineConfig, type TestProjectInlineConfiguration as ProjectConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number, own: ProjectConfig['test'] = {}) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: testTimeout, ...own },
})

/** The built actions run in processes of their own, for which a test only waits. */
const endToEnd = { globalSetup: ['test/e2e/build-once.ts'], sequence: { concurrent: true }, maxConcurrency: 2 }

export default defineConfig({
  test: {
    // Left to itself, vitest keeps a core free: on the two of a runner, half of them.
    maxWorkers: 2,
    setupFiles: ['test/repo/loopback-only.ts'],
    projects: [
      project('unit', ['packages/**/*.test.ts', 'actions/**/*.test.ts'], 20_000),
      project('conformance', ['test/conformance/**/*.test.ts'], 60_000),
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      project('page', ['test/page/**/*.test.ts'], 60_000),
      project('repo', ['test/repo/**/*.test.ts'], 120_000),
      project('e2e', ['test/e2e/**/*.test.ts'], 300_000, endToEnd),
    ],
  },
})

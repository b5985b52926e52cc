import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineAction } from './definition.ts'
import { readInputs } from './input-values.ts'
import { handoverDigest, path, registryBranch } from './inputs.ts'

const definition = defineAction({
  name: 'sample',
  description: 'An action for tests.',
  inputs: {
    output: path({ description: 'A folder.', default: 'out' }),
    'policy-root': path({ description: 'A folder of the repository.', inRepository: true, default: 'models' }),
    'training-handover': handoverDigest('train'),
    'registry-branch': registryBranch(),
  },
  outputs: {},
})

const digest = 'a'.repeat(64)

function read(given: Record<string, string>) {
  for (const [name, value] of Object.entries({ 'training-handover': digest, ...given }))
    vi.stubEnv(`INPUT_${name.toUpperCase()}`, value)
  return readInputs(definition)
}
afterEach(() => vi.unstubAllEnvs())

describe('a path', () => {
  it.each([
    ['policies/', 'policies'],
    ['./policies//a///', 'policies/a'],
    ['policies/.', 'policies'],
    ['policies\\a\\', 'policies/a'],
  ])('%j is the same as without its last slashes', (given, expected) => {
    expect(read({ output: given, 'policy-root': given })).toMatchObject({ output: expected, policyRoot: expected })
  })

  it('that is absolute loses its last slash too, but not its only one', () => {
    expect(read({ output: '/tmp/out/' }).output).toBe('/tmp/out')
    expect(read({ output: '/' }).output).toBe('/')
  })

  it('may be the workspace, but a folder of the repository is never its root', () => {
    expect(read({ output: './' }).output).toBe('.')
    for (const root of ['.', './', 'models/..', '/models'])
      expect(() => read({ 'policy-root': root })).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          problems: [expect.objectContaining({ path: 'policy-root' })],
        }),
      )
  })
})

describe('a handover’s digest', () => {
  it.each(['', 'A'.repeat(64), digest.slice(1)])('is never unchecked: %j is refused', (given) => {
    expect(() => read({ 'training-handover': given })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ path: 'training-handover' })] }),
    )
  })
})

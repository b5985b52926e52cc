import { connectRegistry } from '@tidemark/github'
import { expect, it } from 'vitest'
import { createRegistryWorld, repository } from './sandbox.ts'

const change = (parent: string | null, text: string) => ({
  parent,
  files: [{ path: 'a.json', text }],
  message: 'a fact',
})

it('says stale to a writer whose parent is no longer the head, and to one who would create the branch again', async () => {
  await using world = await createRegistryWorld()
  const { ledger } = await world.connect()
  const first = await ledger.commit(change(null, '1'))
  expect(await ledger.commit(change(first, '2'))).not.toBe('stale')
  expect(await ledger.commit(change(first, '3'))).toBe('stale')
  expect(await ledger.commit(change(null, '4'))).toBe('stale')
})

it('takes a ruleset that expects a status check for a refusal, not for a lost race', async () => {
  const rules = [
    {
      type: 'required_status_checks',
      parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'tests' }] },
    },
  ]
  await using world = await createRegistryWorld({
    rulesets: [{ name: 'all', target: 'branch', include: ['~ALL'], rules }],
  })
  const { ledger } = await world.connect()
  const first = await ledger.commit(change(null, '1'))
  await expect(ledger.commit(change(first, '2'))).rejects.toMatchObject({
    code: 'GITHUB_DENIED',
    message: expect.stringContaining('is expected'),
  })
})

it('refuses the default branch as registry branch before anything is read or written there', async () => {
  await using world = await createRegistryWorld()
  const registry = connectRegistry({
    token: world.github.createToken('author', 'all'),
    repository,
    apiUrl: world.github.apiUrl,
    registryBranch: 'main',
    policyRoot: 'models',
    actor: 'author',
  })
  await expect(registry).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('main') })
})

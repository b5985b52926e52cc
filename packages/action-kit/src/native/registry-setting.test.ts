import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { registryUrl } from './registry-setting.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-npmrc-'))
  for (const name of ['project', 'home']) mkdirSync(join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true }))

const npmrc = (where: 'project' | 'home', text: string) => writeFileSync(join(folder, where, '.npmrc'), text)
const find = (env: NodeJS.ProcessEnv = {}) => registryUrl(env, join(folder, 'project'), join(folder, 'home'))

test('the environment is asked before the project, the project before the user, the user before the public registry', () => {
  expect(find()).toBe('https://registry.npmjs.org')
  npmrc('home', 'fund=false\nregistry=https://home.example/npm/\n')
  expect(find()).toBe('https://home.example/npm')
  npmrc('project', '; a comment\nregistry = "https://${HOST}/npm/"\n//x/:_authToken=abc\n')
  expect(find({ HOST: 'project.example' })).toBe('https://project.example/npm')
  expect(find({ NPM_CONFIG_REGISTRY: 'http://127.0.0.1:4873' })).toBe('http://127.0.0.1:4873')
  expect(find({ npm_config_registry: 'https://env.example', NPM_CONFIG_REGISTRY: 'https://other.example' })).toBe(
    'https://env.example',
  )
})

test('what is no web address is passed over', () => {
  npmrc('project', 'registry=file:///etc\n')
  expect(find({ npm_config_registry: 'nonsense' })).toBe('https://registry.npmjs.org')
})

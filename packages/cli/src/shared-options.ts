import type { Option } from './commands.ts'

/** For every command that answers. */
export const json: Option = { name: 'json', description: 'Print JSON for programs instead of text for people.' }

/** Where the registry is. */
export const source: readonly Option[] = [
  {
    name: 'clone',
    value: 'folder',
    description: 'A clone that has the registry branch; read by git, without network. Default: the current folder.',
  },
  {
    name: 'repo',
    value: 'owner/name',
    description: 'Read a repository over GitHub’s API instead, with the token in GITHUB_TOKEN or GH_TOKEN.',
  },
  { name: 'api-url', value: 'url', description: 'GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com.' },
  { name: 'registry-branch', value: 'name', description: 'The branch that holds the facts. Default: model-registry.' },
]

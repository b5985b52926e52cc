import type { Command } from '../commands.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what of a repository’s settings has to change, and the commands that do it.',
  description:
    'Looks at a repository over GitHub’s API: the token, Actions and GITHUB_TOKEN, rules of branches and tags, workflows with their\nevents and permissions, policies, the registry branch, releases, clocks. Nothing is written. The token is GITHUB_TOKEN or\nGH_TOKEN; an administrator’s sees everything, another one’s findings say what it could not see.',
  operands: ['[owner/name]'],
  options: [
    {
      name: 'api-url',
      value: 'url',
      description: 'GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com.',
    },
    {
      name: 'registry-branch',
      value: 'name',
      description: 'The branch that holds the facts. Default: model-registry.',
    },
    {
      name: 'policy-root',
      value: 'folder',
      description: 'Where the default branch has the models’ policies. Default: models.',
    },
    { name: 'json', description: 'Print JSON for programs instead of text for people.' },
  ],
  examples: [
    ['tidemark doctor acme/flights', 'any repository, from anywhere, with GH_TOKEN=$(gh auth token)'],
    ['tidemark doctor', 'the repository that this folder is a clone of'],
    ["tidemark doctor acme/flights --json | jq -r '.findings[].commands[]'", 'only the commands'],
  ],
  failsWhen: 'something has to change, or could not be looked at',
  load: () => import('../commands/doctor.ts'),
}

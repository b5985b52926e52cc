import { askCommands } from './ask-commands.ts'
import { contractCommands } from './contract-commands.ts'
import { doctor } from './doctor/command.ts'
import { init } from './init/command.ts'
import type { Invocation } from './invocation.ts'
import { profile } from './profile/command.ts'
import { json, source } from './shared-options.ts'
import type { Terminal } from './tidemark.ts'

/** What help says of a command, and where its work is. */
export interface Command {
  readonly name: string
  /** One line, in the imperative. */
  readonly summary: string
  readonly description: string
  /** As shown: `[model]` may be left out, `<files> …` is one or more, `[files] …` any number. */
  readonly operands: readonly string[]
  readonly options: readonly Option[]
  readonly examples: readonly (readonly [command: string, what: string])[]
  /** What exit code 1 means here. */
  readonly failsWhen: string
  load(): Promise<{ execute(invocation: Invocation, terminal: Terminal): Promise<number> }>
}

export interface Option {
  readonly name: string
  /** What stands for its value in help; without it the option is a switch. */
  readonly value?: string
  readonly isList?: boolean
  readonly description: string
}

export const commands: readonly Command[] = [
  ...askCommands,
  {
    name: 'verify',
    summary: 'Prove every digest of the registry’s graph, and repair what was interrupted.',
    description:
      'A clone is verified offline: facts, references, ids, history, tags and decisions. With --repo, releases,\nchannel files and pull requests too, as the action verify-registry does; with --assets, every byte of every\nrelease. It says what a repair would do; with --repair it does it, and proves everything again.',
    operands: [],
    options: [
      ...source,
      {
        name: 'policy-root',
        value: 'folder',
        description: 'Where the default branch has the models’ policies. Default: models.',
      },
      { name: 'assets', description: 'Download every asset and compare its bytes. Needs --repo.' },
      {
        name: 'repair',
        description: 'Finish or remove what was interrupted. Needs --repo, and a token that may write contents.',
      },
      {
        name: 'since',
        value: 'commit',
        description: 'A commit that was the registry branch’s tip before: it must still be in the history.',
      },
      json,
    ],
    examples: [
      ['tidemark verify', 'the clone in the current folder, offline'],
      ['tidemark verify --repo acme/flights --assets', 'everything, down to the released bytes'],
      ['tidemark verify --repo acme/flights --repair', 'and finish what a killed run left'],
    ],
    failsWhen: 'something is not as its digest says',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'page',
    summary: 'Write the registry as one HTML page.',
    description:
      'One file without scripts that loads nothing: what is in production, the canary, drift by window, metrics, lineage\nand history. The same registry gives the same bytes, so it can be published on GitHub Pages.',
    operands: [],
    options: [
      { name: 'out', value: 'file', description: 'The file to write; it is replaced at once or not at all. Required.' },
      ...source,
      { name: 'model', value: 'name', description: 'Only this model.' },
      {
        name: 'title',
        value: 'text',
        description: 'The page’s title. Default: Model registry, and the repository’s name where it is known.',
      },
      {
        name: 'repository-url',
        value: 'url',
        description: 'For links, such as https://github.com/acme/flights. Default: from --repo, or the clone’s origin.',
      },
    ],
    examples: [
      ['tidemark page --out site/index.html', 'from the clone in the current folder'],
      ['tidemark page --out index.html --model flight-delay --repo acme/flights', 'one model, over GitHub’s API'],
    ],
    failsWhen: 'there is no registry, or the file cannot be written',
    load: () => import('./commands/page.ts'),
  },
  {
    name: 'serve',
    summary: 'Serve what is in a channel, and its canary, over HTTP.',
    description:
      'Follows the repository and speaks the Open Inference Protocol v2: /v2/models/<model>/infer, /metrics, /v2/health.\nVersions change without a failed request; a harmful canary is dropped at once. The token is GITHUB_TOKEN or GH_TOKEN;\nwith contents: write the server publishes its counts for deploy-canary, without it it serves and says so.',
    operands: [],
    options: [
      { name: 'repo', value: 'owner/name', description: 'The repository to follow. Required.' },
      { name: 'model', value: 'name', isList: true, description: 'A model to serve; repeat it for more. Required.' },
      { name: 'channel', value: 'name', description: 'Default: production.' },
      {
        name: 'host',
        value: 'address',
        description: 'Default: 127.0.0.1. It speaks plain HTTP: put it behind what does TLS.',
      },
      { name: 'port', value: 'number', description: '0 takes a free one. Default: 8080.' },
      { name: 'poll-seconds', value: 'number', description: 'Between two looks at the repository. Default: 15.' },
      {
        name: 'telemetry-seconds',
        value: 'number',
        description: 'Between two publications of its counts. Default: 60.',
      },
      {
        name: 'cache',
        value: 'folder',
        description: 'Keeps verified models, so that it can start while GitHub is away.',
      },
      { name: 'log', value: 'file', description: 'Prediction log as NDJSON: ids, versions, scores; no inputs.' },
      {
        name: 'instance',
        value: 'name',
        description: 'The name that its telemetry has. Default: a random one per process.',
      },
      { name: 'no-telemetry', description: 'Publish nothing: a rollout that rests on this server alone then waits.' },
      {
        name: 'native-path',
        value: 'folder',
        description: 'ONNX Runtime’s binary, for machines that may not download it.',
      },
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
    ],
    examples: [
      ['tidemark serve --repo acme/flights --model flight-delay', 'on http://127.0.0.1:8080'],
      [
        'tidemark serve --repo acme/flights --model flight-delay --port 0 --cache /var/lib/tidemark',
        'on a free port, with a cache',
      ],
    ],
    failsWhen: 'it cannot start',
    load: () => import('./commands/serve.ts'),
  },
  doctor,
  init,
  ...contractCommands,
  profile,
]

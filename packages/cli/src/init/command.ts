import type { Command } from '../commands.ts'

export const init: Command = {
  name: 'init',
  summary: 'Write policy, contract, query and workflows into a repository.',
  description:
    'Writes models/<model>/{model.yaml, contract.yaml, features.sql}, four workflows, .gitattributes and .gitignore; what is there\nalready is left alone and named. The contract’s columns come from the data files where there are some. In a terminal it asks\nfor what is not given.',
  operands: ['[model]'],
  options: [
    { name: 'data', value: 'glob', description: 'The model’s data files below the folder, such as data/*.parquet.' },
    { name: 'label', value: 'column', description: 'The column that is to be predicted, 0 or 1.' },
    { name: 'cluster', value: 'column', description: 'What rows belong together by: a day, a customer, a query.' },
    { name: 'id', value: 'column', description: 'What tells rows apart. Default: file and row number.' },
    { name: 'exclude', value: 'column', isList: true, description: 'A column that is no feature; may be repeated.' },
    {
      name: 'owner',
      value: 'login',
      isList: true,
      description: 'A login that answers for the model; may be repeated.',
    },
    { name: 'description', value: 'text', description: 'What the model predicts, in a sentence.' },
    {
      name: 'column',
      value: 'name:type',
      isList: true,
      description: 'Where there is no data yet: a column that it will have; may be repeated.',
    },
    { name: 'folder', value: 'folder', description: 'The clone to write to. Default: the current folder.' },
    { name: 'branch', value: 'name', description: 'The default branch. Default: what git says, else main.' },
    {
      name: 'actions',
      value: 'owner/name@ref',
      description: 'Where the actions come from. Default: tidemark-ml/tidemark@v1.',
    },
    { name: 'dry-run', description: 'Say what would be written, and write nothing.' },
    {
      name: 'native-path',
      value: 'folder',
      description: 'DuckDB’s binary, for machines that may not download it.',
    },
  ],
  examples: [
    ['tidemark init', 'ask for everything'],
    [
      'tidemark init churn --data "data/*.csv" --label churned --cluster day --owner octocat',
      'from the data files that are there',
    ],
  ],
  failsWhen: 'nothing could be written',
  load: () => import('../commands/init.ts'),
}

import type { Command, Option } from './commands.ts'
import { json } from './shared-options.ts'

const out: Option = { name: 'out', value: 'file', description: 'Write it there instead of to standard output.' }

const proposal: readonly Option[] = [
  {
    name: 'pull-request',
    value: 'path',
    description: 'Open a pull request that adds the contract at this path. Needs --repo, and a token that may write.',
  },
  { name: 'repo', value: 'owner/name', description: 'The repository that the pull request is for.' },
  { name: 'api-url', value: 'url', description: 'GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com.' },
]

export const contractCommands: readonly Command[] = [
  {
    name: 'contract infer',
    summary: 'Write a contract that data keep.',
    description:
      'Reads Parquet, CSV, TSV, JSON and NDJSON (also .gz and .zst) below the current folder in one scan and writes what they have in\ncommon: types, what is never NULL, what is unique, the form of texts. It is a draft: what held so far need not be a rule.\nWhere a column has days, a baseline is written beside the contract, which then asks for drift against it: counts at quantiles, no\nrows; texts stand in it as digests.',
    operands: ['<files> …'],
    options: [
      out,
      { name: 'object', value: 'name', description: 'The table’s name in the contract. Default: from the first file.' },
      { name: 'id', value: 'text', description: 'The contract’s id. Default: urn:contract:<object>.' },
      { name: 'values', description: 'List the values of columns that have few. They are values of the data.' },
      { name: 'day', value: 'column', description: 'A row’s day. Default: the only column of dates without NULLs.' },
      {
        name: 'baseline',
        value: 'path',
        description:
          'Where the baseline stands. Default: beside the contract, shop.baseline.json for shop.yaml, baseline.json for contract.yaml.',
      },
      { name: 'no-baseline', description: 'Write the contract alone.' },
      ...proposal,
      { name: 'native-path', value: 'folder', description: 'DuckDB’s binary, for machines that may not download it.' },
    ],
    examples: [
      ["tidemark contract infer 'data/*.parquet' --out contracts/flights.yaml", 'from all files that match'],
      [
        'tidemark contract infer data/orders.csv --repo acme/shop --pull-request contracts/orders.yaml',
        'as a pull request',
      ],
    ],
    failsWhen: 'the data cannot be read',
    load: () => import('./commands/contract-infer.ts'),
  },
  {
    name: 'contract import',
    summary: 'Write a contract from another tool’s rules.',
    description:
      'From a Table Schema or Data Package, a JSON Schema, a Great Expectations suite, or a dbt properties file. What could not be\ncarried over is listed on standard error and at the head of the contract.',
    operands: ['<file>'],
    options: [
      out,
      {
        name: 'from',
        value: 'format',
        description: 'table-schema, json-schema, great-expectations or dbt. Default: told by the file.',
      },
      { name: 'object', value: 'name', description: 'The table’s name where the file has none. Default: the file’s.' },
      { name: 'id', value: 'text', description: 'The contract’s id. Default: urn:contract:<file>.' },
      ...proposal,
    ],
    examples: [
      ['tidemark contract import models/schema.yml --out contracts/shop.yaml', 'from dbt'],
      ['tidemark contract import gx/expectations/orders.json', 'from Great Expectations, to standard output'],
    ],
    failsWhen: 'the file is none of these formats',
    load: async () => ({ execute: (await import('./commands/contract.ts')).importFrom }),
  },
  {
    name: 'contract diff',
    summary: 'Tell a breaking change of a contract from a compatible one.',
    description:
      'Breaking is what those who read the data could meet now and could not before: a column gone, NULL, a wider range, a rule\ndropped. The version has to say so: a breaking change is a major step.',
    operands: ['<before>', '<after>'],
    options: [json],
    examples: [
      ['tidemark contract diff old.yaml new.yaml', 'two files'],
      ['tidemark contract diff <(git show main:contracts/shop.yaml) contracts/shop.yaml', 'against a branch'],
    ],
    failsWhen: 'the version does not say so',
    load: async () => ({ execute: (await import('./commands/contract.ts')).diff }),
  },
  {
    name: 'contract lint',
    summary: 'Check a contract without data.',
    description: 'Everything wrong is said at once, with line and column; and what it declares that nothing evaluates.',
    operands: ['<file>'],
    options: [json],
    examples: [['tidemark contract lint models/flight-delay/contract.yaml', 'one contract']],
    failsWhen: 'it cannot be used',
    load: async () => ({ execute: (await import('./commands/contract.ts')).lint }),
  },
]

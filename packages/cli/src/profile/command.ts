import type { Command } from '../commands.ts'

export const profile: Command = {
  name: 'profile',
  summary: 'Count data on fixed edges: files, their shards, or a database.',
  description:
    'From files: a baseline, which is counts at quantile edges by day, without rows. With --lay only its edges, the plan; with --plan the\ncounts of these files on a plan’s edges (or a baseline’s), which --merge adds up to what all files at once give. With --dialect: the\nsame as one SELECT for a database, whose answer --from reads, so that no row leaves it. Prints JSON; see packages/data.',
  operands: ['[files] …'],
  options: [
    { name: 'day', value: 'column', description: 'The column with a row’s day. Required with files and --dialect.' },
    { name: 'id', value: 'column', description: 'What tells rows apart. Default: file and row number.' },
    { name: 'label', value: 'column', description: 'An outcome that is 0 or 1, counted as a rate.' },
    {
      name: 'score',
      value: 'column',
      description: 'What a model said of a row, from 0 to 1: counted as its prediction, and against the label.',
    },
    {
      name: 'public',
      value: 'column',
      isList: true,
      description:
        'A column whose levels and extremes may be shown; repeat it for more. Others’ levels stand as digests.',
    },
    {
      name: 'segment',
      value: 'column=value',
      isList: true,
      description: 'A part of the rows that is counted by itself too; repeat it for more.',
    },
    { name: 'model', value: 'name', description: 'Whose data they are: it salts the digests. Default: data.' },
    {
      name: 'period',
      value: 'from..to',
      description:
        'Days to count, such as 2026-01-01..2026-04-01, the last not included. Default: the plan’s, else all.',
    },
    { name: 'lay', description: 'Print the plan alone, with nothing counted.' },
    { name: 'plan', value: 'file', description: 'A plan or baseline whose edges are used.' },
    { name: 'merge', value: 'file', isList: true, description: 'Counts of a shard; repeat it. Needs --plan.' },
    { name: 'finish', description: 'Print the baseline of a plan and its counts.' },
    {
      name: 'dialect',
      value: 'duckdb|postgres',
      description: 'Print SQL instead. Needs --table, --day, and --plan or --lay with --columns.',
    },
    { name: 'describe', description: 'With --dialect and --table: print SQL that lists the table’s columns.' },
    { name: 'columns', value: 'file', description: 'What that SQL returned: --lay asks for their edges.' },
    { name: 'table', value: 'schema.table', description: 'The database’s table; other dots are part of no name.' },
    { name: 'from', value: 'file', description: 'What the SQL returned, as the database printed it.' },
    { name: 'native-path', value: 'folder', description: 'DuckDB’s binary, for machines that may not download it.' },
  ],
  examples: [
    ['tidemark profile "data/*.parquet" --day day > baseline.json', 'what is normal'],
    [
      'tidemark profile data/2026-05.parquet --day day --plan baseline.json --period 2026-05-01..2026-06-01',
      'a window',
    ],
    ['tidemark profile --plan plan.json --merge a.json --merge b.json --finish', 'shards of matrix jobs, added up'],
    [
      'tidemark profile --plan baseline.json --dialect postgres --table public.orders --day day | psql -qAt > counts.json',
      'counted where the data are',
    ],
    ['tidemark profile --plan baseline.json --from counts.json', 'and read'],
    [
      'tidemark profile --dialect postgres --table public.orders --describe | psql -qAt > columns.json',
      'a database from the start: its columns,',
    ],
    [
      'tidemark profile --lay --dialect postgres --table public.orders --day day --columns columns.json | psql -qAt > edges.json',
      'their edges,',
    ],
    ['tidemark profile --lay --from edges.json > plan.json', 'and the plan that they are'],
  ],
  failsWhen: 'files, plan and counts do not belong together',
  load: () => import('../commands/profile.ts'),
}

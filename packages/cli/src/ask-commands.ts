import type { Command, Option } from './commands.ts'
import { json, source } from './shared-options.ts'

const limit = (what: string, usual: string): Option => ({
  name: 'limit',
  value: 'number',
  description: `At most so many ${what}. Default: ${usual}.`,
})

/** The commands that ask a registry things, and change nothing. */
export const askCommands: readonly Command[] = [
  {
    name: 'ls',
    summary: 'List models, or the versions of one.',
    description:
      'Without a model: each model with what is in its channels and since when, its main metric, canary and drift.\nWith a model: its versions, newest first, with what became of them (pending, published, proposed, merged, canary,\nin a channel, former, rolled back, refused, retired), since when, and metrics.',
    operands: ['[model]'],
    options: [...source, limit('versions', '30'), json],
    examples: [
      ['tidemark ls', 'the models of the clone in the current folder'],
      ['tidemark ls flight-delay --repo acme/flights', 'one model’s versions, over GitHub’s API'],
      ["tidemark ls --json | jq -r '.models[].model'", 'for programs'],
    ],
    failsWhen: 'there is no registry, or no such model',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'show',
    summary: 'Show all that is known of a model or a version.',
    description:
      'A model: what is in its channels, the canary and its evidence, drift, newest versions, what happened last.\nA version: digest, why it has its number, metrics beside the champion’s, data, rollouts, what happened to it.',
    operands: ['<model>[@<version>]'],
    options: [...source, json],
    examples: [
      ['tidemark show flight-delay', 'the model and what happened last'],
      ['tidemark show flight-delay@1.1.0', 'one version and where it came from'],
    ],
    failsWhen: 'there is no such model or version',
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'which',
    summary: 'Tell what was in production at a time, and why.',
    description:
      'What a channel held, since when and until when, who approved it in which pull request, the gate’s verdict with\nmetrics and bounds, the data and commit it was trained from, and the canary beside it. The channel’s tag is proven.\nTimes are UTC: 2001-05-02 is its first moment, "2001-05-02 08:20" and 2001-05-02T08:20:00+02:00 work, too.',
    operands: ['<model>'],
    options: [
      { name: 'channel', value: 'name', description: 'Default: production.' },
      { name: 'at', value: 'time', description: 'The time asked about. Default: now.' },
      ...source,
      json,
    ],
    examples: [
      ['tidemark which flight-delay', 'what is in production'],
      ['tidemark which flight-delay --at "2001-05-02 08:20"', 'what was in production when that request failed'],
      ["tidemark which flight-delay --json | jq -r '.held.modelDigest'", 'for programs'],
    ],
    failsWhen: 'the channel held nothing then, or there is no such model or channel',
    load: () => import('./commands/which.ts'),
  },
  {
    name: 'history',
    summary: 'Tell what happened to a model, newest first.',
    description:
      'One line an event: registered, refused by the gate, proposed, merged, rollouts with each step, rolled back, settled,\nreturned, drift told and resolved; with who ran it, who approved it, pull request and cause; of a clone also the waivers. With a version, its own\nevents. Of a type that this command does not know, it shows the name.',
    operands: ['<model>[@<version>]'],
    options: [
      { name: 'channel', value: 'name', description: 'Only what is about this channel.' },
      {
        name: 'type',
        value: 'type',
        isList: true,
        description:
          'Only these: version, gate, promotion, rollout, waiver, drift, retraining, or one such as promotion.settled.',
      },
      { name: 'since', value: 'time', description: 'From this time on, such as 2001-05-02, in UTC.' },
      { name: 'until', value: 'time', description: 'Until before this time.' },
      limit('entries, the newest', 'all'),
      { name: 'reverse', description: 'Oldest first.' },
      {
        name: 'policy-root',
        value: 'folder',
        description: 'Where the clone’s default branch has policies and waivers. Default: models.',
      },
      ...source,
      json,
    ],
    examples: [
      ['tidemark history flight-delay', 'the whole story'],
      [
        'tidemark history flight-delay --type promotion --type rollout --since 2001-05-01',
        'what changed production in May',
      ],
      ['tidemark history flight-delay@1.2.0 --reverse', 'one version, from its beginning'],
    ],
    failsWhen: 'there is no such model',
    load: () => import('./commands/history.ts'),
  },
  {
    name: 'lineage',
    summary: 'Draw where a version came from and what came of it.',
    description:
      'A tree: the evaluation with its holdout and champion, the run with commit, seed, parameters and training data, each\nfile and the contract’s verdict on it, the version before and after, rollouts and channels, and the windows of drift\nthat were compared with it. Everything has the digest that names it.',
    operands: ['<model>@<version>'],
    options: [{ name: 'mermaid', description: 'A Mermaid flowchart instead, for Markdown.' }, ...source, json],
    examples: [
      ['tidemark lineage flight-delay@1.1.0', 'as a tree'],
      ['tidemark lineage flight-delay@1.1.0 --mermaid', 'for a README or a pull request'],
    ],
    failsWhen: 'there is no such model or version',
    load: () => import('./commands/lineage.ts'),
  },
  {
    name: 'diff',
    summary: 'Tell what differs between two versions.',
    description:
      'Metrics with their bounds, and what the first had on the second’s holdout where that was measured; parameters, seed,\ndata (rows, files, columns), features, signature, the commits with a link that compares them, size and latency.',
    operands: ['<model>@<version>', '<model>@<version>'],
    options: [...source, json],
    examples: [
      ['tidemark diff flight-delay@1.0.0 flight-delay@1.1.0', 'from the first to the second'],
      ['tidemark diff flight-delay@1.0.0 1.1.0', 'the same'],
    ],
    failsWhen: 'there is no such model or version',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'runs',
    summary: 'List training runs, filtered and sorted.',
    description: `Runs, also those that the gate refused. A filter compares fields with = != < <= > >=, in (…), contains and is missing,
joined by and, or, not and parentheses; texts are in quotes. What a run does not have never matches, not even by not.

Fields: metrics.<name> on the holdout, training.<name> as the trainer measured, params.<name>, verdict, version,
champion, time, commit, trainer, executor, seed, rows, seconds, files (of the training data); id, digest, dataset and
holdout match by their first digits. params."learning rate" has quotes for its space.`,
    operands: ['<model>', '[filter]'],
    options: [
      {
        name: 'sort',
        value: 'field',
        description: 'The greatest first; field:asc the smallest first. Runs without it come last. Default: time.',
      },
      limit('runs', '50'),
      ...source,
      json,
    ],
    examples: [
      ['tidemark runs flight-delay', 'all runs, newest first'],
      ["tidemark runs flight-delay 'metrics.roc_auc > .66 and params.trees = 100'", 'by metric and parameter'],
      [
        "tidemark runs flight-delay \"verdict in ('fail', 'inconclusive')\" --sort metrics.roc_auc",
        'what was refused, best first',
      ],
      [
        'tidemark runs flight-delay "files contains \'2001-04\' and not version is missing"',
        'versions trained on April',
      ],
    ],
    failsWhen: 'no run is as asked, or there is no such model',
    load: () => import('./commands/runs.ts'),
  },
]

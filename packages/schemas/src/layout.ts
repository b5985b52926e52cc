import type { RegistryEvent } from './facts.ts'

/** Where each document lies. Facts are paths on the registry branch, intent is below the policy root. */
export const layout = {
  version: (model: string, version: string) => `models/${model}/versions/${version}.json`,
  versions: (model: string) => `models/${model}/versions`,
  byDigest: (model: string, digest: string) => sharded(model, 'by-digest', digest),
  dataset: (model: string, digest: string) => sharded(model, 'datasets', digest),
  validation: (model: string, id: string) => sharded(model, 'validations', id),
  evaluation: (model: string, id: string) => sharded(model, 'evaluations', id),
  /** Runs are filed by the month of the source commit, which a retry cannot change. */
  run: (model: string, id: string, committedAt: string) =>
    `models/${model}/runs/${committedAt.slice(0, 4)}/${committedAt.slice(5, 7)}/${id}.json`,
  baseline: (model: string, id: string) => sharded(model, 'baselines', id),
  /** Drift checks are filed by the month their window starts in; `start` is a date. */
  drift: (model: string, id: string, start: string) =>
    `models/${model}/drift/${start.slice(0, 4)}/${start.slice(5, 7)}/${start}-${id}.json`,
  event: (model: string, id: string, type: RegistryEvent['type']) =>
    `models/${model}/events/${id.slice(0, 2)}/${id}-${type}.json`,
  policy: (root: string, model: string) => `${root}/${model}/model.yaml`,
  channel: (root: string, model: string, channel: string) => `${root}/${model}/channels/${channel}.json`,
  waivers: (root: string, model: string) => `${root}/${model}/waivers`,
  /** GTO's grammar for a registered version. */
  versionTag: (model: string, version: string) => `${model}@v${version}`,
  /** GTO's grammar for a stage assignment; the counter is the channel's `seq`. */
  channelTag: (model: string, channel: string, seq: number) => `${model}#${channel}#${seq}`,
  promotionBranch: (model: string, channel: string, version: string) => `tidemark/${model}/${channel}/${version}`,
  /** One for each `seq`: a channel goes back to one version at a time. */
  rollbackBranch: (model: string, channel: string, seq: number) => `tidemark/${model}/${channel}/rollback-${seq}`,
}

function sharded(model: string, kind: string, id: string): string {
  return `models/${model}/${kind}/${id.slice(0, 2)}/${id}.json`
}

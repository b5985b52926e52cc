import type { ZodType } from 'zod'
import { Baseline } from './baseline.ts'
import { DriftCheck } from './drift.ts'
import { Evaluation } from './evaluation.ts'
import { ChannelIntent, Dataset, DigestEntry, RegistryEvent, Run, Validation, VersionManifest } from './facts.ts'
import { modelDescriptions } from './model-descriptions.ts'
import { PerformanceCheck } from './performance.ts'
import { ModelPolicy } from './policy.ts'
import { RolloutState, Telemetry } from './rollout.ts'
import { Waiver } from './waiver.ts'

interface CataloguedDocument {
  readonly schema: ZodType
  readonly description: string
  /** What its keys are for, by path, where people write it. */
  readonly keys?: Readonly<Record<string, string>>
}

/** Every stored document by the name of its JSON Schema in registry-schema/. */
export const documents: Readonly<Record<string, CataloguedDocument>> = {
  model: {
    schema: ModelPolicy,
    description: 'model.yaml: everything people decide about a model.',
    keys: modelDescriptions,
  },
  waiver: { schema: Waiver, description: 'waivers/<id>.yaml: an exception that an owner answers for.' },
  channel: { schema: ChannelIntent, description: 'channels/<channel>.json: the version that a channel should hold.' },
  dataset: { schema: Dataset, description: 'Files of data under one digest.' },
  validation: { schema: Validation, description: 'A contract’s verdict on a dataset.' },
  run: { schema: Run, description: 'A training run: what it was computed from, and what came out.' },
  evaluation: { schema: Evaluation, description: 'A gate’s decision with everything needed to make it again.' },
  baseline: { schema: Baseline, description: 'What drift is compared with: counts at fixed edges, no rows.' },
  drift: { schema: DriftCheck, description: 'The monitor’s verdict on one window of time.' },
  performance: { schema: PerformanceCheck, description: 'How a version’s predictions of one week came out.' },
  version: { schema: VersionManifest, description: 'A registered version.' },
  'by-digest': { schema: DigestEntry, description: 'Model digest to version.' },
  event: { schema: RegistryEvent, description: 'Something that happened to a version.' },
  rollout: { schema: RolloutState, description: 'A canary’s state, from whose history every decision replays.' },
  telemetry: { schema: Telemetry, description: 'What a server counted of its traffic, replaced each time.' },
}

import type { ModelPolicy } from '@tidemark/schemas'

/** One use of an action: `drift-report` judges in one job and reports in another, and may count in more. */
export interface ActionUse {
  readonly action: string
  /** The input `mode`, where the action has one. */
  readonly mode?: string
  /** What the job’s token must be able to do, as the action’s README says. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
  /** What it needs besides where a model's policy has a part that makes it do more. */
  readonly besides?: {
    readonly isWantedBy: (policy: ModelPolicy) => boolean
    readonly permissions: Readonly<Record<string, 'read' | 'write'>>
  }
  /** It runs a query, a training or a model of the team’s: the job must not be able to write. */
  readonly runsTeamsCode?: true
  /** The events of which its workflow needs one. */
  readonly events: readonly string[]
  /** Which models want it: all, those whose policy has this part, or whoever uses another of what is for shards. */
  readonly wantedBy: 'every model' | 'monitor' | 'rollout' | 'shards'
  /** What does not happen without it. */
  readonly without: string
}

const read = { contents: 'read' } as const
const started = ['push', 'workflow_dispatch', 'schedule', 'repository_dispatch', 'workflow_call']

/** What each action needs of the workflow that uses it. */
export const actionUses: readonly ActionUse[] = [
  {
    action: 'validate-data',
    permissions: read,
    runsTeamsCode: true,
    events: [...started, 'pull_request'],
    wantedBy: 'every model',
    without: 'no data is judged by its contract',
  },
  {
    action: 'train',
    permissions: read,
    runsTeamsCode: true,
    events: started,
    wantedBy: 'every model',
    without: 'no candidate is trained',
  },
  {
    action: 'evaluate-gate',
    permissions: read,
    runsTeamsCode: true,
    events: started,
    wantedBy: 'every model',
    without: 'no candidate is judged',
  },
  {
    action: 'register-model',
    permissions: { contents: 'write', 'pull-requests': 'write', statuses: 'write' },
    events: started,
    wantedBy: 'every model',
    without: 'no candidate becomes a version',
  },
  {
    action: 'promote-model',
    mode: 'check',
    permissions: { contents: 'read', 'pull-requests': 'read', statuses: 'write' },
    events: ['pull_request_target', 'merge_group'],
    wantedBy: 'every model',
    without: 'no promotion is checked before it is merged',
  },
  {
    action: 'promote-model',
    mode: 'settle',
    permissions: { contents: 'write', 'pull-requests': 'write', statuses: 'write' },
    events: ['push', 'schedule'],
    wantedBy: 'every model',
    without: 'nothing that is merged comes into production',
  },
  {
    action: 'deploy-canary',
    permissions: { contents: 'write', 'pull-requests': 'write', statuses: 'write' },
    events: ['schedule'],
    wantedBy: 'rollout',
    without: 'no rollout takes a step',
  },
  {
    action: 'drift-report',
    mode: 'judge',
    permissions: read,
    runsTeamsCode: true,
    events: ['schedule', 'push'],
    wantedBy: 'monitor',
    without: 'no new data is compared with what was normal',
  },
  {
    action: 'drift-report',
    mode: 'report',
    permissions: { contents: 'write', issues: 'write', actions: 'write' },
    besides: {
      isWantedBy: ({ monitor }) => monitor?.rollback !== undefined,
      permissions: { 'pull-requests': 'write', statuses: 'write' },
    },
    events: ['schedule', 'push'],
    wantedBy: 'monitor',
    without: 'nobody hears of drift',
  },
  {
    action: 'drift-report',
    mode: 'plan',
    permissions: read,
    runsTeamsCode: true,
    events: started,
    wantedBy: 'shards',
    without: 'the jobs that count parts of the data have no edges to count on',
  },
  {
    action: 'drift-report',
    mode: 'profile',
    permissions: read,
    runsTeamsCode: true,
    events: started,
    wantedBy: 'shards',
    without: 'edges are laid, and no part of the data is counted on them',
  },
  {
    action: 'verify-registry',
    permissions: read,
    events: ['schedule'],
    wantedBy: 'every model',
    without: 'nobody notices when facts, tags or releases were tampered with',
  },
]

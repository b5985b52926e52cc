import {
  choice,
  defineAction,
  modelName,
  nativePath,
  path,
  registryBranch,
  secret,
  text,
  token,
} from '@tidemark/action-kit'

export const definition = defineAction({
  name: 'drift-report',
  description:
    'Judges new data, by complete weeks unless the policy says otherwise, against what was normal, and says so: facts, one issue a model, a retraining started.',
  inputs: {
    mode: choice(['judge', 'report'], {
      description:
        '`judge` runs the team’s query and model on the checkout and writes nothing to GitHub; `report` records what was judged, keeps the issue and starts the retraining, and runs nothing of the team’s.',
      required: true,
    }),
    model: modelName({ description: 'The model, as its folder below the policy root is called.', required: true }),
    'policy-root': path({ description: 'Folder of the models’ policies.', inRepository: true, default: 'models' }),
    'registry-branch': registryBranch(),
    channel: modelName({
      description: 'Channel whose version is the baseline where the policy names none.',
      default: 'production',
    }),
    'fail-on': choice(['never', 'fail', 'warn'], {
      description: 'Verdict on the newest window from which `judge` fails its step.',
      default: 'never',
    }),
    handover: path({ description: 'Folder that `judge` hands over to `report`.', default: '.tidemark/drift' }),
    'drift-handover': text({
      description: 'For `report`: the handover digest that `judge` gave as its output; what arrived must have it.',
      pattern: /[0-9a-f]{64}/,
      expected: 'a SHA-256 as 64 lower-case hex digits',
    }),
    report: path({
      description:
        'Folder for what `judge` tells of the windows: a page each (`index.html` is the newest’s), `drift.json`, `drift.junit.xml`, `drift.sarif`.',
      default: '.tidemark/drift-report',
    }),
    'slack-webhook': secret({
      description:
        'For `report`: a secret with a Slack channel’s incoming webhook, which is told of drift and of its end.',
    }),
    'teams-webhook': secret({
      description: 'For `report`: a secret with the webhook of a Microsoft Teams workflow, told the same.',
    }),
    'pagerduty-routing-key': secret({
      description:
        'For `report`: a secret with the integration key (Events API v2) of a PagerDuty service, whose incident the end of the drift resolves.',
    }),
    token: token(),
    'native-path': nativePath(),
  },
  outputs: {
    verdict: 'pass, warn, fail or inconclusive: that on the newest window judged; empty where none was due.',
    windows: 'JSON list of the windows judged, oldest first: window (its first day), verdict and columns that changed.',
    performance:
      'From `judge`: JSON list of the weeks whose predictions were held against their labels: version, window (its first day) and verdict.',
    handover: 'From `judge`: digest of the handover’s manifest; empty where there is nothing to report.',
    page: 'From `judge`: path of the newest window’s page; empty where none was due.',
    issue: 'From `report`: number of the issue that was opened, updated or closed; empty where none was.',
  },
})

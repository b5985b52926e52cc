import type { VersionTrace } from '@tidemark/registry'
import { formatQuantity, mermaidLabel } from '@tidemark/reports'
import type { VersionLineage } from '@tidemark/schemas'
import { formatMetric, formatWhen } from './words.ts'

/** The lineage as a Mermaid flowchart, for Markdown: what stands in a fence marked `mermaid`. */
export function drawMermaid(trace: VersionTrace): string {
  const { manifest, lineage, tenures, children, rollouts, drift } = trace
  const { run, evaluation } = lineage
  const lines = [
    ...dataLines('training', 'training data', run?.data.dataset, lineage).map((line) => `${line} --> run`),
    ...dataLines('holdout', 'holdout', evaluation?.holdout.dataset, lineage).map((line) => `${line} --> evaluation`),
    ...(run
      ? [
          `commit([${label('commit', run.source.sha.slice(0, 7))}]) --> run`,
          `run[${label('run', `${run.trainer.name} ${run.trainer.version}`, run.id.slice(0, 12))}] --> evaluation`,
        ]
      : []),
    ...(evaluation
      ? [
          `evaluation[${label('evaluation', evaluation.verdict, ...(evaluation.metrics.roc_auc ? [`AUC ${formatMetric(evaluation.metrics.roc_auc.challenger.value)}`] : []))}] --> version`,
        ]
      : []),
    ...(evaluation?.champion ? [`champion([${label('champion', evaluation.champion.version)}]) -.-> evaluation`] : []),
    ...(manifest.parent ? [`parent([${label('follows', manifest.parent.version)}]) -.-> version`] : []),
    `version[${label(`${manifest.model} ${manifest.version}`, manifest.modelDigest.slice(0, 12))}]`,
    ...rollouts.map(
      ({ channel, seq, phase }, i) =>
        `version --> rollout${i}[${label('rollout', `${channel} ${seq}`, phase.replace('-', ' '))}]`,
    ),
    ...tenures.map(
      ({ channel, seq, since }, i) =>
        `version ==> channel${i}([${label(channel, `seq ${seq}`, `since ${formatWhen(since)}`)}])`,
    ),
    ...children.map(({ version }, i) => `version --> child${i}([${label('followed by', version)}])`),
    ...(drift.length > 0
      ? [`version --> drift[${label('baseline of', formatQuantity(drift.length, 'drift check'))}]`]
      : []),
  ]
  return ['flowchart LR', ...lines.map((line) => `  ${line}`)].join('\n')
}

const label = (...lines: readonly string[]): string => `"${lines.map((line) => mermaidLabel(line)).join('<br/>')}"`

/** The dataset, and the contract's verdict on it where there is one: the start of a line that an arrow goes on. */
function dataLines(
  id: string,
  title: string,
  digest: string | undefined,
  { datasets, validations }: VersionLineage,
): string[] {
  const dataset = datasets.find((each) => each.digest === digest)
  if (dataset === undefined) return []
  const node = `${id}[(${label(title, formatQuantity(dataset.files.length, 'file'), formatQuantity(dataset.rows, 'row'), dataset.digest.slice(0, 12))})]`
  const check = validations.find((each) => each.dataset === digest)
  return [check ? `${node} --> ${id}Check{{${label(`contract ${check.contract.version}`, check.verdict)}}}` : node]
}

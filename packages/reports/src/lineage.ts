import type { Dataset, Evaluation, Run, Validation, VersionManifest } from '@tidemark/schemas'
import { mermaidLabel } from './escape.ts'
import { formatNumber, formatQuantity, shortDigest } from './format.ts'

export interface Lineage {
  readonly channel: string
  readonly seq: number
  readonly manifest: VersionManifest
  readonly run: Run
  readonly evaluation: Evaluation
  readonly datasets: { readonly training: Dataset; readonly holdout: Dataset }
  readonly validations: { readonly training: Validation; readonly holdout: Validation }
}

/** How the version came about, as a Mermaid flowchart: data and verdicts on it, run, evaluation, version, channel. */
export function drawLineage({ channel, seq, manifest, run, evaluation, datasets, validations }: Lineage): string {
  const data = (title: string, dataset: Dataset) =>
    label(
      title,
      formatQuantity(dataset.files.length, 'file'),
      formatQuantity(dataset.rows, 'row'),
      shortDigest(dataset.digest),
    )
  const check = ({ contract, verdict, id }: Validation) =>
    label(`contract ${contract.version}`, verdict, shortDigest(id))
  const auc = evaluation.metrics.roc_auc.challenger.value
  const nodes = [
    `  training[(${data('training data', datasets.training)})] --> trainingCheck{{${check(validations.training)}}} --> run[${label('run', run.trainer.name, shortDigest(run.id))}]`,
    `  holdout[(${data('holdout', datasets.holdout)})] --> holdoutCheck{{${check(validations.holdout)}}} --> evaluation[${label('evaluation', evaluation.verdict, ...(auc === null ? [] : [`AUC ${formatNumber(auc)}`]), shortDigest(evaluation.id))}]`,
    `  commit([${label('commit', run.source.sha.slice(0, 7))}]) --> run`,
    '  run --> evaluation',
    ...(evaluation.champion
      ? [
          `  champion([${label('champion', evaluation.champion.version, shortDigest(evaluation.champion.modelDigest))}]) -.-> evaluation`,
        ]
      : []),
    `  evaluation --> version[${label(`${manifest.model} ${manifest.version}`, shortDigest(manifest.modelDigest))}]`,
    `  version ==> channel([${label(channel, `seq ${seq}`)}])`,
  ]
  return ['```mermaid', 'flowchart LR', ...nodes, '```'].join('\n')
}

const label = (...lines: readonly string[]): string => `"${lines.map((line) => mermaidLabel(line)).join('<br/>')}"`

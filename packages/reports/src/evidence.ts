import { layout } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { table } from './markdown.ts'
import type { Promotion } from './promotion.ts'
import { registryAddresses } from './registry-address.ts'

/** Each fact behind a version: a link to it on the registry branch and the digest it must have. */
export function evidenceTable(promotion: Promotion): string {
  const { manifest, run, evaluation, datasets, validations } = promotion
  const { fact, release } = registryAddresses(promotion)
  const manifestPath = layout.version(manifest.model, manifest.version)
  const facts: (readonly [title: string, path: string, digest: string])[] = [
    ['run', manifest.run.path, run.id],
    ['evaluation', manifest.evaluation.path, evaluation.id],
    ['training data', layout.dataset(manifest.model, datasets.training.digest), datasets.training.digest],
    ['holdout', layout.dataset(manifest.model, datasets.holdout.digest), datasets.holdout.digest],
    [
      'validation of the training data',
      layout.validation(manifest.model, validations.training.id),
      validations.training.id,
    ],
    ['validation of the holdout', layout.validation(manifest.model, validations.holdout.id), validations.holdout.id],
  ]
  return table(
    [{ title: 'Fact' }, { title: 'Id (SHA-256)' }],
    [
      [link('version', fact(manifestPath)), `model ${codeSpan(manifest.modelDigest)}`],
      ...facts.map(([title, path, digest]) => [link(title, fact(path)), codeSpan(digest)]),
      ...(manifest.image ? [[`image ${codeSpan(manifest.image.name, 160)}`, codeSpan(manifest.image.digest)]] : []),
      ...manifest.files
        .slice(0, 40)
        .map(({ path, sha256 }) => [
          `${codeSpan(path, 160)} in ${link('the release', release(manifest.release.tag))}`,
          codeSpan(sha256),
        ]),
      ['features query', codeSpan(run.data.features)],
      ['training query', codeSpan(run.data.trainingFeatures)],
      ['gate policy', codeSpan(evaluation.policyDigest)],
      [
        'contract',
        `${codeSpan(validations.training.contract.sha256)} ${escapeMarkdown(validations.training.contract.version)}`,
      ],
    ],
  )
}

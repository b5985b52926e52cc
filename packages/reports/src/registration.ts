import type { Evaluation, Run, VersionManifest } from '@tidemark/schemas'
import { codeSpan, escapeMarkdown, link } from './escape.ts'
import { formatNumber, formatSize, shortDigest } from './format.ts'
import { reasons } from './gate.ts'
import { list, paragraphs, table, verdictLabel } from './markdown.ts'
import { metricTitle } from './metric-title.ts'

export type Registration =
  | {
      /** `known` when these very bytes were registered before. */
      readonly outcome: 'registered' | 'known'
      readonly manifest: VersionManifest
      readonly releaseUrl?: string
      readonly channel?: string
      readonly pullRequest?: { readonly number: number; readonly url: string }
    }
  | { readonly outcome: 'refused'; readonly run: Run; readonly evaluation: Evaluation }

/** Job summary of register-model: the version and why it is that one, or that the refused candidate is on record. */
export function renderRegistration(registration: Registration): string {
  if (registration.outcome === 'refused') return refusal(registration.run, registration.evaluation)
  const { outcome, manifest, releaseUrl, channel, pullRequest } = registration
  const name = `${codeSpan(manifest.model)} ${escapeMarkdown(manifest.version)}`
  const sizeBytes = manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0)
  return paragraphs(
    `## ✅ ${outcome === 'registered' ? 'Registered' : 'Already registered'}: ${name}`,
    outcome === 'known' && 'These very bytes were registered before, so they keep their version.',
    pullRequest &&
      `**Next:** review ${link(`pull request ${pullRequest.number}`, pullRequest.url)}${channel === undefined ? '' : `, which promotes it to ${codeSpan(channel)}`}.`,
    table(
      [{ title: 'Model' }, { title: codeSpan(shortDigest(manifest.modelDigest)) }],
      [
        [
          'Release',
          `${link(codeSpan(manifest.release.tag), releaseUrl)}, ${manifest.image ? 'without files' : formatSize(sizeBytes)}`,
        ],
        ...(manifest.image ? [['Image', codeSpan(`${manifest.image.name}@sha256:${manifest.image.digest}`, 400)]] : []),
        ['Successor of', manifest.parent ? escapeMarkdown(manifest.parent.version) : 'nothing: the first version'],
        ...Object.entries(manifest.metrics)
          .slice(0, 20)
          .map(([id, value]) => [metricTitle(id), formatNumber(value)]),
      ],
    ),
    `### Why ${escapeMarkdown(manifest.version)} (${escapeMarkdown(manifest.bump.kind)})`,
    list(manifest.bump.reasons.map((reason) => escapeMarkdown(reason))),
  )
}

function refusal(run: Run, evaluation: Evaluation): string {
  return paragraphs(
    `## ❌ Not registered: the gate's verdict is ${evaluation.verdict}`,
    `Candidate ${codeSpan(shortDigest(run.output.modelDigest))} of ${codeSpan(run.model)} got no version (${verdictLabel(evaluation.verdict)}). Run ${codeSpan(shortDigest(run.id))} and evaluation ${codeSpan(shortDigest(evaluation.id))} are on record.`,
    reasons(evaluation),
  )
}

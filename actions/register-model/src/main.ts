import type { ActionContext, Outcome } from '@tidemark/action-kit'
import { assertReplays } from '@tidemark/evaluation'
import { connectRegistry } from '@tidemark/github'
import { assertSignature } from '@tidemark/models'
import { type ModelFiles, proposePromotion, readPolicy, registerModel } from '@tidemark/registry'
import { renderRegistration } from '@tidemark/reports'
import { TidemarkError } from '@tidemark/schemas'
import { readCandidate } from './candidate.ts'
import type { definition } from './definition.ts'
import { describePromotion } from './promotion-report.ts'

type Context = ActionContext<typeof definition>

export async function registerCandidate(context: Context): Promise<Outcome> {
  const { inputs, github } = context
  const registry = await connectRegistry({
    token: inputs.token,
    repository: github.repository,
    apiUrl: github.apiUrl,
    registryBranch: inputs.registryBranch,
    policyRoot: inputs.policyRoot,
    actor: github.actor,
    runUrl: github.runUrl,
  })
  // The default branch decides: a candidate from another branch is judged by the policy that reviewers approved.
  const { policy, contractSha256 } = await readPolicy(registry, inputs.model, await registry.reviews.defaultBranch())
  const { evidence, files } = await readCandidate(inputs)
  assertReplays(evidence.evaluation, policy.gate)
  // Of an opaque model the policy declares the signature, which registering compares.
  const { kind, signature } = evidence.run.output
  if (kind !== 'opaque') assertSignature(signature, await readOnnx(files))

  const registration = await context.group('Register', () =>
    registerModel(registry, {
      evidence,
      files,
      policy,
      contractSha256,
      source: { repository: github.repository, sha: github.sha },
    }),
  )
  context.output('model-digest', evidence.run.output.modelDigest)
  context.output('registered', registration.registered)
  if (!registration.registered) {
    context.summary(renderRegistration({ outcome: 'refused', run: evidence.run, evaluation: registration.evaluation }))
    context.log(
      `Refused by the gate (${registration.evaluation.verdict}): run and evaluation are on record, no version was made.`,
    )
    return {}
  }

  const { manifest, release, isNew } = registration
  context.output('version', manifest.version)
  context.output('tag', manifest.release.tag)
  context.output('release-url', release.url)
  context.log(`${isNew ? 'Registered' : 'Known already as'} ${manifest.model} ${manifest.version}`)
  const proposal = await context.group('Propose the promotion', () =>
    proposePromotion(registry, {
      manifest,
      evidence: registration.evidence,
      channel: inputs.channel,
      describe: (intent) =>
        describePromotion(registry, { context, evidence: registration.evidence, manifest, intent, policy }),
    }),
  )
  const pullRequest = proposal.outcome === 'in-place' ? undefined : proposal.pullRequest
  if (pullRequest) context.output('pull-request', String(pullRequest.number))
  if (proposal.outcome === 'outdated')
    context.log(`Pull request #${pullRequest?.number} proposes a newer version already.`)
  if (proposal.outcome === 'declined')
    context.log(`Pull request #${pullRequest?.number} was closed by people and stays closed.`)
  context.summary(
    renderRegistration({
      outcome: isNew ? 'registered' : 'known',
      manifest,
      releaseUrl: release.url,
      channel: inputs.channel,
      ...(pullRequest ? { pullRequest: { number: pullRequest.number, url: pullRequest.url } } : {}),
    }),
  )
  return {}
}

/** ONNX is one protobuf message, which has less than 2 GiB: what is larger cannot be one. */
async function readOnnx(files: ModelFiles): Promise<Uint8Array | undefined> {
  const file = files.get('model.onnx')
  if (file === undefined) return undefined
  if (file.sizeBytes >= 2 ** 31) {
    throw new TidemarkError('MODEL_REFUSED', `model.onnx has ${file.sizeBytes} bytes, ONNX allows less than 2 GiB`, {
      hint: 'Train a smaller model.',
    })
  }
  return Buffer.concat(await Array.fromAsync(file.open(0, file.sizeBytes)))
}

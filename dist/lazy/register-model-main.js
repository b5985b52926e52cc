import { t as assertReplays } from "../lib/evaluation.js";
import { t as connectRegistry } from "../lib/github.js";
import { t as assertSignature } from "../lib/models.js";
import { M as readReferenced, P as readVersion, S as registerModel, g as proposePromotion, w as readPolicy } from "../lib/registry.js";
import { a as renderRegistration, o as renderPromotion } from "../lib/reports.js";
import { h as readHandover, m as handoverPart } from "../lib/start.js";
import { T as Validation, v as Evaluation, w as Run, x as Dataset } from "../lib/schemas.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
// actions/register-model/src/candidate.ts
/** Reads what the earlier jobs handed over; every digest is checked on arrival, every document against its schema. */
async function readCandidate(inputs) {
	const [validation, training, evaluation] = await Promise.all([
		readHandover(inputs.validation, {
			kind: "validation",
			expectedDigest: inputs.validationHandover
		}),
		readHandover(inputs.training, {
			kind: "training",
			expectedDigest: inputs.trainingHandover
		}),
		readHandover(inputs.evaluation, {
			kind: "evaluation",
			expectedDigest: inputs.evaluationHandover
		})
	]);
	const run = handoverPart(Run, training, "run");
	const both = (schema, kind) => ({
		training: handoverPart(schema, validation, `training-${kind}`),
		holdout: handoverPart(schema, validation, `holdout-${kind}`)
	});
	const files = new Map();
	for (const { path } of training.files) files.set(path, await readFile(join(inputs.training, path)));
	return {
		evidence: {
			run,
			evaluation: handoverPart(Evaluation, evaluation, "evaluation"),
			datasets: both(Dataset, "dataset"),
			validations: both(Validation, "validation")
		},
		files
	};
}
// actions/register-model/src/promotion-report.ts
/** The pull request's title and body, with what the channel holds now beside the candidate. */
async function describePromotion({ ledger }, { context, evidence, manifest, intent, policy }) {
	const head = await ledger.head();
	const champion = intent.previous && await readVersion(ledger, intent.model, intent.previous.version, head);
	const championRun = champion && head !== null ? await readReferenced(ledger, Run, champion.run, head) : null;
	const body = renderPromotion({
		repository: context.github.repository,
		serverUrl: context.github.serverUrl,
		registryBranch: context.inputs.registryBranch,
		channel: intent.channel,
		seq: intent.seq,
		manifest,
		...evidence,
		...champion ? { champion: {
			manifest: champion,
			...championRun ? { run: championRun } : {}
		} } : {},
		gatePolicy: policy.gate,
		...policy.rollout ? { rollout: policy.rollout } : {},
		approvals: policy.channels[intent.channel]?.approvals ?? 1
	});
	return {
		title: `Promote ${intent.model} ${intent.version} to ${intent.channel}`,
		body
	};
}
// actions/register-model/src/main.ts
async function registerCandidate(context) {
	const { inputs, github } = context;
	const registry = await connectRegistry({
		token: inputs.token,
		repository: github.repository,
		apiUrl: github.apiUrl,
		registryBranch: inputs.registryBranch,
		policyRoot: inputs.policyRoot,
		actor: github.actor,
		runUrl: github.runUrl
	});
	const { policy, contractSha256 } = await readPolicy(registry, inputs.model, await registry.reviews.defaultBranch());
	const { evidence, files } = await readCandidate(inputs);
	assertReplays(evidence.evaluation, policy.gate);
	assertSignature(evidence.run.output.signature, files.get("model.onnx"));
	const registration = await context.group("Register", () => registerModel(registry, {
		evidence,
		files,
		policy,
		contractSha256,
		source: {
			repository: github.repository,
			sha: github.sha
		}
	}));
	context.output("model-digest", evidence.run.output.modelDigest);
	context.output("registered", registration.registered);
	if (!registration.registered) {
		context.summary(renderRegistration({
			outcome: "refused",
			run: evidence.run,
			evaluation: registration.evaluation
		}));
		context.log(`Refused by the gate (${registration.evaluation.verdict}): run and evaluation are on record, no version was made.`);
		return {};
	}
	const { manifest, release, isNew } = registration;
	context.output("version", manifest.version);
	context.output("tag", manifest.release.tag);
	context.output("release-url", release.url);
	context.log(`${isNew ? "Registered" : "Known already as"} ${manifest.model} ${manifest.version}`);
	const proposal = await context.group("Propose the promotion", () => proposePromotion(registry, {
		manifest,
		evidence: registration.evidence,
		channel: inputs.channel,
		describe: (intent) => describePromotion(registry, {
			context,
			evidence: registration.evidence,
			manifest,
			intent,
			policy
		})
	}));
	const pullRequest = proposal.outcome === "in-place" ? void 0 : proposal.pullRequest;
	if (pullRequest) context.output("pull-request", String(pullRequest.number));
	if (proposal.outcome === "outdated") context.log(`Pull request #${pullRequest?.number} proposes a newer version already.`);
	if (proposal.outcome === "declined") context.log(`Pull request #${pullRequest?.number} was closed by people and stays closed.`);
	context.summary(renderRegistration({
		outcome: isNew ? "registered" : "known",
		manifest,
		releaseUrl: release.url,
		channel: inputs.channel,
		...pullRequest ? { pullRequest: {
			number: pullRequest.number,
			url: pullRequest.url
		} } : {}
	}));
	return {};
}
export { registerCandidate };

import { t as assertReplays } from "../lib/evaluation.js";
import { n as connectRegistry } from "../lib/github.js";
import { t as assertSignature } from "../lib/models.js";
import { St as readVersion, Z as readNewestDrift, bt as readReferenced, ct as registerModel, dt as readPolicy, nt as proposePromotion } from "../lib/registry.js";
import { l as renderRegistration, u as renderPromotion } from "../lib/reports.js";
import { C as TidemarkError, g as readHandover, h as handoverPart } from "../lib/start.js";
import { C as Evaluation, R as Dataset, U as Run, W as Validation } from "../lib/schemas.js";
import { join } from "node:path";
import { createReadStream } from "node:fs";
// actions/register-model/src/file-on-disk.ts
/** A file whose size and digest were verified, read in chunks of 1 MiB: it may be larger than memory. */
function fileOnDisk(file, verified) {
	return {
		...verified,
		async *open(start, end) {
			if (end > start) yield* createReadStream(file, {
				start,
				end: end - 1,
				highWaterMark: 1 << 20
			});
		}
	};
}
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
	const files = new Map(training.files.map(({ path, sizeBytes, sha256 }) => [path, fileOnDisk(join(inputs.training, path), {
		sizeBytes,
		sha256
	})]));
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
	const known = champion && head !== null ? await readChampion(ledger, champion, head) : null;
	const drift = policy.monitor ? await readNewestDrift(ledger, intent.model, head) : null;
	const { approvals = 1, owners } = policy.channels[intent.channel] ?? {};
	const body = renderPromotion({
		repository: context.github.repository,
		serverUrl: context.github.serverUrl,
		registryBranch: context.inputs.registryBranch,
		channel: intent.channel,
		seq: intent.seq,
		manifest,
		...evidence,
		...known ? { champion: known } : {},
		...drift ? { drift } : {},
		...owners ? { owners } : {},
		gatePolicy: policy.gate,
		...policy.rollout ? { rollout: policy.rollout } : {},
		approvals
	});
	return {
		title: `Promote ${intent.model} ${intent.version} to ${intent.channel}`,
		body
	};
}
/** What the champion is made of, to show what changed. Its evidence is as it was when it was registered. */
async function readChampion(ledger, manifest, head) {
	const [training, holdout] = manifest.datasets;
	const [trainingCheck, holdoutCheck] = manifest.validations;
	const read = (schema, reference) => reference === void 0 ? null : readReferenced(ledger, schema, reference, head);
	const [run, evaluation, trainedOn, judgedOn, trainingVerdict, holdoutVerdict] = await Promise.all([
		readReferenced(ledger, Run, manifest.run, head),
		readReferenced(ledger, Evaluation, manifest.evaluation, head),
		read(Dataset, training),
		read(Dataset, holdout),
		read(Validation, trainingCheck),
		read(Validation, holdoutCheck)
	]);
	const known = {
		manifest,
		run,
		measured: evaluation.challenger
	};
	if (!trainedOn || !judgedOn || !trainingVerdict || !holdoutVerdict) return known;
	const datasets = {
		training: trainedOn,
		holdout: judgedOn
	};
	const validations = {
		training: trainingVerdict,
		holdout: holdoutVerdict
	};
	return {
		...known,
		data: {
			datasets,
			validations
		}
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
	const { kind, signature } = evidence.run.output;
	if (kind !== "opaque") assertSignature(signature, await readOnnx(files));
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
/** ONNX is one protobuf message, which has less than 2 GiB: what is larger cannot be one. */
async function readOnnx(files) {
	const file = files.get("model.onnx");
	if (file === void 0) return void 0;
	if (file.sizeBytes >= 2 ** 31) throw new TidemarkError("MODEL_REFUSED", `model.onnx has ${file.sizeBytes} bytes, ONNX allows less than 2 GiB`, { hint: "Train a smaller model." });
	return Buffer.concat(await Array.fromAsync(file.open(0, file.sizeBytes)));
}
export { registerCandidate };

import { F as digestOf, S as TidemarkError, g as writeHandover, h as readHandover, m as handoverPart, n as provideNative, v as clearHandover } from "../lib/start.js";
import { L as digestQuery, R as unpackLookups, i as readSplitFeatures, o as openModelFolder, r as openSplit, t as readVersionModel } from "../lib/data.js";
import { r as evaluateGate } from "../lib/evaluation.js";
import { f as renderGate } from "../lib/reports.js";
import { C as Dataset, D as Run, O as Validation, i as evaluationId, o as featuresDigest, s as lookupFiles } from "../lib/schemas.js";
import { n as connectRegistry } from "../lib/github.js";
import { $ as readChannelState, Y as downloadModel, ot as readVersion, rt as readChannel } from "../lib/registry.js";
import { a as measureLatency, i as openModel } from "../lib/models.js";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
// actions/evaluate-gate/src/champion.ts
/** The version that is in the channel: a merged one that is not settled yet does not count. Null where there is none. */
async function fetchChampion({ inputs, github }) {
	const { ledger, releases, reviews } = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor
	});
	const { model, channel, policyRoot } = inputs;
	const ref = await reviews.defaultBranch();
	const intent = await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref
	});
	const state = await readChannelState(ledger, intent);
	if (state === null) return null;
	const manifest = await readVersion(ledger, model, state.version, await ledger.head());
	if (manifest === null || manifest.modelDigest !== state.modelDigest) throw new TidemarkError("REGISTRY_CORRUPT", `${model} ${state.version} is in ${channel} but not in the registry`, { hint: "Run verify-registry and restore the registry branch from a clone." });
	return {
		manifest,
		files: await downloadModel(releases, manifest)
	};
}
/** A champion is scored with its own query and lookups: the candidate's may have other features. Throws `REGISTRY_CORRUPT`. */
function championModel({ manifest, files }, lookups) {
	return {
		name: manifest.version,
		...readVersionModel(manifest, files, lookups)
	};
}
// actions/evaluate-gate/src/handovers.ts
/** Reads what validate-data and train handed over; digests are checked on arrival, documents against their schemas. */
async function readCandidate({ inputs, github }) {
	const folder = resolve(github.workspace, inputs.training);
	const validation = await readHandover(resolve(github.workspace, inputs.validation), {
		kind: "validation",
		expectedDigest: inputs.validationHandover
	});
	const training = await readHandover(folder, {
		kind: "training",
		expectedDigest: inputs.trainingHandover
	});
	const run = handoverPart(Run, training, "run");
	const validated = {
		dataset: handoverPart(Dataset, validation, "holdout-dataset"),
		validation: handoverPart(Validation, validation, "holdout-validation")
	};
	if (validated.validation.verdict !== "pass") throw new TidemarkError("CONTRACT_FAILED", `the holdout’s verdict is ${validated.validation.verdict}`, { hint: "Only data that passes its contract can judge a model. See the summary of validate-data." });
	if (run.output.kind === "opaque") throw new TidemarkError("MODEL_REFUSED", "the candidate is an opaque model, whose scores this action cannot compute", { hint: "evaluate-gate scores ONNX models. Train one, or set kind: onnx in model.yaml." });
	const model = {
		name: "the candidate",
		bytes: await readFile(join(folder, "model.onnx")),
		sha256: run.output.files.find((file) => file.path === "model.onnx")?.sha256 ?? ""
	};
	const lookups = lookupFiles(training.files).map(({ name, file }) => ({
		name,
		sha256: file.sha256
	}));
	const query = training.files.find((file) => file.path === "features.sql")?.sha256 ?? "";
	return {
		run,
		validated,
		model,
		features: featuresDigest(query, lookups)
	};
}
// actions/evaluate-gate/src/scoring.ts
/** Scores models on one holdout, each with the features of its own query; equal queries are run once. */
var HoldoutScorer = class {
	#context;
	#folder;
	#split;
	#validated;
	#tables = new Map();
	constructor(context, folder, split, validated) {
		this.#context = context;
		this.#folder = folder;
		this.#split = split;
		this.#validated = validated;
	}
	/** All models at once, in the order given. */
	async score(models) {
		const tables = [];
		for (const model of models) tables.push(await this.#features(model));
		return Promise.all(models.map((model, i) => this.#score(model, tables[i])));
	}
	/** 95th percentile of scoring one row alone, in milliseconds; call it when nothing else runs. */
	async latencyP95Ms(model) {
		const { rows, features } = await this.#features(model);
		const opened = await openModel(model.bytes, { expectedSha256: model.sha256 });
		try {
			const { seed } = this.#folder.policy.train;
			return (await measureLatency(opened, {
				rows,
				columns: features
			}, { seed })).p95Ms;
		} finally {
			await opened.close();
		}
	}
	async #score(model, { ids, labels, clusters, features, rows }) {
		if (labels === void 0) throw new Error("a feature table without labels");
		const opened = await openModel(model.bytes, { expectedSha256: model.sha256 });
		try {
			const scores = await opened.score({
				rows,
				columns: features
			}, {
				rowIds: ids,
				onProgress: ({ done }) => this.#context.progress(`${model.name}: ${done.toLocaleString("en")} of ${rows.toLocaleString("en")} rows scored`)
			});
			const keys = clusters && Array.from(clusters.codes, (code) => clusters.dictionary[code] ?? null);
			return {
				scored: {
					ids,
					scores
				},
				holdout: {
					ids,
					labels,
					...keys ? { clusters: keys } : {}
				}
			};
		} finally {
			await opened.close();
		}
	}
	async #features({ query }) {
		const digest = digestQuery(query);
		const known = this.#tables.get(digest);
		if (known) return known;
		const table = await readSplitFeatures(this.#folder, this.#split, {
			validated: this.#validated,
			query,
			wantsKeys: true
		});
		this.#tables.set(digest, table);
		return table;
	}
};
/**
* A candidate may bring a new query, but not another question: rows, labels and clusters must be those of the champion's.
* Throws `ROWS_MISMATCH`.
*/
function assertSameQuestion(candidate, champion) {
	const rows = candidate.ids.length;
	let differing = 0;
	for (let row = 0; row < Math.max(rows, champion.ids.length); row++) if (!(candidate.ids[row] === champion.ids[row] && candidate.labels[row] === champion.labels[row] && candidate.clusters?.[row] === champion.clusters?.[row])) differing++;
	if (differing === 0) return;
	throw new TidemarkError("ROWS_MISMATCH", `the candidate’s query asks another question than the champion’s: ${differing.toLocaleString("en")} of ${rows.toLocaleString("en")} holdout rows differ in id, label or cluster`, { hint: "A features query may change features, not which rows there are, what their label is or how they cluster. Make a new model for a new question." });
}
/** The query that judges is the checkout's, with its lookups, not one that the training job brought along. Throws `DIGEST_MISMATCH`. */
function assertSameQuery(expected, actual) {
	if (expected === actual) return;
	throw new TidemarkError("DIGEST_MISMATCH", `the candidate came with another features query, or other lookups (sha256 ${actual}), than this commit has (${expected})`, { hint: "Run train and evaluate-gate on the same commit, and do not edit what travels between jobs." });
}
// actions/evaluate-gate/src/main.ts
async function evaluate(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.output);
	await clearHandover(output, "evaluation");
	const folder = await openModelFolder(github.workspace, inputs);
	const { policy } = folder;
	const candidate = await readCandidate(context);
	const query = await folder.readQuery(policy.data.features);
	assertSameQuery(digestQuery(query), candidate.features);
	const champion = await context.group("Fetch the champion", () => fetchChampion(context));
	context.output("champion", champion?.manifest.version ?? "");
	await provideNative(["duckdb", "onnxruntime"], context);
	await using unpacked = await unpackLookups(champion?.files ?? new Map());
	await using split = await openSplit(folder, candidate.validated.dataset.files.map((file) => file.path), { lookups: [...query.lookups, ...unpacked.lookups] });
	const scorer = new HoldoutScorer(context, folder, split, candidate.validated);
	const candidateModel = {
		...candidate.model,
		query
	};
	const models = [candidateModel, ...champion ? [championModel(champion, unpacked.lookups)] : []];
	const [challenger, incumbent] = await context.group(`Score ${models.map(({ name }) => name).join(" and ")}`, () => scorer.score(models));
	if (challenger === void 0) throw new Error("no candidate was scored");
	if (incumbent) assertSameQuestion(challenger.holdout, incumbent.holdout);
	const measured = {
		sizeBytes: candidate.run.output.files.reduce((sum, file) => sum + file.sizeBytes, 0),
		latencyP95Ms: await scorer.latencyP95Ms(candidateModel)
	};
	const decision = await context.group("Decide", async () => evaluateGate({
		policy: policy.gate,
		task: policy.task,
		holdout: challenger.holdout,
		challenger: challenger.scored,
		...incumbent ? { champion: incumbent.scored } : {},
		measured
	}));
	const evaluation = recordDecision({
		policy,
		candidate,
		champion,
		challenger,
		measured,
		decision
	});
	await mkdir(output, { recursive: true });
	context.output("handover", await writeHandover(output, {
		kind: "evaluation",
		facts: { evaluation }
	}));
	context.output("evaluation-id", evaluation.id);
	context.summary(renderGate(evaluation, { policy: policy.gate }));
	const { verdict, reason, rules } = decision;
	for (const rule of rules) context.log(`${rule.verdict}  ${rule.reason}`);
	if (verdict === "pass") return { verdict };
	return {
		verdict,
		failed: `The gate’s verdict is ${verdict}: ${reason}`
	};
}
function recordDecision({ policy, candidate, champion, challenger, measured, decision }) {
	const { run, validated, features } = candidate;
	const { verdict, reason, rules, notJudged, metrics, statistics } = decision;
	const document = {
		schema: "tidemark/evaluation/v1",
		model: policy.model,
		run: run.id,
		challenger: {
			modelDigest: run.output.modelDigest,
			...measured
		},
		champion: champion && {
			modelDigest: champion.manifest.modelDigest,
			version: champion.manifest.version
		},
		holdout: {
			dataset: validated.dataset.digest,
			validation: validated.validation.id,
			features,
			rows: validated.dataset.rows,
			acceptedRows: challenger.scored.ids.length
		},
		policyDigest: digestOf(policy.gate),
		verdict,
		reason,
		...JSON.parse(JSON.stringify({
			rules,
			notJudged,
			metrics,
			statistics
		}))
	};
	return {
		...document,
		id: evaluationId(document)
	};
}
export { evaluate };

import { C as TidemarkError, E as digestOf, _ as writeHandover, g as readHandover, h as handoverPart, n as provideNative, y as clearHandover } from "../lib/start.js";
import { a as readVersionModel, c as openSplit, f as openModelFolder, gt as unpackLookups, ht as digestQuery, l as readSplitFeatures, o as readVersionQuery } from "../lib/data.js";
import { s as evaluateGate } from "../lib/evaluation.js";
import { b as renderGate } from "../lib/reports.js";
import { H as Dataset, J as Validation, i as evaluationId, l as modelDigest, o as featuresDigest, q as Run, s as lookupFiles } from "../lib/schemas.js";
import { n as connectRegistry } from "../lib/github.js";
import { Ct as readVersion, dt as downloadParts, ht as readChannelState, ut as downloadModel, xt as readReferenced, yt as readChannel } from "../lib/registry.js";
import { i as openModel, o as measureLatency } from "../lib/models.js";
import { n as scoreByCommand, r as outputLines } from "../lib/training.js";
import { appendFile, copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { constants } from "node:fs";
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
	const head = await ledger.head();
	const manifest = await readVersion(ledger, model, state.version, head);
	if (head === null || manifest === null || manifest.modelDigest !== state.modelDigest) throw new TidemarkError("REGISTRY_CORRUPT", `${model} ${state.version} is in ${channel} but not in the registry`, { hint: "Run verify-registry and restore the registry branch from a clone." });
	const brought = manifest.kind === "opaque" ? queryFiles(manifest) : manifest.files;
	return {
		manifest,
		files: brought.length === 0 ? new Map() : await downloadModel(releases, {
			...manifest,
			files: brought
		}),
		download: async (directory) => {
			for await (const { path, bytes } of downloadParts(releases, manifest)) {
				await mkdir(dirname(join(directory, path)), { recursive: true });
				await appendFile(join(directory, path), bytes);
			}
		},
		readFeatures: async () => (await readReferenced(ledger, Run, manifest.run, head)).data.features
	};
}
/** A champion is scored with its own query and lookups: the candidate's may have other features. Throws `REGISTRY_CORRUPT`. */
async function championModel(champion, { lookups, query }) {
	const { manifest, files } = champion;
	const name = manifest.version;
	if (manifest.kind !== "opaque") {
		const { query: own, ...source } = readVersionModel(manifest, files, lookups);
		return {
			name,
			source,
			query: own
		};
	}
	return {
		name,
		source: manifest.image ? { image: manifest.image } : { fill: champion.download },
		query: readVersionQuery(manifest, files, lookups) ?? await sameQuery(champion, query)
	};
}
/** The files that make features, where they travel with the model: never with a container image. */
function queryFiles({ files }) {
	const query = files.filter(({ path }) => path === "features.sql");
	return query.length === 0 ? [] : [...query, ...lookupFiles(files).map(({ file }) => file)];
}
/** Where no query travels with a version, this commit's must be the one that it was judged with. Throws `DIGEST_MISMATCH`. */
async function sameQuery({ manifest, readFeatures }, query) {
	const features = await readFeatures();
	if (features === digestQuery(query)) return query;
	throw new TidemarkError("DIGEST_MISMATCH", `${manifest.model} ${manifest.version} was judged with another features query (${features}) than this commit has, and no query travels with it`, { hint: "Keep features query and lookups of models that are container images as they are. For new features make a new model, or hand over files, with which the query travels." });
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
	if (run.output.kind === "opaque" && modelDigestOf(training.files, run) !== run.output.modelDigest) throw new TidemarkError("DIGEST_MISMATCH", "the model that was handed over is not the one that its run names", { hint: "Run train again; do not edit what travels between jobs." });
	const lookups = lookupFiles(training.files).map(({ name, file }) => ({
		name,
		sha256: file.sha256
	}));
	const query = training.files.find((file) => file.path === "features.sql")?.sha256;
	const features = run.output.image && query === void 0 ? run.data.features : featuresDigest(query ?? "", lookups);
	return {
		run,
		validated,
		source: await readSource(folder, run),
		features
	};
}
function modelDigestOf(files, { output }) {
	return output.image && files.length === 0 ? output.image.digest : modelDigest(files);
}
async function readSource(folder, { output }) {
	if (output.image) return { image: output.image };
	if (output.kind === "opaque") return { fill: async (directory) => {
		for (const { path } of output.files) {
			await mkdir(dirname(join(directory, path)), { recursive: true });
			await copyFile(join(folder, path), join(directory, path), constants.COPYFILE_FICLONE);
		}
	} };
	return {
		bytes: await readFile(join(folder, "model.onnx")),
		sha256: output.files.find((file) => file.path === "model.onnx")?.sha256 ?? ""
	};
}
// actions/evaluate-gate/src/scored-model.ts
const isOnnx = (source) => "bytes" in source;
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
	/** In the order given: ONNX models side by side, a command with the machine to itself. */
	async score(models) {
		const tables = [];
		for (const model of models) tables.push(await this.#features(model));
		const score = (model, i) => this.#score(model, tables[i]);
		if (models.every(({ source }) => isOnnx(source))) return Promise.all(models.map(score));
		const scorings = [];
		for (const [i, model] of models.entries()) scorings.push(await score(model, i));
		return scorings;
	}
	/** 95th percentile of scoring one row alone, in milliseconds; call it when nothing else runs. Null of a model that a command scores. */
	async latencyP95Ms(model) {
		const { source } = model;
		if (!isOnnx(source)) return null;
		const { rows, features } = await this.#features(model);
		const opened = await openModel(source.bytes, { expectedSha256: source.sha256 });
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
	async #score({ name, source }, table) {
		const { ids, labels, clusters } = table;
		if (labels === void 0) throw new Error("a feature table without labels");
		const scores = isOnnx(source) ? await this.#run(name, source, table) : await this.#command(name, source, table);
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
	}
	async #run(name, { bytes, sha256 }, { ids, features, rows }) {
		const opened = await openModel(bytes, { expectedSha256: sha256 });
		try {
			return await opened.score({
				rows,
				columns: features
			}, {
				rowIds: ids,
				onProgress: ({ done }) => this.#context.progress(`${name}: ${done.toLocaleString("en")} of ${rows.toLocaleString("en")} rows scored`)
			});
		} finally {
			await opened.close();
		}
	}
	async #command(name, source, { ids, features, rows }) {
		const { score, data } = this.#folder.policy;
		if (score === void 0) throw new TidemarkError("POLICY_INVALID", `${name} is an opaque model, and model.yaml has no score command`, { hint: "Set kind: opaque and score.command in model.yaml, or make the ONNX model a new model, without this champion." });
		const { github, log } = this.#context;
		const output = outputLines((line) => log(line));
		return scoreByCommand(source, {
			rows,
			columns: features,
			ids,
			idName: data.columns.id
		}, {
			command: score.command,
			workingDirectory: github.workspace,
			outputDirectory: join(github.temp, "tidemark-scoring"),
			timeoutMs: score.timeoutMinutes * 6e4,
			onOutput: output.add
		}).finally(output.end);
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
	const hasOnnx = isOnnx(candidate.source) || champion !== null && champion.manifest.kind !== "opaque";
	await provideNative(hasOnnx ? ["duckdb", "onnxruntime"] : ["duckdb"], context);
	await using unpacked = await unpackLookups(champion?.files ?? new Map());
	await using split = await openSplit(folder, candidate.validated.dataset.files.map((file) => file.path), { lookups: [...query.lookups, ...unpacked.lookups] });
	const scorer = new HoldoutScorer(context, folder, split, candidate.validated);
	const candidateModel = {
		name: "the candidate",
		source: candidate.source,
		query
	};
	const models = [candidateModel, ...champion ? [await championModel(champion, {
		lookups: unpacked.lookups,
		query
	})] : []];
	const [challenger, incumbent] = await context.group(`Score ${models.map(({ name }) => name).join(" and ")}`, () => scorer.score(models));
	if (challenger === void 0) throw new Error("no candidate was scored");
	if (incumbent) assertSameQuestion(challenger.holdout, incumbent.holdout);
	const measured = {
		sizeBytes: sizeOf(candidate.run),
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
	context.output("champion", champion?.manifest.version ?? "");
	context.summary(renderGate(evaluation, { policy: policy.gate }));
	const { verdict, reason, rules } = decision;
	for (const rule of rules) context.log(`${rule.verdict}  ${rule.reason}`);
	if (verdict === "pass") return { verdict };
	return {
		verdict,
		failed: `The gate’s verdict is ${verdict}: ${reason}`
	};
}
/** A container image's size is not in its digest, and it is not pulled here. */
function sizeOf({ output }) {
	return output.image ? null : output.files.reduce((sum, file) => sum + file.sizeBytes, 0);
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

import { F as digestOf, I as sha256, S as TidemarkError, g as writeHandover, h as readHandover, m as handoverPart, n as provideNative, v as clearHandover } from "../lib/start.js";
import { L as digestQuery, i as readSplitFeatures, o as openModelFolder, r as openSplit } from "../lib/data.js";
import { o as inspectModel } from "../lib/models.js";
import { x as renderTraining } from "../lib/reports.js";
import { C as Dataset, O as Validation, c as lookupPath, d as runId, l as modelDigest } from "../lib/schemas.js";
import { n as openExecutor, r as runJob, t as readSource } from "../lib/training.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
// actions/train/src/output-lines.ts
/** Hands on a command's output by whole lines, however its chunks are cut; `end` hands on what has no line end. */
function outputLines(write) {
	let rest = "";
	return {
		add(text) {
			const lines = (rest + text).split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) write(line);
		},
		end() {
			if (rest !== "") write(rest);
			rest = "";
		}
	};
}
// actions/train/src/main.ts
async function train(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.output);
	await clearHandover(output, "training");
	const folder = await openModelFolder(github.workspace, inputs);
	const { policy } = folder;
	if (policy.kind === "opaque") throw new TidemarkError("POLICY_INVALID", "train makes ONNX models, and model.yaml says kind: opaque", { hint: "Leave kind out to train here. Opaque models are registered from a run that was made elsewhere." });
	const handed = await readHandover(resolve(github.workspace, inputs.validation), {
		kind: "validation",
		expectedDigest: inputs.validationHandover
	});
	const dataset = handoverPart(Dataset, handed, "training-dataset");
	const validation = handoverPart(Validation, handed, "training-validation");
	if (validation.verdict !== "pass") throw new TidemarkError("CONTRACT_FAILED", `the training data’s verdict is ${validation.verdict}`, { hint: "Only data that passes its contract is trained on. See the summary of validate-data." });
	const serving = await folder.readQuery(policy.data.features);
	const query = policy.train.features === void 0 ? serving : await folder.readQuery(policy.train.features);
	const source = await readSource(github.workspace, github);
	await provideNative(["duckdb"], context);
	await using split = await openSplit(folder, dataset.files.map((file) => file.path), { lookups: query.lookups });
	const table = await context.group("Read features", () => readSplitFeatures(folder, split, {
		validated: {
			dataset,
			validation
		},
		query,
		wantsKeys: false
	}));
	const { labels } = table;
	if (labels === void 0) throw new Error("a feature table without labels");
	context.log(`${table.rows.toLocaleString("en")} rows, features ${table.schema.map((column) => column.name).join(", ")}`);
	const data = {
		dataset: dataset.digest,
		validation: validation.id,
		trainingFeatures: digestQuery(query),
		features: digestQuery(serving),
		rows: dataset.rows,
		acceptedRows: table.rows
	};
	const { executor: kind, seed, parameters, timeoutMinutes, command } = policy.train;
	const commandOutput = outputLines(context.log);
	const executor = openExecutor(kind, {
		onProgress: ({ done, trees }) => context.progress(`${done} of ${trees} trees`),
		...command === void 0 ? {} : { command: {
			command,
			workingDirectory: github.workspace,
			outputDirectory: join(github.temp, "tidemark-training"),
			timeoutMs: timeoutMinutes * 6e4,
			onOutput: commandOutput.add
		} }
	});
	const start = performance.now();
	const result = await context.group(`Train (${kind})`, () => runJob(executor, {
		runId: digestOf({
			source,
			data,
			kind,
			seed,
			parameters
		}),
		seed,
		parameters,
		channels: { data: folder.root },
		loadTable: async () => ({
			rows: table.rows,
			columns: table.features,
			labels,
			labelName: policy.data.columns.label
		})
	}).finally(commandOutput.end));
	const trainingSeconds = (performance.now() - start) / 1e3;
	for (const warning of result.warnings) context.annotate({
		level: "warning",
		title: "train",
		message: warning
	});
	const contents = new Map([["features.sql", Buffer.from(serving.text)], ["model.onnx", result.model]]);
	for (const lookup of serving.lookups) contents.set(lookupPath(lookup), await readSameBytes(lookup));
	const files = [...contents].map(([path, bytes]) => ({
		path,
		sizeBytes: bytes.length,
		sha256: sha256(bytes)
	})).sort((a, b) => a.path < b.path ? -1 : 1);
	for (const [path, bytes] of contents) {
		await mkdir(dirname(join(output, path)), { recursive: true });
		await writeFile(join(output, path), bytes);
	}
	const run = {
		schema: "tidemark/run/v1",
		model: policy.model,
		source,
		executor: kind,
		trainer: { ...result.trainer },
		seed,
		parameters: result.parameters,
		data,
		output: {
			modelDigest: modelDigest(files),
			files,
			signature: toSignature(inspectModel(result.model).signature)
		},
		metrics: { ...result.metrics },
		importance: { ...result.importance },
		trainingSeconds
	};
	const recorded = {
		...run,
		id: runId(run)
	};
	context.output("handover", await writeHandover(output, {
		kind: "training",
		facts: { run: recorded }
	}));
	context.output("run-id", recorded.id);
	context.output("model-digest", recorded.output.modelDigest);
	context.summary(renderTraining(recorded, dataset, { serverUrl: github.serverUrl }));
}
/** A training command runs in the checkout: what it made of a lookup is not what it was trained on. */
async function readSameBytes({ file, path, sha256: expected }) {
	const bytes = await readFile(path);
	if (sha256(bytes) === expected) return bytes;
	throw new TidemarkError("DIGEST_MISMATCH", `${file} changed while the model was trained`, { hint: "Training reads lookups; change them in a commit of their own." });
}
function toSignature({ inputs, outputs }) {
	const plain = (values) => values.map(({ shape, ...value }) => ({
		...value,
		shape: shape && [...shape]
	}));
	return {
		inputs: plain(inputs),
		outputs: plain(outputs)
	};
}
export { train };

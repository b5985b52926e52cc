import { C as TidemarkError, D as sha256, E as digestOf, _ as writeHandover, g as readHandover, h as handoverPart, n as provideNative, y as clearHandover } from "../lib/start.js";
import { c as openSplit, f as openModelFolder, ht as digestQuery, l as readSplitFeatures } from "../lib/data.js";
import { I as renderTraining } from "../lib/reports.js";
import { H as Dataset, J as Validation, c as lookupPath, l as modelDigest, p as runId } from "../lib/schemas.js";
import { a as openOpaqueExecutor, i as openExecutor, o as runJob, r as outputLines, t as readSource } from "../lib/training.js";
import { s as inspectModel } from "../lib/models.js";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { constants } from "node:fs";
// actions/train/src/trained-model.ts
/**
* Writes a model's files to the folder that is handed over, its query and lookups among them, and says what they are. An image has
* no files: its query stays in the commit.
*/
async function writeTrainedModel(model, { output, query, declared }) {
	const opaque = {
		kind: "opaque",
		signature: declared ?? {
			inputs: [],
			outputs: []
		}
	};
	if ("image" in model) {
		await mkdir(output, { recursive: true });
		return {
			modelDigest: model.image.digest,
			files: [],
			image: model.image,
			...opaque
		};
	}
	const contents = new Map([["features.sql", Buffer.from(query.text)]]);
	if (model instanceof Uint8Array) contents.set("model.onnx", model);
	for (const lookup of query.lookups) contents.set(lookupPath(lookup), await readSameBytes(lookup));
	for (const [path, bytes] of contents) {
		await mkdir(dirname(join(output, path)), { recursive: true });
		await writeFile(join(output, path), bytes);
	}
	const moved = model instanceof Uint8Array ? [] : model.files;
	if (!(model instanceof Uint8Array)) await moveFiles(model, output);
	const files = [...contents].map(([path, bytes]) => ({
		path,
		sizeBytes: bytes.length,
		sha256: sha256(bytes)
	})).concat(moved).sort((a, b) => a.path < b.path ? -1 : 1);
	const described = model instanceof Uint8Array ? { signature: toSignature(inspectModel(model).signature) } : opaque;
	return {
		modelDigest: modelDigest(files),
		files,
		...described
	};
}
/** One after the other, each gone where it was: the disk need not hold a large model twice. */
async function moveFiles({ directory, files }, output) {
	for (const { path } of files) {
		await mkdir(dirname(join(output, path)), { recursive: true });
		await copyFile(join(directory, path), join(output, path), constants.COPYFILE_FICLONE);
		await rm(join(directory, path));
	}
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
// actions/train/src/main.ts
async function train(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.output);
	await clearHandover(output, "training");
	const folder = await openModelFolder(github.workspace, inputs);
	const { policy } = folder;
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
	const options = {
		onProgress: ({ done, trees }) => context.progress(`${done} of ${trees} trees`),
		...command === void 0 ? {} : { command: {
			command,
			workingDirectory: github.workspace,
			outputDirectory: join(github.temp, "tidemark-training"),
			timeoutMs: timeoutMinutes * 6e4,
			onOutput: commandOutput.add
		} }
	};
	const job = {
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
	};
	const start = performance.now();
	const result = await context.group(`Train (${kind})`, () => (policy.kind === "opaque" ? runJob(openOpaqueExecutor(kind, options), job) : runJob(openExecutor(kind, options), job)).finally(commandOutput.end));
	const trainingSeconds = (performance.now() - start) / 1e3;
	for (const warning of result.warnings) context.annotate({
		level: "warning",
		title: "train",
		message: warning
	});
	const trained = await writeTrainedModel(result.model, {
		output,
		query: serving,
		declared: policy.signature
	});
	const run = {
		schema: "tidemark/run/v1",
		model: policy.model,
		source,
		executor: kind,
		trainer: { ...result.trainer },
		seed,
		parameters: result.parameters,
		data,
		output: trained,
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
export { train };

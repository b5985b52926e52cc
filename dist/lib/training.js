import { C as TidemarkError, F as canonicalJson, O as RelativePath } from "./start.js";
import { B as ImageReference } from "./schemas.js";
import { a as checkScores, r as encodeModel, s as inspectModel } from "./models.js";
import { lstat, mkdir, open, readFile, readdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { promisify } from "node:util";
import { execFile, spawn, spawnSync } from "node:child_process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// packages/training/src/executors/executor.ts
/** Runs a job to its end and returns its result; throws its error after the last attempt, or at once if a retry cannot help. */
async function runJob(executor, job, { attempts = 1, pollMs = 1e3 } = {}) {
	for (let attempt = 1;; attempt++) {
		const submission = await executor.submit(job);
		let state = await executor.poll(submission);
		while (state.state === "running") {
			await setTimeout$1(pollMs);
			state = await executor.poll(submission);
		}
		if (state.state === "succeeded") return state.result;
		if (attempt >= attempts || !state.isRetryable) throw state.error;
	}
}
// packages/training/src/executors/attached-executor.ts
/** An executor whose jobs end before `submit` returns, in this process or a child of it: nothing is left to detach from. */
function attachedExecutor(kind, run) {
	const states = new Map();
	return {
		kind,
		submit: async (job) => {
			states.set(job.runId, await run(job));
			return {
				executor: kind,
				id: job.runId
			};
		},
		poll: async ({ executor, id }) => {
			const state = executor === kind ? states.get(id) : void 0;
			if (state) return state;
			return {
				state: "failed",
				error: new TidemarkError("TRAINING_FAILED", `Run ${id} of executor ${executor} is not known to this process.`, { hint: `The ${kind} executor cannot be resumed after its job has ended: train again.` }),
				isRetryable: true
			};
		}
	};
}
// packages/training/src/executors/child.ts
const shownBytes = 4194304;
/**
* Runs a command without a shell, as its own process group, and ends the whole group with it: on success, failure, timeout and
* cancellation alike, nothing it started lives on. Output passes through up to 4 MiB. Rejects when the command cannot be started.
*/
function runChild(options) {
	const { command, workingDirectory, environment, timeoutMs, graceMs, onOutput, signal } = options;
	const [file = "", ...args] = command;
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, {
			cwd: workingDirectory,
			env: { ...environment },
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: process.platform !== "win32",
			windowsHide: true
		});
		const output = boundedOutput(onOutput);
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", output.add);
		let stopped;
		let killTimer;
		let releaseTimer;
		const stop = (reason) => {
			stopped ??= reason;
			signalGroup(child, "SIGTERM");
			killTimer ??= setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
		};
		const cancel = () => stop("cancelled");
		const killAtExit = () => signalGroup(child, "SIGKILL");
		const timeout = setTimeout(() => stop("timeout"), timeoutMs);
		const settle = () => {
			clearTimeout(timeout);
			clearTimeout(killTimer);
			clearTimeout(releaseTimer);
			signal?.removeEventListener("abort", cancel);
			process.removeListener("exit", killAtExit);
		};
		process.once("exit", killAtExit);
		signal?.addEventListener("abort", cancel);
		if (signal?.aborted) cancel();
		child.once("error", (error) => {
			settle();
			reject(error);
		});
		child.once("exit", () => {
			clearTimeout(timeout);
			signalGroup(child, "SIGKILL");
			releaseTimer = setTimeout(() => {
				child.stdout.destroy();
				child.stderr.destroy();
			}, graceMs);
		});
		child.once("close", (exitCode, endSignal) => {
			settle();
			resolve({
				exitCode,
				signal: endSignal,
				stopped,
				tail: output.tail()
			});
		});
	});
}
function signalGroup({ pid }, name) {
	if (pid === void 0) return;
	if (process.platform === "win32") {
		spawnSync("taskkill", [
			"/pid",
			String(pid),
			"/T",
			"/F"
		], { stdio: "ignore" });
		return;
	}
	try {
		process.kill(-pid, name);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM"))) throw error;
	}
}
function boundedOutput(onOutput) {
	let shown = 0;
	let tail = "";
	return {
		add: (text) => {
			tail = (tail + text).slice(-8192);
			if (shown > shownBytes) return;
			shown += text.length;
			onOutput?.(shown > shownBytes ? "\n… further output is not shown\n" : text);
		},
		tail: () => tail
	};
}
// packages/training/src/executors/child-failure.ts
/** By this exit code a command says that trying again will not help. */
const doNotRetry = 42;
/** Why a command that ran did not do its work, with the end of its output; undefined where it did. */
function childFailure(role, end, timeoutMs) {
	const failure = describeFailure(role, end, timeoutMs);
	if (failure === void 0) return void 0;
	const lines = end.tail.trimEnd().split("\n").slice(-20).join("\n");
	return {
		error: new TidemarkError(role.code, failure.message, {
			hint: failure.hint,
			problems: lines === "" ? [] : [{
				path: "last output",
				message: lines
			}]
		}),
		isRetryable: failure.isRetryable
	};
}
/** The error of a command whose program could not be run at all. */
function notStarted({ name, code, commandKey }, command, cause) {
	return new TidemarkError(code, `The ${name} ${JSON.stringify(command[0] ?? "")} could not be started.`, {
		hint: `Check ${commandKey} in model.yaml, and that an earlier step installs the program.`,
		cause
	});
}
function describeFailure({ name, timeoutKey, lessWork }, { exitCode, signal, stopped }, timeoutMs) {
	if (stopped === "timeout") {
		const hint = `Raise ${timeoutKey} in model.yaml, or ${lessWork}.`;
		return {
			message: `The ${name} was stopped after ${timeoutMs / 1e3} s.`,
			hint,
			isRetryable: false
		};
	}
	if (stopped === "cancelled") return {
		message: `The ${name} was cancelled.`,
		hint: "Run the job again.",
		isRetryable: false
	};
	if (exitCode === 0) return void 0;
	if (exitCode === doNotRetry) return {
		message: `The ${name} failed for good.`,
		hint: "The command said that trying again does not help (exit code 42): correct what its output names.",
		isRetryable: false
	};
	const how = exitCode === null ? `was ended by ${signal}` : `failed with exit code ${exitCode}`;
	const hint = signal === "SIGKILL" ? `It was probably out of memory: ${lessWork}, or on a larger runner.` : "See its output.";
	return {
		message: `The ${name} ${how}.`,
		hint,
		isRetryable: true
	};
}
// packages/training/src/executors/command-outputs.ts
const maxModelBytes = 1024 ** 3;
const maxMetricsBytes = 1024 ** 2;
/** The model that a command wrote, inspected. Throws `TRAINING_FAILED` when there is none, and what `inspectModel` throws. */
async function readModelFile(directory) {
	const bytes = await readOutput(directory, "model.onnx", maxModelBytes);
	if (!bytes) throw new TidemarkError("TRAINING_FAILED", "The training command ended well but left no model.onnx.", { hint: "Write the model to os.path.join(os.environ[\"SM_MODEL_DIR\"], \"model.onnx\")." });
	inspectModel(bytes);
	return bytes;
}
/** The metrics that a command reported, `{}` if it reported none. Throws `TRAINING_FAILED` for anything but names and numbers. */
async function readMetrics(directory) {
	const bytes = await readOutput(directory, "metrics.json", maxMetricsBytes);
	if (!bytes) return {};
	let value;
	try {
		value = JSON.parse(Buffer.from(bytes).toString("utf8"));
	} catch (cause) {
		throw metricsError([{
			file: "metrics.json",
			message: cause instanceof Error ? cause.message : "is not JSON"
		}]);
	}
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw metricsError([{
		file: "metrics.json",
		message: "is not an object"
	}]);
	const problems = [];
	const metrics = {};
	for (const [name, metric] of Object.entries(value)) if (!/^[A-Za-z0-9_.@-]{1,64}$/.test(name) || name === "__proto__") problems.push({
		file: "metrics.json",
		path: name.slice(0, 80),
		message: "is no metric name"
	});
	else if (typeof metric === "number" && Number.isFinite(metric)) metrics[name] = metric;
	else problems.push({
		file: "metrics.json",
		path: name,
		message: "is not a finite number"
	});
	if (problems.length > 0) throw metricsError(problems);
	return metrics;
}
/** The bytes of a plain file of the directory itself, or undefined. Throws what `findOutput` throws. */
async function readOutput(directory, name, maxBytes) {
	return await findOutput(directory, name, maxBytes) ? readFile(join(directory, name)) : void 0;
}
/**
* Whether there is a plain file of the directory itself; a link could name any file of the machine. Throws `PATH_REFUSED` and
* `FILE_TOO_LARGE`.
*/
async function findOutput(directory, name, maxBytes) {
	const path = join(directory, name);
	const status = await lstat(path).catch(() => void 0);
	if (!status) return false;
	const isInside = (await lstat(directory)).isDirectory() && await realpath(path) === join(await realpath(directory), name);
	if (!status.isFile() || !isInside) throw new TidemarkError("PATH_REFUSED", `${name} is not a plain file in the output directory.`, { hint: "Write the file itself, not a link to it." });
	if (status.size > maxBytes) throw new TidemarkError("FILE_TOO_LARGE", `${name} has ${status.size} bytes, at most ${maxBytes} are read.`, { hint: "Write a smaller file." });
	return true;
}
function metricsError(problems) {
	return new TidemarkError("TRAINING_FAILED", "The metrics of the training command cannot be read.", {
		hint: "Write {\"name\": number, …}, with letters, digits and _ . @ - in names, and no NaN.",
		problems: problems.slice(0, 20)
	});
}
// packages/training/src/executors/environment.ts
const inherited = new Set([
	...[
		"PATH",
		"HOME",
		"USER",
		"LOGNAME",
		"SHELL",
		"LANG",
		"LANGUAGE",
		"LC_ALL",
		"LC_CTYPE",
		"TZ",
		"TMPDIR",
		"TMP",
		"TEMP",
		"CI"
	],
	...[
		"VIRTUAL_ENV",
		"CONDA_PREFIX",
		"PYTHONLOCATION",
		"LD_LIBRARY_PATH",
		"PKG_CONFIG_PATH",
		"JAVA_HOME",
		"R_LIBS_USER"
	],
	...[
		"SYSTEMROOT",
		"SYSTEMDRIVE",
		"WINDIR",
		"COMSPEC",
		"PATHEXT",
		"USERPROFILE",
		"APPDATA",
		"LOCALAPPDATA",
		"PROGRAMDATA",
		"PROGRAMFILES"
	]
]);
const reserved$1 = /^(SM_|TIDEMARK_)/i;
const runners = /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_)/i;
const secret = /TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH|^GH_|NETRC/i;
/**
* A training command's whole environment: an allow-list of the host's variables, those the policy passes by name, and SageMaker's
* contract (`SM_MODEL_DIR`, `SM_OUTPUT_DATA_DIR`, `SM_CHANNELS`, `SM_CHANNEL_<NAME>`, `SM_HPS`) with `TIDEMARK_RUN_ID`,
* `TIDEMARK_OUTPUT_DIR` and `TIDEMARK_SEED`. Throws `POLICY_INVALID` for passed names that are the runner's or look like secrets.
* https://github.com/aws/sagemaker-training-toolkit/blob/master/ENVIRONMENT_VARIABLES.md
*/
function commandEnvironment(job, directories, host, passed) {
	const environment = inheritedEnvironment(host, passed);
	for (const [name, directory] of Object.entries(job.channels)) environment[`SM_CHANNEL_${name.toUpperCase().replaceAll("-", "_")}`] = directory;
	return {
		...environment,
		SM_MODEL_DIR: directories.model,
		SM_OUTPUT_DATA_DIR: directories.output,
		SM_CHANNELS: JSON.stringify(Object.keys(job.channels).sort()),
		SM_HPS: JSON.stringify(job.parameters),
		TIDEMARK_RUN_ID: job.runId,
		TIDEMARK_OUTPUT_DIR: directories.output,
		TIDEMARK_SEED: String(job.seed)
	};
}
/**
* The part of a command's environment that comes from the host: an allow-list, and what the policy passes by name. Throws
* `POLICY_INVALID` for passed names that are the runner's or look like secrets.
*/
function inheritedEnvironment(host, passed = []) {
	const problems = passed.filter((name) => reserved$1.test(name) || runners.test(name) || secret.test(name));
	if (problems.length > 0) throw new TidemarkError("POLICY_INVALID", `Training commands are not given ${problems.join(", ")}.`, {
		hint: "Code that trains gets no credentials: fetch protected data in an earlier step, and pass it as files.",
		problems: problems.map((name) => ({
			path: name,
			message: "belongs to the runner or looks like a secret"
		}))
	});
	const wanted = new Set(passed);
	const environment = {};
	for (const [name, value] of Object.entries(host)) if (value !== void 0 && (inherited.has(name.toUpperCase()) || wanted.has(name))) environment[name] = value;
	return environment;
}
// packages/training/src/executors/opaque-model.ts
/** A version's release has room for 1,000 assets, among them the query, its lookups and the parts of large files. */
const mostFiles = 900;
const mostBytes = 32 * 1024 ** 3;
const mostProblems = 20;
const imageFile = "image.txt";
/** Names that Tidemark gives to files beside the model's own. */
const reserved = /^(features\.sql|handover\.json|lookups(\/.*)?)$/i;
/**
* What a command left as its model: any plain files in the model's directory, or `image.txt` in the output directory with one
* `name@sha256:<64 hex digits>`. Throws `TRAINING_FAILED` where there is neither or both, `PATH_REFUSED` for links, special files and
* reserved or unusable names, `FILE_TOO_LARGE` for more than 900 files or 32 GiB.
*/
async function readOpaqueModel({ model, output }, limits = {
	files: mostFiles,
	bytes: mostBytes
}) {
	const image = await readOutput(output, imageFile, 1024);
	const found = await listFiles(model, limits);
	if (image === void 0 && found.length === 0) throw new TidemarkError("TRAINING_FAILED", "The training command ended well but left no model.", { hint: `Write the model's files to SM_MODEL_DIR, or a container image as name@sha256:… to ${imageFile} in TIDEMARK_OUTPUT_DIR.` });
	if (image === void 0) {
		const files = [];
		for (const { path, sizeBytes } of found) files.push({
			path,
			sizeBytes,
			sha256: await digestFile(join(model, path))
		});
		return {
			directory: model,
			files
		};
	}
	if (found.length === 0) return { image: parseImage(Buffer.from(image).toString("utf8")) };
	throw new TidemarkError("TRAINING_FAILED", `The training command left both files and ${imageFile}.`, {
		hint: "A model is files, or an image and nothing else. Put into the image what it needs.",
		problems: found.slice(0, 10).map(({ path }) => ({
			path,
			message: `is in SM_MODEL_DIR beside ${imageFile}`
		}))
	});
}
function parseImage(text) {
	const [name, digest, ...more] = text.trim().split("@sha256:");
	const parsed = ImageReference.safeParse({
		name,
		digest
	});
	if (parsed.success && more.length === 0) return parsed.data;
	throw new TidemarkError("TRAINING_FAILED", `${imageFile} holds no image reference: ${JSON.stringify(text.slice(0, 100))}`, { hint: "Write one line such as ghcr.io/acme/churn@sha256:<64 hex digits>: what the registry answered to the push, without a tag." });
}
async function listFiles(directory, limits) {
	if (!(await lstat(directory)).isDirectory()) throw refused([{
		path: ".",
		message: "SM_MODEL_DIR is no folder any more"
	}]);
	const files = [];
	const problems = [];
	let bytes = 0;
	const visit = async (below) => {
		for (const { name } of await readdir(join(directory, below), { withFileTypes: true })) {
			const path = below === "" ? name : `${below}/${name}`;
			const status = await lstat(join(directory, path));
			if (!RelativePath.safeParse(path).success) problems.push({
				path: path.slice(0, 200),
				message: "is no path that every system can have"
			});
			else if (reserved.test(path)) problems.push({
				path,
				message: "is a name that Tidemark uses for its own files"
			});
			else if (status.isDirectory()) await visit(path);
			else if (!status.isFile()) problems.push({
				path,
				message: "is a link or a special file"
			});
			else {
				files.push({
					path,
					sizeBytes: status.size
				});
				bytes += status.size;
			}
			if (problems.length >= mostProblems) throw refused(problems);
			if (files.length > limits.files || bytes > limits.bytes) throw tooLarge(files.length, bytes, limits);
		}
	};
	await visit("");
	if (problems.length > 0) throw refused(problems);
	return files.sort((a, b) => a.path < b.path ? -1 : 1);
}
function tooLarge(files, bytes, limits) {
	const message = files > limits.files ? `The model has more than ${limits.files} files.` : `The model has ${bytes} bytes or more, at most ${limits.bytes} are taken.`;
	return new TidemarkError("FILE_TOO_LARGE", message, { hint: "Write fewer files, such as one archive, or register a container image." });
}
function refused(problems) {
	return new TidemarkError("PATH_REFUSED", "The model’s files cannot be taken as they are.", {
		hint: "Write plain files with other names to SM_MODEL_DIR, not links to them.",
		problems
	});
}
/** Read as it comes: a file may be larger than memory. */
async function digestFile(file) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
	return hash.digest("hex");
}
// packages/training/src/executors/training-rows.ts
const rowsPerWrite = 16384;
/**
* Writes a training table as CSV (RFC 4180, UTF-8, `\n`): a header, the label first, then the features. A missing value is an empty
* field, an empty text `""`.
*/
function writeTrainingRows(file, { labels, labelName = "label", ...table }) {
	return writeRows(file, table, {
		name: labelName,
		field: (row) => String(labels[row])
	});
}
/** As `writeTrainingRows`, with what names the rows first instead of the label. */
function writeRowsToScore(file, table, { idName, ids }) {
	return writeRows(file, table, {
		name: idName,
		field: (row) => quote(ids[row])
	});
}
async function writeRows(file, { rows, columns }, first) {
	const fields = columns.map(fieldsOf);
	const handle = await open(file, "wx");
	try {
		await handle.write(`${[first.name, ...columns.map(({ name }) => name)].map(quote).join(",")}\n`);
		for (let start = 0; start < rows; start += rowsPerWrite) {
			let text = "";
			for (let row = start; row < Math.min(start + rowsPerWrite, rows); row++) {
				text += first.field(row);
				for (const field of fields) text += `,${field(row)}`;
				text += "\n";
			}
			await handle.write(text);
		}
	} finally {
		await handle.close();
	}
}
function fieldsOf(column) {
	if (column.kind === "number") {
		const { values } = column;
		return (row) => {
			const value = values[row];
			return Number.isNaN(value) ? "" : String(value);
		};
	}
	const { codes, dictionary } = column;
	const texts = dictionary.map(quote);
	return (row) => codes[row] === 4294967295 ? "" : texts[codes[row]] ?? "";
}
function quote(text) {
	return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
// packages/training/src/executors/command-executor.ts
const role$1 = {
	name: "training command",
	code: "TRAINING_FAILED",
	commandKey: "train.command",
	timeoutKey: "train.timeoutMinutes",
	lessWork: "train on less data"
};
/**
* Trains by a command of the team's, in a child process without the job's credentials. It finds its inputs by `SM_CHANNEL_<NAME>`
* and `SM_HPS` (the feature table as `train.csv` in the channel `train`), and must write `model.onnx` to `SM_MODEL_DIR`; `metrics.json` in `TIDEMARK_OUTPUT_DIR`, names to numbers, is optional.
*/
function commandExecutor(options) {
	return executorOf(options, ({ model }) => readModelFile(model));
}
/** As `commandExecutor`, for a command that writes any files to `SM_MODEL_DIR`, or names an image in `TIDEMARK_OUTPUT_DIR`. */
function opaqueCommandExecutor(options) {
	return executorOf(options, readOpaqueModel);
}
function executorOf(options, readModel) {
	return attachedExecutor("command", async (job) => {
		try {
			return await runCommand(job, options, readModel);
		} catch (error) {
			if (error instanceof TidemarkError) return {
				state: "failed",
				error,
				isRetryable: false
			};
			throw error;
		}
	});
}
async function runCommand(job, options, readModel) {
	const { command, workingDirectory, outputDirectory, timeoutMs, graceMs = 1e4, onOutput, signal } = options;
	const directories = {
		model: join(outputDirectory, "model"),
		output: join(outputDirectory, "output")
	};
	const train = join(outputDirectory, "train");
	const environment = commandEnvironment({
		...job,
		channels: {
			...job.channels,
			train
		}
	}, directories, options.hostEnvironment ?? process.env, options.passEnvironment ?? []);
	for (const directory of [...Object.values(directories), train]) {
		await rm(directory, {
			recursive: true,
			force: true
		});
		await mkdir(directory, { recursive: true });
	}
	await writeTrainingRows(join(train, "train.csv"), await job.loadTable());
	const end = await runChild({
		command,
		workingDirectory,
		environment,
		timeoutMs,
		graceMs,
		onOutput,
		signal
	}).catch((cause) => {
		throw notStarted(role$1, command, cause);
	}).finally(() => rm(train, {
		recursive: true,
		force: true
	}));
	const failure = childFailure(role$1, end, timeoutMs);
	if (failure) return {
		state: "failed",
		...failure
	};
	const model = await readModel(directories);
	const metrics = await readMetrics(directories.output);
	return {
		state: "succeeded",
		result: {
			trainer: {
				name: command.join(" ").slice(0, 200),
				version: "at the commit"
			},
			model,
			parameters: job.parameters,
			metrics,
			warnings: []
		}
	};
}
// packages/training/src/embedded/onnx-export.ts
/** Who trains; the version changes when the same table, parameters and seed may give another model. */
const embeddedTrainer = {
	name: "tidemark-boosted-trees",
	version: "1"
};
/**
* The trained model as ONNX: one [N,1] input a raw feature column, string columns through a LabelEncoder, all through a
* TreeEnsembleRegressor and a Sigmoid to `probability` [N,1]. Nothing in it depends on when or where it was made.
*/
function exportOnnx(features, forest, metadata) {
	let prefix = "tidemark/";
	while (features.some(({ name }) => name.startsWith(prefix))) prefix += "/";
	const encoded = (feature) => feature.kind === "string" ? `${prefix}encoded/${feature.name}` : feature.name;
	const nodes = [
		...features.flatMap((feature) => feature.kind === "string" ? [labelEncoder(feature.name, encoded(feature), feature.encoding)] : []),
		{
			domain: "",
			opType: "Concat",
			name: "features",
			inputs: features.map(encoded),
			outputs: [`${prefix}features`],
			attributes: { axis: {
				type: "int",
				value: 1
			} }
		},
		treeEnsemble(forest, `${prefix}features`, `${prefix}log-odds`),
		{
			domain: "",
			opType: "Sigmoid",
			name: "probability",
			inputs: [`${prefix}log-odds`],
			outputs: ["probability"],
			attributes: {}
		}
	];
	return encodeModel({
		irVersion: 8,
		producer: embeddedTrainer,
		opsets: [{
			domain: "",
			version: 17
		}, {
			domain: "ai.onnx.ml",
			version: 3
		}],
		metadata,
		graph: {
			name: "tidemark",
			nodes,
			inputs: features.map(({ name, kind }) => ({
				name,
				type: kind === "number" ? "float" : "string",
				shape: ["N", 1]
			})),
			outputs: [{
				name: "probability",
				type: "float",
				shape: ["N", 1]
			}]
		}
	});
}
function labelEncoder(input, output, { categories, values, fallback }) {
	return {
		domain: "ai.onnx.ml",
		opType: "LabelEncoder",
		name: `encode ${input}`,
		inputs: [input],
		outputs: [output],
		attributes: {
			keys_strings: {
				type: "strings",
				value: categories.length > 0 ? categories : [""]
			},
			values_floats: {
				type: "floats",
				value: categories.length > 0 ? values : [fallback]
			},
			default_float: {
				type: "float",
				value: fallback
			}
		}
	};
}
/** https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html, version 3 */
function treeEnsemble({ base, trees }, input, output) {
	const nodes = {
		tree: [],
		node: [],
		feature: [],
		threshold: []
	};
	const branches = {
		mode: [],
		left: [],
		right: [],
		missingLeft: []
	};
	const leaves = {
		tree: [],
		node: [],
		value: []
	};
	const grown = trees.length > 0 ? trees : [{
		feature: [-1],
		threshold: [0],
		missingLeft: [false],
		left: [0],
		right: [0],
		value: [0]
	}];
	for (const [t, tree] of grown.entries()) for (const [n, feature] of tree.feature.entries()) {
		const isLeaf = feature === -1;
		nodes.tree.push(t);
		nodes.node.push(n);
		nodes.feature.push(isLeaf ? 0 : feature);
		nodes.threshold.push(tree.threshold[n]);
		branches.mode.push(isLeaf ? "LEAF" : "BRANCH_LEQ");
		branches.left.push(tree.left[n]);
		branches.right.push(tree.right[n]);
		branches.missingLeft.push(tree.missingLeft[n] ? 1 : 0);
		if (!isLeaf) continue;
		leaves.tree.push(t);
		leaves.node.push(n);
		leaves.value.push(tree.value[n]);
	}
	return {
		domain: "ai.onnx.ml",
		opType: "TreeEnsembleRegressor",
		name: "trees",
		inputs: [input],
		outputs: [output],
		attributes: {
			n_targets: {
				type: "int",
				value: 1
			},
			aggregate_function: {
				type: "string",
				value: "SUM"
			},
			post_transform: {
				type: "string",
				value: "NONE"
			},
			base_values: {
				type: "floats",
				value: [base]
			},
			nodes_treeids: {
				type: "ints",
				value: nodes.tree
			},
			nodes_nodeids: {
				type: "ints",
				value: nodes.node
			},
			nodes_featureids: {
				type: "ints",
				value: nodes.feature
			},
			nodes_values: {
				type: "floats",
				value: nodes.threshold
			},
			nodes_modes: {
				type: "strings",
				value: branches.mode
			},
			nodes_truenodeids: {
				type: "ints",
				value: branches.left
			},
			nodes_falsenodeids: {
				type: "ints",
				value: branches.right
			},
			nodes_missing_value_tracks_true: {
				type: "ints",
				value: branches.missingLeft
			},
			target_treeids: {
				type: "ints",
				value: leaves.tree
			},
			target_nodeids: {
				type: "ints",
				value: leaves.node
			},
			target_ids: {
				type: "ints",
				value: leaves.tree.map(() => 0)
			},
			target_weights: {
				type: "floats",
				value: leaves.value
			}
		}
	};
}
// packages/training/src/embedded/binning.ts
const quantileSample = 2e5;
/** Bins numbers as float32, since that is what the model is fed; NaN is missing. */
function binNumbers({ name, values }, { max_bins: maxBins, seed }) {
	const narrow = values instanceof Float32Array ? values : new Float32Array(values);
	const thresholds = chooseThresholds(countDistinct(sampleRows(narrow, seed).filter((value) => !Number.isNaN(value)).sort()), maxBins);
	const bins = findBins(narrow, thresholds);
	return {
		name,
		thresholds,
		bins,
		isConstant: isConstant(bins)
	};
}
/** Values mostly come again: what was found for some is kept by their bits, which is faster than a search for each. */
function findBins(values, thresholds) {
	const missing = thresholds.length + 1;
	const bitsOf = new Uint32Array(values.buffer, values.byteOffset, values.length);
	const keptBits = new Uint32Array(4096);
	const keptBins = new Uint8Array(4096).fill(findBin(thresholds, 0));
	const bins = new Uint8Array(values.length);
	for (let row = 0; row < values.length; row++) {
		const bits = bitsOf[row];
		const slot = Math.imul(bits, 2654435761) >>> 20;
		if (keptBits[slot] !== bits) {
			const value = values[row];
			keptBits[slot] = bits;
			keptBins[slot] = Number.isNaN(value) ? missing : findBin(thresholds, value);
		}
		bins[row] = keptBins[slot];
	}
	return bins;
}
/** Bins a string column by its encoded values. There are no missing ones: null has the fallback's value. */
function binCategories(name, { rowLevels, levels }, maxBins) {
	const counts = new Float64Array(levels.length);
	for (const level of rowLevels) counts[level]++;
	const used = [...counts.keys()].filter((level) => counts[level] > 0).sort((a, b) => levels[a] - levels[b]);
	const distinct = {
		values: [],
		counts: []
	};
	for (const level of used) addDistinct(distinct, levels[level], counts[level]);
	const thresholds = chooseThresholds(distinct, maxBins);
	const levelBins = Uint8Array.from(levels, (value) => findBin(thresholds, value));
	const bins = new Uint8Array(rowLevels.length);
	for (let row = 0; row < bins.length; row++) bins[row] = levelBins[rowLevels[row]];
	return {
		name,
		thresholds,
		bins,
		isConstant: isConstant(bins)
	};
}
/** Ends of bins: between every two distinct values if they are few, else after about equal numbers of rows. */
function chooseThresholds({ values, counts }, maxBins) {
	if (values.length <= maxBins) return Float32Array.from(values.slice(1), (value, i) => between(values[i], value));
	const total = counts.reduce((sum, count) => sum + count, 0);
	const thresholds = [];
	let below = 0;
	for (let i = 0; i + 1 < values.length && thresholds.length + 1 < maxBins; i++) {
		below += counts[i];
		if (below * maxBins >= total * (thresholds.length + 1)) thresholds.push(between(values[i], values[i + 1]));
	}
	return Float32Array.from(thresholds);
}
/** A float32 t with low <= t < high: the middle where it can be had. */
function between(low, high) {
	const middle = Math.fround(low / 2 + high / 2);
	return middle >= low && middle < high && Number.isFinite(middle) ? middle : low;
}
function isConstant(bins) {
	return bins.every((bin) => bin === bins[0]);
}
/** The number of thresholds below the value. */
function findBin(thresholds, value) {
	let low = 0;
	let high = thresholds.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if (value <= thresholds[middle]) high = middle;
		else low = middle + 1;
	}
	return low;
}
function countDistinct(sorted) {
	const distinct = {
		values: [],
		counts: []
	};
	for (const value of sorted) addDistinct(distinct, value, 1);
	return distinct;
}
function addDistinct({ values, counts }, value, count) {
	const last = values.length - 1;
	if (last >= 0 && values[last] === value) counts[last] += count;
	else {
		values.push(value);
		counts.push(count);
	}
}
/** A row of every stride, at a place the seed chooses; all rows when they are few. */
function sampleRows(values, seed) {
	if (values.length <= quantileSample) return values.slice();
	const stride = values.length / quantileSample;
	const sample = new Float32Array(quantileSample);
	let state = seed >>> 0;
	for (let i = 0; i < quantileSample; i++) {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		sample[i] = values[Math.floor((i + state / 2 ** 32) * stride)];
	}
	return sample;
}
/** Adds up the groups `order[start..end)`. Two features are summed at a time, so that their memory latencies overlap. */
function fillHistogram(histogram, features, { gradient, hessian, rows }, order, start, end) {
	histogram.fill(0);
	let f = 0;
	for (; f + 1 < features.length; f += 2) addTwo(histogram, features[f], f * 256 * 3, features[f + 1], (f + 1) * 256 * 3, gradient, hessian, rows, order, start, end);
	if (f < features.length) addOne(histogram, features[f], f * 256 * 3, gradient, hessian, rows, order, start, end);
}
/** histogram -= other, which leaves the sibling's. */
function subtractHistogram(histogram, other) {
	for (let i = 0; i < histogram.length; i++) histogram[i] -= other[i];
}
function addOne(histogram, bins, base, gradient, hessian, rows, order, start, end) {
	for (let i = start; i < end; i++) {
		const group = order[i];
		const at = base + bins[group] * 3;
		histogram[at] += gradient[group];
		histogram[at + 1] += hessian[group];
		histogram[at + 2] += rows[group];
	}
}
function addTwo(histogram, binsA, baseA, binsB, baseB, gradient, hessian, rows, order, start, end) {
	for (let i = start; i < end; i++) {
		const group = order[i];
		const g = gradient[group];
		const h = hessian[group];
		const n = rows[group];
		const a = baseA + binsA[group] * 3;
		const b = baseB + binsB[group] * 3;
		histogram[a] += g;
		histogram[a + 1] += h;
		histogram[a + 2] += n;
		histogram[b] += g;
		histogram[b + 1] += h;
		histogram[b + 2] += n;
	}
}
// packages/training/src/embedded/split.ts
/** Below this the leaf's value is noise; LightGBM's min_sum_hessian_in_leaf. */
const minHessian = .001;
/** Gains below this are rounding. */
const minGain = 1e-9;
/**
* The split of the greatest gain GL²/(HL+λ) + GR²/(HR+λ) − G²/(H+λ) (Chen & Guestrin 2016, eq. 7, without its half), the first
* feature and bin among equals. Undefined when no split leaves enough rows on both sides and gains anything.
*/
function findSplit(histogram, node, features, { l2, min_rows_per_leaf: minRows }) {
	if (node.rows < 2 * minRows) return void 0;
	const parent = node.gradient * node.gradient / (node.hessian + l2);
	let best;
	for (let feature = 0; feature < features.length; feature++) {
		const { thresholds } = features[feature];
		const base = feature * 256 * 3;
		const missingAt = base + (thresholds.length + 1) * 3;
		const missingRows = histogram[missingAt + 2];
		for (let side = 0; side < (missingRows > 0 ? 2 : 1); side++) {
			let gradient = side === 1 ? histogram[missingAt] : 0;
			let hessian = side === 1 ? histogram[missingAt + 1] : 0;
			let rows = side === 1 ? missingRows : 0;
			const bins = missingRows > 0 && side === 0 ? thresholds.length + 1 : thresholds.length;
			for (let bin = 0; bin < bins; bin++) {
				const at = base + bin * 3;
				gradient += histogram[at];
				hessian += histogram[at + 1];
				rows += histogram[at + 2];
				if (rows < minRows || hessian < minHessian) continue;
				const restRows = node.rows - rows;
				const restHessian = node.hessian - hessian;
				if (restRows < minRows || restHessian < minHessian) break;
				const rest = node.gradient - gradient;
				const gain = gradient * gradient / (hessian + l2) + rest * rest / (restHessian + l2) - parent;
				if (gain > (best?.gain ?? minGain)) best = {
					feature,
					bin,
					missing: missingRows > 0 ? side : -1,
					gain,
					gradient,
					hessian,
					rows
				};
			}
		}
	}
	if (!best) return void 0;
	const left = {
		gradient: best.gradient,
		hessian: best.hessian,
		rows: best.rows
	};
	const right = {
		gradient: node.gradient - left.gradient,
		hessian: node.hessian - left.hessian,
		rows: node.rows - left.rows
	};
	const missingLeft = best.missing === -1 ? left.rows >= right.rows : best.missing === 1;
	return {
		feature: best.feature,
		bin: best.bin,
		missingLeft,
		gain: best.gain,
		left,
		right
	};
}
// packages/training/src/embedded/tree-growth.ts
/** Grows trees leaf by leaf, the best split first (Shi 2007; LightGBM). Its buffers are reused from tree to tree. */
var TreeGrowth = class {
	/** Groups, those of a leaf next to each other and ascending. */
	order;
	spare;
	pool = [];
	features;
	groups;
	gradients;
	parameters;
	constructor(features, groups, gradients, parameters) {
		this.features = features;
		this.groups = groups;
		this.gradients = gradients;
		this.parameters = parameters;
		this.order = new Uint32Array(groups.count);
		this.spare = new Uint32Array(groups.count);
	}
	grow() {
		for (let i = 0; i < this.order.length; i++) this.order[i] = i;
		const nodes = {
			feature: [-1],
			threshold: [0],
			missingLeft: [false],
			left: [0],
			right: [0],
			value: [0]
		};
		const gains = [];
		const leaves = [this.root()];
		while (leaves.length < this.parameters.leaves) {
			const at = indexOfBest(leaves);
			const leaf = leaves[at];
			const { split } = leaf;
			if (!split) break;
			gains.push({
				feature: split.feature,
				gain: split.gain
			});
			const left = nodes.feature.length;
			for (const side of [split.left, split.right]) addLeafNode(nodes, this.leafValue(side));
			nodes.feature[leaf.node] = split.feature;
			nodes.threshold[leaf.node] = this.features[split.feature].thresholds[split.bin] ?? Number.POSITIVE_INFINITY;
			nodes.missingLeft[leaf.node] = split.missingLeft;
			nodes.left[leaf.node] = left;
			nodes.right[leaf.node] = left + 1;
			nodes.value[leaf.node] = 0;
			const isLast = leaves.length + 1 === this.parameters.leaves;
			leaves.splice(at, 1, ...this.children(leaf, split, left, isLast));
		}
		for (const { histogram } of leaves) if (histogram) this.pool.push(histogram);
		return {
			tree: nodes,
			gains,
			leaves: leaves.map(({ node, start, end }) => ({
				value: nodes.value[node],
				start,
				end
			}))
		};
	}
	root() {
		const histogram = this.takeHistogram();
		this.fill(histogram, 0, this.order.length);
		const sums = {
			gradient: 0,
			hessian: 0,
			rows: 0
		};
		for (let at = 0; at < 768; at += 3) {
			sums.gradient += histogram[at];
			sums.hessian += histogram[at + 1];
			sums.rows += histogram[at + 2];
		}
		return {
			node: 0,
			start: 0,
			end: this.order.length,
			sums,
			histogram,
			split: this.findSplit(histogram, sums)
		};
	}
	/** Sums only the smaller child's histogram; the larger one's is what remains of the parent's. */
	children(parent, split, left, isLast) {
		const middle = this.partition(parent, split);
		const sides = [{
			node: left,
			start: parent.start,
			end: middle,
			sums: split.left
		}, {
			node: left + 1,
			start: middle,
			end: parent.end,
			sums: split.right
		}];
		const isTooSmall = ({ rows }) => rows < 2 * this.parameters.min_rows_per_leaf;
		if (isLast || isTooSmall(split.left) && isTooSmall(split.right)) {
			this.pool.push(parent.histogram);
			const leaf = (side) => ({
				...side,
				histogram: void 0,
				split: void 0
			});
			return [leaf(sides[0]), leaf(sides[1])];
		}
		const smaller = sides[middle - parent.start <= parent.end - middle ? 0 : 1];
		const small = this.takeHistogram();
		this.fill(small, smaller.start, smaller.end);
		const large = parent.histogram;
		subtractHistogram(large, small);
		const leaf = (side) => {
			const histogram = side === smaller ? small : large;
			return {
				...side,
				histogram,
				split: this.findSplit(histogram, side.sums)
			};
		};
		return [leaf(sides[0]), leaf(sides[1])];
	}
	/** Moves the left child's groups to the front, keeping both sides ascending. Returns where the right one begins. */
	partition({ start, end }, { feature, bin, missingLeft }) {
		const { order, spare } = this;
		const bins = this.groups.bins[feature];
		const missing = this.features[feature].thresholds.length + 1;
		let left = start;
		let right = 0;
		for (let i = start; i < end; i++) {
			const group = order[i];
			const groupBin = bins[group];
			if (groupBin === missing ? missingLeft : groupBin <= bin) order[left++] = group;
			else spare[right++] = group;
		}
		order.set(spare.subarray(0, right), left);
		return left;
	}
	leafValue({ gradient, hessian }) {
		return Math.fround(-gradient / (hessian + this.parameters.l2) * this.parameters.learning_rate);
	}
	findSplit(histogram, sums) {
		return findSplit(histogram, sums, this.features, this.parameters);
	}
	fill(histogram, start, end) {
		fillHistogram(histogram, this.groups.bins, this.gradients, this.order, start, end);
	}
	takeHistogram() {
		return this.pool.pop() ?? new Float64Array(this.features.length * 256 * 3);
	}
};
function indexOfBest(leaves) {
	let best = 0;
	for (const [i, { split }] of leaves.entries()) if ((split?.gain ?? 0) > (leaves[best].split?.gain ?? 0)) best = i;
	return best;
}
function addLeafNode(nodes, value) {
	nodes.feature.push(-1);
	nodes.threshold.push(0);
	nodes.missingLeft.push(false);
	nodes.left.push(0);
	nodes.right.push(0);
	nodes.value.push(value);
}
// packages/training/src/embedded/boosting.ts
/**
* Gradient boosting on the logistic loss by Newton steps (Friedman 2001; Chen & Guestrin 2016), starting at the overall log-odds.
* Everything is summed in a fixed order, so the same groups give the same trees bit for bit.
*/
function boost(features, groups, parameters, onTree) {
	const { count, rows, positives } = groups;
	const gradient = new Float64Array(count);
	const hessian = new Float64Array(count);
	const allRows = rows.reduce((sum, n) => sum + n, 0);
	const allPositives = positives.reduce((sum, n) => sum + n, 0);
	const base = Math.fround(Math.log(allPositives / (allRows - allPositives)));
	const scores = new Float64Array(count).fill(base);
	const growth = new TreeGrowth(features, groups, {
		gradient,
		hessian,
		rows
	}, parameters);
	const gains = new Float64Array(features.length);
	const trees = [];
	for (let done = 1; done <= parameters.trees; done++) {
		for (let i = 0; i < count; i++) {
			const probability = 1 / (1 + Math.exp(-scores[i]));
			gradient[i] = rows[i] * probability - positives[i];
			hessian[i] = rows[i] * probability * (1 - probability);
		}
		const grown = growth.grow();
		if (grown.leaves.length === 1) break;
		for (const { value, start, end } of grown.leaves) addToScores(scores, growth.order, start, end, value);
		for (const { feature, gain } of grown.gains) gains[feature] += gain;
		trees.push(grown.tree);
		onTree(done);
	}
	return {
		forest: {
			base,
			trees
		},
		gains,
		...meanLosses(scores, groups, allRows)
	};
}
function addToScores(scores, order, start, end, value) {
	for (let i = start; i < end; i++) scores[order[i]] += value;
}
function meanLosses(scores, { rows, positives }, allRows) {
	let logLoss = 0;
	let brier = 0;
	for (const [i, score] of scores.entries()) {
		const softplus = Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
		const probability = 1 / (1 + Math.exp(-score));
		logLoss += rows[i] * softplus - positives[i] * score;
		brier += positives[i] * (1 - probability) ** 2 + (rows[i] - positives[i]) * probability ** 2;
	}
	return {
		logLoss: logLoss / allRows,
		brier: brier / allRows
	};
}
// packages/training/src/embedded/encoding.ts
/**
* From this many rows on, a category's rate is in-sample even with folds: a row's own label no longer tells in it, while rates that
* differ by fold would invite splits between folds. On the 2001 flights this gains .003 AUC over folds for all categories.
*/
const steadyRows = 1e3;
/**
* (positives + m · prior) / (rows + m) per category, m = `smoothing` (Micci-Barreca 2001, with the m-estimate's weight).
* With folds, a row of a rare category is trained on the rate of the other folds' rows, so that its own label does not leak into
* its feature; the model keeps the rate over all rows. An empty string counts as null, since ONNX strings have no null.
*/
function encodeCategories({ codes, dictionary }, labels, prior, { smoothing, encoding_folds: folds, seed }) {
	const size = dictionary.length;
	const rows = new Float64Array((size + 1) * folds);
	const positives = new Float64Array((size + 1) * folds);
	const isNull = dictionary.map((text) => text === "");
	const rowLevels = new Uint32Array(codes.length);
	for (let row = 0; row < codes.length; row++) {
		const code = codes[row];
		if (code !== 4294967295 && code >= size) throw new RangeError(`code ${code} is outside the dictionary of ${size}`);
		const level = (code === 4294967295 || isNull[code] ? size : code) * folds + (folds === 1 ? 0 : foldOf(row, seed, folds));
		rowLevels[row] = level;
		rows[level]++;
		positives[level] += labels[row];
	}
	const rate = (k, n) => n + smoothing > 0 ? (k + smoothing * prior) / (n + smoothing) : prior;
	const levels = new Float32Array(rows.length).fill(prior);
	const seen = [];
	for (let code = 0; code < size; code++) {
		const slots = {
			start: code * folds,
			end: (code + 1) * folds
		};
		const allRows = sum(rows, slots);
		const allPositives = sum(positives, slots);
		if (allRows === 0 || isNull[code]) continue;
		seen.push({
			category: dictionary[code],
			value: rate(allPositives, allRows)
		});
		const isSteady = folds === 1 || allRows >= steadyRows;
		for (let slot = slots.start; slot < slots.end; slot++) levels[slot] = isSteady ? rate(allPositives, allRows) : rate(allPositives - positives[slot], allRows - rows[slot]);
	}
	seen.sort((a, b) => a.category < b.category ? -1 : 1);
	return {
		encoding: {
			categories: seen.map(({ category }) => category),
			values: Float32Array.from(seen, ({ value }) => value),
			fallback: Math.fround(prior)
		},
		rowLevels,
		levels
	};
}
/** The values a model sees for a column's rows. */
function applyEncoding({ categories, values, fallback }, { codes, dictionary }) {
	const rates = new Map(categories.map((category, i) => [category, values[i]]));
	const byCode = dictionary.map((category) => rates.get(category) ?? fallback);
	return Float32Array.from(codes, (code) => byCode[code] ?? fallback);
}
function foldOf(row, seed, folds) {
	let hash = Math.imul(row ^ Math.imul(seed + 1, 2654435761), 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return ((hash ^ hash >>> 16) >>> 0) % folds;
}
function sum(values, { start, end }) {
	let total = 0;
	for (let i = start; i < end; i++) total += values[i];
	return total;
}
// packages/training/src/embedded/forest.ts
/** The probability of every row, from features as float32, summed in double precision. */
function predictForest({ base, trees }, features, rows) {
	const scores = new Float64Array(rows).fill(base);
	for (const tree of trees) for (let row = 0; row < rows; row++) scores[row] += tree.value[findLeaf(tree, features, row)];
	return scores.map((score) => 1 / (1 + Math.exp(-score)));
}
function findLeaf(tree, features, row) {
	let node = 0;
	for (;;) {
		const feature = tree.feature[node];
		if (feature === -1) return node;
		const value = features[feature][row];
		node = (Number.isNaN(value) ? tree.missingLeft[node] : value <= tree.threshold[node]) ? tree.left[node] : tree.right[node];
	}
}
// packages/training/src/embedded/grouping.ts
/** Radix-sorts the rows by their bins and merges equal neighbours. The result does not depend on the rows' order. */
function groupRows(features, labels) {
	const order = sortRows(features, labels.length);
	const starts = startsOf(features, order);
	const count = starts.length;
	const rows = new Float64Array(count);
	const positives = new Float64Array(count);
	for (let group = 0; group < count; group++) {
		const end = starts[group + 1] ?? order.length;
		for (let i = starts[group]; i < end; i++) positives[group] += labels[order[i]];
		rows[group] = end - starts[group];
	}
	return {
		count,
		bins: features.map((feature) => new Uint8Array(count).map((_, group) => feature.bins[order[starts[group]]])),
		rows,
		positives
	};
}
/** Where rows differ from those before them. */
function startsOf(features, order) {
	const isStart = new Uint8Array(order.length).fill(1, 0, 1);
	for (const { bins } of features) {
		let before = bins[order[0]];
		for (let i = 1; i < order.length; i++) {
			const bin = bins[order[i]];
			if (bin !== before) isStart[i] = 1;
			before = bin;
		}
	}
	const starts = new Uint32Array(isStart.reduce((sum, mark) => sum + mark, 0));
	let count = 0;
	for (let i = 0; i < order.length; i++) if (isStart[i] === 1) starts[count++] = i;
	return starts;
}
function sortRows(features, rows) {
	let order = new Uint32Array(rows).map((_, i) => i);
	let sorted = new Uint32Array(rows);
	for (const { bins } of [...features].reverse()) {
		const place = new Uint32Array(257);
		for (const bin of bins) place[bin + 1]++;
		for (let bin = 1; bin < 257; bin++) place[bin] += place[bin - 1];
		for (const row of order) sorted[place[bins[row]]++] = row;
		[order, sorted] = [sorted, order];
	}
	return order;
}
// packages/training/src/embedded/parameters.ts
/** Every parameter's default and accepted range (both ends included), for policies, documentation and checks. */
const embeddedParameters = {
	trees: {
		default: 100,
		min: 1,
		max: 5e3,
		integer: true,
		description: "Trees in the model."
	},
	leaves: {
		default: 31,
		min: 2,
		max: 1024,
		integer: true,
		description: "Most leaves of a tree."
	},
	learning_rate: {
		default: .1,
		min: 1e-4,
		max: 1,
		integer: false,
		description: "How much of each tree's step is taken."
	},
	l2: {
		default: 1,
		min: 0,
		max: 1e6,
		integer: false,
		description: "L2 penalty on leaf values, in units of hessian."
	},
	min_rows_per_leaf: {
		default: 20,
		min: 1,
		max: 1e6,
		integer: true,
		description: "Fewest training rows in a leaf."
	},
	max_bins: {
		default: 255,
		min: 2,
		max: 255,
		integer: true,
		description: "Most quantile bins of a feature, missing values aside."
	},
	smoothing: {
		default: 20,
		min: 0,
		max: 1e6,
		integer: false,
		description: "Rows' worth of the overall rate mixed into each category's rate."
	},
	encoding_folds: {
		default: 5,
		min: 1,
		max: 50,
		integer: true,
		description: "Folds for out-of-fold rates of rare categories while training; 1 is in-sample."
	},
	seed: {
		default: 0,
		min: 0,
		max: 2 ** 31 - 1,
		integer: true,
		description: "Chooses the rows quantiles are taken from, and the folds."
	}
};
/** The given parameters over the defaults. Throws `POLICY_INVALID` naming every unknown name and every value out of range. */
function resolveParameters(given = {}) {
	const names = Object.keys(embeddedParameters);
	const problems = Object.keys(given).filter((name) => !Object.hasOwn(embeddedParameters, name)).map((name) => ({
		path: name,
		message: `unknown parameter; expected one of ${names.join(", ")}`
	}));
	const resolved = {};
	for (const name of names) {
		const { default: fallback, min, max, integer } = embeddedParameters[name];
		const value = given[name] ?? fallback;
		if (typeof value === "number" && value >= min && value <= max && (!integer || Number.isInteger(value))) resolved[name] = value;
		else problems.push({
			path: name,
			message: `${JSON.stringify(value)} is not ${integer ? "a whole number" : "a number"} from ${min} to ${max}`
		});
	}
	if (problems.length > 0) throw new TidemarkError("POLICY_INVALID", `${problems.length === 1 ? "A parameter" : `${problems.length} parameters`} of the embedded trainer cannot be used.`, {
		hint: "Correct train.parameters in model.yaml.",
		problems
	});
	return resolved;
}
// packages/training/src/embedded/training-table.ts
/** Throws `TRAINING_FAILED` with a remedy when nothing can be learned from the table. Returns the positive labels' count. */
function checkTrainingTable({ rows, columns, labels }) {
	if (rows === 0) throw failure("There are no training rows.", "Check the files of train.data and the WHERE clause of features.sql.");
	if (columns.length === 0) throw failure("There are no feature columns.", "Select at least one column besides the row id and the label in features.sql.");
	const problems = columns.flatMap((column, i) => describeColumnProblem(column, rows, columns.slice(0, i)));
	if (labels.length !== rows) problems.push({
		path: "label",
		message: `has ${labels.length} values, the table has ${rows} rows`
	});
	if (problems.length > 0) throw failure("The training table cannot be used.", "Correct the columns of features.sql.", problems);
	let positives = 0;
	let invalid = 0;
	for (let row = 0; row < rows; row++) if (labels[row] === 1) positives++;
	else if (labels[row] !== 0) invalid++;
	if (invalid > 0) throw failure(`${invalid} of ${rows} labels are neither 0 nor 1.`, "Leave out rows without a label, and cast the label to 0 or 1, in features.sql.");
	if (positives === 0 || positives === rows) throw failure(`All ${rows} labels are ${positives === 0 ? 0 : 1}: there is nothing to tell apart.`, "Check the label in features.sql and the period of the training data.");
	return { positives };
}
function describeColumnProblem(column, rows, earlier) {
	const problems = [];
	const length = column.kind === "number" ? column.values.length : column.codes.length;
	if (length !== rows) problems.push({
		path: column.name,
		message: `has ${length} values, the table has ${rows} rows`
	});
	if (earlier.some(({ name }) => name === column.name)) problems.push({
		path: column.name,
		message: "occurs twice"
	});
	if (column.name === "" || column.name === "probability") problems.push({
		path: column.name,
		message: "is no feature's name: `probability` is the model's output; rename it"
	});
	return problems;
}
/** A `TRAINING_FAILED` error. */
function failure(message, hint, problems = []) {
	return new TidemarkError("TRAINING_FAILED", message, {
		hint,
		problems
	});
}
// packages/training/src/embedded/trainer.ts
/**
* Trains gradient-boosted decision trees for a 0/1 label, in this thread, and exports them to ONNX.
* Throws `POLICY_INVALID` for parameters it does not know and `TRAINING_FAILED` for a table nothing can be learned from.
*/
function trainEmbedded(table, given = {}, { onProgress } = {}) {
	const parameters = resolveParameters(given);
	const { positives } = checkTrainingTable(table);
	const prepared = prepareFeatures(table, positives / table.rows, parameters);
	const features = prepared.map(({ binned }) => binned);
	const inputs = prepared.map(({ input }) => input);
	const constant = features.filter(({ isConstant }) => isConstant);
	if (constant.length === features.length) throw failure("No feature tells rows apart: each has one value in all rows, or a category of its own for every row.", "Check the joins and the WHERE clause of features.sql, and leave out ids.");
	const { forest, gains, logLoss, brier } = boost(features, groupRows(features, table.labels), parameters, (done) => onProgress?.({
		done,
		trees: parameters.trees
	}));
	const totalGain = gains.reduce((sum, gain) => sum + gain, 0);
	const importance = Object.fromEntries(inputs.map(({ name }, i) => [name, totalGain > 0 ? gains[i] / totalGain : 0]));
	return {
		model: exportOnnx(inputs, forest, { "tidemark.parameters": canonicalJson(parameters) }),
		parameters,
		trainingMetrics: {
			log_loss: logLoss,
			brier,
			positive_rate: positives / table.rows
		},
		importance,
		rows: table.rows,
		warnings: constant.map(({ name }) => `feature ${name} has the same value in all rows`),
		predict: (scored) => predictForest(forest, valuesOf(inputs, scored), scored.rows)
	};
}
function prepareFeatures({ columns, labels }, prior, parameters) {
	return columns.map((column) => {
		const { name, kind } = column;
		if (kind === "number") return {
			input: {
				name,
				kind
			},
			binned: binNumbers(column, parameters)
		};
		const encoded = encodeCategories(column, labels, prior, parameters);
		return {
			input: {
				name,
				kind,
				encoding: encoded.encoding
			},
			binned: binCategories(name, encoded, parameters.max_bins)
		};
	});
}
function valuesOf(inputs, { columns }) {
	return inputs.map((input) => {
		const column = columns.find(({ name }) => name === input.name);
		if (input.kind === "number" && column?.kind === "number") return Float32Array.from(column.values);
		if (input.kind === "string" && column?.kind === "string") return applyEncoding(input.encoding, column);
		throw new TypeError(`no ${input.kind} column ${input.name}`);
	});
}
// packages/training/src/executors/embedded-executor.ts
/** Trains gradient-boosted trees in this process. The job's seed is used unless its parameters name one. */
function embeddedExecutor(options = {}) {
	return attachedExecutor("embedded", async (job) => {
		try {
			const trained = trainEmbedded(await job.loadTable(), {
				seed: job.seed,
				...job.parameters
			}, options);
			const { model, importance, rows, warnings } = trained;
			return {
				state: "succeeded",
				result: {
					trainer: embeddedTrainer,
					model,
					parameters: { ...trained.parameters },
					metrics: trained.trainingMetrics,
					importance,
					rows,
					warnings
				}
			};
		} catch (error) {
			if (error instanceof TidemarkError) return {
				state: "failed",
				error,
				isRetryable: false
			};
			throw error;
		}
	});
}
// packages/training/src/executors/executors.ts
const toCome = [
	"container",
	"kubernetes",
	"kubeflow",
	"ray",
	"airflow",
	"argo"
];
/** The executor a policy names. Throws `POLICY_INVALID` for kinds that are unknown or not there yet. */
function openExecutor(kind, { command, ...options } = {}) {
	if (kind === "embedded") return embeddedExecutor(options);
	if (kind === "command" && hasCommand(command)) return commandExecutor(command);
	throw unavailable(kind);
}
/** As `openExecutor`, for opaque models: only a command can make one. */
function openOpaqueExecutor(kind, { command }) {
	if (kind === "command" && hasCommand(command)) return opaqueCommandExecutor(command);
	if (kind !== "embedded") throw unavailable(kind);
	throw new TidemarkError("POLICY_INVALID", "The embedded trainer makes ONNX models, and model.yaml says kind: opaque.", { hint: "Set train.executor to `command` and train.command to what writes your model, or leave kind out." });
}
const hasCommand = (command) => command !== void 0 && command.command.length > 0;
function unavailable(kind) {
	const message = kind === "command" ? "The executor `command` has no command to run." : `The executor ${JSON.stringify(kind)} is ${toCome.includes(kind) ? "not available yet" : "unknown"}.`;
	return new TidemarkError("POLICY_INVALID", message, { hint: kind === "command" ? "Set train.command in model.yaml." : "Set train.executor to `embedded` or `command`; a command can submit to a cluster and wait for it." });
}
// packages/training/src/output-lines.ts
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
// packages/training/src/scoring/predictions.ts
/** One record of two fields by RFC 4180; the second is a plain word, quoted or not. */
const record = /(?:"((?:[^"]|"")*)"|([^",\r\n]*)),"?([^",\r\n]*)"?\r?\n/y;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** An id has no length of its own; what goes on for longer is no record. */
const longestRecord = 1 << 20;
const shownRows = 5;
/**
* Reads predictions (CSV: a header of the id's name and `probability`, then a record a row, in any order) as one number for each of
* `ids`, in their order; NaN is what is no finite decimal number. Throws `SCORING_FAILED` for what is no such file, and
* `ROWS_MISMATCH` unless the ids are exactly those asked for, each once.
*/
async function readPredictions(file, { idName, ids }) {
	const rowOf = new Map(ids.map((id, row) => [id, row]));
	const scores = new Float64Array(ids.length);
	const isScored = new Uint8Array(ids.length);
	const wrong = {
		unknown: counter("is no row that was asked for"),
		repeated: counter("is there more than once")
	};
	let line = 0;
	await readRecords(file, (id, value) => {
		if (line++ === 0) return assertHeader([id, value], idName);
		const row = rowOf.get(id);
		if (row === void 0) wrong.unknown.add(id);
		else if (isScored[row] === 1) wrong.repeated.add(id);
		else {
			isScored[row] = 1;
			scores[row] = decimal.test(value) ? Number(value) : NaN;
		}
	});
	if (line === 0) assertHeader(["", ""], idName);
	const missing = counter("has no prediction");
	isScored.forEach((isThere, row) => {
		if (isThere === 0) missing.add(ids[row]);
	});
	const found = [
		missing,
		wrong.unknown,
		wrong.repeated
	].filter(({ count }) => count > 0);
	if (found.length === 0) return scores;
	throw new TidemarkError("ROWS_MISMATCH", `The predictions are not those of the ${ids.length} rows that were asked for: ${missing.count} are missing, ${wrong.unknown.count} unknown, ${wrong.repeated.count} repeated.`, {
		hint: `Write one record for every row of the input, with its ${idName} as it is there, and no others.`,
		problems: found.flatMap(({ problems }) => problems)
	});
}
/** Counts ids and keeps the first ones. */
function counter(message) {
	return {
		count: 0,
		problems: [],
		add(id) {
			if (this.count++ < shownRows) this.problems.push({
				path: `row ${id.slice(0, 100)}`,
				message
			});
		}
	};
}
function assertHeader([id, value], idName) {
	if (id === idName && value === "probability") return;
	throw unreadable(`starts with ${JSON.stringify(`${id},${value}`.slice(0, 100))} instead of ${idName},probability`);
}
async function readRecords(file, take) {
	let rest = "";
	let line = 0;
	const takeWhole = () => {
		record.lastIndex = 0;
		let end = 0;
		for (let match = record.exec(rest); match !== null; match = record.exec(rest)) {
			line++;
			end = record.lastIndex;
			take(match[1]?.replaceAll("\"\"", "\"") ?? match[2] ?? "", match[3] ?? "");
		}
		rest = rest.slice(end);
	};
	for await (const chunk of createReadStream(file, {
		encoding: "utf8",
		highWaterMark: 1 << 20
	})) {
		rest += line === 0 && rest === "" ? String(chunk).replace(/^\uFEFF/, "") : String(chunk);
		takeWhole();
		if (rest.length > longestRecord) throw unreadable(`has no record of two fields after line ${line}`);
	}
	if (rest !== "" && !rest.endsWith("\n")) rest += "\n";
	takeWhole();
	if (rest.trim() !== "") throw unreadable(`has no record of two fields after line ${line}`);
}
function unreadable(message) {
	return new TidemarkError("SCORING_FAILED", "The predictions of the score command cannot be read.", {
		hint: "Write CSV to TIDEMARK_PREDICTIONS: a header, then the row id and its probability, a record a line.",
		problems: [{
			file: "predictions.csv",
			message
		}]
	});
}
// packages/training/src/scoring/score-command.ts
const role = {
	name: "score command",
	code: "SCORING_FAILED",
	commandKey: "score.command",
	timeoutKey: "score.timeoutMinutes",
	lessWork: "score in smaller batches"
};
const predictionsFile = "predictions.csv";
/** A double's digits, sign, exponent and separators need less than 64 bytes a row beside the id. */
const mostBytesBesideId = 64;
/**
* The probability of every row, in their order, by a command of the team's in a child process without the job's credentials. It gets
* `TIDEMARK_ROWS` (CSV: the id, then the features; never the label) and `SM_MODEL_DIR` or `TIDEMARK_IMAGE`, writes CSV to
* `TIDEMARK_PREDICTIONS`, and is not told whose model it scores. `outputDirectory` is emptied before and removed after. Throws
* `SCORING_FAILED` when it fails, ends late or leaves no predictions, `ROWS_MISMATCH` unless every row has exactly one,
* `SCORE_INVALID` when one is no number in [0, 1], `PATH_REFUSED` and `FILE_TOO_LARGE`.
*/
async function scoreByCommand(model, rows, options) {
	const { outputDirectory } = options;
	await rm(outputDirectory, {
		recursive: true,
		force: true
	});
	try {
		return await score(model, rows, options);
	} finally {
		await rm(outputDirectory, {
			recursive: true,
			force: true
		});
	}
}
async function score(model, rows, options) {
	const { command, workingDirectory, outputDirectory, timeoutMs, graceMs = 1e4, onOutput, signal } = options;
	const [input, output] = [join(outputDirectory, "input"), join(outputDirectory, "output")];
	for (const directory of [input, output]) await mkdir(directory, { recursive: true });
	await writeRowsToScore(join(input, "rows.csv"), rows, rows);
	const environment = {
		...inheritedEnvironment(options.hostEnvironment ?? process.env, options.passEnvironment),
		TIDEMARK_ROWS: join(input, "rows.csv"),
		TIDEMARK_PREDICTIONS: join(output, predictionsFile)
	};
	if ("image" in model) environment.TIDEMARK_IMAGE = `${model.image.name}@sha256:${model.image.digest}`;
	else {
		environment.SM_MODEL_DIR = join(outputDirectory, "model");
		await mkdir(environment.SM_MODEL_DIR);
		await model.fill(environment.SM_MODEL_DIR);
	}
	const end = await runChild({
		command,
		workingDirectory,
		environment,
		timeoutMs,
		graceMs,
		onOutput,
		signal
	}).catch((cause) => {
		throw notStarted(role, command, cause);
	});
	const failure = childFailure(role, end, timeoutMs);
	if (failure) throw failure.error;
	const scores = await readScores(output, rows);
	checkScores(scores, rows.ids);
	return scores;
}
async function readScores(output, { idName, ids }) {
	const mostBytes = ids.reduce((sum, id) => sum + 2 * Buffer.byteLength(id) + mostBytesBesideId, 4096);
	if (await findOutput(output, predictionsFile, mostBytes)) return readPredictions(join(output, predictionsFile), {
		idName,
		ids
	});
	throw new TidemarkError("SCORING_FAILED", "The score command ended well but left no predictions.", { hint: "Write them to the file that TIDEMARK_PREDICTIONS names." });
}
// packages/training/src/source.ts
const run = promisify(execFile);
/** The commit that is checked out, with its own date: what a run came from, whenever it is made. Needs git and a checkout. */
async function readSource(workspace, { repository, ref }) {
	try {
		const { stdout } = await run("git", [
			"-C",
			workspace,
			"show",
			"--no-patch",
			"--format=%H %ct",
			"HEAD"
		]);
		const [sha = "", seconds] = stdout.trim().split(" ");
		return {
			repository,
			sha,
			ref,
			committedAt: new Date(Number(seconds) * 1e3).toISOString().replace(".000Z", "Z")
		};
	} catch (cause) {
		throw new TidemarkError("FILE_NOT_FOUND", `${workspace} is not a checkout that git can read`, {
			hint: "Run actions/checkout before train: a run records the commit it came from.",
			cause
		});
	}
}
export { openOpaqueExecutor as a, openExecutor as i, scoreByCommand as n, runJob as o, outputLines as r, readSource as t };

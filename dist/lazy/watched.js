import { C as TidemarkError, E as digestOf, O as storedJson, b as parseJsonDocument } from "../lib/start.js";
import { f as rowsOfFile, j as Baseline, n as datasetDigest, q as Run, u as partitionColumns } from "../lib/schemas.js";
import { n as connectRegistry } from "../lib/github.js";
import { G as readBaselines, J as isBaselineOf, X as readReferenceData, Y as readBaselineVersion, ut as downloadModel, xt as readReferenced } from "../lib/registry.js";
import { A as fingerprintFiles, G as createDatasetView, a as readVersionModel, c as openSplit, f as openModelFolder, gt as unpackLookups, tt as readScoringRows, ut as partitionFiles, z as datasetOptions } from "../lib/data.js";
import { i as openModel } from "../lib/models.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
// actions/drift-report/src/rows.ts
/** Files in an engine of their own, with the rows that the contract accepts as the view that queries name. */
async function openRows({ folder, scorer }, files) {
	const split = await openSplit(folder, files, { lookups: scorer.query.lookups });
	try {
		const { contract, policy } = folder;
		await createDatasetView(split.engine, split.dataset, {
			contract,
			policy: policy.data.violations
		});
		return split;
	} catch (error) {
		await split.engine.close();
		throw error;
	}
}
/** What is counted of rows, and of their scores where they have some. */
function driftData(question, scored) {
	const { monitor } = question;
	return {
		features: queryOf(question),
		label: monitor.label,
		segments: segmentsOf(monitor),
		scored
	};
}
const segmentsOf = ({ segments }) => (segments ?? []).flatMap(({ column, values }) => values.map((value) => ({
	column,
	value
})));
/** The version's query, with the columns that the policy names. */
function queryOf({ folder, monitor, scorer: { query } }) {
	const { policy, contract } = folder;
	const { id, label, cluster } = policy.data.columns;
	const gated = typeof policy.gate.cluster === "string" ? policy.gate.cluster : void 0;
	const day = monitor.day ?? gated ?? cluster;
	if (day === void 0) throw new TidemarkError("POLICY_INVALID", "nothing says which column of the features query holds a row’s day", { hint: "Name it as monitor.day in model.yaml." });
	return {
		sql: query.text,
		file: query.file,
		lookups: query.lookups,
		view: contract.object.name,
		columns: {
			id,
			label,
			...cluster === void 0 ? {} : { cluster }
		},
		day
	};
}
/** Predictions with the outcomes that are known. A score that is no probability counts as one that is missing. */
async function score(context, question, { engine }, period) {
	const { bytes, sha256 } = question.scorer;
	const model = await openModel(bytes, { expectedSha256: sha256 });
	try {
		const rows = await readScoringRows(engine, queryOf(question), {
			features: inputsOf(model),
			period,
			segments: segmentsOf(question.monitor)
		});
		const found = await model.score({
			rows: rows.combinations,
			columns: rows.features
		}, {
			invalid: "nan",
			onProgress: ({ done, rows }) => context.progress(`${done} of ${rows} different rows scored`)
		});
		const scores = new Float64Array(rows.codes.length);
		for (let row = 0; row < scores.length; row++) scores[row] = found[rows.codes[row]];
		return {
			...rows,
			scores
		};
	} finally {
		await model.close();
	}
}
const inputsOf = ({ description }) => description.signature.inputs.map(({ name, type }) => ({
	name,
	kind: type === "string" ? "string" : "number"
}));
// actions/drift-report/src/plan-file.ts
/** Writes the plan that shards are counted by: a baseline, or a laid one into which nothing was counted yet. */
async function writePlan(file, plan) {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, storedJson(plan));
}
/** Throws `FILE_NOT_FOUND`, `DOCUMENT_INVALID`, and `DIGEST_MISMATCH` where it is not what its id says or is of another version. */
async function readPlan(file, { model, modelDigest }) {
	const text = await readFile(file, "utf8").catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file}, the plan, cannot be read`, {
			hint: "Download the artifact of the job with mode `plan` to the path that `plan` names.",
			cause
		});
	});
	const plan = parseJsonDocument(Baseline, text, file);
	const { id, ...rest } = plan;
	if (digestOf(rest) === id && plan.model === model && plan.modelDigest === modelDigest) return plan;
	throw new TidemarkError("DIGEST_MISMATCH", `${file} is not a plan of ${model}’s version that drift is measured against`, { hint: "The version changed since, or the file did. Run the workflow again from the planning job." });
}
/** Whether nothing was counted into it yet. */
const isLaid = ({ rows }) => rows === 0;
// actions/drift-report/src/reference.ts
/** Files with rows of a version's reference data among these, which say what their folders give; of copies the first. */
function referenceAmong(files, wanted) {
	const names = partitionColumns(wanted);
	const left = new Set(wanted.map((file) => rowsOfFile(file, names)));
	return files.filter((file) => left.delete(rowsOfFile(file, names)));
}
/**
* The checkout's files with a version's reference data, wherever they lie now. Throws `FILE_NOT_FOUND` with every one that is
* gone or changed, or whose folders give other values.
*/
function findReference(found, wanted, { model, version }) {
	const files = referenceAmong(found.files, wanted);
	const names = partitionColumns(wanted);
	const present = new Set(files.map((file) => rowsOfFile(file, names)));
	const bytes = new Set(found.files.map(({ sha256 }) => sha256));
	const paths = new Set(found.files.map(({ path }) => path));
	const problems = wanted.flatMap((file) => {
		const { path, sha256 } = file;
		if (present.has(rowsOfFile(file, names))) return [];
		if (bytes.has(sha256)) return [{
			file: path,
			message: `lies in folders that do not give the ${names.join(", ")} that they gave`
		}];
		return [{
			file: path,
			message: `${paths.has(path) ? "was changed since" : "is not there"}; its sha256 was ${sha256}`
		}];
	});
	if (problems.length === 0) return {
		root: found.root,
		files
	};
	throw new TidemarkError("FILE_NOT_FOUND", `${problems.length} of ${wanted.length} data files that ${model} ${version} was made from cannot be found`, {
		hint: "Drift is measured against them: restore the files from Git history, or name a version in monitor.baseline whose data are still there.",
		problems
	});
}
// actions/drift-report/src/scorer.ts
/** The watched version’s model, downloaded and verified, with the lookups of its query in a temporary folder. */
async function openScorer(context, { registry, manifest }) {
	const bytes = await context.group(`Fetch ${manifest.model} ${manifest.version}`, () => downloadModel(registry.releases, manifest));
	const unpacked = await unpackLookups(bytes);
	return {
		...readVersionModel(manifest, bytes, unpacked.lookups),
		modelDigest: manifest.modelDigest,
		[Symbol.asyncDispose]: () => unpacked[Symbol.asyncDispose]()
	};
}
// actions/drift-report/src/watched.ts
/** Returns a sentence where there is nothing to watch. */
async function readWatched({ inputs, github }) {
	const folder = await openModelFolder(github.workspace, inputs);
	const { policy } = folder;
	const { model } = policy;
	if (folder.monitor === null) return `The policy of ${model} has no monitor.`;
	const { policy: monitor } = folder.monitor;
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor
	});
	const manifest = await readBaselineVersion(registry, {
		model,
		channel: inputs.channel,
		monitor
	});
	const at = await registry.ledger.head();
	if (manifest === null || at === null) {
		const wanted = monitor.baseline?.version;
		return wanted === void 0 ? `No version of ${model} is in ${inputs.channel} yet.` : `${model} ${wanted}, the baseline’s version, is not registered yet.`;
	}
	const data = await readReferenceData(registry.ledger, manifest, at);
	return {
		folder,
		monitor,
		registry,
		at,
		manifest,
		referenceFiles: data.flatMap(({ files }) => files),
		partitions: partitionsOf(folder, data)
	};
}
/** What opening the data will make columns of, known before they are opened: of the contract's what the files do not hold. */
function partitionsOf({ contract }, reference) {
	const held = reference.flatMap(({ columns, files }) => {
		const given = partitionColumns(files);
		return columns.flatMap(({ name }) => given.includes(name) ? [] : [name]);
	});
	return (datasetOptions(contract).partitions ?? []).filter((name) => !held.includes(name));
}
/** Files of the checkout by paths or globs, with what their folders give. */
async function readFiles({ folder, partitions }, patterns) {
	const { root, files } = await fingerprintFiles(folder.root, patterns);
	return {
		root,
		files: partitionFiles(files, partitions)
	};
}
/** Paths or globs of all data. */
function patternsOf({ policy: { data } }) {
	return typeof data.files === "string" ? [data.files] : data.files;
}
/** The reference's digest as its version's own files lay: of copies the first, in path order. */
function recordedReference({ referenceFiles, partitions }) {
	const sorted = [...referenceFiles].sort((a, b) => a.path < b.path ? -1 : 1);
	return datasetDigest({ files: partitionFiles(referenceAmong(sorted, referenceFiles), partitions) });
}
/** The baseline on record of a reference, given by its dataset's digest; null where there is none. */
async function findBaseline(watched, dataset) {
	const { registry, at, manifest } = watched;
	const wanted = await wantedOf(watched, dataset);
	return (await readBaselines(registry.ledger, manifest.model, at)).find((each) => isBaselineOf(each, wanted)) ?? null;
}
/** Whether a baseline is of this version and watches what the policy asks for. */
async function isWantedBaseline(watched, baseline) {
	return isBaselineOf(baseline, await wantedOf(watched, baseline.dataset));
}
async function wantedOf({ registry: { ledger }, at, manifest, monitor }, dataset) {
	const run = await readReferenced(ledger, Run, manifest.run, at);
	return {
		modelDigest: manifest.modelDigest,
		dataset,
		features: run.data.features,
		monitor
	};
}
export { readWatched as a, findReference as c, readPlan as d, writePlan as f, score as g, queryOf as h, readFiles as i, referenceAmong as l, openRows as m, isWantedBaseline as n, recordedReference as o, driftData as p, patternsOf as r, openScorer as s, findBaseline as t, isLaid as u };

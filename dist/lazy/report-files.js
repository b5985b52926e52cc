import { C as TidemarkError, O as storedJson } from "../lib/start.js";
import { C as findingsOfChecks, L as renderContractChange, S as renderJUnit, k as renderDataChange, n as renderValidationPage, x as renderSarif } from "../lib/reports.js";
import { A as fingerprintFiles, H as publicColumns, M as openEngine, N as parseBaseline, P as readBaseline, U as readContractDocument, W as compareContracts, h as DigestCache, lt as openDataset, n as summariseColumns, t as summariseBaseline, z as datasetOptions } from "../lib/data.js";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
// actions/validate-data/src/base-contract.ts
const run = promisify(execFile);
const largestContract = 2097152;
/** Compares the contract with the base's, and tells of the change; undefined where no base is asked for, or it has no such contract. */
async function judgeChange(context, { file, text }) {
	const { base } = context.inputs;
	if (base === void 0) return void 0;
	const before = await readAt(context.github.workspace, base, file);
	if (before === null) {
		context.log(`${file} is new: ${base} has no such contract`);
		return;
	}
	const now = readContractDocument(text, file);
	const old = readContractDocument(before, `${file} at ${base}`);
	const comparison = compareContracts(old.document, now.document);
	const change = {
		...comparison,
		file,
		before: old.document.version,
		after: now.document.version
	};
	context.output("contract-change", change.step);
	context.summary(renderContractChange(change));
	const level = change.isVersionEnough ? "notice" : "error";
	for (const { effect, subject, reason, path } of comparison.changes) {
		if (effect !== "breaking") continue;
		const { line } = now.locate(path);
		context.annotate({
			level,
			title: "Breaking change",
			message: `${subject}: ${reason}`,
			file,
			...line === void 0 ? {} : { line }
		});
	}
	return change;
}
/** A file as a commit has it, null where it has none. Nothing is fetched, and no configuration of the machine is read. */
async function readAt(workspace, commit, file) {
	const env = {
		PATH: process.env.PATH ?? "",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_NO_LAZY_FETCH: "1"
	};
	const git = (...args) => run("git", [
		"-c",
		"safe.directory=*",
		"-C",
		workspace,
		...args
	], {
		env,
		maxBuffer: largestContract
	});
	const { stdout: listed } = await git("ls-tree", await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^{commit}`).then(({ stdout }) => stdout.trim(), (cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `the commit ${commit} is not in the checkout`, {
			hint: "Give actions/checkout `fetch-depth: 2` for HEAD^1, or 0 for all of the history.",
			cause
		});
	}), "--", file);
	const blob = /^\d+ blob ([0-9a-f]{40,64})\t/.exec(listed)?.[1];
	return blob === void 0 ? null : (await git("cat-file", "blob", blob)).stdout;
}
// actions/validate-data/src/checks.ts
/** An annotation at the contract's line for every check that is not passed. */
function annotateChecks(context, { file, title, checks }) {
	for (const { id, verdict, severity, description, expected, observed, place } of checks) {
		if (verdict === "pass") continue;
		context.annotate({
			level: severity === "error" ? "error" : "warning",
			title: `${title}: ${id}`,
			message: `${description} Expected ${expected}, observed ${observed}.`,
			file,
			...place.line === void 0 ? {} : { line: place.line }
		});
	}
}
/** The verdict over all: a contract's version that hides a breaking change fails, whatever the data are. */
function overallVerdict(verdicts, isVersionEnough) {
	if (verdicts.includes("fail") || !isVersionEnough) return "fail";
	return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}
/** What the step comes to, with the checks that keep it from passing. */
function conclude(verdict, checks, isVersionEnough) {
	if (verdict === "pass") return { verdict };
	const failed = checks.filter((check) => check.verdict !== "pass" && check.severity === "error").map(({ id }) => id);
	return {
		verdict,
		failed: `The contract’s verdict is ${verdict}: ${[...new Set([...failed, ...isVersionEnough ? [] : ["the contract’s version"]])].join(", ")}`
	};
}
/** What freshness adds to a verdict: it is of the moment, and never part of a dataset's facts. */
function freshnessVerdict(checks) {
	if (checks.some(({ verdict }) => verdict === "fail")) return "fail";
	return checks.some(({ verdict }) => verdict === "inconclusive") ? "inconclusive" : "pass";
}
/** What remembers digests: the file that the workflow names, else nothing beyond this step, which asks for some files twice. */
async function openDigestCache({ inputs, github }) {
	const { digestCache } = inputs;
	return digestCache === void 0 ? DigestCache.forProcess() : DigestCache.open(resolve(github.workspace, digestCache));
}
// actions/validate-data/src/data-change.ts
/** Values that are read once more for the page alone: about a second. */
const mostValues = 1e7;
/**
* Summarises the data, and tells what differs between the data here and in the checkout of the base, column by column. `readBase`
* reads the base's own contract, which says what of its data is public. Where the base has no data, and where only its commit is
* named, the baseline that is committed there stands for them. Data that cannot be read there keep nothing from being judged here.
*/
async function tellChange(context, { now, cache }, readBase) {
	const { baseData } = context.inputs;
	const { workspace } = context.github;
	const before = await summariseBefore(context, {
		now,
		cache
	}, readBase);
	const isCompared = ({ contract }) => before !== null && (baseData !== void 0 || before.has(contract.object.name));
	const few = now.filter((each) => each.values <= mostValues || isCompared(each));
	const after = await context.group("Columns", () => orTold(context, () => summariseAll(workspace, few, cache)));
	if (before === null || after === null) return { summaries: after ?? new Map() };
	const changes = (baseData === void 0 ? [...before.keys()] : [...new Set([...before.keys(), ...after.keys()])]).map((name) => changeOf(name, before.get(name) ?? null, after.get(name) ?? null));
	context.summary(renderDataChange(changes));
	return {
		changes,
		summaries: after
	};
}
/** The base's data, or its baselines; null where there is nothing to compare with. */
async function summariseBefore(context, { now, cache }, readBase) {
	const { baseData, base } = context.inputs;
	if (baseData !== void 0) {
		const root = join(context.github.workspace, baseData);
		return context.group("Data of the base", () => summariseBase(context, root, {
			readBase,
			cache
		}));
	}
	const baselines = base === void 0 ? null : await readBaselines(context, base, now);
	return baselines === null || baselines.size === 0 ? null : baselines;
}
/** A baseline says nothing of columns that it does not count. */
function changeOf(name, before, after) {
	if (before?.baselineOf === void 0 || after === null) return {
		name,
		before,
		after
	};
	const counted = new Set(before.columns.map((column) => column.name));
	return {
		name,
		before,
		after: {
			...after,
			columns: after.columns.filter((column) => counted.has(column.name))
		}
	};
}
async function summariseBase(context, root, { readBase, cache }) {
	return orTold(context, async () => {
		const found = new Map();
		for (const { contract, patterns } of await readBase(root)) {
			const path = baselineOf(contract);
			try {
				found.set(contract.object.name, await summarise(root, contract, {
					patterns,
					cache
				}));
			} catch (error) {
				if (!(error instanceof TidemarkError) || path === void 0) throw error;
				context.log(`${contract.object.name}: ${error.message} in the base; ${path} stands for its data`);
				found.set(contract.object.name, ofBaseline(await readBaseline(root, path)));
			}
		}
		return found;
	});
}
/** Baselines as the base's commit has them. */
function readBaselines(context, base, now) {
	return orTold(context, async () => {
		const found = new Map();
		for (const { contract } of now) {
			const path = baselineOf(contract);
			const text = path === void 0 ? null : await readAt(context.github.workspace, base, path);
			if (path !== void 0 && text !== null) found.set(contract.object.name, ofBaseline(parseBaseline(text, `${path} at ${base}`)));
		}
		return found;
	});
}
const baselineOf = ({ driftRules }) => driftRules.flatMap(({ baseline }) => baseline ?? [])[0];
function ofBaseline(baseline) {
	const { dataset, rows, period } = baseline;
	return {
		digest: dataset,
		files: null,
		rows,
		baselineOf: period,
		columns: summariseBaseline(baseline)
	};
}
/** What the base does not tell is said, and keeps nothing else from being done. */
async function orTold(context, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		context.log(`What changes in the data cannot be told: ${error.code}: ${error.message}`);
		return null;
	}
}
async function summariseAll(root, described, cache) {
	const found = new Map();
	for (const { contract, patterns } of described) found.set(contract.object.name, await summarise(root, contract, {
		patterns,
		cache
	}));
	return found;
}
async function summarise(root, contract, { patterns, cache }) {
	const files = await fingerprintFiles(await realpath(root), patterns, cache);
	await using engine = await openEngine({
		allowedPaths: files.files.map(({ path }) => join(files.root, path)),
		root: files.root
	});
	const dataset = await openDataset(engine, files, datasetOptions(contract));
	return {
		digest: dataset.digest,
		files: dataset.files.length,
		rows: dataset.rows,
		columns: await summariseColumns(engine, dataset, publicColumns(contract))
	};
}
// actions/validate-data/src/github-time.ts
/** GitHub's time, ISO 8601 to the second, from the date of any answer; no token is needed and none is sent. */
async function gitHubTime(apiUrl) {
	try {
		const response = await fetch(apiUrl, {
			method: "HEAD",
			redirect: "manual",
			signal: AbortSignal.timeout(2e4)
		});
		const time = Date.parse(response.headers.get("date") ?? "");
		if (!Number.isNaN(time)) return new Date(time).toISOString().replace(".000Z", "Z");
	} catch {}
	throw new TidemarkError("GITHUB_UNAVAILABLE", `${apiUrl} does not tell the time that freshness is judged at`, { hint: "Run the step again, or give the time by the input `as-of`." });
}
// actions/validate-data/src/page.ts
/** Writes the page for people, `index.html`, beside what other tools read. */
async function writePage(context, { objects, told, ...page }) {
	const [first] = objects;
	if (first === void 0) return;
	const output = resolve(context.github.workspace, context.inputs.report);
	await mkdir(output, { recursive: true });
	const text = renderValidationPage({
		...page,
		contract: first.contract,
		datasets: objects.flatMap(({ datasets }) => datasets),
		objects: objects.map((object) => describeObject(object, told)),
		dataChanges: told.changes
	});
	await writeFile(join(output, "index.html"), text);
	context.output("page", join(context.inputs.report, "index.html"));
}
/** Columns by the names that the contract gives them, under which its checks speak of them. */
function describeObject({ contract, columns, datasets }, { summaries }) {
	const { name, properties } = contract.object;
	const inData = new Set(columns.map((column) => column.name));
	const names = new Map(properties.map((property) => {
		const { name: own, physicalName = own } = property;
		return [inData.has(physicalName) ? physicalName : own, own];
	}));
	const checks = Map.groupBy(datasets.flatMap((dataset) => dataset.checks), ({ column }) => column);
	const summary = summaries.get(name);
	const summarised = new Map(summary?.columns.map((column) => [column.name, column]));
	return {
		name,
		rows: summary?.rows ?? datasets.reduce((sum, { rows }) => sum + rows, 0),
		columns: columns.map((column) => {
			const own = names.get(column.name) ?? column.name;
			return {
				name: own,
				type: column.type,
				checks: checks.get(own)?.length ?? 0,
				summary: summarised.get(column.name) ?? null
			};
		})
	};
}
// actions/validate-data/src/report-files.ts
/** Writes what other tools read: `validation.json`, `validation.junit.xml` and, for code scanning, `validation.sarif`. */
async function writeReports(context, { subject, file, datasets }) {
	const output = resolve(context.github.workspace, context.inputs.report);
	const findings = datasets.flatMap(({ title, checks }) => findingsOfChecks(checks, {
		suite: title,
		file
	}));
	const files = {
		"validation.json": storedJson({
			subject,
			contract: file,
			datasets
		}),
		"validation.junit.xml": renderJUnit(`data.${subject}`, findings),
		"validation.sarif": renderSarif(`validate-data/${subject}`, findings)
	};
	await mkdir(output, { recursive: true });
	for (const [name, text] of Object.entries(files)) await writeFile(join(output, name), text);
}
export { annotateChecks as a, openDigestCache as c, tellChange as i, overallVerdict as l, writePage as n, conclude as o, gitHubTime as r, freshnessVerdict as s, writeReports as t, judgeChange as u };

import { C as TidemarkError, R as storedJson } from "../lib/start.js";
import { I as renderContractChange, P as renderDataChange, b as findingsOfChecks, v as renderSarif, y as renderJUnit } from "../lib/reports.js";
import { A as readContractDocument, C as fingerprintFiles, E as datasetOptions, G as openDataset, d as DigestCache, j as compareContracts, k as publicColumns, t as summariseColumns, w as openEngine } from "../lib/data.js";
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
// actions/validate-data/src/base-contract.ts
const run = promisify(execFile);
const largestContract = 2097152;
/** Compares the contract with the base's, where one is asked for and there; says whether the version tells of the change. */
async function judgeChange(context, { file, text }) {
	const { base } = context.inputs;
	if (base === void 0) return true;
	const before = await readAt(context.github.workspace, base, file);
	if (before === null) {
		context.log(`${file} is new: ${base} has no such contract`);
		return true;
	}
	const now = readContractDocument(text, file);
	const old = readContractDocument(before, `${file} at ${base}`);
	const comparison = compareContracts(old.document, now.document);
	const { changes, step, isVersionEnough } = comparison;
	context.output("contract-change", step);
	context.summary(renderContractChange({
		...comparison,
		file,
		before: old.document.version,
		after: now.document.version
	}));
	const level = isVersionEnough ? "notice" : "error";
	for (const { effect, subject, reason, path } of changes) {
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
	return isVersionEnough;
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
/** The verdict over all; `changed` is false where the contract's version hides a breaking change. */
function conclude(verdicts, checks, isVersionEnough) {
	const verdict = verdicts.includes("fail") || !isVersionEnough ? "fail" : verdicts.includes("inconclusive") ? "inconclusive" : "pass";
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
/** Runs work with the cache that the workflow names, and writes it afterwards. */
async function withDigestCache(context, work) {
	const { digestCache } = context.inputs;
	if (digestCache === void 0) return work();
	const cache = await DigestCache.open(resolve(context.github.workspace, digestCache));
	const done = await work(cache);
	await cache.save();
	return done;
}
// actions/validate-data/src/data-change.ts
/**
* Tells what differs between the data here and in the checkout of the base, column by column. `readBase` reads the base's own
* contract, which says what of its data is public. Data that cannot be read there keep nothing from being judged here.
*/
async function tellChange(context, now, readBase) {
	const { baseData } = context.inputs;
	if (baseData === void 0) return;
	const { workspace } = context.github;
	const root = join(workspace, baseData);
	const before = await context.group("Data of the base", () => summariseBase(context, root, readBase));
	if (before === null) return;
	const after = await context.group("Data of this commit", () => summariseAll(workspace, now));
	const names = [...new Set([...before.keys(), ...after.keys()])];
	context.summary(renderDataChange(names.map((name) => ({
		name,
		before: before.get(name) ?? null,
		after: after.get(name) ?? null
	}))));
}
async function summariseBase(context, root, readBase) {
	try {
		return await summariseAll(root, await readBase(root));
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		context.log(`What changes in the data cannot be told: ${error.code}: ${error.message}`);
		return null;
	}
}
async function summariseAll(root, described) {
	const found = new Map();
	for (const { contract, patterns } of described) found.set(contract.object.name, await summarise(root, contract, patterns));
	return found;
}
async function summarise(root, contract, patterns) {
	const files = await fingerprintFiles(await realpath(root), patterns);
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
export { conclude as a, judgeChange as c, annotateChecks as i, gitHubTime as n, freshnessVerdict as o, tellChange as r, withDigestCache as s, writeReports as t };

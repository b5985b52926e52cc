import { C as TidemarkError, n as provideNative, y as clearHandover } from "../lib/start.js";
import { B as buildBaseline, C as fingerprintFiles, F as profileWindows, I as readDayRows, L as readPeriod, M as createDatasetView, R as readScoringRows, W as digestDataset, Z as unpackLookups, f as findDriftTrends, k as publicColumns, l as openModelFolder, n as joinOutcomes, o as openSplit, p as checkDrift, r as readVersionModel, w as openEngine } from "../lib/data.js";
import { n as connectRegistry } from "../lib/github.js";
import { B as checkedEvent, D as judgedOutcomesEvent, F as readPerformanceRecord, H as readBaselineVersion, N as newestChecks, O as readServedVersion, R as readBaselines, U as readReferenceFiles, V as isBaselineOf, W as nextDriftStep, gt as readVersion, it as downloadModel, mt as readReferenced, z as readDriftRecord } from "../lib/registry.js";
import { A as renderDrift, S as renderDriftTrends, j as windowName, k as renderDriftWindows, p as renderPerformance } from "../lib/reports.js";
import { b as Evaluation, n as datasetDigest, z as Run } from "../lib/schemas.js";
import { n as writeJudgement } from "./handover.js";
import { i as openModel } from "../lib/models.js";
import { n as isDrift, r as summariseWindows, t as dueWindows } from "./windows.js";
import { a as isMature, o as collectPerformance, r as checkPerformance } from "../lib/evaluation.js";
import { join, resolve } from "node:path";
// actions/drift-report/src/measure.ts
/** Builds the baseline where there is none, counts the windows that are due and judges them. Throws `DATA_EMPTY`. */
async function measureDrift(context, question) {
	await using reference = await openRows(question, question.files.reference);
	await using all = await openRows(question, question.files.all);
	const { baseline: known, folder, monitor, scorer } = question;
	const query = queryOf(question);
	const [period, newest] = await Promise.all([known?.period ?? readPeriod(reference.engine, query), readPeriod(all.engine, query)]);
	const arrived = newest?.end;
	if (period === null || arrived === void 0) throw emptyReference(question);
	const rows = typeof monitor.windows === "string" ? new Map() : await readDayRows(all.engine, query, period.end);
	const due = dueWindows(monitor.windows, { period }, {
		end: arrived,
		rows
	}, question.windows);
	const span = due.length === 0 ? null : {
		start: due[0].start,
		end: due.at(-1).end
	};
	const data = (scored) => ({
		features: query,
		label: monitor.label,
		segments: monitor.segments?.flatMap(({ column, values }) => values.map((value) => ({
			column,
			value
		}))),
		scored
	});
	const describe = async () => buildBaseline(reference.engine, data(await score(context, question, reference, period)), {
		model: folder.policy.model,
		dataset: reference.dataset.digest,
		modelDigest: scorer.modelDigest,
		period,
		publicColumns: publicColumns(folder.contract),
		expectsPerformance: monitor.performance !== void 0
	});
	const [baseline, scoredWindows] = await context.group(known ? "Score" : "Score, and describe the reference", () => Promise.all([known ?? describe(), span === null ? void 0 : score(context, question, all, span)]));
	const profiles = due.length === 0 ? [] : await context.group(`Count ${due.length} windows`, () => profileWindows(all.engine, data(scoredWindows), baseline, due));
	return {
		baseline,
		reference: reference.document,
		dataset: all.document,
		checks: profiles.map((window) => checkDrift({
			baseline,
			window,
			dataset: all.dataset.digest,
			policy: monitor
		}))
	};
}
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
			period
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
			scores,
			days: rows.days,
			labels: rows.labels
		};
	} finally {
		await model.close();
	}
}
const inputsOf = ({ description }) => description.signature.inputs.map(({ name, type }) => ({
	name,
	kind: type === "string" ? "string" : "number"
}));
function emptyReference({ folder, scorer }) {
	return new TidemarkError("DATA_EMPTY", `${scorer.query.file} gives no rows of ${folder.policy.model}’s reference data`, { hint: "Check its WHERE, and whether the contract rejects every row." });
}
// actions/drift-report/src/performance.ts
/**
* Joins predictions with labels and judges every matured week that is not decided, each version by itself. Null where no version
* serves, or where these files were judged and all that follows is done.
*/
async function judgeOutcomes(context, question) {
	const judged = await judgeDue(context, question);
	if (judged === null) return null;
	const { files, checks, seen } = judged;
	context.summary(renderPerformance(checks, seen));
	for (const { version, window, verdict, reason } of checks) context.log(`${verdict}  performance of ${version}, week of ${window.start}: ${reason}`);
	context.output("performance", checks.map(({ version, window, verdict }) => ({
		version,
		window: window.start,
		verdict
	})));
	return {
		files,
		checks
	};
}
async function judgeDue(context, { registry, root, monitor, at, baseline }) {
	const policy = monitor.performance;
	const { model, channel } = context.inputs;
	const served = policy === void 0 ? null : await readServedVersion(registry, {
		model,
		channel
	});
	if (policy === void 0 || served === null) return null;
	const [predictions, labels] = await Promise.all([policy.predictions, policy.labels].map((patterns) => fingerprintFiles(root, [patterns].flat())));
	const files = {
		predictions: digestDataset(predictions),
		labels: digestDataset(labels)
	};
	const record = await readPerformanceRecord(registry.ledger, {
		model,
		at,
		policy
	});
	const nothing = {
		waiting: [],
		unknownVersions: [],
		unmatchedLabels: 0,
		undated: 0
	};
	const { path } = judgedOutcomesEvent(served, {
		...files,
		policy: monitor
	});
	if (await registry.ledger.read(path, at) !== null) {
		const windows = record.checks.filter(({ modelDigest }) => modelDigest === served.modelDigest);
		return nextDriftStep({
			...record,
			windows
		}, {
			...monitor,
			now: await registry.clock.now()
		}) === null ? null : {
			files,
			checks: [],
			seen: nothing
		};
	}
	await provideNative(["duckdb"], context);
	await using engine = await openEngine({
		allowedPaths: [predictions, labels].flatMap((each) => each.files.map(({ path }) => join(each.root, path))),
		root: predictions.root
	});
	const outcomes = await context.group("Join predictions with labels", () => joinOutcomes(engine, {
		predictions,
		labels,
		model,
		policy
	}));
	if (outcomes === null) return {
		files,
		checks: [],
		seen: nothing
	};
	return {
		files,
		...await judgeWeeks({
			registry,
			model,
			at,
			policy,
			files,
			outcomes,
			record,
			baseline
		})
	};
}
async function judgeWeeks({ registry: { ledger }, model, at, policy, files, outcomes, record, baseline }) {
	const { asOf, weeks, unmatchedLabels, undated } = outcomes;
	const subjects = await readSubjects(ledger, {
		model,
		at,
		baseline,
		versions: weeks.map(({ version }) => version)
	});
	const mature = weeks.filter(({ period }) => isMature({
		period,
		asOf
	}, policy));
	const starts = new Set([...new Set(mature.map(({ period }) => period.start))].slice(-26));
	const checks = [];
	for (const week of mature) {
		const subject = subjects.get(week.version);
		const { start } = week.period;
		if (subject === void 0 || !starts.has(start)) continue;
		const { manifest, evaluation, promised } = subject;
		const own = newestChecks([...record.checks, ...checks]).filter((check) => check.modelDigest === manifest.modelDigest);
		const known = own.find(({ window }) => window.start === start);
		if (known !== void 0 && known.verdict !== "inconclusive") continue;
		const previous = own.findLast(({ window, statistics }) => window.start < start && statistics.pageHinkley !== null) ?? null;
		const rows = await outcomes.read(week);
		const statistics = collectPerformance({
			...week,
			...rows
		}, {
			policy,
			asOf,
			reference: {
				evaluation,
				previous,
				promised
			}
		});
		checks.push(checkPerformance({
			model,
			version: week.version,
			modelDigest: manifest.modelDigest,
			evaluation: evaluation.id,
			...files,
			policy,
			statistics
		}));
	}
	const waiting = weeks.filter((week) => subjects.has(week.version) && !mature.includes(week));
	const versions = new Set(weeks.map(({ version }) => version));
	return {
		checks,
		seen: {
			waiting: waiting.map(({ version, period }) => ({
				version,
				start: period.start
			})),
			unknownVersions: [...versions].filter((version) => !subjects.has(version)),
			unmatchedLabels,
			undated
		}
	};
}
/** The registered ones among the versions that a log names, with what they are held against. */
async function readSubjects(ledger, { model, at, versions, baseline: own }) {
	const baselines = [own, ...await readBaselines(ledger, model, at)];
	const subjects = new Map();
	for (const version of new Set(versions)) {
		const manifest = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version) ? await readVersion(ledger, model, version, at) : null;
		if (manifest === null) continue;
		const evaluation = await readReferenced(ledger, Evaluation, manifest.evaluation, at);
		const baseline = baselines.find(({ modelDigest, expectations }) => modelDigest === manifest.modelDigest && expectations !== void 0);
		const promised = baseline?.expectations ? {
			baseline: baseline.id,
			expectations: baseline.expectations
		} : null;
		subjects.set(version, {
			manifest,
			evaluation,
			promised
		});
	}
	return subjects;
}
// actions/drift-report/src/reference.ts
/** The checkout's files with a version's reference data, wherever they lie now. Throws `FILE_NOT_FOUND` with every one that is gone or changed. */
function findReference(found, wanted, { model, version }) {
	const digests = new Set(wanted.map(({ sha256 }) => sha256));
	const files = found.files.filter(({ sha256 }, i) => {
		return found.files.findIndex((other) => other.sha256 === sha256) === i && digests.has(sha256);
	});
	const present = new Set(files.map(({ sha256 }) => sha256));
	const paths = new Set(found.files.map(({ path }) => path));
	const problems = wanted.flatMap(({ path, sha256 }) => {
		if (present.has(sha256)) return [];
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
// actions/drift-report/src/judge.ts
/** Windows shown whole in the summary; all are in its table. */
const mostShown = 4;
/** Judges what is due and hands it over. Where nothing is due it says so and ends, without opening the data. */
async function judge(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.handover);
	await clearHandover(output, "drift");
	const folder = await openModelFolder(github.workspace, inputs);
	const { policy } = folder;
	const { monitor } = policy;
	if (monitor === void 0) return nothing(context, `The policy of ${policy.model} has no monitor.`);
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor
	});
	const manifest = await readBaselineVersion(registry, {
		model: policy.model,
		channel: inputs.channel,
		monitor
	});
	const at = await registry.ledger.head();
	if (manifest === null || at === null) {
		const wanted = monitor.baseline?.version;
		return nothing(context, wanted === void 0 ? `No version of ${policy.model} is in ${inputs.channel} yet.` : `${policy.model} ${wanted}, the baseline’s version, is not registered yet.`);
	}
	const { files: patterns } = policy.data;
	const all = await fingerprintFiles(folder.root, typeof patterns === "string" ? [patterns] : patterns);
	const reference = findReference(all, await readReferenceFiles(registry.ledger, manifest, at), manifest);
	const run = await readReferenced(registry.ledger, Run, manifest.run, at);
	const wanted = {
		modelDigest: manifest.modelDigest,
		dataset: datasetDigest(reference),
		features: run.data.features,
		monitor
	};
	const baseline = (await readBaselines(registry.ledger, policy.model, at)).find((each) => isBaselineOf(each, wanted)) ?? null;
	const record = await readDriftRecord(registry.ledger, {
		...manifest,
		at,
		baseline: baseline?.id ?? null,
		policy: monitor
	});
	const { path } = checkedEvent(manifest, {
		dataset: datasetDigest(all),
		policy: monitor
	});
	if (baseline !== null && await registry.ledger.read(path, at) !== null) {
		const outcomes = await judgeOutcomes(context, {
			registry,
			root: folder.root,
			monitor,
			at,
			baseline
		});
		const isDone = nextDriftStep(record, {
			...monitor,
			now: await registry.clock.now()
		}) === null;
		if (isDone && outcomes === null) return nothing(context, `These data were judged by this policy already: nothing is due for ${policy.model}.`);
		context.log(`These data were judged already${isDone ? "" : "; what follows from it is not all done"}.`);
		context.output("handover", await writeJudgement(output, {
			baseline,
			judged: null,
			outcomes
		}));
		return {};
	}
	await provideNative(["duckdb", "onnxruntime"], context);
	const bytes = await context.group(`Fetch ${policy.model} ${manifest.version}`, () => downloadModel(registry.releases, manifest));
	await using unpacked = await unpackLookups(bytes);
	const scorer = {
		...readVersionModel(manifest, bytes, unpacked.lookups),
		modelDigest: manifest.modelDigest
	};
	const { windows } = record;
	const { checks, ...rest } = await measureDrift(context, {
		folder,
		monitor,
		files: {
			reference,
			all
		},
		scorer,
		baseline,
		windows
	});
	const outcomes = await judgeOutcomes(context, {
		registry,
		root: folder.root,
		monitor,
		at,
		baseline: rest.baseline
	});
	context.output("handover", await writeJudgement(output, {
		baseline: rest.baseline,
		judged: {
			...rest,
			checks
		},
		outcomes
	}));
	if (checks.length > 0) {
		const { writeReports } = await import("./drift-report-report-files.js");
		await writeReports(context, {
			folder,
			baseline: rest.baseline,
			checks,
			windows: withJudged(windows, checks)
		});
	}
	return conclude(context, checks, windows);
}
/** The windows on record with those that were judged now, which follow or replace them. */
function withJudged(known, checks) {
	const starts = new Set(checks.map(({ window }) => window.start));
	return [...known.filter(({ window }) => !starts.has(window.start)), ...checks];
}
function nothing(context, reason) {
	context.log(reason);
	return {};
}
/** `known` are the windows on record, which the judged ones follow or replace. */
function conclude(context, checks, known) {
	const newest = checks.at(-1);
	context.output("windows", summariseWindows(checks));
	context.output("verdict", newest?.verdict ?? "");
	if (newest === void 0) return nothing(context, "No further window is complete.");
	const shown = checks.filter((check) => check === newest || check.verdict !== "pass" || check.notJudged.length > 0).reverse();
	context.summary(renderDriftWindows(checks));
	for (const check of shown.slice(0, mostShown)) context.summary(renderDrift(check));
	const trends = renderDriftTrends(findDriftTrends(withJudged(known, checks), newest.policy));
	if (trends !== "") context.summary(trends);
	for (const { window, verdict, reason } of checks) context.log(`${verdict}  ${windowName({ window })}: ${reason}`);
	const { failOn } = context.inputs;
	return (failOn === "warn" ? isDrift(newest.verdict) : failOn === "fail" && newest.verdict === "fail") ? { failed: `Drift in ${windowName(newest)}: ${newest.reason}` } : {};
}
export { judge };

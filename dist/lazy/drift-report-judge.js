import { C as TidemarkError, n as provideNative, y as clearHandover } from "../lib/start.js";
import { A as fingerprintFiles, F as checkDrift, M as openEngine, Z as assertPlausible, ft as addDays, g as findDriftTrends, i as joinOutcomes, m as mergeDatasets, nt as assertOnPlan, ot as fillBaseline, rt as joinDays } from "../lib/data.js";
import { B as readPerformanceRecord, Ct as readVersion, G as readBaselines, L as readMonitorRecord, M as readServedVersion, R as newestChecks, V as nextMonitorStep, bt as readFact, i as planMonitorRollback, j as judgedOutcomesEvent, q as checkedEvent, xt as readReferenced } from "../lib/registry.js";
import { F as renderDrift, P as renderDriftWindows, T as renderDriftTrends, v as renderPerformance, y as rollbackSentence } from "../lib/reports.js";
import { D as Evaluation, H as Dataset, _ as windowName, n as datasetDigest, t as layout, z as readNumbers } from "../lib/schemas.js";
import { n as warnOfDaysAhead, t as readToday } from "./ahead.js";
import { a as writeJudgement, t as logOfRollback } from "./propose-rollback.js";
import { a as isMature, o as collectPerformance, r as checkPerformance } from "../lib/evaluation.js";
import { n as measureDrift } from "./measure.js";
import { a as readWatched, c as findReference, d as readPlan, i as readFiles, n as isWantedBaseline, o as recordedReference, r as patternsOf, s as openScorer, t as findBaseline, u as isLaid } from "./watched.js";
import { n as readShards, t as acceptanceOf } from "./shard-files.js";
import { a as summariseWindows, n as endOfWindows, r as isDrift, t as dueWindows } from "./windows.js";
import { join, resolve } from "node:path";
// actions/drift-report/src/performance.ts
/**
* Joins predictions with labels and judges every matured week that is not decided, each version by itself. Null where no version
* serves, or where these files were judged.
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
async function judgeDue(context, { registry, root, monitor, at, today, baseline }) {
	const policy = monitor.performance;
	const { model, channel } = context.inputs;
	const served = policy === void 0 ? null : await readServedVersion(registry, {
		model,
		channel
	});
	if (policy === void 0 || served === null) return null;
	const [predictions, labels] = await Promise.all([policy.predictions, policy.labels].map((patterns) => fingerprintFiles(root, [patterns].flat())));
	const files = {
		predictions: datasetDigest(predictions),
		labels: datasetDigest(labels)
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
	if (await registry.ledger.read(path, at) !== null) return null;
	await provideNative(["duckdb"], context);
	await using engine = await openEngine({
		allowedPaths: [predictions, labels].flatMap((each) => each.files.map(({ path }) => join(each.root, path))),
		root: predictions.root
	});
	const outcomes = await context.group("Join predictions with labels", () => joinOutcomes(engine, {
		predictions,
		labels,
		model,
		policy,
		today: today.date
	}));
	if (outcomes === null) return {
		files,
		checks: [],
		seen: nothing
	};
	if (outcomes.ahead !== null && outcomes.ahead > today.latest) warnOfDaysAhead(context, {
		newest: outcomes.ahead,
		today,
		place: "The predictions"
	});
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
// actions/drift-report/src/shards.ts
/** The files of all shards as one dataset. */
const datasetOf = (shards) => mergeDatasets(shards.map(({ dataset }) => dataset));
/**
* The baseline of a laid plan and what shards counted of the reference. Throws `FILE_NOT_FOUND` where files of it are in no shard, `DOCUMENT_INVALID`
* where two have the same or one was not counted by the plan.
*/
function fillFromShards(plan, shards, { manifest, referenceFiles }) {
	const parts = shards.flatMap(({ reference }) => reference === null ? [] : [reference]);
	const found = {
		root: "",
		files: parts.flatMap(({ dataset }) => dataset.files)
	};
	const { files } = findReference(found, referenceFiles, manifest);
	const reference = mergeDatasets(parts.map(({ dataset }) => dataset));
	if (files.length < reference.files.length) throw new TidemarkError("DOCUMENT_INVALID", "files of the reference are in more than one shard", {
		hint: "Copies of a file count once. Keep one of them, or let one job count both.",
		problems: reference.files.filter(({ path }) => !files.some((file) => file.path === path)).map(({ path }) => ({
			file: path,
			message: "has the content of a file of another shard"
		}))
	});
	const days = parts.flatMap((part) => part.days);
	const known = days.map((each) => each.days[0]).sort();
	if (known.length === 0) throw new TidemarkError("DATA_EMPTY", `no shard has rows of ${manifest.model}’s reference data`, { hint: "Check the WHERE of the version’s query, and whether the contract rejects every row." });
	assertOnPlan(days, plan, "the days of the reference");
	assertPlausible(known[0], known.at(-1), {
		day: "reference.days",
		file: "the shards"
	});
	const period = {
		start: known[0],
		end: addDays(known.at(-1), 1)
	};
	return {
		baseline: fillBaseline({
			...plan,
			period,
			dataset: reference.digest
		}, joinDays(days, period, plan)),
		reference
	};
}
/** Judges the windows that are due from what shards counted: the same bytes as from all rows at once. `ahead` is the newest day that is left out. */
function measureShards(shards, { baseline, reference, plan, monitor, windows, today }) {
	const dataset = datasetOf(shards);
	const days = shards.flatMap((shard) => shard.days);
	assertOnPlan(days, plan, "the days of the shards");
	const seen = [...shards.flatMap((shard) => shard.newest ?? []), ...days.map((each) => each.days[0])].sort();
	assertPlausible(baseline.period.start, seen.at(-1) ?? baseline.period.start, {
		day: "newest",
		file: "the shards"
	});
	const ahead = seen.findLast((day) => day > today.latest) ?? null;
	const newest = seen.findLast((day) => day <= today.latest);
	const end = newest === void 0 ? baseline.period.end : endOfWindows(addDays(newest, 1), today);
	const rows = new Map();
	for (const { days: own, rows: counted } of days) rows.set(own[0], (rows.get(own[0]) ?? 0) + (readNumbers(counted)[0] ?? 0));
	return {
		baseline,
		reference,
		dataset,
		checks: dueWindows(monitor.windows, baseline, {
			end,
			rows
		}, windows).map((period) => checkDrift({
			baseline,
			window: joinDays(days, period, baseline),
			dataset: dataset.digest,
			policy: monitor
		})),
		ahead
	};
}
/** Refuses shards that were counted by another plan than this. */
function assertPlan(shards, plan) {
	const counted = shards[0]?.plan ?? "";
	if (counted === plan.id) return;
	throw new TidemarkError("DIGEST_MISMATCH", `the shards were counted by the plan ${counted.slice(0, 12)}, not by ${isLaid(plan) ? "the one that was laid" : "the baseline on record"}, ${plan.id.slice(0, 12)}`, { hint: "The baseline was recorded since, or the policy changed. Run the workflow again from the planning job." });
}
// actions/drift-report/src/subject.ts
/** The checkout's files; nothing but their bytes is read before they are measured. */
async function openFiles(watched) {
	const { folder, monitor, manifest, referenceFiles } = watched;
	const all = await readFiles(watched, patternsOf(folder));
	const reference = findReference(all, referenceFiles, manifest);
	const baseline = await findBaseline(watched, datasetDigest(reference));
	return {
		dataset: datasetDigest(all),
		baseline,
		isOnRecord: baseline !== null,
		async measure(context, windows, today) {
			await provideNative(["duckdb", "onnxruntime"], context);
			await using scorer = await openScorer(context, watched);
			return await measureDrift(context, {
				folder,
				monitor,
				files: {
					reference,
					all
				},
				scorer,
				baseline,
				windows,
				today
			});
		}
	};
}
/** What other jobs counted; no data are needed here. Throws as `readShards` does, and where they were not counted by the plan that is wanted. */
async function openShards(context, watched) {
	const { inputs, github } = context;
	const { monitor, manifest } = watched;
	const shards = await readShards(resolve(github.workspace, inputs.profiles), {
		model: manifest.model,
		acceptance: acceptanceOf(watched.folder)
	});
	const known = await findBaseline(watched, recordedReference(watched));
	const against = known === null ? await fill(context, watched, shards) : await recorded(watched, known);
	assertPlan(shards, against.plan);
	return {
		dataset: datasetOf(shards).digest,
		baseline: against.baseline,
		isOnRecord: known !== null,
		measure: async (_, windows, today) => {
			const { ahead, ...measured } = measureShards(shards, {
				...against,
				monitor,
				windows,
				today
			});
			if (ahead !== null) warnOfDaysAhead(context, {
				newest: ahead,
				today,
				place: "The shards"
			});
			return measured;
		}
	};
}
async function recorded({ registry, at, manifest }, baseline) {
	const path = layout.dataset(manifest.model, baseline.dataset);
	const reference = await readFact(registry.ledger, Dataset, path, at);
	if (reference !== null) return {
		baseline,
		reference,
		plan: baseline
	};
	throw new TidemarkError("REGISTRY_CORRUPT", `${path} is named by a baseline but is not there`, { hint: "Facts are never deleted. Restore the registry branch from a clone and run verify-registry." });
}
async function fill({ inputs, github }, watched, shards) {
	const plan = await readPlan(resolve(github.workspace, inputs.plan), watched.manifest);
	assertPlan(shards, plan);
	const filled = fillFromShards(plan, shards, watched);
	if (await isWantedBaseline(watched, filled.baseline)) return {
		...filled,
		plan
	};
	throw new TidemarkError("DIGEST_MISMATCH", "the plan does not watch what the policy asks for", { hint: "The policy’s segments, label or performance changed since it was laid. Run the workflow again from the planning job." });
}
// actions/drift-report/src/judge.ts
/** Windows shown whole in the summary; all are in its table. */
const mostShown = 4;
/** Judges what is due and hands it over. Where nothing is due it says so and ends, without opening the data. */
async function judge(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.handover);
	await clearHandover(output, "drift");
	const watched = await readWatched(context);
	if (typeof watched === "string") return nothing(context, watched);
	const { folder, monitor, registry, manifest, at } = watched;
	const { policy, contract } = folder;
	for (const { message, place } of folder.monitor?.notes ?? []) context.annotate({
		level: "notice",
		title: "Drift rules",
		message,
		file: contract.file,
		...place
	});
	const { model } = manifest;
	const subject = await (inputs.profiles === void 0 ? openFiles(watched) : openShards(context, watched));
	const { baseline, isOnRecord } = subject;
	const served = monitor.performance ? await readServedVersion(registry, {
		model,
		channel: inputs.channel
	}) : null;
	const record = await readMonitorRecord(registry.ledger, {
		subject: manifest,
		served,
		at,
		baseline: isOnRecord ? baseline?.id ?? null : null,
		policy: monitor
	});
	const today = await readToday(registry.clock);
	const asked = {
		registry,
		root: folder.root,
		monitor,
		at,
		today
	};
	const { path } = checkedEvent(manifest, {
		dataset: subject.dataset,
		policy: monitor
	});
	if (isOnRecord && baseline !== null && await registry.ledger.read(path, at) !== null) {
		const outcomes = await judgeOutcomes(context, {
			...asked,
			baseline
		});
		const isDone = await isAllDone(context, registry, {
			policy,
			monitor,
			record
		});
		if (isDone && outcomes === null) return nothing(context, `These data were judged by this policy already: nothing is due for ${model}.`);
		context.log(`These data were judged already${isDone ? "" : "; what follows from it is not all done"}.`);
		context.output("handover", await writeJudgement(output, {
			baseline,
			judged: null,
			outcomes
		}));
		return {};
	}
	const { windows } = record.drift;
	const { checks, ...rest } = await subject.measure(context, windows, today);
	const outcomes = await judgeOutcomes(context, {
		...asked,
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
/** Whether nothing follows from what is on record any more. A rollback that the rule asks for and that cannot be proposed is told. */
async function isAllDone({ log, summary }, registry, { policy, monitor, record }) {
	const judged = {
		drift: record.drift.windows,
		performance: record.weeks
	};
	const rollback = await planMonitorRollback(registry, {
		policy,
		judged
	});
	if (rollback.kind === "withheld") {
		log(logOfRollback(rollback));
		summary(rollbackSentence(rollback));
	}
	return rollback.kind !== "due" && nextMonitorStep(record, {
		...monitor,
		now: await registry.clock.now()
	}) === null;
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
	for (const check of checks) context.log(`${check.verdict}  ${windowName(check)}: ${check.reason}`);
	const { failOn } = context.inputs;
	return (failOn === "warn" ? isDrift(newest.verdict) : failOn === "fail" && newest.verdict === "fail") ? { failed: `Drift in ${windowName(newest)}: ${newest.reason}` } : {};
}
export { judge };

import { C as TidemarkError, n as provideNative } from "../lib/start.js";
import { $ as readDayRows, J as profileWindows, Q as readArrived, et as readPeriod, ft as addDays, j as resolveFiles } from "../lib/data.js";
import { K as readDriftRecord } from "../lib/registry.js";
import { n as warnOfDaysAhead, t as readToday } from "./ahead.js";
import { a as readWatched, d as readPlan, g as score, h as queryOf, i as readFiles, l as referenceAmong, m as openRows, p as driftData, r as patternsOf, s as openScorer, u as isLaid } from "./watched.js";
import { r as writeShard, t as acceptanceOf } from "./shard-files.js";
import { i as longestSpan } from "./windows.js";
import { resolve } from "node:path";
// actions/drift-report/src/profile.ts
/** Counts one part of the data on the plan's edges, by day, and judges nothing. */
async function profile(context) {
	const { inputs, github } = context;
	const part = readPart(inputs.shard);
	const watched = await readWatched(context);
	if (typeof watched === "string") {
		context.log(watched);
		return {};
	}
	const plan = await readPlan(resolve(github.workspace, inputs.plan), watched.manifest);
	const files = await ownFiles(watched, part, inputs.files);
	await provideNative(["duckdb", "onnxruntime"], context);
	await using scorer = await openScorer(context, watched);
	const question = {
		folder: watched.folder,
		monitor: watched.monitor,
		scorer
	};
	const decided = await decidedWindows(watched, plan);
	await using all = await openRows(question, files);
	const today = await readToday(watched.registry.clock);
	const arrived = await readArrived(all.engine, queryOf(question), today.latest);
	if (arrived?.ahead) warnOfDaysAhead(context, {
		newest: arrived.ahead,
		today,
		place: `The files of part ${part.index}`
	});
	const from = [plan.period.end, arrived === null ? "" : addDays(arrived.end, -longestSpan(watched.monitor.windows))];
	const until = arrived?.end ?? "";
	const days = await countDays(context, {
		question,
		plan,
		split: all,
		from: from.sort().at(-1),
		until,
		decided
	});
	const own = {
		root: files.root,
		files: referenceAmong(files.files, watched.referenceFiles)
	};
	await writeShard(resolve(github.workspace, inputs.profiles ?? defaultProfiles), {
		schema: "tidemark/drift-shard/v1",
		model: watched.manifest.model,
		plan: plan.id,
		acceptance: acceptanceOf(watched.folder),
		part,
		dataset: all.document,
		newest: arrived?.newest ?? null,
		days,
		reference: isLaid(plan) && own.files.length > 0 ? await countReference(context, question, plan, own) : null
	});
	const rows = all.dataset.rows;
	context.log(`Counted ${days.length} days of ${files.files.length} files with ${rows} rows, part ${part.index} of ${part.of}.`);
	return {};
}
const defaultProfiles = ".tidemark/drift-profiles";
function readPart(shard) {
	const [index = 0, of = 0] = (shard ?? "").split("/").map(Number);
	if (index >= 1 && index <= of && of <= 1e3) return {
		index,
		of
	};
	throw new TidemarkError("INPUT_INVALID", `shard is ${shard === void 0 ? "missing" : JSON.stringify(shard)}`, { hint: "Say which part of how many this job counts, such as 2/5: `shard: ${{ matrix.part }}/5` with the parts from 1." });
}
/** The files named, which are this part; else, of all that the policy names and the checkout has, every so many-th. */
async function ownFiles(watched, { index, of }, named) {
	const { folder } = watched;
	if (named.length > 0) return readFiles(watched, named);
	const paths = await resolveFiles(folder.root, patternsOf(folder));
	const own = paths.filter((_, i) => i % of === index - 1);
	if (own.length > 0) return readFiles(watched, own);
	throw new TidemarkError("DATA_EMPTY", `part ${index} of ${of} has none of the ${paths.length} data files`, { hint: "Make no more parts than there are files, or name each job’s own with `files`." });
}
/** Windows that have a verdict: their days need not be counted. */
async function decidedWindows({ registry, manifest, monitor, at }, plan) {
	if (isLaid(plan)) return [];
	return (await readDriftRecord(registry.ledger, {
		...manifest,
		at,
		baseline: plan.id,
		policy: monitor
	})).windows.filter(({ verdict }) => verdict !== "inconclusive").map(({ window }) => window);
}
/** A profile of each day with rows. */
async function countDays(context, { question, plan, split, from, until, decided }) {
	const rows = await readDayRows(split.engine, queryOf(question), from);
	const isDecided = (day) => decided.some(({ start, end }) => day >= start && day < end);
	const days = [...rows.keys()].filter((day) => day < until && !isDecided(day)).sort();
	if (days.length === 0) return [];
	const windows = days.map((start) => ({
		start,
		end: addDays(start, 1)
	}));
	const scored = await context.group(`Score ${days.length} days`, () => score(context, question, split, {
		start: days[0],
		end: windows.at(-1).end
	}));
	return profileWindows(split.engine, driftData(question, scored), plan, windows);
}
async function countReference(context, question, plan, files) {
	await using split = await openRows(question, files);
	const period = await readPeriod(split.engine, queryOf(question));
	const days = period === null ? [] : await countDays(context, {
		question,
		plan,
		split,
		from: period.start,
		until: period.end,
		decided: []
	});
	return {
		dataset: split.document,
		days
	};
}
export { profile };

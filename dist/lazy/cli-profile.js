import { _ as string, a as array, o as boolean, p as object, r as _enum } from "../vendor/zod.js";
import { A as fingerprintFiles, C as dialects, G as createDatasetView, M as openEngine, S as writeCountSql, X as plainRows, _ as readLay, b as writeColumnsSql, ct as planBaseline, et as readPeriod, ht as digestQuery, it as mergeProfiles, lt as openDataset, ot as fillBaseline, q as profileWindow, st as layBaseline, tt as readScoringRows, v as readCounts, x as writeLaySql, y as readColumns } from "../lib/data.js";
import { A as DriftProfile, R as Period, j as Baseline } from "../lib/schemas.js";
import { C as TidemarkError, O as storedJson, b as parseJsonDocument, j as Name } from "../lib/start.js";
import { t as checkOptions } from "./options.js";
import { r as plain } from "./table.js";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
// packages/cli/src/profile/rows.ts
/** The edges of these files' columns, nothing counted. Throws as opening a dataset does, `DATA_EMPTY`, `COLUMN_MISSING`. */
async function layRows(question) {
	const { model, publicColumns } = question;
	return withRows(question, async (engine, features, dataset) => {
		const period = question.period ?? await readPeriod(engine, features);
		if (period === null) throw new TidemarkError("DATA_EMPTY", `No row has a ${question.day}`, { hint: "Name the column with --day." });
		const data = {
			features,
			segments: question.segments,
			scored: await readScores(engine, features, {
				...question,
				period
			})
		};
		const options = {
			model,
			dataset,
			period,
			publicColumns,
			expectsPerformance: question.label !== void 0
		};
		const plan = await planBaseline(engine, data, options);
		return layBaseline(plan, {
			...options,
			features: digestQuery({
				text: features.sql,
				lookups: []
			})
		});
	});
}
/** These files' rows of the plan's period by day, on its edges. */
async function countRows(question, plan) {
	return withRows(question, async (engine, features) => {
		const segments = segmentsOf(plan);
		const scored = await readScores(engine, features, {
			...question,
			segments,
			period: plan.period
		});
		return profileWindow(engine, {
			features,
			segments,
			scored
		}, plan, plan.period);
	});
}
/** Segments that a plan counts by themselves. */
function segmentsOf({ columns }) {
	const found = columns.flatMap(({ segment }) => segment === void 0 ? [] : [segment]);
	return found.filter(({ column, value }, i) => found.findIndex((other) => other.column === column && other.value === value) === i);
}
async function readScores(engine, features, { score, segments, period }) {
	if (score === void 0) return void 0;
	const sql = features.sql.replace("SELECT ", () => `SELECT ${quote(score)}, `);
	const rows = await readScoringRows(engine, {
		...features,
		sql
	}, {
		features: [{
			name: score,
			kind: "number"
		}],
		period,
		segments
	});
	const [found] = rows.features;
	const values = found?.kind === "number" ? found.values : new Float64Array();
	return {
		...rows,
		scores: Float64Array.from(rows.codes, (code) => values[code])
	};
}
const quote = (name) => `"${name.replaceAll("\"", "\"\"")}"`;
async function withRows(question, work) {
	const { root, files: patterns, day, id, label, score } = question;
	const files = await fingerprintFiles(root, patterns);
	const allowedPaths = files.files.map(({ path }) => join(files.root, path));
	await using engine = await openEngine({
		allowedPaths,
		root: files.root
	});
	const dataset = await openDataset(engine, files, { name: "rows" });
	await createDatasetView(engine, dataset);
	assertColumns(dataset.columns, question);
	await assertOutcomes(engine, dataset.name, question);
	const { features } = plainRows(dataset, {
		day,
		id,
		label,
		without: score === void 0 ? [] : [score]
	});
	return await work(engine, features, dataset.digest);
}
function assertColumns(columns, question) {
	const { day, id, label, score, publicColumns, segments } = question;
	const missing = [
		day,
		id,
		label,
		score,
		...publicColumns,
		...segments.map(({ column }) => column)
	].filter((name) => name !== void 0 && !columns.some((column) => column.name === name));
	const there = `There are: ${columns.map(({ name }) => name).join(", ")}.`.slice(0, 500);
	if (missing.length > 0) throw new TidemarkError("COLUMN_MISSING", `The files have no column ${missing.join(", ").slice(0, 500)}`, { hint: there });
	const { type } = columns.find(({ name }) => name === day);
	if (/^(DATE|TIMESTAMP.*|VARCHAR)$/.test(type)) return;
	throw new TidemarkError("COLUMN_TYPE", `The column ${day} is ${type.slice(0, 100)} and holds no days`, { hint: `Name a column of dates with --day. ${there}` });
}
/** Another number would be counted as it is, and every rate, calibration and metric of it be meaningless. */
async function assertOutcomes(engine, view, { label, score }) {
	const value = (name) => `CAST(${quote(name)} AS DOUBLE)`;
	const rules = [...label === void 0 ? [] : [{
		name: label,
		takes: "0 or 1",
		breaks: `${value(label)} NOT IN (0, 1)`
	}], ...score === void 0 ? [] : [{
		name: score,
		takes: "a number from 0 to 1",
		breaks: `isfinite(${value(score)}) AND ${value(score)} NOT BETWEEN 0 AND 1`
	}]];
	for (const { name, takes, breaks } of rules) {
		const [row] = await engine.query(`SELECT count(*) AS rows FROM ${quote(view)} WHERE ${breaks}`);
		const rows = Number(row?.rows);
		if (rows === 0) continue;
		throw new TidemarkError("COLUMN_TYPE", `The column ${name} is not ${takes} in ${rows} rows`, { hint: "Name an outcome with --label and what a model said of a row with --score." });
	}
}
// packages/cli/src/commands/profile.ts
const isDay = (text) => {
	const day = new Date(text);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
const Column = string().min(1).max(200);
const File = string().min(1);
const Options = object({
	day: Column.optional(),
	id: Column.optional(),
	label: Column.optional(),
	score: Column.optional(),
	public: array(Column).default([]),
	segment: array(string().regex(/^[^=]+=./, "expected a column and a value, such as shop=north").transform((text) => ({
		column: text.slice(0, text.indexOf("=")),
		value: text.slice(text.indexOf("=") + 1)
	}))).default([]),
	model: Name.default("data"),
	period: string().transform((text) => {
		const [start, end] = text.split("..");
		return {
			start,
			end
		};
	}).pipe(Period).refine(({ start, end }) => isDay(start) && isDay(end) && start < end, "expected two days, the first before the second").optional(),
	lay: boolean().default(false),
	plan: File.optional(),
	merge: array(File).default([]),
	finish: boolean().default(false),
	dialect: _enum(dialects).optional(),
	table: string().regex(/^[^.]+(\.[^.]+){0,2}$/, "expected a table such as public.orders").optional(),
	describe: boolean().default(false),
	columns: File.optional(),
	from: File.optional(),
	"native-path": string().min(1).optional()
});
/** `tidemark profile`: exit code 0, or an error. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	terminal.print((await answer(choice, operands, terminal)).trimEnd());
	return 0;
}
async function answer(choice, files, terminal) {
	if ([
		files.length > 0,
		choice.merge.length > 0,
		choice.from !== void 0,
		choice.dialect !== void 0
	].filter(Boolean).length !== 1) throw refuse("name files, --merge, --from or --dialect: one of them");
	if (files.length > 0) return fromFiles(choice, files, terminal);
	const asked = choice.dialect === void 0 ? null : await writeSql(choice, choice.dialect, terminal);
	if (asked !== null) return asked;
	if (choice.lay && choice.from !== void 0) return storedJson(readLay(await readText(choice.from, terminal)));
	if (choice.plan === void 0) throw refuse("--plan is missing: it says on which edges is counted");
	const plan = await readPlan(choice.plan, choice, terminal);
	const paths = choice.merge.map((path) => resolve(terminal.cwd, path));
	const repeated = choice.merge.find((_, i) => paths.indexOf(paths[i]) < i);
	if (repeated !== void 0) throw refuse(`--merge names ${repeated} twice, and would count its rows twice`);
	const profile = choice.from === void 0 ? mergeProfiles(await Promise.all(choice.merge.map((path) => readShard(path, terminal))), plan) : readCounts(await readText(choice.from, terminal), plan);
	return storedJson(choice.finish ? fillBaseline(plan, profile) : profile);
}
/** What a database is asked: its columns, their edges, or counts on the edges of a plan. */
async function writeSql(choice, dialect, terminal) {
	const { table: named, day, id, label, score, model, period } = choice;
	const table = named?.split(".");
	if (table !== void 0 && choice.describe) return writeColumnsSql({
		dialect,
		table
	});
	if (table === void 0 || day === void 0) throw refuse("--dialect needs --table and --day");
	if (!choice.lay) {
		if (choice.plan === void 0) throw refuse("--plan is missing: it says on which edges is counted");
		return writeCountSql(await readPlan(choice.plan, choice, terminal), {
			dialect,
			day,
			score,
			name: table
		});
	}
	if (choice.columns === void 0) throw refuse("--columns is missing: what the SELECT of --describe returned");
	const roles = {
		day,
		id,
		label,
		score,
		segments: choice.segment
	};
	const columns = readColumns(await readText(choice.columns, terminal), roles);
	return writeLaySql({
		dialect,
		table,
		model,
		period,
		public: choice.public,
		columns,
		...roles
	});
}
async function fromFiles(choice, files, terminal) {
	const { day, plan: path } = choice;
	if (day === void 0) throw refuse("--day is missing: the column with a row’s day");
	if (choice.lay && (path !== void 0 || choice.finish)) throw refuse("--lay makes a plan: without --plan and --finish");
	const { provideNative } = await import("./src.js");
	await provideNative(["duckdb"], {
		inputs: { nativePath: choice["native-path"] },
		log: (text) => terminal.report(plain(text))
	});
	const question = {
		...choice,
		day,
		files,
		root: terminal.cwd,
		publicColumns: choice.public,
		segments: choice.segment
	};
	if (choice.lay) return storedJson(await layRows(question));
	const plan = path === void 0 ? await layRows(question) : await readPlan(path, choice, terminal);
	const profile = await countRows(question, plan);
	return storedJson(path === void 0 || choice.finish ? fillBaseline(plan, profile) : profile);
}
/** The plan, for the period that is wanted. */
async function readPlan(path, { period }, terminal) {
	const plan = await readDocument(Baseline, path, terminal);
	return period === void 0 ? plan : {
		...plan,
		period
	};
}
async function readDocument(schema, path, terminal) {
	return parseJsonDocument(schema, await readText(path, terminal), path);
}
/** A shard's counts: by day, and so larger than documents of the registry. */
const readShard = async (path, terminal) => parseJsonDocument(DriftProfile, await readText(path, terminal), path, { maximumBytes: mostBytes });
const mostBytes = 268435456;
async function readText(path, { cwd }) {
	const file = resolve(cwd, path);
	try {
		if ((await stat(file)).size <= mostBytes) return await readFile(file, "utf8");
	} catch (cause) {
		throw new TidemarkError("FILE_NOT_FOUND", `${path} cannot be read`, {
			hint: "Check the path.",
			cause
		});
	}
	throw new TidemarkError("FILE_TOO_LARGE", `${path} is larger than ${mostBytes} bytes`, { hint: "Count fewer days." });
}
const refuse = (message) => new TidemarkError("INPUT_INVALID", message, { hint: "`tidemark profile --help` has examples of each use." });
export { execute };

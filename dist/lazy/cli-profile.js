import { C as fingerprintFiles, G as openDataset, H as layBaseline, L as readPeriod, M as createDatasetView, P as profileWindow, U as planBaseline, V as fillBaseline, X as digestQuery, _ as dialects, g as writeCountSql, h as readCounts, w as openEngine, z as mergeProfiles } from "../lib/data.js";
import { a as array, f as object, g as string, o as boolean, r as _enum } from "../vendor/zod.js";
import { A as Period, S as Baseline, w as DriftProfile } from "../lib/schemas.js";
import { C as TidemarkError, D as Name, R as storedJson, b as parseJsonDocument } from "../lib/start.js";
import { t as checkOptions } from "./options.js";
import { r as plain } from "./table.js";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
// packages/cli/src/profile/rows.ts
/** The edges of these files' columns, nothing counted. Throws as opening a dataset does, `DATA_EMPTY`, `COLUMN_MISSING`. */
async function layRows(question) {
	const { model, publicColumns } = question;
	return withRows(question, async (engine, data, dataset) => {
		const period = question.period ?? await readPeriod(engine, data.features);
		if (period === null) throw new TidemarkError("DATA_EMPTY", `No row has a ${question.day}`, { hint: "Name the column with --day." });
		const plan = await planBaseline(engine, data, {
			model,
			dataset,
			period,
			publicColumns
		});
		return layBaseline(plan, {
			model,
			dataset,
			period,
			features: digestQuery({
				text: data.features.sql,
				lookups: []
			})
		});
	});
}
/** These files' rows of the plan's period by day, on its edges. */
async function countRows(question, plan) {
	return withRows(question, (engine, data) => profileWindow(engine, data, plan, plan.period));
}
async function withRows({ root, files: patterns, day, id, label }, work) {
	const files = await fingerprintFiles(root, patterns);
	const allowedPaths = files.files.map(({ path }) => join(files.root, path));
	await using engine = await openEngine({
		allowedPaths,
		root: files.root
	});
	const dataset = await openDataset(engine, files, { name: "rows" });
	await createDatasetView(engine, dataset);
	const own = dataset.columns.map(({ name }) => `"${name.replaceAll("\"", "\"\"")}"`);
	const row = `source_file || '/' || file_row_number AS tidemark_id`;
	return await work(engine, { features: {
		sql: `SELECT ${[...own, ...id === void 0 ? [row] : []].join(", ")} FROM rows`,
		file: "the files",
		view: "rows",
		columns: {
			id: id ?? "tidemark_id",
			...label === void 0 ? {} : { label }
		},
		day
	} }, dataset.digest);
}
// packages/cli/src/commands/profile.ts
const Column = string().min(1).max(200);
const File = string().min(1);
const Options = object({
	day: Column.optional(),
	id: Column.optional(),
	label: Column.optional(),
	public: array(Column).default([]),
	model: Name.default("data"),
	period: string().transform((text) => {
		const [start, end] = text.split("..");
		return {
			start,
			end
		};
	}).pipe(Period).refine(({ start, end }) => start < end, "expected two days, the first before the second").optional(),
	lay: boolean().default(false),
	plan: File.optional(),
	merge: array(File).default([]),
	finish: boolean().default(false),
	dialect: _enum(dialects).optional(),
	table: string().regex(/^[^.]+(\.[^.]+){0,2}$/, "expected a table such as public.orders").optional(),
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
	if (choice.plan === void 0) throw refuse("--plan is missing: it says on which edges is counted");
	const plan = await readPlan(choice.plan, choice, terminal);
	if (choice.dialect !== void 0) {
		const { dialect, table, day } = choice;
		if (table === void 0 || day === void 0) throw refuse("--dialect needs --table and --day");
		return writeCountSql(plan, {
			dialect,
			day,
			name: table.split(".")
		});
	}
	const profile = choice.from === void 0 ? mergeProfiles(await Promise.all(choice.merge.map((path) => readShard(path, terminal))), plan) : readCounts(await readText(choice.from, terminal), plan);
	return storedJson(choice.finish ? fillBaseline(plan, profile) : profile);
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
		publicColumns: choice.public
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
async function readShard(path, terminal) {
	const text = await readText(path, terminal);
	try {
		return DriftProfile.parse(JSON.parse(text));
	} catch (cause) {
		throw new TidemarkError("DOCUMENT_INVALID", `${path} is not what \`tidemark profile --plan\` prints`, {
			hint: "Count the shard again.",
			cause
		});
	}
}
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

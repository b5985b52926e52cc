import { i as __toESM } from "../lazy/rolldown-runtime.js";
import { O as digestOf, c as validationId, d as readYaml, k as sha256, p as ModelPolicy, u as parseYamlDocument } from "./schemas.js";
import { c as literal, d as strictObject, f as string, h as unknown, i as boolean, l as number, m as union, n as _null, o as int, p as tuple, r as array, t as _enum } from "../vendor/zod.js";
import { f as TidemarkError } from "./start.js";
import { glob, mkdtemp, readFile, realpath, rm, stat } from "node:fs/promises";
import { extname, isAbsolute, join, relative, sep } from "node:path";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { pipeline } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
// packages/data/src/engine/quoting.ts
/** A column's or table's name as a quoted SQL identifier. Throws a `TypeError` on NUL, which would cut the statement short. */
function quoteIdentifier(name) {
	return `"${withoutNul(name).replaceAll("\"", "\"\"")}"`;
}
/** A string as a quoted SQL literal. Throws a `TypeError` on NUL, which would cut the statement short. */
function quoteLiteral(text) {
	return `'${withoutNul(text).replaceAll("'", "''")}'`;
}
function withoutNul(text) {
	if (text.includes("\0")) throw new TypeError("SQL text cannot hold a NUL character");
	return text;
}
// packages/data/src/engine/select-refusals.ts
const environment = new Set(`getenv getvariable current_setting current_localtimestamp current_localtime current_timestamp current_time current_date
   localtime localtimestamp get_current_timestamp version current_user session_user user current_role current_catalog
   current_database current_schema current_schemas current_query ago reservoir_quantile which_secret json_execute_serialized_sql
   query query_table md5_number_random pg_sleep pg_postmaster_start_time pg_conf_load_time pg_my_temp_schema`.split(/\s+/));
const tableFunctions = new Set([
	"unnest",
	"range",
	"generate_series"
]);
const orderDependent = new Set("first last any_value arbitrary list array_agg string_agg group_concat listagg row_number ntile lag lead first_value last_value nth_value".split(" "));
const tableKinds = new Set([
	"BASE_TABLE",
	"JOIN",
	"SUBQUERY",
	"EXPRESSION_LIST",
	"TABLE_FUNCTION",
	"EMPTY"
]);
/** Walks a statement as DuckDB's parser gives it (`json_serialize_sql`) and names everything in it that is not permitted. */
function findRefusals(statement, permitted) {
	const refusals = [];
	walk(statement, new Set(permitted.tables.map(fold)), permitted.unstable, (node, message) => {
		const offset = node.query_location;
		refusals.push({
			offset: typeof offset === "number" && Number.isSafeInteger(offset) ? offset : void 0,
			message
		});
	});
	return refusals.slice(0, 100);
}
function walk(value, scope, unstable, refuse) {
	if (Array.isArray(value)) {
		for (const item of value) walk(item, scope, unstable, refuse);
		return;
	}
	if (typeof value !== "object" || value === null) return;
	const node = value;
	if ("sample" in node && "alias" in node) checkTable(node, scope, refuse);
	if (node.sample) refuse(node, "TABLESAMPLE differs from run to run; filter on a hash of the id instead");
	if (node.class === "FUNCTION" && node.type === "FUNCTION") checkFunction(node, unstable, refuse);
	if (node.class === "WINDOW") checkWindow(node, refuse);
	if (node.class === "COLUMN_REF") checkColumn(node, refuse);
	if (node.class === "PARAMETER") refuse(node, "the query has a parameter, for which there is no value");
	const inner = "cte_map" in node ? walkCtes(node, scope, unstable, refuse) : scope;
	for (const [key, child] of Object.entries(node)) {
		if (key === "cte_map") continue;
		if (key === "function" && node.type === "TABLE_FUNCTION") walk(child.children, inner, unstable, refuse);
		else walk(child, inner, unstable, refuse);
	}
}
function walkCtes(node, scope, unstable, refuse) {
	const entries = node.cte_map?.map ?? [];
	let seen = scope;
	for (const { key, value } of entries) {
		const withItself = new Set([...seen, fold(key)]);
		const body = value.query?.node;
		walk(value, body?.type === "RECURSIVE_CTE_NODE" ? withItself : seen, unstable, refuse);
		seen = withItself;
	}
	return seen;
}
function checkTable(node, scope, refuse) {
	const kind = String(node.type);
	if (!tableKinds.has(kind)) refuse(node, `${kind === "SHOW_REF" ? "DESCRIBE, SHOW and SUMMARIZE are" : `${kind} is`} not allowed`);
	if (kind === "BASE_TABLE") {
		const name = [
			node.catalog_name,
			node.schema_name,
			node.table_name
		].filter(Boolean).join(".");
		if (node.catalog_name || node.schema_name || !scope.has(fold(String(node.table_name)))) refuse(node, `the query reads "${name}", which is not its dataset`);
	}
	if (kind === "TABLE_FUNCTION") {
		const name = functionName(node.function);
		if (!tableFunctions.has(name)) refuse(node, `the query reads from ${name}(), which is not its dataset`);
	}
}
function checkFunction(node, unstable, refuse) {
	const name = functionName(node);
	const schema = String(node.schema ?? "");
	const orders = node.order_bys?.orders ?? [];
	const argumentCount = node.children?.length ?? 0;
	if (node.catalog || schema !== "" && schema !== "main" && schema !== "pg_catalog") refuse(node, `${schema}.${name}() is not allowed`);
	if (unstable.has(name) || environment.has(name) || /^(pg_|inet_|has_|duckdb_|pragma_)/.test(name)) refuse(node, `${name}() depends on the clock, chance or the machine, so its rows could not be reproduced`);
	else if (name === "age" && argumentCount === 1) refuse(node, "age() with one argument depends on the clock; give it both");
	else if (orderDependent.has(name) && orders.length === 0) refuse(node, `${name}() without ORDER BY differs from run to run; write ${name}(… ORDER BY …), or use min() or max()`);
}
function checkWindow(node, refuse) {
	const name = functionName(node);
	const orders = [...node.orders ?? [], ...node.arg_orders ?? []];
	if (orderDependent.has(name) && orders.length === 0) refuse(node, `${name}() OVER (…) without ORDER BY differs from run to run; order it by a unique column`);
}
function checkColumn(node, refuse) {
	const names = node.column_names ?? [];
	const name = fold(names[0] ?? "");
	if (names.length === 1 && environment.has(name)) refuse(node, `${name} depends on the clock or the session, so its rows could not be reproduced`);
}
function functionName(node) {
	return fold(String(node.function_name));
}
function fold(name) {
	return name.toLowerCase();
}
// packages/data/src/engine/select-guard.ts
const maximumSqlBytes = 65536;
/**
* Passes when the text is exactly one SELECT that reads the given tables only, calls nothing that reaches outside or
* differs from run to run, and is understood whole by DuckDB's own parser. Throws `SQL_REFUSED` with every reason and its place.
*/
async function assertSingleSelect(engine, { sql, file, tables, firstLine = 1 }) {
	const refuse = (message, problems = []) => new TidemarkError("SQL_REFUSED", `${file}: ${message}`, {
		hint: `Write exactly one SELECT from ${tables.join(", ") || "no table"}; WITH is allowed. No COPY, ATTACH, SET, other files, clocks or randomness.`,
		problems
	});
	if (Buffer.byteLength(sql) > maximumSqlBytes) throw refuse(`the query is longer than ${maximumSqlBytes} bytes`);
	if (sql.includes("\0")) throw refuse("the query holds a NUL character");
	const place = (offset) => locate(sql, offset, firstLine);
	const parsed = await parse(engine, sql);
	if ("error" in parsed) {
		const problem = {
			file,
			...place(parsed.offset),
			message: parsed.error
		};
		throw refuse(parsed.isSyntax ? "the query is not valid SQL" : await whatItIs(engine, sql), [problem]);
	}
	const [statement, second] = parsed.statements;
	if (statement === void 0) throw refuse("the query is empty");
	if (second !== void 0) throw refuse(`${parsed.statements.length} statements where exactly one SELECT is allowed`, [{
		file,
		...place(firstLocation(second)),
		message: "a second statement starts here"
	}]);
	const problems = findRefusals(statement, {
		tables,
		unstable: await unstableFunctions(engine, statement)
	}).map(({ offset, message }) => ({
		file,
		...place(offset),
		message
	}));
	if (problems.length > 0) throw refuse(problems[0]?.message ?? "", problems);
}
async function parse(engine, sql) {
	const [row] = await engine.query(`SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`);
	const tree = JSON.parse(String(row?.tree));
	if (!tree.error) return { statements: tree.statements ?? [] };
	return {
		error: tree.error_type === "not implemented" ? "only a SELECT is allowed here" : tree.error_message ?? "not valid SQL",
		isSyntax: tree.error_type !== "not implemented",
		offset: tree.position === void 0 ? void 0 : Number(tree.position)
	};
}
async function whatItIs(engine, sql) {
	const count = await engine.countStatements(sql);
	const verb = /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase();
	if (count !== null && count > 1) return `${count} statements where exactly one SELECT is allowed`;
	return `${verb && verb !== "SELECT" && verb !== "WITH" ? verb : "a statement that is not a plain SELECT"} is not allowed`;
}
/** Names of functions whose answer differs from run to run, as DuckDB's own catalogue says. */
async function unstableFunctions(engine, statement) {
	if ([...functionNames(statement)].every((name) => plainFunctions.has(name))) return new Set();
	const rows = await engine.query(`SELECT DISTINCT lower(function_name) AS name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`);
	return new Set(rows.map((row) => String(row.name)));
}
const plainFunctions = new Set([
	"count",
	"count_star",
	"sum",
	"avg",
	"min",
	"max",
	"+",
	"-",
	"*",
	"/",
	"%",
	"||"
]);
function functionNames(statement) {
	const names = new Set();
	JSON.stringify(statement, (key, value) => {
		if (key === "function_name" && typeof value === "string") names.add(value.toLowerCase());
		return value;
	});
	return names;
}
function firstLocation(node) {
	let first;
	JSON.stringify(node, (key, value) => {
		if (key === "query_location" && typeof value === "number" && Number.isSafeInteger(value)) first = Math.min(first ?? value, value);
		return value;
	});
	return first;
}
function locate(sql, offset, firstLine) {
	if (offset === void 0 || !Number.isSafeInteger(offset)) return { line: firstLine };
	const lines = Buffer.from(sql).subarray(0, offset).toString().split("\n");
	return {
		line: firstLine + lines.length - 1,
		column: (lines.at(-1)?.length ?? 0) + 1
	};
}
// packages/data/src/fingerprint/csv-dialect.ts
const longestHeader = 1 << 20;
const delimiters = [
	",",
	";",
	"	",
	"|"
];
/**
* The delimiter of a CSV file: the one its header line holds most of, outside quotes; a comma when it holds none.
* DuckDB would guess it from the rows, and take a ragged file for one with a single column.
*/
async function readDelimiter(path) {
	const header = (await firstLine(path)).replaceAll(/"[^"]*"/g, "");
	return delimiters.map((delimiter) => ({
		delimiter,
		count: header.split(delimiter).length - 1
	})).reduce((best, next) => next.count > best.count ? next : best).delimiter;
}
async function firstLine(path) {
	const file = createReadStream(path);
	const bytes = path.endsWith(".gz") ? pipeline(file, createGunzip(), () => {}) : path.endsWith(".zst") ? pipeline(file, createZstdDecompress(), () => {}) : file;
	let text = "";
	try {
		for await (const chunk of bytes) {
			text += chunk.toString("latin1");
			if (text.includes("\n") || text.length > longestHeader) break;
		}
	} catch {
		return "";
	} finally {
		file.destroy();
	}
	return text.split("\n")[0] ?? "";
}
// packages/data/src/fingerprint/reader.ts
/** Options of `read_parquet` that keep it to the files named and their own columns. */
const parquetOptions = "hive_partitioning = false, union_by_name = false";
/**
* How to read one file: its format by extension (parquet, csv, tsv, json, ndjson, jsonl; the text ones also .gz and .zst),
* its columns and types from the whole file. `declared` types replace those found in text files.
* Throws `DATA_UNREADABLE` and `DATA_EMPTY`.
*/
async function openFile(engine, root, file, declared) {
	const path = join(root, file.path);
	const extension = extname(file.path.toLowerCase().replace(/\.(gz|zst)$/, ""));
	switch (extension) {
		case ".parquet": return openParquet(engine, path, file);
		case ".csv":
		case ".tsv": return openCsv(engine, path, file, extension === ".tsv" ? "	" : await readDelimiter(path), declared);
		case ".json":
		case ".ndjson":
		case ".jsonl": return openJson(engine, path, file, declared);
		default: throw new TidemarkError("DATA_UNREADABLE", `${file.path} has no known data format`, {
			hint: "Use .parquet, .csv, .tsv, .json or .ndjson; text files may end in .gz or .zst.",
			problems: [{
				file: file.path,
				message: `the extension ${extension || "(none)"} is not known`
			}]
		});
	}
}
async function openParquet(engine, path, file) {
	const source = `read_parquet([${quoteLiteral(path)}], ${parquetOptions})`;
	return {
		file,
		format: "parquet",
		columns: await describe(engine, source),
		source
	};
}
async function openCsv(engine, path, file, delimiter, declared) {
	if (file.sizeBytes === 0) throw empty(file);
	const dialect = `delim = ${quoteLiteral(delimiter)}, quote = '"', escape = '"', header = true, skip = 0`;
	const sniff = `FROM sniff_csv(${quoteLiteral(path)}, ${dialect}, sample_size = -1`;
	const [sniffed] = await engine.query(`${sniff})`).catch(async (error) => {
		await readStrictly(engine, path, dialect, await engine.query(`${sniff}, ignore_errors = true)`));
		throw error;
	});
	const columns = (sniffed?.Columns ?? []).map(({ name, type }) => ({
		name,
		type: declared.get(name) ?? type
	}));
	const formats = [["dateformat", sniffed?.DateFormat], ["timestampformat", sniffed?.TimestampFormat]].flatMap(([option, format]) => typeof format === "string" && format !== "" ? [`${option} = ${quoteLiteral(format)}`] : []);
	const options = [
		dialect,
		"auto_detect = false",
		columnsOption(columns),
		...formats
	];
	return {
		file,
		format: "csv",
		columns,
		source: `read_csv(${quoteLiteral(path)}, ${options.join(", ")})`
	};
}
/** Sniffing says that a file is bad and not where; reading it as text under its own header fails at the line. */
async function readStrictly(engine, path, dialect, [sniffed]) {
	const columns = columnsOption((sniffed?.Columns ?? []).map(({ name }) => ({
		name,
		type: "VARCHAR"
	})));
	await engine.query(`SELECT count(*) FROM read_csv(${quoteLiteral(path)}, ${dialect}, auto_detect = false, ${columns})`);
}
async function openJson(engine, path, file, declared) {
	if (file.sizeBytes === 0) throw empty(file);
	const columns = (await describe(engine, `read_json(${quoteLiteral(path)}, sample_size = -1)`)).map(({ name, type }) => ({
		name,
		type: declared.get(name) ?? type
	}));
	return {
		file,
		format: "json",
		columns,
		source: `read_json(${quoteLiteral(path)}, ${columnsOption(columns)})`
	};
}
async function describe(engine, source) {
	return (await engine.query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`)).map((row) => ({
		name: String(row.column_name),
		type: String(row.column_type)
	}));
}
function columnsOption(columns) {
	return `columns = {${columns.map(({ name, type }) => `${quoteLiteral(name)}: ${quoteLiteral(type)}`).join(", ")}}`;
}
function empty(file) {
	return new TidemarkError("DATA_EMPTY", `${file.path} is empty`, {
		hint: "Write at least a header and a row, or leave the file out.",
		problems: [{
			file: file.path,
			message: "the file holds no bytes"
		}]
	});
}
// packages/data/src/fingerprint/unify-columns.ts
const integers = [
	"TINYINT",
	"UTINYINT",
	"SMALLINT",
	"USMALLINT",
	"INTEGER",
	"UINTEGER",
	"BIGINT",
	"UBIGINT",
	"HUGEINT"
];
/**
* The columns that all files share, in the first file's order, numeric types widened to one that holds all.
* Throws `COLUMN_TYPE` naming every column that is absent, added or of another type, and the files that differ.
*/
function unifyColumns(readers) {
	const [first, ...others] = readers;
	if (first === void 0) return [];
	const problems = [];
	const types = new Map(first.columns.map(({ name, type }) => [name, type]));
	for (const { file, columns } of others) {
		const here = new Map(columns.map(({ name, type }) => [name, type]));
		for (const [name, type] of types) {
			const other = here.get(name);
			const wider = other === void 0 ? void 0 : widen(type, other);
			if (other === void 0) problems.push({
				file: file.path,
				path: name,
				message: `the column is absent, but ${first.file.path} has it`
			});
			else if (wider === void 0) problems.push({
				file: file.path,
				path: name,
				message: `is ${other}, but ${type} in ${first.file.path}`
			});
			else types.set(name, wider);
		}
		for (const name of here.keys()) if (!types.has(name)) problems.push({
			file: file.path,
			path: name,
			message: `the column is not in ${first.file.path}`
		});
	}
	if (problems.length > 0) throw new TidemarkError("COLUMN_TYPE", "The files of the dataset do not have the same columns", {
		hint: "Write all files with the same columns and types, or name only those that belong together.",
		problems: problems.slice(0, 100)
	});
	return [...types].map(([name, type]) => ({
		name,
		type
	}));
}
function widen(a, b) {
	if (a === b) return a;
	if (integers.includes(a) && integers.includes(b)) return [a, b].some((type) => type === "HUGEINT" || type === "UBIGINT") ? "HUGEINT" : "BIGINT";
	return isNumber(a) && isNumber(b) ? "DOUBLE" : void 0;
}
function isNumber(type) {
	return integers.includes(type) || type === "FLOAT" || type === "DOUBLE" || type.startsWith("DECIMAL");
}
// packages/data/src/fingerprint/dataset.ts
/** Columns that every dataset's view has beside its own. */
const rowColumns = {
	file: "source_file",
	row: "file_row_number",
	order: "tidemark_row"
};
/** Rows are told apart by `file index × 2^40 + row`, so a file holds at most 2^40 rows. */
const rowsPerFile = 2 ** 40;
/**
* Opens files as one dataset: a view of all their rows, counted and described. Every file must have the same columns;
* numeric types are widened. Throws `DATA_UNREADABLE` (every bad file), `COLUMN_TYPE` (mixed schemas) and `DATA_EMPTY`.
*/
async function openDataset(engine, files, options) {
	const readers = await openAll(engine, files, options.columnTypes ?? new Map());
	const columns = unifyColumns(readers);
	refuseReservedNames(columns, readers[0]?.file.path);
	const rawView = `tidemark.${quoteIdentifier(options.name)}`;
	await engine.query(`CREATE OR REPLACE VIEW ${rawView} AS ${selectAll(files.root, readers, columns)}`);
	const counts = await countRows(engine, readers);
	const rows = counts.reduce((sum, count) => sum + count, 0);
	if (rows === 0) throw new TidemarkError("DATA_EMPTY", `The dataset ${options.name} has no rows`, {
		hint: "Check what wrote the files, and that they are whole.",
		problems: readers.map(({ file }) => ({
			file: file.path,
			message: "0 rows"
		}))
	});
	return {
		name: options.name,
		digest: digestDataset(files),
		files: readers.map(({ file }, i) => ({
			...file,
			rows: counts[i] ?? 0
		})),
		rows,
		columns,
		rawView
	};
}
/** The dataset's digest: over sizes and SHA-256 of its files in path order. */
function digestDataset(files) {
	return digestOf(files.files.map(({ sizeBytes, sha256 }) => ({
		sha256,
		sizeBytes
	})));
}
async function openAll(engine, files, declared) {
	const readers = [];
	const failures = [];
	for (const file of files.files) try {
		readers.push(await openFile(engine, files.root, file, declared));
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		failures.push({
			file,
			error
		});
	}
	const [first] = failures;
	if (first !== void 0) {
		const code = failures.every(({ error }) => error.code === "DATA_EMPTY") ? "DATA_EMPTY" : "DATA_UNREADABLE";
		const names = failures.map(({ file }) => file.path).join(", ");
		throw new TidemarkError(code, `${names.slice(0, 500)} cannot be read`, {
			hint: first.error.code === "SQL_FAILED" ? "The file is damaged or not what its name says. Restore it." : first.error.hint,
			problems: failures.map(({ file, error }) => ({
				file: file.path,
				line: error.problems[0]?.line,
				message: error.problems[0]?.message ?? error.message
			})),
			cause: first.error
		});
	}
	return readers;
}
function selectAll(root, readers, columns) {
	if (readers.every(({ format }) => format === "parquet") && readers.every((reader) => sameColumns(reader.columns, columns))) return selectParquet(root, readers, columns);
	return readers.map((reader, index) => selectFile(reader, index, columns)).join(" UNION ALL ");
}
function selectParquet(root, readers, columns) {
	const paths = readers.map(({ file }) => quoteLiteral(`${root}/${file.path}`)).join(", ");
	const names = readers.map(({ file }) => quoteLiteral(file.path));
	const own = columns.map(({ name }) => quoteIdentifier(name));
	const file = names.length === 1 ? names[0] : `[${names.join(", ")}][file_index::BIGINT + 1]`;
	const order = names.length === 1 ? "file_row_number" : `file_index::BIGINT * ${rowsPerFile} + file_row_number`;
	return `SELECT ${[
		...own,
		`${file} AS ${rowColumns.file}`,
		`file_row_number AS ${rowColumns.row}`,
		`${order} AS ${rowColumns.order}`
	].join(", ")}
    FROM read_parquet([${paths}], ${parquetOptions})`;
}
function selectFile({ file, format, source }, index, columns) {
	const own = columns.map(({ name, type }) => `CAST(${quoteIdentifier(name)} AS ${type}) AS ${quoteIdentifier(name)}`);
	const number = format === "parquet" ? "file_row_number" : "row_number() OVER () - 1";
	return `SELECT ${[
		...own,
		`${quoteLiteral(file.path)} AS ${rowColumns.file}`,
		`${number} AS ${rowColumns.row}`,
		`${index * rowsPerFile}::BIGINT + ${number} AS ${rowColumns.order}`
	].join(", ")}
    FROM ${source}`;
}
async function countRows(engine, readers) {
	const counts = [];
	for (const { source } of readers) {
		const [row] = await engine.query(`SELECT count(*) AS rows FROM ${source}`);
		counts.push(Number(row?.rows));
	}
	return counts;
}
function sameColumns(a, b) {
	return a.length === b.length && a.every(({ name, type }, i) => name === b[i]?.name && type === b[i]?.type);
}
function refuseReservedNames(columns, file) {
	const reserved = new Set(Object.values(rowColumns));
	const taken = columns.filter(({ name }) => reserved.has(name.toLowerCase()));
	if (taken.length === 0) return;
	throw new TidemarkError("COLUMN_TYPE", `The data has a column named ${taken.map(({ name }) => name).join(", ")}, which Tidemark adds itself`, {
		hint: "Rename the column where the data is written.",
		problems: taken.map(({ name }) => ({
			file,
			path: name,
			message: "this name is reserved"
		}))
	});
}
// packages/data/src/contract/checks.ts
const words = {
	mustBe: "=",
	mustNotBe: "≠",
	mustBeGreaterThan: ">",
	mustBeGreaterOrEqualTo: "≥",
	mustBeLessThan: "<",
	mustBeLessOrEqualTo: "≤",
	mustBeBetween: "between",
	mustNotBeBetween: "not between"
};
/** The operator of a quality rule, which has exactly one. */
function judgeOf(quality) {
	for (const operator of Object.keys(words)) {
		const bound = quality[operator];
		if (bound !== void 0) return {
			operator,
			bound,
			unit: quality.unit
		};
	}
	throw new TypeError("a quality rule without an operator passed validation");
}
/** Whether a value satisfies the operator; the bounds of a range are included. NaN satisfies none. */
function satisfies({ operator, bound }, value) {
	if (Number.isNaN(value)) return false;
	const [low, high] = typeof bound === "number" ? [bound, bound] : bound;
	switch (operator) {
		case "mustBe": return value === low;
		case "mustNotBe": return value !== low;
		case "mustBeGreaterThan": return value > low;
		case "mustBeGreaterOrEqualTo": return value >= low;
		case "mustBeLessThan": return value < low;
		case "mustBeLessOrEqualTo": return value <= low;
		case "mustBeBetween": return value >= low && value <= high;
		case "mustNotBeBetween": return value < low || value > high;
	}
}
/** `≤ 5 percent`, for people. */
function describeJudge({ operator, bound, unit }, noun) {
	const range = typeof bound === "number" ? String(bound) : `${bound[0]} and ${bound[1]}`;
	return `${words[operator]} ${range} ${unit === "percent" ? "percent of rows" : noun}`;
}
// packages/data/src/contract/compile-quality.ts
/** Whether a DuckDB type holds numbers. */
function isNumeric(type) {
	return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type);
}
/** The quality rules of one property as checks on a column of the given DuckDB type. */
async function compileQuality(property, type, column, path, mismatch) {
	const checks = [];
	for (const [i, quality] of property.quality.entries()) checks.push(await compileOne$1(quality, property.name, type, column, [
		...path,
		"quality",
		i
	], mismatch));
	return checks;
}
async function compileOne$1(quality, name, type, column, path, mismatch) {
	const kind = quality.type === "library" ? quality.metric ?? "" : quality.type;
	const head = {
		id: quality.id ?? quality.name ?? `${name}.${kind}`,
		column: name,
		kind,
		severity: quality.severity,
		path,
		description: quality.description ?? quality.name ?? `${kind} of ${name}`
	};
	if (quality.type === "text" || quality.type === "custom") return notEvaluated(head, quality);
	const judge = judgeOf(quality);
	if (quality.type === "sql") {
		const query = (quality.query ?? "").replaceAll(/\$?\{property\}/g, () => column);
		return {
			...head,
			type: "sql",
			query,
			judge,
			expected: describeJudge({
				...judge,
				unit: "rows"
			}, "").trim()
		};
	}
	const columns = [...new Set([name, ...quality.arguments?.properties ?? []])];
	if (quality.metric === "duplicateValues") return {
		...head,
		type: "duplicates",
		columns,
		judge,
		expected: describeJudge(judge, "duplicates")
	};
	const counts = await countedRows(quality, type, column, mismatch);
	return {
		...head,
		type: "metric",
		counts,
		judge,
		expected: describeJudge(judge, "rows")
	};
}
async function countedRows({ metric, arguments: given }, type, column, mismatch) {
	const isNull = `${column} IS NULL`;
	if (metric === "nullValues") return isNull;
	if (metric === "missingValues") {
		const items = (given?.missingValues ?? []).filter((item) => item !== null);
		return items.length === 0 ? isNull : `${isNull} OR ${isAmong(column, type, items)}`;
	}
	const rules = [];
	if (given?.validValues) rules.push(`NOT (${isAmong(column, type, given.validValues.filter((item) => item !== null))})`);
	if (given?.pattern) rules.push(await mismatch(`CAST(${column} AS VARCHAR)`, given.pattern));
	return `${column} IS NOT NULL AND (${rules.join(" OR ")})`;
}
/** Numbers are compared as numbers; anything else by its text, so that a value of another type never matches by accident. */
function isAmong(column, type, items) {
	const isNumber = isNumeric(type);
	const usable = items.filter((item) => !isNumber || typeof item === "number");
	if (usable.length === 0) return "false";
	if (isNumber) return `${column} IN (${usable.join(", ")})`;
	return `CAST(${column} AS VARCHAR) IN (${usable.map((item) => quoteLiteral(String(item))).join(", ")})`;
}
/** A rule for people, or for another engine: shown, and never counted as passed. */
function notEvaluated(head, quality) {
	const observed = quality.type === "text" ? "a rule in words" : `a rule for ${quality.engine ?? "another engine"}`;
	return {
		...head,
		type: "settled",
		severity: "warning",
		verdict: "inconclusive",
		expected: "read by people",
		observed: `not evaluated: ${observed}`
	};
}
// packages/data/src/contract/pattern.ts
/** The same expression reads the same in ECMA-262 and in RE2 when it is made of these alone. */
const shared = new RegExp([
	"[A-Za-z0-9 _@:,=<>#%&~\"'!/-]",
	"\\\\[.^$*+?()[\\]{}|\\\\/-]",
	"\\\\[dw]",
	"\\[(?:[A-Za-z0-9 _@:,.+*?$()/%#]|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|\\\\[-\\]\\\\.dw])+-?\\]",
	"\\^|\\$|\\((?:\\?:)?|\\)|\\|",
	"[*+?]\\??",
	"\\{\\d{1,3}(?:,(?:\\d{1,3})?)?\\}"
].map((part) => `(?:${part})`).join("|"), "uy");
/**
* Whether RE2, DuckDB's engine, finds exactly what ECMA-262 finds. Contracts are written in ECMA-262; what reads differently
* there (look-around, `\s`, `.`, negated classes, Unicode) is evaluated in JavaScript on distinct values.
*/
function isSharedPattern(pattern) {
	if (/\(\?(?!:)/.test(pattern)) return false;
	shared.lastIndex = 0;
	while (shared.lastIndex < pattern.length) {
		const start = shared.lastIndex;
		if (!shared.test(pattern)) return false;
		const token = pattern.slice(start, shared.lastIndex);
		if (token === "^" && start > 0 || token === "$" && shared.lastIndex < pattern.length) return false;
	}
	return true;
}
/** Regular expressions of the string formats that the standard names and that say something to check. */
const formatPatterns = {
	email: "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
	uuid: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
	uri: "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$",
	hostname: "^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
	ipv4: "^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$"
};
// packages/data/src/contract/compile-property.ts
/** The checks of one property on a column of the given DuckDB type. On a column of the wrong type the others are inconclusive. */
async function compileProperty(property, type, path, mismatch) {
	const column = quoteIdentifier(property.name);
	const typeCheck = checkType(property, type, path);
	const checks = [
		...compileRequired(property, column, path),
		...compileNumberForm(property, type, column, path),
		...compileBounds(property, type, column, path),
		...await compileText(property, column, path, mismatch),
		...await compileQuality(property, type, column, path, mismatch)
	];
	if (typeCheck?.verdict !== "fail") return typeCheck === void 0 ? checks : [typeCheck, ...checks];
	return [typeCheck, ...checks.map((check) => untestable(check, type))];
}
const accepted = {
	string: /^(VARCHAR|UUID|ENUM\(.*)$/s,
	boolean: /^BOOLEAN$/,
	date: /^(DATE|TIMESTAMP.*)$/,
	timestamp: /^(TIMESTAMP.*|DATE)$/,
	time: /^TIME.*$/,
	object: /^(STRUCT|MAP|JSON).*$/s,
	array: /.*\]$/s
};
function isOfType(type, logicalType) {
	return logicalType === "number" || logicalType === "integer" ? isNumeric(type) : accepted[logicalType].test(type);
}
const isFloat = (type) => type === "FLOAT" || type === "DOUBLE";
function checkType({ name, logicalType }, type, path) {
	if (logicalType === void 0) return void 0;
	return {
		type: "settled",
		id: `${name}.logicalType`,
		column: name,
		kind: "logicalType",
		description: `${name} is a ${logicalType}`,
		severity: "error",
		expected: logicalType,
		observed: type,
		verdict: isOfType(type, logicalType) ? "pass" : "fail",
		path: [...path, "logicalType"]
	};
}
function rowRule(name, kind, expected, violates, path) {
	return {
		type: "row",
		id: `${name}.${kind}`,
		column: name,
		kind,
		description: `${name} ${expected}`,
		severity: "error",
		expected,
		violates,
		path
	};
}
function compileRequired({ name, required, unique, primaryKey }, column, path) {
	const checks = [];
	if (required || primaryKey) checks.push(rowRule(name, "required", "is set", `${column} IS NULL`, [...path, required ? "required" : "primaryKey"]));
	if (unique) checks.push({
		type: "duplicates",
		id: `${name}.unique`,
		column: name,
		kind: "unique",
		description: `${name} is unique`,
		severity: "error",
		columns: [name],
		expected: "no duplicates",
		judge: {
			operator: "mustBe",
			bound: 0,
			unit: "rows"
		},
		path: [...path, "unique"]
	});
	return checks;
}
function compileNumberForm({ name, logicalType }, type, column, path) {
	if (logicalType !== "number" && logicalType !== "integer") return [];
	const rules = [];
	if (isFloat(type)) rules.push(rowRule(name, "finite", "is a finite number", `NOT isfinite(${column})`, [...path, "logicalType"]));
	if (logicalType === "integer" && (isFloat(type) || type.startsWith("DECIMAL"))) {
		const violates = isFloat(type) ? `isfinite(${column}) AND ${column} <> trunc(${column})` : `${column} <> trunc(${column})`;
		rules.push(rowRule(name, "integer", "is a whole number", violates, [...path, "logicalType"]));
	}
	return rules;
}
function compileBounds({ name, logicalType, logicalTypeOptions: options }, type, column, path) {
	const literal = (bound) => typeof bound === "number" ? `(${bound})` : `CAST(${quoteLiteral(bound)} AS ${type})`;
	const guard = (logicalType === "number" || logicalType === "integer") && isFloat(type) ? `NOT isnan(${column}) AND ` : "";
	const rules = [];
	const add = (key, operator, bound, phrase) => {
		if (bound === void 0) return;
		rules.push(rowRule(name, key, `${phrase} ${bound}`, `${guard}${column} ${operator} ${literal(bound)}`, [
			...path,
			"logicalTypeOptions",
			key
		]));
	};
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = options ?? {};
	add("minimum", exclusiveMinimum === true ? "<=" : "<", minimum, exclusiveMinimum === true ? "is above" : "is at least");
	add("maximum", exclusiveMaximum === true ? ">=" : ">", maximum, exclusiveMaximum === true ? "is below" : "is at most");
	if (typeof exclusiveMinimum !== "boolean") add("exclusiveMinimum", "<=", exclusiveMinimum, "is above");
	if (typeof exclusiveMaximum !== "boolean") add("exclusiveMaximum", ">=", exclusiveMaximum, "is below");
	return rules;
}
async function compileText({ name, logicalType, logicalTypeOptions: options }, column, path, mismatch) {
	if (logicalType !== "string" || options === void 0) return [];
	const text = `CAST(${column} AS VARCHAR)`;
	const rules = [];
	const at = (key) => [
		...path,
		"logicalTypeOptions",
		key
	];
	const { minLength, maxLength, pattern, format } = options;
	if (minLength !== void 0) rules.push(rowRule(name, "minLength", `has at least ${minLength} characters`, `length(${text}) < ${minLength}`, at("minLength")));
	if (maxLength !== void 0) rules.push(rowRule(name, "maxLength", `has at most ${maxLength} characters`, `length(${text}) > ${maxLength}`, at("maxLength")));
	if (pattern !== void 0) rules.push(rowRule(name, "pattern", `matches ${pattern}`, await mismatch(text, pattern), at("pattern")));
	const formatPattern = format === void 0 ? void 0 : formatPatterns[format];
	if (formatPattern !== void 0) rules.push(rowRule(name, "format", `is in ${format} form`, await mismatch(text, formatPattern), at("format")));
	return rules;
}
function untestable(check, type) {
	const { id, column, kind, description, severity, expected, path } = check;
	return {
		type: "settled",
		id,
		kind,
		description,
		severity,
		expected,
		path,
		verdict: "inconclusive",
		observed: `not testable on ${type}`,
		...column === void 0 ? {} : { column }
	};
}
// packages/data/src/contract/compile.ts
/**
* A contract as checks on a dataset's columns. Row rules (type options, `required`) reject rows; quality metrics judge the
* whole. Throws `COLUMN_MISSING` with every column that the contract has and the data has not.
*/
async function compileContract(engine, dataset, contract) {
	assertColumns(dataset, contract);
	const mismatch = mismatchIn(engine, dataset);
	const checks = [];
	for (const [i, property] of contract.object.properties.entries()) {
		const type = dataset.columns.find(({ name }) => name === property.name)?.type ?? "";
		checks.push(...await compileProperty(property, type, ["properties", i], mismatch));
	}
	checks.push(...compileKey(contract), ...compileObjectQuality(contract));
	const rowRules = checks.filter((check) => check.type === "row" && check.severity === "error");
	return {
		checks: uniqueIds(checks),
		rejects: rowRules.map(({ violates }) => `(${violates})`).join(" OR ") || "false"
	};
}
function assertColumns(dataset, contract) {
	const names = dataset.columns.map(({ name }) => name);
	const missing = contract.object.properties.flatMap((property, i) => {
		if (names.includes(property.name)) return [];
		const similar = names.find((name) => name.toLowerCase() === property.name.toLowerCase());
		const message = `the data has no column "${property.name}"${similar === void 0 ? "" : `, but "${similar}"`}`;
		return [{
			name: property.name,
			problem: {
				file: contract.file,
				...contract.locate([
					"properties",
					i,
					"name"
				]),
				message
			}
		}];
	});
	if (missing.length === 0) return;
	throw new TidemarkError("COLUMN_MISSING", `${dataset.files[0]?.path ?? "The data"} lacks ${missing.map(({ name }) => name).join(", ")}`, {
		hint: `Add the column to the data or correct the contract. The data has: ${names.join(", ").slice(0, 500)}.`,
		problems: missing.map(({ problem }) => problem)
	});
}
const largestReadInJs = 1e6;
/** RE2 where it reads the pattern as ECMA-262 does, else the distinct texts that JavaScript refuses, kept in a table. */
function mismatchIn(engine, dataset) {
	let tables = 0;
	return async (column, pattern) => {
		if (isSharedPattern(pattern)) return `NOT regexp_matches(${column}, ${quoteLiteral(pattern)})`;
		const rows = await engine.query(`SELECT DISTINCT ${column} AS item FROM ${dataset.rawView} WHERE ${column} IS NOT NULL LIMIT 1000001`);
		if (rows.length > largestReadInJs) throw new TidemarkError("CONTRACT_INVALID", `The pattern ${pattern} must be tried on more than ${largestReadInJs} different texts`, { hint: "Write the pattern without look-around, \\s, \".\" and negated classes, so that the engine can evaluate it." });
		const expression = new RegExp(pattern, "u");
		const refused = rows.map((row) => String(row.item)).filter((item) => !expression.test(item));
		const table = `tidemark.${quoteIdentifier(`mismatch_${dataset.name}_${tables++}`)}`;
		await engine.query(`CREATE OR REPLACE TABLE ${table} (item VARCHAR)`);
		for (let i = 0; i < refused.length; i += 1e3) await engine.query(`INSERT INTO ${table} VALUES ${refused.slice(i, i + 1e3).map((item) => `(${textLiteral(item)})`).join(", ")}`);
		return `${column} IN (SELECT item FROM ${table})`;
	};
}
function textLiteral(text) {
	return text.split("\0").map(quoteLiteral).join(" || chr(0) || ");
}
function compileKey({ object }) {
	const keys = object.properties.filter(({ primaryKey }) => primaryKey);
	if (keys.length === 0) return [];
	const columns = keys.map(({ name }) => name);
	return [{
		type: "duplicates",
		id: `${columns.join("+")}.primaryKey`,
		kind: "primaryKey",
		description: `${columns.join(", ")} identify a row`,
		severity: "error",
		columns,
		expected: "no duplicates",
		judge: {
			operator: "mustBe",
			bound: 0,
			unit: "rows"
		},
		path: [
			"properties",
			object.properties.findIndex(({ primaryKey }) => primaryKey),
			"primaryKey"
		]
	}];
}
function compileObjectQuality({ object }) {
	return object.quality.map((quality, i) => compileOne(quality, object.name, ["quality", i]));
}
function compileOne(quality, objectName, path) {
	const kind = quality.type === "library" ? quality.metric ?? "rowCount" : quality.type;
	const head = {
		id: quality.id ?? quality.name ?? `${objectName}.${kind}`,
		kind,
		severity: quality.severity,
		path,
		description: quality.description ?? quality.name ?? `${kind} of ${objectName}`
	};
	if (quality.type === "text" || quality.type === "custom") return notEvaluated(head, quality);
	const judge = judgeOf(quality);
	if (quality.type === "sql") return {
		...head,
		type: "sql",
		query: quality.query ?? "",
		judge,
		expected: describeJudge({
			...judge,
			unit: "rows"
		}, "").trim()
	};
	if (quality.metric === "duplicateValues") {
		const columns = quality.arguments?.properties ?? [];
		return {
			...head,
			type: "duplicates",
			columns,
			judge,
			expected: describeJudge(judge, "duplicates")
		};
	}
	return {
		...head,
		type: "metric",
		counts: null,
		judge,
		expected: describeJudge(judge, "rows")
	};
}
function uniqueIds(checks) {
	const uses = new Map();
	return checks.map((check) => {
		const use = (uses.get(check.id) ?? 0) + 1;
		uses.set(check.id, use);
		return use === 1 ? check : {
			...check,
			id: `${check.id}.${use}`
		};
	});
}
// packages/data/src/contract/accepted-rows.ts
/**
* Creates the view that queries name: the dataset's rows, without those that the contract's row rules reject under `drop`
* and `quarantine`. Nothing is copied: the rows are those of the files' digests filtered by the contract's. Beside the
* dataset's own columns it has `source_file` and `file_row_number` (from 0), which `SELECT *` includes.
*/
async function createDatasetView(engine, dataset, { contract, policy } = {}) {
	const filter = contract !== void 0 && policy !== void 0 && policy.action !== "fail" ? ` WHERE (${(await compileContract(engine, dataset, contract)).rejects}) IS NOT TRUE` : "";
	await engine.query(`CREATE OR REPLACE VIEW ${quoteIdentifier(dataset.name)} AS
     SELECT * EXCLUDE (${rowColumns.order}) FROM ${dataset.rawView}${filter}`);
}
/**
* Writes the rejected rows, with their file and row number, as Parquet and returns how many. The path must be one of the
* engine's `outputPaths`. Values leave the dataset here: callers ask the trust rules first.
*/
async function writeQuarantine(engine, dataset, contract, path) {
	const { rejects } = await compileContract(engine, dataset, contract);
	const [row] = await engine.query(`COPY (SELECT * EXCLUDE (${rowColumns.order}) FROM ${dataset.rawView} WHERE (${rejects}) ORDER BY ${rowColumns.order})
     TO ${quoteLiteral(path)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`);
	return Number(row?.Count);
}
// packages/data/src/contract/document.ts
/** Operators of a quality metric, by their names in the standard. Exactly one is given; bounds of a range are included. */
const operators = {
	mustBe: number(),
	mustNotBe: number(),
	mustBeGreaterThan: number(),
	mustBeGreaterOrEqualTo: number(),
	mustBeLessThan: number(),
	mustBeLessOrEqualTo: number(),
	mustBeBetween: tuple([number(), number()]),
	mustNotBeBetween: tuple([number(), number()])
};
const operatorNames = Object.keys(operators);
const metricNames = [
	"rowCount",
	"duplicateValues",
	"nullValues",
	"missingValues",
	"invalidValues"
];
const Text = string().max(1e4).refine((text) => !text.includes("\0"), "a text cannot hold a NUL character");
const Scalar = union([
	Text,
	number(),
	boolean(),
	_null()
]);
/** Keys that the standard defines and that say nothing to check. */
function described(...keys) {
	return Object.fromEntries(keys.map((key) => [key, unknown().optional()]));
}
const Quality = strictObject({
	id: string().max(200).optional(),
	name: string().max(200).optional(),
	description: string().max(4e3).optional(),
	type: _enum([
		"library",
		"sql",
		"text",
		"custom"
	]).default("library"),
	metric: _enum(metricNames).optional(),
	arguments: strictObject({
		validValues: array(Scalar).min(1).max(1e4).optional(),
		missingValues: array(Scalar).min(1).max(1e3).optional(),
		pattern: string().min(1).max(2e3).optional(),
		properties: array(string()).min(1).max(100).optional()
	}).optional(),
	query: string().max(65536).optional(),
	engine: string().max(200).optional(),
	unit: _enum(["rows", "percent"]).default("rows"),
	severity: _enum(["error", "warning"]).default("error"),
	...Object.fromEntries(Object.entries(operators).map(([name, schema]) => [name, schema.optional()])),
	...described("implementation", "dimension", "method", "businessImpact", "schedule", "scheduler", "tags", "customProperties", "authoritativeDefinitions")
}).superRefine((quality, context) => {
	const given = operatorNames.filter((name) => quality[name] !== void 0);
	const report = (message, path = []) => context.addIssue({
		code: "custom",
		message,
		path
	});
	if (quality.type === "text" || quality.type === "custom") return;
	if (given.length !== 1) report(`expected exactly one operator (${operatorNames.join(", ")}), found ${given.join(" and ") || "none"}`, given.slice(1, 2));
	if (quality.type === "sql" && quality.query === void 0) report("a check of type sql needs a query");
	if (quality.type === "library" && quality.metric === void 0) report(`expected a metric (${metricNames.join(", ")})`);
	if (quality.metric === "invalidValues" && !quality.arguments?.validValues && !quality.arguments?.pattern) report("invalidValues needs arguments.validValues or arguments.pattern", ["arguments"]);
});
const Bound = union([number(), string().max(100)]);
const LogicalTypeOptions = strictObject({
	minimum: Bound.optional(),
	maximum: Bound.optional(),
	exclusiveMinimum: union([Bound, boolean()]).optional(),
	exclusiveMaximum: union([Bound, boolean()]).optional(),
	minLength: int().min(0).optional(),
	maxLength: int().min(0).optional(),
	pattern: string().min(1).max(2e3).optional(),
	format: string().max(200).optional(),
	...described("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required", "timezone", "defaultTimezone")
});
const Property = strictObject({
	name: string().min(1).max(1e3).refine((name) => !name.includes("\0"), "a name cannot hold a NUL character"),
	logicalType: _enum([
		"string",
		"number",
		"integer",
		"boolean",
		"date",
		"timestamp",
		"time",
		"object",
		"array"
	]).optional(),
	logicalTypeOptions: LogicalTypeOptions.optional(),
	physicalType: string().max(200).optional(),
	required: boolean().default(false),
	unique: boolean().default(false),
	primaryKey: boolean().default(false),
	primaryKeyPosition: int().optional(),
	classification: string().max(200).optional(),
	quality: array(Quality).max(1e3).default([]),
	...described("id", "physicalName", "description", "businessName", "authoritativeDefinitions", "tags", "customProperties", "partitioned", "partitionKeyPosition", "encryptedName", "transformSourceObjects", "transformLogic", "transformDescription", "examples", "criticalDataElement", "relationships", "properties", "items")
});
const SchemaObject = strictObject({
	name: string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, "expected letters, digits and _, since queries name it"),
	properties: array(Property).min(1).max(1e4),
	quality: array(Quality).max(1e3).default([]),
	...described("id", "logicalType", "physicalName", "physicalType", "description", "businessName", "dataGranularityDescription", "authoritativeDefinitions", "tags", "customProperties", "relationships")
});
/** The part of the Open Data Contract Standard v3.1 that says something about tabular data; the rest is accepted as it is. */
const ContractDocument = strictObject({
	apiVersion: string().regex(/^v3\.1\.\d+$/, "expected v3.1.0"),
	kind: literal("DataContract"),
	id: string().min(1).max(500),
	version: string().min(1).max(100),
	status: string().min(1).max(100),
	schema: array(SchemaObject).min(1).max(100),
	...described("name", "tenant", "tags", "servers", "dataProduct", "description", "domain", "support", "price", "team", "roles", "slaDefaultElement", "slaProperties", "authoritativeDefinitions", "customProperties", "contractCreatedTs")
});
// packages/data/src/contract/contract.ts
const maximumBytes = 1048576;
/**
* Reads an Open Data Contract Standard v3.1 document. Throws `FILE_TOO_LARGE`, `YAML_INVALID` or `CONTRACT_INVALID`, the
* latter with every problem at its line and column. `objectName` chooses among several schema objects.
*/
function parseContract(text, file, objectName) {
	if (Buffer.byteLength(text) > maximumBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is larger than ${maximumBytes} bytes`, { hint: "A contract describes columns; keep data out of it." });
	const document = parseYamlDocument(ContractDocument, text, file, "CONTRACT_INVALID");
	const { locate } = readYaml(text, file);
	const index = chooseObject(document, file, objectName);
	const object = document.schema[index];
	const within = (path) => locate([
		"schema",
		index,
		...path
	]);
	const problems = findProblems(object).map(({ path, message }) => ({
		file,
		...within(path),
		path: display(index, path),
		message
	}));
	if (problems.length > 0) throw new TidemarkError("CONTRACT_INVALID", `${file} contradicts itself (${problems.length} problem${problems.length === 1 ? "" : "s"})`, {
		hint: "Correct the lines named.",
		problems
	});
	return {
		file,
		sha256: sha256(text),
		id: document.id,
		version: document.version,
		object,
		notEvaluated: listNotEvaluated(document, object),
		locate: within
	};
}
/** Types to read a text file's columns with, as the contract declares them, so that `007` stays text. */
function contractColumnTypes(contract) {
	const types = {
		string: "VARCHAR",
		integer: "BIGINT",
		number: "DOUBLE",
		boolean: "BOOLEAN"
	};
	return new Map(contract.object.properties.flatMap(({ name, logicalType }) => {
		const type = logicalType && types[logicalType];
		return type === void 0 ? [] : [[name, type]];
	}));
}
function chooseObject(document, file, objectName) {
	const names = document.schema.map(({ name }) => name);
	const index = objectName === void 0 && names.length === 1 ? 0 : names.indexOf(objectName ?? "");
	if (index >= 0) return index;
	throw new TidemarkError("CONTRACT_INVALID", `${file} has ${objectName === void 0 ? "several schema objects" : `no schema object "${objectName}"`}: ${names.join(", ")}`, { hint: "Name one of the contract’s schema objects." });
}
function findProblems(object) {
	const names = object.properties.map(({ name }) => name);
	return [...object.properties.flatMap((property, i) => [
		...names.indexOf(property.name) < i ? [{
			path: [
				"properties",
				i,
				"name"
			],
			message: `the property "${property.name}" is listed twice`
		}] : [],
		...findOptionProblems(property).map(({ path, message }) => ({
			path: [
				"properties",
				i,
				"logicalTypeOptions",
				...path
			],
			message
		})),
		...property.quality.flatMap((quality, q) => findQualityProblems(quality, names, true).map(({ path, message }) => ({
			path: [
				"properties",
				i,
				"quality",
				q,
				...path
			],
			message
		})))
	]), ...object.quality.flatMap((quality, q) => findQualityProblems(quality, names, false).map(({ path, message }) => ({
		path: [
			"quality",
			q,
			...path
		],
		message
	})))];
}
const isOrdered = (type) => type !== void 0 && [
	"number",
	"integer",
	"date",
	"timestamp",
	"time"
].includes(type);
function findOptionProblems({ logicalType, logicalTypeOptions: options }) {
	const found = [];
	for (const key of [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum"
	]) {
		const bound = options?.[key];
		if (bound === void 0) continue;
		if (!isOrdered(logicalType)) found.push({
			path: [key],
			message: `${key} needs logicalType number, integer, date, timestamp or time`
		});
		else if (typeof bound !== "boolean" && !isBound(bound, logicalType)) found.push({
			path: [key],
			message: `expected ${boundForm(logicalType)}, found ${JSON.stringify(bound)}`
		});
	}
	for (const key of [
		"minLength",
		"maxLength",
		"pattern"
	]) if (options?.[key] !== void 0 && logicalType !== "string") found.push({
		path: [key],
		message: `${key} needs logicalType string`
	});
	if (options?.pattern !== void 0) found.push(...findPatternProblems(options.pattern, ["pattern"]));
	return found;
}
function findQualityProblems(quality, names, isProperty) {
	const found = [];
	const properties = quality.arguments?.properties;
	for (const [i, name] of (properties ?? []).entries()) if (!names.includes(name)) found.push({
		path: [
			"arguments",
			"properties",
			i
		],
		message: `no property is named "${name}"`
	});
	if (quality.type === "library") {
		if (isProperty && quality.metric === "rowCount") found.push({
			path: ["metric"],
			message: "rowCount belongs to the object, not to a property"
		});
		if (!isProperty && quality.metric === "duplicateValues" && !properties) found.push({
			path: [],
			message: "duplicateValues of an object needs arguments.properties"
		});
		if (!isProperty && quality.metric && !["rowCount", "duplicateValues"].includes(quality.metric)) found.push({
			path: ["metric"],
			message: `${quality.metric} belongs to a property, not to the object`
		});
		if (quality.metric === "rowCount" && quality.unit === "percent") found.push({
			path: ["unit"],
			message: "rowCount is counted in rows"
		});
	}
	if (quality.arguments?.pattern !== void 0) found.push(...findPatternProblems(quality.arguments.pattern, ["arguments", "pattern"]));
	return found;
}
function findPatternProblems(pattern, path) {
	try {
		new RegExp(pattern, "u");
		return [];
	} catch (error) {
		return [{
			path,
			message: `is not an ECMA-262 regular expression: ${error.message}`
		}];
	}
}
function isBound(bound, type) {
	if (type === "number" || type === "integer") return typeof bound === "number" && Number.isFinite(bound);
	if (type === "time") return /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(String(bound));
	return /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z?)?$/.test(String(bound)) && !Number.isNaN(Date.parse(String(bound)));
}
function boundForm(type) {
	if (type === "number" || type === "integer") return "a number";
	return type === "time" ? "a time such as 13:30" : "a date such as 2001-01-31";
}
function listNotEvaluated(document, object) {
	const options = [
		"multipleOf",
		"minItems",
		"maxItems",
		"uniqueItems",
		"minProperties",
		"maxProperties",
		"required"
	];
	return [
		...document.slaProperties === void 0 ? [] : ["slaProperties"],
		...object.relationships === void 0 ? [] : [`${object.name}.relationships`],
		...object.properties.flatMap(({ name, logicalTypeOptions, properties, items, relationships }) => [
			...options.filter((key) => logicalTypeOptions?.[key] !== void 0).map((key) => `${name}.${key}`),
			...logicalTypeOptions?.format === void 0 || logicalTypeOptions.format in formatPatterns ? [] : [`${name}.format`],
			...properties === void 0 ? [] : [`${name}.properties`],
			...items === void 0 ? [] : [`${name}.items`],
			...relationships === void 0 ? [] : [`${name}.relationships`]
		])
	];
}
function display(index, path) {
	return `schema[${index}]${path.map((key) => typeof key === "number" ? `[${key}]` : `.${key}`).join("")}`;
}
// packages/data/src/contract/judgement.ts
/** A row rule fails when any row breaks it, unless the policy bears the rows that all rules reject together. */
function judgeRowRule(check, count, { rows, rejectedRows }, isBorne, policy) {
	const failedRows = count?.rows ?? 0;
	const share = describeShare(failedRows, rows);
	const handled = policy.action === "drop" ? "dropped" : "quarantined";
	const isRejecting = check.severity === "error";
	const observed = failedRows === 0 || !isRejecting || policy.action === "fail" ? share : isBorne ? `${share}, ${handled}` : `${share}; all rules reject ${describeShare(rejectedRows, rows)}, more than the ${percent(policy.maxShare)} allowed`;
	return {
		verdict: rows === 0 ? "inconclusive" : failedRows === 0 || isRejecting && isBorne ? "pass" : "fail",
		rows,
		failedRows,
		observed,
		samples: count?.samples ?? []
	};
}
/** A metric over the accepted rows; a share of no rows is inconclusive. */
function judgeMetric(check, count, acceptedRows, ofAllRows) {
	const { judge } = check;
	if (check.counts === null) return {
		verdict: satisfies(judge, acceptedRows) ? "pass" : "fail",
		rows: acceptedRows,
		failedRows: null,
		observed: `${acceptedRows} rows`,
		samples: []
	};
	const found = (ofAllRows ? count?.rows : count?.acceptedRows) ?? 0;
	const samples = found === 0 ? [] : count?.samples ?? [];
	return {
		...judgeCount(judge, found, acceptedRows),
		samples
	};
}
/** A count of rows against an operator, in rows or in percent of the rows judged. */
function judgeCount(judge, found, rows) {
	if (rows === 0) return {
		verdict: "inconclusive",
		rows,
		failedRows: null,
		observed: "no rows to judge"
	};
	return {
		verdict: satisfies(judge, judge.unit === "percent" ? 100 * found / rows : found) ? "pass" : "fail",
		rows,
		failedRows: found,
		observed: describeShare(found, rows)
	};
}
/** `54 of 508239 rows (0.0106 %)` */
function describeShare(failed, rows) {
	if (failed === 0) return `0 of ${rows} rows`;
	return `${failed} of ${rows} rows (${percent(failed / rows)})`;
}
function percent(share) {
	return `${Number((100 * share).toPrecision(3))} %`;
}
// packages/data/src/contract/scan.ts
const samplesKept = 10;
const conditionsPerMask = 15;
/**
* Counts every condition in one scan. Each row becomes a small mask of the conditions it meets, and masks are counted: that
* gives the counts, the rows that any rule rejects, and the first offending rows, for about the price of the counts alone.
*/
async function scanConditions(engine, dataset, conditions) {
	const groups = await engine.query(scanSql(dataset.rawView, conditions));
	const tallies = conditions.map((condition) => ({
		...condition,
		rows: 0,
		acceptedRows: 0,
		places: []
	}));
	let rows = 0;
	let rejectedRows = 0;
	for (const group of groups) {
		const set = Number(group.mask_set);
		const mask = Number(group.mask);
		const count = Number(group.rows);
		const met = tallies.slice(set * conditionsPerMask, (set + 1) * conditionsPerMask).filter((_, bit) => (mask & 2 << bit) !== 0);
		const isRejected = (mask & 1) === 1 || met.some(({ rejects }) => rejects);
		if (set === 0) {
			rows += count;
			if (isRejected) rejectedRows += count;
		}
		for (const tally of met) {
			tally.rows += count;
			if (!isRejected) tally.acceptedRows += count;
			tally.places.push(...group.samples ?? []);
		}
	}
	const counts = tallies.map(({ id, rows, acceptedRows, places }) => [id, {
		id,
		rows,
		acceptedRows,
		samples: firstPlaces(dataset, places)
	}]);
	return {
		rows,
		rejectedRows,
		counts: new Map(counts)
	};
}
function scanSql(view, conditions) {
	const order = rowColumns.order;
	const bit = (sql, value) => `CASE WHEN ${sql} THEN ${value} ELSE 0 END`;
	if (conditions.length <= conditionsPerMask) {
		const mask = conditions.map(({ sql }, i) => bit(sql, 2 << i)).join(" + ") || "0";
		return `SELECT 0 AS mask_set, mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE mask <> 0) AS samples
      FROM (SELECT ${order}, ${mask} AS mask FROM ${view}) GROUP BY mask`;
	}
	const flags = conditions.map(({ sql }, i) => `coalesce(${sql}, false) AS v${i}`);
	const rejects = conditions.flatMap(({ rejects }, i) => rejects ? [`v${i}`] : []).join(" OR ") || "false";
	const masks = [];
	for (let start = 0; start < conditions.length; start += conditionsPerMask) {
		const bits = conditions.slice(start, start + conditionsPerMask).map((_, i) => bit(`v${start + i}`, 2 << i));
		masks.push([bit(rejects, 1), ...bits].join(" + "));
	}
	const names = masks.map((_, i) => `m${i}`);
	return `SELECT CASE ${names.map((name, i) => `WHEN GROUPING(${name}) = 0 THEN ${i}`).join(" ")} END AS mask_set,
      coalesce(${names.join(", ")}) AS mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE is_dirty) AS samples
    FROM (SELECT *, ${names.map((name) => `${name} <> 0`).join(" OR ")} AS is_dirty
      FROM (SELECT ${order}, ${masks.map((mask, i) => `${mask} AS m${i}`).join(", ")}
        FROM (SELECT ${order}, ${flags.join(", ")} FROM ${view})))
    GROUP BY GROUPING SETS (${names.map((name) => `(${name})`).join(", ")})`;
}
/** The first rows, in file order, of row numbers as the view gives them. */
function firstPlaces(dataset, numbers) {
	return numbers.map(Number).toSorted((a, b) => a - b).slice(0, samplesKept).map((number) => ({
		file: dataset.files[Math.floor(number / rowsPerFile)]?.path ?? "",
		row: number % rowsPerFile
	}));
}
// packages/data/src/contract/duplicates.ts
/**
* Counts the rows beyond the first of each value among the accepted rows, by grouping (which spills to disk, as counting
* distinct values does not). Places are looked up only when there are any.
*/
async function evaluateDuplicates(engine, dataset, check, acceptedRows) {
	const columns = check.columns.map(quoteIdentifier);
	const from = `FROM ${quoteIdentifier(dataset.name)} WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(" AND ")}`;
	const [row] = await engine.query(`SELECT coalesce(sum(n - 1), 0)::BIGINT AS beyond_first FROM (SELECT count(*) AS n ${from} GROUP BY ${columns.join(", ")})`);
	const judged = judgeCount(check.judge, Number(row?.beyond_first), acceptedRows);
	if (!judged.failedRows) return {
		...judged,
		samples: []
	};
	const files = dataset.files.map(({ path }) => path);
	const numbers = (await engine.query(`SELECT ${rowColumns.file} AS file, ${rowColumns.row} AS number ${from}
     QUALIFY row_number() OVER (PARTITION BY ${columns.join(", ")} ORDER BY ${rowColumns.file}, ${rowColumns.row}) > 1
     ORDER BY ${rowColumns.file}, ${rowColumns.row} LIMIT 10`)).map(({ file, number }) => files.indexOf(String(file)) * rowsPerFile + Number(number));
	return {
		...judged,
		samples: firstPlaces(dataset, numbers)
	};
}
// packages/data/src/contract/sql-check.ts
/** Runs a contract's own SELECT, locked, over the accepted rows. It gives one row with one number; NULL is inconclusive. */
async function evaluateSql(engine, check, contract, acceptedRows) {
	const { object, file } = contract;
	const sql = check.query.replaceAll(/\$?\{object\}/g, () => quoteIdentifier(object.name));
	const { line } = contract.locate([...check.path, "query"]);
	await assertSingleSelect(engine, {
		sql,
		file,
		tables: [object.name],
		firstLine: line
	});
	const rows = await engine.query(sql);
	const values = Object.values(rows[0] ?? {});
	const [value] = values;
	if (rows.length !== 1 || values.length !== 1 || !(value === null || typeof value === "number" || typeof value === "bigint")) throw new TidemarkError("SQL_FAILED", `The query of ${check.id} does not give one number`, {
		hint: "Select one value in one row, such as count(*).",
		problems: [{
			file,
			line,
			path: check.id,
			message: `gives ${rows.length} rows of ${values.length} columns`
		}]
	});
	return {
		verdict: value === null || acceptedRows === 0 ? "inconclusive" : satisfies(check.judge, Number(value)) ? "pass" : "fail",
		rows: acceptedRows,
		failedRows: null,
		observed: `${value === null ? "no value" : `${Number(value)}`} (${describeJudge({
			...check.judge,
			unit: "rows"
		}, "").trim()} expected)`,
		samples: []
	};
}
// packages/data/src/contract/validate.ts
const defaultViolationPolicy = {
	action: "fail",
	maxShare: 0
};
/**
* A contract's verdict on a dataset. Row rules and metrics take one scan, each uniqueness rule and each SQL rule one more.
* Rejected rows within the policy's share do not fail the rule they break; metrics, uniqueness and SQL rules judge the rows
* that remain. Creates the dataset's view (`createDatasetView`). Throws `COLUMN_MISSING`, `DATA_UNREADABLE`, `SQL_REFUSED`.
*/
async function validate(engine, dataset, contract, policy = defaultViolationPolicy) {
	const compiled = await compileContract(engine, dataset, contract);
	const scan = await scanConditions(engine, dataset, conditionsOf(compiled));
	const acceptedRows = policy.action === "fail" ? scan.rows : scan.rows - scan.rejectedRows;
	const isBorne = policy.action !== "fail" && scan.rejectedRows <= policy.maxShare * scan.rows;
	await createDatasetView(engine, dataset, {
		contract,
		policy
	});
	const checks = [];
	for (const check of compiled.checks) {
		const judged = await judge(engine, dataset, check, {
			scan,
			acceptedRows,
			isBorne,
			policy,
			contract
		});
		const { id, kind, description, severity, expected, column, path } = check;
		checks.push({
			id,
			kind,
			description,
			severity,
			expected,
			...judged,
			place: contract.locate(path),
			...column === void 0 ? {} : { column }
		});
	}
	const { rows, rejectedRows } = scan;
	return {
		verdict: overall(checks, acceptedRows),
		rows,
		rejectedRows,
		acceptedRows,
		violations: policy,
		checks,
		notEvaluated: contract.notEvaluated
	};
}
function judge(engine, dataset, check, circumstances) {
	const { scan, acceptedRows, isBorne, policy, contract } = circumstances;
	const count = scan.counts.get(check.id);
	switch (check.type) {
		case "row": return judgeRowRule(check, count, scan, isBorne, policy);
		case "metric": return judgeMetric(check, count, acceptedRows, policy.action === "fail");
		case "duplicates": return evaluateDuplicates(engine, dataset, check, acceptedRows);
		case "sql": return evaluateSql(engine, check, contract, acceptedRows);
		case "settled": return {
			verdict: check.verdict,
			rows: scan.rows,
			failedRows: null,
			observed: check.observed,
			samples: []
		};
	}
}
function conditionsOf({ checks }) {
	return checks.flatMap((check) => {
		if (check.type === "row") return [{
			id: check.id,
			sql: check.violates,
			rejects: check.severity === "error"
		}];
		return check.type === "metric" && check.counts !== null ? [{
			id: check.id,
			sql: check.counts,
			rejects: false
		}] : [];
	});
}
function overall(checks, acceptedRows) {
	const errors = checks.filter(({ severity }) => severity === "error");
	if (errors.some(({ verdict }) => verdict === "fail")) return "fail";
	return acceptedRows === 0 || errors.some(({ verdict }) => verdict === "inconclusive") ? "inconclusive" : "pass";
}
// packages/data/src/engine/columns.ts
/** The code of NULL in a column of text. */
const nullCode = 4294967295;
const largestEnumeration = 65536;
const separator = "";
const rowsPerText = 8192;
/**
* Reads columns of a table of this connection's. DuckDB's binding hands out text one item at a time (over 1 µs each), so
* text travels as codes of an enumeration, or many rows joined into one text.
*/
async function readTable(connection, table, expressions) {
	const plans = [];
	for (const { name, kind } of expressions) plans.push(kind === "number" ? planNumbers(name) : await planStrings(connection, table, name));
	const scanned = plans.flatMap((plan) => "sql" in plan ? plan : []);
	const arrays = await readItems(connection, table, scanned);
	const columns = [];
	for (const plan of plans) columns.push("sql" in plan ? plan.finish(arrays[scanned.indexOf(plan)]) : await plan.read());
	return columns;
}
function planNumbers(name) {
	return {
		sql: `coalesce(CAST(${quoteIdentifier(name)} AS DOUBLE), 'NaN'::DOUBLE)`,
		empty: () => new Float64Array(),
		finish: (items) => ({
			name,
			kind: "number",
			values: items
		})
	};
}
async function planStrings(connection, table, name) {
	const column = quoteIdentifier(name);
	const dictionary = await distinct(connection, table, column);
	if (dictionary === void 0) return { read: () => readManyStrings(connection, table, name) };
	return {
		sql: dictionary.length === 0 ? `${nullCode}::UINTEGER` : `coalesce(enum_code(CAST(${column} AS ENUM (${dictionary.map(quoteLiteral).join(", ")})))::UINTEGER, ${nullCode})`,
		empty: () => new Uint32Array(),
		finish: (items) => ({
			name,
			kind: "string",
			codes: items,
			dictionary
		})
	};
}
/** The sorted texts of a column, or undefined where they are too many or cannot be enumerated. */
async function distinct(connection, table, column) {
	const items = (await connection.runAndReadAll(`SELECT DISTINCT ${column} AS item FROM ${table} WHERE ${column} IS NOT NULL LIMIT 65537`)).getColumns()[0] ?? [];
	if (items.length > largestEnumeration || items.some((item) => item.includes("\0"))) return void 0;
	return items.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** A column's texts in row order, NULL as null: for columns in which nearly every text is different. */
async function readTexts(connection, table, name) {
	const column = quoteIdentifier(name);
	const [awkward] = await firstRow(connection, `SELECT count(*) FILTER (WHERE ${column} IS NULL OR contains(${column}, ${quoteLiteral(separator)})) FROM ${table}`);
	return Number(awkward) === 0 ? joinedTexts(connection, table, column) : singleTexts(connection, table, column);
}
async function readManyStrings(connection, table, name) {
	const texts = await readTexts(connection, table, name);
	const codes = new Uint32Array(texts.length);
	const dictionary = [];
	const codeOf = new Map();
	texts.forEach((text, row) => {
		let code = text === null ? nullCode : codeOf.get(text);
		if (code === void 0) {
			code = dictionary.push(text) - 1;
			codeOf.set(text, code);
		}
		codes[row] = code;
	});
	return {
		name,
		kind: "string",
		codes,
		dictionary
	};
}
async function joinedTexts(connection, table, column) {
	return ((await connection.runAndReadAll(`SELECT string_agg(${column}, ${quoteLiteral(separator)} ORDER BY rowid) FROM ${table}
     GROUP BY rowid // ${rowsPerText} ORDER BY rowid // ${rowsPerText}`)).getColumns()[0] ?? []).flatMap((text) => text.split(separator));
}
async function singleTexts(connection, table, column) {
	return (await connection.runAndReadAll(`SELECT ${column} FROM ${table}`)).getColumns()[0] ?? [];
}
async function firstRow(connection, sql) {
	return (await connection.runAndReadAll(sql)).getRows()[0] ?? [];
}
async function readItems(connection, table, columns) {
	if (columns.length === 0) return [];
	const result = await connection.stream(`SELECT ${columns.map(({ sql }) => sql).join(", ")} FROM ${table}`);
	const parts = columns.map(() => []);
	for await (const chunk of result) parts.forEach((into, i) => {
		const items = chunk.getColumnVector(i).items;
		if (!(items instanceof Float64Array || items instanceof Uint32Array)) throw new TypeError("the DuckDB binding no longer keeps a vector in a typed array");
		into.push(items.slice());
	});
	return columns.map(({ empty }, i) => concat(parts[i] ?? [], empty().constructor));
}
function concat(parts, Target) {
	const whole = new Target(parts.reduce((rows, part) => rows + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
// packages/data/src/engine/failure.ts
/**
* DuckDB's error as a `TidemarkError`. DuckDB quotes cell values and whole CSV lines in its messages; those are private,
* so only the first sentence is kept and what it quotes from the data is blanked.
*/
function engineFailure(cause, paths = [], root = "") {
	if (cause instanceof TidemarkError || !(cause instanceof Error)) return cause;
	const shorten = (text) => root === "" ? text : text.replaceAll(`${root}/`, "");
	const message = shorten(firstSentence(cause.message));
	if (/^Permission Error/.test(message)) return new TidemarkError("SQL_REFUSED", `The query reaches outside its data: ${message}`, {
		hint: "A query may only read the files of its dataset. Remove reads of other files, COPY, ATTACH, INSTALL and LOAD.",
		cause
	});
	if (/^Out of Memory Error/.test(message)) return new TidemarkError("SQL_FAILED", `The query needs more memory than it may use: ${message}`, {
		hint: "Select fewer columns or rows, or give the job a larger memory limit.",
		cause
	});
	if (isUnreadable(cause.message)) {
		const line = csvLine(cause.message);
		const named = paths.find((path) => cause.message.includes(path));
		const files = named === void 0 ? paths.slice(0, 20) : [named];
		return new TidemarkError("DATA_UNREADABLE", `The data cannot be read: ${message}`, {
			hint: "The file is damaged or not what its name says. Restore it, or correct the line named.",
			problems: files.length === 0 ? [{
				line,
				message
			}] : files.map((file) => ({
				file: shorten(file),
				line,
				message
			})),
			cause
		});
	}
	return new TidemarkError("SQL_FAILED", message, {
		hint: "Correct the query, or the type of the data it reads.",
		cause
	});
}
/** The line of a CSV file, from 1, that DuckDB's message names. */
function csvLine(message) {
	const line = /(?:CSV Error on Line:|at line|in line) (\d+)/i.exec(message)?.[1];
	return line === void 0 ? void 0 : Number(line);
}
/** DuckDB's message up to its first line break, without the values that it quotes from the data. */
function firstSentence(message) {
	const [first = "", second = ""] = message.split("\n");
	const sentence = /CSV Error on Line/.test(first) ? `${first.trim()} ${reason(message) ?? second}` : first;
	return (/^(Conversion|Invalid Input|Out of Range|CSV) Error/i.test(message) ? sentence.replace(/(["'])(?:(?!\1).)*\1/g, "(value withheld)") : sentence).trim().slice(0, 500);
}
function reason(message) {
	return message.split("\n").slice(1).find((line) => /^(Error when|Expected|Value with|Invalid|Maximum|The CSV|.*(columns|unterminated|encoding|encoded))/i.test(line));
}
function isUnreadable(message) {
	return /^(IO|Serialization) Error|CSV Error|sniffing file|No magic bytes|Parquet|Snappy|ZSTD|gzip|GZIP|Malformed JSON|TProtocolException|don't know what type|Could not (read|open)/i.test(message) && !/^(Binder|Catalog|Parser) Error(?!.*sniffing)/.test(message);
}
// packages/data/src/engine/engine.ts
/**
* Opens DuckDB locked for a team's SQL: exact input paths, no network, no extensions but those built in (parquet, json, icu),
* no ATTACH of files, configuration locked, bounded memory. The binding is loaded only here, since it costs start-up time.
*/
async function openEngine(options) {
	const paths = [...options.allowedPaths, ...options.outputPaths ?? []];
	const relative = paths.find((path) => !isAbsolute(path));
	if (relative !== void 0) throw new TypeError(`openEngine needs absolute paths, got ${relative}`);
	const { DuckDBInstance } = await import("../lazy/lib.js").then((m) => __toESM(m.default, 1));
	const spill = await mkdtemp(join(tmpdir(), "tidemark-spill-"));
	try {
		const instance = await DuckDBInstance.create(":memory:", {
			memory_limit: `${options.memoryLimitMb ?? 1024}MiB`,
			temp_directory: spill,
			autoinstall_known_extensions: "false",
			autoload_known_extensions: "false",
			allow_community_extensions: "false",
			allow_persistent_secrets: "false",
			...options.threads === void 0 ? {} : { threads: String(options.threads) }
		});
		const connection = await instance.connect();
		for (const statement of lock(paths)) await connection.run(statement);
		return new LockedEngine(connection, (cause) => engineFailure(cause, paths, options.root), async () => {
			connection.closeSync();
			instance.closeSync();
			await rm(spill, {
				recursive: true,
				force: true
			});
		});
	} catch (cause) {
		await rm(spill, {
			recursive: true,
			force: true
		});
		throw cause;
	}
}
function lock(paths) {
	return [
		`SET TimeZone = 'UTC'`,
		`CREATE SCHEMA tidemark`,
		`SET allowed_paths = [${paths.map(quoteLiteral).join(", ")}]`,
		"SET enable_external_access = false",
		"SET lock_configuration = true"
	];
}
var LockedEngine = class {
	#connection;
	#failure;
	#release;
	#last = Promise.resolve();
	#closing;
	constructor(connection, failure, release) {
		this.#connection = connection;
		this.#failure = failure;
		this.#release = release;
	}
	query(sql) {
		return this.#inLine(async () => {
			return (await this.#connection.runAndReadAll(sql)).getRowObjectsJS();
		});
	}
	columns(table, expressions) {
		return this.#inLine(() => readTable(this.#connection, table, expressions));
	}
	texts(table, column) {
		return this.#inLine(() => readTexts(this.#connection, table, column));
	}
	countStatements(sql) {
		return this.#inLine(async () => {
			try {
				return (await this.#connection.extractStatements(sql)).count;
			} catch {
				return null;
			}
		});
	}
	close() {
		this.#closing ??= this.#last.then(this.#release, this.#release);
		return this.#closing;
	}
	[Symbol.asyncDispose]() {
		return this.close();
	}
	#inLine(work) {
		if (this.#closing !== void 0) return Promise.reject(new TidemarkError("SQL_FAILED", "The data engine is closed", { hint: "Open a new engine with openEngine." }));
		const result = this.#last.then(work).catch((cause) => {
			throw this.#failure(cause);
		});
		this.#last = result.catch(() => void 0);
		return result;
	}
};
// packages/data/src/features/features.ts
const numberTypes = /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const textTypes = /^(VARCHAR|UUID|ENUM\(.*)$/s;
const table = "tidemark_features";
const view = "tidemark_query";
/**
* Runs the team's one SELECT over a dataset's view. Throws `SQL_REFUSED`, `SQL_FAILED`, `COLUMN_MISSING`, `COLUMN_TYPE`
* (every unusable column at once) and `DATA_EMPTY`; ids must be unique and set, labels 0 or 1, features not infinite.
*/
async function readFeatures(engine, query) {
	await assertSingleSelect(engine, {
		sql: query.sql,
		file: query.file,
		tables: [query.view]
	});
	const found = await describeQuery(engine, query);
	const { id, label, cluster } = query.columns;
	const features = planColumns(found, query);
	const casts = [
		`${quoteIdentifier(id)} AS id`,
		`CAST(${quoteIdentifier(id)} AS VARCHAR) AS id_text`,
		...label === void 0 ? [] : [`CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`],
		...cluster === void 0 ? [] : [`CAST(${quoteIdentifier(cluster)} AS VARCHAR) AS cluster`],
		...features.map(({ name, type }, i) => `CAST(${quoteIdentifier(name)} AS ${type === "number" ? "DOUBLE" : "VARCHAR"}) AS f${i}`)
	];
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${casts.join(", ")} FROM ${view} ORDER BY id`);
	const rows = await checkRows(engine, query, features);
	const wanted = [
		...label === void 0 ? [] : [{
			name: "label",
			kind: "number"
		}],
		...cluster === void 0 ? [] : [{
			name: "cluster",
			kind: "string"
		}],
		...features.map(({ type }, i) => ({
			name: `f${i}`,
			kind: type
		}))
	];
	const columns = new Map((await engine.columns(table, wanted)).map((column) => [column.name, column]));
	const ids = query.wantsIds === false ? [] : (await engine.texts(table, "id_text")).map(String);
	await engine.query(`DROP TABLE ${table}; DROP VIEW ${view}`);
	const labels = columns.get("label");
	const clusters = columns.get("cluster");
	return {
		rows,
		ids,
		...labels?.kind === "number" ? { labels: Uint8Array.from(labels.values) } : {},
		...clusters?.kind === "string" ? { clusters: {
			...clusters,
			name: cluster ?? ""
		} } : {},
		features: features.flatMap(({ name }, i) => {
			const column = columns.get(`f${i}`);
			return column === void 0 ? [] : [{
				...column,
				name
			}];
		}),
		schema: features
	};
}
async function describeQuery(engine, { sql, file }) {
	try {
		await engine.query(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`);
	} catch (error) {
		if (!(error instanceof TidemarkError) || error.code !== "SQL_FAILED") throw error;
		throw new TidemarkError("SQL_FAILED", `${file}: ${error.message}`, {
			hint: error.hint,
			problems: [{
				file,
				message: error.message
			}],
			cause: error
		});
	}
	return (await engine.query(`DESCRIBE ${sql}`)).map((row) => ({
		name: String(row.column_name),
		type: String(row.column_type)
	}));
}
function planColumns(found, { file, columns }) {
	const { id, label, cluster } = columns;
	const roles = [
		id,
		label,
		cluster
	].filter((name) => name !== void 0);
	const missing = roles.filter((role) => !found.some(({ name }) => name === role));
	if (missing.length > 0) throw new TidemarkError("COLUMN_MISSING", `${file} does not select ${missing.join(", ")}`, {
		hint: `Select the columns that the policy names. The query gives: ${found.map(({ name }) => name).join(", ").slice(0, 500)}.`,
		problems: missing.map((path) => ({
			file,
			path,
			message: "the query gives no such column"
		}))
	});
	const folded = found.map(({ name }) => name.toLowerCase());
	const problems = found.flatMap(({ name }, i) => folded.indexOf(folded[i] ?? "") < i ? [{
		file,
		path: name,
		message: "is selected twice; name it with AS"
	}] : []);
	const features = found.flatMap(({ name, type }) => {
		if (name === label && !numberTypes.test(type)) problems.push({
			file,
			path: name,
			message: `the label is ${type}; expected 0 or 1`
		});
		if (roles.includes(name)) return [];
		if (numberTypes.test(type)) return [{
			name,
			type: "number"
		}];
		if (textTypes.test(type)) return [{
			name,
			type: "string"
		}];
		problems.push({
			file,
			path: name,
			message: `is ${type}; a feature is a number or a text`
		});
		return [];
	});
	if (features.length === 0 && problems.length === 0) problems.push({
		file,
		message: "the query selects no feature beside id, label and cluster"
	});
	if (problems.length === 0) return features;
	throw new TidemarkError("COLUMN_TYPE", `${file} selects columns that cannot be used (${problems.length})`, {
		hint: "Turn dates into numbers with hour(), dayofweek() or epoch(), and labels into 0 and 1.",
		problems
	});
}
async function checkRows(engine, { file, columns }, features) {
	const { id, label, cluster } = columns;
	const counts = [
		[
			"count(*) FILTER (WHERE id IS NULL)",
			id,
			"rows have no id"
		],
		[
			"count(*) FILTER (WHERE repeats)",
			id,
			"rows repeat the id of another"
		],
		...label === void 0 ? [] : [[
			"count(*) FILTER (WHERE label IS NULL OR NOT label IN (0, 1))",
			label,
			"rows have a label that is neither 0 nor 1"
		]],
		...cluster === void 0 ? [] : [[
			"count(*) FILTER (WHERE cluster IS NULL)",
			cluster,
			"rows have no cluster"
		]],
		...features.flatMap(({ name, type }, i) => type === "number" ? [[
			`count(*) FILTER (WHERE isinf(f${i}))`,
			name,
			"rows are infinite"
		]] : [])
	];
	const [row = {}] = await engine.query(`SELECT count(*) AS rows, ${counts.map(([sql], i) => `${sql} AS c${i}`).join(", ")}
     FROM (SELECT *, id_text = lag(id_text) OVER () AS repeats FROM ${table})`);
	const rows = Number(row.rows);
	if (rows === 0) throw new TidemarkError("DATA_EMPTY", `${file} gives no rows`, { hint: "Check its WHERE, and whether the contract rejects every row." });
	const problems = counts.flatMap(([, path, message], i) => {
		const count = Number(row[`c${i}`]);
		return count === 0 ? [] : [{
			file,
			path,
			message: `${count} of ${rows} ${message}`
		}];
	});
	if (problems.length === 0) return rows;
	throw new TidemarkError("COLUMN_TYPE", `${file} gives rows that cannot be used: ${problems.map((problem) => `${problem.path}: ${problem.message}`).join("; ").slice(0, 500)}`, {
		hint: "Ids are unique and set, labels are 0 or 1, features finite or NULL. Correct the query, or reject such rows in the contract.",
		problems
	});
}
// packages/data/src/fingerprint/files.ts
const maximumFiles = 1e5;
/**
* Files below `root` that the paths or globs name, sorted by path (UTF-16 code units), each once.
* Throws `PATH_REFUSED` where one leads outside the root and `FILE_NOT_FOUND` for every pattern without a file.
*/
async function resolveFiles(root, patterns) {
	const refused = patterns.filter(leadsOutside);
	if (refused.length > 0) throw outside(refused);
	const base = await realpath(root).catch(() => void 0);
	if (base === void 0) throw new TidemarkError("FILE_NOT_FOUND", `The data folder ${root} does not exist`, { hint: "Check the folder and the checkout." });
	const found = new Set();
	const unmatched = [];
	for (const pattern of patterns) {
		const matches = await match(base, pattern);
		if (matches.length === 0) unmatched.push(pattern);
		for (const path of matches) found.add(path);
		if (found.size > maximumFiles) throw new TidemarkError("FILE_TOO_LARGE", `More than ${maximumFiles} files match`, { hint: "Name fewer or larger files." });
	}
	if (unmatched.length > 0 || patterns.length === 0) throw new TidemarkError("FILE_NOT_FOUND", `No data file matches ${unmatched.map((p) => JSON.stringify(p)).join(", ") || "an empty list"}`, {
		hint: "Check the names and globs of the data files, and that they are checked out or downloaded before this step.",
		problems: unmatched.map((path) => ({
			path,
			message: "no file matches"
		}))
	});
	return [...found].sort();
}
/** Size and SHA-256 of each file, read as a stream. Throws as `resolveFiles` does. */
async function fingerprintFiles(root, patterns) {
	const paths = await resolveFiles(root, patterns);
	const base = await realpath(root);
	const files = [];
	for (const path of paths) files.push({
		path,
		...await digestFile(join(base, path))
	});
	return {
		root: base,
		files
	};
}
async function digestFile(path) {
	const hash = createHash("sha256");
	let sizeBytes = 0;
	await pipeline$1(createReadStream(path, { highWaterMark: 1 << 20 }), async (chunks) => {
		for await (const chunk of chunks) {
			sizeBytes += chunk.length;
			hash.update(chunk);
		}
	});
	return {
		sizeBytes,
		sha256: hash.digest("hex")
	};
}
async function match(base, pattern) {
	const paths = [];
	const names = await isFile(join(base, pattern)) ? [pattern] : glob(pattern, { cwd: base });
	for await (const name of names) {
		const path = relative(base, join(base, name)).split(sep).join("/");
		if (!await isFile(join(base, path))) continue;
		if (leadsOutside(relative(base, await realpath(join(base, path))))) throw outside([path]);
		paths.push(path);
	}
	return paths;
}
async function isFile(path) {
	return (await stat(path).catch(() => void 0))?.isFile() ?? false;
}
function leadsOutside(path) {
	return path === "" || path.includes("\0") || isAbsolute(path) || path.split(/[\\/]/).includes("..");
}
function outside(paths) {
	return new TidemarkError("PATH_REFUSED", `Data files must lie below the data folder: ${paths.map((p) => JSON.stringify(p)).join(", ")}`, {
		hint: "Use relative paths without \"..\", and no symbolic links that lead out of the folder.",
		problems: paths.map((path) => ({
			path,
			message: "leads outside the data folder"
		}))
	});
}
// packages/data/src/model/model-folder.ts
const largestTextBytes = 4194304;
/**
* Reads `<policyRoot>/<model>/model.yaml` and the contract it names. Throws `FILE_NOT_FOUND`, `PATH_REFUSED`,
* `POLICY_INVALID` and `CONTRACT_INVALID`, each with file, line and what was expected.
*/
async function openModelFolder(root, { policyRoot, model }) {
	const base = await realpath(root);
	const folder = `${policyRoot}/${model}`;
	const readText = async (path) => {
		const file = `${folder}/${path}`;
		return {
			text: await readBelow(base, file),
			file
		};
	};
	const { text, file } = await readText("model.yaml");
	const policy = parseYamlDocument(ModelPolicy, text, file);
	if (policy.model !== model) throw new TidemarkError("POLICY_INVALID", `${file} says model ${policy.model}, its folder says ${model}`, { hint: "Folder and name must agree. Rename one of them." });
	const contract = await readText(policy.data.contract);
	return {
		root: base,
		folder,
		policy,
		contract: parseContract(contract.text, contract.file),
		readText
	};
}
/** Throws `DATA_EMPTY` where there are too few files to train on some and judge by others. */
async function splitFiles({ root, policy }) {
	const { files, holdout } = policy.data;
	const paths = await resolveFiles(root, typeof files === "string" ? [files] : files);
	const { newestFiles } = holdout;
	if (paths.length <= newestFiles) throw new TidemarkError("DATA_EMPTY", `${paths.length} data file${paths.length === 1 ? "" : "s"} cannot be split: the newest ${newestFiles} judge, and none is left to train on`, {
		hint: "Add data files, or lower data.holdout.newestFiles in model.yaml.",
		problems: paths.map((file) => ({
			file,
			message: "is held out"
		}))
	});
	return {
		training: paths.slice(0, -newestFiles),
		holdout: paths.slice(-newestFiles)
	};
}
async function readBelow(root, file) {
	const path = await realpath(join(root, file)).catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file} does not exist`, {
			hint: "Check the inputs model and policy-root and the names in model.yaml, and that the repository is checked out.",
			cause
		});
	});
	if (relative(root, path).split(sep)[0] === "..") throw new TidemarkError("PATH_REFUSED", `${file} leads outside the checkout`, { hint: "Replace the symbolic link by the file itself." });
	const { size } = await stat(path);
	if (size > largestTextBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} has ${size} bytes, more than ${largestTextBytes}`, { hint: "Policies, contracts and queries are small texts; keep data out of them." });
	return readFile(path, "utf8");
}
// packages/data/src/model/split.ts
/** Opens files as the contract's object. `outputPath` is the one file the engine may write (a quarantine). */
async function openSplit({ root, policy, contract }, paths, { outputPath } = {}) {
	const files = await fingerprintFiles(root, paths);
	const engine = await openEngine({
		allowedPaths: files.files.map((file) => join(root, file.path)),
		root,
		...outputPath === void 0 ? {} : { outputPaths: [outputPath] }
	});
	try {
		const dataset = await openDataset(engine, files, {
			name: contract.object.name,
			columnTypes: contractColumnTypes(contract)
		});
		return {
			engine,
			dataset,
			document: {
				schema: "tidemark/dataset/v1",
				model: policy.model,
				name: dataset.name,
				digest: dataset.digest,
				files: dataset.files.map(({ path, sizeBytes, sha256, rows }) => ({
					path,
					sizeBytes,
					sha256,
					rows
				})),
				rows: dataset.rows,
				columns: dataset.columns.map(({ name, type }) => ({
					name,
					type
				}))
			},
			[Symbol.asyncDispose]: () => engine.close()
		};
	} catch (error) {
		await engine.close();
		throw error;
	}
}
/** The contract's verdict on an open split, as the registry stores it. */
async function validateSplit({ policy, contract }, { engine, dataset }) {
	const { violations } = policy.data;
	const report = await validate(engine, dataset, contract, violations);
	const document = {
		schema: "tidemark/validation/v1",
		model: policy.model,
		dataset: dataset.digest,
		contract: {
			id: contract.id,
			version: contract.version,
			sha256: contract.sha256
		},
		violations,
		verdict: report.verdict,
		rows: report.rows,
		rejectedRows: report.rejectedRows,
		checks: report.checks.map(({ place, samples, ...check }) => ({
			...check,
			samples: samples.map(({ file, row }) => ({
				file,
				row
			}))
		}))
	};
	return {
		...document,
		id: validationId(document)
	};
}
/**
* The feature rows of a split whose data and contract are those that were validated. Throws `DIGEST_MISMATCH` where a file or
* the contract changed since, and what `readFeatures` throws.
*/
async function readSplitFeatures(folder, split, { validated, query, wantsIds }) {
	const { contract, policy } = folder;
	assertSame("data", validated.dataset.digest, split.dataset.digest);
	assertSame("contract", validated.validation.contract.sha256, contract.sha256);
	await createDatasetView(split.engine, split.dataset, {
		contract,
		policy: policy.data.violations
	});
	const { id, label, cluster } = policy.data.columns;
	return readFeatures(split.engine, {
		sql: query.text,
		file: query.file,
		view: split.dataset.name,
		columns: {
			id,
			label,
			cluster
		},
		wantsIds
	});
}
function assertSame(what, expected, actual) {
	if (expected === actual) return;
	throw new TidemarkError("DIGEST_MISMATCH", `the ${what} is not what was validated: sha256 ${actual}, expected ${expected}`, { hint: "Check out the same commit and the same data files in every job of the workflow." });
}
export { splitFiles as a, openModelFolder as i, readSplitFeatures as n, writeQuarantine as o, validateSplit as r, openSplit as t };

import { i as __toESM } from "../lazy/rolldown-runtime.js";
import { _ as string, a as array, b as unknown, c as int, d as literal, f as number, g as strictObject, h as record, i as _null, n as string$1, o as boolean, r as _enum, t as number$1, u as lazy, v as tuple, y as union } from "../vendor/zod.js";
import { C as TidemarkError, D as sha256, E as digestOf, M as RelativePath, S as readYaml, T as canonicalJson, b as parseJsonDocument, j as Name$1, x as parseYamlDocument } from "./start.js";
import { B as writeNumbers, M as readAtEdge, N as MonitorPolicy, R as Period, _ as windowName, j as Baseline, m as validationId, n as datasetDigest, o as featuresDigest, s as lookupFiles, x as ModelPolicy, z as readNumbers } from "./schemas.js";
import { t as require_dist } from "../vendor/yaml.js";
import { A as excessPValue, C as populationStabilityIndex, D as totalVariation, E as ksDistance, M as chiSquaredQuantile, O as blockStandardError, S as jensenShannonBits, T as cumulativeDifferences, _ as principalComponents, b as binnedWasserstein, f as fitCalibration, g as proportionDifference, h as monotoneTrend, j as benjaminiHochberg, k as driftBounds, u as calibrate, v as expectedDeviations, w as chiSquaredHomogeneity, x as hellingerDistance, y as expectedTotalVariation, z as clustersForReach } from "./statistics.js";
import { glob, mkdir, mkdtemp, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { pipeline } from "node:stream/promises";
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
// packages/data/src/contract/column-types.ts
/** Whether a DuckDB type holds numbers. */
function isNumeric(type) {
	return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type);
}
/** Whether a DuckDB type holds NaN and infinities besides numbers. */
function isFloat(type) {
	return type === "FLOAT" || type === "DOUBLE";
}
// packages/data/src/fingerprint/csv-header.ts
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
function delimiterOf(header) {
	const bare = header.replaceAll(/"[^"]*"/g, "");
	return delimiters.map((delimiter) => ({
		delimiter,
		count: bare.split(delimiter).length - 1
	})).reduce((best, next) => next.count > best.count ? next : best).delimiter;
}
/**
* Throws `DATA_UNREADABLE` where two columns have one name: DuckDB renames the second, and a contract's rules would hold for
* whichever comes first. Names that differ in case alone are one name to a query.
*/
function refuseRepeatedNames(file, names) {
	const seen = new Set();
	const repeated = [];
	for (const name of names) {
		const key = name.toLowerCase();
		if (name !== "" && seen.has(key)) repeated.push(name);
		seen.add(key);
	}
	if (repeated.length === 0) return;
	throw new TidemarkError("DATA_UNREADABLE", `${file.path} has columns of one name`, {
		hint: "Give each column a name of its own; queries do not tell upper from lower case.",
		problems: repeated.slice(0, 100).map((name) => ({
			file: file.path,
			line: 1,
			message: `the column "${name.slice(0, 200)}" is there twice`
		}))
	});
}
/** The names in a header line; undefined where a quoted name goes on in the next line. */
function headerNames(header, delimiter) {
	const names = [];
	let name = "";
	let isQuoted = false;
	for (let i = 0; i < header.length; i++) {
		const character = header[i];
		if (isQuoted && character === "\"" && header[i + 1] === "\"") {
			name += "\"";
			i++;
		} else if (character === "\"" && (isQuoted || name === "")) isQuoted = !isQuoted;
		else if (character === delimiter && !isQuoted) {
			names.push(name);
			name = "";
		} else name += character;
	}
	return isQuoted ? void 0 : [...names, name];
}
// packages/data/src/fingerprint/json-kinds.ts
const kinds = {
	number: [
		"BIGINT",
		"UBIGINT",
		"HUGEINT",
		"DOUBLE"
	],
	boolean: ["BOOLEAN"]
};
/** What a value is called in a message, by DuckDB's name of its kind. */
const called = {
	VARCHAR: "a text",
	BOOLEAN: "true or false",
	ARRAY: "a list",
	OBJECT: "an object"
};
/**
* Refuses JSON whose values are of another kind than declared: a text `"1"` is no number and `2` is neither true nor false, though DuckDB would
* make them so. `sourceOf` reads the file with the types it is given. Throws `DATA_UNREADABLE` with the first such row of each column.
*/
async function refuseOtherKinds(engine, file, { found, declared, sourceOf }) {
	const doubted = found.flatMap(({ name, type }) => {
		const kind = kindOf(declared.get(name));
		return kind === void 0 || kind === kindOf(type) ? [] : [{
			name,
			kind
		}];
	});
	if (doubted.length === 0) return;
	const source = sourceOf(found.map(({ name, type }) => ({
		name,
		type: isAmong$1(doubted, name) ? "JSON" : type
	})));
	const selected = doubted.flatMap(({ name, kind }, i) => {
		const actual = `json_type(${quoteIdentifier(name)})`;
		const isOther = `${actual} NOT IN ('NULL', ${kinds[kind].map((known) => `'${known}'`).join(", ")})`;
		return [`min(number) FILTER (${isOther})::VARCHAR AS row${i}`, `arg_min(${actual}, number) FILTER (${isOther}) AS kind${i}`];
	});
	const [first] = await engine.query(`SELECT ${selected.join(", ")} FROM (SELECT row_number() OVER () AS number, ${doubted.map(({ name }) => quoteIdentifier(name)).join(", ")} FROM ${source})`);
	const problems = doubted.flatMap(({ name, kind }, i) => {
		const [row, actual] = [first?.[`row${i}`], first?.[`kind${i}`]];
		if (typeof row !== "string") return [];
		const wanted = kind === "number" ? "a number" : "true or false";
		const message = `${name} holds ${called[String(actual)] ?? "a number"} in row ${row}, where ${wanted} is declared`;
		return [{
			file: file.path,
			path: name,
			message
		}];
	});
	if (problems.length === 0) return;
	throw new TidemarkError("DATA_UNREADABLE", `${file.path}: ${problems[0].message}`, {
		hint: "Write the value without quotes, or declare in the contract what the file holds.",
		problems
	});
}
function kindOf(type) {
	if (type === void 0) return void 0;
	return type === "BOOLEAN" ? "boolean" : isNumeric(type) ? "number" : void 0;
}
const isAmong$1 = (columns, name) => columns.some((column) => column.name === name);
const [quote, backslash] = [34, 92];
const [openList, closeList, openObject, closeObject] = [
	91,
	93,
	123,
	125
];
/** How deep JSON nests, chunk by chunk, without parsing it. */
var JsonDepth = class {
	#depth = 0;
	#isText = false;
	#isEscaped = false;
	/** False once it is deeper than allowed. */
	add(chunk) {
		for (const byte of chunk) if (this.#isEscaped) this.#isEscaped = false;
		else if (byte === quote) this.#isText = !this.#isText;
		else if (this.#isText) this.#isEscaped = byte === backslash;
		else if (byte === openList || byte === openObject) {
			this.#depth++;
			if (this.#depth > 100) return false;
		} else if (byte === closeList || byte === closeObject) this.#depth--;
		return true;
	}
};
// packages/data/src/fingerprint/text-file.ts
const longestFirstLine = 4 << 20;
/** What a compressed file may become: this, or this many times its size. Repetitive tables reach about a hundred times. */
const plainlyBounded = 256 << 20;
const largestExpansion = 200;
/**
* Reads a text file of data once, decompressed, for what DuckDB takes in silently, renames or crashes on: NUL characters, UTF-16,
* a pointer of Git LFS, a compressed file that is cut short or grows without bound, JSON nested too deeply.
* Throws `DATA_UNREADABLE` and `FILE_TOO_LARGE`, with the line where there is one.
*/
async function inspectText(path, file, format) {
	const inspection = new Inspection(file, format);
	await readDecompressed(path, file, (chunk) => inspection.add(chunk));
	if (!inspection.hasNul) return { firstLine: inspection.firstLine() };
	let line = 1;
	await readDecompressed(path, file, (chunk) => {
		const nul = chunk.indexOf(0);
		line += linesIn(nul < 0 ? chunk : chunk.subarray(0, nul));
		return nul < 0;
	});
	throw unreadable$1(file, line, "it holds a NUL character");
}
/** Gives a file's text chunk by chunk, until `take` says false. Throws `DATA_UNREADABLE` where it cannot be decompressed. */
async function readDecompressed(path, file, take) {
	const signal = new AbortController();
	const read = async (chunks) => {
		for await (const chunk of chunks) if (!take(chunk)) return signal.abort();
	};
	const source = createReadStream(path, { highWaterMark: 1 << 20 });
	const options = { signal: signal.signal };
	try {
		if (/\.gz$/i.test(path)) await pipeline(source, createGunzip({ chunkSize: 1 << 20 }), read, options);
		else if (/\.zst$/i.test(path)) await pipeline(source, createZstdDecompress({ chunkSize: 1 << 20 }), read, options);
		else await pipeline(source, read, options);
	} catch (cause) {
		if (signal.signal.aborted) return;
		if (cause instanceof TidemarkError || !(cause instanceof Error)) throw cause;
		throw unreadable$1(file, void 0, `it is no whole ${/\.gz$/i.test(path) ? "gzip" : "zstd"} file`, {
			hint: "The file was cut short or is not what its name says. Write it again.",
			cause
		});
	}
}
var Inspection = class {
	#file;
	#isCompressed;
	#depth;
	#start = [];
	#startBytes = 0;
	#hasFirstLine = false;
	#bytes = 0;
	hasNul = false;
	constructor(file, format) {
		this.#file = file;
		this.#isCompressed = /\.(gz|zst)$/i.test(file.path);
		this.#depth = format === "json" ? new JsonDepth() : void 0;
	}
	/** False once a NUL was found. */
	add(chunk) {
		if (this.#bytes === 0) this.#refuseOtherFormats(chunk);
		if (this.#bytes === 0 && this.#depth !== void 0 && /^\ufeff\s*\[/.test(chunk.toString("utf8", 0, 64))) throw unreadable$1(this.#file, 1, "it begins with a byte order mark", { hint: "Write the file in UTF-8 without a byte order mark, as JSON asks for." });
		this.#bytes += chunk.length;
		const most = Math.max(plainlyBounded, largestExpansion * this.#file.sizeBytes);
		if (this.#isCompressed && this.#bytes > most) throw new TidemarkError("FILE_TOO_LARGE", `${this.#file.path} grows to more than ${most} bytes when decompressed`, {
			hint: "A table that repetitive is better written as Parquet. If nobody wrote it on purpose, do not open it.",
			problems: [{
				file: this.#file.path,
				message: `is ${this.#file.sizeBytes} bytes compressed`
			}]
		});
		this.hasNul = chunk.includes(0);
		if (this.hasNul) return false;
		if (this.#depth?.add(chunk) === false) throw unreadable$1(this.#file, void 0, `its values nest more than 100 deep`);
		if (this.#hasFirstLine) return true;
		this.#start.push(chunk);
		this.#startBytes += chunk.length;
		this.#hasFirstLine = chunk.includes(10) || this.#startBytes > longestFirstLine;
		return true;
	}
	firstLine() {
		return Buffer.concat(this.#start).toString("utf8").replace(/^\ufeff/, "").split(/\r?\n|\r/, 1)[0] ?? "";
	}
	#refuseOtherFormats(start) {
		if (start.subarray(0, 2).equals(utf16Little) || start.subarray(0, 2).equals(utf16Big)) throw unreadable$1(this.#file, 1, "it is written in UTF-16", { hint: "Write the file in UTF-8." });
		refuseLfsPointer(this.#file, start);
	}
};
const utf16Little = Buffer.from([255, 254]);
const utf16Big = Buffer.from([254, 255]);
/** Throws `DATA_UNREADABLE` where the bytes are those of a pointer that Git LFS would have replaced. */
function refuseLfsPointer(file, start) {
	if (!start.subarray(0, 64).toString("latin1").startsWith("version https://git-lfs.github.com/spec/")) return;
	throw unreadable$1(file, 1, "it is a pointer of Git LFS, not the data", { hint: "Add `lfs: true` to the checkout, or run `git lfs pull`." });
}
function linesIn(chunk) {
	let lines = 0;
	for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
	return lines;
}
function unreadable$1(file, line, message, { hint = "Correct the file where it is written.", cause } = {}) {
	return new TidemarkError("DATA_UNREADABLE", `${file.path} cannot be read: ${message}`, {
		hint,
		problems: [{
			file: file.path,
			line,
			message
		}],
		cause
	});
}
// packages/data/src/fingerprint/reader.ts
/** Options of `read_parquet` that keep it to the files named and their own columns. */
const parquetOptions = "hive_partitioning = false, union_by_name = false";
/**
* How to read one file: its format by extension (parquet, csv, tsv, json, ndjson, jsonl; the text ones also .gz and .zst, logs with a number of rotation),
* its columns and types from the whole file. `declared` types replace those found in text files.
* Throws `DATA_UNREADABLE` and `DATA_EMPTY`.
*/
async function openFile(engine, root, file, declared) {
	const path = join(root, file.path);
	const extension = extname(file.path.toLowerCase().replace(/\.(gz|zst)$/, "").replace(/(\.(ndjson|jsonl))\.\d{1,6}$/, "$1"));
	switch (extension) {
		case ".parquet": return openParquet(engine, path, file);
		case ".csv":
		case ".tsv": return openCsv(engine, path, file, extension === ".tsv" ? "	" : void 0, declared);
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
	const handle = await open(path);
	try {
		refuseLfsPointer(file, (await handle.read(Buffer.alloc(64), 0, 64, 0)).buffer);
	} finally {
		await handle.close();
	}
	const source = `read_parquet([${quoteLiteral(path)}], ${parquetOptions})`;
	const columns = await describe$1(engine, source);
	if (columns.some(({ name }) => /_\d+$/.test(name))) refuseRepeatedNames(file, await topLevelNames(engine, path));
	return {
		file,
		format: "parquet",
		columns,
		source
	};
}
async function topLevelNames(engine, path) {
	const rows = await engine.query(`SELECT name, num_children FROM parquet_schema(${quoteLiteral(path)})`);
	const names = [];
	let below = 0;
	for (const { name, num_children: children } of rows.slice(1)) {
		if (below === 0) names.push(String(name));
		else below--;
		below += Number(children ?? 0);
	}
	return names;
}
async function openCsv(engine, path, file, given, declared) {
	if (file.sizeBytes === 0) throw empty(file);
	const { firstLine } = await inspectText(path, file, "csv");
	const delimiter = given ?? delimiterOf(firstLine);
	refuseRepeatedNames(file, headerNames(firstLine, delimiter) ?? []);
	const dialect = `delim = ${quoteLiteral(delimiter)}, quote = '"', escape = '"', comment = '', header = true, skip = 0${compression(path)}`;
	const sniff = `FROM sniff_csv(${quoteLiteral(path)}, ${dialect}, sample_size = -1`;
	const [sniffed] = await engine.query(`${sniff})`).catch(async (error) => {
		await readStrictly(engine, path, dialect, await engine.query(`${sniff}, ignore_errors = true)`));
		throw error;
	});
	const { columns, doubted } = asDeclared(sniffed?.Columns ?? [], declared);
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
		doubted,
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
	await inspectText(path, file, "json");
	const found = await describe$1(engine, `read_json(${quoteLiteral(path)}, sample_size = -1, map_inference_threshold = -1${compression(path)})`);
	const sourceOf = (columns) => `read_json(${quoteLiteral(path)}, ${columnsOption(columns)}${compression(path)})`;
	await refuseOtherKinds(engine, file, {
		found,
		declared,
		sourceOf
	});
	const { columns, doubted } = asDeclared(found, declared);
	return {
		file,
		format: "json",
		columns,
		doubted,
		source: sourceOf(columns)
	};
}
/** DuckDB knows endings in lower case alone. */
function compression(path) {
	const [, ending] = /\.(gz|zst)$/i.exec(path) ?? [];
	return ending === void 0 ? "" : `, compression = '${ending.toLowerCase() === "gz" ? "gzip" : "zstd"}'`;
}
/**
* The declared types in place of those found in the whole file. Numbers with fractions stay what they are where whole ones are declared: as
* integers they would be rounded, and a rule can say which rows have them.
*/
function asDeclared(found, declared) {
	const columns = found.map(({ name, type }) => {
		const wanted = declared.get(name) ?? type;
		return {
			name,
			type: wanted === "BIGINT" && isNumeric(type) ? type : wanted
		};
	});
	const isSafe = (type, from) => type === from || type === "VARCHAR" || type === "DOUBLE" && isNumeric(from);
	return {
		columns,
		doubted: columns.flatMap(({ name, type }, i) => isSafe(type, found[i].type) ? [] : [name])
	};
}
async function describe$1(engine, source) {
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
// packages/data/src/features/lookups.ts
const largestLookupBytes = 67108864;
/** The digest that runs and evaluations record for a query: other bytes in a lookup are another query. */
function digestQuery({ text, lookups }) {
	return featuresDigest(sha256(text), lookups);
}
/** Reads what a lookup's file is. Throws `FILE_NOT_FOUND`, `PATH_REFUSED` outside `root`, and `FILE_TOO_LARGE` above 64 MiB. */
async function describeLookup(root, { name, file }) {
	const path = await realpath(join(root, file)).catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file} does not exist`, {
			hint: `Commit the lookup ${name} beside model.yaml, or take it out of data.lookups.`,
			problems: [{
				file,
				message: "is named by data.lookups"
			}],
			cause
		});
	});
	const found = await stat(path);
	if (relative(root, path).split(sep)[0] === ".." || !found.isFile()) throw new TidemarkError("PATH_REFUSED", `${file} is not a file of the checkout`, { hint: "A lookup is a plain file beside model.yaml, not a folder or a link that leads out." });
	if (found.size > largestLookupBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} has ${found.size} bytes, more than ${largestLookupBytes}`, { hint: "Lookups are small tables that travel with the model; larger ones are data: join them where the data is made." });
	const bytes = await readFile(path);
	const digest = createHash("sha256").update(bytes).digest("hex");
	return {
		name,
		file,
		path,
		sizeBytes: bytes.length,
		sha256: digest
	};
}
/** The lookups among a model's files, in a temporary folder that goes when disposed: for a version whose files came from a release. */
async function unpackLookups(files) {
	const folder = await realpath(await mkdtemp(join(tmpdir(), "tidemark-lookups-")));
	const remove = () => rm(folder, {
		recursive: true,
		force: true
	});
	try {
		const lookups = [];
		for (const { name, file } of lookupFiles([...files.keys()].map((path) => ({ path })))) {
			await mkdir(dirname(join(folder, file.path)), { recursive: true });
			await writeFile(join(folder, file.path), files.get(file.path) ?? new Uint8Array());
			lookups.push(await describeLookup(folder, {
				name,
				file: file.path
			}));
		}
		return {
			lookups,
			[Symbol.asyncDispose]: remove
		};
	} catch (error) {
		await remove();
		throw error;
	}
}
/**
* Makes the tables that a query names and returns their names. Throws `POLICY_INVALID` where a lookup is called like the
* dataset, and `DATA_UNREADABLE` or `DATA_EMPTY` where its file is no table.
*/
async function openLookups(engine, lookups, view) {
	assertLookupNames(lookups, view);
	for (const { name, file, path, sizeBytes, sha256 } of lookups) {
		const own = {
			path: basename(path),
			sizeBytes,
			sha256
		};
		try {
			const { source } = await openFile(engine, dirname(path), own, new Map());
			await engine.query(`CREATE OR REPLACE TABLE ${quoteIdentifier(name)} AS SELECT * FROM ${source}`);
		} catch (cause) {
			throw unreadable(file, cause);
		}
	}
	return lookups.map(({ name }) => name);
}
/** Names tell a query's tables apart, whatever their case. Throws `POLICY_INVALID`. */
function assertLookupNames(lookups, dataset) {
	const taken = lookups.find(({ name }) => name.toLowerCase() === dataset.toLowerCase());
	if (taken === void 0) return;
	throw new TidemarkError("POLICY_INVALID", `the lookup ${taken.name} is called like the contract's object`, {
		hint: "Give the lookup another name in data.lookups; the queries use that name.",
		problems: [{
			path: "data.lookups",
			message: `${taken.name} names the dataset already`
		}]
	});
}
function unreadable(file, cause) {
	if (!(cause instanceof TidemarkError) && !(cause instanceof TypeError)) return cause;
	const code = cause instanceof TidemarkError && cause.code === "DATA_EMPTY" ? "DATA_EMPTY" : "DATA_UNREADABLE";
	return new TidemarkError(code, `the lookup ${file} is not a table that can be read`, {
		hint: "Write a header and rows as CSV, or a Parquet file, under the ending that says which.",
		problems: [{
			file,
			message: cause.message
		}],
		cause
	});
}
// packages/data/src/baseline/day-table.ts
/** The days of a period as a profile. */
function toProfile({ rows, columns, calibration, outcomes }, period) {
	const days = [...rows.keys()].filter((day) => day >= period.start && day < period.end).sort();
	return {
		period,
		days,
		rows: writeNumbers(days.map((day) => rows.get(day) ?? 0)),
		columns: columns.filter(({ cells }) => days.some((day) => cells.has(day))).map((column) => profileColumn(column, days)),
		calibration: calibration && days.some((day) => calibration.has(day)) ? profileCalibration(calibration, days) : null,
		...outcomes && days.some((day) => outcomes.has(day)) ? { outcomes: profileOutcomes(outcomes, days) } : {}
	};
}
function profileOutcomes(cells, days) {
	const present = days.map((day) => cells.get(day));
	const none = new Array(present.find((cell) => cell !== void 0)?.rows.length ?? 0).fill(0);
	const lists = (key) => present.map((cell) => writeNumbers(cell?.[key] ?? none));
	return {
		rows: lists("rows"),
		observed: lists("observed"),
		scoreMicros: lists("scoreMicros"),
		squareMicros: lists("squareMicros"),
		lossMicros: writeNumbers(present.map((cell) => cell?.lossMicros ?? 0))
	};
}
/** One column's counts of some days. */
function profileColumn(column, days) {
	const { plan } = column;
	if (plan.kind === "rate") {
		const cells = days.map((day) => column.cells.get(day));
		return {
			kind: "rate",
			name: plan.name,
			rows: writeNumbers(cells.map((cell) => cell?.rows ?? 0)),
			events: writeNumbers(cells.map((cell) => cell?.events ?? 0))
		};
	}
	if (plan.kind === "categorical") {
		const cells = days.map((day) => column.cells.get(day));
		const none = plan.levels.map(() => 0).concat(0);
		return {
			kind: "categorical",
			name: plan.name,
			nulls: writeNumbers(cells.map((cell) => cell?.nulls ?? 0)),
			counts: cells.map((cell) => writeNumbers(cell?.counts ?? none))
		};
	}
	const cells = days.map((day) => column.cells.get(day));
	const none = plan.edges.map(() => 0).concat(0);
	const present = cells.filter((cell) => cell !== void 0);
	return {
		kind: "numeric",
		name: plan.name,
		nulls: writeNumbers(cells.map((cell) => cell?.nulls ?? 0)),
		nonFinite: writeNumbers(cells.map((cell) => cell?.nonFinite ?? 0)),
		minimum: extreme$1(present.map(({ minimum }) => minimum), Math.min),
		maximum: extreme$1(present.map(({ maximum }) => maximum), Math.max),
		sum: String(present.reduce((sum, cell) => sum + cell.sum, 0n)),
		squares: String(present.reduce((sum, cell) => sum + cell.squares, 0n)),
		counts: cells.map((cell) => writeNumbers(cell?.counts ?? none)),
		atEdge: writeNumbers(addUp(present.map(({ atEdge }) => atEdge), plan.edges.length))
	};
}
function profileCalibration(cells, days) {
	const present = days.map((day) => cells.get(day));
	const bins = Math.max(0, ...present.map((cell) => cell?.rows.length ?? 0));
	const part = (key) => ({
		byDay: writeNumbers(present.map((cell) => total$4(cell?.[key] ?? []))),
		byBin: writeNumbers(addUp(present.flatMap((cell) => cell ? [cell[key]] : []), bins))
	});
	const [rows, observed, expected] = [
		part("rows"),
		part("observed"),
		part("expectedMicros")
	];
	return {
		rows: rows.byDay,
		observed: observed.byDay,
		expectedMicros: expected.byDay,
		bins: {
			rows: rows.byBin,
			observed: observed.byBin,
			expectedMicros: expected.byBin
		}
	};
}
/** Lists of equal length added up; `length` zeros where there is none. */
function addUp(lists, length) {
	const sums = new Array(length).fill(0);
	for (const list of lists) for (let i = 0; i < length; i++) sums[i] += list[i] ?? 0;
	return sums;
}
const total$4 = (values) => values.reduce((sum, value) => sum + value, 0);
function extreme$1(values, choose) {
	const known = values.filter((value) => value !== null);
	return known.length === 0 ? null : known.reduce((a, b) => choose(a, b));
}
// packages/data/src/baseline/expectations.ts
/** Stands in a laid plan for what shards count first. */
const noExpectations = {
	scores: "",
	probabilities: "",
	weeks: []
};
/**
* What the scores of a reference period, once calibrated, promise of the squared error, and how far each complete week came from what
* the other weeks' calibration promised of it. Null without labelled rows, or with fewer than two weeks.
*
* All of it follows from whole-number sums by day and bin of the score, so it is the same however they were added up. A bin's rows have the probability of
* their mean score: with p constant, Σ p(1 − s)² + (1 − p)s² = p(n − 2 Σs) + Σs². Against the probability of each score by itself a week's promise moves by less
* than a hundredth of what weeks differ from it (13 weeks of 40 to 4,000 simulated rows a day, 137 bins).
*/
function describeExpectations(outcomes, days, weeks) {
	const byDay = toDays(outcomes);
	const all = sumOf(byDay);
	if (all.rows.every((count) => count === 0)) return null;
	const described = weeks.flatMap(({ start, end }) => {
		const own = sumOf(byDay.filter((_, i) => days[i] >= start && days[i] < end));
		const count = own.rows.reduce((sum, rows) => sum + rows, 0);
		const promised = promisedOf(own, toBins(subtract(all, own)));
		return count > 0 && Number.isFinite(promised) ? [{
			start,
			rows: count,
			promised: promised / count,
			realised: own.loss / micro / count
		}] : [];
	});
	if (described.length < 2) return null;
	const knots = fitCalibration(toBins(all));
	return {
		scores: writeNumbers(knots.scores),
		probabilities: writeNumbers(knots.probabilities),
		weeks: described
	};
}
/** Sums are of whole millionths, so that they do not depend on the order of rows. */
const micro = 1e6;
function toDays({ rows, observed, scoreMicros, squareMicros, lossMicros }) {
	const losses = readNumbers(lossMicros);
	return rows.map((own, day) => ({
		rows: readNumbers(own),
		observed: readNumbers(observed[day]),
		scores: readNumbers(scoreMicros[day]),
		squares: readNumbers(squareMicros[day]),
		loss: losses[day]
	}));
}
function sumOf(days) {
	const bins = days[0]?.rows.length ?? 0;
	const add = (key) => addUp(days.map((day) => day[key]), bins);
	return {
		rows: add("rows"),
		observed: add("observed"),
		scores: add("scores"),
		squares: add("squares"),
		loss: days.reduce((sum, { loss }) => sum + loss, 0)
	};
}
function promisedOf({ rows, scores, squares }, others) {
	const knots = fitCalibration(others);
	return rows.reduce((sum, count, bin) => {
		if (count === 0) return sum;
		const score = scores[bin] / micro;
		return sum + calibrate(knots, score / count) * (count - 2 * score) + squares[bin] / micro;
	}, 0);
}
const toBins = ({ rows, observed, scores }) => ({
	rows,
	observed,
	scores: scores.map((sum) => sum / micro)
});
function subtract(all, own) {
	const less = (a, b) => a.map((value, bin) => value - (b[bin] ?? 0));
	return {
		rows: less(all.rows, own.rows),
		observed: less(all.observed, own.observed),
		scores: less(all.scores, own.scores),
		squares: less(all.squares, own.squares),
		loss: all.loss - own.loss
	};
}
// packages/data/src/baseline/day-runs.ts
/** Fewer rows of one day together than this, and setting a run up costs more than bringing rows together. */
const shortRun = 64;
/** Groups rows by day. A row whose day is negative belongs to none. */
function groupByDay(days) {
	const runs = [];
	for (let from = 0, to = 0; from < days.length; from = to) {
		const day = days[from];
		to = from + 1;
		while (to < days.length && days[to] === day) to++;
		runs.push({
			day,
			from,
			to
		});
	}
	const found = runs.length * shortRun <= days.length || new Set(runs.map(({ day }) => day)).size === runs.length ? {
		runs,
		order: void 0
	} : bringTogether(runs, days.length);
	return {
		...found,
		runs: found.runs.filter(({ day }) => day >= 0)
	};
}
function bringTogether(runs, rows) {
	const sizes = new Map();
	for (const { day, from, to } of runs) sizes.set(day, (sizes.get(day) ?? 0) + to - from);
	const together = [];
	const next = new Map();
	let start = 0;
	for (const [day, size] of sizes) {
		next.set(day, start);
		together.push({
			day,
			from: start,
			to: start + size
		});
		start += size;
	}
	const order = new Int32Array(rows);
	for (const { day, from, to } of runs) {
		const first = next.get(day);
		for (let row = from; row < to; row++) order[first + row - from] = row;
		next.set(day, first + to - from);
	}
	return {
		runs: together,
		order
	};
}
// packages/data/src/engine/vectors.ts
/** Whether an item is NULL, rather than a number or NaN. */
const isNull = (validity, item) => validity !== null && (validity[item >> 3] >> (item & 7) & 1) === 0;
/** How many items from `from` until before `to` are NULL. */
function countNulls(validity, from, to) {
	if (validity === null) return 0;
	let nulls = 0;
	for (let item = from; item < to;) {
		const isByte = (item & 7) === 0 && item + 8 <= to;
		if (isByte) nulls += zeroBits[validity[item >> 3]];
		else if (isNull(validity, item)) nulls++;
		item += isByte ? 8 : 1;
	}
	return nulls;
}
const zeroBits = Uint8Array.from({ length: 256 }, (_, byte) => {
	let zeros = 0;
	for (let bit = 0; bit < 8; bit++) if ((byte >> bit & 1) === 0) zeros++;
	return zeros;
});
// packages/data/src/baseline/count-numbers.generated.ts
/** The module of count-numbers.wat. */
const countNumbersWasm = "AGFzbQEAAAABFgJgBXx/f39/AGAKf39/f39/fHx/fwADAwIAAQUDAQAEBxICBm1lbW9yeQIABWNvdW50AAEK2wQCWQIBfwF8IAMgAUEBdGovAQAhBQJAA0AgAiAFQQN0aisDACEGIAYgAGYNASAFQQFqIQUMAAsLIAQgBUEDdGohBSAFIAUpAwBCgYCAgBBCASAGIABhG3w3AwAL/gMCAn8LeyAAIAFBA3RqIQogAUEBcQRAIApEAAAAAAAA+H85AwBBfyELC0QAAAAAAADwf/0UIRBEAAAAAAAA8P/9FCERIAb9FCEUIAf9FCEVIAj9ESEWAkAgAUUNAANAIAD9AAQAIQwgDCAU/fEBIBX98gH9DAAAAAAAAOA/AAAAAAAA4D/98AH9dSENIA39DAAAAAAAADDBAAAAAAAAMMH9TCAN/QwAAAAAAAAwQQAAAAAAADBB/Un9TiEOIA0gDv1OIQ0gEiAN/fABIRIgEyANIA398gH98AEhEyAQIAwgECAO/VL99gEhECARIAwgESAO/VL99wEhESAN/fwBIBb9sQEgCf2sAf0MAAAAAAAAAAAAAAAAAAAAAP24Af0M/x8AAP8fAAD/HwAA/x8AAP22ASEPIA79wwEEQCAM/SEAIA/9GwAgAiADIAQQACAM/SEBIA/9GwEgAiADIAQQAAUgDv0dAFAEQCALQQFqIQsFIAz9IQAgD/0bACACIAMgBBAACyAO/R0BUARAIAtBAWohCwUgDP0hASAP/RsBIAIgAyAEEAALCyAAQRBqIQAgACAKSQ0ACwsgBSAQ/SEAIBD9IQGkOQMAIAUgEf0hACAR/SEBpTkDCCAFIBL9IQAgEv0hAaA5AxAgBSAT/SEAIBP9IQGgOQMYIAUgCzYCIAs=";
// packages/data/src/baseline/counting-loop.ts
/** Most rows that are counted at once: the squares of so many whole numbers below 2^20 add up exactly. */
const mostRowsAtOnce = 8192;
/** The loop of `count-numbers.wat` with a memory of its own, which goes with it. One is shared by the columns of a scan. */
var CountingLoop = class {
	#memory;
	#count;
	#values;
	#out;
	#end = 0;
	#views;
	constructor() {
		const { exports } = new wasm.Instance(compile$1());
		this.#memory = exports.memory;
		this.#count = exports.count;
		this.#values = this.#take(mostRowsAtOnce * 8);
		this.#out = this.#take(40);
		this.#views = this.#look();
	}
	/** Makes room for a column: the ends of its bins, infinity the last, and where a search begins. */
	addColumn(edges, places, { centre, inverse, low, shift }) {
		const [edgesAt, placesAt] = [this.#take(edges.byteLength), this.#take(places.byteLength)];
		new Float64Array(this.#memory.buffer, edgesAt, edges.length).set(edges);
		new Uint16Array(this.#memory.buffer, placesAt, places.length).set(places);
		return {
			edges: edgesAt,
			places: placesAt,
			centre,
			inverse,
			low,
			shift
		};
	}
	/** Makes room for a day of a column: two counts by bin, of numbers and of numbers at its end. */
	addCounts(bins) {
		return this.#take(bins * 8);
	}
	/** Counts at most `mostRowsAtOnce` values. */
	count(values, { edges, places, centre, inverse, low, shift }, into) {
		if (this.#views.values.buffer !== this.#memory.buffer) this.#views = this.#look();
		const { values: own, sums, left } = this.#views;
		own.set(values);
		this.#count(this.#values, values.length, edges, places, into, this.#out, centre, inverse, low, shift);
		return {
			minimum: sums[0],
			maximum: sums[1],
			sum: sums[2],
			squares: sums[3],
			left: left[0]
		};
	}
	#look() {
		const { buffer } = this.#memory;
		return {
			values: new Float64Array(buffer, this.#values, mostRowsAtOnce),
			sums: new Float64Array(buffer, this.#out, 4),
			left: new Int32Array(buffer, this.#out + 32, 1)
		};
	}
	/** The two counts of each bin, one after the other, to be read or added to until the loop's next call. */
	read(place, bins) {
		return new Uint32Array(this.#memory.buffer, place, bins * 2);
	}
	#take(bytes) {
		const place = this.#end;
		this.#end += Math.ceil(bytes / 8) * 8;
		const missing = this.#end - this.#memory.buffer.byteLength;
		if (missing > 0) this.#memory.grow(Math.max(Math.ceil(missing / page), this.#memory.buffer.byteLength / page));
		return place;
	}
};
const page = 65536;
const { WebAssembly: wasm } = globalThis;
let compiled$1;
const compile$1 = () => compiled$1 ??= new wasm.Module(Buffer.from(countNumbersWasm, "base64"));
// packages/data/src/baseline/edge-guide.ts
const steps = 8192;
/** Edges farther out are beyond all numbers that are guided. */
const nearest$1 = 2 ** 20;
/** Lays steps over the edges, in whole units, without the outermost, which would leave too many of the others in one step. */
function layGuide(edges) {
	const outermost = edges.length > 40 ? Math.floor(edges.length / 64) : 0;
	const bounded = edges.map((edge) => Math.max(-nearest$1, Math.min(nearest$1, edge)));
	const [first, last] = [bounded[outermost] ?? 0, bounded[edges.length - 1 - outermost] ?? 0];
	let shift = 0;
	while (last - first >> shift > 8189) shift++;
	const low = first - 2 ** shift;
	const stepOf = (edge) => Math.max(0, Math.min(8191, edge - low >> shift));
	const places = new Uint16Array(steps);
	for (let step = 0, edge = 0; step < steps; step++) {
		while (edge < bounded.length && stepOf(bounded[edge]) < step) edge++;
		places[step] = edge;
	}
	return {
		low,
		shift,
		places
	};
}
// packages/data/src/baseline/number-cells.ts
/** Counts one numeric column by day: bins, values on edges, moments. Whole-number sums, so that the order of rows and shards is no matter. */
var NumberCells = class {
	#plan;
	#loop;
	#column;
	/** With infinity at their end: no search goes beyond it. */
	#edges;
	/** By number of the day. */
	#cells = new Map();
	#inOrder = new Float64Array(0);
	constructor(plan, loop = new CountingLoop()) {
		const { centre } = plan;
		const inverse = 1 / plan.unit;
		const { places, low, shift } = layGuide(plan.edges.map((edge) => wholeUnits(edge, {
			centre,
			inverse
		})));
		this.#plan = plan;
		this.#loop = loop;
		this.#edges = Float64Array.from([...plan.edges, Number.POSITIVE_INFINITY]);
		this.#column = loop.addColumn(this.#edges, places, {
			centre,
			inverse,
			low,
			shift
		});
	}
	/** Values by row, NaN where one is NULL; with `validity` a NaN that is there counts as not finite. */
	add(values, { runs, order }, validity) {
		const own = order === void 0 ? values : this.#arrange(values, order);
		const isMissing = (place) => validity === void 0 || isNull(validity, order?.[place] ?? place);
		const nullsOf = (from, to) => order === void 0 && validity !== void 0 ? countNulls(validity, from, to) : 0;
		for (const { day, from, to } of runs) {
			let cell = this.#cells.get(day);
			if (cell === void 0) this.#cells.set(day, cell = newCell(this.#loop.addCounts(this.#edges.length)));
			for (let start = from; start < to; start += mostRowsAtOnce) {
				const end = Math.min(to, start + mostRowsAtOnce);
				if (cell.rows + end - start > mostRows) carry$1(cell);
				cell.rows += end - start;
				this.#addBlock(cell, own, {
					from: start,
					to: end,
					isMissing,
					nullsOf
				});
			}
		}
	}
	#addBlock(cell, values, { from, to, isMissing, nullsOf }) {
		const { minimum, maximum, sum, squares, left } = this.#loop.count(values.subarray(from, to), this.#column, cell.counts);
		cell.minimum = Math.min(cell.minimum, minimum);
		cell.maximum = Math.max(cell.maximum, maximum);
		cell.nearSum += sum;
		addSquares(cell, squares);
		if (left === 0) return;
		if (left === nullsOf(from, to)) {
			cell.nulls += left;
			return;
		}
		for (let place = from; place < to; place++) {
			const value = values[place];
			const whole = wholeUnits(value, this.#column);
			if (whole >= -nearest && whole < nearest) continue;
			if (Number.isFinite(value)) this.#addFar(cell, value, whole);
			else if (Number.isNaN(value) && isMissing(place)) cell.nulls++;
			else cell.nonFinite++;
		}
	}
	#addFar(cell, value, whole) {
		const bin = findBin(value, this.#edges);
		const counts = this.#loop.read(cell.counts, this.#edges.length);
		counts[2 * bin]++;
		if (value === this.#edges[bin]) counts[2 * bin + 1]++;
		if (value < cell.minimum) cell.minimum = value;
		if (value > cell.maximum) cell.maximum = value;
		if (whole > -near && whole < near) {
			cell.nearSum += whole;
			addSquares(cell, whole * whole);
			return;
		}
		const bounded = BigInt(Math.max(-farthest, Math.min(farthest, whole)));
		cell.sum += bounded;
		cell.squares += bounded * bounded;
	}
	#arrange(values, order) {
		if (this.#inOrder.length < order.length) this.#inOrder = new Float64Array(order.length);
		const arranged = this.#inOrder;
		for (let place = 0; place < order.length; place++) arranged[place] = values[order[place]];
		return arranged;
	}
	/** `dayOf` names the days. */
	finish(dayOf) {
		return {
			plan: this.#plan,
			cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), this.#finishCell(cell)]))
		};
	}
	#finishCell(cell) {
		carry$1(cell);
		const counts = this.#loop.read(cell.counts, this.#edges.length);
		const extreme = (value) => this.#plan.isPublic && Number.isFinite(value) ? value + 0 : null;
		return {
			nulls: cell.nulls,
			nonFinite: cell.nonFinite,
			counts: Array.from(this.#edges, (_, bin) => counts[2 * bin]),
			atEdge: this.#plan.edges.map((_, bin) => counts[2 * bin + 1]),
			minimum: extreme(cell.minimum),
			maximum: extreme(cell.maximum),
			sum: cell.sum,
			squares: cell.squares
		};
	}
};
const wholeUnits = (value, { centre, inverse }) => Math.floor((value - centre) * inverse + .5);
/** What the loop counts, in whole units. */
const nearest = 2 ** 20;
const near = 2 ** 26;
const nearInverse = 2 ** -26;
const mostRows = 2 ** 26;
/** Values farther out count as that far. */
const farthest = 2 ** 31;
function newCell(counts) {
	return {
		counts,
		nulls: 0,
		nonFinite: 0,
		minimum: Number.POSITIVE_INFINITY,
		maximum: Number.NEGATIVE_INFINITY,
		rows: 0,
		nearSum: 0,
		nearHigh: 0,
		nearLow: 0,
		sum: 0n,
		squares: 0n
	};
}
function addSquares(cell, squares) {
	const part = Math.floor(squares * nearInverse);
	cell.nearHigh += part;
	cell.nearLow += squares - part * near;
}
function carry$1(cell) {
	cell.sum += BigInt(cell.nearSum);
	cell.squares += BigInt(cell.nearHigh) * BigInt(near) + BigInt(cell.nearLow);
	cell.rows = 0;
	cell.nearSum = 0;
	cell.nearHigh = 0;
	cell.nearLow = 0;
}
/** The bin, closed on the right, that a number falls in. */
function findBin(value, edges) {
	let [low, high] = [0, edges.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (edges[middle] < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
// packages/data/src/baseline/joint-cells.ts
/** Counts, by day, how far rows are from what their numbers together usually are: what the components leave over. */
var JointCells = class {
	#joint;
	#cells;
	#z;
	constructor(plan) {
		if (plan.joint === void 0) throw new TypeError(`${plan.name} is of one column`);
		this.#joint = plan.joint;
		this.#cells = new NumberCells(plan);
		this.#z = new Float64Array(plan.joint.columns.length);
	}
	/** Rows whose `remainder` is zero are looked at; those with a missing number count as missing. */
	add(columns, days, remainder) {
		const errors = [];
		const own = [];
		for (let row = 0; row < days.length; row++) {
			if (remainder[row] !== 0) continue;
			for (let i = 0; i < columns.length; i++) this.#z[i] = columns[i][row];
			errors.push(jointError(this.#z, this.#joint));
			own.push(days[row]);
		}
		this.#cells.add(Float64Array.from(errors), groupByDay(Int32Array.from(own)));
	}
	finish(dayOf) {
		return this.#cells.finish(dayOf);
	}
};
/**
* Mean square, by column, of what is left of a row's standardised numbers when their projection on the components is taken away
* (reconstruction error). Numbers far out count as the last of the ordinary ones, so that one column alone does not fill it. NaN where one is missing.
* The numbers are standardised in place.
*/
function jointError(z, { ranges, means, deviations, components }) {
	let left = 0;
	for (let i = 0; i < z.length; i++) {
		const value = z[i];
		if (!Number.isFinite(value)) return NaN;
		const [low, high] = ranges[i];
		z[i] = (Math.min(high, Math.max(low, value)) - means[i]) / deviations[i];
		left += z[i] * z[i];
	}
	for (const component of components) {
		let projection = 0;
		for (let i = 0; i < z.length; i++) projection += component[i] * z[i];
		left -= projection * projection;
	}
	return Math.max(0, left) / z.length;
}
/** Edges need not be exact quantiles, counts are exact: so many rows are enough. */
const sampledRows$1 = 2e5;
const tails = [
	1e-4,
	5e-4,
	.001,
	.002,
	.005
];
/** Shares at which edges are laid: 127 even ones, and five in each tail, where Wasserstein's distance lies. */
function edgeShares(rows) {
	const even = Array.from({ length: 127 }, (_, i) => (i + 1) / 128);
	const outer = tails.filter((tail) => tail * rows >= 20);
	return [
		...outer,
		...even,
		...outer.map((tail) => 1 - tail)
	].sort((a, b) => a - b);
}
/** Rows of the reference period. Throws `DATA_EMPTY` where there are none. */
async function countRows$1(engine, { relation }, where) {
	const [count] = await engine.query(`SELECT count(*) AS rows FROM ${relation} WHERE ${where}`);
	const rows = Number(count?.rows);
	if (rows > 0) return rows;
	throw new TidemarkError("DATA_EMPTY", "The reference period has no rows", { hint: "Check the period, and that the day column holds dates." });
}
/** Lays edges and chooses levels, from the rows of the reference period. */
async function planColumns$1(engine, source, options) {
	const rowsOf = `FROM ${source.relation} WHERE ${options.where}`;
	const plans = new Map();
	const isPlanned = ({ text }) => {
		const whole = text && plans.get(text.column);
		return text === void 0 || whole?.kind === "categorical" && whole.isScattered === true;
	};
	for (const column of source.columns) if (column.kind === "categorical" && isPlanned(column)) plans.set(column.name, await planLevels(engine, column, rowsOf, options));
	const numeric = source.columns.filter((column) => column.kind === "numeric" && isPlanned(column));
	const quantiles = await readQuantiles(engine, source, numeric, options);
	for (const [i, { name, family, of, segment, text }] of numeric.entries()) {
		const isPublic = options.publicColumns.has(of ?? name);
		plans.set(name, {
			kind: "numeric",
			name,
			family,
			isPublic,
			segment,
			text,
			...planEdges(quantiles[i])
		});
	}
	for (const { kind, name, segment } of source.columns) if (kind === "rate") plans.set(name, {
		kind,
		name,
		family: "labels",
		segment
	});
	return source.columns.flatMap(({ name }) => plans.get(name) ?? []);
}
/** Of finite values, at the shares where edges are laid. One sort a column: `quantile_disc` of as many shares looks for each anew, which takes ten times as long. */
async function readQuantiles(engine, source, columns, { where, rows }) {
	if (columns.length === 0) return [];
	const shares = edgeShares(rows).join(", ");
	const step = Math.ceil(rows / sampledRows$1);
	const pick = (i) => `list_select(s${i}, list_transform([${shares}]::DOUBLE[], share -> ceil(share * len(s${i}))::BIGINT)) AS q${i}`;
	const [sorted = {}] = await engine.query(`SELECT ${columns.map((_, i) => pick(i)).join(", ")}
     FROM (SELECT ${columns.map((_, i) => `list_sort(list(x${i}) FILTER (WHERE isfinite(x${i}))) AS s${i}`).join(", ")}
       FROM (SELECT *, ${columns.map(({ name }, i) => `CAST(${quoteIdentifier(name)} AS DOUBLE) AS x${i}`).join(", ")}
         FROM ${source.relation} WHERE ${where} AND ${source.hash} % ${step} = 0))`);
	return columns.map((_, i) => (sorted[`q${i}`] ?? []).map(Number));
}
/** Distinct edges with as few digits as keep them distinct, and where and how finely sums are taken. */
function planEdges(quantiles) {
	const distinct = [...new Set(quantiles.map((edge) => edge + 0))].sort((a, b) => a - b);
	const edges = distinct.every(Number.isInteger) ? distinct : shorten(distinct, findRepeated(quantiles));
	const at = (share) => quantiles[Math.floor(share * (quantiles.length - 1))] ?? 0;
	const spread = Math.min(at(.75) - at(.25) || (edges.at(-1) ?? 0) - (edges[0] ?? 0) || 1, Number.MAX_VALUE);
	return {
		edges,
		centre: Number(at(.5).toPrecision(6)),
		unit: 2 ** Math.max(-1e3, Math.floor(Math.log2(spread)) - 16)
	};
}
/** Values that hold the share between two edges at least: a score that many rows have. On an edge they are certain, beside it they could lie anywhere in their bin. */
function findRepeated(quantiles) {
	const sorted = quantiles.toSorted((a, b) => a - b);
	return new Set(sorted.filter((value, i) => value === sorted[i - 1]).map((value) => value + 0));
}
function shorten(edges, exact) {
	for (let digits = 4; digits < 17; digits++) {
		const short = edges.map((edge) => exact.has(edge) ? edge : Number(edge.toPrecision(digits)));
		if (short.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > short[i - 1]))) return short;
	}
	return [...edges];
}
async function planLevels(engine, { name, family, of: own = name, segment, text }, rowsOf, { publicColumns, salt }) {
	const isHashed = !publicColumns.has(own);
	const column = quoteIdentifier(name);
	const [found] = await engine.query(`WITH groups AS MATERIALIZED (SELECT ${column}, count(*) AS n ${rowsOf} AND ${column} IS NOT NULL GROUP BY 1),
       frequent AS (SELECT ${levelSql(name, isHashed ? salt : void 0)} AS level, n FROM groups WHERE n >= 20 ORDER BY n DESC, level LIMIT 300)
     SELECT (SELECT count(*) FROM groups) AS distinct, (SELECT coalesce(sum(n), 0) FROM groups)::DOUBLE AS known,
       (SELECT coalesce(sum(n), 0) FROM frequent)::DOUBLE AS covered, (SELECT list(level ORDER BY n DESC, level) FROM frequent) AS levels`);
	const levels = (found?.levels ?? []).map(String).filter((level) => level.length <= 1e3 && !level.includes("\0"));
	const isScattered = Number(found?.covered) < Number(found?.known) / 2;
	return {
		kind: "categorical",
		name,
		family,
		levels,
		isHashed,
		segment,
		text,
		distinct: Number(found?.distinct),
		isScattered
	};
}
/** A level's text; where values must not be shown, a digest of it. */
function levelSql(name, salt) {
	const text = `CAST(${quoteIdentifier(name)} AS VARCHAR)`;
	return salt === void 0 ? text : `left(sha256(${quoteLiteral(`${salt}/${name}/`)} || ${text}), 16)`;
}
// packages/data/src/baseline/rate-cells.ts
/** Counts a 0/1 column by day. */
var RateCells = class {
	#plan;
	#cells = new Map();
	constructor(plan) {
		this.#plan = plan;
	}
	/** Values by row; what is neither known nor a number is not counted. */
	add(values, { runs, order }) {
		for (const { day, from, to } of runs) {
			let cell = this.#cells.get(day);
			if (cell === void 0) this.#cells.set(day, cell = {
				rows: 0,
				events: 0
			});
			let [rows, events] = [0, 0];
			for (let place = from; place < to; place++) {
				const value = values[order === void 0 ? place : order[place]];
				if (Number.isNaN(value)) continue;
				rows++;
				if (value === 1) events++;
			}
			cell.rows += rows;
			cell.events += events;
		}
	}
	finish(dayOf) {
		return {
			plan: this.#plan,
			cells: new Map([...this.#cells].map(([day, cell]) => [dayOf(day), cell]))
		};
	}
};
// packages/data/src/baseline/text-scan.ts
/** As many columns of text are grouped in one scan: each has a hash table of its own. */
const columnsPerScan$2 = 16;
/** Counts levels by day, on those that occur. Texts are grouped before they are hashed and looked up: that is done once a text, not once a row. */
async function scanTexts(engine, source, plans, options) {
	const columns = [];
	for (let first = 0; first < plans.length; first += columnsPerScan$2) columns.push(...await scanSome(engine, source, plans.slice(first, first + columnsPerScan$2), options));
	return columns;
}
/** Every day of a scan, by its number of rows. Throws `SQL_FAILED` where a day's levels are not as many. */
function completeDays(columns, rows) {
	return columns.map(({ plan, cells }) => ({
		plan,
		cells: new Map([...rows].map(([day, count]) => {
			const cell = cells.get(day) ?? noTexts(plan);
			assertWhole$1(plan, cell, count);
			return [dayOf$2(day), cell];
		}))
	}));
}
const noTexts = ({ levels }) => ({
	nulls: 0,
	counts: new Array(levels.length + 1).fill(0)
});
async function scanSome(engine, source, plans, { where, salt }) {
	const columns = plans.map((plan) => ({
		plan,
		cells: new Map()
	}));
	await engine.scanBeside(countSql(source, plans, {
		where,
		salt
	}), ([of, days, codes, counts]) => {
		of?.forEach((column, row) => {
			const { plan, cells } = columns[column];
			const day = days[row];
			let cell = cells.get(day);
			if (cell === void 0) cells.set(day, cell = noTexts(plan));
			const code = codes[row];
			if (code < 0) cell.nulls += counts[row];
			else cell.counts[code] += counts[row];
		});
	});
	return columns;
}
function countSql(source, plans, { where, salt }) {
	const names = plans.map(({ name }) => quoteIdentifier(name));
	const isOf = (i) => `${2 ** plans.length - 1 - 2 ** (plans.length - 1 - i)}`;
	const texts = plans.map((plan, i) => `WHEN ${isOf(i)} THEN ${levelSql(plan.name, plan.isHashed ? salt : void 0)}`);
	const levels = plans.map(({ levels }, i) => `SELECT ${i} AS of, unnest([${levels.map(quoteLiteral).join(", ")}]::VARCHAR[]) AS level, unnest(range(${levels.length})) AS code`);
	const rest = plans.map(({ levels }, i) => `WHEN ${i} THEN ${levels.length}`);
	return `WITH groups AS (
      SELECT ${source.day} AS tidemark_day, GROUPING_ID(${names.join(", ")}) AS tidemark_set, count(*) AS tidemark_rows, ${names.join(", ")}
      FROM ${source.relation} WHERE ${where}
      GROUP BY GROUPING SETS (${names.map((name) => `(tidemark_day, ${name})`).join(", ")})),
    texts AS (
      SELECT CASE tidemark_set ${plans.map((_, i) => `WHEN ${isOf(i)} THEN ${i}`).join(" ")} END AS of,
        tidemark_day AS day, CASE tidemark_set ${texts.join(" ")} END AS text, tidemark_rows AS n FROM groups),
    levels AS (${levels.join(" UNION ALL ")})
    SELECT texts.of::INTEGER, ${dayNumber("day")},
      (CASE WHEN text IS NULL THEN -1 ELSE coalesce(code, CASE texts.of ${rest.join(" ")} END) END)::INTEGER AS code, sum(n)::DOUBLE
    FROM texts LEFT JOIN levels ON levels.of = texts.of AND level = text GROUP BY ALL`;
}
function assertWhole$1({ name }, { nulls, counts }, rows) {
	const counted = counts.reduce((sum, count) => sum + count, nulls);
	if (counted === rows) return;
	throw new TidemarkError("SQL_FAILED", `${name}: ${counted} of ${rows} values were counted`, { hint: "This is a fault of the data engine. Report it with the column’s type." });
}
// packages/data/src/baseline/weeks.ts
const dayMs = 864e5;
/** The date `days` later. Throws `COLUMN_TYPE` where that is no day of a year with four digits. */
function addDays(date, days) {
	const time = Date.parse(`${date}T00:00:00Z`) + days * dayMs;
	if (time >= firstDay && time < afterLastDay) return new Date(time).toISOString().slice(0, 10);
	throw new TidemarkError("COLUMN_TYPE", `there is no day ${days} days from ${date}`, { hint: "Days lie in the years 0000 to 9999. Bound the date in the contract, or correct how the query reads it." });
}
const firstDay = Date.parse("0000-01-01T00:00:00Z");
const afterLastDay = Date.parse("+010000-01-01T00:00:00Z");
/** 0 for Monday to 6 for Sunday. */
function weekdayOf(date) {
	return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
/** Every date of a period. */
function datesOf({ start, end }) {
	const dates = [];
	for (let date = start; date < end; date = addDays(date, 1)) dates.push(date);
	return dates;
}
/** The weeks, Monday to Sunday, that lie wholly within a period. */
function completeWeeks({ start, end }) {
	const weeks = [];
	let monday = addDays(start, (7 - weekdayOf(start)) % 7);
	for (let next = addDays(monday, 7); next <= end; next = addDays(monday, 7)) {
		weeks.push({
			start: monday,
			end: next
		});
		monday = next;
	}
	return weeks;
}
// packages/data/src/baseline/scan.ts
/** Counts every planned column of a source by day: numbers in one scan, texts in another beside it, nothing kept but the counts. */
async function scanDays(engine, source, plans, options) {
	const [numbers, texts] = await Promise.all([scanNumbers(engine, source, plans.filter((plan) => plan.kind !== "categorical"), options), scanTexts(engine, source, plans.filter((plan) => plan.kind === "categorical"), options)]);
	const counted = [...numbers.columns, ...completeDays(texts, numbers.rows)];
	return {
		rows: new Map([...numbers.rows].map(([day, count]) => [dayOf$2(day), count])),
		columns: plans.map((plan) => counted.find((column) => column.plan === plan))
	};
}
/** Days are numbers from 1970 on their way out. */
const dayNumber = (day) => `date_diff('day', DATE '1970-01-01', ${day})::INTEGER`;
const dayOf$2 = (number) => addDays("1970-01-01", number);
async function scanNumbers(engine, source, plans, { where }) {
	const joint = plans.find((plan) => plan.kind === "numeric" && plan.joint !== void 0);
	const own = plans.filter((plan) => plan !== joint);
	const loop = new CountingLoop();
	const cells = own.map((plan) => plan.kind === "numeric" ? new NumberCells(plan, loop) : new RateCells(plan));
	const together = joint && new JointCells(joint);
	const positions = (joint?.joint?.columns ?? []).map((name) => own.findIndex((plan) => plan.name === name));
	const selected = [
		dayNumber(source.day),
		...own.map(({ name }) => numberSql(name)),
		...joint?.joint ? [`(${source.hash} % ${joint.joint.step})::INTEGER`] : []
	];
	const rows = new Map();
	await engine.scan(`SELECT ${selected.join(", ")} FROM ${source.relation} WHERE ${where}`, ([days, ...columns], [, ...validity]) => {
		const byDay = groupByDay(days);
		for (const { day, from, to } of byDay.runs) rows.set(day, (rows.get(day) ?? 0) + to - from);
		for (const [i, cell] of cells.entries()) cell.add(columns[i], byDay, validity[i]);
		together?.add(positions.map((position) => columns[position]), days, columns[own.length]);
	});
	return {
		rows,
		columns: [...cells.map((cell) => cell.finish(dayOf$2)), ...together ? [together.finish(dayOf$2)] : []]
	};
}
const numberSql = (name) => `CAST(${quoteIdentifier(name)} AS DOUBLE)`;
// packages/data/src/baseline/joint-plan.ts
/** What the numeric features together are called in documents. */
const jointName = "numbers together";
const mostColumns$1 = 50;
/** So many rows settle a correlation to .01, and the edges of an error. */
const sampledRows = 5e4;
/** Components that explain so much of the variance are kept: what they leave is what the numbers do not share. */
const explained = .65;
const fewestRows$2 = 1e3;
/** The numeric features together, from a sample of complete rows; undefined with fewer than two that vary, or too few rows. */
async function planJoint(engine, source, plans, { where, rows }) {
	const own = plans.filter((plan) => plan.kind === "numeric" && plan.family === "features").filter(({ segment, text, name, edges }) => segment === void 0 && text === void 0 && name !== "numbers together" && edges.length > 1).slice(0, mostColumns$1);
	if (own.length < 2) return void 0;
	const step = Math.ceil(rows / sampledRows);
	const sample = await readSample(engine, source, own, `${where} AND ${source.hash} % ${step} = 0`);
	const joint = layJoint(own, sample, own.map(({ edges }) => ordinaryRange(edges)), step);
	if (joint === void 0 || sample.length < fewestRows$2) return void 0;
	const errors = sample.map((row) => jointError(Float64Array.from(joint.positions, (i) => row[i]), joint.plan)).sort((a, b) => a - b);
	const quantiles = edgeShares(errors.length).map((share) => errors[Math.ceil(share * errors.length) - 1] ?? 0);
	return {
		kind: "numeric",
		name: jointName,
		family: "features",
		isPublic: false,
		...planEdges(quantiles),
		joint: joint.plan
	};
}
/** Complete rows, in an order that does not depend on threads: what is computed of them is the same at every reading. */
async function readSample(engine, source, own, where) {
	const names = own.map((_, i) => `x${i}`);
	const selected = own.map(({ name }, i) => `${numberSql(name)} AS x${i}`);
	const rows = [];
	await engine.scan(`SELECT * FROM (SELECT ${selected.join(", ")} FROM ${source.relation} WHERE ${where})
     WHERE ${names.map((name) => `isfinite(${name})`).join(" AND ")}`, (columns) => {
		for (let row = 0; row < columns[0].length; row++) rows.push(Float64Array.from(columns, (column) => column[row]));
	});
	return rows.sort(compareRows);
}
function compareRows(a, b) {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
	return 0;
}
/** Where about nine tenths of a column's values lie, by its edges at even shares. */
function ordinaryRange(edges) {
	const outer = Math.floor(edges.length / 12);
	return [edges[outer], edges[edges.length - 1 - outer]];
}
function layJoint(own, sample, ranges, step) {
	const n = sample.length;
	const varying = own.map((_, i) => {
		const [low, high] = ranges[i];
		const values = sample.map((row) => Math.min(high, Math.max(low, row[i])));
		const mean = Number((values.reduce((sum, value) => sum + value, 0) / n).toPrecision(8));
		const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
		return {
			i,
			mean,
			deviation: Number(deviation.toPrecision(8)),
			values
		};
	}).filter(({ mean, deviation }) => Number.isFinite(mean) && Number.isFinite(deviation) && deviation > 0);
	if (varying.length < 2) return void 0;
	const correlation = varying.map((a) => varying.map((b) => a.values.reduce((sum, value, row) => sum + (value - a.mean) * (b.values[row] - b.mean), 0) / (n * a.deviation * b.deviation)));
	return {
		positions: varying.map(({ i }) => i),
		plan: {
			columns: varying.map(({ i }) => own[i].name),
			ranges: varying.map(({ i }) => ranges[i]),
			means: varying.map(({ mean }) => mean),
			deviations: varying.map(({ deviation }) => deviation),
			correlations: correlation.flatMap((row, i) => row.slice(0, i).map((value) => Number(value.toFixed(3)) + 0)),
			components: principalComponents(correlation, explained).map((component) => component.map((weight) => Number(weight.toFixed(6)) + 0)),
			step
		}
	};
}
// packages/data/src/baseline/joint-document.ts
/** A joint plan as a baseline keeps it. */
function writeJoint({ columns, ranges, means, deviations, correlations, components, step }) {
	return {
		columns: [...columns],
		lows: writeNumbers(ranges.map(([low]) => low)),
		highs: writeNumbers(ranges.map(([, high]) => high)),
		means: writeNumbers(means),
		deviations: writeNumbers(deviations),
		correlations: writeNumbers(correlations),
		components: components.map(writeNumbers),
		step
	};
}
/** The same again. */
function readJoint(joint) {
	const [lows, highs] = [readNumbers(joint.lows), readNumbers(joint.highs)];
	return {
		columns: joint.columns,
		ranges: lows.map((low, i) => [low, highs[i]]),
		means: readNumbers(joint.means),
		deviations: readNumbers(joint.deviations),
		correlations: readNumbers(joint.correlations),
		components: joint.components.map(readNumbers),
		step: joint.step
	};
}
// packages/data/src/baseline/plan-of.ts
/** The plan that a baseline was counted by. Outcomes are counted into one that was laid alone: windows have none. */
function planOf({ columns, calibration, expectations, rows }) {
	return {
		columns: columns.map((column) => {
			const { name, family, segment } = column;
			if (column.kind === "numeric") return {
				kind: "numeric",
				name,
				family,
				isPublic: column.minimum !== null,
				edges: readNumbers(column.edges),
				centre: column.centre,
				unit: column.unit,
				segment,
				joint: column.joint && readJoint(column.joint),
				text: column.text
			};
			if (column.kind === "categorical") {
				const levels = column.levels.map(({ value }) => value);
				return {
					kind: "categorical",
					name,
					family: family === "labels" ? "labels" : "features",
					levels,
					isHashed: column.isHashed,
					segment,
					text: column.text,
					distinct: column.distinct
				};
			}
			return {
				kind: "rate",
				name,
				family: "labels",
				segment
			};
		}),
		calibration: calibration && readNumbers(calibration.edges),
		expects: expectations !== void 0 && rows === 0
	};
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
	const parsed = await parse$1(engine, sql);
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
async function parse$1(engine, sql) {
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
const unstableIn = new WeakMap();
/** Names of functions whose answer differs from run to run, as DuckDB's own catalogue says. */
async function unstableFunctions(engine, statement) {
	if ([...functionNames(statement)].every((name) => plainFunctions.has(name))) return new Set();
	const known = unstableIn.get(engine);
	if (known) return known;
	const rows = await engine.query(`SELECT DISTINCT lower(function_name) AS name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'`);
	const found = new Set(rows.map((row) => String(row.name)));
	unstableIn.set(engine, found);
	return found;
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
// packages/data/src/fingerprint/partitions.ts
/** Hive's name for a partition of NULL. */
const hiveNull = "__HIVE_DEFAULT_PARTITION__";
/**
* The files with what their folders give: `year=2001/month=02/x.parquet` has a year and a month. Of the wanted names those
* that every path gives; what files said before is forgotten.
*/
function partitionFiles(files, wanted) {
	const paths = files.map(({ path }) => foldersOf(path));
	const names = [...new Set(wanted)].filter((name) => paths.every((folders) => folders.has(name)));
	return files.map(({ path, sizeBytes, sha256 }, i) => ({
		path,
		sizeBytes,
		sha256,
		...names.length === 0 ? {} : { partition: Object.fromEntries(names.map((name) => [name, paths[i].get(name) ?? null])) }
	}));
}
/** Names that the folders of all paths give. */
function partitionNames(paths) {
	const [first, ...others] = paths.map(foldersOf);
	return first === void 0 ? [] : [...first.keys()].filter((name) => others.every((folders) => folders.has(name)));
}
/**
* The readers with the wanted names that every file's path gives, and no file has itself, as columns of their own; of types as
* declared, else whole numbers, days or texts.
*/
function withPartitions(readers, wanted, declared) {
	const own = new Set(readers.flatMap(({ columns }) => columns.map(({ name }) => name)));
	const files = partitionFiles(readers.map(({ file }) => file), wanted.filter((name) => !own.has(name)));
	const columns = Object.keys(files[0]?.partition ?? {}).map((name) => {
		return {
			name,
			type: typeOf$2(files.map(({ partition }) => partition?.[name] ?? null), declared.get(name))
		};
	});
	return readers.map((reader, i) => withColumns({
		...reader,
		file: files[i]
	}, columns));
}
const withColumns = (reader, columns) => ({
	...reader,
	columns: [...reader.columns, ...columns]
});
/** A type that every value can be read as: a folder's name is never a reason to stop reading. */
function typeOf$2(values, declared) {
	const all = (pattern) => values.every((value) => value === null || pattern.test(value));
	if (declared === "VARCHAR") return declared;
	if (declared === "BIGINT" || declared === "DOUBLE") return all(/^-?\d{1,18}$/) ? declared : "VARCHAR";
	if (all(/^-?(0|[1-9]\d{0,17})$/)) return "BIGINT";
	return all(/^\d{4}-\d{2}-\d{2}$/) && values.every((value) => value === null || isDay$1(value)) ? "DATE" : "VARCHAR";
}
function isDay$1(text) {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function foldersOf(path) {
	const found = new Map();
	for (const folder of path.split("/").slice(0, -1)) {
		const [, name, value] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
		if (name !== void 0 && value !== void 0) found.set(decode(name), value === hiveNull ? null : decode(value));
	}
	return found;
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
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
	return isNumber$2(a) && isNumber$2(b) ? "DOUBLE" : void 0;
}
function isNumber$2(type) {
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
	const readers = withPartitions(await openAll(engine, files, options.columnTypes ?? new Map()), options.partitions ?? [], options.columnTypes ?? new Map());
	const columns = unifyColumns(readers);
	refuseReservedNames$1(columns, readers[0]?.file.path);
	const rawView = `tidemark.${quoteIdentifier(options.name)}`;
	await engine.query(`CREATE OR REPLACE VIEW ${rawView} AS ${selectAll$1(files.root, readers, columns)}`);
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
		digest: datasetDigest({ files: readers.map(({ file }) => file) }),
		files: readers.map(({ file }, i) => ({
			...file,
			rows: counts[i] ?? 0
		})),
		rows,
		columns,
		rawView
	};
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
		const code = ["DATA_EMPTY", "FILE_TOO_LARGE"].find((code) => failures.every(({ error }) => error.code === code)) ?? "DATA_UNREADABLE";
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
function selectAll$1(root, readers, columns) {
	if (readers.every(({ format, file }) => format === "parquet" && file.partition === void 0) && readers.every((reader) => sameColumns(reader.columns, columns))) return selectParquet(root, readers, columns);
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
	const given = new Map(Object.entries(file.partition ?? {}));
	const own = columns.map(({ name, type }) => {
		const value = given.get(name);
		return `CAST(${value === void 0 ? quoteIdentifier(name) : value === null ? "NULL" : quoteLiteral(value)} AS ${type}) AS ${quoteIdentifier(name)}`;
	});
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
	for (const { source, doubted = [] } of readers) {
		const read = doubted.map((name) => `, count(${quoteIdentifier(name)})`).join("");
		const [row] = await engine.query(`SELECT count(*) AS rows${read} FROM ${source}`);
		counts.push(Number(row?.rows));
	}
	return counts;
}
function sameColumns(a, b) {
	return a.length === b.length && a.every(({ name, type }, i) => name === b[i]?.name && type === b[i]?.type);
}
function refuseReservedNames$1(columns, file) {
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
// packages/data/src/baseline/source.ts
const numberTypes$2 = /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const shortInteger = /^(TINY|SMALL|BIG)?INT(EGER)?$|^U(TINY|SMALL)?INT(EGER)?$/;
const textTypes$2 = /^(VARCHAR|UUID|ENUM\(.*)$/s;
const view$2 = "tidemark_drift_rows";
/** The relations to be scanned: the features query, and the view itself where a numeric outcome is watched. Throws `COLUMN_MISSING`, `SQL_REFUSED`, and what `openLookups` throws. */
async function openSources(engine, { features, label, segments = [] }) {
	const lookups = await openLookups(engine, features.lookups ?? [], features.view);
	await assertSingleSelect(engine, {
		sql: features.sql,
		file: features.file,
		tables: [features.view, ...lookups]
	});
	await engine.query(`CREATE OR REPLACE VIEW ${view$2} AS ${features.sql}`);
	const found = await describe(engine, view$2);
	const { id, label: outcome, cluster } = features.columns;
	requireAmong(found, [
		id,
		features.day,
		...outcome === void 0 ? [] : [outcome]
	], features.file);
	requireAmong(found, segments.map(({ column }) => column), "monitor.segments");
	const roles = [
		id,
		outcome,
		cluster,
		features.day
	];
	const columns = [...found.flatMap(({ name, type }) => {
		if (roles.includes(name)) return [];
		if (numberTypes$2.test(type)) return [{
			name,
			kind: "numeric",
			family: "features"
		}];
		return textTypes$2.test(type) ? [{
			name,
			kind: "categorical",
			family: "features"
		}] : [];
	}), ...outcome === void 0 ? [] : [{
		name: outcome,
		kind: "rate",
		family: "labels"
	}]];
	const sources = [{
		...withTextMeasures(withSegments({
			relation: view$2,
			columns,
			segments
		})),
		day: `CAST(${quoteIdentifier(features.day)} AS DATE)`,
		hash: hashSql(id, found)
	}];
	if (label !== void 0) {
		const relation = quoteIdentifier(features.view);
		const own = await describe(engine, relation);
		requireAmong(own, [label.column, label.time], "monitor.label");
		const isThere = ({ column }) => own.some(({ name }) => name === column);
		sources.push({
			...withSegments({
				relation,
				columns: [{
					name: label.column,
					kind: "numeric",
					family: "labels"
				}],
				segments: segments.filter(isThere)
			}),
			day: `CAST(${quoteIdentifier(label.time)} AS DATE)`,
			hash: `hash(${rowColumns.file}, ${rowColumns.row})`
		});
	}
	return sources;
}
/** A relation with each column once more for every segment, null outside of it: one scan counts them all. */
function withSegments({ relation, columns, segments }) {
	const parts = segments.flatMap((segment) => columns.filter(({ name }) => name !== segment.column).map((column) => ({
		...column,
		segment,
		of: column.name,
		name: segmentName(column.name, segment)
	})));
	if (parts.length === 0) return {
		relation,
		columns
	};
	return {
		relation: `(SELECT *, ${parts.map(({ name, of, segment }) => `CASE WHEN CAST(${quoteIdentifier(segment.column)} AS VARCHAR) = ${quoteLiteral(segment.value)} THEN ${quoteIdentifier(of)} END AS ${quoteIdentifier(name)}`).join(", ")} FROM ${relation})`,
		columns: [...columns, ...parts]
	};
}
/** A relation with length and pattern of each text column: computed only where they are counted. */
function withTextMeasures({ relation, columns }) {
	const taken = new Set(columns.map(({ name }) => name));
	const measures = columns.filter(({ kind, segment }) => kind === "categorical" && segment === void 0).flatMap(({ name, family }) => ["length", "pattern"].map((measure) => ({
		name: `${name} [${measure}]`,
		kind: measure === "length" ? "numeric" : "categorical",
		family,
		of: name,
		text: {
			column: name,
			measure
		}
	}))).filter(({ name }) => !taken.has(name));
	if (measures.length === 0) return {
		relation,
		columns
	};
	return {
		relation: `(SELECT *, ${measures.map(({ name, of, text }) => `${measureSql(of, text.measure)} AS ${quoteIdentifier(name)}`).join(", ")} FROM ${relation})`,
		columns: [...columns, ...measures]
	};
}
/** `AB-1234` and `KLM-7` have the pattern `a-9`. */
function measureSql(name, measure) {
	const text = `CAST(${quoteIdentifier(name)} AS VARCHAR)`;
	if (measure === "length") return `length(${text})`;
	return `left(regexp_replace(regexp_replace(${text}, '\\p{L}+', 'a', 'g'), '[0-9]+', '9', 'g'), 100)`;
}
/** What a column of one segment is called in documents and reports. */
const segmentName = (name, { column, value }) => `${name} [${column}=${value}]`;
function hashSql(id, found) {
	const isShort = found.some(({ name, type }) => name === id && shortInteger.test(type));
	return `hash(CAST(${quoteIdentifier(id)} AS ${isShort ? "BIGINT" : "VARCHAR"}))`;
}
async function describe(engine, relation) {
	return (await engine.query(`DESCRIBE FROM ${relation}`)).map((row) => ({
		name: String(row.column_name),
		type: String(row.column_type)
	}));
}
/** Throws `COLUMN_MISSING` with all columns that a relation lacks; `file` is who asks for them. */
async function requireColumns(engine, relation, names, file) {
	requireAmong(await describe(engine, relation), names, file);
}
function requireAmong(found, names, file) {
	const missing = names.filter((wanted) => !found.some(({ name }) => name === wanted));
	if (missing.length === 0) return;
	throw new TidemarkError("COLUMN_MISSING", `${file}: there is no column ${missing.join(", ")}`, {
		hint: `Correct monitor in model.yaml, or select the column. There are: ${found.map(({ name }) => name).join(", ").slice(0, 500)}.`,
		problems: missing.map((path) => ({
			file,
			path,
			message: "no such column"
		}))
	});
}
// packages/data/src/baseline/scores.ts
/** The column that predictions are called in documents. */
const predictionName = "prediction";
/** Edges for the scores of a reference period, or of a segment's. */
function planScores(scored, segment) {
	const isWithin = segment && findSegment(scored, segment);
	const sorted = new Float64Array(scored.scores).filter((score, row) => Number.isFinite(score) && (isWithin?.[row] ?? 1) === 1).sort();
	return planScoresAt(edgeShares(sorted.length).map((share) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0), segment);
}
/** Which rows are of a segment; undefined where nothing says so. */
function findSegment({ segments = [] }, { column, value }) {
	return segments.find(({ segment }) => segment.column === column && segment.value === value)?.isWithin;
}
/** The same from the scores at the shares where edges are laid. */
function planScoresAt(quantiles, segment) {
	return {
		kind: "numeric",
		name: segment === void 0 ? predictionName : segmentName(predictionName, segment),
		family: "predictions",
		segment,
		edges: planEdges(quantiles).edges,
		isPublic: true,
		centre: .5,
		unit: 2 ** -20
	};
}
/** Ten bins of the score of about equal mass, by edges already laid. */
function calibrationEdges({ edges }) {
	return [...new Set(Array.from({ length: 9 }, (_, i) => edges[Math.floor((i + 1) / 10 * edges.length)] ?? 1))];
}
/**
* Counts of scores by day. A score that is no number counts as not finite, since nothing else is known to be missing; scores outside of the plan's segment
* do.
*/
function countScores(scored, plan) {
	const { scores, days } = scored;
	const isWithin = plan.segment && findSegment(scored, plan.segment);
	const cells = new NumberCells(plan);
	const texts = [...new Set(days.dictionary.map(dayText))];
	const dayOfCode = days.dictionary.map((text) => texts.indexOf(dayText(text)));
	const known = Int32Array.from(days.codes, (code) => dayOfCode[code] ?? -1);
	const values = Float64Array.from(scores, (score, row) => (isWithin?.[row] ?? 1) !== 1 ? NaN : Number.isNaN(score) ? Number.POSITIVE_INFINITY : score);
	cells.add(values, groupByDay(known));
	return cells.finish((day) => texts[day] ?? "");
}
const dayText = (text) => text.slice(0, 10);
/** Outcomes against scores by day and bin; null without outcomes. */
function countCalibration(scored, edges) {
	const zeros = () => new Array(edges.length + 1).fill(0);
	const create = () => ({
		rows: zeros(),
		observed: zeros(),
		expectedMicros: zeros()
	});
	return countLabelled(scored, create, (cell, score, label) => {
		const bin = findBin(score, edges);
		cell.rows[bin]++;
		cell.observed[bin] += label;
		cell.expectedMicros[bin] += toMicros(score);
	});
}
/** The same in the bins of the prediction, with what squared errors are made of. */
function countOutcomes$1(scored, { edges }) {
	const zeros = () => new Array(edges.length + 1).fill(0);
	const create = () => ({
		rows: zeros(),
		observed: zeros(),
		scoreMicros: zeros(),
		squareMicros: zeros(),
		lossMicros: 0
	});
	return countLabelled(scored, create, (cell, score, label) => {
		const bin = findBin(score, edges);
		cell.rows[bin]++;
		cell.observed[bin] += label;
		cell.scoreMicros[bin] += toMicros(score);
		cell.squareMicros[bin] += toMicros(score * score);
		cell.lossMicros += toMicros((label - score) * (label - score));
	});
}
/** Whole millionths, halves up: as SQL writes it too. */
const toMicros = (value) => Math.floor(value * 1e6 + .5);
/** Calls `add` with every row that has a score in [0, 1] and an outcome, and its day's cell. */
function countLabelled({ scores, days, labels }, create, add) {
	if (labels === void 0) return null;
	const { byCode, byDay } = cellsOf(days, create);
	for (let row = 0; row < scores.length; row++) {
		const score = scores[row];
		const cell = byCode[days.codes[row]];
		const label = labels[row];
		if (cell === void 0 || !(score >= 0 && score <= 1) || label !== 0 && label !== 1) continue;
		add(cell, score, label);
	}
	return byDay;
}
/** A cell for each day that occurs, and the same cells by the code of a day's text. */
function cellsOf({ codes, dictionary }, create) {
	const occurs = new Uint8Array(dictionary.length);
	for (let row = 0; row < codes.length; row++) if (codes[row] < occurs.length) occurs[codes[row]] = 1;
	const byDay = new Map();
	return {
		byCode: dictionary.map((text, code) => {
			if (occurs[code] === 0) return void 0;
			const day = dayText(text);
			const cell = byDay.get(day) ?? create();
			byDay.set(day, cell);
			return cell;
		}),
		byDay
	};
}
// packages/data/src/drift/weekday.ts
/** A weekday's distribution function where all days' is `share`: their difference is known at the coarse edges, and linear between. */
function predictWeekday({ weekdays }, reference) {
	const rows = total$3(reference);
	const all = [
		0,
		...readNumbers(weekdays.edges).map((edge) => total$3(reference.slice(0, edge + 1)) / rows),
		1
	];
	const differences = ("counts" in weekdays ? weekdays.counts : weekdays.differences).map(readNumbers).map((own) => {
		if ("differences" in weekdays) return own.length === 0 ? all.map(() => 0) : [
			0,
			...own.map((share) => share / 1e4),
			0
		];
		const sum = total$3(own);
		if (sum === 0) return all.map(() => 0);
		let seen = 0;
		return [0, ...own.map((count) => (seen += count) / sum)].map((share, i) => share - all[i]);
	});
	return (weekday, share) => {
		const after = Math.max(1, all.findIndex((knot) => knot >= share - 1e-12));
		const [left, right] = [all[after - 1], all[after]];
		const [a, b] = [differences[weekday][after - 1], differences[weekday][after]];
		return share + (right > left ? a + (share - left) / (right - left) * (b - a) : b);
	};
}
/** Values of the reference on each weekday. */
function weekdayRows({ weekdays }) {
	return "rows" in weekdays ? readNumbers(weekdays.rows) : weekdays.counts.map((own) => total$3(readNumbers(own)));
}
/** What share each level should have on a weekday: its own for the first levels, else the overall one. */
function weekdayShares({ weekdays }, shares, weekday) {
	const own = readNumbers(weekdays.counts[weekday]);
	const rows = total$3(own);
	return shares.map((share, level) => level < weekdays.levels && rows > 0 ? own[level] / rows : share);
}
const total$3 = (values) => values.reduce((sum, value) => sum + value, 0);
// packages/data/src/drift/day-distance.ts
const total$2 = (values) => values.reduce((sum, value) => sum + value, 0);
/** Largest difference of the distribution functions at the edges. */
function numericDayDistance(column) {
	const reference = readNumbers(column.counts);
	const predict = predictWeekday(column, reference);
	const rows = total$2(reference);
	let seen = 0;
	const shares = reference.map((count) => (seen += count) / rows);
	return (day, weekday) => {
		const own = total$2(day);
		let [below, raw] = [0, 0];
		day.slice(0, -1).forEach((count, edge) => {
			below += count;
			raw = Math.max(raw, Math.abs(below / own - predict(weekday, shares[edge])));
		});
		return {
			raw,
			expected: 0
		};
	};
}
/** Total variation distance. */
function categoricalDayDistance({ levels, other, weekdays }) {
	const reference = [...levels.map(({ count }) => count), other];
	const shares = reference.map((count) => count / total$2(reference));
	return (day, weekday) => {
		const own = total$2(day);
		const usual = weekdayShares({ weekdays }, shares, weekday);
		const raw = total$2(day.map((count, level) => Math.abs(count / own - usual[level]))) / 2;
		const rows = total$2(readNumbers(weekdays.counts[weekday]));
		return {
			raw,
			expected: expectedTotalVariation(usual.map((share) => share * rows), own)
		};
	};
}
// packages/data/src/baseline/summary.ts
/** Most levels, and edges, of which weekdays are kept apart: they only predict a day, so that the calendar is no noise. */
const weekdayLevels = 24;
const weekdayEdges = 16;
/** A share of the rows; what fewer values at an edge could add to a distance is nothing that a verdict turns on. */
const leastAtEdge = .001;
const fewestWeeks$1 = 4;
/** One column of a baseline from its plan and its counts by day. */
function describeColumn(plan, profile, calendar) {
	const { name, family } = plan;
	const segment = named("segment", plan.segment);
	if (profile.kind === "rate") {
		const [rows, events] = [readNumbers(profile.rows), readNumbers(profile.events)];
		return {
			kind: "rate",
			name,
			family,
			rows: total$1(rows),
			events: total$1(events),
			weekdays: {
				rows: writeNumbers(byWeekday(rows.map((count) => [count]), calendar, 1).flat()),
				events: writeNumbers(byWeekday(events.map((count) => [count]), calendar, 1).flat())
			},
			tolerance: spread(rows.map((count, i) => [events[i], count - events[i]]), calendar, totalVariation),
			...named("daily", rateSpread(rows, events, calendar)),
			...segment
		};
	}
	const byDay = profile.counts.map(readNumbers);
	const nulls = readNumbers(profile.nulls);
	const nonFinite = profile.kind === "numeric" ? readNumbers(profile.nonFinite) : [];
	const missing = nulls.map((count, i) => count + (nonFinite[i] ?? 0));
	const dailyNulls = named("dailyNulls", rateSpread(byDay.map((day, i) => total$1(day) + missing[i]), missing, calendar));
	if (plan.kind === "categorical" && profile.kind === "categorical") {
		const bins = plan.levels.length + 1;
		const counts = addUp(byDay, bins);
		const levels = Math.min(weekdayLevels, plan.levels.length);
		const described = {
			kind: "categorical",
			name,
			family,
			nulls: total$1(nulls),
			isHashed: plan.isHashed,
			levels: plan.levels.map((value, i) => ({
				value,
				count: counts[i]
			})),
			other: counts[bins - 1],
			...named("distinct", plan.distinct),
			...named("text", plan.text),
			weekdays: {
				levels,
				counts: byWeekday(byDay.map((day) => [...day.slice(0, levels), total$1(day.slice(levels))]), calendar, levels + 1).map(writeNumbers)
			},
			tolerance: spread(byDay, calendar, (others, week) => Math.max(0, totalVariation(others, week) - expectedTotalVariation(others, total$1(week))))
		};
		return {
			...described,
			...named("daily", daySpread(byDay, calendar, categoricalDayDistance(described))),
			...segment,
			...plan.text === void 0 ? dailyNulls : {}
		};
	}
	if (plan.kind !== "numeric" || profile.kind !== "numeric") throw new TypeError(`${name} is not what was planned`);
	const counts = addUp(byDay, plan.edges.length + 1);
	const described = {
		kind: "numeric",
		name,
		family,
		nulls: total$1(nulls),
		nonFinite: total$1(nonFinite),
		minimum: profile.minimum,
		maximum: profile.maximum,
		...moments(plan, profile, total$1(counts)),
		centre: plan.centre,
		unit: plan.unit,
		edges: writeNumbers(plan.edges),
		counts: writeNumbers(counts),
		atEdge: readNumbers(profile.atEdge).some((count) => count >= leastAtEdge * total$1(counts)) ? profile.atEdge : "",
		weekdays: describeWeekdays(counts, byWeekday(byDay, calendar, counts.length)),
		tolerance: spread(byDay, calendar, (others, week) => ksDistance({ counts: others }, { counts: week }).lower)
	};
	return {
		...described,
		...named("daily", daySpread(byDay, calendar, numericDayDistance(described))),
		...segment,
		...named("joint", plan.joint && writeJoint(plan.joint)),
		...named("text", plan.text),
		...plan.joint === void 0 && plan.text === void 0 ? dailyNulls : {}
	};
}
/** A property only where there is a value. */
function named(name, value) {
	return value === void 0 ? {} : { [name]: value };
}
/** Mean and sum of squared deviations from whole-number sums, which do not depend on the order of rows. */
function moments({ centre, unit }, { sum, squares }, rows) {
	if (rows === 0) return {
		mean: null,
		m2: null
	};
	const n = BigInt(rows);
	const [s, q] = [BigInt(sum), BigInt(squares)];
	const finite = (value) => Number.isFinite(value) ? value : null;
	return {
		mean: finite(centre + Number(s) / rows * unit),
		m2: finite(Number(n * q - s * s) / rows * unit * unit)
	};
}
/** Effect of each complete week against the other days; its 95th percentile (type 7), or null with too few weeks. */
function spread(byDay, { days, weeks }, distance) {
	const bins = byDay[0]?.length ?? 0;
	const all = addUp(byDay, bins);
	const effects = weeks.map(({ start, end }) => {
		const own = addUp(byDay.filter((_, i) => days[i] >= start && days[i] < end), bins);
		return distance(all.map((count, bin) => count - own[bin]), own);
	}).filter(Number.isFinite);
	return effects.length < fewestWeeks$1 ? null : percentile95(effects);
}
/** Type 7, as most programs have it. */
function percentile95(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const place = .95 * (sorted.length - 1);
	const below = sorted[Math.floor(place)];
	return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)] - below);
}
/** Effect of each day against its weekday's others; undefined with fewer than four weeks of days. */
function daySpread(byDay, { days }, distance) {
	const weekdays = days.map(weekdayOf);
	const effects = byDay.flatMap((day, i) => {
		const alike = weekdays.filter((weekday, j) => weekday === weekdays[i] && total$1(byDay[j]) > 0).length;
		if (alike < 2 || total$1(day) === 0) return [];
		const { raw, expected } = distance(day, weekdays[i]);
		return [Math.max(0, raw * alike / (alike - 1) - expected)];
	});
	if (effects.length < 28) return void 0;
	const rms = Math.sqrt(effects.reduce((sum, effect) => sum + effect * effect, 0) / effects.length);
	return {
		days: effects.length,
		rms,
		p95: percentile95(effects)
	};
}
/** The same of a rate of events. */
function rateSpread(rows, events, calendar) {
	const pairs = rows.map((count, i) => [events[i], count - events[i]]);
	const usual = byWeekday(pairs, calendar, 2).map((pair) => pair[0] / total$1(pair));
	return daySpread(pairs, calendar, (pair, weekday) => ({
		raw: Math.abs(pair[0] / total$1(pair) - usual[weekday]),
		expected: 0
	}));
}
function byWeekday(byDay, { days }, bins) {
	return Array.from({ length: 7 }, (_, weekday) => addUp(byDay.filter((_, i) => weekdayOf(days[i]) === weekday), bins));
}
function describeWeekdays(counts, weekdays) {
	const edges = coarseEdges(counts);
	const usual = sharesUpTo(counts, edges);
	return {
		edges: writeNumbers(edges),
		rows: writeNumbers(weekdays.map(total$1)),
		differences: weekdays.map((own) => total$1(own) === 0 ? "" : writeNumbers(sharesUpTo(own, edges).map((share, i) => Math.round((share - usual[i]) * 1e4) + 0)))
	};
}
function sharesUpTo(counts, edges) {
	const rows = total$1(counts);
	return edges.map((edge) => total$1(counts.slice(0, edge + 1)) / rows);
}
/** Indices of at most 16 edges at about even shares of the rows. */
function coarseEdges(counts) {
	const edges = counts.length - 1;
	if (total$1(counts) === 0) return [];
	if (edges <= weekdayEdges) return [...Array(edges).keys()];
	const rows = total$1(counts);
	const kept = [];
	let [seen, next] = [0, 1];
	for (let edge = 0; edge < edges; edge++) {
		seen += counts[edge];
		if (seen < next * rows / 17) continue;
		kept.push(edge);
		next = Math.floor(seen * 17 / rows) + 1;
	}
	return kept;
}
const total$1 = (values) => values.reduce((sum, value) => sum + value, 0);
// packages/data/src/baseline/baseline.ts
/**
* Describes a reference period: lays edges from a sample, counts every column by day in one scan a source, and keeps
* counts, weekdays and the spread of complete weeks. Throws `DATA_EMPTY`, `COLUMN_MISSING`, `SQL_REFUSED`, `SQL_FAILED`.
*/
async function buildBaseline(engine, data, options) {
	const plan = await planBaseline(engine, data, options);
	return finishBaseline(plan, await profileReference(engine, data, plan, options), {
		...options,
		features: digestQuery({
			text: data.features.sql,
			lookups: data.features.lookups ?? []
		})
	});
}
/** Lays the edges and levels of a baseline, from all data or from one shard of it. */
async function planBaseline(engine, data, options) {
	const columns = [];
	const publicColumns = new Set(options.publicColumns);
	let rows;
	const sources = await openSources(engine, data);
	const wanted = sources.reduce((sum, { columns }) => sum + columns.filter(({ text }) => !text).length, 0) + (data.scored?.segments?.length ?? 0);
	if (wanted > mostColumns) throw tooMany$1(wanted, data);
	for (const [i, source] of sources.entries()) {
		const where = wherePeriod(source, options.period);
		rows ??= await countRows$1(engine, source, where);
		const planned = {
			where,
			rows,
			publicColumns,
			salt: options.model
		};
		const own = await planColumns$1(engine, source, planned);
		const joint = i === 0 ? await planJoint(engine, source, own, planned) : void 0;
		columns.push(...own, ...joint === void 0 ? [] : [joint]);
	}
	if (data.scored === void 0) return {
		columns,
		calibration: null,
		expects: false
	};
	const scores = planScores(data.scored);
	const { segments: parts = [] } = data.scored;
	const hasLabels = data.scored.labels !== void 0;
	return {
		columns: [
			...columns,
			scores,
			...parts.map(({ segment }) => planScores(data.scored, segment))
		],
		calibration: hasLabels ? calibrationEdges(scores) : null,
		expects: hasLabels && options.expectsPerformance === true
	};
}
/** What the document holds, with the prediction and the numbers together. */
const mostColumns = 1998;
const tooMany$1 = (found, { features }) => new TidemarkError("POLICY_INVALID", `${features.file} and monitor.segments give ${found} columns to watch`, { hint: `A baseline holds ${mostColumns}. Select fewer columns, or name fewer segments.` });
/**
* A plan as a document: a baseline into which nothing was counted yet. Shards are counted by it, and so are databases. Of public columns it says the
* first and last edge as least and greatest number.
*/
function layBaseline(plan, options) {
	const columns = plan.columns.map((column) => ({
		plan: column,
		cells: new Map()
	}));
	const calibration = plan.calibration && {
		rows: "",
		observed: "",
		expectedMicros: ""
	};
	const { id: _, ...laid } = finishBaseline(plan, {
		period: options.period,
		days: [],
		rows: "",
		columns: columns.map((column) => profileColumn(column, [])),
		calibration: calibration && {
			...calibration,
			bins: calibration
		}
	}, options);
	const marked = {
		...laid,
		...plan.expects ? { expectations: noExpectations } : {},
		columns: laid.columns.map((column, i) => {
			const own = plan.columns[i];
			if (column.kind !== "numeric" || own.kind !== "numeric" || !own.isPublic) return column;
			return {
				...column,
				minimum: own.edges[0] ?? 0,
				maximum: own.edges.at(-1) ?? 0
			};
		})
	};
	return {
		...marked,
		id: digestOf(marked)
	};
}
/** The baseline of a laid one and its counts. */
function fillBaseline(laid, profile) {
	return finishBaseline(planOf(laid), profile, {
		...laid,
		modelDigest: laid.modelDigest ?? void 0,
		validation: laid.validation ?? void 0
	});
}
/** Counts a shard of the reference period by a plan. */
async function profileReference(engine, data, plan, { model, period }) {
	return toProfile(await countDays(engine, data, plan, {
		model,
		period
	}), period);
}
/** Counts all of a plan's columns by day, those of the period alone. */
async function countDays(engine, data, plan, { model, period }) {
	const columns = [];
	let rows = new Map();
	for (const [i, source] of (await openSources(engine, data)).entries()) {
		const isHere = (name, kind) => source.columns.some((column) => column.name === name && column.kind === kind);
		const scanned = await scanDays(engine, source, plan.columns.filter((column) => column.kind === "numeric" && column.joint !== void 0 ? column.joint.columns.every((name) => isHere(name, "numeric")) : column.family !== "predictions" && isHere(column.name, column.kind)), {
			where: wherePeriod(source, period),
			salt: model
		});
		if (i === 0) rows = scanned.rows;
		columns.push(...scanned.columns);
	}
	const scores = plan.columns.find(({ name }) => name === predictionName);
	if (data.scored === void 0 || scores?.kind !== "numeric") return {
		rows,
		columns,
		calibration: null
	};
	return {
		rows,
		columns: [...columns, ...countAllScores(data.scored, plan)],
		calibration: plan.calibration ? countCalibration(data.scored, plan.calibration) : null,
		outcomes: plan.expects ? countOutcomes$1(data.scored, scores) : null
	};
}
function countAllScores(scored, { columns }) {
	return columns.flatMap((column) => {
		if (column.kind !== "numeric" || column.family !== "predictions") return [];
		const { segment } = column;
		return segment === void 0 || findSegment(scored, segment) ? [countScores(scored, column)] : [];
	});
}
/** The baseline of a plan and its counts. The same counts give the same bytes, however they were added up. */
function finishBaseline(plan, profile, options) {
	const weeks = completeWeeks(options.period).filter(({ start, end }) => profile.days.some((day) => day >= start && day < end));
	const rows = readNumbers(profile.rows);
	const expectations = plan.expects && profile.outcomes ? describeExpectations(profile.outcomes, profile.days, weeks) : null;
	const baseline = {
		schema: "tidemark/baseline/v1",
		model: options.model,
		dataset: options.dataset,
		validation: options.validation ?? null,
		features: options.features,
		modelDigest: options.modelDigest ?? null,
		period: options.period,
		rows: rows.reduce((sum, count) => sum + count, 0),
		blocks: profile.days.length,
		weekdays: Array.from({ length: 7 }, (_, weekday) => {
			const own = rows.filter((_, i) => weekdayOf(profile.days[i]) === weekday);
			return {
				days: own.length,
				rows: own.reduce((sum, count) => sum + count, 0),
				leastRows: Math.min(...own, own.length && 1e400)
			};
		}),
		weeks: weeks.length,
		columns: plan.columns.flatMap((column) => {
			const counted = profile.columns.find(({ name, kind }) => name === column.name && kind === column.kind);
			return counted === void 0 ? [] : [describeColumn(column, counted, {
				days: profile.days,
				weeks
			})];
		}),
		calibration: profile.calibration && plan.calibration ? describeCalibration(plan.calibration, profile, weeks) : null,
		...expectations ? { expectations } : {}
	};
	return {
		...baseline,
		id: digestOf(baseline)
	};
}
function describeCalibration(edges, { days, calibration }, weeks) {
	if (calibration === null) return null;
	const [rows, observed, expected] = [
		calibration.rows,
		calibration.observed,
		calibration.expectedMicros
	].map(readNumbers);
	const within = (values, { start, end }) => addUp([(values ?? []).filter((_, i) => days[i] >= start && days[i] < end)].map((own) => [own.reduce((a, b) => a + b, 0)]), 1)[0];
	return {
		edges: writeNumbers(edges),
		...calibration.bins,
		weeks: weeks.map((week) => ({
			start: week.start,
			rows: within(rows, week),
			observed: within(observed, week),
			expectedMicros: within(expected, week)
		}))
	};
}
function wherePeriod({ day }, { start, end }) {
	return `${day} >= DATE ${quoteLiteral(start)} AND ${day} < DATE ${quoteLiteral(end)}`;
}
// packages/data/src/baseline/merge.ts
/**
* Adds up profiles of disjoint rows on a baseline's edges over the same period: shards of a large dataset, in any order, give the bytes that
* all rows at once would. Throws `DOCUMENT_INVALID` where periods, columns or bins differ.
*/
function mergeProfiles(profiles, { columns }) {
	if (profiles.length === 0) throw mismatch$1("there is none");
	const merged = mergeAll(profiles);
	const stranger = merged.columns.find(({ name, kind }) => !columns.some((own) => own.name === name && own.kind === kind));
	if (stranger !== void 0) throw mismatch$1(`${stranger.name} is not in the baseline`);
	const place = new Map(columns.map(({ name }, i) => [name, i]));
	return {
		...merged,
		columns: merged.columns.toSorted((a, b) => place.get(a.name) - place.get(b.name))
	};
}
/** Halves first: days of a year that are added to one another would otherwise be read anew for each. */
function mergeAll(profiles) {
	if (profiles.length === 1) return profiles[0];
	const half = Math.ceil(profiles.length / 2);
	return mergeTwo(mergeAll(profiles.slice(0, half)), mergeAll(profiles.slice(half)));
}
function mergeTwo(a, b) {
	if (a.period.start !== b.period.start || a.period.end !== b.period.end) throw mismatch$1("their periods differ");
	const days = [...new Set([...a.days, ...b.days])].sort();
	const [columnsA, columnsB] = [a, b].map(({ columns }) => new Map(columns.map((column) => [column.name, column])));
	const [calibrationA, calibrationB] = [a.calibration, b.calibration];
	const add = (x, y) => addByDay(days, [a, x], [b, y]);
	return {
		period: a.period,
		days,
		rows: add(a.rows, b.rows),
		columns: [...new Set([...columnsA.keys(), ...columnsB.keys()])].map((name) => mergeColumns(days, [a, columnsA.get(name)], [b, columnsB.get(name)])),
		calibration: calibrationA === null && calibrationB === null ? null : {
			rows: add(calibrationA?.rows ?? "", calibrationB?.rows ?? ""),
			observed: add(calibrationA?.observed ?? "", calibrationB?.observed ?? ""),
			expectedMicros: add(calibrationA?.expectedMicros ?? "", calibrationB?.expectedMicros ?? ""),
			bins: {
				rows: addTexts(calibrationA?.bins.rows, calibrationB?.bins.rows),
				observed: addTexts(calibrationA?.bins.observed, calibrationB?.bins.observed),
				expectedMicros: addTexts(calibrationA?.bins.expectedMicros, calibrationB?.bins.expectedMicros)
			}
		},
		...a.outcomes === void 0 && b.outcomes === void 0 ? {} : { outcomes: mergeOutcomes(days, a, b) }
	};
}
function mergeOutcomes(days, a, b) {
	const [x, y] = [a.outcomes, b.outcomes];
	const lists = (key) => addLists(days, [a, x?.[key]], [b, y?.[key]]);
	return {
		rows: lists("rows"),
		observed: lists("observed"),
		scoreMicros: lists("scoreMicros"),
		squareMicros: lists("squareMicros"),
		lossMicros: addByDay(days, [a, x?.lossMicros ?? ""], [b, y?.lossMicros ?? ""])
	};
}
function mergeColumns(days, [a, left], [b, right]) {
	const column = left ?? right;
	if (column === void 0) throw mismatch$1("a column is missing");
	if (left && right && left.kind !== right.kind) throw mismatch$1(`column ${column.name} is of two kinds`);
	const add = (x, y) => addByDay(days, [a, x ?? ""], [b, y ?? ""]);
	if (column.kind === "rate") {
		const [x, y] = [left, right];
		return {
			...column,
			rows: add(x?.rows, y?.rows),
			events: add(x?.events, y?.events)
		};
	}
	const lists = (x, y) => addLists(days, [a, x], [b, y]);
	if (column.kind === "categorical") {
		const [x, y] = [left, right];
		return {
			...column,
			nulls: add(x?.nulls, y?.nulls),
			counts: lists(x?.counts, y?.counts)
		};
	}
	const [x, y] = [left, right];
	return {
		...column,
		nulls: add(x?.nulls, y?.nulls),
		nonFinite: add(x?.nonFinite, y?.nonFinite),
		minimum: pick(x?.minimum, y?.minimum, Math.min),
		maximum: pick(x?.maximum, y?.maximum, Math.max),
		sum: String(BigInt(x?.sum ?? 0) + BigInt(y?.sum ?? 0)),
		squares: String(BigInt(x?.squares ?? 0) + BigInt(y?.squares ?? 0)),
		counts: lists(x?.counts, y?.counts),
		atEdge: addTexts(x?.atEdge, y?.atEdge)
	};
}
/** Lists by day added up, with zeros for days of which neither side has one. */
function addLists(days, [a, x], [b, y]) {
	const [ofA, ofB] = [byDay(a, x), byDay(b, y)];
	return days.map((day) => addTexts(ofA.get(day), ofB.get(day)) || zeros$1(x ?? y));
}
const byDay = ({ days }, rows) => new Map(days.map((day, i) => [day, rows?.[i]]));
function addByDay(days, ...sides) {
	const values = sides.map(([profile, text]) => {
		const numbers = readNumbers(text);
		return new Map(profile.days.map((day, i) => [day, numbers[i] ?? 0]));
	});
	return writeNumbers(days.map((day) => values.reduce((sum, byDay) => sum + (byDay.get(day) ?? 0), 0)));
}
function addTexts(a, b) {
	const [x, y] = [readNumbers(a ?? ""), readNumbers(b ?? "")];
	if (x.length > 0 && y.length > 0 && x.length !== y.length) throw mismatch$1("their bins differ");
	return writeNumbers(addUp([x, y], Math.max(x.length, y.length)));
}
function zeros$1(rows) {
	return writeNumbers(readNumbers(rows?.[0] ?? "").map(() => 0));
}
function pick(a, b, choose) {
	const known = [a, b].filter((value) => value !== null && value !== void 0);
	return known.length === 0 ? null : choose(...known);
}
function mismatch$1(reason) {
	return new TidemarkError("DOCUMENT_INVALID", `These profiles do not add up: ${reason}`, { hint: "Profile every shard with the same baseline and period." });
}
// packages/data/src/baseline/join-days.ts
/**
* A period's profile from profiles of single days, of any number of shards, in any order: the bytes that `profileWindow` gives of all rows at once.
* Throws `DOCUMENT_INVALID` as `mergeProfiles` does.
*/
function joinDays(days, period, baseline) {
	const { expects } = planOf(baseline);
	const own = days.filter(({ days: [day = ""] }) => day >= period.start && day < period.end).map(({ outcomes, ...each }) => ({
		...each,
		period,
		...expects && outcomes ? { outcomes } : {}
	})).sort((a, b) => a.days[0] < b.days[0] ? -1 : 1);
	if (own.length === 0) return {
		period,
		days: [],
		rows: "",
		columns: [],
		calibration: null
	};
	return mergeProfiles(own, baseline);
}
// packages/data/src/baseline/on-plan.ts
/**
* Checks that profiles that others counted are on a baseline's edges: the same of its columns, each once, as many bins as it has, one entry a day, no row lost. Throws one
* `DOCUMENT_INVALID` with what is not; `file` is where they come from.
*/
function assertOnPlan(profiles, baseline, file) {
	const { columns, calibration } = planOf(baseline);
	const plans = new Map(columns.map((plan) => [plan.name, plan]));
	const isOfAllRows = (plan) => plan.family !== "labels" && !(plan.kind === "numeric" && plan.joint !== void 0);
	const everywhere = new Set(profiles.flatMap((profile) => profile.columns.map(({ name }) => name)));
	const wanted = columns.filter((plan) => isOfAllRows(plan) && everywhere.has(plan.name)).map(({ name }) => name);
	const problems = profiles.flatMap((profile) => {
		const days = profile.days.length;
		const rows = readNumbers(profile.rows);
		const found = profile.columns.flatMap((column) => {
			const plan = plans.get(column.name);
			if (plan === void 0 || plan.kind !== column.kind) return [`${column.name} is not in the plan`];
			if (column.kind === "rate") {
				const [known, events] = [readNumbers(column.rows), readNumbers(column.events)];
				return known.length === days && events.length === days && events.every((count, i) => count <= known[i]) ? [] : [`${column.name} has not one rate a day`];
			}
			const bins = 1 + (plan.kind === "numeric" ? plan.edges.length : plan.kind === "categorical" ? plan.levels.length : 0);
			if (!(listsOf(column).every((list) => list.length === days) && binsOf(column, bins))) return [`${column.name} has other bins or days than the plan`];
			return isOfAllRows(plan) && rows.some((count, i) => count !== countedOf(column, i)) ? [`${column.name} does not count every row`] : [];
		});
		const names = profile.columns.map(({ name }) => name);
		const absent = wanted.filter((name) => !names.includes(name));
		const bins = profile.calibration === null ? [] : Object.values(profile.calibration.bins).map(readNumbers);
		const { lossMicros, ...outcomes } = profile.outcomes ?? { lossMicros: null };
		const edges = plans.get(predictionName);
		const hasOutcomes = edges?.kind === "numeric" && readNumbers(lossMicros ?? "").length === days && Object.values(outcomes).every((lists) => lists.length === days && lists.every((list) => readNumbers(list).length === edges.edges.length + 1));
		const { bins: _, ...byDay } = profile.calibration ?? { bins: null };
		const isCalibrated = bins.every((list) => list.length === (calibration ?? []).length + 1) && Object.values(byDay).every((list) => readNumbers(list).length === days);
		return [
			...rows.length === days ? [] : ["rows are not counted by day"],
			...lossMicros === null || hasOutcomes ? [] : ["the outcomes have other bins or days than the plan"],
			...isCalibrated ? [] : ["the calibration has other bins or days than the plan"],
			...new Set(names).size === names.length ? [] : ["a column is there twice"],
			...absent.length === 0 ? [] : [`${absent.slice(0, 5).join(", ")} is not counted, which it is elsewhere`],
			...found
		].map((message) => ({
			file,
			path: profile.days[0],
			message
		}));
	});
	if (problems.length === 0) return;
	throw new TidemarkError("DOCUMENT_INVALID", `${file} were not counted by this plan`, {
		hint: "Count every shard with the plan of the same run, from files with the same columns, and hand over what the jobs wrote as it is.",
		problems: problems.slice(0, 20)
	});
}
const listsOf = (column) => [
	readNumbers(column.nulls),
	column.counts,
	...column.kind === "numeric" ? [readNumbers(column.nonFinite)] : []
];
const binsOf = (column, bins) => column.counts.every((counts) => readNumbers(counts).length === bins) && (column.kind !== "numeric" || readNumbers(column.atEdge).length === bins - 1);
function countedOf(column, day) {
	const missing = readNumbers(column.nulls)[day] + (column.kind === "numeric" ? readNumbers(column.nonFinite)[day] : 0);
	return readNumbers(column.counts[day]).reduce((sum, count) => sum + count, missing);
}
// packages/data/src/baseline/scoring-rows.ts
const view$1 = "tidemark_scoring_query";
const table$1 = "tidemark_scoring_rows";
const distinct$1 = "tidemark_scoring_combinations";
const coded = "tidemark_scoring_codes";
/** First day with rows and the day after the last one, or null where the query gives none. Throws as `readScoringRows` does. */
async function readPeriod(engine, query) {
	await createView(engine, query, [query.day]);
	const day = dayOf$1(query);
	const [row] = await engine.query(`SELECT min(${day})::VARCHAR AS first, max(${day})::VARCHAR AS last FROM ${view$1}`);
	await engine.query(`DROP VIEW ${view$1}`);
	if (typeof row?.first !== "string" || typeof row.last !== "string") return null;
	assertPlausible(row.first, row.last, query);
	return {
		start: row.first,
		end: addDays(row.last, 1)
	};
}
/** Until which day there are rows, not counting days after `until`; null where there is no row. Throws as `readPeriod` does. */
async function readArrived(engine, query, until) {
	await createView(engine, query, [query.day]);
	const day = dayOf$1(query);
	const [row] = await engine.query(`SELECT min(${day})::VARCHAR AS first, max(${day})::VARCHAR AS last,
    (max(${day}) FILTER (WHERE ${day} <= DATE ${quoteLiteral(until)}))::VARCHAR AS newest FROM ${view$1}`);
	await engine.query(`DROP VIEW ${view$1}`);
	if (typeof row?.first !== "string" || typeof row.last !== "string") return null;
	assertPlausible(row.first, row.last, query);
	const newest = typeof row.newest === "string" ? row.newest : null;
	return {
		newest,
		end: newest === null ? row.first : addDays(newest, 1),
		ahead: row.last > until ? row.last : null
	};
}
/** A stray day would be waited for, and stands for a clock or a format that was read wrong. */
const mostYears = 200;
/** Throws `COLUMN_TYPE` where the days of some rows, by their column `day`, lie further apart than those of any data. */
function assertPlausible(first, last, { day, file }) {
	const years = (Date.parse(last) - Date.parse(first)) / 315576e5;
	const isDate = /^\d{4}-\d\d-\d\d$/;
	if (isDate.test(first) && isDate.test(last) && years <= mostYears) return;
	throw new TidemarkError("COLUMN_TYPE", `${file}: ${day} goes from ${first} to ${last}, which no data do`, {
		hint: "Bound the date in the contract (logicalTypeOptions minimum and maximum), or correct how the query reads it.",
		problems: [{
			file,
			path: day,
			message: `found ${first} and ${last}`
		}]
	});
}
/** Rows by day from `start` on, of days that have some. Throws as `readScoringRows` does. */
async function readDayRows(engine, query, start) {
	await createView(engine, query, [query.day]);
	const day = dayOf$1(query);
	const rows = await engine.query(`SELECT ${day}::VARCHAR AS day, count(*) AS rows FROM ${view$1} WHERE ${day} >= DATE ${quoteLiteral(start)} GROUP BY 1`);
	await engine.query(`DROP VIEW ${view$1}`);
	return new Map(rows.map((row) => [String(row.day), Number(row.rows)]));
}
/**
* The named features, the day and the outcome of a period's rows. Throws `SQL_REFUSED`, `SQL_FAILED`, what `openLookups` throws, and `COLUMN_MISSING` with
* every column that the query does not give.
*/
async function readScoringRows(engine, query, { features, period, segments = [] }) {
	const { label } = query.columns;
	await createView(engine, query, [
		query.day,
		...label === void 0 ? [] : [label],
		...features.map(({ name }) => name)
	]);
	await requireColumns(engine, view$1, segments.map(({ column }) => column), "monitor.segments");
	const day = dayOf$1(query);
	const names = features.map((_, i) => `f${i}`);
	const selected = [
		`date_diff('day', DATE '1970-01-01', ${day}) AS day`,
		label === void 0 ? "NULL::DOUBLE AS label" : `CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`,
		...features.map(({ name, kind }, i) => `CAST(${quoteIdentifier(name)} AS ${kind === "number" ? "DOUBLE" : "VARCHAR"}) AS f${i}`),
		...segments.map(({ column, value }, i) => `(CAST(${quoteIdentifier(column)} AS VARCHAR) = ${quoteLiteral(value)})::DOUBLE AS s${i}`)
	];
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${table$1} AS SELECT ${selected.join(", ")} FROM ${view$1}
     WHERE ${day} >= DATE ${quoteLiteral(period.start)} AND ${day} < DATE ${quoteLiteral(period.end)}`);
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${distinct$1} AS
    SELECT *, row_number() OVER () - 1 AS code FROM (SELECT DISTINCT ${names.join(", ") || "1"} FROM ${table$1})`);
	const isSame = names.map((name) => `r.${name} IS NOT DISTINCT FROM c.${name}`).join(" AND ") || "true";
	await engine.query(`CREATE OR REPLACE TEMP VIEW ${coded} AS
    SELECT r.day, r.label, c.code${segments.map((_, i) => `, r.s${i}`).join("")} FROM ${table$1} AS r JOIN ${distinct$1} AS c ON ${isSame}`);
	const numbers = await engine.columns(coded, [
		"day",
		"label",
		"code",
		...segments.map((_, i) => `s${i}`)
	].map((name) => ({
		name,
		kind: "number"
	})));
	const found = await engine.columns(distinct$1, features.map(({ kind }, i) => ({
		name: `f${i}`,
		kind
	})));
	const [count] = await engine.query(`SELECT count(*) AS combinations FROM ${distinct$1}`);
	await engine.query(`DROP VIEW ${coded}; DROP TABLE ${distinct$1}; DROP TABLE ${table$1}; DROP VIEW ${view$1}`);
	const [days, labels, codes, ...within] = numbers.map((column) => column.kind === "number" ? column.values : new Float64Array());
	return {
		features: found.map((column, i) => ({
			...column,
			name: features[i].name
		})),
		combinations: Number(count?.combinations),
		codes: new Uint32Array(codes),
		days: toDates(days),
		...label === void 0 ? {} : { labels },
		segments: segments.map((segment, i) => ({
			segment,
			isWithin: within[i]
		}))
	};
}
/** Days since 1970 as a column of dates. */
function toDates(days) {
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (let row = 0; row < days.length; row++) {
		first = Math.min(first, days[row]);
		last = Math.max(last, days[row]);
	}
	const dictionary = [];
	for (let day = first; day <= last; day++) dictionary.push(addDays("1970-01-01", day));
	const codes = new Uint32Array(days.length);
	for (let row = 0; row < days.length; row++) codes[row] = days[row] - first;
	return {
		name: "day",
		kind: "string",
		codes,
		dictionary
	};
}
async function createView(engine, { sql, file, view: dataset, lookups = [] }, needed) {
	await assertSingleSelect(engine, {
		sql,
		file,
		tables: [dataset, ...await openLookups(engine, lookups, dataset)]
	});
	await engine.query(`CREATE OR REPLACE TEMP VIEW ${view$1} AS ${sql}`);
	await requireColumns(engine, view$1, needed, file);
}
const dayOf$1 = ({ day }) => `CAST(${quoteIdentifier(day)} AS DATE)`;
// packages/data/src/baseline/plain-rows.ts
/** A dataset's rows as they are, with no model's query. Throws `COLUMN_TYPE` where a column has a name of those that counting adds. The dataset's view must be there: `createDatasetView` makes it. */
function plainRows(dataset, { day, id, label, without }) {
	refuseReservedNames(dataset);
	const left = new Set((without ?? []).filter((name) => name !== day && name !== id && name !== label));
	const own = dataset.columns.filter(({ name }) => !left.has(name)).map(({ name }) => quoteIdentifier(name));
	const row = `${rowColumns.file} || '/' || ${rowColumns.row} AS tidemark_id`;
	return { features: {
		sql: `SELECT ${[...own, ...id === void 0 ? [row] : []].join(", ")} FROM ${quoteIdentifier(dataset.name)}`,
		file: "the files",
		view: dataset.name,
		columns: {
			id: id ?? "tidemark_id",
			...label === void 0 ? {} : { label }
		},
		day
	} };
}
function refuseReservedNames({ columns }) {
	const taken = columns.filter(({ name }) => /^tidemark_/i.test(name)).map(({ name }) => name);
	if (taken.length === 0) return;
	throw new TidemarkError("COLUMN_TYPE", `The data has a column named ${taken.join(", ").slice(0, 500)}`, { hint: "Names that begin with tidemark_ are added where rows are counted. Rename the column where the data is written." });
}
/**
* A dataset's own baseline over all its days, with texts as digests and no extremes, since nothing says that a column is public.
* Throws `DATA_EMPTY` where no row has a day, and as `buildBaseline` does.
*/
async function describeRows(engine, dataset, { model, ...rows }) {
	const data = plainRows(dataset, rows);
	const period = await readPeriod(engine, data.features);
	if (period === null) throw new TidemarkError("DATA_EMPTY", `No row has a ${rows.day}`, { hint: "Name the column with --day." });
	return buildBaseline(engine, data, {
		model,
		dataset: dataset.digest,
		period,
		publicColumns: []
	});
}
// packages/data/src/baseline/window.ts
/** Counts a window's rows by day on the baseline's edges. A column that is gone is left out; a window without rows has no days. */
async function profileWindow(engine, data, baseline, window) {
	const [profile] = await profileWindows(engine, data, baseline, [window]);
	return profile;
}
/** As `profileWindow`, for several windows of the same data in one scan. */
async function profileWindows(engine, data, baseline, windows) {
	const starts = windows.map(({ start }) => start).sort();
	const ends = windows.map(({ end }) => end).sort();
	if (starts[0] === void 0) return [];
	const period = {
		start: starts[0],
		end: ends.at(-1)
	};
	const table = await countDays(engine, data, planOf(baseline), {
		model: baseline.model,
		period
	});
	return windows.map((window) => toProfile(table, window));
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
		const unit = quality.unit === "percent" ? "percent" : "rows";
		if (bound !== void 0) return {
			operator,
			bound: typeof bound === "boolean" ? Number(bound) : bound,
			unit
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
/** A rule of one column that rejects the rows for which `violates` is true. */
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
// packages/data/src/contract/columns.ts
/**
* Which column each property is: its `physicalName` where the data has it, else its name. Throws `COLUMN_MISSING` with every
* property that the data has not.
*/
function resolveColumns(dataset, contract) {
	const names = new Set(dataset.columns.map(({ name }) => name));
	const found = new Map();
	const missing = [];
	for (const property of contract.object.properties) {
		const { name, physicalName = name } = property;
		const column = [physicalName, name].find((each) => names.has(each));
		if (column === void 0) missing.push(property);
		else found.set(name, column);
	}
	if (missing.length === 0) return found;
	throw new TidemarkError("COLUMN_MISSING", `${dataset.files[0]?.path ?? "The data"} lacks ${missing.map(({ name }) => name).join(", ").slice(0, 500)}`, {
		hint: `Add the column to the data or correct the contract. The data has: ${[...names].join(", ").slice(0, 500)}.`,
		problems: missing.slice(0, 100).map((property) => {
			const similar = [...names].find((name) => name.toLowerCase() === property.name.toLowerCase());
			const path = [
				"properties",
				contract.object.properties.indexOf(property),
				"name"
			];
			const message = `the data has no column "${property.name}"${similar === void 0 ? "" : `, but "${similar}"`}`;
			return {
				file: contract.file,
				...contract.locate(path),
				message
			};
		})
	});
}
// packages/data/src/contract/formats.ts
const ipv4 = "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
/** Regular expressions of the string formats that the standard names and that say something to check. */
const formatPatterns = {
	email: "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
	uuid: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
	uri: "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$",
	hostname: "^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
	ipv4: `^${ipv4}$`,
	ipv6: ipv6Pattern(),
	byte: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
};
/** Ranges of the integer formats, which are Rust's. */
const integerFormats = Object.fromEntries([
	8,
	16,
	32,
	64,
	128
].flatMap((bits) => [[`i${bits}`, [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]], [`u${bits}`, [0n, 2n ** BigInt(bits) - 1n]]]));
function ipv6Pattern() {
	const group = "[0-9A-Fa-f]{1,4}";
	const groups = (count) => count === 0 ? "" : count === 1 ? group : `${group}(?::${group}){${count - 1}}`;
	const upTo = (count) => count === 0 ? "" : `(?:${group}(?::${group}){0,${count - 1}})?`;
	const forms = [groups(8), `${groups(6)}:${ipv4}`];
	for (let left = 0; left <= 7; left++) {
		forms.push(`${groups(left)}::${upTo(7 - left)}`);
		if (left <= 5) forms.push(`${groups(left)}::(?:${group}:){0,${5 - left}}${ipv4}`);
	}
	return `^(?:${forms.join("|")})$`;
}
const dateTokens = {
	yyyy: "%Y",
	uuuu: "%Y",
	yy: "%y",
	MM: "%m",
	M: "%-m",
	MMM: "%b",
	MMMM: "%B",
	dd: "%d",
	d: "%-d",
	HH: "%H",
	H: "%-H",
	hh: "%I",
	h: "%-I",
	mm: "%M",
	ss: "%S",
	SSS: "%g",
	SSSSSS: "%f",
	a: "%p",
	XXX: "%z",
	xx: "%z",
	Z: "%z"
};
/** A JDK DateTimeFormatter pattern, which the standard asks for, as DuckDB's strptime reads it; undefined where it cannot. */
function strptimeFormat(format) {
	const parts = format.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
	if (parts.join("") !== format) return void 0;
	const translated = parts.map((part) => {
		if (part.startsWith("'")) return part === "''" ? "'" : part.slice(1, -1).replaceAll("''", "'").replaceAll("%", "%%");
		return /^[A-Za-z]/.test(part) ? dateTokens[part] : part.replaceAll("%", "%%");
	});
	return translated.includes(void 0) ? void 0 : translated.join("");
}
// packages/data/src/contract/compile-bounds.ts
/** Minimum and maximum, and their exclusive forms, as rules for rows. */
function compileBounds({ name, logicalType, logicalTypeOptions: options }, { type, column, path }) {
	const literal = (bound) => {
		if (typeof bound === "number") return `(${bound})`;
		const isMoment = type === "DATE" && /[T ]/.test(bound);
		return `CAST(${quoteLiteral(bound)} AS ${isMoment ? "TIMESTAMP" : type})`;
	};
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
/**
* A column of text whose dates are in the declared `format`: the rule that each can be read so, and the column as what is
* read. Undefined where the column holds dates already, or no format is declared.
*/
function readDates({ name, logicalType, logicalTypeOptions: options }, place) {
	const isDate = logicalType === "date" || logicalType === "timestamp" || logicalType === "time";
	const format = options?.format === void 0 ? void 0 : strptimeFormat(options.format);
	if (!isDate || format === void 0 || place.type !== "VARCHAR") return void 0;
	const read = `try_strptime(${place.column}, ${quoteLiteral(format)})`;
	const violates = `${place.column} IS NOT NULL AND ${read} IS NULL`;
	const rule = rowRule(name, "format", `is in the form ${options?.format}`, violates, [
		...place.path,
		"logicalTypeOptions",
		"format"
	]);
	const type = logicalType === "time" ? "TIME" : "TIMESTAMP";
	return {
		checks: [rule],
		place: {
			...place,
			type,
			column: type === "TIME" ? `CAST(${read} AS TIME)` : read
		}
	};
}
// packages/data/src/contract/nested-types.ts
/** The fields of a STRUCT, as DuckDB writes its type; null for other types. */
function structFields(type) {
	const inner = /^STRUCT\((.*)\)$/s.exec(type)?.[1];
	if (inner === void 0) return null;
	return splitAtCommas(inner).map((field) => {
		const quoted = /^"((?:[^"]|"")*)" (.*)$/s.exec(field);
		if (quoted) return {
			name: quoted[1].replaceAll("\"\"", "\""),
			type: quoted[2]
		};
		const space = field.indexOf(" ");
		return {
			name: field.slice(0, space),
			type: field.slice(space + 1)
		};
	});
}
/** The type of what a list or an array holds; null for other types. */
function itemType(type) {
	return /^(.*)\[\d*\]$/s.exec(type)?.[1] ?? null;
}
/** At commas outside of brackets and quotes. */
function splitAtCommas(text) {
	const parts = [];
	let [start, depth] = [0, 0];
	let quote = "";
	for (let i = 0; i < text.length; i++) {
		const character = text[i];
		if (quote !== "") {
			if (character === quote) quote = "";
		} else if (character === "\"" || character === "'") quote = character;
		else if (character === "(") depth++;
		else if (character === ")") depth--;
		else if (character === "," && depth === 0) {
			parts.push(text.slice(start, i).trim());
			start = i + 1;
		}
	}
	parts.push(text.slice(start).trim());
	return parts;
}
// packages/data/src/contract/compile-nested.ts
/** The checks of what is inside a value: an object's properties and an array's items, to any depth. */
async function compileNested(property, place) {
	const { name, logicalType, properties, items } = property;
	if (logicalType === "object" && properties !== void 0) return compileFields(name, properties, place);
	return logicalType === "array" && items !== void 0 ? compileItems(name, items, place) : [];
}
async function compileFields(name, properties, place) {
	const fields = structFields(place.type);
	const checks = [];
	for (const [i, property] of properties.entries()) {
		const own = {
			...property,
			name: `${name}.${property.name}`
		};
		const path = [
			...place.path,
			"properties",
			i
		];
		if (fields === null) {
			checks.push(untestable$1(own, place.type, path));
			continue;
		}
		const field = [property.physicalName, property.name].flatMap((wanted) => fields.find((each) => each.name === wanted) ?? [])[0];
		if (field === void 0) {
			checks.push(absent(own, place, path));
			continue;
		}
		const column = `struct_extract(${place.column}, ${quoteLiteral(field.name)})`;
		checks.push(...await compileProperty(own, {
			...place,
			type: field.type,
			column,
			path,
			within: place.column
		}));
	}
	return checks;
}
/** A row breaks an item's rule when one of its items does. */
async function compileItems(name, items, place) {
	const type = itemType(place.type);
	const property = {
		...items,
		name: `${name}[]`
	};
	const path = [...place.path, "items"];
	if (type === null) return [untestable$1(property, place.type, path)];
	const depth = (place.depth ?? 0) + 1;
	const item = `tidemark_item_${depth}`;
	const list = `CAST(${place.column} AS ${type}[])`;
	const from = `(SELECT unnest(${list}) AS ${item} FROM ${place.from})`;
	return (await compileProperty(property, {
		...place,
		type,
		column: item,
		path,
		depth,
		from
	})).flatMap((check) => {
		if (check.type === "settled") return [check];
		if (check.type !== "row") return [];
		return [{
			...check,
			violates: `len(list_filter(${list}, lambda ${item}: ${check.violates})) > 0`
		}];
	});
}
/** JSON files give no field that no row has: as good as a column of NULLs. */
function absent({ name, required }, { column }, path) {
	if (required) return rowRule(name, "required", "is set", `${column} IS NOT NULL`, [...path, "required"]);
	return settled(name, path, {
		verdict: "pass",
		observed: "no row has it"
	});
}
const untestable$1 = ({ name }, type, path) => settled(name, path, {
	verdict: "inconclusive",
	observed: `not testable in ${type.slice(0, 100)}`
});
function settled(name, path, found) {
	return {
		type: "settled",
		id: `${name}.logicalType`,
		column: name,
		kind: "logicalType",
		description: `${name} is as its type says`,
		severity: "error",
		expected: "a value of its type",
		path: [...path, "logicalType"],
		...found
	};
}
// packages/data/src/contract/compile-options.ts
/** Rules for rows from the options of numbers, arrays and objects; bounds and texts have files of their own. */
function compileOptions(property, place) {
	const { name, logicalType, logicalTypeOptions: options } = property;
	if (options === void 0) return [];
	const { column, type, path } = place;
	const rules = [];
	const add = (key, expected, violates) => rules.push(rowRule(name, key, expected, violates, [
		...path,
		"logicalTypeOptions",
		key
	]));
	const { multipleOf, format, minItems, maxItems, uniqueItems, minProperties, maxProperties, required } = options;
	if (multipleOf !== void 0) add("multipleOf", `is a multiple of ${multipleOf}`, isNoMultiple(column, type, multipleOf));
	const range = logicalType === "integer" && format !== void 0 ? integerFormats[format] : void 0;
	if (range !== void 0) {
		const [low, high] = range.map((bound) => isFloat(type) ? `${bound}::DOUBLE` : `${bound}::HUGEINT`);
		if (!format?.endsWith("128")) add("format", `fits ${format}`, `NOT (${column} BETWEEN ${low} AND ${high})`);
		else if (format === "u128") add("format", `fits ${format}`, `${column} < 0`);
	}
	if (minItems !== void 0) add("minItems", `has at least ${minItems} items`, `len(${column}) < ${minItems}`);
	if (maxItems !== void 0) add("maxItems", `has at most ${maxItems} items`, `len(${column}) > ${maxItems}`);
	if (uniqueItems === true) add("uniqueItems", "has no item twice", `len(list_distinct(${column})) + least(1, ${`(len(${column}) - list_count(${column}))`}) < len(${column})`);
	const json = `to_json(${column})`;
	const set = `len(list_filter(json_keys(${json}), lambda k: json_type(${json}, '/' || replace(replace(k, '~', '~0'), '/', '~1')) <> 'NULL'))`;
	if (minProperties !== void 0) add("minProperties", `has at least ${minProperties} properties`, `${column} IS NOT NULL AND ${set} < ${minProperties}`);
	if (maxProperties !== void 0) add("maxProperties", `has at most ${maxProperties} properties`, `${column} IS NOT NULL AND ${set} > ${maxProperties}`);
	if (required !== void 0) {
		const absent = required.map((key) => `coalesce(json_type(${json}, ${quoteLiteral(pointer(key))}), 'NULL') = 'NULL'`);
		add("required", `has ${required.join(", ")}`, `${column} IS NOT NULL AND (${absent.join(" OR ")})`);
	}
	return rules;
}
function isNoMultiple(column, type, of) {
	if (!isFloat(type) && Number.isInteger(of)) return `${column} % ${of} <> 0`;
	const quotient = `(${column}::DOUBLE / ${of})`;
	return `isfinite(${column}::DOUBLE) AND abs(${quotient} - round(${quotient})) > 1e-9 * greatest(1, abs(${quotient}))`;
}
function pointer(key) {
	return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
// packages/data/src/contract/drift-rules.ts
const Effect = number().gt(0).lt(1);
/** What a quality rule of `type: custom, engine: tidemark` says under `implementation`. */
const DriftSettings = strictObject({
	check: literal("drift"),
	/** The committed baseline that is compared with, below the repository's root, where no monitor has one. */
	baseline: RelativePath.optional(),
	/** The property with a row's day, where there is a baseline; left out, the object's only date or timestamp. */
	day: string().min(1).max(1e3).optional(),
	/** Effects, between 0 and 1, that a lower bound must reach. */
	warn: Effect.optional(),
	fail: Effect.optional(),
	/** Fails the dataset alone. */
	critical: boolean().optional(),
	/** Importance among the columns. */
	weight: number().min(0).max(1e3).optional(),
	/** Drift above this effect is to be ruled out. */
	delta: Effect.optional()
});
const settings = Object.keys(DriftSettings.shape);
const DriftImplementation = DriftSettings.refine(({ warn = 0, fail = 1 }) => warn <= fail, {
	message: "expected warn below fail",
	path: ["warn"]
}).refine(({ warn, fail = 1, delta = 0 }) => delta <= (warn ?? fail), {
	message: "expected delta below warn",
	path: ["delta"]
});
function isDriftRule({ type, engine }) {
	return type === "custom" && engine?.toLowerCase() === "tidemark";
}
/** The drift rules of an object, in the order in which they are written. */
function listDriftRules(object) {
	const rule = (quality, path, column) => {
		if (!isDriftRule(quality)) return [];
		const { check, ...settings } = DriftImplementation.parse(quality.implementation);
		const id = quality.id ?? quality.name ?? `${column ?? object.name}.${check}`;
		return [{
			...settings,
			id,
			severity: quality.severity,
			path,
			...column === void 0 ? {} : { column }
		}];
	};
	return [...object.properties.flatMap(({ name, quality }, i) => quality.flatMap((each, q) => rule(each, [
		"properties",
		i,
		"quality",
		q
	], name))), ...object.quality.flatMap((each, q) => rule(each, ["quality", q]))];
}
/** What is wrong with an object's drift rules, below the object. */
function findDriftRuleProblems(object) {
	const found = [...object.properties.flatMap(({ quality }, i) => problemsOf(quality, ["properties", i], true)), ...problemsOf(object.quality, [], false)];
	if (found.length > 0) return found;
	const rules = listDriftRules(object);
	const problems = (key) => {
		const [first] = rules.flatMap((rule) => rule[key] ?? []);
		return rules.flatMap((rule) => {
			const path = [
				...rule.path,
				"implementation",
				key
			];
			if (rule[key] === void 0 || rule[key] === first) return [];
			return [{
				path,
				message: `the rules of one object name one ${key}, and another one says ${JSON.stringify(first)}`
			}];
		});
	};
	const unknown = rules.flatMap(({ day, path }) => day === void 0 || object.properties.some(({ name }) => name === day) ? [] : [{
		path: [
			...path,
			"implementation",
			"day"
		],
		message: `no property is named ${JSON.stringify(day)}`
	}]);
	const based = rules.find(({ baseline }) => baseline !== void 0);
	const undated = based !== void 0 && dayOfRules(object, rules) === void 0 ? [{
		path: [...based.path, "implementation"],
		message: "expected day, the property with a row’s day, since not just one property is a date or timestamp"
	}] : [];
	return [
		...problems("baseline"),
		...problems("day"),
		...unknown,
		...undated
	];
}
/** The property with a row's day: the one that a rule names, else the object's only date or timestamp. */
function dayOfRules({ properties }, rules) {
	const [named] = rules.flatMap(({ day }) => day ?? []);
	if (named !== void 0) return named;
	const [only, second] = properties.filter(({ logicalType }) => logicalType === "date" || logicalType === "timestamp");
	return second === void 0 ? only?.name : void 0;
}
function problemsOf(all, place, isProperty) {
	let rules = 0;
	return all.flatMap((quality, q) => {
		if (!isDriftRule(quality)) return [];
		const path = [
			...place,
			"quality",
			q
		];
		if (++rules > 1) return [{
			path,
			message: "a second drift rule; write warn, fail and the rest into one"
		}];
		const { data, error } = DriftImplementation.safeParse(quality.implementation);
		return [...["critical", "weight"].filter((key) => !isProperty && data?.[key] !== void 0).map((key) => ({
			path: [
				...path,
				"implementation",
				key
			],
			message: `${key} belongs to a property`
		})), ...(error?.issues ?? []).flatMap((issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({
			path: [
				...path,
				"implementation",
				key
			],
			message: `${JSON.stringify(key)} is no setting of a drift rule; there are ${settings.join(", ")}`
		})) : [{
			path: [
				...path,
				"implementation",
				...issue.path
			],
			message: issue.message.replace(/^Invalid input: /, "")
		}])];
	});
}
// packages/data/src/contract/compile-quality.ts
const isNested$1 = ({ within, depth }) => within !== void 0 || depth !== void 0;
/** The quality rules of one property as checks on its column; rules for drift are judged elsewhere. */
async function compileQuality(property, place) {
	const checks = [];
	for (const [i, quality] of property.quality.entries()) {
		if (isDriftRule(quality)) continue;
		checks.push(await compileOne$1(quality, property.name, {
			...place,
			path: [
				...place.path,
				"quality",
				i
			]
		}));
	}
	return checks;
}
async function compileOne$1(quality, name, place) {
	const { type, column, columns, path, mismatch } = place;
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
	if (place.depth !== void 0 || isNested$1(place) && quality.metric === "duplicateValues") return unanswered(head, describeJudge(judge, quality.metric === "duplicateValues" ? "duplicates" : "rows"));
	const names = [...new Set([name, ...quality.arguments?.properties ?? []])];
	if (quality.metric === "duplicateValues") {
		const of = names.map((each) => columns.get(each) ?? each);
		return {
			...head,
			type: "duplicates",
			columns: of,
			judge,
			expected: describeJudge(judge, "duplicates")
		};
	}
	const counts = await countedRows(quality, type, column, (text, pattern) => mismatch(text, pattern, place));
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
/** Numbers are compared as numbers, NaN by its name, which YAML has no number for; anything else by its text, so that a value of another type never matches by accident. */
function isAmong(column, type, items) {
	const isNumber = isNumeric(type);
	if (isFloat(type) && items.some((item) => String(item).toLowerCase() === "nan")) return `(isnan(${column}) OR ${isAmong(column, type, items.filter((item) => String(item).toLowerCase() !== "nan"))})`;
	const usable = items.filter((item) => !isNumber || typeof item === "number");
	if (usable.length === 0) return "false";
	if (isNumber) return `${column} IN (${usable.join(", ")})`;
	return `CAST(${column} AS VARCHAR) IN (${usable.map((item) => quoteLiteral(String(item))).join(", ")})`;
}
/** A rule for people, or for another engine: shown, and never counted as passed. */
function notEvaluated(head, quality) {
	const rule = quality.type === "text" ? "a rule in words" : `a rule for ${quality.engine ?? "another engine"}`;
	return {
		...head,
		type: "settled",
		severity: "warning",
		verdict: "inconclusive",
		expected: "read by people",
		observed: `not evaluated: ${rule}`
	};
}
/** A metric of what is inside a value: asked for as any other, and never counted as passed. */
const unanswered = (head, expected) => ({
	...head,
	type: "settled",
	verdict: "inconclusive",
	expected,
	observed: "not evaluated of what is inside a value"
});
// packages/data/src/contract/compile-property.ts
/** The checks of one property on its column. On a column of the wrong type the others are inconclusive. */
async function compileProperty(property, place) {
	const dates = readDates(property, place);
	const typeCheck = checkType(property, place, dates !== void 0);
	const checks = [
		...compileRequired(property, place),
		...compileForm(property, place),
		...dates?.checks ?? [],
		...compileBounds(property, dates?.place ?? place),
		...compileOptions(property, place),
		...await compileText(property, place),
		...await compileQuality(property, place),
		...await compileNested(property, place)
	];
	if (typeCheck?.verdict !== "fail") return typeCheck === void 0 ? checks : [typeCheck, ...checks];
	return [typeCheck, ...checks.map((check) => untestable(check, place.type))];
}
const accepted$1 = {
	string: /^(VARCHAR|UUID|ENUM\(.*)$/s,
	boolean: /^BOOLEAN$/,
	date: /^(DATE|TIMESTAMP.*)$/,
	timestamp: /^(TIMESTAMP.*|DATE)$/,
	time: /^TIME(?!STAMP)/,
	object: /^(STRUCT|MAP|JSON).*$/s,
	array: /.*\]$/s
};
function isOfType(type, logicalType) {
	return logicalType === "number" || logicalType === "integer" ? isNumeric(type) : accepted$1[logicalType].test(type);
}
function checkType({ name, logicalType }, { type, path }, isReadByFormat) {
	if (logicalType === void 0) return void 0;
	return {
		type: "settled",
		id: `${name}.logicalType`,
		column: name,
		kind: "logicalType",
		description: `${name} is ${/^[aio]/.test(logicalType) ? "an" : "a"} ${logicalType}`,
		severity: "error",
		expected: logicalType,
		observed: type,
		verdict: isReadByFormat || isOfType(type, logicalType) ? "pass" : "fail",
		path: [...path, "logicalType"]
	};
}
function compileRequired({ name, required, unique, primaryKey }, place) {
	const { column, columns, path, within } = place;
	const checks = [];
	if (required || primaryKey) {
		const isThere = within === void 0 ? "" : `${within} IS NOT NULL AND `;
		const key = required ? "required" : "primaryKey";
		checks.push(rowRule(name, "required", "is set", `${isThere}${column} IS NULL`, [...path, key]));
	}
	if (unique && !isNested$1(place)) checks.push({
		type: "duplicates",
		id: `${name}.unique`,
		column: name,
		kind: "unique",
		description: `${name} is unique`,
		severity: "error",
		columns: [columns.get(name) ?? name],
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
function compileForm({ name, logicalType, logicalTypeOptions }, { type, column, path }) {
	if (/^(DATE|TIMESTAMP.*)$/.test(type) && (logicalType === "date" || logicalType === "timestamp")) {
		const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = logicalTypeOptions ?? {};
		if ((minimum ?? exclusiveMinimum) !== void 0 && (maximum ?? exclusiveMaximum) !== void 0) return [];
		return [rowRule(name, "finite", "is a time, not infinity", `NOT isfinite(${column})`, [...path, "logicalType"])];
	}
	if (logicalType !== "number" && logicalType !== "integer") return [];
	const rules = [];
	if (isFloat(type)) rules.push(rowRule(name, "finite", "is a finite number", `NOT isfinite(${column})`, [...path, "logicalType"]));
	if (logicalType === "integer" && (isFloat(type) || type.startsWith("DECIMAL"))) {
		const violates = isFloat(type) ? `isfinite(${column}) AND ${column} <> trunc(${column})` : `${column} <> trunc(${column})`;
		rules.push(rowRule(name, "integer", "is a whole number", violates, [...path, "logicalType"]));
	}
	return rules;
}
async function compileText({ name, logicalType, logicalTypeOptions: options }, place) {
	const { column, path, mismatch } = place;
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
	if (pattern !== void 0) rules.push(rowRule(name, "pattern", `matches ${pattern}`, await mismatch(text, pattern, place), at("pattern")));
	const formatPattern = Object.hasOwn(formatPatterns, format ?? "") ? formatPatterns[format ?? ""] : void 0;
	if (formatPattern !== void 0) rules.push(rowRule(name, "format", `is in ${format} form`, await mismatch(text, formatPattern, place), at("format")));
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
// packages/data/src/contract/mismatches.ts
const longestMs$1 = 5e3;
const batch = 1e3;
/**
* The texts that an ECMA-262 expression does not find anything in. A pattern that backtracks without end is stopped: throws
* `CONTRACT_INVALID`.
*/
async function findMismatches(texts, pattern) {
	const { createContext, Script } = await import("node:vm");
	const context = createContext(Object.assign(Object.create(null), { pattern }));
	new Script("expression = new RegExp(pattern, 'u')").runInContext(context);
	const script = new Script("texts.map((text) => expression.test(text))");
	const refused = [];
	const end = performance.now() + longestMs$1;
	for (let i = 0; i < texts.length; i += batch) {
		const part = texts.slice(i, i + batch);
		context.texts = part;
		const found = run(() => script.runInContext(context, { timeout: Math.max(1, Math.ceil(end - performance.now())) }));
		if (found === void 0) throw new TidemarkError("CONTRACT_INVALID", `The pattern ${pattern} takes more than ${longestMs$1 / 1e3} s to try`, {
			hint: "Write it without nested repetition such as (a+)+, so that it needs no backtracking.",
			problems: [{ message: `stopped at the text ${i + 1} of ${texts.length}, or up to ${batch} later` }]
		});
		refused.push(...part.filter((_, at) => !found[at]));
	}
	return refused;
}
function run(work) {
	try {
		return work();
	} catch (error) {
		if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return void 0;
		throw error;
	}
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
/**
* Whether a shared pattern matches whole texts or nothing, `^…$` without alternatives: DuckDB then decides five times as fast by
* `regexp_full_match`. Others may do so too; false is always right.
*/
function isWholePattern(pattern) {
	return /^\^[^|]*(?<!\\)\$$/.test(pattern);
}
// packages/data/src/contract/compile.ts
const compiled = new WeakMap();
/**
* A contract as checks on a dataset's columns. Row rules (type options, `required`) reject rows; quality metrics judge the
* whole. Throws `COLUMN_MISSING` with every column that the contract has and the data has not.
*/
function compileContract(engine, dataset, contract) {
	const known = compiled.get(dataset) ?? new WeakMap();
	compiled.set(dataset, known);
	const made = known.get(contract) ?? compile(engine, dataset, contract);
	known.set(contract, made);
	return made;
}
async function compile(engine, dataset, contract) {
	const columns = resolveColumns(dataset, contract);
	const types = new Map(dataset.columns.map(({ name, type }) => [name, type]));
	const mismatch = mismatchIn(engine, dataset);
	const checks = [];
	for (const [i, property] of contract.object.properties.entries()) {
		const column = columns.get(property.name) ?? property.name;
		checks.push(...await compileProperty(property, {
			type: types.get(column) ?? "",
			column: quoteIdentifier(column),
			columns,
			path: ["properties", i],
			mismatch,
			from: dataset.rawView
		}));
	}
	checks.push(...compileKey(contract, columns), ...compileObjectQuality(contract, columns));
	checks.push(...compileRelationships(contract, columns));
	const rowRules = checks.filter((check) => check.type === "row" && check.severity === "error");
	return {
		checks: uniqueIds(checks),
		rejects: rowRules.map(({ violates }) => `(${violates})`).join(" OR ") || "false"
	};
}
const largestReadInJs = 1e6;
/** A list's items are looked at by a function that reads no table: refused texts stand in it. */
const mostInList = 1e4;
let tables = 0;
/** RE2 where it reads the pattern as ECMA-262 does, else the distinct texts that JavaScript refuses, kept in a table. */
function mismatchIn(engine, dataset) {
	return async (column, pattern, { from, depth }) => {
		if (isSharedPattern(pattern)) return `NOT ${isWholePattern(pattern) ? "regexp_full_match" : "regexp_matches"}(${column}, ${quoteLiteral(pattern)})`;
		const rows = await engine.query(`SELECT DISTINCT ${column} AS item FROM ${from} WHERE ${column} IS NOT NULL LIMIT 1000001`);
		if (rows.length > largestReadInJs) throw tooMany(pattern, largestReadInJs);
		const refused = await findMismatches(rows.map((row) => String(row.item)), pattern);
		if (depth !== void 0) {
			if (refused.length > mostInList) throw tooMany(pattern, mostInList);
			return refused.length === 0 ? "false" : `${column} IN (${refused.map(textLiteral).join(", ")})`;
		}
		const table = `tidemark.${quoteIdentifier(`mismatch_${dataset.name}_${tables++}`)}`;
		await engine.query(`CREATE OR REPLACE TABLE ${table} (item VARCHAR)`);
		for (let i = 0; i < refused.length; i += 1e3) await engine.query(`INSERT INTO ${table} VALUES ${refused.slice(i, i + 1e3).map((item) => `(${textLiteral(item)})`).join(", ")}`);
		return `${column} IN (SELECT item FROM ${table})`;
	};
}
const tooMany = (pattern, most) => new TidemarkError("CONTRACT_INVALID", `The pattern ${pattern} must be tried on more than ${most} different texts`, { hint: "Write the pattern without look-around, \\s, \".\" and negated classes, so that the engine can evaluate it." });
function textLiteral(text) {
	return text.split("\0").map(quoteLiteral).join(" || chr(0) || ");
}
function compileKey({ object }, columns) {
	const keys = object.properties.filter(({ primaryKey }) => primaryKey).toSorted((a, b) => (a.primaryKeyPosition ?? 0) - (b.primaryKeyPosition ?? 0));
	if (keys.length === 0) return [];
	const names = keys.map(({ name }) => name);
	return [{
		type: "duplicates",
		id: `${names.join("+")}.primaryKey`,
		kind: "primaryKey",
		description: `${names.join(", ")} identif${names.length === 1 ? "ies" : "y"} a row`,
		severity: "error",
		columns: names.map((name) => columns.get(name) ?? name),
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
function compileObjectQuality({ object }, columns) {
	return object.quality.flatMap((quality, i) => isDriftRule(quality) ? [] : [compileOne(quality, object.name, columns, ["quality", i])]);
}
function compileRelationships({ relationships }, columns) {
	return relationships.map(({ id, columns: names, target, to, path }) => {
		const head = {
			id,
			kind: "foreignKey",
			description: `${names.join(", ")} refers to ${to}`,
			expected: "a row that is referred to",
			path,
			...names.length === 1 ? { column: names[0] } : {}
		};
		if (target === void 0) {
			const observed = "not evaluated: it leads out of this contract";
			return {
				...head,
				type: "settled",
				severity: "warning",
				verdict: "inconclusive",
				observed
			};
		}
		return {
			...head,
			type: "reference",
			severity: "error",
			columns: names.map((name) => columns.get(name) ?? name),
			target
		};
	});
}
function compileOne(quality, objectName, names, path) {
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
		const columns = (quality.arguments?.properties ?? []).map((name) => names.get(name) ?? name);
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
// packages/data/src/contract/references.ts
/**
* The relationships of one schema object, references resolved: `customers.id` by names, or `schema/<id>/properties/<id>`
* by ids. What names nothing, or does not fit together, is in `problems`.
*/
function resolveRelationships(document, object) {
	const relationships = [];
	const problems = [];
	const add = (from, to, path) => {
		const references = typeof to === "string" ? [to] : to;
		const resolved = references.map((reference) => resolveReference(document, reference));
		const unknown = references.filter((_, i) => resolved[i] === null);
		if (unknown.length > 0) {
			problems.push({
				path: [...path, "to"],
				message: `nothing is named ${unknown.map((one) => `"${one}"`).join(", ")}`
			});
			return;
		}
		if (from.length !== references.length) {
			problems.push({
				path,
				message: `${from.length} properties cannot refer to ${references.length}`
			});
			return;
		}
		const targets = resolved;
		const objects = new Set(targets.map((target) => target === "elsewhere" ? "elsewhere" : target.object));
		if (objects.size > 1) {
			problems.push({
				path: [...path, "to"],
				message: "the properties referred to belong to several objects"
			});
			return;
		}
		const columns = targets.flatMap((target) => target === "elsewhere" ? [] : [target.column]);
		const [owner] = objects;
		relationships.push({
			id: `${from.join("+")}.foreignKey`,
			columns: from,
			target: columns.length === 0 || owner === void 0 ? void 0 : {
				object: owner,
				columns
			},
			to: references.join(", "),
			path
		});
	};
	for (const [i, property] of object.properties.entries()) for (const [r, { to }] of property.relationships.entries()) add([property.name], to, [
		"properties",
		i,
		"relationships",
		r
	]);
	for (const [r, { from, to }] of object.relationships.entries()) {
		const path = ["relationships", r];
		if (Array.isArray(from) !== Array.isArray(to)) {
			problems.push({
				path,
				message: "from and to are both one reference, or both a list"
			});
			continue;
		}
		const own = (typeof from === "string" ? [from] : from).map((reference) => resolveReference(document, reference));
		const columns = own.flatMap((one) => one !== null && one !== "elsewhere" && one.object === object.name ? [one.column] : []);
		if (columns.length < own.length) problems.push({
			path: [...path, "from"],
			message: `expected properties of ${object.name}`
		});
		else add(columns, to, path);
	}
	return {
		relationships,
		problems
	};
}
/** An object and its property, `elsewhere` for what this contract does not hold, null for what it should hold and does not. */
function resolveReference(document, reference) {
	if (/^[^/]*\.ya?ml#|^https?:|#/.test(reference)) return "elsewhere";
	const qualified = /^\/?schema\/([^/]+)\/properties\/([^/]+)(\/.*)?$/.exec(reference);
	const [objectName, columnName, deeper] = qualified ? qualified.slice(1) : splitShorthand(reference);
	const by = (name) => (each) => qualified && each.id === name || each.name === name;
	const object = document.schema.find(by(objectName));
	const property = object?.properties.find(by(columnName));
	if (!object) return "elsewhere";
	if (!property) return null;
	return deeper === void 0 ? {
		object: object.name,
		column: property.name
	} : "elsewhere";
}
function splitShorthand(reference) {
	const [object, column, ...deeper] = reference.split(".");
	return [
		object,
		column,
		deeper.length === 0 ? void 0 : deeper.join(".")
	];
}
// packages/data/src/contract/sla.ts
const freshnessWords = [
	"freshness",
	"latency",
	"ly"
];
const unitMs = [
	[/^(s|sec|secs|second|seconds)$/, 1e3],
	[/^(m|min|mins|minute|minutes)$/, 6e4],
	[/^(h|hr|hrs|hour|hours)$/, 36e5],
	[/^(d|day|days)$/, 864e5],
	[/^(w|wk|week|weeks)$/, 6048e5]
];
/**
* The service levels that data can be judged by: how old the newest value of a column is. The others (availability,
* retention, support) are promises about a service and are listed in `notEvaluated`.
*/
function resolveFreshness(document) {
	const rules = [];
	const notEvaluated = [];
	const problems = [];
	for (const [i, sla] of document.slaProperties.entries()) {
		const path = ["slaProperties", i];
		const elements = elementsOf(sla, document);
		if (!freshnessWords.includes(sla.property.toLowerCase()) || elements.length === 0) {
			notEvaluated.push(`slaProperties.${sla.property}`);
			continue;
		}
		const maxAgeMs = ageOf(sla);
		if (maxAgeMs === void 0) {
			const found = `${JSON.stringify(sla.value)} ${sla.unit ?? ""}`.trim();
			problems.push({
				path,
				message: `expected a number and a unit such as min, h, d or w, found ${found}`
			});
			continue;
		}
		for (const element of elements) {
			const found = resolveReference(document, element);
			if (found === "elsewhere") {
				notEvaluated.push(`slaProperties.${sla.property} of ${element}`);
				continue;
			}
			if (found === null) {
				problems.push({
					path: [...path, "element"],
					message: `nothing is named ${JSON.stringify(element)}`
				});
				continue;
			}
			const { object, column } = found;
			rules.push({
				id: `${column}.freshness`,
				object,
				column,
				maxAgeMs,
				limit: `${sla.value} ${sla.unit}`,
				path
			});
		}
	}
	return {
		rules,
		notEvaluated,
		problems
	};
}
/** Some 30,000 years: what a time can still be set back by. */
const longestMs = 0x38d7ea4c68000;
function ageOf({ value, unit }) {
	const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
	const scale = unitMs.find(([words]) => words.test((unit ?? "").trim().toLowerCase()))?.[1];
	if (typeof amount !== "number" || !(amount > 0) || scale === void 0 || amount * scale > longestMs) return void 0;
	return amount * scale;
}
/** `object.column`, or the column alone where the contract has one object. */
function elementsOf(sla, { slaDefaultElement, schema }) {
	const text = sla.element ?? slaDefaultElement ?? "";
	const [only, second] = schema;
	if (text.trim() === "") return [];
	return text.split(",").map((part) => {
		const element = part.trim();
		return second === void 0 && only?.properties.some(({ name }) => name === element) ? `schema/${only?.name}/properties/${element}` : element;
	});
}
// packages/data/src/contract/change/change.ts
function change(effect, subject, path, reason) {
	return {
		effect,
		subject,
		path,
		reason
	};
}
/** Items that are gone break a promise, new ones make one. */
function compareLists(old, now, about) {
	const { name, path, noun, describe } = about;
	const [oldWords, newWords] = [old.map(describe), now.map(describe)];
	return [...oldWords.filter((word) => !newWords.includes(word)).map((word) => change("breaking", name, path, `the ${noun} ${word} is gone`)), ...newWords.filter((word) => !oldWords.includes(word)).map((word) => change("compatible", name, path, `the ${noun} ${word} is new`))];
}
// packages/data/src/contract/change/compare-options.ts
/** What changes about the values that a column may hold. */
function compareOptions(before, after, subject, path) {
	const [old, now] = [before.logicalTypeOptions ?? {}, after.logicalTypeOptions ?? {}];
	const changes = [];
	const add = (isLooser, key, reason) => changes.push(change(isLooser ? "breaking" : "compatible", subject, [...path, key], reason));
	for (const side of ["minimum", "maximum"]) {
		const [a, b] = [boundOf(old, side), boundOf(now, side)];
		if (describeBound(a) === describeBound(b)) continue;
		add(!isWithin(b, a, side), side, `the ${side} was ${describeBound(a)}, is ${describeBound(b)}`);
	}
	for (const key of [
		"minLength",
		"minItems",
		"minProperties",
		"maxLength",
		"maxItems",
		"maxProperties"
	]) {
		const [a, b] = [old[key], now[key]];
		if (a === b) continue;
		add(a !== void 0 && (b === void 0 || (key.startsWith("min") ? b < a : b > a)), key, `${key} was ${a ?? "open"}, is ${b ?? "open"}`);
	}
	for (const key of ["pattern", "format"]) {
		const [a, b] = [old[key], now[key]];
		if (a === b) continue;
		add(a !== void 0, key, `the ${key} was ${a ?? "open"}, is ${b ?? "open"}${a !== void 0 && b !== void 0 ? ", which cannot be shown to allow no more" : ""}`);
	}
	if (old.multipleOf !== now.multipleOf) {
		const [a, b] = [old.multipleOf, now.multipleOf];
		add(a !== void 0 && (b === void 0 || Math.abs(b / a - Math.round(b / a)) > 1e-9), "multipleOf", `multipleOf was ${a ?? "open"}, is ${b ?? "open"}`);
	}
	if ((old.uniqueItems ?? false) !== (now.uniqueItems ?? false)) add(old.uniqueItems === true, "uniqueItems", now.uniqueItems ? "items are unique now" : "items may repeat now");
	const gone = (old.required ?? []).filter((name) => !now.required?.includes(name));
	const come = (now.required ?? []).filter((name) => !old.required?.includes(name));
	if (gone.length > 0) add(true, "required", `${gone.join(", ")} may be absent now`);
	if (come.length > 0) add(false, "required", `${come.join(", ")} is always there now`);
	return changes;
}
/** The bound that holds, of a bound and its exclusive form, which JSON Schema has in two spellings. */
function boundOf(options, side) {
	const exclusive = options[side === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"];
	const plain = options[side];
	const limits = [];
	if (plain !== void 0) limits.push({
		value: plain,
		isExclusive: exclusive === true
	});
	if (exclusive !== void 0 && typeof exclusive !== "boolean") limits.push({
		value: exclusive,
		isExclusive: true
	});
	return limits.reduce((tightest, each) => isWithin(each, tightest, side) ? each : tightest, void 0);
}
/** Whether a bound rules out at least what another does. */
function isWithin(a, b, side) {
	if (b === void 0) return true;
	if (a === void 0) return false;
	const [x, y] = [orderOf(a.value), orderOf(b.value)];
	if (x === y) return a.isExclusive || !b.isExclusive;
	return side === "minimum" ? x > y : x < y;
}
function orderOf(value) {
	if (typeof value === "number") return value;
	return Date.parse(/^\d{2}:/.test(value) ? `1970-01-01T${value}Z` : value.includes("T") && !/(Z|[+-]\d{2}:?\d{0,2})$/.test(value) ? `${value}Z` : value);
}
function describeBound(limit) {
	return limit === void 0 ? "open" : `${limit.value}${limit.isExclusive ? " (excluded)" : ""}`;
}
// packages/data/src/contract/change/compare-quality.ts
/** What changes about quality rules. Rules are the same by id, else by name, else by what they measure. */
function compareQuality(subject, before, after, path) {
	const [old, now] = [keyed(before), keyed(after)];
	const changes = [];
	for (const [key, { rule }] of old) {
		const next = now.get(key);
		if (next !== void 0) changes.push(...compareRule(subject, rule, next.rule, [...path, next.index]));
		else changes.push(change(isPromise(rule) ? "breaking" : "compatible", subject, path, `the rule ${key} is gone`));
	}
	for (const [key, { index }] of now) if (!old.has(key)) changes.push(change("compatible", subject, [...path, index], `the rule ${key} is new`));
	return changes;
}
/** Warnings, words and rules for other tools promise nothing that a validation holds anyone to. */
function isPromise(rule) {
	return rule.severity === "error" && (rule.type === "library" || rule.type === "sql");
}
function keyed(rules) {
	const found = new Map();
	for (const [index, rule] of rules.entries()) {
		const kind = rule.type === "library" ? rule.metric ?? "" : isDriftRule(rule) ? "drift" : rule.type;
		let key = rule.id ?? rule.name ?? kind;
		for (let use = 2; found.has(key); use++) key = `${rule.id ?? rule.name ?? kind}.${use}`;
		found.set(key, {
			rule,
			index
		});
	}
	return found;
}
function compareRule(subject, old, now, path) {
	const name = now.id ?? now.name ?? now.metric ?? now.type;
	const changes = [];
	const add = (isLooser, reason) => changes.push(change(isLooser && isPromise(old) ? "breaking" : "compatible", subject, path, `${name}: ${reason}`));
	if (old.severity !== now.severity) add(old.severity === "error", `was ${old.severity}, is ${now.severity}`);
	if (![old, now].every(({ type }) => type === "library" || type === "sql")) {
		if (JSON.stringify(old) !== JSON.stringify(now) && changes.length === 0) add(true, "it is another rule now");
		return changes;
	}
	const subsets = describeArguments(old, now);
	if (subsets !== void 0) add(subsets.isLooser, subsets.reason);
	const [a, b] = [judgeOf(old), judgeOf(now)];
	const [was, is] = [describeJudge(a, "rows"), describeJudge(b, "rows")];
	if (was !== is) add(a.unit !== b.unit || !implies(b, a, now.type === "library" ? 0 : Number.NEGATIVE_INFINITY), `was ${was}, is ${is}`);
	return changes;
}
/** What a rule looks at, where that changed. Only a shorter list of valid values is known to allow less. */
function describeArguments(old, now) {
	const subjectOf = ({ type, metric, query, arguments: given }) => JSON.stringify([
		type,
		metric,
		query,
		given
	]);
	if (subjectOf(old) === subjectOf(now)) return void 0;
	const [before, after] = [old.arguments?.validValues, now.arguments?.validValues];
	const rest = ({ arguments: given, ...rule }) => subjectOf({
		...rule,
		arguments: {
			...given,
			validValues: void 0
		}
	});
	if (before && after && rest(old) === rest(now)) {
		const come = after.filter((value) => !before.includes(value)).length;
		const gone = before.filter((value) => !after.includes(value)).length;
		return {
			isLooser: come > 0,
			reason: `valid values: ${come} new, ${gone} gone`
		};
	}
	return {
		isLooser: true,
		reason: "it measures something else now, which cannot be compared"
	};
}
/** Whether every value from `least` on that satisfies the first satisfies the second. Counts start at 0. */
function implies(first, second, least) {
	const outer = accepted(second, least);
	return accepted(first, least).every(([low, high, isLowOpen, isHighOpen]) => outer.some(([from, to, isFromOpen, isToOpen]) => (low > from || low === from && (isLowOpen || !isFromOpen)) && (high < to || high === to && (isHighOpen || !isToOpen))));
}
function accepted({ operator, bound }, least) {
	const [low, high] = typeof bound === "number" ? [bound, bound] : bound;
	const most = Number.POSITIVE_INFINITY;
	switch (operator) {
		case "mustBe":
		case "mustBeBetween": return [[
			Math.max(low, least),
			high,
			false,
			false
		]];
		case "mustNotBe":
		case "mustNotBeBetween": return [[
			least,
			low,
			false,
			true
		], [
			high,
			most,
			true,
			true
		]];
		case "mustBeGreaterThan": return [[
			low,
			most,
			true,
			true
		]];
		case "mustBeGreaterOrEqualTo": return [[
			Math.max(low, least),
			most,
			false,
			true
		]];
		case "mustBeLessThan": return [[
			least,
			high,
			false,
			true
		]];
		case "mustBeLessOrEqualTo": return [[
			least,
			high,
			false,
			false
		]];
	}
}
// packages/data/src/contract/change/compare-properties.ts
/** What changes about an object's columns. */
function compareProperties(old, now, path) {
	const changes = [];
	const kept = new Set();
	for (const before of old.properties) {
		const subject = `${old.name}.${before.name}`;
		const index = now.properties.findIndex(({ name }) => name === before.name);
		const after = now.properties[index];
		if (after !== void 0) {
			kept.add(after.name);
			changes.push(...compareProperty(before, after, subject, [
				...path,
				"properties",
				index
			]));
			continue;
		}
		const renamed = now.properties.find(({ id }) => id !== void 0 && id === before.id);
		if (renamed) kept.add(renamed.name);
		const reason = renamed ? `the column is called ${renamed.name} now` : "the column is gone";
		changes.push(change("breaking", subject, [...path, "properties"], reason));
	}
	for (const [index, { name }] of now.properties.entries()) if (!kept.has(name)) changes.push(change("compatible", `${old.name}.${name}`, [
		...path,
		"properties",
		index
	], "the column is new"));
	return changes;
}
function compareProperty(before, after, subject, path) {
	const changes = [];
	const add = (effect, key, reason) => changes.push(change(effect, subject, [...path, key], reason));
	const [oldType, newType] = [before.logicalType, after.logicalType];
	if (oldType !== newType) add(oldType === void 0 || oldType === "number" && newType === "integer" ? "compatible" : "breaking", "logicalType", `the type was ${oldType ?? "open"}, is ${newType ?? "open"}`);
	if (before.required && !after.required) add("breaking", "required", "it may be NULL now");
	if (!before.required && after.required) add("compatible", "required", "it is always set now");
	if (before.unique && !after.unique) add("breaking", "unique", "values may repeat now");
	if (!before.unique && after.unique) add("compatible", "unique", "values are unique now");
	const [oldColumn, newColumn] = [before.physicalName ?? before.name, after.physicalName ?? after.name];
	if (oldColumn !== newColumn) add("breaking", "physicalName", `the data call it ${newColumn} now, not ${oldColumn}`);
	if (before.classification !== after.classification) {
		const isPublic = after.classification?.toLowerCase() === "public";
		const words = [before.classification, after.classification].map((word) => word ?? "not classified");
		add("compatible", "classification", `was ${words[0]}, is ${words[1]}${isPublic ? ": its values may be shown from now on" : ""}`);
	}
	if (oldType === newType || oldType === "number") changes.push(...compareOptions(before, after, subject, [...path, "logicalTypeOptions"]));
	for (const key of ["properties", "items"]) if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) add("breaking", key, "what is inside a value changed, and is not compared further");
	return [
		...changes,
		...compareQuality(subject, before.quality, after.quality, [...path, "quality"]),
		...compareLists(before.relationships, after.relationships, {
			name: subject,
			path: [...path, "relationships"],
			noun: "reference to",
			describe: ({ to }) => [to].flat().join(", ")
		})
	];
}
// packages/data/src/contract/change/version-step.ts
/**
* Whether a version tells of a change as large as `step`, by Semantic Versioning 2.0: below 1.0.0 the minor number stands for the
* major one, and a pre-release promises nothing. Versions of another form must only differ, and none takes the place of one that counts.
*/
function isVersionEnough(before, after, step) {
	if (step === "none") return true;
	const [old, now] = [numbersOf$2(before), numbersOf$2(after)];
	if (old === void 0 || old.isPreRelease) return before !== after;
	if (now === void 0) return false;
	const taken = stepOf(old, now);
	const needed = old.major === 0 && now.major === 0 && step === "major" ? "minor" : step;
	return taken !== void 0 && order.indexOf(taken) <= order.indexOf(needed);
}
const order = [
	"major",
	"minor",
	"patch"
];
function numbersOf$2(version) {
	const [, major, minor = "0", patch = "0", preRelease] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.exec(version) ?? [];
	if (major === void 0) return void 0;
	return {
		major: Number(major),
		minor: Number(minor),
		patch: Number(patch),
		isPreRelease: preRelease !== void 0
	};
}
function stepOf(old, now) {
	const first = order.find((part) => old[part] !== now[part]);
	return first !== void 0 && now[first] > old[first] ? first : void 0;
}
// packages/data/src/contract/change/compare.ts
/**
* What a newer contract changes for those who read the data. A change is breaking where data that keep the new contract may be
* what the old one ruled out (a column gone, a rule dropped or made weaker), and also where that cannot be told, as for a
* pattern or a query that was rewritten. More or stricter promises are compatible.
*/
function compareContracts(before, after) {
	const changes = [
		...before.id === after.id ? [] : [change("breaking", "", ["id"], `was ${before.id}, is ${after.id}: it is another contract`)],
		...compareObjects(before, after),
		...compareServiceLevels(before, after)
	];
	const step = changes.some(({ effect }) => effect === "breaking") ? "major" : changes.length > 0 ? "minor" : isSame$1({
		...before,
		version: ""
	}, {
		...after,
		version: ""
	}) ? "none" : "patch";
	return {
		changes,
		step,
		isVersionEnough: isVersionEnough(before.version, after.version, step)
	};
}
function compareObjects(before, after) {
	const changes = [];
	for (const old of before.schema) {
		const index = after.schema.findIndex(({ name }) => name === old.name);
		const now = after.schema[index];
		if (now === void 0) changes.push(change("breaking", old.name, ["schema"], "the object is gone"));
		else changes.push(...compareObject(old, now, ["schema", index]));
	}
	for (const [index, { name }] of after.schema.entries()) if (!before.schema.some((old) => old.name === name)) changes.push(change("compatible", name, ["schema", index], "the object is new"));
	return changes;
}
function compareObject(old, now, path) {
	const changes = compareProperties(old, now, path);
	const keys = [old, now].map(({ properties }) => properties.flatMap(({ name, primaryKey }) => primaryKey ? [name] : []));
	const [oldKey = [], newKey = []] = keys;
	if (!isSame$1(oldKey.toSorted(), newKey.toSorted())) {
		const effect = oldKey.length === 0 ? "compatible" : "breaking";
		const words = keys.map((names) => names.join("+") || "none");
		changes.push(change(effect, old.name, path, `the primary key was ${words[0]}, is ${words[1]}`));
	}
	changes.push(...compareQuality(old.name, old.quality, now.quality, [...path, "quality"]));
	changes.push(...compareLists(old.relationships, now.relationships, {
		name: old.name,
		path: [...path, "relationships"],
		noun: "relationship",
		describe: ({ from, to }) => `${[from].flat().join(", ")} → ${[to].flat().join(", ")}`
	}));
	return changes;
}
function compareServiceLevels(before, after) {
	const [old, now] = [resolveFreshness(before).rules, resolveFreshness(after).rules];
	const nameOf = ({ object, column }) => `${object}.${column}`;
	const changes = [];
	for (const rule of old) {
		const next = now.find((each) => nameOf(each) === nameOf(rule));
		if (next === void 0) changes.push(change("breaking", nameOf(rule), ["slaProperties"], "freshness is not promised any more"));
		else if (next.maxAgeMs !== rule.maxAgeMs) {
			const effect = next.maxAgeMs > rule.maxAgeMs ? "breaking" : "compatible";
			changes.push(change(effect, nameOf(rule), next.path, `freshness was within ${rule.limit}, is within ${next.limit}`));
		}
	}
	for (const rule of now) if (!old.some((each) => nameOf(each) === nameOf(rule))) changes.push(change("compatible", nameOf(rule), rule.path, "freshness is promised"));
	const others = (document) => {
		const judged = resolveFreshness(document).rules.map(({ path }) => path[1]);
		return document.slaProperties.filter((_, i) => !judged.includes(i));
	};
	return [...changes, ...compareLists(others(before), others(after), {
		name: "",
		path: ["slaProperties"],
		noun: "service level",
		describe: ({ property, value, unit = "", element = "" }) => `${property} ${value} ${unit} ${element}`.trim()
	})];
}
function isSame$1(a, b) {
	const [first, second] = [a, b].map((value) => canonicalJson(JSON.parse(JSON.stringify(value))));
	return first === second;
}
// packages/data/src/contract/document.ts
const Truth = union([number(), boolean()], "expected a number");
/**
* Operators of a quality metric, by their names in the standard. Exactly one is given; bounds of a range are included.
* A query may also answer with a truth value, which counts as 1 or 0.
*/
const operators = {
	mustBe: Truth,
	mustNotBe: Truth,
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
	unit: string().max(100).default("rows"),
	severity: _enum([
		"error",
		"warning",
		"info"
	]).default("error").transform((severity) => severity === "error" ? "error" : "warning"),
	implementation: union([string().max(65536), record(string(), unknown())]).optional(),
	...Object.fromEntries(Object.entries(operators).map(([name, schema]) => [name, schema.optional()])),
	...described("rule", "dimension", "method", "businessImpact", "schedule", "scheduler", "tags", "customProperties", "authoritativeDefinitions")
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
	if (quality.type === "library") {
		if (quality.metric === void 0) report(`expected a metric (${metricNames.join(", ")})`);
		if (quality.unit !== "rows" && quality.unit !== "percent") report("a metric counts in rows or percent", ["unit"]);
		for (const name of ["mustBe", "mustNotBe"]) if (typeof quality[name] === "boolean") report("a metric is a number", [name]);
	}
	for (const name of ["mustBeBetween", "mustNotBeBetween"]) {
		const range = quality[name];
		if (range !== void 0 && range[0] > range[1]) report("expected the smaller number first", [name]);
	}
	if (quality.metric === "invalidValues" && !quality.arguments?.validValues && !quality.arguments?.pattern) report("invalidValues needs arguments.validValues or arguments.pattern", ["arguments"]);
});
const Name = string().min(1).max(1e3).refine((name) => !name.includes("\0"), "a name cannot hold a NUL character");
const Reference = string().min(1).max(2e3);
const References = union([Reference, array(Reference).min(1).max(100)]);
const PropertyRelationship = strictObject({
	type: literal("foreignKey").default("foreignKey"),
	to: References,
	...described("customProperties")
});
const ObjectRelationship = PropertyRelationship.extend({ from: References });
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
	multipleOf: number().positive().optional(),
	minItems: int().min(0).optional(),
	maxItems: int().min(0).optional(),
	uniqueItems: boolean().optional(),
	minProperties: int().min(0).optional(),
	maxProperties: int().min(0).optional(),
	required: array(Name).min(1).max(1e3).optional(),
	...described("timezone", "defaultTimezone")
});
const propertyShape = {
	id: string().max(200).optional(),
	/** What the column is called in the data, where that is not the name. */
	physicalName: Name.optional(),
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
	relationships: array(PropertyRelationship).max(100).default([]),
	...described("description", "businessName", "authoritativeDefinitions", "tags", "customProperties", "partitioned", "partitionKeyPosition", "encryptedName", "transformSourceObjects", "transformLogic", "transformDescription", "examples", "criticalDataElement")
};
strictObject(propertyShape);
const inside = {
	properties: lazy(() => array(Property).min(1).max(1e4)).optional(),
	items: lazy(() => Item).optional()
};
const Property = strictObject({
	...propertyShape,
	...inside,
	name: Name
});
const Item = strictObject({
	...propertyShape,
	...inside,
	name: Name.optional()
});
const SchemaObject = strictObject({
	id: string().max(200).optional(),
	/** Where its files are, as a glob, when `physicalType` is `file`. */
	physicalName: string().min(1).max(1e3).optional(),
	name: string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, "expected letters, digits and _, since queries name it"),
	properties: array(Property).min(1).max(1e4),
	quality: array(Quality).max(1e3).default([]),
	relationships: array(ObjectRelationship).max(1e3).default([]),
	physicalType: string().max(200).optional(),
	...described("logicalType", "description", "businessName", "dataGranularityDescription", "authoritativeDefinitions", "tags", "customProperties")
});
const SlaProperty = strictObject({
	property: string().min(1).max(200),
	value: union([
		string().max(1e3),
		number(),
		boolean(),
		_null()
	]),
	unit: string().max(100).optional(),
	element: string().max(2e3).optional(),
	...described("id", "valueExt", "driver", "description", "scheduler", "schedule")
});
/** The part of the Open Data Contract Standard v3.1 that says something about tabular data; the rest is accepted as it is. */
const ContractDocument = strictObject({
	apiVersion: string().regex(/^v3\.1\.\d+$/, "expected v3.1.0"),
	kind: literal("DataContract"),
	id: string().min(1).max(500),
	version: string().min(1).max(100),
	status: string().min(1).max(100),
	schema: array(SchemaObject).min(1).max(100),
	slaDefaultElement: string().max(2e3).optional(),
	slaProperties: array(SlaProperty).max(1e3).default([]),
	...described("name", "tenant", "tags", "servers", "dataProduct", "description", "domain", "support", "price", "team", "roles", "authoritativeDefinitions", "customProperties", "contractCreatedTs")
});
// packages/data/src/contract/problems.ts
/** What contradicts itself within one schema object: what a document’s form alone does not rule out. */
function findProblems(object) {
	const names = object.properties.map(({ name }) => name);
	const count = countProperties(object.properties);
	if (count > mostProperties) return [{
		path: ["properties"],
		message: `${count} properties, nested ones included; at most ${mostProperties}`
	}];
	return [
		...findPropertiesProblems(object.properties, names, ["properties"]),
		...object.quality.flatMap((quality, q) => findQualityProblems(quality, names, false).map(({ path, message }) => ({
			path: [
				"quality",
				q,
				...path
			],
			message
		}))),
		...findDriftRuleProblems(object)
	];
}
const mostProperties = 1e4;
const countProperties = (properties) => properties.reduce((sum, { properties: own = [], items }) => sum + 1 + countProperties(items ? [items, ...own] : own), 0);
function findPropertiesProblems(properties, columns, path) {
	const names = properties.map(({ name }) => name);
	return properties.flatMap((property, i) => [...names.indexOf(property.name) < i ? [{
		path: [
			...path,
			i,
			"name"
		],
		message: `the property "${property.name}" is listed twice`
	}] : [], ...findPropertyProblems(property, columns, [...path, i])]);
}
/** Of a property or an item and of what is inside; `columns` are the object's own. */
function findPropertyProblems(property, columns, place) {
	const { properties, items, logicalType } = property;
	const below = (found, ...keys) => found.map(({ path, message }) => ({
		path: [
			...place,
			...keys,
			...path
		],
		message
	}));
	const misplaced = (key, type) => property[key] === void 0 || logicalType === type ? [] : [{
		path: [...place, key],
		message: `${key} needs logicalType ${type}`
	}];
	return [
		...below(findOptionProblems(property), "logicalTypeOptions"),
		...property.quality.flatMap((quality, q) => below(findQualityProblems(quality, columns, true), "quality", q)),
		...misplaced("properties", "object"),
		...misplaced("items", "array"),
		...findPropertiesProblems(properties ?? [], columns, [...place, "properties"]),
		...items === void 0 ? [] : findPropertyProblems(items, columns, [...place, "items"])
	];
}
const ownerOf$1 = {
	minLength: "string",
	maxLength: "string",
	pattern: "string",
	minItems: "array",
	maxItems: "array",
	uniqueItems: "array",
	minProperties: "object",
	maxProperties: "object",
	required: "object"
};
const ranges = [
	["minimum", "maximum"],
	["minLength", "maxLength"],
	["minItems", "maxItems"],
	["minProperties", "maxProperties"]
];
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
	for (const [key, beside] of [["exclusiveMinimum", "minimum"], ["exclusiveMaximum", "maximum"]]) if (options?.[key] === true && options[beside] === void 0) found.push({
		path: [key],
		message: `${key}: true needs ${beside}, or write the bound itself`
	});
	for (const [key, type] of Object.entries(ownerOf$1)) if (options?.[key] !== void 0 && logicalType !== type) found.push({
		path: [key],
		message: `${key} needs logicalType ${type}`
	});
	if (options?.multipleOf !== void 0 && logicalType !== "number" && logicalType !== "integer") found.push({
		path: ["multipleOf"],
		message: "multipleOf needs logicalType number or integer"
	});
	for (const [low, high] of ranges) {
		const [least, most] = [options?.[low], options?.[high]];
		if (typeof least === typeof most && typeof least !== "boolean" && (least ?? 0) > (most ?? 0)) found.push({
			path: [high],
			message: `${high} is below ${low}, so no value can be right`
		});
	}
	if (logicalType === "integer" && options?.format !== void 0 && !(options.format in integerFormats)) found.push({
		path: ["format"],
		message: `expected one of ${Object.keys(integerFormats).join(", ")}`
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
	if (type === "time") return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(String(bound));
	return isDay(String(bound).slice(0, 10)) && /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/.test(String(bound)) && !Number.isNaN(Date.parse(String(bound)));
}
/** Whether the calendar has it: JavaScript takes the 31st of February for a day in March. */
function isDay(text) {
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
function boundForm(type) {
	if (type === "number" || type === "integer") return "a number";
	return type === "time" ? "a time such as 13:30" : "a date such as 2001-01-31";
}
// packages/data/src/contract/contract.ts
const maximumBytes = 1048576;
/**
* Reads an Open Data Contract Standard v3.1 document. Throws `FILE_TOO_LARGE`, `YAML_INVALID` or `CONTRACT_INVALID`, the
* latter with every problem at its line and column. `objectName` chooses among several schema objects.
*/
function parseContract(text, file, objectName) {
	const contracts = parseContracts(text, file);
	const names = contracts.map(({ object }) => object.name);
	const index = objectName === void 0 && names.length === 1 ? 0 : names.indexOf(objectName ?? "");
	if (index >= 0) return contracts[index];
	throw new TidemarkError("CONTRACT_INVALID", `${file} has ${objectName === void 0 ? "several schema objects" : `no schema object "${objectName}"`}: ${names.join(", ")}`, { hint: "Name one of the contract’s schema objects, in model.yaml as data.object." });
}
/** The same for every schema object of a document, in its order. Throws as `parseContract` does. */
function parseContracts(text, file) {
	const { document, locate } = readContractDocument(text, file);
	const freshness = resolveFreshness(document);
	const resolved = document.schema.map((object) => resolveRelationships(document, object));
	const found = [
		...freshness.problems,
		...findRepeatedObjects(document),
		...document.schema.flatMap((object, index) => [...findProblems(object), ...resolved[index]?.problems ?? []].map(({ path, message }) => ({
			path: [
				"schema",
				index,
				...path
			],
			message
		})))
	];
	if (found.length > 0) throw new TidemarkError("CONTRACT_INVALID", `${file} contradicts itself (${found.length} problem${found.length === 1 ? "" : "s"})`, {
		hint: "Correct the lines named.",
		problems: found.map(({ path, message }) => ({
			file,
			...locate(path),
			path: display(path),
			message
		}))
	});
	return document.schema.map((object, index) => ({
		file,
		sha256: sha256(text),
		id: document.id,
		version: document.version,
		object,
		relationships: resolved[index]?.relationships ?? [],
		freshness: freshness.rules.filter((rule) => rule.object === object.name).map((rule) => ({
			...rule,
			place: locate(rule.path)
		})),
		driftRules: listDriftRules(object),
		notEvaluated: [...freshness.notEvaluated, ...listNotEvaluated(object)],
		locate: (path) => locate([
			"schema",
			index,
			...path
		])
	}));
}
/** The document alone, in form: what two versions of a contract are compared by. */
function readContractDocument(text, file) {
	if (Buffer.byteLength(text) > maximumBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is larger than ${maximumBytes} bytes`, { hint: "A contract describes columns; keep data out of it." });
	return {
		document: parseYamlDocument(ContractDocument, text, file, "CONTRACT_INVALID"),
		locate: readYaml(text, file).locate
	};
}
function findRepeatedObjects({ schema }) {
	const names = schema.map(({ name }) => name.toLowerCase());
	return schema.flatMap(({ name }, i) => names.indexOf(name.toLowerCase()) < i ? [{
		path: [
			"schema",
			i,
			"name"
		],
		message: `the object "${name}" is listed twice`
	}] : []);
}
/** Columns of the data whose values may be shown: those that the contract classifies as public, and that no other property claims. */
function publicColumns(contract) {
	const { properties } = contract.object;
	const isPublic = ({ classification }) => classification?.toLowerCase() === "public";
	const others = new Set(properties.filter((each) => !isPublic(each)).flatMap(({ name, physicalName = name }) => [name, physicalName]));
	return properties.filter(isPublic).map(({ name, physicalName = name }) => physicalName).filter((column) => !others.has(column));
}
/** How files are opened as a contract's object. */
function datasetOptions(contract) {
	return {
		name: contract.object.name,
		columnTypes: contractColumnTypes(contract),
		partitions: contract.object.properties.flatMap(({ name, physicalName = name }) => [name, physicalName])
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
	return new Map(contract.object.properties.flatMap(({ name, physicalName = name, logicalType }) => {
		const type = logicalType && types[logicalType];
		return type === void 0 ? [] : [...new Set([name, physicalName])].map((column) => [column, type]);
	}));
}
function listNotEvaluated({ properties }) {
	return properties.flatMap((property) => notEvaluatedOf(property, property.name, false));
}
function notEvaluatedOf(property, name, isNested) {
	const { logicalType, logicalTypeOptions, properties, items, unique, primaryKey, relationships, quality } = property;
	const whole = {
		unique,
		primaryKey,
		relationships: relationships.length > 0,
		drift: quality.some(isDriftRule)
	};
	return [
		...isFormatEvaluated(logicalType, logicalTypeOptions?.format) ? [] : [`${name}.format`],
		...Object.entries(whole).flatMap(([key, isAsked]) => isNested && isAsked ? [`${name}.${key}`] : []),
		...(properties ?? []).flatMap((each) => notEvaluatedOf(each, `${name}.${each.name}`, true)),
		...items === void 0 ? [] : notEvaluatedOf(items, `${name}[]`, true)
	];
}
function isFormatEvaluated(type, format) {
	if (format === void 0 || type === "integer" || [
		"password",
		"binary",
		"f32",
		"f64"
	].includes(format)) return true;
	return type === "string" ? Object.hasOwn(formatPatterns, format) : strptimeFormat(format) !== void 0;
}
function display(path) {
	return path.map((key) => typeof key === "number" ? `[${key}]` : `.${key}`).join("").replace(/^\./, "");
}
// packages/data/src/contract/freshness.ts
/**
* Whether the newest values of a contract's freshness columns are young enough at a time (ISO 8601, UTC). Kept apart from
* `validate`, whose verdict is a fact of the data and must not change with the clock. Values after `asOf` prove nothing and are
* left out; times without a zone are taken for UTC. Ages are told only as within the limit or not, since they would give values away.
*/
async function judgeFreshness(engine, dataset, contract, asOf) {
	const columns = contract.freshness.length === 0 ? new Map() : resolveColumns(dataset, contract);
	const results = [];
	for (const { id, column, maxAgeMs, limit, place } of contract.freshness) {
		const name = columns.get(column) ?? column;
		const type = dataset.columns.find((each) => each.name === name)?.type ?? "";
		const head = {
			id,
			column,
			kind: "freshness",
			description: `${column} reaches to within ${limit} of now`,
			severity: "error",
			rows: dataset.rows,
			failedRows: null,
			expected: `within ${limit}`,
			samples: [],
			place
		};
		if (!/^(DATE|TIMESTAMP.*)$/.test(type)) {
			results.push({
				...head,
				verdict: "inconclusive",
				observed: `not testable on ${type}`
			});
			continue;
		}
		const now = `${quoteLiteral(asOf)}::TIMESTAMPTZ`;
		const value = `${quoteIdentifier(name)}::TIMESTAMPTZ`;
		const [row] = await engine.query(`SELECT max(${value}) FILTER (WHERE ${value} <= ${now}) >= ${now} - to_milliseconds(${maxAgeMs}) AS is_fresh
       FROM ${dataset.rawView} WHERE isfinite(${quoteIdentifier(name)})`);
		const isFresh = row?.is_fresh ?? null;
		results.push({
			...head,
			verdict: isFresh === null ? "inconclusive" : isFresh ? "pass" : "fail",
			observed: isFresh === null ? "no time up to now" : isFresh ? `within ${limit}` : `older than ${limit}`
		});
	}
	return results;
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
* Counts every condition in one scan. Each row becomes a small mask of the conditions it meets, and masks that are not empty are
* counted: that gives the counts, the rows that any rule rejects, and the first offending rows, for about the price of the
* counts alone. Rows that meet none, nearly all as a rule, are what is left of the dataset's.
*/
async function scanConditions(engine, dataset, conditions) {
	const groups = await engine.query(scanSql(dataset.rawView, conditions));
	const tallies = conditions.map((condition) => ({
		...condition,
		rows: 0,
		acceptedRows: 0,
		places: []
	}));
	let rejectedRows = 0;
	for (const group of groups) {
		const set = Number(group.mask_set);
		const mask = Number(group.mask);
		const count = Number(group.rows);
		const met = tallies.slice(set * conditionsPerMask, (set + 1) * conditionsPerMask).filter((_, bit) => (mask & 2 << bit) !== 0);
		const isRejected = (mask & 1) === 1 || met.some(({ rejects }) => rejects);
		if (set === 0 && isRejected) rejectedRows += count;
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
		rows: dataset.rows,
		rejectedRows,
		counts: new Map(counts)
	};
}
function scanSql(view, conditions) {
	const order = rowColumns.order;
	const bit = (sql, value) => `CASE WHEN ${sql} THEN ${value} ELSE 0 END`;
	if (conditions.length <= conditionsPerMask) {
		const mask = conditions.map(({ sql }, i) => bit(sql, 2 << i)).join(" + ") || "0";
		const dirty = conditions.length > 1 ? " WHERE mask <> 0" : "";
		return `SELECT 0 AS mask_set, mask, count(*) AS rows, min(${order}, ${samplesKept}) FILTER (WHERE mask <> 0) AS samples
      FROM (SELECT ${order}, ${mask} AS mask FROM ${view})${dirty} GROUP BY mask`;
	}
	const masks = [];
	const rejecting = [];
	for (let start = 0; start < conditions.length; start += conditionsPerMask) {
		const own = conditions.slice(start, start + conditionsPerMask);
		const name = `m${masks.length}`;
		masks.push(`${own.map(({ sql }, i) => bit(sql, 2 << i)).join(" + ")} AS ${name}`);
		const bits = own.reduce((sum, { rejects }, i) => sum + (rejects ? 2 << i : 0), 0);
		rejecting.push(`(${name} & ${bits}) <> 0`);
	}
	const names = masks.map((_, i) => `m${i}`);
	const marked = names.map((name) => `${name} + ${bit(rejecting.join(" OR "), 1)} AS ${name}`);
	return `SELECT CASE ${names.map((name, i) => `WHEN GROUPING(${name}) = 0 THEN ${i}`).join(" ")} END AS mask_set,
      coalesce(${names.join(", ")}) AS mask, count(*) AS rows, min(${order}, ${samplesKept}) AS samples
    FROM (SELECT ${order}, ${marked.join(", ")}
      FROM (SELECT ${order}, ${masks.join(", ")} FROM ${view}) WHERE ${names.map((name) => `${name} <> 0`).join(" OR ")})
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
// packages/data/src/contract/folded-count.ts
const rowClasses = [
	"COLUMN_REF",
	"CONSTANT",
	"COMPARISON",
	"CONJUNCTION",
	"OPERATOR",
	"BETWEEN",
	"FUNCTION",
	"CAST",
	"CASE"
];
/**
* The conditions of those queries that only count rows of the dataset, `SELECT count(*) FROM t WHERE …`, by check: they can be
* counted together with all else, and their rows named. The queries have passed `assertSingleSelect`.
*/
async function foldCounts(engine, written, dataset) {
	const folded = new Map();
	for (const [id, sql] of written) {
		const condition = await foldCount(engine, sql);
		if (condition !== null && !condition.includes(rowColumns.order)) folded.set(id, condition);
	}
	return dataset.rows === 0 ? new Map() : folded;
}
async function foldCount(engine, sql) {
	const [row] = await engine.query(`SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`);
	const tree = JSON.parse(String(row?.tree));
	const [statement, second] = tree.statements ?? [];
	if (!statement || second || !isPlainCount(statement.node)) return null;
	const { where_clause: where } = statement.node;
	if (where === null) return "true";
	if (!looksAtOneRow(where)) return null;
	const empty = {
		type: "EMPTY",
		alias: "",
		sample: null,
		query_location: 0
	};
	const node = {
		...statement.node,
		select_list: [where],
		where_clause: null,
		from_table: empty
	};
	const text = JSON.stringify({
		...tree,
		statements: [{
			...statement,
			node
		}]
	}, (key, value) => key === "query_location" ? 0 : value);
	const [rendered] = await engine.query(`SELECT json_deserialize_sql(${quoteLiteral(text)}::JSON) AS sql`);
	return /^SELECT (.*)$/s.exec(String(rendered?.sql))?.[1] ?? null;
}
function isPlainCount(node) {
	const [only, second] = node.select_list;
	return node.type === "SELECT_NODE" && second === void 0 && only?.function_name === "count_star" && only.filter === null && node.from_table.type === "BASE_TABLE" && node.from_table.alias === "" && [
		node.from_table.sample,
		node.having,
		node.sample,
		node.qualify
	].every((part) => part === null) && [
		node.modifiers,
		node.cte_map.map,
		node.group_expressions
	].every((list) => list.length === 0);
}
function looksAtOneRow(expression) {
	let isSimple = true;
	JSON.stringify(expression, (key, value) => {
		if (key === "class" && typeof value === "string" && !rowClasses.includes(value)) isSimple = false;
		return value;
	});
	return isSimple;
}
// packages/data/src/contract/foreign-key.ts
/**
* Counts the accepted rows whose values, all set, are in no row of the other object. Without the other object's files
* nothing is known, which is never a pass.
*/
async function evaluateReference(engine, dataset, check, { acceptedRows, related }) {
	const other = related.find(({ contract }) => contract.object.name === check.target.object);
	if (other === void 0) return {
		verdict: "inconclusive",
		rows: acceptedRows,
		failedRows: null,
		observed: `not evaluated: no files of ${check.target.object} are given`,
		samples: []
	};
	const names = resolveColumns(other.dataset, other.contract);
	const pairs = check.columns.map((column, i) => {
		const target = names.get(check.target.columns[i] ?? "") ?? "";
		const sides = [`own.${quoteIdentifier(column)}`, `other.${quoteIdentifier(target)}`];
		return (typeOf$1(dataset, column) === typeOf$1(other.dataset, target) ? sides : sides.map((side) => `CAST(${side} AS VARCHAR)`)).join(" = ");
	});
	const isSet = check.columns.map((column) => `own.${quoteIdentifier(column)} IS NOT NULL`).join(" AND ");
	const from = `FROM ${quoteIdentifier(dataset.name)} own ANTI JOIN ${other.dataset.rawView} other ON (${pairs.join(" AND ")}) WHERE ${isSet}`;
	const [row] = await engine.query(`SELECT count(*) AS rows ${from}`);
	const judged = judgeCount({
		operator: "mustBe",
		bound: 0,
		unit: "rows"
	}, Number(row?.rows), acceptedRows);
	if (!judged.failedRows) return {
		...judged,
		samples: []
	};
	const files = dataset.files.map(({ path }) => path);
	const numbers = (await engine.query(`SELECT own.${rowColumns.file} AS file, own.${rowColumns.row} AS number ${from} ORDER BY file, number LIMIT 10`)).map(({ file, number }) => files.indexOf(String(file)) * rowsPerFile + Number(number));
	return {
		...judged,
		samples: firstPlaces(dataset, numbers)
	};
}
function typeOf$1({ columns }, name) {
	return columns.find((column) => column.name === name)?.type;
}
// packages/data/src/contract/sql-check.ts
/**
* The texts of a contract's queries by check, placeholders filled in. Throws `SQL_REFUSED` with everything in any of them that
* is not one locked SELECT from the object.
*/
async function writtenSql(engine, checks, { object, file, locate }) {
	const written = new Map();
	const refused = [];
	for (const check of checks) {
		if (check.type !== "sql") continue;
		const sql = check.query.replaceAll(/\$?\{object\}/g, () => quoteIdentifier(object.name));
		const { line } = locate([...check.path, "query"]);
		try {
			await assertSingleSelect(engine, {
				sql,
				file,
				tables: [object.name],
				firstLine: line
			});
			written.set(check.id, sql);
		} catch (error) {
			if (!(error instanceof TidemarkError) || error.code !== "SQL_REFUSED") throw error;
			refused.push(error);
		}
	}
	const [first] = refused;
	if (first === void 0) return written;
	const problems = refused.flatMap((error) => error.problems.length > 0 ? error.problems : [{
		file,
		message: error.message
	}]);
	throw new TidemarkError("SQL_REFUSED", first.message, {
		hint: first.hint,
		problems,
		cause: first
	});
}
/** What a single query may take, whatever it joins. */
const limitMs = 6e5;
/** Runs a contract's own SELECT over the accepted rows. It gives one row with one number or truth value; NULL is inconclusive, as an infinity is. */
async function evaluateSql(engine, check, { sql, contract, acceptedRows }) {
	const { file } = contract;
	const { line } = contract.locate([...check.path, "query"]);
	const rows = await engine.query(sql, { limitMs }).catch((error) => {
		if (!(error instanceof TidemarkError) || error.code !== "SQL_FAILED") throw error;
		const { code, message, hint, cause } = error;
		const problems = [{
			file,
			line,
			path: check.id,
			message
		}];
		throw new TidemarkError(code, `The query of ${check.id} failed: ${message}`, {
			hint,
			problems,
			cause
		});
	});
	const values = Object.values(rows[0] ?? {});
	const [value] = values;
	const isAnswer = value === null || [
		"number",
		"bigint",
		"boolean"
	].includes(typeof value);
	if (rows.length !== 1 || values.length !== 1 || !isAnswer) throw new TidemarkError("SQL_FAILED", `The query of ${check.id} does not give one number`, {
		hint: "Select one value in one row, such as count(*).",
		problems: [{
			file,
			line,
			path: check.id,
			message: `gives ${rows.length} rows of ${values.length} columns`
		}]
	});
	return {
		...judgeAnswer(check, value === null ? null : Number(value), acceptedRows),
		failedRows: null,
		samples: []
	};
}
/** The same for a query that only counts rows and was answered by the one scan: its rows are known by their numbers. */
function judgeFoldedCount(check, count, acceptedRows, ofAllRows) {
	const found = (ofAllRows ? count?.rows : count?.acceptedRows) ?? 0;
	const { operator, bound } = check.judge;
	const areOffending = operator.startsWith("mustBeLess") || operator === "mustBe" && bound === 0;
	return {
		...judgeAnswer(check, found, acceptedRows),
		failedRows: areOffending ? found : null,
		samples: areOffending && found > 0 ? count?.samples ?? [] : []
	};
}
function judgeAnswer({ judge }, value, acceptedRows) {
	const verdict = value === null || Math.abs(value) === Number.POSITIVE_INFINITY || acceptedRows === 0 ? "inconclusive" : satisfies(judge, value) ? "pass" : "fail";
	const expected = describeJudge({
		...judge,
		unit: "rows"
	}, "").trim();
	return {
		verdict,
		rows: acceptedRows,
		observed: `${value ?? "no value"} (${expected} expected)`
	};
}
// packages/data/src/contract/validate.ts
const defaultViolationPolicy = {
	action: "fail",
	maxShare: 0
};
/**
* A contract's verdict on a dataset. Row rules, metrics and queries that only count rows take one scan, each uniqueness rule,
* reference and other query one more. Rejected rows within the policy's share do not fail the rule they break; metrics,
* uniqueness and SQL rules judge the rows that remain. Creates the dataset's view (`createDatasetView`). `related` are the
* contract's other objects, for references. Throws `COLUMN_MISSING`, `DATA_UNREADABLE`, `SQL_REFUSED`, `SQL_FAILED`.
*/
async function validate(engine, dataset, contract, policy = defaultViolationPolicy, related = []) {
	const compiled = await compileContract(engine, dataset, contract);
	const written = await writtenSql(engine, compiled.checks, contract);
	const folded = await foldCounts(engine, written, dataset);
	const { scan, isFolded } = await scanAll(engine, dataset, conditionsOf(compiled), folded);
	const acceptedRows = policy.action === "fail" ? scan.rows : scan.rows - scan.rejectedRows;
	const isBorne = policy.action !== "fail" && scan.rejectedRows <= policy.maxShare * scan.rows;
	await createDatasetView(engine, dataset, {
		contract,
		policy
	});
	const circumstances = {
		scan,
		acceptedRows,
		isBorne,
		policy,
		contract,
		written,
		isFolded,
		related: [...related, {
			dataset,
			contract
		}]
	};
	const checks = [];
	for (const check of compiled.checks) {
		const judged = await judge(engine, dataset, check, circumstances);
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
/** A query's condition may fail where its query would not, on a rejected row: then the queries are run by themselves. */
async function scanAll(engine, dataset, conditions, folded) {
	if (folded.size > 0) {
		const counted = [...folded].map(([id, sql]) => ({
			id,
			sql,
			rejects: false
		}));
		try {
			return {
				scan: await scanConditions(engine, dataset, [...conditions, ...counted]),
				isFolded: (id) => folded.has(id)
			};
		} catch (error) {
			if (!(error instanceof TidemarkError) || error.code !== "SQL_FAILED") throw error;
		}
	}
	return {
		scan: await scanConditions(engine, dataset, conditions),
		isFolded: () => false
	};
}
function judge(engine, dataset, check, circumstances) {
	const { scan, acceptedRows, isBorne, policy, contract, written, isFolded } = circumstances;
	const count = scan.counts.get(check.id);
	switch (check.type) {
		case "row": return judgeRowRule(check, count, scan, isBorne, policy);
		case "metric": return judgeMetric(check, count, acceptedRows, policy.action === "fail");
		case "duplicates": return evaluateDuplicates(engine, dataset, check, acceptedRows);
		case "sql": return isFolded(check.id) ? judgeFoldedCount(check, count, acceptedRows, policy.action === "fail") : evaluateSql(engine, check, {
			sql: written.get(check.id) ?? "",
			contract,
			acceptedRows
		});
		case "reference": return evaluateReference(engine, dataset, check, circumstances);
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
// packages/data/src/model/read-below.ts
const largestTextBytes = 4194304;
/** A small text file of a checkout. Throws `FILE_NOT_FOUND` (with `hint`), `PATH_REFUSED` for one outside, `FILE_TOO_LARGE`. */
async function readBelow(root, file, hint) {
	const base = await realpath(root).catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${root} does not exist`, {
			hint: "Check the folder’s name, and that it is checked out before this step.",
			cause
		});
	});
	const path = await realpath(join(base, file)).catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file} does not exist`, {
			hint,
			cause
		});
	});
	if (relative(base, path).split(sep)[0] === "..") throw new TidemarkError("PATH_REFUSED", `${file} leads outside the checkout`, { hint: "Replace the symbolic link by the file itself." });
	const found = await stat(path);
	if (!found.isFile() || found.size > largestTextBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is no file of at most ${largestTextBytes} bytes`, { hint: "Policies, contracts, queries and baselines are small texts; keep data out of them." });
	return readFile(path, "utf8");
}
// packages/data/src/drift/limits.ts
/**
* The limits of each effect: those of its column, else of all features, else of everything; never below what the reference's own
* weeks differ by. A column's segments and what is counted of its text have its limits.
*/
function limitsFrom({ thresholds, features, columns }, baseline) {
	const owners = ownersOf(baseline);
	return ({ column, family, statistic, tolerance }) => {
		if (statistic === "observed_expected") {
			const { warn, fail, equivalence } = thresholds;
			return {
				warn: 0,
				fail,
				ruledOut: equivalence ?? warn,
				equivalence,
				isWarning: false
			};
		}
		const isOfFeature = family === "features" || family === "nulls";
		const own = {
			...isOfFeature ? features : {},
			...isOfFeature || family === "labels" ? columns?.[owners.get(column) ?? column] : {}
		};
		const least = own.warn ?? Math.min(thresholds.warn, own.fail ?? 1);
		const warn = Math.max(least, tolerance ?? 0);
		const fail = Math.max(own.fail ?? thresholds.fail, least, tolerance ?? 0);
		const asked = own.equivalence ?? thresholds.equivalence;
		const equivalence = asked === void 0 ? void 0 : Math.min(asked, least);
		return {
			warn,
			fail,
			ruledOut: equivalence ?? warn,
			equivalence,
			isWarning: own.severity === "warning"
		};
	};
}
/** The data's column that each of a baseline's is of. */
function ownersOf({ columns }) {
	return new Map(columns.map((column) => {
		const { name, segment } = column;
		const text = column.kind === "rate" ? void 0 : column.text;
		const end = segment === void 0 ? "" : ` [${segment.column}=${segment.value}]`;
		return [name, text?.column ?? (end !== "" && name.endsWith(end) ? name.slice(0, -end.length) : name)];
	}));
}
// packages/data/src/drift/measure.ts
function contextOf(baseline, { days }, level) {
	return {
		days,
		weekdays: days.map(weekdayOf),
		referenceBlocks: baseline.blocks,
		level
	};
}
/** Half of the distance between an effect's bounds, and what it is made of. */
function reachOf(linear, { referenceBlocks, level }) {
	const blocks = linear.rows.filter((rows) => rows > 0).length;
	const standardError = Math.max(blockStandardError(linear, referenceBlocks), linear.rowError);
	return {
		reach: driftBounds(0, {
			standardError,
			blocks,
			level
		}).upper,
		standardError,
		blocks
	};
}
/** The baseline's column as a window's profile has it, or undefined. */
function pairOf(column, { columns }) {
	return columns.find(({ name, kind }) => name === column.name && kind === column.kind);
}
const counts = readNumbers;
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const effectiveRows = (n, m) => n + m === 0 ? 0 : n * m / (n + m);
/** √(p(1 − p)(1/n + 1/m)) with half an event added on either side, so that no events are no certainty. */
function binomialError(events, n, m) {
	const share = (events + .5) / (n + m + 1);
	return Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
}
/** The PSI that unchanged independent rows exceed once in twenty: (1/n + 1/m) times χ²'s quantile (Yurdakul 2018). */
function psiByChance(reference, current) {
	const [m, n] = [total(reference), total(current)];
	const bins = reference.filter((count, bin) => count + current[bin] > 0).length;
	return bins < 2 ? null : (1 / n + 1 / m) * chiSquaredQuantile(.95, bins - 1);
}
// packages/data/src/drift/calibration-effect.ts
const fewestWeeks = 4;
/**
* How far observed/expected, the outcomes that came over those that the scores promised, lies outside what is tolerated: 0 within,
* else the share by which the nearer end is missed. Tolerated is the range of complete reference weeks, since a model whose
* probabilities are exact in no single week is the rule, and never less than the baseline's own ratio ± `margin` of it.
* Undefined with fewer than four weeks.
*/
function measureCalibration({ calibration: baseline }, window, context, margin) {
	const ratios = (baseline?.weeks ?? []).filter(({ expectedMicros }) => expectedMicros > 0).map(({ observed, expectedMicros }) => observed / (expectedMicros / 1e6));
	if (baseline === null || ratios.length < fewestWeeks) return void 0;
	const reference = total(counts(baseline.observed)) / (total(counts(baseline.expectedMicros)) / 1e6);
	const [referenceLeast, referenceMost] = [Math.min(...ratios), Math.max(...ratios)];
	const least = Math.min(referenceLeast, reference * (1 - margin));
	const most = Math.max(referenceMost, reference * (1 + margin));
	const [rows, observed] = [counts(window.rows), counts(window.observed)];
	const expected = counts(window.expectedMicros).map((micros) => micros / 1e6);
	const ratio = total(observed) / total(expected);
	const { reach, blocks, standardError } = reachOf({
		rows: expected,
		sums: observed,
		expected: expected.map(() => ratio),
		rowError: Math.sqrt(Math.max(total(observed), 1)) / total(expected)
	}, {
		...context,
		referenceBlocks: Number.POSITIVE_INFINITY
	});
	const outside = (value) => value < least ? least / Math.max(value, 1e-9) - 1 : value / most - 1;
	const isBelow = ratio < least;
	const [inner, outer] = isBelow ? [ratio + reach, ratio - reach] : [ratio - reach, ratio + reach];
	const worst = Math.max(outside(ratio - reach), outside(ratio + reach));
	return {
		column: "observed/expected",
		family: "calibration",
		statistic: "observed_expected",
		effect: Math.max(0, isBelow ? outside(ratio) : ratio / most - 1),
		lower: isBelow ? inner >= least ? 0 : outside(inner) : Math.max(0, inner / most - 1),
		upper: Math.max(0, worst, isBelow ? outside(outer) : outer / most - 1),
		standardError: standardError / (isBelow ? ratio : most),
		rows: total(rows),
		blocks,
		effectiveRows: effectiveRows(total(rows), total(counts(baseline.rows))),
		rowsAsked: 0,
		tolerance: null,
		values: {
			baseline: reference,
			window: ratio
		},
		shown: {
			ratioLower: ratio - reach,
			ratioUpper: ratio + reach,
			referenceLeast,
			referenceMost,
			toleratedLeast: least,
			toleratedMost: most
		}
	};
}
// packages/data/src/drift/categorical-effect.ts
/** Rows that each level asks for: with fewer, the distance of unchanged data is near the thresholds. */
const rowsPerLevel = 20;
/**
* Total variation distance less what it is expected to be without change. Noise makes the raw distance larger on average, never
* smaller, and by at most that expectation: the lower bound starts from the corrected value, the upper from the raw one.
*/
function measureCategorical(baseline, window, context) {
	const reference = [...baseline.levels.map(({ count }) => count), baseline.other];
	const byDay = window.counts.map(counts);
	const current = addUp(byDay, reference.length);
	const [m, n] = [total(reference), total(current)];
	const raw = totalVariation(reference, current);
	const shares = reference.map((count) => count / m);
	const days = context.weekdays.map((weekday) => weekdayShares(baseline, shares, weekday));
	const rows = byDay.map(total);
	const byRows = expectedDeviations(reference, n);
	const noise = reference.map((_, level) => {
		const linear = {
			rows,
			sums: byDay.map((day) => day[level]),
			expected: days.map((day) => day[level])
		};
		const byBlocks = Math.sqrt(2 / Math.PI) * blockStandardError(linear, context.referenceBlocks);
		return Math.max(byRows[level], Number.isNaN(byBlocks) ? 0 : byBlocks);
	});
	const expected = total(noise) / 2;
	const signs = current.map((count, level) => Math.sign(count / n - shares[level]) / 2);
	const project = (values) => values.reduce((sum, value, level) => sum + signs[level] * value, 0);
	const projected = project(shares);
	const { reach, standardError, blocks } = reachOf({
		rows,
		sums: byDay.map(project),
		expected: days.map(project),
		rowError: Math.sqrt((.25 - projected * projected) * (1 / n + 1 / m))
	}, context);
	const effect = Math.max(0, raw - expected);
	const vanished = [...baseline.levels.keys()].filter((level) => reference[level] > 0 && current[level] === 0);
	return {
		column: baseline.name,
		family: baseline.family,
		statistic: "tvd",
		effect,
		lower: effect - reach,
		upper: Math.min(1, raw + reach),
		standardError,
		rows: n,
		blocks,
		effectiveRows: effectiveRows(n, m),
		rowsAsked: rowsPerLevel * reference.filter((count) => count > 0).length,
		tolerance: baseline.tolerance,
		values: {
			baseline: null,
			window: null
		},
		shown: {
			tvd: raw,
			tvdExpected: expected,
			psi: populationStabilityIndex(reference, current),
			psiByChance: psiByChance(reference, current),
			jsBits: jensenShannonBits(reference, current),
			hellinger: hellingerDistance(reference, current),
			chiSquaredP: chiSquaredHomogeneity(reference, current).p,
			otherShare: current.at(-1) / n,
			otherShareBaseline: shares.at(-1),
			vanishedLevels: vanished.length,
			vanishedShareBaseline: total(vanished.map((level) => shares[level]))
		}
	};
}
// packages/data/src/drift/numeric-effect.ts
/**
* KS distance at the baseline's edges. The lower bound is that of the edge where it is attained; the upper is the largest of all
* edges' upper bounds, those inside bins included, and therefore covers the edge where the true distance is, whichever it is.
*/
function measureNumeric(baseline, window, context) {
	const edges = counts(baseline.edges);
	const reference = {
		counts: counts(baseline.counts),
		atEdge: readAtEdge(baseline)
	};
	const byDay = window.counts.map(counts);
	const current = {
		counts: addUp(byDay, edges.length + 1),
		atEdge: counts(window.atEdge)
	};
	const [m, n] = [total(reference.counts), total(current.counts)];
	const distance = ksDistance(reference, current);
	const { signed, inside } = cumulativeDifferences(reference, current);
	const reaches = edgeLinears(baseline, {
		byDay,
		reference: reference.counts,
		current: current.counts
	}, context).map((linear) => reachOf(linear, context));
	const upper = Math.max(...reaches.map(({ reach }, edge) => Math.max(Math.abs(signed[edge]), inside[edge]) + reach), inside[edges.length] + (reaches.at(-1)?.reach ?? 0));
	const { reach, standardError, blocks } = reaches[Math.min(distance.edge, edges.length - 1)];
	const own = moments(baseline, window, n);
	const deviation = baseline.m2 === null ? null : Math.sqrt(baseline.m2 / m);
	const ends = [
		baseline.minimum ?? edges[0],
		...edges,
		Math.max(baseline.maximum ?? edges.at(-1), edges.at(-1))
	];
	return {
		column: baseline.name,
		family: baseline.family,
		statistic: "ks",
		effect: distance.lower,
		lower: distance.lower - reach,
		upper: Math.min(1, upper),
		standardError,
		rows: n,
		blocks,
		effectiveRows: effectiveRows(n, m),
		rowsAsked: 0,
		tolerance: baseline.tolerance,
		values: {
			baseline: baseline.mean,
			window: own.mean
		},
		shown: {
			ksUpper: distance.upper,
			psi: populationStabilityIndex(reference.counts, current.counts),
			psiByChance: psiByChance(reference.counts, current.counts),
			jsBits: jensenShannonBits(reference.counts, current.counts),
			hellinger: hellingerDistance(reference.counts, current.counts),
			chiSquaredP: chiSquaredHomogeneity(reference.counts, current.counts).p,
			wassersteinSd: deviation ? binnedWasserstein(ends, reference.counts, current.counts) / deviation : null,
			aboveMaximum: shareBeyond(baseline, window, current.counts),
			outside: (current.counts[0] + current.counts.at(-1)) / n,
			outsideBaseline: (reference.counts[0] + reference.counts.at(-1)) / m
		}
	};
}
/** Rows at or below each edge by day, against what the same weekday had. */
function edgeLinears(baseline, { byDay, reference, current }, { weekdays }) {
	const [m, n] = [total(reference), total(current)];
	const rows = byDay.map(total);
	const predict = predictWeekday(baseline, reference);
	const below = byDay.map(() => 0);
	const present = [...new Set(weekdays)];
	let [f, g] = [0, 0];
	return Array.from({ length: reference.length - 1 }, (_, edge) => {
		byDay.forEach((day, i) => {
			below[i] += day[edge];
		});
		f += reference[edge];
		g += current[edge];
		const expected = [];
		for (const weekday of present) expected[weekday] = predict(weekday, f / m);
		return {
			rows,
			sums: [...below],
			expected: weekdays.map((weekday) => expected[weekday]),
			rowError: binomialError(f + g, n, m)
		};
	});
}
/** Share of the window beyond the last edge, which the reference had next to nothing beyond, where its maximum may be told. */
function shareBeyond({ maximum }, window, current) {
	if (maximum === null || window.maximum === null) return null;
	return window.maximum > maximum ? current.at(-1) / total(current) : 0;
}
// packages/data/src/drift/rate-effect.ts
/** Absolute difference of two rates: of a 0/1 label, or of missing values. */
function measureRate(rates, context) {
	const { baseline, rows, events } = rates;
	const current = {
		events: total(events),
		rows: total(rows)
	};
	const { difference, p } = proportionDifference(baseline, current);
	const { reach, standardError, blocks } = reachOf({
		rows,
		sums: events,
		expected: context.weekdays.map((weekday) => rates.weekdayRates[weekday]),
		rowError: binomialError(baseline.events + current.events, current.rows, baseline.rows)
	}, context);
	const effect = Math.abs(difference);
	return {
		column: rates.column,
		family: rates.family,
		statistic: "rate",
		effect,
		lower: effect - reach,
		upper: Math.min(1, effect + reach),
		standardError,
		rows: current.rows,
		blocks,
		effectiveRows: effectiveRows(current.rows, baseline.rows),
		rowsAsked: 0,
		tolerance: rates.tolerance,
		values: {
			baseline: baseline.events / baseline.rows,
			window: current.events / current.rows
		},
		shown: { pRows: p }
	};
}
/** The 0/1 label's rate. */
function measureLabelRate(column, window, context) {
	const [rows, events] = [counts(column.weekdays.rows), counts(column.weekdays.events)];
	const overall = column.events / column.rows;
	return measureRate({
		column: column.name,
		family: column.family,
		tolerance: column.tolerance,
		baseline: column,
		rows: counts(window.rows),
		events: counts(window.events),
		weekdayRates: rows.map((count, weekday) => count > 0 ? events[weekday] / count : overall)
	}, context);
}
/** The rate of values that are missing: null, NaN or infinite. */
function measureNulls(column, window, context) {
	const { rate, ...before } = missingRate(column);
	const nonFinite = window.kind === "numeric" ? counts(window.nonFinite) : [];
	const events = counts(window.nulls).map((nulls, day) => nulls + (nonFinite[day] ?? 0));
	return measureRate({
		column: column.name,
		family: "nulls",
		tolerance: null,
		baseline: before,
		rows: window.counts.map((day, i) => total(counts(day)) + events[i]),
		events,
		weekdayRates: Array(7).fill(rate)
	}, context);
}
/** A feature that the window lacks, or has as another type: every value of it is missing, and no sample says so but the schema. */
function measureGone(column, context, rows) {
	const before = missingRate(column);
	const kind = column.kind === "numeric" ? "numbers" : "text";
	return {
		column: column.name,
		family: "nulls",
		statistic: "rate",
		effect: 1 - before.rate,
		lower: 1 - before.rate,
		upper: 1 - before.rate,
		standardError: 0,
		rows,
		blocks: context.days.length,
		effectiveRows: effectiveRows(rows, before.rows),
		rowsAsked: 0,
		tolerance: null,
		values: {
			baseline: before.rate,
			window: 1
		},
		shown: {},
		isCertain: true,
		reason: `the window has no column ${column.name} of ${kind}: it is gone, or its type changed`
	};
}
function missingRate(column) {
	const missing = column.nulls + (column.kind === "numeric" ? column.nonFinite : 0);
	const present = column.kind === "numeric" ? total(counts(column.counts)) : column.other + column.levels.reduce((sum, { count }) => sum + count, 0);
	return {
		events: missing,
		rows: missing + present,
		rate: missing / (missing + present)
	};
}
// packages/data/src/drift/day-window.ts
/**
* One day against the reference's days of its weekday. A single day has no days to bound it by. That the world changed is shown only by
* what is left after what 95 % of reference days differ by from their own weekday (the triangle inequality): the lower bound. How far this
* day itself can be from its weekday is known but for its rows and for how well the weekday is known: the upper bound.
*/
function measureDay(baseline, window, context) {
	if (baseline.daily === void 0) return void 0;
	const weekday = context.weekdays[0];
	const day = addUp(window.counts.map(counts), counts(window.counts[0] ?? "").length);
	const { raw, expected } = (baseline.kind === "numeric" ? numericDayDistance(baseline) : categoricalDayDistance(baseline))(day, weekday);
	const whole = baseline.kind === "numeric" && window.kind === "numeric" ? measureNumeric(baseline, window, context) : baseline.kind === "categorical" && window.kind === "categorical" ? measureCategorical(baseline, window, context) : void 0;
	if (whole === void 0) return void 0;
	const alike = weekdayRows(baseline)[weekday];
	return bounded(whole, {
		effect: Math.max(0, raw - expected),
		alike
	}, baseline.daily);
}
/** The same for the 0/1 label. */
function measureDayLabelRate(baseline, window, context) {
	if (baseline.daily === void 0) return void 0;
	const weekday = context.weekdays[0];
	const whole = measureLabelRate(baseline, window, context);
	const [rows, events] = [counts(baseline.weekdays.rows)[weekday], counts(baseline.weekdays.events)[weekday]];
	const usual = events / rows;
	return {
		...bounded(whole, {
			effect: Math.abs(whole.values.window - usual),
			alike: rows
		}, baseline.daily),
		values: {
			...whole.values,
			baseline: usual
		}
	};
}
/** The same for the rate of missing values, which has no weekdays of its own. */
function measureDayNulls(baseline, window, context) {
	if (baseline.dailyNulls === void 0) return void 0;
	const whole = measureNulls(baseline, window, context);
	return bounded(whole, {
		effect: whole.effect,
		alike: Number.POSITIVE_INFINITY
	}, baseline.dailyNulls);
}
/** `alike` are the rows of the reference's days of the same weekday. */
function bounded(whole, { effect, alike }, { days, rms, p95 }) {
	const usual = Math.max(p95, rowReach(whole));
	const weeks = days / 7;
	const own = rowReach(whole) + 1.645 * rms / Math.sqrt(weeks);
	return {
		...whole,
		effect,
		lower: effect - usual,
		upper: Math.min(1, effect + own),
		standardError: Math.max(rms, rowReach(whole) * 2 / 3),
		blocks: days,
		effectiveRows: alike === Number.POSITIVE_INFINITY ? whole.effectiveRows : effectiveRows(whole.rows, alike),
		tolerance: p95
	};
}
/** What 95 % of samples of so many independent rows stay within of their distribution function (Dvoretzky, Kiefer & Wolfowitz 1956). */
const rowReach = ({ rows }) => 1.358 / Math.sqrt(rows);
// packages/data/src/drift/measure-window.ts
/** Every effect of a window that its counts allow. */
function measureWindow(baseline, window, policy) {
	const context = contextOf(baseline, window, policy.confidence);
	const all = [
		...baseline.columns.flatMap((column) => measureColumn(column, {
			baseline,
			window,
			policy,
			context
		})),
		...findStrangers(baseline, policy),
		...measureCalibrationOf({
			baseline,
			window,
			policy,
			context
		})
	];
	return {
		measured: all.filter((each) => !isSkipped(each)),
		notJudged: all.filter(isSkipped)
	};
}
/** A rule for a column that is not there would rule nothing, without a word. */
function findStrangers(baseline, { columns = {} }) {
	return Object.entries(columns).flatMap(([name, { critical, importance, ...limits }]) => {
		const families = baseline.columns.flatMap((column) => column.name === name ? [column.family] : []);
		if (families.includes("features")) return [];
		if (Object.keys(limits).length === 0) return [skip(`columns.${name}`, "the policy weighs it, and the features query has no such column")];
		if (families.includes("labels") && importance === void 0) return [];
		return [skip(`columns.${name}`, "a rule asks for its drift, and no such column is counted")];
	});
}
const skip = (id, reason) => ({
	id,
	reason
});
const isSkipped = (each) => !("statistic" in each);
function measureColumn(column, question) {
	const { window, policy, context } = question;
	const isDaily = policy.windows === "day";
	const id = `${column.family}.${column.name}`;
	const orSkip = (measurement, name = id) => measurement ?? skip(name, "the baseline does not know how its days differ: fewer than 4 weeks");
	if (column.kind === "rate") {
		const pair = pairOf(column, window);
		const problem = labelProblem(column, pair ? sum(pair.rows) : 0, question);
		if (pair === void 0 || problem !== null) return [skip(id, problem ?? noOutcome)];
		if (column.rows === 0) return [skip(id, "the baseline has none")];
		return [orSkip(isDaily ? measureDayLabelRate(column, pair, context) : measureLabelRate(column, pair, context))];
	}
	const pair = column.kind === "numeric" ? pairOf(column, window) : pairOf(column, window);
	const isOfText = column.text !== void 0;
	const isJoint = column.kind === "numeric" && column.joint !== void 0;
	if (pair === void 0) {
		if (isJoint || isOfText) return [];
		if (column.segment !== void 0) return [];
		if (column.family === "features") return [measureGone(column, context, sum(window.rows))];
		return [skip(id, column.family === "labels" ? noOutcome : "the window does not have it")];
	}
	const missing = column.family !== "labels" && column.segment === void 0 && !isJoint && !isOfText ? [orSkip((isDaily ? measureDayNulls : measureNulls)(column, pair, context), `nulls.${column.name}`)] : [];
	const values = total(pair.counts.map(sum));
	const problem = (column.family === "labels" ? labelProblem(column, values, question) : null) ?? (values === 0 ? "every value is missing" : hasValues(column) ? null : "every value is missing in the baseline");
	if (problem !== null && (isJoint || isOfText)) return [];
	if (problem !== null) return [...missing, skip(id, problem)];
	const isAdvisory = isJoint && policy.columns?.[column.name]?.critical !== true;
	const mark = (measurement) => isAdvisory ? {
		...measurement,
		isAdvisory
	} : measurement;
	if (isDaily) {
		const daily = measureDay(column, pair, context);
		return [...missing, orSkip(daily && mark(daily))];
	}
	if (column.kind === "numeric" && pair.kind === "numeric") return [...missing, mark(measureNumeric(column, pair, context))];
	return column.kind === "categorical" && pair.kind === "categorical" ? [...missing, measureCategorical(column, pair, context)] : missing;
}
const noOutcome = "no outcome is known yet";
const sum = (counts) => total(readNumbers(counts));
/** Why a label cannot be judged. Of a segment, whose rows are not counted, that of all rows decides how much is known. */
function labelProblem(column, known, { baseline, window, policy }) {
	if (column.segment === void 0) {
		const rows = sum(window.rows);
		if (column.kind === "rate" && known === 0) return noOutcome;
		return known < policy.labelCoverage * rows ? coverage(known, rows, policy) : null;
	}
	if (known === 0) return "the window has no rows of it, or no outcome";
	const whole = baseline.columns.find(({ segment, kind, name }) => segment === void 0 && kind === column.kind && column.name.startsWith(`${name} [`));
	const pair = window.columns.find(({ kind, name }) => kind === whole?.kind && name === whole.name);
	const all = pair === void 0 ? 0 : pair.kind === "rate" ? sum(pair.rows) : total(pair.counts.map(sum));
	return all < policy.labelCoverage * sum(window.rows) ? coverage(all, sum(window.rows), policy) : null;
}
const coverage = (known, rows, { labelCoverage }) => `the outcome of ${known} of ${rows} rows is known, less than ${labelCoverage * 100} %; early outcomes are not typical`;
function hasValues(column) {
	if (column.kind === "numeric") return column.edges !== "" && readNumbers(column.counts).some((count) => count > 0);
	return column.other > 0 || column.levels.length > 0;
}
function measureCalibrationOf({ baseline, window, policy, context }) {
	if (baseline.calibration === null || policy.windows === "day") return [];
	const [rows, known] = [sum(window.rows), window.calibration ? sum(window.calibration.rows) : 0];
	if (window.calibration === null || known === 0) return [skip("calibration", "no outcome of a prediction is known yet")];
	if (known < policy.labelCoverage * rows) return [skip("calibration", coverage(known, rows, policy))];
	return [measureCalibration(baseline, window.calibration, context, policy.thresholds.warn) ?? skip("calibration", "the baseline has fewer than 4 complete weeks")];
}
// packages/data/src/drift/overall.ts
/**
* A window's verdict from its effects': the worst that was shown; what is open keeps the rest from passing. Where the policy names a
* `failingShare`, features that fail without being critical fail the window together only, by importance, and warn else.
*/
function overallVerdict(results, hasOpenQuestions, policy) {
	const order = [
		"fail",
		"warn",
		"inconclusive"
	];
	const isEnough = failingImportance(results, policy) >= (policy.failingShare ?? 0);
	const verdicts = results.map((result) => result.verdict === "fail" && !isEnough && !failsAlone(result, policy) ? "warn" : result.verdict);
	if (hasOpenQuestions) verdicts.push("inconclusive");
	return verdicts.length === 0 ? "inconclusive" : order.find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
const isOfFeature = ({ family }) => family === "features" || family === "nulls";
function failsAlone(result, { columns }) {
	return !isOfFeature(result) || columns?.[result.column]?.critical === true;
}
/** Share of the features' importance whose distribution or missing values fail. */
function failingImportance(results, { columns }) {
	const names = new Set(results.filter(isOfFeature).map(({ column }) => column));
	let [failing, all] = [0, 0];
	for (const name of names) {
		const importance = columns?.[name]?.importance ?? 1;
		all += importance;
		if (results.some((result) => isOfFeature(result) && result.column === name && result.verdict === "fail")) failing += importance;
	}
	return all === 0 ? 0 : failing / all;
}
// packages/data/src/drift/wording.ts
/** One sentence for a result, the effect and its bounds first. */
function describeResult(result) {
	const { statistic, effect, bounds, limits, verdict, values, shown, needed } = result;
	const interval = `bounds ${show(bounds.lower)} to ${show(bounds.upper)}`;
	const limit = {
		fail: `≥ ${show(limits.fail)}`,
		warn: `≥ ${show(limits.warn)}`,
		pass: `< ${show(limits.warn)}`
	};
	const more = needed === null ? "" : `; ${needed.count} more ${needed.unit === "rows" ? "rows" : "days"} would settle it`;
	if (statistic === "observed_expected") {
		const range = `${show(shown.referenceLeast)} to ${show(shown.referenceMost)} in reference weeks`;
		const tolerated = shown.toleratedLeast !== shown.referenceLeast || shown.toleratedMost !== shown.referenceMost ? `, tolerated ${show(shown.toleratedLeast)} to ${show(shown.toleratedMost)}` : "";
		return `${`observed/expected ${show(values.window)} (bounds ${show(shown.ratioLower)} to ${show(shown.ratioUpper)}) against ${range}`}${tolerated} → ${verdict}${more}`;
	}
	const names = {
		ks: "KS distance",
		tvd: "total variation less noise",
		rate: "difference of rates"
	};
	const rates = statistic === "rate" ? ` from ${show(values.baseline)} to ${show(values.window)}` : "";
	const judged = verdict === "inconclusive" ? ` around the limit ${show(limits.warn)}` : ` ${limit[verdict]}`;
	return `${names[statistic]} ${show(effect)}${rates}, ${interval}${judged} → ${verdict}${more}`;
}
/** The verdict on a window in one sentence. */
function summarise(verdict, results, notJudged) {
	const named = (wanted) => results.filter((result) => result.verdict === wanted);
	const list = (found) => found.slice(0, 5).map(({ column, family }) => family === "nulls" ? `missing ${column}` : column).join(", ") + (found.length > 5 ? ` and ${found.length - 5} more` : "");
	const [failing, warning] = [named("fail"), named("warn")];
	if (verdict === "fail" && failing.length > 0) {
		const also = warning.length === 0 ? "" : `; ${list(warning)} less so`;
		return `Failing: ${list(failing)} changed since the baseline${also}.`;
	}
	const found = [...failing, ...warning];
	if (found.length > 0) return `Warning: ${list(found)} changed since the baseline.`;
	if (verdict === "pass") return `All ${results.length} effects are below their limits.`;
	const open = named("inconclusive");
	const skipped = notJudged.length === 0 ? "" : `${open.length > 0 ? "; " : ""}${notJudged.length} could not be judged`;
	return `Nothing is shown to have changed, but not everything to be unchanged: ${open.length > 0 ? `${list(open)} open` : ""}${skipped}.`;
}
function show(value) {
	if (value === null || value === void 0) return "–";
	const size = Math.abs(value);
	const text = size >= 1 ? size.toFixed(2) : size.toFixed(size < .01 && size > 0 ? 4 : 3).replace(/^0/, "");
	return value < 0 ? `−${text}` : text;
}
// packages/data/src/drift/judge.ts
/**
* Judges a window against a baseline, from counts alone: the same counts and policy give the same decision.
*
* A day that has not arrived leaves everything open. Each effect fails when its lower bound is at least the failing limit, warns at
* the warning limit, passes when its upper bound is below the warning limit, and is inconclusive else. A limit is never below what
* complete reference weeks differ by, and an alarm needs an adjusted p-value within its family. What is a `warning` warns at most.
*/
function judgeDrift({ baseline, window, policy: given }) {
	const policy = MonitorPolicy.parse(given);
	const missing = missingDays(baseline, window);
	if (missing.length > 0) {
		const reason = window.days.length === 0 ? "The window has no rows." : `${missing.length} of ${datesOf(window.period).length} days have not arrived, or not wholly: ${missing.slice(0, 7).join(", ")}.`;
		return {
			verdict: "inconclusive",
			reason,
			results: [],
			notJudged: [{
				id: "window",
				reason
			}]
		};
	}
	const { measured, notJudged } = measureWindow(baseline, window, policy);
	const judged = judgeFamilies(measured, policy, limitsFrom(policy, baseline));
	const results = judged.map(({ result }) => result);
	const deciding = judged.flatMap(({ result, isAdvisory }) => isAdvisory && result.verdict === "inconclusive" ? [] : [result]);
	const verdict = overallVerdict(deciding, notJudged.length > 0, policy);
	const decision = {
		verdict,
		reason: summarise(verdict, deciding, notJudged),
		results,
		notJudged
	};
	return verdict === "pass" ? {
		...decision,
		ruledOutAbove: largestUpper(deciding)
	} : decision;
}
function largestUpper(results) {
	const distances = results.filter(({ statistic }) => statistic !== "observed_expected");
	return Math.max(0, ...distances.map(({ bounds }) => bounds.upper ?? 1));
}
/** Days that the reference's weekdays promise and that have less than half of the rows of the poorest such day. */
function missingDays(baseline, { period, days, rows }) {
	const counted = readNumbers(rows);
	return datesOf(period).filter((date) => {
		const usual = baseline.weekdays[weekdayOf(date)];
		return usual.days > 0 && (counted[days.indexOf(date)] ?? 0) < usual.leastRows / 2;
	});
}
function judgeFamilies(measured, policy, limitsOf) {
	const limited = measured.map((measurement) => {
		const limits = limitsOf(measurement);
		const hasEnough = measurement.isCertain === true || measurement.effectiveRows >= Math.max(policy.minRows, measurement.rowsAsked) && measurement.blocks >= policy.minBlocks;
		return {
			measurement,
			limits,
			hasEnough,
			p: hasEnough ? pValueOf(measurement) : NaN
		};
	});
	const familyOf = ({ measurement: { family, isAdvisory } }) => isAdvisory ? "shown" : family;
	return [...Map.groupBy(limited, familyOf).values()].flatMap((family) => {
		const q = benjaminiHochberg(family.map(({ p }) => p));
		return family.map((entry, i) => ({
			result: judgeOne(entry, entry.hasEnough ? q[i] : NaN, policy),
			isAdvisory: entry.measurement.isAdvisory === true
		}));
	});
}
/** Of "nothing changed": two-sided, since the sign is the sample's own. The calibration's is one-sided, for its end of the range. */
function pValueOf({ statistic, effect, standardError, blocks, isCertain }) {
	if (isCertain === true) return 0;
	const p = excessPValue(effect, {
		standardError,
		blocks,
		limit: 0
	});
	return statistic === "observed_expected" ? p : Math.min(1, 2 * p);
}
function judgeOne({ measurement, limits, hasEnough, p }, q, policy) {
	const { effect, lower, upper, column, family, statistic, rows, blocks, values } = measurement;
	const isShown = hasEnough && q <= policy.falseDiscoveryRate;
	const passes = upper < limits.ruledOut;
	const exceeds = (limit) => isShown && (limit === 0 ? lower > 0 : lower >= limit);
	const verdict = !hasEnough ? "inconclusive" : exceeds(limits.fail) && !measurement.isAdvisory && !limits.isWarning ? "fail" : exceeds(limits.warn) ? "warn" : passes ? "pass" : "inconclusive";
	const result = {
		column,
		family,
		statistic,
		verdict,
		effect: finite(effect),
		bounds: {
			lower: finite(lower),
			upper: finite(upper),
			level: policy.confidence
		},
		p: finite(p),
		q: finite(q),
		limits: {
			warn: limits.warn,
			fail: limits.fail
		},
		rows,
		blocks,
		needed: verdict === "inconclusive" ? neededFor(measurement, limits.equivalence ?? limits.warn, policy) : null,
		values: {
			baseline: finite(values.baseline),
			window: finite(values.window)
		},
		shown: Object.fromEntries(Object.entries(measurement.shown).map(([name, value]) => [name, finite(value)]))
	};
	return {
		...result,
		reason: measurement.reason ?? describeResult(result)
	};
}
/** Rows up to the minimum, days up to the minimum, else days until the bound nearest the limit would reach it. */
function neededFor(measurement, limit, policy) {
	const { effectiveRows, rowsAsked, blocks, effect, standardError, rows } = measurement;
	const asked = Math.max(policy.minRows, rowsAsked);
	if (effectiveRows < asked) {
		const m = rows === effectiveRows ? Number.POSITIVE_INFINITY : effectiveRows * rows / (rows - effectiveRows);
		if (!(m > asked)) return null;
		const wanted = m === Number.POSITIVE_INFINITY ? asked : asked * m / (m - asked);
		return {
			count: Math.max(1, Math.ceil(wanted - rows)),
			unit: "rows"
		};
	}
	if (policy.windows === "day") return null;
	if (blocks < policy.minBlocks) return {
		count: policy.minBlocks - blocks,
		unit: "blocks"
	};
	const squares = standardError * standardError * (blocks - 1) / blocks;
	const clusters = clustersForReach(Math.abs(effect - limit), {
		squares,
		clusters: blocks,
		level: policy.confidence
	});
	return Number.isFinite(clusters) && clusters > blocks && clusters - blocks < 1e9 ? {
		count: clusters - blocks,
		unit: "blocks"
	} : null;
}
const finite = (value) => value !== null && Number.isFinite(value) ? value : null;
// packages/data/src/drift/check.ts
/** A window's judgement as the registry keeps it. The same baseline, counts and policy have the same id. */
function checkDrift(question) {
	const { baseline, window, dataset } = question;
	const policy = MonitorPolicy.parse(question.policy);
	const { verdict, reason, results, notJudged, ruledOutAbove } = judgeDrift({
		baseline,
		window,
		policy
	});
	const digest = digestOf(window);
	return {
		schema: "tidemark/drift/v1",
		model: baseline.model,
		id: digestOf({
			baseline: baseline.id,
			window: digest,
			policy
		}),
		baseline: baseline.id,
		dataset,
		modelDigest: baseline.modelDigest,
		window: {
			...window.period,
			digest,
			rows: readNumbers(window.rows).reduce((sum, rows) => sum + rows, 0),
			blocks: window.days.length
		},
		policy,
		verdict,
		reason,
		results: [...results],
		notJudged: [...notJudged],
		...ruledOutAbove === void 0 ? {} : { ruledOutAbove },
		statistics: window
	};
}
/** Makes a stored check's decision again. Throws `DIGEST_MISMATCH` where baseline, counts or the decision are not those on record. */
function replayDrift(check, baseline) {
	const again = checkDrift({
		baseline,
		window: check.statistics,
		dataset: check.dataset,
		policy: check.policy
	});
	const { id, ...rest } = baseline;
	const differs = [
		...digestOf(rest) === id && check.baseline === id ? [] : ["the baseline"],
		...again.window.digest === check.window.digest ? [] : ["the window’s counts"],
		...canonicalJson(asStored(again, check)) === canonicalJson(check) ? [] : ["the decision"]
	];
	if (differs.length === 0) return again;
	throw new TidemarkError("DIGEST_MISMATCH", `Drift check ${check.id}: ${differs.join(", ")} cannot be made again`, { hint: "The stored document was changed, or is from another version of Tidemark. Restore it from Git history." });
}
/** A check without what versions later than the stored one's show besides: none of it is decided on. */
function asStored({ ruledOutAbove, ...again }, stored) {
	return {
		...again,
		...stored.ruledOutAbove === void 0 || ruledOutAbove === void 0 ? {} : { ruledOutAbove },
		results: again.results.map((result, i) => {
			const known = stored.results[i]?.shown ?? {};
			return {
				...result,
				shown: Object.fromEntries(Object.entries(result.shown).filter(([name]) => name in known))
			};
		})
	};
}
/** As `replayDrift`, but says in one sentence what is wrong, or null. */
function findDriftReplayProblem(check, baseline) {
	try {
		replayDrift(check, baseline);
		return null;
	} catch (error) {
		if (error instanceof TidemarkError) return error.message;
		throw error;
	}
}
// packages/data/src/drift/contract-rules.ts
/**
* A monitor with a contract's drift rules: they become the policy's own settings, so that one decision is made and what is on record
* says by which. A property's rule is its column's in `columns`, the object's that of all `features`. Where `monitor` in model.yaml
* speaks, it counts, setting by setting for a column; of the object's limits it speaks where it has `thresholds` or `features`.
*/
function withDriftRules(monitor, { object, driftRules, locate }, { hasThresholds }) {
	const notes = [];
	const note = ({ path }, message) => void notes.push({
		message,
		place: locate(path)
	});
	const columns = { ...monitor.columns };
	let { features } = monitor;
	for (const rule of driftRules) {
		const settings = settingsOf(rule);
		if (rule.column === void 0) {
			if (features === void 0 && !hasThresholds) features = settings.own;
			else note(rule, `${rule.id} is left aside: monitor in model.yaml has limits of its own`);
			continue;
		}
		const { name, physicalName = name } = object.properties.find((property) => property.name === rule.column);
		const own = Object.hasOwn(columns, physicalName) ? { ...columns[physicalName] } : {};
		const asked = {
			...settings.own,
			...settings.weight
		};
		for (const [key, value] of Object.entries(asked)) if (own[key] !== void 0 && own[key] !== value) note(rule, `${rule.id}: ${key} is ${own[key]} in model.yaml, which counts, and ${value} in the contract`);
		columns[physicalName] = inOrder({
			...asked,
			...own
		});
	}
	if (driftRules.length === 0) return {
		monitor,
		notes
	};
	return {
		monitor: {
			...monitor,
			...features === void 0 ? {} : { features },
			...Object.keys(columns).length === 0 ? {} : { columns }
		},
		notes
	};
}
function settingsOf({ warn, fail, delta, severity, critical, weight }) {
	return {
		own: {
			...warn === void 0 ? {} : { warn },
			...fail === void 0 ? {} : { fail },
			...delta === void 0 ? {} : { equivalence: delta },
			severity
		},
		weight: {
			...critical === void 0 ? {} : { critical },
			...weight === void 0 ? {} : { importance: weight }
		}
	};
}
/** Limits from two places may cross: then the one for failing and what is to be ruled out give way to the warning. */
function inOrder(rule) {
	const { warn, fail, equivalence } = rule;
	return {
		...rule,
		...warn !== void 0 && fail !== void 0 ? { fail: Math.max(warn, fail) } : {},
		...equivalence === void 0 ? {} : { equivalence: Math.min(equivalence, warn ?? fail ?? 1) }
	};
}
// packages/data/src/drift/rule-checks.ts
const worstFirst = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
/**
* Each drift rule's part of a window's verdict as a check of the contract. Drift that warns is a warning, as is what remains open: a
* quiet week of few rows breaks no rule, and says so.
*/
function checksOfRules({ driftRules, locate }, window, { columns, owners }) {
	return driftRules.map((rule) => {
		const { verdict, reason } = answerOf(rule, window, {
			columns,
			owners
		});
		const { rows } = window.window;
		return {
			...headOf(rule, `in the ${windowName(window)}`),
			severity: verdict === "fail" || verdict === "pass" ? rule.severity : "warning",
			verdict: verdict === "warn" ? "fail" : verdict,
			rows,
			observed: verdict === "pass" ? "no drift" : `${verdict}: ${reason.replace(/\.$/, "")}`,
			place: locate(rule.path)
		};
	});
}
/** Each rule's check where no row could be counted: no pass. */
function uncountedRules({ driftRules, locate }, observed, rows) {
	return driftRules.map((rule) => ({
		...headOf(rule, "in the newest week"),
		severity: rule.severity,
		verdict: "inconclusive",
		rows,
		observed,
		place: locate(rule.path)
	}));
}
const headOf = ({ id, column }, when) => ({
	id,
	...column === void 0 ? {} : { column },
	kind: "drift",
	description: `${column ?? "Every column"} is like the baseline ${when}.`,
	failedRows: null,
	expected: "no drift",
	samples: []
});
function answerOf({ column }, window, { columns, owners }) {
	if (column === void 0) return window;
	const name = columns.get(column) ?? column;
	const [worst] = window.results.filter((result) => (owners.get(result.column) ?? result.column) === name).sort((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict));
	const open = window.notJudged.find(({ id }) => id === "window" || id.endsWith(`.${name}`));
	if (worst !== void 0 && (open === void 0 || worst.verdict === "fail" || worst.verdict === "warn")) return worst;
	return {
		verdict: "inconclusive",
		reason: open?.reason ?? "it is not counted"
	};
}
// packages/data/src/drift/contract-drift.ts
/**
* Judges a dataset's complete weeks after the baseline that a contract's drift rules name, with the monitor's own decision. Without a
* model nothing but the contract is the policy: its object's rule is one of all columns; where there is none, the columns with a rule
* are judged. Null without drift rules. The dataset's view must be there. Throws `FILE_NOT_FOUND`, `DOCUMENT_INVALID` and
* `DIGEST_MISMATCH` for a baseline that is not as it was written.
*/
async function judgeContractDrift(engine, dataset, contract, root) {
	const { driftRules: rules, object } = contract;
	if (rules.length === 0) return null;
	const [path] = rules.flatMap(({ baseline }) => baseline ?? []);
	const dayProperty = dayOfRules(object, rules);
	if (path === void 0 || dayProperty === void 0) return nothing("no drift rule names a baseline; drift-report has the one of a model’s version");
	const whole = await readBaseline(root, path);
	const columns = resolveColumns(dataset, contract);
	const data = plainRows(dataset, {
		day: columns.get(dayProperty) ?? dayProperty,
		label: whole.columns.find(({ kind }) => kind === "rate")?.name
	});
	try {
		const arrived = await readPeriod(engine, data.features);
		const { end } = whole.period;
		const windows = arrived === null ? [] : completeWeeks({
			start: end,
			end: arrived.end
		}).slice(-26);
		if (windows.length === 0) return nothing(`no complete week has come since the baseline, which ends before ${end}`);
		return await judgeWindows(windows, {
			engine,
			dataset,
			contract,
			data,
			baseline: whole,
			columns
		});
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		const reason = `the rows cannot be counted by ${dayProperty} (${error.code})`;
		return {
			windows: [],
			checks: uncountedRules(contract, reason, dataset.rows),
			notJudged: reason
		};
	}
}
async function judgeWindows(windows, { engine, dataset, contract, data, baseline: whole, columns }) {
	const { monitor } = withDriftRules(MonitorPolicy.parse({}), contract, { hasThresholds: false });
	const ruled = new Set(contract.driftRules.flatMap(({ column }) => columns.get(column ?? "") ?? []));
	const isAll = contract.driftRules.some(({ column }) => column === void 0);
	const owners = ownersOf(whole);
	const baseline = isAll ? whole : {
		...whole,
		columns: whole.columns.filter(({ name }) => ruled.has(owners.get(name) ?? name))
	};
	const open = new Set(publicColumns(contract));
	const isPublic = (name) => open.has(owners.get(name) ?? name);
	const checks = (await profileWindows(engine, data, baseline, windows)).map((window) => checkDrift({
		baseline,
		window,
		dataset: dataset.digest,
		policy: monitor
	})).map((check) => withoutValues(check, isPublic));
	return {
		windows: checks,
		checks: checksOfRules(contract, checks.at(-1), {
			columns,
			owners
		}),
		notJudged: null
	};
}
const nothing = (notJudged) => ({
	windows: [],
	checks: [],
	notJudged
});
/** A mean is made of values: it is told of public columns alone, as are the base's. Rates are of rows. */
function withoutValues(check, isPublic) {
	const results = check.results.map((result) => result.statistic !== "ks" || isPublic(result.column) ? result : {
		...result,
		values: {
			baseline: null,
			window: null
		}
	});
	return {
		...check,
		results
	};
}
/** A baseline below a checkout, as it was written. */
async function readBaseline(root, path) {
	return parseBaseline(await readBelow(root, path, `Write it with \`tidemark contract infer --baseline ${path}\` or \`tidemark profile\`, or correct the rule’s path, which is from the repository’s root.`), path);
}
/** A baseline from its text. Throws `DOCUMENT_INVALID`, and `DIGEST_MISMATCH` where it was edited. */
function parseBaseline(text, file) {
	const baseline = parseJsonDocument(Baseline, text, file);
	const { id, ...rest } = baseline;
	if (digestOf(rest) === id) return baseline;
	throw new TidemarkError("DIGEST_MISMATCH", `${file} is not the baseline that it says it is: its id is another one’s`, { hint: "It was edited. Restore it from Git history, or write it again." });
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
	return /^(IO|Serialization) Error|CSV Error|sniffing file|No magic bytes|Parquet|Snappy|ZSTD|gzip|GZIP|Malformed JSON|JSON transform error|TProtocolException|don't know what type|Could not (read|open)/i.test(message) && !/^(Binder|Catalog|Parser) Error(?!.*sniffing)/.test(message);
}
// packages/data/src/engine/row-visitor.ts
/** Holds what a visitor threw, which is no failure of the engine’s. */
var VisitFailure = class {
	cause;
	constructor(cause) {
		this.cause = cause;
	}
};
/**
* Hands rows over where the engine has them: a function of ours stands in the query, which its threads call with each of their vectors.
* So no result is built, copied or left to the garbage collector, as when it is streamed.
*/
var RowVisitor = class RowVisitor {
	#connection;
	#name;
	#marked = [];
	#visit;
	#rows = 0;
	#failure;
	constructor(connection, name) {
		this.#connection = connection;
		this.#name = name;
	}
	/** Registers a function by a name that no team's SQL can know. */
	static async register(connection) {
		const { ANY, BOOLEAN, DuckDBScalarFunction } = await import("../lazy/lib.js").then((m) => __toESM(m.default, 1));
		const visitor = new RowVisitor(connection, `tidemark_visit_${randomUUID().replaceAll("-", "")}`);
		connection.registerScalarFunction(DuckDBScalarFunction.create({
			name: visitor.#name,
			mainFunction: (_, chunk) => visitor.#receive(chunk),
			returnType: BOOLEAN,
			varArgsType: ANY,
			specialHandling: true,
			volatile: true
		}));
		return visitor;
	}
	/** Visits all rows of a query, one query at a time. Throws a `VisitFailure`, what the engine throws, or `SQL_FAILED` where rows were lost. */
	async visit(sql, visit) {
		if (this.#visit !== void 0) throw new TypeError("a visitor takes one query at a time");
		this.#visit = visit;
		this.#rows = 0;
		this.#failure = void 0;
		try {
			const reader = await this.#connection.runAndReadAll(`SELECT count(${this.#name}(*COLUMNS(*))) FROM (${sql})`);
			assertWhole(Number(reader.getRows()[0]?.[0]), this.#rows);
		} catch (cause) {
			throw this.#failure ?? cause;
		} finally {
			this.#visit = void 0;
		}
	}
	#receive(chunk) {
		if (this.#visit === void 0 || this.#failure !== void 0) return;
		const [items, validity] = [[], []];
		try {
			for (let i = 0; i < chunk.columnCount; i++) {
				const vector = chunk.getColumnVector(i);
				items.push(itemsOf(vector));
				validity.push(validityOf(vector));
			}
			this.#visit(items.map((own, i) => this.#mark(own, validity[i], i)), validity);
			this.#rows += chunk.rowCount;
		} catch (cause) {
			this.#failure = new VisitFailure(cause);
			throw cause instanceof Error ? cause : new Error(String(cause));
		} finally {
			for (const own of [...items, ...validity]) release(own);
		}
	}
	#mark(items, validity, column) {
		if (validity === null) return items;
		let marked;
		for (let byte = 0; byte * 8 < items.length; byte++) {
			if (validity[byte] === 255) continue;
			const end = Math.min(items.length, byte * 8 + 8);
			for (let item = byte * 8; item < end; item++) {
				if (!isNull(validity, item)) continue;
				if (items instanceof Int32Array) throw new TypeError("an INTEGER of a scan is NULL");
				marked ??= this.#copy(items, column);
				marked[item] = NaN;
			}
		}
		return marked ?? items;
	}
	#copy(items, column) {
		if ((this.#marked[column]?.length ?? 0) < items.length) this.#marked[column] = new Float64Array(items.length);
		const copy = this.#marked[column].subarray(0, items.length);
		copy.set(items);
		return copy;
	}
};
function itemsOf({ items }) {
	if (items instanceof Float64Array || items instanceof Int32Array) return items;
	throw changed();
}
function validityOf({ validity }) {
	const data = validity?.data;
	if (data === null) return null;
	if (!(data instanceof BigUint64Array)) throw changed();
	return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
const changed = () => new TypeError("the DuckDB binding no longer keeps a vector in a typed array");
function release(view) {
	if (view?.buffer instanceof ArrayBuffer && view.byteLength === view.buffer.byteLength) view.buffer.transfer(0);
}
function assertWhole(counted, seen) {
	if (counted === seen) return;
	throw new TidemarkError("SQL_FAILED", `${seen} of ${counted} rows were handed over`, { hint: "This is a fault of the data engine. Report it with the query’s columns and types." });
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
		const [connection, beside] = [await instance.connect(), await instance.connect()];
		for (const own of [connection, beside]) await own.run(session);
		for (const statement of lock(paths)) await connection.run(statement);
		return new LockedEngine({
			connection,
			visitor: await RowVisitor.register(connection),
			visitorBeside: await RowVisitor.register(beside)
		}, (cause) => engineFailure(cause, paths, options.root), async () => {
			beside.closeSync();
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
const session = `SET TimeZone = 'UTC'`;
function lock(paths) {
	return [
		`CREATE SCHEMA tidemark`,
		`SET allowed_paths = [${paths.map(quoteLiteral).join(", ")}]`,
		"SET enable_external_access = false",
		"SET lock_configuration = true"
	];
}
var LockedEngine = class {
	#connection;
	#visitor;
	#visitorBeside;
	#failure;
	#release;
	#last = Promise.resolve();
	#lastBeside = Promise.resolve();
	#closing;
	constructor({ connection, visitor, visitorBeside }, failure, release) {
		this.#connection = connection;
		this.#visitor = visitor;
		this.#visitorBeside = visitorBeside;
		this.#failure = failure;
		this.#release = release;
	}
	query(sql, { limitMs } = {}) {
		return this.#inLine(async () => {
			const read = async () => {
				return (await this.#connection.runAndReadAll(sql)).getRowObjectsJS();
			};
			return limitMs === void 0 ? read() : this.#within(limitMs, read);
		});
	}
	async #within(limitMs, work) {
		let isOver = false;
		const timer = setTimeout(() => {
			isOver = true;
			this.#connection.interrupt();
		}, limitMs);
		try {
			return await work();
		} catch (cause) {
			if (!isOver) throw cause;
			throw new TidemarkError("SQL_FAILED", `The query was stopped after ${limitMs / 1e3} seconds`, {
				hint: "Join on a key, or ask for less: a query may not take longer.",
				cause
			});
		} finally {
			clearTimeout(timer);
		}
	}
	scan(sql, visit) {
		return this.#inLine(() => this.#visitor.visit(sql, visit));
	}
	scanBeside(sql, visit) {
		const result = this.#after(this.#lastBeside, () => this.#visitorBeside.visit(sql, visit));
		this.#lastBeside = result.catch(() => void 0);
		return result;
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
		this.#closing ??= Promise.all([this.#last, this.#lastBeside]).then(this.#release, this.#release);
		return this.#closing;
	}
	[Symbol.asyncDispose]() {
		return this.close();
	}
	#inLine(work) {
		const result = this.#after(this.#last, work);
		this.#last = result.catch(() => void 0);
		return result;
	}
	#after(earlier, work) {
		if (this.#closing !== void 0) return Promise.reject(new TidemarkError("SQL_FAILED", "The data engine is closed", { hint: "Open a new engine with openEngine." }));
		return earlier.then(work).catch((cause) => {
			throw cause instanceof VisitFailure ? cause.cause : this.#failure(cause);
		});
	}
};
// packages/data/src/fingerprint/files.ts
const maximumFiles = 1e5;
/**
* Files below `root` that the paths or globs name, sorted by path (UTF-16 code units), each once.
* Throws `PATH_REFUSED` where one leads outside the root and `FILE_NOT_FOUND` for every pattern without a file.
*/
async function resolveFiles(root, patterns) {
	const refused = patterns.filter(leadsOutside);
	if (refused.length > 0) throw outside$1(refused);
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
/** Size and SHA-256 of each file, read as a stream, or known to a cache. Throws as `resolveFiles` does. */
async function fingerprintFiles(root, patterns, cache) {
	const paths = await resolveFiles(root, patterns);
	const base = await realpath(root);
	const files = [];
	for (const path of paths) {
		const file = join(base, path);
		const digest = cache === void 0 ? await digestFile(file) : await cache.digest(file, () => digestFile(file));
		files.push({
			path,
			...digest
		});
	}
	return {
		root: base,
		files
	};
}
async function digestFile(path) {
	const hash = createHash("sha256");
	let sizeBytes = 0;
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async (chunks) => {
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
		if (leadsOutside(relative(base, await realpath(join(base, path))))) throw outside$1([path]);
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
function outside$1(paths) {
	return new TidemarkError("PATH_REFUSED", `Data files must lie below the data folder: ${paths.map((p) => JSON.stringify(p)).join(", ")}`, {
		hint: "Use relative paths without \"..\", and no symbolic links that lead out of the folder.",
		problems: paths.map((path) => ({
			path,
			message: "leads outside the data folder"
		}))
	});
}
// packages/data/src/contract/validate-objects.ts
/**
* The files that each object of a contract has: as given by object name, else the object's `physicalName` where its
* `physicalType` is `file`. Objects without files are left out; references to them are then no pass. Throws `INPUT_INVALID`
* for a name that is no object's, and where no object has any files.
*/
function filesOfObjects(contracts, given) {
	const names = contracts.map(({ object }) => object.name);
	const unknown = [...given.keys()].filter((name) => !names.includes(name));
	const hint = `Name the objects of the contract (${names.join(", ").slice(0, 500)}) with their files, or give an object physicalType: file and a glob as physicalName.`;
	if (unknown.length > 0) throw new TidemarkError("INPUT_INVALID", `The contract has no object ${unknown.join(", ")}`, { hint });
	const found = contracts.flatMap((contract) => {
		const { name, physicalName, physicalType } = contract.object;
		const own = physicalType?.toLowerCase() === "file" && physicalName !== void 0 ? [physicalName] : [];
		const patterns = given.get(name) ?? own;
		return patterns.length === 0 ? [] : [{
			contract,
			patterns
		}];
	});
	if (found.length > 0) return found;
	throw new TidemarkError("INPUT_INVALID", "No files are named for any object of the contract", { hint });
}
/**
* A contract's verdict on the files of its objects, in one engine so that references between them can be followed. Freshness
* is judged at `asOf`, which is asked for only where a contract has rules for it; drift against the committed baseline that rules name.
* Throws what `fingerprintFiles`, `openDataset`, `validate` and `judgeContractDrift` do.
*/
async function validateObjects(root, objects, { asOf, cache }) {
	const opened = [];
	for (const { contract, patterns } of objects) opened.push({
		contract,
		files: await fingerprintFiles(root, patterns, cache)
	});
	const allowedPaths = opened.flatMap(({ files }) => files.files.map(({ path }) => join(files.root, path)));
	const base = opened[0]?.files.root;
	await using engine = await openEngine({
		allowedPaths,
		...base === void 0 ? {} : { root: base }
	});
	const related = [];
	for (const { contract, files } of opened) related.push({
		contract,
		dataset: await openDataset(engine, files, datasetOptions(contract))
	});
	const now = objects.some(({ contract }) => contract.freshness.length > 0) ? await asOf() : "";
	const validated = [];
	for (const { contract, dataset } of related) {
		const report = await validate(engine, dataset, contract, void 0, related);
		const freshness = await judgeFreshness(engine, dataset, contract, now);
		const drift = await judgeContractDrift(engine, dataset, contract, root);
		validated.push({
			contract,
			dataset,
			report,
			freshness,
			drift
		});
	}
	return validated;
}
// packages/data/src/contract-import/draft.ts
var import_dist = require_dist();
/** A contract as other formats and data give it, and what of them it could not take. */
var ContractDraft = class {
	objects = [];
	slaProperties = [];
	/** What could not be carried over, each with its place. */
	notCarried = [];
	object(name) {
		const own = identifier(name);
		const known = this.objects.find((object) => object.name === own);
		if (known) return known;
		const made = {
			name: own,
			properties: [],
			quality: [],
			relationships: []
		};
		this.objects.push(made);
		return made;
	}
	property(object, name) {
		const known = object.properties.find((property) => property.name === name);
		if (known) return known;
		const made = { name };
		object.properties.push(made);
		return made;
	}
	lose(where, what) {
		this.notCarried.push(where === "" ? what : `${where}: ${what}`);
	}
	/** The contract as YAML; what was lost is a comment at its head. */
	toYaml({ id, version = "1.0.0", note }) {
		const schema = this.objects.map(({ name, physicalName, description, properties, quality, relationships }) => ({
			name,
			...physicalName === void 0 ? {} : {
				physicalType: "file",
				physicalName
			},
			...description === void 0 ? {} : { description },
			properties,
			...quality.length === 0 ? {} : { quality },
			...relationships.length === 0 ? {} : { relationships }
		}));
		const comment = [note, ...this.notCarried.length === 0 ? [] : [
			"",
			"Not carried over:",
			...this.notCarried.map((one) => `- ${one}`)
		]].map((line) => `# ${line.replaceAll(/[\r\n\0]+/g, " ")}`.trimEnd()).join("\n");
		const document = {
			apiVersion: "v3.1.0",
			kind: "DataContract",
			id,
			version,
			status: "draft",
			schema,
			...this.slaProperties.length === 0 ? {} : { slaProperties: this.slaProperties }
		};
		return `${comment}\n${(0, import_dist.stringify)(document, {
			lineWidth: 120,
			aliasDuplicateObjects: false
		})}`;
	}
};
/** A name that queries can use for an object. */
function identifier(name) {
	const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_").slice(0, 63);
	return plain === "" ? "data" : plain;
}
function addQuality(to, rule) {
	to.quality ??= [];
	to.quality.push(rule);
}
function addOption(to, key, value) {
	if (value === void 0) return;
	to.logicalTypeOptions ??= {};
	to.logicalTypeOptions[key] = value;
}
// packages/data/src/contract-import/read-source.ts
const isLoose = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const asLoose = (value) => isLoose(value) ? value : {};
const listOf = (value) => Array.isArray(value) ? value : [];
const looseList = (value) => listOf(value).filter(isLoose);
const textOf = (value) => typeof value === "string" && value.trim() !== "" ? value : void 0;
const numberOf = (value) => typeof value === "number" && Number.isFinite(value) ? value : void 0;
const textsOf = (value) => (typeof value === "string" ? [value] : listOf(value)).filter((each) => typeof each === "string");
const scalarsOf = (value) => listOf(value).filter((each) => each === null || [
	"string",
	"number",
	"boolean"
].includes(typeof each));
/** Whether JavaScript reads a pattern: those of Python and of databases are often the same, and not always. */
function isPattern(pattern) {
	try {
		new RegExp(pattern, "u");
		return true;
	} catch {
		return false;
	}
}
// packages/data/src/contract-import/expectation-suite.ts
/** An expectation suite of Great Expectations, as 0.x and 1.x write it. */
function importExpectationSuite(document, name, draft) {
	const object = draft.object(name);
	for (const item of looseList(document.expectations)) {
		const type = textOf(item.type) ?? textOf(item.expectation_type) ?? "";
		const severity = ["warning", "info"].includes(String(item.severity)) ? "warning" : "error";
		const expectation = {
			type,
			kwargs: asLoose(item.kwargs),
			severity
		};
		const where = [textOf(expectation.kwargs.column), type].filter(Boolean).join(" ");
		if (textOf(expectation.kwargs.row_condition)) draft.lose(where, "its row_condition, so it was left out");
		else if (!carry(expectation, object, draft)) draft.lose(where, "no counterpart");
	}
}
function carry(expectation, object, draft) {
	const column = textOf(expectation.kwargs.column);
	return column === void 0 ? carryTable$1(expectation, object, draft) : carryColumn$1(expectation, column, object, draft);
}
function carryTable$1({ type, kwargs, severity }, object, draft) {
	const columns = textsOf(kwargs.column_set ?? kwargs.column_list);
	switch (type) {
		case "expect_table_row_count_to_be_between": return addRange(object, kwargs, {
			metric: "rowCount",
			severity
		});
		case "expect_table_row_count_to_equal":
			addQuality(object, {
				metric: "rowCount",
				mustBe: numberOf(kwargs.value) ?? 0,
				severity
			});
			return true;
		case "expect_table_columns_to_match_set":
		case "expect_table_columns_to_match_ordered_list":
			for (const name of columns) draft.property(object, name);
			if (type.endsWith("list")) draft.lose(type, "the order of the columns");
			return columns.length > 0;
		case "expect_compound_columns_to_be_unique":
			for (const name of columns) draft.property(object, name);
			addQuality(object, {
				metric: "duplicateValues",
				mustBe: 0,
				arguments: { properties: columns },
				severity
			});
			return columns.length > 0;
		case "expect_column_pair_values_a_to_be_greater_than_b":
		case "expect_column_pair_values_to_be_equal": {
			const [a, b] = [textOf(kwargs.column_A), textOf(kwargs.column_B)];
			if (a === void 0 || b === void 0) return false;
			for (const name of [a, b]) draft.property(object, name);
			const operator = type.endsWith("equal") ? "=" : kwargs.or_equal === true ? ">=" : ">";
			const query = `SELECT count(*) FROM {object} WHERE NOT (${quoteIdentifier(a)} ${operator} ${quoteIdentifier(b)})`;
			addQuality(object, {
				name: `${a} ${operator} ${b}`,
				type: "sql",
				query,
				mustBe: 0,
				severity
			});
			return true;
		}
		default: return false;
	}
}
const aggregates = {
	expect_column_min_to_be_between: "min",
	expect_column_max_to_be_between: "max",
	expect_column_mean_to_be_between: "avg",
	expect_column_median_to_be_between: "median",
	expect_column_sum_to_be_between: "sum",
	expect_column_stdev_to_be_between: "stddev_samp"
};
function carryColumn$1(expectation, column, object, draft) {
	const { type, kwargs, severity } = expectation;
	const property = draft.property(object, column);
	const mostly = numberOf(kwargs.mostly) ?? 1;
	const isStrict = mostly >= 1 && severity === "error";
	const tolerance = mostly >= 1 ? { mustBe: 0 } : {
		mustBeLessOrEqualTo: Number((100 * (1 - mostly)).toFixed(6)),
		unit: "percent"
	};
	const own = quoteIdentifier(column);
	const few = (condition, name) => {
		const [select, judged] = mostly >= 1 ? ["count(*)", { mustBe: 0 }] : [`100.0 * count(*) FILTER (WHERE ${condition}) / count(*)`, { mustBeLessOrEqualTo: tolerance.mustBeLessOrEqualTo }];
		const query = mostly >= 1 ? `SELECT ${select} FROM {object} WHERE ${condition}` : `SELECT ${select} FROM {object}`;
		addQuality(property, {
			name,
			type: "sql",
			query,
			...judged,
			severity
		});
		return true;
	};
	switch (type) {
		case "expect_column_to_exist": return true;
		case "expect_column_values_to_not_be_null":
			if (isStrict) property.required = true;
			else addQuality(property, {
				metric: "nullValues",
				...tolerance,
				severity
			});
			return true;
		case "expect_column_values_to_be_null":
			addQuality(property, {
				metric: "nullValues",
				mustBeGreaterOrEqualTo: 100 * mostly,
				unit: "percent",
				severity
			});
			return true;
		case "expect_column_values_to_be_unique":
			if (isStrict) property.unique = true;
			else addQuality(property, {
				metric: "duplicateValues",
				...tolerance,
				severity
			});
			return true;
		case "expect_column_values_to_be_in_set":
			if (scalarsOf(kwargs.value_set).length === 0) return false;
			addQuality(property, {
				metric: "invalidValues",
				...tolerance,
				arguments: { validValues: scalarsOf(kwargs.value_set) },
				severity
			});
			return true;
		case "expect_column_values_to_not_be_in_set": {
			const items = scalarsOf(kwargs.value_set).map((item) => quoteLiteral(String(item)));
			return items.length > 0 && few(`CAST(${own} AS VARCHAR) IN (${items.join(", ")})`, `${column} is not in a set`);
		}
		case "expect_column_values_to_match_regex": {
			const pattern = textOf(kwargs.regex);
			if (pattern === void 0 || !isPattern(pattern)) return false;
			const anchored = pattern.startsWith("^") ? pattern : `^(?:${pattern})`;
			addQuality(property, {
				metric: "invalidValues",
				...tolerance,
				arguments: { pattern: anchored },
				severity
			});
			return true;
		}
		case "expect_column_values_to_be_between": return carryBounds(kwargs, own, {
			isStrict,
			property,
			few
		});
		case "expect_column_value_lengths_to_be_between":
		case "expect_column_value_lengths_to_equal": {
			const [low, high] = type.endsWith("equal") ? [numberOf(kwargs.value), numberOf(kwargs.value)] : [numberOf(kwargs.min_value), numberOf(kwargs.max_value)];
			if (!isStrict) return few(outside(`length(CAST(${own} AS VARCHAR))`, low, high), `length of ${column}`);
			property.logicalType ??= "string";
			addOption(property, "minLength", low);
			addOption(property, "maxLength", high);
			return low !== void 0 || high !== void 0;
		}
		case "expect_column_values_to_be_of_type":
		case "expect_column_values_to_be_in_type_list": {
			const [only, another] = [...new Set(textsOf(kwargs.type_ ?? kwargs.type_list).map(typeOf))];
			if (only === void 0 || another !== void 0) return false;
			property.logicalType = only;
			return true;
		}
		case "expect_column_unique_value_count_to_be_between": return addRange(property, kwargs, {
			name: `distinct ${column}`,
			type: "sql",
			query: `SELECT count(DISTINCT ${own}) FROM {object}`,
			severity
		});
		default: {
			const aggregate = aggregates[type];
			if (aggregate === void 0) return false;
			const query = `SELECT ${aggregate}(${own}) FROM {object}`;
			return addRange(property, kwargs, {
				name: `${aggregate} of ${column}`,
				type: "sql",
				query,
				severity
			});
		}
	}
}
function carryBounds(kwargs, own, { isStrict, property, few }) {
	const [low, high] = [numberOf(kwargs.min_value), numberOf(kwargs.max_value)];
	if (low === void 0 && high === void 0) return false;
	const isTyped = property.logicalType === void 0 || ["number", "integer"].includes(property.logicalType);
	if (!isStrict || !isTyped) return few(outside(own, low, high), `range of ${property.name}`);
	property.logicalType ??= "number";
	addOption(property, kwargs.strict_min === true ? "exclusiveMinimum" : "minimum", low);
	addOption(property, kwargs.strict_max === true ? "exclusiveMaximum" : "maximum", high);
	return true;
}
function outside(value, low, high) {
	return [low === void 0 ? "" : `${value} < ${low}`, high === void 0 ? "" : `${value} > ${high}`].filter(Boolean).join(" OR ");
}
function addRange(to, kwargs, rule) {
	const [low, high] = [numberOf(kwargs.min_value), numberOf(kwargs.max_value)];
	if (low !== void 0 && high !== void 0) addQuality(to, {
		...rule,
		mustBeBetween: [low, high]
	});
	else if (low !== void 0) addQuality(to, {
		...rule,
		mustBeGreaterOrEqualTo: low
	});
	else if (high !== void 0) addQuality(to, {
		...rule,
		mustBeLessOrEqualTo: high
	});
	return low !== void 0 || high !== void 0;
}
/** Names of pandas, Spark and SQL types. */
function typeOf(name) {
	const type = name.toLowerCase().replace(/\(.*\)/, "").replace(/type$/, "").trim();
	if (/^(u?int(eger)?\d*|(big|small|tiny|huge)int|long|short|byte|serial|int\d+)$/.test(type)) return "integer";
	if (/^(float\d*|double( precision)?|decimal|numeric|number|real)$/.test(type)) return "number";
	if (/^(str(ing)?|object|(n?var)?n?char(acter)?( varying)?|varchar2?|text|uuid|citext)$/.test(type)) return "string";
	if (/^bool(ean)?_?$/.test(type)) return "boolean";
	if (type === "date") return "date";
	if (/^(datetime\d*|timestamp)([ _].*)?$/.test(type) || type.startsWith("datetime64")) return "timestamp";
}
// packages/data/src/contract-import/dbt-schema.ts
/** Models and sources of a dbt properties file (`schema.yml`). */
function importDbtSchema(document, _name, draft) {
	for (const model of looseList(document.models)) importTable(model, draft);
	for (const source of looseList(document.sources)) for (const table of looseList(source.tables)) {
		const object = importTable(table, draft);
		importFreshness({
			...source,
			...table,
			freshness: table.freshness ?? asLoose(source.config).freshness ?? source.freshness
		}, object, draft);
	}
	for (const key of ["seeds", "snapshots"]) for (const table of looseList(document[key])) importTable(table, draft);
}
function importTable(table, draft) {
	const object = draft.object(textOf(table.name) ?? "data");
	const description = textOf(table.description);
	if (description !== void 0) object.description = description;
	for (const column of looseList(table.columns)) {
		const property = draft.property(object, textOf(column.name) ?? "");
		const about = textOf(column.description);
		if (about !== void 0) property.description = about;
		const type = textOf(column.data_type);
		const logicalType = type === void 0 ? void 0 : typeOf(type);
		if (logicalType !== void 0) property.logicalType = logicalType;
		else if (type !== void 0) draft.lose(`${object.name}.${property.name}`, `the type ${type}`);
		for (const constraint of looseList(column.constraints)) importConstraint(constraint, property, object, draft);
		for (const test of testsOf(column)) importTest(test, {
			object,
			property,
			draft
		});
	}
	for (const test of testsOf(table)) importTest(test, {
		object,
		property: void 0,
		draft
	});
	for (const constraint of looseList(table.constraints)) {
		const columns = textsOf(constraint.columns);
		if (constraint.type !== "primary_key" || columns.length === 0) draft.lose(object.name, `the constraint ${String(constraint.type)}`);
		for (const [i, name] of (constraint.type === "primary_key" ? columns : []).entries()) Object.assign(draft.property(object, name), {
			primaryKey: true,
			primaryKeyPosition: i + 1
		});
	}
	return object;
}
function importConstraint(constraint, property, object, draft) {
	if (constraint.type === "not_null") property.required = true;
	else if (constraint.type === "unique") property.unique = true;
	else if (constraint.type === "primary_key") property.primaryKey = true;
	else draft.lose(`${object.name}.${property.name}`, `the constraint ${String(constraint.type)}`);
}
const testsOf = (of) => [...listOf(of.data_tests), ...listOf(of.tests)];
function importTest(test, place) {
	const { object, property, draft } = place;
	const where = property === void 0 ? object.name : `${object.name}.${property.name}`;
	const [name, given] = typeof test === "string" ? [test, {}] : Object.entries(asLoose(test)).find(([key]) => ![
		"name",
		"config",
		"description"
	].includes(key)) ?? ["", {}];
	const settings = asLoose(given);
	const config = {
		...settings,
		...asLoose(isLoose(test) ? test.config : {}),
		...asLoose(settings.config)
	};
	const values = {
		...settings,
		...asLoose(settings.arguments)
	};
	if (textOf(config.where)) {
		draft.lose(where, `${name} where ${String(config.where)}`);
		return;
	}
	const severity = config.severity === "warn" ? "warning" : "error";
	const short = name.replace(/^(dbt_utils|dbt_expectations|dbt)\./, "");
	if (!(property === void 0 ? carryTable(short, values, severity, place) : carryColumn(short, values, severity, property, place))) draft.lose(where, `the test ${name}`);
}
function carryColumn(name, values, severity, property, { object, draft }) {
	switch (name) {
		case "not_null":
			if (severity === "error") property.required = true;
			else addQuality(property, {
				metric: "nullValues",
				mustBe: 0,
				severity
			});
			return true;
		case "unique":
			if (severity === "error") property.unique = true;
			else addQuality(property, {
				metric: "duplicateValues",
				mustBe: 0,
				severity
			});
			return true;
		case "accepted_values": {
			const validValues = scalarsOf(values.values);
			if (validValues.length > 0) addQuality(property, {
				metric: "invalidValues",
				mustBe: 0,
				arguments: { validValues },
				severity
			});
			return validValues.length > 0;
		}
		case "relationships": {
			const target = /^(?:ref\(\s*(?:['"][^'"]+['"]\s*,\s*)?|source\(\s*['"][^'"]+['"]\s*,\s*)['"]([^'"]+)['"]\s*\)$/.exec(textOf(values.to) ?? "")?.[1];
			const field = textOf(values.field);
			if (target === void 0 || field === void 0) return false;
			if (severity === "warning") draft.lose(`${object.name}.${property.name}`, "that its reference only warns");
			property.relationships = [...property.relationships ?? [], { to: `${identifier(target)}.${field}` }];
			return true;
		}
		case "not_null_proportion": {
			const least = numberOf(values.at_least);
			if (least === void 0) return false;
			addQuality(property, {
				metric: "nullValues",
				mustBeLessOrEqualTo: Number((100 * (1 - least)).toFixed(6)),
				unit: "percent",
				severity
			});
			return true;
		}
		case "not_empty_string":
			addQuality(property, {
				metric: "missingValues",
				mustBe: 0,
				arguments: { missingValues: [""] },
				severity
			});
			return true;
		default: return false;
	}
}
function carryTable(name, values, severity, { object, draft }) {
	if (name === "unique_combination_of_columns") {
		const properties = textsOf(values.combination_of_columns);
		for (const column of properties) draft.property(object, column);
		if (properties.length > 0) addQuality(object, {
			metric: "duplicateValues",
			mustBe: 0,
			arguments: { properties },
			severity
		});
		return properties.length > 0;
	}
	const expression = name === "expression_is_true" ? textOf(values.expression) : void 0;
	if (expression === void 0 || /\{\{|\{%/.test(expression)) return false;
	addQuality(object, {
		name: expression.slice(0, 200),
		type: "sql",
		query: `SELECT count(*) FROM {object} WHERE NOT (${expression})`,
		mustBe: 0,
		severity
	});
	return true;
}
function importFreshness(source, object, draft) {
	const freshness = asLoose(source.freshness);
	const limit = asLoose(freshness.error_after ?? freshness.warn_after);
	const column = textOf(source.loaded_at_field) ?? textOf(asLoose(source.config).loaded_at_field);
	const [value, unit] = [numberOf(limit.count), textOf(limit.period)];
	if (value === void 0 || unit === void 0) return;
	if (column === void 0 || !object.properties.some(({ name }) => name === column)) {
		draft.lose(object.name, `freshness, whose column ${column ?? ""} is not among the columns`);
		return;
	}
	draft.slaProperties.push({
		property: "freshness",
		value,
		unit,
		element: `${object.name}.${column}`
	});
}
// packages/data/src/contract-import/json-schema.ts
const carried = [
	"minLength",
	"maxLength",
	"multipleOf",
	"minimum",
	"maximum",
	"minItems",
	"maxItems",
	"uniqueItems",
	"minProperties",
	"maxProperties"
];
const numeric = [
	"multipleOf",
	"minimum",
	"maximum",
	"exclusiveMinimum",
	"exclusiveMaximum"
];
const combined = [
	"oneOf",
	"anyOf",
	"allOf",
	"not",
	"if",
	"dependentRequired",
	"dependentSchemas",
	"patternProperties",
	"contains",
	"propertyNames"
];
const formats$1 = {
	email: "email",
	uuid: "uuid",
	uri: "uri",
	hostname: "hostname",
	ipv4: "ipv4",
	ipv6: "ipv6"
};
const times = {
	date: "date",
	"date-time": "timestamp",
	time: "time"
};
/** A JSON Schema (draft 4 to 2020-12) of one record, or of an array of them, as the columns of a table. */
function importJsonSchema(document, name, draft) {
	const root = resolve(document, document);
	const record = root.type === "array" ? resolve(asLoose(root.items), document) : root;
	const object = draft.object(textOf(record.title) ?? textOf(root.title) ?? name);
	const description = textOf(record.description);
	if (description !== void 0) object.description = description;
	const required = textsOf(record.required);
	const budget = { left: mostNested };
	for (const [key, value] of Object.entries(asLoose(record.properties))) {
		const property = draft.property(object, key);
		const place = {
			where: `${object.name}.${key}`,
			document,
			depth: 0,
			budget,
			isInList: false
		};
		importProperty(resolve(asLoose(value), document), property, place, draft);
		if (required.includes(key) && !allowsNull(resolve(asLoose(value), document))) property.required = true;
	}
	loseCombined(record, object.name, draft);
	if (record.additionalProperties === false) draft.lose(object.name, "additionalProperties: false; other columns are let be");
}
function importProperty(schema, property, place, draft) {
	const { where, isInList } = place;
	if (typeof schema.$ref === "string") draft.lose(where, `what ${schema.$ref} says`);
	const kinds = textsOf(schema.type).filter((type) => type !== "null");
	const [type, another] = kinds;
	const format = textOf(schema.format);
	if (another !== void 0) draft.lose(where, `several types (${kinds.join(", ")})`);
	else if (type !== void 0) property.logicalType = type === "string" ? times[format ?? ""] ?? "string" : type;
	const description = textOf(schema.description);
	if (description !== void 0) property.description = description;
	const own = property.logicalType;
	if (format !== void 0 && !(format in times)) {
		const known = own === "string" ? formats$1[format] : void 0;
		if (known === void 0) draft.lose(where, `the format ${format}`);
		else addOption(property, "format", known);
	}
	for (const key of [
		...carried,
		"exclusiveMinimum",
		"exclusiveMaximum"
	]) {
		const value = schema[key];
		if (value === void 0) continue;
		if (!(numeric.includes(key) ? own === "number" || own === "integer" : ownerOf(key) === own) || !["number", "boolean"].includes(typeof value)) draft.lose(where, `${key} ${JSON.stringify(value)}`);
		else if (value !== false) addOption(property, key, value);
	}
	const pattern = textOf(schema.pattern);
	if (pattern !== void 0) {
		if (own === "string" && isPattern(pattern)) addOption(property, "pattern", pattern);
		else draft.lose(where, `the pattern ${pattern}`);
	}
	const values = schema.const === void 0 ? scalarsOf(schema.enum) : scalarsOf([schema.const]);
	const given = schema.const === void 0 ? listOf(schema.enum).length : 1;
	if (values.length < given) draft.lose(where, "values that are no scalars");
	if (values.length > 0 && isInList) draft.lose(where, "which values there are");
	else if (values.length > 0) addQuality(property, {
		metric: "invalidValues",
		mustBe: 0,
		arguments: { validValues: values }
	});
	if (own === "object") importFields(schema, property, place, draft);
	if (own === "array" && schema.items !== void 0) importItems(schema, property, place, draft);
	if (numberOf(schema.default) !== void 0 || textOf(schema.default) !== void 0) draft.lose(where, "the default");
	loseCombined(schema, where, draft);
}
/** A schema may refer to itself without end, and in several places at once. */
const mostDepth = 8;
const mostNested = 1e3;
function importFields(schema, property, { where, document, depth, budget, isInList }, draft) {
	const required = textsOf(schema.required);
	const fields = Object.entries(asLoose(schema.properties)).filter(([key]) => key !== "");
	const isTooMuch = depth >= mostDepth || fields.length > budget.left;
	if (isTooMuch && fields.length > 0) draft.lose(where, "what is inside the object, so deep in");
	const kept = isTooMuch ? [] : fields;
	budget.left -= kept.length;
	const others = required.filter((key) => !kept.some(([name]) => name === key));
	if (others.length > 0) addOption(property, "required", others);
	if (kept.length === 0) return;
	property.properties = kept.map(([name, value]) => {
		const inner = { name };
		const own = resolve(asLoose(value), document);
		importProperty(own, inner, {
			where: `${where}.${name}`,
			document,
			depth: depth + 1,
			budget,
			isInList
		}, draft);
		if (required.includes(name) && !allowsNull(own)) inner.required = true;
		return inner;
	});
}
function importItems(schema, property, { where, document, depth, budget }, draft) {
	const own = resolve(asLoose(schema.items), document);
	if (Array.isArray(schema.items) || depth >= mostDepth) {
		draft.lose(where, "what the items are");
		return;
	}
	const items = {};
	importProperty(own, items, {
		where: `${where}[]`,
		document,
		depth: depth + 1,
		budget,
		isInList: true
	}, draft);
	if (items.logicalType !== void 0 && !allowsNull(own)) items.required = true;
	if (Object.keys(items).length > 0) property.items = items;
}
const ownerOf = (key) => key.endsWith("Length") ? "string" : key.endsWith("Items") ? "array" : "object";
function allowsNull(schema) {
	return textsOf(schema.type).includes("null") || listOf(schema.enum).includes(null);
}
function loseCombined(schema, where, draft) {
	for (const key of combined) if (schema[key] !== void 0) draft.lose(where, key);
}
/** Follows `$ref` within the document, and keeps what is said beside it. One that leads elsewhere, nowhere or round in a circle stays. */
function resolve(schema, document) {
	let found = schema;
	for (let step = 0; step < 20 && typeof found.$ref === "string"; step++) {
		const { $ref, ...beside } = found;
		if (!$ref.startsWith("#")) return found;
		const target = $ref.slice(1).split("/").slice(1).reduce((at, key) => {
			const own = decodeKey(key);
			return Object.hasOwn(asLoose(at), own) ? asLoose(at)[own] : void 0;
		}, document);
		if (!isLoose(target)) return found;
		found = {
			...target,
			...beside
		};
	}
	return found;
}
/** Of a JSON pointer in a URI's fragment. */
function decodeKey(key) {
	return (/%(?![0-9A-Fa-f]{2})/.test(key) ? key : decodeURIComponent(key)).replaceAll("~1", "/").replaceAll("~0", "~");
}
// packages/data/src/contract-import/table-schema.ts
const types = {
	string: "string",
	number: "number",
	integer: "integer",
	boolean: "boolean",
	object: "object",
	array: "array",
	list: "array",
	date: "date",
	time: "time",
	datetime: "timestamp",
	year: "integer"
};
const formats = [
	"email",
	"uri",
	"uuid",
	"binary"
];
/** A Table Schema, or a Data Package of several: https://datapackage.org/standard/table-schema/. */
function importTableSchema(document, name, draft) {
	const resources = looseList(document.resources);
	if (resources.length === 0) importOne(document, draft.object(textOf(document.name) ?? name), draft);
	for (const resource of resources) {
		const object = draft.object(textOf(resource.name) ?? name);
		const [path, another] = textsOf(resource.path);
		if (path !== void 0 && another === void 0) object.physicalName = path;
		if (another !== void 0) draft.lose(object.name, "several paths; name them in the input `files`");
		if (typeof resource.schema === "string") draft.lose(object.name, `the schema in ${resource.schema}`);
		importOne(asLoose(resource.schema), object, draft);
	}
}
function importOne(schema, object, draft) {
	for (const field of looseList(schema.fields)) importField(field, draft.property(object, textOf(field.name) ?? ""), object, draft);
	const keys = textsOf(schema.primaryKey);
	for (const [i, key] of keys.entries()) {
		const property = draft.property(object, key);
		property.primaryKey = true;
		if (keys.length > 1) property.primaryKeyPosition = i + 1;
	}
	for (const key of listOfKeys(schema.uniqueKeys)) addQuality(object, {
		metric: "duplicateValues",
		mustBe: 0,
		arguments: { properties: key }
	});
	for (const key of looseList(schema.foreignKeys)) {
		const reference = asLoose(key.reference);
		const target = textOf(reference.resource) || object.name;
		const [from, to] = [textsOf(key.fields), textsOf(reference.fields)];
		object.relationships.push({
			from: from.map((field) => `${object.name}.${field}`),
			to: to.map((field) => `${identifier(target)}.${field}`)
		});
	}
	const missing = textsOf(schema.missingValues).filter((text) => text !== "");
	if (missing.length > 0) draft.lose(object.name, `missingValues (${missing.join(", ")}): files are read with empty fields as NULL alone`);
}
function importField(field, property, object, draft) {
	const where = `${object.name}.${property.name}`;
	const type = textOf(field.type);
	const logicalType = type === void 0 ? void 0 : types[type];
	if (logicalType !== void 0) property.logicalType = logicalType;
	else if (type !== void 0 && type !== "any") draft.lose(where, `the type ${type}`);
	const description = textOf(field.description) ?? textOf(field.title);
	if (description !== void 0) property.description = description;
	const format = textOf(field.format);
	if (format !== void 0 && format !== "default") {
		if (logicalType === "string" && formats.includes(format)) addOption(property, "format", format);
		else draft.lose(where, `the format ${format}`);
	}
	const constraints = asLoose(field.constraints);
	if (constraints.required === true) property.required = true;
	if (constraints.unique === true) property.unique = true;
	const isNumber = logicalType === "number" || logicalType === "integer";
	for (const key of [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum"
	]) {
		const bound = constraints[key];
		if (bound === void 0) continue;
		const value = isNumber ? numberOf(typeof bound === "string" ? Number(bound) : bound) : textOf(bound);
		if (value === void 0 || logicalType === void 0) draft.lose(where, `${key} ${String(bound)}`);
		else addOption(property, key, value);
	}
	for (const key of ["minLength", "maxLength"]) {
		const length = numberOf(constraints[key]);
		if (length === void 0) continue;
		if (logicalType === "string") addOption(property, key, length);
		else if (logicalType === "array") addOption(property, key.replace("Length", "Items"), length);
		else draft.lose(where, `${key} ${length}`);
	}
	const pattern = textOf(constraints.pattern);
	if (pattern !== void 0) {
		if (logicalType === "string" && isPattern(pattern)) addOption(property, "pattern", `^(?:${pattern})$`);
		else draft.lose(where, `the pattern ${pattern}`);
	}
	const values = scalarsOf(constraints.enum);
	if (values.length > 0) addQuality(property, {
		metric: "invalidValues",
		mustBe: 0,
		arguments: { validValues: values }
	});
	for (const key of Object.keys(constraints)) if (!known$1.includes(key)) draft.lose(where, `the constraint ${key}`);
}
const known$1 = [
	"required",
	"unique",
	"minimum",
	"maximum",
	"exclusiveMinimum",
	"exclusiveMaximum",
	"minLength",
	"maxLength",
	"pattern",
	"enum"
];
function listOfKeys(value) {
	return (Array.isArray(value) ? value : []).map(textsOf).filter((key) => key.length > 0);
}
// packages/data/src/contract-import/import-contract.ts
const importers = {
	"table-schema": importTableSchema,
	"json-schema": importJsonSchema,
	"great-expectations": importExpectationSuite,
	dbt: importDbtSchema
};
const importFormats = Object.keys(importers);
const names = {
	"table-schema": "a Table Schema",
	"json-schema": "a JSON Schema",
	"great-expectations": "a Great Expectations suite",
	dbt: "a dbt properties file"
};
/**
* Another tool's rules as a contract: YAML of the Open Data Contract Standard, and a list of what could not be carried over. The
* format is told by the document where it is not given. Throws `YAML_INVALID`, and `DOCUMENT_INVALID` where it is none of these.
*/
function importContract(text, { file, format, name, id }) {
	const { value } = readYaml(text, file);
	const chosen = isLoose(value) ? format ?? formatOf(value) : void 0;
	if (chosen === void 0) throw new TidemarkError("DOCUMENT_INVALID", `${file} is not a document that can be imported`, {
		hint: `Give one of these, or say which it is: ${Object.values(names).join(", ")}.`,
		problems: [{
			file,
			message: "its keys are of none of these formats"
		}]
	});
	const stem = name ?? file.replace(/^.*[/\\]/, "").replace(/\..*$/, "");
	const draft = new ContractDraft();
	importers[chosen](asLoose(value), stem, draft);
	draft.objects.splice(0, 1e400, ...draft.objects.filter(({ properties }) => properties.length > 0));
	if (draft.objects.length === 0) throw new TidemarkError("DOCUMENT_INVALID", `${file} describes no columns`, { hint: `A contract needs columns; ${names[chosen]} without any says nothing to check.` });
	const yaml = draft.toYaml({
		id: id ?? `urn:contract:${stem}`,
		note: `Imported from ${names[chosen]}. Read it before you rely on it.`
	});
	parseContracts(yaml, `the contract of ${file}`);
	return {
		format: chosen,
		yaml,
		notCarried: draft.notCarried
	};
}
function formatOf(document) {
	if (Array.isArray(document.expectations)) return "great-expectations";
	if (Array.isArray(document.fields) || Array.isArray(document.resources)) return "table-schema";
	if (Array.isArray(document.models) || Array.isArray(document.sources)) return "dbt";
	return document.properties !== void 0 || document.$schema !== void 0 || document.items !== void 0 ? "json-schema" : void 0;
}
// packages/data/src/contract-import/infer.ts
/** Values that fewer rows have could tell of single persons. */
const fewestRows$1 = 20;
const mostValues = 20;
/** Below this many rows, what all of them have in common says little. */
const fewestForShapes = 20;
/** Forms that all texts of a column may have, narrow ones first. */
const shapes = [
	["uuid", formatPatterns.uuid ?? ""],
	["email", formatPatterns.email ?? ""],
	["ipv4", formatPatterns.ipv4 ?? ""]
];
const classes = [
	"0-9",
	"A-Z",
	"a-z",
	"A-Z0-9",
	"a-z0-9",
	"A-Za-z",
	"A-Za-z0-9"
];
/**
* A contract that the data keep, as YAML: types, what is never NULL, what is unique, numbers that are never negative, texts of one
* form, and at least half as many rows. It is a draft for people to read: what held so far need not be a rule. Numbers and texts
* themselves do not appear in it unless `listsValues` says so. Takes one scan, one more a column that may be unique or is listed.
* Throws `COLUMN_MISSING` where `drift.day` is no column, and `COLUMN_TYPE` where it holds no days.
*/
async function inferContract(engine, dataset, options) {
	const draft = new ContractDraft();
	const object = draft.object(dataset.name);
	const columns = [];
	if (options.physicalName !== void 0) object.physicalName = options.physicalName;
	const facts = await readFacts(engine, dataset);
	for (const [i, { name, type }] of dataset.columns.entries()) {
		const property = draft.property(object, name);
		const fact = (key) => Number(facts[`${key}${i}`] ?? NaN);
		const logicalType = logicalTypeOf(type);
		describeInside(property, type);
		if (options.partitions?.includes(name)) property.partitioned = true;
		const nulls = fact("nulls");
		if (nulls === 0) property.required = true;
		else addQuality(property, tolerance(nulls / dataset.rows));
		if (fact("least") >= 0) addOption(property, "minimum", 0);
		if (logicalType === "string") describeText(property, (key) => fact(key), dataset.rows - nulls);
		if (dataset.rows >= fewestForShapes && fact("distinct") >= .5 * (dataset.rows - nulls) && nulls < dataset.rows && ["string", "integer"].includes(logicalType ?? "")) {
			if (await isUnique(engine, dataset, name)) property.unique = true;
		} else if (options.listsValues && logicalType === "string" && fact("distinct") <= 40) await listValues(engine, dataset, name, property);
		columns.push({
			name,
			logicalType: logicalType ?? null,
			isRequired: nulls === 0,
			isUnique: property.unique === true,
			distinct: Number.isFinite(fact("distinct")) ? fact("distinct") : null
		});
	}
	if (options.isSplit !== true) addQuality(object, {
		id: "enough_rows",
		metric: "rowCount",
		mustBeGreaterOrEqualTo: roundedDown(dataset.rows / 2)
	});
	const day = options.drift === void 0 ? null : dayOf(columns, options.drift.day);
	if (options.drift !== void 0 && day !== null) addQuality(object, driftRule(options.drift.baseline, day));
	return {
		yaml: draft.toYaml({
			id: options.id,
			note: `Inferred from ${dataset.rows} rows in ${dataset.files.length} file${dataset.files.length === 1 ? "" : "s"}. What held so far need not be a rule: read it before you rely on it.`
		}),
		columns,
		day
	};
}
/** A contract of columns that are there in words alone: nothing but their names, types, and whether they are ever absent. */
function declareContract(name, columns, { id }) {
	const draft = new ContractDraft();
	const object = draft.object(name);
	for (const { name: column, logicalType, isRequired } of columns) {
		const property = draft.property(object, column);
		if (logicalType !== null) property.logicalType = logicalType;
		if (isRequired) property.required = true;
	}
	return draft.toYaml({
		id,
		note: "Columns as they were named. Add what you know of them: bounds, patterns, units."
	});
}
function dayOf(columns, wanted) {
	if (wanted === void 0) {
		const [only, second] = columns.filter(({ logicalType, isRequired }) => isRequired && (logicalType === "date" || logicalType === "timestamp"));
		return only === void 0 || second !== void 0 ? null : only.name;
	}
	const named = columns.find(({ name }) => name === wanted);
	if ([
		"date",
		"timestamp",
		"string"
	].some((type) => type === named?.logicalType)) return wanted;
	if (named !== void 0) throw new TidemarkError("COLUMN_TYPE", `the column ${JSON.stringify(wanted.slice(0, 200))} holds no days`, { hint: "Name a column of dates with --day." });
	const names = columns.map(({ name }) => name).join(", ");
	throw new TidemarkError("COLUMN_MISSING", `the data have no column ${JSON.stringify(wanted.slice(0, 200))}`, { hint: `Name the one with a row’s day. There are: ${names.slice(0, 500)}.` });
}
/** Its limits are the monitor's own; a draft warns, and fails once people made it an error. */
function driftRule(baseline, day) {
	return {
		id: "drift",
		type: "custom",
		engine: "tidemark",
		severity: "warning",
		implementation: {
			check: "drift",
			baseline,
			day,
			warn: .1,
			fail: .2
		}
	};
}
/** Types alone, to any depth: what is inside of values is not counted. */
function describeInside(draft, type) {
	const logicalType = logicalTypeOf(type);
	if (logicalType !== void 0) draft.logicalType = logicalType;
	const fields = structFields(type)?.filter(({ name }) => name !== "");
	if (fields !== void 0 && fields.length > 0) draft.properties = fields.map(({ name, type: own }) => {
		const inner = { name };
		describeInside(inner, own);
		return inner;
	});
	const item = logicalType === "array" ? itemType(type) : null;
	if (item === null) return;
	const items = {};
	describeInside(items, item);
	if (Object.keys(items).length > 0) draft.items = items;
}
async function readFacts(engine, dataset) {
	const parts = dataset.columns.flatMap(({ name, type }, i) => {
		const column = quoteIdentifier(name);
		const common = [`count(*) FILTER (WHERE ${column} IS NULL) AS nulls${i}`];
		const logicalType = logicalTypeOf(type);
		if (logicalType !== void 0 && !["object", "array"].includes(logicalType)) common.push(`approx_count_distinct(${column}) AS distinct${i}`);
		if (logicalType === "number" || logicalType === "integer") common.push(`min(${column})::DOUBLE AS least${i}`);
		if (logicalType !== "string") return common;
		const text = `CAST(${column} AS VARCHAR)`;
		return [
			...common,
			`min(length(${text})) AS shortest${i}`,
			`max(length(${text})) AS longest${i}`,
			...shapes.map(([shape, pattern]) => `coalesce(bool_and(regexp_full_match(${text}, ${quoteLiteral(pattern)})), false)::INT AS ${shape}${i}`),
			...classes.map((each, c) => `coalesce(bool_and(regexp_full_match(${text}, '[${each}]+')), false)::INT AS class_${c}_${i}`)
		];
	});
	const [row] = await engine.query(`SELECT count(*) AS rows, ${parts.join(", ")} FROM ${dataset.rawView}`);
	return row ?? {};
}
function describeText(property, fact, texts) {
	if (texts < fewestForShapes) return;
	const shape = shapes.find(([name]) => fact(name) === 1);
	if (shape !== void 0) {
		addOption(property, "format", shape[0]);
		return;
	}
	const length = fact("longest");
	const characters = classes.find((_, c) => fact(`class_${c}_`) === 1);
	if (characters !== void 0 && fact("shortest") === length) addOption(property, "pattern", `^[${characters}]{${length}}$`);
}
/** Twice the share of NULLs that was seen, in whole percent, as a warning. */
function tolerance(share) {
	return {
		metric: "nullValues",
		mustBeLessOrEqualTo: Math.min(100, Math.ceil(200 * share)),
		unit: "percent",
		severity: "warning"
	};
}
async function isUnique(engine, dataset, name) {
	const column = quoteIdentifier(name);
	const [row] = await engine.query(`SELECT count(*) AS twice FROM (SELECT 1 FROM ${dataset.rawView} WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1)`);
	return Number(row?.twice) === 0;
}
async function listValues(engine, dataset, name, property) {
	const column = quoteIdentifier(name);
	const rows = await engine.query(`SELECT ${column} AS item, count(*) AS rows FROM ${dataset.rawView} WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY item LIMIT 21`);
	if (rows.length === 0 || rows.length > mostValues || rows.some((row) => Number(row.rows) < fewestRows$1)) return;
	addQuality(property, {
		metric: "invalidValues",
		mustBe: 0,
		arguments: { validValues: rows.map((row) => String(row.item)) }
	});
}
function logicalTypeOf(type) {
	if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return "integer";
	if (/^(FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type)) return "number";
	if (/^(VARCHAR|UUID|ENUM\(.*)$/s.test(type)) return "string";
	if (type === "BOOLEAN") return "boolean";
	if (type === "DATE") return "date";
	if (type.startsWith("TIMESTAMP")) return "timestamp";
	if (type.startsWith("TIME")) return "time";
	if (type.endsWith("]")) return "array";
	return /^(STRUCT|MAP)/.test(type) ? "object" : void 0;
}
/** To one significant digit. */
function roundedDown(count) {
	if (count < 1) return 1;
	const scale = 10 ** Math.floor(Math.log10(count));
	return Math.floor(count / scale) * scale;
}
// packages/data/src/database/letters.ts
let known;
/** A bracket expression of all letters for PostgreSQL's regular expressions, in ASCII, by ranges of code points: those that DuckDB knows. */
function letterClass() {
	known ??= `[${letterRanges().map(([first, last]) => first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`).join("")}]`;
	return known;
}
/** Letters that JavaScript's Unicode has and that of DuckDB's RE2 does not, so that a text has the same pattern wherever it lies. */
const newer = `88f c5c cdc 1c89-1c8a a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 105c0-105f3 10940-10959 10d4a-10d65 10d6f-10d85 10ec2-10ec7 11380-11389
 1138b 1138e 11390-113b5 113b7 113d1 113d3 11bc0-11be0 11db0-11ddb 13460-143fa 16100-1611d 16d40-16d6c 16ea0-16eb8 16ebb-16ed3 16ff2-16ff3
 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1e5d0-1e5ed 1e5f0 1e6c0-1e6de 1e6e0-1e6e2 1e6e4-1e6e5 1e6e7-1e6ed 1e6f0-1e6f4 1e6fe-1e6ff
 2b73a-2b73f 2cea2-2cead 2ebf0-2ee5d 323b0-33479`.split(/\s+/).map((range) => range.split("-").map((code) => Number.parseInt(code, 16)));
/** First and last code points of runs of letters. */
function letterRanges() {
	const unknown = new Set(newer.flatMap(([first = 0, last = first]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)));
	const ranges = [];
	for (let code = 0; code <= 1114111; code++) {
		if (!/\p{L}/u.test(String.fromCodePoint(code)) || unknown.has(code)) continue;
		const last = ranges.at(-1);
		if (last !== void 0 && last[1] === code - 1) last[1] = code;
		else ranges.push([code, code]);
	}
	return ranges;
}
const escaped = (code) => code < 65536 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
// packages/data/src/database/dialect.ts
const dialects = ["duckdb", "postgres"];
const list = (numbers) => numbers.map((number) => /e/.test(String(number)) ? String(number) : `${number}e0`).join(", ");
const dialect = {
	duckdb: {
		identifier: quoteIdentifier,
		literal: quoteLiteral,
		double: "DOUBLE",
		text: "VARCHAR",
		number: (column) => `CAST(${column} AS DOUBLE)`,
		isFinite: (value) => `isfinite(${value})`,
		edgesBelow: (value, edges) => `len(list_filter([${list(edges)}]::DOUBLE[], edge -> edge < ${value}))`,
		nth: (edges, index) => `([${list(edges)}]::DOUBLE[])[${index}]`,
		digest: (text) => `left(sha256(${text}), 16)`,
		whole: (value) => `CAST(${value} AS HUGEINT)`,
		levels: (levels) => `SELECT unnest([${levels.map(quoteLiteral).join(", ")}]::VARCHAR[]) AS level, unnest(range(${levels.length})) AS code`,
		jsonRows: (relation) => `(SELECT to_json(list(r)) FROM (${relation}) AS r)`,
		quantiles: (relation, shares) => `(SELECT to_json(list_select(s, list_transform([${list(shares)}]::DOUBLE[], share -> ceil(share * len(s))::BIGINT))) FROM (SELECT list_sort(list(x)) AS s FROM ${relation}) AS q)`,
		measure: (text, measure) => measure === "length" ? `length(${text})` : pattern(text, quoteLiteral("\\p{L}+")),
		bytes: (text) => text,
		hash: (text) => `CAST('0x' || left(md5(${text}), 8) AS BIGINT)`,
		columnsOf: (table) => informationSchema(table, quoteLiteral)
	},
	postgres: {
		identifier: quoteIdentifier,
		literal: escapedLiteral,
		double: "double precision",
		text: "text",
		number: (column) => `CAST(CASE CAST(${column} AS text) WHEN 'true' THEN '1' WHEN 'false' THEN '0' ELSE CAST(${column} AS text) END AS double precision)`,
		isFinite: (value) => `(${value} > '-Infinity'::double precision AND ${value} < 'Infinity'::double precision)`,
		edgesBelow: (value, edges) => edges.length === 0 ? "0" : `${edges.length} - width_bucket(-(${value}), ARRAY[${list(edges.map((edge) => -edge).reverse())}]::double precision[])`,
		nth: (edges, index) => `(ARRAY[${list(edges)}]::double precision[])[${index}]`,
		digest: (text) => `left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 16)`,
		whole: (value) => `CAST(${value} AS numeric)`,
		levels: (levels) => levels.length === 0 ? "SELECT NULL::text AS level, 0 AS code WHERE false" : `SELECT * FROM (VALUES ${levels.map((level, code) => `(${escapedLiteral(level)}, ${code})`).join(", ")}) AS v (level, code)`,
		jsonRows: (relation) => `(SELECT json_agg(r) FROM (${relation}) AS r)`,
		quantiles: (relation, shares) => `(SELECT to_json(percentile_disc(ARRAY[${list(shares)}]::double precision[]) WITHIN GROUP (ORDER BY x)) FROM ${relation})`,
		measure: (text, measure) => measure === "length" ? `length(${text})` : pattern(text, `'${letterClass()}+'`),
		bytes: (text) => `${text} COLLATE "C"`,
		hash: (text) => `CAST(CAST('x' || left(md5(${text}), 8) AS bit(32)) AS bigint)`,
		columnsOf: (table) => informationSchema(table, escapedLiteral)
	}
};
const pattern = (text, letters) => `left(regexp_replace(regexp_replace(${text}, ${letters}, 'a', 'g'), '[0-9]+', '9', 'g'), 100)`;
function informationSchema(table, literal) {
	return `SELECT column_name AS name, data_type AS type, ordinal_position AS place FROM information_schema.columns WHERE ${[
		"table_name",
		"table_schema",
		"table_catalog"
	].flatMap((column, i) => {
		const name = table.at(-1 - i);
		return name === void 0 ? [] : [`${column} = ${literal(name)}`];
	}).join(" AND ")}`;
}
function escapedLiteral(text) {
	const quoted = quoteLiteral(text);
	return quoted.includes("\\") ? `E${quoted.replaceAll("\\", "\\\\")}` : quoted;
}
// packages/data/src/database/expression.ts
/** What is counted of a row for a planned column: the table's own, the length or pattern of a text, or one of either inside of a segment and NULL elsewhere. */
function expressionOf(sql, plan) {
	const { name, segment, text } = plan;
	if (text !== void 0) return sql.measure(`CAST(${sql.identifier(text.column)} AS ${sql.text})`, text.measure);
	if (segment === void 0) return sql.identifier(name);
	return within(sql, sql.identifier(ownName(name, segment)), segment);
}
/** A score: one that is missing is no number, since nothing else is known to be missing; outside of the segment there is none. */
function scoreOf(sql, score, segment) {
	const value = `coalesce(${sql.number(sql.identifier(score))}, CAST('Infinity' AS ${sql.double}))`;
	return segment === void 0 ? value : within(sql, value, segment);
}
/** A value where a row is of a segment, else NULL. */
function within(sql, value, { column, value: wanted }) {
	return `CASE WHEN CAST(${sql.identifier(column)} AS ${sql.text}) = ${sql.literal(wanted)} THEN ${value} END`;
}
/** The column that a segment's column is of. */
const ownName = (name, segment) => name.slice(0, name.length - segmentName("", segment).length);
// packages/data/src/database/count-sql.ts
/** Codes of rows that are in no bin. */
const codes = {
	null: -1,
	nonFinite: -2,
	allRows: -3
};
/** What stands in place of a column's number: all rows, and scores against outcomes. */
const parts = {
	rows: -1,
	calibration: -2,
	outcomes: -3,
	losses: -4
};
/**
* One SELECT that counts a table on a baseline's edges, by day, as `profileWindow` counts files. It returns one JSON document: counts, least and greatest
* numbers of public columns, and whole-number sums. Rows never leave the database. The numbers together are not counted.
*/
function writeCountSql(baseline, { dialect: name, name: table, day, score }) {
	const sql = dialect[name];
	const { start, end } = baseline.period;
	const relation = `SELECT CAST(${sql.identifier(day)} AS date) AS tidemark_day, t.* FROM ${table.map(sql.identifier).join(".")} AS t
    WHERE CAST(${sql.identifier(day)} AS date) >= DATE ${sql.literal(start)} AND CAST(${sql.identifier(day)} AS date) < DATE ${sql.literal(end)}`;
	const plan = planOf(baseline);
	const counted = plan.columns.flatMap((plan, i) => {
		if (plan.kind === "numeric" && plan.family === "predictions") return score === void 0 ? [] : [countNumbers(sql, scoreOf(sql, score, plan.segment), plan, i)];
		const column = expressionOf(sql, plan);
		if (plan.kind === "rate") return [countRate(sql, column, i)];
		if (plan.kind === "categorical") return [countLevels(sql, column, {
			plan,
			i,
			salt: baseline.model
		})];
		return plan.joint === void 0 ? [countNumbers(sql, column, plan, i)] : [];
	});
	return `-- Counts by day for tidemark profile --from. Nothing but counts, sums and the extremes of public columns is returned.
WITH tidemark_rows AS (${relation}),
tidemark_counts AS (
${[
		`SELECT ${parts.rows} AS c, tidemark_day AS d, ${codes.allRows} AS b, count(*) AS n, ${none(sql)} FROM tidemark_rows GROUP BY tidemark_day`,
		...counted,
		...score === void 0 ? [] : countOutcomes(sql, sql.identifier(score), plan)
	].map((part) => `(${part})`).join("\nUNION ALL\n")})
SELECT ${sql.literal(`{"plan":"${baseline.id}","rows":`)} || CAST(coalesce(${sql.jsonRows(`SELECT c, CAST(d AS ${sql.text}) AS d, b, n, e, lo, hi, s, q FROM tidemark_counts`)}, '[]') AS ${sql.text}) || '}';
`;
}
const none = ({ double, text }) => `0 AS e, CAST(NULL AS ${double}) AS lo, CAST(NULL AS ${double}) AS hi, CAST(NULL AS ${text}) AS s, CAST(NULL AS ${text}) AS q`;
function countRate(sql, column, i) {
	return `SELECT ${i}, tidemark_day, CASE WHEN ${column} IS NULL THEN ${codes.null} WHEN ${sql.number(column)} = 1 THEN 1 ELSE 0 END, count(*), ${none(sql)}
    FROM tidemark_rows GROUP BY 2, 3`;
}
function countLevels(sql, column, { plan, i, salt }) {
	const text = `CAST(x AS ${sql.text})`;
	const level = plan.isHashed ? sql.digest(`${sql.literal(`${salt}/${plan.name}/`)} || ${text}`) : text;
	return `SELECT ${i}, d, CASE WHEN x IS NULL THEN ${codes.null} ELSE coalesce(code, ${plan.levels.length}) END, CAST(sum(n) AS bigint), ${none(sql)}
    FROM (SELECT tidemark_day AS d, ${column} AS x, count(*) AS n FROM tidemark_rows GROUP BY 1, 2) AS g
    LEFT JOIN (${sql.levels(plan.levels)}) AS l ON l.level = ${level} GROUP BY 2, 3`;
}
/** Scores against outcomes, of rows that have both, as `countCalibration` and `countOutcomes` count files. */
function countOutcomes(sql, score, { columns, calibration, expects }) {
	const label = columns.find(({ kind, segment }) => kind === "rate" && segment === void 0);
	const scores = columns.find(({ name }) => name === predictionName);
	if (label === void 0 || scores?.kind !== "numeric" || calibration === null) return [];
	const [double, micros] = [`CAST(NULL AS ${sql.double})`, (value) => sql.whole(`floor(${value} * 1000000 + 0.5)`)];
	const sum = (value) => `CAST(sum(${micros(value)}) AS ${sql.text})`;
	const labelled = `(SELECT * FROM (SELECT tidemark_day AS d, ${sql.number(score)} AS x, ${sql.number(sql.identifier(label.name))} AS y FROM tidemark_rows) AS v
      WHERE x >= 0 AND x <= 1 AND (y = 0 OR y = 1)) AS w`;
	const byBin = (part, edges, squares) => `SELECT ${part}, d, ${sql.edgesBelow("x", edges)}, count(*), CAST(sum(CASE WHEN y = 1 THEN 1 ELSE 0 END) AS bigint), ${double}, ${double}, ${sum("x")}, ${squares}
    FROM ${labelled} GROUP BY 2, 3`;
	return [byBin(parts.calibration, calibration, `CAST(NULL AS ${sql.text})`), ...expects ? [byBin(parts.outcomes, scores.edges, sum("(x * x)")), `SELECT ${parts.losses}, d, 0, count(*), 0, ${double}, ${double}, ${sum("((y - x) * (y - x))")}, CAST(NULL AS ${sql.text}) FROM ${labelled} GROUP BY 2`] : []];
}
function countNumbers(sql, column, { edges, centre, unit, isPublic }, i) {
	const [low, high] = [centre - 2 ** 31 * unit, centre + 2 ** 31 * unit];
	const number = (value) => `CAST(${sql.literal(String(value))} AS ${sql.double})`;
	const z = sql.whole(`floor((greatest(least(x, ${number(high)}), ${number(low)}) - ${number(centre)}) / ${number(unit)} + 0.5)`);
	const finite = sql.isFinite("x");
	const extreme = (of) => isPublic ? `${of}(CASE WHEN ${finite} THEN x END)` : `CAST(NULL AS ${sql.double})`;
	return `SELECT ${i}, d, b, count(*), CAST(sum(CASE WHEN b >= 0 AND x = ${sql.nth(edges, "b + 1")} THEN 1 ELSE 0 END) AS bigint),
      ${extreme("min")}, ${extreme("max")}, CAST(sum(z) AS ${sql.text}), CAST(sum(z * z) AS ${sql.text})
    FROM (SELECT d, x, CASE WHEN x IS NULL THEN ${codes.null} WHEN NOT ${finite} THEN ${codes.nonFinite} ELSE ${sql.edgesBelow("x", edges)} END AS b,
        CASE WHEN x IS NULL OR NOT ${finite} THEN NULL ELSE ${z} END AS z
      FROM (SELECT tidemark_day AS d, ${sql.number(column)} AS x FROM tidemark_rows) AS v) AS w GROUP BY 2, 3`;
}
// packages/data/src/database/laid-columns.ts
/** What is laid of a table, in the order in which files are laid: its columns and the outcome, these in each segment, and what is watched of scattered texts. */
function laidColumns({ columns, label, segments = [], public: shown }) {
	const own = [...columns.map(({ name, kind }) => ({
		name,
		kind,
		isPublic: shown.includes(name)
	})), ...label === void 0 ? [] : [{
		name: label,
		kind: "rate",
		isPublic: false
	}]];
	const parts = segments.flatMap((segment) => own.filter(({ name }) => name !== segment.column).map((column) => ({
		...column,
		segment,
		name: segmentName(column.name, segment)
	})));
	const taken = new Set([...own, ...parts].map(({ name }) => name));
	const measures = own.filter(({ kind }) => kind === "categorical").flatMap(({ name, isPublic }) => ["length", "pattern"].map((measure) => ({
		kind: measure === "length" ? "numeric" : "categorical",
		name: `${name} [${measure}]`,
		isPublic,
		text: {
			column: name,
			measure
		}
	})));
	return [
		...own,
		...parts,
		...measures.filter(({ name }) => !taken.has(name))
	];
}
// packages/data/src/database/lay-sql.ts
const Column = string().min(1).max(200);
/** What a table's edges and levels are laid for. It travels with the answer, so that this can be read by itself. */
const LayQuestion = strictObject({
	dialect: _enum(dialects),
	/** Schema and table, or the table alone. */
	table: array(string().min(1).max(200)).min(1).max(3),
	model: Name$1,
	/** The column with a row's day. */
	day: Column,
	/** What tells rows apart: with it, of many rows a sample is sorted. */
	id: Column.optional(),
	/** An outcome that is 0 or 1. */
	label: Column.optional(),
	/** What a model said of a row. */
	score: Column.optional(),
	public: array(Column).max(2e3),
	/** Parts of the rows that are counted by themselves too. */
	segments: array(strictObject({
		column: Column,
		value: string().min(1).max(100)
	})).max(200).optional(),
	/** All days with rows when left out. */
	period: Period.optional(),
	/** What is counted, in the table's order, without the ones above. */
	columns: array(strictObject({
		name: Column,
		kind: _enum(["numeric", "categorical"])
	})).max(1998)
});
/** One SELECT that lists a table's columns for `readColumns`. It reads no row. */
function writeColumnsSql({ dialect: name, table }) {
	const sql = dialect[name];
	return `-- Columns for tidemark profile --lay --columns. No row is read.
SELECT CAST(coalesce(${sql.jsonRows(sql.columnsOf(table))}, '[]') AS ${sql.text});
`;
}
const Columns = array(strictObject({
	name: string().max(200),
	type: string().max(200),
	place: number$1().int()
})).max(1e4);
/** PostgreSQL's names of types, and DuckDB's. */
const numberTypes$1 = /^(smallint|integer|bigint|real|double precision|numeric|boolean|u?(tiny|small|big|huge)int|uinteger|float|double|decimal\(.*\))$/i;
const textTypes$1 = /^(text|character varying|character|uuid|user-defined|varchar|enum\(.*)$/is;
/** What a database's answer to `writeColumnsSql` says can be counted, without the columns that are something else. Throws `DOCUMENT_INVALID`, `COLUMN_MISSING`. */
function readColumns(json, { day, id, label, score, segments = [] }) {
	const found = parseAnswer(Columns, json).sort((a, b) => a.place - b.place);
	const roles = [
		day,
		id,
		label,
		score
	].filter((name) => name !== void 0);
	const missing = [...roles, ...segments.map(({ column }) => column)].filter((role) => !found.some(({ name }) => name === role));
	if (missing.length > 0) throw new TidemarkError("COLUMN_MISSING", `the table has no column ${missing.join(", ")}`, { hint: `There are: ${found.map(({ name }) => name).join(", ").slice(0, 500)}.` });
	return found.flatMap(({ name, type }) => {
		if (roles.includes(name)) return [];
		if (numberTypes$1.test(type)) return [{
			name,
			kind: "numeric"
		}];
		return textTypes$1.test(type) ? [{
			name,
			kind: "categorical"
		}] : [];
	});
}
/** Parses what a database returned. Throws `DOCUMENT_INVALID`. */
function parseAnswer(schema, json) {
	let found;
	try {
		found = JSON.parse(json);
	} catch (cause) {
		throw invalid$1("it is not JSON", cause);
	}
	const result = schema.safeParse(found);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw invalid$1(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
function invalid$1(reason, cause) {
	return new TidemarkError("DOCUMENT_INVALID", `The database’s answer cannot be used: ${reason}`, {
		hint: "Save what the SELECT of `tidemark profile --dialect` returns as it is, one value without headers.",
		cause
	});
}
/** Every share at which an edge may lie: how many rows there are says which are used. */
const allShares = edgeShares(Number.POSITIVE_INFINITY);
/**
* One SELECT that finds the edges and levels of a table's columns, as `planBaseline` lays them from files. It returns one JSON document: numbers at
* quantiles, levels of at least 20 rows (digests, where the column is not public), days and counts.
*/
function writeLaySql(question) {
	const sql = dialect[question.dialect];
	const { day, id, period, score, segments = [] } = question;
	const date = `CAST(${sql.identifier(day)} AS date)`;
	const within = period ? `${date} >= DATE ${sql.literal(period.start)} AND ${date} < DATE ${sql.literal(period.end)}` : `${date} IS NOT NULL`;
	const sample = id === void 0 ? "SELECT * FROM tidemark_rows" : `SELECT * FROM tidemark_rows WHERE ${sql.hash(`CAST(${sql.identifier(id)} AS ${sql.text})`)} % (SELECT greatest(1, CAST(ceil(count(*) / ${sampledRows$1}.0) AS bigint)) FROM tidemark_rows) = 0`;
	const columns = laidColumns(question).flatMap((column) => {
		if (column.kind === "rate") return [];
		const value = expressionOf(sql, column);
		return column.kind === "numeric" ? [layNumbers(sql, value, "tidemark_sample")] : [layLevels(sql, value, column, question.model)];
	});
	const scores = score === void 0 ? [] : [void 0, ...segments].map((segment) => layNumbers(sql, scoreOf(sql, score, segment), "tidemark_rows"));
	const value = (expression) => `CAST(${expression} AS ${sql.text})`;
	const quoted = (expression) => `coalesce('"' || ${value(expression)} || '"', 'null')`;
	const fields = [
		`${sql.literal(`"question":${JSON.stringify(question)}`)}`,
		`'"rows":' || ${value("(SELECT count(*) FROM tidemark_rows)")}`,
		`'"first":' || ${quoted("(SELECT min(tidemark_day) FROM tidemark_rows)")}`,
		`'"last":' || ${quoted("(SELECT max(tidemark_day) FROM tidemark_rows)")}`,
		`'"columns":[' || ${[...columns, ...scores].join(` || ',' || `) || `''`} || ']'`
	];
	return `-- Edges and levels for tidemark profile --lay --from. Quantiles of numbers and frequent levels are returned, no rows.
WITH tidemark_rows AS (SELECT ${date} AS tidemark_day, t.* FROM ${question.table.map(sql.identifier).join(".")} AS t WHERE ${within}),
tidemark_sample AS (${sample})
SELECT '{' || ${fields.join(` || ',' ||\n`)} || '}';
`;
}
function layNumbers(sql, value, rows) {
	const numbers = `(SELECT x FROM (SELECT ${sql.number(value)} AS x FROM ${rows}) AS v WHERE x IS NOT NULL AND ${sql.isFinite("x")}) AS w`;
	const json = (expression) => `coalesce(CAST(${expression} AS ${sql.text}), '[]')`;
	return `'{"n":' || CAST((SELECT count(*) FROM ${numbers}) AS ${sql.text}) || ',"quantiles":' || ${json(sql.quantiles(numbers, allShares))} || '}'`;
}
function layLevels(sql, value, { name, isPublic }, model) {
	const text = `CAST(${value} AS ${sql.text})`;
	const level = isPublic ? "x" : sql.digest(`${sql.literal(`${model}/${name}/`)} || x`);
	const groups = `(SELECT x, count(*) AS n FROM (SELECT ${text} AS x FROM tidemark_rows) AS v WHERE x IS NOT NULL GROUP BY 1) AS g`;
	const frequent = `SELECT row_number() OVER (ORDER BY n DESC, ${sql.bytes("level")}) AS place, level, n FROM (SELECT ${level} AS level, n FROM ${groups} WHERE n >= 20) AS f`;
	const number = (expression) => `CAST((SELECT ${expression} FROM ${groups}) AS ${sql.text})`;
	return `'{"distinct":' || ${number("count(*)")} || ',"known":' || ${number("CAST(coalesce(sum(n), 0) AS bigint)")} || ',"levels":' || coalesce(CAST(${sql.jsonRows(`SELECT * FROM (${frequent}) AS r WHERE place <= 300`)} AS ${sql.text}), '[]') || '}'`;
}
// packages/data/src/database/read-counts.ts
const Count$1 = number$1().int().min(0);
const Whole = string$1().regex(/^-?\d{1,60}$/);
const Counts = strictObject({
	plan: string().max(64),
	rows: array(strictObject({
		c: int(),
		d: string().regex(/^\d{4}-\d\d-\d\d$/),
		b: int(),
		n: Count$1,
		e: Count$1,
		lo: number().nullable(),
		hi: number().nullable(),
		s: Whole.nullable(),
		q: Whole.nullable()
	})).max(5e6)
});
/** The profile that a database's answer to `writeCountSql` holds. Throws `DOCUMENT_INVALID` where it is not one of this baseline's. */
function readCounts(json, baseline) {
	const { plan, rows } = parse(json);
	if (plan !== baseline.id) throw invalid(`they were counted by plan ${plan.slice(0, 12)}, not by ${baseline.id.slice(0, 12)}`);
	const byColumn = Map.groupBy(rows, ({ c }) => c);
	const days = new Map((byColumn.get(parts.rows) ?? []).map(({ d, n }) => [d, n]));
	const { columns: plans, calibration, expects } = planOf(baseline);
	const columns = plans.flatMap((column, i) => {
		const own = byColumn.get(i);
		if (own === void 0) return [];
		const cells = new Map([...Map.groupBy(own, ({ d }) => d)].map(([day, found]) => [day, readCell(column, found)]));
		for (const day of days.keys()) {
			const counted = own.filter(({ d }) => d === day).reduce((sum, { n }) => sum + n, 0);
			if (counted !== days.get(day)) throw invalid(`${column.name}: ${counted} of ${days.get(day)} rows of ${day}`);
		}
		return [{
			plan: column,
			cells
		}];
	});
	const scores = columns.find((column) => column.plan.name === predictionName)?.plan;
	if (scores?.kind !== "numeric" || calibration === null) return toProfile({
		rows: days,
		columns,
		calibration: null
	}, baseline.period);
	const found = (part) => byColumn.get(part) ?? [];
	return toProfile({
		rows: days,
		columns,
		calibration: readCalibration(found(parts.calibration), days, calibration.length + 1),
		outcomes: expects ? readOutcomes(found(parts.outcomes), found(parts.losses), {
			days,
			bins: scores.edges.length + 1
		}) : null
	}, baseline.period);
}
const zeros = (bins) => new Array(bins).fill(0);
function readCalibration(rows, days, bins) {
	const cells = new Map([...days.keys()].map((day) => [day, {
		rows: zeros(bins),
		observed: zeros(bins),
		expectedMicros: zeros(bins)
	}]));
	for (const { cell, row } of placed(cells, rows, bins)) {
		cell.rows[row.b] = row.n;
		cell.observed[row.b] = row.e;
		cell.expectedMicros[row.b] = Number(row.s);
	}
	return cells;
}
function readOutcomes(rows, losses, { days, bins }) {
	const empty = () => ({
		rows: zeros(bins),
		observed: zeros(bins),
		scoreMicros: zeros(bins),
		squareMicros: zeros(bins),
		lossMicros: 0
	});
	const cells = new Map([...days.keys()].map((day) => [day, empty()]));
	for (const { cell, row } of placed(cells, rows, bins)) {
		cell.rows[row.b] = row.n;
		cell.observed[row.b] = row.e;
		cell.scoreMicros[row.b] = Number(row.s);
		cell.squareMicros[row.b] = Number(row.q);
	}
	for (const { cell, row } of placed(cells, losses, 1)) cell.lossMicros = Number(row.s);
	return cells;
}
function placed(cells, rows, bins) {
	return rows.map((row) => {
		const cell = cells.get(row.d);
		if (cell === void 0 || row.b < 0 || row.b >= bins || row.e > row.n || Number(row.s) < 0) throw invalid(`outcomes of ${row.d} have a bin ${row.b} of ${row.n} rows and ${row.e} events`);
		return {
			cell,
			row
		};
	});
}
function parse(json) {
	let found;
	try {
		found = JSON.parse(json);
	} catch {
		throw invalid("they are not JSON");
	}
	const result = Counts.safeParse(found);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw invalid(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
function readCell(plan, rows) {
	const of = (code) => rows.find(({ b }) => b === code)?.n ?? 0;
	const bins = plan.kind === "rate" ? 2 : plan.kind === "numeric" ? plan.edges.length + 1 : plan.levels.length + 1;
	const stray = rows.find(({ b }) => b >= bins || b < codes.nonFinite);
	if (stray !== void 0) throw invalid(`${plan.name} has a bin ${stray.b}`);
	const counts = Array.from({ length: bins }, (_, bin) => of(bin));
	if (plan.kind === "rate") return {
		rows: counts[0] + counts[1],
		events: counts[1]
	};
	if (plan.kind === "categorical") return {
		nulls: of(codes.null),
		counts
	};
	const inBins = rows.filter(({ b }) => b >= 0);
	const extreme = (values, choose) => {
		const known = values.filter((value) => value !== null);
		return plan.isPublic && known.length > 0 ? known.reduce((a, b) => choose(a, b)) + 0 : null;
	};
	return {
		nulls: of(codes.null),
		nonFinite: of(codes.nonFinite),
		counts,
		atEdge: addUp([plan.edges.map((_, bin) => inBins.find(({ b }) => b === bin)?.e ?? 0)], plan.edges.length),
		minimum: extreme(inBins.map(({ lo }) => lo), Math.min),
		maximum: extreme(inBins.map(({ hi }) => hi), Math.max),
		sum: inBins.reduce((sum, { s }) => sum + BigInt(s ?? 0), 0n),
		squares: inBins.reduce((sum, { q }) => sum + BigInt(q ?? 0), 0n)
	};
}
function invalid(reason) {
	return new TidemarkError("DOCUMENT_INVALID", `These counts cannot be used: ${reason}`, { hint: "Run the SQL that `tidemark profile --dialect` prints for this very plan, and save what it returns as it is." });
}
// packages/data/src/database/read-lay.ts
const Count = number$1().int().min(0);
const Day = string().regex(/^\d{4}-\d\d-\d\d/).transform((text) => text.slice(0, 10)).nullable();
const Numbers = strictObject({
	n: Count,
	quantiles: array(number())
});
const Levels = strictObject({
	distinct: Count,
	known: Count,
	levels: array(strictObject({
		place: Count,
		level: string(),
		n: Count
	})).max(1e3)
});
const Answer = strictObject({
	question: LayQuestion,
	rows: Count,
	first: Day,
	last: Day,
	columns: array(union([Numbers, Levels])).max(1e4)
});
/** The laid plan that a database's answer to `writeLaySql` holds. Throws `DOCUMENT_INVALID`, and `DATA_EMPTY` where the table has no rows in the period. */
function readLay(json) {
	const { question, rows, first, last, columns: found } = parseAnswer(Answer, json);
	if (rows === 0 || first === null || last === null) throw new TidemarkError("DATA_EMPTY", `${question.table.join(".")} has no rows with a ${question.day} in the period`, { hint: "Name the column with --day, and the days with --period." });
	const period = question.period ?? {
		start: first,
		end: addDays(last, 1)
	};
	return layBaseline(planOfAnswer(question, found, rows), {
		model: question.model,
		period,
		dataset: digestOf({
			...question,
			rows,
			first,
			last
		}),
		features: digestOf(question.columns)
	});
}
function planOfAnswer(question, found, rows) {
	const { label, score } = question;
	const asked = laidColumns(question);
	const answered = asked.filter(({ kind }) => kind !== "rate");
	const answerOf = new Map(answered.map(({ name }, i) => [name, found[i]]));
	const isScattered = (name) => {
		const whole = answerOf.get(name);
		if (whole === void 0 || !("levels" in whole)) return false;
		return whole.levels.reduce((sum, { n }) => sum + n, 0) < whole.known / 2;
	};
	const plans = asked.filter(({ text }) => text === void 0 || isScattered(text.column)).map((column) => planColumn(column, answerOf.get(column.name), rows));
	if (score === void 0) return {
		columns: plans,
		calibration: null,
		expects: false
	};
	const [scores, ...parts] = [void 0, ...question.segments ?? []].map((segment, i) => {
		const own = found[answered.length + i];
		if (own === void 0 || !("quantiles" in own)) throw incomplete(score);
		return planScoresAt(atShares(own, edgeShares(own.n)), segment);
	});
	const hasLabel = label !== void 0;
	return {
		columns: [
			...plans,
			scores,
			...parts
		],
		calibration: hasLabel ? calibrationEdges(scores) : null,
		expects: hasLabel
	};
}
function planColumn({ kind, name, isPublic, segment, text }, own, rows) {
	if (kind === "rate") return {
		kind,
		name,
		family: "labels",
		segment
	};
	if (kind === "numeric" && own !== void 0 && "quantiles" in own) return {
		kind,
		name,
		family: "features",
		isPublic,
		segment,
		text,
		...planEdges(atShares(own, edgeShares(rows)))
	};
	if (kind === "categorical" && own !== void 0 && "levels" in own) {
		const levels = own.levels.toSorted((a, b) => a.place - b.place).map(({ level }) => level);
		return {
			kind,
			name,
			family: "features",
			isHashed: !isPublic,
			levels: levels.filter((level) => level.length <= 1e3 && !level.includes("\0")),
			segment,
			text,
			distinct: own.distinct
		};
	}
	throw incomplete(name);
}
const atShares = ({ quantiles }, shares) => quantiles.filter((_, i) => shares.includes(allShares[i]));
const incomplete = (name) => new TidemarkError("DOCUMENT_INVALID", `The database’s answer says nothing of ${name}`, { hint: "Save what the SELECT of `tidemark profile --lay --dialect` returns as it is." });
// packages/data/src/drift/trend.ts
/** Fewer windows do not make a trend, and older ones are another story. */
const fewestWindows = 6;
/**
* Effects that have grown over the windows on record, the fastest to reach its limit first: a slow drift shows here before it crosses any limit.
* It is told and decides nothing.
*/
function findDriftTrends(checks, { falseDiscoveryRate }) {
	const results = [...checks].sort((a, b) => a.window.start < b.window.start ? -1 : 1).slice(-26).flatMap((check) => check.results.filter(({ effect }) => effect !== null));
	const series = [...Map.groupBy(results, ({ family, column }) => `${family}\n${column}`).values()].filter(({ length }) => length >= fewestWindows).map((windows) => ({
		windows,
		trend: monotoneTrend(windows.map(({ effect }) => effect))
	}));
	const q = benjaminiHochberg(series.map(({ trend }) => trend.p));
	return series.flatMap(({ windows, trend }, i) => {
		const { column, family, limits, effect } = windows.at(-1);
		if (!(trend.slope > 0 && q[i] <= falseDiscoveryRate)) return [];
		const left = Math.max(0, (limits.warn - effect) / trend.slope);
		const { slope } = trend;
		const windowsToLimit = Math.ceil(left);
		return [{
			column,
			family,
			windows: windows.length,
			effect,
			slope,
			limit: limits.warn,
			q: q[i],
			windowsToLimit
		}];
	}).sort((a, b) => a.windowsToLimit - b.windowsToLimit || b.slope - a.slope);
}
// packages/data/src/features/features.ts
const numberTypes = /^(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const textTypes = /^(VARCHAR|UUID|ENUM\(.*)$/s;
const table = "tidemark_features";
const view = "tidemark_query";
/**
* Runs the team's one SELECT over a dataset's view and its lookups. Throws what `openLookups` throws, `SQL_REFUSED`, `SQL_FAILED`, `COLUMN_MISSING`, `COLUMN_TYPE`
* (every unusable column at once) and `DATA_EMPTY`; ids must be unique and set, labels 0 or 1, features not infinite.
*/
async function readFeatures(engine, query) {
	const lookups = await openLookups(engine, query.lookups ?? [], query.view);
	await assertSingleSelect(engine, {
		sql: query.sql,
		file: query.file,
		tables: [query.view, ...lookups]
	});
	const found = await describeQuery(engine, query);
	const { id, label, cluster } = query.columns;
	const wantsKeys = query.wantsKeys ?? true;
	const features = planColumns(found, query);
	const idText = found.some(({ name, type }) => name === id && type === "VARCHAR") ? "id" : "id_text";
	const casts = [
		`${quoteIdentifier(id)} AS id`,
		...idText === "id" ? [] : [`CAST(${quoteIdentifier(id)} AS VARCHAR) AS id_text`],
		...label === void 0 ? [] : [`CAST(${quoteIdentifier(label)} AS DOUBLE) AS label`],
		...cluster === void 0 ? [] : [`${wantsKeys ? `CAST(${quoteIdentifier(cluster)} AS VARCHAR)` : quoteIdentifier(cluster)} AS cluster`],
		...features.map(({ name, type }, i) => `CAST(${quoteIdentifier(name)} AS ${type === "number" ? "DOUBLE" : "VARCHAR"}) AS f${i}`)
	];
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT ${casts.join(", ")} FROM ${view} ORDER BY id`);
	const rows = await checkRows(engine, query, {
		features,
		idText
	});
	const wanted = [
		...label === void 0 ? [] : [{
			name: "label",
			kind: "number"
		}],
		...cluster === void 0 || !wantsKeys ? [] : [{
			name: "cluster",
			kind: "string"
		}],
		...features.map(({ type }, i) => ({
			name: `f${i}`,
			kind: type
		}))
	];
	const columns = new Map((await engine.columns(table, wanted)).map((column) => [column.name, column]));
	const ids = wantsKeys ? (await engine.texts(table, idText)).map(String) : [];
	await engine.query(`DROP TABLE ${table}; DROP VIEW ${view}`);
	const labels = columns.get("label");
	const clusters = columns.get("cluster");
	return {
		rows,
		ids,
		...labels?.kind === "number" ? { labels: new Uint8Array(labels.values) } : {},
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
async function checkRows(engine, { file, columns }, { features, idText }) {
	const { id, label, cluster } = columns;
	const counts = [
		[
			"count(*) FILTER (WHERE id IS NULL)",
			id,
			"rows have no id"
		],
		[
			`(SELECT count(*) FILTER (WHERE repeats) FROM (SELECT ${idText} = lag(${idText}) OVER () AS repeats FROM ${table}))`,
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
	const [row = {}] = await engine.query(`SELECT count(*) AS rows, ${counts.map(([sql], i) => `${sql} AS c${i}`).join(", ")} FROM ${table}`);
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
// packages/data/src/fingerprint/digest-cache.ts
const Entry = strictObject({
	sizeBytes: int().min(0),
	/** Times in nanoseconds, and the file's number, as texts: they do not fit into JavaScript's numbers. */
	mtimeNs: string(),
	ctimeNs: string(),
	inode: string(),
	sha256: string().regex(/^[0-9a-f]{64}$/)
});
const CacheFile = strictObject({
	schema: literal("tidemark/digest-cache/v1"),
	files: record(string(), Entry)
});
/** A file written within this time may be written again without its times changing. */
const settledMs = 2e3;
/**
* Digests of files that were read before on this machine, so that unchanged ones are not read again. It trusts the file system: a
* file of the same path, size, number and times (modified and changed, to the nanosecond) is taken for the same bytes. Whoever can
* set a file's change time, or write to the cache, can make it lie; so it belongs into a folder that only this runner writes,
* and is for one machine: another's times say nothing. A damaged cache is an empty one. Without a file it lasts as long as the process,
* and believes nobody but it.
*/
var DigestCache = class DigestCache {
	#path;
	#now;
	#known;
	#seen = {};
	constructor(path, known, now) {
		this.#path = path;
		this.#now = now;
		this.#known = known;
	}
	static async open(path, now = Date.now) {
		const text = await readFile(path, "utf8").catch(() => "");
		try {
			return new DigestCache(path, CacheFile.parse(JSON.parse(text)).files, now);
		} catch {
			return new DigestCache(path, {}, now);
		}
	}
	/** For files that one process asks for more than once. */
	static forProcess(now = Date.now) {
		return new DigestCache(null, {}, now);
	}
	/** The digest of an absolute path: the one known, or that of what `read` finds. */
	async digest(path, read) {
		const before = await factsOf(path);
		const known = [this.#seen, this.#known].find((entries) => Object.hasOwn(entries, path))?.[path];
		if (known && isSame(known, before)) {
			this.#seen[path] = known;
			return {
				sizeBytes: known.sizeBytes,
				sha256: known.sha256
			};
		}
		const digest = await read();
		const entry = {
			...before,
			...digest
		};
		if (this.#now() - Number(BigInt(before.ctimeNs) / 1000000n) > settledMs && isSame(entry, await factsOf(path))) this.#seen[path] = entry;
		return digest;
	}
	/** Writes what is known now, where there is a file; the cache of two steps at once is that of the last. */
	async save() {
		if (this.#path === null) return;
		const files = Object.fromEntries(Object.entries({
			...this.#known,
			...this.#seen
		}).slice(-2e5));
		this.#known = files;
		await mkdir(dirname(this.#path), { recursive: true });
		const part = `${this.#path}.${process.pid}.part`;
		await writeFile(part, JSON.stringify({
			schema: "tidemark/digest-cache/v1",
			files
		}));
		await rename(part, this.#path);
	}
};
async function factsOf(path) {
	const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
	return {
		sizeBytes: Number(size),
		mtimeNs: `${mtimeNs}`,
		ctimeNs: `${ctimeNs}`,
		inode: `${ino}`
	};
}
function isSame(a, b) {
	return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.inode === b.inode;
}
// packages/data/src/fingerprint/merge-datasets.ts
/**
* The dataset that shards' files are together: in path order, so that it has the digest that one pass over all files gives it. Throws `DOCUMENT_INVALID`
* where two shards have the same file, are of different objects or of no file, and `COLUMN_TYPE` where their columns differ.
*/
function mergeDatasets(shards) {
	const [first] = shards;
	if (first === void 0) throw mismatch("there is none");
	if (shards.some(({ model, name }) => model !== first.model || name !== first.name)) throw mismatch("they are of different objects");
	const files = shards.flatMap((shard) => shard.files).sort((a, b) => a.path < b.path ? -1 : 1);
	const twice = files.filter(({ path }, i) => files[i - 1]?.path === path);
	if (twice.length > 0) throw mismatch(`${twice.length} file${twice.length === 1 ? " is" : "s are"} in more than one`, twice.map(({ path }) => ({
		file: path,
		message: "is in more than one shard"
	})));
	const described = shards.map(({ files: own, columns }) => ({
		file: { path: own.map(({ path }) => path).sort()[0] },
		columns
	})).sort((a, b) => a.file.path < b.file.path ? -1 : 1);
	return {
		...first,
		digest: datasetDigest({ files }),
		files,
		rows: files.reduce((sum, { rows }) => sum + rows, 0),
		columns: unifyColumns(described)
	};
}
function mismatch(reason, problems = []) {
	return new TidemarkError("DOCUMENT_INVALID", `These shards are no dataset: ${reason}`, {
		hint: "Give each matrix job a part of the files of its own, and one judge the profiles of all parts of one run.",
		problems: problems.slice(0, 100)
	});
}
// packages/data/src/model/model-folder.ts
const hint = "Check the inputs model and policy-root and the names in model.yaml, and that the repository is checked out.";
/** The monitor of a policy with its contract's drift rules, from the texts of both; null without a monitor. */
function monitorOfContract({ policy, text, file }, contract) {
	if (policy.monitor === void 0) return null;
	const hasThresholds = readYaml(text, file).value.monitor?.thresholds !== void 0;
	const { monitor, notes } = withDriftRules(policy.monitor, contract, { hasThresholds });
	return {
		policy: monitor,
		notes
	};
}
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
			text: await readBelow(base, file, hint),
			file
		};
	};
	const { text, file } = await readText("model.yaml");
	const policy = parseYamlDocument(ModelPolicy, text, file);
	if (policy.model !== model) throw new TidemarkError("POLICY_INVALID", `${file} says model ${policy.model}, its folder says ${model}`, { hint: "Folder and name must agree. Rename one of them." });
	const { text: contractText, file: contractFile } = await readText(policy.data.contract);
	const contract = parseContract(contractText, contractFile, policy.data.object);
	assertLookupNames(policy.data.lookups, contract.object.name);
	const readQuery = async (path) => {
		const lookups = [];
		for (const { name, file } of policy.data.lookups) lookups.push(await describeLookup(base, {
			name,
			file: `${folder}/${file}`
		}));
		return {
			...await readText(path),
			lookups
		};
	};
	return {
		root: base,
		folder,
		policy,
		contract,
		monitor: monitorOfContract({
			policy,
			text,
			file
		}, contract),
		readText,
		readQuery
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
// packages/data/src/model/split.ts
/**
* Opens files, named or fingerprinted already, as the contract's object. `lookups` are all that queries on it may join;
* `outputPath` is the one file the engine may write (a quarantine), `cache` knows digests of files that did not change.
*/
async function openSplit({ root, policy, contract }, given, { outputPath, lookups = [], cache } = {}) {
	const files = "files" in given ? given : await fingerprintFiles(root, given, cache);
	const engine = await openEngine({
		allowedPaths: [...files.files.map((file) => join(root, file.path)), ...lookups.map(({ path }) => path)],
		root,
		...outputPath === void 0 ? {} : { outputPaths: [outputPath] }
	});
	try {
		const dataset = await openDataset(engine, files, datasetOptions(contract));
		return {
			engine,
			dataset,
			document: {
				schema: "tidemark/dataset/v1",
				model: policy.model,
				name: dataset.name,
				digest: dataset.digest,
				files: [...dataset.files],
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
/** The contract's verdict on an open split, with the places of its checks in the contract. */
function judgeSplit({ policy, contract }, { engine, dataset }) {
	return validate(engine, dataset, contract, policy.data.violations);
}
/** A verdict as the registry stores it. */
function validationDocument({ policy, contract }, { dataset }, report) {
	const document = {
		schema: "tidemark/validation/v1",
		model: policy.model,
		dataset: dataset.digest,
		contract: {
			id: contract.id,
			version: contract.version,
			sha256: contract.sha256
		},
		violations: policy.data.violations,
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
async function readSplitFeatures(folder, split, { validated, query, wantsKeys }) {
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
		lookups: query.lookups,
		columns: {
			id,
			label,
			cluster
		},
		wantsKeys
	});
}
function assertSame(what, expected, actual) {
	if (expected === actual) return;
	throw new TidemarkError("DIGEST_MISMATCH", `the ${what} is not what was validated: sha256 ${actual}, expected ${expected}`, { hint: "Check out the same commit and the same data files in every job of the workflow." });
}
// packages/data/src/model/version-model.ts
/**
* The model and the query among a version’s verified files, with the lookups that travelled along. Throws `REGISTRY_CORRUPT`, and
* `MODEL_REFUSED` for an opaque one.
*/
function readVersionModel({ model, version, kind, files: listed }, files, lookups) {
	if (kind === "opaque") throw new TidemarkError("MODEL_REFUSED", `${model} ${version} is an opaque model, which only its owners can run`, { hint: "Register an ONNX model where rows are to be scored here: for the monitor and tidemark serve." });
	const bytes = files.get("model.onnx");
	const query = readVersionQuery({ version }, files, lookups);
	const sha256 = listed.find(({ path }) => path === "model.onnx")?.sha256;
	if (bytes && query && sha256 !== void 0) return {
		bytes,
		sha256,
		query
	};
	throw new TidemarkError("REGISTRY_CORRUPT", `${model} ${version} has no model.onnx or no features.sql`, { hint: "It was not registered by register-model. Run verify-registry." });
}
/** The query among a version’s verified files; undefined where none travels, as with a container image. */
function readVersionQuery({ version }, files, lookups) {
	const query = files.get("features.sql");
	return query && {
		text: Buffer.from(query).toString("utf8"),
		file: `features.sql of ${version}`,
		lookups
	};
}
// packages/data/src/performance/log-files.ts
/** Names in predictions and labels of what they have in common. */
function joinColumns({ join }) {
	return [join].flat().map((each) => typeof each === "string" ? {
		prediction: each,
		label: each
	} : each);
}
/** Our names of the join's columns. */
const keysOf = (policy) => joinColumns(policy).map((_, i) => `k${i}`);
/**
* SQL of a model's predictions: the keys, version, time and score, NULL for what is none. Throws `COLUMN_MISSING` with every column
* that a file lacks; the score alone may be lacking, since a request of many rows logs none that one label could be held against.
*/
async function selectPredictions(engine, files, { model, policy }) {
	const { version, time, score, model: modelColumn } = policy.columns;
	const keys = joinColumns(policy).map(({ prediction }) => prediction);
	return selectAll(engine, files, {
		texts: [...keys, version],
		others: [time]
	}, ({ columns }) => {
		const has = (name) => columns.some((column) => column.name === name);
		const number = has(score) ? `TRY_CAST(${quoteIdentifier(score)} AS DOUBLE)` : "NULL::DOUBLE";
		return {
			selected: [
				...keys.map((key, i) => `${asText(key)} AS k${i}`),
				`${asText(version)} AS version`,
				`TRY_CAST(${quoteIdentifier(time)} AS TIMESTAMP) AS time`,
				`CASE WHEN ${number} BETWEEN 0 AND 1 THEN ${number} END AS score`
			],
			where: has(modelColumn) ? `${asText(modelColumn)} = ${quoteLiteral(model)}` : "true"
		};
	});
}
/** SQL of the labels: the keys and the label as a number, NULL where it is not known yet. Throws `COLUMN_MISSING`. */
async function selectLabels(engine, files, policy) {
	const { label } = policy.columns;
	const keys = joinColumns(policy).map((pair) => pair.label);
	return selectAll(engine, files, {
		texts: keys,
		others: [label]
	}, () => {
		return {
			selected: [...keys.map((key, i) => `${asText(key)} AS k${i}`), `CASE WHEN ${quoteIdentifier(label)} IS NOT NULL THEN coalesce(TRY_CAST(${quoteIdentifier(label)} AS DOUBLE), 'NaN'::DOUBLE) END AS label`],
			where: `${quoteIdentifier(label)} IS NOT NULL`
		};
	});
}
const asText = (column) => `CAST(${quoteIdentifier(column)} AS VARCHAR)`;
async function selectAll(engine, { root, files }, needed, select) {
	const declared = new Map(needed.texts.map((name) => [name, "VARCHAR"]));
	const readers = [];
	for (const file of files) if (file.sizeBytes > 0) readers.push(await openFile(engine, root, file, declared));
	const problems = readers.flatMap(({ file, columns }) => [...new Set([...needed.texts, ...needed.others])].filter((name) => !columns.some((column) => column.name === name)).map((name) => ({
		file: file.path,
		path: name,
		message: `is not among ${columns.slice(0, 20).map((column) => column.name).join(", ")}`
	})));
	if (problems.length > 0) {
		const names = [...new Set(problems.map(({ path }) => path))].join(", ");
		throw new TidemarkError("COLUMN_MISSING", `Predictions and labels cannot be joined: ${names} is missing`, {
			hint: "Name the columns under monitor.performance (join, columns) in model.yaml as the files call them.",
			problems
		});
	}
	if (readers.length === 0) throw new TidemarkError("DATA_EMPTY", `All of ${files.map(({ path }) => path).join(", ")} are empty`, {
		hint: "Check monitor.performance in model.yaml, and what writes the files.",
		problems: files.map(({ path }) => ({
			file: path,
			message: "0 bytes"
		}))
	});
	return readers.map((reader) => {
		const { selected, where } = select(reader);
		return `SELECT ${selected.join(", ")} FROM ${reader.source} WHERE ${where}`;
	}).join(" UNION ALL ");
}
// packages/data/src/performance/outcomes.ts
const joined = "tidemark_outcomes";
const chosen = "tidemark_outcome_rows";
/**
* Joins predictions with labels in one pass over either. Of a prediction that is there several times the first counts; labels that
* contradict each other are none. Null where there is no prediction of the model. Throws `COLUMN_MISSING`, `COLUMN_TYPE` where labels
* are not 0 and 1 or no time can be read, `DATA_EMPTY` and `DATA_UNREADABLE`.
*/
async function joinOutcomes(engine, { predictions, labels, model, policy, today }) {
	const keys = keysOf(policy);
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${joined} AS
    WITH predictions AS (${await selectPredictions(engine, predictions, {
		model,
		policy
	})}),
    dated AS (
      SELECT ${keys.join(", ")}, version, min({ time: time, score: score }) FILTER (WHERE score IS NOT NULL) AS first,
        min(time) AS seen, count(*) FILTER (WHERE score IS NOT NULL) AS copies, count(*) FILTER (WHERE score IS NULL) AS unusable
      FROM predictions WHERE time IS NOT NULL AND version IS NOT NULL AND ${keys.map((key) => `${key} IS NOT NULL`).join(" AND ")}
      GROUP BY ALL
      UNION ALL BY NAME
      SELECT NULL AS version, count(*) AS unusable FROM predictions
      WHERE time IS NULL OR version IS NULL OR ${keys.map((key) => `${key} IS NULL`).join(" OR ")}
    ),
    labels AS (
      SELECT ${keys.join(", ")}, min(label) AS label, count(DISTINCT label) > 1 AS contradicted,
        count(*) FILTER (WHERE label NOT IN (0, 1)) AS wrong
      FROM (${await selectLabels(engine, labels, policy)}) GROUP BY ALL
    )
    SELECT ${keys.join(", ")}, version, coalesce(first.time, seen) AS time, first.score AS score, copies, unusable,
      CASE WHEN NOT contradicted THEN label END AS label, coalesce(contradicted, false) AS contradicted,
      label IS NOT NULL AS has_label, coalesce(wrong, 0) AS wrong
    FROM dated FULL JOIN labels USING (${keys.join(", ")})`);
	const [whole] = await engine.query(`SELECT
    max(time)::DATE::VARCHAR AS last, min(time)::DATE::VARCHAR AS oldest,
    (max(time::DATE) FILTER (WHERE time::DATE <= DATE ${quoteLiteral(today)}))::VARCHAR AS newest, sum(wrong)::BIGINT AS wrong,
    count(*) FILTER (WHERE version IS NULL AND has_label) AS unmatched,
    coalesce(sum(unusable) FILTER (WHERE version IS NULL), 0)::BIGINT AS undated FROM ${joined}`);
	if (Number(whole?.wrong ?? 0) > 0) throw notBinary(Number(whole?.wrong), policy);
	const undated = Number(whole?.undated ?? 0);
	if (typeof whole?.last !== "string" || typeof whole.oldest !== "string") {
		if (undated > 0) throw noTime(undated, policy);
		return null;
	}
	const asOf = typeof whole.newest === "string" ? whole.newest : today;
	const inLog = typeof whole.newest === "string" ? completeWeeks({
		start: whole.oldest,
		end: addDays(asOf, 1)
	}) : [];
	const starts = new Set(inLog.map(({ start }) => start));
	const counted = await engine.query(`SELECT version, date_trunc('week', time)::DATE::VARCHAR AS start,
      count(score) AS predictions, count(label) FILTER (WHERE score IS NOT NULL) AS labelled,
      sum(greatest(copies - 1, 0))::BIGINT AS repeated, sum(unusable)::BIGINT AS unusable,
      count(*) FILTER (WHERE contradicted AND score IS NOT NULL) AS contradicted
    FROM ${joined} WHERE version IS NOT NULL GROUP BY ALL ORDER BY start, version`);
	return {
		asOf,
		ahead: whole.last > today ? whole.last : null,
		unmatchedLabels: Number(whole.unmatched),
		undated,
		weeks: counted.filter(({ start }) => starts.has(String(start))).map((week) => ({
			version: String(week.version),
			period: {
				start: String(week.start),
				end: addDays(String(week.start), 7)
			},
			predictions: Number(week.predictions),
			labelled: Number(week.labelled),
			repeated: Number(week.repeated),
			unusable: Number(week.unusable),
			contradicted: Number(week.contradicted)
		})),
		read: (week) => readRows(engine, keys, week)
	};
}
async function readRows(engine, keys, { version, period: { start, end } }) {
	await engine.query(`CREATE OR REPLACE TEMP TABLE ${chosen} AS
    SELECT date_diff('day', DATE ${quoteLiteral(start)}, time::DATE) AS day, score, label FROM ${joined}
    WHERE version = ${quoteLiteral(version)} AND time >= TIMESTAMP ${quoteLiteral(start)} AND time < TIMESTAMP ${quoteLiteral(end)}
      AND score IS NOT NULL AND label IS NOT NULL ORDER BY time, ${keys.join(", ")}`);
	const columns = await engine.columns(chosen, [
		"day",
		"score",
		"label"
	].map((name) => ({
		name,
		kind: "number"
	})));
	await engine.query(`DROP TABLE ${chosen}`);
	const [days, scores, labels] = columns.map((column) => column.kind === "number" ? column.values : new Float64Array());
	return {
		scores,
		labels: Uint8Array.from(labels),
		days: {
			codes: Uint32Array.from(days),
			dictionary: Array.from({ length: 7 }, (_, day) => addDays(start, day))
		}
	};
}
const notBinary = (count, { columns }) => new TidemarkError("COLUMN_TYPE", `${count} labels in ${columns.label} are neither 0 nor 1`, {
	hint: "Name a column of 0 and 1 as monitor.performance.columns.label; leave empty what is not known yet.",
	problems: [{
		path: columns.label,
		message: "expected 0 or 1"
	}]
});
const noTime = (count, { columns }) => new TidemarkError("COLUMN_TYPE", `None of ${count} predictions has a time in ${columns.time}, a version and a key`, {
	hint: "Times are ISO 8601, such as 2026-03-01T09:30:00Z. Check join and columns of monitor.performance in model.yaml.",
	problems: [{
		path: columns.time,
		message: "cannot be read as a time"
	}]
});
// packages/data/src/summary/count-columns.ts
/** Each column's different values are held at once. */
const columnsPerScan$1 = 20;
/** Columns that repeat their values within the first rows are counted: what never repeats would be held whole. */
const firstRows = 1e5;
const isNumber$1 = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;
const isTime = /^(DATE|TIME.*)$/;
const isNested = /(\]$|^(STRUCT|MAP|UNION))/;
/**
* Missing and different values of each column, in the dataset's order, and of public ones the extremes: one scan for twenty columns.
* Counted, not estimated: DuckDB's own estimate is a tenth off and, where values repeat, the slower one. Throws `DATA_UNREADABLE`.
*/
async function countColumns(engine, dataset, publicColumns) {
	const open = new Set(publicColumns);
	const counted = [];
	for (let from = 0; from < dataset.columns.length; from += columnsPerScan$1) {
		const columns = dataset.columns.slice(from, from + columnsPerScan$1);
		const repeats = await findRepeating(engine, dataset, columns);
		const parts = columns.flatMap((column, i) => aggregatesOf$1(column, i, {
			repeats: repeats.has(column.name),
			isPublic: open.has(column.name)
		}));
		const [row = {}] = await engine.query(`SELECT ${parts.join(", ")} FROM ${dataset.rawView}`);
		for (const i of columns.keys()) {
			const [present, distinct, minimum, maximum] = [
				"n",
				"d",
				"l",
				"h"
			].map((key) => row[`${key}${i}`] ?? null);
			counted.push({
				nulls: dataset.rows - Number(present ?? 0),
				...distinct === null ? {} : { distinct: Number(distinct) },
				...minimum === null || maximum === null ? {} : {
					minimum: extreme(minimum),
					maximum: extreme(maximum)
				}
			});
		}
	}
	return counted;
}
async function findRepeating(engine, { rawView }, columns) {
	const plain = columns.filter(({ type }) => !isNested.test(type));
	if (plain.length === 0) return new Set();
	const names = plain.map(({ name }) => quoteIdentifier(name));
	const counts = names.flatMap((name, i) => [`count(${name}) AS n${i}`, `count(DISTINCT ${name}) AS d${i}`]);
	const [row = {}] = await engine.query(`SELECT ${counts.join(", ")} FROM (SELECT ${names.join(", ")} FROM ${rawView} LIMIT ${firstRows})`);
	const isShort = (values) => values < firstRows / 100;
	return new Set(plain.filter((_, i) => isShort(Number(row[`n${i}`])) || Number(row[`d${i}`]) <= Number(row[`n${i}`]) / 2).map(({ name }) => name));
}
function aggregatesOf$1({ name, type }, i, { repeats, isPublic }) {
	const column = quoteIdentifier(name);
	const counts = [`count(${column}) AS n${i}`, ...repeats ? [`count(DISTINCT ${column}) AS d${i}`] : []];
	if (!isPublic) return counts;
	const [value, condition] = isNumber$1.test(type) ? [`CAST(${column} AS DOUBLE)`, `isfinite(CAST(${column} AS DOUBLE))`] : isTime.test(type) ? [column, type.startsWith("TIME") && !type.startsWith("TIMESTAMP") ? "true" : `isfinite(${column})`] : [null, null];
	if (value === null) return counts;
	const text = isNumber$1.test(type) ? "" : "::VARCHAR";
	return [
		...counts,
		`min(${value}) FILTER (WHERE ${condition})${text} AS l${i}`,
		`max(${value}) FILTER (WHERE ${condition})${text} AS h${i}`
	];
}
const extreme = (value) => typeof value === "number" ? value : String(value).slice(0, 64);
// packages/data/src/summary/summarise-columns.ts
/** The shares at which `quantiles` are taken. */
const summaryShares = [
	.05,
	.25,
	.5,
	.75,
	.95
];
const mostLevels = 1e3;
/** Fewer rows than these are not told apart. */
const fewestRows = 20;
const columnsPerScan = 100;
const isNumber = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/;
const isText = /^(VARCHAR|BOOLEAN|ENUM.*)$/;
/**
* Each column of a dataset in few numbers, by one scan for a hundred columns and one more for each column of few texts. Quantiles and
* levels are left out of columns that are not public. Throws `DATA_UNREADABLE`.
*/
async function summariseColumns(engine, dataset, publicColumns) {
	const open = new Set(publicColumns);
	const summaries = [];
	for (let from = 0; from < dataset.columns.length; from += columnsPerScan) {
		const columns = dataset.columns.slice(from, from + columnsPerScan);
		const aggregates = columns.flatMap((column, i) => aggregatesOf(column, i, open.has(column.name)));
		const [row = {}] = await engine.query(`SELECT ${aggregates.join(", ")} FROM ${dataset.rawView}`);
		for (const [i, { name, type }] of columns.entries()) {
			const distinct = Number(row[`d${i}`] ?? 0);
			summaries.push({
				name,
				type,
				nulls: dataset.rows - Number(row[`n${i}`] ?? 0),
				distinct,
				numbers: isNumber.test(type) ? numbersOf$1(row, i, open.has(name)) : null,
				levels: isText.test(type) && open.has(name) && distinct <= mostLevels ? await levelsOf(engine, dataset, name) : null
			});
		}
	}
	return summaries;
}
function aggregatesOf({ name, type }, i, isPublic) {
	const column = quoteIdentifier(name);
	const counts = [`count(${column}) AS n${i}`, `approx_count_distinct(${column}) AS d${i}`];
	if (!isNumber.test(type)) return counts;
	const value = `CAST(${column} AS DOUBLE)`;
	const finite = `FILTER (WHERE isfinite(${value}))`;
	return [
		...counts,
		`avg(${value}) ${finite} AS m${i}`,
		`stddev_pop(${value}) ${finite} AS s${i}`,
		...isPublic ? [`approx_quantile(${value}, [${summaryShares.join(", ")}]) ${finite} AS q${i}`] : []
	];
}
function numbersOf$1(row, i, isPublic) {
	const [mean, sd, quantiles] = [
		row[`m${i}`],
		row[`s${i}`],
		row[`q${i}`]
	];
	if (typeof mean !== "number" || typeof sd !== "number") return null;
	return {
		mean,
		sd,
		quantiles: isPublic && Array.isArray(quantiles) ? quantiles.map(Number) : null
	};
}
async function levelsOf(engine, dataset, name) {
	const column = quoteIdentifier(name);
	return (await engine.query(`SELECT CAST(${column} AS VARCHAR) AS value, count(*) AS rows FROM ${dataset.rawView} WHERE ${column} IS NOT NULL
     GROUP BY 1 HAVING count(*) >= ${fewestRows} ORDER BY 2 DESC, 1 LIMIT ${mostLevels}`)).map((row) => ({
		value: String(row.value),
		rows: Number(row.rows)
	}));
}
// packages/data/src/summary/summarise-baseline.ts
/** A baseline's columns in few numbers: what stands for data that are not there. Of types it knows nothing. */
function summariseBaseline({ columns, rows }) {
	return columns.flatMap((column) => {
		if (column.segment !== void 0) return [];
		if (column.kind === "rate") return [{
			name: column.name,
			type: null,
			nulls: rows - column.rows,
			numbers: null,
			levels: null
		}];
		if (column.text !== void 0) return [];
		const { name, nulls } = column;
		if (column.kind === "numeric") return column.joint === void 0 ? [{
			name,
			type: null,
			nulls,
			numbers: numbersOf(column),
			levels: null
		}] : [];
		return [{
			name,
			type: null,
			nulls,
			numbers: null,
			levels: column.isHashed ? null : column.levels.map(({ value, count }) => ({
				value,
				rows: count
			}))
		}];
	});
}
/** Quantiles are edges of bins, and so as fine as these: one in 128 of the rows. */
function numbersOf({ mean, m2, minimum, edges, counts }) {
	const bins = readNumbers(counts);
	const finite = bins.reduce((sum, count) => sum + count, 0);
	if (mean === null || m2 === null || finite === 0) return null;
	const laid = readNumbers(edges);
	const at = (share) => {
		let seen = 0;
		const bin = bins.findIndex((count) => (seen += count) >= share * finite);
		return laid[Math.min(bin, laid.length - 1)] ?? NaN;
	};
	return {
		mean,
		sd: Math.sqrt(m2 / finite),
		quantiles: minimum === null ? null : summaryShares.map(at)
	};
}
export { readDayRows as $, fingerprintFiles as A, parseContract as B, dialects as C, importFormats as D, importContract as E, checkDrift as F, createDatasetView as G, publicColumns as H, findDriftReplayProblem as I, profileWindows as J, writeQuarantine as K, readBelow as L, openEngine as M, parseBaseline as N, filesOfObjects as O, readBaseline as P, readArrived as Q, judgeFreshness as R, writeCountSql as S, inferContract as T, readContractDocument as U, parseContracts as V, compareContracts as W, plainRows as X, describeRows as Y, assertPlausible as Z, readLay as _, readVersionModel as a, buildBaseline as at, writeColumnsSql as b, openSplit as c, planBaseline as ct, monitorOfContract as d, partitionNames as dt, readPeriod as et, openModelFolder as f, addDays as ft, findDriftTrends as g, unpackLookups as gt, DigestCache as h, digestQuery as ht, joinOutcomes as i, mergeProfiles as it, resolveFiles as j, validateObjects as k, readSplitFeatures as l, openDataset as lt, mergeDatasets as m, datesOf as mt, summariseColumns as n, assertOnPlan as nt, readVersionQuery as o, fillBaseline as ot, splitFiles as p, completeWeeks as pt, profileWindow as q, countColumns as r, joinDays as rt, judgeSplit as s, layBaseline as st, summariseBaseline as t, readScoringRows as tt, validationDocument as u, partitionFiles as ut, readCounts as v, declareContract as w, writeLaySql as x, readColumns as y, datasetOptions as z };

import { _ as string, a as array, c as int, d as literal, g as strictObject, l as json, r as _enum } from "../vendor/zod.js";
import { t as require_dist } from "../vendor/yaml.js";
import { c as setOutput, d as warning, i as getInput, l as setSecret, n as endGroup, r as error, s as notice, u as startGroup } from "../vendor/actions-core.js";
import { lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, posix, resolve } from "node:path";
import { createHash } from "node:crypto";
import { appendFileSync, createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
// packages/schemas/src/names.ts
/** Names of models and channels: they become paths, tags and branches, so they are narrow on purpose. */
const Name = string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "expected 1 to 63 of a-z, 0-9 and -, starting with a letter or digit");
const Sha256 = string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 as 64 lower-case hex digits");
const GitSha = string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "expected a full Git commit id");
/** A released version without pre-release or build parts: Tidemark computes versions, it does not accept typed ones. */
const Version = string().regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/, "expected a version such as 1.4.0");
/** UTC, as GitHub writes it. */
const Timestamp = string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, "expected UTC such as 2026-03-01T09:30:00Z");
/** A relative path with `/`, without `.`, `..`, empty parts, backslashes or control characters. */
const RelativePath = string().min(1).max(512).regex(/^(?![A-Za-z]:)(?!\.{1,2}(?:\/|$))[^/\\\u0000-\u001f\u007f]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\u0000-\u001f\u007f]+)*$/, "expected a relative path below the folder, with / and without .. or empty parts");
/** A GitHub login, including `name[bot]`. */
const Login = string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-_]{0,98})(?:\[bot\])?$/, "expected a GitHub login");
const RepositoryName = string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, "expected owner/name");
function parseVersion(version) {
	const [major, minor, patch] = version.split(".").map(Number);
	return {
		major,
		minor,
		patch
	};
}
/** Negative when `a` comes before `b`. */
function compareVersions(a, b) {
	const [x, y] = [parseVersion(a), parseVersion(b)];
	return x.major - y.major || x.minor - y.minor || x.patch - y.patch;
}
// packages/schemas/src/canonical-json.ts
/**
* RFC 8785 (JSON Canonicalization Scheme): keys by UTF-16 code units, ECMAScript number serialisation, no white space.
* Keys whose value is `undefined` are left out. Throws a `TypeError` on NaN, infinities, lone surrogates and non-plain values.
*/
function canonicalJson(value) {
	if (value === null || typeof value === "boolean") return String(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`canonical JSON has no ${value}`);
		return JSON.stringify(value);
	}
	if (typeof value === "string") {
		if (!value.isWellFormed()) throw new TypeError("canonical JSON has no lone surrogates");
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value === "object" && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)) return `{${sortedEntries(value).map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`).join(",")}}`;
	throw new TypeError(`canonical JSON has no ${typeof value}`);
}
/** The form on disk: keys sorted, two spaces, a final newline. The same value always gives the same bytes. */
function storedJson(value) {
	canonicalJson(value);
	return `${JSON.stringify(sorted(value), null, 2)}\n`;
}
/** Lower-case hex SHA-256 of the bytes, or of the string's UTF-8. */
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
/** `sha256(canonicalJson(value))`: the digest by which facts name each other. */
function digestOf(value) {
	return sha256(canonicalJson(value));
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== "object") return value;
	const copy = Object.create(null);
	for (const [key, item] of sortedEntries(value)) copy[key] = sorted(item);
	return copy;
}
function sortedEntries(value) {
	return Object.entries(value).filter(([, item]) => item !== void 0).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
}
// packages/schemas/src/error.ts
/** An expected failure: what went wrong in one sentence, where, and what to do. */
var TidemarkError = class extends Error {
	code;
	hint;
	problems;
	constructor(code, message, details) {
		super(message, details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = "TidemarkError";
		this.code = code;
		this.hint = details.hint;
		this.problems = details.problems ?? [];
	}
};
/** `file:line:column path: message`, leaving out what is unknown. */
function describeProblem({ file, line, column, path, message }) {
	const place = [
		file,
		line,
		column
	].filter((part) => part !== void 0).join(":");
	return [place, path].filter(Boolean).join(" ") + (place || path ? ": " : "") + message;
}
// packages/schemas/src/document-bounds.ts
/** What documents of the registry and files that people write have at most. */
const maximumDocumentBytes = 4194304;
/** Far deeper than any document is, far shallower than what a recursive reader can take. */
const maximumDepth = 64;
function boundSize(text, file, maximumBytes = maximumDocumentBytes) {
	if (Buffer.byteLength(text) > maximumBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is larger than ${maximumBytes} bytes`, { hint: "Documents are small; data belongs in data files and release assets." });
}
/**
* The first place that nests too deeply, has text that canonical JSON cannot hold, or the key `__proto__`, which a schema's
* records drop in silence, so that what was validated would not be what was written. Null where there is none.
*/
function findStructureProblem(value) {
	const seen = new Map();
	const open = [{
		value,
		path: null,
		depth: 1
	}];
	for (let next = open.pop(); next; next = open.pop()) {
		const { value, path, depth } = next;
		if (typeof value === "string" && !value.isWellFormed()) return {
			path: pathOf(path),
			message: "this text has half a character (a lone surrogate)"
		};
		if (typeof value !== "object" || value === null || (seen.get(value) ?? 0) >= depth) continue;
		seen.set(value, depth);
		if (depth > maximumDepth) return {
			path: pathOf(path),
			message: `nests deeper than ${maximumDepth} levels`
		};
		for (const [name, item] of Object.entries(value)) {
			const below = {
				key: Array.isArray(value) ? Number(name) : name,
				parent: path
			};
			if (name === "__proto__" || !name.isWellFormed()) return {
				path: pathOf(below),
				message: "this key is not allowed"
			};
			open.push({
				value: item,
				path: below,
				depth: depth + 1
			});
		}
	}
	return null;
}
function pathOf(place) {
	const path = [];
	for (let at = place; at; at = at.parent) path.unshift(at.key);
	return path;
}
// packages/schemas/src/yaml-text.ts
var import_dist = require_dist();
/** Reads one YAML 1.2 document with bounds on size, depth and aliases. Throws `YAML_INVALID` with every syntax error. */
function readYaml(text, file) {
	boundSize(text, file);
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		uniqueKeys: false
	});
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line,
			column: col
		};
	};
	const problems = [...document.errors.map((error) => ({
		offset: error.pos[0],
		message: error.message.split("\n")[0] ?? error.code
	})), ...document.errors.length > 0 ? [] : findRepeatedKeys(document.contents)];
	if (problems.length > 0) throw new TidemarkError("YAML_INVALID", `${file} is not valid YAML`, {
		hint: "Correct the lines named; quote values that contain \":\" or \"#\".",
		problems: problems.slice(0, 100).map(({ offset, message }) => ({
			file,
			...place(offset),
			message
		}))
	});
	let value;
	try {
		value = document.toJS({ maxAliasCount: 50 });
	} catch (cause) {
		throw new TidemarkError("YAML_INVALID", `${file} uses too many aliases or nests too deeply`, {
			hint: "Write the values out instead of using YAML anchors and aliases.",
			cause
		});
	}
	const locate = (path) => {
		let node = document.contents;
		let offset = rangeStart(node);
		for (const key of path) {
			if ((0, import_dist.isAlias)(node)) break;
			if ((0, import_dist.isMap)(node)) {
				const pair = node.items.find((item) => (0, import_dist.isScalar)(item.key) && String(item.key.value) === String(key));
				if (!pair) break;
				offset = rangeStart(pair.key) ?? offset;
				node = pair.value;
			} else if ((0, import_dist.isSeq)(node) && typeof key === "number" && node.items[key]) {
				node = node.items[key];
				offset = rangeStart(node) ?? offset;
			} else break;
		}
		return offset === void 0 ? {} : place(offset);
	};
	return {
		value,
		locate
	};
}
/** Keys of one mapping that come again: the later would silently win. */
function findRepeatedKeys(contents) {
	const repeated = [];
	const open = [contents];
	for (let node = open.pop(); node !== void 0; node = open.pop()) {
		if ((0, import_dist.isSeq)(node)) open.push(...node.items);
		if (!(0, import_dist.isMap)(node)) continue;
		const keys = new Set();
		for (const { key, value } of node.items) {
			const name = (0, import_dist.isScalar)(key) ? String(key.value) : null;
			if (name !== null && keys.has(name)) repeated.push({
				offset: rangeStart(key) ?? 0,
				message: `the key ${JSON.stringify(name.slice(0, 80))} is repeated`
			});
			if (name !== null) keys.add(name);
			open.push(value);
		}
	}
	return repeated;
}
function rangeStart(node) {
	return node?.range?.[0];
}
// packages/schemas/src/documents.ts
const maximumProblems = 100;
/**
* Parses and validates a JSON document, of at most 4 MiB where nothing else is said. All problems are reported at once, with their
* paths.
*/
function parseJsonDocument(schema, text, file, { maximumBytes } = {}) {
	boundSize(text, file, maximumBytes);
	let value;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new TidemarkError("DOCUMENT_INVALID", `${file} is not JSON: ${cause.message}`, {
			hint: "Facts and channel files are written by Tidemark. Restore the file from Git history.",
			cause
		});
	}
	return validateDocument(schema, value, file, () => ({}));
}
/** Parses and validates a YAML document; problems carry the line and column (from 1) of the offending node. */
function parseYamlDocument(schema, text, file, code = "POLICY_INVALID") {
	const { value, locate } = readYaml(text, file);
	return validateDocument(schema, value, file, locate, code);
}
function validateDocument(schema, value, file, locate, code = "DOCUMENT_INVALID") {
	const structure = findStructureProblem(value);
	if (structure) throw new TidemarkError(code, `${file} has a structure that no document of Tidemark has`, {
		hint: "Correct the place named. The schema of each document is in registry-schema/.",
		problems: [{
			file,
			...locate(structure.path),
			path: formatPath(structure.path),
			message: structure.message
		}]
	});
	const result = schema.safeParse(value, { reportInput: true });
	if (result.success) return result.data;
	const found = result.error.issues.flatMap((issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({
		issue,
		path: [...issue.path, key]
	})) : [{
		issue,
		path: issue.path
	}]);
	const problems = found.slice(0, maximumProblems).map(({ issue, path }) => ({
		file,
		...locate(path),
		path: formatPath(path),
		message: describeIssue(issue)
	}));
	throw new TidemarkError(code, `${file} does not follow its schema (${`${found.length} problem${found.length === 1 ? "" : "s"}`}${found.length > maximumProblems ? `, the first ${maximumProblems} are listed` : ""})`, {
		hint: "Correct the values named. The schema of each document is in registry-schema/.",
		problems
	});
}
function describeIssue(issue) {
	if (issue.code === "unrecognized_keys") return "this key is not known here";
	const message = issue.message.replace(/^Invalid input: /, "");
	const isTogether = issue.code === "custom" && typeof issue.input === "object";
	return message + (issue.input === void 0 || isTogether ? "" : `, found ${shorten(issue.input)}`);
}
function shorten(value) {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
function formatPath(path) {
	return path.slice(0, 20).map((key, i) => typeof key === "number" ? `[${key}]` : (i ? "." : "") + String(key)).join("");
}
// packages/action-kit/src/clear-handover.ts
/**
* Removes what an earlier run handed over in `dir`, so that a run that fails leaves nothing behind that looks like its own.
* A folder with other content is somebody's work: `PATH_REFUSED`, and nothing in it is touched.
*/
async function clearHandover(dir, kind) {
	if ((await readdir(dir).catch((cause) => {
		if (cause.code === "ENOENT") return [];
		throw refused(dir, "is not a folder that can be written", cause);
	})).length === 0) return;
	if (!await isHandover(dir, kind)) throw refused(dir, `holds other files than a ${kind} handover`);
	await rm(dir, { recursive: true });
}
async function isHandover(dir, kind) {
	try {
		const { schema, kind: written } = JSON.parse(await readFile(join(dir, "handover.json"), "utf8"));
		return schema === "tidemark/handover/v1" && written === kind;
	} catch {
		return false;
	}
}
function refused(dir, what, cause) {
	return new TidemarkError("PATH_REFUSED", `The output folder ${dir} ${what}.`, {
		hint: "Give the input `output` a folder of its own: it is emptied at each run.",
		cause
	});
}
// packages/action-kit/src/definition.ts
const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Checks the names at once, so that a misspelt one cannot reach action.yml. Throws a plain `Error`: it is a bug. */
function defineAction(definition) {
	for (const each of [
		definition.name,
		...Object.keys(definition.inputs),
		...Object.keys(definition.outputs)
	]) if (!name.test(each)) throw new Error(`action ${definition.name}: the name '${each}' is not kebab-case`);
	return {
		title: `Tidemark ${definition.name.replaceAll("-", " ")}`,
		branding: {
			icon: "anchor",
			color: "blue"
		},
		...definition
	};
}
// packages/action-kit/src/handover.ts
const manifestName = "handover.json";
const maxFiles = 1e4;
const maxManifestBytes = 16777216;
const hint = "Pass the whole folder as the artifact that the earlier job uploaded, and its digest as that job’s output.";
const Manifest = strictObject({
	schema: literal("tidemark/handover/v1"),
	kind: string().max(100),
	facts: json(),
	files: array(strictObject({
		path: RelativePath,
		sizeBytes: int().nonnegative(),
		sha256: Sha256
	})).max(maxFiles)
});
/**
* Writes `handover.json` over all files below `dir` and returns its sha256, which names all of them.
* Throws `HANDOVER_INVALID` on symbolic links, special files, and more than 10,000 files.
*/
async function writeHandover(dir, { kind, facts }) {
	const files = [];
	for (const path of await listFiles(dir)) files.push({
		path,
		...await measure(join(dir, path))
	});
	const text = storedJson({
		schema: "tidemark/handover/v1",
		kind,
		facts,
		files
	});
	await writeFile(join(dir, manifestName), text);
	return sha256(text);
}
/**
* Reads and verifies what another job handed over: the manifest's digest (where expected), every file's size and digest, and
* that no other file is there. Throws `DIGEST_MISMATCH` where bytes differ, `HANDOVER_INVALID` where the folder is not what it says.
*/
async function readHandover(dir, { kind, expectedDigest }) {
	const text = await readManifest(dir);
	const digest = sha256(text);
	if (expectedDigest !== void 0 && expectedDigest !== digest) throw new TidemarkError("DIGEST_MISMATCH", `${join(dir, manifestName)} is not the one the earlier job wrote.`, {
		hint: "Start the run again from the job that wrote it; if it happens again, someone changes the artifact in between.",
		problems: [{
			file: join(dir, manifestName),
			message: `expected sha256 ${expectedDigest}, got ${digest}`
		}]
	});
	const manifest = parseManifest(dir, text);
	if (manifest.kind !== kind) throw new TidemarkError("HANDOVER_INVALID", `${dir} holds a ${JSON.stringify(manifest.kind)}, not a ${JSON.stringify(kind)}.`, { hint });
	await verifyFiles(dir, manifest);
	return {
		...manifest,
		digest
	};
}
/** One of the documents that a handover's facts hold, by its name there. Throws `DOCUMENT_INVALID` also where it is absent. */
function handoverPart(schema, { kind, facts }, name) {
	return parseJsonDocument(schema, storedJson((facts !== null && typeof facts === "object" && Object.hasOwn(facts, name) ? facts[name] : null) ?? null), `handover.json of the ${kind} (${name})`);
}
async function verifyFiles(dir, manifest) {
	const present = new Set(await listFiles(dir));
	const missing = [];
	const changed = [];
	for (const { path, sizeBytes, sha256 } of manifest.files) {
		if (!present.delete(path)) {
			missing.push({
				file: join(dir, path),
				message: "is missing"
			});
			continue;
		}
		const actual = await measure(join(dir, path));
		if (actual.sha256 !== sha256 || actual.sizeBytes !== sizeBytes) {
			const message = `expected ${sizeBytes} bytes of sha256 ${sha256}, got ${actual.sizeBytes} of ${actual.sha256}`;
			changed.push({
				file: join(dir, path),
				message
			});
		}
	}
	for (const path of present) missing.push({
		file: join(dir, path),
		message: "is not in the manifest"
	});
	if (changed.length > 0) throw new TidemarkError("DIGEST_MISMATCH", `${`${changed.length} of ${manifest.files.length} files`} changed between the jobs.`, {
		hint,
		problems: [...changed, ...missing]
	});
	if (missing.length > 0) throw new TidemarkError("HANDOVER_INVALID", `The files below ${dir} are not those of its manifest.`, {
		hint,
		problems: missing
	});
}
async function readManifest(dir) {
	const file = join(dir, manifestName);
	try {
		const { size } = await lstat(file);
		if (size <= maxManifestBytes) return await readFile(file, "utf8");
	} catch (cause) {
		throw new TidemarkError("HANDOVER_INVALID", `${file} cannot be read.`, {
			hint,
			cause
		});
	}
	throw new TidemarkError("HANDOVER_INVALID", `${file} is larger than ${maxManifestBytes} bytes.`, { hint });
}
function parseManifest(dir, text) {
	const file = join(dir, manifestName);
	let parsed;
	try {
		parsed = Manifest.safeParse(JSON.parse(text));
	} catch (cause) {
		throw new TidemarkError("HANDOVER_INVALID", `${file} cannot be parsed.`, {
			hint,
			cause
		});
	}
	if (parsed.success) return parsed.data;
	throw new TidemarkError("HANDOVER_INVALID", `${file} is not a handover manifest.`, {
		hint,
		problems: parsed.error.issues.slice(0, 20).map((issue) => ({
			file,
			path: issue.path.join("."),
			message: issue.message
		}))
	});
}
/** Paths of all regular files below `dir` but the manifest, with forward slashes, in UTF-16 order. */
async function listFiles(dir) {
	const found = [];
	const visit = async (below) => {
		for (const entry of await readdir(join(dir, below), { withFileTypes: true })) {
			const path = below === "" ? entry.name : `${below}/${entry.name}`;
			if (entry.isDirectory()) await visit(path);
			else if (!entry.isFile()) throw new TidemarkError("HANDOVER_INVALID", `${join(dir, path)} is a link or a special file.`, { hint: "Hand over regular files only." });
			else if (path !== manifestName) found.push(path);
			if (found.length > maxFiles) throw new TidemarkError("HANDOVER_INVALID", `${dir} holds more than ${maxFiles} files.`, { hint: "Hand over fewer files, such as one archive." });
		}
	};
	try {
		await visit("");
	} catch (cause) {
		if (cause instanceof TidemarkError) throw cause;
		throw new TidemarkError("HANDOVER_INVALID", `The folder ${dir} cannot be read.`, {
			hint,
			cause
		});
	}
	return found.sort((a, b) => a < b ? -1 : 1);
}
async function measure(file) {
	const hash = createHash("sha256");
	let sizeBytes = 0;
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
		hash.update(chunk);
		sizeBytes += chunk.length;
	}
	return {
		sizeBytes,
		sha256: hash.digest("hex")
	};
}
// packages/action-kit/src/inputs.ts
/** One line of text; `pattern` must match all of it, and `expected` says in words what it matches. */
function text(options) {
	const { pattern, expected = pattern ? `text matching ${pattern.source}` : "one line of text", maxLength = 1e3 } = options;
	const whole = pattern && new RegExp(`^(?:${pattern.source})$`, pattern.flags);
	return input(options, expected, string().max(maxLength).refine((value) => !/[\0-\x1f\x7f]/.test(value) && (!whole || whole.test(value))));
}
/**
* A file or folder, as written and normalised, without slashes at the end: relative to the workspace, which is an action's
* working directory. A relative path that climbs out of the workspace is refused; an absolute one (a runner's temporary
* folder) is taken unless the path is one of the repository's, where it is a folder below the root and not the root itself.
*/
function path(options) {
	const { inRepository = false } = options;
	return input(options, inRepository ? "a path below the repository’s root" : "a path inside the workspace, or an absolute one", string().max(4096).refine((value) => !/[\0-\x1f\x7f]/.test(value)).transform((value) => isAbsolute(value) ? value : posix.normalize(value.replaceAll("\\", "/"))).transform((value) => value.replace(/(?<=.)\/+$/, "")).refine((value) => value !== ".." && !value.startsWith("../")).refine((value) => !inRepository || !isAbsolute(value) && value !== "."));
}
/** YAML 1.2's booleans, as GitHub's own toolkit reads them. */
function boolean(options) {
	return input(options, "true or false", _enum([
		"true",
		"True",
		"TRUE",
		"false",
		"False",
		"FALSE"
	]).transform((value) => value.toLowerCase() === "true"));
}
/** A whole number in decimal digits. */
function integer(options) {
	const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options;
	return input(options, ["a whole number", [options.min === void 0 ? "" : `at least ${min}`, options.max === void 0 ? "" : `at most ${max}`].filter(Boolean).join(" and ")].filter(Boolean).join(", "), string().regex(/^[+-]?\d{1,16}$/).transform(Number).pipe(int().min(min).max(max)));
}
/** One of the given words. */
function choice(words, options) {
	return input(options, words.map((word) => `\`${word}\``).join(words.length === 2 ? " or " : ", "), _enum(words));
}
/** A list, one item a line; empty lines are dropped. An absent list is empty. */
function lines(options) {
	const { maxItems = 1e3, item, expected = "one item a line" } = options;
	const whole = item && new RegExp(`^(?:${item.source})$`, item.flags);
	const schema = string().transform((value) => value.split("\n").flatMap((line) => line.trim() || [])).refine((items) => items.length <= maxItems && items.every((each) => !whole || whole.test(each)));
	return {
		...input(options, `${expected}, at most ${maxItems}`, schema),
		schema,
		absent: []
	};
}
/** A model's name as the registry allows it: it becomes a folder, a branch and a tag. */
function modelName(options) {
	return input(options, "lower-case letters, digits and hyphens, at most 63, starting with a letter or digit", Name);
}
/**
* The digest that an earlier job's action gave as its output `handover`. Required: where it is empty, the artifact would be
* believed for what it says of itself.
*/
function handoverDigest(action) {
	return text({
		description: `The handover digest that ${action} gave as its output; what arrived must have it.`,
		required: true,
		pattern: /[0-9a-f]{64}/,
		expected: "a SHA-256 as 64 lower-case hex digits"
	});
}
/** The input `registry-branch`. That it is not the default branch is checked on connecting to GitHub, which knows it. */
function registryBranch() {
	return text({
		description: "Branch that holds the facts, never the default branch; the first registration creates it.",
		default: "model-registry",
		pattern: /[A-Za-z0-9][A-Za-z0-9._/-]{0,99}/,
		expected: "a branch’s name of letters, digits and . _ - /, at most 100, starting with a letter or digit"
	});
}
/** The input `native-path` of every action that calls `provideNative`. */
function nativePath() {
	return path({ description: "A folder with the native binaries, for runners without network: `<name>/<version>/<platform>/`, as in the runner’s tool cache. Checked like every other source." });
}
/** A GitHub token; the job's own unless the workflow gives another. Masked. */
function token(options) {
	const schema = string().max(1e4).regex(/^[\x21-\x7e]+$/);
	return {
		...input({
			description: "The token for GitHub’s API.",
			default: "${{ github.token }}",
			...options,
			required: true
		}, "a GitHub token", schema),
		secret: true
	};
}
/** A secret that a workflow may give, such as a webhook's address. Masked, and never shown in an error. */
function secret(options) {
	return {
		...input(options, "a secret of printable characters on one line", string().max(4096).regex(/^[\x21-\x7e]+$/)),
		secret: true
	};
}
function input(options, expected, schema) {
	return {
		description: options.description,
		required: options.required === true,
		default: options.default === void 0 ? void 0 : String(options.default),
		expected,
		secret: false,
		schema,
		absent: void 0
	};
}
// packages/action-kit/src/native/actions-cache.ts
/**
* GitHub's cache, between jobs on fresh machines. It only saves time, so that nothing that goes wrong with it matters; what it restores is
* verified like everything else. The key holds the tarball's digest: another version never hits.
*/
async function restoreFromActionsCache(dir, pinned, platform) {
	if (!isAvailable()) return false;
	try {
		const { restoreCache } = await import("../lazy/cache.js");
		return await restoreCache([dir], cacheKey(pinned, platform)) !== void 0;
	} catch {
		return false;
	}
}
/** Saves the verified folder for later jobs. */
async function saveToActionsCache(dir, pinned, platform) {
	if (!isAvailable()) return;
	try {
		const { saveCache } = await import("../lazy/cache.js");
		await saveCache([dir], cacheKey(pinned, platform));
	} catch {}
}
/** Asked before the module is loaded: it is the heaviest of all. */
function isAvailable() {
	return Boolean(process.env.ACTIONS_RUNTIME_TOKEN && (process.env.ACTIONS_RESULTS_URL || process.env.ACTIONS_CACHE_URL));
}
function cacheKey({ package: name, version, integrity }, platform) {
	const digest = Buffer.from(integrity.slice(7), "base64").toString("hex").slice(0, 32);
	return `tidemark-native-${name.replace("@", "").replace("/", "-")}-${version}-${platform}-${digest}`;
}
// packages/action-kit/src/native/download.ts
const attempts = 3;
const timeoutMs = 6e5;
/**
* Downloads the package's tarball from the registry, checks it against the pinned SHA-512 before anything is unpacked, and moves the
* kept files to `dir` in one step. Throws `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
*/
async function downloadPackage(pinned, registry, dir) {
	await mkdir(dirname(dir), { recursive: true });
	const staging = await mkdtemp(join(dirname(dir), ".download-"));
	try {
		const tarball = join(staging, "package.tgz");
		const unpacked = join(staging, "files");
		await fetchTarball(tarballUrl(registry, pinned), pinned, tarball);
		await unpack(tarball, pinned, unpacked);
		await rename(unpacked, dir).catch(async (error) => {
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "EPERM") throw error;
		});
	} finally {
		await rm(staging, {
			recursive: true,
			force: true
		});
	}
}
/** `<registry>/<name>/-/<name without scope>-<version>.tgz`, the form every npm registry serves. */
function tarballUrl(registry, { package: name, version }) {
	return `${registry}/${name}/-/${name.slice(name.indexOf("/") + 1)}-${version}.tgz`;
}
async function fetchTarball(url, pinned, file) {
	(await import("node:http")).setGlobalProxyFromEnv?.();
	for (let attempt = 1;; attempt++) try {
		return await fetchOnce(url, pinned, file);
	} catch (error) {
		if (error instanceof TidemarkError) throw error;
		if (attempt === attempts || error instanceof HttpError && error.status < 500 && error.status !== 429) throw new TidemarkError("NATIVE_UNAVAILABLE", `${pinned.package} ${pinned.version} could not be downloaded.`, {
			hint: "Allow the runner to reach the npm registry, set `npm_config_registry` to a mirror, or set the input `native-path`.",
			problems: [{
				file: publicUrl(url),
				message: reasonOf(error)
			}]
		});
		await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
	}
}
async function fetchOnce(url, pinned, file) {
	const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
	if (!response.ok || response.body === null) throw new HttpError(response.status);
	const hash = createHash("sha512");
	let bytes = 0;
	const measure = new Transform({ transform(chunk, _encoding, done) {
		bytes += chunk.length;
		hash.update(chunk);
		done(bytes > pinned.tarballBytes ? mismatch(url, pinned, `more than ${pinned.tarballBytes} bytes`) : null, chunk);
	} });
	await pipeline(Readable.fromWeb(response.body), measure, createWriteStream(file));
	const integrity = `sha512-${hash.digest("base64")}`;
	if (bytes < pinned.tarballBytes) throw new Error(`${bytes} of ${pinned.tarballBytes} bytes arrived`);
	if (integrity !== pinned.integrity) throw mismatch(url, pinned, integrity);
}
async function unpack(tarball, { folder, files }, dir) {
	const { extract } = await import("../lazy/index.min.js");
	const wanted = new Set(files.map(({ name }) => `${folder}/${name}`));
	await mkdir(dir);
	await extract({
		file: tarball,
		cwd: dir,
		strip: folder.split("/").length,
		filter: (path, entry) => wanted.has(path) && "type" in entry && entry.type === "File"
	});
}
function mismatch(url, pinned, actual) {
	return new TidemarkError("NATIVE_MISMATCH", `The download of ${pinned.package} ${pinned.version} is not the pinned one.`, {
		hint: "Do not use this registry until it is known why its content differs; `npm_config_registry` names another.",
		problems: [{
			file: publicUrl(url),
			message: `expected ${pinned.integrity}, got ${actual}`
		}]
	});
}
var HttpError = class extends Error {
	status;
	constructor(status) {
		super(`the registry answered ${status}`);
		this.status = status;
	}
};
/** `fetch failed` says nothing; its cause names the host and the reason. */
function reasonOf(error) {
	const { message, cause } = error;
	return cause instanceof Error ? `${message}: ${cause.message || cause.code}` : message;
}
/** Without a user's name and password. */
function publicUrl(url) {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}
// packages/action-kit/src/native/manifest.ts
/** Generated from pnpm-lock.yaml by `scripts/generate-native-manifest.ts`. */
const nativeManifest = {
	duckdb: {
		"linux-x64": {
			"package": "@duckdb/node-bindings-linux-x64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ==",
			"tarballBytes": 23881820,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 474984,
				"sha512": "76c209baeab2b95869a81e2d11fd9ce7cee7fff7c0bfcb3442923978b687f53b45c251278fa49d69b256a8e4ef32b8ab1502b2bf19e86b2456f397d24b6c2f02"
			}, {
				"name": "libduckdb.so",
				"sizeBytes": 70529912,
				"sha512": "0e36ced0c6d6b13bed3e7f9194845bc54bf27612ecfb2974a6d5d1590c8a6c3064be06927ec8f4beafeb2d8fc7d0da555d315b74671f1fb5756d82f59f1738a4"
			}]
		},
		"linux-arm64": {
			"package": "@duckdb/node-bindings-linux-arm64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw==",
			"tarballBytes": 21632048,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 497304,
				"sha512": "22ca0d03141113a07781fcff49739b744cc06745a9952f03d79d3be86da116cbe2033f29432823f756aa287b21af50b335f5419447588e96eb646ab52e469185"
			}, {
				"name": "libduckdb.so",
				"sizeBytes": 62963152,
				"sha512": "75cf36570beb0ee3c3b46022efa4f5c9b8d977688e338b05910077dcfe77d6d56ca3bc16c0d3cf9741891cdc25a4800a5a89f959e371314e3dcbe0e762325cb2"
			}]
		},
		"darwin-arm64": {
			"package": "@duckdb/node-bindings-darwin-arm64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g==",
			"tarballBytes": 36788031,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 514168,
				"sha512": "727d486b2c7aeb30ffcd6e1a2a0ef428b6543b762888935f622b97c928dda825ee55de3e8cf959fea5d22a2e2a7384cc1bf78e30ab59d808c6d6c87c0d5810f3"
			}, {
				"name": "libduckdb.dylib",
				"sizeBytes": 117005184,
				"sha512": "2ba652ef5a2bcded11c5582fe152335a58f68875df4289a530c48c10e5a59ee4a3c7b094aae7b5ceafaba292b94b7b89c030f53b8fc359d2c293ef48d8087835"
			}]
		},
		"win32-x64": {
			"package": "@duckdb/node-bindings-win32-x64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA==",
			"tarballBytes": 13549050,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.dll",
				"sizeBytes": 36724520,
				"sha512": "99f9f6c7cd2c64f387d3ba07eee15d29750803d24c7e7846d09423f123a51842704d640141321480d2eaecb7e1b3eb54368b50cdeb44a587a00be3951bb1ee29"
			}, {
				"name": "duckdb.node",
				"sizeBytes": 1253376,
				"sha512": "2ea13376874bc55beeb1482e1926b49beb24d2f269dbe5a42ba653c9e3d06be9d6d514ea5c93699ed6c58adef75e9646d22db56ec9cefabbac50141241db1893"
			}]
		}
	},
	onnxruntime: {
		"linux-x64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/linux/x64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.so.1",
				"sizeBytes": 45828512,
				"sha512": "927fc128db9eedb9fae07dfa0574a4d53af91efa7e42c3192678910d32ae4fde46441c14fd42eaf0f925a2f71c1de4816d25720bd6c7579b60e56293cc862215"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 389488,
				"sha512": "1ec8c6091f4a79da6fb71868af9602ad66aa7bbed99be1a5adad66b3b7e8fec927732a944e564c42ecb9da1403f657c07a7ad9351f54ddeb338abd7f445b4a03"
			}]
		},
		"linux-arm64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/linux/arm64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.so.1",
				"sizeBytes": 25135496,
				"sha512": "95be392538dfe3bd660207ebad503bcfbcbcd4e6162fb83d19f35d291a981560294914ce471d5251626122aff63cf201a215bb052d7cf5ea009fffcd57dbd366"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 394648,
				"sha512": "c1237687f3ba2e761b584bdc3763b5e4c85757d5c31562bf2119ca13753299142852d1b34619d9a974c4cc3c91444a70c8637784cab62212db36dd9b733dec10"
			}]
		},
		"darwin-arm64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/darwin/arm64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.1.dylib",
				"sizeBytes": 44589928,
				"sha512": "a2a1d51856a7fbe80815f363df95b1bb156baecd90ff51bb1fd70649da4a2070b958ddb4f7460bd94364e156d334f57840293501aa1505256153c2721428f782"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 266840,
				"sha512": "bff4592f39d10f271de531e9df3ef9c9692faefd499286f2f4b367e7bf610ec2ed96c3edd501874f6d6e4e6d1d136a944c7f7369e16c5829577c746eeb650cfa"
			}]
		},
		"win32-x64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/win32/x64",
			"entry": "onnxruntime_binding.node",
			"files": [
				{
					"name": "DirectML.dll",
					"sizeBytes": 18527584,
					"sha512": "80275adb90194b54d0f346baa451f94d105a9fb1fcbe22dbbc4a0273714f4b5f9dee00dd6bdd5884e33acb90c73ac65ee7b13b8fc698e010f823fcfc708bb875"
				},
				{
					"name": "onnxruntime.dll",
					"sizeBytes": 28754232,
					"sha512": "01e218f193118dcfecd8ba018c416cb337eb7b5af480c7873a2aa21918c17ed180b10aada74fc3c4bd25cfe0550de435ce76e671bd30764440b7bed0e1935b1f"
				},
				{
					"name": "onnxruntime_binding.node",
					"sizeBytes": 298848,
					"sha512": "6b3080434db24453051c55419b9224ed24a2b976639e6b13d2d323ae2632e2bfd508fedc130aca1c376d165dd141cadbd2abd708f83908fb2f15fc776308484c"
				}
			]
		}
	}
};
// packages/action-kit/src/native/platform.ts
/** The platform whose binaries run on the machine. Throws `NATIVE_UNSUPPORTED` on musl and on what is not built. */
function platformOf({ os, arch, glibc }) {
	const platform = `${os}-${arch}`;
	const supported = Object.keys(nativeManifest.duckdb);
	if (!supported.includes(platform)) throw new TidemarkError("NATIVE_UNSUPPORTED", `DuckDB and ONNX Runtime are not available for ${platform}.`, { hint: `Run the job on one of ${supported.join(", ")}, such as \`runs-on: ubuntu-latest\`.` });
	if (os === "linux" && glibc === void 0) throw new TidemarkError("NATIVE_UNSUPPORTED", "This Linux uses musl (Alpine); ONNX Runtime is built for glibc only.", { hint: "Run the job without `container:`, or in a Debian or Ubuntu image." });
	return platform;
}
function thisMachine() {
	return {
		os: process.platform,
		arch: process.arch,
		glibc: process.platform === "linux" ? glibcVersion() : void 0
	};
}
function glibcVersion() {
	const report = process.report;
	report.excludeNetwork = true;
	return report.getReport().header?.glibcVersionRuntime;
}
// packages/action-kit/src/native/registry-setting.ts
const maxNpmrcBytes = 65536;
/**
* The npm registry to download from, without a slash at the end, as npm finds it: environment, the project's .npmrc, the user's, the
* public one. Only the line `registry=` is taken: tokens are not read. Wrong content can do no harm, since the tarballs are pinned.
*/
function registryUrl(env, project, home) {
	const candidates = [
		() => env.npm_config_registry || env.NPM_CONFIG_REGISTRY,
		() => registryLine(join(project, ".npmrc"), env),
		() => registryLine(join(home, ".npmrc"), env)
	];
	for (const candidate of candidates) {
		const value = candidate();
		if (value && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, "");
	}
	return "https://registry.npmjs.org";
}
function registryLine(file, env) {
	if ((statSync(file, { throwIfNoEntry: false })?.size ?? 1e400) > maxNpmrcBytes) return void 0;
	return (/^\s*registry\s*=\s*(?<value>\S+)\s*$/m.exec(readFileSync(file, "utf8"))?.groups?.value)?.replaceAll(/\$\{(\w+)\}/g, (whole, name) => env[name] ?? whole).replace(/^(["'])(.*)\1$/, "$2");
}
// packages/action-kit/src/native/verification.ts
/**
* Compares every pinned file in the folder with its size and SHA-512. Nothing wrong is an empty list; `absent` is a folder without any of
* the files. Hashing takes about 0.2 s for 70 MB and is done on every use: a cache is writable by every step of a job.
*/
async function verifyFolder(dir, files) {
	const results = await Promise.all(files.map((file) => verifyFile(join(dir, file.name), file)));
	if (results.every((result) => result === "absent")) return "absent";
	return results.flatMap((result, index) => {
		if (result === void 0) return [];
		return {
			file: join(dir, files[index].name),
			message: result === "absent" ? "is missing" : result
		};
	});
}
async function verifyFile(file, expected) {
	const stat = await lstat(file).catch(() => void 0);
	if (stat === void 0) return "absent";
	if (!stat.isFile()) return "is not a regular file";
	if (stat.size !== expected.sizeBytes) return `has ${stat.size} bytes, expected ${expected.sizeBytes}`;
	const hash = createHash("sha512");
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
	const actual = hash.digest("hex");
	return actual === expected.sha512 ? void 0 : `has sha512 ${actual}, expected ${expected.sha512}`;
}
// packages/action-kit/src/native/provide.ts
/** Where the bundled loaders look; see rolldown.config.ts. Not the environment: another step could write that. */
const loaded = Symbol.for("tidemark.native");
/**
* Makes the native binaries reachable for this process, so that importing `@duckdb/node-api` or `onnxruntime-node` afterwards works in a
* built action. From sources nothing is done: node_modules has them. Throws `NATIVE_UNSUPPORTED`, `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
*/
async function provideNative(names, { inputs, log }) {
	const files = globalThis[loaded] ??= {};
	for (const name of names) if (files[name] === void 0) files[name] = await locateNative(name, {
		env: process.env,
		nativePath: inputs.nativePath,
		log
	});
}
/** The verified file to load, absolute: from the input, the tool cache, the Actions cache or the registry, in this order. */
async function locateNative(name, place) {
	const platform = platformOf(place.machine ?? thisMachine());
	const pinned = nativeManifest[name][platform];
	const below = join(name, pinned.version, platform);
	if (place.nativePath !== void 0) return fromPath(resolve(place.nativePath, below), pinned);
	return fromCaches(join(toolCache(place.env), "tidemark-native", below), pinned, platform, place);
}
async function fromPath(dir, pinned) {
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") throw new TidemarkError("NATIVE_UNAVAILABLE", `The input native-path has no ${pinned.package} ${pinned.version}.`, {
		hint: `Put ${pinned.files.map((file) => file.name).join(", ")} of that npm package there, or leave the input empty.`,
		problems: [{
			file: dir,
			message: "is missing"
		}]
	});
	if (problems.length > 0) throw differs(pinned, problems);
	return join(dir, pinned.entry);
}
async function fromCaches(dir, pinned, platform, { env, log }) {
	const entry = join(dir, pinned.entry);
	if (await isSound(dir, pinned, log)) return entry;
	if (await restoreFromActionsCache(dir, pinned, platform) && await isSound(dir, pinned, log)) return entry;
	const registry = registryUrl(env, env.GITHUB_WORKSPACE || process.cwd(), homedir());
	log(`Downloading ${pinned.package} ${pinned.version} (${Math.round(pinned.tarballBytes / 1e6)} MB), once for this tool cache.`);
	await downloadPackage(pinned, registry, dir);
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") throw differs(pinned, [{
		file: dir,
		message: "holds none of the pinned files"
	}]);
	if (problems.length > 0) throw differs(pinned, problems);
	await saveToActionsCache(dir, pinned, platform);
	return entry;
}
/** Removes a folder that differs, so that it is fetched anew. */
async function isSound(dir, pinned, log) {
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") return false;
	if (problems.length === 0) return true;
	log(`The cached ${pinned.package} differs from the pinned one and is fetched anew: ${problems[0].file} ${problems[0].message}`);
	await rm(dir, {
		recursive: true,
		force: true
	});
	return false;
}
function differs(pinned, problems) {
	return new TidemarkError("NATIVE_MISMATCH", `${pinned.package} ${pinned.version} is not the pinned one.`, {
		hint: "Nothing of it was loaded. Find out who writes to this place; the right files are those of the npm package.",
		problems
	});
}
function toolCache(env) {
	return env.RUNNER_TOOL_CACHE || env.XDG_CACHE_HOME || join(homedir(), ".cache");
}
// packages/action-kit/src/log.ts
/**
* The text, safe to print to a step's log: the runner takes a line that starts with `::`, or that holds `##[` anywhere, for a command,
* and splits lines at a lone carriage return too. A zero-width space keeps such text readable and inert.
* Control characters (terminal escapes) are dropped.
*/
function printable(text) {
	return text.replaceAll(/\r\n?/g, "\n").replaceAll(/[\0-\x08\x0b-\x1f\x7f\x80-\x9f]/g, "").replaceAll("##[", "##​[").replaceAll(/^(\s*)::/gm, "$1​::");
}
/** Prints text that users may have written to the log. */
function print(text) {
	process.stdout.write(`${printable(text)}\n`);
}
// packages/action-kit/src/annotations.ts
/** GitHub shows ten annotations a step for each level and silently drops the rest. */
const shown = 10;
/** Two places are kept back: one for the step's failure itself, one for "and N more". */
const immediate = 8;
/** Shows the first annotations at once and the rest, as far as GitHub would show them, at `finish`. */
var Annotations = class {
	#count = {
		error: 0,
		warning: 0,
		notice: 0
	};
	#waiting = [];
	add(annotation) {
		if (this.#count[annotation.level] < immediate) this.#emit(annotation);
		else {
			this.#waiting.push(annotation);
			print(`${annotation.level}: ${describe(annotation)}`);
		}
	}
	/** Shows `failure` for certain, then what still fits; what does not is counted in a last annotation. */
	finish(failure) {
		if (failure) this.#emit(failure);
		for (const level of [
			"error",
			"warning",
			"notice"
		]) {
			const waiting = this.#waiting.filter((annotation) => annotation.level === level);
			const room = shown - this.#count[level];
			const fitting = waiting.length <= room ? waiting.length : room - 1;
			for (const annotation of waiting.slice(0, fitting)) this.#emit(annotation);
			if (fitting < waiting.length) this.#emit({
				level,
				message: `… and ${waiting.length - fitting} more; the step's log has all of them.`
			});
		}
		this.#waiting.length = 0;
	}
	#emit({ level, message, title, file, line, column }) {
		this.#count[level]++;
		const properties = {};
		if (title !== void 0) properties.title = title;
		if (file !== void 0) properties.file = file;
		if (line !== void 0) properties.startLine = line;
		if (column !== void 0) properties.startColumn = column;
		const emit = {
			error,
			warning,
			notice
		}[level];
		emit(message, properties);
	}
};
function describe({ message, file, line, column }) {
	const place = [
		file,
		line,
		column
	].filter((part) => part !== void 0).join(":");
	return place === "" ? message : `${place}: ${message}`;
}
// packages/action-kit/src/failure.ts
const maxProblems = 200;
/** An expected error shows what, where and what to do; anything else is a bug and shows its stack. */
function describeFailure(action, error) {
	return error instanceof TidemarkError ? describeExpected(error) : describeBug(action, error);
}
function describeExpected(error) {
	const problems = error.problems.slice(0, maxProblems).map(describeProblem);
	if (error.problems.length > maxProblems) problems.push(`… and ${error.problems.length - maxProblems} more`);
	const block = [
		`${error.code}: ${error.message}`,
		...problems.map((problem) => `  - ${problem.replaceAll("\n", "\n    ")}`),
		...error.cause === void 0 ? [] : [`  cause: ${causeOf(error.cause)}`],
		`  hint: ${error.hint}`
	].join("\n");
	const located = error.problems.filter((problem) => isInRepository(problem.file) && problem.line !== void 0);
	return {
		log: block,
		markdown: `### ❌ \`${error.code}\`\n\n${fenced(block)}`,
		annotations: located.map(({ file, line, column, path, message }) => ({
			level: "error",
			title: error.code,
			message: path ? `${path}: ${message}` : message,
			file,
			line,
			column
		})),
		annotation: {
			level: "error",
			title: error.code,
			message: [
				error.message,
				...problems.slice(0, 5),
				error.hint
			].join("\n"),
			file: located.length === 0 ? error.problems.find((problem) => isInRepository(problem.file))?.file : void 0
		}
	};
}
/** GitHub can attach an annotation to a file of the repository only. */
function isInRepository(file) {
	return file !== void 0 && !isAbsolute(file) && !/^[a-z][a-z0-9+.-]+:/i.test(file);
}
function describeBug(action, error) {
	const block = `This is a bug in Tidemark's ${action}. Please report it with these lines.\n\n${error instanceof Error ? error.stack ?? String(error) : `thrown: ${String(error)}`}`;
	return {
		log: block,
		markdown: `### ❌ Bug in \`${action}\`\n\n${fenced(block)}`,
		annotations: [],
		annotation: {
			level: "error",
			title: `Bug in ${action}`,
			message: `${error instanceof Error ? error.message : String(error)}\nPlease report it with the stack in the log.`
		}
	};
}
function causeOf(cause) {
	return cause instanceof Error ? cause.message.split("\n")[0].slice(0, 500) : String(cause).slice(0, 500);
}
/** A code block whose fence is longer than any run of backticks inside, so that the text cannot leave it. */
function fenced(text) {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
	const fence = "`".repeat(longest + 1);
	return `${fence}text\n${text}\n${fence}`;
}
// packages/action-kit/src/github-facts.ts
/** GitHub delivers events of at most 25 MB. */
const maxEventBytes = 25e6;
/** Facts are read from `env` when asked for, so that an action needs only those it uses. */
function gitHubFacts(env) {
	let event;
	const fact = (name) => required(env, name);
	return {
		get repository() {
			const value = fact("GITHUB_REPOSITORY");
			if (!/^[\w.-]+\/[\w.-]+$/.test(value)) throw invalid("GITHUB_REPOSITORY", value, "owner/name");
			return value;
		},
		get owner() {
			return this.repository.slice(0, this.repository.indexOf("/"));
		},
		get repositoryName() {
			return this.repository.slice(this.repository.indexOf("/") + 1);
		},
		get sha() {
			const value = fact("GITHUB_SHA");
			if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) throw invalid("GITHUB_SHA", value, "a commit in 40 hex digits");
			return value;
		},
		get ref() {
			return fact("GITHUB_REF");
		},
		get refName() {
			return env.GITHUB_REF_NAME || this.ref.replace(/^refs\/(heads|tags|pull)\//, "");
		},
		get runId() {
			const value = fact("GITHUB_RUN_ID");
			if (!/^\d{1,20}$/.test(value)) throw invalid("GITHUB_RUN_ID", value, "decimal digits");
			return value;
		},
		get runAttempt() {
			const value = env.GITHUB_RUN_ATTEMPT || "1";
			if (!/^[1-9]\d{0,8}$/.test(value)) throw invalid("GITHUB_RUN_ATTEMPT", value, "a whole number from 1");
			return Number(value);
		},
		get runUrl() {
			return `${this.serverUrl}/${this.repository}/actions/runs/${this.runId}/attempts/${this.runAttempt}`;
		},
		get serverUrl() {
			return url(env, "GITHUB_SERVER_URL", "https://github.com");
		},
		get apiUrl() {
			return url(env, "GITHUB_API_URL", "https://api.github.com");
		},
		get eventName() {
			return fact("GITHUB_EVENT_NAME");
		},
		get actor() {
			return fact("GITHUB_ACTOR");
		},
		get triggeringActor() {
			return env.GITHUB_TRIGGERING_ACTOR || this.actor;
		},
		get workflowRef() {
			return fact("GITHUB_WORKFLOW_REF");
		},
		get job() {
			return fact("GITHUB_JOB");
		},
		get workspace() {
			return env.GITHUB_WORKSPACE || process.cwd();
		},
		get temp() {
			return env.RUNNER_TEMP || tmpdir();
		},
		get event() {
			event ??= readEvent(env.GITHUB_EVENT_PATH);
			return event;
		}
	};
}
function readEvent(file) {
	if (!file) return {};
	const hint = "GitHub writes this file for every run; outside a runner, unset GITHUB_EVENT_PATH.";
	try {
		const { size } = statSync(file);
		if (size > maxEventBytes) throw new TidemarkError("FILE_TOO_LARGE", `The event's payload has ${size} bytes, more than ${maxEventBytes}.`, { hint });
		return JSON.parse(readFileSync(file, "utf8"));
	} catch (cause) {
		if (cause instanceof TidemarkError) throw cause;
		throw new TidemarkError("INPUT_INVALID", `The event's payload ${file} cannot be read.`, {
			hint,
			cause
		});
	}
}
function required(env, name) {
	const value = env[name];
	if (value) return value;
	throw new TidemarkError("INPUT_INVALID", `${name} is not set.`, { hint: `GitHub's runner sets ${name} for every step; set it to run the action elsewhere.` });
}
function url(env, name, fallback) {
	const value = env[name] || fallback;
	if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw invalid(name, value, "an http(s) URL");
	return value.replace(/\/+$/, "");
}
function invalid(name, value, expected) {
	return new TidemarkError("INPUT_INVALID", `${name} is ${JSON.stringify(value.slice(0, 200))}; expected ${expected}.`, { hint: `GitHub's runner sets ${name}; a workflow should not overwrite it.` });
}
// packages/action-kit/src/input-values.ts
/**
* The values of all declared inputs, read from `INPUT_*`; undeclared ones are ignored.
* Throws one `INPUT_INVALID` that names every input that is missing or wrong.
*/
function readInputs(definition) {
	const values = {};
	const problems = [];
	for (const [name, input] of Object.entries(definition.inputs)) {
		const result = readInput(name, input);
		if ("problem" in result) problems.push({
			path: name,
			message: result.problem
		});
		else values[camelCase(name)] = result.value;
	}
	if (problems.length > 0) throw new TidemarkError("INPUT_INVALID", problems.length === 1 ? "An input of the action is invalid." : `${problems.length} inputs of the action are invalid.`, {
		hint: `Correct them under \`with:\` in the workflow; the README of ${definition.name} lists all inputs.`,
		problems
	});
	return values;
}
function readInput(name, input) {
	const given = getInput(name);
	if (input.secret && given !== "") setSecret(given);
	const text = given !== "" || input.default?.includes("${{") ? given : input.default ?? "";
	if (text === "") return input.required ? { problem: `is missing; expected ${input.expected}` } : { value: input.absent };
	const parsed = input.schema.safeParse(text);
	if (parsed.success) return { value: parsed.data };
	return { problem: `expected ${input.expected}${input.secret ? "" : `, got ${quote(text)}`}` };
}
const camelCase = (name) => name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
function quote(text) {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
// packages/action-kit/src/job-summary.ts
/** A step's summary, appended to the file GitHub names; without one (not on a runner) it is left out. */
var JobSummary = class {
	#file;
	#runUrl;
	#bytes = 0;
	#isFull = false;
	constructor(file, runUrl) {
		this.#file = file || void 0;
		this.#runUrl = runUrl;
	}
	/** Appends rendered Markdown, cut at a line's end where the summary would become too large. */
	add(markdown) {
		if (this.#isFull) return;
		const block = `${markdown.replace(/\n+$/, "")}\n\n`;
		const room = 1015808 - this.#bytes;
		if (Buffer.byteLength(block) <= room) {
			this.#append(block);
			return;
		}
		this.#isFull = true;
		this.#append(`${truncateMarkdown(block, room)}\n\n_The summary was cut here: GitHub shows 1 MiB a step. ${fullReport(this.#runUrl)}_\n\n`);
		print("The job summary was longer than GitHub shows, and was cut.");
	}
	/** Appends even to a full summary: for the display of an error, of at most a few KB. */
	addError(markdown) {
		this.#append(`${truncateMarkdown(markdown, 30720)}\n\n`);
	}
	#append(text) {
		this.#bytes += Buffer.byteLength(text);
		if (this.#file) appendFileSync(this.#file, text);
	}
};
/** The longest run of whole lines within `maxBytes`, with code fences and `<details>` closed. A single longer line is left out. */
function truncateMarkdown(markdown, maxBytes) {
	if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
	const closings = 256;
	const kept = [];
	let bytes = 0;
	let fence = "";
	let details = 0;
	for (const line of markdown.split("\n")) {
		bytes += Buffer.byteLength(line) + 1;
		if (bytes > maxBytes - closings) break;
		kept.push(line);
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (mark && fence === "") fence = mark;
		else if (mark?.startsWith(fence)) fence = "";
		if (fence === "") details += (line.match(/<details\b/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
	}
	if (fence !== "") kept.push(fence);
	for (let open = 0; open < Math.min(details, 10); open++) kept.push("", "</details>");
	return kept.join("\n");
}
const fullReport = (runUrl) => runUrl === "" ? "The log has the rest." : `[The run's log](${runUrl}) has the rest.`;
// packages/action-kit/src/run-action.ts
/**
* Reads the inputs, runs the action and shows how it ended; never throws. The exit code is 1 for an invalid input, a `failed`
* outcome, an expected error and a bug. This is the one place that shows errors.
*/
async function runAction(definition, action) {
	const github = gitHubFacts(process.env);
	const summary = new JobSummary(process.env.GITHUB_STEP_SUMMARY, runUrlOf(github));
	const annotations = new Annotations();
	try {
		const outcome = await action(contextOf({
			definition,
			inputs: readInputs(definition),
			github,
			summary,
			annotations
		}));
		if (outcome?.verdict !== void 0 && "verdict" in definition.outputs) setOutput("verdict", outcome.verdict);
		if (outcome?.failed === void 0) return annotations.finish();
		process.exitCode = 1;
		annotations.finish({
			level: "error",
			title: definition.title,
			message: outcome.failed
		});
	} catch (error) {
		process.exitCode = 1;
		const failure = describeFailure(definition.name, error);
		print(failure.log);
		summary.addError(failure.markdown);
		for (const annotation of failure.annotations) annotations.add(annotation);
		annotations.finish(failure.annotation);
	}
}
function contextOf(parts) {
	let lastProgress = Number.NEGATIVE_INFINITY;
	return {
		inputs: parts.inputs,
		github: parts.github,
		output(name, value) {
			if (!Object.hasOwn(parts.definition.outputs, name)) throw new Error(`the output '${name}' is not declared`);
			setOutput(name, value);
		},
		summary: (markdown) => parts.summary.add(markdown),
		annotate: (annotation) => parts.annotations.add(annotation),
		log: print,
		progress(message) {
			if (performance.now() - lastProgress < 2e3) return;
			lastProgress = performance.now();
			print(message);
		},
		async group(title, work) {
			const start = performance.now();
			startGroup(printable(title).replaceAll("\n", " "));
			try {
				return await work();
			} finally {
				print(`${((performance.now() - start) / 1e3).toFixed(1)} s`);
				endGroup();
			}
		},
		mask: setSecret
	};
}
/** For a link only: a run without these facts has none. */
function runUrlOf(github) {
	try {
		return github.runUrl;
	} catch {
		return "";
	}
}
export { Login as A, TidemarkError as C, sha256 as D, digestOf as E, Timestamp as F, Version as I, compareVersions as L, RelativePath as M, RepositoryName as N, storedJson as O, Sha256 as P, parseVersion as R, readYaml as S, canonicalJson as T, writeHandover as _, handoverDigest as a, parseJsonDocument as b, modelName as c, registryBranch as d, secret as f, readHandover as g, handoverPart as h, choice as i, Name as j, GitSha as k, nativePath as l, token as m, provideNative as n, integer as o, text as p, boolean as r, lines as s, runAction as t, path as u, defineAction as v, describeProblem as w, parseYamlDocument as x, clearHandover as y };

import { f as string, t as _enum } from "../vendor/zod.js";
import { c as setOutput, d as warning, i as getInput, l as setSecret, n as endGroup, r as error, s as notice, u as startGroup } from "../vendor/actions-core.js";
import { isAbsolute, posix } from "node:path";
import { appendFileSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
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
const RelativePath = string().min(1).max(512).refine(isRelativePath, "expected a relative path below the folder, with / and without .. or empty parts");
/** A GitHub login, including `name[bot]`. */
const Login = string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-_]{0,98})(?:\[bot\])?$/, "expected a GitHub login");
const RepositoryName = string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, "expected owner/name");
function isRelativePath(path) {
	if (path.startsWith("/") || /[\\\u0000-\u001f\u007f]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
	return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
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
export { parseVersion as C, compareVersions as S, RelativePath as _, lines as a, Timestamp as b, path as c, defineAction as d, TidemarkError as f, Name as g, Login as h, handoverDigest as i, registryBranch as l, GitSha as m, boolean as n, modelName as o, describeProblem as p, choice as r, nativePath as s, runAction as t, token as u, RepositoryName as v, Version as x, Sha256 as y };

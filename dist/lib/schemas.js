import { c as literal, d as strictObject, f as string, g as url, i as boolean, l as number, m as union, n as _null, o as int, r as array, s as json, t as _enum, u as record } from "../vendor/zod.js";
import { _ as RepositoryName, b as Version, d as TidemarkError, g as RelativePath, h as Name, m as Login, p as GitSha, v as Sha256, y as Timestamp } from "./start.js";
import { t as require_dist } from "../vendor/yaml.js";
import { createHash } from "node:crypto";
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
// packages/schemas/src/facts.ts
const Count$1 = int().min(0);
const Text = string().max(4096);
const Verdict = _enum([
	"pass",
	"fail",
	"inconclusive"
]);
/** How facts name each other: where the document lies on the registry branch and the SHA-256 of its canonical JSON. */
const FactReference = strictObject({
	path: RelativePath,
	sha256: Sha256
});
const FileDigest = strictObject({
	path: RelativePath,
	sizeBytes: Count$1,
	sha256: Sha256
});
/** Files of data under one digest, which covers their content and order, not the folder they lie in. */
const Dataset = strictObject({
	schema: literal("tidemark/dataset/v1"),
	model: Name,
	/** The contract's schema object that the files hold. */
	name: string().min(1).max(200),
	digest: Sha256,
	files: array(FileDigest.extend({ rows: Count$1 })).min(1).max(1e5),
	rows: Count$1,
	columns: array(strictObject({
		name: string(),
		type: string()
	})).max(1e4)
});
const ViolationAction = _enum([
	"fail",
	"drop",
	"quarantine"
]);
/** A contract's verdict on a dataset. Its id is the digest of (dataset, contract, handling of violations). */
const Validation = strictObject({
	schema: literal("tidemark/validation/v1"),
	model: Name,
	id: Sha256,
	dataset: Sha256,
	contract: strictObject({
		id: Text,
		version: Text,
		sha256: Sha256
	}),
	violations: strictObject({
		action: ViolationAction,
		maxShare: number().min(0).max(1)
	}),
	verdict: Verdict,
	rows: Count$1,
	rejectedRows: Count$1,
	checks: array(strictObject({
		id: Text,
		column: Text.optional(),
		kind: Text,
		description: Text,
		severity: _enum(["error", "warning"]),
		verdict: Verdict,
		rows: Count$1,
		failedRows: Count$1.nullable(),
		expected: Text,
		observed: Text,
		/** Where the first failing rows are: numbers only, never values. */
		samples: array(strictObject({
			file: RelativePath,
			row: Count$1
		})).max(10)
	})).max(1e5)
});
const ValueInfo = strictObject({
	name: string().min(1).max(512),
	type: string().min(1).max(64),
	/** Each dimension is a size, a symbol, or null where the model leaves it open; null where even the rank is open. */
	shape: array(union([
		int(),
		string(),
		_null()
	])).max(16).nullable()
});
const Signature = strictObject({
	inputs: array(ValueInfo).max(1e4),
	outputs: array(ValueInfo).max(1e3)
});
/** Where code came from and what ran it. */
const Source = strictObject({
	repository: RepositoryName,
	sha: GitSha,
	ref: string().max(512),
	/** The commit's own date, which a retry cannot change. */
	committedAt: Timestamp
});
const Parameters = record(string().max(200), union([
	number(),
	string().max(2e3),
	boolean()
]));
/** One training run. Its id is the digest of everything it was computed from. */
const Run = strictObject({
	schema: literal("tidemark/run/v1"),
	model: Name,
	id: Sha256,
	source: Source,
	executor: string().max(64),
	trainer: strictObject({
		name: Text,
		version: Text
	}),
	seed: int(),
	parameters: Parameters,
	data: strictObject({
		dataset: Sha256,
		validation: Sha256,
		/** Digest of the query that training rows came from. */
		trainingFeatures: Sha256,
		/** Digest of the query that evaluation and serving use, which travels with the model. */
		features: Sha256,
		rows: Count$1,
		acceptedRows: Count$1
	}),
	output: strictObject({
		modelDigest: Sha256,
		files: array(FileDigest).min(1).max(1e4),
		signature: Signature
	}),
	metrics: record(string().max(200), number().nullable()),
	importance: record(string().max(512), number()),
	trainingSeconds: number().min(0)
});
const VersionReference = strictObject({
	version: Version,
	modelDigest: Sha256
});
/** A registered version: immutable. What became of it is told by events. */
const VersionManifest = strictObject({
	schema: literal("tidemark/version/v1"),
	model: Name,
	version: Version,
	kind: literal("onnx"),
	/** SHA-256 over the files' raw digests in path order (OpenSSF Model Signing's subject digest). */
	modelDigest: Sha256,
	bump: strictObject({
		kind: _enum([
			"first",
			"major",
			"minor",
			"patch"
		]),
		reasons: array(Text).min(1)
	}),
	parent: VersionReference.nullable(),
	signature: Signature,
	files: array(FileDigest.extend({ parts: array(strictObject({
		asset: string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/),
		sizeBytes: Count$1,
		sha256: Sha256
	})).min(1) })).min(1).max(1e4),
	release: strictObject({
		id: int().positive(),
		tag: string().max(200)
	}),
	source: Source,
	run: FactReference,
	evaluation: FactReference,
	datasets: array(FactReference),
	validations: array(FactReference),
	metrics: record(string().max(200), number().nullable()),
	registeredAt: Timestamp,
	registeredBy: Login
});
/** Model digest → version, so that identical bytes are found in one read. */
const DigestEntry = strictObject({
	schema: literal("tidemark/by-digest/v1"),
	model: Name,
	modelDigest: Sha256,
	version: Version
});
/** Something that happened. Its id is the digest of (type, subject, cause): retries land on the same path. */
const RegistryEvent = strictObject({
	schema: literal("tidemark/event/v1"),
	id: Sha256,
	type: _enum([
		"version.registered",
		"version.published",
		"gate.failed",
		"promotion.requested",
		"promotion.settled",
		"promotion.refused"
	]),
	model: Name,
	subject: strictObject({
		version: Version.optional(),
		modelDigest: Sha256,
		channel: Name.optional(),
		seq: int().positive().optional()
	}),
	/** The digest or commit that made it happen. */
	cause: string().min(1).max(200),
	at: Timestamp,
	actor: Login,
	approvedBy: array(Login).optional(),
	pullRequest: int().positive().optional(),
	mergeSha: GitSha.optional(),
	previous: VersionReference.nullable().optional(),
	reasons: array(Text).optional(),
	runUrl: url({ protocol: /^https?$/ }).optional()
});
/** Desired state of a channel, on the default branch. `seq` grows by one at each change. */
const ChannelIntent = strictObject({
	schema: literal("tidemark/channel/v1"),
	model: Name,
	channel: Name,
	seq: int().positive(),
	version: Version,
	modelDigest: Sha256,
	manifest: FactReference,
	/** The run and the gate's decision that the change rests on: the newest, where identical bytes were trained or judged again. */
	run: FactReference,
	evaluation: FactReference,
	previous: strictObject({
		version: Version,
		modelDigest: Sha256,
		seq: int().positive()
	}).nullable()
});
// packages/schemas/src/evaluation.ts
const metricNames = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece"
];
const MetricName = _enum(metricNames);
/** How one metric is judged. `margin` is in the metric's unit, `marginRelative` a share of the champion's value. */
const MetricRule = strictObject({
	id: MetricName,
	mode: _enum([
		"non_inferior",
		"superior",
		"not_worse",
		"absolute"
	]),
	margin: number().min(0).optional(),
	marginRelative: number().min(0).max(1).optional(),
	min: number().optional(),
	max: number().optional()
}).refine((rule) => rule.margin === void 0 || rule.marginRelative === void 0, "give margin or marginRelative, not both").refine((rule) => rule.mode !== "absolute" || rule.min !== void 0 || rule.max !== void 0, "mode absolute needs min or max").refine((rule) => rule.mode !== "non_inferior" && rule.mode !== "not_worse" || rule.margin !== void 0 || rule.marginRelative !== void 0, "this mode needs margin or marginRelative");
/** The gate's part of model.yaml. Its canonical digest is recorded with every decision. */
const GatePolicy = strictObject({
	/** The column whose values are independent units (day, query, user), or `none` with the reason why rows are. */
	cluster: union([string().min(1).max(200), strictObject({ none: string().min(10).max(1e3) })]),
	confidence: number().gt(.5).lt(1).default(.95),
	minRows: int().min(1).default(300),
	minClusters: int().min(2).default(10),
	metrics: array(MetricRule).min(1).max(50),
	budgets: strictObject({
		sizeBytes: int().positive().optional(),
		latencyP95Ms: number().positive().optional()
	}).optional()
});
const Finite = number().nullable();
const Count = int().min(0);
/** A metric's value with one-sided bounds, each at the policy's confidence. */
const MetricValue = strictObject({
	value: Finite,
	lower: Finite,
	upper: Finite,
	standardError: Finite
});
/** One requirement of the policy, judged. */
const RuleResult = strictObject({
	id: string().max(200),
	metric: MetricName.nullable(),
	mode: _enum([
		"non_inferior",
		"superior",
		"not_worse",
		"absolute",
		"budget"
	]),
	verdict: Verdict,
	challenger: Finite,
	champion: Finite,
	/** Improvement over the champion: positive is better, whatever the metric. */
	difference: Finite,
	/** Of the difference, or of the challenger's value where mode is absolute. */
	bounds: strictObject({
		lower: Finite,
		upper: Finite,
		level: number()
	}),
	standardError: Finite,
	limit: Finite,
	rows: Count,
	clusters: Count,
	/** How many more clusters would settle an inconclusive rule, if the estimate stayed. */
	clustersNeeded: Finite,
	reason: string().max(2e3)
});
/** A gate's decision with everything needed to make it again. */
const Evaluation = strictObject({
	schema: literal("tidemark/evaluation/v1"),
	model: Name,
	/** Digest of (challenger, champion, holdout, policy, verdict). */
	id: Sha256,
	run: Sha256,
	challenger: strictObject({
		modelDigest: Sha256,
		sizeBytes: Count,
		latencyP95Ms: Finite
	}),
	champion: strictObject({
		modelDigest: Sha256,
		version: Version
	}).nullable(),
	holdout: strictObject({
		dataset: Sha256,
		validation: Sha256,
		features: Sha256,
		rows: Count,
		acceptedRows: Count
	}),
	policyDigest: Sha256,
	verdict: Verdict,
	/** The verdict in one sentence. */
	reason: string().max(2e3),
	rules: array(RuleResult).max(200),
	/** Requirements that could not be asked; they are no pass. */
	notJudged: array(strictObject({
		id: string().max(200),
		reason: string().max(2e3)
	})).max(200),
	metrics: record(MetricName, strictObject({
		challenger: MetricValue,
		champion: MetricValue.nullable()
	})),
	/** What `replayDecision` of the evaluation package decides from. */
	statistics: json()
});
// packages/schemas/src/policy.ts
/** A glob below the repository's root: a relative path in which `*`, `**`, `?` and `[…]` have their usual meaning. */
const Glob = RelativePath;
/** model.yaml: everything people decide about a model. */
const ModelPolicy = strictObject({
	schema: literal("tidemark/model/v1"),
	model: Name,
	description: string().max(2e3).optional(),
	owners: array(Login).min(1).max(100),
	task: literal("binary"),
	data: strictObject({
		/** The contract, beside model.yaml. */
		contract: RelativePath.default("contract.yaml"),
		files: union([Glob, array(Glob).min(1).max(1e3)]),
		/** The newest files by path are kept from training and judge the candidate. */
		holdout: strictObject({ newestFiles: int().min(1).max(1e3) }).default({ newestFiles: 1 }),
		violations: strictObject({
			action: ViolationAction.default("fail"),
			maxShare: number().min(0).max(1).default(0)
		}).default({
			action: "fail",
			maxShare: 0
		}),
		/** One SELECT from the contract's object; its columns are the id, the label, the cluster and the model's features. */
		features: RelativePath.default("features.sql"),
		columns: strictObject({
			id: string().min(1),
			label: string().min(1),
			cluster: string().min(1).optional()
		})
	}),
	train: strictObject({
		executor: _enum(["embedded", "command"]).default("embedded"),
		command: array(string().max(2e3)).min(1).max(100).optional(),
		/** Training rows from another query than evaluation and serving: sampling, weights, a wider join. */
		features: RelativePath.optional(),
		parameters: Parameters.default({}),
		seed: int().min(0).max(2 ** 31 - 1).default(7),
		timeoutMinutes: number().positive().max(360).default(60)
	}),
	gate: GatePolicy,
	channels: record(Name, strictObject({ approvals: int().min(0).max(10).default(1) })).refine((channels) => Object.keys(channels).length > 0, "expected at least one channel").default({ production: { approvals: 1 } })
});
// packages/schemas/src/document-bounds.ts
const maximumDocumentBytes = 4194304;
/** Far deeper than any document is, far shallower than what a recursive reader can take. */
const maximumDepth = 64;
function boundSize(text, file) {
	if (Buffer.byteLength(text) > maximumDocumentBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is larger than ${maximumDocumentBytes} bytes`, { hint: "Documents are small; data belongs in data files and release assets." });
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
/** Parses and validates a stored JSON document. All problems are reported at once, with their paths. */
function parseJsonDocument(schema, text, file) {
	boundSize(text, file);
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
	const count = `${found.length} problem${found.length === 1 ? "" : "s"}`;
	throw new TidemarkError(code, `${file} does not follow its schema (${count}${found.length > maximumProblems ? `, the first ${maximumProblems} are listed` : ""})`, {
		hint: "Correct the values named. The schema of each document is in registry-schema/.",
		problems
	});
}
function describeIssue(issue) {
	if (issue.code === "unrecognized_keys") return "this key is not known here";
	return issue.message.replace(/^Invalid input: /, "") + (issue.input === void 0 ? "" : `, found ${shorten(issue.input)}`);
}
function shorten(value) {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
function formatPath(path) {
	return path.slice(0, 20).map((key, i) => typeof key === "number" ? `[${key}]` : (i ? "." : "") + String(key)).join("");
}
// packages/schemas/src/identity.ts
/**
* SHA-256 over the raw SHA-256 digests of the files in code-point order of their paths: the subject digest of
* OpenSSF Model Signing v1.0 (method `files`).
*/
function modelDigest(files) {
	const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path));
	return sha256(Buffer.concat(sorted.map((file) => Buffer.from(file.sha256, "hex"))));
}
/** The id of an event: no clock, no counter. */
function eventId(event) {
	return digestOf({
		type: event.type,
		subject: event.subject,
		cause: event.cause
	});
}
/** The digest of a dataset: its files' bytes in the order given (path order), wherever the folder lies. */
function datasetDigest(dataset) {
	return digestOf(dataset.files.map(({ sha256, sizeBytes }) => ({
		sha256,
		sizeBytes
	})));
}
/** The id of a contract's verdict: what was judged, by which contract, and how violations are handled. */
function validationId(validation) {
	return digestOf({
		dataset: validation.dataset,
		contract: validation.contract.sha256,
		violations: validation.violations
	});
}
/**
* The id of a training run: everything it was computed from, and the model that came out, since not every trainer
* gives the same bytes for the same input.
*/
function runId(run) {
	const { model, source, executor, trainer, seed, parameters, data, output } = run;
	const { repository, sha } = source;
	return digestOf({
		model,
		repository,
		sha,
		executor,
		trainer,
		seed,
		parameters,
		data,
		modelDigest: output.modelDigest
	});
}
/**
* The id of a gate's decision: who was compared with whom, on which rows, under which policy, and the verdict. A latency is
* another one each time it is measured, so statistics are left out; where it turns the verdict, that is another decision.
*/
function evaluationId(evaluation) {
	const { challenger, champion, holdout, policyDigest, verdict } = evaluation;
	return digestOf({
		challenger: challenger.modelDigest,
		champion: champion?.modelDigest ?? null,
		holdout,
		policyDigest,
		verdict
	});
}
/** How another fact refers to a document stored at `path`. */
function referTo(path, document) {
	return {
		path,
		sha256: sha256(canonicalJson(document))
	};
}
function compareCodePoints(a, b) {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
// packages/schemas/src/layout.ts
/** Where each document lies. Facts are paths on the registry branch, intent is below the policy root. */
const layout = {
	version: (model, version) => `models/${model}/versions/${version}.json`,
	versions: (model) => `models/${model}/versions`,
	byDigest: (model, digest) => sharded(model, "by-digest", digest),
	dataset: (model, digest) => sharded(model, "datasets", digest),
	validation: (model, id) => sharded(model, "validations", id),
	evaluation: (model, id) => sharded(model, "evaluations", id),
	/** Runs are filed by the month of the source commit, which a retry cannot change. */
	run: (model, id, committedAt) => `models/${model}/runs/${committedAt.slice(0, 4)}/${committedAt.slice(5, 7)}/${id}.json`,
	event: (model, id, type) => `models/${model}/events/${id.slice(0, 2)}/${id}-${type}.json`,
	policy: (root, model) => `${root}/${model}/model.yaml`,
	channel: (root, model, channel) => `${root}/${model}/channels/${channel}.json`,
	/** GTO's grammar for a registered version. */
	versionTag: (model, version) => `${model}@v${version}`,
	/** GTO's grammar for a stage assignment; the counter is the channel's `seq`. */
	channelTag: (model, channel, seq) => `${model}#${channel}#${seq}`,
	promotionBranch: (model, channel, version) => `tidemark/${model}/${channel}/${version}`
};
function sharded(model, kind, id) {
	return `models/${model}/${kind}/${id.slice(0, 2)}/${id}.json`;
}
export { digestOf as C, canonicalJson as S, storedJson as T, DigestEntry as _, modelDigest as a, Validation as b, validationId as c, readYaml as d, ModelPolicy as f, Dataset as g, ChannelIntent as h, eventId as i, parseJsonDocument as l, metricNames as m, datasetDigest as n, referTo as o, Evaluation as p, evaluationId as r, runId as s, layout as t, parseYamlDocument as u, RegistryEvent as v, sha256 as w, VersionManifest as x, Run as y };

import { i as __toESM } from "../lazy/rolldown-runtime.js";
import { A as Sha256, C as TidemarkError, D as Name, L as sha256, M as Version } from "./start.js";
import { r as digestOfModel, t as layout, x as latencyEdgesMs$1 } from "./schemas.js";
import { a as addPoll, o as judgeCanary, s as noEvidence } from "./rollout.js";
import { n as findRowCoupling, s as inspectModel } from "./models.js";
import { St as readVersion, lt as downloadModel, vt as readChannel, xt as readRollout } from "./registry.js";
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hash, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { isUtf8 } from "node:buffer";
import { once } from "node:events";
// packages/serving/src/protocol/request-error.ts
/** An answer that is an error: the protocol's `{"error": message}` with a status. Never a defect of the server. */
var RequestError = class extends Error {
	status;
	headers;
	constructor(status, message, headers = {}) {
		super(message);
		this.name = "RequestError";
		this.status = status;
		this.headers = headers;
	}
};
/** A caller's text in an error, shortened, so that an answer is never as large as the request. */
function quoted(value) {
	const text = typeof value === "string" ? JSON.stringify(value) : describe$1(value);
	return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
function describe$1(value) {
	if (Array.isArray(value)) return `an array of ${value.length}`;
	if (typeof value === "object" && value !== null) return "an object";
	return String(value);
}
// packages/serving/src/http/admission.ts
/** Lets so many requests in at once; so many wait in order; the rest are turned away with 429. */
var Admission = class {
	#concurrency;
	#queueLength;
	#waiting = [];
	#head = 0;
	active = 0;
	constructor({ concurrency, queueLength }) {
		this.#concurrency = concurrency;
		this.#queueLength = queueLength;
	}
	get waiting() {
		return this.#waiting.length - this.#head;
	}
	/** Undefined when the request may go on at once, else resolves when it may. Throws `RequestError` 429. */
	enter() {
		if (this.active < this.#concurrency) {
			this.active++;
			return;
		}
		if (this.waiting >= this.#queueLength) throw new RequestError(429, "too many requests are waiting", { "retry-after": "1" });
		return new Promise((resolve) => this.#waiting.push(resolve));
	}
	/** The place goes to the one who waits longest. */
	leave() {
		const next = this.#waiting[this.#head];
		if (!next) {
			this.active--;
			return;
		}
		this.#head++;
		if (this.#head === this.#waiting.length || this.#head > 1024) {
			this.#waiting.splice(0, this.#head);
			this.#head = 0;
		}
		next();
	}
};
// packages/serving/src/http/body.ts
/** Throws `RequestError` 415 unless the body is plain JSON. A missing content type counts as JSON. */
function checkContentType({ headers }) {
	const type = headers["content-type"];
	if (type !== void 0 && type !== "application/json" && !/^application\/json\s*(;|$)/i.test(type)) throw new RequestError(415, `content-type must be application/json, found ${quoted(type)}`);
	if (headers["inference-header-content-length"] !== void 0) throw new RequestError(415, "binary tensor data is not supported, send JSON");
	const encoding = headers["content-encoding"];
	if (encoding !== void 0 && encoding !== "identity") throw new RequestError(415, `content-encoding ${quoted(encoding)} is not supported`);
}
/** The whole body. Throws `RequestError` 413 when it is too large, 429 when all bodies together are, 400 when it breaks off. */
function readBody(request, budget) {
	const declared = request.headers["content-length"];
	if (declared !== void 0 && Number(declared) > budget.maxBodyBytes) return Promise.reject(tooLarge(budget));
	return new Promise((resolve, reject) => {
		const chunks = [];
		let size = 0;
		let isOver = false;
		const giveUp = (error) => {
			isOver = true;
			budget.bufferedBytes -= size;
			chunks.length = 0;
			reject(error);
		};
		request.on("data", (chunk) => {
			if (isOver) return;
			size += chunk.length;
			budget.bufferedBytes += chunk.length;
			chunks.push(chunk);
			if (size > budget.maxBodyBytes) giveUp(tooLarge(budget));
			else if (budget.bufferedBytes > budget.maxBufferedBytes) giveUp(new RequestError(429, "too many bodies are being sent at once", {
				"retry-after": "1",
				connection: "close"
			}));
		});
		request.on("end", () => {
			if (isOver) return;
			isOver = true;
			budget.bufferedBytes -= size;
			resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
		});
		request.on("close", () => {
			if (!isOver) giveUp(new RequestError(400, "the body broke off"));
		});
		request.on("error", () => {
			if (!isOver) giveUp(new RequestError(400, "the body broke off"));
		});
	});
}
function tooLarge({ maxBodyBytes }) {
	return new RequestError(413, `the body is larger than ${maxBodyBytes} bytes`, { connection: "close" });
}
// packages/serving/src/http/front.ts
/** The HTTP side: limits, bodies, answers. Nothing that a client sends gets further than here as anything but a request or an error. */
function createFront(findRoute, { limits, metrics }) {
	const admission = new Admission(limits);
	const budget = {
		maxBodyBytes: limits.bodyBytes,
		maxBufferedBytes: limits.bufferedBytes,
		bufferedBytes: 0
	};
	let isClosing = false;
	const infer = async (route, request) => {
		checkContentType(request);
		const body = await readBody(request, budget);
		const turn = admission.enter();
		if (turn) await turn;
		try {
			const header = (name) => {
				const value = request.headers[name];
				return typeof value === "string" && value !== "" ? value : void 0;
			};
			return await route.host.infer(body, {
				version: route.version,
				header
			});
		} finally {
			admission.leave();
		}
	};
	const handle = async (request, response) => {
		try {
			const route = findRoute(request);
			if (route.kind === "infer") send(response, {
				status: 200,
				text: await infer(route, request)
			}, isClosing ? closing : noHeaders);
			else {
				request.resume();
				send(response, route.answer(), isClosing ? closing : noHeaders);
			}
		} catch (error) {
			const known = error instanceof RequestError ? error : new RequestError(500, "the server failed on this request");
			if (known.status >= 500 && !(error instanceof RequestError)) reportBug(error);
			metrics.countRefusal(known.status);
			const isUnread = !request.complete;
			const headers = {
				...known.headers,
				...isClosing || isUnread ? closing : noHeaders
			};
			send(response, {
				status: known.status,
				text: JSON.stringify({ error: known.message })
			}, headers);
			if (isUnread) request.resume();
		}
	};
	const server = createServer({
		headersTimeout: limits.headersTimeoutMs,
		requestTimeout: limits.requestTimeoutMs,
		keepAliveTimeout: limits.keepAliveTimeoutMs,
		connectionsCheckingInterval: Math.min(1e3, limits.headersTimeoutMs)
	}, (request, response) => void handle(request, response));
	server.maxConnections = limits.connections;
	server.on("clientError", (error, socket) => refuseBroken(error, socket, metrics));
	server.on("checkContinue", (request, response) => {
		if (Number(request.headers["content-length"] ?? 0) <= limits.bodyBytes) response.writeContinue();
		handle(request, response);
	});
	const close = async () => {
		isClosing = true;
		if (!server.listening) return;
		const closed = new Promise((resolve) => server.close(() => resolve()));
		server.closeIdleConnections();
		const timer = setTimeout(() => server.closeAllConnections(), limits.drainTimeoutMs);
		await closed;
		clearTimeout(timer);
	};
	return {
		server,
		admission,
		close
	};
}
const noHeaders = {};
const closing = { connection: "close" };
function send(response, { status, text, contentType = "application/json" }, headers) {
	if (response.headersSent || response.destroyed) return;
	response.writeHead(status, {
		"content-type": contentType,
		"content-length": Buffer.byteLength(text),
		...headers
	});
	response.end(text);
}
/** What Node's parser gives up on never becomes a request; it is answered in the protocol's words all the same. */
function refuseBroken(error, socket, metrics) {
	if (error.code === "ECONNRESET" || !socket.writable) {
		socket.destroy();
		return;
	}
	const [line, message] = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? ["408 Request Timeout", "the request did not arrive in time"] : error.code === "HPE_HEADER_OVERFLOW" ? ["431 Request Header Fields Too Large", "the headers are too large"] : ["400 Bad Request", "this is not HTTP"];
	metrics.countRefusal(Number.parseInt(line, 10));
	const text = JSON.stringify({ error: message });
	socket.end(`HTTP/1.1 ${line}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`);
}
function reportBug(error) {
	console.error(error);
}
// packages/serving/src/protocol/datatype.ts
/** A value that its datatype does not hold. */
var ValueError = class extends Error {};
/** A whole number beyond 2^53 that `JSON.parse` has rounded: the body must be read again with exact integers. */
var UnsafeInteger = class extends Error {};
/** By ONNX's element type as a signature names it. Types that JSON does not carry (float16, complex) are absent. */
const datatypes = new Map([
	["float", {
		name: "FP32",
		tensorType: "float32",
		decode: decodeFloat32
	}],
	["double", {
		name: "FP64",
		tensorType: "float64",
		decode: decodeFloat64
	}],
	["int8", integer("INT8", "int8", Int8Array, -128, 127)],
	["int16", integer("INT16", "int16", Int16Array, -(2 ** 15), 2 ** 15 - 1)],
	["int32", integer("INT32", "int32", Int32Array, -(2 ** 31), 2 ** 31 - 1)],
	["uint8", integer("UINT8", "uint8", Uint8Array, 0, 255)],
	["uint16", integer("UINT16", "uint16", Uint16Array, 0, 2 ** 16 - 1)],
	["uint32", integer("UINT32", "uint32", Uint32Array, 0, 2 ** 32 - 1)],
	["int64", bigInteger("INT64", "int64", BigInt64Array, -(2n ** 63n), 2n ** 63n - 1n)],
	["uint64", bigInteger("UINT64", "uint64", BigUint64Array, 0n, 2n ** 64n - 1n)],
	["bool", {
		name: "BOOL",
		tensorType: "bool",
		decode: decodeBooleans
	}],
	["string", {
		name: "BYTES",
		tensorType: "string",
		decode: decodeStrings
	}]
]);
function decodeFloat32(values) {
	const data = new Float32Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (typeof value === "number") {
			const rounded = Math.fround(value);
			if (rounded - rounded !== 0) throw new ValueError(`${quoted(value)} is outside FP32`);
			data[i] = rounded;
		} else if (value === null) data[i] = NaN;
		else throw mismatch(value, "a number or null");
	}
	return data;
}
function decodeFloat64(values) {
	const data = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (typeof value === "number") {
			if (value - value !== 0) throw new ValueError(`${quoted(value)} is outside FP64`);
			data[i] = value;
		} else if (value === null) data[i] = NaN;
		else throw mismatch(value, "a number or null");
	}
	return data;
}
function decodeStrings(values) {
	const data = new Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (typeof value === "string") {
			if (value.includes("\0")) throw new ValueError("a string with a NUL character");
			data[i] = value;
		} else if (value === null) data[i] = "";
		else throw mismatch(value, "a string or null");
	}
	return data;
}
function decodeBooleans(values) {
	return Uint8Array.from(values, (value) => {
		if (typeof value !== "boolean") throw mismatch(value, "true or false");
		return value ? 1 : 0;
	});
}
function integer(name, tensorType, ArrayType, low, high) {
	const decode = (values) => {
		const data = new ArrayType(values.length);
		for (let i = 0; i < values.length; i++) {
			const value = values[i];
			if (!Number.isInteger(value)) throw mismatch(value, "a whole number");
			if (value < low || value > high) throw new ValueError(`${quoted(value)} is outside ${name}`);
			data[i] = value;
		}
		return data;
	};
	return {
		name,
		tensorType,
		decode
	};
}
function bigInteger(name, tensorType, ArrayType, low, high) {
	const decode = (values, isExact) => {
		const data = new ArrayType(values.length);
		for (let i = 0; i < values.length; i++) {
			const value = values[i];
			if (typeof value !== "bigint" && !Number.isInteger(value)) throw mismatch(value, "a whole number");
			if (typeof value === "number" && !Number.isSafeInteger(value)) {
				if (!isExact) throw new UnsafeInteger();
				throw new ValueError(`${value} is beyond 2^53: write it with all its digits`);
			}
			const whole = BigInt(value);
			if (whole < low || whole > high) throw new ValueError(`${whole} is outside ${name}`);
			data[i] = whole;
		}
		return data;
	};
	return {
		name,
		tensorType,
		decode
	};
}
function mismatch(value, expected) {
	return new ValueError(`expected ${expected}, found ${quoted(value)}`);
}
// packages/serving/src/protocol/tensor-contract.ts
/** The inputs, or undefined with the first name whose type the protocol's JSON does not carry. */
function describeTensors(values) {
	const tensors = [];
	const unsupported = [];
	for (const value of values) {
		const datatype = datatypes.get(value.type);
		if (datatype) tensors.push({
			name: value.name,
			datatype,
			shape: value.shape,
			isOptional: value.optional === true
		});
		else unsupported.push(value);
	}
	return {
		tensors,
		unsupported
	};
}
/** The protocol's metadata tensor: -1 stands for any size. */
function tensorMetadata({ name, datatype, shape, isOptional }) {
	return {
		name,
		datatype: datatype.name,
		shape: shape?.map((size) => typeof size === "number" ? size : -1) ?? [-1],
		...isOptional ? { parameters: { optional: true } } : {}
	};
}
/**
* Why a caller of `champion` cannot be answered by `canary`, or null when it can: the canary's inputs must be among the champion's
* with the same type and a shape at least as wide, or optional, and it must give every output that the champion gives.
*/
function explainIncompatibility(champion, canary) {
	for (const wanted of canary.inputs) {
		const given = champion.inputs.find(({ name }) => name === wanted.name);
		if (!given && wanted.optional) continue;
		if (!given) return `it needs the input ${wanted.name}, which callers do not send`;
		if (given.optional && !wanted.optional) return `it needs the input ${wanted.name}, which callers may leave out`;
		if (given.type !== wanted.type) return `its input ${wanted.name} is ${wanted.type}, callers send ${given.type}`;
		if (!covers(wanted.shape, given.shape)) return `its input ${wanted.name} has another shape`;
	}
	for (const promised of champion.outputs) {
		const given = canary.outputs.find(({ name }) => name === promised.name);
		if (!given) return `it has no output ${promised.name}`;
		if (given.type !== promised.type) return `its output ${promised.name} is ${given.type}, callers expect ${promised.type}`;
		if (!covers(promised.shape, given.shape)) return `its output ${promised.name} has another shape`;
	}
	return null;
}
function covers(wide, narrow) {
	if (wide === null) return true;
	if (narrow === null || narrow.length !== wide.length) return false;
	return wide.every((size, axis) => typeof size !== "number" || size === narrow[axis]);
}
// packages/serving/src/http/router.ts
const serverMetadata = {
	name: "tidemark",
	version: "2",
	extensions: []
};
/** Finds what to do with a request. Throws `RequestError` 404, 405 and 400. */
function createRouter(context) {
	const { hosts } = context;
	const inferPaths = new Map([...hosts].map(([name, host]) => [`/v2/models/${name}/infer`, {
		kind: "infer",
		host,
		version: void 0
	}]));
	return (request) => {
		const { url = "/", method } = request;
		const route = inferPaths.get(url) ?? findRoute(url, context);
		const allowed = route.kind === "infer" ? ["POST"] : ["GET", "HEAD"];
		if (!allowed.includes(method ?? "")) throw new RequestError(405, `${method} is not allowed here, ${allowed[0]} is`, { allow: allowed.join(", ") });
		return route;
	};
}
function findRoute(url, context) {
	const end = url.indexOf("?");
	const parts = (end === -1 ? url : url.slice(0, end)).split("/").slice(1).map(decode);
	const [first, second, ...rest] = parts;
	if (first === "metrics" && parts.length === 1) return get(() => ({
		status: 200,
		text: context.writeMetrics(),
		contentType: "text/plain; version=0.0.4; charset=utf-8"
	}));
	if (first !== "v2") throw notFound(url);
	if (parts.length === 1) return get(() => json(serverMetadata));
	if (second === "health" && rest.length === 1) return healthRoute(rest[0], url, context);
	if (second === "models" && rest.length > 0) return modelRoute(rest, url, context);
	throw notFound(url);
}
function healthRoute(what, url, { hosts, isDraining }) {
	if (what === "live") return get(() => json({ live: true }));
	if (what !== "ready") throw notFound(url);
	return get(() => {
		const isReady = !isDraining() && [...hosts.values()].every(({ champion }) => champion !== void 0);
		return json({ ready: isReady }, isReady ? 200 : 503);
	});
}
function modelRoute(parts, url, { hosts }) {
	const [name = "", ...rest] = parts;
	const host = hosts.get(name);
	if (!host) throw new RequestError(404, `there is no model ${quoted(name)} here`);
	const isVersioned = rest[0] === "versions" && rest.length > 1;
	const version = isVersioned ? rest[1] : void 0;
	const [what, ...more] = isVersioned ? rest.slice(2) : rest;
	if (more.length > 0) throw notFound(url);
	if (what === void 0) return get(() => json(describeModel(host, version)));
	if (what === "ready") return get(() => {
		host.find(version);
		return json({
			name,
			ready: true
		});
	});
	if (what === "infer") return {
		kind: "infer",
		host,
		version
	};
	if (what === "telemetry" && !isVersioned) return get(() => {
		const telemetry = host.telemetry();
		if (!telemetry) throw new RequestError(503, `model ${name} is not ready`);
		return json(telemetry);
	});
	throw notFound(url);
}
function describeModel(host, version) {
	const model = host.find(version);
	const contract = version === void 0 && host.weight > 0 ? host.requests ?? model.contract : model.contract;
	return {
		name: host.name,
		versions: version === void 0 ? host.versions() : [version],
		platform: "onnx_onnxv1",
		inputs: [...contract.inputs.values()].map(tensorMetadata),
		outputs: [...contract.outputs.values()].map(tensorMetadata)
	};
}
function get(answer) {
	return {
		kind: "get",
		answer
	};
}
function json(document, status = 200) {
	return {
		status,
		text: JSON.stringify(document)
	};
}
function decode(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		throw new RequestError(400, "the path is not well encoded");
	}
}
function notFound(url) {
	return new RequestError(404, `there is nothing at ${quoted(url)}`);
}
// packages/serving/src/model/model-cache.ts
/** Model files on this machine, by digest. A file that is not what its name says is deleted, never returned. */
var ModelCache = class {
	#folder;
	#name;
	/** `name` tells models and channels apart that share a folder. */
	constructor(folder, name) {
		this.#folder = folder;
		this.#name = name;
	}
	async read(digest) {
		const file = this.#file(digest);
		const bytes = await readFile(file).catch(() => null);
		if (bytes === null || sha256(bytes) === digest) return bytes;
		await rm(file, { force: true });
		return null;
	}
	/** Keeps a file; one that cannot be kept is served all the same, so failures are silent. */
	async write(digest, bytes) {
		await this.#replace(this.#file(digest), bytes);
	}
	/** Notes the version that serves now, and forgets files that this name no longer needs. */
	async remember(champion, alsoNeeded) {
		const previous = await this.recall();
		await this.#replace(this.#pointer(), JSON.stringify(champion));
		if (!previous || previous.sha256 === champion.sha256 || alsoNeeded.includes(previous.sha256)) return;
		if (!await this.#isNeededByOthers(previous.sha256)) await rm(this.#file(previous.sha256), { force: true });
	}
	/** What was remembered, if it is whole. */
	async recall() {
		return readPointer(this.#pointer());
	}
	async #isNeededByOthers(digest) {
		const names = (await readdir(this.#folder).catch(() => [])).filter((name) => name.endsWith(".json"));
		return (await Promise.all(names.map((name) => readPointer(join(this.#folder, name))))).some((other) => other?.sha256 === digest);
	}
	#file(digest) {
		return join(this.#folder, `${digest}.onnx`);
	}
	#pointer() {
		return join(this.#folder, `${this.#name}.json`);
	}
	async #replace(file, content) {
		const part = `${file}.${randomUUID()}.part`;
		try {
			await mkdir(this.#folder, { recursive: true });
			await writeFile(part, content);
			await rename(part, file);
		} catch {
			await rm(part, { force: true }).catch(() => void 0);
		}
	}
};
async function readPointer(file) {
	try {
		const { version, modelDigest, sha256: digest } = JSON.parse(await readFile(file, "utf8")) ?? {};
		if (!Version.safeParse(version).success) return null;
		if (!Sha256.safeParse(modelDigest).success || !Sha256.safeParse(digest).success) return null;
		return {
			version,
			modelDigest,
			sha256: digest
		};
	} catch {
		return null;
	}
}
// packages/serving/src/observe/histogram.ts
/** Counts by upper edge, as Prometheus and telemetry have them. The last count is of values above all edges. */
var Histogram = class {
	edges;
	counts;
	sum = 0;
	count = 0;
	constructor(edges) {
		this.edges = edges;
		this.counts = new Array(edges.length + 1).fill(0);
	}
	/** A value on an edge belongs below it. NaN is not counted. */
	add(value) {
		if (Number.isNaN(value)) return;
		let low = 0;
		let high = this.edges.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (value <= this.edges[middle]) high = middle;
			else low = middle + 1;
		}
		this.counts[low]++;
		this.sum += value;
		this.count++;
	}
};
// packages/serving/src/observe/exposure.ts
const strataLimit = 32;
const unitLimit = 2e5;
const windowLimit = 120;
/**
* Counts of one champion, and of one canary in one rollout, by windows. A request belongs to the arm that its unit was assigned to.
* Requests of one returning unit resemble each other, so a unit counts once for each weight.
*/
var Exposure = class {
	latency;
	slowMs;
	#open = new Map();
	#openedAt;
	#windows = [];
	#sequence;
	/** Grows with every counted outcome, so that a judge knows whether there is anything new. */
	changes = 0;
	constructor({ sequence, now, slowMs, championLatency = new Histogram(latencyEdgesMs$1) }) {
		this.latency = {
			champion: championLatency,
			canary: new Histogram(latencyEdgesMs$1)
		};
		this.#sequence = sequence;
		this.#openedAt = now;
		this.slowMs = slowMs;
	}
	/** The newest closed window's number. */
	get sequence() {
		return this.#sequence;
	}
	get windows() {
		return this.#windows;
	}
	/** Counts an outcome; `unit` is undefined where every request is a unit of its own. */
	add({ arm, weight, isError, isNonFinite, latencyMs }, unit) {
		this.latency[arm].add(latencyMs);
		const stratum = this.#stratum(weight);
		if (!stratum) return;
		if (unit !== void 0) {
			if (stratum.units.has(unit) || stratum.units.size >= unitLimit) return;
			stratum.units.add(unit);
		}
		const counter = stratum[arm];
		counter.requests++;
		if (isError) counter.errors++;
		if (isNonFinite) counter.nonFinite++;
		if (counter.slow !== void 0 && latencyMs > this.slowMs) counter.slow++;
		this.changes++;
	}
	/** The window that is still open, by rising weight. */
	openGroups() {
		return [...this.#open].filter(([, { champion, canary }]) => champion.requests + canary.requests > 0).map(([weight, { champion, canary }]) => ({
			weight,
			canary: describe(canary),
			stable: describe(champion)
		})).sort((a, b) => a.weight - b.weight);
	}
	/** Ends the open window, also an empty one, and returns it. Its number is the next one. */
	closeWindow(now) {
		const sequence = ++this.#sequence;
		const window = {
			first: sequence,
			last: sequence,
			from: this.#openedAt,
			to: now,
			groups: this.openGroups()
		};
		this.#openedAt = now;
		const inUse = window.groups.map(({ weight }) => weight);
		this.#open = new Map([...this.#open].filter(([weight]) => inUse.includes(weight)).map(([weight, { units }]) => [weight, {
			champion: this.#counter(),
			canary: this.#counter(),
			units
		}]));
		this.#windows.push(window);
		if (this.#windows.length > windowLimit) this.#windows = mergeOldest(this.#windows);
		return window;
	}
	/** Lets go of the windows up to a number, which the rollout has taken in. */
	forget(consumed) {
		if (this.#windows[0] && this.#windows[0].last <= consumed) this.#windows = this.#windows.filter(({ last }) => last > consumed);
	}
	#stratum(weight) {
		const known = this.#open.get(weight);
		if (known || this.#open.size >= strataLimit) return known;
		const stratum = {
			champion: this.#counter(),
			canary: this.#counter(),
			units: new Set()
		};
		this.#open.set(weight, stratum);
		return stratum;
	}
	#counter() {
		return {
			requests: 0,
			errors: 0,
			nonFinite: 0,
			slow: this.slowMs === null ? void 0 : 0
		};
	}
};
function describe({ requests, errors, nonFinite, slow }) {
	return {
		requests,
		events: {
			errors,
			non_finite: nonFinite,
			...slow === void 0 ? {} : { slow }
		}
	};
}
/** Halves the older windows by joining neighbours. Sums lose nothing that evidence needs but the time of a fault's start. */
function mergeOldest(windows) {
	const old = windows.slice(0, -50);
	const merged = [];
	for (let i = 0; i < old.length; i += 2) {
		const [first, second] = [old[i], old[i + 1]];
		merged.push(second ? {
			...first,
			last: second.last,
			to: second.to,
			groups: sumGroups(first.groups, second.groups)
		} : first);
	}
	return [...merged, ...windows.slice(-50)];
}
function sumGroups(a, b) {
	const sums = new Map(a.map((group) => [group.weight, group]));
	for (const group of b) {
		const known = sums.get(group.weight);
		sums.set(group.weight, known ? {
			weight: group.weight,
			canary: sumArms(known.canary, group.canary),
			stable: sumArms(known.stable, group.stable)
		} : group);
	}
	return [...sums.values()].sort((x, y) => x.weight - y.weight);
}
/** An event that one of the two did not measure is not measured in the sum. */
function sumArms(a, b) {
	if (a.requests === 0) return b;
	if (b.requests === 0) return a;
	const shared = Object.keys(a.events).filter((id) => b.events[id] !== void 0);
	return {
		requests: a.requests + b.requests,
		events: Object.fromEntries(shared.map((id) => [id, a.events[id] + b.events[id]]))
	};
}
// packages/serving/src/protocol/inference-request.ts
const limits = {
	rank: 8,
	elements: 1e7,
	idLength: 256,
	shownProblems: 10
};
/**
* Reads an inference request and checks it against what the model takes. Throws `RequestError` 400 that names every problem.
* Whole numbers keep all 64 bits; a null is a missing value.
*/
function readInferenceRequest(body, contract) {
	const text = body.toString("utf8");
	if (text.includes("�") && !isUtf8(body)) throw new RequestError(400, "the body is not UTF-8");
	try {
		return checkRequest(parseJson(text), contract, false);
	} catch (error) {
		if (error instanceof UnsafeInteger) return checkRequest(parseExactJson(text), contract, true);
		throw error;
	}
}
function checkRequest(document, contract, isExact) {
	if (!isObject(document)) throw new RequestError(400, `the body must be a JSON object, found ${quoted(document)}`);
	const problems = [];
	const id = checkId(document.id, problems);
	if (document.parameters !== void 0 && !isObject(document.parameters)) problems.push("parameters must be an object");
	const tensors = checkInputs(document.inputs, contract, isExact, problems);
	const outputs = checkOutputs(document.outputs, contract, problems);
	checkSharedSizes(tensors, problems);
	if (problems.length > 0) throw new RequestError(400, joinProblems(problems));
	return {
		id,
		tensors,
		outputs
	};
}
function checkId(id, problems) {
	if (id === void 0 || id === null) return void 0;
	if (typeof id === "string" && id.length <= limits.idLength) return id;
	problems.push(`id must be a string of at most ${limits.idLength} characters`);
}
function checkInputs(inputs, contract, isExact, problems) {
	if (!Array.isArray(inputs)) {
		problems.push("inputs must be an array");
		return [];
	}
	const tensors = new Map();
	for (let i = 0; i < inputs.length && problems.length <= limits.shownProblems; i++) {
		const input = inputs[i];
		if (!isObject(input) || typeof input.name !== "string") {
			problems.push(`inputs[${i}] must be an object with a name`);
			continue;
		}
		const wanted = contract.inputs.get(input.name);
		if (!wanted && contract.ignored?.has(input.name)) continue;
		if (!wanted) problems.push(`the model has no input ${quoted(input.name)}`);
		else if (tensors.has(input.name)) problems.push(`input ${input.name} is given twice`);
		else tensors.set(input.name, checkTensor(input, wanted, isExact, problems));
	}
	if (tensors.size < contract.inputs.size) {
		for (const [name, { isOptional }] of contract.inputs) if (!isOptional && !tensors.has(name)) problems.push(`input ${name} is missing`);
	}
	return [...tensors.values()].filter((tensor) => tensor !== void 0);
}
function checkTensor(input, contract, isExact, problems) {
	const { name, datatype } = contract;
	const say = (message) => {
		problems.push(`input ${name}: ${message}`);
	};
	if (input.parameters !== void 0 && !isObject(input.parameters)) return say("parameters must be an object");
	if (input.datatype !== datatype.name) return say(`datatype must be ${datatype.name}, found ${quoted(input.datatype)}`);
	const dims = input.shape;
	const shapeProblem = describeShapeProblem(dims, contract);
	if (shapeProblem) return say(shapeProblem);
	const size = dims.reduce((product, dim) => product * dim, 1);
	if (!Array.isArray(input.data)) return say(input.data === void 0 ? "data is missing" : "data must be an array");
	const values = flatten(input.data, dims, size);
	if (typeof values === "string") return say(values);
	try {
		return {
			contract,
			dims,
			data: datatype.decode(values, isExact)
		};
	} catch (error) {
		if (error instanceof ValueError) return say(error.message);
		throw error;
	}
}
function describeShapeProblem(dims, { shape }) {
	if (!Array.isArray(dims)) return "shape must be an array of sizes";
	if (dims.length > limits.rank) return `shape has ${dims.length} dimensions, at most ${limits.rank} are taken`;
	let product = 1;
	for (const dim of dims) {
		if (!Number.isSafeInteger(dim) || dim < 1) return `shape must hold whole numbers from 1, found ${quoted(dim)}`;
		product *= dim;
		if (product > limits.elements) return `shape has more than ${limits.elements} elements`;
	}
	if (shape === null) return void 0;
	if (dims.length === shape.length && shape.every((size, axis) => typeof size !== "number" || size === dims[axis])) return void 0;
	return `shape [${dims.join(",")}] does not fit [${shape.map((size) => typeof size === "number" ? size : -1).join(",")}]`;
}
/** The values in row-major order, from a flat array or one nested like the shape; or what is wrong. */
function flatten(data, dims, size) {
	if (!Array.isArray(data[0])) return data.length === size ? data : `data has ${data.length} values, its shape ${size}`;
	const values = [];
	return collect(data, dims, 0, values) ? values : "nested data does not have the form of its shape";
}
function collect(data, dims, axis, values) {
	if (data.length !== dims[axis]) return false;
	if (axis === dims.length - 1) {
		for (const value of data) values.push(value);
		return true;
	}
	return data.every((part) => Array.isArray(part) && collect(part, dims, axis + 1, values));
}
function checkOutputs(outputs, contract, problems) {
	if (outputs === void 0 || outputs === null) return [...contract.outputs.keys()];
	if (!Array.isArray(outputs)) {
		problems.push("outputs must be an array");
		return [];
	}
	const names = new Set();
	for (let i = 0; i < outputs.length && problems.length <= limits.shownProblems; i++) {
		const output = outputs[i];
		if (!isObject(output) || typeof output.name !== "string") problems.push(`outputs[${i}] must be an object with a name`);
		else if (!contract.outputs.has(output.name)) problems.push(`the model has no output ${quoted(output.name)}`);
		else if (names.has(output.name)) problems.push(`output ${output.name} is asked for twice`);
		else names.add(output.name);
	}
	return names.size > 0 ? [...names] : [...contract.outputs.keys()];
}
/** Inputs that share a symbol such as `N` must have the same size there. */
function checkSharedSizes(tensors, problems) {
	const sizes = new Map();
	for (const { contract, dims } of tensors) for (const [axis, symbol] of contract.shape?.entries() ?? []) {
		if (typeof symbol !== "string") continue;
		const size = dims[axis];
		const first = sizes.get(symbol);
		if (!first) sizes.set(symbol, {
			name: contract.name,
			size
		});
		else if (first.size !== size) problems.push(`input ${contract.name} has ${size} rows, input ${first.name} has ${first.size}`);
	}
}
function joinProblems(problems) {
	const shown = problems.slice(0, limits.shownProblems);
	return shown.join("; ") + (problems.length > shown.length ? "; and more" : "");
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new RequestError(400, text.length === 0 ? "the body is empty" : "the body is not JSON");
	}
}
/** With whole numbers beyond 2^53 as bigints, from their digits in the text. */
function parseExactJson(text) {
	const revive = (_key, value, context) => {
		return typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "") ? BigInt(context.source) : value;
	};
	try {
		return JSON.parse(text, revive);
	} catch {
		throw new RequestError(400, "the body is nested too deeply");
	}
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// packages/serving/src/protocol/inference-response.ts
/** False when an output holds NaN or an infinity: JSON has no way to say them, and they are no answer. */
function areFinite(outputs) {
	for (const { data } of outputs) {
		if (!(data instanceof Float32Array || data instanceof Float64Array)) continue;
		for (let i = 0; i < data.length; i++) {
			const value = data[i];
			if (value - value !== 0) return false;
		}
	}
	return true;
}
/** The protocol's response as JSON text. The outputs must be finite. */
function writeInferenceResponse({ model, version, id, outputs }) {
	let text = `{"model_name":${JSON.stringify(model)},"model_version":${JSON.stringify(version)},"id":${JSON.stringify(id)},"outputs":[`;
	for (let i = 0; i < outputs.length; i++) {
		const { contract, dims, data } = outputs[i];
		const { name, datatype } = contract;
		text += `${i > 0 ? "," : ""}{"name":${JSON.stringify(name)},"datatype":"${datatype.name}","shape":[${dims.join(",")}],"data":${writeData(data, datatype.name)}}`;
	}
	return `${text}]}`;
}
function writeData(data, datatype) {
	if (Array.isArray(data)) return JSON.stringify(data);
	if (datatype === "BOOL") return `[${Array.from(data, (value) => value !== 0).join(",")}]`;
	return `[${data.join(",")}]`;
}
// packages/serving/src/routing/arm.ts
/**
* The arm that answers a unit: the canary when the unit's place in [0, 1) is below the weight. The place depends on salt and unit
* alone, so a unit that is in the canary stays there while the weight rises, and weight 0 takes all units out.
*/
function chooseArm({ salt, unit, weight }) {
	return weight > 0 && placeOf(salt, unit) < weight ? "canary" : "champion";
}
/** The first 48 bits of SHA-256 over salt, a line feed and the unit, as a fraction: easy to repeat in any language. */
function placeOf(salt, unit) {
	return Number.parseInt(hash("sha256", `${salt}\n${unit}`, "hex").slice(0, 12), 16) / 2 ** 48;
}
// packages/serving/src/routing/source-clock.ts
/**
* The source's time between two of its answers: what it last said, and what this machine counted since. Telemetry is dated by it,
* so that a server whose time of day is wrong, or is set, is neither taken for dead nor for a newer one. Before the first answer
* there is only the machine's own time of day.
*/
var SourceClock = class {
	#local;
	#known;
	constructor(local) {
		this.#local = local;
	}
	get isKnown() {
		return this.#known !== void 0;
	}
	/** Takes over what the source says; what is no time is passed over. */
	set(now) {
		const sourceMs = Date.parse(now);
		if (Number.isFinite(sourceMs)) this.#known = {
			sourceMs,
			monotonicMs: this.#local.monotonicMs()
		};
	}
	/** UTC with milliseconds. */
	now() {
		const known = this.#known;
		const ms = known ? known.sourceMs + this.#local.monotonicMs() - known.monotonicMs : this.#local.wallMs();
		return new Date(Math.floor(ms)).toISOString();
	}
};
// packages/serving/src/model/attempt.ts
/** Asks one model. Never throws: a model that does is one without an answer. */
async function attempt({ model, series }, request, startMs) {
	model.acquire();
	let outputs;
	let othersMs = 0;
	try {
		const result = await model.run(request);
		outputs = result.outputs;
		othersMs = result.othersMs;
	} catch {} finally {
		model.release();
	}
	const isNonFinite = outputs !== void 0 && !areFinite(outputs);
	const latencyMs = performance.now() - startMs;
	const ownMs = latencyMs - othersMs;
	series.durationMs.add(latencyMs);
	if (!outputs || isNonFinite) {
		series.failure++;
		return {
			outputs: void 0,
			scores: [],
			isNonFinite,
			latencyMs,
			ownMs
		};
	}
	series.success++;
	return {
		outputs,
		scores: readScores(model, outputs),
		isNonFinite,
		latencyMs,
		ownMs
	};
}
/** The positive class's probability of every row: [N], [N,1], or [N,2] with it second. Nothing for outputs of another form. */
function readScores({ scoreOutput }, outputs) {
	const output = scoreOutput === void 0 ? void 0 : outputs.find(({ contract }) => contract.name === scoreOutput);
	if (!output || !(output.data instanceof Float32Array || output.data instanceof Float64Array)) return [];
	const { data, dims } = output;
	if (dims.length === 1 || dims.length === 2 && dims[1] === 1) return data;
	if (dims.length === 2 && dims[1] === 2) return data.filter((_, i) => i % 2 === 1);
	return [];
}
// packages/serving/src/model/joined-requests.ts
/** The rows that all of a request's tensors have; undefined when they differ, or there are none. */
function countRows({ tensors }) {
	const rows = tensors[0]?.dims[0];
	for (let i = 1; i < tensors.length; i++) if (tensors[i].dims[0] !== rows) return void 0;
	return rows;
}
/** True when two requests differ in nothing but the number of their rows and the values. */
function areAlike(a, b) {
	if (a.tensors.length !== b.tensors.length || a.outputs.length !== b.outputs.length) return false;
	for (let i = 0; i < a.outputs.length; i++) if (a.outputs[i] !== b.outputs[i]) return false;
	for (let i = 0; i < a.tensors.length; i++) {
		const [one, other] = [a.tensors[i], b.tensors[i]];
		if (one.contract !== other.contract || one.dims.length !== other.dims.length) return false;
		for (let axis = 1; axis < one.dims.length; axis++) if (one.dims[axis] !== other.dims[axis]) return false;
	}
	return true;
}
/** The rows of requests that are alike as one request, in their order. */
function joinRequests(requests) {
	const { tensors, outputs } = requests[0];
	return {
		tensors: tensors.map((_, i) => joinTensors(requests.map((request) => request.tensors[i]))),
		outputs
	};
}
function joinTensors(tensors) {
	const { contract, dims, data: first } = tensors[0];
	const joined = [tensors.reduce((sum, tensor) => sum + tensor.dims[0], 0), ...dims.slice(1)];
	if (Array.isArray(first)) return {
		contract,
		dims: joined,
		data: tensors.flatMap(({ data }) => data)
	};
	const size = tensors.reduce((sum, { data }) => sum + data.length, 0);
	const data = new first.constructor(size);
	let at = 0;
	for (const tensor of tensors) {
		data.set(tensor.data, at);
		at += tensor.data.length;
	}
	return {
		contract,
		dims: joined,
		data
	};
}
/** Each request's part of the outputs. Throws when an output does not have the rows of all of them. */
function splitOutputs(outputs, rowsOfRequests) {
	const total = rowsOfRequests.reduce((sum, rows) => sum + rows, 0);
	for (const { contract, dims } of outputs) if (dims[0] !== total) throw new Error(`output ${contract.name} has ${dims[0]} rows, ${total} were given`);
	let start = 0;
	return rowsOfRequests.map((rows) => {
		const part = outputs.map((output) => takeRows(output, start, rows, total));
		start += rows;
		return part;
	});
}
function takeRows({ contract, dims, data }, start, rows, total) {
	const width = data.length / total;
	const [from, to] = [start * width, (start + rows) * width];
	const part = Array.isArray(data) ? data.slice(from, to) : data.subarray(from, to);
	return {
		contract,
		dims: [rows, ...dims.slice(1)],
		data: part
	};
}
/**
* Runs requests that arrive in the same turn of the event loop, or while a batch runs, as one for each model. Nobody waits for
* company: who is alone runs alone. When a batch fails, each of its requests is run by itself, so that only those fail that would
* have failed anyway.
*
* Batches of one turn are answered together, and each answer says what part of its time another model took: the arm with less traffic
* nearly always shares its turns, and would else look slower than it is.
*/
var Batcher = class {
	/** Only when all versions that answer beside each other can be run in batches: else their times could not be compared. */
	isOpen = true;
	#waiting = [];
	#isBusy = false;
	/** The request's own outputs. Rejects with what running it alone throws. */
	add(model, request, rows) {
		return new Promise((resolve) => {
			this.#waiting.push({
				model,
				request,
				rows,
				resolve
			});
			if (!this.#isBusy) this.#schedule();
		});
	}
	#schedule() {
		this.#isBusy = true;
		setImmediate(() => void this.#runTurn());
	}
	async #runTurn() {
		const batches = this.#take();
		let beganMs = performance.now();
		let lastMs = beganMs;
		setImmediate(() => {
			lastMs = performance.now();
			beganMs = lastMs;
		});
		const answers = await Promise.all(batches.map(async (batch) => {
			const outputs = await runBatch(batch);
			const startedMs = lastMs;
			lastMs = performance.now();
			return {
				outputs,
				runMs: lastMs - startedMs
			};
		}));
		for (const [b, batch] of batches.entries()) {
			const { outputs, runMs } = answers[b];
			const othersMs = Math.max(0, lastMs - beganMs - runMs);
			for (const [i, { model, request, resolve }] of batch.entries()) resolve(outputs ? {
				outputs: outputs[i],
				othersMs
			} : runByItself(model, request));
		}
		this.#isBusy = false;
		if (this.#waiting.length > 0) this.#schedule();
	}
	/** For each model the one who waits longest, and who is like it, in order, as far as there is room. */
	#take() {
		const batches = new Map();
		const left = [];
		for (const each of this.#waiting) {
			const batch = batches.get(each.model);
			if (!batch) batches.set(each.model, {
				requests: [each],
				rows: each.rows
			});
			else if (batch.rows + each.rows <= 64 && areAlike(batch.requests[0].request, each.request)) {
				batch.requests.push(each);
				batch.rows += each.rows;
			} else left.push(each);
		}
		this.#waiting = left;
		return [...batches.values()].map(({ requests }) => requests);
	}
};
/** Each request's answer, or nothing when the batch failed. Never throws. */
async function runBatch(batch) {
	const { model, request } = batch[0];
	try {
		if (batch.length === 1) return [await model.runAlone(request)];
		const joined = joinRequests(batch.map((each) => each.request));
		const rows = batch.map((each) => each.rows);
		return splitOutputs(await model.runAlone(joined), rows);
	} catch {
		return;
	}
}
/** Also for a request that failed alone: what it fails with is what the caller is told. */
async function runByItself(model, request) {
	return {
		outputs: await model.runAlone(request),
		othersMs: 0
	};
}
// packages/serving/src/routing/lease.ts
const systemClock = {
	monotonicMs: () => performance.now(),
	wallMs: () => Date.now()
};
/**
* How long a canary may answer without hearing from its source. The rest is measured from the source's own two times, then counted
* down by both local clocks, and the earlier end counts: setting the time of day back extends nothing, sleeping ends it.
*/
var Lease = class {
	#clock;
	#expiresAt = null;
	#monotonicEndMs = Number.NEGATIVE_INFINITY;
	#wallEndMs = Number.NEGATIVE_INFINITY;
	constructor(clock) {
		this.#clock = clock;
	}
	/** Takes over what a source says. Hearing of the same end again never moves it later, whatever the source's clock says now. */
	observe({ expiresAt, now }) {
		const leftMs = Date.parse(expiresAt ?? "") - Date.parse(now);
		const usableMs = Number.isFinite(leftMs) ? leftMs : Number.NEGATIVE_INFINITY;
		const endMs = this.#clock.monotonicMs() + usableMs;
		this.#monotonicEndMs = expiresAt === this.#expiresAt ? Math.min(this.#monotonicEndMs, endMs) : endMs;
		this.#wallEndMs = this.#clock.wallMs() + usableMs;
		this.#expiresAt = expiresAt;
	}
	isFresh() {
		return this.#clock.monotonicMs() < this.#monotonicEndMs && this.#clock.wallMs() < this.#wallEndMs;
	}
};
// packages/serving/src/model/rollout.ts
/** This server's part in one rollout: its canary's weight, and the reasons to keep the canary out. */
var Rollout = class {
	seq;
	sha256;
	reference;
	/** Units are dealt anew in every rollout, so that it is not always the same ones who go first. */
	salt;
	/** In lower case; undefined where each request is a unit. */
	unitHeader;
	judge;
	#lease;
	#now;
	#weight = 0;
	#harm = null;
	#load = null;
	#leaseEnd = null;
	/** When and at how many counted outcomes harm was judged last. */
	judgedAtMs = Number.NEGATIVE_INFINITY;
	judgedChanges = -1;
	constructor(source, context) {
		const { seq, sha256, version, modelDigest, plan } = source;
		this.seq = seq;
		this.sha256 = sha256;
		this.reference = {
			version,
			modelDigest
		};
		this.salt = `${context.channel}/${context.model}/${seq}`;
		this.unitHeader = plan.unit.startsWith("header:") ? plan.unit.slice(7).toLowerCase() : void 0;
		this.judge = context.createHarmJudge?.(plan);
		this.#lease = new Lease(context.clock);
		this.#now = context.now;
		this.update(source);
	}
	isOf({ seq, sha256 }) {
		return this.seq === seq && this.sha256 === sha256;
	}
	/** Takes over the weight and the lease as the source says them now. */
	update({ weight, lease }) {
		this.#weight = Number.isFinite(weight) ? Math.min(1, Math.max(0, weight)) : 0;
		this.#lease.observe(lease);
	}
	/** The share of units for a canary that is loaded: as planned, or 0 while there is a reason to keep it out. */
	get weight() {
		if (this.#weight === 0 || this.#harm) return 0;
		return this.#lease.isFresh() ? this.#weight : 0;
	}
	/** Harm is final for this rollout: a canary that was taken out does not come back by itself. */
	dropForHarm({ reason }) {
		this.#harm ??= {
			cause: "harm",
			at: this.#now(),
			reason
		};
	}
	get isDroppedForHarm() {
		return this.#harm !== null;
	}
	/** Null once the canary is loaded. */
	setLoadProblem(reason) {
		if (reason === null) this.#load = null;
		else if (this.#load?.reason !== reason) this.#load = {
			cause: "load",
			at: this.#now(),
			reason: reason.slice(0, 2e3)
		};
	}
	/** Why the canary is kept out, if it is. */
	get dropped() {
		if (!(this.#weight > 0 && !this.#lease.isFresh())) this.#leaseEnd = null;
		else this.#leaseEnd ??= {
			cause: "lease",
			at: this.#now(),
			reason: "the lease ended and nobody renewed the state"
		};
		return this.#harm ?? this.#load ?? this.#leaseEnd;
	}
};
// packages/serving/src/model/model-host.ts
/** An error calls for a judgement at once, but a burst of them for one every so often. */
const judgeEveryMs$1 = 20;
/** One model's champion and canary: routes requests between them, counts what happens, and takes a harmful canary out. */
var ModelHost = class {
	/** Of champion and canary, which are answered in the same turns. */
	batcher = new Batcher();
	#options;
	#time;
	#startedAt;
	#champion;
	#canary;
	#rollout;
	#exposure;
	#requests;
	/** Every input that a version served here had. */
	#knownInputs = new Set();
	/** By rollout: a canary that did harm stays out of that rollout, also when the source takes it away and names it again. */
	#harms = new Map();
	constructor(options) {
		this.#options = options;
		this.#time = new SourceClock(options.clock);
		this.#startedAt = this.#time.now();
		this.#exposure = new Exposure({
			sequence: 0,
			now: this.#startedAt,
			slowMs: null
		});
	}
	get name() {
		return this.#options.model;
	}
	get champion() {
		return this.#champion?.model;
	}
	get canary() {
		return this.#canary?.model;
	}
	get rollout() {
		return this.#rollout;
	}
	/** The share of units that the canary answers right now. */
	get weight() {
		const canary = this.#canary;
		return canary && this.#rollout?.sha256 === canary.model.sha256 ? this.#rollout.weight : 0;
	}
	/** Takes over the source's time. Counting begins anew with the first one that is known. */
	setTime(now) {
		const isFirst = !this.#time.isKnown;
		this.#time.set(now);
		if (!isFirst) return;
		this.#startedAt = this.#time.now();
		this.#startExposure({ keepsChampion: false });
	}
	/** Puts a champion into service in one step. Requests under way finish on the models they began with; those are then freed. */
	setChampion(model) {
		const previous = this.#champion?.model;
		if (previous === model) return;
		this.#champion = {
			model,
			series: this.#options.metrics.series(this.name, model.version, "champion")
		};
		if (this.#canary?.model === model) this.#canary = void 0;
		this.#describeRequests();
		this.#startExposure({ keepsChampion: false });
		previous?.retire();
	}
	/** Puts a canary beside the champion, or takes it away. */
	setCanary(model) {
		const previous = this.#canary?.model;
		if (previous === model) return;
		this.#canary = model && {
			model,
			series: this.#options.metrics.series(this.name, model.version, "canary")
		};
		this.#describeRequests();
		if (previous && previous !== this.#champion?.model) previous.retire();
	}
	/** Takes over how far the rollout has come; at once, without waiting for anything to be loaded. */
	follow(source) {
		if (source && this.#rollout?.isOf(source)) this.#rollout.update(source);
		else if (source || this.#rollout) {
			this.#rollout = source && new Rollout(source, {
				...this.#options,
				now: () => this.#time.now()
			});
			const harm = source && this.#harms.get(source.seq);
			if (harm) this.#rollout?.dropForHarm(harm);
			this.#startExposure({ keepsChampion: true });
		}
		this.#exposure.slowMs = source?.slowMs ?? null;
		const consumed = source?.consumed.find(({ instance }) => instance === this.#options.instance);
		if (consumed) this.#exposure.forget(consumed.sequence);
	}
	/** The version asked for, or the champion. Throws `RequestError` 503 or 404. */
	find(version) {
		const champion = this.#champion?.model;
		if (!champion) throw new RequestError(503, `model ${this.name} is not ready`);
		if (version === void 0 || version === champion.version) return champion;
		if (version === this.#canary?.model.version) return this.#canary.model;
		throw new RequestError(404, `model ${this.name} has no version ${JSON.stringify(version.slice(0, 64))} loaded here`);
	}
	/**
	* What callers may send: the champion's inputs, and the optional ones of the canary beside it. Inputs of versions that were here
	* before are passed over, so that a canary's end is no error for callers. Undefined without a champion.
	*/
	get requests() {
		return this.#requests;
	}
	versions() {
		return [this.#champion?.model.version, this.#canary?.model.version].filter((version) => version !== void 0);
	}
	/** Answers a request as JSON text. Throws `RequestError`. */
	async infer(body, { version, header }) {
		const startMs = performance.now();
		if (version !== void 0) return this.#inferVersion(body, version, startMs);
		const champion = this.#champion;
		if (!champion) throw new RequestError(503, `model ${this.name} is not ready`);
		const request = readInferenceRequest(body, this.#requests ?? champion.model.contract);
		const id = request.id ?? randomUUID();
		const canary = this.#canary;
		const routed = this.#route(id, header);
		champion.model.acquire();
		try {
			if (routed.arm === "canary" && canary) {
				const result = await attempt(canary, request, startMs);
				this.#count(routed, result);
				if (result.outputs) return this.#answer(canary.model, {
					id,
					routed,
					request,
					status: "ok"
				}, result);
				this.judge();
			}
			const result = await attempt(champion, request, startMs);
			if (routed.arm === "champion") this.#count(routed, result);
			return this.#answer(champion.model, {
				id,
				routed,
				request,
				status: routed.arm === "canary" ? "fallback" : "ok"
			}, result);
		} finally {
			champion.model.release();
		}
	}
	/** Judges harm from the counts, if there are new ones; drops the canary for good when it is proven. */
	judge() {
		const rollout = this.#rollout;
		const { changes } = this.#exposure;
		if (!rollout?.judge || rollout.isDroppedForHarm || rollout.judgedChanges === changes) return;
		const nowMs = this.#options.clock.monotonicMs();
		if (nowMs - rollout.judgedAtMs < judgeEveryMs$1) return;
		rollout.judgedAtMs = nowMs;
		rollout.judgedChanges = changes;
		const verdict = rollout.judge.judge(this.#exposure.openGroups());
		if (!verdict.isHarmful) return;
		rollout.dropForHarm(verdict);
		this.#harms.set(rollout.seq, verdict);
		this.#options.onDrop({
			model: this.name,
			version: rollout.reference.version,
			verdict
		});
	}
	/** Ends the telemetry window. */
	closeWindow() {
		this.judge();
		const { groups } = this.#exposure.closeWindow(this.#time.now());
		this.#rollout?.judge?.add(groups);
	}
	/** Counts of the closed windows; null before there is a champion. */
	telemetry() {
		const champion = this.#champion?.model;
		if (!champion) return null;
		const { channel, model, instance } = this.#options;
		const { latency, windows, sequence } = this.#exposure;
		const rollout = this.#rollout;
		return {
			schema: "tidemark/telemetry/v1",
			model,
			channel,
			instance,
			startedAt: this.#startedAt,
			publishedAt: this.#time.now(),
			sequence,
			champion: {
				version: champion.version,
				modelDigest: champion.modelDigest
			},
			rollout: rollout ? {
				seq: rollout.seq,
				canary: { ...rollout.reference }
			} : null,
			dropped: rollout?.dropped ?? null,
			latency: {
				champion: [...latency.champion.counts],
				canary: [...latency.canary.counts]
			},
			windows: [...windows]
		};
	}
	close() {
		this.#champion?.model.retire();
		this.#canary?.model.retire();
		this.#champion = void 0;
		this.#canary = void 0;
	}
	#describeRequests() {
		const champion = this.#champion?.model.contract;
		const canary = this.#canary?.model.contract;
		for (const contract of [champion, canary]) for (const name of contract?.inputs.keys() ?? []) this.#knownInputs.add(name);
		const models = [this.#champion?.model, this.#canary?.model];
		this.batcher.isOpen = models.every((model) => model === void 0 || model.isBatched);
		if (champion) this.#requests = {
			...withOptional(champion, canary),
			ignored: this.#knownInputs
		};
	}
	#route(id, header) {
		const rollout = this.#rollout;
		const exposure = this.#exposure;
		const weight = this.weight;
		if (!rollout || weight === 0) return {
			arm: "champion",
			weight: 0,
			unit: void 0,
			exposure,
			rollout
		};
		const unit = rollout.unitHeader === void 0 ? void 0 : header(rollout.unitHeader);
		return {
			arm: chooseArm({
				salt: rollout.salt,
				unit: unit ?? id,
				weight
			}),
			weight,
			unit,
			exposure,
			rollout
		};
	}
	/** A version asked for by name answers itself or fails: nothing stands in for it, and it is no evidence, since callers chose it. */
	async #inferVersion(body, version, startMs) {
		const model = this.find(version);
		const isChampion = model === this.#champion?.model;
		const request = readInferenceRequest(body, {
			...model.contract,
			ignored: this.#knownInputs
		});
		const result = await attempt(isChampion ? this.#champion : this.#canary, request, startMs);
		const arm = isChampion ? "champion" : "canary";
		const id = request.id ?? randomUUID();
		return this.#answer(model, {
			id,
			routed: {
				arm,
				weight: 0
			},
			request,
			status: "ok"
		}, result);
	}
	#count({ exposure, arm, weight, unit }, { outputs, isNonFinite, ownMs }) {
		exposure.add({
			arm,
			weight,
			isError: !outputs,
			isNonFinite,
			latencyMs: ownMs
		}, unit);
	}
	#answer(model, context, { outputs, scores, latencyMs, isNonFinite }) {
		const { id, routed, request } = context;
		const { log } = this.#options;
		log?.add({
			id,
			model: this.name,
			arm: routed.arm,
			version: model.version,
			weight: routed.weight,
			status: outputs ? context.status : "error",
			latencyMs,
			scores,
			...log.logsFeatures ? { features: describeFeatures(request) } : {}
		});
		if (outputs) return writeInferenceResponse({
			model: this.name,
			version: model.version,
			id,
			outputs
		});
		const reason = isNonFinite ? "its answer is not a finite number, which JSON cannot hold" : "it failed on this input";
		throw new RequestError(500, `model ${this.name} ${model.version} gave no answer: ${reason}`);
	}
	/**
	* Evidence belongs to digests: another champion, canary or rollout begins at zero, while windows go on being numbered. How fast a
	* champion that stays is stays known: a rollout measures the canary's slowness by it.
	*/
	#startExposure({ keepsChampion }) {
		const { sequence, slowMs, latency } = this.#exposure;
		const championLatency = keepsChampion ? latency.champion : void 0;
		this.#exposure = new Exposure({
			sequence,
			now: this.#time.now(),
			slowMs,
			championLatency
		});
	}
};
/** A champion's contract, with the optional inputs of its canary. Their rows are the champion's, whatever the canary calls them. */
function withOptional(champion, canary) {
	const [first] = champion.inputs.values();
	const rows = first?.shape?.[0] ?? null;
	const inputs = new Map(champion.inputs);
	for (const input of canary?.inputs.values() ?? []) if (input.isOptional && !inputs.has(input.name)) inputs.set(input.name, {
		...input,
		shape: input.shape && [rows, ...input.shape.slice(1)]
	});
	return {
		...champion,
		inputs
	};
}
function describeFeatures({ tensors }) {
	return Object.fromEntries(tensors.map(({ contract, data }) => [contract.name, Array.from(data)]));
}
// packages/serving/src/observe/harm.ts
/** The rollout's own judge on what this server alone saw: it needs no other to see gross harm, and says so at once. */
const createRolloutJudge = (plan) => {
	let evidence = noEvidence;
	return {
		add(groups) {
			evidence = addPoll(evidence, plan, { groups });
		},
		judge(groups) {
			const { verdict, guardrails } = judgeCanary(addPoll(evidence, plan, { groups }), plan);
			const reasons = guardrails.filter(({ isAdvisory }) => !isAdvisory).sort((a, b) => b.logHarm - a.logHarm).filter(({ logHarm }) => logHarm > 0).map(({ id, canary, stable }) => `${id}: ${canary.events} of ${canary.requests} requests, champion ${stable.events} of ${stable.requests}`);
			return {
				isHarmful: verdict === "fail",
				reason: reasons.join("; ")
			};
		}
	};
};
// packages/serving/src/observe/metrics.ts
/** Milliseconds, finer where models usually answer; fewer than telemetry has, since each is a line for every version. */
const latencyEdgesMs = [
	.1,
	.25,
	.5,
	.75,
	1,
	1.5,
	2,
	3,
	5,
	7.5,
	10,
	15,
	25,
	50,
	75,
	100,
	250,
	500,
	1e3,
	2500,
	5e3,
	1e4
];
/** Counters for Prometheus, under MLServer's names. */
var Metrics = class {
	#series = new Map();
	#refused = new Map();
	/** The counters to hold on to while a version serves: looked up once, not at every request. */
	series(model, version, arm) {
		const labels = writeLabels({
			model_name: model,
			model_version: version,
			arm
		});
		let found = this.#series.get(labels);
		if (!found) {
			found = {
				labels,
				series: {
					success: 0,
					failure: 0,
					durationMs: new Histogram(latencyEdgesMs)
				}
			};
			this.#series.set(labels, found);
		}
		return found.series;
	}
	countRefusal(status) {
		this.#refused.set(status, (this.#refused.get(status) ?? 0) + 1);
	}
	/** The text exposition format 0.0.4. */
	write(gauges) {
		const all = [...this.#series.values()];
		const lines = [
			...header("model_infer_request_success_total", "counter", "Requests that the arm answered"),
			...all.map(({ labels, series }) => `model_infer_request_success_total${labels} ${series.success}`),
			...header("model_infer_request_failure_total", "counter", "Requests on which the arm failed; a canary’s are answered by the champion"),
			...all.map(({ labels, series }) => `model_infer_request_failure_total${labels} ${series.failure}`),
			...header("model_infer_request_duration", "histogram", "Seconds from the request’s last byte to the arm’s answer"),
			...all.flatMap(({ labels, series }) => writeHistogram("model_infer_request_duration", labels, series.durationMs)),
			...header("tidemark_http_errors_total", "counter", "Error answers by status"),
			...[...this.#refused].map(([status, count]) => `tidemark_http_errors_total${writeLabels({ status: `${status}` })} ${count}`)
		];
		let previous = "";
		for (const { name, help, type = "gauge", labels = {}, value } of gauges) {
			if (name !== previous) lines.push(...header(name, type, help));
			previous = name;
			lines.push(`${name}${writeLabels(labels)} ${value}`);
		}
		return `${lines.join("\n")}\n`;
	}
};
/** This process, under the names of Prometheus' own clients. */
function processGauges() {
	const { user, system } = process.cpuUsage();
	const { rss, heapUsed } = process.memoryUsage();
	const startSeconds = Date.now() / 1e3 - process.uptime();
	return [
		{
			name: "process_cpu_seconds_total",
			help: "CPU time",
			type: "counter",
			value: (user + system) / 1e6
		},
		{
			name: "process_resident_memory_bytes",
			help: "Resident memory",
			value: rss
		},
		{
			name: "process_start_time_seconds",
			help: "Start, in seconds since 1970",
			value: Math.round(startSeconds)
		},
		{
			name: "nodejs_heap_size_used_bytes",
			help: "JavaScript heap in use",
			value: heapUsed
		},
		{
			name: "nodejs_eventloop_utilization",
			help: "Share of time not idle, since start",
			value: performance.eventLoopUtilization().utilization
		}
	];
}
function header(name, type, help) {
	return [`# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`, `# TYPE ${name} ${type}`];
}
function writeHistogram(name, labels, { edges, counts, sum, count }) {
	const inner = labels.slice(1, -1);
	let below = 0;
	return [
		...edges.map((edge, i) => `${name}_bucket{${inner},le="${edge / 1e3}"} ${below += counts[i]}`),
		`${name}_bucket{${inner},le="+Inf"} ${count}`,
		`${name}_sum${labels} ${sum / 1e3}`,
		`${name}_count${labels} ${count}`
	];
}
function writeLabels(labels) {
	const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
	return parts.length > 0 ? `{${parts.join(",")}}` : "";
}
function escapeLabel(value) {
	return value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
}
// packages/serving/src/observe/prediction-log.ts
const bufferLimit = 4194304;
const chunkBytes = 65536;
const flushAfterMs = 200;
const scoresLimit = 1e3;
/**
* Appends predictions to a file without holding up answers: lines gather in memory and are written by one write at a time. A disk that
* cannot follow costs lines, which are counted in `dropped`, never memory or answers. They gather as bytes: as strings they would live
* just long enough to make every collection of garbage a pause.
*/
var PredictionLog = class {
	#path;
	#maxBytes;
	#keep;
	logsFeatures;
	#chunk = Buffer.allocUnsafeSlow(chunkBytes);
	#chunkUsed = 0;
	/** Chunks that are full, before the current one. */
	#full = [];
	#pendingLines = 0;
	#pendingBytes = 0;
	#fileBytes;
	#writing = Promise.resolve();
	#timer;
	#served = {
		model: "",
		version: "",
		text: ""
	};
	#second = -1;
	#secondText = "";
	dropped = 0;
	constructor({ path, maxBytes = 67108864, keep = 4, features = false }) {
		this.#path = path;
		this.#maxBytes = maxBytes;
		this.#keep = keep;
		this.logsFeatures = features;
	}
	add(prediction) {
		const line = this.#write(prediction);
		const mostBytes = line.length * 3;
		if (this.#pendingBytes + mostBytes > bufferLimit) {
			this.dropped++;
			return;
		}
		if (mostBytes > this.#chunk.length - this.#chunkUsed) this.#startChunk(Math.max(chunkBytes, mostBytes));
		const bytes = this.#chunk.write(line, this.#chunkUsed);
		this.#chunkUsed += bytes;
		this.#pendingBytes += bytes;
		this.#pendingLines++;
		this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
	}
	/** Resolves once everything added before is on disk or counted as dropped. */
	flush() {
		clearTimeout(this.#timer);
		this.#timer = void 0;
		this.#writing = this.#writing.then(() => this.#drain());
		return this.#writing;
	}
	async #drain() {
		const lines = this.#pendingLines;
		if (lines === 0) return;
		const bytes = Buffer.concat([...this.#full, this.#chunk.subarray(0, this.#chunkUsed)]);
		this.#full = [];
		this.#chunkUsed = 0;
		this.#pendingLines = 0;
		try {
			await this.#append(bytes);
		} catch {
			this.dropped += lines;
			this.#fileBytes = void 0;
		}
		this.#pendingBytes -= bytes.length;
	}
	#startChunk(size) {
		this.#full.push(this.#chunk.subarray(0, this.#chunkUsed));
		this.#chunk = Buffer.allocUnsafeSlow(size);
		this.#chunkUsed = 0;
	}
	async #append(bytes) {
		if (this.#fileBytes === void 0) {
			await mkdir(dirname(this.#path), { recursive: true });
			this.#fileBytes = (await stat(this.#path).catch(() => null))?.size ?? 0;
		}
		if (this.#fileBytes > 0 && this.#fileBytes + bytes.length > this.#maxBytes) await this.#rotate();
		await using file = await open(this.#path, "a", 384);
		await file.writeFile(bytes);
		this.#fileBytes += bytes.length;
	}
	async #rotate() {
		const name = (i) => i === 0 ? this.#path : `${this.#path}.${i}`;
		await rm(name(this.#keep), { force: true });
		for (let i = this.#keep - 1; i >= 0; i--) await rename(name(i), name(i + 1)).catch(ignoreMissing);
		this.#fileBytes = 0;
	}
	#write({ id, model, arm, version, weight, status, latencyMs, scores, features }) {
		const extra = features ? `,"features":${JSON.stringify(features, writeBigInt)}` : "";
		return `{"id":${JSON.stringify(id)},"time":"${this.#now()}",${this.#writeServed(model, version)},"arm":"${arm}","weight":${weight},"status":"${status}","latencyMs":${Math.round(latencyMs * 1e3) / 1e3},${writeScores(scores)}${extra}}\n`;
	}
	#writeServed(model, version) {
		const { model: lastModel, version: lastVersion } = this.#served;
		if (model !== lastModel || version !== lastVersion) this.#served = {
			model,
			version,
			text: `"model":${JSON.stringify(model)},"version":${JSON.stringify(version)}`
		};
		return this.#served.text;
	}
	/** ISO time; the part that stays the same within a second is kept. */
	#now() {
		const now = Date.now();
		const second = Math.floor(now / 1e3);
		if (second !== this.#second) {
			this.#second = second;
			this.#secondText = new Date(second * 1e3).toISOString().slice(0, 20);
		}
		return `${this.#secondText}${String(now - second * 1e3).padStart(3, "0")}Z`;
	}
};
function writeScores(scores) {
	if (scores.length === 1) return `"score":${scores[0]}`;
	return `"scores":[${Array.prototype.slice.call(scores, 0, scoresLimit).join(",")}]`;
}
function writeBigInt(_key, value) {
	return typeof value === "bigint" ? value.toString() : value;
}
function ignoreMissing(error) {
	if (error.code !== "ENOENT") throw error;
}
// packages/serving/src/options.ts
const defaultLimits = {
	bodyBytes: 1048576,
	bufferedBytes: 67108864,
	concurrency: 64,
	queueLength: 512,
	connections: 4096,
	headersTimeoutMs: 1e4,
	requestTimeoutMs: 3e4,
	keepAliveTimeoutMs: 65e3,
	drainTimeoutMs: 1e4,
	sourceTimeoutMs: 12e4
};
/** Throws `INPUT_INVALID` with every option that cannot be. */
function checkOptions(options) {
	const { channel, models, port = 8080, pollMs = 15e3, instance, limits = {} } = options;
	const problems = [];
	const expect = (isFine, path, message) => {
		if (!isFine) problems.push({
			path,
			message
		});
	};
	expect(Name.safeParse(channel).success, "channel", `${JSON.stringify(channel)} is no channel's name`);
	expect(models.length > 0, "models", "expected at least one");
	for (const { name } of models) expect(Name.safeParse(name).success, "models", `${JSON.stringify(name)} is no model's name`);
	expect(new Set(models.map(({ name }) => name)).size === models.length, "models", "a model is named twice");
	expect(Number.isInteger(port) && port >= 0 && port < 65536, "port", `expected 0 to 65535, found ${port}`);
	if (instance !== void 0) expect(Name.safeParse(instance).success, "instance", `${JSON.stringify(instance)} is no name`);
	expect(pollMs >= 10, "pollMs", `expected at least 10 ms, found ${pollMs}`);
	for (const [name, value] of Object.entries(limits)) expect(Number.isSafeInteger(value) && value > 0 || name === "queueLength" && value === 0, `limits.${name}`, `expected a whole number above 0, found ${value}`);
	if (problems.length === 0) return;
	throw new TidemarkError("INPUT_INVALID", "the server cannot start with these options", {
		hint: "Correct them and start again.",
		problems
	});
}
/** A name for this process: random, since a host's name is nobody's business and a restart is another instance. */
function createInstanceId() {
	return randomBytes(8).toString("hex");
}
// packages/serving/src/model/row-probe.ts
const probes = 40;
const probesAtOnce = 8;
const fewestAnswers = 16;
/** On both sides of the sizes of vector registers. */
const batchSizes = [
	2,
	3,
	5,
	8,
	13,
	probes
];
const elementsLimit = 4096;
/**
* Whether this machine gives invented rows the same bits together as alone. What the graph promises holds for the operators as they
* are defined; which kernels compute them is ONNX Runtime's choice by processor. False also when too few of the rows have an answer
* to tell, and where rows are so large that running them together gains nothing.
*/
async function answersRowsAlike(model) {
	const inputs = [...model.contract.inputs.values()];
	if (inputs.reduce((sum, input) => sum + countElements(input), 0) > elementsLimit) return false;
	const outputs = [...model.contract.outputs.keys()];
	const known = await answerAlone(model, Array.from({ length: probes }, (_, i) => ({
		tensors: inputs.map((input, at) => inventRow(input, i * inputs.length + at)),
		outputs
	})));
	if (known.length < fewestAnswers) return false;
	const alike = batchSizes.map(async (size) => {
		const batch = known.slice(-size);
		const answers = splitOutputs(await model.runAlone(joinRequests(batch.map(({ request }) => request))), new Array(batch.length).fill(1));
		return batch.every(({ answer }, i) => haveSameBits(answer, answers[i]));
	});
	return (await Promise.allSettled(alike)).every((result) => result.status === "fulfilled" && result.value);
}
/** A few in a turn of the event loop, since others are being served meanwhile. A row that the model fails on alone is left out. */
async function answerAlone(model, requests) {
	const known = [];
	for (let i = 0; i < requests.length; i += probesAtOnce) {
		const some = requests.slice(i, i + probesAtOnce);
		const answers = await Promise.allSettled(some.map((request) => model.runAlone(request)));
		for (const [at, result] of answers.entries()) if (result.status === "fulfilled") known.push({
			request: some[at],
			answer: result.value
		});
	}
	return known;
}
function haveSameBits(a, b) {
	return a.every(({ data, dims }, i) => {
		const other = b[i];
		return String(dims) === String(other.dims) && data.every((value, at) => Object.is(value, other.data[at]));
	});
}
function inventRow(contract, seed) {
	const count = countElements(contract);
	const values = Array.from({ length: count }, (_, i) => inventValue(contract.datatype.name, seed * count + i));
	return {
		contract,
		dims: [1, ...rest(contract)],
		data: contract.datatype.decode(values, true)
	};
}
/** Of all sizes and signs, now and then missing; whole numbers small enough for an index. */
function inventValue(datatype, seed) {
	const share = (Math.imul(seed + 1, 2654435761) >>> 0) / 2 ** 32;
	if (datatype === "BOOL") return share < .5;
	if (datatype === "BYTES") return share < .2 ? null : `probe ${Math.floor(share * 100)}`;
	if (!datatype.startsWith("FP")) return Math.floor(share * 8);
	return share < .1 ? null : (share - .5) * 10 ** (seed % 9 - 2);
}
function countElements(contract) {
	return rest(contract).reduce((product, size) => product * size, 1);
}
/** The sizes within a row, which are fixed wherever rows may be run together. */
function rest({ shape }) {
	return (shape ?? []).slice(1).map((size) => typeof size === "number" ? size : 1);
}
// packages/serving/src/model/loaded-model.ts
/** A version whose session is loaded. It stays loaded while somebody uses it, also after it was retired. */
var LoadedModel = class {
	version;
	modelDigest;
	sha256;
	signature;
	contract;
	/** The output that is a score: `probability`, `probabilities`, or the only float one. */
	scoreOutput;
	#session;
	#Tensor;
	#batcher;
	#users = 0;
	/** How often ONNX Runtime was called; requests that are run together are one call. */
	runs = 0;
	#isRetired = false;
	constructor(source, signature, contract, runtime) {
		this.version = source.version;
		this.modelDigest = source.modelDigest;
		this.sha256 = source.sha256;
		this.signature = signature;
		this.contract = contract;
		this.scoreOutput = findScoreOutput([...contract.outputs.values()]);
		this.#session = runtime.session;
		this.#Tensor = runtime.Tensor;
	}
	/** Keeps the session loaded until `release`, whatever becomes of the version meanwhile. */
	acquire() {
		this.#users++;
	}
	release() {
		this.#users--;
		if (this.#isRetired && this.#users === 0) this.#session.release();
	}
	/** From now on requests may be run together. Only for models whose rows do not depend on one another. */
	startBatching(batcher) {
		this.#batcher = batcher;
	}
	get isBatched() {
		return this.#batcher !== void 0;
	}
	/** The outputs asked for, by whatever is quickest just now. Throws what ONNX Runtime throws on this request. */
	run(request) {
		const rows = this.#batcher?.isOpen ? countRows(request) : void 0;
		if (rows === void 0 || rows > 64) return runByItself(this, request);
		return this.#batcher.add(this, request, rows);
	}
	/**
	* Runs the request's tensors through the model: inputs that it does not have are left out, optional ones that the request does
	* not have are missing values. Throws what ONNX Runtime throws.
	*/
	async runAlone({ tensors, outputs }) {
		this.runs++;
		const feeds = Object.create(null);
		let given = 0;
		let rows = 0;
		for (const { contract, data, dims } of tensors) {
			if (!this.contract.inputs.has(contract.name)) continue;
			feeds[contract.name] = new this.#Tensor(contract.datatype.tensorType, data, dims);
			given++;
			rows = dims[0] ?? 0;
		}
		if (given < this.contract.inputs.size) {
			for (const [name, input] of this.contract.inputs) if (input.isOptional) feeds[name] ??= this.#missing(input, rows);
		}
		const results = await this.#session.run(feeds, outputs);
		return outputs.map((name) => {
			const { data, dims } = results[name];
			return {
				contract: this.contract.outputs.get(name),
				data,
				dims
			};
		});
	}
	#missing({ datatype, shape }, rows) {
		const data = datatype.decode(new Array(rows).fill(null), true);
		return new this.#Tensor(datatype.tensorType, data, shape?.length === 1 ? [rows] : [rows, 1]);
	}
	/** Frees the session once the last request on it has been answered. */
	retire() {
		if (this.#isRetired) return;
		this.#isRetired = true;
		if (this.#users === 0) this.#session.release();
	}
};
/**
* Loads a version from bytes whose SHA-256 is as expected. Throws `DIGEST_MISMATCH`, what `inspectModel` throws, and `MODEL_REFUSED`
* when an input cannot be sent as JSON. `batcher` is shared by the versions that answer beside each other.
*/
async function loadModel(source, bytes, batcher = new Batcher()) {
	const actual = sha256(bytes);
	if (actual !== source.sha256) throw new TidemarkError("DIGEST_MISMATCH", `model ${source.version} has SHA-256 ${actual}, expected ${source.sha256}`, { hint: "The file is not the one on record: it is not served. Run verify-registry." });
	const description = inspectModel(bytes);
	const { signature } = description;
	const contract = describeContract(source, signature);
	const runtime = await loadRuntime();
	const model = new LoadedModel(source, signature, contract, {
		session: await runtime.InferenceSession.create(bytes, {
			intraOpNumThreads: 1,
			interOpNumThreads: 1,
			logSeverityLevel: 4
		}),
		Tensor: runtime.Tensor
	});
	if (findRowCoupling(bytes, description) === null && await answersRowsAlike(model)) model.startBatching(batcher);
	return model;
}
function describeContract({ version }, signature) {
	const inputs = describeTensors(signature.inputs);
	const outputs = describeTensors(signature.outputs);
	const problems = inputs.unsupported.map(({ name, type }) => ({
		path: name,
		message: `inputs of type ${type} are not served`
	}));
	if (outputs.tensors.length === 0) problems.push({
		path: "outputs",
		message: "none is a tensor that JSON can carry"
	});
	if (problems.length > 0) throw new TidemarkError("MODEL_REFUSED", `model ${version} cannot be served as JSON`, {
		hint: "Export the model with tensors of float, double, integers, booleans or strings, and zipmap off.",
		problems
	});
	const byName = (tensors) => new Map(tensors.map((tensor) => [tensor.name, tensor]));
	return {
		inputs: byName(inputs.tensors),
		outputs: byName(outputs.tensors)
	};
}
function findScoreOutput(outputs) {
	const floats = outputs.filter(({ datatype }) => datatype.name === "FP32" || datatype.name === "FP64");
	return ["probability", "probabilities"].find((name) => floats.some((output) => output.name === name)) ?? (floats.length === 1 ? floats[0]?.name : void 0);
}
async function loadRuntime() {
	const module = await import("../lazy/dist.js").then((m) => __toESM(m.default, 1));
	return module.default ?? module;
}
// packages/serving/src/source/follower.ts
const longestWaitMs = 3e5;
/**
* Keeps a host serving what its source says. Whatever fails, the host goes on with the last verified champion; a canary that cannot be
* had simply does not answer.
*/
var Follower = class {
	#options;
	#failedLoads = new Map();
	#polling;
	#timer;
	#failures = 0;
	#isStopped = false;
	/** When the source last answered, on the monotonic clock; undefined before it ever did. */
	answeredAtMs;
	constructor(options) {
		this.#options = options;
	}
	/** Looks once, then again and again until `stop`. Resolves after the first look, whatever came of it. */
	async start() {
		await this.refresh();
		this.#schedule();
	}
	/** Looks at the source now. Resolves when what it says is served, or cannot be. */
	refresh() {
		this.#polling ??= this.#poll().finally(() => {
			this.#polling = void 0;
		});
		return this.#polling;
	}
	async stop() {
		this.#isStopped = true;
		clearTimeout(this.#timer);
		await this.#polling;
	}
	#schedule() {
		if (this.#isStopped) return;
		const { intervalMs } = this.#options;
		const jitteredMs = Math.min(Math.max(longestWaitMs, intervalMs), intervalMs * 2 ** Math.min(this.#failures, 16)) * (.8 + .4 * Math.random());
		this.#timer = setTimeout(() => void this.refresh().then(() => this.#schedule()), jitteredMs).unref();
	}
	async #poll() {
		const { source, timeoutMs } = this.#options;
		let assignment;
		try {
			assignment = await within(timeoutMs, source.current(), "the source did not answer");
			this.#failures = 0;
			this.answeredAtMs = performance.now();
		} catch (error) {
			this.#failures++;
			this.#report("the source cannot be read; serving goes on as it is", error);
			if (!this.#options.host.champion) await this.#startFromCache();
			return;
		}
		try {
			await this.#follow(assignment);
		} catch (error) {
			this.#report("what the source says could not be followed", error);
		}
	}
	async #follow({ champion, canary, now }) {
		const { host, cache } = this.#options;
		if (now !== void 0) host.setTime(now);
		const isChampionServing = isVersion(host.champion, champion);
		host.follow(isChampionServing ? canary : void 0);
		const model = await this.#obtain(champion);
		if (!model) return;
		if (this.#isStopped) return this.#abandon(model);
		host.setChampion(model);
		host.follow(canary);
		await cache?.remember(champion, canary ? [canary.sha256] : []);
		await this.#followCanary(model, canary);
	}
	async #followCanary(champion, source) {
		const { host } = this.#options;
		if (!source || source.sha256 === champion.sha256) {
			host.setCanary(void 0);
			if (source) host.rollout?.setLoadProblem(`canary ${source.version} is the champion's own file`);
			return;
		}
		const model = await this.#obtain(source);
		if (!model) {
			host.setCanary(void 0);
			host.rollout?.setLoadProblem(this.#failedLoads.get(source.sha256)?.message ?? "it is not loaded");
			return;
		}
		const reason = explainIncompatibility(champion.signature, model.signature);
		if (this.#isStopped || reason) {
			host.setCanary(void 0);
			this.#abandon(model);
			if (reason) host.rollout?.setLoadProblem(`canary ${source.version} cannot answer the champion's callers: ${reason}`);
			return;
		}
		host.rollout?.setLoadProblem(null);
		host.setCanary(model);
	}
	/** Frees a model that was loaded and is not wanted after all. */
	#abandon(model) {
		const { host } = this.#options;
		if (model !== host.champion && model !== host.canary) model.retire();
	}
	/** The loaded model of a version; null when it cannot be had now. */
	async #obtain(version) {
		const { host, timeoutMs, cache } = this.#options;
		const loaded = [host.champion, host.canary].find((model) => isVersion(model, version));
		if (loaded) return loaded;
		const failed = this.#failedLoads.get(version.sha256);
		if (failed && performance.now() < failed.retryAtMs) return null;
		try {
			const kept = await cache?.read(version.sha256);
			const bytes = kept ?? await within(timeoutMs, version.open(), `version ${version.version} did not arrive`);
			const model = await loadModel(version, bytes, host.batcher);
			if (!kept) await cache?.write(version.sha256, bytes);
			this.#failedLoads.delete(version.sha256);
			return model;
		} catch (error) {
			const count = (failed?.count ?? 0) + 1;
			const waitMs = Math.min(longestWaitMs, this.#options.intervalMs * 2 ** Math.min(count - 1, 16));
			const message = `version ${version.version} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
			this.#failedLoads.set(version.sha256, {
				count,
				retryAtMs: performance.now() + waitMs,
				message
			});
			this.#report(message, error);
			return null;
		}
	}
	async #startFromCache() {
		const { cache, host } = this.#options;
		const remembered = await cache?.recall();
		if (!cache || !remembered) return;
		const open = async () => {
			throw new TidemarkError("DIGEST_MISMATCH", `the local file of ${remembered.version} is gone or damaged`, { hint: "The server becomes ready once its source can be reached." });
		};
		const model = await this.#obtain({
			...remembered,
			open
		});
		this.#failedLoads.delete(remembered.sha256);
		if (model) host.setChampion(model);
	}
	#report(message, error) {
		this.#options.onProblem({
			model: this.#options.host.name,
			message,
			error
		});
	}
};
function isVersion(model, version) {
	return model?.sha256 === version.sha256 && model.version === version.version;
}
async function within(timeoutMs, work, message) {
	let timer;
	const timeout = new Promise((_, reject) => {
		timer = setTimeout(() => {
			reject(new TidemarkError("GITHUB_UNAVAILABLE", `${message} within ${timeoutMs / 1e3} s`, { hint: "The server goes on with what it has and tries again." }));
		}, timeoutMs);
	});
	try {
		return await Promise.race([work, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
// packages/serving/src/server.ts
const judgeEveryMs = 1e3;
/**
* Starts a server for the models of one channel. Resolves once it listens and every source was asked once; models that could not be had
* are not ready, and are tried again. Throws `INPUT_INVALID` for options and for an address that cannot be listened on.
*/
async function startServer(options) {
	checkOptions(options);
	const limits = {
		...defaultLimits,
		...options.limits
	};
	const { channel, clock = systemClock, onEvent = () => {}, cacheFolder, pollMs = 15e3 } = options;
	const instance = options.instance ?? createInstanceId();
	const metrics = new Metrics();
	const log = options.log && new PredictionLog(options.log);
	const hosts = options.models.map(({ name }) => new ModelHost({
		model: name,
		channel,
		instance,
		clock,
		metrics,
		log,
		createHarmJudge: options.createHarmJudge ?? createRolloutJudge,
		onDrop: (drop) => onEvent({
			type: "canary-dropped",
			...drop
		})
	}));
	const followers = options.models.map(({ source, name }, i) => new Follower({
		host: hosts[i],
		source,
		cache: cacheFolder === void 0 ? void 0 : new ModelCache(cacheFolder, `${channel}-${name}`),
		intervalMs: pollMs,
		timeoutMs: limits.sourceTimeoutMs,
		onProblem: (problem) => onEvent({
			type: "problem",
			...problem
		})
	}));
	let isDraining = false;
	const writeMetrics = () => metrics.write([
		...describeHosts(hosts, followers),
		...describeFront(front, log),
		...processGauges()
	]);
	const front = createFront(createRouter({
		hosts: new Map(hosts.map((host) => [host.name, host])),
		isDraining: () => isDraining,
		writeMetrics
	}), {
		limits,
		metrics
	});
	const url = await listen(front, options);
	await Promise.all(followers.map((follower) => follower.start()));
	const publish = async () => {
		for (const host of hosts) host.closeWindow();
		const { sink } = options.telemetry ?? {};
		if (!sink) return;
		await Promise.all(hosts.map(async (host) => {
			const telemetry = host.telemetry();
			if (!telemetry) return;
			try {
				await sink.publish(telemetry);
			} catch (error) {
				onEvent({
					type: "problem",
					model: host.name,
					message: "telemetry could not be published",
					error
				});
			}
		}));
	};
	const judging = setInterval(() => {
		for (const host of hosts) host.judge();
	}, judgeEveryMs).unref();
	const publishing = repeat(publish, options.telemetry?.windowMs ?? 6e4);
	const close = async () => {
		isDraining = true;
		clearInterval(judging);
		await Promise.all([
			publishing.stop(),
			...followers.map((follower) => follower.stop()),
			front.close()
		]);
		await Promise.all([publish(), log?.flush()]);
		for (const host of hosts) host.close();
	};
	let closed;
	return {
		url,
		instance,
		refresh: async () => void await Promise.all(followers.map((follower) => follower.refresh())),
		publish,
		close: () => closed ??= close()
	};
}
async function listen({ server }, { host = "127.0.0.1", port = 8080 }) {
	try {
		server.listen(port, host);
		await once(server, "listening");
	} catch (error) {
		throw new TidemarkError("INPUT_INVALID", `cannot listen on ${host}:${port}: ${error.message}`, {
			hint: "Choose another port, or 0 for any free one.",
			cause: error
		});
	}
	const { address, port: actual, family } = server.address();
	return `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
}
/** Runs something again and again, never twice at once. */
function repeat(work, everyMs) {
	let running;
	const timer = setInterval(() => {
		running ??= work().finally(() => {
			running = void 0;
		});
	}, everyMs).unref();
	return { async stop() {
		clearInterval(timer);
		await running;
	} };
}
function describeHosts(hosts, followers) {
	const gauge = (name, help, value) => hosts.map((host, i) => ({
		name,
		help,
		labels: { model_name: host.name },
		value: value(host, followers[i])
	}));
	return [
		...gauge("tidemark_model_ready", "1 while a champion is served", (host) => Number(host.champion !== void 0)),
		...gauge("tidemark_canary_weight", "Share of units that the canary answers", (host) => host.weight),
		...gauge("tidemark_canary_dropped", "1 while this server keeps the canary out", (host) => Number((host.rollout?.dropped ?? null) !== null)),
		...gauge("tidemark_source_age_seconds", "Since the source last answered", (_, { answeredAtMs }) => answeredAtMs === void 0 ? NaN : (performance.now() - answeredAtMs) / 1e3).map((each) => ({
			...each,
			value: Number.isNaN(each.value) ? -1 : each.value
		})),
		...hosts.flatMap(({ name, champion, canary }) => [champion, canary].flatMap((model) => describeRuns(name, model)))
	];
}
function describeRuns(name, model) {
	if (!model) return [];
	return [{
		name: "tidemark_model_runs_total",
		help: "Runs of a version since it was loaded; requests that were run together are one",
		type: "counter",
		labels: {
			model_name: name,
			model_version: model.version
		},
		value: model.runs
	}];
}
function describeFront({ admission }, log) {
	return [
		{
			name: "tidemark_requests_active",
			help: "Inference requests being answered",
			value: admission.active
		},
		{
			name: "tidemark_requests_waiting",
			help: "Inference requests in the queue",
			value: admission.waiting
		},
		{
			name: "tidemark_prediction_log_dropped_total",
			help: "Log lines lost to a slow or full disk",
			type: "counter",
			value: log?.dropped ?? 0
		}
	];
}
// packages/serving/src/source/repository-source.ts
/**
* Follows one channel of a repository: what the newest production tag says is the champion, what the rollout's state says is the canary.
* A look costs three small requests while nothing has changed (two branch heads and the channel's tags); everything else is read
* at a commit, which never changes. `current` throws while nothing is in production, and what the registry throws.
*/
function repositorySource(repository, { model, channel }) {
	let branch;
	let known;
	return { async current() {
		branch ??= await repository.reviews.defaultBranch();
		const [head, ref, tags] = await Promise.all([
			repository.ledger.head(),
			repository.reviews.branchHead(branch),
			repository.ledger.tags(`${model}#${channel}#`)
		]);
		const seq = newestSeq(tags, `${model}#${channel}#`);
		const key = JSON.stringify([
			head,
			ref,
			seq
		]);
		if (known?.key !== key) known = {
			key,
			facts: await readFacts(repository, {
				model,
				channel,
				head,
				ref,
				seq
			})
		};
		return assign(known.facts, repository, await repository.clock.now());
	} };
}
async function readFacts(repository, at) {
	const { model, channel, head, ref, seq } = at;
	if (head === null || ref === null || seq === null) throw new TidemarkError("REGISTRY_CORRUPT", `${model} has no version in ${channel} yet`, { hint: `The tag ${layout.channelTag(model, channel, 1)} comes when the first promotion is settled; the server waits for it.` });
	const [intent, state] = await Promise.all([readChannel(repository.reviews, repository.policyRoot, {
		model,
		channel,
		ref
	}), readRollout(repository.ledger, {
		model,
		channel
	}, head)]);
	const champion = await readManifest(repository, model, head, versionAt(seq, intent, state, at));
	const isWanted = state !== null && (state.phase === "pending" || state.phase === "running" || state.phase === "holding") && state.seq > seq && intent?.seq === state.seq && intent.modelDigest === state.canary.modelDigest;
	const isSameChampion = state?.champion.modelDigest === champion.modelDigest;
	const canary = isWanted && isSameChampion ? await readManifest(repository, model, head, state.canary) : null;
	return {
		champion,
		canary,
		state: canary ? state : null
	};
}
/** Which version the channel's tag of this number means: a tag names only its number. */
function versionAt(seq, intent, state, { model, channel }) {
	const isAskedFor = intent?.seq === state?.seq && intent?.modelDigest === state?.canary.modelDigest;
	if (state?.phase === "promoted" && (state.seq === seq || state.seq > seq && isAskedFor)) return state.canary;
	if (intent?.seq === seq) return intent;
	if (intent?.previous?.seq === seq) return intent.previous;
	if (state && state.seq > seq) return state.champion;
	throw new TidemarkError("REGISTRY_CORRUPT", `nothing says which version ${layout.channelTag(model, channel, seq)} is`, { hint: "The channel file, its `previous` or the rollout must know this number. Run verify-registry." });
}
async function readManifest({ ledger }, model, head, reference) {
	const path = layout.version(model, reference.version);
	const manifest = await readVersion(ledger, model, reference.version, head);
	const problem = !manifest ? "is not there" : manifest.modelDigest !== reference.modelDigest ? `has model digest ${manifest.modelDigest}, expected ${reference.modelDigest}` : digestOfModel(manifest) !== manifest.modelDigest ? "names files that do not make its model digest" : null;
	if (manifest && !problem) return manifest;
	throw new TidemarkError("REGISTRY_CORRUPT", `${path} ${problem}`, { hint: "Run verify-registry; the server goes on with the last version that it could verify." });
}
function assign({ champion, canary, state }, repository, now) {
	if (!canary || !state) return {
		champion: describeVersion(champion, repository),
		now
	};
	const rollout = {
		seq: state.seq,
		weight: state.phase === "pending" ? 0 : state.weight,
		lease: {
			expiresAt: state.leaseUntil,
			now
		},
		plan: state.plan,
		slowMs: state.slowMs,
		consumed: state.consumed
	};
	return {
		champion: describeVersion(champion, repository),
		canary: {
			...describeVersion(canary, repository),
			...rollout
		},
		now
	};
}
function describeVersion(manifest, { releases }) {
	const { version, modelDigest, files } = manifest;
	if (manifest.kind === "opaque") throw new TidemarkError("MODEL_REFUSED", `${manifest.model} ${version} is an opaque model, which is not served here`, { hint: "Serve it by its own means: its files are in its release, or it is the image that its manifest names." });
	const onnx = files.filter(({ path }) => path.endsWith(".onnx"));
	const [file] = onnx;
	if (!file || onnx.length > 1) throw new TidemarkError("MODEL_REFUSED", `${manifest.model} ${version} has ${onnx.length} ONNX files, expected one`, { hint: "Register the model as one self-contained file." });
	const open = async () => (await downloadModel(releases, manifest)).get(file.path);
	return {
		version,
		modelDigest,
		sha256: file.sha256,
		open
	};
}
function newestSeq(tags, prefix) {
	const numbers = tags.filter((tag) => tag.startsWith(prefix) && /^[1-9]\d{0,8}$/.test(tag.slice(prefix.length))).map((tag) => Number(tag.slice(prefix.length)));
	return numbers.length > 0 ? Math.max(...numbers) : null;
}
export { startServer as n, repositorySource as t };

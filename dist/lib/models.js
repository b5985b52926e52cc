import { i as __toESM } from "../lazy/rolldown-runtime.js";
import { C as TidemarkError, D as sha256, T as canonicalJson } from "./start.js";
import { n as BinaryWriter, r as WireType, t as BinaryReader } from "../vendor/bufbuild-protobuf.js";
// packages/models/src/column-table.ts
/** The code of a null in a string column. */
const nullCode = 4294967295;
// packages/models/src/onnx/format.ts
/**
* Field numbers of onnx.proto (ONNX 1.16, IR version 10), only those read or written here.
* https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
*/
const fields = {
	model: {
		irVersion: 1,
		producerName: 2,
		producerVersion: 3,
		graph: 7,
		opsetImport: 8,
		metadata: 14,
		training: 20,
		functions: 25
	},
	opset: {
		domain: 1,
		version: 2
	},
	entry: {
		key: 1,
		value: 2
	},
	graph: {
		node: 1,
		name: 2,
		initializer: 5,
		input: 11,
		output: 12,
		sparseInitializer: 15
	},
	node: {
		input: 1,
		output: 2,
		name: 3,
		opType: 4,
		attribute: 5,
		domain: 7
	},
	attribute: {
		name: 1,
		float: 2,
		int: 3,
		string: 4,
		tensor: 5,
		graph: 6,
		floats: 7,
		ints: 8,
		strings: 9,
		tensors: 10,
		graphs: 11,
		type: 20,
		sparseTensor: 22,
		sparseTensors: 23
	},
	tensor: {
		dims: 1,
		dataType: 2,
		name: 8,
		rawData: 9,
		externalData: 13,
		dataLocation: 14
	},
	sparseTensor: {
		values: 1,
		indices: 2
	},
	valueInfo: {
		name: 1,
		type: 2
	},
	type: {
		tensor: 1,
		sequence: 4,
		map: 5,
		sparse: 8,
		optional: 9
	},
	tensorType: {
		elementType: 1,
		shape: 2
	},
	shape: { dimension: 1 },
	dimension: {
		value: 1,
		symbol: 2
	}
};
/** TensorProto.DataType by number. */
const elementTypes = [
	"undefined",
	"float",
	"uint8",
	"int8",
	"uint16",
	"int16",
	"int32",
	"int64",
	"string",
	"bool",
	"float16",
	"double",
	"uint32",
	"uint64",
	"complex64",
	"complex128",
	"bfloat16",
	"float8e4m3fn",
	"float8e4m3fnuz",
	"float8e5m2",
	"float8e5m2fnuz",
	"uint4",
	"int4",
	"float4e2m1"
];
/** AttributeProto.AttributeType. */
const attributeTypes = {
	float: 1,
	int: 2,
	string: 3,
	floats: 6,
	ints: 7,
	strings: 8
};
// packages/models/src/onnx/reader.ts
/** A model that is well-formed, but beyond the limits of what is read. */
var LimitExceeded = class extends Error {};
/**
* Reads an ONNX file's structure without its weights: work and memory are bounded by the limits, and list attributes are skipped.
* Fields that protobuf would merge are visited every time they occur, so that nothing can hide in a second copy.
* Throws `LimitExceeded`, or any other error for bytes that are no such message.
*/
function readModel(bytes, limits) {
	const contents = {
		irVersion: 0,
		producer: {
			name: "",
			version: ""
		},
		opsets: [],
		metadata: [],
		functions: 0,
		graphs: 0,
		nodes: 0,
		depth: 0,
		operators: new Map(),
		inputs: [],
		outputs: [],
		initializers: new Set(),
		initializerBytes: 0,
		externalTensors: []
	};
	new ModelReader(contents, limits).model(bytes);
	return contents;
}
var ModelReader = class {
	entries = 0;
	contents;
	limits;
	constructor(contents, limits) {
		this.contents = contents;
		this.limits = limits;
	}
	model(bytes) {
		const at = fields.model;
		eachField(bytes, (field) => {
			if (field.number === at.irVersion) this.contents.irVersion = field.integer();
			else if (field.number === at.producerName) this.contents.producer.name = field.text();
			else if (field.number === at.producerVersion) this.contents.producer.version = field.text();
			else if (field.number === at.graph) this.graph(field.bytes(), 0);
			else if (field.number === at.opsetImport) this.contents.opsets.push(this.opset(field.bytes()));
			else if (field.number === at.metadata) this.contents.metadata.push(this.entry(field.bytes()));
			else if (field.number === at.functions) this.contents.functions++;
		});
	}
	graph(bytes, depth) {
		if (depth > this.limits.depth) throw new LimitExceeded(`graphs are nested more than ${this.limits.depth} deep`);
		this.contents.graphs++;
		this.contents.depth = Math.max(this.contents.depth, depth);
		const at = fields.graph;
		eachField(bytes, (field) => {
			if (field.number === at.node) this.node(field.bytes(), depth);
			else if (field.number === at.initializer) this.initializer(field.bytes(), depth);
			else if (field.number === at.sparseInitializer) this.sparseTensor(field.bytes());
			else if (field.number === at.input && depth === 0) this.contents.inputs.push(this.value(field.bytes()));
			else if (field.number === at.output && depth === 0) this.contents.outputs.push(this.value(field.bytes()));
		});
	}
	node(bytes, depth) {
		if (++this.contents.nodes > this.limits.nodes) throw new LimitExceeded(`it has more than ${this.limits.nodes} nodes`);
		let domain = "";
		let opType = "";
		const at = fields.node;
		eachField(bytes, (field) => {
			if (field.number === at.domain) domain = field.text();
			else if (field.number === at.opType) opType = field.text();
			else if (field.number === at.attribute) this.attribute(field.bytes(), depth);
		});
		const key = `${domain}:${opType}`;
		this.contents.operators.set(key, (this.contents.operators.get(key) ?? 0) + 1);
	}
	attribute(bytes, depth) {
		const at = fields.attribute;
		eachField(bytes, (field) => {
			if (field.number === at.graph || field.number === at.graphs) this.graph(field.bytes(), depth + 1);
			else if (field.number === at.tensor || field.number === at.tensors) this.tensor(field.bytes());
			else if (field.number === at.sparseTensor || field.number === at.sparseTensors) this.sparseTensor(field.bytes());
		});
	}
	initializer(bytes, depth) {
		this.count();
		const name = this.tensor(bytes);
		this.contents.initializerBytes += bytes.length;
		if (depth === 0) this.contents.initializers.add(name);
	}
	sparseTensor(bytes) {
		eachField(bytes, (field) => {
			if (field.number === fields.sparseTensor.values || field.number === fields.sparseTensor.indices) this.tensor(field.bytes());
		});
	}
	/** Returns the tensor's name, and notes when its values are elsewhere. */
	tensor(bytes) {
		let name = "";
		let isExternal = false;
		const at = fields.tensor;
		eachField(bytes, (field) => {
			if (field.number === at.name) name = field.text();
			else if (field.number === at.externalData) isExternal = true;
			else if (field.number === at.dataLocation) isExternal ||= field.integer() !== 0;
		});
		if (isExternal) this.contents.externalTensors.push(name);
		return name;
	}
	value(bytes) {
		this.count();
		let name = "";
		let type = {
			type: "undefined",
			shape: null
		};
		eachField(bytes, (field) => {
			if (field.number === fields.valueInfo.name) name = field.text();
			else if (field.number === fields.valueInfo.type) type = this.type(field.bytes());
		});
		return {
			name,
			...type
		};
	}
	type(bytes) {
		let result = {
			type: "undefined",
			shape: null
		};
		const at = fields.type;
		eachField(bytes, (field) => {
			if (field.number === at.tensor) {
				let type = "undefined";
				let shape = null;
				eachField(field.bytes(), (inner) => {
					if (inner.number === fields.tensorType.elementType) type = elementTypes[inner.integer()] ?? "unknown";
					else if (inner.number === fields.tensorType.shape) shape = this.shape(inner.bytes());
				});
				result = {
					type,
					shape
				};
			} else if (field.number === at.sequence) result = {
				type: "sequence",
				shape: null
			};
			else if (field.number === at.map) result = {
				type: "map",
				shape: null
			};
			else if (field.number === at.sparse) result = {
				type: "sparse",
				shape: null
			};
			else if (field.number === at.optional) result = {
				type: "optional",
				shape: null
			};
		});
		return result;
	}
	shape(bytes) {
		const shape = [];
		eachField(bytes, (field) => {
			if (field.number !== fields.shape.dimension) return;
			this.count();
			let size = null;
			eachField(field.bytes(), (inner) => {
				if (inner.number === fields.dimension.value) size = inner.integer();
				else if (inner.number === fields.dimension.symbol) size = inner.text();
			});
			shape.push(size);
		});
		return shape;
	}
	opset(bytes) {
		this.count();
		const opset = {
			domain: "",
			version: 0
		};
		eachField(bytes, (field) => {
			if (field.number === fields.opset.domain) opset.domain = field.text();
			else if (field.number === fields.opset.version) opset.version = field.integer();
		});
		return opset;
	}
	entry(bytes) {
		this.count();
		const entry = ["", ""];
		eachField(bytes, (field) => {
			if (field.number === fields.entry.key) entry[0] = field.text();
			else if (field.number === fields.entry.value) entry[1] = field.text();
		});
		return entry;
	}
	count() {
		if (++this.entries > this.limits.entries) throw new LimitExceeded(`it has more than ${this.limits.entries} named values`);
	}
};
/** Visits a message's fields; what the visitor does not read is skipped. */
function eachField(message, visit) {
	const reader = new BinaryReader(message);
	while (reader.pos < reader.len) {
		const [number, wireType] = reader.tag();
		let isRead = false;
		const expect = (expected) => {
			if (wireType !== expected) throw new Error(`field ${number} has wire type ${wireType}, expected ${expected}`);
			isRead = true;
		};
		visit({
			number,
			integer: () => {
				expect(WireType.Varint);
				return Number(reader.int64());
			},
			integers: () => {
				isRead = true;
				if (wireType === WireType.Varint) return [Number(reader.int64())];
				const end = reader.uint32() + reader.pos;
				const values = [];
				while (reader.pos < end) values.push(Number(reader.int64()));
				return values;
			},
			text: () => {
				expect(WireType.LengthDelimited);
				return reader.string();
			},
			bytes: () => {
				expect(WireType.LengthDelimited);
				return reader.bytes();
			}
		});
		if (!isRead) reader.skip(wireType, number);
	}
}
// packages/models/src/onnx/unreadable.ts
const sklearn = "Export with skl2onnx: to_onnx(model, initial_types=…, options={\"zipmap\": False}).";
const otherFormats = [
	{
		what: "empty",
		matches: (bytes) => bytes.length === 0,
		hint: "The training command wrote no bytes: check that it closes the file."
	},
	{
		what: "a Git LFS pointer",
		matches: text("version https://git-lfs"),
		hint: "Check out with `lfs: true`."
	},
	{
		what: "a Python pickle (or joblib) file",
		matches: ([a, b]) => a === 128 && b !== void 0 && b >= 2 && b <= 5,
		hint: sklearn
	},
	{
		what: "a zip archive, as PyTorch and Keras save them",
		matches: text("PK"),
		hint: "Export with torch.onnx.export(model, …, \"model.onnx\") or tf2onnx."
	},
	{
		what: "an HDF5 file, as older Keras saves them",
		matches: ([a, b]) => a === 137 && b === 72,
		hint: "Convert with tf2onnx: python -m tf2onnx.convert --keras model.h5 --output model.onnx."
	},
	{
		what: "gzip-compressed",
		matches: ([a, b]) => a === 31 && b === 139,
		hint: `Decompress it first. If it is a joblib file: ${sklearn}`
	},
	{
		what: "zlib-compressed, as joblib saves them",
		matches: ([a, b]) => a === 120 && (b === 1 || b === 94 || b === 156 || b === 218),
		hint: sklearn
	},
	{
		what: "a TensorFlow Lite model",
		matches: (bytes) => text("TFL3")(bytes.subarray(4)),
		hint: "Convert with tf2onnx --tflite."
	},
	{
		what: "a LightGBM text model",
		matches: text("tree\nversion="),
		hint: "Convert with onnxmltools.convert_lightgbm(model, zipmap=False)."
	},
	{
		what: "a CatBoost model",
		matches: text("CBM1"),
		hint: "Export with model.save_model(\"model.onnx\", format=\"onnx\")."
	},
	{
		what: "a GGUF file",
		matches: text("GGUF"),
		hint: "Language models in GGUF are not scored here; export to ONNX."
	},
	{
		what: "a safetensors file",
		matches: (bytes) => text("{\"")(bytes.subarray(8)) && bytes[5] === 0,
		hint: "It holds weights without a graph: export the model itself with torch.onnx.export."
	},
	{
		what: "JSON or XGBoost",
		matches: text("{"),
		hint: "An XGBoost model converts with onnxmltools.convert_xgboost."
	},
	{
		what: "HTML or XML",
		matches: text("<"),
		hint: "Probably an error page saved as the model: check where it was downloaded from."
	}
];
/** The error for bytes that are not an ONNX model: what they look like, and how such a model becomes ONNX. */
function unreadableModel(bytes, detail, cause) {
	const other = recogniseOtherFormat(bytes);
	const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
	const look = other ? `it is ${other.what}` : `${detail}; it starts with ${start}`;
	return new TidemarkError("MODEL_UNREADABLE", `The model is not a readable ONNX file: ${look}.`, {
		hint: other?.hint ?? "Export the model again, and check it with `python -m onnx.checker model.onnx` or Netron.",
		cause
	});
}
/** The format that the first bytes belong to, when it is a known one other than ONNX. */
function recogniseOtherFormat(bytes) {
	return otherFormats.find((format) => format.matches(bytes));
}
function text(prefix) {
	return (bytes) => bytes.length >= prefix.length && Buffer.from(bytes.buffer, bytes.byteOffset, prefix.length).toString("latin1") === prefix;
}
// packages/models/src/signature.ts
/** `name: float[N,1]`, as shown in errors. */
function describeSignatureValue({ name, type, shape }) {
	return `${name}: ${type}${shape === null ? "[…]" : `[${shape.map((size) => size ?? "?").join(",")}]`}`;
}
/** Metadata of a model that names the inputs that callers may leave out, separated by commas. */
const optionalInputsKey = "tidemark.optional_inputs";
const optionalTypes = new Set([
	"float",
	"double",
	"string"
]);
/** The inputs with those marked optional that the metadata names, and every name that cannot be: what is left out must have a value. */
function markOptionalInputs(inputs, metadata) {
	const text = Object.hasOwn(metadata, "tidemark.optional_inputs") ? metadata[optionalInputsKey] : "";
	const names = new Set(text.trim() === "" ? [] : text.split(",").map((name) => name.trim()));
	const problems = [];
	const refuse = (message) => problems.push({
		path: `metadata ${optionalInputsKey}`,
		message
	});
	for (const name of [...names].slice(0, 100)) {
		const input = inputs.find((each) => each.name === name);
		if (!input) refuse(`${JSON.stringify(name.slice(0, 100))} is no input of the model`);
		else if (!optionalTypes.has(input.type)) refuse(`${name} is ${input.type}; float, double and string have a missing value`);
		else if (!isOnePerRow(input)) refuse(`${name} is not one value a row ([N,1])`);
	}
	if (names.size > 0 && inputs.every(({ name }) => names.has(name))) refuse("every input is optional; at least one has to say how many rows there are");
	return {
		inputs: inputs.map((input) => names.has(input.name) ? {
			...input,
			optional: true
		} : input),
		problems
	};
}
/** [N] or [N,1], where N is any number of rows. */
function isOnePerRow({ shape }) {
	return shape !== null && shape.length >= 1 && shape.length <= 2 && typeof shape[0] !== "number" && (shape.length === 1 || shape[1] === 1);
}
// packages/models/src/inspection.ts
const limits = {
	nodes: 1e5,
	depth: 8,
	entries: 1e5
};
const acceptedDomains = new Set([
	"",
	"ai.onnx",
	"ai.onnx.ml"
]);
/**
* Describes an ONNX model from its bytes; nothing of it is run.
* Throws `MODEL_UNREADABLE` when the bytes are not ONNX, and `MODEL_REFUSED` for external data, operators outside ONNX's own
* domains, local functions, optional inputs that cannot be, and graphs nested or sized beyond any model of tabular data. All refusals are reported together.
*/
function inspectModel(bytes) {
	if (recogniseOtherFormat(bytes)) throw unreadableModel(bytes, "");
	const contents = read(bytes);
	if (contents.nodes === 0 || contents.opsets.length === 0) throw unreadableModel(bytes, contents.graphs === 0 ? "it holds no graph" : "its graph has no nodes or no operator set");
	const metadata = Object.fromEntries(contents.metadata);
	const { inputs, problems } = markOptionalInputs(contents.inputs.filter(({ name }) => !contents.initializers.has(name)), metadata);
	refuse(contents, problems);
	const operators = [...contents.operators].map(([key, uses]) => {
		const [domain = "", opType = ""] = splitOnce(key);
		return {
			domain: domain || "ai.onnx",
			opType,
			uses
		};
	}).sort((a, b) => compareText(a.domain, b.domain) || compareText(a.opType, b.opType));
	return {
		sizeBytes: bytes.length,
		irVersion: contents.irVersion,
		producer: contents.producer,
		opsets: contents.opsets,
		nodes: contents.nodes,
		operators,
		initializers: {
			count: contents.initializers.size,
			sizeBytes: contents.initializerBytes
		},
		metadata,
		signature: {
			inputs,
			outputs: contents.outputs
		}
	};
}
function read(bytes) {
	try {
		return readModel(bytes, limits);
	} catch (error) {
		if (error instanceof LimitExceeded) throw new TidemarkError("MODEL_REFUSED", `The model is refused: ${error.message}.`, { hint: "Simplify the export (for example with onnxsim); models of this size are not scored here." });
		throw unreadableModel(bytes, error instanceof Error ? error.message : String(error), error);
	}
}
function refuse(contents, optionalInputs) {
	const problems = [...optionalInputs];
	const external = contents.externalTensors;
	if (external.length > 0) {
		const message = `${external.length} tensors keep their values in another file, such as ${JSON.stringify(external[0])}`;
		problems.push({
			path: "external data",
			message: `${message}; save the model as one file (onnx.save with save_as_external_data=False)`
		});
	}
	const custom = [...contents.operators.keys()].filter((key) => !acceptedDomains.has(splitOnce(key)[0] ?? ""));
	if (custom.length > 0) {
		const names = custom.slice(0, 5).map((key) => splitOnce(key).join(" "));
		problems.push({
			path: "operators",
			message: `${names.join(", ")}: only operators of ai.onnx and ai.onnx.ml are run; export without custom operators`
		});
	}
	if (contents.functions > 0) problems.push({
		path: "functions",
		message: `${contents.functions} local functions; inline them with onnx.inliner.inline_local_functions`
	});
	if (problems.length === 0) return;
	throw new TidemarkError("MODEL_REFUSED", `The model is refused: ${problems.map(({ path }) => path).join(", ")}.`, {
		hint: "Export a self-contained model of standard operators; see the problems for how.",
		problems
	});
}
/** Operator types hold no colon, domains do not either; a domain that does would be refused anyway. */
function splitOnce(key) {
	const at = key.lastIndexOf(":");
	return [key.slice(0, at), key.slice(at + 1)];
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// packages/models/src/latency.ts
/**
* Scores `samples` rows one at a time after a warm-up of a tenth of them. The rows are chosen by the seed, so two models are
* timed on the same ones. Quantiles are the nearest rank's.
*/
async function measureLatency(model, table, { samples = 500, seed = 0 } = {}) {
	if (table.rows === 0) throw new RangeError("latency of no rows");
	const next = mulberry32(seed);
	const rows = Array.from({ length: samples }, () => singleRow(table, Math.floor(next() * table.rows)));
	for (const row of rows.slice(0, Math.ceil(samples / 10))) await model.score(row);
	const times = new Float64Array(samples);
	for (const [i, row] of rows.entries()) {
		const start = performance.now();
		await model.score(row);
		times[i] = performance.now() - start;
	}
	times.sort();
	const quantile = (q) => times[Math.ceil(q * samples) - 1];
	return {
		p50Ms: quantile(.5),
		p95Ms: quantile(.95),
		samples,
		seed
	};
}
function singleRow({ columns }, row) {
	const pick = (column) => column.kind === "number" ? {
		...column,
		values: column.values.slice(row, row + 1)
	} : {
		...column,
		codes: column.codes.slice(row, row + 1)
	};
	return {
		rows: 1,
		columns: columns.map(pick)
	};
}
function mulberry32(seed) {
	let state = seed | 0;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, 1 | state);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}
// packages/models/src/feeds.ts
const numberTypes = new Set([
	"float",
	"double",
	"int64",
	"int32"
]);
/**
* Finds the column of every input by name; an optional one may have none, and is then missing in every row. Throws `SIGNATURE_MISMATCH` naming every missing, extra and mistyped column,
* every input that is not one value a row, and every column whose length is not the table's.
*/
function matchColumns(signature, table) {
	const columns = new Map(table.columns.map((column) => [column.name, column]));
	const inputNames = new Set(signature.inputs.map(({ name }) => name));
	const problems = [];
	const bindings = [];
	for (const input of signature.inputs) {
		const column = columns.get(input.name) ?? (input.optional ? missingColumn(input, table.rows) : void 0);
		const mismatch = column ? describeMismatch(input, column, table.rows) : "missing: the model needs this column";
		if (mismatch) problems.push({
			path: input.name,
			message: mismatch
		});
		else if (column) bindings.push({
			input,
			column
		});
	}
	for (const { name } of table.columns) if (!inputNames.has(name)) problems.push({
		path: name,
		message: "extra: the model has no such input"
	});
	if (problems.length === 0) return bindings;
	const wanted = signature.inputs.map(describeSignatureValue).join(", ");
	throw new TidemarkError("SIGNATURE_MISMATCH", `The columns do not match the model's inputs (${wanted}).`, {
		hint: "Make features.sql return exactly the columns the model was trained on, or train again.",
		problems
	});
}
/** What an optional input gets that the table does not have. */
function missingColumn({ name, type }, rows) {
	return type === "string" ? {
		name,
		kind: "string",
		codes: new Uint32Array(rows).fill(nullCode),
		dictionary: []
	} : {
		name,
		kind: "number",
		values: new Float32Array(rows).fill(NaN)
	};
}
function describeMismatch(input, column, rows) {
	const { type } = input;
	const length = column.kind === "number" ? column.values.length : column.codes.length;
	if (length !== rows) return `has ${length} values, the table has ${rows} rows`;
	if (type !== "string" && !numberTypes.has(type)) return `mistyped: inputs of type ${type} are not fed (float, double, int64, int32 and string are)`;
	if (column.kind === "number" && type === "string") return "mistyped: the column is a number, the model expects a string";
	if (column.kind === "string" && type !== "string") return `mistyped: the column is a string, the model expects a ${type}`;
	if (!isOnePerRow(input)) return "the input is not one value a row ([N,1]); export the model with one input a feature";
}
/** The tensors of rows `start` to `end`. A null is NaN for numbers and '' for strings. */
function createFeeds(Tensor, bindings, start, end, rowIds) {
	const feeds = Object.create(null);
	for (const { input, column } of bindings) {
		const dims = input.shape?.length === 1 ? [end - start] : [end - start, 1];
		if (column.kind === "string") feeds[input.name] = new Tensor("string", expand(column, start, end), dims);
		else if (input.type === "float") feeds[input.name] = new Tensor("float32", Float32Array.from(column.values.subarray(start, end)), dims);
		else if (input.type === "double") feeds[input.name] = new Tensor("float64", Float64Array.from(column.values.subarray(start, end)), dims);
		else {
			const values = wholeNumbers(column, start, end, input.type, rowIds);
			feeds[input.name] = input.type === "int32" ? new Tensor("int32", Int32Array.from(values), dims) : new Tensor("int64", BigInt64Array.from(Array.from(values, BigInt)), dims);
		}
	}
	return feeds;
}
function expand({ codes, dictionary, name }, start, end) {
	const strings = new Array(end - start);
	for (let i = start; i < end; i++) {
		const code = codes[i];
		const text = code === 4294967295 ? "" : dictionary[code];
		if (text === void 0) throw new RangeError(`column ${name}: code ${code} is outside its dictionary of ${dictionary.length}`);
		strings[i - start] = text;
	}
	return strings;
}
function wholeNumbers({ name, values }, start, end, type, rowIds) {
	const part = values.subarray(start, end);
	const limit = type === "int32" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
	const at = part.findIndex((value) => !Number.isInteger(value) || Math.abs(value) > limit);
	if (at === -1) return part;
	const row = rowIds?.[start + at] ?? start + at;
	throw new TidemarkError("SIGNATURE_MISMATCH", `Column ${name} has ${part[at]} at row ${row}, the model expects ${type}.`, { hint: "Cast or fill the column in features.sql, or export the model with float inputs." });
}
// packages/models/src/probabilities.ts
/**
* The output that holds probabilities: `probability`, else `probabilities` (scikit-learn's name), else the only float output.
* Its shape is [N], [N,1], or [N,2] with the positive class second. Throws `SIGNATURE_MISMATCH` when there is none.
*/
function chooseOutput({ outputs }) {
	const floats = outputs.filter(({ type }) => type === "float" || type === "double");
	const chosen = floats.find(({ name }) => name === "probability") ?? floats.find(({ name }) => name === "probabilities") ?? (floats.length === 1 ? floats[0] : void 0);
	if (chosen) return chosen;
	const isZipMap = outputs.some(({ type }) => type === "sequence" || type === "map");
	throw new TidemarkError("SIGNATURE_MISMATCH", `The model has no output of probabilities (${outputs.map(describeSignatureValue).join(", ")}).`, { hint: isZipMap ? "Export with options={\"zipmap\": False}: a list of maps is not scored." : "Name the output `probability`: a float tensor [N,1] of the positive class." });
}
/** Copies a batch's probabilities into `scores`. */
function readProbabilities(output, scores) {
	const data = output && "data" in output ? output.data : void 0;
	const width = data && scores.length > 0 ? data.length / scores.length : 0;
	if (!(data instanceof Float32Array || data instanceof Float64Array) || width !== 1 && width !== 2) throw new TidemarkError("SIGNATURE_MISMATCH", `The model returned ${data?.length ?? "no"} values for ${scores.length} rows.`, { hint: "The output must be a float tensor [N], [N,1], or [N,2] with the positive class second." });
	for (let i = 0; i < scores.length; i++) scores[i] = data[i * width + width - 1];
}
/** Throws `SCORE_INVALID` with the count and the first rows when a score is NaN, infinite or outside [0, 1]. */
function checkScores(scores, rowIds) {
	let count = 0;
	const first = [];
	for (let i = 0; i < scores.length; i++) {
		const score = scores[i];
		if (score >= 0 && score <= 1) continue;
		if (count++ < 5) first.push({
			path: `row ${rowIds?.[i] ?? i}`,
			message: `score ${score}`
		});
	}
	if (count === 0) return;
	throw new TidemarkError("SCORE_INVALID", `${count} of ${scores.length} scores are not probabilities within [0, 1].`, {
		hint: "Look at these rows: the model may return a margin instead of a probability, or not handle missing values.",
		problems: first
	});
}
// packages/models/src/repeated-rows.ts
/** Below this the search costs more than it can save. */
const fewestRows = 4096;
/**
* Finds rows that repeat one another, so that each combination of values need be scored only once. Undefined where that would
* not halve the work: the search ends as soon as it knows. Values are compared bit by bit; hashes only say where to look.
*/
function findRepeatedRows(columns, rows) {
	if (rows < fewestRows) return void 0;
	const search = createSearch(rows);
	for (const { bits, offset, step } of columns.flatMap(wordsOf)) if (!splitGroups(search, bits, offset, step)) return void 0;
	return {
		firstRows: search.firstRows.slice(0, search.count),
		combinations: search.groups
	};
}
/** The same column with the given rows only. */
function pickRows(column, rows) {
	if (column.kind === "string") {
		const codes = new Uint32Array(rows.length);
		for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]];
		return {
			...column,
			codes
		};
	}
	const values = column.values instanceof Float32Array ? new Float32Array(rows.length) : new Float64Array(rows.length);
	for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]];
	return {
		...column,
		values
	};
}
function wordsOf(column) {
	if (column.kind === "string") return [{
		bits: column.codes,
		offset: 0,
		step: 1
	}];
	const { values } = column;
	const bits = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4);
	if (values instanceof Float32Array) return [{
		bits,
		offset: 0,
		step: 1
	}];
	return [{
		bits,
		offset: 0,
		step: 2
	}, {
		bits,
		offset: 1,
		step: 2
	}];
}
function createSearch(rows) {
	const most = rows >>> 1;
	const [firstRows, parents, words] = [
		new Uint32Array(most),
		new Uint32Array(most),
		new Uint32Array(most)
	];
	const slots = new Uint32Array(2 ** Math.ceil(Math.log2(rows)));
	return {
		groups: new Uint32Array(rows),
		count: 1,
		firstRows,
		parents,
		words,
		slots
	};
}
/** Parts groups whose rows differ in a word. False where there are too many. */
function splitGroups(search, bits, offset, step) {
	const { groups, firstRows, parents, words, slots } = search;
	const mask = slots.length - 1;
	slots.fill(0);
	let count = 0;
	for (let row = 0; row < groups.length; row++) {
		const parent = groups[row];
		const word = bits[offset + row * step];
		let hash = Math.imul(parent, 2654435761) ^ word;
		hash = Math.imul(hash ^ hash >>> 16, 2246822507);
		hash = Math.imul(hash ^ hash >>> 13, 3266489909);
		let slot = (hash ^ hash >>> 16) & mask;
		let group = slots[slot];
		while (group !== 0 && (parents[group - 1] !== parent || words[group - 1] !== word)) {
			slot = slot + 1 & mask;
			group = slots[slot];
		}
		if (group === 0) {
			if (count === firstRows.length) return false;
			firstRows[count] = row;
			parents[count] = parent;
			words[count] = word;
			group = slots[slot] = ++count;
		}
		groups[row] = group - 1;
	}
	search.count = count;
	return true;
}
// packages/models/src/runtime.ts
let runtime;
/** ONNX Runtime, loaded on first use: its binary costs tens of milliseconds and megabytes that most actions do not need. */
function loadRuntime() {
	runtime ??= importRuntime().catch((error) => {
		runtime = void 0;
		throw error;
	});
	return runtime;
}
async function importRuntime() {
	try {
		const module = await import("../lazy/dist.js").then((m) => __toESM(m.default, 1));
		return module.default ?? module;
	} catch (error) {
		if (error instanceof TidemarkError) throw error;
		throw new TidemarkError("NATIVE_UNAVAILABLE", "ONNX Runtime could not be loaded.", {
			hint: "It needs Linux with glibc (x64 or arm64), macOS arm64 or Windows x64; run the job on such a runner.",
			cause: error
		});
	}
}
// packages/models/src/model.ts
const defaultBatchRows = 32768;
/**
* Loads a model from bytes whose SHA-256 is as expected; nothing is read from disk, so what was verified is what runs.
* Throws `DIGEST_MISMATCH`, what `inspectModel` throws, and `MODEL_UNREADABLE` when ONNX Runtime does not take it.
*/
async function openModel(bytes, { expectedSha256 }) {
	const digest = sha256(bytes);
	if (digest !== expectedSha256) throw new TidemarkError("DIGEST_MISMATCH", `The model's SHA-256 is ${digest}, expected ${expectedSha256}.`, { hint: "The file is not the one on record: fetch it again, and do not use this one." });
	const description = inspectModel(bytes);
	const { InferenceSession, Tensor } = await loadRuntime();
	let session;
	try {
		session = await InferenceSession.create(bytes, {
			intraOpNumThreads: 1,
			interOpNumThreads: 1,
			logSeverityLevel: 3
		});
	} catch (error) {
		throw unreadableModel(bytes, `ONNX Runtime refuses it (${error instanceof Error ? error.message : String(error)})`, error);
	}
	const { signature } = description;
	const run = async (bindings, rows, { batchRows = defaultBatchRows, rowIds, onProgress }) => {
		const output = chooseOutput(signature);
		const scores = new Float64Array(rows);
		for (let start = 0; start < rows; start += batchRows) {
			const end = Math.min(start + batchRows, rows);
			const feeds = createFeeds(Tensor, bindings, start, end, rowIds);
			const results = await session.run(feeds, [output.name]);
			readProbabilities(results[output.name], scores.subarray(start, end));
			for (const tensor of [...Object.values(feeds), ...Object.values(results)]) tensor.dispose();
			onProgress?.({
				done: end,
				rows
			});
		}
		return scores;
	};
	/** Rows with the same features have the same score: each combination is scored once. */
	const runDistinct = async (bindings, rows, options) => {
		const repeated = findRepeatedRows(bindings.map(({ column }) => column), rows);
		if (repeated === void 0) return run(bindings, rows, options);
		const { firstRows, combinations } = repeated;
		const { rowIds, onProgress } = options;
		const found = await run(bindings.map(({ input, column }) => ({
			input,
			column: pickRows(column, firstRows)
		})), firstRows.length, {
			...options,
			rowIds: Array.from(firstRows, (row) => rowIds?.[row] ?? row),
			onProgress: ({ done }) => onProgress?.({
				done: Math.floor(done / firstRows.length * rows),
				rows
			})
		});
		const scores = new Float64Array(rows);
		for (let row = 0; row < rows; row++) scores[row] = found[combinations[row]];
		return scores;
	};
	const score = async (table, options = {}) => {
		chooseOutput(signature);
		const scores = await runDistinct(matchColumns(signature, table), table.rows, options);
		if (options.invalid !== "nan") checkScores(scores, options.rowIds);
		else scores.forEach((score, row) => {
			if (!(score >= 0 && score <= 1)) scores[row] = NaN;
		});
		return scores;
	};
	return {
		digest,
		description,
		score,
		close: () => session.release()
	};
}
// packages/models/src/onnx/writer.ts
/** The model as an ONNX file. The same model always gives the same bytes: fields in a fixed order, metadata sorted by key. */
function encodeModel(model) {
	const writer = new BinaryWriter();
	const at = fields.model;
	writer.tag(at.irVersion, WireType.Varint).int64(model.irVersion);
	writer.tag(at.producerName, WireType.LengthDelimited).string(model.producer.name);
	writer.tag(at.producerVersion, WireType.LengthDelimited).string(model.producer.version);
	message(writer, at.graph, () => writeGraph(writer, model.graph));
	for (const opset of model.opsets) message(writer, at.opsetImport, () => {
		writer.tag(fields.opset.domain, WireType.LengthDelimited).string(opset.domain);
		writer.tag(fields.opset.version, WireType.Varint).int64(opset.version);
	});
	for (const key of Object.keys(model.metadata).sort()) message(writer, at.metadata, () => {
		writer.tag(fields.entry.key, WireType.LengthDelimited).string(key);
		writer.tag(fields.entry.value, WireType.LengthDelimited).string(model.metadata[key] ?? "");
	});
	return writer.finish();
}
function writeGraph(writer, graph) {
	for (const node of graph.nodes) message(writer, fields.graph.node, () => writeNode(writer, node));
	writer.tag(fields.graph.name, WireType.LengthDelimited).string(graph.name);
	for (const value of graph.inputs) message(writer, fields.graph.input, () => writeValue(writer, value));
	for (const value of graph.outputs) message(writer, fields.graph.output, () => writeValue(writer, value));
}
function writeNode(writer, node) {
	const at = fields.node;
	for (const name of node.inputs) writer.tag(at.input, WireType.LengthDelimited).string(name);
	for (const name of node.outputs) writer.tag(at.output, WireType.LengthDelimited).string(name);
	writer.tag(at.name, WireType.LengthDelimited).string(node.name);
	writer.tag(at.opType, WireType.LengthDelimited).string(node.opType);
	for (const [name, attribute] of Object.entries(node.attributes)) message(writer, at.attribute, () => writeAttribute(writer, name, attribute));
	if (node.domain !== "") writer.tag(at.domain, WireType.LengthDelimited).string(node.domain);
}
function writeAttribute(writer, name, attribute) {
	const at = fields.attribute;
	writer.tag(at.name, WireType.LengthDelimited).string(name);
	if (attribute.type === "float") writer.tag(at.float, WireType.Bit32).float(attribute.value);
	else if (attribute.type === "int") writer.tag(at.int, WireType.Varint).int64(attribute.value);
	else if (attribute.type === "string") writer.tag(at.string, WireType.LengthDelimited).string(attribute.value);
	else if (attribute.type === "strings") for (const text of attribute.value) writer.tag(at.strings, WireType.LengthDelimited).string(text);
	else {
		const { type, value } = attribute;
		message(writer, at[type], () => {
			for (let i = 0; i < value.length; i++) type === "floats" ? writer.float(value[i]) : writer.int64(value[i]);
		});
	}
	writer.tag(at.type, WireType.Varint).int32(attributeTypes[attribute.type]);
}
function writeValue(writer, value) {
	writer.tag(fields.valueInfo.name, WireType.LengthDelimited).string(value.name);
	message(writer, fields.valueInfo.type, () => message(writer, fields.type.tensor, () => {
		writer.tag(fields.tensorType.elementType, WireType.Varint).int32(elementTypes.indexOf(value.type));
		message(writer, fields.tensorType.shape, () => {
			for (const size of value.shape) message(writer, fields.shape.dimension, () => {
				if (typeof size === "number") writer.tag(fields.dimension.value, WireType.Varint).int64(size);
				else writer.tag(fields.dimension.symbol, WireType.LengthDelimited).string(size);
			});
		});
	}));
}
function message(writer, field, write) {
	writer.tag(field, WireType.LengthDelimited).fork();
	write();
	writer.join();
}
// packages/models/src/onnx/topology.ts
/**
* Reads the main graph's nodes with their inputs, outputs and single whole-number attributes. Throws `LimitExceeded` when nodes, names
* and attributes together are more than the limit, and any other error for bytes that are no such message.
*/
function readTopology(bytes, limit) {
	const topology = {
		nodes: [],
		constants: new Map()
	};
	let count = 0;
	const add = () => {
		if (++count > limit) throw new LimitExceeded(`its graph has more than ${limit} parts`);
	};
	const at = fields.graph;
	eachField(bytes, (field) => {
		if (field.number !== fields.model.graph) return;
		eachField(field.bytes(), (inner) => {
			if (inner.number === at.node) topology.nodes.push(readNode(inner.bytes(), add));
			else if (inner.number === at.initializer) {
				add();
				const { name, form } = readTensor(inner.bytes());
				topology.constants.set(name, form);
			}
		});
	});
	return topology;
}
function readNode(bytes, add) {
	add();
	const node = {
		domain: "",
		opType: "",
		inputs: [],
		outputs: [],
		attributes: new Map()
	};
	const at = fields.node;
	eachField(bytes, (field) => {
		if (field.number === at.domain) node.domain = field.text();
		else if (field.number === at.opType) node.opType = field.text();
		else if (field.number === at.input || field.number === at.output || field.number === at.attribute) {
			add();
			if (field.number === at.input) node.inputs.push(field.text());
			else if (field.number === at.output) node.outputs.push(field.text());
			else {
				const { name, attribute } = readAttribute(field.bytes());
				node.attributes.set(name, attribute);
			}
		}
	});
	if (node.domain === "ai.onnx") node.domain = "";
	return node;
}
function readAttribute(bytes) {
	let name = "";
	const attribute = {};
	const at = fields.attribute;
	eachField(bytes, (field) => {
		if (field.number === at.name) name = field.text();
		else if (field.number === at.int) attribute.int = field.integer();
		else if (field.number === at.tensor) attribute.tensor = readTensor(field.bytes()).form;
	});
	return {
		name,
		attribute
	};
}
function readTensor(bytes) {
	let name = "";
	let type = "unknown";
	const dims = [];
	const at = fields.tensor;
	eachField(bytes, (field) => {
		if (field.number === at.name) name = field.text();
		else if (field.number === at.dataType) type = elementTypes[field.integer()] ?? "unknown";
		else if (field.number === at.dims) dims.push(...field.integers());
	});
	return {
		name,
		form: {
			type,
			dims
		}
	};
}
// packages/models/src/row-coupling.ts
const limit = 1e5;
/**
* Why rows of this model must not be run together, or null when a row's answer is the same bits whatever other rows are beside it.
* Null only for graphs of a few operators, each known to work row by row, with forms followed from the inputs to every output;
* everything else is refused, which is never wrong. Sums over features (`MatMul`, `Gemm`, linear models) are not among them, since
* their kernels add in another order for one row than for many; nor what is computed otherwise for the last few elements of an
* array than for the ones before (`Exp`, `Pow`), or treats NaN otherwise there (`Relu`, `Min`, `Clip`, `Cast` to integers).
*/
function findRowCoupling(bytes, { signature, opsets }) {
	for (const { domain, version } of opsets) {
		const known = versions[domain === "" ? "ai.onnx" : domain];
		if (!known || version < known.from || version > known.to) return `its operators are of ${domain} ${version}`;
	}
	const forms = new Map();
	const batch = signature.inputs[0]?.shape?.[0];
	for (const { name, type, shape } of signature.inputs) {
		const [first, ...rest] = shape ?? [0];
		if (typeof first === "number" || first !== batch || rest.some((size) => typeof size !== "number")) return `input ${name} does not have one entry of a fixed form a row`;
		forms.set(name, {
			kind: "rows",
			rank: rest.length + 1,
			type
		});
	}
	try {
		const { nodes, constants } = readTopology(bytes, limit);
		for (const [name, { dims, type }] of constants) forms.set(name, {
			kind: "constant",
			rank: dims.length,
			first: dims[0],
			type
		});
		for (const node of nodes) {
			const problem = follow(node, forms);
			if (problem) return `${node.opType}: ${problem}`;
		}
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	const mixed = signature.outputs.find(({ name, shape }) => forms.get(name)?.kind !== "rows" || typeof shape?.[0] === "number");
	return mixed ? `output ${mixed.name} does not have one entry a row` : null;
}
const versions = {
	"ai.onnx": {
		from: 13,
		to: 22
	},
	"ai.onnx.ml": {
		from: 1,
		to: 4
	}
};
function follow(node, forms) {
	const rule = rules.get(node.domain === "" ? node.opType : `${node.domain} ${node.opType}`);
	if (!rule) return "it is not known to work row by row";
	const operands = [];
	for (const name of node.inputs) {
		const form = forms.get(name);
		if (!form) return `its input ${JSON.stringify(name)} is not known`;
		operands.push(form);
	}
	const outputs = rule(node, operands);
	if (typeof outputs === "string") return outputs;
	for (const [i, name] of node.outputs.entries()) {
		const form = outputs[i];
		if (form && name !== "") forms.set(name, form);
	}
	return null;
}
/** Operands are stretched over one another from the last axis: no axis but the first may meet the rows. */
function elementwise(typeOf) {
	return (_, operands) => {
		const rank = operands.find(({ kind }) => kind === "rows")?.rank;
		if (rank === void 0) return "it has no operand with rows";
		const isApart = (operand) => operand.kind === "rows" ? operand.rank === rank : operand.rank < rank || operand.rank === rank && operand.first === 1;
		if (!operands.every(isApart)) return "its operands meet on another axis than the rows’";
		return [{
			kind: "rows",
			rank,
			type: typeOf(operands)
		}];
	};
}
const sameType = elementwise((operands) => operands[0]?.type ?? "unknown");
const truth = elementwise(() => "bool");
/** Only for float, whose kernels treat all elements of an array alike. */
const floatFunction = (node, operands) => operands[0]?.type === "float" ? sameType(node, operands) : `its type is ${operands[0]?.type}`;
const cast = (node, operands) => {
	const type = castTypes.get(node.attributes.get("to")?.int ?? 0);
	return type === void 0 ? "to a type that rounds" : elementwise(() => type)(node, operands);
};
const castTypes = new Map([
	[1, "float"],
	[9, "bool"],
	[11, "double"]
]);
const concat = ({ attributes }, operands) => {
	const rank = operands[0]?.rank ?? 0;
	if (operands.some((operand) => operand.kind !== "rows" || operand.rank !== rank)) return "not all of it has rows";
	const axis = attributes.get("axis")?.int ?? 0;
	return (axis > 0 ? axis < rank : axis < 0 && axis > -rank) ? [operands[0]] : "it joins on the rows’ axis";
};
/** A table's entries by each row's index, or some columns of each row. */
const gather = ({ attributes }, [data, indices]) => {
	const axis = attributes.get("axis")?.int ?? 0;
	if (!data || !indices) return "it has no indices";
	const result = {
		kind: "rows",
		rank: data.rank + indices.rank - 1,
		type: data.type
	};
	if (data.kind === "constant" && indices.kind === "rows" && axis === 0) return [result];
	if (data.kind === "rows" && indices.kind === "constant" && axis > 0 && axis < data.rank) return [result];
	return "it takes entries across rows";
};
const constant = ({ attributes }) => {
	const [[name, { tensor }] = ["", { tensor: void 0 }]] = attributes;
	if (tensor) return [{
		kind: "constant",
		rank: tensor.dims.length,
		first: tensor.dims[0],
		type: tensor.type
	}];
	const scalar = {
		value_float: "float",
		value_int: "int64",
		value_string: "string"
	}[name];
	if (scalar) return [{
		kind: "constant",
		rank: 0,
		first: void 0,
		type: scalar
	}];
	const list = {
		value_floats: "float",
		value_ints: "int64",
		value_strings: "string"
	}[name];
	return list ? [{
		kind: "constant",
		rank: 1,
		first: void 0,
		type: list
	}] : "its value is of a kind that is not read";
};
const labelEncoder = (node, operands) => {
	const type = node.attributes.has("values_floats") ? "float" : "unknown";
	return elementwise(() => type)(node, operands);
};
const treeRegressor = (_, [features]) => isTable(features) ? [{
	kind: "rows",
	rank: 2,
	type: "float"
}] : "its input is not a row of features each";
const treeClassifier = (_, [features]) => isTable(features) ? [{
	kind: "rows",
	rank: 1,
	type: "unknown"
}, {
	kind: "rows",
	rank: 2,
	type: "float"
}] : "its input is not a row of features each";
function isTable(form) {
	return form?.kind === "rows" && form.rank === 2;
}
const rules = new Map([
	...[
		"Identity",
		"Neg",
		"Abs",
		"Floor",
		"Ceil",
		"Add",
		"Sub",
		"Mul",
		"Div"
	].map((name) => [name, sameType]),
	...[
		"Equal",
		"Less",
		"LessOrEqual",
		"Greater",
		"GreaterOrEqual",
		"And",
		"Or",
		"Xor",
		"Not",
		"IsNaN"
	].map((name) => [name, truth]),
	["Where", elementwise((operands) => operands[1]?.type ?? "unknown")],
	["Sigmoid", floatFunction],
	["Cast", cast],
	["Concat", concat],
	["Gather", gather],
	["Constant", constant],
	["ai.onnx.ml LabelEncoder", labelEncoder],
	["ai.onnx.ml TreeEnsembleRegressor", treeRegressor],
	["ai.onnx.ml TreeEnsembleClassifier", treeClassifier]
]);
// packages/models/src/signature-check.ts
/** The recorded signature is what the bytes say. Throws `SIGNATURE_MISMATCH`, and what `inspectModel` throws. */
function assertSignature(recorded, bytes) {
	const actual = bytes && inspectModel(bytes).signature;
	if (actual !== void 0 && canonicalJson(actual) === canonicalJson(recorded)) return;
	throw new TidemarkError("SIGNATURE_MISMATCH", "the run records another signature than its model.onnx has", { hint: "Run train again; do not edit what travels between jobs." });
}
export { checkScores as a, nullCode as c, openModel as i, findRowCoupling as n, measureLatency as o, encodeModel as r, inspectModel as s, assertSignature as t };

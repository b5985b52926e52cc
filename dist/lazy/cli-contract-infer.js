import { _ as string, o as boolean, p as object } from "../vendor/zod.js";
import { A as fingerprintFiles, G as createDatasetView, M as openEngine, T as inferContract, Y as describeRows, dt as partitionNames, lt as openDataset } from "../lib/data.js";
import { M as RelativePath, O as storedJson } from "../lib/start.js";
import { i as deliver, n as ObjectName, r as assertDelivery, t as DeliveryOptions } from "./contract-delivery.js";
import { t as UsageError } from "./invocation.js";
import { t as checkOptions } from "./options.js";
import { r as plain } from "./table.js";
import { join, posix, relative, resolve, sep } from "node:path";
// packages/cli/src/commands/contract-infer.ts
const InferOptions = object({
	...DeliveryOptions,
	object: ObjectName.optional(),
	id: string().min(1).max(500).optional(),
	values: boolean().default(false),
	day: string().min(1).max(200).optional(),
	baseline: RelativePath.optional(),
	"no-baseline": boolean().default(false),
	"native-path": string().min(1).optional()
});
/** `tidemark contract infer` */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(InferOptions, options);
	if (operands.length === 0) throw new UsageError("it needs files");
	assertDelivery(choice);
	const { provideNative } = await import("./src.js");
	const log = (text) => terminal.report(plain(text));
	await provideNative(["duckdb"], {
		inputs: { nativePath: choice["native-path"] },
		log
	});
	const { baseline: _, ...where } = choice;
	const { name, ...found } = await inferFiles(choice, operands, terminal);
	return deliver({
		...where,
		...found,
		title: `Add a contract for ${name}`,
		notes: []
	}, terminal);
}
/** The contract of the files, and their baseline where one is wanted and the data have days. */
async function inferFiles(choice, patterns, terminal) {
	const files = await fingerprintFiles(terminal.cwd, patterns);
	const paths = files.files.map(({ path }) => path);
	const name = choice.object ?? objectName(paths[0] ?? "");
	await using engine = await openEngine({
		allowedPaths: paths.map((path) => join(files.root, path)),
		root: files.root
	});
	const partitions = partitionNames(paths);
	const dataset = await openDataset(engine, files, {
		name,
		partitions
	});
	const place = baselinePlace(choice, terminal);
	const { yaml, columns, day } = await inferContract(engine, dataset, {
		id: choice.id ?? `urn:contract:${name}`,
		physicalName: patterns.length === 1 ? patterns[0] : void 0,
		partitions,
		listsValues: choice.values,
		drift: place === null ? void 0 : {
			baseline: place,
			day: choice.day
		}
	});
	if (place === null) return {
		name,
		yaml
	};
	if (day === null) {
		terminal.report(`no baseline is written: ${plain(whyNoDay(columns))}`);
		return {
			name,
			yaml
		};
	}
	await createDatasetView(engine, dataset);
	const without = columns.filter(({ isUnique }) => isUnique).map((column) => column.name);
	const baseline = await describeRows(engine, dataset, {
		model: modelName(name),
		day,
		without
	});
	return {
		name,
		yaml,
		baseline: {
			path: place,
			text: storedJson(baseline)
		}
	};
}
function whyNoDay(columns) {
	const [only, ...more] = columns.filter(({ logicalType }) => logicalType === "date" || logicalType === "timestamp");
	if (only === void 0) return "no column has dates";
	if (more.length === 0) return `${only.name} is NULL in places; name it with --day to leave those rows out`;
	return `${[only, ...more].map(({ name }) => name).join(", ")} may each be a row’s day: name it with --day`;
}
/** Where a contract's baseline stands: beside it. Null where none is wanted, or nothing says where. */
function baselinePlace(choice, { cwd, report }) {
	const { baseline, out, "pull-request": path, "no-baseline": isUnwanted } = choice;
	if (isUnwanted) return null;
	if (baseline === void 0 && path === void 0 && out === void 0) {
		if (choice.day !== void 0) report("no baseline is written: name a place with --baseline, or the contract’s with --out");
		return null;
	}
	const contract = path ?? (out === void 0 ? void 0 : relative(cwd, resolve(cwd, out)).split(sep).join("/"));
	if (baseline !== void 0 || contract === void 0) return baseline ?? null;
	const { dir, name } = posix.parse(contract);
	const beside = posix.join(dir, name === "contract" ? "baseline.json" : `${name}.baseline.json`);
	if (RelativePath.safeParse(beside).success) return beside;
	report("no baseline is written: the contract is not below this folder. Name a place with --baseline");
	return null;
}
/** `data/flights-2001-01.parquet` holds flights, and so does `flights/2001-01.parquet`. */
function objectName(path) {
	return path.split("/").map((part) => part.replace(/\..*$/, "").replace(/[-_.]?\d[\d-_.]*$/, "").replaceAll(/[^A-Za-z0-9_]+/g, "_")).findLast((word) => /^[A-Za-z_]/.test(word))?.slice(0, 63) ?? "data";
}
/** What a baseline calls the object: digests of its texts are salted with it. */
function modelName(object) {
	return object.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "") || "data";
}
export { execute };

import { _ as string, o as boolean, p as object, r as _enum } from "../vendor/zod.js";
import { D as importFormats, E as importContract, U as readContractDocument, V as parseContracts, W as compareContracts } from "../lib/data.js";
import { C as TidemarkError } from "../lib/start.js";
import { i as deliver, n as ObjectName, r as assertDelivery, t as DeliveryOptions } from "./contract-delivery.js";
import { t as UsageError } from "./invocation.js";
import { t as checkOptions } from "./options.js";
import { r as plain } from "./table.js";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
// packages/cli/src/commands/contract.ts
const ImportOptions = object({
	...DeliveryOptions,
	object: ObjectName.optional(),
	id: string().min(1).max(500).optional(),
	from: _enum(importFormats).optional()
});
const Json = object({ json: boolean().default(false) });
/** `tidemark contract import` */
async function importFrom({ options, operands }, terminal) {
	const choice = checkOptions(ImportOptions, options);
	const [file] = operands;
	if (file === void 0) throw new UsageError("it needs a file");
	assertDelivery(choice);
	const { from: format, object: name, id } = choice;
	const { yaml, notCarried } = importContract(await read(file, terminal), {
		file,
		format,
		name,
		id
	});
	for (const one of notCarried) terminal.report(`not carried over: ${plain(one)}`);
	return deliver({
		yaml,
		...choice,
		title: `Add a contract from ${file}`,
		notes: notCarried
	}, terminal);
}
/** `tidemark contract diff`: exit code 1 where the version does not say what changed. */
async function diff({ options, operands }, terminal) {
	const { json } = checkOptions(Json, options);
	const [before, after] = operands;
	if (before === void 0 || after === void 0) throw new UsageError("it needs two contracts");
	const { document: first } = readContractDocument(await read(before, terminal), before);
	const { document: second, locate } = readContractDocument(await read(after, terminal), after);
	const comparison = compareContracts(first, second);
	const { changes, step, isVersionEnough } = comparison;
	if (json) terminal.print(JSON.stringify({
		before: first.version,
		after: second.version,
		...comparison
	}, null, 2));
	else {
		for (const { effect, subject, reason, path } of changes) {
			const line = locate(path).line;
			terminal.print(`${effect === "breaking" ? "✕ breaking  " : "· compatible"}  ${plain(`${after}${line === void 0 ? "" : `:${line}`}  ${subject}: ${reason}`)}`);
		}
		const versions = `${first.version} → ${second.version}`;
		terminal.print(isVersionEnough ? `✓ ${plain(versions)}: ${step === "none" ? "nothing changed" : `a ${step} step, or more`}` : `✕ ${plain(versions)}: these changes need a ${step} step`);
	}
	return isVersionEnough ? 0 : 1;
}
/** `tidemark contract lint` */
async function lint({ options, operands }, terminal) {
	const { json } = checkOptions(Json, options);
	const [file] = operands;
	if (file === void 0) throw new UsageError("it needs a contract");
	const found = parseContracts(await read(file, terminal), file).map(({ object, notEvaluated, driftRules, freshness, relationships }) => ({
		object: object.name,
		properties: object.properties.length,
		rules: object.quality.length + object.properties.reduce((sum, { quality }) => sum + quality.length, 0),
		relationships: relationships.length,
		freshness: freshness.length,
		driftRules: driftRules.length,
		notEvaluated
	}));
	if (json) terminal.print(JSON.stringify({
		file,
		objects: found
	}, null, 2));
	else {
		terminal.print(`✓ ${plain(file)}`);
		for (const { object, properties, rules, notEvaluated } of found) {
			terminal.print(`  ${plain(object)}: ${properties} properties, ${rules} quality rules`);
			for (const one of notEvaluated) terminal.print(`    not evaluated: ${plain(one)}`);
		}
	}
	return 0;
}
async function read(file, { cwd }) {
	return readFile(resolve(cwd, file), "utf8").catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file} cannot be read`, {
			hint: "Check its name.",
			cause
		});
	});
}
export { diff, importFrom, lint };

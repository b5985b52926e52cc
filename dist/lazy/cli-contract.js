import { A as readContractDocument, C as fingerprintFiles, G as openDataset, K as partitionNames, O as parseContracts, b as importFormats, j as compareContracts, v as inferContract, w as openEngine, y as importContract } from "../lib/data.js";
import { b as url, f as object, g as string, o as boolean, r as _enum } from "../vendor/zod.js";
import { C as TidemarkError, O as RelativePath, k as RepositoryName } from "../lib/start.js";
import { R as codeSpan, z as escapeMarkdown } from "../lib/reports.js";
import { n as connect } from "./source.js";
import { t as UsageError } from "./invocation.js";
import { t as checkOptions } from "./options.js";
import { r as plain } from "./table.js";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createHash } from "node:crypto";
// packages/cli/src/contract-proposal.ts
const mostNotes = 100;
/**
* A pull request that adds or replaces a contract. Its branch is named by the path, so that asking again updates the one that is open.
* Throws `REGISTRY_CONFLICT` where the default branch holds the same text already.
*/
async function proposeContract(proposal, terminal) {
	const { repo, path, yaml, title, notes } = proposal;
	const { reviews } = await connect({
		repo,
		"api-url": proposal["api-url"],
		"registry-branch": "model-registry"
	}, terminal);
	const base = await reviews.defaultBranch();
	if (await reviews.readFile(path, base) === yaml) throw new TidemarkError("REGISTRY_CONFLICT", `${path} is on ${base} as it would be written`, { hint: "There is nothing to propose." });
	const branch = `tidemark/contract/${createHash("sha256").update(path).digest("hex").slice(0, 12)}`;
	await reviews.proposeFile({
		branch,
		base,
		path,
		text: yaml,
		message: title
	});
	const [open] = await reviews.openPullRequests(branch);
	if (open) return {
		url: open.url,
		isNew: false
	};
	const lost = notes.slice(0, mostNotes).map((note) => `- ${escapeMarkdown(note)}`);
	const body = [`${codeSpan(path)}: a draft of a contract. What held so far need not be a rule, and what is a rule may not have shown: read it before you merge it.`, ...lost.length > 0 ? ["Not carried over:", lost.join("\n")] : []].join("\n\n");
	const { url } = await reviews.openPullRequest({
		branch,
		base,
		title,
		body
	});
	return {
		url,
		isNew: true
	};
}
// packages/cli/src/commands/contract.ts
const ObjectName = string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, "expected letters, digits and _");
const Output = {
	out: string().min(1).optional(),
	"pull-request": RelativePath.optional(),
	repo: RepositoryName.optional(),
	"api-url": url({ protocol: /^https?$/ }).optional()
};
const InferOptions = object({
	...Output,
	object: ObjectName.optional(),
	id: string().min(1).max(500).optional(),
	values: boolean().default(false),
	"native-path": string().min(1).optional()
});
const ImportOptions = object({
	...Output,
	object: ObjectName.optional(),
	id: string().min(1).max(500).optional(),
	from: _enum(importFormats).optional()
});
const Json = object({ json: boolean().default(false) });
/** `tidemark contract infer` */
async function infer({ options, operands }, terminal) {
	const choice = checkOptions(InferOptions, options);
	if (operands.length === 0) throw new UsageError("it needs files");
	assertDelivery(choice);
	const { provideNative } = await import("./src.js");
	const log = (text) => terminal.report(plain(text));
	await provideNative(["duckdb"], {
		inputs: { nativePath: choice["native-path"] },
		log
	});
	const files = await fingerprintFiles(terminal.cwd, operands);
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
	return deliver(await inferContract(engine, dataset, {
		id: choice.id ?? `urn:contract:${name}`,
		physicalName: operands.length === 1 ? operands[0] : void 0,
		partitions,
		listsValues: choice.values
	}), {
		...choice,
		title: `Add a contract for ${name}`,
		notes: []
	}, terminal);
}
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
	return deliver(yaml, {
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
	const [old, now] = [before, after].map((file) => read(file, terminal).then((text) => readContractDocument(text, file)));
	const [{ document: first }, { document: second, locate }] = [await old, await now];
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
/** Before any work is done for nothing. */
function assertDelivery({ repo, "pull-request": path }) {
	if (path === void 0 !== (repo === void 0)) throw new TidemarkError("INPUT_INVALID", "--pull-request and --repo go together", { hint: "Give the path of the contract and the repository, or --out for a file." });
}
async function deliver(yaml, delivery, terminal) {
	const { out, repo, title, notes, "pull-request": path, "api-url": apiUrl } = delivery;
	if (path !== void 0 && repo !== void 0) {
		const { url, isNew } = await proposeContract({
			repo,
			"api-url": apiUrl,
			path,
			yaml,
			title,
			notes
		}, terminal);
		terminal.print(`${isNew ? "opened" : "updated"} ${plain(url)}`);
	}
	if (out !== void 0) await writeFile(resolve(terminal.cwd, out), yaml);
	else if (path === void 0) terminal.print(yaml.trimEnd());
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
/** `data/flights-2001-01.parquet` holds flights, and so does `flights/2001-01.parquet`. */
function objectName(path) {
	return path.split("/").map((part) => part.replace(/\..*$/, "").replace(/[-_.]?\d[\d-_.]*$/, "").replaceAll(/[^A-Za-z0-9_]+/g, "_")).findLast((word) => /^[A-Za-z_]/.test(word))?.slice(0, 63) ?? "data";
}
export { diff, importFrom, infer, lint };

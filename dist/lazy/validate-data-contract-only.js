import { C as TidemarkError, n as provideNative } from "../lib/start.js";
import { O as parseContracts, S as validateObjects, x as filesOfObjects } from "../lib/data.js";
import { u as renderValidation } from "../lib/reports.js";
import { a as conclude, c as judgeChange, i as annotateChecks, n as gitHubTime, o as freshnessVerdict, r as tellChange, s as withDigestCache, t as writeReports } from "./report-files.js";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
// actions/validate-data/src/contract-only.ts
/** Judges a contract's files, with nothing but a checkout: no model, no token, nothing written. */
async function validateContract(context, file) {
	const { inputs, github } = context;
	const text = await readContract(github.workspace, file);
	const describe = (contractText) => {
		const contracts = parseContracts(contractText, file);
		const names = contracts.map(({ object }) => object.name);
		return filesOfObjects(contracts, readFiles(inputs.files, names));
	};
	const objects = describe(text);
	const isVersionEnough = await judgeChange(context, {
		file,
		text
	});
	await provideNative(["duckdb"], context);
	const validated = await context.group("Data", () => withDigestCache(context, (cache) => validateObjects(github.workspace, objects, {
		asOf: async () => inputs.asOf ?? gitHubTime(github.apiUrl),
		cache
	})));
	report(context, file, validated);
	await writeReports(context, {
		subject: file,
		file,
		datasets: validated.map(({ dataset, report, freshness }) => ({
			...report,
			checks: [...report.checks, ...freshness],
			title: dataset.name,
			digest: dataset.digest
		}))
	});
	await tellChange(context, objects, async (root) => describe(await readContract(root, file)));
	const checks = validated.flatMap(({ report, freshness }) => [...report.checks, ...freshness]);
	const verdicts = validated.flatMap(({ report, freshness }) => [report.verdict, freshnessVerdict(freshness)]);
	return conclude(verdicts, checks, isVersionEnough);
}
function report(context, file, validated) {
	for (const { dataset, report, freshness } of validated) {
		context.log(`${dataset.name}: ${report.verdict}; ${report.rejectedRows.toLocaleString("en")} of ${report.rows.toLocaleString("en")} rows break the contract`);
		if (report.notEvaluated.length > 0) context.log(`${dataset.name}: not evaluated: ${report.notEvaluated.join(", ")}`);
		annotateChecks(context, {
			file,
			title: dataset.name,
			checks: [...report.checks, ...freshness]
		});
	}
	context.output("rejected-rows", validated.reduce((sum, { report }) => sum + report.rejectedRows, 0));
	context.output("dataset-digest", Object.fromEntries(validated.map(({ dataset }) => [dataset.name, dataset.digest])));
	context.summary(renderValidation({ validations: validated.map(({ contract, dataset, report, freshness }) => ({
		dataset: {
			...dataset,
			files: [...dataset.files]
		},
		validation: {
			...report,
			checks: [...report.checks, ...freshness].map(withoutPlace),
			contract
		}
	})) }));
}
function withoutPlace({ place, ...check }) {
	return {
		...check,
		samples: [...check.samples]
	};
}
/** `object: glob` lines, or globs alone where the contract has one object. */
function readFiles(lines, names) {
	const files = new Map();
	for (const line of lines) {
		const [, name, pattern] = /^([A-Za-z_][A-Za-z0-9_]*):\s+(.+)$/.exec(line) ?? [];
		const object = name ?? (names.length === 1 ? names[0] : void 0);
		if (object === void 0) throw new TidemarkError("INPUT_INVALID", `files: ${JSON.stringify(line)} does not say whose files these are`, { hint: `The contract has several objects. Write one of ${names.join(", ").slice(0, 500)} before it, as in ${names[0]}: ${line}` });
		files.set(object, [...files.get(object) ?? [], pattern ?? line]);
	}
	return files;
}
async function readContract(workspace, file) {
	const root = await realpath(workspace);
	const path = await realpath(join(root, file)).catch((cause) => {
		throw new TidemarkError("FILE_NOT_FOUND", `${file} does not exist`, {
			hint: "Check the input contract, and that the repository is checked out.",
			cause
		});
	});
	if (relative(root, path).split(sep)[0] === "..") throw new TidemarkError("PATH_REFUSED", `${file} leads outside the checkout`, { hint: "Replace the symbolic link by the file itself." });
	const found = await stat(path);
	if (!found.isFile() || found.size > 4194304) throw new TidemarkError("FILE_TOO_LARGE", `${file} is no text of a contract’s size`, { hint: "Name the contract’s file itself." });
	return readFile(path, "utf8");
}
export { validateContract };

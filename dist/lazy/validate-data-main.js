import { g as writeHandover, n as provideNative, v as clearHandover } from "../lib/start.js";
import { a as openModelFolder, h as writeQuarantine, i as validateSplit, n as openSplit, o as splitFiles } from "../lib/data.js";
import { u as renderValidation } from "../lib/reports.js";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
// actions/validate-data/src/main.ts
async function validateData(context) {
	const { inputs, github } = context;
	const output = resolve(github.workspace, inputs.output);
	await clearHandover(output, "validation");
	const folder = await openModelFolder(github.workspace, inputs);
	const splits = await splitFiles(folder);
	await provideNative(["duckdb"], context);
	const training = await context.group("Training data", () => judge(context, folder, "training", splits.training));
	const holdout = await context.group("Holdout", () => judge(context, folder, "holdout", splits.holdout));
	await mkdir(output, { recursive: true });
	const facts = {
		"training-dataset": training.dataset,
		"training-validation": training.validation,
		"holdout-dataset": holdout.dataset,
		"holdout-validation": holdout.validation
	};
	context.output("handover", await writeHandover(output, {
		kind: "validation",
		facts
	}));
	context.output("dataset-digest", training.dataset.digest);
	context.output("rejected-rows", training.validation.rejectedRows + holdout.validation.rejectedRows);
	context.summary(renderValidation({ validations: [{
		use: "training",
		...training
	}, {
		use: "holdout",
		...holdout
	}] }));
	return conclude([training.validation, holdout.validation]);
}
async function judge(context, folder, name, paths) {
	const { quarantine } = context.inputs;
	const outputPath = folder.policy.data.violations.action === "quarantine" && quarantine !== void 0 ? resolve(context.github.workspace, quarantine, `${name}.parquet`) : void 0;
	if (outputPath !== void 0) await mkdir(join(outputPath, ".."), { recursive: true });
	await using split = await openSplit(folder, paths, { outputPath });
	context.progress(`${name}: ${split.dataset.rows.toLocaleString("en")} rows in ${paths.length} file${paths.length === 1 ? "" : "s"}`);
	const validation = await validateSplit(folder, split);
	if (outputPath !== void 0) await writeQuarantine(split.engine, split.dataset, folder.contract, outputPath);
	for (const check of validation.checks.filter((each) => each.verdict !== "pass")) context.annotate({
		level: check.severity === "error" ? "error" : "warning",
		title: `${name} data: ${check.id}`,
		message: `${check.description} Expected ${check.expected}, observed ${check.observed}.`,
		file: folder.contract.file
	});
	context.log(`${validation.verdict}: ${validation.rejectedRows.toLocaleString("en")} of ${validation.rows.toLocaleString("en")} rows break the contract`);
	return {
		dataset: split.document,
		validation
	};
}
function conclude(validations) {
	const verdicts = validations.map((validation) => validation.verdict);
	const verdict = verdicts.includes("fail") ? "fail" : verdicts.includes("inconclusive") ? "inconclusive" : "pass";
	if (verdict === "pass") return { verdict };
	const failed = validations.flatMap((validation) => validation.checks.filter((check) => check.verdict !== "pass" && check.severity === "error"));
	return {
		verdict,
		failed: `The contract’s verdict is ${verdict}: ${[...new Set(failed.map((check) => check.id))].join(", ")}`
	};
}
export { validateData };

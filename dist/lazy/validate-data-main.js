import { _ as writeHandover, n as provideNative, y as clearHandover } from "../lib/start.js";
import { H as publicColumns, K as writeQuarantine, R as judgeFreshness, c as openSplit, f as openModelFolder, p as splitFiles, r as countColumns, s as judgeSplit, u as validationDocument } from "../lib/data.js";
import { d as renderValidation } from "../lib/reports.js";
import { a as annotateChecks, c as openDigestCache, i as tellChange, l as overallVerdict, n as writePage, o as conclude, r as gitHubTime, s as freshnessVerdict, t as writeReports, u as judgeChange } from "./report-files.js";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
// actions/validate-data/src/main.ts
async function validateData(context, model) {
	const { inputs, github } = context;
	const { policyRoot } = inputs;
	const output = resolve(github.workspace, inputs.output);
	await clearHandover(output, "validation");
	const folder = await openModelFolder(github.workspace, {
		model,
		policyRoot
	});
	const splits = await splitFiles(folder);
	const contractChange = await judgeChange(context, await folder.readText(folder.policy.data.contract));
	await provideNative(["duckdb"], context);
	const cache = await openDigestCache(context);
	const training = await context.group("Training data", () => judge(context, folder, "training", splits.training, cache));
	const holdout = await context.group("Holdout", () => judge(context, folder, "holdout", splits.holdout, cache));
	await cache.save();
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
	const freshness = holdout.freshness.map(({ place, samples, ...check }) => ({
		...check,
		samples: [...samples]
	}));
	const { validation } = holdout;
	context.summary(renderValidation({ validations: [{
		use: "training",
		...training
	}, {
		use: "holdout",
		dataset: holdout.dataset,
		validation: {
			...validation,
			verdict: holdout.judged.verdict,
			checks: [...validation.checks, ...freshness]
		}
	}] }));
	await writeReports(context, {
		subject: model,
		file: folder.contract.file,
		datasets: [training.judged, holdout.judged]
	});
	const { files } = folder.policy.data;
	const { columns } = training.dataset;
	const values = (training.dataset.rows + holdout.dataset.rows) * columns.length;
	const judged = [{
		contract: folder.contract,
		patterns: patternsOf(files),
		values
	}];
	const told = await tellChange(context, {
		now: judged,
		cache
	}, async (root) => {
		const { contract, policy } = await openModelFolder(root, {
			model,
			policyRoot
		});
		return [{
			contract,
			patterns: patternsOf(policy.data.files)
		}];
	});
	const isVersionEnough = contractChange?.isVersionEnough ?? true;
	const verdict = overallVerdict([training.judged.verdict, holdout.judged.verdict], isVersionEnough);
	const object = {
		contract: folder.contract,
		columns,
		datasets: [training.judged, holdout.judged]
	};
	await writePage(context, {
		subject: model,
		verdict,
		contractChange,
		objects: [object],
		told
	});
	return conclude(verdict, [
		...training.validation.checks,
		...validation.checks,
		...freshness
	], isVersionEnough);
}
const patternsOf = (files) => typeof files === "string" ? [files] : files;
async function judge(context, folder, name, paths, cache) {
	const { quarantine } = context.inputs;
	const outputPath = folder.policy.data.violations.action === "quarantine" && quarantine !== void 0 ? resolve(context.github.workspace, quarantine, `${name}.parquet`) : void 0;
	if (outputPath !== void 0) await mkdir(join(outputPath, ".."), { recursive: true });
	await using split = await openSplit(folder, paths, {
		outputPath,
		cache
	});
	context.progress(`${name}: ${split.dataset.rows.toLocaleString("en")} rows in ${paths.length} file${paths.length === 1 ? "" : "s"}`);
	const report = await judgeSplit(folder, split);
	const validation = validationDocument(folder, split, report);
	const { contract } = folder;
	if (outputPath !== void 0) await writeQuarantine(split.engine, split.dataset, contract, outputPath);
	const isAsked = name === "holdout" && contract.freshness.length > 0;
	const asOf = isAsked ? context.inputs.asOf ?? await gitHubTime(context.github.apiUrl) : "";
	const freshness = isAsked ? await judgeFreshness(split.engine, split.dataset, contract, asOf) : [];
	const checks = [...report.checks, ...freshness];
	annotateChecks(context, {
		file: contract.file,
		title: `${name} data`,
		checks
	});
	context.log(`${validation.verdict}: ${validation.rejectedRows.toLocaleString("en")} of ${validation.rows.toLocaleString("en")} rows break the contract`);
	const { name: object, digest, files } = split.dataset;
	const judged = {
		...report,
		verdict: overallVerdict([report.verdict, freshnessVerdict(freshness)], true),
		checks,
		title: `${name} ${object}`,
		digest,
		files: files.map(({ path, rows }) => ({
			path,
			rows
		}))
	};
	const counts = await countColumns(split.engine, split.dataset, publicColumns(contract));
	return {
		dataset: {
			...split.document,
			columns: split.document.columns.map((column, i) => ({
				...column,
				...counts[i]
			}))
		},
		validation,
		freshness,
		judged
	};
}
export { validateData };

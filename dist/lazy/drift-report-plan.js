import { C as TidemarkError, n as provideNative } from "../lib/start.js";
import { H as publicColumns, ct as planBaseline, et as readPeriod, ht as digestQuery, st as layBaseline } from "../lib/data.js";
import { t as emptyReference } from "./measure.js";
import { a as readWatched, f as writePlan, g as score, h as queryOf, i as readFiles, l as referenceAmong, m as openRows, o as recordedReference, p as driftData, r as patternsOf, s as openScorer, t as findBaseline } from "./watched.js";
import { resolve } from "node:path";
// actions/drift-report/src/plan.ts
/**
* Writes what shards are counted by: the baseline on record, which needs no data; where there is none, edges laid from the reference files
* that are in the checkout.
*/
async function plan(context) {
	const { inputs, github } = context;
	const watched = await readWatched(context);
	if (typeof watched === "string") {
		context.log(watched);
		return {};
	}
	const known = await findBaseline(watched, recordedReference(watched));
	if (known !== null) context.log(`The baseline of ${watched.manifest.version} is on record: its edges are the plan.`);
	await writePlan(resolve(github.workspace, inputs.plan), known ?? await layPlan(context, watched));
	context.output("plan", inputs.plan);
	return {};
}
async function layPlan(context, watched) {
	const { folder, manifest, monitor } = watched;
	const files = await findReferenceFiles(watched);
	await provideNative(["duckdb", "onnxruntime"], context);
	await using scorer = await openScorer(context, watched);
	const question = {
		folder,
		monitor,
		scorer
	};
	await using reference = await openRows(question, files);
	const query = queryOf(question);
	const period = await readPeriod(reference.engine, query);
	if (period === null) throw emptyReference(question);
	const options = {
		model: manifest.model,
		dataset: reference.dataset.digest,
		modelDigest: manifest.modelDigest,
		period,
		publicColumns: publicColumns(folder.contract),
		expectsPerformance: monitor.performance !== void 0
	};
	const laid = await context.group(`Lay edges from ${files.files.length} files`, async () => planBaseline(reference.engine, driftData(question, await score(context, question, reference, period)), options));
	return layBaseline(laid, {
		...options,
		features: digestQuery(scorer.query)
	});
}
/** Those of the reference files that are in the checkout, each content once. */
async function findReferenceFiles(watched) {
	const { folder, manifest, referenceFiles } = watched;
	const { root, files } = await readFiles(watched, patternsOf(folder));
	const found = referenceAmong(files, referenceFiles);
	if (found.length > 0) return {
		root,
		files: found
	};
	throw new TidemarkError("FILE_NOT_FOUND", `none of the files that ${manifest.model} ${manifest.version} was made from is here`, { hint: "Edges are laid from them: fetch all of them, or some that stand for all, in the planning job." });
}
export { plan };

import { C as renderDriftPage, v as renderSarif, x as findingsOfDrift, y as renderJUnit } from "../lib/reports.js";
import { R as storedJson } from "../lib/start.js";
import { n as isDrift } from "./windows.js";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
// \0@oxc-project+runtime@0.158.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// actions/drift-report/src/report-files.ts
/**
* Writes what people and other tools read of the judged windows: a page each and `index.html` for the newest, `drift.json`,
* `drift.junit.xml` and, of the newest alone since alerts tell of now, `drift.sarif`. Annotates the newest in the contract.
*/
async function writeReports(context, judged) {
	const { folder, baseline, checks, windows } = judged;
	const output = resolve(context.github.workspace, context.inputs.report);
	const placeOf = contractPlaces(folder);
	const newest = checks.at(-1);
	const pages = new Map(checks.map((check) => [check.window.start, `${check.window.start}.html`]));
	const pageOf = (start) => pages.get(start);
	const render = (check) => renderDriftPage({
		baseline,
		check,
		windows,
		pageOf
	});
	const { model } = folder.policy;
	await mkdir(output, { recursive: true });
	for (const check of checks) await writeFile(join(output, pageOf(check.window.start)), render(check));
	const files = {
		"index.html": render(newest),
		"drift.json": storedJson({
			model,
			baseline: baseline.id,
			windows: checks.map(withoutCounts)
		}),
		"drift.junit.xml": renderJUnit(`drift.${model}`, checks.flatMap((check) => findingsOfDrift(check, placeOf))),
		"drift.sarif": renderSarif(`drift-report/${model}`, findingsOfDrift(newest, placeOf))
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(output, name), text);
	context.output("page", join(context.inputs.report, "index.html"));
	annotate(context, newest, placeOf);
}
function annotate(context, { window, results }, placeOf) {
	for (const { column, family, verdict, reason } of results) {
		if (!isDrift(verdict)) continue;
		context.annotate({
			level: "warning",
			title: `Drift of ${column}${family === "nulls" ? " (missing values)" : ""} since ${window.start}`,
			message: reason,
			...placeOf(column)
		});
	}
}
/** A column's line in the contract. What the query makes of others is in no contract: then it is the query's file. */
function contractPlaces({ contract, folder, policy }) {
	return (column) => {
		const index = contract.object.properties.findIndex(({ name }) => name === column);
		if (index < 0) return { file: `${folder}/${policy.data.features}` };
		return {
			file: contract.file,
			line: contract.locate(["properties", index]).line
		};
	};
}
function withoutCounts({ statistics: _, ...summary }) {
	return summary;
}
export { _taggedTemplateLiteral as t, writeReports };

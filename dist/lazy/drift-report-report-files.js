import { E as renderDriftPage, S as renderJUnit, w as findingsOfDrift, x as renderSarif } from "../lib/reports.js";
import { O as storedJson } from "../lib/start.js";
import { _ as windowName } from "../lib/schemas.js";
import { r as isDrift } from "./windows.js";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
// actions/drift-report/src/places.ts
/**
* Where a person would look at what drifted: a column's line in the contract, also where a segment or a text's length was compared.
* What the query makes of others is in no contract: then it is the query's file.
*/
function contractPlaces({ contract, folder, policy }, columns) {
	const compared = new Map(columns.map((column) => [column.name, column]));
	return (name) => {
		const column = compared.get(name);
		const own = column === void 0 ? name : comparedColumn(column);
		const index = contract.object.properties.findIndex((property) => property.name === own);
		if (index < 0) return { file: `${folder}/${policy.data.features}` };
		return {
			file: contract.file,
			line: contract.locate(["properties", index]).line
		};
	};
}
/** The column that a part of it, or a measure of its texts, is counted of. */
function comparedColumn(column) {
	if (column.kind !== "rate" && column.text !== void 0) return column.text.column;
	const { name, segment } = column;
	return segment === void 0 ? name : name.slice(0, -` [${segment.column}=${segment.value}]`.length);
}
// actions/drift-report/src/report-files.ts
/**
* Writes what people and other tools read of the judged windows: a page each and `index.html` for the newest, `drift.json`,
* `drift.junit.xml` and `drift.sarif`. Annotates the newest in the contract.
*/
async function writeReports(context, judged) {
	const { folder, baseline, checks, windows } = judged;
	const output = resolve(context.github.workspace, context.inputs.report);
	const placeOf = contractPlaces(folder, baseline.columns);
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
	const findings = checks.toReversed().flatMap((check) => findingsOfDrift(check, placeOf));
	await mkdir(output, { recursive: true });
	for (const check of checks) await writeFile(join(output, pageOf(check.window.start)), render(check));
	const files = {
		"index.html": render(newest),
		"drift.json": storedJson({
			model,
			baseline: baseline.id,
			windows: checks.map(withoutCounts)
		}),
		"drift.junit.xml": renderJUnit(`drift.${model}`, findings),
		"drift.sarif": renderSarif(`drift-report/${model}`, findings)
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(output, name), text);
	context.output("page", join(context.inputs.report, "index.html"));
	annotate(context, newest, placeOf);
}
function annotate(context, check, placeOf) {
	for (const { column, family, verdict, reason } of check.results) {
		if (!isDrift(verdict)) continue;
		context.annotate({
			level: "warning",
			title: `Drift of ${column}${family === "nulls" ? " (missing values)" : ""} in the ${windowName(check)}`,
			message: reason,
			...placeOf(column)
		});
	}
}
function withoutCounts({ statistics: _, ...summary }) {
	return summary;
}
export { writeReports };

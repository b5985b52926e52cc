import { C as fingerprintFiles, G as openDataset, w as openEngine } from "../lib/data.js";
import { t as logicalType } from "./columns.js";
import { join } from "node:path";
// packages/cli/src/init/read-columns.ts
/**
* The columns of the files that a glob names, in their order: types, whether a value is ever absent, about how many differ. One
* scan. Throws as opening a dataset does: `DATA_UNREADABLE`, `COLUMN_TYPE`, `DATA_EMPTY`, `FILE_NOT_FOUND`.
*/
async function readColumns(root, glob) {
	const files = await fingerprintFiles(root, [glob]);
	const allowedPaths = files.files.map(({ path }) => join(files.root, path));
	await using engine = await openEngine({
		allowedPaths,
		root: files.root
	});
	const dataset = await openDataset(engine, files, { name: "rows" });
	const counts = dataset.columns.map(({ name }, i) => {
		const column = `"${name.replaceAll("\"", "\"\"")}"`;
		return `count(${column}) AS present${i}, approx_count_distinct(${column}) AS distinct${i}`;
	});
	const [row = {}] = await engine.query(`SELECT ${counts.join(", ")} FROM ${dataset.rawView}`);
	return {
		files: files.files.length,
		columns: dataset.columns.map(({ name, type }, i) => ({
			name,
			type: logicalType(type),
			isRequired: Number(row[`present${i}`]) === dataset.rows,
			distinct: Number(row[`distinct${i}`])
		}))
	};
}
export { readColumns };

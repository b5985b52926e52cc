import { A as fingerprintFiles, M as openEngine, T as inferContract, dt as partitionNames, lt as openDataset } from "../lib/data.js";
import { t as isLogicalType } from "./columns.js";
import { join } from "node:path";
// packages/cli/src/init/infer-data.ts
/**
* The columns of the files that a glob names, in their order, and a contract of them as `tidemark contract infer` writes it. Throws as
* opening a dataset does: `DATA_UNREADABLE`, `COLUMN_TYPE`, `DATA_EMPTY`, `FILE_NOT_FOUND`.
*/
async function inferData(root, glob, { id, object }) {
	const files = await fingerprintFiles(root, [glob]);
	const paths = files.files.map(({ path }) => path);
	await using engine = await openEngine({
		allowedPaths: paths.map((path) => join(files.root, path)),
		root: files.root
	});
	const partitions = partitionNames(paths);
	const dataset = await openDataset(engine, files, {
		name: object,
		partitions
	});
	const { yaml, columns } = await inferContract(engine, dataset, {
		id,
		partitions,
		isSplit: true
	});
	return {
		files: paths.length,
		columns: columns.map(({ name, logicalType, isRequired, distinct }) => ({
			name,
			type: logicalType !== null && isLogicalType(logicalType) ? logicalType : null,
			isRequired,
			distinct
		})),
		contract: yaml
	};
}
export { inferData };

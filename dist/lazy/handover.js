import { R as storedJson, _ as writeHandover, b as parseJsonDocument, g as readHandover } from "../lib/start.js";
import { C as Dataset, M as Baseline, N as DriftCheck } from "../lib/schemas.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
// actions/drift-report/src/handover.ts
const kind = "drift";
/** Each document is a file: a wide model's checks are too large for one manifest. Returns the manifest's digest. */
async function writeJudgement(folder, { baseline, judged }) {
	const documents = {
		"baseline.json": baseline,
		...judged === null ? {} : {
			"reference.json": judged.reference,
			"dataset.json": judged.dataset
		},
		...Object.fromEntries((judged?.checks ?? []).map((check) => [`checks/${check.window.start}.json`, check]))
	};
	for (const [path, document] of Object.entries(documents)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), storedJson(document));
	}
	return writeHandover(folder, {
		kind,
		facts: { isJudged: judged !== null }
	});
}
/** Reads what arrived; digests are checked, every document against its schema. */
async function readJudgement(folder, expectedDigest) {
	const { files } = await readHandover(folder, {
		kind,
		expectedDigest
	});
	const read = async (schema, path) => parseJsonDocument(schema, await readFile(join(folder, path), "utf8"), `${path} of the drift handover`);
	const baseline = await read(Baseline, "baseline.json");
	if (!files.some(({ path }) => path === "dataset.json")) return {
		baseline,
		judged: null
	};
	const checks = files.map(({ path }) => path).filter((path) => path.startsWith("checks/"));
	return {
		baseline,
		judged: {
			reference: await read(Dataset, "reference.json"),
			dataset: await read(Dataset, "dataset.json"),
			checks: await Promise.all(checks.map((path) => read(DriftCheck, path)))
		}
	};
}
export { writeJudgement as n, readJudgement as t };

import { R as storedJson, _ as writeHandover, b as parseJsonDocument, g as readHandover, h as handoverPart } from "../lib/start.js";
import { C as DriftCheck, D as PerformanceCheck, E as OutcomeFiles, P as Dataset, S as Baseline } from "../lib/schemas.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
// actions/drift-report/src/handover.ts
const kind = "drift";
/** Each document is a file: a wide model's checks are too large for one manifest. Returns the manifest's digest. */
async function writeJudgement(folder, { baseline, judged, outcomes }) {
	const documents = {
		"baseline.json": baseline,
		...judged === null ? {} : {
			"reference.json": judged.reference,
			"dataset.json": judged.dataset
		},
		...Object.fromEntries((judged?.checks ?? []).map((check) => [`checks/${check.window.start}.json`, check])),
		...Object.fromEntries((outcomes?.checks ?? []).map((check) => [`performance/${check.window.start}-${check.version}.json`, check]))
	};
	for (const [path, document] of Object.entries(documents)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), storedJson(document));
	}
	return writeHandover(folder, {
		kind,
		facts: {
			isJudged: judged !== null,
			outcomes: outcomes === null ? null : { ...outcomes.files }
		}
	});
}
/** Reads what arrived; digests are checked, every document against its schema. */
async function readJudgement(folder, expectedDigest) {
	const handover = await readHandover(folder, {
		kind,
		expectedDigest
	});
	const { files } = handover;
	const read = async (schema, path) => parseJsonDocument(schema, await readFile(join(folder, path), "utf8"), `${path} of the drift handover`);
	const baseline = await read(Baseline, "baseline.json");
	const below = (place) => files.map(({ path }) => path).filter((path) => path.startsWith(place));
	const outcomeFiles = handoverPart(OutcomeFiles, handover, "outcomes");
	const performance = await Promise.all(below("performance/").map((path) => read(PerformanceCheck, path)));
	const outcomes = outcomeFiles === null ? null : {
		files: outcomeFiles,
		checks: performance
	};
	if (!files.some(({ path }) => path === "dataset.json")) return {
		baseline,
		judged: null,
		outcomes
	};
	return {
		baseline,
		outcomes,
		judged: {
			reference: await read(Dataset, "reference.json"),
			dataset: await read(Dataset, "dataset.json"),
			checks: await Promise.all(below("checks/").map((path) => read(DriftCheck, path)))
		}
	};
}
export { writeJudgement as n, readJudgement as t };

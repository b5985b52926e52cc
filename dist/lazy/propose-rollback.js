import { C as TidemarkError, R as storedJson, _ as writeHandover, b as parseJsonDocument, g as readHandover, h as handoverPart } from "../lib/start.js";
import { A as OutcomeFiles, E as DriftCheck, R as Dataset, T as Baseline, j as PerformanceCheck } from "../lib/schemas.js";
import { U as commentOnce, a as rollBackByMonitor, r as readRollbackPage } from "../lib/registry.js";
import { s as renderRollback, y as rollbackSentence } from "../lib/reports.js";
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
// actions/drift-report/src/propose-rollback.ts
/** Opens the pull request that the policy's rule asks for. What keeps it from that is a problem of the run, and no other's. */
async function proposeRollback({ inputs: { registryBranch }, github: { repository, serverUrl } }, registry, { policy, record: { drift, weeks } }) {
	try {
		return {
			rollback: await rollBackByMonitor(registry, {
				policy,
				judged: {
					drift: drift.windows,
					performance: weeks
				},
				describe: async (intent, request) => renderRollback({
					repository,
					serverUrl,
					registryBranch,
					...await readRollbackPage(registry.ledger, {
						intent,
						request,
						policy
					})
				})
			}),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return {
			rollback: { kind: "none" },
			problems: [error]
		};
	}
}
/** Tells those who follow the issue of a proposal that was just made: an edited body notifies nobody. */
async function tellOfRollback(registry, rollback, issue) {
	if (rollback.kind !== "proposed" || issue === null) return;
	const marker = `<!-- tidemark:rollback pull-request=${rollback.pullRequest} -->`;
	await commentOnce(registry, issue, `${marker}\n${rollbackSentence(rollback)}`);
}
/** The same for a log. */
function logOfRollback(rollback) {
	if (rollback.kind === "none") return "";
	const what = rollback.kind === "withheld" ? rollback.why : `${rollback.version}, pull request #${rollback.pullRequest}`;
	return `rollback of ${rollback.channel} ${rollback.kind}: ${what}`;
}
export { writeJudgement as a, readJudgement as i, proposeRollback as n, tellOfRollback as r, logOfRollback as t };

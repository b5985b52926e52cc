import { d as findDriftReplayProblem } from "../lib/data.js";
import { n as connectRegistry } from "../lib/github.js";
import { D as respondToDrift, L as assertDriftEvidence, N as readBaselineVersion, O as recordDrift, P as readReferenceFiles, X as readPolicy, k as readBaselines } from "../lib/registry.js";
import { _ as renderDriftIssue, g as renderDriftEnd, h as driftMarker, m as driftIssueTitle, v as renderDriftWindows } from "../lib/reports.js";
import { S as TidemarkError } from "../lib/start.js";
import { t as readJudgement } from "./handover.js";
import { resolve } from "node:path";
// actions/drift-report/src/report.ts
/** Records what was judged, then does what all windows on record ask for. */
async function report(context) {
	const { inputs, github } = context;
	const { model, driftHandover } = inputs;
	if (driftHandover === void 0) throw new TidemarkError("INPUT_INVALID", "drift-handover is missing", { hint: "Give `report` the output `handover` of the job that judged, and run it only where that is not empty." });
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor,
		runUrl: github.runUrl
	});
	const { policy } = await readPolicy(registry, model, await registry.reviews.defaultBranch());
	if (policy.monitor === void 0) {
		context.log(`The default branch’s policy of ${model} has no monitor: nothing is recorded.`);
		return {};
	}
	const { monitor } = policy;
	const manifest = await readBaselineVersion(registry, {
		model,
		channel: inputs.channel,
		monitor
	});
	const head = await registry.ledger.head();
	if (manifest === null || head === null) throw new TidemarkError("DIGEST_MISMATCH", `there is no version of ${model} that these windows could be compared with`, { hint: "It was in the registry when the windows were judged. Run verify-registry." });
	const judgement = await readJudgement(resolve(github.workspace, inputs.handover), driftHandover);
	const at = await context.group("Record", () => record(registry, {
		judgement,
		manifest,
		monitor,
		head
	}));
	const response = await context.group("Respond", () => respondToDrift(registry, {
		...manifest,
		at,
		baseline: judgement.baseline.id,
		policy: monitor,
		telling: tellingOf(model)
	}));
	if (response.issue !== null) context.output("issue", String(response.issue));
	context.summary(renderDriftWindows(response.windows));
	for (const sentence of response.done) context.log(sentence);
	if (response.done.length === 0) context.log("Nothing had to be done.");
	if (response.problems.length === 0) return {};
	return { failed: response.problems.map(({ message, hint }) => `${message}. ${hint}`).join("\n") };
}
/** Returns the commit that holds what was judged. */
async function record(registry, { judgement: { baseline, judged }, manifest, monitor, head }) {
	if (judged !== null) {
		const evidence = {
			baseline,
			...judged
		};
		const referenceFiles = await readReferenceFiles(registry.ledger, manifest, head);
		assertDriftEvidence(evidence, {
			manifest,
			referenceFiles,
			policy: monitor,
			replay: findDriftReplayProblem
		});
		return recordDrift(registry, {
			manifest,
			policy: monitor,
			evidence
		});
	}
	if ((await readBaselines(registry.ledger, manifest.model, head)).some(({ id, modelDigest }) => id === baseline.id && modelDigest === manifest.modelDigest)) return head;
	throw new TidemarkError("DIGEST_MISMATCH", `the baseline ${baseline.id} is not on record for ${manifest.version}`, { hint: "The baseline’s version changed since the windows were judged. Run the workflow again from the judging job." });
}
const tellingOf = (model) => ({
	marker: driftMarker(model),
	describe: (windows) => ({
		title: driftIssueTitle(windows),
		body: renderDriftIssue(windows)
	}),
	describeEnd: renderDriftEnd
});
export { report };

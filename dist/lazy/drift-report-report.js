import { p as findDriftReplayProblem } from "../lib/data.js";
import { n as connectRegistry } from "../lib/github.js";
import { A as readBaselines, F as readReferenceFiles, O as respondToDrift, P as readBaselineVersion, Q as readPolicy, R as assertDriftEvidence, k as recordDrift, ot as readReferenced } from "../lib/registry.js";
import { C as renderDriftIssue, S as renderDriftEnd, b as driftIssueTitle, w as renderDriftWindows, x as driftMarker, y as describeDriftAlert } from "../lib/reports.js";
import { O as Run } from "../lib/schemas.js";
import { C as TidemarkError } from "../lib/start.js";
import { t as readJudgement } from "./handover.js";
import { resolve } from "node:path";
// actions/drift-report/src/report.ts
/** Records what was judged, then does what all windows on record ask for. */
async function report(context) {
	const { inputs, github } = context;
	const { model, driftHandover } = inputs;
	if (driftHandover === void 0) throw new TidemarkError("INPUT_INVALID", "drift-handover is missing", { hint: "Give `report` the output `handover` of the job that judged, and run it only where that is not empty." });
	const alerts = await alertsOf(inputs);
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
	const telling = await tellingOf(context, registry, {
		manifest,
		at
	});
	const response = await context.group("Respond", () => respondToDrift(registry, {
		...manifest,
		at,
		baseline: judgement.baseline.id,
		policy: monitor,
		telling,
		alerts
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
async function tellingOf({ github }, { ledger }, { manifest: { model, version, run }, at }) {
	const { repository, runUrl, serverUrl } = github;
	const { source } = await readReferenced(ledger, Run, run, at);
	const lineage = {
		version,
		commit: source.sha,
		repositoryUrl: `${serverUrl}/${repository}`
	};
	return {
		marker: driftMarker(model),
		describe: (windows) => ({
			title: driftIssueTitle(windows),
			body: renderDriftIssue(windows, lineage)
		}),
		describeEnd: renderDriftEnd,
		describeAlert: (windows, about) => describeDriftAlert(windows, {
			...about,
			repository,
			runUrl
		})
	};
}
/** Whom to alert. An address or key that is none is refused before anything is written. */
async function alertsOf({ slackWebhook, teamsWebhook, pagerdutyRoutingKey }) {
	const { pagerDutyAlerts, slackAlerts, teamsAlerts } = await import("./src3.js");
	return [
		...slackWebhook === void 0 ? [] : [slackAlerts(slackWebhook)],
		...teamsWebhook === void 0 ? [] : [teamsAlerts(teamsWebhook)],
		...pagerdutyRoutingKey === void 0 ? [] : [pagerDutyAlerts(pagerdutyRoutingKey)]
	];
}
export { report };

import { m as findDriftReplayProblem } from "../lib/data.js";
import { n as connectRegistry } from "../lib/github.js";
import { A as respondToPerformance, F as readPerformanceRecord, H as readBaselineVersion, I as respondToDrift, K as assertDriftEvidence, L as recordDrift, O as readServedVersion, P as readPerformanceGround, R as readBaselines, U as readReferenceFiles, j as assertPerformanceEvidence, k as recordPerformance, mt as readReferenced, ot as readPolicy } from "../lib/registry.js";
import { D as renderDriftEnd, E as driftMarker, O as renderDriftIssue, T as driftIssueTitle, d as performanceIssueTitle, f as performanceMarker, h as renderPerformanceIssue, k as renderDriftWindows, m as renderPerformanceEnd, p as renderPerformance, w as describeDriftAlert } from "../lib/reports.js";
import { z as Run } from "../lib/schemas.js";
import { C as TidemarkError } from "../lib/start.js";
import { t as readJudgement } from "./handover.js";
import { i as findPerformanceReplayProblem } from "../lib/evaluation.js";
import { resolve } from "node:path";
// actions/drift-report/src/report-outcomes.ts
/** Checks and records what was judged of predictions and labels, then does what follows. `at` becomes the commit that holds it. */
async function reportOutcomes(registry, { model, channel, monitor, outcomes: { files, checks }, at }) {
	const policy = monitor.performance;
	const served = await readServedVersion(registry, {
		model,
		channel
	});
	if (policy === void 0 || served === null) throw new TidemarkError("DIGEST_MISMATCH", `nothing of ${model} is asked for or served that performance was judged of`, { hint: "The policy or the channel changed since. Run the workflow again from the judging job." });
	const { checks: onRecord } = await readPerformanceRecord(registry.ledger, {
		model,
		at,
		policy
	});
	const groundOf = await readPerformanceGround(registry.ledger, {
		model,
		at,
		versions: checks.map(({ version }) => version),
		known: [...onRecord, ...checks]
	});
	assertPerformanceEvidence(checks, {
		model,
		policy,
		groundOf,
		replay: findPerformanceReplayProblem
	});
	const recorded = await recordPerformance(registry, {
		subject: served,
		policy: monitor,
		files,
		checks
	});
	return {
		...await respondToPerformance(registry, {
			...served,
			at: recorded,
			policy: monitor,
			telling: {
				marker: performanceMarker(model),
				describe: (windows) => ({
					title: performanceIssueTitle(windows),
					body: renderPerformanceIssue(windows)
				}),
				describeEnd: renderPerformanceEnd
			}
		}),
		at: recorded
	};
}
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
	const recorded = await context.group("Record", () => record(registry, {
		judgement,
		manifest,
		monitor,
		head
	}));
	const { outcomes } = judgement;
	const performance = outcomes === null ? null : await context.group("Record performance", () => reportOutcomes(registry, {
		model,
		channel: inputs.channel,
		monitor,
		outcomes,
		at: recorded
	}));
	const at = performance?.at ?? recorded;
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
	if (performance !== null && performance.windows.length > 0) context.summary(renderPerformance(performance.windows));
	const done = [...response.done, ...performance?.done ?? []];
	const problems = [...response.problems, ...performance?.problems ?? []];
	for (const sentence of done) context.log(sentence);
	if (done.length === 0) context.log("Nothing had to be done.");
	if (problems.length === 0) return {};
	return { failed: problems.map(({ message, hint }) => `${message}. ${hint}`).join("\n") };
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

import { B as parseContract, I as findDriftReplayProblem, d as monitorOfContract } from "../lib/data.js";
import { n as connectRegistry } from "../lib/github.js";
import { $ as assertDriftEvidence, B as readPerformanceRecord, G as readBaselines, H as openIssue, I as respondToWindows, K as readDriftRecord, L as readMonitorRecord, M as readServedVersion, N as recordPerformance, P as assertPerformanceEvidence, W as recordDrift, Y as readBaselineVersion, Z as readReferenceFiles, ft as readPolicy, xt as readReferenced, z as readPerformanceGround } from "../lib/registry.js";
import { D as describeDriftAlert, M as monitorMarker, N as renderDriftEnd, P as renderDriftWindows, _ as renderPerformanceEnd, f as describePerformanceAlert, g as renderMonitorIssue, h as monitorIssueTitle, m as renderMonitorResponse, v as renderPerformance } from "../lib/reports.js";
import { q as Run } from "../lib/schemas.js";
import { C as TidemarkError } from "../lib/start.js";
import { t as readToday } from "./ahead.js";
import { i as readJudgement, n as proposeRollback, r as tellOfRollback, t as logOfRollback } from "./propose-rollback.js";
import { i as findPerformanceReplayProblem } from "../lib/evaluation.js";
import { resolve } from "node:path";
// actions/drift-report/src/record-outcomes.ts
/** Checks and records what was judged of predictions and labels. Returns the commit that holds it. */
async function recordOutcomes(registry, { model, served, monitor, outcomes: { files, checks }, at }) {
	const policy = monitor.performance;
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
	const { latest } = await readToday(registry.clock);
	assertPerformanceEvidence(checks, {
		model,
		policy,
		latest,
		groundOf,
		replay: findPerformanceReplayProblem
	});
	return recordPerformance(registry, {
		subject: served,
		policy: monitor,
		files,
		checks
	});
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
	const { policy, texts } = await readPolicy(registry, model, await registry.reviews.defaultBranch());
	if (policy.monitor === void 0) {
		context.log(`The default branch’s policy of ${model} has no monitor: nothing is recorded.`);
		return {};
	}
	const contract = parseContract(texts.contract.text, texts.contract.file, policy.data.object);
	const monitor = monitorOfContract({
		policy,
		...texts.policy
	}, contract)?.policy ?? policy.monitor;
	const manifest = await readBaselineVersion(registry, {
		model,
		channel: inputs.channel,
		monitor
	});
	const head = await registry.ledger.head();
	if (manifest === null || head === null) throw new TidemarkError("DIGEST_MISMATCH", `there is no version of ${model} that these windows could be compared with`, { hint: "It was in the registry when the windows were judged. Run verify-registry." });
	const judgement = await readJudgement(resolve(github.workspace, inputs.handover), driftHandover);
	const { baseline, outcomes } = judgement;
	const recorded = await context.group("Record", () => record(registry, {
		judgement,
		manifest,
		monitor,
		head
	}));
	const served = monitor.performance ? await readServedVersion(registry, {
		model,
		channel: inputs.channel
	}) : null;
	const at = outcomes === null ? recorded : await context.group("Record performance", () => recordOutcomes(registry, {
		model,
		served,
		monitor,
		outcomes,
		at: recorded
	}));
	const asked = {
		subject: manifest,
		served,
		at,
		baseline: baseline.id,
		policy: monitor
	};
	const known = await readMonitorRecord(registry.ledger, asked);
	const { rollback, problems } = await context.group("Roll back", () => proposeRollback(context, registry, {
		policy,
		record: known
	}));
	const telling = await tellingOf(context, registry, {
		manifest,
		served,
		rollback,
		at
	});
	const response = await context.group("Respond", () => respondToWindows(registry, {
		record: known,
		policy: monitor,
		telling,
		alerts,
		subjects: {
			drift: manifest,
			performance: served
		}
	}));
	await tellOfRollback(registry, rollback, openIssue(response.record));
	return conclude(context, {
		...response,
		problems: [...problems, ...response.problems]
	}, rollback);
}
function conclude(context, { issue, record: { drift, performance }, done, waiting, problems }, rollback) {
	const { github, output, summary, log } = context;
	if (issue !== null) output("issue", String(issue));
	if (rollback.kind === "proposed") output("rollback", String(rollback.pullRequest));
	if (drift.windows.length > 0 || performance.windows.length === 0) summary(renderDriftWindows(drift.windows));
	if (performance.windows.length > 0) summary(renderPerformance(performance.windows));
	const repositoryUrl = `${github.serverUrl}/${github.repository}`;
	const followed = renderMonitorResponse({
		done,
		waiting,
		rollback,
		repositoryUrl
	});
	if (followed !== "") summary(followed);
	for (const sentence of [...done, ...waiting]) log(sentence);
	if (rollback.kind !== "none") log(logOfRollback(rollback));
	if (done.length === 0 && waiting.length === 0 && rollback.kind === "none") log("Nothing had to be done.");
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
		const asked = {
			...manifest,
			at: head,
			baseline: baseline.id,
			policy: monitor
		};
		const onRecord = (await readDriftRecord(registry.ledger, asked)).windows.map(({ window }) => window);
		const { latest } = await readToday(registry.clock);
		assertDriftEvidence(evidence, {
			manifest,
			referenceFiles,
			policy: monitor,
			replay: findDriftReplayProblem,
			latest,
			onRecord
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
async function tellingOf({ github }, { ledger }, { manifest, served, rollback, at }) {
	const { repository, runUrl, serverUrl } = github;
	const lineageOf = async ({ version, run }) => {
		const { source } = await readReferenced(ledger, Run, run, at);
		return {
			version,
			commit: source.sha,
			repositoryUrl: `${serverUrl}/${repository}`
		};
	};
	const [lineage, own] = await Promise.all([lineageOf(manifest), served === null ? void 0 : lineageOf(served)]);
	return {
		marker: monitorMarker(manifest.model),
		describe: (windows) => ({
			title: monitorIssueTitle(windows),
			body: renderMonitorIssue(windows, {
				lineage,
				served: own,
				rollback
			})
		}),
		describeEnd: (check) => check.schema === "tidemark/drift/v1" ? renderDriftEnd(check) : renderPerformanceEnd(check),
		describeAlert: (told, issueUrl) => {
			const place = {
				repository,
				runUrl,
				issueUrl
			};
			return told.topic === "drift" ? describeDriftAlert(told.windows, {
				...place,
				end: told.end
			}) : describePerformanceAlert(told.windows, {
				...place,
				end: told.end
			});
		}
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

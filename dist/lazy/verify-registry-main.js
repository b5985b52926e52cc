import { I as findDriftReplayProblem } from "../lib/data.js";
import { i as findPerformanceReplayProblem, n as findReplayProblem } from "../lib/evaluation.js";
import { l as CloneLedger, t as verifyGitHubRegistry } from "../lib/github.js";
import { f as planRepair, p as describeStep, t as verifyRegistry } from "../lib/registry.js";
import { t as renderVerification } from "../lib/reports.js";
import { i as findRolloutReplayProblem } from "../lib/rollout.js";
import { C as TidemarkError } from "../lib/start.js";
// actions/verify-registry/src/main.ts
const replay = {
	evaluation: findReplayProblem,
	drift: findDriftReplayProblem,
	performance: findPerformanceReplayProblem,
	rollout: findRolloutReplayProblem
};
async function verify(context) {
	const { path, repair } = context.inputs;
	if (path !== void 0 && repair) throw new TidemarkError("INPUT_INVALID", "repair needs GitHub, and path is a clone", { hint: "Leave one of the inputs out: a clone can be verified, not repaired." });
	const { verification, plan, repaired, slowBecause } = path === void 0 ? await verifyOnline(context) : await verifyClone(context, path);
	const { verified, head, problems, checked, notChecked } = verification;
	context.output("verified", verified);
	context.output("head", head ?? "");
	context.output("problems", problems.slice(0, 1e3).map((problem) => ({ ...problem })));
	context.output("repaired", repaired.slice(0, 1e3).map((each) => ({ ...each })));
	const told = repaired.map(({ step, ...result }) => ({
		step: describeStep(step),
		...result
	}));
	context.summary(renderVerification(verification, {
		planned: plan.steps.map(describeStep),
		repaired: told,
		slowBecause
	}));
	for (const [kind, count] of Object.entries({
		...checked,
		...notChecked
	})) context.log(`${count} ${kind}`);
	for (const { step, outcome, detail } of told) context.log(`repair: ${step}: ${outcome}, ${detail}`);
	if (slowBecause !== null) context.log(`read by the API, since git could not fetch the branch: ${slowBecause}`);
	for (const { severity, path, message, remedy } of problems) context.annotate({
		level: severity,
		title: "verify-registry",
		message: `${path} ${message}. ${remedy}`
	});
	if (verified) return {};
	const errors = problems.filter(({ severity }) => severity === "error").length;
	return { failed: errors === 0 ? "There is no registry to verify" : `${errors} error${errors === 1 ? "" : "s"} in the registry` };
}
async function verifyClone({ inputs, progress }, path) {
	using ledger = new CloneLedger(path, inputs.registryBranch);
	const verification = await verifyRegistry(ledger, {
		replay,
		since: inputs.since,
		onProgress: progress
	});
	return {
		verification,
		plan: planRepair(verification.problems),
		repaired: [],
		slowBecause: null
	};
}
function verifyOnline({ inputs, github, progress }) {
	const { repository, apiUrl, actor, runUrl } = github;
	const { assets, repair, since } = inputs;
	return verifyGitHubRegistry({
		...inputs,
		repository,
		apiUrl,
		actor,
		runUrl
	}, {
		assets,
		repair,
		since,
		replay,
		onProgress: progress
	});
}
export { verify };

import { l as findDriftReplayProblem } from "../lib/data.js";
import { n as findReplayProblem } from "../lib/evaluation.js";
import { i as CloneLedger, t as connectRegistry } from "../lib/github.js";
import { t as verifyRegistry } from "../lib/registry.js";
import { t as renderVerification } from "../lib/reports.js";
import { r as findRolloutReplayProblem } from "../lib/rollout.js";
// actions/verify-registry/src/main.ts
const replay = {
	evaluation: findReplayProblem,
	drift: findDriftReplayProblem,
	rollout: findRolloutReplayProblem
};
async function verify(context) {
	const { path } = context.inputs;
	const verification = path === void 0 ? await verifyOnline(context) : await verifyClone(context, path);
	const { verified, problems, checked, notChecked } = verification;
	context.output("verified", verified);
	context.output("problems", problems.slice(0, 1e3).map((problem) => ({ ...problem })));
	context.summary(renderVerification(verification));
	for (const [kind, count] of Object.entries({
		...checked,
		...notChecked
	})) context.log(`${count} ${kind}`);
	for (const { severity, path, message, remedy } of problems) context.annotate({
		level: severity,
		title: "verify-registry",
		message: `${path} ${message}. ${remedy}`
	});
	if (verified) return {};
	return { failed: `${problems.length} problem${problems.length === 1 ? "" : "s"} in the registry` };
}
async function verifyClone({ inputs, progress }, path) {
	using ledger = new CloneLedger(path, inputs.registryBranch);
	return await verifyRegistry(ledger, {
		replay,
		onProgress: progress
	});
}
async function verifyOnline({ inputs, github, progress }) {
	const { ledger, releases, reviews } = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor
	});
	return verifyRegistry(ledger, {
		releases,
		assets: inputs.assets,
		intent: {
			reviews,
			policyRoot: inputs.policyRoot
		},
		replay,
		onProgress: progress
	});
}
export { verify };

import { n as connectRegistry } from "../lib/github.js";
import { at as settlePromotions } from "../lib/registry.js";
import { o as renderReturn, r as renderSettlement, z as codeSpan } from "../lib/reports.js";
// actions/promote-model/src/settle.ts
/** Settles every channel of the default branch that is not settled yet. */
async function settle(context) {
	const { inputs, github } = context;
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor,
		runUrl: github.runUrl
	});
	const settlements = await settlePromotions(registry, { describeReturn: ({ version, checks }, wanted) => renderReturn({
		...wanted,
		what: `${codeSpan(version)} was merged and refused at settling:`,
		reasons: checks.filter((check) => check.verdict === "fail").map((check) => `${check.name}: ${check.detail}`)
	}) });
	const settled = settlements.filter((each) => each.outcome === "settled");
	const refused = settlements.filter((each) => each.outcome === "refused");
	context.output("settled", settled.map(({ model, channel, seq }) => `${model}#${channel}#${seq}`));
	context.summary(renderSettlement({
		repository: github.repository,
		serverUrl: github.serverUrl,
		settlements: settlements.map(({ tag, pullRequest, checks, ...settlement }) => ({
			...settlement,
			reasons: checks.filter((check) => check.verdict === "fail").map((check) => `${check.name}: ${check.detail}`),
			...tag === null ? {} : { tag },
			...pullRequest === null ? {} : { pullRequest }
		}))
	}));
	for (const { model, channel, version, seq, outcome, approvedBy } of settlements) context.log(`${outcome}  ${model} ${version} on ${channel} (seq ${seq}), approved by ${approvedBy.join(", ") || "nobody"}`);
	if (settlements.length === 0) context.log("Nothing to settle: every channel is settled, or its rollout goes on.");
	if (refused.length === 0) return { verdict: "pass" };
	return {
		verdict: "fail",
		failed: refused.flatMap(({ model, channel, checks }) => checks.filter((check) => check.verdict === "fail").map((check) => `${model}#${channel} ${check.name}: ${check.detail}`)).join("\n")
	};
}
export { settle };

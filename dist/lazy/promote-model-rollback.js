import { n as connectRegistry } from "../lib/github.js";
import { r as readRollbackPage } from "../lib/registry.js";
import { c as renderRollbackOutcome, o as renderReturn, s as renderRollback } from "../lib/reports.js";
import { r as rollBack } from "../lib/rollout.js";
import { C as TidemarkError } from "../lib/start.js";
// actions/promote-model/src/rollback.ts
/** Takes a channel back to a version that it held, for whoever started the workflow. */
async function rollBackChannel(context) {
	const { inputs, github } = context;
	const { model, version, reason } = requireInputs(inputs);
	const requestedBy = github.triggeringActor;
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: requestedBy,
		runUrl: github.runUrl
	});
	const { channel, registryBranch, breakGlass: isBreakGlass } = inputs;
	const { repository, serverUrl } = github;
	const request = {
		model,
		channel,
		version,
		reason,
		requestedBy,
		run: github.runId,
		isBreakGlass
	};
	const rollback = await rollBack(registry, request, {
		describe: async (intent, asked, policy) => renderRollback({
			repository,
			serverUrl,
			registryBranch,
			...await readRollbackPage(registry.ledger, {
				intent,
				request: asked,
				policy
			})
		}),
		describeReturn: (intent, reasons) => renderReturn({
			...intent,
			reasons,
			what: "The rollout was stopped on request; its model is marked."
		})
	});
	const outcome = toOutcome(rollback);
	context.output("rolled-back-to", rollback.outcome === "declined" ? "" : version);
	context.output("pull-request", "pullRequest" in outcome ? String(outcome.pullRequest?.number ?? "") : "");
	context.summary(renderRollbackOutcome({
		...request,
		outcome
	}));
	context.log(`${rollback.outcome}  ${model} on ${channel}: ${"reason" in rollback ? rollback.reason : version}`);
	if (rollback.outcome === "returned" && rollback.problem) return { failed: `${channel} is back on ${version}, but its file could not follow: ${rollback.problem.message}. ${rollback.problem.hint}` };
	return {};
}
function requireInputs({ model, version, reason }) {
	const missing = Object.entries({
		model,
		version,
		reason
	}).flatMap(([name, value]) => value ? [] : [name]);
	if (model && version && reason) return {
		model,
		version,
		reason
	};
	throw new TidemarkError("INPUT_INVALID", `mode rollback needs ${missing.join(", ")}`, { hint: "Say which model, back to which version, and why; all of it goes on record." });
}
function toOutcome(rollback) {
	switch (rollback.outcome) {
		case "none": return {
			kind: "none",
			why: rollback.reason
		};
		case "stopped": return {
			kind: "stopped",
			...rollback.returned ? { pullRequest: rollback.returned.pullRequest } : {}
		};
		case "returned": return {
			kind: "returned",
			tag: rollback.tag,
			...rollback.pullRequest ? { pullRequest: rollback.pullRequest } : {}
		};
		default: return {
			kind: rollback.outcome,
			pullRequest: rollback.pullRequest
		};
	}
}
export { rollBackChannel };

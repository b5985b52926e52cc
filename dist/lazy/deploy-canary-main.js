import { a as connectTelemetry, n as connectRegistry } from "../lib/github.js";
import { a as renderRollout, i as renderChannelReturn } from "../lib/reports.js";
import { n as httpTelemetry, t as tickRollouts } from "../lib/rollout.js";
// actions/deploy-canary/src/main.ts
/** One tick: every rollout of the default branch's channels takes its next step. */
async function deployCanaries(context) {
	const { inputs, github } = context;
	const { repository, apiUrl, actor, runUrl } = github;
	const registry = await connectRegistry({
		...inputs,
		repository,
		apiUrl,
		actor,
		runUrl
	});
	const { turns, problems } = await tickRollouts(registry, {
		sources: [await connectTelemetry({
			token: inputs.token,
			repository,
			apiUrl
		}), ...httpTelemetry(inputs.telemetryUrls ?? [])],
		describeReturn: (state, { seq }) => renderChannelReturn(state, seq)
	});
	for (const turn of turns) report(context, turn);
	for (const { model, channel, error } of problems) context.annotate({
		level: "error",
		title: `${model} on ${channel}`,
		message: `${error.message}. ${error.hint}`
	});
	if (turns.length === 0 && problems.length === 0) context.log("No rollout is under way.");
	const rolledBack = turns.filter(({ action, isCommitted }) => action === "roll-back" && isCommitted);
	context.output("turns", turns.map(describe));
	context.output("rolled-back", rolledBack.map(({ model, state }) => `${model}@${state?.canary.version ?? ""}`));
	const failed = [...problems.map(({ model, channel, error }) => `${model} on ${channel}: ${error.message}`), ...inputs.failOnRollBack ? rolledBack.map(({ model, state, reasons }) => `${model} ${state?.canary.version} was rolled back: ${reasons[0]}`) : []];
	return failed.length > 0 ? { failed: failed.join("\n") } : {};
}
function report({ summary, log }, turn) {
	const { model, channel, state, judgement, action, reasons, tag, returned, outages } = turn;
	const name = `${model} ${state?.canary.version ?? ""} on ${channel}`;
	log(`${action}  ${name}: ${reasons.join("; ")}`);
	for (const outage of outages) log(`out of reach: ${outage}`);
	if (tag !== null) log(`${name} is ${tag}`);
	if (state === null || judgement === null) return;
	const pullRequest = returned?.pullRequest;
	if (pullRequest) log(`pull request ${pullRequest.number} returns the channel`);
	summary(renderRollout({
		state,
		action,
		reasons,
		judgement,
		outages,
		...tag === null ? {} : { tag },
		...pullRequest ? { pullRequest } : {}
	}));
}
function describe({ model, channel, state, action, reasons, isCommitted }) {
	return {
		model,
		channel,
		version: state?.canary.version ?? null,
		action,
		phase: state?.phase ?? null,
		weight: state?.weight ?? null,
		isCommitted,
		reason: reasons[0] ?? ""
	};
}
export { deployCanaries };

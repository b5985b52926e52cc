import { n as connectRegistry } from "../lib/github.js";
import { rt as checkProposedChannels, tt as postStatus } from "../lib/registry.js";
import { R as renderCheck } from "../lib/reports.js";
import { C as TidemarkError, T as GitSha } from "../lib/start.js";
// actions/promote-model/src/event.ts
/** The default branch as the event tells it: one request less. */
function readDefaultBranch(github) {
	const branch = github.event.repository?.default_branch;
	return typeof branch === "string" && branch !== "" ? branch : void 0;
}
/** Reads from the event which change is proposed; nothing else of the payload is used. */
function readProposal(github) {
	const { pull_request: pullRequest, merge_group: mergeGroup } = github.event;
	const head = GitSha.safeParse(mergeGroup?.head_sha);
	const base = GitSha.safeParse(mergeGroup?.base_sha);
	const number = pullRequest?.number;
	if (typeof number === "number") return { pullRequest: number };
	if (head.success && base.success) return {
		head: head.data,
		base: base.data
	};
	throw new TidemarkError("INPUT_INVALID", `the event ${github.eventName} has no pull request and no merge group`, { hint: "Run mode check on pull_request_target and merge_group only." });
}
// actions/promote-model/src/check.ts
/** Judges every channel file that the pull request or merge group changes, and posts the required status on its head. */
async function checkProposal(context) {
	const { inputs, github } = context;
	const registry = await connectRegistry({
		...inputs,
		repository: github.repository,
		apiUrl: github.apiUrl,
		actor: github.actor,
		runUrl: github.runUrl,
		defaultBranch: readDefaultBranch(github)
	});
	const { head, channels: proposals } = await checkProposedChannels(registry, readProposal(github));
	const checks = proposals.flatMap((each) => each.checks);
	await postStatus(registry, head, checks);
	for (const { intent, checks } of proposals) context.summary(renderCheck({
		model: intent.model,
		channel: intent.channel,
		version: intent.version,
		checks
	}));
	const failed = checks.filter((check) => check.verdict === "fail");
	if (proposals.length === 0) context.log("No channel file changes here: nothing to check.");
	for (const check of checks) context.log(`${check.verdict}  ${check.name}: ${check.detail}`);
	if (failed.length === 0) return { verdict: "pass" };
	return {
		verdict: "fail",
		failed: failed.map((check) => `${check.name}: ${check.detail}`).join("\n")
	};
}
export { checkProposal };

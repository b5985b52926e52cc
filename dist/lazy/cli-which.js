import { h as channelsOf, m as askChannel } from "../lib/registry.js";
import { o as boolean, p as object } from "../vendor/zod.js";
import { C as TidemarkError, D as Name } from "../lib/start.js";
import { K as formatWeight } from "../lib/reports.js";
import { t as fact } from "./facts.js";
import { a as lookOf, s as paint } from "./table.js";
import { a as suggest, c as describeData, d as formatMetric, f as formatSpan, i as printJson, m as metricNames, n as expectModel, p as formatWhen, r as openView, s as warn } from "./view.js";
import { t as UsageError } from "./invocation.js";
import { t as Moment } from "./moment.js";
import { t as checkOptions } from "./options.js";
import { t as readReference } from "./reference.js";
import { a as openSource, o as sourceOptions } from "./source.js";
// packages/cli/src/answer.ts
/** What a channel held at a time, since when, by whose approval, on what evidence, trained on what. */
function describeAnswer(answer, at, look) {
	const { model, channel, held, before, after, canary } = answer;
	const when = at === null ? "now" : `at ${formatWhen(at)} UTC`;
	const title = (what) => paint(`${model}, ${channel}, ${when}: ${what}`, "strong", look);
	if (held === null) {
		const next = after ? `  The first version, ${after.version}, came at ${formatWhen(after.since)} UTC.` : "";
		return [title("nothing"), next].filter((line) => line !== "").join("\n");
	}
	const { version, since, until, seq, approvedBy, pullRequest, mergeSha, settledBy, manifest, lineage } = held;
	const approval = [
		approvedBy.length > 0 ? approvedBy.join(", ") : "nobody",
		...pullRequest === null ? [] : [`pull request #${pullRequest}`],
		...mergeSha === null ? [] : [`merge ${mergeSha.slice(0, 7)}`],
		...settledBy === "" ? [] : [`settled by ${settledBy}`]
	];
	return [
		title(version),
		"",
		fact("held", `${formatSpan(since, until)}, seq ${seq}`, look, until === null ? "good" : "calm"),
		fact("approved by", approval.join(", "), look),
		...canary ? [fact("canary", `${canary.version} with ${formatWeight(canary.weight)} of the requests (seq ${canary.seq})`, look, "busy")] : [],
		...lineage ? describeEvidence(lineage, look) : [],
		...manifest ? [fact("code", `commit ${manifest.source.sha.slice(0, 12)} of ${manifest.source.repository}`, look), fact("model", `sha256 ${manifest.modelDigest}, release ${manifest.release.tag}`, look)] : [],
		...before ? [fact("before", `${before.version}, ${formatSpan(before.since, before.until)}`, look, "dim")] : [],
		...after ? [fact("then", `${after.version}, ${formatSpan(after.since, after.until)}`, look, "dim")] : []
	].join("\n");
}
function describeEvidence({ evaluation, run, datasets, validations }, look) {
	const metrics = metricNames(Object.keys(evaluation?.metrics ?? {})).map((name) => {
		const judged = evaluation?.metrics[name];
		const { value, lower, upper } = judged.challenger;
		const champion = judged.champion ? `; ${evaluation?.champion?.version} ${formatMetric(judged.champion.value)}` : "";
		const bounds = lower === null && upper === null ? "" : ` (${formatMetric(lower)} to ${formatMetric(upper)}${champion})`;
		return `${name} ${formatMetric(value)}${bounds}`;
	});
	return [
		...evaluation ? [fact("evidence", `${evaluation.verdict}: ${evaluation.reason}`, look, evaluation.verdict === "pass" ? "good" : "bad"), ...metrics.map((line, i) => fact(i === 0 ? "metrics" : "", line, look))] : [fact("evidence", "cannot be read", look, "bad")],
		...describeData({
			run,
			evaluation,
			datasets,
			validations
		}).map(([use, text]) => fact(use, text, look)),
		...run ? [fact("run", `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`, look)] : []
	];
}
// packages/cli/src/commands/which.ts
const Options = object({
	...sourceOptions,
	channel: Name.default("production"),
	at: Moment.optional(),
	json: boolean().default(false)
});
/** `tidemark which`: exit code 1 where the channel held nothing then. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const { model, version } = readReference(operands[0]);
	if (version !== void 0) throw new UsageError(`which version is what it answers; ask with ${model} alone`);
	const { channel, at = null } = choice;
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const answer = await askChannel(view, {
		model,
		channel,
		at
	});
	if (answer === null) throw new TidemarkError("FILE_NOT_FOUND", `nothing ever came into ${channel} of ${model}`, { hint: suggest(channel, await channelsOf(view, model), "channels") });
	warn(view, terminal);
	if (choice.json) printJson(terminal, {
		head: view.head,
		at,
		...answer,
		problems: view.problems()
	});
	else terminal.print(describeAnswer(answer, at, lookOf(terminal)));
	return answer.held === null ? 1 : 0;
}
export { execute };

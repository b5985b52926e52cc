import { o as boolean, p as object } from "../vendor/zod.js";
import { O as summarizeModels, _ as traceVersion, b as readStory, v as readVersions, y as describeBump } from "../lib/registry.js";
import { H as causeInWords, K as formatWeight } from "../lib/reports.js";
import { t as fact } from "./facts.js";
import { a as lookOf, n as formatTable, s as paint } from "./table.js";
import { t as formatStory } from "./story-table.js";
import { t as formatVersions } from "./version-table.js";
import { c as describeData, d as formatMetric, f as formatSpan, g as statusTone, h as statusText, i as printJson, m as metricNames, n as expectModel, o as unknownVersion, p as formatWhen, r as openView, s as warn, u as formatEvidence } from "./view.js";
import { t as checkOptions } from "./options.js";
import { t as readReference } from "./reference.js";
import { a as openSource, o as sourceOptions } from "./source.js";
// packages/cli/src/description.ts
/** A model for a terminal: what is where, the canary, drift, the newest versions, what happened last. */
function describeModel({ summary, versions, rollouts, story, older }, look) {
	const { model, channels, canary, drift } = summary;
	return [
		paint(model, "strong", look),
		...channels.length === 0 ? [fact("in production", "nothing yet", look)] : [],
		...channels.map(({ channel, version, since, seq, approvedBy, pullRequest }) => {
			const how = [
				`seq ${seq}`,
				...pullRequest === null ? [] : [`pull request #${pullRequest}`],
				...approvedBy.length > 0 ? [`approved by ${approvedBy.join(", ")}`] : []
			];
			return fact(`in ${channel}`, `${version} since ${formatWhen(since)} UTC (${how.join(", ")})`, look, "good");
		}),
		...rollouts.flatMap((rollout) => canary && rollout.canary.version === canary.version ? rolloutLines(rollout, look) : [lastRollout(rollout, look)]),
		...drift ? [fact("drift", `${drift.verdict}, ${drift.window}: ${drift.reason}`, look, drift.verdict === "pass" ? "calm" : "warn")] : [],
		"",
		formatVersions(versions, look),
		...summary.versions > versions.length ? [`and ${summary.versions - versions.length} older; \`tidemark ls ${model}\``] : [],
		"",
		formatStory(story, look),
		...older > 0 ? [`and ${older} older; \`tidemark history ${model}\` has them all`] : []
	].join("\n");
}
/** A version for a terminal: what it is, where it came from, how good it is, what became of it. */
function describeVersion(trace, story, look) {
	const { manifest, publishedAt, lineage, rollouts, status, since } = trace;
	const { run, evaluation } = lineage;
	return [
		paint(`${manifest.model} ${manifest.version}`, "strong", look),
		fact("status", `${statusText(trace)} since ${formatWhen(since)} UTC`, look, statusTone(status)),
		...trace.tenures.map(({ channel, since, until, approvedBy, pullRequest }) => fact(`in ${channel}`, [
			formatSpan(since, until),
			...approvedBy.length > 0 ? [`approved by ${approvedBy.join(", ")}`] : [],
			...pullRequest === null ? [] : [`pull request #${pullRequest}`]
		].join(", "), look)),
		fact("model digest", manifest.modelDigest, look),
		fact("number", describeBump(manifest.bump), look),
		fact("follows", manifest.parent ? `${manifest.parent.version} (${manifest.parent.modelDigest.slice(0, 12)})` : "nothing: the first", look),
		...trace.children.length > 0 ? [fact("followed by", trace.children.map(({ version }) => version).join(", "), look)] : [],
		fact("registered", `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}`, look),
		fact("published", publishedAt === null ? "not yet" : `${formatWhen(publishedAt)} UTC, release ${manifest.release.tag}`, look, publishedAt === null ? "warn" : "calm"),
		fact("commit", `${manifest.source.sha} of ${manifest.source.repository}`, look),
		...manifest.kind === "opaque" ? [fact("kind", "opaque: registered and promoted, not run by Tidemark", look)] : [],
		fact(manifest.image ? "image" : "files", manifest.image ? `${manifest.image.name}@sha256:${manifest.image.digest}` : manifest.files.map(({ path, sizeBytes }) => `${path} (${sizeBytes.toLocaleString("en-US")} bytes)`).join(", "), look),
		...run ? [fact("run", `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`, look)] : [],
		...describeData(lineage).map(([use, text]) => fact(use, text, look)),
		...evaluation ? [fact("evaluation", `${evaluation.id.slice(0, 12)}: ${evaluation.verdict}. ${evaluation.reason}`, look, evaluation.verdict === "pass" ? "good" : "bad")] : [],
		"",
		metricTable(trace, look),
		...rollouts.flatMap((rollout) => [
			"",
			...rolloutLines(rollout, look),
			guardrailTable(rollout, look)
		]),
		"",
		formatStory(story, look)
	].join("\n");
}
function metricTable({ manifest, lineage }, look) {
	const { evaluation } = lineage;
	const against = evaluation?.champion?.version;
	const columns = [
		{
			title: "METRIC",
			isFlexible: true
		},
		{
			title: manifest.version,
			isNumber: true
		},
		{ title: "BOUNDS" },
		{
			title: against ? `CHAMPION ${against}` : "CHAMPION",
			isNumber: true
		}
	];
	const rows = metricNames(Object.keys(manifest.metrics)).map((name) => {
		const judged = evaluation?.metrics[name];
		const { lower = null, upper = null } = judged?.challenger ?? {};
		return [
			name,
			formatMetric(manifest.metrics[name]),
			lower === null && upper === null ? "" : `${formatMetric(lower)} to ${formatMetric(upper)}`,
			judged?.champion ? formatMetric(judged.champion.value) : ""
		];
	});
	return formatTable(columns, rows, look);
}
function rolloutLines(rollout, look) {
	const { canary, champion, channel, seq, phase, weight, openedAt, judgement, plan, cause, fault } = rollout;
	const isOver = phase === "promoted" || phase === "rolled-back";
	const stage = isOver ? phaseText(phase) : `${phase} at ${formatWeight(weight)}`;
	return [
		fact("rollout", `${canary.version} against ${champion.version} in ${channel} (seq ${seq}): ${stage}, opened ${formatWhen(openedAt)} UTC`, look, isOver ? "calm" : "busy"),
		fact("harm evidence", `${formatEvidence(judgement.logHarm)} (${formatEvidence(-Math.log(plan.alpha.harm))} rolls back)`, look),
		...cause ? [fact("rolled back", causeInWords(rollout) ?? cause.reason, look, "bad")] : [],
		...fault ? [fact(isOver ? "reported" : "held up", fault.reason, look, "warn")] : []
	];
}
function lastRollout(rollout, look) {
	const { canary, phase, updatedAt } = rollout;
	const cause = causeInWords(rollout);
	return fact("last rollout", `${canary.version} ${phaseText(phase)} ${formatWhen(updatedAt)} UTC${cause === null ? "" : `: ${cause}`}`, look, phase === "rolled-back" ? "bad" : "calm");
}
const phaseText = (phase) => phase.replace("-", " ");
function guardrailTable({ judgement }, look) {
	const columns = [
		{
			title: "  GUARDRAIL",
			isFlexible: true
		},
		{
			title: "CANARY",
			isNumber: true
		},
		{
			title: "CHAMPION",
			isNumber: true
		},
		{
			title: "HARM",
			isNumber: true
		},
		{
			title: "NO HARM",
			isNumber: true
		}
	];
	const rate = ({ events, requests }) => `${events} of ${requests}`;
	const rows = judgement.guardrails.map(({ id, isAdvisory, canary, stable, logHarm, logPromote }) => [
		`  ${id}${isAdvisory ? " (advisory)" : ""}`,
		rate(canary),
		rate(stable),
		formatEvidence(logHarm),
		isAdvisory ? "–" : formatEvidence(logPromote)
	]);
	return formatTable(columns, rows, look);
}
// packages/cli/src/commands/show.ts
const Options = object({
	...sourceOptions,
	json: boolean().default(false)
});
const mostVersions = 5;
const mostEntries = 15;
/** `tidemark show`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const { model, version } = readReference(operands[0]);
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const show = {
		view,
		terminal,
		isJson: choice.json
	};
	if (version === void 0) await showModel(show, model);
	else await showVersion(show, {
		model,
		version
	});
	warn(view, terminal);
	return 0;
}
async function showModel({ view, terminal, isJson }, model) {
	const [[summary], { versions }, { entries, rollouts: all }] = await Promise.all([
		summarizeModels(view, [model]),
		readVersions(view, {
			model,
			most: mostVersions
		}),
		readStory(view, { model })
	]);
	const rollouts = await view.rollouts(model);
	const story = {
		entries: entries.slice(0, mostEntries),
		rollouts: all
	};
	if (isJson) {
		const document = {
			head: view.head,
			...summary,
			newestVersions: versions,
			rollouts,
			entries: story.entries
		};
		printJson(terminal, {
			...document,
			problems: view.problems()
		});
		return;
	}
	const older = entries.length - story.entries.length;
	terminal.print(describeModel({
		summary,
		versions,
		rollouts,
		story,
		older
	}, lookOf(terminal)));
}
async function showVersion({ view, terminal, isJson }, { model, version }) {
	const trace = await traceVersion(view, {
		model,
		version
	});
	if (trace === null) throw unknownVersion(view, {
		model,
		version
	});
	if (isJson) {
		printJson(terminal, {
			head: view.head,
			model,
			version,
			...trace,
			problems: view.problems()
		});
		return;
	}
	const { entries, rollouts } = await readStory(view, {
		model,
		filter: { modelDigest: trace.manifest.modelDigest }
	});
	const own = entries.filter(({ type }) => !/^(drift|retraining)\./.test(type));
	terminal.print(describeVersion(trace, {
		entries: own,
		rollouts
	}, lookOf(terminal)));
}
export { execute };

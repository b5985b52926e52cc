import { E as Name, S as TidemarkError, j as Version } from "../lib/start.js";
import { a as boolean, d as object } from "../vendor/zod.js";
import { v as causeInWords, y as formatWeight } from "../lib/reports.js";
import { n as plain, t as formatTable } from "./table.js";
import { a as heldBy, i as formatWhen, n as formatEvidence, o as metricsOf, r as formatMetric, s as statusText, t as canaryOf } from "./words.js";
import { t as UsageError } from "./invocation.js";
import { a as checkOptions, i as sourceOptions, r as openSource } from "./source.js";
import { n as readSource, t as findModel } from "./overview.js";
// packages/cli/src/description.ts
const mostEvents = 15;
/** A model for a terminal: what is where, the canary, drift, what happened last. */
function describeModel(model) {
	const held = heldBy(model);
	const canary = canaryOf(model);
	const last = model.rollouts[0];
	const drift = model.drift.at(-1);
	const newest = model.versions.at(-1);
	return [
		model.model,
		...held.length === 0 ? [fact("in production", "nothing yet")] : [],
		...held.map(({ channel, version, since, seq, approvedBy, pullRequest }) => fact(`in ${channel}`, `${version} since ${formatWhen(since)} UTC (${[
			`seq ${seq}`,
			...pullRequest === null ? [] : [`pull request #${pullRequest}`],
			...approvedBy.length > 0 ? [`approved by ${approvedBy.join(", ")}`] : []
		].join(", ")})`)),
		...newest ? [fact("newest version", `${newest.manifest.version} (${statusText(newest)})`)] : [],
		...canary ? rolloutLines(canary) : last ? [lastRollout(last)] : [],
		...drift ? [fact("drift", `${drift.verdict}, week of ${drift.window.start}: ${drift.reason}`)] : [],
		"",
		"Events, newest first",
		eventTable(model.events)
	].join("\n");
}
/** A version for a terminal: what it is, where it came from, how good it is, what became of it. `about` holds its own events. */
function describeVersion(version, about) {
	const { manifest, publishedAt, lineage } = version;
	const { run, evaluation, datasets = [], validations = [] } = lineage ?? {};
	return [
		`${manifest.model} ${manifest.version}`,
		fact("status", statusText(version)),
		fact("model digest", manifest.modelDigest),
		fact("number", manifest.bump.kind),
		...manifest.bump.reasons.map((reason) => `    - ${plain(reason)}`),
		fact("follows", manifest.parent ? `${manifest.parent.version} (${manifest.parent.modelDigest.slice(0, 12)})` : "nothing: the first"),
		fact("registered", `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}`),
		fact("published", publishedAt === null ? "not yet" : `${formatWhen(publishedAt)} UTC, release ${manifest.release.tag}`),
		fact("commit", `${manifest.source.sha} of ${manifest.source.repository}`),
		fact("files", manifest.files.map(({ path, sizeBytes }) => `${path} (${sizeBytes.toLocaleString("en-US")} bytes)`).join(", ")),
		...run ? [fact("run", `${run.id.slice(0, 12)} by ${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}`)] : [],
		...datasets.map(({ digest, rows, files }) => {
			const use = digest === run?.data.dataset ? "training data" : digest === evaluation?.holdout.dataset ? "holdout" : "data";
			const contract = validations.find(({ dataset }) => dataset === digest);
			return fact(use, `${digest.slice(0, 12)}: ${rows.toLocaleString("en-US")} rows in ${files.length} ${files.length === 1 ? "file" : "files"}${contract ? `, contract ${contract.contract.version}: ${contract.verdict}` : ""}`);
		}),
		...evaluation ? [fact("evaluation", `${evaluation.id.slice(0, 12)}: ${evaluation.verdict}. ${evaluation.reason}`)] : [],
		"",
		metricTable(version),
		...about.rollouts.flatMap((rollout) => [
			"",
			...rolloutLines(rollout),
			guardrailTable(rollout)
		]),
		"",
		"Events, newest first",
		eventTable(about.events)
	].join("\n");
}
const fact = (title, value) => `  ${`${title}:`.padEnd(16)} ${plain(value)}`;
function metricTable(version) {
	const { manifest, lineage } = version;
	const evaluation = lineage?.evaluation;
	const against = evaluation?.champion?.version;
	const columns = [
		{ title: "METRIC" },
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
	const rows = metricsOf([version]).map((name) => {
		const value = manifest.metrics[name];
		const judged = evaluation?.metrics[name];
		const { lower, upper } = judged?.challenger ?? {};
		const champion = judged?.champion ? formatMetric(judged.champion.value) : "";
		return [
			name,
			formatMetric(value),
			lower === void 0 ? "" : `${formatMetric(lower)} to ${formatMetric(upper)}`,
			champion
		];
	});
	return formatTable(columns, rows);
}
function rolloutLines(rollout) {
	const { canary, champion, channel, seq, phase, weight, openedAt, judgement, plan, cause, fault } = rollout;
	const share = formatWeight(weight);
	const isOver = phase === "promoted" || phase === "rolled-back";
	return [
		fact("rollout", `${canary.version} against ${champion.version} in ${channel} (seq ${seq}): ${isOver ? phaseText(phase) : `${phase} at ${share}`}, opened ${formatWhen(openedAt)} UTC`),
		fact("harm evidence", `${formatEvidence(judgement.logHarm)} (${formatEvidence(-Math.log(plan.alpha.harm))} rolls back)`),
		...cause ? [fact("rolled back", causeInWords(rollout) ?? cause.reason)] : [],
		...fault ? [fact(isOver ? "reported" : "held up", fault.reason)] : []
	];
}
function lastRollout(rollout) {
	const { canary, phase, updatedAt } = rollout;
	const cause = causeInWords(rollout);
	return fact("last rollout", `${canary.version} ${phaseText(phase)} ${formatWhen(updatedAt)} UTC${cause === null ? "" : `: ${cause}`}`);
}
const phaseText = (phase) => phase.replace("-", " ");
/** The first reason; of many weeks, how many were judged and how they all came out. */
function reasonText(type, reasons) {
	if (type !== "drift.checked" || reasons.length < 2) return reasons[0] ?? "";
	const verdicts = reasons.map((reason) => reason.slice(reason.lastIndexOf(" ") + 1));
	const counts = [...new Set(verdicts)].map((verdict) => `${verdicts.filter((each) => each === verdict).length} ${verdict}`);
	return `${reasons.length} weeks: ${counts.join(", ")}`;
}
function guardrailTable({ judgement }) {
	const columns = [
		{ title: "  GUARDRAIL" },
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
	return formatTable(columns, rows);
}
function eventTable(events) {
	const columns = [
		{ title: "  TIME (UTC)" },
		{ title: "EVENT" },
		{ title: "VERSION" },
		{ title: "CHANNEL" },
		{ title: "DETAILS" }
	];
	const rows = events.slice(0, mostEvents).map(({ at, type, subject, approvedBy = [], pullRequest, issue, reasons = [] }) => [
		`  ${formatWhen(at)}`,
		type,
		subject.version ?? subject.modelDigest.slice(0, 12),
		subject.channel === void 0 ? "" : `${subject.channel}${subject.seq === void 0 ? "" : ` #${subject.seq}`}`,
		[
			approvedBy.length > 0 ? `approved by ${approvedBy.join(", ")}` : "",
			pullRequest === void 0 ? "" : `pull request #${pullRequest}`,
			issue === void 0 ? "" : `issue #${issue}`,
			reasonText(type, reasons)
		].filter((part) => part !== "").join(" · ")
	]);
	const more = events.length - mostEvents;
	return formatTable(columns, rows) + (more > 0 ? `\n  and ${more} more; --json has them all` : "");
}
// packages/cli/src/commands/show.ts
const Options = object({
	...sourceOptions,
	json: boolean().default(false)
});
/** `tidemark show`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const { model, version } = readReference(operands[0]);
	using source = await openSource(choice, terminal);
	const overview = await readSource(source, {
		model,
		choice,
		terminal
	});
	const found = findModel(overview, model, source);
	if (version === void 0) {
		terminal.print(choice.json ? JSON.stringify(found, null, 2) : describeModel(found));
		return 0;
	}
	const own = found.versions.find(({ manifest }) => manifest.version === version);
	if (!own) {
		const newest = found.versions.slice(-3).map(({ manifest }) => manifest.version);
		throw new TidemarkError("FILE_NOT_FOUND", `${model} has no version ${version}`, { hint: `\`tidemark ls ${model}\` lists them; the newest are ${newest.reverse().join(", ") || "none"}.` });
	}
	const part = {
		...found,
		...about(found, own.manifest.modelDigest)
	};
	terminal.print(choice.json ? JSON.stringify({
		model,
		...own,
		rollouts: part.rollouts,
		events: part.events
	}, null, 2) : describeVersion(own, part));
	return 0;
}
function about({ rollouts, events }, modelDigest) {
	return {
		rollouts: rollouts.filter(({ canary }) => canary.modelDigest === modelDigest),
		events: events.filter(({ subject, type }) => subject.modelDigest === modelDigest && !type.startsWith("drift."))
	};
}
/** `flight-delay`, `flight-delay@1.1.0`, or the tag `flight-delay@v1.1.0`. */
function readReference(operand) {
	if (operand === void 0) throw new UsageError("which model, or <model>@<version>?");
	const [model = "", version, ...rest] = operand.split("@");
	const plainVersion = version?.replace(/^v/, "");
	const isVersion = plainVersion === void 0 || Version.safeParse(plainVersion).success;
	if (rest.length === 0 && isVersion && Name.safeParse(model).success) return {
		model,
		version: plainVersion
	};
	throw new UsageError(`${JSON.stringify(operand)} is not <model> or <model>@<version>, such as flight-delay@1.1.0`);
}
export { execute };

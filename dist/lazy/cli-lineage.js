import { o as boolean, p as object } from "../vendor/zod.js";
import { _ as traceVersion, y as describeBump } from "../lib/registry.js";
import { t as UsageError } from "./invocation.js";
import { G as formatSize, H as causeInWords, K as formatWeight, V as mermaidLabel, W as formatQuantity } from "../lib/reports.js";
import { d as formatMetric, f as formatSpan, g as statusTone, h as statusText, i as printJson, m as metricNames, n as expectModel, o as unknownVersion, p as formatWhen, r as openView, s as warn } from "./view.js";
import { m as windowName, p as windowKind } from "../lib/schemas.js";
import { a as lookOf, i as widthOf, r as plain, s as paint, t as cutTo } from "./table.js";
import { t as checkOptions } from "./options.js";
import { n as readVersionReference } from "./reference.js";
import { a as openSource, o as sourceOptions } from "./source.js";
// packages/cli/src/lineage-mermaid.ts
/** The lineage as a Mermaid flowchart, for Markdown: what stands in a fence marked `mermaid`. */
function drawMermaid(trace) {
	const { manifest, lineage, tenures, children, rollouts, drift } = trace;
	const { run, evaluation } = lineage;
	return ["flowchart LR", ...[
		...dataLines("training", "training data", run?.data.dataset, lineage).map((line) => `${line} --> run`),
		...dataLines("holdout", "holdout", evaluation?.holdout.dataset, lineage).map((line) => `${line} --> evaluation`),
		...run ? [`commit([${label("commit", run.source.sha.slice(0, 7))}]) --> run`, `run[${label("run", `${run.trainer.name} ${run.trainer.version}`, run.id.slice(0, 12))}] --> evaluation`] : [],
		...evaluation ? [`evaluation[${label("evaluation", evaluation.verdict, ...evaluation.metrics.roc_auc ? [`AUC ${formatMetric(evaluation.metrics.roc_auc.challenger.value)}`] : [])}] --> version`] : [],
		...evaluation?.champion ? [`champion([${label("champion", evaluation.champion.version)}]) -.-> evaluation`] : [],
		...manifest.parent ? [`parent([${label("follows", manifest.parent.version)}]) -.-> version`] : [],
		`version[${label(`${manifest.model} ${manifest.version}`, manifest.modelDigest.slice(0, 12))}]`,
		...rollouts.map(({ channel, seq, phase }, i) => `version --> rollout${i}[${label("rollout", `${channel} ${seq}`, phase.replace("-", " "))}]`),
		...tenures.map(({ channel, seq, since }, i) => `version ==> channel${i}([${label(channel, `seq ${seq}`, `since ${formatWhen(since)}`)}])`),
		...children.map(({ version }, i) => `version --> child${i}([${label("followed by", version)}])`),
		...drift.length > 0 ? [`version --> drift[${label("baseline of", formatQuantity(drift.length, "drift check"))}]`] : []
	].map((line) => `  ${line}`)].join("\n");
}
const label = (...lines) => `"${lines.map((line) => mermaidLabel(line)).join("<br/>")}"`;
/** The dataset, and the contract's verdict on it where there is one: the start of a line that an arrow goes on. */
function dataLines(id, title, digest, { datasets, validations }) {
	const dataset = datasets.find((each) => each.digest === digest);
	if (dataset === void 0) return [];
	const node = `${id}[(${label(title, formatQuantity(dataset.files.length, "file"), formatQuantity(dataset.rows, "row"), dataset.digest.slice(0, 12))})]`;
	const check = validations.find((each) => each.dataset === digest);
	return [check ? `${node} --> ${id}Check{{${label(`contract ${check.contract.version}`, check.verdict)}}}` : node];
}
// packages/cli/src/tree.ts
/** A tree as lines, cut where the terminal ends. */
function drawTree(root, look) {
	return [lineOf(root, "", look), ...drawChildren(root, "", look)].join("\n");
}
function drawChildren({ children = [] }, indent, look) {
	return children.flatMap((child, i) => {
		const isLast = i === children.length - 1;
		return [lineOf(child, `${indent}${isLast ? "└─ " : "├─ "}`, look), ...drawChildren(child, `${indent}${isLast ? "   " : "│  "}`, look)];
	});
}
function lineOf({ title, tone = "calm", note = "" }, indent, look) {
	const width = look.width === null ? Number.POSITIVE_INFINITY : look.width - indent.length;
	const head = cutTo(plain(title), width);
	const rest = width - widthOf(head) - 2;
	const beside = note === "" || rest < 8 ? "" : cutTo(plain(note), rest);
	return `${paint(indent, "dim", look)}${paint(head, tone, look)}${beside === "" ? "" : `  ${paint(beside, "dim", look)}`}`.trimEnd();
}
// packages/cli/src/lineage-tree.ts
const mostFiles = 10;
const mostWindows = 12;
const mostParameters = 12;
/** What a version came from and what came of it, as a tree. */
function describeLineage(trace, look) {
	const { manifest, status, since, lineage } = trace;
	return drawTree({
		title: `${manifest.model} ${manifest.version}`,
		tone: "strong",
		note: `${statusText(trace)} since ${formatWhen(since)} UTC, sha256 ${short(manifest.modelDigest)}`,
		children: [
			evaluationBranch(lineage),
			runBranch(lineage.run, lineage),
			{
				title: manifest.parent ? `follows ${manifest.parent.version}` : "the first version",
				note: manifest.parent ? describeBump(manifest.bump) : ""
			},
			{
				title: "registered",
				note: `${formatWhen(manifest.registeredAt)} UTC by ${manifest.registeredBy}, release ${manifest.release.tag}`
			},
			...channelBranches(trace),
			...trace.children.map(({ version }) => ({ title: `followed by ${version}` })),
			...driftBranches(trace),
			...status === "live" || trace.tenures.length > 0 ? [] : [{
				title: "in no channel so far",
				tone: statusTone(status),
				note: statusText(trace)
			}]
		]
	}, look);
}
const short = (digest) => digest.slice(0, 12);
const verdictTone = (verdict) => verdict === "pass" ? "good" : verdict === "fail" ? "bad" : "warn";
function evaluationBranch(lineage) {
	const { evaluation } = lineage;
	if (evaluation === null) return {
		title: "evaluation",
		tone: "bad",
		note: "cannot be read"
	};
	const { champion, holdout, verdict, reason, challenger } = evaluation;
	const metrics = metricNames(Object.keys(evaluation.metrics)).map((name) => {
		const judged = evaluation.metrics[name];
		const { value, lower, upper } = judged.challenger;
		const bounds = lower === null && upper === null ? "" : ` (${formatMetric(lower)} to ${formatMetric(upper)})`;
		return {
			title: `${name} ${formatMetric(value)}${bounds}`,
			note: judged.champion ? `${champion?.version ?? "champion"} ${formatMetric(judged.champion.value)} on the same rows` : ""
		};
	});
	return {
		title: `evaluation: ${verdict}`,
		tone: verdictTone(verdict),
		note: `${reason} ${short(evaluation.id)}`,
		children: [
			champion ? {
				title: `against champion ${champion.version}`,
				note: `sha256 ${short(champion.modelDigest)}`
			} : { title: "without a champion" },
			...metrics,
			{
				title: challenger.sizeBytes === null ? "size not measured" : formatSize(challenger.sizeBytes),
				note: challenger.latencyP95Ms === null ? "" : `p95 ${challenger.latencyP95Ms.toPrecision(3)} ms`
			},
			dataBranch("holdout", holdout.dataset, lineage)
		]
	};
}
function runBranch(run, lineage) {
	if (run === null) return {
		title: "run",
		tone: "bad",
		note: "cannot be read"
	};
	const parameters = Object.entries(run.parameters).filter(([name]) => name !== "seed");
	const shown = parameters.slice(0, mostParameters).map(([name, value]) => `${name} ${value}`);
	const more = parameters.length > mostParameters ? ` and ${parameters.length - mostParameters} more` : "";
	return {
		title: `run ${short(run.id)}`,
		note: `${run.executor}, ${run.trainer.name} ${run.trainer.version}, ${run.trainingSeconds.toFixed(1)} s`,
		children: [
			{
				title: `commit ${short(run.source.sha)}`,
				note: `${run.source.repository} ${run.source.ref}, ${formatWhen(run.source.committedAt)} UTC`
			},
			{
				title: "parameters",
				note: [`seed ${run.seed}`, ...shown].join(", ") + more
			},
			dataBranch("training data", run.data.dataset, lineage)
		]
	};
}
function dataBranch(use, digest, { datasets, validations }) {
	const dataset = datasets.find((each) => each.digest === digest);
	if (dataset === void 0) return {
		title: `${use} ${short(digest)}`,
		tone: "bad",
		note: "cannot be read"
	};
	const checks = validations.filter((validation) => validation.dataset === digest).map(({ contract, verdict, rejectedRows, checks, id }) => ({
		title: `contract ${contract.version}: ${verdict}`,
		tone: verdictTone(verdict),
		note: `${formatQuantity(checks.length, "check")}, ${formatQuantity(rejectedRows, "row")} rejected, ${short(id)}`
	}));
	return {
		title: `${use} ${short(digest)}`,
		note: `${formatQuantity(dataset.rows, "row")} in ${formatQuantity(dataset.files.length, "file")}`,
		children: [...fileBranches(dataset), ...checks]
	};
}
function fileBranches({ files }) {
	const more = files.length - mostFiles;
	return [...files.slice(0, mostFiles).map(({ path, rows, sizeBytes, sha256 }) => ({
		title: path,
		note: `${formatQuantity(rows, "row")}, ${formatSize(sizeBytes)}, sha256 ${short(sha256)}`
	})), ...more > 0 ? [{ title: `and ${formatQuantity(more, "more file", "more files")}` }] : []];
}
function channelBranches({ tenures, rollouts }) {
	const inTenure = tenures.map(({ channel, seq, since, until, approvedBy, pullRequest }) => {
		const approval = [...approvedBy.length > 0 ? [`approved by ${approvedBy.join(", ")}`] : [], ...pullRequest === null ? [] : [`pull request #${pullRequest}`]];
		return {
			title: `in ${channel} ${formatSpan(since, until)}`,
			tone: until === null ? "good" : "calm",
			note: [`#${seq}`, ...approval].join(", ")
		};
	});
	return [...rollouts.toReversed().map(rolloutBranch), ...inTenure];
}
function rolloutBranch(rollout) {
	const { channel, seq, champion, phase, history } = rollout;
	return {
		title: `rollout in ${channel} against ${champion.version}: ${phase.replace("-", " ")}`,
		tone: {
			pending: "busy",
			running: "busy",
			holding: "warn",
			promoted: "good",
			"rolled-back": "bad"
		}[phase],
		note: [`#${seq}`, causeInWords(rollout) ?? ""].filter((part) => part !== "").join(", "),
		children: history.filter(({ action }) => action !== "open" && action !== "hold").map(({ at, weight, action }) => ({ title: `${formatWhen(at)}  ${action === "roll-back" ? "rolled back" : formatWeight(action === "promote" ? 1 : weight)}` }))
	};
}
function driftBranches({ drift }) {
	if (drift.length === 0) return [];
	const counts = [
		"pass",
		"warn",
		"fail",
		"inconclusive"
	].map((verdict) => [drift.filter((check) => check.verdict === verdict).length, verdict]).filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${verdict}`);
	const more = drift.length - mostWindows;
	return [{
		title: `baseline of ${formatQuantity(drift.length, "drift check")}`,
		note: counts.join(", "),
		children: [...more > 0 ? [{ title: formatQuantity(more, `older ${windowKind(drift)}`) }] : [], ...drift.slice(-12).map((check) => ({
			title: `${windowName(check)}: ${check.verdict}`,
			tone: check.verdict === "pass" ? "calm" : verdictTone(check.verdict),
			note: check.reason
		}))]
	}];
}
// packages/cli/src/commands/lineage.ts
const Options = object({
	...sourceOptions,
	mermaid: boolean().default(false),
	json: boolean().default(false)
});
/** `tidemark lineage`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	if (choice.mermaid && choice.json) throw new UsageError("--mermaid and --json are two forms; give one of them");
	const { model, version } = readVersionReference(operands[0]);
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const trace = await traceVersion(view, {
		model,
		version
	});
	if (trace === null) throw unknownVersion(view, {
		model,
		version
	});
	warn(view, terminal);
	if (choice.json) printJson(terminal, lineageDocument(view, trace));
	else terminal.print(choice.mermaid ? drawMermaid(trace) : describeLineage(trace, lookOf(terminal)));
	return 0;
}
function lineageDocument(view, trace) {
	const { manifest, lineage, children, tenures, rollouts, drift } = trace;
	const { model, version, modelDigest, parent } = manifest;
	return {
		head: view.head,
		model,
		version,
		modelDigest,
		status: trace.status,
		parent,
		children,
		manifest,
		...lineage,
		tenures,
		rollouts,
		drift,
		problems: view.problems()
	};
}
export { execute };

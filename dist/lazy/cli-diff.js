import { o as boolean, p as object } from "../vendor/zod.js";
import { A as compareLineages, g as readCompared } from "../lib/registry.js";
import { G as formatSize, U as formatMilliseconds, W as formatQuantity } from "../lib/reports.js";
import { t as fact } from "./facts.js";
import { a as lookOf, n as formatTable, r as plain, s as paint, t as cutTo } from "./table.js";
import { d as formatMetric, i as printJson, l as formatDifference, n as expectModel, o as unknownVersion, r as openView, s as warn } from "./view.js";
import { t as UsageError } from "./invocation.js";
import { t as checkOptions } from "./options.js";
import { n as readVersionReference } from "./reference.js";
import { a as openSource, o as sourceOptions } from "./source.js";
import { t as webAddressOf } from "./web-address.js";
// packages/cli/src/difference.ts
const mostPaths = 10;
/** Of a parameter's value. */
const mostLetters = 40;
/** Two versions side by side: metrics with their bounds, then what else differs. */
function describeDifference(difference, { a, b, model, compareUrl, look }) {
	const { signature, isSameFeatures, code, parameters, unchangedParameters, seed, trainer } = difference;
	return [
		paint(`${model}: ${a} → ${b}`, "strong", look),
		"",
		metricTable(difference, {
			a,
			b,
			look
		}),
		...comparability(difference, {
			a,
			b,
			look
		}),
		"",
		...parameters.length > 0 ? [formatTable([
			{
				title: "PARAMETER",
				isFlexible: true
			},
			{
				title: a,
				isNumber: true
			},
			{
				title: b,
				isNumber: true
			}
		], parameters.map((each) => [
			each.name,
			given(each.a),
			given(each.b)
		]), look), ""] : [],
		fact("parameters", parameters.length === 0 ? `all ${unchangedParameters} are the same` : `${parameters.length} differ, ${unchangedParameters} are the same`, look),
		...changedFact("trainer", trainer, look),
		...changedFact("seed", seed, look),
		...dataFacts("training data", difference.training, look),
		...dataFacts("holdout", difference.holdout, look),
		fact("features", isSameFeatures === null ? "not known" : isSameFeatures ? "the same queries" : "another query", look),
		fact("signature", signature.verdict === "identical" ? "identical" : `${signature.verdict}: ${signature.reasons.join("; ")}`, look, signature.verdict === "incompatible" ? "bad" : "calm"),
		fact("code", code.a === code.b ? `the same commit ${code.a?.slice(0, 12)}` : `${code.a?.slice(0, 12)} → ${code.b?.slice(0, 12)}  ${compareUrl}`, look),
		fact("size", sizes(difference.sizeBytes, formatSize), look),
		fact("latency p95", sizes(difference.latencyP95Ms, formatMilliseconds), look)
	].join("\n");
}
const higherIsBetter = new Set(["roc_auc"]);
const lowerIsBetter = new Set([
	"log_loss",
	"brier",
	"ece"
]);
function metricTable({ metrics }, { a, b, look }) {
	const cell = (known) => {
		if (known === null) return "–";
		return known.lower === null && known.upper === null ? formatMetric(known.value) : `${formatMetric(known.value)} (${formatMetric(known.lower)} to ${formatMetric(known.upper)})`;
	};
	return formatTable([
		{
			title: "METRIC",
			isFlexible: true
		},
		{
			title: a,
			isNumber: true
		},
		{
			title: b,
			isNumber: true
		},
		{
			title: "DIFFERENCE",
			isNumber: true
		}
	], metrics.map((metric) => [
		metric.name,
		cell(metric.a),
		cell(metric.b),
		differenceCell(metric.name, metric.difference)
	]), look);
}
/** Green where it is better, red where it is worse, if the metric's better side is known. */
function differenceCell(name, difference) {
	const text = formatDifference(difference);
	const sign = higherIsBetter.has(name) ? 1 : lowerIsBetter.has(name) ? -1 : 0;
	const gain = (difference ?? 0) * sign;
	return {
		text,
		tone: text.startsWith("±") || gain === 0 ? "calm" : gain > 0 ? "good" : "bad"
	};
}
/** Numbers of different holdouts are no comparison; what the champion had on the same rows is. */
function comparability({ isSameHoldout, paired }, { a, b, look }) {
	if (isSameHoldout) return [paint("Both were judged on the same rows.", "dim", look)];
	const warning = paint("▲ Each was judged on its own holdout: the differences above are of the data, too.", "warn", look);
	if (paired.length === 0) return [warning];
	return [
		warning,
		"",
		formatTable([
			{ title: `ON ${b}’S HOLDOUT` },
			{
				title: a,
				isNumber: true
			},
			{
				title: b,
				isNumber: true
			},
			{
				title: "DIFFERENCE",
				isNumber: true
			}
		], paired.map((each) => [
			each.name,
			formatMetric(each.a),
			formatMetric(each.b),
			differenceCell(each.name, each.difference)
		]), look)
	];
}
const given = (value) => value === null ? "not given" : cutTo(plain(String(value)), mostLetters);
function changedFact(title, { a, b }, look) {
	return a === b ? [] : [fact(title, `${a ?? "not known"} → ${b ?? "not known"}`, look)];
}
function sizes({ a, b }, format) {
	const change = a === null || b === null || a === 0 ? "" : `, ${formatDifference((b / a - 1) * 100, (share) => share.toFixed(1))} %`;
	return `${format(a)} → ${format(b)}${change}`;
}
function dataFacts(title, { digest, rows, files, columns }, look) {
	if (digest.a === null || digest.b === null) return [fact(title, "cannot be read", look, "bad")];
	if (digest.a === digest.b) return [fact(title, `the same ${formatQuantity(rows.b ?? 0, "row")}, sha256 ${digest.b.slice(0, 12)}`, look)];
	const counts = [
		`${(rows.a ?? 0).toLocaleString("en-US")} → ${formatQuantity(rows.b ?? 0, "row")}`,
		...files.unchanged > 0 ? [`${formatQuantity(files.unchanged, "file")} unchanged`] : [],
		`sha256 ${digest.a.slice(0, 12)} → ${digest.b.slice(0, 12)}`
	];
	const lines = [
		...some("+", files.added),
		...some("−", files.removed),
		...some("~", files.changed),
		...some("→", files.renamed.map(({ from, to }) => `${from} is ${to} now`)),
		...some("+ column", columns.added),
		...some("− column", columns.removed)
	];
	return [fact(title, counts.join(", "), look), ...lines.map((line) => fact("", line, look))];
}
function some(mark, names) {
	const more = names.length - mostPaths;
	return [...names.slice(0, mostPaths).map((name) => `${mark} ${name}`), ...more > 0 ? [`${mark} and ${more} more`] : []];
}
// packages/cli/src/commands/diff.ts
const Options = object({
	...sourceOptions,
	json: boolean().default(false)
});
/** `tidemark diff`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const from = readVersionReference(operands[0]);
	const second = operands[1];
	if (second === void 0) throw new UsageError("which other version? tidemark diff <model>@<version> <model>@<version>");
	const to = readVersionReference(second.includes("@") ? second : `${from.model}@${second}`);
	if (from.model !== to.model) throw new UsageError(`${from.model} and ${to.model} are two models; versions of one are compared`);
	const { model } = from;
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const [a, b] = await Promise.all([readCompared(view, from), readCompared(view, to)]);
	if (a === null) throw unknownVersion(view, from);
	if (b === null) throw unknownVersion(view, to);
	warn(view, terminal);
	const difference = compareLineages(a, b);
	const compareUrl = addressOfComparison(await webAddressOf(source, choice, terminal) ?? "", [a, b]);
	if (choice.json) {
		const versions = {
			a: from.version,
			b: to.version
		};
		printJson(terminal, {
			head: view.head,
			model,
			...versions,
			...difference,
			compareUrl,
			problems: view.problems()
		});
	} else terminal.print(describeDifference(difference, {
		model,
		a: from.version,
		b: to.version,
		compareUrl,
		look: lookOf(terminal)
	}));
	return 0;
}
/** On the host that the registry is from; commits are of the repository that the versions name. */
function addressOfComparison(address, [a, b]) {
	const origin = URL.canParse(address) ? new URL(address).origin : "https://github.com";
	const { repository, sha } = b.manifest.source;
	return `${origin}/${repository}/compare/${a.manifest.source.sha}...${sha}`;
}
export { execute };

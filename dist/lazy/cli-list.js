import { o as boolean, p as object, t as number } from "../vendor/zod.js";
import { O as summarizeModels, v as readVersions } from "../lib/registry.js";
import { K as formatWeight } from "../lib/reports.js";
import { a as lookOf, n as formatTable } from "./table.js";
import { t as checkOptions } from "./options.js";
import { a as openSource, o as sourceOptions } from "./source.js";
import { t as formatVersions } from "./version-table.js";
import { d as formatMetric, i as printJson, m as metricNames, n as expectModel, p as formatWhen, r as openView, s as warn, t as assertModelName } from "./view.js";
// packages/cli/src/commands/list.ts
const Options = object({
	...sourceOptions,
	limit: number().int().min(1).max(1e6).default(30),
	json: boolean().default(false)
});
/** `tidemark ls`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const [model] = operands;
	if (model !== void 0) assertModelName(model);
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	const look = lookOf(terminal);
	if (model === void 0) {
		const models = await summarizeModels(view, await view.models());
		warn(view, terminal);
		if (choice.json) printJson(terminal, {
			head: view.head,
			models,
			problems: view.problems()
		});
		else terminal.print(modelTable(models, look));
		return 0;
	}
	await expectModel(view, model, source);
	const { versions, older } = await readVersions(view, {
		model,
		most: choice.limit
	});
	warn(view, terminal);
	if (choice.json) {
		const listed = versions.map(describeVersion);
		printJson(terminal, {
			head: view.head,
			model,
			versions: listed,
			older,
			problems: view.problems()
		});
	} else {
		const more = older > 0 ? `\nand ${older} older; --limit shows more` : "";
		terminal.print(formatVersions(versions, look) + more);
	}
	return 0;
}
function modelTable(models, look) {
	if (models.length === 0) return "No model is registered yet.";
	const columns = [
		"MODEL",
		"CHANNEL",
		"VERSION",
		"SINCE (UTC)",
		"METRIC",
		"CANARY",
		"DRIFT",
		"NEWEST",
		"VERSIONS"
	].map((title) => ({
		title,
		isNumber: title === "VERSIONS",
		isFlexible: title === "DRIFT"
	}));
	const rows = models.flatMap(({ model, channels, canary, drift, newest, versions }) => (channels.length > 0 ? channels : [null]).map((held, i) => [
		i === 0 ? {
			text: model,
			tone: "strong"
		} : "",
		held?.channel ?? "–",
		held ? {
			text: held.version,
			tone: "good"
		} : "–",
		held ? formatWhen(held.since) : "",
		held ? mainMetric(held.metrics) : "",
		canary?.channel === held?.channel && canary ? {
			text: `${canary.version} at ${formatWeight(canary.weight)}`,
			tone: "busy"
		} : "",
		i === 0 && drift ? {
			text: `${drift.verdict} (${drift.window})`,
			tone: drift.verdict === "pass" ? "calm" : "warn"
		} : "",
		i === 0 ? newest ?? "–" : "",
		i === 0 ? versions.toLocaleString("en-US") : ""
	]));
	return formatTable(columns, rows, look);
}
/** The first that is known: `roc_auc 0.6707`. */
function mainMetric(metrics) {
	const [name] = metricNames(Object.keys(metrics));
	return name === void 0 ? "" : `${name} ${formatMetric(metrics[name])}`;
}
function describeVersion({ manifest, status, since, channels, publishedAt }) {
	const { version, modelDigest, registeredAt, registeredBy, metrics, parent, bump, release } = manifest;
	return {
		version,
		status,
		since,
		channels,
		modelDigest,
		registeredAt,
		registeredBy,
		publishedAt,
		metrics,
		parent,
		bump,
		release
	};
}
export { execute };

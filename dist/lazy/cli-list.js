import { y as formatWeight } from "../lib/reports.js";
import { a as boolean, d as object } from "../vendor/zod.js";
import { E as Name, S as TidemarkError } from "../lib/start.js";
import { a as checkOptions, i as sourceOptions, r as openSource } from "./source.js";
import { n as readSource, t as findModel } from "./overview.js";
import { t as formatTable } from "./table.js";
import { a as heldBy, i as formatWhen, o as metricsOf, r as formatMetric, s as statusText, t as canaryOf } from "./words.js";
// packages/cli/src/commands/list.ts
const Options = object({
	...sourceOptions,
	json: boolean().default(false)
});
/** `tidemark ls`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const [model] = operands;
	if (model !== void 0 && !Name.safeParse(model).success) throw new TidemarkError("NAME_INVALID", `${JSON.stringify(model)} is no model’s name`, { hint: "`tidemark ls` lists the models." });
	using source = await openSource(choice, terminal);
	const overview = await readSource(source, {
		model,
		choice,
		terminal
	});
	if (model === void 0) {
		terminal.print(choice.json ? toJson(overview, { models: overview.models.map(summarize) }) : modelTable(overview));
		return 0;
	}
	const found = findModel(overview, model, source);
	const versions = found.versions.toReversed();
	if (choice.json) terminal.print(toJson(overview, {
		model,
		versions: versions.map(describeVersion)
	}));
	else terminal.print(versionTable(found));
	return 0;
}
const toJson = ({ head, asOf, problems }, more) => JSON.stringify({
	head,
	asOf,
	...more,
	problems
}, null, 2);
function summarize(model) {
	const canary = canaryOf(model);
	const drift = model.drift.at(-1);
	return {
		model: model.model,
		versions: model.versions.length + model.olderVersions,
		newest: model.versions.at(-1)?.manifest.version ?? null,
		channels: model.channels.flatMap(({ channel, tenures }) => {
			const now = tenures.at(-1);
			return now ? [{
				channel,
				...now
			}] : [];
		}),
		canary: canary && {
			version: canary.canary.version,
			channel: canary.channel,
			phase: canary.phase,
			weight: canary.weight
		},
		drift: drift ? {
			week: drift.window.start,
			verdict: drift.verdict,
			reason: drift.reason
		} : null
	};
}
function modelTable({ models }) {
	if (models.length === 0) return "No model is registered yet.";
	const columns = [
		"MODEL",
		"CHANNEL",
		"VERSION",
		"SINCE (UTC)",
		"CANARY",
		"DRIFT",
		"NEWEST"
	].map((title) => ({ title }));
	const rows = models.flatMap((model) => {
		const canary = canaryOf(model);
		const drift = model.drift.at(-1);
		const held = heldBy(model);
		return (held.length > 0 ? held : [{
			channel: "–",
			version: "–",
			since: ""
		}]).map(({ channel, version, since }) => [
			model.model,
			channel,
			version,
			since && formatWhen(since),
			canary?.channel === channel ? `${canary.canary.version} at ${formatWeight(canary.weight)}` : "",
			drift ? `${drift.verdict} (week of ${drift.window.start})` : "",
			model.versions.at(-1)?.manifest.version ?? "–"
		]);
	});
	return formatTable(columns, rows);
}
function versionTable(model) {
	if (model.versions.length === 0) return `${model.model} has no version yet.`;
	const metrics = metricsOf(model.versions).slice(0, 6);
	const columns = [
		{ title: "VERSION" },
		{ title: "STATUS" },
		...metrics.map((name) => ({
			title: name.toUpperCase(),
			isNumber: true
		})),
		{ title: "REGISTERED (UTC)" },
		{ title: "BY" },
		{ title: "FOLLOWS" },
		{ title: "DIGEST" }
	];
	const rows = model.versions.toReversed().map((version) => [
		version.manifest.version,
		statusText(version),
		...metrics.map((name) => formatMetric(version.manifest.metrics[name])),
		formatWhen(version.manifest.registeredAt),
		version.manifest.registeredBy,
		version.manifest.parent?.version ?? "",
		version.manifest.modelDigest.slice(0, 12)
	]);
	const older = model.olderVersions > 0 ? `\nand ${model.olderVersions} older versions` : "";
	return formatTable(columns, rows) + older;
}
function describeVersion({ manifest, status, channels, publishedAt }) {
	const { version, modelDigest, registeredAt, registeredBy, metrics, parent, bump, release } = manifest;
	return {
		version,
		status,
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

import { n as formatTable, o as marks } from "./table.js";
import { d as formatMetric, g as statusTone, h as statusText, m as metricNames, p as formatWhen } from "./view.js";
// packages/cli/src/version-table.ts
const mostMetrics = 4;
/** A row for each version, in their order. */
function formatVersions(versions, look) {
	if (versions.length === 0) return "No version is registered yet.";
	const metrics = metricNames(versions.flatMap(({ manifest }) => Object.keys(manifest.metrics))).slice(0, mostMetrics);
	const columns = [
		{ title: "VERSION" },
		{ title: "STATUS" },
		{ title: "SINCE (UTC)" },
		...metrics.map((name) => ({
			title: name.toUpperCase(),
			isNumber: true,
			isExtra: name !== metrics[0]
		})),
		{
			title: "FOLLOWS",
			isExtra: true
		},
		{
			title: "DIGEST",
			isExtra: true
		},
		{
			title: "BY",
			isExtra: true
		}
	];
	const rows = versions.map((version) => {
		const { manifest, status, since } = version;
		const tone = statusTone(status);
		return [
			manifest.version,
			{
				text: `${marks[tone]} ${statusText(version)}`,
				tone
			},
			formatWhen(since),
			...metrics.map((name) => formatMetric(manifest.metrics[name])),
			manifest.parent?.version ?? "",
			{
				text: manifest.modelDigest.slice(0, 12),
				tone: "dim"
			},
			{
				text: manifest.registeredBy,
				tone: "dim"
			}
		];
	});
	return formatTable(columns, rows, look);
}
export { formatVersions as t };

// packages/cli/src/words.ts
/** The rollout that is under way, if any. */
const canaryOf = ({ rollouts }) => rollouts.find(({ phase }) => phase === "pending" || phase === "running" || phase === "holding") ?? null;
/** What each channel holds now. */
const heldBy = ({ channels }) => channels.flatMap(({ channel, tenures }) => tenures.slice(-1).map((tenure) => ({
	channel,
	...tenure
})));
function statusText({ status, channels }) {
	if (status === "live") return `in ${channels.join(", ")}`;
	return status === "rolled-back" ? "rolled back" : status;
}
/** `2001-04-04 11:45`. */
const formatWhen = (time) => `${time.slice(0, 10)} ${time.slice(11, 16)}`;
const formatMetric = (value) => value === null || value === void 0 ? "–" : value.toFixed(4);
/** An e-value from its natural logarithm. */
const formatEvidence = (log) => log > Math.log(1e6) ? "> 1,000,000" : log >= Math.log(1e3) ? Math.exp(log).toLocaleString("en-US", { maximumFractionDigits: 0 }) : String(Number(Math.exp(log).toPrecision(3)));
const known = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece"
];
/** Names of all metrics that any version has, the known ones first. */
function metricsOf(versions) {
	const names = new Set(versions.flatMap(({ manifest }) => Object.keys(manifest.metrics)));
	return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()];
}
export { heldBy as a, formatWhen as i, formatEvidence as n, metricsOf as o, formatMetric as r, statusText as s, canaryOf as t };

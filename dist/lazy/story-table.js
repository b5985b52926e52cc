import { n as formatTable, o as marks } from "./table.js";
import { H as causeInWords, K as formatWeight } from "../lib/reports.js";
import { p as formatWhen } from "./view.js";
// packages/cli/src/story-words.ts
/** How good it is, and what happened in words; an event of a type that is not known here is told by its type. */
function tellEntry(entry) {
	const { type, channel, isReturn, weight } = entry;
	const what = entry.version ?? "candidate";
	const place = channel ?? "a channel";
	const share = formatWeight(weight ?? 0);
	switch (type) {
		case "version.registered": return ["calm", `${what} registered`];
		case "version.published": return ["calm", `${what} published`];
		case "version.retired": return ["calm", `${what} retired`];
		case "gate.failed": return ["bad", `${what} refused by the gate`];
		case "promotion.requested": return ["calm", isReturn ? `return to ${what} proposed` : `${what} proposed for ${place}`];
		case "rollback.requested": return ["warn", channel === null ? `return to ${what} asked for` : `return of ${place} to ${what} asked for`];
		case "promotion.merged": return ["busy", `${what} approved and merged`];
		case "promotion.settled": return ["good", isReturn ? `${what} stays in ${place}` : `${what} came into ${place}`];
		case "promotion.refused": return ["bad", `${what} refused for ${place}`];
		case "rollout.opened": return ["busy", `rollout of ${what} opened`];
		case "rollout.started": return ["busy", `${what} starts with ${share}`];
		case "rollout.advanced": return ["busy", `${what} advances to ${share}`];
		case "rollout.held": return ["warn", `${what} held at ${share}`];
		case "rollout.rolled-back": return ["bad", `${what} rolled back`];
		case "version.rolled-back": return ["bad", `${what} needs a waiver to return`];
		case "waiver.granted": return ["warn", `${what} may return to ${place}`];
		case "drift.checked": return ["calm", "drift checked"];
		case "drift.detected": return ["warn", "drift detected"];
		case "drift.resolved": return ["good", "drift resolved"];
		case "retraining.dispatched": return ["busy", "retraining started"];
		default: return ["calm", entry.version === null ? type : `${what} ${type}`];
	}
}
/** Who approved, which pull request or issue, why, and where: what is cut first on a narrow terminal comes last. */
function detailsOf(entry, rollouts) {
	const { channel, seq, approvedBy, pullRequest, issue } = entry;
	return [
		approvedBy.length > 0 ? `approved by ${approvedBy.join(", ")}` : "",
		pullRequest === null ? "" : `pull request #${pullRequest}`,
		issue === null ? "" : `issue #${issue}`,
		entry.version === null ? entry.modelDigest.slice(0, 12) : "",
		entry.type.startsWith("drift.") && entry.version !== null ? `against ${entry.version}` : "",
		entry.type === "waiver.granted" ? "waiver" : "",
		reasonOf(entry, rollouts),
		channel === null || seq === null ? "" : `${channel} #${seq}`
	].filter((part) => part !== "").join(" · ");
}
/** The cause in counts for what was rolled back, verdicts counted for many windows, else the first reason. */
function reasonOf({ type, reasons, seq, channel, modelDigest }, rollouts) {
	const [first = ""] = reasons;
	const more = reasons.length > 1 ? ` and ${reasons.length - 1} more` : "";
	switch (type) {
		case "rollout.rolled-back": {
			const rollout = rollouts.find((each) => each.seq === seq && each.channel === channel && each.canary.modelDigest === modelDigest);
			return (rollout && causeInWords(rollout)) ?? first;
		}
		case "version.rolled-back":
		case "rollout.opened":
		case "rollout.started": return "";
		case "drift.checked": return countVerdicts(reasons);
		case "retraining.dispatched": return first === "" ? "" : `by ${first}`;
		default: return first + more;
	}
}
/** Of reasons such as `2001-04-23: warn`. */
function countVerdicts(reasons) {
	if (reasons.length < 2) return reasons[0] ?? "";
	const verdicts = reasons.map((reason) => reason.slice(reason.lastIndexOf(" ") + 1));
	const counts = [...new Set(verdicts)].map((verdict) => `${verdicts.filter((each) => each === verdict).length} ${verdict}`);
	return `${reasons.length} windows: ${counts.join(", ")}`;
}
// packages/cli/src/story-table.ts
/** A line for each entry, in their order. */
function formatStory({ entries, rollouts }, look) {
	const rows = entries.map((entry) => {
		const [mark, text] = tellEntry(entry);
		return [
			{
				text: formatWhen(entry.at),
				tone: "dim"
			},
			{
				text: `${marks[mark]} ${text}`,
				tone: mark
			},
			{
				text: entry.actor ?? "",
				tone: "dim"
			},
			detailsOf(entry, rollouts)
		];
	});
	return formatTable([
		{ title: "TIME (UTC)" },
		{ title: "WHAT HAPPENED" },
		{ title: "BY" },
		{
			title: "DETAILS",
			isFlexible: true
		}
	], rows, look);
}
export { formatStory as t };

import { I as digestOf, L as sha256, R as storedJson } from "./start.js";
import { F as readNumbers, k as readAtEdge, m as windowName, p as windowKind, t as layout } from "./schemas.js";
import { t as _taggedTemplateLiteral } from "../lazy/taggedTemplateLiteral.js";
const MINUS = "−";
const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
/** A metric or other real number: four decimals below 1000, thousands separators above, two significant digits when tiny. */
function formatNumber(value) {
	if (value === null || value === void 0 || !Number.isFinite(value)) return "–";
	const size = Math.abs(value);
	const text = size >= 1e3 ? size.toLocaleString("en-US", { maximumFractionDigits: 1 }) : size !== 0 && size < 5e-5 ? tiny(size) : size.toFixed(4);
	return value < 0 ? MINUS + text : text;
}
/** A difference, always with its sign. */
function formatSigned(value) {
	if (value === null || value === void 0 || !Number.isFinite(value)) return "–";
	return value > 0 ? `+${formatNumber(value)}` : value === 0 ? "±0" : formatNumber(value);
}
/** A parameter or other given number, without decimals it does not have. */
function formatGiven(value) {
	return Number.isInteger(value) && Math.abs(value) < 0x38d7ea4c68000 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(6)));
}
const formatCount = (count) => counts.format(count);
/** `1 row`, `2,000 rows`. */
const formatQuantity = (count, noun, plural = `${noun}s`) => `${formatCount(count)} ${count === 1 ? noun : plural}`;
/** A share in per cent: two decimals below 10 %, and never 0 or 100 % for what is not. */
function formatShare(share) {
	if (share === null || share === void 0 || !Number.isFinite(share)) return "–";
	const percent = share * 100;
	if (percent === 0 || percent === 100) return `${percent} %`;
	if (percent < .01) return "< 0.01 %";
	if (percent > 99.99 && percent < 100) return "> 99.99 %";
	return `${percent.toFixed(percent < 10 ? 2 : 1)} %`;
}
/** A share of the traffic, without decimals it does not have. */
const formatWeight = (share) => `${Number((share * 100).toPrecision(3))} %`;
/** A difference of two shares in percentage points: `1 point`, `0.5 points`. */
function formatPoints(difference) {
	const points = Number((difference * 100).toPrecision(3));
	return `${points} point${points === 1 ? "" : "s"}`;
}
/** Bytes in the unit that leaves one to three digits before the point (1 MB = 1,000,000 bytes, as release pages show). */
function formatSize(bytes) {
	if (bytes === null || bytes === void 0 || !Number.isFinite(bytes)) return "–";
	if (bytes < 1e3) return formatQuantity(bytes, "byte");
	const step = [
		{
			from: 1e9,
			unit: "GB"
		},
		{
			from: 1e6,
			unit: "MB"
		},
		{
			from: 1e3,
			unit: "KB"
		}
	].find(({ from }) => bytes >= from * .9995);
	const value = bytes / step.from;
	return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${step.unit}`;
}
/** `850 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
function formatDuration(seconds) {
	if (seconds === null || seconds === void 0 || !Number.isFinite(seconds)) return "–";
	if (seconds < .9995) return formatMilliseconds(seconds * 1e3);
	if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	if (whole < 3600) return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
	const minutes = Math.round(whole / 60);
	return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function formatMilliseconds(milliseconds) {
	if (milliseconds === null || milliseconds === void 0 || !Number.isFinite(milliseconds)) return "–";
	if (milliseconds >= 1e3) return formatDuration(milliseconds / 1e3);
	return `${milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0)} ms`;
}
/** The first twelve hex digits: enough to recognise, never enough to trust. */
const shortDigest = (digest) => digest.slice(0, 12);
/** `2026-03-01 09:30 UTC`. */
const formatTime = (timestamp) => `${timestamp.slice(0, 10)} ${timestamp.slice(11, 16)} UTC`;
function tiny(size) {
	return size.toExponential(1).replace("e-", `e${MINUS}`);
}
// packages/reports/src/cause.ts
const events = {
	errors: "errors",
	non_finite: "NaN or infinite answers",
	slow: "slow answers",
	disagree: "answers unlike the champion’s"
};
/** A guardrail's event as people say it; as it is named where nobody wrote it down. */
function eventInWords(id, plan) {
	return plan.guardrails.find((guardrail) => guardrail.id === id)?.event ?? (Object.hasOwn(events, id) ? events[id] : id);
}
/**
* Why a canary was taken back, with the counts that decided: `errors in 6 of 6 requests (1.1.0: 0 of 55)`. Plain text, not
* escaped; null where it was not taken back.
*/
function causeInWords({ cause, judgement, plan, champion }) {
	if (cause === null) return null;
	if (cause.kind !== "harm") return cause.reason;
	const parts = cause.guardrails.flatMap((id) => {
		const found = judgement.guardrails.find((guardrail) => guardrail.id === id);
		if (!found) return [];
		const { canary, stable } = found;
		const ofCanary = `${formatCount(canary.events)} of ${formatCount(canary.requests)}`;
		const ofChampion = `${formatCount(stable.events)} of ${formatCount(stable.requests)}`;
		return `${eventInWords(id, plan)} in ${ofCanary} requests (${champion.version}: ${ofChampion})`;
	});
	return parts.length > 0 ? parts.join(", ") : cause.reason;
}
// packages/reports/src/escape.ts
/** Longest text of a user that is shown whole; anything longer is cut with `…`. */
const LONGEST = 300;
/**
* A user's text as plain words in GitHub flavoured Markdown: in a paragraph, a heading, a list item, a table cell or
* inside an HTML tag's content. Nothing in it is markup, a link, a mention, a reference or a closing keyword, and control and
* bidirectional characters are shown as their code points.
*/
function escapeMarkdown(text, longest = LONGEST) {
	return spellInvisible(clip(text, longest).replace(/\s+/g, " ").trim()).replace(/[&<>"'\\`*_[\]|~!{}^]/g, characterReference).replaceAll("$", "<span>$</span>").replace(/@/g, "@&#8203;").replace(/#(?=\w)/g, (hash, at, whole) => whole[at - 1] === "&" ? hash : "#&#8203;").replace(/\b(GH)-(?=\d)/gi, "$1-&#8203;").replace(/:(?=\/\/|[\w+-]+:)/g, ":&#8203;").replace(/\b(www)\./gi, "$1&#8203;.").replace(/\b(mailto|xmpp):/gi, "$1&#8203;:").replace(/^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/, (start) => /^\d/.test(start) ? `${start}&#8203;` : characterReference(start));
}
/** A user's text in HTML, as an element's content or a quoted attribute's value. Mentions are left alone: use it where none is read. */
function escapeHtml(text) {
	return spellInvisible(text).replace(/[&<>"'`]/g, characterReference);
}
/**
* A user's text as code, safe in the same places as `escapeMarkdown`. Backticks where nothing can end them, else a
* `<code>` tag whose content is all character references.
*/
function codeSpan(text, longest = LONGEST) {
	const line = spellInvisible(clip(text, longest).replace(/\r\n?|\n/g, "⏎").replace(/\t/g, " "));
	if (line.trim() === "") return "<code>(empty)</code>";
	if (/^[\w./:#@+,=-](?:[\w ./:#@+,=()…-]*[\w./:#@+,=()…-])?$/.test(line)) return `\`${line}\``;
	return htmlCode(line);
}
/** As `codeSpan`, where Markdown is not read: in a `<summary>` line. Where it is read, bare `www.` would be a link: no point is left. */
function htmlCode(text, longest = LONGEST) {
	return `<code>${spellInvisible(clip(text, longest)).replace(/[^\p{L}\p{N}\p{M} ,/…-]/gu, characterReference)}</code>`;
}
/** A link, or its text alone where the address is not http(s). `label` is Markdown already. */
function link(label, url) {
	if (!url || !URL.canParse(url)) return label;
	const { protocol, href } = new URL(url);
	if (protocol !== "https:" && protocol !== "http:") return label;
	return `[${label}](${href.replace(/[()<>'"`|\\*_\s]/g, percentEncode)})`;
}
/** A Mermaid node's or edge's text, to stand between double quotes: everything but letters, digits and harmless marks as Mermaid's `#code;`. */
function mermaidLabel(text, longest = 60) {
	return spellInvisible(clip(text, longest).replace(/\s+/g, " ").trim()).replace(/[^\p{L}\p{N} ./,+…·–-]/gu, (character) => `#${character.codePointAt(0)};`);
}
/** Cuts at code points and says so with `…`. */
function clip(text, longest) {
	if (text.length <= longest) return text;
	return `${[...text.slice(0, longest * 2)].slice(0, longest - 1).join("")}…`;
}
/** Control, format and bidirectional characters would change how the text around them reads; joiners are part of scripts. */
function spellInvisible(text) {
	return text.toWellFormed().replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029\u3164\uffa0\u115f\u1160]/gu, (character) => {
		return `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
	});
}
const characterReference = (character) => `&#${character.codePointAt(0)};`;
const percentEncode = (character) => `%${character.codePointAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
// packages/reports/src/markdown.ts
const rulers = {
	left: ":--",
	right: "--:",
	center: ":-:"
};
/** A GFM table of cells that are Markdown already, safe for a cell; rows beyond `most` are counted, not shown. */
function table(columns, rows, most = 100) {
	const lines = [
		row$2(columns.map(({ title }) => title)),
		row$2(columns.map(({ align }) => rulers[align ?? "left"])),
		...rows.slice(0, most).map(row$2)
	];
	const rest = rows.length - most;
	return lines.join("\n") + (rest > 0 ? `\n\n_… and ${formatCount(rest)} more._` : "");
}
/** A collapsed part. `summary` is HTML, since Markdown is not read there. */
function details$1(summary, body) {
	return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** Parts with a blank line between them; empty ones are left out. */
const paragraphs = (...parts) => parts.filter((part) => part !== void 0 && part !== false && part !== "").join("\n\n");
/** At most `most` list items. */
function list(items, most = 50) {
	const rest = items.length - most;
	return [...items.slice(0, most), ...rest > 0 ? [`_… and ${formatCount(rest)} more._`] : []].map((item) => `- ${item}`).join("\n");
}
const verdictMark = {
	pass: "✅",
	fail: "❌",
	inconclusive: "❔"
};
/** Mark and word, so that neither colour nor glyph alone says it. */
const verdictLabel = (verdict) => unbroken(`${verdictMark[verdict]} ${verdict}`);
/** Short text that a narrow cell must not break. */
const unbroken = (text) => text.replaceAll(" ", "&nbsp;");
/** The verdict on all: one failure fails, and nothing or one open question is inconclusive. */
function overall(verdicts) {
	if (verdicts.includes("fail")) return "fail";
	return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}
const row$2 = (cells) => `| ${cells.join(" | ")} |`;
// packages/reports/src/check.ts
/** Job summary of promote-model's check: may the pull request be merged, and if not, what to do. */
function renderCheck({ model, channel, version, checks, pullRequest }) {
	const failed = checks.filter(({ verdict }) => verdict === "fail");
	const verdict = checkVerdict({ checks });
	const where = pullRequest ? ` in ${link(`pull request ${pullRequest.number}`, pullRequest.url)}` : "";
	const promotion = `${codeSpan(model)} ${escapeMarkdown(version)} to ${codeSpan(channel)}${where}`;
	return paragraphs(`## ${verdictMark[verdict]} Promotion check: ${verdict}`, verdict === "pass" ? `${promotion}: every check passed.` : checks.length === 0 ? `${promotion}: nothing was checked, so nothing is allowed.` : `${promotion}: not to be merged, ${failed.length} of ${checks.length} checks failed.`, checks.length > 0 && table([
		{ title: "Check" },
		{ title: "Verdict" },
		{ title: "Detail" }
	], [...failed, ...checks.filter((check) => check.verdict === "pass")].map((check) => [
		escapeMarkdown(check.name),
		verdictLabel(check.verdict),
		escapeMarkdown(check.detail, 600)
	])));
}
/** Passes when there were checks and all passed. */
const checkVerdict = ({ checks }) => checks.length > 0 && checks.every(({ verdict }) => verdict === "pass") ? "pass" : "fail";
// packages/reports/src/contract-change.ts
const mostShown$5 = 100;
/** Part of a job summary: whether a contract's change breaks what it promised, and whether its version says so. */
function renderContractChange(change) {
	const { file, before, after, step, isVersionEnough, changes } = change;
	if (step === "none") return `The contract ${codeSpan(file)} is unchanged.`;
	const breaking = changes.filter(({ effect }) => effect === "breaking");
	const sorted = [...breaking, ...changes.filter(({ effect }) => effect === "compatible")];
	const versions = before === after ? `version ${codeSpan(after)}` : `version ${codeSpan(before)} → ${codeSpan(after)}`;
	const verdict = isVersionEnough ? `${versions} says so.` : `${versions} does not say so: it needs a ${step} step. Raise ${codeSpan("version")}, or keep what was promised.`;
	return paragraphs(`## ${verdictMark[isVersionEnough ? "pass" : "fail"]} Contract change: ${breaking.length > 0 ? "breaking" : step === "patch" ? "words alone" : "compatible"}`, `${codeSpan(file)}: ${formatQuantity(breaking.length, "breaking change")}, ${formatQuantity(changes.length - breaking.length, "compatible change")}; ${verdict}`, sorted.length > 0 && table([
		{ title: "Effect" },
		{ title: "Where" },
		{ title: "Change" }
	], sorted.map(({ effect, subject, reason }) => [
		effect === "breaking" ? "⚠️ breaking" : "compatible",
		subject === "" ? "contract" : codeSpan(subject),
		escapeMarkdown(reason)
	]), mostShown$5));
}
// packages/reports/src/drawing.ts
const EIGHTHS = [
	"",
	"▏",
	"▎",
	"▍",
	"▌",
	"▋",
	"▊",
	"▉"
];
/** A bar of at most `cells` characters; anything above zero shows at least a sliver. */
function bar$1(share, cells = 10) {
	if (!(share > 0)) return "";
	const eighths = Math.max(1, Math.round(Math.min(1, share) * cells * 8));
	return "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7];
}
/**
* An interval on a line: `├──●──┤`, with `┃` at the limit and `┊` at no difference. Cells are too coarse for close calls, so
* the limit is moved by one where needed: it is drawn on the side of a bound on which it is. Empty without bounds.
*/
function drawInterval({ estimate, lower, upper, limit, isDifference }, cells = 25) {
	if (lower === null || upper === null || !Number.isFinite(lower) || !Number.isFinite(upper)) return "";
	const middle = estimate ?? (lower + upper) / 2;
	const marks = [
		lower,
		upper,
		middle,
		...limit === null ? [] : [limit],
		...isDifference ? [0] : []
	];
	const [from, to] = [Math.min(...marks), Math.max(...marks)];
	const cell = (value) => to > from ? 1 + Math.round((value - from) / (to - from) * (cells - 3)) : cells >> 1;
	const line = Array.from({ length: cells }, () => "·");
	const [left, right] = [cell(lower), cell(upper)];
	if (isDifference) line[cell(0)] = "┊";
	for (let at = left; at <= right; at++) line[at] = isDifference && at === cell(0) ? "┼" : "─";
	line[left] = "├";
	line[right] = "┤";
	line[cell(middle)] = "●";
	if (limit !== null) line[limitCell(cell(limit), [lower, left], [upper, right], limit)] = "┃";
	return line.join("");
}
function limitCell(at, [lower, left], [upper, right], limit) {
	if (at === left) return limit <= lower ? left - 1 : left + 1;
	if (at === right) return limit >= upper ? right + 1 : right - 1;
	return at;
}
// packages/reports/src/metric-title.ts
const titles$2 = {
	roc_auc: "ROC AUC ↑",
	log_loss: "Log loss ↓",
	brier: "Brier score ↓",
	ece: "Calibration error ↓",
	size: "Size ↓",
	latency_p95: "Latency p95 ↓"
};
/** A metric's name as people say it, with an arrow to its better side where that is known; else the name as it is. */
function metricTitle(id) {
	return Object.hasOwn(titles$2, id) ? titles$2[id] : escapeMarkdown(id);
}
/** As `metricTitle`, for where Markdown is not read: not escaped. */
const plainMetricTitle = (id) => Object.hasOwn(titles$2, id) ? titles$2[id] : id;
/** A rule's id is `metric.question`; the question is told elsewhere, in words. */
const ruleTitle = (id) => metricTitle(id.replace(/\.(non_inferior|superior|not_worse|min|max)$/, ""));
// packages/reports/src/training.ts
/** Job summary of train: what was trained on what, how well it fits its own rows, and what it is made of. */
function renderTraining(run, dataset, options = {}) {
	const { source, data, output } = run;
	const size = output.image ? `the image ${codeSpan(output.image.name)}` : formatSize(output.files.reduce((sum, file) => sum + file.sizeBytes, 0));
	const commit = link(codeSpan(source.sha.slice(0, 7)), options.serverUrl && `${options.serverUrl}/${source.repository}/commit/${source.sha}`);
	return paragraphs(`## ✅ Trained ${codeSpan(run.model)} · model ${codeSpan(shortDigest(output.modelDigest))}`, `**${formatQuantity(data.acceptedRows, "row")}** of ${formatCount(data.rows)} from ${formatQuantity(dataset.files.length, "file")}, in **${formatDuration(run.trainingSeconds)}**, ${size}. ${escapeMarkdown(run.trainer.name)} ${escapeMarkdown(run.trainer.version)} (${codeSpan(run.executor)}) from commit ${commit}, seed ${formatGiven(run.seed)}.`, "### Metrics on the training rows", metricTable$1(run.metrics), "_How well the model fits rows it has seen. The gate judges it on rows it has not._", importanceTable(run.importance), details$1(`Parameters (${Object.keys(run.parameters).length})`, parameterTable(run.parameters)), details$1("Signature: what the model takes and gives", signatureTable(output.signature)), details$1("Digests", digestTable([
		["run", run.id],
		["model", output.modelDigest],
		...output.files.map(({ path, sha256 }) => [path, sha256]),
		["dataset", data.dataset],
		["validation", data.validation],
		["training query", data.trainingFeatures],
		["features query", data.features]
	])));
}
/** Features by their share of all importance, the largest first. Empty without any. */
function importanceTable(importance, most = 15) {
	const entries = Object.entries(importance).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	const total = entries.reduce((sum, [, value]) => sum + Math.max(0, value), 0);
	const largest = entries[0]?.[1] ?? 0;
	if (!(total > 0)) return "";
	return paragraphs("### What the model looks at", table([
		{ title: "Feature" },
		{ title: "Importance" },
		{
			title: "Share",
			align: "right"
		}
	], entries.map(([name, value]) => [
		codeSpan(name),
		bar$1(value / largest, 20),
		formatShare(Math.max(0, value) / total)
	]), most));
}
/** A given value as the policy has it. */
function parameterValue(value) {
	if (value === void 0) return "–";
	return codeSpan(typeof value === "number" ? formatGiven(value) : String(value), 120);
}
/** Names and digests in full. */
function digestTable(digests) {
	return table([{ title: "What" }, { title: "SHA-256" }], digests.map(([name, digest]) => [escapeMarkdown(name), codeSpan(digest)]), 60);
}
function signatureTable({ inputs, outputs }) {
	if (inputs.length + outputs.length === 0) return "model.yaml declares none.";
	const rows = (direction, values) => values.map(({ name, type, shape, optional }) => [
		optional === true ? "may take" : direction,
		codeSpan(name),
		codeSpan(type),
		shape === null ? "any" : codeSpan(`[${shape.map((size) => size ?? "?").join(", ")}]`)
	]);
	return table([
		{ title: "" },
		{ title: "Name" },
		{ title: "Type" },
		{ title: "Shape" }
	], [...rows("takes", inputs), ...rows("gives", outputs)], 60);
}
function metricTable$1(metrics) {
	const entries = Object.entries(metrics);
	if (entries.length === 0) return "The trainer reported none.";
	return table([{ title: "Metric" }, {
		title: "Value",
		align: "right"
	}], entries.map(([name, value]) => [metricTitle(name), formatNumber(value)]), 50);
}
function parameterTable(parameters) {
	return table([{ title: "Parameter" }, {
		title: "Value",
		align: "right"
	}], Object.entries(parameters).map(([name, value]) => [codeSpan(name), parameterValue(value)]), 60);
}
// packages/reports/src/drift.ts
/** Job summary of one window: the verdict and what follows from it, the effects that stand out, the others folded away. */
function renderDrift$1(check) {
	const { verdict, window, results, notJudged, policy } = check;
	const found = results.filter((result) => result.verdict !== "pass").sort(byVerdict);
	const passed = results.filter((result) => result.verdict === "pass");
	return paragraphs(`## ${driftMark[verdict]} Drift: ${verdict} · ${codeSpan(check.model)} · ${windowName(check)}`, `**${consequence$1[verdict]}** ${escapeMarkdown(check.reason, 600)} ${formatQuantity(window.rows, "row")} of ${formatQuantity(window.blocks, "day")} were compared with the baseline.`, found.length > 0 && effectTable(found), found.length > 0 && list(found.map(({ column, verdict: own, reason }) => `${driftMark[own]} ${codeSpan(column)}: ${escapeMarkdown(reason, 600)}`)), notJudged.length > 0 && "**Not judged**, which is no pass:", notJudged.length > 0 && list(notJudged.map(({ id, reason }) => `${codeSpan(id)}: ${escapeMarkdown(reason, 600)}`)), passed.length > 0 && details$1(`${formatQuantity(passed.length, "effect")} below the limits`, effectTable(passed)), check.ruledOutAbove !== void 0 && `Drift of more than ${formatNumber(check.ruledOutAbove)} is ruled out for each effect (upper bounds at ${formatGiven(policy.confidence * 100)} %).`, results.length > 0 && details$1("Other measures: shown, not decided on", shownTable(results)), details$1("Digests", digestTable([
		["drift check", check.id],
		["baseline", check.baseline],
		["window’s counts", window.digest],
		...check.modelDigest === null ? [] : [["model", check.modelDigest]]
	])), results.length > 0 && effectLegend(policy));
}
/** Effects with their bounds drawn against the limit, by family. */
function effectTable(results, most = 100) {
	return table([
		{ title: "Column" },
		{
			title: "Effect",
			align: "right"
		},
		{ title: "Bounds and limit" },
		{ title: "Baseline → window" },
		{
			title: "q",
			align: "right"
		},
		{ title: "Verdict" }
	], results.map((result) => [
		`${codeSpan(result.column)}<br><sub>${familyTitle[result.family]}, ${statisticTitle[result.statistic]}</sub>`,
		formatNumber(result.effect),
		boundsCell(result),
		valuesCell(result),
		result.q === null ? "–" : result.q < 1e-4 ? "< 0.0001" : result.q.toFixed(4),
		driftLabel(result.verdict)
	]), most);
}
/** What the columns of `effectTable` mean. */
const effectLegend = ({ confidence, falseDiscoveryRate }) => `<sub>Effect: 0 is like the baseline, 1 has nothing in common with it. \`├─●─┤\` its bounds, each one-sided at ${formatGiven(confidence * 100)} %, from days, not rows · \`┃\` the warning limit. q is the expected share of false alarms among findings this strong (Benjamini–Hochberg, within the family), to be at most ${formatGiven(falseDiscoveryRate)}.</sub>`;
const driftMark = {
	pass: "✅",
	warn: "⚠️",
	fail: "❌",
	inconclusive: "❔"
};
const driftLabel = (verdict) => unbroken(`${driftMark[verdict]} ${verdict}`);
const order$4 = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
/** What was shown to have changed comes first. */
const byVerdict = (a, b) => order$4.indexOf(a.verdict) - order$4.indexOf(b.verdict) || (b.effect ?? 0) - (a.effect ?? 0);
const consequence$1 = {
	pass: "The window is like the baseline.",
	warn: "The window differs from the baseline.",
	fail: "The window differs from the baseline by more than is tolerable.",
	inconclusive: "The window does not say whether it differs."
};
/** What each family is called where one of its results is shown. */
const familyTitle = {
	predictions: "prediction",
	labels: "label",
	calibration: "calibration",
	features: "feature",
	nulls: "missing values"
};
const statisticTitle = {
	ks: "KS distance",
	tvd: "total variation less noise",
	rate: "difference of rates",
	observed_expected: "beyond what is tolerated"
};
function boundsCell({ effect, bounds: { lower, upper }, limits }) {
	const drawing = drawInterval({
		estimate: effect,
		lower,
		upper,
		limit: limits.warn,
		isDifference: false
	}, 21);
	return drawing === "" ? "–" : `\`${drawing}\`<br><sub>${formatNumber(lower)} to ${formatNumber(upper)}</sub>`;
}
function valuesCell({ statistic, values: { baseline, window } }) {
	if (baseline === null && window === null) return "";
	const show = statistic === "rate" ? formatShare : formatNumber;
	return unbroken(`${show(baseline)} → ${show(window)}`);
}
function shownTable(results) {
	return table([
		{ title: "Column" },
		{
			title: "Rows",
			align: "right"
		},
		{ title: "Measures" }
	], results.filter(({ family }) => family !== "nulls").map(({ column, rows, shown }) => [
		codeSpan(column),
		formatCount(rows),
		Object.entries(shown).filter(([, value]) => value !== null).map(([name, value]) => `${escapeMarkdown(shownTitle[name] ?? name, 64)} ${formatNumber(value)}`).join(" · ")
	]));
}
/** What the measures that nothing is decided on are called. */
const shownTitle = {
	ksUpper: "KS at most",
	psi: "PSI (½ row added a bin)",
	psiByChance: "reached by chance once in 20",
	hellinger: "Hellinger",
	chiSquaredP: "χ² p if rows were independent",
	outside: "in the outermost bins",
	outsideBaseline: "in the baseline",
	vanishedLevels: "levels gone",
	vanishedShareBaseline: "which had",
	jsBits: "JS divergence (bits)",
	wassersteinSd: "Wasserstein / σ",
	aboveMaximum: "beyond the last edge",
	tvd: "total variation",
	tvdExpected: "of which noise",
	otherShare: "rare or new levels",
	otherShareBaseline: "in the baseline",
	pRows: "p if rows were independent",
	ratioLower: "ratio at least",
	ratioUpper: "ratio at most",
	referenceLeast: "reference weeks from",
	referenceMost: "to",
	toleratedLeast: "tolerated from",
	toleratedMost: "to"
};
/** The digest by which an issue or a log names a check. */
const checkName = (check) => codeSpan(shortDigest(check.id));
// packages/reports/src/lineage-commit.ts
/** Which version, and at which commit it was trained. */
function trainedAt(model, { version, commit, repositoryUrl }) {
	const url = repositoryUrl === void 0 ? void 0 : `${repositoryUrl}/commit/${commit}`;
	return `${codeSpan(`${model} ${version}`)}, trained at commit ${link(codeSpan(shortDigest(commit)), url)}`;
}
// packages/reports/src/ongoing.ts
/** The newest of some windows, in order of time, that says something. */
const lastDecided = (checks) => checks.findLast(({ verdict }) => verdict !== "inconclusive");
/** Whether something is the matter that no later window has ended. */
function isOngoing(checks) {
	const last = lastDecided(checks);
	return last !== void 0 && last.verdict !== "pass";
}
// packages/reports/src/drift-issue.ts
/** An issue's first line, by which it is found again: one issue a model. */
const monitorMarker = (model) => `<!-- tidemark:drift model=${model.replace(/[^a-z0-9-]/g, "").replace(/--+/g, "-")} -->`;
/** Drift in one line of plain text: the columns of the latest window that changed. */
function driftIssueTitle(checks) {
	const latest = drifted(checks).at(-1) ?? checks.at(-1);
	if (latest === void 0) return "Drift";
	const names = [...new Set(changed(latest).map((result) => clip(effectName(result), 60)))].slice(0, 3);
	const since = drifted(checks)[0]?.window.start ?? latest.window.start;
	return asTitle(`Drift in ${latest.model}: ${names.join(", ") || latest.verdict} since ${since}`);
}
/** Titles are no Markdown, but mentions and references in them are read. */
const asTitle = (text) => clip(text.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").replace(/[@#]/g, "$&⁠"), 200);
/** What a model's issue says of drift, from its windows in order of time: what changed and by how much, against what, then the weeks. */
function renderDriftSection(checks, { lineage, most }) {
	const worst = drifted(checks).at(-1);
	return paragraphs(worst && `Largest changes in the ${windowName(worst)} (check ${checkName(worst)}):`, worst && effectTable(changed(worst), most), worst && list(changed(worst).map((result) => `${driftMark[result.verdict]} ${codeSpan(result.column)}: ${escapeMarkdown(result.reason, 400)}`), most), worst && effectLegend(worst.policy), worst && lineage && lineageSentence(worst, lineage), `### ${capitalise(windowKind(checks))} by ${windowKind(checks)}`, windowTable(checks.slice(-26)));
}
/** Job summary of several windows in order of time: a line each. */
function renderDriftWindows(checks) {
	const [first] = checks;
	if (first === void 0) return "## ❔ No window was judged yet";
	const changed = drifted(checks).length;
	const newest = checks.at(-1);
	return paragraphs(`## ${driftMark[newest.verdict]} Drift of ${codeSpan(first.model)}: ${formatCount(changed)} of ${formatQuantity(checks.length, windowKind(checks))} drifted`, newestSentence(newest, drifted(checks)), windowTable(checks.slice(-53)));
}
/** The comment that says that drift is over: which window passed. */
const renderDriftEnd = (check) => `${driftMark.pass} The ${windowName(check)} passes (check ${checkName(check)}): ${escapeMarkdown(check.reason, 600)} Told by the monitor; drift that comes again is told again.`;
/** Calibration has no column: what its number is called says little to most. */
const effectName = ({ family, column }) => family === "calibration" ? `calibration (${column})` : column;
/** The drift of a model's windows in order of time, in one line. */
function driftHeadline(checks) {
	const latest = checks.at(-1);
	if (latest === void 0) return "";
	const worst = drifted(checks).at(-1);
	const model = codeSpan(latest.model);
	if (worst === void 0) return `${driftMark[latest.verdict]} **${model} has not drifted.** ${escapeMarkdown(latest.reason, 600)}`;
	const last = lastDecided(checks);
	if (last?.verdict === "pass") return `${driftMark.pass} **${model} is back to normal** in the ${windowName(last)}: every effect is below its limit.`;
	const names = [...new Set(changed(worst).map(({ column }) => codeSpan(column, 80)))];
	const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${formatCount(names.length - 5)} more` : "");
	const since = worst === latest ? "" : ` The latest window is ${latest.verdict}.`;
	return `${driftMark[worst.verdict]} **${model} has drifted in the ${windowName(worst)}: ${shown}.**${since}`;
}
function lineageSentence(worst, lineage) {
	return `Compared with ${trainedAt(worst.model, lineage)}; the window was counted from dataset ${codeSpan(shortDigest(worst.dataset))}.`;
}
function newestSentence(newest, others) {
	const now = `The newest, ${windowName(newest)}: ${escapeMarkdown(newest.reason, 600)}`;
	const last = others.at(-1);
	if (last === void 0 || last === newest) return now;
	const names = [...new Set(changed(last).map(({ column }) => codeSpan(column, 80)))].slice(0, 5);
	return `${now} The last that drifted: ${windowName(last)} (${names.join(", ")}).`;
}
function windowTable(checks) {
	const largest = Math.max(.2, ...checks.map((check) => leading(check)?.effect ?? 0));
	return table([
		{ title: capitalise(windowKind(checks)) },
		{
			title: "Rows",
			align: "right"
		},
		{ title: "Largest effect" },
		{ title: "Of" },
		{ title: "Verdict" }
	], checks.map((check) => {
		const result = leading(check);
		const effect = result?.effect ?? null;
		return [
			windowName(check).replace(/^(week of|day|window) /, ""),
			formatCount(check.window.rows),
			effect === null ? "–" : `${bar$1(effect / largest)} ${formatNumber(effect)}`.trim(),
			result === void 0 ? "–" : codeSpan(result.column, 80),
			driftLabel(check.verdict)
		];
	}), 53);
}
/** What to do about drift; nothing where it is over. */
function driftAdvice(checks) {
	const worst = drifted(checks).at(-1);
	if (worst === void 0 || !isOngoing(checks)) return [];
	const { baseline } = worst.policy;
	return [
		"A unit, an encoding or a join that changed shows as one feature or its missing values: look at what delivers that column first.",
		"Labels or calibration without features: the world changed, and a model trained on newer data may follow it.",
		`If the change is here to stay, train on it and promote; ${baseline?.version ? `the baseline stays that of ${escapeMarkdown(baseline.version)} until ${codeSpan("monitor.baseline")} in model.yaml names another version.` : "the baseline follows the version in production."}`
	];
}
const capitalise = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const isDrift = (verdict) => verdict === "warn" || verdict === "fail";
const drifted = (checks) => checks.filter(({ verdict }) => isDrift(verdict));
const changed = ({ results }) => results.filter(({ verdict }) => isDrift(verdict)).sort(byVerdict);
const leading = ({ results }) => [...results].filter(({ effect }) => effect !== null).sort(byVerdict)[0];
// packages/reports/src/contract-drift.ts
/** The weeks since each object's committed baseline: a line each, and the newest whole, which is the one that decides. */
function renderContractDrift(objects) {
	return paragraphs(...objects.map(({ name, windows, notJudged }) => {
		const newest = windows.at(-1);
		return newest === void 0 ? `❔ **Drift of ${codeSpan(name, 100)} is not judged**: ${escapeMarkdown(notJudged ?? "no week is complete", 600)}.` : paragraphs(renderDriftWindows(windows), renderDrift$1(newest));
	}));
}
// packages/reports/src/column-change.ts
const mostLevels$2 = 10;
/** Less than this is not told: a share of rows, standard deviations, and a distance of the levels' shares. */
const noticeable = {
	share: .005,
	sigma: .05,
	distance: .02
};
/** How many rows and files there were and are. */
function sizesInWords({ before, after }) {
	const by = after.rows - before.rows;
	const difference = by === 0 ? "±0" : `${by > 0 ? "+" : "−"}${formatCount(Math.abs(by))}`;
	const files = before.files !== null && after.files !== null && before.files !== after.files ? `, ${formatCount(before.files)} → ${formatQuantity(after.files, "file")}` : "";
	return [
		`${formatCount(before.rows)} → `,
		{ strong: formatQuantity(after.rows, "row") },
		` (${difference})${files}.`,
		...before.baselineOf === void 0 ? [] : [` Compared with what its committed baseline says of ${before.baselineOf.start} until ${before.baselineOf.end}, column by column.`]
	];
}
/** What differs noticeably, column by column: those that are gone, then in the order of the data. */
function findColumnChanges(before, after) {
	const old = new Map(before.columns.map((column) => [column.name, column]));
	const now = new Set(after.columns.map(({ name }) => name));
	return [...before.columns.filter(({ name }) => !now.has(name)).map(({ name, type }) => ({
		column: name,
		parts: [[{ strong: "gone" }, ...type === null ? [] : [
			" (was ",
			{ code: type },
			")"
		]]],
		isThere: false
	})), ...after.columns.flatMap((column) => {
		const was = old.get(column.name);
		const parts = was === void 0 ? [[
			{ strong: "new" },
			...column.type === null ? [] : [", ", { code: column.type }],
			`, missing ${formatShare(share(column.nulls, after.rows))}`
		]] : partsOf(was, column, before.rows, after.rows);
		return parts.length === 0 ? [] : [{
			column: column.name,
			parts,
			isThere: true
		}];
	})];
}
function partsOf(was, column, rowsBefore, rowsAfter) {
	const parts = [];
	if (was.type !== null && column.type !== null && was.type !== column.type) parts.push([
		"type ",
		{ code: was.type },
		" → ",
		{ code: column.type }
	]);
	const [nullsBefore, nullsAfter] = [share(was.nulls, rowsBefore), share(column.nulls, rowsAfter)];
	if (nullsBefore === 0 !== (nullsAfter === 0) || Math.abs(nullsAfter - nullsBefore) >= noticeable.share) parts.push([`missing ${formatShare(nullsBefore)} → ${formatShare(nullsAfter)}`]);
	if (was.numbers && column.numbers) parts.push(...numberParts(was.numbers, column.numbers));
	if (was.levels && column.levels) parts.push(...levelParts(was.levels, column.levels));
	return parts;
}
function numberParts(was, now) {
	const sigma = (now.mean - was.mean) / was.sd;
	const isMoved = was.sd > 0 ? Math.abs(sigma) >= noticeable.sigma : now.mean !== was.mean;
	const isWider = was.sd > 0 && Math.abs(now.sd / was.sd - 1) >= noticeable.sigma;
	if (!isMoved && !isWider) return [];
	const isPublic = was.quantiles !== null && now.quantiles !== null;
	const values = isPublic ? ` (${formatValue(was.mean)} → ${formatValue(now.mean)})` : "";
	const [low, middle, high] = [
		0,
		2,
		4
	].map((i) => `${formatValue(was.quantiles?.[i])} → ${formatValue(now.quantiles?.[i])}`);
	return [
		...isMoved ? [[was.sd > 0 ? `mean ${sigma > 0 ? "+" : "−"}${Math.abs(sigma).toFixed(2)} σ${values}` : `mean of a constant moved${values}`]] : [],
		...isWider ? [[`σ × ${(now.sd / was.sd).toFixed(2)}`]] : [],
		...isPublic ? [[`5 %: ${low} · median: ${middle} · 95 %: ${high}`]] : []
	];
}
function levelParts(was, now) {
	const [old, fresh] = [sharesOf(was), sharesOf(now)];
	const names = (values) => [...values.slice(0, mostLevels$2).flatMap((code, i) => i === 0 ? [{ code }] : [", ", { code }]), ...values.length > mostLevels$2 ? [` and ${formatCount(values.length - mostLevels$2)} more`] : []];
	const come = [...fresh.keys()].filter((value) => !old.has(value));
	const gone = [...old.keys()].filter((value) => !fresh.has(value));
	const moves = [...new Set([...old.keys(), ...fresh.keys()])].map((value) => ({
		value,
		by: (fresh.get(value) ?? 0) - (old.get(value) ?? 0)
	}));
	const distance = moves.reduce((sum, { by }) => sum + Math.abs(by), 0) / 2;
	const [largest] = moves.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
	return [
		...come.length > 0 ? [["new (≥ 20 rows): ", ...names(come)]] : [],
		...gone.length > 0 ? [["gone (< 20 rows): ", ...names(gone)]] : [],
		...distance >= noticeable.distance && largest ? [[
			`${formatShare(distance)} of the rows have another level, most of all `,
			{ code: largest.value },
			`: ${formatShare(old.get(largest.value) ?? 0)} → ${formatShare(fresh.get(largest.value) ?? 0)}`
		]] : []
	];
}
function sharesOf(levels) {
	const rows = levels.reduce((sum, level) => sum + level.rows, 0);
	return new Map(levels.map(({ value, rows: own }) => [value, own / rows]));
}
/** A value of a public column: four digits tell them apart well enough. */
const formatValue = (number) => number === void 0 || !Number.isFinite(number) ? "–" : formatGiven(Number(number.toPrecision(4))).replace("-", "−");
/** 0 of no rows. */
const share = (part, rows) => rows === 0 ? 0 : part / rows;
// packages/reports/src/data-change.ts
const mostColumns$2 = 60;
/** What a change does to the data, column by column: a part of a job's summary and of a pull request's comment. */
function renderDataChange(changes) {
	return paragraphs("### What changes in the data", ...changes.map(renderDataset$1));
}
function renderDataset$1({ name, before, after }) {
	const title = codeSpan(name, 100);
	if (after === null) return `${title} is gone; it had ${formatQuantity(before?.rows ?? 0, "row")}.`;
	if (before === null) return `${title} is new: ${formatQuantity(after.rows, "row")} of ${formatQuantity(after.columns.length, "column")}.`;
	if (before.digest === after.digest) return `${title}: the same data (${codeSpan(shortDigest(after.digest))}).`;
	const told = findColumnChanges(before, after);
	const quiet = after.columns.length - told.filter(({ isThere }) => isThere).length;
	return paragraphs(`${title}: ${inMarkdown(sizesInWords({
		before,
		after
	}))}`, told.length > 0 && table([{ title: "Column" }, { title: "What changes" }], told.map(({ column, parts }) => [codeSpan(column, 100), parts.map(inMarkdown).join("<br>")]), mostColumns$2), quiet > 0 && `<sub>${formatCount(quiet)} ${quiet === 1 ? "column" : "columns"} without a noticeable change.</sub>`, details$1("What is noticeable", list([`missing values: ${formatShare(noticeable.share)} of the rows; means: ${noticeable.sigma} standard deviations; shares of levels: ${formatShare(noticeable.distance)} of the rows elsewhere`, "levels of fewer than 20 rows are not told apart, and values stand here only of columns that the contract calls public"])));
}
const inMarkdown = (words) => words.map((word) => typeof word === "string" ? word : "code" in word ? codeSpan(word.code, 60) : `**${word.strong}**`).join("");
/** GitHub refuses bodies beyond 65,536 characters. */
const longestComment = 6e4;
/** The first line by which a pull request's comment is found again: one for each subject, such as a model. */
const dataCommentMarker = (subject) => `<!-- tidemark:data ${subject.replace(/[^A-Za-z0-9._/-]/g, "").replace(/--+/g, "-")} -->`;
/** A pull request's comment: what was judged of which commit. Where the parts are too long together, the last ones are left out. */
function renderDataComment({ marker, commit, runUrl, parts }) {
	const end = `<sub>Of commit ${escapeMarkdown(commit.slice(0, 12))} · [the run](${runUrl})</sub>`;
	let body = marker;
	for (const [i, part] of parts.entries()) {
		if (body.length + part.length + end.length > longestComment) {
			body += `\n\n_${formatCount(parts.length - i)} more parts are in the run’s summary._`;
			break;
		}
		body += `\n\n${part}`;
	}
	return `${body}\n\n${end}\n`;
}
// packages/reports/src/alert.ts
/** What alerts of any kind have in common. */
const alertPlace = ({ repository, issueUrl, runUrl }) => ({
	source: repository,
	links: [...issueUrl === null ? [] : [{
		title: "Issue",
		url: issueUrl
	}], ...runUrl === void 0 ? [] : [{
		title: "Run",
		url: runUrl
	}]]
});
// packages/reports/src/drift-alert.ts
const mostColumns$1 = 5;
/** An alert of a model's drift from its windows in order of time; `end` is the window by which it is over. */
function describeDriftAlert(windows, { end, ...place }) {
	const last = windows.findLast(({ verdict }) => verdict === "warn" || verdict === "fail");
	const model = (end ?? last)?.model ?? "";
	const about = {
		...alertPlace(place),
		key: `${place.repository} drift ${model}`
	};
	if (end !== null || last === void 0) {
		const facts = end === null ? [] : [{
			name: `Window ${end.window.start} until ${end.window.end}`,
			value: end.reason
		}];
		return {
			...about,
			state: "resolved",
			severity: "warning",
			title: `${model} is back to normal`,
			facts
		};
	}
	const changed = last.results.filter(({ verdict }) => verdict === "warn" || verdict === "fail").sort(byVerdict);
	const more = changed.length - mostColumns$1;
	return {
		...about,
		state: "open",
		severity: last.verdict === "fail" ? "error" : "warning",
		title: driftIssueTitle(windows),
		facts: [...changed.slice(0, mostColumns$1).map(({ column, family, reason }) => ({
			name: `${column} (${familyTitle[family]})`,
			value: reason
		})), ...more > 0 ? [{
			name: "Also",
			value: formatQuantity(more, "more effect")
		}] : []]
	};
}
// packages/reports/src/page/markup.ts
/** HTML that is safe to be put in a page: made by `html` only, which escapes whatever is not markup already. */
var Markup = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
/** Longest text of a user that is shown whole. */
const longest$2 = 1200;
/**
* A template whose values are escaped for an element's content or a quoted attribute. Markup stays, lists are joined, and what
* is false, null or undefined is nothing.
*/
function html(parts, ...values) {
	return new Markup(parts.map((part, i) => part + (i < values.length ? write(values[i]) : "")).join(""));
}
/** Text that is the page's own, such as its style. */
const verbatim = (text) => new Markup(text);
function write(value) {
	if (value === false || value === null || value === void 0) return "";
	if (value instanceof Markup) return value.text;
	if (Array.isArray(value)) return value.map(write).join("");
	return escapeHtml(clip(String(value), longest$2));
}
/** A link, or its label alone where the address is not http(s). */
function anchor(label, url) {
	if (url === void 0 || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return html`${label}`;
	return html`<a href="${new URL(url).href}" rel="noreferrer">${label}</a>`;
}
// packages/reports/src/page/filter.ts
var _templateObject;
const verdicts = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
/** Keeps those of one verdict without a script; by name with one, so the field is hidden where none runs. */
function renderFilter({ legend, field, names, choices, all }) {
	return html`<div class="filters"><fieldset class="filter"><legend class="visually-hidden">${legend}</legend>${[[
		"all",
		"All",
		all
	], ...choices.filter(([, , count]) => count > 0)].map(([value, title, count]) => html`<label><input type="radio" name="verdict" value="${value}"${value === "all" && html` checked`}><span>${title} ${count}</span></label>`)}</fieldset><label class="search" hidden>${field} <input type="search" id="search" data-names="${names}" autocomplete="off" spellcheck="false"></label><p class="visually-hidden" role="status" id="found"></p></div>`;
}
const filterStyle = `
.filters { display: flex; flex-wrap: wrap; gap: 10px 20px; align-items: center; position: sticky; top: 0; z-index: 1; background: var(--paper); padding: 10px 0; border-bottom: 1px solid var(--rule); margin: 30px 0 18px }
.search { font-size: 14px; color: var(--muted) } .search input { font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; padding: 4px 9px; width: 200px }
[hidden] { display: none !important }
@media (max-width: 720px) { .filters { position: static } .search, .search input { width: 100% } }
${verdicts.map((value) => `body:has(.filters input[value=${value}]:checked) [data-verdict]:not([data-verdict=${value}])`).join(", ")} { display: none }
`;
/** Reads the field alone; sets `hidden`, and opens what is folded where something is looked for. */
const script = `const field = document.getElementById('search')
field.parentElement.hidden = false
const keep = () => {
  const text = field.value.trim().toLowerCase()
  let found = 0
  for (const each of document.querySelectorAll('[data-name]')) {
    each.hidden = !each.dataset.name.includes(text)
    if (!each.hidden) found++
  }
  if (text !== '') for (const each of document.querySelectorAll('details[data-verdict]')) each.open = true
  document.getElementById('found').textContent = found + ' ' + field.dataset.names
}
field.addEventListener('input', keep)
keep()
`;
const filterScript = () => html(_templateObject || (_templateObject = _taggedTemplateLiteral(["<script>", "<\/script>"])), verbatim(script));
/** The source expression that lets a browser run this script and no other. */
const scriptSource = `'sha256-${btoa(String.fromCharCode(...(sha256(script).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))}'`;
// packages/reports/src/page/style.ts
/** The page's whole look: system fonts, figures of one width, two palettes that each keep 4.5 : 1 for text. */
const pageStyle = `
:root { color-scheme: light dark;
  --paper: #fbfbf9; --raised: #ffffff; --ink: #1b1f24; --muted: #59616b; --rule: #dddfda; --soft: #eeefeb;
  --accent: #0b5f73; --good: #176639; --warn: #845200; --bad: #ae2418; --busy: #5a4bb0; --calm: #59616b; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #121518; --raised: #191d21; --ink: #e7e9ea; --muted: #a2abb4; --rule: #30363d; --soft: #22272c;
  --accent: #6cc3d5; --good: #72cb95; --warn: #e3b45c; --bad: #f58e83; --busy: #b2a6f5; --calm: #a2abb4; } }
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 1180px; padding: 0 20px 48px; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word }
h1, h2, h3, h4, p, figure, dl, dd, ul { margin: 0 }
h1 { font-size: 20px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em }
h2 { font-size: 26px; line-height: 1.2; font-weight: 650; letter-spacing: -.015em }
h3 { font-size: 17px; font-weight: 650; letter-spacing: -.005em }
h4 { font-size: 15px; font-weight: 650; display: inline } h4 .muted { font-weight: 400 }
a { color: var(--accent); text-underline-offset: 2px } a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 40%, transparent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace } code.long { overflow-wrap: anywhere }
.muted { color: var(--muted) } .small { font-size: 13px } .good { color: var(--good) } .warn { color: var(--warn) } .bad { color: var(--bad) } .busy { color: var(--busy) }
.skip { position: absolute; left: -999px } .skip:focus { left: 8px; top: 8px; background: var(--raised); padding: 6px 10px; z-index: 1 }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
header { display: flex; gap: 12px; align-items: center; padding: 18px 0 14px; border-bottom: 1px solid var(--rule); margin-bottom: 22px }
header p { font-size: 13px } .brand path { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round }
article + article, #models + article { margin-top: 56px; padding-top: 28px; border-top: 3px solid var(--rule) }
.bar-head { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; justify-content: space-between; margin-bottom: 14px }
nav { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 14px }
section { margin-top: 34px } section > h3 { border-bottom: 1px solid var(--rule); padding-bottom: 5px; margin-bottom: 12px }
.status { display: grid; grid-template-columns: repeat(auto-fit, minmax(215px, 1fr)); gap: 1px; background: var(--rule); border: 1px solid var(--rule); border-radius: 8px; overflow: hidden }
.card { background: var(--raised); padding: 14px 16px 15px; min-width: 0 } .card h3 { font-size: 13px; font-weight: 500; color: var(--muted); letter-spacing: 0 }
.value { font-size: 22px; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin: 2px 0 3px } .note { font-size: 13px; color: var(--muted) }
.mark { font-size: .72em; margin-right: 7px; position: relative; top: -.08em }
.card.good .mark { color: var(--good) } .card.warn .mark { color: var(--warn) } .card.bad .mark { color: var(--bad) } .card.busy .mark { color: var(--busy) } .card.calm .mark { display: none }
.card.warn .value { color: var(--warn) } .card.bad .value { color: var(--bad) }
.plain { list-style: none; padding: 0 } .note .badge { white-space: normal }
.badge { white-space: nowrap; font-size: 13px } .badge.good { color: var(--good) } .badge.warn { color: var(--warn) } .badge.bad { color: var(--bad) } .badge.busy { color: var(--busy) } .badge.calm { color: var(--muted) }
.callout { border-left: 3px solid; padding: 8px 12px; background: var(--soft); border-radius: 0 6px 6px 0; margin: 10px 0; color: var(--ink) }
.callout.good { border-color: var(--good) } .callout.bad { border-color: var(--bad) } .callout.warn { border-color: var(--warn) } .callout h2 { font-size: 17px } .callout ul { padding-left: 18px; margin-top: 6px }
.callout b { font-weight: 650 } .plain-weight { font-weight: 400 }
.scroll { overflow-x: auto; margin-top: 12px }
table { border-collapse: collapse; width: 100%; font-size: 14px } caption { text-align: left; color: var(--muted); font-size: 13px; padding-bottom: 5px }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); white-space: nowrap } th { font-weight: 600 }
thead th { font-weight: 500; font-size: 13px; color: var(--muted); vertical-align: bottom } th:last-child, td:last-child { padding-right: 0 }
.number { text-align: right; font-variant-numeric: tabular-nums } td.wide { white-space: normal; min-width: 230px }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(255px, 100%), 1fr)); gap: 22px 28px; margin-bottom: 8px }
figcaption { font-size: 13px; margin-bottom: 2px; overflow-wrap: anywhere } figcaption b { font-weight: 600 }
svg.chart { display: block; overflow: visible } svg text { fill: var(--muted); font-size: 11px } svg text.strong { fill: var(--ink); font-size: 12px; font-weight: 600 } svg text.small { fill: var(--ink); font-size: 11px }
.grid line { stroke: var(--soft) } .axis line { stroke: var(--rule) } .limits .grid line { stroke: var(--muted); stroke-dasharray: 2 3; opacity: .75 }
.trend { fill: none; stroke: var(--muted); stroke-width: 1; opacity: .55 } .weight { fill: none; stroke: var(--busy); stroke-width: 2 }
.whisker { stroke: currentColor; stroke-width: 1.25; opacity: .55 } .champion { fill: var(--paper); stroke: var(--muted); stroke-width: 1.25 }
.ring { display: inline-block; width: 8px; height: 8px; border: 1.25px solid var(--muted); border-radius: 50% }
.dot { stroke: var(--paper); stroke-width: 1.5 } .dot.good { fill: var(--good) } .dot.bad { fill: var(--bad) } .dot.busy { fill: var(--busy) } .dot.calm { fill: var(--muted) } .dot.warn { fill: var(--warn) }
.effect { color: var(--calm) } .effect.good { color: var(--good) } .effect.warn { color: var(--warn) } .effect.bad { color: var(--bad) } .effect text.mark { fill: currentColor; font-size: 10px } .effect.good text.mark { font-size: 9px }
.span.production { fill: var(--accent) } .span.canary { fill: var(--busy) } svg text.cross { fill: var(--bad); font-size: 12px; font-weight: 700 }
.key { display: inline-block; width: 18px; height: 9px; border-radius: 2px; margin: 0 3px 0 10px } figcaption .key:first-child { margin-left: 0 } .key.production { background: var(--accent) } .key.canary { background: var(--busy) } .key + .bad { margin-left: 10px }
figcaption > .bad { margin-left: 10px }
details { border-bottom: 1px solid var(--rule); padding: 9px 0 } details[open] { padding-bottom: 18px } summary { cursor: pointer; padding: 2px 0 } summary::marker { color: var(--muted) }
.sides { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 14px 40px; margin-top: 12px; align-items: start } .lineage .sides { grid-template-columns: 340px minmax(0, 1fr) }
.measure { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; font-size: 14px } .measure b { font-weight: 600 }
.bar { vertical-align: middle } .bar .track { fill: var(--soft); stroke: var(--rule) } .fill.good { fill: var(--good) } .fill.bad { fill: var(--bad) } .fill.busy { fill: var(--busy) }
.picture svg { display: block; max-width: 100%; height: auto } .box rect { fill: var(--raised); stroke: var(--rule) } .box.own rect { stroke: var(--accent); stroke-width: 1.5 } .box.live rect { stroke: var(--good); stroke-width: 1.5 }
.box text.title { fill: var(--ink); font-size: 12px; font-weight: 600 } .box text.digest { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 10.5px }
.arrow, .head { fill: none; stroke: var(--muted); stroke-width: 1.25 }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 5px 18px; font-size: 14px } .facts dt { color: var(--muted) } .facts dd { overflow-wrap: anywhere }
.filter { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 6px } .filter input { position: absolute; opacity: 0 }
.filter span { display: block; padding: 4px 11px; border: 1px solid var(--rule); border-radius: 999px; font-size: 13px; color: var(--muted); cursor: pointer } .filter input:checked + span { color: var(--paper); background: var(--ink); border-color: var(--ink) } .filter input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px }
${[
	"versions",
	"promotions",
	"rollouts",
	"drift"
].map((kind) => `.events:has(input[value=${kind}]:checked) tr[data-kind]:not([data-kind=${kind}])`).join(", ")} { display: none }
footer { margin-top: 48px; border-top: 1px solid var(--rule); padding-top: 12px; font-size: 13px } .empty { padding: 40px 0 }
@media (max-width: 720px) { body { padding: 0 14px 32px } .sides, .lineage .sides { grid-template-columns: minmax(0, 1fr) } .facts { grid-template-columns: minmax(0, 1fr); gap: 0 } .facts dd { margin-bottom: 7px } h2 { font-size: 23px }  td.wide { min-width: 200px } .events .badge { white-space: normal }
 .multiples.small-charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px 20px }
 .guardrails thead { display: none } .guardrails tr { display: grid; grid-template-columns: 1.3fr 1fr 1fr; border-bottom: 1px solid var(--rule); padding: 5px 0 } .guardrails th, .guardrails td { border: 0; padding: 2px 10px 2px 0; white-space: normal }
 .guardrails td[data-arm]::before { content: attr(data-arm); color: var(--muted); font-size: 13px; display: block }
 .guardrails td[data-label] { grid-column: 1 / -1; display: flex; gap: 8px; align-items: center } .guardrails td[data-label]::before { content: attr(data-label); color: var(--muted); font-size: 13px; width: 78px }
 .weeks thead, .happened thead { display: none } .weeks tr, .happened tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; border-bottom: 1px solid var(--rule); padding: 7px 0 } .weeks th, .weeks td, .happened td { border: 0; padding: 1px 0; white-space: normal; min-width: 0 }
 .weeks .wide { grid-column: 1 / -1 } .weeks td:last-child { text-align: right } .weeks .number { text-align: left; color: var(--muted); font-size: 13px } .weeks .number::after { content: " " attr(data-unit) }
 .happened td:nth-child(2) { grid-column: 1 / -1; grid-row: 2 } .happened td:nth-child(3) { grid-column: 1 / -1; grid-row: 3 } .happened td:nth-child(4) { grid-column: 2; grid-row: 1 }
 .status { grid-template-columns: minmax(0, 1fr) } }
@media print { :root { --paper: #fff; --raised: #fff } body { max-width: none; font-size: 11px } nav, .filter, .skip { display: none } section, figure, tr { break-inside: avoid } .scroll { overflow: visible } details:not([open])::details-content { content-visibility: visible; block-size: auto } a { color: inherit; text-decoration: none } }
`;
// packages/reports/src/page/frame.ts
/** One HTML file that asks nothing of any network, and says so to the browser: a policy in its head refuses everything else. */
function renderFrame({ title, generator, about, skipTo, style, main, footer, isFiltered }) {
	const policy = `default-src 'none'; style-src 'unsafe-inline';${isFiltered ? ` script-src ${scriptSource};` : ""} base-uri 'none'; form-action 'none'`;
	return `<!doctype html>
${html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="generator" content="${generator}"><title>${title}</title><style>${verbatim(pageStyle)}${isFiltered && verbatim(filterStyle)}${verbatim(style)}</style></head>
<body><a class="skip" href="#${skipTo.id}">Skip to the ${skipTo.title}</a><header><div class="brand" aria-hidden="true"><svg width="26" height="20" viewBox="0 0 26 20"><path d="M1 6c4-4 8-4 12 0s8 4 12 0M1 12c4-4 8-4 12 0s8 4 12 0M1 18h24"/></svg></div><div><h1>${title}</h1><p class="muted">${about}</p></div></header>
${main}
<footer class="muted"><p>${footer}</p></footer>${isFiltered && filterScript()}</body></html>`.text}
`;
}
// packages/reports/src/page/chart.ts
function drawChart({ title, description, height, content }) {
	return html`<svg class="chart" role="img" aria-label="${title}. ${description}" width="100%" height="${height}"><title>${title}</title><desc>${description}</desc>${content}</svg>`;
}
/** Maps a domain to a range; a domain of one value to the middle. */
function linear([from, to], [start, end]) {
	if (!(to > from)) return () => (start + end) / 2;
	return (value) => start + (value - from) / (to - from) * (end - start);
}
/** A number as SVG takes it: two decimals at most. */
const at = (value) => String(Number(value.toFixed(2)));
const percent = (value) => `${at(value)}%`;
/** A line through points (x in per cent, y in pixels); `step` goes on level and then jumps. */
function line(points, { height, step = false, className }) {
	return html`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><path class="${className}" d="${points.map(([x, y], i) => i === 0 ? `M${at(x)} ${at(y)}` : step ? `H${at(x)}V${at(y)}` : `L${at(x)} ${at(y)}`).join("")}" vector-effect="non-scaling-stroke"/></svg>`;
}
/** Round numbers within a domain, about `count` of them. */
function ticks([from, to], count) {
	const rough = (to - from) / count;
	if (!(rough > 0)) return [from];
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [
		1,
		2,
		5,
		10
	].map((factor) => factor * power).find((each) => each >= rough);
	const first = Math.ceil(from / step - 1e-9);
	const last = Math.floor(to / step + 1e-9);
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
/** Shows round numbers of one scale with the same decimals: 0.40, 0.45, 0.50. */
function showAlike(values) {
	const decimals = Math.max(...values.map((value) => String(value).split(".")[1]?.length ?? 0));
	return (value) => value.toFixed(decimals);
}
/** Less than this between two lines, in pixels, and their values would lie on each other. */
const lineHeight = 12;
/** Horizontal lines with their values at the left, above the line; of lines that lie close together the highest has its value. */
function grid(values, y, show) {
	return html`<g class="grid" aria-hidden="true">${values.map((value) => {
		const at = y(value).toFixed(1);
		return html`<line x1="0" x2="100%" y1="${at}" y2="${at}"/>${!values.some((other) => y(other) < y(value) && y(value) - y(other) < lineHeight) && html`<text x="0" y="${(y(value) - 3).toFixed(1)}">${show(value)}</text>`}`;
	})}</g>`;
}
/** Text that stays inside: at the edges it is anchored to them. */
function label$1(x, y, text, className = "") {
	const anchor = x < 12 ? "start" : x > 88 ? "end" : "middle";
	return html`<text${className !== "" && html` class="${className}"`} x="${percent(x)}" y="${at(y)}" text-anchor="${anchor}">${text}</text>`;
}
// packages/reports/src/page/time.ts
const months = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
const hourMs = 36e5;
const dayMs = 24 * hourMs;
/** `4 Apr 2001`, of a timestamp or a date. */
function formatDay(time) {
	return `${formatShortDay(time)} ${time.slice(0, 4)}`;
}
const formatShortDay = (time) => `${Number(time.slice(8, 10))} ${months[Number(time.slice(5, 7)) - 1]}`;
/** `4 Apr 2001, 11:45 UTC` that machines can read too. */
function timeElement(time) {
	return html`<time datetime="${time}" title="${formatTime(time)}">${formatDay(time)}, ${time.slice(11, 16)} UTC</time>`;
}
/** The same in figures, for tables. */
function timeCell(time) {
	return html`<time datetime="${time}">${time.slice(0, 10)} <span class="muted">${time.slice(11, 16)}</span></time>`;
}
/** A time axis from 1 to 99 per cent, labelled below `y` at a few places of round time: minutes, days, months or years. */
function timeAxis(from, to, y) {
	const [start, end] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 6e4)];
	const x = linear([start, end], [1, 99]);
	const { times, show } = roundTimes(start, end);
	return {
		x,
		marks: html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${y}" y2="${y}"/>${times.map((time, i) => {
			const text = show(new Date(time).toISOString(), i === 0);
			return html`<line x1="${x(time).toFixed(2)}%" x2="${x(time).toFixed(2)}%" y1="${y}" y2="${y + 4}"/>${label$1(x(time), y + 16, text)}`;
		})}</g>`
	};
}
/** At most five of them. */
function roundTimes(start, end) {
	const span = end - start;
	const stepMs = steps.find((step) => span / step <= 4);
	if (stepMs === void 0) {
		const months = monthSteps.find((step) => span / (step * 30 * dayMs) <= 4) ?? 1200;
		const show = (time, isFirst) => months >= 12 ? time.slice(0, 4) : formatShortDay(time) + (isFirst ? ` ${time.slice(0, 4)}` : "");
		return {
			times: monthsBetween(start, end, months),
			show
		};
	}
	const times = [];
	for (let time = Math.ceil(start / stepMs) * stepMs; time <= end; time += stepMs) times.push(time);
	const show = (time, isFirst) => formatShortDay(time) + (stepMs < dayMs ? ` ${time.slice(11, 16)}` : isFirst ? ` ${time.slice(0, 4)}` : "");
	return {
		times,
		show
	};
}
const steps = [
	1 / 12,
	1 / 4,
	1 / 2,
	1,
	2,
	4,
	6,
	12,
	24,
	48,
	96,
	168,
	336
].map((hours) => hours * hourMs);
const monthSteps = [
	1,
	2,
	3,
	6,
	12,
	24,
	60,
	120
];
/** Firsts of every `step`th month, counted from January 1970. */
function monthsBetween(start, end, step) {
	const first = new Date(start);
	const months = (first.getUTCFullYear() - 1970) * 12 + first.getUTCMonth();
	const times = [];
	for (let month = Math.floor(months / step) * step;; month += step) {
		const time = Date.UTC(1970, month, 1);
		if (time > end) return times;
		if (time >= start) times.push(time);
	}
}
// packages/reports/src/page/words.ts
const marks = {
	good: "✓",
	warn: "▲",
	bad: "✕",
	busy: "◐",
	calm: "·"
};
function badge(tone, text) {
	return html`<span class="badge ${tone}"><span aria-hidden="true">${marks[tone]}</span> ${text}</span>`;
}
const statuses = {
	live: ["good", "live"],
	canary: ["busy", "canary"],
	proposed: ["calm", "proposed"],
	merged: ["busy", "merged"],
	refused: ["bad", "refused"],
	"rolled-back": ["bad", "rolled back"],
	former: ["calm", "former"],
	retired: ["calm", "retired"],
	published: ["calm", "published"],
	pending: ["busy", "pending"]
};
const statusTone = (status) => statuses[status][0];
function statusBadge({ status, channels }) {
	const [tone, text] = statuses[status];
	return badge(tone, status === "live" ? `in ${channels.join(", ")}` : text);
}
const driftTone = {
	pass: "good",
	warn: "warn",
	fail: "bad",
	inconclusive: "calm"
};
const driftWord = {
	pass: "no drift",
	warn: "drift",
	fail: "strong drift",
	inconclusive: "inconclusive"
};
const phases = {
	pending: ["busy", "pending"],
	running: ["busy", "running"],
	holding: ["warn", "holding"],
	promoted: ["good", "promoted"],
	"rolled-back": ["bad", "rolled back"]
};
const isRunning = ({ phase }) => phase === "pending" || phase === "running" || phase === "holding";
const eventWords = {
	"version.registered": [
		"versions",
		"calm",
		"registered"
	],
	"version.published": [
		"versions",
		"calm",
		"published"
	],
	"version.retired": [
		"versions",
		"calm",
		"retired"
	],
	"gate.failed": [
		"versions",
		"bad",
		"refused by the gate"
	],
	"rollback.requested": [
		"promotions",
		"warn",
		"asked for again"
	],
	"promotion.requested": [
		"promotions",
		"calm",
		"proposed"
	],
	"promotion.merged": [
		"promotions",
		"busy",
		"approved and merged"
	],
	"promotion.settled": [
		"promotions",
		"good",
		"came into"
	],
	"promotion.refused": [
		"promotions",
		"bad",
		"refused for"
	],
	"rollout.opened": [
		"rollouts",
		"busy",
		"rollout opened"
	],
	"rollout.rolled-back": [
		"rollouts",
		"bad",
		"rolled back"
	],
	"version.rolled-back": [
		"rollouts",
		"bad",
		"needs a waiver to come back"
	],
	"drift.checked": [
		"drift",
		"calm",
		"drift checked"
	],
	"drift.detected": [
		"drift",
		"warn",
		"drift detected"
	],
	"drift.resolved": [
		"drift",
		"good",
		"drift resolved"
	],
	"retraining.dispatched": [
		"drift",
		"busy",
		"retraining dispatched"
	]
};
// packages/reports/src/page/drift-chart.ts
const height$5 = 118;
const bottom$4 = 96;
/** One effect by window, with bounds and the limits it is judged by. The scale reaches the limits at least, so that calm looks calm. */
function drawEffect({ column, family, windows: all }, title) {
	const windows = all.slice(-53);
	const kind = windowKind(windows.map(({ check }) => check));
	const results = windows.flatMap(({ result }) => result ? [result] : []);
	const limits = results.at(-1)?.limits ?? {
		warn: .1,
		fail: .2
	};
	const y = linear([0, Math.max(limits.fail * 1.15, ...results.map(({ bounds, effect }) => bounds.upper ?? effect ?? 0))], [bottom$4, 14]);
	const x = linear([0, Math.max(1, windows.length - 1)], [windows.length === 1 ? 55 : 15, 96]);
	const content = [
		html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom$4}" y2="${bottom$4}"/></g>`,
		html`<g class="limits">${grid([limits.warn, limits.fail].filter((limit) => limit > 0), y, (value) => String(value))}</g>`,
		windows.map(({ check, result }, i) => {
			if (!result || result.effect === null) return null;
			const place = x(i);
			const { lower, upper } = result.bounds;
			const bounds = lower === null || upper === null ? "" : `, bounds ${formatNumber(lower)} to ${formatNumber(upper)}`;
			return html`<g class="effect ${driftTone[result.verdict]}"><title>${windowName(check, formatDay)}: ${formatNumber(result.effect)}${bounds}: ${driftWord[result.verdict]}</title>${lower !== null && upper !== null && html`<line class="whisker" x1="${percent(place)}" x2="${percent(place)}" y1="${at(y(Math.max(0, lower)))}" y2="${at(y(upper))}"/>`}<text class="mark" x="${percent(place)}" y="${at(y(Math.max(0, result.effect)) + 3.5)}" text-anchor="middle">${symbols$1[result.verdict]}</text></g>`;
		}),
		windows[0] && label$1(x(0), 111, formatDay(windows[0].check.window.start).replace(/ \d{4}$/, ""), "tick"),
		windows.length > 1 && label$1(x(windows.length - 1), 111, formatDay(windows.at(-1).check.window.start).replace(/ \d{4}$/, ""), "tick")
	];
	const found = results.filter(({ verdict }) => verdict !== "pass").length;
	return html`<figure><figcaption><b>${column}</b> <span class="muted">${title}</span></figcaption>${drawChart({
		title: `Drift of ${column} (${family}) by ${kind}`,
		description: `${formatQuantity(results.length, kind)}, ${found} of them not clear; newest ${formatNumber(results.at(-1)?.effect)}`,
		height: height$5,
		content
	})}</figure>`;
}
const symbols$1 = {
	pass: "●",
	warn: "▲",
	fail: "◆",
	inconclusive: "○"
};
// packages/reports/src/drift-page/calibration-chart.ts
const height$4 = 190;
const fewestRows$1 = 20;
/** What was expected and what came true, by bins of the score: on the diagonal the two agree. */
function drawReliability({ calibration }, { statistics }) {
	if (calibration === null || statistics.calibration === null) return null;
	const [before, now] = [calibration, statistics.calibration.bins].map(pointsOf);
	const all = [...before, ...now].flatMap(({ expected, observed }) => [expected, observed]);
	if (all.length === 0) return null;
	const most = Math.max(...all);
	const [x, y] = [linear([0, most], [4, 98]), linear([0, most], [166, 10])];
	const dots = (points, className) => points.map(({ expected, observed, rows }) => html`<circle class="${className}" cx="${percent(x(expected))}" cy="${at(y(observed))}" r="4"><title>expected ${formatShare(expected)}, observed ${formatShare(observed)} of ${rows} rows</title></circle>`);
	return html`<figure class="distribution">${drawChart({
		title: "Expected and observed, baseline and window",
		description: `By bins of the score up to ${formatShare(most)}`,
		height: height$4,
		content: [
			html`<g class="axis" aria-hidden="true"><line x1="${percent(x(0))}" x2="${percent(x(most))}" y1="${at(y(0))}" y2="${at(y(most))}"/><text x="0" y="8">observed, up to ${formatShare(most)}</text><text x="100%" y="${184}" text-anchor="end">expected</text></g>`,
			dots(before, "champion"),
			dots(now, "dot-current")
		]
	})}<figcaption>On the line, what was predicted came true: hollow the baseline, filled the window.</figcaption></figure>`;
}
function pointsOf(bins) {
	const [rows, observed, expected] = [
		bins.rows,
		bins.observed,
		bins.expectedMicros
	].map(readNumbers);
	return rows.flatMap((count, i) => count < fewestRows$1 ? [] : [{
		rows: count,
		observed: observed[i] / count,
		expected: expected[i] / 1e6 / count
	}]);
}
// packages/reports/src/drift-page/distribution.ts
/** Whether a column's values may be shown: a baseline keeps no minimum of the others. */
const isPublic = ({ minimum }) => minimum !== null;
const mostBins = 40;
const rankBins = 20;
/** Baseline and window of a numeric column as histograms; null where either has no values. */
function overlayOf(column, profile) {
	const edges = readNumbers(column.edges);
	const baseline = cumulate(readNumbers(column.counts), readAtEdge(column));
	const window = cumulate(addDays(profile.counts), readNumbers(profile.atEdge));
	if (edges.length === 0 || baseline === null || window === null) return null;
	const gap = widestGap(edges, baseline, window);
	if (!isPublic(column)) return {
		...byRank(baseline, window),
		gap
	};
	return {
		...byValue(edges, baseline, window),
		gap
	};
}
/** Rows of all days, bin by bin. */
function addDays(days) {
	const sums = [];
	for (const day of days) for (const [bin, count] of readNumbers(day).entries()) sums[bin] = (sums[bin] ?? 0) + count;
	return sums;
}
function cumulate(counts, atEdge) {
	const rows = counts.reduce((sum, count) => sum + count, 0);
	if (rows === 0) return null;
	let seen = 0;
	return {
		upTo: counts.slice(0, -1).map((count) => (seen += count) / rows),
		atEdge: atEdge.map((count) => count / rows)
	};
}
function widestGap(edges, baseline, window) {
	let widest = 0;
	for (const at of edges.keys()) {
		const distance = (edge) => Math.abs(baseline.upTo[edge] - window.upTo[edge]);
		if (distance(at) > distance(widest)) widest = at;
	}
	return {
		edge: edges[widest],
		baseline: baseline.upTo[widest],
		window: window.upTo[widest]
	};
}
/** From the first percentile of either to the last, so that a long tail does not press the rest together. */
function byValue(edges, baseline, window) {
	const both = [baseline, window];
	const first = edges.findIndex((_, i) => both.some(({ upTo }) => upTo[i] >= .01));
	const last = edges.findIndex((_, i) => both.every(({ upTo }) => upTo[i] >= .99));
	const low = edges[Math.max(0, first)];
	const high = edges[last < 0 ? edges.length - 1 : last];
	const borders = bordersOf(low, Math.max(low, high), edges, baseline);
	const shares = both.map((each) => borders.map((border) => shareUpTo(border, edges, each)));
	const start = both.map((each) => shareBelow(borders[0], edges, each));
	return {
		bins: borders.slice(1).map((to, i) => {
			const share = (of) => shares[of][i + 1] - (i === 0 ? start[of] : shares[of][i]);
			return {
				from: borders[i],
				to,
				baseline: share(0),
				window: share(1)
			};
		}),
		below: {
			baseline: start[0],
			window: start[1]
		},
		above: {
			baseline: 1 - shares[0].at(-1),
			window: 1 - shares[1].at(-1)
		}
	};
}
/** Ends of the bins. Whole numbers get bins of whole numbers, or some bins would hold more of them than others. */
function bordersOf(low, high, edges, { atEdge }) {
	if (edges.every(Number.isInteger) && atEdge.reduce((sum, share) => sum + share, 0) > .95) {
		const width = Math.max(1, Math.ceil((high - low + 1) / mostBins));
		const count = Math.ceil((high - low + 1) / width);
		return Array.from({ length: count + 1 }, (_, i) => low - .5 + i * width);
	}
	if (!(high > low)) return [low, low + Math.max(Math.abs(low), 1) * 1e-9];
	return Array.from({ length: 41 }, (_, i) => i === mostBins ? high : low + i / mostBins * (high - low));
}
/** Share of the values at most `value`: exact at the edges, evenly spread between them. */
function shareUpTo(value, edges, { upTo, atEdge }) {
	const next = edges.findIndex((edge) => edge >= value);
	if (next < 0) return upTo.at(-1);
	if (edges[next] === value) return upTo[next];
	if (next === 0) return upTo[0] - atEdge[0];
	const [left, right] = [edges[next - 1], edges[next]];
	const between = upTo[next] - atEdge[next] - upTo[next - 1];
	return upTo[next - 1] + between * ((value - left) / (right - left));
}
function shareBelow(value, edges, of) {
	const at = edges.indexOf(value);
	return shareUpTo(value, edges, of) - (at < 0 ? 0 : of.atEdge[at]);
}
/** Bins of about a twentieth of the baseline: no value shows, only where the window has more or fewer. */
function byRank(baseline, window) {
	const bins = [];
	let from = {
		baseline: 0,
		window: 0
	};
	const upTo = [...baseline.upTo.map((share, i) => ({
		baseline: share,
		window: window.upTo[i]
	})), {
		baseline: 1,
		window: 1
	}];
	for (const [i, to] of upTo.entries()) {
		if (to.baseline - from.baseline < 1 / rankBins - 1e-9 && i < upTo.length - 1) continue;
		if (to.baseline > from.baseline || to.window > from.window) bins.push({
			from: from.baseline,
			to: to.baseline,
			baseline: to.baseline - from.baseline,
			window: to.window - from.window
		});
		from = to;
	}
	const nothing = {
		baseline: 0,
		window: 0
	};
	return {
		bins,
		below: nothing,
		above: nothing
	};
}
// packages/reports/src/drift-page/distribution-chart.ts
const height$3 = 150;
const bottom$3 = 122;
/** Per cent of the width; what lies outside of the bins is drawn beside them. */
const plot = [6, 94];
/** The baseline's distribution as an area with the window's as a line over it; undefined where either has no values. */
function drawDistribution(column, profile) {
	const overlay = overlayOf(column, profile);
	if (overlay === null || overlay.bins.length === 0) return void 0;
	const isShown = isPublic(column);
	const { bins, below, above } = overlay;
	const [low, high] = [bins[0].from, bins.at(-1).to];
	const x = linear([low, high], plot);
	const amount = (bin, of) => isShown ? bin[of] : Math.min(4, bin[of] / Math.max(bin.baseline, 1e-9));
	const outside = isShown ? [below, above].flatMap(({ baseline, window }) => [baseline, window]) : [];
	const y = linear([0, Math.max(1e-9, ...bins.flatMap((bin) => [amount(bin, "baseline"), amount(bin, "window")]), ...outside)], [bottom$3, 8]);
	const content = [
		outline(bins, x, (bin) => y(amount(bin, "baseline")), "reference"),
		outline(bins, x, (bin) => y(amount(bin, "window")), "current"),
		isShown && tail(below, 0, y),
		isShown && tail(above, 96.5, y),
		html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom$3}" y2="${bottom$3}"/></g>`,
		isShown ? valueAxis(low, high, x) : rankAxis()
	];
	return html`<figure class="distribution">${drawChart({
		title: `Distribution of ${column.name}, baseline and window`,
		description: gapInWords(overlay, isShown),
		height: height$3,
		content
	})}<figcaption>${isApart(overlay) && `${gapInWords(overlay, isShown)} `}${!isShown && ranksInWords(column)}</figcaption></figure>`;
}
/** An area down to the axis, or a line for the window; both go level through a bin. */
function outline(bins, x, y, className) {
	const path = bins.map((bin) => `V${at(y(bin))}H${at(x(bin.to))}`).join("");
	return html`<svg x="0" y="0" width="100%" height="${height$3}" viewBox="0 0 100 ${height$3}" preserveAspectRatio="none"><path class="${className}" d="M${at(x(bins[0].from))} ${bottom$3}${path}V${bottom$3}" vector-effect="non-scaling-stroke"/></svg>`;
}
/** What lies beyond the bins on one side, where that is worth a mark. */
function tail({ baseline, window }, left, y) {
	if (Math.max(baseline, window) < .005) return null;
	const bar = (share, from, className) => html`<rect class="${className}" x="${percent(from)}" width="1.6%" y="${at(y(share))}" height="${at(bottom$3 - y(share))}"/>`;
	return html`<g><title>beyond: ${formatShare(baseline)} of the baseline, ${formatShare(window)} of the window</title>${bar(baseline, left, "reference")}${bar(window, left + 1.8, "current-bar")}</g>`;
}
function valueAxis(low, high, x) {
	const marks = ticks([low, high], 5);
	const show = marks.every((mark) => Math.abs(mark) < 1e6) ? showAlike(marks) : formatGiven;
	return html`<g class="axis" aria-hidden="true">${marks.map((mark) => html`<line x1="${percent(x(mark))}" x2="${percent(x(mark))}" y1="${bottom$3}" y2="${126}"/>${label$1(x(mark), 139, show(mark).replace("-", "−"))}`)}</g>`;
}
const rankAxis = () => html`<g aria-hidden="true">${label$1(plot[0], 139, "lowest")}${label$1(plot[1], 139, "highest of the baseline")}</g>`;
const ranksInWords = ({ joint }) => joint === void 0 ? "The column is not public: its values are not shown, only how the window lies on the baseline’s ranks." : `How far rows are from what ${joint.columns.length} columns have in common, on the baseline’s ranks.`;
/** Below this the place where two samples are farthest apart is chance's. */
const isApart = ({ gap }) => Math.abs(gap.baseline - gap.window) >= .05;
function gapInWords({ gap }, isShown) {
	const shares = `${formatShare(gap.baseline)} of the baseline, ${formatShare(gap.window)} of the window`;
	return isShown ? `Farthest apart at ${formatGiven(Number(gap.edge.toPrecision(4))).replace("-", "−")}: ${shares} are at most that.` : `Farthest apart where the lowest ${formatShare(gap.baseline)} of the baseline end: ${formatShare(gap.window)} of the window are below.`;
}
// packages/reports/src/drift-page/interval-chart.ts
/** An effect with its bounds on a line from 0, and the limits it is judged by. */
function drawEffectBounds({ effect, bounds, limits, verdict }) {
	const { lower, upper } = bounds;
	if (effect === null || lower === null || upper === null) return null;
	const x = linear([0, Math.max(limits.fail * 1.25, upper * 1.05)], [1, 99]);
	const whisker = html`<line class="whisker" x1="${percent(x(Math.max(0, lower)))}" x2="${percent(x(upper))}" y1="11" y2="11"/>`;
	const limit = (value) => value > 0 && html`<line class="limit" x1="${percent(x(value))}" x2="${percent(x(value))}" y1="2" y2="20"/>${label$1(x(value), 31, at(value))}`;
	return html`<svg class="bounds" role="img" width="100%" height="34" aria-label="Effect ${formatNumber(effect)}, bounds ${formatNumber(lower)} to ${formatNumber(upper)}, limits ${limits.warn} and ${limits.fail}"><line class="track" x1="1%" x2="99%" y1="11" y2="11"/>${limit(limits.warn)}${limits.fail !== limits.warn && limit(limits.fail)}<g class="effect ${driftTone[verdict]}">${whisker}<circle class="dot ${driftTone[verdict]}" cx="${percent(x(Math.max(0, effect)))}" cy="11" r="5"/></g></svg>`;
}
// packages/reports/src/drift-page/levels-chart.ts
const mostLevels$1 = 8;
/** Fewer rows than these are not told apart. */
const fewestRows = 20;
/** The levels that changed most, a bar each for baseline and window, then all others together. */
function drawLevels(column, profile) {
	const counts = addDays(profile.counts);
	const rows = {
		baseline: sum(column.levels.map(({ count }) => count)) + column.other,
		window: sum(counts)
	};
	if (rows.baseline === 0 || rows.window === 0) return void 0;
	const byChange = [...column.levels.map(({ value, count }, i) => {
		const own = counts[i] ?? 0;
		return {
			name: column.isHashed ? `level ${i + 1}` : value === "" ? html`<i>(empty)</i>` : value,
			baseline: count / rows.baseline,
			window: own / rows.window,
			rows: own
		};
	})].sort((a, b) => Math.abs(b.window - b.baseline) - Math.abs(a.window - a.baseline));
	const shown = byChange.slice(0, mostLevels$1);
	const hidden = byChange.slice(mostLevels$1);
	const other = counts[column.levels.length] ?? 0;
	const all = [
		...shown.sort((a, b) => b.baseline - a.baseline),
		...hidden.length === 0 ? [] : [together(`${formatQuantity(hidden.length, "other level")}`, hidden)],
		...column.other === 0 && other === 0 ? [] : [{
			name: "rare or new",
			baseline: column.other / rows.baseline,
			window: other / rows.window,
			rows: other,
			isPooled: true
		}]
	];
	const gone = column.levels.filter((_, i) => (counts[i] ?? 0) === 0).length;
	const most = Math.max(...shown.flatMap(({ baseline, window }) => [baseline, window]));
	return html`<div class="levels"><table><caption class="visually-hidden">Shares of ${column.name}’s levels in baseline and window</caption><thead class="visually-hidden"><tr><th scope="col">Level</th><th scope="col">Shares drawn</th><th scope="col">Baseline</th><th scope="col">Window</th></tr></thead><tbody>${all.map((level) => levelRow(level, most))}</tbody></table>${(gone > 0 || column.isHashed) && html`<p class="muted small">${gone > 0 && `${formatQuantity(gone, "level")} of the baseline ${gone === 1 ? "is" : "are"} gone. `}${column.isHashed && "The column is not public: levels are numbered by their rank in the baseline."}</p>`}</div>`;
}
function levelRow({ name, baseline, window, rows, isPooled }, most) {
	const isFew = rows > 0 && rows < fewestRows;
	return html`<tr><th scope="row">${name}</th><td>${!isPooled && bars(baseline, isFew ? 0 : window, most)}</td><td class="number">${formatShare(baseline)}</td><td class="number">${isFew ? `< ${fewestRows} rows` : formatShare(window)}</td></tr>`;
}
/** Baseline above, window below it. */
function bars(baseline, window, most) {
	const width = (share) => `${at(share / Math.max(most, 1e-9) * 100)}%`;
	return html`<svg class="pair" width="100%" height="14" aria-hidden="true"><rect class="reference" width="${width(baseline)}" height="6"/><rect class="current-bar" width="${width(window)}" y="7" height="6"/></svg>`;
}
/** A rate: how often something was so, before and now. */
function drawRate(column, profile) {
	const [rows, events] = [sum(readNumbers(profile.rows)), sum(readNumbers(profile.events))];
	if (column.rows === 0 || rows === 0) return void 0;
	const [baseline, window] = [column.events / column.rows, events / rows];
	const row = (title, share, count, className) => html`<tr><th scope="row">${title}</th><td><svg class="pair" width="100%" height="10" aria-hidden="true"><rect class="${className}" width="${at(share / Math.max(baseline, window, 1e-9) * 100)}%" height="9"/></svg></td><td class="number">${formatShare(share)}</td><td class="number muted">of ${formatCount(count)}</td></tr>`;
	return html`<div class="levels"><table><caption class="visually-hidden">Rate of ${column.name} in baseline and window</caption><tbody>${row("baseline", baseline, column.rows, "reference")}${row("window", window, rows, "current-bar")}</tbody></table></div>`;
}
/** Rows that have no value, in baseline and window. */
function missingShares(column, profile) {
	if (column.kind === "rate" || profile.kind === "rate") return "–";
	const missing = (nulls, nonFinite, values) => {
		const rows = nulls + nonFinite + values;
		return formatShare(rows === 0 ? null : (nulls + nonFinite) / rows);
	};
	const before = column.kind === "numeric" ? missing(column.nulls, column.nonFinite, sum(readNumbers(column.counts))) : missing(column.nulls, 0, sum(column.levels.map(({ count }) => count)) + column.other);
	const nonFinite = profile.kind === "numeric" ? sum(readNumbers(profile.nonFinite)) : 0;
	return `${before} → ${missing(sum(readNumbers(profile.nulls)), nonFinite, sum(addDays(profile.counts)))}`;
}
const together = (name, levels) => ({
	name,
	baseline: sum(levels.map(({ baseline }) => baseline)),
	window: sum(levels.map(({ window }) => window)),
	rows: sum(levels.map(({ rows }) => rows)),
	isPooled: true
});
const sum = (values) => values.reduce((total, value) => total + value, 0);
// packages/reports/src/drift-page/column-card.ts
const order$3 = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
/** Results by column, those that changed first, then in the order of their families. */
function findingsOf({ results }) {
	return [...Map.groupBy(results, ({ column }) => column)].map(([name, own]) => ({
		name,
		results: [...own].sort((a, b) => Number(a.family === "nulls") - Number(b.family === "nulls")),
		verdict: order$3.find((verdict) => own.some((result) => result.verdict === verdict))
	})).sort((a, b) => order$3.indexOf(a.verdict) - order$3.indexOf(b.verdict));
}
/** One column: what it was and is, how far apart and within which bounds, and how that went over the windows. */
function renderColumn$1(findings, around, id) {
	const { name, verdict, results } = findings;
	const column = around.baseline.columns.find((each) => each.name === name);
	const profile = around.check.statistics.columns.find((each) => each.name === name && each.kind === column?.kind);
	const [main] = results;
	return html`<article class="column" id="${id}" data-name="${name.toLowerCase()}" data-verdict="${verdict}"><header><h3>${name}</h3><p class="muted">${main && familyTitle[main.family]}</p>${badge(driftTone[verdict], driftWord[verdict])}</header>
${picture(main, column, profile, around)}
${results.map((result) => renderResult(result, around, results.length > 1))}
${numbers(main, column, profile)}</article>`;
}
function picture(main, column, profile, { baseline, check }) {
	if (main?.family === "calibration") return drawReliability(baseline, check);
	if (column === void 0 || profile === void 0) return html`<p class="muted">The window does not have this column.</p>`;
	return (column.kind === "numeric" && profile.kind === "numeric" ? drawDistribution(column, profile) : column.kind === "categorical" && profile.kind === "categorical" ? drawLevels(column, profile) : column.kind === "rate" && profile.kind === "rate" ? drawRate(column, profile) : void 0) ?? html`<p class="muted">There are no values to draw.</p>`;
}
function renderResult(result, { windows }, isNamed) {
	if (result.family === "nulls" && result.verdict === "pass") return html`<p class="muted small">Missing values: ${formatShare(result.values.baseline)} → ${formatShare(result.values.window)}, no drift.</p>`;
	const recent = windows.slice(-26);
	const series = recent.map((check) => ({
		check,
		result: check.results.find(({ column, family }) => column === result.column && family === result.family) ?? null
	}));
	return html`<div class="judged">${isNamed && result.family === "nulls" && html`<h4>Missing values</h4>`}<p>${result.reason}</p>${drawEffectBounds(result)}${recent.length > 1 && drawEffect({
		column: result.column,
		family: result.family,
		windows: series
	}, `effect by ${windowKind(recent)}`)}</div>`;
}
function numbers(main, column, profile) {
	if (main === void 0) return null;
	const { values, statistic, shown, family } = main;
	const show = statistic === "rate" ? formatShare : formatNumber;
	const facts = [
		...values.baseline !== null && values.window !== null ? [[statistic === "ks" ? "Mean" : "Value", `${show(values.baseline)} → ${show(values.window)}`]] : [],
		...column && profile && family !== "nulls" && missingShares(column, profile) !== "–" ? [["Missing", missingShares(column, profile)]] : [],
		...Object.entries(shown).flatMap(([name, value]) => value === null ? [] : [[shownTitle[name] ?? name, formatNumber(value)]])
	];
	if (facts.length === 0) return null;
	return html`<details><summary>Numbers</summary><dl class="facts">${facts.map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>`)}</dl></details>`;
}
// packages/reports/src/drift-page/style.ts
/** What a page of drift adds to the look of all pages. */
const driftStyle = `
.reference { fill: color-mix(in srgb, var(--muted) 26%, var(--paper)); stroke: none }
.current { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round } .current-bar, .dot-current { fill: var(--accent) }
.key.reference { background: color-mix(in srgb, var(--muted) 40%, var(--paper)) } .key.current { background: var(--accent) }
.strip { display: flex; flex-wrap: wrap; gap: 6px; list-style: none; padding: 0 } .strip li { border: 1px solid var(--rule); border-radius: 6px; padding: 3px 9px; font-size: 13px } .strip li[aria-current] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink) } .strip .badge { display: block }
.callout h2 .badge { font-size: 18px } .columns { margin-top: 12px } .key.reference { margin-left: 0 }
.changed { padding-left: 20px } .changed li { margin: 3px 0 }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(460px, 100%), 1fr)); gap: 22px; align-items: start }
article.column { margin: 0; padding: 14px 16px 8px; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); min-width: 0; scroll-margin-top: 70px }
article.column > header { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; border: 0; padding: 0; margin: 0 0 8px } article.column > header h3 { overflow-wrap: anywhere; min-width: 0 } article.column > header .badge { margin-left: auto }
.distribution figcaption { color: var(--muted) } .judged { margin-top: 12px; font-size: 14px } .judged h4 { display: block; font-size: 13px; color: var(--muted) } .judged figure { margin-top: 8px }
.bounds { display: block; overflow: visible; margin-top: 4px } .bounds .track { stroke: var(--rule); stroke-width: 2 } .bounds .limit { stroke: var(--muted); stroke-dasharray: 2 3 } .bounds .whisker { stroke-width: 3; opacity: .8 }
.levels table { table-layout: fixed } .levels th, .levels td { border: 0; padding: 2px 8px 2px 0; vertical-align: middle } .levels th { font-weight: 400; overflow: hidden; text-overflow: ellipsis; width: 30% } .levels .number { width: 19%; font-size: 13px }
article.column details { border: 0; font-size: 14px } article.column .facts { grid-template-columns: minmax(0, 1fr) max-content; margin-top: 6px } article.column .facts dd { text-align: right }
@media (max-width: 720px) { `;
// packages/reports/src/drift-page/drift-page.ts
/** Columns beyond these that did not change have a line instead of a drawing. */
const mostDrawn = 60;
const mostListed = 2e3;
/**
* One HTML file about one window that asks nothing of any network: what changed, then each column's distribution beside the
* baseline's, its effect with bounds, and the windows before. Values stand in it only of columns that the contract calls
* public. The same documents give the same bytes.
*/
function renderDriftPage({ baseline, check, windows, pageOf }) {
	const { model, window, verdict } = check;
	const around = {
		baseline,
		check,
		windows: withOwn(windows, check)
	};
	const findings = findingsOf(check);
	const drawn = findings.filter((each, i) => each.verdict === "fail" || each.verdict === "warn" || i < mostDrawn).slice(0, 120);
	const listed = findings.slice(drawn.length);
	return renderFrame({
		title: `Drift of ${model}: ${windowName(check, formatDay)}`,
		generator: "tidemark drift-report",
		about: `${formatDay(window.start)} until ${formatDay(window.end)} against ${formatDay(baseline.period.start)} until ${formatDay(baseline.period.end)}`,
		skipTo: {
			id: "columns",
			title: "columns"
		},
		style: driftStyle,
		isFiltered: findings.length > 0,
		main: html`<main><section class="callout ${driftTone[verdict]}"><h2>${badge(driftTone[verdict], driftWord[verdict])}</h2><p>${check.reason}</p>${renderChanged(findings)}</section>
${facts$2(baseline, check)}
${around.windows.length > 1 && html`<section><h3>Windows on record</h3><ul class="strip">${around.windows.slice(-26).map((each) => windowItem(each, check, pageOf))}</ul></section>`}
${check.notJudged.length > 0 && html`<section><h3>Not judged, which is no pass</h3><ul>${check.notJudged.slice(0, 100).map(({ id, reason }) => html`<li><code>${id}</code> ${reason}</li>`)}</ul>${check.notJudged.length > 100 && html`<p>and ${formatCount(check.notJudged.length - 100)} more</p>`}</section>`}
${findings.length > 0 && filterOf$1(drawn)}
<p class="muted small"><span class="key reference"></span>baseline <span class="key current"></span>window. An effect is 0 where the two are alike and 1 where they have nothing in common; its bounds, each one-sided at ${formatGiven(check.policy.confidence * 100)} %, come from days, not rows, and the limits are dotted.</p>
<h2 class="visually-hidden">Columns</h2><div id="columns" class="columns">${drawn.map((each, i) => renderColumn$1(each, around, `column-${i + 1}`))}</div>
${listed.length > 0 && renderListed(listed)}</main>`,
		footer: html`Made from counts alone: baseline <code>${shortDigest(baseline.id)}</code>, check <code>${shortDigest(check.id)}</code>. No row and no value of a column that is not public is in this file.`
	});
}
function withOwn(windows, check) {
	return [...windows.filter(({ window }) => window.start !== check.window.start), check].sort((a, b) => a.window.start < b.window.start ? -1 : 1);
}
function renderChanged(findings) {
	const changed = findings.flatMap((each, i) => each.verdict === "fail" || each.verdict === "warn" ? [{
		...each,
		id: `column-${i + 1}`
	}] : []);
	if (changed.length === 0) return null;
	const reasonOf = ({ results, verdict }) => results.find((result) => result.verdict === verdict)?.reason;
	return html`<ul class="changed">${changed.slice(0, 12).map((each) => html`<li><a href="#${each.id}">${each.name}</a>: ${reasonOf(each)}</li>`)}${changed.length > 12 && html`<li>and ${formatQuantity(changed.length - 12, "more column")}</li>`}</ul>`;
}
function facts$2(baseline, { window, results, ruledOutAbove }) {
	const card = (title, value, note) => html`<div class="card"><h3>${title}</h3><p class="value">${value}</p><p class="note">${note}</p></div>`;
	return html`<section class="status">${card("Window", formatQuantity(window.rows, "row"), formatQuantity(window.blocks, "day"))}${card("Baseline", formatQuantity(baseline.rows, "row"), `${formatQuantity(baseline.blocks, "day")}, ${formatQuantity(baseline.weeks, "complete week")}`)}${card("Judged", formatQuantity(results.length, "effect"), ruledOutAbove === void 0 ? "false alarms held down within each family" : `drift above ${formatNumber(ruledOutAbove)} is ruled out for each`)}</section>`;
}
function windowItem(each, check, pageOf) {
	const { start } = each.window;
	const isOwn = start === check.window.start;
	const page = isOwn ? void 0 : pageOf?.(start);
	const day = formatDay(start);
	return html`<li${isOwn && html` aria-current="page"`}>${page === void 0 ? day : html`<a href="${page}">${day}</a>`}${badge(driftTone[each.verdict], driftWord[each.verdict])}</li>`;
}
function filterOf$1(findings) {
	const count = (verdict) => findings.filter((each) => each.verdict === verdict).length;
	return renderFilter({
		legend: "Columns to show",
		field: "Column",
		names: "columns",
		all: findings.length,
		choices: [
			[
				"fail",
				"Strong drift",
				count("fail")
			],
			[
				"warn",
				"Drift",
				count("warn")
			],
			[
				"inconclusive",
				"Inconclusive",
				count("inconclusive")
			],
			[
				"pass",
				"No drift",
				count("pass")
			]
		]
	});
}
function renderListed(findings) {
	const more = findings.length - mostListed;
	return html`<section><h3>${formatQuantity(findings.length, "more column")}</h3><div class="scroll"><table><caption>Columns that are not drawn</caption><thead><tr><th scope="col">Column</th><th scope="col">Verdict</th><th scope="col" class="number">Effect</th></tr></thead><tbody>${findings.slice(0, mostListed).map(({ name, verdict, results }) => html`<tr data-name="${name.toLowerCase()}"><th scope="row">${name}</th><td>${badge(driftTone[verdict], driftWord[verdict])}</td><td class="number">${formatNumber(results[0]?.effect)}</td></tr>`)}</tbody></table></div>${more > 0 && html`<p>and ${formatCount(more)} more</p>`}</section>`;
}
// packages/reports/src/drift-trend.ts
const mostShown$4 = 10;
/** What grows over the windows on record, a line each; empty where nothing does. */
function renderDriftTrends(trends) {
	if (trends.length === 0) return "";
	return paragraphs(`### 📈 ${formatQuantity(trends.length, "effect")} growing`, list(trends.map(describeTrend), mostShown$4), "<sub>Told, not decided on: the median slope over the windows on record, where Mann–Kendall’s test finds an order.</sub>");
}
function describeTrend({ column, family, windows, effect, slope, limit, windowsToLimit }) {
	const grows = `${`${family === "nulls" ? "missing " : ""}${codeSpan(column)}`} grows by ${formatNumber(slope)} a window over ${formatQuantity(windows, "window")}, to ${formatNumber(effect)}`;
	return windowsToLimit === 0 ? `${grows}, which is at its limit of ${formatNumber(limit)}.` : `${grows}; at this pace it is at its limit of ${formatNumber(limit)} in ${formatQuantity(windowsToLimit, "window")}.`;
}
// packages/reports/src/exchange/finding.ts
/** A contract's checks on one dataset. `suite` names the dataset, `file` is the contract. */
function findingsOfChecks(checks, { suite, file }) {
	return checks.map(({ id, column, description, severity, verdict, expected, observed, place }) => ({
		suite,
		rule: `data/${id}`,
		title: `${column === void 0 ? "" : `${column}: `}${description === "" ? id : description}`,
		outcome: verdict === "pass" ? "pass" : verdict === "inconclusive" ? "open" : severity === "error" ? "fail" : "warning",
		isBlocking: severity === "error" && verdict !== "pass",
		message: `${description} Expected ${expected}, observed ${observed}.`.trim(),
		place: {
			file,
			line: place.line
		}
	}));
}
/** Every effect of a window, and what could not be asked. Only a failing one blocks. */
function findingsOfDrift({ window, results, notJudged }, placeOf) {
	const suite = `${window.start} until ${window.end}`;
	return [...results.map(({ column, family, verdict, reason }) => ({
		suite,
		rule: `drift/${family}/${column}`,
		title: `${column} (${familyTitle[family]}) is like the baseline`,
		outcome: verdict === "warn" ? "warning" : verdict === "inconclusive" ? "open" : verdict,
		isBlocking: verdict === "fail",
		message: `${column}, ${suite}: ${reason}`,
		place: placeOf(column)
	})), ...notJudged.map(({ id, reason }) => ({
		suite,
		rule: `drift/not-judged/${id}`,
		title: `${id} can be judged`,
		outcome: "open",
		isBlocking: false,
		message: `${id}, ${suite}: not judged, since ${reason}`,
		place: placeOf(id.slice(id.indexOf(".") + 1))
	}))];
}
// packages/reports/src/exchange/junit.ts
const longest$1 = 2e3;
const mostFindings = 2e4;
/**
* JUnit XML as test reporters read it: a suite a dataset or window, a case a question. JUnit knows no warning and no open
* question: both are skipped with their reason, except that an open question that keeps the step from succeeding is an error.
*/
function renderJUnit(name, findings) {
	const shown = findings.slice(0, mostFindings);
	const body = [...Map.groupBy(shown, ({ suite }) => suite)].map(([suite, own]) => `  <testsuite name="${attribute(suite)}" ${totals(own)}>\n${own.map((each) => testCase(name, each)).join("")}  </testsuite>\n`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${attribute(name)}" ${totals(shown)}>\n${body.join("")}</testsuites>\n`;
}
const elementOf = ({ outcome, isBlocking }) => outcome === "pass" ? null : outcome === "fail" ? "failure" : outcome === "open" && isBlocking ? "error" : "skipped";
function totals(findings) {
	const count = (element) => findings.filter((each) => elementOf(each) === element).length;
	return `tests="${findings.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}
function testCase(name, finding) {
	const { title, rule, outcome, message, place } = finding;
	const line = place.line === void 0 ? "" : ` line="${place.line}"`;
	const head = `    <testcase classname="${attribute(`${name}.${rule}`)}" name="${attribute(title)}" file="${attribute(place.file)}"${line}`;
	const element = elementOf(finding);
	if (element === null) return `${head}/>\n`;
	const word = {
		warning: "warning",
		open: "inconclusive",
		fail: "failed",
		pass: "passed"
	}[outcome];
	if (element === "skipped") return `${head}>\n      <skipped message="${attribute(`${word}: ${message}`)}"/>\n    </testcase>\n`;
	const where = place.line === void 0 ? place.file : `${place.file}:${place.line}`;
	return `${head}>\n      <${element} message="${attribute(message)}" type="${word}">${text(`${message}\n${where}`)}</${element}>\n    </testcase>\n`;
}
/** Characters that XML 1.0 does not have, whatever their escape, become U+FFFD. */
const text = (value) => clip(value.toWellFormed(), longest$1).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "�").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
/** Readers turn a bare line break in an attribute into a space. */
const attribute = (value) => text(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
// packages/reports/src/exchange/sarif.ts
const longest = 1e3;
/** GitHub shows 5,000 results of a run and refuses more than 25,000. */
const mostResults = 5e3;
/**
* SARIF 2.1.0 for code scanning: a rule for every question, a result for every one that is not passed, at the contract's line.
* What is open is of kind `open`, which has no level. `category` tells analyses of one commit apart.
*/
function renderSarif(category, findings) {
	const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
	const indexOf = new Map(rules.map(({ rule }, i) => [rule, i]));
	const results = findings.filter(({ outcome }) => outcome !== "pass").slice(0, mostResults);
	return storedJson({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Tidemark",
				rules: rules.map(describeRule)
			} },
			automationDetails: { id: `${category}/` },
			columnKind: "utf16CodeUnits",
			results: results.map((finding) => describeResult(finding, indexOf.get(finding.rule)))
		}]
	});
}
const describeRule = ({ rule, title }) => ({
	id: rule,
	shortDescription: { text: plain(title) },
	properties: { tags: ["data"] }
});
function describeResult({ rule, suite, outcome, message, place }, ruleIndex) {
	return {
		ruleId: rule,
		ruleIndex,
		kind: outcome === "open" ? "open" : "fail",
		level: outcome === "fail" ? "error" : outcome === "warning" ? "warning" : "none",
		message: { text: plain(message) },
		locations: [{ physicalLocation: {
			artifactLocation: {
				uri: place.file.split("/").map(encodeURIComponent).join("/"),
				uriBaseId: "%SRCROOT%"
			},
			region: { startLine: place.line ?? 1 }
		} }],
		partialFingerprints: { "tidemark/v1": digestOf({
			rule,
			suite
		}) }
	};
}
/** SARIF reads `[text](target)` in a plain message as a link, and `{0}` as a placeholder. */
const plain = (text) => clip(text.toWellFormed(), longest).replace(/[\\[\]]/g, "\\$&").replace(/\{(?=\d)|(?<=\d)\}/g, "$&$&");
// packages/reports/src/rule-table.ts
/** A row per rule: values, improvement, its bounds drawn against the limit, the verdict; and how to read the drawing. */
function ruleTable({ rules, champion }, most = 50) {
	if (rules.length === 0) return "No rule could be judged.";
	const compares = champion !== null;
	const isDrawn = rules.some(({ bounds }) => bounds.lower !== null && bounds.upper !== null);
	return paragraphs(table([
		{ title: "Rule" },
		...compares ? [{
			title: "Champion",
			align: "right"
		}] : [],
		{
			title: compares ? "Challenger" : "Candidate",
			align: "right"
		},
		...compares ? [{
			title: "Improvement",
			align: "right"
		}] : [],
		{ title: "Bounds and limit" },
		{ title: "Verdict" }
	], rules.map((rule) => {
		const show = unitOf(rule);
		return [
			`${ruleTitle(rule.id)}<br><sub>${requirementOf(rule)}</sub>`,
			...compares ? [isComparison(rule) ? show(rule.champion) : ""] : [],
			show(rule.challenger),
			...compares ? [isComparison(rule) ? formatSigned(rule.difference) : ""] : [],
			boundsOf(rule),
			verdictLabel(rule.verdict)
		];
	}), most), isDrawn && `<sub>${compares ? "An improvement is positive whatever the metric. " : ""}\`├─●─┤\` bounds around the estimate · \`┃\` limit${compares ? " · `┊` no difference" : ""}</sub>`);
}
const isComparison = ({ mode }) => mode !== "absolute" && mode !== "budget";
function requirementOf(rule) {
	if (rule.limit === null) return "its limit is undefined";
	const limit = isComparison(rule) ? formatSigned(rule.limit) : unitOf(rule)(rule.limit);
	return `${questions[rule.mode](rule)} ${limit}`;
}
/** What must lie on which side of the limit; a failure is shown by the other bound. */
const questions = {
	non_inferior: () => "non-inferior: lower bound at least",
	superior: () => "superior: lower bound above",
	not_worse: () => "not worse: estimate at least",
	absolute: ({ id }) => id.endsWith(".max") ? "upper bound at most" : "lower bound at least",
	budget: () => "at most"
};
function boundsOf(rule) {
	const { lower, upper } = rule.bounds;
	const isDifference = isComparison(rule);
	const drawing = drawInterval({
		lower,
		upper,
		estimate: isDifference ? rule.difference : rule.challenger,
		limit: rule.limit,
		isDifference
	});
	if (drawing === "") return "–";
	const show = isDifference ? formatSigned : formatNumber;
	return `\`${drawing}\`<br><sub>${show(lower)} to ${show(upper)}</sub>`;
}
function unitOf({ id }) {
	if (id.startsWith("size.")) return formatSize;
	return id.startsWith("latency_") ? formatMilliseconds : formatNumber;
}
// packages/reports/src/gate.ts
/** Job summary of evaluate-gate: the verdict and what follows from it, every rule with its bounds, the evidence's size. */
function renderGate(evaluation, { policy, championName }) {
	const { verdict, challenger, champion, holdout } = evaluation;
	const against = champion ? `against ${codeSpan(championName ?? champion.version)}` : "without a champion: absolute rules only";
	return paragraphs(`## ${verdictMark[verdict]} Gate: ${verdict} · ${codeSpan(evaluation.model)}`, `**${consequence[verdict]}** Candidate ${codeSpan(shortDigest(challenger.modelDigest))} was judged ${against}, on ${evidenceSize(evaluation, policy)}.`, verdict === "inconclusive" && adviceWhenInconclusive, ruleTable(evaluation), reasons(evaluation), notJudged(evaluation, policy), details$1("All metrics on the holdout", metricTable(evaluation)), details$1("Digests", digestTable([
		["evaluation", evaluation.id],
		["challenger", challenger.modelDigest],
		...champion ? [["champion", champion.modelDigest]] : [],
		["holdout dataset", holdout.dataset],
		["holdout validation", holdout.validation],
		["features query", holdout.features],
		["gate policy", evaluation.policyDigest],
		["run", evaluation.run]
	])));
}
/** `452,201 rows in 30 clusters (flight_date)`. */
function evidenceSize({ holdout, rules }, policy) {
	const rows = formatQuantity(holdout.acceptedRows, "row");
	const clusters = Math.max(0, ...rules.map((rule) => rule.clusters));
	const cluster = policy?.cluster;
	if (cluster !== void 0 && typeof cluster !== "string") return `${rows}, each its own unit (${escapeMarkdown(cluster.none)})`;
	const unit = cluster === void 0 ? "" : ` (${codeSpan(cluster)})`;
	return clusters === 0 ? rows + unit : `${rows} in ${formatQuantity(clusters, "cluster")}${unit}`;
}
/** One sentence a rule, what stopped the candidate first. */
function reasons({ rules }) {
	const order = [
		"fail",
		"inconclusive",
		"pass"
	];
	return list([...rules].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)).map((rule) => `${verdictMark[rule.verdict]} ${escapeMarkdown(rule.reason, 600)}`), 50);
}
/** Every metric that was measured, judged or not, with the candidate's size and latency. */
function metricTable({ metrics, challenger, champion }) {
	const rows = Object.entries(metrics).map(([name, value]) => [
		metricTitle(name),
		formatNumber(value.champion?.value),
		formatNumber(value.challenger.value)
	]);
	rows.push([
		"Size ↓",
		"",
		measured(challenger.sizeBytes, formatSize)
	]);
	rows.push([
		"Latency p95 ↓",
		"",
		measured(challenger.latencyP95Ms, formatMilliseconds)
	]);
	return champion ? table([
		{ title: "Metric" },
		{
			title: "Champion",
			align: "right"
		},
		{
			title: "Challenger",
			align: "right"
		}
	], rows) : table([{ title: "Metric" }, {
		title: "Candidate",
		align: "right"
	}], rows.map(([title, , value]) => [title, value]));
}
/** A quantity of the candidate; a container image's size and a command's latency are not measured. */
const measured = (value, format) => value === null ? "not measured" : format(value);
const consequence = {
	pass: "The candidate may be promoted.",
	fail: "The candidate is refused: a rule was shown to be broken.",
	inconclusive: "The candidate is not promoted: the evidence does not settle it."
};
const adviceWhenInconclusive = "> Inconclusive is not a near miss: the bounds lie on both sides of a limit, or too few rows speak. More data settles it (`data.holdout.newestFiles` in `model.yaml` takes more files, or wait for the next ones), or a pull request that changes the margin, for a reason.";
function notJudged({ notJudged: requirements }, { confidence }) {
	const open = requirements.map(({ id, reason }) => `${ruleTitle(id)}: ${escapeMarkdown(reason, 600)}`);
	return paragraphs(list(open), `<sub>Bounds are one-sided at ${formatGiven(confidence * 100)} % each.</sub>`);
}
// packages/reports/src/monitor-rollback.ts
/** In one paragraph of Markdown; empty where the rule is not met. `repositoryUrl` makes the number a link. */
function rollbackSentence(rollback, repositoryUrl) {
	if (rollback.kind === "none") return "";
	const channel = codeSpan(rollback.channel);
	const rule = codeSpan("monitor.rollback");
	if (rollback.kind === "withheld") return `✋ ${rule} is met, and no rollback of ${channel} is proposed: ${escapeMarkdown(rollback.why, 800)}.`;
	const { version, pullRequest } = rollback;
	const name = escapeMarkdown(version);
	const url = repositoryUrl === void 0 ? void 0 : `${repositoryUrl}/pull/${pullRequest}`;
	const number = url === void 0 ? `#${pullRequest}` : link(`#${pullRequest}`, url);
	if (rollback.kind === "asked") return `⏪ ${rule} was met, and ${number} was opened to take ${channel} back to ${name}.`;
	return rollback.kind === "declined" ? `✋ ${rule} is met; ${number}, which would have taken ${channel} back to ${name}, was closed by people and stays closed.` : `⏪ ${rule} is met: ${number} takes ${channel} back to ${name} once it is approved and merged.`;
}
// packages/reports/src/performance.ts
/** Job summary of what was judged, the newest week of each version whole. */
function renderPerformance$1(checks, seen) {
	const first = checks[0];
	const newest = [...new Map(checks.map((check) => [check.version, check])).values()];
	return paragraphs(`## ${first === void 0 ? "❔" : verdictMark[worstOf(newest)]} Performance${first ? ` of ${codeSpan(first.model)}` : ""}: ${formatQuantity(checks.length, "matured week")} judged`, ...newest.flatMap((check) => [
		`${verdictMark[check.verdict]} **${nameOf$2(check)}**, week of ${check.window.start}: ${escapeMarkdown(check.reason, 600)}`,
		list(check.results.map(({ verdict, reason }) => `${verdictMark[verdict]} ${escapeMarkdown(reason, 400)}`), 20),
		besides(check.statistics)
	]), checks.length > 0 && weekTable(checks.slice(-53)), seen && describeSeen(seen));
}
function describeSeen({ waiting, unknownVersions, unmatchedLabels, undated }) {
	const newest = waiting.at(-1);
	return list([
		...newest === void 0 ? [] : [`${formatQuantity(waiting.length, "week")} wait${waiting.length === 1 ? "s" : ""} for ${waiting.length === 1 ? "its" : "their"} labels, the newest from ${newest.start}: those that come first are not typical.`],
		...unknownVersions.length === 0 ? [] : [`Not judged, since not registered: ${unknownVersions.slice(0, 10).map((version) => codeSpan(version, 40)).join(", ")}.`],
		...unmatchedLabels === 0 ? [] : [`${formatQuantity(unmatchedLabels, "label")} without a prediction.`],
		...undated === 0 ? [] : [`${formatQuantity(undated, "prediction")} without a time, a key or a version.`]
	]);
}
/** A line for each week. */
function weekTable(checks) {
	return table([
		{ title: "Week" },
		{ title: "Version" },
		{
			title: "Labels",
			align: "right"
		},
		{
			title: "Known",
			align: "right"
		},
		{
			title: "ROC AUC",
			align: "right"
		},
		{
			title: "Brier",
			align: "right"
		},
		{
			title: "Observed/expected",
			align: "right"
		},
		{ title: "Verdict" }
	], checks.map(({ window, version, verdict, statistics: { labelled, predictions, metrics } }) => [
		window.start,
		version,
		labelled.toLocaleString("en-US"),
		predictions === 0 ? "–" : formatShare(labelled / predictions),
		formatNumber(metrics.roc_auc.value),
		formatNumber(metrics.brier.value),
		formatNumber(metrics.observed_expected.value),
		verdictLabel(verdict)
	]), 53);
}
/** What is shown and decides nothing. */
function besides({ expected, pageHinkley, metrics, repeated, unusable, contradicted }) {
	const left = [
		repeated > 0 && `${formatQuantity(repeated, "repeated prediction")}`,
		unusable > 0 && `${formatQuantity(unusable, "prediction")} without a single probability`,
		contradicted > 0 && `${formatQuantity(contradicted, "prediction")} with labels that contradict each other`
	].filter((text) => text !== false);
	const isOutside = expected !== null && (expected.gap < expected.referenceLeast || expected.gap > expected.referenceMost);
	return list([
		...expected === null ? [] : [`Without labels a Brier score of ${formatNumber(expected.brier)} was to be expected, ${formatNumber(metrics.brier.value)} came: a gap of ${formatNumber(expected.gap)}, ${isOutside ? "**outside**" : "within"} what ${expected.weeks} reference weeks show (${formatNumber(expected.referenceLeast)} to ${formatNumber(expected.referenceMost)}). Shown, not decided on.`],
		...pageHinkley === null || pageHinkley.alarms.length === 0 ? [] : [`Page’s test tells of a rise of the squared error on ${[...new Set(pageHinkley.alarms)].slice(0, 7).join(", ")}. Shown, not decided on: rows of one day are not independent.`],
		...left.length === 0 ? [] : [`Left out: ${left.join(", ")}.`]
	]);
}
/** What people call a metric. */
const titles$1 = {
	roc_auc: "ROC AUC",
	log_loss: "log loss",
	brier: "Brier score",
	ece: "calibration error",
	observed_expected: "observed/expected",
	accuracy: "accuracy"
};
/** Model and version. */
const nameOf$2 = ({ model, version }) => `${codeSpan(model)} ${version}`;
/** What was missed. */
const failed = ({ results }) => results.filter(({ verdict }) => verdict === "fail");
const worstOf = (checks) => checks.some(({ verdict }) => verdict === "fail") ? "fail" : checks.some(({ verdict }) => verdict === "inconclusive") ? "inconclusive" : "pass";
// packages/reports/src/performance-issue.ts
/** Performance that misses its limits, in one line of plain text. */
function performanceTitle(checks) {
	const worst = checks.findLast(({ verdict }) => verdict === "fail") ?? checks.at(-1);
	if (worst === void 0) return "Performance";
	const metrics = [...new Set(failed(worst).map(({ metric }) => titles$1[metric]))].join(", ");
	const since = checks.find(({ verdict }) => verdict === "fail")?.window.start ?? worst.window.start;
	return clip(`${worst.model} ${worst.version} misses its limits: ${metrics || worst.verdict} since ${since}`, 200);
}
/** The performance of a version's weeks in order of time, in one line. */
function performanceHeadline(checks) {
	const latest = checks.at(-1);
	if (latest === void 0) return "";
	const worst = checks.findLast(({ verdict }) => verdict === "fail");
	const last = lastDecided(checks) ?? latest;
	return worst === void 0 || !isOngoing(checks) ? `${verdictMark[last.verdict]} **${nameOf$2(last)}**, week of ${last.window.start}: ${escapeMarkdown(last.reason, 600)}` : `${verdictMark.fail} **${nameOf$2(worst)} misses its limits in the week of ${worst.window.start}.** ${escapeMarkdown(worst.reason, 600)}`;
}
/** What a model's issue says of performance, from a version's weeks in order of time: what was missed and by how much, then the weeks. */
function renderPerformanceSection(checks, lineage) {
	const worst = checks.findLast(({ verdict }) => verdict === "fail");
	return paragraphs(worst && `Week of ${worst.window.start} (check ${codeSpan(shortDigest(worst.id))}):`, worst && list(worst.results.map(({ verdict, reason }) => `${verdictMark[verdict]} ${escapeMarkdown(reason, 400)}`), 20), worst && besides(worst.statistics), lineage && `The version in service is ${trainedAt(checks.at(-1)?.model ?? "", lineage)}.`, "### Week by week", weekTable(checks.slice(-26)));
}
/** What to do about performance; nothing where it keeps its limits. */
function performanceAdvice(checks) {
	if (!isOngoing(checks)) return [];
	return ["Look at drift of the same week first: a column that broke explains most sudden losses.", "Without drift of features the world changed: train on newer data and let the gate compare."];
}
/** The comment that says that it is over. */
const renderPerformanceEnd = (check) => `${verdictMark.pass} ${nameOf$2(check)} passes in the week of ${check.window.start} (check ${codeSpan(shortDigest(check.id))}): ${escapeMarkdown(check.reason, 600)} Told by the monitor; a week that misses them again is told again.`;
// packages/reports/src/monitor-issue.ts
/** GitHub refuses bodies beyond 65,536 characters. */
const longestBody = 6e4;
/**
* Title of a model's issue: what is the matter, or was where nothing is any more; performance first, since it is what drift is feared for.
* One line of plain text.
*/
function monitorIssueTitle({ drift, performance }) {
	const isOver = !isOngoing(drift) && !isOngoing(performance);
	const isToldOf = (checks) => isOver ? checks.some(({ verdict }) => verdict === "warn" || verdict === "fail") : isOngoing(checks);
	if (!isToldOf(performance)) return drift.length > 0 ? driftIssueTitle(drift) : performanceTitle(performance);
	const [, columns = ""] = isToldOf(drift) ? driftIssueTitle(drift).split(/^Drift in [^:]*: /) : [];
	return asTitle(performanceTitle(performance) + (columns === "" ? "" : `; drift: ${columns}`));
}
/** Body of a model's issue, with a section for each of what is judged: what is the matter, the windows, what to do. */
function renderMonitorIssue({ drift, performance }, { lineage, served, rollback } = {}) {
	const byStart = (checks) => [...checks].sort((a, b) => a.window.start < b.window.start ? -1 : 1);
	const windows = {
		drift: byStart(drift),
		performance: byStart(performance)
	};
	const model = (windows.drift.at(-1) ?? windows.performance.at(-1))?.model;
	if (model === void 0) return paragraphs("❔ **No window was judged yet.**");
	const head = [
		monitorMarker(model),
		...headlines(windows),
		rollback === void 0 ? "" : rollbackSentence(rollback)
	];
	const body = (most) => paragraphs(...head, windows.drift.length > 0 && "## Drift", windows.drift.length > 0 && renderDriftSection(windows.drift, {
		lineage,
		most
	}), windows.performance.length > 0 && "## Performance", windows.performance.length > 0 && renderPerformanceSection(windows.performance, served), advice(windows, rollback));
	const whole = body(20);
	if (whole.length < longestBody) return whole;
	const short = body(5);
	return short.length < longestBody ? `${short}\n\n_This report was shortened._` : paragraphs(...head);
}
/** What is bad first. */
function headlines({ drift, performance }) {
	const of = [performanceHeadline(performance), driftHeadline(drift)];
	return isOngoing(drift) && !isOngoing(performance) ? of.reverse() : of;
}
function advice(windows, rollback) {
	const { drift, performance } = windows;
	const own = [...performanceAdvice(performance), ...driftAdvice(drift)];
	if (own.length === 0) return "";
	const workflow = drift.findLast(({ policy }) => policy.retrain)?.policy.retrain?.workflow;
	return paragraphs("### What to do", list([
		...own,
		...workflow === void 0 ? [] : [`${codeSpan(workflow)} is started once for this; its candidate meets the champion in the gate as any other.`],
		...rollback !== void 0 && "pullRequest" in rollback ? [] : [`Should the model go back instead: ${codeSpan("promote-model")} with ${codeSpan("mode: rollback")} opens the pull request that returns the channel.`],
		`This issue is closed by the first ${isOngoing(drift) ? windowKind(drift) : "matured week"} that passes${isOngoing(drift) && isOngoing(performance) ? ", once performance keeps its limits again too" : ""}.`
	]));
}
// packages/reports/src/monitor-response.ts
/** Job summary of what followed from a model's windows; empty where nothing did. */
function renderMonitorResponse({ done, waiting, rollback, repositoryUrl }) {
	const told = [...done.map((sentence) => escapeMarkdown(sentence, 600)), ...waiting.map((sentence) => `⏳ ${escapeMarkdown(sentence, 600)}`)];
	const proposed = rollbackSentence(rollback, repositoryUrl);
	if (told.length === 0 && proposed === "") return "";
	return paragraphs("## What followed", proposed, list(told));
}
// packages/reports/src/page/attention.ts
const order$2 = [
	"bad",
	"warn",
	"busy",
	"calm",
	"good"
];
/** What is open, worst first: what was followed by something else is history, and not here. */
function attentionOf({ channels, rollouts, drift, events }) {
	const found = [];
	for (const rollout of rollouts.filter(isRunning)) if (rollout.fault) found.push({
		tone: "warn",
		text: `canary ${rollout.canary.version}: ${rollout.fault.reason}`
	});
	const newest = drift.at(-1);
	const open = events.find(({ type }) => type === "drift.detected" || type === "drift.resolved");
	const issue = open?.type === "drift.detected" ? open.issue : void 0;
	if (newest && (newest.verdict === "fail" || newest.verdict === "warn")) found.push({
		tone: newest.verdict === "fail" ? "bad" : "warn",
		text: newest.reason,
		issue
	});
	else if (open?.type === "drift.detected") found.push({
		tone: "warn",
		text: "drift was detected and is not resolved",
		issue
	});
	const held = new Map(channels.map(({ channel, tenures }) => [channel, tenures.at(-1)?.seq ?? 0]));
	for (const event of newestByChannel(events)) {
		const { version = "", channel = "", seq = 0 } = event.subject;
		if (seq <= (held.get(channel) ?? 0)) continue;
		const { pullRequest } = event;
		if (event.type === "promotion.refused") found.push({
			tone: "bad",
			text: `${version} was refused for ${channel}`,
			pullRequest
		});
		else if (event.type === "rollout.rolled-back") found.push({
			tone: "bad",
			text: `${version} was rolled back; the channel file still names it`,
			pullRequest
		});
		else if (event.type === "promotion.requested") found.push({
			tone: "calm",
			text: `${version} waits for review for ${channel}`,
			pullRequest
		});
	}
	return found.sort((a, b) => order$2.indexOf(a.tone) - order$2.indexOf(b.tone));
}
/** Of each channel the newest event about a promotion. */
function newestByChannel(events) {
	const newest = new Map();
	for (const event of events) {
		const { channel, seq } = event.subject;
		if (channel === void 0 || seq === void 0) continue;
		const known = newest.get(channel);
		if (!known || seq > (known.subject.seq ?? 0)) newest.set(channel, event);
	}
	return [...newest.values()];
}
// packages/reports/src/page/drift.ts
const mostCharts = 9;
const mostWindows = 12;
const mostColumns = 4;
/** The effects that moved most, and the verdict of each window, newest first. */
function renderDrift({ drift, events }, place) {
	if (drift.length === 0) return html`<p>No window was judged so far.</p>`;
	const series = rankSeries(drift);
	const shown = series.slice(0, mostCharts);
	const rest = series.slice(mostCharts);
	const issues = new Map(events.filter(({ issue }) => issue !== void 0).map(({ cause, issue }) => [cause.slice(0, 64), issue]));
	const kind = windowKind(drift);
	const windows = drift.toReversed().slice(0, mostWindows);
	const more = drift.length - windows.length;
	return html`<div class="multiples small-charts">${shown.map((each) => drawEffect(each, familyTitle[each.family]))}</div>
<p class="muted small">How far each ${kind} is from the baseline (0 is the same, 1 is nothing in common; for calibration, how far beyond what the reference shows), with bounds from days and the limits dotted: <span class="good" aria-hidden="true">●</span> no drift <span class="warn" aria-hidden="true">▲</span> drift, lower bound above the warning limit <span class="bad" aria-hidden="true">◆</span> strong drift, lower bound above the second limit <span class="muted" aria-hidden="true">○</span> inconclusive.${rest.length > 0 && html` And ${formatQuantity(rest.length, "more effect")}, ${allBelow(rest)}.`}</p>
<div class="scroll"><table class="weeks"><caption>${titles[kind].many}, newest first</caption><thead><tr><th scope="col">${titles[kind].one}</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col" class="number">Rows</th><th scope="col">Issue</th></tr></thead><tbody>${windows.map((check) => {
		const issue = issues.get(check.id);
		return html`<tr><th scope="row">${kind === "window" ? windowName(check, formatDay).replace(/^window /, "") : formatDay(check.window.start)}</th><td>${badge(driftTone[check.verdict], driftWord[check.verdict])}</td><td class="wide">${whatOf(check)}${check.notJudged.length > 0 && html` <span class="muted">${formatQuantity(check.notJudged.length, "question")} could not be asked.</span>`}</td><td class="number" data-unit="rows">${formatCount(check.window.rows)}</td><td>${issue !== void 0 && anchor(`#${issue}`, place.issue(issue))}</td></tr>`;
	})}</tbody></table></div>${more > 0 && html`<p class="muted">and ${formatQuantity(more, `older ${kind}`)}</p>`}`;
}
const titles = {
	week: {
		one: "Week of",
		many: "Weeks"
	},
	day: {
		one: "Day",
		many: "Days"
	},
	window: {
		one: "Window",
		many: "Windows"
	}
};
/** What changed, or could not be settled, in numbers: before and in the window, how far apart, and within which bounds. */
function whatOf({ verdict, reason, results }) {
	const open = results.filter((result) => result.verdict === verdict);
	if (verdict === "pass" || open.length === 0) return reason;
	const shown = open.slice(0, mostColumns).map((result, i) => html`${i > 0 && "; "}${effectInWords(result)}`);
	const more = open.length > mostColumns && ` and ${formatQuantity(open.length - mostColumns, "more effect")}`;
	return html`${verdict === "inconclusive" && "Too close to the limit to tell: "}${shown}${more}.`;
}
function effectInWords({ column, statistic, effect, bounds, values }) {
	const show = statistic === "rate" ? formatShare : roundValue;
	const { baseline, window } = values;
	const isKnown = baseline !== null && window !== null;
	const bounded = bounds.lower === null || bounds.upper === null ? "" : `, bounds ${roundEffect(bounds.lower)} to ${roundEffect(bounds.upper)}`;
	return html`<b>${column}</b> <span class="muted">${isKnown && `${statistic === "ks" ? "mean " : ""}${show(baseline)} → ${show(window)}, `}effect ${effect === null ? "–" : roundEffect(effect)}${bounded}</span>`;
}
/** Enough to compare with limits such as 0.1; a bound below 0 says no more than 0. */
const roundEffect = (value) => Math.max(0, value).toFixed(3);
const roundValue = (value) => Math.abs(value) < 1e3 ? String(Number(value.toPrecision(3))).replace("-", "−") : formatNumber(value);
const order$1 = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
const families = [
	"predictions",
	"labels",
	"calibration",
	"features",
	"nulls"
];
/** Effects by what was ever shown to have changed, then what people ask for first, then how far it went. */
function rankSeries(drift) {
	const keys = new Map();
	for (const { results } of drift) for (const { column, family } of results) keys.set(`${family}\n${column}`, {
		column,
		family
	});
	const series = [...keys.values()].map(({ column, family }) => ({
		column,
		family,
		windows: drift.map((check) => ({
			check,
			result: check.results.find((result) => result.column === column && result.family === family) ?? null
		}))
	}));
	const worst = ({ windows }) => Math.min(...windows.map(({ result }) => result ? order$1.indexOf(result.verdict) : order$1.length));
	return series.sort((a, b) => worst(a) - worst(b) || families.indexOf(a.family) - families.indexOf(b.family) || largest(b) - largest(a) || (a.column < b.column ? -1 : 1));
}
const allBelow = (series) => {
	const most = Math.max(...series.map(largest));
	return most > 0 ? `at most ${formatNumber(most)}` : series.length === 1 ? "which is 0" : "all of them 0";
};
const largest = ({ windows }) => Math.max(0, ...windows.map(({ result }) => result?.effect ?? 0));
// packages/reports/src/page/events.ts
const mostShown$3 = 200;
const mostReasons = 3;
const filters = [
	["all", "Everything"],
	["versions", "Versions"],
	["promotions", "Promotions"],
	["rollouts", "Rollouts"],
	["drift", "Drift"]
];
/** What happened, newest first. The filter is the style's work (`:has`), so that the page runs no script. */
function renderEvents({ model, events, drift, rollouts }, place) {
	if (events.length === 0) return html`<p>Nothing happened yet.</p>`;
	const shown = events.slice(0, mostShown$3);
	const more = events.length - shown.length;
	const around = {
		place,
		windows: new Map(drift.map((check) => [check.id, windowName(check, formatDay)])),
		kind: windowKind(drift),
		rollouts
	};
	const present = new Set(shown.map(({ type }) => eventWords[type][0]));
	return html`<div class="events"><fieldset class="filter"><legend class="visually-hidden">Which events of ${model}</legend>${filters.filter(([kind]) => kind === "all" || present.has(kind)).map(([kind, title]) => html`<label><input type="radio" name="events-${model}" value="${kind}"${kind === "all" && html` checked`}><span>${title}</span></label>`)}</fieldset>
<div class="scroll"><table class="happened"><caption>Events of ${model}, newest first</caption><thead><tr><th scope="col">Time (UTC)</th><th scope="col">What</th><th scope="col">Details</th><th scope="col">By</th></tr></thead><tbody>${shown.map((event) => row$1(event, around))}</tbody></table></div>${more > 0 && html`<p class="muted">and ${formatQuantity(more, "older event")}</p>`}</div>`;
}
function row$1(event, around) {
	const { type, subject, actor, at } = event;
	const [kind, tone, word] = eventWords[type];
	const what = subject.version ?? `candidate ${shortDigest(subject.modelDigest)}`;
	const isReturn = event.previous?.modelDigest === subject.modelDigest;
	const channel = type === "promotion.settled" || type === "promotion.refused" ? ` ${subject.channel ?? "a channel"}` : "";
	const text = kind === "drift" ? word : type === "promotion.requested" && isReturn ? `return to ${what} proposed` : `${what} ${type === "promotion.settled" && isReturn ? "stays in" : word}${channel}`;
	return html`<tr data-kind="${kind}"><td>${timeCell(at)}</td><td>${badge(tone, text)}</td><td class="wide">${details(event, around)}</td><td class="muted">${actor}</td></tr>`;
}
function details(event, { place, windows, kind, rollouts }) {
	const window = windows.get(event.cause.slice(0, 64));
	const { type, subject, approvedBy = [], pullRequest, issue, runUrl } = event;
	return [
		subject.channel !== void 0 && subject.seq !== void 0 && `${subject.channel}, seq ${subject.seq}`,
		window !== void 0 && type !== "drift.resolved" && window,
		approvedBy.length > 0 && `approved by ${approvedBy.join(", ")}`,
		pullRequest !== void 0 && anchor(`pull request #${pullRequest}`, place.pullRequest(pullRequest)),
		issue !== void 0 && anchor(`issue #${issue}`, place.issue(issue)),
		...reasonsOf$1(event, {
			kind,
			rollouts
		}),
		runUrl !== void 0 && anchor("run", runUrl)
	].filter((part) => part !== false).map((part, i) => i === 0 ? part : html` · ${part}`);
}
/** Why, in few words: a roll-back's cause, how many windows had which verdict, or the first reasons as they are stored. */
function reasonsOf$1({ type, subject, reasons = [] }, { kind, rollouts }) {
	if (type === "rollout.rolled-back" || type === "version.rolled-back") {
		const rollout = rollouts.find(({ cause, canary }) => cause && canary.modelDigest === subject.modelDigest);
		const cause = rollout && causeInWords(rollout);
		if (cause) return [cause];
	}
	if (type === "drift.checked" && reasons.length > mostReasons) return [countVerdicts(reasons, kind)];
	const more = reasons.length - mostReasons;
	return [...reasons.slice(0, mostReasons), ...more > 0 ? [`and ${formatQuantity(more, "more reason")}`] : []];
}
/** Of reasons such as `2001-04-23: warn`. */
function countVerdicts(reasons, kind) {
	const counts = new Map();
	for (const reason of reasons) {
		const verdict = reason.slice(reason.lastIndexOf(" ") + 1);
		counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
	}
	const each = [...counts].map(([verdict, count]) => `${formatCount(count)} ${verdict}`);
	return `${formatQuantity(reasons.length, kind)}: ${each.join(", ")}`;
}
// packages/reports/src/page/lineage.ts
const mostShown$2 = 12;
/** Where versions came from, as pictures: what is live, what is under way and the newest first, the others folded. */
function renderLineage({ versions, channels, rollouts }, place) {
	const drawn = versions.filter(({ lineage }) => lineage !== null).toReversed();
	const first = drawn.find(({ status }) => status === "live") ?? drawn[0];
	if (!first) return html`<p>No version is registered yet.</p>`;
	const ordered = [first, ...drawn.filter((version) => version !== first)].slice(0, mostShown$2);
	const more = versions.length - ordered.length;
	return html`${ordered.map((version) => {
		const held = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === version.manifest.modelDigest);
		return html`<details class="lineage"${version === first && html` open`}><summary><h4>${version.manifest.version}</h4> ${statusBadge(version)}</summary><div class="sides">${draw(version, version.lineage, held)}${facts$1(version, {
			place,
			rollouts
		})}</div></details>`;
	})}${more > 0 && html`<p class="muted">and ${more} more versions</p>`}`;
}
const boxHeight = 62;
/** Data above, then run and evaluation, then the version, then its channels: 340 wide, so that a phone shows it whole. */
function draw({ manifest, status }, lineage, held) {
	const { run, evaluation, datasets, validations } = lineage;
	const dataset = (title, digest, x) => {
		const found = datasets.find((each) => each.digest === digest);
		const check = validations.find((each) => each.dataset === digest);
		return {
			x,
			y: 2,
			width: 158,
			title,
			lines: found ? [
				formatQuantity(found.rows, "row"),
				check ? `contract: ${check.verdict}` : "no contract",
				shortDigest(found.digest)
			] : ["not readable", digest === void 0 ? "" : shortDigest(digest)]
		};
	};
	const auc = manifest.metrics.roc_auc;
	const boxes = [
		dataset("training data", run?.data.dataset, 2),
		dataset("holdout", evaluation?.holdout.dataset, 180),
		{
			x: 2,
			y: 92,
			width: 158,
			title: "run",
			lines: run ? [
				clip(run.trainer.name, 24),
				`commit ${run.source.sha.slice(0, 7)}`,
				shortDigest(run.id)
			] : ["not readable"]
		},
		{
			x: 180,
			y: 92,
			width: 158,
			title: "evaluation",
			lines: evaluation ? [
				`${evaluation.verdict}${evaluation.champion ? ` against ${evaluation.champion.version}` : ""}`,
				auc === null || auc === void 0 ? "" : `ROC AUC ${formatNumber(auc)}`,
				shortDigest(evaluation.id)
			] : ["not readable"]
		},
		{
			x: 91,
			y: 182,
			width: 158,
			title: `version ${manifest.version}`,
			lines: ["model", shortDigest(manifest.modelDigest)],
			tone: "own"
		},
		...held.length === 0 ? [] : [{
			x: 91,
			y: 272,
			width: 158,
			title: held.map(({ channel }) => channel).join(", "),
			lines: held.slice(0, 1).flatMap(inChannel),
			tone: status === "live" ? "live" : "own"
		}]
	];
	const arrows = [
		"M81 64V90",
		"M259 64V90",
		"M160 123H178",
		"M259 154V168H190V180",
		"M81 154V168H150V180",
		...held.length > 0 ? ["M170 244V270"] : []
	];
	const height = held.length > 0 ? 338 : 248;
	const description = `training data and holdout, run, evaluation ${evaluation?.verdict ?? "not readable"}, version ${manifest.version}${held.map(({ channel }) => `, in ${channel}`).join("")}`;
	return html`<figure class="picture"><svg role="img" aria-label="Lineage of ${manifest.version}: ${description}" viewBox="0 0 340 ${height}" width="340"><title>Lineage of ${manifest.version}</title><desc>${description}</desc>${arrows.map((path) => html`<path class="arrow" d="${path}"/><path class="head" d="${arrowHead(path)}"/>`)}${boxes.map(drawBox)}</svg></figure>`;
}
function inChannel({ tenures }) {
	const now = tenures.at(-1);
	return [`since ${formatDay(now.since)}`, `channel file’s seq ${now.seq}`];
}
function arrowHead(path) {
	const [, horizontal] = /H(\d+)$/.exec(path) ?? [];
	if (horizontal !== void 0) return `M${Number(horizontal) - 5} 119L${horizontal} 123L${Number(horizontal) - 5} 127`;
	const [, y] = /V(\d+)$/.exec(path);
	const x = [...path.matchAll(/[MH](\d+)/g)].at(-1)[1];
	return `M${Number(x) - 4} ${Number(y) - 5}L${x} ${y}L${Number(x) + 4} ${Number(y) - 5}`;
}
function drawBox({ x, y, width, title, lines, tone = "" }) {
	return html`<g class="box ${tone}"><rect x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="4"/><text class="title" x="${x + 9}" y="${y + 16}">${title}</text>${lines.map((text, i) => html`<text class="${i === lines.length - 1 ? "digest" : ""}" x="${x + 9}" y="${y + 30 + i * 13}">${text}</text>`)}</g>`;
}
function facts$1({ manifest, publishedAt, lineage }, { place, rollouts }) {
	const takenBack = rollouts.find(({ canary, cause }) => cause && canary.modelDigest === manifest.modelDigest);
	const run = lineage?.run;
	const parameters = Object.entries(run?.parameters ?? {}).slice(0, 40);
	return html`<dl class="facts">${[
		["Why this number", html`${manifest.bump.kind}: ${manifest.bump.reasons.slice(0, 8).join("; ")}`],
		["Rolled back", takenBack && html`<span class="bad">${formatDay(takenBack.updatedAt)}: ${causeInWords(takenBack)}</span>`],
		["Follows", manifest.parent?.version ?? "nothing: the first"],
		["Registered", html`${timeElement(manifest.registeredAt)} by ${manifest.registeredBy}`],
		["Published", publishedAt === null ? "not yet" : timeElement(publishedAt)],
		["Commit", html`<code>${anchor(manifest.source.sha.slice(0, 12), place.commit(manifest.source.sha))}</code>`],
		["Trained by", run ? `${run.executor}, ${run.trainer.name} ${run.trainer.version}, seed ${run.seed}` : "not readable"],
		["Parameters", parameters.length > 0 && parameters.map(([name, value]) => `${name} ${typeof value === "number" ? formatGiven(value) : value}`).join(", ")],
		["Evaluation", lineage?.evaluation?.reason],
		["Model digest", html`<code class="long">${manifest.modelDigest}</code>`]
	].map(([name, value]) => value !== void 0 && value !== false && html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
// packages/reports/src/page/performance.ts
const height$2 = 118;
const bottom$2 = 96;
const tones$1 = {
	pass: "good",
	fail: "bad",
	inconclusive: "calm"
};
const words$1 = {
	pass: "keeps its limits",
	fail: "misses its limits",
	inconclusive: "inconclusive"
};
const symbols = {
	pass: "●",
	fail: "◆",
	inconclusive: "○"
};
/** How predictions came out once their labels were there: a chart of the Brier score, and each week, newest first. */
function renderPerformance(all) {
	const weeks = all.slice(-26);
	const more = all.length - weeks.length;
	return html`<div class="multiples small-charts">${drawBrier(weeks)}</div>
<p class="muted small">The Brier score (less is better) of predictions whose labels came: <span class="good" aria-hidden="true">●</span> keeps the policy’s limits <span class="bad" aria-hidden="true">◆</span> shown to miss them <span class="calm" aria-hidden="true">○</span> inconclusive; the dotted line is what the version had at the gate.</p>
<div class="scroll"><table class="weeks"><caption>Performance, newest first</caption><thead><tr><th scope="col">Week of</th><th scope="col">Version</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col" class="number">Labels known</th><th scope="col" class="number">Brier score</th><th scope="col" class="number">Expected without labels</th></tr></thead><tbody>${weeks.toReversed().map(({ start, version, verdict, reason, labelled, predictions, brier, expected }) => html`<tr><th scope="row">${formatDay(start)}</th><td>${version}</td><td>${badge(tones$1[verdict], words$1[verdict])}</td><td class="wide">${reason}</td><td class="number" data-unit="labels">${formatCount(labelled)} (${predictions === 0 ? "–" : formatShare(labelled / predictions)})</td><td class="number" data-unit="Brier score">${formatNumber(brier)}</td><td class="number" data-unit="expected">${formatNumber(expected)}</td></tr>`)}</tbody></table></div>${more > 0 && html`<p class="muted">and ${more} older weeks</p>`}`;
}
function drawBrier(weeks) {
	const values = weeks.flatMap(({ brier, released }) => [brier, released]).filter((value) => value !== null);
	const y = linear([0, Math.max(.05, ...values) * 1.15], [bottom$2, 14]);
	const starts = [...new Set(weeks.map(({ start }) => start))];
	const x = linear([0, Math.max(1, starts.length - 1)], [starts.length === 1 ? 55 : 15, 96]);
	const released = weeks.at(-1)?.released ?? null;
	const content = [
		html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom$2}" y2="${bottom$2}"/></g>`,
		released !== null && html`<g class="limits">${grid([released], y, (value) => formatNumber(value))}</g>`,
		weeks.map(({ start, version, verdict, brier }) => {
			if (brier === null) return null;
			return html`<g class="effect ${tones$1[verdict]}"><title>${version}, week of ${formatDay(start)}: ${formatNumber(brier)}: ${words$1[verdict]}</title><text class="mark" x="${percent(x(starts.indexOf(start)))}" y="${at(y(brier) + 3.5)}" text-anchor="middle">${symbols[verdict]}</text></g>`;
		}),
		starts[0] !== void 0 && label$1(x(0), 111, formatDay(starts[0]).replace(/ \d{4}$/, ""), "tick"),
		starts.length > 1 && label$1(x(starts.length - 1), 111, formatDay(starts.at(-1)).replace(/ \d{4}$/, ""), "tick")
	];
	const newest = weeks.at(-1);
	return html`<figure><figcaption><b>Brier score</b> <span class="muted">of weeks with labels</span></figcaption>${drawChart({
		title: "Brier score by week",
		description: `${starts.length} weeks; newest ${formatNumber(newest?.brier)}`,
		height: height$2,
		content
	})}</figure>`;
}
// packages/reports/src/page/place.ts
/** `repositoryUrl` such as `https://github.com/owner/name`; anything but http(s) gives no links. */
function placeOf(repositoryUrl) {
	const url = repositoryUrl !== void 0 && URL.canParse(repositoryUrl) ? new URL(repositoryUrl) : void 0;
	const root = url && /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, "") : void 0;
	const below = (path) => root === void 0 ? void 0 : `${root}/${path}`;
	return {
		commit: (sha) => below(`commit/${encodeURIComponent(sha)}`),
		pullRequest: (number) => below(`pull/${number}`),
		issue: (number) => below(`issues/${number}`),
		release: (model, version) => below(`releases/tag/${encodeURIComponent(layout.versionTag(model, version))}`)
	};
}
// packages/reports/src/page/production.ts
const rowHeight = 36;
const mostRows$2 = 12;
/** Which version a channel held when, with the rollouts that led there or went back: a row per version, newest above. */
function drawChannel(channel, model, asOf) {
	const rollouts = model.rollouts.filter((rollout) => rollout.channel === channel.channel);
	const spans = [...channel.tenures.map((tenure) => tenureSpan(tenure, asOf)), ...rollouts.map((each) => rolloutSpan(each, asOf))];
	if (spans.length === 0) return null;
	const versions = [...new Set(spans.toSorted((a, b) => compare(b.from, a.from)).map(({ version }) => version))];
	const shown = versions.slice(0, mostRows$2);
	const visible = spans.filter(({ version }) => shown.includes(version));
	const from = visible.map((span) => span.from).sort()[0];
	const bottom = shown.length * rowHeight + 4;
	const { x, marks } = timeAxis(from, asOf, bottom);
	const rows = shown.map((version, row) => {
		const own = visible.filter((span) => span.version === version).toSorted((a, b) => compare(a.from, b.from));
		const top = row * rowHeight;
		const start = x(Date.parse(own[0].from));
		const now = channel.tenures.at(-1)?.version === version ? " · now" : "";
		return html`<g><text class="strong" x="${percent(start)}" y="${top + 13}" text-anchor="${start > 80 ? "end" : "start"}">${version + now}</text>${own.map((span) => drawSpan(span, x, top + 18))}</g>`;
	});
	const now = channel.tenures.at(-1);
	const description = now ? `${formatQuantity(channel.tenures.length, "version")} so far; ${now.version} since ${formatDay(now.since)}` : "nothing was settled yet";
	const more = versions.length - shown.length;
	return html`<figure>${drawChart({
		title: `Versions in ${channel.channel} over time`,
		description,
		height: bottom + 22,
		content: [marks, ...rows]
	})}<figcaption><span class="key production"></span> in ${channel.channel} <span class="key canary"></span> as a canary <span class="bad" aria-hidden="true">✕</span> rolled back${more > 0 && html` · and ${more} more versions`}</figcaption></figure>`;
}
const tenureSpan = ({ version, since, until }, asOf) => ({
	version,
	kind: "production",
	from: since,
	to: until ?? asOf,
	title: `${version}: from ${formatDay(since)} ${until === null ? "until now" : `to ${formatDay(until)}`}`
});
function rolloutSpan(rollout, asOf) {
	const { canary, phase, openedAt, updatedAt } = rollout;
	const kind = phase === "rolled-back" || phase === "promoted" ? phase : "canary";
	const title = `rollout of ${canary.version} from ${formatDay(openedAt)}: ${phases[phase][1]}`;
	return {
		version: canary.version,
		kind,
		from: openedAt,
		to: isRunning(rollout) ? asOf : updatedAt,
		title
	};
}
function drawSpan({ kind, from, to, title }, x, top) {
	const [start, end] = [x(Date.parse(from)), x(Date.parse(to))];
	const width = Math.max(end - start, .6);
	const bar = html`<rect class="span ${kind === "production" ? "production" : "canary"}" x="${percent(start)}" y="${top}" width="${percent(width)}" height="12" rx="2"><title>${title}</title></rect>`;
	if (kind !== "rolled-back") return bar;
	return html`${bar}<text class="cross" x="${percent(start + width)}" dx="4" y="${top + 11}"><title>${title}</title>✕</text>`;
}
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
// packages/reports/src/page/status.ts
/** The first thing to see of a model: what is in production and since when, the canary, drift, and what needs somebody. */
function renderStatus(model, place) {
	return html`<div class="status">${[
		...model.channels.map(({ channel, tenures }) => {
			const now = tenures.at(-1);
			if (!now) return card(channel, "calm", "Nothing yet", "No promotion was settled.");
			const by = now.approvedBy.length > 0 ? html` · approved by ${now.approvedBy.join(", ")}` : "";
			const request = now.pullRequest === null ? "" : html` · ${anchor(`pull request #${now.pullRequest}`, place.pullRequest(now.pullRequest))}`;
			return card(`In ${channel}`, "good", now.version, html`since ${timeElement(now.since)}${by}${request}`);
		}),
		model.channels.length === 0 && card("In production", "calm", "Nothing yet", "No promotion was settled."),
		canaryCard(model.rollouts),
		driftCard(model, place),
		attentionCard(model, place)
	]}</div>`;
}
function canaryCard(rollouts) {
	const running = rollouts.find(isRunning);
	if (running) {
		const { canary, weight, phase, step, plan } = running;
		const [tone, word] = phases[phase];
		const evidence = `evidence of harm ${formatEvidence(running.judgement.logHarm)} of ${formatCount(1 / plan.alpha.harm)}`;
		const steps = step === null ? word : `${word}, step ${step + 1} of ${plan.steps.length}`;
		return card("Canary", tone, `${canary.version} at ${formatWeight(weight)}`, `${steps} · ${evidence}`);
	}
	const last = rollouts[0];
	if (!last) return card("Canary", "calm", "None", "No rollout so far.");
	const cause = causeInWords(last);
	const [tone, word] = phases[last.phase];
	const text = `last: ${last.canary.version} ${word} ${formatDay(last.updatedAt)}`;
	return card("Canary", "calm", "None", cause === null ? text : html`${badge(tone, text)}<br>${cause}`);
}
function driftCard({ drift, events }, place) {
	const last = drift.at(-1);
	if (!last) return card("Drift", "calm", "Not watched", "No window was judged.");
	const columns = last.results.filter(({ verdict }) => verdict === last.verdict).map(({ column }) => column);
	const about = last.verdict === "pass" ? `${formatQuantity(last.results.length, "effect")} below the limits` : [...new Set(columns)].slice(0, 3).join(", ");
	const word = driftWord[last.verdict];
	return card("Drift", driftTone[last.verdict], word[0].toUpperCase() + word.slice(1), html`${windowName(last, formatDay)} · ${about}${last.verdict === "pass" && lastDrift(drift, events, place)}`);
}
/** The newest window that was not like the baseline, for those who come after it passed. */
function lastDrift(drift, events, place) {
	const window = drift.findLast(({ verdict }) => verdict === "fail" || verdict === "warn");
	if (!window) return "";
	const issue = events.find(({ cause, issue }) => issue !== void 0 && cause.startsWith(window.id))?.issue;
	const where = issue === void 0 ? "" : html`, ${anchor(`issue #${issue}`, place.issue(issue))}`;
	return html`<br>last drift: ${windowName(window, formatDay)}${where}`;
}
function attentionCard(model, place) {
	const found = attentionOf(model);
	const worst = found[0];
	if (!worst) return card("Needs attention", "good", "Nothing", "No open problem in what the registry tells.");
	const items = found.slice(0, 4).map(({ tone, text, issue, pullRequest }) => {
		const number = issue ?? pullRequest;
		const url = issue === void 0 ? pullRequest && place.pullRequest(pullRequest) : place.issue(issue);
		return html`<li>${badge(tone, text)}${number === void 0 ? "" : html` ${anchor(`#${number}`, url || void 0)}`}</li>`;
	});
	const more = found.length > 4 && html`<li class="muted">and ${found.length - 4} more</li>`;
	return card("Needs attention", worst.tone, formatQuantity(found.length, "thing"), html`<ul class="plain">${items}${more}</ul>`);
}
function card(title, tone, value, note) {
	return html`<div class="card ${tone}"><h3>${title}</h3><p class="value"><span class="mark" aria-hidden="true">${marks[tone]}</span>${value}</p><div class="note">${note}</div></div>`;
}
/** An e-value from its natural logarithm, in three digits. */
function formatEvidence(log) {
	const value = Math.exp(log);
	if (value > 1e6) return "> 1,000,000";
	return value >= 1e3 ? formatCount(value) : String(Number(value.toPrecision(value < .01 ? 1 : 3)));
}
// packages/reports/src/page/weight-chart.ts
const height$1 = 168;
const bottom$1 = 142;
/** The canary's share of the traffic over time, as transitions set it. */
function drawWeight(rollout, asOf) {
	const { history, canary, phase, updatedAt, openedAt } = rollout;
	const first = history[0]?.at ?? openedAt;
	const end = isRunning(rollout) ? asOf : updatedAt;
	const { x, marks } = timeAxis(first, end, bottom$1);
	const y = linear([0, 1], [140, 20]);
	const points = history.map(({ at: time, weight }) => [x(Date.parse(time)), y(weight)]);
	const last = points.at(-1);
	if (last && isRunning(rollout)) points.push([x(Date.parse(end)), last[1]]);
	const [, word] = phases[phase];
	const content = [
		grid([
			.25,
			.5,
			1
		], y, formatWeight),
		marks,
		line(points, {
			height: height$1,
			step: true,
			className: "weight"
		}),
		history.map((transition) => {
			const title = `${transition.at.slice(0, 16).replace("T", " ")} UTC, ${transition.action}: ${formatWeight(transition.weight)}, evidence of harm ${formatEvidence(transition.logHarm)}. ${transition.reason}`;
			return html`<circle class="dot ${transition.action === "roll-back" ? "bad" : transition.action === "promote" ? "good" : "busy"}" cx="${percent(x(Date.parse(transition.at)))}" cy="${at(y(transition.weight))}" r="4"><title>${title}</title></circle>`;
		})
	];
	const description = `${history.map(({ action, weight }) => `${action} ${formatWeight(weight)}`).slice(-12).join(", ")}; ${word}`;
	return html`<figure><figcaption><b>Share of the traffic</b> <span class="muted">UTC</span></figcaption>${drawChart({
		title: `Weight of the canary ${canary.version} over time`,
		description,
		height: height$1,
		content
	})}</figure>`;
}
// packages/reports/src/page/rollouts.ts
const mostShown$1 = 8;
/** Every rollout with its weight over time, its cause if it went back, and the evidence that decides; newest first. */
function renderRollouts({ rollouts }, asOf) {
	if (rollouts.length === 0) return html`<p>No version came into production by a rollout so far.</p>`;
	const more = rollouts.length - mostShown$1;
	return html`${rollouts.slice(0, mostShown$1).map((rollout, i) => renderRollout$1(rollout, {
		asOf,
		isOpen: i < 2 || isRunning(rollout)
	}))}${more > 0 && html`<p class="muted">and ${more} older rollouts</p>`}`;
}
function renderRollout$1(rollout, { asOf, isOpen }) {
	const { canary, champion, channel, seq, phase, weight, cause, fault, openedAt } = rollout;
	const [tone, word] = phases[phase];
	const state = isRunning(rollout) ? `${word} at ${formatWeight(weight)}` : word;
	return html`<details class="rollout"${isOpen && html` open`}><summary><h4>${canary.version} <span class="muted">against ${champion.version}</span></h4> ${badge(tone, state)} <span class="muted small">${channel}, seq ${seq}, opened ${timeElement(openedAt)}</span></summary>
${cause && html`<p class="callout bad"><b>Rolled back:</b> ${causeInWords(rollout)}. ${champion.version} stays in ${channel}.</p>`}${fault && html`<p class="${isRunning(rollout) ? "callout warn" : "muted small"}"><b>${isRunning(rollout) ? "Held up" : "Reported before"}:</b> ${fault.reason}</p>`}
<div class="sides">${drawWeight(rollout, asOf)}<div>${renderEvidence(rollout)}</div></div></details>`;
}
function renderEvidence({ judgement, plan }) {
	const harm = -Math.log(plan.alpha.harm);
	const promote = -Math.log(plan.alpha.promote);
	return html`<p class="measure"><b>Evidence of harm</b> ${bar(judgement.logHarm, harm, "bad")} <span class="number">${formatEvidence(judgement.logHarm)}</span> <span class="muted">all guardrails together; ${formatCount(Math.exp(harm))} rolls back</span></p>
<div class="scroll"><table class="guardrails"><caption>By guardrail: how often it happened, and the evidence</caption><thead><tr><th scope="col">Event</th><th scope="col" class="number">Canary</th><th scope="col" class="number">Champion</th><th scope="col">Harm</th><th scope="col">No harm</th></tr></thead><tbody>${judgement.guardrails.map((guardrail) => renderGuardrail(guardrail, {
		plan,
		harm,
		promote
	}))}</tbody></table></div>
<p class="muted small">Evidence of 1 says nothing and ${formatCount(Math.exp(promote))}, a full bar, decides: harm in all rolls back, no harm in each promotes. A limit is how many percentage points more often than with the champion it may happen. Bars are logarithmic.</p>`;
}
function renderGuardrail({ id, isAdvisory, logHarm, logPromote, canary, stable }, { plan, harm, promote }) {
	const policy = plan.guardrails.find((guardrail) => guardrail.id === id);
	const note = isAdvisory ? "shown, decides nothing" : policy && `limit +${formatPoints(policy.delta)}`;
	return html`<tr><th scope="row"><span title="${eventInWords(id, plan)}">${id}</span><br><span class="muted small plain-weight">${note}</span></th><td class="number" data-arm="canary">${rate$1(canary)}</td><td class="number" data-arm="champion">${rate$1(stable)}</td><td data-label="Harm">${bar(logHarm, harm, "bad")} <span class="number small">${formatEvidence(logHarm)}</span></td><td data-label="No harm">${isAdvisory ? "–" : html`${bar(logPromote, promote, "good")} <span class="number small">${formatEvidence(logPromote)}</span>`}</td></tr>`;
}
function rate$1({ events, requests }) {
	if (requests === 0) return html`${"–"}`;
	return html`${formatShare(events / requests)}<br><span class="muted small">${formatCount(events)} of ${formatCount(requests)}</span>`;
}
/** How far evidence has come on the way to deciding, on a logarithmic scale; below 1 it is empty. */
function bar(log, needed, tone) {
	const share = Math.max(0, Math.min(1, log / needed));
	return html`<svg class="bar" width="64" height="8" aria-hidden="true"><rect class="track" width="64" height="8" rx="2"/><rect class="fill ${share >= 1 ? tone : "busy"}" width="${(share * 64).toFixed(1)}" height="8" rx="2"/></svg>`;
}
// packages/reports/src/page/metric-chart.ts
const height = 162;
const bottom = 124;
/** Per cent of the width that a version's name and day need below. */
const labelWidth = 26;
/**
* One metric of the versions in the order they were registered, each with its day below, with bounds and the champion on the
* same rows. A place each, not a place in time: versions of one day would cover each other.
*/
function drawMetric(metric, versions) {
	const points = versions.flatMap((version) => readPoint(metric, version));
	const title = plainMetricTitle(metric);
	const first = points[0];
	const last = points.at(-1);
	if (!first || !last) return html`<figure><figcaption><b>${title}</b></figcaption><p class="muted">No version has it.</p></figure>`;
	const values = points.flatMap(({ value, lower, upper, champion }) => [
		value,
		lower,
		upper,
		champion
	]).filter((each) => each !== null);
	const domain = padded(Math.min(...values), Math.max(...values));
	const y = linear(domain, [118, 18]);
	const x = linear([0, points.length - 1], [points.length > 2 ? 22 : 30, points.length > 2 ? 88 : 80]);
	const levels = ticks(domain, 3);
	const content = [
		grid(levels, y, showAlike(levels)),
		html`<g class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/></g>`,
		line(points.map(({ value }, i) => [x(i), y(value)]), {
			height,
			className: "trend"
		}),
		points.map((point, i) => drawPoint(point, {
			x: x(i),
			y,
			title
		})),
		versionLabels(points, x)
	];
	const live = points.findLast(({ version }) => version.status === "live");
	const named = live ?? last;
	return html`<figure><figcaption><b>${title}</b> <span class="${live ? "good" : "muted"}">${live && html`<span aria-hidden="true">✓</span> `}${named.version.manifest.version}: ${formatNumber(named.value)}</span></figcaption>${drawChart({
		title: `${title} by version`,
		description: points.slice(-6).map(({ version, value }) => `${version.manifest.version} ${formatNumber(value)}`).join(", "),
		height,
		content
	})}</figure>`;
}
function readPoint(metric, version) {
	const value = version.manifest.metrics[metric];
	if (value === null || value === void 0) return [];
	const found = version.lineage?.evaluation?.metrics[metric];
	const own = found?.challenger.value === value ? found.challenger : null;
	return [{
		version,
		value,
		lower: own?.lower ?? null,
		upper: own?.upper ?? null,
		champion: found?.champion?.value ?? null
	}];
}
function drawPoint({ version, value, lower, upper, champion }, { x, y, title }) {
	const { manifest, status } = version;
	const bounds = lower === null || upper === null ? null : html`<line class="whisker" x1="${percent(x)}" x2="${percent(x)}" y1="${at(y(lower))}" y2="${at(y(upper))}"/>`;
	const ring = champion === null ? null : html`<circle class="champion" transform="translate(-10 0)" cx="${percent(x)}" cy="${at(y(champion))}" r="3.5"><title>champion on the same rows: ${formatNumber(champion)}</title></circle>`;
	const range = lower === null || upper === null ? "" : `, bounds ${formatNumber(lower)} to ${formatNumber(upper)}`;
	return html`${bounds}${ring}<circle class="dot ${statusTone(status)}" cx="${percent(x)}" cy="${at(y(value))}" r="4.5"><title>${manifest.version}, ${formatDay(manifest.registeredAt)}: ${title} ${formatNumber(value)}${range}</title></circle>`;
}
/** Versions with their days below the axis, from the newest, as many as do not run into each other. */
function versionLabels(points, x) {
	const labels = [];
	let before = 200;
	for (const [i, { version }] of [...points.entries()].reverse()) {
		if (before - x(i) < labelWidth) continue;
		before = x(i);
		const { manifest } = version;
		labels.push(html`<text class="small" x="${percent(x(i))}" y="${139}" text-anchor="middle">${manifest.version}</text><text x="${percent(x(i))}" y="${153}" text-anchor="middle">${formatDay(manifest.registeredAt)}</text>`);
	}
	return labels;
}
function padded(low, high) {
	const room = (high - low || Math.abs(high) || 1) * .1;
	return [low - room, high + room];
}
// packages/reports/src/page/versions.ts
const mostRows$1 = 50;
const mostMetrics = 8;
/** The versions' metrics over time, and a row for each version, newest first. */
function renderVersions(model, place) {
	const { versions, olderVersions } = model;
	if (versions.length === 0) return html`<p>No version is registered yet.</p>`;
	const metrics = metricsOf$1(versions).slice(0, mostMetrics);
	const shown = versions.toReversed().slice(0, mostRows$1);
	const more = versions.length + olderVersions - shown.length;
	return html`<div class="multiples">${metrics.map((metric) => drawMetric(metric, versions))}</div>
<p class="muted small">↑ higher is better, ↓ lower is better, <span class="good" aria-hidden="true">✓</span> is in production. Each version on its own holdout, with the bounds of its evaluation. <span class="ring" aria-hidden="true"></span> beside it is the champion of the time on the same rows: compare these two.</p>
<div class="scroll"><table><caption>Versions of ${model.model}, newest first</caption><thead><tr><th scope="col">Version</th><th scope="col">Status</th>${metrics.map((metric) => html`<th scope="col" class="number">${plainMetricTitle(metric)}</th>`)}<th scope="col">Registered (UTC)</th><th scope="col">By</th><th scope="col">Follows</th><th scope="col" class="number">Size</th><th scope="col">Digest</th></tr></thead><tbody>${shown.map((version) => row(version, {
		metrics,
		place
	}))}</tbody></table></div>${more > 0 && html`<p class="muted">and ${more} older versions</p>`}`;
}
function row(version, { metrics, place }) {
	const { manifest } = version;
	const size = manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
	return html`<tr><th scope="row">${anchor(manifest.version, place.release(manifest.model, manifest.version))}</th><td>${statusBadge(version)}</td>${metrics.map((metric) => html`<td class="number">${formatNumber(manifest.metrics[metric])}</td>`)}<td>${timeCell(manifest.registeredAt)}</td><td>${manifest.registeredBy}</td><td>${manifest.parent?.version ?? "–"} <span class="muted">${manifest.bump.kind}</span></td><td class="number">${formatSize(size)}</td><td><code title="${manifest.modelDigest}">${shortDigest(manifest.modelDigest)}</code></td></tr>`;
}
const known = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece"
];
/** Names of all metrics that any version has, the known ones first. */
function metricsOf$1(versions) {
	const names = new Set(versions.flatMap(({ manifest }) => Object.keys(manifest.metrics)));
	return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()];
}
// packages/reports/src/page/page.ts
const mostModels = 50;
const mostProblems = 50;
/**
* One HTML file that asks nothing of any network and runs no script: what is in production, the canary, drift and attention on
* the first screen, then versions, rollouts, drift by window, lineage and history of each model.
*/
function renderPage(overview, { title, generatedAt, repositoryUrl }) {
	const { head, asOf, problems } = overview;
	const models = overview.models.slice(0, mostModels);
	const place = placeOf(repositoryUrl);
	const time = asOf ?? "1970-01-01T00:00:00Z";
	return renderFrame({
		title,
		generator: "tidemark page",
		about: html`${asOf === null ? "Nothing is registered yet." : html`As of ${timeElement(asOf)}`}${head !== null && html` · registry at <code>${anchor(head.slice(0, 12), place.commit(head))}</code>`}${repositoryUrl !== void 0 && html` · ${anchor(repositoryUrl.replace(/^https?:\/\//, ""), repositoryUrl)}`}`,
		skipTo: {
			id: "content",
			title: "content"
		},
		style: "",
		isFiltered: false,
		main: html`<main id="content">${problems.length > 0 && renderProblems(problems)}${models.length !== 1 && renderModels(models, overview.models.length)}${models.map((model) => renderModel(model, place, time))}</main>`,
		footer: html`Made from the registry branch alone by <code>tidemark page</code>${generatedAt !== void 0 && html` on ${timeElement(generatedAt)}`}. It shows what facts say; <code>tidemark verify</code> proves them.`
	});
}
function renderModel(model, place, asOf) {
	const section = (name, title, content) => html`<section id="${model.model}-${name}"><h3>${title}</h3>${content}</section>`;
	const channels = model.channels.map((channel) => drawChannel(channel, model, asOf));
	const links = [
		["production", "Production"],
		["versions", "Versions"],
		["rollouts", "Rollouts"],
		["drift", "Drift"],
		...model.performance ? [["performance", "Performance"]] : [],
		["lineage", "Lineage"],
		["history", "History"]
	];
	return html`<article id="${model.model}"><div class="bar-head"><h2>${model.model}</h2><nav aria-label="${model.model}">${links.map(([name, text]) => html`<a href="#${model.model}-${name}">${text}</a> `)}</nav></div>
${renderStatus(model, place)}
${section("production", "In production, over time", channels.some(Boolean) ? channels : html`<p>Nothing was in a channel so far.</p>`)}
${section("versions", "Versions and their metrics", renderVersions(model, place))}
${section("rollouts", "Rollouts", renderRollouts(model, asOf))}
${section("drift", `Drift by ${windowKind(model.drift)}`, renderDrift(model, place))}${model.performance && html`
${section("performance", "Performance by week", renderPerformance(model.performance))}`}
${section("lineage", "Lineage", renderLineage(model, place))}
${section("history", "History", renderEvents(model, place))}</article>`;
}
function renderModels(models, count) {
	if (count === 0) return html`<p class="empty">No model is registered yet. The first merge of a candidate that passes its gate makes this page.</p>`;
	return html`<section id="models"><h2>${formatQuantity(count, "model")}</h2><div class="scroll"><table><caption>Models</caption><thead><tr><th scope="col">Model</th><th scope="col">In production</th><th scope="col">Since</th><th scope="col">Canary</th><th scope="col">Drift</th><th scope="col">Needs attention</th></tr></thead><tbody>${models.map(modelRow)}</tbody></table></div>${count > models.length && html`<p class="muted">and ${count - models.length} more models, which are not on this page</p>`}</section>`;
}
function modelRow(model) {
	const now = model.channels.flatMap(({ tenures }) => tenures.slice(-1))[0];
	const canary = model.rollouts.find(isRunning);
	const drift = model.drift.at(-1);
	const attention = attentionOf(model);
	return html`<tr><th scope="row"><a href="#${model.model}">${model.model}</a></th><td>${now?.version ?? "–"}</td><td>${now ? timeElement(now.since) : "–"}</td><td>${canary ? badge("busy", `${canary.canary.version} at ${formatWeight(canary.weight)}`) : "–"}</td><td>${drift ? badge(driftTone[drift.verdict], driftWord[drift.verdict]) : "–"}</td><td>${attention[0] ? badge(attention[0].tone, attention[0].text) : badge("good", "nothing")}</td></tr>`;
}
function renderProblems(problems) {
	const more = problems.length - mostProblems;
	return html`<section class="callout bad"><h2>${formatQuantity(problems.length, "fact")} could not be used</h2><p>What rests on them is missing below. Run <code>tidemark verify</code>.</p><ul>${problems.slice(0, mostProblems).map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}${more > 0 && html`<li>and ${more} more</li>`}</ul></section>`;
}
// packages/reports/src/performance-alert.ts
/** An alert of performance from a version's weeks in order of time; `end` is the week by which it is over. */
function describePerformanceAlert(weeks, { end, ...about }) {
	const worst = weeks.findLast(({ verdict }) => verdict === "fail");
	const model = (end ?? worst)?.model ?? "";
	const shared = {
		...alertPlace(about),
		key: `${about.repository} performance ${model}`
	};
	if (end !== null || worst === void 0) {
		const facts = end === null ? [] : [{
			name: `Week of ${end.window.start}, ${end.version}`,
			value: end.reason
		}];
		return {
			...shared,
			state: "resolved",
			severity: "warning",
			title: `${model} keeps its limits again`,
			facts
		};
	}
	return {
		...shared,
		state: "open",
		severity: "error",
		title: performanceTitle(weeks),
		facts: failed(worst).map(({ metric, reason }) => ({
			name: titles$1[metric],
			value: reason
		}))
	};
}
// packages/reports/src/data-difference.ts
const mostShown = 40;
/** What a version was trained and judged on beside what the champion was: rows, rejected rows, files, columns, contract. */
function dataDifference(now, before, champion) {
	const splits = ["training", "holdout"];
	const rows = splits.flatMap((split) => {
		const [a, b] = [before.validations[split], now.validations[split]];
		const title = split === "training" ? "Training" : "Holdout";
		const files = filesBetween(before.datasets[split], now.datasets[split]);
		return [
			[
				`${title} rows`,
				formatCount(a.rows),
				formatCount(b.rows),
				signed(b.rows - a.rows)
			],
			[
				`${title} files`,
				formatCount(before.datasets[split].files.length),
				formatCount(now.datasets[split].files.length),
				files.added.length + files.removed.length === 0 ? "the same files" : `${formatCount(files.added.length)} new, ${formatCount(files.removed.length)} gone`
			],
			[
				`${title} rejected`,
				rejected(a),
				rejected(b),
				verdictLabel(b.verdict)
			]
		];
	});
	const [from, to] = [before.validations.training.contract, now.validations.training.contract];
	const contract = from.sha256 === to.sha256 ? `Contract ${escapeMarkdown(to.version)}: the same.` : `Contract: ${escapeMarkdown(from.version)} → ${escapeMarkdown(to.version)}, another text.`;
	return paragraphs(table([
		{ title: "Data" },
		{
			title: escapeMarkdown(champion),
			align: "right"
		},
		{
			title: "This version",
			align: "right"
		},
		{ title: "Change" }
	], rows), `${contract} ${columnChanges(before.datasets.training, now.datasets.training)}`, ...splits.map((split) => fileChanges(split, filesBetween(before.datasets[split], now.datasets[split]))));
}
const rejected = ({ rows, rejectedRows }) => `${formatCount(rejectedRows)} (${formatShare(rows > 0 ? rejectedRows / rows : null)})`;
const signed = (difference) => difference === 0 ? "±0" : `${difference > 0 ? "+" : "−"}${formatCount(Math.abs(difference))}`;
/** By content: a file that was only moved is the same. */
function filesBetween(before, now) {
	const [old, fresh] = [before.files, now.files].map((files) => new Set(files.map(({ sha256 }) => sha256)));
	return {
		added: now.files.filter(({ sha256 }) => !old.has(sha256)),
		removed: before.files.filter(({ sha256 }) => !fresh.has(sha256))
	};
}
function fileChanges(split, { added, removed }) {
	if (added.length + removed.length === 0) return "";
	const line = (mark) => (file) => `${mark} ${codeSpan(file.path, 160)}, ${formatQuantity(file.rows, "row")}`;
	return details$1(`${split === "training" ? "Training" : "Holdout"} files: ${formatCount(added.length)} new, ${formatCount(removed.length)} gone`, list([...added.map(line("➕")), ...removed.map(line("➖"))], mostShown));
}
function columnChanges(before, now) {
	const [old, fresh] = [before.columns, now.columns].map((columns) => new Map(columns.map(({ name, type }) => [name, type])));
	const changes = [
		...now.columns.filter(({ name }) => !old.has(name)).map(({ name }) => `new ${codeSpan(name, 60)}`),
		...before.columns.filter(({ name }) => !fresh.has(name)).map(({ name }) => `gone ${codeSpan(name, 60)}`),
		...now.columns.filter(({ name, type }) => old.has(name) && old.get(name) !== type).map(({ name, type }) => `${codeSpan(name, 60)} ${codeSpan(old.get(name) ?? "", 60)} → ${codeSpan(type, 60)}`),
		...missingChanges(before, now)
	];
	if (changes.length === 0) return `Columns: the same ${formatCount(now.columns.length)}.`;
	const more = changes.length - 20;
	return `Columns: ${changes.slice(0, 20).join("; ")}${more > 0 ? `; and ${formatCount(more)} more` : ""}.`;
}
/** Where the share of missing values moved by half a percent or more, or they come or go. */
function missingChanges(before, now) {
	const old = new Map(before.columns.map(({ name, nulls }) => [name, nulls]));
	return now.columns.flatMap(({ name, nulls }) => {
		const was = old.get(name);
		if (was === void 0 || nulls === void 0) return [];
		const [from, to] = [was / before.rows, nulls / now.rows];
		return Math.abs(to - from) >= .005 || was === 0 !== (nulls === 0) ? [`missing ${codeSpan(name, 60)} ${formatShare(from)} → ${formatShare(to)}`] : [];
	});
}
// packages/reports/src/registry-address.ts
/** Where people find facts and releases on the web. */
function registryAddresses({ serverUrl, repository, registryBranch }) {
	const root = `${serverUrl.replace(/\/+$/, "")}/${encodePath(repository)}`;
	const branch = encodePath(registryBranch);
	return {
		branch: `${root}/tree/${branch}`,
		/** Facts are written once, so a path on the branch stays true. */
		fact: (path) => `${root}/blob/${branch}/${encodePath(path)}`,
		release: (tag) => `${root}/releases/tag/${encodePath(tag)}`,
		commit: (sha) => `${root}/commit/${encodePath(sha)}`,
		pullRequest: (number) => `${root}/pull/${number}`
	};
}
const encodePath = (path) => path.toWellFormed().split("/").map(encodeURIComponent).join("/");
// packages/reports/src/evidence.ts
/** Each fact behind a version: a link to it on the registry branch and the digest it must have. */
function evidenceTable(promotion) {
	const { manifest, run, evaluation, datasets, validations } = promotion;
	const { fact, release } = registryAddresses(promotion);
	const manifestPath = layout.version(manifest.model, manifest.version);
	const facts = [
		[
			"run",
			manifest.run.path,
			run.id
		],
		[
			"evaluation",
			manifest.evaluation.path,
			evaluation.id
		],
		[
			"training data",
			layout.dataset(manifest.model, datasets.training.digest),
			datasets.training.digest
		],
		[
			"holdout",
			layout.dataset(manifest.model, datasets.holdout.digest),
			datasets.holdout.digest
		],
		[
			"validation of the training data",
			layout.validation(manifest.model, validations.training.id),
			validations.training.id
		],
		[
			"validation of the holdout",
			layout.validation(manifest.model, validations.holdout.id),
			validations.holdout.id
		]
	];
	return table([{ title: "Fact" }, { title: "Id (SHA-256)" }], [
		[link("version", fact(manifestPath)), `model ${codeSpan(manifest.modelDigest)}`],
		...facts.map(([title, path, digest]) => [link(title, fact(path)), codeSpan(digest)]),
		...manifest.image ? [[`image ${codeSpan(manifest.image.name, 160)}`, codeSpan(manifest.image.digest)]] : [],
		...manifest.files.slice(0, 40).map(({ path, sha256 }) => [`${codeSpan(path, 160)} in ${link("the release", release(manifest.release.tag))}`, codeSpan(sha256)]),
		["features query", codeSpan(run.data.features)],
		["training query", codeSpan(run.data.trainingFeatures)],
		["gate policy", codeSpan(evaluation.policyDigest)],
		["contract", `${codeSpan(validations.training.contract.sha256)} ${escapeMarkdown(validations.training.contract.version)}`]
	]);
}
// packages/reports/src/lineage.ts
/** How the version came about, as a Mermaid flowchart: data and verdicts on it, run, evaluation, version, channel. */
function drawLineage({ channel, seq, manifest, run, evaluation, datasets, validations }) {
	const data = (title, dataset) => label(title, formatQuantity(dataset.files.length, "file"), formatQuantity(dataset.rows, "row"), shortDigest(dataset.digest));
	const check = ({ contract, verdict, id }) => label(`contract ${contract.version}`, verdict, shortDigest(id));
	const auc = evaluation.metrics.roc_auc.challenger.value;
	return [
		"```mermaid",
		"flowchart LR",
		...[
			`  training[(${data("training data", datasets.training)})] --> trainingCheck{{${check(validations.training)}}} --> run[${label("run", run.trainer.name, shortDigest(run.id))}]`,
			`  holdout[(${data("holdout", datasets.holdout)})] --> holdoutCheck{{${check(validations.holdout)}}} --> evaluation[${label("evaluation", evaluation.verdict, ...auc === null ? [] : [`AUC ${formatNumber(auc)}`], shortDigest(evaluation.id))}]`,
			`  commit([${label("commit", run.source.sha.slice(0, 7))}]) --> run`,
			"  run --> evaluation",
			...evaluation.champion ? [`  champion([${label("champion", evaluation.champion.version, shortDigest(evaluation.champion.modelDigest))}]) -.-> evaluation`] : [],
			`  evaluation --> version[${label(`${manifest.model} ${manifest.version}`, shortDigest(manifest.modelDigest))}]`,
			`  version ==> channel([${label(channel, `seq ${seq}`)}])`
		],
		"```"
	].join("\n");
}
const label = (...lines) => `"${lines.map((line) => mermaidLabel(line)).join("<br/>")}"`;
// packages/reports/src/parameters.ts
/** Parameters that differ from the champion's, the rest folded away; all of them without a champion. */
function parametersDifference(parameters, before) {
	if (!before) {
		const names = Object.keys(parameters);
		return details$1(`Parameters (${names.length})`, table([{ title: "Parameter" }, {
			title: "Value",
			align: "right"
		}], names.map((name) => [codeSpan(name), parameterValue(parameters[name])]), 60));
	}
	const names = [...new Set([...Object.keys(before), ...Object.keys(parameters)])].sort();
	const changed = names.filter((name) => before[name] !== parameters[name]);
	const same = names.length - changed.length;
	if (changed.length === 0) return "Parameters: unchanged.";
	return paragraphs(table([
		{ title: "Parameter" },
		{
			title: "Champion",
			align: "right"
		},
		{
			title: "This version",
			align: "right"
		}
	], changed.map((name) => [
		codeSpan(name),
		given(before[name]),
		given(parameters[name])
	]), 60), same > 0 && `${formatQuantity(same, "other parameter")} unchanged.`);
}
/** The trainer's own default stands in for what is not given. */
const given = (value) => value === void 0 ? "not given" : parameterValue(value);
// packages/reports/src/check-outcome.ts
function checkOutcome({ verdict, severity, failedRows }, validation) {
	if (verdict !== "fail" && !failedRows) return verdict;
	if (severity === "warning") return "warning";
	const { action } = validation.violations;
	if (action === "fail" || validation.verdict !== "pass") return verdict;
	return action === "drop" ? "rows dropped" : "rows set aside";
}
/** What a check asks without the column that many a description begins with, since the column is told before it. */
const askedOf = ({ column, description }) => column !== void 0 && description.startsWith(`${column} `) ? description.slice(column.length + 1) : description;
/** Whether there is nothing to tell of a check but that it passed. */
const isClear = ({ verdict, failedRows }) => verdict === "pass" && !failedRows;
/** Failures first, then what could not be judged, then rows that were handled; errors before warnings. */
const byUrgency = (a, b) => rank(a) - rank(b);
const rank = ({ verdict, severity }) => ({
	fail: 0,
	inconclusive: 2,
	pass: 4
})[verdict] + (severity === "error" ? 0 : 1);
/** What becomes of rows that break the contract, in a sentence. `show` writes a share. */
function handlingInWords({ action, maxShare }, show) {
	if (action === "fail") return "Rows that violate it fail the validation.";
	return `Rows that violate it are ${action === "drop" ? "left out" : "set aside"}, up to ${show(maxShare)} of a dataset; beyond that the validation fails.`;
}
// packages/reports/src/validation.ts
/** Job summary of validate-data: the decision, the datasets, the failed checks; passed ones folded away. Values are never shown. */
function renderValidation({ validations, contractUrl }) {
	const verdict = overall(validations.map(({ validation }) => validation.verdict));
	const model = validations[0]?.dataset.model;
	return paragraphs(`## ${verdictMark[verdict]} Data validation: ${verdict}${model === void 0 ? "" : ` · ${codeSpan(model)}`}`, sentence(validations, contractUrl), validations.length > 0 && datasetTable(validations), ...validations.map((entry) => checksOf(entry, validations.length > 1)));
}
/** Rows per dataset, and how many the contract rejected. */
function datasetTable(validations) {
	return table([
		{ title: "Dataset" },
		{
			title: "Files",
			align: "right"
		},
		{
			title: "Rows",
			align: "right"
		},
		{
			title: "Rejected",
			align: "right"
		},
		{
			title: "Share",
			align: "right"
		},
		{ title: "Verdict" }
	], validations.map(({ dataset, use, validation }) => [
		titleOf({
			dataset,
			use
		}),
		formatCount(dataset.files.length),
		formatCount(validation.rows),
		formatCount(validation.rejectedRows),
		formatShare(validation.rows > 0 ? validation.rejectedRows / validation.rows : null),
		verdictLabel(validation.verdict)
	]));
}
function titleOf({ dataset, use }) {
	return `${use === void 0 ? "" : `${use} `}${codeSpan(dataset.name)} ${codeSpan(shortDigest(dataset.digest))}`;
}
function sentence(validations, contractUrl) {
	const first = validations[0]?.validation;
	if (!first) return "No dataset was given, so nothing was proved. Check the names of the files.";
	const contract = link(`contract ${codeSpan(first.contract.id)} ${codeSpan(first.contract.version)}`, contractUrl);
	const rows = validations.reduce((sum, { validation }) => sum + validation.rows, 0);
	const rejected = validations.reduce((sum, { validation }) => sum + validation.rejectedRows, 0);
	return `**${formatCount(rejected)} of ${formatQuantity(rows, "row")} rejected** by the ${contract}. ${handlingInWords(first.violations, formatShare)}`;
}
function checksOf({ dataset, use, validation }, isOneOfMany) {
	const passed = validation.checks.filter(isClear);
	const found = validation.checks.filter((check) => !passed.includes(check)).sort(byUrgency);
	return paragraphs(isOneOfMany && `### ${titleOf({
		dataset,
		use
	})}`, found.length > 0 ? foundTable(found, validation) : "Every check passed on every row.", passed.length > 0 && details$1(`${formatQuantity(passed.length, "check")} passed on every row`, table([
		{ title: "Check" },
		{ title: "Expected" },
		{ title: "Observed" }
	], passed.map((check) => [
		nameOf$1(check),
		escapeMarkdown(check.expected),
		escapeMarkdown(check.observed)
	]))), details$1("Files", fileTable(dataset)));
}
function foundTable(checks, validation) {
	return table([
		{ title: "Check" },
		{ title: "Expected" },
		{ title: "Observed" },
		{
			title: "Rows",
			align: "right"
		},
		{ title: "Share" },
		{ title: "First rows" },
		{ title: "Verdict" }
	], checks.map((check) => [
		nameOf$1(check),
		escapeMarkdown(check.expected),
		escapeMarkdown(check.observed),
		check.failedRows === null ? "–" : formatCount(check.failedRows),
		shareOf(check),
		samplesOf(check),
		outcomeLabel(check, validation)
	]));
}
function fileTable({ files }) {
	return table([
		{ title: "File" },
		{
			title: "Rows",
			align: "right"
		},
		{ title: "SHA-256" }
	], files.map(({ path, rows, sha256 }) => [
		codeSpan(path),
		formatCount(rows),
		codeSpan(shortDigest(sha256))
	]), 50);
}
function outcomeLabel(check, validation) {
	const outcome = checkOutcome(check, validation);
	return outcome === "pass" || outcome === "fail" || outcome === "inconclusive" ? verdictLabel(outcome) : unbroken(`⚠️ ${outcome}`);
}
function nameOf$1({ column, description, id }) {
	if (description === "") return codeSpan(id);
	return column === void 0 ? escapeMarkdown(description) : `${codeSpan(column)} ${escapeMarkdown(askedOf({
		column,
		description
	}))}`;
}
function shareOf({ failedRows, rows }) {
	if (failedRows === null || rows === 0) return "–";
	const share = failedRows / rows;
	return unbroken(`${bar$1(share)} ${formatShare(share)}`.trim());
}
function samplesOf({ samples }) {
	const places = [...Map.groupBy(samples.slice(0, 5), ({ file }) => file)].map(([file, rows]) => `${codeSpan(file, 80)} ${rows.map(({ row }) => formatCount(row)).join(" · ")}`);
	return places.length === 0 ? "–" : `${places.join("<br>")}${samples.length > 5 ? " …" : ""}`;
}
// packages/reports/src/promotion.ts
/** GitHub refuses a pull request's body of more than 65,536 characters; the rest is for what people add. */
const LONGEST_BODY = 6e4;
/** Body of the pull request that promotes a version. Its first line is `promotionMarker`. */
function renderPromotion(promotion) {
	return fit([
		promotionMarker(promotion.manifest.model, promotion.channel, promotion.manifest.version),
		decision(promotion),
		rolloutPlan(promotion),
		gate(promotion),
		drift(promotion),
		data(promotion),
		changes(promotion),
		lineage(promotion),
		importanceTable(promotion.run.importance, 12),
		evidence$1(promotion),
		verification(promotion)
	], LONGEST_BODY, promotion);
}
/** The hidden first line by which the pull request of a version and channel is found again. */
function promotionMarker(model, channel, version) {
	const [m, c, v] = [
		model,
		channel,
		version
	].map((name) => encodeURIComponent(name.toWellFormed()).replaceAll("--", "-%2D"));
	return `<!-- tidemark:promotion model=${m} channel=${c} version=${v} -->`;
}
function decision({ manifest, channel, seq, champion, approvals, owners, evaluation, rollout }) {
	const { model, version } = manifest;
	const name = escapeMarkdown(version);
	const place = codeSpan(channel);
	const before = champion && escapeMarkdown(champion.manifest.version);
	const tag = codeSpan(layout.channelTag(model, channel, seq));
	const first = rollout?.steps[0];
	const merging = before === void 0 ? `**Merging puts ${name} into ${place} at once.** Nothing is there yet: this is the first version of the channel.` : first ? `**Merging starts a canary, not a switch:** ${name} gets ${formatWeight(first.weight)} of the requests of ${place} and more step by step, while **${before}** answers the others. It replaces **${before}** when the evidence shows no harm, and is taken back when it shows harm.` : `**Merging puts ${name} into ${place} at once.** It replaces **${before}**; the policy plans no rollout.`;
	const asked = approvals === 0 ? "The policy asks for no approval." : `It needs ${formatQuantity(approvals, "approval")} of this head commit${owners ? `, one of them by ${owners.slice(0, 10).map((login) => codeSpan(login)).join(" or ")}` : ""}; a new commit asks again.`;
	const tagged = before !== void 0 && first ? `the tag ${tag} follows when all requests go to it` : `the registry is tagged ${tag}`;
	return paragraphs(`# Promote ${codeSpan(model)} ${name} to ${place}`, `**Gate: ${verdictLabel(evaluation.verdict)}${headline$3(evaluation)}.** ${asked}`, merging, `After the merge every check is repeated and the approvers are recorded; ${tagged}. Closing the pull request leaves ${place} as it is; the version stays registered either way.`);
}
/** The steps after the merge and what watches over them. Empty where the version comes in at once. */
function rolloutPlan({ rollout, champion }) {
	if (!rollout || !champion) return "";
	const before = escapeMarkdown(champion.manifest.version);
	const steps = rollout.steps.map(({ weight, minRequests, minMinutes }) => [
		formatWeight(weight),
		bar$1(weight),
		`${formatQuantity(minRequests, "request")}, ${formatQuantity(minMinutes, "minute")}`
	]);
	const guardrails = rollout.guardrails.filter(({ isAdvisory }) => !isAdvisory).map(({ id, delta }) => `${escapeMarkdown(eventInWords(id, rollout), 200)} (at most ${formatPoints(delta).replace("point", "percentage point")} more often than ${before})`);
	return paragraphs("## The rollout that follows", table([
		{
			title: "Canary gets",
			align: "right"
		},
		{ title: "" },
		{ title: "At least" }
	], [...steps, [
		"100 %",
		bar$1(1),
		"when no guardrail is worse"
	]]), `Guardrails: ${guardrails.join("; ")}. Evidence of harm in any of them takes it back by itself, at any step; so does a rollout that is not done after ${formatQuantity(rollout.timeoutHours, "hour")}. A roll-back opens the pull request that returns the channel file to ${before}.`);
}
/** `, ROC AUC 0.6714 → 0.6727`, for the metric that the first rule is about. */
function headline$3({ rules, metrics }) {
	const metric = rules[0]?.metric;
	if (!metric) return "";
	const { challenger, champion } = metrics[metric];
	const before = champion ? `${formatNumber(champion.value)} → ` : "";
	return `, ${metricTitle(metric)} ${before}${formatNumber(challenger.value)}`;
}
function gate({ evaluation, gatePolicy, manifest, champion: known }) {
	const { champion, challenger } = evaluation;
	const against = champion ? `Champion **${escapeMarkdown(champion.version)}** and this version scored the same` : "No champion to beat: absolute rules only, on";
	return paragraphs("## How it was judged", `${against} ${evidenceSize(evaluation, gatePolicy)} that training never saw. ${sizeAndLatency(challenger, known?.measured)}`, manifest.kind === "opaque" && "The probabilities are what the team’s score command wrote: Tidemark checked that there is one for every row, and cannot look into this model.", ruleTable(evaluation, 25), details$1("In sentences", reasons(evaluation)), details$1("All metrics on the holdout", metricTable(evaluation)));
}
function sizeAndLatency(now, before) {
	const sizeOf = ({ sizeBytes }) => measured(sizeBytes, formatSize);
	const latencyOf = ({ latencyP95Ms }) => measured(latencyP95Ms, formatMilliseconds);
	const size = `Size ${sizeOf(now)}`;
	const latency = `latency ${latencyOf(now)}${now.latencyP95Ms === null ? "" : " at the 95th percentile"}`;
	if (!before) return `${size}; ${latency}.`;
	return `${size} (champion: ${sizeOf(before)}); ${latency} (champion, by the run that judged it: ${latencyOf(before)}).`;
}
/** Whether the world that the champion was trained for is still there. */
function drift({ drift: state, champion }) {
	if (!state) return "";
	const { window, verdict, reason } = state;
	return paragraphs("## Drift of the model in the channel", `${{
		pass: "✅",
		warn: "⚠️",
		fail: "❌",
		inconclusive: "❔"
	}[verdict]} **${verdict}** in the newest window, ${escapeMarkdown(window.start)} to ${escapeMarkdown(window.end)} (${formatQuantity(window.rows, "row")}): ${escapeMarkdown(reason, 600)}`, champion && (verdict === "warn" || verdict === "fail") && `Data are not what ${escapeMarkdown(champion.manifest.version)} was trained for: this candidate may be the answer to it, or trained on a passing disturbance.`);
}
function data({ datasets, validations, champion }) {
	if (champion?.data) return paragraphs("## Data", dataDifference({
		datasets,
		validations
	}, champion.data, champion.manifest.version));
	return paragraphs("## Data", datasetTable([{
		use: "training",
		dataset: datasets.training,
		validation: validations.training
	}, {
		use: "holdout",
		dataset: datasets.holdout,
		validation: validations.holdout
	}]), details$1("Files", filesOf(datasets)));
}
function filesOf({ training, holdout }) {
	const lines = (dataset, use) => dataset.files.slice(0, 40).map(({ path, rows }) => `- ${codeSpan(path, 160)} ${use}, ${formatQuantity(rows, "row")}`);
	const rest = Math.max(0, training.files.length - 40) + Math.max(0, holdout.files.length - 40);
	return [
		...lines(training, "trained on"),
		...lines(holdout, "held out"),
		...rest > 0 ? [`- _… and ${formatQuantity(rest, "more file", "more files")}._`] : []
	].join("\n");
}
function changes({ serverUrl, repository, manifest, run, champion }) {
	const signature = manifest.signature.inputs.length + manifest.signature.outputs.length > 0 ? details$1("Signature: what the model takes and gives", signatureTable(manifest.signature)) : "The model’s signature is not declared in `model.yaml`: whether it breaks its callers is not known.";
	const { kind, reasons } = manifest.bump;
	const isInTable = (reason) => champion?.run !== void 0 && reason.startsWith("parameter ");
	const parameters = reasons.filter(isInTable).length;
	const isCode = (reason) => champion !== void 0 && reason.startsWith("code: ");
	const told = [...reasons.filter((reason) => !isInTable(reason) && !isCode(reason)).slice(0, 10).map((reason) => escapeMarkdown(reason)), ...parameters > 0 ? [`${formatQuantity(parameters, "parameter")} changed`] : []];
	const why = `**${escapeMarkdown(kind)}** version: ${told.join("; ")}`;
	if (!champion) return paragraphs("## What it is made of", `A ${why}.`, extras(manifest), parametersDifference(run.parameters), signature);
	const [from, to] = [champion.manifest.source.sha, manifest.source.sha];
	const code = from === to ? `Same code: commit ${codeSpan(to.slice(0, 7))}.` : `Code: ${link(codeSpan(`${from.slice(0, 7)}...${to.slice(0, 7)}`), `${serverUrl}/${repository}/compare/${from}...${to}`)}.`;
	return paragraphs(`## What changed since ${escapeMarkdown(champion.manifest.version)}`, `A ${why}. ${code}`, extras(manifest), champion.run ? parametersDifference(run.parameters, champion.run.parameters) : parametersDifference(run.parameters), signature);
}
/** What serving must know beside the model: inputs that a caller may leave out, and tables that travel with it. */
function extras({ signature, files }) {
	const optional = signature.inputs.filter((input) => input.optional === true);
	const tables = files.filter(({ path }) => path.startsWith("lookups/"));
	const items = [...optional.slice(0, 20).map(({ name }) => `${codeSpan(name)} may be left out of a request; the model is then asked with a missing value.`), ...tables.slice(0, 20).map(({ path, sizeBytes }) => `${codeSpan(path, 160)} (${formatSize(sizeBytes)}) is a lookup table that travels with the model: it knows what it knew when this version was trained.`)];
	return items.length === 0 ? "" : list(items);
}
const lineage = (promotion) => paragraphs("## Lineage", drawLineage(promotion));
function evidence$1(promotion) {
	return paragraphs("## Evidence", details$1("Every fact with its digest", evidenceTable(promotion)));
}
function verification({ manifest, run, serverUrl, repository, registryBranch }) {
	const branch = link(codeSpan(registryBranch), registryAddresses({
		serverUrl,
		repository,
		registryBranch
	}).branch);
	return paragraphs("## Verify it yourself", `Run the workflow with the \`verify-registry\` action, here or (with \`path\`) on a plain clone: it recomputes every digest on ${branch}, compares the release's assets with the manifest, and checks that tags point where they should. The model's digest is ${codeSpan(manifest.modelDigest)} (OpenSSF Model Signing's subject digest over ${formatQuantity(manifest.files.length, "file")}).`, `<sub>Registered by ${escapeMarkdown(manifest.registeredBy)} at ${escapeMarkdown(formatTime(manifest.registeredAt))} from run ${codeSpan(shortDigest(run.id))}. The report is not evidence: the facts above are.</sub>`);
}
/** Leaves out later sections that do not fit, and says so and where they are. */
function fit(sections, longest, place) {
	const { fact } = registryAddresses(place);
	const { run, evaluation, model, version } = place.manifest;
	const notice = `_The report was shortened to what GitHub takes; the registry holds the whole facts:_ ${[
		link("version", fact(layout.version(model, version))),
		link("run", fact(run.path)),
		link("evaluation", fact(evaluation.path))
	].join(", ")}.`;
	const kept = [];
	let length = notice.length + 2;
	let isCut = false;
	for (const section of sections.filter((text) => text !== "")) if (length + section.length + 2 > longest) isCut = true;
	else {
		kept.push(section);
		length += section.length + 2;
	}
	return [...kept, ...isCut ? [notice] : []].join("\n\n");
}
// packages/reports/src/registration.ts
/** Job summary of register-model: the version and why it is that one, or that the refused candidate is on record. */
function renderRegistration(registration) {
	if (registration.outcome === "refused") return refusal(registration.run, registration.evaluation);
	const { outcome, manifest, releaseUrl, channel, pullRequest } = registration;
	const name = `${codeSpan(manifest.model)} ${escapeMarkdown(manifest.version)}`;
	const sizeBytes = manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0);
	return paragraphs(`## ✅ ${outcome === "registered" ? "Registered" : "Already registered"}: ${name}`, outcome === "known" && "These very bytes were registered before, so they keep their version.", pullRequest && `**Next:** review ${link(`pull request ${pullRequest.number}`, pullRequest.url)}${channel === void 0 ? "" : `, which promotes it to ${codeSpan(channel)}`}.`, table([{ title: "Model" }, { title: codeSpan(shortDigest(manifest.modelDigest)) }], [
		["Release", `${link(codeSpan(manifest.release.tag), releaseUrl)}, ${manifest.image ? "without files" : formatSize(sizeBytes)}`],
		...manifest.image ? [["Image", codeSpan(`${manifest.image.name}@sha256:${manifest.image.digest}`, 400)]] : [],
		["Successor of", manifest.parent ? escapeMarkdown(manifest.parent.version) : "nothing: the first version"],
		...Object.entries(manifest.metrics).slice(0, 20).map(([id, value]) => [metricTitle(id), formatNumber(value)])
	]), `### Why ${escapeMarkdown(manifest.version)} (${escapeMarkdown(manifest.bump.kind)})`, list(manifest.bump.reasons.map((reason) => escapeMarkdown(reason))));
}
function refusal(run, evaluation) {
	return paragraphs(`## ❌ Not registered: the gate's verdict is ${evaluation.verdict}`, `Candidate ${codeSpan(shortDigest(run.output.modelDigest))} of ${codeSpan(run.model)} got no version (${verdictLabel(evaluation.verdict)}). Run ${codeSpan(shortDigest(run.id))} and evaluation ${codeSpan(shortDigest(evaluation.id))} are on record.`, reasons(evaluation));
}
// packages/reports/src/rollback.ts
/** Title and body of the pull request that takes a channel back to a version that it held. */
function renderRollback(page) {
	const { channel, seq, formerSeq, target, left, request, approvals, owners } = page;
	const { model, version } = target;
	const name = escapeMarkdown(version);
	const place = codeSpan(channel);
	const before = left ? `**${escapeMarkdown(left.version)}**` : "what it holds";
	const [reason = "no reason is on record"] = request.reasons ?? [];
	const merging = request.isBreakGlass ? `**${place} is back on ${name} already**, by break-glass (tag ${codeSpan(layout.channelTag(model, channel, seq))}). Merging makes its channel file say so; until then it names ${before}, which is not served, and nothing else can be promoted.` : `**Merging puts ${name} into ${place} at once, instead of ${left ? escapeMarkdown(left.version) : "what it holds"}.** No canary: ${name} was in ${place} before, as seq ${formerSeq}. ${approvals === 0 ? "The policy asks for no approval." : `It needs ${approvals} approval${approvals === 1 ? "" : "s"}${owners ? `, one of an owner (${owners.map((login) => codeSpan(login)).join(", ")})` : ""}, not by ${codeSpan(request.actor)}, ${request.monitor ? "in whose name GitHub ran the monitor" : "who asks"}.`}`;
	return {
		title: `Roll ${channel} of ${model} back to ${version}`,
		body: paragraphs(`# ⏪ Roll ${place} of ${codeSpan(model)} back to ${name}`, request.monitor ? monitorAsks(request, page.checks ?? []) : `**${codeSpan(request.actor)} asks, at ${escapeMarkdown(formatTime(request.at))}:** ${escapeMarkdown(reason, 2e3)}`, merging, "## What changes for callers", left ? metricsOf(target, left) : "", left ? signatureChange(target, left) : "", "## What comes next", list([
			`${left ? codeSpan(shortDigest(left.modelDigest)) : "What is left"} is marked: it cannot be promoted to ${place} again without a waiver that an owner answers for.`,
			`Open promotion pull requests were judged against ${before}: they have to be evaluated again, against ${name}.`,
			"History is kept: the channel goes on to a new number, and who asked, why, and who approved are events of the registry."
		]), details$1("Evidence", evidence(page)))
	};
}
/** The windows say why, each with its reason. */
function monitorAsks({ at }, checks) {
	return paragraphs(`**The monitor asks, by ${codeSpan("monitor.rollback")} of model.yaml, at ${escapeMarkdown(formatTime(at))}.** No person did: look at what it rests on before you approve. Close this to keep what is there; it is not asked again before the channel moves.`, list(checks.map((check) => `❌ ${check.schema === "tidemark/drift/v1" ? "Drift" : "Performance"}, ${check.window.start} until ${check.window.end} (check ${codeSpan(shortDigest(check.id))}): ${reasonsOf(check)}`), 60));
}
/** What failed in a window, each with its numbers. */
function reasonsOf({ results, reason }) {
	const failing = results.filter(({ verdict }) => verdict === "fail");
	if (failing.length === 0) return escapeMarkdown(reason, 600);
	const more = failing.length > 3 ? `; and ${formatCount(failing.length - 3)} more` : "";
	return `${failing.slice(0, 3).map((each) => (each.column === void 0 ? "" : `${codeSpan(each.column, 80)}: `) + escapeMarkdown(each.reason, 400)).join("; ")}${more}`;
}
function metricsOf(target, left) {
	const ids = [...new Set([...Object.keys(left.metrics), ...Object.keys(target.metrics)])];
	return paragraphs(table([
		{ title: "As measured when registered" },
		{
			title: escapeMarkdown(left.version),
			align: "right"
		},
		{
			title: escapeMarkdown(target.version),
			align: "right"
		}
	], ids.map((id) => [
		metricTitle(id),
		formatNumber(left.metrics[id]),
		formatNumber(target.metrics[id])
	]), 30), "<sub>Each on the holdout of its own time: no comparison of the two.</sub>");
}
function signatureChange(target, left) {
	return JSON.stringify(target.signature) === JSON.stringify(left.signature) ? `Signature: the same; callers of ${escapeMarkdown(left.version)} need no change.` : paragraphs(`⚠️ **The signature is another one:** callers that send what ${escapeMarkdown(left.version)} takes may be refused.`, details$1(`What ${escapeMarkdown(target.version)} takes and gives`, signatureTable(target.signature)));
}
function evidence(page) {
	const { target, left, request, checks = [] } = page;
	const { fact, release } = registryAddresses(page);
	const manifestPath = (manifest) => layout.version(manifest.model, manifest.version);
	return table([{ title: "Fact" }, { title: "Digest" }], [
		[link("version to return to", fact(manifestPath(target))), codeSpan(target.modelDigest)],
		[link("its release", release(target.release.tag)), codeSpan(target.release.tag)],
		...left ? [[link("version to leave", fact(manifestPath(left))), codeSpan(left.modelDigest)]] : [],
		[link("the request", fact(layout.event(target.model, request.id, request.type))), request.runUrl === void 0 ? codeSpan(request.id) : link("run", request.runUrl)],
		...checks.map((check, i) => [link(`window of ${check.window.start}`, fact(request.monitor?.checks[i]?.path ?? "")), codeSpan(check.id)])
	]);
}
/** Title and body of the pull request that returns a channel after somebody stopped its rollout, or a merged change was refused. */
function renderReturn({ model, channel, seq, version, reasons, what }) {
	const name = escapeMarkdown(version);
	return {
		title: `Return ${channel} of ${model} to ${version}`,
		body: paragraphs(`⏪ **Merging this makes ${codeSpan(channel)} say ${name} again** (seq ${seq}), which it never stopped holding. Nothing new comes into production. Until it is merged, the channel file names a version that is not served.`, what, list(reasons.map((reason) => escapeMarkdown(reason, 600)), 30))
	};
}
/** Job summary of promote-model's rollback. */
function renderRollbackOutcome({ model, channel, version, requestedBy, reason, outcome }) {
	const name = `${codeSpan(model)} ${escapeMarkdown(version)}`;
	const place = codeSpan(channel);
	const pull = outcome.kind === "none" || !outcome.pullRequest ? "" : link(`pull request ${outcome.pullRequest.number}`, outcome.pullRequest.url);
	const said = {
		none: ["✅", `Nothing to roll back: ${outcome.kind === "none" ? escapeMarkdown(outcome.why, 600) : ""}.`],
		stopped: ["⛔", `${place} stays on ${name}: what was on its way is stopped. ${pull} makes the channel file say so.`],
		proposed: ["⏪", `${pull} takes ${place} back to ${name}: it waits for approval.`],
		declined: ["✋", `${pull} was closed by people and stays closed: ${place} keeps what it has.`],
		returned: ["⏪", `${name} is in ${place} again, at once. ${pull === "" ? "Its channel file could not follow yet: run the job again." : `${pull} makes the channel file follow.`}`]
	}[outcome.kind];
	return paragraphs(`## ${said[0]} Rollback of ${place} to ${name}`, said[1], outcome.kind === "returned" && `Tag: ${codeSpan(outcome.tag)}.`, `${codeSpan(requestedBy)} asked: ${escapeMarkdown(reason, 2e3)}`);
}
// packages/reports/src/rollout.ts
/** Job summary of one rollout: what this tick did and why, how far the plan is, and what each guardrail's evidence says. */
function renderRollout(report) {
	const { state, action, reasons, judgement, tag, pullRequest, outages = [] } = report;
	return paragraphs(`## ${headline$2(state, action)}`, state.phase === "rolled-back" && `**Why:** ${escapeMarkdown(causeInWords(state) ?? "no cause is on record", 1e3)}.`, state.phase === "rolled-back" && `**${codeSpan(state.channel)} stays on ${escapeMarkdown(state.champion.version)}.** ${pullRequest ? `Merge ${link(`pull request ${pullRequest.number}`, pullRequest.url)}, which returns the channel file to it.` : "The channel file still names the version that was taken back: return it by pull request."} The same model cannot be promoted again without a waiver that an owner answers for.`, tag !== void 0 && `It answers every request of ${codeSpan(state.channel)} from now on, instead of ${escapeMarkdown(state.champion.version)}. Tag: ${codeSpan(tag)}.`, action === "hold" && list(reasons.map((reason) => escapeMarkdown(reason, 600))), next(state), outages.length > 0 && "**Out of reach**, which is not held against the canary:", outages.length > 0 && list(outages.map((outage) => escapeMarkdown(outage, 300)), 10), planTable(state, judgement), judgement.guardrails.some(({ canary }) => canary.requests > 0) && guardrailTable(state, judgement), details$1("What the rollout did, step by step", historyTable(state)));
}
/** Title and body of the pull request that returns a channel after a roll-back. */
function renderChannelReturn(state, seq) {
	const { model, channel, canary, champion, judgement } = state;
	return {
		title: `Return ${channel} of ${model} to ${champion.version}`,
		body: paragraphs(`**Merging this makes ${codeSpan(channel)} say ${escapeMarkdown(champion.version)} again** (seq ${seq}), which it never stopped serving. Nothing new comes into production. Until it is merged, the channel file names a version that is not served.`, `**${codeSpan(model)} ${escapeMarkdown(canary.version)} was rolled back:** ${escapeMarkdown(causeInWords(state) ?? "no cause is on record", 1e3)}. Requests that the canary failed were answered by ${escapeMarkdown(champion.version)} ${codeSpan(shortDigest(champion.modelDigest))}.`, planTable(state, judgement), guardrailTable(state, judgement), details$1("What the rollout did, step by step", historyTable(state)), "### What comes next", list([`Model ${codeSpan(shortDigest(canary.modelDigest))} is marked: it cannot be promoted again without a waiver that an owner answers for.`, "Find the cause and train a new candidate; it meets the champion in the gate and in a canary as any other."]))
	};
}
function headline$2({ model, channel, canary, weight, phase }, action) {
	const name = `${codeSpan(model)} ${escapeMarkdown(canary.version)}`;
	const place = codeSpan(channel);
	if (phase === "promoted") return `✅ ${name} is in ${place}: no guardrail got worse`;
	if (phase === "rolled-back") return `⛔ ${name} was rolled back from ${place}`;
	if (phase === "pending") return `⏳ ${name} waits to be a canary on ${place}`;
	const share = formatWeight(weight);
	if (action === "start") return `🐤 ${name} starts at ${share} of ${place}`;
	if (action === "advance") return `🐤 ${name} goes on to ${share} of ${place}`;
	return `${phase === "holding" ? "⚠️" : "🐤"} ${name} stays at ${share} of ${place}`;
}
/** What has to happen before the next step, in a sentence; nothing for a rollout that is over. */
function next({ plan, step, phase }) {
	if (phase !== "running" || step === null) return false;
	const here = plan.steps[step];
	const target = plan.steps[step + 1];
	const waits = `at least ${formatQuantity(here.minRequests, "request")} and ${formatGiven(here.minMinutes)} min at ${formatWeight(here.weight)}`;
	return target ? `Next: ${formatWeight(target.weight)}, after ${waits} without evidence of harm.` : `Next: all of the traffic, after ${waits} and once the evidence says of every guardrail that it did not get worse.`;
}
function planTable({ plan, step, phase, evidence }, judgement) {
	const isPromoted = phase === "promoted";
	const counted = evidence.counts.reduce((sum, { canary }) => sum + canary.requests, 0);
	const judged = Math.max(0, ...judgement.guardrails.map(({ canary }) => canary.requests));
	return table([
		{ title: "" },
		{
			title: "Canary gets",
			align: "right"
		},
		{ title: "" },
		{
			title: "Requests so far",
			align: "right"
		},
		{ title: "Needs at least" }
	], [...plan.steps.map(({ weight, minRequests, minMinutes }, i) => {
		const counts = evidence.counts.find((group) => group.weight === weight);
		const isHere = !isPromoted && step === i;
		const mark = isPromoted || step !== null && i < step ? "✅" : isHere ? phase === "rolled-back" ? "⛔" : "▶️" : "·";
		const requests = (counts?.canary.requests ?? 0) + (isHere ? Math.max(0, judged - counted) : 0);
		return [
			mark,
			formatWeight(weight),
			bar$1(weight),
			formatCount(requests),
			`${formatQuantity(minRequests, "request")}, ${formatGiven(minMinutes)} min`
		];
	}), [
		isPromoted ? "✅" : "·",
		"100 %",
		bar$1(1),
		"–",
		"no guardrail worse"
	]]);
}
function guardrailTable({ plan }, { guardrails }) {
	const [harm, promote] = [plan.alpha.harm, plan.alpha.promote].map((alpha) => formatGiven(Number((1 / alpha).toPrecision(3))));
	return paragraphs(table([
		{ title: "Guardrail" },
		{
			title: "Canary",
			align: "right"
		},
		{
			title: "Champion",
			align: "right"
		},
		{ title: "Evidence of harm" },
		{ title: "Evidence of no harm" }
	], guardrails.map(({ id, isAdvisory, logHarm, logPromote, canary, stable }) => {
		const words = eventInWords(id, plan);
		const delta = plan.guardrails.find((guardrail) => guardrail.id === id)?.delta;
		const limit = isAdvisory ? "shown, decides nothing" : delta === void 0 ? "" : `limit: +${formatPoints(delta).replace("point", "percentage point")}`;
		return [
			`${codeSpan(id)}<br><sub>${[words === id ? "" : escapeMarkdown(words, 200), limit].filter((part) => part !== "").join("; ")}</sub>`,
			rate(canary),
			rate(stable),
			evidenceCell(logHarm, plan.alpha.harm, "⛔"),
			isAdvisory ? "–" : evidenceCell(logPromote, plan.alpha.promote, "✅")
		];
	}), 20), `<sub>Evidence of 1 says nothing. ${harm} of harm, over all guardrails together, rolls back. ${promote} of no harm in each guardrail promotes: it then happens no more often than with the champion, within its limit. Looking often makes neither less certain.</sub>`);
}
/** An e-value, drawn by its logarithm on the way to the one that decides; `mark` where it does. */
function evidenceCell(log, alpha, mark) {
	const needed = -Math.log(alpha);
	const value = Math.exp(log);
	const shown = value >= 1e6 ? "over 1,000,000" : value < .001 ? "below 0.001" : value >= 1e3 ? formatCount(value) : String(Number(value.toPrecision(3)));
	return `${bar$1(Math.max(0, log) / needed)} ${unbroken(log >= needed ? `${shown} ${mark}` : shown)}`.trim();
}
function historyTable({ history }) {
	return table([
		{ title: "When" },
		{ title: "Did" },
		{
			title: "Canary",
			align: "right"
		},
		{ title: "Why" }
	], history.map(({ at, action, weight, reason }) => [
		escapeMarkdown(formatTime(at)),
		escapeMarkdown(action),
		formatWeight(weight),
		escapeMarkdown(reason, 300)
	]), 50);
}
function rate({ requests, events }) {
	if (requests === 0) return "–";
	return `${formatShare(events / requests)}<br><sub>${formatCount(events)} of ${formatCount(requests)}</sub>`;
}
// packages/reports/src/settlement.ts
/** Job summary of promote-model's settling: what is in each channel now, since when, by whose approval. */
function renderSettlement({ repository, serverUrl, settlements }) {
	const refused = settlements.filter(({ outcome }) => outcome === "refused");
	const done = settlements.filter(({ outcome }) => outcome !== "refused");
	const address = registryAddresses({
		repository,
		serverUrl,
		registryBranch: ""
	});
	return paragraphs(`## ${headline$1(done, refused.length)}`, refused.length > 0 && "What was refused is not in production: the channel keeps what it had. Correct the cause and merge again.", ...refused.map((settlement) => paragraphs(`### ${codeSpan(settlement.model)} ${escapeMarkdown(settlement.version)} for ${codeSpan(settlement.channel)}`, list((settlement.reasons ?? ["no reason was given"]).map((reason) => `❌ ${escapeMarkdown(reason, 600)}`)))), done.length === 1 && one(done[0], address), done.length > 1 && table([
		{ title: "Channel" },
		{ title: "Version" },
		{ title: "Instead of" },
		{ title: "Since" },
		{ title: "Approved by" },
		{ title: "Tag" },
		{ title: "Change" }
	], done.map((settlement) => [
		`${codeSpan(settlement.model)} ${codeSpan(settlement.channel)}`,
		`**${link(escapeMarkdown(settlement.version), settlement.releaseTag && address.release(settlement.releaseTag))}** ${codeSpan(shortDigest(settlement.modelDigest))}`,
		insteadOf(settlement),
		settlement.at === void 0 ? "–" : escapeMarkdown(formatTime(settlement.at)),
		settlement.approvedBy.map((login) => codeSpan(login)).join(", ") || "nobody (none asked)",
		settlement.tag === void 0 ? "–" : codeSpan(settlement.tag),
		changeOf(settlement, address)
	])), done.length > 1 && done.some(({ outcome }) => outcome === "merged") && "What was accepted for a rollout is not in production yet: deploy-canary raises it step by step, or takes it back.", settlements.some(({ outcome }) => outcome === "already") && "_Some were settled by an earlier run; nothing was written twice._");
}
function headline$1(done, refused) {
	if (refused > 0) return `❌ Refused ${refused} of ${formatQuantity(done.length + refused, "promotion")}`;
	if (done.length > 1) return `✅ Settled ${done.length} promotions`;
	const [only] = done;
	if (!only) return "✅ Nothing to settle";
	if (only.outcome === "merged") return `⏳ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} is accepted for ${codeSpan(only.channel)} and goes on as a canary`;
	const verb = isReturn(only) ? "stays in" : "is in";
	return `✅ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} ${verb} ${codeSpan(only.channel)}`;
}
/** A channel file that names again what its channel never stopped holding. */
const isReturn = ({ previous, modelDigest }) => previous?.modelDigest === modelDigest;
function insteadOf(settlement) {
	if (settlement.previous === null) return "nothing";
	return isReturn(settlement) ? "the same" : escapeMarkdown(settlement.previous.version);
}
/** In sentences what a table of one row would need seven columns for. */
function one(settlement, address) {
	const { version, modelDigest, releaseTag, channel, previous, approvedBy, at, tag, outcome } = settlement;
	const name = `**${link(escapeMarkdown(version), releaseTag && address.release(releaseTag))}** ${codeSpan(shortDigest(modelDigest))}`;
	const before = previous && escapeMarkdown(previous.version);
	const time = at === void 0 ? "" : ` since ${escapeMarkdown(formatTime(at))}`;
	const place = codeSpan(channel);
	const what = outcome === "merged" ? `${place} stays on **${before ?? "nothing"}** for now: deploy-canary gives ${name} more and more of the requests, and puts it in place or takes it back by the evidence.` : isReturn(settlement) ? `${name} never left ${place}; its channel file says so again${time}.` : `${name} is in ${place}${time}, ${before === null ? "the first version there" : `instead of ${before}`}.`;
	const by = approvedBy.map((login) => codeSpan(login)).join(", ") || "nobody (none asked)";
	const change = changeOf(settlement, address);
	return paragraphs(what, `Approved by ${by}${change === "–" ? "" : ` in ${change}`}.${tag === void 0 ? "" : ` Tag: ${codeSpan(tag)}.`}`);
}
function changeOf({ pullRequest, mergeSha }, address) {
	return [pullRequest !== void 0 && link(`pull request ${pullRequest}`, address.pullRequest(pullRequest)), mergeSha !== void 0 && link(codeSpan(mergeSha.slice(0, 7)), address.commit(mergeSha))].filter((part) => part !== false).join(", ") || "–";
}
// packages/reports/src/validation-page/changes.ts
/** What a pull request does to the data: the same as its comment says. */
function renderDataChanges(changes, room) {
	return html`<section><h3>What changes in the data</h3>${changes.map((change) => renderDataset(change, room))}</section>`;
}
function renderDataset({ name, before, after }, room) {
	const title = html`<code>${clip(name, 120)}</code>`;
	if (after === null) return html`<p>${title} is gone; it had ${formatQuantity(before?.rows ?? 0, "row")}.</p>`;
	if (before === null) return html`<p>${title} is new: ${formatQuantity(after.rows, "row")} of ${formatQuantity(after.columns.length, "column")}.</p>`;
	if (before.digest === after.digest) return html`<p>${title}: the same data.</p>`;
	const told = findColumnChanges(before, after);
	const quiet = after.columns.length - told.filter(({ isThere }) => isThere).length;
	const { shown, left } = room.take(told, ({ column, parts }) => html`<tr data-name="${clip(column, 120).toLowerCase()}"><th scope="row"><code>${clip(column, 120)}</code></th><td class="free" data-label="What changes">${parts.map((words, i) => html`${i > 0 && html`<br>`}${inHtml(words)}`)}</td></tr>`);
	return html`<p>${title}: ${inHtml(sizesInWords({
		before,
		after
	}))}</p>
${told.length > 0 && html`<div class="scroll"><table class="stack"><caption class="visually-hidden">Columns that change</caption><thead><tr><th scope="col">Column</th><th scope="col">What changes</th></tr></thead><tbody>${shown}</tbody></table></div>`}${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}${quiet > 0 && html`<p class="muted small">${formatQuantity(quiet, "column")} without a noticeable change.</p>`}`;
}
const inHtml = (words) => html`${words.map((word) => typeof word === "string" ? word : "code" in word ? html`<code>${clip(word.code, 60)}</code>` : html`<b>${word.strong}</b>`)}`;
/** What the contract promises no more, or newly. */
function renderContractChanges(change, room) {
	const { before, after, changes } = change;
	const sorted = [...changes].sort((a, b) => Number(b.effect === "breaking") - Number(a.effect === "breaking"));
	const { shown, left } = room.take(sorted, ({ effect, subject, reason }) => html`<tr><th scope="row">${subject === "" ? "contract" : html`<code>${clip(subject, 120)}</code>`}</th><td class="free" data-label="Change">${clip(reason, 400)}</td><td data-label="Effect">${effect === "breaking" ? badge("warn", effect) : badge("calm", effect)}</td></tr>`);
	return html`<section><h3>What changes in the contract</h3><p>Version ${before === after ? after : `${before} → ${after}`}.</p>${changes.length > 0 && html`<div class="scroll"><table class="stack"><caption class="visually-hidden">Changes of the contract</caption><thead><tr><th scope="col">Where</th><th scope="col">Change</th><th scope="col">Effect</th></tr></thead><tbody>${shown}</tbody></table></div>`}${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</section>`;
}
// packages/reports/src/validation-page/checks.ts
const mostFiles$1 = 3;
const mostRows = 5;
/** Every check of every dataset but those that passed on every row, the most urgent of each first. */
function findToldChecks(datasets) {
	return datasets.flatMap((dataset, i) => dataset.checks.filter((check) => !isClear(check)).sort(byUrgency).map((check, j) => ({
		check,
		dataset,
		outcome: checkOutcome(check, dataset),
		id: `check-${i + 1}-${j + 1}`
	})));
}
/** A section for each dataset that something is to be told of; what passed is folded, and gets the room that is left. */
function renderChecks(datasets, told, { room, foldedRoom }) {
	return html`${datasets.map((dataset) => ({
		dataset,
		...room.take(told.filter((each) => each.dataset === dataset), renderRow)
	})).map(({ dataset, shown, left }) => {
		const clear = dataset.checks.filter(isClear);
		const folded = foldedRoom.take(clear, (check) => renderClear(check));
		return html`<section><h3>${clip(dataset.title, 100)} <code class="muted">${shortDigest(dataset.digest)}</code></h3>
${shown.length === 0 && left === 0 ? html`<p>${clear.length === 0 ? "The contract asks nothing." : "Every check passed on every row."}</p>` : html`<div class="scroll"><table class="stack checks"><caption>Checks that did not pass on every row</caption><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Observed</th><th scope="col" class="number">Rows</th><th scope="col">First rows</th><th scope="col">Line</th><th scope="col">Outcome</th></tr></thead><tbody>${shown}</tbody></table></div>`}${more(left)}
${clear.length > 0 && html`<details data-verdict="pass"><summary>${formatQuantity(clear.length, "check")} passed on every row</summary><div class="scroll"><table class="stack"><caption class="visually-hidden">Checks that passed on every row</caption><thead><tr><th scope="col">Check</th><th scope="col">Expected</th><th scope="col">Observed</th></tr></thead><tbody>${folded.shown}</tbody></table></div>${more(folded.left)}</details>`}
</section>`;
	})}`;
}
const more = (left) => left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`;
function renderRow({ check, outcome, id }) {
	return html`<tr id="${id}" data-name="${searchedName(check)}" data-verdict="${verdictOf[outcome]}"><th scope="row">${nameOf(check)}</th><td class="free" data-label="Expected">${clip(check.expected, 200)}</td><td class="free" data-label="Observed">${clip(check.observed, 200)}</td><td class="number" data-label="Rows">${rowsOf(check)}</td><td class="free" data-label="First rows">${placesOf(check)}</td><td data-label="Line">${check.place.line ?? "–"}</td><td data-label="Outcome">${outcomeBadge(check, outcome)}</td></tr>`;
}
function renderClear(check) {
	return html`<tr data-name="${searchedName(check)}"><th scope="row">${nameOf(check)}</th><td class="free" data-label="Expected">${clip(check.expected, 200)}</td><td class="free" data-label="Observed">${clip(check.observed, 200)}</td></tr>`;
}
const searchedName = ({ column, id }) => clip(column ?? id, 120).toLowerCase();
const nameOf = ({ column, description, id }) => description === "" ? html`<code>${clip(id, 200)}</code>` : html`${column !== void 0 && html`<code>${clip(column, 120)}</code> `}${clip(askedOf({
	column,
	description
}), 300)}`;
function rowsOf({ failedRows, rows }) {
	if (failedRows === null) return "–";
	const share = rows === 0 ? 0 : failedRows / rows;
	return html`${formatCount(failedRows)}${rows > 0 && html` <span class="muted">${formatShare(share)}</span><svg class="share" width="84" height="4" aria-hidden="true"><rect width="${at(share > 0 ? Math.max(1, share * 100) : 0)}%" height="4"/></svg>`}`;
}
/** The first offending rows by file. */
function placesOf({ samples }) {
	const files = [...Map.groupBy(samples, ({ file }) => file)];
	if (files.length === 0) return "–";
	const isMore = files.length > mostFiles$1 || files.some(([, rows]) => rows.length > mostRows);
	return html`${files.slice(0, mostFiles$1).map(([file, rows]) => html`<span class="place"><code>${clip(file, 120)}</code> ${rows.slice(0, mostRows).map(({ row }) => formatCount(row)).join(" · ")}</span>`)}${isMore && "…"}`;
}
/** What an outcome is filtered by. */
const verdictOf = {
	fail: "fail",
	inconclusive: "inconclusive",
	warning: "warn",
	"rows dropped": "warn",
	"rows set aside": "warn",
	pass: "pass"
};
const verdictTone = {
	fail: "bad",
	warn: "warn",
	inconclusive: "warn",
	pass: "good"
};
function outcomeBadge({ severity }, outcome) {
	const isLesser = severity === "warning" && outcome !== "warning";
	return html`${badge(verdictTone[verdictOf[outcome]], outcome)}${isLesser && html` <span class="muted small">a warning</span>`}`;
}
// packages/reports/src/validation-page/columns.ts
const mostLevels = 5;
const words = {
	fail: "failed",
	warn: "noted",
	inconclusive: "inconclusive",
	pass: "passed"
};
const order = [
	"fail",
	"warn",
	"inconclusive",
	"pass"
];
/** A table of each object's columns, in the data's order. */
function renderColumns(objects, told, room) {
	const byColumn = Map.groupBy(told, ({ check }) => check.column);
	return html`${objects.map(({ name, rows, columns }) => {
		const isSummarised = columns.some(({ summary }) => summary !== null);
		const { shown, left } = room.take(columns, (column) => renderColumn(column, rows, byColumn.get(column.name) ?? []));
		return html`<section><h3>Columns of ${clip(name, 100)}</h3>${!isSummarised && html`<p class="muted">The data are too many to be read once more for missing values and distributions.</p>`}<div class="scroll"><table class="stack"><caption>${formatQuantity(columns.length, "column")}${isSummarised && ` over ${formatQuantity(rows, "row")}`}</caption><thead><tr><th scope="col">Column</th><th scope="col">Type</th>${isSummarised && html`<th scope="col" class="number">Missing</th><th scope="col" class="number">Different</th><th scope="col">Values</th>`}<th scope="col">Checks</th></tr></thead><tbody>${shown}</tbody></table></div>${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</section>`;
	})}`;
}
function renderColumn({ name, type, checks, summary }, rows, told) {
	const verdict = order.find((each) => told.some(({ outcome }) => verdictOf[outcome] === each)) ?? "pass";
	const first = told.find(({ outcome }) => verdictOf[outcome] === verdict);
	return html`<tr data-name="${clip(name, 120).toLowerCase()}" data-verdict="${verdict}"><th scope="row"><code>${clip(name, 120)}</code></th><td data-label="Type">${clip(type, 60).toLowerCase()}</td>${summary !== null && html`<td class="number" data-label="Missing">${formatShare(rows === 0 ? null : summary.nulls / rows)}</td><td class="number" data-label="Different">${summary.distinct === void 0 ? "–" : formatCount(summary.distinct)}</td><td class="free" data-label="Values">${valuesOf(summary, rows - summary.nulls)}</td>`}<td data-label="Checks">${checks === 0 ? html`<span class="muted">none</span>` : first === void 0 ? badge("good", `${checks} passed`) : html`<a href="#${first.id}">${badge(verdictTone[verdict], `${told.filter(({ outcome }) => verdictOf[outcome] === verdict).length} of ${checks} ${words[verdict]}`)}</a>`}</td></tr>`;
}
/** Values of public columns alone: others have neither quantiles nor levels. */
function valuesOf({ numbers, levels }, known) {
	if (numbers !== null && numbers.quantiles !== null) {
		const [low, , median, , high] = numbers.quantiles;
		return `mean ${formatValue(numbers.mean)}, σ ${formatValue(numbers.sd)}; 5 %: ${formatValue(low)}, median ${formatValue(median)}, 95 %: ${formatValue(high)}`;
	}
	if (levels === null || levels.length === 0 || known === 0) return html`<span class="muted">${"–"}</span>`;
	const rest = levels.length - mostLevels;
	return html`${levels.slice(0, mostLevels).map(({ value, rows }, i) => html`${i > 0 && ", "}${value === "" ? html`<i>(empty)</i>` : clip(value, 60)} <span class="muted">${formatShare(rows / known)}</span>`)}${rest > 0 && ` and ${formatCount(rest)} more`}`;
}
// packages/reports/src/validation-page/room.ts
/** What is left of a page's size: names and rules are others' and may be of any length, so bytes are counted, not rows. */
var Room = class {
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	/** Renders items in order as long as they fit, and says how many are left out. */
	take(items, render) {
		const shown = [];
		for (const [i, item] of items.entries()) {
			const markup = render(item, i);
			const bytes = encoder.encode(markup.text).length;
			if (bytes > this.#bytes) break;
			this.#bytes -= bytes;
			shown.push(markup);
		}
		return {
			shown,
			left: items.length - shown.length
		};
	}
};
const encoder = new TextEncoder();
// packages/reports/src/validation-page/style.ts
/** What a page of a validation adds to the look of all pages: tables that a phone shows row by row. */
const validationStyle = `
.callout h2 .badge { font-size: 18px } .changed { padding-left: 20px } .changed li { margin: 3px 0; overflow-wrap: anywhere }
section > h3 { overflow-wrap: anywhere }
.stack tbody th, .stack td { white-space: normal } .stack tbody th, .stack .free { overflow-wrap: anywhere } .stack tbody th { font-weight: 400; min-width: 150px } .stack .number { white-space: nowrap }
.checks tbody th { width: 26% } .checks .place { display: block; font-size: 13px } tr:target { background: var(--soft); box-shadow: -8px 0 0 var(--soft), 8px 0 0 var(--soft) }
tr[id] { scroll-margin-top: 70px } .share rect { fill: var(--muted) } .share { display: block; margin: 3px 0 3px auto; background: var(--soft) }
section > p + .scroll { margin-top: 8px } section > p { margin-top: 8px }
@media (max-width: 720px) { tr[id] { scroll-margin-top: 8px } .stack, .stack caption, .stack tbody, .stack tr, .stack th, .stack td { display: block } .stack thead { display: none } .stack tr { border-bottom: 1px solid var(--rule); padding: 9px 0 }
 .stack tbody th, .stack td { border: 0; padding: 1px 0; min-width: 0; width: auto } .stack tbody th { font-weight: 600 } .stack .number { text-align: left }
 .share { margin-left: 0 } .stack td { position: relative; padding-left: 104px } .stack td::before { content: attr(data-label); position: absolute; left: 0; width: 96px; color: var(--muted); font-size: 13px } }
`;
// packages/reports/src/validation-page/validation-page.ts
const mostNamed = 12;
const mostCards = 12;
/** Of datasets and of objects, those that fail first. */
const mostSections = 40;
const mostFiles = 50;
/** Bytes for what could be of any length: 1.25 MB with all around it. */
const rooms = {
	told: 45e4,
	folded: 25e4,
	columns: 25e4,
	changes: 15e4,
	files: 1e5
};
const tones = {
	pass: "good",
	fail: "bad",
	inconclusive: "warn"
};
/**
* One HTML file about one validation that asks nothing of any network: the decision and what fails, each check with its rows, what
* changes, each column in short. Values stand in it only of columns that the contract calls public. The same verdicts give the same
* bytes, and never more than 1.5 MB.
*/
function renderValidationPage(page) {
	const { subject, verdict, contract, objects, contractChange, dataChanges } = page;
	const ranked = [...page.datasets].sort((a, b) => urgency.indexOf(a.verdict) - urgency.indexOf(b.verdict));
	const datasets = ranked.slice(0, mostSections);
	const told = findToldChecks(datasets);
	const hasChecks = datasets.some(({ checks }) => checks.length > 0);
	const changes = new Room(rooms.changes);
	return renderFrame({
		title: `Data of ${clip(subject, 200)}`,
		generator: "tidemark validate-data",
		about: html`by the contract <code>${clip(contract.id, 120)}</code> ${clip(contract.version, 60)}, <code class="long">${clip(contract.file, 200)}</code>`,
		skipTo: {
			id: "checks",
			title: "checks"
		},
		style: validationStyle,
		isFiltered: hasChecks,
		main: html`<main><section class="callout ${tones[verdict]}"><h2>${badge(tones[verdict], verdict)}</h2><p>${decisionOf(page)}</p>${renderFound(told, contractChange)}</section>
${facts(ranked)}
${hasChecks && filterOf(told, datasets)}
<h2 class="visually-hidden" id="checks">Checks</h2>${renderChecks(datasets, told, {
			room: new Room(rooms.told),
			foldedRoom: new Room(rooms.folded)
		})}
${contractChange !== void 0 && contractChange.step !== "none" && renderContractChanges(contractChange, changes)}
${dataChanges !== void 0 && renderDataChanges(dataChanges.slice(0, mostSections), changes)}
${renderColumns(objects.slice(0, mostSections), told, new Room(rooms.columns))}
${renderFiles(datasets, new Room(rooms.files))}</main>`,
		footer: "Made from counts and row numbers, which count from 0 in each file. No value of a column that is not public is in this file."
	});
}
const urgency = [
	"fail",
	"inconclusive",
	"pass"
];
function decisionOf({ datasets }) {
	const [first] = datasets;
	if (first === void 0) return "No dataset was given, so nothing was proved.";
	const sum = (of) => datasets.reduce((total, dataset) => total + of(dataset), 0);
	return `${formatCount(sum(({ rejectedRows }) => rejectedRows))} of ${formatQuantity(sum(({ rows }) => rows), "row")} rejected. ${handlingInWords(first.violations, formatShare)}`;
}
/** What keeps the data from passing, then what only warns. */
function renderFound(told, change) {
	const order = [
		"fail",
		"inconclusive",
		"warn",
		"pass"
	];
	const rank = ({ outcome, check }) => order.indexOf(verdictOf[outcome]) + (check.severity === "error" ? 0 : order.length);
	const sorted = told.filter(({ outcome }) => outcome !== "pass").sort((a, b) => rank(a) - rank(b));
	const hidden = change !== void 0 && !change.isVersionEnough;
	if (sorted.length === 0 && !hidden) return null;
	return html`<ul class="changed">${hidden && html`<li>The contract’s version does not say that a change breaks what it promised: it needs a ${change.step} step.</li>`}${sorted.slice(0, mostNamed).map(({ check, outcome, dataset, id }) => html`<li><a href="#${id}">${clip(check.id, 120)}</a>${check.failedRows !== null && check.failedRows > 0 && `: ${formatQuantity(check.failedRows, "row")} of ${clip(dataset.title, 80)}`} <span class="muted">${outcome}</span></li>`)}${sorted.length > mostNamed && html`<li>and ${formatQuantity(sorted.length - mostNamed, "more check")}</li>`}</ul>`;
}
function facts(datasets) {
	if (datasets.length === 0) return null;
	const left = datasets.length - mostCards;
	return html`<section class="status">${datasets.slice(0, mostCards).map(({ title, rows, rejectedRows, files, verdict }) => html`<div class="card"><h3>${clip(title, 100)}</h3><p class="value">${formatQuantity(rows, "row")}</p><p class="note">${formatCount(rejectedRows)} rejected (${formatShare(rows === 0 ? null : rejectedRows / rows)}) · ${formatQuantity(files.length, "file")} · ${badge(tones[verdict], verdict)}</p></div>`)}${left > 0 && html`<div class="card"><h3>and ${formatQuantity(left, "more dataset")}</h3></div>`}</section>`;
}
function filterOf(told, datasets) {
	const all = datasets.reduce((sum, { checks }) => sum + checks.length, 0);
	const count = (verdict) => told.filter(({ outcome }) => verdictOf[outcome] === verdict).length;
	return renderFilter({
		legend: "Checks and columns to show",
		field: "Column",
		names: "rows found",
		all,
		choices: [
			[
				"fail",
				"Failed",
				count("fail")
			],
			[
				"warn",
				"Warnings and rows left out",
				count("warn")
			],
			[
				"inconclusive",
				"Inconclusive",
				count("inconclusive")
			],
			[
				"pass",
				"Passed",
				all - told.length + count("pass")
			]
		]
	});
}
function renderFiles(datasets, room) {
	return datasets.map(({ title, files }) => {
		const { shown } = room.take(files.slice(0, mostFiles), ({ path, rows }) => html`<tr><th scope="row"><code>${clip(path, 200)}</code></th><td class="number" data-label="Rows">${formatCount(rows)}</td></tr>`);
		const left = files.length - shown.length;
		return html`<details><summary>Files of ${clip(title, 100)}: ${formatCount(files.length)}</summary><div class="scroll"><table class="stack"><caption class="visually-hidden">Files of ${clip(title, 100)}</caption><thead><tr><th scope="col">File</th><th scope="col" class="number">Rows</th></tr></thead><tbody>${shown}</tbody></table></div>${left > 0 && html`<p class="muted">and ${formatCount(left)} more</p>`}</details>`;
	});
}
// packages/reports/src/verification.ts
const nothing = {
	planned: [],
	repaired: [],
	slowBecause: null
};
/** Job summary of verify-registry: what is wrong and how to put it right, what a repair did or would do, what was proven. */
function renderVerification(verification, repair = nothing) {
	const { head, checked, notChecked = {}, problems } = verification;
	const { planned, repaired, slowBecause } = repair;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const total = Object.values(checked).reduce((sum, count) => sum + count, 0);
	return paragraphs(`## ${headline(errors, total)}`, errors > 0 && "**Do not deploy from this registry** until the errors below are explained.", problems.length > 0 && problemTable(problems), repaired.length > 0 && paragraphs("### Repaired", repairTable(repaired)), planned.length > 0 && paragraphs(repaired.length > 0 ? "### A further repair would" : "### A repair would", list(planned.map((step) => escapeMarkdown(step))), repaired.length === 0 && "Set `repair: true` and `contents: write`, or run `tidemark verify --repair`."), total > 0 && statementTable(checked), Object.keys(notChecked).length > 0 && countTable("Not checked", notChecked), total > 0 && details$1(`All counts${head ? ` at commit ${htmlCode(head.slice(0, 12))}` : ""}`, countTable("Kind", checked)), slowBecause !== null && `_Facts were read over the API, since git could not fetch the branch: ${escapeMarkdown(slowBecause, 300)}._`);
}
const severities = {
	error: "❌ error",
	warning: "⚠️ warning",
	notice: "ℹ️ due"
};
function problemTable(problems) {
	const order = Object.keys(severities);
	return table([
		{ title: "" },
		{ title: "Where" },
		{ title: "What is wrong" },
		{ title: "What to do" }
	], problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).map(({ severity, path, message, remedy }) => [
		severities[severity],
		codeSpan(path),
		escapeMarkdown(message, 600),
		escapeMarkdown(remedy, 600)
	]), 200);
}
const outcomes = {
	done: "✅ done",
	unneeded: "➖ not needed",
	left: "⚠️ left for a person"
};
function repairTable(repaired) {
	return table([
		{ title: "" },
		{ title: "Step" },
		{ title: "What came of it" }
	], repaired.map(({ step, outcome, detail, remedy }) => [
		outcomes[outcome],
		escapeMarkdown(step, 300),
		escapeMarkdown(remedy === void 0 ? detail : `${detail}. ${remedy}`, 600)
	]), 200);
}
/** What counts of these kinds say together. */
const statements = [
	{
		kinds: "versions, digest entries, datasets, validations, runs, evaluations, events, baselines, drift checks",
		text: "facts are what their id, their digest and their place say"
	},
	{
		kinds: "references",
		text: "facts that others name are there, with the digest that is named"
	},
	{
		kinds: "commits",
		text: "commits lie one on top of another"
	},
	{
		kinds: "facts written once",
		text: "facts are as their first commit wrote them"
	},
	{
		kinds: "version numbers",
		text: "versions are numbered without a gap"
	},
	{
		kinds: "tags",
		text: "tags point at commits of the branch that hold what they stand for"
	},
	{
		kinds: "releases",
		text: "releases hold the registered assets, by GitHub’s digest"
	},
	{
		kinds: "assets",
		text: "models were downloaded and hashed, byte by byte"
	},
	{
		kinds: "retired versions",
		text: "versions are retired: manifest kept, assets dropped by policy"
	},
	{
		kinds: "channels, rollouts under way",
		text: "channels want a registered version, on the evidence they name"
	},
	{
		kinds: "successions",
		text: "settlements follow the one before"
	},
	{
		kinds: "decisions replayed, rollout decisions replayed, drift checks replayed",
		text: "decisions of gate, rollout and monitor were made again from their numbers, and came out the same"
	}
];
function statementTable(checked) {
	return table([{
		title: "Proven",
		align: "right"
	}, { title: "" }], statements.map(({ kinds, text }) => ({
		text,
		count: kinds.split(", ").reduce((sum, kind) => sum + (checked[kind] ?? 0), 0)
	})).filter(({ count }) => count > 0).map(({ text, count }) => [formatCount(count), text]));
}
const countTable = (title, counts) => table([{ title }, {
	title: "Count",
	align: "right"
}], Object.entries(counts).map(([kind, count]) => [escapeMarkdown(kind), formatCount(count)]));
/** Errors refute the registry, warnings do not; an empty registry proves nothing and refutes nothing. */
function headline(errors, total) {
	if (errors > 0) return `❌ Registry not verified: ${formatQuantity(errors, "error")}`;
	return total === 0 ? "❔ Nothing to verify yet" : `✅ Registry verified: ${formatQuantity(total, "check")}, no error`;
}
export { renderDataComment as A, escapeMarkdown as B, findingsOfChecks as C, describeDriftAlert as D, renderDriftPage as E, renderDrift$1 as F, formatSize as G, causeInWords as H, renderTraining as I, formatWeight as K, renderContractChange as L, monitorMarker as M, renderDriftEnd as N, dataCommentMarker as O, renderDriftWindows as P, renderCheck as R, renderJUnit as S, renderDriftTrends as T, formatMilliseconds as U, mermaidLabel as V, formatQuantity as W, renderPerformanceEnd as _, renderRollout as a, renderGate as b, renderRollbackOutcome as c, renderValidation as d, describePerformanceAlert as f, renderMonitorIssue as g, monitorIssueTitle as h, renderChannelReturn as i, renderContractDrift as j, renderDataChange as k, renderRegistration as l, renderMonitorResponse as m, renderValidationPage as n, renderReturn as o, renderPage as p, renderSettlement as r, renderRollback as s, renderVerification as t, renderPromotion as u, renderPerformance$1 as v, findingsOfDrift as w, renderSarif as x, rollbackSentence as y, codeSpan as z };

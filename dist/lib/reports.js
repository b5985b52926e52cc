import { t as layout } from "./schemas.js";
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
// packages/reports/src/markdown.ts
const rulers = {
	left: ":--",
	right: "--:",
	center: ":-:"
};
/** A GFM table of cells that are Markdown already, safe for a cell; rows beyond `most` are counted, not shown. */
function table(columns, rows, most = 100) {
	const lines = [
		row(columns.map(({ title }) => title)),
		row(columns.map(({ align }) => rulers[align ?? "left"])),
		...rows.slice(0, most).map(row)
	];
	const rest = rows.length - most;
	return lines.join("\n") + (rest > 0 ? `\n\n_… and ${formatCount(rest)} more._` : "");
}
/** A collapsed part. `summary` is HTML, since Markdown is not read there. */
function details(summary, body) {
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
const row = (cells) => `| ${cells.join(" | ")} |`;
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
function bar(share, cells = 10) {
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
const titles = {
	roc_auc: "ROC AUC ↑",
	log_loss: "Log loss ↓",
	brier: "Brier score ↓",
	ece: "Calibration error ↓",
	size: "Size ↓",
	latency_p95: "Latency p95 ↓"
};
/** A metric's name as people say it, with an arrow to its better side where that is known; else the name as it is. */
function metricTitle(id) {
	return Object.hasOwn(titles, id) ? titles[id] : escapeMarkdown(id);
}
/** A rule's id is `metric.question`; the question is told elsewhere, in words. */
const ruleTitle = (id) => metricTitle(id.replace(/\.(non_inferior|superior|not_worse|min|max)$/, ""));
// packages/reports/src/training.ts
/** Job summary of train: what was trained on what, how well it fits its own rows, and what it is made of. */
function renderTraining(run, dataset, options = {}) {
	const { source, data, output } = run;
	const sizeBytes = output.files.reduce((sum, file) => sum + file.sizeBytes, 0);
	const commit = link(codeSpan(source.sha.slice(0, 7)), options.serverUrl && `${options.serverUrl}/${source.repository}/commit/${source.sha}`);
	return paragraphs(`## ✅ Trained ${codeSpan(run.model)} · model ${codeSpan(shortDigest(output.modelDigest))}`, `**${formatQuantity(data.acceptedRows, "row")}** of ${formatCount(data.rows)} from ${formatQuantity(dataset.files.length, "file")}, in **${formatDuration(run.trainingSeconds)}**, ${formatSize(sizeBytes)}. ${escapeMarkdown(run.trainer.name)} ${escapeMarkdown(run.trainer.version)} (${codeSpan(run.executor)}) from commit ${commit}, seed ${formatGiven(run.seed)}.`, "### Metrics on the training rows", metricTable$1(run.metrics), "_How well the model fits rows it has seen. The gate judges it on rows it has not._", importanceTable(run.importance), details(`Parameters (${Object.keys(run.parameters).length})`, parameterTable(run.parameters)), details("Signature: what the model takes and gives", signatureTable(output.signature)), details("Digests", digestTable([
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
		bar(value / largest, 20),
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
	const rows = (direction, values) => values.map(({ name, type, shape }) => [
		direction,
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
	return paragraphs(`## ${verdictMark[verdict]} Gate: ${verdict} · ${codeSpan(evaluation.model)}`, `**${consequence[verdict]}** Candidate ${codeSpan(shortDigest(challenger.modelDigest))} was judged ${against}, on ${evidenceSize(evaluation, policy)}.`, verdict === "inconclusive" && adviceWhenInconclusive, ruleTable(evaluation), reasons(evaluation), notJudged(evaluation, policy), details("All metrics on the holdout", metricTable(evaluation)), details("Digests", digestTable([
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
		formatSize(challenger.sizeBytes)
	]);
	rows.push([
		"Latency p95 ↓",
		"",
		formatMilliseconds(challenger.latencyP95Ms)
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
		return details(`Parameters (${names.length})`, table([{ title: "Parameter" }, {
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
		parameterValue(before[name]),
		parameterValue(parameters[name])
	]), 60), same > 0 && `${formatQuantity(same, "other parameter")} unchanged.`);
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
	if (!first) return "No dataset was given, so nothing was proved. Check `data.files` in `model.yaml`.";
	const contract = link(`contract ${codeSpan(first.contract.id)} ${codeSpan(first.contract.version)}`, contractUrl);
	const { action, maxShare } = first.violations;
	const rows = validations.reduce((sum, { validation }) => sum + validation.rows, 0);
	const rejected = validations.reduce((sum, { validation }) => sum + validation.rejectedRows, 0);
	const handling = {
		fail: "Rows that violate it fail the validation.",
		drop: `Rows that violate it are left out, up to ${formatShare(maxShare)} of a dataset; beyond that the validation fails.`,
		quarantine: `Rows that violate it are set aside, up to ${formatShare(maxShare)} of a dataset; beyond that the validation fails.`
	}[action];
	return `**${formatCount(rejected)} of ${formatQuantity(rows, "row")} rejected** by the ${contract}. ${handling}`;
}
function checksOf({ dataset, use, validation }, isOneOfMany) {
	const passed = validation.checks.filter((check) => check.verdict === "pass" && !check.failedRows);
	const found = validation.checks.filter((check) => !passed.includes(check)).sort((a, b) => rank(a) - rank(b));
	return paragraphs(isOneOfMany && `### ${titleOf({
		dataset,
		use
	})}`, found.length > 0 ? foundTable(found, validation) : "Every check passed on every row.", passed.length > 0 && details(`${formatQuantity(passed.length, "check")} passed on every row`, table([
		{ title: "Check" },
		{ title: "Expected" },
		{ title: "Observed" }
	], passed.map((check) => [
		nameOf(check),
		escapeMarkdown(check.expected),
		escapeMarkdown(check.observed)
	]))), details("Files", fileTable(dataset)));
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
		nameOf(check),
		escapeMarkdown(check.expected),
		escapeMarkdown(check.observed),
		check.failedRows === null ? "–" : formatCount(check.failedRows),
		shareOf(check),
		samplesOf(check),
		outcomeOf(check, validation)
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
/** A failed check does not fail the validation when it only warns, or when its rows could be left out. */
function outcomeOf({ verdict, severity, failedRows }, validation) {
	if (verdict !== "fail" && !failedRows) return verdictLabel(verdict);
	if (severity === "warning") return unbroken("⚠️ warning");
	const { action } = validation.violations;
	if (action === "fail" || validation.verdict !== "pass") return verdictLabel(verdict);
	return unbroken(action === "drop" ? "⚠️ rows dropped" : "⚠️ rows set aside");
}
function nameOf({ column, description, id }) {
	const words = escapeMarkdown(description === "" ? id : description);
	return column === void 0 ? words : `${codeSpan(column)} ${words}`;
}
function shareOf({ failedRows, rows }) {
	if (failedRows === null || rows === 0) return "–";
	const share = failedRows / rows;
	return unbroken(`${bar(share)} ${formatShare(share)}`.trim());
}
function samplesOf({ samples }) {
	const places = [...Map.groupBy(samples.slice(0, 5), ({ file }) => file)].map(([file, rows]) => `${codeSpan(file, 80)} ${rows.map(({ row }) => formatCount(row)).join(" · ")}`);
	return places.length === 0 ? "–" : `${places.join("<br>")}${samples.length > 5 ? " …" : ""}`;
}
/** Failures first, then what could not be judged, then rows that were handled; errors before warnings. */
function rank({ verdict, severity }) {
	return {
		fail: 0,
		inconclusive: 2,
		pass: 4
	}[verdict] + (severity === "error" ? 0 : 1);
}
// packages/reports/src/promotion.ts
/** GitHub refuses a pull request's body of more than 65,536 characters; the rest is for what people add. */
const LONGEST_BODY = 6e4;
/** Body of the pull request that promotes a version. Its first line is `promotionMarker`. */
function renderPromotion(promotion) {
	return fit([
		promotionMarker(promotion.manifest.model, promotion.channel, promotion.manifest.version),
		decision(promotion),
		gate(promotion),
		data(promotion),
		changes(promotion),
		lineage(promotion),
		importanceTable(promotion.run.importance, 12),
		evidence(promotion),
		verification(promotion)
	], LONGEST_BODY);
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
function decision({ manifest, channel, seq, champion, approvals, evaluation }) {
	const { model, version } = manifest;
	const replaced = champion ? `It replaces **${escapeMarkdown(champion.manifest.version)}**.` : "Nothing is there yet: this is the first version of the channel.";
	const asked = approvals === 0 ? "The policy asks for no approval." : `It needs ${formatQuantity(approvals, "approval")} of this head commit; a new commit asks again.`;
	return paragraphs(`# Promote ${codeSpan(model)} ${escapeMarkdown(version)} to ${codeSpan(channel)}`, `**Gate: ${verdictLabel(evaluation.verdict)}${headline$3(evaluation)}.** Merging makes **${escapeMarkdown(version)}** the version that ${codeSpan(channel)} should run. ${replaced} ${asked}`, `On merge every check is repeated, the approvers are recorded and the registry is tagged ${codeSpan(layout.channelTag(model, channel, seq))}. Closing the pull request leaves ${codeSpan(channel)} as it is; the version stays registered either way.`);
}
/** `, ROC AUC 0.6714 → 0.6727`, for the metric that the first rule is about. */
function headline$3({ rules, metrics }) {
	const metric = rules[0]?.metric;
	if (!metric) return "";
	const { challenger, champion } = metrics[metric];
	const before = champion ? `${formatNumber(champion.value)} → ` : "";
	return `, ${metricTitle(metric)} ${before}${formatNumber(challenger.value)}`;
}
function gate({ evaluation, gatePolicy }) {
	const { champion, challenger } = evaluation;
	const against = champion ? `Champion **${escapeMarkdown(champion.version)}** and this version scored the same` : "No champion to beat: absolute rules only, on";
	return paragraphs("## How it was judged", `${against} ${evidenceSize(evaluation, gatePolicy)} that training never saw. ${formatSize(challenger.sizeBytes)}, ${formatMilliseconds(challenger.latencyP95Ms)} at the 95th percentile.`, ruleTable(evaluation, 25), details("In sentences", reasons(evaluation)), details("All metrics on the holdout", metricTable(evaluation)));
}
function data({ datasets, validations }) {
	return paragraphs("## Data", datasetTable([{
		use: "training",
		dataset: datasets.training,
		validation: validations.training
	}, {
		use: "holdout",
		dataset: datasets.holdout,
		validation: validations.holdout
	}]), details("Files", filesOf(datasets)));
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
	const signature = details("Signature: what the model takes and gives", signatureTable(manifest.signature));
	const why = `**${escapeMarkdown(manifest.bump.kind)}** version: ${manifest.bump.reasons.slice(0, 10).map((reason) => escapeMarkdown(reason)).join("; ")}`;
	if (!champion) return paragraphs("## What it is made of", `A ${why}.`, parametersDifference(run.parameters), signature);
	const [from, to] = [champion.manifest.source.sha, manifest.source.sha];
	const code = from === to ? `Same code: commit ${codeSpan(to.slice(0, 7))}.` : `Code: ${link(codeSpan(`${from.slice(0, 7)}...${to.slice(0, 7)}`), `${serverUrl}/${repository}/compare/${from}...${to}`)}.`;
	return paragraphs(`## What changed since ${escapeMarkdown(champion.manifest.version)}`, `A ${why}. ${code}`, champion.run ? parametersDifference(run.parameters, champion.run.parameters) : parametersDifference(run.parameters), signature);
}
const lineage = (promotion) => paragraphs("## Lineage", drawLineage(promotion));
function evidence(promotion) {
	return paragraphs("## Evidence", details("Every fact with its digest", evidenceTable(promotion)));
}
function verification({ manifest, run, serverUrl, repository, registryBranch }) {
	const branch = link(codeSpan(registryBranch), registryAddresses({
		serverUrl,
		repository,
		registryBranch
	}).branch);
	return paragraphs("## Verify it yourself", `Run the workflow with the \`verify-registry\` action, here or (with \`path\`) on a plain clone: it recomputes every digest on ${branch}, compares the release's assets with the manifest, and checks that tags point where they should. The model's digest is ${codeSpan(manifest.modelDigest)} (OpenSSF Model Signing's subject digest over ${formatQuantity(manifest.files.length, "file")}).`, `<sub>Registered by ${escapeMarkdown(manifest.registeredBy)} at ${escapeMarkdown(manifest.registeredAt)} from run ${codeSpan(shortDigest(run.id))}. The report is not evidence: the facts above are.</sub>`);
}
/** Leaves out later sections that do not fit, and says so. */
function fit(sections, longest) {
	const notice = "_The report was shortened to what GitHub takes; the registry holds the whole facts._";
	const kept = [];
	let length = 86;
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
		["Release", `${link(codeSpan(manifest.release.tag), releaseUrl)}, ${formatSize(sizeBytes)}`],
		["Successor of", manifest.parent ? escapeMarkdown(manifest.parent.version) : "nothing: the first version"],
		...Object.entries(manifest.metrics).slice(0, 20).map(([id, value]) => [metricTitle(id), formatNumber(value)])
	]), `### Why ${escapeMarkdown(manifest.version)} (${escapeMarkdown(manifest.bump.kind)})`, list(manifest.bump.reasons.map((reason) => escapeMarkdown(reason))));
}
function refusal(run, evaluation) {
	return paragraphs(`## ❌ Not registered: the gate's verdict is ${evaluation.verdict}`, `Candidate ${codeSpan(shortDigest(run.output.modelDigest))} of ${codeSpan(run.model)} got no version (${verdictLabel(evaluation.verdict)}). Run ${codeSpan(shortDigest(run.id))} and evaluation ${codeSpan(shortDigest(evaluation.id))} are on record.`, reasons(evaluation));
}
// packages/reports/src/rollout.ts
/** Job summary of one rollout: what this tick did and why, how far the plan is, and what each guardrail's evidence says. */
function renderRollout(report) {
	const { state, action, reasons, judgement, tag, pullRequest, outages = [] } = report;
	return paragraphs(`## ${headline$2(state, action)}`, state.phase === "rolled-back" && `**Production stays ${escapeMarkdown(state.champion.version)}.** ${pullRequest ? `Merge ${link(`pull request ${pullRequest.number}`, pullRequest.url)}, which returns the channel file to it.` : "The channel file still names the version that was taken back: return it by pull request."} These bytes come again only with a waiver.`, tag !== void 0 && `It is in ${codeSpan(state.channel)} as ${codeSpan(tag)}.`, list(reasons.map((reason) => escapeMarkdown(reason, 600))), outages.length > 0 && "**Out of reach**, which is not held against the canary:", outages.length > 0 && list(outages.map((outage) => escapeMarkdown(outage, 300)), 10), planTable(state), judgement.guardrails.some(({ canary }) => canary.requests > 0) && guardrailTable(state, judgement), details("Transitions so far", historyTable(state)));
}
/** Title and body of the pull request that returns a channel after a roll-back. */
function renderChannelReturn(state, seq) {
	const { model, channel, canary, champion, cause, judgement } = state;
	return {
		title: `Return ${channel} of ${model} to ${champion.version}`,
		body: paragraphs(`**${codeSpan(model)} ${escapeMarkdown(canary.version)} was rolled back from ${codeSpan(channel)}.** ${escapeMarkdown(cause?.reason ?? "No cause is on record.", 1e3)}`, `Production never left ${escapeMarkdown(champion.version)} ${codeSpan(shortDigest(champion.modelDigest))}: callers of the canary got the champion's answers. This pull request makes the channel file say so again (seq ${seq}); it brings nothing new into production.`, planTable(state), guardrailTable(state, judgement), details("Transitions", historyTable(state)), "### What comes next", list([
			"Merge this. Until then the channel file wants a version that is not served.",
			`The bytes ${codeSpan(shortDigest(canary.modelDigest))} are marked: they cannot come back without a waiver that an owner answers for.`,
			"Find the cause and train a new candidate; it meets the champion in the gate and in a canary as any other."
		]))
	};
}
function headline$2({ model, channel, canary, weight, phase }, action) {
	const name = `${codeSpan(model)} ${escapeMarkdown(canary.version)}`;
	const place = codeSpan(channel);
	if (phase === "promoted") return `✅ ${name} is in ${place}: every guardrail is proven`;
	if (phase === "rolled-back") return `⛔ ${name} was rolled back from ${place}`;
	if (phase === "pending") return `⏳ ${name} waits to be a canary on ${place}`;
	const share = formatShare(weight);
	if (action === "start") return `🐤 ${name} starts at ${share} of ${place}`;
	if (action === "advance") return `🐤 ${name} goes on to ${share} of ${place}`;
	return `${phase === "holding" ? "⚠️" : "🐤"} ${name} stays at ${share} of ${place}`;
}
function planTable({ plan, step, phase, evidence }) {
	const isPromoted = phase === "promoted";
	return table([
		{ title: "" },
		{
			title: "Canary",
			align: "right"
		},
		{ title: "" },
		{
			title: "Requests",
			align: "right"
		},
		{
			title: "At least",
			align: "right"
		}
	], [...plan.steps.map(({ weight, minRequests, minMinutes }, i) => {
		const counts = evidence.counts.find((group) => group.weight === weight);
		return [
			isPromoted || step !== null && i < step ? "✅" : !isPromoted && step === i ? phase === "rolled-back" ? "⛔" : "▶️" : "·",
			formatShare(weight),
			bar(weight),
			`${formatCount(counts?.canary.requests ?? 0)} of ${formatCount(minRequests)}`,
			`${formatGiven(minMinutes)} min`
		];
	}), [
		isPromoted ? "✅" : "·",
		"100 %",
		bar(1),
		"every guardrail proven",
		"–"
	]]);
}
function guardrailTable({ plan }, { guardrails }) {
	return table([
		{ title: "Event" },
		{
			title: "Canary",
			align: "right"
		},
		{
			title: "Champion",
			align: "right"
		},
		{ title: "Evidence of harm" },
		{ title: "Evidence that it is harmless" }
	], guardrails.map(({ id, isAdvisory, logHarm, logPromote, canary, stable }) => {
		const delta = plan.guardrails.find((guardrail) => guardrail.id === id)?.delta;
		return [
			`${codeSpan(id)}<br><sub>${isAdvisory ? "advisory" : delta === void 0 ? "" : `less than ${formatShare(delta)} more`}</sub>`,
			rate(canary),
			rate(stable),
			evidenceCell(logHarm, plan.alpha.harm),
			isAdvisory ? "–" : evidenceCell(logPromote, plan.alpha.promote)
		];
	}), 20);
}
/** An e-value and how far it is, by its logarithm, to the one that decides. */
function evidenceCell(log, alpha) {
	const needed = -Math.log(alpha);
	const value = Math.exp(log);
	const shown = value >= 1e6 ? "over 1,000,000" : value < .001 ? "below 0.001" : String(Number(value.toPrecision(3)));
	return `${bar(Math.max(0, log) / needed)} ${unbroken(`${shown} of ${formatGiven(Number((1 / alpha).toPrecision(3)))}`)}${log >= needed ? " **✓**" : ""}`.trim();
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
		formatShare(weight),
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
	return paragraphs(`## ${headline$1(done, refused.length)}`, refused.length > 0 && "What was refused is not in production: the channel keeps what it had. Correct the cause and merge again.", ...refused.map((settlement) => paragraphs(`### ${codeSpan(settlement.model)} ${escapeMarkdown(settlement.version)} for ${codeSpan(settlement.channel)}`, list((settlement.reasons ?? ["no reason was given"]).map((reason) => `❌ ${escapeMarkdown(reason, 600)}`)))), done.length > 0 && table([
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
		settlement.previous ? escapeMarkdown(settlement.previous.version) : "nothing",
		settlement.at === void 0 ? "–" : escapeMarkdown(formatTime(settlement.at)),
		settlement.approvedBy.map((login) => codeSpan(login)).join(", ") || "nobody (none asked)",
		settlement.tag === void 0 ? "–" : codeSpan(settlement.tag),
		changeOf(settlement, address)
	])), settlements.some(({ outcome }) => outcome === "merged") && "What was accepted for a rollout is not in production yet: deploy-canary raises it step by step, or takes it back.", settlements.some(({ outcome }) => outcome === "already") && "_Some were settled by an earlier run; nothing was written twice._");
}
function headline$1(done, refused) {
	if (refused > 0) return `❌ Refused ${refused} of ${formatQuantity(done.length + refused, "promotion")}`;
	if (done.length > 1) return `✅ Settled ${done.length} promotions`;
	const [only] = done;
	if (!only) return "✅ Nothing to settle";
	if (only.outcome === "merged") return `⏳ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} is accepted for ${codeSpan(only.channel)} and goes on as a canary`;
	return `✅ ${codeSpan(only.model)} ${escapeMarkdown(only.version)} is in ${codeSpan(only.channel)}`;
}
function changeOf({ pullRequest, mergeSha }, address) {
	return [pullRequest !== void 0 && link(`pull request ${pullRequest}`, address.pullRequest(pullRequest)), mergeSha !== void 0 && link(codeSpan(mergeSha.slice(0, 7)), address.commit(mergeSha))].filter((part) => part !== false).join(", ") || "–";
}
// packages/reports/src/verification.ts
/** Job summary of verify-registry: whether the graph holds, what is wrong and how to put it right, what was checked. */
function renderVerification(verification) {
	const { checked, notChecked = {}, problems } = verification;
	const errors = problems.filter(({ severity }) => severity === "error");
	const warnings = problems.filter(({ severity }) => severity === "warning");
	const total = Object.values(checked).reduce((sum, count) => sum + count, 0);
	return paragraphs(`## ${headline(errors.length, total)}`, errors.length > 0 && "**Do not deploy from this registry** until the errors below are explained.", problems.length > 0 && table([
		{ title: "" },
		{ title: "Where" },
		{ title: "What is wrong" },
		{ title: "What to do" }
	], [...errors, ...warnings].map(({ severity, path, message, remedy }) => [
		severity === "error" ? "❌ error" : "⚠️ warning",
		codeSpan(path),
		escapeMarkdown(message, 600),
		escapeMarkdown(remedy, 600)
	]), 200), total > 0 && table([{ title: "Checked" }, {
		title: "Count",
		align: "right"
	}], Object.entries({
		...checked,
		...notChecked
	}).map(([kind, count]) => [escapeMarkdown(kind), formatCount(count)])));
}
/** Errors refute the registry, warnings do not; an empty registry proves nothing and refutes nothing. */
function headline(errors, total) {
	if (errors > 0) return `❌ Registry not verified: ${formatQuantity(errors, "error")}`;
	return total === 0 ? "❔ Nothing to verify yet" : `✅ Registry verified: ${formatQuantity(total, "fact")} hold`;
}
export { renderRegistration as a, renderGate as c, renderRollout as i, renderTraining as l, renderSettlement as n, renderPromotion as o, renderChannelReturn as r, renderValidation as s, renderVerification as t, renderCheck as u };

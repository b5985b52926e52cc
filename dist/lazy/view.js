import { C as TidemarkError, D as Name } from "../lib/start.js";
import { D as RegistryView, k as versionsOf } from "../lib/registry.js";
import { W as formatQuantity } from "../lib/reports.js";
import { r as plain } from "./table.js";
// packages/cli/src/words.ts
const statuses = {
	live: ["good", "in"],
	canary: ["busy", "canary"],
	proposed: ["calm", "proposed"],
	merged: ["busy", "merged"],
	refused: ["bad", "refused"],
	"rolled-back": ["bad", "rolled back"],
	former: ["calm", "former"],
	retired: ["calm", "retired"],
	published: ["calm", "published"],
	pending: ["warn", "pending"]
};
const statusTone = (status) => statuses[status][0];
const statusText = ({ status, channels }) => status === "live" ? `in ${channels.join(", ")}` : statuses[status][1];
/** `2001-04-04 11:45`. */
const formatWhen = (time) => `${time.slice(0, 10)} ${time.slice(11, 16)}`;
/** `since 2001-04-04 11:45 UTC`, `2001-04-04 11:45 to 2001-05-02 08:45 UTC (28 days)`. */
function formatSpan(since, until) {
	if (until === null) return `since ${formatWhen(since)} UTC`;
	const minutes = Math.round((Date.parse(until) - Date.parse(since)) / 6e4);
	const length = minutes < 120 ? formatQuantity(minutes, "minute") : minutes < 2880 ? formatQuantity(Math.round(minutes / 60), "hour") : formatQuantity(Math.round(minutes / 1440), "day");
	return `${formatWhen(since)} to ${formatWhen(until)} UTC (${length})`;
}
const formatMetric = (value) => value === null || value === void 0 ? "–" : value.toFixed(4);
/** A difference with its sign, `–` where it is not known. */
function formatDifference(value, format = formatMetric) {
	if (value === null) return "–";
	const size = format(Math.abs(value));
	return size === format(0) ? `±${size}` : `${value > 0 ? "+" : "−"}${size}`;
}
/** An e-value from its natural logarithm. */
const formatEvidence = (log) => log > Math.log(1e6) ? "> 1,000,000" : log >= Math.log(1e3) ? Math.exp(log).toLocaleString("en-US", { maximumFractionDigits: 0 }) : String(Number(Math.exp(log).toPrecision(3)));
const known = [
	"roc_auc",
	"log_loss",
	"brier",
	"ece"
];
/** Names of metrics, the known ones first. */
function metricNames(names) {
	const all = new Set(names);
	return [...known.filter((name) => all.has(name)), ...[...all].filter((name) => !known.includes(name)).sort()];
}
/** What data were for, and which: `966,334 of 966,409 rows in 2 files, contract 1.0.0: pass, sha256 07bc077551f7`. */
function describeData({ run, evaluation, datasets, validations }) {
	return datasets.map(({ digest, rows, files }) => {
		const isTraining = digest === run?.data.dataset;
		const isHoldout = digest === evaluation?.holdout.dataset;
		const use = isTraining ? "trained on" : isHoldout ? "judged on" : "data";
		const accepted = isTraining ? run.data.acceptedRows : isHoldout ? evaluation.holdout.acceptedRows : rows;
		const contract = validations.find(({ dataset }) => dataset === digest);
		const shown = accepted === rows ? formatQuantity(rows, "row") : `${accepted.toLocaleString("en-US")} of ${formatQuantity(rows, "row")}`;
		const verdict = contract ? `, contract ${contract.contract.version}: ${contract.verdict}` : "";
		return [use, `${shown} in ${formatQuantity(files.length, "file")}${verdict}, sha256 ${digest.slice(0, 12)}`];
	});
}
// packages/cli/src/nearest.ts
/** The names that are most like a word, nearest first: those within a third of its length in edits, or that contain it. */
function nearestNames(word, names, most = 3) {
	const limit = Math.max(1, Math.floor(word.length / 3));
	return names.map((name) => ({
		name,
		distance: name.includes(word) || word.includes(name) ? 0 : editDistance(word, name)
	})).filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, most).map(({ name }) => name);
}
/** Insertions, removals and replacements from one to the other (Levenshtein). */
function editDistance(a, b) {
	let above = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
		above = row;
	}
	return above[b.length];
}
// packages/cli/src/view.ts
const mostWarnings = 5;
const mostListed = 8;
/** The registry of a source. Throws `FILE_NOT_FOUND` without a registry branch. */
async function openView(source, choice) {
	const view = await RegistryView.open(source.ledger);
	if (view !== null) return view;
	throw new TidemarkError("FILE_NOT_FOUND", `${source.name} has no branch ${choice["registry-branch"]}`, { hint: `In a clone, git fetch origin ${choice["registry-branch"]} brings it; the first registration creates it. --registry-branch names another.` });
}
/** Throws `NAME_INVALID` for what no model can be called. */
function assertModelName(model) {
	if (Name.safeParse(model).success) return;
	throw new TidemarkError("NAME_INVALID", `${JSON.stringify(model)} is no model’s name`, { hint: "`tidemark ls` lists the models." });
}
/** Throws `FILE_NOT_FOUND` with the nearest names where there is no model of that name. */
async function expectModel(view, model, source) {
	const models = await view.models();
	if (models.includes(model)) return;
	throw new TidemarkError("FILE_NOT_FOUND", `${source.name} has no model ${model}`, { hint: `${suggest(model, models, "models")} \`tidemark ls\` lists them.` });
}
/** Did you mean …? There are …, for a name that is not there. */
function suggest(word, names, what) {
	const near = nearestNames(word, names);
	if (near.length > 0) return `Did you mean ${near.join(" or ")}?`;
	if (names.length === 0) return `There are no ${what} yet.`;
	const more = names.length - mostListed;
	return `There are ${names.slice(0, mostListed).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
/** Says on standard error what could not be read. */
function warn(view, terminal) {
	const problems = view.problems();
	for (const { path, message } of problems.slice(0, mostWarnings)) terminal.report(`warning: ${plain(path)} ${plain(message)}`);
	const more = problems.length - mostWarnings;
	if (more > 0) terminal.report(`warning: and ${more} more; \`tidemark verify\` lists all`);
}
/** Prints a document for programs; what a terminal would obey is escaped as JSON can. */
function printJson(terminal, document) {
	const text = JSON.stringify(document, null, 2);
	terminal.print(text.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")));
}
/** For a version that a model does not have. */
function unknownVersion(view, { model, version }) {
	const newest = versionsOf(view, model).slice(-3).reverse();
	return new TidemarkError("FILE_NOT_FOUND", `${model} has no version ${version}`, { hint: `\`tidemark ls ${model}\` lists them; the newest are ${newest.join(", ") || "none"}.` });
}
export { suggest as a, describeData as c, formatMetric as d, formatSpan as f, statusTone as g, statusText as h, printJson as i, formatDifference as l, metricNames as m, expectModel as n, unknownVersion as o, formatWhen as p, openView as r, warn as s, assertModelName as t, formatEvidence as u };

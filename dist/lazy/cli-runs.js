import { _ as string, o as boolean, p as object, t as number } from "../vendor/zod.js";
import { C as checkField, E as sortRuns, S as parseFilter, T as matchesRun, w as checkFilter, x as readRuns } from "../lib/registry.js";
import { t as UsageError } from "./invocation.js";
import { a as lookOf, n as formatTable, r as plain, t as cutTo } from "./table.js";
import { t as checkOptions } from "./options.js";
import { d as formatMetric, i as printJson, m as metricNames, n as expectModel, p as formatWhen, r as openView, s as warn, t as assertModelName } from "./view.js";
import { a as openSource, o as sourceOptions } from "./source.js";
// packages/cli/src/run-table.ts
const mostMetrics = 4;
const mostParameters = 6;
/** Of a parameter's value. */
const mostLetters = 24;
/** A row for each run: verdict, version, metrics, and the parameters that differ between them or that `named` has. */
function formatRuns(runs, { named, look }) {
	const isNamed = (field) => named.includes(field);
	const metrics = chosen(metricNames(runs.flatMap((run) => Object.keys(run.metrics))), (name) => isNamed(`metrics.${name}`), mostMetrics);
	const parameters = [...new Set(runs.flatMap((run) => Object.keys(run.params)))].sort();
	const differing = parameters.filter((name) => new Set(runs.map((run) => run.params[name])).size > 1);
	const shownParameters = chosen([...differing, ...parameters.filter((name) => isNamed(`params.${name}`) && !differing.includes(name))], (name) => isNamed(`params.${name}`), mostParameters);
	const columns = [
		{ title: "RUN" },
		{ title: "COMMITTED (UTC)" },
		{
			title: "COMMIT",
			isExtra: true
		},
		{ title: "VERDICT" },
		{ title: "VERSION" },
		...metrics.map((name) => ({
			title: name.toUpperCase(),
			isNumber: true,
			isExtra: name !== metrics[0] && !isNamed(`metrics.${name}`)
		})),
		...shownParameters.map((name) => ({
			title: name,
			isExtra: !isNamed(`params.${name}`),
			isNumber: runs.every((run) => typeof run.params[name] !== "string")
		})),
		{
			title: "ROWS",
			isNumber: true,
			isExtra: true
		},
		{
			title: "SECONDS",
			isNumber: true,
			isExtra: true
		},
		{
			title: "TRAINER",
			isExtra: true
		}
	];
	const rows = runs.map((run) => [
		run.id.slice(0, 12),
		{
			text: formatWhen(run.time),
			tone: "dim"
		},
		{
			text: run.commit.slice(0, 7),
			tone: "dim"
		},
		{
			text: run.verdict ?? "–",
			tone: verdictTone(run.verdict)
		},
		run.version ?? "–",
		...metrics.map((name) => formatMetric(run.metrics[name])),
		...shownParameters.map((name) => cutTo(plain(String(run.params[name] ?? "–")), mostLetters)),
		run.rows.toLocaleString("en-US"),
		run.seconds.toFixed(1),
		{
			text: run.trainer,
			tone: "dim"
		}
	]);
	return formatTable(columns, rows, look);
}
/** The first few, and all that were asked about. */
const chosen = (names, isAsked, most) => names.filter((name, i) => i < most || isAsked(name));
const verdictTone = (verdict) => verdict === "pass" ? "good" : verdict === "fail" ? "bad" : verdict === null ? "dim" : "warn";
// packages/cli/src/commands/runs.ts
const Options = object({
	...sourceOptions,
	sort: string().regex(/^.{1,300}$/, "expected a field, such as metrics.roc_auc or time:asc").default("time"),
	limit: number().int().min(1).max(1e6).default(50),
	json: boolean().default(false)
});
/** `tidemark runs`: exit code 1 where no run is as asked. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const [model, text = ""] = operands;
	if (model === void 0) throw new UsageError("the runs of which model?");
	assertModelName(model);
	const filter = text.trim() === "" ? null : parseFilter(text);
	const sort = readSort(choice.sort);
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const withFiles = choice.json || /\bfiles\b/.test(text) || sort.field === "files";
	const runs = await readRuns(view, {
		model,
		withFiles
	});
	if (filter) checkFilter(filter, {
		text,
		runs
	});
	checkField(sort.field, runs);
	const found = sortRuns(filter ? runs.filter((run) => matchesRun(filter, run)) : runs, sort);
	const shown = found.slice(0, choice.limit);
	warn(view, terminal);
	if (choice.json) printJson(terminal, {
		head: view.head,
		model,
		matched: found.length,
		runs: shown,
		problems: view.problems()
	});
	else terminal.print(describe(shown, {
		all: runs.length,
		matched: found.length,
		text,
		terminal,
		sort: sort.field
	}));
	return found.length > 0 ? 0 : 1;
}
function describe(shown, { all, matched, text, terminal, sort }) {
	if (all === 0) return "There are no runs yet.";
	if (matched === 0) return `None of ${all} runs is as asked.`;
	const more = matched - shown.length;
	const note = more > 0 ? `\nand ${more} more; --limit shows them` : matched < all ? `\n${matched} of ${all} runs` : "";
	return formatRuns(shown, {
		named: `${text} ${sort}`,
		look: lookOf(terminal)
	}) + note;
}
/** `metrics.roc_auc`, `metrics.roc_auc:asc`: the greatest first where it is not said. */
function readSort(text) {
	const [, field = "", direction = "desc"] = /^(.*?)(?::(asc|desc))?$/.exec(text) ?? [];
	return {
		field: field.replace(/^(metrics|training|params)\."(.*)"$/, "$1.$2"),
		isAscending: direction === "asc"
	};
}
export { execute };

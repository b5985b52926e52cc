import { C as TidemarkError, F as canonicalJson, I as digestOf } from "./start.js";
import { a as array, c as int, d as literal, f as number, g as strictObject, s as discriminatedUnion } from "../vendor/zod.js";
import { F as readNumbers, I as writeNumbers, M as PerformancePolicy, N as performanceMetricNames, w as metricNames } from "./schemas.js";
import { B as oneSidedBounds, F as estimateMean, I as clusterSums, L as clusterSupport, N as estimateAuc, P as estimateCalibrationError, R as sumOfSquares, V as studentTQuantile, c as pageHinkleyStep, d as expectedSquaredError, l as pageHinkleyTells, m as squaredErrors, p as logLosses, s as pageHinkleyStart, u as calibrate, z as clustersForReach } from "./statistics.js";
const metrics = {
	roc_auc: {
		title: "ROC AUC",
		better: "greater",
		informedBy: "classes",
		estimate: estimateAuc
	},
	log_loss: {
		title: "log loss",
		better: "less",
		informedBy: "rows",
		estimate: (labels, scores, clusters) => estimateMean(logLosses(labels, scores), clusters)
	},
	brier: {
		title: "Brier score",
		better: "less",
		informedBy: "rows",
		estimate: (labels, scores, clusters) => estimateMean(squaredErrors(labels, scores), clusters)
	},
	ece: {
		title: "calibration error",
		better: "less",
		informedBy: "rows",
		estimate: (labels, scores, clusters) => estimateCalibrationError(labels, scores, clusters, 15)
	}
};
// packages/evaluation/src/requirement.ts
/**
* What a policy asks, in its own order, budgets last.
*
* @throws TidemarkError POLICY_INVALID when two entries ask the same, since one of them would be a mistake.
*/
function requirementsOf(policy) {
	const requirements = [];
	const problems = [];
	const seen = new Set();
	const ask = (requirement, path) => {
		if (seen.has(requirement.id)) problems.push({
			path,
			message: `${requirement.id} is asked twice`
		});
		seen.add(requirement.id);
		requirements.push(requirement);
	};
	policy.metrics.forEach(({ id: metric, mode, margin = 0, marginRelative, min, max }, index) => {
		const path = `gate.metrics[${index}]`;
		const allowed = marginRelative === void 0 ? { absolute: margin } : { relative: marginRelative };
		if (mode !== "absolute") ask({
			kind: "comparison",
			id: `${metric}.${mode}`,
			metric,
			mode,
			margin: allowed
		}, path);
		if (min !== void 0) ask({
			kind: "limit",
			id: `${metric}.min`,
			metric,
			side: "min",
			limit: min
		}, path);
		if (max !== void 0) ask({
			kind: "limit",
			id: `${metric}.max`,
			metric,
			side: "max",
			limit: max
		}, path);
	});
	const { sizeBytes, latencyP95Ms } = policy.budgets ?? {};
	if (sizeBytes !== void 0) ask({
		kind: "budget",
		id: "size.max",
		property: "sizeBytes",
		limit: sizeBytes
	}, "gate.budgets");
	if (latencyP95Ms !== void 0) ask({
		kind: "budget",
		id: "latency_p95.max",
		property: "latencyP95Ms",
		limit: latencyP95Ms
	}, "gate.budgets");
	if (problems.length === 0) return requirements;
	throw new TidemarkError("POLICY_INVALID", `The gate's policy asks the same twice: ${[...seen].join(", ")}`, {
		hint: "Keep one entry for each metric and mode, with the margin and limits you mean.",
		problems
	});
}
// packages/evaluation/src/statistics.ts
const LISTED_CLUSTERS = 500;
/** Reduces paired rows to a gate's sufficient statistics; without clusters every row is its own. */
function collectStatistics(rows, measured) {
	const clusters = clusteringOf(rows);
	const rowsOf = clusterSums(clusters);
	const positivesOf = clusterSums(clusters, rows.labels);
	const listed = rows.clusters !== void 0 && clusters.count <= LISTED_CLUSTERS;
	const judge = (name) => {
		const { estimate } = metrics[name];
		return metricStatistics(estimate(rows.labels, rows.challenger, clusters), rows.champion && estimate(rows.labels, rows.champion, clusters), listed);
	};
	return {
		task: "binary",
		rows: rows.labels.length,
		positives: positivesOf.reduce((sum, count) => sum + count, 0),
		clusters: listed ? {
			form: "listed",
			rows: [...rowsOf],
			positives: [...positivesOf]
		} : {
			form: "summed",
			count: clusters.count,
			...supports(rowsOf, positivesOf)
		},
		metrics: Object.fromEntries(metricNames.map((name) => [name, judge(name)])),
		measured
	};
}
/** Clusters behind the statistics, by what a metric is informed by. */
function supportsOf(counts) {
	if (counts.form === "summed") return counts;
	return {
		count: counts.rows.length,
		...supports(counts.rows, counts.positives)
	};
}
/** Σ influence² of challenger, champion and their difference, from either form. */
function squaresOf({ influence, squares }) {
	if (squares) return squares;
	return influence ? squaresFrom(influence) : {
		challenger: 0,
		champion: null,
		difference: null
	};
}
function squaresFrom({ challenger, champion }) {
	return {
		challenger: sumOfSquares(challenger),
		champion: champion && sumOfSquares(champion),
		difference: champion && sumOfSquares(challenger, champion)
	};
}
function metricStatistics(challenger, champion, listed) {
	const values = {
		challenger: finite$3(challenger.value),
		champion: champion ? finite$3(champion.value) : null
	};
	if (values.challenger === null || champion && values.champion === null) return values;
	const influence = {
		challenger: challenger.influence,
		champion: champion?.influence ?? null
	};
	if (!listed) return {
		...values,
		squares: squaresFrom(influence)
	};
	const list = (shares) => Array.from(shares, unsigned);
	return {
		...values,
		influence: {
			challenger: list(influence.challenger),
			champion: influence.champion && list(influence.champion)
		}
	};
}
function clusteringOf({ clusters, labels }) {
	if (!clusters) return {
		of: new Uint32Array(labels.length).map((_, row) => row),
		count: labels.length
	};
	const codeOf = new Map();
	const of = new Uint32Array(clusters.length);
	for (let row = 0; row < of.length; row++) {
		const key = clusters[row];
		const code = codeOf.get(key) ?? codeOf.size;
		if (code === codeOf.size) codeOf.set(key, code);
		of[row] = code;
	}
	const keys = [...codeOf.keys()].sort(byKey);
	const indexOf = new Uint32Array(keys.length);
	keys.forEach((key, index) => {
		indexOf[codeOf.get(key)] = index;
	});
	for (let row = 0; row < of.length; row++) of[row] = indexOf[of[row]];
	return {
		of,
		count: keys.length
	};
}
/** Independent of locale and of the order of rows. */
const byKey = (a, b) => typeof a === typeof b ? a < b ? -1 : a > b ? 1 : 0 : typeof a < typeof b ? -1 : 1;
function supports(rows, positives) {
	const withEvents = clusterSupport(positives);
	const withoutEvents = clusterSupport(rows.map((count, c) => count - positives[c]));
	return {
		rows: clusterSupport(rows),
		classes: {
			holding: Math.min(withEvents.holding, withoutEvents.holding),
			effective: Math.min(withEvents.effective, withoutEvents.effective)
		}
	};
}
const finite$3 = (value) => Number.isFinite(value) ? value : null;
/** JSON has no −0. */
const unsigned = (value) => value + 0;
// packages/evaluation/src/wording.ts
/** Rows below which unclustered bounds are not trusted, whatever the policy says. */
const UNCLUSTERED_MINIMUM_ROWS = 300;
/** Why a metric cannot be judged on these rows, or null when it can. */
function describeShortage({ undefinedValue, metric, policy, statistics: { rows, positives }, support }) {
	const clustered = typeof policy.cluster === "string";
	if (metric.informedBy === "classes" && (positives === 0 || positives === rows)) return `undefined, since all ${counted(rows, "row")} have the label ${positives === 0 ? 0 : 1}`;
	if (undefinedValue) return "undefined on these rows";
	const minRows = clustered ? policy.minRows : Math.max(policy.minRows, UNCLUSTERED_MINIMUM_ROWS);
	if (rows < minRows) return `${counted(rows, "row")} are too few, ${minRows} are required`;
	if (support.effective >= policy.minClusters) return null;
	const unit = clustered ? clustersOf(policy) : "rows";
	const held = metric.informedBy === "classes" ? " that hold the rarer class" : "";
	if (support.holding < policy.minClusters) return `${integer(support.holding)} ${unit}${held} are too few, ${policy.minClusters} are required`;
	return `${integer(support.holding)} ${unit}${held} are so unequal that they tell as much as ${support.effective.toFixed(1)} equal ones, ${policy.minClusters} are required`;
}
/** One sentence: the values, the bound that decided beside what it had to reach, the verdict. */
function describeRule(rule, { title }, policy, side) {
	const { challenger, champion, difference, verdict, mode } = rule;
	const [lower, upper, limit] = [
		rule.bounds.lower,
		rule.bounds.upper,
		rule.limit
	];
	const digits = digitsToTell([
		difference ?? challenger,
		lower,
		upper
	], limit);
	const show = (value) => difference === null ? decimal(value, digits) : signed(value, digits);
	const values = difference === null ? `${title} ${decimal(challenger, digits)}` : `${title} ${decimal(challenger, digits)} against ${decimal(champion, digits)}: ${movement(difference, digits)}`;
	const required = `${difference !== null ? "margin" : side === "max" ? "maximum" : "minimum"} ${show(limit)}`;
	const level = percent(rule.bounds.level);
	if (verdict === "inconclusive") return `${values}; ${`${level} bounds ${show(lower)} and ${show(upper)} do not settle the ${required}`}${remedy(rule.clustersNeeded, policy)} → inconclusive`;
	if (mode === "not_worse" && verdict === "pass") return `${values}; the estimate itself is ≥ ${required}, which this mode asks for → pass`;
	const byLower = side === "max" === (verdict === "fail");
	const relation = verdict === "pass" ? side === "max" ? "≤" : mode === "superior" ? ">" : "≥" : side === "max" ? ">" : "<";
	return `${values}; ${level} ${byLower ? `lower bound ${show(lower)}` : `upper bound ${show(upper)}`} ${relation} ${required} → ${verdict}`;
}
/** As `describeRule`, for a measured property. */
function describeBudget({ property, limit }, value, verdict) {
	const title = property === "sizeBytes" ? "size" : "95th percentile of latency";
	const show = (amount) => property === "sizeBytes" ? `${integer(amount)} bytes` : `${Number(amount.toPrecision(3))} ms`;
	return `${title} ${value === null ? "was not measured" : show(value)}; at most ${show(limit)} allowed → ${verdict}`;
}
const counted = (count, noun) => `${integer(count)} ${noun}${count === 1 ? "" : "s"}`;
function remedy(needed, policy) {
	if (needed === null || needed > 1e7) return ", nor would more data with an estimate so close to it";
	const unit = typeof policy.cluster === "string" ? clustersOf(policy) : "rows";
	return `; about ${integer(needed)} more ${unit} like these would, if the estimate stays`;
}
const clustersOf = ({ cluster }) => `clusters (${String(cluster)})`;
function movement(difference, digits) {
	if (difference === 0) return "no difference";
	return `${difference > 0 ? "better" : "worse"} by ${decimal(Math.abs(difference), digits)}`;
}
/** At least 4 decimals, more (to 10) where a bound would otherwise look equal to the limit it differs from. */
function digitsToTell(values, limit) {
	for (let digits = 4; digits < 10; digits++) if (values.every((value) => value === limit || value.toFixed(digits) !== limit.toFixed(digits))) return digits;
	return 10;
}
/** .6727, −.0048: no leading zero, a true minus. */
const decimal = (value, digits) => value.toFixed(digits).replace(/^-(?=[0.]*$)/, "").replace(/^(-?)0\./, "$1.").replace("-", "−");
const signed = (value, digits) => (value > 0 ? "+" : "") + decimal(value, digits);
const percent = (share) => `${Number((share * 100).toFixed(6))} %`;
const integer = (value) => Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ",");
// packages/evaluation/src/rule.ts
/**
* Judges one comparison or absolute limit on clustered bounds.
*
* With d the improvement and [lower, upper] its one-sided bounds:
* - `non_inferior` passes when lower ≥ −margin, fails when upper < −margin;
* - `superior` passes when lower > margin (0 unless given), fails when upper < margin;
* - `not_worse` passes when d ≥ −margin, fails when upper < −margin: a guard that lets noise through and stops
*   shown harm, so at least one other rule should carry the decision;
* - `min` (`max`) passes when the challenger's own lower bound ≥ min (upper ≤ max), fails when upper < min (lower > max).
* Everything else is inconclusive, and so is an undefined value or a holdout too small to tell.
*/
function judgeRule(rule, policy, statistics) {
	const metric = metrics[rule.metric];
	const { challenger, champion } = statistics.metrics[rule.metric];
	const squares = squaresOf(statistics.metrics[rule.metric]);
	const support = supportsOf(statistics.clusters)[metric.informedBy];
	const difference = improvement(metric, challenger, champion);
	const estimate = rule.kind === "comparison" ? difference : challenger;
	const limit = rule.kind === "limit" ? rule.limit : limitOf(rule, champion);
	const spread = {
		squares: (rule.kind === "comparison" ? squares.difference : squares.challenger) ?? 0,
		clusters: support.holding,
		level: policy.confidence
	};
	const { lower, upper, standardError } = oneSidedBounds(estimate ?? NaN, spread);
	const result = {
		id: rule.id,
		metric: rule.metric,
		mode: rule.kind === "comparison" ? rule.mode : "absolute",
		challenger,
		champion: rule.kind === "comparison" ? champion : null,
		difference: rule.kind === "comparison" ? difference : null,
		bounds: {
			lower: finite$2(lower),
			upper: finite$2(upper),
			level: policy.confidence
		},
		standardError: finite$2(standardError),
		limit,
		rows: statistics.rows,
		clusters: support.holding
	};
	const shortage = describeShortage({
		undefinedValue: estimate === null,
		metric,
		policy,
		statistics,
		support
	});
	if (shortage !== null || estimate === null || limit === null) return {
		...result,
		verdict: "inconclusive",
		clustersNeeded: null,
		reason: `${metric.title}: ${shortage} → inconclusive`
	};
	const verdict = compare(rule, {
		estimate,
		lower,
		upper,
		limit
	});
	const needed = verdict === "inconclusive" ? clustersForReach(Math.abs(estimate - limit), spread) - support.holding : null;
	const judged = {
		...result,
		verdict,
		clustersNeeded: needed === null ? null : finite$2(Math.max(needed, 1))
	};
	return {
		...judged,
		reason: describeRule(judged, metric, policy, rule.kind === "limit" ? rule.side : "min")
	};
}
/** Judges a measured property of the challenger against its budget. It has no spread: a value at the limit passes. */
function judgeBudget(rule, policy, statistics) {
	const value = statistics.measured[rule.property];
	const verdict = value === null ? "inconclusive" : value <= rule.limit ? "pass" : "fail";
	return {
		id: rule.id,
		metric: null,
		mode: "budget",
		verdict,
		challenger: value,
		champion: null,
		difference: null,
		bounds: {
			lower: null,
			upper: null,
			level: policy.confidence
		},
		standardError: null,
		limit: rule.limit,
		rows: statistics.rows,
		clusters: supportsOf(statistics.clusters).count,
		clustersNeeded: null,
		reason: describeBudget(rule, value, verdict)
	};
}
/** The verdict of bounds against a limit: the same for a challenger at the gate and for a version in service. */
function compare(rule, { estimate, lower, upper, limit }) {
	if (rule.kind === "limit" && rule.side === "max") return upper <= limit ? "pass" : lower > limit ? "fail" : "inconclusive";
	const mode = rule.kind === "comparison" ? rule.mode : "min";
	return (mode === "superior" ? lower > limit : mode === "not_worse" ? estimate >= limit : lower >= limit) ? "pass" : upper < limit ? "fail" : "inconclusive";
}
function improvement({ better }, challenger, champion) {
	if (challenger === null || champion === null) return null;
	return better === "greater" ? challenger - champion : champion - challenger;
}
/** A relative margin is taken of the champion's estimate, whose own error is small beside the margin it scales. */
function limitOf({ mode, margin }, champion) {
	const allowed = "absolute" in margin ? margin.absolute : champion === null ? null : margin.relative * Math.abs(champion);
	if (allowed === null) return null;
	return mode === "superior" ? allowed : 0 - allowed;
}
const finite$2 = (value) => Number.isFinite(value) ? value : null;
// packages/evaluation/src/scored-rows.ts
/**
* Pairs both models' scores with the holdout's rows by id.
*
* @throws TidemarkError ROWS_MISMATCH (ids missing, extra or repeated; arrays of different lengths; a row without its
* cluster; a label other than 0 and 1) or SCORE_INVALID (not a probability); every problem of its kind at once.
*/
function pairRows(holdout, challenger, champion, clustered) {
	const models = [["challenger", challenger]];
	if (champion) models.push(["champion", champion]);
	refuse([...holdoutProblems(holdout, clustered), ...models.flatMap(([name, rows]) => lengthProblems(name, rows))]);
	let index = isAscending(holdout.ids) ? void 0 : indexRows(holdout.ids);
	const rowOf = (id) => {
		index ??= indexRows(holdout.ids);
		return index.get(id);
	};
	const aligned = models.map(([name, rows]) => align(name, rows, holdout.ids, rowOf));
	refuse(aligned.flatMap((model) => model.problems));
	const invalid = aligned.flatMap(({ scores }, model) => scoreProblems(models[model][0], scores));
	if (invalid.length > 0) throw new TidemarkError("SCORE_INVALID", `The scores are not all probabilities: ${listed(invalid)}`, {
		hint: "Every row needs a finite score from 0 to 1. Look for missing inputs the model does not handle.",
		problems: invalid
	});
	return {
		labels: Uint8Array.from(holdout.labels),
		clusters: clustered ? holdout.clusters : void 0,
		challenger: aligned[0].scores,
		champion: aligned[1]?.scores
	};
}
function isAscending(ids) {
	for (let row = 1; row < ids.length; row++) {
		const [before, id] = [ids[row - 1], ids[row]];
		if (typeof before !== typeof id || !(before < id)) return false;
	}
	return true;
}
function indexRows(ids) {
	const rowOf = new Map();
	const repeated = [];
	for (let row = 0; row < ids.length; row++) {
		const id = ids[row];
		if (rowOf.has(id)) repeated.push(row);
		else rowOf.set(id, row);
	}
	refuse(examples("holdout.ids", "repeated", repeated));
	return rowOf;
}
function refuse(problems) {
	if (problems.length === 0) return;
	throw new TidemarkError("ROWS_MISMATCH", `The rows to compare do not match: ${listed(problems)}`, {
		hint: "Score champion and challenger on exactly the rows of the holdout, each once, with label and cluster present.",
		problems
	});
}
const listed = (problems) => problems.map(({ path, message }) => `${path}: ${message}`).join("; ");
function holdoutProblems({ ids, labels, clusters }, clustered) {
	const problems = [];
	if (ids.length === 0) problems.push({
		path: "holdout",
		message: "has no rows"
	});
	if (labels.length !== ids.length) problems.push({
		path: "holdout.labels",
		message: `${labels.length} values for ${ids.length} ids`
	});
	const notBinary = rowsWhere(labels, (label) => label !== 0 && label !== 1);
	problems.push(...examples("holdout.labels", "expected 0 or 1", notBinary));
	if (!clustered) return problems;
	if (clusters?.length !== ids.length) return [...problems, {
		path: "holdout.clusters",
		message: `${clusters?.length ?? 0} values for ${ids.length} ids`
	}];
	const missing = rowsWhere(clusters, (value) => value === null || value === void 0 || Number.isNaN(value));
	return [...problems, ...examples("holdout.clusters", "the cluster is missing", missing)];
}
const lengthProblems = (name, { ids, scores }) => ids.length === scores.length ? [] : [{
	path: `${name}.scores`,
	message: `${scores.length} values for ${ids.length} ids`
}];
function align(name, { ids, scores }, holdoutIds, rowOf) {
	const aligned = new Float64Array(holdoutIds.length);
	const seen = new Uint8Array(holdoutIds.length);
	const unknown = [];
	const repeated = [];
	for (let i = 0; i < ids.length; i++) {
		const id = ids[i];
		const row = holdoutIds[i] === id ? i : rowOf(id);
		if (row === void 0) unknown.push(i);
		else if (seen[row]) repeated.push(i);
		else {
			seen[row] = 1;
			aligned[row] = scores[i];
		}
	}
	const missing = rowsWhere(seen, (mark) => mark === 0);
	return {
		scores: aligned,
		problems: [
			...examples(`${name}.ids`, "not in the holdout", unknown),
			...examples(`${name}.ids`, "repeated", repeated),
			...examples(`${name}.scores`, "none for these rows of the holdout", missing)
		]
	};
}
function scoreProblems(name, scores) {
	const invalid = rowsWhere(scores, (score) => !(score >= 0 && score <= 1));
	return examples(`${name}.scores`, "expected a probability", invalid);
}
function rowsWhere(values, matches) {
	const found = [];
	for (let row = 0; row < values.length; row++) if (matches(values[row])) found.push(row);
	return found;
}
/** One problem for many rows, by their numbers from 1: an id may be personal, a row number is not. */
function examples(path, message, rows) {
	if (rows.length === 0) return [];
	const named = rows.slice(0, 5).map((row) => row + 1);
	const rest = rows.length > named.length ? ` and ${rows.length - named.length} more` : "";
	return [{
		path,
		message: `${message}: ${rows.length === 1 ? "row" : "rows"} ${named.join(", ")}${rest}`
	}];
}
// packages/evaluation/src/gate.ts
/**
* Decides whether a challenger may advance: champion and challenger on the same rows, every metric on bounds from
* clusters. All rules must pass (intersection–union, so no correction is due): one failed rule fails the gate, else
* one inconclusive rule leaves it inconclusive. Without a champion a metric's absolute limit must have been judged,
* or nothing was.
*
* @throws TidemarkError ROWS_MISMATCH, SCORE_INVALID or POLICY_INVALID.
*/
function evaluateGate({ policy, holdout, challenger, champion, measured }) {
	requirementsOf(policy);
	return replayDecision(policy, collectStatistics(pairRows(holdout, challenger, champion, typeof policy.cluster === "string"), {
		sizeBytes: null,
		latencyP95Ms: null,
		...measured
	}));
}
/** The decision that `evaluateGate` made, from its statistics alone: identical to the last bit, also after JSON. */
function replayDecision(policy, statistics) {
	const requirements = requirementsOf(policy);
	const hasChampion = metricNames.some((name) => statistics.metrics[name].champion !== null);
	const askable = requirements.filter(({ kind }) => hasChampion || kind !== "comparison");
	const rules = askable.map((requirement) => requirement.kind === "budget" ? judgeBudget(requirement, policy, statistics) : judgeRule(requirement, policy, statistics));
	const notJudged = requirements.filter((requirement) => !askable.includes(requirement)).map(({ id }) => ({
		id,
		reason: "not judged: no champion to compare with"
	}));
	return {
		...conclude(askable, rules),
		rules,
		notJudged,
		metrics: Object.fromEntries(metricNames.map((name) => [name, valuesOf(name, policy, statistics)])),
		statistics
	};
}
function conclude(asked, rules) {
	const idsOf = (verdict) => rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id);
	const failed = idsOf("fail");
	const open = idsOf("inconclusive");
	if (failed.length > 0) return {
		verdict: "fail",
		reason: `${failed.join(", ")} failed`
	};
	if (open.length > 0) return {
		verdict: "inconclusive",
		reason: `${open.join(", ")} could not be settled`
	};
	if (asked.every(({ kind }) => kind === "budget")) return {
		verdict: "inconclusive",
		reason: "no metric could be judged: there is no champion to compare with and the policy has no absolute limit"
	};
	return {
		verdict: "pass",
		reason: rules.length === 1 ? "the only rule judged passed" : `all ${counted(rules.length, "rule")} judged passed`
	};
}
function valuesOf(name, policy, statistics) {
	const metric = statistics.metrics[name];
	const clusters = supportsOf(statistics.clusters)[metrics[name].informedBy].holding;
	const squares = squaresOf(metric);
	const bounded = (value, sum) => {
		const { lower, upper, standardError } = oneSidedBounds(value ?? NaN, {
			squares: sum ?? NaN,
			clusters,
			level: policy.confidence
		});
		return {
			value,
			lower: finite$1(lower),
			upper: finite$1(upper),
			standardError: finite$1(standardError)
		};
	};
	return {
		challenger: bounded(metric.challenger, squares.challenger),
		champion: metric.champion === null ? null : bounded(metric.champion, squares.champion)
	};
}
const finite$1 = (value) => Number.isFinite(value) ? value : null;
// packages/evaluation/src/performance/expected.ts
/**
* The mean squared error that the rows would have if the baseline's calibrated probabilities were right, beside what came. It takes P(y|x)
* for unchanged, and misses by more than its own error in most weeks: it is compared with how far reference weeks were from what a
* calibration without them promised, and decides nothing. Null without rows or reference weeks.
*/
function expectBrier({ scores, labels }, { baseline, expectations }) {
	const { least, most, weeks } = gapsOf(expectations);
	if (scores.length === 0 || weeks === 0) return null;
	const knots = {
		scores: readNumbers(expectations.scores),
		probabilities: readNumbers(expectations.probabilities)
	};
	let [promised, realised] = [0, 0];
	for (let row = 0; row < scores.length; row++) {
		const error = labels[row] - scores[row];
		promised += expectedSquaredError(calibrate(knots, scores[row]), scores[row]);
		realised += error * error;
	}
	return {
		baseline,
		brier: promised / scores.length,
		gap: (realised - promised) / scores.length,
		referenceLeast: least,
		referenceMost: most,
		weeks
	};
}
/** The least and the most by which reference weeks came out above what a calibration without them promised. */
function gapsOf({ weeks }) {
	const gaps = weeks.map(({ realised, promised }) => realised - promised);
	return {
		least: Math.min(...gaps),
		most: Math.max(...gaps),
		weeks: gaps.length
	};
}
// packages/evaluation/src/performance/metrics.ts
/** Metrics of predictions that were made: the gate's, and two that only have limits of their own. */
function performanceMetrics(threshold) {
	return {
		...metrics,
		observed_expected: {
			title: "observed/expected",
			better: "greater",
			informedBy: "rows",
			estimate: estimateRatio
		},
		accuracy: {
			title: "accuracy",
			better: "greater",
			informedBy: "rows",
			estimate: (labels, scores, clusters) => estimateMean(labels.map((label, row) => Number(scores[row] >= threshold === (label === 1))), clusters)
		}
	};
}
/** Outcomes over Σ scores, linearised as a ratio of sums (Cochran 1977, 6.3). NaN where the scores promise nothing. */
function estimateRatio(labels, scores, clusters) {
	const [observed, expected] = [clusterSums(clusters, labels), clusterSums(clusters, scores)];
	const total = expected.reduce((sum, each) => sum + each, 0);
	const value = total > 0 ? observed.reduce((sum, each) => sum + each, 0) / total : NaN;
	return {
		value,
		influence: observed.map((sum, c) => (sum - value * expected[c]) / total)
	};
}
// packages/evaluation/src/performance/page-hinkley.ts
const mostAlarms = 1e3;
/**
* Page's test of a rise of the squared error of each row, in order of time, from where the version's last check stopped. The variant is
* river's: the sum is kept at 0 or above, and after an alarm count, mean and sum all begin anew.
*/
function followErrors({ scores, labels, days: { codes, dictionary } }, options, previous) {
	const before = previous?.statistics.pageHinkley?.after ?? pageHinkleyStart;
	const variant = {
		...options,
		isClamped: true
	};
	const alarms = [];
	let state = before;
	for (let row = 0; row < scores.length; row++) {
		const error = labels[row] - scores[row];
		state = pageHinkleyStep(state, error * error, variant);
		if (!pageHinkleyTells(state, variant)) continue;
		if (alarms.length < mostAlarms) alarms.push(dictionary[codes[row]]);
		state = pageHinkleyStart;
	}
	return {
		from: previous?.statistics.pageHinkley ? previous.id : null,
		before,
		after: state,
		alarms
	};
}
// packages/evaluation/src/performance/collect.ts
/** Reduces outcomes to what a judgement is made from: numbers by day, no row. `asOf` is the day of the log's newest prediction. */
function collectPerformance(outcomes, { policy, reference, asOf }) {
	const { labels, scores, predictions, repeated, unusable, contradicted, period } = outcomes;
	const { days, clusters } = clusterByDay(outcomes);
	const estimates = performanceMetrics(policy.threshold);
	const isCovered = predictions > 0 && labels.length / predictions >= policy.minCoverage;
	return {
		period,
		asOf,
		predictions,
		labelled: labels.length,
		repeated,
		unusable,
		contradicted,
		days,
		rows: writeNumbers(clusterSums(clusters)),
		positives: writeNumbers(clusterSums(clusters, labels)),
		metrics: Object.fromEntries(performanceMetricNames.map((name) => {
			const { value, influence } = labels.length === 0 ? {
				value: NaN,
				influence: new Float64Array()
			} : estimates[name].estimate(labels, scores, clusters);
			return [name, Number.isFinite(value) ? {
				value: value + 0,
				influence: writeNumbers(Array.from(influence, (share) => share + 0))
			} : {
				value: null,
				influence: ""
			}];
		})),
		release: releaseOf(reference.evaluation),
		pageHinkley: isCovered ? followErrors(outcomes, policy.pageHinkley, reference.previous) : null,
		expected: isCovered && reference.promised !== null ? expectBrier(outcomes, reference.promised) : null
	};
}
/** The values with which a version passed the gate, as its decision records them. */
function releaseOf({ metrics }) {
	return Object.fromEntries(metricNames.map((name) => {
		const { value, standardError } = metrics[name].challenger;
		return [name, value === null ? null : {
			value,
			standardError
		}];
	}));
}
function clusterByDay({ days: { codes, dictionary } }) {
	const days = [...new Set(Array.from(codes, (code) => dictionary[code]))].sort();
	const places = new Map(days.map((day, place) => [day, place]));
	const placeOf = dictionary.map((day) => places.get(day) ?? 0);
	return {
		days,
		clusters: {
			of: Uint32Array.from(codes, (code) => placeOf[code]),
			count: days.length
		}
	};
}
// packages/evaluation/src/performance/wording.ts
/** Why a window's labels are too few to judge by, and how many are missing, or null where they are enough. */
function describeCoverage({ minCoverage, maturityDays }, { predictions, labelled, contradicted }) {
	if (predictions === 0) return "No prediction of the week can be used.";
	if (labelled / predictions >= minCoverage) return null;
	const wanted = Math.ceil(minCoverage * predictions);
	const unsure = contradicted === 0 ? "" : ` (${counted(contradicted, "prediction")} with labels that contradict each other)`;
	return `${counted(labelled, "label")} of ${counted(predictions, "prediction")} (${percent(labelled / predictions)}) ${labelled === 1 ? "is" : "are"} known ${counted(maturityDays, "day")} after the week, ${percent(minCoverage)} are required: ${counted(wanted - labelled, "more label")} would do${unsure}. Those that come first are not typical of all, so nothing is judged by them.`;
}
/** One sentence: the values, the bound that decided beside what it had to reach, the verdict. */
function describePerformance({ value, release, difference, bounds, limit, verdict, mode }, title, side) {
	const show = (number) => decimal(number, 4);
	const values = difference === null ? `${title} ${show(value)}` : `${title} ${show(value)} against ${show(release)} at the gate: ${difference < 0 ? "worse" : "better"} by ${show(Math.abs(difference))}`;
	const required = `${difference !== null ? "margin" : side === "max" ? "maximum" : "minimum"} ${show(limit)}`;
	const between = `bounds ${show(bounds.lower)} and ${show(bounds.upper)}`;
	if (verdict === "inconclusive") return `${values}; ${between} do not settle the ${required} → inconclusive`;
	if (mode === "not_worse" && verdict === "pass") return `${values}; the estimate itself keeps the ${required} → pass`;
	return `${values}; ${between} are ${verdict === "pass" ? "within" : "beyond"} the ${required} → ${verdict}`;
}
/** The verdict on a window in one sentence. */
function summarisePerformance(verdict, results) {
	const named = results.filter((result) => result.verdict === verdict).map(({ id }) => id);
	if (verdict === "pass") return `All ${counted(results.length, "requirement")} are kept.`;
	return verdict === "fail" ? `${named.join(", ")}: shown to be beyond what is allowed.` : `${named.join(", ")} could not be settled.`;
}
// packages/evaluation/src/performance/judge.ts
/**
* Judges a matured week of one version's predictions from its statistics alone. With too few labels nothing is judged: those that come
* first are not typical of all. Else each metric is judged as the gate judges it: bounds from days, against the value with which the
* version passed the gate, whose own error counts too, or against limits. All must pass.
*/
function judgePerformance(policy, statistics) {
	const shortage = describeCoverage(policy, statistics);
	if (shortage !== null) return {
		verdict: "inconclusive",
		reason: shortage,
		results: []
	};
	const results = policy.metrics.flatMap((rule) => judgeMetric(rule, policy, statistics));
	const has = (verdict) => results.some((result) => result.verdict === verdict);
	const verdict = has("fail") ? "fail" : has("inconclusive") ? "inconclusive" : "pass";
	return {
		verdict,
		reason: summarisePerformance(verdict, results),
		results
	};
}
function judgeMetric(rule, policy, statistics) {
	const { id, mode, min, max } = rule;
	const judge = (name, ask, limit) => judgeOne({
		id: `${id}.${name}`,
		rule,
		ask,
		limit
	}, policy, statistics);
	return [
		...mode === "absolute" ? [] : [judge(mode, {
			kind: "comparison",
			mode
		}, allowedLoss(rule, statistics))],
		...min === void 0 ? [] : [judge("min", {
			kind: "limit",
			side: "min"
		}, min)],
		...max === void 0 ? [] : [judge("max", {
			kind: "limit",
			side: "max"
		}, max)]
	];
}
function allowedLoss({ id, margin, marginRelative }, { release }) {
	const value = release[id]?.value;
	if (margin !== void 0) return 0 - margin;
	return value === void 0 || marginRelative === void 0 ? null : 0 - marginRelative * Math.abs(value);
}
function judgeOne({ id, rule, ask, limit }, policy, statistics) {
	const metric = performanceMetrics(policy.threshold)[rule.id];
	const { value, influence } = statistics.metrics[rule.id];
	const release = ask.kind === "comparison" ? statistics.release[rule.id] ?? null : null;
	const { rows, days } = supportOf(statistics, metric.informedBy);
	const difference = value === null || release === null ? null : metric.better === "greater" ? value - release.value : release.value - value;
	const estimate = ask.kind === "comparison" ? difference : value;
	const own = {
		squares: sumOfSquares(readNumbers(influence)),
		clusters: days,
		level: policy.confidence
	};
	const { lower, upper } = withReleaseError(oneSidedBounds(estimate ?? NaN, own), estimate, {
		releaseError: release?.standardError ?? 0,
		days,
		level: policy.confidence
	});
	const result = {
		id,
		metric: rule.id,
		mode: ask.kind === "comparison" ? ask.mode : "absolute",
		value,
		release: release?.value ?? null,
		difference,
		bounds: {
			lower: finite(lower),
			upper: finite(upper),
			level: policy.confidence
		},
		limit,
		rows,
		days
	};
	const lacks = rows < policy.minRows ? `${counted(rows, "labelled row")} are too few, ${policy.minRows} are required` : days < policy.minDays ? `${counted(days, "day")}${metric.informedBy === "classes" ? " with both classes" : ""} are too few, ${policy.minDays} are required` : ask.kind === "comparison" && release === null ? "the release has no value to compare with" : estimate === null || limit === null ? "undefined on these rows" : null;
	if (lacks !== null || estimate === null || limit === null) return {
		...result,
		verdict: "inconclusive",
		reason: `${metric.title}: ${lacks} → inconclusive`
	};
	const judged = {
		...result,
		verdict: compare(ask, {
			estimate,
			lower,
			upper,
			limit
		})
	};
	return {
		...judged,
		reason: describePerformance(judged, metric.title, ask.kind === "limit" ? ask.side : "min")
	};
}
/** The release's value was measured on other days: its error adds to the week's. Student's t stays that of the fewer days, the week's. */
function withReleaseError(bounds, estimate, { releaseError, days, level }) {
	if (releaseError === 0 || estimate === null || !(days >= 2)) return bounds;
	const { standardError } = bounds;
	const reach = studentTQuantile(level, days - 1) * Math.sqrt(standardError * standardError + releaseError * releaseError);
	return {
		lower: estimate - reach,
		upper: estimate + reach
	};
}
/** Rows, and days that hold what informs a metric. */
function supportOf({ rows, positives, labelled }, informedBy) {
	const [all, events] = [readNumbers(rows), readNumbers(positives)];
	const days = (weights) => clusterSupport(weights).holding;
	if (informedBy === "rows") return {
		rows: labelled,
		days: days(all)
	};
	return {
		rows: labelled,
		days: Math.min(days(events), days(all.map((count, day) => count - events[day])))
	};
}
const finite = (value) => Number.isFinite(value) ? value : null;
// packages/evaluation/src/performance/check.ts
/** A week's judgement as the registry keeps it. The same version, statistics and policy have the same id. */
function checkPerformance(question) {
	const { statistics, modelDigest, evaluation } = question;
	const policy = PerformancePolicy.parse(question.policy);
	const { verdict, reason, results } = judgePerformance(policy, statistics);
	const digest = digestOf(statistics);
	return {
		schema: "tidemark/performance/v1",
		...question,
		id: digestOf({
			modelDigest,
			evaluation,
			window: digest,
			policy
		}),
		window: {
			...statistics.period,
			digest
		},
		policy,
		verdict,
		reason,
		results: [...results]
	};
}
/** Why a stored check does not follow from its statistics, the gate's decision and the baseline that it names, or null where it does. */
function findPerformanceReplayProblem(check, evaluation, baseline) {
	const { schema: _, id: __, window: ___, verdict: ____, reason: _____, results: ______, ...question } = check;
	const again = checkPerformance(question);
	const { asOf, period, release, expected } = check.statistics;
	const differs = [
		...canonicalJson(again) === canonicalJson(check) ? [] : ["the decision"],
		...canonicalJson(release) === canonicalJson(releaseOf(evaluation)) && evaluation.id === check.evaluation ? [] : ["the release’s values"],
		...expected === null || hasGaps(expected, baseline) ? [] : ["what the baseline promises"],
		...isMature({
			period,
			asOf
		}, check.policy) ? [] : ["the day until which it had to wait"]
	];
	if (differs.length === 0) return null;
	return `Performance check ${check.id}: ${differs.join(", ")} cannot be made again`;
}
function hasGaps(expected, baseline) {
	if (baseline?.expectations === void 0 || baseline.id !== expected.baseline) return false;
	const { least, most, weeks } = gapsOf(baseline.expectations);
	return expected.referenceLeast === least && expected.referenceMost === most && expected.weeks === weeks;
}
/** Whether the log goes on for so long after a period that its labels are taken to have come. */
function isMature({ period, asOf }, { maturityDays }) {
	return Date.parse(asOf) - Date.parse(period.end) >= maturityDays * 864e5;
}
// packages/evaluation/src/recorded-statistics.ts
const Count = int().min(0);
/** No statistic is near this; beyond, a square is no finite number any more. */
const Finite = number().min(-1e100).max(1e100);
const Shares = array(Finite).max(500);
const Square = Finite.min(0);
/** A mean that is above its maximum by rounding alone is no contradiction. */
const rounding = 1 + 1e-9;
const Support = strictObject({
	holding: Count,
	effective: Finite.min(0)
}).refine(({ holding, effective }) => effective <= holding * rounding, "the effective number is above the number");
const Clusters = discriminatedUnion("form", [strictObject({
	form: literal("listed"),
	rows: array(Count).max(500),
	positives: array(Count).max(500)
}), strictObject({
	form: literal("summed"),
	count: Count,
	rows: Support,
	classes: Support
})]);
const Metric = strictObject({
	challenger: Finite.nullable(),
	champion: Finite.nullable(),
	influence: strictObject({
		challenger: Shares,
		champion: Shares.nullable()
	}).optional(),
	squares: strictObject({
		challenger: Square,
		champion: Square.nullable(),
		difference: Square.nullable()
	}).optional()
});
/** Statistics as an evaluation holds them: what is checked here, `replayDecision` relies on. */
const RecordedStatistics = strictObject({
	task: literal("binary"),
	rows: Count,
	positives: Count,
	clusters: Clusters,
	metrics: strictObject(Object.fromEntries(metricNames.map((name) => [name, Metric]))),
	measured: strictObject({
		sizeBytes: Count.nullable(),
		latencyP95Ms: Finite.min(0).nullable()
	})
}).superRefine((statistics, context) => {
	for (const { path, message } of findContradictions(statistics)) context.addIssue({
		code: "custom",
		path,
		message
	});
});
function findContradictions({ rows, positives, clusters, metrics }) {
	return [
		...positives <= rows ? [] : [{
			path: ["positives"],
			message: "there are more than rows"
		}],
		...findClusterContradictions(clusters, rows, positives).map((message) => ({
			path: ["clusters"],
			message
		})),
		...metricNames.flatMap((name) => findSpreadContradictions(metrics[name], clusters).map((message) => ({
			path: ["metrics", name],
			message
		})))
	];
}
function findClusterContradictions(clusters, rows, positives) {
	if (clusters.form === "summed") {
		const { count, rows: all, classes } = clusters;
		return count <= rows && all.holding <= count && classes.holding <= count ? [] : ["there are more than rows"];
	}
	const sum = (counts) => counts.reduce((total, count) => total + count, 0);
	return clusters.rows.length === clusters.positives.length && clusters.positives.every((count, c) => count <= clusters.rows[c]) && sum(clusters.rows) === rows && sum(clusters.positives) === positives ? [] : ["rows and positives do not add up"];
}
/** Every value that is there has its spread, in the form that the clusters have; without it a bound would be the value. */
function findSpreadContradictions(metric, clusters) {
	const { challenger, champion, influence, squares } = metric;
	if (influence && squares) return ["influence and squares exclude each other"];
	const spread = influence ?? squares;
	if (spread === void 0) return challenger === null ? [] : ["there is a value without a spread"];
	if (challenger === null) return ["there is a spread without a value"];
	if (spread.champion === null !== (champion === null)) return ["the champion has a value or a spread without the other"];
	if (squares && squares.difference === null !== (champion === null)) return ["the difference has no champion"];
	if (clusters.form === "listed" !== (influence !== void 0)) return ["the spread’s form is not that of the clusters"];
	if (!influence || clusters.form !== "listed") return [];
	return [influence.challenger, influence.champion ?? influence.challenger].map((shares) => shares.length).every((length) => length === clusters.rows.length) ? [] : ["the shares are not one for each cluster"];
}
// packages/evaluation/src/replay.ts
const hint = "Run evaluate-gate again; do not edit what travels between jobs.";
/**
* Makes a recorded decision again from its own statistics and compares: a verdict that was edited on its way shows. The
* statistics must be complete and fit the evaluation's champion, rows and measurements.
*
* @throws TidemarkError DOCUMENT_INVALID or DIGEST_MISMATCH
*/
function assertReplays(evaluation, policy) {
	const replayed = replayDecision(policy, readStatistics(evaluation));
	for (const part of [
		"verdict",
		"reason",
		"rules",
		"notJudged",
		"metrics"
	]) {
		if (canonicalJson(replayed[part]) === canonicalJson(evaluation[part])) continue;
		throw new TidemarkError("DIGEST_MISMATCH", `what the gate’s record says under ${part} does not follow from its statistics and the policy`, { hint });
	}
}
/**
* Why a stored decision does not follow from its statistics, or null. Verdicts alone are compared: a later release may word
* a reason anew. Without its policy (null) only the statistics are checked.
*/
function findReplayProblem(evaluation, policy) {
	try {
		const statistics = readStatistics(evaluation);
		if (policy === null) return null;
		const replayed = replayDecision(policy, statistics);
		if (canonicalJson(verdictsOf(replayed)) === canonicalJson(verdictsOf(evaluation))) return null;
		return `its statistics give the verdict ${replayed.verdict}${replayed.verdict === evaluation.verdict ? " by other rules" : ""}, it says ${evaluation.verdict}`;
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return [error.message, ...error.problems.map(({ path, message }) => `${path} ${message}`)].join("; ");
	}
}
function verdictsOf({ verdict, rules, notJudged }) {
	return {
		verdict,
		rules: rules.map(({ id, verdict }) => ({
			id,
			verdict
		})),
		notJudged: notJudged.map(({ id }) => id)
	};
}
function readStatistics(evaluation) {
	const parsed = RecordedStatistics.safeParse(evaluation.statistics);
	if (!parsed.success) throw new TidemarkError("DOCUMENT_INVALID", "the gate’s statistics are not what a decision is made from", {
		hint,
		problems: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({
			path: ["statistics", ...path].join("."),
			message
		}))
	});
	const statistics = parsed.data;
	const problems = findMismatches(evaluation, statistics);
	if (problems.length === 0) return statistics;
	throw new TidemarkError("DIGEST_MISMATCH", "the gate’s statistics are those of another decision", {
		hint,
		problems
	});
}
function findMismatches({ challenger, champion, holdout }, statistics) {
	const { rows, measured, metrics } = statistics;
	return [
		[
			"a champion",
			Object.values(metrics).some((metric) => metric.champion !== null),
			champion !== null
		],
		[
			"rows",
			rows,
			holdout.acceptedRows
		],
		[
			"measured.sizeBytes",
			measured.sizeBytes,
			challenger.sizeBytes
		],
		[
			"measured.latencyP95Ms",
			measured.latencyP95Ms,
			challenger.latencyP95Ms
		]
	].filter(([, actual, expected]) => actual !== expected).map(([path, actual, expected]) => ({
		path: `statistics: ${path}`,
		message: `is ${String(actual)}, the evaluation says ${String(expected)}`
	}));
}
export { isMature as a, findPerformanceReplayProblem as i, findReplayProblem as n, collectPerformance as o, checkPerformance as r, evaluateGate as s, assertReplays as t };

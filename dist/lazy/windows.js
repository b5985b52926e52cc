import { ft as addDays, mt as datesOf, pt as completeWeeks } from "../lib/data.js";
// actions/drift-report/src/windows.ts
/** What one run judges at most: half a year of weeks, three months of days. */
const mostWindows = {
	week: 26,
	day: 92,
	rows: 26
};
/** Days before the newest one that one run's windows reach back to at most; a window of rows may begin anywhere. */
function longestSpan(rule) {
	if (typeof rule !== "string") return 73200;
	return rule === "day" ? mostWindows.day : 7 * mostWindows.week + 6;
}
/** Where windows end at the latest: with the last day that has rows, and with GitHub's date. */
const endOfWindows = (arrived, { latest }) => arrived < latest ? arrived : latest;
/** Windows after the reference for which data have arrived, without those that are decided; the newest ones. */
function dueWindows(rule, { period }, arrived, known) {
	const decided = new Set(known.filter(({ verdict }) => verdict !== "inconclusive").map(({ window }) => window.start));
	const all = {
		start: period.end,
		end: arrived.end
	};
	return (rule === "week" ? completeWeeks(all) : rule === "day" ? datesOf(all).map((date) => ({
		start: date,
		end: addDays(date, 1)
	})) : [...known.map(({ window: { start, end } }) => ({
		start,
		end
	})), ...gatherRows(rule.rows, all, arrived, known)]).slice(-mostWindows[typeof rule === "string" ? rule : "rows"]).filter(({ start }) => !decided.has(start));
}
/**
* Whole days until they hold enough rows, one window after the other. They go on after the last window on record, so that rows that come
* late move no border; the newest day, which may not be complete, ends none.
*/
function gatherRows(enough, { start, end }, { rows }, known) {
	const windows = [];
	let from = [start, ...known.map(({ window }) => window.end)].sort().at(-1);
	let seen = 0;
	for (const date of datesOf({
		start: from,
		end: addDays(end, -1)
	})) {
		seen += rows.get(date) ?? 0;
		if (seen < enough) continue;
		const next = addDays(date, 1);
		windows.push({
			start: from,
			end: next
		});
		from = next;
		seen = 0;
	}
	return windows;
}
/** Each window in short: what the output `windows` holds. */
function summariseWindows(checks) {
	return checks.map(({ window, verdict, results }) => ({
		window: window.start,
		verdict,
		columns: [...new Set(results.filter((result) => isDrift(result.verdict)).map(({ column }) => column))]
	}));
}
const isDrift = (verdict) => verdict === "warn" || verdict === "fail";
export { summariseWindows as a, longestSpan as i, endOfWindows as n, isDrift as r, dueWindows as t };

import { $ as readDayRows, F as checkDrift, H as publicColumns, J as profileWindows, Q as readArrived, at as buildBaseline, et as readPeriod } from "../lib/data.js";
import { C as TidemarkError } from "../lib/start.js";
import { n as warnOfDaysAhead } from "./ahead.js";
import { g as score, h as queryOf, m as openRows, p as driftData } from "./watched.js";
import { n as endOfWindows, t as dueWindows } from "./windows.js";
// actions/drift-report/src/measure.ts
/** Builds the baseline where there is none, counts the windows that are due and judges them. Throws `DATA_EMPTY`. */
async function measureDrift(context, question) {
	await using reference = await openRows(question, question.files.reference);
	await using all = await openRows(question, question.files.all);
	const { baseline: known, folder, monitor, scorer, today } = question;
	const query = queryOf(question);
	const [period, arrived] = await Promise.all([known?.period ?? readPeriod(reference.engine, query), readArrived(all.engine, query, today.latest)]);
	if (period === null || arrived === null) throw emptyReference(question);
	if (arrived.ahead !== null) warnOfDaysAhead(context, {
		newest: arrived.ahead,
		today,
		place: "The data"
	});
	const rows = typeof monitor.windows === "string" ? new Map() : await readDayRows(all.engine, query, period.end);
	const due = dueWindows(monitor.windows, { period }, {
		end: endOfWindows(arrived.end, today),
		rows
	}, question.windows);
	const span = due.length === 0 ? null : {
		start: due[0].start,
		end: due.at(-1).end
	};
	const describe = async () => buildBaseline(reference.engine, driftData(question, await score(context, question, reference, period)), {
		model: folder.policy.model,
		dataset: reference.dataset.digest,
		modelDigest: scorer.modelDigest,
		period,
		publicColumns: publicColumns(folder.contract),
		expectsPerformance: monitor.performance !== void 0
	});
	const [baseline, scoredWindows] = await context.group(known ? "Score" : "Score, and describe the reference", () => Promise.all([known ?? describe(), span === null ? void 0 : score(context, question, all, span)]));
	const profiles = due.length === 0 ? [] : await context.group(`Count ${due.length} windows`, () => profileWindows(all.engine, driftData(question, scoredWindows), baseline, due));
	return {
		baseline,
		reference: reference.document,
		dataset: all.document,
		checks: profiles.map((window) => checkDrift({
			baseline,
			window,
			dataset: all.dataset.digest,
			policy: monitor
		}))
	};
}
/** That the reference has no rows. */
function emptyReference({ folder, scorer }) {
	return new TidemarkError("DATA_EMPTY", `${scorer.query.file} gives no rows of ${folder.policy.model}’s reference data`, { hint: "Check its WHERE, and whether the contract rejects every row." });
}
export { measureDrift as n, emptyReference as t };

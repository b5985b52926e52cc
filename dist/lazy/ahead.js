import { ft as addDays } from "../lib/data.js";
// actions/drift-report/src/ahead.ts
async function readToday(clock) {
	const date = (await clock.now()).slice(0, 10);
	return {
		date,
		latest: addDays(date, 1)
	};
}
/** Says that rows of days to come were left out; `place` is what holds them. */
function warnOfDaysAhead({ annotate, log }, { newest, today, place }) {
	const message = `${place} have rows as late as ${newest}, and GitHub’s date is ${today.date}: days after ${today.latest} are left out. Correct them, or bound the date in the contract.`;
	annotate({
		level: "warning",
		title: "Days ahead",
		message
	});
	log(message);
}
export { warnOfDaysAhead as n, readToday as t };

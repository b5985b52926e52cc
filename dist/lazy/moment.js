import { S as NEVER, _ as string } from "../vendor/zod.js";
// packages/cli/src/moment.ts
const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(Z|UTC|[+-]\d\d:\d\d)?)?$/;
/**
* A time as people type it, as UTC: `2001-05-02` (its first moment), `2001-05-02 08:20`, `2001-05-02T08:20:00Z`, or with an offset
* such as `+02:00`. What has no zone is UTC. Null where it is no time.
*/
function readMoment(text) {
	const [, date, time = "00:00", zone = "Z"] = pattern.exec(text.trim()) ?? [];
	if (date === void 0) return null;
	const at = new Date(`${date}T${time}${zone === "UTC" ? "Z" : zone}`);
	if (Number.isNaN(at.getTime()) || zone === "Z" && !at.toISOString().startsWith(date)) return null;
	return at.toISOString().replace(".000Z", "Z");
}
/** An option that is a time. */
const Moment = string().transform((text, context) => {
	const at = readMoment(text);
	if (at !== null) return at;
	context.addIssue({
		code: "custom",
		message: "expected a time such as 2001-05-02 or \"2001-05-02 08:20\", in UTC"
	});
	return NEVER;
});
export { Moment as t };

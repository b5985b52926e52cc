import { C as TidemarkError } from "../lib/start.js";
// packages/cli/src/options.ts
/** Checks a command's options; everything wrong with them is said in one go. Throws `INPUT_INVALID`. */
function checkOptions(schema, options) {
	const result = schema.safeParse(options);
	if (result.success) return result.data;
	const problems = result.error.issues.map(({ path, message }) => ({
		path: `--${String(path[0])}`,
		message: message.replace(/^Invalid input: /, "")
	}));
	throw new TidemarkError("INPUT_INVALID", problems.length === 1 ? "an option cannot be used" : `${problems.length} options cannot be used`, {
		hint: "Correct them; --help says what each takes.",
		problems
	});
}
export { checkOptions as t };

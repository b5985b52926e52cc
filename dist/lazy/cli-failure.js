import { C as TidemarkError, w as describeProblem } from "../lib/start.js";
import { t as UsageError } from "./invocation.js";
import { r as plain } from "./table.js";
// packages/cli/src/failure.ts
/** The caller's own words were wrong: exit code 2. */
const usageCodes = ["INPUT_INVALID", "NAME_INVALID"];
const mostProblems = 50;
/** What goes to standard error for a failure, and the exit code. A stack is shown for bugs alone. */
function describeError(command, error) {
	if (error instanceof UsageError) return {
		text: `tidemark ${command}: ${plain(error.message)}\n  hint: tidemark ${command} --help`,
		exitCode: 2
	};
	if (error instanceof TidemarkError) {
		const problems = error.problems.slice(0, mostProblems).map((problem) => `  - ${plain(describeProblem(problem))}`);
		const more = error.problems.length - problems.length;
		return {
			text: [
				`tidemark ${command}: ${error.code}: ${plain(error.message)}`,
				...problems,
				...more > 0 ? [`  - and ${more} more`] : [],
				`  hint: ${plain(error.hint)}`
			].join("\n"),
			exitCode: usageCodes.includes(error.code) ? 2 : 1
		};
	}
	return {
		text: `This is a bug in tidemark ${command}. Please report it with these lines.\n\n${error instanceof Error ? error.stack ?? String(error) : `thrown: ${String(error)}`}`,
		exitCode: 1
	};
}
export { describeError };

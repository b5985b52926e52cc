import { parseArgs } from "node:util";
// packages/cli/src/invocation.ts
/** Called in a way that the command cannot be: exit code 2. */
var UsageError = class extends Error {};
/** Reads a command's arguments; `help` where they ask for it. Throws `UsageError`. */
function readArguments(command, args) {
	const options = Object.fromEntries(command.options.map(({ name, value, isList }) => [name, {
		type: value === void 0 ? "boolean" : "string",
		multiple: isList === true
	}]));
	let parsed;
	try {
		parsed = parseArgs({
			args: [...args],
			options: {
				...options,
				help: {
					type: "boolean",
					short: "h"
				}
			},
			allowPositionals: true,
			strict: true
		});
	} catch (error) {
		throw new UsageError(error.message.split(". To specify")[0]);
	}
	const { values, positionals } = parsed;
	if (values.help) return "help";
	const most = command.operands.at(-1)?.endsWith("…") ? Number.POSITIVE_INFINITY : command.operands.length;
	if (positionals.length > most) throw new UsageError(`${JSON.stringify(positionals[most])} is more than it takes: ${most === 0 ? "no operands" : command.operands.join(" ")}`);
	return {
		options: values,
		operands: positionals
	};
}
export { readArguments as n, UsageError as t };

import { I as Version, j as Name } from "../lib/start.js";
import { t as UsageError } from "./invocation.js";
// packages/cli/src/reference.ts
/** `flight-delay`, `flight-delay@1.1.0`, or the tag `flight-delay@v1.1.0`. Throws `UsageError`. */
function readReference(operand) {
	if (operand === void 0) throw new UsageError("which model, or <model>@<version>?");
	const [model = "", version, ...rest] = operand.split("@");
	const plainVersion = version?.replace(/^v/, "");
	const isVersion = plainVersion === void 0 || Version.safeParse(plainVersion).success;
	if (rest.length === 0 && isVersion && Name.safeParse(model).success) return {
		model,
		version: plainVersion
	};
	throw new UsageError(`${JSON.stringify(operand)} is not <model> or <model>@<version>, such as flight-delay@1.1.0`);
}
/** The same where a version is needed. */
function readVersionReference(operand) {
	if (operand === void 0) throw new UsageError("which <model>@<version>?");
	const { model, version } = readReference(operand);
	if (version === void 0) throw new UsageError(`which version of ${model}? \`tidemark ls ${model}\` lists them; write ${model}@1.0.0`);
	return {
		model,
		version
	};
}
export { readVersionReference as n, readReference as t };

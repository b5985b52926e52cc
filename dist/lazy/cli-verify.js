import { l as findDriftReplayProblem } from "../lib/data.js";
import { a as boolean, d as object } from "../vendor/zod.js";
import { n as findReplayProblem } from "../lib/evaluation.js";
import { t as verifyRegistry } from "../lib/registry.js";
import { r as findRolloutReplayProblem } from "../lib/rollout.js";
import { D as RelativePath, S as TidemarkError } from "../lib/start.js";
import { a as checkOptions, i as sourceOptions, r as openSource } from "./source.js";
import { n as plain } from "./table.js";
// packages/cli/src/commands/verify.ts
const Options = object({
	...sourceOptions,
	"policy-root": RelativePath.default("models"),
	assets: boolean().default(false),
	json: boolean().default(false)
});
/** `tidemark verify`: exit code 1 where an error was found. */
async function execute({ options }, terminal) {
	const choice = checkOptions(Options, options);
	if (choice.assets && choice.repo === void 0) throw new TidemarkError("INPUT_INVALID", "--assets needs --repo: a clone has no releases", { hint: "Add --repo owner/name." });
	using source = await openSource(choice, terminal);
	const { ledger, registry } = source;
	const verification = await verifyRegistry(ledger, {
		replay: {
			evaluation: findReplayProblem,
			drift: findDriftReplayProblem,
			rollout: findRolloutReplayProblem
		},
		...registry ? {
			releases: registry.releases,
			assets: choice.assets,
			intent: {
				reviews: registry.reviews,
				policyRoot: choice["policy-root"]
			}
		} : {}
	});
	terminal.print(choice.json ? JSON.stringify(verification, null, 2) : describe(verification, source.name));
	return verification.verified ? 0 : 1;
}
/** Kinds are named in the plural: `1 rollout`, `1 digest entry`, `1 drift check replayed`. */
function quantity(count, kind) {
	if (count !== 1) return `${count} ${kind}`;
	return `1 ${kind.replace(/ies\b/, "y").replace(/s( replayed| under way)?$/, "$1")}`;
}
function describe({ verified, checked, notChecked, problems }, name) {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const counts = Object.entries(checked).map(([kind, count]) => quantity(count, kind));
	const open = Object.entries(notChecked).map(([kind, count]) => `${count} ${kind}`);
	return [
		verified ? `✓ verified: ${name}` : `✕ not verified: ${name}: ${errors} error${errors === 1 ? "" : "s"}. Do not deploy from it.`,
		...problems.flatMap(({ severity, path, message, remedy }) => [`  ${severity === "error" ? "✕" : "▲"} ${plain(path)} ${plain(message)}`, `      ${plain(remedy)}`]),
		counts.length > 0 ? `  proven: ${counts.join(", ")}` : "  nothing to prove yet",
		...open.length > 0 ? [`  not judged: ${open.join(", ")}`] : []
	].join("\n");
}
export { execute };

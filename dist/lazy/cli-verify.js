import { I as findDriftReplayProblem } from "../lib/data.js";
import { o as boolean, p as object } from "../vendor/zod.js";
import { i as findPerformanceReplayProblem, n as findReplayProblem } from "../lib/evaluation.js";
import { f as planRepair, p as describeStep, t as verifyRegistry } from "../lib/registry.js";
import { i as findRolloutReplayProblem } from "../lib/rollout.js";
import { C as TidemarkError, O as RelativePath, T as GitSha } from "../lib/start.js";
import { t as checkOptions } from "./options.js";
import { a as openSource, o as sourceOptions, r as connection } from "./source.js";
import { r as plain } from "./table.js";
// packages/cli/src/commands/verify.ts
const Options = object({
	...sourceOptions,
	"policy-root": RelativePath.default("models"),
	assets: boolean().default(false),
	repair: boolean().default(false),
	since: GitSha.optional(),
	json: boolean().default(false)
});
const replay = {
	evaluation: findReplayProblem,
	drift: findDriftReplayProblem,
	performance: findPerformanceReplayProblem,
	rollout: findRolloutReplayProblem
};
/** `tidemark verify`: exit code 1 where an error was found, and after a repair where one is left. */
async function execute({ options }, terminal) {
	const choice = checkOptions(Options, options);
	for (const option of ["assets", "repair"]) if (choice[option] && choice.repo === void 0) throw new TidemarkError("INPUT_INVALID", `--${option} needs --repo: a clone has no releases`, { hint: "Add --repo owner/name." });
	const { repo } = choice;
	const { name, verification, plan, repaired } = repo === void 0 ? await verifyClone(choice, terminal) : await verifyOnline({
		...choice,
		repo
	}, terminal);
	const steps = plan.steps.map(describeStep);
	const told = repaired.map((each) => ({
		...each,
		what: describeStep(each.step)
	}));
	terminal.print(choice.json ? JSON.stringify({
		...verification,
		repairs: plan.steps,
		repaired
	}, null, 2) : [...describe(verification, name), ...describeRepair({
		steps,
		told
	})].join("\n"));
	return verification.verified ? 0 : 1;
}
async function verifyClone(choice, terminal) {
	using source = await openSource(choice, terminal);
	const verification = await verifyRegistry(source.ledger, {
		replay,
		since: choice.since
	});
	return {
		name: source.name,
		verification,
		plan: planRepair(verification.problems),
		repaired: []
	};
}
async function verifyOnline(choice, terminal) {
	const { readLogin, verifyGitHubRegistry } = await import("./src2.js");
	if (choice.clone !== void 0) throw new TidemarkError("INPUT_INVALID", "--clone and --repo are two places", { hint: "Give one of them." });
	const { assets, repair, since, repo } = choice;
	const options = connection(choice, terminal);
	const actor = (repair ? await readLogin(options) : null) ?? options.actor;
	return {
		name: repo,
		...await verifyGitHubRegistry({
			...options,
			actor
		}, {
			assets,
			repair,
			since,
			replay
		})
	};
}
/** Kinds are named in the plural: `1 rollout`, `1 digest entry`, `1 drift check replayed`. */
function quantity(count, kind) {
	if (count !== 1) return `${count} ${kind}`;
	return `1 ${kind.replace(/ies\b/, "y").replace(/s( replayed| under way)?$/, "$1")}`;
}
const marks = {
	error: "✕",
	warning: "▲",
	notice: "·"
};
function describe({ verified, checked, notChecked, problems }, name) {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const counts = Object.entries(checked).map(([kind, count]) => quantity(count, kind));
	const open = Object.entries(notChecked).map(([kind, count]) => `${count} ${kind}`);
	const order = Object.keys(marks);
	return [
		verified ? `✓ verified: ${name}` : `✕ not verified: ${name}: ${errors} error${errors === 1 ? "" : "s"}. Do not deploy from it.`,
		...problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).flatMap(({ severity, path, message, remedy }) => [`  ${marks[severity]} ${plain(path)} ${plain(message)}`, `      ${plain(remedy)}`]),
		counts.length > 0 ? `  proven: ${counts.join(", ")}` : "  nothing to prove yet",
		...open.length > 0 ? [`  not judged: ${open.join(", ")}`] : []
	];
}
const outcomes = {
	done: "done",
	unneeded: "not needed",
	left: "left for a person"
};
function describeRepair({ steps, told }) {
	return [
		...told.map(({ what, outcome, detail, remedy }) => `  repair: ${plain(what)}: ${outcomes[outcome]}, ${plain(remedy === void 0 ? detail : `${detail}. ${remedy}`)}`),
		...steps.length > 0 ? [`  ${told.length > 0 ? "a further repair" : "tidemark verify --repair"} would:`] : [],
		...steps.map((step) => `    - ${plain(step)}`)
	];
}
export { execute };

import { d as registryBranch, m as token, p as text, r as boolean, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/verify-registry/src/definition.ts
const definition = defineAction({
	name: "verify-registry",
	description: "Proves every digest of the registry’s graph and the branch’s history, online or from a plain clone, and repairs what was interrupted.",
	inputs: {
		"registry-branch": registryBranch(),
		"policy-root": path({
			description: "Folder of the models’ policies on the default branch.",
			inRepository: true,
			default: "models"
		}),
		token: token(),
		assets: boolean({
			description: "Download every asset and compare its bytes, not only GitHub’s digest of it.",
			default: false
		}),
		repair: boolean({
			description: "Finish or remove what was interrupted, then prove everything again. Without it the summary says what a repair would do.",
			default: false
		}),
		since: text({
			description: "A commit that was the registry branch’s tip before, such as an earlier run’s output head: it must still be in the history.",
			pattern: /[0-9a-f]{40}/,
			expected: "a commit in 40 hex digits"
		}),
		path: path({ description: "Folder of a clone: verify it offline instead, without releases." })
	},
	outputs: {
		verified: "Whether everything was proven: true or false.",
		head: "The commit of the registry branch that was verified.",
		problems: "JSON list of problems: severity, path, message, remedy, and the repair where there is one.",
		repaired: "JSON list of what a repair did: step, outcome (done, unneeded or left), detail."
	}
});
// actions/verify-registry/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/verify-registry-main.js")).verify(context));
export {};

import { c as path, d as defineAction, l as registryBranch, r as choice, t as runAction, u as token } from "./lib/start.js";
// actions/promote-model/src/definition.ts
const definition = defineAction({
	name: "promote-model",
	description: "Checks promotion pull requests against the base’s policy and the registry, and settles merged ones: approvals counted, event written, production tag set or, where a rollout is planned, the canary’s turn.",
	inputs: {
		mode: choice(["check", "settle"], {
			description: "`check` judges a pull request or merge group and posts a status; `settle` brings merged channels into production.",
			required: true
		}),
		"policy-root": path({
			description: "Folder of the models’ policies on the default branch.",
			inRepository: true,
			default: "models"
		}),
		"registry-branch": registryBranch(),
		token: token()
	},
	outputs: {
		verdict: "pass or fail.",
		settled: "JSON list of what was settled by this run, such as [\"churn#production#3\"]."
	}
});
// actions/promote-model/src/index.ts
await runAction(definition, async (context) => {
	if (context.inputs.mode === "check") return (await import("./lazy/promote-model-check.js")).checkProposal(context);
	return (await import("./lazy/promote-model-settle.js")).settle(context);
});
export {};

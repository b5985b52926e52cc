import { c as modelName, d as registryBranch, i as choice, m as token, p as text, r as boolean, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/promote-model/src/definition.ts
const definition = defineAction({
	name: "promote-model",
	description: "Checks promotion pull requests against the base’s policy and the registry; settles merged ones: approvals counted, event written, production tag set or, where a rollout is planned, the canary’s turn; and takes a channel back to a version that it held.",
	inputs: {
		mode: choice([
			"check",
			"settle",
			"rollback"
		], {
			description: "`check` judges a pull request or merge group and posts a status; `settle` brings merged channels into production; `rollback` takes a channel back.",
			required: true
		}),
		model: modelName({ description: "For `rollback`: the model." }),
		channel: modelName({
			description: "For `rollback`: the channel.",
			default: "production"
		}),
		version: text({
			description: "For `rollback`: the version to go back to, which the channel held before.",
			pattern: /\d{1,9}\.\d{1,9}\.\d{1,9}/,
			expected: "a version such as 1.4.0"
		}),
		reason: text({
			description: "For `rollback`: why; it goes on record.",
			pattern: /.{10,}/,
			expected: "a reason of at least 10 characters, on one line"
		}),
		"break-glass": boolean({
			description: "For `rollback`: at once, without a review, where `channels.<channel>.breakGlass.allowedBy` of model.yaml names who starts it.",
			default: false
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
		"rolled-back-to": "For `rollback`: the version that the channel goes back to; empty where people closed the pull request.",
		"pull-request": "For `rollback`: number of the pull request that changes the channel file; empty where there is none.",
		settled: "JSON list of what was settled by this run, such as [\"churn#production#3\"]."
	}
});
// actions/promote-model/src/index.ts
await runAction(definition, async (context) => {
	if (context.inputs.mode === "check") return (await import("./lazy/promote-model-check.js")).checkProposal(context);
	if (context.inputs.mode === "rollback") return (await import("./lazy/promote-model-rollback.js")).rollBackChannel(context);
	return (await import("./lazy/promote-model-settle.js")).settle(context);
});
export {};

import { d as registryBranch, m as token, r as boolean, s as lines, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/deploy-canary/src/definition.ts
const definition = defineAction({
	name: "deploy-canary",
	description: "Takes one step in every rollout: start, advance, hold, promote at 100 %, or roll back and return the channel by pull request.",
	inputs: {
		"policy-root": path({
			description: "Folder of the models’ policies on the default branch.",
			inRepository: true,
			default: "models"
		}),
		"registry-branch": registryBranch(),
		"telemetry-urls": lines({
			description: "Servers to ask over HTTP besides the telemetry that they publish in the repository; `{model}` and `{channel}` are replaced.",
			item: /^https?:\/\/\S{1,500}$/,
			expected: "addresses such as https://models.example.com/v2/models/{model}/telemetry",
			maxItems: 100
		}),
		"fail-on-roll-back": boolean({
			description: "Whether the step fails when it rolls a canary back, so that people are told.",
			default: true
		}),
		token: token()
	},
	outputs: {
		turns: "JSON list of what was done: model, channel, version, action, phase, weight and reason of each rollout.",
		"rolled-back": "JSON list of the versions that this run rolled back, such as [\"churn@1.2.0\"]."
	}
});
// actions/deploy-canary/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/deploy-canary-main.js")).deployCanaries(context));
export {};

import { a as handoverDigest, c as modelName, d as registryBranch, m as token, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/register-model/src/definition.ts
const definition = defineAction({
	name: "register-model",
	description: "Registers a candidate whose gate passed as a version (facts committed, release published) and opens its promotion pull request; records a refused one.",
	inputs: {
		model: modelName({
			description: "The model, as its folder below the policy root is called.",
			required: true
		}),
		"policy-root": path({
			description: "Folder of the models’ policies on the default branch.",
			inRepository: true,
			default: "models"
		}),
		"registry-branch": registryBranch(),
		token: token(),
		validation: path({
			description: "Folder handed over by validate-data.",
			default: ".tidemark/validation"
		}),
		"validation-handover": handoverDigest("validate-data"),
		training: path({
			description: "Folder handed over by train.",
			default: ".tidemark/training"
		}),
		"training-handover": handoverDigest("train"),
		evaluation: path({
			description: "Folder handed over by evaluate-gate.",
			default: ".tidemark/evaluation"
		}),
		"evaluation-handover": handoverDigest("evaluate-gate"),
		channel: modelName({
			description: "Channel to propose the version for.",
			default: "production"
		})
	},
	outputs: {
		registered: "Whether the candidate is a registered version: true or false.",
		version: "The version, such as 1.4.0; empty when refused.",
		"model-digest": "Digest over the model’s files.",
		tag: "The version’s tag.",
		"release-url": "The version’s release.",
		"pull-request": "Number of the promotion pull request; empty when there is none."
	}
});
// actions/register-model/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/register-model-main.js")).registerCandidate(context));
export {};

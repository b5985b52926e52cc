import { a as handoverDigest, c as modelName, d as registryBranch, l as nativePath, m as token, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/evaluate-gate/src/definition.ts
const definition = defineAction({
	name: "evaluate-gate",
	description: "Scores candidate and champion on the same holdout rows and decides by clustered bounds: pass, fail or inconclusive.",
	inputs: {
		model: modelName({
			description: "The model, as its folder below the policy root is called.",
			required: true
		}),
		"policy-root": path({
			description: "Folder of the models’ policies.",
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
		channel: modelName({
			description: "Channel whose version is the champion.",
			default: "production"
		}),
		output: path({
			description: "Folder to hand over to register-model.",
			default: ".tidemark/evaluation"
		}),
		"native-path": nativePath()
	},
	outputs: {
		verdict: "pass, fail or inconclusive; only pass lets the step succeed.",
		"evaluation-id": "The decision’s id.",
		champion: "Version that the candidate was compared with; empty where there is none.",
		handover: "Digest of the handover’s manifest, for the next job to check."
	}
});
// actions/evaluate-gate/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/evaluate-gate-main.js")).evaluate(context));
export {};

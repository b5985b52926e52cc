import { a as handoverDigest, c as modelName, l as nativePath, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/train/src/definition.ts
const definition = defineAction({
	name: "train",
	description: "Trains a candidate on validated data with the executor that the policy names, and hands model and run to the gate.",
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
		validation: path({
			description: "Folder handed over by validate-data.",
			default: ".tidemark/validation"
		}),
		"validation-handover": handoverDigest("validate-data"),
		output: path({
			description: "Folder to hand over to evaluate-gate and register-model.",
			default: ".tidemark/training"
		}),
		"native-path": nativePath()
	},
	outputs: {
		"run-id": "The run’s id.",
		"model-digest": "Digest over the model’s files.",
		handover: "Digest of the handover’s manifest, for the next job to check."
	}
});
// actions/train/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/train-main.js")).train(context));
export {};

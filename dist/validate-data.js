import { c as path, d as defineAction, o as modelName, s as nativePath, t as runAction } from "./lib/start.js";
// actions/validate-data/src/definition.ts
const definition = defineAction({
	name: "validate-data",
	description: "Judges a model’s data files by its contract in one scan, and hands their digests and the verdict to the next job.",
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
		output: path({
			description: "Folder to hand over to train, evaluate-gate and register-model.",
			default: ".tidemark/validation"
		}),
		quarantine: path({ description: "Folder for the rejected rows as Parquet, where the policy says quarantine. They hold values: keep it out of public repositories’ artifacts." }),
		"native-path": nativePath()
	},
	outputs: {
		verdict: "pass, fail or inconclusive; only pass lets the step succeed.",
		"dataset-digest": "Digest of the training data.",
		"rejected-rows": "Rows that break the contract, in training data and holdout together.",
		handover: "Digest of the handover’s manifest, for the next job to check."
	}
});
// actions/validate-data/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/validate-data-main.js")).validateData(context));
export {};

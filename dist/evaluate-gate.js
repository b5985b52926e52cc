import { a as nativePath, c as token, i as modelName, l as defineAction, o as path, s as text, t as runAction } from "./lib/start.js";
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
		"registry-branch": text({
			description: "Branch that holds the facts.",
			default: "model-registry",
			pattern: /[A-Za-z0-9][A-Za-z0-9._/-]{0,99}/
		}),
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
function handoverDigest(action) {
	return text({
		description: `The handover digest that ${action} gave as its output; what arrived must have it.`,
		pattern: /[0-9a-f]{64}/,
		expected: "a SHA-256 as 64 lower-case hex digits"
	});
}
// actions/evaluate-gate/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/evaluate-gate-main.js")).evaluate(context));
export {};

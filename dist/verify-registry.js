import { c as token, l as defineAction, n as boolean, o as path, s as text, t as runAction } from "./lib/start.js";
// actions/verify-registry/src/definition.ts
const definition = defineAction({
	name: "verify-registry",
	description: "Proves every digest of the registry’s graph: facts, references, tags, releases and channels, online or from a plain clone.",
	inputs: {
		"registry-branch": text({
			description: "Branch that holds the facts.",
			default: "model-registry",
			pattern: /[A-Za-z0-9][A-Za-z0-9._/-]{0,99}/
		}),
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
		path: path({ description: "Folder of a clone: verify it offline instead, without releases." })
	},
	outputs: {
		verified: "Whether everything was proven: true or false.",
		problems: "JSON list of problems: severity, path, message and remedy."
	}
});
// actions/verify-registry/src/index.ts
await runAction(definition, async (context) => (await import("./lazy/verify-registry-main.js")).verify(context));
export {};

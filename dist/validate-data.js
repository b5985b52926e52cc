import { C as TidemarkError, c as modelName, f as secret, l as nativePath, p as text, s as lines, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/validate-data/src/definition.ts
const definition = defineAction({
	name: "validate-data",
	description: "Judges data files by a contract in one scan: a model’s, whose digests and verdict go to the next job, or any by themselves.",
	inputs: {
		model: modelName({ description: "The model, as its folder below the policy root is called. Without it, the input `contract` is needed." }),
		"policy-root": path({
			description: "Folder of the models’ policies.",
			inRepository: true,
			default: "models"
		}),
		contract: path({
			description: "A contract to judge by itself, without a model and without a handover.",
			inRepository: true
		}),
		files: lines({
			description: "For `contract`: its files, a path or glob a line, as `object: glob` where it has several objects. Without them, an object’s physicalName where its physicalType is file.",
			expected: "a glob, or an object and a glob, a line"
		}),
		base: text({
			description: "A commit whose contract this one is compared with, such as `HEAD^1` on a pull request’s merge commit (checkout needs `fetch-depth: 2`). A breaking change whose version does not say so fails.",
			pattern: /[A-Za-z0-9][A-Za-z0-9._/^~-]{0,199}/,
			expected: "a commit, branch or tag as git names it"
		}),
		"base-data": path({ description: "A second checkout, of the base commit, such as `.tidemark/base`: what differs in the data is told column by column." }),
		"comment-token": secret({ description: "A token with `pull-requests: write`, such as the job’s own: with it, one comment on a pull request of this repository is kept with what the summary says. From a fork, the summary is all." }),
		"as-of": text({
			description: "The time that freshness is judged at. Without it, GitHub’s.",
			pattern: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ/,
			expected: "a time such as 2026-01-31T08:00:00Z"
		}),
		output: path({
			description: "Folder to hand over to train, evaluate-gate and register-model.",
			default: ".tidemark/validation"
		}),
		quarantine: path({ description: "Folder for the rejected rows as Parquet, where the policy says quarantine. They hold values: keep it out of public repositories’ artifacts." }),
		report: path({
			description: "Folder for what people and other tools read of the verdict: `index.html`, `validation.json`, `validation.junit.xml`, `validation.sarif`.",
			default: ".tidemark/validation-report"
		}),
		"digest-cache": path({ description: "For self-hosted runners: a file that remembers digests, so that files whose size, number and times are as before are not read again. Only this machine may write it; leave it empty where other jobs’ code runs." }),
		"native-path": nativePath()
	},
	outputs: {
		verdict: "pass, fail or inconclusive; only pass lets the step succeed.",
		"dataset-digest": "Digest of the training data; with `contract`, of each object’s data as JSON.",
		"rejected-rows": "Rows that break the contract, in all data together.",
		drift: "With `contract` and drift rules that name a baseline: the newest complete week and its verdict (pass, warn, fail, inconclusive) of each object as JSON, null where no week is complete.",
		"contract-change": "With `base`: none, patch, minor (compatible) or major (breaking).",
		page: "Path of the page that tells of the verdict, check by check and column by column.",
		handover: "Digest of the handover’s manifest, for the next job to check. Only with `model`."
	}
});
// actions/validate-data/src/subject.ts
/** What to judge: a model's data, or a contract's by themselves. Throws `INPUT_INVALID` where the inputs do not say one of them. */
function readSubject({ contract, model, quarantine, files }) {
	if (contract !== void 0) {
		const other = model === void 0 ? quarantine && "quarantine" : "model";
		if (other === void 0) return { contract };
		throw new TidemarkError("INPUT_INVALID", `${other} and contract do not go together`, {
			hint: "Give model, with quarantine if need be, for a model’s data, or contract for data by themselves.",
			problems: [{
				path: other,
				message: "is given together with contract"
			}]
		});
	}
	if (model === void 0) throw new TidemarkError("INPUT_INVALID", "neither model nor contract says what to judge", {
		hint: "Give model for a model’s data, or contract for data by themselves.",
		problems: [{
			path: "model",
			message: "expected a model’s name"
		}]
	});
	if (files.length === 0) return { model };
	throw new TidemarkError("INPUT_INVALID", "files belongs to contract; a model’s files are in its model.yaml", { hint: "Take the input files away, or give contract instead of model." });
}
// actions/validate-data/src/index.ts
await runAction(definition, async (context) => {
	const subject = readSubject(context.inputs);
	const judge = async (each) => "model" in subject ? (await import("./lazy/validate-data-main.js")).validateData(each, subject.model) : (await import("./lazy/validate-data-contract-only.js")).validateContract(each, subject.contract);
	if (context.inputs.commentToken === void 0) return judge(context);
	const { comment, keepSummary } = await import("./lazy/validate-data-comment.js");
	const kept = keepSummary(context);
	const outcome = await judge(kept.context);
	await comment(context, "model" in subject ? subject.model : subject.contract, kept.parts);
	return outcome;
});
export {};

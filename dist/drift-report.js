import { c as modelName, d as registryBranch, f as secret, i as choice, l as nativePath, m as token, p as text, s as lines, t as runAction, u as path, v as defineAction } from "./lib/start.js";
// actions/drift-report/src/definition.ts
const definition = defineAction({
	name: "drift-report",
	description: "Judges new data, by complete weeks unless the policy says otherwise, against what was normal, and says so: facts, one issue a model, a retraining started, a rollback proposed.",
	inputs: {
		mode: choice([
			"judge",
			"report",
			"plan",
			"profile"
		], {
			description: "`judge` runs the team’s query and model on the checkout and writes nothing to GitHub; `report` records what was judged, keeps the issue, starts the retraining and proposes the rollback, and runs nothing of the team’s. For data too large for one runner, `plan` says on which edges is counted, and `profile` counts one part; neither writes to GitHub.",
			required: true
		}),
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
		channel: modelName({
			description: "Channel whose version is the baseline where the policy names none.",
			default: "production"
		}),
		"fail-on": choice([
			"never",
			"fail",
			"warn"
		], {
			description: "Verdict on the newest window from which `judge` fails its step.",
			default: "never"
		}),
		handover: path({
			description: "Folder that `judge` hands over to `report`.",
			default: ".tidemark/drift"
		}),
		"drift-handover": text({
			description: "For `report`: the handover digest that `judge` gave as its output; what arrived must have it.",
			pattern: /[0-9a-f]{64}/,
			expected: "a SHA-256 as 64 lower-case hex digits"
		}),
		report: path({
			description: "Folder for what `judge` tells of the windows: a page each (`index.html` is the newest’s), `drift.json`, `drift.junit.xml`, `drift.sarif`.",
			default: ".tidemark/drift-report"
		}),
		plan: path({
			description: "File with the edges that shards are counted on: `plan` writes it, `profile` needs it, and so does `judge` of `profiles` where no baseline is on record.",
			default: ".tidemark/drift-plan/plan.json"
		}),
		profiles: path({ description: "Folder with what shards counted. `profile` writes one file into it, `.tidemark/drift-profiles` where nothing is said. Given to `judge`, it judges these and opens no data." }),
		shard: text({
			description: "For `profile`: which part of how many this job counts, from 1.",
			pattern: /\d{1,4}\/\d{1,4}/,
			expected: "a part such as 2/5"
		}),
		files: lines({
			description: "For `profile`: this job’s files, as paths or globs. Left out, they are every so many-th of the policy’s files in the checkout.",
			expected: "one path or glob a line"
		}),
		"slack-webhook": secret({ description: "For `report`: a secret with a Slack channel’s incoming webhook, which is told of drift or performance that misses its limits, and of the end." }),
		"teams-webhook": secret({ description: "For `report`: a secret with the webhook of a Microsoft Teams workflow, told the same." }),
		"pagerduty-routing-key": secret({ description: "For `report`: a secret with the integration key (Events API v2) of a PagerDuty service, whose incident the end resolves." }),
		token: token(),
		"native-path": nativePath()
	},
	outputs: {
		verdict: "pass, warn, fail or inconclusive: that on the newest window judged; empty where none was due.",
		windows: "JSON list of the windows judged, oldest first: window (its first day), verdict and columns that changed.",
		performance: "From `judge`: JSON list of the weeks whose predictions were held against their labels: version, window (its first day) and verdict.",
		handover: "From `judge`: digest of the handover’s manifest; empty where there is nothing to report.",
		plan: "From `plan`: the input `plan`; empty where there is nothing to watch yet.",
		page: "From `judge`: path of the newest window’s page; empty where none was due.",
		rollback: "From `report`: number of the pull request that it opened by `monitor.rollback`; empty where it opened none.",
		issue: "From `report`: number of the issue that was opened, updated or closed; empty where none was."
	}
});
// actions/drift-report/src/index.ts
await runAction(definition, async (context) => {
	const { mode } = context.inputs;
	if (mode === "plan") return (await import("./lazy/drift-report-plan.js")).plan(context);
	if (mode === "profile") return (await import("./lazy/drift-report-profile.js")).profile(context);
	if (mode === "judge") return (await import("./lazy/drift-report-judge.js")).judge(context);
	return (await import("./lazy/drift-report-report.js")).report(context);
});
export {};

import { c as readStory } from "../lib/registry.js";
import { a as boolean, d as object, i as array, m as string, t as number } from "../vendor/zod.js";
import { E as Name } from "../lib/start.js";
import { a as lookOf } from "./table.js";
import { t as Moment } from "./moment.js";
import { a as checkOptions, i as sourceOptions, r as openSource } from "./source.js";
import { t as readReference } from "./reference.js";
import { t as formatStory } from "./story-table.js";
import { n as openView, o as warn, r as printJson, t as expectModel } from "./view.js";
// packages/cli/src/commands/history.ts
const Type = string().regex(/^[a-z][a-z-]*(\.[a-z-]+)*$/, "expected a type such as rollout or promotion.settled").max(64);
const Options = object({
	...sourceOptions,
	channel: Name.optional(),
	type: array(Type).optional(),
	since: Moment.optional(),
	until: Moment.optional(),
	limit: number().int().min(1).max(1e6).optional(),
	reverse: boolean().default(false),
	json: boolean().default(false)
});
/** `tidemark history`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const { model, version } = readReference(operands[0]);
	const { channel, type: types, since, until, limit } = choice;
	using source = await openSource(choice, terminal);
	const view = await openView(source, choice);
	await expectModel(view, model, source);
	const { entries: found, rollouts } = await readStory(view, {
		model,
		filter: {
			channel,
			types,
			since,
			until,
			version
		}
	});
	warn(view, terminal);
	const newest = limit === void 0 ? found : found.slice(0, limit);
	const entries = choice.reverse ? newest.toReversed() : newest;
	if (choice.json) {
		printJson(terminal, {
			head: view.head,
			model,
			entries,
			older: found.length - newest.length,
			problems: view.problems()
		});
		return 0;
	}
	terminal.print(describe({
		entries,
		rollouts
	}, {
		terminal,
		older: found.length - newest.length
	}));
	return 0;
}
function describe(story, { terminal, older }) {
	if (story.entries.length === 0) return "Nothing happened that is as asked.";
	const more = older > 0 ? `\nand ${older} older; --limit shows more` : "";
	return formatStory(story, lookOf(terminal)) + more;
}
export { execute };

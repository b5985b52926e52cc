import { b as readStory } from "../lib/registry.js";
import { _ as string, a as array, o as boolean, p as object, t as number } from "../vendor/zod.js";
import { C as TidemarkError, D as Name, O as RelativePath, x as parseYamlDocument } from "../lib/start.js";
import { a as lookOf } from "./table.js";
import { t as Moment } from "./moment.js";
import { t as checkOptions } from "./options.js";
import { t as readReference } from "./reference.js";
import { a as openSource, o as sourceOptions } from "./source.js";
import { t as formatStory } from "./story-table.js";
import { i as printJson, n as expectModel, r as openView, s as warn } from "./view.js";
import { g as Waiver, t as layout } from "../lib/schemas.js";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
// packages/cli/src/waivers.ts
const run = promisify(execFile);
const most = 200;
/**
* Waivers of a model that are on a clone's default branch (`origin/HEAD`, else what is checked out), as entries of its story at
* the time of the commit that brought them. Whether one counts is promotion's to say. What is no waiver is left out.
*/
async function readWaivers(clone, { model, policyRoot }) {
	const git = async (...args) => (await run("git", [
		"-C",
		clone,
		...args
	], { maxBuffer: 1 << 26 }).catch(() => ({ stdout: "" }))).stdout;
	const ref = (await git("rev-parse", "--verify", "--quiet", "refs/remotes/origin/HEAD^{commit}")).trim() || "HEAD";
	const added = (await git("log", "--diff-filter=A", "--no-renames", "--name-only", "--format=%x00%cI", ref, "--", `:(top,literal)${layout.waivers(policyRoot, model)}`)).split("\0").flatMap((commit) => {
		const [time = "", ...paths] = commit.split("\n").filter((line) => line !== "");
		return paths.filter((path) => /^[\w./-]+\.ya?ml$/.test(path)).map((path) => ({
			time,
			path
		}));
	}).slice(0, most);
	return (await Promise.all(added.map(async ({ time, path }) => toEntry(await git("show", `${ref}:${path}`), {
		time,
		path,
		model
	})))).filter((entry) => entry !== null);
}
function toEntry(text, { time, path, model }) {
	try {
		const waiver = parseYamlDocument(Waiver, text, path);
		if (waiver.model !== model || Number.isNaN(Date.parse(time))) return null;
		return {
			at: new Date(time).toISOString().replace(".000Z", "Z"),
			type: "waiver.granted",
			version: waiver.version,
			modelDigest: waiver.modelDigest,
			channel: waiver.channel,
			seq: null,
			previous: null,
			isReturn: false,
			weight: null,
			actor: waiver.owner,
			approvedBy: [],
			pullRequest: null,
			issue: null,
			reasons: [`until ${waiver.expires.slice(0, 10)}: ${waiver.reason}`],
			cause: path,
			runUrl: null
		};
	} catch (error) {
		if (error instanceof TidemarkError) return null;
		throw error;
	}
}
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
	"policy-root": RelativePath.default("models"),
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
	const filter = {
		channel,
		types,
		since,
		until,
		version
	};
	const waivers = choice.repo === void 0 ? await readWaivers(source.name, {
		model,
		policyRoot: choice["policy-root"]
	}) : [];
	const { entries: found, rollouts } = await readStory(view, {
		model,
		filter,
		besides: waivers
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

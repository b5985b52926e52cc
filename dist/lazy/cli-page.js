import { _ as string, p as object, x as url } from "../vendor/zod.js";
import { p as renderPage } from "../lib/reports.js";
import { C as TidemarkError, j as Name } from "../lib/start.js";
import { t as checkOptions } from "./options.js";
import { F as readOverview } from "../lib/registry.js";
import { r as plain } from "./table.js";
import { a as openSource, o as sourceOptions } from "./source.js";
import { t as webAddressOf } from "./web-address.js";
import { t as writeAtOnce } from "./write-at-once.js";
import { resolve } from "node:path";
// packages/cli/src/overview.ts
const mostWarnings = 5;
/** Reads the overview, and says on standard error what of it could not be read. Throws `FILE_NOT_FOUND` without a registry branch. */
async function readSource(source, { model, choice, terminal }) {
	const overview = await readOverview(source.ledger, { model });
	if (overview.head === null) throw new TidemarkError("FILE_NOT_FOUND", `${source.name} has no branch ${choice["registry-branch"]}`, { hint: `In a clone, git fetch origin ${choice["registry-branch"]} brings it; the first registration creates it. --registry-branch names another.` });
	for (const { path, message } of overview.problems.slice(0, mostWarnings)) terminal.report(`warning: ${path} ${plain(message)}`);
	const more = overview.problems.length - mostWarnings;
	if (more > 0) terminal.report(`warning: and ${more} more; \`tidemark verify\` lists all`);
	return overview;
}
/** The model that was asked for. Throws `FILE_NOT_FOUND` where the registry has none of that name. */
function findModel(overview, model, source) {
	const found = overview.models.find((each) => each.model === model);
	if (found) return found;
	throw new TidemarkError("FILE_NOT_FOUND", `${source.name} has no model ${plain(model)}`, { hint: "`tidemark ls` lists the models." });
}
// packages/cli/src/commands/page.ts
const Options = object({
	...sourceOptions,
	out: string("is required: the file to write").min(1),
	model: Name.optional(),
	title: string().min(1).max(200).optional(),
	"repository-url": url({ protocol: /^https?$/ }).optional()
});
/** `tidemark page`. */
async function execute({ options }, terminal) {
	const choice = checkOptions(Options, options);
	using source = await openSource(choice, terminal);
	const overview = await readSource(source, {
		model: choice.model,
		choice,
		terminal
	});
	if (choice.model !== void 0) findModel(overview, choice.model, source);
	const repositoryUrl = choice["repository-url"] ?? await webAddressOf(source, choice, terminal);
	const name = repositoryUrl === void 0 ? "" : ` of ${new URL(repositoryUrl).pathname.slice(1)}`;
	const html = renderPage(overview, {
		title: choice.title ?? `Model registry${name}`,
		repositoryUrl
	});
	const out = resolve(terminal.cwd, choice.out);
	await writeAtOnce(out, html);
	terminal.report(`${out}: ${overview.models.length} model${overview.models.length === 1 ? "" : "s"} at ${overview.head?.slice(0, 12)}, ${(html.length / 1e3).toFixed(0)} KB`);
	return 0;
}
export { execute };

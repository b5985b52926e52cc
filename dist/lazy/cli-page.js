import { c as renderPage } from "../lib/reports.js";
import { d as object, m as string, v as url } from "../vendor/zod.js";
import { E as Name, S as TidemarkError } from "../lib/start.js";
import { a as checkOptions, i as sourceOptions, r as openSource } from "./source.js";
import { n as readSource, t as findModel } from "./overview.js";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
// packages/cli/src/page-file.ts
/** Writes beside the target and renames, so that nobody ever reads half a file. */
async function writeAtOnce(file, text) {
	const target = resolve(file);
	const beside = `${target}.${randomBytes(4).toString("hex")}.part`;
	try {
		await mkdir(dirname(target), { recursive: true });
		await writeFile(beside, text);
		await rename(beside, target);
	} catch (cause) {
		await rm(beside, { force: true }).catch(() => {});
		throw new TidemarkError("PATH_REFUSED", `${target} cannot be written: ${cause.message}`, {
			hint: "Give a file in a folder that may be written.",
			cause
		});
	}
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
	const origin = choice.repo === void 0 ? await originOf(source.name) : addressOf(choice.repo, terminal, choice["api-url"]);
	const repositoryUrl = choice["repository-url"] ?? origin;
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
/** The web address of a clone's origin, without credentials; undefined where it is not a repository on some host. */
async function originOf(folder) {
	const { stdout } = await promisify(execFile)("git", [
		"-C",
		folder,
		"remote",
		"get-url",
		"origin"
	]).catch(() => ({ stdout: "" }));
	return webAddress(stdout.trim());
}
/** `git@github.com:acme/flights.git` and `https://token@github.com/acme/flights` → `https://github.com/acme/flights`. */
function webAddress(remote) {
	const ssh = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote);
	if (ssh) return `https://${ssh[1]}/${ssh[2]}`;
	if (!URL.canParse(remote)) return void 0;
	const { protocol, host, pathname } = new URL(remote);
	const path = pathname.replace(/\.git\/?$/, "").replace(/\/$/, "");
	if (protocol !== "https:" && protocol !== "http:" || !/^\/[\w.-]+\/[\w.-]+$/.test(path)) return void 0;
	return `${protocol}//${host}${path}`;
}
function addressOf(repo, { env }, apiUrl) {
	const api = apiUrl ?? env.GITHUB_API_URL ?? "";
	return `${/^(https?:\/\/.+)\/api\/v3\/?$/.exec(api)?.[1] ?? env.GITHUB_SERVER_URL ?? "https://github.com"}/${repo}`;
}
export { execute, webAddress };

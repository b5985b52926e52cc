import { _ as string, x as url } from "../vendor/zod.js";
import { C as TidemarkError, M as RelativePath, N as RepositoryName } from "../lib/start.js";
import { B as escapeMarkdown, z as codeSpan } from "../lib/reports.js";
import { n as connect } from "./source.js";
import { r as plain } from "./table.js";
import { t as writeAtOnce } from "./write-at-once.js";
import { resolve } from "node:path";
import { createHash } from "node:crypto";
// packages/cli/src/contract-proposal.ts
const mostNotes = 100;
/**
* A pull request that adds or replaces a contract. Its branch is named by the path, so that asking again updates the one that is open.
* Throws `REGISTRY_CONFLICT` where the default branch holds the same texts already.
*/
async function proposeContract(proposal, terminal) {
	const { repo, path, yaml, title, notes, baseline } = proposal;
	const beside = baseline === void 0 ? [] : [baseline];
	const { reviews } = await connect({
		repo,
		"api-url": proposal["api-url"],
		"registry-branch": "model-registry"
	}, terminal);
	const base = await reviews.defaultBranch();
	if ((await Promise.all([{
		path,
		text: yaml
	}, ...beside].map(async (file) => await reviews.readFile(file.path, base) === file.text))).every(Boolean)) throw new TidemarkError("REGISTRY_CONFLICT", `${path} is on ${base} as it would be written`, { hint: "There is nothing to propose." });
	const branch = `tidemark/contract/${createHash("sha256").update(path).digest("hex").slice(0, 12)}`;
	await reviews.proposeFile({
		branch,
		base,
		path,
		text: yaml,
		beside,
		message: title
	});
	const [open] = await reviews.openPullRequests(branch);
	if (open) return {
		url: open.url,
		isNew: false
	};
	const lost = notes.slice(0, mostNotes).map((note) => `- ${escapeMarkdown(note)}`);
	const body = [
		`${codeSpan(path)}: a draft of a contract. What held so far need not be a rule, and what is a rule may not have shown: read it before you merge it.`,
		...baseline === void 0 ? [] : [`${codeSpan(baseline.path)}: its baseline, which new data are compared with. It holds counts at quantiles and no rows; texts stand in it as digests, numbers as the edges of its bins.`],
		...lost.length > 0 ? ["Not carried over:", lost.join("\n")] : []
	].join("\n\n");
	const { url } = await reviews.openPullRequest({
		branch,
		base,
		title,
		body
	});
	return {
		url,
		isNew: true
	};
}
// packages/cli/src/contract-delivery.ts
/** The options that say where a contract goes. */
const DeliveryOptions = {
	out: string().min(1).optional(),
	"pull-request": RelativePath.optional(),
	repo: RepositoryName.optional(),
	"api-url": url({ protocol: /^https?$/ }).optional()
};
/** What queries can call a table. */
const ObjectName = string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, "expected letters, digits and _");
/** Before any work is done for nothing. Throws `INPUT_INVALID`. */
function assertDelivery({ repo, "pull-request": path }) {
	if (path === void 0 !== (repo === void 0)) throw new TidemarkError("INPUT_INVALID", "--pull-request and --repo go together", { hint: "Give the path of the contract and the repository, or --out for a file." });
}
/** A contract to where it is wanted: as a pull request, to a file, else to standard output; its baseline with it. */
async function deliver(delivery, terminal) {
	const { yaml, baseline, out, repo, title, notes, "pull-request": path, "api-url": apiUrl } = delivery;
	if (path !== void 0 && repo !== void 0) {
		const { url, isNew } = await proposeContract({
			repo,
			"api-url": apiUrl,
			path,
			yaml,
			baseline,
			title,
			notes
		}, terminal);
		terminal.print(`${isNew ? "opened" : "updated"} ${plain(url)}`);
	}
	if (out !== void 0) await writeAtOnce(resolve(terminal.cwd, out), yaml);
	else if (path === void 0) terminal.print(yaml.trimEnd());
	if (baseline !== void 0 && (out !== void 0 || path === void 0)) {
		await writeAtOnce(resolve(terminal.cwd, baseline.path), baseline.text);
		terminal.report(`baseline: ${plain(baseline.path)}`);
	}
	return 0;
}
export { deliver as i, ObjectName as n, assertDelivery as r, DeliveryOptions as t };

import { C as TidemarkError, k as RepositoryName } from "../lib/start.js";
import { _ as string, x as url } from "../vendor/zod.js";
import { resolve } from "node:path";
// packages/cli/src/source.ts
/** Options that say where the registry is. */
const sourceOptions = {
	clone: string().min(1).optional(),
	repo: RepositoryName.optional(),
	"api-url": url({ protocol: /^https?$/ }).optional(),
	"registry-branch": string().min(1).max(200).default("model-registry")
};
/** Opens a clone, or a repository over GitHub's API. Throws `INPUT_INVALID` where both are given or the token is missing. */
async function openSource(choice, terminal) {
	const { clone, repo, "registry-branch": registryBranch } = choice;
	if (repo === void 0) {
		const { CloneLedger } = await import("./src2.js");
		const name = resolve(terminal.cwd, clone ?? ".");
		const ledger = new CloneLedger(name, registryBranch);
		return {
			ledger,
			registry: null,
			name,
			[Symbol.dispose]: () => ledger[Symbol.dispose]()
		};
	}
	if (clone !== void 0) throw new TidemarkError("INPUT_INVALID", "--clone and --repo are two places", { hint: "Give one of them." });
	const registry = await connect({
		...choice,
		repo
	}, terminal);
	return {
		ledger: registry.ledger,
		registry,
		name: repo,
		[Symbol.dispose]: () => {}
	};
}
/** A repository over GitHub's API, with the token of the environment. */
async function connect(choice, terminal) {
	const { connectRegistry } = await import("./src2.js");
	return connectRegistry(connection(choice, terminal));
}
/** The same without asking GitHub for anything yet: a server starts from its cache while GitHub does not answer. */
async function follow(choice, terminal) {
	const { openRegistry } = await import("./src2.js");
	return openRegistry(connection(choice, terminal));
}
/** How a repository is reached, for those who open it themselves. */
function connection(choice, terminal) {
	return {
		...access(choice, terminal),
		registryBranch: choice["registry-branch"],
		policyRoot: choice["policy-root"] ?? "models",
		actor: "tidemark"
	};
}
/** Repository, API and token. Throws `INPUT_INVALID` without a token. */
function access({ repo, "api-url": given }, { env }) {
	const token = env.GITHUB_TOKEN || env.GH_TOKEN;
	if (!token) throw new TidemarkError("INPUT_INVALID", "there is no token for GitHub", { hint: "Set GITHUB_TOKEN or GH_TOKEN, such as GH_TOKEN=$(gh auth token); reading needs contents: read. A clone needs none." });
	return {
		repository: repo,
		apiUrl: given ?? (env.GITHUB_API_URL || "https://api.github.com"),
		token
	};
}
export { openSource as a, follow as i, connect as n, sourceOptions as o, connection as r, access as t };

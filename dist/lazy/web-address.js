import { t as originOf } from "./origin.js";
// packages/cli/src/web-address.ts
/** Where a source's repository is on the web, without credentials; undefined where nobody knows. */
async function webAddressOf(source, choice, terminal) {
	return choice.repo === void 0 ? originOf(source.name) : addressOf(choice.repo, terminal, choice["api-url"]);
}
function addressOf(repo, { env }, apiUrl) {
	const api = apiUrl ?? env.GITHUB_API_URL ?? "";
	return `${/^(https?:\/\/.+)\/api\/v3\/?$/.exec(api)?.[1] ?? env.GITHUB_SERVER_URL ?? "https://github.com"}/${repo}`;
}
export { webAddressOf as t };

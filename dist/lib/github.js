import { C as TidemarkError } from "./start.js";
import { d as repairRegistry, f as planRepair, t as verifyRegistry } from "./registry.js";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { execFile, spawn } from "node:child_process";
// packages/github/src/clone-ledger.ts
const run$1 = promisify(execFile);
/** Of more folders than a command line should have, everything is listed. */
const mostFolders = 500;
/** Reads the registry branch from a plain clone by git, without any network. Close it when done. */
var CloneLedger = class {
	#folder;
	#branch;
	#reader = null;
	/** A pipe, not a network: enough names to keep git busy. */
	readsAtOnce = 256;
	/** git's line for each path at the commit that was listed: it would look for each through all its trees again, large ones too. */
	#listed = null;
	constructor(folder, branch) {
		this.#folder = folder;
		this.#branch = branch;
	}
	async head() {
		const refs = [`refs/remotes/origin/${this.#branch}`, `refs/heads/${this.#branch}`];
		const found = await this.#git("for-each-ref", "--format=%(refname) %(objectname)", ...refs);
		const heads = new Map(found.split("\n").map((line) => line.split(" ", 2)));
		return refs.map((ref) => heads.get(ref)).find((sha) => sha !== void 0) ?? null;
	}
	async read(path, at) {
		const line = this.#listed?.at === at ? this.#listed.lines.get(path) : void 0;
		const object = await this.#object(line === void 0 ? `${at}:${path}` : blobOf(line));
		return object?.type === "blob" ? object.bytes.toString("utf8") : null;
	}
	async list(folder, at) {
		const listed = await this.#git("ls-tree", "-z", "--full-tree", `${at}:${folder}`).catch(() => "");
		return splitZero(listed).map((line) => {
			const [facts, name] = line.split("	");
			return facts.split(" ")[1] === "tree" ? `${name}/` : name;
		});
	}
	async files(at, folders = []) {
		const asked = folders.length > mostFolders ? [] : folders.map((folder) => `${folder}/`);
		const lines = splitZero(await this.#git("ls-tree", "-r", "-z", "--full-tree", at, "--", ...asked));
		if (this.#listed?.at !== at) this.#listed = {
			at,
			lines: new Map()
		};
		const listed = this.#listed.lines;
		const paths = lines.map((line) => {
			const path = line.slice(line.indexOf("	") + 1);
			listed.set(path, line);
			return path;
		});
		return asked.length === folders.length ? paths : paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
	}
	async tags(prefix) {
		return (await this.#git("for-each-ref", "--format=%(refname)", "refs/tags")).split("\n").map((name) => name.slice(10)).filter((name) => name !== "" && name.startsWith(prefix));
	}
	async history(path, at) {
		return (await this.#git("log", "--format=%H", "--reverse", at, "--", `:(top,literal)${path}`)).split("\n").filter((sha) => sha !== "");
	}
	async log(at) {
		const shallow = await this.#git("rev-parse", "--is-shallow-repository");
		return {
			commits: readLog(await this.#git("--no-replace-objects", "-c", "log.showRoot=true", "log", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "--no-renames", "-z", "--format=%x01%H %P", at)),
			isWhole: shallow.trim() === "false"
		};
	}
	async resolveTag(name) {
		if ((await this.#object(`refs/tags/${name}`))?.type !== "tag") return null;
		return (await this.#object(`refs/tags/${name}^{commit}`))?.id ?? null;
	}
	[Symbol.dispose]() {
		this.#reader?.close();
		this.#reader = null;
	}
	#object(name) {
		this.#reader ??= new ObjectReader$1(this.#folder);
		return this.#reader.read(name);
	}
	async #git(...args) {
		try {
			return (await run$1("git", [
				"-C",
				this.#folder,
				...args
			], { maxBuffer: 1 << 30 })).stdout;
		} catch (cause) {
			const { code, stderr } = cause;
			if (code === "ENOENT" || /not a git repository/.test(stderr ?? "")) throw new TidemarkError("FILE_NOT_FOUND", `${this.#folder} is not a clone that git can read`, {
				hint: "Give the folder of a clone that has the registry branch: git clone <url>, then git fetch origin <registry-branch>.",
				cause
			});
			throw cause;
		}
	}
};
/** One `git cat-file --batch` for all reads: a process per file would cost milliseconds each. */
var ObjectReader$1 = class {
	#process;
	#waiting = [];
	#buffer = Buffer.alloc(0);
	#asked = [];
	constructor(folder) {
		this.#process = spawn("git", [
			"-C",
			folder,
			"cat-file",
			"--batch"
		]);
		this.#process.stdout.on("data", (chunk) => {
			this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
			this.#drain();
		});
		this.#process.stdin.on("error", () => void 0);
		this.#process.on("close", () => {
			for (const resolve of this.#waiting.splice(0)) resolve(null);
		});
	}
	read(name) {
		if (/[\r\n]/.test(name)) return Promise.resolve(null);
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			if (this.#asked.push(name) === 1) setImmediate(() => this.#ask());
		});
	}
	#ask() {
		this.#process.stdin.write(`${this.#asked.join("\n")}\n`);
		this.#asked = [];
	}
	close() {
		this.#process.kill();
	}
	#drain() {
		for (;;) {
			const end = this.#buffer.indexOf(10);
			if (end < 0) return;
			const header = this.#buffer.toString("utf8", 0, end);
			const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(header) ?? [];
			if (id === void 0 || type === void 0 || size === void 0) {
				this.#buffer = this.#buffer.subarray(end + 1);
				this.#waiting.shift()?.(null);
				continue;
			}
			const last = end + 1 + Number(size);
			if (this.#buffer.length < last + 1) return;
			const bytes = this.#buffer.subarray(end + 1, last);
			this.#buffer = this.#buffer.subarray(last + 1);
			this.#waiting.shift()?.({
				id,
				type,
				bytes
			});
		}
	}
};
/** `<mode> SP <type> SP <object> TAB <path>`. */
const blobOf = (line) => line.slice(line.lastIndexOf(" ", line.indexOf("	")) + 1, line.indexOf("	"));
/** Each part has a zero after it. */
const splitZero = (text) => text.split("\0").slice(0, -1);
function readLog(listed) {
	const commits = [];
	const parts = splitZero(listed);
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i].replace(/^\n/, "");
		if (part === "") continue;
		if (part.startsWith("")) {
			const [sha = "", ...parents] = part.slice(1).trim().split(" ");
			commits.push({
				sha,
				parents,
				changes: []
			});
			continue;
		}
		const [, , , blob = "", status] = part.split(" ");
		const path = parts[++i] ?? "";
		const change = status === "A" ? "added" : status === "D" ? "removed" : "changed";
		commits.at(-1)?.changes?.push({
			path,
			change,
			blob: change === "removed" ? null : blob
		});
	}
	return commits;
}
// packages/github/src/graphql.ts
/**
* Asks GitHub's GraphQL API about the repository: `fields` stand inside `repository { … }`, and use the variables that
* `declared` declares. What GitHub does not find is null. Throws `GITHUB_DENIED` and `GITHUB_NOT_FOUND`.
*/
async function askRepository({ octokit, repository }, { declared, fields, fragments, variables }) {
	const query = `query ($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${fields} } } ${fragments}`;
	let answer;
	try {
		answer = { data: await octokit.graphql(query, {
			...repository,
			...variables
		}) };
	} catch (error) {
		if (error.name !== "GraphqlResponseError") throw error;
		answer = error;
	}
	const refused = answer.errors?.find(({ type, path }) => type !== "NOT_FOUND" || (path?.length ?? 0) < 2);
	if (answer.data?.repository && refused === void 0) return answer.data.repository;
	const code = refused?.type === "FORBIDDEN" || refused?.type === "INSUFFICIENT_SCOPES" ? "GITHUB_DENIED" : refused?.type === "NOT_FOUND" ? "GITHUB_NOT_FOUND" : "GITHUB_UNEXPECTED";
	throw new TidemarkError(code, `GitHub did not read the registry: ${refused?.message ?? "the answer is empty"}`, { hint: "Give the job `contents: read` in its workflow file, and check that the token is for this repository." });
}
/** GraphQL says with status 200 that a limit is reached or that the query was given up; as REST would say it, it is thrown. */
function assertAnswered(response) {
	if (!response.url.endsWith("/graphql")) return;
	for (const { type, message } of response.data?.errors ?? []) {
		const isLimited = type === "RATE_LIMITED" || /secondary rate limit/i.test(message);
		if (!isLimited && !/something went wrong|timeout/i.test(message)) continue;
		throw Object.assign(new Error(message), {
			status: isLimited ? 429 : 502,
			response
		});
	}
}
// packages/github/src/retries.ts
/** Tries after the first, at a broken connection or a 5xx. */
const mostRetries = 4;
/** A job may wait for a limit that resets soon; one that resets in half an hour ends it. */
const longestWaitMs = 15e4;
/** The HTTP status of an octokit error, or null for anything else. */
function statusOf(error) {
	const status = error?.status;
	return typeof status === "number" ? status : null;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
function headersOf(error) {
	return error?.response?.headers ?? {};
}
/**
* How long to wait before the request is made again, with jitter so that writers who were stopped together do not come
* back together; null where it should not be.
*/
function retryDelayMs(error, { isRepeatable, attempt, random = Math.random }) {
	if (attempt >= mostRetries) return null;
	const limit = limitOf(error);
	if (limit !== null) {
		const waitMs = limit.waitMs ?? 6e4 * 2 ** attempt;
		return waitMs <= longestWaitMs ? waitMs + 1e3 * random() : null;
	}
	const status = statusOf(error);
	return isRepeatable && (status === null || status >= 500) ? 250 * 2 ** attempt * (.5 + random()) : null;
}
/**
* The rate limit that an error tells of; null where it tells of none. `waitMs` is what GitHub asks for, null where it only
* says that there is a secondary limit: then its documentation asks for a minute, and longer each time.
*/
function limitOf(error) {
	const status = statusOf(error);
	const headers = headersOf(error);
	if (status !== 429 && status !== 403) return null;
	const retryAfter = Number(headers["retry-after"] ?? NaN);
	if (Number.isFinite(retryAfter)) return { waitMs: retryAfter * 1e3 };
	if (headers["x-ratelimit-remaining"] === "0") {
		const untilMs = Number(headers["x-ratelimit-reset"]) * 1e3 - Date.parse(headers.date ?? "");
		return { waitMs: Number.isFinite(untilMs) ? Math.max(0, untilMs) + 1e3 : null };
	}
	return status === 429 || /secondary rate limit|abuse detection/i.test(messageOf(error)) ? { waitMs: null } : null;
}
/**
* Whether a request whose fate is unknown may be made again: reads; what sets, creates under a given name or removes, which
* HTTP calls idempotent; Git objects and refs, which are named by what they are; a commit's status, of which the newest counts.
*/
function isRepeatable({ method, url }) {
	return method !== "POST" || /\/graphql$|\/git\/(blobs|trees|commits|tags|refs)$|\/statuses\/[^/]+$/.test(url);
}
// packages/github/src/client.ts
/**
* Connects to GitHub (or GitHub Enterprise by `apiUrl`). What can be repeated without harm is retried on 5xx and broken
* connections, everything on rate limits; what still fails becomes a `TidemarkError` with a remedy. 404, 409 and 422 stay
* octokit's errors, for callers to judge.
*/
async function connectGitHub({ token, repository, apiUrl, wait = sleep }) {
	const { getOctokit } = await import("../lazy/github.js");
	const [owner, repo] = repository.split("/");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		userAgent: "tidemark",
		log: silent
	});
	let date = null;
	let latencyMs = 100;
	octokit.hook.wrap("request", async (request, options) => {
		for (let attempt = 0;; attempt++) {
			const started = performance.now();
			try {
				const response = await request(options);
				latencyMs += (performance.now() - started - latencyMs) / 4;
				date = response.headers.date ?? date;
				assertAnswered(response);
				return response;
			} catch (error) {
				const waitMs = retryDelayMs(error, {
					isRepeatable: isRepeatable(options),
					attempt
				});
				if (waitMs === null) throw explain(error, options);
				await wait(waitMs);
			}
		}
	});
	return {
		octokit,
		repository: {
			owner,
			repo
		},
		async now() {
			if (date === null) await octokit.rest.rateLimit.get();
			return new Date(date ?? NaN).toISOString().replace(/\.\d+Z$/, "Z");
		},
		latencyMs: () => latencyMs
	};
}
/** Null instead of a 404. */
async function orNull(request) {
	try {
		return await request;
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
function explain(error, options) {
	const status = statusOf(error);
	const message = messageOf(error);
	const what = `${options.method} ${options.url.replace(/\{\?[^}]*\}/, "")}`;
	if (limitOf(error) !== null) return new TidemarkError("GITHUB_RATE_LIMITED", `GitHub limits the rate of requests (${what})`, {
		hint: "Wait until the limit resets and run the job again: it goes on where it stopped. An App token has a higher limit.",
		cause: error
	});
	if (status === 401 || status === 403) {
		const needed = /not permitted to create or approve pull requests/i.test(message) ? void 0 : headersOf(error)["x-accepted-github-permissions"];
		return new TidemarkError("GITHUB_DENIED", `GitHub refused ${what}: ${message}`, {
			hint: needed ? `Give the job the permissions ${inWorkflowWords(needed)} in its workflow file.` : "Check the token’s permissions, branch protection and rulesets, and \"Allow GitHub Actions to create and approve pull requests\".",
			cause: error
		});
	}
	if (status === null || status >= 500) return new TidemarkError("GITHUB_UNAVAILABLE", `GitHub did not answer ${what}: ${message}`, {
		hint: "Run the job again: what was done is found and kept.",
		cause: error
	});
	return error;
}
/** `pull_requests=write; contents=read` as `permissions:` of a workflow says it. */
function inWorkflowWords(accepted) {
	return accepted.split(/[;,]\s*/).map((each) => each.replaceAll("_", "-").replace("=", ": ")).map((each) => `\`${each}\``).join(" or ");
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const silent = {
	debug() {},
	info() {},
	warn() {},
	error() {}
};
// packages/github/src/github-comments.ts
/** Comments on pull requests by GitHub's REST API. */
var GitHubComments = class {
	#client;
	constructor(client) {
		this.#client = client;
	}
	async list(pullRequest) {
		const { octokit, repository } = this.#client;
		const login = await this.#login();
		return (await octokit.paginate(octokit.rest.issues.listComments, {
			...repository,
			issue_number: pullRequest,
			per_page: 100
		})).map(({ id, body, user }) => ({
			id,
			body: body ?? "",
			isOwn: login === null ? user?.type === "Bot" : user?.login === login
		}));
	}
	async create(pullRequest, body) {
		const { octokit, repository } = this.#client;
		await octokit.rest.issues.createComment({
			...repository,
			issue_number: pullRequest,
			body
		});
	}
	async update(id, body) {
		const { octokit, repository } = this.#client;
		await octokit.rest.issues.updateComment({
			...repository,
			comment_id: id,
			body
		});
	}
	/** The person of a personal token; null for a job's or an App's, which GitHub does not tell who they are: they write as bots. */
	async #login() {
		const { octokit } = this.#client;
		try {
			return (await octokit.rest.users.getAuthenticated()).data.login;
		} catch (error) {
			const status = statusOf(error) ?? statusOf(error.cause);
			if (status === 401 || status === 403) return null;
			throw error;
		}
	}
};
// packages/github/src/connect-comments.ts
/** Comments on the pull requests of one repository, by one token. */
async function connectComments(options) {
	return new GitHubComments(await connectGitHub(options));
}
// packages/github/src/fetched-ledger.ts
const run = promisify(execFile);
const longestMs = 9e5;
/**
* Fetches the registry branch whole by git into a folder of its own, so that a walk over all facts and all commits takes no
* requests. Null with the reason where git is not there or cannot fetch: then the API is left.
*/
async function fetchLedger(options) {
	const { octokit, repository } = await connectGitHub(options);
	const { clone_url: url } = (await octokit.rest.repos.get(repository)).data;
	const folder = await mkdtemp(join(tmpdir(), "tidemark-registry-"));
	const remove = () => rm(folder, {
		recursive: true,
		force: true
	});
	const git = async (...args) => (await run("git", args, {
		env: environment(options.token),
		maxBuffer: 1 << 28,
		timeout: longestMs
	})).stdout;
	try {
		const branch = `refs/heads/${options.registryBranch}`;
		const refs = readRefs(await git("ls-remote", "--end-of-options", url, branch, "refs/tags/*"));
		await git("init", "--bare", "--quiet", "--template=", folder);
		if (refs.has(branch)) await git("-C", folder, "fetch", "--quiet", "--no-tags", "--end-of-options", url, `+${branch}:${branch}`);
		return { ledger: ledgerOf(folder, options.registryBranch, refs, remove) };
	} catch (error) {
		await remove();
		const { stderr, message } = error;
		return {
			ledger: null,
			problem: (stderr?.trim() || message).split("\n").at(-1)?.slice(0, 300) ?? ""
		};
	}
}
function ledgerOf(folder, branch, refs, remove) {
	const clone = new CloneLedger(folder, branch);
	const tags = [...refs.keys()].filter((ref) => ref.startsWith("refs/tags/") && !ref.endsWith("^{}")).map((ref) => ref.slice(10));
	return {
		head: () => clone.head(),
		read: (path, at) => clone.read(path, at),
		list: (path, at) => clone.list(path, at),
		files: (at) => clone.files(at),
		history: (path, at) => clone.history(path, at),
		log: (at) => clone.log(at),
		tags: async (prefix) => tags.filter((tag) => tag.startsWith(prefix)),
		resolveTag: async (name) => refs.get(`refs/tags/${name}^{}`) ?? null,
		async [Symbol.asyncDispose]() {
			clone[Symbol.dispose]();
			await remove();
		}
	};
}
/** By the environment, since arguments can be read by every process of the machine. */
function environment(token) {
	const settings = [
		["http.extraHeader", `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`],
		["http.lowSpeedLimit", "1000"],
		["http.lowSpeedTime", "60"],
		["transfer.fsckObjects", "true"],
		["credential.helper", ""],
		["gc.auto", "0"]
	];
	return {
		...process.env,
		GIT_TERMINAL_PROMPT: "0",
		GIT_CONFIG_COUNT: String(settings.length),
		...Object.fromEntries(settings.flatMap(([key, value], i) => [[`GIT_CONFIG_KEY_${i}`, key], [`GIT_CONFIG_VALUE_${i}`, value]]))
	};
}
function readRefs(listed) {
	const refs = new Map();
	for (const line of listed.split("\n")) {
		const [sha, ref] = line.split("	");
		if (sha && ref) refs.set(ref, sha);
	}
	return refs;
}
// packages/github/src/read-text.ts
/** A file's text at a commit or branch; null where it does not exist. */
async function readText({ octokit, repository }, path, ref) {
	const response = await orNull(octokit.rest.repos.getContent({
		...repository,
		path,
		ref,
		mediaType: { format: "raw" }
	}));
	if (response === null) return null;
	const body = response.data;
	return typeof body === "string" ? body : null;
}
// packages/github/src/github-settings.ts
const mostRulesets = 100;
const mostFiles = 500;
/**
* Reads how a repository is set up. Nothing is written. Parts that this token may not see come as refused. Throws
* `GITHUB_UNAVAILABLE`, `GITHUB_DENIED` or `GITHUB_NOT_FOUND` where there is no repository to look at.
*/
async function readSettings(question) {
	const client = await connectGitHub(question);
	const { octokit, repository } = client;
	const about = await readAbout(client, question);
	const { data } = about;
	const branch = data.default_branch;
	const ask = (path, read) => answered(async () => read((await octokit.request(`GET /repos/{owner}/{repo}${path}`, repository)).data));
	const rulesOf = (name) => answered(async () => (await octokit.paginate(octokit.rest.repos.getBranchRules, {
		...repository,
		branch: name,
		per_page: 100
	})).map(toBranchRule));
	const [login, actions, workflowToken, rulesets, defaultBranchRules, registryBranchRules, protection, writers, environments, workflows, policies, registryBranch, immutableReleases] = await Promise.all([
		answered(async () => (await octokit.rest.users.getAuthenticated()).data.login),
		answered(() => readActions(client)),
		ask("/actions/permissions/workflow", toWorkflowToken),
		answered(() => readRulesets(client)),
		rulesOf(branch),
		rulesOf(question.registryBranch),
		answered(() => readProtection(client, branch)),
		answered(() => readWriters(client)),
		ask("/environments?per_page=100", ({ environments = [] }) => environments.map(({ name }) => name)),
		answered(() => readWorkflows(client, branch)),
		answered(() => readPolicies(client, branch, question.policyRoot)),
		answered(() => readTop(client, question.registryBranch)),
		answered(() => readImmutableReleases(client, data.permissions?.admin === true))
	]);
	return {
		repository: data.full_name,
		webUrl: data.html_url,
		defaultBranch: branch,
		isPrivate: data.private,
		isArchived: data.archived,
		isFork: data.fork,
		role: roleOf(data.permissions),
		scopes: about.scopes,
		login,
		clockApartMs: about.clockApartMs,
		actions,
		workflowToken,
		rulesets,
		defaultBranchRules,
		registryBranchRules,
		protection,
		writers,
		environments,
		workflows,
		policies,
		registryBranch,
		immutableReleases
	};
}
async function readAbout({ octokit, repository }, { apiUrl, repository: name }) {
	try {
		const { data, headers } = await octokit.rest.repos.get(repository);
		const clockApartMs = Date.parse(headers.date ?? "") - Date.now();
		if (typeof data?.default_branch !== "string") throw notTheApi(apiUrl);
		const scopes = headers["x-oauth-scopes"]?.split(/,\s*/).filter((scope) => scope !== "");
		return {
			data,
			clockApartMs: Number.isFinite(clockApartMs) ? clockApartMs : 0,
			scopes: scopes ?? null
		};
	} catch (error) {
		throw explainAbout(error, name, apiUrl);
	}
}
function explainAbout(error, name, apiUrl) {
	const status = statusOf(error.cause) ?? statusOf(error);
	const server = "GitHub Enterprise Server has its API at https://<host>/api/v3, given by --api-url or GITHUB_API_URL.";
	if (status === 401) return new TidemarkError("GITHUB_DENIED", `${apiUrl} does not know this token`, {
		hint: "It may have expired, or belong to another GitHub. GH_TOKEN=$(gh auth token) takes the one of gh.",
		cause: error
	});
	if (status === 404 || status === 301) {
		if (!/documentation_url|Not Found/.test(JSON.stringify(error.response ?? ""))) return notTheApi(apiUrl);
		return new TidemarkError("GITHUB_NOT_FOUND", `${name} is not there, or this token may not see it`, {
			hint: "Check the name. A fine-grained token names the repositories that it reaches; a classic one needs the scope repo for private ones.",
			cause: error
		});
	}
	if (error instanceof TidemarkError && error.code === "GITHUB_UNAVAILABLE") return new TidemarkError("GITHUB_UNAVAILABLE", `${apiUrl} does not answer: ${messageOf(error.cause)}`, {
		hint: `Check the address, the proxy and the network. ${server}`,
		cause: error
	});
	return error;
}
function notTheApi(apiUrl) {
	return new TidemarkError("GITHUB_UNEXPECTED", `${apiUrl} answers, but not as GitHub’s API`, { hint: "The API of github.com is https://api.github.com; that of GitHub Enterprise Server is https://<host>/api/v3." });
}
/** Refused where GitHub says no, or hides it; throws where it does not answer at all. */
async function answered(read) {
	try {
		return { value: await read() };
	} catch (error) {
		if (error instanceof TidemarkError && error.code !== "GITHUB_DENIED") throw error;
		const status = statusOf(error);
		if (!(error instanceof TidemarkError) && status === null) throw error;
		return { refused: messageOf(error instanceof TidemarkError ? error.cause : error).replace(/ - https:\S+$/, "") };
	}
}
async function readActions({ octokit, repository }) {
	const { data } = await octokit.rest.actions.getGithubActionsPermissionsRepository(repository);
	const allowed = data.allowed_actions ?? "all";
	const selected = data.enabled && allowed === "selected" ? (await octokit.rest.actions.getAllowedActionsRepository(repository)).data : null;
	return {
		isEnabled: data.enabled,
		allowed,
		needsFullSha: data.sha_pinning_required === true,
		selected: selected && {
			githubOwned: selected.github_owned_allowed === true,
			patterns: selected.patterns_allowed ?? []
		}
	};
}
function toWorkflowToken(data) {
	return {
		access: data.default_workflow_permissions,
		mayCreatePullRequests: data.can_approve_pull_request_reviews
	};
}
async function readRulesets({ octokit, repository }) {
	const listed = await octokit.paginate(octokit.rest.repos.getRepoRulesets, {
		...repository,
		includes_parents: true,
		per_page: 100
	});
	return Promise.all(listed.slice(0, mostRulesets).map(async ({ id }) => {
		const { data } = await octokit.rest.repos.getRepoRuleset({
			...repository,
			ruleset_id: id,
			includes_parents: true
		});
		const refs = data.conditions?.ref_name;
		return {
			id,
			name: data.name,
			target: data.target ?? "branch",
			isActive: data.enforcement === "active",
			isOwn: (data.source_type ?? "Repository") === "Repository",
			include: refs?.include ?? [],
			exclude: refs?.exclude ?? [],
			rules: (data.rules ?? []).map(({ type }) => ({ type })),
			bypassActors: data.bypass_actors?.map((actor) => ({
				type: actor.actor_type,
				id: actor.actor_id ?? null
			})) ?? null
		};
	}));
}
function toBranchRule(rule) {
	const { type, parameters, ruleset_id: id } = rule;
	return {
		type,
		parameters: parameters ?? {},
		rulesetId: id ?? null
	};
}
async function readProtection({ octokit, repository }, branch) {
	try {
		const { data } = await octokit.rest.repos.getBranchProtection({
			...repository,
			branch
		});
		const reviews = data.required_pull_request_reviews;
		return {
			requiredChecks: data.required_status_checks?.contexts ?? [],
			approvals: reviews ? reviews.required_approving_review_count ?? 1 : null,
			dismissesStale: reviews?.dismiss_stale_reviews ?? false
		};
	} catch (error) {
		if (statusOf(error) === 404 && /not protected|Branch not found/i.test(messageOf(error))) return null;
		throw error;
	}
}
async function readWriters({ octokit, repository }) {
	return (await octokit.paginate(octokit.rest.repos.listCollaborators, {
		...repository,
		per_page: 100
	})).flatMap(({ login, type, permissions }) => type === "User" && permissions?.push ? [login] : []);
}
async function readWorkflows(client, branch) {
	const { octokit, repository } = client;
	const files = (await octokit.paginate(octokit.rest.actions.listRepoWorkflows, {
		...repository,
		per_page: 100
	})).filter(({ path }) => /^\.github\/workflows\/.+\.ya?ml$/.test(path)).slice(0, mostFiles);
	return (await Promise.all(files.map(async ({ id, path, state }) => ({
		id,
		path,
		state,
		text: await readText(client, path, branch)
	})))).flatMap(({ text, ...file }) => text === null ? [] : [{
		...file,
		text
	}]);
}
async function readPolicies(client, branch, root) {
	const { octokit, repository } = client;
	const { data } = await octokit.rest.git.getTree({
		...repository,
		tree_sha: branch,
		recursive: "1"
	});
	if (data.truncated) throw Object.assign(new Error(`${branch} has more files than GitHub lists`), { status: 422 });
	const wanted = data.tree.filter(({ path, type }) => type === "blob" && path.startsWith(`${root}/`) && /^[^/]+\/([^/]+\.(ya?ml|sql)|channels\/[^/]+\.json|waivers\/[^/]+\.ya?ml)$/.test(path.slice(root.length + 1)));
	return (await Promise.all(wanted.slice(0, mostFiles).map(async ({ path }) => ({
		path,
		text: await readText(client, path, branch)
	})))).flatMap(({ path, text }) => text === null ? [] : [{
		path,
		text
	}]);
}
async function readTop({ octokit, repository }, branch) {
	try {
		const { data } = await octokit.rest.git.getTree({
			...repository,
			tree_sha: branch
		});
		return data.tree.map(({ path }) => path);
	} catch (error) {
		if (statusOf(error) === 404 || statusOf(error) === 409) return null;
		throw error;
	}
}
async function readImmutableReleases({ octokit, repository }, isAdmin) {
	try {
		const { data } = await octokit.request("GET /repos/{owner}/{repo}/immutable-releases", repository);
		return data.enabled === true;
	} catch (error) {
		if (statusOf(error) === 404 && isAdmin) return false;
		throw error;
	}
}
function roleOf(permissions) {
	if (permissions === void 0) return null;
	if (permissions.admin) return "admin";
	if (permissions.maintain) return "maintain";
	if (permissions.push) return "write";
	return permissions.triage ? "triage" : "read";
}
// packages/github/src/github-telemetry.ts
const mostInstances = 500;
const largestBytes = 1048576;
/**
* Servers' telemetry by GitHub's Git data API: one commit without parents under refs/tidemark/telemetry/<channel>/<instance>,
* replaced each time, so that no history grows. Publishing takes three requests; reading one, and one more for each server that
* published since.
*/
var GitHubTelemetry = class {
	#client;
	#published = new Map();
	#known = new Set();
	#commits = new Map();
	#read = new Map();
	constructor(client) {
		this.#client = client;
	}
	/** Replaces the document of the same channel, instance and model; the instance's other models stay. */
	async publish(telemetry) {
		const { octokit, repository } = this.#client;
		const ref = `tidemark/telemetry/${telemetry.channel}/${telemetry.instance}`;
		const documents = this.#published.get(ref) ?? new Map();
		documents.set(`${telemetry.model}.json`, JSON.stringify(telemetry));
		this.#published.set(ref, documents);
		const tree = await octokit.rest.git.createTree({
			...repository,
			tree: [...documents].map(([path, content]) => ({
				path,
				mode: "100644",
				type: "blob",
				content
			}))
		});
		const { data: commit } = await octokit.rest.git.createCommit({
			...repository,
			message: `Telemetry of ${telemetry.instance}`,
			tree: tree.data.sha,
			parents: []
		});
		await this.#point(ref, commit.sha);
	}
	/**
	* Every server's document about the model in the channel. What cannot be read is told with the reason, also that there are
	* more servers than are read: nobody is left out in silence.
	*/
	async read(model, channel) {
		const { octokit, repository } = this.#client;
		const prefix = `tidemark/telemetry/${channel}/`;
		const { data: refs } = await octokit.rest.git.listMatchingRefs({
			...repository,
			ref: prefix
		});
		const documents = [];
		for (const { ref, object } of refs.slice(0, mostInstances)) {
			const key = `${ref}:${model}`;
			let kept = this.#read.get(key);
			if (kept?.sha !== object.sha) {
				kept = {
					sha: object.sha,
					found: await this.#readDocument(ref, object.sha, model)
				};
				this.#read.set(key, kept);
				this.#commits.set(ref, object.sha);
			}
			if (kept.found !== null) documents.push(kept.found);
		}
		if (refs.length > mostInstances) {
			const problem = `holds ${refs.length} servers, of which ${mostInstances} are read`;
			documents.push({
				source: `refs/${prefix}`,
				text: "",
				problem
			});
		}
		return documents;
	}
	/** When a document that was read was stored, by GitHub's clock; null where that is not known. */
	async writtenAt(source) {
		const { octokit, repository } = this.#client;
		const sha = this.#commits.get(source);
		if (sha === void 0) return null;
		return (await orNull(octokit.rest.git.getCommit({
			...repository,
			commit_sha: sha
		})))?.data.committer.date ?? null;
	}
	/** Removes a server's documents, by the `source` that `read` gave; it is no error when they are gone. */
	async remove(source) {
		const { octokit, repository } = this.#client;
		try {
			await octokit.rest.git.deleteRef({
				...repository,
				ref: source.replace(/^refs\//, "")
			});
		} catch (error) {
			if (statusOf(error) !== 404 && statusOf(error) !== 422) throw error;
		}
	}
	/** Null where the server says nothing about the model. GitHub itself leaves the content out above 1 MB. */
	async #readDocument(ref, sha, model) {
		const { octokit, repository } = this.#client;
		const path = `${model}.json`;
		const unread = (problem) => ({
			source: ref,
			text: "",
			problem
		});
		try {
			const response = await orNull(octokit.rest.repos.getContent({
				...repository,
				path,
				ref: sha
			}));
			if (response === null) return null;
			const { data } = response;
			if (Array.isArray(data) || data.type !== "file") return unread("holds no file");
			if (data.size > largestBytes) return unread(`holds ${data.size} bytes, more than ${largestBytes}`);
			return {
				source: ref,
				text: Buffer.from(data.content, "base64").toString("utf8")
			};
		} catch (error) {
			if (statusOf(error) === null) throw error;
			return unread(`cannot be read: ${messageOf(error)}`);
		}
	}
	async #point(ref, sha) {
		const { octokit, repository } = this.#client;
		const move = async () => octokit.rest.git.updateRef({
			...repository,
			ref,
			sha,
			force: true
		});
		if (!this.#known.has(ref)) {
			if (await orNull(octokit.rest.git.getRef({
				...repository,
				ref
			})) !== null) await move();
			else await octokit.rest.git.createRef({
				...repository,
				ref: `refs/${ref}`,
				sha
			});
			this.#known.add(ref);
			return;
		}
		try {
			await move();
		} catch (error) {
			if (statusOf(error) !== 422 || !/does not exist/i.test(messageOf(error))) throw error;
			await octokit.rest.git.createRef({
				...repository,
				ref: `refs/${ref}`,
				sha
			});
		}
	}
};
/** Telemetry of one GitHub repository, seen through one token. Publishing needs `contents: write`. */
async function connectTelemetry(options) {
	return new GitHubTelemetry(await connectGitHub(options));
}
// packages/github/src/login.ts
/** Whose token it is, for the events that are written with it; null for an app's, which has no login of its own. */
async function readLogin(options) {
	const { octokit } = await connectGitHub(options);
	try {
		return (await octokit.rest.users.getAuthenticated()).data.login;
	} catch {
		return null;
	}
}
// packages/github/src/github-issues.ts
/** Who has a role in the repository, as GitHub calls it. */
const associations = new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
/** Issues by GitHub's REST API. */
var GitHubIssues = class {
	#client;
	constructor(client) {
		this.#client = client;
	}
	async newestOpen() {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.issues.listForRepo({
			...repository,
			state: "open",
			sort: "created",
			direction: "desc",
			per_page: 100
		});
		return data.filter((each) => each.pull_request === void 0).map(toIssue);
	}
	async get(number) {
		const { octokit, repository } = this.#client;
		const response = await orNull(octokit.rest.issues.get({
			...repository,
			issue_number: number
		}));
		return response && toIssue(response.data);
	}
	async open({ title, body, labels }) {
		const { octokit, repository } = this.#client;
		return toIssue((await octokit.rest.issues.create({
			...repository,
			title,
			body,
			labels: [...labels]
		})).data);
	}
	async update(number, { state, ...change }) {
		const { octokit, repository } = this.#client;
		const closing = state === void 0 ? {} : {
			state: "closed",
			state_reason: state
		};
		await octokit.rest.issues.update({
			...repository,
			issue_number: number,
			...change,
			...closing
		});
	}
	async comments(number) {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.issues.listComments, {
			...repository,
			issue_number: number,
			per_page: 100
		})).map(({ body }) => body ?? "");
	}
	async comment(number, body) {
		const { octokit, repository } = this.#client;
		await octokit.rest.issues.createComment({
			...repository,
			issue_number: number,
			body
		});
	}
};
function toIssue(data) {
	return {
		number: data.number,
		url: data.html_url,
		state: data.state === "open" ? "open" : "closed",
		title: data.title,
		body: data.body ?? "",
		isTrusted: data.user?.type === "Bot" || associations.has(data.author_association ?? "")
	};
}
// packages/github/src/object-reader.ts
/** Paths and refs of one query: far below what GitHub's limits on nodes and time allow. */
const mostAtOnce = 50;
/**
* Reads of Git objects by GitHub's GraphQL API. What is asked for in one turn of the event loop travels in one request, so
* that ten facts cost what one does; a file asked for alone is read by REST, which has no bound on its size.
*/
var ObjectReader = class {
	#client;
	#waiting = [];
	constructor(client) {
		this.#client = client;
	}
	/** A file's text at a commit, or null. */
	file(name, at) {
		return this.#ask("file", name, at);
	}
	/** Names directly below a folder at a commit. */
	folder(name, at) {
		return this.#ask("folder", name, at);
	}
	hasTag(name) {
		return this.#ask("tag", name, "");
	}
	/** A commit with some of its content, all of the same moment; null where the branch does not exist. */
	async commit(place, { files = [], folders = [] }) {
		const { commit } = await this.#query(place, {
			files,
			folders,
			tags: []
		});
		return commit;
	}
	#ask(kind, name, at) {
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				kind,
				name,
				at,
				resolve,
				reject
			});
			if (this.#waiting.length === 1) setImmediate(() => this.#flush());
		});
	}
	#flush() {
		const waiting = this.#waiting.splice(0);
		const commits = new Set(waiting.filter(({ at }) => at !== "").map(({ at }) => at));
		for (const at of commits.size === 0 ? [""] : commits) {
			const together = waiting.filter((each) => each.at === at || each.at === "" && at === [...commits][0]);
			for (let i = 0; i < together.length; i += mostAtOnce) this.#answer(at, together.slice(i, i + mostAtOnce));
		}
	}
	async #answer(at, questions) {
		const namesOf = (kind) => [...new Set(questions.filter((each) => each.kind === kind).map(({ name }) => name))];
		const [files, folders, tags] = [
			namesOf("file"),
			namesOf("folder"),
			namesOf("tag")
		];
		try {
			const isOneFile = files.length === 1 && folders.length === 0 && tags.length === 0;
			const { commit, present } = isOneFile ? {
				commit: null,
				present: new Set()
			} : await this.#query(at === "" ? null : { id: at }, {
				files,
				folders,
				tags
			});
			const alone = isOneFile ? await readText(this.#client, files[0], at) : null;
			for (const { kind, name, resolve } of questions) resolve({
				file: () => isOneFile ? alone : commit?.texts.get(name) ?? null,
				folder: () => commit?.folders.get(name) ?? [],
				tag: () => present.has(name)
			}[kind]());
		} catch (error) {
			for (const { reject } of questions) reject(error);
		}
	}
	async #query(place, { files, folders, tags }) {
		const paths = [...new Set([...files, ...folders])];
		const content = `... on Commit { oid tree { oid } ${paths.map((_, i) => `p${i}: file(path: $p${i}) { ...entry }`).join(" ")} }`;
		const variables = {};
		const types = {};
		const declare = (name, value, type = "String!") => {
			variables[name] = value;
			types[name] = type;
		};
		if (place !== null) {
			if ("id" in place) declare("at", place.id, "GitObjectID!");
			else declare("at", `refs/heads/${place.branch}`);
		}
		for (const [i, path] of paths.entries()) declare(`p${i}`, path);
		for (const [i, tag] of tags.entries()) declare(`t${i}`, `refs/tags/${tag}`);
		const commitField = place === null ? "" : "id" in place ? `commit: object(oid: $at) { ${content} }` : `branch: ref(qualifiedName: $at) { target { ${content} } }`;
		const answer = await askRepository(this.#client, {
			declared: Object.entries(types).map(([name, type]) => `$${name}: ${type}`).join(", "),
			fields: `${commitField} ${tags.map((_, i) => `t${i}: ref(qualifiedName: $t${i}) { name }`).join(" ")}`,
			fragments: paths.length > 0 ? entryFragment : "",
			variables
		});
		const present = new Set(tags.filter((_, i) => answer[`t${i}`] != null));
		const found = answer.commit ?? answer.branch?.target ?? null;
		if (found === null) return {
			commit: null,
			present
		};
		const texts = new Map();
		const listed = new Map();
		for (const [i, path] of paths.entries()) {
			const object = found[`p${i}`]?.object ?? null;
			if (folders.includes(path)) listed.set(path, (object?.entries ?? []).map(({ name, type }) => type === "tree" ? `${name}/` : name));
			if (!files.includes(path)) continue;
			const isWhole = object === null || object.__typename !== "Blob" || object.text != null && !object.isTruncated;
			texts.set(path, isWhole ? object?.text ?? null : await readText(this.#client, path, found.oid));
		}
		return {
			commit: {
				id: found.oid,
				tree: found.tree.oid,
				texts,
				folders: listed
			},
			present
		};
	}
};
const entryFragment = `fragment entry on TreeEntry {
  object { __typename ... on Blob { text isTruncated } ... on Tree { entries { name type } } }
}`;
// packages/github/src/github-ledger.ts
/** Texts, folders and trees that are remembered, each. */
const mostKept = 2e4;
/** Commits of a walk through the branch's history, at a hundred a request. */
const mostCommits = 1e4;
/**
* The registry branch by GitHub's Git data API. The compare-and-swap is GitHub's own: tree and commit on top of the parent
* that was read, then a ref update that is fast-forward only. What is read at a commit never changes, so it is kept.
*/
var GitHubLedger = class {
	#client;
	#branch;
	#objects;
	#texts = new Map();
	#folders = new Map();
	/** The tree of each commit that was seen as a head, on which a commit on top of it builds. */
	#trees = new Map();
	/** Tags as they were listed last. */
	#listed = new Map();
	constructor(client, branch) {
		this.#client = client;
		this.#branch = branch;
		this.#objects = new ObjectReader(client);
	}
	async head(along) {
		if (along !== void 0) return this.#headWith(along);
		const { octokit, repository } = this.#client;
		try {
			return (await orNull(octokit.rest.git.getRef({
				...repository,
				ref: `heads/${this.#branch}`
			})))?.data.object.sha ?? null;
		} catch (error) {
			if (statusOf(error) === 409) return null;
			throw error;
		}
	}
	async read(path, at) {
		const kept = this.#texts.get(`${at}:${path}`);
		if (kept !== void 0) return kept;
		const slash = path.lastIndexOf("/");
		const siblings = this.#folders.get(`${at}:${path.slice(0, Math.max(0, slash))}`);
		if (siblings !== void 0 && !siblings.includes(path.slice(slash + 1))) return null;
		const text = await this.#objects.file(path, at);
		keep(this.#texts, `${at}:${path}`, text);
		return text;
	}
	async list(folder, at) {
		const kept = this.#folders.get(`${at}:${folder}`);
		if (kept !== void 0) return kept;
		const names = await this.#objects.folder(folder, at);
		keep(this.#folders, `${at}:${folder}`, names);
		return names;
	}
	async files(at, folders = [""]) {
		const { octokit, repository } = this.#client;
		const isAsked = (path) => folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));
		const { data } = await octokit.rest.git.getTree({
			...repository,
			tree_sha: at,
			recursive: "1"
		});
		if (!data.truncated) return data.tree.filter(({ type, path }) => type === "blob" && isAsked(path)).map(({ path }) => path);
		return (await Promise.all(folders.map((folder) => this.#walk(folder, at)))).flat();
	}
	async tags(prefix) {
		const { octokit, repository } = this.#client;
		const { data: refs } = await octokit.rest.git.listMatchingRefs({
			...repository,
			ref: `tags/${prefix}`
		});
		this.#listed = new Map(refs.map(({ ref, object }) => [ref.slice(10), object]));
		return [...this.#listed.keys()];
	}
	async history(path, at) {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.repos.listCommits, {
			...repository,
			sha: at,
			path,
			per_page: 100
		})).map(({ sha }) => sha).reverse();
	}
	/** What each commit changed would take a request for each: `CloneLedger` and `fetchLedger` tell it. */
	async log(at) {
		const { octokit, repository } = this.#client;
		const commits = [];
		const known = new Map();
		const pages = octokit.paginate.iterator(octokit.rest.repos.listCommits, {
			...repository,
			sha: at,
			per_page: 100
		});
		for await (const { data } of pages) {
			for (const { sha, parents } of data) known.set(sha, parents.map((parent) => parent.sha));
			if (known.size >= mostCommits) break;
		}
		let sha = at;
		for (let parents = known.get(at); sha !== void 0 && parents !== void 0;) {
			commits.push({
				sha,
				parents,
				changes: null
			});
			sha = parents[0];
			parents = sha === void 0 ? void 0 : known.get(sha);
		}
		return {
			commits,
			isWhole: sha === void 0
		};
	}
	async resolveTag(name) {
		const { octokit, repository } = this.#client;
		const listed = this.#listed.get(name);
		this.#listed.clear();
		const object = listed ?? (await orNull(octokit.rest.git.getRef({
			...repository,
			ref: `tags/${name}`
		})))?.data.object;
		if (object?.type !== "tag") return null;
		const tag = await orNull(octokit.rest.git.getTag({
			...repository,
			tag_sha: object.sha
		}));
		return tag?.data.object.type === "commit" ? tag.data.object.sha : null;
	}
	async commit({ parent, files, message }) {
		const { octokit, repository } = this.#client;
		const base = parent === null ? null : await this.#treeOf(parent);
		const tree = await octokit.rest.git.createTree({
			...repository,
			...base === null ? {} : { base_tree: base },
			tree: files.map(({ path, text }) => ({
				path,
				mode: "100644",
				type: "blob",
				content: text
			}))
		});
		const { sha } = (await octokit.rest.git.createCommit({
			...repository,
			message,
			tree: tree.data.sha,
			parents: parent === null ? [] : [parent]
		})).data;
		try {
			if (parent === null) await octokit.rest.git.createRef({
				...repository,
				ref: `refs/heads/${this.#branch}`,
				sha
			});
			else await octokit.rest.git.updateRef({
				...repository,
				ref: `heads/${this.#branch}`,
				sha,
				force: false
			});
		} catch (error) {
			if (statusOf(error) === 409 || statusOf(error) === 422 && isLostRace(error)) return "stale";
			throw explainRefused(error, this.#branch);
		}
		for (const { path, text } of files) keep(this.#texts, `${sha}:${path}`, text);
		keep(this.#trees, sha, tree.data.sha);
		return sha;
	}
	async add({ path, text }, message) {
		const { octokit, repository } = this.#client;
		try {
			await octokit.rest.repos.createOrUpdateFileContents({
				...repository,
				path,
				branch: this.#branch,
				message,
				content: Buffer.from(text).toString("base64")
			});
			return "added";
		} catch (error) {
			const said = messageOf(error);
			if (statusOf(error) === 422 && /"?sha"? wasn't supplied/i.test(said)) return "exists";
			if (statusOf(error) === 409 && /does not match|is at \S+ but expected|not a fast forward/i.test(said)) return "stale";
			if (statusOf(error) === 404) throw new TidemarkError("GITHUB_NOT_FOUND", `the branch ${this.#branch} is gone`, {
				hint: "Somebody deleted the registry branch. Restore it from a clone, then run the job again.",
				cause: error
			});
			throw explainRefused(error, this.#branch);
		}
	}
	hasTag(name) {
		return this.#objects.hasTag(name);
	}
	async createTag({ name, commit, message, isNew = false }) {
		const { octokit, repository } = this.#client;
		if (!isNew && await this.hasTag(name)) return "exists";
		const tag = await octokit.rest.git.createTag({
			...repository,
			tag: name,
			message,
			object: commit,
			type: "commit"
		});
		try {
			await octokit.rest.git.createRef({
				...repository,
				ref: `refs/tags/${name}`,
				sha: tag.data.sha
			});
			return "created";
		} catch (error) {
			if (statusOf(error) === 422 && /already exists/i.test(messageOf(error))) return "exists";
			throw explainRefused(error, name);
		}
	}
	async #headWith({ files = [], folders = [] }) {
		const head = await this.#objects.commit({ branch: this.#branch }, {
			files,
			folders
		});
		if (head === null) return null;
		for (const [path, text] of head.texts) keep(this.#texts, `${head.id}:${path}`, text);
		for (const [path, names] of head.folders) keep(this.#folders, `${head.id}:${path}`, names);
		keep(this.#trees, head.id, head.tree);
		return head.id;
	}
	async #treeOf(commit) {
		const kept = this.#trees.get(commit);
		if (kept !== void 0) return kept;
		const { octokit, repository } = this.#client;
		return (await octokit.rest.git.getCommit({
			...repository,
			commit_sha: commit
		})).data.tree.sha;
	}
	/** For a registry too large for one answer: folder by folder. */
	async #walk(folder, at) {
		const paths = [];
		const names = await this.list(folder, at);
		for (const name of names) if (!name.endsWith("/")) paths.push(below(folder, name));
		const folders = names.filter((name) => name.endsWith("/")).map((name) => below(folder, name.slice(0, -1)));
		for (let i = 0; i < folders.length; i += 50) {
			const walked = await Promise.all(folders.slice(i, i + 50).map((each) => this.#walk(each, at)));
			for (const more of walked) for (const path of more) paths.push(path);
		}
		return paths;
	}
};
/** The oldest go first: a server asks for new commits for months. */
function keep(map, key, value) {
	map.set(key, value);
	if (map.size <= mostKept) return;
	for (const oldest of map.keys()) {
		map.delete(oldest);
		return;
	}
}
function below(folder, name) {
	return folder === "" ? name : `${folder}/${name}`;
}
/** Nothing more than GitHub's two wordings: a ruleset's "Required status check … is expected" is a refusal, not a race. */
function isLostRace(error) {
	return /not a fast forward|already exists/i.test(messageOf(error));
}
function explainRefused(error, name) {
	if (statusOf(error) !== 422 && statusOf(error) !== 409) return error;
	return new TidemarkError("GITHUB_DENIED", `GitHub does not let this token write ${name}: ${messageOf(error)}`, {
		hint: "A ruleset or branch protection covers it. Allow the workflow’s app to bypass it for the registry branch and its tags.",
		cause: error
	});
}
// packages/github/src/github-releases.ts
/** Releases and their assets by GitHub's REST API. */
var GitHubReleases = class {
	#client;
	#uploadUrls = new Map();
	constructor(client) {
		this.#client = client;
	}
	async get(id) {
		const { octokit, repository } = this.#client;
		const response = await orNull(octokit.rest.repos.getRelease({
			...repository,
			release_id: id
		}));
		return response && this.#release(response.data);
	}
	async list() {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.repos.listReleases, {
			...repository,
			per_page: 100
		})).map((release) => this.#release(release));
	}
	async drafts() {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.listReleases({
			...repository,
			per_page: 100
		});
		return data.filter((release) => release.draft).map((release) => this.#release(release));
	}
	async createDraft({ tag, name, body }) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.createRelease({
			...repository,
			tag_name: tag,
			name,
			body,
			draft: true,
			prerelease: true
		});
		return this.#release(data);
	}
	async update(id, change) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.updateRelease({
			...repository,
			release_id: id,
			...change.tag === void 0 ? {} : { tag_name: change.tag },
			...change.name === void 0 ? {} : { name: change.name },
			...change.body === void 0 ? {} : { body: change.body },
			...change.isDraft === void 0 ? {} : { draft: change.isDraft },
			...change.isPrerelease === void 0 ? {} : { prerelease: change.isPrerelease },
			make_latest: "false"
		});
		return this.#release(data);
	}
	async remove(id) {
		const { octokit, repository } = this.#client;
		await orNull(octokit.rest.repos.deleteRelease({
			...repository,
			release_id: id
		}));
	}
	async upload(id, { name, sizeBytes, open }) {
		const { octokit } = this.#client;
		const url = this.#uploadUrls.get(id);
		if (url === void 0) throw new Error(`release ${id} was not read before the upload`);
		try {
			const { data } = await octokit.request({
				method: "POST",
				url: `${url}?name=${encodeURIComponent(name)}`,
				headers: { "content-type": "application/octet-stream" },
				data: new StreamedBlob(sizeBytes, open)
			});
			return toAsset(data);
		} catch (error) {
			if (statusOf(error) === 404) return "gone";
			if (statusOf(error) === 422 && /already_exists/.test(messageOf(error))) return "exists";
			throw error;
		}
	}
	async removeAsset(id) {
		const { octokit, repository } = this.#client;
		await orNull(octokit.rest.repos.deleteReleaseAsset({
			...repository,
			asset_id: id
		}));
	}
	async download(assetId) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.getReleaseAsset({
			...repository,
			asset_id: assetId,
			headers: { accept: "application/octet-stream" }
		});
		return new Uint8Array(data);
	}
	async digest(assetId) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.getReleaseAsset({
			...repository,
			asset_id: assetId,
			headers: { accept: "application/octet-stream" },
			request: { parseSuccessResponseBody: false }
		});
		const hash = createHash("sha256");
		for await (const chunk of data) hash.update(chunk);
		return hash.digest("hex");
	}
	#release(data) {
		this.#uploadUrls.set(data.id, data.upload_url.replace(/\{.*\}$/, ""));
		return {
			id: data.id,
			tag: data.tag_name,
			isDraft: data.draft,
			isPrerelease: data.prerelease,
			url: data.html_url,
			body: data.body ?? "",
			assets: data.assets.map(toAsset),
			...changedAt(data)
		};
	}
};
/** Not by `created_at`, which is the time of the commit that the release was made for. */
function changedAt(data) {
	const { updated_at: updated } = data;
	const newest = [updated, ...data.assets.map((asset) => asset.updated_at)].filter((time) => time != null).sort().at(-1);
	return newest === void 0 ? {} : { changedAt: newest };
}
/** Bytes that are read as they are sent, again at each try. Unlike a plain stream it has a size, which GitHub asks for. */
var StreamedBlob = class extends Blob {
	size;
	#open;
	constructor(sizeBytes, open) {
		super([]);
		this.size = sizeBytes;
		this.#open = open;
	}
	stream() {
		return ReadableStream.from(this.#open());
	}
};
function toAsset(asset) {
	const digest = asset.digest;
	return {
		id: asset.id,
		name: asset.name,
		sizeBytes: asset.size,
		sha256: digest?.startsWith("sha256:") ? digest.slice(7) : null,
		state: asset.state === "uploaded" ? "uploaded" : "starter"
	};
}
// packages/github/src/github-reviews.ts
/** The default branch, pull requests, reviews and statuses by GitHub's REST API. */
var GitHubReviews = class {
	#client;
	#objects;
	#texts = new Map();
	#defaultBranch;
	/** `defaultBranch` where it is known already. */
	constructor(client, defaultBranch = null) {
		this.#client = client;
		this.#objects = new ObjectReader(client);
		this.#defaultBranch = defaultBranch;
	}
	async defaultBranch() {
		const { octokit, repository } = this.#client;
		this.#defaultBranch ??= (await octokit.rest.repos.get(repository)).data.default_branch;
		return this.#defaultBranch;
	}
	async branchHead(branch) {
		const { octokit, repository } = this.#client;
		return (await orNull(octokit.rest.git.getRef({
			...repository,
			ref: `heads/${branch}`
		})))?.data.object.sha ?? null;
	}
	async readFile(path, ref) {
		if (!/^[0-9a-f]{40}$/.test(ref)) return readText(this.#client, path, ref);
		const key = `${ref}:${path}`;
		const known = this.#texts.get(key) ?? this.#objects.file(path, ref);
		this.#texts.set(key, known);
		known.catch(() => this.#texts.delete(key));
		return known;
	}
	async listFolder(path, ref) {
		const { octokit, repository } = this.#client;
		const response = await orNull(octokit.rest.repos.getContent({
			...repository,
			path,
			ref
		}));
		if (response === null || !Array.isArray(response.data)) return [];
		return response.data.map((entry) => entry.type === "dir" ? `${entry.name}/` : entry.name);
	}
	async proposeFile(change) {
		const { octokit, repository } = this.#client;
		const base = await this.branchHead(change.base);
		if (base === null) throw new TidemarkError("GITHUB_NOT_FOUND", `the branch ${change.base} does not exist`, { hint: "Push the default branch first." });
		const parent = await octokit.rest.git.getCommit({
			...repository,
			commit_sha: base
		});
		const tree = await octokit.rest.git.createTree({
			...repository,
			base_tree: parent.data.tree.sha,
			tree: [change, ...change.beside ?? []].map(({ path, text }) => ({
				path,
				mode: "100644",
				type: "blob",
				content: text
			}))
		});
		const { sha } = (await octokit.rest.git.createCommit({
			...repository,
			message: change.message,
			tree: tree.data.sha,
			parents: [base]
		})).data;
		try {
			await octokit.rest.git.createRef({
				...repository,
				ref: `refs/heads/${change.branch}`,
				sha
			});
		} catch (error) {
			if (statusOf(error) !== 422 || !/already exists/i.test(messageOf(error))) throw error;
			await octokit.rest.git.updateRef({
				...repository,
				ref: `heads/${change.branch}`,
				sha,
				force: true
			});
		}
		return sha;
	}
	async openPullRequest(request) {
		const { octokit, repository } = this.#client;
		const { branch, base, title, body } = request;
		try {
			return toPullRequest((await octokit.rest.pulls.create({
				...repository,
				head: branch,
				base,
				title,
				body
			})).data);
		} catch (error) {
			if (statusOf(error) !== 422 || !/already exists/i.test(messageOf(error))) throw error;
			const open = (await this.pullRequestsFrom(branch)).find((each) => each.state === "open");
			if (open === void 0) throw error;
			return open;
		}
	}
	async updatePullRequest(number, change) {
		const { octokit, repository } = this.#client;
		await octokit.rest.pulls.update({
			...repository,
			pull_number: number,
			...change
		});
	}
	async deleteBranch(branch) {
		const { octokit, repository } = this.#client;
		try {
			await octokit.rest.git.deleteRef({
				...repository,
				ref: `heads/${branch}`
			});
		} catch (error) {
			if (statusOf(error) !== 422 && statusOf(error) !== 404) throw error;
		}
	}
	async branches(prefix) {
		const { octokit, repository } = this.#client;
		const { data: refs } = await octokit.rest.git.listMatchingRefs({
			...repository,
			ref: `heads/${prefix}`
		});
		return refs.map(({ ref, object }) => ({
			name: ref.slice(11),
			sha: object.sha
		}));
	}
	async pullRequest(number) {
		const { octokit, repository } = this.#client;
		const response = await orNull(octokit.rest.pulls.get({
			...repository,
			pull_number: number
		}));
		return response && toPullRequest(response.data);
	}
	async openPullRequests(prefix) {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.pulls.list, {
			...repository,
			state: "open",
			per_page: 100
		})).filter((each) => each.head.ref.startsWith(prefix)).map(toPullRequest);
	}
	async pullRequestsFrom(branch) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.pulls.list({
			...repository,
			state: "all",
			head: `${repository.owner}:${branch}`,
			sort: "created",
			direction: "desc",
			per_page: 100
		});
		return data.filter((each) => each.head.ref === branch).map(toPullRequest);
	}
	async changedFiles(number) {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.pulls.listFiles, {
			...repository,
			pull_number: number,
			per_page: 100
		})).map(({ filename, previous_filename }) => ({
			path: filename,
			previousPath: previous_filename ?? null
		}));
	}
	async mergeBase(base, head) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
			...repository,
			basehead: `${base}...${head}`,
			per_page: 1
		});
		return data.merge_base_commit.sha;
	}
	async reviews(number) {
		const { octokit, repository } = this.#client;
		return (await octokit.paginate(octokit.rest.pulls.listReviews, {
			...repository,
			pull_number: number,
			per_page: 100
		})).map((review) => ({
			author: review.user?.login ?? "",
			isPerson: review.user?.type === "User",
			state: review.state.toLowerCase(),
			commit: review.commit_id ?? null
		}));
	}
	async permission(login) {
		const { octokit, repository } = this.#client;
		return (await orNull(octokit.rest.repos.getCollaboratorPermissionLevel({
			...repository,
			username: login
		})))?.data.permission ?? "none";
	}
	async comment(number, body) {
		const { octokit, repository } = this.#client;
		await octokit.rest.issues.createComment({
			...repository,
			issue_number: number,
			body
		});
	}
	async setStatus(sha, status) {
		const { octokit, repository } = this.#client;
		const { context, state, description, url } = status;
		await octokit.rest.repos.createCommitStatus({
			...repository,
			sha,
			context,
			state,
			description,
			...url === void 0 ? {} : { target_url: url }
		});
	}
};
function toPullRequest(data) {
	return {
		number: data.number,
		url: data.html_url,
		state: data.state === "open" ? "open" : "closed",
		isMerged: data.merged_at !== null,
		mergeSha: data.merged_at === null ? null : data.merge_commit_sha,
		headBranch: data.head.ref,
		headSha: data.head.sha,
		isSameRepository: data.head.repo !== null && data.head.repo.full_name === data.base.repo.full_name,
		baseBranch: data.base.ref,
		author: data.user?.login ?? "",
		body: data.body ?? ""
	};
}
// packages/github/src/github-workflows.ts
/** Workflow runs by GitHub's REST API. */
var GitHubWorkflows = class {
	#client;
	constructor(client) {
		this.#client = client;
	}
	async activeRuns({ workflow, branch }) {
		const { octokit, repository } = this.#client;
		return ((await orNull(octokit.rest.actions.listWorkflowRuns({
			...repository,
			workflow_id: workflow,
			branch,
			per_page: 100
		})))?.data.workflow_runs ?? []).filter(({ status }) => status !== "completed").map((run) => ({
			number: run.run_number,
			status: run.status ?? "queued",
			url: run.html_url
		}));
	}
	async dispatch({ workflow, branch, inputs }) {
		const { octokit, repository } = this.#client;
		try {
			await octokit.rest.actions.createWorkflowDispatch({
				...repository,
				workflow_id: workflow,
				ref: branch,
				inputs: { ...inputs }
			});
		} catch (error) {
			const status = statusOf(error);
			if (status !== 404 && status !== 422) throw error;
			throw new TidemarkError("GITHUB_NOT_FOUND", `the workflow ${workflow} cannot be started on ${branch}: ${messageOf(error)}`, {
				hint: `Name a file of .github/workflows on the default branch that has workflow_dispatch with the inputs ${Object.keys(inputs).join(", ")}, and give the job \`actions: write\`.`,
				cause: error
			});
		}
	}
};
// packages/github/src/registry.ts
/**
* A registry that lives in one GitHub repository, seen through one token. Throws `INPUT_INVALID` where the registry branch is
* the default branch: facts would be committed past every review.
*/
async function connectRegistry(options) {
	const registry = await openRegistry(options);
	if (await registry.reviews.defaultBranch() === options.registryBranch) throw new TidemarkError("INPUT_INVALID", `registry-branch is ${options.registryBranch}, the default branch`, { hint: "Facts have a branch of their own, which people do not commit to. Leave the input out, or name another branch." });
	return registry;
}
/** The same for those who only read, and want to start while GitHub does not answer: nothing is asked yet. */
async function openRegistry(options) {
	const client = await connectGitHub(options);
	return {
		ledger: new GitHubLedger(client, options.registryBranch),
		releases: new GitHubReleases(client),
		reviews: new GitHubReviews(client, options.defaultBranch),
		issues: new GitHubIssues(client),
		workflows: new GitHubWorkflows(client),
		clock: {
			now: () => client.now(),
			pause: (attempt) => pause(client, attempt, options.wait)
		},
		actor: options.actor,
		policyRoot: options.policyRoot,
		...options.runUrl === void 0 ? {} : { runUrl: options.runUrl }
	};
}
/** Answers that a commit waits for, from reading the head to moving it. */
const answersPerCommit = 6;
const longestPauseMs = 2e4;
/**
* Full jitter over an exponential limit, as on a shared line: writers that collided do not collide again in step. The first
* limit is the time that two commits take, so that some are done in between, however slow GitHub is today.
*/
async function pause(client, attempt, wait = sleep) {
	const commitMs = answersPerCommit * client.latencyMs();
	await wait(Math.min(longestPauseMs, commitMs * 2 ** (attempt + 1)) * Math.random());
}
// packages/github/src/verification.ts
/**
* Proves a registry with everything that GitHub has of it: facts and history from a copy that git fetches, releases, channel files
* and pull requests by the API. With `repair`, does what can be done about what was found, and proves it all again.
*/
async function verifyGitHubRegistry(options, { repair = false, ...choices }) {
	const found = await verify(options, choices);
	const plan = planRepair(found.verification.problems);
	if (!repair || plan.steps.length === 0) return {
		...found,
		plan,
		repaired: []
	};
	const repaired = await repairRegistry(await connectRegistry(options), plan.steps, choices.onProgress);
	const after = await verify(options, choices);
	return {
		...after,
		plan: planRepair(after.verification.problems),
		repaired
	};
}
async function verify(options, choices) {
	const registry = await connectRegistry(options);
	const fetched = await fetchLedger(options);
	if (fetched.ledger === null) return {
		verification: await walk(registry, registry.ledger, choices),
		slowBecause: fetched.problem
	};
	await using ledger = fetched.ledger;
	return {
		verification: await walk(registry, ledger, choices),
		slowBecause: null
	};
}
async function walk({ releases, reviews, clock, policyRoot }, ledger, choices) {
	return verifyRegistry(ledger, {
		...choices,
		releases,
		intent: {
			reviews,
			policyRoot
		},
		now: await clock.now()
	});
}
export { connectTelemetry as a, connectComments as c, readLogin as i, CloneLedger as l, connectRegistry as n, readSettings as o, openRegistry as r, fetchLedger as s, verifyGitHubRegistry as t };

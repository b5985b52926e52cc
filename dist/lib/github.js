import { S as TidemarkError } from "./start.js";
import { promisify } from "node:util";
import { execFile, spawn } from "node:child_process";
// packages/github/src/clone-ledger.ts
const run = promisify(execFile);
/** Reads the registry branch from a plain clone by git, without any network. Close it when done. */
var CloneLedger = class {
	#folder;
	#branch;
	#reader = null;
	constructor(folder, branch) {
		this.#folder = folder;
		this.#branch = branch;
	}
	async head() {
		await this.#git("rev-parse", "--git-dir");
		for (const ref of [`refs/remotes/origin/${this.#branch}`, `refs/heads/${this.#branch}`]) {
			const sha = await this.#git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`).catch(() => "");
			if (sha !== "") return sha.trim();
		}
		return null;
	}
	async read(path, at) {
		this.#reader ??= new ObjectReader(this.#folder);
		const object = await this.#reader.read(`${at}:${path}`);
		return object?.type === "blob" ? object.bytes.toString("utf8") : null;
	}
	async list(folder, at) {
		return splitZero(await this.#git("ls-tree", "-z", `${at}:${folder}`).catch(() => "")).map((line) => {
			const [facts, name] = line.split("	");
			return facts.split(" ")[1] === "tree" ? `${name}/` : name;
		});
	}
	async files(at) {
		return splitZero(await this.#git("ls-tree", "-r", "-z", "--name-only", at));
	}
	async tags(prefix) {
		return (await this.#git("for-each-ref", "--format=%(refname)", "refs/tags")).split("\n").map((name) => name.slice(10)).filter((name) => name !== "" && name.startsWith(prefix));
	}
	async history(path, at) {
		return (await this.#git("log", "--format=%H", "--reverse", at, "--", `:(literal)${path}`)).split("\n").filter((sha) => sha !== "");
	}
	async resolveTag(name) {
		if ((await this.#git("cat-file", "-t", `refs/tags/${name}`).catch(() => "")).trim() !== "tag") return null;
		return (await this.#git("rev-parse", "--verify", `refs/tags/${name}^{commit}`)).trim();
	}
	[Symbol.dispose]() {
		this.#reader?.close();
		this.#reader = null;
	}
	async #git(...args) {
		try {
			return (await run("git", [
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
var ObjectReader = class {
	#process;
	#waiting = [];
	#buffer = Buffer.alloc(0);
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
		this.#process.on("close", () => {
			for (const resolve of this.#waiting.splice(0)) resolve(null);
		});
	}
	read(name) {
		if (/[\r\n]/.test(name)) return Promise.resolve(null);
		return new Promise((resolve) => {
			this.#waiting.push(resolve);
			this.#process.stdin.write(`${name}\n`);
		});
	}
	close() {
		this.#process.kill();
	}
	#drain() {
		for (;;) {
			const end = this.#buffer.indexOf(10);
			if (end < 0) return;
			const header = this.#buffer.toString("utf8", 0, end);
			const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header) ?? [];
			if (type === void 0 || size === void 0) {
				this.#buffer = this.#buffer.subarray(end + 1);
				this.#waiting.shift()?.(null);
				continue;
			}
			const last = end + 1 + Number(size);
			if (this.#buffer.length < last + 1) return;
			const bytes = Buffer.from(this.#buffer.subarray(end + 1, last));
			this.#buffer = this.#buffer.subarray(last + 1);
			this.#waiting.shift()?.({
				type,
				bytes
			});
		}
	}
};
function splitZero(text) {
	return text.split("\0").filter((part) => part !== "");
}
// packages/github/src/client.ts
const retries = 4;
const longestWaitMs = 6e4;
/**
* Connects to GitHub (or GitHub Enterprise by `apiUrl`). Reads are retried on 5xx and broken connections, everything on rate
* limits; what still fails becomes a `TidemarkError` with a remedy. 404, 409 and 422 stay octokit's errors, for callers to judge.
*/
async function connectGitHub({ token, repository, apiUrl }) {
	const { getOctokit } = await import("../lazy/github.js");
	const [owner, repo] = repository.split("/");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		userAgent: "tidemark",
		log: silent
	});
	let date = null;
	octokit.hook.wrap("request", async (request, options) => {
		const isRead = options.method === "GET" || options.method === "HEAD";
		for (let attempt = 0;; attempt++) try {
			const response = await request(options);
			date = response.headers.date ?? date;
			return response;
		} catch (error) {
			const waitMs = attempt < retries ? retryDelayMs(error, isRead, attempt) : null;
			if (waitMs === null) throw explain(error, options);
			await new Promise((resolve) => setTimeout(resolve, waitMs));
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
		}
	};
}
/** The HTTP status of an octokit error, or null for anything else. */
function statusOf(error) {
	const status = error?.status;
	return typeof status === "number" ? status : null;
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
function retryDelayMs(error, isRead, attempt) {
	const status = statusOf(error);
	const headers = error.response?.headers ?? {};
	const backoffMs = 250 * 2 ** attempt * (.5 + Math.random());
	if (status === 429 || status === 403 && (headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0)) {
		const waitMs = headers["retry-after"] !== void 0 ? Number(headers["retry-after"]) * 1e3 : resetDelayMs(headers);
		return waitMs <= longestWaitMs ? Math.max(waitMs, backoffMs) : null;
	}
	return (status === null || status >= 500) && isRead ? backoffMs : null;
}
function resetDelayMs(headers) {
	const reset = Number(headers["x-ratelimit-reset"]) * 1e3;
	const now = Date.parse(headers.date ?? "");
	return Number.isFinite(reset - now) ? Math.max(0, reset - now) + 1e3 : longestWaitMs;
}
function explain(error, options) {
	const status = statusOf(error);
	const message = error instanceof Error ? error.message : String(error);
	const what = `${options.method} ${options.url.replace(/\{\?[^}]*\}/, "")}`;
	const headers = error.response?.headers;
	if (status === 429 || status === 403 && (headers?.["x-ratelimit-remaining"] === "0" || headers?.["retry-after"] !== void 0)) return new TidemarkError("GITHUB_RATE_LIMITED", `GitHub limits the rate of requests (${what})`, {
		hint: "Wait until the limit resets and run the job again: it goes on where it stopped. An App token has a higher limit.",
		cause: error
	});
	if (status === 401 || status === 403) {
		const needed = headers?.["x-accepted-github-permissions"];
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
const silent = {
	debug() {},
	info() {},
	warn() {},
	error() {}
};
// packages/github/src/github-ledger.ts
/** Texts and trees that are remembered, each. */
const mostKept = 2e4;
/**
* The registry branch by GitHub's Git data API. The compare-and-swap is GitHub's own: tree and commit on top of the parent
* that was read, then a ref update that is fast-forward only. What is read at a commit never changes, so it is kept.
*/
var GitHubLedger = class {
	#client;
	#branch;
	#texts = new Map();
	#trees = new Map();
	constructor(client, branch) {
		this.#client = client;
		this.#branch = branch;
	}
	async head() {
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
		const key = `${at}:${path}`;
		const kept = this.#texts.get(key);
		if (kept !== void 0) return kept;
		const text = await readText(this.#client, path, at);
		this.#keep(key, text);
		return text;
	}
	async list(folder, at) {
		let entries = await this.#tree(at);
		for (const part of folder.split("/")) {
			const entry = entries.find((each) => each.path === part && each.type === "tree");
			if (entry === void 0) return [];
			entries = await this.#tree(entry.sha);
		}
		return entries.map((entry) => entry.type === "tree" ? `${entry.path}/` : entry.path);
	}
	async files(at) {
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.git.getTree({
			...repository,
			tree_sha: at,
			recursive: "1"
		});
		if (data.truncated) return this.#walk(at, "");
		return data.tree.filter((entry) => entry.type === "blob").map((entry) => entry.path);
	}
	async tags(prefix) {
		const { octokit, repository } = this.#client;
		const { data: refs } = await octokit.rest.git.listMatchingRefs({
			...repository,
			ref: `tags/${prefix}`
		});
		return refs.map((each) => each.ref.slice(10));
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
	async resolveTag(name) {
		const { octokit, repository } = this.#client;
		const ref = await orNull(octokit.rest.git.getRef({
			...repository,
			ref: `tags/${name}`
		}));
		if (ref === null || ref.data.object.type !== "tag") return null;
		const tag = await orNull(octokit.rest.git.getTag({
			...repository,
			tag_sha: ref.data.object.sha
		}));
		return tag?.data.object.type === "commit" ? tag.data.object.sha : null;
	}
	async commit({ parent, files, message }) {
		const { octokit, repository } = this.#client;
		const base = parent === null ? null : (await octokit.rest.git.getCommit({
			...repository,
			commit_sha: parent
		})).data.tree.sha;
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
		for (const { path, text } of files) this.#keep(`${sha}:${path}`, text);
		return sha;
	}
	async createTag({ name, commit, message }) {
		const { octokit, repository } = this.#client;
		if (await orNull(octokit.rest.git.getRef({
			...repository,
			ref: `tags/${name}`
		})) !== null) return "exists";
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
	/** The oldest go first: a server asks for new commits for months. */
	#keep(key, text) {
		this.#texts.set(key, text);
		if (this.#texts.size <= mostKept) return;
		for (const oldest of this.#texts.keys()) {
			this.#texts.delete(oldest);
			return;
		}
	}
	async #tree(sha) {
		const kept = this.#trees.get(sha);
		if (kept) return kept;
		const { octokit, repository } = this.#client;
		const { data } = await octokit.rest.git.getTree({
			...repository,
			tree_sha: sha
		});
		const entries = data.tree.map(({ path, type, sha }) => ({
			path,
			type,
			sha
		}));
		if (this.#trees.size >= mostKept) this.#trees.clear();
		this.#trees.set(sha, entries);
		return entries;
	}
	async #walk(sha, prefix) {
		const paths = [];
		for (const entry of await this.#tree(sha)) if (entry.type === "tree") paths.push(...await this.#walk(entry.sha, `${prefix}${entry.path}/`));
		else if (entry.type === "blob") paths.push(prefix + entry.path);
		return paths;
	}
};
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
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** Nothing more than GitHub's two wordings: a ruleset's "Required status check … is expected" is a refusal, not a race. */
function isLostRace(error) {
	return /not a fast forward|already exists/i.test(messageOf(error));
}
function explainRefused(error, name) {
	if (statusOf(error) !== 422) return error;
	return new TidemarkError("GITHUB_DENIED", `GitHub does not let this token write ${name}: ${messageOf(error)}`, {
		hint: "A ruleset or branch protection covers it. Allow the workflow’s app to bypass it for the registry branch and its tags.",
		cause: error
	});
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
	async upload(id, { name, bytes }) {
		const { octokit } = this.#client;
		const url = this.#uploadUrls.get(id);
		if (url === void 0) throw new Error(`release ${id} was not read before the upload`);
		const { data } = await octokit.request({
			method: "POST",
			url: `${url}?name=${encodeURIComponent(name)}`,
			headers: { "content-type": "application/octet-stream" },
			data: bytes
		});
		return toAsset(data);
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
	#release(data) {
		this.#uploadUrls.set(data.id, data.upload_url.replace(/\{.*\}$/, ""));
		return {
			id: data.id,
			tag: data.tag_name,
			isDraft: data.draft,
			isPrerelease: data.prerelease,
			url: data.html_url,
			body: data.body ?? "",
			assets: data.assets.map(toAsset)
		};
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
	#defaultBranch = null;
	constructor(client) {
		this.#client = client;
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
		return readText(this.#client, path, ref);
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
			tree: [{
				path: change.path,
				mode: "100644",
				type: "blob",
				content: change.text
			}]
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
		reviews: new GitHubReviews(client),
		issues: new GitHubIssues(client),
		workflows: new GitHubWorkflows(client),
		clock: {
			now: () => client.now(),
			pause
		},
		actor: options.actor,
		policyRoot: options.policyRoot,
		...options.runUrl === void 0 ? {} : { runUrl: options.runUrl }
	};
}
/** Full jitter over an exponential limit of 50 ms to 2 s: writers that collided do not collide again in step. */
async function pause(attempt) {
	const limitMs = Math.min(2e3, 50 * 2 ** Math.min(attempt, 6));
	await new Promise((resolve) => setTimeout(resolve, limitMs * Math.random()));
}
export { CloneLedger as i, openRegistry as n, connectTelemetry as r, connectRegistry as t };

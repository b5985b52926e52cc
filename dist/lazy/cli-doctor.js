import { o as readSettings } from "../lib/github.js";
import { _ as string, o as boolean, p as object } from "../vendor/zod.js";
import { C as TidemarkError, D as Name, S as readYaml, b as parseJsonDocument, k as RepositoryName, w as describeProblem, x as parseYamlDocument } from "../lib/start.js";
import { r as plain } from "./table.js";
import { B as parseContract } from "../lib/data.js";
import { L as ChannelIntent, _ as ModelPolicy } from "../lib/schemas.js";
import { t as checkOptions } from "./options.js";
import { t as originOf } from "./origin.js";
import { o as sourceOptions, t as access } from "./source.js";
// packages/cli/src/doctor/gh-command.ts
/** `gh api …` for a shell: flat bodies as fields, others as JSON that the shell has nothing to read in. */
function ghCommand({ method, path, body }, hostname) {
	const start = `gh api${hostname === "github.com" ? "" : ` --hostname ${shellWord(hostname)}`} --method ${method} ${shellWord(path)}`;
	if (body === void 0) return start;
	const entries = Object.entries(body);
	if (entries.every(([, value]) => typeof value === "string" || typeof value === "boolean")) return [start, ...entries.map(([key, value]) => `-${typeof value === "string" ? "f" : "F"} ${shellWord(`${key}=${value}`)}`)].join(" ");
	return `${start} --input - <<'JSON'\n${JSON.stringify(body)}\nJSON`;
}
function shellWord(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
// packages/cli/src/doctor/describe.ts
const marks = {
	fine: "✓",
	change: "✕",
	unknown: "?"
};
const order = [
	"change",
	"unknown",
	"fine"
];
const headings = {
	change: "To change",
	unknown: "Could not look",
	fine: "Fine"
};
/** The findings for a terminal: what is to be changed first, each with its commands, then the rest. */
function describeFindings(repository, hostname, findings) {
	const parts = order.flatMap((state) => {
		const found = findings.filter((finding) => finding.state === state);
		return found.length === 0 ? [] : [[headings[state], ...found.map((finding) => describe(finding, hostname))].join("\n")];
	});
	const count = (state) => findings.filter((finding) => finding.state === state).length;
	const total = `${plain(repository)}: ${count("change")} to change, ${count("unknown")} could not be looked at, ${count("fine")} fine`;
	return [...parts, total].join("\n\n");
}
function describe({ state, title, detail, calls = [], url }, hostname) {
	const below = [
		...(detail ?? "").split("\n").filter((line) => line !== ""),
		...calls.flatMap((call) => ghCommand(call, hostname).split("\n")),
		...url === void 0 || state === "fine" ? [] : [`by hand: ${url}`]
	];
	return [`${marks[state]} ${plain(title)}`, ...below.map((line) => indent(line))].join("\n");
}
/** `plain` per line; a command’s own indentation stays, its end mark has to stand at the start of a line to be pasted. */
function indent(line) {
	return line === "JSON" ? line : `    ${plain(line)}`;
}
// packages/cli/src/doctor/finding.ts
const fine = (id, title, detail) => ({
	id,
	state: "fine",
	title,
	...detail === void 0 ? {} : { detail }
});
const change = (id, title, remedy) => ({
	id,
	state: "change",
	title,
	...remedy
});
/** What could not be looked at, with GitHub’s reason and where people can look. */
const unknown = (id, what, reason, url) => ({
	id,
	state: "unknown",
	title: `Could not look at ${what}`,
	detail: reason,
	...url === void 0 ? {} : { url }
});
/** The findings of an answer, or that it was refused. */
function given(answer, refused, judge) {
	if ("value" in answer) return judge(answer.value);
	return [unknown(refused.id, refused.what, adviseRead(answer.refused), refused.url)];
}
/** GitHub’s "no", with what would have made it a yes. */
function adviseRead(reason) {
	return `GitHub said: ${reason}. A token of an administrator sees it (fine-grained: administration: read).`;
}
// packages/cli/src/doctor/check-access.ts
const mostApartMs = 6e4;
/** Who looks, what the repository is, and whether this machine’s clock can be trusted. */
function checkAccess({ settings }) {
	const { repository, role, isArchived, isFork, webUrl } = settings;
	return [
		checkToken(settings),
		...isArchived ? [change("repository.archived", `${repository} is archived: nothing can be written`, {
			detail: "Unarchive it.",
			url: `${webUrl}/settings`
		})] : [],
		...isFork ? [change("repository.fork", `${repository} is a fork`, {
			detail: "Schedules of a fork are off until somebody turns them on, and pull requests go to its source. Give the models a repository of their own, or enable its workflows.",
			url: `${webUrl}/actions`
		})] : [],
		role === null ? unknown("token.role", "what this token’s user may do", "GitHub does not say it for this kind of token.") : fine("token.role", `This token has the role ${role} in ${repository}`),
		checkClock(settings.clockApartMs)
	];
}
function checkToken({ login, scopes, isPrivate }) {
	const who = "value" in login ? `of ${login.value}` : "of an app or a job";
	if (scopes === null) return fine("token.scopes", `The token is fine-grained or an app’s, ${who}`);
	const missing = scopes.includes("repo") || !isPrivate && scopes.includes("public_repo") ? [] : ["repo"];
	if (missing.length === 0) return fine("token.scopes", `The token is a classic one ${who}, with ${scopes.join(", ")}`);
	return change("token.scopes", `The classic token ${who} has ${scopes.join(", ") || "no scopes"}`, { detail: `It needs ${missing.join(", ")} to see settings and drafts: gh auth refresh --scopes ${missing.join(",")}` });
}
function checkClock(apartMs) {
	const seconds = Math.round(apartMs / 1e3);
	if (Math.abs(apartMs) <= mostApartMs) return fine("clock", "This machine’s clock agrees with GitHub’s");
	return change("clock", `This machine’s clock is ${Math.abs(seconds)} s ${apartMs > 0 ? "behind" : "ahead of"} GitHub’s`, { detail: "Tokens of apps and TLS go by it. Let it follow a time server. Facts are dated by GitHub’s clock, so they are not wrong." });
}
// packages/cli/src/doctor/workflow-file.ts
/** Reads a workflow file; the reason where it is not one. */
function readWorkflow({ path, text }) {
	let value;
	try {
		value = readYaml(text, path).value;
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return {
			path,
			problem: error.problems[0]?.message ?? error.message
		};
	}
	if (!isMapping(value)) return {
		path,
		problem: "it is not a mapping"
	};
	const jobs = isMapping(value.jobs) ? Object.entries(value.jobs) : [];
	const whole = concurrencyOf(value.concurrency);
	return {
		path,
		events: eventsOf(value.on),
		jobs: jobs.flatMap(([id, job]) => isMapping(job) ? [{
			id,
			permissions: permissionsOf(job.permissions) ?? permissionsOf(value.permissions),
			concurrency: concurrencyOf(job.concurrency) ?? whole,
			environment: environmentOf(job.environment),
			steps: (Array.isArray(job.steps) ? job.steps : []).filter(isMapping).map((step) => ({
				uses: typeof step.uses === "string" ? step.uses : null,
				with: isMapping(step.with) ? step.with : {}
			})),
			uses: typeof job.uses === "string" ? job.uses : null
		}] : [])
	};
}
/** Everything that a workflow takes from elsewhere, as it names it. */
function usesIn({ jobs }) {
	return jobs.flatMap(({ uses, steps }) => [uses, ...steps.map((step) => step.uses)].filter((each) => each !== null));
}
const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function eventsOf(on) {
	if (typeof on === "string") return { [on]: null };
	if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [String(event), null]));
	if (!isMapping(on)) return {};
	return Object.fromEntries(Object.entries(on).map(([event, filter]) => [event, isMapping(filter) ? filterOf(filter) : null]));
}
function filterOf(filter) {
	const texts = (value) => value === void 0 ? void 0 : [value].flat().map(String);
	const [branches, types, paths] = [
		texts(filter.branches),
		texts(filter.types),
		texts(filter.paths)
	];
	return {
		...branches === void 0 ? {} : { branches },
		...types === void 0 ? {} : { types },
		...paths === void 0 ? {} : { paths },
		...isMapping(filter.inputs) ? { inputs: filter.inputs } : {}
	};
}
function permissionsOf(value) {
	if (value === "read-all" || value === "write-all") return value;
	if (!isMapping(value)) return null;
	return Object.fromEntries(Object.entries(value).map(([scope, access]) => [scope, String(access)]));
}
function concurrencyOf(value) {
	if (typeof value === "string") return { cancels: false };
	return isMapping(value) ? { cancels: value["cancel-in-progress"] === true } : null;
}
function environmentOf(value) {
	if (typeof value === "string") return value;
	return isMapping(value) && typeof value.name === "string" ? value.name : null;
}
// packages/cli/src/doctor/check-actions.ts
/** Whether Actions run, whether ours and those they need may, and what GITHUB_TOKEN may do. */
function checkActions({ settings }, workflows) {
	const { repository, webUrl } = settings;
	const url = `${webUrl}/settings/actions`;
	const permissions = `repos/${repository}/actions/permissions`;
	return [...given(settings.actions, {
		id: "actions.enabled",
		what: "whether Actions may run",
		url
	}, (actions) => {
		if (!actions.isEnabled) return [change("actions.enabled", "Actions are off", {
			detail: "Nothing of the loop runs. Turn them on.",
			calls: [{
				method: "PUT",
				path: permissions,
				body: { enabled: true }
			}],
			url
		})];
		const refused = refusedActions(actions, workflows);
		return [
			fine("actions.enabled", "Actions are on"),
			...refused.length === 0 ? [fine("actions.allowed", "All actions that the workflows use may run")] : [allowThem(refused, actions, {
				permissions,
				url
			})],
			...actions.needsFullSha ? checkPins(workflows, url) : []
		];
	}), ...given(settings.workflowToken, {
		id: "workflow-token.pull-requests",
		what: "what GITHUB_TOKEN may do",
		url
	}, ({ access, mayCreatePullRequests }) => {
		const put = (body) => [{
			method: "PUT",
			path: `${permissions}/workflow`,
			body
		}];
		return [mayCreatePullRequests ? fine("workflow-token.pull-requests", "GitHub Actions may create pull requests") : change("workflow-token.pull-requests", "GitHub Actions may not create pull requests", {
			detail: "register-model and deploy-canary open promotions with GITHUB_TOKEN. Switch on \"Allow GitHub Actions to create and approve pull requests\". Promotions are approved by people all the same: approvals of bots are not counted. If it is greyed out, the organization’s setting comes first.",
			calls: put({
				default_workflow_permissions: access,
				can_approve_pull_request_reviews: true
			}),
			url
		}), access === "read" ? fine("workflow-token.default", "GITHUB_TOKEN may only read, unless a workflow says more") : change("workflow-token.default", "GITHUB_TOKEN may write in every workflow that does not say otherwise", {
			detail: "A job that runs a query, a training or a model should not be able to write. Make reading the default.",
			calls: put({
				default_workflow_permissions: "read",
				can_approve_pull_request_reviews: true
			}),
			url
		})];
	})];
}
function refusedActions({ allowed, selected }, workflows) {
	const used = [...new Set(workflows.flatMap(usesIn))].filter((uses) => !/^(\.|\$|docker:)/.test(uses));
	if (allowed === "all") return [];
	if (allowed === "local_only") return used;
	return used.filter((uses) => {
		return !(/^(actions|github)\//.test(uses) && selected?.githubOwned) && !(selected?.patterns ?? []).some((pattern) => takes(pattern, uses));
	});
}
/** `owner/repo@ref` with `*`, as in "Allow specified actions"; a pattern without `@` takes every ref. */
function takes(pattern, uses) {
	const source = (pattern.includes("@") ? pattern : `${pattern}@*`).replace(/[.+^$(){}|[\]\\?]/g, "\\$&").replaceAll("*", ".*");
	return new RegExp(`^${source}$`).test(uses);
}
function allowThem(refused, { selected, allowed }, { permissions, url }) {
	const owners = [...new Set(refused.map((uses) => uses.split("@")[0].split("/").slice(0, 2).join("/")))];
	const body = {
		github_owned_allowed: selected?.githubOwned === true || owners.some((name) => name.startsWith("actions/")),
		patterns_allowed: [...selected?.patterns ?? [], ...owners.filter((name) => !name.startsWith("actions/")).map((name) => `${name}/*`)]
	};
	return change("actions.allowed", `The repository does not let ${listed(refused)} run`, {
		detail: "A workflow that uses them fails before its first step. Allow them.",
		calls: [...allowed === "selected" ? [] : [{
			method: "PUT",
			path: permissions,
			body: {
				enabled: true,
				allowed_actions: "selected"
			}
		}], {
			method: "PUT",
			path: `${permissions}/selected-actions`,
			body
		}],
		url
	});
}
function checkPins(workflows, url) {
	const loose = [...new Set(workflows.flatMap(usesIn))].filter((uses) => uses.includes("@") && !uses.startsWith("docker:") && !/@[0-9a-f]{40}$/.test(uses));
	if (loose.length === 0) return [fine("actions.pins", "Every action is pinned to a full commit, as the repository asks")];
	return [change("actions.pins", `The repository asks for full commits, and ${listed(loose)} are named by a tag or branch`, {
		detail: "Write the commit that the tag points at in place of it, with the tag in a comment.",
		url
	})];
}
function listed(names) {
	return names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}
// packages/cli/src/doctor/check-documents.ts
const mostProblems = 10;
/** The policies that could be read, and what is wrong with those and the files beside them. */
function checkDocuments({ settings, policyRoot }) {
	const policies = [];
	const refused = {
		id: "policies",
		what: `${policyRoot}/ of ${settings.defaultBranch}`
	};
	return {
		policies,
		findings: [...given(settings.policies, refused, (files) => {
			const named = files.flatMap(({ path }) => /^(.+)\/model\.yaml$/.exec(path.slice(policyRoot.length + 1))?.[1] ?? []);
			if (named.length === 0) return [change("policies", `${settings.defaultBranch} has no ${policyRoot}/<model>/model.yaml`, { detail: "`tidemark init` in a clone writes one, with contract, query and workflows." })];
			return named.flatMap((model) => {
				const { policy, findings: found } = checkModel(model, `${policyRoot}/${model}`, files);
				if (policy) policies.push(policy);
				return found;
			});
		}), ...policies.flatMap((policy) => checkApprovals(policy, settings))]
	};
}
function checkModel(model, folder, files) {
	const id = `policies.${model}`;
	const text = (name) => files.find(({ path }) => path === `${folder}/${name}`)?.text;
	const problems = [];
	const attempt = (read) => {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			problems.push(...error.problems.length > 0 ? error.problems.map(describeProblem) : [error.message]);
			return null;
		}
	};
	const policy = attempt(() => parseYamlDocument(ModelPolicy, text("model.yaml") ?? "", `${folder}/model.yaml`));
	if (!Name.safeParse(model).success) problems.push(`${folder}: a model’s folder is called by 1 to 63 of a-z, 0-9 and -`);
	if (policy && policy.model !== model) problems.push(`${folder}/model.yaml says model ${policy.model}, its folder says ${model}`);
	for (const name of policy ? [policy.data.contract, policy.data.features] : []) if (!name.includes("/") && text(name) === void 0) problems.push(`${folder}/${name} is not there`);
	const contract = policy && text(policy.data.contract);
	if (contract !== void 0 && contract !== null) attempt(() => parseContract(contract, `${folder}/${policy.data.contract}`, policy.data.object));
	for (const { path, text: content } of files) {
		if (!path.startsWith(`${folder}/channels/`)) continue;
		const intent = attempt(() => parseJsonDocument(ChannelIntent, content, path));
		const channel = path.slice(path.lastIndexOf("/") + 1, -5);
		if (intent && (intent.model !== model || intent.channel !== channel)) problems.push(`${path} is about ${intent.model} and ${intent.channel}`);
		if (intent && policy && !(channel in policy.channels)) problems.push(`${path}: model.yaml has no channel ${channel}`);
	}
	const findings = [];
	if (problems.length > 0) {
		const more = problems.length - mostProblems;
		findings.push(change(id, `${folder} has ${problems.length} problem${problems.length === 1 ? "" : "s"}`, { detail: [...problems.slice(0, mostProblems), ...more > 0 ? [`and ${more} more`] : []].join("\n") }));
	} else findings.push(fine(id, `${folder}: policy, contract and channels can be read`));
	if (policy?.owners.includes("your-login")) findings.push(change(`${id}.owners`, `${folder}/model.yaml still names your-login as an owner`, { detail: "Owners answer for the model, and a waiver of its gate is theirs. Put logins of your team there." }));
	return {
		policy: policy ?? null,
		findings
	};
}
/** Whoever made a candidate does not approve it: somebody else has to be there for every approval. */
function checkApprovals({ model, channels }, { writers, webUrl }) {
	const wanted = Math.max(...Object.values(channels).map(({ approvals }) => approvals));
	if (wanted === 0) return [];
	const id = `policies.${model}.approvals`;
	const url = `${webUrl}/settings/access`;
	return given(writers, {
		id,
		what: "who may write",
		url
	}, (people) => {
		const count = `${people.length} ${people.length === 1 ? "person" : "people"} may write`;
		if (people.length > wanted) return [fine(id, `${model} wants approvals by ${wanted}, and ${count}`)];
		return [change(id, `${model} wants approvals by ${wanted}, and only ${count}`, {
			detail: "The approval of who made a candidate does not count, nor that of who may only read. Invite somebody, or lower approvals in model.yaml.",
			url
		})];
	});
}
// packages/cli/src/doctor/check-registry.ts
const expected = [
	"models",
	"rollouts",
	"README.md"
];
/** The registry branch as it is, and whether what was published can be changed. */
function checkRegistry({ settings, registryBranch }) {
	const { defaultBranch, webUrl, immutableReleases } = settings;
	if (registryBranch === defaultBranch) return [change("registry-branch.state", `The registry branch ${registryBranch} is the default branch`, { detail: "Facts would be committed past every review, and workflows refuse it. Name another branch by --registry-branch and in the workflows." })];
	return [...given(settings.registryBranch, {
		id: "registry-branch.state",
		what: registryBranch
	}, (entries) => {
		if (entries === null) return [fine("registry-branch.state", `There is no ${registryBranch} yet: the first registration makes it`)];
		if (entries.includes(".github")) return [change("registry-branch.state", `${registryBranch} has workflow files`, { detail: "It is no branch that begins anew, or somebody committed to it: pushes to it may start workflows. Move the facts to a clean branch." })];
		const strange = entries.filter((entry) => !expected.includes(entry));
		if (strange.length === 0) return [fine("registry-branch.state", `${registryBranch} has facts and nothing else`)];
		return [change("registry-branch.state", `${registryBranch} also has ${strange.slice(0, 5).join(", ")}`, { detail: "Only workflows commit there. `tidemark verify` says what does not belong." })];
	}), "refused" in immutableReleases ? unknown("releases.immutable", "whether releases are immutable", immutableReleases.refused, `${webUrl}/settings`) : immutableReleases.value ? fine("releases.immutable", "Published releases cannot be changed") : fine("releases.immutable", "Published releases can be changed by those who may write", "Every use compares digests, so a changed one is refused. Settings → General → Releases rules it out; then the name of a tag is spent for good, and old assets cannot be dropped.")];
}
// packages/cli/src/doctor/ref-pattern.ts
/**
* Whether a ruleset’s conditions take a full ref name. Patterns are Ruby’s fnmatch with FNM_PATHNAME, as GitHub documents:
* `*` stops at a slash, a whole part `**` does not.
*/
function coversRef({ include, exclude }, ref, defaultBranch) {
	const takes = (pattern) => {
		if (pattern === "~ALL") return true;
		if (pattern === "~DEFAULT_BRANCH") return ref === `refs/heads/${defaultBranch}`;
		return matches(pattern, ref);
	};
	return include.some(takes) && !exclude.some(takes);
}
function matches(pattern, ref) {
	const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^$(){}|[\]\\]/g, (part) => {
		if (part === "**/") return "(?:.*/)?";
		if (part === "**") return ".*";
		if (part === "*") return "[^/]*";
		return part === "?" ? "[^/]" : `\\${part}`;
	});
	return new RegExp(`^${source}$`, "u").test(ref);
}
// packages/cli/src/doctor/check-rules.ts
/** The status that promote-model and register-model post. */
const promotionStatus = "tidemark/promotion";
/** GitHub Actions as an app: who bypasses a rule for GITHUB_TOKEN. */
const actionsAppId = 15368;
/** Rules that a commit of a workflow to a branch, or a tag of it, does not meet. */
const refusing = [
	"creation",
	"update",
	"pull_request",
	"required_status_checks",
	"required_deployments",
	"merge_queue",
	"workflows",
	"code_scanning"
];
/** Rules of the default branch, of the registry branch and of tags. */
function checkRules(examined) {
	return [
		...checkDefaultBranch(examined),
		...checkRegistryBranch(examined),
		...checkTags(examined)
	];
}
function checkDefaultBranch({ settings }) {
	const { defaultBranch: branch, webUrl, protection, defaultBranchRules } = settings;
	const url = `${webUrl}/settings/rules`;
	return given(defaultBranchRules, {
		id: "default-branch.rules",
		what: `the rules of ${branch}`,
		url
	}, (rules) => {
		const older = "value" in protection ? protection.value : null;
		const reviews = rules.filter(({ type }) => type === "pull_request").map(({ parameters }) => parameters);
		const approvals = Math.max(older?.approvals ?? -1, ...reviews.map((each) => Number(each.required_approving_review_count ?? 0)));
		const dismisses = older?.dismissesStale === true || reviews.some((each) => each.dismiss_stale_reviews_on_push === true);
		const required = [...older?.requiredChecks ?? [], ...rules.flatMap(checksOf)];
		const wanted = [{
			id: "default-branch.review",
			isMet: approvals >= 1 && dismisses,
			question: `whether ${branch} requires reviews`,
			met: `${branch} takes approved pull requests only, and new commits undo approvals`,
			unmet: reviewTitle(branch, approvals),
			detail: "What production runs is a file there: require a pull request with an approval that a new commit dismisses.",
			rule: {
				type: "pull_request",
				parameters: {
					required_approving_review_count: Math.max(1, approvals),
					dismiss_stale_reviews_on_push: true,
					require_code_owner_review: false,
					require_last_push_approval: false,
					required_review_thread_resolution: false
				}
			}
		}, {
			id: "default-branch.check",
			isMet: required.includes(promotionStatus),
			question: `whether ${branch} requires ${promotionStatus}`,
			met: `${branch} requires ${promotionStatus}`,
			unmet: `${branch} does not require ${promotionStatus}`,
			detail: `A promotion that was not checked can be merged (it is then refused when it is settled). Have promote-model’s check in ${branch} first: without it no pull request gets the status.`,
			rule: {
				type: "required_status_checks",
				parameters: {
					strict_required_status_checks_policy: false,
					required_status_checks: [{ context: promotionStatus }]
				}
			}
		}];
		const missing = wanted.filter(({ isMet }) => !isMet);
		const save = saveRuleset(settings, {
			name: "Tidemark: promotions",
			target: "branch",
			include: ["~DEFAULT_BRANCH"],
			rules: missing.map(({ rule }) => rule)
		});
		return wanted.map((each) => {
			if (each.isMet) return fine(each.id, each.met);
			if ("refused" in protection) {
				const reason = `No ruleset does it, and protection of the older kind is hidden: ${protection.refused}`;
				return unknown(each.id, each.question, reason, url);
			}
			if (each === missing[0]) return change(each.id, each.unmet, {
				detail: each.detail,
				calls: [save],
				url
			});
			return change(each.id, each.unmet, {
				detail: `${each.detail}\nThe command above does this too.`,
				url
			});
		});
	});
}
function reviewTitle(branch, approvals) {
	if (approvals < 0) return `${branch} can be pushed to without a pull request`;
	return approvals === 0 ? `${branch} takes pull requests that nobody approved` : `New commits keep old approvals on ${branch}`;
}
function checkRegistryBranch({ settings, registryBranch: branch }) {
	const url = `${settings.webUrl}/settings/rules`;
	const refused = {
		id: "registry-branch.rules",
		what: `the rules of ${branch}`,
		url
	};
	return given(settings.registryBranchRules, refused, (rules) => {
		const types = rules.map(({ type }) => type);
		const isKept = ["deletion", "non_fast_forward"].every((type) => types.includes(type));
		const call = saveRuleset(settings, {
			name: "Tidemark: registry",
			target: "branch",
			include: [`refs/heads/${branch}`],
			rules: [{ type: "deletion" }, { type: "non_fast_forward" }]
		});
		return [isKept ? fine("registry-branch.kept", `${branch} can be neither deleted nor rewritten`) : change("registry-branch.kept", `${branch} can be ${[...types.includes("deletion") ? [] : ["deleted"], ...types.includes("non_fast_forward") ? [] : ["rewritten"]].join(" and ")}`, {
			detail: "It holds every fact. Forbid deletion and force pushes; commits stay possible.",
			calls: [call],
			url
		}), ...checkWritable(settings, rules, `commits of workflows to ${branch}`, "registry-branch.writable", url)];
	});
}
function checkTags({ settings }) {
	const url = `${settings.webUrl}/settings/rules`;
	return given(settings.rulesets, {
		id: "tags.kept",
		what: "the rules of tags",
		url
	}, (rulesets) => {
		const active = rulesets.filter((each) => each.isActive && each.target === "tag");
		const rulesOf = (tag) => active.filter((each) => coversRef(each, tag, settings.defaultBranch)).flatMap(({ id, rules }) => rules.map(({ type }) => ({
			type,
			parameters: {},
			rulesetId: id
		})));
		const rules = ["refs/tags/model@v1.0.0", "refs/tags/model#production#1"].map(rulesOf);
		const isKept = rules.every((each) => ["deletion", "update"].every((type) => each.some((rule) => rule.type === type)));
		const creation = new Map(rules.flat().flatMap((rule) => rule.type === "creation" ? [[rule.rulesetId, rule]] : []));
		const call = saveRuleset(settings, {
			name: "Tidemark: tags",
			target: "tag",
			include: ["refs/tags/*@v*", "refs/tags/*#*"],
			rules: [{ type: "deletion" }, { type: "update" }]
		});
		return [isKept ? fine("tags.kept", "Tags of versions and of production can be neither moved nor deleted") : change("tags.kept", "Tags of versions and of production can be moved or deleted", {
			detail: "verify-registry would find it; better that it cannot happen. Forbid updates and deletion.",
			calls: [call],
			url
		}), ...checkWritable(settings, [...creation.values()], "new tags of workflows", "tags.writable", url)];
	});
}
/** Rules that would refuse what workflows write, unless GitHub Actions may bypass them. */
function checkWritable({ rulesets, repository }, rules, what, id, url) {
	const against = rules.filter(({ type }) => refusing.includes(type));
	if (against.length === 0) return id === "tags.writable" ? [] : [fine(id, `Nothing refuses ${what}`)];
	const known = "value" in rulesets ? rulesets.value : [];
	return against.flatMap(({ type, rulesetId }) => {
		const ruleset = known.find((each) => each.id === rulesetId);
		const name = ruleset ? `the ruleset ${ruleset.name}` : "a ruleset";
		if (ruleset?.bypassActors?.some((actor) => actor.type === "Integration" && actor.id === actionsAppId)) return [fine(id, `GitHub Actions may bypass ${name}, whose rule ${type} would refuse ${what}`)];
		const detail = `Let GitHub Actions bypass it (app ${actionsAppId}), or leave the ref out of it: registering fails with GITHUB_DENIED otherwise.`;
		if (!ruleset || ruleset.bypassActors === null) return [unknown(id, `who may bypass ${name}, whose rule ${type} refuses ${what}`, detail, url)];
		const address = ruleset.isOwn ? `${url}/${ruleset.id}` : url;
		return [change(id, `The rule ${type} of ${name} refuses ${what} in ${repository}`, {
			detail,
			url: address
		})];
	});
}
/** Makes a ruleset, or replaces the rules of the one that has its name: GitHub takes no second one of a name. */
function saveRuleset({ repository, rulesets }, { name, target, include, rules }) {
	const known = "value" in rulesets ? rulesets.value.find((each) => each.isOwn && each.name === name) : void 0;
	const body = {
		name,
		target,
		enforcement: "active",
		conditions: { ref_name: {
			include,
			exclude: []
		} },
		rules
	};
	return known ? {
		method: "PUT",
		path: `repos/${repository}/rulesets/${known.id}`,
		body
	} : {
		method: "POST",
		path: `repos/${repository}/rulesets`,
		body
	};
}
function checksOf({ type, parameters }) {
	if (type !== "required_status_checks") return [];
	return (parameters.required_status_checks ?? []).flatMap(({ context }) => context ?? []);
}
// packages/cli/src/doctor/action-needs.ts
const read = { contents: "read" };
const started = [
	"push",
	"workflow_dispatch",
	"schedule",
	"repository_dispatch",
	"workflow_call"
];
/** What each action needs of the workflow that uses it. */
const actionUses = [
	{
		action: "validate-data",
		permissions: read,
		runsTeamsCode: true,
		events: [...started, "pull_request"],
		wantedBy: "every model",
		without: "no data is judged by its contract"
	},
	{
		action: "train",
		permissions: read,
		runsTeamsCode: true,
		events: started,
		wantedBy: "every model",
		without: "no candidate is trained"
	},
	{
		action: "evaluate-gate",
		permissions: read,
		runsTeamsCode: true,
		events: started,
		wantedBy: "every model",
		without: "no candidate is judged"
	},
	{
		action: "register-model",
		permissions: {
			contents: "write",
			"pull-requests": "write",
			statuses: "write"
		},
		events: started,
		wantedBy: "every model",
		without: "no candidate becomes a version"
	},
	{
		action: "promote-model",
		mode: "check",
		permissions: {
			contents: "read",
			"pull-requests": "read",
			statuses: "write"
		},
		events: ["pull_request_target", "merge_group"],
		wantedBy: "every model",
		without: "no promotion is checked before it is merged"
	},
	{
		action: "promote-model",
		mode: "settle",
		permissions: {
			contents: "write",
			"pull-requests": "write",
			statuses: "write"
		},
		events: ["push", "schedule"],
		wantedBy: "every model",
		without: "nothing that is merged comes into production"
	},
	{
		action: "deploy-canary",
		permissions: {
			contents: "write",
			"pull-requests": "write",
			statuses: "write"
		},
		events: ["schedule"],
		wantedBy: "rollout",
		without: "no rollout takes a step"
	},
	{
		action: "drift-report",
		mode: "judge",
		permissions: read,
		runsTeamsCode: true,
		events: ["schedule", "push"],
		wantedBy: "monitor",
		without: "no new data is compared with what was normal"
	},
	{
		action: "drift-report",
		mode: "report",
		permissions: {
			contents: "write",
			issues: "write",
			actions: "write"
		},
		besides: {
			isWantedBy: ({ monitor }) => monitor?.rollback !== void 0,
			permissions: {
				"pull-requests": "write",
				statuses: "write"
			}
		},
		events: ["schedule", "push"],
		wantedBy: "monitor",
		without: "nobody hears of drift"
	},
	{
		action: "verify-registry",
		permissions: read,
		events: ["schedule"],
		wantedBy: "every model",
		without: "nobody notices when facts, tags or releases were tampered with"
	}
];
// packages/cli/src/doctor/check-workflows.ts
const levels = [
	"none",
	"read",
	"write"
];
/** The workflows that are there: whether every action has its place, its events and its permissions, and none has too many. */
function checkWorkflows({ settings }, workflows, policies) {
	const byDefault = "value" in settings.workflowToken ? settings.workflowToken.value.access : null;
	return [
		...actionUses.filter((use) => isWanted(use, policies)).map((use) => withNeedsOf(use, policies)).flatMap((use) => checkUse(use, placesOf(use, workflows), byDefault, settings.defaultBranch)),
		...workflows.flatMap((workflow) => checkHeads(workflow)),
		...checkRetraining(workflows, policies),
		...checkStates(settings),
		...checkEnvironments(settings, workflows)
	];
}
const isWanted = ({ wantedBy }, policies) => wantedBy === "every model" || policies.some((policy) => policy[wantedBy] !== void 0);
/** With what some model's policy makes it do besides. */
function withNeedsOf(use, policies) {
	const { besides } = use;
	if (besides === void 0 || !policies.some(besides.isWantedBy)) return use;
	return {
		...use,
		permissions: {
			...use.permissions,
			...besides.permissions
		}
	};
}
function placesOf(use, workflows) {
	return workflows.flatMap((workflow) => workflow.jobs.filter((job) => job.steps.some((step) => isUse(use, step))).map((job) => ({
		workflow,
		job
	})));
}
function isUse({ action, mode }, { uses, with: inputs }) {
	return new RegExp(`(^|/)actions/${action}(@|$)`).test(uses ?? "") && (mode === void 0 || inputs.mode === mode);
}
const nameOf = ({ action, mode }) => mode === void 0 ? action : `${action} (mode ${mode})`;
function checkUse(use, places, byDefault, defaultBranch) {
	const id = `workflows.${use.action}${use.mode === void 0 ? "" : `.${use.mode}`}`;
	if (places.length === 0) return [change(id, `No workflow uses ${nameOf(use)}: ${use.without}`, { detail: "Add it; `tidemark init` writes workflows that are complete, and leaves those alone that exist." })];
	const found = [...places.flatMap((place) => checkPlace(use, place, byDefault)), ...checkEvents(use, places, defaultBranch)];
	if (found.length > 0) return found.map((finding) => ({
		...finding,
		id
	}));
	return [fine(id, `${nameOf(use)} has what it needs in ${[...new Set(places.map(at))].join(", ")}`)];
}
const at = ({ workflow, job }) => `${workflow.path} (job ${job.id})`;
function checkPlace(use, place, byDefault) {
	const { job } = place;
	const found = [];
	const lacking = Object.entries(use.permissions).filter(([scope, access]) => !allows(job, scope, access, byDefault));
	if (lacking.length > 0 && job.permissions === null && byDefault === null) found.push(unknown("", `the permissions of ${at(place)}`, "Neither the job nor the workflow says them, and the repository’s default is hidden. Write them into the job."));
	else if (lacking.length > 0) {
		const lines = lacking.map(([scope, access]) => `${scope}: ${access}`).join(", ");
		found.push(change("", `${at(place)} lacks ${lines} for ${nameOf(use)}`, { detail: `Add ${lines} to its permissions.` }));
	}
	const excess = use.runsTeamsCode ? writable(job, byDefault) : [];
	if (excess.length > 0) found.push(change("", `${at(place)} runs the team’s code with a token that may write ${excess.join(", ")}`, { detail: "A query, a training or a model could change the registry. Give this job contents: read, and write in another one." }));
	if (Object.values(use.permissions).includes("write") && use.mode !== "check" && job.concurrency?.cancels) found.push(change("", `${at(place)} is cancelled by the next run while it writes`, { detail: "What is half done is finished by a later run, but only then. Set cancel-in-progress: false." }));
	return found;
}
function allows(job, scope, access, byDefault) {
	return levels.indexOf(accessOf(job, scope, byDefault)) >= levels.indexOf(access);
}
function accessOf({ permissions }, scope, byDefault) {
	if (permissions === "write-all") return "write";
	if (permissions === "read-all") return "read";
	if (permissions !== null) return permissions[scope] ?? "none";
	if (byDefault === "write") return "write";
	return byDefault === "read" && scope === "contents" ? "read" : "none";
}
function writable(job, byDefault) {
	const { permissions } = job;
	if (permissions === "write-all" || permissions === null && byDefault === "write") return ["everything"];
	if (permissions === null || permissions === "read-all") return [];
	return Object.entries(permissions).flatMap(([scope, access]) => access === "write" ? [scope] : []);
}
function checkEvents(use, places, defaultBranch) {
	const events = places.flatMap(({ workflow }) => Object.entries(workflow.events));
	const where = [...new Set(places.map(({ workflow }) => workflow.path))].join(", ");
	if (use.mode === "check") return checkPullEvents(use, places, where);
	if (!events.some(([event]) => use.events.includes(event))) return [change("", `${where} starts ${nameOf(use)} on ${events.map(([event]) => event).join(", ") || "nothing"}`, { detail: `It needs one of ${use.events.join(", ")}.` })];
	const pushes = events.flatMap(([event, filter]) => event === "push" ? [filter] : []);
	const others = events.some(([event]) => event !== "push" && use.events.includes(event));
	const misses = pushes.every((filter) => filter?.branches !== void 0 && !filter.branches.some((name) => name === defaultBranch || name.includes("*")));
	if (pushes.length === 0 || others || !misses) return [];
	return [change("", `${where} does not run ${nameOf(use)} on pushes to ${defaultBranch}`, { detail: `Name ${defaultBranch} under on.push.branches.` })];
}
function checkPullEvents(use, places, where) {
	const targets = places.flatMap(({ workflow }) => "pull_request_target" in workflow.events ? [workflow.events.pull_request_target] : []);
	if (targets.length === 0) {
		const isUnsafe = places.some(({ workflow }) => "pull_request" in workflow.events);
		return [change("", `${where} does not start ${nameOf(use)} on pull_request_target`, { detail: `${isUnsafe ? "pull_request takes the workflow from the head, which could change its own check. " : ""}Use pull_request_target with types opened, synchronize, reopened, edited; nothing of the head is checked out.` })];
	}
	const wanted = [
		"opened",
		"synchronize",
		"reopened"
	];
	const found = [];
	if (!targets.some((filter) => filter?.types === void 0 || wanted.every((type) => filter?.types?.includes(type)))) found.push(change("", `${where} misses some of ${wanted.join(", ")}`, { detail: "Name them under pull_request_target.types, or leave types out." }));
	if (targets.every((filter) => filter?.paths !== void 0)) found.push(change("", `${where} checks pull requests of some paths only`, { detail: "A required status never comes for the others. Leave paths out: a pull request without a channel in it passes at once." }));
	return found;
}
/** A checkout of the head in pull_request_target runs a stranger’s code with the repository’s token. */
function checkHeads({ path, events, jobs }) {
	if (!("pull_request_target" in events)) return [];
	return jobs.filter(({ steps }) => steps.some(({ uses, with: inputs }) => /^actions\/checkout@/.test(uses ?? "") && /head/i.test(`${inputs.ref ?? ""}`))).map(({ id }) => change(`workflows.head.${id}`, `${path} (job ${id}) checks out a pull request’s head in pull_request_target`, { detail: "Anybody’s pull request could run code with this repository’s token. Take the checkout out, or use pull_request." }));
}
function checkRetraining(workflows, policies) {
	return policies.flatMap(({ model, monitor }) => {
		const name = monitor?.retrain?.workflow;
		if (name === void 0) return [];
		const id = `workflows.retrain.${model}`;
		const workflow = workflows.find(({ path }) => path === `.github/workflows/${name}`);
		const dispatch = workflow?.events.workflow_dispatch;
		if (workflow && "workflow_dispatch" in workflow.events && dispatch?.inputs && "model" in dispatch.inputs) return [fine(id, `Drift of ${model} can start ${name}`)];
		const what = workflow ? `${name} has no workflow_dispatch with an input model` : `${name} is not there`;
		return [change(id, `Drift of ${model} cannot start a retraining: ${what}`, { detail: "drift-report dispatches it with the input model. Add the trigger, or change monitor.retrain in model.yaml." })];
	});
}
function checkStates({ workflows, repository, webUrl }) {
	return ("value" in workflows ? workflows.value : []).filter(({ state }) => state !== "active").map(({ id, path, state }) => {
		const why = state === "disabled_inactivity" ? "GitHub switches schedules off after 60 days without activity" : state;
		return change(`workflows.state.${path}`, `${path} is switched off (${why})`, {
			detail: "It does not run. Switch it on.",
			calls: [{
				method: "PUT",
				path: `repos/${repository}/actions/workflows/${id}/enable`
			}],
			url: `${webUrl}/actions`
		});
	});
}
function checkEnvironments({ environments, webUrl }, workflows) {
	const constant = [...new Set(workflows.flatMap(({ jobs }) => jobs.flatMap(({ environment }) => environment ?? [])))].filter((name) => !name.includes("${{"));
	if (constant.length === 0) return [];
	const url = `${webUrl}/settings/environments`;
	return given(environments, {
		id: "environments",
		what: "the environments that workflows name",
		url
	}, (existing) => {
		const missing = constant.filter((name) => !existing.some((each) => each.toLowerCase() === name.toLowerCase()));
		if (missing.length === 0) return [fine("environments", `The environments ${constant.join(", ")} are there`)];
		return [change("environments", `Workflows name environments that are not there: ${missing.join(", ")}`, {
			detail: "GitHub makes them at the first run, without reviewers, secrets or rules. Make them before.",
			url
		})];
	});
}
// packages/cli/src/doctor/examine.ts
/** Everything that can be said of a repository’s set-up from GitHub’s answers. Asks nothing itself. */
function examine(examined) {
	const { settings } = examined;
	const workflows = [];
	const unread = given(settings.workflows, {
		id: "workflows",
		what: "the workflows"
	}, (files) => files.flatMap((file) => {
		const read = readWorkflow(file);
		if (!("problem" in read)) {
			workflows.push(read);
			return [];
		}
		return [change(`workflows.file.${read.path}`, `${read.path} is not a workflow: ${read.problem}`, { detail: "GitHub runs nothing of it. Correct it." })];
	}));
	const { policies, findings } = checkDocuments(examined);
	return [
		...checkAccess(examined),
		...checkActions(examined, workflows),
		...checkRules(examined),
		...checkRegistry(examined),
		...findings,
		...unread,
		..."value" in settings.workflows ? checkWorkflows(examined, workflows, policies) : []
	];
}
// packages/cli/src/commands/doctor.ts
const Options = object({
	"api-url": sourceOptions["api-url"],
	"registry-branch": sourceOptions["registry-branch"],
	"policy-root": string().min(1).default("models"),
	json: boolean().default(false)
});
/** `tidemark doctor`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const origin = operands[0] === void 0 ? await originOf(terminal.cwd) : void 0;
	const repo = operands[0] ?? (origin === void 0 ? "" : new URL(origin).pathname.slice(1));
	if (!RepositoryName.safeParse(repo).success) {
		const what = operands[0] === void 0 ? "this folder is no clone of a repository on GitHub" : `${JSON.stringify(repo)} is not owner/name`;
		throw new TidemarkError("INPUT_INVALID", what, { hint: "Name the repository: tidemark doctor acme/flights." });
	}
	const examined = {
		registryBranch: choice["registry-branch"],
		policyRoot: choice["policy-root"]
	};
	const settings = await readSettings({
		...access({
			...choice,
			repo
		}, terminal),
		...examined
	});
	const findings = examine({
		settings,
		...examined
	});
	const { hostname } = new URL(settings.webUrl);
	if (choice.json) {
		const shown = findings.map(({ calls = [], ...finding }) => ({
			...finding,
			commands: calls.map((call) => ghCommand(call, hostname))
		}));
		terminal.print(JSON.stringify({
			repository: settings.repository,
			findings: shown
		}, null, 2));
	} else terminal.print(describeFindings(settings.repository, hostname, findings));
	return findings.every(({ state }) => state === "fine") ? 0 : 1;
}
export { execute };

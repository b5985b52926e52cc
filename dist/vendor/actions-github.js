import { i as e } from "../lazy/rolldown-runtime.js";
import { t } from "./actions-http-client.js";
import { t as n } from "./undici.js";
import { t as r } from "./octokit-core.js";
import { t as i } from "./octokit-plugin-rest-endpoint-methods.js";
import { t as a } from "./octokit-plugin-paginate-rest.js";
import { EOL as o } from "os";
import { existsSync as s, readFileSync as c } from "fs";
var l = class {
	constructor() {
		if (this.payload = {}, process.env.GITHUB_EVENT_PATH) {
			if (s(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse(c(process.env.GITHUB_EVENT_PATH, { encoding: `utf8` }));
			else {
				let e = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${e} does not exist${o}`);
			}
		}
		this.eventName = process.env.GITHUB_EVENT_NAME, this.sha = process.env.GITHUB_SHA, this.ref = process.env.GITHUB_REF, this.workflow = process.env.GITHUB_WORKFLOW, this.action = process.env.GITHUB_ACTION, this.actor = process.env.GITHUB_ACTOR, this.job = process.env.GITHUB_JOB, this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10), this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10), this.runId = parseInt(process.env.GITHUB_RUN_ID, 10), this.apiUrl = process.env.GITHUB_API_URL ?? `https://api.github.com`, this.serverUrl = process.env.GITHUB_SERVER_URL ?? `https://github.com`, this.graphqlUrl = process.env.GITHUB_GRAPHQL_URL ?? `https://api.github.com/graphql`;
	}
	get issue() {
		let e = this.payload;
		return Object.assign(Object.assign({}, this.repo), { number: (e.issue || e.pull_request || e).number });
	}
	get repo() {
		if (process.env.GITHUB_REPOSITORY) {
			let [e, t] = process.env.GITHUB_REPOSITORY.split(`/`);
			return {
				owner: e,
				repo: t
			};
		}
		if (this.payload.repository) return {
			owner: this.payload.repository.owner.login,
			repo: this.payload.repository.name
		};
		throw Error(`context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'`);
	}
}, u = e(t(), 1), d = n(), f = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
function p(e, t) {
	if (!e && !t.auth) throw Error(`Parameter token or opts.auth is required`);
	if (e && t.auth) throw Error(`Parameters token and opts.auth may not both be specified`);
	return typeof t.auth == `string` ? t.auth : `token ${e}`;
}
function m(e) {
	return new u.HttpClient().getAgent(e);
}
function h(e) {
	return new u.HttpClient().getAgentDispatcher(e);
}
function g(e) {
	let t = h(e);
	return (e, n) => f(this, void 0, void 0, function* () {
		return (0, d.fetch)(e, Object.assign(Object.assign({}, n), { dispatcher: t }));
	});
}
function _() {
	return process.env.GITHUB_API_URL || `https://api.github.com`;
}
function v(e) {
	let t = process.env.ACTIONS_ORCHESTRATION_ID?.trim();
	if (t) {
		let n = `actions_orchestration_id/${t.replace(/[^a-z0-9_.-]/gi, `_`)}`;
		return e?.includes(n) ? e : `${e ? `${e} ` : ``}${n}`;
	}
	return e;
}
new l();
const y = _(), b = {
	baseUrl: y,
	request: {
		agent: m(y),
		fetch: g(y)
	}
}, x = r.plugin(i, a).defaults(b);
function S(e, t) {
	let n = Object.assign({}, t || {}), r = p(e, n);
	r && (n.auth = r);
	let i = v(n.userAgent);
	return i && (n.userAgent = i), n;
}
new l();
function C(e, t, ...n) {
	return new (x.plugin(...n))(S(e, t));
}
export { C as t };

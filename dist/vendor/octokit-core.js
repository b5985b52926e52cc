import { t as e } from "./universal-user-agent.js";
import { t } from "./before-after-hook.js";
import { t as n } from "./octokit-request.js";
import { t as r } from "./octokit-graphql.js";
import { t as i } from "./octokit-auth-token.js";
const a = `7.0.8`, o = () => {}, s = console.warn.bind(console), c = console.error.bind(console);
function l(e = {}) {
	return typeof e.debug != `function` && (e.debug = o), typeof e.info != `function` && (e.info = o), typeof e.warn != `function` && (e.warn = s), typeof e.error != `function` && (e.error = c), e;
}
const u = `octokit-core.js/${a} ${e()}`;
var d = class {
	static VERSION = a;
	static defaults(e) {
		return class extends this {
			constructor(...t) {
				let n = t[0] || {};
				super(typeof e == `function` ? e(n) : Object.assign({}, e, n, n.userAgent && e.userAgent ? { userAgent: `${n.userAgent} ${e.userAgent}` } : null));
			}
		};
	}
	static plugins = [];
	static plugin(...e) {
		let t = this.plugins;
		return class extends this {
			static plugins = t.concat(e.filter((e) => !t.includes(e)));
		};
	}
	constructor(e = {}) {
		let a = new t.Collection(), o = {
			baseUrl: n.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, e.request, { hook: a.bind(null, `request`) }),
			mediaType: {
				previews: [],
				format: ``
			}
		};
		if (o.headers[`user-agent`] = e.userAgent ? `${e.userAgent} ${u}` : u, e.baseUrl && (o.baseUrl = e.baseUrl), e.previews && (o.mediaType.previews = e.previews), e.timeZone && (o.headers[`time-zone`] = e.timeZone), this.request = n.defaults(o), this.graphql = r(this.request).defaults(o), this.log = l(e.log), this.hook = a, e.authStrategy) {
			let { authStrategy: t, ...n } = e, r = t(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: n
			}, e.auth));
			a.wrap(`request`, r.hook), this.auth = r;
		} else if (!e.auth) this.auth = async () => ({ type: `unauthenticated` });
		else {
			let t = i(e.auth);
			a.wrap(`request`, t.hook), this.auth = t;
		}
		let s = this.constructor;
		for (let t = 0; t < s.plugins.length; ++t) Object.assign(this, s.plugins[t](this, e));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
export { d as t };

import { t as e } from "./octokit-request.js";
import { t } from "./universal-user-agent.js";
var n = `0.0.0-development`;
function r(e) {
	return `Request failed due to following response errors:
` + e.errors.map((e) => ` - ${e.message}`).join(`
`);
}
var i = class extends Error {
	constructor(e, t, n) {
		super(r(n)), this.request = e, this.headers = t, this.response = n, this.errors = n.errors, this.data = n.data, Error.captureStackTrace && Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = `GraphqlResponseError`;
	errors;
	data;
}, a = [
	`method`,
	`baseUrl`,
	`url`,
	`headers`,
	`request`,
	`query`,
	`mediaType`,
	`operationName`
], o = [
	`query`,
	`method`,
	`url`
], s = /\/api\/v3\/?$/;
function c(e, t, n) {
	if (n) {
		if (typeof t == `string` && `query` in n) return Promise.reject(Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (let e in n) if (o.includes(e)) return Promise.reject(Error(`[@octokit/graphql] "${e}" cannot be used as variable name`));
	}
	let r = typeof t == `string` ? Object.assign({ query: t }, n) : t, c = Object.keys(r).reduce((e, t) => a.includes(t) ? (e[t] = r[t], e) : (e.variables ||= {}, e.variables[t] = r[t], e), {}), l = r.baseUrl || e.endpoint.DEFAULTS.baseUrl;
	return s.test(l) && (c.url = l.replace(s, `/api/graphql`)), e(c).then((e) => {
		if (e.data.errors) {
			let t = {};
			for (let n of Object.keys(e.headers)) t[n] = e.headers[n];
			throw new i(c, t, e.data);
		}
		return e.data.data;
	});
}
function l(e, t) {
	let n = e.defaults(t);
	return Object.assign((e, t) => c(n, e, t), {
		defaults: l.bind(null, n),
		endpoint: n.endpoint
	});
}
l(e, {
	headers: { "user-agent": `octokit-graphql.js/${n} ${t()}` },
	method: `POST`,
	url: `/graphql`
});
function u(e) {
	return l(e, {
		method: `POST`,
		url: `/graphql`
	});
}
export { u as t };

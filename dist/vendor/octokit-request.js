import { t as e } from "./octokit-endpoint.js";
import { t } from "./universal-user-agent.js";
import { t as n } from "./content-type.js";
import { n as r, t as i } from "./json-with-bigint.js";
import { t as a } from "./octokit-request-error.js";
var o = { headers: { "user-agent": `octokit-request.js/10.0.16 ${t()}` } };
function s(e) {
	if (typeof e != `object` || !e || Object.prototype.toString.call(e) !== `[object Object]`) return !1;
	let t = Object.getPrototypeOf(e);
	if (t === null) return !0;
	let n = Object.prototype.hasOwnProperty.call(t, `constructor`) && t.constructor;
	return typeof n == `function` && n instanceof n && Function.prototype.call(n) === Function.prototype.call(e);
}
var c = () => ``;
async function l(e) {
	let t = e.request?.fetch || globalThis.fetch;
	if (!t) throw Error(`fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing`);
	let n = e.request?.log || console, i = e.request?.parseSuccessResponseBody !== !1, o = s(e.body) || Array.isArray(e.body) ? r(e.body) : e.body, c = Object.fromEntries(Object.entries(e.headers).map(([e, t]) => [e, String(t)])), l;
	try {
		l = await t(e.url, {
			method: e.method,
			body: o,
			redirect: e.request?.redirect,
			headers: c,
			signal: e.request?.signal,
			...e.body && { duplex: `half` }
		});
	} catch (t) {
		let n = `Unknown Error`;
		if (t instanceof Error) {
			if (t.name === `AbortError`) throw t.status = 500, t;
			n = t.message, t.name === `TypeError` && `cause` in t && (t.cause instanceof Error ? n = t.cause.message : typeof t.cause == `string` && (n = t.cause));
		}
		let r = new a(n, 500, { request: e });
		throw r.cause = t, r;
	}
	let d = l.status, p = l.url, m = {};
	for (let [e, t] of l.headers) m[e] = t;
	let h = {
		url: p,
		status: d,
		headers: m,
		data: ``
	};
	if (`deprecation` in m) {
		let t = m.link && m.link.match(/<([^<>]+)>; rel="deprecation"/), r = t && t.pop();
		n.warn(`[@octokit/request] "${e.method} ${e.url}" is deprecated. It is scheduled to be removed on ${m.sunset}${r ? `. See ${r}` : ``}`);
	}
	if (d === 204 || d === 205) return h;
	if (e.method === `HEAD`) {
		if (d < 400) return h;
		throw new a(l.statusText, d, {
			response: h,
			request: e
		});
	}
	if (d === 304) throw h.data = await u(l), new a(`Not modified`, d, {
		response: h,
		request: e
	});
	if (d >= 400) throw h.data = await u(l), new a(f(h.data), d, {
		response: h,
		request: e
	});
	return h.data = i ? await u(l) : l.body, h;
}
async function u(e) {
	let t = e.headers.get(`content-type`);
	if (!t) return e.text().catch(c);
	let r = n(t);
	if (d(r)) {
		let t = ``;
		try {
			return t = await e.text(), i(t);
		} catch {
			return t;
		}
	}
	return r.type.startsWith(`text/`) || r.parameters.charset?.toLowerCase() === `utf-8` && r.type !== `application/octet-stream` ? e.text().catch(c) : e.arrayBuffer().catch(() => new ArrayBuffer(0));
}
function d(e) {
	return e.type === `application/json` || e.type === `application/scim+json`;
}
function f(e) {
	if (typeof e == `string`) return e;
	if (e instanceof ArrayBuffer) return `Unknown error`;
	if (typeof e == `object` && e && `message` in e) {
		let t = e, n = `documentation_url` in t ? ` - ${t.documentation_url}` : ``;
		return Array.isArray(t.errors) ? `${t.message}: ${t.errors.map((e) => JSON.stringify(e)).join(`, `)}${n}` : `${t.message}${n}`;
	}
	return `Unknown error: ${JSON.stringify(e)}`;
}
function p(e, t) {
	let n = e.defaults(t);
	return Object.assign(function(e, t) {
		let r = n.merge(e, t);
		if (!r.request || !r.request.hook) return l(n.parse(r));
		let i = (e, t) => l(n.parse(n.merge(e, t)));
		return Object.assign(i, {
			endpoint: n,
			defaults: p.bind(null, n)
		}), r.request.hook(i, r);
	}, {
		endpoint: n,
		defaults: p.bind(null, n)
	});
}
var m = p(e, o);
export { m as t };

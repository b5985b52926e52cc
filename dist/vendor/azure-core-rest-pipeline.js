import { C as e, E as t, a as n, b as r, c as i, d as a, f as o, g as s, h as c, i as l, l as u, m as d, n as f, o as p, p as m, r as ee, s as te, t as h, u as ne, w as re, x as ie, y as g } from "./typespec-ts-http-runtime.js";
import { t as _ } from "./azure-logger.js";
import { n as v, o as y, s as b, t as x } from "./azure-core-util.js";
import { t as S } from "./azure-core-tracing.js";
import C from "node:os";
import w from "node:process";
function ae() {
	return e();
}
const T = _(`core-rest-pipeline`);
function oe(e = {}) {
	return m({
		logger: T.info,
		...e
	});
}
const se = l;
function ce(e = {}) {
	return ee(e);
}
function E() {
	return `User-Agent`;
}
async function D(e) {
	if (w && w.versions) {
		let t = `${C.type()} ${C.release()}; ${C.arch()}`, n = w.versions;
		n.bun ? e.set(`Bun`, `${n.bun} (${t})`) : n.deno ? e.set(`Deno`, `${n.deno} (${t})`) : n.node && e.set(`Node`, `${n.node} (${t})`);
	}
}
const O = `1.22.3`;
function k(e) {
	let t = [];
	for (let [n, r] of e) {
		let e = r ? `${n}/${r}` : n;
		t.push(e);
	}
	return t.join(` `);
}
function A() {
	return E();
}
async function j(e) {
	let t = new Map();
	t.set(`core-rest-pipeline`, O), await D(t);
	let n = k(t);
	return e ? `${e} ${n}` : n;
}
const M = A();
function N(e = {}) {
	let t = j(e.userAgentPrefix);
	return {
		name: `userAgentPolicy`,
		async sendRequest(e, n) {
			return e.headers.has(M) || e.headers.set(M, await t), n(e);
		}
	};
}
const P = Symbol(`rawContent`);
function F(e) {
	return typeof e[P] == `function`;
}
function I(e) {
	return F(e) ? e[P]() : e;
}
const L = f;
function R() {
	let e = h();
	return {
		name: L,
		sendRequest: async (t, n) => {
			if (t.multipartBody) for (let e of t.multipartBody.parts) F(e.body) && (e.body = I(e.body));
			return e.sendRequest(t, n);
		}
	};
}
const z = p;
function B() {
	return n();
}
function V(e = {}) {
	return o(e);
}
function H() {
	return a();
}
function U(e) {
	return te(e);
}
function W(e, t) {
	return i(e, t);
}
function G(e = `x-ms-client-request-id`) {
	return {
		name: `setClientRequestIdPolicy`,
		async sendRequest(t, n) {
			return t.headers.has(e) || t.headers.set(e, t.requestId), n(t);
		}
	};
}
function le(e) {
	return ne(e);
}
function K(e) {
	return u(e);
}
const ue = g;
function q(e) {
	return r(e);
}
function de(e = {}) {
	let t = j(e.userAgentPrefix), n = new ie({ additionalAllowedQueryParameters: e.additionalAllowedQueryParameters }), r = fe();
	return {
		name: `tracingPolicy`,
		async sendRequest(e, i) {
			if (!r) return i(e);
			let a = await t, o = {
				"http.url": n.sanitizeUrl(e.url),
				"http.method": e.method,
				"http.user_agent": a,
				requestId: e.requestId
			};
			a && (o[`http.user_agent`] = a);
			let { span: s, tracingContext: c } = pe(r, e, o) ?? {};
			if (!s || !c) return i(e);
			try {
				let t = await r.withContext(c, i, e);
				return he(s, t), t;
			} catch (e) {
				throw me(s, e), e;
			}
		}
	};
}
function fe() {
	try {
		return S({
			namespace: ``,
			packageName: `@azure/core-rest-pipeline`,
			packageVersion: O
		});
	} catch (e) {
		T.warning(`Error when creating the TracingClient: ${y(e)}`);
		return;
	}
}
function pe(e, t, n) {
	try {
		let { span: r, updatedOptions: i } = e.startSpan(`HTTP ${t.method}`, { tracingOptions: t.tracingOptions }, {
			spanKind: `client`,
			spanAttributes: n
		});
		if (!r.isRecording()) {
			r.end();
			return;
		}
		let a = e.createRequestHeaders(i.tracingOptions.tracingContext);
		for (let [e, n] of Object.entries(a)) t.headers.set(e, n);
		return {
			span: r,
			tracingContext: i.tracingOptions.tracingContext
		};
	} catch (e) {
		T.warning(`Skipping creating a tracing span due to an error: ${y(e)}`);
		return;
	}
}
function me(e, t) {
	try {
		e.setStatus({
			status: `error`,
			error: x(t) ? t : void 0
		}), q(t) && t.statusCode && e.setAttribute(`http.status_code`, t.statusCode), e.end();
	} catch (e) {
		T.warning(`Skipping tracing span processing due to an error: ${y(e)}`);
	}
}
function he(e, t) {
	try {
		e.setAttribute(`http.status_code`, t.status);
		let n = t.headers.get(`x-ms-request-id`);
		n && e.setAttribute(`serviceRequestId`, n), t.status >= 400 && e.setStatus({ status: `error` }), e.end();
	} catch (e) {
		T.warning(`Skipping tracing span processing due to an error: ${y(e)}`);
	}
}
function J(e) {
	if (e instanceof AbortSignal) return { abortSignal: e };
	if (e.aborted) return { abortSignal: AbortSignal.abort(e.reason) };
	let t = new AbortController(), n = !0;
	function r() {
		n &&= (e.removeEventListener(`abort`, i), !1);
	}
	function i() {
		t.abort(e.reason), r();
	}
	return e.addEventListener(`abort`, i), {
		abortSignal: t.signal,
		cleanup: r
	};
}
function ge() {
	return {
		name: `wrapAbortSignalLikePolicy`,
		sendRequest: async (e, t) => {
			if (!e.abortSignal) return t(e);
			let { abortSignal: n, cleanup: r } = J(e.abortSignal);
			e.abortSignal = n;
			try {
				return await t(e);
			} finally {
				r?.();
			}
		}
	};
}
function _e(e) {
	let t = ae();
	return v && (e.agent && t.addPolicy(le(e.agent)), e.tlsOptions && t.addPolicy(K(e.tlsOptions)), t.addPolicy(W(e.proxyOptions)), t.addPolicy(B())), t.addPolicy(ge()), t.addPolicy(H(), { beforePolicies: [L] }), t.addPolicy(N(e.userAgentOptions)), t.addPolicy(G(e.telemetryOptions?.clientRequestIdHeaderName)), t.addPolicy(R(), { afterPhase: `Deserialize` }), t.addPolicy(V(e.retryOptions), { phase: `Retry` }), t.addPolicy(de({
		...e.userAgentOptions,
		...e.loggingOptions
	}), { afterPhase: `Retry` }), v && t.addPolicy(ce(e.redirectOptions), { afterPhase: `Retry` }), t.addPolicy(oe(e.loggingOptions), { afterPhase: `Sign` }), t;
}
function ve() {
	let e = d();
	return { async sendRequest(t) {
		let { abortSignal: n, cleanup: r } = t.abortSignal ? J(t.abortSignal) : {};
		try {
			return t.abortSignal = n, await e.sendRequest(t);
		} finally {
			r?.();
		}
	} };
}
function ye(e) {
	return t(e);
}
function be(e) {
	return re(e);
}
const xe = {
	forcedRefreshWindowInMs: 1e3,
	retryIntervalInMs: 3e3,
	refreshWindowInMs: 12e4
};
async function Se(e, t, n) {
	async function r() {
		if (Date.now() < n) try {
			return await e();
		} catch {
			return null;
		}
		{
			let t = await e();
			if (t === null) throw Error(`Failed to refresh access token.`);
			return t;
		}
	}
	let i = await r();
	for (; i === null;) await b(t), i = await r();
	return i;
}
function Ce(e, t) {
	let n = null, r = null, i, a = {
		...xe,
		...t
	}, o = {
		get isRefreshing() {
			return n !== null;
		},
		get shouldRefresh() {
			return o.isRefreshing ? !1 : r?.refreshAfterTimestamp && r.refreshAfterTimestamp < Date.now() ? !0 : (r?.expiresOnTimestamp ?? 0) - a.refreshWindowInMs < Date.now();
		},
		get mustRefresh() {
			return r === null || r.expiresOnTimestamp - a.forcedRefreshWindowInMs < Date.now();
		}
	};
	function s(t, s) {
		return o.isRefreshing || (n = Se(() => e.getToken(t, s), a.retryIntervalInMs, r?.expiresOnTimestamp ?? Date.now()).then((e) => (n = null, r = e, i = s.tenantId, r)).catch((e) => {
			throw n = null, r = null, i = void 0, e;
		})), n;
	}
	return async (e, t) => {
		let n = !!t.claims, a = i !== t.tenantId;
		return n && (r = null), a || n || o.mustRefresh ? s(e, t) : (o.shouldRefresh && s(e, t), r);
	};
}
async function Y(e, t) {
	try {
		return [await t(e), void 0];
	} catch (e) {
		if (q(e) && e.response) return [e.response, e];
		throw e;
	}
}
async function we(e) {
	let { scopes: t, getAccessToken: n, request: r } = e, i = await n(t, {
		abortSignal: r.abortSignal,
		tracingOptions: r.tracingOptions,
		enableCae: !0
	});
	i && e.request.headers.set(`Authorization`, `Bearer ${i.token}`);
}
function X(e) {
	return e.status === 401 && e.headers.has(`WWW-Authenticate`);
}
async function Z(e, t) {
	let { scopes: n } = e, r = await e.getAccessToken(n, {
		enableCae: !0,
		claims: t
	});
	return r ? (e.request.headers.set(`Authorization`, `${r.tokenType ?? `Bearer`} ${r.token}`), !0) : !1;
}
function Te(e) {
	let { credential: t, scopes: n, challengeCallbacks: r } = e, i = e.logger || T, a = {
		authorizeRequest: r?.authorizeRequest?.bind(r) ?? we,
		authorizeRequestOnChallenge: r?.authorizeRequestOnChallenge?.bind(r)
	}, o = t ? Ce(t) : () => Promise.resolve(null);
	return {
		name: `bearerTokenAuthenticationPolicy`,
		async sendRequest(e, t) {
			if (!e.url.toLowerCase().startsWith(`https://`)) throw Error(`Bearer token authentication is not permitted for non-TLS protected (non-https) URLs.`);
			await a.authorizeRequest({
				scopes: Array.isArray(n) ? n : [n],
				request: e,
				getAccessToken: o,
				logger: i
			});
			let r, s, c;
			if ([r, s] = await Y(e, t), X(r)) {
				let l = Q(r.headers.get(`WWW-Authenticate`));
				if (l) {
					let a;
					try {
						a = atob(l);
					} catch {
						return i.warning(`The WWW-Authenticate header contains "claims" that cannot be parsed. Unable to perform the Continuous Access Evaluation authentication flow. Unparsable claims: ${l}`), r;
					}
					c = await Z({
						scopes: Array.isArray(n) ? n : [n],
						response: r,
						request: e,
						getAccessToken: o,
						logger: i
					}, a), c && ([r, s] = await Y(e, t));
				} else if (a.authorizeRequestOnChallenge && (c = await a.authorizeRequestOnChallenge({
					scopes: Array.isArray(n) ? n : [n],
					request: e,
					response: r,
					getAccessToken: o,
					logger: i
				}), c && ([r, s] = await Y(e, t)), X(r) && (l = Q(r.headers.get(`WWW-Authenticate`)), l))) {
					let a;
					try {
						a = atob(l);
					} catch {
						return i.warning(`The WWW-Authenticate header contains "claims" that cannot be parsed. Unable to perform the Continuous Access Evaluation authentication flow. Unparsable claims: ${l}`), r;
					}
					c = await Z({
						scopes: Array.isArray(n) ? n : [n],
						response: r,
						request: e,
						getAccessToken: o,
						logger: i
					}, a), c && ([r, s] = await Y(e, t));
				}
			}
			if (s) throw s;
			return r;
		}
	};
}
function Ee(e) {
	let t = /(\w+)\s+((?:\w+=(?:"[^"]*"|[^,]*),?\s*)+)/g, n = /(\w+)="([^"]*)"/g, r = [], i;
	for (; (i = t.exec(e)) !== null;) {
		let e = i[1], t = i[2], a = {}, o;
		for (; (o = n.exec(t)) !== null;) a[o[1]] = o[2];
		r.push({
			scheme: e,
			params: a
		});
	}
	return r;
}
function Q(e) {
	if (e) return Ee(e).find((e) => e.scheme === `Bearer` && e.params.claims && e.params.error === `insufficient_claims`)?.params.claims;
}
const $ = _(`core-rest-pipeline`), De = g;
function Oe(e) {
	return r(e);
}
function ke(e) {
	if (e instanceof AbortSignal) return { abortSignal: e };
	if (e.aborted) return { abortSignal: AbortSignal.abort(`reason` in e ? e.reason : void 0) };
	let t = new AbortController(), n = !0;
	function r() {
		n &&= (e.removeEventListener(`abort`, i), !1);
	}
	function i() {
		t.abort(`reason` in e ? e.reason : void 0), r();
	}
	return e.addEventListener(`abort`, i), {
		abortSignal: t.signal,
		cleanup: r
	};
}
function Ae(e, t) {
	let n = e?.readableStreamBody, r = e ? c(e) : void 0, i = e ? s(e) : void 0, a = r === void 0, o = !n || !n.readable, l = i === void 0, u = !1, d = () => {
		!u && a && o && l && (u = !0, t());
	}, f = () => {
		n?.removeListener(`end`, f), n?.removeListener(`close`, f), n?.removeListener(`error`, f), o = !0;
		try {
			d();
		} catch (e) {
			$.warning(`Error cleaning up after response stream completion`, e);
		}
	};
	!o && n && (n.once(`end`, f), n.once(`close`, f), n.once(`error`, f)), r && r.then(() => (a = !0, d())).catch((e) => {
		$.warning(`Error cleaning up after request completion`, e);
	}), i && i.then(() => (l = !0, d())).catch((e) => {
		$.warning(`Error cleaning up after response body completion`, e);
	}), d();
}
function je() {
	let e = d();
	return { async sendRequest(t) {
		let n = t.abortSignal, { abortSignal: r, cleanup: i } = n ? ke(n) : {}, a;
		try {
			return t.abortSignal = r, a = await e.sendRequest(t), a;
		} finally {
			t.abortSignal = n, i && Ae(a, i);
		}
	} };
}
export { be as a, _e as c, z as d, se as f, Te as i, ue as l, De as n, ye as o, Oe as r, ve as s, je as t, U as u };

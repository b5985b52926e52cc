import { t as e } from "./https-proxy-agent.js";
import { t } from "./http-proxy-agent.js";
import { EOL as n } from "node:os";
import { Transform as r, finished as i } from "node:stream";
import a from "node:http";
import o, { inspect as s, types as c } from "node:util";
import l from "node:zlib";
import { Readable as u } from "stream";
import d from "node:process";
import f from "node:https";
var p = class extends Error {
	constructor(e) {
		super(e), this.name = `AbortError`;
	}
};
function m(e, ...t) {
	d.stderr.write(`${o.format(e, ...t)}${n}`);
}
function h(e) {
	return d.env[e];
}
typeof d.versions.deno == `string` && d.versions.deno.length, typeof d.versions.bun == `string` && d.versions.bun.length;
const ee = h(`DEBUG`);
let te, g = [], _ = [];
const v = [];
ee && b(ee);
const y = Object.assign((e) => S(e), {
	enable: b,
	enabled: x,
	disable: re,
	log: m
});
function b(e) {
	te = e, g = [], _ = [];
	let t = e.split(`,`).map((e) => e.trim());
	for (let e of t) e.startsWith(`-`) ? _.push(e.substring(1)) : g.push(e);
	for (let e of v) e.enabled = x(e.namespace);
}
function x(e) {
	if (e.endsWith(`*`)) return !0;
	for (let t of _) if (ne(e, t)) return !1;
	for (let t of g) if (ne(e, t)) return !0;
	return !1;
}
function ne(e, t) {
	if (t.indexOf(`*`) === -1) return e === t;
	let n = t;
	if (t.indexOf(`**`) !== -1) {
		let e = [], r = ``;
		for (let n of t) if (n === `*` && r === `*`) continue;
		else r = n, e.push(n);
		n = e.join(``);
	}
	let r = 0, i = 0, a = n.length, o = e.length, s = -1, c = -1;
	for (; r < o && i < a;) if (n[i] === `*`) {
		if (s = i, i++, i === a) return !0;
		for (; e[r] !== n[i];) if (r++, r === o) return !1;
		c = r, r++, i++;
		continue;
	} else if (n[i] === e[r]) i++, r++;
	else if (s >= 0) {
		if (i = s + 1, r = c + 1, r === o) return !1;
		for (; e[r] !== n[i];) if (r++, r === o) return !1;
		c = r, r++, i++;
		continue;
	} else return !1;
	let l = r === e.length, u = i === n.length, d = i === n.length - 1 && n[i] === `*`;
	return l && (u || d);
}
function re() {
	let e = te || ``;
	return b(``), e;
}
function S(e) {
	let t = Object.assign(n, {
		enabled: x(e),
		destroy: ie,
		log: y.log,
		namespace: e,
		extend: ae
	});
	function n(...n) {
		t.enabled && (n.length > 0 && (n[0] = `${e} ${n[0]}`), t.log(...n));
	}
	return v.push(t), t;
}
function ie() {
	let e = v.indexOf(this);
	return e >= 0 && (v.splice(e, 1), !0);
}
function ae(e) {
	let t = S(`${this.namespace}:${e}`);
	return t.log = this.log, t;
}
const C = [
	`verbose`,
	`info`,
	`warning`,
	`error`
], w = {
	verbose: 400,
	info: 300,
	warning: 200,
	error: 100
};
function T(e, t) {
	t.log = (...t) => {
		e.log(...t);
	};
}
function E(e) {
	return C.includes(e);
}
function D(e) {
	let t = new Set(), n = h(e.logLevelEnvVarName), r, i = y(e.namespace);
	i.log = (...e) => {
		y.log(...e);
	};
	function a(e) {
		if (e && !E(e)) throw Error(`Unknown log level '${e}'. Acceptable values: ${C.join(`,`)}`);
		r = e;
		let n = [];
		for (let e of t) o(e) && n.push(e.namespace);
		y.enable(n.join(`,`));
	}
	n && (E(n) ? a(n) : console.error(`${e.logLevelEnvVarName} set to unknown log level '${n}'; logging is not enabled. Acceptable values: ${C.join(`, `)}.`));
	function o(e) {
		return !!(r && w[e.level] <= w[r]);
	}
	function s(e, n) {
		let r = Object.assign(e.extend(n), { level: n });
		if (T(e, r), o(r)) {
			let e = y.disable();
			y.enable(e + `,` + r.namespace);
		}
		return t.add(r), r;
	}
	function c() {
		return r;
	}
	function l(e) {
		let t = i.extend(e);
		return T(i, t), {
			error: s(t, `error`),
			warning: s(t, `warning`),
			info: s(t, `info`),
			verbose: s(t, `verbose`)
		};
	}
	return {
		setLogLevel: a,
		getLogLevel: c,
		createClientLogger: l,
		logger: i
	};
}
const oe = D({
	logLevelEnvVarName: `TYPESPEC_RUNTIME_LOG_LEVEL`,
	namespace: `typeSpecRuntime`
});
oe.logger;
function se(e) {
	return oe.createClientLogger(e);
}
function O(e) {
	return e.toLowerCase();
}
function ce(e) {
	return String(e).trim().replace(/[\r\n]/g, ``);
}
function* le(e) {
	for (let t of e.values()) yield [t.name, t.value];
}
var ue = class {
	_headersMap;
	constructor(e) {
		if (this._headersMap = new Map(), e) for (let t of Object.keys(e)) this.set(t, e[t]);
	}
	set(e, t) {
		this._headersMap.set(O(e), {
			name: e,
			value: ce(t)
		});
	}
	get(e) {
		return this._headersMap.get(O(e))?.value;
	}
	has(e) {
		return this._headersMap.has(O(e));
	}
	delete(e) {
		this._headersMap.delete(O(e));
	}
	toJSON(e = {}) {
		let t = {};
		if (e.preserveCase) for (let e of this._headersMap.values()) t[e.name] = e.value;
		else for (let [e, n] of this._headersMap) t[e] = n.value;
		return t;
	}
	toString() {
		return JSON.stringify(this.toJSON({ preserveCase: !0 }));
	}
	[Symbol.iterator]() {
		return le(this._headersMap);
	}
};
function k(e) {
	return new ue(e);
}
function A() {
	return globalThis.crypto.randomUUID();
}
var de = class {
	url;
	method;
	headers;
	timeout;
	withCredentials;
	body;
	multipartBody;
	formData;
	streamResponseStatusCodes;
	enableBrowserStreams;
	proxySettings;
	disableKeepAlive;
	abortSignal;
	requestId;
	allowInsecureConnection;
	onUploadProgress;
	onDownloadProgress;
	requestOverrides;
	authSchemes;
	constructor(e) {
		this.url = e.url, this.body = e.body, this.headers = e.headers ?? k(), this.method = e.method ?? `GET`, this.timeout = e.timeout ?? 0, this.multipartBody = e.multipartBody, this.formData = e.formData, this.disableKeepAlive = e.disableKeepAlive ?? !1, this.proxySettings = e.proxySettings, this.streamResponseStatusCodes = e.streamResponseStatusCodes, this.withCredentials = e.withCredentials ?? !1, this.abortSignal = e.abortSignal, this.onUploadProgress = e.onUploadProgress, this.onDownloadProgress = e.onDownloadProgress, this.requestId = e.requestId || A(), this.allowInsecureConnection = e.allowInsecureConnection ?? !1, this.enableBrowserStreams = e.enableBrowserStreams ?? !1, this.requestOverrides = e.requestOverrides, this.authSchemes = e.authSchemes;
	}
};
function fe(e) {
	return new de(e);
}
const pe = new Set([
	`Deserialize`,
	`Serialize`,
	`Retry`,
	`Sign`
]);
var me = class e {
	_policies = [];
	_orderedPolicies;
	constructor(e) {
		this._policies = e?.slice(0) ?? [], this._orderedPolicies = void 0;
	}
	addPolicy(e, t = {}) {
		if (t.phase && t.afterPhase) throw Error(`Policies inside a phase cannot specify afterPhase.`);
		if (t.phase && !pe.has(t.phase)) throw Error(`Invalid phase name: ${t.phase}`);
		if (t.afterPhase && !pe.has(t.afterPhase)) throw Error(`Invalid afterPhase name: ${t.afterPhase}`);
		this._policies.push({
			policy: e,
			options: t
		}), this._orderedPolicies = void 0;
	}
	removePolicy(e) {
		let t = [];
		return this._policies = this._policies.filter((n) => e.name && n.policy.name === e.name || e.phase && n.options.phase === e.phase ? (t.push(n.policy), !1) : !0), this._orderedPolicies = void 0, t;
	}
	sendRequest(e, t) {
		return this.getOrderedPolicies().reduceRight((e, t) => (n) => t.sendRequest(n, e), (t) => e.sendRequest(t))(t);
	}
	getOrderedPolicies() {
		return this._orderedPolicies ||= this.orderPolicies(), this._orderedPolicies;
	}
	clone() {
		return new e(this._policies);
	}
	static create() {
		return new e();
	}
	orderPolicies() {
		let e = [], t = new Map();
		function n(e) {
			return {
				name: e,
				policies: new Set(),
				hasRun: !1,
				hasAfterPolicies: !1
			};
		}
		let r = n(`Serialize`), i = n(`None`), a = n(`Deserialize`), o = n(`Retry`), s = n(`Sign`), c = [
			r,
			i,
			a,
			o,
			s
		];
		function l(e) {
			return e === `Retry` ? o : e === `Serialize` ? r : e === `Deserialize` ? a : e === `Sign` ? s : i;
		}
		for (let e of this._policies) {
			let n = e.policy, r = e.options, i = n.name;
			if (t.has(i)) throw Error(`Duplicate policy names not allowed in pipeline`);
			let a = {
				policy: n,
				dependsOn: new Set(),
				dependants: new Set()
			};
			r.afterPhase && (a.afterPhase = l(r.afterPhase), a.afterPhase.hasAfterPolicies = !0), t.set(i, a), l(r.phase).policies.add(a);
		}
		for (let e of this._policies) {
			let { policy: n, options: r } = e, i = n.name, a = t.get(i);
			if (!a) throw Error(`Missing node for policy ${i}`);
			if (r.afterPolicies) for (let e of r.afterPolicies) {
				let n = t.get(e);
				n && (a.dependsOn.add(n), n.dependants.add(a));
			}
			if (r.beforePolicies) for (let e of r.beforePolicies) {
				let n = t.get(e);
				n && (n.dependsOn.add(a), a.dependants.add(n));
			}
		}
		function u(n) {
			n.hasRun = !0;
			for (let r of n.policies) if ((!r.afterPhase || r.afterPhase.hasRun && !r.afterPhase.policies.size) && r.dependsOn.size === 0) {
				e.push(r.policy);
				for (let e of r.dependants) e.dependsOn.delete(r);
				t.delete(r.policy.name), n.policies.delete(r);
			}
		}
		function d() {
			for (let e of c) {
				if (u(e), e.policies.size > 0 && e !== i) {
					i.hasRun || u(i);
					return;
				}
				e.hasAfterPolicies && u(i);
			}
		}
		let f = 0;
		for (; t.size > 0;) {
			f++;
			let t = e.length;
			if (d(), e.length <= t && f > 1) throw Error(`Cannot satisfy policy dependencies due to requirements cycle.`);
		}
		return e;
	}
};
function he() {
	return me.create();
}
function j(e) {
	return typeof e == `object` && !!e && !Array.isArray(e) && !(e instanceof RegExp) && !(e instanceof Date);
}
function M(e) {
	if (j(e)) {
		let t = typeof e.name == `string`, n = typeof e.message == `string`;
		return t && n;
	}
	return !1;
}
const ge = s.custom, N = `REDACTED`, _e = `x-ms-client-request-id.x-ms-return-client-request-id.x-ms-useragent.x-ms-correlation-request-id.x-ms-request-id.client-request-id.ms-cv.return-client-request-id.traceparent.azure-deprecating.Access-Control-Allow-Credentials.Access-Control-Allow-Headers.Access-Control-Allow-Methods.Access-Control-Allow-Origin.Access-Control-Expose-Headers.Access-Control-Max-Age.Access-Control-Request-Headers.Access-Control-Request-Method.Origin.Accept.Accept-Encoding.Cache-Control.Connection.Content-Length.Content-Type.Date.ETag.Expires.If-Match.If-Modified-Since.If-None-Match.If-Unmodified-Since.Last-Modified.Pragma.Request-Id.Retry-After.Server.Transfer-Encoding.User-Agent.WWW-Authenticate`.split(`.`), ve = [`api-version`];
var P = class {
	allowedHeaderNames;
	allowedQueryParameters;
	constructor({ additionalAllowedHeaderNames: e = [], additionalAllowedQueryParameters: t = [] } = {}) {
		e = _e.concat(e), t = ve.concat(t), this.allowedHeaderNames = new Set(e.map((e) => e.toLowerCase())), this.allowedQueryParameters = new Set(t.map((e) => e.toLowerCase()));
	}
	sanitize(e) {
		let t = new Set();
		return JSON.stringify(e, (e, n) => {
			if (n instanceof Error) return {
				...n,
				name: n.name,
				message: n.message
			};
			if (e === `headers` && j(n)) return this.sanitizeHeaders(n);
			if (e === `url` && typeof n == `string`) return this.sanitizeUrl(n);
			if (e === `query` && j(n)) return this.sanitizeQuery(n);
			if (e !== `body` && e !== `response` && e !== `operationSpec`) {
				if (Array.isArray(n) || j(n)) {
					if (t.has(n)) return `[Circular]`;
					t.add(n);
				}
				return n;
			}
		}, 2);
	}
	sanitizeUrl(e) {
		if (typeof e != `string` || e === null || e === ``) return e;
		let t = new URL(e);
		if (!t.search) return e;
		for (let [e] of t.searchParams) this.allowedQueryParameters.has(e.toLowerCase()) || t.searchParams.set(e, N);
		return t.toString();
	}
	sanitizeHeaders(e) {
		let t = {};
		for (let n of Object.keys(e)) t[n] = this.allowedHeaderNames.has(n.toLowerCase()) ? e[n] : N;
		return t;
	}
	sanitizeQuery(e) {
		if (typeof e != `object` || !e) return e;
		let t = {};
		for (let n of Object.keys(e)) t[n] = this.allowedQueryParameters.has(n.toLowerCase()) ? e[n] : N;
		return t;
	}
};
const ye = new P();
var F = class e extends Error {
	static REQUEST_SEND_ERROR = `REQUEST_SEND_ERROR`;
	static PARSE_ERROR = `PARSE_ERROR`;
	code;
	statusCode;
	request;
	response;
	details;
	constructor(t, n = {}) {
		super(t), this.name = `RestError`, this.code = n.code, this.statusCode = n.statusCode, Object.defineProperty(this, "request", {
			value: n.request,
			enumerable: !1
		}), Object.defineProperty(this, "response", {
			value: n.response,
			enumerable: !1
		});
		let r = this.request?.agent ? {
			maxFreeSockets: this.request.agent.maxFreeSockets,
			maxSockets: this.request.agent.maxSockets
		} : void 0;
		Object.defineProperty(this, ge, {
			value: () => `RestError: ${this.message} \n ${ye.sanitize({
				...this,
				request: {
					...this.request,
					agent: r
				},
				response: this.response
			})}`,
			enumerable: !1
		}), Object.setPrototypeOf(this, e.prototype);
	}
};
function I(e) {
	return e instanceof F || M(e) && e.name === `RestError`;
}
function be(e, t) {
	return Buffer.from(e).toString(t);
}
function L(e, t) {
	return Buffer.from(e, t);
}
const R = se(`ts-http-runtime`);
function z(e) {
	return Array.isArray(e[0]) ? e : Array.from({ length: Math.ceil(e.length / 2) }, (t, n) => [e[n * 2], e[n * 2 + 1]]);
}
function xe(e) {
	return Symbol.iterator in e && typeof e[Symbol.iterator] == `function`;
}
function B(e) {
	if (typeof e == `string`) {
		let t = e.split(`,`), n = t.filter((e) => e.trim().toLowerCase() !== `100-continue`);
		return n.length === t.length ? e : n.map((e) => e.trim()).filter(Boolean).join(`, `) || void 0;
	}
	if (Array.isArray(e)) {
		let t = e.map(B).filter((e) => e !== void 0);
		return t.length > 0 ? t : void 0;
	}
	return e;
}
function V(e, t) {
	let n = (e, n) => {
		let r = e.toLowerCase();
		if (!t || r !== `content-length` && r !== `transfer-encoding` && r !== `trailer`) return r === `expect` ? B(n) : n;
	}, r = (e) => e.flatMap(([e, t]) => {
		let r = typeof e == `string` ? n(e, t) : t;
		return r === void 0 ? [] : [[e, r]];
	});
	for (let [t, r] of e.headers) {
		let i = n(t, r);
		i === void 0 ? e.headers.delete(t) : typeof i == `string` && i !== r && e.headers.set(t, i);
	}
	let i = e.requestOverrides;
	if (!i || !(`headers` in i)) return;
	let a = i.headers;
	if (Array.isArray(a)) {
		let t = r(z(a));
		e.requestOverrides = {
			...i,
			headers: Array.isArray(a[0]) ? t : t.flat()
		};
	} else if (a && typeof a == `object` && xe(a)) {
		let t = Array.from(a, (e) => {
			if (!Array.isArray(e) || e.length !== 2) throw TypeError(`Header entry must be a name/value pair`);
			return e;
		});
		e.requestOverrides = {
			...i,
			headers: r(t)
		};
	} else if (a && typeof a == `object`) {
		let t = {};
		for (let [e, r] of Object.entries(a)) {
			let i = n(e, r);
			i !== void 0 && (t[e] = i);
		}
		e.requestOverrides = {
			...i,
			headers: t
		};
	}
}
function Se(e) {
	V(e, !1);
}
function Ce(e) {
	V(e, !0);
}
function we(e, t) {
	if (Array.isArray(e)) return z(e).filter(([e]) => typeof e == `string` && e.toLowerCase() === t).flatMap(([, e]) => Array.isArray(e) ? e : [e]);
	if (e && typeof e == `object`) {
		if (`get` in e && typeof e.get == `function`) {
			let n = e.get(t);
			return n == null ? [] : [n];
		}
		let n;
		for (let [r, i] of Object.entries(e)) r.toLowerCase() === t && (n = i);
		return n === void 0 ? [] : Array.isArray(n) ? n : [n];
	}
	return [];
}
function Te(e, t) {
	return we(e.requestOverrides && `headers` in e.requestOverrides ? e.requestOverrides.headers : e.headers, t.toLowerCase());
}
function Ee(e) {
	return Te(e, `expect`).some((e) => typeof e == `string` && e.split(`,`).some((e) => e.trim().toLowerCase() === `100-continue`));
}
function De(e, t, n) {
	return Array.isArray(e) ? Array.isArray(e[0]) ? [...e, [t, n]] : [
		...e,
		t,
		n
	] : {
		...e,
		[t]: n
	};
}
function H(e, t) {
	return Array.isArray(e) ? z(e).some(([e]) => typeof e == `string` && e.toLowerCase() === t) : Object.keys(e ?? {}).some((e) => e.toLowerCase() === t);
}
function Oe(e, t) {
	H(e.headers, `content-length`) || H(e.headers, `transfer-encoding`) || (e.headers = De(e.headers, t === null ? `Transfer-Encoding` : `Content-Length`, t === null ? `chunked` : String(t)));
}
function ke(e) {
	let t, n = !0, r = !1, i = !1, a, o, s = e.bodyStream;
	if (s?.once(`error`, u), s && `errored` in s && s.errored instanceof Error) {
		process.nextTick(u, s.errored);
		return;
	}
	try {
		a = e.createRequest(m);
	} catch (e) {
		l(e);
		return;
	}
	function c(e = !1) {
		n = !1, t !== void 0 && (clearTimeout(t), t = void 0), a?.removeListener(`continue`, d), a?.removeListener(`socket`, p), e || s?.removeListener(`error`, u);
	}
	function l(t) {
		let n = t instanceof Error ? t : Error(String(t));
		return i || (i = !0, c(), e.onError(n)), n;
	}
	function u(t) {
		i || !n && !r || (i = !0, o = t instanceof Error ? t : Error(String(t)), c(), e.onBodyError(t), a?.destroy(o));
	}
	function d() {
		if (n) {
			r = !0, c(!0);
			try {
				e.sendBody(a);
			} catch (e) {
				u(e);
			} finally {
				s?.removeListener(`error`, u);
			}
		}
	}
	function f() {
		c(), e.onAbort(a);
	}
	function p() {
		if (n) try {
			if (a.flushHeaders(), !n) return;
			a.write(``, (e) => {
				e ? a.destroy(l(e)) : n && (t = setTimeout(d, 1e3));
			});
		} catch (e) {
			a.destroy(l(e));
		}
	}
	function m(t) {
		if (c(), !r) {
			a.shouldKeepAlive = !1;
			let e = () => {
				t.removeListener(`end`, e), t.removeListener(`close`, e), a.destroy();
			};
			t.once(`end`, e), t.once(`close`, e), (t.readableEnded || t.destroyed) && e();
		}
		e.onResponse(t);
	}
	a.once(`error`, l), o ? a.destroy(o) : e.abortSignal.aborted ? f() : (e.abortSignal.addEventListener(`abort`, f, { once: !0 }), a.once(`close`, () => c()), (a.destroyed || a.closed) && c(), n && (a.once(`continue`, d), a.socket ? p() : a.once(`socket`, p)));
}
const U = new WeakMap(), W = new WeakMap(), G = new WeakMap(), Ae = new WeakMap();
function je(e, t) {
	G.set(e, t), t.then(() => G.get(e) === t && G.delete(e)).catch((e) => {
		R.warning(`Error tracking request completion`, e);
	});
}
function Me(e) {
	return G.get(e);
}
function Ne(e) {
	return Ae.get(e);
}
function K(e) {
	return typeof e == `object` && !!e && `resume` in e && typeof e.resume == `function`;
}
function Pe(e) {
	return `on` in e && typeof e.on == `function` && `once` in e && typeof e.once == `function` && `removeListener` in e && typeof e.removeListener == `function`;
}
function Fe(e) {
	return typeof e == `object` && !!e && `cancel` in e && typeof e.cancel == `function`;
}
function Ie(e, t) {
	K(e) && K(t) && U.set(e, t);
}
function Le(e, t) {
	return W.set(e, t), () => {
		W.get(e) === t && W.delete(e);
	};
}
function Re(e, t = new Set()) {
	if (t.has(e)) return;
	t.add(e);
	let n = U.get(e);
	if (U.delete(e), e.closed !== !0) {
		if (e.destroy) {
			if (Pe(e)) {
				let t = (e) => {
					R.warning(`Error disposing Node stream`, e);
				}, n = () => {
					e.removeListener(`error`, t);
				};
				e.on(`error`, t), e.once(`close`, n);
				try {
					e.destroy();
				} catch (r) {
					throw e.removeListener(`error`, t), e.removeListener(`close`, n), r;
				}
			} else e.destroy();
		} else e.resume();
	}
	n && Re(n, t);
}
function q(e) {
	try {
		Re(e);
	} catch (e) {
		R.warning(`Error disposing Node stream`, e);
	}
}
async function J(e) {
	try {
		let t = W.get(e);
		W.delete(e);
		try {
			let t = e.readableStreamBody;
			if (K(t)) {
				q(t);
				return;
			}
			let n = e.browserStreamBody;
			Fe(n) && await n.cancel();
		} finally {
			t?.();
		}
	} catch (e) {
		R.warning(`Error disposing response body`, e);
	}
}
const ze = {};
function Y(e) {
	return typeof e == `object` && !!e && `pipe` in e && typeof e.pipe == `function`;
}
function Be(e) {
	return e.readable === !1 ? Promise.resolve() : new Promise((t) => {
		let n = () => {
			t(), e.removeListener(`close`, n), e.removeListener(`end`, n), e.removeListener(`error`, n);
		};
		e.on(`close`, n), e.on(`end`, n), e.on(`error`, n);
	});
}
function Ve(e) {
	return c.isArrayBuffer(e) || ArrayBuffer.isView(e);
}
function He(e) {
	return Buffer.isBuffer(e) ? e : ArrayBuffer.isView(e) ? Buffer.from(e.buffer, e.byteOffset, e.byteLength) : Buffer.from(e);
}
var Ue = class extends r {
	loadedBytes = 0;
	progressCallback;
	_transform(e, t, n) {
		this.push(e), this.loadedBytes += e.length;
		try {
			this.progressCallback({ loadedBytes: this.loadedBytes }), n();
		} catch (e) {
			n(e);
		}
	}
	constructor(e) {
		super(), this.progressCallback = e;
	}
};
function We(e, t, n, r, i) {
	let o, s, c = !1, l, u = new Promise((e) => {
		l = e;
	}), d = () => {
		c = !0, o.removeListener(`finish`, d), o.removeListener(`close`, d), l();
	}, m = (e) => {
		s = e, r({
			response: e,
			requestComplete: u,
			isRequestComplete: () => c,
			disposeRequest: () => {
				c || o.destroy();
			}
		});
	};
	return {
		createRequest: (e = m) => (o = n ? a.request(t, e) : f.request(t, e), o.once(`finish`, d), o.once(`close`, d), o),
		onResponse: m,
		rejectRequest: (t) => {
			i(Ge(t, e));
		},
		abortRequest: (e) => {
			let t = new p(`The operation was aborted. Rejecting from abort signal callback while making request.`);
			s?.destroy(t), e.destroy(t), i(t);
		}
	};
}
function Ge(e, t) {
	if (I(e)) return e;
	let n = e.code === `ERR_STREAM_PREMATURE_CLOSE`;
	return new F(n ? `Request body stream closed before ending` : e.message, {
		code: n ? F.REQUEST_SEND_ERROR : e.code ?? F.REQUEST_SEND_ERROR,
		request: t
	});
}
function Ke(e, t, n, r) {
	if (t && Y(t)) Ze(t, e, n, r);
	else if (t) {
		if (typeof t == `string` || Buffer.isBuffer(t)) e.end(t);
		else throw R.error(`Unrecognized body type`, t), new F(`Unrecognized body type`, { request: n });
	} else e.end();
}
function qe(e, t) {
	let n = e.body, r = typeof n == `function` ? n() : n, i = r && Ve(r) ? He(r) : r;
	if (!t && i && !e.headers.has(`Content-Length`)) {
		let t = $e(i);
		t !== null && e.headers.set(`Content-Length`, t);
	}
	if (!i || !e.onUploadProgress) return i;
	let a = new Ue(e.onUploadProgress);
	return a.on(`error`, (e) => {
		R.error(`Error in upload progress`, e);
	}), Y(i) ? Ze(i, a, e) : a.end(i), a;
}
var Je = class {
	cachedHttpAgent;
	cachedHttpsAgents = new WeakMap();
	async sendRequest(e) {
		let t = e.body, n = new AbortController(), r, i = e.abortSignal;
		if (i) {
			if (i.aborted) throw new p(`The operation was aborted. Request has already been canceled.`);
			r = (e) => {
				e.type === `abort` && n.abort();
			}, i.addEventListener(`abort`, r);
		}
		let a;
		e.timeout > 0 && (a = setTimeout(() => {
			let t = new P();
			R.info(`request to '${t.sanitizeUrl(e.url)}' timed out. canceling...`), n.abort();
		}, e.timeout));
		let o = e.headers.get(`Accept-Encoding`), s = o?.includes(`gzip`) || o?.includes(`deflate`), c, l, u = Promise.resolve();
		try {
			let r = Ee(e), i = r && typeof t != `function` ? $e(t ?? null) : null;
			i === 0 && (Se(e), r = !1), r || (c = qe(e, !1));
			let a = r ? await this.makeRequestWithExpectContinue(e, n, () => (c = qe(e, !0), c), i) : await this.makeRequest(e, n, c);
			u = a.requestComplete;
			let o = a.response, d = Ye(o), f = {
				status: o.statusCode ?? 0,
				headers: d,
				request: e
			};
			if (!a.isRequestComplete()) {
				je(f, a.requestComplete);
				let e = Le(f, a.disposeRequest);
				a.requestComplete.then(e).catch((e) => {
					R.warning(`Error disposing request`, e);
				});
			}
			if ((typeof e.requestOverrides?.method == `string` ? e.requestOverrides.method.toUpperCase() : e.method) === `HEAD`) return o.resume(), f;
			l = s ? Xe(o, d, n.signal) : o;
			let p = e.onDownloadProgress;
			if (p) {
				let e = new Ue(p);
				e.on(`error`, (e) => {
					R.error(`Error in download progress`, e);
				}), l = X(l, e, n.signal);
			}
			return e.streamResponseStatusCodes?.has(1 / 0) || e.streamResponseStatusCodes?.has(f.status) ? f.readableStreamBody = l : f.bodyAsText = await Qe(l), f;
		} catch (e) {
			throw Y(c) && q(c), l && q(l), e;
		} finally {
			if (a !== void 0 && clearTimeout(a), i && r) {
				let e = Promise.resolve();
				Y(c) && (e = Be(c));
				let t = Promise.resolve();
				Y(l) && (t = Be(l)), Promise.all([
					u,
					e,
					t
				]).then(() => {
					r && i.removeEventListener(`abort`, r);
				}).catch((e) => {
					R.warning(`Error when cleaning up abortListener on httpRequest`, e);
				});
			}
		}
	}
	makeRequest(e, t, n) {
		let { options: r, isInsecure: i } = this.getRequestOptions(e);
		return new Promise((a, o) => {
			let { createRequest: s, rejectRequest: c, abortRequest: l } = We(e, r, i, a, o), u = s();
			u.once(`error`, c), t.signal.addEventListener(`abort`, () => l(u)), Ke(u, n, e, c);
		});
	}
	makeRequestWithExpectContinue(e, t, n, r) {
		let { options: i, isInsecure: a } = this.getRequestOptions(e);
		return Oe(i, r), new Promise((r, o) => {
			let { createRequest: s, onResponse: c, rejectRequest: l, abortRequest: u } = We(e, i, a, r, o);
			ke({
				abortSignal: t.signal,
				bodyStream: Y(e.body) ? e.body : void 0,
				createRequest: s,
				onAbort: u,
				onError: l,
				onBodyError: o,
				onResponse: c,
				sendBody: (t) => {
					Ke(t, n(), e, l);
				}
			});
		});
	}
	getRequestOptions(e) {
		let t = new URL(e.url), n = t.protocol !== `https:`;
		if (n && !e.allowInsecureConnection) throw Error(`Cannot connect to ${e.url} while allowInsecureConnection is false.`);
		return {
			isInsecure: n,
			options: {
				agent: e.agent ?? this.getOrCreateAgent(e, n),
				hostname: t.hostname,
				path: `${t.pathname}${t.search}`,
				port: t.port,
				method: e.method,
				headers: e.headers.toJSON({ preserveCase: !0 }),
				...e.requestOverrides
			}
		};
	}
	getOrCreateAgent(e, t) {
		let n = e.disableKeepAlive;
		if (t) return n ? a.globalAgent : (this.cachedHttpAgent ||= new a.Agent({ keepAlive: !0 }), this.cachedHttpAgent);
		{
			if (n && !e.tlsSettings) return f.globalAgent;
			let t = e.tlsSettings ?? ze, r = this.cachedHttpsAgents.get(t);
			return r && r.options.keepAlive === !n || (R.info(`No cached TLS Agent exist, creating a new Agent`), r = new f.Agent({
				keepAlive: !n,
				...t
			}), this.cachedHttpsAgents.set(t, r)), r;
		}
	}
};
function Ye(e) {
	let t = k();
	for (let n of Object.keys(e.headers)) {
		let r = e.headers[n];
		Array.isArray(r) ? r.length > 0 && t.set(n, r[0]) : r && t.set(n, r);
	}
	return t;
}
function Xe(e, t, n) {
	let r = t.get(`Content-Encoding`);
	return r === `gzip` ? X(e, l.createGunzip(), n) : r === `deflate` ? X(e, l.createInflate(), n) : e;
}
function Ze(e, t, n, r) {
	let a = !1, o = i(e, { writable: !1 }, s);
	function s(e) {
		if (o(), t.removeListener(`close`, c), e && !a) {
			let i = Ge(e, n);
			t.destroy(i), r?.(i);
		}
	}
	function c() {
		a = !0, e.unpipe(t), q(e);
	}
	t.once(`close`, c), e.pipe(t);
}
function X(e, t, n) {
	Ie(t, e);
	let r = () => {}, a = () => {};
	return r = i(e, { writable: !1 }, (e) => {
		r(), e && t.destroy(n.aborted ? new p() : e);
	}), a = i(t, { writable: !1 }, () => {
		a(), e.unpipe(t), e.readable && q(e);
	}), e.pipe(t);
}
function Qe(e) {
	return new Promise((t, n) => {
		let r = [], a = i(e, { writable: !1 }, s);
		function o(e) {
			Buffer.isBuffer(e) ? r.push(e) : r.push(Buffer.from(e));
		}
		function s(i) {
			a(), e.removeListener(`data`, o), i?.name === `AbortError` ? n(i) : i ? n(new F(`Error reading response as text: ${i.message}`, { code: F.PARSE_ERROR })) : t(Buffer.concat(r).toString(`utf8`));
		}
		e.on(`data`, o);
	});
}
function $e(e) {
	return e ? Buffer.isBuffer(e) ? e.length : Y(e) ? null : Ve(e) ? e.byteLength : typeof e == `string` ? Buffer.byteLength(e) : null : 0;
}
function et() {
	return new Je();
}
function tt() {
	return et();
}
function nt(e = {}) {
	let t = e.logger ?? R.info, n = new P({
		additionalAllowedHeaderNames: e.additionalAllowedHeaderNames,
		additionalAllowedQueryParameters: e.additionalAllowedQueryParameters
	});
	return {
		name: `logPolicy`,
		async sendRequest(e, r) {
			if (!t.enabled) return r(e);
			t(`Request: ${n.sanitize(e)}`);
			let i = await r(e);
			return t(`Response status code: ${i.status}`), t(`Headers: ${n.sanitize({ headers: i.headers })}`), i;
		}
	};
}
function rt(e, t) {
	return e = Math.ceil(e), t = Math.floor(t), Math.floor(Math.random() * (t - e + 1)) + e;
}
function it(e, t) {
	let n = t.retryDelayInMs * 2 ** e, r = Math.min(t.maxRetryDelayInMs, n);
	return { retryAfterInMs: r / 2 + rt(0, r / 2) };
}
function at(e, t, n) {
	return new Promise((r, i) => {
		let a, o, s = () => i(new p(n?.abortErrorMsg ? n?.abortErrorMsg : `The operation was aborted.`)), c = () => {
			n?.abortSignal && o && n.abortSignal.removeEventListener(`abort`, o);
		};
		if (o = () => (a && clearTimeout(a), c(), s()), n?.abortSignal && n.abortSignal.aborted) return s();
		a = setTimeout(() => {
			c(), r(t);
		}, e), n?.abortSignal && n.abortSignal.addEventListener(`abort`, o);
	});
}
function ot(e, t) {
	let n = e.headers.get(t);
	if (!n) return;
	let r = Number(n);
	if (!Number.isNaN(r)) return r;
}
const Z = `Retry-After`, st = [
	`retry-after-ms`,
	`x-ms-retry-after-ms`,
	Z
];
function ct(e) {
	if (e && [429, 503].includes(e.status)) try {
		for (let t of st) {
			let n = ot(e, t);
			if (n === 0 || n) return n * (t === Z ? 1e3 : 1);
		}
		let t = e.headers.get(Z);
		if (!t) return;
		let n = Date.parse(t) - Date.now();
		return Number.isFinite(n) ? Math.max(0, n) : void 0;
	} catch {
		return;
	}
}
function lt(e) {
	return Number.isFinite(ct(e));
}
function ut() {
	return {
		name: `throttlingRetryStrategy`,
		retry({ response: e }) {
			let t = ct(e);
			return Number.isFinite(t) ? { retryAfterInMs: t } : { skipStrategy: !0 };
		}
	};
}
function dt(e = {}) {
	let t = e.retryDelayInMs ?? 1e3, n = e.maxRetryDelayInMs ?? 64e3;
	return {
		name: `exponentialRetryStrategy`,
		retry({ retryCount: r, response: i, responseError: a }) {
			let o = pt(a), s = o && e.ignoreSystemErrors, c = ft(i), l = c && e.ignoreHttpStatusCodes;
			return i && (lt(i) || !c) || l || s ? { skipStrategy: !0 } : a && !o && !c ? { errorToThrow: a } : it(r, {
				retryDelayInMs: t,
				maxRetryDelayInMs: n
			});
		}
	};
}
function ft(e) {
	return !!(e && e.status !== void 0 && (e.status >= 500 || e.status === 408) && e.status !== 501 && e.status !== 505);
}
function pt(e) {
	return e ? e.code === `ETIMEDOUT` || e.code === `ESOCKETTIMEDOUT` || e.code === `ECONNREFUSED` || e.code === `ECONNRESET` || e.code === `ENOENT` || e.code === `ENOTFOUND` : !1;
}
const mt = se(`ts-http-runtime retryPolicy`);
function ht(e, t = { maxRetries: 3 }) {
	let n = t.logger || mt;
	return {
		name: `retryPolicy`,
		async sendRequest(r, i) {
			let a, o, s = -1;
			retryRequest: for (;;) {
				s += 1, o = void 0;
				try {
					n.info(`Retry ${s}: Attempting to send request`, r.requestId), a = await i(r), n.info(`Retry ${s}: Received a response from request`, r.requestId);
				} catch (e) {
					if (n.error(`Retry ${s}: Received an error from request`, r.requestId), !I(e)) throw e;
					o = e, a = e.response;
				}
				if (r.abortSignal?.aborted) throw n.error(`Retry ${s}: Request aborted.`), new p();
				if (s >= (t.maxRetries ?? 3)) {
					if (n.info(`Retry ${s}: Maximum retries reached. Returning the last received response, or throwing the last received error.`), o) throw o;
					if (a) return a;
					throw Error(`Maximum retries reached with no response or error to throw`);
				}
				n.info(`Retry ${s}: Processing ${e.length} retry strategies.`);
				strategiesLoop: for (let t of e) {
					let e = t.logger || n;
					e.info(`Retry ${s}: Processing retry strategy ${t.name}.`);
					let i = t.retry({
						retryCount: s,
						response: a,
						responseError: o
					});
					if (i.skipStrategy) {
						e.info(`Retry ${s}: Skipped.`);
						continue strategiesLoop;
					}
					let { errorToThrow: c, retryAfterInMs: l, redirectTo: u } = i;
					if (c) throw e.error(`Retry ${s}: Retry strategy ${t.name} throws error:`, c), c;
					if (l || l === 0) {
						e.info(`Retry ${s}: Retry strategy ${t.name} retries after ${l}`), a && await J(a), await at(l, void 0, { abortSignal: r.abortSignal });
						continue retryRequest;
					}
					if (u) {
						e.info(`Retry ${s}: Retry strategy ${t.name} redirects to ${u}`), a && await J(a), r.url = u;
						continue retryRequest;
					}
				}
				if (o) throw n.info(`None of the retry strategies could work with the received error. Throwing it.`), o;
				if (a) return n.info(`None of the retry strategies could work with the received response. Returning it.`), a;
			}
		}
	};
}
function gt(e = {}) {
	return {
		name: `defaultRetryPolicy`,
		sendRequest: ht([ut(), dt(e)], { maxRetries: e.maxRetries ?? 3 }).sendRequest
	};
}
function _t(e) {
	if (typeof FormData < `u` && e instanceof FormData) {
		let t = {};
		for (let [n, r] of e.entries()) {
			let e = t[n];
			Array.isArray(e) ? e.push(r) : t[n] = e === void 0 ? [r] : [e, r];
		}
		return t;
	}
}
function vt() {
	return {
		name: `formDataPolicy`,
		async sendRequest(e, t) {
			let n = _t(e.body);
			if (n && (e.formData = n, e.body = void 0), e.formData) {
				let t = e.headers.get(`Content-Type`);
				t && t.indexOf(`application/x-www-form-urlencoded`) !== -1 ? e.body = yt(e.formData) : await bt(e.formData, e), e.formData = void 0;
			}
			return t(e);
		}
	};
}
function yt(e) {
	let t = new URLSearchParams();
	for (let [n, r] of Object.entries(e)) if (Array.isArray(r)) for (let e of r) t.append(n, e.toString());
	else t.append(n, r.toString());
	return t.toString();
}
async function bt(e, t) {
	let n = t.headers.get(`Content-Type`);
	if (n && !n.startsWith(`multipart/form-data`)) return;
	t.headers.set(`Content-Type`, n ?? `multipart/form-data`);
	let r = [];
	for (let [t, n] of Object.entries(e)) for (let e of Array.isArray(n) ? n : [n]) if (typeof e == `string`) r.push({
		headers: k({ "Content-Disposition": `form-data; name="${t}"` }),
		body: L(e, `utf-8`)
	});
	else if (typeof e != `object` || !e) throw Error(`Unexpected value for key ${t}: ${e}. Value should be serialized to string first.`);
	else {
		let n = e.name || `blob`, i = k();
		i.set(`Content-Disposition`, `form-data; name="${t}"; filename="${n}"`), i.set(`Content-Type`, e.type || `application/octet-stream`), r.push({
			headers: i,
			body: e
		});
	}
	t.multipartBody = { parts: r };
}
function xt(e) {
	return {
		name: `agentPolicy`,
		sendRequest: async (t, n) => (t.agent ||= e, n(t))
	};
}
function St(e) {
	return {
		name: `tlsPolicy`,
		sendRequest: async (t, n) => (t.tlsSettings ||= e, n(t))
	};
}
var Ct = e(), wt = t();
const Tt = [];
let Et = !1;
const Dt = new Map();
function Q(e) {
	if (process.env[e]) return process.env[e];
	if (process.env[e.toLowerCase()]) return process.env[e.toLowerCase()];
}
function Ot() {
	if (!process) return;
	let e = Q(`HTTPS_PROXY`), t = Q(`ALL_PROXY`), n = Q(`HTTP_PROXY`);
	return e || t || n;
}
function kt(e, t, n) {
	if (t.length === 0) return !1;
	let r = new URL(e).hostname;
	if (n?.has(r)) return n.get(r);
	let i = !1;
	for (let e of t) e[0] === `.` ? (r.endsWith(e) || r.length === e.length - 1 && r === e.slice(1)) && (i = !0) : r === e && (i = !0);
	return n?.set(r, i), i;
}
function At() {
	let e = Q(`NO_PROXY`);
	return Et = !0, e ? e.split(`,`).map((e) => e.trim()).filter((e) => e.length) : [];
}
function jt(e) {
	if (!e && (e = Ot(), !e)) return;
	let t = new URL(e);
	return {
		host: (t.protocol ? t.protocol + `//` : ``) + t.hostname,
		port: Number.parseInt(t.port || `80`),
		username: t.username,
		password: t.password
	};
}
function Mt() {
	let e = Ot();
	return e ? new URL(e) : void 0;
}
function $(e) {
	let t;
	try {
		t = new URL(e.host);
	} catch {
		throw Error(`Expecting a valid host string in proxy settings, but found "${e.host}".`);
	}
	return t.port = String(e.port), e.username && (t.username = e.username), e.password && (t.password = e.password), t;
}
function Nt(e, t, n) {
	if (e.agent) return;
	let r = new URL(e.url).protocol !== `https:`;
	e.tlsSettings && R.warning(`TLS settings are not supported in combination with custom Proxy, certificates provided to the client will be ignored.`), r ? (t.httpProxyAgent ||= new wt.HttpProxyAgent(n), e.agent = t.httpProxyAgent) : (t.httpsProxyAgent ||= new Ct.HttpsProxyAgent(n), e.agent = t.httpsProxyAgent);
}
function Pt(e, t) {
	Et || Tt.push(...At());
	let n = e ? $(e) : Mt(), r = {};
	return {
		name: `proxyPolicy`,
		async sendRequest(e, i) {
			return !e.proxySettings && n && !kt(e.url, t?.customNoProxyList ?? Tt, t?.customNoProxyList ? void 0 : Dt) ? Nt(e, r, n) : e.proxySettings && Nt(e, r, $(e.proxySettings)), i(e);
		}
	};
}
const Ft = `decompressResponsePolicy`;
function It() {
	return {
		name: Ft,
		async sendRequest(e, t) {
			return e.method !== `HEAD` && e.headers.set(`Accept-Encoding`, `gzip,deflate`), t(e);
		}
	};
}
const Lt = `redirectPolicy`, Rt = [`GET`, `HEAD`];
function zt(e = {}) {
	let { maxRetries: t = 20, allowCrossOriginRedirects: n = !1 } = e;
	return {
		name: Lt,
		async sendRequest(e, r) {
			return Bt(r, await r(e), t, n);
		}
	};
}
async function Bt(e, t, n, r, i = 0) {
	let { request: a, status: o, headers: s } = t, c = s.get(`location`);
	if (c && (o === 300 || o === 301 && Rt.includes(a.method) || o === 302 && Rt.includes(a.method) || o === 303 && a.method === `POST` || o === 307) && i < n) {
		let s = new URL(c, a.url);
		if (!r) {
			let e = new URL(a.url);
			if (s.origin !== e.origin) return R.verbose(`Skipping cross-origin redirect from ${e.origin} to ${s.origin}.`), t;
		}
		return a.url = s.toString(), o === 303 && (a.method = `GET`, a.requestOverrides && `method` in a.requestOverrides && (a.requestOverrides = {
			...a.requestOverrides,
			method: `GET`
		}), Ce(a), delete a.body), a.headers.delete(`Authorization`), await J(t), Bt(e, await e(a), n, r, i + 1);
	}
	return t;
}
function Vt(e) {
	return e instanceof Blob;
}
async function* Ht() {
	let e = this.getReader();
	try {
		for (;;) {
			let { done: t, value: n } = await e.read();
			if (t) return;
			yield n;
		}
	} finally {
		e.releaseLock();
	}
}
function Ut(e) {
	e[Symbol.asyncIterator] || (e[Symbol.asyncIterator] = Ht.bind(e)), e.values ||= Ht.bind(e);
}
function Wt(e) {
	return e instanceof ReadableStream ? (Ut(e), u.fromWeb(e)) : e;
}
function Gt(e) {
	return e instanceof Uint8Array ? u.from(Buffer.from(e)) : Vt(e) ? Wt(e.stream()) : Wt(e);
}
async function Kt(e) {
	return function() {
		let t = e.map((e) => typeof e == `function` ? e() : e).map(Gt);
		return u.from((async function* () {
			for (let e of t) for await (let t of e) yield t;
		})());
	};
}
function qt() {
	return `----AzSDKFormBoundary${A()}`;
}
function Jt(e) {
	let t = ``;
	for (let [n, r] of e) t += `${n}: ${r}\r\n`;
	return t;
}
function Yt(e) {
	if (e instanceof Uint8Array) return e.byteLength;
	if (Vt(e)) return e.size === -1 ? void 0 : e.size;
}
function Xt(e) {
	let t = 0;
	for (let n of e) {
		let e = Yt(n);
		if (e === void 0) return;
		t += e;
	}
	return t;
}
async function Zt(e, t, n) {
	let r = [
		L(`--${n}`, `utf-8`),
		...t.flatMap((e) => [
			L(`\r
`, `utf-8`),
			L(Jt(e.headers), `utf-8`),
			L(`\r
`, `utf-8`),
			e.body,
			L(`\r\n--${n}`, `utf-8`)
		]),
		L(`--\r
\r
`, `utf-8`)
	], i = Xt(r);
	i && e.headers.set(`Content-Length`, i), e.body = await Kt(r);
}
const Qt = `multipartPolicy`, $t = new Set(`abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+,-./:=?`);
function en(e) {
	if (e.length > 70) throw Error(`Multipart boundary "${e}" exceeds maximum length of 70 characters`);
	if (Array.from(e).some((e) => !$t.has(e))) throw Error(`Multipart boundary "${e}" contains invalid characters`);
}
function tn() {
	return {
		name: Qt,
		async sendRequest(e, t) {
			if (!e.multipartBody) return t(e);
			if (e.body) throw Error(`multipartBody and regular body cannot be set at the same time`);
			let n = e.multipartBody.boundary, r = e.headers.get(`Content-Type`) ?? `multipart/mixed`, i = r.match(/^(multipart\/[^ ;]+)(?:; *boundary=(.+))?$/);
			if (!i) throw Error(`Got multipart request body, but content-type header was not multipart: ${r}`);
			let [, a, o] = i;
			if (o && n && o !== n) throw Error(`Multipart boundary was specified as ${o} in the header, but got ${n} in the request body`);
			return n ??= o, n ? en(n) : n = qt(), e.headers.set(`Content-Type`, `${a}; boundary=${n}`), await Zt(e, e.multipartBody.parts, n), e.multipartBody = void 0, t(e);
		}
	};
}
export { he as C, D, k as E, M as S, A as T, L as _, It as a, I as b, Pt as c, vt as d, gt as f, Ne as g, Me as h, Lt as i, St as l, tt as m, Qt as n, Ft as o, nt as p, zt as r, jt as s, tn as t, xt as u, be as v, fe as w, P as x, F as y };

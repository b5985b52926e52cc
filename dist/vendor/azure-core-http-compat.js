import { a as e, f as t, o as n } from "./azure-core-rest-pipeline.js";
import { n as r } from "./azure-core-client.js";
const i = `DisableKeepAlivePolicy`;
function a() {
	return {
		name: i,
		sendRequest(e, t) {
			return e.disableKeepAlive = !0, t(e);
		}
	};
}
function o(e) {
	return e.getOrderedPolicies().some((e) => e.name === i);
}
const s = Symbol(`Original PipelineRequest`), c = Symbol.for(`@azure/core-client original request`), l = new Set([
	`url`,
	`method`,
	`withCredentials`,
	`timeout`,
	`requestId`,
	`abortSignal`,
	`body`,
	`formData`,
	`onDownloadProgress`,
	`onUploadProgress`,
	`proxySettings`,
	`streamResponseStatusCodes`,
	`agent`,
	`requestOverrides`
]);
function u(t, r = {}) {
	let i = t[s], a = n(t.headers.toJson({ preserveCase: !0 }));
	if (i) return i.headers = a, i;
	{
		let n = e({
			url: t.url,
			method: t.method,
			headers: a,
			withCredentials: t.withCredentials,
			timeout: t.timeout,
			requestId: t.requestId,
			abortSignal: t.abortSignal,
			body: t.body,
			formData: t.formData,
			disableKeepAlive: !!t.keepAlive,
			onDownloadProgress: t.onDownloadProgress,
			onUploadProgress: t.onUploadProgress,
			proxySettings: t.proxySettings,
			streamResponseStatusCodes: t.streamResponseStatusCodes,
			agent: t.agent,
			requestOverrides: t.requestOverrides
		});
		return r.originalRequest && (n[c] = r.originalRequest), n;
	}
}
function d(e, t) {
	let n = t?.originalRequest ?? e, r = {
		url: e.url,
		method: e.method,
		headers: f(e.headers),
		withCredentials: e.withCredentials,
		timeout: e.timeout,
		requestId: e.headers.get(`x-ms-client-request-id`) || e.requestId,
		abortSignal: e.abortSignal,
		body: e.body,
		formData: e.formData,
		keepAlive: !!e.disableKeepAlive,
		onDownloadProgress: e.onDownloadProgress,
		onUploadProgress: e.onUploadProgress,
		proxySettings: e.proxySettings,
		streamResponseStatusCodes: e.streamResponseStatusCodes,
		agent: e.agent,
		requestOverrides: e.requestOverrides,
		clone() {
			throw Error(`Cannot clone a non-proxied WebResourceLike`);
		},
		prepare() {
			throw Error(`WebResourceLike.prepare() is not supported by @azure/core-http-compat`);
		},
		validateRequestProperties() {}
	};
	return t?.createProxy ? new Proxy(r, {
		get(t, i, a) {
			return i === s ? e : i === `clone` ? () => d(u(r, { originalRequest: n }), {
				createProxy: !0,
				originalRequest: n
			}) : Reflect.get(t, i, a);
		},
		set(t, n, r, i) {
			return n === `keepAlive` && (e.disableKeepAlive = !r), typeof n == `string` && l.has(n) && (e[n] = r), Reflect.set(t, n, r, i);
		}
	}) : r;
}
function f(e) {
	return new m(e.toJSON({ preserveCase: !0 }));
}
function p(e) {
	return e.toLowerCase();
}
var m = class e {
	_headersMap;
	constructor(e) {
		if (this._headersMap = {}, e) for (let t in e) this.set(t, e[t]);
	}
	set(e, t) {
		this._headersMap[p(e)] = {
			name: e,
			value: t.toString()
		};
	}
	get(e) {
		let t = this._headersMap[p(e)];
		return t ? t.value : void 0;
	}
	contains(e) {
		return !!this._headersMap[p(e)];
	}
	remove(e) {
		let t = this.contains(e);
		return delete this._headersMap[p(e)], t;
	}
	rawHeaders() {
		return this.toJson({ preserveCase: !0 });
	}
	headersArray() {
		let e = [];
		for (let t in this._headersMap) e.push(this._headersMap[t]);
		return e;
	}
	headerNames() {
		let e = [], t = this.headersArray();
		for (let n = 0; n < t.length; ++n) e.push(t[n].name);
		return e;
	}
	headerValues() {
		let e = [], t = this.headersArray();
		for (let n = 0; n < t.length; ++n) e.push(t[n].value);
		return e;
	}
	toJson(e = {}) {
		let t = {};
		if (e.preserveCase) for (let e in this._headersMap) {
			let n = this._headersMap[e];
			t[n.name] = n.value;
		}
		else for (let e in this._headersMap) {
			let n = this._headersMap[e];
			t[p(n.name)] = n.value;
		}
		return t;
	}
	toString() {
		return JSON.stringify(this.toJson({ preserveCase: !0 }));
	}
	clone() {
		let t = {};
		for (let e in this._headersMap) {
			let n = this._headersMap[e];
			t[n.name] = n.value;
		}
		return new e(t);
	}
};
const h = Symbol(`Original FullOperationResponse`);
function g(e, t) {
	let n = d(e.request), r = f(e.headers);
	return t?.createProxy ? new Proxy(e, {
		get(t, i, a) {
			return i === `headers` ? r : i === `request` ? n : i === h ? e : Reflect.get(t, i, a);
		},
		set(e, t, i, a) {
			return t === `headers` ? r = i : t === `request` && (n = i), Reflect.set(e, t, i, a);
		}
	}) : {
		...e,
		request: n,
		headers: r
	};
}
function _(e) {
	let t = e[h], r = n(e.headers.toJson({ preserveCase: !0 }));
	return t ? (t.headers = r, t) : {
		...e,
		headers: r,
		request: u(e.request)
	};
}
var v = class extends r {
	constructor(e) {
		super(e), e.keepAliveOptions?.enable === !1 && !o(this.pipeline) && this.pipeline.addPolicy(a()), e.redirectOptions?.handleRedirects === !1 && this.pipeline.removePolicy({ name: t });
	}
	async sendOperationRequest(e, t) {
		let n = e?.options?.onResponse, r;
		function i(e, t, i) {
			r = e, n && n(e, t, i);
		}
		e.options = {
			...e.options,
			onResponse: i
		};
		let a = await super.sendOperationRequest(e, t);
		return r && Object.defineProperty(a, "_response", { value: g(r) }), a;
	}
}, y;
(function(e) {
	e[e.ERROR = 1] = `ERROR`, e[e.INFO = 3] = `INFO`, e[e.OFF = 0] = `OFF`, e[e.WARNING = 2] = `WARNING`;
})(y ||= {});
const b = {
	log(e, t) {},
	shouldLog(e) {
		return !1;
	}
};
function x(e) {
	let t = e.slice().reverse();
	return {
		name: `RequestPolicyFactoryPolicy`,
		async sendRequest(e, n) {
			let r = { async sendRequest(e) {
				return g(await n(u(e)), { createProxy: !0 });
			} };
			for (let e of t) r = e.create(r, b);
			let i = d(e, { createProxy: !0 });
			return _(await r.sendRequest(i));
		}
	};
}
function S(e) {
	return { sendRequest: async (t) => _(await e.sendRequest(d(t, { createProxy: !0 }))) };
}
export { x as n, v as r, S as t };

import { t as e } from "../lazy/rolldown-runtime.js";
const t = {
	span: Symbol.for(`@azure/core-tracing span`),
	namespace: Symbol.for(`@azure/core-tracing namespace`)
};
function n(e = {}) {
	let n = new r(e.parentContext);
	return e.span && (n = n.setValue(t.span, e.span)), e.namespace && (n = n.setValue(t.namespace, e.namespace)), n;
}
var r = class e {
	_contextMap;
	constructor(t) {
		this._contextMap = t instanceof e ? new Map(t._contextMap) : new Map();
	}
	setValue(t, n) {
		let r = new e(this);
		return r._contextMap.set(t, n), r;
	}
	getValue(e) {
		return this._contextMap.get(e);
	}
	deleteValue(t) {
		let n = new e(this);
		return n._contextMap.delete(t), n;
	}
};
const i = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.state = void 0, e.state = { instrumenterImplementation: void 0 };
}))().state;
function a() {
	return {
		end: () => {},
		isRecording: () => !1,
		recordException: () => {},
		setAttribute: () => {},
		setStatus: () => {},
		addEvent: () => {}
	};
}
function o() {
	return {
		createRequestHeaders: () => ({}),
		parseTraceparentHeader: () => {},
		startSpan: (e, t) => ({
			span: a(),
			tracingContext: n({ parentContext: t.tracingContext })
		}),
		withContext(e, t, ...n) {
			return t(...n);
		}
	};
}
function s() {
	return i.instrumenterImplementation ||= o(), i.instrumenterImplementation;
}
function c(e) {
	let { namespace: n, packageName: r, packageVersion: i } = e;
	function a(e, a, o) {
		let c = s().startSpan(e, {
			...o,
			packageName: r,
			packageVersion: i,
			tracingContext: a?.tracingOptions?.tracingContext
		}), l = c.tracingContext, u = c.span;
		return l.getValue(t.namespace) || (l = l.setValue(t.namespace, n)), u.setAttribute(`az.namespace`, l.getValue(t.namespace)), {
			span: u,
			updatedOptions: Object.assign({}, a, { tracingOptions: {
				...a?.tracingOptions,
				tracingContext: l
			} })
		};
	}
	async function o(e, t, n, r) {
		let { span: i, updatedOptions: o } = a(e, t, r);
		try {
			let e = await c(o.tracingOptions.tracingContext, () => n(o, i));
			return i.setStatus({ status: `success` }), e;
		} catch (e) {
			throw i.setStatus({
				status: `error`,
				error: e
			}), e;
		} finally {
			i.end();
		}
	}
	function c(e, t, ...n) {
		return s().withContext(e, t, ...n);
	}
	function l(e) {
		return s().parseTraceparentHeader(e);
	}
	function u(e) {
		return s().createRequestHeaders(e);
	}
	return {
		startSpan: a,
		withSpan: o,
		withContext: c,
		parseTraceparentHeader: l,
		createRequestHeaders: u
	};
}
export { c as t };

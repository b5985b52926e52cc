import { S as e, T as t, _ as n, v as r } from "./typespec-ts-http-runtime.js";
import { t as i } from "./azure-abort-controller.js";
function a(e, t) {
	let { cleanupBeforeAbort: n, abortSignal: r, abortErrorMsg: a } = t ?? {};
	return new Promise((t, o) => {
		function s() {
			o(new i(a ?? `The operation was aborted.`));
		}
		function c() {
			r?.removeEventListener(`abort`, l);
		}
		function l() {
			n?.(), c(), s();
		}
		if (r?.aborted) return s();
		try {
			e((e) => {
				c(), t(e);
			}, (e) => {
				c(), o(e);
			});
		} catch (e) {
			o(e);
		}
		r?.addEventListener(`abort`, l);
	});
}
function o(e, t) {
	let n, { abortSignal: r, abortErrorMsg: i } = t ?? {};
	return a((t) => {
		n = setTimeout(t, e);
	}, {
		cleanupBeforeAbort: () => clearTimeout(n),
		abortSignal: r,
		abortErrorMsg: i ?? `The delay was aborted.`
	});
}
function s(t) {
	if (e(t)) return t.message;
	{
		let e;
		try {
			e = typeof t == `object` && t ? JSON.stringify(t) : String(t);
		} catch {
			e = `[unable to stringify input]`;
		}
		return `Unknown error ${e}`;
	}
}
function c(t) {
	return e(t);
}
function l() {
	return t();
}
const u = !0;
function d(e, t) {
	return r(e, t);
}
function f(e, t) {
	return n(e, t);
}
export { d as a, f as i, u as n, s as o, l as r, o as s, c as t };

function e(t, n, r, i) {
	if (typeof r != `function`) throw Error(`method for before hook must be a function`);
	return i ||= {}, Array.isArray(n) ? n.reverse().reduce((n, r) => e.bind(null, t, r, n, i), r)() : Promise.resolve().then(() => t.registry[n] ? t.registry[n].reduce((e, t) => t.hook.bind(null, e, i), r)() : r(i));
}
function t(e, t, n, r) {
	let i = r;
	e.registry[n] || (e.registry[n] = []), t === `before` && (r = (e, t) => Promise.resolve().then(i.bind(null, t)).then(e.bind(null, t))), t === `after` && (r = (e, t) => {
		let n;
		return Promise.resolve().then(e.bind(null, t)).then((e) => (n = e, i(n, t))).then(() => n);
	}), t === `error` && (r = (e, t) => Promise.resolve().then(e.bind(null, t)).catch((e) => i(e, t))), e.registry[n].push({
		hook: r,
		orig: i
	});
}
function n(e, t, n) {
	if (!e.registry[t]) return;
	let r = e.registry[t].map((e) => e.orig).indexOf(n);
	r !== -1 && e.registry[t].splice(r, 1);
}
const r = Function.bind, i = r.bind(r);
function a(e, r, a) {
	let o = i(n, null).apply(null, a ? [r, a] : [r]);
	e.api = { remove: o }, e.remove = o, [
		`before`,
		`error`,
		`after`,
		`wrap`
	].forEach((n) => {
		let o = a ? [
			r,
			n,
			a
		] : [r, n];
		e[n] = e.api[n] = i(t, null).apply(null, o);
	});
}
function o() {
	let t = Symbol(`Singular`), n = { registry: {} }, r = e.bind(null, n, t);
	return a(r, n, t), r;
}
function s() {
	let t = { registry: {} }, n = e.bind(null, t);
	return a(n, t), n;
}
var c = {
	Singular: o,
	Collection: s
};
export { c as t };

import { t as e } from "./balanced-match.js";
const t = `\0SLASH` + Math.random().toFixed(16) + `\0`, n = `\0OPEN` + Math.random().toFixed(16) + `\0`, r = `\0CLOSE` + Math.random().toFixed(16) + `\0`, i = `\0COMMA` + Math.random().toFixed(16) + `\0`, a = `\0PERIOD` + Math.random().toFixed(16) + `\0`, o = new RegExp(t, `g`), s = new RegExp(n, `g`), c = new RegExp(r, `g`), l = new RegExp(i, `g`), u = new RegExp(a, `g`), d = /\\\\/g, f = /\\{/g, p = /\\}/g, m = /\\,/g, h = /\\\./g;
function g(e) {
	return isNaN(e) ? e.charCodeAt(0) : parseInt(e, 10);
}
function _(e) {
	return e.replace(d, t).replace(f, n).replace(p, r).replace(m, i).replace(h, a);
}
function v(e) {
	return e.replace(o, `\\`).replace(s, `{`).replace(c, `}`).replace(l, `,`).replace(u, `.`);
}
function y(e, t) {
	for (let n = 0; n < t.length; n++) e.push(t[n]);
}
function b(t, n, r) {
	if (r.remaining < 0) return;
	let i = e(`{`, `}`, n), a = i !== void 0 && n.indexOf(`{`) < i[0];
	if (r.remaining -= i && !a ? i[1] + 1 : t.length, !(!i || r.remaining < 0)) return {
		end: i[1],
		pre: t.slice(0, i[0]),
		body: t.slice(i[0] + 1, i[1]),
		post: t.slice(i[1] + 1),
		unmatched: a
	};
}
function x(e, t) {
	t.remaining -= e.length;
	let n = [];
	for (let t = 0; t < e.length; t++) {
		let r = e.charCodeAt(t);
		r === 123 ? n.push(t) : r === 125 && n.length && n.pop();
	}
	let r = ``, i = 0;
	for (let t = 0; t < n.length; t++) {
		let a = n[t];
		r += e.slice(i, a) + `\0`, i = a + 1;
	}
	return r + e.slice(i);
}
function S(e, t) {
	if (t.remaining -= e.length, t.remaining < 0) return !1;
	let n = !1;
	for (let t = e.length - 1; t >= 0; t--) {
		let r = e.charCodeAt(t);
		if (r === 125) n = !0;
		else if (r === 10 || r === 13 || r === 8232 || r === 8233) n = !1;
		else if (r === 44 && n && e.charCodeAt(t + 1) !== 44) return !0;
	}
	return !1;
}
function C(e, t) {
	let n = [], r = ``;
	for (;;) {
		let i = b(e, e, t);
		if (t.remaining < 0) return;
		if (!i) {
			let t = e.split(`,`);
			return t[0] = r + t[0], y(n, t), n;
		}
		let { pre: a, body: o, post: s } = i, c = a.split(`,`);
		if (c[0] = r + c[0], c[c.length - 1] += `{` + o + `}`, !s.length) return y(n, c), n;
		r = c.pop(), y(n, c), e = s;
	}
}
function w(e, t) {
	return e === void 0 || isNaN(e) ? t : e;
}
function T(e, t = {}) {
	if (!e) return [];
	let n = w(t.max, 1e5), r = w(t.maxLength, 4e6), i = w(t.maxDepth, 1e3), a = w(t.maxRewrites, 1e3), o = w(t.maxSteps, 2e7);
	return e.slice(0, 2) === `{}` && (e = `\\{\\}` + e.slice(2)), M(_(e), n, r, i, 0, a, { remaining: o }, !0).map(v);
}
function E(e) {
	return `{` + e + `}`;
}
function D(e) {
	return /^-?0\d/.test(e);
}
function O(e, t) {
	return e <= t;
}
function k(e, t) {
	return e >= t;
}
function A(e, t, n, r, i, a, o) {
	let s = [], c = 0, l;
	outer: for (let o = 0; o < e.length; o++) {
		let u = e[o] + t, d = n;
		a && !u && (l ||= n.filter((e) => e), d = l);
		for (let e = 0; e < d.length; e++) {
			if (s.length >= r) break outer;
			let t = u + d[e];
			if (c + t.length > i) break outer;
			s.push(t), c += t.length;
		}
	}
	return o.remaining -= s.length, s;
}
function j(e, t, n, r, i) {
	let a = e.split(/\.\./), o = [];
	if (a[0] === void 0 || a[1] === void 0) return o;
	let s = g(a[0]), c = g(a[1]), l = Math.max(a[0].length, a[1].length), u = a.length === 3 && a[2] !== void 0 ? Math.max(Math.abs(g(a[2])), 1) : 1, d = O;
	c < s && (u *= -1, d = k);
	let f = a.some(D), p = f ? l : 1, m = 0;
	for (let e = s; d(e, c) && o.length < n; e += u) {
		if (i.remaining -= p, i.remaining < 0) return;
		let n;
		if (t) n = String.fromCharCode(e), n === `\\` && (n = ``);
		else if (n = String(e), f) {
			let t = l - n.length;
			if (t > 0) {
				let r = Array(t + 1).join(`0`);
				n = e < 0 ? `-` + r + n.slice(1) : r + n;
			}
		}
		if (m + n.length > r) break;
		o.push(n), m += n.length;
	}
	return o;
}
function M(e, t, n, i, a, o, s, c) {
	if (s.remaining -= 16, a > i) return [e];
	let l = [``], u = 0, d = !1, f = !0, p = e;
	for (;;) {
		let m = b(e, p, s);
		if (!m) return A(l, e, [``], t, n, d, s);
		m.unmatched && (p = x(p, s));
		let h = m.pre, g = () => A(l, h + `{` + m.body + `}` + m.post, [``], t, n, d, s);
		if (/\$$/.test(h)) {
			if (l = A(l, h + `{` + m.body + `}`, [``], t, n, d && !m.post.length, s), f = !1, !m.post.length) break;
			e = m.post, p = p.slice(m.end + 1);
			continue;
		}
		let _ = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body), v = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body), y = _ || v, w = m.body.indexOf(`,`) >= 0;
		if (!y && !w) {
			if (u < o && S(m.post, s)) {
				u++, e = m.pre + `{` + m.body + r + m.post, p = p.slice(0, m.end) + r + p.slice(m.end + 1), c = !0;
				continue;
			}
			return g();
		}
		f &&= (d = c && !y, !1);
		let T;
		if (y) {
			if (T = j(m.body, v, t, n, s), !T) return g();
		} else {
			let r = C(m.body, s);
			if (!r) return g();
			if (r.length === 1 && r[0] !== void 0) {
				if (r = M(r[0], t, n, i, a + 1, o, s, !1).map(E), s.remaining < 0) return g();
				if (r.length === 1) {
					let i = A(l, h + r[0], [``], t, n, d && !m.post.length, s);
					if (s.remaining < 0) return g();
					if (l = i, !m.post.length) break;
					e = m.post, p = p.slice(m.end + 1);
					continue;
				}
			}
			let c = d && !m.post.length && !h;
			for (let e = 0; c && e < l.length; e++) l[e] && (c = !1);
			T = [];
			let u = 0;
			outer: for (let e = 0; e < r.length; e++) {
				let l = M(r[e], t, n, i, a + 1, o, s, !1);
				if (s.remaining < 0) return g();
				for (let e = 0; e < l.length; e++) {
					let r = l[e];
					if (!c || r) {
						if (T.length >= t || u + r.length > n) break outer;
						T.push(r), u += r.length;
					}
				}
			}
		}
		let D = A(l, h, T, t, n, d && !m.post.length, s);
		if (s.remaining < 0) return g();
		if (l = D, !m.post.length) break;
		e = m.post, p = p.slice(m.end + 1);
	}
	return l;
}
export { T as t };

import { t as e } from "./anynum.js";
const t = /^[-+]?0x[a-fA-F0-9]+$/, n = /^0b[01]+$/, r = /^0o[0-7]+$/, i = /^([\-\+])?(0*)([0-9]*(\.[0-9]*)?)$/, a = {
	hex: !0,
	binary: !1,
	octal: !1,
	leadingZeros: !0,
	decimalPoint: `.`,
	eNotation: !0,
	infinity: `original`,
	unicode: !1
};
function o(o, s = {}) {
	if (s = Object.assign({}, a, s), !o || typeof o != `string`) return o;
	let f = o.trim();
	if (f.length === 0 || s.skipLike !== void 0 && s.skipLike.test(f)) return o;
	if (f === `0` || s.unicode && (f = e(f), f === `0`)) return 0;
	if (s.hex && t.test(f)) return u(f, 16);
	if (s.binary && n.test(f)) return u(f, 2);
	if (s.octal && r.test(f)) return u(f, 8);
	if (!isFinite(f)) {
		let e = Number(f);
		return Number.isNaN(e) ? o : d(o, e, s);
	}
	if (f.includes(`e`) || f.includes(`E`)) return c(o, f, s);
	{
		let e = i.exec(f);
		if (e) {
			let t = e[1] || ``, n = e[2], r = l(e[3]), i = t ? f[n.length + 1] === `.` : f[n.length] === `.`;
			if (!s.leadingZeros && (n.length > 1 || n.length === 1 && !i)) return o;
			{
				let e = Number(f), i = String(e);
				if (e === 0) return e;
				if (i.search(/[eE]/) !== -1) return s.eNotation ? e : o;
				if (f.indexOf(`.`) !== -1) return i === `0` || i === r || i === `${t}${r}` ? e : o;
				let a = n ? r : f;
				return n ? a === i || t + a === i ? e : o : a === i || a === t + i ? e : o;
			}
		}
		return o;
	}
}
const s = /^([-+])?(0*)(\d*(\.\d*)?[eE][-\+]?\d+)$/;
function c(e, t, n) {
	if (!n.eNotation) return e;
	let r = t.match(s);
	if (r) {
		let i = r[1] || ``, a = r[3].indexOf(`e`) === -1 ? `E` : `e`, o = r[2], s = i ? t[o.length + 1] === a : t[o.length] === a;
		return o.length > 1 && s ? e : o.length === 1 && (r[3].startsWith(`.${a}`) || r[3][0] === a) ? Number(t) : o.length > 0 ? n.leadingZeros && !s ? Number(t) : e : Number(t);
	}
	return e;
}
function l(e) {
	if (e && e.indexOf(`.`) !== -1) {
		let t = e.length;
		for (; t > 0 && e.charCodeAt(t - 1) === 48;) t--;
		return e = e.slice(0, t), e === `.` ? e = `0` : e[0] === `.` ? e = `0` + e : e[e.length - 1] === `.` && (e = e.substring(0, e.length - 1)), e;
	}
	return e;
}
function u(e, t) {
	let n = e.trim();
	if ((t === 2 || t === 8) && (e = n.substring(2)), parseInt) return parseInt(e, t);
	if (Number.parseInt) return Number.parseInt(e, t);
	if (window && window.parseInt) return window.parseInt(e, t);
	throw Error(`parseInt, Number.parseInt, window.parseInt are not supported`);
}
function d(e, t, n) {
	let r = t === 1 / 0;
	switch (n.infinity.toLowerCase()) {
		case `null`: return null;
		case `infinity`: return t;
		case `string`: return r ? `Infinity` : `-Infinity`;
		default: return e;
	}
}
export { o as t };

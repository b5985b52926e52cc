import { t as e } from "./brace-expansion.js";
const t = (e) => {
	if (typeof e != `string`) throw TypeError(`invalid pattern`);
	if (e.length > 65536) throw TypeError(`pattern is too long`);
}, n = {
	"[:alnum:]": [`\\p{L}\\p{Nl}\\p{Nd}`, !0],
	"[:alpha:]": [`\\p{L}\\p{Nl}`, !0],
	"[:ascii:]": [`\\x00-\\x7f`, !1],
	"[:blank:]": [`\\p{Zs}\\t`, !0],
	"[:cntrl:]": [`\\p{Cc}`, !0],
	"[:digit:]": [`\\p{Nd}`, !0],
	"[:graph:]": [
		`\\p{Z}\\p{C}`,
		!0,
		!0
	],
	"[:lower:]": [`\\p{Ll}`, !0],
	"[:print:]": [`\\p{C}`, !0],
	"[:punct:]": [`\\p{P}`, !0],
	"[:space:]": [`\\p{Z}\\t\\r\\n\\v\\f`, !0],
	"[:upper:]": [`\\p{Lu}`, !0],
	"[:word:]": [`\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}`, !0],
	"[:xdigit:]": [`A-Fa-f0-9`, !1]
}, r = (e) => e.replace(/[[\]\\-]/g, `\\$&`), i = (e) => e.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, `\\$&`), a = (e) => e.join(``), o = (e, t) => {
	let o = t;
	if (e.charAt(o) !== `[`) throw Error(`not in a brace expression`);
	let s = [], c = [], l = o + 1, u = !1, d = !1, f = !1, p = !1, m = o, h = ``;
	WHILE: for (; l < e.length;) {
		let t = e.charAt(l);
		if ((t === `!` || t === `^`) && l === o + 1) p = !0, l++;
		else {
			if (t === `]` && u && !f) {
				m = l + 1;
				break;
			}
			if (u = !0, t === `\\` && !f) f = !0, l++;
			else {
				if (t === `[` && !f) {
					for (let [t, [r, i, a]] of Object.entries(n)) if (e.startsWith(t, l)) {
						if (h) return [
							`$.`,
							!1,
							e.length - o,
							!0
						];
						l += t.length, a ? c.push(r) : s.push(r), d ||= i;
						continue WHILE;
					}
				}
				f = !1, h ? (t > h ? s.push(r(h) + `-` + r(t)) : t === h && s.push(r(t)), h = ``, l++) : e.startsWith(`-]`, l + 1) ? (s.push(r(t + `-`)), l += 2) : e.startsWith(`-`, l + 1) ? (h = t, l += 2) : (s.push(r(t)), l++);
			}
		}
	}
	if (m < l) return [
		``,
		!1,
		0,
		!1
	];
	if (!s.length && !c.length) return [
		`$.`,
		!1,
		e.length - o,
		!0
	];
	if (c.length === 0 && s.length === 1 && /^\\?.$/.test(s[0]) && !p) {
		let e = s[0].length === 2 ? s[0].slice(-1) : s[0];
		return [
			i(e),
			!1,
			m - o,
			!1
		];
	}
	let g = `[` + (p ? `^` : ``) + a(s) + `]`, _ = `[` + (p ? `` : `^`) + a(c) + `]`;
	return [
		s.length && c.length ? `(` + g + `|` + _ + `)` : s.length ? g : _,
		d,
		m - o,
		!0
	];
}, s = (e, { windowsPathsNoEscape: t = !1, magicalBraces: n = !0 } = {}) => n ? t ? e.replace(/\[([^/\\])\]/g, `$1`) : e.replace(/((?!\\).|^)\[([^/\\])\]/g, `$1$2`).replace(/\\([^/])/g, `$1`) : t ? e.replace(/\[([^/\\{}])\]/g, `$1`) : e.replace(/((?!\\).|^)\[([^/\\{}])\]/g, `$1$2`).replace(/\\([^/{}])/g, `$1`);
var c;
const l = new Set([
	`!`,
	`?`,
	`+`,
	`*`,
	`@`
]), u = (e) => l.has(e), d = (e) => u(e.type), f = new Map([
	[`!`, [`@`]],
	[`?`, [`?`, `@`]],
	[`@`, [`@`]],
	[`*`, [
		`*`,
		`+`,
		`?`,
		`@`
	]],
	[`+`, [`+`, `@`]]
]), p = new Map([
	[`!`, [`?`]],
	[`@`, [`?`]],
	[`+`, [`?`, `*`]]
]), m = new Map([
	[`!`, [`?`, `@`]],
	[`?`, [`?`, `@`]],
	[`@`, [`?`, `@`]],
	[`*`, [
		`*`,
		`+`,
		`?`,
		`@`
	]],
	[`+`, [
		`+`,
		`@`,
		`?`,
		`*`
	]]
]), h = new Map([
	[`!`, new Map([[`!`, `@`]])],
	[`?`, new Map([[`*`, `*`], [`+`, `*`]])],
	[`@`, new Map([
		[`!`, `!`],
		[`?`, `?`],
		[`@`, `@`],
		[`*`, `*`],
		[`+`, `+`]
	])],
	[`+`, new Map([[`?`, `*`], [`*`, `*`]])]
]), g = `(?!\\.)`, _ = new Set([`[`, `.`]), v = new Set([`..`, `.`]), y = new Set(`().*{}+?[]^$\\!`), b = (e) => e.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, `\\$&`), x = `[^/]+?`;
let S = 0;
var C = class {
	type;
	#e;
	#t;
	#n = !1;
	#r = [];
	#i;
	#a;
	#o;
	#s = !1;
	#c;
	#l;
	#u = !1;
	id = ++S;
	get depth() {
		return (this.#i?.depth ?? -1) + 1;
	}
	[Symbol.for(`nodejs.util.inspect.custom`)]() {
		return {
			"@@type": `AST`,
			id: this.id,
			type: this.type,
			root: this.#e.id,
			parent: this.#i?.id,
			depth: this.depth,
			partsLength: this.#r.length,
			parts: this.#r
		};
	}
	constructor(e, t, n = {}) {
		this.type = e, e && (this.#t = !0), this.#i = t, this.#e = this.#i ? this.#i.#e : this, this.#c = this.#e === this ? n : this.#e.#c, this.#o = this.#e === this ? [] : this.#e.#o, e === `!` && !this.#e.#s && this.#o.push(this), this.#a = this.#i ? this.#i.#r.length : 0;
	}
	get hasMagic() {
		if (this.#t !== void 0) return this.#t;
		for (let e of this.#r) if (typeof e != `string` && (e.type || e.hasMagic)) return this.#t = !0;
		return this.#t;
	}
	toString() {
		return this.#l === void 0 ? this.#l = this.type ? this.type + `(` + this.#r.map((e) => String(e)).join(`|`) + `)` : this.#r.map((e) => String(e)).join(``) : this.#l;
	}
	#d() {
		if (this !== this.#e) throw Error(`should only call on root`);
		if (this.#s) return this;
		this.toString(), this.#s = !0;
		let e;
		for (; e = this.#o.pop();) {
			if (e.type !== `!`) continue;
			let t = e, n = t.#i;
			for (; n;) {
				for (let r = t.#a + 1; !n.type && r < n.#r.length; r++) for (let t of e.#r) {
					if (typeof t == `string`) throw Error(`string part in extglob AST??`);
					t.copyIn(n.#r[r]);
				}
				t = n, n = t.#i;
			}
		}
		return this;
	}
	push(...e) {
		for (let t of e) if (t !== ``) {
			if (typeof t != `string` && !(t instanceof c && t.#i === this)) throw Error(`invalid part: ` + t);
			this.#r.push(t);
		}
	}
	toJSON() {
		let e = this.type === null ? this.#r.slice().map((e) => typeof e == `string` ? e : e.toJSON()) : [this.type, ...this.#r.map((e) => e.toJSON())];
		return this.isStart() && !this.type && e.unshift([]), this.isEnd() && (this === this.#e || this.#e.#s && this.#i?.type === `!`) && e.push({}), e;
	}
	isStart() {
		if (this.#e === this) return !0;
		if (!this.#i?.isStart()) return !1;
		if (this.#a === 0) return !0;
		let e = this.#i;
		for (let t = 0; t < this.#a; t++) {
			let n = e.#r[t];
			if (!(n instanceof c && n.type === `!`)) return !1;
		}
		return !0;
	}
	isEnd() {
		if (this.#e === this || this.#i?.type === `!`) return !0;
		if (!this.#i?.isEnd()) return !1;
		if (!this.type) return this.#i?.isEnd();
		let e = this.#i ? this.#i.#r.length : 0;
		return this.#a === e - 1;
	}
	copyIn(e) {
		typeof e == `string` ? this.push(e) : this.push(e.clone(this));
	}
	clone(e) {
		let t = new c(this.type, e);
		for (let e of this.#r) t.copyIn(e);
		return t;
	}
	static #f(e, t, n, r, i) {
		let a = r.maxExtglobRecursion ?? 2, o = !1, s = !1, l = -1, d = !1;
		if (t.type === null) {
			let f = n, p = ``;
			for (; f < e.length;) {
				let n = e.charAt(f++);
				if (o || n === `\\`) o = !o, p += n;
				else if (s) f === l + 1 ? (n === `^` || n === `!`) && (d = !0) : n === `]` && !(f === l + 2 && d) && (s = !1), p += n;
				else if (n === `[`) s = !0, l = f, d = !1, p += n;
				else if (!r.noext && u(n) && e.charAt(f) === `(` && i <= a) {
					t.push(p), p = ``;
					let a = new c(n, t);
					f = c.#f(e, a, f, r, i + 1), t.push(a);
				} else p += n;
			}
			return t.push(p), f;
		}
		let f = n + 1, p = new c(null, t), m = [], h = ``;
		for (; f < e.length;) {
			let n = e.charAt(f++);
			if (o || n === `\\`) o = !o, h += n;
			else if (s) f === l + 1 ? (n === `^` || n === `!`) && (d = !0) : n === `]` && !(f === l + 2 && d) && (s = !1), h += n;
			else if (n === `[`) s = !0, l = f, d = !1, h += n;
			else if (!r.noext && u(n) && e.charAt(f) === `(` && (i <= a || t && t.#h(n))) {
				let a = t && t.#h(n) ? 0 : 1;
				p.push(h), h = ``;
				let o = new c(n, p);
				p.push(o), f = c.#f(e, o, f, r, i + a);
			} else if (n === `|`) p.push(h), h = ``, m.push(p), p = new c(null, t);
			else {
				if (n === `)`) return h === `` && t.#r.length === 0 && (t.#u = !0), p.push(h), h = ``, t.push(...m, p), f;
				h += n;
			}
		}
		return t.type = null, t.#t = void 0, t.#r = [e.substring(n - 1)], f;
	}
	#p(e) {
		return this.#m(e, p);
	}
	#m(e, t = f) {
		if (!e || typeof e != `object` || e.type !== null || e.#r.length !== 1 || this.type === null) return !1;
		let n = e.#r[0];
		return !n || typeof n != `object` || n.type === null ? !1 : this.#h(n.type, t);
	}
	#h(e, t = m) {
		return !!t.get(this.type)?.includes(e);
	}
	#g(e, t) {
		let n = e.#r[0], r = new c(null, n, this.options);
		r.#r.push(``), n.push(r), this.#_(e, t);
	}
	#_(e, t) {
		let n = e.#r[0];
		this.#r.splice(t, 1, ...n.#r);
		for (let e of n.#r) typeof e == `object` && (e.#i = this);
		this.#l = void 0;
	}
	#v(e) {
		return !!h.get(this.type)?.has(e);
	}
	#y(e) {
		if (!e || typeof e != `object` || e.type !== null || e.#r.length !== 1 || this.type === null || this.#r.length !== 1) return !1;
		let t = e.#r[0];
		return !t || typeof t != `object` || t.type === null ? !1 : this.#v(t.type);
	}
	#b(e) {
		let t = h.get(this.type), n = e.#r[0], r = t?.get(n.type);
		if (!r) return !1;
		this.#r = n.#r;
		for (let e of this.#r) typeof e == `object` && (e.#i = this);
		this.type = r, this.#l = void 0, this.#u = !1;
	}
	static fromGlob(e, t = {}) {
		let n = new c(null, void 0, t);
		return c.#f(e, n, 0, t, 0), n;
	}
	toMMPattern() {
		if (this !== this.#e) return this.#e.toMMPattern();
		let e = this.toString(), [t, n, r, i] = this.toRegExpSource();
		if (!(r || this.#t || this.#c.nocase && !this.#c.nocaseMagicOnly && e.toUpperCase() !== e.toLowerCase())) return n;
		let a = (this.#c.nocase ? `i` : ``) + (i ? `u` : ``);
		return Object.assign(RegExp(`^${t}$`, a), {
			_src: t,
			_glob: e
		});
	}
	get options() {
		return this.#c;
	}
	toRegExpSource(e) {
		let t = e ?? !!this.#c.dot;
		if (this.#e === this && (this.#x(), this.#d()), !d(this)) {
			let n = this.isStart() && this.isEnd() && !this.#r.some((e) => typeof e != `string`), r = this.#r.map((t) => {
				let [r, i, a, o] = typeof t == `string` ? c.#C(t, this.#t, n) : t.toRegExpSource(e);
				return this.#t = this.#t || a, this.#n = this.#n || o, r;
			}).join(``), i = ``;
			if (this.isStart() && typeof this.#r[0] == `string` && !(this.#r.length === 1 && v.has(this.#r[0]))) {
				let n = _, a = t && n.has(r.charAt(0)) || r.startsWith(`\\.`) && n.has(r.charAt(2)) || r.startsWith(`\\.\\.`) && n.has(r.charAt(4)), o = !t && !e && n.has(r.charAt(0));
				i = a ? `(?!(?:^|/)\\.\\.?(?:$|/))` : o ? g : ``;
			}
			let a = ``;
			return this.isEnd() && this.#e.#s && this.#i?.type === `!` && (a = `(?:$|\\/)`), [
				i + r + a,
				s(r),
				this.#t = !!this.#t,
				this.#n
			];
		}
		let n = this.type === `*` || this.type === `+`, r = this.type === `!` ? `(?:(?!(?:` : `(?:`, i = this.#S(t);
		if (this.isStart() && this.isEnd() && !i && this.type !== `!`) {
			let e = this.toString(), t = this;
			return t.#r = [e], t.type = null, t.#t = void 0, [
				e,
				s(this.toString()),
				!1,
				!1
			];
		}
		let a = !n || e || t ? `` : this.#S(!0);
		a === i && (a = ``), a && (i = `(?:${i})(?:${a})*?`);
		let o = ``;
		if (this.type === `!` && this.#u) o = (this.isStart() && !t ? g : ``) + x;
		else {
			let n = this.type === `!` ? `))` + (this.isStart() && !t && !e ? g : ``) + `[^/]*?)` : this.type === `@` ? `)` : this.type === `?` ? `)?` : this.type === `+` && a ? `)` : this.type === `*` && a ? `)?` : `)${this.type}`;
			o = r + i + n;
		}
		return [
			o,
			s(i),
			this.#t = !!this.#t,
			this.#n
		];
	}
	#x() {
		if (d(this)) {
			let e = 0, t = !1;
			do {
				t = !0;
				for (let e = 0; e < this.#r.length; e++) {
					let n = this.#r[e];
					typeof n == `object` && (n.#x(), this.#m(n) ? (t = !1, this.#_(n, e)) : this.#p(n) ? (t = !1, this.#g(n, e)) : this.#y(n) && (t = !1, this.#b(n)));
				}
			} while (!t && ++e < 10);
		} else for (let e of this.#r) typeof e == `object` && e.#x();
		this.#l = void 0;
	}
	#S(e) {
		return this.#r.map((t) => {
			if (typeof t == `string`) throw Error(`string type in extglob ast??`);
			let [n, r, i, a] = t.toRegExpSource(e);
			return this.#n = this.#n || a, n;
		}).filter((e) => !(this.isStart() && this.isEnd()) || !!e).join(`|`);
	}
	static #C(e, t, n = !1) {
		let r = !1, i = ``, a = !1, c = !1;
		for (let s = 0; s < e.length; s++) {
			let l = e.charAt(s);
			if (r) r = !1, i += (y.has(l) ? `\\` : ``) + l;
			else if (l === `*`) {
				if (c) continue;
				c = !0, i += n && /^[*]+$/.test(e) ? x : `[^/]*?`, t = !0;
			} else if (c = !1, l === `\\`) s === e.length - 1 ? i += `\\\\` : r = !0;
			else {
				if (l === `[`) {
					let [n, r, c, l] = o(e, s);
					if (c) {
						i += n, a ||= r, s += c - 1, t ||= l;
						continue;
					}
				}
				l === `?` ? (i += `[^/]`, t = !0) : i += b(l);
			}
		}
		return [
			i,
			s(e),
			!!t,
			a
		];
	}
};
c = C;
const w = (e, { windowsPathsNoEscape: t = !1, magicalBraces: n = !1 } = {}) => n ? t ? e.replace(/[?*()[\]{}]/g, `[$&]`) : e.replace(/[?*()[\]\\{}]/g, `\\$&`) : t ? e.replace(/[?*()[\]]/g, `[$&]`) : e.replace(/[?*()[\]\\]/g, `\\$&`), T = (e, n, r = {}) => (t(n), !r.nocomment && n.charAt(0) === `#` ? !1 : new $(n, r).match(e)), E = /^\*+([^+@!?*[(]*)$/, D = (e) => (t) => !t.startsWith(`.`) && t.endsWith(e), O = (e) => (t) => t.endsWith(e), k = (e) => (e = e.toLowerCase(), (t) => !t.startsWith(`.`) && t.toLowerCase().endsWith(e)), A = (e) => (e = e.toLowerCase(), (t) => t.toLowerCase().endsWith(e)), j = /^\*+\.\*+$/, M = (e) => !e.startsWith(`.`) && e.includes(`.`), N = (e) => e !== `.` && e !== `..` && e.includes(`.`), P = /^\.\*+$/, F = (e) => e !== `.` && e !== `..` && e.startsWith(`.`), I = /^\*+$/, L = (e) => e.length !== 0 && !e.startsWith(`.`), R = (e) => e.length !== 0 && e !== `.` && e !== `..`, z = /^\?+([^+@!?*[(]*)?$/, B = ([e, t = ``]) => {
	let n = W([e]);
	return t ? (t = t.toLowerCase(), (e) => n(e) && e.toLowerCase().endsWith(t)) : n;
}, V = ([e, t = ``]) => {
	let n = G([e]);
	return t ? (t = t.toLowerCase(), (e) => n(e) && e.toLowerCase().endsWith(t)) : n;
}, H = ([e, t = ``]) => {
	let n = G([e]);
	return t ? (e) => n(e) && e.endsWith(t) : n;
}, U = ([e, t = ``]) => {
	let n = W([e]);
	return t ? (e) => n(e) && e.endsWith(t) : n;
}, W = ([e]) => {
	let t = e.length;
	return (e) => e.length === t && !e.startsWith(`.`);
}, G = ([e]) => {
	let t = e.length;
	return (e) => e.length === t && e !== `.` && e !== `..`;
}, K = typeof process == `object` && process ? typeof process.env == `object` && process.env && process.env.__MINIMATCH_TESTING_PLATFORM__ || process.platform : `posix`, q = {
	win32: { sep: `\\` },
	posix: { sep: `/` }
};
T.sep = K === `win32` ? q.win32.sep : q.posix.sep;
const J = Symbol(`globstar **`);
T.GLOBSTAR = J, T.filter = (e, t = {}) => (n) => T(n, e, t);
const Y = (e, t = {}) => Object.assign({}, e, t);
T.defaults = (e) => {
	if (!e || typeof e != `object` || !Object.keys(e).length) return T;
	let t = T;
	return Object.assign((n, r, i = {}) => t(n, r, Y(e, i)), {
		Minimatch: class extends t.Minimatch {
			constructor(t, n = {}) {
				super(t, Y(e, n));
			}
			static defaults(n) {
				return t.defaults(Y(e, n)).Minimatch;
			}
		},
		AST: class extends t.AST {
			constructor(t, n, r = {}) {
				super(t, n, Y(e, r));
			}
			static fromGlob(n, r = {}) {
				return t.AST.fromGlob(n, Y(e, r));
			}
		},
		unescape: (n, r = {}) => t.unescape(n, Y(e, r)),
		escape: (n, r = {}) => t.escape(n, Y(e, r)),
		filter: (n, r = {}) => t.filter(n, Y(e, r)),
		defaults: (n) => t.defaults(Y(e, n)),
		makeRe: (n, r = {}) => t.makeRe(n, Y(e, r)),
		braceExpand: (n, r = {}) => t.braceExpand(n, Y(e, r)),
		match: (n, r, i = {}) => t.match(n, r, Y(e, i)),
		sep: t.sep,
		GLOBSTAR: J
	});
};
const X = (n, r = {}) => (t(n), r.nobrace || !/\{(?:(?!\{).)*\}/.test(n) ? [n] : e(n, { max: r.braceExpandMax }));
T.braceExpand = X, T.makeRe = (e, t = {}) => new $(e, t).makeRe(), T.match = (e, t, n = {}) => {
	let r = new $(t, n);
	return e = e.filter((e) => r.match(e)), r.options.nonull && !e.length && e.push(t), e;
};
const Z = /[?*]|[+@!]\(.*?\)|\[|\]/, Q = (e) => e.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, `\\$&`);
var $ = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	regexp;
	constructor(e, n = {}) {
		t(e), n ||= {}, this.options = n, this.maxGlobstarRecursion = n.maxGlobstarRecursion ?? 200, this.pattern = e, this.platform = n.platform || K, this.isWindows = this.platform === `win32`, this.windowsPathsNoEscape = !!n.windowsPathsNoEscape || n.allowWindowsEscape === !1, this.windowsPathsNoEscape && (this.pattern = this.pattern.replace(/\\/g, `/`)), this.preserveMultipleSlashes = !!n.preserveMultipleSlashes, this.regexp = null, this.negate = !1, this.nonegate = !!n.nonegate, this.comment = !1, this.empty = !1, this.partial = !!n.partial, this.nocase = !!this.options.nocase, this.windowsNoMagicRoot = n.windowsNoMagicRoot === void 0 ? !!(this.isWindows && this.nocase) : n.windowsNoMagicRoot, this.globSet = [], this.globParts = [], this.set = [], this.make();
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return !0;
		for (let e of this.set) for (let t of e) if (typeof t != `string`) return !0;
		return !1;
	}
	debug(...e) {}
	make() {
		let e = this.pattern, t = this.options;
		if (!t.nocomment && e.charAt(0) === `#`) {
			this.comment = !0;
			return;
		}
		if (!e) {
			this.empty = !0;
			return;
		}
		this.parseNegate(), this.globSet = [...new Set(this.braceExpand())], t.debug && (this.debug = (...e) => console.error(...e)), this.debug(this.pattern, this.globSet);
		let n = this.globSet.map((e) => this.slashSplit(e));
		this.globParts = this.preprocess(n), this.debug(this.pattern, this.globParts);
		let r = this.globParts.map((e, t, n) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				let t = e[0] === `` && e[1] === `` && (e[2] === `?` || !Z.test(e[2])) && !Z.test(e[3]), n = /^[a-z]:/i.test(e[0]);
				if (t) return [...e.slice(0, 4), ...e.slice(4).map((e) => this.parse(e))];
				if (n) return [e[0], ...e.slice(1).map((e) => this.parse(e))];
			}
			return e.map((e) => this.parse(e));
		});
		if (this.debug(this.pattern, r), this.set = r.filter((e) => e.indexOf(!1) === -1), this.isWindows) for (let e = 0; e < this.set.length; e++) {
			let t = this.set[e];
			t[0] === `` && t[1] === `` && this.globParts[e][2] === `?` && typeof t[3] == `string` && /^[a-z]:$/i.test(t[3]) && (t[2] = `?`);
		}
		this.debug(this.pattern, this.set);
	}
	preprocess(e) {
		if (this.options.noglobstar) for (let t of e) for (let e = 0; e < t.length; e++) t[e] === `**` && (t[e] = `*`);
		let { optimizationLevel: t = 1 } = this.options;
		return t >= 2 ? (e = this.firstPhasePreProcess(e), e = this.secondPhasePreProcess(e)) : e = t >= 1 ? this.levelOneOptimize(e) : this.adjascentGlobstarOptimize(e), e;
	}
	adjascentGlobstarOptimize(e) {
		return e.map((e) => {
			let t = -1;
			for (; (t = e.indexOf(`**`, t + 1)) !== -1;) {
				let n = t;
				for (; e[n + 1] === `**`;) n++;
				n !== t && e.splice(t, n - t);
			}
			return e;
		});
	}
	levelOneOptimize(e) {
		return e.map((e) => (e = e.reduce((e, t) => {
			let n = e[e.length - 1];
			return t === `**` && n === `**` ? e : t === `..` && n && n !== `..` && n !== `.` && n !== `**` ? (e.pop(), e) : (e.push(t), e);
		}, []), e.length === 0 ? [``] : e));
	}
	levelTwoFileOptimize(e) {
		Array.isArray(e) || (e = this.slashSplit(e));
		let t = !1;
		do {
			if (t = !1, !this.preserveMultipleSlashes) {
				for (let n = 1; n < e.length - 1; n++) {
					let r = e[n];
					n === 1 && r === `` && e[0] === `` || r !== `.` && r !== `` || (t = !0, e.splice(n, 1), n--);
				}
				e[0] === `.` && e.length === 2 && (e[1] === `.` || e[1] === ``) && (t = !0, e.pop());
			}
			let n = 0;
			for (; (n = e.indexOf(`..`, n + 1)) !== -1;) {
				let r = e[n - 1];
				r && r !== `.` && r !== `..` && r !== `**` && !(this.isWindows && /^[a-z]:$/i.test(r)) && (t = !0, e.splice(n - 1, 2), n -= 2);
			}
		} while (t);
		return e.length === 0 ? [``] : e;
	}
	firstPhasePreProcess(e) {
		let t = !1;
		do {
			t = !1;
			for (let n of e) {
				let r = -1;
				for (; (r = n.indexOf(`**`, r + 1)) !== -1;) {
					let i = r;
					for (; n[i + 1] === `**`;) i++;
					i > r && n.splice(r + 1, i - r);
					let a = n[r + 1], o = n[r + 2], s = n[r + 3];
					if (a !== `..` || !o || o === `.` || o === `..` || !s || s === `.` || s === `..`) continue;
					t = !0, n.splice(r, 1);
					let c = n.slice(0);
					c[r] = `**`, e.push(c), r--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let e = 1; e < n.length - 1; e++) {
						let r = n[e];
						e === 1 && r === `` && n[0] === `` || r !== `.` && r !== `` || (t = !0, n.splice(e, 1), e--);
					}
					n[0] === `.` && n.length === 2 && (n[1] === `.` || n[1] === ``) && (t = !0, n.pop());
				}
				let i = 0;
				for (; (i = n.indexOf(`..`, i + 1)) !== -1;) {
					let e = n[i - 1];
					if (e && e !== `.` && e !== `..` && e !== `**`) {
						t = !0;
						let e = i === 1 && n[i + 1] === `**` ? [`.`] : [];
						n.splice(i - 1, 2, ...e), n.length === 0 && n.push(``), i -= 2;
					}
				}
			}
		} while (t);
		return e;
	}
	secondPhasePreProcess(e) {
		for (let t = 0; t < e.length - 1; t++) for (let n = t + 1; n < e.length; n++) {
			let r = this.partsMatch(e[t], e[n], !this.preserveMultipleSlashes);
			if (r) {
				e[t] = [], e[n] = r;
				break;
			}
		}
		return e.filter((e) => e.length);
	}
	partsMatch(e, t, n = !1) {
		let r = 0, i = 0, a = [], o = ``;
		for (; r < e.length && i < t.length;) if (e[r] === t[i]) a.push(o === `b` ? t[i] : e[r]), r++, i++;
		else if (n && e[r] === `**` && t[i] === e[r + 1]) a.push(e[r]), r++;
		else if (n && t[i] === `**` && e[r] === t[i + 1]) a.push(t[i]), i++;
		else if (e[r] === `*` && t[i] && (this.options.dot || !t[i].startsWith(`.`)) && t[i] !== `**`) {
			if (o === `b`) return !1;
			o = `a`, a.push(e[r]), r++, i++;
		} else if (t[i] === `*` && e[r] && (this.options.dot || !e[r].startsWith(`.`)) && e[r] !== `**`) {
			if (o === `a`) return !1;
			o = `b`, a.push(t[i]), r++, i++;
		} else return !1;
		return e.length === t.length && a;
	}
	parseNegate() {
		if (this.nonegate) return;
		let e = this.pattern, t = !1, n = 0;
		for (let r = 0; r < e.length && e.charAt(r) === `!`; r++) t = !t, n++;
		n && (this.pattern = e.slice(n)), this.negate = t;
	}
	matchOne(e, t, n = !1) {
		let r = 0, i = 0;
		if (this.isWindows) {
			let n = typeof e[0] == `string` && /^[a-z]:$/i.test(e[0]), a = !n && e[0] === `` && e[1] === `` && e[2] === `?` && /^[a-z]:$/i.test(e[3]), o = typeof t[0] == `string` && /^[a-z]:$/i.test(t[0]), s = !o && t[0] === `` && t[1] === `` && t[2] === `?` && typeof t[3] == `string` && /^[a-z]:$/i.test(t[3]), c = a ? 3 : n ? 0 : void 0, l = s ? 3 : o ? 0 : void 0;
			if (typeof c == `number` && typeof l == `number`) {
				let [n, a] = [e[c], t[l]];
				n.toLowerCase() === a.toLowerCase() && (t[l] = n, i = l, r = c);
			}
		}
		let { optimizationLevel: a = 1 } = this.options;
		return a >= 2 && (e = this.levelTwoFileOptimize(e)), t.includes(J) ? this.#e(e, t, n, r, i) : this.#n(e, t, n, r, i);
	}
	#e(e, t, n, r, i) {
		let a = t.indexOf(J, i), o = t.lastIndexOf(J), [s, c, l] = n ? [
			t.slice(i, a),
			t.slice(a + 1),
			[]
		] : [
			t.slice(i, a),
			t.slice(a + 1, o),
			t.slice(o + 1)
		];
		if (s.length) {
			let t = e.slice(r, r + s.length);
			if (!this.#n(t, s, n, 0, 0)) return !1;
			r += s.length, i += s.length;
		}
		let u = 0;
		if (l.length) {
			if (l.length + r > e.length) return !1;
			let t = e.length - l.length;
			if (this.#n(e, l, n, t, 0)) u = l.length;
			else {
				if (e[e.length - 1] !== `` || r + l.length === e.length || (t--, !this.#n(e, l, n, t, 0))) return !1;
				u = l.length + 1;
			}
		}
		if (!c.length) {
			let t = !!u;
			for (let n = r; n < e.length - u; n++) {
				let r = String(e[n]);
				if (t = !0, r === `.` || r === `..` || !this.options.dot && r.startsWith(`.`)) return !1;
			}
			return n || t;
		}
		let d = [[[], 0]], f = d[0], p = 0, m = [0];
		for (let e of c) e === J ? (m.push(p), f = [[], 0], d.push(f)) : (f[0].push(e), p++);
		let h = d.length - 1, g = e.length - u;
		for (let e of d) e[1] = g - (m[h--] + e[0].length);
		return !!this.#t(e, d, r, 0, n, 0, !!u);
	}
	#t(e, t, n, r, i, a, o) {
		let s = t[r];
		if (!s) {
			for (let t = n; t < e.length; t++) {
				o = !0;
				let n = e[t];
				if (n === `.` || n === `..` || !this.options.dot && n.startsWith(`.`)) return !1;
			}
			return o;
		}
		let [c, l] = s;
		for (; n <= l;) {
			if (this.#n(e.slice(0, n + c.length), c, i, n, 0) && a < this.maxGlobstarRecursion) {
				let s = this.#t(e, t, n + c.length, r + 1, i, a + 1, o);
				if (s !== !1) return s;
			}
			let s = e[n];
			if (s === `.` || s === `..` || !this.options.dot && s.startsWith(`.`)) return !1;
			n++;
		}
		return i || null;
	}
	#n(e, t, n, r, i) {
		let a, o, s, c;
		for (a = r, o = i, c = e.length, s = t.length; a < c && o < s; a++, o++) {
			this.debug(`matchOne loop`);
			let n = t[o], r = e[a];
			if (this.debug(t, n, r), n === !1 || n === J) return !1;
			let i;
			if (typeof n == `string` ? (i = r === n, this.debug(`string match`, n, r, i)) : (i = n.test(r), this.debug(`pattern match`, n, r, i)), !i) return !1;
		}
		if (a === c && o === s) return !0;
		if (a === c) return n;
		if (o === s) return a === c - 1 && e[a] === ``;
		throw Error(`wtf?`);
	}
	braceExpand() {
		return X(this.pattern, this.options);
	}
	parse(e) {
		t(e);
		let n = this.options;
		if (e === `**`) return J;
		if (e === ``) return ``;
		let r, i = null;
		(r = e.match(I)) ? i = n.dot ? R : L : (r = e.match(E)) ? i = (n.nocase ? n.dot ? A : k : n.dot ? O : D)(r[1]) : (r = e.match(z)) ? i = (n.nocase ? n.dot ? V : B : n.dot ? H : U)(r) : (r = e.match(j)) ? i = n.dot ? N : M : (r = e.match(P)) && (i = F);
		let a = C.fromGlob(e, this.options).toMMPattern();
		return i && typeof a == `object` && Reflect.defineProperty(a, "test", { value: i }), a;
	}
	makeRe() {
		if (this.regexp || this.regexp === !1) return this.regexp;
		let e = this.set;
		if (!e.length) return this.regexp = !1, this.regexp;
		let t = this.options, n = t.noglobstar ? `[^/]*?` : t.dot ? `(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?` : `(?:(?!(?:\\/|^)\\.).)*?`, r = new Set(t.nocase ? [`i`] : []), i = e.map((e) => {
			let t = e.map((e) => {
				if (e instanceof RegExp) for (let t of e.flags.split(``)) r.add(t);
				return typeof e == `string` ? Q(e) : e === J ? J : e._src;
			});
			t.forEach((e, r) => {
				let i = t[r + 1], a = t[r - 1];
				e === J && a !== J && (a === void 0 ? i !== void 0 && i !== J ? t[r + 1] = `(?:\\/|` + n + `\\/)?` + i : t[r] = n : i === void 0 ? t[r - 1] = a + `(?:\\/|\\/` + n + `)?` : i !== J && (t[r - 1] = a + `(?:\\/|\\/` + n + `\\/)` + i, t[r + 1] = J));
			});
			let i = t.filter((e) => e !== J);
			if (this.partial && i.length >= 1) {
				let e = [];
				for (let t = 1; t <= i.length; t++) e.push(i.slice(0, t).join(`/`));
				return `(?:` + e.join(`|`) + `)`;
			}
			return i.join(`/`);
		}).join(`|`), [a, o] = e.length > 1 ? [`(?:`, `)`] : [``, ``];
		i = `^` + a + i + o + `$`, this.partial && (i = `^(?:\\/|` + a + i.slice(1, -1) + o + `)$`), this.negate && (i = `^(?!` + i + `).+$`);
		try {
			this.regexp = new RegExp(i, [...r].join(``));
		} catch {
			this.regexp = !1;
		}
		return this.regexp;
	}
	slashSplit(e) {
		return this.preserveMultipleSlashes ? e.split(`/`) : this.isWindows && /^\/\/[^/]+/.test(e) ? [``, ...e.split(/\/+/)] : e.split(/\/+/);
	}
	match(e, t = this.partial) {
		if (this.debug(`match`, e, this.pattern), this.comment) return !1;
		if (this.empty) return e === ``;
		if (e === `/` && t) return !0;
		let n = this.options;
		this.isWindows && (e = e.split(`\\`).join(`/`));
		let r = this.slashSplit(e);
		this.debug(this.pattern, `split`, r);
		let i = this.set;
		this.debug(this.pattern, `set`, i);
		let a = r[r.length - 1];
		if (!a) for (let e = r.length - 2; !a && e >= 0; e--) a = r[e];
		for (let e of i) {
			let i = r;
			if (n.matchBase && e.length === 1 && (i = [a]), this.matchOne(i, e, t)) return n.flipNegate ? !0 : !this.negate;
		}
		return !n.flipNegate && this.negate;
	}
	static defaults(e) {
		return T.defaults(e).Minimatch;
	}
};
T.AST = C, T.Minimatch = $, T.escape = w, T.unescape = s;
export { $ as t };

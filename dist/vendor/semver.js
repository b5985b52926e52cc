import { t as e } from "../lazy/rolldown-runtime.js";
var t = e(((e, t) => {
	t.exports = {
		MAX_LENGTH: 256,
		MAX_SAFE_COMPONENT_LENGTH: 16,
		MAX_SAFE_BUILD_LENGTH: 250,
		MAX_SAFE_INTEGER: 2 ** 53 - 1 || 9007199254740991,
		WHITESPACE_CHARACTERS: [
			`	`,
			`
`,
			`\v`,
			`\f`,
			`\r`,
			` `,
			`\xA0`,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			` `,
			`\u2028`,
			`\u2029`,
			` `,
			` `,
			`　`,
			`﻿`
		],
		RELEASE_TYPES: [
			`major`,
			`premajor`,
			`minor`,
			`preminor`,
			`patch`,
			`prepatch`,
			`prerelease`
		],
		SEMVER_SPEC_VERSION: `2.0.0`,
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
})), n = e(((e, t) => {
	t.exports = typeof process == `object` && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...e) => console.error(`SEMVER`, ...e) : () => {};
})), r = e(((e, r) => {
	let { MAX_SAFE_COMPONENT_LENGTH: i, MAX_SAFE_BUILD_LENGTH: a, MAX_LENGTH: o } = t(), s = n();
	e = r.exports = {};
	let c = e.re = [], l = e.safeRe = [], u = e.src = [], d = e.safeSrc = [], f = e.t = {}, p = 0, m = `[a-zA-Z0-9-]`, h = [
		[`\\s`, 1],
		[`\\d`, o],
		[m, a]
	], g = (e) => {
		for (let [t, n] of h) e = e.split(`${t}*`).join(`${t}{0,${n}}`).split(`${t}+`).join(`${t}{1,${n}}`);
		return e;
	}, _ = (e, t, n) => {
		let r = g(t), i = p++;
		s(e, i, t), f[e] = i, u[i] = t, d[i] = r, c[i] = new RegExp(t, n ? `g` : void 0), l[i] = new RegExp(r, n ? `g` : void 0);
	};
	_(`NUMERICIDENTIFIER`, `0|[1-9]\\d*`), _(`NUMERICIDENTIFIERLOOSE`, `\\d+`), _(`NONNUMERICIDENTIFIER`, `\\d*[a-zA-Z-]${m}*`), _(`MAINVERSION`, `(${u[f.NUMERICIDENTIFIER]})\\.(${u[f.NUMERICIDENTIFIER]})\\.(${u[f.NUMERICIDENTIFIER]})`), _(`MAINVERSIONLOOSE`, `(${u[f.NUMERICIDENTIFIERLOOSE]})\\.(${u[f.NUMERICIDENTIFIERLOOSE]})\\.(${u[f.NUMERICIDENTIFIERLOOSE]})`), _(`PRERELEASEIDENTIFIER`, `(?:${u[f.NONNUMERICIDENTIFIER]}|${u[f.NUMERICIDENTIFIER]})`), _(`PRERELEASEIDENTIFIERLOOSE`, `(?:${u[f.NONNUMERICIDENTIFIER]}|${u[f.NUMERICIDENTIFIERLOOSE]})`), _(`PRERELEASE`, `(?:-(${u[f.PRERELEASEIDENTIFIER]}(?:\\.${u[f.PRERELEASEIDENTIFIER]})*))`), _(`PRERELEASELOOSE`, `(?:-?(${u[f.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${u[f.PRERELEASEIDENTIFIERLOOSE]})*))`), _(`BUILDIDENTIFIER`, `${m}+`), _(`BUILD`, `(?:\\+(${u[f.BUILDIDENTIFIER]}(?:\\.${u[f.BUILDIDENTIFIER]})*))`), _(`FULLPLAIN`, `v?${u[f.MAINVERSION]}${u[f.PRERELEASE]}?${u[f.BUILD]}?`), _(`FULL`, `^${u[f.FULLPLAIN]}$`), _(`LOOSEPLAIN`, `[v=\\s]*${u[f.MAINVERSIONLOOSE]}${u[f.PRERELEASELOOSE]}?${u[f.BUILD]}?`), _(`LOOSE`, `^${u[f.LOOSEPLAIN]}$`), _(`GTLT`, `((?:<|>)?=?)`), _(`XRANGEIDENTIFIERLOOSE`, `${u[f.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`), _(`XRANGEIDENTIFIER`, `${u[f.NUMERICIDENTIFIER]}|x|X|\\*`), _(`XRANGEPLAIN`, `[v=\\s]*(${u[f.XRANGEIDENTIFIER]})(?:\\.(${u[f.XRANGEIDENTIFIER]})(?:\\.(${u[f.XRANGEIDENTIFIER]})(?:${u[f.PRERELEASE]})?${u[f.BUILD]}?)?)?`), _(`XRANGEPLAINLOOSE`, `[v=\\s]*(${u[f.XRANGEIDENTIFIERLOOSE]})(?:\\.(${u[f.XRANGEIDENTIFIERLOOSE]})(?:\\.(${u[f.XRANGEIDENTIFIERLOOSE]})(?:${u[f.PRERELEASELOOSE]})?${u[f.BUILD]}?)?)?`), _(`XRANGE`, `^${u[f.GTLT]}\\s*${u[f.XRANGEPLAIN]}$`), _(`XRANGELOOSE`, `^${u[f.GTLT]}\\s*${u[f.XRANGEPLAINLOOSE]}$`), _(`COERCEPLAIN`, `(^|[^\\d])(\\d{1,${i}})(?:\\.(\\d{1,${i}}))?(?:\\.(\\d{1,${i}}))?`), _(`COERCE`, `${u[f.COERCEPLAIN]}(?:$|[^\\d])`), _(`COERCEFULL`, u[f.COERCEPLAIN] + `(?:${u[f.PRERELEASE]})?(?:${u[f.BUILD]})?(?:$|[^\\d])`), _(`COERCERTL`, u[f.COERCE], !0), _(`COERCERTLFULL`, u[f.COERCEFULL], !0), _(`LONETILDE`, `(?:~>?)`), _(`TILDETRIM`, `(\\s*)${u[f.LONETILDE]}\\s+`, !0), e.tildeTrimReplace = `$1~`, _(`TILDE`, `^${u[f.LONETILDE]}${u[f.XRANGEPLAIN]}$`), _(`TILDELOOSE`, `^${u[f.LONETILDE]}${u[f.XRANGEPLAINLOOSE]}$`), _(`LONECARET`, `(?:\\^)`), _(`CARETTRIM`, `(\\s*)${u[f.LONECARET]}\\s+`, !0), e.caretTrimReplace = `$1^`, _(`CARET`, `^${u[f.LONECARET]}${u[f.XRANGEPLAIN]}$`), _(`CARETLOOSE`, `^${u[f.LONECARET]}${u[f.XRANGEPLAINLOOSE]}$`), _(`COMPARATORLOOSE`, `^${u[f.GTLT]}\\s*(${u[f.LOOSEPLAIN]})$|^$`), _(`COMPARATOR`, `^${u[f.GTLT]}\\s*(${u[f.FULLPLAIN]})$|^$`), _(`COMPARATORTRIM`, `(\\s*)${u[f.GTLT]}\\s*(${u[f.LOOSEPLAIN]}|${u[f.XRANGEPLAIN]})`, !0), e.comparatorTrimReplace = `$1$2$3`, _(`HYPHENRANGE`, `^\\s*(${u[f.XRANGEPLAIN]})\\s+-\\s+(${u[f.XRANGEPLAIN]})\\s*$`), _(`HYPHENRANGELOOSE`, `^\\s*(${u[f.XRANGEPLAINLOOSE]})\\s+-\\s+(${u[f.XRANGEPLAINLOOSE]})\\s*$`), _(`STAR`, `(<|>)?=?\\s*\\*`), _(`GTE0`, `^\\s*>=\\s*0\\.0\\.0\\s*$`), _(`GTE0PRE`, `^\\s*>=\\s*0\\.0\\.0-0\\s*$`);
})), i = e(((e, t) => {
	let n = Object.freeze({ loose: !0 }), r = Object.freeze({});
	t.exports = (e) => e ? typeof e == `object` ? e : n : r;
})), a = e(((e, t) => {
	let n = /^[0-9]+$/, r = (e, t) => {
		if (typeof e == `number` && typeof t == `number`) return e === t ? 0 : e < t ? -1 : 1;
		let r = n.test(e), i = n.test(t);
		return r && i && (e = +e, t = +t), e === t ? 0 : r && !i ? -1 : i && !r ? 1 : e < t ? -1 : 1;
	};
	t.exports = {
		compareIdentifiers: r,
		rcompareIdentifiers: (e, t) => r(t, e)
	};
})), o = e(((e, o) => {
	let s = n(), { MAX_LENGTH: c, MAX_SAFE_INTEGER: l } = t(), { safeRe: u, t: d } = r(), f = i(), { compareIdentifiers: p } = a(), m = (e, t) => {
		let n = t.split(`.`);
		if (n.length > e.length) return !1;
		for (let t = 0; t < n.length; t++) if (p(e[t], n[t]) !== 0) return !1;
		return !0;
	};
	o.exports = class e {
		constructor(t, n) {
			if (n = f(n), t instanceof e) {
				if (t.loose === !!n.loose && t.includePrerelease === !!n.includePrerelease) return t;
				t = t.version;
			} else if (typeof t != `string`) throw TypeError(`Invalid version. Must be a string. Got type "${typeof t}".`);
			if (t.length > c) throw TypeError(`version is longer than ${c} characters`);
			s(`SemVer`, t, n), this.options = n, this.loose = !!n.loose, this.includePrerelease = !!n.includePrerelease;
			let r = t.trim().match(n.loose ? u[d.LOOSE] : u[d.FULL]);
			if (!r) throw TypeError(`Invalid Version: ${t}`);
			if (this.raw = t, this.major = +r[1], this.minor = +r[2], this.patch = +r[3], this.major > l || this.major < 0) throw TypeError(`Invalid major version`);
			if (this.minor > l || this.minor < 0) throw TypeError(`Invalid minor version`);
			if (this.patch > l || this.patch < 0) throw TypeError(`Invalid patch version`);
			this.prerelease = r[4] ? r[4].split(`.`).map((e) => {
				if (/^[0-9]+$/.test(e)) {
					let t = +e;
					if (t >= 0 && t < l) return t;
				}
				return e;
			}) : [], this.build = r[5] ? r[5].split(`.`) : [], this.format();
		}
		format() {
			return this.version = `${this.major}.${this.minor}.${this.patch}`, this.prerelease.length && (this.version += `-${this.prerelease.join(`.`)}`), this.version;
		}
		toString() {
			return this.version;
		}
		compare(t) {
			if (s(`SemVer.compare`, this.version, this.options, t), !(t instanceof e)) {
				if (typeof t == `string` && t === this.version) return 0;
				t = new e(t, this.options);
			}
			return t.version === this.version ? 0 : this.compareMain(t) || this.comparePre(t);
		}
		compareMain(t) {
			return t instanceof e || (t = new e(t, this.options)), this.major < t.major ? -1 : this.major > t.major ? 1 : this.minor < t.minor ? -1 : this.minor > t.minor ? 1 : this.patch < t.patch ? -1 : +(this.patch > t.patch);
		}
		comparePre(t) {
			if (t instanceof e || (t = new e(t, this.options)), this.prerelease.length && !t.prerelease.length) return -1;
			if (!this.prerelease.length && t.prerelease.length) return 1;
			if (!this.prerelease.length && !t.prerelease.length) return 0;
			let n = 0;
			do {
				let e = this.prerelease[n], r = t.prerelease[n];
				if (s(`prerelease compare`, n, e, r), e === void 0 && r === void 0) return 0;
				if (r === void 0) return 1;
				if (e === void 0) return -1;
				if (e !== r) return p(e, r);
			} while (++n);
		}
		compareBuild(t) {
			t instanceof e || (t = new e(t, this.options));
			let n = 0;
			do {
				let e = this.build[n], r = t.build[n];
				if (s(`build compare`, n, e, r), e === void 0 && r === void 0) return 0;
				if (r === void 0) return 1;
				if (e === void 0) return -1;
				if (e !== r) return p(e, r);
			} while (++n);
		}
		inc(e, t, n) {
			if (e.startsWith(`pre`)) {
				if (!t && n === !1) throw Error(`invalid increment argument: identifier is empty`);
				if (t) {
					let e = `-${t}`.match(this.options.loose ? u[d.PRERELEASELOOSE] : u[d.PRERELEASE]);
					if (!e || e[1] !== t) throw Error(`invalid identifier: ${t}`);
				}
			}
			switch (e) {
				case `premajor`:
					this.prerelease.length = 0, this.patch = 0, this.minor = 0, this.major++, this.inc(`pre`, t, n);
					break;
				case `preminor`:
					this.prerelease.length = 0, this.patch = 0, this.minor++, this.inc(`pre`, t, n);
					break;
				case `prepatch`:
					this.prerelease.length = 0, this.inc(`patch`, t, n), this.inc(`pre`, t, n);
					break;
				case `prerelease`:
					this.prerelease.length === 0 && this.inc(`patch`, t, n), this.inc(`pre`, t, n);
					break;
				case `release`:
					if (this.prerelease.length === 0) throw Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case `major`:
					(this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) && this.major++, this.minor = 0, this.patch = 0, this.prerelease = [];
					break;
				case `minor`:
					(this.patch !== 0 || this.prerelease.length === 0) && this.minor++, this.patch = 0, this.prerelease = [];
					break;
				case `patch`:
					this.prerelease.length === 0 && this.patch++, this.prerelease = [];
					break;
				case `pre`: {
					let e = +!!Number(n);
					if (this.prerelease.length === 0) this.prerelease = [e];
					else {
						let r = this.prerelease.length;
						for (; --r >= 0;) typeof this.prerelease[r] == `number` && (this.prerelease[r]++, r = -2);
						if (r === -1) {
							if (t === this.prerelease.join(`.`) && n === !1) throw Error(`invalid increment argument: identifier already exists`);
							this.prerelease.push(e);
						}
					}
					if (t) {
						let r = [t, e];
						if (n === !1 && (r = [t]), m(this.prerelease, t)) {
							let e = this.prerelease[t.split(`.`).length];
							isNaN(e) && (this.prerelease = r);
						} else this.prerelease = r;
					}
					break;
				}
				default: throw Error(`invalid increment argument: ${e}`);
			}
			return this.raw = this.format(), this.build.length && (this.raw += `+${this.build.join(`.`)}`), this;
		}
	};
})), s = e(((e, t) => {
	let n = o();
	t.exports = (e, t, r = !1) => {
		if (e instanceof n) return e;
		try {
			return new n(e, t);
		} catch (e) {
			if (!r) return null;
			throw e;
		}
	};
})), c = e(((e, t) => {
	let n = s();
	t.exports = (e, t) => {
		let r = n(e, t);
		return r ? r.version : null;
	};
})), l = e(((e, t) => {
	let n = s();
	t.exports = (e, t) => {
		let r = n(e.trim().replace(/^[=v]+/, ``), t);
		return r ? r.version : null;
	};
})), u = e(((e, t) => {
	let n = o();
	t.exports = (e, t, r, i, a) => {
		typeof r == `string` && (a = i, i = r, r = void 0);
		try {
			return new n(e instanceof n ? e.version : e, r).inc(t, i, a).version;
		} catch {
			return null;
		}
	};
})), d = e(((e, t) => {
	let n = s();
	t.exports = (e, t) => {
		let r = n(e, null, !0), i = n(t, null, !0), a = r.compare(i);
		if (a === 0) return null;
		let o = a > 0, s = o ? r : i, c = o ? i : r, l = !!s.prerelease.length;
		if (c.prerelease.length && !l) {
			if (!c.patch && !c.minor) return `major`;
			if (c.compareMain(s) === 0) return c.minor && !c.patch ? `minor` : `patch`;
		}
		let u = l ? `pre` : ``;
		return r.major === i.major ? r.minor === i.minor ? r.patch === i.patch ? `prerelease` : u + `patch` : u + `minor` : u + `major`;
	};
})), f = e(((e, t) => {
	let n = o();
	t.exports = (e, t) => new n(e, t).major;
})), p = e(((e, t) => {
	let n = o();
	t.exports = (e, t) => new n(e, t).minor;
})), m = e(((e, t) => {
	let n = o();
	t.exports = (e, t) => new n(e, t).patch;
})), h = e(((e, t) => {
	let n = s();
	t.exports = (e, t) => {
		let r = n(e, t);
		return r && r.prerelease.length ? r.prerelease : null;
	};
})), g = e(((e, t) => {
	let n = o();
	t.exports = (e, t, r) => new n(e, r).compare(new n(t, r));
})), _ = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(t, e, r);
})), v = e(((e, t) => {
	let n = g();
	t.exports = (e, t) => n(e, t, !0);
})), y = e(((e, t) => {
	let n = o();
	t.exports = (e, t, r) => {
		let i = new n(e, r), a = new n(t, r);
		return i.compare(a) || i.compareBuild(a);
	};
})), b = e(((e, t) => {
	let n = y();
	t.exports = (e, t) => e.sort((e, r) => n(e, r, t));
})), x = e(((e, t) => {
	let n = y();
	t.exports = (e, t) => e.sort((e, r) => n(r, e, t));
})), S = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) > 0;
})), C = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) < 0;
})), w = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) === 0;
})), T = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) !== 0;
})), E = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) >= 0;
})), D = e(((e, t) => {
	let n = g();
	t.exports = (e, t, r) => n(e, t, r) <= 0;
})), O = e(((e, t) => {
	let n = w(), r = T(), i = S(), a = E(), o = C(), s = D();
	t.exports = (e, t, c, l) => {
		switch (t) {
			case `===`: return typeof e == `object` && (e = e.version), typeof c == `object` && (c = c.version), e === c;
			case `!==`: return typeof e == `object` && (e = e.version), typeof c == `object` && (c = c.version), e !== c;
			case ``:
			case `=`:
			case `==`: return n(e, c, l);
			case `!=`: return r(e, c, l);
			case `>`: return i(e, c, l);
			case `>=`: return a(e, c, l);
			case `<`: return o(e, c, l);
			case `<=`: return s(e, c, l);
			default: throw TypeError(`Invalid operator: ${t}`);
		}
	};
})), k = e(((e, t) => {
	let n = o(), i = s(), { safeRe: a, t: c } = r();
	t.exports = (e, t) => {
		if (e instanceof n) return e;
		if (typeof e == `number` && (e = String(e)), typeof e != `string`) return null;
		t ||= {};
		let r = null;
		if (!t.rtl) r = e.match(t.includePrerelease ? a[c.COERCEFULL] : a[c.COERCE]);
		else {
			let n = t.includePrerelease ? a[c.COERCERTLFULL] : a[c.COERCERTL], i;
			for (; (i = n.exec(e)) && (!r || r.index + r[0].length !== e.length);) r && i.index + i[0].length === r.index + r[0].length || (r = i), n.lastIndex = i.index + i[1].length + i[2].length;
			n.lastIndex = -1;
		}
		if (r === null) return null;
		let o = r[2], s = r[3] || `0`, l = r[4] || `0`, u = t.includePrerelease && r[5] ? `-${r[5]}` : ``, d = t.includePrerelease && r[6] ? `+${r[6]}` : ``;
		return i(`${o}.${s}.${l}${u}${d}`, t);
	};
})), A = e(((e, n) => {
	let r = s(), i = t(), a = o(), c = (e, t, n) => {
		if (!i.RELEASE_TYPES.includes(t)) return null;
		let r = l(e, n);
		return r && u(r, t);
	}, l = (e, t) => {
		let n = e instanceof a ? e.version : e;
		return r(n, t);
	}, u = (e, t) => {
		if (d(t)) return e.version;
		switch (e.prerelease = [], t) {
			case `major`:
				e.minor = 0, e.patch = 0;
				break;
			case `minor`: e.patch = 0;
		}
		return e.format();
	}, d = (e) => e.startsWith(`pre`);
	n.exports = c;
})), j = e(((e, t) => {
	t.exports = class {
		constructor() {
			this.max = 1e3, this.map = new Map();
		}
		get(e) {
			let t = this.map.get(e);
			if (t !== void 0) return this.map.delete(e), this.map.set(e, t), t;
		}
		delete(e) {
			return this.map.delete(e);
		}
		set(e, t) {
			if (!this.delete(e) && t !== void 0) {
				if (this.map.size >= this.max) {
					let e = this.map.keys().next().value;
					this.delete(e);
				}
				this.map.set(e, t);
			}
			return this;
		}
	};
})), M = e(((e, n) => {
	let { MAX_LENGTH: r, MAX_SAFE_BUILD_LENGTH: i, WHITESPACE_CHARACTERS: a } = t(), o = new Uint8Array(65536);
	for (let e of a) o[e.charCodeAt(0)] = 1;
	let s = (e) => e !== void 0 && o[e.charCodeAt(0)] === 1, c = (e) => e === `v` || e === `=` || s(e), l = (e) => e !== void 0 && e >= `0` && e <= `9`, u = (e) => e !== void 0 && (e >= `a` && e <= `z` || e >= `A` && e <= `Z`), d = (e) => l(e) || u(e) || e === `-`, f = (e) => l(e) || e === `x` || e === `X` || e === `*`, p = (e, t, n, r) => {
		if (!l(e[t])) return t;
		if (t >= r.start && t < r.end) return Math.min(t + n, r.end);
		if (t >= r.previousStart && t < r.previousEnd) return Math.min(t + n, r.previousEnd);
		let i = t + 1;
		for (; l(e[i]);) i++;
		return r.previousStart = r.start, r.previousEnd = r.end, r.start = t, r.end = i, Math.min(t + n, i);
	}, m = (e, t, n, i) => !n && e[t] === `0` ? t + 1 : p(e, t, n ? r : r + 1, i), h = (e, t, n, a) => {
		let o = p(e, t, r, a);
		if (u(e[o]) || e[o] === `-`) {
			let t = o + 1, n = t + i;
			for (; t < n && d(e[t]);) t++;
			return t;
		}
		return m(e, t, n, a);
	}, g = (e, t, n, r) => {
		let i = e[t] === `-`;
		if (!n && !i) return t;
		let a = t + +!!i, o = h(e, a, n, r);
		if (o === a) {
			if (!n || !i) return t;
			o = h(e, t, n, r);
		}
		for (; e[o] === `.`;) {
			let t = h(e, o + 1, n, r);
			if (t === o + 1) break;
			o = t;
		}
		return o;
	}, _ = (e, t) => {
		let n = t;
		for (; n - t < i && d(e[n]);) n++;
		return n;
	}, v = (e, t) => {
		if (e[t] !== `+`) return t;
		let n = _(e, t + 1);
		if (n === t + 1) return t;
		for (; e[n] === `.`;) {
			let t = _(e, n + 1);
			if (t === n + 1) break;
			n = t;
		}
		return n;
	}, y = (e, t, n) => {
		let r = t;
		for (let i = 0; i < 3; i++) {
			let a = m(e, r, !0, n);
			if (a === r) return t;
			if (r = a, i < 2) {
				if (e[r] !== `.`) return t;
				r++;
			}
		}
		let i = g(e, r, !0, n);
		return v(e, i);
	}, b = (e, t, n) => l(e[t]) ? m(e, t, !1, n) : f(e[t]) ? t + 1 : t, x = (e, t, n) => {
		let r = b(e, t, n);
		for (let t = 0; t < 2; t++) {
			if (e[r] !== `.`) return r;
			let t = b(e, r + 1, n);
			if (t === r + 1) return r;
			r = t;
		}
		let i = g(e, r, !1, n);
		return v(e, i);
	}, S = (e, t, n) => {
		let r = y(e, t, n);
		return r === t ? x(e, t, n) : r;
	}, C = (e, t) => {
		let n = t;
		return s(e[n]) && n++, (e[n] === `<` || e[n] === `>`) && n++, e[n] === `=` && n++, s(e[n]) ? n : -1;
	};
	n.exports = (e) => {
		let t = ``, n = 0, r = 0, i = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		for (; r < e.length;) {
			let a = r;
			if (e[r] === `<` || e[r] === `>`) r++;
			else if (!c(e[r]) && !f(e[r])) {
				r++;
				continue;
			}
			for (; r < e.length && c(e[r]);) r++;
			if (!f(e[r])) continue;
			let o = C(e, a);
			o !== -1 && (t += e.slice(n, o), n = o + 1), r = S(e, r, i);
		}
		return t + e.slice(n);
	};
})), N = e(((e, a) => {
	let s = /\s+/g;
	a.exports = class e {
		constructor(t, n) {
			if (n = l(n), t instanceof e) return t.loose === !!n.loose && t.includePrerelease === !!n.includePrerelease ? t : new e(t.raw, n);
			if (t instanceof u) return this.raw = t.value, this.set = [[t]], this.formatted = void 0, this;
			if (this.options = n, this.loose = !!n.loose, this.includePrerelease = !!n.includePrerelease, this.raw = t.trim().replace(s, ` `), this.set = this.raw.split(`||`).map((e) => this.parseRange(e.trim())).filter((e) => e.length), !this.set.length) throw TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				let e = this.set[0];
				if (this.set = this.set.filter((e) => !S(e[0])), this.set.length === 0) this.set = [e];
				else if (this.set.length > 1) {
					for (let e of this.set) if (e.length === 1 && C(e[0])) {
						this.set = [e];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = ``;
				for (let e = 0; e < this.set.length; e++) {
					e > 0 && (this.formatted += `||`);
					let t = this.set[e];
					for (let e = 0; e < t.length; e++) e > 0 && (this.formatted += ` `), this.formatted += t[e].toString().trim();
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(e) {
			e = e.replace(x, ``);
			let t = ((this.options.includePrerelease && y) | (this.options.loose && b)) + `:` + e, n = c.get(t);
			if (n) return n;
			let r = this.options.loose, i = r ? m[g.HYPHENRANGELOOSE] : m[g.HYPHENRANGE];
			e = e.replace(i, z(this.options.includePrerelease)), d(`hyphen replace`, e), e = p(e), d(`comparator trim`, e), e = e.replace(m[g.TILDETRIM], _), d(`tilde trim`, e), e = e.replace(m[g.CARETTRIM], v), d(`caret trim`, e);
			let a = e.split(` `).map((e) => T(e, this.options)).join(` `).split(/\s+/).map((e) => R(e, this.options));
			r && (a = a.filter((e) => (d(`loose invalid filter`, e, this.options), !!e.match(m[g.COMPARATORLOOSE])))), d(`range list`, a);
			let o = new Map(), s = a.map((e) => new u(e, this.options));
			for (let e of s) {
				if (S(e)) return [e];
				o.set(e.value, e);
			}
			o.size > 1 && o.has(``) && o.delete(``);
			let l = [...o.values()];
			return c.set(t, l), l;
		}
		intersects(t, n) {
			if (!(t instanceof e)) throw TypeError(`a Range is required`);
			return this.set.some((e) => w(e, n) && t.set.some((t) => w(t, n) && e.every((e) => t.every((t) => e.intersects(t, n)))));
		}
		test(e) {
			if (!e) return !1;
			if (typeof e == `string`) try {
				e = new f(e, this.options);
			} catch {
				return !1;
			}
			for (let t = 0; t < this.set.length; t++) if (B(this.set[t], e, this.options)) return !0;
			return !1;
		}
	};
	let c = new (j())(), l = i(), u = P(), d = n(), f = o(), p = M(), { safeRe: m, src: h, t: g, tildeTrimReplace: _, caretTrimReplace: v } = r(), { FLAG_INCLUDE_PRERELEASE: y, FLAG_LOOSE: b } = t(), x = new RegExp(h[g.BUILD], `g`), S = (e) => e.value === `<0.0.0-0`, C = (e) => e.value === ``, w = (e, t) => {
		let n = !0, r = e.slice(), i = r.pop();
		for (; n && r.length;) n = r.every((e) => i.intersects(e, t)), i = r.pop();
		return n;
	}, T = (e, t) => (e = e.replace(m[g.BUILD], ``), d(`comp`, e, t), e = A(e, t), d(`caret`, e), e = O(e, t), d(`tildes`, e), e = F(e, t), d(`xrange`, e), e = L(e, t), d(`stars`, e), e), E = (e) => !e || e.toLowerCase() === `x` || e === `*`, D = (e, t, n) => E(e) && !E(t) || E(t) && n && !E(n), O = (e, t) => e.trim().split(/\s+/).map((e) => k(e, t)).join(` `), k = (e, t) => {
		let n = t.loose ? m[g.TILDELOOSE] : m[g.TILDE], r = t.includePrerelease ? `-0` : ``;
		return e.replace(n, (t, n, i, a, o) => {
			d(`tilde`, e, t, n, i, a, o);
			let s;
			return E(n) ? s = `` : E(i) ? s = `>=${n}.0.0${r} <${+n + 1}.0.0-0` : E(a) ? s = `>=${n}.${i}.0${r} <${n}.${+i + 1}.0-0` : o ? (d(`replaceTilde pr`, o), s = `>=${n}.${i}.${a}-${o} <${n}.${+i + 1}.0-0`) : s = `>=${n}.${i}.${a} <${n}.${+i + 1}.0-0`, d(`tilde return`, s), s;
		});
	}, A = (e, t) => e.trim().split(/\s+/).map((e) => N(e, t)).join(` `), N = (e, t) => {
		d(`caret`, e, t);
		let n = t.loose ? m[g.CARETLOOSE] : m[g.CARET], r = t.includePrerelease ? `-0` : ``;
		return e.replace(n, (t, n, i, a, o) => {
			d(`caret`, e, t, n, i, a, o);
			let s;
			return E(n) ? s = `` : E(i) ? s = `>=${n}.0.0${r} <${+n + 1}.0.0-0` : E(a) ? s = n === `0` ? `>=${n}.${i}.0${r} <${n}.${+i + 1}.0-0` : `>=${n}.${i}.0${r} <${+n + 1}.0.0-0` : o ? (d(`replaceCaret pr`, o), s = n === `0` ? i === `0` ? `>=${n}.${i}.${a}-${o} <${n}.${i}.${+a + 1}-0` : `>=${n}.${i}.${a}-${o} <${n}.${+i + 1}.0-0` : `>=${n}.${i}.${a}-${o} <${+n + 1}.0.0-0`) : (d(`no pr`), s = n === `0` ? i === `0` ? `>=${n}.${i}.${a} <${n}.${i}.${+a + 1}-0` : `>=${n}.${i}.${a} <${n}.${+i + 1}.0-0` : `>=${n}.${i}.${a} <${+n + 1}.0.0-0`), d(`caret return`, s), s;
		});
	}, F = (e, t) => (d(`replaceXRanges`, e, t), e.split(/\s+/).map((e) => I(e, t)).join(` `)), I = (e, t) => {
		e = e.trim();
		let n = t.loose ? m[g.XRANGELOOSE] : m[g.XRANGE];
		return e.replace(n, (n, r, i, a, o, s) => {
			if (d(`xRange`, e, n, r, i, a, o, s), D(i, a, o)) return e;
			let c = E(i), l = c || E(a), u = l || E(o), f = u;
			return r === `=` && f && (r = ``), s = t.includePrerelease ? `-0` : ``, c ? n = r === `>` || r === `<` ? `<0.0.0-0` : `*` : r && f ? (l && (a = 0), o = 0, r === `>` ? (r = `>=`, l ? (i = +i + 1, a = 0, o = 0) : (a = +a + 1, o = 0)) : r === `<=` && (r = `<`, l ? i = +i + 1 : a = +a + 1), r === `<` && (s = `-0`), n = `${r + i}.${a}.${o}${s}`) : l ? n = `>=${i}.0.0${s} <${+i + 1}.0.0-0` : u && (n = `>=${i}.${a}.0${s} <${i}.${+a + 1}.0-0`), d(`xRange return`, n), n;
		});
	}, L = (e, t) => (d(`replaceStars`, e, t), e.trim().replace(m[g.STAR], ``)), R = (e, t) => (d(`replaceGTE0`, e, t), e.trim().replace(m[t.includePrerelease ? g.GTE0PRE : g.GTE0], ``)), z = (e) => (t, n, r, i, a, o, s, c, l, u, d, f) => (n = E(r) ? `` : E(i) ? `>=${r}.0.0${e ? `-0` : ``}` : E(a) ? `>=${r}.${i}.0${e ? `-0` : ``}` : o ? `>=${n}` : `>=${n}${e ? `-0` : ``}`, c = E(l) ? `` : E(u) ? `<${+l + 1}.0.0-0` : E(d) ? `<${l}.${+u + 1}.0-0` : f ? `<=${l}.${u}.${d}-${f}` : e ? `<${l}.${u}.${+d + 1}-0` : `<=${c}`, `${n} ${c}`.trim()), B = (e, t, n) => {
		for (let n = 0; n < e.length; n++) if (!e[n].test(t)) return !1;
		if (t.prerelease.length && !n.includePrerelease) {
			for (let n = 0; n < e.length; n++) if (d(e[n].semver), e[n].semver !== u.ANY && e[n].semver.prerelease.length > 0) {
				let r = e[n].semver;
				if (r.major === t.major && r.minor === t.minor && r.patch === t.patch) return !0;
			}
			return !1;
		}
		return !0;
	};
})), P = e(((e, t) => {
	let a = Symbol(`SemVer ANY`);
	t.exports = class e {
		static get ANY() {
			return a;
		}
		constructor(t, n) {
			if (n = s(n), t instanceof e) {
				if (t.loose === !!n.loose) return t;
				t = t.value;
			}
			t = t.trim().split(/\s+/).join(` `), d(`comparator`, t, n), this.options = n, this.loose = !!n.loose, this.parse(t), this.value = this.semver === a ? `` : this.operator + this.semver.version, d(`comp`, this);
		}
		parse(e) {
			let t = this.options.loose ? c[l.COMPARATORLOOSE] : c[l.COMPARATOR], n = e.match(t);
			if (!n) throw TypeError(`Invalid comparator: ${e}`);
			this.operator = n[1] === void 0 ? `` : n[1], this.operator === `=` && (this.operator = ``), this.semver = n[2] ? new f(n[2], this.options.loose) : a;
		}
		toString() {
			return this.value;
		}
		test(e) {
			if (d(`Comparator.test`, e, this.options.loose), this.semver === a || e === a) return !0;
			if (typeof e == `string`) try {
				e = new f(e, this.options);
			} catch {
				return !1;
			}
			return u(e, this.operator, this.semver, this.options);
		}
		intersects(t, n) {
			if (!(t instanceof e)) throw TypeError(`a Comparator is required`);
			return this.operator === `` ? this.value === `` || new p(t.value, n).test(this.value) : t.operator === `` ? t.value === `` || new p(this.value, n).test(t.semver) : (n = s(n), n.includePrerelease && (this.value === `<0.0.0-0` || t.value === `<0.0.0-0`) || !n.includePrerelease && (this.value.startsWith(`<0.0.0`) || t.value.startsWith(`<0.0.0`)) ? !1 : !!(this.operator.startsWith(`>`) && t.operator.startsWith(`>`) || this.operator.startsWith(`<`) && t.operator.startsWith(`<`) || this.semver.version === t.semver.version && this.operator.includes(`=`) && t.operator.includes(`=`) || u(this.semver, `<`, t.semver, n) && this.operator.startsWith(`>`) && t.operator.startsWith(`<`) || u(this.semver, `>`, t.semver, n) && this.operator.startsWith(`<`) && t.operator.startsWith(`>`)));
		}
	};
	let s = i(), { safeRe: c, t: l } = r(), u = O(), d = n(), f = o(), p = N();
})), F = e(((e, t) => {
	let n = N();
	t.exports = (e, t, r) => {
		try {
			t = new n(t, r);
		} catch {
			return !1;
		}
		return t.test(e);
	};
})), I = e(((e, t) => {
	let n = N();
	t.exports = (e, t) => new n(e, t).set.map((e) => e.map((e) => e.value).join(` `).trim().split(` `));
})), L = e(((e, t) => {
	let n = o(), r = N();
	t.exports = (e, t, i) => {
		let a = null, o = null, s = null;
		try {
			s = new r(t, i);
		} catch {
			return null;
		}
		return e.forEach((e) => {
			s.test(e) && (a && o.compare(e) !== -1 || (a = e, o = new n(a, i)));
		}), a;
	};
})), R = e(((e, t) => {
	let n = o(), r = N();
	t.exports = (e, t, i) => {
		let a = null, o = null, s = null;
		try {
			s = new r(t, i);
		} catch {
			return null;
		}
		return e.forEach((e) => {
			s.test(e) && (a && o.compare(e) !== 1 || (a = e, o = new n(a, i)));
		}), a;
	};
})), z = e(((e, t) => {
	let n = o(), r = N(), i = S();
	t.exports = (e, t) => {
		e = new r(e, t);
		let a = new n(`0.0.0`);
		if (e.test(a) || (a = new n(`0.0.0-0`), e.test(a))) return a;
		a = null;
		for (let t = 0; t < e.set.length; ++t) {
			let r = e.set[t], o = null;
			r.forEach((e) => {
				let t = new n(e.semver.version);
				switch (e.operator) {
					case `>`: t.prerelease.length === 0 ? t.patch++ : t.prerelease.push(0), t.raw = t.format();
					case ``:
					case `>=`:
						(!o || i(t, o)) && (o = t);
						break;
					case `<`:
					case `<=`: break;
					default: throw Error(`Unexpected operation: ${e.operator}`);
				}
			}), o && (!a || i(a, o)) && (a = o);
		}
		return a && e.test(a) ? a : null;
	};
})), B = e(((e, t) => {
	let n = N();
	t.exports = (e, t) => {
		try {
			return new n(e, t).range || `*`;
		} catch {
			return null;
		}
	};
})), V = e(((e, t) => {
	let n = o(), r = P(), { ANY: i } = r, a = N(), s = F(), c = S(), l = C(), u = D(), d = E();
	t.exports = (e, t, o, f) => {
		e = new n(e, f), t = new a(t, f);
		let p, m, h, g, _;
		switch (o) {
			case `>`:
				p = c, m = u, h = l, g = `>`, _ = `>=`;
				break;
			case `<`:
				p = l, m = d, h = c, g = `<`, _ = `<=`;
				break;
			default: throw TypeError(`Must provide a hilo val of "<" or ">"`);
		}
		if (s(e, t, f)) return !1;
		for (let n = 0; n < t.set.length; ++n) {
			let a = t.set[n], o = null, s = null;
			if (a.forEach((e) => {
				e.semver === i && (e = new r(`>=0.0.0`)), o ||= e, s ||= e, p(e.semver, o.semver, f) ? o = e : h(e.semver, s.semver, f) && (s = e);
			}), o.operator === g || o.operator === _ || (!s.operator || s.operator === g) && m(e, s.semver) || s.operator === _ && h(e, s.semver)) return !1;
		}
		return !0;
	};
})), H = e(((e, t) => {
	let n = V();
	t.exports = (e, t, r) => n(e, t, `>`, r);
})), U = e(((e, t) => {
	let n = V();
	t.exports = (e, t, r) => n(e, t, `<`, r);
})), W = e(((e, t) => {
	let n = N();
	t.exports = (e, t, r) => (e = new n(e, r), t = new n(t, r), e.intersects(t, r));
})), G = e(((e, t) => {
	let n = F(), r = g();
	t.exports = (e, t, i) => {
		let a = [], o = null, s = null, c = e.sort((e, t) => r(e, t, i));
		for (let e of c) n(e, t, i) ? (s = e, o ||= e) : (s && a.push([o, s]), s = null, o = null);
		o && a.push([o, null]);
		let l = [];
		for (let [e, t] of a) e === t ? l.push(e) : !t && e === c[0] ? l.push(`*`) : t ? e === c[0] ? l.push(`<=${t}`) : l.push(`${e} - ${t}`) : l.push(`>=${e}`);
		let u = l.join(` || `), d = typeof t.raw == `string` ? t.raw : String(t);
		return u.length < d.length ? u : t;
	};
})), K = e(((e, t) => {
	let n = N(), r = P(), { ANY: i } = r, a = F(), o = g(), s = (e, t, r = {}) => {
		if (e === t) return !0;
		e = new n(e, r), t = new n(t, r);
		let i = !1;
		OUTER: for (let n of e.set) {
			for (let e of t.set) {
				let t = u(n, e, r);
				if (i ||= t !== null, t) continue OUTER;
			}
			if (i) return !1;
		}
		return !0;
	}, c = [new r(`>=0.0.0-0`)], l = [new r(`>=0.0.0`)], u = (e, t, n) => {
		if (e === t) return !0;
		if (e.length === 1 && e[0].semver === i) {
			if (t.length === 1 && t[0].semver === i) return !0;
			e = n.includePrerelease ? c : l;
		}
		if (t.length === 1 && t[0].semver === i) {
			if (n.includePrerelease) return !0;
			t = l;
		}
		let r = new Set(), s, u;
		for (let t of e) t.operator === `>` || t.operator === `>=` ? s = d(s, t, n) : t.operator === `<` || t.operator === `<=` ? u = f(u, t, n) : r.add(t.semver);
		if (r.size > 1) return null;
		let p;
		if (s && u && (p = o(s.semver, u.semver, n), p > 0 || p === 0 && (s.operator !== `>=` || u.operator !== `<=`))) return null;
		for (let e of r) {
			if (s && !a(e, String(s), n) || u && !a(e, String(u), n)) return null;
			for (let r of t) if (!a(e, String(r), n)) return !1;
			return !0;
		}
		let m, h, g, _, v = u && !n.includePrerelease && u.semver.prerelease.length ? u.semver : !1, y = s && !n.includePrerelease && s.semver.prerelease.length ? s.semver : !1;
		v && v.prerelease.length === 1 && u.operator === `<` && v.prerelease[0] === 0 && (v = !1);
		for (let e of t) {
			if (_ = _ || e.operator === `>` || e.operator === `>=`, g = g || e.operator === `<` || e.operator === `<=`, s) {
				if (y && e.semver.prerelease && e.semver.prerelease.length && e.semver.major === y.major && e.semver.minor === y.minor && e.semver.patch === y.patch && (y = !1), e.operator === `>` || e.operator === `>=`) {
					if (m = d(s, e, n), m === e && m !== s) return !1;
				} else if (s.operator === `>=` && !e.test(s.semver)) return !1;
			}
			if (u) {
				if (v && e.semver.prerelease && e.semver.prerelease.length && e.semver.major === v.major && e.semver.minor === v.minor && e.semver.patch === v.patch && (v = !1), e.operator === `<` || e.operator === `<=`) {
					if (h = f(u, e, n), h === e && h !== u) return !1;
				} else if (u.operator === `<=` && !e.test(u.semver)) return !1;
			}
			if (!e.operator && (u || s) && p !== 0) return !1;
		}
		return !(s && g && !u && p !== 0 || u && _ && !s && p !== 0 || y || v);
	}, d = (e, t, n) => {
		if (!e) return t;
		let r = o(e.semver, t.semver, n);
		return r > 0 ? e : r < 0 || t.operator === `>` && e.operator === `>=` ? t : e;
	}, f = (e, t, n) => {
		if (!e) return t;
		let r = o(e.semver, t.semver, n);
		return r < 0 ? e : r > 0 || t.operator === `<` && e.operator === `<=` ? t : e;
	};
	t.exports = s;
})), q = e(((e, n) => {
	let i = r(), j = t(), M = o(), q = a();
	n.exports = {
		parse: s(),
		valid: c(),
		clean: l(),
		inc: u(),
		diff: d(),
		major: f(),
		minor: p(),
		patch: m(),
		prerelease: h(),
		compare: g(),
		rcompare: _(),
		compareLoose: v(),
		compareBuild: y(),
		sort: b(),
		rsort: x(),
		gt: S(),
		lt: C(),
		eq: w(),
		neq: T(),
		gte: E(),
		lte: D(),
		cmp: O(),
		coerce: k(),
		truncate: A(),
		Comparator: P(),
		Range: N(),
		satisfies: F(),
		toComparators: I(),
		maxSatisfying: L(),
		minSatisfying: R(),
		minVersion: z(),
		validRange: B(),
		outside: V(),
		gtr: H(),
		ltr: U(),
		intersects: W(),
		simplifyRange: G(),
		subset: K(),
		SemVer: M,
		re: i.re,
		src: i.src,
		tokens: i.t,
		SEMVER_SPEC_VERSION: j.SEMVER_SPEC_VERSION,
		RELEASE_TYPES: j.RELEASE_TYPES,
		compareIdentifiers: q.compareIdentifiers,
		rcompareIdentifiers: q.rcompareIdentifiers
	};
}));
export { q as t };

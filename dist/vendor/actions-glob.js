import { t as e } from "./actions-core.js";
import { t } from "./minimatch.js";
import * as n from "os";
import * as r from "fs";
import * as i from "path";
import a from "assert";
function o(t) {
	let n = {
		followSymbolicLinks: !0,
		implicitDescendants: !0,
		matchDirectories: !0,
		omitBrokenSymbolicLinks: !0,
		excludeHiddenFiles: !1
	};
	return t && (typeof t.followSymbolicLinks == `boolean` && (n.followSymbolicLinks = t.followSymbolicLinks, e(`followSymbolicLinks '${n.followSymbolicLinks}'`)), typeof t.implicitDescendants == `boolean` && (n.implicitDescendants = t.implicitDescendants, e(`implicitDescendants '${n.implicitDescendants}'`)), typeof t.matchDirectories == `boolean` && (n.matchDirectories = t.matchDirectories, e(`matchDirectories '${n.matchDirectories}'`)), typeof t.omitBrokenSymbolicLinks == `boolean` && (n.omitBrokenSymbolicLinks = t.omitBrokenSymbolicLinks, e(`omitBrokenSymbolicLinks '${n.omitBrokenSymbolicLinks}'`)), typeof t.excludeHiddenFiles == `boolean` && (n.excludeHiddenFiles = t.excludeHiddenFiles, e(`excludeHiddenFiles '${n.excludeHiddenFiles}'`))), n;
}
const s = process.platform === `win32`;
function c(e) {
	if (e = p(e), s && /^\\\\[^\\]+(\\[^\\]+)?$/.test(e)) return e;
	let t = i.dirname(e);
	return s && /^\\\\[^\\]+\\[^\\]+\\$/.test(t) && (t = p(t)), t;
}
function l(e, t) {
	if (a(e, `ensureAbsoluteRoot parameter 'root' must not be empty`), a(t, `ensureAbsoluteRoot parameter 'itemPath' must not be empty`), u(t)) return t;
	if (s) {
		if (t.match(/^[A-Z]:[^\\/]|^[A-Z]:$/i)) {
			let e = process.cwd();
			return a(e.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${e}'`), t[0].toUpperCase() === e[0].toUpperCase() ? t.length === 2 ? `${t[0]}:\\${e.substr(3)}` : (e.endsWith(`\\`) || (e += `\\`), `${t[0]}:\\${e.substr(3)}${t.substr(2)}`) : `${t[0]}:\\${t.substr(2)}`;
		}
		if (f(t).match(/^\\$|^\\[^\\]/)) {
			let e = process.cwd();
			return a(e.match(/^[A-Z]:\\/i), `Expected current directory to start with an absolute drive root. Actual '${e}'`), `${e[0]}:\\${t.substr(1)}`;
		}
	}
	return a(u(e), `ensureAbsoluteRoot parameter 'root' must have an absolute root`), e.endsWith(`/`) || s && e.endsWith(`\\`) || (e += i.sep), e + t;
}
function u(e) {
	return a(e, `hasAbsoluteRoot parameter 'itemPath' must not be empty`), e = f(e), s ? e.startsWith(`\\\\`) || /^[A-Z]:\\/i.test(e) : e.startsWith(`/`);
}
function d(e) {
	return a(e, `isRooted parameter 'itemPath' must not be empty`), e = f(e), s ? e.startsWith(`\\`) || /^[A-Z]:/i.test(e) : e.startsWith(`/`);
}
function f(e) {
	return e ||= ``, s ? (e = e.replace(/\//g, `\\`), (/^\\\\+[^\\]/.test(e) ? `\\` : ``) + e.replace(/\\\\+/g, `\\`)) : e.replace(/\/\/+/g, `/`);
}
function p(e) {
	return e ? (e = f(e), !e.endsWith(i.sep) || e === i.sep || s && /^[A-Z]:\\$/i.test(e) ? e : e.substr(0, e.length - 1)) : ``;
}
var m;
(function(e) {
	e[e.None = 0] = `None`, e[e.Directory = 1] = `Directory`, e[e.File = 2] = `File`, e[e.All = 3] = `All`;
})(m ||= {});
const h = process.platform === `win32`;
function g(e) {
	e = e.filter((e) => !e.negate);
	let t = {};
	for (let n of e) {
		let e = h ? n.searchPath.toUpperCase() : n.searchPath;
		t[e] = `candidate`;
	}
	let n = [];
	for (let r of e) {
		let e = h ? r.searchPath.toUpperCase() : r.searchPath;
		if (t[e] === `included`) continue;
		let i = !1, a = e, o = c(a);
		for (; o !== a;) {
			if (t[o]) {
				i = !0;
				break;
			}
			a = o, o = c(a);
		}
		i || (n.push(r.searchPath), t[e] = `included`);
	}
	return n;
}
function _(e, t) {
	let n = m.None;
	for (let r of e) r.negate ? n &= ~r.match(t) : n |= r.match(t);
	return n;
}
function v(e, t) {
	return e.some((e) => !e.negate && e.partialMatch(t));
}
const y = process.platform === `win32`;
var b = class {
	constructor(e) {
		if (this.segments = [], typeof e == `string`) {
			if (a(e, `Parameter 'itemPath' must not be empty`), e = p(e), !d(e)) this.segments = e.split(i.sep);
			else {
				let t = e, n = c(t);
				for (; n !== t;) {
					let e = i.basename(t);
					this.segments.unshift(e), t = n, n = c(t);
				}
				this.segments.unshift(t);
			}
		} else {
			a(e.length > 0, `Parameter 'itemPath' must not be an empty array`);
			for (let t = 0; t < e.length; t++) {
				let n = e[t];
				a(n, `Parameter 'itemPath' must not contain any empty segments`), n = f(e[t]), t === 0 && d(n) ? (n = p(n), a(n === c(n), `Parameter 'itemPath' root segment contains information for multiple segments`), this.segments.push(n)) : (a(!n.includes(i.sep), `Parameter 'itemPath' contains unexpected path separators`), this.segments.push(n));
			}
		}
	}
	toString() {
		let e = this.segments[0], t = e.endsWith(i.sep) || y && /^[A-Z]:$/i.test(e);
		for (let n = 1; n < this.segments.length; n++) t ? t = !1 : e += i.sep, e += this.segments[n];
		return e;
	}
};
const x = process.platform === `win32`;
var S = class e {
	constructor(n, r = !1, o, s) {
		this.negate = !1;
		let c;
		if (typeof n == `string`) c = n.trim();
		else {
			o ||= [], a(o.length, `Parameter 'segments' must not empty`);
			let t = e.getLiteral(o[0]);
			a(t && u(t), `Parameter 'segments' first element must be a root path`), c = new b(o).toString().trim(), n && (c = `!${c}`);
		}
		for (; c.startsWith(`!`);) this.negate = !this.negate, c = c.substr(1).trim();
		c = e.fixupPattern(c, s), this.segments = new b(c).segments, this.trailingSeparator = f(c).endsWith(i.sep), c = p(c);
		let l = !1, d = this.segments.map((t) => e.getLiteral(t)).filter((e) => !l && !(l = e === ``));
		this.searchPath = new b(d).toString(), this.rootRegExp = new RegExp(e.regExpEscape(d[0]), x ? `i` : ``), this.isImplicitPattern = r;
		let m = {
			dot: !0,
			nobrace: !0,
			nocase: x,
			nocomment: !0,
			noext: !0,
			nonegate: !0
		};
		c = x ? c.replace(/\\/g, `/`) : c, this.minimatch = new t(c, m);
	}
	match(e) {
		return this.segments[this.segments.length - 1] === `**` ? (e = f(e), !e.endsWith(i.sep) && this.isImplicitPattern === !1 && (e = `${e}${i.sep}`)) : e = p(e), this.minimatch.match(e) ? this.trailingSeparator ? m.Directory : m.All : m.None;
	}
	partialMatch(e) {
		return e = p(e), c(e) === e ? this.rootRegExp.test(e) : this.minimatch.matchOne(e.split(x ? /\\+/ : /\/+/), this.minimatch.set[0], !0);
	}
	static globEscape(e) {
		return (x ? e : e.replace(/\\/g, `\\\\`)).replace(/(\[)(?=[^/]+\])/g, `[[]`).replace(/\?/g, `[?]`).replace(/\*/g, `[*]`);
	}
	static fixupPattern(t, r) {
		a(t, `pattern cannot be empty`);
		let o = new b(t).segments.map((t) => e.getLiteral(t));
		if (a(o.every((e, t) => (e !== `.` || t === 0) && e !== `..`), `Invalid pattern '${t}'. Relative pathing '.' and '..' is not allowed.`), a(!d(t) || o[0], `Invalid pattern '${t}'. Root segment must not contain globs.`), t = f(t), t === `.` || t.startsWith(`.${i.sep}`)) t = e.globEscape(process.cwd()) + t.substr(1);
		else if (t === `~` || t.startsWith(`~${i.sep}`)) r ||= n.homedir(), a(r, `Unable to determine HOME directory`), a(u(r), `Expected HOME directory to be a rooted path. Actual '${r}'`), t = e.globEscape(r) + t.substr(1);
		else if (x && (t.match(/^[A-Z]:$/i) || t.match(/^[A-Z]:[^\\]/i))) {
			let n = l(`C:\\dummy-root`, t.substr(0, 2));
			t.length > 2 && !n.endsWith(`\\`) && (n += `\\`), t = e.globEscape(n) + t.substr(2);
		} else if (x && (t === `\\` || t.match(/^\\[^\\]/))) {
			let n = l(`C:\\dummy-root`, `\\`);
			n.endsWith(`\\`) || (n += `\\`), t = e.globEscape(n) + t.substr(1);
		} else t = l(e.globEscape(process.cwd()), t);
		return f(t);
	}
	static getLiteral(e) {
		let t = ``;
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (r === `\\` && !x && n + 1 < e.length) t += e[++n];
			else {
				if (r === `*` || r === `?`) return ``;
				if (r === `[` && n + 1 < e.length) {
					let r = ``, i = -1;
					for (let t = n + 1; t < e.length; t++) {
						let n = e[t];
						if (n === `\\` && !x && t + 1 < e.length) r += e[++t];
						else {
							if (n === `]`) {
								i = t;
								break;
							}
							r += n;
						}
					}
					if (i >= 0) {
						if (r.length > 1) return ``;
						if (r) {
							t += r, n = i;
							continue;
						}
					}
				}
				t += r;
			}
		}
		return t;
	}
	static regExpEscape(e) {
		return e.replace(/[[\\^$.|?*+()]/g, `\\$&`);
	}
}, C = class {
	constructor(e, t) {
		this.path = e, this.level = t;
	}
}, w = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
}, T = function(e) {
	if (!Symbol.asyncIterator) throw TypeError(`Symbol.asyncIterator is not defined.`);
	var t = e[Symbol.asyncIterator], n;
	return t ? t.call(e) : (e = typeof __values == `function` ? __values(e) : e[Symbol.iterator](), n = {}, r(`next`), r(`throw`), r(`return`), n[Symbol.asyncIterator] = function() {
		return this;
	}, n);
	function r(t) {
		n[t] = e[t] && function(n) {
			return new Promise(function(r, a) {
				n = e[t](n), i(r, a, n.done, n.value);
			});
		};
	}
	function i(e, t, n, r) {
		Promise.resolve(r).then(function(t) {
			e({
				value: t,
				done: n
			});
		}, t);
	}
}, E = function(e) {
	return this instanceof E ? (this.v = e, this) : new E(e);
}, D = function(e, t, n) {
	if (!Symbol.asyncIterator) throw TypeError(`Symbol.asyncIterator is not defined.`);
	var r = n.apply(e, t || []), i, a = [];
	return i = Object.create((typeof AsyncIterator == `function` ? AsyncIterator : Object).prototype), s(`next`), s(`throw`), s(`return`, o), i[Symbol.asyncIterator] = function() {
		return this;
	}, i;
	function o(e) {
		return function(t) {
			return Promise.resolve(t).then(e, d);
		};
	}
	function s(e, t) {
		r[e] && (i[e] = function(t) {
			return new Promise(function(n, r) {
				a.push([
					e,
					t,
					n,
					r
				]) > 1 || c(e, t);
			});
		}, t && (i[e] = t(i[e])));
	}
	function c(e, t) {
		try {
			l(r[e](t));
		} catch (e) {
			f(a[0][3], e);
		}
	}
	function l(e) {
		e.value instanceof E ? Promise.resolve(e.value.v).then(u, d) : f(a[0][2], e);
	}
	function u(e) {
		c(`next`, e);
	}
	function d(e) {
		c(`throw`, e);
	}
	function f(e, t) {
		e(t), a.shift(), a.length && c(a[0][0], a[0][1]);
	}
};
const O = process.platform === `win32`;
var k = class t {
	constructor(e) {
		this.patterns = [], this.searchPaths = [], this.options = o(e);
	}
	getSearchPaths() {
		return this.searchPaths.slice();
	}
	glob() {
		return w(this, void 0, void 0, function* () {
			var e, t, n, r;
			let i = [];
			try {
				for (var a = !0, o = T(this.globGenerator()), s; s = yield o.next(), e = s.done, !e; a = !0) {
					r = s.value, a = !1;
					let e = r;
					i.push(e);
				}
			} catch (e) {
				t = { error: e };
			} finally {
				try {
					!a && !e && (n = o.return) && (yield n.call(o));
				} finally {
					if (t) throw t.error;
				}
			}
			return i;
		});
	}
	globGenerator() {
		return D(this, arguments, function* () {
			let n = o(this.options), a = [];
			for (let e of this.patterns) a.push(e), n.implicitDescendants && (e.trailingSeparator || e.segments[e.segments.length - 1] !== `**`) && a.push(new S(e.negate, !0, e.segments.concat(`**`)));
			let s = [];
			for (let t of g(a)) {
				e(`Search path '${t}'`);
				try {
					yield E(r.promises.lstat(t));
				} catch (e) {
					if (e.code === `ENOENT`) continue;
					throw e;
				}
				s.unshift(new C(t, 1));
			}
			let c = [];
			for (; s.length;) {
				let e = s.pop(), o = _(a, e.path), l = !!o || v(a, e.path);
				if (!o && !l) continue;
				let u = yield E(t.stat(e, n, c));
				if (u && !(n.excludeHiddenFiles && i.basename(e.path).match(/^\./))) {
					if (u.isDirectory()) {
						if (o & m.Directory && n.matchDirectories) yield yield E(e.path);
						else if (!l) continue;
						let t = e.level + 1, a = (yield E(r.promises.readdir(e.path))).map((n) => new C(i.join(e.path, n), t));
						s.push(...a.reverse());
					} else o & m.File && (yield yield E(e.path));
				}
			}
		});
	}
	static create(e, n) {
		return w(this, void 0, void 0, function* () {
			let r = new t(n);
			O && (e = e.replace(/\r\n/g, `
`), e = e.replace(/\r/g, `
`));
			let i = e.split(`
`).map((e) => e.trim());
			for (let e of i) if (!e || e.startsWith(`#`)) continue;
			else r.patterns.push(new S(e));
			return r.searchPaths.push(...g(r.patterns)), r;
		});
	}
	static stat(t, n, i) {
		return w(this, void 0, void 0, function* () {
			let a;
			if (n.followSymbolicLinks) try {
				a = yield r.promises.stat(t.path);
			} catch (r) {
				if (r.code === `ENOENT`) {
					if (n.omitBrokenSymbolicLinks) {
						e(`Broken symlink '${t.path}'`);
						return;
					}
					throw Error(`No information found for the path '${t.path}'. This may indicate a broken symbolic link.`);
				}
				throw r;
			}
			else a = yield r.promises.lstat(t.path);
			if (a.isDirectory() && n.followSymbolicLinks) {
				let n = yield r.promises.realpath(t.path);
				for (; i.length >= t.level;) i.pop();
				if (i.some((e) => e === n)) {
					e(`Symlink cycle detected for path '${t.path}' and realpath '${n}'`);
					return;
				}
				i.push(n);
			}
			return a;
		});
	}
}, A = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
function j(e, t) {
	return A(this, void 0, void 0, function* () {
		return yield k.create(e, t);
	});
}
export { j as t };

import * as e from "fs";
import * as t from "path";
import { ok as n } from "assert";
var r = function(e, t, n, r) {
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
const { chmod: i, copyFile: a, lstat: o, mkdir: s, open: c, readdir: l, rename: u, rm: d, rmdir: f, stat: p, symlink: m, unlink: h } = e.promises, g = process.platform === `win32`;
e.constants.O_RDONLY;
function _(e) {
	return r(this, void 0, void 0, function* () {
		try {
			yield p(e);
		} catch (e) {
			if (e.code === `ENOENT`) return !1;
			throw e;
		}
		return !0;
	});
}
function v(e) {
	if (e = b(e), !e) throw Error(`isRooted() parameter "p" cannot be empty`);
	return g ? e.startsWith(`\\`) || /^[A-Z]:/i.test(e) : e.startsWith(`/`);
}
function y(e, n) {
	return r(this, void 0, void 0, function* () {
		let r;
		try {
			r = yield p(e);
		} catch (t) {
			t.code !== `ENOENT` && console.log(`Unexpected error attempting to determine if executable file exists '${e}': ${t}`);
		}
		if (r && r.isFile()) {
			if (g) {
				let r = t.extname(e).toUpperCase();
				if (n.some((e) => e.toUpperCase() === r)) return e;
			} else if (x(r)) return e;
		}
		let i = e;
		for (let a of n) {
			e = i + a, r = void 0;
			try {
				r = yield p(e);
			} catch (t) {
				t.code !== `ENOENT` && console.log(`Unexpected error attempting to determine if executable file exists '${e}': ${t}`);
			}
			if (r && r.isFile()) {
				if (g) {
					try {
						let n = t.dirname(e), r = t.basename(e).toUpperCase();
						for (let i of yield l(n)) if (r === i.toUpperCase()) {
							e = t.join(n, i);
							break;
						}
					} catch (t) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${e}': ${t}`);
					}
					return e;
				}
				if (x(r)) return e;
			}
		}
		return ``;
	});
}
function b(e) {
	return e ||= ``, g ? (e = e.replace(/\//g, `\\`), e.replace(/\\\\+/g, `\\`)) : e.replace(/\/\/+/g, `/`);
}
function x(e) {
	return (e.mode & 1) > 0 || (e.mode & 8) > 0 && process.getgid !== void 0 && e.gid === process.getgid() || (e.mode & 64) > 0 && process.getuid !== void 0 && e.uid === process.getuid();
}
var S = function(e, t, n, r) {
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
function C(e) {
	return S(this, void 0, void 0, function* () {
		if (g && /[*"<>|]/.test(e)) throw Error("File path must not contain `*`, `\"`, `<`, `>` or `|` on Windows");
		try {
			yield d(e, {
				force: !0,
				maxRetries: 3,
				recursive: !0,
				retryDelay: 300
			});
		} catch (e) {
			throw Error(`File was unable to be removed ${e}`);
		}
	});
}
function w(e) {
	return S(this, void 0, void 0, function* () {
		n(e, `a path argument must be provided`), yield s(e, { recursive: !0 });
	});
}
function T(e, t) {
	return S(this, void 0, void 0, function* () {
		if (!e) throw Error(`parameter 'tool' is required`);
		if (t) {
			let t = yield T(e, !1);
			if (!t) throw Error(g ? `Unable to locate executable file: ${e}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.` : `Unable to locate executable file: ${e}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			return t;
		}
		let n = yield E(e);
		return n && n.length > 0 ? n[0] : ``;
	});
}
function E(e) {
	return S(this, void 0, void 0, function* () {
		if (!e) throw Error(`parameter 'tool' is required`);
		let n = [];
		if (g && process.env.PATHEXT) for (let e of process.env.PATHEXT.split(t.delimiter)) e && n.push(e);
		if (v(e)) {
			let t = yield y(e, n);
			return t ? [t] : [];
		}
		if (e.includes(t.sep)) return [];
		let r = [];
		if (process.env.PATH) for (let e of process.env.PATH.split(t.delimiter)) e && r.push(e);
		let i = [];
		for (let a of r) {
			let r = yield y(t.join(a, e), n);
			r && i.push(r);
		}
		return i;
	});
}
export { v as a, _ as i, C as n, T as r, w as t };

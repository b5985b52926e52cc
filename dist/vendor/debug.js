import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./ms.js";
import { t as r } from "./supports-color.js";
var i = t(((e, t) => {
	function r(e) {
		r.debug = r, r.default = r, r.coerce = l, r.disable = s, r.enable = a, r.enabled = c, r.humanize = n(), r.destroy = u, Object.keys(e).forEach((t) => {
			r[t] = e[t];
		}), r.names = [], r.skips = [], r.formatters = {};
		function t(e) {
			let t = 0;
			for (let n = 0; n < e.length; n++) t = (t << 5) - t + e.charCodeAt(n), t |= 0;
			return r.colors[Math.abs(t) % r.colors.length];
		}
		r.selectColor = t;
		function r(e) {
			let t, n = null, a, o;
			function s(...e) {
				if (!s.enabled) return;
				let n = s, i = Number(new Date());
				n.diff = i - (t || i), n.prev = t, n.curr = i, t = i, e[0] = r.coerce(e[0]), typeof e[0] != `string` && e.unshift(`%O`);
				let a = 0;
				e[0] = e[0].replace(/%([a-zA-Z%])/g, (t, i) => {
					if (t === `%%`) return `%`;
					a++;
					let o = r.formatters[i];
					if (typeof o == `function`) {
						let r = e[a];
						t = o.call(n, r), e.splice(a, 1), a--;
					}
					return t;
				}), r.formatArgs.call(n, e), (n.log || r.log).apply(n, e);
			}
			return s.namespace = e, s.useColors = r.useColors(), s.color = r.selectColor(e), s.extend = i, s.destroy = r.destroy, Object.defineProperty(s, "enabled", {
				enumerable: !0,
				configurable: !1,
				get: () => n === null ? (a !== r.namespaces && (a = r.namespaces, o = r.enabled(e)), o) : n,
				set: (e) => {
					n = e;
				}
			}), typeof r.init == `function` && r.init(s), s;
		}
		function i(e, t) {
			let n = r(this.namespace + (t === void 0 ? `:` : t) + e);
			return n.log = this.log, n;
		}
		function a(e) {
			r.save(e), r.namespaces = e, r.names = [], r.skips = [];
			let t = (typeof e == `string` ? e : ``).trim().replace(/\s+/g, `,`).split(`,`).filter(Boolean);
			for (let e of t) e[0] === `-` ? r.skips.push(e.slice(1)) : r.names.push(e);
		}
		function o(e, t) {
			let n = 0, r = 0, i = -1, a = 0;
			for (; n < e.length;) if (r < t.length && (t[r] === e[n] || t[r] === `*`)) t[r] === `*` ? (i = r, a = n, r++) : (n++, r++);
			else if (i !== -1) r = i + 1, a++, n = a;
			else return !1;
			for (; r < t.length && t[r] === `*`;) r++;
			return r === t.length;
		}
		function s() {
			let e = [...r.names, ...r.skips.map((e) => `-` + e)].join(`,`);
			return r.enable(``), e;
		}
		function c(e) {
			for (let t of r.skips) if (o(e, t)) return !1;
			for (let t of r.names) if (o(e, t)) return !0;
			return !1;
		}
		function l(e) {
			return e instanceof Error ? e.stack || e.message : e;
		}
		function u() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		return r.enable(r.load()), r;
	}
	t.exports = r;
})), a = t(((e, t) => {
	e.formatArgs = r, e.save = a, e.load = o, e.useColors = n, e.storage = s(), e.destroy = (() => {
		let e = !1;
		return () => {
			e || (e = !0, console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."));
		};
	})(), e.colors = `#0000CC.#0000FF.#0033CC.#0033FF.#0066CC.#0066FF.#0099CC.#0099FF.#00CC00.#00CC33.#00CC66.#00CC99.#00CCCC.#00CCFF.#3300CC.#3300FF.#3333CC.#3333FF.#3366CC.#3366FF.#3399CC.#3399FF.#33CC00.#33CC33.#33CC66.#33CC99.#33CCCC.#33CCFF.#6600CC.#6600FF.#6633CC.#6633FF.#66CC00.#66CC33.#9900CC.#9900FF.#9933CC.#9933FF.#99CC00.#99CC33.#CC0000.#CC0033.#CC0066.#CC0099.#CC00CC.#CC00FF.#CC3300.#CC3333.#CC3366.#CC3399.#CC33CC.#CC33FF.#CC6600.#CC6633.#CC9900.#CC9933.#CCCC00.#CCCC33.#FF0000.#FF0033.#FF0066.#FF0099.#FF00CC.#FF00FF.#FF3300.#FF3333.#FF3366.#FF3399.#FF33CC.#FF33FF.#FF6600.#FF6633.#FF9900.#FF9933.#FFCC00.#FFCC33`.split(`.`);
	function n() {
		if (typeof window < `u` && window.process && (window.process.type === `renderer` || window.process.__nwjs)) return !0;
		if (typeof navigator < `u` && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return !1;
		let e;
		return typeof document < `u` && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window < `u` && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator < `u` && navigator.userAgent && (e = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(e[1], 10) >= 31 || typeof navigator < `u` && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	function r(e) {
		if (e[0] = (this.useColors ? `%c` : ``) + this.namespace + (this.useColors ? ` %c` : ` `) + e[0] + (this.useColors ? `%c ` : ` `) + `+` + t.exports.humanize(this.diff), !this.useColors) return;
		let n = `color: ` + this.color;
		e.splice(1, 0, n, `color: inherit`);
		let r = 0, i = 0;
		e[0].replace(/%[a-zA-Z%]/g, (e) => {
			e !== `%%` && (r++, e === `%c` && (i = r));
		}), e.splice(i, 0, n);
	}
	e.log = console.debug || console.log || (() => {});
	function a(t) {
		try {
			t ? e.storage.setItem(`debug`, t) : e.storage.removeItem(`debug`);
		} catch {}
	}
	function o() {
		let t;
		try {
			t = e.storage.getItem(`debug`) || e.storage.getItem(`DEBUG`);
		} catch {}
		return !t && typeof process < `u` && `env` in process && (t = process.env.DEBUG), t;
	}
	function s() {
		try {
			return localStorage;
		} catch {}
	}
	t.exports = i()(e);
	let { formatters: c } = t.exports;
	c.j = function(e) {
		try {
			return JSON.stringify(e);
		} catch (e) {
			return `[UnexpectedJSONParseError]: ` + e.message;
		}
	};
})), o = t(((t, n) => {
	let a = e(`tty`), o = e(`util`);
	t.init = p, t.log = u, t.formatArgs = c, t.save = d, t.load = f, t.useColors = s, t.destroy = o.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."), t.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		let e = r();
		e && (e.stderr || e).level >= 2 && (t.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		]);
	} catch {}
	t.inspectOpts = Object.keys(process.env).filter((e) => /^debug_/i.test(e)).reduce((e, t) => {
		let n = t.substring(6).toLowerCase().replace(/_([a-z])/g, (e, t) => t.toUpperCase()), r = process.env[t];
		return r = /^(yes|on|true|enabled)$/i.test(r) ? !0 : /^(no|off|false|disabled)$/i.test(r) ? !1 : r === `null` ? null : Number(r), e[n] = r, e;
	}, {});
	function s() {
		return `colors` in t.inspectOpts ? !!t.inspectOpts.colors : a.isatty(process.stderr.fd);
	}
	function c(e) {
		let { namespace: t, useColors: r } = this;
		if (r) {
			let r = this.color, i = `\x1B[3` + (r < 8 ? r : `8;5;` + r), a = `  ${i};1m${t} \u001B[0m`;
			e[0] = a + e[0].split(`
`).join(`
` + a), e.push(i + `m+` + n.exports.humanize(this.diff) + `\x1B[0m`);
		} else e[0] = l() + t + ` ` + e[0];
	}
	function l() {
		return t.inspectOpts.hideDate ? `` : new Date().toISOString() + ` `;
	}
	function u(...e) {
		return process.stderr.write(o.formatWithOptions(t.inspectOpts, ...e) + `
`);
	}
	function d(e) {
		e ? process.env.DEBUG = e : delete process.env.DEBUG;
	}
	function f() {
		return process.env.DEBUG;
	}
	function p(e) {
		e.inspectOpts = {};
		let n = Object.keys(t.inspectOpts);
		for (let r = 0; r < n.length; r++) e.inspectOpts[n[r]] = t.inspectOpts[n[r]];
	}
	n.exports = i()(t);
	let { formatters: m } = n.exports;
	m.o = function(e) {
		return this.inspectOpts.colors = this.useColors, o.inspect(e, this.inspectOpts).split(`
`).map((e) => e.trim()).join(` `);
	}, m.O = function(e) {
		return this.inspectOpts.colors = this.useColors, o.inspect(e, this.inspectOpts);
	};
})), s = t(((e, t) => {
	t.exports = typeof process > `u` || process.type === `renderer` || process.browser === !0 || process.__nwjs ? a() : o();
}));
export { s as t };

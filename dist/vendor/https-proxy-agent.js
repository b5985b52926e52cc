import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./debug.js";
import { t as r } from "./agent-base.js";
var i = t(((e, t, r) => {
	var i = r && r.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.parseProxyResponse = void 0;
	let a = (0, i(n()).default)(`https-proxy-agent:parse-proxy-response`);
	function o(e) {
		return new Promise((t, n) => {
			let r = 0, i = [];
			function o() {
				let t = e.read();
				t ? u(t) : e.once(`readable`, o);
			}
			function s() {
				e.removeListener(`end`, c), e.removeListener(`error`, l), e.removeListener(`readable`, o);
			}
			function c() {
				s(), a(`onend`), n(Error(`Proxy connection ended before receiving CONNECT response`));
			}
			function l(e) {
				s(), a(`onerror %o`, e), n(e);
			}
			function u(c) {
				i.push(c), r += c.length;
				let l = Buffer.concat(i, r), u = l.indexOf(`\r
\r
`);
				if (u === -1) {
					a(`have not received end of HTTP headers yet...`), o();
					return;
				}
				let d = l.slice(0, u).toString(`ascii`).split(`\r
`), f = d.shift();
				if (!f) return e.destroy(), n(Error(`No header received from proxy CONNECT response`));
				let p = f.split(` `), m = +p[1], h = p.slice(2).join(` `), g = {};
				for (let t of d) {
					if (!t) continue;
					let r = t.indexOf(`:`);
					if (r === -1) return e.destroy(), n(Error(`Invalid header from proxy CONNECT response: "${t}"`));
					let i = t.slice(0, r).toLowerCase(), a = t.slice(r + 1).trimStart(), o = g[i];
					typeof o == `string` ? g[i] = [o, a] : Array.isArray(o) ? o.push(a) : g[i] = a;
				}
				a(`got proxy server response: %o %o`, f, g), s(), t({
					connect: {
						statusCode: m,
						statusText: h,
						headers: g
					},
					buffered: l
				});
			}
			e.on(`error`, l), e.on(`end`, c), o();
		});
	}
	e.parseProxyResponse = o;
})), a = t(((t, a, o) => {
	var s = o && o.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), c = o && o.__setModuleDefault || (Object.create ? (function(e, t) {
		Object.defineProperty(e, "default", {
			enumerable: !0,
			value: t
		});
	}) : function(e, t) {
		e.default = t;
	}), l = o && o.__importStar || function(e) {
		if (e && e.__esModule) return e;
		var t = {};
		if (e != null) for (var n in e) n !== "default" && Object.prototype.hasOwnProperty.call(e, n) && s(t, e, n);
		return c(t, e), t;
	}, u = o && o.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(t, "__esModule", { value: !0 }), t.HttpsProxyAgent = void 0;
	let d = l(e(`net`)), f = l(e(`tls`)), p = u(e(`assert`)), m = u(n()), h = r(), g = e(`url`), _ = i(), v = (0, m.default)(`https-proxy-agent`), y = (e) => e.servername === void 0 && e.host && !d.isIP(e.host) ? {
		...e,
		servername: e.host
	} : e;
	var b = class extends h.Agent {
		constructor(e, t) {
			super(t), this.options = { path: void 0 }, this.proxy = typeof e == `string` ? new g.URL(e) : e, this.proxyHeaders = t?.headers ?? {}, v(`Creating new HttpsProxyAgent instance: %o`, this.proxy.href);
			let n = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, ``), r = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === `https:` ? 443 : 80;
			this.connectOpts = {
				ALPNProtocols: [`http/1.1`],
				...t ? S(t, `headers`) : null,
				host: n,
				port: r
			};
		}
		async connect(e, t) {
			let { proxy: n } = this;
			if (!t.host) throw TypeError(`No "host" provided`);
			let r;
			n.protocol === `https:` ? (v("Creating `tls.Socket`: %o", this.connectOpts), r = f.connect(y(this.connectOpts))) : (v("Creating `net.Socket`: %o", this.connectOpts), r = d.connect(this.connectOpts));
			let i = typeof this.proxyHeaders == `function` ? this.proxyHeaders() : { ...this.proxyHeaders }, a = d.isIPv6(t.host) ? `[${t.host}]` : t.host, o = `CONNECT ${a}:${t.port} HTTP/1.1\r\n`;
			if (n.username || n.password) {
				let e = `${decodeURIComponent(n.username)}:${decodeURIComponent(n.password)}`;
				i[`Proxy-Authorization`] = `Basic ${Buffer.from(e).toString(`base64`)}`;
			}
			i.Host = `${a}:${t.port}`, i[`Proxy-Connection`] ||= this.keepAlive ? `Keep-Alive` : `close`;
			for (let e of Object.keys(i)) o += `${e}: ${i[e]}\r\n`;
			let s = (0, _.parseProxyResponse)(r);
			r.write(`${o}\r\n`);
			let { connect: c, buffered: l } = await s;
			if (e.emit(`proxyConnect`, c), this.emit(`proxyConnect`, c, e), c.statusCode === 200) return e.once(`socket`, x), t.secureEndpoint ? (v(`Upgrading socket connection to TLS`), f.connect({
				...S(y(t), `host`, `path`, `port`),
				socket: r
			})) : r;
			r.destroy();
			let u = new d.Socket({ writable: !1 });
			return u.readable = !0, e.once(`socket`, (e) => {
				v(`Replaying proxy buffer for failed request`), (0, p.default)(e.listenerCount(`data`) > 0), e.push(l), e.push(null);
			}), u;
		}
	};
	b.protocols = [`http`, `https`], t.HttpsProxyAgent = b;
	function x(e) {
		e.resume();
	}
	function S(e, ...t) {
		let n = {}, r;
		for (r in e) t.includes(r) || (n[r] = e[r]);
		return n;
	}
}));
export { a as t };

import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./debug.js";
import { t as r } from "./agent-base.js";
var i = t(((t, i, a) => {
	var o = a && a.__createBinding || (Object.create ? (function(e, t, n, r) {
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
	})), s = a && a.__setModuleDefault || (Object.create ? (function(e, t) {
		Object.defineProperty(e, "default", {
			enumerable: !0,
			value: t
		});
	}) : function(e, t) {
		e.default = t;
	}), c = a && a.__importStar || function(e) {
		if (e && e.__esModule) return e;
		var t = {};
		if (e != null) for (var n in e) n !== "default" && Object.prototype.hasOwnProperty.call(e, n) && o(t, e, n);
		return s(t, e), t;
	}, l = a && a.__importDefault || function(e) {
		return e && e.__esModule ? e : { default: e };
	};
	Object.defineProperty(t, "__esModule", { value: !0 }), t.HttpProxyAgent = void 0;
	let u = c(e(`net`)), d = c(e(`tls`)), f = l(n()), p = e(`events`), m = r(), h = e(`url`), g = (0, f.default)(`http-proxy-agent`);
	var _ = class extends m.Agent {
		constructor(e, t) {
			super(t), this.proxy = typeof e == `string` ? new h.URL(e) : e, this.proxyHeaders = t?.headers ?? {}, g(`Creating new HttpProxyAgent instance: %o`, this.proxy.href);
			let n = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, ``), r = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === `https:` ? 443 : 80;
			this.connectOpts = {
				...t ? v(t, `headers`) : null,
				host: n,
				port: r
			};
		}
		addRequest(e, t) {
			e._header = null, this.setRequestProps(e, t), super.addRequest(e, t);
		}
		setRequestProps(e, t) {
			let { proxy: n } = this, r = `${t.secureEndpoint ? `https:` : `http:`}//${e.getHeader(`host`) || `localhost`}`, i = new h.URL(e.path, r);
			t.port !== 80 && (i.port = String(t.port)), e.path = String(i);
			let a = typeof this.proxyHeaders == `function` ? this.proxyHeaders() : { ...this.proxyHeaders };
			if (n.username || n.password) {
				let e = `${decodeURIComponent(n.username)}:${decodeURIComponent(n.password)}`;
				a[`Proxy-Authorization`] = `Basic ${Buffer.from(e).toString(`base64`)}`;
			}
			a[`Proxy-Connection`] ||= this.keepAlive ? `Keep-Alive` : `close`;
			for (let t of Object.keys(a)) {
				let n = a[t];
				n && e.setHeader(t, n);
			}
		}
		async connect(e, t) {
			e._header = null, e.path.includes(`://`) || this.setRequestProps(e, t);
			let n, r;
			g(`Regenerating stored HTTP header string for request`), e._implicitHeader(), e.outputData && e.outputData.length > 0 && (g(`Patching connection write() output buffer with updated header`), n = e.outputData[0].data, r = n.indexOf(`\r
\r
`) + 4, e.outputData[0].data = e._header + n.substring(r), g(`Output buffer: %o`, e.outputData[0].data));
			let i;
			return this.proxy.protocol === `https:` ? (g("Creating `tls.Socket`: %o", this.connectOpts), i = d.connect(this.connectOpts)) : (g("Creating `net.Socket`: %o", this.connectOpts), i = u.connect(this.connectOpts)), await (0, p.once)(i, `connect`), i;
		}
	};
	_.protocols = [`http`, `https`], t.HttpProxyAgent = _;
	function v(e, ...t) {
		let n = {}, r;
		for (r in e) t.includes(r) || (n[r] = e[r]);
		return n;
	}
}));
export { i as t };

import { t as e } from "./universal-user-agent.js";
var t = {
	method: `GET`,
	baseUrl: `https://api.github.com`,
	headers: {
		accept: `application/vnd.github.v3+json`,
		"user-agent": `octokit-endpoint.js/0.0.0-development ${e()}`
	},
	mediaType: { format: `` }
};
function n(e) {
	return e ? Object.keys(e).reduce((t, n) => (t[n.toLowerCase()] = e[n], t), {}) : {};
}
function r(e) {
	if (typeof e != `object` || !e || Object.prototype.toString.call(e) !== `[object Object]`) return !1;
	let t = Object.getPrototypeOf(e);
	if (t === null) return !0;
	let n = Object.prototype.hasOwnProperty.call(t, `constructor`) && t.constructor;
	return typeof n == `function` && n instanceof n && Function.prototype.call(n) === Function.prototype.call(e);
}
function i(e, t) {
	let n = Object.assign({}, e);
	return Object.keys(t).forEach((a) => {
		r(t[a]) && a in e ? n[a] = i(e[a], t[a]) : Object.assign(n, { [a]: t[a] });
	}), n;
}
function a(e) {
	for (let t in e) e[t] === void 0 && delete e[t];
	return e;
}
function o(e, t, r) {
	if (typeof t == `string`) {
		let [e, n] = t.split(` `);
		r = Object.assign(n ? {
			method: e,
			url: n
		} : { url: e }, r);
	} else r = Object.assign({}, t);
	r.headers = n(r.headers), a(r), a(r.headers);
	let o = i(e || {}, r);
	return r.url === `/graphql` && (e && e.mediaType.previews?.length && (o.mediaType.previews = e.mediaType.previews.filter((e) => !o.mediaType.previews.includes(e)).concat(o.mediaType.previews)), o.mediaType.previews = (o.mediaType.previews || []).map((e) => e.replace(/-preview/, ``))), o;
}
function s(e, t) {
	let n = /\?/.test(e) ? `&` : `?`, r = Object.keys(t);
	return r.length === 0 ? e : e + n + r.map((e) => e === `q` ? `q=` + t.q.split(`+`).map(encodeURIComponent).join(`+`) : `${e}=${encodeURIComponent(t[e])}`).join(`&`);
}
var c = /\{[^{}}]+\}/g;
function l(e) {
	return e.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, ``).split(/,/);
}
function u(e) {
	let t = e.match(c);
	return t ? t.map(l).reduce((e, t) => e.concat(t), []) : [];
}
function d(e, t) {
	let n = { __proto__: null };
	for (let r of Object.keys(e)) t.indexOf(r) === -1 && (n[r] = e[r]);
	return n;
}
function f(e) {
	return e.split(/(%[0-9A-Fa-f]{2})/g).map(function(e) {
		return /%[0-9A-Fa-f]/.test(e) || (e = encodeURI(e).replace(/%5B/g, `[`).replace(/%5D/g, `]`)), e;
	}).join(``);
}
function p(e) {
	return encodeURIComponent(e).replace(/[!'()*]/g, function(e) {
		return `%` + e.charCodeAt(0).toString(16).toUpperCase();
	});
}
function m(e, t, n) {
	return t = e === `+` || e === `#` ? f(t) : p(t), n ? p(n) + `=` + t : t;
}
function h(e) {
	return e != null;
}
function g(e) {
	return e === `;` || e === `&` || e === `?`;
}
function _(e, t, n, r) {
	var i = e[n], a = [];
	if (h(i) && i !== ``) {
		if (typeof i == `string` || typeof i == `number` || typeof i == `bigint` || typeof i == `boolean`) i = i.toString(), r && r !== `*` && (i = i.substring(0, parseInt(r, 10))), a.push(m(t, i, g(t) ? n : ``));
		else if (r === `*`) Array.isArray(i) ? i.filter(h).forEach(function(e) {
			a.push(m(t, e, g(t) ? n : ``));
		}) : Object.keys(i).forEach(function(e) {
			h(i[e]) && a.push(m(t, i[e], e));
		});
		else {
			let e = [];
			Array.isArray(i) ? i.filter(h).forEach(function(n) {
				e.push(m(t, n));
			}) : Object.keys(i).forEach(function(n) {
				h(i[n]) && (e.push(p(n)), e.push(m(t, i[n].toString())));
			}), g(t) ? a.push(p(n) + `=` + e.join(`,`)) : e.length !== 0 && a.push(e.join(`,`));
		}
	} else t === `;` ? h(i) && a.push(p(n)) : i === `` && (t === `&` || t === `?`) ? a.push(p(n) + `=`) : i === `` && a.push(``);
	return a;
}
function v(e) {
	return { expand: y.bind(null, e) };
}
function y(e, t) {
	var n = [
		`+`,
		`#`,
		`.`,
		`/`,
		`;`,
		`?`,
		`&`
	];
	return e = e.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(e, r, i) {
		if (r) {
			let e = ``, i = [];
			if (n.indexOf(r.charAt(0)) !== -1 && (e = r.charAt(0), r = r.substr(1)), r.split(/,/g).forEach(function(n) {
				var r = /([^:\*]*)(?::(\d+)|(\*))?/.exec(n);
				i.push(_(t, e, r[1], r[2] || r[3]));
			}), e && e !== `+`) {
				var a = `,`;
				return e === `?` ? a = `&` : e !== `#` && (a = e), (i.length === 0 ? `` : e) + i.join(a);
			}
			return i.join(`,`);
		}
		return f(i);
	}), e === `/` ? e : e.replace(/\/$/, ``);
}
function b(e) {
	let t = e.method.toUpperCase(), n = (e.url || `/`).replace(/:([a-z]\w+)/g, `{$1}`), r = Object.assign({}, e.headers), i, a = d(e, [
		`method`,
		`baseUrl`,
		`url`,
		`headers`,
		`request`,
		`mediaType`
	]), o = u(n);
	n = v(n).expand(a), /^http/.test(n) || (n = e.baseUrl + n);
	let c = d(a, Object.keys(e).filter((e) => o.includes(e)).concat(`baseUrl`));
	return /application\/octet-stream/i.test(r.accept) || (e.mediaType.format && (r.accept = r.accept.split(/,/).map((t) => t.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${e.mediaType.format}`)).join(`,`)), n.endsWith(`/graphql`) && e.mediaType.previews?.length && (r.accept = (r.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(e.mediaType.previews).map((t) => `application/vnd.github.${t}-preview${e.mediaType.format ? `.${e.mediaType.format}` : `+json`}`).join(`,`))), [`GET`, `HEAD`].includes(t) ? n = s(n, c) : `data` in c ? i = c.data : Object.keys(c).length && (i = c), !r[`content-type`] && i !== void 0 && (r[`content-type`] = `application/json; charset=utf-8`), [`PATCH`, `PUT`].includes(t) && i === void 0 && (i = ``), Object.assign({
		method: t,
		url: n,
		headers: r
	}, i === void 0 ? null : { body: i }, e.request ? { request: e.request } : null);
}
function x(e, t, n) {
	return b(o(e, t, n));
}
function S(e, t) {
	let n = o(e, t), r = x.bind(null, n);
	return Object.assign(r, {
		DEFAULTS: n,
		defaults: S.bind(null, n),
		merge: o.bind(null, n),
		parse: b
	});
}
var C = S(null, t);
export { C as t };

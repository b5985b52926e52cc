import { t as e } from "../lazy/rolldown-runtime.js";
import { a as t, c as n, i as r, l as i, s as a } from "./azure-core-rest-pipeline.js";
import { t as o } from "./azure-logger.js";
import { a as s, i as c } from "./azure-core-util.js";
function l(e) {
	return s(e, `base64`);
}
function u(e) {
	return c(e, `base64`);
}
function d(e, t) {
	return t !== `Composite` && t !== `Dictionary` && (typeof e == `string` || typeof e == `number` || typeof e == `boolean` || t?.match(/^(Date|DateTime|DateTimeRfc1123|UnixTime|ByteArray|Base64Url)$/i) !== null || e == null);
}
const f = /^(-|\+)?P(?:([-+]?[0-9,.]*)Y)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)W)?(?:([-+]?[0-9,.]*)D)?(?:T(?:([-+]?[0-9,.]*)H)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)S)?)?$/;
function p(e) {
	return f.test(e);
}
const m = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/i;
function h(e) {
	return m.test(e);
}
function g(e) {
	let t = {
		...e.headers,
		...e.body
	};
	return e.hasNullableType && Object.getOwnPropertyNames(t).length === 0 ? e.shouldWrapBody ? { body: null } : null : e.shouldWrapBody ? {
		...e.headers,
		body: e.body
	} : t;
}
function _(e, t) {
	let n = e.parsedHeaders;
	if (e.request.method === `HEAD`) return {
		...n,
		body: e.parsedBody
	};
	let r = t && t.bodyMapper, i = !!r?.nullable, a = r?.type.name;
	if (a === `Stream`) return {
		...n,
		blobBody: e.blobBody,
		readableStreamBody: e.readableStreamBody
	};
	let o = a === `Composite` && r.type.modelProperties || {}, s = Object.keys(o).some((e) => o[e].serializedName === ``);
	if (a === `Sequence` || s) {
		let t = e.parsedBody ?? [];
		for (let n of Object.keys(o)) o[n].serializedName && (t[n] = e.parsedBody?.[n]);
		if (n) for (let e of Object.keys(n)) t[e] = n[e];
		return i && !e.parsedBody && !n && Object.getOwnPropertyNames(o).length === 0 ? null : t;
	}
	return g({
		body: e.parsedBody,
		headers: n,
		hasNullableType: i,
		shouldWrapBody: d(e.parsedBody, a)
	});
}
var v = class {
	modelMappers;
	isXML;
	constructor(e = {}, t = !1) {
		this.modelMappers = e, this.isXML = t;
	}
	validateConstraints(e, t, n) {
		let r = (e, r) => {
			throw Error(`"${n}" with value "${t}" should satisfy the constraint "${e}": ${r}.`);
		};
		if (e.constraints && t != null) {
			let { ExclusiveMaximum: n, ExclusiveMinimum: i, InclusiveMaximum: a, InclusiveMinimum: o, MaxItems: s, MaxLength: c, MinItems: l, MinLength: u, MultipleOf: d, Pattern: f, UniqueItems: p } = e.constraints;
			if (n !== void 0 && t >= n && r(`ExclusiveMaximum`, n), i !== void 0 && t <= i && r(`ExclusiveMinimum`, i), a !== void 0 && t > a && r(`InclusiveMaximum`, a), o !== void 0 && t < o && r(`InclusiveMinimum`, o), s !== void 0 && t.length > s && r(`MaxItems`, s), c !== void 0 && t.length > c && r(`MaxLength`, c), l !== void 0 && t.length < l && r(`MinItems`, l), u !== void 0 && t.length < u && r(`MinLength`, u), d !== void 0 && t % d !== 0 && r(`MultipleOf`, d), f) {
				let e = typeof f == `string` ? new RegExp(f) : f;
				(typeof t != `string` || t.match(e) === null) && r(`Pattern`, f);
			}
			p && t.some((e, t, n) => n.indexOf(e) !== t) && r(`UniqueItems`, p);
		}
	}
	serialize(e, t, n, r = { xml: {} }) {
		let i = { xml: {
			rootName: r.xml.rootName ?? ``,
			includeRoot: r.xml.includeRoot ?? !1,
			xmlCharKey: r.xml.xmlCharKey ?? `_`
		} }, a = {}, o = e.type.name;
		n ||= e.serializedName, o.match(/^Sequence$/i) !== null && (a = []), e.isConstant && (t = e.defaultValue);
		let { required: s, nullable: c } = e;
		if (s && c && t === void 0) throw Error(`${n} cannot be undefined.`);
		if (s && !c && t == null) throw Error(`${n} cannot be null or undefined.`);
		if (!s && c === !1 && t === null) throw Error(`${n} cannot be null.`);
		return t == null ? a = t : o.match(/^any$/i) === null ? o.match(/^(Number|String|Boolean|Object|Stream|Uuid)$/i) === null ? o.match(/^Enum$/i) === null ? o.match(/^(Date|DateTime|TimeSpan|DateTimeRfc1123|UnixTime)$/i) === null ? o.match(/^ByteArray$/i) === null ? o.match(/^Base64Url$/i) === null ? o.match(/^Sequence$/i) === null ? o.match(/^Dictionary$/i) === null ? o.match(/^Composite$/i) !== null && (a = oe(this, e, t, n, !!this.isXML, i)) : a = E(this, e, t, n, !!this.isXML, i) : a = T(this, e, t, n, !!this.isXML, i) : a = C(n, t) : a = S(n, t) : a = w(o, t, n) : a = x(n, e.type.allowedValues, t) : a = ae(o, n, t) : a = t, a;
	}
	deserialize(e, t, n, r = { xml: {} }) {
		let i = {
			xml: {
				rootName: r.xml.rootName ?? ``,
				includeRoot: r.xml.includeRoot ?? !1,
				xmlCharKey: r.xml.xmlCharKey ?? `_`
			},
			ignoreUnknownProperties: r.ignoreUnknownProperties ?? !1
		};
		if (t == null) return this.isXML && e.type.name === `Sequence` && !e.xmlIsWrapped && (t = []), e.defaultValue !== void 0 && (t = e.defaultValue), t;
		let a, o = e.type.name;
		if (n ||= e.serializedName, o.match(/^Composite$/i) !== null) a = M(this, e, t, n, i);
		else {
			if (this.isXML) {
				let e = i.xml.xmlCharKey;
				t.$ !== void 0 && t[e] !== void 0 && (t = t[e]);
			}
			o.match(/^Number$/i) === null ? o.match(/^Boolean$/i) === null ? o.match(/^(String|Enum|Object|Stream|Uuid|TimeSpan|any)$/i) === null ? o.match(/^(Date|DateTime|DateTimeRfc1123)$/i) === null ? o.match(/^UnixTime$/i) === null ? o.match(/^ByteArray$/i) === null ? o.match(/^Base64Url$/i) === null ? o.match(/^Sequence$/i) === null ? o.match(/^Dictionary$/i) !== null && (a = N(this, e, t, n, i)) : a = P(this, e, t, n, i) : a = ne(t) : a = u(t) : a = ie(t) : a = new Date(t) : a = t : a = t === `true` || t !== `false` && t : (a = parseFloat(t), isNaN(a) && (a = t));
		}
		return e.isConstant && (a = e.defaultValue), a;
	}
};
function y(e = {}, t = !1) {
	return new v(e, t);
}
function ee(e, t) {
	let n = e.length;
	for (; n - 1 >= 0 && e[n - 1] === t;) --n;
	return e.substr(0, n);
}
function te(e) {
	if (e) {
		if (!(e instanceof Uint8Array)) throw Error(`Please provide an input of type Uint8Array for converting to Base64Url.`);
		return ee(l(e), `=`).replace(/\+/g, `-`).replace(/\//g, `_`);
	}
}
function ne(e) {
	if (e) {
		if (e && typeof e.valueOf() != `string`) throw Error(`Please provide an input of type string for converting to Uint8Array`);
		return e = e.replace(/-/g, `+`).replace(/_/g, `/`), u(e);
	}
}
function b(e) {
	let t = [], n = ``;
	if (e) {
		let r = e.split(`.`);
		for (let e of r) e.charAt(e.length - 1) === `\\` ? n += e.substr(0, e.length - 1) + `.` : (n += e, t.push(n), n = ``);
	}
	return t;
}
function re(e) {
	if (e) return typeof e.valueOf() == `string` && (e = new Date(e)), Math.floor(e.getTime() / 1e3);
}
function ie(e) {
	if (e) return new Date(e * 1e3);
}
function ae(e, t, n) {
	if (n != null) {
		if (e.match(/^Number$/i) !== null) {
			if (typeof n != `number`) throw Error(`${t} with value ${n} must be of type number.`);
		} else if (e.match(/^String$/i) !== null) {
			if (typeof n.valueOf() != `string`) throw Error(`${t} with value "${n}" must be of type string.`);
		} else if (e.match(/^Uuid$/i) !== null) {
			if (!(typeof n.valueOf() == `string` && h(n))) throw Error(`${t} with value "${n}" must be of type string and a valid uuid.`);
		} else if (e.match(/^Boolean$/i) !== null) {
			if (typeof n != `boolean`) throw Error(`${t} with value ${n} must be of type boolean.`);
		} else if (e.match(/^Stream$/i) !== null) {
			let e = typeof n;
			if (e !== `string` && typeof n.pipe != `function` && typeof n.tee != `function` && !(n instanceof ArrayBuffer) && !ArrayBuffer.isView(n) && !((typeof Blob == `function` || typeof Blob == `object`) && n instanceof Blob) && e !== `function`) throw Error(`${t} must be a string, Blob, ArrayBuffer, ArrayBufferView, ReadableStream, or () => ReadableStream.`);
		}
	}
	return n;
}
function x(e, t, n) {
	if (!t) throw Error(`Please provide a set of allowedValues to validate ${e} as an Enum Type.`);
	if (!t.some((e) => typeof e.valueOf() == `string` ? e.toLowerCase() === n.toLowerCase() : e === n)) throw Error(`${n} is not a valid value for ${e}. The valid values are: ${JSON.stringify(t)}.`);
	return n;
}
function S(e, t) {
	if (t != null) {
		if (!(t instanceof Uint8Array)) throw Error(`${e} must be of type Uint8Array.`);
		t = l(t);
	}
	return t;
}
function C(e, t) {
	if (t != null) {
		if (!(t instanceof Uint8Array)) throw Error(`${e} must be of type Uint8Array.`);
		t = te(t);
	}
	return t;
}
function w(e, t, n) {
	if (t != null) {
		if (e.match(/^Date$/i) !== null) {
			if (!(t instanceof Date || typeof t.valueOf() == `string` && !isNaN(Date.parse(t)))) throw Error(`${n} must be an instanceof Date or a string in ISO8601 format.`);
			t = t instanceof Date ? t.toISOString().substring(0, 10) : new Date(t).toISOString().substring(0, 10);
		} else if (e.match(/^DateTime$/i) !== null) {
			if (!(t instanceof Date || typeof t.valueOf() == `string` && !isNaN(Date.parse(t)))) throw Error(`${n} must be an instanceof Date or a string in ISO8601 format.`);
			t = t instanceof Date ? t.toISOString() : new Date(t).toISOString();
		} else if (e.match(/^DateTimeRfc1123$/i) !== null) {
			if (!(t instanceof Date || typeof t.valueOf() == `string` && !isNaN(Date.parse(t)))) throw Error(`${n} must be an instanceof Date or a string in RFC-1123 format.`);
			t = t instanceof Date ? t.toUTCString() : new Date(t).toUTCString();
		} else if (e.match(/^UnixTime$/i) !== null) {
			if (!(t instanceof Date || typeof t.valueOf() == `string` && !isNaN(Date.parse(t)))) throw Error(`${n} must be an instanceof Date or a string in RFC-1123/ISO8601 format for it to be serialized in UnixTime/Epoch format.`);
			t = re(t);
		} else if (e.match(/^TimeSpan$/i) !== null && !p(t)) throw Error(`${n} must be a string in ISO 8601 format. Instead was "${t}".`);
	}
	return t;
}
function T(e, t, n, r, i, a) {
	if (!Array.isArray(n)) throw Error(`${r} must be of type Array.`);
	let o = t.type.element;
	if (!o || typeof o != `object`) throw Error(`"element" metadata for an Array must be defined in the mapper and it must be of type "object" in ${r}.`);
	o.type.name === `Composite` && o.type.className && (o = e.modelMappers[o.type.className] ?? o);
	let s = [];
	for (let t = 0; t < n.length; t++) {
		let c = e.serialize(o, n[t], r, a);
		if (i && o.xmlNamespace) {
			let e = o.xmlNamespacePrefix ? `xmlns:${o.xmlNamespacePrefix}` : `xmlns`;
			o.type.name === `Composite` ? (s[t] = { ...c }, s[t].$ = { [e]: o.xmlNamespace }) : (s[t] = {}, s[t][a.xml.xmlCharKey] = c, s[t].$ = { [e]: o.xmlNamespace });
		} else s[t] = c;
	}
	return s;
}
function E(e, t, n, r, i, a) {
	if (typeof n != `object`) throw Error(`${r} must be of type object.`);
	let o = t.type.value;
	if (!o || typeof o != `object`) throw Error(`"value" metadata for a Dictionary must be defined in the mapper and it must of type "object" in ${r}.`);
	let s = {};
	for (let t of Object.keys(n)) {
		let c = e.serialize(o, n[t], r, a);
		Object.defineProperty(s, t, {
			value: A(o, c, i, a),
			enumerable: !0,
			configurable: !0,
			writable: !0
		});
	}
	if (i && t.xmlNamespace) {
		let e = t.xmlNamespacePrefix ? `xmlns:${t.xmlNamespacePrefix}` : `xmlns`, n = s;
		return n.$ = { [e]: t.xmlNamespace }, n;
	}
	return s;
}
function D(e, t, n) {
	let r = t.type.additionalProperties;
	return !r && t.type.className ? O(e, t, n)?.type.additionalProperties : r;
}
function O(e, t, n) {
	let r = t.type.className;
	if (!r) throw Error(`Class name for model "${n}" is not provided in the mapper "${JSON.stringify(t, void 0, 2)}".`);
	return e.modelMappers[r];
}
function k(e, t, n) {
	let r = t.type.modelProperties;
	if (!r) {
		let i = O(e, t, n);
		if (!i) throw Error(`mapper() cannot be null or undefined for model "${t.type.className}".`);
		if (r = i?.type.modelProperties, !r) throw Error(`modelProperties cannot be null or undefined in the mapper "${JSON.stringify(i)}" of type "${t.type.className}" for object "${n}".`);
	}
	return r;
}
function oe(e, t, n, r, i, a) {
	if (L(e, t) && (t = I(e, t, n, `clientName`)), n != null) {
		let o = {}, s = k(e, t, r);
		for (let c of Object.keys(s)) {
			let l = s[c];
			if (l.readOnly) continue;
			let u, d = o;
			if (e.isXML) u = l.xmlIsWrapped ? l.xmlName : l.xmlElementName || l.xmlName;
			else {
				let e = b(l.serializedName);
				u = e.pop();
				for (let t of e) d[t] == null && (n[c] !== void 0 && n[c] !== null || l.defaultValue !== void 0) && (d[t] = {}), d = d[t];
			}
			if (d != null) {
				if (i && t.xmlNamespace) {
					let e = t.xmlNamespacePrefix ? `xmlns:${t.xmlNamespacePrefix}` : `xmlns`;
					d.$ = {
						...d.$,
						[e]: t.xmlNamespace
					};
				}
				let o = l.serializedName === `` ? r : r + `.` + l.serializedName, s = n[c], f = L(e, t);
				f && f.clientName === c && s == null && (s = t.serializedName);
				let p = e.serialize(l, s, o, a);
				if (p !== void 0 && u != null) {
					let e = A(l, p, i, a);
					i && l.xmlIsAttribute ? (d.$ = d.$ || {}, d.$[u] = p) : i && l.xmlIsWrapped ? d[u] = { [l.xmlElementName]: e } : d[u] = e;
				}
			}
		}
		let c = D(e, t, r);
		if (c) {
			let t = Object.keys(s);
			for (let i of Object.keys(n)) t.every((e) => e !== i) && Object.defineProperty(o, i, {
				value: e.serialize(c, n[i], r + `["` + i + `"]`, a),
				enumerable: !0,
				configurable: !0,
				writable: !0
			});
		}
		return o;
	}
	return n;
}
function A(e, t, n, r) {
	if (!n || !e.xmlNamespace) return t;
	let i = { [e.xmlNamespacePrefix ? `xmlns:${e.xmlNamespacePrefix}` : `xmlns`]: e.xmlNamespace };
	if ([`Composite`].includes(e.type.name)) {
		if (t.$) return t;
		{
			let e = { ...t };
			return e.$ = i, e;
		}
	}
	let a = {};
	return a[r.xml.xmlCharKey] = t, a.$ = i, a;
}
function j(e, t) {
	return [`$`, t.xml.xmlCharKey].includes(e);
}
function M(e, t, n, r, i) {
	let a = i.xml.xmlCharKey ?? `_`;
	L(e, t) && (t = I(e, t, n, `serializedName`));
	let o = k(e, t, r), s = {}, c = [];
	for (let l of Object.keys(o)) {
		let u = o[l], d = b(o[l].serializedName);
		c.push(d[0]);
		let { serializedName: f, xmlName: p, xmlElementName: m } = u, h = r;
		f !== `` && f !== void 0 && (h = r + `.` + f);
		let g = u.headerCollectionPrefix;
		if (g) {
			let t = {};
			for (let r of Object.keys(n)) r.startsWith(g) && Object.defineProperty(t, r.substring(g.length), {
				value: e.deserialize(u.type.value, n[r], h, i),
				enumerable: !0,
				configurable: !0,
				writable: !0
			}), c.push(r);
			s[l] = t;
		} else if (e.isXML) {
			if (u.xmlIsAttribute && n.$) s[l] = e.deserialize(u, n.$[p], h, i);
			else if (u.xmlIsMsText) n[a] === void 0 ? typeof n == `string` && (s[l] = n) : s[l] = n[a];
			else {
				let t = m || p || f;
				if (u.xmlIsWrapped) {
					let t = n[p]?.[m] ?? [];
					Object.defineProperty(s, l, {
						value: e.deserialize(u, t, h, i),
						enumerable: !0,
						configurable: !0,
						writable: !0
					}), c.push(p);
				} else {
					let r = n[t];
					s[l] = e.deserialize(u, r, h, i), c.push(t);
				}
			}
		} else {
			let r, a = n, c = 0;
			for (let e of d) {
				if (!a) break;
				c++, a = a[e];
			}
			a === null && c < d.length && (a = void 0), r = a;
			let f = t.type.polymorphicDiscriminator;
			f && l === f.clientName && r == null && (r = t.serializedName);
			let p;
			if (Array.isArray(n[l]) && o[l].serializedName === ``) {
				r = n[l];
				let t = e.deserialize(u, r, h, i);
				for (let [e, n] of Object.entries(s)) Object.prototype.hasOwnProperty.call(t, e) || (t[e] = n);
				s = t;
			} else (r !== void 0 || u.defaultValue !== void 0) && (p = e.deserialize(u, r, h, i), s[l] = p);
		}
	}
	let l = t.type.additionalProperties;
	if (l) {
		let t = (e) => {
			for (let t of Object.keys(o)) if (b(o[t].serializedName)[0] === e) return !1;
			return !0;
		};
		for (let a of Object.keys(n)) if (t(a)) {
			let t = e.deserialize(l, n[a], r + `["` + a + `"]`, i);
			Object.defineProperty(s, a, {
				value: t,
				enumerable: !0,
				configurable: !0,
				writable: !0
			});
		}
	} else if (n && !i.ignoreUnknownProperties) for (let e of Object.keys(n)) s[e] === void 0 && !c.includes(e) && !j(e, i) && Object.defineProperty(s, e, {
		value: n[e],
		enumerable: !0,
		configurable: !0,
		writable: !0
	});
	return s;
}
function N(e, t, n, r, i) {
	let a = t.type.value;
	if (!a || typeof a != `object`) throw Error(`"value" metadata for a Dictionary must be defined in the mapper and it must of type "object" in ${r}`);
	if (n) {
		let t = {};
		for (let o of Object.keys(n)) Object.defineProperty(t, o, {
			value: e.deserialize(a, n[o], r, i),
			enumerable: !0,
			configurable: !0,
			writable: !0
		});
		return t;
	}
	return n;
}
function P(e, t, n, r, i) {
	let a = t.type.element;
	if (!a || typeof a != `object`) throw Error(`"element" metadata for an Array must be defined in the mapper and it must be of type "object" in ${r}`);
	if (n) {
		Array.isArray(n) || (n = [n]), a.type.name === `Composite` && a.type.className && (a = e.modelMappers[a.type.className] ?? a);
		let t = [];
		for (let o = 0; o < n.length; o++) t[o] = e.deserialize(a, n[o], `${r}[${o}]`, i);
		return t;
	}
	return n;
}
function F(e, t, n) {
	let r = [n];
	for (; r.length;) {
		let n = r.shift(), i = t === n ? t : n + `.` + t;
		if (Object.prototype.hasOwnProperty.call(e, i)) return e[i];
		for (let [t, i] of Object.entries(e)) t.startsWith(n + `.`) && i.type.uberParent === n && i.type.className && r.push(i.type.className);
	}
}
function I(e, t, n, r) {
	let i = L(e, t);
	if (i) {
		let a = i[r];
		if (a) {
			r === `serializedName` && (a = a.replace(/\\/gi, ``));
			let i = n[a], o = t.type.uberParent ?? t.type.className;
			if (typeof i == `string` && o) {
				let n = F(e.modelMappers.discriminators, i, o);
				n && (t = n);
			}
		}
	}
	return t;
}
function L(e, t) {
	return t.type.polymorphicDiscriminator || R(e, t.type.uberParent) || R(e, t.type.className);
}
function R(e, t) {
	return t && e.modelMappers[t] && e.modelMappers[t].type.polymorphicDiscriminator;
}
const z = {
	Base64Url: `Base64Url`,
	Boolean: `Boolean`,
	ByteArray: `ByteArray`,
	Composite: `Composite`,
	Date: `Date`,
	DateTime: `DateTime`,
	DateTimeRfc1123: `DateTimeRfc1123`,
	Dictionary: `Dictionary`,
	Enum: `Enum`,
	Number: `Number`,
	Object: `Object`,
	Sequence: `Sequence`,
	String: `String`,
	Stream: `Stream`,
	TimeSpan: `TimeSpan`,
	UnixTime: `UnixTime`
}, B = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.state = void 0, e.state = { operationRequestMap: new WeakMap() };
}))().state;
function V(e, t, n) {
	let r = t.parameterPath, i = t.mapper, a;
	if (typeof r == `string` && (r = [r]), Array.isArray(r)) {
		if (r.length > 0) {
			if (i.isConstant) a = i.defaultValue;
			else {
				let t = H(e, r);
				!t.propertyFound && n && (t = H(n, r));
				let o = !1;
				t.propertyFound || (o = i.required || r[0] === `options` && r.length === 2), a = o ? i.defaultValue : t.propertyValue;
			}
		}
	} else {
		i.required && (a = {});
		for (let [t, o] of Object.entries(r)) {
			let r = i.type.modelProperties[t], s = V(e, {
				parameterPath: o,
				mapper: r
			}, n);
			s !== void 0 && (a ||= {}, Object.defineProperty(a, t, {
				value: s,
				enumerable: !0,
				configurable: !0,
				writable: !0
			}));
		}
	}
	return a;
}
function H(e, t) {
	let n = { propertyFound: !1 }, r = 0;
	for (; r < t.length; ++r) {
		let n = t[r];
		if (e && n in e) e = e[n];
		else break;
	}
	return r === t.length && (n.propertyValue = e, n.propertyFound = !0), n;
}
const U = Symbol.for(`@azure/core-client original request`);
function W(e) {
	return U in e;
}
function G(e) {
	if (W(e)) return G(e[U]);
	let t = B.operationRequestMap.get(e);
	return t || (t = {}, B.operationRequestMap.set(e, t)), t;
}
const K = [`application/json`, `text/json`], q = [`application/xml`, `application/atom+xml`];
function se(e = {}) {
	let t = e.expectedContentTypes?.json ?? K, n = e.expectedContentTypes?.xml ?? q, r = e.parseXML, i = e.serializerOptions, a = { xml: {
		rootName: i?.xml.rootName ?? ``,
		includeRoot: i?.xml.includeRoot ?? !1,
		xmlCharKey: i?.xml.xmlCharKey ?? `_`
	} };
	return {
		name: `deserializationPolicy`,
		async sendRequest(e, i) {
			let o = await i(e);
			return ue(t, n, o, a, r);
		}
	};
}
function ce(e) {
	let t, n = e.request, r = G(n), i = r?.operationSpec;
	return i && (t = r?.operationResponseGetter ? r?.operationResponseGetter(i, e) : i.responses[e.status]), t;
}
function le(e) {
	let t = e.request, n = G(t)?.shouldDeserialize, r;
	return r = n === void 0 ? !0 : typeof n == `boolean` ? n : n(e), r;
}
async function ue(e, t, n, r, a) {
	let o = await J(e, t, n, r, a);
	if (!le(o)) return o;
	let s = G(o.request)?.operationSpec;
	if (!s || !s.responses) return o;
	let c = ce(o), { error: l, shouldReturnResponse: u } = fe(o, s, c, r);
	if (l) throw l;
	if (u) return o;
	if (c) {
		if (c.bodyMapper) {
			let e = o.parsedBody;
			s.isXML && c.bodyMapper.type.name === z.Sequence && (e = typeof e == `object` ? e[c.bodyMapper.xmlElementName] : []);
			try {
				o.parsedBody = s.serializer.deserialize(c.bodyMapper, e, `operationRes.parsedBody`, r);
			} catch (e) {
				throw new i(`Error ${e} occurred in deserializing the responseBody - ${o.bodyAsText}`, {
					statusCode: o.status,
					request: o.request,
					response: o
				});
			}
		} else s.httpMethod === `HEAD` && (o.parsedBody = n.status >= 200 && n.status < 300);
		c.headersMapper && (o.parsedHeaders = s.serializer.deserialize(c.headersMapper, o.headers.toJSON(), `operationRes.parsedHeaders`, {
			xml: {},
			ignoreUnknownProperties: !0
		}));
	}
	return o;
}
function de(e) {
	let t = Object.keys(e.responses);
	return t.length === 0 || t.length === 1 && t[0] === "default";
}
function fe(e, t, n, r) {
	let a = 200 <= e.status && e.status < 300;
	if (de(t) ? a : n) {
		if (n) {
			if (!n.isError) return {
				error: null,
				shouldReturnResponse: !1
			};
		} else return {
			error: null,
			shouldReturnResponse: !1
		};
	}
	let o = n ?? t.responses.default, s = e.request.streamResponseStatusCodes?.has(e.status) ? `Unexpected status code: ${e.status}` : e.bodyAsText, c = new i(s, {
		statusCode: e.status,
		request: e.request,
		response: e
	});
	if (!o && !(e.parsedBody?.error?.code && e.parsedBody?.error?.message)) throw c;
	let l = o?.bodyMapper, u = o?.headersMapper;
	try {
		if (e.parsedBody) {
			let n = e.parsedBody, i;
			if (l) {
				let e = n;
				if (t.isXML && l.type.name === z.Sequence) {
					e = [];
					let t = l.xmlElementName;
					typeof n == `object` && t && (e = n[t]);
				}
				i = t.serializer.deserialize(l, e, `error.response.parsedBody`, r);
			}
			let a = n.error || i || n;
			c.code = a.code, a.message && (c.message = a.message), l && (c.response.parsedBody = i);
		}
		e.headers && u && (c.response.parsedHeaders = t.serializer.deserialize(u, e.headers.toJSON(), `operationRes.parsedHeaders`));
	} catch (t) {
		c.message = `Error "${t.message}" occurred in deserializing the responseBody - "${e.bodyAsText}" for the default response.`;
	}
	return {
		error: c,
		shouldReturnResponse: !1
	};
}
async function J(e, t, n, r, a) {
	if (!n.request.streamResponseStatusCodes?.has(n.status) && n.bodyAsText) {
		let o = n.bodyAsText, s = n.headers.get(`Content-Type`) || ``, c = s ? s.split(`;`).map((e) => e.toLowerCase()) : [];
		try {
			if (c.length === 0 || c.some((t) => e.indexOf(t) !== -1)) return n.parsedBody = JSON.parse(o), n;
			if (c.some((e) => t.indexOf(e) !== -1)) {
				if (!a) throw Error(`Parsing XML not supported.`);
				return n.parsedBody = await a(o, r.xml), n;
			}
		} catch (e) {
			let t = `Error "${e}" occurred while parsing the response body - ${n.bodyAsText}.`, r = e.code || i.PARSE_ERROR;
			throw new i(t, {
				code: r,
				statusCode: n.status,
				request: n.request,
				response: n
			});
		}
	}
	return n;
}
function pe(e) {
	let t = new Set();
	for (let [n, r] of Object.entries(e.responses)) r.bodyMapper && r.bodyMapper.type.name === z.Stream && t.add(Number(n));
	return t;
}
function Y(e) {
	let { parameterPath: t, mapper: n } = e, r;
	return r = typeof t == `string` ? t : Array.isArray(t) ? t.join(`.`) : n.serializedName, r;
}
function me(e = {}) {
	let t = e.stringifyXML;
	return {
		name: `serializationPolicy`,
		sendRequest(e, n) {
			let r = G(e), i = r?.operationSpec, a = r?.operationArguments;
			return i && a && (he(e, a, i), ge(e, a, i, t)), n(e);
		}
	};
}
function he(e, t, n) {
	if (n.headerParameters) for (let r of n.headerParameters) {
		let i = V(t, r);
		if (i != null || r.mapper.required) {
			i = n.serializer.serialize(r.mapper, i, Y(r));
			let t = r.mapper.headerCollectionPrefix;
			if (t) for (let n of Object.keys(i)) e.headers.set(t + n, i[n]);
			else e.headers.set(r.mapper.serializedName || Y(r), i);
		}
	}
	let r = t.options?.requestOptions?.customHeaders;
	if (r) for (let t of Object.keys(r)) e.headers.set(t, r[t]);
}
function ge(e, t, n, r = function() {
	throw Error(`XML serialization unsupported!`);
}) {
	let i = t.options?.serializerOptions, a = { xml: {
		rootName: i?.xml.rootName ?? ``,
		includeRoot: i?.xml.includeRoot ?? !1,
		xmlCharKey: i?.xml.xmlCharKey ?? `_`
	} }, o = a.xml.xmlCharKey;
	if (n.requestBody && n.requestBody.mapper) {
		e.body = V(t, n.requestBody);
		let i = n.requestBody.mapper, { required: s, serializedName: c, xmlName: l, xmlElementName: u, xmlNamespace: d, xmlNamespacePrefix: f, nullable: p } = i, m = i.type.name;
		try {
			if (e.body !== void 0 && e.body !== null || p && e.body === null || s) {
				let t = Y(n.requestBody);
				e.body = n.serializer.serialize(i, e.body, t, a);
				let s = m === z.Stream;
				if (n.isXML) {
					let t = f ? `xmlns:${f}` : `xmlns`, n = _e(d, t, m, e.body, a);
					m === z.Sequence ? e.body = r(ve(n, u || l || c, t, d), {
						rootName: l || c,
						xmlCharKey: o
					}) : s || (e.body = r(n, {
						rootName: l || c,
						xmlCharKey: o
					}));
				} else if (m === z.String && (n.contentType?.match(`text/plain`) || n.mediaType === `text`)) return;
				else s || (e.body = JSON.stringify(e.body));
			}
		} catch (e) {
			throw Error(`Error "${e.message}" occurred in serializing the payload - ${JSON.stringify(c, void 0, `  `)}.`, { cause: e });
		}
	} else if (n.formDataParameters && n.formDataParameters.length > 0) {
		e.formData = {};
		for (let r of n.formDataParameters) {
			let i = V(t, r);
			if (i != null) {
				let t = r.mapper.serializedName || Y(r);
				e.formData[t] = n.serializer.serialize(r.mapper, i, Y(r), a);
			}
		}
	}
}
function _e(e, t, n, r, i) {
	if (e && ![
		`Composite`,
		`Sequence`,
		`Dictionary`
	].includes(n)) {
		let n = {};
		return n[i.xml.xmlCharKey] = r, n.$ = { [t]: e }, n;
	}
	return r;
}
function ve(e, t, n, r) {
	if (Array.isArray(e) || (e = [e]), !n || !r) return { [t]: e };
	let i = { [t]: e };
	return i.$ = { [n]: r }, i;
}
function X(e = {}) {
	let t = n(e ?? {});
	return e.credentialOptions && t.addPolicy(r({
		credential: e.credentialOptions.credential,
		scopes: e.credentialOptions.credentialScopes
	})), t.addPolicy(me(e.serializationOptions), { phase: `Serialize` }), t.addPolicy(se(e.deserializationOptions), { phase: `Deserialize` }), t;
}
let Z;
function ye() {
	return Z ||= a(), Z;
}
const be = {
	CSV: `,`,
	SSV: ` `,
	Multi: `Multi`,
	TSV: `	`,
	Pipes: `|`
};
function xe(e, t, n, r) {
	let i = Se(t, n, r), a = !1, o = Q(e, i);
	if (t.path) {
		let e = Q(t.path, i);
		t.path === `/{nextLink}` && e.startsWith(`/`) && (e = e.substring(1)), Ce(e) ? (o = e, a = !0) : o = we(o, e);
	}
	let { queryParams: s, sequenceParams: c } = Te(t, n, r);
	return o = De(o, s, c, a), o;
}
function Q(e, t) {
	let n = e;
	for (let [e, r] of t) n = n.split(e).join(r);
	return n;
}
function Se(e, t, n) {
	let r = new Map();
	if (e.urlParameters?.length) for (let i of e.urlParameters) {
		let a = V(t, i, n), o = Y(i);
		a = e.serializer.serialize(i.mapper, a, o), i.skipEncoding || (a = encodeURIComponent(a)), r.set(`{${i.mapper.serializedName || o}}`, a);
	}
	return r;
}
function Ce(e) {
	return e.includes(`://`);
}
function we(e, t) {
	if (!t) return e;
	let n = new URL(e), r = n.pathname;
	r.endsWith(`/`) || (r = `${r}/`), t.startsWith(`/`) && (t = t.substring(1));
	let i = t.indexOf(`?`);
	if (i !== -1) {
		let e = t.substring(0, i), a = t.substring(i + 1);
		r += e, a && (n.search = n.search ? `${n.search}&${a}` : a);
	} else r += t;
	return Object.assign(n, { pathname: r }), n.toString();
}
function Te(e, t, n) {
	let r = new Map(), i = new Set();
	if (e.queryParameters?.length) for (let a of e.queryParameters) {
		a.mapper.type.name === `Sequence` && a.mapper.serializedName && i.add(a.mapper.serializedName);
		let o = V(t, a, n);
		if (o != null || a.mapper.required) {
			o = e.serializer.serialize(a.mapper, o, Y(a));
			let t = a.collectionFormat ? be[a.collectionFormat] : ``;
			if (Array.isArray(o) && (o = o.map((e) => e ?? ``)), a.collectionFormat === `Multi` && o.length === 0) continue;
			Array.isArray(o) && (a.collectionFormat === `SSV` || a.collectionFormat === `TSV`) && (o = o.join(t)), a.skipEncoding || (o = Array.isArray(o) ? o.map((e) => encodeURIComponent(e)) : encodeURIComponent(o)), Array.isArray(o) && (a.collectionFormat === `CSV` || a.collectionFormat === `Pipes`) && (o = o.join(t)), r.set(a.mapper.serializedName || Y(a), o);
		}
	}
	return {
		queryParams: r,
		sequenceParams: i
	};
}
function Ee(e) {
	let t = new Map();
	if (!e || e[0] !== `?`) return t;
	e = e.slice(1);
	let n = e.split(`&`);
	for (let e of n) {
		let [n, r] = e.split(`=`, 2), i = t.get(n);
		i ? Array.isArray(i) ? i.push(r) : t.set(n, [i, r]) : t.set(n, r);
	}
	return t;
}
function De(e, t, n, r = !1) {
	if (t.size === 0) return e;
	let i = new URL(e), a = Ee(i.search);
	for (let [e, i] of t) {
		let t = a.get(e);
		if (Array.isArray(t)) {
			if (Array.isArray(i)) {
				t.push(...i);
				let n = new Set(t);
				a.set(e, Array.from(n));
			} else t.push(i);
		} else t ? (Array.isArray(i) ? i.unshift(t) : n.has(e) && a.set(e, [t, i]), r || a.set(e, i)) : a.set(e, i);
	}
	let o = [];
	for (let [e, t] of a) if (typeof t == `string`) o.push(`${e}=${t}`);
	else if (Array.isArray(t)) for (let n of t) o.push(`${e}=${n}`);
	else o.push(`${e}=${t}`);
	return i.search = o.length ? `?${o.join(`&`)}` : ``, i.toString();
}
const Oe = o(`core-client`);
var ke = class {
	_endpoint;
	_requestContentType;
	_allowInsecureConnection;
	_httpClient;
	pipeline;
	constructor(e = {}) {
		if (this._requestContentType = e.requestContentType, this._endpoint = e.endpoint ?? e.baseUri, e.baseUri && Oe.warning(`The baseUri option for SDK Clients has been deprecated, please use endpoint instead.`), this._allowInsecureConnection = e.allowInsecureConnection, this._httpClient = e.httpClient || ye(), this.pipeline = e.pipeline || Ae(e), e.additionalPolicies?.length) for (let { policy: t, position: n } of e.additionalPolicies) {
			let e = n === `perRetry` ? `Sign` : void 0;
			this.pipeline.addPolicy(t, { afterPhase: e });
		}
	}
	sendRequest(e) {
		return this.pipeline.sendRequest(this._httpClient, e);
	}
	async sendOperationRequest(e, n) {
		let r = n.baseUrl || this._endpoint;
		if (!r) throw Error(`If operationSpec.baseUrl is not specified, then the ServiceClient must have a endpoint string property that contains the base URL to use.`);
		let i = xe(r, n, e, this), a = t({ url: i });
		a.method = n.httpMethod;
		let o = G(a);
		o.operationSpec = n, o.operationArguments = e;
		let s = n.contentType || this._requestContentType;
		s && n.requestBody && a.headers.set(`Content-Type`, s);
		let c = e.options;
		if (c) {
			let e = c.requestOptions;
			e && (e.timeout && (a.timeout = e.timeout), e.onUploadProgress && (a.onUploadProgress = e.onUploadProgress), e.onDownloadProgress && (a.onDownloadProgress = e.onDownloadProgress), e.shouldDeserialize !== void 0 && (o.shouldDeserialize = e.shouldDeserialize), e.allowInsecureConnection && (a.allowInsecureConnection = !0)), c.abortSignal && (a.abortSignal = c.abortSignal), c.tracingOptions && (a.tracingOptions = c.tracingOptions);
		}
		this._allowInsecureConnection && (a.allowInsecureConnection = !0), a.streamResponseStatusCodes === void 0 && (a.streamResponseStatusCodes = pe(n));
		try {
			let e = await this.sendRequest(a), t = _(e, n.responses[e.status]);
			return c?.onResponse && c.onResponse(e, t), t;
		} catch (e) {
			if (typeof e == `object` && e?.response) {
				let t = e.response, r = _(t, n.responses[e.statusCode] || n.responses.default);
				e.details = r, c?.onResponse && c.onResponse(t, r, e);
			}
			throw e;
		}
	}
};
function Ae(e) {
	let t = je(e), n = e.credential && t ? {
		credentialScopes: t,
		credential: e.credential
	} : void 0;
	return X({
		...e,
		credentialOptions: n
	});
}
function je(e) {
	if (e.credentialScopes) return e.credentialScopes;
	if (e.endpoint) return `${e.endpoint}/.default`;
	if (e.baseUri) return `${e.baseUri}/.default`;
	if (e.credential) throw Error(`When using credentials, the ServiceClientOptions must contain either a endpoint or a credentialScopes. Unable to create a bearerTokenAuthenticationPolicy`);
}
const $ = {
	DefaultScope: `/.default`,
	HeaderConstants: { AUTHORIZATION: `authorization` }
};
function Me(e) {
	return /^[0-9a-fA-F]{8}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{4}\b-[0-9a-fA-F]{12}$/.test(e);
}
const Ne = async (e) => {
	let t = Re(e.request), n = Ie(e.response);
	if (n) {
		let r = Le(n), i = Fe(e, r), a = Pe(r);
		if (!a) return !1;
		let o = await e.getAccessToken(i, {
			...t,
			tenantId: a
		});
		return o ? (e.request.headers.set($.HeaderConstants.AUTHORIZATION, `${o.tokenType ?? `Bearer`} ${o.token}`), !0) : !1;
	}
	return !1;
};
function Pe(e) {
	let t = new URL(e.authorization_uri).pathname.split(`/`)[1];
	if (t && Me(t)) return t;
}
function Fe(e, t) {
	if (!t.resource_id) return e.scopes;
	let n = new URL(t.resource_id), r = new URL($.DefaultScope, n.origin).toString();
	return r === `https://disk.azure.com/.default` && (r = `https://disk.azure.com//.default`), [r];
}
function Ie(e) {
	let t = e.headers.get(`WWW-Authenticate`);
	if (e.status === 401 && t) return t;
}
function Le(e) {
	return `${e.slice(7).trim()} `.split(` `).filter((e) => e).map((e) => (([e, t]) => ({ [e]: t }))(e.trim().split(`=`))).reduce((e, t) => ({
		...e,
		...t
	}), {});
}
function Re(e) {
	return {
		abortSignal: e.abortSignal,
		requestOptions: { timeout: e.timeout },
		tracingOptions: e.tracingOptions
	};
}
export { y as i, ke as n, X as r, Ne as t };

import { a as e, i as t, n, r, t as i } from "./nodable-entities.js";
import { n as a } from "./xml-naming.js";
import { t as o } from "./strnum.js";
import { n as s, r as c, t as l } from "./path-expression-matcher.js";
import { n as u, r as d, t as f } from "./is-unsafe.js";
import { t as p } from "./fast-xml-builder.js";
const m = RegExp(`^[:A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD][:A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\-.\\d\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`);
function h(e, t) {
	let n = [], r = t.exec(e);
	for (; r;) {
		let i = [];
		i.startIndex = t.lastIndex - r[0].length;
		let a = r.length;
		for (let e = 0; e < a; e++) i.push(r[e]);
		n.push(i), r = t.exec(e);
	}
	return n;
}
const g = function(e) {
	return m.exec(e) != null;
};
function _(e) {
	return e !== void 0;
}
const v = [
	`hasOwnProperty`,
	`toString`,
	`valueOf`,
	`__defineGetter__`,
	`__defineSetter__`,
	`__lookupGetter__`,
	`__lookupSetter__`
], y = [
	`__proto__`,
	`constructor`,
	`prototype`
], ee = {
	allowBooleanAttributes: !1,
	unpairedTags: []
};
function b(e, t) {
	t = Object.assign({}, ee, t);
	let n = [], r = !1, i = !1;
	e[0] === `﻿` && (e = e.substr(1));
	for (let a = 0; a < e.length; a++) if (e[a] === `<` && e[a + 1] === `?`) {
		if (a += 2, a = S(e, a), a.err) return a;
	} else if (e[a] === `<`) {
		let o = a;
		if (a++, e[a] === `!`) {
			a = C(e, a);
			continue;
		}
		{
			let s = !1;
			e[a] === `/` && (s = !0, a++);
			let c = ``;
			for (; a < e.length && e[a] !== `>` && e[a] !== ` ` && e[a] !== `	` && e[a] !== `
` && e[a] !== `\r`; a++) c += e[a];
			if (c = c.trim(), c[c.length - 1] === `/` && (c = c.substring(0, c.length - 1), a--), !ae(c)) {
				let t;
				return t = c.trim().length === 0 ? `Invalid space after '<'.` : `Tag '` + c + `' is an invalid name.`, E(`InvalidTag`, t, D(e, a));
			}
			let l = w(e, a);
			if (l === !1) return E(`InvalidAttr`, `Attributes for '` + c + `' have open quote.`, D(e, a));
			let u = l.value;
			if (a = l.index, u[u.length - 1] === `/`) {
				let n = a - u.length;
				u = u.substring(0, u.length - 1);
				let i = T(u, t);
				if (i === !0) r = !0;
				else return E(i.err.code, i.err.msg, D(e, n + i.err.line));
			} else if (s) {
				if (!l.tagClosed) return E(`InvalidTag`, `Closing tag '` + c + `' doesn't have proper closing.`, D(e, a));
				if (u.trim().length > 0) return E(`InvalidTag`, `Closing tag '` + c + `' can't have attributes or invalid starting.`, D(e, o));
				if (n.length === 0) return E(`InvalidTag`, `Closing tag '` + c + `' has not been opened.`, D(e, o));
				{
					let t = n.pop();
					if (c !== t.tagName) {
						let n = D(e, t.tagStartPos);
						return E(`InvalidTag`, `Expected closing tag '` + t.tagName + `' (opened in line ` + n.line + `, col ` + n.col + `) instead of closing tag '` + c + `'.`, D(e, o));
					}
					n.length == 0 && (i = !0);
				}
			} else {
				let s = T(u, t);
				if (s !== !0) return E(s.err.code, s.err.msg, D(e, a - u.length + s.err.line));
				if (i === !0) return E(`InvalidXml`, `Multiple possible root nodes found.`, D(e, a));
				t.unpairedTags.indexOf(c) !== -1 || n.push({
					tagName: c,
					tagStartPos: o
				}), r = !0;
			}
			for (a++; a < e.length; a++) if (e[a] === `<`) {
				if (e[a + 1] === `!`) {
					a++, a = C(e, a);
					continue;
				}
				if (e[a + 1] === `?`) {
					if (a = S(e, ++a), a.err) return a;
				} else break;
			} else if (e[a] === `&`) {
				let t = re(e, a);
				if (t == -1) return E(`InvalidChar`, `char '&' is not expected.`, D(e, a));
				a = t;
			} else if (i === !0 && !x(e[a])) return E(`InvalidXml`, `Extra text at the end`, D(e, a));
			e[a] === `<` && a--;
		}
	} else {
		if (x(e[a])) continue;
		return E(`InvalidChar`, `char '` + e[a] + `' is not expected.`, D(e, a));
	}
	return r ? n.length == 1 ? E(`InvalidTag`, `Unclosed tag '` + n[0].tagName + `'.`, D(e, n[0].tagStartPos)) : n.length > 0 ? E(`InvalidXml`, `Invalid '` + JSON.stringify(n.map((e) => e.tagName), null, 4).replace(/\r?\n/g, ``) + `' found.`, {
		line: 1,
		col: 1
	}) : !0 : E(`InvalidXml`, `Start tag expected.`, 1);
}
function x(e) {
	return e === ` ` || e === `	` || e === `
` || e === `\r`;
}
function S(e, t) {
	let n = t;
	for (; t < e.length; t++) if (e[t] == `?` || e[t] == ` `) {
		let r = e.substr(n, t - n);
		if (t > 5 && r === `xml`) return E(`InvalidXml`, `XML declaration allowed only at the start of the document.`, D(e, t));
		if (e[t] == `?` && e[t + 1] == `>`) {
			t++;
			break;
		}
		continue;
	}
	return t;
}
function C(e, t) {
	if (e.length > t + 5 && e[t + 1] === `-` && e[t + 2] === `-`) {
		for (t += 3; t < e.length; t++) if (e[t] === `-` && e[t + 1] === `-` && e[t + 2] === `>`) {
			t += 2;
			break;
		}
	} else if (e.length > t + 8 && e[t + 1] === `D` && e[t + 2] === `O` && e[t + 3] === `C` && e[t + 4] === `T` && e[t + 5] === `Y` && e[t + 6] === `P` && e[t + 7] === `E`) {
		let n = 1;
		for (t += 8; t < e.length; t++) if (e[t] === `<`) n++;
		else if (e[t] === `>` && (n--, n === 0)) break;
	} else if (e.length > t + 9 && e[t + 1] === `[` && e[t + 2] === `C` && e[t + 3] === `D` && e[t + 4] === `A` && e[t + 5] === `T` && e[t + 6] === `A` && e[t + 7] === `[`) {
		for (t += 8; t < e.length; t++) if (e[t] === `]` && e[t + 1] === `]` && e[t + 2] === `>`) {
			t += 2;
			break;
		}
	}
	return t;
}
function w(e, t) {
	let n = ``, r = ``, i = !1;
	for (; t < e.length; t++) {
		if (e[t] === `"` || e[t] === `'`) r === `` ? r = e[t] : r !== e[t] || (r = ``);
		else if (e[t] === `>` && r === ``) {
			i = !0;
			break;
		}
		n += e[t];
	}
	return r === `` && {
		value: n,
		index: t,
		tagClosed: i
	};
}
function te(e) {
	let t = [], n = e.length, r = 0;
	for (; r < n;) {
		let i = r;
		for (; r < n && x(e[r]);) r++;
		if (r >= n) break;
		if (e[r] === `=`) {
			r++;
			continue;
		}
		let a = e.slice(i, r), o = r;
		for (; r < n && !x(e[r]) && e[r] !== `=`;) r++;
		let s = e.slice(o, r), c, l = r;
		for (; l < n && x(e[l]);) l++;
		l < n && e[l] === `=` && (c = e.slice(r, l + 1), r = l + 1);
		let u, d, f = r;
		for (; f < n && x(e[f]);) f++;
		if (f < n && (e[f] === `"` || e[f] === `'`)) {
			let t = f + 1, n = e.indexOf(e[f], t);
			n !== -1 && (u = e[f], d = e.slice(t, n), r = n + 1);
		}
		let p = { startIndex: i };
		p[1] = a, p[2] = s, p[3] = c, p[4] = u !== void 0 || void 0, p[5] = u, p[6] = d, t.push(p);
	}
	return t;
}
function T(e, t) {
	let n = te(e), r = {};
	for (let e = 0; e < n.length; e++) {
		if (n[e][1].length === 0) return E(`InvalidAttr`, `Attribute '` + n[e][2] + `' has no space in starting.`, O(n[e]));
		if (n[e][3] !== void 0 && n[e][4] === void 0) return E(`InvalidAttr`, `Attribute '` + n[e][2] + `' is without value.`, O(n[e]));
		if (n[e][3] === void 0 && !t.allowBooleanAttributes) return E(`InvalidAttr`, `boolean attribute '` + n[e][2] + `' is not allowed.`, O(n[e]));
		let i = n[e][2];
		if (!ie(i)) return E(`InvalidAttr`, `Attribute '` + i + `' is an invalid name.`, O(n[e]));
		if (!Object.prototype.hasOwnProperty.call(r, i)) r[i] = 1;
		else return E(`InvalidAttr`, `Attribute '` + i + `' is repeated.`, O(n[e]));
	}
	return !0;
}
function ne(e, t) {
	let n = /\d/;
	for (e[t] === `x` && (t++, n = /[\da-fA-F]/); t < e.length; t++) {
		if (e[t] === `;`) return t;
		if (!e[t].match(n)) break;
	}
	return -1;
}
function re(e, t) {
	if (t++, e[t] === `;`) return -1;
	if (e[t] === `#`) return t++, ne(e, t);
	let n = 0;
	for (; t < e.length; t++, n++) if (!(e[t].match(/\w/) && n < 20)) {
		if (e[t] === `;`) break;
		return -1;
	}
	return t;
}
function E(e, t, n) {
	return { err: {
		code: e,
		msg: t,
		line: n.line || n,
		col: n.col
	} };
}
function ie(e) {
	return g(e);
}
function ae(e) {
	return g(e);
}
function D(e, t) {
	let n = e.substring(0, t).split(/\r?\n/);
	return {
		line: n.length,
		col: n[n.length - 1].length + 1
	};
}
function O(e) {
	return e.startIndex + e[1].length;
}
const k = (e) => v.includes(e) ? `__` + e : e, oe = {
	preserveOrder: !1,
	attributeNamePrefix: `@_`,
	attributesGroupName: !1,
	textNodeName: `#text`,
	ignoreAttributes: !0,
	removeNSPrefix: !1,
	allowBooleanAttributes: !1,
	parseTagValue: !0,
	parseAttributeValue: !1,
	trimValues: !0,
	cdataPropName: !1,
	numberParseOptions: {
		hex: !0,
		leadingZeros: !0,
		eNotation: !0,
		unicode: !1
	},
	tagValueProcessor: function(e, t) {
		return t;
	},
	attributeValueProcessor: function(e, t) {
		return t;
	},
	stopNodes: [],
	alwaysCreateTextNode: !1,
	isArray: () => !1,
	commentPropName: !1,
	unpairedTags: [],
	processEntities: !0,
	htmlEntities: !1,
	entityDecoder: null,
	ignoreDeclaration: !1,
	ignorePiTags: !1,
	transformTagName: !1,
	transformAttributeName: !1,
	updateTag: function(e, t, n) {
		return e;
	},
	captureMetaData: !1,
	maxNestedTags: 100,
	strictReservedNames: !0,
	jPath: !0,
	onDangerousProperty: k
};
function se(e, t) {
	if (typeof e != `string`) return;
	let n = e.toLowerCase();
	if (v.some((e) => n === e.toLowerCase()) || y.some((e) => n === e.toLowerCase())) throw Error(`[SECURITY] Invalid ${t}: "${e}" is a reserved JavaScript keyword that could cause prototype pollution`);
}
function A(e, t) {
	return typeof e == `boolean` ? {
		enabled: e,
		maxEntitySize: 1e4,
		maxExpansionDepth: 1e4,
		maxTotalExpansions: 1 / 0,
		maxExpandedLength: 1e5,
		maxEntityCount: 1e3,
		allowedTags: null,
		tagFilter: null,
		appliesTo: `all`
	} : typeof e == `object` && e ? {
		enabled: e.enabled !== !1,
		maxEntitySize: Math.max(1, e.maxEntitySize ?? 1e4),
		maxExpansionDepth: Math.max(1, e.maxExpansionDepth ?? 1e4),
		maxTotalExpansions: Math.max(1, e.maxTotalExpansions ?? 1 / 0),
		maxExpandedLength: Math.max(1, e.maxExpandedLength ?? 1e5),
		maxEntityCount: Math.max(1, e.maxEntityCount ?? 1e3),
		allowedTags: e.allowedTags ?? null,
		tagFilter: e.tagFilter ?? null,
		appliesTo: e.appliesTo ?? `all`
	} : A(!0);
}
const j = function(e) {
	let t = Object.assign({}, oe, e), n = [
		{
			value: t.attributeNamePrefix,
			name: `attributeNamePrefix`
		},
		{
			value: t.attributesGroupName,
			name: `attributesGroupName`
		},
		{
			value: t.textNodeName,
			name: `textNodeName`
		},
		{
			value: t.cdataPropName,
			name: `cdataPropName`
		},
		{
			value: t.commentPropName,
			name: `commentPropName`
		}
	];
	for (let { value: e, name: t } of n) e && se(e, t);
	return t.onDangerousProperty === null && (t.onDangerousProperty = k), t.processEntities = A(t.processEntities, t.htmlEntities), t.unpairedTagsSet = new Set(t.unpairedTags), t.stopNodes && Array.isArray(t.stopNodes) && (t.stopNodes = t.stopNodes.map((e) => typeof e == `string` && e.startsWith(`*.`) ? `..` + e.substring(2) : e)), t;
};
let M;
M = typeof Symbol == `function` ? Symbol(`XML Node Metadata`) : `@@xmlMetadata`;
var N = class {
	constructor(e) {
		this.tagname = e, this.child = [], this[`:@`] = Object.create(null);
	}
	add(e, t) {
		e === `__proto__` && (e = `#__proto__`), this.child.push({ [e]: t });
	}
	addChild(e, t) {
		e.tagname === `__proto__` && (e.tagname = `#__proto__`), e[`:@`] && Object.keys(e[`:@`]).length > 0 ? this.child.push({
			[e.tagname]: e.child,
			":@": e[`:@`]
		}) : this.child.push({ [e.tagname]: e.child }), this.addStartIndex(t);
	}
	addStartIndex(e) {
		e !== void 0 && (this.child[this.child.length - 1][M] = { startIndex: e });
	}
	addEndIndex(e) {
		let t = this.child[this.child.length - 1];
		t !== void 0 && t[M] !== void 0 && t[M].endIndex === void 0 && (t[M].endIndex = e);
	}
	static getMetaDataSymbol() {
		return M;
	}
}, ce = class {
	constructor(e, t) {
		this.suppressValidationErr = !e, this.options = e, this.xmlVersion = t || 1;
	}
	setXmlVersion(e = 1) {
		this.xmlVersion = e;
	}
	readDocType(e, t) {
		let n = Object.create(null), r = 0;
		if (e[t + 3] === `O` && e[t + 4] === `C` && e[t + 5] === `T` && e[t + 6] === `Y` && e[t + 7] === `P` && e[t + 8] === `E`) {
			t += 9;
			let i = 1, a = !1, o = !1, s = null, c = ``;
			for (; t < e.length; t++) if (s !== null) e[t] === s && (s = null), c += e[t];
			else if (!a && !o && (e[t] === `"` || e[t] === `'`)) s = e[t], c += e[t];
			else if (e[t] === `<` && !o) {
				if (a && F(e, `!ENTITY`, t)) {
					t += 7;
					let i, a;
					if ([i, a, t] = this.readEntityExp(e, t + 1, this.suppressValidationErr), a.indexOf(`&`) === -1) {
						if (this.options.enabled !== !1 && this.options.maxEntityCount != null && r >= this.options.maxEntityCount) throw Error(`Entity count (${r + 1}) exceeds maximum allowed (${this.options.maxEntityCount})`);
						n[i] = a, r++;
					}
				} else if (a && F(e, `!ELEMENT`, t)) {
					t += 8;
					let { index: n } = this.readElementExp(e, t + 1);
					t = n;
				} else if (a && F(e, `!ATTLIST`, t)) t += 8;
				else if (a && F(e, `!NOTATION`, t)) {
					t += 9;
					let { index: n } = this.readNotationExp(e, t + 1, this.suppressValidationErr);
					t = n;
				} else if (F(e, `!--`, t)) o = !0;
				else throw Error(`Invalid DOCTYPE`);
				i++, c = ``;
			} else if (e[t] === `>`) {
				if (o ? e[t - 1] === `-` && e[t - 2] === `-` && (o = !1, i--) : i--, i === 0) break;
			} else e[t] === `[` ? a = !0 : c += e[t];
			if (s !== null || i !== 0) throw Error(`Unclosed DOCTYPE`);
		} else throw Error(`Invalid Tag instead of DOCTYPE`);
		return {
			entities: n,
			i: t
		};
	}
	readEntityExp(e, t) {
		t = P(e, t);
		let n = t;
		for (; t < e.length && !/\s/.test(e[t]) && e[t] !== `"` && e[t] !== `'`;) t++;
		let r = e.substring(n, t);
		if (I(r, { xmlVersion: this.xmlVersion }), t = P(e, t), !this.suppressValidationErr) {
			if (e.substring(t, t + 6).toUpperCase() === `SYSTEM`) throw Error(`External entities are not supported`);
			if (e[t] === `%`) throw Error(`Parameter entities are not supported`);
		}
		let i = ``;
		if ([t, i] = this.readIdentifierVal(e, t, `entity`), this.options.enabled !== !1 && this.options.maxEntitySize != null && i.length > this.options.maxEntitySize) throw Error(`Entity "${r}" size (${i.length}) exceeds maximum allowed size (${this.options.maxEntitySize})`);
		return t--, [
			r,
			i,
			t
		];
	}
	readNotationExp(e, t) {
		t = P(e, t);
		let n = t;
		for (; t < e.length && !/\s/.test(e[t]);) t++;
		let r = e.substring(n, t);
		!this.suppressValidationErr && I(r, { xmlVersion: this.xmlVersion }), t = P(e, t);
		let i = e.substring(t, t + 6).toUpperCase();
		if (!this.suppressValidationErr && i !== `SYSTEM` && i !== `PUBLIC`) throw Error(`Expected SYSTEM or PUBLIC, found "${i}"`);
		t += i.length, t = P(e, t);
		let a = null, o = null;
		if (i === `PUBLIC`) [t, a] = this.readIdentifierVal(e, t, `publicIdentifier`), t = P(e, t), (e[t] === `"` || e[t] === `'`) && ([t, o] = this.readIdentifierVal(e, t, `systemIdentifier`));
		else if (i === `SYSTEM` && ([t, o] = this.readIdentifierVal(e, t, `systemIdentifier`), !this.suppressValidationErr && !o)) throw Error(`Missing mandatory system identifier for SYSTEM notation`);
		return {
			notationName: r,
			publicIdentifier: a,
			systemIdentifier: o,
			index: --t
		};
	}
	readIdentifierVal(e, t, n) {
		let r = ``, i = e[t];
		if (i !== `"` && i !== `'`) throw Error(`Expected quoted string, found "${i}"`);
		t++;
		let a = t;
		for (; t < e.length && e[t] !== i;) t++;
		if (r = e.substring(a, t), e[t] !== i) throw Error(`Unterminated ${n} value`);
		return t++, [t, r];
	}
	readElementExp(e, t) {
		t = P(e, t);
		let n = t;
		for (; t < e.length && !/\s/.test(e[t]);) t++;
		let r = e.substring(n, t);
		if (!this.suppressValidationErr && !a(r, { xmlVersion: this.xmlVersion })) throw Error(`Invalid element name: "${r}"`);
		t = P(e, t);
		let i = ``;
		if (e[t] === `E` && F(e, `MPTY`, t)) t += 4;
		else if (e[t] === `A` && F(e, `NY`, t)) t += 2;
		else if (e[t] === `(`) {
			t++;
			let n = t;
			for (; t < e.length && e[t] !== `)`;) t++;
			if (i = e.substring(n, t), e[t] !== `)`) throw Error(`Unterminated content model`);
		} else if (!this.suppressValidationErr) throw Error(`Invalid Element Expression, found "${e[t]}"`);
		return {
			elementName: r,
			contentModel: i.trim(),
			index: t
		};
	}
	readAttlistExp(e, t) {
		t = P(e, t);
		let n = t;
		for (; t < e.length && !/\s/.test(e[t]);) t++;
		let r = e.substring(n, t);
		for (I(r, { xmlVersion: this.xmlVersion }), t = P(e, t), n = t; t < e.length && !/\s/.test(e[t]);) t++;
		let i = e.substring(n, t);
		if (!I(i, { xmlVersion: this.xmlVersion })) throw Error(`Invalid attribute name: "${i}"`);
		t = P(e, t);
		let a = ``;
		if (e.substring(t, t + 8).toUpperCase() === `NOTATION`) {
			if (a = `NOTATION`, t += 8, t = P(e, t), e[t] !== `(`) throw Error(`Expected '(', found "${e[t]}"`);
			t++;
			let n = [];
			for (; t < e.length && e[t] !== `)`;) {
				let r = t;
				for (; t < e.length && e[t] !== `|` && e[t] !== `)`;) t++;
				let i = e.substring(r, t);
				if (i = i.trim(), !I(i, { xmlVersion: this.xmlVersion })) throw Error(`Invalid notation name: "${i}"`);
				n.push(i), e[t] === `|` && (t++, t = P(e, t));
			}
			if (e[t] !== `)`) throw Error(`Unterminated list of notations`);
			t++, a += ` (` + n.join(`|`) + `)`;
		} else {
			let n = t;
			for (; t < e.length && !/\s/.test(e[t]);) t++;
			if (a += e.substring(n, t), !this.suppressValidationErr && ![
				`CDATA`,
				`ID`,
				`IDREF`,
				`IDREFS`,
				`ENTITY`,
				`ENTITIES`,
				`NMTOKEN`,
				`NMTOKENS`
			].includes(a.toUpperCase())) throw Error(`Invalid attribute type: "${a}"`);
		}
		t = P(e, t);
		let o = ``;
		return e.substring(t, t + 8).toUpperCase() === `#REQUIRED` ? (o = `#REQUIRED`, t += 8) : e.substring(t, t + 7).toUpperCase() === `#IMPLIED` ? (o = `#IMPLIED`, t += 7) : [t, o] = this.readIdentifierVal(e, t, `ATTLIST`), {
			elementName: r,
			attributeName: i,
			attributeType: a,
			defaultValue: o,
			index: t
		};
	}
};
const P = (e, t) => {
	for (; t < e.length && /\s/.test(e[t]);) t++;
	return t;
};
function F(e, t, n) {
	for (let r = 0; r < t.length; r++) if (t[r] !== e[n + r + 1]) return !1;
	return !0;
}
function I(e, t) {
	if (a(e, { xmlVersion: t })) return e;
	throw Error(`Invalid entity name ${e}`);
}
function L(e) {
	return typeof e == `function` ? e : Array.isArray(e) ? (t) => {
		for (let n of e) if (typeof n == `string` && t === n || n instanceof RegExp && n.test(t)) return !0;
	} : () => !1;
}
function R(e, t) {
	if (!e) return {};
	let n = t.attributesGroupName ? e[t.attributesGroupName] : e;
	if (!n) return {};
	let r = {};
	for (let e in n) if (e.startsWith(t.attributeNamePrefix)) {
		let i = e.substring(t.attributeNamePrefix.length);
		r[i] = n[e];
	} else r[e] = n[e];
	return r;
}
function z(e) {
	if (!e || typeof e != `string`) return;
	let t = e.indexOf(`:`);
	if (t !== -1 && t > 0) {
		let n = e.substring(0, t);
		if (n !== `xmlns`) return n;
	}
}
var B = class {
	constructor(a, o) {
		this.options = a, this.currentNode = null, this.tagsNodeStack = [], this.parseXml = le, this.parseTextData = V, this.resolveNameSpace = H, this.buildAttributesMap = G, this.isItStopNode = pe, this.replaceEntitiesValue = de, this.readStopNodeData = ge, this.saveTextToParentTag = fe, this.addChild = ue, this.ignoreAttributesFn = L(this.options.ignoreAttributes), this.entityExpansionCount = 0, this.currentExpandedLength = 0, this.doctypefound = !1;
		let p = { ...e };
		this.options.entityDecoder ? this.entityDecoder = this.options.entityDecoder : (typeof this.options.htmlEntities == `object` ? p = this.options.htmlEntities : this.options.htmlEntities === !0 && (p = {
			...r,
			...t
		}), this.entityDecoder = new n({
			namedEntities: {
				...p,
				...o
			},
			numericAllowed: this.options.htmlEntities,
			limit: {
				maxTotalExpansions: this.options.processEntities.maxTotalExpansions,
				maxExpandedLength: this.options.processEntities.maxExpandedLength,
				applyLimitsTo: this.options.processEntities.appliesTo
			},
			onInputEntity: (e, t) => f(t, [d, u]) ? i.BLOCK : i.ALLOW
		})), this.matcher = new l(), this.readonlyMatcher = this.matcher.readOnly(), this.isCurrentNodeStopNode = !1, this.stopNodeExpressionsSet = new s();
		let m = this.options.stopNodes;
		if (m && m.length > 0) {
			for (let e = 0; e < m.length; e++) {
				let t = m[e];
				typeof t == `string` ? this.stopNodeExpressionsSet.add(new c(t)) : t instanceof c && this.stopNodeExpressionsSet.add(t);
			}
			this.stopNodeExpressionsSet.seal();
		}
	}
};
function V(e, t, n, r, i, a, o) {
	let s = this.options;
	if (e !== void 0 && (s.trimValues && !r && (e = e.trim()), e.length > 0)) {
		o || (e = this.replaceEntitiesValue(e, t, n));
		let r = s.jPath ? n.toString() : n, c = s.tagValueProcessor(t, e, r, i, a);
		return c == null ? e : typeof c != typeof e || c !== e ? c : s.trimValues || e.trim() === e ? Y(e, s.parseTagValue, s.numberParseOptions) : e;
	}
}
function H(e) {
	if (this.options.removeNSPrefix) {
		let t = e.split(`:`), n = e.charAt(0) === `/` ? `/` : ``;
		if (t[0] === `xmlns`) return ``;
		t.length === 2 && (e = n + t[1]);
	}
	return e;
}
const U = /([^\s=]+)\s*(=\s*(?:"([^"]*)"|'([^']*)'))?/gm;
function W(e) {
	return e[3] === void 0 ? e[4] : e[3];
}
function G(e, t, n, r = !1) {
	let i = this.options;
	if (r === !0 || i.ignoreAttributes !== !0 && typeof e == `string`) {
		let r = h(e, U), a = r.length, o = {}, s = Array(a), c = !1, l = {};
		for (let e = 0; e < a; e++) {
			let t = this.resolveNameSpace(r[e][1]), a = W(r[e]);
			if (t.length && a !== void 0) {
				let r = a;
				i.trimValues && (r = r.trim()), r = this.replaceEntitiesValue(r, n, this.readonlyMatcher), s[e] = r, l[t] = r, c = !0;
			}
		}
		c && typeof t == `object` && t.updateCurrent && t.updateCurrent(l);
		let u = i.jPath ? t.toString() : this.readonlyMatcher, d = !1;
		for (let e = 0; e < a; e++) {
			let t = this.resolveNameSpace(r[e][1]);
			if (this.ignoreAttributesFn(t, u)) continue;
			let n = i.attributeNamePrefix + t;
			if (t.length) {
				if (i.transformAttributeName && (n = i.transformAttributeName(n)), n = Z(n, i), W(r[e]) !== void 0) {
					let r = s[e], a = i.attributeValueProcessor(t, r, u);
					a == null ? o[n] = r : typeof a != typeof r || a !== r ? o[n] = a : o[n] = Y(r, i.parseAttributeValue, i.numberParseOptions), d = !0;
				} else i.allowBooleanAttributes && (o[n] = !0, d = !0);
			}
		}
		if (!d) return;
		if (i.attributesGroupName && !i.preserveOrder) {
			let e = {};
			return e[i.attributesGroupName] = o, e;
		}
		return o;
	}
}
const le = function(e) {
	let t = this.options, n = t.captureMetaData ? [] : void 0;
	e = e.replace(/\r\n?/g, t.captureMetaData ? (e, t) => (e.length === 2 && n.push(t - n.length), `
`) : `
`);
	let r = new N(`!xml`), i = r, a = ``;
	this.matcher.reset(), this.entityDecoder.reset(), this.entityExpansionCount = 0, this.currentExpandedLength = 0, this.doctypefound = !1;
	let o = new ce(t.processEntities), s = e.length;
	for (let c = 0; c < s; c++) if (e[c] === `<`) {
		let l = e.charCodeAt(c + 1);
		if (l === 47) {
			let o = q(e, `>`, c, `Closing Tag is not closed.`), s = e.substring(c + 2, o).trim();
			if (t.removeNSPrefix) {
				let e = s.indexOf(`:`);
				e !== -1 && (s = s.substr(e + 1));
			}
			s = X(t.transformTagName, s, ``, t).tagName, i && (a = this.saveTextToParentTag(a, i, this.readonlyMatcher));
			let l = this.matcher.getCurrentTag();
			if (s && t.unpairedTagsSet.has(s)) throw Error(`Unpaired tag can not be used as closing tag: </${s}>`);
			l && t.unpairedTagsSet.has(l) && (this.matcher.pop(), this.tagsNodeStack.pop()), this.matcher.pop(), this.isCurrentNodeStopNode = !1, i = this.tagsNodeStack.pop() || r, t.captureMetaData && i && i.addEndIndex(K(o + 1, n)), a = ``, c = o;
		} else if (l === 63) {
			let r = J(e, c, !1, `?>`);
			if (!r) throw Error(`Pi Tag is not closed.`);
			a = this.saveTextToParentTag(a, i, this.readonlyMatcher);
			let s = this.buildAttributesMap(r.tagExp, this.matcher, r.tagName, !0);
			if (s) {
				let e = s[this.options.attributeNamePrefix + `version`];
				this.entityDecoder.setXmlVersion(Number(e) || 1), o.setXmlVersion(Number(e) || 1);
			}
			if (!(t.ignoreDeclaration && r.tagName === `?xml` || t.ignorePiTags)) {
				let e = new N(r.tagName);
				e.add(t.textNodeName, ``), r.tagName !== r.tagExp && r.attrExpPresent && t.ignoreAttributes !== !0 && (e[`:@`] = s);
				let a = t.captureMetaData ? K(c, n) : c;
				this.addChild(i, e, this.readonlyMatcher, a), t.captureMetaData && i.addEndIndex(K(r.closeIndex + 2, n));
			}
			c = r.closeIndex + 1;
		} else if (l === 33 && e.charCodeAt(c + 2) === 45 && e.charCodeAt(c + 3) === 45) {
			let n = q(e, `-->`, c + 4, `Comment is not closed.`);
			if (t.commentPropName) {
				let r = e.substring(c + 4, n - 2);
				a = this.saveTextToParentTag(a, i, this.readonlyMatcher), i.add(t.commentPropName, [{ [t.textNodeName]: r }]);
			}
			c = n;
		} else if (l === 33 && e.charCodeAt(c + 2) === 68) {
			if (this.doctypefound) throw Error(`Multiple DOCTYPE declarations found.`);
			this.doctypefound = !0;
			let t = o.readDocType(e, c);
			this.entityDecoder.addInputEntities(t.entities), c = t.i;
		} else if (l === 33 && e.charCodeAt(c + 2) === 91) {
			let n = q(e, `]]>`, c, `CDATA is not closed.`) - 2, r = e.substring(c + 9, n);
			a = this.saveTextToParentTag(a, i, this.readonlyMatcher);
			let o = this.parseTextData(r, i.tagname, this.readonlyMatcher, !0, !1, !0, !0);
			o ??= ``, t.cdataPropName ? i.add(t.cdataPropName, [{ [t.textNodeName]: r }]) : i.add(t.textNodeName, o), c = n + 2;
		} else {
			let o = J(e, c, t.removeNSPrefix);
			if (!o) {
				let t = e.substring(Math.max(0, c - 50), Math.min(s, c + 50));
				throw Error(`readTagExp returned undefined at position ${c}. Context: "${t}"`);
			}
			let l = o.tagName, u = o.rawTagName, d = o.tagExp, f = o.attrExpPresent, p = o.closeIndex;
			if ({tagName: l, tagExp: d} = X(t.transformTagName, l, d, t), t.strictReservedNames && (l === t.commentPropName || l === t.cdataPropName || l === t.textNodeName || l === t.attributesGroupName)) throw Error(`Invalid tag name: ${l}`);
			i && a && i.tagname !== `!xml` && (a = this.saveTextToParentTag(a, i, this.readonlyMatcher, !1));
			let m = i;
			m && t.unpairedTagsSet.has(m.tagname) && (i = this.tagsNodeStack.pop(), this.matcher.pop());
			let h = !1;
			d.length > 0 && d.lastIndexOf(`/`) === d.length - 1 && (h = !0, l[l.length - 1] === `/` ? (l = l.substr(0, l.length - 1), d = l) : d = d.substr(0, d.length - 1), f = l !== d);
			let g = null, _;
			_ = z(u), l !== r.tagname && this.matcher.push(l, {}, _), l !== d && f && (g = this.buildAttributesMap(d, this.matcher, l), g && R(g, t)), l !== r.tagname && (this.isCurrentNodeStopNode = this.isItStopNode());
			let v = t.captureMetaData ? K(c, n) : c;
			if (this.isCurrentNodeStopNode) {
				let r = ``;
				if (h) c = o.closeIndex;
				else if (t.unpairedTagsSet.has(l)) c = o.closeIndex;
				else {
					let t = this.readStopNodeData(e, u, p + 1);
					if (!t) throw Error(`Unexpected end of ${u}`);
					c = t.i, r = t.tagContent;
				}
				let a = new N(l);
				g && (a[`:@`] = g), a.add(t.textNodeName, r), this.matcher.pop(), this.isCurrentNodeStopNode = !1, this.addChild(i, a, this.readonlyMatcher, v), t.captureMetaData && i.addEndIndex(K(c + 1, n));
			} else {
				if (h) {
					({tagName: l, tagExp: d} = X(t.transformTagName, l, d, t));
					let e = new N(l);
					g && (e[`:@`] = g), this.addChild(i, e, this.readonlyMatcher, v), t.captureMetaData && i.addEndIndex(K(p + 1, n)), this.matcher.pop(), this.isCurrentNodeStopNode = !1;
				} else if (t.unpairedTagsSet.has(l)) {
					let e = new N(l);
					g && (e[`:@`] = g), this.addChild(i, e, this.readonlyMatcher, v), t.captureMetaData && i.addEndIndex(K(o.closeIndex + 1, n)), this.matcher.pop(), this.isCurrentNodeStopNode = !1, c = o.closeIndex;
					continue;
				} else {
					let e = new N(l);
					if (this.tagsNodeStack.length > t.maxNestedTags) throw Error(`Maximum nested tags exceeded`);
					this.tagsNodeStack.push(i), g && (e[`:@`] = g), this.addChild(i, e, this.readonlyMatcher, v), i = e;
				}
				a = ``, c = p;
			}
		}
	} else a += e[c];
	return r.child;
};
function K(e, t) {
	let n = 0, r = t.length;
	for (; n < r;) {
		let i = Math.floor((n + r) / 2);
		t[i] < e ? n = i + 1 : r = i;
	}
	return e + n;
}
function ue(e, t, n, r) {
	this.options.captureMetaData || (r = void 0);
	let i = this.options.jPath ? n.toString() : n, a = this.options.updateTag(t.tagname, i, t[`:@`]);
	a === !1 || (typeof a == `string` && (t.tagname = a), e.addChild(t, r));
}
function de(e, t, n) {
	let r = this.options.processEntities;
	if (!r || !r.enabled) return e;
	if (r.allowedTags) {
		let i = this.options.jPath ? n.toString() : n;
		if (!(Array.isArray(r.allowedTags) ? r.allowedTags.includes(t) : r.allowedTags(t, i))) return e;
	}
	if (r.tagFilter) {
		let i = this.options.jPath ? n.toString() : n;
		if (!r.tagFilter(t, i)) return e;
	}
	return this.entityDecoder.decode(e);
}
function fe(e, t, n, r) {
	return e &&= (r === void 0 && (r = t.child.length === 0), e = this.parseTextData(e, t.tagname, n, !1, t[`:@`] ? Object.keys(t[`:@`]).length !== 0 : !1, r), e !== void 0 && e !== `` && t.add(this.options.textNodeName, e), ``), e;
}
function pe() {
	return this.stopNodeExpressionsSet.size !== 0 && this.matcher.matchesAny(this.stopNodeExpressionsSet);
}
function me(e, t, n = `>`) {
	let r = e.length, i = n.charCodeAt(0), a = n.length > 1 ? n.charCodeAt(1) : -1, o = ``, s = t;
	for (let n = t; n < r; n++) {
		let t = e.charCodeAt(n);
		if (t === 34 || t === 39) {
			if (n = e.indexOf(e[n], n + 1), n === -1) return;
		} else if (t === i) {
			if (a !== -1) {
				if (e.charCodeAt(n + 1) === a) return o += e.substring(s, n), {
					data: o,
					index: n
				};
			} else return o += e.substring(s, n), {
				data: o,
				index: n
			};
		} else t === 9 && (o += e.substring(s, n) + ` `, s = n + 1);
	}
}
function q(e, t, n, r) {
	let i = e.indexOf(t, n);
	if (i === -1) throw Error(r);
	return i + t.length - 1;
}
function he(e, t, n, r) {
	let i = e.indexOf(t, n);
	if (i === -1) throw Error(r);
	return i;
}
function J(e, t, n, r = `>`) {
	let i = me(e, t + 1, r);
	if (!i) return;
	let a = i.data, o = i.index, s = a.search(/\s/), c = a, l = !0;
	s !== -1 && (c = a.substring(0, s), a = a.substring(s + 1).trimStart());
	let u = c;
	if (n) {
		let e = c.indexOf(`:`);
		e !== -1 && (c = c.substr(e + 1), l = c !== i.data.substr(e + 1));
	}
	return {
		tagName: c,
		tagExp: a,
		closeIndex: o,
		attrExpPresent: l,
		rawTagName: u
	};
}
function ge(e, t, n) {
	let r = n, i = 1, a = !1, o = -1, s = e.length;
	for (; n < s; n++) if (e[n] === `<`) {
		let s = e.charCodeAt(n + 1);
		if (s === 47) {
			let a = he(e, `>`, n, `${t} is not closed`);
			if (e.substring(n + 2, a).trim() === t && (i--, i === 0)) return {
				tagContent: e.substring(r, n),
				i: a
			};
			n = a;
		} else if (s === 63) n = q(e, `?>`, n + 1, `StopNode is not closed.`);
		else if (s === 33 && e.charCodeAt(n + 2) === 45 && e.charCodeAt(n + 3) === 45) n = q(e, `-->`, n + 3, `StopNode is not closed.`);
		else if (s === 33 && e.charCodeAt(n + 2) === 91) n = q(e, `]]>`, n, `StopNode is not closed.`) - 2;
		else {
			let r = a ? void 0 : J(e, n, !1);
			if (r) r.tagName === t && r.tagExp[r.tagExp.length - 1] !== `/` && i++, n = r.closeIndex;
			else {
				if (a = !0, o < n && (o = e.indexOf(`>`, n), o === -1)) return;
				let r = e.indexOf(`<`, n + 1);
				if (r === -1 || r > o) {
					let r = e.substring(n + 1, o), a = r.search(/\s/);
					(a === -1 ? r : r.substring(0, a)) === t && r[r.length - 1] !== `/` && i++, n = o;
				}
			}
		}
	}
}
function Y(e, t, n) {
	if (t && typeof e == `string`) {
		let t = e.trim();
		return t === `true` || t !== `false` && o(e, n);
	}
	return _(e) ? e : ``;
}
function X(e, t, n, r) {
	if (e) {
		let r = e(t);
		n === t && (n = r), t = r;
	}
	return t = Z(t, r), {
		tagName: t,
		tagExp: n
	};
}
function Z(e, t) {
	if (y.includes(e)) throw Error(`[SECURITY] Invalid name: "${e}" is a reserved JavaScript keyword that could cause prototype pollution`);
	return v.includes(e) ? t.onDangerousProperty(e) : e;
}
const Q = N.getMetaDataSymbol();
function _e(e, t) {
	if (!e || typeof e != `object`) return {};
	if (!t) return e;
	let n = {};
	for (let r in e) if (r.startsWith(t)) {
		let i = r.substring(t.length);
		n[i] = e[r];
	} else n[r] = e[r];
	return n;
}
function ve(e, t, n, r) {
	return $(e, t, n, r);
}
function $(e, t, n, r) {
	let i, a = {};
	for (let o = 0; o < e.length; o++) {
		let s = e[o], c = ye(s);
		if (c !== void 0 && c !== t.textNodeName) {
			let e = _e(s[`:@`] || {}, t.attributeNamePrefix);
			n.push(c, e);
		}
		if (c === t.textNodeName) i === void 0 ? i = s[c] : i += `` + s[c];
		else if (c === void 0) continue;
		else if (s[c]) {
			let e = $(s[c], t, n, r), i = xe(e, t);
			if (Object.keys(e).length === 0 && t.alwaysCreateTextNode && (e[t.textNodeName] = ``), s[`:@`] ? be(e, s[`:@`], r, t) : Object.keys(e).length === 1 && e[t.textNodeName] !== void 0 && !t.alwaysCreateTextNode ? e = e[t.textNodeName] : Object.keys(e).length === 0 && (t.alwaysCreateTextNode ? e[t.textNodeName] = `` : e = ``), s[Q] !== void 0 && typeof e == `object` && e && (e[Q] = s[Q]), a[c] !== void 0 && Object.prototype.hasOwnProperty.call(a, c)) Array.isArray(a[c]) || (a[c] = [a[c]]), a[c].push(e);
			else {
				let n = t.jPath ? r.toString() : r;
				a[c] = t.isArray(c, n, i) ? [e] : e;
			}
			c !== void 0 && c !== t.textNodeName && n.pop();
		}
	}
	return typeof i == `string` ? i.length > 0 && (a[t.textNodeName] = i) : i !== void 0 && (a[t.textNodeName] = i), a;
}
function ye(e) {
	let t = Object.keys(e);
	for (let e = 0; e < t.length; e++) {
		let n = t[e];
		if (n !== `:@`) return n;
	}
}
function be(e, t, n, r) {
	if (t) {
		let i = Object.keys(t), a = i.length;
		for (let o = 0; o < a; o++) {
			let a = i[o], s = a.startsWith(r.attributeNamePrefix) ? a.substring(r.attributeNamePrefix.length) : a, c = r.jPath ? n.toString() + `.` + s : n;
			e[a] = r.isArray(a, c, !0, !0) ? [t[a]] : t[a];
		}
	}
}
function xe(e, t) {
	let { textNodeName: n } = t, r = Object.keys(e).length;
	return !!(r === 0 || r === 1 && (e[n] || typeof e[n] == `boolean` || e[n] === 0));
}
var Se = class {
	constructor(e) {
		this.externalEntities = {}, this.options = j(e);
	}
	parse(e, t) {
		if (typeof e != `string` && e.toString) e = e instanceof Uint8Array && !(typeof Buffer < `u` && Buffer.isBuffer(e)) ? new TextDecoder(`utf-8`, { ignoreBOM: !0 }).decode(e) : e.toString();
		else if (typeof e != `string`) throw Error(`XML data is accepted in String or Bytes[] form.`);
		if (t) {
			t === !0 && (t = {});
			let n = b(e, t);
			if (n !== !0) throw Error(`${n.err.msg}:${n.err.line}:${n.err.col}`);
		}
		let n = new B(this.options, this.externalEntities), r = n.parseXml(e);
		return this.options.preserveOrder || r === void 0 ? r : ve(r, this.options, n.matcher, n.readonlyMatcher);
	}
	addEntity(e, t) {
		if (t.indexOf(`&`) !== -1) throw Error(`Entity value can't have '&'`);
		if (e.indexOf(`&`) !== -1 || e.indexOf(`;`) !== -1) throw Error(`An entity must be set without '&' and ';'. Eg. use '#xD' for '&#xD;'`);
		if (t === `&`) throw Error(`An entity with value '&' is not permitted`);
		this.externalEntities[e] = t;
	}
	static getMetaDataSymbol() {
		return N.getMetaDataSymbol();
	}
}, Ce = p;
const we = { validate: b };
export { Ce as n, Se as r, we as t };

const e = {
	cent: `¢`,
	pound: `£`,
	curren: `¤`,
	yen: `¥`,
	euro: `€`,
	dollar: `$`,
	fnof: `ƒ`,
	inr: `₹`,
	af: `؋`,
	birr: `ብር`,
	peso: `₱`,
	rub: `₽`,
	won: `₩`,
	yuan: `¥`,
	cedil: `¸`
}, t = {
	amp: `&`,
	apos: `'`,
	gt: `>`,
	lt: `<`,
	quot: `"`
}, n = {
	nbsp: `\xA0`,
	copy: `©`,
	reg: `®`,
	trade: `™`,
	mdash: `—`,
	ndash: `–`,
	hellip: `…`,
	laquo: `«`,
	raquo: `»`,
	lsquo: `‘`,
	rsquo: `’`,
	ldquo: `“`,
	rdquo: `”`,
	bull: `•`,
	para: `¶`,
	sect: `§`,
	deg: `°`,
	frac12: `½`,
	frac14: `¼`,
	frac34: `¾`
}, r = Object.freeze({
	ALLOW: `allow`,
	BLOCK: `block`,
	THROW: `throw`
}), i = new Set(`!?\\\\/[]$%{}^&*()<>|+`);
function a(e) {
	if (e[0] === `#`) throw Error(`[EntityReplacer] Invalid character '#' in entity name: "${e}"`);
	for (let t of e) if (i.has(t)) throw Error(`[EntityReplacer] Invalid character '${t}' in entity name: "${e}"`);
	return e;
}
function o(...e) {
	let t = Object.create(null);
	for (let n of e) if (n) for (let e of Object.keys(n)) {
		let r = n[e];
		if (typeof r == `string`) t[e] = r;
		else if (r && typeof r == `object` && r.val !== void 0) {
			let n = r.val;
			typeof n == `string` && (t[e] = n);
		}
	}
	return t;
}
const s = `external`, c = `base`;
function l(e) {
	return !e || e === s ? new Set([s]) : e === `all` ? new Set([`all`]) : e === c ? new Set([c]) : Array.isArray(e) ? new Set(e) : new Set([s]);
}
const u = Object.freeze({
	allow: 0,
	leave: 1,
	remove: 2,
	throw: 3
}), d = new Set([
	9,
	10,
	13
]);
function f(e) {
	if (!e) return {
		xmlVersion: 1,
		onLevel: u.allow,
		nullLevel: u.remove
	};
	let t = e.xmlVersion === 1.1 ? 1.1 : 1, n = u[e.onNCR] ?? u.allow, r = u[e.nullNCR] ?? u.remove;
	return {
		xmlVersion: t,
		onLevel: n,
		nullLevel: Math.max(r, u.remove)
	};
}
var p = class {
	constructor(e = {}) {
		this._limit = e.limit || {}, this._maxTotalExpansions = this._limit.maxTotalExpansions || 0, this._maxExpandedLength = this._limit.maxExpandedLength || 0, this._postCheck = typeof e.postCheck == `function` ? e.postCheck : (e) => e, this._limitTiers = l(this._limit.applyLimitsTo ?? s), this._numericAllowed = e.numericAllowed ?? !0, this._baseMap = o(t, e.namedEntities || null), this._externalMap = Object.create(null), this._inputMap = Object.create(null), this._totalExpansions = 0, this._expandedLength = 0, this._removeSet = new Set(e.remove && Array.isArray(e.remove) ? e.remove : []), this._leaveSet = new Set(e.leave && Array.isArray(e.leave) ? e.leave : []);
		let n = f(e.ncr);
		this._ncrXmlVersion = n.xmlVersion, this._ncrOnLevel = n.onLevel, this._ncrNullLevel = n.nullLevel, this._onExternalEntity = typeof e.onExternalEntity == `function` ? e.onExternalEntity : null, this._onInputEntity = typeof e.onInputEntity == `function` ? e.onInputEntity : null;
	}
	_applyRegistrationHook(e, t, n, i) {
		if (!e) return !0;
		let a = e(t, n);
		if (a === r.BLOCK) return !1;
		if (a === r.THROW) throw Error(`[EntityDecoder] Registration of ${i} entity "&${t};" was rejected by hook`);
		return !0;
	}
	setExternalEntities(e) {
		if (e) for (let t of Object.keys(e)) a(t);
		if (!this._onExternalEntity) {
			this._externalMap = o(e);
			return;
		}
		let t = o(e), n = Object.create(null);
		for (let [e, r] of Object.entries(t)) this._applyRegistrationHook(this._onExternalEntity, e, r, `external`) && (n[e] = r);
		this._externalMap = n;
	}
	addExternalEntity(e, t) {
		a(e), typeof t == `string` && t.indexOf(`&`) === -1 && this._applyRegistrationHook(this._onExternalEntity, e, t, `external`) && (this._externalMap[e] = t);
	}
	addInputEntities(e) {
		if (this._totalExpansions = 0, this._expandedLength = 0, !this._onInputEntity) {
			this._inputMap = o(e);
			return;
		}
		let t = o(e), n = Object.create(null);
		for (let [e, r] of Object.entries(t)) this._applyRegistrationHook(this._onInputEntity, e, r, `input`) && (n[e] = r);
		this._inputMap = n;
	}
	reset() {
		return this._inputMap = Object.create(null), this._totalExpansions = 0, this._expandedLength = 0, this;
	}
	setXmlVersion(e) {
		this._ncrXmlVersion = e === 1.1 ? 1.1 : 1;
	}
	decode(e) {
		if (typeof e != `string` || e.length === 0 || e.indexOf(`&`) === -1) return e;
		let t = e, n = [], r = e.length, i = 0, a = 0, o = this._maxTotalExpansions > 0, l = this._maxExpandedLength > 0, u = o || l;
		for (; a < r;) {
			if (e.charCodeAt(a) !== 38) {
				a++;
				continue;
			}
			let t = a + 1;
			for (; t < r && e.charCodeAt(t) !== 59 && t - a <= 32;) t++;
			if (t >= r || e.charCodeAt(t) !== 59) {
				a++;
				continue;
			}
			let d = e.slice(a + 1, t);
			if (d.length === 0) {
				a++;
				continue;
			}
			let f, p;
			if (this._removeSet.has(d)) f = ``, p === void 0 && (p = s);
			else if (this._leaveSet.has(d)) {
				a++;
				continue;
			} else if (d.charCodeAt(0) === 35) {
				let e = this._resolveNCR(d);
				if (e === void 0) {
					a++;
					continue;
				}
				f = e, p = c;
			} else {
				let e = this._resolveName(d);
				f = e?.value, p = e?.tier;
			}
			if (f === void 0) a++;
			else if (a > i && n.push(e.slice(i, a)), n.push(f), i = t + 1, a = i, u && this._tierCounts(p)) {
				if (o && (this._totalExpansions++, this._totalExpansions > this._maxTotalExpansions)) throw Error(`[EntityReplacer] Entity expansion count limit exceeded: ${this._totalExpansions} > ${this._maxTotalExpansions}`);
				if (l) {
					let e = f.length - (d.length + 2);
					if (e > 0 && (this._expandedLength += e, this._expandedLength > this._maxExpandedLength)) throw Error(`[EntityReplacer] Expanded content length limit exceeded: ${this._expandedLength} > ${this._maxExpandedLength}`);
				}
			}
		}
		i < r && n.push(e.slice(i));
		let d = n.length === 0 ? e : n.join(``);
		return this._postCheck(d, t);
	}
	_tierCounts(e) {
		return this._limitTiers.has(`all`) ? !0 : this._limitTiers.has(e);
	}
	_resolveName(e) {
		if (e in this._inputMap) return {
			value: this._inputMap[e],
			tier: s
		};
		if (e in this._externalMap) return {
			value: this._externalMap[e],
			tier: s
		};
		if (e in this._baseMap) return {
			value: this._baseMap[e],
			tier: c
		};
	}
	_classifyNCR(e) {
		return e === 0 ? this._ncrNullLevel : e >= 55296 && e <= 57343 || this._ncrXmlVersion === 1 && e >= 1 && e <= 31 && !d.has(e) ? u.remove : -1;
	}
	_applyNCRAction(e, t, n) {
		switch (e) {
			case u.allow: return String.fromCodePoint(n);
			case u.remove: return ``;
			case u.leave: return;
			case u.throw: throw Error(`[EntityDecoder] Prohibited numeric character reference &${t}; (U+${n.toString(16).toUpperCase().padStart(4, `0`)})`);
			default: return String.fromCodePoint(n);
		}
	}
	_resolveNCR(e) {
		let t = e.charCodeAt(1), n;
		if (n = t === 120 || t === 88 ? parseInt(e.slice(2), 16) : parseInt(e.slice(1), 10), Number.isNaN(n) || n < 0 || n > 1114111) return;
		let r = this._classifyNCR(n);
		if (!this._numericAllowed && r < u.remove) return;
		let i = r === -1 ? this._ncrOnLevel : Math.max(this._ncrOnLevel, r);
		return this._applyNCRAction(i, e, n);
	}
};
export { t as a, e as i, p as n, n as r, r as t };

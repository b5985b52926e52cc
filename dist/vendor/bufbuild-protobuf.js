function e() {
	let e = this.buf, t = this.pos, n = 0, r = 0;
	for (let i = 0; i < 28; i += 7) {
		let a = e[t++];
		if (n |= (a & 127) << i, !(a & 128)) {
			this.pos = t, this.assertBounds(), this.varint64Lo = n, this.varint64Hi = r;
			return;
		}
	}
	let i = e[t++];
	if (n |= (i & 15) << 28, r = (i & 112) >> 4, !(i & 128)) this.pos = t, this.assertBounds(), this.varint64Lo = n, this.varint64Hi = r;
	else {
		for (let i = 3; i <= 31; i += 7) {
			let a = e[t++];
			if (r |= (a & 127) << i, !(a & 128)) {
				this.pos = t, this.assertBounds(), this.varint64Lo = n, this.varint64Hi = r;
				return;
			}
		}
		throw Error(`invalid varint`);
	}
}
const t = 4294967296;
function n(e) {
	let n = e[0] === `-`;
	n && (e = e.slice(1));
	let r = 1e6, i = 0, a = 0;
	function c(n, o) {
		let s = Number(e.slice(n, o));
		a *= r, i = i * r + s, i >= t && (a += i / t | 0, i %= t);
	}
	return c(-24, -18), c(-18, -12), c(-12, -6), c(-6), n ? s(i, a) : o(i, a);
}
function r(e, t) {
	let n = o(e, t), r = n.hi & 2147483648;
	r && (n = s(n.lo, n.hi));
	let a = i(n.lo, n.hi);
	return r ? `-` + a : a;
}
function i(e, n) {
	if ({lo: e, hi: n} = a(e, n), n <= 2097151) return String(t * n + e);
	let r = e & 16777215, i = (e >>> 24 | n << 8) & 16777215, o = n >> 16 & 65535, s = r + i * 6777216 + o * 6710656, l = i + o * 8147497, u = o * 2, d = 1e7;
	return s >= d && (l += Math.floor(s / d), s %= d), l >= d && (u += Math.floor(l / d), l %= d), u.toString() + c(l) + c(s);
}
function a(e, t) {
	return {
		lo: e >>> 0,
		hi: t >>> 0
	};
}
function o(e, t) {
	return {
		lo: e | 0,
		hi: t | 0
	};
}
function s(e, t) {
	return t = ~t, e ? e = ~e + 1 : t += 1, o(e, t);
}
const c = (e) => {
	let t = String(e);
	return `0000000`.slice(t.length) + t;
};
function l() {
	let e = this.buf[this.pos++];
	if (!(e & 128)) return this.assertBounds(), e;
	let t = e & 127;
	if (e = this.buf[this.pos++], t |= (e & 127) << 7, !(e & 128) || (e = this.buf[this.pos++], t |= (e & 127) << 14, !(e & 128)) || (e = this.buf[this.pos++], t |= (e & 127) << 21, !(e & 128))) return this.assertBounds(), t;
	e = this.buf[this.pos++], t |= (e & 15) << 28;
	for (let t = 5; e & 128 && t < 10; t++) e = this.buf[this.pos++];
	if (e & 128) throw Error(`invalid varint`);
	return this.assertBounds(), t >>> 0;
}
const u = d();
function d() {
	let e = new DataView(new ArrayBuffer(8));
	if (typeof BigInt == `function` && typeof e.getBigInt64 == `function` && typeof e.getBigUint64 == `function` && typeof e.setBigInt64 == `function` && typeof e.setBigUint64 == `function` && (globalThis.Deno || globalThis.Bun || typeof process != `object` || typeof process.env != `object` || process.env.BUF_BIGINT_DISABLE !== `1`)) {
		let t = BigInt(`-9223372036854775808`), n = BigInt(`9223372036854775807`), r = BigInt(`0`), i = BigInt(`18446744073709551615`);
		return {
			zero: BigInt(0),
			supported: !0,
			parse(e) {
				let r = typeof e == `bigint` ? e : BigInt(e);
				if (r > n || r < t) throw Error(`invalid int64: ${e}`);
				return r;
			},
			uParse(e) {
				let t = typeof e == `bigint` ? e : BigInt(e);
				if (t > i || t < r) throw Error(`invalid uint64: ${e}`);
				return t;
			},
			enc(t) {
				return e.setBigInt64(0, this.parse(t), !0), {
					lo: e.getInt32(0, !0),
					hi: e.getInt32(4, !0)
				};
			},
			uEnc(t) {
				return e.setBigInt64(0, this.uParse(t), !0), {
					lo: e.getInt32(0, !0),
					hi: e.getInt32(4, !0)
				};
			},
			dec(t, n) {
				return e.setInt32(0, t, !0), e.setInt32(4, n, !0), e.getBigInt64(0, !0);
			},
			uDec(t, n) {
				return e.setInt32(0, t, !0), e.setInt32(4, n, !0), e.getBigUint64(0, !0);
			}
		};
	}
	return {
		zero: `0`,
		supported: !1,
		parse(e) {
			return typeof e != `string` && (e = e.toString()), f(e), e;
		},
		uParse(e) {
			return typeof e != `string` && (e = e.toString()), p(e), e;
		},
		enc(e) {
			return typeof e != `string` && (e = e.toString()), f(e), n(e);
		},
		uEnc(e) {
			return typeof e != `string` && (e = e.toString()), p(e), n(e);
		},
		dec(e, t) {
			return r(e, t);
		},
		uDec(e, t) {
			return i(e, t);
		}
	};
}
function f(e) {
	if (!/^-?[0-9]+$/.test(e)) throw Error(`invalid int64: ` + e);
}
function p(e) {
	if (!/^[0-9]+$/.test(e)) throw Error(`invalid uint64: ` + e);
}
let m;
function h(e) {
	m = Object.assign(Object.assign({}, e), { encodeUtf8Into: e.encodeUtf8Into ?? _(e.encodeUtf8.bind(e)) });
}
function g() {
	if (!m) {
		let e = globalThis;
		if (!e.TextEncoder || !e.TextDecoder) throw Error(`encoding API missing: install TextEncoder and TextDecoder on globalThis`);
		let t = new e.TextEncoder(), n = new e.TextDecoder(`utf-8`, { ignoreBOM: !0 }), r, i = {
			encodeUtf8(e) {
				return t.encode(e);
			},
			decodeUtf8(t, i) {
				return i ? (r ||= new e.TextDecoder(`utf-8`, {
					fatal: !0,
					ignoreBOM: !0
				}), r.decode(t)) : n.decode(t);
			},
			checkUtf8(e) {
				try {
					return encodeURIComponent(e), !0;
				} catch {
					return !1;
				}
			}
		};
		t.encodeInto && (i.encodeUtf8Into = t.encodeInto.bind(t));
		let a = String.prototype.isWellFormed;
		a && (i.checkUtf8 = (e) => a.call(e)), h(i);
	}
	return m;
}
function _(e) {
	return (t, n) => {
		let r = e(t);
		return n.set(r), { written: r.byteLength };
	};
}
var v;
(function(e) {
	e[e.Varint = 0] = `Varint`, e[e.Bit64 = 1] = `Bit64`, e[e.LengthDelimited = 2] = `LengthDelimited`, e[e.StartGroup = 3] = `StartGroup`, e[e.EndGroup = 4] = `EndGroup`, e[e.Bit32 = 5] = `Bit32`;
})(v ||= {});
var y = class {
	constructor(e) {
		this.stackPos = [], this.encodeUtf8Into = e ? _(e) : g().encodeUtf8Into, this.buffer = S, this.viewCache = C, this.pos = 0;
	}
	ensureCapacity(e) {
		let t = this.pos + e;
		if (t > this.buffer.length) {
			let e = this.buffer.length || b;
			for (; e < t;) e *= 2;
			let n = new Uint8Array(e);
			this.pos > 0 && n.set(this.buffer), this.buffer = n;
		}
	}
	view() {
		let e = this.buffer, t = this.viewCache;
		if (t.byteLength === e.byteLength) return t;
		let n = new DataView(e.buffer);
		return this.viewCache = n, n;
	}
	finish() {
		let e = this.buffer.slice(0, this.pos);
		return this.pos = 0, this.stackPos = [], e;
	}
	fork() {
		return this.stackPos.push(this.pos), this.ensureCapacity(x), this.buffer[this.pos++] = 0, this;
	}
	join() {
		let e = this.stackPos.pop();
		if (e === void 0) throw Error(`invalid state, fork stack empty`);
		let t = this.pos - e - x, n = T(t);
		return n > x && (this.ensureCapacity(n - x), this.buffer.copyWithin(e + n, e + x, this.pos)), this.pos = e, this.uint32(t), this.pos += t, this;
	}
	tag(e, t) {
		return this.uint32((e << 3 | t) >>> 0);
	}
	raw(e) {
		return this.ensureCapacity(e.length), this.buffer.set(e, this.pos), this.pos += e.length, this;
	}
	uint32(e) {
		if (O(e), this.ensureCapacity(5), e < 128) return this.buffer[this.pos++] = e, this;
		for (; e > 127;) this.buffer[this.pos++] = e & 127 | 128, e >>>= 7;
		return this.buffer[this.pos++] = e, this;
	}
	int32(e) {
		if (D(e), e >= 0) return this.uint32(e);
		this.ensureCapacity(10);
		for (let t = 0; t < 9; t++) this.buffer[this.pos++] = e & 127 | 128, e >>= 7;
		return this.buffer[this.pos++] = 1, this;
	}
	bool(e) {
		return this.ensureCapacity(1), this.buffer[this.pos++] = +!!e, this;
	}
	bytes(e) {
		return this.uint32(e.byteLength), this.raw(e);
	}
	string(e) {
		typeof e != `string` && (e = String(e));
		let t = e.length;
		if (t <= w) {
			this.ensureCapacity(t + 1);
			let n = this.buffer, r = this.pos;
			n[r++] = t;
			let i = 0;
			for (; i < t; i++) {
				let t = e.charCodeAt(i);
				if (t > 127) break;
				n[r++] = t;
			}
			if (i == t) return this.pos = r, this;
		}
		this.ensureCapacity(t * 3 + 5);
		let n = T(t), r = this.buffer, i = this.pos, { written: a } = this.encodeUtf8Into(e, r.subarray(i + n)), o = T(a);
		return o != n && r.copyWithin(i + o, i + n, i + n + a), this.uint32(a), this.pos += a, this;
	}
	float(e) {
		return k(e), this.ensureCapacity(4), this.view().setFloat32(this.pos, e, !0), this.pos += 4, this;
	}
	double(e) {
		return this.ensureCapacity(8), this.view().setFloat64(this.pos, e, !0), this.pos += 8, this;
	}
	fixed32(e) {
		return O(e), this.ensureCapacity(4), this.view().setUint32(this.pos, e, !0), this.pos += 4, this;
	}
	sfixed32(e) {
		return D(e), this.ensureCapacity(4), this.view().setInt32(this.pos, e, !0), this.pos += 4, this;
	}
	sint32(e) {
		return D(e), this.uint32((e << 1 ^ e >> 31) >>> 0);
	}
	sfixed64(e) {
		let t = u.enc(e);
		this.ensureCapacity(8);
		let n = this.view();
		return n.setInt32(this.pos, t.lo, !0), n.setInt32(this.pos + 4, t.hi, !0), this.pos += 8, this;
	}
	fixed64(e) {
		let t = u.uEnc(e);
		this.ensureCapacity(8);
		let n = this.view();
		return n.setInt32(this.pos, t.lo, !0), n.setInt32(this.pos + 4, t.hi, !0), this.pos += 8, this;
	}
	int64(e) {
		let t = u.enc(e);
		return this.writeVarint64(t.lo, t.hi);
	}
	sint64(e) {
		let t = u.enc(e), n = t.hi >> 31, r = t.lo << 1 ^ n, i = (t.hi << 1 | t.lo >>> 31) ^ n;
		return this.writeVarint64(r, i);
	}
	uint64(e) {
		let t = u.uEnc(e);
		return this.writeVarint64(t.lo, t.hi);
	}
	writeVarint64(e, t) {
		this.ensureCapacity(10);
		let n = this.buffer, r = this.pos;
		for (let i = 0; i < 28; i += 7) {
			let a = e >>> i, o = !(!(a >>> 7) && t == 0);
			if (n[r++] = (o ? a | 128 : a) & 255, !o) return this.pos = r, this;
		}
		let i = e >>> 28 & 15 | (t & 7) << 4, a = !!(t >> 3);
		if (n[r++] = (a ? i | 128 : i) & 255, !a) return this.pos = r, this;
		for (let e = 3; e < 31; e += 7) {
			let i = t >>> e, a = !!(i >>> 7);
			if (n[r++] = (a ? i | 128 : i) & 255, !a) return this.pos = r, this;
		}
		return n[r++] = t >>> 31 & 1, this.pos = r, this;
	}
};
const b = 128, x = 1, S = new Uint8Array(), C = new DataView(S.buffer), w = 32;
function T(e) {
	return e < 128 ? 1 : e < 16384 ? 2 : e < 2097152 ? 3 : e < 268435456 ? 4 : 5;
}
var E = class {
	constructor(t, n = g().decodeUtf8) {
		this.decodeUtf8 = n, this.varint64Lo = 0, this.varint64Hi = 0, this.varint64 = e, this.uint32 = l, this.buf = t, this.len = t.length, this.pos = 0, this.view = new DataView(t.buffer, t.byteOffset, t.byteLength);
	}
	tag() {
		let e = this.pos, t = this.uint32(), n = this.pos - e;
		if (n > 5 || n == 5 && this.buf[this.pos - 1] > 15) throw Error(`illegal tag: varint overflows uint32`);
		let r = t >>> 3, i = t & 7;
		if (r <= 0 || i > 5) throw Error(`illegal tag: field no ` + r + ` wire type ` + i);
		return [r, i];
	}
	skip(e, t, n = 100) {
		let r = this.pos;
		switch (e) {
			case v.Varint:
				for (; this.buf[this.pos++] & 128;);
				break;
			case v.Bit64: this.pos += 4;
			case v.Bit32:
				this.pos += 4;
				break;
			case v.LengthDelimited:
				let r = this.uint32();
				this.pos += r;
				break;
			case v.StartGroup:
				if (n <= 0) throw Error(`maximum recursion depth reached`);
				for (;;) {
					let [e, r] = this.tag();
					if (r === v.EndGroup) {
						if (t !== void 0 && e !== t) throw Error(`invalid end group tag`);
						break;
					}
					this.skip(r, e, n - 1);
				}
				break;
			default: throw Error(`cant skip wire type ` + e);
		}
		return this.assertBounds(), this.buf.subarray(r, this.pos);
	}
	assertBounds() {
		if (this.pos > this.len) throw RangeError(`premature EOF`);
	}
	int32() {
		return this.uint32() | 0;
	}
	sint32() {
		let e = this.uint32();
		return e >>> 1 ^ -(e & 1);
	}
	int64() {
		return this.varint64(), u.dec(this.varint64Lo, this.varint64Hi);
	}
	uint64() {
		return this.varint64(), u.uDec(this.varint64Lo, this.varint64Hi);
	}
	sint64() {
		this.varint64();
		let e = this.varint64Lo, t = this.varint64Hi, n = -(e & 1);
		return e = (e >>> 1 | (t & 1) << 31) ^ n, t = t >>> 1 ^ n, u.dec(e, t);
	}
	bool() {
		let e = this.buf[this.pos];
		return e < 128 ? (this.pos++, e !== 0) : (this.varint64(), this.varint64Lo !== 0 || this.varint64Hi !== 0);
	}
	fixed32() {
		return this.view.getUint32((this.pos += 4) - 4, !0);
	}
	sfixed32() {
		return this.view.getInt32((this.pos += 4) - 4, !0);
	}
	fixed64() {
		return u.uDec(this.sfixed32(), this.sfixed32());
	}
	sfixed64() {
		return u.dec(this.sfixed32(), this.sfixed32());
	}
	float() {
		return this.view.getFloat32((this.pos += 4) - 4, !0);
	}
	double() {
		return this.view.getFloat64((this.pos += 8) - 8, !0);
	}
	bytes() {
		let e = this.uint32(), t = this.pos;
		return this.pos += e, this.assertBounds(), this.buf.subarray(t, t + e);
	}
	string(e) {
		let t = this.uint32(), n = this.pos;
		this.pos += t, this.assertBounds();
		let r = this.buf;
		if (t <= 32) {
			let i = Array(t);
			for (let a = 0; a < t; a++) {
				let t = r[n + a];
				if (t > 127) return this.decodeUtf8(r.subarray(n, this.pos), e);
				i[a] = t;
			}
			return String.fromCharCode.apply(String, i);
		}
		return this.decodeUtf8(r.subarray(n, this.pos), e);
	}
};
function D(e) {
	if (typeof e == `string`) e = Number(e);
	else if (typeof e != `number`) throw Error(`invalid int32: ` + typeof e);
	if (!Number.isInteger(e) || e > 2147483647 || e < -2147483648) throw Error(`invalid int32: ` + e);
}
function O(e) {
	if (typeof e == `string`) e = Number(e);
	else if (typeof e != `number`) throw Error(`invalid uint32: ` + typeof e);
	if (!Number.isInteger(e) || e > 4294967295 || e < 0) throw Error(`invalid uint32: ` + e);
}
function k(e) {
	if (typeof e == `string`) {
		let t = e;
		if (e = Number(e), Number.isNaN(e) && t !== `NaN`) throw Error(`invalid float32: ` + t);
	} else if (typeof e != `number`) throw Error(`invalid float32: ` + typeof e);
	if (!Number.isFinite(Math.fround(e)) && Number.isFinite(e)) throw Error(`invalid float32: ` + e);
}
export { y as n, v as r, E as t };

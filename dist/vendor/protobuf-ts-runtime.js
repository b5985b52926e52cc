import { t as e } from "../lazy/rolldown-runtime.js";
var t = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.isJsonObject = e.typeofJsonValue = void 0;
	function t(e) {
		let t = typeof e;
		if (t == `object`) {
			if (Array.isArray(e)) return `array`;
			if (e === null) return `null`;
		}
		return t;
	}
	e.typeofJsonValue = t;
	function n(e) {
		return typeof e == `object` && !!e && !Array.isArray(e);
	}
	e.isJsonObject = n;
})), n = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.base64encode = e.base64decode = void 0;
	let t = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/`.split(``), n = [];
	for (let e = 0; e < t.length; e++) n[t[e].charCodeAt(0)] = e;
	n[45] = t.indexOf(`+`), n[95] = t.indexOf(`/`);
	function r(e) {
		let t = e.length * 3 / 4;
		e[e.length - 2] == `=` ? t -= 2 : e[e.length - 1] == `=` && --t;
		let r = new Uint8Array(t), i = 0, a = 0, o, s = 0;
		for (let t = 0; t < e.length; t++) {
			if (o = n[e.charCodeAt(t)], o === void 0) switch (e[t]) {
				case `=`: a = 0;
				case `
`:
				case `\r`:
				case `	`:
				case ` `: continue;
				default: throw Error(`invalid base64 string.`);
			}
			switch (a) {
				case 0:
					s = o, a = 1;
					break;
				case 1:
					r[i++] = s << 2 | (o & 48) >> 4, s = o, a = 2;
					break;
				case 2:
					r[i++] = (s & 15) << 4 | (o & 60) >> 2, s = o, a = 3;
					break;
				case 3: r[i++] = (s & 3) << 6 | o, a = 0;
			}
		}
		if (a == 1) throw Error(`invalid base64 string.`);
		return r.subarray(0, i);
	}
	e.base64decode = r;
	function i(e) {
		let n = ``, r = 0, i, a = 0;
		for (let o = 0; o < e.length; o++) switch (i = e[o], r) {
			case 0:
				n += t[i >> 2], a = (i & 3) << 4, r = 1;
				break;
			case 1:
				n += t[a | i >> 4], a = (i & 15) << 2, r = 2;
				break;
			case 2: n += t[a | i >> 6], n += t[i & 63], r = 0;
		}
		return r && (n += t[a], n += `=`, r == 1 && (n += `=`)), n;
	}
	e.base64encode = i;
})), r = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.utf8read = void 0;
	let t = (e) => String.fromCharCode.apply(String, e);
	function n(e) {
		if (e.length < 1) return ``;
		let n = 0, r = [], i = [], a = 0, o, s = e.length;
		for (; n < s;) o = e[n++], o < 128 ? i[a++] = o : o > 191 && o < 224 ? i[a++] = (o & 31) << 6 | e[n++] & 63 : o > 239 && o < 365 ? (o = ((o & 7) << 18 | (e[n++] & 63) << 12 | (e[n++] & 63) << 6 | e[n++] & 63) - 65536, i[a++] = 55296 + (o >> 10), i[a++] = 56320 + (o & 1023)) : i[a++] = (o & 15) << 12 | (e[n++] & 63) << 6 | e[n++] & 63, a > 8191 && (r.push(t(i)), a = 0);
		return r.length ? (a && r.push(t(i.slice(0, a))), r.join(``)) : t(i.slice(0, a));
	}
	e.utf8read = n;
})), i = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.WireType = e.mergeBinaryOptions = e.UnknownFieldHandler = void 0, (function(e) {
		e.symbol = Symbol.for(`protobuf-ts/unknown`), e.onRead = (n, r, i, a, o) => {
			(t(r) ? r[e.symbol] : r[e.symbol] = []).push({
				no: i,
				wireType: a,
				data: o
			});
		}, e.onWrite = (t, n, r) => {
			for (let { no: t, wireType: i, data: a } of e.list(n)) r.tag(t, i).raw(a);
		}, e.list = (n, r) => {
			if (t(n)) {
				let t = n[e.symbol];
				return r ? t.filter((e) => e.no == r) : t;
			}
			return [];
		}, e.last = (t, n) => e.list(t, n).slice(-1)[0];
		let t = (t) => t && Array.isArray(t[e.symbol]);
	})(e.UnknownFieldHandler ||= {});
	function t(e, t) {
		return Object.assign(Object.assign({}, e), t);
	}
	e.mergeBinaryOptions = t, (function(e) {
		e[e.Varint = 0] = `Varint`, e[e.Bit64 = 1] = `Bit64`, e[e.LengthDelimited = 2] = `LengthDelimited`, e[e.StartGroup = 3] = `StartGroup`, e[e.EndGroup = 4] = `EndGroup`, e[e.Bit32 = 5] = `Bit32`;
	})(e.WireType ||= {});
})), a = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.varint32read = e.varint32write = e.int64toString = e.int64fromString = e.varint64write = e.varint64read = void 0;
	function t() {
		let e = 0, t = 0;
		for (let n = 0; n < 28; n += 7) {
			let r = this.buf[this.pos++];
			if (e |= (r & 127) << n, !(r & 128)) return this.assertBounds(), [e, t];
		}
		let n = this.buf[this.pos++];
		if (e |= (n & 15) << 28, t = (n & 112) >> 4, !(n & 128)) return this.assertBounds(), [e, t];
		for (let n = 3; n <= 31; n += 7) {
			let r = this.buf[this.pos++];
			if (t |= (r & 127) << n, !(r & 128)) return this.assertBounds(), [e, t];
		}
		throw Error(`invalid varint`);
	}
	e.varint64read = t;
	function n(e, t, n) {
		for (let r = 0; r < 28; r += 7) {
			let i = e >>> r, a = !(!(i >>> 7) && t == 0), o = (a ? i | 128 : i) & 255;
			if (n.push(o), !a) return;
		}
		let r = e >>> 28 & 15 | (t & 7) << 4, i = !!(t >> 3);
		if (n.push((i ? r | 128 : r) & 255), i) {
			for (let e = 3; e < 31; e += 7) {
				let r = t >>> e, i = !!(r >>> 7), a = (i ? r | 128 : r) & 255;
				if (n.push(a), !i) return;
			}
			n.push(t >>> 31 & 1);
		}
	}
	e.varint64write = n;
	let r = 4294967296;
	function i(e) {
		let t = e[0] == `-`;
		t && (e = e.slice(1));
		let n = 1e6, i = 0, a = 0;
		function o(t, o) {
			let s = Number(e.slice(t, o));
			a *= n, i = i * n + s, i >= r && (a += i / r | 0, i %= r);
		}
		return o(-24, -18), o(-18, -12), o(-12, -6), o(-6), [
			t,
			i,
			a
		];
	}
	e.int64fromString = i;
	function a(e, t) {
		if (t >>> 0 <= 2097151) return `` + (r * t + (e >>> 0));
		let n = e & 16777215, i = (e >>> 24 | t << 8) >>> 0 & 16777215, a = t >> 16 & 65535, o = n + i * 6777216 + a * 6710656, s = i + a * 8147497, c = a * 2, l = 1e7;
		o >= l && (s += Math.floor(o / l), o %= l), s >= l && (c += Math.floor(s / l), s %= l);
		function u(e, t) {
			let n = e ? String(e) : ``;
			return t ? `0000000`.slice(n.length) + n : n;
		}
		return u(c, 0) + u(s, c) + u(o, 1);
	}
	e.int64toString = a;
	function o(e, t) {
		if (e >= 0) {
			for (; e > 127;) t.push(e & 127 | 128), e >>>= 7;
			t.push(e);
		} else {
			for (let n = 0; n < 9; n++) t.push(e & 127 | 128), e >>= 7;
			t.push(1);
		}
	}
	e.varint32write = o;
	function s() {
		let e = this.buf[this.pos++], t = e & 127;
		if (!(e & 128) || (e = this.buf[this.pos++], t |= (e & 127) << 7, !(e & 128)) || (e = this.buf[this.pos++], t |= (e & 127) << 14, !(e & 128)) || (e = this.buf[this.pos++], t |= (e & 127) << 21, !(e & 128))) return this.assertBounds(), t;
		e = this.buf[this.pos++], t |= (e & 15) << 28;
		for (let t = 5; e & 128 && t < 10; t++) e = this.buf[this.pos++];
		if (e & 128) throw Error(`invalid varint`);
		return this.assertBounds(), t >>> 0;
	}
	e.varint32read = s;
})), o = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.PbLong = e.PbULong = e.detectBi = void 0;
	let t = a(), n;
	function r() {
		let e = new DataView(new ArrayBuffer(8));
		n = globalThis.BigInt !== void 0 && typeof e.getBigInt64 == `function` && typeof e.getBigUint64 == `function` && typeof e.setBigInt64 == `function` && typeof e.setBigUint64 == `function` ? {
			MIN: BigInt(`-9223372036854775808`),
			MAX: BigInt(`9223372036854775807`),
			UMIN: BigInt(`0`),
			UMAX: BigInt(`18446744073709551615`),
			C: BigInt,
			V: e
		} : void 0;
	}
	e.detectBi = r, r();
	function i(e) {
		if (!e) throw Error(`BigInt unavailable, see https://github.com/timostamm/protobuf-ts/blob/v1.0.8/MANUAL.md#bigint-support`);
	}
	let o = /^-?[0-9]+$/, s = 4294967296, c = 2147483648;
	var l = class {
		constructor(e, t) {
			this.lo = e | 0, this.hi = t | 0;
		}
		isZero() {
			return this.lo == 0 && this.hi == 0;
		}
		toNumber() {
			let e = this.hi * s + (this.lo >>> 0);
			if (!Number.isSafeInteger(e)) throw Error(`cannot convert to safe number`);
			return e;
		}
	}, u = class e extends l {
		static from(r) {
			if (n) switch (typeof r) {
				case `string`:
					if (r == `0`) return this.ZERO;
					if (r == ``) throw Error(`string is no integer`);
					r = n.C(r);
				case `number`:
					if (r === 0) return this.ZERO;
					r = n.C(r);
				case `bigint`:
					if (!r) return this.ZERO;
					if (r < n.UMIN) throw Error(`signed value for ulong`);
					if (r > n.UMAX) throw Error(`ulong too large`);
					return n.V.setBigUint64(0, r, !0), new e(n.V.getInt32(0, !0), n.V.getInt32(4, !0));
			}
			else switch (typeof r) {
				case `string`:
					if (r == `0`) return this.ZERO;
					if (r = r.trim(), !o.test(r)) throw Error(`string is no integer`);
					let [n, i, a] = t.int64fromString(r);
					if (n) throw Error(`signed value for ulong`);
					return new e(i, a);
				case `number`:
					if (r == 0) return this.ZERO;
					if (!Number.isSafeInteger(r)) throw Error(`number is no integer`);
					if (r < 0) throw Error(`signed value for ulong`);
					return new e(r, r / s);
			}
			throw Error(`unknown value ` + typeof r);
		}
		toString() {
			return n ? this.toBigInt().toString() : t.int64toString(this.lo, this.hi);
		}
		toBigInt() {
			return i(n), n.V.setInt32(0, this.lo, !0), n.V.setInt32(4, this.hi, !0), n.V.getBigUint64(0, !0);
		}
	};
	e.PbULong = u, u.ZERO = new u(0, 0);
	var d = class e extends l {
		static from(r) {
			if (n) switch (typeof r) {
				case `string`:
					if (r == `0`) return this.ZERO;
					if (r == ``) throw Error(`string is no integer`);
					r = n.C(r);
				case `number`:
					if (r === 0) return this.ZERO;
					r = n.C(r);
				case `bigint`:
					if (!r) return this.ZERO;
					if (r < n.MIN) throw Error(`signed long too small`);
					if (r > n.MAX) throw Error(`signed long too large`);
					return n.V.setBigInt64(0, r, !0), new e(n.V.getInt32(0, !0), n.V.getInt32(4, !0));
			}
			else switch (typeof r) {
				case `string`:
					if (r == `0`) return this.ZERO;
					if (r = r.trim(), !o.test(r)) throw Error(`string is no integer`);
					let [n, i, a] = t.int64fromString(r);
					if (n) {
						if (a > c || a == c && i != 0) throw Error(`signed long too small`);
					} else if (a >= c) throw Error(`signed long too large`);
					let l = new e(i, a);
					return n ? l.negate() : l;
				case `number`:
					if (r == 0) return this.ZERO;
					if (!Number.isSafeInteger(r)) throw Error(`number is no integer`);
					return r > 0 ? new e(r, r / s) : new e(-r, -r / s).negate();
			}
			throw Error(`unknown value ` + typeof r);
		}
		isNegative() {
			return !!(this.hi & c);
		}
		negate() {
			let t = ~this.hi, n = this.lo;
			return n ? n = ~n + 1 : t += 1, new e(n, t);
		}
		toString() {
			if (n) return this.toBigInt().toString();
			if (this.isNegative()) {
				let e = this.negate();
				return `-` + t.int64toString(e.lo, e.hi);
			}
			return t.int64toString(this.lo, this.hi);
		}
		toBigInt() {
			return i(n), n.V.setInt32(0, this.lo, !0), n.V.setInt32(4, this.hi, !0), n.V.getBigInt64(0, !0);
		}
	};
	e.PbLong = d, d.ZERO = new d(0, 0);
})), s = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BinaryReader = e.binaryReadOptions = void 0;
	let t = i(), n = o(), r = a(), s = {
		readUnknownField: !0,
		readerFactory: (e) => new l(e)
	};
	function c(e) {
		return e ? Object.assign(Object.assign({}, s), e) : s;
	}
	e.binaryReadOptions = c;
	var l = class {
		constructor(e, t) {
			this.varint64 = r.varint64read, this.uint32 = r.varint32read, this.buf = e, this.len = e.length, this.pos = 0, this.view = new DataView(e.buffer, e.byteOffset, e.byteLength), this.textDecoder = t ?? new TextDecoder(`utf-8`, {
				fatal: !0,
				ignoreBOM: !0
			});
		}
		tag() {
			let e = this.uint32(), t = e >>> 3, n = e & 7;
			if (t <= 0 || n < 0 || n > 5) throw Error(`illegal tag: field no ` + t + ` wire type ` + n);
			return [t, n];
		}
		skip(e) {
			let n = this.pos;
			switch (e) {
				case t.WireType.Varint:
					for (; this.buf[this.pos++] & 128;);
					break;
				case t.WireType.Bit64: this.pos += 4;
				case t.WireType.Bit32:
					this.pos += 4;
					break;
				case t.WireType.LengthDelimited:
					let n = this.uint32();
					this.pos += n;
					break;
				case t.WireType.StartGroup:
					let r;
					for (; (r = this.tag()[1]) !== t.WireType.EndGroup;) this.skip(r);
					break;
				default: throw Error(`cant skip wire type ` + e);
			}
			return this.assertBounds(), this.buf.subarray(n, this.pos);
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
			return new n.PbLong(...this.varint64());
		}
		uint64() {
			return new n.PbULong(...this.varint64());
		}
		sint64() {
			let [e, t] = this.varint64(), r = -(e & 1);
			return e = (e >>> 1 | (t & 1) << 31) ^ r, t = t >>> 1 ^ r, new n.PbLong(e, t);
		}
		bool() {
			let [e, t] = this.varint64();
			return e !== 0 || t !== 0;
		}
		fixed32() {
			return this.view.getUint32((this.pos += 4) - 4, !0);
		}
		sfixed32() {
			return this.view.getInt32((this.pos += 4) - 4, !0);
		}
		fixed64() {
			return new n.PbULong(this.sfixed32(), this.sfixed32());
		}
		sfixed64() {
			return new n.PbLong(this.sfixed32(), this.sfixed32());
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
		string() {
			return this.textDecoder.decode(this.bytes());
		}
	};
	e.BinaryReader = l;
})), c = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.assertFloat32 = e.assertUInt32 = e.assertInt32 = e.assertNever = e.assert = void 0;
	function t(e, t) {
		if (!e) throw Error(t);
	}
	e.assert = t;
	function n(e, t) {
		throw Error(t ?? `Unexpected object: ` + e);
	}
	e.assertNever = n;
	function r(e) {
		if (typeof e != `number`) throw Error(`invalid int 32: ` + typeof e);
		if (!Number.isInteger(e) || e > 2147483647 || e < -2147483648) throw Error(`invalid int 32: ` + e);
	}
	e.assertInt32 = r;
	function i(e) {
		if (typeof e != `number`) throw Error(`invalid uint 32: ` + typeof e);
		if (!Number.isInteger(e) || e > 4294967295 || e < 0) throw Error(`invalid uint 32: ` + e);
	}
	e.assertUInt32 = i;
	function a(e) {
		if (typeof e != `number`) throw Error(`invalid float 32: ` + typeof e);
		if (Number.isFinite(e) && (e > 34028234663852886e22 || e < -34028234663852886e22)) throw Error(`invalid float 32: ` + e);
	}
	e.assertFloat32 = a;
})), l = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.BinaryWriter = e.binaryWriteOptions = void 0;
	let t = o(), n = a(), r = c(), i = {
		writeUnknownFields: !0,
		writerFactory: () => new l()
	};
	function s(e) {
		return e ? Object.assign(Object.assign({}, i), e) : i;
	}
	e.binaryWriteOptions = s;
	var l = class {
		constructor(e) {
			this.stack = [], this.textEncoder = e ?? new TextEncoder(), this.chunks = [], this.buf = [];
		}
		finish() {
			this.chunks.push(new Uint8Array(this.buf));
			let e = 0;
			for (let t = 0; t < this.chunks.length; t++) e += this.chunks[t].length;
			let t = new Uint8Array(e), n = 0;
			for (let e = 0; e < this.chunks.length; e++) t.set(this.chunks[e], n), n += this.chunks[e].length;
			return this.chunks = [], t;
		}
		fork() {
			return this.stack.push({
				chunks: this.chunks,
				buf: this.buf
			}), this.chunks = [], this.buf = [], this;
		}
		join() {
			let e = this.finish(), t = this.stack.pop();
			if (!t) throw Error(`invalid state, fork stack empty`);
			return this.chunks = t.chunks, this.buf = t.buf, this.uint32(e.byteLength), this.raw(e);
		}
		tag(e, t) {
			return this.uint32((e << 3 | t) >>> 0);
		}
		raw(e) {
			return this.buf.length && (this.chunks.push(new Uint8Array(this.buf)), this.buf = []), this.chunks.push(e), this;
		}
		uint32(e) {
			for (r.assertUInt32(e); e > 127;) this.buf.push(e & 127 | 128), e >>>= 7;
			return this.buf.push(e), this;
		}
		int32(e) {
			return r.assertInt32(e), n.varint32write(e, this.buf), this;
		}
		bool(e) {
			return this.buf.push(+!!e), this;
		}
		bytes(e) {
			return this.uint32(e.byteLength), this.raw(e);
		}
		string(e) {
			let t = this.textEncoder.encode(e);
			return this.uint32(t.byteLength), this.raw(t);
		}
		float(e) {
			r.assertFloat32(e);
			let t = new Uint8Array(4);
			return new DataView(t.buffer).setFloat32(0, e, !0), this.raw(t);
		}
		double(e) {
			let t = new Uint8Array(8);
			return new DataView(t.buffer).setFloat64(0, e, !0), this.raw(t);
		}
		fixed32(e) {
			r.assertUInt32(e);
			let t = new Uint8Array(4);
			return new DataView(t.buffer).setUint32(0, e, !0), this.raw(t);
		}
		sfixed32(e) {
			r.assertInt32(e);
			let t = new Uint8Array(4);
			return new DataView(t.buffer).setInt32(0, e, !0), this.raw(t);
		}
		sint32(e) {
			return r.assertInt32(e), e = (e << 1 ^ e >> 31) >>> 0, n.varint32write(e, this.buf), this;
		}
		sfixed64(e) {
			let n = new Uint8Array(8), r = new DataView(n.buffer), i = t.PbLong.from(e);
			return r.setInt32(0, i.lo, !0), r.setInt32(4, i.hi, !0), this.raw(n);
		}
		fixed64(e) {
			let n = new Uint8Array(8), r = new DataView(n.buffer), i = t.PbULong.from(e);
			return r.setInt32(0, i.lo, !0), r.setInt32(4, i.hi, !0), this.raw(n);
		}
		int64(e) {
			let r = t.PbLong.from(e);
			return n.varint64write(r.lo, r.hi, this.buf), this;
		}
		sint64(e) {
			let r = t.PbLong.from(e), i = r.hi >> 31, a = r.lo << 1 ^ i, o = (r.hi << 1 | r.lo >>> 31) ^ i;
			return n.varint64write(a, o, this.buf), this;
		}
		uint64(e) {
			let r = t.PbULong.from(e);
			return n.varint64write(r.lo, r.hi, this.buf), this;
		}
	};
	e.BinaryWriter = l;
})), u = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.mergeJsonOptions = e.jsonWriteOptions = e.jsonReadOptions = void 0;
	let t = {
		emitDefaultValues: !1,
		enumAsInteger: !1,
		useProtoFieldName: !1,
		prettySpaces: 0
	}, n = { ignoreUnknownFields: !1 };
	function r(e) {
		return e ? Object.assign(Object.assign({}, n), e) : n;
	}
	e.jsonReadOptions = r;
	function i(e) {
		return e ? Object.assign(Object.assign({}, t), e) : t;
	}
	e.jsonWriteOptions = i;
	function a(e, t) {
		let n = Object.assign(Object.assign({}, e), t);
		return n.typeRegistry = [...e?.typeRegistry ?? [], ...t?.typeRegistry ?? []], n;
	}
	e.mergeJsonOptions = a;
})), d = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.MESSAGE_TYPE = void 0, e.MESSAGE_TYPE = Symbol.for(`protobuf-ts/message-type`);
})), f = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.lowerCamelCase = void 0;
	function t(e) {
		let t = !1, n = [];
		for (let r = 0; r < e.length; r++) {
			let i = e.charAt(r);
			i == `_` ? t = !0 : /\d/.test(i) ? (n.push(i), t = !0) : t ? (n.push(i.toUpperCase()), t = !1) : r == 0 ? n.push(i.toLowerCase()) : n.push(i);
		}
		return n.join(``);
	}
	e.lowerCamelCase = t;
})), p = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.readMessageOption = e.readFieldOption = e.readFieldOptions = e.normalizeFieldInfo = e.RepeatType = e.LongType = e.ScalarType = void 0;
	let t = f();
	(function(e) {
		e[e.DOUBLE = 1] = `DOUBLE`, e[e.FLOAT = 2] = `FLOAT`, e[e.INT64 = 3] = `INT64`, e[e.UINT64 = 4] = `UINT64`, e[e.INT32 = 5] = `INT32`, e[e.FIXED64 = 6] = `FIXED64`, e[e.FIXED32 = 7] = `FIXED32`, e[e.BOOL = 8] = `BOOL`, e[e.STRING = 9] = `STRING`, e[e.BYTES = 12] = `BYTES`, e[e.UINT32 = 13] = `UINT32`, e[e.SFIXED32 = 15] = `SFIXED32`, e[e.SFIXED64 = 16] = `SFIXED64`, e[e.SINT32 = 17] = `SINT32`, e[e.SINT64 = 18] = `SINT64`;
	})(e.ScalarType ||= {}), (function(e) {
		e[e.BIGINT = 0] = `BIGINT`, e[e.STRING = 1] = `STRING`, e[e.NUMBER = 2] = `NUMBER`;
	})(e.LongType ||= {});
	var n;
	(function(e) {
		e[e.NO = 0] = `NO`, e[e.PACKED = 1] = `PACKED`, e[e.UNPACKED = 2] = `UNPACKED`;
	})(n = e.RepeatType ||= {});
	function r(e) {
		return e.localName = e.localName ?? t.lowerCamelCase(e.name), e.jsonName = e.jsonName ?? t.lowerCamelCase(e.name), e.repeat = e.repeat ?? n.NO, e.opt = e.opt ?? (!e.repeat && !e.oneof && e.kind == `message`), e;
	}
	e.normalizeFieldInfo = r;
	function i(e, t, n, r) {
		let i = e.fields.find((e, n) => e.localName == t || n == t)?.options;
		return i && i[n] ? r.fromJson(i[n]) : void 0;
	}
	e.readFieldOptions = i;
	function a(e, t, n, r) {
		let i = e.fields.find((e, n) => e.localName == t || n == t)?.options;
		if (!i) return;
		let a = i[n];
		return a === void 0 ? a : r ? r.fromJson(a) : a;
	}
	e.readFieldOption = a;
	function o(e, t, n) {
		let r = e.options[t];
		return r === void 0 ? r : n ? n.fromJson(r) : r;
	}
	e.readMessageOption = o;
})), m = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.getSelectedOneofValue = e.clearOneofValue = e.setUnknownOneofValue = e.setOneofValue = e.getOneofValue = e.isOneofGroup = void 0;
	function t(e) {
		if (typeof e != `object` || !e || !e.hasOwnProperty(`oneofKind`)) return !1;
		switch (typeof e.oneofKind) {
			case `string`: return e[e.oneofKind] !== void 0 && Object.keys(e).length == 2;
			case `undefined`: return Object.keys(e).length == 1;
			default: return !1;
		}
	}
	e.isOneofGroup = t;
	function n(e, t) {
		return e[t];
	}
	e.getOneofValue = n;
	function r(e, t, n) {
		e.oneofKind !== void 0 && delete e[e.oneofKind], e.oneofKind = t, n !== void 0 && (e[t] = n);
	}
	e.setOneofValue = r;
	function i(e, t, n) {
		e.oneofKind !== void 0 && delete e[e.oneofKind], e.oneofKind = t, n !== void 0 && t !== void 0 && (e[t] = n);
	}
	e.setUnknownOneofValue = i;
	function a(e) {
		e.oneofKind !== void 0 && delete e[e.oneofKind], e.oneofKind = void 0;
	}
	e.clearOneofValue = a;
	function o(e) {
		if (e.oneofKind !== void 0) return e[e.oneofKind];
	}
	e.getSelectedOneofValue = o;
})), h = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ReflectionTypeCheck = void 0;
	let t = p(), n = m();
	e.ReflectionTypeCheck = class {
		constructor(e) {
			this.fields = e.fields ?? [];
		}
		prepare() {
			if (this.data) return;
			let e = [], t = [], n = [];
			for (let r of this.fields) if (r.oneof) n.includes(r.oneof) || (n.push(r.oneof), e.push(r.oneof), t.push(r.oneof));
			else switch (t.push(r.localName), r.kind) {
				case `scalar`:
				case `enum`:
					(!r.opt || r.repeat) && e.push(r.localName);
					break;
				case `message`:
					r.repeat && e.push(r.localName);
					break;
				case `map`: e.push(r.localName);
			}
			this.data = {
				req: e,
				known: t,
				oneofs: Object.values(n)
			};
		}
		is(e, t, r = !1) {
			if (t < 0) return !0;
			if (typeof e != `object` || !e) return !1;
			this.prepare();
			let i = Object.keys(e), a = this.data;
			if (i.length < a.req.length || a.req.some((e) => !i.includes(e)) || !r && i.some((e) => !a.known.includes(e))) return !1;
			if (t < 1) return !0;
			for (let i of a.oneofs) {
				let a = e[i];
				if (!n.isOneofGroup(a)) return !1;
				if (a.oneofKind === void 0) continue;
				let o = this.fields.find((e) => e.localName === a.oneofKind);
				if (!o || !this.field(a[a.oneofKind], o, r, t)) return !1;
			}
			for (let n of this.fields) if (n.oneof === void 0 && !this.field(e[n.localName], n, r, t)) return !1;
			return !0;
		}
		field(e, n, r, i) {
			let a = n.repeat;
			switch (n.kind) {
				case `scalar`: return e === void 0 ? n.opt : a ? this.scalars(e, n.T, i, n.L) : this.scalar(e, n.T, n.L);
				case `enum`: return e === void 0 ? n.opt : a ? this.scalars(e, t.ScalarType.INT32, i) : this.scalar(e, t.ScalarType.INT32);
				case `message`: return e === void 0 ? !0 : a ? this.messages(e, n.T(), r, i) : this.message(e, n.T(), r, i);
				case `map`:
					if (typeof e != `object` || !e) return !1;
					if (i < 2) return !0;
					if (!this.mapKeys(e, n.K, i)) return !1;
					switch (n.V.kind) {
						case `scalar`: return this.scalars(Object.values(e), n.V.T, i, n.V.L);
						case `enum`: return this.scalars(Object.values(e), t.ScalarType.INT32, i);
						case `message`: return this.messages(Object.values(e), n.V.T(), r, i);
					}
			}
			return !0;
		}
		message(e, t, n, r) {
			return n ? t.isAssignable(e, r) : t.is(e, r);
		}
		messages(e, t, n, r) {
			if (!Array.isArray(e)) return !1;
			if (r < 2) return !0;
			if (n) {
				for (let n = 0; n < e.length && n < r; n++) if (!t.isAssignable(e[n], r - 1)) return !1;
			} else for (let n = 0; n < e.length && n < r; n++) if (!t.is(e[n], r - 1)) return !1;
			return !0;
		}
		scalar(e, n, r) {
			let i = typeof e;
			switch (n) {
				case t.ScalarType.UINT64:
				case t.ScalarType.FIXED64:
				case t.ScalarType.INT64:
				case t.ScalarType.SFIXED64:
				case t.ScalarType.SINT64: switch (r) {
					case t.LongType.BIGINT: return i == `bigint`;
					case t.LongType.NUMBER: return i == `number` && !isNaN(e);
					default: return i == `string`;
				}
				case t.ScalarType.BOOL: return i == `boolean`;
				case t.ScalarType.STRING: return i == `string`;
				case t.ScalarType.BYTES: return e instanceof Uint8Array;
				case t.ScalarType.DOUBLE:
				case t.ScalarType.FLOAT: return i == `number` && !isNaN(e);
				default: return i == `number` && Number.isInteger(e);
			}
		}
		scalars(e, t, n, r) {
			if (!Array.isArray(e)) return !1;
			if (n < 2) return !0;
			if (Array.isArray(e)) {
				for (let i = 0; i < e.length && i < n; i++) if (!this.scalar(e[i], t, r)) return !1;
			}
			return !0;
		}
		mapKeys(e, n, r) {
			let i = Object.keys(e);
			switch (n) {
				case t.ScalarType.INT32:
				case t.ScalarType.FIXED32:
				case t.ScalarType.SFIXED32:
				case t.ScalarType.SINT32:
				case t.ScalarType.UINT32: return this.scalars(i.slice(0, r).map((e) => parseInt(e)), n, r);
				case t.ScalarType.BOOL: return this.scalars(i.slice(0, r).map((e) => e == `true` || e != `false` && e), n, r);
				default: return this.scalars(i, n, r, t.LongType.STRING);
			}
		}
	};
})), g = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.reflectionLongConvert = void 0;
	let t = p();
	function n(e, n) {
		switch (n) {
			case t.LongType.BIGINT: return e.toBigInt();
			case t.LongType.NUMBER: return e.toNumber();
			default: return e.toString();
		}
	}
	e.reflectionLongConvert = n;
})), _ = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ReflectionJsonReader = void 0;
	let r = t(), i = n(), a = p(), s = o(), l = c(), u = g();
	e.ReflectionJsonReader = class {
		constructor(e) {
			this.info = e;
		}
		prepare() {
			if (this.fMap === void 0) {
				this.fMap = {};
				let e = this.info.fields ?? [];
				for (let t of e) this.fMap[t.name] = t, this.fMap[t.jsonName] = t, this.fMap[t.localName] = t;
			}
		}
		assert(e, t, n) {
			if (!e) {
				let e = r.typeofJsonValue(n);
				throw (e == `number` || e == `boolean`) && (e = n.toString()), Error(`Cannot parse JSON ${e} for ${this.info.typeName}#${t}`);
			}
		}
		read(e, t, n) {
			this.prepare();
			let i = [];
			for (let [o, s] of Object.entries(e)) {
				let e = this.fMap[o];
				if (!e) {
					if (!n.ignoreUnknownFields) throw Error(`Found unknown field while reading ${this.info.typeName} from JSON format. JSON key: ${o}`);
					continue;
				}
				let c = e.localName, l;
				if (e.oneof) {
					if (s === null && (e.kind !== `enum` || e.T()[0] !== `google.protobuf.NullValue`)) continue;
					if (i.includes(e.oneof)) throw Error(`Multiple members of the oneof group "${e.oneof}" of ${this.info.typeName} are present in JSON.`);
					i.push(e.oneof), l = t[e.oneof] = { oneofKind: c };
				} else l = t;
				if (e.kind == `map`) {
					if (s === null) continue;
					this.assert(r.isJsonObject(s), e.name, s);
					let t = l[c];
					for (let [r, i] of Object.entries(s)) {
						this.assert(i !== null, e.name + ` map value`, null);
						let o;
						switch (e.V.kind) {
							case `message`:
								o = e.V.T().internalJsonRead(i, n);
								break;
							case `enum`:
								if (o = this.enum(e.V.T(), i, e.name, n.ignoreUnknownFields), o === !1) continue;
								break;
							case `scalar`: o = this.scalar(i, e.V.T, e.V.L, e.name);
						}
						this.assert(o !== void 0, e.name + ` map value`, i);
						let s = r;
						e.K == a.ScalarType.BOOL && (s = s == `true` || s != `false` && s), s = this.scalar(s, e.K, a.LongType.STRING, e.name).toString(), t[s] = o;
					}
				} else if (e.repeat) {
					if (s === null) continue;
					this.assert(Array.isArray(s), e.name, s);
					let t = l[c];
					for (let r of s) {
						this.assert(r !== null, e.name, null);
						let i;
						switch (e.kind) {
							case `message`:
								i = e.T().internalJsonRead(r, n);
								break;
							case `enum`:
								if (i = this.enum(e.T(), r, e.name, n.ignoreUnknownFields), i === !1) continue;
								break;
							case `scalar`: i = this.scalar(r, e.T, e.L, e.name);
						}
						this.assert(i !== void 0, e.name, s), t.push(i);
					}
				} else switch (e.kind) {
					case `message`:
						if (s === null && e.T().typeName != `google.protobuf.Value`) {
							this.assert(e.oneof === void 0, e.name + ` (oneof member)`, null);
							continue;
						}
						l[c] = e.T().internalJsonRead(s, n, l[c]);
						break;
					case `enum`:
						if (s === null) continue;
						let t = this.enum(e.T(), s, e.name, n.ignoreUnknownFields);
						if (t === !1) continue;
						l[c] = t;
						break;
					case `scalar`:
						if (s === null) continue;
						l[c] = this.scalar(s, e.T, e.L, e.name);
				}
			}
		}
		enum(e, t, n, r) {
			if (e[0] == `google.protobuf.NullValue` && l.assert(t === null || t === `NULL_VALUE`, `Unable to parse field ${this.info.typeName}#${n}, enum ${e[0]} only accepts null.`), t === null) return 0;
			switch (typeof t) {
				case `number`: return l.assert(Number.isInteger(t), `Unable to parse field ${this.info.typeName}#${n}, enum can only be integral number, got ${t}.`), t;
				case `string`:
					let i = t;
					e[2] && t.substring(0, e[2].length) === e[2] && (i = t.substring(e[2].length));
					let a = e[1][i];
					return a === void 0 && r ? !1 : (l.assert(typeof a == `number`, `Unable to parse field ${this.info.typeName}#${n}, enum ${e[0]} has no value for "${t}".`), a);
			}
			l.assert(!1, `Unable to parse field ${this.info.typeName}#${n}, cannot parse enum value from ${typeof t}".`);
		}
		scalar(e, t, n, r) {
			let o;
			try {
				switch (t) {
					case a.ScalarType.DOUBLE:
					case a.ScalarType.FLOAT:
						if (e === null) return 0;
						if (e === `NaN`) return NaN;
						if (e === `Infinity`) return 1 / 0;
						if (e === `-Infinity`) return -1 / 0;
						if (e === ``) {
							o = `empty string`;
							break;
						}
						if (typeof e == `string` && e.trim().length !== e.length) {
							o = `extra whitespace`;
							break;
						}
						if (typeof e != `string` && typeof e != `number`) break;
						let r = Number(e);
						if (Number.isNaN(r)) {
							o = `not a number`;
							break;
						}
						if (!Number.isFinite(r)) {
							o = `too large or small`;
							break;
						}
						return t == a.ScalarType.FLOAT && l.assertFloat32(r), r;
					case a.ScalarType.INT32:
					case a.ScalarType.FIXED32:
					case a.ScalarType.SFIXED32:
					case a.ScalarType.SINT32:
					case a.ScalarType.UINT32:
						if (e === null) return 0;
						let c;
						if (typeof e == `number` ? c = e : e === `` ? o = `empty string` : typeof e == `string` && (e.trim().length === e.length ? c = Number(e) : o = `extra whitespace`), c === void 0) break;
						return t == a.ScalarType.UINT32 ? l.assertUInt32(c) : l.assertInt32(c), c;
					case a.ScalarType.INT64:
					case a.ScalarType.SFIXED64:
					case a.ScalarType.SINT64:
						if (e === null) return u.reflectionLongConvert(s.PbLong.ZERO, n);
						if (typeof e != `number` && typeof e != `string`) break;
						return u.reflectionLongConvert(s.PbLong.from(e), n);
					case a.ScalarType.FIXED64:
					case a.ScalarType.UINT64:
						if (e === null) return u.reflectionLongConvert(s.PbULong.ZERO, n);
						if (typeof e != `number` && typeof e != `string`) break;
						return u.reflectionLongConvert(s.PbULong.from(e), n);
					case a.ScalarType.BOOL:
						if (e === null) return !1;
						if (typeof e != `boolean`) break;
						return e;
					case a.ScalarType.STRING:
						if (e === null) return ``;
						if (typeof e != `string`) {
							o = `extra whitespace`;
							break;
						}
						try {
							encodeURIComponent(e);
						} catch (e) {
							e = `invalid UTF8`;
							break;
						}
						return e;
					case a.ScalarType.BYTES:
						if (e === null || e === ``) return new Uint8Array();
						if (typeof e != `string`) break;
						return i.base64decode(e);
				}
			} catch (e) {
				o = e.message;
			}
			this.assert(!1, r + (o ? ` - ` + o : ``), e);
		}
	};
})), v = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ReflectionJsonWriter = void 0;
	let t = n(), r = o(), i = p(), a = c();
	e.ReflectionJsonWriter = class {
		constructor(e) {
			this.fields = e.fields ?? [];
		}
		write(e, t) {
			let n = {}, r = e;
			for (let e of this.fields) {
				if (!e.oneof) {
					let i = this.field(e, r[e.localName], t);
					i !== void 0 && (n[t.useProtoFieldName ? e.name : e.jsonName] = i);
					continue;
				}
				let i = r[e.oneof];
				if (i.oneofKind !== e.localName) continue;
				let o = e.kind == `scalar` || e.kind == `enum` ? Object.assign(Object.assign({}, t), { emitDefaultValues: !0 }) : t, s = this.field(e, i[e.localName], o);
				a.assert(s !== void 0), n[t.useProtoFieldName ? e.name : e.jsonName] = s;
			}
			return n;
		}
		field(e, t, n) {
			let r;
			if (e.kind == `map`) {
				a.assert(typeof t == `object` && !!t);
				let i = {};
				switch (e.V.kind) {
					case `scalar`:
						for (let [n, r] of Object.entries(t)) {
							let t = this.scalar(e.V.T, r, e.name, !1, !0);
							a.assert(t !== void 0), i[n.toString()] = t;
						}
						break;
					case `message`:
						let r = e.V.T();
						for (let [o, s] of Object.entries(t)) {
							let t = this.message(r, s, e.name, n);
							a.assert(t !== void 0), i[o.toString()] = t;
						}
						break;
					case `enum`:
						let o = e.V.T();
						for (let [r, s] of Object.entries(t)) {
							a.assert(s === void 0 || typeof s == `number`);
							let t = this.enum(o, s, e.name, !1, !0, n.enumAsInteger);
							a.assert(t !== void 0), i[r.toString()] = t;
						}
				}
				(n.emitDefaultValues || Object.keys(i).length > 0) && (r = i);
			} else if (e.repeat) {
				a.assert(Array.isArray(t));
				let i = [];
				switch (e.kind) {
					case `scalar`:
						for (let n = 0; n < t.length; n++) {
							let r = this.scalar(e.T, t[n], e.name, e.opt, !0);
							a.assert(r !== void 0), i.push(r);
						}
						break;
					case `enum`:
						let r = e.T();
						for (let o = 0; o < t.length; o++) {
							a.assert(t[o] === void 0 || typeof t[o] == `number`);
							let s = this.enum(r, t[o], e.name, e.opt, !0, n.enumAsInteger);
							a.assert(s !== void 0), i.push(s);
						}
						break;
					case `message`:
						let o = e.T();
						for (let r = 0; r < t.length; r++) {
							let s = this.message(o, t[r], e.name, n);
							a.assert(s !== void 0), i.push(s);
						}
				}
				(n.emitDefaultValues || i.length > 0 || n.emitDefaultValues) && (r = i);
			} else switch (e.kind) {
				case `scalar`:
					r = this.scalar(e.T, t, e.name, e.opt, n.emitDefaultValues);
					break;
				case `enum`:
					r = this.enum(e.T(), t, e.name, e.opt, n.emitDefaultValues, n.enumAsInteger);
					break;
				case `message`: r = this.message(e.T(), t, e.name, n);
			}
			return r;
		}
		enum(e, t, n, r, i, o) {
			if (e[0] == `google.protobuf.NullValue`) return !i && !r ? void 0 : null;
			if (t === void 0) a.assert(r);
			else if (t !== 0 || i || r) return a.assert(typeof t == `number`), a.assert(Number.isInteger(t)), o || !e[1].hasOwnProperty(t) ? t : e[2] ? e[2] + e[1][t] : e[1][t];
		}
		message(e, t, n, r) {
			return t === void 0 ? r.emitDefaultValues ? null : void 0 : e.internalJsonWrite(t, r);
		}
		scalar(e, n, o, s, c) {
			if (n === void 0) {
				a.assert(s);
				return;
			}
			let l = c || s;
			switch (e) {
				case i.ScalarType.INT32:
				case i.ScalarType.SFIXED32:
				case i.ScalarType.SINT32: return n === 0 ? l ? 0 : void 0 : (a.assertInt32(n), n);
				case i.ScalarType.FIXED32:
				case i.ScalarType.UINT32: return n === 0 ? l ? 0 : void 0 : (a.assertUInt32(n), n);
				case i.ScalarType.FLOAT: a.assertFloat32(n);
				case i.ScalarType.DOUBLE: return n === 0 ? l ? 0 : void 0 : (a.assert(typeof n == `number`), Number.isNaN(n) ? `NaN` : n === 1 / 0 ? `Infinity` : n === -1 / 0 ? `-Infinity` : n);
				case i.ScalarType.STRING: return n === `` ? l ? `` : void 0 : (a.assert(typeof n == `string`), n);
				case i.ScalarType.BOOL: return n === !1 ? !l && void 0 : (a.assert(typeof n == `boolean`), n);
				case i.ScalarType.UINT64:
				case i.ScalarType.FIXED64:
					a.assert(typeof n == `number` || typeof n == `string` || typeof n == `bigint`);
					let e = r.PbULong.from(n);
					return e.isZero() && !l ? void 0 : e.toString();
				case i.ScalarType.INT64:
				case i.ScalarType.SFIXED64:
				case i.ScalarType.SINT64:
					a.assert(typeof n == `number` || typeof n == `string` || typeof n == `bigint`);
					let o = r.PbLong.from(n);
					return o.isZero() && !l ? void 0 : o.toString();
				case i.ScalarType.BYTES: return a.assert(n instanceof Uint8Array), n.byteLength ? t.base64encode(n) : l ? `` : void 0;
			}
		}
	};
})), y = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.reflectionScalarDefault = void 0;
	let t = p(), n = g(), r = o();
	function i(e, i = t.LongType.STRING) {
		switch (e) {
			case t.ScalarType.BOOL: return !1;
			case t.ScalarType.UINT64:
			case t.ScalarType.FIXED64: return n.reflectionLongConvert(r.PbULong.ZERO, i);
			case t.ScalarType.INT64:
			case t.ScalarType.SFIXED64:
			case t.ScalarType.SINT64: return n.reflectionLongConvert(r.PbLong.ZERO, i);
			case t.ScalarType.DOUBLE:
			case t.ScalarType.FLOAT: return 0;
			case t.ScalarType.BYTES: return new Uint8Array();
			case t.ScalarType.STRING: return ``;
			default: return 0;
		}
	}
	e.reflectionScalarDefault = i;
})), b = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ReflectionBinaryReader = void 0;
	let t = i(), n = p(), r = g(), a = y();
	e.ReflectionBinaryReader = class {
		constructor(e) {
			this.info = e;
		}
		prepare() {
			if (!this.fieldNoToField) {
				let e = this.info.fields ?? [];
				this.fieldNoToField = new Map(e.map((e) => [e.no, e]));
			}
		}
		read(e, r, i, a) {
			this.prepare();
			let o = a === void 0 ? e.len : e.pos + a;
			for (; e.pos < o;) {
				let [a, o] = e.tag(), s = this.fieldNoToField.get(a);
				if (!s) {
					let n = i.readUnknownField;
					if (n == `throw`) throw Error(`Unknown field ${a} (wire type ${o}) for ${this.info.typeName}`);
					let s = e.skip(o);
					n !== !1 && (n === !0 ? t.UnknownFieldHandler.onRead : n)(this.info.typeName, r, a, o, s);
					continue;
				}
				let c = r, l = s.repeat, u = s.localName;
				switch (s.oneof && (c = c[s.oneof], c.oneofKind !== u && (c = r[s.oneof] = { oneofKind: u })), s.kind) {
					case `scalar`:
					case `enum`:
						let r = s.kind == `enum` ? n.ScalarType.INT32 : s.T, a = s.kind == `scalar` ? s.L : void 0;
						if (l) {
							let i = c[u];
							if (o == t.WireType.LengthDelimited && r != n.ScalarType.STRING && r != n.ScalarType.BYTES) {
								let t = e.uint32() + e.pos;
								for (; e.pos < t;) i.push(this.scalar(e, r, a));
							} else i.push(this.scalar(e, r, a));
						} else c[u] = this.scalar(e, r, a);
						break;
					case `message`:
						if (l) {
							let t = c[u], n = s.T().internalBinaryRead(e, e.uint32(), i);
							t.push(n);
						} else c[u] = s.T().internalBinaryRead(e, e.uint32(), i, c[u]);
						break;
					case `map`:
						let [d, f] = this.mapEntry(s, e, i);
						c[u][d] = f;
				}
			}
		}
		mapEntry(e, t, r) {
			let i = t.uint32(), o = t.pos + i, s, c;
			for (; t.pos < o;) {
				let [i, a] = t.tag();
				switch (i) {
					case 1:
						s = e.K == n.ScalarType.BOOL ? t.bool().toString() : this.scalar(t, e.K, n.LongType.STRING);
						break;
					case 2:
						switch (e.V.kind) {
							case `scalar`:
								c = this.scalar(t, e.V.T, e.V.L);
								break;
							case `enum`:
								c = t.int32();
								break;
							case `message`: c = e.V.T().internalBinaryRead(t, t.uint32(), r);
						}
						break;
					default: throw Error(`Unknown field ${i} (wire type ${a}) in map entry for ${this.info.typeName}#${e.name}`);
				}
			}
			if (s === void 0) {
				let t = a.reflectionScalarDefault(e.K);
				s = e.K == n.ScalarType.BOOL ? t.toString() : t;
			}
			if (c === void 0) switch (e.V.kind) {
				case `scalar`:
					c = a.reflectionScalarDefault(e.V.T, e.V.L);
					break;
				case `enum`:
					c = 0;
					break;
				case `message`: c = e.V.T().create();
			}
			return [s, c];
		}
		scalar(e, t, i) {
			switch (t) {
				case n.ScalarType.INT32: return e.int32();
				case n.ScalarType.STRING: return e.string();
				case n.ScalarType.BOOL: return e.bool();
				case n.ScalarType.DOUBLE: return e.double();
				case n.ScalarType.FLOAT: return e.float();
				case n.ScalarType.INT64: return r.reflectionLongConvert(e.int64(), i);
				case n.ScalarType.UINT64: return r.reflectionLongConvert(e.uint64(), i);
				case n.ScalarType.FIXED64: return r.reflectionLongConvert(e.fixed64(), i);
				case n.ScalarType.FIXED32: return e.fixed32();
				case n.ScalarType.BYTES: return e.bytes();
				case n.ScalarType.UINT32: return e.uint32();
				case n.ScalarType.SFIXED32: return e.sfixed32();
				case n.ScalarType.SFIXED64: return r.reflectionLongConvert(e.sfixed64(), i);
				case n.ScalarType.SINT32: return e.sint32();
				case n.ScalarType.SINT64: return r.reflectionLongConvert(e.sint64(), i);
			}
		}
	};
})), x = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ReflectionBinaryWriter = void 0;
	let t = i(), n = p(), r = c(), a = o();
	e.ReflectionBinaryWriter = class {
		constructor(e) {
			this.info = e;
		}
		prepare() {
			if (!this.fields) {
				let e = this.info.fields ? this.info.fields.concat() : [];
				this.fields = e.sort((e, t) => e.no - t.no);
			}
		}
		write(e, i, a) {
			this.prepare();
			for (let t of this.fields) {
				let o, s, c = t.repeat, l = t.localName;
				if (t.oneof) {
					let n = e[t.oneof];
					if (n.oneofKind !== l) continue;
					o = n[l], s = !0;
				} else o = e[l], s = !1;
				switch (t.kind) {
					case `scalar`:
					case `enum`:
						let e = t.kind == `enum` ? n.ScalarType.INT32 : t.T;
						if (c) {
							if (r.assert(Array.isArray(o)), c == n.RepeatType.PACKED) this.packed(i, e, t.no, o);
							else for (let n of o) this.scalar(i, e, t.no, n, !0);
						} else o === void 0 ? r.assert(t.opt) : this.scalar(i, e, t.no, o, s || t.opt);
						break;
					case `message`:
						if (c) {
							r.assert(Array.isArray(o));
							for (let e of o) this.message(i, a, t.T(), t.no, e);
						} else this.message(i, a, t.T(), t.no, o);
						break;
					case `map`:
						r.assert(typeof o == `object` && !!o);
						for (let [e, n] of Object.entries(o)) this.mapEntry(i, a, t, e, n);
				}
			}
			let o = a.writeUnknownFields;
			o !== !1 && (o === !0 ? t.UnknownFieldHandler.onWrite : o)(this.info.typeName, e, i);
		}
		mapEntry(e, i, a, o, s) {
			e.tag(a.no, t.WireType.LengthDelimited), e.fork();
			let c = o;
			switch (a.K) {
				case n.ScalarType.INT32:
				case n.ScalarType.FIXED32:
				case n.ScalarType.UINT32:
				case n.ScalarType.SFIXED32:
				case n.ScalarType.SINT32:
					c = Number.parseInt(o);
					break;
				case n.ScalarType.BOOL: r.assert(o == `true` || o == `false`), c = o == `true`;
			}
			switch (this.scalar(e, a.K, 1, c, !0), a.V.kind) {
				case `scalar`:
					this.scalar(e, a.V.T, 2, s, !0);
					break;
				case `enum`:
					this.scalar(e, n.ScalarType.INT32, 2, s, !0);
					break;
				case `message`: this.message(e, i, a.V.T(), 2, s);
			}
			e.join();
		}
		message(e, n, r, i, a) {
			a !== void 0 && (r.internalBinaryWrite(a, e.tag(i, t.WireType.LengthDelimited).fork(), n), e.join());
		}
		scalar(e, t, n, r, i) {
			let [a, o, s] = this.scalarInfo(t, r);
			(!s || i) && (e.tag(n, a), e[o](r));
		}
		packed(e, i, a, o) {
			if (!o.length) return;
			r.assert(i !== n.ScalarType.BYTES && i !== n.ScalarType.STRING), e.tag(a, t.WireType.LengthDelimited), e.fork();
			let [, s] = this.scalarInfo(i);
			for (let t = 0; t < o.length; t++) e[s](o[t]);
			e.join();
		}
		scalarInfo(e, r) {
			let i = t.WireType.Varint, o, s = r === void 0, c = r === 0;
			switch (e) {
				case n.ScalarType.INT32:
					o = `int32`;
					break;
				case n.ScalarType.STRING:
					c = s || !r.length, i = t.WireType.LengthDelimited, o = `string`;
					break;
				case n.ScalarType.BOOL:
					c = r === !1, o = `bool`;
					break;
				case n.ScalarType.UINT32:
					o = `uint32`;
					break;
				case n.ScalarType.DOUBLE:
					i = t.WireType.Bit64, o = `double`;
					break;
				case n.ScalarType.FLOAT:
					i = t.WireType.Bit32, o = `float`;
					break;
				case n.ScalarType.INT64:
					c = s || a.PbLong.from(r).isZero(), o = `int64`;
					break;
				case n.ScalarType.UINT64:
					c = s || a.PbULong.from(r).isZero(), o = `uint64`;
					break;
				case n.ScalarType.FIXED64:
					c = s || a.PbULong.from(r).isZero(), i = t.WireType.Bit64, o = `fixed64`;
					break;
				case n.ScalarType.BYTES:
					c = s || !r.byteLength, i = t.WireType.LengthDelimited, o = `bytes`;
					break;
				case n.ScalarType.FIXED32:
					i = t.WireType.Bit32, o = `fixed32`;
					break;
				case n.ScalarType.SFIXED32:
					i = t.WireType.Bit32, o = `sfixed32`;
					break;
				case n.ScalarType.SFIXED64:
					c = s || a.PbLong.from(r).isZero(), i = t.WireType.Bit64, o = `sfixed64`;
					break;
				case n.ScalarType.SINT32:
					o = `sint32`;
					break;
				case n.ScalarType.SINT64: c = s || a.PbLong.from(r).isZero(), o = `sint64`;
			}
			return [
				i,
				o,
				s || c
			];
		}
	};
})), S = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.reflectionCreate = void 0;
	let t = y(), n = d();
	function r(e) {
		let r = e.messagePrototype ? Object.create(e.messagePrototype) : Object.defineProperty({}, n.MESSAGE_TYPE, { value: e });
		for (let n of e.fields) {
			let e = n.localName;
			if (!n.opt) {
				if (n.oneof) r[n.oneof] = { oneofKind: void 0 };
				else if (n.repeat) r[e] = [];
				else switch (n.kind) {
					case `scalar`:
						r[e] = t.reflectionScalarDefault(n.T, n.L);
						break;
					case `enum`:
						r[e] = 0;
						break;
					case `map`: r[e] = {};
				}
			}
		}
		return r;
	}
	e.reflectionCreate = r;
})), C = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.reflectionMergePartial = void 0;
	function t(e, t, n) {
		let r, i = n, a;
		for (let n of e.fields) {
			let e = n.localName;
			if (n.oneof) {
				let o = i[n.oneof];
				if (o?.oneofKind == null) continue;
				if (r = o[e], a = t[n.oneof], a.oneofKind = o.oneofKind, r == null) {
					delete a[e];
					continue;
				}
			} else if (r = i[e], a = t, r == null) continue;
			switch (n.repeat && (a[e].length = r.length), n.kind) {
				case `scalar`:
				case `enum`:
					if (n.repeat) for (let t = 0; t < r.length; t++) a[e][t] = r[t];
					else a[e] = r;
					break;
				case `message`:
					let t = n.T();
					if (n.repeat) for (let n = 0; n < r.length; n++) a[e][n] = t.create(r[n]);
					else a[e] === void 0 ? a[e] = t.create(r) : t.mergePartial(a[e], r);
					break;
				case `map`: switch (n.V.kind) {
					case `scalar`:
					case `enum`:
						Object.assign(a[e], r);
						break;
					case `message`:
						let t = n.V.T();
						for (let n of Object.keys(r)) a[e][n] = t.create(r[n]);
				}
			}
		}
	}
	e.reflectionMergePartial = t;
})), w = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.reflectionEquals = void 0;
	let t = p();
	function n(e, n, s) {
		if (n === s) return !0;
		if (!n || !s) return !1;
		for (let c of e.fields) {
			let e = c.localName, l = c.oneof ? n[c.oneof][e] : n[e], u = c.oneof ? s[c.oneof][e] : s[e];
			switch (c.kind) {
				case `enum`:
				case `scalar`:
					let e = c.kind == `enum` ? t.ScalarType.INT32 : c.T;
					if (!(c.repeat ? a(e, l, u) : i(e, l, u))) return !1;
					break;
				case `map`:
					if (!(c.V.kind == `message` ? o(c.V.T(), r(l), r(u)) : a(c.V.kind == `enum` ? t.ScalarType.INT32 : c.V.T, r(l), r(u)))) return !1;
					break;
				case `message`:
					let n = c.T();
					if (!(c.repeat ? o(n, l, u) : n.equals(l, u))) return !1;
			}
		}
		return !0;
	}
	e.reflectionEquals = n;
	let r = Object.values;
	function i(e, n, r) {
		if (n === r) return !0;
		if (e !== t.ScalarType.BYTES) return !1;
		let i = n, a = r;
		if (i.length !== a.length) return !1;
		for (let e = 0; e < i.length; e++) if (i[e] != a[e]) return !1;
		return !0;
	}
	function a(e, t, n) {
		if (t.length !== n.length) return !1;
		for (let r = 0; r < t.length; r++) if (!i(e, t[r], n[r])) return !1;
		return !0;
	}
	function o(e, t, n) {
		if (t.length !== n.length) return !1;
		for (let r = 0; r < t.length; r++) if (!e.equals(t[r], n[r])) return !1;
		return !0;
	}
})), T = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.MessageType = void 0;
	let n = d(), r = p(), i = h(), a = _(), o = v(), c = b(), f = x(), m = S(), g = C(), y = t(), T = u(), E = w(), D = l(), O = s(), k = Object.getOwnPropertyDescriptors(Object.getPrototypeOf({})), A = k[n.MESSAGE_TYPE] = {};
	e.MessageType = class {
		constructor(e, t, n) {
			this.defaultCheckDepth = 16, this.typeName = e, this.fields = t.map(r.normalizeFieldInfo), this.options = n ?? {}, A.value = this, this.messagePrototype = Object.create(null, k), this.refTypeCheck = new i.ReflectionTypeCheck(this), this.refJsonReader = new a.ReflectionJsonReader(this), this.refJsonWriter = new o.ReflectionJsonWriter(this), this.refBinReader = new c.ReflectionBinaryReader(this), this.refBinWriter = new f.ReflectionBinaryWriter(this);
		}
		create(e) {
			let t = m.reflectionCreate(this);
			return e !== void 0 && g.reflectionMergePartial(this, t, e), t;
		}
		clone(e) {
			let t = this.create();
			return g.reflectionMergePartial(this, t, e), t;
		}
		equals(e, t) {
			return E.reflectionEquals(this, e, t);
		}
		is(e, t = this.defaultCheckDepth) {
			return this.refTypeCheck.is(e, t, !1);
		}
		isAssignable(e, t = this.defaultCheckDepth) {
			return this.refTypeCheck.is(e, t, !0);
		}
		mergePartial(e, t) {
			g.reflectionMergePartial(this, e, t);
		}
		fromBinary(e, t) {
			let n = O.binaryReadOptions(t);
			return this.internalBinaryRead(n.readerFactory(e), e.byteLength, n);
		}
		fromJson(e, t) {
			return this.internalJsonRead(e, T.jsonReadOptions(t));
		}
		fromJsonString(e, t) {
			let n = JSON.parse(e);
			return this.fromJson(n, t);
		}
		toJson(e, t) {
			return this.internalJsonWrite(e, T.jsonWriteOptions(t));
		}
		toJsonString(e, t) {
			let n = this.toJson(e, t);
			return JSON.stringify(n, null, t?.prettySpaces ?? 0);
		}
		toBinary(e, t) {
			let n = D.binaryWriteOptions(t);
			return this.internalBinaryWrite(e, n.writerFactory(), n).finish();
		}
		internalJsonRead(e, t, n) {
			if (typeof e == `object` && e && !Array.isArray(e)) {
				let r = n ?? this.create();
				return this.refJsonReader.read(e, r, t), r;
			}
			throw Error(`Unable to parse message ${this.typeName} from JSON ${y.typeofJsonValue(e)}.`);
		}
		internalJsonWrite(e, t) {
			return this.refJsonWriter.write(e, t);
		}
		internalBinaryWrite(e, t, n) {
			return this.refBinWriter.write(e, t, n), t;
		}
		internalBinaryRead(e, t, n, r) {
			let i = r ?? this.create();
			return this.refBinReader.read(e, i, n, t), i;
		}
	};
})), E = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.containsMessageType = void 0;
	let t = d();
	function n(e) {
		return e[t.MESSAGE_TYPE] != null;
	}
	e.containsMessageType = n;
})), D = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.listEnumNumbers = e.listEnumNames = e.listEnumValues = e.isEnumObject = void 0;
	function t(e) {
		if (typeof e != `object` || !e || !e.hasOwnProperty(0)) return !1;
		for (let t of Object.keys(e)) {
			let n = parseInt(t);
			if (Number.isNaN(n)) {
				let n = e[t];
				if (n === void 0 || typeof n != `number` || e[n] === void 0) return !1;
			} else {
				let t = e[n];
				if (t === void 0 || e[t] !== n) return !1;
			}
		}
		return !0;
	}
	e.isEnumObject = t;
	function n(e) {
		if (!t(e)) throw Error(`not a typescript enum object`);
		let n = [];
		for (let [t, r] of Object.entries(e)) typeof r == `number` && n.push({
			name: t,
			number: r
		});
		return n;
	}
	e.listEnumValues = n;
	function r(e) {
		return n(e).map((e) => e.name);
	}
	e.listEnumNames = r;
	function i(e) {
		return n(e).map((e) => e.number).filter((e, t, n) => n.indexOf(e) == t);
	}
	e.listEnumNumbers = i;
})), O = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
	var a = t();
	Object.defineProperty(e, "typeofJsonValue", {
		enumerable: !0,
		get: function() {
			return a.typeofJsonValue;
		}
	}), Object.defineProperty(e, "isJsonObject", {
		enumerable: !0,
		get: function() {
			return a.isJsonObject;
		}
	});
	var g = n();
	Object.defineProperty(e, "base64decode", {
		enumerable: !0,
		get: function() {
			return g.base64decode;
		}
	}), Object.defineProperty(e, "base64encode", {
		enumerable: !0,
		get: function() {
			return g.base64encode;
		}
	});
	var O = r();
	Object.defineProperty(e, "utf8read", {
		enumerable: !0,
		get: function() {
			return O.utf8read;
		}
	});
	var k = i();
	Object.defineProperty(e, "WireType", {
		enumerable: !0,
		get: function() {
			return k.WireType;
		}
	}), Object.defineProperty(e, "mergeBinaryOptions", {
		enumerable: !0,
		get: function() {
			return k.mergeBinaryOptions;
		}
	}), Object.defineProperty(e, "UnknownFieldHandler", {
		enumerable: !0,
		get: function() {
			return k.UnknownFieldHandler;
		}
	});
	var A = s();
	Object.defineProperty(e, "BinaryReader", {
		enumerable: !0,
		get: function() {
			return A.BinaryReader;
		}
	}), Object.defineProperty(e, "binaryReadOptions", {
		enumerable: !0,
		get: function() {
			return A.binaryReadOptions;
		}
	});
	var j = l();
	Object.defineProperty(e, "BinaryWriter", {
		enumerable: !0,
		get: function() {
			return j.BinaryWriter;
		}
	}), Object.defineProperty(e, "binaryWriteOptions", {
		enumerable: !0,
		get: function() {
			return j.binaryWriteOptions;
		}
	});
	var M = o();
	Object.defineProperty(e, "PbLong", {
		enumerable: !0,
		get: function() {
			return M.PbLong;
		}
	}), Object.defineProperty(e, "PbULong", {
		enumerable: !0,
		get: function() {
			return M.PbULong;
		}
	});
	var N = u();
	Object.defineProperty(e, "jsonReadOptions", {
		enumerable: !0,
		get: function() {
			return N.jsonReadOptions;
		}
	}), Object.defineProperty(e, "jsonWriteOptions", {
		enumerable: !0,
		get: function() {
			return N.jsonWriteOptions;
		}
	}), Object.defineProperty(e, "mergeJsonOptions", {
		enumerable: !0,
		get: function() {
			return N.mergeJsonOptions;
		}
	});
	var P = d();
	Object.defineProperty(e, "MESSAGE_TYPE", {
		enumerable: !0,
		get: function() {
			return P.MESSAGE_TYPE;
		}
	});
	var F = T();
	Object.defineProperty(e, "MessageType", {
		enumerable: !0,
		get: function() {
			return F.MessageType;
		}
	});
	var I = p();
	Object.defineProperty(e, "ScalarType", {
		enumerable: !0,
		get: function() {
			return I.ScalarType;
		}
	}), Object.defineProperty(e, "LongType", {
		enumerable: !0,
		get: function() {
			return I.LongType;
		}
	}), Object.defineProperty(e, "RepeatType", {
		enumerable: !0,
		get: function() {
			return I.RepeatType;
		}
	}), Object.defineProperty(e, "normalizeFieldInfo", {
		enumerable: !0,
		get: function() {
			return I.normalizeFieldInfo;
		}
	}), Object.defineProperty(e, "readFieldOptions", {
		enumerable: !0,
		get: function() {
			return I.readFieldOptions;
		}
	}), Object.defineProperty(e, "readFieldOption", {
		enumerable: !0,
		get: function() {
			return I.readFieldOption;
		}
	}), Object.defineProperty(e, "readMessageOption", {
		enumerable: !0,
		get: function() {
			return I.readMessageOption;
		}
	});
	var L = h();
	Object.defineProperty(e, "ReflectionTypeCheck", {
		enumerable: !0,
		get: function() {
			return L.ReflectionTypeCheck;
		}
	});
	var R = S();
	Object.defineProperty(e, "reflectionCreate", {
		enumerable: !0,
		get: function() {
			return R.reflectionCreate;
		}
	});
	var z = y();
	Object.defineProperty(e, "reflectionScalarDefault", {
		enumerable: !0,
		get: function() {
			return z.reflectionScalarDefault;
		}
	});
	var B = C();
	Object.defineProperty(e, "reflectionMergePartial", {
		enumerable: !0,
		get: function() {
			return B.reflectionMergePartial;
		}
	});
	var V = w();
	Object.defineProperty(e, "reflectionEquals", {
		enumerable: !0,
		get: function() {
			return V.reflectionEquals;
		}
	});
	var H = b();
	Object.defineProperty(e, "ReflectionBinaryReader", {
		enumerable: !0,
		get: function() {
			return H.ReflectionBinaryReader;
		}
	});
	var U = x();
	Object.defineProperty(e, "ReflectionBinaryWriter", {
		enumerable: !0,
		get: function() {
			return U.ReflectionBinaryWriter;
		}
	});
	var W = _();
	Object.defineProperty(e, "ReflectionJsonReader", {
		enumerable: !0,
		get: function() {
			return W.ReflectionJsonReader;
		}
	});
	var G = v();
	Object.defineProperty(e, "ReflectionJsonWriter", {
		enumerable: !0,
		get: function() {
			return G.ReflectionJsonWriter;
		}
	});
	var K = E();
	Object.defineProperty(e, "containsMessageType", {
		enumerable: !0,
		get: function() {
			return K.containsMessageType;
		}
	});
	var q = m();
	Object.defineProperty(e, "isOneofGroup", {
		enumerable: !0,
		get: function() {
			return q.isOneofGroup;
		}
	}), Object.defineProperty(e, "setOneofValue", {
		enumerable: !0,
		get: function() {
			return q.setOneofValue;
		}
	}), Object.defineProperty(e, "getOneofValue", {
		enumerable: !0,
		get: function() {
			return q.getOneofValue;
		}
	}), Object.defineProperty(e, "clearOneofValue", {
		enumerable: !0,
		get: function() {
			return q.clearOneofValue;
		}
	}), Object.defineProperty(e, "getSelectedOneofValue", {
		enumerable: !0,
		get: function() {
			return q.getSelectedOneofValue;
		}
	});
	var J = D();
	Object.defineProperty(e, "listEnumValues", {
		enumerable: !0,
		get: function() {
			return J.listEnumValues;
		}
	}), Object.defineProperty(e, "listEnumNames", {
		enumerable: !0,
		get: function() {
			return J.listEnumNames;
		}
	}), Object.defineProperty(e, "listEnumNumbers", {
		enumerable: !0,
		get: function() {
			return J.listEnumNumbers;
		}
	}), Object.defineProperty(e, "isEnumObject", {
		enumerable: !0,
		get: function() {
			return J.isEnumObject;
		}
	});
	var Y = f();
	Object.defineProperty(e, "lowerCamelCase", {
		enumerable: !0,
		get: function() {
			return Y.lowerCamelCase;
		}
	});
	var X = c();
	Object.defineProperty(e, "assert", {
		enumerable: !0,
		get: function() {
			return X.assert;
		}
	}), Object.defineProperty(e, "assertNever", {
		enumerable: !0,
		get: function() {
			return X.assertNever;
		}
	}), Object.defineProperty(e, "assertInt32", {
		enumerable: !0,
		get: function() {
			return X.assertInt32;
		}
	}), Object.defineProperty(e, "assertUInt32", {
		enumerable: !0,
		get: function() {
			return X.assertUInt32;
		}
	}), Object.defineProperty(e, "assertFloat32", {
		enumerable: !0,
		get: function() {
			return X.assertFloat32;
		}
	});
}));
export { O as t };

import e from "node:fs/promises";
import t, { basename as n, join as r, posix as i, win32 as a } from "node:path";
import { randomBytes as o } from "node:crypto";
import { Buffer as s } from "buffer";
import c from "node:fs";
import l from "node:stream";
import u from "fs";
import d, { dirname as ee, parse as te } from "path";
import f, { EventEmitter as p } from "events";
import ne from "assert";
import re from "node:assert";
import { EventEmitter as ie } from "node:events";
import { StringDecoder as ae } from "node:string_decoder";
import oe, * as se from "zlib";
var ce = Object.defineProperty, le = (e, t) => {
	for (var n in t) ce(e, n, {
		get: t[n],
		enumerable: !0
	});
}, ue = typeof process == `object` && process ? process : {
	stdout: null,
	stderr: null
}, de = (e) => !!e && typeof e == `object` && (e instanceof Ue || e instanceof l || fe(e) || pe(e)), fe = (e) => !!e && typeof e == `object` && e instanceof ie && typeof e.pipe == `function` && e.pipe !== l.Writable.prototype.pipe, pe = (e) => !!e && typeof e == `object` && e instanceof ie && typeof e.write == `function` && typeof e.end == `function`, m = Symbol(`EOF`), h = Symbol(`maybeEmitEnd`), me = Symbol(`emittedEnd`), he = Symbol(`emittingEnd`), ge = Symbol(`emittedError`), _e = Symbol(`closed`), ve = Symbol(`read`), ye = Symbol(`flush`), be = Symbol(`flushChunk`), g = Symbol(`encoding`), xe = Symbol(`decoder`), _ = Symbol(`flowing`), Se = Symbol(`paused`), Ce = Symbol(`resume`), v = Symbol(`buffer`), y = Symbol(`pipes`), b = Symbol(`bufferLength`), we = Symbol(`bufferPush`), Te = Symbol(`bufferShift`), x = Symbol(`objectMode`), S = Symbol(`destroyed`), Ee = Symbol(`error`), De = Symbol(`emitData`), Oe = Symbol(`emitEnd`), ke = Symbol(`emitEnd2`), C = Symbol(`async`), Ae = Symbol(`abort`), je = Symbol(`aborted`), Me = Symbol(`signal`), Ne = Symbol(`dataListeners`), w = Symbol(`discarded`), Pe = (e) => Promise.resolve().then(e), Fe = (e) => e(), Ie = (e) => e === `end` || e === `finish` || e === `prefinish`, Le = (e) => e instanceof ArrayBuffer || !!e && typeof e == `object` && e.constructor && e.constructor.name === `ArrayBuffer` && e.byteLength >= 0, Re = (e) => !Buffer.isBuffer(e) && ArrayBuffer.isView(e), ze = class {
	src;
	dest;
	opts;
	ondrain;
	constructor(e, t, n) {
		this.src = e, this.dest = t, this.opts = n, this.ondrain = () => e[Ce](), this.dest.on(`drain`, this.ondrain);
	}
	unpipe() {
		this.dest.removeListener(`drain`, this.ondrain);
	}
	proxyErrors(e) {}
	end() {
		this.unpipe(), this.opts.end && this.dest.end();
	}
}, Be = class extends ze {
	unpipe() {
		this.src.removeListener(`error`, this.proxyErrors), super.unpipe();
	}
	constructor(e, t, n) {
		super(e, t, n), this.proxyErrors = (e) => this.dest.emit(`error`, e), e.on(`error`, this.proxyErrors);
	}
}, Ve = (e) => !!e.objectMode, He = (e) => !e.objectMode && !!e.encoding && e.encoding !== `buffer`, Ue = class extends ie {
	[_] = !1;
	[Se] = !1;
	[y] = [];
	[v] = [];
	[x];
	[g];
	[C];
	[xe];
	[m] = !1;
	[me] = !1;
	[he] = !1;
	[_e] = !1;
	[ge] = null;
	[b] = 0;
	[S] = !1;
	[Me];
	[je] = !1;
	[Ne] = 0;
	[w] = !1;
	writable = !0;
	readable = !0;
	constructor(...e) {
		let t = e[0] || {};
		if (super(), t.objectMode && typeof t.encoding == `string`) throw TypeError(`Encoding and objectMode may not be used together`);
		Ve(t) ? (this[x] = !0, this[g] = null) : He(t) ? (this[g] = t.encoding, this[x] = !1) : (this[x] = !1, this[g] = null), this[C] = !!t.async, this[xe] = this[g] ? new ae(this[g]) : null, t && t.debugExposeBuffer === !0 && Object.defineProperty(this, "buffer", { get: () => this[v] }), t && t.debugExposePipes === !0 && Object.defineProperty(this, "pipes", { get: () => this[y] });
		let { signal: n } = t;
		n && (this[Me] = n, n.aborted ? this[Ae]() : n.addEventListener(`abort`, () => this[Ae]()));
	}
	get bufferLength() {
		return this[b];
	}
	get encoding() {
		return this[g];
	}
	set encoding(e) {
		throw Error(`Encoding must be set at instantiation time`);
	}
	setEncoding(e) {
		throw Error(`Encoding must be set at instantiation time`);
	}
	get objectMode() {
		return this[x];
	}
	set objectMode(e) {
		throw Error(`objectMode must be set at instantiation time`);
	}
	get async() {
		return this[C];
	}
	set async(e) {
		this[C] = this[C] || !!e;
	}
	[Ae]() {
		this[je] = !0, this.emit(`abort`, this[Me]?.reason), this.destroy(this[Me]?.reason);
	}
	get aborted() {
		return this[je];
	}
	set aborted(e) {}
	write(e, t, n) {
		if (this[je]) return !1;
		if (this[m]) throw Error(`write after end`);
		if (this[S]) return this.emit(`error`, Object.assign(Error(`Cannot call write after a stream was destroyed`), { code: `ERR_STREAM_DESTROYED` })), !0;
		typeof t == `function` && (n = t, t = `utf8`), t ||= `utf8`;
		let r = this[C] ? Pe : Fe;
		if (!this[x] && !Buffer.isBuffer(e)) {
			if (Re(e)) e = Buffer.from(e.buffer, e.byteOffset, e.byteLength);
			else if (Le(e)) e = Buffer.from(e);
			else if (typeof e != `string`) throw Error(`Non-contiguous data written to non-objectMode stream`);
		}
		return this[x] ? (this[_] && this[b] !== 0 && this[ye](!0), this[_] ? this.emit(`data`, e) : this[we](e), this[b] !== 0 && this.emit(`readable`), n && r(n), this[_]) : e.length ? (typeof e == `string` && (t !== this[g] || this[xe]?.lastNeed) && (e = Buffer.from(e, t)), Buffer.isBuffer(e) && this[g] && (e = this[xe].write(e)), this[_] && this[b] !== 0 && this[ye](!0), this[_] ? this.emit(`data`, e) : this[we](e), this[b] !== 0 && this.emit(`readable`), n && r(n), this[_]) : (this[b] !== 0 && this.emit(`readable`), n && r(n), this[_]);
	}
	read(e) {
		if (this[S]) return null;
		if (this[w] = !1, this[b] === 0 || e === 0 || e && e > this[b]) return this[h](), null;
		this[x] && (e = null), this[v].length > 1 && !this[x] && (this[v] = [this[g] ? this[v].join(``) : Buffer.concat(this[v], this[b])]);
		let t = this[ve](e || null, this[v][0]);
		return this[h](), t;
	}
	[ve](e, t) {
		if (this[x]) this[Te]();
		else {
			let n = t;
			e === n.length || e === null ? this[Te]() : typeof n == `string` ? (this[v][0] = n.slice(e), t = n.slice(0, e), this[b] -= e) : (this[v][0] = n.subarray(e), t = n.subarray(0, e), this[b] -= e);
		}
		return this.emit(`data`, t), !this[v].length && !this[m] && this.emit(`drain`), t;
	}
	end(e, t, n) {
		return typeof e == `function` && (n = e, e = void 0), typeof t == `function` && (n = t, t = `utf8`), e !== void 0 && this.write(e, t), n && this.once(`end`, n), this[m] = !0, this.writable = !1, (this[_] || !this[Se]) && this[h](), this;
	}
	[Ce]() {
		this[S] || (!this[Ne] && !this[y].length && (this[w] = !0), this[Se] = !1, this[_] = !0, this.emit(`resume`), this[v].length ? this[ye]() : this[m] ? this[h]() : this.emit(`drain`));
	}
	resume() {
		return this[Ce]();
	}
	pause() {
		this[_] = !1, this[Se] = !0, this[w] = !1;
	}
	get destroyed() {
		return this[S];
	}
	get flowing() {
		return this[_];
	}
	get paused() {
		return this[Se];
	}
	[we](e) {
		this[x] ? this[b] += 1 : this[b] += e.length, this[v].push(e);
	}
	[Te]() {
		return this[x] ? --this[b] : this[b] -= this[v][0].length, this[v].shift();
	}
	[ye](e = !1) {
		do;
		while (this[be](this[Te]()) && this[v].length);
		e || this[v].length || this[m] || this.emit(`drain`);
	}
	[be](e) {
		return this.emit(`data`, e), this[_];
	}
	pipe(e, t) {
		if (this[S]) return e;
		this[w] = !1;
		let n = this[me];
		return t ||= {}, e === ue.stdout || e === ue.stderr ? t.end = !1 : t.end = t.end !== !1, t.proxyErrors = !!t.proxyErrors, n ? t.end && e.end() : (this[y].push(t.proxyErrors ? new Be(this, e, t) : new ze(this, e, t)), this[C] ? Pe(() => this[Ce]()) : this[Ce]()), e;
	}
	unpipe(e) {
		let t = this[y].find((t) => t.dest === e);
		t && (this[y].length === 1 ? (this[_] && this[Ne] === 0 && (this[_] = !1), this[y] = []) : this[y].splice(this[y].indexOf(t), 1), t.unpipe());
	}
	addListener(e, t) {
		return this.on(e, t);
	}
	on(e, t) {
		let n = super.on(e, t);
		if (e === `data`) this[w] = !1, this[Ne]++, !this[y].length && !this[_] && this[Ce]();
		else if (e === `readable` && this[b] !== 0) super.emit(`readable`);
		else if (Ie(e) && this[me]) super.emit(e), this.removeAllListeners(e);
		else if (e === `error` && this[ge]) {
			let e = t;
			this[C] ? Pe(() => e.call(this, this[ge])) : e.call(this, this[ge]);
		}
		return n;
	}
	removeListener(e, t) {
		return this.off(e, t);
	}
	off(e, t) {
		let n = super.off(e, t);
		return e === `data` && (this[Ne] = this.listeners(`data`).length, this[Ne] === 0 && !this[w] && !this[y].length && (this[_] = !1)), n;
	}
	removeAllListeners(e) {
		let t = super.removeAllListeners(e);
		return (e === `data` || e === void 0) && (this[Ne] = 0, !this[w] && !this[y].length && (this[_] = !1)), t;
	}
	get emittedEnd() {
		return this[me];
	}
	[h]() {
		!this[he] && !this[me] && !this[S] && this[v].length === 0 && this[m] && (this[he] = !0, this.emit(`end`), this.emit(`prefinish`), this.emit(`finish`), this[_e] && this.emit(`close`), this[he] = !1);
	}
	emit(e, ...t) {
		let n = t[0];
		if (e !== `error` && e !== `close` && e !== S && this[S]) return !1;
		if (e === `data`) return !this[x] && !n ? !1 : this[C] ? (Pe(() => this[De](n)), !0) : this[De](n);
		if (e === `end`) return this[Oe]();
		if (e === `close`) {
			if (this[_e] = !0, !this[me] && !this[S]) return !1;
			let e = super.emit(`close`);
			return this.removeAllListeners(`close`), e;
		}
		if (e === `error`) {
			this[ge] = n, super.emit(Ee, n);
			let e = !this[Me] || this.listeners(`error`).length ? super.emit(`error`, n) : !1;
			return this[h](), e;
		}
		if (e === `resume`) {
			let e = super.emit(`resume`);
			return this[h](), e;
		}
		if (e === `finish` || e === `prefinish`) {
			let t = super.emit(e);
			return this.removeAllListeners(e), t;
		}
		let r = super.emit(e, ...t);
		return this[h](), r;
	}
	[De](e) {
		for (let t of this[y]) t.dest.write(e) === !1 && this.pause();
		let t = !this[w] && super.emit(`data`, e);
		return this[h](), t;
	}
	[Oe]() {
		return !this[me] && (this[me] = !0, this.readable = !1, this[C] ? (Pe(() => this[ke]()), !0) : this[ke]());
	}
	[ke]() {
		if (this[xe]) {
			let e = this[xe].end();
			if (e) {
				for (let t of this[y]) t.dest.write(e);
				this[w] || super.emit(`data`, e);
			}
		}
		for (let e of this[y]) e.end();
		let e = super.emit(`end`);
		return this.removeAllListeners(`end`), e;
	}
	async collect() {
		let e = Object.assign([], { dataLength: 0 });
		this[x] || (e.dataLength = 0);
		let t = this.promise();
		return this.on(`data`, (t) => {
			e.push(t), this[x] || (e.dataLength += t.length);
		}), await t, e;
	}
	async concat() {
		if (this[x]) throw Error(`cannot concat in objectMode`);
		let e = await this.collect();
		return this[g] ? e.join(``) : Buffer.concat(e, e.dataLength);
	}
	async promise() {
		return new Promise((e, t) => {
			this.on(S, () => t(Error(`stream destroyed`))), this.on(`error`, (e) => t(e)), this.on(`end`, () => e());
		});
	}
	[Symbol.asyncIterator]() {
		this[w] = !1;
		let e = !1, t = async () => (this.pause(), e = !0, {
			value: void 0,
			done: !0
		});
		return {
			next: () => {
				if (e) return t();
				let n = this.read();
				if (n !== null) return Promise.resolve({
					done: !1,
					value: n
				});
				if (this[m]) return t();
				let r, i, a = (e) => {
					this.off(`data`, o), this.off(`end`, s), this.off(S, c), t(), i(e);
				}, o = (e) => {
					this.off(`error`, a), this.off(`end`, s), this.off(S, c), this.pause(), r({
						value: e,
						done: !!this[m]
					});
				}, s = () => {
					this.off(`error`, a), this.off(`data`, o), this.off(S, c), t(), r({
						done: !0,
						value: void 0
					});
				}, c = () => a(Error(`stream destroyed`));
				return new Promise((e, t) => {
					i = t, r = e, this.once(S, c), this.once(`error`, a), this.once(`end`, s), this.once(`data`, o);
				});
			},
			throw: t,
			return: t,
			[Symbol.asyncIterator]() {
				return this;
			},
			[Symbol.asyncDispose]: async () => {}
		};
	}
	[Symbol.iterator]() {
		this[w] = !1;
		let e = !1, t = () => (this.pause(), this.off(Ee, t), this.off(S, t), this.off(`end`, t), e = !0, {
			done: !0,
			value: void 0
		});
		return this.once(`end`, t), this.once(Ee, t), this.once(S, t), {
			next: () => {
				if (e) return t();
				let n = this.read();
				return n === null ? t() : {
					done: !1,
					value: n
				};
			},
			throw: t,
			return: t,
			[Symbol.iterator]() {
				return this;
			},
			[Symbol.dispose]: () => {}
		};
	}
	destroy(e) {
		if (this[S]) return e ? this.emit(`error`, e) : this.emit(S), this;
		this[S] = !0, this[w] = !0, this[v].length = 0, this[b] = 0;
		let t = this;
		return typeof t.close == `function` && !this[_e] && t.close(), e ? this.emit(`error`, e) : this.emit(S), this;
	}
	static get isStream() {
		return de;
	}
}, We = u.writev, T = Symbol(`_autoClose`), E = Symbol(`_close`), Ge = Symbol(`_ended`), D = Symbol(`_fd`), Ke = Symbol(`_finished`), O = Symbol(`_flags`), qe = Symbol(`_flush`), Je = Symbol(`_handleChunk`), Ye = Symbol(`_makeBuf`), Xe = Symbol(`_mode`), Ze = Symbol(`_needDrain`), Qe = Symbol(`_onerror`), $e = Symbol(`_onopen`), et = Symbol(`_onread`), tt = Symbol(`_onwrite`), k = Symbol(`_open`), A = Symbol(`_path`), j = Symbol(`_pos`), M = Symbol(`_queue`), nt = Symbol(`_read`), rt = Symbol(`_readSize`), N = Symbol(`_reading`), it = Symbol(`_remain`), at = Symbol(`_size`), ot = Symbol(`_write`), st = Symbol(`_writing`), ct = Symbol(`_defaultFlag`), lt = Symbol(`_errored`), ut = class extends Ue {
	[lt] = !1;
	[D];
	[A];
	[rt];
	[N] = !1;
	[at];
	[it];
	[T];
	constructor(e, t) {
		if (t ||= {}, super(t), this.readable = !0, this.writable = !1, typeof e != `string`) throw TypeError(`path must be a string`);
		this[lt] = !1, this[D] = typeof t.fd == `number` ? t.fd : void 0, this[A] = e, this[rt] = t.readSize || 16777216, this[N] = !1, this[at] = typeof t.size == `number` ? t.size : 1 / 0, this[it] = this[at], this[T] = typeof t.autoClose != `boolean` || t.autoClose, typeof this[D] == `number` ? this[nt]() : this[k]();
	}
	get fd() {
		return this[D];
	}
	get path() {
		return this[A];
	}
	write() {
		throw TypeError(`this is a readable stream`);
	}
	end() {
		throw TypeError(`this is a readable stream`);
	}
	[k]() {
		u.open(this[A], `r`, (e, t) => this[$e](e, t));
	}
	[$e](e, t) {
		e ? this[Qe](e) : (this[D] = t, this.emit(`open`, t), this[nt]());
	}
	[Ye]() {
		return Buffer.allocUnsafe(Math.min(this[rt], this[it]));
	}
	[nt]() {
		if (!this[N]) {
			this[N] = !0;
			let e = this[Ye]();
			if (e.length === 0) return process.nextTick(() => this[et](null, 0, e));
			u.read(this[D], e, 0, e.length, null, (e, t, n) => this[et](e, t, n));
		}
	}
	[et](e, t, n) {
		this[N] = !1, e ? this[Qe](e) : this[Je](t, n) && this[nt]();
	}
	[E]() {
		if (this[T] && typeof this[D] == `number`) {
			let e = this[D];
			this[D] = void 0, u.close(e, (e) => e ? this.emit(`error`, e) : this.emit(`close`));
		}
	}
	[Qe](e) {
		this[N] = !0, this[E](), this.emit(`error`, e);
	}
	[Je](e, t) {
		let n = !1;
		return this[it] -= e, e > 0 && (n = super.write(e < t.length ? t.subarray(0, e) : t)), (e === 0 || this[it] <= 0) && (n = !1, this[E](), super.end()), n;
	}
	emit(e, ...t) {
		switch (e) {
			case `prefinish`:
			case `finish`: return !1;
			case `drain`: return typeof this[D] == `number` && this[nt](), !1;
			case `error`: return !this[lt] && (this[lt] = !0, super.emit(e, ...t));
			default: return super.emit(e, ...t);
		}
	}
}, dt = class extends ut {
	[k]() {
		let e = !0;
		try {
			this[$e](null, u.openSync(this[A], `r`)), e = !1;
		} finally {
			e && this[E]();
		}
	}
	[nt]() {
		let e = !0;
		try {
			if (!this[N]) {
				this[N] = !0;
				do {
					let e = this[Ye](), t = e.length === 0 ? 0 : u.readSync(this[D], e, 0, e.length, null);
					if (!this[Je](t, e)) break;
				} while (1);
				this[N] = !1;
			}
			e = !1;
		} finally {
			e && this[E]();
		}
	}
	[E]() {
		if (this[T] && typeof this[D] == `number`) {
			let e = this[D];
			this[D] = void 0, u.closeSync(e), this.emit(`close`);
		}
	}
}, ft = class extends f {
	readable = !1;
	writable = !0;
	[lt] = !1;
	[st] = !1;
	[Ge] = !1;
	[M] = [];
	[Ze] = !1;
	[A];
	[Xe];
	[T];
	[D];
	[ct];
	[O];
	[Ke] = !1;
	[j];
	constructor(e, t) {
		t ||= {}, super(t), this[A] = e, this[D] = typeof t.fd == `number` ? t.fd : void 0, this[Xe] = t.mode === void 0 ? 438 : t.mode, this[j] = typeof t.start == `number` ? t.start : void 0, this[T] = typeof t.autoClose != `boolean` || t.autoClose;
		let n = this[j] === void 0 ? `w` : `r+`;
		this[ct] = t.flags === void 0, this[O] = t.flags === void 0 ? n : t.flags, this[D] === void 0 && this[k]();
	}
	emit(e, ...t) {
		if (e === `error`) {
			if (this[lt]) return !1;
			this[lt] = !0;
		}
		return super.emit(e, ...t);
	}
	get fd() {
		return this[D];
	}
	get path() {
		return this[A];
	}
	[Qe](e) {
		this[E](), this[st] = !0, this.emit(`error`, e);
	}
	[k]() {
		u.open(this[A], this[O], this[Xe], (e, t) => this[$e](e, t));
	}
	[$e](e, t) {
		this[ct] && this[O] === `r+` && e && e.code === `ENOENT` ? (this[O] = `w`, this[k]()) : e ? this[Qe](e) : (this[D] = t, this.emit(`open`, t), this[st] || this[qe]());
	}
	end(e, t) {
		return e && this.write(e, t), this[Ge] = !0, !this[st] && !this[M].length && typeof this[D] == `number` && this[tt](null, 0), this;
	}
	write(e, t) {
		return typeof e == `string` && (e = Buffer.from(e, t)), this[Ge] ? (this.emit(`error`, Error(`write() after end()`)), !1) : this[D] === void 0 || this[st] || this[M].length ? (this[M].push(e), this[Ze] = !0, !1) : (this[st] = !0, this[ot](e), !0);
	}
	[ot](e) {
		u.write(this[D], e, 0, e.length, this[j], (e, t) => this[tt](e, t));
	}
	[tt](e, t) {
		e ? this[Qe](e) : (this[j] !== void 0 && typeof t == `number` && (this[j] += t), this[M].length ? this[qe]() : (this[st] = !1, this[Ge] && !this[Ke] ? (this[Ke] = !0, this[E](), this.emit(`finish`)) : this[Ze] && (this[Ze] = !1, this.emit(`drain`))));
	}
	[qe]() {
		if (this[M].length === 0) this[Ge] && this[tt](null, 0);
		else if (this[M].length === 1) this[ot](this[M].pop());
		else {
			let e = this[M];
			this[M] = [], We(this[D], e, this[j], (e, t) => this[tt](e, t));
		}
	}
	[E]() {
		if (this[T] && typeof this[D] == `number`) {
			let e = this[D];
			this[D] = void 0, u.close(e, (e) => e ? this.emit(`error`, e) : this.emit(`close`));
		}
	}
}, pt = class extends ft {
	[k]() {
		let e;
		if (this[ct] && this[O] === `r+`) try {
			e = u.openSync(this[A], this[O], this[Xe]);
		} catch (e) {
			if (e?.code === `ENOENT`) return this[O] = `w`, this[k]();
			throw e;
		}
		else e = u.openSync(this[A], this[O], this[Xe]);
		this[$e](null, e);
	}
	[E]() {
		if (this[T] && typeof this[D] == `number`) {
			let e = this[D];
			this[D] = void 0, u.closeSync(e), this.emit(`close`);
		}
	}
	[ot](e) {
		let t = !0;
		try {
			this[tt](null, u.writeSync(this[D], e, 0, e.length, this[j])), t = !1;
		} finally {
			if (t) try {
				this[E]();
			} catch {}
		}
	}
}, mt = new Map([
	[`C`, `cwd`],
	[`f`, `file`],
	[`z`, `gzip`],
	[`P`, `preservePaths`],
	[`U`, `unlink`],
	[`strip-components`, `strip`],
	[`stripComponents`, `strip`],
	[`keep-newer`, `newer`],
	[`keepNewer`, `newer`],
	[`keep-newer-files`, `newer`],
	[`keepNewerFiles`, `newer`],
	[`k`, `keep`],
	[`keep-existing`, `keep`],
	[`keepExisting`, `keep`],
	[`m`, `noMtime`],
	[`no-mtime`, `noMtime`],
	[`p`, `preserveOwner`],
	[`L`, `follow`],
	[`h`, `follow`],
	[`onentry`, `onReadEntry`]
]), ht = (e) => !!e.sync && !!e.file, gt = (e) => !e.sync && !!e.file, _t = (e) => !!e.sync && !e.file, vt = (e) => !e.sync && !e.file, yt = (e) => !!e.file, bt = (e) => mt.get(e) || e, xt = (e = {}) => {
	if (!e) return {};
	let t = {};
	for (let [n, r] of Object.entries(e)) {
		let e = bt(n);
		t[e] = r;
	}
	return t.chmod === void 0 && t.noChmod === !1 && (t.chmod = !0), delete t.noChmod, t;
}, St = (e, t, n, r, i) => Object.assign((a = [], o, s) => {
	Array.isArray(a) && (o = a, a = {}), typeof o == `function` && (s = o, o = void 0), o = o ? Array.from(o) : [];
	let c = xt(a);
	if (i?.(c, o), ht(c)) {
		if (typeof s == `function`) throw TypeError(`callback not supported for sync tar functions`);
		return e(c, o);
	}
	if (gt(c)) {
		let e = t(c, o);
		return s ? e.then(() => s(), s) : e;
	}
	if (_t(c)) {
		if (typeof s == `function`) throw TypeError(`callback not supported for sync tar functions`);
		return n(c, o);
	}
	if (vt(c)) {
		if (typeof s == `function`) throw TypeError(`callback only supported with file option`);
		return r(c, o);
	}
	throw Error(`impossible options??`);
}, {
	syncFile: e,
	asyncFile: t,
	syncNoFile: n,
	asyncNoFile: r,
	validate: i
}), Ct = oe.constants || { ZLIB_VERNUM: 4736 }, P = Object.freeze(Object.assign(Object.create(null), {
	Z_NO_FLUSH: 0,
	Z_PARTIAL_FLUSH: 1,
	Z_SYNC_FLUSH: 2,
	Z_FULL_FLUSH: 3,
	Z_FINISH: 4,
	Z_BLOCK: 5,
	Z_OK: 0,
	Z_STREAM_END: 1,
	Z_NEED_DICT: 2,
	Z_ERRNO: -1,
	Z_STREAM_ERROR: -2,
	Z_DATA_ERROR: -3,
	Z_MEM_ERROR: -4,
	Z_BUF_ERROR: -5,
	Z_VERSION_ERROR: -6,
	Z_NO_COMPRESSION: 0,
	Z_BEST_SPEED: 1,
	Z_BEST_COMPRESSION: 9,
	Z_DEFAULT_COMPRESSION: -1,
	Z_FILTERED: 1,
	Z_HUFFMAN_ONLY: 2,
	Z_RLE: 3,
	Z_FIXED: 4,
	Z_DEFAULT_STRATEGY: 0,
	DEFLATE: 1,
	INFLATE: 2,
	GZIP: 3,
	GUNZIP: 4,
	DEFLATERAW: 5,
	INFLATERAW: 6,
	UNZIP: 7,
	BROTLI_DECODE: 8,
	BROTLI_ENCODE: 9,
	Z_MIN_WINDOWBITS: 8,
	Z_MAX_WINDOWBITS: 15,
	Z_DEFAULT_WINDOWBITS: 15,
	Z_MIN_CHUNK: 64,
	Z_MAX_CHUNK: 1 / 0,
	Z_DEFAULT_CHUNK: 16384,
	Z_MIN_MEMLEVEL: 1,
	Z_MAX_MEMLEVEL: 9,
	Z_DEFAULT_MEMLEVEL: 8,
	Z_MIN_LEVEL: -1,
	Z_MAX_LEVEL: 9,
	Z_DEFAULT_LEVEL: -1,
	BROTLI_OPERATION_PROCESS: 0,
	BROTLI_OPERATION_FLUSH: 1,
	BROTLI_OPERATION_FINISH: 2,
	BROTLI_OPERATION_EMIT_METADATA: 3,
	BROTLI_MODE_GENERIC: 0,
	BROTLI_MODE_TEXT: 1,
	BROTLI_MODE_FONT: 2,
	BROTLI_DEFAULT_MODE: 0,
	BROTLI_MIN_QUALITY: 0,
	BROTLI_MAX_QUALITY: 11,
	BROTLI_DEFAULT_QUALITY: 11,
	BROTLI_MIN_WINDOW_BITS: 10,
	BROTLI_MAX_WINDOW_BITS: 24,
	BROTLI_LARGE_MAX_WINDOW_BITS: 30,
	BROTLI_DEFAULT_WINDOW: 22,
	BROTLI_MIN_INPUT_BLOCK_BITS: 16,
	BROTLI_MAX_INPUT_BLOCK_BITS: 24,
	BROTLI_PARAM_MODE: 0,
	BROTLI_PARAM_QUALITY: 1,
	BROTLI_PARAM_LGWIN: 2,
	BROTLI_PARAM_LGBLOCK: 3,
	BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4,
	BROTLI_PARAM_SIZE_HINT: 5,
	BROTLI_PARAM_LARGE_WINDOW: 6,
	BROTLI_PARAM_NPOSTFIX: 7,
	BROTLI_PARAM_NDIRECT: 8,
	BROTLI_DECODER_RESULT_ERROR: 0,
	BROTLI_DECODER_RESULT_SUCCESS: 1,
	BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0,
	BROTLI_DECODER_PARAM_LARGE_WINDOW: 1,
	BROTLI_DECODER_NO_ERROR: 0,
	BROTLI_DECODER_SUCCESS: 1,
	BROTLI_DECODER_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_NIBBLE: -1,
	BROTLI_DECODER_ERROR_FORMAT_RESERVED: -2,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_META_NIBBLE: -3,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_SAME: -5,
	BROTLI_DECODER_ERROR_FORMAT_CL_SPACE: -6,
	BROTLI_DECODER_ERROR_FORMAT_HUFFMAN_SPACE: -7,
	BROTLI_DECODER_ERROR_FORMAT_CONTEXT_MAP_REPEAT: -8,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_1: -9,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_2: -10,
	BROTLI_DECODER_ERROR_FORMAT_TRANSFORM: -11,
	BROTLI_DECODER_ERROR_FORMAT_DICTIONARY: -12,
	BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS: -13,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_1: -14,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_2: -15,
	BROTLI_DECODER_ERROR_FORMAT_DISTANCE: -16,
	BROTLI_DECODER_ERROR_DICTIONARY_NOT_SET: -19,
	BROTLI_DECODER_ERROR_INVALID_ARGUMENTS: -20,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES: -21,
	BROTLI_DECODER_ERROR_ALLOC_TREE_GROUPS: -22,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MAP: -25,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_1: -26,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_2: -27,
	BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES: -30,
	BROTLI_DECODER_ERROR_UNREACHABLE: -31
}, Ct)), wt = s.concat, Tt = Object.getOwnPropertyDescriptor(s, `concat`), Et = (e) => e, Dt = Tt?.writable === !0 || Tt?.set !== void 0 ? (e) => {
	s.concat = e ? Et : wt;
} : (e) => {}, Ot = Symbol(`_superWrite`), kt = class extends Error {
	code;
	errno;
	constructor(e, t) {
		super(`zlib: ` + e.message, { cause: e }), this.code = e.code, this.errno = e.errno, this.code ||= `ZLIB_ERROR`, this.message = `zlib: ` + e.message, Error.captureStackTrace(this, t ?? this.constructor);
	}
	get name() {
		return `ZlibError`;
	}
}, At = Symbol(`flushFlag`), jt = class extends Ue {
	#e = !1;
	#t = !1;
	#n;
	#r;
	#i;
	#a;
	#o;
	get sawError() {
		return this.#e;
	}
	get handle() {
		return this.#a;
	}
	get flushFlag() {
		return this.#n;
	}
	constructor(e, t) {
		if (!e || typeof e != `object`) throw TypeError(`invalid options for ZlibBase constructor`);
		if (super(e), this.#n = e.flush ?? 0, this.#r = e.finishFlush ?? 0, this.#i = e.fullFlushFlag ?? 0, typeof se[t] != `function`) throw TypeError(`Compression method not supported: ` + t);
		try {
			this.#a = new se[t](e);
		} catch (e) {
			throw new kt(e, this.constructor);
		}
		this.#o = (e) => {
			this.#e || (this.#e = !0, this.close(), this.emit(`error`, e));
		}, this.#a?.on(`error`, (e) => this.#o(new kt(e))), this.once(`end`, () => this.close);
	}
	close() {
		this.#a && (this.#a.close(), this.#a = void 0, this.emit(`close`));
	}
	reset() {
		if (!this.#e) return ne(this.#a, `zlib binding closed`), this.#a.reset?.();
	}
	flush(e) {
		this.ended || (typeof e != `number` && (e = this.#i), this.write(Object.assign(s.alloc(0), { [At]: e })));
	}
	end(e, t, n) {
		return typeof e == `function` && (n = e, t = void 0, e = void 0), typeof t == `function` && (n = t, t = void 0), e && (t ? this.write(e, t) : this.write(e)), this.flush(this.#r), this.#t = !0, super.end(n);
	}
	get ended() {
		return this.#t;
	}
	[Ot](e) {
		return super.write(e);
	}
	write(e, t, n) {
		if (typeof t == `function` && (n = t, t = `utf8`), typeof e == `string` && (e = s.from(e, t)), this.#e) return;
		ne(this.#a, `zlib binding closed`);
		let r = this.#a._handle, i = r.close;
		r.close = () => {};
		let a = this.#a.close;
		this.#a.close = () => {}, Dt(!0);
		let o;
		try {
			let t = typeof e[At] == `number` ? e[At] : this.#n;
			o = this.#a._processChunk(e, t), Dt(!1);
		} catch (e) {
			Dt(!1), this.#o(new kt(e, this.write));
		} finally {
			this.#a && (this.#a._handle = r, r.close = i, this.#a.close = a, this.#a.removeAllListeners(`error`));
		}
		this.#a && this.#a.on(`error`, (e) => this.#o(new kt(e, this.write)));
		let c;
		if (o) {
			if (Array.isArray(o) && o.length > 0) {
				let e = o[0];
				c = this[Ot](s.from(e));
				for (let e = 1; e < o.length; e++) c = this[Ot](o[e]);
			} else c = this[Ot](s.from(o));
		}
		return n && n(), c;
	}
}, Mt = class extends jt {
	#e;
	#t;
	constructor(e, t) {
		e ||= {}, e.flush = e.flush || P.Z_NO_FLUSH, e.finishFlush = e.finishFlush || P.Z_FINISH, e.fullFlushFlag = P.Z_FULL_FLUSH, super(e, t), this.#e = e.level, this.#t = e.strategy;
	}
	params(e, t) {
		if (!this.sawError) {
			if (!this.handle) throw Error(`cannot switch params when binding is closed`);
			if (!this.handle.params) throw Error(`not supported in this implementation`);
			if (this.#e !== e || this.#t !== t) {
				this.flush(P.Z_SYNC_FLUSH), ne(this.handle, `zlib binding closed`);
				let n = this.handle.flush;
				this.handle.flush = (e, t) => {
					typeof e == `function` && (t = e, e = this.flushFlag), this.flush(e), t?.();
				};
				try {
					this.handle.params(e, t);
				} finally {
					this.handle.flush = n;
				}
				this.handle && (this.#e = e, this.#t = t);
			}
		}
	}
}, Nt = class extends Mt {
	#e;
	constructor(e) {
		super(e, `Gzip`), this.#e = e && !!e.portable;
	}
	[Ot](e) {
		return this.#e && (this.#e = !1, e[9] = 255), super[Ot](e);
	}
}, Pt = class extends Mt {
	constructor(e) {
		super(e, `Unzip`);
	}
}, Ft = class extends jt {
	constructor(e, t) {
		e ||= {}, e.flush = e.flush || P.BROTLI_OPERATION_PROCESS, e.finishFlush = e.finishFlush || P.BROTLI_OPERATION_FINISH, e.fullFlushFlag = P.BROTLI_OPERATION_FLUSH, super(e, t);
	}
}, It = class extends Ft {
	constructor(e) {
		super(e, `BrotliCompress`);
	}
}, Lt = class extends Ft {
	constructor(e) {
		super(e, `BrotliDecompress`);
	}
}, Rt = class extends jt {
	constructor(e, t) {
		e ||= {}, e.flush = e.flush || P.ZSTD_e_continue, e.finishFlush = e.finishFlush || P.ZSTD_e_end, e.fullFlushFlag = P.ZSTD_e_flush, super(e, t);
	}
}, zt = class extends Rt {
	constructor(e) {
		super(e, `ZstdCompress`);
	}
}, Bt = class extends Rt {
	constructor(e) {
		super(e, `ZstdDecompress`);
	}
}, Vt = (e, t) => {
	if (Number.isSafeInteger(e)) e < 0 ? Ut(e, t) : Ht(e, t);
	else throw Error(`cannot encode number outside of javascript safe integer range`);
	return t;
}, Ht = (e, t) => {
	t[0] = 128;
	for (var n = t.length; n > 1; n--) t[n - 1] = e & 255, e = Math.floor(e / 256);
}, Ut = (e, t) => {
	t[0] = 255;
	var n = !1;
	e *= -1;
	for (var r = t.length; r > 1; r--) {
		var i = e & 255;
		e = Math.floor(e / 256), n ? t[r - 1] = qt(i) : i === 0 ? t[r - 1] = 0 : (n = !0, t[r - 1] = Jt(i));
	}
}, Wt = (e) => {
	let t = e[0], n = t === 128 ? Kt(e.subarray(1, e.length)) : t === 255 ? Gt(e) : null;
	if (n === null) throw Error(`invalid base256 encoding`);
	if (!Number.isSafeInteger(n)) throw Error(`parsed number outside of javascript safe integer range`);
	return n;
}, Gt = (e) => {
	for (var t = e.length, n = 0, r = !1, i = t - 1; i > -1; i--) {
		var a = Number(e[i]), o;
		r ? o = qt(a) : a === 0 ? o = a : (r = !0, o = Jt(a)), o !== 0 && (n -= o * 256 ** (t - i - 1));
	}
	return n;
}, Kt = (e) => {
	for (var t = e.length, n = 0, r = t - 1; r > -1; r--) {
		var i = Number(e[r]);
		i !== 0 && (n += i * 256 ** (t - r - 1));
	}
	return n;
}, qt = (e) => (255 ^ e) & 255, Jt = (e) => (255 ^ e) + 1 & 255, Yt = {};
le(Yt, {
	code: () => en,
	isCode: () => Xt,
	isName: () => Zt,
	name: () => $t,
	normalFsTypes: () => Qt
});
var Xt = (e) => $t.has(e), Zt = (e) => en.has(e), Qt = new Set([
	`0`,
	``,
	`1`,
	`2`,
	`3`,
	`4`,
	`5`,
	`6`,
	`7`,
	`D`
]), $t = new Map([
	[`0`, `File`],
	[``, `OldFile`],
	[`1`, `Link`],
	[`2`, `SymbolicLink`],
	[`3`, `CharacterDevice`],
	[`4`, `BlockDevice`],
	[`5`, `Directory`],
	[`6`, `FIFO`],
	[`7`, `ContiguousFile`],
	[`g`, `GlobalExtendedHeader`],
	[`x`, `ExtendedHeader`],
	[`A`, `SolarisACL`],
	[`D`, `GNUDumpDir`],
	[`I`, `Inode`],
	[`K`, `NextFileHasLongLinkpath`],
	[`L`, `NextFileHasLongPath`],
	[`M`, `ContinuationFile`],
	[`N`, `OldGnuLongPath`],
	[`S`, `SparseFile`],
	[`V`, `TapeVolumeHeader`],
	[`X`, `OldExtendedHeader`]
]), en = new Map(Array.from($t).map((e) => [e[1], e[0]])), tn = (e) => e === void 0 || e < 0 ? void 0 : e, F = class {
	cksumValid = !1;
	needPax = !1;
	nullBlock = !1;
	block;
	path;
	mode;
	uid;
	gid;
	size;
	cksum;
	#e = `Unsupported`;
	linkpath;
	uname;
	gname;
	devmaj = 0;
	devmin = 0;
	atime;
	ctime;
	mtime;
	charset;
	comment;
	constructor(e, t = 0, n, r) {
		Buffer.isBuffer(e) ? this.decode(e, t || 0, n, r) : e && this.#t(e);
	}
	decode(e, t, n, r) {
		if (t ||= 0, !e || !(e.length >= t + 512)) throw Error(`need 512 bytes for header`);
		let i = rn(e, t + 156, 1), a = Qt.has(i), o = a ? n : void 0, s = a ? r : void 0;
		if (this.path = o?.path ?? rn(e, t, 100), this.mode = o?.mode ?? s?.mode ?? I(e, t + 100, 8), this.uid = o?.uid ?? s?.uid ?? I(e, t + 108, 8), this.gid = o?.gid ?? s?.gid ?? I(e, t + 116, 8), this.size = tn(o?.size ?? s?.size ?? I(e, t + 124, 12)), this.mtime = o?.mtime ?? s?.mtime ?? an(e, t + 136, 12), this.cksum = I(e, t + 148, 12), s && this.#t(s, !0), o && this.#t(o), Xt(i) && (this.#e = i || `0`), this.#e === `0` && this.path.slice(-1) === `/` && (this.#e = `5`), this.#e === `5` && (this.size = 0), this.linkpath = rn(e, t + 157, 100), e.subarray(t + 257, t + 265).toString() === `ustar\x0000`) {
			if (this.uname = o?.uname ?? s?.uname ?? rn(e, t + 265, 32), this.gname = o?.gname ?? s?.gname ?? rn(e, t + 297, 32), this.devmaj = o?.devmaj ?? s?.devmaj ?? I(e, t + 329, 8) ?? 0, this.devmin = o?.devmin ?? s?.devmin ?? I(e, t + 337, 8) ?? 0, e[t + 475] !== 0) {
				let n = rn(e, t + 345, 155);
				this.path = n + `/` + this.path;
			} else {
				let i = rn(e, t + 345, 130);
				i && (this.path = i + `/` + this.path), this.atime = n?.atime ?? r?.atime ?? an(e, t + 476, 12), this.ctime = n?.ctime ?? r?.ctime ?? an(e, t + 488, 12);
			}
		}
		let c = 256;
		for (let n = t; n < t + 148; n++) c += e[n];
		for (let n = t + 156; n < t + 512; n++) c += e[n];
		this.cksumValid = c === this.cksum, this.cksum === void 0 && c === 256 && (this.nullBlock = !0);
	}
	#t(e, t = !1) {
		Object.assign(this, Object.fromEntries(Object.entries(e).filter(([e, n]) => !(n == null || e === `size` && Number(n) < 0 || e === `path` && t || e === `linkpath` && t || e === `global`))));
	}
	encode(e, t = 0) {
		if (e ||= this.block = Buffer.alloc(512), this.#e === `Unsupported` && (this.#e = `0`), !(e.length >= t + 512)) throw Error(`need 512 bytes for header`);
		let n = this.ctime || this.atime ? 130 : 155, r = nn(this.path || ``, n), i = r[0], a = r[1];
		this.needPax = !!r[2], this.needPax = hn(e, t, 100, i) || this.needPax, this.needPax = L(e, t + 100, 8, this.mode) || this.needPax, this.needPax = L(e, t + 108, 8, this.uid) || this.needPax, this.needPax = L(e, t + 116, 8, this.gid) || this.needPax, this.needPax = L(e, t + 124, 12, this.size) || this.needPax, this.needPax = pn(e, t + 136, 12, this.mtime) || this.needPax, e[t + 156] = Number(this.#e.codePointAt(0)), this.needPax = hn(e, t + 157, 100, this.linkpath) || this.needPax, e.write(`ustar\x0000`, t + 257, 8), this.needPax = hn(e, t + 265, 32, this.uname) || this.needPax, this.needPax = hn(e, t + 297, 32, this.gname) || this.needPax, this.needPax = L(e, t + 329, 8, this.devmaj) || this.needPax, this.needPax = L(e, t + 337, 8, this.devmin) || this.needPax, this.needPax = hn(e, t + 345, n, a) || this.needPax, e[t + 475] === 0 ? (this.needPax = hn(e, t + 345, 130, a) || this.needPax, this.needPax = pn(e, t + 476, 12, this.atime) || this.needPax, this.needPax = pn(e, t + 488, 12, this.ctime) || this.needPax) : this.needPax = hn(e, t + 345, 155, a) || this.needPax;
		let o = 256;
		for (let n = t; n < t + 148; n++) o += e[n];
		for (let n = t + 156; n < t + 512; n++) o += e[n];
		return this.cksum = o, L(e, t + 148, 8, this.cksum), this.cksumValid = !0, this.needPax;
	}
	get type() {
		return this.#e === `Unsupported` ? this.#e : $t.get(this.#e);
	}
	get typeKey() {
		return this.#e;
	}
	set type(e) {
		let t = String(en.get(e));
		if (Xt(t) || t === `Unsupported`) this.#e = t;
		else if (Xt(e)) this.#e = e;
		else throw TypeError(`invalid entry type: ` + e);
	}
}, nn = (e, t) => {
	let n = e, r = ``, a, o = i.parse(e).root || `.`;
	if (Buffer.byteLength(n) < 100) a = [
		n,
		r,
		!1
	];
	else {
		r = i.dirname(n), n = i.basename(n);
		do
			Buffer.byteLength(n) <= 100 && Buffer.byteLength(r) <= t ? a = [
				n,
				r,
				!1
			] : Buffer.byteLength(n) > 100 && Buffer.byteLength(r) <= t ? a = [
				n.slice(0, 99),
				r,
				!0
			] : (n = i.join(i.basename(r), n), r = i.dirname(r));
		while (r !== o && a === void 0);
		a ||= [
			e.slice(0, 99),
			``,
			!0
		];
	}
	return a;
}, rn = (e, t, n) => e.subarray(t, t + n).toString(`utf8`).replace(/\0.*/, ``), an = (e, t, n) => on(I(e, t, n)), on = (e) => e === void 0 ? void 0 : new Date(e * 1e3), I = (e, t, n) => Number(e[t]) & 128 ? Wt(e.subarray(t, t + n)) : cn(e, t, n), sn = (e) => isNaN(e) ? void 0 : e, cn = (e, t, n) => sn(parseInt(e.subarray(t, t + n).toString(`utf8`).replace(/\0.*$/, ``).trim(), 8)), ln = {
	12: 8589934591,
	8: 2097151
}, L = (e, t, n, r) => r === void 0 ? !1 : r > ln[n] || r < 0 ? (Vt(r, e.subarray(t, t + n)), !0) : (un(e, t, n, r), !1), un = (e, t, n, r) => e.write(dn(r, n), t, n, `ascii`), dn = (e, t) => fn(Math.floor(e).toString(8), t), fn = (e, t) => (e.length === t - 1 ? e : Array(t - e.length - 1).join(`0`) + e + ` `) + `\0`, pn = (e, t, n, r) => r !== void 0 && L(e, t, n, r.getTime() / 1e3), mn = Array(156).join(`\0`), hn = (e, t, n, r) => r !== void 0 && (e.write(r + mn, t, n, `utf8`), r.length !== Buffer.byteLength(r) || r.length > n), gn = class e {
	atime;
	mtime;
	ctime;
	charset;
	comment;
	gid;
	uid;
	gname;
	uname;
	linkpath;
	dev;
	ino;
	nlink;
	path;
	size;
	mode;
	global;
	constructor(e, t = !1) {
		this.atime = e.atime, this.charset = e.charset, this.comment = e.comment, this.ctime = e.ctime, this.dev = e.dev, this.gid = e.gid, this.global = t, this.gname = e.gname, this.ino = e.ino, this.linkpath = e.linkpath, this.mtime = e.mtime, this.nlink = e.nlink, this.path = e.path, this.size = e.size, this.uid = e.uid, this.uname = e.uname;
	}
	encode() {
		let e = this.encodeBody();
		if (e === ``) return Buffer.allocUnsafe(0);
		let t = Buffer.byteLength(e), r = 512 * Math.ceil(1 + t / 512), i = Buffer.allocUnsafe(r);
		for (let e = 0; e < 512; e++) i[e] = 0;
		new F({
			path: (`PaxHeader/` + n(this.path ?? ``)).slice(0, 99),
			mode: this.mode || 420,
			uid: this.uid,
			gid: this.gid,
			size: t,
			mtime: this.mtime,
			type: this.global ? `GlobalExtendedHeader` : `ExtendedHeader`,
			linkpath: ``,
			uname: this.uname || ``,
			gname: this.gname || ``,
			devmaj: 0,
			devmin: 0,
			atime: this.atime,
			ctime: this.ctime
		}).encode(i), i.write(e, 512, t, `utf8`);
		for (let e = t + 512; e < i.length; e++) i[e] = 0;
		return i;
	}
	encodeBody() {
		return this.encodeField(`path`) + this.encodeField(`ctime`) + this.encodeField(`atime`) + this.encodeField(`dev`) + this.encodeField(`ino`) + this.encodeField(`nlink`) + this.encodeField(`charset`) + this.encodeField(`comment`) + this.encodeField(`gid`) + this.encodeField(`gname`) + this.encodeField(`linkpath`) + this.encodeField(`mtime`) + this.encodeField(`size`) + this.encodeField(`uid`) + this.encodeField(`uname`);
	}
	encodeField(e) {
		if (this[e] === void 0) return ``;
		let t = this[e], n = t instanceof Date ? t.getTime() / 1e3 : t, r = ` ` + (e === `dev` || e === `ino` || e === `nlink` ? `SCHILY.` : ``) + e + `=` + n + `
`, i = Buffer.byteLength(r), a = Math.floor(Math.log(i) / Math.log(10)) + 1;
		return i + a >= 10 ** a && (a += 1), a + i + r;
	}
	static parse(t, n, r = !1) {
		return new e(_n(vn(t), n), r);
	}
}, _n = (e, t) => t ? Object.assign({}, t, e) : e, vn = (e) => e.replace(/\n$/, ``).split(`
`).reduce(yn, Object.create(null)), yn = (e, t) => {
	let n = parseInt(t, 10);
	if (n !== Buffer.byteLength(t) + 1) return e;
	t = t.slice((n + ` `).length);
	let r = t.split(`=`), i = r.shift();
	if (!i) return e;
	let a = i.replace(/^SCHILY\.(dev|ino|nlink)/, `$1`), o = r.join(`=`).replace(/\0.*/, ``);
	switch (a) {
		case `path`:
		case `linkpath`:
		case `type`:
		case `charset`:
		case `comment`:
		case `gname`:
		case `uname`:
			e[a] = o;
			break;
		case `ctime`:
		case `atime`:
		case `mtime`:
			e[a] = new Date(Number(o) * 1e3);
			break;
		case `size`:
			let t = +o;
			t >= 0 && (e[a] = t);
			break;
		case `gid`:
		case `uid`:
		case `dev`:
		case `ino`:
		case `nlink`:
		case `mode`: e[a] = +o;
	}
	return e;
}, R = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === `win32` ? (e) => String(e).replaceAll(/\\/g, `/`) : (e) => String(e), bn = class extends Ue {
	extended;
	globalExtended;
	header;
	startBlockSize;
	blockRemain;
	remain;
	type;
	meta = !1;
	ignore = !1;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	size = 0;
	mtime;
	atime;
	ctime;
	linkpath;
	dev;
	ino;
	nlink;
	invalid = !1;
	absolute;
	unsupported = !1;
	constructor(e, t, n) {
		switch (super({}), this.pause(), this.extended = t, this.globalExtended = n, this.header = e, this.remain = e.size ?? 0, this.startBlockSize = 512 * Math.ceil(this.remain / 512), this.blockRemain = this.startBlockSize, this.type = e.type, this.type) {
			case `File`:
			case `OldFile`:
			case `Link`:
			case `SymbolicLink`:
			case `CharacterDevice`:
			case `BlockDevice`:
			case `Directory`:
			case `FIFO`:
			case `ContiguousFile`:
			case `GNUDumpDir`: break;
			case `NextFileHasLongLinkpath`:
			case `NextFileHasLongPath`:
			case `OldGnuLongPath`:
			case `GlobalExtendedHeader`:
			case `ExtendedHeader`:
			case `OldExtendedHeader`:
				this.meta = !0;
				break;
			default: this.ignore = !0;
		}
		if (!e.path) throw Error(`no path provided for tar.ReadEntry`);
		this.path = R(e.path), this.mode = e.mode, this.mode && (this.mode &= 4095), this.uid = e.uid, this.gid = e.gid, this.uname = e.uname, this.gname = e.gname, this.size = this.remain, this.mtime = e.mtime, this.atime = e.atime, this.ctime = e.ctime, this.linkpath = e.linkpath ? R(e.linkpath) : void 0, this.uname = e.uname, this.gname = e.gname, t && this.#e(t), n && this.#e(n, !0);
	}
	write(e) {
		let t = e.length;
		if (t > this.blockRemain) throw Error(`writing more to entry than is appropriate`);
		let n = this.remain, r = this.blockRemain;
		return this.remain = Math.max(0, n - t), this.blockRemain = Math.max(0, r - t), this.ignore ? !0 : n >= t ? super.write(e) : super.write(e.subarray(0, n));
	}
	#e(e, t = !1) {
		e.path &&= R(e.path), e.linkpath &&= R(e.linkpath), Object.assign(this, Object.fromEntries(Object.entries(e).filter(([e, n]) => !(n == null || e === `path` && t))));
	}
}, xn = (e, t, n, r = {}) => {
	e.file && (r.file = e.file), e.cwd && (r.cwd = e.cwd), r.code = n instanceof Error && n.code || t, r.tarCode = t, !e.strict && r.recoverable !== !1 ? (n instanceof Error && (r = Object.assign(n, r), n = n.message), e.emit(`warn`, t, n, r)) : n instanceof Error ? e.emit(`error`, Object.assign(n, r)) : e.emit(`error`, Object.assign(Error(`${t}: ${n}`), r));
}, Sn = 1048576, Cn = Buffer.from([31, 139]), wn = Buffer.from([
	40,
	181,
	47,
	253
]), Tn = Math.max(Cn.length, wn.length), z = Symbol(`state`), En = Symbol(`writeEntry`), B = Symbol(`readEntry`), Dn = Symbol(`nextEntry`), On = Symbol(`processEntry`), V = Symbol(`extendedHeader`), kn = Symbol(`globalExtendedHeader`), H = Symbol(`meta`), An = Symbol(`emitMeta`), U = Symbol(`buffer`), W = Symbol(`queue`), G = Symbol(`ended`), jn = Symbol(`emittedEnd`), Mn = Symbol(`emit`), K = Symbol(`unzip`), Nn = Symbol(`consumeChunk`), Pn = Symbol(`consumeChunkSub`), Fn = Symbol(`consumeBody`), In = Symbol(`consumeMeta`), Ln = Symbol(`consumeHeader`), Rn = Symbol(`consuming`), zn = Symbol(`bufferConcat`), Bn = Symbol(`maybeEnd`), Vn = Symbol(`writing`), q = Symbol(`aborted`), Hn = Symbol(`onDone`), Un = Symbol(`sawValidEntry`), Wn = Symbol(`sawNullBlock`), Gn = Symbol(`sawEOF`), Kn = Symbol(`closeStream`), qn = 1e3, Jn = Symbol(`compressedBytesRead`), Yn = Symbol(`decompressedBytesRead`), Xn = Symbol(`checkDecompressionRatio`), Zn = () => !0, Qn = class extends p {
	file;
	strict;
	maxMetaEntrySize;
	filter;
	brotli;
	zstd;
	maxDecompressionRatio;
	writable = !0;
	readable = !1;
	[W] = [];
	[U];
	[B];
	[En];
	[z] = `begin`;
	[H] = ``;
	[V];
	[kn];
	[G] = !1;
	[K];
	[q] = !1;
	[Un];
	[Wn] = !1;
	[Gn] = !1;
	[Vn] = !1;
	[Rn] = !1;
	[jn] = !1;
	[Jn] = 0;
	[Yn] = 0;
	constructor(e = {}) {
		super(), this.file = e.file || ``, this.on(Hn, () => {
			(this[z] === `begin` || this[Un] === !1) && this.warn(`TAR_BAD_ARCHIVE`, `Unrecognized archive format`);
		}), e.ondone ? this.on(Hn, e.ondone) : this.on(Hn, () => {
			this.emit(`prefinish`), this.emit(`finish`), this.emit(`end`);
		}), this.strict = !!e.strict, this.maxDecompressionRatio = typeof e.maxDecompressionRatio == `number` ? e.maxDecompressionRatio : qn, this.maxMetaEntrySize = e.maxMetaEntrySize || Sn, this.filter = typeof e.filter == `function` ? e.filter : Zn;
		let t = e.file && (e.file.endsWith(`.tar.br`) || e.file.endsWith(`.tbr`));
		this.brotli = !(e.gzip || e.zstd) && e.brotli !== void 0 ? e.brotli : t ? void 0 : !1;
		let n = e.file && (e.file.endsWith(`.tar.zst`) || e.file.endsWith(`.tzst`));
		this.zstd = !(e.gzip || e.brotli) && e.zstd !== void 0 ? e.zstd : n ? !0 : void 0, this.on(`end`, () => this[Kn]()), typeof e.onwarn == `function` && this.on(`warn`, e.onwarn), typeof e.onReadEntry == `function` && this.on(`entry`, e.onReadEntry);
	}
	warn(e, t, n = {}) {
		xn(this, e, t, n);
	}
	[Ln](e, t) {
		this[Un] === void 0 && (this[Un] = !1);
		let n;
		try {
			n = new F(e, t, this[V], this[kn]);
		} catch (e) {
			return this.warn(`TAR_ENTRY_INVALID`, e);
		}
		if (n.nullBlock) this[Wn] ? (this[Gn] = !0, this[z] === `begin` && (this[z] = `header`), this[Mn](`eof`)) : (this[Wn] = !0, this[Mn](`nullBlock`));
		else if (this[Wn] = !1, !n.cksumValid) this.warn(`TAR_ENTRY_INVALID`, `checksum failure`, { header: n });
		else if (!n.path) this.warn(`TAR_ENTRY_INVALID`, `path is required`, { header: n });
		else {
			let e = n.type;
			if (/^(Symbolic)?Link$/.test(e) && !n.linkpath) this.warn(`TAR_ENTRY_INVALID`, `linkpath required`, { header: n });
			else if (!/^(Symbolic)?Link$/.test(e) && !/^(Global)?ExtendedHeader$/.test(e) && n.linkpath) this.warn(`TAR_ENTRY_INVALID`, `linkpath forbidden`, { header: n });
			else {
				let e = this[En] = new bn(n, this[V], this[kn]);
				this[Un] || (e.remain ? e.on(`end`, () => {
					e.invalid || (this[Un] = !0);
				}) : this[Un] = !0), e.meta ? e.size > this.maxMetaEntrySize ? (e.ignore = !0, this[Mn](`ignoredEntry`, e), this[z] = `ignore`, e.resume()) : e.size > 0 && (this[H] = ``, e.on(`data`, (e) => this[H] += e), this[z] = `meta`) : (this[V] = void 0, e.ignore = e.ignore || !this.filter(e.path, e), e.ignore ? (this[Mn](`ignoredEntry`, e), this[z] = e.remain ? `ignore` : `header`, e.resume()) : (e.remain ? this[z] = `body` : (this[z] = `header`, e.end()), this[B] ? this[W].push(e) : (this[W].push(e), this[Dn]())));
			}
		}
	}
	[Kn]() {
		queueMicrotask(() => this.emit(`close`));
	}
	[On](e) {
		let t = !0;
		if (!e) this[B] = void 0, t = !1;
		else if (Array.isArray(e)) {
			let [t, ...n] = e;
			this.emit(t, ...n);
		} else this[B] = e, this.emit(`entry`, e), e.emittedEnd || (e.on(`end`, () => this[Dn]()), t = !1);
		return t;
	}
	[Dn]() {
		do;
		while (this[On](this[W].shift()));
		if (this[W].length === 0) {
			let e = this[B];
			!e || e.flowing || e.size === e.remain ? this[Vn] || this.emit(`drain`) : e.once(`drain`, () => this.emit(`drain`));
		}
	}
	[Fn](e, t) {
		let n = this[En];
		if (!n) throw Error(`attempt to consume body without entry??`);
		let r = n.blockRemain ?? 0, i = r >= e.length && t === 0 ? e : e.subarray(t, t + r);
		return n.write(i), n.blockRemain || (this[z] = `header`, this[En] = void 0, n.end()), i.length;
	}
	[In](e, t) {
		let n = this[En], r = this[Fn](e, t);
		return !this[En] && n && this[An](n), r;
	}
	[Mn](e, t, n) {
		this[W].length === 0 && !this[B] ? this.emit(e, t, n) : this[W].push([
			e,
			t,
			n
		]);
	}
	[An](e) {
		switch (this[Mn](`meta`, this[H]), e.type) {
			case `ExtendedHeader`:
			case `OldExtendedHeader`:
				this[V] = gn.parse(this[H], this[V], !1);
				break;
			case `GlobalExtendedHeader`:
				this[kn] = gn.parse(this[H], this[kn], !0);
				break;
			case `NextFileHasLongPath`:
			case `OldGnuLongPath`: {
				let e = this[V] ?? Object.create(null);
				this[V] = e, e.path = this[H].replace(/\0.*/, ``);
				break;
			}
			case `NextFileHasLongLinkpath`: {
				let e = this[V] || Object.create(null);
				this[V] = e, e.linkpath = this[H].replace(/\0.*/, ``);
				break;
			}
			default: throw Error(`unknown meta: ` + e.type);
		}
	}
	abort(e) {
		if (!this[q]) {
			if (this[K]) {
				let e = this[K];
				e.write = () => !0, e.end = () => e, e.emit = () => !1, e.destroy?.();
			}
			this[q] = !0, this.emit(`abort`, e), this.warn(`TAR_ABORT`, e, { recoverable: !1 });
		}
	}
	[Xn](e) {
		this[Yn] += e.length;
		let t = this[Yn] / this[Jn];
		return t > this.maxDecompressionRatio ? (this.abort(Error(`max decompression ratio exceeded: ${t.toFixed(2)} > ${this.maxDecompressionRatio}`)), !1) : !0;
	}
	write(e, t, n) {
		if (typeof t == `function` && (n = t, t = void 0), typeof e == `string` && (e = Buffer.from(e, typeof t == `string` ? t : `utf8`)), this[q]) return n?.(), !1;
		if ((this[K] === void 0 || this.brotli === void 0 && this[K] === !1) && e) {
			if (this[U] && (e = Buffer.concat([this[U], e]), this[U] = void 0), e.length < Tn) return this[U] = e, n?.(), !0;
			for (let t = 0; this[K] === void 0 && t < Cn.length; t++) e[t] !== Cn[t] && (this[K] = !1);
			let t = !1;
			if (this[K] === !1 && this.zstd !== !1) {
				t = !0;
				for (let n = 0; n < wn.length; n++) if (e[n] !== wn[n]) {
					t = !1;
					break;
				}
			}
			let r = this.brotli === void 0 && !t;
			if (this[K] === !1 && r) {
				if (e.length < 512) {
					if (this[G]) this.brotli = !0;
					else return this[U] = e, n?.(), !0;
				} else try {
					new F(e.subarray(0, 512)), this.brotli = !1;
				} catch {
					this.brotli = !0;
				}
			}
			if (this[K] === void 0 || this[K] === !1 && (this.brotli || t)) {
				let r = this[G];
				this[G] = !1, this[K] = this[K] === void 0 ? new Pt({}) : t ? new Bt({}) : new Lt({}), this[K].on(`data`, (e) => {
					this[Xn](e) && this[Nn](e);
				}), this[K].on(`error`, (e) => {
					this[q] || this.abort(e);
				}), this[K].on(`end`, () => {
					this[G] = !0, this[Nn]();
				}), this[Vn] = !0, this[Jn] += e.length;
				let i = !!this[K][r ? `end` : `write`](e);
				return this[Vn] = !1, n?.(), i;
			}
		}
		this[Vn] = !0, this[K] ? (this[Jn] += e.length, this[K].write(e)) : this[Nn](e), this[Vn] = !1;
		let r = this[W].length > 0 ? !1 : !this[B] || this[B].flowing;
		return !r && this[W].length === 0 && this[B]?.once(`drain`, () => this.emit(`drain`)), n?.(), r;
	}
	[zn](e) {
		e && !this[q] && (this[U] = this[U] ? Buffer.concat([this[U], e]) : e);
	}
	[Bn]() {
		if (this[G] && !this[jn] && !this[q] && !this[Rn]) {
			this[jn] = !0;
			let e = this[En];
			if (e?.blockRemain) {
				let t = this[U] ? this[U].length : 0;
				this.warn(`TAR_BAD_ARCHIVE`, `Truncated input (needed ${e.blockRemain} more bytes, only ${t} available)`, { entry: e }), this[U] && e.write(this[U]), e.end();
			}
			this[Mn](Hn);
		}
	}
	[Nn](e) {
		if (this[Rn] && e) this[zn](e);
		else if (!e && !this[U]) this[Bn]();
		else if (e) {
			if (this[Rn] = !0, this[U]) {
				this[zn](e);
				let t = this[U];
				this[U] = void 0, this[Pn](t);
			} else this[Pn](e);
			for (; this[U] && this[U]?.length >= 512 && !this[q] && !this[Gn];) {
				let e = this[U];
				this[U] = void 0, this[Pn](e);
			}
			this[Rn] = !1;
		}
		(!this[U] || this[G]) && this[Bn]();
	}
	[Pn](e) {
		let t = 0, n = e.length;
		for (; t + 512 <= n && !this[q] && !this[Gn];) switch (this[z]) {
			case `begin`:
			case `header`:
				this[Ln](e, t), t += 512;
				break;
			case `ignore`:
			case `body`:
				t += this[Fn](e, t);
				break;
			case `meta`:
				t += this[In](e, t);
				break;
			default: throw Error(`invalid state: ` + this[z]);
		}
		t < n && (this[U] = this[U] ? Buffer.concat([e.subarray(t), this[U]]) : e.subarray(t));
	}
	end(e, t, n) {
		return typeof e == `function` && (n = e, t = void 0, e = void 0), typeof t == `function` && (n = t, t = void 0), typeof e == `string` && (e = Buffer.from(e, t)), n && this.once(`finish`, n), this[q] || (this[K] ? (e && (this[Jn] += e.length, this[K].write(e)), this[K].end()) : (this[G] = !0, (this.brotli === void 0 || this.zstd === void 0) && (e ||= Buffer.alloc(0)), e && this.write(e), this[Bn]())), this;
	}
}, $n = (e) => {
	let t = e.length - 1, n = -1;
	for (; t > -1 && e.charAt(t) === `/`;) n = t, t--;
	return n === -1 ? e : e.slice(0, n);
}, er = (e) => {
	let t = e.onReadEntry;
	e.onReadEntry = t ? (e) => {
		t(e), e.resume();
	} : (e) => e.resume();
}, tr = (e, t) => {
	let n = new Map(t.map((e) => [$n(e), !0])), r = e.filter, i = (e, t = ``, r = 0) => {
		if (r >= 100) return n.set(e, !1), !1;
		let a = t || te(e).root || `.`, o;
		if (e === a) o = !1;
		else {
			let t = n.get(e);
			o = t === void 0 ? i(ee(e), a, r + 1) : t;
		}
		return n.set(e, o), o;
	};
	e.filter = r ? (e, t) => r(e, t) && i($n(e)) : (e) => i($n(e));
}, nr = St((e) => {
	let t = new Qn(e), n = e.file, r;
	try {
		r = c.openSync(n, `r`);
		let i = c.fstatSync(r), a = e.maxReadSize || 16777216;
		if (i.size < a) {
			let e = Buffer.allocUnsafe(i.size), n = c.readSync(r, e, 0, i.size, 0);
			t.end(n === e.byteLength ? e : e.subarray(0, n));
		} else {
			let e = 0, n = Buffer.allocUnsafe(a);
			for (; e < i.size;) {
				let i = c.readSync(r, n, 0, a, e);
				if (i === 0) break;
				e += i, t.write(n.subarray(0, i));
			}
			t.end();
		}
	} finally {
		if (typeof r == `number`) try {
			c.closeSync(r);
		} catch {}
	}
}, (e, t) => {
	let n = new Qn(e), r = e.maxReadSize || 16777216, i = e.file;
	return new Promise((e, t) => {
		n.on(`error`, t), n.on(`end`, e), c.stat(i, (e, a) => {
			if (e) t(e);
			else {
				let e = new ut(i, {
					readSize: r,
					size: a.size
				});
				e.on(`error`, t), e.pipe(n);
			}
		});
	});
}, (e) => new Qn(e), (e) => new Qn(e), (e, t) => {
	t?.length && tr(e, t), e.noResume || er(e);
}), rr = (e, t, n) => (e &= 4095, n && (e = (e | 384) & -19), t && (e & 256 && (e |= 64), e & 32 && (e |= 8), e & 4 && (e |= 1)), e), { isAbsolute: ir, parse: ar } = a, or = (e) => {
	let t = ``, n = ar(e);
	for (; ir(e) || n.root;) {
		let r = e.charAt(0) === `/` && e.slice(0, 4) !== `//?/` ? `/` : n.root;
		e = e.slice(r.length), t += r, n = ar(e);
	}
	return [t, e];
}, sr = [
	`|`,
	`<`,
	`>`,
	`?`,
	`:`
], cr = sr.map((e) => String.fromCodePoint(61440 + Number(e.codePointAt(0)))), lr = new Map(sr.map((e, t) => [e, cr[t]])), ur = new Map(cr.map((e, t) => [e, sr[t]])), dr = (e) => sr.reduce((e, t) => e.split(t).join(lr.get(t)), e), fr = (e) => cr.reduce((e, t) => e.split(t).join(ur.get(t)), e), pr = (e, t) => t ? (e = R(e).replace(/^\.(\/|$)/, ``), $n(t) + `/` + e) : R(e), mr = 16777216, hr = Symbol(`process`), gr = Symbol(`file`), _r = Symbol(`directory`), vr = Symbol(`symlink`), yr = Symbol(`hardlink`), br = Symbol(`header`), xr = Symbol(`read`), Sr = Symbol(`lstat`), Cr = Symbol(`onlstat`), wr = Symbol(`onread`), Tr = Symbol(`onreadlink`), Er = Symbol(`openfile`), Dr = Symbol(`onopenfile`), J = Symbol(`close`), Or = Symbol(`mode`), kr = Symbol(`awaitDrain`), Ar = Symbol(`ondrain`), Y = Symbol(`prefix`), jr = class extends Ue {
	path;
	portable;
	myuid = process.getuid && process.getuid() || 0;
	myuser = process.env.USER || ``;
	maxReadSize;
	linkCache;
	statCache;
	preservePaths;
	cwd;
	strict;
	mtime;
	noPax;
	noMtime;
	prefix;
	fd;
	blockLen = 0;
	blockRemain = 0;
	buf;
	pos = 0;
	remain = 0;
	length = 0;
	offset = 0;
	win32;
	absolute;
	header;
	type;
	linkpath;
	stat;
	onWriteEntry;
	#e = !1;
	constructor(e, t = {}) {
		let n = xt(t);
		super(), this.path = R(e), this.portable = !!n.portable, this.maxReadSize = n.maxReadSize || mr, this.linkCache = n.linkCache || new Map(), this.statCache = n.statCache || new Map(), this.preservePaths = !!n.preservePaths, this.cwd = R(n.cwd || process.cwd()), this.strict = !!n.strict, this.noPax = !!n.noPax, this.noMtime = !!n.noMtime, this.mtime = n.mtime, this.prefix = n.prefix ? R(n.prefix) : void 0, this.onWriteEntry = n.onWriteEntry, typeof n.onwarn == `function` && this.on(`warn`, n.onwarn);
		let r = !1;
		if (!this.preservePaths) {
			let [e, t] = or(this.path);
			e && typeof t == `string` && (this.path = t, r = e);
		}
		this.win32 = !!n.win32 || process.platform === `win32`, this.win32 && (this.path = fr(this.path.replaceAll(/\\/g, `/`)), e = e.replaceAll(/\\/g, `/`)), this.absolute = R(n.absolute || d.resolve(this.cwd, e)), this.path === `` && (this.path = `./`), r && this.warn(`TAR_ENTRY_INFO`, `stripping ${r} from absolute path`, {
			entry: this,
			path: r + this.path
		});
		let i = this.statCache.get(this.absolute);
		i ? this[Cr](i) : this[Sr]();
	}
	warn(e, t, n = {}) {
		return xn(this, e, t, n);
	}
	emit(e, ...t) {
		return e === `error` && (this.#e = !0), super.emit(e, ...t);
	}
	[Sr]() {
		u.lstat(this.absolute, (e, t) => {
			if (e) return this.emit(`error`, e);
			this[Cr](t);
		});
	}
	[Cr](e) {
		this.statCache.set(this.absolute, e), this.stat = e, e.isFile() || (e.size = 0), this.type = Pr(e), this.emit(`stat`, e), this[hr]();
	}
	[hr]() {
		switch (this.type) {
			case `File`: return this[gr]();
			case `Directory`: return this[_r]();
			case `SymbolicLink`: return this[vr]();
			default: return this.end();
		}
	}
	[Or](e) {
		return rr(e, this.type === `Directory`, this.portable);
	}
	[Y](e) {
		return pr(e, this.prefix);
	}
	[br]() {
		if (!this.stat) throw Error(`cannot write header before stat`);
		this.type === `Directory` && this.portable && (this.noMtime = !0), this.onWriteEntry?.(this), this.header = new F({
			path: this[Y](this.path),
			linkpath: this.type === `Link` && this.linkpath !== void 0 ? this[Y](this.linkpath) : this.linkpath,
			mode: this[Or](this.stat.mode),
			uid: this.portable ? void 0 : this.stat.uid,
			gid: this.portable ? void 0 : this.stat.gid,
			size: this.stat.size,
			mtime: this.noMtime ? void 0 : this.mtime || this.stat.mtime,
			type: this.type === `Unsupported` ? void 0 : this.type,
			uname: this.portable ? void 0 : this.stat.uid === this.myuid ? this.myuser : ``,
			atime: this.portable ? void 0 : this.stat.atime,
			ctime: this.portable ? void 0 : this.stat.ctime
		}), this.header.encode() && !this.noPax && super.write(new gn({
			atime: this.portable ? void 0 : this.header.atime,
			ctime: this.portable ? void 0 : this.header.ctime,
			gid: this.portable ? void 0 : this.header.gid,
			mtime: this.noMtime ? void 0 : this.mtime || this.header.mtime,
			path: this[Y](this.path),
			linkpath: this.type === `Link` && this.linkpath !== void 0 ? this[Y](this.linkpath) : this.linkpath,
			size: this.header.size,
			uid: this.portable ? void 0 : this.header.uid,
			uname: this.portable ? void 0 : this.header.uname,
			dev: this.portable ? void 0 : this.stat.dev,
			ino: this.portable ? void 0 : this.stat.ino,
			nlink: this.portable ? void 0 : this.stat.nlink
		}).encode());
		let e = this.header?.block;
		if (!e) throw Error(`failed to encode header`);
		super.write(e);
	}
	[_r]() {
		if (!this.stat) throw Error(`cannot create directory entry without stat`);
		this.path.slice(-1) !== `/` && (this.path += `/`), this.stat.size = 0, this[br](), this.end();
	}
	[vr]() {
		u.readlink(this.absolute, (e, t) => {
			if (e) return this.emit(`error`, e);
			this[Tr](t);
		});
	}
	[Tr](e) {
		this.linkpath = R(e), this[br](), this.end();
	}
	[yr](e) {
		if (!this.stat) throw Error(`cannot create link entry without stat`);
		this.type = `Link`, this.linkpath = R(d.relative(this.cwd, e)), this.stat.size = 0, this[br](), this.end();
	}
	[gr]() {
		if (!this.stat) throw Error(`cannot create file entry without stat`);
		if (this.stat.nlink > 1) {
			let e = `${this.stat.dev}:${this.stat.ino}`, t = this.linkCache.get(e);
			if (t?.indexOf(this.cwd) === 0) return this[yr](t);
			this.linkCache.set(e, this.absolute);
		}
		if (this[br](), this.stat.size === 0) return this.end();
		this[Er]();
	}
	[Er]() {
		u.open(this.absolute, `r`, (e, t) => {
			if (e) return this.emit(`error`, e);
			this[Dr](t);
		});
	}
	[Dr](e) {
		if (this.fd = e, this.#e) return this[J]();
		if (!this.stat) throw Error(`should stat before calling onopenfile`);
		this.blockLen = 512 * Math.ceil(this.stat.size / 512), this.blockRemain = this.blockLen;
		let t = Math.min(this.blockLen, this.maxReadSize);
		this.buf = Buffer.allocUnsafe(t), this.offset = 0, this.pos = 0, this.remain = this.stat.size, this.length = this.buf.length, this[xr]();
	}
	[xr]() {
		let { fd: e, buf: t, offset: n, length: r, pos: i } = this;
		if (e === void 0 || t === void 0) throw Error(`cannot read file without first opening`);
		u.read(e, t, n, r, i, (e, t) => {
			if (e) return this[J](() => this.emit(`error`, e));
			this[wr](t);
		});
	}
	[J](e = () => {}) {
		this.fd !== void 0 && u.close(this.fd, e);
	}
	[wr](e) {
		if (e <= 0 && this.remain > 0) {
			let e = Object.assign(Error(`encountered unexpected EOF`), {
				path: this.absolute,
				syscall: `read`,
				code: `EOF`
			});
			return this[J](() => this.emit(`error`, e));
		}
		if (e > this.remain) {
			let e = Object.assign(Error(`did not encounter expected EOF`), {
				path: this.absolute,
				syscall: `read`,
				code: `EOF`
			});
			return this[J](() => this.emit(`error`, e));
		}
		if (!this.buf) throw Error(`should have created buffer prior to reading`);
		if (e === this.remain) for (let t = e; t < this.length && e < this.blockRemain; t++) this.buf[t + this.offset] = 0, e++, this.remain++;
		let t = this.offset === 0 && e === this.buf.length ? this.buf : this.buf.subarray(this.offset, this.offset + e);
		this.write(t) ? this[Ar]() : this[kr](() => this[Ar]());
	}
	[kr](e) {
		this.once(`drain`, e);
	}
	write(e, t, n) {
		if (typeof t == `function` && (n = t, t = void 0), typeof e == `string` && (e = Buffer.from(e, typeof t == `string` ? t : `utf8`)), this.blockRemain < e.length) {
			let e = Object.assign(Error(`writing more data than expected`), { path: this.absolute });
			return this.emit(`error`, e);
		}
		return this.remain -= e.length, this.blockRemain -= e.length, this.pos += e.length, this.offset += e.length, super.write(e, null, n);
	}
	[Ar]() {
		if (!this.remain) return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), this[J]((e) => e ? this.emit(`error`, e) : this.end());
		if (!this.buf) throw Error(`buffer lost somehow in ONDRAIN`);
		this.offset >= this.length && (this.buf = Buffer.allocUnsafe(Math.min(this.blockRemain, this.buf.length)), this.offset = 0), this.length = this.buf.length - this.offset, this[xr]();
	}
}, Mr = class extends jr {
	sync = !0;
	[Sr]() {
		this[Cr](u.lstatSync(this.absolute));
	}
	[vr]() {
		this[Tr](u.readlinkSync(this.absolute));
	}
	[Er]() {
		this[Dr](u.openSync(this.absolute, `r`));
	}
	[xr]() {
		let e = !0;
		try {
			let { fd: t, buf: n, offset: r, length: i, pos: a } = this;
			if (t === void 0 || n === void 0) throw Error(`fd and buf must be set in READ method`);
			let o = u.readSync(t, n, r, i, a);
			this[wr](o), e = !1;
		} finally {
			if (e) try {
				this[J](() => {});
			} catch {}
		}
	}
	[kr](e) {
		e();
	}
	[J](e = () => {}) {
		this.fd !== void 0 && u.closeSync(this.fd), e();
	}
}, Nr = class extends Ue {
	blockLen = 0;
	blockRemain = 0;
	buf = 0;
	pos = 0;
	remain = 0;
	length = 0;
	preservePaths;
	portable;
	strict;
	noPax;
	noMtime;
	readEntry;
	type;
	prefix;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	header;
	mtime;
	atime;
	ctime;
	linkpath;
	size;
	onWriteEntry;
	warn(e, t, n = {}) {
		return xn(this, e, t, n);
	}
	constructor(e, t = {}) {
		let n = xt(t);
		super(), this.preservePaths = !!n.preservePaths, this.portable = !!n.portable, this.strict = !!n.strict, this.noPax = !!n.noPax, this.noMtime = !!n.noMtime, this.onWriteEntry = n.onWriteEntry, this.readEntry = e;
		let { type: r } = e;
		if (r === `Unsupported`) throw Error(`writing entry that should be ignored`);
		this.type = r, this.type === `Directory` && this.portable && (this.noMtime = !0), this.prefix = n.prefix, this.path = R(e.path), this.mode = e.mode === void 0 ? void 0 : this[Or](e.mode), this.uid = this.portable ? void 0 : e.uid, this.gid = this.portable ? void 0 : e.gid, this.uname = this.portable ? void 0 : e.uname, this.gname = this.portable ? void 0 : e.gname, this.size = e.size, this.mtime = this.noMtime ? void 0 : n.mtime || e.mtime, this.atime = this.portable ? void 0 : e.atime, this.ctime = this.portable ? void 0 : e.ctime, this.linkpath = e.linkpath === void 0 ? void 0 : R(e.linkpath), typeof n.onwarn == `function` && this.on(`warn`, n.onwarn);
		let i = !1;
		if (!this.preservePaths) {
			let [e, t] = or(this.path);
			e && typeof t == `string` && (this.path = t, i = e);
		}
		this.remain = e.size, this.blockRemain = e.startBlockSize, this.onWriteEntry?.(this), this.header = new F({
			path: this[Y](this.path),
			linkpath: this.type === `Link` && this.linkpath !== void 0 ? this[Y](this.linkpath) : this.linkpath,
			mode: this.mode,
			uid: this.portable ? void 0 : this.uid,
			gid: this.portable ? void 0 : this.gid,
			size: this.size,
			mtime: this.noMtime ? void 0 : this.mtime,
			type: this.type,
			uname: this.portable ? void 0 : this.uname,
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime
		}), i && this.warn(`TAR_ENTRY_INFO`, `stripping ${i} from absolute path`, {
			entry: this,
			path: i + this.path
		}), this.header.encode() && !this.noPax && super.write(new gn({
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime,
			gid: this.portable ? void 0 : this.gid,
			mtime: this.noMtime ? void 0 : this.mtime,
			path: this[Y](this.path),
			linkpath: this.type === `Link` && this.linkpath !== void 0 ? this[Y](this.linkpath) : this.linkpath,
			size: this.size,
			uid: this.portable ? void 0 : this.uid,
			uname: this.portable ? void 0 : this.uname,
			dev: this.portable ? void 0 : this.readEntry.dev,
			ino: this.portable ? void 0 : this.readEntry.ino,
			nlink: this.portable ? void 0 : this.readEntry.nlink
		}).encode());
		let a = this.header?.block;
		if (!a) throw Error(`failed to encode header`);
		super.write(a), e.pipe(this);
	}
	[Y](e) {
		return pr(e, this.prefix);
	}
	[Or](e) {
		return rr(e, this.type === `Directory`, this.portable);
	}
	write(e, t, n) {
		typeof t == `function` && (n = t, t = void 0), typeof e == `string` && (e = Buffer.from(e, typeof t == `string` ? t : `utf8`));
		let r = e.length;
		if (r > this.blockRemain) throw Error(`writing more to entry than is appropriate`);
		return this.blockRemain -= r, super.write(e, n);
	}
	end(e, t, n) {
		return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), typeof e == `function` && (n = e, t = void 0, e = void 0), typeof t == `function` && (n = t, t = void 0), typeof e == `string` && (e = Buffer.from(e, t ?? `utf8`)), n && this.once(`finish`, n), e ? super.end(e, n) : super.end(n), this;
	}
}, Pr = (e) => e.isFile() ? `File` : e.isDirectory() ? `Directory` : e.isSymbolicLink() ? `SymbolicLink` : `Unsupported`, Fr = class e {
	tail;
	head;
	length = 0;
	static create(t = []) {
		return new e(t);
	}
	constructor(e = []) {
		for (let t of e) this.push(t);
	}
	*[Symbol.iterator]() {
		for (let e = this.head; e; e = e.next) yield e.value;
	}
	removeNode(e) {
		if (e.list !== this) throw Error(`removing node which does not belong to this list`);
		let t = e.next, n = e.prev;
		return t && (t.prev = n), n && (n.next = t), e === this.head && (this.head = t), e === this.tail && (this.tail = n), this.length--, e.next = void 0, e.prev = void 0, e.list = void 0, t;
	}
	unshiftNode(e) {
		if (e === this.head) return;
		e.list && e.list.removeNode(e);
		let t = this.head;
		e.list = this, e.next = t, t && (t.prev = e), this.head = e, this.tail ||= e, this.length++;
	}
	pushNode(e) {
		if (e === this.tail) return;
		e.list && e.list.removeNode(e);
		let t = this.tail;
		e.list = this, e.prev = t, t && (t.next = e), this.tail = e, this.head ||= e, this.length++;
	}
	push(...e) {
		for (let t = 0, n = e.length; t < n; t++) Lr(this, e[t]);
		return this.length;
	}
	unshift(...e) {
		for (var t = 0, n = e.length; t < n; t++) Rr(this, e[t]);
		return this.length;
	}
	pop() {
		if (!this.tail) return;
		let e = this.tail.value, t = this.tail;
		return this.tail = this.tail.prev, this.tail ? this.tail.next = void 0 : this.head = void 0, t.list = void 0, this.length--, e;
	}
	shift() {
		if (!this.head) return;
		let e = this.head.value, t = this.head;
		return this.head = this.head.next, this.head ? this.head.prev = void 0 : this.tail = void 0, t.list = void 0, this.length--, e;
	}
	forEach(e, t) {
		t ||= this;
		for (let n = this.head, r = 0; n; r++) e.call(t, n.value, r, this), n = n.next;
	}
	forEachReverse(e, t) {
		t ||= this;
		for (let n = this.tail, r = this.length - 1; n; r--) e.call(t, n.value, r, this), n = n.prev;
	}
	get(e) {
		let t = 0, n = this.head;
		for (; n && t < e; t++) n = n.next;
		if (t === e && n) return n.value;
	}
	getReverse(e) {
		let t = 0, n = this.tail;
		for (; n && t < e; t++) n = n.prev;
		if (t === e && n) return n.value;
	}
	map(t, n) {
		n ||= this;
		let r = new e();
		for (let e = this.head; e;) r.push(t.call(n, e.value, this)), e = e.next;
		return r;
	}
	mapReverse(t, n) {
		n ||= this;
		var r = new e();
		for (let e = this.tail; e;) r.push(t.call(n, e.value, this)), e = e.prev;
		return r;
	}
	reduce(e, t) {
		let n, r = this.head;
		if (arguments.length > 1) n = t;
		else if (this.head) r = this.head.next, n = this.head.value;
		else throw TypeError(`Reduce of empty list with no initial value`);
		for (var i = 0; r; i++) n = e(n, r.value, i), r = r.next;
		return n;
	}
	reduceReverse(e, t) {
		let n, r = this.tail;
		if (arguments.length > 1) n = t;
		else if (this.tail) r = this.tail.prev, n = this.tail.value;
		else throw TypeError(`Reduce of empty list with no initial value`);
		for (let t = this.length - 1; r; t--) n = e(n, r.value, t), r = r.prev;
		return n;
	}
	toArray() {
		let e = Array(this.length);
		for (let t = 0, n = this.head; n; t++) e[t] = n.value, n = n.next;
		return e;
	}
	toArrayReverse() {
		let e = Array(this.length);
		for (let t = 0, n = this.tail; n; t++) e[t] = n.value, n = n.prev;
		return e;
	}
	slice(t = 0, n = this.length) {
		n < 0 && (n += this.length), t < 0 && (t += this.length);
		let r = new e();
		if (n < t || n < 0) return r;
		t < 0 && (t = 0), n > this.length && (n = this.length);
		let i = this.head, a = 0;
		for (a = 0; i && a < t; a++) i = i.next;
		for (; i && a < n; a++, i = i.next) r.push(i.value);
		return r;
	}
	sliceReverse(t = 0, n = this.length) {
		n < 0 && (n += this.length), t < 0 && (t += this.length);
		let r = new e();
		if (n < t || n < 0) return r;
		t < 0 && (t = 0), n > this.length && (n = this.length);
		let i = this.length, a = this.tail;
		for (; a && i > n; i--) a = a.prev;
		for (; a && i > t; i--, a = a.prev) r.push(a.value);
		return r;
	}
	splice(e, t = 0, ...n) {
		e > this.length && (e = this.length - 1), e < 0 && (e = this.length + e);
		let r = this.head;
		for (let t = 0; r && t < e; t++) r = r.next;
		let i = [];
		for (let e = 0; r && e < t; e++) i.push(r.value), r = this.removeNode(r);
		r ? r !== this.tail && (r = r.prev) : r = this.tail;
		for (let e of n) r = Ir(this, r, e);
		return i;
	}
	reverse() {
		let e = this.head, t = this.tail;
		for (let t = e; t; t = t.prev) {
			let e = t.prev;
			t.prev = t.next, t.next = e;
		}
		return this.head = t, this.tail = e, this;
	}
};
function Ir(e, t, n) {
	let r = new zr(n, t, t ? t.next : e.head, e);
	return r.next === void 0 && (e.tail = r), r.prev === void 0 && (e.head = r), e.length++, r;
}
function Lr(e, t) {
	e.tail = new zr(t, e.tail, void 0, e), e.head ||= e.tail, e.length++;
}
function Rr(e, t) {
	e.head = new zr(t, void 0, e.head, e), e.tail ||= e.head, e.length++;
}
var zr = class {
	list;
	next;
	prev;
	value;
	constructor(e, t, n, r) {
		this.list = r, this.value = e, t ? (t.next = this, this.prev = t) : this.prev = void 0, n ? (n.prev = this, this.next = n) : this.next = void 0;
	}
}, Br = class {
	path;
	absolute;
	entry;
	stat;
	readdir;
	pending = !1;
	pendingLink = !1;
	ignore = !1;
	piped = !1;
	constructor(e, t) {
		this.path = e || `./`, this.absolute = t;
	}
}, Vr = Buffer.alloc(1024), Hr = Symbol(`onStat`), Ur = Symbol(`ended`), X = Symbol(`queue`), Wr = Symbol(`pendingLinks`), Gr = Symbol(`current`), Kr = Symbol(`process`), qr = Symbol(`processing`), Jr = Symbol(`processJob`), Z = Symbol(`jobs`), Yr = Symbol(`jobDone`), Xr = Symbol(`addFSEntry`), Zr = Symbol(`addTarEntry`), Qr = Symbol(`stat`), $r = Symbol(`readdir`), ei = Symbol(`onreaddir`), ti = Symbol(`pipe`), ni = Symbol(`entry`), ri = Symbol(`entryOpt`), ii = Symbol(`writeEntryClass`), ai = Symbol(`write`), oi = Symbol(`ondrain`), si = class extends Ue {
	sync = !1;
	opt;
	cwd;
	maxReadSize;
	preservePaths;
	strict;
	noPax;
	prefix;
	linkCache;
	statCache;
	file;
	portable;
	zip;
	readdirCache;
	noDirRecurse;
	follow;
	noMtime;
	mtime;
	filter;
	jobs;
	[ii];
	onWriteEntry;
	[X];
	[Wr] = new Map();
	[Z] = 0;
	[qr] = !1;
	[Ur] = !1;
	constructor(e = {}) {
		if (super(), this.opt = e, this.file = e.file || ``, this.cwd = e.cwd || process.cwd(), this.maxReadSize = e.maxReadSize, this.preservePaths = !!e.preservePaths, this.strict = !!e.strict, this.noPax = !!e.noPax, this.prefix = R(e.prefix || ``), this.linkCache = e.linkCache || new Map(), this.statCache = e.statCache || new Map(), this.readdirCache = e.readdirCache || new Map(), this.onWriteEntry = e.onWriteEntry, this[ii] = jr, typeof e.onwarn == `function` && this.on(`warn`, e.onwarn), this.portable = !!e.portable, e.gzip || e.brotli || e.zstd) {
			if (+!!e.gzip + +!!e.brotli + +!!e.zstd > 1) throw TypeError(`gzip, brotli, zstd are mutually exclusive`);
			if (e.gzip && (typeof e.gzip != `object` && (e.gzip = {}), this.portable && (e.gzip.portable = !0), this.zip = new Nt(e.gzip)), e.brotli && (typeof e.brotli != `object` && (e.brotli = {}), this.zip = new It(e.brotli)), e.zstd && (typeof e.zstd != `object` && (e.zstd = {}), this.zip = new zt(e.zstd)), !this.zip) throw Error(`impossible`);
			let t = this.zip;
			t.on(`data`, (e) => super.write(e)), t.on(`end`, () => super.end()), t.on(`drain`, () => this[oi]()), this.on(`resume`, () => t.resume());
		} else this.on(`drain`, this[oi]);
		this.noDirRecurse = !!e.noDirRecurse, this.follow = !!e.follow, this.noMtime = !!e.noMtime, e.mtime && (this.mtime = e.mtime), this.filter = typeof e.filter == `function` ? e.filter : () => !0, this[X] = new Fr(), this[Z] = 0, this.jobs = Number(e.jobs) || 4, this[qr] = !1, this[Ur] = !1;
	}
	[ai](e) {
		return super.write(e);
	}
	add(e) {
		return this.write(e), this;
	}
	end(e, t, n) {
		return typeof e == `function` && (n = e, e = void 0), typeof t == `function` && (n = t, t = void 0), e && this.add(e), this[Ur] = !0, this[Kr](), n && n(), this;
	}
	write(e) {
		if (this[Ur]) throw Error(`write after end`);
		return typeof e == `string` ? this[Xr](e) : this[Zr](e), this.flowing;
	}
	[Zr](e) {
		let t = R(d.resolve(this.cwd, e.path));
		if (!this.filter(e.path, e)) e.resume();
		else {
			let n = new Br(e.path, t);
			n.entry = new Nr(e, this[ri](n)), n.entry.on(`end`, () => this[Yr](n)), this[Z] += 1, this[X].push(n);
		}
		this[Kr]();
	}
	[Xr](e) {
		let t = R(d.resolve(this.cwd, e));
		this[X].push(new Br(e, t)), this[Kr]();
	}
	[Qr](e) {
		e.pending = !0, this[Z] += 1;
		let t = this.follow ? `stat` : `lstat`;
		u[t](e.absolute, (t, n) => {
			e.pending = !1, --this[Z], t ? this.emit(`error`, t) : this[Hr](e, n);
		});
	}
	[Hr](e, t) {
		if (this.statCache.set(e.absolute, t), e.stat = t, !this.filter(e.path, t)) e.ignore = !0;
		else if (t.isFile() && t.nlink > 1 && !this.linkCache.get(`${t.dev}:${t.ino}`) && !this.sync) {
			if (e === this[Gr]) this[Jr](e);
			else {
				let n = `${t.dev}:${t.ino}`, r = this[Wr].get(n);
				r ? r.push(e) : this[Wr].set(n, [e]), e.pendingLink = !0, e.pending = !0;
			}
		}
		this[Kr]();
	}
	[$r](e) {
		e.pending = !0, this[Z] += 1, u.readdir(e.absolute, (t, n) => {
			if (e.pending = !1, --this[Z], t) return this.emit(`error`, t);
			this[ei](e, n);
		});
	}
	[ei](e, t) {
		this.readdirCache.set(e.absolute, t), e.readdir = t, this[Kr]();
	}
	[Kr]() {
		if (!this[qr]) {
			this[qr] = !0;
			for (let e = this[X].head; e && this[Z] < this.jobs; e = e.next) if (this[Jr](e.value), e.value.ignore) {
				let t = e.next;
				this[X].removeNode(e), e.next = t;
			}
			this[qr] = !1, this[Ur] && this[X].length === 0 && this[Z] === 0 && (this.zip ? this.zip.end(Vr) : (super.write(Vr), super.end()));
		}
	}
	get [Gr]() {
		return this[X] && this[X].head && this[X].head.value;
	}
	[Yr](e) {
		this[X].shift(), --this[Z];
		let { stat: t } = e;
		if (t && t.isFile() && t.nlink > 1) {
			let e = `${t.dev}:${t.ino}`, n = this[Wr].get(e);
			if (n) {
				this[Wr].delete(e);
				for (let e of n) e.pending = !1, this[Jr](e);
			}
		}
		this[Kr]();
	}
	[Jr](e) {
		if (e.pending && e.pendingLink && e === this[Gr] && (e.pending = !1, e.pendingLink = !1), !e.pending) {
			if (e.entry) {
				e === this[Gr] && !e.piped && this[ti](e);
				return;
			}
			if (!e.stat) {
				let t = this.statCache.get(e.absolute);
				t ? this[Hr](e, t) : this[Qr](e);
			}
			if (e.stat && !e.ignore) {
				if (!this.noDirRecurse && e.stat.isDirectory() && !e.readdir) {
					let t = this.readdirCache.get(e.absolute);
					if (t ? this[ei](e, t) : this[$r](e), !e.readdir) return;
				}
				if (e.entry = this[ni](e), !e.entry) {
					e.ignore = !0;
					return;
				}
				e === this[Gr] && !e.piped && this[ti](e);
			}
		}
	}
	[ri](e) {
		return {
			onwarn: (e, t, n) => this.warn(e, t, n),
			noPax: this.noPax,
			cwd: this.cwd,
			absolute: e.absolute,
			preservePaths: this.preservePaths,
			maxReadSize: this.maxReadSize,
			strict: this.strict,
			portable: this.portable,
			linkCache: this.linkCache,
			statCache: this.statCache,
			noMtime: this.noMtime,
			mtime: this.mtime,
			prefix: this.prefix,
			onWriteEntry: this.onWriteEntry
		};
	}
	[ni](e) {
		this[Z] += 1;
		try {
			return new this[ii](e.path, this[ri](e)).on(`end`, () => this[Yr](e)).on(`error`, (e) => this.emit(`error`, e));
		} catch (e) {
			this.emit(`error`, e);
		}
	}
	[oi]() {
		this[Gr] && this[Gr].entry && this[Gr].entry.resume();
	}
	[ti](e) {
		e.piped = !0, e.readdir && e.readdir.forEach((t) => {
			let n = e.path, r = n === `./` ? `` : n.replace(/\/*$/, `/`);
			this[Xr](r + t);
		});
		let t = e.entry, n = this.zip;
		if (!t) throw Error(`cannot pipe without source`);
		n ? t.on(`data`, (e) => {
			n.write(e) || t.pause();
		}) : t.on(`data`, (e) => {
			super.write(e) || t.pause();
		});
	}
	pause() {
		return this.zip && this.zip.pause(), super.pause();
	}
	warn(e, t, n = {}) {
		xn(this, e, t, n);
	}
}, ci = class extends si {
	sync = !0;
	constructor(e) {
		super(e), this[ii] = Mr;
	}
	pause() {}
	resume() {}
	[Qr](e) {
		let t = this.follow ? `statSync` : `lstatSync`;
		this[Hr](e, u[t](e.absolute));
	}
	[$r](e) {
		this[ei](e, u.readdirSync(e.absolute));
	}
	[ti](e) {
		let t = e.entry, n = this.zip;
		if (e.readdir && e.readdir.forEach((t) => {
			let n = e.path, r = n === `./` ? `` : n.replace(/\/*$/, `/`);
			this[Xr](r + t);
		}), !t) throw Error(`Cannot pipe without source`);
		n ? t.on(`data`, (e) => {
			n.write(e);
		}) : t.on(`data`, (e) => {
			super[ai](e);
		});
	}
}, li = (e, t) => {
	let n = new ci(e), r = new pt(e.file, { mode: e.mode || 438 });
	n.pipe(r), di(n, t);
}, ui = (e, t) => {
	let n = new si(e), r = new ft(e.file, { mode: e.mode || 438 });
	n.pipe(r);
	let i = new Promise((e, t) => {
		r.on(`error`, t), r.on(`close`, e), n.on(`error`, t);
	});
	return fi(n, t).catch((e) => n.emit(`error`, e)), i;
}, di = (e, n) => {
	n.forEach((n) => {
		n.charAt(0) === `@` ? nr({
			file: t.resolve(e.cwd, n.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (t) => e.add(t)
		}) : e.add(n);
	}), e.end();
}, fi = async (e, n) => {
	for (let r of n) r.charAt(0) === `@` ? await nr({
		file: t.resolve(String(e.cwd), r.slice(1)),
		noResume: !0,
		onReadEntry: (t) => {
			e.add(t);
		}
	}) : e.add(r);
	e.end();
};
St(li, ui, (e, t) => {
	let n = new ci(e);
	return di(n, t), n;
}, (e, t) => {
	let n = new si(e);
	return fi(n, t).catch((e) => n.emit(`error`, e)), n;
}, (e, t) => {
	if (!t?.length) throw TypeError(`no paths specified to add to archive`);
});
var pi = (process.env.__FAKE_PLATFORM__ || process.platform) === `win32`, { O_CREAT: mi, O_NOFOLLOW: hi, O_TRUNC: gi, O_WRONLY: _i } = u.constants, vi = Number(process.env.__FAKE_FS_O_FILENAME__) || u.constants.UV_FS_O_FILEMAP || 0, yi = pi && !!vi, bi = 524288, xi = vi | gi | mi | _i, Si = !pi && typeof hi == `number` ? hi | gi | mi | _i : null, Ci = Si === null ? yi ? (e) => e < bi ? xi : `w` : () => `w` : () => Si, wi = (e, t, n) => {
	try {
		return c.lchownSync(e, t, n);
	} catch (e) {
		if (e?.code !== `ENOENT`) throw e;
	}
}, Ti = (e, t, n, r) => {
	c.lchown(e, t, n, (e) => {
		r(e && e?.code !== `ENOENT` ? e : null);
	});
}, Ei = (e, n, r, i, a) => {
	n.isDirectory() ? Di(t.resolve(e, n.name), r, i, (o) => {
		if (o) return a(o);
		Ti(t.resolve(e, n.name), r, i, a);
	}) : Ti(t.resolve(e, n.name), r, i, a);
}, Di = (e, t, n, r) => {
	c.readdir(e, { withFileTypes: !0 }, (i, a) => {
		if (i) {
			if (i.code === `ENOENT`) return r();
			if (i.code !== `ENOTDIR` && i.code !== `ENOTSUP`) return r(i);
		}
		if (i || !a.length) return Ti(e, t, n, r);
		let o = a.length, s = null, c = (i) => {
			if (!s) {
				if (i) return r(s = i);
				if (--o === 0) return Ti(e, t, n, r);
			}
		};
		for (let r of a) Ei(e, r, t, n, c);
	});
}, Oi = (e, n, r, i) => {
	n.isDirectory() && ki(t.resolve(e, n.name), r, i), wi(t.resolve(e, n.name), r, i);
}, ki = (e, t, n) => {
	let r;
	try {
		r = c.readdirSync(e, { withFileTypes: !0 });
	} catch (r) {
		let i = r;
		if (i?.code === `ENOENT`) return;
		if (i?.code === `ENOTDIR` || i?.code === `ENOTSUP`) return wi(e, t, n);
		throw i;
	}
	for (let i of r) Oi(e, i, t, n);
	return wi(e, t, n);
}, Ai = class extends Error {
	path;
	code;
	syscall = `chdir`;
	constructor(e, t) {
		super(`${t}: Cannot cd into '${e}'`), this.path = e, this.code = t;
	}
	get name() {
		return `CwdError`;
	}
}, ji = class extends Error {
	path;
	symlink;
	syscall = `symlink`;
	code = `TAR_SYMLINK_ERROR`;
	constructor(e, t) {
		super(`TAR_SYMLINK_ERROR: Cannot extract through symbolic link`), this.symlink = e, this.path = t;
	}
	get name() {
		return `SymlinkError`;
	}
}, Mi = (e, t) => {
	c.stat(e, (n, r) => {
		(n || !r.isDirectory()) && (n = new Ai(e, n?.code || `ENOTDIR`)), t(n);
	});
}, Ni = (n, r, i) => {
	n = R(n);
	let a = r.umask ?? 18, o = r.mode | 448, s = (o & a) !== 0, l = r.uid, u = r.gid, d = typeof l == `number` && typeof u == `number` && (l !== r.processUid || u !== r.processGid), ee = r.preserve, te = r.unlink, f = R(r.cwd), p = (e, t) => {
		e ? i(e) : t && d ? Di(t, l, u, (e) => p(e)) : s ? c.chmod(n, o, i) : i();
	};
	if (n === f) return Mi(n, p);
	if (ee) return e.mkdir(n, {
		mode: o,
		recursive: !0
	}).then((e) => p(null, e ?? void 0), p);
	Pi(f, R(t.relative(f, n)).split(`/`), o, te, f, void 0, p);
}, Pi = (e, n, r, i, a, o, s) => {
	if (n.length === 0) return s(null, o);
	let l = n.shift(), u = R(t.resolve(e + `/` + l));
	c.mkdir(u, r, Fi(u, n, r, i, a, o, s));
}, Fi = (e, t, n, r, i, a, o) => (s) => {
	s ? c.lstat(e, (l, u) => {
		if (l) l.path = l.path && R(l.path), o(l);
		else if (u.isDirectory()) Pi(e, t, n, r, i, a, o);
		else if (r) c.unlink(e, (s) => {
			if (s) return o(s);
			c.mkdir(e, n, Fi(e, t, n, r, i, a, o));
		});
		else {
			if (u.isSymbolicLink()) return o(new ji(e, e + `/` + t.join(`/`)));
			o(s);
		}
	}) : (a ||= e, Pi(e, t, n, r, i, a, o));
}, Ii = (e) => {
	let t = !1, n;
	try {
		t = c.statSync(e).isDirectory();
	} catch (e) {
		n = e?.code;
	} finally {
		if (!t) throw new Ai(e, n ?? `ENOTDIR`);
	}
}, Li = (e, n) => {
	e = R(e);
	let r = n.umask ?? 18, i = n.mode | 448, a = (i & r) !== 0, o = n.uid, s = n.gid, l = typeof o == `number` && typeof s == `number` && (o !== n.processUid || s !== n.processGid), u = n.preserve, d = n.unlink, ee = R(n.cwd), te = (t) => {
		t && l && ki(t, o, s), a && c.chmodSync(e, i);
	};
	if (e === ee) return Ii(ee), te();
	if (u) return te(c.mkdirSync(e, {
		mode: i,
		recursive: !0
	}) ?? void 0);
	let f = R(t.relative(ee, e)).split(`/`), p;
	for (let e = f.shift(), n = ee; e && (n += `/` + e); e = f.shift()) {
		n = R(t.resolve(n));
		try {
			c.mkdirSync(n, i), p ||= n;
		} catch {
			let e = c.lstatSync(n);
			if (e.isDirectory()) continue;
			if (d) {
				c.unlinkSync(n), c.mkdirSync(n, i), p ||= n;
				continue;
			}
			if (e.isSymbolicLink()) return new ji(n, n + `/` + f.join(`/`));
		}
	}
	return te(p);
}, Ri = Object.create(null), zi = 1e4, Bi = new Set(), Vi = (e) => {
	Bi.has(e) ? Bi.delete(e) : Ri[e] = e.normalize(`NFD`).toLocaleLowerCase(`en`).toLocaleUpperCase(`en`), Bi.add(e);
	let t = Ri[e], n = Bi.size - zi;
	if (n > zi / 10) {
		for (let e of Bi) if (Bi.delete(e), delete Ri[e], --n <= 0) break;
	}
	return t;
}, Hi = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === `win32`, Ui = (e) => e.split(`/`).slice(0, -1).reduce((e, t) => {
	let n = e.at(-1);
	return n !== void 0 && (t = r(n, t)), e.push(t || `/`), e;
}, []), Wi = class {
	#e = new Map();
	#t = new Map();
	#n = new Set();
	reserve(e, t) {
		e = Hi ? [`win32 parallelization disabled`] : e.map((e) => $n(r(Vi(e))));
		let n = new Set(e.map((e) => Ui(e)).reduce((e, t) => e.concat(t)));
		this.#t.set(t, {
			dirs: n,
			paths: e
		});
		for (let n of e) {
			let e = this.#e.get(n);
			e ? e.push(t) : this.#e.set(n, [t]);
		}
		for (let e of n) {
			let n = this.#e.get(e);
			if (!n) this.#e.set(e, [new Set([t])]);
			else {
				let e = n.at(-1);
				e instanceof Set ? e.add(t) : n.push(new Set([t]));
			}
		}
		return this.#i(t);
	}
	#r(e) {
		let t = this.#t.get(e);
		if (!t) throw Error(`function does not have any path reservations`);
		return {
			paths: t.paths.map((e) => this.#e.get(e)),
			dirs: [...t.dirs].map((e) => this.#e.get(e))
		};
	}
	check(e) {
		let { paths: t, dirs: n } = this.#r(e);
		return t.every((t) => t && t[0] === e) && n.every((t) => t && t[0] instanceof Set && t[0].has(e));
	}
	#i(e) {
		return this.#n.has(e) || !this.check(e) ? !1 : (this.#n.add(e), e(() => this.#a(e)), !0);
	}
	#a(e) {
		if (!this.#n.has(e)) return !1;
		let t = this.#t.get(e);
		if (!t) throw Error(`invalid reservation`);
		let { paths: n, dirs: r } = t, i = new Set();
		for (let t of n) {
			let n = this.#e.get(t);
			if (!n || n?.[0] !== e) continue;
			let r = n[1];
			if (!r) this.#e.delete(t);
			else if (n.shift(), typeof r == `function`) i.add(r);
			else for (let e of r) i.add(e);
		}
		for (let t of r) {
			let n = this.#e.get(t), r = n?.[0];
			if (n && r instanceof Set) {
				if (r.size === 1 && n.length === 1) {
					this.#e.delete(t);
					continue;
				}
				if (r.size === 1) {
					n.shift();
					let e = n[0];
					typeof e == `function` && i.add(e);
				} else r.delete(e);
			}
		}
		return this.#n.delete(e), i.forEach((e) => this.#i(e)), !0;
	}
}, Gi = () => process.umask(), Ki = Symbol(`onEntry`), qi = Symbol(`checkFs`), Ji = Symbol(`checkFs2`), Yi = Symbol(`isReusable`), Q = Symbol(`makeFs`), Xi = Symbol(`file`), Zi = Symbol(`directory`), Qi = Symbol(`link`), $i = Symbol(`symlink`), ea = Symbol(`hardlink`), ta = Symbol(`ensureNoSymlink`), na = Symbol(`unsupported`), ra = Symbol(`checkPath`), ia = Symbol(`stripAbsolutePath`), aa = Symbol(`mkdir`), $ = Symbol(`onError`), oa = Symbol(`pending`), sa = Symbol(`pend`), ca = Symbol(`unpend`), la = Symbol(`ended`), ua = Symbol(`maybeClose`), da = Symbol(`skip`), fa = Symbol(`doChown`), pa = Symbol(`uid`), ma = Symbol(`gid`), ha = Symbol(`checkedCwd`), ga = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === `win32`, _a = 1024, va = (e, t) => {
	if (!ga) return c.unlink(e, t);
	let n = e + `.DELETE.` + o(16).toString(`hex`);
	c.rename(e, n, (e) => {
		if (e) return t(e);
		c.unlink(n, t);
	});
}, ya = (e) => {
	if (!ga) return c.unlinkSync(e);
	let t = e + `.DELETE.` + o(16).toString(`hex`);
	c.renameSync(e, t), c.unlinkSync(t);
}, ba = (e, t, n) => e !== void 0 && e === e >>> 0 ? e : t !== void 0 && t === t >>> 0 ? t : n, xa = class extends Qn {
	[la] = !1;
	[ha] = !1;
	[oa] = 0;
	reservations = new Wi();
	transform;
	writable = !0;
	readable = !1;
	uid;
	gid;
	setOwner;
	preserveOwner;
	processGid;
	processUid;
	maxDepth;
	forceChown;
	win32;
	newer;
	keep;
	noMtime;
	preservePaths;
	unlink;
	cwd;
	strip;
	processUmask;
	umask;
	dmode;
	fmode;
	chmod;
	constructor(e = {}) {
		if (e.ondone = () => {
			this[la] = !0, this[ua]();
		}, super(e), this.transform = e.transform, this.chmod = !!e.chmod, typeof e.uid == `number` || typeof e.gid == `number`) {
			if (typeof e.uid != `number` || typeof e.gid != `number`) throw TypeError(`cannot set owner without number uid and gid`);
			if (e.preserveOwner) throw TypeError(`cannot preserve owner in archive and also set owner explicitly`);
			this.uid = e.uid, this.gid = e.gid, this.setOwner = !0;
		} else this.uid = void 0, this.gid = void 0, this.setOwner = !1;
		this.preserveOwner = e.preserveOwner === void 0 && typeof e.uid != `number` ? process.getuid?.() === 0 : !!e.preserveOwner, this.processUid = (this.preserveOwner || this.setOwner) && process.getuid ? process.getuid() : void 0, this.processGid = (this.preserveOwner || this.setOwner) && process.getgid ? process.getgid() : void 0, this.maxDepth = typeof e.maxDepth == `number` ? e.maxDepth : _a, this.forceChown = e.forceChown === !0, this.win32 = !!e.win32 || ga, this.newer = !!e.newer, this.keep = !!e.keep, this.noMtime = !!e.noMtime, this.preservePaths = !!e.preservePaths, this.unlink = !!e.unlink, this.cwd = R(t.resolve(e.cwd || process.cwd())), this.strip = Number(e.strip) || 0, this.processUmask = this.chmod ? typeof e.processUmask == `number` ? e.processUmask : Gi() : 0, this.umask = typeof e.umask == `number` ? e.umask : this.processUmask, this.dmode = e.dmode || 511 & ~this.umask, this.fmode = e.fmode || 438 & ~this.umask, this.on(`entry`, (e) => this[Ki](e));
	}
	warn(e, t, n = {}) {
		return (e === `TAR_BAD_ARCHIVE` || e === `TAR_ABORT`) && (n.recoverable = !1), super.warn(e, t, n);
	}
	[ua]() {
		this[la] && this[oa] === 0 && (this.emit(`prefinish`), this.emit(`finish`), this.emit(`end`));
	}
	[ia](e, n) {
		let r = e[n], { type: i } = e;
		if (!r || this.preservePaths) return !0;
		let [a, o] = or(r), s = o.replaceAll(/\\/g, `/`).split(`/`);
		if (s.includes(`..`) || ga && /^[a-z]:\.\.$/i.test(s[0] ?? ``)) {
			if (n === `path` || i === `Link`) return this.warn(`TAR_ENTRY_ERROR`, `${n} contains '..'`, {
				entry: e,
				[n]: r
			}), !1;
			let a = t.posix.dirname(e.path), o = t.posix.normalize(t.posix.join(a, s.join(`/`)));
			if (o.startsWith(`../`) || o === `..`) return this.warn(`TAR_ENTRY_ERROR`, `${n} escapes extraction directory`, {
				entry: e,
				[n]: r
			}), !1;
		}
		return a && (e[n] = String(o), this.warn(`TAR_ENTRY_INFO`, `stripping ${a} from absolute ${n}`, {
			entry: e,
			[n]: r
		})), !0;
	}
	[ra](e) {
		let n = R(e.path), r = n.split(`/`);
		if (this.strip) {
			if (r.length < this.strip) return !1;
			if (e.type === `Link`) {
				let t = R(String(e.linkpath)).split(`/`);
				if (t.length >= this.strip) e.linkpath = t.slice(this.strip).join(`/`);
				else return !1;
			}
			r.splice(0, this.strip), e.path = r.join(`/`);
		}
		if (isFinite(this.maxDepth) && r.length > this.maxDepth) return this.warn(`TAR_ENTRY_ERROR`, `path excessively deep`, {
			entry: e,
			path: n,
			depth: r.length,
			maxDepth: this.maxDepth
		}), !1;
		if (!this[ia](e, `path`) || !this[ia](e, `linkpath`)) return !1;
		if (e.absolute = t.isAbsolute(e.path) ? R(t.resolve(e.path)) : R(t.resolve(this.cwd, e.path)), !this.preservePaths && typeof e.absolute == `string` && e.absolute.indexOf(this.cwd + `/`) !== 0 && e.absolute !== this.cwd) return this.warn(`TAR_ENTRY_ERROR`, `path escaped extraction target`, {
			entry: e,
			path: R(e.path),
			resolvedPath: e.absolute,
			cwd: this.cwd
		}), !1;
		if (e.absolute === this.cwd && e.type !== `Directory` && e.type !== `GNUDumpDir`) return !1;
		if (this.win32) {
			let { root: n } = t.win32.parse(String(e.absolute));
			e.absolute = n + dr(String(e.absolute).slice(n.length));
			let { root: r } = t.win32.parse(e.path);
			e.path = r + dr(e.path.slice(r.length));
		}
		return !0;
	}
	[Ki](e) {
		if (!this[ra](e)) return e.resume();
		switch (re.equal(typeof e.absolute, `string`), e.type) {
			case `Directory`:
			case `GNUDumpDir`: e.mode && (e.mode |= 448);
			case `File`:
			case `OldFile`:
			case `ContiguousFile`:
			case `Link`:
			case `SymbolicLink`: return this[qi](e);
			default: return this[na](e);
		}
	}
	[$](e, t) {
		e.name === `CwdError` ? this.emit(`error`, e) : (this.warn(`TAR_ENTRY_ERROR`, e, { entry: t }), this[ca](), t.resume());
	}
	[aa](e, t, n) {
		Ni(R(e), {
			uid: this.uid,
			gid: this.gid,
			processUid: this.processUid,
			processGid: this.processGid,
			umask: this.processUmask,
			preserve: this.preservePaths,
			unlink: this.unlink,
			cwd: this.cwd,
			mode: t
		}, n);
	}
	[fa](e) {
		return this.forceChown || this.preserveOwner && (typeof e.uid == `number` && e.uid !== this.processUid || typeof e.gid == `number` && e.gid !== this.processGid) || typeof this.uid == `number` && this.uid !== this.processUid || typeof this.gid == `number` && this.gid !== this.processGid;
	}
	[pa](e) {
		return ba(this.uid, e.uid, this.processUid);
	}
	[ma](e) {
		return ba(this.gid, e.gid, this.processGid);
	}
	[Xi](e, t) {
		let n = typeof e.mode == `number` ? e.mode & 4095 : this.fmode, r = new ft(String(e.absolute), {
			flags: Ci(e.size),
			mode: n,
			autoClose: !1
		});
		r.on(`error`, (n) => {
			r.fd && c.close(r.fd, () => {}), r.write = () => !0, this[$](n, e), t();
		});
		let i = 1, a = (n) => {
			n ? (r.fd && c.close(r.fd, () => {}), this[$](n, e), t()) : --i === 0 && r.fd !== void 0 && c.close(r.fd, (n) => {
				n ? this[$](n, e) : this[ca](), t();
			});
		};
		r.on(`finish`, () => {
			let t = String(e.absolute), n = r.fd;
			if (typeof n == `number` && e.mtime && !this.noMtime) {
				i++;
				let r = e.atime || new Date(), o = e.mtime;
				c.futimes(n, r, o, (e) => e ? c.utimes(t, r, o, (t) => a(t && e)) : a());
			}
			if (typeof n == `number` && this[fa](e)) {
				i++;
				let r = this[pa](e), o = this[ma](e);
				typeof r == `number` && typeof o == `number` && c.fchown(n, r, o, (e) => e ? c.chown(t, r, o, (t) => a(t && e)) : a());
			}
			a();
		});
		let o = this.transform && this.transform(e) || e;
		o !== e && (o.on(`error`, (n) => {
			this[$](n, e), t();
		}), e.pipe(o)), o.pipe(r);
	}
	[Zi](e, t) {
		let n = typeof e.mode == `number` ? e.mode & 4095 : this.dmode;
		this[aa](String(e.absolute), n, (n) => {
			if (n) {
				this[$](n, e), t();
				return;
			}
			let r = 1, i = () => {
				--r === 0 && (t(), this[ca](), e.resume());
			};
			e.mtime && !this.noMtime && (r++, c.utimes(String(e.absolute), e.atime || new Date(), e.mtime, i)), this[fa](e) && (r++, c.chown(String(e.absolute), Number(this[pa](e)), Number(this[ma](e)), i)), i();
		});
	}
	[na](e) {
		e.unsupported = !0, this.warn(`TAR_ENTRY_UNSUPPORTED`, `unsupported entry type: ${e.type}`, { entry: e }), e.resume();
	}
	[$i](e, n) {
		let r = R(t.relative(this.cwd, t.resolve(t.dirname(String(e.absolute)), String(e.linkpath)))).split(`/`);
		this[ta](e, this.cwd, r, () => this[Qi](e, String(e.linkpath), `symlink`, n), (t) => {
			this[$](t, e), n();
		});
	}
	[ea](e, n) {
		let r = R(t.resolve(this.cwd, String(e.linkpath))), i = R(String(e.linkpath)).split(`/`);
		this[ta](e, this.cwd, i, () => this[Qi](e, r, `link`, n), (t) => {
			this[$](t, e), n();
		});
	}
	[ta](e, n, r, i, a) {
		let o = r.shift();
		if (this.preservePaths || o === void 0) return i();
		let s = t.resolve(n, o);
		c.lstat(s, (n, o) => {
			if (n) return i();
			if (o?.isSymbolicLink()) return a(new ji(s, t.resolve(s, r.join(`/`))));
			this[ta](e, s, r, i, a);
		});
	}
	[sa]() {
		this[oa]++;
	}
	[ca]() {
		this[oa]--, this[ua]();
	}
	[da](e) {
		this[ca](), e.resume();
	}
	[Yi](e, t) {
		return e.type === `File` && !this.unlink && t.isFile() && t.nlink <= 1 && !ga;
	}
	[qi](e) {
		this[sa]();
		let t = [e.path];
		e.linkpath && t.push(e.linkpath), this.reservations.reserve(t, (t) => this[Ji](e, t));
	}
	[Ji](e, n) {
		let r = (e) => {
			n(e);
		}, i = () => {
			this[aa](this.cwd, this.dmode, (t) => {
				t ? (this[$](t, e), r()) : (this[ha] = !0, a());
			});
		}, a = () => {
			if (e.absolute !== this.cwd) {
				let n = R(t.dirname(String(e.absolute)));
				if (n !== this.cwd) return this[aa](n, this.dmode, (t) => {
					t ? (this[$](t, e), r()) : o();
				});
			}
			o();
		}, o = () => {
			c.lstat(String(e.absolute), (t, n) => {
				if (n && (this.keep || this.newer && n.mtime > (e.mtime ?? n.mtime))) this[da](e), r();
				else {
					if (t || this[Yi](e, n)) return this[Q](null, e, r);
					if (n.isDirectory()) {
						if (e.type === `Directory`) {
							let t = this.chmod && e.mode && (n.mode & 4095) !== e.mode, i = (t) => this[Q](t ?? null, e, r);
							return t ? c.chmod(String(e.absolute), Number(e.mode), i) : i();
						}
						if (e.absolute !== this.cwd) return c.rmdir(String(e.absolute), (t) => this[Q](t ?? null, e, r));
					}
					if (e.absolute === this.cwd) return this[Q](null, e, r);
					va(String(e.absolute), (t) => this[Q](t ?? null, e, r));
				}
			});
		};
		this[ha] ? a() : i();
	}
	[Q](e, t, n) {
		if (e) this[$](e, t), n();
		else switch (t.type) {
			case `File`:
			case `OldFile`:
			case `ContiguousFile`: return this[Xi](t, n);
			case `Link`: return this[ea](t, n);
			case `SymbolicLink`: return this[$i](t, n);
			case `Directory`:
			case `GNUDumpDir`: return this[Zi](t, n);
		}
	}
	[Qi](e, t, n, r) {
		c[n](t, String(e.absolute), (t) => {
			t ? this[$](t, e) : (this[ca](), e.resume()), r();
		});
	}
}, Sa = (e) => {
	try {
		return [null, e()];
	} catch (e) {
		return [e, null];
	}
}, Ca = class extends xa {
	sync = !0;
	[Q](e, t) {
		return super[Q](e, t, () => {});
	}
	[qi](e) {
		if (!this[ha]) {
			let t = this[aa](this.cwd, this.dmode);
			if (t) return this[$](t, e);
			this[ha] = !0;
		}
		if (e.absolute !== this.cwd) {
			let n = R(t.dirname(String(e.absolute)));
			if (n !== this.cwd) {
				let t = this[aa](n, this.dmode);
				if (t) return this[$](t, e);
			}
		}
		let [n, r] = Sa(() => c.lstatSync(String(e.absolute)));
		if (r && (this.keep || this.newer && r.mtime > (e.mtime ?? r.mtime))) return this[da](e);
		if (n || this[Yi](e, r)) return this[Q](null, e);
		if (r.isDirectory()) {
			if (e.type === `Directory`) {
				let [t] = this.chmod && e.mode && (r.mode & 4095) !== e.mode ? Sa(() => {
					c.chmodSync(String(e.absolute), Number(e.mode));
				}) : [];
				return this[Q](t, e);
			}
			let [t] = Sa(() => c.rmdirSync(String(e.absolute)));
			this[Q](t, e);
		}
		let [i] = e.absolute === this.cwd ? [] : Sa(() => ya(String(e.absolute)));
		this[Q](i, e);
	}
	[Xi](e, t) {
		let n = typeof e.mode == `number` ? e.mode & 4095 : this.fmode, r = (n) => {
			let r;
			try {
				c.closeSync(i);
			} catch (e) {
				r = e;
			}
			(n || r) && this[$](n || r, e), t();
		}, i;
		try {
			i = c.openSync(String(e.absolute), Ci(e.size), n);
		} catch (e) {
			return r(e);
		}
		let a = this.transform && this.transform(e) || e;
		a !== e && (a.on(`error`, (t) => this[$](t, e)), e.pipe(a)), a.on(`data`, (e) => {
			try {
				c.writeSync(i, e, 0, e.length);
			} catch (e) {
				r(e);
			}
		}), a.on(`end`, () => {
			let t = null;
			if (e.mtime && !this.noMtime) {
				let n = e.atime || new Date(), r = e.mtime;
				try {
					c.futimesSync(i, n, r);
				} catch (i) {
					try {
						c.utimesSync(String(e.absolute), n, r);
					} catch {
						t = i;
					}
				}
			}
			if (this[fa](e)) {
				let n = this[pa](e), r = this[ma](e);
				try {
					c.fchownSync(i, Number(n), Number(r));
				} catch (i) {
					try {
						c.chownSync(String(e.absolute), Number(n), Number(r));
					} catch {
						t ||= i;
					}
				}
			}
			r(t);
		});
	}
	[Zi](e, t) {
		let n = typeof e.mode == `number` ? e.mode & 4095 : this.dmode, r = this[aa](String(e.absolute), n);
		if (r) this[$](r, e), t();
		else {
			if (e.mtime && !this.noMtime) try {
				c.utimesSync(String(e.absolute), e.atime || new Date(), e.mtime);
			} catch {}
			if (this[fa](e)) try {
				c.chownSync(String(e.absolute), Number(this[pa](e)), Number(this[ma](e)));
			} catch {}
			t(), e.resume();
		}
	}
	[aa](e, t) {
		try {
			return Li(R(e), {
				uid: this.uid,
				gid: this.gid,
				processUid: this.processUid,
				processGid: this.processGid,
				umask: this.processUmask,
				preserve: this.preservePaths,
				unlink: this.unlink,
				cwd: this.cwd,
				mode: t
			});
		} catch (e) {
			return e;
		}
	}
	[ta](e, n, r, i, a) {
		if (this.preservePaths || r.length === 0) return i();
		let o = n;
		for (let e of r) {
			o = t.resolve(o, e);
			let [s, l] = Sa(() => c.lstatSync(o));
			if (s) return i();
			if (l.isSymbolicLink()) return a(new ji(o, t.resolve(n, r.join(`/`))));
		}
		i();
	}
	[Qi](e, t, n, r) {
		let i = `${n}Sync`;
		try {
			c[i](t, String(e.absolute)), r(), e.resume();
		} catch (t) {
			return this[$](t, e);
		}
	}
}, wa = St((e) => {
	let t = new Ca(e), n = e.file, r = c.statSync(n);
	new dt(n, {
		readSize: e.maxReadSize || 16777216,
		size: r.size
	}).pipe(t);
}, (e, t) => {
	let n = new xa(e), r = e.maxReadSize || 16777216, i = e.file;
	return new Promise((e, t) => {
		n.on(`error`, t), n.on(`close`, e), c.stat(i, (e, a) => {
			if (e) t(e);
			else {
				let e = new ut(i, {
					readSize: r,
					size: a.size
				});
				e.on(`error`, t), e.pipe(n);
			}
		});
	});
}, (e) => new Ca(e), (e) => new xa(e), (e, t) => {
	t?.length && tr(e, t);
}), Ta = (e, t) => {
	let n = new ci(e), r = !0, i, a;
	try {
		try {
			i = c.openSync(e.file, `r+`);
		} catch (t) {
			if (t?.code === `ENOENT`) i = c.openSync(e.file, `w+`);
			else throw t;
		}
		let o = c.fstatSync(i), s = Buffer.alloc(512);
		t: for (a = 0; a < o.size; a += 512) {
			for (let e = 0, t = 0; e < 512; e += t) {
				if (t = c.readSync(i, s, e, s.length - e, a + e), a === 0 && s[0] === 31 && s[1] === 139) throw Error(`cannot append to compressed archives`);
				if (!t) break t;
			}
			let t = new F(s);
			if (!t.cksumValid) break;
			let n = 512 * Math.ceil((t.size || 0) / 512);
			if (a + n + 512 > o.size) break;
			a += n, e.mtimeCache && t.mtime && e.mtimeCache.set(String(t.path), t.mtime);
		}
		r = !1, Ea(e, n, a, i, t);
	} finally {
		if (r) try {
			c.closeSync(i);
		} catch {}
	}
}, Ea = (e, t, n, r, i) => {
	let a = new pt(e.file, {
		fd: r,
		start: n
	});
	t.pipe(a), Oa(t, i);
}, Da = (e, t) => {
	t = Array.from(t);
	let n = new si(e), r = (t, n, r) => {
		let i = (e, n) => {
			e ? c.close(t, (t) => r(e)) : r(null, n);
		}, a = 0;
		if (n === 0) return i(null, 0);
		let o = 0, s = Buffer.alloc(512), l = (r, u) => {
			if (r || u === void 0) return i(r);
			if (o += u, o < 512 && u) return c.read(t, s, o, s.length - o, a + o, l);
			if (a === 0 && s[0] === 31 && s[1] === 139) return i(Error(`cannot append to compressed archives`));
			if (o < 512) return i(null, a);
			let d = new F(s);
			if (!d.cksumValid) return i(null, a);
			let ee = 512 * Math.ceil((d.size ?? 0) / 512);
			if (a + ee + 512 > n || (a += ee + 512, a >= n)) return i(null, a);
			e.mtimeCache && d.mtime && e.mtimeCache.set(String(d.path), d.mtime), o = 0, c.read(t, s, 0, 512, a, l);
		};
		c.read(t, s, 0, 512, a, l);
	};
	return new Promise((i, a) => {
		n.on(`error`, a);
		let o = `r+`, s = (l, u) => {
			if (l && l.code === `ENOENT` && o === `r+`) return o = `w+`, c.open(e.file, o, s);
			if (l || !u) return a(l);
			c.fstat(u, (o, s) => {
				if (o) return c.close(u, () => a(o));
				r(u, s.size, (r, o) => {
					if (r) return a(r);
					let s = new ft(e.file, {
						fd: u,
						start: o
					});
					n.pipe(s), s.on(`error`, a), s.on(`close`, i), ka(n, t);
				});
			});
		};
		c.open(e.file, o, s);
	});
}, Oa = (e, n) => {
	n.forEach((n) => {
		n.charAt(0) === `@` ? nr({
			file: t.resolve(e.cwd, n.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (t) => e.add(t)
		}) : e.add(n);
	}), e.end();
}, ka = async (e, n) => {
	for (let r of n) r.charAt(0) === `@` ? await nr({
		file: t.resolve(String(e.cwd), r.slice(1)),
		noResume: !0,
		onReadEntry: (t) => e.add(t)
	}) : e.add(r);
	e.end();
}, Aa = St(Ta, Da, () => {
	throw TypeError(`file is required`);
}, () => {
	throw TypeError(`file is required`);
}, (e, t) => {
	if (!yt(e)) throw TypeError(`file is required`);
	if (e.gzip || e.brotli || e.zstd || e.file.endsWith(`.br`) || e.file.endsWith(`.tbr`)) throw TypeError(`cannot append to compressed archives`);
	if (!t?.length) throw TypeError(`no paths specified to add/replace`);
});
St(Aa.syncFile, Aa.asyncFile, Aa.syncNoFile, Aa.asyncNoFile, (e, t = []) => {
	Aa.validate?.(e, t), ja(e);
});
var ja = (e) => {
	let t = e.filter;
	e.mtimeCache ||= new Map(), e.filter = t ? (n, r) => t(n, r) && !((e.mtimeCache?.get(n) ?? r.mtime ?? 0) > (r.mtime ?? 0)) : (t, n) => !((e.mtimeCache?.get(t) ?? n.mtime ?? 0) > (n.mtime ?? 0));
};
export { Ca as _, tr as a, jr as c, Mr as d, Nr as f, si as g, Aa as h, Yt as i, gn as l, Qn as m, nr as n, wa as o, Br as p, F as r, xa as s, bn as t, ci as u };

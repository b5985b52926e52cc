import { n as e, r as t, t as n } from "./azure-core-rest-pipeline.js";
import { t as r } from "./azure-logger.js";
import { t as i } from "./azure-abort-controller.js";
import { o as a } from "./azure-core-util.js";
import { createHmac as o } from "node:crypto";
import { Readable as s } from "node:stream";
import { EventEmitter as c } from "events";
import l from "node:buffer";
var u = class extends s {
	buffers;
	byteLength;
	byteOffsetInCurrentBuffer;
	bufferIndex;
	pushedBytesLength;
	constructor(e, t, n) {
		super(n), this.buffers = e, this.byteLength = t, this.byteOffsetInCurrentBuffer = 0, this.bufferIndex = 0, this.pushedBytesLength = 0;
		let r = 0;
		for (let e of this.buffers) r += e.byteLength;
		if (r < this.byteLength) throw Error(`Data size shouldn't be larger than the total length of buffers.`);
	}
	_read(e) {
		this.pushedBytesLength >= this.byteLength && this.push(null), e ||= this.readableHighWaterMark;
		let t = [], n = 0;
		for (; n < e && this.pushedBytesLength < this.byteLength;) {
			let r = this.byteLength - this.pushedBytesLength, i = this.buffers[this.bufferIndex].byteLength - this.byteOffsetInCurrentBuffer, a = Math.min(i, r);
			if (a > e - n) {
				let r = this.byteOffsetInCurrentBuffer + e - n;
				t.push(this.buffers[this.bufferIndex].slice(this.byteOffsetInCurrentBuffer, r)), this.pushedBytesLength += e - n, this.byteOffsetInCurrentBuffer = r, n = e;
				break;
			}
			{
				let e = this.byteOffsetInCurrentBuffer + a;
				t.push(this.buffers[this.bufferIndex].slice(this.byteOffsetInCurrentBuffer, e)), a === i ? (this.byteOffsetInCurrentBuffer = 0, this.bufferIndex++) : this.byteOffsetInCurrentBuffer = e, this.pushedBytesLength += a, n += a;
			}
		}
		t.length > 1 ? this.push(Buffer.concat(t)) : t.length === 1 && this.push(t[0]);
	}
};
const d = l.constants.MAX_LENGTH;
var f = class {
	buffers = [];
	capacity;
	_size;
	get size() {
		return this._size;
	}
	constructor(e, t, n) {
		this.capacity = e, this._size = 0;
		let r = Math.ceil(e / d);
		for (let t = 0; t < r; t++) {
			let n = t === r - 1 ? e % d : d;
			n === 0 && (n = d), this.buffers.push(Buffer.allocUnsafe(n));
		}
		t && this.fill(t, n);
	}
	fill(e, t) {
		this._size = Math.min(this.capacity, t);
		let n = 0, r = 0, i = 0, a = 0, o = 0;
		for (; o < this._size;) {
			let t = e[n], s = this.buffers[r], c = t.copy(s, i, a);
			o += c, a += c, i += c, a === t.length && (n++, a = 0), i === s.length && (r++, i = 0);
		}
		e.splice(0, n), e.length > 0 && (e[0] = e[0].slice(a));
	}
	getReadableStream() {
		return new u(this.buffers, this.size);
	}
}, p = class {
	bufferSize;
	maxBuffers;
	readable;
	outgoingHandler;
	emitter = new c();
	concurrency;
	offset = 0;
	isStreamEnd = !1;
	isError = !1;
	executingOutgoingHandlers = 0;
	encoding;
	numBuffers = 0;
	unresolvedDataArray = [];
	unresolvedLength = 0;
	incoming = [];
	outgoing = [];
	constructor(e, t, n, r, i, a) {
		if (t <= 0) throw RangeError(`bufferSize must be larger than 0, current is ${t}`);
		if (n <= 0) throw RangeError(`maxBuffers must be larger than 0, current is ${n}`);
		if (i <= 0) throw RangeError(`concurrency must be larger than 0, current is ${i}`);
		this.bufferSize = t, this.maxBuffers = n, this.readable = e, this.outgoingHandler = r, this.concurrency = i, this.encoding = a;
	}
	async do() {
		return new Promise((e, t) => {
			this.readable.on(`data`, (e) => {
				e = typeof e == `string` ? Buffer.from(e, this.encoding) : e, this.appendUnresolvedData(e), this.resolveData() || this.readable.pause();
			}), this.readable.on(`error`, (e) => {
				this.emitter.emit(`error`, e);
			}), this.readable.on(`end`, () => {
				this.isStreamEnd = !0, this.emitter.emit(`checkEnd`);
			}), this.emitter.on(`error`, (e) => {
				this.isError = !0, this.readable.pause(), t(e);
			}), this.emitter.on(`checkEnd`, () => {
				if (this.outgoing.length > 0) this.triggerOutgoingHandlers();
				else if (this.isStreamEnd && this.executingOutgoingHandlers === 0) {
					if (this.unresolvedLength > 0 && this.unresolvedLength < this.bufferSize) {
						let n = this.shiftBufferFromUnresolvedDataArray();
						this.outgoingHandler(() => n.getReadableStream(), n.size, this.offset).then(e).catch(t);
					} else if (this.unresolvedLength >= this.bufferSize) return;
					else e();
				}
			});
		});
	}
	appendUnresolvedData(e) {
		this.unresolvedDataArray.push(e), this.unresolvedLength += e.length;
	}
	shiftBufferFromUnresolvedDataArray(e) {
		return e ? e.fill(this.unresolvedDataArray, this.unresolvedLength) : e = new f(this.bufferSize, this.unresolvedDataArray, this.unresolvedLength), this.unresolvedLength -= e.size, e;
	}
	resolveData() {
		for (; this.unresolvedLength >= this.bufferSize;) {
			let e;
			if (this.incoming.length > 0) e = this.incoming.shift(), this.shiftBufferFromUnresolvedDataArray(e);
			else if (this.numBuffers < this.maxBuffers) e = this.shiftBufferFromUnresolvedDataArray(), this.numBuffers++;
			else return !1;
			this.outgoing.push(e), this.triggerOutgoingHandlers();
		}
		return !0;
	}
	async triggerOutgoingHandlers() {
		let e;
		do {
			if (this.executingOutgoingHandlers >= this.concurrency) return;
			e = this.outgoing.shift(), e && this.triggerOutgoingHandler(e);
		} while (e);
	}
	async triggerOutgoingHandler(e) {
		let t = e.size;
		this.executingOutgoingHandlers++, this.offset += t;
		try {
			await this.outgoingHandler(() => e.getReadableStream(), t, this.offset - t);
		} catch (e) {
			this.emitter.emit(`error`, e);
			return;
		}
		this.executingOutgoingHandlers--, this.reuseBuffer(e), this.emitter.emit(`checkEnd`);
	}
	reuseBuffer(e) {
		this.incoming.push(e), !this.isError && this.resolveData() && !this.isStreamEnd && this.readable.resume();
	}
};
let m;
function h() {
	return m ||= n(), m;
}
var g = class {
	_nextPolicy;
	_options;
	constructor(e, t) {
		this._nextPolicy = e, this._options = t;
	}
	shouldLog(e) {
		return this._options.shouldLog(e);
	}
	log(e, t) {
		this._options.log(e, t);
	}
}, _ = class extends g {
	constructor(e, t) {
		super(e, t);
	}
	async sendRequest(e) {
		return this._nextPolicy.sendRequest(e);
	}
}, v = class {
	create(e, t) {
		return new _(e, t);
	}
}, y = class extends g {
	sendRequest(e) {
		return this._nextPolicy.sendRequest(this.signRequest(e));
	}
	signRequest(e) {
		return e;
	}
}, b = class extends y {
	constructor(e, t) {
		super(e, t);
	}
}, x = class {
	create(e, t) {
		throw Error(`Method should be implemented in children classes.`);
	}
}, S = class extends x {
	create(e, t) {
		return new b(e, t);
	}
};
const C = { Parameters: {
	FORCE_BROWSER_NO_CACHE: `_`,
	SIGNATURE: `sig`,
	SNAPSHOT: `snapshot`,
	VERSIONID: `versionid`,
	TIMEOUT: `timeout`
} }, w = {
	AUTHORIZATION: `Authorization`,
	AUTHORIZATION_SCHEME: `Bearer`,
	CONTENT_ENCODING: `Content-Encoding`,
	CONTENT_ID: `Content-ID`,
	CONTENT_LANGUAGE: `Content-Language`,
	CONTENT_LENGTH: `Content-Length`,
	CONTENT_MD5: `Content-Md5`,
	CONTENT_TRANSFER_ENCODING: `Content-Transfer-Encoding`,
	CONTENT_TYPE: `Content-Type`,
	COOKIE: `Cookie`,
	DATE: `date`,
	IF_MATCH: `if-match`,
	IF_MODIFIED_SINCE: `if-modified-since`,
	IF_NONE_MATCH: `if-none-match`,
	IF_UNMODIFIED_SINCE: `if-unmodified-since`,
	PREFIX_FOR_STORAGE: `x-ms-`,
	RANGE: `Range`,
	USER_AGENT: `User-Agent`,
	X_MS_CLIENT_REQUEST_ID: `x-ms-client-request-id`,
	X_MS_COPY_SOURCE: `x-ms-copy-source`,
	X_MS_DATE: `x-ms-date`,
	X_MS_ERROR_CODE: `x-ms-error-code`,
	X_MS_VERSION: `x-ms-version`,
	X_MS_CopySourceErrorCode: `x-ms-copy-source-error-code`
};
function T(e, t, n) {
	let r = new URL(e), i = encodeURIComponent(t), a = n ? encodeURIComponent(n) : void 0, o = r.search === `` ? `?` : r.search, s = [];
	for (let e of o.slice(1).split(`&`)) if (e) {
		let [t] = e.split(`=`, 2);
		t !== i && s.push(e);
	}
	return a && s.push(`${i}=${a}`), r.search = s.length ? `?${s.join(`&`)}` : ``, r.toString();
}
function E(e, t) {
	let n = new URL(e);
	return n.hostname = t, n.toString();
}
function D(e) {
	try {
		return new URL(e).pathname;
	} catch {
		return;
	}
}
function O(e) {
	let t = new URL(e).search;
	if (!t) return {};
	t = t.trim(), t = t.startsWith(`?`) ? t.substring(1) : t;
	let n = t.split(`&`);
	n = n.filter((e) => {
		let t = e.indexOf(`=`), n = e.lastIndexOf(`=`);
		return t > 0 && t === n && n < e.length - 1;
	});
	let r = {};
	for (let e of n) {
		let t = e.split(`=`), n = t[0];
		r[n] = t[1];
	}
	return r;
}
async function k(e, t, n) {
	return new Promise((r, i) => {
		let a, o = () => {
			a !== void 0 && clearTimeout(a), i(n);
		};
		a = setTimeout(() => {
			t !== void 0 && t.removeEventListener(`abort`, o), r();
		}, e), t !== void 0 && t.addEventListener(`abort`, o);
	});
}
const A = new Uint32Array([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	1820,
	0,
	1823,
	1825,
	1827,
	1829,
	0,
	0,
	0,
	1837,
	2051,
	0,
	0,
	1843,
	0,
	3331,
	3354,
	3356,
	3358,
	3360,
	3362,
	3364,
	3366,
	3368,
	3370,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	3586,
	3593,
	3594,
	3610,
	3617,
	3619,
	3621,
	3628,
	3634,
	3637,
	3638,
	3656,
	3665,
	3696,
	3708,
	3710,
	3721,
	3722,
	3729,
	3737,
	3743,
	3746,
	3748,
	3750,
	3751,
	3753,
	0,
	0,
	0,
	1859,
	1860,
	1864,
	3586,
	3593,
	3594,
	3610,
	3617,
	3619,
	3621,
	3628,
	3634,
	3637,
	3638,
	3656,
	3665,
	3696,
	3708,
	3710,
	3721,
	3722,
	3729,
	3737,
	3743,
	3746,
	3748,
	3750,
	3751,
	3753,
	0,
	1868,
	0,
	1872,
	0
]), j = new Uint32Array([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	18,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0
]), M = new Uint32Array([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	32786,
	0,
	0,
	0,
	0,
	0,
	33298,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0
]);
function N(e, t) {
	return P(e, t) ? -1 : 1;
}
function P(e, t) {
	let n = [
		A,
		j,
		M
	], r = 0, i = 0, a = 0;
	for (; r < n.length;) {
		if (r === n.length - 1 && i !== a) return i > a;
		let o = i < e.length ? n[r][e[i].charCodeAt(0)] : 1, s = a < t.length ? n[r][t[a].charCodeAt(0)] : 1;
		if (o === 1 && s === 1) i = 0, a = 0, ++r;
		else if (o === s) ++i, ++a;
		else if (o === 0) ++i;
		else if (s === 0) ++a;
		else return o < s;
	}
	return !1;
}
var F = class extends y {
	factory;
	constructor(e, t, n) {
		super(e, t), this.factory = n;
	}
	signRequest(e) {
		e.headers.set(w.X_MS_DATE, new Date().toUTCString()), e.body && (typeof e.body == `string` || e.body !== void 0) && e.body.length > 0 && e.headers.set(w.CONTENT_LENGTH, Buffer.byteLength(e.body));
		let t = [
			e.method.toUpperCase(),
			this.getHeaderValueToSign(e, w.CONTENT_LANGUAGE),
			this.getHeaderValueToSign(e, w.CONTENT_ENCODING),
			this.getHeaderValueToSign(e, w.CONTENT_LENGTH),
			this.getHeaderValueToSign(e, w.CONTENT_MD5),
			this.getHeaderValueToSign(e, w.CONTENT_TYPE),
			this.getHeaderValueToSign(e, w.DATE),
			this.getHeaderValueToSign(e, w.IF_MODIFIED_SINCE),
			this.getHeaderValueToSign(e, w.IF_MATCH),
			this.getHeaderValueToSign(e, w.IF_NONE_MATCH),
			this.getHeaderValueToSign(e, w.IF_UNMODIFIED_SINCE),
			this.getHeaderValueToSign(e, w.RANGE)
		].join(`
`) + `
` + this.getCanonicalizedHeadersString(e) + this.getCanonicalizedResourceString(e), n = this.factory.computeHMACSHA256(t);
		return e.headers.set(w.AUTHORIZATION, `SharedKey ${this.factory.accountName}:${n}`), e;
	}
	getHeaderValueToSign(e, t) {
		let n = e.headers.get(t);
		return !n || t === w.CONTENT_LENGTH && n === `0` ? `` : n;
	}
	getCanonicalizedHeadersString(e) {
		let t = e.headers.headersArray().filter((e) => e.name.toLowerCase().startsWith(w.PREFIX_FOR_STORAGE));
		t.sort((e, t) => N(e.name.toLowerCase(), t.name.toLowerCase())), t = t.filter((e, t, n) => !(t > 0 && e.name.toLowerCase() === n[t - 1].name.toLowerCase()));
		let n = ``;
		return t.forEach((e) => {
			n += `${e.name.toLowerCase().trimRight()}:${e.value.trimLeft()}\n`;
		}), n;
	}
	getCanonicalizedResourceString(e) {
		let t = D(e.url) || `/`, n = ``;
		n += `/${this.factory.accountName}${t}`;
		let r = O(e.url), i = {};
		if (r) {
			let e = [];
			for (let t in r) if (Object.prototype.hasOwnProperty.call(r, t)) {
				let n = t.toLowerCase();
				i[n] = r[t], e.push(n);
			}
			e.sort();
			for (let t of e) n += `\n${t}:${decodeURIComponent(i[t])}`;
		}
		return n;
	}
}, I = class extends x {
	accountName;
	accountKey;
	constructor(e, t) {
		super(), this.accountName = e, this.accountKey = Buffer.from(t, `base64`);
	}
	create(e, t) {
		return new F(e, t, this);
	}
	computeHMACSHA256(e) {
		return o(`sha256`, this.accountKey).update(e, `utf8`).digest(`base64`);
	}
};
const L = r(`storage-common`);
var R;
(function(e) {
	e[e.EXPONENTIAL = 0] = `EXPONENTIAL`, e[e.FIXED = 1] = `FIXED`;
})(R ||= {});
const z = {
	maxRetryDelayInMs: 12e4,
	maxTries: 4,
	retryDelayInMs: 4e3,
	retryPolicyType: R.EXPONENTIAL,
	secondaryHost: ``,
	tryTimeoutInMs: void 0
}, B = new i(`The operation was aborted.`);
var V = class extends g {
	retryOptions;
	constructor(e, t, n = z) {
		super(e, t), this.retryOptions = {
			retryPolicyType: n.retryPolicyType ? n.retryPolicyType : z.retryPolicyType,
			maxTries: n.maxTries && n.maxTries >= 1 ? Math.floor(n.maxTries) : z.maxTries,
			tryTimeoutInMs: n.tryTimeoutInMs && n.tryTimeoutInMs >= 0 ? n.tryTimeoutInMs : z.tryTimeoutInMs,
			retryDelayInMs: n.retryDelayInMs && n.retryDelayInMs >= 0 ? Math.min(n.retryDelayInMs, n.maxRetryDelayInMs ? n.maxRetryDelayInMs : z.maxRetryDelayInMs) : z.retryDelayInMs,
			maxRetryDelayInMs: n.maxRetryDelayInMs && n.maxRetryDelayInMs >= 0 ? n.maxRetryDelayInMs : z.maxRetryDelayInMs,
			secondaryHost: n.secondaryHost ? n.secondaryHost : z.secondaryHost
		};
	}
	async sendRequest(e) {
		return this.attemptSendRequest(e, !1, 1);
	}
	async attemptSendRequest(e, t, n) {
		let r = e.clone(), i = t || !this.retryOptions.secondaryHost || e.method !== `GET` && e.method !== `HEAD` && e.method !== `OPTIONS` || n % 2 == 1;
		i || (r.url = E(r.url, this.retryOptions.secondaryHost)), this.retryOptions.tryTimeoutInMs && (r.url = T(r.url, C.Parameters.TIMEOUT, Math.floor(this.retryOptions.tryTimeoutInMs / 1e3).toString()));
		let a;
		try {
			if (L.info(`RetryPolicy: =====> Try=${n} ${i ? `Primary` : `Secondary`}`), a = await this._nextPolicy.sendRequest(r), !this.shouldRetry(i, n, a)) return a;
			t ||= !i && a.status === 404;
		} catch (e) {
			if (L.error(`RetryPolicy: Caught error, message: ${e.message}, code: ${e.code}`), !this.shouldRetry(i, n, a, e)) throw e;
		}
		return await this.delay(i, n, e.abortSignal), this.attemptSendRequest(e, t, ++n);
	}
	shouldRetry(e, t, n, r) {
		if (t >= this.retryOptions.maxTries) return L.info(`RetryPolicy: Attempt(s) ${t} >= maxTries ${this.retryOptions.maxTries}, no further try.`), !1;
		let i = [
			`ETIMEDOUT`,
			`ESOCKETTIMEDOUT`,
			`ECONNREFUSED`,
			`ECONNRESET`,
			`ENOENT`,
			`ENOTFOUND`,
			`TIMEOUT`,
			`EPIPE`,
			`REQUEST_SEND_ERROR`
		];
		if (r) {
			for (let e of i) if (r.name.toUpperCase().includes(e) || r.message.toUpperCase().includes(e) || r.code && r.code.toString().toUpperCase() === e) return L.info(`RetryPolicy: Network error ${e} found, will retry.`), !0;
		}
		if (n || r) {
			let t = n ? n.status : r ? r.statusCode : 0;
			if (!e && t === 404) return L.info(`RetryPolicy: Secondary access with 404, will retry.`), !0;
			if (t === 503 || t === 500) return L.info(`RetryPolicy: Will retry for status code ${t}.`), !0;
		}
		if (n && n?.status >= 400) {
			let e = n.headers.get(w.X_MS_CopySourceErrorCode);
			if (e !== void 0) switch (e) {
				case `InternalError`:
				case `OperationTimedOut`:
				case `ServerBusy`: return !0;
			}
		}
		return r?.code === `PARSE_ERROR` && r?.message.startsWith(`Error "Error: Unclosed root tag`) ? (L.info(`RetryPolicy: Incomplete XML response likely due to service timeout, will retry.`), !0) : !1;
	}
	async delay(e, t, n) {
		let r = 0;
		if (e) switch (this.retryOptions.retryPolicyType) {
			case R.EXPONENTIAL:
				r = Math.min((2 ** (t - 1) - 1) * this.retryOptions.retryDelayInMs, this.retryOptions.maxRetryDelayInMs);
				break;
			case R.FIXED: r = this.retryOptions.retryDelayInMs;
		}
		else r = Math.random() * 1e3;
		return L.info(`RetryPolicy: Delay for ${r}ms`), k(r, n, B);
	}
}, H = class {
	retryOptions;
	constructor(e) {
		this.retryOptions = e;
	}
	create(e, t) {
		return new V(e, t, this.retryOptions);
	}
};
function U() {
	return {
		name: `storageBrowserPolicy`,
		async sendRequest(e, t) {
			return t(e);
		}
	};
}
function W() {
	function e(e) {
		e.body && (typeof e.body == `string` || Buffer.isBuffer(e.body)) && e.body.length > 0 && e.headers.set(w.CONTENT_LENGTH, Buffer.byteLength(e.body));
	}
	return {
		name: `StorageCorrectContentLengthPolicy`,
		async sendRequest(t, n) {
			return e(t), n(t);
		}
	};
}
const G = {
	maxRetryDelayInMs: 12e4,
	maxTries: 4,
	retryDelayInMs: 4e3,
	retryPolicyType: R.EXPONENTIAL,
	secondaryHost: ``,
	tryTimeoutInMs: void 0
}, K = [
	`ETIMEDOUT`,
	`ESOCKETTIMEDOUT`,
	`ECONNREFUSED`,
	`ECONNRESET`,
	`ENOENT`,
	`ENOTFOUND`,
	`TIMEOUT`,
	`EPIPE`,
	`REQUEST_SEND_ERROR`
], q = new i(`The operation was aborted.`);
function J(n = {}) {
	let r = n.retryPolicyType ?? G.retryPolicyType, i = n.maxTries ?? G.maxTries, o = n.retryDelayInMs ?? G.retryDelayInMs, s = n.maxRetryDelayInMs ?? G.maxRetryDelayInMs, c = n.secondaryHost ?? G.secondaryHost, l = n.tryTimeoutInMs ?? G.tryTimeoutInMs;
	function u({ isPrimaryRetry: e, attempt: t, response: n, error: r }) {
		if (t >= i) return L.info(`RetryPolicy: Attempt(s) ${t} >= maxTries ${i}, no further try.`), !1;
		if (r) {
			for (let e of K) if (r.name.toUpperCase().includes(e) || r.message.toUpperCase().includes(e) || r.code && r.code.toString().toUpperCase() === e) return L.info(`RetryPolicy: Network error ${e} found, will retry.`), !0;
			if (r?.code === `PARSE_ERROR` && r?.message.startsWith(`Error "Error: Unclosed root tag`)) return L.info(`RetryPolicy: Incomplete XML response likely due to service timeout, will retry.`), !0;
		}
		if (n || r) {
			let t = n?.status ?? r?.statusCode ?? 0;
			if (!e && t === 404) return L.info(`RetryPolicy: Secondary access with 404, will retry.`), !0;
			if (t === 503 || t === 500) return L.info(`RetryPolicy: Will retry for status code ${t}.`), !0;
		}
		if (n && n?.status >= 400) {
			let e = n.headers.get(w.X_MS_CopySourceErrorCode);
			if (e !== void 0) switch (e) {
				case `InternalError`:
				case `OperationTimedOut`:
				case `ServerBusy`: return !0;
			}
		}
		return !1;
	}
	function d(e, t) {
		let n = 0;
		if (e) switch (r) {
			case R.EXPONENTIAL:
				n = Math.min((2 ** (t - 1) - 1) * o, s);
				break;
			case R.FIXED: n = o;
		}
		else n = Math.random() * 1e3;
		return L.info(`RetryPolicy: Delay for ${n}ms`), n;
	}
	return {
		name: `storageRetryPolicy`,
		async sendRequest(n, r) {
			l && (n.url = T(n.url, C.Parameters.TIMEOUT, String(Math.floor(l / 1e3))));
			let i = n.url, o = c ? E(n.url, c) : void 0, s = !1, f = 1, p = !0, m, h;
			for (; p;) {
				let e = s || !o || ![
					`GET`,
					`HEAD`,
					`OPTIONS`
				].includes(n.method) || f % 2 == 1;
				n.url = e ? i : o, m = void 0, h = void 0;
				try {
					L.info(`RetryPolicy: =====> Try=${f} ${e ? `Primary` : `Secondary`}`), m = await r(n), s ||= !e && m.status === 404;
				} catch (e) {
					if (t(e)) L.error(`RetryPolicy: Caught error, message: ${e.message}, code: ${e.code}`), h = e;
					else throw L.error(`RetryPolicy: Caught error, message: ${a(e)}`), e;
				}
				p = u({
					isPrimaryRetry: e,
					attempt: f,
					response: m,
					error: h
				}), p && await k(d(e, f), n.abortSignal, q), f++;
			}
			if (m) return m;
			throw h ?? new e(`RetryPolicy failed without known error.`);
		}
	};
}
function Y(e) {
	function t(t) {
		t.headers.set(w.X_MS_DATE, new Date().toUTCString()), t.body && (typeof t.body == `string` || Buffer.isBuffer(t.body)) && t.body.length > 0 && t.headers.set(w.CONTENT_LENGTH, Buffer.byteLength(t.body));
		let a = [
			t.method.toUpperCase(),
			n(t, w.CONTENT_LANGUAGE),
			n(t, w.CONTENT_ENCODING),
			n(t, w.CONTENT_LENGTH),
			n(t, w.CONTENT_MD5),
			n(t, w.CONTENT_TYPE),
			n(t, w.DATE),
			n(t, w.IF_MODIFIED_SINCE),
			n(t, w.IF_MATCH),
			n(t, w.IF_NONE_MATCH),
			n(t, w.IF_UNMODIFIED_SINCE),
			n(t, w.RANGE)
		].join(`
`) + `
` + r(t) + i(t), s = o(`sha256`, e.accountKey).update(a, `utf8`).digest(`base64`);
		t.headers.set(w.AUTHORIZATION, `SharedKey ${e.accountName}:${s}`);
	}
	function n(e, t) {
		let n = e.headers.get(t);
		return !n || t === w.CONTENT_LENGTH && n === `0` ? `` : n;
	}
	function r(e) {
		let t = [];
		for (let [n, r] of e.headers) n.toLowerCase().startsWith(w.PREFIX_FOR_STORAGE) && t.push({
			name: n,
			value: r
		});
		t.sort((e, t) => N(e.name.toLowerCase(), t.name.toLowerCase())), t = t.filter((e, t, n) => !(t > 0 && e.name.toLowerCase() === n[t - 1].name.toLowerCase()));
		let n = ``;
		return t.forEach((e) => {
			n += `${e.name.toLowerCase().trimRight()}:${e.value.trimLeft()}\n`;
		}), n;
	}
	function i(t) {
		let n = D(t.url) || `/`, r = ``;
		r += `/${e.accountName}${n}`;
		let i = O(t.url), a = {};
		if (i) {
			let e = [];
			for (let t in i) if (Object.prototype.hasOwnProperty.call(i, t)) {
				let n = t.toLowerCase();
				a[n] = i[t], e.push(n);
			}
			e.sort();
			for (let t of e) r += `\n${t}:${decodeURIComponent(a[t])}`;
		}
		return r;
	}
	return {
		name: `storageSharedKeyCredentialPolicy`,
		async sendRequest(e, n) {
			return t(e), n(e);
		}
	};
}
function X() {
	return {
		name: `storageRequestFailureDetailsParserPolicy`,
		async sendRequest(e, t) {
			try {
				let n = await t(e);
				return n.status === 400 && n.bodyAsText?.includes(`<Error><Code>InvalidHeaderValue</Code>`) && n.bodyAsText.includes(`<HeaderName>x-ms-version</HeaderName>`) && (n.bodyAsText = n.bodyAsText.replace(/<Message>.*<\/Message>/s, `<Message>The provided service version is not enabled on this storage account. Please see https://learn.microsoft.com/rest/api/storageservices/versioning-for-the-azure-storage-services for additional information.</Message>`)), n;
			} catch (e) {
				throw typeof e == `object` && e && e.response && e.response.parsedBody && e.response.parsedBody.code === `InvalidHeaderValue` && e.response.parsedBody.HeaderName === `x-ms-version` && (e.message = `The provided service version is not enabled on this storage account. Please see https://learn.microsoft.com/rest/api/storageservices/versioning-for-the-azure-storage-services for additional information.
`), e;
			}
		}
	};
}
var Z = class {
	accountName;
	userDelegationKey;
	key;
	constructor(e, t) {
		this.accountName = e, this.userDelegationKey = t, this.key = Buffer.from(t.value, `base64`);
	}
	computeHMACSHA256(e) {
		return o(`sha256`, this.key).update(e, `utf8`).digest(`base64`);
	}
};
export { W as a, I as c, h as d, p as f, J as i, S as l, X as n, U as o, Y as r, H as s, Z as t, v as u };

import { i as e, t } from "../lazy/rolldown-runtime.js";
import { a as n, d as r, l as i, o as a, r as o, t as s } from "./actions-core.js";
import { t as c } from "./actions-exec.js";
import { t as l } from "./actions-glob.js";
import { n as u, r as d, t as f } from "./actions-io.js";
import { t as p } from "./semver.js";
import { a as m, i as h, n as g, r as _ } from "./actions-http-client.js";
import { n as v, t as ee } from "./azure-storage-blob.js";
import { t as te } from "./protobuf-ts-runtime-rpc.js";
import { t as ne } from "./protobuf-ts-runtime.js";
import * as re from "buffer";
import * as ie from "crypto";
import * as y from "fs";
import { existsSync as ae, writeFileSync as oe } from "fs";
import * as b from "path";
import * as se from "util";
import * as ce from "stream";
import { URL as le } from "url";
var ue = e(p(), 1), x;
(function(e) {
	e.Gzip = `cache.tgz`, e.Zstd = `cache.tzst`;
})(x ||= {});
var S;
(function(e) {
	e.Gzip = `gzip`, e.ZstdWithoutLong = `zstd-without-long`, e.Zstd = `zstd`;
})(S ||= {});
var C;
(function(e) {
	e.GNU = `gnu`, e.BSD = `bsd`;
})(C ||= {});
const w = 5e3, de = 5e3, fe = `${process.env.PROGRAMFILES}\\Git\\usr\\bin\\tar.exe`, pe = `${process.env.SYSTEMDRIVE}\\Windows\\System32\\tar.exe`, T = `cache.tar`, me = `manifest.txt`;
var E = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
}, he = function(e) {
	if (!Symbol.asyncIterator) throw TypeError(`Symbol.asyncIterator is not defined.`);
	var t = e[Symbol.asyncIterator], n;
	return t ? t.call(e) : (e = typeof __values == `function` ? __values(e) : e[Symbol.iterator](), n = {}, r(`next`), r(`throw`), r(`return`), n[Symbol.asyncIterator] = function() {
		return this;
	}, n);
	function r(t) {
		n[t] = e[t] && function(n) {
			return new Promise(function(r, a) {
				n = e[t](n), i(r, a, n.done, n.value);
			});
		};
	}
	function i(e, t, n, r) {
		Promise.resolve(r).then(function(t) {
			e({
				value: t,
				done: n
			});
		}, t);
	}
};
function D() {
	return E(this, void 0, void 0, function* () {
		let e = process.platform === `win32`, t = process.env.RUNNER_TEMP || ``;
		if (!t) {
			let n;
			n = e ? process.env.USERPROFILE || `C:\\` : process.platform === `darwin` ? `/Users` : `/home`, t = b.join(n, `actions`, `temp`);
		}
		let n = b.join(t, ie.randomUUID());
		return yield f(n), n;
	});
}
function O(e) {
	return y.statSync(e).size;
}
function ge(e) {
	return E(this, void 0, void 0, function* () {
		var t, n, r, i;
		let a = [], o = process.env.GITHUB_WORKSPACE ?? process.cwd(), c = yield l(e.join(`
`), { implicitDescendants: !1 });
		try {
			for (var u = !0, d = he(c.globGenerator()), f; f = yield d.next(), t = f.done, !t; u = !0) {
				i = f.value, u = !1;
				let e = i, t = b.relative(o, e).replace(RegExp(`\\${b.sep}`, `g`), `/`);
				s(`Matched: ${t}`), t === `` ? a.push(`.`) : a.push(`${t}`);
			}
		} catch (e) {
			n = { error: e };
		} finally {
			try {
				!u && !t && (r = d.return) && (yield r.call(d));
			} finally {
				if (n) throw n.error;
			}
		}
		return a;
	});
}
function k(e) {
	return E(this, void 0, void 0, function* () {
		return se.promisify(y.unlink)(e);
	});
}
function _e(e) {
	return E(this, arguments, void 0, function* (e, t = []) {
		let n = ``;
		t.push(`--version`), s(`Checking ${e} ${t.join(` `)}`);
		try {
			yield c(`${e}`, t, {
				ignoreReturnCode: !0,
				silent: !0,
				listeners: {
					stdout: (e) => n += e.toString(),
					stderr: (e) => n += e.toString()
				}
			});
		} catch (e) {
			s(e.message);
		}
		return n = n.trim(), s(n), n;
	});
}
function A() {
	return E(this, void 0, void 0, function* () {
		let e = yield _e(`zstd`, [`--quiet`]), t = ue.clean(e);
		return s(`zstd version: ${t}`), e === `` ? S.Gzip : S.ZstdWithoutLong;
	});
}
function j(e) {
	return e === S.Gzip ? x.Gzip : x.Zstd;
}
function ve() {
	return E(this, void 0, void 0, function* () {
		return y.existsSync(fe) ? fe : (yield _e(`tar`)).toLowerCase().includes(`gnu tar`) ? d(`tar`) : ``;
	});
}
function ye(e, t) {
	if (t === void 0) throw Error(`Expected ${e} but value was undefiend`);
	return t;
}
function M(e, t, n = !1) {
	let r = e.slice();
	return t && r.push(t), process.platform === `win32` && !n && r.push(`windows-only`), r.push(`1.0`), ie.createHash(`sha256`).update(r.join(`|`)).digest(`hex`);
}
function be() {
	let e = process.env.ACTIONS_RUNTIME_TOKEN;
	if (!e) throw Error(`Unable to get the ACTIONS_RUNTIME_TOKEN env variable`);
	return e;
}
var xe = class extends Error {
	constructor(e) {
		super(e), this.name = `InvalidResponseError`;
	}
}, N = class extends Error {
	constructor(e) {
		let t = `Unable to make request: ${e}\nIf you are using self-hosted runners, please make sure your runner has access to all GitHub endpoints: https://docs.github.com/en/actions/hosting-your-own-runners/managing-self-hosted-runners/about-self-hosted-runners#communication-between-self-hosted-runners-and-github`;
		super(t), this.code = e, this.name = `NetworkError`;
	}
};
N.isNetworkErrorCode = (e) => e ? [
	`ECONNRESET`,
	`ENOTFOUND`,
	`ETIMEDOUT`,
	`ECONNREFUSED`,
	`EHOSTUNREACH`
].includes(e) : !1;
var P = class extends Error {
	constructor() {
		super(`Cache storage quota has been hit. Unable to upload any new cache entries.
More info on storage limits: https://docs.github.com/en/billing/managing-billing-for-github-actions/about-billing-for-github-actions#calculating-minute-and-storage-spending`), this.name = `UsageError`;
	}
};
P.isUsageErrorMessage = (e) => e ? e.includes(`insufficient usage`) : !1;
var Se = class extends Error {
	constructor(e) {
		super(e), this.name = `RateLimitError`;
	}
}, Ce = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
}, we = class {
	constructor(e) {
		this.contentLength = e, this.sentBytes = 0, this.displayedComplete = !1, this.startTime = Date.now();
	}
	setSentBytes(e) {
		this.sentBytes = e;
	}
	getTransferredBytes() {
		return this.sentBytes;
	}
	isDone() {
		return this.getTransferredBytes() === this.contentLength;
	}
	display() {
		if (this.displayedComplete) return;
		let e = this.sentBytes, t = (100 * (e / this.contentLength)).toFixed(1), r = Date.now() - this.startTime, i = (e / 1048576 / (r / 1e3)).toFixed(1);
		n(`Sent ${e} of ${this.contentLength} (${t}%), ${i} MBs/sec`), this.isDone() && (this.displayedComplete = !0);
	}
	onProgress() {
		return (e) => {
			this.setSentBytes(e.loadedBytes);
		};
	}
	startDisplayTimer(e = 1e3) {
		let t = () => {
			this.display(), this.isDone() || (this.timeoutHandle = setTimeout(t, e));
		};
		this.timeoutHandle = setTimeout(t, e);
	}
	stopDisplayTimer() {
		this.timeoutHandle &&= (clearTimeout(this.timeoutHandle), void 0), this.display();
	}
};
function Te(e, t, n) {
	return Ce(this, void 0, void 0, function* () {
		let i = new ee(e), a = i.getBlockBlobClient(), o = new we(n?.archiveSizeBytes ?? 0), c = {
			blockSize: n?.uploadChunkSize,
			concurrency: n?.uploadConcurrency,
			maxSingleShotSize: 134217728,
			onProgress: o.onProgress()
		};
		try {
			o.startDisplayTimer(), s(`BlobClient: ${i.name}:${i.accountName}:${i.containerName}`);
			let e = yield a.uploadFile(t, c);
			if (e._response.status >= 400) throw new xe(`uploadCacheArchiveSDK: upload failed with status code ${e._response.status}`);
			return e;
		} catch (e) {
			throw r(`uploadCacheArchiveSDK: internal error uploading cache archive: ${e.message}`), e;
		} finally {
			o.stopDisplayTimer();
		}
	});
}
var F = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
function I(e) {
	return e ? e >= 200 && e < 300 : !1;
}
function Ee(e) {
	return !e || e >= 500;
}
function De(e) {
	return e ? [
		m.BadGateway,
		m.ServiceUnavailable,
		m.GatewayTimeout
	].includes(e) : !1;
}
function Oe(e) {
	return F(this, void 0, void 0, function* () {
		return new Promise((t) => setTimeout(t, e));
	});
}
function ke(e, t, n) {
	return F(this, arguments, void 0, function* (e, t, n, r = 2, i = w, a = void 0) {
		let o = ``, c = 1;
		for (; c <= r;) {
			let l, u, d = !1;
			try {
				l = yield t();
			} catch (e) {
				a && (l = a(e)), d = !0, o = e.message;
			}
			if (l && (u = n(l), !Ee(u))) return l;
			if (u && (d = De(u), o = `Cache service responded with ${u}`), s(`${e} - Attempt ${c} of ${r} failed with error: ${o}`), !d) {
				s(`${e} - Error is not retryable`);
				break;
			}
			yield Oe(i), c++;
		}
		throw Error(`${e} failed: ${o}`);
	});
}
function L(e, t) {
	return F(this, arguments, void 0, function* (e, t, n = 2, r = w) {
		return yield ke(e, t, (e) => e.statusCode, n, r, (e) => {
			if (e instanceof h) return {
				statusCode: e.statusCode,
				result: null,
				headers: {},
				error: e
			};
		});
	});
}
function R(e, t) {
	return F(this, arguments, void 0, function* (e, t, n = 2, r = w) {
		return yield ke(e, t, (e) => e.message.statusCode, n, r);
	});
}
var z = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
function Ae(e, t) {
	return z(this, void 0, void 0, function* () {
		yield se.promisify(ce.pipeline)(e.message, t);
	});
}
var je = class {
	constructor(e) {
		this.contentLength = e, this.segmentIndex = 0, this.segmentSize = 0, this.segmentOffset = 0, this.receivedBytes = 0, this.displayedComplete = !1, this.startTime = Date.now();
	}
	nextSegment(e) {
		this.segmentOffset += this.segmentSize, this.segmentIndex += 1, this.segmentSize = e, this.receivedBytes = 0, s(`Downloading segment at offset ${this.segmentOffset} with length ${this.segmentSize}...`);
	}
	setReceivedBytes(e) {
		this.receivedBytes = e;
	}
	getTransferredBytes() {
		return this.segmentOffset + this.receivedBytes;
	}
	isDone() {
		return this.getTransferredBytes() === this.contentLength;
	}
	display() {
		if (this.displayedComplete) return;
		let e = this.segmentOffset + this.receivedBytes, t = (100 * (e / this.contentLength)).toFixed(1), r = Date.now() - this.startTime, i = (e / 1048576 / (r / 1e3)).toFixed(1);
		n(`Received ${e} of ${this.contentLength} (${t}%), ${i} MBs/sec`), this.isDone() && (this.displayedComplete = !0);
	}
	onProgress() {
		return (e) => {
			this.setReceivedBytes(e.loadedBytes);
		};
	}
	startDisplayTimer(e = 1e3) {
		let t = () => {
			this.display(), this.isDone() || (this.timeoutHandle = setTimeout(t, e));
		};
		this.timeoutHandle = setTimeout(t, e);
	}
	stopDisplayTimer() {
		this.timeoutHandle &&= (clearTimeout(this.timeoutHandle), void 0), this.display();
	}
};
function B(e, t) {
	return z(this, void 0, void 0, function* () {
		let n = y.createWriteStream(t), r = new _(`actions/cache`), i = yield R(`downloadCache`, () => z(this, void 0, void 0, function* () {
			return r.get(e);
		}));
		i.message.socket.setTimeout(de, () => {
			i.message.destroy(), s(`Aborting download, socket timed out after ${de} ms`);
		}), yield Ae(i, n);
		let a = i.message.headers[`content-length`];
		if (a) {
			let e = parseInt(a), n = O(t);
			if (n !== e) throw Error(`Incomplete download. Expected file size: ${e}, actual file size: ${n}`);
		} else s(`Unable to validate download, no Content-Length header`);
	});
}
function Me(e, t, n) {
	return z(this, void 0, void 0, function* () {
		let r = yield y.promises.open(t, `w`), i = new _(`actions/cache`, void 0, {
			socketTimeout: n.timeoutInMs,
			keepAlive: !0
		});
		try {
			let t = (yield R(`downloadCacheMetadata`, () => z(this, void 0, void 0, function* () {
				return yield i.request(`HEAD`, e, null, {});
			}))).message.headers[`content-length`];
			if (t == null) throw Error(`Content-Length not found on blob response`);
			let a = parseInt(t);
			if (Number.isNaN(a)) throw Error(`Could not interpret Content-Length: ${a}`);
			let o = [], s = 4194304;
			for (let t = 0; t < a; t += s) {
				let n = Math.min(s, a - t);
				o.push({
					offset: t,
					promiseGetter: () => z(this, void 0, void 0, function* () {
						return yield Ne(i, e, t, n);
					})
				});
			}
			o.reverse();
			let c = 0, l = 0, u = new je(a);
			u.startDisplayTimer();
			let d = u.onProgress(), f = [], p, m = () => z(this, void 0, void 0, function* () {
				let e = yield Promise.race(Object.values(f));
				yield r.write(e.buffer, 0, e.count, e.offset), c--, delete f[e.offset], l += e.count, d({ loadedBytes: l });
			});
			for (; p = o.pop();) f[p.offset] = p.promiseGetter(), c++, c >= (n.downloadConcurrency ?? 10) && (yield m());
			for (; c > 0;) yield m();
		} finally {
			i.dispose(), yield r.close();
		}
	});
}
function Ne(e, t, n, r) {
	return z(this, void 0, void 0, function* () {
		let i = 0;
		for (;;) try {
			let i = yield Ie(3e4, Pe(e, t, n, r));
			if (typeof i == `string`) throw Error(`downloadSegmentRetry failed due to timeout`);
			return i;
		} catch (e) {
			if (i >= 5) throw e;
			i++;
		}
	});
}
function Pe(e, t, n, r) {
	return z(this, void 0, void 0, function* () {
		let i = yield R(`downloadCachePart`, () => z(this, void 0, void 0, function* () {
			return yield e.get(t, { Range: `bytes=${n}-${n + r - 1}` });
		}));
		if (!i.readBodyBuffer) throw Error(`Expected HttpClientResponse to implement readBodyBuffer`);
		return {
			offset: n,
			count: r,
			buffer: yield i.readBodyBuffer()
		};
	});
}
function Fe(e, t, n) {
	return z(this, void 0, void 0, function* () {
		let r = new v(e, void 0, { retryOptions: { tryTimeoutInMs: n.timeoutInMs } }), i = (yield r.getProperties()).contentLength ?? -1;
		if (i < 0) s(`Unable to determine content length, downloading file with http-client...`), yield B(e, t);
		else {
			let e = Math.min(134217728, re.constants.MAX_LENGTH), a = new je(i), o = y.openSync(t, `w`);
			try {
				a.startDisplayTimer();
				let t = new AbortController(), s = t.signal;
				for (; !a.isDone();) {
					let c = a.segmentOffset + a.segmentSize, l = Math.min(e, i - c);
					a.nextSegment(l);
					let u = yield Ie(n.segmentTimeoutInMs || 36e5, r.downloadToBuffer(c, l, {
						abortSignal: s,
						concurrency: n.downloadConcurrency,
						onProgress: a.onProgress()
					}));
					if (u === `timeout`) throw t.abort(), Error(`Aborting cache download as the download time exceeded the timeout.`);
					Buffer.isBuffer(u) && y.writeFileSync(o, u);
				}
			} finally {
				a.stopDisplayTimer(), y.closeSync(o);
			}
		}
	});
}
const Ie = (e, t) => z(void 0, void 0, void 0, function* () {
	let n, r = new Promise((t) => {
		n = setTimeout(() => t(`timeout`), e);
	});
	return Promise.race([t, r]).then((e) => (clearTimeout(n), e));
});
function Le(e) {
	let t = {
		useAzureSdk: !1,
		uploadConcurrency: 4,
		uploadChunkSize: 33554432
	};
	return e && (typeof e.useAzureSdk == `boolean` && (t.useAzureSdk = e.useAzureSdk), typeof e.uploadConcurrency == `number` && (t.uploadConcurrency = e.uploadConcurrency), typeof e.uploadChunkSize == `number` && (t.uploadChunkSize = e.uploadChunkSize)), t.uploadConcurrency = isNaN(Number(process.env.CACHE_UPLOAD_CONCURRENCY)) ? t.uploadConcurrency : Math.min(32, Number(process.env.CACHE_UPLOAD_CONCURRENCY)), t.uploadChunkSize = isNaN(Number(process.env.CACHE_UPLOAD_CHUNK_SIZE)) ? t.uploadChunkSize : Math.min(134217728, Number(process.env.CACHE_UPLOAD_CHUNK_SIZE) * 1024 * 1024), s(`Use Azure SDK: ${t.useAzureSdk}`), s(`Upload concurrency: ${t.uploadConcurrency}`), s(`Upload chunk size: ${t.uploadChunkSize}`), t;
}
function Re(e) {
	let t = {
		useAzureSdk: !1,
		concurrentBlobDownloads: !0,
		downloadConcurrency: 8,
		timeoutInMs: 3e4,
		segmentTimeoutInMs: 6e5,
		lookupOnly: !1
	};
	e && (typeof e.useAzureSdk == `boolean` && (t.useAzureSdk = e.useAzureSdk), typeof e.concurrentBlobDownloads == `boolean` && (t.concurrentBlobDownloads = e.concurrentBlobDownloads), typeof e.downloadConcurrency == `number` && (t.downloadConcurrency = e.downloadConcurrency), typeof e.timeoutInMs == `number` && (t.timeoutInMs = e.timeoutInMs), typeof e.segmentTimeoutInMs == `number` && (t.segmentTimeoutInMs = e.segmentTimeoutInMs), typeof e.lookupOnly == `boolean` && (t.lookupOnly = e.lookupOnly));
	let n = process.env.SEGMENT_DOWNLOAD_TIMEOUT_MINS;
	return n && !isNaN(Number(n)) && isFinite(Number(n)) && (t.segmentTimeoutInMs = Number(n) * 60 * 1e3), s(`Use Azure SDK: ${t.useAzureSdk}`), s(`Download concurrency: ${t.downloadConcurrency}`), s(`Request timeout (ms): ${t.timeoutInMs}`), s(`Cache segment download timeout mins env var: ${process.env.SEGMENT_DOWNLOAD_TIMEOUT_MINS}`), s(`Segment download timeout (ms): ${t.segmentTimeoutInMs}`), s(`Lookup only: ${t.lookupOnly}`), t;
}
function ze() {
	let e = new URL(process.env.GITHUB_SERVER_URL || `https://github.com`).hostname.trimEnd().toUpperCase(), t = e === `GITHUB.COM`, n = e.endsWith(`.GHE.COM`), r = e.endsWith(`.LOCALHOST`);
	return !t && !n && !r;
}
function Be() {
	return ze() ? `v1` : process.env.ACTIONS_CACHE_SERVICE_V2 ? `v2` : `v1`;
}
const Ve = [
	`none`,
	`read`,
	`write`,
	`write-only`
];
function He() {
	return (process.env.ACTIONS_CACHE_MODE || ``).trim().toLowerCase();
}
function Ue(e) {
	return !Ve.includes(e) || e === `read` || e === `write`;
}
function We(e) {
	return !Ve.includes(e) || e === `write` || e === `write-only`;
}
function Ge() {
	let e = Be();
	switch (e) {
		case `v1`: return process.env.ACTIONS_CACHE_URL || process.env.ACTIONS_RESULTS_URL || ``;
		case `v2`: return process.env.ACTIONS_RESULTS_URL || ``;
		default: throw Error(`Unsupported cache service version: ${e}`);
	}
}
var Ke = t(((e, t) => {
	t.exports = {
		name: `@actions/cache`,
		version: `6.3.0`,
		description: `Actions cache lib`,
		keywords: [
			`github`,
			`actions`,
			`cache`
		],
		homepage: `https://github.com/actions/toolkit/tree/main/packages/cache`,
		license: `MIT`,
		type: `module`,
		main: `lib/cache.js`,
		types: `lib/cache.d.ts`,
		exports: { ".": {
			types: `./lib/cache.d.ts`,
			import: `./lib/cache.js`
		} },
		directories: {
			lib: `lib`,
			test: `__tests__`
		},
		files: [`lib`, `!.DS_Store`],
		publishConfig: { access: `public` },
		repository: {
			type: `git`,
			url: `git+https://github.com/actions/toolkit.git`,
			directory: `packages/cache`
		},
		scripts: {
			"audit-moderate": `npm install && npm audit --json --audit-level=moderate > audit.json`,
			test: `echo "Error: run tests from root" && exit 1`,
			tsc: `tsc && cp src/internal/shared/package-version.cjs lib/internal/shared/`
		},
		bugs: { url: `https://github.com/actions/toolkit/issues` },
		dependencies: {
			"@actions/core": `^3.0.1`,
			"@actions/exec": `^3.0.0`,
			"@actions/glob": `^0.7.0`,
			"@actions/http-client": `^4.0.1`,
			"@actions/io": `^3.0.2`,
			"@azure/core-rest-pipeline": `~1.23.0`,
			"@azure/storage-blob": `~12.31.0`,
			"@protobuf-ts/runtime-rpc": `^2.11.1`,
			semver: `^7.8.5`
		},
		devDependencies: {
			"@protobuf-ts/plugin": `^2.11.1`,
			"@types/node": `^25.9.8`,
			"@types/semver": `^7.8.0`,
			typescript: `^5.9.3`
		},
		overrides: {
			"uri-js": `npm:uri-js-replace@^1.0.1`,
			"node-fetch": `^3.3.2`
		}
	};
})), qe = t(((e, t) => {
	t.exports = { version: Ke().version };
}))();
function Je() {
	return `@actions/cache-${qe.version}`;
}
var V = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
function H(e) {
	let t = Ge();
	if (!t) throw Error(`Cache Service Url not found, unable to restore cache.`);
	let n = `${t}_apis/artifactcache/${e}`;
	return s(`Resource Url: ${n}`), n;
}
function Ye(e, t) {
	return `${e};api-version=${t}`;
}
function Xe() {
	return { headers: { Accept: Ye(`application/json`, `6.0-preview.1`) } };
}
function Ze() {
	let e = process.env.ACTIONS_RUNTIME_TOKEN || ``, t = new g(e);
	return new _(Je(), [t], Xe());
}
function Qe(e, t, n) {
	return V(this, void 0, void 0, function* () {
		let r = Ze(), o = M(t, n?.compressionMethod, n?.enableCrossOsArchive), c = `cache?keys=${encodeURIComponent(e.join(`,`))}&version=${o}`, l = yield L(`getCacheEntry`, () => V(this, void 0, void 0, function* () {
			return r.getJson(H(c));
		}));
		if (l.statusCode === 204) return a() && (yield $e(e[0], r, o)), null;
		if (!I(l.statusCode)) {
			let e = l.error?.message;
			throw e?.includes(`cache read denied:`) ? Error(e) : Error(`Cache service responded with ${l.statusCode}`);
		}
		let u = l.result, d = u?.archiveLocation;
		if (!d) throw Error(`Cache not found.`);
		return i(d), s(`Cache Result:`), s(JSON.stringify(u)), u;
	});
}
function $e(e, t, n) {
	return V(this, void 0, void 0, function* () {
		let r = `caches?key=${encodeURIComponent(e)}`, i = yield L(`listCache`, () => V(this, void 0, void 0, function* () {
			return t.getJson(H(r));
		}));
		if (i.statusCode === 200) {
			let t = i.result, r = t?.totalCount;
			if (r && r > 0) {
				s(`No matching cache found for cache key '${e}', version '${n} and scope ${process.env.GITHUB_REF}. There exist one or more cache(s) with similar key but they have different version or scope. See more info on cache matching here: https://docs.github.com/en/actions/using-workflows/caching-dependencies-to-speed-up-workflows#matching-a-cache-key \nOther caches with similar key:`);
				for (let e of t?.artifactCaches || []) s(`Cache Key: ${e?.cacheKey}, Cache Version: ${e?.cacheVersion}, Cache Scope: ${e?.scope}, Cache Created: ${e?.creationTime}`);
			}
		}
	});
}
function et(e, t, n) {
	return V(this, void 0, void 0, function* () {
		let r = new le(e), i = Re(n);
		r.hostname.endsWith(`.blob.core.windows.net`) ? i.useAzureSdk ? yield Fe(e, t, i) : i.concurrentBlobDownloads ? yield Me(e, t, i) : yield B(e, t) : yield B(e, t);
	});
}
function tt(e, t, n) {
	return V(this, void 0, void 0, function* () {
		let r = Ze(), i = {
			key: e,
			version: M(t, n?.compressionMethod, n?.enableCrossOsArchive),
			cacheSize: n?.cacheSize
		};
		return yield L(`reserveCache`, () => V(this, void 0, void 0, function* () {
			return r.postJson(H(`caches`), i);
		}));
	});
}
function nt(e, t) {
	return `bytes ${e}-${t}/*`;
}
function rt(e, t, n, r, i) {
	return V(this, void 0, void 0, function* () {
		s(`Uploading chunk of size ${i - r + 1} bytes at offset ${r} with content range: ${nt(r, i)}`);
		let a = {
			"Content-Type": `application/octet-stream`,
			"Content-Range": nt(r, i)
		}, o = yield R(`uploadChunk (start: ${r}, end: ${i})`, () => V(this, void 0, void 0, function* () {
			return e.sendStream(`PATCH`, t, n(), a);
		}));
		if (!I(o.message.statusCode)) throw Error(`Cache service responded with ${o.message.statusCode} during upload chunk.`);
	});
}
function it(e, t, n, r) {
	return V(this, void 0, void 0, function* () {
		let i = O(n), a = H(`caches/${t.toString()}`), o = y.openSync(n, `r`), c = Le(r), l = ye(`uploadConcurrency`, c.uploadConcurrency), u = ye(`uploadChunkSize`, c.uploadChunkSize), d = [...Array(l).keys()];
		s(`Awaiting all uploads`);
		let f = 0;
		try {
			yield Promise.all(d.map(() => V(this, void 0, void 0, function* () {
				for (; f < i;) {
					let t = Math.min(i - f, u), r = f, s = f + t - 1;
					f += u, yield rt(e, a, () => y.createReadStream(n, {
						fd: o,
						start: r,
						end: s,
						autoClose: !1
					}).on(`error`, (e) => {
						throw Error(`Cache upload failed because file read failed with ${e.message}`);
					}), r, s);
				}
			})));
		} finally {
			y.closeSync(o);
		}
	});
}
function at(e, t, n) {
	return V(this, void 0, void 0, function* () {
		let r = { size: n };
		return yield L(`commitCache`, () => V(this, void 0, void 0, function* () {
			return e.postJson(H(`caches/${t.toString()}`), r);
		}));
	});
}
function ot(e, t, r, i) {
	return V(this, void 0, void 0, function* () {
		if (Le(i).useAzureSdk) {
			if (!r) throw Error(`Azure Storage SDK can only be used when a signed URL is provided.`);
			yield Te(r, t, i);
		} else {
			let r = Ze();
			s(`Upload cache`), yield it(r, e, t, i), s(`Commiting cache`);
			let a = O(t);
			n(`Cache Size: ~${Math.round(a / 1048576)} MB (${a} B)`);
			let o = yield at(r, e, a);
			if (!I(o.statusCode)) throw Error(`Cache service responded with ${o.statusCode} during commit cache.`);
			n(`Cache saved successfully`);
		}
	});
}
var st = te(), U = ne();
const ct = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.entities.v1.CacheScope`, [{
			no: 1,
			name: `scope`,
			kind: `scalar`,
			T: 9
		}, {
			no: 2,
			name: `permission`,
			kind: `scalar`,
			T: 3
		}]);
	}
	create(e) {
		let t = {
			scope: ``,
			permission: `0`
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.scope = e.string();
					break;
				case 2:
					i.permission = e.int64().toString();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.scope !== `` && t.tag(1, U.WireType.LengthDelimited).string(e.scope), e.permission !== `0` && t.tag(2, U.WireType.Varint).int64(e.permission);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), W = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.entities.v1.CacheMetadata`, [{
			no: 1,
			name: `repository_id`,
			kind: `scalar`,
			T: 3
		}, {
			no: 2,
			name: `scope`,
			kind: `message`,
			repeat: 1,
			T: () => ct
		}]);
	}
	create(e) {
		let t = {
			repositoryId: `0`,
			scope: []
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.repositoryId = e.int64().toString();
					break;
				case 2:
					i.scope.push(ct.internalBinaryRead(e, e.uint32(), n));
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.repositoryId !== `0` && t.tag(1, U.WireType.Varint).int64(e.repositoryId);
		for (let r = 0; r < e.scope.length; r++) ct.internalBinaryWrite(e.scope[r], t.tag(2, U.WireType.LengthDelimited).fork(), n).join();
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), lt = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.CreateCacheEntryRequest`, [
			{
				no: 1,
				name: `metadata`,
				kind: `message`,
				T: () => W
			},
			{
				no: 2,
				name: `key`,
				kind: `scalar`,
				T: 9
			},
			{
				no: 3,
				name: `version`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			key: ``,
			version: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.metadata = W.internalBinaryRead(e, e.uint32(), n, i.metadata);
					break;
				case 2:
					i.key = e.string();
					break;
				case 3:
					i.version = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.metadata && W.internalBinaryWrite(e.metadata, t.tag(1, U.WireType.LengthDelimited).fork(), n).join(), e.key !== `` && t.tag(2, U.WireType.LengthDelimited).string(e.key), e.version !== `` && t.tag(3, U.WireType.LengthDelimited).string(e.version);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), ut = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.CreateCacheEntryResponse`, [
			{
				no: 1,
				name: `ok`,
				kind: `scalar`,
				T: 8
			},
			{
				no: 2,
				name: `signed_upload_url`,
				kind: `scalar`,
				T: 9
			},
			{
				no: 3,
				name: `message`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			ok: !1,
			signedUploadUrl: ``,
			message: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.ok = e.bool();
					break;
				case 2:
					i.signedUploadUrl = e.string();
					break;
				case 3:
					i.message = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.ok !== !1 && t.tag(1, U.WireType.Varint).bool(e.ok), e.signedUploadUrl !== `` && t.tag(2, U.WireType.LengthDelimited).string(e.signedUploadUrl), e.message !== `` && t.tag(3, U.WireType.LengthDelimited).string(e.message);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), dt = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.FinalizeCacheEntryUploadRequest`, [
			{
				no: 1,
				name: `metadata`,
				kind: `message`,
				T: () => W
			},
			{
				no: 2,
				name: `key`,
				kind: `scalar`,
				T: 9
			},
			{
				no: 3,
				name: `size_bytes`,
				kind: `scalar`,
				T: 3
			},
			{
				no: 4,
				name: `version`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			key: ``,
			sizeBytes: `0`,
			version: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.metadata = W.internalBinaryRead(e, e.uint32(), n, i.metadata);
					break;
				case 2:
					i.key = e.string();
					break;
				case 3:
					i.sizeBytes = e.int64().toString();
					break;
				case 4:
					i.version = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.metadata && W.internalBinaryWrite(e.metadata, t.tag(1, U.WireType.LengthDelimited).fork(), n).join(), e.key !== `` && t.tag(2, U.WireType.LengthDelimited).string(e.key), e.sizeBytes !== `0` && t.tag(3, U.WireType.Varint).int64(e.sizeBytes), e.version !== `` && t.tag(4, U.WireType.LengthDelimited).string(e.version);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), ft = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.FinalizeCacheEntryUploadResponse`, [
			{
				no: 1,
				name: `ok`,
				kind: `scalar`,
				T: 8
			},
			{
				no: 2,
				name: `entry_id`,
				kind: `scalar`,
				T: 3
			},
			{
				no: 3,
				name: `message`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			ok: !1,
			entryId: `0`,
			message: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.ok = e.bool();
					break;
				case 2:
					i.entryId = e.int64().toString();
					break;
				case 3:
					i.message = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.ok !== !1 && t.tag(1, U.WireType.Varint).bool(e.ok), e.entryId !== `0` && t.tag(2, U.WireType.Varint).int64(e.entryId), e.message !== `` && t.tag(3, U.WireType.LengthDelimited).string(e.message);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), pt = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.GetCacheEntryDownloadURLRequest`, [
			{
				no: 1,
				name: `metadata`,
				kind: `message`,
				T: () => W
			},
			{
				no: 2,
				name: `key`,
				kind: `scalar`,
				T: 9
			},
			{
				no: 3,
				name: `restore_keys`,
				kind: `scalar`,
				repeat: 2,
				T: 9
			},
			{
				no: 4,
				name: `version`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			key: ``,
			restoreKeys: [],
			version: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.metadata = W.internalBinaryRead(e, e.uint32(), n, i.metadata);
					break;
				case 2:
					i.key = e.string();
					break;
				case 3:
					i.restoreKeys.push(e.string());
					break;
				case 4:
					i.version = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.metadata && W.internalBinaryWrite(e.metadata, t.tag(1, U.WireType.LengthDelimited).fork(), n).join(), e.key !== `` && t.tag(2, U.WireType.LengthDelimited).string(e.key);
		for (let n = 0; n < e.restoreKeys.length; n++) t.tag(3, U.WireType.LengthDelimited).string(e.restoreKeys[n]);
		e.version !== `` && t.tag(4, U.WireType.LengthDelimited).string(e.version);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}(), mt = new class extends U.MessageType {
	constructor() {
		super(`github.actions.results.api.v1.GetCacheEntryDownloadURLResponse`, [
			{
				no: 1,
				name: `ok`,
				kind: `scalar`,
				T: 8
			},
			{
				no: 2,
				name: `signed_download_url`,
				kind: `scalar`,
				T: 9
			},
			{
				no: 3,
				name: `matched_key`,
				kind: `scalar`,
				T: 9
			}
		]);
	}
	create(e) {
		let t = {
			ok: !1,
			signedDownloadUrl: ``,
			matchedKey: ``
		};
		return globalThis.Object.defineProperty(t, U.MESSAGE_TYPE, {
			enumerable: !1,
			value: this
		}), e !== void 0 && (0, U.reflectionMergePartial)(this, t, e), t;
	}
	internalBinaryRead(e, t, n, r) {
		let i = r ?? this.create(), a = e.pos + t;
		for (; e.pos < a;) {
			let [t, r] = e.tag();
			switch (t) {
				case 1:
					i.ok = e.bool();
					break;
				case 2:
					i.signedDownloadUrl = e.string();
					break;
				case 3:
					i.matchedKey = e.string();
					break;
				default:
					let a = n.readUnknownField;
					if (a === `throw`) throw new globalThis.Error(`Unknown field ${t} (wire type ${r}) for ${this.typeName}`);
					let o = e.skip(r);
					a !== !1 && (a === !0 ? U.UnknownFieldHandler.onRead : a)(this.typeName, i, t, r, o);
			}
		}
		return i;
	}
	internalBinaryWrite(e, t, n) {
		e.ok !== !1 && t.tag(1, U.WireType.Varint).bool(e.ok), e.signedDownloadUrl !== `` && t.tag(2, U.WireType.LengthDelimited).string(e.signedDownloadUrl), e.matchedKey !== `` && t.tag(3, U.WireType.LengthDelimited).string(e.matchedKey);
		let r = n.writeUnknownFields;
		return r !== !1 && (r == 1 ? U.UnknownFieldHandler.onWrite : r)(this.typeName, e, t), t;
	}
}();
new st.ServiceType(`github.actions.results.api.v1.CacheService`, [
	{
		name: `CreateCacheEntry`,
		options: {},
		I: lt,
		O: ut
	},
	{
		name: `FinalizeCacheEntryUpload`,
		options: {},
		I: dt,
		O: ft
	},
	{
		name: `GetCacheEntryDownloadURL`,
		options: {},
		I: pt,
		O: mt
	}
]);
var ht = class {
	constructor(e) {
		this.rpc = e, this.CreateCacheEntry.bind(this), this.FinalizeCacheEntryUpload.bind(this), this.GetCacheEntryDownloadURL.bind(this);
	}
	CreateCacheEntry(e) {
		let t = lt.toJson(e, {
			useProtoFieldName: !0,
			emitDefaultValues: !1
		});
		return this.rpc.request(`github.actions.results.api.v1.CacheService`, `CreateCacheEntry`, `application/json`, t).then((e) => ut.fromJson(e, { ignoreUnknownFields: !0 }));
	}
	FinalizeCacheEntryUpload(e) {
		let t = dt.toJson(e, {
			useProtoFieldName: !0,
			emitDefaultValues: !1
		});
		return this.rpc.request(`github.actions.results.api.v1.CacheService`, `FinalizeCacheEntryUpload`, `application/json`, t).then((e) => ft.fromJson(e, { ignoreUnknownFields: !0 }));
	}
	GetCacheEntryDownloadURL(e) {
		let t = pt.toJson(e, {
			useProtoFieldName: !0,
			emitDefaultValues: !1
		});
		return this.rpc.request(`github.actions.results.api.v1.CacheService`, `GetCacheEntryDownloadURL`, `application/json`, t).then((e) => mt.fromJson(e, { ignoreUnknownFields: !0 }));
	}
};
function gt(e) {
	if (e) try {
		let t = new URL(e).searchParams.get(`sig`);
		t && (i(t), i(encodeURIComponent(t)));
	} catch (t) {
		s(`Failed to parse URL: ${e} ${t instanceof Error ? t.message : String(t)}`);
	}
}
function _t(e) {
	typeof e != `object` || !e ? s(`body is not an object or is null`) : (`signed_upload_url` in e && typeof e.signed_upload_url == `string` && gt(e.signed_upload_url), `signed_download_url` in e && typeof e.signed_download_url == `string` && gt(e.signed_download_url));
}
var G = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
}, vt = class {
	constructor(e, t, n, r) {
		this.maxAttempts = 5, this.baseRetryIntervalMilliseconds = 3e3, this.retryMultiplier = 1.5;
		let i = be();
		this.baseUrl = Ge(), t && (this.maxAttempts = t), n && (this.baseRetryIntervalMilliseconds = n), r && (this.retryMultiplier = r), this.httpClient = new _(e, [new g(i)]);
	}
	request(e, t, n, r) {
		return G(this, void 0, void 0, function* () {
			let i = new URL(`/twirp/${e}/${t}`, this.baseUrl).href;
			s(`[Request] ${t} ${i}`);
			let a = { "Content-Type": n };
			try {
				let { body: e } = yield this.retryableRequest(() => G(this, void 0, void 0, function* () {
					return this.httpClient.post(i, JSON.stringify(r), a);
				}));
				return e;
			} catch (e) {
				throw Error(`Failed to ${t}: ${e.message}`);
			}
		});
	}
	retryableRequest(e) {
		return G(this, void 0, void 0, function* () {
			let t = 0, i = ``, a = ``;
			for (; t < this.maxAttempts;) {
				let o = !1;
				try {
					let t = yield e(), n = t.message.statusCode;
					a = yield t.readBody(), s(`[Response] - ${t.message.statusCode}`), s(`Headers: ${JSON.stringify(t.message.headers, null, 2)}`);
					let c = JSON.parse(a);
					if (_t(c), s(`Body: ${JSON.stringify(c, null, 2)}`), this.isSuccessStatusCode(n)) return {
						response: t,
						body: c
					};
					if (o = this.isRetryableHttpStatusCode(n), i = `Failed request: (${n}) ${t.message.statusMessage}`, c.msg) {
						if (P.isUsageErrorMessage(c.msg)) throw new P();
						i = `${i}: ${c.msg}`;
					}
					if (n === m.TooManyRequests) {
						let e = t.message.headers[`retry-after`];
						if (e) {
							let t = parseInt(e, 10);
							!isNaN(t) && t > 0 && r(`You've hit a rate limit, your rate limit will reset in ${t} seconds`);
						}
						throw new Se(`Rate limited: ${i}`);
					}
				} catch (e) {
					if (e instanceof SyntaxError && s(`Raw Body: ${a}`), e instanceof P || e instanceof Se) throw e;
					if (N.isNetworkErrorCode(e?.code)) throw new N(e?.code);
					o = !0, i = e.message;
				}
				if (!o) throw Error(`Received non-retryable error: ${i}`);
				if (t + 1 === this.maxAttempts) throw Error(`Failed to make request after ${this.maxAttempts} attempts: ${i}`);
				let c = this.getExponentialRetryTimeMilliseconds(t);
				n(`Attempt ${t + 1} of ${this.maxAttempts} failed with error: ${i}. Retrying request in ${c} ms...`), yield this.sleep(c), t++;
			}
			throw Error(`Request failed`);
		});
	}
	isSuccessStatusCode(e) {
		return e ? e >= 200 && e < 300 : !1;
	}
	isRetryableHttpStatusCode(e) {
		return e ? [
			m.BadGateway,
			m.GatewayTimeout,
			m.InternalServerError,
			m.ServiceUnavailable
		].includes(e) : !1;
	}
	sleep(e) {
		return G(this, void 0, void 0, function* () {
			return new Promise((t) => setTimeout(t, e));
		});
	}
	getExponentialRetryTimeMilliseconds(e) {
		if (e < 0) throw Error(`attempt should be a positive integer`);
		if (e === 0) return this.baseRetryIntervalMilliseconds;
		let t = this.baseRetryIntervalMilliseconds * this.retryMultiplier ** +e, n = t * this.retryMultiplier;
		return Math.trunc(Math.random() * (n - t) + t);
	}
};
function yt(e) {
	return new ht(new vt(Je(), e?.maxAttempts, e?.retryIntervalMs, e?.retryMultiplier));
}
var K = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
};
const q = process.platform === `win32`;
function bt() {
	return K(this, void 0, void 0, function* () {
		switch (process.platform) {
			case `win32`: {
				let e = yield ve(), t = pe;
				if (e) return {
					path: e,
					type: C.GNU
				};
				if (ae(t)) return {
					path: t,
					type: C.BSD
				};
				break;
			}
			case `darwin`: {
				let e = yield d(`gtar`, !1);
				return e ? {
					path: e,
					type: C.GNU
				} : {
					path: yield d(`tar`, !0),
					type: C.BSD
				};
			}
		}
		return {
			path: yield d(`tar`, !0),
			type: C.GNU
		};
	});
}
function xt(e, t, n) {
	return K(this, arguments, void 0, function* (e, t, n, r = ``) {
		let i = [`"${e.path}"`], a = j(t), o = `cache.tar`, s = Ct(), c = e.type === C.BSD && t !== S.Gzip && q;
		switch (n) {
			case `create`:
				i.push(`--posix`, `-cf`, c ? o : a.replace(RegExp(`\\${b.sep}`, `g`), `/`), `--exclude`, c ? o : a.replace(RegExp(`\\${b.sep}`, `g`), `/`), `-P`, `-C`, s.replace(RegExp(`\\${b.sep}`, `g`), `/`), `--files-from`, me);
				break;
			case `extract`:
				i.push(`-xf`, c ? o : r.replace(RegExp(`\\${b.sep}`, `g`), `/`), `-P`, `-C`, c ? wt(s) : s.replace(RegExp(`\\${b.sep}`, `g`), `/`));
				break;
			case `list`: i.push(`-tf`, c ? o : r.replace(RegExp(`\\${b.sep}`, `g`), `/`), `-P`);
		}
		if (e.type === C.GNU) switch (process.platform) {
			case `win32`:
				i.push(`--force-local`);
				break;
			case `darwin`: i.push(`--delay-directory-restore`);
		}
		return i;
	});
}
function St(e, t) {
	return K(this, arguments, void 0, function* (e, t, n = ``) {
		let r, i = yield bt(), a = yield xt(i, e, t, n), o = t === `create` ? yield Et(i, e) : yield Tt(i, e, n), s = i.type === C.BSD && e !== S.Gzip && q;
		return r = s && t !== `create` ? [[...o].join(` `), [...a].join(` `)] : [[...a].join(` `), [...o].join(` `)], {
			commands: s ? r : [r.join(` `)],
			requiresTempDirectory: s && t !== `create`
		};
	});
}
function Ct() {
	return process.env.GITHUB_WORKSPACE ?? process.cwd();
}
function wt(e) {
	return `"${b.resolve(e).replace(RegExp(`\\${b.sep}`, `g`), `/`)}"`;
}
function Tt(e, t, n) {
	return K(this, void 0, void 0, function* () {
		let r = e.type === C.BSD && t !== S.Gzip && q;
		switch (t) {
			case S.Zstd: return r ? [
				`zstd -d --long=30 --force -o`,
				T,
				wt(n)
			] : [`--use-compress-program`, q ? `"zstd -d --long=30"` : `unzstd --long=30`];
			case S.ZstdWithoutLong: return r ? [
				`zstd -d --force -o`,
				T,
				wt(n)
			] : [`--use-compress-program`, q ? `"zstd -d"` : `unzstd`];
			default: return [`-z`];
		}
	});
}
function Et(e, t) {
	return K(this, void 0, void 0, function* () {
		let n = j(t), r = e.type === C.BSD && t !== S.Gzip && q;
		switch (t) {
			case S.Zstd: return r ? [
				`zstd -T0 --long=30 --force -o`,
				n.replace(RegExp(`\\${b.sep}`, `g`), `/`),
				T
			] : [`--use-compress-program`, q ? `"zstd -T0 --long=30"` : `zstdmt --long=30`];
			case S.ZstdWithoutLong: return r ? [
				`zstd -T0 --force -o`,
				n.replace(RegExp(`\\${b.sep}`, `g`), `/`),
				T
			] : [`--use-compress-program`, q ? `"zstd -T0"` : `zstdmt`];
			default: return [`-z`];
		}
	});
}
function Dt(e, t) {
	return K(this, void 0, void 0, function* () {
		for (let n of e) try {
			yield c(n, void 0, {
				cwd: t,
				env: Object.assign(Object.assign({}, process.env), { MSYS: `winsymlinks:nativestrict` })
			});
		} catch (e) {
			throw Error(`${n.split(` `)[0]} failed with error: ${e?.message}`);
		}
	});
}
function Ot(e, t, n) {
	return K(this, void 0, void 0, function* () {
		let { commands: r, requiresTempDirectory: i } = yield St(t, n, e), a = i ? yield D() : void 0;
		try {
			yield Dt(r, a);
		} finally {
			if (a) try {
				yield u(a);
			} catch (e) {
				s(`Failed to delete temporary tar directory: ${e}`);
			}
		}
	});
}
function J(e, t) {
	return K(this, void 0, void 0, function* () {
		yield Ot(e, t, `list`);
	});
}
function kt(e, t) {
	return K(this, void 0, void 0, function* () {
		let n = Ct();
		yield f(n), yield Ot(e, t, `extract`);
	});
}
function At(e, t, n) {
	return K(this, void 0, void 0, function* () {
		oe(b.join(e, me), t.join(`
`));
		let { commands: r } = yield St(n, `create`);
		yield Dt(r, e);
	});
}
var Y = function(e, t, n, r) {
	function i(e) {
		return e instanceof n ? e : new n(function(t) {
			t(e);
		});
	}
	return new (n ||= Promise)(function(n, a) {
		function o(e) {
			try {
				c(r.next(e));
			} catch (e) {
				a(e);
			}
		}
		function s(e) {
			try {
				c(r.throw(e));
			} catch (e) {
				a(e);
			}
		}
		function c(e) {
			e.done ? n(e.value) : i(e.value).then(o, s);
		}
		c((r = r.apply(e, t || [])).next());
	});
}, X = class e extends Error {
	constructor(t) {
		super(t), this.name = `ValidationError`, Object.setPrototypeOf(this, e.prototype);
	}
}, Z = class e extends Error {
	constructor(t) {
		super(t), this.name = `ReserveCacheError`, Object.setPrototypeOf(this, e.prototype);
	}
};
const jt = `cache write denied:`;
var Mt = class e extends Z {
	constructor(t) {
		super(t), this.name = `CacheWriteDeniedError`, Object.setPrototypeOf(this, e.prototype);
	}
};
const Nt = `cache read denied:`;
var Q = class e extends Error {
	constructor(t) {
		super(t), this.name = `CacheReadDeniedError`, Object.setPrototypeOf(this, e.prototype);
	}
}, Pt = class e extends Error {
	constructor(t) {
		super(t), this.name = `FinalizeCacheError`, Object.setPrototypeOf(this, e.prototype);
	}
};
function Ft(e) {
	if (!e || e.length === 0) throw new X(`Path Validation Error: At least one directory or file path is required`);
}
function $(e) {
	if (e.length > 512) throw new X(`Key Validation Error: ${e} cannot be larger than 512 characters.`);
	if (!/^[^,]*$/.test(e)) throw new X(`Key Validation Error: ${e} cannot contain commas.`);
}
function It(e, t, r, i) {
	return Y(this, arguments, void 0, function* (e, t, r, i, a = !1) {
		let o = Be();
		s(`Cache service version: ${o}`), Ft(e);
		let c = He();
		if (!Ue(c)) n(`Cache restore skipped: the effective cache-mode '${c}' does not permit reads.`), s(`Skipped restore for paths [${e.join(`, `)}] with primary key '${t}'.`);
		else switch (o) {
			case `v2`: return yield Rt(e, t, r, i, a);
			default: return yield Lt(e, t, r, i, a);
		}
	});
}
function Lt(e, t, i, c) {
	return Y(this, arguments, void 0, function* (e, t, i, c, l = !1) {
		i ||= [];
		let u = [t, ...i];
		if (s(`Resolved Keys:`), s(JSON.stringify(u)), u.length > 10) throw new X(`Key Validation Error: Keys are limited to a maximum of 10.`);
		for (let e of u) $(e);
		let d = yield A(), f = ``;
		try {
			let t;
			try {
				t = yield Qe(u, e, {
					compressionMethod: d,
					enableCrossOsArchive: l
				});
			} catch (e) {
				let t = e?.message ?? ``;
				throw t.includes(Nt) ? new Q(t) : e;
			}
			if (!t?.archiveLocation) return;
			if (c?.lookupOnly) return n(`Lookup only - skipping download`), t.cacheKey;
			f = b.join(yield D(), j(d)), s(`Archive Path: ${f}`), yield et(t.archiveLocation, f, c), a() && (yield J(f, d));
			let r = O(f);
			return n(`Cache Size: ~${Math.round(r / 1048576)} MB (${r} B)`), yield kt(f, d), n(`Cache restored successfully`), t.cacheKey;
		} catch (e) {
			let t = e;
			if (t.name === X.name) throw e;
			t instanceof h && typeof t.statusCode == `number` && t.statusCode >= 500 ? o(`Failed to restore: ${e.message}`) : r(`Failed to restore: ${e.message}`);
		} finally {
			try {
				yield k(f);
			} catch (e) {
				s(`Failed to delete archive: ${e}`);
			}
		}
	});
}
function Rt(e, t, i, c) {
	return Y(this, arguments, void 0, function* (e, t, i, c, l = !1) {
		c = Object.assign(Object.assign({}, c), { useAzureSdk: !0 }), i ||= [];
		let u = [t, ...i];
		if (s(`Resolved Keys:`), s(JSON.stringify(u)), u.length > 10) throw new X(`Key Validation Error: Keys are limited to a maximum of 10.`);
		for (let e of u) $(e);
		let d = ``;
		try {
			let r = yt(), o = yield A(), f = {
				key: t,
				restoreKeys: i,
				version: M(e, o, l)
			}, p;
			try {
				p = yield r.GetCacheEntryDownloadURL(f);
			} catch (e) {
				let t = e?.message ?? ``;
				throw t.includes(Nt) ? new Q(t) : e;
			}
			if (!p.ok) {
				s(`Cache not found for version ${f.version} of keys: ${u.join(`, `)}`);
				return;
			}
			if (f.key === p.matchedKey ? n(`Cache hit for: ${p.matchedKey}`) : n(`Cache hit for restore-key: ${p.matchedKey}`), c?.lookupOnly) return n(`Lookup only - skipping download`), p.matchedKey;
			d = b.join(yield D(), j(o)), s(`Archive path: ${d}`), s(`Starting download of archive to: ${d}`), yield et(p.signedDownloadUrl, d, c);
			let m = O(d);
			return n(`Cache Size: ~${Math.round(m / 1048576)} MB (${m} B)`), a() && (yield J(d, o)), yield kt(d, o), n(`Cache restored successfully`), p.matchedKey;
		} catch (e) {
			let t = e;
			if (t.name === X.name) throw e;
			t instanceof h && typeof t.statusCode == `number` && t.statusCode >= 500 ? o(`Failed to restore: ${e.message}`) : r(`Failed to restore: ${e.message}`);
		} finally {
			try {
				d && (yield k(d));
			} catch (e) {
				s(`Failed to delete archive: ${e}`);
			}
		}
	});
}
function zt(e, t, r) {
	return Y(this, arguments, void 0, function* (e, t, r, i = !1) {
		let a = Be();
		s(`Cache service version: ${a}`), Ft(e), $(t);
		let o = He();
		if (!We(o)) return n(`Cache save skipped: the effective cache-mode '${o}' does not permit writes.`), s(`Skipped save for paths [${e.join(`, `)}] with key '${t}'.`), -1;
		switch (a) {
			case `v2`: return yield Vt(e, t, r, i);
			default: return yield Bt(e, t, r, i);
		}
	});
}
function Bt(e, t, i) {
	return Y(this, arguments, void 0, function* (e, t, i, c = !1) {
		let l = yield A(), u = -1, d = yield ge(e);
		if (s(`Cache Paths:`), s(`${JSON.stringify(d)}`), d.length === 0) throw Error(`Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.`);
		let f = yield D(), p = b.join(f, j(l));
		s(`Archive Path: ${p}`);
		try {
			yield At(f, d, l), a() && (yield J(p, l));
			let n = O(p);
			if (s(`File Size: ${n}`), n > 10737418240 && !ze()) throw Error(`Cache size of ~${Math.round(n / 1048576)} MB (${n} B) is over the 10GB limit, not saving cache.`);
			s(`Reserving Cache`);
			let r = yield tt(t, e, {
				compressionMethod: l,
				enableCrossOsArchive: c,
				cacheSize: n
			});
			if (r?.result?.cacheId) u = r?.result?.cacheId;
			else if (r?.statusCode === 400) throw Error(r?.error?.message ?? `Cache size of ~${Math.round(n / 1048576)} MB (${n} B) is over the data cap limit, not saving cache.`);
			else {
				let e = r?.error?.message;
				throw e?.startsWith(`cache write denied:`) ? new Mt(`Unable to reserve cache with key ${t}. More details: ${e}`) : new Z(`Unable to reserve cache with key ${t}, another job may be creating this cache. More details: ${r?.error?.message}`);
			}
			s(`Saving Cache (ID: ${u})`), yield ot(u, p, ``, i);
		} catch (e) {
			let t = e;
			if (t.name === X.name) throw e;
			t.name === Z.name ? n(`Failed to save: ${t.message}`) : t instanceof h && typeof t.statusCode == `number` && t.statusCode >= 500 ? o(`Failed to save: ${t.message}`) : r(`Failed to save: ${t.message}`);
		} finally {
			try {
				yield k(p);
			} catch (e) {
				s(`Failed to delete archive: ${e}`);
			}
		}
		return u;
	});
}
function Vt(e, t, i) {
	return Y(this, arguments, void 0, function* (e, t, i, c = !1) {
		i = Object.assign(Object.assign({}, i), {
			uploadChunkSize: 67108864,
			uploadConcurrency: 8,
			useAzureSdk: !0
		});
		let l = yield A(), u = yt(), d = -1, f = yield ge(e);
		if (s(`Cache Paths:`), s(`${JSON.stringify(f)}`), f.length === 0) throw Error(`Path Validation Error: Path(s) specified in the action for caching do(es) not exist, hence no cache is being saved.`);
		let p = yield D(), m = b.join(p, j(l));
		s(`Archive Path: ${m}`);
		try {
			yield At(p, f, l), a() && (yield J(m, l));
			let n = O(m);
			s(`File Size: ${n}`), i.archiveSizeBytes = n, s(`Reserving Cache`);
			let o = M(e, l, c), h = {
				key: t,
				version: o
			}, g;
			try {
				let e = yield u.CreateCacheEntry(h);
				if (!e.ok) throw e.message && !e.message.startsWith(`cache write denied:`) && r(`Cache reservation failed: ${e.message}`), Error(e.message || `Response was not ok`);
				g = e.signedUploadUrl;
			} catch (e) {
				s(`Failed to reserve cache: ${e}`);
				let n = e?.message ?? ``;
				throw n.startsWith(`cache write denied:`) ? new Mt(`Unable to reserve cache with key ${t}. More details: ${n}`) : new Z(`Unable to reserve cache with key ${t}, another job may be creating this cache.`);
			}
			s(`Attempting to upload cache located at: ${m}`), yield ot(d, m, g, i);
			let _ = {
				key: t,
				version: o,
				sizeBytes: `${n}`
			}, v = yield u.FinalizeCacheEntryUpload(_);
			if (s(`FinalizeCacheEntryUploadResponse: ${v.ok}`), !v.ok) throw v.message ? new Pt(v.message) : Error(`Unable to finalize cache with key ${t}, another job may be finalizing this cache.`);
			d = parseInt(v.entryId);
		} catch (e) {
			let t = e;
			if (t.name === X.name) throw e;
			t.name === Z.name ? n(`Failed to save: ${t.message}`) : t.name === Pt.name ? r(t.message) : t instanceof h && typeof t.statusCode == `number` && t.statusCode >= 500 ? o(`Failed to save: ${t.message}`) : r(`Failed to save: ${t.message}`);
		} finally {
			try {
				yield k(m);
			} catch (e) {
				s(`Failed to delete archive: ${e}`);
			}
		}
		return d;
	});
}
export { Pt as a, It as c, Mt as i, zt as l, jt as n, Z as o, Q as r, X as s, Nt as t };

import { t as e } from "../lazy/rolldown-runtime.js";
import { t } from "./protobuf-ts-runtime.js";
var n = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.readServiceOption = e.readMethodOption = e.readMethodOptions = e.normalizeMethodInfo = void 0;
	let n = t();
	function r(e, t) {
		let r = e;
		return r.service = t, r.localName = r.localName ?? n.lowerCamelCase(r.name), r.serverStreaming = !!r.serverStreaming, r.clientStreaming = !!r.clientStreaming, r.options = r.options ?? {}, r.idempotency = r.idempotency ?? void 0, r;
	}
	e.normalizeMethodInfo = r;
	function i(e, t, n, r) {
		let i = e.methods.find((e, n) => e.localName === t || n === t)?.options;
		return i && i[n] ? r.fromJson(i[n]) : void 0;
	}
	e.readMethodOptions = i;
	function a(e, t, n, r) {
		let i = e.methods.find((e, n) => e.localName === t || n === t)?.options;
		if (!i) return;
		let a = i[n];
		return a === void 0 ? a : r ? r.fromJson(a) : a;
	}
	e.readMethodOption = a;
	function o(e, t, n) {
		let r = e.options;
		if (!r) return;
		let i = r[t];
		return i === void 0 ? i : n ? n.fromJson(i) : i;
	}
	e.readServiceOption = o;
})), r = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ServiceType = void 0;
	let t = n();
	e.ServiceType = class {
		constructor(e, n, r) {
			this.typeName = e, this.methods = n.map((e) => t.normalizeMethodInfo(e, this)), this.options = r ?? {};
		}
	};
})), i = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.RpcError = void 0, e.RpcError = class extends Error {
		constructor(e, t = `UNKNOWN`, n) {
			super(e), this.name = `RpcError`, Object.setPrototypeOf(this, new.target.prototype), this.code = t, this.meta = n ?? {};
		}
		toString() {
			let e = [this.name + `: ` + this.message];
			this.code && (e.push(``), e.push(`Code: ` + this.code)), this.serviceName && this.methodName && e.push(`Method: ` + this.serviceName + `/` + this.methodName);
			let t = Object.entries(this.meta);
			if (t.length) {
				e.push(``), e.push(`Meta:`);
				for (let [n, r] of t) e.push(`  ${n}: ${r}`);
			}
			return e.join(`
`);
		}
	};
})), a = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.mergeRpcOptions = void 0;
	let n = t();
	function r(e, t) {
		if (!t) return e;
		let r = {};
		i(e, r), i(t, r);
		for (let a of Object.keys(t)) {
			let o = t[a];
			switch (a) {
				case `jsonOptions`:
					r.jsonOptions = n.mergeJsonOptions(e.jsonOptions, r.jsonOptions);
					break;
				case `binaryOptions`:
					r.binaryOptions = n.mergeBinaryOptions(e.binaryOptions, r.binaryOptions);
					break;
				case `meta`:
					r.meta = {}, i(e.meta, r.meta), i(t.meta, r.meta);
					break;
				case `interceptors`: r.interceptors = e.interceptors ? e.interceptors.concat(o) : o.concat();
			}
		}
		return r;
	}
	e.mergeRpcOptions = r;
	function i(e, t) {
		if (!e) return;
		let n = t;
		for (let [t, r] of Object.entries(e)) n[t] = r instanceof Date ? new Date(r.getTime()) : Array.isArray(r) ? r.concat() : r;
	}
})), o = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.Deferred = e.DeferredState = void 0;
	var t;
	(function(e) {
		e[e.PENDING = 0] = `PENDING`, e[e.REJECTED = 1] = `REJECTED`, e[e.RESOLVED = 2] = `RESOLVED`;
	})(t = e.DeferredState ||= {}), e.Deferred = class {
		constructor(e = !0) {
			this._state = t.PENDING, this._promise = new Promise((e, t) => {
				this._resolve = e, this._reject = t;
			}), e && this._promise.catch((e) => {});
		}
		get state() {
			return this._state;
		}
		get promise() {
			return this._promise;
		}
		resolve(e) {
			if (this.state !== t.PENDING) throw Error(`cannot resolve ${t[this.state].toLowerCase()}`);
			this._resolve(e), this._state = t.RESOLVED;
		}
		reject(e) {
			if (this.state !== t.PENDING) throw Error(`cannot reject ${t[this.state].toLowerCase()}`);
			this._reject(e), this._state = t.REJECTED;
		}
		resolvePending(e) {
			this._state === t.PENDING && this.resolve(e);
		}
		rejectPending(e) {
			this._state === t.PENDING && this.reject(e);
		}
	};
})), s = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.RpcOutputStreamController = void 0;
	let n = o(), r = t();
	e.RpcOutputStreamController = class {
		constructor() {
			this._lis = {
				nxt: [],
				msg: [],
				err: [],
				cmp: []
			}, this._closed = !1, this._itState = { q: [] };
		}
		onNext(e) {
			return this.addLis(e, this._lis.nxt);
		}
		onMessage(e) {
			return this.addLis(e, this._lis.msg);
		}
		onError(e) {
			return this.addLis(e, this._lis.err);
		}
		onComplete(e) {
			return this.addLis(e, this._lis.cmp);
		}
		addLis(e, t) {
			return t.push(e), () => {
				let n = t.indexOf(e);
				n >= 0 && t.splice(n, 1);
			};
		}
		clearLis() {
			for (let e of Object.values(this._lis)) e.splice(0, e.length);
		}
		get closed() {
			return this._closed !== !1;
		}
		notifyNext(e, t, n) {
			r.assert(+!!e + +!!t + +!!n <= 1, `only one emission at a time`), e && this.notifyMessage(e), t && this.notifyError(t), n && this.notifyComplete();
		}
		notifyMessage(e) {
			r.assert(!this.closed, `stream is closed`), this.pushIt({
				value: e,
				done: !1
			}), this._lis.msg.forEach((t) => t(e)), this._lis.nxt.forEach((t) => t(e, void 0, !1));
		}
		notifyError(e) {
			r.assert(!this.closed, `stream is closed`), this._closed = e, this.pushIt(e), this._lis.err.forEach((t) => t(e)), this._lis.nxt.forEach((t) => t(void 0, e, !1)), this.clearLis();
		}
		notifyComplete() {
			r.assert(!this.closed, `stream is closed`), this._closed = !0, this.pushIt({
				value: null,
				done: !0
			}), this._lis.cmp.forEach((e) => e()), this._lis.nxt.forEach((e) => e(void 0, void 0, !0)), this.clearLis();
		}
		[Symbol.asyncIterator]() {
			return this._closed === !0 ? this.pushIt({
				value: null,
				done: !0
			}) : this._closed !== !1 && this.pushIt(this._closed), { next: () => {
				let e = this._itState;
				r.assert(e, `bad state`), r.assert(!e.p, `iterator contract broken`);
				let t = e.q.shift();
				return t ? `value` in t ? Promise.resolve(t) : Promise.reject(t) : (e.p = new n.Deferred(), e.p.promise);
			} };
		}
		pushIt(e) {
			let t = this._itState;
			if (t.p) {
				let i = t.p;
				r.assert(i.state == n.DeferredState.PENDING, `iterator contract broken`), `value` in e ? i.resolve(e) : i.reject(e), delete t.p;
			} else t.q.push(e);
		}
	};
})), c = e(((e, t, n) => {
	var r = n && n.__awaiter || function(e, t, n, r) {
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
	Object.defineProperty(e, "__esModule", { value: !0 }), e.UnaryCall = void 0, e.UnaryCall = class {
		constructor(e, t, n, r, i, a, o) {
			this.method = e, this.requestHeaders = t, this.request = n, this.headers = r, this.response = i, this.status = a, this.trailers = o;
		}
		then(e, t) {
			return this.promiseFinished().then((t) => e ? Promise.resolve(e(t)) : t, (e) => t ? Promise.resolve(t(e)) : Promise.reject(e));
		}
		promiseFinished() {
			return r(this, void 0, void 0, function* () {
				let [e, t, n, r] = yield Promise.all([
					this.headers,
					this.response,
					this.status,
					this.trailers
				]);
				return {
					method: this.method,
					requestHeaders: this.requestHeaders,
					request: this.request,
					headers: e,
					response: t,
					status: n,
					trailers: r
				};
			});
		}
	};
})), l = e(((e, t, n) => {
	var r = n && n.__awaiter || function(e, t, n, r) {
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
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ServerStreamingCall = void 0, e.ServerStreamingCall = class {
		constructor(e, t, n, r, i, a, o) {
			this.method = e, this.requestHeaders = t, this.request = n, this.headers = r, this.responses = i, this.status = a, this.trailers = o;
		}
		then(e, t) {
			return this.promiseFinished().then((t) => e ? Promise.resolve(e(t)) : t, (e) => t ? Promise.resolve(t(e)) : Promise.reject(e));
		}
		promiseFinished() {
			return r(this, void 0, void 0, function* () {
				let [e, t, n] = yield Promise.all([
					this.headers,
					this.status,
					this.trailers
				]);
				return {
					method: this.method,
					requestHeaders: this.requestHeaders,
					request: this.request,
					headers: e,
					status: t,
					trailers: n
				};
			});
		}
	};
})), u = e(((e, t, n) => {
	var r = n && n.__awaiter || function(e, t, n, r) {
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
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ClientStreamingCall = void 0, e.ClientStreamingCall = class {
		constructor(e, t, n, r, i, a, o) {
			this.method = e, this.requestHeaders = t, this.requests = n, this.headers = r, this.response = i, this.status = a, this.trailers = o;
		}
		then(e, t) {
			return this.promiseFinished().then((t) => e ? Promise.resolve(e(t)) : t, (e) => t ? Promise.resolve(t(e)) : Promise.reject(e));
		}
		promiseFinished() {
			return r(this, void 0, void 0, function* () {
				let [e, t, n, r] = yield Promise.all([
					this.headers,
					this.response,
					this.status,
					this.trailers
				]);
				return {
					method: this.method,
					requestHeaders: this.requestHeaders,
					headers: e,
					response: t,
					status: n,
					trailers: r
				};
			});
		}
	};
})), d = e(((e, t, n) => {
	var r = n && n.__awaiter || function(e, t, n, r) {
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
	Object.defineProperty(e, "__esModule", { value: !0 }), e.DuplexStreamingCall = void 0, e.DuplexStreamingCall = class {
		constructor(e, t, n, r, i, a, o) {
			this.method = e, this.requestHeaders = t, this.requests = n, this.headers = r, this.responses = i, this.status = a, this.trailers = o;
		}
		then(e, t) {
			return this.promiseFinished().then((t) => e ? Promise.resolve(e(t)) : t, (e) => t ? Promise.resolve(t(e)) : Promise.reject(e));
		}
		promiseFinished() {
			return r(this, void 0, void 0, function* () {
				let [e, t, n] = yield Promise.all([
					this.headers,
					this.status,
					this.trailers
				]);
				return {
					method: this.method,
					requestHeaders: this.requestHeaders,
					headers: e,
					status: t,
					trailers: n
				};
			});
		}
	};
})), f = e(((e, n, r) => {
	var o = r && r.__awaiter || function(e, t, n, r) {
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
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TestTransport = void 0;
	let f = i(), p = t(), m = s(), h = a(), g = c(), _ = l(), v = u(), y = d();
	var b = class e {
		constructor(e) {
			this.suppressUncaughtRejections = !0, this.headerDelay = 10, this.responseDelay = 50, this.betweenResponseDelay = 10, this.afterResponseDelay = 10, this.data = e ?? {};
		}
		get sentMessages() {
			return this.lastInput instanceof S ? this.lastInput.sent : typeof this.lastInput == `object` ? [this.lastInput.single] : [];
		}
		get sendComplete() {
			return this.lastInput instanceof S ? this.lastInput.completed : typeof this.lastInput == `object`;
		}
		promiseHeaders() {
			let t = this.data.headers ?? e.defaultHeaders;
			return t instanceof f.RpcError ? Promise.reject(t) : Promise.resolve(t);
		}
		promiseSingleResponse(e) {
			if (this.data.response instanceof f.RpcError) return Promise.reject(this.data.response);
			let t;
			return Array.isArray(this.data.response) ? (p.assert(this.data.response.length > 0), t = this.data.response[0]) : t = this.data.response === void 0 ? e.O.create() : this.data.response, p.assert(e.O.is(t)), Promise.resolve(t);
		}
		streamResponses(e, t, n) {
			return o(this, void 0, void 0, function* () {
				let r = [];
				if (this.data.response === void 0) r.push(e.O.create());
				else if (Array.isArray(this.data.response)) for (let t of this.data.response) p.assert(e.O.is(t)), r.push(t);
				else this.data.response instanceof f.RpcError || (p.assert(e.O.is(this.data.response)), r.push(this.data.response));
				try {
					yield x(this.responseDelay, n)(void 0);
				} catch (e) {
					t.notifyError(e);
					return;
				}
				if (this.data.response instanceof f.RpcError) t.notifyError(this.data.response);
				else {
					for (let e of r) {
						t.notifyMessage(e);
						try {
							yield x(this.betweenResponseDelay, n)(void 0);
						} catch (e) {
							t.notifyError(e);
							return;
						}
					}
					this.data.status instanceof f.RpcError ? t.notifyError(this.data.status) : this.data.trailers instanceof f.RpcError ? t.notifyError(this.data.trailers) : t.notifyComplete();
				}
			});
		}
		promiseStatus() {
			let t = this.data.status ?? e.defaultStatus;
			return t instanceof f.RpcError ? Promise.reject(t) : Promise.resolve(t);
		}
		promiseTrailers() {
			let t = this.data.trailers ?? e.defaultTrailers;
			return t instanceof f.RpcError ? Promise.reject(t) : Promise.resolve(t);
		}
		maybeSuppressUncaught(...e) {
			if (this.suppressUncaughtRejections) for (let t of e) t.catch(() => {});
		}
		mergeOptions(e) {
			return h.mergeRpcOptions({}, e);
		}
		unary(e, t, n) {
			let r = n.meta ?? {}, i = this.promiseHeaders().then(x(this.headerDelay, n.abort)), a = i.catch((e) => {}).then(x(this.responseDelay, n.abort)).then((t) => this.promiseSingleResponse(e)), o = a.catch((e) => {}).then(x(this.afterResponseDelay, n.abort)).then((e) => this.promiseStatus()), s = a.catch((e) => {}).then(x(this.afterResponseDelay, n.abort)).then((e) => this.promiseTrailers());
			return this.maybeSuppressUncaught(o, s), this.lastInput = { single: t }, new g.UnaryCall(e, r, t, i, a, o, s);
		}
		serverStreaming(e, t, n) {
			let r = n.meta ?? {}, i = this.promiseHeaders().then(x(this.headerDelay, n.abort)), a = new m.RpcOutputStreamController(), o = i.then(x(this.responseDelay, n.abort)).catch(() => {}).then(() => this.streamResponses(e, a, n.abort)).then(x(this.afterResponseDelay, n.abort)), s = o.then(() => this.promiseStatus()), c = o.then(() => this.promiseTrailers());
			return this.maybeSuppressUncaught(s, c), this.lastInput = { single: t }, new _.ServerStreamingCall(e, r, t, i, a, s, c);
		}
		clientStreaming(e, t) {
			let n = t.meta ?? {}, r = this.promiseHeaders().then(x(this.headerDelay, t.abort)), i = r.catch((e) => {}).then(x(this.responseDelay, t.abort)).then((t) => this.promiseSingleResponse(e)), a = i.catch((e) => {}).then(x(this.afterResponseDelay, t.abort)).then((e) => this.promiseStatus()), o = i.catch((e) => {}).then(x(this.afterResponseDelay, t.abort)).then((e) => this.promiseTrailers());
			return this.maybeSuppressUncaught(a, o), this.lastInput = new S(this.data, t.abort), new v.ClientStreamingCall(e, n, this.lastInput, r, i, a, o);
		}
		duplex(e, t) {
			let n = t.meta ?? {}, r = this.promiseHeaders().then(x(this.headerDelay, t.abort)), i = new m.RpcOutputStreamController(), a = r.then(x(this.responseDelay, t.abort)).catch(() => {}).then(() => this.streamResponses(e, i, t.abort)).then(x(this.afterResponseDelay, t.abort)), o = a.then(() => this.promiseStatus()), s = a.then(() => this.promiseTrailers());
			return this.maybeSuppressUncaught(o, s), this.lastInput = new S(this.data, t.abort), new y.DuplexStreamingCall(e, n, this.lastInput, r, i, o, s);
		}
	};
	e.TestTransport = b, b.defaultHeaders = { responseHeader: `test` }, b.defaultStatus = {
		code: `OK`,
		detail: `all good`
	}, b.defaultTrailers = { responseTrailer: `test` };
	function x(e, t) {
		return (n) => new Promise((r, i) => {
			if (t?.aborted) i(new f.RpcError(`user cancel`, `CANCELLED`));
			else {
				let a = setTimeout(() => r(n), e);
				t && t.addEventListener(`abort`, (e) => {
					clearTimeout(a), i(new f.RpcError(`user cancel`, `CANCELLED`));
				});
			}
		});
	}
	var S = class {
		constructor(e, t) {
			this._completed = !1, this._sent = [], this.data = e, this.abort = t;
		}
		get sent() {
			return this._sent;
		}
		get completed() {
			return this._completed;
		}
		send(e) {
			if (this.data.inputMessage instanceof f.RpcError) return Promise.reject(this.data.inputMessage);
			let t = this.data.inputMessage === void 0 ? 10 : this.data.inputMessage;
			return Promise.resolve(void 0).then(() => {
				this._sent.push(e);
			}).then(x(t, this.abort));
		}
		complete() {
			if (this.data.inputComplete instanceof f.RpcError) return Promise.reject(this.data.inputComplete);
			let e = this.data.inputComplete === void 0 ? 10 : this.data.inputComplete;
			return Promise.resolve(void 0).then(() => {
				this._completed = !0;
			}).then(x(e, this.abort));
		}
	};
})), p = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.stackDuplexStreamingInterceptors = e.stackClientStreamingInterceptors = e.stackServerStreamingInterceptors = e.stackUnaryInterceptors = e.stackIntercept = void 0;
	let n = t();
	function r(e, t, r, i, a) {
		if (e == `unary`) {
			let e = (e, n, r) => t.unary(e, n, r);
			for (let t of (i.interceptors ?? []).filter((e) => e.interceptUnary).reverse()) {
				let n = e;
				e = (e, r, i) => t.interceptUnary(n, e, r, i);
			}
			return e(r, a, i);
		}
		if (e == `serverStreaming`) {
			let e = (e, n, r) => t.serverStreaming(e, n, r);
			for (let t of (i.interceptors ?? []).filter((e) => e.interceptServerStreaming).reverse()) {
				let n = e;
				e = (e, r, i) => t.interceptServerStreaming(n, e, r, i);
			}
			return e(r, a, i);
		}
		if (e == `clientStreaming`) {
			let e = (e, n) => t.clientStreaming(e, n);
			for (let t of (i.interceptors ?? []).filter((e) => e.interceptClientStreaming).reverse()) {
				let n = e;
				e = (e, r) => t.interceptClientStreaming(n, e, r);
			}
			return e(r, i);
		}
		if (e == `duplex`) {
			let e = (e, n) => t.duplex(e, n);
			for (let t of (i.interceptors ?? []).filter((e) => e.interceptDuplex).reverse()) {
				let n = e;
				e = (e, r) => t.interceptDuplex(n, e, r);
			}
			return e(r, i);
		}
		n.assertNever(e);
	}
	e.stackIntercept = r;
	function i(e, t, n, i) {
		return r(`unary`, e, t, i, n);
	}
	e.stackUnaryInterceptors = i;
	function a(e, t, n, i) {
		return r(`serverStreaming`, e, t, i, n);
	}
	e.stackServerStreamingInterceptors = a;
	function o(e, t, n) {
		return r(`clientStreaming`, e, t, n);
	}
	e.stackClientStreamingInterceptors = o;
	function s(e, t, n) {
		return r(`duplex`, e, t, n);
	}
	e.stackDuplexStreamingInterceptors = s;
})), m = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.ServerCallContextController = void 0, e.ServerCallContextController = class {
		constructor(e, t, n, r, i = {
			code: `OK`,
			detail: ``
		}) {
			this._cancelled = !1, this._listeners = [], this.method = e, this.headers = t, this.deadline = n, this.trailers = {}, this._sendRH = r, this.status = i;
		}
		notifyCancelled() {
			if (!this._cancelled) {
				this._cancelled = !0;
				for (let e of this._listeners) e();
			}
		}
		sendResponseHeaders(e) {
			this._sendRH(e);
		}
		get cancelled() {
			return this._cancelled;
		}
		onCancel(e) {
			let t = this._listeners;
			return t.push(e), () => {
				let n = t.indexOf(e);
				n >= 0 && t.splice(n, 1);
			};
		}
	};
})), h = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
	var t = r();
	Object.defineProperty(e, "ServiceType", {
		enumerable: !0,
		get: function() {
			return t.ServiceType;
		}
	});
	var h = n();
	Object.defineProperty(e, "readMethodOptions", {
		enumerable: !0,
		get: function() {
			return h.readMethodOptions;
		}
	}), Object.defineProperty(e, "readMethodOption", {
		enumerable: !0,
		get: function() {
			return h.readMethodOption;
		}
	}), Object.defineProperty(e, "readServiceOption", {
		enumerable: !0,
		get: function() {
			return h.readServiceOption;
		}
	});
	var g = i();
	Object.defineProperty(e, "RpcError", {
		enumerable: !0,
		get: function() {
			return g.RpcError;
		}
	});
	var _ = a();
	Object.defineProperty(e, "mergeRpcOptions", {
		enumerable: !0,
		get: function() {
			return _.mergeRpcOptions;
		}
	});
	var v = s();
	Object.defineProperty(e, "RpcOutputStreamController", {
		enumerable: !0,
		get: function() {
			return v.RpcOutputStreamController;
		}
	});
	var y = f();
	Object.defineProperty(e, "TestTransport", {
		enumerable: !0,
		get: function() {
			return y.TestTransport;
		}
	});
	var b = o();
	Object.defineProperty(e, "Deferred", {
		enumerable: !0,
		get: function() {
			return b.Deferred;
		}
	}), Object.defineProperty(e, "DeferredState", {
		enumerable: !0,
		get: function() {
			return b.DeferredState;
		}
	});
	var x = d();
	Object.defineProperty(e, "DuplexStreamingCall", {
		enumerable: !0,
		get: function() {
			return x.DuplexStreamingCall;
		}
	});
	var S = u();
	Object.defineProperty(e, "ClientStreamingCall", {
		enumerable: !0,
		get: function() {
			return S.ClientStreamingCall;
		}
	});
	var C = l();
	Object.defineProperty(e, "ServerStreamingCall", {
		enumerable: !0,
		get: function() {
			return C.ServerStreamingCall;
		}
	});
	var w = c();
	Object.defineProperty(e, "UnaryCall", {
		enumerable: !0,
		get: function() {
			return w.UnaryCall;
		}
	});
	var T = p();
	Object.defineProperty(e, "stackIntercept", {
		enumerable: !0,
		get: function() {
			return T.stackIntercept;
		}
	}), Object.defineProperty(e, "stackDuplexStreamingInterceptors", {
		enumerable: !0,
		get: function() {
			return T.stackDuplexStreamingInterceptors;
		}
	}), Object.defineProperty(e, "stackClientStreamingInterceptors", {
		enumerable: !0,
		get: function() {
			return T.stackClientStreamingInterceptors;
		}
	}), Object.defineProperty(e, "stackServerStreamingInterceptors", {
		enumerable: !0,
		get: function() {
			return T.stackServerStreamingInterceptors;
		}
	}), Object.defineProperty(e, "stackUnaryInterceptors", {
		enumerable: !0,
		get: function() {
			return T.stackUnaryInterceptors;
		}
	});
	var E = m();
	Object.defineProperty(e, "ServerCallContextController", {
		enumerable: !0,
		get: function() {
			return E.ServerCallContextController;
		}
	});
}));
export { h as t };

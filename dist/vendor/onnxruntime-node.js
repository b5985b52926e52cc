import { r as e, t } from "../lazy/rolldown-runtime.js";
import { t as n } from "./onnxruntime-common.js";
var r = t(((t) => {
	Object.defineProperty(t, "__esModule", { value: !0 }), t.initOrt = t.binding = void 0;
	let r = e(`worker_threads`), i = n();
	t.binding = ((e) => {
		if (!e) throw Error(`provideNative(['onnxruntime']) must come before the first import`);
		return process.getBuiltinModule(`node:module`).createRequire(e)(e);
	})(globalThis[Symbol.for(`tidemark.native`)]?.onnxruntime);
	let a = !1;
	t.initOrt = () => {
		if (!a) {
			a = !0;
			let e = 2;
			if (i.env.logLevel) switch (i.env.logLevel) {
				case `verbose`:
					e = 0;
					break;
				case `info`:
					e = 1;
					break;
				case `warning`:
					e = 2;
					break;
				case `error`:
					e = 3;
					break;
				case `fatal`:
					e = 4;
					break;
				default: throw Error(`Unsupported log level: ${i.env.logLevel}`);
			}
			t.binding.initOrtOnce(e, i.Tensor, r.isMainThread);
		}
	};
})), i = t(((e, t, n) => {
	var i = n && n.__classPrivateFieldSet || function(e, t, n, r, i) {
		if (r === `m`) throw TypeError(`Private method is not writable`);
		if (r === `a` && !i) throw TypeError(`Private accessor was defined without a setter`);
		if (typeof t == `function` ? e !== t || !i : !t.has(e)) throw TypeError(`Cannot write private member to an object whose class did not declare it`);
		return r === `a` ? i.call(e, n) : i ? i.value = n : t.set(e, n), n;
	}, a = n && n.__classPrivateFieldGet || function(e, t, n, r) {
		if (n === `a` && !r) throw TypeError(`Private accessor was defined without a getter`);
		if (typeof t == `function` ? e !== t || !r : !t.has(e)) throw TypeError(`Cannot read private member from an object whose class did not declare it`);
		return n === `m` ? r : n === `a` ? r.call(e) : r ? r.value : t.get(e);
	}, o;
	Object.defineProperty(e, "__esModule", { value: !0 }), e.listSupportedBackends = e.onnxruntimeBackend = void 0;
	let s = r(), c = [
		void 0,
		`float32`,
		`uint8`,
		`int8`,
		`uint16`,
		`int16`,
		`int32`,
		`int64`,
		`string`,
		`bool`,
		`float16`,
		`float64`,
		`uint32`,
		`uint64`,
		void 0,
		void 0,
		void 0,
		void 0,
		void 0,
		void 0,
		void 0,
		`uint4`,
		`int4`
	];
	var l = class {
		constructor(e, t) {
			o.set(this, void 0), (0, s.initOrt)(), i(this, o, new s.binding.InferenceSession(), `f`), typeof e == `string` ? a(this, o, `f`).loadModel(e, t) : a(this, o, `f`).loadModel(e.buffer, e.byteOffset, e.byteLength, t), this.inputNames = [], this.outputNames = [], this.inputMetadata = [], this.outputMetadata = [];
			let n = (e) => {
				let t = [], n = [];
				for (let r of e) if (t.push(r.name), !r.isTensor) n.push({
					name: r.name,
					isTensor: !1
				});
				else {
					let e = c[r.type];
					if (e === void 0) throw Error(`Unsupported data type: ${r.type}`);
					let t = [];
					for (let e = 0; e < r.shape.length; ++e) {
						let n = r.shape[e];
						if (n === -1) t.push(r.symbolicDimensions[e]);
						else if (n >= 0) t.push(n);
						else throw Error(`Invalid dimension: ${n}`);
					}
					n.push({
						name: r.name,
						isTensor: r.isTensor,
						type: e,
						shape: t
					});
				}
				return [t, n];
			};
			[this.inputNames, this.inputMetadata] = n(a(this, o, `f`).inputMetadata), [this.outputNames, this.outputMetadata] = n(a(this, o, `f`).outputMetadata);
		}
		async dispose() {
			a(this, o, `f`).dispose();
		}
		startProfiling() {}
		endProfiling() {
			a(this, o, `f`).endProfiling();
		}
		async run(e, t, n) {
			return new Promise((r, i) => {
				setImmediate(() => {
					try {
						r(a(this, o, `f`).run(e, t, n));
					} catch (e) {
						i(e);
					}
				});
			});
		}
	};
	o = new WeakMap(), e.onnxruntimeBackend = new class {
		async init() {
			return Promise.resolve();
		}
		async createInferenceSessionHandler(e, t) {
			return new Promise((n, r) => {
				setImmediate(() => {
					try {
						n(new l(e, t || {}));
					} catch (e) {
						r(e);
					}
				});
			});
		}
	}(), e.listSupportedBackends = s.binding.listSupportedBackends;
})), a = t(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.version = void 0, e.version = `1.30.0`;
})), o = t(((e, t, r) => {
	var o = r && r.__createBinding || (Object.create ? (function(e, t, n, r) {
		r === void 0 && (r = n);
		var i = Object.getOwnPropertyDescriptor(t, n);
		(!i || (`get` in i ? !t.__esModule : i.writable || i.configurable)) && (i = {
			enumerable: !0,
			get: function() {
				return t[n];
			}
		}), Object.defineProperty(e, r, i);
	}) : (function(e, t, n, r) {
		r === void 0 && (r = n), e[r] = t[n];
	})), s = r && r.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && o(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), e.listSupportedBackends = void 0, s(n(), e);
	var c = i();
	Object.defineProperty(e, "listSupportedBackends", {
		enumerable: !0,
		get: function() {
			return c.listSupportedBackends;
		}
	});
	let l = n(), u = a(), d = i(), f = (0, d.listSupportedBackends)();
	for (let e of f) (0, l.registerBackend)(e.name, d.onnxruntimeBackend, 100);
	Object.defineProperty(l.env.versions, "node", {
		value: u.version,
		enumerable: !0
	});
}));
export { o as t };

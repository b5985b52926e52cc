import { t as e } from "../lazy/rolldown-runtime.js";
var t = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.resolveBackendAndExecutionProviders = e.registerBackend = void 0;
	let t = new Map(), n = [];
	e.registerBackend = (e, r, i) => {
		if (r && typeof r.init == `function` && typeof r.createInferenceSessionHandler == `function`) {
			let a = t.get(e);
			if (a === void 0) t.set(e, {
				backend: r,
				priority: i
			});
			else if (a.priority > i) return;
			else if (a.priority === i && a.backend !== r) throw Error(`cannot register backend "${e}" using priority ${i}`);
			if (i >= 0) {
				let r = n.indexOf(e);
				r !== -1 && n.splice(r, 1);
				for (let r = 0; r < n.length; r++) if (t.get(n[r]).priority <= i) {
					n.splice(r, 0, e);
					return;
				}
				n.push(e);
			}
		} else throw TypeError(`not a valid backend`);
	};
	let r = async (e) => {
		let n = t.get(e);
		if (!n) return `backend not found.`;
		if (n.initialized) return n.backend;
		if (n.aborted) return n.error;
		{
			let t = !!n.initPromise;
			try {
				return t || (n.initPromise = n.backend.init(e)), await n.initPromise, n.initialized = !0, n.backend;
			} catch (e) {
				return t || (n.error = `${e}`, n.aborted = !0), n.error;
			} finally {
				delete n.initPromise;
			}
		}
	};
	e.resolveBackendAndExecutionProviders = async (e) => {
		let t = e.executionProviders || [], i = t.map((e) => typeof e == `string` ? e : e.name), a = i.length === 0 ? n : i, o, s = [], c = new Set();
		for (let e of a) {
			let t = await r(e);
			typeof t == `string` ? s.push({
				name: e,
				err: t
			}) : (o ||= t, o === t && c.add(e));
		}
		if (!o) throw Error(`no available backend found. ERR: ${s.map((e) => `[${e.name}] ${e.err}`).join(`, `)}`);
		for (let { name: e, err: t } of s) i.includes(e) && console.warn(`removing requested execution provider "${e}" from session options because it is not available: ${t}`);
		let l = t.filter((e) => c.has(typeof e == `string` ? e : e.name));
		return [o, new Proxy(e, { get: (e, t) => t === `executionProviders` ? l : Reflect.get(e, t) })];
	};
})), n = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.registerBackend = void 0;
	var n = t();
	Object.defineProperty(e, "registerBackend", {
		enumerable: !0,
		get: function() {
			return n.registerBackend;
		}
	});
})), r = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.version = void 0, e.version = `1.30.0`;
})), i = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.env = void 0;
	let t = r(), n = `warning`;
	e.env = {
		wasm: {},
		webgl: {},
		webgpu: {},
		versions: { common: t.version },
		set logLevel(e) {
			if (e !== void 0) {
				if (typeof e != `string` || [
					`verbose`,
					`info`,
					`warning`,
					`error`,
					`fatal`
				].indexOf(e) === -1) throw Error(`Unsupported logging level: ${e}`);
				n = e;
			}
		},
		get logLevel() {
			return n;
		}
	}, Object.defineProperty(e.env, "logLevel", { enumerable: !0 });
})), a = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.env = void 0, e.env = i().env;
})), o = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.tensorToImageData = e.tensorToDataURL = void 0, e.tensorToDataURL = (e, t) => {
		let n = typeof document < `u` ? document.createElement(`canvas`) : new OffscreenCanvas(1, 1);
		n.width = e.dims[3], n.height = e.dims[2];
		let r = n.getContext(`2d`);
		if (r != null) {
			let i, a;
			t?.tensorLayout !== void 0 && t.tensorLayout === `NHWC` ? (i = e.dims[2], a = e.dims[3]) : (i = e.dims[3], a = e.dims[2]);
			let o = t?.format === void 0 ? `RGB` : t.format, s = t?.norm, c, l;
			s === void 0 || s.mean === void 0 ? c = [
				255,
				255,
				255,
				255
			] : typeof s.mean == `number` ? c = [
				s.mean,
				s.mean,
				s.mean,
				s.mean
			] : (c = [
				s.mean[0],
				s.mean[1],
				s.mean[2],
				0
			], s.mean[3] !== void 0 && (c[3] = s.mean[3])), s === void 0 || s.bias === void 0 ? l = [
				0,
				0,
				0,
				0
			] : typeof s.bias == `number` ? l = [
				s.bias,
				s.bias,
				s.bias,
				s.bias
			] : (l = [
				s.bias[0],
				s.bias[1],
				s.bias[2],
				0
			], s.bias[3] !== void 0 && (l[3] = s.bias[3]));
			let u = a * i, d = 0, f = u, p = u * 2, m = -1;
			o === `RGBA` ? (d = 0, f = u, p = u * 2, m = u * 3) : o === `RGB` ? (d = 0, f = u, p = u * 2) : o === `RBG` && (d = 0, p = u, f = u * 2);
			for (let t = 0; t < a; t++) for (let n = 0; n < i; n++) {
				let i = (e.data[d++] - l[0]) * c[0], a = (e.data[f++] - l[1]) * c[1], o = (e.data[p++] - l[2]) * c[2], s = m === -1 ? 255 : (e.data[m++] - l[3]) * c[3];
				r.fillStyle = `rgba(` + i + `,` + a + `,` + o + `,` + s + `)`, r.fillRect(n, t, 1, 1);
			}
			if (`toDataURL` in n) return n.toDataURL();
			throw Error(`toDataURL is not supported`);
		}
		throw Error(`Can not access image data`);
	}, e.tensorToImageData = (e, t) => {
		let n = typeof document < `u` ? document.createElement(`canvas`).getContext(`2d`) : new OffscreenCanvas(1, 1).getContext(`2d`), r;
		if (n != null) {
			let i, a, o;
			t?.tensorLayout !== void 0 && t.tensorLayout === `NHWC` ? (i = e.dims[2], a = e.dims[1], o = e.dims[3]) : (i = e.dims[3], a = e.dims[2], o = e.dims[1]);
			let s = t === void 0 || t.format === void 0 ? `RGB` : t.format, c = t?.norm, l, u;
			c === void 0 || c.mean === void 0 ? l = [
				255,
				255,
				255,
				255
			] : typeof c.mean == `number` ? l = [
				c.mean,
				c.mean,
				c.mean,
				c.mean
			] : (l = [
				c.mean[0],
				c.mean[1],
				c.mean[2],
				255
			], c.mean[3] !== void 0 && (l[3] = c.mean[3])), c === void 0 || c.bias === void 0 ? u = [
				0,
				0,
				0,
				0
			] : typeof c.bias == `number` ? u = [
				c.bias,
				c.bias,
				c.bias,
				c.bias
			] : (u = [
				c.bias[0],
				c.bias[1],
				c.bias[2],
				0
			], c.bias[3] !== void 0 && (u[3] = c.bias[3]));
			let d = a * i;
			if (t !== void 0 && (t.format !== void 0 && o === 4 && t.format !== `RGBA` || o === 3 && t.format !== `RGB` && t.format !== `BGR`)) throw Error(`Tensor format doesn't match input tensor dims`);
			let f = 0, p = 1, m = 2, h = 3, g = 0, _ = d, v = d * 2, y = -1;
			s === `RGBA` ? (g = 0, _ = d, v = d * 2, y = d * 3) : s === `RGB` ? (g = 0, _ = d, v = d * 2) : s === `RBG` && (g = 0, v = d, _ = d * 2), r = n.createImageData(i, a);
			for (let t = 0; t < a * i; f += 4, p += 4, m += 4, h += 4, t++) r.data[f] = (e.data[g++] - u[0]) * l[0], r.data[p] = (e.data[_++] - u[1]) * l[1], r.data[m] = (e.data[v++] - u[2]) * l[2], r.data[h] = y === -1 ? 255 : (e.data[y++] - u[3]) * l[3];
		} else throw Error(`Can not access image data`);
		return r;
	};
})), s = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.tensorFromPinnedBuffer = e.tensorFromMLTensor = e.tensorFromGpuBuffer = e.tensorFromTexture = e.tensorFromImage = e.bufferToTensor = void 0;
	let t = u();
	e.bufferToTensor = (e, n) => {
		if (e === void 0) throw Error(`Image buffer must be defined`);
		if (n.height === void 0 || n.width === void 0) throw Error(`Image height and width must be defined`);
		if (n.tensorLayout === `NHWC`) throw Error(`NHWC Tensor layout is not supported yet`);
		let { height: r, width: i } = n, a = n.norm ?? {
			mean: 255,
			bias: 0
		}, o, s;
		o = typeof a.mean == `number` ? [
			a.mean,
			a.mean,
			a.mean,
			a.mean
		] : [
			a.mean[0],
			a.mean[1],
			a.mean[2],
			a.mean[3] ?? 255
		], s = typeof a.bias == `number` ? [
			a.bias,
			a.bias,
			a.bias,
			a.bias
		] : [
			a.bias[0],
			a.bias[1],
			a.bias[2],
			a.bias[3] ?? 0
		];
		let c = n.format === void 0 ? `RGBA` : n.format, l = n.tensorFormat === void 0 || n.tensorFormat === void 0 ? `RGB` : n.tensorFormat, u = r * i, d = l === `RGBA` ? new Float32Array(u * 4) : new Float32Array(u * 3), f = 4, p = 0, m = 1, h = 2, g = 3, _ = 0, v = u, y = u * 2, b = -1;
		c === `RGB` && (f = 3, p = 0, m = 1, h = 2, g = -1), l === `RGBA` ? b = u * 3 : l === `RBG` ? (_ = 0, y = u, v = u * 2) : l === `BGR` && (y = 0, v = u, _ = u * 2);
		for (let t = 0; t < u; t++, p += f, h += f, m += f, g += f) d[_++] = (e[p] + s[0]) / o[0], d[v++] = (e[m] + s[1]) / o[1], d[y++] = (e[h] + s[2]) / o[2], b !== -1 && g !== -1 && (d[b++] = (e[g] + s[3]) / o[3]);
		return l === `RGBA` ? new t.Tensor(`float32`, d, [
			1,
			4,
			r,
			i
		]) : new t.Tensor(`float32`, d, [
			1,
			3,
			r,
			i
		]);
	}, e.tensorFromImage = async (t, n) => {
		let r = typeof HTMLImageElement < `u` && t instanceof HTMLImageElement, i = typeof ImageData < `u` && t instanceof ImageData, a = typeof ImageBitmap < `u` && t instanceof ImageBitmap, o = typeof t == `string`, s, c = n ?? {}, l = () => {
			if (typeof document < `u`) return document.createElement(`canvas`);
			if (typeof OffscreenCanvas < `u`) return new OffscreenCanvas(1, 1);
			throw Error(`Canvas is not supported`);
		}, u = (e) => typeof HTMLCanvasElement < `u` && e instanceof HTMLCanvasElement || e instanceof OffscreenCanvas ? e.getContext(`2d`) : null;
		if (r) {
			let e = l();
			e.width = t.width, e.height = t.height;
			let r = u(e);
			if (r != null) {
				let e = t.height, i = t.width;
				if (n !== void 0 && n.resizedHeight !== void 0 && n.resizedWidth !== void 0 && (e = n.resizedHeight, i = n.resizedWidth), n !== void 0) {
					if (c = n, n.tensorFormat !== void 0) throw Error(`Image input config format must be RGBA for HTMLImageElement`);
					c.tensorFormat = `RGBA`, c.height = e, c.width = i;
				} else c.tensorFormat = `RGBA`, c.height = e, c.width = i;
				r.drawImage(t, 0, 0), s = r.getImageData(0, 0, i, e).data;
			} else throw Error(`Can not access image data`);
		} else if (i) {
			let e, r;
			if (n !== void 0 && n.resizedWidth !== void 0 && n.resizedHeight !== void 0 ? (e = n.resizedHeight, r = n.resizedWidth) : (e = t.height, r = t.width), n !== void 0 && (c = n), c.format = `RGBA`, c.height = e, c.width = r, n !== void 0) {
				let n = l();
				n.width = r, n.height = e;
				let i = u(n);
				if (i != null) i.putImageData(t, 0, 0), s = i.getImageData(0, 0, r, e).data;
				else throw Error(`Can not access image data`);
			} else s = t.data;
		} else if (a) {
			if (n === void 0) throw Error(`Please provide image config with format for Imagebitmap`);
			let r = l();
			r.width = t.width, r.height = t.height;
			let i = u(r);
			if (i != null) {
				let n = t.height, r = t.width;
				return i.drawImage(t, 0, 0, r, n), s = i.getImageData(0, 0, r, n).data, c.height = n, c.width = r, (0, e.bufferToTensor)(s, c);
			}
			throw Error(`Can not access image data`);
		} else if (o) return new Promise((n, r) => {
			let i = l(), a = u(i);
			if (!t || !a) return r();
			let o = new Image();
			o.crossOrigin = `Anonymous`, o.src = t, o.onload = () => {
				i.width = o.width, i.height = o.height, a.drawImage(o, 0, 0, i.width, i.height);
				let t = a.getImageData(0, 0, i.width, i.height);
				c.height = i.height, c.width = i.width, n((0, e.bufferToTensor)(t.data, c));
			};
		});
		else throw Error(`Input data provided is not supported - aborted tensor creation`);
		if (s !== void 0) return (0, e.bufferToTensor)(s, c);
		throw Error(`Input data provided is not supported - aborted tensor creation`);
	}, e.tensorFromTexture = (e, n) => {
		let { width: r, height: i, download: a, dispose: o } = n, s = [
			1,
			i,
			r,
			4
		];
		return new t.Tensor({
			location: `texture`,
			type: `float32`,
			texture: e,
			dims: s,
			download: a,
			dispose: o
		});
	}, e.tensorFromGpuBuffer = (e, n) => {
		let { dataType: r, dims: i, download: a, dispose: o } = n;
		return new t.Tensor({
			location: `gpu-buffer`,
			type: r ?? `float32`,
			gpuBuffer: e,
			dims: i,
			download: a,
			dispose: o
		});
	}, e.tensorFromMLTensor = (e, n) => {
		let { dataType: r, dims: i, download: a, dispose: o } = n;
		return new t.Tensor({
			location: `ml-tensor`,
			type: r ?? `float32`,
			mlTensor: e,
			dims: i,
			download: a,
			dispose: o
		});
	}, e.tensorFromPinnedBuffer = (e, n, r) => new t.Tensor({
		location: `cpu-pinned`,
		type: e,
		data: n,
		dims: r ?? [n.length]
	});
})), c = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.checkTypedArray = e.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP = e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP = void 0, e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP = new Map([
		[`float32`, Float32Array],
		[`uint8`, Uint8Array],
		[`int8`, Int8Array],
		[`uint16`, Uint16Array],
		[`int16`, Int16Array],
		[`int32`, Int32Array],
		[`bool`, Uint8Array],
		[`float64`, Float64Array],
		[`uint32`, Uint32Array],
		[`int4`, Uint8Array],
		[`uint4`, Uint8Array]
	]), e.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP = new Map([
		[Float32Array, `float32`],
		[Uint8Array, `uint8`],
		[Int8Array, `int8`],
		[Uint16Array, `uint16`],
		[Int16Array, `int16`],
		[Int32Array, `int32`],
		[Float64Array, `float64`],
		[Uint32Array, `uint32`]
	]);
	let t = !1;
	e.checkTypedArray = () => {
		if (!t) {
			t = !0;
			let n = typeof BigInt64Array < `u` && BigInt64Array.from, r = typeof BigUint64Array < `u` && BigUint64Array.from, i = globalThis.Float16Array, a = i !== void 0 && i.from;
			n && (e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.set(`int64`, BigInt64Array), e.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP.set(BigInt64Array, `int64`)), r && (e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.set(`uint64`, BigUint64Array), e.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP.set(BigUint64Array, `uint64`)), a ? (e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.set(`float16`, i), e.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP.set(i, `float16`)) : e.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.set(`float16`, Uint16Array);
		}
	};
})), l = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.tensorReshape = e.calculateSize = void 0;
	let t = u();
	e.calculateSize = (e) => {
		let t = 1;
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (typeof r != `number` || !Number.isSafeInteger(r)) throw TypeError(`dims[${n}] must be an integer, got: ${r}`);
			if (r < 0) throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);
			t *= r;
		}
		return t;
	}, e.tensorReshape = (e, n) => {
		switch (e.location) {
			case `cpu`: return new t.Tensor(e.type, e.data, n);
			case `cpu-pinned`: return new t.Tensor({
				location: `cpu-pinned`,
				data: e.data,
				type: e.type,
				dims: n
			});
			case `texture`: return new t.Tensor({
				location: `texture`,
				texture: e.texture,
				type: e.type,
				dims: n
			});
			case `gpu-buffer`: return new t.Tensor({
				location: `gpu-buffer`,
				gpuBuffer: e.gpuBuffer,
				type: e.type,
				dims: n
			});
			case `ml-tensor`: return new t.Tensor({
				location: `ml-tensor`,
				mlTensor: e.mlTensor,
				type: e.type,
				dims: n
			});
			default: throw Error(`tensorReshape: tensor location ${e.location} is not supported`);
		}
	};
})), u = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.Tensor = void 0;
	let t = o(), n = s(), r = c(), i = l();
	e.Tensor = class {
		constructor(e, t, n) {
			(0, r.checkTypedArray)();
			let a, o;
			if (typeof e == `object` && `location` in e) switch (this.dataLocation = e.location, a = e.type, o = e.dims, e.location) {
				case `cpu-pinned`: {
					let t = r.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.get(a);
					if (!t) throw TypeError(`unsupported type "${a}" to create tensor from pinned buffer`);
					if (!(e.data instanceof t)) throw TypeError(`buffer should be of type ${t.name}`);
					this.cpuData = e.data;
					break;
				}
				case `texture`:
					if (a !== `float32`) throw TypeError(`unsupported type "${a}" to create tensor from texture`);
					this.gpuTextureData = e.texture, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case `gpu-buffer`:
					if (a !== `float32` && a !== `float16` && a !== `int32` && a !== `int64` && a !== `uint32` && a !== `uint8` && a !== `bool` && a !== `uint4` && a !== `int4`) throw TypeError(`unsupported type "${a}" to create tensor from gpu buffer`);
					this.gpuBufferData = e.gpuBuffer, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case `ml-tensor`:
					if (a !== `float32` && a !== `float16` && a !== `int32` && a !== `int64` && a !== `uint32` && a !== `uint64` && a !== `int8` && a !== `uint8` && a !== `bool` && a !== `uint4` && a !== `int4`) throw TypeError(`unsupported type "${a}" to create tensor from MLTensor`);
					this.mlTensorData = e.mlTensor, this.downloader = e.download, this.disposer = e.dispose;
					break;
				default: throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`);
			}
			else {
				let i, s;
				if (typeof e == `string`) {
					if (a = e, s = n, e === `string`) {
						if (!Array.isArray(t)) throw TypeError(`A string tensor's data must be a string array.`);
						i = t;
					} else {
						let n = r.NUMERIC_TENSOR_TYPE_TO_TYPEDARRAY_MAP.get(e);
						if (n === void 0) throw TypeError(`Unsupported tensor type: ${e}.`);
						if (Array.isArray(t)) {
							if (e === `float16` && n === Uint16Array || e === `uint4` || e === `int4`) throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);
							i = e === `uint64` || e === `int64` ? n.from(t, BigInt) : n.from(t);
						} else if (t instanceof n) i = t;
						else if (t instanceof Uint8ClampedArray) {
							if (e === `uint8`) i = Uint8Array.from(t);
							else throw TypeError(`A Uint8ClampedArray tensor's data must be type of uint8`);
						} else if (e === `float16` && t instanceof Uint16Array && n !== Uint16Array) i = new globalThis.Float16Array(t.buffer, t.byteOffset, t.length);
						else throw TypeError(`A ${a} tensor's data must be type of ${n}`);
					}
				} else if (s = t, Array.isArray(e)) {
					if (e.length === 0) throw TypeError(`Tensor type cannot be inferred from an empty array.`);
					let t = typeof e[0];
					if (t === `string`) a = `string`, i = e;
					else if (t === `boolean`) a = `bool`, i = Uint8Array.from(e);
					else throw TypeError(`Invalid element type of data array: ${t}.`);
				} else if (e instanceof Uint8ClampedArray) a = `uint8`, i = Uint8Array.from(e);
				else {
					let t = r.NUMERIC_TENSOR_TYPEDARRAY_TO_TYPE_MAP.get(e.constructor);
					if (t === void 0) throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);
					a = t, i = e;
				}
				if (s === void 0) s = [i.length];
				else if (!Array.isArray(s)) throw TypeError(`A tensor's dims must be a number array`);
				o = s, this.cpuData = i, this.dataLocation = `cpu`;
			}
			let s = (0, i.calculateSize)(o);
			if (this.cpuData && s !== this.cpuData.length && (a !== `uint4` && a !== `int4` || Math.ceil(s / 2) !== this.cpuData.length)) throw Error(`Tensor's size(${s}) does not match data length(${this.cpuData.length}).`);
			this.type = a, this.dims = o, this.size = s;
		}
		static async fromImage(e, t) {
			return (0, n.tensorFromImage)(e, t);
		}
		static fromTexture(e, t) {
			return (0, n.tensorFromTexture)(e, t);
		}
		static fromGpuBuffer(e, t) {
			return (0, n.tensorFromGpuBuffer)(e, t);
		}
		static fromMLTensor(e, t) {
			return (0, n.tensorFromMLTensor)(e, t);
		}
		static fromPinnedBuffer(e, t, r) {
			return (0, n.tensorFromPinnedBuffer)(e, t, r);
		}
		toDataURL(e) {
			return (0, t.tensorToDataURL)(this, e);
		}
		toImageData(e) {
			return (0, t.tensorToImageData)(this, e);
		}
		get data() {
			if (this.ensureValid(), !this.cpuData) throw Error("The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.");
			return this.cpuData;
		}
		get location() {
			return this.dataLocation;
		}
		get texture() {
			if (this.ensureValid(), !this.gpuTextureData) throw Error(`The data is not stored as a WebGL texture.`);
			return this.gpuTextureData;
		}
		get gpuBuffer() {
			if (this.ensureValid(), !this.gpuBufferData) throw Error(`The data is not stored as a WebGPU buffer.`);
			return this.gpuBufferData;
		}
		get mlTensor() {
			if (this.ensureValid(), !this.mlTensorData) throw Error(`The data is not stored as a WebNN MLTensor.`);
			return this.mlTensorData;
		}
		async getData(e) {
			switch (this.ensureValid(), this.dataLocation) {
				case `cpu`:
				case `cpu-pinned`: return this.data;
				case `texture`:
				case `gpu-buffer`:
				case `ml-tensor`:
					if (!this.downloader) throw Error(`The current tensor is not created with a specified data downloader.`);
					if (this.isDownloading) throw Error(`The current tensor is being downloaded.`);
					try {
						this.isDownloading = !0;
						let t = await this.downloader();
						return this.downloader = void 0, this.dataLocation = `cpu`, this.cpuData = t, e && this.disposer && (this.disposer(), this.disposer = void 0), t;
					} finally {
						this.isDownloading = !1;
					}
				default: throw Error(`cannot get data from location: ${this.dataLocation}`);
			}
		}
		dispose() {
			if (this.isDownloading) throw Error(`The current tensor is being downloaded.`);
			this.disposer &&= (this.disposer(), void 0), this.cpuData = void 0, this.gpuTextureData = void 0, this.gpuBufferData = void 0, this.mlTensorData = void 0, this.downloader = void 0, this.isDownloading = void 0, this.dataLocation = `none`;
		}
		ensureValid() {
			if (this.dataLocation === `none`) throw Error(`The tensor is disposed.`);
		}
		reshape(e) {
			if (this.ensureValid(), this.downloader || this.disposer) throw Error(`Cannot reshape a tensor that owns GPU resource.`);
			return (0, i.tensorReshape)(this, e);
		}
	};
})), d = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.Tensor = void 0, e.Tensor = u().Tensor;
})), f = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.TRACE_EVENT_END = e.TRACE_EVENT_BEGIN = e.TRACE_FUNC_END = e.TRACE_FUNC_BEGIN = e.TRACE = void 0;
	let t = i();
	e.TRACE = (e, n) => {
		(t.env.trace === void 0 ? !t.env.wasm.trace : !t.env.trace) || console.timeStamp(`${e}::ORT::${n}`);
	};
	let n = (t, n) => {
		let r = Error().stack?.split(/\r\n|\r|\n/g) || [], i = !1;
		for (let a = 0; a < r.length; a++) {
			if (i && !r[a].includes(`TRACE_FUNC`)) {
				let i = `FUNC_${t}::${r[a].trim().split(` `)[1]}`;
				n && (i += `::${n}`), (0, e.TRACE)(`CPU`, i);
				return;
			}
			r[a].includes(`TRACE_FUNC`) && (i = !0);
		}
	};
	e.TRACE_FUNC_BEGIN = (e) => {
		(t.env.trace === void 0 ? !t.env.wasm.trace : !t.env.trace) || n(`BEGIN`, e);
	}, e.TRACE_FUNC_END = (e) => {
		(t.env.trace === void 0 ? !t.env.wasm.trace : !t.env.trace) || n(`END`, e);
	}, e.TRACE_EVENT_BEGIN = (e) => {
		(t.env.trace === void 0 ? !t.env.wasm.trace : !t.env.trace) || console.time(`ORT::${e}`);
	}, e.TRACE_EVENT_END = (e) => {
		(t.env.trace === void 0 ? !t.env.wasm.trace : !t.env.trace) || console.timeEnd(`ORT::${e}`);
	};
})), p = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.InferenceSession = void 0;
	let n = t(), r = d(), i = f();
	e.InferenceSession = class e {
		constructor(e) {
			this.handler = e;
		}
		async run(e, t, n) {
			(0, i.TRACE_FUNC_BEGIN)(), (0, i.TRACE_EVENT_BEGIN)(`InferenceSession.run`);
			let a = {}, o = {};
			if (typeof e != `object` || !e || e instanceof r.Tensor || Array.isArray(e)) throw TypeError(`'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.`);
			let s = !0;
			if (typeof t == `object`) {
				if (t === null) throw TypeError(`Unexpected argument[1]: cannot be null.`);
				if (t instanceof r.Tensor) throw TypeError(`'fetches' cannot be a Tensor`);
				if (Array.isArray(t)) {
					if (t.length === 0) throw TypeError(`'fetches' cannot be an empty array.`);
					s = !1;
					for (let e of t) {
						if (typeof e != `string`) throw TypeError(`'fetches' must be a string array or an object.`);
						if (this.outputNames.indexOf(e) === -1) throw RangeError(`'fetches' contains invalid output name: ${e}.`);
						a[e] = null;
					}
					if (typeof n == `object` && n) o = n;
					else if (n !== void 0) throw TypeError(`'options' must be an object.`);
				} else {
					let e = !1, i = Object.getOwnPropertyNames(t);
					for (let n of this.outputNames) if (i.indexOf(n) !== -1) {
						let i = t[n];
						(i === null || i instanceof r.Tensor) && (e = !0, s = !1, a[n] = i);
					}
					if (e) {
						if (typeof n == `object` && n) o = n;
						else if (n !== void 0) throw TypeError(`'options' must be an object.`);
					} else o = t;
				}
			} else if (t !== void 0) throw TypeError(`Unexpected argument[1]: must be 'fetches' or 'options'.`);
			for (let t of this.inputNames) if (e[t] === void 0) throw Error(`input '${t}' is missing in 'feeds'.`);
			if (s) for (let e of this.outputNames) a[e] = null;
			let c = await this.handler.run(e, a, o), l = {};
			for (let e in c) if (Object.hasOwnProperty.call(c, e)) {
				let t = c[e];
				l[e] = t instanceof r.Tensor ? t : new r.Tensor(t.type, t.data, t.dims);
			}
			return (0, i.TRACE_EVENT_END)(`InferenceSession.run`), (0, i.TRACE_FUNC_END)(), l;
		}
		async release() {
			return this.handler.dispose();
		}
		static async create(t, r, a, o) {
			(0, i.TRACE_FUNC_BEGIN)(), (0, i.TRACE_EVENT_BEGIN)(`InferenceSession.create`);
			let s, c = {};
			if (typeof t == `string`) {
				if (s = t, typeof r == `object` && r) c = r;
				else if (r !== void 0) throw TypeError(`'options' must be an object.`);
			} else if (t instanceof Uint8Array) {
				if (s = t, typeof r == `object` && r) c = r;
				else if (r !== void 0) throw TypeError(`'options' must be an object.`);
			} else if (t instanceof ArrayBuffer || typeof SharedArrayBuffer < `u` && t instanceof SharedArrayBuffer) {
				let e = t, n = 0, i = t.byteLength;
				if (typeof r == `object` && r) c = r;
				else if (typeof r == `number`) {
					if (n = r, !Number.isSafeInteger(n)) throw RangeError(`'byteOffset' must be an integer.`);
					if (n < 0 || n >= e.byteLength) throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);
					if (i = t.byteLength - n, typeof a == `number`) {
						if (i = a, !Number.isSafeInteger(i)) throw RangeError(`'byteLength' must be an integer.`);
						if (i <= 0 || n + i > e.byteLength) throw RangeError(`'byteLength' is out of range (0, ${e.byteLength - n}].`);
						if (typeof o == `object` && o) c = o;
						else if (o !== void 0) throw TypeError(`'options' must be an object.`);
					} else if (a !== void 0) throw TypeError(`'byteLength' must be a number.`);
				} else if (r !== void 0) throw TypeError(`'options' must be an object.`);
				s = new Uint8Array(e, n, i);
			} else throw TypeError(`Unexpected argument[0]: must be 'path' or 'buffer'.`);
			let [l, u] = await (0, n.resolveBackendAndExecutionProviders)(c), d = await l.createInferenceSessionHandler(s, u);
			return (0, i.TRACE_EVENT_END)(`InferenceSession.create`), (0, i.TRACE_FUNC_END)(), new e(d);
		}
		startProfiling() {
			this.handler.startProfiling();
		}
		endProfiling() {
			this.handler.endProfiling();
		}
		get inputNames() {
			return this.handler.inputNames;
		}
		get outputNames() {
			return this.handler.outputNames;
		}
		get inputMetadata() {
			return this.handler.inputMetadata;
		}
		get outputMetadata() {
			return this.handler.outputMetadata;
		}
	};
})), m = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 }), e.InferenceSession = void 0, e.InferenceSession = p().InferenceSession;
})), h = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), g = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), _ = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), v = e(((e) => {
	Object.defineProperty(e, "__esModule", { value: !0 });
})), y = e(((e, t, r) => {
	var i = r && r.__createBinding || (Object.create ? (function(e, t, n, r) {
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
	})), o = r && r.__exportStar || function(e, t) {
		for (var n in e) n !== "default" && !Object.prototype.hasOwnProperty.call(t, n) && i(t, e, n);
	};
	Object.defineProperty(e, "__esModule", { value: !0 }), o(n(), e), o(a(), e), o(m(), e), o(d(), e), o(h(), e), o(g(), e), o(f(), e), o(_(), e), o(v(), e);
}));
export { y as t };

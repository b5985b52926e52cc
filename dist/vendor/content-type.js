const e = 65280, t = 65281, n = new Uint8Array(256);
n[9] |= 2, n[32] |= 2, n[59] |= 4, n[44] |= 8;
for (let e = 128; e <= 255; e++) n[e] |= 1;
for (let e of "!#$%&'*+-.^_`|~") n[e.charCodeAt(0)] |= 16;
for (let e = 48; e <= 57; e++) n[e] |= 16;
for (let e = 65; e <= 90; e++) n[e] |= 17;
for (let e = 97; e <= 122; e++) n[e] |= 16;
const r = (() => {
	let e = function() {};
	return e.prototype = Object.create(null), e;
})();
function i(i, o) {
	let s = 4 | (o?.comma === !0 ? 8 : 0), c = i.length, l = o?.start ?? 0;
	for (; n[i.charCodeAt(l)] & 2;) l++;
	let u = l, d = 0, f = -1, p = o?.parameters === !1 ? 8 : 0;
	for (; u < c;) {
		let t = i.charCodeAt(u), r = n[t];
		if ((r & s) !== 0) {
			p |= r & 8;
			break;
		}
		r & 2 ? f === -1 && (f = u) : f = -1, d |= t & e | r, u++;
	}
	let m = f === -1 ? u : f, h = i.slice(l, m), g = d & t ? h.toLowerCase() : h;
	return u === c || p !== 0 ? {
		type: g,
		index: u,
		parameters: new r()
	} : a(i, g, u, c, s);
}
function a(i, a, s, c, l) {
	let u = new r();
	parameter: for (; s < c;) {
		for (s++; n[i.charCodeAt(s)] & 2;) s++;
		let r = s, a = 0, d = -1;
		for (; s < c;) {
			let f = i.charCodeAt(s), p = n[f];
			if ((p & l) !== 0) {
				if (p & 8) break parameter;
				continue parameter;
			}
			if (f === 61) {
				let e = d === -1 ? s : d, f = i.slice(r, e), p = a & t ? f.toLowerCase() : f;
				for (s++; n[i.charCodeAt(s)] & 2;) s++;
				if (s < c && i.charCodeAt(s) === 34) {
					let e = ++s, t = !1;
					for (; s < c;) {
						let r = i.charCodeAt(s);
						if (r === 34) {
							u[p] === void 0 && (u[p] = t ? o(i, e, s) : i.slice(e, s)), s++;
							let r = 0;
							for (; s < c;) {
								let e = i.charCodeAt(s), t = n[e];
								if ((t & l) !== 0) {
									r = t & 8;
									break;
								}
								s++;
							}
							if (r !== 0) break parameter;
							continue parameter;
						}
						r === 92 && s + 1 < c ? (t = !0, s += 2) : s++;
					}
					continue parameter;
				}
				let m = s, h = 0, g = -1;
				for (; s < c;) {
					let e = i.charCodeAt(s), t = n[e];
					if ((t & l) !== 0) {
						h = t & 8;
						break;
					}
					t & 2 ? g === -1 && (g = s) : g = -1, s++;
				}
				if (u[p] === void 0) {
					let e = g === -1 ? s : g;
					u[p] = i.slice(m, e);
				}
				if (h !== 0) break parameter;
				continue parameter;
			}
			p & 2 ? d === -1 && (d = s) : d = -1, a |= f & e | p, s++;
		}
	}
	return {
		type: a,
		index: s,
		parameters: u
	};
}
function o(e, t, n) {
	let r = ``;
	for (let i = t; i < n; i++) e.charCodeAt(i) === 92 && (r += e.slice(t, i), t = ++i);
	return r + e.slice(t, n);
}
export { i as t };

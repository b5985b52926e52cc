const e = [
	48,
	1632,
	1776,
	2406,
	2534,
	2662,
	2790,
	2918,
	3046,
	3174,
	3302,
	3430,
	3558,
	3664,
	3792,
	3872,
	4160,
	4240,
	6112,
	6160,
	6470,
	6608,
	6784,
	6800,
	6992,
	7088,
	7232,
	7248,
	65296,
	120782,
	120792,
	120802,
	120812,
	120822,
	66720,
	68912,
	69734,
	69872,
	69942,
	70096,
	70384,
	70736,
	70864,
	71248,
	71360,
	71472,
	71904,
	72016,
	72688,
	72784,
	73040,
	73120,
	73552,
	92768,
	92864,
	93008,
	123200,
	123632,
	124144,
	125264,
	130032
], t = new Map(), n = 1632, r = new Uint8Array(63904).fill(255);
for (let i of e) for (let e = 0; e < 10; e++) {
	let a = i + e;
	a <= 65535 ? r[a - n] = e : t.set(a, e);
}
const i = new Set([
	8722,
	65293,
	65123
]);
function a(e) {
	if (typeof e != `string`) return e;
	let a = e.length;
	if (a === 0) return e;
	let o = -1;
	for (let n = 0; n < a; n++) {
		let s = e.charCodeAt(n);
		if (!(s >= 48 && s <= 57 || s === 45)) {
			if (s < 1632) {
				if (i.has(s)) {
					o = n;
					break;
				}
			} else if (s >= 55296 && s <= 56319) {
				if (n + 1 < a) {
					let r = e.charCodeAt(n + 1);
					if (r >= 56320 && r <= 57343) {
						let e = 65536 + (s - 55296 << 10) + (r - 56320);
						if (t.has(e)) {
							o = n;
							break;
						}
					}
				}
			} else if (r[s - 1632] !== 255 || i.has(s)) {
				o = n;
				break;
			}
		}
	}
	if (o === -1) return e;
	let s = [];
	o > 0 && s.push(e.slice(0, o));
	for (let c = o; c < a; c++) {
		let o = e.charCodeAt(c);
		if (o >= 48 && o <= 57 || o === 45) {
			s.push(e[c]);
			continue;
		}
		if (o < 1632) {
			s.push(i.has(o) ? `-` : e[c]);
			continue;
		}
		if (o >= 55296 && o <= 56319) {
			if (c + 1 < a) {
				let n = e.charCodeAt(c + 1);
				if (n >= 56320 && n <= 57343) {
					let e = 65536 + (o - 55296 << 10) + (n - 56320), r = t.get(e);
					if (r !== void 0) {
						s.push(String.fromCharCode(r + 48)), c++;
						continue;
					}
				}
			}
			s.push(e[c]);
			continue;
		}
		if (i.has(o)) {
			s.push(`-`);
			continue;
		}
		let l = r[o - n];
		s.push(l === 255 ? e[c] : String.fromCharCode(l + 48));
	}
	return s.join(``);
}
export { a as t };

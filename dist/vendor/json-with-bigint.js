const e = /^-?\d+$/, t = /^-?\d+n+$/, n = JSON.stringify, r = JSON.parse, i = /^-?\d+n$/, a = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g, o = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g, s = (e) => e === void 0 || typeof e == `function` || typeof e == `symbol`, c = (e) => typeof e == `object` && !!e && e.constructor && e.constructor.name === `RawJSON`, l = (e, r, i) => {
	let a = ``;
	typeof i == `number` ? a = ` `.repeat(Math.min(10, Math.max(0, Math.floor(i)))) : typeof i == `string` && (a = i.slice(0, 10));
	let o = typeof r == `function`, l = Array.isArray(r) ? new Set(r.map(String)) : null, u = (e, n, i) => (typeof i == `object` && i && typeof i.toJSON == `function` && (i = i.toJSON(n)), typeof i == `string` && t.test(i) ? i + `n` : typeof i == `bigint` ? `rawJSON` in JSON ? JSON.rawJSON(i.toString()) : i.toString() + `n` : (o && (i = r.call(e, n, i)), typeof i == `object` && i && (i instanceof Number || i instanceof String || i instanceof Boolean) && (i = i.valueOf()), i)), d = u({ "": e }, ``, e);
	if (s(d)) return;
	let f = typeof d != `object` || !d, p = c(d);
	if (f || p) return n(d);
	let m = [], h = 0, g = [{
		parent: { "": d },
		key: ``,
		val: d,
		isArray: Array.isArray(d),
		keys: Array.isArray(d) ? null : Object.keys(d),
		index: 0,
		first: !0
	}], _ = new WeakSet([d]);
	for (; g.length > 0;) {
		let e = g[g.length - 1];
		e.index === 0 && (m.push(e.isArray ? `[` : `{`), h++);
		let t = !1;
		if (e.isArray) {
			if (e.index < e.val.length) {
				e.first || m.push(`,`), a && m.push(`
` + a.repeat(h));
				let t = e.val[e.index], r = u(e.val, String(e.index), t);
				if (s(r)) m.push(`null`), e.first = !1, e.index++;
				else {
					let t = typeof r == `object` && !!r, i = c(r);
					if (t && !i) {
						if (_.has(r)) throw TypeError(`Converting circular structure to JSON`);
						_.add(r), g.push({
							parent: e.val,
							key: String(e.index),
							val: r,
							isArray: Array.isArray(r),
							keys: Array.isArray(r) ? null : Object.keys(r),
							index: 0,
							first: !0
						}), e.first = !1, e.index++;
					} else m.push(n(r)), e.first = !1, e.index++;
				}
			} else t = !0;
		} else {
			for (; e.index < e.keys.length;) {
				let t = e.keys[e.index++];
				if (l && !l.has(t)) continue;
				let r = e.val[t], i = u(e.val, t, r);
				if (s(i)) continue;
				e.first || m.push(`,`), a ? m.push(`
` + a.repeat(h) + n(t) + `: `) : m.push(n(t) + `:`);
				let o = typeof i == `object` && !!i, d = c(i);
				if (o && !d) {
					if (_.has(i)) throw TypeError(`Converting circular structure to JSON`);
					_.add(i), g.push({
						parent: e.val,
						key: t,
						val: i,
						isArray: Array.isArray(i),
						keys: Array.isArray(i) ? null : Object.keys(i),
						index: 0,
						first: !0
					}), e.first = !1;
					break;
				}
				m.push(n(i)), e.first = !1;
			}
			e.index >= e.keys.length && g[g.length - 1] === e && (t = !0);
		}
		t && (h--, !e.first && a && m.push(`
` + a.repeat(h)), m.push(e.isArray ? `]` : `}`), _.delete(e.val), g.pop());
	}
	return m.join(``);
}, u = (e, r, i) => {
	try {
		return `rawJSON` in JSON ? n(e, (e, t) => typeof t == `bigint` ? JSON.rawJSON(t.toString()) : typeof r == `function` ? r(e, t) : (Array.isArray(r) && r.includes(e), t), i) : e ? n(e, (e, n) => typeof n == `string` && t.test(n) || typeof n == `bigint` ? n.toString() + `n` : typeof r == `function` ? r(e, n) : (Array.isArray(r) && r.includes(e), n), i).replace(a, `$1$2$3`).replace(o, `$1$2$3`) : n(e, r, i);
	} catch (t) {
		if (t instanceof RangeError) {
			let t = l(e, r, i);
			return t === void 0 ? void 0 : `rawJSON` in JSON ? t : t.replace(a, `$1$2$3`).replace(o, `$1$2$3`);
		}
		throw t;
	}
}, d = new Map(), f = () => {
	let e = JSON.parse.toString();
	if (d.has(e)) return d.get(e);
	try {
		let t = JSON.parse(`1`, (e, t, n) => !!n?.source && n.source === `1`);
		return d.set(e, t), t;
	} catch {
		return d.set(e, !1), !1;
	}
}, p = (e, n, r, a) => typeof n == `string` && i.test(n) ? BigInt(n.slice(0, -1)) : typeof n == `string` && t.test(n) ? n.slice(0, -1) : typeof a == `function` ? a(e, n, r) : n, m = (t, n) => JSON.parse(t, (t, r, i) => {
	let a = typeof r == `number` && (r > 2 ** 53 - 1 || r < -(2 ** 53 - 1)), o = i && e.test(i.source);
	return a && o ? BigInt(i.source) : typeof n == `function` ? n(t, r, i) : r;
}), h = (2 ** 53 - 1).toString(), g = h.length, _ = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g, v = /^"-?\d+n+"$/, y = (e, n) => {
	let r = { "": e }, a = [{
		parent: r,
		key: ``,
		visited: !1
	}];
	for (; a.length > 0;) {
		let e = a[a.length - 1];
		if (e.visited) {
			let { parent: r, key: o } = e, s = r[o];
			typeof s == `string` && (i.test(s) ? s = BigInt(s.slice(0, -1)) : t.test(s) && (s = s.slice(0, -1))), typeof n == `function` && (s = n.call(r, o, s)), s === void 0 ? delete r[o] : r[o] = s, a.pop();
		} else {
			e.visited = !0;
			let t = e.parent[e.key];
			if (typeof t == `object` && t) {
				let e = Object.keys(t);
				for (let n = e.length - 1; n >= 0; n--) a.push({
					parent: t,
					key: e[n],
					visited: !1
				});
			}
		}
	}
	return r[``];
}, b = (e) => e.replace(_, (e, t, n, r) => {
	let i = e[0] === `"`;
	if (i && v.test(e)) return e.substring(0, e.length - 1) + `n"`;
	let a = n || r, o = t && (t.length < g || t.length === g && t <= h);
	return i || a || o ? e : `"` + e + `n"`;
}), x = (e, t) => {
	if (!e) return r(e, t);
	try {
		if (f()) return m(e, t);
		let n = b(e);
		return r(n, (e, n, r) => p(e, n, r, t));
	} catch (n) {
		if (n instanceof RangeError) {
			let n = b(e), i = r(n);
			return y(i, t);
		}
		throw n;
	}
};
export { u as n, x as t };

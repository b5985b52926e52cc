var e = `0.0.0-development`;
function t(e) {
	if (!e.data) return {
		...e,
		data: []
	};
	if (!((`total_count` in e.data || `total_commits` in e.data) && !(`url` in e.data))) return e;
	let t = e.data.incomplete_results, n = e.data.repository_selection, r = e.data.total_count, i = e.data.total_commits;
	delete e.data.incomplete_results, delete e.data.repository_selection, delete e.data.total_count, delete e.data.total_commits;
	let a = Object.keys(e.data)[0];
	return e.data = e.data[a], t !== void 0 && (e.data.incomplete_results = t), n !== void 0 && (e.data.repository_selection = n), e.data.total_count = r, e.data.total_commits = i, e;
}
function n(e, n, r) {
	let i = typeof n == `function` ? n.endpoint(r) : e.request.endpoint(n, r), a = typeof n == `function` ? n : e.request, o = i.method, s = i.headers, c = i.url;
	return { [Symbol.asyncIterator]: () => ({ async next() {
		if (!c) return { done: !0 };
		try {
			let e = t(await a({
				method: o,
				url: c,
				headers: s
			}));
			if (c = ((e.headers.link || ``).match(/<([^<>]+)>;\s*rel="next"/) || [])[1], !c && `total_commits` in e.data) {
				let t = new URL(e.url), n = t.searchParams, r = parseInt(n.get(`page`) || `1`, 10);
				r * parseInt(n.get(`per_page`) || `250`, 10) < e.data.total_commits && (n.set(`page`, String(r + 1)), c = t.toString());
			}
			return { value: e };
		} catch (e) {
			if (e.status !== 409) throw e;
			return c = ``, { value: {
				status: 200,
				headers: {},
				data: []
			} };
		}
	} }) };
}
function r(e, t, r, a) {
	return typeof r == `function` && (a = r, r = void 0), i(e, [], n(e, t, r)[Symbol.asyncIterator](), a);
}
function i(e, t, n, r) {
	return n.next().then((a) => {
		if (a.done) return t;
		let o = !1;
		function s() {
			o = !0;
		}
		return t = t.concat(r ? r(a.value, s) : a.value.data), o ? t : i(e, t, n, r);
	});
}
Object.assign(r, { iterator: n });
function a(e) {
	return { paginate: Object.assign(r.bind(null, e), { iterator: n.bind(null, e) }) };
}
a.VERSION = e;
export { a as t };

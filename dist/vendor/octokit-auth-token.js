var e = `(?:[a-zA-Z0-9_-]+)`, t = `\\.`, n = RegExp(`^${e}${t}${e}${t}${e}$`), r = n.test.bind(n);
async function i(e) {
	let t = r(e), n = e.startsWith(`v1.`) || e.startsWith(`ghs_`), i = e.startsWith(`ghu_`);
	return {
		type: `token`,
		token: e,
		tokenType: t ? `app` : n ? `installation` : i ? `user-to-server` : `oauth`
	};
}
function a(e) {
	return e.split(/\./).length === 3 ? `bearer ${e}` : `token ${e}`;
}
async function o(e, t, n, r) {
	let i = t.endpoint.merge(n, r);
	return i.headers.authorization = a(e), t(i);
}
var s = function(e) {
	if (!e) throw Error(`[@octokit/auth-token] No token passed to createTokenAuth`);
	if (typeof e != `string`) throw Error(`[@octokit/auth-token] Token passed to createTokenAuth is not a string`);
	return e = e.replace(/^(token|bearer) +/i, ``), Object.assign(i.bind(null, e), { hook: o.bind(null, e) });
};
export { s as t };

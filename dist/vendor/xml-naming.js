const e = (e, t, n = ``) => {
	let r = `[${e.replace(`:`, ``)}][${t.replace(`:`, ``)}]*`;
	return {
		name: RegExp(`^[${e}][${t}]*$`, n),
		ncName: RegExp(`^${r}$`, n),
		qName: RegExp(`^${r}(?::${r})?$`, n),
		nmToken: RegExp(`^[${t}]+$`, n),
		nmTokens: RegExp(`^[${t}]+(?:\\s+[${t}]+)*$`, n)
	};
}, t = e(`:A-Za-z_À-ÖØ-öø-˿Ͱ-ͽͿ-҆҈-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�`, `:A-Za-z_À-ÖØ-öø-˿Ͱ-ͽͿ-҆҈-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�\\-\\.\\d·̀-ͯ‿-⁀`), n = e(`:A-Za-z_À-˿Ͱ-ͽͿ-҆҈-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿`, `:A-Za-z_À-˿Ͱ-ͽͿ-҆҈-῿‌-‍⁰-↏Ⰰ-⿯、-퟿豈-﷏ﷰ-�𐀀-󯿿\\-\\.\\d·̀-ͯ҇‿-⁀`, `u`), r = e(`:A-Za-z_`, `:A-Za-z_\\-\\.\\d`), i = (e = `1.0`, i = !1) => i ? r : e === `1.1` ? n : t, a = (e, { xmlVersion: t = `1.0`, asciiOnly: n = !1 } = {}) => i(t, n).qName.test(e), o = [
	`name`,
	`ncName`,
	`qName`,
	`nmToken`,
	`nmTokens`
], s = (e, { xmlVersion: t = `1.0`, asciiOnly: n = !1, maxCacheSize: r = 2048 } = {}) => {
	if (!o.includes(e)) throw TypeError(`Unknown production "${e}". Must be one of: ${o.join(`, `)}`);
	let a = i(t, n)[e], s = new Map(), c = (e) => {
		let t = s.get(e);
		if (t !== void 0) return t;
		let n = a.test(e);
		return s.size < r && s.set(e, n), n;
	};
	return c.reset = () => {
		s = new Map();
	}, c;
};
export { a as n, s as t };

import { n as e, r as t, t as n } from "./fast-xml-parser.js";
function r(e) {
	return {
		attributesGroupName: `$`,
		textNodeName: e.xmlCharKey ?? `_`,
		ignoreAttributes: !1,
		suppressBooleanAttributes: !1
	};
}
function i(e = {}) {
	return {
		...r(e),
		attributeNamePrefix: `@_`,
		format: !0,
		suppressEmptyNode: !0,
		indentBy: ``,
		rootNodeName: e.rootName ?? `root`,
		cdataPropName: e.cdataPropName ?? `__cdata`
	};
}
function a(e = {}) {
	return {
		...r(e),
		parseAttributeValue: !1,
		parseTagValue: !1,
		attributeNamePrefix: ``,
		stopNodes: e.stopNodes,
		processEntities: !0,
		trimValues: !1
	};
}
function o(t, n = {}) {
	let r = i(n), a = new e(r), o = { [r.rootNodeName]: t };
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${a.build(o)}`.replace(/\n/g, ``);
}
async function s(e, r = {}) {
	if (!e) throw Error(`Document is empty`);
	let i = n.validate(e);
	if (i !== !0) throw i;
	let o = new t(a(r)).parse(e);
	if (o[`?xml`] && delete o[`?xml`], !r.includeRoot) {
		let e = Object.keys(o)[0];
		if (e !== void 0) {
			let t = o[e];
			return typeof t == `object` ? { ...t } : t;
		}
	}
	return o;
}
export { o as n, s as t };

import { t as e } from "../lazy/rolldown-runtime.js";
var t = e(((e, t) => {
	t.exports = (e, t = process.argv) => {
		let n = e.startsWith(`-`) ? `` : e.length === 1 ? `-` : `--`, r = t.indexOf(n + e), i = t.indexOf(`--`);
		return r !== -1 && (i === -1 || r < i);
	};
}));
export { t };

import { t as e } from "../lazy/rolldown-runtime.js";
var t = e(((e, t) => {
	t.exports = ((e) => {
		if (!e) throw Error(`provideNative(['duckdb']) must come before the first import`);
		return process.getBuiltinModule(`node:module`).createRequire(e)(e);
	})(globalThis[Symbol.for(`tidemark.native`)]?.duckdb);
}));
export { t };

import { D as e } from "./typespec-ts-http-runtime.js";
const t = e({
	logLevelEnvVarName: `AZURE_LOG_LEVEL`,
	namespace: `azure`
});
t.logger;
function n(e) {
	return t.createClientLogger(e);
}
export { n as t };

export { l as CloneLedger, n as connectRegistry, a as connectTelemetry, r as openRegistry, i as readLogin, t as verifyGitHubRegistry } from "../lib/github.js";

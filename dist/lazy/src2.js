export { i as CloneLedger, t as connectRegistry, r as connectTelemetry, n as openRegistry } from "../lib/github.js";

export { r as CloneLedger, t as connectRegistry, n as connectTelemetry } from "../lib/github.js";

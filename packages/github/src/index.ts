export { CloneLedger } from './clone-ledger.ts'
export { connectTelemetry, type GitHubTelemetry } from './github-telemetry.ts'
export { connectRegistry, openRegistry, type RegistryOptions } from './registry.ts'

export { CloneLedger } from './clone-ledger.ts'
export { connectRegistry } from './registry.ts'

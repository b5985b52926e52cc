export * from './canonical-json.ts'
export * from './error.ts'

export { writePage } from './page-file.ts'
export { type Terminal, tidemark } from './tidemark.ts'

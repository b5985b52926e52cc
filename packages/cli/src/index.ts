export { writePage } from './page-file.ts'

import { t as require_lib } from "../vendor/duckdb-node-api.js";
export default require_lib();
export {};

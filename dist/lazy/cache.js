export { c as restoreCache, l as saveCache } from "../vendor/actions-cache.js";

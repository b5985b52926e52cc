export { t as getOctokit } from "../vendor/actions-github.js";

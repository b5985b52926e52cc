export { t as repositorySource, n as startServer } from "../lib/serving.js";

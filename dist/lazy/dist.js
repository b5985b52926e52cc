import { t as require_dist } from "../vendor/onnxruntime-node.js";
export default require_dist();
export {};

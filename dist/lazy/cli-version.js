// packages/cli/src/version.ts
const version = "0.0.0";
export { version };

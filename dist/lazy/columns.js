// packages/cli/src/init/columns.ts
const logicalTypes = [
	"string",
	"number",
	"integer",
	"boolean",
	"date",
	"timestamp",
	"time"
];
const isLogicalType = (text) => logicalTypes.includes(text);
export { logicalTypes as n, isLogicalType as t };

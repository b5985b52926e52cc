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
/** A table’s column type, in DuckDB’s words, as the Open Data Contract Standard says it. */
function logicalType(type) {
	if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(type)) return "integer";
	if (/^(FLOAT|DOUBLE|DECIMAL\()/.test(type)) return "number";
	if (type === "BOOLEAN") return "boolean";
	if (type === "DATE") return "date";
	if (type.startsWith("TIMESTAMP")) return "timestamp";
	if (type.startsWith("TIME")) return "time";
	return /^(VARCHAR|UUID|ENUM\()/.test(type) ? "string" : null;
}
export { logicalTypes as n, logicalType as t };

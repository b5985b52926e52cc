// packages/cli/src/look.ts
const marks = {
	good: "✓",
	warn: "▲",
	bad: "✕",
	busy: "◐",
	calm: "·"
};
const codes = {
	good: "32",
	warn: "33",
	bad: "31",
	busy: "36",
	calm: "",
	dim: "2",
	strong: "1"
};
const narrowest$1 = 40;
/** Colours on a terminal alone, and not where NO_COLOR is set (no-color.org) or the terminal is dumb. */
function lookOf({ isTerminal, columns, env }) {
	return {
		width: isTerminal && columns !== void 0 && columns > 0 ? Math.max(narrowest$1, columns) : null,
		hasColour: isTerminal && !env.NO_COLOR && env.TERM !== "dumb"
	};
}
/** Plain text in a tone's colour. */
function paint(text, tone, { hasColour }) {
	return hasColour && codes[tone] !== "" && text !== "" ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
}
// packages/cli/src/table.ts
/** What a column is not cut below. */
const narrowest = 12;
/**
* Rows in columns under titles; numbers to the right. Cells are made plain, and the flexible column is cut where the terminal
* ends. Columns that are empty throughout are left out, and extra ones for which there is no room.
*/
function formatTable(columns, rows, look = {
	width: null,
	hasColour: false
}) {
	const shown = columns.flatMap((column, i) => {
		const width = rows.reduce((widest, row) => Math.max(widest, widthOf(plain(textOf(row[i])))), widthOf(column.title));
		return rows.some((row) => textOf(row[i]) !== "") ? [{
			column,
			i,
			width
		}] : [];
	});
	leaveOutExtras(shown, look);
	const cells = rows.map((row) => shown.map(({ i }) => plain(textOf(row[i]))));
	const titles = shown.map(({ column }) => column.title);
	const widths = shown.map(({ width }) => width);
	fitWidths(widths, shown.map(({ column }) => column), look);
	const line = (texts, toneOf) => texts.map((text, i) => {
		const cut = cutTo(text, widths[i]);
		const space = " ".repeat(widths[i] - widthOf(cut));
		const painted = paint(cut, toneOf(i), look);
		const isLast = i === texts.length - 1;
		return shown[i].column.isNumber ? space + painted : painted + (isLast ? "" : space);
	}).join("  ").trimEnd();
	return [line(titles, () => "dim"), ...cells.map((texts, row) => line(texts, (i) => toneOf(rows[row][shown[i].i])))].join("\n");
}
/** Text of others for a terminal: what would move the cursor, colour or turn the line is spelled out. */
function plain(text) {
	return text.replace(/[\r\n\t]+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, (character) => `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}
/** Columns that a plain text takes on a terminal: East Asian letters and pictures take two, combining marks none. */
function widthOf(text) {
	let width = 0;
	for (const character of text) width += /\p{M}/u.test(character) ? 0 : isWide(character) ? 2 : 1;
	return width;
}
/** A plain text cut to a width, with `…` where it was cut. */
function cutTo(text, width) {
	if (text.length <= width && /^[\x20-\x7e]*$/.test(text)) return text;
	if (widthOf(text) <= width) return text;
	let cut = "";
	let taken = 0;
	for (const character of text) {
		taken += widthOf(character);
		if (taken > width - 1) break;
		cut += character;
	}
	return `${cut.trimEnd()}…`;
}
const isWide = (character) => /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(character);
const textOf = (cell) => typeof cell === "object" ? cell.text : cell ?? "";
const toneOf = (cell) => typeof cell === "object" ? cell.tone : "calm";
function leaveOutExtras(shown, { width: room }) {
	if (room === null) return;
	const least = () => shown.reduce((sum, { column, width }) => sum + 2 + (column.isFlexible ? Math.min(width, narrowest) : width), -2);
	while (least() > room) {
		const last = shown.findLastIndex(({ column }) => column.isExtra);
		if (last < 0) return;
		shown.splice(last, 1);
	}
}
/** The flexible column gives way first, then whichever text is widest; numbers are never cut. */
function fitWidths(widths, columns, { width }) {
	if (width === null || widths.length === 0) return;
	const named = columns.findIndex(({ isFlexible }) => isFlexible);
	const flexible = named < 0 ? columns.length - 1 : named;
	const excess = () => widths.reduce((sum, each) => sum + each, 2 * (widths.length - 1)) - width;
	if (excess() > 0) widths[flexible] = Math.max(narrowest, widths[flexible] - excess());
	while (excess() > 0) {
		const texts = widths.map((each, i) => columns[i].isNumber ? 0 : each);
		const widest = texts.indexOf(Math.max(...texts));
		if (widths[widest] <= narrowest || columns[widest].isNumber) return;
		widths[widest] = Math.max(narrowest, widths[widest] - excess());
	}
}
export { lookOf as a, widthOf as i, formatTable as n, marks as o, plain as r, paint as s, cutTo as t };

import { i as widthOf, r as plain, s as paint } from "./table.js";
// packages/cli/src/facts.ts
const titleWidth = 16;
/** `  title:  value` with the value made plain; broken between words where the terminal ends, under its own beginning. */
function fact(title, value, look, tone = "calm") {
	const indent = " ".repeat(19);
	return wrap(plain(value), look.width === null ? null : look.width - indent.length).map((line, i) => (i === 0 ? `  ${paint((title === "" ? "" : `${title}:`).padEnd(titleWidth), "dim", look)} ` : indent) + paint(line, tone, look)).join("\n");
}
/** Plain text in lines of at most a width; a word that is longer has a line of its own. */
function wrap(text, width) {
	if (width === null) return [text];
	const lines = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last !== void 0 && widthOf(last) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
export { fact as t };

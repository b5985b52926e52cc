import { C as TidemarkError } from "../lib/start.js";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { randomBytes } from "node:crypto";
// packages/cli/src/write-at-once.ts
/** Writes beside the target and renames, so that nobody ever reads half a file; folders are made. Throws `PATH_REFUSED`. */
async function writeAtOnce(file, text) {
	const target = resolve(file);
	const beside = `${target}.${randomBytes(4).toString("hex")}.part`;
	try {
		await mkdir(dirname(target), { recursive: true });
		await writeFile(beside, text);
		await rename(beside, target);
	} catch (cause) {
		await rm(beside, { force: true }).catch(() => {});
		throw new TidemarkError("PATH_REFUSED", `${target} cannot be written: ${cause.message}`, {
			hint: "Give a file in a folder that may be written.",
			cause
		});
	}
}
export { writeAtOnce as t };

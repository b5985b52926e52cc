import { promisify } from "node:util";
import { execFile } from "node:child_process";
// packages/cli/src/origin.ts
/** The web address of a clone's origin, without credentials; undefined where it is not a repository on some host. */
async function originOf(folder) {
	const { stdout } = await promisify(execFile)("git", [
		"-C",
		folder,
		"remote",
		"get-url",
		"origin"
	]).catch(() => ({ stdout: "" }));
	return webAddress(stdout.trim());
}
/** `git@github.com:acme/flights.git` and `https://token@github.com/acme/flights` → `https://github.com/acme/flights`. */
function webAddress(remote) {
	const ssh = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remote);
	if (ssh) return `https://${ssh[1]}/${ssh[2]}`;
	if (!URL.canParse(remote)) return void 0;
	const { protocol, host, pathname } = new URL(remote);
	const path = pathname.replace(/\.git\/?$/, "").replace(/\/$/, "");
	if (protocol !== "https:" && protocol !== "http:" || !/^\/[\w.-]+\/[\w.-]+$/.test(path)) return void 0;
	return `${protocol}//${host}${path}`;
}
export { originOf as t };

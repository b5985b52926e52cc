import { h as DriftShard } from "../lib/schemas.js";
import { C as TidemarkError, I as digestOf, b as parseJsonDocument } from "../lib/start.js";
import { lstat, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
// actions/drift-report/src/shard-files.ts
const shardName = /^\d{1,4}-of-\d{1,4}\.json$/;
/** Counts by day of a wide table are larger than documents of the registry. */
const mostBytes = 268435456;
const mostShards = 1e3;
/** Writes what a job counted, the only one of its folder. */
async function writeShard(folder, shard) {
	await mkdir(folder, { recursive: true });
	for (const name of await readdir(folder)) if (shardName.test(name)) await rm(join(folder, name));
	await writeFile(join(folder, `${shard.part.index}-of-${shard.part.of}.json`), `${JSON.stringify(shard)}\n`);
}
/**
* Reads what all jobs of one run counted, each document against its schema, in the order of their parts. Throws `FILE_NOT_FOUND` where
* there is none, `DOCUMENT_INVALID` where one is no shard, a part is missing or there twice, or they do not belong together.
*/
async function readShards(folder, { model, acceptance }) {
	const files = await findShards(folder);
	const shards = [];
	for (const file of files) shards.push(parseJsonDocument(DriftShard, await readFile(file, "utf8"), file, { maximumBytes: mostBytes }));
	const [first] = shards;
	if (first === void 0) throw new TidemarkError("FILE_NOT_FOUND", `${folder} holds no profile of a shard`, { hint: "Download the artifacts of the jobs with mode `profile` into the folder that `profiles` names." });
	const problems = shards.flatMap((shard, i) => {
		const file = files[i];
		const expected = {
			model,
			acceptance,
			plan: first.plan
		};
		return [...[
			"model",
			"acceptance",
			"plan"
		].filter((key) => shard[key] !== expected[key]).map((path) => ({
			file,
			path,
			message: `is ${shard[path]}, expected ${expected[path]}`
		})), ...shard.part.of === first.part.of ? [] : [{
			file,
			path: "part",
			message: `is one of ${shard.part.of} parts, others of ${first.part.of}`
		}]];
	});
	for (let index = 1; index <= first.part.of; index++) {
		const found = shards.filter(({ part }) => part.index === index).length;
		if (found !== 1) {
			const message = found === 0 ? "is missing" : `is there ${found} times`;
			problems.push({
				file: folder,
				path: `part ${index} of ${first.part.of}`,
				message
			});
		}
	}
	if (problems.length > 0) throw new TidemarkError("DOCUMENT_INVALID", "the profiles of the shards do not belong together", {
		hint: "One run’s jobs count every part once, with the same plan and the same commit checked out. Run all of them again.",
		problems: problems.slice(0, 100)
	});
	return shards.sort((a, b) => a.part.index - b.part.index);
}
/** What says which rows are accepted: shards must agree on it. */
const acceptanceOf = ({ contract, policy }) => digestOf({
	contract: contract.sha256,
	violations: policy.data.violations
});
async function findShards(folder) {
	const files = (await readdir(folder, {
		withFileTypes: true,
		recursive: true
	}).catch(() => [])).filter((entry) => entry.isFile() && shardName.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
	if (files.length > mostShards) throw new TidemarkError("FILE_TOO_LARGE", `${folder} holds ${files.length} profiles, more than ${mostShards}`, { hint: "Count larger parts." });
	for (const file of files) if ((await lstat(file)).size > mostBytes) throw new TidemarkError("FILE_TOO_LARGE", `${file} is larger than ${mostBytes} bytes`, { hint: "Watch fewer columns, or judge more often: each run counts the days that are not decided." });
	return files;
}
export { readShards as n, writeShard as r, acceptanceOf as t };

import { A as storedJson, k as sha256, l as parseJsonDocument } from "./schemas.js";
import { c as literal, d as strictObject, f as string, o as int, r as array, s as json } from "../vendor/zod.js";
import { _ as RelativePath, f as TidemarkError, y as Sha256 } from "./start.js";
import { lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { Readable, Transform } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
// packages/action-kit/src/clear-handover.ts
/**
* Removes what an earlier run handed over in `dir`, so that a run that fails leaves nothing behind that looks like its own.
* A folder with other content is somebody's work: `PATH_REFUSED`, and nothing in it is touched.
*/
async function clearHandover(dir, kind) {
	if ((await readdir(dir).catch((cause) => {
		if (cause.code === "ENOENT") return [];
		throw refused(dir, "is not a folder that can be written", cause);
	})).length === 0) return;
	if (!await isHandover(dir, kind)) throw refused(dir, `holds other files than a ${kind} handover`);
	await rm(dir, { recursive: true });
}
async function isHandover(dir, kind) {
	try {
		const { schema, kind: written } = JSON.parse(await readFile(join(dir, "handover.json"), "utf8"));
		return schema === "tidemark/handover/v1" && written === kind;
	} catch {
		return false;
	}
}
function refused(dir, what, cause) {
	return new TidemarkError("PATH_REFUSED", `The output folder ${dir} ${what}.`, {
		hint: "Give the input `output` a folder of its own: it is emptied at each run.",
		cause
	});
}
// packages/action-kit/src/handover.ts
const manifestName = "handover.json";
const maxFiles = 1e4;
const maxManifestBytes = 16777216;
const hint = "Pass the whole folder as the artifact that the earlier job uploaded, and its digest as that job’s output.";
const Manifest = strictObject({
	schema: literal("tidemark/handover/v1"),
	kind: string().max(100),
	facts: json(),
	files: array(strictObject({
		path: RelativePath,
		sizeBytes: int().nonnegative(),
		sha256: Sha256
	})).max(maxFiles)
});
/**
* Writes `handover.json` over all files below `dir` and returns its sha256, which names all of them.
* Throws `HANDOVER_INVALID` on symbolic links, special files, and more than 10,000 files.
*/
async function writeHandover(dir, { kind, facts }) {
	const files = [];
	for (const path of await listFiles(dir)) files.push({
		path,
		...await measure(join(dir, path))
	});
	const text = storedJson({
		schema: "tidemark/handover/v1",
		kind,
		facts,
		files
	});
	await writeFile(join(dir, manifestName), text);
	return sha256(text);
}
/**
* Reads and verifies what another job handed over: the manifest's digest (where expected), every file's size and digest, and
* that no other file is there. Throws `DIGEST_MISMATCH` where bytes differ, `HANDOVER_INVALID` where the folder is not what it says.
*/
async function readHandover(dir, { kind, expectedDigest }) {
	const text = await readManifest(dir);
	const digest = sha256(text);
	if (expectedDigest !== void 0 && expectedDigest !== digest) throw new TidemarkError("DIGEST_MISMATCH", `${join(dir, manifestName)} is not the one the earlier job wrote.`, {
		hint: "Start the run again from the job that wrote it; if it happens again, someone changes the artifact in between.",
		problems: [{
			file: join(dir, manifestName),
			message: `expected sha256 ${expectedDigest}, got ${digest}`
		}]
	});
	const manifest = parseManifest(dir, text);
	if (manifest.kind !== kind) throw new TidemarkError("HANDOVER_INVALID", `${dir} holds a ${JSON.stringify(manifest.kind)}, not a ${JSON.stringify(kind)}.`, { hint });
	await verifyFiles(dir, manifest);
	return {
		...manifest,
		digest
	};
}
/** One of the documents that a handover's facts hold, by its name there. Throws `DOCUMENT_INVALID` also where it is absent. */
function handoverPart(schema, { kind, facts }, name) {
	const document = facts !== null && typeof facts === "object" && Object.hasOwn(facts, name) ? facts[name] : null;
	return parseJsonDocument(schema, storedJson(document ?? null), `handover.json of the ${kind} (${name})`);
}
async function verifyFiles(dir, manifest) {
	const present = new Set(await listFiles(dir));
	const missing = [];
	const changed = [];
	for (const { path, sizeBytes, sha256 } of manifest.files) {
		if (!present.delete(path)) {
			missing.push({
				file: join(dir, path),
				message: "is missing"
			});
			continue;
		}
		const actual = await measure(join(dir, path));
		if (actual.sha256 !== sha256 || actual.sizeBytes !== sizeBytes) {
			const message = `expected ${sizeBytes} bytes of sha256 ${sha256}, got ${actual.sizeBytes} of ${actual.sha256}`;
			changed.push({
				file: join(dir, path),
				message
			});
		}
	}
	for (const path of present) missing.push({
		file: join(dir, path),
		message: "is not in the manifest"
	});
	if (changed.length > 0) {
		const count = `${changed.length} of ${manifest.files.length} files`;
		throw new TidemarkError("DIGEST_MISMATCH", `${count} changed between the jobs.`, {
			hint,
			problems: [...changed, ...missing]
		});
	}
	if (missing.length > 0) throw new TidemarkError("HANDOVER_INVALID", `The files below ${dir} are not those of its manifest.`, {
		hint,
		problems: missing
	});
}
async function readManifest(dir) {
	const file = join(dir, manifestName);
	try {
		const { size } = await lstat(file);
		if (size <= maxManifestBytes) return await readFile(file, "utf8");
	} catch (cause) {
		throw new TidemarkError("HANDOVER_INVALID", `${file} cannot be read.`, {
			hint,
			cause
		});
	}
	throw new TidemarkError("HANDOVER_INVALID", `${file} is larger than ${maxManifestBytes} bytes.`, { hint });
}
function parseManifest(dir, text) {
	const file = join(dir, manifestName);
	let parsed;
	try {
		parsed = Manifest.safeParse(JSON.parse(text));
	} catch (cause) {
		throw new TidemarkError("HANDOVER_INVALID", `${file} cannot be parsed.`, {
			hint,
			cause
		});
	}
	if (parsed.success) return parsed.data;
	throw new TidemarkError("HANDOVER_INVALID", `${file} is not a handover manifest.`, {
		hint,
		problems: parsed.error.issues.slice(0, 20).map((issue) => ({
			file,
			path: issue.path.join("."),
			message: issue.message
		}))
	});
}
/** Paths of all regular files below `dir` but the manifest, with forward slashes, in UTF-16 order. */
async function listFiles(dir) {
	const found = [];
	const visit = async (below) => {
		for (const entry of await readdir(join(dir, below), { withFileTypes: true })) {
			const path = below === "" ? entry.name : `${below}/${entry.name}`;
			if (entry.isDirectory()) await visit(path);
			else if (!entry.isFile()) throw new TidemarkError("HANDOVER_INVALID", `${join(dir, path)} is a link or a special file.`, { hint: "Hand over regular files only." });
			else if (path !== manifestName) found.push(path);
			if (found.length > maxFiles) throw new TidemarkError("HANDOVER_INVALID", `${dir} holds more than ${maxFiles} files.`, { hint: "Hand over fewer files, such as one archive." });
		}
	};
	try {
		await visit("");
	} catch (cause) {
		if (cause instanceof TidemarkError) throw cause;
		throw new TidemarkError("HANDOVER_INVALID", `The folder ${dir} cannot be read.`, {
			hint,
			cause
		});
	}
	return found.sort((a, b) => a < b ? -1 : 1);
}
async function measure(file) {
	const hash = createHash("sha256");
	let sizeBytes = 0;
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
		hash.update(chunk);
		sizeBytes += chunk.length;
	}
	return {
		sizeBytes,
		sha256: hash.digest("hex")
	};
}
// packages/action-kit/src/native/actions-cache.ts
/**
* GitHub's cache, between jobs on fresh machines. It only saves time, so that nothing that goes wrong with it matters; what it restores is
* verified like everything else. The key holds the tarball's digest: another version never hits.
*/
async function restoreFromActionsCache(dir, pinned, platform) {
	if (!isAvailable()) return false;
	try {
		const { restoreCache } = await import("../lazy/cache.js");
		return await restoreCache([dir], cacheKey(pinned, platform)) !== void 0;
	} catch {
		return false;
	}
}
/** Saves the verified folder for later jobs. */
async function saveToActionsCache(dir, pinned, platform) {
	if (!isAvailable()) return;
	try {
		const { saveCache } = await import("../lazy/cache.js");
		await saveCache([dir], cacheKey(pinned, platform));
	} catch {}
}
/** Asked before the module is loaded: it is the heaviest of all. */
function isAvailable() {
	return Boolean(process.env.ACTIONS_RUNTIME_TOKEN && (process.env.ACTIONS_RESULTS_URL || process.env.ACTIONS_CACHE_URL));
}
function cacheKey({ package: name, version, integrity }, platform) {
	const digest = Buffer.from(integrity.slice(7), "base64").toString("hex").slice(0, 32);
	return `tidemark-native-${name.replace("@", "").replace("/", "-")}-${version}-${platform}-${digest}`;
}
// packages/action-kit/src/native/download.ts
const attempts = 3;
const timeoutMs = 6e5;
/**
* Downloads the package's tarball from the registry, checks it against the pinned SHA-512 before anything is unpacked, and moves the
* kept files to `dir` in one step. Throws `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
*/
async function downloadPackage(pinned, registry, dir) {
	await mkdir(dirname(dir), { recursive: true });
	const staging = await mkdtemp(join(dirname(dir), ".download-"));
	try {
		const tarball = join(staging, "package.tgz");
		const unpacked = join(staging, "files");
		await fetchTarball(tarballUrl(registry, pinned), pinned, tarball);
		await unpack(tarball, pinned, unpacked);
		await rename(unpacked, dir).catch(async (error) => {
			if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "EPERM") throw error;
		});
	} finally {
		await rm(staging, {
			recursive: true,
			force: true
		});
	}
}
/** `<registry>/<name>/-/<name without scope>-<version>.tgz`, the form every npm registry serves. */
function tarballUrl(registry, { package: name, version }) {
	return `${registry}/${name}/-/${name.slice(name.indexOf("/") + 1)}-${version}.tgz`;
}
async function fetchTarball(url, pinned, file) {
	(await import("node:http")).setGlobalProxyFromEnv?.();
	for (let attempt = 1;; attempt++) try {
		return await fetchOnce(url, pinned, file);
	} catch (error) {
		if (error instanceof TidemarkError) throw error;
		if (attempt === attempts || error instanceof HttpError && error.status < 500 && error.status !== 429) throw new TidemarkError("NATIVE_UNAVAILABLE", `${pinned.package} ${pinned.version} could not be downloaded.`, {
			hint: "Allow the runner to reach the npm registry, set `npm_config_registry` to a mirror, or set the input `native-path`.",
			problems: [{
				file: publicUrl(url),
				message: reasonOf(error)
			}]
		});
		await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
	}
}
async function fetchOnce(url, pinned, file) {
	const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
	if (!response.ok || response.body === null) throw new HttpError(response.status);
	const hash = createHash("sha512");
	let bytes = 0;
	const measure = new Transform({ transform(chunk, _encoding, done) {
		bytes += chunk.length;
		hash.update(chunk);
		done(bytes > pinned.tarballBytes ? mismatch(url, pinned, `more than ${pinned.tarballBytes} bytes`) : null, chunk);
	} });
	await pipeline$1(Readable.fromWeb(response.body), measure, createWriteStream(file));
	const integrity = `sha512-${hash.digest("base64")}`;
	if (bytes < pinned.tarballBytes) throw new Error(`${bytes} of ${pinned.tarballBytes} bytes arrived`);
	if (integrity !== pinned.integrity) throw mismatch(url, pinned, integrity);
}
async function unpack(tarball, { folder, files }, dir) {
	const { extract } = await import("../lazy/index.min.js");
	const wanted = new Set(files.map(({ name }) => `${folder}/${name}`));
	await mkdir(dir);
	await extract({
		file: tarball,
		cwd: dir,
		strip: folder.split("/").length,
		filter: (path, entry) => wanted.has(path) && "type" in entry && entry.type === "File"
	});
}
function mismatch(url, pinned, actual) {
	return new TidemarkError("NATIVE_MISMATCH", `The download of ${pinned.package} ${pinned.version} is not the pinned one.`, {
		hint: "Do not use this registry until it is known why its content differs; `npm_config_registry` names another.",
		problems: [{
			file: publicUrl(url),
			message: `expected ${pinned.integrity}, got ${actual}`
		}]
	});
}
var HttpError = class extends Error {
	status;
	constructor(status) {
		super(`the registry answered ${status}`);
		this.status = status;
	}
};
/** `fetch failed` says nothing; its cause names the host and the reason. */
function reasonOf(error) {
	const { message, cause } = error;
	return cause instanceof Error ? `${message}: ${cause.message || cause.code}` : message;
}
/** Without a user's name and password. */
function publicUrl(url) {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}
// packages/action-kit/src/native/manifest.ts
/** Generated from pnpm-lock.yaml by `scripts/generate-native-manifest.ts`. */
const nativeManifest = {
	duckdb: {
		"linux-x64": {
			"package": "@duckdb/node-bindings-linux-x64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ==",
			"tarballBytes": 23881820,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 474984,
				"sha512": "76c209baeab2b95869a81e2d11fd9ce7cee7fff7c0bfcb3442923978b687f53b45c251278fa49d69b256a8e4ef32b8ab1502b2bf19e86b2456f397d24b6c2f02"
			}, {
				"name": "libduckdb.so",
				"sizeBytes": 70529912,
				"sha512": "0e36ced0c6d6b13bed3e7f9194845bc54bf27612ecfb2974a6d5d1590c8a6c3064be06927ec8f4beafeb2d8fc7d0da555d315b74671f1fb5756d82f59f1738a4"
			}]
		},
		"linux-arm64": {
			"package": "@duckdb/node-bindings-linux-arm64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw==",
			"tarballBytes": 21632048,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 497304,
				"sha512": "22ca0d03141113a07781fcff49739b744cc06745a9952f03d79d3be86da116cbe2033f29432823f756aa287b21af50b335f5419447588e96eb646ab52e469185"
			}, {
				"name": "libduckdb.so",
				"sizeBytes": 62963152,
				"sha512": "75cf36570beb0ee3c3b46022efa4f5c9b8d977688e338b05910077dcfe77d6d56ca3bc16c0d3cf9741891cdc25a4800a5a89f959e371314e3dcbe0e762325cb2"
			}]
		},
		"darwin-arm64": {
			"package": "@duckdb/node-bindings-darwin-arm64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g==",
			"tarballBytes": 36788031,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.node",
				"sizeBytes": 514168,
				"sha512": "727d486b2c7aeb30ffcd6e1a2a0ef428b6543b762888935f622b97c928dda825ee55de3e8cf959fea5d22a2e2a7384cc1bf78e30ab59d808c6d6c87c0d5810f3"
			}, {
				"name": "libduckdb.dylib",
				"sizeBytes": 117005184,
				"sha512": "2ba652ef5a2bcded11c5582fe152335a58f68875df4289a530c48c10e5a59ee4a3c7b094aae7b5ceafaba292b94b7b89c030f53b8fc359d2c293ef48d8087835"
			}]
		},
		"win32-x64": {
			"package": "@duckdb/node-bindings-win32-x64",
			"version": "1.5.5-r.5",
			"integrity": "sha512-mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA==",
			"tarballBytes": 13549050,
			"folder": "package",
			"entry": "duckdb.node",
			"files": [{
				"name": "duckdb.dll",
				"sizeBytes": 36724520,
				"sha512": "99f9f6c7cd2c64f387d3ba07eee15d29750803d24c7e7846d09423f123a51842704d640141321480d2eaecb7e1b3eb54368b50cdeb44a587a00be3951bb1ee29"
			}, {
				"name": "duckdb.node",
				"sizeBytes": 1253376,
				"sha512": "2ea13376874bc55beeb1482e1926b49beb24d2f269dbe5a42ba653c9e3d06be9d6d514ea5c93699ed6c58adef75e9646d22db56ec9cefabbac50141241db1893"
			}]
		}
	},
	onnxruntime: {
		"linux-x64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/linux/x64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.so.1",
				"sizeBytes": 45828512,
				"sha512": "927fc128db9eedb9fae07dfa0574a4d53af91efa7e42c3192678910d32ae4fde46441c14fd42eaf0f925a2f71c1de4816d25720bd6c7579b60e56293cc862215"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 389488,
				"sha512": "1ec8c6091f4a79da6fb71868af9602ad66aa7bbed99be1a5adad66b3b7e8fec927732a944e564c42ecb9da1403f657c07a7ad9351f54ddeb338abd7f445b4a03"
			}]
		},
		"linux-arm64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/linux/arm64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.so.1",
				"sizeBytes": 25135496,
				"sha512": "95be392538dfe3bd660207ebad503bcfbcbcd4e6162fb83d19f35d291a981560294914ce471d5251626122aff63cf201a215bb052d7cf5ea009fffcd57dbd366"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 394648,
				"sha512": "c1237687f3ba2e761b584bdc3763b5e4c85757d5c31562bf2119ca13753299142852d1b34619d9a974c4cc3c91444a70c8637784cab62212db36dd9b733dec10"
			}]
		},
		"darwin-arm64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/darwin/arm64",
			"entry": "onnxruntime_binding.node",
			"files": [{
				"name": "libonnxruntime.1.dylib",
				"sizeBytes": 44589928,
				"sha512": "a2a1d51856a7fbe80815f363df95b1bb156baecd90ff51bb1fd70649da4a2070b958ddb4f7460bd94364e156d334f57840293501aa1505256153c2721428f782"
			}, {
				"name": "onnxruntime_binding.node",
				"sizeBytes": 266840,
				"sha512": "bff4592f39d10f271de531e9df3ef9c9692faefd499286f2f4b367e7bf610ec2ed96c3edd501874f6d6e4e6d1d136a944c7f7369e16c5829577c746eeb650cfa"
			}]
		},
		"win32-x64": {
			"package": "onnxruntime-node",
			"version": "1.30.0",
			"integrity": "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
			"tarballBytes": 113507888,
			"folder": "package/bin/napi-v6/win32/x64",
			"entry": "onnxruntime_binding.node",
			"files": [
				{
					"name": "DirectML.dll",
					"sizeBytes": 18527584,
					"sha512": "80275adb90194b54d0f346baa451f94d105a9fb1fcbe22dbbc4a0273714f4b5f9dee00dd6bdd5884e33acb90c73ac65ee7b13b8fc698e010f823fcfc708bb875"
				},
				{
					"name": "onnxruntime.dll",
					"sizeBytes": 28754232,
					"sha512": "01e218f193118dcfecd8ba018c416cb337eb7b5af480c7873a2aa21918c17ed180b10aada74fc3c4bd25cfe0550de435ce76e671bd30764440b7bed0e1935b1f"
				},
				{
					"name": "onnxruntime_binding.node",
					"sizeBytes": 298848,
					"sha512": "6b3080434db24453051c55419b9224ed24a2b976639e6b13d2d323ae2632e2bfd508fedc130aca1c376d165dd141cadbd2abd708f83908fb2f15fc776308484c"
				}
			]
		}
	}
};
// packages/action-kit/src/native/platform.ts
/** The platform whose binaries run on the machine. Throws `NATIVE_UNSUPPORTED` on musl and on what is not built. */
function platformOf({ os, arch, glibc }) {
	const platform = `${os}-${arch}`;
	const supported = Object.keys(nativeManifest.duckdb);
	if (!supported.includes(platform)) throw new TidemarkError("NATIVE_UNSUPPORTED", `DuckDB and ONNX Runtime are not available for ${platform}.`, { hint: `Run the job on one of ${supported.join(", ")}, such as \`runs-on: ubuntu-latest\`.` });
	if (os === "linux" && glibc === void 0) throw new TidemarkError("NATIVE_UNSUPPORTED", "This Linux uses musl (Alpine); ONNX Runtime is built for glibc only.", { hint: "Run the job without `container:`, or in a Debian or Ubuntu image." });
	return platform;
}
function thisMachine() {
	return {
		os: process.platform,
		arch: process.arch,
		glibc: process.platform === "linux" ? glibcVersion() : void 0
	};
}
function glibcVersion() {
	const report = process.report;
	report.excludeNetwork = true;
	return report.getReport().header?.glibcVersionRuntime;
}
// packages/action-kit/src/native/registry-setting.ts
const maxNpmrcBytes = 65536;
/**
* The npm registry to download from, without a slash at the end, as npm finds it: environment, the project's .npmrc, the user's, the
* public one. Only the line `registry=` is taken: tokens are not read. Wrong content can do no harm, since the tarballs are pinned.
*/
function registryUrl(env, project, home) {
	const candidates = [
		() => env.npm_config_registry || env.NPM_CONFIG_REGISTRY,
		() => registryLine(join(project, ".npmrc"), env),
		() => registryLine(join(home, ".npmrc"), env)
	];
	for (const candidate of candidates) {
		const value = candidate();
		if (value && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, "");
	}
	return "https://registry.npmjs.org";
}
function registryLine(file, env) {
	if ((statSync(file, { throwIfNoEntry: false })?.size ?? 1e400) > maxNpmrcBytes) return void 0;
	return (/^\s*registry\s*=\s*(?<value>\S+)\s*$/m.exec(readFileSync(file, "utf8"))?.groups?.value)?.replaceAll(/\$\{(\w+)\}/g, (whole, name) => env[name] ?? whole).replace(/^(["'])(.*)\1$/, "$2");
}
// packages/action-kit/src/native/verification.ts
/**
* Compares every pinned file in the folder with its size and SHA-512. Nothing wrong is an empty list; `absent` is a folder without any of
* the files. Hashing takes about 0.2 s for 70 MB and is done on every use: a cache is writable by every step of a job.
*/
async function verifyFolder(dir, files) {
	const results = await Promise.all(files.map((file) => verifyFile(join(dir, file.name), file)));
	if (results.every((result) => result === "absent")) return "absent";
	return results.flatMap((result, index) => {
		if (result === void 0) return [];
		return {
			file: join(dir, files[index].name),
			message: result === "absent" ? "is missing" : result
		};
	});
}
async function verifyFile(file, expected) {
	const stat = await lstat(file).catch(() => void 0);
	if (stat === void 0) return "absent";
	if (!stat.isFile()) return "is not a regular file";
	if (stat.size !== expected.sizeBytes) return `has ${stat.size} bytes, expected ${expected.sizeBytes}`;
	const hash = createHash("sha512");
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
	const actual = hash.digest("hex");
	return actual === expected.sha512 ? void 0 : `has sha512 ${actual}, expected ${expected.sha512}`;
}
// packages/action-kit/src/native/provide.ts
/** Where the bundled loaders look; see rolldown.config.ts. Not the environment: another step could write that. */
const loaded = Symbol.for("tidemark.native");
/**
* Makes the native binaries reachable for this process, so that importing `@duckdb/node-api` or `onnxruntime-node` afterwards works in a
* built action. From sources nothing is done: node_modules has them. Throws `NATIVE_UNSUPPORTED`, `NATIVE_UNAVAILABLE` or `NATIVE_MISMATCH`.
*/
async function provideNative(names, { inputs, log }) {
	const files = globalThis[loaded] ??= {};
	for (const name of names) if (files[name] === void 0) files[name] = await locateNative(name, {
		env: process.env,
		nativePath: inputs.nativePath,
		log
	});
}
/** The verified file to load, absolute: from the input, the tool cache, the Actions cache or the registry, in this order. */
async function locateNative(name, place) {
	const platform = platformOf(place.machine ?? thisMachine());
	const pinned = nativeManifest[name][platform];
	const below = join(name, pinned.version, platform);
	if (place.nativePath !== void 0) return fromPath(resolve(place.nativePath, below), pinned);
	return fromCaches(join(toolCache(place.env), "tidemark-native", below), pinned, platform, place);
}
async function fromPath(dir, pinned) {
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") throw new TidemarkError("NATIVE_UNAVAILABLE", `The input native-path has no ${pinned.package} ${pinned.version}.`, {
		hint: `Put ${pinned.files.map((file) => file.name).join(", ")} of that npm package there, or leave the input empty.`,
		problems: [{
			file: dir,
			message: "is missing"
		}]
	});
	if (problems.length > 0) throw differs(pinned, problems);
	return join(dir, pinned.entry);
}
async function fromCaches(dir, pinned, platform, { env, log }) {
	const entry = join(dir, pinned.entry);
	if (await isSound(dir, pinned, log)) return entry;
	if (await restoreFromActionsCache(dir, pinned, platform) && await isSound(dir, pinned, log)) return entry;
	const registry = registryUrl(env, env.GITHUB_WORKSPACE || process.cwd(), homedir());
	log(`Downloading ${pinned.package} ${pinned.version} (${Math.round(pinned.tarballBytes / 1e6)} MB), once for this tool cache.`);
	await downloadPackage(pinned, registry, dir);
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") throw differs(pinned, [{
		file: dir,
		message: "holds none of the pinned files"
	}]);
	if (problems.length > 0) throw differs(pinned, problems);
	await saveToActionsCache(dir, pinned, platform);
	return entry;
}
/** Removes a folder that differs, so that it is fetched anew. */
async function isSound(dir, pinned, log) {
	const problems = await verifyFolder(dir, pinned.files);
	if (problems === "absent") return false;
	if (problems.length === 0) return true;
	log(`The cached ${pinned.package} differs from the pinned one and is fetched anew: ${problems[0].file} ${problems[0].message}`);
	await rm(dir, {
		recursive: true,
		force: true
	});
	return false;
}
function differs(pinned, problems) {
	return new TidemarkError("NATIVE_MISMATCH", `${pinned.package} ${pinned.version} is not the pinned one.`, {
		hint: "Nothing of it was loaded. Find out who writes to this place; the right files are those of the npm package.",
		problems
	});
}
function toolCache(env) {
	return env.RUNNER_TOOL_CACHE || env.XDG_CACHE_HOME || join(homedir(), ".cache");
}
export { clearHandover as a, writeHandover as i, handoverPart as n, readHandover as r, provideNative as t };

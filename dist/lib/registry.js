import { C as TidemarkError, D as sha256, E as digestOf, I as Version, L as compareVersions, O as storedJson, R as parseVersion, T as canonicalJson, b as parseJsonDocument, j as Name, w as describeProblem, x as parseYamlDocument } from "./start.js";
import { C as RolloutState, D as Evaluation, E as rolloutLayout, F as PerformanceCheck, G as RecordedEvent, H as Dataset, J as Validation, K as RegistryEvent, U as DigestEntry, V as ChannelIntent, X as eventTypes, Y as VersionManifest, _ as windowName, a as eventId, b as Waiver, d as referTo, f as rowsOfFile, i as evaluationId, j as Baseline, k as DriftCheck, m as validationId, n as datasetDigest, o as featuresDigest, p as runId, q as Run, r as digestOfModel, s as lookupFiles, t as layout, u as partitionColumns, v as windowNames, x as ModelPolicy, z as readNumbers } from "./schemas.js";
import { createHash } from "node:crypto";
// packages/registry/src/facts.ts
function storedFact({ path, document }) {
	return {
		path,
		text: storedJson(document)
	};
}
/** Reads and validates a fact; null where it does not exist. */
async function readFact$1(ledger, schema, path, at) {
	const text = at === null ? null : await ledger.read(path, at);
	return text === null ? null : parseJsonDocument(schema, text, path);
}
/** Reads a fact that another fact names, and proves that it still is what was named. */
async function readReferenced(ledger, schema, reference, at) {
	const text = await ledger.read(reference.path, at);
	if (text === null) throw new TidemarkError("REGISTRY_CORRUPT", `${reference.path} is named by another fact but is not there`, { hint: "Facts are never deleted. Restore the registry branch from a clone and run verify-registry." });
	const document = parseJsonDocument(schema, text, reference.path);
	const actual = sha256(canonicalJson(document));
	if (actual !== reference.sha256) throw new TidemarkError("REGISTRY_CORRUPT", `${reference.path} has digest ${actual}, expected ${reference.sha256}`, { hint: "The fact was changed after it was written. Run verify-registry and restore it from history; deploy nothing that rests on it." });
	return document;
}
async function readVersion(ledger, model, version, at) {
	return readFact$1(ledger, VersionManifest, layout.version(model, version), at);
}
async function findByDigest(ledger, model, digest, at) {
	return (await readFact$1(ledger, DigestEntry, layout.byDigest(model, digest), at))?.version ?? null;
}
/** All registered versions, oldest first. */
async function listVersions(ledger, model, at) {
	if (at === null) return [];
	return (await ledger.list(layout.versions(model), at)).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)).filter((name) => Version.safeParse(name).success).sort(compareVersions);
}
async function readChannel(reviews, policyRoot, { model, channel, ref }) {
	const path = layout.channel(policyRoot, model, channel);
	const text = await reviews.readFile(path, ref);
	if (text === null) return null;
	const intent = parseJsonDocument(ChannelIntent, text, path);
	if (intent.model !== model || intent.channel !== channel) throw new TidemarkError("DOCUMENT_INVALID", `${path} says model ${intent.model}, channel ${intent.channel}`, { hint: "A channel file lies at <policy-root>/<model>/channels/<channel>.json. Correct the file in a pull request." });
	return intent;
}
/** The rollout's state of a channel on the registry branch, or null. */
async function readRollout(ledger, { model, channel }, head) {
	const path = rolloutLayout.state(channel, model);
	const state = await readFact$1(ledger, RolloutState, path, head);
	if (state === null || state.model === model && state.channel === channel) return state;
	throw new TidemarkError("REGISTRY_CORRUPT", `${path} is about ${state.model} on ${state.channel}`, { hint: "The state was written to a wrong place. Restore the file from history and run verify-registry." });
}
const attempts = 40;
/**
* Commits by compare-and-swap: `plan` is asked again at every head until its commit is in, so that what it decides always
* follows from what is there. Facts are create-only and the first writer wins: a path that is already taken is left out.
* `states` replace what lies at their paths. A plan of null, or one that adds nothing, commits nothing. Returns the commit that
* holds all of it. `along` says what `plan` is going to read. Throws `REGISTRY_CONFLICT` where the branch never stood still.
*/
async function commitPlan({ ledger, clock }, plan, along) {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const head = await ledger.head(along);
		const planned = await plan(head);
		if (planned === null) return head;
		const { facts, states = [], message } = planned;
		const present = await Promise.all(facts.map(async ({ path }) => head !== null && await ledger.read(path, head) !== null));
		const files = [...facts.filter((_, i) => !present[i]).map(storedFact), ...states];
		if (files.length === 0 && head !== null) return head;
		const commit = await ledger.commit({
			parent: head,
			files,
			message
		});
		if (commit !== "stale") return commit;
		await clock.pause(attempt);
	}
	throw conflict$1();
}
/** Appends facts, as `commitPlan` does, and returns the commit that holds all of them. */
async function append(registry, plan, along) {
	return await commitPlan(registry, plan, along);
}
/** Appends one fact that follows from nothing else on the branch, in one request. What lies at its path already stays. */
async function appendFact({ ledger, clock }, fact, message) {
	for (let attempt = 0; attempt < attempts; attempt++) {
		if (await ledger.add(storedFact(fact), message) !== "stale") return;
		await clock.pause(attempt);
	}
	throw conflict$1();
}
function conflict$1() {
	return new TidemarkError("REGISTRY_CONFLICT", `the registry branch moved ${attempts} times in a row while a commit was being made`, { hint: "Run the job again. If this repeats, let fewer jobs register at the same time (workflow concurrency)." });
}
/** The document that already lies at a fact's path, or the fact's own: what later facts have to name. */
async function adopt(ledger, schema, fact, head) {
	return await readFact$1(ledger, schema, fact.path, head) ?? fact.document;
}
// packages/registry/src/channel-state.ts
/** The event that tells what became of a state; its path follows from the state alone, so anybody can look it up. */
function settlementOf({ model, channel }, { version, modelDigest, seq }, type = "promotion.settled") {
	const event = {
		type,
		subject: {
			version,
			modelDigest,
			channel,
			seq
		},
		cause: layout.channelTag(model, channel, seq)
	};
	return {
		...event,
		path: layout.event(model, eventId(event), event.type)
	};
}
/** The mark on bytes that went back from a channel: one a digest and channel, found without a search. */
function markOf({ model, channel, version, modelDigest }) {
	const event = {
		type: "version.rolled-back",
		subject: {
			version,
			modelDigest,
			channel
		},
		cause: channel
	};
	return {
		...event,
		path: layout.event(model, eventId(event), event.type)
	};
}
/**
* Whether a state was settled: its tag exists, and the tagged commit holds the event for exactly this version and digest.
* Throws `TAG_CONFLICT` where the tag exists without that event: somebody made it by hand, or the channel file was edited
* under a `seq` that is taken.
*/
async function isSettled(ledger, named, state) {
	const tag = layout.channelTag(named.model, named.channel, state.seq);
	const commit = await ledger.resolveTag(tag);
	if (commit === null) {
		if (!(await ledger.tags(tag)).includes(tag)) return false;
		throw conflict(tag, "is not an annotated tag");
	}
	if (await readFact$1(ledger, RegistryEvent, settlementOf(named, state).path, commit) !== null) return true;
	throw conflict(tag, `does not stand for ${state.version} (digest ${state.modelDigest.slice(0, 12)})`);
}
/** Whether settling refused what a channel file wants; then the same version may be proposed again, under the next `seq`. */
async function isRefused(ledger, intent) {
	return await readOutcome(ledger, intent, "promotion.refused") !== null;
}
/** The event of one kind about what a channel file wants; null where that has not happened. */
async function readOutcome(ledger, intent, type) {
	return readFact$1(ledger, RegistryEvent, settlementOf(intent, intent, type).path, await ledger.head());
}
/** Whether a change puts into the channel what is in it already: that is how a channel is returned after a roll-back. */
function isReturn({ version, modelDigest, previous }) {
	return previous?.modelDigest === modelDigest && previous.version === version;
}
/** The newest settled `seq` of a channel below a bound; 0 where there is none. */
async function newestSettledSeq(ledger, { model, channel }, below) {
	return (await settledSeqs(ledger, {
		model,
		channel
	})).find((seq) => seq < below) ?? 0;
}
/** The numbers of a channel's tags, newest first. */
async function settledSeqs(ledger, { model, channel }) {
	const prefix = layout.channelTag(model, channel, 0).slice(0, -1);
	return (await ledger.tags(prefix)).map((tag) => tag.slice(prefix.length)).filter((seq) => /^[1-9]\d{0,8}$/.test(seq)).map(Number).sort((a, b) => b - a);
}
/** How many of a channel's numbers are looked through for a version that it held. */
const mostSeqs = 1e3;
const readAtOnce$1 = 50;
/** The newest `seq` under which a channel held these bytes as this version; null where it never did. */
async function findSettledSeq(ledger, named, { version, modelDigest }) {
	const head = await ledger.head();
	if (head === null) return null;
	const states = (await settledSeqs(ledger, named)).slice(0, mostSeqs).map((seq) => ({
		version,
		modelDigest,
		seq
	}));
	for (let i = 0; i < states.length; i += readAtOnce$1) {
		const some = states.slice(i, i + readAtOnce$1);
		const events = await Promise.all(some.map((state) => ledger.read(settlementOf(named, state).path, head)));
		for (const [j, state] of some.entries()) if (events[j] !== null && await isSettled(ledger, named, state)) return state.seq;
	}
	return null;
}
/**
* What is in the channel: the wanted version once it is settled, until then the one it follows, or what was returned past the
* channel file by break-glass. Throws `TAG_CONFLICT` where neither is what the newest tag stands for.
*/
async function readChannelState(ledger, intent) {
	if (intent === null) return null;
	const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY);
	if (newest === 0) return null;
	const { version, modelDigest, seq, previous } = intent;
	const state = [{
		version,
		modelDigest,
		seq
	}, previous].find((state) => state?.seq === newest) ?? await readReturned(ledger, intent);
	if (state?.seq === newest && await isSettled(ledger, intent, state)) return state;
	throw conflict(layout.channelTag(intent.model, intent.channel, newest), "is not of a version that the channel file names");
}
/** What the rollout's state says is in the channel: break-glass leaves it there, before the channel file follows. */
async function readReturned(ledger, named) {
	const state = await readRollout(ledger, named, await ledger.head());
	if (state === null || state.phase !== "promoted") return null;
	const { version, modelDigest } = state.canary;
	return {
		version,
		modelDigest,
		seq: state.seq
	};
}
function conflict(tag, what) {
	return new TidemarkError("TAG_CONFLICT", `the tag ${tag} ${what}`, { hint: "A channel moves by promotion pull requests, which count seq up by one. Undo the edit, or delete a tag that was made by hand, and protect tags by a ruleset." });
}
// packages/registry/src/policy.ts
/** The policy and the contract as a commit of the default branch has them, whatever the branch at hand says: read, and as texts. */
async function readPolicy({ reviews, policyRoot }, model, ref) {
	const read = async (path) => {
		const text = await reviews.readFile(path, ref);
		if (text !== null) return text;
		throw new TidemarkError("FILE_NOT_FOUND", `${path} is not on the default branch (${ref})`, { hint: "The default branch decides policy and contract. Merge the file there first, or correct the inputs model and policy-root." });
	};
	const path = layout.policy(policyRoot, model);
	const text = await read(path);
	const policy = parseYamlDocument(ModelPolicy, text, path);
	if (policy.model !== model) throw new TidemarkError("POLICY_INVALID", `${path} says model ${policy.model}, its folder says ${model}`, { hint: "Folder and name must agree. Rename one of them." });
	const contractPath = `${policyRoot}/${model}/${policy.data.contract}`;
	const contract = await read(contractPath);
	return {
		policy,
		contractSha256: sha256(contract),
		texts: {
			policy: {
				text,
				file: path
			},
			contract: {
				text: contract,
				file: contractPath
			}
		}
	};
}
// packages/registry/src/evidence.ts
/**
* Recomputes every digest and checks that each fact names the next one: dataset → validation → run → evaluation → bytes.
* Throws one `DIGEST_MISMATCH` with all that does not fit.
*/
function assertEvidence(evidence, files, expected) {
	const problems = [...findEvidenceProblems(evidence, expected), ...findFileProblems(evidence.run, files)];
	if (problems.length === 0) return;
	throw new TidemarkError("DIGEST_MISMATCH", "the evidence does not fit together", {
		hint: "Run the workflow again from validate-data, without editing what travels between its jobs.",
		problems
	});
}
/** What does not fit between the facts of one candidate; empty when all does. */
function findEvidenceProblems({ run, evaluation, datasets, validations }, { policy, contractSha256, source }) {
	const problems = [];
	const expect = (what, actual, expected) => {
		if (actual !== expected) problems.push({
			path: what,
			message: `is ${String(actual)}, expected ${String(expected)}`
		});
	};
	for (const document of [
		run,
		evaluation,
		...Object.values(datasets),
		...Object.values(validations)
	]) expect(`${document.schema} model`, document.model, policy.model);
	for (const split of ["training", "holdout"]) {
		expect(`datasets.${split}.digest`, datasets[split].digest, datasetDigest(datasets[split]));
		expect(`validations.${split}.id`, validations[split].id, validationId(validations[split]));
		expect(`validations.${split}.dataset`, validations[split].dataset, datasets[split].digest);
		expect(`validations.${split}.verdict`, validations[split].verdict, "pass");
		expect(`validations.${split}.contract (the default branch decides it)`, validations[split].contract.sha256, contractSha256);
		expect(`validations.${split}.violations`, digestOf(validations[split].violations), digestOf(policy.data.violations));
	}
	expect("run.id", run.id, runId(run));
	if (source) {
		expect("run.source.repository", run.source.repository, source.repository);
		expect("run.source.sha", run.source.sha, source.sha);
	}
	expect("run.data.dataset", run.data.dataset, datasets.training.digest);
	expect("run.data.validation", run.data.validation, validations.training.id);
	expect("evaluation.id", evaluation.id, evaluationId(evaluation));
	expect("evaluation.run", evaluation.run, run.id);
	expect("evaluation.challenger.modelDigest", evaluation.challenger.modelDigest, run.output.modelDigest);
	expect("evaluation.holdout.dataset", evaluation.holdout.dataset, datasets.holdout.digest);
	expect("evaluation.holdout.validation", evaluation.holdout.validation, validations.holdout.id);
	const kind = run.output.kind ?? "onnx";
	expect("run.output.kind (the default branch decides it)", kind, policy.kind ?? "onnx");
	const bringsQuery = run.output.files.some(({ path }) => path === "features.sql");
	if (kind === "onnx" || bringsQuery) expect("run.data.features (its query and lookups)", run.data.features, featuresOf(run));
	if (kind === "opaque") {
		const declared = policy.signature ?? {
			inputs: [],
			outputs: []
		};
		expect("run.output.signature (the default branch declares it)", digestOf(run.output.signature), digestOf(declared));
	}
	expect("evaluation.holdout.features", evaluation.holdout.features, run.data.features);
	expect("evaluation.policyDigest (the default branch decides the gate)", evaluation.policyDigest, digestOf(policy.gate));
	const trained = new Set(datasets.training.files.map((file) => file.sha256));
	for (const file of datasets.holdout.files) if (trained.has(file.sha256)) problems.push({
		path: `datasets.holdout ${file.path}`,
		message: "was also trained on"
	});
	return problems;
}
/** The digest of the query and lookups that travel with a run's model. */
function featuresOf({ output }) {
	const query = output.files.find((file) => file.path === "features.sql");
	const lookups = lookupFiles(output.files).map(({ name, file }) => ({
		name,
		sha256: file.sha256
	}));
	return featuresDigest(query?.sha256 ?? "of no query", lookups);
}
/** The facts of one candidate with their paths. */
function evidenceFacts({ run, evaluation, datasets, validations }) {
	const { model } = run;
	return [
		...Object.values(datasets).map((document) => ({
			path: layout.dataset(model, document.digest),
			document
		})),
		...Object.values(validations).map((document) => ({
			path: layout.validation(model, document.id),
			document
		})),
		{
			path: layout.run(model, run.id, run.source.committedAt),
			document: run
		},
		{
			path: layout.evaluation(model, evaluation.id),
			document: evaluation
		}
	];
}
function findFileProblems(run, files) {
	const problems = [];
	const named = new Set(run.output.files.map((file) => file.path));
	for (const path of files.keys()) if (!named.has(path)) problems.push({
		file: path,
		message: "is not named by the run"
	});
	for (const file of run.output.files) {
		const arrived = files.get(file.path);
		if (arrived === void 0) problems.push({
			file: file.path,
			message: "is named by the run but did not arrive"
		});
		else if (arrived.sha256 !== file.sha256 || arrived.sizeBytes !== file.sizeBytes) problems.push({
			file: file.path,
			message: `has ${arrived.sizeBytes} bytes of sha256 ${arrived.sha256}, expected ${file.sizeBytes} of ${file.sha256}`
		});
	}
	const digest = digestOfModel(run.output);
	if (digest !== run.output.modelDigest) problems.push({
		path: "run.output.modelDigest",
		message: `is ${run.output.modelDigest}, it is ${digest}`
	});
	return problems;
}
// packages/registry/src/model-file.ts
/** The SHA-256 of bytes as they come. */
async function digestBytes(bytes) {
	const hash = createHash("sha256");
	for await (const chunk of bytes) hash.update(chunk);
	return hash.digest("hex");
}
// packages/registry/src/release.ts
/** GitHub refuses assets of exactly 2 GiB and more. */
const largestPartBytes = Math.floor(1.9 * 1024 ** 3);
/**
* How a model's files become assets: safe lower-case names, parts of at most `partBytes`. A file of several parts is read once
* for their digests.
*/
async function planAssets(files, contents, partBytes = largestPartBytes) {
	const taken = new Set();
	const planned = [];
	for (const file of [...files].sort((a, b) => a.path < b.path ? -1 : 1)) {
		const asset = assetName(file.path, file.sha256, taken);
		if (file.sizeBytes <= partBytes) {
			planned.push({
				...file,
				parts: [{
					asset,
					sizeBytes: file.sizeBytes,
					sha256: file.sha256
				}]
			});
			continue;
		}
		const content = contents.get(file.path);
		const parts = [];
		for (let start = 0; start < file.sizeBytes; start += partBytes) {
			const end = Math.min(start + partBytes, file.sizeBytes);
			parts.push({
				asset: `${asset}.part-${String(parts.length + 1).padStart(4, "0")}`,
				sizeBytes: end - start,
				sha256: await digestBytes(content.open(start, end))
			});
		}
		planned.push({
			...file,
			parts
		});
	}
	return planned;
}
/**
* A draft release that holds exactly these assets, each compared with GitHub's own digest. Takes up the draft `found` that an
* earlier attempt left behind: finished uploads are kept, broken ones (`starter`) are made anew. A draft keeps the name that
* it was made under: it gets the version's at publishing, when nobody can take that any more. Null where the draft vanished
* meanwhile: a twin with the same bytes was faster.
*/
async function stageRelease({ releases, clock, runUrl }, { model, version, modelDigest, files, image, contents, found }) {
	const release = found ?? await createDraft({
		releases,
		clock
	}, {
		tag: layout.versionTag(model, version),
		name: `${model} ${version}`,
		body: draftBody(draftMarker(model, modelDigest), runUrl, image)
	});
	const assets = [];
	for (const file of files) {
		let offset = 0;
		for (const part of file.parts) {
			const [start, end] = [offset, offset + part.sizeBytes];
			const open = () => contents.get(file.path).open(start, end);
			const asset = await stageAsset({
				releases,
				clock
			}, release, {
				...part,
				open
			});
			if (asset === null) return null;
			assets.push(asset);
			offset = end;
		}
	}
	return {
		...release,
		assets
	};
}
/** Which model's bytes a draft was made for; stands in the first line of its body. */
function draftMarker(model, modelDigest) {
	return `<!-- tidemark:release model=${model} digest=${modelDigest} -->`;
}
/** Stands instead on a draft that nobody came for, until it is removed: no registration takes it up any more. */
function abandonedMarker(model, modelDigest) {
	return `<!-- tidemark:abandoned model=${model} digest=${modelDigest} -->`;
}
/** Whether a draft was made by the run that `runUrl` names: only that takes it up again, since another may be at work on it. */
function isDraftOf(draft, runUrl) {
	return runUrl === void 0 || draft.body.includes(runMarker(runUrl));
}
/** Compares what GitHub holds with what the manifest names. Empty when all is as it should be. */
function findAssetProblems(release, manifest) {
	const problems = [];
	const byName = new Map(release.assets.map((asset) => [asset.name, asset]));
	for (const file of manifest.files) for (const part of file.parts) {
		const asset = byName.get(part.asset);
		if (asset === void 0) problems.push(`asset ${part.asset} is missing`);
		else if (asset.state !== "uploaded") problems.push(`asset ${part.asset} was never uploaded completely`);
		else if (asset.sizeBytes !== part.sizeBytes) problems.push(`asset ${part.asset} has ${asset.sizeBytes} bytes, expected ${part.sizeBytes}`);
		else if (asset.sha256 !== null && asset.sha256 !== part.sha256) problems.push(`asset ${part.asset} has sha256 ${asset.sha256}, expected ${part.sha256}`);
	}
	return problems;
}
/**
* As `findAssetProblems`, and where GitHub gives no digest the asset is downloaded and hashed. Assets that the manifest does
* not name are a problem too.
*/
async function compareAssets(releases, release, manifest) {
	const problems = findAssetProblems(release, manifest);
	const parts = new Map(manifest.files.flatMap((file) => file.parts).map((part) => [part.asset, part]));
	for (const asset of release.assets) {
		const part = parts.get(asset.name);
		if (part === void 0) problems.push(`asset ${asset.name} is not named by the manifest`);
		else if (asset.sha256 === null && asset.state === "uploaded" && asset.sizeBytes === part.sizeBytes) {
			const digest = await releases.digest(asset.id);
			if (digest !== part.sha256) problems.push(`asset ${asset.name} has sha256 ${digest}, expected ${part.sha256}`);
		}
	}
	return problems;
}
/** Downloads a version's files and verifies every part. Throws `RELEASE_ASSET_MISMATCH`, and `RELEASE_FAILED` where the release is gone. */
async function downloadModel(releases, manifest) {
	const parts = new Map(manifest.files.map(({ path }) => [path, []]));
	for await (const { path, bytes } of downloadParts(releases, manifest)) parts.get(path)?.push(bytes);
	return new Map([...parts].map(([path, bytes]) => [path, bytes.length === 1 ? bytes[0] : Buffer.concat(bytes)]));
}
/** As `downloadModel`, a verified part at a time and the parts of a file in order: a model may be larger than memory. */
async function* downloadParts(releases, manifest) {
	const release = await releases.get(manifest.release.id);
	if (release === null) throw new TidemarkError("RELEASE_FAILED", `the release of ${manifest.model} ${manifest.version} is gone`, { hint: "Its assets were deleted. Run verify-registry; register the model again from its run." });
	const byName = new Map(release.assets.map((asset) => [asset.name, asset]));
	for (const { path, parts } of manifest.files) for (const part of parts) {
		const asset = byName.get(part.asset);
		const bytes = asset && asset.sizeBytes === part.sizeBytes ? await releases.download(asset.id) : null;
		if (bytes !== null && sha256(bytes) === part.sha256) {
			yield {
				path,
				bytes
			};
			continue;
		}
		throw new TidemarkError("RELEASE_ASSET_MISMATCH", `asset ${part.asset} of ${manifest.model} ${manifest.version} is not what was registered`, {
			hint: "The asset changed after registration. Run verify-registry; do not deploy this version.",
			problems: [{
				file: part.asset,
				message: `expected ${part.sizeBytes} bytes of sha256 ${part.sha256}, found ${bytes ? sha256(bytes) : `${asset?.sizeBytes ?? "no"} bytes`}`
			}]
		});
	}
}
const mostTries = 4;
/** A draft that GitHub may have made although it did not answer is looked for before another is made. */
async function createDraft({ releases, clock }, draft) {
	for (let attempt = 0;; attempt++) try {
		return await releases.createDraft(draft);
	} catch (error) {
		if (!isUnavailable(error) || attempt === 3) throw error;
		await clock.pause(attempt);
		const made = (await releases.drafts()).find(({ body }) => body === draft.body);
		if (made) return made;
	}
}
function isUnavailable(error) {
	return error instanceof TidemarkError && error.code === "GITHUB_UNAVAILABLE";
}
async function stageAsset({ releases, clock }, release, part) {
	let present = release.assets.find((asset) => asset.name === part.asset);
	for (let attempt = 0; attempt < mostTries; attempt++) {
		if (present?.state === "uploaded" && present.sizeBytes === part.sizeBytes) {
			if ((present.sha256 ?? await releases.digest(present.id)) === part.sha256) return present;
		}
		if (present) await releases.removeAsset(present.id);
		const uploaded = await tryUpload(releases, release, part, attempt);
		if (uploaded === "gone") return null;
		if (uploaded !== "exists" && uploaded !== "broken") {
			const digest = uploaded.sha256 ?? await releases.digest(uploaded.id);
			if (digest === part.sha256) return uploaded;
			throw new TidemarkError("RELEASE_ASSET_MISMATCH", `GitHub stored ${part.asset} with sha256 ${digest}, sent ${part.sha256}`, { hint: "The upload was damaged on its way, or the file changed. Run the job again: the draft is taken up where it stands." });
		}
		await clock.pause(attempt);
		const now = await releases.get(release.id);
		if (now === null) return null;
		present = now.assets.find((asset) => asset.name === part.asset);
	}
	throw new TidemarkError("RELEASE_FAILED", `the upload of ${part.asset} broke off ${mostTries} times`, { hint: "Run the job again: what is uploaded is kept." });
}
/** `broken`: whether the asset is there is not known. The last try tells why. */
async function tryUpload(releases, { id }, part, attempt) {
	try {
		return await releases.upload(id, {
			name: part.asset,
			sizeBytes: part.sizeBytes,
			open: part.open
		});
	} catch (error) {
		if (!isUnavailable(error) || attempt === 3) throw error;
		return "broken";
	}
}
function draftBody(marker, runUrl, image) {
	const lines = [marker, ...runUrl === void 0 ? [] : [runMarker(runUrl)]];
	const what = image === void 0 ? "The manifest on the registry branch says what these files are." : `It is the container image \`${image.name}@sha256:${image.digest}\`, and has no files.`;
	return `${lines.join("\n")}\nRegistered by Tidemark. ${what}`;
}
function runMarker(runUrl) {
	return `<!-- tidemark:run ${sha256(runUrl)} -->`;
}
function assetName(path, digest, taken) {
	const name = path.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "").slice(0, 150) || "file";
	const unique = taken.has(name) ? `${digest.slice(0, 12)}-${name}` : name;
	taken.add(unique);
	return unique;
}
// packages/registry/src/version-event.ts
/** The event that ends a registration; its path follows from the manifest alone. */
const publishedEvent = (manifest) => eventOf(manifest, "version.published");
/** The event after which a version's assets may be gone; its path follows from the manifest alone. */
const retiredEvent = (manifest) => eventOf(manifest, "version.retired");
/** Where events about a version lie, for who knows its manifest by digest only. */
function versionEventPaths(named, manifestSha256) {
	return ["version.published", "version.retired"].map((type) => namedEvent(named, manifestSha256, type).path);
}
function eventOf(manifest, type) {
	return namedEvent(manifest, referTo("", manifest).sha256, type);
}
function namedEvent({ model, version, modelDigest }, cause, type) {
	const event = {
		type,
		subject: {
			version,
			modelDigest
		},
		cause
	};
	return {
		...event,
		path: layout.event(model, eventId(event), type)
	};
}
// packages/registry/src/retention/retirement.ts
/** When a version was retired, or null. */
async function readRetirement(ledger, manifest, head) {
	return readFact$1(ledger, RegistryEvent, retiredEvent(manifest).path, head);
}
// packages/registry/src/rollback/grounds.ts
/**
* The newest windows, oldest first, by which a rule wants the version in service to go, or null. Only windows of its own time count: weeks
* of its own predictions that end after it came, and data of windows that begin after it came. Inconclusive windows say nothing.
*/
function findGrounds({ on, windows }, { drift, performance }, { modelDigest, since }) {
	const kinds = {
		performance: performance.filter((check) => check.modelDigest === modelDigest && check.window.end > since),
		drift: drift.filter(({ window }) => window.start >= since)
	};
	for (const kind of ["performance", "drift"]) {
		if (on !== kind && on !== "either") continue;
		const newest = kinds[kind].filter(({ verdict }) => verdict !== "inconclusive").slice(-windows);
		if (newest.length === windows && newest.every(({ verdict }) => verdict === "fail")) return newest;
	}
	return null;
}
/** Why the monitor asks, in one sentence. */
function describeGrounds(checks) {
	const weeks = checks.map(({ window }) => window.start).join(", ");
	const count = checks.length === 1 ? "window" : `${checks.length} windows`;
	const newest = checks.at(-1);
	return `By monitor.rollback: ${newest?.schema === "tidemark/performance/v1" ? `performance of ${newest.version}` : "drift"} failed the newest ${count} in a row (${weeks}): ${newest?.reason ?? ""}`.slice(0, 4e3);
}
/** What asks for a rollback of one tenure once, however often its windows are judged again. */
const monitorCause = (model, channel, seq) => `monitor ${layout.channelTag(model, channel, seq)}`;
/** Reads the checks that the monitor's request names, and proves that they are what it named. */
function readGrounds(ledger, { monitor }, at) {
	return Promise.all((monitor?.checks ?? []).map((reference) => readReferenced(ledger, schemaOf(reference), reference, at)));
}
const schemaOf = ({ path }) => /^models\/[^/]+\/performance\//.test(path) ? PerformanceCheck : DriftCheck;
/** Why the monitor's request does not follow from the checks that it names. */
function findGroundsProblems(request, checks) {
	const { monitor, model, subject, leaves, cause, isBreakGlass } = request;
	if (monitor === void 0) return [];
	const { rule } = monitor;
	const starts = checks.map(({ window }) => window.start);
	const isOrdered = starts.every((start, i) => i === 0 || start > (starts[i - 1] ?? ""));
	const kind = checks[0]?.schema === "tidemark/performance/v1" ? "performance" : "drift";
	const isOfRule = (check) => {
		if (check.model !== model || check.verdict !== "fail" || check.schema !== checks[0]?.schema) return false;
		if (check.schema === "tidemark/performance/v1") return check.modelDigest === leaves?.modelDigest;
		return canonicalJson(check.policy.rollback ?? null) === canonicalJson(rule);
	};
	return [
		...checks.length === rule.windows && isOrdered ? [] : [`rests on ${checks.length} checks, where its rule asks for ${rule.windows} windows`],
		...rule.on === kind || rule.on === "either" ? [] : [`rests on ${kind}, where its rule asks for ${rule.on}`],
		...rule.channel === subject.channel ? [] : [`is about ${subject.channel}, where its rule is about ${rule.channel}`],
		...checks.every(isOfRule) ? [] : ["rests on a check that does not fail, or is of another version or policy"],
		...leaves !== void 0 && cause === monitorCause(model, rule.channel, leaves.seq) ? [] : ["does not name the tenure that it wants ended"],
		...isBreakGlass ? ["asks for break-glass, which is for people"] : []
	];
}
// packages/registry/src/promotion-check.ts
/**
* What must hold for a channel to move to a version, all of it judged from the base's policy and the registry: nothing of
* the proposed branch but the channel file is believed. `base` is the channel file that the change would replace; at
* settling, when it is replaced already, it is left out.
*/
async function checkPromotion({ ledger, releases }, change) {
	const { proposed, policy } = change;
	const head = change.head ?? await ledger.head({ files: firstRead(proposed) });
	const checks = [
		...change.base === void 0 ? [] : [checkSequence(proposed, change.base)],
		await guarded("previous", () => checkPrevious(ledger, proposed)),
		checkChannel(proposed, policy)
	];
	if (head === null) return [...checks, failed("manifest", "there is no registry branch")];
	let manifest = null;
	checks.push(await guarded("manifest", async () => {
		const expected = layout.version(proposed.model, proposed.version);
		if (proposed.manifest.path !== expected) return failed("manifest", `the channel file names ${proposed.manifest.path}, expected ${expected}`);
		const found = await readReferenced(ledger, VersionManifest, proposed.manifest, head);
		if (found.modelDigest !== proposed.modelDigest) return failed("manifest", `${expected} is about other bytes than the channel file`);
		manifest = found;
		return passed("manifest", `${found.model} ${found.version}, digest ${found.modelDigest.slice(0, 12)}`);
	}));
	if (manifest === null) return checks;
	const known = manifest;
	checks.push(isReturn(proposed) ? checkReturn(proposed, known) : proposed.rollback ? await guarded("evidence", () => checkRollback(ledger, {
		proposed,
		manifest: known,
		head
	})) : await guarded("evidence", () => checkEvidence(ledger, {
		...change,
		manifest: known,
		head
	})));
	checks.push(...await Promise.all([guarded("published", () => checkPublished(ledger, known, head)), guarded("release", async () => await checkRetired(ledger, known, head) ?? checkRelease(releases, known))]));
	return checks;
}
/** What is read whatever the facts say: it comes along with the head. */
function firstRead(proposed) {
	const { manifest, run, evaluation, rollback } = proposed;
	const marks = [...versionEventPaths(proposed, manifest.sha256), markOf(proposed).path];
	return [
		manifest.path,
		run.path,
		evaluation.path,
		...marks,
		...rollback ? [rollback.request.path] : []
	];
}
function checkSequence(proposed, base) {
	const expected = (base?.seq ?? 0) + 1;
	const stands = base === null ? "the channel is empty" : `the channel file is at seq ${base.seq} (${base.version})`;
	if (proposed.seq === expected) return passed("sequence", `${stands}, this makes it seq ${expected}`);
	return failed("sequence", `${stands}; this change says seq ${proposed.seq}. Run register-model again to refresh it`);
}
/** What the intent follows must be the newest that was in the channel: it is the champion that the gate has to have met. */
async function checkPrevious(ledger, proposed) {
	const seqs = await settledSeqs(ledger, proposed);
	const newest = seqs.find((seq) => seq < proposed.seq) ?? 0;
	const { previous } = proposed;
	const taken = seqs.find((seq) => seq >= proposed.seq);
	if (taken !== void 0 && !(taken === proposed.seq && await isSettled(ledger, proposed, proposed))) return failed("previous", `seq ${taken} is in the channel already. Merge the pull request that makes the channel file say so first, then run register-model again`);
	if ((previous?.seq ?? 0) !== newest) return failed("previous", `it follows ${describe(previous)}, but seq ${newest || "none"} is in the channel. Run register-model again to refresh it`);
	if (previous === null) return passed("previous", "first version on this channel");
	return await isSettled(ledger, proposed, previous) ? passed("previous", `follows ${describe(previous)}`) : failed("previous", `${describe(previous)} was never settled`);
}
function checkChannel(proposed, policy) {
	return proposed.model === policy.model && Object.hasOwn(policy.channels, proposed.channel) ? passed("channel", `model.yaml allows the channel ${proposed.channel}`) : failed("channel", `model.yaml of ${policy.model} has no channel ${proposed.channel}`);
}
/** A return brings nothing new into production, so the evidence it was promoted on is enough, however old. */
function checkReturn({ run, evaluation, version }, manifest) {
	return canonicalJson([run, evaluation]) === canonicalJson([manifest.run, manifest.evaluation]) ? passed("evidence", `returns the channel to ${version}, which is in it`) : failed("evidence", `a return to ${version} names the run and evaluation of its manifest`);
}
/** What the channel held once was judged then; what makes it come again is a request on record: a person's, or the monitor's with its checks. */
async function checkRollback(ledger, { proposed, manifest, head }) {
	const { version, modelDigest, channel, previous, rollback } = proposed;
	if (rollback === void 0) throw new Error("a rollback without its request");
	if (canonicalJson([proposed.run, proposed.evaluation]) !== canonicalJson([manifest.run, manifest.evaluation])) return failed("evidence", `a rollback to ${version} names the run and evaluation of its manifest`);
	const request = await readReferenced(ledger, RegistryEvent, rollback.request, head);
	if (!(request.type === "rollback.requested" && request.model === proposed.model && canonicalJson(request.subject) === canonicalJson({
		version,
		modelDigest,
		channel
	}))) return failed("evidence", `${rollback.request.path} does not ask for ${version} on ${channel}`);
	const unfounded = request.monitor ? findGroundsProblems(request, await readGrounds(ledger, request, head)) : [];
	if (unfounded.length > 0) return failed("evidence", `${rollback.request.path} ${unfounded.join("; ")}`);
	if (canonicalJson(request.leaves ?? null) !== canonicalJson(previous)) return failed("evidence", "the rollback was asked for when the channel held something else; ask for it again");
	if (!await isSettled(ledger, proposed, {
		version,
		modelDigest,
		seq: rollback.seq
	})) return failed("evidence", `${version} was not in ${channel} under seq ${rollback.seq}`);
	const who = request.monitor ? "the monitor" : request.actor;
	return passed("evidence", `${channel} held ${version} as seq ${rollback.seq}; ${who} asks for it again`);
}
async function checkEvidence(ledger, { manifest, proposed, policy, contractSha256, head }) {
	const [run, evaluation] = await Promise.all([readReferenced(ledger, Run, proposed.run, head), readReferenced(ledger, Evaluation, proposed.evaluation, head)]);
	const { model } = manifest;
	const [training, trainingValidation, holdout, holdoutValidation] = await Promise.all([
		readFact$1(ledger, Dataset, layout.dataset(model, run.data.dataset), head),
		readFact$1(ledger, Validation, layout.validation(model, run.data.validation), head),
		readFact$1(ledger, Dataset, layout.dataset(model, evaluation.holdout.dataset), head),
		readFact$1(ledger, Validation, layout.validation(model, evaluation.holdout.validation), head)
	]);
	if (!training || !holdout || !trainingValidation || !holdoutValidation) return failed("evidence", "a dataset or validation that it rests on is not in the registry");
	const problems = findEvidenceProblems({
		run,
		evaluation,
		datasets: {
			training,
			holdout
		},
		validations: {
			training: trainingValidation,
			holdout: holdoutValidation
		}
	}, {
		policy,
		contractSha256
	}).map((problem) => `${problem.path ?? problem.file ?? ""} ${problem.message}`);
	if (run.output.modelDigest !== manifest.modelDigest) problems.push("the run made another model");
	if (evaluation.verdict !== "pass") problems.push(`the gate said ${evaluation.verdict}`);
	if (canonicalJson(evaluation.champion?.modelDigest ?? null) !== canonicalJson(proposed.previous?.modelDigest ?? null)) problems.push(`it was compared with ${evaluation.champion?.version ?? "no champion"}, the channel holds ${proposed.previous?.version ?? "none"}. Evaluate it again`);
	if (problems.length > 0) return failed("evidence", problems.join("; "));
	return passed("evidence", `the gate passed against ${evaluation.champion?.version ?? "no champion"} under the default branch’s policy`);
}
async function checkPublished(ledger, manifest, head) {
	const { path } = publishedEvent(manifest);
	const found = await readFact$1(ledger, RegistryEvent, path, head);
	return found ? passed("published", `published ${found.at} by ${found.actor}`) : failed("published", "registration was not finished; run register-model for the same candidate again");
}
/** Refused from the event on, whether its assets are gone yet or not; null where it was not retired. */
async function checkRetired(ledger, manifest, head) {
	const retired = await readRetirement(ledger, manifest, head);
	return retired === null ? null : failed("release", `${manifest.version} was retired on ${retired.at}: its assets are dropped. Promote a version that is kept, or train it again with new data`);
}
async function checkRelease(releases, manifest) {
	const release = await releases.get(manifest.release.id);
	const problems = release === null ? ["the release is gone, or still a draft"] : await compareAssets(releases, release, manifest);
	if (release?.isDraft) problems.push("the release is still a draft");
	const count = manifest.files.reduce((sum, file) => sum + file.parts.length, 0);
	return problems.length === 0 ? passed("release", manifest.image ? `the image ${manifest.image.name}@sha256:${manifest.image.digest}` : `${count} asset${count === 1 ? "" : "s"} with the registered digests`) : failed("release", problems.join("; "));
}
const describe = (state) => state === null ? "nothing" : `${state.version} (seq ${state.seq})`;
const passed = (name, detail) => ({
	name,
	verdict: "pass",
	detail
});
const failed = (name, detail) => ({
	name,
	verdict: "fail",
	detail
});
/** A check that cannot be made is a failed check with the error's sentence, not an end of all checks. */
async function guarded(name, check) {
	try {
		return await check();
	} catch (error) {
		if (error instanceof TidemarkError) return failed(name, error.message);
		throw error;
	}
}
// packages/registry/src/signature.ts
/**
* Whether callers of `previous` can call `next` unchanged. Inputs may only widen (a fixed size becomes free), outputs may only
* narrow or be added; a name gone, retyped, or added to the inputs that callers must send is incompatible, and makes the next
* version a major one.
*/
function compareSignatures(previous, next) {
	const breaks = [];
	const changes = [];
	compareValues("input", previous.inputs, next.inputs, breaks, changes);
	compareValues("output", previous.outputs, next.outputs, breaks, changes);
	return {
		verdict: breaks.length > 0 ? "incompatible" : changes.length > 0 ? "compatible" : "identical",
		reasons: [...breaks, ...changes]
	};
}
function compareValues(role, previous, next, breaks, changes) {
	const nextByName = new Map(next.map((value) => [value.name, value]));
	const previousNames = new Set(previous.map((value) => value.name));
	for (const before of previous) {
		const after = nextByName.get(before.name);
		if (after === void 0) breaks.push(`${role} ${before.name} is gone`);
		else if (after.type !== before.type) breaks.push(`${role} ${before.name} changed type from ${before.type} to ${after.type}`);
		else {
			if (role === "input" && before.optional && !after.optional) breaks.push(`input ${before.name} is no longer optional`);
			if (role === "input" && !before.optional && after.optional) changes.push(`input ${before.name} became optional`);
			const from = describeShape(before.shape);
			const to = describeShape(after.shape);
			if (from === to) continue;
			((role === "input" ? covers(after.shape, before.shape) : covers(before.shape, after.shape)) ? changes : breaks).push(`${role} ${before.name} changed shape from ${from} to ${to}`);
		}
	}
	for (const after of next) {
		if (previousNames.has(after.name)) continue;
		if (role === "output") changes.push(`output ${after.name} is new`);
		else if (after.optional) changes.push(`input ${after.name} is new and optional`);
		else breaks.push(`input ${after.name} is new`);
	}
	const moved = previous.some((value, i) => next[i]?.name !== value.name);
	const sameNames = previous.length === next.length && previous.every((value) => nextByName.has(value.name));
	if (moved && sameNames) changes.push(`${role}s changed order`);
}
/** Every tensor of shape `narrow` is also one of shape `wide`. */
function covers(wide, narrow) {
	if (wide === null) return true;
	if (narrow === null || narrow.length !== wide.length) return false;
	return wide.every((size, i) => typeof size !== "number" || size === narrow[i]);
}
function describeShape(shape) {
	return shape === null ? "[…]" : `[${shape.map((size) => size ?? "?").join(",")}]`;
}
// packages/registry/src/version-plan.ts
/**
* The version that new bytes get, with the reasons: major when callers of the newest version would break, minor otherwise;
* a tag name that is taken although no manifest claims it (burned by a failed release) is stepped over by patch.
*/
function planVersion({ newest, newestRun, run, takenVersions }) {
	if (newest === null) return stepOver({
		version: "1.0.0",
		bump: {
			kind: "first",
			reasons: ["first registered version"]
		},
		parent: null
	}, takenVersions);
	const parent = {
		version: newest.version,
		modelDigest: newest.modelDigest
	};
	const { major, minor } = parseVersion(newest.version);
	const kind = run.output.kind ?? "onnx";
	if (kind !== newest.kind) return stepOver({
		version: `${major + 1}.0.0`,
		bump: {
			kind: "major",
			reasons: [`kind: ${newest.kind} → ${kind}`]
		},
		parent
	}, takenVersions);
	const comparison = compareSignatures(newest.signature, run.output.signature);
	if (comparison.verdict === "incompatible") return stepOver({
		version: `${major + 1}.0.0`,
		bump: {
			kind: "major",
			reasons: [...comparison.reasons]
		},
		parent
	}, takenVersions);
	const reasons = [...comparison.reasons, ...describeChanges(newestRun, run)];
	return stepOver({
		version: `${major}.${minor + 1}.0`,
		bump: {
			kind: "minor",
			reasons: reasons.length > 0 ? reasons : ["the model’s bytes changed"]
		},
		parent
	}, takenVersions);
}
/** What `planVersion` may give after this newest version, while no tag is burned. */
function nextVersions(newest) {
	if (newest === null) return ["1.0.0"];
	const { major, minor } = parseVersion(newest);
	return [`${major}.${minor + 1}.0`, `${major + 1}.0.0`];
}
function describeChanges(before, after) {
	if (before === null) return [];
	const reasons = [];
	if (before.data.dataset !== after.data.dataset) reasons.push(`training data: ${before.data.acceptedRows.toLocaleString("en")} → ${after.data.acceptedRows.toLocaleString("en")} rows`);
	if (before.data.trainingFeatures !== after.data.trainingFeatures || before.data.features !== after.data.features) reasons.push("features query");
	if (before.executor !== after.executor) reasons.push(`executor: ${before.executor} → ${after.executor}`);
	const keys = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].sort();
	for (const key of keys) {
		const [from, to] = [before.parameters[key], after.parameters[key]];
		if (from !== to) reasons.push(`parameter ${oneLine(key)}: ${oneLine(from ?? "default")} → ${oneLine(to ?? "default")}`);
	}
	if (before.seed !== after.seed) reasons.push(`seed: ${before.seed} → ${after.seed}`);
	if (before.source.sha !== after.source.sha) reasons.push(`code: ${before.source.sha.slice(0, 7)} → ${after.source.sha.slice(0, 7)}`);
	return reasons;
}
const longestValue = 80;
/** A value as part of a sentence: reasons become lines of commit messages, where more lines would be read as trailers. */
function oneLine(value) {
	const text = String(value).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
	return text.length > longestValue ? `${text.slice(0, 79).toWellFormed()}…` : text;
}
function stepOver(plan, taken) {
	const { major, minor, patch } = parseVersion(plan.version);
	const burned = taken.filter((version) => {
		const other = parseVersion(version);
		return other.major === major && other.minor === minor && other.patch >= patch;
	}).sort(compareVersions).at(-1);
	if (burned === void 0) return plan;
	const version = `${major}.${minor}.${parseVersion(burned).patch + 1}`;
	return {
		...plan,
		version,
		bump: {
			kind: "patch",
			reasons: [...plan.bump.reasons, `the tag of ${burned} was burned by a failed release`]
		}
	};
}
// packages/registry/src/registration.ts
/**
* Registers a candidate: facts committed, release published, events written. A candidate whose gate did not pass leaves its
* evidence and a `gate.failed` event, and no version. Doing it again, at once or after a kill anywhere, ends in the same state.
*/
async function registerModel(registry, { evidence, files, partBytes, ...expected }) {
	assertEvidence(evidence, files, expected);
	if (evidence.evaluation.verdict !== "pass") return recordRefusal(registry, evidence);
	const { staged, commit, ...committed } = await commitVersion(registry, {
		evidence,
		files,
		stored: await planAssets(evidence.run.output.files, files, partBytes),
		policy: expected.policy
	});
	const release = await publishVersion(registry, committed.manifest, committed.isNew ? {
		staged,
		commit
	} : {});
	return {
		registered: true,
		...committed,
		release
	};
}
/**
* Finishes what lies between a committed manifest and a published version: tag, release, event. Harmless to repeat. `staged`
* is the release where its assets were compared just now, `commit` a commit that holds the manifest; both are looked up
* where they are not known.
*/
async function publishVersion(registry, manifest, { staged, commit } = {}) {
	const { releases } = registry;
	const release = staged ?? await releases.get(manifest.release.id);
	if (release === null) throw new TidemarkError("RELEASE_FAILED", `the release of ${manifest.model} ${manifest.version} is gone`, { hint: "Somebody deleted it. Its version cannot be deployed; register a new candidate." });
	const problems = await compareAssets(releases, release, manifest);
	if (problems.length > 0) {
		const retired = await readRetirement(registry.ledger, manifest, await registry.ledger.head());
		if (retired !== null) throw new TidemarkError("RELEASE_FAILED", `${manifest.model} ${manifest.version} was retired on ${retired.at}`, { hint: "The policy’s retention dropped the assets of these very bytes, and a retired version does not come back. Train with new data, parameters or seed." });
		throw new TidemarkError("RELEASE_ASSET_MISMATCH", `the release of ${manifest.model} ${manifest.version} is not what was registered`, {
			hint: "Do not deploy this version. Run verify-registry.",
			problems: problems.map((message) => ({ message }))
		});
	}
	await ensureTag(registry, manifest, commit);
	const published = release.isDraft ? await releases.update(release.id, {
		tag: manifest.release.tag,
		name: `${manifest.model} ${manifest.version}`,
		isDraft: false,
		isPrerelease: true
	}) : release;
	await appendFact(registry, await createEvent(registry, {
		type: "version.published",
		model: manifest.model,
		subject: {
			version: manifest.version,
			modelDigest: manifest.modelDigest
		},
		cause: referTo("", manifest).sha256
	}), `Publish ${manifest.model} ${manifest.version}`);
	return published;
}
/** An event with its content-derived id, GitHub's time and the acting user. */
async function createEvent(registry, event) {
	const id = eventId(event);
	const document = {
		schema: "tidemark/event/v1",
		id,
		...event,
		at: await registry.clock.now(),
		actor: registry.actor,
		...registry.runUrl === void 0 ? {} : { runUrl: registry.runUrl }
	};
	return {
		path: layout.event(event.model, id, event.type),
		document
	};
}
async function recordRefusal(registry, evidence) {
	const { run, evaluation } = evidence;
	const reasons = evaluation.rules.filter((rule) => rule.verdict !== "pass").map((rule) => rule.reason);
	const event = await createEvent(registry, {
		type: "gate.failed",
		model: run.model,
		subject: { modelDigest: run.output.modelDigest },
		cause: evaluation.id,
		reasons: reasons.length > 0 ? reasons : [`verdict ${evaluation.verdict}`]
	});
	await append(registry, async () => ({
		facts: [...evidenceFacts(evidence), event],
		message: `Record a refused candidate of ${run.model} (gate: ${evaluation.verdict})`
	}));
	return {
		registered: false,
		evaluation,
		event: event.document
	};
}
async function commitVersion(registry, { evidence, files, stored, policy }) {
	const { ledger, releases } = registry;
	const { model } = policy;
	const digest = evidence.run.output.modelDigest;
	const marker = draftMarker(model, digest);
	const drafts = (await releases.drafts()).filter((draft) => draft.body.startsWith(marker)).sort((a, b) => a.id - b.id);
	let release = drafts.find((draft) => isDraftOf(draft, registry.runUrl)) ?? null;
	let manifest = null;
	let isNew = false;
	let adopted = evidence;
	const plan = async (head) => {
		const existing = await findByDigest(ledger, model, digest, head);
		if (existing !== null) {
			manifest = await readVersion(ledger, model, existing, head);
			isNew = false;
			adopted = await adoptEvidence(registry, evidence, head);
			return {
				facts: evidenceFacts(adopted),
				message: `Record new evidence for ${model} ${existing}`
			};
		}
		const planned = await planNext(registry, {
			model,
			run: evidence.run,
			evaluation: evidence.evaluation,
			head
		});
		release = await stageRelease(registry, {
			model,
			version: planned.version,
			modelDigest: digest,
			files: stored,
			image: evidence.run.output.image,
			contents: files,
			found: release
		});
		if (release === null) return null;
		adopted = await adoptEvidence(registry, evidence, head);
		manifest = createManifest({
			evidence: adopted,
			plan: planned,
			stored,
			release,
			at: await registry.clock.now(),
			actor: registry.actor
		});
		isNew = true;
		const entry = {
			schema: "tidemark/by-digest/v1",
			model,
			modelDigest: digest,
			version: planned.version
		};
		const registered = await createEvent(registry, {
			type: "version.registered",
			model,
			subject: {
				version: planned.version,
				modelDigest: digest
			},
			cause: adopted.evaluation.id
		});
		return {
			facts: [
				...evidenceFacts(adopted),
				{
					path: layout.version(model, planned.version),
					document: manifest
				},
				{
					path: layout.byDigest(model, digest),
					document: entry
				},
				registered
			],
			message: `Register ${model} ${planned.version}\n\n${planned.bump.reasons.join("\n")}`
		};
	};
	let commit = null;
	for (let look = 0; look < 3 && manifest === null; look++) commit = await commitPlan(registry, plan, {
		files: [layout.byDigest(model, digest), ...evidenceFacts(evidence).map(({ path }) => path)],
		folders: [layout.versions(model)]
	});
	if (manifest === null || commit === null) throw new TidemarkError("RELEASE_FAILED", `the draft release of ${model} vanished while it was filled`, { hint: "Somebody deletes drafts that are at work. Leave them alone, and run the job again." });
	const kept = manifest.release.id;
	for (const draft of [...drafts, ...release ? [release] : []]) if (draft.id !== kept && draft.isDraft) await releases.remove(draft.id);
	return {
		manifest,
		evidence: adopted,
		isNew,
		staged: isNew ? release : null,
		commit
	};
}
/** The version that comes next at a head, stepping over tags that a failed release burned. */
async function planNext({ ledger }, { model, run, evaluation, head }) {
	const versions = await listVersions(ledger, model, head);
	const newestVersion = versions.at(-1);
	const successors = nextVersions(newestVersion ?? null);
	const subjectOf = (version) => ({
		version,
		modelDigest: run.output.modelDigest
	});
	const [newest, burned] = await Promise.all([
		newestVersion === void 0 ? null : readVersion(ledger, model, newestVersion, head),
		Promise.all(successors.map((version) => ledger.hasTag(layout.versionTag(model, version)))),
		...successors.map((version) => {
			const type = "version.registered";
			const id = eventId({
				type,
				subject: subjectOf(version),
				cause: evaluation.id
			});
			return head === null ? null : ledger.read(layout.event(model, id, type), head);
		})
	]);
	return planVersion({
		newest,
		newestRun: newest && head !== null ? await readReferenced(ledger, Run, newest.run, head) : null,
		run,
		takenVersions: burned.includes(true) ? await burnedVersions(ledger, model, versions) : []
	});
}
/** The evidence as the registry holds it: a fact that an earlier run wrote is the one that the manifest names. */
async function adoptEvidence({ ledger }, evidence, head) {
	const { run, evaluation, datasets, validations } = evidence;
	const { model } = run;
	const dataset = (document) => adopt(ledger, Dataset, {
		path: layout.dataset(model, document.digest),
		document
	}, head);
	const validation = (document) => adopt(ledger, Validation, {
		path: layout.validation(model, document.id),
		document
	}, head);
	const [adoptedRun, adoptedEvaluation, trained, heldOut, trainedValidation, heldOutValidation] = await Promise.all([
		adopt(ledger, Run, {
			path: layout.run(model, run.id, run.source.committedAt),
			document: run
		}, head),
		adopt(ledger, Evaluation, {
			path: layout.evaluation(model, evaluation.id),
			document: evaluation
		}, head),
		dataset(datasets.training),
		dataset(datasets.holdout),
		validation(validations.training),
		validation(validations.holdout)
	]);
	return {
		run: adoptedRun,
		evaluation: adoptedEvaluation,
		datasets: {
			training: trained,
			holdout: heldOut
		},
		validations: {
			training: trainedValidation,
			holdout: heldOutValidation
		}
	};
}
function createManifest({ evidence, plan, stored, release, at, actor }) {
	const { run, evaluation, datasets, validations } = evidence;
	const { model } = run;
	return {
		schema: "tidemark/version/v1",
		model,
		version: plan.version,
		kind: run.output.kind ?? "onnx",
		...run.output.image ? { image: run.output.image } : {},
		modelDigest: run.output.modelDigest,
		bump: plan.bump,
		parent: plan.parent,
		signature: run.output.signature,
		files: stored,
		release: {
			id: release.id,
			tag: layout.versionTag(model, plan.version)
		},
		source: run.source,
		run: referTo(layout.run(model, run.id, run.source.committedAt), run),
		evaluation: referTo(layout.evaluation(model, evaluation.id), evaluation),
		datasets: [datasets.training, datasets.holdout].map((dataset) => referTo(layout.dataset(model, dataset.digest), dataset)),
		validations: [validations.training, validations.holdout].map((each) => referTo(layout.validation(model, each.id), each)),
		metrics: Object.fromEntries(Object.entries(evaluation.metrics).map(([id, { challenger }]) => [id, challenger.value])),
		registeredAt: at,
		registeredBy: actor
	};
}
/** Versions whose tag exists although no manifest does: GitHub never gives a deleted immutable release's tag back. */
async function burnedVersions(ledger, model, versions) {
	const prefix = layout.versionTag(model, "");
	const tagged = (await ledger.tags(prefix)).map((tag) => tag.slice(prefix.length));
	const known = new Set(versions);
	return tagged.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && !known.has(version));
}
async function ensureTag({ ledger }, manifest, known) {
	const name = manifest.release.tag;
	const head = known ?? await ledger.head();
	if (head === null) throw new Error("a registered version without a registry branch");
	if (await ledger.createTag({
		name,
		commit: head,
		message: `${manifest.model} ${manifest.version}\n\nmodel digest sha256:${manifest.modelDigest}`,
		isNew: known !== void 0
	}) === "created") return;
	if ((await readVersion(ledger, manifest.model, manifest.version, await ledger.resolveTag(name)))?.modelDigest === manifest.modelDigest) return;
	throw new TidemarkError("TAG_CONFLICT", `the tag ${name} exists and does not point at this version`, { hint: "Somebody made or moved the tag by hand. Delete it, then run the job again, and protect tags by a ruleset." });
}
// packages/registry/src/rolled-back.ts
/** The mark on what a rollback leaves behind; none where nothing is left. */
async function leavingMark(registry, { model, channel, version, previous }, reasons) {
	if (previous === null) return [];
	const { type, subject, cause } = markOf({
		...previous,
		model,
		channel
	});
	return [await createEvent(registry, {
		type,
		model,
		subject,
		cause,
		reasons: [`${channel} went back to ${version}`, ...reasons]
	})];
}
/**
* What was rolled back once comes again with a waiver only: a file of the default branch (`ref`) that one of the model's owners
* answers for, about exactly these bytes and this channel, and not expired by GitHub's clock.
*/
async function checkRolledBack(registry, { proposed, policy, ref, head }) {
	if (isReturn(proposed)) return [];
	const { ledger, clock } = registry;
	const mark = await readFact$1(ledger, RegistryEvent, markOf(proposed).path, head ?? await ledger.head());
	if (mark === null) return [];
	const name = "rolled back";
	const past = `${proposed.version} was rolled back from ${proposed.channel} on ${mark.at}`;
	const { waivers, problems } = await readWaivers(registry, proposed.model, ref);
	const now = Date.parse(await clock.now());
	const fitting = waivers.filter(({ waiver }) => waiver.channel === proposed.channel && waiver.modelDigest === proposed.modelDigest);
	const valid = fitting.find(({ waiver }) => Date.parse(waiver.expires) > now && waiver.version === proposed.version && waiver.model === proposed.model && policy.owners.includes(waiver.owner));
	if (valid) return [passed(name, `${past}; ${valid.waiver.owner} answers for its return (${valid.path})`)];
	const refused = fitting.map(({ path, waiver }) => Date.parse(waiver.expires) <= now ? `${path} expired ${waiver.expires}` : `${path} is not by an owner, or not about ${proposed.model} ${proposed.version}`);
	const remedy = `It needs a waiver of an owner in ${layout.waivers(registry.policyRoot, proposed.model)} that allows rolled-back for this digest`;
	return [failed(name, [
		`${past}: ${mark.reasons?.[0] ?? "no reason on record"}`,
		...refused,
		...problems,
		remedy
	].join("; "))];
}
async function readWaivers({ reviews, policyRoot }, model, ref) {
	const folder = layout.waivers(policyRoot, model);
	const waivers = [];
	const problems = [];
	const names = (await reviews.listFolder(folder, ref)).filter((name) => /^[\w.-]{1,100}\.ya?ml$/.test(name));
	for (const name of names.slice(0, 200)) {
		const path = `${folder}/${name}`;
		try {
			waivers.push({
				path,
				waiver: parseYamlDocument(Waiver, await reviews.readFile(path, ref) ?? "", path)
			});
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			problems.push([error.message, ...error.problems.map(describeProblem)].join("; "));
		}
	}
	return {
		waivers,
		problems
	};
}
// packages/registry/src/production.ts
/**
* Settles a promotion whose rollout reached 100 %, or whose policy plans no rollout any more: event, release, tag. Harmless to
* repeat. `merged` is the event that accepted it.
*/
async function settleMerged(registry, intent, merged) {
	const { model, version, channel, seq, previous } = intent;
	const { type, subject, cause } = settlementOf(intent, intent);
	const approvedBy = merged.approvedBy ?? [];
	await assertReleased(registry, intent);
	return completeSettlement(registry, intent, {
		commit: await append(registry, async () => {
			return {
				facts: [await createEvent(registry, {
					type,
					model,
					subject,
					cause,
					previous: previous && {
						version: previous.version,
						modelDigest: previous.modelDigest
					},
					approvedBy,
					...merged.pullRequest === void 0 ? {} : { pullRequest: merged.pullRequest },
					...merged.mergeSha === void 0 ? {} : { mergeSha: merged.mergeSha }
				})],
				message: `Settle ${model} ${version} on ${channel} (seq ${seq})`
			};
		}),
		message: tagMessage(intent, approvedBy)
	});
}
/** What follows the event. The tag comes last: it says that nothing is left to do. */
async function completeSettlement(registry, intent, { commit, message }) {
	const { model, channel, seq } = intent;
	await markReleased(registry, intent, commit);
	const name = layout.channelTag(model, channel, seq);
	await registry.ledger.createTag({
		name,
		commit,
		message
	});
	await isSettled(registry.ledger, intent, intent);
	return name;
}
/** What the channel's tag says to people. */
function tagMessage({ model, version, channel }, approvedBy) {
	return `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(", ") || "nobody"}`;
}
/**
* A release can go while a rollout lasts, and a tag would then promise bytes that nobody can have. Throws `RELEASE_ASSET_MISMATCH`,
* and `REGISTRY_CORRUPT` where the channel file names another manifest than its version's.
*/
async function assertReleased({ ledger, releases }, intent) {
	const { model, version, modelDigest, channel } = intent;
	const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, await ledger.head() ?? "");
	if (manifest.model !== model || manifest.version !== version || manifest.modelDigest !== modelDigest) throw new TidemarkError("REGISTRY_CORRUPT", `${intent.manifest.path} is not about ${model} ${version}`, { hint: "The channel file was edited after its pull request. Restore it in a pull request, or propose the version again." });
	const release = await releases.get(manifest.release.id);
	const problems = release === null ? ["it is gone"] : await compareAssets(releases, release, manifest);
	if (problems.length === 0) return;
	throw new TidemarkError("RELEASE_ASSET_MISMATCH", `the release of ${model} ${version} does not hold what was registered: ${problems.join("; ")}`, { hint: `${channel} keeps what it has. Restore the release's assets, and the next tick goes on; or propose another version.` });
}
/** A release stays a prerelease until its version has been in a channel. */
async function markReleased({ ledger, releases }, intent, commit) {
	const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, commit);
	const release = await releases.get(manifest.release.id);
	if (release?.isPrerelease) await releases.update(release.id, { isPrerelease: false });
}
// packages/registry/src/settlement.ts
/**
* Brings every channel whose desired version is not in production yet there, or says why not: repeats the promotion check,
* counts approvals on the merged head, writes the event, then the tag. Where the policy plans a rollout and something is in the
* channel to fall back on, it writes that the promotion was merged and leaves the rest to the rollout. What is settled or
* merged already is left alone, so it does not matter which event woke it or how often; one channel's refusal does not
* stop the others. A refused change is followed by the pull request that makes the channel file say again what the channel holds.
*/
async function settlePromotions(registry, options = {}) {
	const settlements = [];
	const branch = await registry.reviews.defaultBranch();
	const ref = await registry.reviews.branchHead(branch);
	if (ref === null) return settlements;
	for (const named of await listChannels(registry, ref)) {
		const settlement = await settleChannel$1(registry, {
			...named,
			ref,
			branch
		});
		if (settlement === null) continue;
		if (settlement.outcome === "settled") await checkOthersAgain(registry, named);
		settlements.push(await returnRefused(registry, settlement, options));
	}
	return settlements;
}
/** Models and channels that have a channel file at a commit of the default branch. */
async function listChannels({ reviews, policyRoot }, ref) {
	const channels = [];
	for (const folder of await reviews.listFolder(policyRoot, ref)) {
		const model = folder.replace(/\/$/, "");
		if (!folder.endsWith("/") || !Name.safeParse(model).success) continue;
		for (const file of await reviews.listFolder(`${policyRoot}/${model}/channels`, ref)) {
			const channel = file.replace(/\.json$/, "");
			if (file.endsWith(".json") && Name.safeParse(channel).success) channels.push({
				model,
				channel
			});
		}
	}
	return channels;
}
async function settleChannel$1(registry, { model, channel, ref, branch }) {
	let intent = null;
	try {
		intent = await readChannel(registry.reviews, registry.policyRoot, {
			model,
			channel,
			ref
		});
		if (intent === null || await isSettled(registry.ledger, intent, intent)) return null;
		if (await isOthersTurn(registry, intent)) return null;
		return await settleIntent(registry, intent, {
			ref,
			branch
		});
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return {
			model,
			channel,
			seq: intent?.seq ?? 0,
			version: intent?.version ?? "",
			modelDigest: intent?.modelDigest ?? "",
			previous: intent?.previous ?? null,
			outcome: "refused",
			at: await registry.clock.now(),
			checks: [failed("channel file", `${error.message} ${error.hint}`)],
			approvedBy: [],
			pullRequest: null,
			tag: null
		};
	}
}
/** Proposals from before are about a champion that is none any more: their status says so before somebody merges them. */
async function checkOthersAgain(registry, { model, channel }) {
	for (const { number } of await registry.reviews.openPullRequests(layout.promotionBranch(model, channel, ""))) {
		const { head, channels } = await checkProposedChannels(registry, { pullRequest: number });
		await postStatus(registry, head, channels.flatMap(({ checks }) => checks));
	}
}
/** Fails closed: what was refused does not stay in the channel file. What a token may not open is told among the reasons. */
async function returnRefused(registry, settlement, { describeReturn }) {
	const { model, channel, outcome } = settlement;
	if (outcome !== "refused" || settlement.seq === 0 || describeReturn === void 0) return settlement;
	try {
		const ref = await registry.reviews.defaultBranch();
		const intent = await readChannel(registry.reviews, registry.policyRoot, {
			model,
			channel,
			ref
		});
		const held = await readChannelState(registry.ledger, intent);
		if (intent === null || held === null || held.seq >= intent.seq) return settlement;
		const describe = (wanted) => describeReturn(settlement, wanted);
		const returned = await proposeReturn(registry, {
			intent,
			held,
			describe
		});
		return {
			...settlement,
			returnedBy: returned?.pullRequest.number ?? null
		};
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		return {
			...settlement,
			checks: [...settlement.checks, failed("return", `${error.message}. ${error.hint}`)]
		};
	}
}
async function settleIntent(registry, intent, { ref, branch }) {
	const { model, channel, seq, version, modelDigest, previous } = intent;
	const judge = await readPolicy(registry, model, ref);
	const pullRequest = await findPromotion(registry, intent, branch);
	const approvedBy = pullRequest ? await countApprovals(registry, pullRequest, intent, ref) : [];
	const checks = [
		...await checkPromotion(registry, {
			proposed: intent,
			...judge
		}),
		...await checkRolledBack(registry, {
			proposed: intent,
			policy: judge.policy,
			ref
		}),
		await checkPullRequest(registry, pullRequest),
		checkApprovals(approvedBy, judge.policy, channel)
	];
	const reasons = checks.filter((check) => check.verdict === "fail").map((check) => `${check.name}: ${check.detail}`);
	const isNew = previous !== null && !isReturn(intent) && intent.rollback === void 0;
	const isPlanned = judge.policy.rollout !== void 0 && isNew;
	const outcome = reasons.length > 0 ? "refused" : isPlanned ? "merged" : "settled";
	const at = await registry.clock.now();
	const { type, subject, cause } = settlementOf(intent, intent, `promotion.${outcome}`);
	const commit = await append(registry, async () => {
		return {
			facts: [await createEvent(registry, {
				type,
				model,
				subject,
				cause,
				previous: previous && {
					version: previous.version,
					modelDigest: previous.modelDigest
				},
				approvedBy,
				...pullRequest ? { pullRequest: pullRequest.number } : {},
				...pullRequest?.mergeSha ? { mergeSha: pullRequest.mergeSha } : {},
				...reasons.length > 0 ? { reasons } : {}
			}), ...outcome === "settled" && intent.rollback ? await leavingMark(registry, intent, []) : []],
			message: `${verbs[outcome]} ${model} ${version} on ${channel} (seq ${seq})`
		};
	});
	const tag = outcome === "settled" ? await completeSettlement(registry, intent, {
		commit,
		message: tagMessage(intent, approvedBy)
	}) : null;
	await postStatus(registry, pullRequest?.mergeSha ?? ref, checks);
	return {
		model,
		channel,
		seq,
		version,
		modelDigest,
		previous,
		outcome,
		at,
		checks,
		approvedBy,
		pullRequest: pullRequest?.number ?? null,
		tag
	};
}
const verbs = {
	settled: "Settle",
	merged: "Accept",
	refused: "Refuse"
};
/** Whether the promotion was accepted before and its rollout has yet to end, or the channel was returned past its file. */
async function isOthersTurn({ ledger }, intent) {
	if (await readOutcome(ledger, intent, "promotion.merged") !== null) return true;
	return await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY) > intent.seq;
}
/** The merged pull request that put exactly this intent on the default branch; an older one from the same branch did not. */
async function findPromotion(registry, intent, branch) {
	const { reviews, policyRoot } = registry;
	const path = layout.channel(policyRoot, intent.model, intent.channel);
	const text = storedJson(intent);
	const candidates = await reviews.pullRequestsFrom(proposingBranch(intent));
	for (const each of candidates) {
		if (!each.isMerged || !each.isSameRepository || each.baseBranch !== branch || each.mergeSha === null) continue;
		const [proposed, merged] = await Promise.all([reviews.readFile(path, each.headSha), reviews.readFile(path, each.mergeSha)]);
		if (proposed === text && merged === text) return each;
	}
	return null;
}
async function checkPullRequest({ reviews, policyRoot }, pullRequest) {
	if (pullRequest === null) return failed("pull request", "no merged promotion pull request proposes this; channel files change by pull request only");
	return guarded("pull request", async () => {
		const scope = checkScope(await reviews.changedFiles(pullRequest.number), policyRoot);
		return scope.verdict === "pass" ? passed("pull request", `merged as #${pullRequest.number}, ${scope.detail}`) : failed("pull request", `#${pullRequest.number}: ${scope.detail}`);
	});
}
function checkApprovals(approvedBy, policy, channel) {
	const { approvals: needed = 1, owners } = policy.channels[channel] ?? {};
	const names = new Set(owners?.map((login) => login.toLowerCase()));
	if (owners && !approvedBy.some((login) => names.has(login.toLowerCase()))) {
		const known = approvedBy.join(", ") || "nobody";
		return failed("approvals", `an owner has to be among them (${owners.join(", ")}); approved by ${known}`);
	}
	const by = approvedBy.length > 0 ? `: ${approvedBy.join(", ")}` : "";
	const detail = `${approvedBy.length} of ${needed} by people with write access, other than who made the candidate, on the merged head${by}`;
	return approvedBy.length >= needed ? passed("approvals", detail) : failed("approvals", detail);
}
/** People other than the author and whoever registered the version, or asked for the rollback, with write access, whose last word on the merged head is an approval. */
async function countApprovals({ reviews, ledger }, pullRequest, intent, ref) {
	const head = await ledger.head() ?? ref;
	const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, head);
	const maker = intent.rollback ? (await readReferenced(ledger, RegistryEvent, intent.rollback.request, head)).actor : manifest.registeredBy;
	const makers = new Set([pullRequest.author, maker].map((login) => login.toLowerCase()));
	const last = new Map();
	for (const review of await reviews.reviews(pullRequest.number)) if (review.state !== "commented" && review.state !== "pending") last.set(review.author, review);
	const approvedBy = [];
	for (const [author, review] of last) {
		if (review.state !== "approved" || review.commit !== pullRequest.headSha || !review.isPerson) continue;
		if (makers.has(author.toLowerCase())) continue;
		const permission = await reviews.permission(author);
		if (permission === "admin" || permission === "write") approvedBy.push(author);
	}
	return approvedBy.sort();
}
// packages/registry/src/proposed-channels.ts
/** Above this many files GitHub's list of a pull request's files is cut. */
const listedFiles = 3e3;
/**
* Checks every channel that a change moves: the base's policy and the registry judge, and of the head only the channel files
* are read, by the API. A pull request is held against the default branch as it is now, not as it was when the event was sent.
*/
async function checkProposedChannels(registry, change) {
	const { reviews, policyRoot } = registry;
	const defaultBranch = await reviews.defaultBranch();
	if (!("pullRequest" in change)) {
		const channels = await changedChannels(registry, change.base, change.head);
		return {
			head: change.head,
			channels: await checkAll(registry, channels, {
				...change,
				extra: []
			})
		};
	}
	const pullRequest = await reviews.pullRequest(change.pullRequest);
	const base = await reviews.branchHead(defaultBranch);
	if (pullRequest === null || base === null) throw new TidemarkError("GITHUB_NOT_FOUND", `pull request ${change.pullRequest} or the branch ${defaultBranch} is not there`, { hint: "Run mode check on pull_request_target of this repository." });
	const head = pullRequest.headSha;
	const files = await reviews.changedFiles(change.pullRequest);
	const channels = pullRequest.baseBranch === defaultBranch && files.length < listedFiles ? channelsOf$1(files, policyRoot) : await changedChannels(registry, await reviews.mergeBase(base, head), head);
	return {
		head,
		channels: await checkAll(registry, channels, {
			base,
			head,
			extra: [
				pullRequest.baseBranch === defaultBranch ? passed("base", `into ${defaultBranch}`) : failed("base", `it goes into ${pullRequest.baseBranch}; channels are decided on ${defaultBranch}`),
				checkScope(files, policyRoot),
				...channels.length > 1 ? [tooMany(channels)] : []
			],
			pullRequest
		})
	};
}
/** The branch that a change of a channel comes from: of no other is it settled. */
function proposingBranch({ model, channel, version, seq, rollback }) {
	return rollback ? layout.rollbackBranch(model, channel, seq) : layout.promotionBranch(model, channel, version);
}
/** Reviewers of a promotion approve a promotion: anything else in the pull request would ride along unseen. */
function checkScope(files, policyRoot) {
	const others = files.flatMap(({ path, previousPath }) => previousPath === null ? [path] : [path, previousPath]).filter((path) => channelOf(path, policyRoot) === null);
	if (files.length >= listedFiles) return failed("scope", "it changes too many files to tell");
	if (others.length === 0) return passed("scope", "only channel files change");
	return failed("scope", `it also changes ${others.slice(0, 5).join(", ")}; put that in another pull request`);
}
/** Approvals are given to a pull request as a whole, and have to be to one move of one channel. */
function tooMany(channels) {
	const names = channels.slice(0, 5).map(({ model, channel }) => `${model} on ${channel}`);
	return failed("scope", `it moves ${channels.length} channels (${names.join(", ")}); each needs a pull request of its own, and the merge queue takes them together`);
}
/** Settling looks for a change on its own branch of this repository; from anywhere else it would be merged and refused. */
function checkBranch(proposed, { headBranch, isSameRepository }) {
	const expected = proposingBranch(proposed);
	if (!isSameRepository) return failed("branch", `it comes from a fork; ${expected} of this repository is where ${proposed.version} is proposed`);
	if (headBranch === expected) return passed("branch", `from ${headBranch}`);
	return failed("branch", `it comes from ${headBranch}, and would be settled from ${expected} only. Let register-model open it, or promote-model with mode rollback`);
}
async function checkAll(registry, channels, { base, head, extra, pullRequest }) {
	const results = [];
	for (const { model, channel } of channels) {
		const { proposed, checks } = await checkChannelFile(registry, {
			model,
			channel,
			base,
			head
		});
		const origin = proposed && pullRequest ? [checkBranch(proposed, pullRequest)] : [];
		results.push({
			intent: {
				model,
				channel,
				version: proposed?.version ?? ""
			},
			checks: [
				...checks,
				...origin,
				...extra
			]
		});
	}
	return results;
}
async function checkChannelFile(registry, { model, channel, base, head }) {
	const { reviews, policyRoot } = registry;
	const path = layout.channel(policyRoot, model, channel);
	try {
		const ofBase = [
			layout.policy(policyRoot, model),
			`${policyRoot}/${model}/contract.yaml`,
			path
		];
		await Promise.all(ofBase.map((each) => reviews.readFile(each, base)));
		const text = await reviews.readFile(path, head);
		if (text === null) return {
			proposed: null,
			checks: [failed("channel file", `${path} is gone: a channel moves, it does not end`)]
		};
		const proposed = parseJsonDocument(ChannelIntent, text, path);
		if (proposed.model !== model || proposed.channel !== channel) return {
			proposed: null,
			checks: [failed("channel file", `${path} is about ${proposed.model}, channel ${proposed.channel}`)]
		};
		const judge = await readPolicy(registry, model, base);
		const current = await readChannel(reviews, policyRoot, {
			model,
			channel,
			ref: base
		});
		const known = await registry.ledger.head({ files: firstRead(proposed) });
		return {
			proposed,
			checks: [...await checkPromotion(registry, {
				proposed,
				base: current,
				...judge,
				head: known
			}), ...await checkRolledBack(registry, {
				proposed,
				policy: judge.policy,
				ref: base,
				head: known
			})]
		};
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		const detail = [error.message, ...error.problems.map(describeProblem)].join("; ");
		return {
			proposed: null,
			checks: [failed("channel file", detail)]
		};
	}
}
async function changedChannels(registry, base, head) {
	const { reviews, policyRoot } = registry;
	const listed = [...await listChannels(registry, base), ...await listChannels(registry, head)];
	const changed = [];
	for (const each of unique(listed)) {
		const path = layout.channel(policyRoot, each.model, each.channel);
		const [before, after] = await Promise.all([reviews.readFile(path, base), reviews.readFile(path, head)]);
		if (before !== after) changed.push(each);
	}
	return changed;
}
function channelsOf$1(files, policyRoot) {
	return unique(files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]).flatMap((path) => channelOf(path, policyRoot) ?? []));
}
function unique(channels) {
	return [...new Map(channels.map((each) => [`${each.model}/${each.channel}`, each])).values()];
}
function channelOf(file, policyRoot) {
	if (!file.startsWith(`${policyRoot}/`)) return null;
	const [, model, channel] = /^([^/]+)\/channels\/([^/]+)\.json$/.exec(file.slice(policyRoot.length + 1)) ?? [];
	return model !== void 0 && channel !== void 0 && Name.safeParse(model).success && Name.safeParse(channel).success ? {
		model,
		channel
	} : null;
}
// packages/registry/src/proposal.ts
/** The commit status that branch protection requires on promotion pull requests. */
const statusContext = "tidemark/promotion";
/** Stands in the body of a pull request that was closed for a newer version, not by people. */
const supersededMarker = "<!-- tidemark:superseded -->";
/**
* Opens (or refreshes) the pull request that moves a channel to a version, posts its check's status, and closes those for
* older versions. A pull request that people closed without merging stays closed.
*/
async function proposePromotion(registry, { manifest, evidence, channel, describe }) {
	const { reviews, ledger, policyRoot } = registry;
	const { model, version } = manifest;
	const base = await reviews.defaultBranch();
	const current = await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: base
	});
	const state = await readChannelState(ledger, current);
	if (current?.modelDigest === manifest.modelDigest && !await isRefused(ledger, current)) return {
		outcome: "in-place",
		intent: current
	};
	if (current && state?.modelDigest === manifest.modelDigest) return {
		outcome: "in-place",
		intent: current
	};
	const branch = layout.promotionBranch(model, channel, version);
	const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository);
	const open = known.find((each) => each.state === "open");
	const declined = known.find((each) => each.state === "closed" && !each.isMerged && !each.body.includes("<!-- tidemark:superseded -->"));
	if (!open && declined) return {
		outcome: "declined",
		pullRequest: declined
	};
	const others = await otherProposals(registry, {
		model,
		channel,
		branch
	});
	const newer = others.find((each) => compareVersions(each.version, version) > 0);
	if (newer) return {
		outcome: "outdated",
		pullRequest: newer.pullRequest
	};
	const intent = {
		schema: "tidemark/channel/v1",
		model,
		channel,
		seq: Math.max(current?.seq ?? 0, state?.seq ?? 0) + 1,
		version,
		modelDigest: manifest.modelDigest,
		manifest: referTo(layout.version(model, version), manifest),
		run: referTo(layout.run(model, evidence.run.id, evidence.run.source.committedAt), evidence.run),
		evaluation: referTo(layout.evaluation(model, evidence.evaluation.id), evidence.evaluation),
		previous: state
	};
	const text = storedJson(intent);
	const path = layout.channel(policyRoot, model, channel);
	const { title, body } = await describe(intent);
	if (!open || await reviews.readFile(path, open.headSha) !== text) await reviews.proposeFile({
		branch,
		base,
		path,
		text,
		message: title
	});
	if (open) await reviews.updatePullRequest(open.number, {
		title,
		body
	});
	const opened = open ?? await reviews.openPullRequest({
		branch,
		base,
		title,
		body
	});
	const pullRequest = await reviews.pullRequest(opened.number) ?? opened;
	const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number });
	const checks = channels.flatMap((each) => each.checks);
	await postStatus(registry, head, checks);
	await append(registry, async () => {
		return {
			facts: [await createEvent(registry, {
				type: "promotion.requested",
				model,
				subject: {
					version,
					modelDigest: manifest.modelDigest,
					channel,
					seq: intent.seq
				},
				cause: intent.evaluation.sha256,
				pullRequest: pullRequest.number,
				previous: state && {
					version: state.version,
					modelDigest: state.modelDigest
				}
			})],
			message: `Request ${model} ${version} for ${channel}`
		};
	});
	const superseded = others.map((each) => each.pullRequest);
	for (const older of superseded) await supersede(registry, older, pullRequest.number);
	return {
		outcome: "open",
		pullRequest,
		intent,
		checks,
		superseded: superseded.map((each) => each.number)
	};
}
/** Posts the promotion check's outcome on a commit. */
async function postStatus({ reviews, runUrl }, sha, checks) {
	const refusals = checks.filter((check) => check.verdict === "fail");
	const description = refusals.length === 0 ? `${checks.length} checks passed` : `${refusals.length} failed: ${refusals.map((check) => check.name).join(", ")}`;
	await reviews.setStatus(sha, {
		context: statusContext,
		state: refusals.length === 0 ? "success" : "failure",
		description: description.slice(0, 140),
		...runUrl === void 0 ? {} : { url: runUrl }
	});
}
async function otherProposals({ reviews }, { model, channel, branch }) {
	const prefix = layout.promotionBranch(model, channel, "");
	return (await reviews.openPullRequests(prefix)).flatMap((pullRequest) => {
		const version = Version.safeParse(pullRequest.headBranch.slice(prefix.length));
		return pullRequest.isSameRepository && pullRequest.headBranch !== branch && version.success ? [{
			version: version.data,
			pullRequest
		}] : [];
	});
}
/** Closes a pull request for another one, and says so in it. */
async function supersede({ reviews }, older, by, why = "which proposes a newer version for the same channel") {
	if (!older.body.includes("<!-- tidemark:superseded -->")) {
		const body = `${supersededMarker}\n> Superseded by #${by}, ${why}.\n\n${older.body}`;
		await reviews.updatePullRequest(older.number, { body });
	}
	await reviews.deleteBranch(older.headBranch);
	await reviews.updatePullRequest(older.number, { state: "closed" });
}
// packages/registry/src/channel-return.ts
/**
* What follows a rollout that went back: the events, the mark on the bytes, and the pull request that makes the channel file
* say again what is in the channel. Harmless to repeat; a pull request that people closed stays closed. Null when what the
* channel held is not in the registry, or the pull request was closed.
*/
async function returnChannel(registry, { intent, reasons, describe }) {
	const { model, channel, version, seq, previous } = intent;
	await append(registry, async () => ({
		facts: await rollBackEvents(registry, intent, reasons),
		message: `Roll ${model} ${version} back from ${channel} (seq ${seq})`
	}));
	if (previous === null) return null;
	return proposeReturn(registry, {
		intent,
		held: previous,
		describe
	});
}
/**
* Opens the pull request that makes the channel file say again what the channel holds. Null where somebody asked for another
* version already, where people closed it, and where what is held is not in the registry.
*/
async function proposeReturn(registry, { intent, held, describe }) {
	const { model, channel, seq } = intent;
	const manifest = await readVersion(registry.ledger, model, held.version, await registry.ledger.head());
	return manifest && openReturn(registry, channelIntent(manifest, {
		channel,
		seq: seq + 1,
		previous: held
	}), describe);
}
/** A channel's move to a version on the evidence that it was registered with. */
function channelIntent(manifest, { channel, seq, previous }) {
	const { model, version, modelDigest, run, evaluation } = manifest;
	return {
		schema: "tidemark/channel/v1",
		model,
		channel,
		seq,
		version,
		modelDigest,
		manifest: referTo(layout.version(model, version), manifest),
		run,
		evaluation,
		previous
	};
}
/** What happened, and the mark on the bytes: to be committed with the state that says so, so that no kill comes between them. */
async function rollBackEvents(registry, intent, reasons) {
	const { model, previous } = intent;
	const { type, subject, cause } = settlementOf(intent, intent, "rollout.rolled-back");
	const mark = markOf(intent);
	return [await createEvent(registry, {
		type,
		model,
		subject,
		cause,
		reasons: [...reasons],
		previous: previous && {
			version: previous.version,
			modelDigest: previous.modelDigest
		}
	}), await createEvent(registry, {
		type: mark.type,
		model,
		subject: mark.subject,
		cause: mark.cause,
		reasons: [...reasons]
	})];
}
async function openReturn(registry, wanted, describe) {
	const { reviews, policyRoot } = registry;
	const { model, channel, version, modelDigest } = wanted;
	const path = layout.channel(policyRoot, model, channel);
	const text = storedJson(wanted);
	const branch = layout.promotionBranch(model, channel, version);
	const base = await reviews.defaultBranch();
	const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository);
	const request = requestOf$1(wanted);
	let proposed = null;
	for (const each of known) {
		if (await reviews.readFile(path, each.headSha) !== text) continue;
		if (each.state !== "open") return null;
		proposed = each;
	}
	if (proposed !== null && await isRecorded(registry, wanted)) return {
		pullRequest: proposed,
		intent: wanted
	};
	if (proposed === null && await isAskedOtherwise(registry, wanted)) return null;
	const pullRequest = proposed ?? await openPullRequest(registry, {
		wanted,
		text,
		path,
		branch,
		base,
		known,
		describe
	});
	const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number });
	await postStatus(registry, head, channels.flatMap((each) => each.checks));
	await append(registry, async () => ({
		facts: [await createEvent(registry, {
			...request,
			model,
			pullRequest: pullRequest.number,
			previous: {
				version,
				modelDigest
			}
		})],
		message: `Request the return of ${channel} to ${model} ${version}`
	}));
	return {
		pullRequest,
		intent: wanted
	};
}
/** Whether a person asked for another version under this number, at once or by a pull request: then a return is of no use. */
async function isAskedOtherwise({ reviews, ledger }, wanted) {
	const { model, channel, seq } = wanted;
	if (await newestSettledSeq(ledger, wanted, Number.POSITIVE_INFINITY) >= seq) return true;
	return (await reviews.pullRequestsFrom(layout.rollbackBranch(model, channel, seq))).some(({ state, isMerged, isSameRepository }) => isSameRepository && (state === "open" || isMerged));
}
async function openPullRequest({ reviews }, { wanted, text, path, branch, base, known, describe }) {
	const { title, body } = describe(wanted);
	await reviews.proposeFile({
		branch,
		base,
		path,
		text,
		message: title
	});
	const open = known.find((each) => each.state === "open");
	if (open) await reviews.updatePullRequest(open.number, {
		title,
		body
	});
	return open ?? reviews.openPullRequest({
		branch,
		base,
		title,
		body
	});
}
function requestOf$1({ model, channel, version, modelDigest, seq }) {
	return {
		type: "promotion.requested",
		subject: {
			version,
			modelDigest,
			channel,
			seq
		},
		cause: layout.channelTag(model, channel, seq - 1)
	};
}
/** Whether the request is on record, which comes last: then nothing about the pull request is left to do. */
async function isRecorded({ ledger }, wanted) {
	const request = requestOf$1(wanted);
	const path = layout.event(wanted.model, eventId(request), request.type);
	return await readFact$1(ledger, RegistryEvent, path, await ledger.head()) !== null;
}
// packages/registry/src/drift/evidence.ts
/**
* Checks that each fact names the next one, that the version's own data are the reference, that the default branch's policy was
* applied, and that every check replays. Throws one `DIGEST_MISMATCH` with all that does not fit.
*/
function assertDriftEvidence({ baseline, reference, dataset, checks }, { manifest, referenceFiles, policy, replay, latest, onRecord = [] }) {
	const problems = [];
	const expect = (path, actual, expected) => {
		if (actual !== expected) problems.push({
			path,
			message: `is ${String(actual)}, expected ${String(expected)}`
		});
	};
	const { model, modelDigest } = manifest;
	for (const document of [
		baseline,
		reference,
		dataset,
		...checks
	]) expect(`${document.schema} model`, document.model, model);
	const { id, ...rest } = baseline;
	expect("baseline.id", id, digestOf(rest));
	expect(`baseline.modelDigest (${manifest.version} is what drift is compared with)`, baseline.modelDigest, modelDigest);
	expect("baseline.dataset", baseline.dataset, reference.digest);
	for (const [name, document] of Object.entries({
		reference,
		dataset
	})) expect(`${name}.digest`, document.digest, datasetDigest(document));
	const names = partitionColumns(referenceFiles);
	expect(`reference.files (${manifest.version}’s own)`, listed(reference.files, names), listed(referenceFiles, names));
	for (const check of checks) {
		const place = `check of ${check.window.start}`;
		expect(`${place}: baseline`, check.baseline, id);
		expect(`${place}: dataset`, check.dataset, dataset.digest);
		expect(`${place}: modelDigest`, check.modelDigest, modelDigest);
		expect(`${place}: policy (the default branch decides it)`, canonicalJson(check.policy), canonicalJson(policy));
		if (check.window.end > latest) problems.push({
			path: place,
			message: `ends on ${check.window.end}, after ${latest}`
		});
		if (!isWindowAfter(check, baseline, onRecord)) problems.push({
			path: place,
			message: "is no window of the policy after the reference period"
		});
		const problem = replay(check, baseline);
		if (problem !== null) problems.push({
			path: place,
			message: problem
		});
	}
	if (problems.length === 0) return;
	throw new TidemarkError("DIGEST_MISMATCH", "what was judged about drift does not fit together", {
		hint: "Run the workflow again from the judging job, without editing what travels between its jobs.",
		problems
	});
}
const listed = (files, names) => [...new Set(files.map((file) => rowsOfFile(file, names)))].sort().join(" ");
function isWindowAfter({ window: { start, end }, policy: { windows }, statistics }, { period }, onRecord) {
	if (start < period.end) return false;
	const days = (Date.parse(end) - Date.parse(start)) / 864e5;
	if (windows === "week") return days === 7 && new Date(start).getUTCDay() === 1;
	if (windows === "day") return days === 1;
	if (onRecord.some((known) => known.start === start && known.end === end)) return true;
	const rows = readNumbers(statistics.rows);
	const total = rows.reduce((sum, count) => sum + count, 0);
	return total >= windows.rows && total - (rows.at(-1) ?? 0) < windows.rows;
}
// packages/registry/src/drift/newest.ts
/** The check of the newest window that was judged, or null. Of several checks of that window one is taken. */
async function readNewestDrift(ledger, model, at) {
	if (at === null) return null;
	let folder = `models/${model}/drift`;
	for (let depth = 0; depth < 3; depth++) {
		const newest = (await ledger.list(folder, at)).sort().at(-1);
		if (newest === void 0) return null;
		folder = `${folder}/${newest.replace(/\/$/, "")}`;
	}
	return readFact$1(ledger, DriftCheck, folder, at);
}
// packages/registry/src/drift/subject.ts
/** The version whose data and scores are what is normal, or null where there is none yet. */
async function readBaselineVersion({ ledger, reviews, policyRoot }, { model, channel, monitor }) {
	const head = await ledger.head();
	if (monitor.baseline?.version !== void 0) return readVersion(ledger, model, monitor.baseline.version, head);
	const state = await readChannelState(ledger, await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: await reviews.defaultBranch()
	}));
	return state === null ? null : readVersion(ledger, model, state.version, head);
}
/** The data that a version was trained on and judged by: its reference. */
function readReferenceData(ledger, manifest, at) {
	return Promise.all(manifest.datasets.map((each) => readReferenced(ledger, Dataset, each, at)));
}
/** The files of a version's reference data. */
async function readReferenceFiles(...asked) {
	return (await readReferenceData(...asked)).flatMap(({ files }) => files);
}
/** Where the event lies that says that these data were judged by this policy: where it is, nothing is due. */
function checkedEvent({ model, version, modelDigest }, { dataset, policy }) {
	const event = {
		type: "drift.checked",
		model,
		subject: {
			version,
			modelDigest
		},
		cause: digestOf({
			dataset,
			modelDigest,
			policy
		})
	};
	return {
		...event,
		path: layout.event(model, eventId(event), event.type)
	};
}
/** Whether a baseline describes this reference with the outcomes that the policy watches. */
function isBaselineOf(baseline, { modelDigest, dataset, features, monitor }) {
	const segments = new Set(baseline.columns.flatMap(({ segment }) => segment ? [`${segment.column}=${segment.value}`] : []));
	const wanted = (monitor.segments ?? []).flatMap(({ column, values }) => values.map((value) => `${column}=${value}`));
	const outcomes = baseline.columns.flatMap(({ family, kind, name, segment }) => family === "labels" && kind === "numeric" && segment === void 0 ? [name] : []);
	return baseline.modelDigest === modelDigest && baseline.dataset === dataset && baseline.features === features && [...segments].sort().join("\n") === [...new Set(wanted)].sort().join("\n") && outcomes.join("\n") === (monitor.label?.column ?? "") && (monitor.performance === void 0 || baseline.calibration === null || baseline.weeks < 2 || baseline.expectations !== void 0) && (monitor.windows !== "day" || baseline.columns.some(({ daily }) => daily !== void 0) || baseline.blocks < 28);
}
// packages/registry/src/drift/record.ts
/** A year of weeks, four months of days: what is older is neither judged again nor told again. */
const mostWindows$1 = ({ windows }) => windows === "day" ? 123 : 53;
/** Reads the checks of the newest windows and every event about drift. `baseline` is an id; null where there is none yet. */
async function readDriftRecord(ledger, { at, baseline, policy, ...subject }) {
	const { model } = subject;
	const paths = await ledger.files(at);
	const checkPaths = paths.flatMap((path) => {
		const [, start, id] = new RegExp(`^models/${model}/drift/\\d{4}/\\d\\d/([\\d-]{10})-([0-9a-f]{64})\\.json$`).exec(path) ?? [];
		return start === void 0 || id === void 0 ? [] : [{
			path,
			start,
			id
		}];
	});
	const others = performanceStarts(model, paths);
	const events = (await readAll(ledger, RegistryEvent, paths.filter((path) => speaksOfDrift$1(model, path)), at)).filter(({ type, cause }) => type === "retraining.dispatched" || !others.has(cause.slice(0, 64)));
	const startOf = new Map([...others, ...checkPaths.map(({ id, start }) => [id, start])]);
	if (baseline === null) return {
		windows: [],
		events,
		startOf
	};
	const starts = new Set([...new Set(checkPaths.map(({ start }) => start))].sort().slice(-mostWindows$1(policy)));
	const newest = checkPaths.filter(({ start }) => starts.has(start)).map(({ path }) => path);
	const text = canonicalJson(policy);
	const checks = (await readAll(ledger, DriftCheck, newest, at)).filter((check) => check.baseline === baseline && canonicalJson(check.policy) === text);
	const byWindow = [...Map.groupBy(checks, ({ window }) => `${window.start} ${window.end}`)].sort();
	const windows = [];
	for (const [, rivals] of byWindow) windows.push(await newestOf(ledger, subject, rivals, at));
	return {
		windows,
		events,
		startOf
	};
}
/** Whether an event at a path tells of a model's drift or performance, or of what was done about it. */
function speaksOfDrift$1(model, path) {
	return path.startsWith(`models/${model}/events/`) && /\/[0-9a-f]{2}\/[0-9a-f]{64}-(drift\.(detected|resolved)|retraining\.dispatched)\.json$/.test(path);
}
/** The start of the week by the id of each check of performance. */
function performanceStarts(model, paths) {
	return new Map(paths.filter((path) => path.startsWith(`models/${model}/performance/`)).flatMap((path) => {
		const [, start, id] = /\/([\d-]{10})-([0-9a-f]{64})\.json$/.exec(path) ?? [];
		return start === void 0 || id === void 0 ? [] : [[id, start]];
	}));
}
/** All baselines of a model. */
async function readBaselines(ledger, model, at) {
	const folder = layout.baseline(model, "").replace(/\/\/?\.json$/, "");
	const shards = await ledger.list(folder, at);
	const paths = await Promise.all(shards.map(async (shard) => (await ledger.list(`${folder}/${shard.replace(/\/$/, "")}`, at)).map((name) => `${folder}/${shard}${name}`)));
	return readAll(ledger, Baseline, paths.flat(), at);
}
/** Of several checks of one window the one that was committed last, as the event of its commit says. */
async function newestOf(ledger, subject, rivals, at) {
	if (rivals.length === 1) return rivals[0];
	const dated = await Promise.all(rivals.map(async (check) => {
		const { path } = checkedEvent(subject, check);
		return {
			check,
			committed: (await readFact$1(ledger, RegistryEvent, path, at))?.at ?? ""
		};
	}));
	dated.sort((a, b) => a.committed === b.committed ? a.check.window.rows - b.check.window.rows : a.committed < b.committed ? -1 : 1);
	return dated.at(-1).check;
}
async function readAll(ledger, schema, paths, at) {
	return (await Promise.all(paths.map((path) => readFact$1(ledger, schema, path, at)))).filter((document) => document !== null);
}
// packages/registry/src/drift/record-checks.ts
/** Commits a judgement with everything it rests on, and the event that says that these data were judged. Returns the commit. */
async function recordDrift(registry, { manifest, policy, evidence }) {
	const { model } = manifest;
	const { baseline, reference, dataset, checks } = evidence;
	const { path, ...checked } = checkedEvent(manifest, {
		dataset: dataset.digest,
		policy
	});
	return append(registry, async () => {
		const event = await createEvent(registry, {
			...checked,
			...checks.length > 0 ? { reasons: checks.map(describeWindow) } : {}
		});
		const facts = [
			{
				path: layout.baseline(model, baseline.id),
				document: baseline
			},
			{
				path: layout.dataset(model, reference.digest),
				document: reference
			},
			{
				path: layout.dataset(model, dataset.digest),
				document: dataset
			},
			...checks.map((check) => ({
				path: layout.drift(model, check.id, check.window.start),
				document: check
			})),
			{
				path,
				document: event.document
			}
		];
		const unique = facts.filter((fact, i) => facts.findIndex((other) => other.path === fact.path) === i);
		const windows = `${checks.length} window${checks.length === 1 ? "" : "s"}`;
		return {
			facts: unique,
			message: `Record drift of ${model}: ${windows} judged`
		};
	});
}
const describeWindow = ({ window, verdict }) => `${window.start}: ${verdict}`;
// packages/registry/src/drift/plan.ts
/**
* The next step towards what the windows on record ask for, or null. It follows the windows in order of time, so that drift which
* came and went between two runs is told and resolved; `inconclusive` windows change nothing. A window is told of once, whatever
* people did with the issue since, and one episode of drift asks for one training, which waits until the one before has cooled
* down. `now` is GitHub's time.
*/
function nextDriftStep(record, { retrain, now }) {
	const { windows } = record;
	const told = new Map(eventsOf(record, "drift.detected").map((event) => [startOf$1(record, event), event]));
	const runs = findRuns(windows);
	const lastDrift = runs.findLast(({ isDrift }) => isDrift);
	for (const run of runs) {
		const last = run.checks.at(-1);
		if (!run.isDrift) {
			const [open] = unresolved(record, last.window.start);
			if (open === void 0) continue;
			const check = run.checks.find(({ window }) => window.start >= startOf$1(record, open)) ?? last;
			const remaining = unresolved(record).filter((event) => event.issue !== open.issue || startOf$1(record, event) > check.window.start);
			return {
				kind: "resolve",
				check,
				shown: upTo(windows, check.window.start),
				issue: open.issue ?? null,
				remaining
			};
		}
		const untold = run.checks.filter(({ window }) => !told.has(window.start));
		if (untold.length > 0) {
			const issue = findOpenIssue(record);
			return {
				kind: "tell",
				checks: untold,
				shown: shownIn(record, issue, last),
				issue
			};
		}
		if (run !== lastDrift || retrain === void 0) continue;
		const starts = new Set(run.checks.map(({ window }) => window.start));
		const isDispatched = eventsOf(record, "retraining.dispatched").some((event) => starts.has(startOf$1(record, event)));
		const isOpen = unresolved(record, last.window.start).some((event) => starts.has(startOf$1(record, event)));
		const toldBy = told.get(last.window.start);
		if (!isDispatched && isOpen && toldBy && !isCooling(record, retrain.cooldownDays, now)) return {
			kind: "retrain",
			check: last,
			toldBy
		};
	}
	return null;
}
/** Whether a training was started so shortly ago that it may not have become a version yet. */
function isCooling(record, cooldownDays, now) {
	if (cooldownDays === void 0) return false;
	const since = Date.parse(now) - cooldownDays * 864e5;
	return eventsOf(record, "retraining.dispatched").some(({ at }) => Date.parse(at) > since);
}
/** An event's cause: the check, and the issue where one check can be the cause of several events. */
const causeOf = (check, issue = null) => issue === null ? check.id : `${check.id}#${issue}`;
/** Neighbouring windows that say the same, without those that say nothing. */
function findRuns(windows) {
	const runs = [];
	for (const check of windows) {
		if (check.verdict === "inconclusive") continue;
		const isDrift = check.verdict !== "pass";
		const last = runs.at(-1);
		if (last?.isDrift === isDrift) last.checks.push(check);
		else runs.push({
			isDrift,
			checks: [check]
		});
	}
	return runs;
}
/** What was told of windows up to a day and is not resolved, in order of time: by no such window nor a later one, in the same issue. */
function unresolved(record, until = "9999") {
	const resolved = eventsOf(record, "drift.resolved");
	return eventsOf(record, "drift.detected").filter((event) => startOf$1(record, event) <= until).filter((event) => !resolved.some((other) => other.issue === event.issue && startOf$1(record, other) >= startOf$1(record, event))).sort((a, b) => startOf$1(record, a) < startOf$1(record, b) ? -1 : 1);
}
/** Whether an issue tells of something that is not resolved. */
const isToldIn = (record, issue) => unresolved(record).some((event) => event.issue === issue);
/** The issue that tells of what was last found and is not resolved. */
const findOpenIssue = (record) => unresolved(record).findLast((event) => event.issue !== void 0)?.issue ?? null;
/** What an issue shows that tells of a window. Late data can make drift of one before others that it tells of, or that ended it. */
function shownIn(record, issue, { window }) {
	const starts = [...record.events.filter((event) => issue !== null && event.issue === issue), ...unresolved(record)].map((event) => startOf$1(record, event));
	return upTo(record.windows, [window.start, ...starts].sort().at(-1));
}
const upTo = (windows, start) => windows.filter(({ window }) => window.start <= start);
const eventsOf = ({ events }, type) => events.filter((event) => event.type === type);
/** The start of the window that an event speaks of; '' where its check is gone. */
const startOf$1 = (record, { cause }) => record.startOf.get(cause.slice(0, 64)) ?? "";
// packages/registry/src/monitor/issue.ts
const label = "tidemark-drift";
/** Brings the windows of a step into the model's open issue, or opens it. Returns its number. */
async function tellInIssue({ issues }, { step: { issue: known, checks }, text, telling: { marker }, response: { record, done } }) {
	const over = resolvedIssues(record);
	/** Ours by their first line and by who wrote them, the oldest first: what a killed run or one at the same time opened. */
	const findOurs = async () => (await issues.newestOpen()).filter(({ number, body, isTrusted }) => isTrusted && body.startsWith(marker) && !over.has(number)).sort((a, b) => a.number - b.number);
	const told = known === null ? null : await issues.get(known);
	const open = told?.state === "open" ? told : (await findOurs())[0];
	const windows = windowNames(checks);
	if (open) {
		if (open.title !== text.title || open.body !== text.body) await issues.update(open.number, text);
		done.push(`Updated issue #${open.number} for the ${windows}.`);
		return open.number;
	}
	const opened = await issues.open({
		...text,
		labels: [label]
	});
	const first = (await findOurs())[0];
	if (first === void 0 || first.number >= opened.number) {
		done.push(`Opened issue #${opened.number} for the ${windows}.`);
		return opened.number;
	}
	await issues.update(opened.number, { state: "not_planned" });
	done.push(`Issue #${first.number} tells of the ${windows}.`);
	return first.number;
}
async function closeIssue({ issues }, number, text) {
	await issues.update(number, {
		...text,
		state: "completed"
	});
}
/** Comments unless the very comment is there. */
async function commentOnce({ issues }, number, comment) {
	if (!(await issues.comments(number)).includes(comment)) await issues.comment(number, comment);
}
/** Issues of which nothing is open any more. */
function resolvedIssues({ drift, performance }) {
	const issueOf = ({ type, issue }) => type === "drift.resolved" ? issue ?? [] : [];
	const resolved = [...drift.events, ...performance.events].flatMap(issueOf);
	return new Set(resolved.filter((issue) => !isToldIn(drift, issue) && !isToldIn(performance, issue)));
}
// packages/registry/src/monitor/plan.ts
const order$1 = [
	"tell",
	"resolve",
	"retrain"
];
/**
* The next step towards what the windows on record ask for, or null. Drift and performance follow the rule of `nextDriftStep` each by itself,
* but share a model's one open issue: what is bad joins the one that tells of the other, and it is closed with the last of both.
*/
function nextMonitorStep(record, policy) {
	return [join("drift", nextDriftStep(record.drift, policy), record.drift, record.performance), join("performance", nextDriftStep(record.performance, policy), record.performance, record.drift)].filter((step) => step !== null).sort((a, b) => order$1.indexOf(a.kind) - order$1.indexOf(b.kind))[0] ?? null;
}
/** The issue that tells of what is not over yet, as far as the registry knows. */
const openIssue = ({ drift, performance }) => findOpenIssue(drift) ?? findOpenIssue(performance);
/** Adds events to what they speak of; a training is for both. */
function withEvents(record, topic, events) {
	const { drift, performance } = record;
	const shared = events.filter(({ type }) => type === "retraining.dispatched");
	const isDrift = topic === "drift";
	return {
		...record,
		drift: {
			...drift,
			events: [...drift.events, ...isDrift ? events : shared]
		},
		performance: {
			...performance,
			events: [...performance.events, ...isDrift ? shared : events]
		}
	};
}
function join(topic, step, own, other) {
	if (step === null) return null;
	if (step.kind === "tell") {
		const issue = step.issue ?? findOpenIssue(other);
		return {
			topic,
			...step,
			issue,
			shown: shownIn(own, issue, step.checks.at(-1))
		};
	}
	if (step.kind === "resolve") {
		const { issue, remaining } = step;
		return {
			topic,
			...step,
			isLast: !remaining.some((event) => event.issue === (issue ?? void 0)) && (issue === null || !isToldIn(other, issue))
		};
	}
	return {
		topic,
		...step
	};
}
// packages/registry/src/performance/record.ts
/** Reads the checks of the newest weeks, and every event about them. */
async function readPerformanceRecord(ledger, { model, at, policy }) {
	const paths = await ledger.files(at);
	const filed = paths.flatMap((path) => {
		const [, kind, start, id] = new RegExp(`^models/${model}/(performance|drift)/\\d{4}/\\d\\d/([\\d-]{10})-([0-9a-f]{64})\\.json$`).exec(path) ?? [];
		return kind === void 0 || start === void 0 || id === void 0 ? [] : [{
			path,
			kind,
			start,
			id
		}];
	});
	const own = filed.filter(({ kind }) => kind === "performance");
	const starts = new Set([...new Set(own.map(({ start }) => start))].sort().slice(-53));
	const newest = own.filter(({ start }) => starts.has(start));
	const [read, events] = await Promise.all([Promise.all(newest.map(({ path }) => readFact$1(ledger, PerformanceCheck, path, at))), Promise.all(paths.filter((path) => speaksOfDrift$1(model, path)).map((path) => readFact$1(ledger, RegistryEvent, path, at)))]);
	const ids = new Set(own.map(({ id }) => id));
	const text = canonicalJson(policy);
	return {
		checks: newestChecks(read.filter((check) => check !== null && canonicalJson(check.policy) === text)),
		events: events.filter((event) => event !== null).filter((event) => event.type === "retraining.dispatched" || ids.has(event.cause.slice(0, 64))),
		startOf: new Map(filed.map(({ id, start }) => [id, start]))
	};
}
/** Of several checks of one version's week that of most labels, which is the last, in order of time. */
function newestChecks(checks) {
	return [...Map.groupBy(checks, ({ window, modelDigest }) => `${window.start} ${modelDigest}`).entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, rivals]) => [...rivals].sort((a, b) => a.statistics.labelled - b.statistics.labelled || (a.statistics.asOf < b.statistics.asOf ? -1 : 1) || (a.id < b.id ? -1 : 1)).at(-1));
}
/** What the registry knows that checks of these versions can name. */
async function readPerformanceGround(ledger, { model, versions, at, known }) {
	const manifests = new Map();
	const evaluations = new Map();
	for (const version of new Set(versions)) {
		const manifest = await readVersion(ledger, model, version, at);
		if (manifest === null) continue;
		manifests.set(version, manifest);
		const evaluation = await readReferenced(ledger, Evaluation, manifest.evaluation, at);
		evaluations.set(evaluation.id, evaluation);
	}
	const baselines = new Map((await readBaselines(ledger, model, at)).map((each) => [each.id, each]));
	const checks = new Map(known.map((check) => [check.id, check]));
	return ({ version, evaluation, statistics: { pageHinkley, expected } }) => ({
		manifest: manifests.get(version) ?? null,
		evaluation: evaluations.get(evaluation) ?? null,
		baseline: baselines.get(expected?.baseline ?? "") ?? null,
		previous: checks.get(pageHinkley?.from ?? "") ?? null
	});
}
/** Where a check lies. */
const performancePath = ({ model, id, window }) => layout.performance(model, id, window.start);
// packages/registry/src/monitor/record.ts
/** Reads both. `baseline` is an id, null where there is none yet; `served` is null where nothing is. */
async function readMonitorRecord(ledger, { subject, served, at, baseline, policy }) {
	const drift = await readDriftRecord(ledger, {
		...subject,
		at,
		baseline,
		policy
	});
	if (policy.performance === void 0) return {
		drift,
		performance: {
			windows: [],
			events: [],
			startOf: new Map()
		},
		weeks: []
	};
	const { model } = subject;
	const { checks, ...rest } = await readPerformanceRecord(ledger, {
		model,
		at,
		policy: policy.performance
	});
	const windows = checks.filter(({ modelDigest }) => modelDigest === served?.modelDigest);
	return {
		drift,
		performance: {
			...rest,
			windows
		},
		weeks: checks
	};
}
// packages/registry/src/monitor/alert.ts
/**
* Alerts before the event is on record: what a killed run told is told again rather than never. A receiver that takes nothing is a
* problem of the run, and leaves `alerts`: neither this run nor the next tries it again, since the issue and the registry say the same.
*/
async function alertAll({ issues }, { alerts, telling, step, issue, response }) {
	if (alerts.size === 0 || telling.describeAlert === void 0) return;
	const issueUrl = issue === null ? null : (await issues.get(issue))?.url ?? null;
	const alert = telling.describeAlert(toldBy(step), issueUrl);
	for (const each of alerts) try {
		await each.send(alert);
		response.done.push(`Alerted ${each.name}.`);
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		response.problems.push(error);
		alerts.delete(each);
		response.waiting.push(`Nothing more is sent to ${each.name} by this run.`);
	}
}
function toldBy(step) {
	return step.topic === "drift" ? {
		topic: "drift",
		windows: step.shown,
		end: step.kind === "resolve" ? step.check : null
	} : {
		topic: "performance",
		windows: step.shown,
		end: step.kind === "resolve" ? step.check : null
	};
}
// packages/registry/src/monitor/training.ts
/** A run that told of drift is given so long to start the training before another one takes it for dead. */
const leaseMs = 9e5;
/**
* Starts the workflow that trains, unless it is at work already: on the default branch, for whatever reason and whichever model, since a run
* does not tell its inputs. Returns whether it did; what keeps it from that is told.
*/
async function startTraining(registry, { step: { check, toldBy }, workflow, model, response }) {
	const window = windowName(check);
	if (await isOthers(registry, toldBy)) {
		response.waiting.push(`Another run told of the ${window} just now, and starts ${workflow}.`);
		return false;
	}
	try {
		const branch = await registry.reviews.defaultBranch();
		const active = (await registry.workflows.activeRuns({
			workflow,
			branch
		})).find(({ url }) => url !== runOf(registry.runUrl));
		if (active !== void 0) {
			response.waiting.push(`No training was started for the ${window}: run ${active.number} of ${workflow} is ${active.status.replace(/_/g, " ")} (${active.url}). The next look after its end starts one if it is still wanted.`);
			return false;
		}
		await registry.workflows.dispatch({
			workflow,
			branch,
			inputs: { model }
		});
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		if (!["GITHUB_NOT_FOUND", "GITHUB_DENIED"].includes(error.code)) throw error;
		response.problems.push(error);
		return false;
	}
	response.done.push(`Started ${workflow} for ${model}.`);
	return true;
}
/** Whether another run wrote the event so shortly ago that it may still be at work. */
async function isOthers({ runUrl, clock }, { runUrl: other, at }) {
	if (other === void 0 || runOf(other) === runOf(runUrl)) return false;
	return Date.parse(await clock.now()) - Date.parse(at) < leaseMs;
}
/** A run's address, whichever attempt it is. */
const runOf = (url) => url?.replace(/\/attempts\/\d+$/, "");
// packages/registry/src/monitor/respond.ts
/** More than any year of windows asks for. */
const mostSteps = 400;
/**
* Does what the windows on record ask for: opens, updates and closes the model's issue, alerts, and starts a training. It depends on what is
* on record alone, so a run that was killed anywhere is finished by the next, and two at once end as one.
*/
async function respondToWindows(registry, asked) {
	const options = {
		...asked,
		alerts: new Set(asked.alerts)
	};
	const response = {
		done: [],
		waiting: [],
		problems: [],
		issue: null,
		record: options.record
	};
	let { retrain } = options.policy;
	const now = await registry.clock.now();
	for (let steps = 0; steps < mostSteps; steps++) {
		const step = nextMonitorStep(response.record, {
			retrain,
			now
		});
		if (step === null) return response;
		const events = await take$1(registry, step, options, response);
		if (step.kind === "retrain") retrain = void 0;
		response.record = withEvents(response.record, step.topic, events);
	}
	throw new Error(`more than ${mostSteps} steps for the windows of ${options.subjects.drift.model}`);
}
async function take$1(registry, step, options, response) {
	if (step.kind === "tell") return tell(registry, step, options, response);
	if (step.kind === "resolve") return resolve(registry, step, options, response);
	const { workflow = "" } = options.policy.retrain ?? {};
	const subject = subjectOf(options, step.topic);
	if (!await startTraining(registry, {
		step,
		workflow,
		model: subject.model,
		response
	})) return [];
	return [await recordEvent(registry, subject, {
		type: "retraining.dispatched",
		cause: causeOf(step.check),
		reasons: [workflow],
		issue: step.toldBy.issue ?? null,
		message: `Retrain ${subject.model} for the ${windowName(step.check)}`
	})];
}
async function tell(registry, step, options, response) {
	const { policy, telling } = options;
	const subject = subjectOf(options, step.topic);
	const windows = shownBy(step, response.record);
	const issue = policy.issue ? await tellInIssue(registry, {
		step,
		text: telling.describe(windows),
		telling,
		response
	}) : null;
	response.issue = issue ?? response.issue;
	if (!await areOnRecord(registry, subject, "drift.detected", step.checks.map((check) => causeOf(check)))) await alertAll(registry, {
		...options,
		step,
		issue,
		response
	});
	const events = [];
	for (const check of step.checks) events.push(await recordEvent(registry, subject, {
		type: "drift.detected",
		cause: causeOf(check),
		reasons: reasonsOf(check),
		issue,
		message: `Tell of ${step.topic} of ${subject.model} in the ${windowName(check)}`
	}));
	return events;
}
async function resolve(registry, step, options, response) {
	const { telling } = options;
	const subject = subjectOf(options, step.topic);
	const { check, issue: number, isLast, topic, remaining } = step;
	const window = windowName(check);
	const issue = number === null ? null : await registry.issues.get(number);
	const isSuperseded = remaining.some((event) => event.issue === (number ?? void 0));
	if (issue?.state === "open" && !isSuperseded) {
		await commentOnce(registry, issue.number, `<!-- tidemark:${topic}-resolved ${check.id} -->\n${telling.describeEnd(check)}`);
		const text = telling.describe(shownBy(step, response.record));
		if (isLast) await closeIssue(registry, issue.number, text);
		else await registry.issues.update(issue.number, text);
		const done = isLast ? "Closed" : "Updated";
		response.done.push(`${done} issue #${issue.number}: the ${window} passes${isLast ? "" : ` in ${topic}`}.`);
	}
	response.issue = number ?? response.issue;
	const cause = causeOf(check, number);
	if (remaining.length === 0 && !await areOnRecord(registry, subject, "drift.resolved", [cause])) await alertAll(registry, {
		...options,
		step,
		issue: number,
		response
	});
	return [await recordEvent(registry, subject, {
		type: "drift.resolved",
		cause,
		reasons: [`The ${window} passes.`],
		issue: number,
		message: `Resolve the ${topic} of ${subject.model} with the ${window}`
	})];
}
/** A step's own windows up to the last that it is about; of the other topic what is on record. */
function shownBy(step, { drift, performance }) {
	return step.topic === "drift" ? {
		drift: step.shown,
		performance: performance.windows
	} : {
		drift: drift.windows,
		performance: step.shown
	};
}
function subjectOf({ subjects }, topic) {
	const subject = subjects[topic];
	if (subject === null) throw new Error(`${topic} of no version`);
	return subject;
}
/** Whether events are there already: written by a run at the same time, which alerted of them. */
async function areOnRecord({ ledger }, { model, version, modelDigest }, type, causes) {
	const head = await ledger.head();
	const subject = {
		version,
		modelDigest
	};
	return (await Promise.all(causes.map((cause) => readFact$1(ledger, RegistryEvent, layout.event(model, eventId({
		type,
		subject,
		cause
	}), type), head)))).every((event) => event !== null);
}
/** Commits an event, or takes the one that is there already. */
async function recordEvent(registry, { model, version, modelDigest }, { issue, message, ...event }) {
	const { path, document } = await createEvent(registry, {
		...event,
		model,
		subject: {
			version,
			modelDigest
		},
		...issue === null ? {} : { issue }
	});
	const commit = await append(registry, async () => ({
		facts: [{
			path,
			document
		}],
		message
	}));
	return await readFact$1(registry.ledger, RegistryEvent, path, commit) ?? document;
}
/** What an event says of a window, a line each. */
function reasonsOf(check) {
	if (check.schema === "tidemark/performance/v1") return check.results.filter(({ verdict }) => verdict === "fail").map(({ reason }) => reason);
	return check.results.filter(({ verdict }) => verdict === "warn" || verdict === "fail").sort((a, b) => (b.effect ?? 0) - (a.effect ?? 0)).slice(0, 50).map(({ column, family, reason }) => `${family} ${column.slice(0, 200)}: ${reason}`);
}
// packages/registry/src/overview/events.ts
/** Routine looks come last: of very many events, those that changed something are read. */
const routine = ["drift.checked"];
/** A model's events, newest first; of those at the same second, the later step of the loop first. */
async function readEvents(facts, model, { paths, most }) {
	const isRoutine = (path) => routine.some((type) => path.endsWith(`-${type}.json`));
	const sorted = [...paths.filter((path) => !isRoutine(path)), ...paths.filter(isRoutine)];
	if (sorted.length > most) facts.report(`models/${model}/events`, `holds ${sorted.length} events; ${most} were read`);
	return readNewestFirst(RegistryEvent, {
		facts,
		model,
		paths: sorted.slice(0, most)
	});
}
/** The same for showing them: also those of a type that a later Tidemark writes. */
function readRecordedEvents(facts, model, paths) {
	return readNewestFirst(RecordedEvent, {
		facts,
		model,
		paths
	});
}
async function readNewestFirst(schema, { facts, model, paths }) {
	return (await facts.readAll(schema, model, paths)).sort((a, b) => compareText(b.at, a.at) || stepOf(b) - stepOf(a) || (b.subject.seq ?? 0) - (a.subject.seq ?? 0) || compareText(a.id, b.id));
}
function stepOf(event) {
	const type = event.type === "promotion.requested" && isReturnEvent(event) ? "version.rolled-back" : event.type;
	return eventTypes.indexOf(type) + (type === event.type ? 0 : .5);
}
/** Whether an event is about a channel that gets what it holds already: so it is returned after a roll-back. */
const isReturnEvent = ({ previous, subject }) => previous?.modelDigest === subject.modelDigest;
/** By code units: the same on every machine. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// packages/registry/src/overview/channels.ts
/**
* What each channel held, and holds: a tag for each `seq`, and the event that says which version settled it. What has only one
* of the two is a problem, and no tenure.
*/
async function readChannels({ ledger, facts }, model, { tags, events }) {
	const tagged = new Map();
	for (const tag of tags) {
		if (!tag.startsWith(`${model}#`)) continue;
		const [, channel = "", seq] = /^[^#]*#([^#]*)#([1-9]\d{0,8})$/.exec(tag) ?? [];
		const seqs = tagged.get(channel);
		if (seqs) seqs.push(Number(seq));
		else if (Name.safeParse(channel).success) tagged.set(channel, [Number(seq)]);
	}
	const settled = new Map();
	const known = new Set(tags);
	for (const event of events) {
		const { channel, seq } = event.subject;
		if (event.type !== "promotion.settled" || channel === void 0 || seq === void 0) continue;
		const tag = layout.channelTag(model, channel, seq);
		settled.set(tag, event);
		if (known.has(tag)) continue;
		const { id } = event;
		facts.report(layout.event(model, id, "promotion.settled"), `the tag ${tag} is missing, so nothing is in ${channel} by it yet`);
	}
	const channels = [];
	for (const [channel, seqs] of [...tagged].sort(([a], [b]) => compareText(a, b))) {
		const tenures = [];
		for (const seq of seqs.sort((a, b) => a - b)) {
			const event = settled.get(layout.channelTag(model, channel, seq));
			if (event?.subject.version === void 0) facts.report(layout.channelTag(model, channel, seq), "is a tag without the event that says which version it is");
			else appendTenure(tenures, seq, event);
		}
		const newest = tenures.at(-1);
		if (newest) await proveTenure({
			ledger,
			facts
		}, {
			model,
			channel,
			tenure: newest
		});
		channels.push({
			channel,
			tenures
		});
	}
	return channels;
}
function appendTenure(tenures, seq, event) {
	const { version = "", modelDigest } = event.subject;
	const last = tenures.at(-1);
	if (last?.modelDigest === modelDigest) {
		tenures[tenures.length - 1] = {
			...last,
			seq
		};
		return;
	}
	if (last) tenures[tenures.length - 1] = {
		...last,
		until: event.at
	};
	tenures.push({
		version,
		modelDigest,
		seq,
		since: event.at,
		until: null,
		approvedBy: event.approvedBy ?? [],
		pullRequest: event.pullRequest ?? null
	});
}
/** Reports a tag that does not stand for the tenure: what production runs must not rest on a tag that somebody moved. */
async function proveTenure({ ledger, facts }, { model, channel, tenure }) {
	try {
		await isSettled(ledger, {
			model,
			channel
		}, tenure);
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		facts.report(layout.channelTag(model, channel, tenure.seq), error.message);
	}
}
// packages/registry/src/overview/drift.ts
/**
* One check per window, oldest window first. A window that was judged again (late rows, another baseline) has several: the
* one that the newest event names counts, without events the one with most rows.
*/
async function readDrift(facts, model, { paths, events, most }) {
	const starts = [...new Set(paths.map(startOf))].sort();
	if (starts.length > most) facts.report(`models/${model}/drift`, `has ${starts.length} windows; the newest ${most} were read`);
	const wanted = new Set(starts.slice(-most));
	const checks = await facts.readAll(DriftCheck, model, paths.filter((path) => wanted.has(startOf(path))));
	const judgedAt = new Map();
	for (const { type, cause, at } of events) {
		const check = cause.slice(0, 64);
		if (type.startsWith("drift.") && !judgedAt.has(check)) judgedAt.set(check, at);
	}
	const rank = (a, b) => compareText(judgedAt.get(a.id) ?? "", judgedAt.get(b.id) ?? "") || a.window.rows - b.window.rows || compareText(a.id, b.id);
	const byWindow = new Map();
	for (const check of checks) {
		const key = `${check.window.start}/${check.window.end}`;
		const other = byWindow.get(key);
		if (!other || rank(check, other) > 0) byWindow.set(key, check);
	}
	return [...byWindow.entries()].sort(([a], [b]) => compareText(a, b)).map(([, { statistics: _, ...summary }]) => summary);
}
/** `models/m/drift/2001/04/2001-04-23-<id>.json` → `2001-04-23`. */
const startOf = (path) => path.slice(path.lastIndexOf("/") + 1).slice(0, 10);
// packages/registry/src/verification/kinds.ts
const kinds = [
	kind({
		name: "versions",
		pattern: /^models\/[^/]+\/versions\//,
		schema: VersionManifest,
		pathOf: (manifest) => layout.version(manifest.model, manifest.version),
		findProblems: (manifest) => [...digestOfModel(manifest) === manifest.modelDigest ? [] : [`its files or image give the model digest ${digestOfModel(manifest)}`], ...manifest.files.filter((file) => file.parts.reduce((sum, part) => sum + part.sizeBytes, 0) !== file.sizeBytes).map((file) => `the parts of ${file.path} do not add up to ${file.sizeBytes} bytes`)],
		references: (manifest) => [
			manifest.run,
			manifest.evaluation,
			...manifest.datasets,
			...manifest.validations
		]
	}),
	kind({
		name: "digest entries",
		pattern: /^models\/[^/]+\/by-digest\//,
		schema: DigestEntry,
		pathOf: (entry) => layout.byDigest(entry.model, entry.modelDigest),
		findProblems: () => [],
		references: (entry) => [{
			path: layout.version(entry.model, entry.version),
			sha256: ""
		}]
	}),
	kind({
		name: "datasets",
		pattern: /^models\/[^/]+\/datasets\//,
		schema: Dataset,
		pathOf: (dataset) => layout.dataset(dataset.model, dataset.digest),
		findProblems: (dataset) => [...datasetDigest(dataset) === dataset.digest ? [] : [`its files give the digest ${datasetDigest(dataset)}`], ...dataset.files.reduce((sum, file) => sum + file.rows, 0) === dataset.rows ? [] : ["the rows of its files do not add up"]],
		references: () => []
	}),
	kind({
		name: "validations",
		pattern: /^models\/[^/]+\/validations\//,
		schema: Validation,
		pathOf: (validation) => layout.validation(validation.model, validation.id),
		findProblems: (validation) => validationId(validation) === validation.id ? [] : [`its content gives the id ${validationId(validation)}`],
		references: (validation) => [{
			path: layout.dataset(validation.model, validation.dataset),
			sha256: ""
		}]
	}),
	kind({
		name: "runs",
		pattern: /^models\/[^/]+\/runs\//,
		schema: Run,
		pathOf: (run) => layout.run(run.model, run.id, run.source.committedAt),
		findProblems: (run) => [...runId(run) === run.id ? [] : [`its content gives the id ${runId(run)}`], ...digestOfModel(run.output) === run.output.modelDigest ? [] : ["its files do not give its model digest"]],
		references: (run) => [{
			path: layout.dataset(run.model, run.data.dataset),
			sha256: ""
		}, {
			path: layout.validation(run.model, run.data.validation),
			sha256: ""
		}]
	}),
	kind({
		name: "evaluations",
		pattern: /^models\/[^/]+\/evaluations\//,
		schema: Evaluation,
		pathOf: (evaluation) => layout.evaluation(evaluation.model, evaluation.id),
		findProblems: (evaluation) => evaluationId(evaluation) === evaluation.id ? [] : [`its content gives the id ${evaluationId(evaluation)}`],
		references: (evaluation) => [
			{
				path: layout.dataset(evaluation.model, evaluation.holdout.dataset),
				sha256: ""
			},
			{
				path: layout.validation(evaluation.model, evaluation.holdout.validation),
				sha256: ""
			},
			...evaluation.champion ? [{
				path: layout.version(evaluation.model, evaluation.champion.version),
				sha256: ""
			}] : []
		]
	}),
	kind({
		name: "events",
		pattern: /^models\/[^/]+\/events\//,
		schema: RegistryEvent,
		pathOf: (event) => layout.event(event.model, event.id, event.type),
		findProblems: (event) => eventId(event) === event.id ? [] : [`its content gives the id ${eventId(event)}`],
		references: (event) => [...event.subject.version ? [{
			path: layout.version(event.model, event.subject.version),
			sha256: ""
		}] : [], ...event.monitor?.checks ?? []]
	}),
	kind({
		name: "baselines",
		pattern: /^models\/[^/]+\/baselines\//,
		schema: Baseline,
		pathOf: (baseline) => layout.baseline(baseline.model, baseline.id),
		findProblems: ({ id, ...rest }) => digestOf(rest) === id ? [] : [`its content gives the id ${digestOf(rest)}`],
		references: ({ model, dataset, validation, modelDigest }) => [
			{
				path: layout.dataset(model, dataset),
				sha256: ""
			},
			...validation === null ? [] : [{
				path: layout.validation(model, validation),
				sha256: ""
			}],
			...modelDigest === null ? [] : [{
				path: layout.byDigest(model, modelDigest),
				sha256: ""
			}]
		]
	}),
	kind({
		name: "drift checks",
		pattern: /^models\/[^/]+\/drift\//,
		schema: DriftCheck,
		pathOf: (check) => layout.drift(check.model, check.id, check.window.start),
		findProblems: ({ id, baseline, window, policy, statistics }) => {
			const counts = digestOf(statistics);
			const expected = digestOf({
				baseline,
				window: counts,
				policy
			});
			return [...counts === window.digest ? [] : [`its counts give the digest ${counts}`], ...expected === id ? [] : [`its content gives the id ${expected}`]];
		},
		references: ({ model, baseline, dataset, modelDigest }) => [
			{
				path: layout.baseline(model, baseline),
				sha256: ""
			},
			{
				path: layout.dataset(model, dataset),
				sha256: ""
			},
			...modelDigest === null ? [] : [{
				path: layout.byDigest(model, modelDigest),
				sha256: ""
			}]
		]
	}),
	kind({
		name: "performance checks",
		pattern: /^models\/[^/]+\/performance\//,
		schema: PerformanceCheck,
		pathOf: (check) => layout.performance(check.model, check.id, check.window.start),
		findProblems: ({ id, modelDigest, evaluation, window, policy, statistics }) => {
			const counts = digestOf(statistics);
			const expected = digestOf({
				modelDigest,
				evaluation,
				window: counts,
				policy
			});
			return [...counts === window.digest ? [] : [`its statistics give the digest ${counts}`], ...expected === id ? [] : [`its content gives the id ${expected}`]];
		},
		references: ({ model, version, evaluation, statistics: { expected } }) => [
			{
				path: layout.version(model, version),
				sha256: ""
			},
			{
				path: layout.evaluation(model, evaluation),
				sha256: ""
			},
			...expected === null ? [] : [{
				path: layout.baseline(model, expected.baseline),
				sha256: ""
			}]
		]
	})
];
/** Lets each kind be written with its own document type and kept in one list. */
function kind(definition) {
	return definition;
}
// packages/registry/src/verification/fact-graph.ts
/** All facts at one commit that could be read, by path. */
var FactGraph = class {
	#facts = new Map();
	/** Paths of rollouts' states, which are replaced: the branch's history proves them. */
	rollouts = [];
	#byKind = new Map();
	add(path, fact) {
		const { kind, document, text } = fact;
		this.#facts.set(path, fact);
		const same = this.#byKind.get(kind.name) ?? [];
		same.push({
			path,
			document,
			text
		});
		this.#byKind.set(kind.name, same);
	}
	get(path) {
		return this.#facts.get(path);
	}
	/** The document at a path if it is of this kind. */
	find(kind, path) {
		const fact = this.#facts.get(path);
		return fact?.kind.name === kind ? fact.document : null;
	}
	all(kind) {
		return this.#byKind.get(kind) ?? [];
	}
	/** Every fact that a fact names. */
	references() {
		return [...this.#facts.values()].flatMap(({ kind, document }) => kind.references(document));
	}
	/** Every fact that a fact names is there, with the digest that it names. */
	verifyReferences(findings) {
		for (const [path, { kind, document }] of this.#facts) for (const reference of kind.references(document)) {
			const target = this.#facts.get(reference.path);
			if (target === void 0) findings.error(path, `names ${reference.path}, which is not there`);
			else if (reference.sha256 !== "" && target.sha256 !== reference.sha256) findings.error(path, `names ${reference.path} with sha256 ${reference.sha256}, which now has ${target.sha256}`);
			else findings.count("references");
		}
	}
};
/** What is asked for at once may travel in one request. */
const readAtOnce = 100;
/** Reads every file at `head`; what cannot be read, or is not as its own content demands, is reported. */
async function readFacts(ledger, head, findings, onProgress) {
	const graph = new FactGraph();
	const paths = await ledger.files(head);
	for (let i = 0; i < paths.length; i += readAtOnce) {
		const some = paths.slice(i, i + readAtOnce);
		onProgress?.(`${i + some.length} of ${paths.length} facts`);
		const texts = await Promise.all(some.map((path) => kindOf(path) ? ledger.read(path, head) : null));
		for (const [j, path] of some.entries()) sortIn(graph, findings, {
			path,
			text: texts[j] ?? ""
		});
	}
	return graph;
}
const kindOf = (path) => kinds.find(({ pattern }) => pattern.test(path));
function sortIn(graph, findings, { path, text }) {
	const kind = kindOf(path);
	if (kind) readFact(graph, findings, {
		kind,
		path,
		text
	});
	else if (/^rollouts\/[^/]+\/[^/]+\.json$/.test(path)) graph.rollouts.push(path);
	else if (!path.startsWith("rollouts/") && path !== "README.md") findings.warn(path, "is not a file that Tidemark writes", "Remove it in a commit of its own, or move it to the default branch.");
}
function readFact(graph, findings, { kind, path, text }) {
	try {
		const document = parseJsonDocument(kind.schema, text, path);
		graph.add(path, {
			kind,
			document,
			text,
			sha256: sha256(canonicalJson(document))
		});
		const belongs = kind.pathOf(document);
		const problems = [
			...storedJson(document) === text ? [] : ["is not in the stored form (sorted keys, two spaces, final newline)"],
			...belongs === path ? [] : [`says that it belongs at ${belongs}`],
			...kind.findProblems(document)
		];
		for (const problem of problems) findings.error(path, problem);
		if (problems.length === 0) findings.count(kind.name);
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		findings.error(path, describeError(error));
	}
}
/** An expected error with all its problems on one line. */
function describeError(error) {
	return [error.message, ...error.problems.map(describeProblem)].join("; ");
}
// packages/registry/src/overview/fact-reader.ts
/** Reads at once: enough to hide a network's delay. */
const usualReadsAtOnce = 16;
/** Reads facts for people: what cannot be read becomes a problem, and the others are shown. */
var FactReader = class {
	#ledger;
	#head;
	problems = [];
	constructor(ledger, head) {
		this.#ledger = ledger;
		this.#head = head;
	}
	report(path, message) {
		this.problems.push({
			path,
			message
		});
	}
	/** The document at a path; null with a problem where it is absent, malformed or about another model. */
	async read(schema, { path, model, at = this.#head }) {
		const text = await this.#ledger.read(path, at);
		if (text === null) {
			this.report(path, "is not there");
			return null;
		}
		try {
			const document = parseJsonDocument(schema, text, path);
			if (document.model === model) return document;
			this.report(path, `is about ${document.model}`);
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			this.report(path, describeError(error));
		}
		return null;
	}
	/** The readable documents at these paths, in their order. */
	async readAll(schema, model, paths) {
		return (await mapBounded(paths, (path) => this.read(schema, {
			path,
			model
		}), this.#ledger.readsAtOnce)).filter((document) => document !== null);
	}
};
/** As `Promise.all` over `map`, with a bound on how much happens at once. */
async function mapBounded(items, map, atOnce = usualReadsAtOnce) {
	const results = new Array(items.length);
	let next = 0;
	const work = async () => {
		for (let at = next++; at < items.length; at = next++) results[at] = await map(items[at]);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
	return results;
}
// packages/registry/src/overview/performance.ts
/** One check for each version's week, oldest first: that with the most labels. */
async function readPerformance(facts, model, { paths, most }) {
	const newest = [...paths].sort(compareText).slice(-most);
	if (newest.length < paths.length) facts.report(`models/${model}/performance`, `has ${paths.length} checks; the newest ${most} were read`);
	return newestChecks(await facts.readAll(PerformanceCheck, model, newest)).map(({ version, window, verdict, reason, statistics }) => ({
		version,
		start: window.start,
		verdict,
		reason,
		labelled: statistics.labelled,
		predictions: statistics.predictions,
		brier: statistics.metrics.brier.value,
		released: statistics.release.brier?.value ?? null,
		expected: statistics.expected?.brier ?? null
	}));
}
// packages/registry/src/overview/rollouts.ts
/** The last state of each rollout that the file's history tells, newest first. */
async function readRollouts({ ledger, facts, head }, model, { path, most }) {
	const commits = await ledger.history(path, head);
	if (commits.length === 0) commits.push(head);
	const read = new Map();
	const stateAt = (index) => {
		const known = read.get(index) ?? facts.read(RolloutState, {
			path,
			model,
			at: commits[index]
		});
		read.set(index, known);
		return known;
	};
	const states = [];
	let index = commits.length - 1;
	while (index >= 0 && states.length < most) {
		const state = await stateAt(index);
		if (state === null) {
			index--;
			continue;
		}
		if (state.canary.modelDigest !== state.champion.modelDigest) states.push(state);
		index = await lastBefore(state.seq, index, stateAt);
	}
	if (index >= 0) facts.report(path, `has older rollouts than the newest ${most}`);
	return states;
}
/**
* The newest commit before `index` whose state has a smaller seq, or −1. A rollout commits dozens of states and `seq` never
* goes back, so halving finds it in a few reads.
*/
async function lastBefore(seq, index, stateAt) {
	let [older, same] = [-1, index];
	while (same - older > 1) {
		const middle = older + same >> 1;
		const state = await stateAt(middle);
		if (state === null || state.seq >= seq) same = middle;
		else older = middle;
	}
	return older;
}
// packages/registry/src/overview/versions.ts
/** Manifests, oldest first, of the newest `most` versions; and how many older ones there are. */
async function readManifests(facts, model, { paths, most }) {
	const versions = [];
	for (const path of paths) {
		const name = path.slice(layout.versions(model).length + 1).replace(/\.json$/, "");
		if (Version.safeParse(name).success) versions.push(name);
		else facts.report(path, "is not named like a version");
	}
	versions.sort(compareVersions);
	const wanted = versions.slice(-most).map((version) => layout.version(model, version));
	return {
		manifests: await facts.readAll(VersionManifest, model, wanted),
		older: Math.max(0, versions.length - most)
	};
}
/** What became of each version; with what it came from for those in a channel, in a rollout, and the newest `lineages`. */
function describeVersions(facts, manifests, context) {
	const { channels, rollouts, events, lineages } = context;
	const running = rollouts.filter(({ phase }) => phase === "pending" || phase === "running" || phase === "holding");
	return mapBounded([...manifests.entries()], async ([index, manifest]) => {
		const { modelDigest, version } = manifest;
		const holding = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === modelDigest);
		const own = events.filter(({ subject }) => subject.modelDigest === modelDigest);
		const isCanary = running.some(({ canary }) => canary.modelDigest === modelDigest);
		const status = holding.length > 0 ? "live" : isCanary ? "canary" : statusOf(own);
		const isNear = status === "live" || status === "canary" || index >= manifests.length - lineages;
		return {
			manifest,
			status,
			channels: holding.map(({ channel }) => channel),
			publishedAt: own.find(({ type, subject }) => type === "version.published" && subject.version === version)?.at ?? null,
			lineage: isNear ? await readLineage(facts, manifest) : null
		};
	});
}
const statusAfter = {
	"version.published": "published",
	"promotion.requested": "proposed",
	"promotion.merged": "merged",
	"rollout.opened": "merged",
	"promotion.refused": "refused",
	"rollout.rolled-back": "rolled-back",
	"version.rolled-back": "rolled-back",
	"promotion.settled": "former",
	"version.retired": "retired"
};
/** What a version that is in no channel and no rollout is, as the newest of its events says; they come newest first. */
function statusOf(events) {
	for (const { type } of events) if (Object.hasOwn(statusAfter, type)) return statusAfter[type];
	return "pending";
}
/** The facts that a manifest names. */
async function readLineage(facts, manifest) {
	const { model } = manifest;
	const paths = (references) => references.map(({ path }) => path);
	const [run, evaluation, datasets, validations] = await Promise.all([
		facts.read(Run, {
			path: manifest.run.path,
			model
		}),
		facts.read(Evaluation, {
			path: manifest.evaluation.path,
			model
		}),
		facts.readAll(Dataset, model, paths(manifest.datasets)),
		facts.readAll(Validation, model, paths(manifest.validations))
	]);
	if (evaluation === null) return {
		run,
		evaluation,
		datasets,
		validations
	};
	const { statistics: _, ...decision } = evaluation;
	return {
		run,
		evaluation: decision,
		datasets,
		validations
	};
}
// packages/registry/src/overview/overview.ts
const defaultLimits = {
	versions: 500,
	lineages: 40,
	events: 1e4,
	rollouts: 20,
	windows: 106
};
/**
* Everything that the registry branch tells about its models, or about one, at its head. A model that is not there gives an
* overview without models. Facts that cannot be read are among `problems`; the verdict on them is `verifyRegistry`'s.
*/
async function readOverview(ledger, { model, limits = {} } = {}) {
	const head = await ledger.head();
	if (head === null) return {
		head,
		asOf: null,
		models: [],
		problems: []
	};
	const bounds = {
		...defaultLimits,
		...limits
	};
	const facts = new FactReader(ledger, head);
	const [files, tags] = await Promise.all([ledger.files(head), ledger.tags(model ?? "")]);
	const byModel = groupByModel(files);
	const names = [...byModel.keys()].filter((name) => model === void 0 || name === model).sort(compareText);
	const models = [];
	for (const name of names) models.push(await readModel({
		ledger,
		facts,
		head,
		tags,
		bounds
	}, name, byModel.get(name)));
	const times = models.flatMap(timesOf).sort();
	const problems = facts.problems.sort((a, b) => compareText(a.path, b.path) || compareText(a.message, b.message));
	return {
		head,
		asOf: times.at(-1) ?? null,
		models,
		problems
	};
}
async function readModel(reading, model, paths) {
	const { facts, tags, bounds } = reading;
	const events = await readEvents(facts, model, {
		paths: paths.events,
		most: bounds.events
	});
	const [channels, { manifests, older }, drift, performance, rollouts] = await Promise.all([
		readChannels(reading, model, {
			tags,
			events
		}),
		readManifests(facts, model, {
			paths: paths.versions,
			most: bounds.versions
		}),
		readDrift(facts, model, {
			paths: paths.drift,
			events,
			most: bounds.windows
		}),
		readPerformance(facts, model, {
			paths: paths.performance,
			most: bounds.windows
		}),
		Promise.all(paths.rollouts.map((path) => readRollouts(reading, model, {
			path,
			most: bounds.rollouts
		})))
	]);
	const newestFirst = rollouts.flat().sort((a, b) => compareText(b.openedAt, a.openedAt) || b.seq - a.seq);
	return {
		model,
		versions: await describeVersions(facts, manifests, {
			channels,
			rollouts: newestFirst,
			events,
			lineages: bounds.lineages
		}),
		olderVersions: older,
		channels,
		rollouts: newestFirst,
		drift,
		...performance.length > 0 ? { performance } : {},
		events
	};
}
function groupByModel(files) {
	const models = new Map();
	for (const path of files) {
		const { model = "", kind } = (/^models\/(?<model>[^/]+)\/(?<kind>versions|events|drift|performance)\/.+\.json$/.exec(path) ?? /^(?<kind>rollouts)\/[^/]+\/(?<model>[^/]+)\.json$/.exec(path))?.groups ?? {};
		if (kind === void 0 || !Name.safeParse(model).success) continue;
		const paths = models.get(model) ?? {
			versions: [],
			events: [],
			drift: [],
			performance: [],
			rollouts: []
		};
		paths[kind].push(path);
		models.set(model, paths);
	}
	return models;
}
function timesOf({ versions, rollouts, events }) {
	return [
		...events.slice(0, 1).map(({ at }) => at),
		...versions.map(({ manifest }) => manifest.registeredAt),
		...rollouts.map(({ updatedAt }) => updatedAt)
	];
}
// packages/registry/src/performance/evidence.ts
/** What does not fit between a check and the facts that it names. */
function findPerformanceProblems(check, { manifest, evaluation, baseline, previous }) {
	const { model, version, modelDigest, statistics } = check;
	const { pageHinkley, expected } = statistics;
	const from = pageHinkley?.from ?? null;
	const before = from === null ? {
		count: 0,
		mean: 0,
		sum: 0
	} : previous?.statistics.pageHinkley?.after;
	return [
		...manifest?.modelDigest === modelDigest ? [] : [`is about ${modelDigest}, which is not ${model} ${version}`],
		...manifest?.evaluation.path === layout.evaluation(model, check.evaluation) && evaluation !== null ? [] : [`holds ${version} against the decision ${check.evaluation}, which is not the one that it came in with`],
		...expected === null || baseline?.modelDigest === modelDigest ? [] : [`expects what the baseline ${expected.baseline} promises, which is none of ${version}`],
		...pageHinkley === null || canonicalJson(before ?? null) === canonicalJson(pageHinkley.before) && (previous === null || previous.modelDigest === modelDigest && previous.window.start < check.window.start) ? [] : [`goes on from a state of Page’s test that ${from === null ? "is not its beginning" : `the check ${from} does not end with`}`]
	];
}
/** Throws one `DIGEST_MISMATCH` with all that does not fit. `groundOf` finds what a check names. */
function assertPerformanceEvidence(checks, { model, policy, latest, groundOf, replay }) {
	const problems = checks.flatMap((check) => {
		const ground = groundOf(check);
		const replayed = ground.evaluation === null ? null : replay(check, ground.evaluation, ground.baseline);
		return [
			...check.model === model ? [] : [`is of ${check.model}`],
			...canonicalJson(check.policy) === canonicalJson(policy) ? [] : ["is not by the default branch’s policy"],
			...check.statistics.asOf <= latest ? [] : [`is as of ${check.statistics.asOf}, a day after ${latest}`],
			...findPerformanceProblems(check, ground),
			...replayed === null ? [] : [replayed]
		].map((message) => ({
			path: `performance of ${check.version} in the week of ${check.window.start}`,
			message
		}));
	});
	if (problems.length === 0) return;
	throw new TidemarkError("DIGEST_MISMATCH", "what was judged about performance does not fit together", {
		hint: "Run the workflow again from the judging job, without editing what travels between its jobs.",
		problems
	});
}
// packages/registry/src/performance/record-checks.ts
/** The version that answers in a channel, or null. */
async function readServedVersion({ ledger, reviews, policyRoot }, { model, channel }) {
	const state = await readChannelState(ledger, await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: await reviews.defaultBranch()
	}));
	return state === null ? null : readVersion(ledger, model, state.version, await ledger.head());
}
/** Where the event lies that says that these predictions and labels were judged by this policy. */
const judgedOutcomesEvent = (subject, { predictions, labels, policy }) => checkedEvent(subject, {
	dataset: digestOf({
		predictions,
		labels
	}),
	policy
});
/** Commits checks, and the event that says that these files were judged. Returns the commit. */
async function recordPerformance(registry, { subject, policy, files, checks }) {
	const { path, ...judged } = judgedOutcomesEvent(subject, {
		...files,
		policy
	});
	return append(registry, async () => {
		const event = await createEvent(registry, {
			...judged,
			...checks.length > 0 ? { reasons: checks.slice(0, 200).map(({ version, window, verdict }) => `performance of ${version} in ${window.start}: ${verdict}`) } : {}
		});
		const facts = checks.map((check) => ({
			path: performancePath(check),
			document: check
		}));
		const weeks = `${checks.length} week${checks.length === 1 ? "" : "s"}`;
		return {
			facts: [...facts, {
				path,
				document: event.document
			}],
			message: `Record performance of ${subject.model}: ${weeks} judged`
		};
	});
}
// packages/registry/src/queries/difference.ts
/** Compares two versions. What one of them lacks is null, never 0. */
function compareLineages(a, b) {
	const [runA, runB] = [a.lineage.run, b.lineage.run];
	const [judgedA, judgedB] = [a.lineage.evaluation, b.lineage.evaluation];
	const names = [...new Set([...Object.keys(runA?.parameters ?? {}), ...Object.keys(runB?.parameters ?? {})])].sort();
	const changed = names.filter((name) => runA?.parameters[name] !== runB?.parameters[name]);
	const holdout = (compared) => datasetOf(compared, compared.lineage.evaluation?.holdout.dataset);
	const training = (compared) => datasetOf(compared, compared.lineage.run?.data.dataset);
	return {
		metrics: metricNames(a, b).map((name) => {
			const [valueA, valueB] = [boundedOf(a, name), boundedOf(b, name)];
			return {
				name,
				a: valueA,
				b: valueB,
				difference: subtract(valueB?.value, valueA?.value)
			};
		}),
		isSameHoldout: judgedA !== null && judgedB !== null && judgedA.holdout.dataset === judgedB.holdout.dataset,
		paired: judgedB?.champion?.modelDigest === a.manifest.modelDigest ? pairedOf(b) : [],
		parameters: changed.map((name) => ({
			name,
			a: runA?.parameters[name] ?? null,
			b: runB?.parameters[name] ?? null
		})),
		unchangedParameters: names.length - changed.length,
		seed: {
			a: runA?.seed ?? null,
			b: runB?.seed ?? null
		},
		trainer: {
			a: trainerOf(runA),
			b: trainerOf(runB)
		},
		training: compareData(training(a), training(b)),
		holdout: compareData(holdout(a), holdout(b)),
		code: {
			a: a.manifest.source.sha,
			b: b.manifest.source.sha,
			repository: b.manifest.source.repository
		},
		signature: compareSignatures(a.manifest.signature, b.manifest.signature),
		isSameFeatures: runA === null || runB === null ? null : runA.data.features === runB.data.features && runA.data.trainingFeatures === runB.data.trainingFeatures,
		sizeBytes: {
			a: sizeOf(a),
			b: sizeOf(b)
		},
		latencyP95Ms: {
			a: judgedA?.challenger.latencyP95Ms ?? null,
			b: judgedB?.challenger.latencyP95Ms ?? null
		}
	};
}
function metricNames(a, b) {
	const known = [
		"roc_auc",
		"log_loss",
		"brier",
		"ece"
	];
	const names = new Set([...Object.keys(a.manifest.metrics), ...Object.keys(b.manifest.metrics)]);
	return [...known.filter((name) => names.has(name)), ...[...names].filter((name) => !known.includes(name)).sort()];
}
function boundedOf({ manifest, lineage }, name) {
	if (!Object.hasOwn(manifest.metrics, name)) return null;
	const judged = Object.entries(lineage.evaluation?.metrics ?? {}).find(([id]) => id === name)?.[1].challenger;
	return {
		value: manifest.metrics[name] ?? null,
		lower: judged?.lower ?? null,
		upper: judged?.upper ?? null
	};
}
function pairedOf({ lineage }) {
	return Object.entries(lineage.evaluation?.metrics ?? {}).map(([name, { champion, challenger }]) => ({
		name,
		a: champion?.value ?? null,
		b: challenger.value,
		difference: subtract(challenger.value, champion?.value)
	}));
}
const subtract = (b, a) => typeof a === "number" && typeof b === "number" ? b - a : null;
const trainerOf = (run) => run && `${run.trainer.name} ${run.trainer.version} (${run.executor})`;
/** Null for a container image, whose size no manifest tells. */
const sizeOf = ({ manifest }) => manifest.files.length === 0 ? null : manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
const datasetOf = ({ lineage }, digest) => lineage.datasets.find((dataset) => dataset.digest === digest) ?? null;
function compareData(a, b) {
	const before = new Map((a?.files ?? []).map((file) => [file.path, file.sha256]));
	const after = new Map((b?.files ?? []).map((file) => [file.path, file.sha256]));
	const added = [...after.keys()].filter((path) => !before.has(path));
	const removed = [...before.keys()].filter((path) => !after.has(path));
	const byBytes = new Map(added.map((path) => [after.get(path), path]));
	const renamed = removed.flatMap((from) => {
		const to = byBytes.get(before.get(from));
		return to !== void 0 && byBytes.delete(before.get(from)) ? [{
			from,
			to
		}] : [];
	});
	const moved = new Set(renamed.flatMap(({ from, to }) => [from, to]));
	const shared = [...after.keys()].filter((path) => before.has(path));
	const changed = shared.filter((path) => before.get(path) !== after.get(path));
	const columns = (dataset) => (dataset?.columns ?? []).map(({ name, type }) => `${name} ${type}`);
	const [columnsA, columnsB] = [new Set(columns(a)), new Set(columns(b))];
	return {
		digest: {
			a: a?.digest ?? null,
			b: b?.digest ?? null
		},
		rows: {
			a: a?.rows ?? null,
			b: b?.rows ?? null
		},
		files: {
			added: added.filter((path) => !moved.has(path)),
			removed: removed.filter((path) => !moved.has(path)),
			changed,
			renamed,
			unchanged: shared.length - changed.length
		},
		columns: {
			added: [...columnsB].filter((column) => !columnsA.has(column)),
			removed: [...columnsA].filter((column) => !columnsB.has(column))
		}
	};
}
// packages/registry/src/queries/models.ts
/** Each model, or those named, with what is in its channels now. */
async function summarizeModels(view, models) {
	await view.list(models, [
		"versions",
		"events",
		"drift"
	]);
	const summaries = [];
	for (const model of models) summaries.push(await summarize$1(view, model));
	return summaries;
}
async function summarize$1(view, model) {
	const versions = versionsOf(view, model);
	const [settled, told, rollouts] = await Promise.all([
		view.events(model, (type) => type === "promotion.settled"),
		view.events(model, (type) => type === "drift.detected" || type === "drift.resolved"),
		view.rollouts(model)
	]);
	const [channels, drift] = await Promise.all([readHeld(view, model, settled), readDrift(view.facts, model, {
		paths: newestWindow(view.paths(model, "drift")),
		events: told,
		most: 1
	})]);
	const canary = rollouts.find(isUnderWay);
	const newest = drift.at(-1);
	return {
		model,
		versions: versions.length,
		newest: versions.at(-1) ?? null,
		channels,
		canary: canary ? {
			version: canary.canary.version,
			channel: canary.channel,
			phase: canary.phase,
			weight: canary.weight
		} : null,
		drift: newest ? {
			window: windowName(newest),
			verdict: newest.verdict,
			reason: newest.reason
		} : null
	};
}
async function readHeld(view, model, settled) {
	const held = (await view.channels(model, settled)).flatMap(({ channel, tenures }) => tenures.slice(-1).map((tenure) => ({
		channel,
		...tenure
	})));
	return Promise.all(held.map(async (tenure) => {
		const path = layout.version(model, tenure.version);
		return {
			...tenure,
			metrics: (await view.facts.read(VersionManifest, {
				path,
				model
			}))?.metrics ?? {}
		};
	}));
}
/** Registered versions, oldest first, as the names of their files tell. */
function versionsOf(view, model) {
	const from = layout.versions(model).length + 1;
	return view.paths(model, "versions").map((path) => path.slice(from, -5)).filter((name) => Version.safeParse(name).success).map((version) => ({
		version,
		...parseVersion(version)
	})).sort((a, b) => a.major - b.major || a.minor - b.minor || a.patch - b.patch).map(({ version }) => version);
}
const isUnderWay = ({ phase }) => phase === "pending" || phase === "running" || phase === "holding";
/** Checks of the newest window; the paths sort by it. */
function newestWindow(paths) {
	const start = (path) => path.slice(path.lastIndexOf("/") + 1).slice(0, 10);
	const newest = paths.map(start).sort().at(-1);
	return paths.filter((path) => start(path) === newest);
}
// packages/registry/src/queries/registry-view.ts
/** Of one channel, in its history's file. */
const mostRollouts = 50;
/**
* The registry at one commit, of which only what a question needs is listed and read: a question about a channel reads the
* channel's events, however many versions there are.
*/
var RegistryView = class RegistryView {
	ledger;
	head;
	facts;
	/** By folder, of what was listed. */
	#paths = new Map();
	#eventPaths = new Map();
	#rollouts = [];
	#tags;
	/** One after the other, so that what one lists is there for the next. */
	#listing = Promise.resolve();
	constructor(ledger, head) {
		this.ledger = ledger;
		this.head = head;
		this.facts = new FactReader(ledger, head);
		this.#tags = ledger.tags("");
		this.#tags.catch(() => void 0);
	}
	/** The registry at its head; null where it has no branch yet. */
	static async open(ledger) {
		const head = await ledger.head();
		return head === null ? null : new RegistryView(ledger, head);
	}
	/** What could not be read so far, by path. */
	problems() {
		return this.facts.problems.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.message, b.message));
	}
	/** Names of the models, in order. */
	async models() {
		return (await this.ledger.list("models", this.head)).filter((entry) => entry.endsWith("/") && Name.safeParse(entry.slice(0, -1)).success).map((entry) => entry.slice(0, -1)).sort(compareText);
	}
	/** Lists these kinds of these models at once, for `paths` and what reads by them. */
	list(models, kinds) {
		const listing = this.#listing.then(() => this.#list(models, kinds));
		this.#listing = listing.catch(() => void 0);
		return listing;
	}
	async #list(models, kinds) {
		const wanted = models.flatMap((model) => kinds.map((kind) => folderOf(model, kind))).filter((folder) => !this.#paths.has(folder));
		if (wanted.length === 0) return;
		for (const folder of wanted) this.#paths.set(folder, []);
		const isFirst = this.#rollouts.length === 0;
		for (const path of await this.ledger.files(this.head, [...isFirst ? ["rollouts"] : [], ...wanted])) if (path.startsWith("rollouts/")) this.#rollouts.push(path);
		else this.#paths.get(path.slice(0, path.indexOf("/", path.indexOf("/", 7) + 1)))?.push(path);
	}
	/** Of a kind that was listed. */
	paths(model, kind) {
		const paths = this.#paths.get(folderOf(model, kind));
		if (paths === void 0) throw new Error(`${kind} of ${model} were not listed`);
		return paths;
	}
	/** A model's events of the types that are asked for, newest first; of those at the same second, the later step first. */
	events(model, isAsked = () => true) {
		const byType = this.#eventPaths.get(model) ?? Map.groupBy(this.paths(model, "events"), eventTypeOf);
		this.#eventPaths.set(model, byType);
		const paths = [...byType].flatMap(([type, ofType]) => isAsked(type) ? ofType : []);
		return readRecordedEvents(this.facts, model, paths);
	}
	/** What each channel held, and holds, of events that have all that were settled. */
	async channels(model, events) {
		return readChannels(this, model, {
			tags: await this.#tags,
			events
		});
	}
	/** The newest rollout of each channel, in its present state. */
	async rollouts(model) {
		return this.facts.readAll(RolloutState, model, this.#rolloutPaths(model));
	}
	/** The last state of each of a model's rollouts, newest first: reads the history of the branch. */
	async pastRollouts(model) {
		return (await Promise.all(this.#rolloutPaths(model).map((path) => readRollouts(this, model, {
			path,
			most: mostRollouts
		})))).flat().sort((a, b) => compareText(b.openedAt, a.openedAt) || b.seq - a.seq);
	}
	#rolloutPaths(model) {
		return this.#rollouts.filter((path) => path.endsWith(`/${model}.json`) && path.split("/").length === 3);
	}
};
const folderOf = (model, kind) => `models/${model}/${kind}`;
/** `models/m/events/aa/<id>-version.registered.json` → `version.registered`. */
const eventTypeOf = (path) => path.slice(path.lastIndexOf("/") + 66, -5);
// packages/registry/src/queries/run-filter/fields.ts
/** What every run has, or may have, by the name that a filter gives it. */
const ownFields = {
	id: {
		kind: "digest",
		read: ({ id }) => id
	},
	time: {
		kind: "time",
		read: ({ time }) => time
	},
	commit: {
		kind: "digest",
		read: ({ commit }) => commit
	},
	verdict: {
		kind: "text",
		read: ({ verdict }) => verdict
	},
	version: {
		kind: "version",
		read: ({ version }) => version
	},
	champion: {
		kind: "version",
		read: ({ champion }) => champion
	},
	digest: {
		kind: "digest",
		read: ({ modelDigest }) => modelDigest
	},
	dataset: {
		kind: "digest",
		read: ({ dataset }) => dataset
	},
	holdout: {
		kind: "digest",
		read: ({ holdout }) => holdout
	},
	files: {
		kind: "list",
		read: ({ files }) => files
	},
	rows: {
		kind: "number",
		read: ({ rows }) => rows
	},
	trainer: {
		kind: "text",
		read: ({ trainer }) => trainer
	},
	executor: {
		kind: "text",
		read: ({ executor }) => executor
	},
	seed: {
		kind: "number",
		read: ({ seed }) => seed
	},
	seconds: {
		kind: "number",
		read: ({ seconds }) => seconds
	}
};
/** `metrics` of the evaluation on the holdout, `training` as the trainer gave them, `params` of the run. */
const fieldGroups = [
	"metrics",
	"training",
	"params"
];
/** The field of a name; null where the name is neither an own field nor in a group. */
function fieldOf(name) {
	if (Object.hasOwn(ownFields, name)) return ownFields[name];
	const group = fieldGroups.find((each) => name.startsWith(`${each}.`));
	if (group === void 0) return null;
	const key = name.slice(group.length + 1);
	return {
		kind: group === "params" ? "any" : "number",
		read: (run) => Object.hasOwn(run[group], key) ? run[group][key] ?? null : null
	};
}
/** Names of the fields that these runs have, own ones first, groups in order. */
function knownFields(runs) {
	const grouped = fieldGroups.flatMap((group) => {
		return [...new Set(runs.flatMap((run) => Object.keys(run[group])))].sort().map((name) => `${group}.${/^[\w-]+(\.[\w-]+)*$/.test(name) ? name : JSON.stringify(name)}`);
	});
	return [...Object.keys(ownFields), ...grouped];
}
// packages/registry/src/queries/run-filter/tokens.ts
const longest = 2e3;
/** Longer alternatives first. */
const patterns = [
	["number", /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y],
	["name", /[A-Za-z_][\w-]*(?:\.[\w-]+)*(?:\.(?="|'))?/y],
	["text", /"(?:[^"]|"")*"|'(?:[^']|'')*'/y],
	["symbol", /<=|>=|!=|==|<>|[=<>(),]/y]
];
/** The words, numbers and signs of a filter, with an `end` after them. Throws `INPUT_INVALID` with the column. */
function readTokens(filter) {
	if (filter.length > longest) throw new TidemarkError("INPUT_INVALID", `the filter has ${filter.length} characters, at most ${longest} are read`, { hint: "Say it shorter: `in (…)` stands for many comparisons with =." });
	const tokens = [];
	let at = 0;
	while (at < filter.length) {
		if (/\s/.test(filter[at])) {
			at++;
			continue;
		}
		const token = readToken(filter, at);
		const last = tokens.at(-1);
		if (last?.kind === "name" && last.text.endsWith(".") && token.kind === "text") tokens[tokens.length - 1] = {
			...last,
			text: last.text + unquote(token.text)
		};
		else tokens.push({
			...token,
			text: token.kind === "text" ? unquote(token.text) : token.text
		});
		at += token.text.length;
	}
	return [...tokens, {
		kind: "end",
		text: "",
		at: filter.length
	}];
}
/** A problem with a filter: what is wrong, and the filter with a mark where. */
function filterError(filter, at, { message, hint }) {
	const [before, after] = [filter.slice(Math.max(0, at - 40), at), filter.slice(at, at + 40)];
	const shown = `${at > 40 ? "…" : ""}${before}▸${after}${at + 40 < filter.length ? "…" : ""}`;
	return new TidemarkError("INPUT_INVALID", `column ${at + 1}: ${message}: ${shown}`, { hint });
}
function readToken(filter, at) {
	for (const [kind, pattern] of patterns) {
		pattern.lastIndex = at;
		const found = pattern.exec(filter);
		if (found) return {
			kind,
			text: found[0],
			at
		};
	}
	const character = filter[at];
	if (character === "\"" || character === "'") throw filterError(filter, at, {
		message: "this text does not end",
		hint: `Close it with another ${character}.`
	});
	throw filterError(filter, at, {
		message: `${JSON.stringify(String.fromCodePoint(filter.codePointAt(at)))} means nothing here`,
		hint: "Write comparisons such as metrics.roc_auc > .66 and trainer = 'boosted', with ( ) around parts."
	});
}
/** A quote inside is doubled. */
function unquote(text) {
	const quote = text[0];
	return text.slice(1, -1).replaceAll(quote + quote, quote);
}
// packages/registry/src/queries/run-filter/match.ts
/** Fields that an error lists. */
const mostListed = 40;
/**
* Whether a run is as a filter asks. What a run does not have is unknown, and so is what rests on it: neither a comparison nor
* its `not` matches (Kleene's logic), only `is missing` does.
*/
function matchesRun(filter, run) {
	return judge(filter, run) === true;
}
/**
* Proves that a filter asks for what these runs can answer: fields that some run has, values of a kind that fits them. Throws
* `INPUT_INVALID` with the column, and with the fields there are.
*/
function checkFilter(filter, { text, runs }) {
	if ("parts" in filter) for (const part of filter.parts) checkFilter(part, {
		text,
		runs
	});
	else if ("part" in filter) checkFilter(filter.part, {
		text,
		runs
	});
	else {
		if (!isKnown(filter.field, runs)) throw filterError(text, filter.at, {
			message: `no run has a field ${filter.field}`,
			hint: `There are ${listFields(runs)}.`
		});
		if (filter.kind === "compare") checkComparison(filter, {
			text,
			runs
		});
	}
}
/** Throws `INPUT_INVALID` where no run has the field that runs are to be sorted by. */
function checkField(name, runs) {
	if (isKnown(name, runs)) return;
	throw new TidemarkError("INPUT_INVALID", `no run has a field ${name}`, { hint: `There are ${listFields(runs)}.` });
}
/** Runs in the order of a field, those without it last; of equal ones, the newest first. */
function sortRuns(runs, { field: name, isAscending }) {
	const field = fieldOf(name);
	const direction = isAscending ? 1 : -1;
	const newest = (a, b) => Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1);
	return runs.toSorted((a, b) => {
		const [x, y] = [field?.read(a) ?? null, field?.read(b) ?? null];
		if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || newest(a, b);
		return direction * order(field?.kind ?? "any", x, y) || newest(a, b);
	});
}
function listFields(runs) {
	const known = knownFields(runs);
	const more = known.length - mostListed;
	return known.slice(0, mostListed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function isKnown(name, runs) {
	if (Object.hasOwn(ownFields, name)) return true;
	const group = fieldGroups.find((each) => name.startsWith(`${each}.`));
	if (group === void 0) return false;
	return runs.length === 0 || runs.some((run) => Object.hasOwn(run[group], name.slice(group.length + 1)));
}
const hasOrder = [
	"number",
	"time",
	"version",
	"any"
];
function checkComparison({ field: name, at, operator, literals }, { text, runs }) {
	const field = fieldOf(name);
	const { kind } = field;
	if ((operator.startsWith("<") || operator.startsWith(">")) && !hasOrder.includes(kind)) throw filterError(text, at, {
		message: `${name} has no order`,
		hint: "Compare it with =, != or in."
	});
	if (operator === "contains" && kind !== "text" && kind !== "list" && kind !== "any") throw filterError(text, at, {
		message: `${name} is no text that contains others`,
		hint: "Compare it with =, or < and >."
	});
	for (const literal of literals) {
		const expected = expectation(kind, literal, operator);
		if (expected !== null) throw filterError(text, literal.at, {
			message: `${name} is compared with ${expected}`,
			hint: example(kind, name)
		});
		if (kind === "any" && runs.length > 0 && !runs.some((run) => typeof field.read(run) === typeof literal.value)) {
			const found = typeof runs.map(field.read).find((value) => value !== null);
			const word = found === "string" ? "texts, in quotes" : found === "boolean" ? "true or false" : "numbers";
			throw filterError(text, literal.at, {
				message: `${name} holds ${word}`,
				hint: "Compare it with such a value."
			});
		}
	}
}
/** What a value should have been; null where it fits. */
function expectation(kind, { value }, operator) {
	const isText = typeof value === "string";
	switch (kind) {
		case "number": return typeof value === "number" ? null : "a number";
		case "digest": return isText && /^[0-9a-f]{4,64}$/.test(value) ? null : "the first digits of a digest, at least 4, in quotes";
		case "version": return isText && Version.safeParse(value).success ? null : "a version, in quotes";
		case "time": return isText && timePattern.test(value) && !Number.isNaN(Date.parse(value)) ? null : "a time in UTC, in quotes";
		case "any": return operator === "contains" && !isText ? "a text, in quotes" : null;
		default: return isText ? null : "a text, in quotes";
	}
}
const timePattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/;
function example(kind, name) {
	if (kind === "digest") return `Such as ${name} = '07bc0775'.`;
	if (kind === "version") return `Such as ${name} >= '1.2.0'.`;
	if (kind === "time") return `Such as ${name} >= '2001-05-01' or '2001-05-01T08:00Z'.`;
	return kind === "number" ? `Such as ${name} > 0.5.` : `Such as ${name} = 'pass'.`;
}
function judge(filter, run) {
	switch (filter.kind) {
		case "and":
		case "or": {
			const decisive = filter.kind === "or";
			const verdicts = filter.parts.map((part) => judge(part, run));
			return verdicts.includes(decisive) ? decisive : verdicts.includes(null) ? null : !decisive;
		}
		case "not": {
			const verdict = judge(filter.part, run);
			return verdict === null ? null : !verdict;
		}
		case "missing": return (fieldOf(filter.field)?.read(run) ?? null) === null;
		case "compare": {
			const field = fieldOf(filter.field);
			const value = field?.read(run) ?? null;
			if (field === null || value === null) return null;
			const verdicts = filter.literals.map((literal) => compare(field.kind, filter.operator, value, literal.value));
			return verdicts.includes(true) ? true : verdicts.includes(null) ? null : false;
		}
	}
}
function compare(kind, operator, value, literal) {
	if (operator === "contains") {
		if (typeof literal !== "string") return null;
		if (typeof value === "string") return value.includes(literal);
		return typeof value === "object" ? value.some((each) => each.includes(literal)) : null;
	}
	if (typeof value === "object") {
		const isAmong = value.some((each) => each === literal);
		return operator === "=" ? isAmong : operator === "!=" ? !isAmong : null;
	}
	if (typeof value !== typeof literal) return null;
	if (operator === "=" || operator === "!=") return isEqual(kind, value, literal) === (operator === "=");
	if (typeof value === "boolean") return null;
	const sign = order(kind, value, literal);
	return operator === "<" ? sign < 0 : operator === "<=" ? sign <= 0 : operator === ">" ? sign > 0 : sign >= 0;
}
/** A digest by its first digits, a time by its day where only the day is given. */
function isEqual(kind, value, literal) {
	if (kind === "digest" || kind === "time" && String(literal).length === 10) return String(value).startsWith(String(literal));
	return kind === "time" ? Date.parse(String(value)) === Date.parse(String(literal)) : value === literal;
}
function order(kind, a, b) {
	if (typeof a === "number" && typeof b === "number") return a - b;
	if (kind === "time") return Date.parse(String(a)) - Date.parse(String(b));
	if (kind === "version") return compareVersions(String(a), String(b));
	const [x, y] = [String(a), String(b)];
	return x < y ? -1 : x > y ? 1 : 0;
}
// packages/registry/src/queries/run-filter/parse.ts
/** Far deeper than people nest, far shallower than what recursion can take. */
const deepest = 50;
const symbols = {
	"=": "=",
	"==": "=",
	"!=": "!=",
	"<>": "!=",
	"<": "<",
	"<=": "<=",
	">": ">",
	">=": ">="
};
const keywords = new Set([
	"and",
	"or",
	"not",
	"in",
	"is",
	"missing",
	"contains",
	"true",
	"false"
]);
/**
* Reads a filter of runs: comparisons of a field with a value (`= != < <= > >=`, `in (…)`, `contains`, `is missing`), joined by
* `and`, `or`, `not` and parentheses; `and` binds before `or`. Throws `INPUT_INVALID` with the column.
*/
function parseFilter(filter) {
	return new Parser(filter).parse();
}
var Parser = class {
	#filter;
	#tokens;
	#next = 0;
	constructor(filter) {
		this.#filter = filter;
		this.#tokens = readTokens(filter);
	}
	parse() {
		const filter = this.#alternatives(0);
		if (this.#token.kind !== "end") throw this.#unexpected("and, or, or the end");
		return filter;
	}
	#alternatives(depth) {
		const parts = [this.#conjunction(depth)];
		while (this.#takeWord("or")) parts.push(this.#conjunction(depth));
		return parts.length === 1 ? parts[0] : {
			kind: "or",
			parts
		};
	}
	#conjunction(depth) {
		const parts = [this.#term(depth)];
		while (this.#takeWord("and")) parts.push(this.#term(depth));
		return parts.length === 1 ? parts[0] : {
			kind: "and",
			parts
		};
	}
	#term(depth) {
		if (depth > deepest) throw filterError(this.#filter, this.#token.at, {
			message: `this nests deeper than ${deepest} levels`,
			hint: "Take parentheses and `not` away that change nothing."
		});
		if (this.#takeWord("not")) return {
			kind: "not",
			part: this.#term(depth + 1)
		};
		if (!this.#takeSymbol("(")) return this.#comparison();
		const inner = this.#alternatives(depth + 1);
		if (!this.#takeSymbol(")")) throw this.#unexpected("and, or, or )");
		return inner;
	}
	#comparison() {
		const { text: field, at } = this.#field();
		if (this.#takeWord("is")) {
			const isNegated = this.#takeWord("not");
			if (!this.#takeWord("missing")) throw this.#unexpected("missing");
			const missing = {
				kind: "missing",
				field,
				at
			};
			return isNegated ? {
				kind: "not",
				part: missing
			} : missing;
		}
		const isNegated = this.#takeWord("not");
		const wrong = this.#token;
		const found = this.#operator();
		if (found === null || isNegated && found !== "in" && found !== "contains") throw this.#unexpected(isNegated ? "in or contains" : "a comparison such as =, <, in or contains", wrong);
		const comparison = {
			kind: "compare",
			field,
			at,
			operator: found === "in" ? "=" : found,
			literals: found === "in" ? this.#list() : [this.#literal()]
		};
		return isNegated ? {
			kind: "not",
			part: comparison
		} : comparison;
	}
	#field() {
		const token = this.#token;
		if (token.kind !== "name" || keywords.has(token.text.toLowerCase()) || token.text.endsWith(".")) throw this.#unexpected("a field such as metrics.roc_auc, params.trees or verdict");
		this.#next++;
		return token;
	}
	#operator() {
		const { kind, text } = this.#token;
		if (kind === "symbol" && Object.hasOwn(symbols, text)) {
			this.#next++;
			return symbols[text];
		}
		if (this.#takeWord("in")) return "in";
		return this.#takeWord("contains") ? "contains" : null;
	}
	#list() {
		if (!this.#takeSymbol("(")) throw this.#unexpected("( and the values");
		const literals = [this.#literal()];
		while (this.#takeSymbol(",")) literals.push(this.#literal());
		if (!this.#takeSymbol(")")) throw this.#unexpected(", or )");
		return literals;
	}
	#literal() {
		const { kind, text, at } = this.#token;
		const word = kind === "name" ? text.toLowerCase() : "";
		const value = kind === "text" ? text : kind === "number" ? Number(text) : word === "true" || word === "false" ? word === "true" : null;
		if (value === null) throw this.#unexpected(word === "" || keywords.has(word) ? "a value" : "a value; a text has quotes");
		if (typeof value === "number" && !Number.isFinite(value)) throw this.#unexpected("a number that is finite");
		this.#next++;
		return {
			value,
			at
		};
	}
	get #token() {
		return this.#tokens[this.#next];
	}
	#takeWord(word) {
		const { kind, text } = this.#token;
		const isIt = kind === "name" && text.toLowerCase() === word;
		if (isIt) this.#next++;
		return isIt;
	}
	#takeSymbol(symbol) {
		const { kind, text } = this.#token;
		const isIt = kind === "symbol" && text === symbol;
		if (isIt) this.#next++;
		return isIt;
	}
	#unexpected(expected, { kind, text, at } = this.#token) {
		const found = kind === "end" ? "the end" : JSON.stringify(text.slice(0, 40));
		return filterError(this.#filter, at, {
			message: `expected ${expected}, found ${found}`,
			hint: "A filter reads like metrics.roc_auc > .66 and (params.trees = 100 or verdict in ('pass', 'fail'))."
		});
	}
};
// packages/registry/src/queries/runs.ts
/** A model's runs, newest first. `withFiles` reads their datasets too. */
async function readRuns(view, { model, withFiles }) {
	await view.list([model], [
		"runs",
		"evaluations",
		"versions",
		"events"
	]);
	const [runs, evaluations, manifests, events] = await Promise.all([
		view.facts.readAll(Run, model, view.paths(model, "runs")),
		view.facts.readAll(Evaluation, model, view.paths(model, "evaluations")),
		view.facts.readAll(VersionManifest, model, versionsOf(view, model).map((version) => layout.version(model, version))),
		view.events(model, (type) => type === "gate.failed" || type === "version.registered")
	]);
	const files = withFiles ? await readFiles(view, model, runs) : null;
	const judged = newestByRun(evaluations, events);
	const versions = new Map(manifests.map(({ modelDigest, version }) => [modelDigest, version]));
	return runs.map((run) => summarize(run, {
		evaluation: judged.get(run.id),
		versions,
		files
	})).sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? -1 : 1));
}
function summarize(run, { evaluation, versions, files }) {
	const metrics = Object.entries(evaluation?.metrics ?? {}).map(([name, { challenger }]) => [name, challenger.value]);
	return {
		id: run.id,
		time: run.source.committedAt,
		commit: run.source.sha,
		executor: run.executor,
		trainer: `${run.trainer.name} ${run.trainer.version}`,
		seed: run.seed,
		params: run.parameters,
		training: run.metrics,
		metrics: Object.fromEntries(metrics),
		evaluation: evaluation?.id ?? null,
		verdict: evaluation?.verdict ?? null,
		champion: evaluation?.champion?.version ?? null,
		version: versions.get(run.output.modelDigest) ?? null,
		modelDigest: run.output.modelDigest,
		dataset: run.data.dataset,
		holdout: evaluation?.holdout.dataset ?? null,
		files: files?.get(run.data.dataset) ?? null,
		rows: run.data.acceptedRows,
		seconds: run.trainingSeconds
	};
}
/** Of several evaluations of a run, the one that an event tells of last; of those that none tells of, any, but always the same. */
function newestByRun(evaluations, events) {
	const toldAt = new Map(events.map(({ cause, at }) => [cause, at]));
	const rank = ({ id }) => `${toldAt.get(id) ?? ""} ${id}`;
	const newest = new Map();
	for (const evaluation of evaluations) {
		const other = newest.get(evaluation.run);
		if (other === void 0 || rank(other) < rank(evaluation)) newest.set(evaluation.run, evaluation);
	}
	return newest;
}
async function readFiles(view, model, runs) {
	const digests = [...new Set(runs.map(({ data }) => data.dataset))];
	const datasets = await view.facts.readAll(Dataset, model, digests.map((digest) => layout.dataset(model, digest)));
	return new Map(datasets.map(({ digest, files }) => [digest, files.map(({ path }) => path)]));
}
// packages/registry/src/queries/story.ts
/** Registrations whose manifests are read. */
const mostExplained = 200;
/** What happened to a model, newest first. `besides` is what is known from elsewhere, and filtered and told with it. */
async function readStory(view, { model, filter = {}, besides = [] }) {
	await view.list([model], ["events"]);
	const isOfType = (type) => filter.types === void 0 || filter.types.some((each) => type === each || type.startsWith(`${each}.`));
	const wantsSteps = [
		"rollout.started",
		"rollout.advanced",
		"rollout.held"
	].some(isOfType);
	const [events, rollouts] = await Promise.all([view.events(model, isOfType), wantsSteps || isOfType("rollout.rolled-back") ? view.pastRollouts(model) : []]);
	return {
		entries: await explainNumbers(view, model, sortStory([...[...besides, ...rollouts.flatMap(stepsOf)].filter(({ type }) => isOfType(type)), ...events.map(ofEvent)].filter((entry) => isAsked(entry, filter)))),
		rollouts
	};
}
/** The newest registrations with why the version has its number, which its manifest tells. */
async function explainNumbers(view, model, entries) {
	const paths = entries.filter(({ type }) => type === "version.registered").slice(0, mostExplained).flatMap(({ version }) => version === null ? [] : [layout.version(model, version)]);
	const manifests = await view.facts.readAll(VersionManifest, model, paths);
	const bumps = new Map(manifests.map(({ modelDigest, bump }) => [modelDigest, bump]));
	return entries.map((entry) => {
		const bump = entry.type === "version.registered" ? bumps.get(entry.modelDigest) : void 0;
		return bump ? {
			...entry,
			reasons: [describeBump(bump)]
		} : entry;
	});
}
function isAsked(entry, { channel, version, modelDigest, since, until }) {
	const at = Date.parse(entry.at);
	return (channel === void 0 || entry.channel === channel) && (version === void 0 || entry.version === version) && (modelDigest === void 0 || entry.modelDigest === modelDigest) && (since === void 0 || at >= Date.parse(since)) && (until === void 0 || at < Date.parse(until));
}
/** Why a version has its number: `minor: features query; seed: 7 → 8`. */
const describeBump = ({ kind, reasons }) => (kind === "first" ? "" : `${kind}: `) + reasons.join("; ");
/** Newest first. A step is decided a moment before its commit, and so before the event of the opening that it follows. */
function sortStory(entries) {
	const rolloutOf = ({ channel, seq }) => `${channel} ${seq}`;
	const opened = new Map(entries.filter(({ type }) => type === "rollout.opened").map((entry) => [rolloutOf(entry), Date.parse(entry.at)]));
	return entries.map((entry) => {
		const at = Date.parse(entry.at);
		return {
			entry,
			at: entry.actor === null ? Math.max(at, opened.get(rolloutOf(entry)) ?? at) : at
		};
	}).sort((a, b) => b.at - a.at).map(({ entry }) => entry);
}
function ofEvent(event) {
	const { at, type, subject, previous = null, actor, approvedBy = [], reasons = [], cause } = event;
	return {
		at,
		type,
		version: subject.version ?? null,
		modelDigest: subject.modelDigest,
		channel: subject.channel ?? null,
		seq: subject.seq ?? null,
		previous,
		isReturn: isReturnEvent(event),
		weight: null,
		actor,
		approvedBy,
		pullRequest: event.pullRequest ?? null,
		issue: event.issue ?? null,
		reasons,
		cause,
		runUrl: event.runUrl ?? null
	};
}
/** Opening, promotion and roll-back have events of their own. */
const steps = {
	start: "rollout.started",
	advance: "rollout.advanced",
	hold: "rollout.held"
};
function stepsOf(rollout) {
	const { canary, champion, channel, seq, history } = rollout;
	return history.filter(({ action }) => Object.hasOwn(steps, action)).map(({ at, action, weight, reason }) => ({
		at,
		type: steps[action],
		version: canary.version,
		modelDigest: canary.modelDigest,
		channel,
		seq,
		previous: champion,
		isReturn: false,
		weight,
		actor: null,
		approvedBy: [],
		pullRequest: null,
		issue: null,
		reasons: [reason],
		cause: null,
		runUrl: null
	})).reverse();
}
// packages/registry/src/queries/versions.ts
/** A model's newest `most` versions, newest first, with what became of them; and how many older ones there are. */
async function readVersions(view, { model, most }) {
	await view.list([model], ["versions", "events"]);
	const known = versionsOf(view, model);
	const wanted = known.slice(-most).reverse();
	return {
		versions: await summarizeVersions(view, await view.facts.readAll(VersionManifest, model, wanted.map((version) => layout.version(model, version)))),
		older: known.length - wanted.length
	};
}
/** What became of versions of one model, of which versions and events were listed. */
async function summarizeVersions(view, manifests) {
	const model = manifests[0]?.model;
	if (model === void 0) return [];
	const [events, published, rollouts] = await Promise.all([
		view.events(model, tellsStatus),
		readPublished(view, manifests),
		view.rollouts(model)
	]);
	const channels = await view.channels(model, events);
	const byDigest = Map.groupBy(events, ({ subject }) => subject.modelDigest);
	return manifests.map((manifest) => {
		const { modelDigest } = manifest;
		const publication = published.get(modelDigest);
		const own = [...byDigest.get(modelDigest) ?? [], ...publication ? [publication] : []];
		const holding = channels.filter(({ tenures }) => tenures.at(-1)?.modelDigest === modelDigest);
		const canary = rollouts.find((each) => isUnderWay(each) && each.canary.modelDigest === modelDigest);
		const status = holding.length > 0 ? "live" : canary ? "canary" : statusOf(own);
		return {
			manifest,
			status,
			since: (status === "former" ? endOf(channels, modelDigest) : void 0) ?? holding[0]?.tenures.at(-1)?.since ?? canary?.openedAt ?? own.find((event) => statusOf([event]) === status)?.at ?? manifest.registeredAt,
			channels: holding.map(({ channel }) => channel),
			publishedAt: publication?.at ?? null
		};
	});
}
/** Types that change what a version is; those of each version's own registration are looked up, since there are as many as versions. */
const tellsStatus = (type) => !/^(drift|retraining|gate)\./.test(type) && type !== "version.registered" && type !== "version.published";
/** When the newest of its times in a channel ended. */
function endOf(channels, modelDigest) {
	return channels.flatMap((channel) => channel.tenures).filter((tenure) => tenure.modelDigest === modelDigest).map(({ until }) => until ?? "").sort().at(-1);
}
/** The events of publication by model digest: their ids follow from the manifests alone. */
async function readPublished(view, manifests) {
	const listed = new Set(manifests.flatMap(({ model }) => view.paths(model, "events")));
	const paths = manifests.map((manifest) => publicationPath(manifest)).filter((path) => listed.has(path));
	const events = await view.facts.readAll(RecordedEvent, manifests[0]?.model ?? "", paths);
	return new Map(events.map((event) => [event.subject.modelDigest, event]));
}
function publicationPath(manifest) {
	const { model, version, modelDigest } = manifest;
	const type = "version.published";
	const id = eventId({
		type,
		subject: {
			version,
			modelDigest
		},
		cause: referTo("", manifest).sha256
	});
	return layout.event(model, id, type);
}
// packages/registry/src/queries/trace.ts
/** Newer versions that are looked at for children, and windows for those that were judged by it. */
const mostNewer = 1e3;
const mostWindows = 106;
/** Null where the model has no such version. */
async function traceVersion(view, { model, version }) {
	await view.list([model], [
		"versions",
		"events",
		"drift"
	]);
	const versions = versionsOf(view, model);
	if (!versions.includes(version)) return null;
	const manifest = await view.facts.read(VersionManifest, {
		path: layout.version(model, version),
		model
	});
	if (manifest === null) return null;
	const { modelDigest } = manifest;
	const [summaries, lineage, children, channels, rollouts, checks, events] = await Promise.all([
		summarizeVersions(view, [manifest]),
		readLineage(view.facts, manifest),
		readChildren(view, manifest, versions),
		view.events(model, (type) => type === "promotion.settled").then((settled) => view.channels(model, settled)),
		view.pastRollouts(model),
		view.events(model, (type) => type.startsWith("drift.")).then((told) => readDrift(view.facts, model, {
			paths: view.paths(model, "drift"),
			events: told,
			most: mostWindows
		})),
		view.events(model, (type) => !type.startsWith("drift.") && !type.startsWith("retraining."))
	]);
	return {
		...summaries[0],
		lineage,
		children,
		tenures: channels.flatMap(({ channel, tenures }) => tenures.filter((tenure) => tenure.modelDigest === modelDigest).map((tenure) => ({
			channel,
			...tenure
		}))),
		rollouts: rollouts.filter(({ canary }) => canary.modelDigest === modelDigest),
		drift: checks.filter((check) => check.modelDigest === modelDigest),
		events: events.filter(({ subject }) => subject.modelDigest === modelDigest)
	};
}
async function readChildren(view, { model, version, modelDigest }, versions) {
	const newer = versions.filter((each) => compareVersions(each, version) > 0);
	if (newer.length > mostNewer) view.facts.report(layout.versions(model), `holds ${newer.length} newer versions; ${mostNewer} were looked at for what follows ${version}`);
	const paths = newer.slice(0, mostNewer).map((each) => layout.version(model, each));
	return (await view.facts.readAll(VersionManifest, model, paths)).filter(({ parent }) => parent?.modelDigest === modelDigest).map((child) => ({
		version: child.version,
		modelDigest: child.modelDigest
	}));
}
/** A version and where it came from, to be compared; null where the model has no such version. */
async function readCompared(view, { model, version }) {
	await view.list([model], ["versions"]);
	const manifest = versionsOf(view, model).includes(version) ? await view.facts.read(VersionManifest, {
		path: layout.version(model, version),
		model
	}) : null;
	return manifest && {
		manifest,
		lineage: await readLineage(view.facts, manifest)
	};
}
// packages/registry/src/queries/which.ts
/**
* What a model's channel held at a time; null as time is now. Null as answer where there is no such channel. The tag of what it
* held is proven; one that does not fit is among the view's problems.
*/
async function askChannel(view, { model, channel, at }) {
	await view.list([model], ["events"]);
	const events = await view.events(model, (type) => type === "promotion.settled" || at !== null && tellsRollout.has(type));
	const tenures = (await view.channels(model, events)).find((each) => each.channel === channel)?.tenures;
	if (tenures === void 0) return null;
	const index = at === null ? tenures.length - 1 : tenures.findLastIndex(({ since }) => isUntil(since, at));
	const tenure = tenures[index];
	const own = events.filter(({ subject }) => subject.channel === channel);
	return {
		model,
		channel,
		held: tenure ? await describeHeld(view, {
			model,
			channel,
			tenure,
			events: own,
			isNewest: index === tenures.length - 1
		}) : null,
		before: tenures[index - 1] ?? null,
		after: tenures[index + 1] ?? null,
		canary: await findCanary(view, {
			model,
			channel,
			at,
			events: own
		})
	};
}
/** Names of the channels that a model has, or had. */
async function channelsOf(view, model) {
	await view.list([model], ["events"]);
	const events = await view.events(model, (type) => type === "promotion.settled");
	return (await view.channels(model, events)).map(({ channel }) => channel);
}
const tellsRollout = new Set(["rollout.opened", "rollout.rolled-back"]);
async function describeHeld(view, { model, channel, tenure, events, isNewest }) {
	if (!isNewest) await proveTenure(view, {
		model,
		channel,
		tenure
	});
	const event = events.find(({ type, at, subject }) => type === "promotion.settled" && at === tenure.since && subject.modelDigest === tenure.modelDigest);
	const manifest = await view.facts.read(VersionManifest, {
		path: layout.version(model, tenure.version),
		model
	});
	return {
		...tenure,
		settledBy: event?.actor ?? "",
		mergeSha: event?.mergeSha ?? null,
		runUrl: event?.runUrl ?? null,
		manifest,
		lineage: manifest && await readLineage(view.facts, manifest)
	};
}
/** The rollout that was under way then. The history of the branch is read only where there was one that is over. */
async function findCanary(view, { model, channel, at, events }) {
	const newest = (await view.rollouts(model)).find((state) => state.channel === channel);
	if (at === null) return newest && isUnderWay(newest) ? shareOf(newest, newest.weight) : null;
	const happened = events.filter((event) => isUntil(event.at, at));
	const seq = happened.find(({ type }) => type === "rollout.opened")?.subject.seq;
	if (seq === void 0) return null;
	if (happened.some(({ type, subject }) => type !== "rollout.opened" && (subject.seq ?? 0) >= seq)) return null;
	const isIt = (state) => state.channel === channel && state.seq === seq;
	const state = newest && isIt(newest) ? newest : (await view.pastRollouts(model)).find(isIt);
	const step = state?.history.findLast((each) => isUntil(each.at, at));
	return state ? shareOf(state, step?.weight ?? 0) : null;
}
const shareOf = ({ canary, seq }, weight) => ({
	version: canary.version,
	seq,
	weight
});
/** Whether a moment is not after another: times may be written with or without milliseconds. */
const isUntil = (moment, at) => Date.parse(moment) <= Date.parse(at);
// packages/registry/src/repair/step.ts
/** In the order in which they are done: what finishes comes before what removes. */
const stepKinds = [
	"restore-digest-entry",
	"publish-version",
	"settle-channel",
	"close-proposal",
	"delete-branch",
	"remove-draft",
	"retire-version"
];
/** A step for people, as something to do. */
function describeStep(step) {
	switch (step.kind) {
		case "restore-digest-entry": return `write the by-digest entry of ${step.model} ${step.version} again`;
		case "publish-version": return `finish the registration of ${step.model} ${step.version}`;
		case "settle-channel": return `settle seq ${step.seq} of ${step.channel} for ${step.model}`;
		case "close-proposal": return `close pull request #${step.pullRequest} and remove its branch`;
		case "delete-branch": return `remove the branch ${step.branch}`;
		case "remove-draft": return `remove the draft release ${step.release} (${step.tag})`;
		case "retire-version": return `retire ${step.model} ${step.version}: drop its assets, keep its manifest`;
	}
}
// packages/registry/src/repair/plan.ts
/**
* What a repair does about these problems, in order. It touches nothing that was forged or rewritten: a fact with an error that
* no step repairs keeps all its problems for a person, and a branch whose history was rewritten gets no step at all.
*/
function planRepair(problems) {
	const doubtful = new Set(problems.filter(({ severity, repair }) => severity === "error" && repair === void 0).map(({ path }) => path));
	const isRepairable = ({ path, repair }) => repair !== void 0 && !doubtful.has(path) && !doubtful.has("registry branch");
	const steps = problems.filter(isRepairable).flatMap(({ repair }) => repair ?? []);
	return {
		steps: [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()].toSorted((a, b) => stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind)),
		left: problems.filter((problem) => !isRepairable(problem))
	};
}
// packages/registry/src/repair/result.ts
const done = (detail) => ({
	outcome: "done",
	detail
});
const unneeded = (detail) => ({
	outcome: "unneeded",
	detail
});
const left = (detail, remedy) => ({
	outcome: "left",
	detail,
	remedy
});
// packages/registry/src/retention/retire.ts
/**
* Writes `version.retired`, then removes the assets that the manifest names. The event comes first, and every promotion that is
* checked after it is refused; before assets go, what is wanted is read again. Harmless to repeat.
*/
async function retireVersion(registry, manifest, because) {
	const { model, version } = manifest;
	const { type, subject, cause } = retiredEvent(manifest);
	let wanted = null;
	await commitPlan(registry, async (head) => {
		wanted = await findUse(registry, manifest, head);
		if (wanted !== null) return null;
		return {
			facts: [await createEvent(registry, {
				type,
				model,
				subject,
				cause,
				reasons: [because]
			})],
			message: `Retire ${model} ${version}`
		};
	});
	wanted ??= await findUse(registry, manifest, await registry.ledger.head());
	if (wanted !== null) return unneeded(`${wanted} needs it by now`);
	const release = await registry.releases.get(manifest.release.id);
	const named = new Set(manifest.files.flatMap(({ parts }) => parts.map(({ asset }) => asset)));
	const assets = release?.assets.filter(({ name }) => named.has(name)) ?? [];
	for (const { id } of assets) await registry.releases.removeAsset(id);
	return done(`${assets.length} assets of ${version} are removed, its manifest stays`);
}
/** Who needs a version's bytes at this moment; null where nobody does. */
async function findUse(registry, manifest, head) {
	const { reviews, ledger, policyRoot } = registry;
	const { model, version, modelDigest } = manifest;
	const ref = await reviews.branchHead(await reviews.defaultBranch());
	if (ref === null) return null;
	for (const named of await listChannels(registry, ref)) {
		if (named.model !== model) continue;
		const { channel } = named;
		try {
			const intent = await readChannel(reviews, policyRoot, {
				model,
				channel,
				ref
			});
			if (intent?.modelDigest === modelDigest || intent?.previous?.modelDigest === modelDigest) return channel;
			const rollout = await readRollout(ledger, named, head);
			if (rollout !== null && rollout.phase !== "promoted" && rollout.phase !== "rolled-back" && [rollout.champion, rollout.canary].some((arm) => arm.modelDigest === modelDigest)) return `the rollout in ${channel}`;
		} catch (error) {
			if (error instanceof TidemarkError) return `${channel}, which cannot be read,`;
			throw error;
		}
	}
	const [open] = (await reviews.openPullRequests(`tidemark/${model}/`)).filter(({ headBranch }) => headBranch.endsWith(`/${version}`));
	return open ? `pull request #${open.number}` : null;
}
// packages/registry/src/repair/draft.ts
/**
* Removes a draft that nobody came for. It loses its mark first, so that no registration that starts now takes it up; then the
* registry is read again, since one that had it in hand may have committed a manifest meanwhile.
*/
async function removeDraft(registry, step) {
	const { releases } = registry;
	const { release, tag, model, modelDigest, changedAt } = step;
	const draft = await releases.get(release);
	if (draft === null) return unneeded("it is gone");
	const mark = abandonedMarker(model, modelDigest);
	const isMarked = draft.body.startsWith(mark);
	if (!draft.isDraft || await isNamed(registry, step, draft.tag)) return unneeded("a version names it by now");
	if (!isMarked && (draft.changedAt !== changedAt || !draft.body.startsWith(draftMarker(model, modelDigest)))) return unneeded("somebody took it up meanwhile");
	if (!isMarked) try {
		await releases.update(release, { body: `${mark}\nNobody came back for this draft: it is being removed.` });
	} catch (cause) {
		if (await releases.get(release) === null) return unneeded("it is gone");
		throw cause;
	}
	if (await isNamed(registry, step, draft.tag)) return unneeded("a version names it by now");
	await releases.remove(release);
	return done(`the draft of ${tag} is removed`);
}
/** Whether the manifest of these bytes, or the one that the draft's tag speaks of, names the release. */
async function isNamed({ ledger }, { release, model, modelDigest }, tag) {
	const head = await ledger.head();
	const names = (manifest) => manifest?.release.id === release;
	const version = await findByDigest(ledger, model, modelDigest, head);
	if (version !== null && names(await readVersion(ledger, model, version, head))) return true;
	const prefix = layout.versionTag(model, "");
	return tag.startsWith(prefix) && names(await readVersion(ledger, model, tag.slice(prefix.length), head));
}
// packages/registry/src/repair/proposal.ts
/**
* Closes a pull request that has nothing left to do and removes its branch. Marked like a superseded one, so that its version can
* be proposed again; the reason stands in its body, which is written in one request with the closing, so that a kill doubles nothing.
*/
async function closeProposal({ reviews }, { pullRequest: number, branch, sha, because }) {
	const pullRequest = await reviews.pullRequest(number);
	if (pullRequest === null || pullRequest.isMerged) return unneeded("it was merged");
	if (pullRequest.headSha !== sha) return unneeded("it was refreshed meanwhile");
	if (pullRequest.state === "open") {
		const body = `${supersededMarker}\n> Closed by verify-registry: it proposes a version, ${because}.\n\n${pullRequest.body}`;
		await reviews.updatePullRequest(number, {
			body,
			state: "closed"
		});
	}
	await reviews.deleteBranch(branch);
	return done(`#${number} is closed`);
}
/** Removes a promotion branch that nothing waits for, unless somebody moved it. */
async function deleteBranch({ reviews }, { branch, sha }) {
	const head = await reviews.branchHead(branch);
	if (head !== sha) return unneeded(head === null ? "it is gone" : "it was moved meanwhile");
	await reviews.deleteBranch(branch);
	return done(`${branch} is removed`);
}
// packages/registry/src/repair/settle.ts
/**
* Settles what the default branch wants by now: every check is made again, whatever events say, since an event alone is no proof. A
* rollout that ended at 100 % and was interrupted before its tag is finished; one under way is left alone.
*/
async function settleChannel(registry, { model, channel, seq }) {
	const { reviews, ledger, policyRoot } = registry;
	const intent = await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: await reviews.defaultBranch()
	});
	if (intent?.seq !== seq) return unneeded(`the channel file is at seq ${intent?.seq ?? "none"} by now`);
	const merged = await readOutcome(ledger, intent, "promotion.merged");
	if (merged !== null) {
		const rollout = await readRollout(ledger, intent, await ledger.head());
		if (!(rollout?.phase === "promoted" && rollout.seq === seq && rollout.canary.modelDigest === intent.modelDigest) || await readOutcome(ledger, intent, "promotion.settled") === null) return unneeded("its rollout decides; deploy-canary takes the next step");
		return done(`${await settleMerged(registry, intent, merged)} is set`);
	}
	const settlement = (await settlePromotions(registry)).find((each) => each.model === model && each.channel === channel);
	if (settlement === void 0) return unneeded("it is settled");
	if (settlement.outcome === "settled") return done(`${settlement.tag} is set`);
	if (settlement.outcome === "merged") return done("it is accepted; its rollout decides");
	const failures = settlement.checks.filter(({ verdict }) => verdict === "fail");
	return left(`settling refused it: ${failures.map(({ name, detail }) => `${name}: ${detail}`).join("; ")}`, "The channel keeps what it had. Propose the version again, or another one.");
}
// packages/registry/src/repair/repair.ts
/**
* Does the steps of a plan one by one. Each looks again at what is there before it changes anything, so that two repairs at
* once, or one after a kill, end where one would. What cannot be done is told and the next step has its turn; only a GitHub that
* does not answer ends it. Never removes what a manifest names.
*/
async function repairRegistry(registry, steps, onProgress) {
	const results = [];
	for (const [i, step] of steps.entries()) {
		onProgress?.(`step ${i + 1} of ${steps.length}: ${step.kind}`);
		try {
			results.push({
				step,
				...await take(registry, step)
			});
		} catch (error) {
			if (!(error instanceof TidemarkError) || error.code === "GITHUB_UNAVAILABLE") throw error;
			const problems = error.problems.map(({ message }) => message);
			results.push({
				step,
				...left([error.message, ...problems].join("; "), error.hint)
			});
		}
	}
	return results;
}
function take(registry, step) {
	switch (step.kind) {
		case "restore-digest-entry": return withManifest(registry, step, (manifest) => restoreDigestEntry(registry, manifest));
		case "publish-version": return withManifest(registry, step, async (manifest) => {
			const { tag } = await publishVersion(registry, manifest);
			return done(`${tag} is tagged and published`);
		});
		case "settle-channel": return settleChannel(registry, step);
		case "close-proposal": return closeProposal(registry, step);
		case "delete-branch": return deleteBranch(registry, step);
		case "remove-draft": return removeDraft(registry, step);
		case "retire-version": return withManifest(registry, step, (manifest) => retireVersion(registry, manifest, step.because));
	}
}
async function withManifest({ ledger }, { model, version }, act) {
	const manifest = await readVersion(ledger, model, version, await ledger.head());
	return manifest === null ? unneeded(`${model} ${version} is not there any more`) : act(manifest);
}
async function restoreDigestEntry(registry, manifest) {
	const { model, version, modelDigest } = manifest;
	const document = {
		schema: "tidemark/by-digest/v1",
		model,
		modelDigest,
		version
	};
	const path = layout.byDigest(model, modelDigest);
	await append(registry, async () => ({
		facts: [{
			path,
			document
		}],
		message: `Restore the digest entry of ${model} ${version}`
	}));
	return done(`${path} names ${version} again`);
}
// packages/registry/src/tenures.ts
/** What a channel held and holds, oldest first: every settlement with its tag, which are as few as promotions. */
async function readTenures(ledger, { model, channel }) {
	const head = await ledger.head();
	if (head === null) return [];
	const facts = new FactReader(ledger, head);
	const paths = (await ledger.files(head)).filter((path) => path.startsWith(`models/${model}/events/`) && path.endsWith("-promotion.settled.json"));
	const [events, tags] = await Promise.all([readRecordedEvents(facts, model, paths), ledger.tags(`${model}#${channel}#`)]);
	return (await readChannels({
		ledger,
		facts
	}, model, {
		tags,
		events
	})).find((each) => each.channel === channel)?.tenures ?? [];
}
// packages/registry/src/rollback/plan.ts
/**
* What a request asks for, held against what is there. Throws `PROMOTION_REFUSED` where the version never was in the channel or the
* person may not, with what may be asked for instead.
*/
async function planRollback(registry, request) {
	const { ledger, reviews, policyRoot } = registry;
	const { model, channel, version } = request;
	const ref = await reviews.branchHead(await reviews.defaultBranch());
	const current = ref && await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref
	});
	const holding = current && await readChannelState(ledger, current);
	if (!current || !holding) throw refused(`nothing is in ${channel} of ${model}`, "A channel can go back to what it held. Check the inputs model and channel.");
	const { policy, contractSha256 } = await readPolicy(registry, model, ref);
	if (request.monitor === void 0) await assertAllowed(registry, request, policy.channels[channel]);
	const target = await readVersion(ledger, model, version, await ledger.head());
	const targetSeq = target && await findSettledSeq(ledger, current, target);
	if (!target || targetSeq === null) throw refused(`${model} ${version} ${target ? `was never in ${channel}` : "is not registered"}`, await nameFormer(registry, request));
	const asked = await readRequest(registry, request, target);
	if (request.monitor && (current.seq !== holding.seq || holding.seq !== request.monitor.leavesSeq)) return {
		step: "none",
		held: holding,
		reason: `${channel} moved since the windows were judged`
	};
	const isHeld = holding.modelDigest === target.modelDigest;
	const due = {
		request,
		policy,
		contractSha256,
		ref,
		current,
		held: holding,
		target,
		targetSeq
	};
	const left = isHeld && current.seq < holding.seq ? await readLeft(registry, current, holding) : null;
	if (left !== null) return {
		step: "file",
		due: {
			...due,
			held: left,
			targetSeq
		},
		returnedTo: holding
	};
	if (asked?.leaves !== void 0 && asked.leaves.seq !== holding.seq) return {
		step: "none",
		held: holding,
		reason: "this request was carried out before, and the channel went on since"
	};
	if (isHeld && current.seq === holding.seq) return {
		step: "none",
		held: holding,
		reason: `${channel} holds ${version} already`
	};
	if (current.seq > holding.seq && current.rollback !== void 0 && current.version === version && !await isRefused(ledger, current)) return {
		step: "none",
		held: holding,
		reason: `the rollback to ${version} is merged; promote-model settles it`
	};
	return {
		step: "due",
		due
	};
}
/** The event that a request leaves; its path follows from the run, or the tenure to end, so that asking again finds it. */
function requestOf({ model, channel, run, monitor }, { version, modelDigest }) {
	const event = {
		type: "rollback.requested",
		subject: {
			version,
			modelDigest,
			channel
		},
		cause: monitor === void 0 ? `run ${run}` : monitorCause(model, channel, monitor.leavesSeq)
	};
	const id = eventId(event);
	return {
		...event,
		id,
		path: layout.event(model, id, event.type)
	};
}
/** What the channel held before it was returned past its file. */
async function readLeft({ ledger }, named, returnedTo) {
	const { path } = settlementOf(named, returnedTo);
	const previous = (await readFact$1(ledger, RegistryEvent, path, await ledger.head()))?.previous;
	const seq = await newestSettledSeq(ledger, named, returnedTo.seq);
	return previous ? {
		...previous,
		seq
	} : null;
}
async function readRequest({ ledger }, request, target) {
	return readFact$1(ledger, RegistryEvent, requestOf(request, target).path, await ledger.head());
}
async function assertAllowed({ reviews }, { requestedBy, channel, isBreakGlass }, channelPolicy) {
	const permission = await reviews.permission(requestedBy);
	if (!(permission === "admin" || permission === "write")) throw refused(`${requestedBy} has no write access`, "Ask somebody with write access to start the rollback.");
	if (!isBreakGlass) return;
	if (channelPolicy?.breakGlass?.allowedBy.some((each) => each === "role:admin" ? permission === "admin" : each === "role:write" || each.toLowerCase() === requestedBy.toLowerCase())) return;
	throw refused(`model.yaml does not let ${requestedBy} return ${channel} at once`, `Run it again without break-glass: it opens the pull request. \`channels.${channel}.breakGlass.allowedBy\` names who may act alone.`);
}
/** Which versions may be asked for, newest tenure first. */
async function nameFormer({ ledger }, { model, channel }) {
	const tenures = await readTenures(ledger, {
		model,
		channel
	});
	const versions = [...new Set(tenures.map(({ version }) => version).reverse())].slice(0, 10);
	return versions.length > 0 ? `Name one that it held: ${versions.join(", ")}.` : "Name a version that the channel held.";
}
function refused(message, hint) {
	return new TidemarkError("PROMOTION_REFUSED", message, { hint });
}
// packages/registry/src/rollback/at-once.ts
/**
* Returns the channel without a review: event, mark on what is left and the state that servers follow in one commit, then the tag.
* `describeState` gives the files of that state. Throws `PROMOTION_REFUSED` where a check fails, and `REGISTRY_CONFLICT` where the
* channel moved meanwhile.
*/
async function settleAtOnce(registry, { due, wanted, request }, describeState) {
	const { ledger, reviews, policyRoot } = registry;
	const { model, channel, version, seq, previous } = wanted;
	const { type, subject, cause, path } = settlementOf(wanted, wanted);
	const isOnRecord = async (head) => await readFact$1(ledger, RegistryEvent, path, head) !== null;
	if (!await isOnRecord(await ledger.head())) await assertPasses(registry, due, wanted);
	const commit = await commitPlan(registry, async (head) => {
		if (head !== null && await isOnRecord(head)) return {
			facts: [],
			message: ""
		};
		const ref = await reviews.branchHead(await reviews.defaultBranch());
		const current = ref && await readChannel(reviews, policyRoot, {
			model,
			channel,
			ref
		});
		if (!(canonicalJson(current) === canonicalJson(due.current)) || (await settledSeqs(ledger, wanted)).some((each) => each > (previous?.seq ?? 0))) throw new TidemarkError("REGISTRY_CONFLICT", `${channel} of ${model} moved while it was being returned`, { hint: "Nothing was changed. Look at what it holds now, and ask again if it still has to go back." });
		return {
			facts: [await createEvent(registry, {
				type,
				model,
				subject,
				cause,
				previous: previous && {
					version: previous.version,
					modelDigest: previous.modelDigest
				},
				approvedBy: [],
				isBreakGlass: true,
				reasons: request.reasons ?? []
			}), ...await leavingMark(registry, wanted, request.reasons ?? [])],
			states: await describeState(head),
			message: `Return ${channel} to ${model} ${version} at once (seq ${seq})\n\n${request.actor}: ${request.reasons?.[0] ?? ""}`
		};
	});
	const message = `${model} ${version} is in ${channel}\n\nreturned at once by ${request.actor}`;
	return completeSettlement(registry, wanted, {
		commit: commit ?? "",
		message
	});
}
/** No review does not mean no check: bytes, manifest, sequence and marks are judged as on any pull request. */
async function assertPasses(registry, { policy, contractSha256, current, ref }, wanted) {
	const failing = [...await checkPromotion(registry, {
		proposed: wanted,
		policy,
		contractSha256,
		base: current
	}), ...await checkRolledBack(registry, {
		proposed: wanted,
		policy,
		ref
	})].filter(({ verdict }) => verdict === "fail");
	if (failing.length === 0) return;
	throw refused(`${wanted.channel} cannot go back to ${wanted.version}: ${failing.map(({ name, detail }) => `${name}: ${detail}`).join("; ")}`, "Name another version that the channel held, or run verify-registry to see what is wrong with this one.");
}
// packages/registry/src/rollback/propose.ts
/**
* Opens the pull request that takes the channel back, or takes up the one that somebody else's request opened for the same version.
* Throws `PROMOTION_REFUSED` where one for another version is open.
*/
async function proposeRollback(registry, { wanted, request, describe }) {
	const { reviews, policyRoot } = registry;
	const { model, channel, version, modelDigest, seq } = wanted;
	const branch = layout.rollbackBranch(model, channel, seq);
	const base = await reviews.defaultBranch();
	const path = layout.channel(policyRoot, model, channel);
	const text = storedJson(wanted);
	const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository);
	const opened = await readOpened(registry, wanted, request);
	const declined = [known.find(({ number }) => number === opened?.pullRequest), ...request.monitor === void 0 ? [] : known.filter((each) => !each.body.includes(supersededMarker))].find((each) => each?.state === "closed");
	if (declined !== void 0) {
		if (opened === null) await recordOpening(registry, {
			wanted,
			request,
			pullRequest: declined
		});
		return {
			outcome: "declined",
			pullRequest: declined
		};
	}
	let pullRequest = known.find((each) => each.state === "open");
	const { title, body } = await describe(wanted);
	if (pullRequest === void 0) {
		await reviews.proposeFile({
			branch,
			base,
			path,
			text,
			message: title
		});
		pullRequest = await reviews.openPullRequest({
			branch,
			base,
			title,
			body
		});
	}
	const intent = parseJsonDocument(ChannelIntent, await reviews.readFile(path, pullRequest.headSha) ?? "null", path);
	if (intent.modelDigest !== modelDigest || intent.seq !== seq || intent.version !== version) throw refused(`pull request #${pullRequest.number} asks already for ${intent.version} on ${channel}`, "Merge it, or close it and ask again: a channel goes back to one version at a time.");
	if (storedJson(intent) === text) await reviews.updatePullRequest(pullRequest.number, {
		title,
		body
	});
	const { head, channels } = await checkProposedChannels(registry, { pullRequest: pullRequest.number });
	const checks = channels.flatMap((each) => each.checks);
	await postStatus(registry, head, checks);
	await recordOpening(registry, {
		wanted,
		request,
		pullRequest
	});
	await closeReturns(registry, wanted, pullRequest);
	return {
		outcome: "open",
		pullRequest,
		intent,
		checks
	};
}
/** The event that says which pull request a request led to; it is written last. */
function openingOf({ model, version, modelDigest, channel, seq }, request) {
	const event = {
		type: "promotion.requested",
		subject: {
			version,
			modelDigest,
			channel,
			seq
		},
		cause: request.id
	};
	return {
		...event,
		path: layout.event(model, eventId(event), event.type)
	};
}
/** Writes which pull request a request led to. */
async function recordOpening(registry, { wanted, request, pullRequest }) {
	const { model, channel, version, previous } = wanted;
	const { path: _, ...opening } = openingOf(wanted, request);
	await append(registry, async () => ({
		facts: [await createEvent(registry, {
			...opening,
			model,
			pullRequest: pullRequest.number,
			previous: previous && {
				version: previous.version,
				modelDigest: previous.modelDigest
			},
			reasons: request.reasons ?? []
		})],
		message: `Request the rollback of ${channel} to ${model} ${version}`
	}));
}
async function readOpened({ ledger }, wanted, request) {
	const { path } = openingOf(wanted, request);
	return readFact$1(ledger, RegistryEvent, path, await ledger.head());
}
/** A pull request that would return the channel to what it is to leave says the opposite of this one. */
async function closeReturns(registry, wanted, by) {
	const { reviews, policyRoot } = registry;
	const { model, channel, previous } = wanted;
	if (previous === null) return;
	const path = layout.channel(policyRoot, model, channel);
	const branch = layout.promotionBranch(model, channel, previous.version);
	for (const each of await reviews.pullRequestsFrom(branch)) {
		if (each.state !== "open" || !each.isSameRepository) continue;
		const intent = readIntent$1(await reviews.readFile(path, each.headSha) ?? "null", path);
		if (intent !== null && isReturn(intent)) await supersede(registry, each, by.number, `which takes ${channel} back to ${wanted.version}`);
	}
}
/** What an open pull request's channel file asks for, or null: people edit it, and a merge leaves its marks in it. */
function readIntent$1(text, path) {
	try {
		return parseJsonDocument(ChannelIntent, text, path);
	} catch (error) {
		if (error instanceof TidemarkError) return null;
		throw error;
	}
}
// packages/registry/src/rollback/request.ts
/** Records who asks for what, and why, before anything follows from it. */
async function recordRequest(registry, { request, held, target }) {
	const { model, version } = target;
	const { type, subject, cause } = requestOf(request, target);
	const { path, document } = await createEvent(registry, {
		type,
		model,
		subject,
		cause,
		leaves: held,
		reasons: [request.reason],
		...request.isBreakGlass ? { isBreakGlass: true } : {},
		...request.monitor ? { monitor: {
			rule: request.monitor.rule,
			checks: request.monitor.checks
		} } : {}
	});
	const commit = await append(registry, async () => ({
		facts: [{
			path,
			document
		}],
		message: `Ask for ${model} ${version} on ${request.channel} again\n\n${request.reason}`
	}));
	const event = await adopt(registry.ledger, RegistryEvent, {
		path,
		document
	}, commit);
	return {
		event,
		reference: referTo(path, event)
	};
}
/** What the channel file is to say, and whose request it follows. */
function rollbackIntent({ target, held, request, targetSeq }, { reference }, seq) {
	return {
		...channelIntent(target, {
			channel: request.channel,
			seq,
			previous: held
		}),
		rollback: {
			seq: targetSeq,
			request: reference
		}
	};
}
// packages/registry/src/rollback/by-monitor.ts
/**
* Opens the pull request that `monitor.rollback` asks for, once a tenure of a version. It is one like any other: it is checked, and settled
* by the channel's approvals. Repeating it, at once or after a kill anywhere, ends in the same state.
*/
async function rollBackByMonitor(registry, { describe, ...question }) {
	const due = await planMonitorRollback(registry, question);
	if (due.kind !== "due") return due;
	const { channel, version } = due.request;
	try {
		const plan = await planRollback(registry, {
			...due.request,
			requestedBy: registry.actor
		});
		if (plan.step !== "due") return {
			kind: "withheld",
			channel,
			why: `${channel} moved since the windows were judged`
		};
		const recorded = await recordRequest(registry, plan.due);
		const { outcome, pullRequest } = await proposeRollback(registry, {
			wanted: rollbackIntent(plan.due, recorded, plan.due.held.seq + 1),
			request: recorded.event,
			describe: (intent) => describe(intent, recorded.event)
		});
		return {
			kind: outcome === "open" ? "proposed" : "declined",
			channel,
			version,
			pullRequest: pullRequest.number
		};
	} catch (error) {
		if (error instanceof TidemarkError && error.code === "PROMOTION_REFUSED") return {
			kind: "withheld",
			channel,
			why: error.message
		};
		throw error;
	}
}
/**
* Holds the judged windows against `monitor.rollback`, which has to be the default branch's. It reads facts and files of the default
* branch alone, so that a job without any right to write can tell whether something is due.
*/
async function planMonitorRollback(registry, { policy, judged }) {
	const rule = policy.monitor?.rollback;
	const { ledger, reviews, policyRoot } = registry;
	if (rule === void 0 || !isMet(rule, judged)) return { kind: "none" };
	const { model } = policy;
	const { channel } = rule;
	const ref = await reviews.branchHead(await reviews.defaultBranch());
	const head = await ledger.head();
	const current = ref && await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref
	});
	const held = current && await readChannelState(ledger, current);
	if (!ref || !current || !held || head === null) return { kind: "none" };
	const tenures = await readTenures(ledger, {
		model,
		channel
	});
	const own = tenures.at(-1);
	const checks = own?.modelDigest === held.modelDigest ? findGrounds(rule, judged, own) : null;
	if (checks === null) return { kind: "none" };
	const withheld = (why) => ({
		kind: "withheld",
		channel,
		why
	});
	if (current.seq !== held.seq) return withheld(current.seq > held.seq ? `${current.version} is on its way to ${channel} (seq ${current.seq}); its rollout or its return comes first` : `the channel file has yet to follow ${held.version} (seq ${held.seq})`);
	const former = tenures.at(-2);
	if (former === void 0) return withheld(`${held.version} is the first version of ${channel}`);
	const request = requestFor({
		model,
		rule,
		held,
		target: former,
		checks
	});
	const asked = await readAsked(registry, {
		request,
		held,
		target: former,
		head
	});
	if (asked !== null) return asked;
	const target = await readVersion(ledger, model, former.version, head);
	if (target === null) return withheld(`${former.version}, the version before, is not in the registry`);
	const retired = await readRetirement(ledger, target, head);
	if (retired !== null) return withheld(`${former.version}, the version before, was retired on ${retired.at}`);
	const refusal = (await checkRolledBack(registry, {
		proposed: channelIntent(target, {
			channel,
			seq: held.seq + 1,
			previous: held
		}),
		policy,
		ref,
		head
	})).find(({ verdict }) => verdict === "fail");
	return refusal === void 0 ? {
		kind: "due",
		request
	} : withheld(`of the version before: ${refusal.detail}`);
}
/** Whether enough newest windows fail, whichever version served: then it is worth to read more. */
function isMet(rule, judged) {
	return [...new Set(["", ...judged.performance.map(({ modelDigest }) => modelDigest)])].some((modelDigest) => findGrounds(rule, judged, {
		modelDigest,
		since: ""
	}) !== null);
}
function requestFor({ model, rule, held, target, checks }) {
	return {
		model,
		channel: rule.channel,
		version: target.version,
		reason: describeGrounds(checks),
		isBreakGlass: false,
		monitor: {
			rule,
			checks: checks.map(referToCheck),
			leavesSeq: held.seq
		}
	};
}
function referToCheck(check) {
	const { model, id, window } = check;
	const path = isPerformance(check) ? layout.performance(model, id, window.start) : layout.drift(model, id, window.start);
	return referTo(path, check);
}
const isPerformance = (check) => check.schema === "tidemark/performance/v1";
/** The pull request of the request, where it was opened before: that is on record last. */
async function readAsked({ ledger }, { request, held, target, head }) {
	const { model, channel, version } = request;
	const { path } = openingOf({
		model,
		channel,
		version,
		modelDigest: target.modelDigest,
		seq: held.seq + 1
	}, requestOf(request, target));
	const opened = await readFact$1(ledger, RegistryEvent, path, head);
	return opened?.pullRequest === void 0 ? null : {
		kind: "asked",
		channel,
		version,
		pullRequest: opened.pullRequest
	};
}
// packages/registry/src/rollback/page.ts
/** What people are shown of a rollback: both versions, the checks where the monitor asks for it, who has to approve. */
async function readRollbackPage(ledger, { intent, request, policy }) {
	const { model, channel, seq, version, previous, rollback } = intent;
	const head = await ledger.head();
	const [target, left] = await Promise.all([readVersion(ledger, model, version, head), previous && readVersion(ledger, model, previous.version, head)]);
	if (head === null || target === null || rollback === void 0) throw new Error("a rollback to nothing");
	const checks = await readGrounds(ledger, request, head);
	const { approvals = 1, owners } = policy.channels[channel] ?? {};
	return {
		channel,
		seq,
		formerSeq: rollback.seq,
		target,
		left,
		request,
		checks,
		approvals,
		owners
	};
}
// packages/registry/src/sticky-comment.ts
/**
* Keeps one comment on a pull request up to date: the oldest of our own that begins with the marker, or a new one. What others
* wrote is left alone, whatever it begins with. Says what was done.
*/
async function keepComment(comments, { pullRequest, marker, body }) {
	const known = (await comments.list(pullRequest)).find((each) => each.isOwn && firstLine(each.body) === marker);
	if (known === void 0) {
		await comments.create(pullRequest, body);
		return "created";
	}
	if (known.body.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd()) return "unchanged";
	await comments.update(known.id, body);
	return "updated";
}
const firstLine = (body) => body.split(/\r?\n/, 1)[0].trimEnd();
// packages/registry/src/verification/channels.ts
/** Channel files of the default branch name registered versions and their evidence, and are settled. Returns those that can be read. */
async function verifyChannels(ledger, graph, { reviews, policyRoot }, findings) {
	const intents = [];
	const ref = await reviews.branchHead(await reviews.defaultBranch());
	if (ref === null) return intents;
	for (const { model, channel } of await listChannels({
		reviews,
		policyRoot
	}, ref)) {
		const path = layout.channel(policyRoot, model, channel);
		try {
			const intent = await readChannel(reviews, policyRoot, {
				model,
				channel,
				ref
			});
			if (intent === null) continue;
			intents.push(intent);
			await verifyChannel(ledger, graph, {
				intent,
				path
			}, findings);
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			findings.error(path, describeError(error), error.hint);
		}
	}
	return intents;
}
async function verifyChannel(ledger, graph, { intent, path }, findings) {
	const problems = findIntentProblems(graph, intent);
	for (const problem of problems) findings.error(path, problem, "Return the channel to a registered version by pull request.");
	if (problems.length > 0) return;
	const newest = await newestSettledSeq(ledger, intent, Number.POSITIVE_INFINITY);
	if (newest > intent.seq) findings.warn(path, `is at seq ${intent.seq}, and seq ${newest} is in the channel: it was returned by break-glass`, "Merge the pull request that makes the channel file follow.");
	else if (!await isSettled(ledger, intent, intent)) await warnOfUnsettled(ledger, {
		intent,
		path
	}, findings);
	findings.count("channels");
}
async function warnOfUnsettled(ledger, { intent, path }, findings) {
	const { model, channel, seq, version } = intent;
	const wanted = `wants ${version} (seq ${seq})`;
	const settle = {
		kind: "settle-channel",
		model,
		channel,
		seq
	};
	const outcome = (type) => readOutcome(ledger, intent, type);
	if (await outcome("rollout.rolled-back") !== null) return findings.warn(path, `${wanted}, which was rolled back`, "Merge the pull request that returns the channel to what is in it.");
	if (await outcome("promotion.settled") !== null) return findings.warn(path, `${wanted}, which is settled but for its tag`, "A repair sets the tag.", settle);
	if (await outcome("promotion.merged") !== null) return findings.count("rollouts under way");
	const refused = await outcome("promotion.refused");
	if (refused === null) return findings.warn(path, `${wanted}, which is not settled yet`, "A repair settles it, or promote-model with mode settle; it says what is missing.", settle);
	findings.warn(path, `${wanted}, which settling refused: ${(refused.reasons ?? ["without a reason on record"]).join("; ")}`, "The channel keeps what it had. Propose the version again, or another one.");
}
function findIntentProblems(graph, intent) {
	const { manifest, run, evaluation, modelDigest } = intent;
	const lost = [
		manifest,
		run,
		evaluation
	].map((reference) => ({
		...reference,
		found: graph.get(reference.path)?.sha256 ?? "nothing"
	})).filter(({ sha256, found }) => found !== sha256).map(({ path, sha256, found }) => `names ${path} with sha256 ${sha256}, the registry has ${found}`);
	if (lost.length > 0) return lost;
	const decision = graph.find("evaluations", evaluation.path);
	return [...[
		graph.find("versions", manifest.path)?.modelDigest,
		graph.find("runs", run.path)?.output.modelDigest,
		decision?.challenger.modelDigest
	].every((digest) => digest === modelDigest) ? [] : [`wants the model digest ${modelDigest}, which its version, run or evaluation does not have`], ...decision?.verdict === "pass" ? [] : [`rests on an evaluation whose verdict is ${decision?.verdict ?? "unknown"}`]];
}
// packages/registry/src/verification/decisions.ts
/**
* Makes decisions again. Policies are not stored with them, so that is possible where the default branch still has the
* policy that was decided by; the rest is counted as not replayed.
*/
function verifyDecisions(graph, replay, policies, findings) {
	for (const { path, document: evaluation } of graph.all("evaluations")) {
		const gate = policies.get(evaluation.model)?.gate;
		const policy = gate !== void 0 && digestOf(gate) === evaluation.policyDigest ? gate : null;
		const problem = replay(evaluation, policy);
		if (problem !== null) findings.error(path, problem, "Do not deploy what rests on this decision: it was not made from what it says. Run evaluate-gate again.");
		else if (policy === null) findings.skip("decisions not replayed, since their policy is not at hand");
		else findings.count("decisions replayed");
	}
}
// packages/registry/src/verification/drift.ts
const speaksOfDrift = new Set([
	"drift.detected",
	"drift.resolved",
	"retraining.dispatched"
]);
/** Checks and baselines speak of one model, and events of checks that are there; with `replay`, checks are made again. */
function verifyDrift(graph, findings, replay) {
	const ids = new Set();
	for (const { path, document: check } of graph.all("drift checks")) {
		ids.add(`${check.model} ${check.id}`);
		const baseline = graph.find("baselines", layout.baseline(check.model, check.baseline));
		if (baseline === null) continue;
		if (baseline.modelDigest !== check.modelDigest) findings.error(path, `is about ${check.modelDigest}, its baseline about ${baseline.modelDigest}`);
		if (replay === void 0) continue;
		const problem = replay(check, baseline);
		if (problem === null) findings.count("drift checks replayed");
		else findings.error(path, problem, "Do not trust this verdict: it was not made from what it says. Find out who wrote it.");
	}
	for (const { document } of graph.all("performance checks")) ids.add(`${document.model} ${document.id}`);
	for (const { path, document: event } of graph.all("events")) if (speaksOfDrift.has(event.type) && !ids.has(`${event.model} ${event.cause.slice(0, 64)}`)) findings.error(path, `speaks of the check ${event.cause}, which is not there`);
}
// packages/registry/src/verification/events.ts
/** Events speak of the digest that the version has, rest on an evaluation of it, and settle a channel's `seq` once. */
function verifyEvents(graph, findings) {
	const settled = new Map();
	for (const { path, document: event } of graph.all("events")) {
		for (const problem of findEventProblems(graph, event)) findings.error(path, problem);
		const { channel, seq } = event.subject;
		if (event.type !== "promotion.settled") continue;
		if (channel === void 0 || seq === void 0) {
			findings.error(path, "settles a promotion without naming channel and seq");
			continue;
		}
		const tag = layout.channelTag(event.model, channel, seq);
		settled.set(tag, [...settled.get(tag) ?? [], path]);
	}
	for (const [tag, paths] of settled) {
		if (paths.length === 1) continue;
		for (const path of paths) findings.error(path, `is one of ${paths.length} events that settle ${tag}`, "A seq is settled once. Keep the event that the tagged commit holds, and find out who wrote the other.");
	}
}
function findEventProblems(graph, event) {
	const { type, model, subject, cause } = event;
	const problems = [];
	const manifest = subject.version === void 0 ? null : graph.find("versions", layout.version(model, subject.version));
	if (manifest && manifest.modelDigest !== subject.modelDigest) problems.push(`speaks of ${subject.version} with the model digest ${subject.modelDigest}, it has ${manifest.modelDigest}`);
	if (type === "version.registered" || type === "gate.failed") {
		const evaluation = graph.find("evaluations", layout.evaluation(model, cause));
		if (evaluation?.challenger.modelDigest !== subject.modelDigest) problems.push(`rests on the evaluation ${cause}, which is not one of the model digest ${subject.modelDigest}`);
		else if (evaluation.verdict === "pass" !== (type === "version.registered")) problems.push(`does not follow from the evaluation ${cause}, whose verdict is ${evaluation.verdict}`);
	}
	return [...problems, ...findRequestProblems(graph, event)];
}
/** What the monitor asked for without a person follows from checks that are there; those that are not, references report. */
function findRequestProblems(graph, event) {
	if (event.monitor === void 0) return [];
	if (event.type !== "rollback.requested") return ["names a rule of the monitor, which asks for rollbacks only"];
	const checks = event.monitor.checks.flatMap(({ path }) => [graph.find("drift checks", path) ?? graph.find("performance checks", path)].filter((check) => check !== null));
	if (checks.length !== event.monitor.checks.length) return [];
	const since = firstSettled(graph, event);
	const early = checks.filter(({ window }) => since === void 0 || window.end <= since);
	return [...findGroundsProblems(event, checks), ...early.map(({ window }) => `rests on the window of ${window.start}, before what it wants to go had come`)];
}
/** When what a rollback is to leave first came into its channel. */
function firstSettled(graph, { model, subject, leaves }) {
	return graph.all("events").map(({ document }) => document).filter((each) => each.type === "promotion.settled" && each.model === model && each.subject.channel === subject.channel && each.subject.modelDigest === leaves?.modelDigest).map(({ at }) => at).sort()[0];
}
// packages/registry/src/verification/findings.ts
const restore = "Restore the file from a clone that still has it, and find out who could write to the registry branch.";
/** What a walk over the registry has found so far. */
var Findings = class {
	problems = [];
	checked = {};
	notChecked = {};
	error(path, message, remedy = restore, repair) {
		this.#add({
			severity: "error",
			path,
			message,
			remedy
		}, repair);
	}
	warn(path, message, remedy, repair) {
		this.#add({
			severity: "warning",
			path,
			message,
			remedy
		}, repair);
	}
	notice(path, message, remedy, repair) {
		this.#add({
			severity: "notice",
			path,
			message,
			remedy
		}, repair);
	}
	count(name, times = 1) {
		if (times > 0) this.checked[name] = (this.checked[name] ?? 0) + times;
	}
	skip(name, times = 1) {
		if (times > 0) this.notChecked[name] = (this.notChecked[name] ?? 0) + times;
	}
	#add(problem, repair) {
		this.problems.push(repair === void 0 ? problem : {
			...problem,
			repair
		});
	}
};
// packages/registry/src/verification/history.ts
/**
* The branch grew by one commit on top of another, and each fact is what its first commit wrote. With `since`, a commit that was
* the branch's tip before is still in its history. What was done to a fact and undone is a warning: nothing is wrong any more.
*/
async function verifyHistory(ledger, { head, since }, findings) {
	const { commits, isWhole } = await ledger.log(head);
	const known = new Set(commits.map(({ sha }) => sha));
	const has = (commit) => known.has(commit) || (isWhole ? false : null);
	findings.count("commits", commits.length);
	if (!isWhole) findings.skip("whether the history reaches back to its first commit");
	for (const { sha, parents } of commits) if (parents.length > 1) findings.warn(`commit ${short(sha)}`, "is a merge, which Tidemark never makes", "Find out who pushed it, and let only the workflows’ app write to the registry branch (ruleset).");
	if (since !== void 0) verifyTip(since, has(since), findings);
	if (commits.some(({ changes }) => changes === null)) findings.skip("what each commit changed, which only git tells");
	else verifyFates(fatesOf(commits), findings);
	return { has };
}
function verifyTip(since, isKnown, findings) {
	if (isKnown) findings.count("earlier tips");
	else if (isKnown === null) findings.skip("whether the tip that was verified before is in the history");
	else findings.error("registry branch", `was rewritten: ${since}, which was its tip before, is not in its history`, "Do not deploy from it. Push the old tip back from a clone that has it (git push --force origin <old tip>:refs/heads/<registry branch>), then forbid force pushes and deletion by a ruleset.");
}
function verifyFates(fates, findings) {
	for (const [path, { first, last }] of fates) {
		if (isState.test(path) && last.blob !== null) continue;
		if (first.sha === last.sha) {
			findings.count("facts written once");
			continue;
		}
		const who = `${last.blob === null ? "was removed" : "was changed"} in ${short(last.sha)}`;
		if (first.blob === last.blob) findings.warn(path, `was changed or removed, and in ${short(last.sha)} put back as ${short(first.sha)} had written it`, "Nothing is left to restore. Find out who could write to the registry branch.");
		else findings.error(path, `${who}, after ${short(first.sha)} had written it: facts are written once`, `\`git show ${short(first.sha)}:${path}\` has it as it was written. Put that back in a commit, and find out who could write to the registry branch.`);
	}
}
const isState = /^rollouts\/[^/]+\/[^/]+\.json$/;
/** What became of each fact and of each rollout's state, which may be replaced; of other files nothing is asked. */
function fatesOf(commits) {
	const fates = new Map();
	for (const { sha, changes } of commits.toReversed()) for (const { path, blob } of changes ?? []) {
		if (!isState.test(path) && !kinds.some(({ pattern }) => pattern.test(path))) continue;
		const fate = fates.get(path);
		if (fate === void 0) fates.set(path, {
			first: {
				sha,
				blob
			},
			last: {
				sha,
				blob
			}
		});
		else fate.last = {
			sha,
			blob
		};
	}
	return fates;
}
const short = (sha) => sha.slice(0, 12);
// packages/registry/src/verification/orphans.ts
const remedy$2 = "It changes nothing, and nothing rests on it. `git log` of the file tells who committed it; a repair leaves it alone.";
/** Facts that nothing names although each kind has something that names it, and names by id that lead nowhere. */
function verifyOrphans(graph, findings) {
	const named = new Set(graph.references().map(({ path }) => path));
	const evaluations = graph.all("evaluations");
	const runs = graph.all("runs");
	const wanted = new Set(evaluations.map(({ document }) => `${document.model} ${document.run}`));
	const present = new Set(runs.map(({ document }) => `${document.model} ${document.id}`));
	const causes = new Set(graph.all("events").map(({ document }) => `${document.model} ${document.cause}`));
	const orphan = (path, what) => findings.warn(path, what, remedy$2);
	for (const { path, document } of runs) if (!named.has(path) && !wanted.has(`${document.model} ${document.id}`)) orphan(path, "is named by no evaluation");
	for (const { path, document } of evaluations) {
		const { model, run, id, challenger } = document;
		if (!present.has(`${model} ${run}`)) findings.error(path, `names the run ${run}, which is not there`);
		if (!(graph.get(layout.byDigest(model, challenger.modelDigest)) !== void 0) && !causes.has(`${model} ${id}`)) orphan(path, "is an evaluation that no event tells of");
	}
	for (const kind of ["datasets", "validations"]) for (const { path } of graph.all(kind)) if (!named.has(path)) orphan(path, "is named by no other fact");
	for (const { path, document } of graph.all("drift checks")) {
		const { model, dataset, modelDigest, policy } = document;
		if (!causes.has(`${model} ${digestOf({
			dataset,
			modelDigest,
			policy
		})}`)) orphan(path, "is a drift check that no event tells of");
	}
}
// packages/registry/src/verification/performance.ts
/** Checks fit the version, the gate's decision, the baseline and the check before them; with `replay`, they are made again. */
function verifyPerformance(graph, findings, replay) {
	const all = graph.all("performance checks");
	const byId = new Map(all.map(({ document }) => [`${document.model} ${document.id}`, document]));
	for (const { path, document: check } of all) {
		const { model, version, evaluation: id, statistics } = check;
		const baselineId = statistics.expected?.baseline;
		const ground = {
			manifest: graph.find("versions", layout.version(model, version)),
			evaluation: graph.find("evaluations", layout.evaluation(model, id)),
			baseline: baselineId === void 0 ? null : graph.find("baselines", layout.baseline(model, baselineId)),
			previous: previousOf(check, byId)
		};
		const problems = findPerformanceProblems(check, ground);
		for (const problem of problems) findings.error(path, problem);
		if (replay === void 0 || ground.evaluation === null) continue;
		const problem = replay(check, ground.evaluation, ground.baseline);
		if (problem === null) findings.count("performance checks replayed");
		else findings.error(path, problem, "Do not trust this verdict: it was not made from what it says. Find out who wrote it.");
	}
}
const previousOf = ({ model, statistics }, byId) => byId.get(`${model} ${statistics.pageHinkley?.from}`) ?? null;
// packages/registry/src/verification/policies.ts
/** The default branch's policies; a model without one that can be read is left out, which is no fault of the registry. */
async function readPolicies(intent, models) {
	const policies = new Map();
	const ref = await intent.reviews.branchHead(await intent.reviews.defaultBranch());
	if (ref === null) return policies;
	for (const model of models) try {
		policies.set(model, (await readPolicy(intent, model, ref)).policy);
	} catch (error) {
		if (!(error instanceof TidemarkError) || error.code.startsWith("GITHUB_")) throw error;
	}
	return policies;
}
// packages/registry/src/verification/proposals.ts
/** Of all promotion branches. */
const prefix = "tidemark/";
/**
* Promotion branches and their pull requests still have something to do. What is over (in place already, passed by, superseded
* by a newer proposal) is left over from an interrupted run; the rest is a person's to judge. Returns the digests that are proposed.
*/
async function verifyProposals(graph, { reviews, policyRoot, intents, tags }, findings) {
	const proposals = await readProposals(reviews, policyRoot);
	const settled = new Set(tags);
	for (const each of proposals) {
		const { model, channel, branch, sha, version, pullRequest, intent } = each;
		const current = intents.find((other) => other.model === model && other.channel === channel);
		const place = pullRequest === null ? `branch ${branch}` : `pull request #${pullRequest.number}`;
		const over = whyOver(graph, each, {
			current,
			settled,
			rivals: proposals
		});
		if (over !== null && pullRequest !== null) findings.warn(place, `proposes ${version} for ${channel} of ${model}, ${over}`, "A repair closes it and removes its branch; nothing that is registered is touched.", {
			kind: "close-proposal",
			pullRequest: pullRequest.number,
			branch,
			sha,
			because: over
		});
		else if (over !== null) {
			if (await isLeftOver(reviews, branch)) findings.notice(place, `is left over: it proposes ${version}, ${over}`, "A repair removes the branch.", {
				kind: "delete-branch",
				branch,
				sha
			});
		} else if (graph.get(layout.version(model, version)) === void 0) findings.warn(place, `proposes ${model} ${version}, which is not registered`, "Tidemark proposes registered versions only: delete it, once you know who made it.");
		else if (intent === null) findings.warn(place, "holds no channel file that can be read", "Run register-model again for its candidate, or delete it.");
		else if (pullRequest !== null && intent.seq <= (current?.seq ?? 0)) findings.warn(place, `proposes ${version} as seq ${intent.seq}, but the channel is at seq ${current?.seq} by now`, "Run register-model again for its candidate: that judges it against what is in the channel now.");
		else if (pullRequest === null && (await reviews.pullRequestsFrom(branch)).length === 0) findings.warn(place, `proposes ${version}, but its pull request was never opened`, "Run register-model again for its candidate: that opens it.");
		else findings.count("proposals");
	}
	const open = proposals.filter(({ pullRequest }) => pullRequest !== null);
	return new Set(open.flatMap(({ intent }) => intent?.modelDigest ?? []));
}
/** A merged branch, or one of a pull request that people closed, is theirs to keep. */
async function isLeftOver(reviews, branch) {
	return (await reviews.pullRequestsFrom(branch)).every(({ isMerged, body }) => !isMerged && body.includes("<!-- tidemark:superseded -->"));
}
async function readProposals(reviews, policyRoot) {
	const [branches, open] = await Promise.all([reviews.branches(prefix), reviews.openPullRequests(prefix)]);
	const proposals = [];
	for (const { name, sha } of branches) {
		const [, model, channel, version] = /^tidemark\/([a-z0-9-]+)\/([a-z0-9-]+)\/(\d+\.\d+\.\d+)$/.exec(name) ?? [];
		if (model === void 0 || channel === void 0 || version === void 0) continue;
		const text = await reviews.readFile(layout.channel(policyRoot, model, channel), sha);
		const pullRequest = open.find((each) => each.headBranch === name && each.isSameRepository) ?? null;
		proposals.push({
			branch: name,
			sha,
			model,
			channel,
			version,
			intent: readIntent(text),
			pullRequest
		});
	}
	return proposals;
}
function readIntent(text) {
	try {
		return text === null ? null : parseJsonDocument(ChannelIntent, text, "the channel file");
	} catch (error) {
		if (error instanceof TidemarkError) return null;
		throw error;
	}
}
/** Why a proposal has nothing left to do, or null. One that is merged and waits to be settled has. */
function whyOver(graph, { model, channel, version, intent, branch }, { current, settled, rivals }) {
	if (intent === null || intent.version !== version) return null;
	const seq = current?.seq ?? 0;
	if (current && intent.seq <= seq) {
		const isOlder = compareVersions(version, current.version) < 0;
		if (intent.seq < seq && isOlder) return `and the channel has moved on to ${current.version} (seq ${seq})`;
		if (intent.modelDigest === current.modelDigest && settled.has(layout.channelTag(model, channel, seq))) return `and that is in place (seq ${seq})`;
		return null;
	}
	const wasThere = graph.all("events").some(({ document: { type, subject, model: about } }) => type === "promotion.settled" && about === model && subject.channel === channel && subject.modelDigest === intent.modelDigest);
	const newer = rivals.find((each) => each.model === model && each.channel === channel && each.branch !== branch && each.pullRequest !== null && each.intent?.seq === seq + 1 && compareVersions(each.version, version) > 0 && isRequested(graph, each.intent));
	return newer?.pullRequest && !wasThere ? `and #${newer.pullRequest.number} proposes ${newer.version} instead` : null;
}
/** Only a proposal that was made to its end supersedes another. */
function isRequested(graph, { model, channel, seq, modelDigest }) {
	return graph.all("events").some(({ document: { type, model: about, subject } }) => type === "promotion.requested" && about === model && subject.channel === channel && subject.seq === seq && subject.modelDigest === modelDigest);
}
// packages/registry/src/verification/fresh.ts
const freshMinutes = 10;
/** What a run under way has still to do is no error yet; `now` is GitHub's time, and without it nothing is fresh. */
function isFresh(at, now) {
	return now !== void 0 && Date.parse(now) - Date.parse(at) < freshMinutes * 6e4;
}
const underWay = `It is ${freshMinutes} minutes young at most, so a run may be about to do that. Later it is an error, which a repair ends.`;
// packages/registry/src/verification/releases.ts
const interrupted$1 = "Registration was interrupted: a repair finishes it, or register-model for the same candidate.";
/** No job lasts so long: after that nobody is at work on a draft any more. */
const abandonedAfterHours = 24;
/** Releases hold what the manifests name, and no draft of ours is left without a manifest. */
async function verifyReleases(releases, graph, findings, { assets, now, onProgress }) {
	const manifests = graph.all("versions");
	const listed = await releases.list();
	const byId = new Map(listed.map((release) => [release.id, release]));
	for (const { path, document: manifest } of manifests) {
		onProgress?.(`release of ${manifest.model} ${manifest.version}`);
		const { id } = manifest.release;
		await verifyRelease(releases, graph, {
			path,
			manifest,
			release: byId.get(id) ?? await releases.get(id),
			assets,
			now
		}, findings);
	}
	const known = new Set(manifests.map(({ document }) => document.release.id));
	for (const draft of listed.filter(({ isDraft }) => isDraft)) {
		const [, mark, model, digest] = marker.exec(draft.body) ?? [];
		if (model === void 0 || digest === void 0 || known.has(draft.id)) continue;
		verifyDraft(draft, {
			isAbandoned: mark === "abandoned",
			model,
			digest,
			now
		}, graph, findings);
	}
}
const marker = /^<!-- tidemark:(release|abandoned) model=(\S+) digest=([0-9a-f]{64}) -->/;
/** A draft is taken up by the next registration of the same bytes; it is left over when those are registered, or nobody came. */
function verifyDraft({ id, tag, changedAt }, { isAbandoned, model, digest, now }, graph, findings) {
	const place = `draft release ${id} (${tag})`;
	const twin = graph.find("digest entries", layout.byDigest(model, digest));
	const said = twin ? `is a twin of ${model} ${twin.version}, which has these bytes in a release of its own` : `was made for ${model} with the digest ${digest}, and no version names it`;
	const hours = now && changedAt ? (Date.parse(now) - Date.parse(changedAt)) / 36e5 : null;
	if (changedAt !== void 0 && (isAbandoned || hours !== null && hours >= abandonedAfterHours)) findings.warn(place, `${said}; nobody came for it in ${Math.floor(hours ?? 0)} hours`, "A repair removes it.", {
		kind: "remove-draft",
		release: id,
		tag,
		model,
		modelDigest: digest,
		changedAt
	});
	else findings.warn(place, said, `Registration was interrupted: run register-model for the same candidate again, which takes it up. A repair removes it when nobody touched it for ${abandonedAfterHours} hours.`);
}
async function verifyRelease(releases, graph, { path, manifest, release, assets, now }, findings) {
	const { model, version } = manifest;
	if (graph.get(retiredEvent(manifest).path) !== void 0) {
		findings.count("retired versions");
		const named = new Set(manifest.files.flatMap(({ parts }) => parts.map(({ asset }) => asset)));
		const kept = release?.assets.filter(({ name }) => named.has(name)).length ?? 0;
		if (kept > 0) findings.notice(path, `is retired, and its release still has ${kept} assets`, "A repair removes them.", {
			kind: "retire-version",
			model,
			version,
			because: "it is retired already"
		});
		return;
	}
	if (release === null) {
		findings.error(path, `its release ${manifest.release.id} is gone, or still a draft that this token cannot see`, "Run register-model again for the same candidate; if that does not help, promote another version.");
		return;
	}
	if (release.isDraft && isFresh(manifest.registeredAt, now)) findings.warn(path, "its release is still a draft", underWay);
	else if (release.isDraft) findings.error(path, "its release is still a draft", interrupted$1, {
		kind: "publish-version",
		model,
		version
	});
	if (!release.isDraft && release.tag !== manifest.release.tag) findings.error(path, `its release has the tag ${release.tag}, expected ${manifest.release.tag}`);
	const problems = await compareAssets(releases, release, manifest);
	for (const problem of problems) findings.error(path, problem, "Do not deploy this version: its assets are not what was registered.");
	if (problems.length > 0) return;
	findings.count("releases");
	if (!assets) return;
	try {
		await downloadModel(releases, manifest);
		findings.count("assets");
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		findings.error(path, describeError(error), error.hint);
	}
}
// packages/registry/src/retention/plan.ts
/**
* Which versions lose their assets under the policy's `retention`, and why; none where it has none. The newest by number stay, and
* what is in a channel, was the last there before, or was in one within the days that the policy names; what an open rollout, a
* pull request or the monitor needs; what is not published yet.
*/
function planRetirement(facts) {
	const { retention } = facts.policy;
	if (retention === void 0) return [];
	const { events, manifests } = facts;
	const sorted = manifests.toSorted((a, b) => compareVersions(b.version, a.version));
	const needed = neededDigests(facts, retention.keepDays);
	const versionsWith = (type) => new Set(events.filter((event) => event.type === type).map(({ subject }) => subject.version));
	const published = versionsWith("version.published");
	const retired = versionsWith("version.retired");
	return sorted.slice(retention.keepNewest).filter(({ version, modelDigest }) => published.has(version) && !retired.has(version) && !needed.has(modelDigest)).map((manifest) => ({
		manifest,
		because: `retention keeps the newest ${retention.keepNewest} and what was in a channel within ${retention.keepDays} days`
	}));
}
function neededDigests({ policy, manifests, events, intents, rollouts, proposed, now }, keepDays) {
	const needed = new Set(proposed);
	for (const { modelDigest, previous } of intents) {
		needed.add(modelDigest);
		if (previous !== null) needed.add(previous.modelDigest);
	}
	for (const { phase, champion, canary } of rollouts) {
		if (phase === "promoted" || phase === "rolled-back") continue;
		needed.add(champion.modelDigest).add(canary.modelDigest);
	}
	for (const { version, modelDigest } of manifests) if (version === policy.monitor?.baseline?.version) needed.add(modelDigest);
	const settled = events.filter(({ type }) => type === "promotion.settled");
	for (const states of Map.groupBy(settled, ({ subject }) => subject.channel).values()) for (const digest of recentDigests(states, {
		now,
		keepDays
	})) needed.add(digest);
	return needed;
}
/** What is in a channel, what was there before, and what left it within so many days. */
function recentDigests(settled, { now, keepDays }) {
	const states = settled.toSorted((a, b) => (b.subject.seq ?? 0) - (a.subject.seq ?? 0));
	const current = states[0]?.subject.modelDigest;
	const previous = states.find(({ subject }) => subject.modelDigest !== current);
	const since = Date.parse(now) - keepDays * 864e5;
	return [...states.filter((_, i) => i === 0 || Date.parse(states[i - 1]?.at ?? now) >= since), ...previous ? [previous] : []].map(({ subject }) => subject.modelDigest);
}
// packages/registry/src/verification/retention.ts
/** Versions whose assets are due to be dropped under their model's policy. */
function findDueRetirements(graph, { policies, intents, rollouts, proposed, now }, findings) {
	const versions = graph.all("versions");
	for (const [model, policy] of policies) {
		const isOwn = (each) => each.model === model;
		const due = planRetirement({
			policy,
			manifests: versions.map(({ document }) => document).filter(isOwn),
			events: graph.all("events").map(({ document }) => document).filter(isOwn),
			intents: intents.filter(isOwn),
			rollouts: rollouts.filter(isOwn),
			proposed,
			now
		});
		for (const { manifest, because } of due) findings.notice(versions.find(({ document }) => document === manifest)?.path ?? "", `is due to be retired: ${because}`, "A repair drops its assets and keeps its manifest.", {
			kind: "retire-version",
			model,
			version: manifest.version,
			because
		});
	}
}
// packages/registry/src/verification/rollouts.ts
/**
* Rollouts are the only files that are replaced, so the branch's history is what proves them: each state lies where it says and
* names registered versions, and with `replay` every one follows from the one before. Returns the newest of each.
*/
async function verifyRollouts(ledger, graph, head, findings, replay) {
	const current = [];
	for (const path of graph.rollouts) {
		const states = [];
		try {
			for (const commit of await ledger.history(path, head)) {
				const text = await ledger.read(path, commit);
				if (text === null) findings.error(path, `was removed in ${commit.slice(0, 7)}`);
				else states.push(parseJsonDocument(RolloutState, text, `${path} of ${commit.slice(0, 7)}`));
			}
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			findings.error(path, describeError(error));
			continue;
		}
		for (const problem of states.flatMap((state) => findStateProblems(graph, state, path))) findings.error(path, problem);
		findings.count("rollouts");
		const problem = replay?.(states) ?? null;
		if (problem !== null) findings.error(path, problem, "Do not trust this rollout: it was not decided from what it says. Find out who wrote it.");
		else if (replay) findings.count("rollout decisions replayed", states.length);
		current.push(...states.slice(-1));
	}
	return current;
}
function findStateProblems(graph, state, path) {
	const { model, channel, champion, canary } = state;
	const expected = rolloutLayout.state(channel, model);
	const unknown = [champion, canary].filter(({ version, modelDigest }) => graph.find("versions", layout.version(model, version))?.modelDigest !== modelDigest);
	return [...expected === path ? [] : [`says that it belongs at ${expected}`], ...unknown.map(({ version }) => `names ${model} ${version}, which is not registered with this digest`)];
}
// packages/registry/src/verification/sequences.ts
/**
* Each settlement follows the one before it, each `seq` of a channel has an event that tells of it, and the channel file
* is not behind what the events know. `intents` are the default branch's channel files, where they are at hand.
*/
function verifySequences(graph, intents, findings) {
	const events = graph.all("events").filter(({ document }) => document.subject.seq !== void 0);
	const channels = Map.groupBy(events, ({ document }) => `${document.model}#${document.subject.channel}`);
	for (const [channel, told] of channels) {
		const intent = intents?.find((each) => `${each.model}#${each.channel}` === channel);
		verifyOrder(told, findings);
		const ended = told.filter(({ document }) => document.type !== "promotion.requested").map(seqOf);
		const known = new Set(told.map(seqOf));
		const newest = Math.max(intent?.seq ?? 0, ...ended);
		const silent = Array.from({ length: newest }, (_, i) => i + 1).filter((seq) => !known.has(seq));
		for (const seq of silent.filter((each) => each !== intent?.seq)) findings.warn(`channel ${channel}`, `has no event for seq ${seq}, though seq ${newest} is known`, "The channel file was moved past it by hand, or an event was removed. `git log -p` of the channel file on the default branch shows which.");
		if (intents !== null) verifyFile(channel, {
			intent,
			ended: Math.max(0, ...ended)
		}, findings);
	}
}
const seqOf = ({ document }) => document.subject.seq ?? 0;
function verifyOrder(told, findings) {
	const settled = told.filter(({ document }) => document.type === "promotion.settled").sort((a, b) => a.document.subject.seq - b.document.subject.seq);
	for (const [i, { path, document }] of settled.entries()) {
		const before = settled.slice(0, i).findLast((each) => each.document.subject.seq < document.subject.seq);
		const { previous } = document;
		if (previous === void 0) continue;
		if ((previous?.modelDigest ?? null) === (before?.document.subject.modelDigest ?? null)) findings.count("successions");
		else findings.error(path, `says that it follows ${previous?.version ?? "nothing"}, but ${before?.document.subject.version ?? "nothing"} was in ${layout.channelTag(document.model, document.subject.channel, document.subject.seq)} before`, restore);
	}
}
function verifyFile(channel, { intent, ended }, findings) {
	if (ended <= (intent?.seq ?? 0)) return;
	findings.warn(`channel ${channel}`, intent === void 0 ? `has no channel file that can be read, though seq ${ended} was decided` : `its file says seq ${intent.seq}, though seq ${ended} was decided`, "The channel file was edited by hand or removed. Put the newest one back by pull request: `git log` of the file on the default branch has it.");
}
// packages/registry/src/verification/tags.ts
const remedy$1 = "Tags are written once. Delete the tag, run the job that made it again, and protect tags by a ruleset.";
const rewritten = "Do not deploy from it. The branch was rewritten after this tag was set, or the tag was moved: push the branch back from a clone that has the old one, and forbid force pushes by a ruleset.";
/**
* Tags point at commits of the branch's history that hold what they stand for, letter for letter as the head does: a tag is the witness of an event,
* of which the id covers neither actor, time nor approvals.
*/
async function verifyTags(ledger, graph, { tags, history, now }, findings) {
	const witnesses = witnessesOf(graph);
	for (const tag of tags) {
		const version = /^([a-z0-9-]+)@v(\d+\.\d+\.\d+)$/.exec(tag);
		const channel = /^([a-z0-9-]+)#([a-z0-9-]+)#(\d+)$/.exec(tag);
		if (!version && !channel) continue;
		const place = `tag ${tag}`;
		const commit = await ledger.resolveTag(tag);
		if (commit === null) {
			findings.error(place, "is not an annotated tag", remedy$1);
			continue;
		}
		const isKnown = history.has(commit);
		if (isKnown === null) findings.skip("whether a tag’s commit is in the history");
		const witnessed = witnesses.get(tag) ?? [];
		if (witnessed.length === 0) {
			findings.error(place, version ? "names a version that is not registered" : "has no promotion.settled event", remedy$1);
			continue;
		}
		if (isKnown === false) {
			findings.error(place, `points at ${commit}, which is not in the branch’s history`, rewritten);
			continue;
		}
		const compared = await Promise.all(witnessed.map(async (fact) => ({
			...fact,
			tagged: await ledger.read(fact.path, commit)
		})));
		const held = compared.filter(({ tagged }) => tagged !== null);
		const missing = version ? compared.find(({ tagged }) => tagged === null) : held.length === 0 && compared[0];
		if (missing) findings.error(place, `points at ${commit}, which does not hold ${missing.path}`, remedy$1);
		const changed = held.filter(({ tagged, text }) => tagged !== text);
		for (const { path, text, tagged } of changed) findings.error(path, `is not what ${tag} was set on: ${describeChange(tagged ?? "", text)} changed since`);
		if (!missing && changed.length === 0) findings.count("tags");
	}
	const names = new Set(tags);
	for (const { path, document: event } of graph.all("events")) {
		const tag = settledTag(event);
		if (tag === null || names.has(tag)) continue;
		if (isFresh(event.at, now)) findings.warn(path, `has no tag ${tag}`, underWay);
		else findings.error(path, `has no tag ${tag}`, "Settling was interrupted: where the channel file still wants this, a repair sets the tag. Where it moved on, nobody was served this version: leave it.");
	}
}
/** For each tag the facts that its commit must hold: what registering a version writes, or the event of a settlement. */
function witnessesOf(graph) {
	const witnesses = new Map();
	const add = (tag, path) => {
		const fact = graph.get(path);
		if (fact) witnesses.set(tag, [...witnesses.get(tag) ?? [], {
			path,
			text: fact.text
		}]);
	};
	for (const { path, document: manifest } of graph.all("versions")) {
		const { model, version, modelDigest, run, evaluation } = manifest;
		const tag = layout.versionTag(model, version);
		for (const each of [
			path,
			layout.byDigest(model, modelDigest),
			run.path,
			evaluation.path
		]) add(tag, each);
	}
	for (const { path, document: event } of graph.all("events")) {
		const tag = event.type === "version.registered" ? layout.versionTag(event.model, event.subject.version ?? "") : settledTag(event);
		if (tag !== null) add(tag, path);
	}
	return witnesses;
}
function settledTag({ type, model, subject: { channel, seq } }) {
	if (type !== "promotion.settled" || channel === void 0 || seq === void 0) return null;
	return layout.channelTag(model, channel, seq);
}
/** Names of the parts that differ; both texts were written as objects, unless somebody broke one. */
function describeChange(before, after) {
	try {
		const [a, b] = [JSON.parse(before), JSON.parse(after)];
		return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name])).join(", ") || "its form";
	} catch {
		return "it";
	}
}
// packages/registry/src/verification/succession.ts
/** Versions of a model in their order, each the next after its parent. */
function verifySuccession(manifests, findings) {
	for (const [i, { path, document }] of manifests.entries()) {
		const before = manifests[i - 1]?.document;
		const { parent, version } = document;
		if (parent?.version !== before?.version) findings.error(path, `follows ${parent?.version ?? "nothing"}, but the version before it is ${before?.version ?? "none"}`, "A manifest was removed, or made by hand. `git log` of the versions folder tells; restore what is missing.");
		else if (parent && before && parent.modelDigest !== before.modelDigest) findings.error(path, `follows ${parent.version} with the digest ${parent.modelDigest}, it has ${before.modelDigest}`);
		else if (!isNext(before?.version, document)) findings.error(path, `is number ${version} after ${before?.version ?? "none"}, which leaves a gap`, "Versions are counted without gaps. Find out who wrote this manifest, or which one was removed.");
		else findings.count("version numbers");
	}
}
function isNext(before, { version, bump }) {
	const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
	const isRepair = bump.kind === "patch" ? patch > 0 : patch === 0;
	if (before === void 0) return major === 1 && minor === 0 && isRepair;
	const [oldMajor = 0, oldMinor = 0] = before.split(".").map(Number);
	return isRepair && (major === oldMajor && minor === oldMinor + 1 || major === oldMajor + 1 && minor === 0);
}
// packages/registry/src/verification/versions.ts
const remedy = "Do not deploy this version. Restore what was changed from a clone that still has it.";
const interrupted = "Registration was interrupted: a repair finishes it, or register-model for the same candidate.";
/** Digest entry → version → digest entry, and every version says what its run and its evaluation say. */
function verifyVersions(graph, { tags, now }, findings) {
	const tagged = new Set(tags);
	for (const { path, document: manifest } of graph.all("versions")) {
		const entry = graph.find("digest entries", layout.byDigest(manifest.model, manifest.modelDigest));
		const { model, version } = manifest;
		if (entry === null) findings.error(path, "its digest is registered as nothing: the by-digest entry was lost", "A repair writes it again from the manifest. Find out who removed it.", {
			kind: "restore-digest-entry",
			model,
			version
		});
		else if (entry.version !== version) findings.error(path, `its digest is registered as ${entry.version}`, "Two manifests claim the same bytes: one of them was made by hand. `git log` of both tells which.");
		const unfinished = [...tagged.has(manifest.release.tag) ? [] : [`has no tag ${manifest.release.tag}`], ...graph.get(publishedEvent(manifest).path) ? [] : ["was never published: no version.published event tells of it"]];
		for (const what of unfinished) if (isFresh(manifest.registeredAt, now)) findings.warn(path, what, underWay);
		else findings.error(path, what, interrupted, {
			kind: "publish-version",
			model,
			version
		});
		for (const problem of findManifestProblems(graph, manifest)) findings.error(path, problem, remedy);
	}
	const byModel = Map.groupBy(graph.all("versions"), ({ document }) => document.model);
	for (const manifests of byModel.values()) verifySuccession(manifests.toSorted((a, b) => compareVersions(a.document.version, b.document.version)), findings);
	for (const { path, document: entry } of graph.all("digest entries")) {
		const manifest = graph.find("versions", layout.version(entry.model, entry.version));
		if (manifest && manifest.modelDigest !== entry.modelDigest) findings.error(path, `names ${entry.version}, whose model digest is ${manifest.modelDigest}`);
	}
}
function findManifestProblems(graph, manifest) {
	const evidence = readEvidence(graph, manifest);
	if (evidence === null) return ["does not name a run, an evaluation, and two datasets with their validations"];
	const { run, evaluation } = evidence;
	const metrics = Object.fromEntries(Object.entries(evaluation.metrics).map(([id, { challenger }]) => [id, challenger.value]));
	return [...[
		[
			"model digest is not that of its run",
			manifest.modelDigest,
			run.output.modelDigest
		],
		[
			"files are not those of its run",
			inOrder(manifest.files.map(({ parts: _, ...file }) => file)),
			inOrder(run.output.files)
		],
		[
			"kind is not that of its run",
			manifest.kind,
			run.output.kind ?? "onnx"
		],
		[
			"image is not that of its run",
			manifest.image ?? null,
			run.output.image ?? null
		],
		[
			"signature is not that of its run",
			manifest.signature,
			run.output.signature
		],
		[
			"source is not that of its run",
			manifest.source,
			run.source
		],
		[
			"metrics are not those of its evaluation",
			manifest.metrics,
			metrics
		],
		[
			"evaluation’s verdict is not pass",
			evaluation.verdict,
			"pass"
		]
	].filter(([, actual, expected]) => canonicalJson(actual) !== canonicalJson(expected)).map(([message]) => `its ${message}`), ...findEvidenceProblems(evidence, statedBy(evidence)).filter(({ path }) => !path?.startsWith("evaluation.policyDigest")).map(({ path, message }) => `its ${path} ${message}`)];
}
/** Files as a set: the order in which a trainer wrote them says nothing. */
function inOrder(files) {
	return [...files].sort((a, b) => a.path < b.path ? -1 : 1);
}
/** The facts that a manifest names, as what they must be; null where one is not there, which references report. */
function readEvidence(graph, manifest) {
	const run = graph.find("runs", manifest.run.path);
	const evaluation = graph.find("evaluations", manifest.evaluation.path);
	const datasets = manifest.datasets.map(({ path }) => graph.find("datasets", path));
	const validations = manifest.validations.map(({ path }) => graph.find("validations", path));
	const [training, holdout] = datasets;
	const [trainingValidation, holdoutValidation] = validations;
	if (!run || !evaluation || !training || !holdout || !trainingValidation || !holdoutValidation) return null;
	return {
		run,
		evaluation,
		datasets: {
			training,
			holdout
		},
		validations: {
			training: trainingValidation,
			holdout: holdoutValidation
		}
	};
}
/** Policy and contract of that day are not stored: what the training data was judged by is what the holdout must be. */
function statedBy({ run, validations }) {
	const { violations, contract } = validations.training;
	return {
		policy: {
			model: run.model,
			data: { violations },
			gate: null,
			kind: run.output.kind,
			signature: run.output.signature
		},
		contractSha256: contract.sha256
	};
}
// packages/registry/src/verification.ts
/**
* Walks the whole graph: every fact parses, lies where its content says, has the id its content gives, names facts that exist
* with the digests it names and agrees with them; tags point at commits that hold what is there now. With `releases`, assets
* are compared with the manifests (their bytes too with `assets`); with `intent`, channel files with tags and manifests; with
* `replay`, decisions with their statistics, kind by kind.
*/
async function verifyRegistry(ledger, options = {}) {
	const { releases, assets = false, intent, replay, onProgress, since, now } = options;
	const findings = new Findings();
	const head = await ledger.head();
	if (head === null) {
		findings.warn("registry branch", "does not exist", "Register a model first, or correct the input registry-branch.");
		return conclude(findings, null);
	}
	const graph = await readFacts(ledger, head, findings, onProgress);
	graph.verifyReferences(findings);
	verifyOrphans(graph, findings);
	const tags = await ledger.tags("");
	verifyVersions(graph, {
		tags,
		now
	}, findings);
	verifyEvents(graph, findings);
	await verifyTags(ledger, graph, {
		tags,
		history: await verifyHistory(ledger, {
			head,
			since
		}, findings),
		now
	}, findings);
	if (releases) await verifyReleases(releases, graph, findings, {
		assets,
		now,
		onProgress
	});
	else findings.skip("releases, which only GitHub has", graph.all("versions").length);
	verifyDrift(graph, findings, replay?.drift);
	verifyPerformance(graph, findings, replay?.performance);
	const rollouts = await verifyRollouts(ledger, graph, head, findings, replay?.rollout);
	let policies = new Map();
	if (intent) {
		const intents = await verifyChannels(ledger, graph, intent, findings);
		verifySequences(graph, intents, findings);
		const proposed = await verifyProposals(graph, {
			...intent,
			intents,
			tags
		}, findings);
		policies = await readPolicies(intent, new Set(graph.all("evaluations").map(({ document }) => document.model)));
		if (now) findDueRetirements(graph, {
			policies,
			intents,
			rollouts,
			proposed,
			now
		}, findings);
	} else {
		verifySequences(graph, null, findings);
		findings.skip("channel files and pull requests, which are not on the registry branch");
	}
	if (replay?.evaluation) verifyDecisions(graph, replay.evaluation, policies, findings);
	return conclude(findings, head);
}
function conclude({ checked, notChecked, problems }, head) {
	return {
		verified: head !== null && problems.every(({ severity }) => severity !== "error"),
		head,
		checked,
		notChecked,
		problems
	};
}
export { assertDriftEvidence as $, compareLineages as A, readPerformanceRecord as B, checkField as C, readVersion as Ct, RegistryView as D, sortRuns as E, readOverview as F, readBaselines as G, openIssue as H, respondToWindows as I, isBaselineOf as J, readDriftRecord as K, readMonitorRecord as L, readServedVersion as M, recordPerformance as N, summarizeModels as O, assertPerformanceEvidence as P, readNewestDrift as Q, newestChecks as R, parseFilter as S, readRollout as St, matchesRun as T, commentOnce as U, nextMonitorStep as V, recordDrift as W, readReferenceData as X, readBaselineVersion as Y, readReferenceFiles as Z, traceVersion as _, settlementOf as _t, rollBackByMonitor as a, listChannels as at, readStory as b, readFact$1 as bt, proposeRollback as c, createEvent as ct, repairRegistry as d, downloadParts as dt, returnChannel as et, planRepair as f, readPolicy as ft, readCompared as g, readOutcome as gt, channelsOf as h, readChannelState as ht, planMonitorRollback as i, checkProposedChannels as it, judgedOutcomesEvent as j, versionsOf as k, settleAtOnce as l, registerModel as lt, askChannel as m, newestSettledSeq as mt, keepComment as n, postStatus as nt, recordRequest as o, settlePromotions as ot, describeStep as p, isSettled as pt, checkedEvent as q, readRollbackPage as r, proposePromotion as rt, rollbackIntent as s, settleMerged as st, verifyRegistry as t, rollBackEvents as tt, planRollback as u, downloadModel as ut, readVersions as v, commitPlan as vt, checkFilter as w, readRuns as x, readReferenced as xt, describeBump as y, readChannel as yt, readPerformanceGround as z };

import { C as describeProblem, E as Name, F as digestOf, I as sha256, L as storedJson, M as compareVersions, N as parseVersion, P as canonicalJson, S as TidemarkError, b as parseYamlDocument, j as Version, y as parseJsonDocument } from "./start.js";
import { C as RegistryEvent, D as eventTypes, E as VersionManifest, O as Baseline, S as DigestEntry, T as Validation, _ as rolloutLayout, a as featuresDigest, b as ChannelIntent, c as modelDigest, d as validationId, f as Waiver, i as eventId, k as DriftCheck, l as referTo, m as RolloutState, n as datasetDigest, o as lookupFiles, p as ModelPolicy, r as evaluationId, t as layout, u as runId, v as Evaluation, w as Run, x as Dataset } from "./schemas.js";
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
* holds all of it. Throws `REGISTRY_CONFLICT` where the branch never stood still.
*/
async function commitPlan({ ledger, clock }, plan) {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const head = await ledger.head();
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
	throw new TidemarkError("REGISTRY_CONFLICT", `the registry branch moved ${attempts} times in a row while a commit was being made`, { hint: "Run the job again. If this repeats, let fewer jobs register at the same time (workflow concurrency)." });
}
/** Appends facts, as `commitPlan` does, and returns the commit that holds all of them. */
async function append(registry, plan) {
	return await commitPlan(registry, plan);
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
	const prefix = layout.channelTag(model, channel, 0).slice(0, -1);
	const seqs = (await ledger.tags(prefix)).map((tag) => Number(tag.slice(prefix.length))).filter((seq) => Number.isInteger(seq) && seq < below);
	return Math.max(0, ...seqs);
}
/** What is in the channel: the wanted version once it is settled, until then the one it follows. */
async function readChannelState(ledger, intent) {
	if (intent === null) return null;
	const { version, modelDigest, seq, previous } = intent;
	if (await isSettled(ledger, intent, {
		version,
		modelDigest,
		seq
	})) return {
		version,
		modelDigest,
		seq
	};
	return previous !== null && await isSettled(ledger, intent, previous) ? previous : null;
}
function conflict(tag, what) {
	return new TidemarkError("TAG_CONFLICT", `the tag ${tag} ${what}`, { hint: "A channel moves by promotion pull requests, which count seq up by one. Undo the edit, or delete a tag that was made by hand, and protect tags by a ruleset." });
}
// packages/registry/src/policy.ts
/** The policy and the contract's digest as a commit of the default branch has them, whatever the branch at hand says. */
async function readPolicy({ reviews, policyRoot }, model, ref) {
	const read = async (path) => {
		const text = await reviews.readFile(path, ref);
		if (text !== null) return text;
		throw new TidemarkError("FILE_NOT_FOUND", `${path} is not on the default branch (${ref})`, { hint: "The default branch decides policy and contract. Merge the file there first, or correct the inputs model and policy-root." });
	};
	const path = layout.policy(policyRoot, model);
	const policy = parseYamlDocument(ModelPolicy, await read(path), path);
	if (policy.model !== model) throw new TidemarkError("POLICY_INVALID", `${path} says model ${policy.model}, its folder says ${model}`, { hint: "Folder and name must agree. Rename one of them." });
	return {
		policy,
		contractSha256: sha256(await read(`${policyRoot}/${model}/${policy.data.contract}`))
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
	expect("run.data.features (its query and lookups)", run.data.features, featuresOf(run));
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
		const bytes = files.get(file.path);
		if (bytes === void 0) problems.push({
			file: file.path,
			message: "is named by the run but did not arrive"
		});
		else if (sha256(bytes) !== file.sha256 || bytes.length !== file.sizeBytes) problems.push({
			file: file.path,
			message: `has ${bytes.length} bytes of sha256 ${sha256(bytes)}, expected ${file.sizeBytes} of ${file.sha256}`
		});
	}
	const digest = modelDigest(run.output.files);
	if (digest !== run.output.modelDigest) problems.push({
		path: "run.output.modelDigest",
		message: `is ${run.output.modelDigest}, its files give ${digest}`
	});
	return problems;
}
// packages/registry/src/release.ts
/** GitHub refuses assets of exactly 2 GiB and more. */
const largestPartBytes = Math.floor(1.9 * 1024 ** 3);
/** How a model's files become assets: safe lower-case names, parts under 1.9 GiB. */
function planAssets(files, bytesOf, partBytes = largestPartBytes) {
	const taken = new Set();
	return [...files].sort((a, b) => a.path < b.path ? -1 : 1).map((file) => {
		const bytes = bytesOf.get(file.path);
		const count = Math.max(1, Math.ceil(bytes.length / partBytes));
		const base = assetName(file.path, file.sha256, taken);
		const parts = Array.from({ length: count }, (_, i) => {
			const part = bytes.subarray(i * partBytes, (i + 1) * partBytes);
			return {
				asset: count === 1 ? base : `${base}.part-${String(i + 1).padStart(4, "0")}`,
				sizeBytes: part.length,
				sha256: sha256(part)
			};
		});
		return {
			...file,
			parts
		};
	});
}
/**
* A draft release that holds exactly these assets, each compared with GitHub's own digest. Takes up a draft that an earlier
* attempt left behind: finished uploads are kept, broken ones (`starter`) are made anew.
*/
async function stageRelease(releases, { model, version, modelDigest, files, bytesOf, found }) {
	const tag = layout.versionTag(model, version);
	let release = found ?? await releases.createDraft({
		tag,
		name: `${model} ${version}`,
		body: draftBody(model, modelDigest)
	});
	if (release.tag !== tag) release = await releases.update(release.id, {
		tag,
		name: `${model} ${version}`
	});
	const assets = [];
	for (const file of files) {
		let offset = 0;
		for (const part of file.parts) {
			const bytes = bytesOf.get(file.path).subarray(offset, offset + part.sizeBytes);
			assets.push(await stageAsset(releases, release, {
				...part,
				bytes
			}));
			offset += part.sizeBytes;
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
			const digest = sha256(await releases.download(asset.id));
			if (digest !== part.sha256) problems.push(`asset ${asset.name} has sha256 ${digest}, expected ${part.sha256}`);
		}
	}
	return problems;
}
/** Downloads a version's files and verifies every part and file. Throws `RELEASE_ASSET_MISMATCH`. */
async function downloadModel(releases, manifest) {
	const release = await releases.get(manifest.release.id);
	if (release === null) throw new TidemarkError("RELEASE_FAILED", `the release of ${manifest.model} ${manifest.version} is gone`, { hint: "Its assets were deleted. Run verify-registry; register the model again from its run." });
	const byName = new Map(release.assets.map((asset) => [asset.name, asset]));
	const files = new Map();
	for (const file of manifest.files) {
		const parts = [];
		for (const part of file.parts) {
			const asset = byName.get(part.asset);
			const bytes = asset && asset.sizeBytes === part.sizeBytes ? await releases.download(asset.id) : null;
			if (bytes === null || sha256(bytes) !== part.sha256) throw new TidemarkError("RELEASE_ASSET_MISMATCH", `asset ${part.asset} of ${manifest.model} ${manifest.version} is not what was registered`, {
				hint: "The asset changed after registration. Run verify-registry; do not deploy this version.",
				problems: [{
					file: part.asset,
					message: `expected ${part.sizeBytes} bytes of sha256 ${part.sha256}, found ${bytes ? sha256(bytes) : `${asset?.sizeBytes ?? "no"} bytes`}`
				}]
			});
			parts.push(bytes);
		}
		files.set(file.path, parts.length === 1 ? parts[0] : Buffer.concat(parts));
	}
	return files;
}
async function stageAsset(releases, release, part) {
	const present = release.assets.find((asset) => asset.name === part.asset);
	if (present && present.state === "uploaded" && present.sizeBytes === part.sizeBytes) {
		if ((present.sha256 ?? sha256(await releases.download(present.id))) === part.sha256) return present;
	}
	if (present) await releases.removeAsset(present.id);
	const uploaded = await releases.upload(release.id, {
		name: part.asset,
		bytes: part.bytes
	});
	const digest = uploaded.sha256 ?? sha256(await releases.download(uploaded.id));
	if (digest === part.sha256) return uploaded;
	throw new TidemarkError("RELEASE_ASSET_MISMATCH", `GitHub stored ${part.asset} with sha256 ${digest}, sent ${part.sha256}`, { hint: "The upload was damaged on its way. Run the job again: the draft is taken up where it stands." });
}
function draftBody(model, modelDigest) {
	return `${draftMarker(model, modelDigest)}\nRegistered by Tidemark. The manifest on the registry branch says what these files are.`;
}
function assetName(path, digest, taken) {
	const name = path.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "").slice(0, 150) || "file";
	const unique = taken.has(name) ? `${digest.slice(0, 12)}-${name}` : name;
	taken.add(unique);
	return unique;
}
// packages/registry/src/promotion-check.ts
/**
* What must hold for a channel to move to a version, all of it judged from the base's policy and the registry: nothing of
* the proposed branch but the channel file is believed. `base` is the channel file that the change would replace; at
* settling, when it is replaced already, it is left out.
*/
async function checkPromotion({ ledger, releases }, change) {
	const { proposed, policy } = change;
	const checks = [
		...change.base === void 0 ? [] : [checkSequence(proposed, change.base)],
		await guarded("previous", () => checkPrevious(ledger, proposed)),
		checkChannel(proposed, policy)
	];
	const head = await ledger.head();
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
	checks.push(isReturn(proposed) ? checkReturn(proposed, known) : await guarded("evidence", () => checkEvidence(ledger, {
		...change,
		manifest: known,
		head
	})));
	checks.push(await guarded("published", () => checkPublished(ledger, known, head)));
	checks.push(await guarded("release", () => checkRelease(releases, known)));
	return checks;
}
function checkSequence(proposed, base) {
	const expected = (base?.seq ?? 0) + 1;
	const stands = base === null ? "the channel is empty" : `the channel file is at seq ${base.seq} (${base.version})`;
	if (proposed.seq === expected) return passed("sequence", `${stands}, this makes it seq ${expected}`);
	return failed("sequence", `${stands}; this change says seq ${proposed.seq}. Run register-model again to refresh it`);
}
/** What the intent follows must be the newest that was in the channel: it is the champion that the gate has to have met. */
async function checkPrevious(ledger, proposed) {
	const newest = await newestSettledSeq(ledger, proposed, proposed.seq);
	const { previous } = proposed;
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
	const event = {
		type: "version.published",
		subject: {
			version: manifest.version,
			modelDigest: manifest.modelDigest
		},
		cause: referTo("", manifest).sha256
	};
	const found = await readFact$1(ledger, RegistryEvent, layout.event(manifest.model, eventId(event), event.type), head);
	return found ? passed("published", `published ${found.at} by ${found.actor}`) : failed("published", "registration was not finished; run register-model for the same candidate again");
}
async function checkRelease(releases, manifest) {
	const release = await releases.get(manifest.release.id);
	const problems = release === null ? ["the release is gone, or still a draft"] : await compareAssets(releases, release, manifest);
	if (release?.isDraft) problems.push("the release is still a draft");
	const count = manifest.files.reduce((sum, file) => sum + file.parts.length, 0);
	return problems.length === 0 ? passed("release", `${count} asset${count === 1 ? "" : "s"} with the registered digests`) : failed("release", problems.join("; "));
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
// packages/registry/src/rolled-back.ts
/** The mark on bytes that a rollout took back from a channel: one a digest and channel, found without a search. */
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
* What was rolled back once comes again with a waiver only: a file of the default branch (`ref`) that one of the model's owners
* answers for, about exactly these bytes and this channel, and not expired by GitHub's clock.
*/
async function checkRolledBack(registry, { proposed, policy, ref }) {
	if (isReturn(proposed)) return [];
	const { ledger, clock } = registry;
	const mark = await readFact$1(ledger, RegistryEvent, markOf(proposed).path, await ledger.head());
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
function describeChanges(before, after) {
	if (before === null) return [];
	const reasons = [];
	if (before.data.dataset !== after.data.dataset) reasons.push(`training data: ${before.data.acceptedRows.toLocaleString("en")} → ${after.data.acceptedRows.toLocaleString("en")} rows`);
	if (before.data.trainingFeatures !== after.data.trainingFeatures || before.data.features !== after.data.features) reasons.push("features query");
	if (before.executor !== after.executor) reasons.push(`executor: ${before.executor} → ${after.executor}`);
	const keys = [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].sort();
	for (const key of keys) {
		const [from, to] = [before.parameters[key], after.parameters[key]];
		if (from !== to) reasons.push(`parameter ${key}: ${from ?? "default"} → ${to ?? "default"}`);
	}
	if (before.seed !== after.seed) reasons.push(`seed: ${before.seed} → ${after.seed}`);
	if (before.source.sha !== after.source.sha) reasons.push(`code: ${before.source.sha.slice(0, 7)} → ${after.source.sha.slice(0, 7)}`);
	return reasons;
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
async function registerModel(registry, { evidence, files, ...expected }) {
	assertEvidence(evidence, files, expected);
	if (evidence.evaluation.verdict !== "pass") return recordRefusal(registry, evidence);
	const committed = await commitVersion(registry, {
		evidence,
		files,
		policy: expected.policy
	});
	const release = await publishVersion(registry, committed.manifest);
	return {
		registered: true,
		...committed,
		release
	};
}
/** Finishes what lies between a committed manifest and a published version: tag, release, event. Harmless to repeat. */
async function publishVersion(registry, manifest) {
	const { releases } = registry;
	const release = await releases.get(manifest.release.id);
	if (release === null) throw new TidemarkError("RELEASE_FAILED", `the release of ${manifest.model} ${manifest.version} is gone`, { hint: "Somebody deleted it. Its version cannot be deployed; register a new candidate." });
	const problems = await compareAssets(releases, release, manifest);
	if (problems.length > 0) throw new TidemarkError("RELEASE_ASSET_MISMATCH", `the release of ${manifest.model} ${manifest.version} is not what was registered`, {
		hint: "Do not deploy this version. Run verify-registry.",
		problems: problems.map((message) => ({ message }))
	});
	await ensureTag(registry, manifest);
	const published = release.isDraft ? await releases.update(release.id, {
		isDraft: false,
		isPrerelease: true
	}) : release;
	await append(registry, async () => {
		return {
			facts: [await createEvent(registry, {
				type: "version.published",
				model: manifest.model,
				subject: {
					version: manifest.version,
					modelDigest: manifest.modelDigest
				},
				cause: referTo("", manifest).sha256
			})],
			message: `Publish ${manifest.model} ${manifest.version}`
		};
	});
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
async function commitVersion(registry, { evidence, files, policy }) {
	const { ledger, releases } = registry;
	const { model } = policy;
	const digest = evidence.run.output.modelDigest;
	const stored = planAssets(evidence.run.output.files, files);
	const marker = draftMarker(model, digest);
	const drafts = (await releases.drafts()).filter((draft) => draft.body.startsWith(marker)).sort((a, b) => a.id - b.id);
	let release = drafts[0] ?? null;
	let manifest = null;
	let isNew = false;
	let adopted = evidence;
	await append(registry, async (head) => {
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
		const versions = await listVersions(ledger, model, head);
		const newest = await readVersion(ledger, model, versions.at(-1) ?? "", head);
		const plan = planVersion({
			newest,
			newestRun: newest && head !== null ? await readReferenced(ledger, Run, newest.run, head) : null,
			run: evidence.run,
			takenVersions: await burnedVersions(registry, model, versions)
		});
		release = await stageRelease(releases, {
			model,
			version: plan.version,
			modelDigest: digest,
			files: stored,
			bytesOf: files,
			found: release
		});
		adopted = await adoptEvidence(registry, evidence, head);
		manifest = createManifest({
			evidence: adopted,
			plan,
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
			version: plan.version
		};
		const registered = await createEvent(registry, {
			type: "version.registered",
			model,
			subject: {
				version: plan.version,
				modelDigest: digest
			},
			cause: adopted.evaluation.id
		});
		return {
			facts: [
				...evidenceFacts(adopted),
				{
					path: layout.version(model, plan.version),
					document: manifest
				},
				{
					path: layout.byDigest(model, digest),
					document: entry
				},
				registered
			],
			message: `Register ${model} ${plan.version}\n\n${plan.bump.reasons.join("\n")}`
		};
	});
	if (manifest === null) throw new Error(`by-digest of ${model} names a version that is not there`);
	const kept = manifest.release.id;
	for (const draft of [...drafts, ...release ? [release] : []]) if (draft.id !== kept && draft.isDraft) await releases.remove(draft.id);
	return {
		manifest,
		evidence: adopted,
		isNew
	};
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
	return {
		run: await adopt(ledger, Run, {
			path: layout.run(model, run.id, run.source.committedAt),
			document: run
		}, head),
		evaluation: await adopt(ledger, Evaluation, {
			path: layout.evaluation(model, evaluation.id),
			document: evaluation
		}, head),
		datasets: {
			training: await dataset(datasets.training),
			holdout: await dataset(datasets.holdout)
		},
		validations: {
			training: await validation(validations.training),
			holdout: await validation(validations.holdout)
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
		kind: "onnx",
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
async function burnedVersions({ ledger }, model, versions) {
	const prefix = layout.versionTag(model, "");
	const tagged = (await ledger.tags(prefix)).map((tag) => tag.slice(prefix.length));
	const known = new Set(versions);
	return tagged.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && !known.has(version));
}
async function ensureTag({ ledger }, manifest) {
	const name = manifest.release.tag;
	const head = await ledger.head();
	if (head === null) throw new Error("a registered version without a registry branch");
	if (await ledger.createTag({
		name,
		commit: head,
		message: `${manifest.model} ${manifest.version}\n\nmodel digest sha256:${manifest.modelDigest}`
	}) === "created") return;
	if ((await readVersion(ledger, manifest.model, manifest.version, await ledger.resolveTag(name)))?.modelDigest === manifest.modelDigest) return;
	throw new TidemarkError("TAG_CONFLICT", `the tag ${name} exists and does not point at this version`, { hint: "Somebody made or moved the tag by hand. Delete it, then run the job again, and protect tags by a ruleset." });
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
		approvedBy
	});
}
/** What follows the event. The tag comes last: it says that nothing is left to do. */
async function completeSettlement(registry, intent, { commit, approvedBy }) {
	const { model, version, channel, seq } = intent;
	await markReleased(registry, intent, commit);
	const name = layout.channelTag(model, channel, seq);
	const message = `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(", ") || "nobody"}`;
	await registry.ledger.createTag({
		name,
		commit,
		message
	});
	await isSettled(registry.ledger, intent, intent);
	return name;
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
* stop the others.
*/
async function settlePromotions(registry) {
	const settlements = [];
	const branch = await registry.reviews.defaultBranch();
	const ref = await registry.reviews.branchHead(branch);
	if (ref === null) return settlements;
	for (const named of await listChannels(registry, ref)) {
		const settlement = await settleChannel(registry, {
			...named,
			ref,
			branch
		});
		if (settlement !== null) settlements.push(settlement);
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
async function settleChannel(registry, { model, channel, ref, branch }) {
	let intent = null;
	try {
		intent = await readChannel(registry.reviews, registry.policyRoot, {
			model,
			channel,
			ref
		});
		if (intent === null || await isSettled(registry.ledger, intent, intent)) return null;
		if (await isRolloutsTurn(registry, intent)) return null;
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
	const isPlanned = judge.policy.rollout !== void 0 && previous !== null && !isReturn(intent);
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
			})],
			message: `${verbs[outcome]} ${model} ${version} on ${channel} (seq ${seq})`
		};
	});
	const tag = outcome === "settled" ? await completeSettlement(registry, intent, {
		commit,
		approvedBy
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
/** Whether the promotion was accepted before and its rollout, or what undoes it, has yet to end. */
async function isRolloutsTurn({ ledger }, intent) {
	return await readOutcome(ledger, intent, "promotion.merged") !== null;
}
/** The merged pull request that put exactly this intent on the default branch; an older one from the same branch did not. */
async function findPromotion(registry, intent, branch) {
	const { reviews, policyRoot } = registry;
	const path = layout.channel(policyRoot, intent.model, intent.channel);
	const text = storedJson(intent);
	const candidates = await reviews.pullRequestsFrom(layout.promotionBranch(intent.model, intent.channel, intent.version));
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
	const needed = policy.channels[channel]?.approvals ?? 1;
	const by = approvedBy.length > 0 ? `: ${approvedBy.join(", ")}` : "";
	const detail = `${approvedBy.length} of ${needed} by people with write access, other than who made the candidate, on the merged head${by}`;
	return approvedBy.length >= needed ? passed("approvals", detail) : failed("approvals", detail);
}
/** People other than the author and whoever registered the version, with write access, whose last word on the merged head is an approval. */
async function countApprovals({ reviews, ledger }, pullRequest, intent, ref) {
	const head = await ledger.head() ?? ref;
	const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, head);
	const makers = new Set([pullRequest.author, manifest.registeredBy].map((login) => login.toLowerCase()));
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
	return {
		head,
		channels: await checkAll(registry, pullRequest.baseBranch === defaultBranch && files.length < listedFiles ? channelsOf(files, policyRoot) : await changedChannels(registry, await reviews.mergeBase(base, head), head), {
			base,
			head,
			extra: [pullRequest.baseBranch === defaultBranch ? passed("base", `into ${defaultBranch}`) : failed("base", `it goes into ${pullRequest.baseBranch}; channels are decided on ${defaultBranch}`), checkScope(files, policyRoot)]
		})
	};
}
/** Reviewers of a promotion approve a promotion: anything else in the pull request would ride along unseen. */
function checkScope(files, policyRoot) {
	const others = files.flatMap(({ path, previousPath }) => previousPath === null ? [path] : [path, previousPath]).filter((path) => channelOf(path, policyRoot) === null);
	if (files.length >= listedFiles) return failed("scope", "it changes too many files to tell");
	if (others.length === 0) return passed("scope", "only channel files change");
	return failed("scope", `it also changes ${others.slice(0, 5).join(", ")}; put that in another pull request`);
}
async function checkAll(registry, channels, { base, head, extra }) {
	const results = [];
	for (const { model, channel } of channels) {
		const { version, checks } = await checkChannelFile(registry, {
			model,
			channel,
			base,
			head
		});
		results.push({
			intent: {
				model,
				channel,
				version
			},
			checks: [...checks, ...extra]
		});
	}
	return results;
}
async function checkChannelFile(registry, { model, channel, base, head }) {
	const { reviews, policyRoot } = registry;
	const path = layout.channel(policyRoot, model, channel);
	try {
		const text = await reviews.readFile(path, head);
		if (text === null) return {
			version: "",
			checks: [failed("channel file", `${path} is gone: a channel moves, it does not end`)]
		};
		const proposed = parseJsonDocument(ChannelIntent, text, path);
		if (proposed.model !== model || proposed.channel !== channel) return {
			version: "",
			checks: [failed("channel file", `${path} is about ${proposed.model}, channel ${proposed.channel}`)]
		};
		const judge = await readPolicy(registry, model, base);
		const checks = [...await checkPromotion(registry, {
			proposed,
			base: await readChannel(reviews, policyRoot, {
				model,
				channel,
				ref: base
			}),
			...judge
		}), ...await checkRolledBack(registry, {
			proposed,
			policy: judge.policy,
			ref: base
		})];
		return {
			version: proposed.version,
			checks
		};
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		const detail = [error.message, ...error.problems.map(describeProblem)].join("; ");
		return {
			version: "",
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
function channelsOf(files, policyRoot) {
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
	const declined = known.find((each) => each.state === "closed" && !each.isMerged && !each.body.includes(supersededMarker));
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
		seq: (current?.seq ?? 0) + 1,
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
async function supersede({ reviews }, older, by) {
	await reviews.updatePullRequest(older.number, { body: `${supersededMarker}\n${older.body}` });
	await reviews.comment(older.number, `Superseded by #${by}, which proposes a newer version for the same channel.`);
	await reviews.updatePullRequest(older.number, { state: "closed" });
	await reviews.deleteBranch(older.headBranch);
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
	const manifest = await readVersion(registry.ledger, model, previous.version, await registry.ledger.head());
	if (manifest === null) return null;
	return proposeReturn(registry, {
		schema: "tidemark/channel/v1",
		model,
		channel,
		seq: seq + 1,
		version: previous.version,
		modelDigest: previous.modelDigest,
		manifest: referTo(layout.version(model, previous.version), manifest),
		run: manifest.run,
		evaluation: manifest.evaluation,
		previous
	}, describe);
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
async function proposeReturn(registry, wanted, describe) {
	const { reviews, policyRoot } = registry;
	const { model, channel, version, modelDigest } = wanted;
	const path = layout.channel(policyRoot, model, channel);
	const text = storedJson(wanted);
	const branch = layout.promotionBranch(model, channel, version);
	const base = await reviews.defaultBranch();
	const known = (await reviews.pullRequestsFrom(branch)).filter((each) => each.isSameRepository);
	const request = requestOf(wanted);
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
	const pullRequest = proposed ?? await openReturn(registry, {
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
async function openReturn({ reviews }, { wanted, text, path, branch, base, known, describe }) {
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
function requestOf({ model, channel, version, modelDigest, seq }) {
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
	const request = requestOf(wanted);
	const path = layout.event(wanted.model, eventId(request), request.type);
	return await readFact$1(ledger, RegistryEvent, path, await ledger.head()) !== null;
}
// packages/registry/src/drift/evidence.ts
/**
* Checks that each fact names the next one, that the version's own data are the reference, that the default branch's policy was
* applied, and that every check replays. Throws one `DIGEST_MISMATCH` with all that does not fit.
*/
function assertDriftEvidence({ baseline, reference, dataset, checks }, { manifest, referenceFiles, policy, replay }) {
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
	expect(`reference.files (${manifest.version}’s own)`, listed(reference.files), listed(referenceFiles));
	for (const check of checks) {
		const place = `check of ${check.window.start}`;
		expect(`${place}: baseline`, check.baseline, id);
		expect(`${place}: dataset`, check.dataset, dataset.digest);
		expect(`${place}: modelDigest`, check.modelDigest, modelDigest);
		expect(`${place}: policy (the default branch decides it)`, canonicalJson(check.policy), canonicalJson(policy));
		if (!isWeekAfter(check, baseline)) problems.push({
			path: place,
			message: "is no week after the reference period"
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
const listed = (files) => [...new Set(files.map(({ sha256 }) => sha256))].sort().join(" ");
function isWeekAfter({ window: { start, end } }, { period }) {
	return (Date.parse(end) - Date.parse(start)) / 864e5 === 7 && new Date(start).getUTCDay() === 1 && start >= period.end;
}
// packages/registry/src/drift/plan.ts
/**
* The next step towards what the windows on record ask for, or null. It follows the windows in order of time, so that drift which
* came and went between two runs is told and resolved; `inconclusive` windows change nothing. A window is told of once, whatever
* people did with the issue since, and one episode of drift asks for one training.
*/
function nextDriftStep(record, { retrain }) {
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
			return {
				kind: "resolve",
				check,
				shown: upTo(windows, check),
				issue: open.issue ?? null
			};
		}
		const untold = run.checks.filter(({ window }) => !told.has(window.start));
		if (untold.length > 0) {
			const issue = unresolved(record, last.window.start).findLast((event) => event.issue !== void 0)?.issue;
			return {
				kind: "tell",
				checks: untold,
				shown: upTo(windows, last),
				issue: issue ?? null
			};
		}
		if (run !== lastDrift || retrain === void 0) continue;
		const starts = new Set(run.checks.map(({ window }) => window.start));
		const isDispatched = eventsOf(record, "retraining.dispatched").some((event) => starts.has(startOf$1(record, event)));
		const isOpen = unresolved(record, last.window.start).some((event) => starts.has(startOf$1(record, event)));
		const toldBy = told.get(last.window.start);
		if (!isDispatched && isOpen && toldBy) return {
			kind: "retrain",
			check: last,
			toldBy
		};
	}
	return null;
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
/** What was told of windows up to a day and is not resolved, in order of time. */
function unresolved(record, until) {
	const resolved = eventsOf(record, "drift.resolved");
	return eventsOf(record, "drift.detected").filter((event) => startOf$1(record, event) <= until).filter((event) => !resolved.some((other) => event.issue === void 0 ? other.issue === void 0 && startOf$1(record, other) > startOf$1(record, event) : other.issue === event.issue)).sort((a, b) => startOf$1(record, a) < startOf$1(record, b) ? -1 : 1);
}
const upTo = (windows, { window }) => windows.filter((each) => each.window.start <= window.start);
const eventsOf = ({ events }, type) => events.filter((event) => event.type === type);
/** The start of the window that an event speaks of; '' where its check is gone. */
const startOf$1 = (record, { cause }) => record.startOf.get(cause.slice(0, 64)) ?? "";
// packages/registry/src/drift/subject.ts
/** The version whose data and scores are what is normal, or null where there is none yet. */
async function readBaselineVersion({ ledger, reviews, policyRoot }, { model, channel, monitor }) {
	const head = await ledger.head();
	if (monitor.baseline !== void 0) return readVersion(ledger, model, monitor.baseline.version, head);
	const state = await readChannelState(ledger, await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: await reviews.defaultBranch()
	}));
	return state === null ? null : readVersion(ledger, model, state.version, head);
}
/** Digests of the files that a version was trained on and judged by: its reference data. */
async function readReferenceFiles(ledger, manifest, at) {
	return (await Promise.all(manifest.datasets.map((each) => readReferenced(ledger, Dataset, each, at)))).flatMap(({ files }) => files);
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
	const outcomes = baseline.columns.flatMap(({ family, kind, name }) => family === "labels" && kind === "numeric" ? [name] : []);
	return baseline.modelDigest === modelDigest && baseline.dataset === dataset && baseline.features === features && outcomes.join("\n") === (monitor.label?.column ?? "");
}
// packages/registry/src/drift/record.ts
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
	const isEvent = new RegExp(`^models/${model}/events/[0-9a-f]{2}/[0-9a-f]{64}-(drift\\.(detected|resolved)|retraining\\.dispatched)\\.json$`);
	const events = await readAll(ledger, RegistryEvent, paths.filter((path) => isEvent.test(path)), at);
	const startOf = new Map(checkPaths.map(({ id, start }) => [id, start]));
	if (baseline === null) return {
		windows: [],
		events,
		startOf
	};
	const starts = new Set([...new Set(checkPaths.map(({ start }) => start))].sort().slice(-53));
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
// packages/registry/src/drift/respond.ts
/** A run that told of drift is given so long to start the training before another one takes it for dead. */
const leaseMs = 9e5;
const label = "tidemark-drift";
/** More than any year of windows asks for. */
const mostSteps = 200;
/**
* Does what the windows on record ask for: opens, updates and closes the model's issue and starts a training. It depends on what is
* on record alone, so a run that was killed anywhere is finished by the next, and two at once end as one.
*/
async function respondToDrift(registry, options) {
	let record = await readDriftRecord(registry.ledger, options);
	const response = {
		done: [],
		problems: [],
		issue: null,
		windows: record.windows
	};
	let { retrain } = options.policy;
	for (let steps = 0; steps < mostSteps; steps++) {
		const step = nextDriftStep(record, { retrain });
		if (step === null) return response;
		let events = [];
		if (step.kind === "tell") events = await tell(registry, {
			...options,
			step,
			record,
			response
		});
		else if (step.kind === "resolve") events = await resolve(registry, {
			...options,
			step,
			response
		});
		else events = await startTraining(registry, {
			...options,
			step,
			response,
			workflow: retrain?.workflow ?? ""
		});
		if (step.kind === "retrain") retrain = void 0;
		record = {
			...record,
			events: [...record.events, ...events]
		};
	}
	throw new Error(`more than ${mostSteps} steps for the drift of ${options.model}`);
}
async function tell(registry, { step, policy, telling, record, response, ...subject }) {
	const issue = policy.issue ? await tellInIssue(registry, {
		step,
		telling,
		record,
		response
	}) : null;
	response.issue = issue ?? response.issue;
	const events = [];
	for (const check of step.checks) events.push(await recordEvent(registry, subject, {
		type: "drift.detected",
		cause: causeOf(check),
		reasons: reasonsOf(check),
		issue,
		message: `Tell of drift of ${subject.model} in the week of ${check.window.start}`
	}));
	return events;
}
async function tellInIssue({ issues }, { step: { issue: known, shown, checks }, telling, record, response }) {
	const text = telling.describe(shown);
	const over = new Set(record.events.flatMap((event) => event.type === "drift.resolved" ? event.issue ?? [] : []));
	/** Ours by their first line and by who wrote them, the oldest first: what a killed run or one at the same time opened. */
	const findOurs = async () => (await issues.newestOpen()).filter(({ number, body, isTrusted }) => isTrusted && body.startsWith(telling.marker) && !over.has(number)).sort((a, b) => a.number - b.number);
	const told = known === null ? null : await issues.get(known);
	const open = told?.state === "open" ? told : (await findOurs())[0];
	const weeks = checks.map(({ window }) => window.start).join(", ");
	if (open) {
		if (open.title !== text.title || open.body !== text.body) await issues.update(open.number, text);
		response.done.push(`Updated issue #${open.number} for the week of ${weeks}.`);
		return open.number;
	}
	const opened = await issues.open({
		...text,
		labels: [label]
	});
	const first = (await findOurs())[0];
	if (first === void 0 || first.number >= opened.number) {
		response.done.push(`Opened issue #${opened.number} for the week of ${weeks}.`);
		return opened.number;
	}
	await issues.update(opened.number, { state: "not_planned" });
	response.done.push(`Issue #${first.number} tells of the week of ${weeks}.`);
	return first.number;
}
async function resolve(registry, { step, telling, response, policy: _, ...subject }) {
	const { issues } = registry;
	const { check, shown, issue: number } = step;
	const issue = number === null ? null : await issues.get(number);
	if (issue?.state === "open") {
		const comment = `<!-- tidemark:drift-resolved ${check.id} -->\n${telling.describeEnd(check)}`;
		if (!(await issues.comments(issue.number)).includes(comment)) await issues.comment(issue.number, comment);
		await issues.update(issue.number, {
			...telling.describe(shown),
			state: "completed"
		});
		response.done.push(`Closed issue #${issue.number}: the week of ${check.window.start} passes.`);
	}
	response.issue = number ?? response.issue;
	return [await recordEvent(registry, subject, {
		type: "drift.resolved",
		cause: causeOf(check, number),
		reasons: [`The week of ${check.window.start} passes.`],
		issue: number,
		message: `Resolve the drift of ${subject.model} with the week of ${check.window.start}`
	})];
}
async function startTraining(registry, { step, response, workflow, policy: _, telling: __, ...subject }) {
	const { check, toldBy } = step;
	const { model } = subject;
	if (await isOthers(registry, toldBy)) {
		response.done.push(`Another run told of the week of ${check.window.start} just now, and starts ${workflow}.`);
		return [];
	}
	try {
		const branch = await registry.reviews.defaultBranch();
		await registry.workflows.dispatch({
			workflow,
			branch,
			inputs: { model }
		});
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		if (!["GITHUB_NOT_FOUND", "GITHUB_DENIED"].includes(error.code)) throw error;
		response.problems.push(error);
		return [];
	}
	response.done.push(`Started ${workflow} for ${model}.`);
	return [await recordEvent(registry, subject, {
		type: "retraining.dispatched",
		cause: causeOf(check),
		reasons: [workflow],
		issue: toldBy.issue ?? null,
		message: `Retrain ${model} for the week of ${check.window.start}`
	})];
}
/** Whether another run wrote the event so shortly ago that it may still be at work. */
async function isOthers({ runUrl, clock }, { runUrl: other, at }) {
	const runOf = (url) => url?.replace(/\/attempts\/\d+$/, "");
	if (other === void 0 || runOf(other) === runOf(runUrl)) return false;
	return Date.parse(await clock.now()) - Date.parse(at) < leaseMs;
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
function reasonsOf({ results }) {
	return results.filter(({ verdict }) => verdict === "warn" || verdict === "fail").sort((a, b) => (b.effect ?? 0) - (a.effect ?? 0)).slice(0, 50).map(({ column, family, reason }) => `${family} ${column.slice(0, 200)}: ${reason}`);
}
// packages/registry/src/overview/events.ts
/** Routine looks come last: of very many events, those that changed something are read. */
const routine = ["drift.checked"];
/** A model's events, newest first; of those at the same second, the later step of the loop first. */
async function readEvents(facts, model, { paths, most }) {
	const isRoutine = (path) => routine.some((type) => path.endsWith(`-${type}.json`));
	const sorted = [...paths.filter((path) => !isRoutine(path)), ...paths.filter(isRoutine)];
	if (sorted.length > most) facts.report(`models/${model}/events`, `holds ${sorted.length} events; ${most} were read`);
	return (await facts.readAll(RegistryEvent, model, sorted.slice(0, most))).sort((a, b) => compareText(b.at, a.at) || eventTypes.indexOf(b.type) - eventTypes.indexOf(a.type) || (b.subject.seq ?? 0) - (a.subject.seq ?? 0) || compareText(a.id, b.id));
}
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
		const [, channel = "", seq] = /^[^#]*#([^#]*)#([1-9]\d{0,8})$/.exec(tag) ?? [];
		if (!tag.startsWith(`${model}#`) || !Name.safeParse(channel).success) continue;
		tagged.set(channel, [...tagged.get(channel) ?? [], Number(seq)]);
	}
	const settled = events.filter(({ type }) => type === "promotion.settled");
	for (const { subject, id, type } of settled) {
		const { channel, seq } = subject;
		if (channel === void 0 || seq === void 0 || tagged.get(channel)?.includes(seq)) continue;
		const tag = layout.channelTag(model, channel, seq);
		facts.report(layout.event(model, id, type), `the tag ${tag} is missing, so nothing is in ${channel} by it yet`);
	}
	const channels = [];
	for (const [channel, seqs] of [...tagged].sort(([a], [b]) => compareText(a, b))) {
		const tenures = [];
		for (const seq of seqs.sort((a, b) => a - b)) {
			const event = settled.find(({ subject }) => subject.channel === channel && subject.seq === seq);
			if (event?.subject.version === void 0) facts.report(layout.channelTag(model, channel, seq), "is a tag without the event that says which version it is");
			else appendTenure(tenures, seq, event);
		}
		const newest = tenures.at(-1);
		if (newest) await proveNewest(ledger, facts, {
			model,
			channel,
			newest
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
/** What production runs must not rest on a tag that somebody moved. */
async function proveNewest(ledger, facts, { model, channel, newest }) {
	try {
		await isSettled(ledger, {
			model,
			channel
		}, newest);
	} catch (error) {
		if (!(error instanceof TidemarkError)) throw error;
		facts.report(layout.channelTag(model, channel, newest.seq), error.message);
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
		findProblems: (manifest) => [...modelDigest(manifest.files) === manifest.modelDigest ? [] : [`its files give the model digest ${modelDigest(manifest.files)}`], ...manifest.files.filter((file) => file.parts.reduce((sum, part) => sum + part.sizeBytes, 0) !== file.sizeBytes).map((file) => `the parts of ${file.path} do not add up to ${file.sizeBytes} bytes`)],
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
		findProblems: (run) => [...runId(run) === run.id ? [] : [`its content gives the id ${runId(run)}`], ...modelDigest(run.output.files) === run.output.modelDigest ? [] : ["its files do not give its model digest"]],
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
		references: (event) => event.subject.version ? [{
			path: layout.version(event.model, event.subject.version),
			sha256: ""
		}] : []
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
/** Reads every file at `head`; what cannot be read, or is not as its own content demands, is reported. */
async function readFacts(ledger, head, findings, onProgress) {
	const graph = new FactGraph();
	const paths = await ledger.files(head);
	for (const [i, path] of paths.entries()) {
		onProgress?.(`${i + 1} of ${paths.length} facts`);
		const kind = kinds.find((each) => each.pattern.test(path));
		if (kind) readFact(graph, findings, {
			kind,
			path,
			text: await ledger.read(path, head) ?? ""
		});
		else if (/^rollouts\/[^/]+\/[^/]+\.json$/.test(path)) graph.rollouts.push(path);
		else if (!path.startsWith("rollouts/") && path !== "README.md") findings.warn(path, "is not a file that Tidemark writes", "Remove it in a commit of its own, or move it to the default branch.");
	}
	return graph;
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
		if (storedJson(document) !== text) findings.error(path, "is not in the stored form (sorted keys, two spaces, final newline)");
		if (kind.pathOf(document) !== path) findings.error(path, `says that it belongs at ${kind.pathOf(document)}`);
		for (const problem of kind.findProblems(document)) findings.error(path, problem);
		findings.count(kind.name);
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
/** Reads at once: enough to hide the network's delay, few enough not to be taken for an attack. */
const atOnce = 16;
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
		}))).filter((document) => document !== null);
	}
};
/** As `Promise.all` over `map`, with a bound on how much happens at once. */
async function mapBounded(items, map) {
	const results = new Array(items.length);
	let next = 0;
	const work = async () => {
		for (let at = next++; at < items.length; at = next++) results[at] = await map(items[at]);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
	return results;
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
		states.push(state);
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
	"promotion.requested": "proposed",
	"promotion.merged": "merged",
	"rollout.opened": "merged",
	"promotion.refused": "refused",
	"rollout.rolled-back": "rolled-back",
	"version.rolled-back": "rolled-back",
	"promotion.settled": "former"
};
/** What the newest event that changes anything says; events come newest first. */
function statusOf(events) {
	for (const { type } of events) {
		const status = statusAfter[type];
		if (status !== void 0) return status;
	}
	return "registered";
}
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
	const [channels, { manifests, older }, drift, rollouts] = await Promise.all([
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
		events
	};
}
function groupByModel(files) {
	const models = new Map();
	for (const path of files) {
		const { model = "", kind } = (/^models\/(?<model>[^/]+)\/(?<kind>versions|events|drift)\/.+\.json$/.exec(path) ?? /^(?<kind>rollouts)\/[^/]+\/(?<model>[^/]+)\.json$/.exec(path))?.groups ?? {};
		if (kind === void 0 || !Name.safeParse(model).success) continue;
		const paths = models.get(model) ?? {
			versions: [],
			events: [],
			drift: [],
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
// packages/registry/src/verification/channels.ts
/** Channel files of the default branch name registered versions and their evidence, and are settled. */
async function verifyChannels(ledger, graph, { reviews, policyRoot }, findings) {
	const ref = await reviews.branchHead(await reviews.defaultBranch());
	if (ref === null) return;
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
			if (intent !== null) await verifyChannel(ledger, graph, {
				intent,
				path
			}, findings);
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			findings.error(path, describeError(error), error.hint);
		}
	}
}
async function verifyChannel(ledger, graph, { intent, path }, findings) {
	const problems = findIntentProblems(graph, intent);
	for (const problem of problems) findings.error(path, problem, "Return the channel to a registered version by pull request.");
	if (problems.length > 0) return;
	if (!await isSettled(ledger, intent, intent)) await warnOfUnsettled(ledger, {
		intent,
		path
	}, findings);
	findings.count("channels");
}
async function warnOfUnsettled(ledger, { intent, path }, findings) {
	const wanted = `wants ${intent.version} (seq ${intent.seq})`;
	if (await readOutcome(ledger, intent, "rollout.rolled-back") !== null) findings.warn(path, `${wanted}, which was rolled back`, "Merge the pull request that returns the channel to what is in it.");
	else if (await readOutcome(ledger, intent, "promotion.merged") !== null) findings.count("rollouts under way");
	else findings.warn(path, `${wanted}, which is not settled yet`, "Run promote-model with mode settle; it says what is missing.");
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
async function verifyDecisions(graph, replay, intent, findings) {
	const gates = new Map();
	const ref = intent && await intent.reviews.branchHead(await intent.reviews.defaultBranch());
	for (const { path, document: evaluation } of graph.all("evaluations")) {
		const { model } = evaluation;
		if (intent && ref && !gates.has(model)) gates.set(model, await readGate(intent, model, ref));
		const gate = gates.get(model) ?? null;
		const policy = gate !== null && digestOf(gate) === evaluation.policyDigest ? gate : null;
		const problem = replay(evaluation, policy);
		if (problem !== null) findings.error(path, problem, "Do not deploy what rests on this decision: it was not made from what it says. Run evaluate-gate again.");
		else if (policy === null) findings.skip("decisions not replayed, since their policy is not at hand");
		else findings.count("decisions replayed");
	}
}
/** The gate's rules on the default branch; null where there are none that can be read, which is no fault of the registry. */
async function readGate(intent, model, ref) {
	try {
		return (await readPolicy(intent, model, ref)).policy.gate;
	} catch (error) {
		if (error instanceof TidemarkError && error.code.startsWith("GITHUB_")) throw error;
		if (error instanceof TidemarkError) return null;
		throw error;
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
	for (const { path, document: event } of graph.all("events")) if (speaksOfDrift.has(event.type) && !ids.has(`${event.model} ${event.cause.slice(0, 64)}`)) findings.error(path, `speaks of the drift check ${event.cause}, which is not there`);
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
function findEventProblems(graph, { type, model, subject, cause }) {
	const problems = [];
	const manifest = subject.version === void 0 ? null : graph.find("versions", layout.version(model, subject.version));
	if (manifest && manifest.modelDigest !== subject.modelDigest) problems.push(`speaks of ${subject.version} with the model digest ${subject.modelDigest}, it has ${manifest.modelDigest}`);
	if (type === "version.registered" || type === "gate.failed") {
		const evaluation = graph.find("evaluations", layout.evaluation(model, cause));
		if (evaluation?.challenger.modelDigest !== subject.modelDigest) problems.push(`rests on the evaluation ${cause}, which is not one of the model digest ${subject.modelDigest}`);
		else if (evaluation.verdict === "pass" !== (type === "version.registered")) problems.push(`does not follow from the evaluation ${cause}, whose verdict is ${evaluation.verdict}`);
	}
	return problems;
}
// packages/registry/src/verification/findings.ts
const restore = "Restore the file from a clone that still has it, and find out who could write to the registry branch.";
/** What a walk over the registry has found so far. */
var Findings = class {
	problems = [];
	checked = {};
	notChecked = {};
	error(path, message, remedy = restore) {
		this.problems.push({
			severity: "error",
			path,
			message,
			remedy
		});
	}
	warn(path, message, remedy) {
		this.problems.push({
			severity: "warning",
			path,
			message,
			remedy
		});
	}
	count(name) {
		this.checked[name] = (this.checked[name] ?? 0) + 1;
	}
	skip(name) {
		this.notChecked[name] = (this.notChecked[name] ?? 0) + 1;
	}
};
// packages/registry/src/verification/releases.ts
const interrupted = "Registration was interrupted: run register-model for the same candidate again.";
/** Releases hold what the manifests name, and no draft of ours is left without a manifest. */
async function verifyReleases(releases, graph, findings, { assets, onProgress }) {
	const manifests = graph.all("versions");
	for (const { path, document } of manifests) {
		onProgress?.(`release of ${document.model} ${document.version}`);
		await verifyRelease(releases, {
			path,
			manifest: document,
			assets
		}, findings);
	}
	const known = new Set(manifests.map(({ document }) => document.release.id));
	for (const draft of await releases.drafts()) {
		const [, model, digest] = /^<!-- tidemark:release model=(\S+) digest=([0-9a-f]{64}) -->/.exec(draft.body) ?? [];
		if (model === void 0 || known.has(draft.id)) continue;
		findings.warn(`draft release ${draft.id} (${draft.tag})`, `was made for ${model} with the digest ${digest}, and no version names it`, `${interrupted} That finishes the draft or removes it; where the candidate is gone, delete the draft.`);
	}
}
async function verifyRelease(releases, { path, manifest, assets }, findings) {
	const release = await releases.get(manifest.release.id);
	if (release === null) {
		findings.error(path, `its release ${manifest.release.id} is gone, or still a draft that this token cannot see`, "Run register-model again for the same candidate; if that does not help, promote another version.");
		return;
	}
	if (release.isDraft) findings.error(path, "its release is still a draft", interrupted);
	if (release.tag !== manifest.release.tag) findings.error(path, `its release has the tag ${release.tag}, expected ${manifest.release.tag}`);
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
// packages/registry/src/verification/rollouts.ts
/**
* Rollouts are the only files that are replaced, so the branch's history is what proves them: each state lies where it says and
* names registered versions, and with `replay` every one follows from the one before.
*/
async function verifyRollouts(ledger, graph, head, findings, replay) {
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
		else if (replay) for (const _ of states) findings.count("rollout decisions replayed");
	}
}
function findStateProblems(graph, state, path) {
	const { model, channel, champion, canary } = state;
	const expected = rolloutLayout.state(channel, model);
	const unknown = [champion, canary].filter(({ version, modelDigest }) => graph.find("versions", layout.version(model, version))?.modelDigest !== modelDigest);
	return [...expected === path ? [] : [`says that it belongs at ${expected}`], ...unknown.map(({ version }) => `names ${model} ${version}, which is not registered with this digest`)];
}
// packages/registry/src/verification/tags.ts
const remedy$1 = "Tags are written once. Delete the tag, run the job that made it again, and protect tags by a ruleset.";
/**
* Tags point at commits that hold what they stand for, letter for letter as the head does: a tag is the witness of an event,
* of which the id covers neither actor, time nor approvals.
*/
async function verifyTags(ledger, graph, tags, findings) {
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
		const witnessed = witnesses.get(tag) ?? [];
		if (witnessed.length === 0) {
			findings.error(place, version ? "names a version that is not registered" : "has no promotion.settled event", remedy$1);
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
		if (tag !== null && !names.has(tag)) findings.error(path, `has no tag ${tag}`, "Settling was interrupted: run promote-model with mode settle again.");
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
// packages/registry/src/verification/versions.ts
const remedy = "Do not deploy this version. Restore what was changed from a clone that still has it.";
/** Digest entry → version → digest entry, and every version says what its run and its evaluation say. */
function verifyVersions(graph, tags, findings) {
	const tagged = new Set(tags);
	for (const { path, document: manifest } of graph.all("versions")) {
		const entry = graph.find("digest entries", layout.byDigest(manifest.model, manifest.modelDigest));
		if (entry?.version !== manifest.version) findings.error(path, `its digest is registered as ${entry?.version ?? "nothing"}`, "Two manifests claim the same bytes, or the by-digest entry was lost. Restore it from history.");
		if (!tagged.has(manifest.release.tag)) findings.error(path, `has no tag ${manifest.release.tag}`, "Registration was interrupted: run register-model for the same candidate again.");
		for (const problem of findManifestProblems(graph, manifest)) findings.error(path, problem, remedy);
	}
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
			manifest.files.map(({ parts: _, ...file }) => file),
			run.output.files
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
			gate: null
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
	const { releases, assets = false, intent, replay, onProgress } = options;
	const findings = new Findings();
	const head = await ledger.head();
	if (head === null) {
		findings.warn("registry branch", "does not exist", "Register a model first, or correct the input registry-branch.");
		return conclude(findings, false);
	}
	const graph = await readFacts(ledger, head, findings, onProgress);
	graph.verifyReferences(findings);
	const tags = await ledger.tags("");
	verifyVersions(graph, tags, findings);
	verifyEvents(graph, findings);
	await verifyTags(ledger, graph, tags, findings);
	if (releases) await verifyReleases(releases, graph, findings, {
		assets,
		onProgress
	});
	if (intent) await verifyChannels(ledger, graph, intent, findings);
	verifyDrift(graph, findings, replay?.drift);
	await verifyRollouts(ledger, graph, head, findings, replay?.rollout);
	if (replay?.evaluation) await verifyDecisions(graph, replay.evaluation, intent, findings);
	return conclude(findings, findings.problems.every((problem) => problem.severity !== "error"));
}
function conclude({ checked, notChecked, problems }, verified) {
	return {
		verified,
		checked,
		notChecked,
		problems
	};
}
export { commitPlan as A, downloadModel as C, readChannelState as D, newestSettledSeq as E, readReferenced as M, readRollout as N, readOutcome as O, readVersion as P, registerModel as S, isSettled as T, checkProposedChannels as _, readBaselines as a, settleMerged as b, isBaselineOf as c, nextDriftStep as d, assertDriftEvidence as f, proposePromotion as g, postStatus as h, recordDrift as i, readChannel as j, settlementOf as k, readBaselineVersion as l, rollBackEvents as m, readOverview as n, readDriftRecord as o, returnChannel as p, respondToDrift as r, checkedEvent as s, verifyRegistry as t, readReferenceFiles as u, listChannels as v, readPolicy as w, createEvent as x, settlePromotions as y };

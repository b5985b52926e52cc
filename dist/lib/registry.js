import { C as digestOf, S as canonicalJson, T as storedJson, _ as DigestEntry, a as modelDigest, b as Validation, c as validationId, f as ModelPolicy, g as Dataset, h as ChannelIntent, i as eventId, l as parseJsonDocument, n as datasetDigest, o as referTo, p as Evaluation, r as evaluationId, s as runId, t as layout, u as parseYamlDocument, v as RegistryEvent, w as sha256, x as VersionManifest, y as Run } from "./schemas.js";
import { b as compareVersions, d as describeProblem, m as Name, u as TidemarkError, x as parseVersion, y as Version } from "./start.js";
// packages/registry/src/facts.ts
function storedFact({ path, document }) {
	return {
		path,
		text: storedJson(document)
	};
}
/** Reads and validates a fact; null where it does not exist. */
async function readFact(ledger, schema, path, at) {
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
	return readFact(ledger, VersionManifest, layout.version(model, version), at);
}
async function findByDigest(ledger, model, digest, at) {
	return (await readFact(ledger, DigestEntry, layout.byDigest(model, digest), at))?.version ?? null;
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
const attempts = 40;
/**
* Appends facts by compare-and-swap: `plan` is asked again at every head until its facts are in. Facts are create-only and
* the first writer wins, so a path that is already taken is left out; a plan that adds nothing commits nothing. Returns the
* commit that holds all of them.
*/
async function append({ ledger, clock }, plan) {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const head = await ledger.head();
		const { facts, message } = await plan(head);
		const present = await Promise.all(facts.map(async ({ path }) => head !== null && await ledger.read(path, head) !== null));
		const files = facts.filter((_, i) => !present[i]).map(storedFact);
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
/** The document that already lies at a fact's path, or the fact's own: what later facts have to name. */
async function adopt(ledger, schema, fact, head) {
	return await readFact(ledger, schema, fact.path, head) ?? fact.document;
}
// packages/registry/src/evidence.ts
/**
* Recomputes every digest and checks that each fact names the next one: dataset → validation → run → evaluation → bytes.
* Throws one `DIGEST_MISMATCH` with all that does not fit.
*/
function assertEvidence(evidence, files, policy) {
	const problems = [...findEvidenceProblems(evidence, policy), ...findFileProblems(evidence.run, files)];
	if (problems.length === 0) return;
	throw new TidemarkError("DIGEST_MISMATCH", "the evidence does not fit together", {
		hint: "Run the workflow again from validate-data, without editing what travels between its jobs.",
		problems
	});
}
/** What does not fit between the facts of one candidate; empty when all does. */
function findEvidenceProblems({ run, evaluation, datasets, validations }, policy) {
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
		expect(`validations.${split}.violations`, digestOf(validations[split].violations), digestOf(policy.data.violations));
	}
	expect("run.id", run.id, runId(run));
	expect("run.data.dataset", run.data.dataset, datasets.training.digest);
	expect("run.data.validation", run.data.validation, validations.training.id);
	expect("evaluation.id", evaluation.id, evaluationId(evaluation));
	expect("evaluation.run", evaluation.run, run.id);
	expect("evaluation.challenger.modelDigest", evaluation.challenger.modelDigest, run.output.modelDigest);
	expect("evaluation.holdout.dataset", evaluation.holdout.dataset, datasets.holdout.digest);
	expect("evaluation.holdout.validation", evaluation.holdout.validation, validations.holdout.id);
	expect("evaluation.holdout.features", evaluation.holdout.features, run.data.features);
	expect("evaluation.policyDigest (the default branch decides the gate)", evaluation.policyDigest, digestOf(policy.gate));
	const trained = new Set(datasets.training.files.map((file) => file.sha256));
	for (const file of datasets.holdout.files) if (trained.has(file.sha256)) problems.push({
		path: `datasets.holdout ${file.path}`,
		message: "was also trained on"
	});
	return problems;
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
* the proposed branch but the channel file is believed.
*/
async function checkPromotion({ ledger, releases }, { proposed, base, policy }) {
	const checks = [checkSequence(proposed, base), checkChannel(proposed, policy)];
	const head = await ledger.head();
	const manifest = await readManifest(ledger, proposed, head);
	if (manifest instanceof TidemarkError || head === null) return [...checks, {
		name: "manifest",
		verdict: "fail",
		detail: manifest instanceof TidemarkError ? manifest.message : "no registry branch"
	}];
	checks.push({
		name: "manifest",
		verdict: "pass",
		detail: `${manifest.model} ${manifest.version}, digest ${manifest.modelDigest.slice(0, 12)}`
	});
	checks.push(await checkEvidence(ledger, {
		manifest,
		proposed,
		policy,
		head
	}));
	checks.push(await checkPublished(ledger, manifest, head));
	checks.push(await checkRelease(releases, manifest));
	return checks;
}
function checkSequence(proposed, base) {
	const expected = base === null ? null : {
		version: base.version,
		modelDigest: base.modelDigest,
		seq: base.seq
	};
	const seq = (base?.seq ?? 0) + 1;
	const fits = proposed.seq === seq && canonicalJson(proposed.previous) === canonicalJson(expected);
	const stands = base === null ? "the channel is empty" : `the channel is at ${base.version} (seq ${base.seq})`;
	return {
		name: "sequence",
		verdict: fits ? "pass" : "fail",
		detail: fits ? `${stands}, this makes it seq ${seq}` : `${stands}; this change was made for another state. Run register-model again to refresh it`
	};
}
function checkChannel(proposed, policy) {
	const fits = proposed.model === policy.model && Object.hasOwn(policy.channels, proposed.channel);
	return {
		name: "channel",
		verdict: fits ? "pass" : "fail",
		detail: fits ? `model.yaml allows the channel ${proposed.channel}` : `model.yaml of ${policy.model} has no channel ${proposed.channel}`
	};
}
async function readManifest(ledger, proposed, head) {
	const expectedPath = layout.version(proposed.model, proposed.version);
	try {
		if (head === null || proposed.manifest.path !== expectedPath) throw new TidemarkError("PROMOTION_REFUSED", `the channel file names ${proposed.manifest.path}, expected ${expectedPath}`, { hint: "" });
		const manifest = await readReferenced(ledger, VersionManifest, proposed.manifest, head);
		if (manifest.modelDigest === proposed.modelDigest && manifest.version === proposed.version && manifest.model === proposed.model) return manifest;
		throw new TidemarkError("PROMOTION_REFUSED", `${proposed.manifest.path} is about ${manifest.model} ${manifest.version} with another digest`, { hint: "" });
	} catch (error) {
		if (error instanceof TidemarkError) return error;
		throw error;
	}
}
async function checkEvidence(ledger, { manifest, proposed, policy, head }) {
	const name = "evidence";
	try {
		const [run, evaluation] = await Promise.all([readReferenced(ledger, Run, manifest.run, head), readReferenced(ledger, Evaluation, manifest.evaluation, head)]);
		const datasets = await Promise.all(manifest.datasets.map((reference) => readReferenced(ledger, Dataset, reference, head)));
		const validations = await Promise.all(manifest.validations.map((reference) => readReferenced(ledger, Validation, reference, head)));
		const [training, holdout, trainingValidation, holdoutValidation] = [
			datasets[0],
			datasets[1],
			validations[0],
			validations[1]
		];
		if (!training || !holdout || !trainingValidation || !holdoutValidation) return {
			name,
			verdict: "fail",
			detail: "the manifest names too few datasets or validations"
		};
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
		}, policy).map((problem) => `${problem.path ?? problem.file ?? ""} ${problem.message}`);
		if (run.output.modelDigest !== manifest.modelDigest) problems.push("the run made another model");
		if (evaluation.verdict !== "pass") problems.push(`the gate said ${evaluation.verdict}`);
		const champion = proposed.previous?.modelDigest ?? null;
		if ((evaluation.champion?.modelDigest ?? null) !== champion) problems.push(`it was compared with ${evaluation.champion?.version ?? "no champion"}, the channel holds ${proposed.previous?.version ?? "none"}`);
		if (problems.length > 0) return {
			name,
			verdict: "fail",
			detail: problems.join("; ")
		};
		return {
			name,
			verdict: "pass",
			detail: `the gate passed against ${evaluation.champion?.version ?? "no champion"} under this branch’s policy`
		};
	} catch (error) {
		if (error instanceof TidemarkError) return {
			name,
			verdict: "fail",
			detail: error.message
		};
		throw error;
	}
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
	const found = await readFact(ledger, RegistryEvent, layout.event(manifest.model, eventId(event), event.type), head);
	return {
		name: "published",
		verdict: found ? "pass" : "fail",
		detail: found ? `published ${found.at} by ${found.actor}` : "registration was not finished; run register-model or verify-registry with repair"
	};
}
async function checkRelease(releases, manifest) {
	const release = await releases.get(manifest.release.id);
	const problems = release === null ? ["the release is gone"] : findAssetProblems(release, manifest);
	if (release?.isDraft) problems.push("the release is still a draft");
	const count = manifest.files.reduce((sum, file) => sum + file.parts.length, 0);
	return {
		name: "release",
		verdict: problems.length === 0 ? "pass" : "fail",
		detail: problems.length === 0 ? `${count} asset${count === 1 ? "" : "s"} with the registered digests` : problems.join("; ")
	};
}
// packages/registry/src/signature.ts
/**
* Whether callers of `previous` can call `next` unchanged. Inputs may only widen (a fixed size becomes free), outputs may only
* narrow or be added; a name gone, added to the inputs or retyped is incompatible, and makes the next version a major one.
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
			const from = describeShape(before.shape);
			const to = describeShape(after.shape);
			if (from === to) continue;
			((role === "input" ? covers(after.shape, before.shape) : covers(before.shape, after.shape)) ? changes : breaks).push(`${role} ${before.name} changed shape from ${from} to ${to}`);
		}
	}
	for (const after of next) {
		if (previousNames.has(after.name)) continue;
		(role === "input" ? breaks : changes).push(`${role} ${after.name} is new`);
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
async function registerModel(registry, { evidence, files, policy }) {
	assertEvidence(evidence, files, policy);
	if (evidence.evaluation.verdict !== "pass") return recordRefusal(registry, evidence);
	const { manifest, isNew } = await commitVersion(registry, {
		evidence,
		files,
		policy
	});
	return {
		registered: true,
		manifest,
		isNew,
		release: await publishVersion(registry, manifest)
	};
}
/** Finishes what lies between a committed manifest and a published version: tag, release, event. Harmless to repeat. */
async function publishVersion(registry, manifest) {
	const { releases } = registry;
	const release = await releases.get(manifest.release.id);
	if (release === null) throw new TidemarkError("RELEASE_FAILED", `the release of ${manifest.model} ${manifest.version} is gone`, { hint: "Somebody deleted it. Its version cannot be deployed; register a new candidate." });
	const problems = findAssetProblems(release, manifest);
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
	await append(registry, async (head) => {
		const existing = await findByDigest(ledger, model, digest, head);
		if (existing !== null) {
			manifest = await readVersion(ledger, model, existing, head);
			isNew = false;
			return {
				facts: [],
				message: ""
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
		const adopted = await adoptEvidence(registry, evidence, head);
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
// packages/registry/src/proposal.ts
/** The commit status that branch protection requires on promotion pull requests. */
const statusContext = "tidemark/promotion";
/** The policy as the default branch has it, whatever the branch at hand says. */
async function readPolicy({ reviews, policyRoot }, model, ref) {
	const path = layout.policy(policyRoot, model);
	const text = await reviews.readFile(path, ref);
	if (text === null) throw new TidemarkError("FILE_NOT_FOUND", `${path} is not on ${ref}`, { hint: "The default branch decides the policy. Merge model.yaml there first, or correct the inputs model and policy-root." });
	const policy = parseYamlDocument(ModelPolicy, text, path);
	if (policy.model === model) return policy;
	throw new TidemarkError("POLICY_INVALID", `${path} says model ${policy.model}, its folder says ${model}`, { hint: "Folder and name must agree. Rename one of them." });
}
/**
* Opens (or refreshes) the pull request that moves a channel to a version, posts its check's status, and closes those for
* older versions. A pull request that people closed without merging stays closed.
*/
async function proposePromotion(registry, { manifest, channel, policy, describe }) {
	const { reviews, policyRoot } = registry;
	const { model, version } = manifest;
	const base = await reviews.defaultBranch();
	const current = await readChannel(reviews, policyRoot, {
		model,
		channel,
		ref: base
	});
	if (current?.modelDigest === manifest.modelDigest) return {
		outcome: "in-place",
		intent: current
	};
	const branch = layout.promotionBranch(model, channel, version);
	const known = await reviews.pullRequestsFrom(branch);
	const open = known.find((each) => each.state === "open");
	const declined = known.find((each) => each.state === "closed" && !each.isMerged && each.isSameRepository);
	if (!open && declined) return {
		outcome: "declined",
		pullRequest: declined
	};
	const intent = {
		schema: "tidemark/channel/v1",
		model,
		channel,
		seq: (current?.seq ?? 0) + 1,
		version,
		modelDigest: manifest.modelDigest,
		manifest: referTo(layout.version(model, version), manifest),
		previous: current && {
			version: current.version,
			modelDigest: current.modelDigest,
			seq: current.seq
		}
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
	const checks = await checkPromotion(registry, {
		proposed: intent,
		base: current,
		policy
	});
	await postStatus(registry, pullRequest.headSha, checks);
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
				cause: intent.manifest.sha256,
				pullRequest: pullRequest.number,
				previous: intent.previous && {
					version: intent.previous.version,
					modelDigest: intent.previous.modelDigest
				}
			})],
			message: `Request ${model} ${version} for ${channel}`
		};
	});
	return {
		outcome: "open",
		pullRequest,
		intent,
		checks,
		superseded: await supersede(registry, {
			model,
			channel,
			branch,
			by: pullRequest.number
		})
	};
}
/** Posts the promotion check's outcome on a commit. */
async function postStatus({ reviews, runUrl }, sha, checks) {
	const failed = checks.filter((check) => check.verdict === "fail");
	const description = failed.length === 0 ? `${checks.length} checks passed` : `${failed.length} failed: ${failed.map((check) => check.name).join(", ")}`;
	await reviews.setStatus(sha, {
		context: statusContext,
		state: failed.length === 0 ? "success" : "failure",
		description: description.slice(0, 140),
		...runUrl === void 0 ? {} : { url: runUrl }
	});
}
async function supersede({ reviews }, { model, channel, branch, by }) {
	const superseded = [];
	for (const older of await reviews.openPullRequests(layout.promotionBranch(model, channel, ""))) {
		if (older.headBranch === branch || !older.isSameRepository) continue;
		await reviews.comment(older.number, `Superseded by #${by}, which proposes a newer version for the same channel.`);
		await reviews.updatePullRequest(older.number, { state: "closed" });
		await reviews.deleteBranch(older.headBranch);
		superseded.push(older.number);
	}
	return superseded;
}
// packages/registry/src/settlement.ts
/**
* Brings every channel whose desired version is not in production yet there, or says why not: repeats the promotion check,
* counts approvals on the merged head, writes the event, then the tag. What is settled already is left alone, so it does
* not matter which event woke it or how often.
*/
async function settlePromotions(registry) {
	const settlements = [];
	const branch = await registry.reviews.defaultBranch();
	const ref = await registry.reviews.branchHead(branch);
	if (ref === null) return settlements;
	for (const { model, channel } of await listChannels(registry, ref)) {
		const intent = await readChannel(registry.reviews, registry.policyRoot, {
			model,
			channel,
			ref
		});
		if (intent === null) continue;
		const tag = layout.channelTag(model, channel, intent.seq);
		if (await registry.ledger.resolveTag(tag) !== null) continue;
		settlements.push(await settleChannel(registry, {
			intent,
			tag,
			ref
		}));
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
async function settleChannel(registry, { intent, tag, ref }) {
	const { model, channel, seq, version, modelDigest } = intent;
	const policy = await readPolicy(registry, model, ref);
	const pullRequest = await findPromotion(registry, intent);
	const approvedBy = pullRequest ? await countApprovals(registry, pullRequest) : [];
	const checks = [
		...await checkPromotion(registry, {
			proposed: intent,
			base: intent.previous,
			policy
		}),
		await checkPrevious(registry, intent),
		checkPullRequest(pullRequest),
		checkApprovals(approvedBy, policy, channel)
	];
	const reasons = checks.filter((check) => check.verdict === "fail").map((check) => `${check.name}: ${check.detail}`);
	const isSettled = reasons.length === 0;
	const at = await registry.clock.now();
	const commit = await append(registry, async () => {
		return {
			facts: [await createEvent(registry, {
				type: isSettled ? "promotion.settled" : "promotion.refused",
				model,
				subject: {
					version,
					modelDigest,
					channel,
					seq
				},
				cause: pullRequest?.mergeSha ?? ref,
				previous: intent.previous && {
					version: intent.previous.version,
					modelDigest: intent.previous.modelDigest
				},
				approvedBy,
				...pullRequest ? { pullRequest: pullRequest.number } : {},
				...pullRequest?.mergeSha ? { mergeSha: pullRequest.mergeSha } : {},
				...isSettled ? {} : { reasons }
			})],
			message: `${isSettled ? "Settle" : "Refuse"} ${model} ${version} on ${channel} (seq ${seq})`
		};
	});
	if (isSettled) {
		await registry.ledger.createTag({
			name: tag,
			commit,
			message: `${model} ${version} is in ${channel}\n\napproved by ${approvedBy.join(", ") || "nobody"}`
		});
		await markReleased(registry, intent, commit);
	}
	await postStatus(registry, pullRequest?.mergeSha ?? ref, checks);
	return {
		model,
		channel,
		seq,
		version,
		modelDigest,
		previous: intent.previous,
		outcome: isSettled ? "settled" : "refused",
		at,
		checks,
		approvedBy,
		pullRequest: pullRequest?.number ?? null,
		tag: isSettled ? tag : null
	};
}
async function findPromotion({ reviews }, intent) {
	return (await reviews.pullRequestsFrom(layout.promotionBranch(intent.model, intent.channel, intent.version))).find((each) => each.isMerged && each.isSameRepository) ?? null;
}
function checkPullRequest(pullRequest) {
	return {
		name: "pull request",
		verdict: pullRequest ? "pass" : "fail",
		detail: pullRequest ? `merged as #${pullRequest.number}` : "no merged promotion pull request proposes this; channel files change by pull request only"
	};
}
function checkApprovals(approvedBy, policy, channel) {
	const needed = policy.channels[channel]?.approvals ?? 1;
	return {
		name: "approvals",
		verdict: approvedBy.length >= needed ? "pass" : "fail",
		detail: `${approvedBy.length} of ${needed} by people with write access on the merged head${approvedBy.length > 0 ? `: ${approvedBy.join(", ")}` : ""}`
	};
}
/** What the intent says it follows must itself have been in production. */
async function checkPrevious({ ledger }, { model, channel, previous }) {
	if (previous === null) return {
		name: "previous",
		verdict: "pass",
		detail: "first version on this channel"
	};
	const tag = layout.channelTag(model, channel, previous.seq);
	const isTagged = await ledger.resolveTag(tag) !== null;
	return {
		name: "previous",
		verdict: isTagged ? "pass" : "fail",
		detail: isTagged ? `follows ${tag}` : `${tag} was never settled`
	};
}
/** People other than the author, with write access, whose last word on the merged head is an approval. */
async function countApprovals({ reviews }, pullRequest) {
	const last = new Map();
	for (const review of await reviews.reviews(pullRequest.number)) if (review.state !== "commented" && review.state !== "pending") last.set(review.author, review);
	const approvedBy = [];
	for (const [author, review] of last) {
		if (review.state !== "approved" || review.commit !== pullRequest.headSha || author === pullRequest.author) continue;
		const permission = await reviews.permission(author);
		if (permission === "admin" || permission === "write") approvedBy.push(author);
	}
	return approvedBy.sort();
}
/** A release stays a prerelease until its version has been in a channel. */
async function markReleased({ ledger, releases }, intent, commit) {
	const manifest = await readReferenced(ledger, VersionManifest, intent.manifest, commit);
	const release = await releases.get(manifest.release.id);
	if (release?.isPrerelease) await releases.update(release.id, { isPrerelease: false });
}
// packages/registry/src/proposed-channels.ts
/**
* Checks every channel that a change moves: the base's policy and the registry judge, and of the head only the channel files
* are read, by the API. A pull request is held against the default branch as it is now, not as it was when the event was sent.
*/
async function checkProposedChannels(registry, change) {
	const { reviews, policyRoot } = registry;
	const { head } = change;
	const files = "pullRequest" in change ? (await reviews.changedFiles(change.pullRequest)).map((file) => file.path) : null;
	const base = "base" in change ? change.base : await reviews.branchHead(await reviews.defaultBranch());
	if (base === null) return [];
	const channels = files ? files.flatMap((file) => channelOf(file, policyRoot) ?? []) : await channelsOf(registry, [base, head]);
	const results = [];
	for (const { model, channel } of channels) {
		const path = layout.channel(policyRoot, model, channel);
		const [old, text] = await Promise.all([reviews.readFile(path, base), reviews.readFile(path, head)]);
		if (old === text) continue;
		const checks = [];
		let version = "";
		try {
			if (text === null) throw new TidemarkError("PROMOTION_REFUSED", `${path} is deleted; a channel moves, it does not end`, { hint: "" });
			const proposed = parseJsonDocument(ChannelIntent, text, path);
			version = proposed.version;
			if (proposed.model !== model || proposed.channel !== channel) throw new TidemarkError("PROMOTION_REFUSED", `${path} is about ${proposed.model}, channel ${proposed.channel}`, { hint: "" });
			const policy = await readPolicy(registry, model, base);
			const current = await readChannel(reviews, policyRoot, {
				model,
				channel,
				ref: base
			});
			checks.push(...await checkPromotion(registry, {
				proposed,
				base: current,
				policy
			}));
			if (files) checks.push(checkScope(files, policyRoot));
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			checks.push({
				name: "channel file",
				verdict: "fail",
				detail: [error.message, ...error.problems.map(describeProblem)].join("; ")
			});
		}
		results.push({
			intent: {
				model,
				channel,
				version
			},
			checks
		});
	}
	return results;
}
/** Reviewers of a promotion approve a promotion: anything else in the pull request would ride along unseen. */
function checkScope(files, policyRoot) {
	const others = files.filter((file) => channelOf(file, policyRoot) === null);
	return {
		name: "scope",
		verdict: others.length === 0 ? "pass" : "fail",
		detail: others.length === 0 ? "only channel files change" : `it also changes ${others.slice(0, 5).join(", ")}; put that in another pull request`
	};
}
async function channelsOf(registry, commits) {
	const listed = (await Promise.all(commits.map((commit) => listChannels(registry, commit)))).flat();
	return [...new Map(listed.map((each) => [`${each.model}/${each.channel}`, each])).values()];
}
function channelOf(file, policyRoot) {
	if (!file.startsWith(`${policyRoot}/`)) return null;
	const [, model, channel] = /^([^/]+)\/channels\/([^/]+)\.json$/.exec(file.slice(policyRoot.length + 1)) ?? [];
	return model !== void 0 && channel !== void 0 && Name.safeParse(model).success && Name.safeParse(channel).success ? {
		model,
		channel
	} : null;
}
// packages/registry/src/verification.ts
const restore = "Restore the file from a clone that still has it, and find out who could write to the registry branch.";
/**
* Walks the whole graph: every fact parses, lies where its content says, has the id its content gives, and names facts that
* exist with the digests it names; tags point at the versions they name. With `releases`, assets are compared with the
* manifests (their bytes too with `assets`); with `reviews`, channel files are compared with tags and manifests.
*/
async function verifyRegistry(ledger, options = {}) {
	const problems = [];
	const checked = {};
	const report = (path, message, remedy = restore, severity = "error") => problems.push({
		severity,
		path,
		message,
		remedy
	});
	const count = (name) => {
		checked[name] = (checked[name] ?? 0) + 1;
	};
	const head = await ledger.head();
	if (head === null) {
		report("", "the registry branch does not exist", "Register a model first, or correct the input registry-branch.", "warning");
		return {
			verified: false,
			checked,
			problems
		};
	}
	const facts = await readFacts(ledger, head, {
		report,
		count,
		onProgress: options.onProgress
	});
	verifyReferences(facts, {
		report,
		count
	});
	const tags = await ledger.tags("");
	verifyVersions(facts, tags, report);
	await verifyTags(ledger, facts, tags, {
		report,
		count
	});
	if (options.releases) await verifyReleases(options.releases, facts, {
		report,
		count,
		assets: options.assets === true,
		onProgress: options.onProgress
	});
	if (options.intent) await verifyChannels(ledger, facts, options.intent, {
		report,
		count
	});
	return {
		verified: problems.every((problem) => problem.severity !== "error"),
		checked,
		problems
	};
}
async function readFacts(ledger, head, { report, count, onProgress }) {
	const facts = new Map();
	const paths = await ledger.files(head);
	for (const [i, path] of paths.entries()) {
		onProgress?.(`${i + 1} of ${paths.length} facts`);
		const kind = kinds.find((each) => each.pattern.test(path));
		if (!kind) {
			if (!path.startsWith("rollouts/") && path !== "README.md") report(path, "is not a file that Tidemark writes", "Remove it in a commit of its own, or move it to the default branch.", "warning");
			continue;
		}
		const text = await ledger.read(path, head) ?? "";
		try {
			const document = parseJsonDocument(kind.schema, text, path);
			facts.set(path, {
				kind,
				document,
				sha256: sha256(canonicalJson(document))
			});
			if (storedJson(document) !== text) report(path, "is not in the stored form (sorted keys, two spaces, final newline)");
			if (kind.pathOf(document) !== path) report(path, `says that it belongs at ${kind.pathOf(document)}`);
			for (const problem of kind.findProblems(document)) report(path, problem);
			count(kind.name);
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			report(path, [error.message, ...error.problems.map(describeProblem)].join("; "));
		}
	}
	return facts;
}
function verifyReferences(facts, { report, count }) {
	for (const [path, { kind, document }] of facts) for (const reference of kind.references(document)) {
		const target = facts.get(reference.path);
		if (target === void 0) report(path, `names ${reference.path}, which is not there`);
		else if (reference.sha256 !== "" && target.sha256 !== reference.sha256) report(path, `names ${reference.path} with sha256 ${reference.sha256}, which now has ${target.sha256}`);
		else count("references");
	}
}
/** Version → digest entry → version, and every version has its tag. */
function verifyVersions(facts, tags, report) {
	const tagged = new Set(tags);
	for (const [path, manifest] of manifestsOf(facts)) {
		const entry = facts.get(layout.byDigest(manifest.model, manifest.modelDigest))?.document;
		if (entry?.version !== manifest.version) report(path, `its digest is registered as ${entry?.version ?? "nothing"}`, "Two manifests claim the same bytes, or the by-digest entry was lost. Restore it from history.");
		if (!tagged.has(manifest.release.tag)) report(path, `has no tag ${manifest.release.tag}`, "Registration was interrupted: run register-model for the same candidate again.");
	}
}
async function verifyTags(ledger, facts, tags, { report, count }) {
	const settled = [...facts.values()].map((fact) => fact.document).filter((document) => isEvent(document) && document.type === "promotion.settled");
	for (const tag of tags) {
		const place = `tag ${tag}`;
		const remedy = "Tags are written once. Delete the tag, run the job that made it again, and protect tags by a ruleset.";
		const version = /^([a-z0-9-]+)@v(\d+\.\d+\.\d+)$/.exec(tag);
		const channel = /^([a-z0-9-]+)#([a-z0-9-]+)#(\d+)$/.exec(tag);
		if (!version && !channel) continue;
		const commit = await ledger.resolveTag(tag);
		if (commit === null) report(place, "is not an annotated tag", remedy);
		else if (version) {
			const path = layout.version(version[1], version[2]);
			const text = await ledger.read(path, commit);
			if (!facts.has(path)) report(place, `names ${path}, which is not registered`, remedy);
			else if (text === null || sha256(canonicalJson(JSON.parse(text))) !== facts.get(path)?.sha256) report(place, `points at ${commit}, which does not hold the registered ${path}`, remedy);
			else count("tags");
		} else if (channel) {
			const [, model, name, seq] = channel;
			const event = settled.find((each) => each.model === model && each.subject.channel === name && each.subject.seq === Number(seq));
			if (!event) report(place, "has no promotion.settled event", remedy);
			else if (await ledger.read(layout.event(event.model, event.id, event.type), commit) === null) report(place, `points at ${commit}, which does not hold its event`, remedy);
			else count("tags");
		}
	}
	const names = new Set(tags);
	for (const event of settled) {
		const { channel, seq } = event.subject;
		const tag = layout.channelTag(event.model, channel ?? "", seq ?? 0);
		if (!names.has(tag)) report(layout.event(event.model, event.id, event.type), `has no tag ${tag}`, "Settling was interrupted: run promote-model with mode settle again.");
	}
}
async function verifyReleases(releases, facts, { report, count, assets, onProgress }) {
	for (const [path, manifest] of manifestsOf(facts)) {
		onProgress?.(`release of ${manifest.model} ${manifest.version}`);
		const release = await releases.get(manifest.release.id);
		if (release === null) {
			report(path, `its release ${manifest.release.id} is gone`, "The version cannot be deployed any more. Promote another one.");
			continue;
		}
		if (release.isDraft) report(path, "its release is still a draft", "Registration was interrupted: run register-model for the same candidate again.");
		if (release.tag !== manifest.release.tag) report(path, `its release has the tag ${release.tag}, expected ${manifest.release.tag}`);
		const problems = findAssetProblems(release, manifest);
		for (const problem of problems) report(path, problem, "Do not deploy this version: its assets are not what was registered.");
		if (problems.length > 0) continue;
		count("releases");
		if (!assets && release.assets.every((asset) => asset.sha256 !== null)) continue;
		try {
			await downloadModel(releases, manifest);
			count("assets");
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			report(path, [error.message, ...error.problems.map(describeProblem)].join("; "), error.hint);
		}
	}
}
async function verifyChannels(ledger, facts, { reviews, policyRoot }, { report, count }) {
	const branch = await reviews.defaultBranch();
	const ref = await reviews.branchHead(branch);
	if (ref === null) return;
	for (const { model, channel } of await listChannels({
		reviews,
		policyRoot
	}, ref)) {
		const path = layout.channel(policyRoot, model, channel);
		let intent = null;
		try {
			intent = await readChannel(reviews, policyRoot, {
				model,
				channel,
				ref
			});
		} catch (error) {
			if (!(error instanceof TidemarkError)) throw error;
			report(path, [error.message, ...error.problems.map(describeProblem)].join("; "), error.hint);
		}
		if (intent === null) continue;
		const target = facts.get(intent.manifest.path);
		if (target?.sha256 !== intent.manifest.sha256) {
			report(path, `names ${intent.manifest.path} with sha256 ${intent.manifest.sha256}, the registry has ${target?.sha256 ?? "nothing"}`, "Return the channel to a registered version by pull request.");
			continue;
		}
		const tag = layout.channelTag(model, channel, intent.seq);
		if (!(await ledger.resolveTag(tag) !== null)) report(path, `wants ${intent.version} (seq ${intent.seq}), which is not settled yet`, "Run promote-model with mode settle; it says what is missing.", "warning");
		count("channels");
	}
}
function manifestsOf(facts) {
	return [...facts].filter(([, fact]) => fact.kind.name === "versions").map(([path, fact]) => [path, fact.document]);
}
function isEvent(document) {
	return document.schema === "tidemark/event/v1";
}
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
	})
];
/** Lets each kind be written with its own document type and kept in one list. */
function kind(definition) {
	return definition;
}
export { proposePromotion as a, downloadModel as c, readVersion as d, postStatus as i, readChannel as l, checkProposedChannels as n, readPolicy as o, settlePromotions as r, registerModel as s, verifyRegistry as t, readReferenced as u };

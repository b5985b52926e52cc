import { K as formatWeight } from "../lib/reports.js";
import { _ as string, a as array, o as boolean, p as object, t as number$1 } from "../vendor/zod.js";
import { C as TidemarkError, D as Name, O as RelativePath, k as RepositoryName } from "../lib/start.js";
import { t as checkOptions } from "./options.js";
import { i as follow, o as sourceOptions, t as access } from "./source.js";
import { r as plain } from "./table.js";
// packages/cli/src/telemetry-sink.ts
/** Publishes until GitHub says that the token may not: that is said once, and the server goes on without. */
function publishWhilePermitted(sink, log) {
	let isDenied = false;
	return { async publish(telemetry) {
		if (isDenied) return;
		try {
			await sink.publish(telemetry);
		} catch (error) {
			if (!(error?.status === 404) && !(error instanceof TidemarkError && error.code === "GITHUB_DENIED")) throw error;
			isDenied = true;
			log("publishing no telemetry from now on: the token may not write refs (contents: write); a rollout hears nothing of this server");
		}
	} };
}
// packages/cli/src/commands/serve.ts
const number = (least, most) => number$1("expected a number").min(least, `expected at least ${least}`).max(most, `expected at most ${most}`);
const { "api-url": apiUrl, "registry-branch": registryBranch } = sourceOptions;
const Options = object({
	repo: string("is required: the repository to follow, as owner/name").pipe(RepositoryName),
	model: array(Name, "is required: a model to serve").min(1).max(100),
	channel: Name.default("production"),
	host: string().min(1).default("127.0.0.1"),
	port: number(0, 65535).int("expected a whole number").default(8080),
	"poll-seconds": number(.1, 86400).default(15),
	"telemetry-seconds": number(.1, 86400).default(60),
	cache: string().min(1).optional(),
	log: string().min(1).optional(),
	instance: Name.optional(),
	"no-telemetry": boolean().default(false),
	"native-path": string().min(1).optional(),
	"api-url": apiUrl,
	"registry-branch": registryBranch,
	"policy-root": RelativePath.default("models")
});
/** `tidemark serve`: until SIGINT or SIGTERM, then requests under way are answered first. */
async function execute({ options }, terminal) {
	const choice = checkOptions(Options, options);
	const log = (text) => terminal.report(`${new Date().toISOString()} ${plain(text)}`);
	const [{ provideNative }, registry] = await Promise.all([import("./src.js"), follow(choice, terminal)]);
	await provideNative(["onnxruntime"], {
		inputs: { nativePath: choice["native-path"] },
		log
	});
	const { repositorySource, startServer } = await import("./src4.js");
	log(`following ${choice.channel} of ${choice.repo}, every ${choice["poll-seconds"]} s: ${choice.model.join(", ")}`);
	const sink = choice["no-telemetry"] ? void 0 : await openSink(choice, terminal, log);
	if (!sink) log("publishing no telemetry: a rollout hears nothing of this server");
	const stopped = waitForSignal();
	const server = await startServer({
		channel: choice.channel,
		models: choice.model.map((name) => ({
			name,
			source: announced(name, repositorySource(registry, {
				model: name,
				channel: choice.channel
			}), log)
		})),
		host: choice.host,
		port: choice.port,
		pollMs: choice["poll-seconds"] * 1e3,
		onEvent: (event) => log(describeEvent(event)),
		...choice.cache === void 0 ? {} : { cacheFolder: choice.cache },
		...choice.log === void 0 ? {} : { log: { path: choice.log } },
		...choice.instance === void 0 ? {} : { instance: choice.instance },
		telemetry: {
			windowMs: choice["telemetry-seconds"] * 1e3,
			...sink ? { sink } : {}
		}
	});
	log(`listening on ${server.url} as ${server.instance}`);
	log(`stopping: ${await stopped}`);
	await server.close();
	log("stopped");
	return 0;
}
async function openSink(choice, terminal, log) {
	const { connectTelemetry } = await import("./src2.js");
	return publishWhilePermitted(await connectTelemetry(access(choice, terminal)), log);
}
/** Says each time the source names something else than before. */
function announced(model, source, log) {
	let before = "";
	return { async current() {
		const assignment = await source.current();
		const { champion, canary } = assignment;
		const share = canary && `, canary ${canary.version} at ${formatWeight(canary.weight)} (seq ${canary.seq})`;
		const now = `${model}: ${champion.version}${share ?? ""}`;
		if (now !== before) log(now);
		before = now;
		return assignment;
	} };
}
function describeEvent(event) {
	if (event.type === "canary-dropped") return `${event.model}: canary ${event.version} dropped: ${event.verdict.reason}`;
	const { model, message, error } = event;
	return `${model}: ${message}: ${error instanceof TidemarkError ? `${error.code}: ${error.message} hint: ${error.hint}` : String(error)}`;
}
/** The name of the first signal that asks to stop; a second one ends the process at once, as it would have without us. */
function waitForSignal() {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve(signal));
	});
}
export { execute };

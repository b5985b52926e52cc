import { n as readArguments } from "./lazy/invocation.js";
// packages/cli/src/commands.ts
const json = {
	name: "json",
	description: "Print JSON for programs instead of text for people."
};
const source = [
	{
		name: "clone",
		value: "folder",
		description: "A clone that has the registry branch; read by git, without network. Default: the current folder."
	},
	{
		name: "repo",
		value: "owner/name",
		description: "Read a repository over GitHub’s API instead, with the token in GITHUB_TOKEN or GH_TOKEN."
	},
	{
		name: "api-url",
		value: "url",
		description: "GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com."
	},
	{
		name: "registry-branch",
		value: "name",
		description: "The branch that holds the facts. Default: model-registry."
	}
];
const commands = [
	{
		name: "ls",
		summary: "List models, or the versions of one.",
		description: "Without a model: each model with what is in production and since when, its canary and drift.\nWith a model: its versions, newest first, with metrics and what became of them.",
		operands: ["[model]"],
		options: [...source, json],
		examples: [
			["tidemark ls", "the models of the clone in the current folder"],
			["tidemark ls flight-delay --repo acme/flights", "one model’s versions, over GitHub’s API"],
			["tidemark ls --json | jq -r '.models[].model'", "for programs"]
		],
		failsWhen: "there is no registry, or no such model",
		load: () => import("./lazy/cli-list.js")
	},
	{
		name: "show",
		summary: "Show all that is known of a model or a version.",
		description: "A model: what is in production, the canary and its evidence, drift, newest events.\nA version: digest, why it has its number, metrics beside the champion’s, lineage, events.",
		operands: ["<model>[@<version>]"],
		options: [...source, json],
		examples: [["tidemark show flight-delay", "the model and what happened last"], ["tidemark show flight-delay@1.1.0", "one version and where it came from"]],
		failsWhen: "there is no such model or version",
		load: () => import("./lazy/cli-show.js")
	},
	{
		name: "verify",
		summary: "Prove every digest of the registry’s graph.",
		description: "A clone is verified offline: facts, references, ids, tags and decisions. With --repo, releases and channel\nfiles too, as the action verify-registry does; with --assets, every byte of every release.",
		operands: [],
		options: [
			...source,
			{
				name: "policy-root",
				value: "folder",
				description: "Where the default branch has the models’ policies. Default: models."
			},
			{
				name: "assets",
				description: "Download every asset and compare its bytes. Needs --repo."
			},
			json
		],
		examples: [["tidemark verify", "the clone in the current folder, offline"], ["tidemark verify --repo acme/flights --assets", "everything, down to the released bytes"]],
		failsWhen: "something is not as its digest says",
		load: () => import("./lazy/cli-verify.js")
	},
	{
		name: "page",
		summary: "Write the registry as one HTML page.",
		description: "One file without scripts that loads nothing: what is in production, the canary, drift by week, metrics, lineage\nand history. The same registry gives the same bytes, so it can be published on GitHub Pages.",
		operands: [],
		options: [
			{
				name: "out",
				value: "file",
				description: "The file to write; it is replaced at once or not at all. Required."
			},
			...source,
			{
				name: "model",
				value: "name",
				description: "Only this model."
			},
			{
				name: "title",
				value: "text",
				description: "The page’s title. Default: Model registry, and the repository’s name where it is known."
			},
			{
				name: "repository-url",
				value: "url",
				description: "For links, such as https://github.com/acme/flights. Default: from --repo, or the clone’s origin."
			}
		],
		examples: [["tidemark page --out site/index.html", "from the clone in the current folder"], ["tidemark page --out index.html --model flight-delay --repo acme/flights", "one model, over GitHub’s API"]],
		failsWhen: "there is no registry, or the file cannot be written",
		load: () => import("./lazy/cli-page.js")
	},
	{
		name: "serve",
		summary: "Serve what is in a channel, and its canary, over HTTP.",
		description: "Follows the repository and speaks the Open Inference Protocol v2: /v2/models/<model>/infer, /metrics, /v2/health.\nVersions change without a failed request; a harmful canary is dropped at once. The token is GITHUB_TOKEN or GH_TOKEN;\nwith contents: write the server publishes its counts for deploy-canary, without it it serves and says so.",
		operands: [],
		options: [
			{
				name: "repo",
				value: "owner/name",
				description: "The repository to follow. Required."
			},
			{
				name: "model",
				value: "name",
				isList: true,
				description: "A model to serve; repeat it for more. Required."
			},
			{
				name: "channel",
				value: "name",
				description: "Default: production."
			},
			{
				name: "host",
				value: "address",
				description: "Default: 127.0.0.1. It speaks plain HTTP: put it behind what does TLS."
			},
			{
				name: "port",
				value: "number",
				description: "0 takes a free one. Default: 8080."
			},
			{
				name: "poll-seconds",
				value: "number",
				description: "Between two looks at the repository. Default: 15."
			},
			{
				name: "telemetry-seconds",
				value: "number",
				description: "Between two publications of its counts. Default: 60."
			},
			{
				name: "cache",
				value: "folder",
				description: "Keeps verified models, so that it can start while GitHub is away."
			},
			{
				name: "log",
				value: "file",
				description: "Prediction log as NDJSON: ids, versions, scores; no inputs."
			},
			{
				name: "instance",
				value: "name",
				description: "The name that its telemetry has. Default: a random one per process."
			},
			{
				name: "no-telemetry",
				description: "Publish nothing: a rollout that rests on this server alone then waits."
			},
			{
				name: "native-path",
				value: "folder",
				description: "ONNX Runtime’s binary, for machines that may not download it."
			},
			{
				name: "api-url",
				value: "url",
				description: "GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com."
			},
			{
				name: "registry-branch",
				value: "name",
				description: "The branch that holds the facts. Default: model-registry."
			},
			{
				name: "policy-root",
				value: "folder",
				description: "Where the default branch has the models’ policies. Default: models."
			}
		],
		examples: [["tidemark serve --repo acme/flights --model flight-delay", "on http://127.0.0.1:8080"], ["tidemark serve --repo acme/flights --model flight-delay --port 0 --cache /var/lib/tidemark", "on a free port, with a cache"]],
		failsWhen: "it cannot start",
		load: () => import("./lazy/cli-serve.js")
	}
];
// packages/cli/src/help.ts
/** `tidemark --help`. */
function overallHelp() {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return `tidemark: a Git repository as the whole MLOps platform

Usage: tidemark <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Every command but serve reads a clone that has the registry branch (git fetch origin model-registry), without
network; with --repo owner/name it asks GitHub instead.

Examples:
${commands.map(({ examples }) => `  ${examples[0][0]}`).join("\n")}

  tidemark <command> --help   options and examples of a command
  tidemark --version

Exit codes: 0 fine · 1 a problem, or a verdict that is not a pass · 2 not called as it can be`;
}
/** `tidemark <command> --help`. */
function commandHelp(command) {
	const { name, summary, description, operands, options, examples, failsWhen } = command;
	const all = [...options, {
		name: "help",
		description: "This text."
	}];
	const left = Math.max(...all.map((option) => written(option).length));
	const shownExamples = Math.max(...examples.map(([line]) => line.length));
	return `tidemark ${name}: ${summary}

Usage: ${[
		"tidemark",
		name,
		...operands,
		"[options]"
	].join(" ")}

${description}

Options:
${all.map((option) => `  ${written(option).padEnd(left)}  ${option.description}`).join("\n")}

Examples:
${examples.map(([line, what]) => `  ${line.padEnd(shownExamples)}  # ${what}`).join("\n")}

Exit codes: 0 fine · 1 ${failsWhen} · 2 not called as it can be`;
}
const written = ({ name, value, isList }) => `--${name}${value === void 0 ? "" : ` <${value}>`}${isList ? " …" : ""}`;
// packages/cli/src/tidemark.ts
/** Runs `tidemark <argv>` and returns the exit code: 0 fine, 1 a problem or verdict, 2 not called as it can be. */
async function tidemark(argv, terminal) {
	const [first, ...rest] = argv;
	if (first === void 0 || first === "--help" || first === "-h" || first === "help") {
		const about = first === "help" ? find(rest[0]) : void 0;
		terminal[first === void 0 ? "report" : "print"](about ? commandHelp(about) : overallHelp());
		return first === void 0 ? 2 : 0;
	}
	if (first === "--version" || first === "-V") {
		terminal.print((await import("./lazy/cli-version.js")).version);
		return 0;
	}
	const command = find(first);
	if (!command) {
		terminal.report(`tidemark: there is no command ${JSON.stringify(first)}.\n  hint: \`tidemark --help\` lists the commands.`);
		return 2;
	}
	try {
		const invocation = readArguments(command, rest);
		if (invocation === "help") {
			terminal.print(commandHelp(command));
			return 0;
		}
		return await run(command, invocation, terminal);
	} catch (error) {
		const { describeError } = await import("./lazy/cli-failure.js");
		const { text, exitCode } = describeError(command.name, error);
		terminal.report(text);
		return exitCode;
	}
}
/** A command's modules are loaded when it runs, so that help needs none of them. */
async function run(command, invocation, terminal) {
	const { execute } = await command.load();
	return execute(invocation, terminal);
}
const find = (name) => commands.find((command) => command.name === name);
// packages/cli/src/main.ts
process.exitCode = await tidemark(process.argv.slice(2), {
	env: process.env,
	cwd: process.cwd(),
	isTerminal: process.stdout.isTTY === true,
	print: (text) => void process.stdout.write(`${text}\n`),
	report: (text) => void process.stderr.write(`${text}\n`)
});
export {};

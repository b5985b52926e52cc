import { n as readArguments } from "./lazy/invocation.js";
// packages/cli/src/shared-options.ts
/** For every command that answers. */
const json = {
	name: "json",
	description: "Print JSON for programs instead of text for people."
};
/** Where the registry is. */
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
// packages/cli/src/ask-commands.ts
const limit = (what, usual) => ({
	name: "limit",
	value: "number",
	description: `At most so many ${what}. Default: ${usual}.`
});
/** The commands that ask a registry things, and change nothing. */
const askCommands = [
	{
		name: "ls",
		summary: "List models, or the versions of one.",
		description: "Without a model: each model with what is in its channels and since when, its main metric, canary and drift.\nWith a model: its versions, newest first, with what became of them (pending, published, proposed, merged, canary,\nin a channel, former, rolled back, refused, retired), since when, and metrics.",
		operands: ["[model]"],
		options: [
			...source,
			limit("versions", "30"),
			json
		],
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
		description: "A model: what is in its channels, the canary and its evidence, drift, newest versions, what happened last.\nA version: digest, why it has its number, metrics beside the champion’s, data, rollouts, what happened to it.",
		operands: ["<model>[@<version>]"],
		options: [...source, json],
		examples: [["tidemark show flight-delay", "the model and what happened last"], ["tidemark show flight-delay@1.1.0", "one version and where it came from"]],
		failsWhen: "there is no such model or version",
		load: () => import("./lazy/cli-show.js")
	},
	{
		name: "which",
		summary: "Tell what was in production at a time, and why.",
		description: "What a channel held, since when and until when, who approved it in which pull request, the gate’s verdict with\nmetrics and bounds, the data and commit it was trained from, and the canary beside it. The channel’s tag is proven.\nTimes are UTC: 2001-05-02 is its first moment, \"2001-05-02 08:20\" and 2001-05-02T08:20:00+02:00 work, too.",
		operands: ["<model>"],
		options: [
			{
				name: "channel",
				value: "name",
				description: "Default: production."
			},
			{
				name: "at",
				value: "time",
				description: "The time asked about. Default: now."
			},
			...source,
			json
		],
		examples: [
			["tidemark which flight-delay", "what is in production"],
			["tidemark which flight-delay --at \"2001-05-02 08:20\"", "what was in production when that request failed"],
			["tidemark which flight-delay --json | jq -r '.held.modelDigest'", "for programs"]
		],
		failsWhen: "the channel held nothing then, or there is no such model or channel",
		load: () => import("./lazy/cli-which.js")
	},
	{
		name: "history",
		summary: "Tell what happened to a model, newest first.",
		description: "One line an event: registered, refused by the gate, proposed, merged, rollouts with each step, rolled back, settled,\nreturned, drift told and resolved; with who ran it, who approved it, pull request and cause; of a clone also the waivers. With a version, its own\nevents. Of a type that this command does not know, it shows the name.",
		operands: ["<model>[@<version>]"],
		options: [
			{
				name: "channel",
				value: "name",
				description: "Only what is about this channel."
			},
			{
				name: "type",
				value: "type",
				isList: true,
				description: "Only these: version, gate, promotion, rollout, waiver, drift, retraining, or one such as promotion.settled."
			},
			{
				name: "since",
				value: "time",
				description: "From this time on, such as 2001-05-02, in UTC."
			},
			{
				name: "until",
				value: "time",
				description: "Until before this time."
			},
			limit("entries, the newest", "all"),
			{
				name: "reverse",
				description: "Oldest first."
			},
			{
				name: "policy-root",
				value: "folder",
				description: "Where the clone’s default branch has policies and waivers. Default: models."
			},
			...source,
			json
		],
		examples: [
			["tidemark history flight-delay", "the whole story"],
			["tidemark history flight-delay --type promotion --type rollout --since 2001-05-01", "what changed production in May"],
			["tidemark history flight-delay@1.2.0 --reverse", "one version, from its beginning"]
		],
		failsWhen: "there is no such model",
		load: () => import("./lazy/cli-history.js")
	},
	{
		name: "lineage",
		summary: "Draw where a version came from and what came of it.",
		description: "A tree: the evaluation with its holdout and champion, the run with commit, seed, parameters and training data, each\nfile and the contract’s verdict on it, the version before and after, rollouts and channels, and the windows of drift\nthat were compared with it. Everything has the digest that names it.",
		operands: ["<model>@<version>"],
		options: [
			{
				name: "mermaid",
				description: "A Mermaid flowchart instead, for Markdown."
			},
			...source,
			json
		],
		examples: [["tidemark lineage flight-delay@1.1.0", "as a tree"], ["tidemark lineage flight-delay@1.1.0 --mermaid", "for a README or a pull request"]],
		failsWhen: "there is no such model or version",
		load: () => import("./lazy/cli-lineage.js")
	},
	{
		name: "diff",
		summary: "Tell what differs between two versions.",
		description: "Metrics with their bounds, and what the first had on the second’s holdout where that was measured; parameters, seed,\ndata (rows, files, columns), features, signature, the commits with a link that compares them, size and latency.",
		operands: ["<model>@<version>", "<model>@<version>"],
		options: [...source, json],
		examples: [["tidemark diff flight-delay@1.0.0 flight-delay@1.1.0", "from the first to the second"], ["tidemark diff flight-delay@1.0.0 1.1.0", "the same"]],
		failsWhen: "there is no such model or version",
		load: () => import("./lazy/cli-diff.js")
	},
	{
		name: "runs",
		summary: "List training runs, filtered and sorted.",
		description: `Runs, also those that the gate refused. A filter compares fields with = != < <= > >=, in (…), contains and is missing,
joined by and, or, not and parentheses; texts are in quotes. What a run does not have never matches, not even by not.

Fields: metrics.<name> on the holdout, training.<name> as the trainer measured, params.<name>, verdict, version,
champion, time, commit, trainer, executor, seed, rows, seconds, files (of the training data); id, digest, dataset and
holdout match by their first digits. params."learning rate" has quotes for its space.`,
		operands: ["<model>", "[filter]"],
		options: [
			{
				name: "sort",
				value: "field",
				description: "The greatest first; field:asc the smallest first. Runs without it come last. Default: time."
			},
			limit("runs", "50"),
			...source,
			json
		],
		examples: [
			["tidemark runs flight-delay", "all runs, newest first"],
			["tidemark runs flight-delay 'metrics.roc_auc > .66 and params.trees = 100'", "by metric and parameter"],
			["tidemark runs flight-delay \"verdict in ('fail', 'inconclusive')\" --sort metrics.roc_auc", "what was refused, best first"],
			["tidemark runs flight-delay \"files contains '2001-04' and not version is missing\"", "versions trained on April"]
		],
		failsWhen: "no run is as asked, or there is no such model",
		load: () => import("./lazy/cli-runs.js")
	}
];
// packages/cli/src/contract-commands.ts
const out = {
	name: "out",
	value: "file",
	description: "Write it there instead of to standard output."
};
const proposal = [
	{
		name: "pull-request",
		value: "path",
		description: "Open a pull request that adds the contract at this path. Needs --repo, and a token that may write."
	},
	{
		name: "repo",
		value: "owner/name",
		description: "The repository that the pull request is for."
	},
	{
		name: "api-url",
		value: "url",
		description: "GitHub’s API. Default: GITHUB_API_URL, else https://api.github.com."
	}
];
const contractCommands = [
	{
		name: "contract infer",
		summary: "Write a contract that data keep.",
		description: "Reads Parquet, CSV, TSV, JSON and NDJSON (also .gz and .zst) below the current folder in one scan and writes what they have in\ncommon: types, what is never NULL, what is unique, the form of texts. It is a draft: what held so far need not be a rule.\nWhere a column has days, a baseline is written beside the contract, which then asks for drift against it: counts at quantiles, no\nrows; texts stand in it as digests.",
		operands: ["<files> …"],
		options: [
			out,
			{
				name: "object",
				value: "name",
				description: "The table’s name in the contract. Default: from the first file."
			},
			{
				name: "id",
				value: "text",
				description: "The contract’s id. Default: urn:contract:<object>."
			},
			{
				name: "values",
				description: "List the values of columns that have few. They are values of the data."
			},
			{
				name: "day",
				value: "column",
				description: "A row’s day. Default: the only column of dates without NULLs."
			},
			{
				name: "baseline",
				value: "path",
				description: "Where the baseline stands. Default: beside the contract, shop.baseline.json for shop.yaml, baseline.json for contract.yaml."
			},
			{
				name: "no-baseline",
				description: "Write the contract alone."
			},
			...proposal,
			{
				name: "native-path",
				value: "folder",
				description: "DuckDB’s binary, for machines that may not download it."
			}
		],
		examples: [["tidemark contract infer 'data/*.parquet' --out contracts/flights.yaml", "from all files that match"], ["tidemark contract infer data/orders.csv --repo acme/shop --pull-request contracts/orders.yaml", "as a pull request"]],
		failsWhen: "the data cannot be read",
		load: () => import("./lazy/cli-contract-infer.js")
	},
	{
		name: "contract import",
		summary: "Write a contract from another tool’s rules.",
		description: "From a Table Schema or Data Package, a JSON Schema, a Great Expectations suite, or a dbt properties file. What could not be\ncarried over is listed on standard error and at the head of the contract.",
		operands: ["<file>"],
		options: [
			out,
			{
				name: "from",
				value: "format",
				description: "table-schema, json-schema, great-expectations or dbt. Default: told by the file."
			},
			{
				name: "object",
				value: "name",
				description: "The table’s name where the file has none. Default: the file’s."
			},
			{
				name: "id",
				value: "text",
				description: "The contract’s id. Default: urn:contract:<file>."
			},
			...proposal
		],
		examples: [["tidemark contract import models/schema.yml --out contracts/shop.yaml", "from dbt"], ["tidemark contract import gx/expectations/orders.json", "from Great Expectations, to standard output"]],
		failsWhen: "the file is none of these formats",
		load: async () => ({ execute: (await import("./lazy/cli-contract.js")).importFrom })
	},
	{
		name: "contract diff",
		summary: "Tell a breaking change of a contract from a compatible one.",
		description: "Breaking is what those who read the data could meet now and could not before: a column gone, NULL, a wider range, a rule\ndropped. The version has to say so: a breaking change is a major step.",
		operands: ["<before>", "<after>"],
		options: [json],
		examples: [["tidemark contract diff old.yaml new.yaml", "two files"], ["tidemark contract diff <(git show main:contracts/shop.yaml) contracts/shop.yaml", "against a branch"]],
		failsWhen: "the version does not say so",
		load: async () => ({ execute: (await import("./lazy/cli-contract.js")).diff })
	},
	{
		name: "contract lint",
		summary: "Check a contract without data.",
		description: "Everything wrong is said at once, with line and column; and what it declares that nothing evaluates.",
		operands: ["<file>"],
		options: [json],
		examples: [["tidemark contract lint models/flight-delay/contract.yaml", "one contract"]],
		failsWhen: "it cannot be used",
		load: async () => ({ execute: (await import("./lazy/cli-contract.js")).lint })
	}
];
// packages/cli/src/doctor/command.ts
const doctor = {
	name: "doctor",
	summary: "Say what of a repository’s settings has to change, and the commands that do it.",
	description: "Looks at a repository over GitHub’s API: the token, Actions and GITHUB_TOKEN, rules of branches and tags, workflows with their\nevents and permissions, policies, the registry branch, releases, clocks. Nothing is written. The token is GITHUB_TOKEN or\nGH_TOKEN; an administrator’s sees everything, another one’s findings say what it could not see.",
	operands: ["[owner/name]"],
	options: [
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
		},
		{
			name: "json",
			description: "Print JSON for programs instead of text for people."
		}
	],
	examples: [
		["tidemark doctor acme/flights", "any repository, from anywhere, with GH_TOKEN=$(gh auth token)"],
		["tidemark doctor", "the repository that this folder is a clone of"],
		["tidemark doctor acme/flights --json | jq -r '.findings[].commands[]'", "only the commands"]
	],
	failsWhen: "something has to change, or could not be looked at",
	load: () => import("./lazy/cli-doctor.js")
};
// packages/cli/src/init/command.ts
const init = {
	name: "init",
	summary: "Write policy, contract, query and workflows into a repository.",
	description: "Writes models/<model>/{model.yaml, contract.yaml, features.sql}, four workflows, .gitattributes and .gitignore; what is there\nalready is left alone and named. The contract’s columns come from the data files where there are some. In a terminal it asks\nfor what is not given.",
	operands: ["[model]"],
	options: [
		{
			name: "data",
			value: "glob",
			description: "The model’s data files below the folder, such as data/*.parquet."
		},
		{
			name: "label",
			value: "column",
			description: "The column that is to be predicted, 0 or 1."
		},
		{
			name: "cluster",
			value: "column",
			description: "What rows belong together by: a day, a customer, a query."
		},
		{
			name: "id",
			value: "column",
			description: "What tells rows apart. Default: file and row number."
		},
		{
			name: "exclude",
			value: "column",
			isList: true,
			description: "A column that is no feature; may be repeated."
		},
		{
			name: "owner",
			value: "login",
			isList: true,
			description: "A login that answers for the model; may be repeated."
		},
		{
			name: "description",
			value: "text",
			description: "What the model predicts, in a sentence."
		},
		{
			name: "column",
			value: "name:type",
			isList: true,
			description: "Where there is no data yet: a column that it will have; may be repeated."
		},
		{
			name: "folder",
			value: "folder",
			description: "The clone to write to. Default: the current folder."
		},
		{
			name: "branch",
			value: "name",
			description: "The default branch. Default: what git says, else main."
		},
		{
			name: "actions",
			value: "owner/name@ref",
			description: "Where the actions come from. Default: tidemark-ml/tidemark@v1."
		},
		{
			name: "dry-run",
			description: "Say what would be written, and write nothing."
		},
		{
			name: "native-path",
			value: "folder",
			description: "DuckDB’s binary, for machines that may not download it."
		}
	],
	examples: [["tidemark init", "ask for everything"], ["tidemark init churn --data \"data/*.csv\" --label churned --cluster day --owner octocat", "from the data files that are there"]],
	failsWhen: "nothing could be written",
	load: () => import("./lazy/cli-init.js")
};
// packages/cli/src/profile/command.ts
const profile = {
	name: "profile",
	summary: "Count data on fixed edges: files, their shards, or a database.",
	description: "From files: a baseline, which is counts at quantile edges by day, without rows. With --lay only its edges, the plan; with --plan the\ncounts of these files on a plan’s edges (or a baseline’s), which --merge adds up to what all files at once give. With --dialect: the\nsame as one SELECT for a database, whose answer --from reads, so that no row leaves it. Prints JSON; see packages/data.",
	operands: ["[files] …"],
	options: [
		{
			name: "day",
			value: "column",
			description: "The column with a row’s day. Required with files and --dialect."
		},
		{
			name: "id",
			value: "column",
			description: "What tells rows apart. Default: file and row number."
		},
		{
			name: "label",
			value: "column",
			description: "An outcome that is 0 or 1, counted as a rate."
		},
		{
			name: "score",
			value: "column",
			description: "What a model said of a row, from 0 to 1: counted as its prediction, and against the label."
		},
		{
			name: "public",
			value: "column",
			isList: true,
			description: "A column whose levels and extremes may be shown; repeat it for more. Others’ levels stand as digests."
		},
		{
			name: "segment",
			value: "column=value",
			isList: true,
			description: "A part of the rows that is counted by itself too; repeat it for more."
		},
		{
			name: "model",
			value: "name",
			description: "Whose data they are: it salts the digests. Default: data."
		},
		{
			name: "period",
			value: "from..to",
			description: "Days to count, such as 2026-01-01..2026-04-01, the last not included. Default: the plan’s, else all."
		},
		{
			name: "lay",
			description: "Print the plan alone, with nothing counted."
		},
		{
			name: "plan",
			value: "file",
			description: "A plan or baseline whose edges are used."
		},
		{
			name: "merge",
			value: "file",
			isList: true,
			description: "Counts of a shard; repeat it. Needs --plan."
		},
		{
			name: "finish",
			description: "Print the baseline of a plan and its counts."
		},
		{
			name: "dialect",
			value: "duckdb|postgres",
			description: "Print SQL instead. Needs --table, --day, and --plan or --lay with --columns."
		},
		{
			name: "describe",
			description: "With --dialect and --table: print SQL that lists the table’s columns."
		},
		{
			name: "columns",
			value: "file",
			description: "What that SQL returned: --lay asks for their edges."
		},
		{
			name: "table",
			value: "schema.table",
			description: "The database’s table; other dots are part of no name."
		},
		{
			name: "from",
			value: "file",
			description: "What the SQL returned, as the database printed it."
		},
		{
			name: "native-path",
			value: "folder",
			description: "DuckDB’s binary, for machines that may not download it."
		}
	],
	examples: [
		["tidemark profile \"data/*.parquet\" --day day > baseline.json", "what is normal"],
		["tidemark profile data/2026-05.parquet --day day --plan baseline.json --period 2026-05-01..2026-06-01", "a window"],
		["tidemark profile --plan plan.json --merge a.json --merge b.json --finish", "shards of matrix jobs, added up"],
		["tidemark profile --plan baseline.json --dialect postgres --table public.orders --day day | psql -qAt > counts.json", "counted where the data are"],
		["tidemark profile --plan baseline.json --from counts.json", "and read"],
		["tidemark profile --dialect postgres --table public.orders --describe | psql -qAt > columns.json", "a database from the start: its columns,"],
		["tidemark profile --lay --dialect postgres --table public.orders --day day --columns columns.json | psql -qAt > edges.json", "their edges,"],
		["tidemark profile --lay --from edges.json > plan.json", "and the plan that they are"]
	],
	failsWhen: "files, plan and counts do not belong together",
	load: () => import("./lazy/cli-profile.js")
};
// packages/cli/src/commands.ts
const commands = [
	...askCommands,
	{
		name: "verify",
		summary: "Prove every digest of the registry’s graph, and repair what was interrupted.",
		description: "A clone is verified offline: facts, references, ids, history, tags and decisions. With --repo, releases,\nchannel files and pull requests too, as the action verify-registry does; with --assets, every byte of every\nrelease. It says what a repair would do; with --repair it does it, and proves everything again.",
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
			{
				name: "repair",
				description: "Finish or remove what was interrupted. Needs --repo, and a token that may write contents."
			},
			{
				name: "since",
				value: "commit",
				description: "A commit that was the registry branch’s tip before: it must still be in the history."
			},
			json
		],
		examples: [
			["tidemark verify", "the clone in the current folder, offline"],
			["tidemark verify --repo acme/flights --assets", "everything, down to the released bytes"],
			["tidemark verify --repo acme/flights --repair", "and finish what a killed run left"]
		],
		failsWhen: "something is not as its digest says",
		load: () => import("./lazy/cli-verify.js")
	},
	{
		name: "page",
		summary: "Write the registry as one HTML page.",
		description: "One file without scripts that loads nothing: what is in production, the canary, drift by window, metrics, lineage\nand history. The same registry gives the same bytes, so it can be published on GitHub Pages.",
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
	},
	doctor,
	init,
	...contractCommands,
	profile
];
// packages/cli/src/help.ts
/** `tidemark --help`. */
function overallHelp() {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return `tidemark: a Git repository as the whole MLOps platform

Usage: tidemark <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Every command but serve, doctor, init, contract and profile reads a clone that has the registry branch (git fetch
origin model-registry), without network; with --repo owner/name it asks GitHub instead.

Examples:
${commands.map(({ examples }) => `  ${examples[0][0]}`).join("\n")}

  tidemark <command> --help   options and examples of a command
  tidemark --version

Exit codes: 0 fine · 1 a problem, or a verdict that is not a pass · 2 not called as it can be`;
}
/** `tidemark contract --help`: what a word stands before. */
function groupHelp(word) {
	const own = commands.filter(({ name }) => name.startsWith(`${word} `));
	const width = Math.max(...own.map(({ name }) => name.length));
	return `Usage: tidemark ${word} <command> [options]

Commands:
${own.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

  tidemark ${word} <command> --help   options and examples of a command`;
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
	const [first] = argv;
	if (first === void 0 || first === "--help" || first === "-h" || first === "help") {
		const about = first === "help" ? find(argv.slice(1)) : void 0;
		terminal[first === void 0 ? "report" : "print"](about ? commandHelp(about.command) : overallHelp());
		return first === void 0 ? 2 : 0;
	}
	if (first === "--version" || first === "-V") {
		terminal.print((await import("./lazy/cli-version.js")).version);
		return 0;
	}
	const found = find(argv);
	if (!found && isGroup(first) && isHelp(argv[1])) {
		terminal[argv[1] === void 0 ? "report" : "print"](groupHelp(first));
		return argv[1] === void 0 ? 2 : 0;
	}
	if (!found) {
		const name = isGroup(first) ? argv.slice(0, 2).join(" ") : first;
		terminal.report(`tidemark: there is no command ${JSON.stringify(name)}.\n  hint: \`tidemark --help\` lists the commands.`);
		return 2;
	}
	const { command, rest } = found;
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
/** A command's name is one word, or two as in `contract diff`. */
function find(argv) {
	for (const words of [2, 1]) {
		const command = commands.find(({ name }) => name === argv.slice(0, words).join(" "));
		if (command) return {
			command,
			rest: argv.slice(words)
		};
	}
}
const isHelp = (word) => word === void 0 || word === "--help" || word === "-h";
const isGroup = (word) => commands.some(({ name }) => name.startsWith(`${word} `));
// packages/cli/src/main.ts
/** A terminal for each question: nothing is read that nobody asked for. */
async function ask(question) {
	const { createInterface } = await import("node:readline/promises");
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr
	});
	try {
		return (await terminal.question(question)).trim();
	} finally {
		terminal.close();
	}
}
process.exitCode = await tidemark(process.argv.slice(2), {
	env: process.env,
	cwd: process.cwd(),
	isTerminal: process.stdout.isTTY === true,
	columns: process.stdout.columns,
	...process.stdin.isTTY ? { ask } : {},
	print: (text) => void process.stdout.write(`${text}\n`),
	report: (text) => void process.stderr.write(`${text}\n`)
});
export {};

import { B as parseContract, w as declareContract } from "../lib/data.js";
import { _ as string, a as array, o as boolean, p as object } from "../vendor/zod.js";
import { _ as ModelPolicy } from "../lib/schemas.js";
import { C as TidemarkError, D as Name, E as Login, O as RelativePath, x as parseYamlDocument } from "../lib/start.js";
import { n as logicalTypes, t as isLogicalType } from "./columns.js";
import { t as checkOptions } from "./options.js";
import { t as originOf } from "./origin.js";
import { r as plain } from "./table.js";
import { lstat, mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
// packages/cli/src/init/ask.ts
/** How often a question is asked before its answer is taken as it is, to be refused with all others. */
const mostAttempts = 3;
/** Asks for the model and its data, where they were not given; for what may be left out only where nothing was. */
async function askFirst(wishes, ask, { login }) {
	const isWhole = wishes.model === void 0;
	const isName = (text) => Name.safeParse(text).success ? null : "That is no name of a-z, 0-9 and -.";
	const isPath = (text) => RelativePath.safeParse(text).success ? null : "That is no path below this folder.";
	const areLogins = (text) => words(text).length > 0 && words(text).every((each) => Login.safeParse(each).success) ? null : "Those are no logins.";
	const model = wishes.model ?? await askFor(ask, "What is the model called (a-z, 0-9, -)", isName);
	const description = wishes.description ?? (isWhole ? emptyToNone(await ask("What does it predict, in a sentence (may be left out)? ")) : void 0);
	const data = wishes.data ?? await askFor(ask, "Where are its data files", isPath, "data/*.parquet");
	const owner = wishes.owner.length > 0 ? wishes.owner : words(await askFor(ask, "Who answers for it (GitHub logins)", areLogins, login ?? void 0));
	return {
		...wishes,
		model,
		description,
		data,
		owner
	};
}
/** Asks for the columns where there is no data to read them from. */
async function askColumns(ask) {
	const types = logicalTypes.join(", ");
	return words(await ask(`There is no data yet. Which columns will it have, as name:type with ${types}? `));
}
/** Asks for the columns’ parts, with what they look like as a suggestion. */
async function askRoles(wishes, columns, ask, { isWhole }) {
	const names = columns.map(({ name }) => name);
	const without = (taken) => (text) => {
		if (taken.includes(text)) return `${text} is taken already.`;
		return names.includes(text) ? null : `There is no such column; there are ${names.slice(0, 20).join(", ")}.`;
	};
	const labels = columns.filter(isLabel);
	const label = wishes.label ?? await askFor(ask, "Which column is to be predicted (0 or 1)", without([]), labels.at(-1)?.name);
	const days = columns.filter(({ name, type }) => name !== label && (type === "date" || type === "timestamp"));
	const cluster = wishes.cluster ?? await askFor(ask, "Which column says what belongs together: a day, a customer", without([label]), days[0]?.name);
	const apart = "Which column tells rows apart (left out: file and row number do)";
	const isId = (text) => text === "" ? null : without([label, cluster])(text);
	const id = wishes.id ?? (isWhole ? emptyToNone(await askFor(ask, apart, isId)) : void 0);
	return {
		...wishes,
		label,
		cluster,
		id
	};
}
/** Asks, and again where `problemOf` finds one. An empty answer is the usual one, where there is one. */
async function askFor(ask, question, problemOf, usual) {
	let complaint = "";
	for (let attempt = 1;; attempt++) {
		const answer = await ask(`${complaint}${question}? ${usual === void 0 ? "" : `[${usual}] `}`) || (usual ?? "");
		const problem = problemOf(answer);
		if (problem === null || attempt === mostAttempts) return answer;
		complaint = `${problem} `;
	}
}
const isLabel = ({ type, distinct }) => type === "boolean" || type === "integer" && (distinct === null || distinct === 2);
const words = (text) => text.split(/[\s,]+/).filter((each) => each !== "");
const emptyToNone = (text) => text === "" ? void 0 : text;
// packages/cli/src/init/clone.ts
/** The default branch as a clone knows it: that of origin, else the one that is checked out, else `main`. */
async function branchOf(folder) {
	const git = async (...args) => promisify(execFile)("git", [
		"-C",
		folder,
		...args
	]).then(({ stdout }) => stdout.trim(), () => "");
	const origin = await git("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
	if (origin.startsWith("origin/")) return origin.slice(7);
	return await git("symbolic-ref", "--quiet", "--short", "HEAD") || "main";
}
// packages/cli/src/init/identifiers.ts
/** Words that SQL keeps for itself, so that a column of that name has to be quoted: DuckDB’s `duckdb_keywords()`, `reserved`. */
const reserved = new Set(`all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable
   desc describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral
   leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify references returning
   select show some summarize symmetric table then to trailing true union unique unpivot using variadic when where window with`.split(/\s+/).filter(Boolean));
/** A column or table for SQL, quoted where it must be. */
function sqlName(name) {
	return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll("\"", "\"\"")}"`;
}
/** A text for YAML, quoted where it would be read as something else: `on`, `1e5`, `a: b`. */
function yamlText(text) {
	return /^[a-z][a-z0-9_]*([ ./*-]+[a-z0-9_*]+)*\??$/i.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
/** A name of the contract’s object, which queries read: `flight-delay` → `flight_delay`. */
function tableName(model) {
	const name = model.replaceAll("-", "_");
	return /^[a-z]/.test(name) && !reserved.has(name) ? name : `rows_${name}`.slice(0, 63);
}
// packages/cli/src/init/templates.generated.ts
/** Texts by path, of a model that is called flight-delay. */
const templates = {
	".gitattributes": "# Digests are of bytes: the same file must have the same bytes on every machine.\n* text=auto eol=lf\n*.parquet binary\n*.csv -text\n",
	".gitignore": "/.tidemark/\n",
	".github/workflows/promote.yml": "name: Promote\n\n# A pull request's own workflow files are not trusted with its check: pull_request_target runs this file from the base\n# branch, and nothing of the head is checked out or run. There is no filter by path, so that the status\n# tidemark/promotion can be a required one: a pull request without a channel in it passes at once.\non:\n  pull_request_target:\n    types: [opened, synchronize, reopened, edited]\n  merge_group:\n  push:\n    branches: [main]\n    paths:\n      - models/*/channels/**\n  workflow_dispatch:\n\npermissions: {}\n\njobs:\n  check:\n    if: ${{ github.event_name == 'pull_request_target' || github.event_name == 'merge_group' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      contents: read\n      pull-requests: read\n      statuses: write\n    concurrency:\n      group: promotion-check-${{ github.event.pull_request.number || github.ref }}\n      cancel-in-progress: true\n    steps:\n      - uses: tidemark-ml/tidemark/actions/promote-model@v1\n        with:\n          mode: check\n\n  settle:\n    if: ${{ github.event_name == 'push' || github.event_name == 'workflow_dispatch' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      contents: write\n      pull-requests: write # to return a channel file whose change was refused\n      statuses: write\n    concurrency:\n      group: promotion-settle\n      cancel-in-progress: false\n    steps:\n      - uses: tidemark-ml/tidemark/actions/promote-model@v1\n        with:\n          mode: settle\n",
	".github/workflows/rollback.yml": "name: Roll back\n\n# Takes a channel back to a version that it held before: who starts it and why go on record. A rollout that is under way ends.\n# It is a pull request as any change of a channel, unless model.yaml lets this person act alone (breakGlass).\non:\n  workflow_dispatch:\n    inputs:\n      version:\n        description: The version to go back to, such as 1.0.0\n        type: string\n        required: true\n      reason:\n        description: Why, in a sentence\n        type: string\n        required: true\n      channel:\n        description: The channel\n        type: string\n        default: production\n      break-glass:\n        description: At once, without a review, where model.yaml allows it\n        type: boolean\n        default: false\n\npermissions: {}\n\njobs:\n  roll-back:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      contents: write\n      pull-requests: write\n      statuses: write\n    steps:\n      - uses: tidemark-ml/tidemark/actions/promote-model@v1\n        with:\n          mode: rollback\n          model: flight-delay\n          channel: ${{ inputs.channel }}\n          version: ${{ inputs.version }}\n          reason: ${{ inputs.reason }}\n          break-glass: ${{ inputs.break-glass }}\n",
	".github/workflows/tick.yml": "name: Tick\n\n# Everything that waits is done here: rollouts take their next step every quarter of an hour, drift is judged once a day.\n# Every job looks at what should be and what is, so a late, missed or doubled run is harmless; with nothing due they end in seconds.\non:\n  schedule:\n    - cron: \"*/15 * * * *\"\n    - cron: \"23 6 * * *\"\n  workflow_dispatch:\n    inputs:\n      task:\n        description: What to look at\n        type: choice\n        options: [all, rollouts, monitor]\n        default: all\n\npermissions: {}\n\nenv:\n  MODEL: flight-delay\n\njobs:\n  # What a missed event left undone, and approvals that came late.\n  settle:\n    if: ${{ github.event.schedule != '23 6 * * *' && inputs.task != 'monitor' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      contents: write\n      pull-requests: write # to return a channel file whose change was refused\n      statuses: write\n    concurrency:\n      group: promotion-settle\n      cancel-in-progress: false\n    steps:\n      - uses: tidemark-ml/tidemark/actions/promote-model@v1\n        with:\n          mode: settle\n\n  # What is settled at this moment has its first step a quarter of an hour later: neither waits for the other.\n  canary:\n    if: ${{ github.event.schedule != '23 6 * * *' && inputs.task != 'monitor' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    permissions:\n      contents: write\n      pull-requests: write\n      statuses: write\n    concurrency:\n      group: canary\n      cancel-in-progress: false\n    steps:\n      - uses: tidemark-ml/tidemark/actions/deploy-canary@v1\n\n  # Runs the query and the model, and may only read.\n  judge-drift:\n    if: ${{ github.event.schedule != '*/15 * * * *' && inputs.task != 'rollouts' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 30\n    permissions:\n      contents: read\n    outputs:\n      handover: ${{ steps.judge.outputs.handover }}\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with:\n          persist-credentials: false\n      - id: judge\n        uses: tidemark-ml/tidemark/actions/drift-report@v1\n        with:\n          mode: judge\n          model: ${{ env.MODEL }}\n      - if: ${{ !cancelled() && steps.judge.outputs.handover != '' }}\n        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: drift\n          path: .tidemark/drift\n          include-hidden-files: true\n          if-no-files-found: error\n      # A page for people: index.html in the run's artifact. drift.sarif and drift.junit.xml are for other tools.\n      - if: ${{ !cancelled() && steps.judge.outputs.page != '' }}\n        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: drift-report\n          path: .tidemark/drift-report\n          include-hidden-files: true\n\n  # Records the verdicts, keeps the issue, starts a retraining; runs nothing of the team's. Where model.yaml has `monitor.rollback`, it\n  # opens that pull request and needs `pull-requests: write` and `statuses: write` too.\n  report-drift:\n    needs: judge-drift\n    if: ${{ !cancelled() && needs.judge-drift.outputs.handover != '' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 15\n    permissions:\n      contents: write\n      issues: write\n      actions: write\n    concurrency:\n      group: drift\n      cancel-in-progress: false\n    steps:\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: drift\n          path: .tidemark/drift\n      - uses: tidemark-ml/tidemark/actions/drift-report@v1\n        with:\n          mode: report\n          model: ${{ env.MODEL }}\n          drift-handover: ${{ needs.judge-drift.outputs.handover }}\n",
	".github/workflows/train.yml": "name: Train\n\n# New data or a new policy makes a candidate. Channels are left out: a promotion trains nothing.\non:\n  push:\n    branches: [main]\n    paths:\n      - data/**\n      - models/*/model.yaml\n      - models/*/contract.yaml\n      - models/*/*.sql\n  workflow_dispatch:\n    inputs:\n      model:\n        description: The model's folder below models/\n        default: flight-delay\n        required: true\n\npermissions: {}\n\nconcurrency:\n  group: train-${{ inputs.model || 'flight-delay' }}-${{ github.ref }}\n  cancel-in-progress: false\n\nenv:\n  MODEL: ${{ inputs.model || 'flight-delay' }}\n\n# Files travel between the jobs as artifacts; each job is told by the one before which digest they must have.\njobs:\n  validate:\n    runs-on: ubuntu-latest\n    timeout-minutes: 15\n    permissions:\n      contents: read\n    outputs:\n      handover: ${{ steps.validate.outputs.handover }}\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with:\n          persist-credentials: false\n      - id: validate\n        uses: tidemark-ml/tidemark/actions/validate-data@v1\n        with:\n          model: ${{ env.MODEL }}\n      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: validation\n          path: .tidemark/validation\n          include-hidden-files: true\n          if-no-files-found: error\n      # A page for people: index.html in the run's artifact, also where the data fail. The files beside it are for other tools.\n      - if: ${{ !cancelled() && steps.validate.outputs.page != '' }}\n        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: validation-report\n          path: .tidemark/validation-report\n          include-hidden-files: true\n\n  train:\n    needs: validate\n    runs-on: ubuntu-latest\n    timeout-minutes: 60\n    permissions:\n      contents: read\n    outputs:\n      handover: ${{ steps.train.outputs.handover }}\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with:\n          persist-credentials: false\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: validation\n          path: .tidemark/validation\n      - id: train\n        uses: tidemark-ml/tidemark/actions/train@v1\n        with:\n          model: ${{ env.MODEL }}\n          validation-handover: ${{ needs.validate.outputs.handover }}\n      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: training\n          path: .tidemark/training\n          include-hidden-files: true\n          if-no-files-found: error\n\n  gate:\n    needs: [validate, train]\n    runs-on: ubuntu-latest\n    timeout-minutes: 30\n    permissions:\n      contents: read\n    outputs:\n      handover: ${{ steps.gate.outputs.handover }}\n    steps:\n      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n        with:\n          persist-credentials: false\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: validation\n          path: .tidemark/validation\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: training\n          path: .tidemark/training\n      - id: gate\n        uses: tidemark-ml/tidemark/actions/evaluate-gate@v1\n        with:\n          model: ${{ env.MODEL }}\n          validation-handover: ${{ needs.validate.outputs.handover }}\n          training-handover: ${{ needs.train.outputs.handover }}\n      # The step fails when the candidate is refused; its evaluation is wanted all the same.\n      - if: ${{ !cancelled() && steps.gate.outputs.handover != '' }}\n        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2\n        with:\n          name: evaluation\n          path: .tidemark/evaluation\n          include-hidden-files: true\n          if-no-files-found: error\n\n  # The only job that may write, and the only one that runs nothing of the team's: no query, no training, no model.\n  # It registers what passed and records what was refused.\n  register:\n    needs: [validate, train, gate]\n    if: ${{ !cancelled() && needs.train.result == 'success' && needs.gate.outputs.handover != '' }}\n    runs-on: ubuntu-latest\n    timeout-minutes: 15\n    permissions:\n      contents: write\n      pull-requests: write\n      statuses: write\n    steps:\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: validation\n          path: .tidemark/validation\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: training\n          path: .tidemark/training\n      - uses: actions/download-artifact@634f93cb2916e3fdff6788551b99b062d0335ce0 # v5.0.0\n        with:\n          name: evaluation\n          path: .tidemark/evaluation\n      - uses: tidemark-ml/tidemark/actions/register-model@v1\n        with:\n          model: ${{ env.MODEL }}\n          validation-handover: ${{ needs.validate.outputs.handover }}\n          training-handover: ${{ needs.train.outputs.handover }}\n          evaluation-handover: ${{ needs.gate.outputs.handover }}\n",
	".github/workflows/verify.yml": "name: Verify registry\n\n# Proves everything, and finishes or removes what a killed run left. What a person has to decide is only told. Every morning, so\n# that nothing interrupted lasts; where nothing is wrong nothing is written.\non:\n  schedule:\n    - cron: \"17 5 * * *\"\n  workflow_dispatch:\n\npermissions: {}\n\nconcurrency:\n  group: verify-registry\n  cancel-in-progress: false\n\njobs:\n  verify:\n    runs-on: ubuntu-latest\n    timeout-minutes: 30\n    # Without `repair`, `contents: read` is enough.\n    permissions:\n      contents: write\n      pull-requests: write\n      statuses: write\n    steps:\n      - uses: tidemark-ml/tidemark/actions/verify-registry@v1\n        with:\n          repair: true\n"
};
// packages/cli/src/init/render.ts
/** Above it a text is more likely a name of something than a kind of it. */
const mostCategories = 1e3;
const published = "tidemark-ml/tidemark";
/** Every file of a set-up, by path. Pure: the same plan gives the same texts. */
function renderFiles(plan) {
	const folder = `models/${plan.model}`;
	return {
		[`${folder}/model.yaml`]: renderPolicy(plan),
		[`${folder}/contract.yaml`]: plan.contract ?? declareContract(tableName(plan.model), columnsOf(plan), { id: contractId(plan.model) }),
		[`${folder}/features.sql`]: renderFeatures(plan),
		...Object.fromEntries(Object.entries(templates).map(([path, text]) => [path, adapt(text, plan)]))
	};
}
/** What a model’s contract is called. */
const contractId = (model) => `urn:contract:${model}`;
const columnsOf = ({ columns }) => columns.map(({ name, type, isRequired }) => ({
	name,
	logicalType: type,
	isRequired
}));
/** What the features query calls id, label and cluster. */
function roles({ id, label, cluster, columns }) {
	const isTime = typeOf(columns, cluster) === "timestamp";
	return {
		id: id ?? "row_id",
		label,
		cluster: isTime ? `${cluster}_day` : cluster
	};
}
const typeOf = (columns, name) => columns.find((column) => column.name === name)?.type;
const isDay = ({ columns, cluster }) => ["date", "timestamp"].includes(typeOf(columns, cluster) ?? "");
function renderPolicy(plan) {
	const { model, description, owners, data } = plan;
	const names = roles(plan);
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/tidemark-ml/tidemark/v1/registry-schema/model.schema.json
# Everything people decide about this model. It changes by pull request only.
schema: tidemark/model/v1
model: ${yamlText(model)}
${description === null ? "" : `description: ${yamlText(description)}\n`}owners: [${owners.map(yamlText).join(", ")}] # who answer for it; a waiver of its gate is theirs
task: binary

data:
  contract: contract.yaml
  files: ${yamlText(data)}
  holdout:
    newestFiles: 1 # by path: the last one judges the candidate, and is never trained on
  violations:
    action: fail # drop leaves bad rows out, up to maxShare of them
    maxShare: 0
  features: features.sql
  columns:
    id: ${yamlText(names.id)}
    label: ${yamlText(names.label)}
    cluster: ${yamlText(names.cluster)}

train:
  executor: embedded # gradient-boosted trees; \`command\` runs a program of yours
  parameters:
    trees: 40
    leaves: 31
    learning_rate: 0.2
    min_rows_per_leaf: 20
  seed: 7

gate:
  cluster: ${yamlText(names.cluster)} # rows of one belong together, so bounds come from these, not from rows
  metrics:
    - id: roc_auc
      mode: non_inferior # to the version in production, on the same rows
      margin: 0.01
      min: 0.55 # the first version has nobody to be compared with: raise this to what would be useless below it
    - id: log_loss
      mode: non_inferior
      marginRelative: 0.02
${isDay(plan) ? `
monitor: # complete weeks of new data against what was normal
  issue: true # opened by drift, closed by the first week that passes
  retrain:
    workflow: train.yml
` : ""}
channels:
  production:
    approvals: 1

rollout: # a version that follows another one is a canary first
  steps:
    - weight: 0.1
      minMinutes: 60
      minRequests: 1000
    - weight: 0.5
      minMinutes: 60
      minRequests: 1000
  guardrails:
    - id: errors
      delta: 0.01 # promoted when it is proven that at most 1 % more requests fail than with the champion
    - id: non_finite
      delta: 0.01
`;
}
function renderFeatures(plan) {
	const { model, columns, id, label, cluster, left } = plan;
	const names = roles(plan);
	const own = [
		id,
		label,
		cluster,
		...left
	];
	const keys = [
		id === null ? `source_file || '#' || file_row_number AS ${names.id}` : sqlName(id),
		typeOf(columns, label) === "integer" ? sqlName(label) : `CAST(${sqlName(label)} AS INTEGER) AS ${sqlName(label)}`,
		names.cluster === cluster ? sqlName(cluster) : `CAST(${sqlName(cluster)} AS DATE) AS ${sqlName(names.cluster)}`
	];
	const features = columns.filter(({ name }) => !own.includes(name)).map(asFeature);
	const notes = features.flatMap((feature) => "note" in feature ? [`-- Left out: ${feature.note}`] : []);
	const selected = features.flatMap((feature) => "sql" in feature ? [feature.sql] : []);
	return `-- Of each row its id, its label (0 or 1), what it belongs to, and the features: what is known before the label is.
-- Training, gate and serving use the same query.
${notes.map((note) => `${note}\n`).join("")}SELECT
${[...keys, ...selected].map((column) => `  ${column}`).join(",\n")}
FROM ${tableName(model)}
`;
}
function asFeature({ name, type, distinct }) {
	const column = sqlName(name);
	const shown = column.replaceAll(/\s+/g, " ");
	if (type === "boolean") return { sql: `CAST(${column} AS INTEGER) AS ${column}` };
	if (type === "date" || type === "timestamp") return { note: `${shown} is a ${type}; parts of it can be features, such as ${type === "date" ? `isodow(${shown}), month(${shown})` : `hour(${shown}), isodow(${shown})`}` };
	if (type === "string" && distinct !== null && distinct > mostCategories) return { note: `${shown} is a text with about ${distinct} different values` };
	return type === null || type === "time" ? { note: `${shown} is neither number nor text` } : { sql: column };
}
/** The example’s text for this model, branch, data and source of the actions. */
function adapt(text, { model, data, defaultBranch, actions }) {
	const at = actions.lastIndexOf("@");
	const [source, ref] = [actions.slice(0, at), actions.slice(at + 1)];
	return text.replaceAll(/^(.*uses: )tidemark-ml\/tidemark(\/actions\/[a-z-]+)@v1$/gm, (_, start, path) => `${start}${source}${path}@${ref}`).replaceAll("branches: [main]", () => `branches: [${yamlText(defaultBranch)}]`).replaceAll("- data/**", () => `- ${yamlText(data)}`).replaceAll(/^( *(?:default|MODEL|model): )flight-delay$/gm, (_, key) => key + yamlText(model)).replaceAll("flight-delay", () => model);
}
/** Where the actions are published. */
const publishedActions = `${published}@v1`;
// packages/cli/src/init/settle-plan.ts
const columnTaken = /^(source_file|file_row_number|tidemark_row)$/i;
/** The plan that wishes come to for these columns, and the contract that the data keep where there are some. Throws `INPUT_INVALID` with everything that is wrong or missing. */
function settlePlan(wishes, columns, contract) {
	const problems = [];
	const wrong = (option, message) => void problems.push({
		path: option,
		message
	});
	const { model = "", owner, data = "", id, label = "", cluster = "", exclude, branch, actions } = wishes;
	if (!Name.safeParse(model).success) wrong("<model>", needed(model, "a name of a-z, 0-9 and -, such as flight-delay"));
	if (owner.length === 0) wrong("--owner", "is required: the GitHub login of somebody who answers for the model");
	for (const login of owner.filter((each) => !Login.safeParse(each).success)) wrong("--owner", needed(login, "a GitHub login"));
	if (!RelativePath.safeParse(data).success) wrong("--data", needed(data, "a path or glob below the folder, such as data/*.parquet"));
	if (!/^[A-Za-z0-9][\w./-]{0,200}$/.test(branch) || branch.includes("..")) wrong("--branch", needed(branch, "a branch"));
	if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+@[\w./-]+$/.test(actions)) wrong("--actions", needed(actions, "owner/name@ref"));
	const names = columns.map(({ name }) => name);
	const known = (option, name, what) => {
		if (name === "") wrong(option, `is required: ${what}`);
		else if (!names.includes(name)) wrong(option, `there is no column ${JSON.stringify(name)}; there are ${listed(names)}`);
	};
	known("--label", label, "the column that is to be predicted, 0 or 1");
	known("--cluster", cluster, "the column of what belongs together: a day, a customer, a query");
	if (id !== void 0) known("--id", id, "the column that tells rows apart");
	for (const name of exclude) known("--exclude", name, "a column that is no feature");
	const typeOf = (name) => columns.find((column) => column.name === name)?.type;
	if (names.includes(label) && ![
		"integer",
		"number",
		"boolean"
	].includes(typeOf(label) ?? "")) wrong("--label", `${label} is ${typeOf(label) ?? "of no known type"}; a label is 0 or 1`);
	const roles = [
		id,
		label,
		cluster
	].filter((name) => name !== void 0 && name !== "");
	if (new Set(roles).size < roles.length) wrong("--id", "id, label and cluster are three columns");
	for (const name of names.filter((each) => columnTaken.test(each))) wrong("--data", `the column name ${name} is one that Tidemark adds itself`);
	if (problems.length > 0) throw new TidemarkError("INPUT_INVALID", `${problems.length} answer${problems.length === 1 ? " is" : "s are"} missing or wrong`, {
		hint: "tidemark init --help has an example. In a terminal it asks for what is not given.",
		problems
	});
	return {
		model,
		description: wishes.description ?? null,
		owners: owner,
		data,
		columns,
		contract,
		id: id ?? null,
		label,
		cluster,
		left: exclude,
		defaultBranch: branch,
		actions
	};
}
/** Columns as they are typed where there is no data yet: `age:integer`. Throws `INPUT_INVALID`. */
function parseColumns(given) {
	const problems = [];
	const columns = given.flatMap((text) => {
		const at = text.lastIndexOf(":");
		const [name, type] = [text.slice(0, at), text.slice(at + 1)];
		if (at > 0 && isLogicalType(type)) return [{
			name,
			type,
			isRequired: true,
			distinct: null
		}];
		problems.push({
			path: "--column",
			message: needed(text, `name:type with a type of ${logicalTypes.join(", ")}`)
		});
		return [];
	});
	const twice = columns.filter(({ name }, i) => columns.findIndex((column) => column.name === name) < i);
	for (const { name } of twice) problems.push({
		path: "--column",
		message: `${name} is given twice`
	});
	if (problems.length > 0) throw new TidemarkError("INPUT_INVALID", "the columns cannot be used", {
		hint: "Correct those named.",
		problems
	});
	return columns;
}
const needed = (given, what) => given === "" ? `is required: ${what}` : `expected ${what}, found ${JSON.stringify(given.slice(0, 80))}`;
const listed = (names) => names.length === 0 ? "none" : `${names.slice(0, 20).join(", ")}${names.length > 20 ? ` and ${names.length - 20} more` : ""}`;
// packages/cli/src/init/write-files.ts
/**
* Writes files below a folder, those that are not there. Every path is looked at before the first is written, and none through a
* symbolic link; a failure in between takes back what was written. Throws `PATH_REFUSED` with every path that cannot be.
*/
async function writeFiles(folder, files, { isTrial = false } = {}) {
	const root = await realpath(folder).catch((cause) => {
		throw new TidemarkError("PATH_REFUSED", `${folder} is not there`, {
			hint: "Name the folder of a clone.",
			cause
		});
	});
	const problems = [];
	const left = [];
	for (const path of Object.keys(files)) {
		const state = await look(root, path);
		if (state === "there") left.push(path);
		else if (state !== "free") problems.push({
			file: path,
			message: state
		});
	}
	if (problems.length > 0) throw new TidemarkError("PATH_REFUSED", `nothing was written: ${problems.length} of the files cannot be`, {
		hint: "Move out of the way what is named.",
		problems
	});
	const wanted = Object.entries(files).filter(([path]) => !left.includes(path));
	const written = [];
	if (!isTrial) for (const [path, text] of wanted) try {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text, { flag: "wx" });
		written.push(path);
	} catch (cause) {
		for (const done of written) await rm(join(root, done), { force: true });
		throw new TidemarkError("PATH_REFUSED", `${path} cannot be written: ${cause.message}`, {
			hint: "Nothing was written. Check who may write to the folder.",
			cause
		});
	}
	return {
		written: isTrial ? wanted.map(([path]) => path) : written,
		left
	};
}
/** `there` for a file, `free` for nothing, else why it cannot be written. */
async function look(root, path) {
	if (!RelativePath.safeParse(path).success) return "leads outside of the folder";
	const parts = path.split("/");
	for (const [i] of parts.entries()) {
		const part = parts.slice(0, i + 1).join("/");
		const found = await lstat(join(root, part)).catch((error) => {
			if (error.code === "ENOENT") return null;
			return error.code ?? error.message;
		});
		if (found === null) return "free";
		if (typeof found === "string") return `${part} cannot be looked at: ${found}`;
		if (found.isSymbolicLink()) return `${part} is a symbolic link, which could lead elsewhere`;
		if (i === parts.length - 1) return found.isFile() ? "there" : `${part} is not a file`;
		if (!found.isDirectory()) return `${part} is not a folder`;
	}
	return "free";
}
// packages/cli/src/commands/init.ts
const texts = array(string().min(1)).default([]);
const Options = object({
	data: string().optional(),
	label: string().optional(),
	cluster: string().optional(),
	id: string().optional(),
	exclude: texts,
	owner: texts,
	column: texts,
	description: string().min(1).max(2e3).optional(),
	folder: string().min(1).default("."),
	branch: string().optional(),
	actions: string().default(publishedActions),
	"dry-run": boolean().default(false),
	"native-path": string().min(1).optional()
});
/** `tidemark init`. */
async function execute({ options, operands }, terminal) {
	const choice = checkOptions(Options, options);
	const folder = resolve(terminal.cwd, choice.folder);
	const { ask } = terminal;
	let wishes = {
		...choice,
		model: operands[0],
		branch: choice.branch ?? await branchOf(folder)
	};
	if (ask) wishes = await askFirst(wishes, ask, { login: await ownerOf(folder) });
	const found = choice.column.length > 0 ? null : await findData(folder, wishes, choice["native-path"], terminal);
	const columns = found?.columns ?? parseColumns(choice.column.length > 0 || !ask ? choice.column : await askColumns(ask));
	if (ask) wishes = await askRoles(wishes, columns, ask, { isWhole: operands[0] === void 0 });
	const plan = settlePlan(wishes, columns, found?.contract ?? null);
	const files = renderFiles(plan);
	const policy = `models/${plan.model}/model.yaml`;
	parseYamlDocument(ModelPolicy, files[policy], policy);
	parseContract(files[`models/${plan.model}/contract.yaml`], "contract.yaml");
	const written = await writeFiles(folder, files, { isTrial: choice["dry-run"] });
	terminal.print(describe(written, choice["dry-run"]));
	if (found?.files === 1) terminal.report("There is one data file: the newest is held out to judge by, so training needs a second one.");
	return 0;
}
/** What the data say, or null where there are none yet. */
async function findData(folder, { data, model = "" }, nativePath, terminal) {
	if (data === void 0) return null;
	const { provideNative } = await import("./src.js");
	await provideNative(["duckdb"], {
		inputs: { nativePath },
		log: (text) => terminal.report(plain(text))
	});
	const { inferData } = await import("./cli-infer-data.js");
	const object = Name.safeParse(model).success ? tableName(model) : "rows";
	try {
		return await inferData(folder, data, {
			id: contractId(model),
			object
		});
	} catch (error) {
		if (error instanceof TidemarkError && error.code === "FILE_NOT_FOUND") return null;
		throw error;
	}
}
/** The owner of the repository on GitHub, if it is a person’s: a suggestion only. */
async function ownerOf(folder) {
	const origin = await originOf(folder);
	return origin === void 0 ? null : new URL(origin).pathname.split("/")[1] ?? null;
}
function describe({ written, left }, isTrial) {
	const list = (paths) => paths.map((path) => `  ${plain(path)}`).join("\n");
	return [
		...written.length === 0 ? ["Nothing to write."] : [`${isTrial ? "Would write" : "Wrote"}\n${list(written)}`],
		...left.length === 0 ? [] : [`Left as they are\n${list(left)}`],
		...isTrial || written.length === 0 ? [] : ["Next: read features.sql and the gate in model.yaml, commit, push, and let `tidemark doctor` look at the repository’s settings."]
	].join("\n");
}
export { execute };

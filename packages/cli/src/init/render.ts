import { declareContract } from '@tidemark/data'
import type { LogicalColumn } from './columns.ts'
import { sqlName, tableName, yamlText } from './identifiers.ts'
import type { Plan } from './plan.ts'
import { templates } from './templates.generated.ts'

/** Above it a text is more likely a name of something than a kind of it. */
const mostCategories = 1000
const published = 'tidemark-ml/tidemark'

/** Every file of a set-up, by path. Pure: the same plan gives the same texts. */
export function renderFiles(plan: Plan): Record<string, string> {
  const folder = `models/${plan.model}`
  return {
    [`${folder}/model.yaml`]: renderPolicy(plan),
    [`${folder}/contract.yaml`]:
      plan.contract ?? declareContract(tableName(plan.model), columnsOf(plan), { id: contractId(plan.model) }),
    [`${folder}/features.sql`]: renderFeatures(plan),
    ...Object.fromEntries(Object.entries(templates).map(([path, text]) => [path, adapt(text, plan)])),
  }
}

/** What a model’s contract is called. */
export const contractId = (model: string): string => `urn:contract:${model}`

const columnsOf = ({ columns }: Plan) =>
  columns.map(({ name, type, isRequired }) => ({ name, logicalType: type, isRequired }))

/** What the features query calls id, label and cluster. */
function roles({ id, label, cluster, columns }: Plan) {
  const isTime = typeOf(columns, cluster) === 'timestamp'
  return { id: id ?? 'row_id', label, cluster: isTime ? `${cluster}_day` : cluster }
}

const typeOf = (columns: readonly LogicalColumn[], name: string) => columns.find((column) => column.name === name)?.type
const isDay = ({ columns, cluster }: Plan) => ['date', 'timestamp'].includes(typeOf(columns, cluster) ?? '')

function renderPolicy(plan: Plan): string {
  const { model, description, owners, data } = plan
  const names = roles(plan)
  const monitor = `
monitor: # complete weeks of new data against what was normal
  issue: true # opened by drift, closed by the first week that passes
  retrain:
    workflow: train.yml
`
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/tidemark-ml/tidemark/v1/registry-schema/model.schema.json
# Everything people decide about this model. It changes by pull request only.
schema: tidemark/model/v1
model: ${yamlText(model)}
${description === null ? '' : `description: ${yamlText(description)}\n`}owners: [${owners.map(yamlText).join(', ')}] # who answer for it; a waiver of its gate is theirs
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
${isDay(plan) ? monitor : ''}
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
`
}

function renderFeatures(plan: Plan): string {
  const { model, columns, id, label, cluster, left } = plan
  const names = roles(plan)
  const own = [id, label, cluster, ...left]
  const keys = [
    id === null ? `source_file || '#' || file_row_number AS ${names.id}` : sqlName(id),
    typeOf(columns, label) === 'integer' ? sqlName(label) : `CAST(${sqlName(label)} AS INTEGER) AS ${sqlName(label)}`,
    names.cluster === cluster ? sqlName(cluster) : `CAST(${sqlName(cluster)} AS DATE) AS ${sqlName(names.cluster)}`,
  ]
  const features = columns.filter(({ name }) => !own.includes(name)).map(asFeature)
  const notes = features.flatMap((feature) => ('note' in feature ? [`-- Left out: ${feature.note}`] : []))
  const selected = features.flatMap((feature) => ('sql' in feature ? [feature.sql] : []))
  return `-- Of each row its id, its label (0 or 1), what it belongs to, and the features: what is known before the label is.
-- Training, gate and serving use the same query.
${notes.map((note) => `${note}\n`).join('')}SELECT
${[...keys, ...selected].map((column) => `  ${column}`).join(',\n')}
FROM ${tableName(model)}
`
}

function asFeature({ name, type, distinct }: LogicalColumn): { sql: string } | { note: string } {
  const column = sqlName(name)
  // A name may hold a line’s end, which would end the comment.
  const shown = column.replaceAll(/\s+/g, ' ')
  if (type === 'boolean') return { sql: `CAST(${column} AS INTEGER) AS ${column}` }
  if (type === 'date' || type === 'timestamp') {
    const parts = type === 'date' ? `isodow(${shown}), month(${shown})` : `hour(${shown}), isodow(${shown})`
    return { note: `${shown} is a ${type}; parts of it can be features, such as ${parts}` }
  }
  if (type === 'string' && distinct !== null && distinct > mostCategories) {
    return { note: `${shown} is a text with about ${distinct} different values` }
  }
  return type === null || type === 'time' ? { note: `${shown} is neither number nor text` } : { sql: column }
}

/** The example’s text for this model, branch, data and source of the actions. */
function adapt(text: string, { model, data, defaultBranch, actions }: Plan): string {
  const at = actions.lastIndexOf('@')
  const [source, ref] = [actions.slice(0, at), actions.slice(at + 1)]
  return text
    .replaceAll(
      /^(.*uses: )tidemark-ml\/tidemark(\/actions\/[a-z-]+)@v1$/gm,
      (_, start: string, path: string) => `${start}${source}${path}@${ref}`,
    )
    .replaceAll('branches: [main]', () => `branches: [${yamlText(defaultBranch)}]`)
    .replaceAll('- data/**', () => `- ${yamlText(data)}`)
    .replaceAll(/^( *(?:default|MODEL|model): )flight-delay$/gm, (_, key: string) => key + yamlText(model))
    .replaceAll('flight-delay', () => model)
}

/** Where the actions are published. */
export const publishedActions = `${published}@v1`

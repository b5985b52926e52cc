// Writes actions/<name>/action.yml and the tables in its README from src/definition.ts. With --check it only compares.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Document } from 'yaml'
import type { ActionDefinition } from '../packages/action-kit/src/index.ts'

const root = join(import.meta.dirname, '..')
const begin = '<!-- begin: generated from src/definition.ts -->'
const end = '<!-- end -->'

/** Every action's definition, by name. */
export async function loadDefinitions(): Promise<ActionDefinition[]> {
  const folders = readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const modules = folders.map(async ({ name }) => {
    const file = join(root, 'actions', name, 'src/definition.ts')
    const { definition } = (await import(pathToFileURL(file).href)) as { definition?: ActionDefinition }
    if (definition?.name !== name) throw new Error(`${file} must export a definition named '${name}'`)
    return definition
  })
  return Promise.all(modules)
}

/** The text of action.yml. */
export function actionYaml(definition: ActionDefinition): string {
  const { name, title, description, branding } = definition
  const inputs = Object.entries(definition.inputs).map(([input, { description, required, default: value }]) => [
    input,
    { description, required: required && value === undefined, ...(value === undefined ? {} : { default: value }) },
  ])
  const outputs = Object.entries(definition.outputs).map(([output, description]) => [output, { description }])
  const document = new Document({
    name: title,
    description,
    author: 'Tidemark',
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    runs: { using: 'node24', main: `../../dist/${name}.js` },
    branding,
  })
  document.commentBefore = ' Generated from src/definition.ts by `node scripts/generate-actions.ts`.'
  return formatted(`actions/${name}/action.yml`, document.toString({ lineWidth: 120 }))
}

/** The README with its generated part renewed. Throws where the markers are missing. */
export function withTables(readme: string, definition: ActionDefinition): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`actions/${definition.name}/README.md needs the lines ${begin} and ${end}`)
  const renewed = `${readme.slice(0, from + begin.length)}\n\n${tables(definition)}\n\n${readme.slice(to)}`
  return formatted(`actions/${definition.name}/README.md`, renewed)
}

/** As the formatter would leave it, so that the two never disagree. */
function formatted(file: string, text: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'format', `--stdin-file-path=${file}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} cannot be formatted: ${stderr}`)
  return stdout
}

function tables({ inputs, outputs }: ActionDefinition): string {
  const inputRows = Object.entries(inputs).map(([name, { description, required, default: value, expected }]) => {
    const presence = value === undefined ? (required ? '**required**' : '') : value === '' ? '' : `\`${value}\``
    return [`\`${name}\``, `${sentence(description)} Takes ${expected}.`, presence]
  })
  const outputRows = Object.entries(outputs).map(([name, description]) => [`\`${name}\``, sentence(description)])
  return [
    ...(inputRows.length > 0 ? ['### Inputs', table(['Input', 'Description', 'Default'], inputRows)] : []),
    ...(outputRows.length > 0 ? ['### Outputs', table(['Output', 'Description'], outputRows)] : []),
  ].join('\n\n')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim()).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

if (import.meta.main) {
  const isCheck = process.argv.includes('--check')
  for (const definition of await loadDefinitions()) {
    const folder = join(root, 'actions', definition.name)
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const [name, text] of [
      ['action.yml', actionYaml(definition)],
      ['README.md', withTables(readme, definition)],
    ] as const) {
      const file = join(folder, name)
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
      if (isCheck) {
        console.error(
          `actions/${definition.name}/${name} is not what src/definition.ts says; run: node scripts/generate-actions.ts`,
        )
        process.exitCode = 1
      } else writeFileSync(file, text)
    }
  }
}

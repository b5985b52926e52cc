import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// GitHub's parser is published for bundlers: it imports its two schemas as JSON without an import attribute,
// which node refuses. The hook turns exactly those two files into modules and touches nothing else.
const schema = /\/@actions\/workflow-parser\/dist\/(workflow|action)-v1\.0\.min\.json$/
registerHooks({
  load: (url, context, nextLoad) =>
    schema.test(url)
      ? { format: 'module', source: `export default ${readFileSync(fileURLToPath(url), 'utf8')}`, shortCircuit: true }
      : nextLoad(url, context),
})

const [parser, { ErrorPolicy }, { parseAction }] = await Promise.all([
  import('@actions/workflow-parser'),
  import('@actions/workflow-parser/model/convert'),
  import('@actions/workflow-parser/actions/action-parser'),
])

export { ErrorPolicy, parseAction, parser }

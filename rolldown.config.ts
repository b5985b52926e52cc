import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Plugin, RolldownOptions } from 'rolldown'
import { minifySync } from 'rolldown/utils'
import { licences } from './scripts/build/licences.ts'

const root = import.meta.dirname

/** Every action's entry, by its name in dist/. */
export function actionEntries(): Record<string, string> {
  const names = readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return Object.fromEntries(names.map(({ name }) => [name, join(root, 'actions', name, 'src/index.ts')]).sort())
}

/** Everything that is built: the actions, and the command `tidemark` as `cli.js`. */
export function builtEntries(): Record<string, string> {
  return { ...actionEntries(), cli: join(root, 'packages/cli/src/main.ts') }
}

/**
 * One build for all actions: `<action>.js` and `lib/<package>.js` are our own code, readable; `vendor/<package>.js` is minified.
 * A vendor file of its own for each package keeps what one action loads small, and the diff of a dependency's update in one file.
 */
export function buildOptions(entries: Record<string, string>, dir: string): RolldownOptions {
  return {
    cwd: root,
    input: entries,
    platform: 'node',
    preserveEntrySignatures: false,
    // `import('@duckdb/node-api')` finds the binary through what provideNative registered.
    transform: { define: { TIDEMARK_BUILT: 'true' } },
    treeshake: {
      // Without this, @actions/core's OpenID client, which no action uses, would pull an HTTP client of 0.6 MB into every start;
      // and our own packages' index files would load all of a package for one function of it.
      moduleSideEffects: [
        { test: /[\\/]packages[\\/][^\\/]+[\\/]src[\\/]/, sideEffects: false },
        { test: /[\\/]node_modules[\\/](@actions[\\/](core|http-client|exec|io)|undici)[\\/]/, sideEffects: false },
      ],
    },
    plugins: [nativeLoaders(), licences(), minifiedVendor()],
    onLog(level, log, handle) {
      // Third parties' `eval`, circular imports and `this` are their business; ours would be bugs.
      if (level === 'warn' && log.id?.includes('node_modules')) return
      handle(level === 'warn' ? 'error' : level, log)
    },
    output: {
      dir,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: ({ name, facadeModuleId }) =>
        /^(lib|vendor)\//.test(name) ? '[name].js' : `lazy/${ownerOf(facadeModuleId)}[name].js`,
      cleanDir: true,
      // A chunk takes no module of another package with it: each is loaded by those who import it.
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          // What every action loads before its first line of own work.
          {
            name: 'lib/start',
            tags: ['$initial'],
            test: (id) => chunkOf(id)?.startsWith('lib/') ?? false,
            priority: 1,
          },
          { name: chunkOf, debugName: 'packages', test: (id) => chunkOf(id) !== null },
        ],
      },
      comments: { legal: false, annotation: false, jsdoc: true },
    },
  }
}

/** `train-` for a module of the action train, so that it lies in `lazy/train-main.js`. */
function ownerOf(id: string | null | undefined): string {
  if (/[\\/]packages[\\/]cli[\\/]/.test(id ?? '')) return 'cli-'
  const action = /[\\/]actions[\\/](?<name>[^\\/]+)[\\/]src[\\/]/.exec(id ?? '')?.groups?.name
  return action ? `${action}-` : ''
}

function chunkOf(id: string): string | null {
  const path = relative(root, id.replace(/^\0/, '')).split(sep).join('/')
  const vendor = /.*node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(path)?.groups?.name
  if (vendor) return `vendor/${vendor.replace('@', '').replace('/', '-')}`
  const own = /^packages\/(?<name>[^/]+)\//.exec(path)?.groups?.name
  // A command's modules stay apart: each is loaded when it runs.
  return own && own !== 'cli' ? `lib/${own}` : null
}

/** Binaries stay outside the bundle: their loaders take the file that provideNative verified. */
function nativeLoaders(): Plugin {
  const load = (name: string) =>
    `((file) => {
      if (!file) throw new Error("provideNative(['${name}']) must come before the first import");
      return process.getBuiltinModule('node:module').createRequire(file)(file);
    })(globalThis[Symbol.for('tidemark.native')]?.${name})`
  const onnxruntimeRequire = 'require(`../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`)'
  return {
    name: 'native-loaders',
    transform: {
      filter: { id: /(@duckdb[\\/]node-bindings[\\/]duckdb|onnxruntime-node[\\/]dist[\\/]binding)\.js$/ },
      handler(code, id) {
        if (id.includes('duckdb')) return `module.exports = ${load('duckdb')}`
        if (!code.includes(onnxruntimeRequire)) throw new Error(`${id} loads its binary in another way now`)
        return code.replace(onnxruntimeRequire, () => load('onnxruntime'))
      },
    },
  }
}

function minifiedVendor(): Plugin {
  return {
    name: 'minified-vendor',
    renderChunk(code, chunk) {
      if (!chunk.fileName.startsWith('vendor/')) return null
      const result = minifySync(resolve(root, chunk.fileName), code, { module: true, compress: true, mangle: true })
      if (result.errors.length > 0) throw new Error(`${chunk.fileName}: ${result.errors[0]?.message}`)
      return { code: result.code, map: null }
    },
  }
}

export default () => buildOptions(builtEntries(), join(root, 'dist'))

import type { DatasetFiles } from '@tidemark/data'
import { type Dataset, type Problem, TidemarkError, type VersionManifest } from '@tidemark/schemas'

/** The checkout's files with a version's reference data, wherever they lie now. Throws `FILE_NOT_FOUND` with every one that is gone or changed. */
export function findReference(
  found: DatasetFiles,
  wanted: Dataset['files'],
  { model, version }: VersionManifest,
): DatasetFiles {
  const digests = new Set(wanted.map(({ sha256 }) => sha256))
  const files = found.files.filter(({ sha256 }, i) => {
    const isFirst = found.files.findIndex((other) => other.sha256 === sha256) === i
    return isFirst && digests.has(sha256)
  })
  const present = new Set(files.map(({ sha256 }) => sha256))
  const paths = new Set(found.files.map(({ path }) => path))
  const problems = wanted.flatMap(({ path, sha256 }): Problem[] => {
    if (present.has(sha256)) return []
    return [
      { file: path, message: `${paths.has(path) ? 'was changed since' : 'is not there'}; its sha256 was ${sha256}` },
    ]
  })
  if (problems.length === 0) return { root: found.root, files }
  throw new TidemarkError(
    'FILE_NOT_FOUND',
    `${problems.length} of ${wanted.length} data files that ${model} ${version} was made from cannot be found`,
    {
      hint: 'Drift is measured against them: restore the files from Git history, or name a version in monitor.baseline whose data are still there.',
      problems,
    },
  )
}

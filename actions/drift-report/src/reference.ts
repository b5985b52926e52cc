import type { DataFile, DatasetFiles } from '@tidemark/data'
import {
  type Dataset,
  type Problem,
  partitionColumns,
  rowsOfFile,
  TidemarkError,
  type VersionManifest,
} from '@tidemark/schemas'

/** Files with rows of a version's reference data among these, which say what their folders give; of copies the first. */
export function referenceAmong(files: readonly DataFile[], wanted: Dataset['files']): DataFile[] {
  const names = partitionColumns(wanted)
  const left = new Set(wanted.map((file) => rowsOfFile(file, names)))
  return files.filter((file) => left.delete(rowsOfFile(file, names)))
}

/**
 * The checkout's files with a version's reference data, wherever they lie now. Throws `FILE_NOT_FOUND` with every one that is
 * gone or changed, or whose folders give other values.
 */
export function findReference(
  found: DatasetFiles,
  wanted: Dataset['files'],
  { model, version }: VersionManifest,
): DatasetFiles {
  const files = referenceAmong(found.files, wanted)
  const names = partitionColumns(wanted)
  const present = new Set(files.map((file) => rowsOfFile(file, names)))
  const bytes = new Set(found.files.map(({ sha256 }) => sha256))
  const paths = new Set(found.files.map(({ path }) => path))
  const problems = wanted.flatMap((file): Problem[] => {
    const { path, sha256 } = file
    if (present.has(rowsOfFile(file, names))) return []
    if (bytes.has(sha256)) {
      return [{ file: path, message: `lies in folders that do not give the ${names.join(', ')} that they gave` }]
    }
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

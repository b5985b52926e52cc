import { join } from 'node:path'
import { fingerprintFiles, inferContract, openDataset, openEngine, partitionNames } from '@tidemark/data'
import { isLogicalType, type LogicalColumn } from './columns.ts'

/** What data files say of themselves. */
export interface InferredData {
  readonly files: number
  readonly columns: readonly LogicalColumn[]
  /** The contract that they keep. */
  readonly contract: string
}

/**
 * The columns of the files that a glob names, in their order, and a contract of them as `tidemark contract infer` writes it. Throws as
 * opening a dataset does: `DATA_UNREADABLE`, `COLUMN_TYPE`, `DATA_EMPTY`, `FILE_NOT_FOUND`.
 */
export async function inferData(
  root: string,
  glob: string,
  { id, object }: { readonly id: string; readonly object: string },
): Promise<InferredData> {
  const files = await fingerprintFiles(root, [glob])
  const paths = files.files.map(({ path }) => path)
  await using engine = await openEngine({ allowedPaths: paths.map((path) => join(files.root, path)), root: files.root })
  const partitions = partitionNames(paths)
  const dataset = await openDataset(engine, files, { name: object, partitions })
  // Training data and holdout are judged apart.
  const { yaml, columns } = await inferContract(engine, dataset, { id, partitions, isSplit: true })
  return {
    files: paths.length,
    columns: columns.map(({ name, logicalType, isRequired, distinct }) => ({
      name,
      type: logicalType !== null && isLogicalType(logicalType) ? logicalType : null,
      isRequired,
      distinct,
    })),
    contract: yaml,
  }
}

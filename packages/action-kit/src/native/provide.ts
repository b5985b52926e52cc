export type NativeName = 'duckdb' | 'onnxruntime'

/**
 * Makes the native binaries reachable for this process, so that importing `@duckdb/node-api` or `onnxruntime-node` afterwards works in a
 * built action. From sources nothing is done: node_modules has them.
 */
export async function provideNative(
  _names: readonly NativeName[],
  _context: { readonly inputs: { readonly nativePath?: string | undefined }; log(message: string): void },
): Promise<void> {}

import { TidemarkError } from '@tidemark/schemas'

type OnnxRuntime = typeof import('onnxruntime-node')

let runtime: Promise<OnnxRuntime> | undefined

/** ONNX Runtime, loaded on first use: its binary costs tens of milliseconds and megabytes that most actions do not need. */
export function loadRuntime(): Promise<OnnxRuntime> {
  runtime ??= importRuntime().catch((error: unknown) => {
    runtime = undefined
    throw error
  })
  return runtime
}

async function importRuntime(): Promise<OnnxRuntime> {
  try {
    const module: OnnxRuntime & { default?: OnnxRuntime } = await import('onnxruntime-node')
    return module.default ?? module // a CommonJS module: bundled, its names are only on `default`
  } catch (error) {
    if (error instanceof TidemarkError) throw error
    throw new TidemarkError('NATIVE_UNAVAILABLE', 'ONNX Runtime could not be loaded.', {
      hint: 'It needs Linux with glibc (x64 or arm64), macOS arm64 or Windows x64; run the job on such a runner.',
      cause: error,
    })
  }
}

import { TidemarkError } from '@tidemark/schemas'
import { nativeManifest, type Platform } from './manifest.ts'

/** What identifies a machine's binaries; `glibc` is undefined where there is none. */
export interface Machine {
  readonly os: string
  readonly arch: string
  readonly glibc: string | undefined
}

/** The platform whose binaries run on the machine. Throws `NATIVE_UNSUPPORTED` on musl and on what is not built. */
export function platformOf({ os, arch, glibc }: Machine): Platform {
  const platform = `${os}-${arch}`
  const supported = Object.keys(nativeManifest.duckdb)
  if (!supported.includes(platform)) {
    throw new TidemarkError('NATIVE_UNSUPPORTED', `DuckDB and ONNX Runtime are not available for ${platform}.`, {
      hint: `Run the job on one of ${supported.join(', ')}, such as \`runs-on: ubuntu-latest\`.`,
    })
  }
  if (os === 'linux' && glibc === undefined) {
    throw new TidemarkError(
      'NATIVE_UNSUPPORTED',
      'This Linux uses musl (Alpine); ONNX Runtime is built for glibc only.',
      {
        hint: 'Run the job without `container:`, or in a Debian or Ubuntu image.',
      },
    )
  }
  return platform as Platform
}

export function thisMachine(): Machine {
  return { os: process.platform, arch: process.arch, glibc: process.platform === 'linux' ? glibcVersion() : undefined }
}

function glibcVersion(): string | undefined {
  const report: { excludeNetwork?: boolean; getReport(): object } = process.report
  // Without this the report resolves the host names of open sockets, which can take seconds.
  report.excludeNetwork = true
  return (report.getReport() as { header?: { glibcVersionRuntime?: string } }).header?.glibcVersionRuntime
}

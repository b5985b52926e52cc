import manifest from './manifest.generated.json' with { type: 'json' }

export type NativeName = 'duckdb' | 'onnxruntime'
export type Platform = 'linux-x64' | 'linux-arm64' | 'darwin-arm64' | 'win32-x64'

/** One npm package's binaries for one platform, pinned. */
export interface NativePackage {
  readonly package: string
  readonly version: string
  /** The tarball's SHA-512 in the lock file's form, `sha512-<base64>`. */
  readonly integrity: string
  readonly tarballBytes: number
  /** The folder inside the tarball that holds the kept files. */
  readonly folder: string
  /** The file to load; the others lie beside it. */
  readonly entry: string
  readonly files: readonly NativeFile[]
}

export interface NativeFile {
  readonly name: string
  readonly sizeBytes: number
  /** 128 hex digits. */
  readonly sha512: string
}

/** Generated from pnpm-lock.yaml by `scripts/generate-native-manifest.ts`. */
export const nativeManifest: Readonly<Record<NativeName, Readonly<Record<Platform, NativePackage>>>> = manifest

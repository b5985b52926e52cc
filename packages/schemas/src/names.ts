import { z } from 'zod'

/** Names of models and channels: they become paths, tags and branches, so they are narrow on purpose. */
export const Name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected 1 to 63 of a-z, 0-9 and -, starting with a letter or digit')
export type Name = z.infer<typeof Name>

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 as 64 lower-case hex digits')
export type Sha256 = z.infer<typeof Sha256>

export const GitSha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full Git commit id')

/** A released version without pre-release or build parts: Tidemark computes versions, it does not accept typed ones. */
export const Version = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/, 'expected a version such as 1.4.0')
export type Version = z.infer<typeof Version>

/** UTC, as GitHub writes it. */
export const Timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, 'expected UTC such as 2026-03-01T09:30:00Z')

// No drive, no backslash or control character; parts between slashes that are neither empty nor `.` nor `..`.
const relativePath =
  /^(?![A-Za-z]:)(?!\.{1,2}(?:\/|$))[^/\\\u0000-\u001f\u007f]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\u0000-\u001f\u007f]+)*$/

/** A relative path with `/`, without `.`, `..`, empty parts, backslashes or control characters. */
export const RelativePath = z
  .string()
  .min(1)
  .max(512)
  .regex(relativePath, 'expected a relative path below the folder, with / and without .. or empty parts')
export type RelativePath = z.infer<typeof RelativePath>

/** A GitHub login, including `name[bot]`. */
export const Login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-_]{0,98})(?:\[bot\])?$/, 'expected a GitHub login')

export const RepositoryName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, 'expected owner/name')

export interface SemanticVersion {
  major: number
  minor: number
  patch: number
}

export function parseVersion(version: Version): SemanticVersion {
  const [major, minor, patch] = version.split('.').map(Number) as [number, number, number]
  return { major, minor, patch }
}

/** Negative when `a` comes before `b`. */
export function compareVersions(a: Version, b: Version): number {
  const [x, y] = [parseVersion(a), parseVersion(b)]
  return x.major - y.major || x.minor - y.minor || x.patch - y.patch
}

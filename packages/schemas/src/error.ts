/**
 * Every expected failure has one of these codes; a code names a kind of cause, never a place in the code.
 * Anything thrown that is not a `TidemarkError` is a bug and is shown with its stack.
 */
export const errorCodes = [
  // input
  'INPUT_INVALID',
  'DOCUMENT_INVALID',
  'YAML_INVALID',
  'FILE_NOT_FOUND',
  'FILE_TOO_LARGE',
  'PATH_REFUSED',
  'NAME_INVALID',
  // data
  'DATA_UNREADABLE',
  'DATA_EMPTY',
  'COLUMN_MISSING',
  'COLUMN_TYPE',
  'CONTRACT_INVALID',
  'CONTRACT_FAILED',
  'SQL_REFUSED',
  'SQL_FAILED',
  // models and training
  'MODEL_UNREADABLE',
  'MODEL_REFUSED',
  'SIGNATURE_MISMATCH',
  'TRAINING_FAILED',
  'SCORING_FAILED',
  'SCORE_INVALID',
  // evaluation
  'POLICY_INVALID',
  'HOLDOUT_OVERLAP',
  'ROWS_MISMATCH',
  'GATE_NOT_PASSED',
  // handover between jobs
  'HANDOVER_INVALID',
  'DIGEST_MISMATCH',
  // registry and GitHub
  'REGISTRY_CONFLICT',
  'REGISTRY_CORRUPT',
  'RELEASE_ASSET_MISMATCH',
  'RELEASE_FAILED',
  'TAG_CONFLICT',
  'PROMOTION_REFUSED',
  'GITHUB_DENIED',
  'GITHUB_NOT_FOUND',
  'GITHUB_RATE_LIMITED',
  'GITHUB_UNAVAILABLE',
  'GITHUB_UNEXPECTED',
  // chats and pagers
  'NOTIFICATION_FAILED',
  // native binaries
  'NATIVE_UNSUPPORTED',
  'NATIVE_UNAVAILABLE',
  'NATIVE_MISMATCH',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export interface Problem {
  /** Where: a file, optionally with line and column (both from 1), or an input's name. */
  file?: string | undefined
  line?: number | undefined
  column?: number | undefined
  /** Path inside the document, such as `gate.metrics[0].margin`. */
  path?: string | undefined
  message: string
}

export interface ErrorDetails {
  /** What to do about it, in the imperative. */
  hint: string
  /** All problems of one input, reported together. */
  problems?: readonly Problem[]
  cause?: unknown
}

/** An expected failure: what went wrong in one sentence, where, and what to do. */
export class TidemarkError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'TidemarkError'
    this.code = code
    this.hint = details.hint
    this.problems = details.problems ?? []
  }
}

/** `file:line:column path: message`, leaving out what is unknown. */
export function describeProblem({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return [place, path].filter(Boolean).join(' ') + (place || path ? ': ' : '') + message
}

interface FieldError {
  resource: string
  code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom'
  field?: string
  message?: string
  value?: unknown
}

/** An answer that is an error, in GitHub's shape. Thrown by handlers, turned into the response in one place. */
export class ApiError extends Error {
  readonly status: number
  readonly errors: readonly (FieldError | string)[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    errors?: readonly (FieldError | string)[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }

  static notFound(): ApiError {
    return new ApiError(404, 'Not Found')
  }

  /** 422 with `errors`, as GitHub answers a value it cannot accept. */
  static invalid(...errors: FieldError[]): ApiError {
    return new ApiError(422, 'Validation Failed', errors)
  }
}

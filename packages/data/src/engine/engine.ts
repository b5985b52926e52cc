import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { TidemarkError } from '@tidemark/schemas'
import { type Column, readTable, readTexts } from './columns.ts'
import { engineFailure } from './failure.ts'
import { quoteLiteral } from './quoting.ts'
import { RowVisitor, VisitFailure, type VisitNumbers } from './row-visitor.ts'

export interface EngineOptions {
  /** Absolute paths of the files that may be read; nothing else can be. No globs. */
  readonly allowedPaths: readonly string[]
  /** Absolute paths of files that may be written, such as a quarantine file. They can be read as well. */
  readonly outputPaths?: readonly string[]
  /** Folder that messages name files relative to. */
  readonly root?: string
  /** Memory bound in MiB; beyond it DuckDB spills to its own temporary folder. Default 1024. */
  readonly memoryLimitMb?: number
  /** Default: DuckDB's choice, one per core. */
  readonly threads?: number
}

export type SqlValue = null | boolean | number | bigint | string | readonly SqlValue[]

/** A locked DuckDB in memory: it reads the allowed files, spills to a folder of its own, and reaches nothing else. */
export interface Engine extends AsyncDisposable {
  /**
   * Runs our own SQL and returns its rows as objects. Lists come as arrays, 64-bit integers as `bigint`.
   * A team's SQL goes through `assertSingleSelect` first, and has a limit, since a join of all with all has no end.
   * Throws `SQL_FAILED` or `DATA_UNREADABLE`.
   */
  query(sql: string, options?: { readonly limitMs?: number }): Promise<Record<string, SqlValue>[]>
  /**
   * Runs our own SQL, whose columns are all DOUBLE, or INTEGER and without NULL, and hands over its rows in parts and in no order. Throws
   * what `visit` throws, or `SQL_FAILED`.
   */
  scan(sql: string, visit: VisitNumbers): Promise<void>
  /** As `scan`, while something else runs: on a connection of its own, which sees views and tables but no temporary ones. */
  scanBeside(sql: string, visit: VisitNumbers): Promise<void>
  /** A table's columns in its row order: numbers as `Float64Array`, text as codes into a dictionary. */
  columns(table: string, expressions: readonly ColumnExpression[]): Promise<Column[]>
  /** A column's texts in row order: for ids, nearly all different. */
  texts(table: string, column: string): Promise<(string | null)[]>
  /** DuckDB's own count of the statements in a text, and of their kinds; null where it does not parse. */
  countStatements(sql: string): Promise<number | null>
  close(): Promise<void>
}

export interface ColumnExpression {
  readonly name: string
  readonly kind: 'number' | 'string'
}

/**
 * Opens DuckDB locked for a team's SQL: exact input paths, no network, no extensions but those built in (parquet, json, icu),
 * no ATTACH of files, configuration locked, bounded memory. The binding is loaded only here, since it costs start-up time.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const paths = [...options.allowedPaths, ...(options.outputPaths ?? [])]
  const relative = paths.find((path) => !isAbsolute(path))
  if (relative !== undefined) throw new TypeError(`openEngine needs absolute paths, got ${relative}`)
  const { DuckDBInstance } = await import('@duckdb/node-api')
  // DuckDB adds its temporary folder to allowed_directories, so that folder must hold nothing but spill files.
  const spill = await mkdtemp(join(tmpdir(), 'tidemark-spill-'))
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${options.memoryLimitMb ?? 1024}MiB`,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      allow_persistent_secrets: 'false',
      ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    })
    const [connection, beside] = [await instance.connect(), await instance.connect()]
    for (const own of [connection, beside]) await own.run(session)
    for (const statement of lock(paths)) await connection.run(statement)
    return new LockedEngine(
      { connection, visitor: await RowVisitor.register(connection), visitorBeside: await RowVisitor.register(beside) },
      (cause) => engineFailure(cause, paths, options.root),
      async () => {
        beside.closeSync()
        connection.closeSync()
        instance.closeSync()
        await rm(spill, { recursive: true, force: true })
      },
    )
  } catch (cause) {
    await rm(spill, { recursive: true, force: true })
    throw cause
  }
}

// Results must not depend on where the runner stands.
const session = `SET TimeZone = 'UTC'`

function lock(paths: readonly string[]): string[] {
  return [
    `CREATE SCHEMA tidemark`,
    `SET allowed_paths = [${paths.map(quoteLiteral).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]
}

class LockedEngine implements Engine {
  readonly #connection: DuckDBConnection
  readonly #visitor: RowVisitor
  readonly #visitorBeside: RowVisitor
  readonly #failure: (cause: unknown) => unknown
  readonly #release: () => Promise<void>
  // Closing the binding under a running query aborts the process, so work stands in line and closing goes last.
  #last: Promise<unknown> = Promise.resolve()
  #lastBeside: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined

  constructor(
    {
      connection,
      visitor,
      visitorBeside,
    }: { connection: DuckDBConnection; visitor: RowVisitor; visitorBeside: RowVisitor },
    failure: (cause: unknown) => unknown,
    release: () => Promise<void>,
  ) {
    this.#connection = connection
    this.#visitor = visitor
    this.#visitorBeside = visitorBeside
    this.#failure = failure
    this.#release = release
  }

  query(sql: string, { limitMs }: { limitMs?: number } = {}): Promise<Record<string, SqlValue>[]> {
    return this.#inLine(async () => {
      const read = async () => {
        const reader = await this.#connection.runAndReadAll(sql)
        return reader.getRowObjectsJS() as Record<string, SqlValue>[]
      }
      return limitMs === undefined ? read() : this.#within(limitMs, read)
    })
  }

  async #within<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
    let isOver = false
    const timer = setTimeout(() => {
      isOver = true
      this.#connection.interrupt()
    }, limitMs)
    try {
      return await work()
    } catch (cause) {
      if (!isOver) throw cause
      throw new TidemarkError('SQL_FAILED', `The query was stopped after ${limitMs / 1000} seconds`, {
        hint: 'Join on a key, or ask for less: a query may not take longer.',
        cause,
      })
    } finally {
      clearTimeout(timer)
    }
  }

  scan(sql: string, visit: VisitNumbers): Promise<void> {
    return this.#inLine(() => this.#visitor.visit(sql, visit))
  }

  scanBeside(sql: string, visit: VisitNumbers): Promise<void> {
    const result = this.#after(this.#lastBeside, () => this.#visitorBeside.visit(sql, visit))
    this.#lastBeside = result.catch(() => undefined)
    return result
  }

  columns(table: string, expressions: readonly ColumnExpression[]): Promise<Column[]> {
    return this.#inLine(() => readTable(this.#connection, table, expressions))
  }

  texts(table: string, column: string): Promise<(string | null)[]> {
    return this.#inLine(() => readTexts(this.#connection, table, column))
  }

  countStatements(sql: string): Promise<number | null> {
    return this.#inLine(async () => {
      try {
        return (await this.#connection.extractStatements(sql)).count
      } catch {
        return null // not SQL at all
      }
    })
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#last, this.#lastBeside]).then(this.#release, this.#release)
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#after(this.#last, work)
    this.#last = result.catch(() => undefined)
    return result
  }

  #after<T>(earlier: Promise<unknown>, work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) {
      const hint = 'Open a new engine with openEngine.'
      return Promise.reject(new TidemarkError('SQL_FAILED', 'The data engine is closed', { hint }))
    }
    return earlier.then(work).catch((cause: unknown) => {
      throw cause instanceof VisitFailure ? cause.cause : this.#failure(cause)
    })
  }
}

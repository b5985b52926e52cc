/** DuckDB as anyone has it, with the memory that ours gets. */
export interface BareDuckDb extends AsyncDisposable {
  run(sql: string): Promise<void>
  /** The first row of a query as numbers. */
  numbers(sql: string): Promise<number[]>
}

export async function openBare(): Promise<BareDuckDb> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1024MiB' })
  const connection = await instance.connect()
  return {
    run: async (sql) => void (await connection.run(sql)),
    numbers: async (sql) => ((await connection.runAndReadAll(sql)).getRows()[0] ?? []).map(Number),
    async [Symbol.asyncDispose]() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

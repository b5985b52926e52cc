import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const debian = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres`, or undefined where there is none. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(debian, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

export interface Postgres extends AsyncDisposable {
  /** Runs SQL, with what COPY … FROM STDIN reads behind it, and returns what it prints. */
  run(sql: string): string
}

/** A cluster of its own in a temporary folder, on a socket there and on no port. The server refuses root, who becomes nobody. */
export async function startPostgres(bin: string): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'tm-pg-'))
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid)
  const options = { cwd: folder, encoding: 'utf8' as const, env: { PATH: bin, HOME: folder, LANG: 'C' }, ...user }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'tidemark', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off']
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const stop = async () => {
    server.kill('SIGINT')
    if (server.exitCode === null) await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  const psql = (sql: string) =>
    spawnSync(
      join(bin, 'psql'),
      ['-h', folder, '-U', 'tidemark', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-X', '-q', '-A', '-t'],
      { ...options, input: sql, maxBuffer: 2 ** 28 },
    )
  const deadline = Date.now() + 60_000
  while (psql('SELECT 1').status !== 0) {
    if (Date.now() > deadline || server.exitCode !== null) {
      await stop()
      throw new Error('PostgreSQL does not answer')
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    run: (sql) => {
      const { status, stdout, stderr } = psql(sql)
      if (status !== 0) throw new Error(stderr)
      return stdout.trim()
    },
    [Symbol.asyncDispose]: stop,
  }
}

import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { authenticate } from './access.ts'
import { ApiError } from './api-error.ts'
import type { Repository, Token } from './entities.ts'
import { refMoved } from './events/ref-moves.ts'
import { zeroId } from './git/git-store.ts'
import { gitEnvironment } from './git/run-git.ts'
import { rulesAgainst } from './rules.ts'
import type { World } from './world.ts'

interface Command {
  ref: string
  from: string | null
  to: string | null
}

interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
}

interface Exchange {
  world: World
  repository: Repository
  request: IncomingMessage
  service: string
  url: URL
  token: Token | null
  body: Buffer
  rules: string
}

const services = new Set(['/info/refs', '/git-upload-pack', '/git-receive-pack'])

/** Whether a path belongs to git's smart protocol: `/owner/name.git/info/refs` and the two services. */
export function isGitPath(pathname: string): boolean {
  return gitPath(pathname) !== null
}

/** Serves clone, fetch and push by git's own `http-backend`; pushes meet permissions, protection and rulesets first. */
export async function serveGit(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  received: Buffer,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.apiUrl)
  const { fullName, service } = gitPath(url.pathname)!
  const pushes = service === '/git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack'
  const refuse = (status: number, message: string) =>
    void response
      .writeHead(status, {
        'content-type': 'text/plain',
        ...(status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
      })
      .end(message)
  let token: Token | null
  try {
    token = authenticate(world, request.headers.authorization)
  } catch (error) {
    return refuse(401, error instanceof ApiError ? 'Invalid username or token.' : String(error))
  }
  const repository = world.repositories.get(fullName.toLowerCase())
  const allowed = repository && accessOf(world, repository, token)
  // Without credentials git is asked for some; with ones that do not suffice it is not told what exists.
  if (!repository || allowed === 'none')
    return token ? refuse(404, 'Repository not found.') : refuse(401, 'Authentication required.')
  const exchange = { world, repository, request, service, url, token }
  const send = (reply: Reply) => void response.writeHead(reply.status, reply.headers).end(reply.body)
  if (!pushes) return send(await backend({ ...exchange, body: received, rules: '' }))
  if (!token) return refuse(401, 'Authentication required.')
  if (allowed !== 'write') return refuse(403, `Permission to ${repository.fullName}.git denied to ${token.login}.`)
  if (service === '/info/refs') return send(await backend({ ...exchange, body: received, rules: '' }))
  const bytes = request.headers['content-encoding'] === 'gzip' ? gunzipSync(received) : received
  const pusher = token
  await world.inTurn(repository, async () => {
    const commands = readCommands(bytes)
    const rules = commands.flatMap((command) => hookRules(world, repository, pusher, command))
    const reply = await backend({ ...exchange, body: bytes, rules: rules.join('\n') })
    for (const { ref, from, to } of commands) {
      if ((await repository.git.readRef(ref)) !== to) continue
      const forced = from !== null && to !== null && !(await repository.git.isAncestor(from, to))
      await refMoved(world, repository, pusher, { ref, from, to, forced })
    }
    // Only now, so that who sees the push end sees what followed from it.
    send(reply)
  })
}

function gitPath(pathname: string): { fullName: string; service: string } | null {
  const found = /^\/([^/]+\/[^/]+?)(?:\.git)?(\/info\/refs|\/git-[a-z-]+)$/.exec(pathname)
  return found && services.has(found[2]!) ? { fullName: decodeURIComponent(found[1]!), service: found[2]! } : null
}

function accessOf(world: World, repository: Repository, token: Token | null): 'none' | 'read' | 'write' {
  if (!token) return repository.private ? 'none' : 'read'
  const elsewhere = token.repository !== undefined && token.repository !== repository.fullName
  const byToken = elsewhere ? 'none' : world.tokenAccess(token, 'contents')
  const writes = byToken === 'write' && (token.kind !== 'user' || world.hasRole(repository, token.login, 'write'))
  if (writes) return 'write'
  if (!repository.private) return 'read'
  return byToken !== 'none' && (token.kind !== 'user' || world.hasRole(repository, token.login, 'read'))
    ? 'read'
    : 'none'
}

/** The ref updates at the head of a receive-pack request: pkt-lines `old new name`, the first with capabilities after a NUL. */
function readCommands(bytes: Buffer): Command[] {
  const commands: Command[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 4), 16)
    if (!(length > 4)) break
    const line = bytes
      .toString('utf8', at + 4, at + length)
      .split('\0')[0]!
      .trimEnd()
    const [from = '', to = '', ref = ''] = [line.slice(0, 40), line.slice(41, 81), line.slice(82)]
    if (/^[0-9a-f]{40}$/.test(from))
      commands.push({ ref, from: from === zeroId ? null : from, to: to === zeroId ? null : to })
    at += length
  }
  return commands
}

/** Lines for the update hook: what is refused anyway, and what only if it is no fast-forward, which needs the objects. */
function hookRules(world: World, repository: Repository, token: Token, command: Command): string[] {
  const reasons = (fastForward: boolean) =>
    rulesAgainst(world, repository, token, { ...command, fastForward, via: 'push' }).map((reason) =>
      reason.replaceAll(/\s*\n\s*/g, ' ').trim(),
    )
  const always = reasons(true)
  if (always.length > 0) return [`${command.ref} deny ${always.join(' ')}`]
  const forced = reasons(false)
  const rules = forced.length > 0 ? [`${command.ref} no-force ${forced.join(' ')}`] : []
  if (world.tokenAccess(token, 'workflows') !== 'write')
    rules.push(
      `${command.ref} no-workflows refusing to allow a GitHub App to create or update workflow without \`workflows\` permission`,
    )
  return rules
}

/** Runs `git http-backend` as a CGI program. */
function backend({ world, repository, request, service, url, token, body, rules }: Exchange): Promise<Reply> {
  const header = (name: string) => String(request.headers[name] ?? '')
  const env = gitEnvironment({
    GIT_PROJECT_ROOT: dirname(dirname(repository.git.dir)),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${repository.fullName}.git${service}`,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header('content-type'),
    CONTENT_LENGTH: String(body.length),
    REMOTE_ADDR: '127.0.0.1',
    ...(token ? { REMOTE_USER: token.login } : {}),
    ...(header('git-protocol') ? { GIT_PROTOCOL: header('git-protocol') } : {}),
    // A push was unpacked above, to read its commands.
    ...(service === '/git-upload-pack' && header('content-encoding')
      ? { HTTP_CONTENT_ENCODING: header('content-encoding') }
      : {}),
    SANDBOX_RULES: rules,
  })
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['http-backend'], { env, windowsHide: true })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.resume()
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', () => resolve(readCgi(Buffer.concat(chunks), world.now())))
    child.stdin.end(body)
  })
}

function readCgi(output: Buffer, now: Date): Reply {
  const end = output.indexOf('\r\n\r\n')
  const headers: Record<string, string> = { date: now.toUTCString() }
  if (end < 0) return { status: 500, headers, body: Buffer.from('git http-backend gave no answer') }
  let status = 200
  for (const line of output.toString('latin1', 0, end).split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*/, 2)
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
    else if (name !== '') headers[name.toLowerCase()] = value
  }
  return { status, headers, body: output.subarray(end + 4) }
}

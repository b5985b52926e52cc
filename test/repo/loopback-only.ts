// Loaded into every test process: a connection to anything but this machine is an error, so that no test depends on the network.
// A child can be held to the same with `node --import <this file>`.
import { Socket } from 'node:net'

const connect = Socket.prototype.connect

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args)
  if (host !== undefined && !isLoopback(host)) throw new Error(`tests may not reach ${host}: only loopback is allowed`)
  return Reflect.apply(connect, this, args) as Socket
} as typeof connect

/** Undefined for a path (a local socket). Node's own callers pass the arguments as one array. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  if (typeof first === 'object' && first !== null) {
    const { path, host } = first as { path?: string; host?: string }
    return path ? undefined : (host ?? 'localhost')
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return undefined
  return typeof second === 'string' ? second : 'localhost'
}

function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|\[::1\])$/i.test(host)
}

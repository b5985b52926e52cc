import { TidemarkError } from '@tidemark/schemas'
import type { TelemetrySource } from './telemetry-source.ts'

const timeoutMs = 10_000
const largestBytes = 4 * 1024 * 1024

/**
 * Servers asked over HTTP, where the runner can reach them: a source each, so that one out of reach hides no other's harm. `{model}` and
 * `{channel}` in an address are replaced, such as in `http://10.0.0.7:8080/v2/models/{model}/telemetry`. A server that does not
 * know the model answers 404 and says nothing. Throws `INPUT_INVALID` for an address that is none.
 */
export function httpTelemetry(addresses: readonly string[]): TelemetrySource[] {
  for (const address of addresses) assertAddress(address)
  return addresses.map((address) => ({
    async read(model, channel) {
      const found = await readOne(fill(address, { model, channel }))
      return found === null ? [] : [found]
    },
  }))
}

async function readOne(address: string): Promise<{ source: string; text: string } | null> {
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > largestBytes) throw new Error(`${address} answered with more than ${largestBytes} bytes`)
    chunks.push(chunk)
  }
  return { source: address, text: Buffer.concat(chunks).toString('utf8') }
}

function fill(address: string, names: Readonly<Record<string, string>>): string {
  return address.replace(/\{(model|channel)\}/g, (_, name: string) => encodeURIComponent(names[name]!))
}

function assertAddress(address: string): void {
  const url = URL.parse(fill(address, { model: 'm', channel: 'c' }))
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return
  throw new TidemarkError('INPUT_INVALID', `telemetry-urls: ${address.slice(0, 200)} is no address`, {
    hint: 'Expected one address a line, such as https://models.example.com/v2/models/{model}/telemetry.',
  })
}

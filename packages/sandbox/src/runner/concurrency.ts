import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index'
import { evaluateText, evaluateToken, type Scope } from './expression.ts'
import { parser } from './parser.ts'

export interface ConcurrencySetting {
  group: string
  cancelInProgress: boolean
  /** GitHub keeps one pending member unless `queue: max`. */
  queue: 'single' | 'max'
}

interface Member {
  cancel(): void
  start(): void
}

/** Reads `concurrency:`; undefined where there is none or the group is empty. */
export function concurrencyOf(token: TemplateToken | undefined, scope: Scope): ConcurrencySetting | undefined {
  if (token === undefined) return undefined
  const value = parser.isMapping(token) ? (evaluateToken(token, scope) as Record<string, unknown>) : undefined
  const group = value ? String(value.group ?? '') : evaluateText(token, scope)
  if (group === '') return undefined
  return {
    group,
    cancelInProgress: value?.['cancel-in-progress'] === true,
    queue: value?.queue === 'max' ? 'max' : 'single',
  }
}

/** One runs, one waits: a newcomer cancels the one that waits, and with cancel-in-progress also the one that runs. */
export class ConcurrencyGroups {
  readonly #groups = new Map<string, { running: Member | undefined; pending: Member[] }>()

  /** Runs `work` as the group's only member; `onCancel` is called when a newcomer pushes it out. */
  async within<T>(
    repository: string,
    setting: ConcurrencySetting | undefined,
    hooks: { onCancel(): void; onWait(): void; stop: AbortSignal },
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    if (setting === undefined) return work()
    const key = `${repository}\n${setting.group}`.toLowerCase()
    const group = this.#groups.get(key) ?? { running: undefined, pending: [] }
    this.#groups.set(key, group)
    const member: Member = { cancel: hooks.onCancel, start: () => {} }
    if (group.running) {
      if (setting.queue === 'single') for (const other of [...group.pending]) other.cancel()
      if (setting.cancelInProgress) group.running.cancel()
      hooks.onWait()
      const hasStarted = await new Promise<boolean>((resolve) => {
        const leave = () => {
          group.pending = group.pending.filter((other) => other !== member)
          resolve(false)
        }
        member.start = () => {
          hooks.stop.removeEventListener('abort', leave)
          resolve(true)
        }
        group.pending.push(member)
        if (hooks.stop.aborted) leave()
        else hooks.stop.addEventListener('abort', leave, { once: true })
      })
      if (!hasStarted) return undefined
    } else group.running = member
    try {
      return await work()
    } finally {
      const next = group.pending.shift()
      group.running = next
      if (next) next.start()
      else this.#groups.delete(key)
    }
  }
}

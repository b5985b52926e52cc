import { escapeMarkdown } from './escape.ts'
import { list, paragraphs } from './markdown.ts'
import { type MonitorRollback, rollbackSentence } from './monitor-rollback.ts'

/** Job summary of what followed from a model's windows; empty where nothing did. */
export function renderMonitorResponse({
  done,
  waiting,
  rollback,
  repositoryUrl,
}: {
  readonly done: readonly string[]
  readonly waiting: readonly string[]
  readonly rollback: MonitorRollback
  readonly repositoryUrl?: string | undefined
}): string {
  const told = [
    ...done.map((sentence) => escapeMarkdown(sentence, 600)),
    ...waiting.map((sentence) => `⏳ ${escapeMarkdown(sentence, 600)}`),
  ]
  const proposed = rollbackSentence(rollback, repositoryUrl)
  if (told.length === 0 && proposed === '') return ''
  return paragraphs('## What followed', proposed, list(told))
}

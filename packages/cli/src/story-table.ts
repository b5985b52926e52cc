import type { Story } from '@tidemark/registry'
import { type Look, marks } from './look.ts'
import { detailsOf, tellEntry } from './story-words.ts'
import { formatTable } from './table.ts'
import { formatWhen } from './words.ts'

/** A line for each entry, in their order. */
export function formatStory({ entries, rollouts }: Story, look: Look): string {
  const rows = entries.map((entry) => {
    const [mark, text] = tellEntry(entry)
    return [
      { text: formatWhen(entry.at), tone: 'dim' as const },
      { text: `${marks[mark]} ${text}`, tone: mark },
      { text: entry.actor ?? '', tone: 'dim' as const },
      detailsOf(entry, rollouts),
    ]
  })
  return formatTable(
    [{ title: 'TIME (UTC)' }, { title: 'WHAT HAPPENED' }, { title: 'BY' }, { title: 'DETAILS', isFlexible: true }],
    rows,
    look,
  )
}

import type { Comments } from './ports.ts'

/**
 * Keeps one comment on a pull request up to date: the oldest of our own that begins with the marker, or a new one. What others
 * wrote is left alone, whatever it begins with. Says what was done.
 */
export async function keepComment(
  comments: Comments,
  { pullRequest, marker, body }: { pullRequest: number; marker: string; body: string },
): Promise<'created' | 'updated' | 'unchanged'> {
  const known = (await comments.list(pullRequest)).find((each) => each.isOwn && firstLine(each.body) === marker)
  if (known === undefined) {
    await comments.create(pullRequest, body)
    return 'created'
  }
  // GitHub gives line ends back as they are sent, or as a browser would.
  if (known.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()) return 'unchanged'
  await comments.update(known.id, body)
  return 'updated'
}

const firstLine = (body: string): string => body.split(/\r?\n/, 1)[0]!.trimEnd()

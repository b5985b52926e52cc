import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { readHtml } from './hostile-text.fixture.ts'

/** Markdown as GitHub renders it, but for what GitHub adds. */
export function toHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
}

/** What a reader of it gets: elements, cells and text. Throws where that is no HTML. */
export function readMarkdown(markdown: string) {
  return readHtml(toHtml(markdown))
}

/** One line of a user's text, cut to a length: no control or bidirectional characters, which would change how the rest reads. */
export function oneLine(text: string, longest: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return line.length <= longest ? line : `${[...line.slice(0, longest * 2)].slice(0, longest - 1).join('')}…`
}

/** An http(s) address that holds no character which any of the formats reads, or undefined. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  return href.replace(/[<>|"'()[\]\\`*_]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The names that are most like a word, nearest first: those within a third of its length in edits, or that contain it. */
export function nearestNames(word: string, names: readonly string[], most = 3): string[] {
  const limit = Math.max(1, Math.floor(word.length / 3))
  return names
    .map((name) => ({ name, distance: name.includes(word) || word.includes(name) ? 0 : editDistance(word, name) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}

/** Insertions, removals and replacements from one to the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length]!
}

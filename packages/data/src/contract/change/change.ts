/** One difference between two versions of a contract, as those who read the data meet it. */
export interface ContractChange {
  readonly effect: 'breaking' | 'compatible'
  /** `object.property`, an object, or empty for the document. */
  readonly subject: string
  /** In the newer document; what is gone is at the place that held it. */
  readonly path: readonly (string | number)[]
  /** What was, what is, and why it matters: one clause. */
  readonly reason: string
}

export function change(
  effect: ContractChange['effect'],
  subject: string,
  path: readonly (string | number)[],
  reason: string,
): ContractChange {
  return { effect, subject, path, reason }
}

/** Items that are gone break a promise, new ones make one. */
export function compareLists<T>(
  old: readonly T[],
  now: readonly T[],
  about: { name: string; path: readonly (string | number)[]; noun: string; describe(item: T): string },
): ContractChange[] {
  const { name, path, noun, describe } = about
  const [oldWords, newWords] = [old.map(describe), now.map(describe)]
  return [
    ...oldWords
      .filter((word) => !newWords.includes(word))
      .map((word) => change('breaking', name, path, `the ${noun} ${word} is gone`)),
    ...newWords
      .filter((word) => !oldWords.includes(word))
      .map((word) => change('compatible', name, path, `the ${noun} ${word} is new`)),
  ]
}

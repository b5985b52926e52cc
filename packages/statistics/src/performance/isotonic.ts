/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): the non-decreasing function of the score that is nearest to the
 * outcomes in weighted squares. Equal scores get one value. Returned in the order given.
 */
export function isotonicFit(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!)
  const blocks: Block[] = []
  for (const [place, row] of order.entries()) {
    const weight = weights?.[row] ?? 1
    const isTied = place > 0 && scores[order[place - 1]!] === scores[row]
    if (isTied) append(blocks.at(-1)!, { sum: outcomes[row]! * weight, weight, rows: [row] })
    else blocks.push({ sum: outcomes[row]! * weight, weight, rows: [row] })
    // A tie may still change the last block; it is compared when its successor begins.
    const isLastOfTie = scores[order[place + 1] ?? -1] !== scores[row]
    while (isLastOfTie && blocks.length > 1 && meanOf(blocks.at(-2)!) >= meanOf(blocks.at(-1)!)) {
      const last = blocks.pop()!
      append(blocks.at(-1)!, last)
    }
  }
  const fitted = new Float64Array(scores.length)
  for (const block of blocks) for (const row of block.rows) fitted[row] = meanOf(block)
  return fitted
}

interface Block {
  sum: number
  weight: number
  rows: number[]
}

const meanOf = ({ sum, weight }: Block): number => sum / weight

function append(block: Block, { sum, weight, rows }: Block): void {
  block.sum += sum
  block.weight += weight
  for (const row of rows) block.rows.push(row)
}

/** DuckDB reads nested values by recursion and ends the process where its stack does, after some tens of thousands. */
export const maximumJsonDepth = 100

const [quote, backslash] = [0x22, 0x5c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/** How deep JSON nests, chunk by chunk, without parsing it. */
export class JsonDepth {
  #depth = 0
  #isText = false
  #isEscaped = false

  /** False once it is deeper than allowed. */
  add(chunk: Uint8Array): boolean {
    for (const byte of chunk) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === quote) this.#isText = !this.#isText
      else if (this.#isText) this.#isEscaped = byte === backslash
      else if (byte === openList || byte === openObject) {
        this.#depth++
        if (this.#depth > maximumJsonDepth) return false
      } else if (byte === closeList || byte === closeObject) this.#depth--
    }
    return true
  }
}

/** Hands on a command's output by whole lines, however its chunks are cut; `end` hands on what has no line end. */
export function outputLines(write: (line: string) => void): { add(text: string): void; end(): void } {
  let rest = ''
  return {
    add(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) write(line)
    },
    end() {
      if (rest !== '') write(rest)
      rest = ''
    },
  }
}

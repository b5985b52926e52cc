import type { RunnerEvent } from '@tidemark/sandbox'

const colours = process.stdout.isTTY && process.env.NO_COLOR === undefined
const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
const start = performance.now()

/** A line of the story: seconds since the start, then what happens. */
export function say(text: string): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  console.log(`${paint(2, `${seconds} s`)}  ${text}`)
}

export function chapter(title: string): void {
  console.log(`\n${paint(1, title)}`)
}

/** Shows a runner's events as they come: jobs with their steps, how long they took and how they ended. */
export function showEvent(event: RunnerEvent): void {
  if (event.type === 'run-started') say(`▶ ${event.run.name} (${event.run.event} by ${event.run.actor})`)
  if (event.type === 'run-queued' && event.run.status === 'waiting')
    say(`⏸ ${event.run.name} waits for a person’s approval`)
  if (event.type === 'step-completed' && event.step.phase === 'main' && event.step.conclusion !== 'skipped') {
    const { name, conclusion, ms, annotations } = event.step
    if (conclusion === 'success' && (ms < 300 || isPreparation(name))) return
    say(`    ${mark(conclusion)} ${event.job.name} · ${shortName(name)} ${paint(2, `${(ms / 1000).toFixed(1)} s`)}`)
    for (const { level, message } of annotations)
      if (level !== 'notice') say(`        ${paint(level === 'error' ? 31 : 33, firstLine(message))}`)
  }
  if (event.type === 'run-completed') {
    say(`${mark(event.run.conclusion)} ${event.run.name}: ${event.run.conclusion}`)
    for (const problem of event.run.problems) say(`    ${paint(31, problem)}`)
  }
}

/** What every job starts with tells nothing of the story; where it fails it is shown. */
const isPreparation = (step: string): boolean => step.startsWith('Run actions/checkout@')

/** `Run tidemark-ml/tidemark/actions/train@v1` → `train@v1`, `Run actions/checkout@08c6903cd8c0…` → `checkout@08c6903`. */
function shortName(step: string): string {
  const [, action, ref] = /^Run (?:[^@\s]*\/)?([^@/\s]+)@(\S+)$/.exec(step) ?? []
  return action === undefined || ref === undefined
    ? step
    : `${action}@${/^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 7) : ref}`
}

function mark(conclusion: string | null): string {
  if (conclusion === 'success') return paint(32, '✓')
  return conclusion === 'failure' ? paint(31, '✗') : '·'
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 180 ? `${line.slice(0, 177)}…` : line
}

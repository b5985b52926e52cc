import { endGroup, setOutput, setSecret, startGroup } from '@actions/core'
import type { Json } from '@tidemark/schemas'
import { type Annotation, Annotations } from './annotations.ts'
import type { ActionDefinition, InputsOf } from './definition.ts'
import { describeFailure } from './failure.ts'
import { type GitHubFacts, gitHubFacts } from './github-facts.ts'
import { readInputs } from './input-values.ts'
import { JobSummary } from './job-summary.ts'
import { print, printable } from './log.ts'

export type Verdict = 'pass' | 'fail' | 'inconclusive'

/** How an action ended: `verdict` becomes the output of that name, `failed` (a sentence) makes the step fail. */
export interface Outcome {
  readonly verdict?: Verdict
  readonly failed?: string
}

export interface ActionContext<Definition extends ActionDefinition> {
  readonly inputs: InputsOf<Definition>
  readonly github: GitHubFacts
  /** Sets an output at once, so that it is there even if the action fails later. Objects become JSON. */
  output(name: keyof Definition['outputs'] & string, value: Json): void
  /** Appends rendered Markdown to the job's summary. */
  summary(markdown: string): void
  annotate(annotation: Annotation): void
  /** One line to the log. */
  log(message: string): void
  /** One line to the log, at most every two seconds: for work that takes long. */
  progress(message: string): void
  /** A foldable part of the log, closed with the time it took. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /** Keeps a secret out of the log; call it before the secret can be printed. */
  mask(secret: string): void
}

/**
 * Reads the inputs, runs the action and shows how it ended; never throws. The exit code is 1 for an invalid input, a `failed`
 * outcome, an expected error and a bug. This is the one place that shows errors.
 */
export async function runAction<Definition extends ActionDefinition>(
  definition: Definition,
  action: (context: ActionContext<Definition>) => Promise<Outcome | undefined> | Promise<void>,
): Promise<void> {
  const github = gitHubFacts(process.env)
  const summary = new JobSummary(process.env.GITHUB_STEP_SUMMARY, runUrlOf(github))
  const annotations = new Annotations()
  try {
    const inputs = readInputs(definition)
    const outcome = await action(contextOf({ definition, inputs, github, summary, annotations }))
    if (outcome?.verdict !== undefined && 'verdict' in definition.outputs) setOutput('verdict', outcome.verdict)
    if (outcome?.failed === undefined) return annotations.finish()
    process.exitCode = 1
    annotations.finish({ level: 'error', title: definition.title, message: outcome.failed })
  } catch (error) {
    process.exitCode = 1
    const failure = describeFailure(definition.name, error)
    print(failure.log)
    summary.addError(failure.markdown)
    for (const annotation of failure.annotations) annotations.add(annotation)
    annotations.finish(failure.annotation)
  }
}

function contextOf<Definition extends ActionDefinition>(parts: {
  definition: Definition
  inputs: InputsOf<Definition>
  github: GitHubFacts
  summary: JobSummary
  annotations: Annotations
}): ActionContext<Definition> {
  let lastProgress = Number.NEGATIVE_INFINITY
  return {
    inputs: parts.inputs,
    github: parts.github,
    output(name, value) {
      if (!Object.hasOwn(parts.definition.outputs, name)) throw new Error(`the output '${name}' is not declared`)
      setOutput(name, value)
    },
    summary: (markdown) => parts.summary.add(markdown),
    annotate: (annotation) => parts.annotations.add(annotation),
    log: print,
    progress(message) {
      if (performance.now() - lastProgress < 2000) return
      lastProgress = performance.now()
      print(message)
    },
    async group(title, work) {
      const start = performance.now()
      startGroup(printable(title).replaceAll('\n', ' '))
      try {
        return await work()
      } finally {
        print(`${((performance.now() - start) / 1000).toFixed(1)} s`)
        endGroup()
      }
    },
    mask: setSecret,
  }
}

/** For a link only: a run without these facts has none. */
function runUrlOf(github: GitHubFacts): string {
  try {
    return github.runUrl
  } catch {
    return ''
  }
}

import { isAbsolute, posix } from 'node:path'
import { Name } from '@tidemark/schemas'
import { z } from 'zod'

/** One input of an action: how action.yml shows it and how its text becomes a value. */
export interface Input<Value> {
  readonly description: string
  /** Whether absence is an error. GitHub does not enforce action.yml's `required`, so `readInputs` does. */
  readonly required: boolean
  /** As in action.yml: text, or an expression such as `${{ github.token }}` that the runner evaluates. */
  readonly default?: string | undefined
  /** Completes "expected …" in an error and stands in the README's table. */
  readonly expected: string
  /** Masked in the log and never shown in an error. */
  readonly secret: boolean
  readonly schema: z.ZodType<Value, string>
  /** The value where the input is neither given nor has a default. */
  readonly absent: Value
}

interface Presence {
  readonly description: string
  readonly required?: boolean
  readonly default?: string | number | boolean
}

type Present<Options extends Presence, Value> = Options extends
  | { required: true }
  | { default: string | number | boolean }
  ? Value
  : Value | undefined

/** One line of text; `pattern` must match all of it, and `expected` says in words what it matches. */
export function text<const Options extends Presence & { pattern?: RegExp; expected?: string; maxLength?: number }>(
  options: Options,
): Input<Present<Options, string>> {
  const {
    pattern,
    expected = pattern ? `text matching ${pattern.source}` : 'one line of text',
    maxLength = 1000,
  } = options
  const whole = pattern && new RegExp(`^(?:${pattern.source})$`, pattern.flags)
  return input(
    options,
    expected,
    z
      .string()
      .max(maxLength)
      .refine((value) => !/[\0-\x1f\x7f]/.test(value) && (!whole || whole.test(value))),
  )
}

/**
 * A file or folder, as written and normalised, without slashes at the end: relative to the workspace, which is an action's
 * working directory. A relative path that climbs out of the workspace is refused; an absolute one (a runner's temporary
 * folder) is taken unless the path is one of the repository's, where it is a folder below the root and not the root itself.
 */
export function path<const Options extends Presence & { inRepository?: boolean }>(
  options: Options,
): Input<Present<Options, string>> {
  const { inRepository = false } = options
  return input(
    options,
    inRepository ? 'a path below the repository’s root' : 'a path inside the workspace, or an absolute one',
    z
      .string()
      .max(4096)
      .refine((value) => !/[\0-\x1f\x7f]/.test(value))
      .transform((value) => (isAbsolute(value) ? value : posix.normalize(value.replaceAll('\\', '/'))))
      .transform((value) => value.replace(/(?<=.)\/+$/, ''))
      .refine((value) => value !== '..' && !value.startsWith('../'))
      .refine((value) => !inRepository || (!isAbsolute(value) && value !== '.')),
  )
}

/** YAML 1.2's booleans, as GitHub's own toolkit reads them. */
export function boolean<const Options extends Presence & { default?: boolean }>(
  options: Options,
): Input<Present<Options, boolean>> {
  return input(
    options,
    'true or false',
    z.enum(['true', 'True', 'TRUE', 'false', 'False', 'FALSE']).transform((value) => value.toLowerCase() === 'true'),
  )
}

/** A whole number in decimal digits. */
export function integer<const Options extends Presence & { default?: number; min?: number; max?: number }>(
  options: Options,
): Input<Present<Options, number>> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options
  const bounds = [options.min === undefined ? '' : `at least ${min}`, options.max === undefined ? '' : `at most ${max}`]
  return input(
    options,
    ['a whole number', bounds.filter(Boolean).join(' and ')].filter(Boolean).join(', '),
    z
      .string()
      .regex(/^[+-]?\d{1,16}$/)
      .transform(Number)
      .pipe(z.int().min(min).max(max)),
  )
}

/** One of the given words. */
export function choice<const Words extends readonly [string, ...string[]], const Options extends Presence>(
  words: Words,
  options: Options & { default?: Words[number] },
): Input<Present<Options, Words[number]>> {
  return input(
    options,
    words.map((word) => `\`${word}\``).join(words.length === 2 ? ' or ' : ', '),
    z.enum(words) as unknown as z.ZodType<Words[number], string>,
  )
}

/** A list, one item a line; empty lines are dropped. An absent list is empty. */
export function lines<const Options extends Presence & { maxItems?: number; item?: RegExp; expected?: string }>(
  options: Options,
): Input<readonly string[]> {
  const { maxItems = 1000, item, expected = 'one item a line' } = options
  const whole = item && new RegExp(`^(?:${item.source})$`, item.flags)
  const schema: z.ZodType<readonly string[], string> = z
    .string()
    .transform((value) => value.split('\n').flatMap((line) => line.trim() || []))
    .refine((items) => items.length <= maxItems && items.every((each) => !whole || whole.test(each)))
  return { ...input(options, `${expected}, at most ${maxItems}`, schema), schema, absent: [] }
}

/** A model's name as the registry allows it: it becomes a folder, a branch and a tag. */
export function modelName<const Options extends Presence>(options: Options): Input<Present<Options, string>> {
  return input(options, 'lower-case letters, digits and hyphens, at most 63, starting with a letter or digit', Name)
}

/**
 * The digest that an earlier job's action gave as its output `handover`. Required: where it is empty, the artifact would be
 * believed for what it says of itself.
 */
export function handoverDigest(action: string): Input<string> {
  return text({
    description: `The handover digest that ${action} gave as its output; what arrived must have it.`,
    required: true,
    pattern: /[0-9a-f]{64}/,
    expected: 'a SHA-256 as 64 lower-case hex digits',
  })
}

/** The input `registry-branch`. That it is not the default branch is checked on connecting to GitHub, which knows it. */
export function registryBranch(): Input<string> {
  return text({
    description: 'Branch that holds the facts, never the default branch; the first registration creates it.',
    default: 'model-registry',
    pattern: /[A-Za-z0-9][A-Za-z0-9._/-]{0,99}/,
    expected: 'a branch’s name of letters, digits and . _ - /, at most 100, starting with a letter or digit',
  })
}

/** The input `native-path` of every action that calls `provideNative`. */
export function nativePath(): Input<string | undefined> {
  return path({
    description:
      'A folder with the native binaries, for runners without network: `<name>/<version>/<platform>/`, as in the runner’s tool cache. Checked like every other source.',
  })
}

/** A GitHub token; the job's own unless the workflow gives another. Masked. */
export function token<const Options extends Partial<Presence>>(options?: Options): Input<string> {
  const schema = z
    .string()
    .max(10_000)
    .regex(/^[\x21-\x7e]+$/)
  return {
    ...input(
      {
        description: 'The token for GitHub’s API.',
        default: '${{ github.token }}',
        ...options,
        required: true as const,
      },
      'a GitHub token',
      schema,
    ),
    secret: true,
  }
}

/** A secret that a workflow may give, such as a webhook's address. Masked, and never shown in an error. */
export function secret(options: { readonly description: string }): Input<string | undefined> {
  const schema = z
    .string()
    .max(4096)
    .regex(/^[\x21-\x7e]+$/)
  return { ...input(options, 'a secret of printable characters on one line', schema), secret: true }
}

function input<Options extends Presence, Value>(
  options: Options,
  expected: string,
  schema: z.ZodType<Value, string>,
): Input<Present<Options, Value>> {
  return {
    description: options.description,
    // With a default there is nothing to demand of the workflow's author.
    required: options.required === true,
    default: options.default === undefined ? undefined : String(options.default),
    expected,
    secret: false,
    schema: schema as unknown as z.ZodType<Present<Options, Value>, string>,
    absent: undefined as Present<Options, Value>,
  }
}

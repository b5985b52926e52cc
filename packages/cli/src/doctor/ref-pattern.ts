/**
 * Whether a ruleset’s conditions take a full ref name. Patterns are Ruby’s fnmatch with FNM_PATHNAME, as GitHub documents:
 * `*` stops at a slash, a whole part `**` does not.
 */
export function coversRef(
  { include, exclude }: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  ref: string,
  defaultBranch: string,
): boolean {
  const takes = (pattern: string): boolean => {
    if (pattern === '~ALL') return true
    if (pattern === '~DEFAULT_BRANCH') return ref === `refs/heads/${defaultBranch}`
    return matches(pattern, ref)
  }
  return include.some(takes) && !exclude.some(takes)
}

function matches(pattern: string, ref: string): boolean {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^$(){}|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : `\\${part}`
  })
  return new RegExp(`^${source}$`, 'u').test(ref)
}

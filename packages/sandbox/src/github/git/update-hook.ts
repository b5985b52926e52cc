import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// Git runs it once for each ref of a push, with the new objects at hand. $SANDBOX_RULES has a line per rule:
// `<ref> deny|no-force|no-workflows <message>`.
const script = `#!/bin/sh
ref=$1 old=$2 new=$3
zero=0000000000000000000000000000000000000000
refuse() {
  echo "error: GH006: Protected branch update failed for $ref." >&2
  echo "error: $1" >&2
  exit 1
}
[ -n "$SANDBOX_RULES" ] || exit 0
printf '%s\\n' "$SANDBOX_RULES" | {
  while read -r name rule message; do
    [ "$name" = "$ref" ] || continue
    case $rule in
      deny) refuse "$message" ;;
      no-force)
        [ "$old" = $zero ] || [ "$new" = $zero ] || git merge-base --is-ancestor "$old" "$new" || refuse "$message" ;;
      no-workflows)
        [ "$new" = $zero ] && continue
        tree=$(git rev-parse -q --verify "$new^{commit}:.github/workflows" 2>/dev/null) || continue
        known=no
        for branch in $(git for-each-ref --format='%(refname)' refs/heads); do
          [ "$(git rev-parse -q --verify "$branch:.github/workflows" 2>/dev/null)" = "$tree" ] && known=yes
        done
        [ $known = yes ] || refuse "$message" ;;
    esac
  done
}
`

/** Puts the hook that enforces branch protection and rulesets on pushes into a bare repository. */
export async function installUpdateHook(dir: string): Promise<void> {
  await mkdir(join(dir, 'hooks'), { recursive: true })
  await writeFile(join(dir, 'hooks', 'update'), script, { mode: 0o755 })
}

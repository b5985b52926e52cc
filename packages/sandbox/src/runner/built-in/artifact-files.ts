import { globSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * The files that `path` of actions/upload-artifact names, and the folder their names in the artifact start from: the one
 * folder that was named, otherwise what all named paths have in common. A line with `!` takes files away.
 */
export function artifactFiles(lines: string, includeHidden: boolean, cwd: string): { files: string[]; root: string } {
  const patterns = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => path.resolve(cwd, pattern))
  const excluded = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => path.resolve(cwd, pattern.slice(1)))
  const removed = new Set(excluded.flatMap(filesOf))
  const roots = wanted.map(rootOf)
  const root = commonFolder(roots)
  const files = [...new Set(wanted.flatMap(filesOf))]
    .filter((file) => !removed.has(file))
    .filter(
      (file) =>
        includeHidden ||
        !path
          .relative(root, file)
          .split(path.sep)
          .some((part) => part.startsWith('.')),
    )
    .sort()
  return { files, root }
}

function filesOf(pattern: string): string[] {
  return globSync(pattern).flatMap((found) =>
    isFolder(found)
      ? readdirSync(found, { recursive: true, withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [found],
  )
}

/** The folder that a path names, or the one that a file or a pattern is in. */
function rootOf(pattern: string): string {
  const parts = pattern.split(path.sep)
  const wild = parts.findIndex((part) => /[*?[{]/.test(part))
  if (wild >= 0) return parts.slice(0, wild).join(path.sep) || path.sep
  return isFolder(pattern) ? pattern : path.dirname(pattern)
}

function commonFolder(folders: readonly string[]): string {
  const all = folders.map((folder) => folder.split(path.sep))
  const [first = []] = all
  const differs = first.findIndex((part, index) => all.some((other) => other[index] !== part))
  return (differs < 0 ? first : first.slice(0, differs)).join(path.sep) || path.sep
}

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false

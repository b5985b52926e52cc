import type { World } from './world.ts'

/** All that git does not hold, for people to look at: without tokens and secrets' values. */
export function saveState(world: World): string {
  const repositories = [...world.repositories.values()].map(({ git: _, turn: __, secrets, ...repository }) => ({
    ...repository,
    secrets: Object.keys(secrets),
  }))
  const tokens = [...world.tokens.values()].map(({ secret: _, ...token }) => token)
  const plain = (_: string, value: unknown) =>
    value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value
  return `${JSON.stringify({ users: [...world.users.values()], tokens, repositories }, plain, 2)}\n`
}

import { change, type Examined, type Finding, fine, unknown } from './finding.ts'

const mostApartMs = 60_000

/** Who looks, what the repository is, and whether this machine’s clock can be trusted. */
export function checkAccess({ settings }: Examined): Finding[] {
  const { repository, role, isArchived, isFork, webUrl } = settings
  return [
    checkToken(settings),
    ...(isArchived
      ? [
          change('repository.archived', `${repository} is archived: nothing can be written`, {
            detail: 'Unarchive it.',
            url: `${webUrl}/settings`,
          }),
        ]
      : []),
    ...(isFork
      ? [
          change('repository.fork', `${repository} is a fork`, {
            detail:
              'Schedules of a fork are off until somebody turns them on, and pull requests go to its source. Give the models a repository of their own, or enable its workflows.',
            url: `${webUrl}/actions`,
          }),
        ]
      : []),
    role === null
      ? unknown('token.role', 'what this token’s user may do', 'GitHub does not say it for this kind of token.')
      : fine('token.role', `This token has the role ${role} in ${repository}`),
    checkClock(settings.clockApartMs),
  ]
}

function checkToken({ login, scopes, isPrivate }: Examined['settings']): Finding {
  const who = 'value' in login ? `of ${login.value}` : 'of an app or a job'
  if (scopes === null) return fine('token.scopes', `The token is fine-grained or an app’s, ${who}`)
  const missing = scopes.includes('repo') || (!isPrivate && scopes.includes('public_repo')) ? [] : ['repo']
  if (missing.length === 0) return fine('token.scopes', `The token is a classic one ${who}, with ${scopes.join(', ')}`)
  return change('token.scopes', `The classic token ${who} has ${scopes.join(', ') || 'no scopes'}`, {
    detail: `It needs ${missing.join(', ')} to see settings and drafts: gh auth refresh --scopes ${missing.join(',')}`,
  })
}

function checkClock(apartMs: number): Finding {
  const seconds = Math.round(apartMs / 1000)
  if (Math.abs(apartMs) <= mostApartMs) return fine('clock', 'This machine’s clock agrees with GitHub’s')
  const way = apartMs > 0 ? 'behind' : 'ahead of'
  return change('clock', `This machine’s clock is ${Math.abs(seconds)} s ${way} GitHub’s`, {
    detail:
      'Tokens of apps and TLS go by it. Let it follow a time server. Facts are dated by GitHub’s clock, so they are not wrong.',
  })
}

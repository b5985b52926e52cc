import { ApiError } from '../api-error.ts'
import { notAccessible } from '../events/ref-moves.ts'
import { renderProfile } from '../render/identity.ts'
import { param, type Routes, signedIn } from './route.ts'

export const userRoutes: Routes = {
  'users/get-by-username': {
    handle(call) {
      const user = call.world.users.get(param(call, 'username').toLowerCase())
      if (!user) throw ApiError.notFound()
      return { status: 200, json: renderProfile(call.world, user) }
    },
  },
  'users/get-authenticated': {
    handle(call) {
      const token = signedIn(call)
      // Installations, and so jobs, are not users: the reason many actions fail with GITHUB_TOKEN here.
      if (token.kind !== 'user') throw notAccessible(token, 'metadata=read')
      return { status: 200, json: renderProfile(call.world, call.world.user(token.login)) }
    },
  },
}

import type { RepositorySettings } from '@tidemark/github'

/** A repository with nothing to complain of but that it has no workflows and no policy. */
export const settings: RepositorySettings = {
  repository: 'acme/flights',
  webUrl: 'https://github.com/acme/flights',
  defaultBranch: 'main',
  isPrivate: true,
  isArchived: false,
  isFork: false,
  role: 'admin',
  scopes: null,
  login: { value: 'octocat' },
  clockApartMs: 0,
  actions: { value: { isEnabled: true, allowed: 'all', needsFullSha: false, selected: null } },
  workflowToken: { value: { access: 'read', mayCreatePullRequests: true } },
  rulesets: { value: [] },
  defaultBranchRules: { value: [] },
  registryBranchRules: { value: [] },
  protection: { value: null },
  writers: { value: ['octocat', 'hubot'] },
  environments: { value: [] },
  workflows: { value: [] },
  policies: { value: [] },
  registryBranch: { value: null },
  immutableReleases: { value: false },
}

import { change, type Examined, type Finding, fine, given, unknown } from './finding.ts'

const expected = ['models', 'rollouts', 'README.md']

/** The registry branch as it is, and whether what was published can be changed. */
export function checkRegistry({ settings, registryBranch }: Examined): Finding[] {
  const { defaultBranch, webUrl, immutableReleases } = settings
  if (registryBranch === defaultBranch) {
    return [
      change('registry-branch.state', `The registry branch ${registryBranch} is the default branch`, {
        detail:
          'Facts would be committed past every review, and workflows refuse it. Name another branch by --registry-branch and in the workflows.',
      }),
    ]
  }
  return [
    ...given(settings.registryBranch, { id: 'registry-branch.state', what: registryBranch }, (entries) => {
      if (entries === null) {
        return [fine('registry-branch.state', `There is no ${registryBranch} yet: the first registration makes it`)]
      }
      if (entries.includes('.github')) {
        return [
          change('registry-branch.state', `${registryBranch} has workflow files`, {
            detail:
              'It is no branch that begins anew, or somebody committed to it: pushes to it may start workflows. Move the facts to a clean branch.',
          }),
        ]
      }
      const strange = entries.filter((entry) => !expected.includes(entry))
      if (strange.length === 0) return [fine('registry-branch.state', `${registryBranch} has facts and nothing else`)]
      return [
        change('registry-branch.state', `${registryBranch} also has ${strange.slice(0, 5).join(', ')}`, {
          detail: 'Only workflows commit there. `tidemark verify` says what does not belong.',
        }),
      ]
    }),
    'refused' in immutableReleases
      ? unknown('releases.immutable', 'whether releases are immutable', immutableReleases.refused, `${webUrl}/settings`)
      : immutableReleases.value
        ? fine('releases.immutable', 'Published releases cannot be changed')
        : fine(
            'releases.immutable',
            'Published releases can be changed by those who may write',
            'Every use compares digests, so a changed one is refused. Settings → General → Releases rules it out; then the name of a tag is spent for good, and old assets cannot be dropped.',
          ),
  ]
}

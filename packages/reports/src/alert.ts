/** What chats and pagers tell, in plain text. */
export interface MonitorAlert {
  readonly key: string
  readonly state: 'open' | 'resolved'
  readonly severity: 'warning' | 'error'
  readonly title: string
  readonly source: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** Who tells, and where people read on. */
export interface AlertPlace {
  readonly repository: string
  readonly issueUrl: string | null
  readonly runUrl?: string | undefined
}

/** What alerts of any kind have in common. */
export const alertPlace = ({ repository, issueUrl, runUrl }: AlertPlace): Pick<MonitorAlert, 'source' | 'links'> => ({
  source: repository,
  links: [
    ...(issueUrl === null ? [] : [{ title: 'Issue', url: issueUrl }]),
    ...(runUrl === undefined ? [] : [{ title: 'Run', url: runUrl }]),
  ],
})

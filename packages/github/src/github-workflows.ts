import type { ActiveRun, Workflows } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import { type GitHubClient, orNull } from './client.ts'
import { messageOf, statusOf } from './retries.ts'

/** Workflow runs by GitHub's REST API. */
export class GitHubWorkflows implements Workflows {
  readonly #client: GitHubClient

  constructor(client: GitHubClient) {
    this.#client = client
  }

  async activeRuns({ workflow, branch }: { workflow: string; branch: string }): Promise<ActiveRun[]> {
    const { octokit, repository } = this.#client
    // GitHub filters by one status a request, and there are five that mean not ended.
    const response = await orNull(
      octokit.rest.actions.listWorkflowRuns({ ...repository, workflow_id: workflow, branch, per_page: 100 }),
    )
    return (response?.data.workflow_runs ?? [])
      .filter(({ status }) => status !== 'completed')
      .map((run) => ({ number: run.run_number, status: run.status ?? 'queued', url: run.html_url }))
  }

  async dispatch({
    workflow,
    branch,
    inputs,
  }: {
    workflow: string
    branch: string
    inputs: Readonly<Record<string, string>>
  }): Promise<void> {
    const { octokit, repository } = this.#client
    try {
      await octokit.rest.actions.createWorkflowDispatch({
        ...repository,
        workflow_id: workflow,
        ref: branch,
        inputs: { ...inputs },
      })
    } catch (error) {
      const status = statusOf(error)
      if (status !== 404 && status !== 422) throw error
      throw new TidemarkError(
        'GITHUB_NOT_FOUND',
        `the workflow ${workflow} cannot be started on ${branch}: ${messageOf(error)}`,
        {
          hint: `Name a file of .github/workflows on the default branch that has workflow_dispatch with the inputs ${Object.keys(inputs).join(', ')}, and give the job \`actions: write\`.`,
          cause: error,
        },
      )
    }
  }
}

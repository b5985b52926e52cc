import type { Workflows } from '@tidemark/registry'
import { TidemarkError } from '@tidemark/schemas'
import type { GitHubClient } from './client.ts'
import { messageOf, statusOf } from './retries.ts'

/** Workflow runs by GitHub's REST API. */
export class GitHubWorkflows implements Workflows {
  readonly #client: GitHubClient

  constructor(client: GitHubClient) {
    this.#client = client
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

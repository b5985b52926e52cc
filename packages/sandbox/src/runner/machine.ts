import type { SandboxHost } from '../host.ts'
import type { ActionSources } from './action-reference.ts'
import type { ArtifactService } from './artifact-service.ts'
import type { RunnerEvent } from './records.ts'

/** What every run shares. */
export interface Machine {
  readonly host: SandboxHost
  readonly actions: ActionSources
  readonly workDir: string
  readonly toolCache: string
  /** Variables every step gets beside those of GitHub, such as a package registry's address. */
  readonly env: Readonly<Record<string, string>>
  /** Path of node 24. */
  readonly node: string
  /** The base PATH of steps. */
  readonly path: string
  readonly artifacts: ArtifactService
  readonly keepWorkspaces: boolean
  emit(event: RunnerEvent): void
  /** Aborted when the runner closes: everything ends at once. */
  readonly closing: AbortSignal
}

const systems: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }
const architectures: Readonly<Record<string, string>> = { x64: 'X64', arm64: 'ARM64' }

/** The `runner` context. */
export const runnerContext = (machine: Machine, folders: { temp: string; workspace: string }) => ({
  name: 'Tidemark sandbox',
  os: systems[process.platform] ?? process.platform,
  arch: architectures[process.arch] ?? process.arch,
  temp: folders.temp,
  tool_cache: machine.toolCache,
  workspace: folders.workspace,
  environment: 'self-hosted',
  debug: '',
})

import { fileURLToPath } from 'node:url'
import type { ArtifactScript } from '../artifact-service.ts'

export interface BuiltIn {
  /** Of `main` and `service` there is one. */
  main?: string
  service?: ArtifactScript
  post?: string
  /** Supported inputs with their defaults, in lower case. */
  inputs: Readonly<Record<string, string>>
}

const script = (name: string): string => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))

/** Equivalents of GitHub's own actions, run as any other action is: a script in a child process, or by the artifact service. */
export const builtIns: Readonly<Record<string, BuiltIn>> = {
  'actions/checkout': {
    main: script('checkout'),
    post: script('checkout-post'),
    inputs: {
      repository: '',
      ref: '',
      token: '${{ github.token }}',
      path: '',
      'fetch-depth': '1',
      'fetch-tags': 'false',
      'persist-credentials': 'true',
      filter: '',
      'show-progress': 'true',
      clean: 'true',
    },
  },
  'actions/upload-artifact': {
    service: 'upload-artifact',
    inputs: {
      name: 'artifact',
      path: '',
      'if-no-files-found': 'warn',
      'retention-days': '',
      'compression-level': '6',
      overwrite: 'false',
      'include-hidden-files': 'false',
    },
  },
  'actions/download-artifact': {
    service: 'download-artifact',
    inputs: { name: '', path: '', pattern: '', 'merge-multiple': 'false' },
  },
  'actions/setup-node': {
    main: script('setup-node'),
    inputs: { 'node-version': '', 'check-latest': 'false', 'package-manager-cache': 'true' },
  },
}

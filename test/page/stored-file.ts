import { storedJson } from '@tidemark/schemas'

/** A document on its way into a recorded registry; a text is stored as it is, for what is malformed. */
export interface Fact {
  readonly path: string
  readonly document: unknown
}

export function storedFile({ path, document }: Fact): { readonly path: string; readonly text: string } {
  return { path, text: typeof document === 'string' ? document : storedJson(document) }
}

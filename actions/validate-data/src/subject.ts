import { TidemarkError } from '@tidemark/schemas'
import type { Context } from './checks.ts'

type Subject = { readonly model: string } | { readonly contract: string }

/** What to judge: a model's data, or a contract's by themselves. Throws `INPUT_INVALID` where the inputs do not say one of them. */
export function readSubject({ contract, model, quarantine, files }: Context['inputs']): Subject {
  if (contract !== undefined) {
    const other = model === undefined ? quarantine && 'quarantine' : 'model'
    if (other === undefined) return { contract }
    throw new TidemarkError('INPUT_INVALID', `${other} and contract do not go together`, {
      hint: 'Give model, with quarantine if need be, for a model’s data, or contract for data by themselves.',
      problems: [{ path: other, message: 'is given together with contract' }],
    })
  }
  if (model === undefined) {
    throw new TidemarkError('INPUT_INVALID', 'neither model nor contract says what to judge', {
      hint: 'Give model for a model’s data, or contract for data by themselves.',
      problems: [{ path: 'model', message: 'expected a model’s name' }],
    })
  }
  if (files.length === 0) return { model }
  throw new TidemarkError('INPUT_INVALID', 'files belongs to contract; a model’s files are in its model.yaml', {
    hint: 'Take the input files away, or give contract instead of model.',
  })
}

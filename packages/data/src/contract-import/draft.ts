import { stringify } from 'yaml'

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined }

export interface PropertyDraft {
  name: string
  id?: string
  logicalType?: string
  required?: true
  unique?: true
  primaryKey?: true
  primaryKeyPosition?: number
  partitioned?: true
  description?: string
  logicalTypeOptions?: Record<string, Value>
  relationships?: { to: string }[]
  quality?: Record<string, Value>[]
  /** Of an object. */
  properties?: PropertyDraft[]
  /** Of an array. */
  items?: ItemDraft
}

/** What each item of an array is. */
export type ItemDraft = Omit<PropertyDraft, 'name'>

export interface ObjectDraft {
  name: string
  physicalName?: string
  description?: string
  readonly properties: PropertyDraft[]
  readonly quality: Record<string, Value>[]
  readonly relationships: { from: string[]; to: string[] }[]
}

/** A contract as other formats and data give it, and what of them it could not take. */
export class ContractDraft {
  readonly objects: ObjectDraft[] = []
  readonly slaProperties: Record<string, Value>[] = []
  /** What could not be carried over, each with its place. */
  readonly notCarried: string[] = []

  object(name: string): ObjectDraft {
    const own = identifier(name)
    const known = this.objects.find((object) => object.name === own)
    if (known) return known
    const made: ObjectDraft = { name: own, properties: [], quality: [], relationships: [] }
    this.objects.push(made)
    return made
  }

  property(object: ObjectDraft, name: string): PropertyDraft {
    const known = object.properties.find((property) => property.name === name)
    if (known) return known
    const made: PropertyDraft = { name }
    object.properties.push(made)
    return made
  }

  lose(where: string, what: string): void {
    this.notCarried.push(where === '' ? what : `${where}: ${what}`)
  }

  /** The contract as YAML; what was lost is a comment at its head. */
  toYaml({ id, version = '1.0.0', note }: { id: string; version?: string; note: string }): string {
    const schema = this.objects.map(({ name, physicalName, description, properties, quality, relationships }) => ({
      name,
      ...(physicalName === undefined ? {} : { physicalType: 'file', physicalName }),
      ...(description === undefined ? {} : { description }),
      properties,
      ...(quality.length === 0 ? {} : { quality }),
      ...(relationships.length === 0 ? {} : { relationships }),
    }))
    const lost =
      this.notCarried.length === 0 ? [] : ['', 'Not carried over:', ...this.notCarried.map((one) => `- ${one}`)]
    const comment = [note, ...lost].map((line) => `# ${line.replaceAll(/[\r\n\0]+/g, ' ')}`.trimEnd()).join('\n')
    const document = {
      apiVersion: 'v3.1.0',
      kind: 'DataContract',
      id,
      version,
      status: 'draft',
      schema,
      ...(this.slaProperties.length === 0 ? {} : { slaProperties: this.slaProperties }),
    }
    return `${comment}\n${stringify(document, { lineWidth: 120, aliasDuplicateObjects: false })}`
  }
}

/** A name that queries can use for an object. */
export function identifier(name: string): string {
  const plain = name
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 63)
  return plain === '' ? 'data' : plain
}

export function addQuality(to: { quality?: Record<string, Value>[] }, rule: Record<string, Value>): void {
  to.quality ??= []
  to.quality.push(rule)
}

export function addOption(to: ItemDraft, key: string, value: Value | undefined): void {
  if (value === undefined) return
  to.logicalTypeOptions ??= {}
  to.logicalTypeOptions[key] = value
}

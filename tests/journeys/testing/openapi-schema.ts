import { Compile } from 'typebox/schema'

/** A schema as the OpenAPI document writes it: JSON Schema, with `nullable` in place of the type null. */
export interface ApiSchema {
  readonly type?: string
  readonly nullable?: boolean
  readonly properties?: Readonly<Record<string, ApiSchema>>
  readonly required?: readonly string[]
  readonly items?: ApiSchema
  readonly anyOf?: readonly ApiSchema[]
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly minItems?: number
  readonly minLength?: number
}

/** The same as plain JSON Schema, for a validator that knows nothing of OpenAPI. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = schema as Record<string, unknown>
  const here = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plain(value)]))
  return nullable === true ? { anyOf: [here, { type: 'null' }] } : here
}

const compiled = new WeakMap<object, ReturnType<typeof Compile>>()

/** What a value has against a schema of the document; empty where it fits. */
export function faultsAgainst(schema: ApiSchema, value: unknown): readonly string[] {
  const check = compiled.get(schema) ?? Compile(plain(schema) as object)
  compiled.set(schema, check)
  if (check.Check(value)) return []
  const [, errors] = check.Errors(value)
  return errors.map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
}

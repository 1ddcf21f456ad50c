import { readFileSync } from 'node:fs'
import Schema from 'typebox/schema'

const compiled = Schema.Compile(JSON.parse(readFileSync(new URL('../../../../docs/disclosure-schema.json', import.meta.url), 'utf8')))

/** What is wrong with a value by docs/disclosure-schema.json; empty when nothing is. */
export function schemaFaults(value: unknown): string[] {
  // Through JSON, as the command prints it: undefined and NaN do not survive.
  const printed: unknown = JSON.parse(JSON.stringify(value))
  if (compiled.Check(printed)) return []
  return compiled.Errors(printed)[1].map((fault) => `${fault.instancePath} ${fault.message}`)
}

import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { closeSchema } from '../platform/http/close-schema.ts'

interface Held {
  readonly path: RegExp
  readonly schema: TSchema
}

const heldOf = new WeakMap<FastifyInstance, readonly Held[]>()

/** The rows whose answers go out as they are: every one that a test receives is held to its schema here, to the last field. */
function heldRows(app: FastifyInstance): readonly Held[] {
  let held = heldOf.get(app)
  if (held === undefined) {
    held = app.routeRows
      .filter((row) => row.asIs)
      .map((row) => ({
        path: new RegExp(`^${row.path.replace(/:\w+/g, '[^/]+')}$`),
        schema: closeSchema(row.schema.response) as TSchema,
      }))
    heldOf.set(app, held)
  }
  return held
}

/** Throws where such an answer says anything that its schema does not, or leaves out what it says. */
export function heldToSchema(app: FastifyInstance, url: string, response: LightMyRequestResponse): LightMyRequestResponse {
  const [path = ''] = url.split('?')
  // As the router does it: a path that is written out goes before one with a parameter.
  const writtenOut = app.routeRows.some((row) => row.method === 'GET' && row.path === path && !row.asIs)
  const row = response.statusCode === 200 && !writtenOut ? heldRows(app).find((held) => held.path.test(path)) : undefined
  const [first] = row === undefined ? [] : Value.Errors(row.schema, response.json())
  if (first !== undefined) throw new Error(`GET ${url} does not answer as its schema says: ${first.instancePath} ${first.message}`)
  return response
}

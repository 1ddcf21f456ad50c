import type { FastifyRequest } from 'fastify'
import { type Permission, permissionsOf } from '../../../contract/permissions.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import type { FoundSession } from '../identity/sessions.ts'
import type { Door } from './door.ts'
import { isFormToken } from './form-token.ts'
import type { Access, RouteRow } from './route-row.ts'

export const cookieNames = { staff: 'oneseal_staff', citizen: 'oneseal_citizen' } as const

/**
 * Finds whose session comes with the request. A bearer token goes before cookies. A browser may hold a staff cookie and a citizen's (the hall's
 * self-service screen does): the row's permission says which counts; where it does not, the one whose form token came along, else
 * the staff's under /api and the citizen's elsewhere.
 */
export async function recognise(row: RouteRow, bureau: string, request: FastifyRequest, door: Door): Promise<FoundSession | Refusal | undefined> {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    const found = await door.sessions.find(bureau, bearer)
    return found?.handle.kind === 'bearer' ? found : refused('session-ended').refusal
  }
  const found: FoundSession[] = []
  for (const holder of holdersInOrder(row)) {
    const token = request.cookies[cookieNames[holder]]
    const session = token === undefined ? undefined : await door.sessions.find(bureau, token)
    if (session?.handle.kind === 'cookie' && session.handle.holder === holder) found.push(session)
  }
  const shown = request.headers['x-csrf-token']
  return found.find((session) => isFormToken(door.settings.secret, session.handle.tokenHash, shown)) ?? found[0]
}

function holdersInOrder(row: RouteRow): readonly ('staff' | 'citizen')[] {
  if (row.permission === 'citizen') return ['citizen']
  if (row.permission !== 'public' && row.permission !== 'signed-in') return ['staff']
  return row.path.startsWith('/api/') ? ['staff', 'citizen'] : ['citizen', 'staff']
}

interface Held {
  readonly own: ReadonlySet<Permission>
  readonly all: ReadonlySet<Permission>
}

/** A session found is the same object as long as it is believed: what it may do is reckoned once. */
const held = new WeakMap<FoundSession, Held>()

/** Own permissions, and those of the absent colleagues this person stands in for; cut down to what the token was made for. */
export function permissionsOfSession(found: FoundSession): Held {
  let permissions = held.get(found)
  if (permissions === undefined) {
    permissions = reckonPermissions(found)
    held.set(found, permissions)
  }
  return permissions
}

function reckonPermissions(found: FoundSession): Held {
  const cut = (roles: readonly string[]) => {
    const given = permissionsOf(roles)
    return found.onlyPermissions === undefined ? given : new Set([...given].filter((permission) => found.onlyPermissions!.has(permission)))
  }
  if (found.handle.holder !== 'staff') return { own: new Set(), all: new Set() }
  const own = cut(found.holder.actor.roles)
  return { own, all: new Set([...own, ...cut(found.holder.standsInFor.flatMap((absent) => absent.roles))]) }
}

/** The refusal for whoever may not pass this door; undefined for whoever may. */
export function refusalAtDoor(access: Access, found: FoundSession | undefined, row: RouteRow): Refusal | undefined {
  if (access === 'public') return undefined
  if (found === undefined) return refused('sign-in-needed').refusal
  if (found.handle.holder === 'staff' && found.handle.mustChangePassword && !row.beforePasswordChange)
    return refused('password-change-needed').refusal
  if (access === 'signed-in') return undefined
  if (access === 'citizen' || access === 'staff') return found.handle.holder === access ? undefined : refused('not-permitted').refusal
  return permissionsOfSession(found).all.has(access) ? undefined : refused('not-permitted').refusal
}

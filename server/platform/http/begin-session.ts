import type { Door } from './door.ts'
import { makeFormToken } from './form-token.ts'
import { cookieNames } from './recognise.ts'
import type { Visit } from './visit.ts'

/** Begins a session for somebody whose secret was right: a cookie for a browser, the bare token for a program. */
export async function beginSession(visit: Visit, door: Door, holder: 'staff' | 'citizen', holderId: string, bearer: boolean) {
  const begun = await door.sessions.begin({ bureau: visit.bureau, holder, holderId, kind: bearer ? 'bearer' : 'cookie', ip: visit.ip })
  // From here on this visit is theirs: the audit names who signed in.
  visit.request.found = await door.sessions.find(visit.bureau, begun.token)
  if (!bearer) {
    visit.reply.setCookie(cookieNames[holder], begun.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: door.settings.secureCookies,
      expires: begun.expiresAt,
    })
  }
  const csrf = bearer ? '' : makeFormToken(door.settings.secret, begun.handle.tokenHash)
  return { csrf, token: begun.token, expiresAt: begun.expiresAt.toISOString() }
}

/** Takes the cookie of the session that was just ended out of the browser. */
export function endCookie(visit: Visit): void {
  if (visit.session?.kind === 'cookie') visit.reply.clearCookie(cookieNames[visit.session.holder], { path: '/' })
}

import type { FastifyInstance } from 'fastify'
import { Health } from '../contract/health.ts'
import { instantOfMillis } from '../rules/time/instant.ts'
import type { Calendars } from './desks/calendars/keep-calendars.ts'
import { peopleDirectory } from './desks/people/directory.ts'
import { localRealNameVerifier } from './desks/people/local-real-name-verifier.ts'
import { foldedAs } from './folded-as.ts'
import { portalProblemPage } from './portal/problem-page.ts'
import { serveConsole } from './serve-console.ts'
import { type Audit, openAudit } from './platform/audit/audit.ts'
import { auditRoutes } from './platform/audit/audit-routes.ts'
import { foldedOtherwise } from './platform/book/fold-anew.ts'
import type { Database } from './platform/database/database.ts'
import { fileRoutes } from './platform/files/file-routes.ts'
import { openFileStore } from './platform/files/store.ts'
import { json } from './platform/http/answer.ts'
import { bureausByHost } from './platform/http/bureaus-by-host.ts'
import type { Desk } from './platform/http/desk.ts'
import { docsRoutes } from './platform/http/docs-routes.ts'
import type { Door } from './platform/http/door.ts'
import type { ProblemPage } from './platform/http/refuse.ts'
import { registerRoutes } from './platform/http/register-routes.ts'
import { defineRoute } from './platform/http/route-row.ts'
import { openShell } from './platform/http/shell.ts'
import type { CodeSender } from './platform/identity/code-sender.ts'
import { printingCodeSender } from './platform/identity/code-sender.ts'
import type { RealNameVerifier } from './platform/identity/real-name-verifier.ts'
import { openSessions } from './platform/identity/sessions.ts'
import type { Settings } from './platform/settings.ts'
import { createWriter, type Writer } from './platform/writer/writer.ts'

export interface HouseParts {
  readonly settings: Settings
  /** Open and migrated. */
  readonly database: Database
  readonly desks: readonly Desk[]
  readonly calendars: Calendars
  readonly now?: () => Date
  readonly codeSender?: CodeSender
  readonly realNameVerifier?: RealNameVerifier
  readonly problemPage?: ProblemPage
  readonly signInPage?: string
  /** Folder of the built console; undefined where it is not served. */
  readonly consoleFolder?: string | undefined
}

export interface House {
  readonly app: FastifyInstance
  readonly door: Door
  readonly writer: Writer
  readonly audit: Audit
  /** Stops taking requests, finishes those at hand, writes the audit, stops the writer. The database stays open. */
  close(): Promise<void>
}

/** Puts the house together: writer, sessions, audit, files, and a door for every row of every desk. Followers are started by whoever serves. */
export async function openHouse(parts: HouseParts): Promise<House> {
  const { settings, database, desks } = parts
  const now = parts.now ?? (() => new Date())
  const bureaus = bureausByHost(database, settings.bureau)
  const problemPage: ProblemPage = (problem, request) => portalProblemPage(problem, request, bureaus.nameAt(request.hostname))
  const app = await openShell(settings, parts.problemPage ?? problemPage)
  const writer = createWriter({
    database,
    kinds: desks.flatMap((desk) => desk.kinds),
    acts: desks.flatMap((desk) => desk.acts),
    rows: desks.flatMap((desk) => desk.rows),
    calendarOf: parts.calendars.of,
    clock: () => instantOfMillis(now().getTime()),
    log: app.tellTrouble,
  })
  const audit = openAudit(database, (error) => app.tellTrouble('the audit could not be written', error))
  const door: Door = {
    settings,
    database,
    writer,
    audit,
    files: openFileStore(`${settings.dataFolder}/files`, settings.uploadLimitBytes),
    sessions: openSessions({ database, directory: peopleDirectory(now), settings, now }),
    codeSender: parts.codeSender ?? printingCodeSender((line) => process.stdout.write(`${line}\n`), true),
    realNameVerifier: parts.realNameVerifier ?? localRealNameVerifier,
    now,
    calendarOf: parts.calendars.of,
    refreshCalendars: parts.calendars.refresh,
    bureauOf: bureaus.bureauOf,
    isDemonstration: bureaus.isDemonstration,
    forgetBureaus: bureaus.forget,
    signInPage: parts.signInPage ?? '/sign-in',
  }
  const guards = desks.flatMap((desk) => desk.fileGuard ?? [])
  const titleOf = (name: string): string => app.routeRows.find((row) => row.audit === name)?.summary ?? name
  const rows = [...desks.flatMap((desk) => desk.routes), ...fileRoutes(guards), ...auditRoutes(titleOf), ...docsRoutes(app), healthRoute]
  await app.register(async (scope) => registerRoutes(scope, rows, door))
  if (parts.consoleFolder !== undefined) await serveConsole(app, parts.consoleFolder)
  if (!rows.some(({ path }) => path === '/')) app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/', 303))
  await app.ready()
  return {
    app,
    door,
    writer,
    audit,
    async close() {
      await app.close()
      await writer.stop()
      await audit.close()
    },
  }
}

const healthRoute = defineRoute({
  method: 'GET',
  path: '/api/health',
  permission: 'public',
  audit: 'look-at-health',
  summary: '服务是否正常',
  schema: { response: Health },
  handler: async ({ bureau }, door) => {
    const older = await foldedOtherwise(door.database, foldedAs)
    return json({ ok: true, database: door.database.engine, states: older.includes(bureau) ? 'older' : 'current' })
  },
})

import { spawn } from 'node:child_process'
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { accepted, refused, type Result } from '../../../../rules/refusal.ts'

/** LibreOffice takes some seconds to start; a document that keeps it busy longer than this is not converted. */
const LONGEST_MS = 120_000
const CONVERTERS = ['soffice', 'libreoffice']

/**
 * An old .doc (or .rtf, .xls) as .docx (or .xlsx), by the LibreOffice of this machine.
 * Refusals: `source-converter-missing`, `source-damaged` when the converter makes nothing of it.
 */
export async function convertOld(bytes: Uint8Array, from: 'doc' | 'rtf' | 'xls'): Promise<Result<Uint8Array>> {
  const program = await findProgram()
  if (program === null) return refused('source-converter-missing')
  const folder = await mkdtemp(join(tmpdir(), 'oneseal-convert-'))
  try {
    const source = join(folder, `source.${from}`)
    await writeFile(source, bytes)
    const to = from === 'xls' ? 'xlsx' : 'docx'
    await runQuietly(program, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      folder,
      source,
    ])
    const made = (await readdir(folder)).find((name) => name === `source.${to}`)
    return made === undefined ? refused('source-damaged') : accepted(await readFile(join(folder, made)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findProgram(): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of CONVERTERS) {
      const path = join(folder, name)
      if (
        folder !== '' &&
        (await access(path).then(
          () => true,
          () => false,
        ))
      )
        return path
    }
  }
  return null
}

/** Runs to its end or to the time limit; how it ended shows in what it made. */
function runQuietly(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: LONGEST_MS, killSignal: 'SIGKILL' })
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
}

import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Start time of a process in clock ticks since boot, where the system tells: a pid alone is soon given to another process. */
function startedAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function isAlive(pid: number, started: string | undefined): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const now = startedAt(pid)
  return started === undefined || started === '' || now === undefined || now === started
}

/** Another process has the folder; the message is for the person at the keyboard. */
export class FolderHeld extends Error {}

/**
 * Takes the folder for this process by a pid file beside it, `<folder>.pid`; a lock left by a dead process is taken over.
 * Throws `FolderHeld` with a Chinese sentence when a living process holds it. Returns the hand that gives it back.
 */
export function lockFolder(folder: string): () => void {
  const place = `${resolve(folder)}.pid`
  mkdirSync(resolve(folder, '..'), { recursive: true })
  const mine = `${place}.${process.pid}`
  writeFileSync(mine, `${process.pid} ${startedAt(process.pid) ?? ''}\n`)
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        // A link appears with its whole content or not at all.
        linkSync(mine, place)
        return () => rmSync(place, { force: true })
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      const [pid, started] = readFileSync(place, 'utf8').trim().split(' ')
      if (isAlive(Number(pid), started))
        throw new FolderHeld(`数据文件夹 ${folder} 正被另一个进程（进程号 ${pid}）使用，请先停止它，或者换一个文件夹。`)
      rmSync(place, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
  throw new FolderHeld(`数据文件夹 ${folder} 无法锁定，请稍后再试。`)
}

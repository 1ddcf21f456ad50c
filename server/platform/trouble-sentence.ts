import { connectionBroken } from './database/database-faults.ts'
import { FolderHeld } from './folder-lock.ts'

/** What the person who starts the program can put right by themselves: the message is for them. */
export class CannotStart extends Error {}

const unreachable = '连不上 DATABASE_URL 所指的数据库，请检查它是否在运行、地址和端口是否正确。'
const noRight = '数据文件夹不能读写，请把它的读写权限给运行本程序的用户。'
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  '28000': '数据库不接受 DATABASE_URL 里的用户，请检查用户名和访问规则。',
  '28P01': '数据库不接受 DATABASE_URL 里的口令，请检查用户名和口令。',
  '3D000': 'DATABASE_URL 所指的数据库不存在，请先建好（createdb）再启动。',
  '42501': '数据库用户没有建表的权限，请授予后再启动。',
  '53300': '数据库的连接已经用完，请调大 max_connections，或停掉别的程序。',
  '57P03': '数据库正在启动或恢复，请稍后再试。',
  ENOSPC: '磁盘已满，写不进去。请腾出空间后再试。',
  EDQUOT: '磁盘配额已用完，写不进去。请腾出空间后再试。',
  EACCES: noRight,
  EPERM: noRight,
  EROFS: noRight,
  EISDIR: '给的是文件夹，这里要一个文件。',
  EIO: '磁盘读写出错，请检查磁盘。',
  EMFILE: '打开的文件太多，请调大本用户可以打开的文件数（ulimit -n）。',
  ERR_INVALID_URL: 'DATABASE_URL 写得不对，应为 postgres://用户:口令@地址:端口/库名。',
  EPIPE: '输出被对方关闭，没有写完。',
}

/** A sentence for what stopped a program before its work began; undefined where only a programmer can help. */
export function troubleSentence(error: unknown): string | undefined {
  if (error instanceof CannotStart || error instanceof FolderHeld) return error.message
  if (connectionBroken(error)) return '连上了 DATABASE_URL 所指的地址，但对方随即断开：那里可能不是 PostgreSQL，或者它正在关闭。'
  if (!(error instanceof Error && 'code' in error)) return undefined
  if ('path' in error && error.path !== undefined && error.code !== 'ENOSPC') return `${String(error.path)} 打不开或写不进（${String(error.code)}）。`
  return sentences[String(error.code)]
}

import { FolderHeld } from './folder-lock.ts'

/** What the person who starts the program can put right by themselves: the message is for them. */
export class CannotStart extends Error {}

const unreachable = '连不上 DATABASE_URL 所指的数据库，请检查它是否在运行、地址和端口是否正确。'
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
  EPIPE: '输出被对方关闭，没有写完。',
}

/** A sentence for what stopped a program before its work began; undefined where only a programmer can help. */
export function troubleSentence(error: unknown): string | undefined {
  if (error instanceof CannotStart || error instanceof FolderHeld) return error.message
  if (!(error instanceof Error && 'code' in error)) return undefined
  const known = sentences[String(error.code)]
  if (known !== undefined) return known
  return 'path' in error && error.path !== undefined ? `${String(error.path)} 打不开或写不进（${String(error.code)}）。` : undefined
}

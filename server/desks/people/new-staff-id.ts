import { createHash, randomUUID } from 'node:crypto'

/** A new colleague's id. From the command's key where there is one, so that the same command again names the same person and is recognised. */
export const newStaffId = (actorId: string, key: string | undefined): string =>
  `s-${createHash('sm3')
    .update(key === undefined ? randomUUID() : `${actorId}\n${key}`)
    .digest('hex')
    .slice(0, 16)}`

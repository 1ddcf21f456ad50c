import { Socket } from 'node:net'

/** A socket that sends at the end of the turn what was written in it: a lock, its reads and BEGIN leave as one packet, by one system call. */
export class GatheringSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork())
  }
}

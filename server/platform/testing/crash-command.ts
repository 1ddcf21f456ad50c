import { command } from './toy.ts'

/** The command under a key: made from the key alone, so that whoever retries it sends the same. */
export function crashCommand(key: string) {
  const [, client, turn] = key.split('-').map(Number) as [number, number, number]
  const jar = (n: number) => `jar${n % 20}`
  if (turn % 5 === 3) return command('open-jar', { coins: 1 }, { key })
  if (turn % 5 === 4) return command('move-coins', { from: jar(client + turn), to: jar(client + turn + 1), coins: 1 }, { key })
  return command('put-coins', { jar: jar(client + turn), coins: 2, ...(turn % 3 === 0 && { owner: `主人${key}` }) }, { key })
}

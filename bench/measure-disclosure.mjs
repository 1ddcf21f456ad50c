// Runs bench/disclosure.mjs as a process of its own, held to one core where the system has `taskset`, and answers what it measured.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../scripts/dependencies.mjs'

export function measureDisclosure({ variants, rounds, told }) {
  const script = [join(root, 'bench', 'disclosure.mjs'), String(variants), String(rounds)]
  const pinned = spawnSync('taskset', ['-V']).status === 0
  told(`reading and auditing ${variants} budget documents, ${rounds} rounds${pinned ? ', on one core' : ''}`)
  const [command, args] = pinned ? ['taskset', ['-c', '0', process.execPath, ...script]] : [process.execPath, script]
  return { ...JSON.parse(execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })), pinned }
}

// npm run oneseal -- COMMAND: hands over to server/cli.ts on the Node that npm carries. Nothing but the command's own answers reaches standard output.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies, findNode, root } from './dependencies.mjs'

if (!existsSync(join(root, 'node_modules'))) ensureDependencies({ development: false })
const child = spawn(findNode(), [join(root, 'server', 'cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (status, signal) => {
  if (signal) process.kill(process.pid, signal)
  else process.exit(status ?? 1)
})

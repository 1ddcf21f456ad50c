import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { openShell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-unreadable-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['a header with a forbidden character', 'GET / HTTP/1.1\r\nhost: x\r\nx: \u007f\u0001\r\n\r\n', 400, 'bad-request'],
  ['no HTTP at all', '你好\r\n\r\n', 400, 'bad-request'],
  ['an endless address', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'request-too-long'],
])('%s gets a sentence', async (_what, sent, status, code) => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(sent)
  const [head, body] = (await text(socket)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain('application/problem+json')
  expect(JSON.parse(body!)).toMatchObject({ status, code, title: expect.stringMatching(/。$/) })
  await app.close()
})

it("that breaks off in the middle is nobody's fault: not the database's, and no error of the log", async () => {
  const app = await openShell(readConfig({ ONESEAL_DATA: folder, LOG_LEVEL: 'silent' }))
  const heard: string[] = []
  const ended = new Promise<string>((resolve) => {
    app.addHook('onSend', async (request) => resolve(request.refusalCode))
    app.post('/api/x', (request) => {
      request.log.error = () => void heard.push('error')
      return request.file().then((part) => part!.toBuffer())
    })
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4'
  socket.write(`POST /api/x HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000\r\n\r\n${part}`)
  setTimeout(() => socket.destroy(), 50)
  expect([await ended, heard]).toEqual(['request-cut-off', []])
  await app.close()
})

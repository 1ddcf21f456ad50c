import { rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../testing/client.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'

let house: TestBureau
let citizen: Client
let port: number
const connection = new Agent({ keepAlive: true, maxSockets: 1 })
beforeAll(async () => {
  house = await openTestBureau()
  citizen = await house.citizen('13800000001', { bearer: true })
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  port = (house.app.server.address() as AddressInfo).port
})
afterAll(() => connection.destroy())

const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: Buffer) =>
  new Promise<{ status: number; json: { code?: string; digest?: string }; socket: unknown }>((resolve, reject) => {
    const asked = request({ agent: connection, host: '127.0.0.1', port, method, path, headers, timeout: 5000 }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode!, json: text.startsWith('{') ? JSON.parse(text) : {}, socket: asked.socket })
      })
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', reject)
    asked.end(body)
  })

/** Two files of a megabyte each, one after the other. */
async function upload() {
  const form = new FormData()
  for (const name of ['一.txt', '二.txt']) form.append('file', new File([name.repeat(200_000)], name))
  const sent = new Request('http://localhost', { method: 'POST', body: form })
  const headers = { ...citizen.credentials, 'content-type': sent.headers.get('content-type')! }
  return send('POST', '/api/files', headers, Buffer.from(await sent.arrayBuffer()))
}

test('what the disk does not take is answered, and the next request on the same connection too', async () => {
  const folder = join(house.door.settings.dataFolder, 'files')
  rmSync(folder, { recursive: true, force: true })
  // No folder can be made under a file: as with a full disk, nothing can be kept.
  writeFileSync(folder, '')
  const failed = await upload()
  expect(failed.status).toBe(500)
  const next = await send('GET', '/api/session', citizen.credentials)
  expect(next.status).toBe(200)
  expect(next.socket).toBe(failed.socket)
  rmSync(folder)
  // One too many for this door, so it says: the disk takes them again.
  expect((await upload()).json.code).toBe('too-many-files')
})

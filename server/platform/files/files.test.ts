import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/client.ts'
import { openTestBureau, type TestBureau } from '../../testing/test-bureau.ts'
import { dispositionOf, harmlessName } from './harmless-name.ts'

let house: TestBureau
let citizen: Client
beforeAll(async () => {
  house = await openTestBureau({ settings: { uploadLimitBytes: 2 * 1024 * 1024 } })
  citizen = await house.citizen()
})

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const exe = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(58),
  Buffer.from([0x80, 0, 0, 0]),
  Buffer.alloc(64),
  Buffer.from('PE\0\0'),
  Buffer.alloc(200),
])
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])
const zip = (names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))
const docx = zipSync({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': strToU8('<w/>'),
})
const cfb = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])

const send = async (name: string, bytes: Uint8Array | string, client = citizen) => client.upload('/api/files', [{ name, bytes }])

describe('an upload', () => {
  test.each([
    ['证明.pdf', pdf, 'application/pdf'],
    ['照片.png', png, 'image/png'],
    ['照片.jpg', png, 'image/png'],
    ['章程.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['证照.ofd', zip(['OFD.xml', 'Doc_0/Document.xml']), 'application/ofd'],
    ['旧表.xls', cfb, 'application/vnd.ms-excel'],
    ['说明.txt', '营业场所说明\n', 'text/plain'],
  ])('of %s is taken and comes back byte for byte', async (name, bytes, mediaType) => {
    const answer = await send(name, bytes)
    expect(answer.json()).toMatchObject({ name, mediaType, size: Buffer.byteLength(bytes as string) })
    const { digest } = answer.json()
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    const back = await citizen.get(`/api/files/${digest}`)
    expect(back.statusCode).toBe(200)
    expect(back.rawPayload.equals(Buffer.from(bytes as string))).toBe(true)
    expect(back.headers['x-content-type-options']).toBe('nosniff')
    expect(back.headers['content-disposition']).toContain(`attachment; filename=`)
  })

  test.each([
    ['program.pdf', exe, 'file-type-not-allowed'],
    ['program.exe', exe, 'file-type-not-allowed'],
    ['program.jpg', elf, 'file-type-not-allowed'],
    ['page.pdf', '<html><script>alert(1)</script></html>', 'file-type-mismatch'],
    ['page.html', '<html><script>alert(1)</script></html>', 'file-type-mismatch'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', undefined],
    ['archive.zip', zip(['a.txt']), 'file-type-not-allowed'],
    ['archive.docx', zip(['a.txt']), 'file-type-not-allowed'],
    ['photo.pdf', png, 'file-type-mismatch'],
    ['no-extension', pdf, 'file-type-mismatch'],
    ['empty.pdf', '', 'file-empty'],
    ['binary.txt', Buffer.from([1, 2, 3, 0, 5]), 'file-type-not-allowed'],
  ])('of %s is refused with a sentence and leaves nothing behind', async (name, bytes, code) => {
    const answer = await send(name, bytes)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    if (code !== undefined) expect(answer.json().code).toBe(code)
    expect(answer.json().title).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(readdirSync(join(house.door.settings.dataFolder, 'files', '.incoming'))).toEqual([])
  })

  test('over the limit gets 413 and the limit in words, and the connection stays whole', async () => {
    const answer = await send('大图.pdf', Buffer.concat([Buffer.from(pdf), Buffer.alloc(5 * 1024 * 1024)]))
    expect(answer.statusCode).toBe(413)
    expect(answer.json().title).toBe('文件“大图.pdf”超过 2 MB，请压缩或分成几份后再上传。')
    expect(readdirSync(join(house.door.settings.dataFolder, 'files', '.incoming'))).toEqual([])
  })

  test('that is broken off, or no multipart at all, or without a file, is refused', async () => {
    const whole = { ...citizen.credentials, 'x-csrf-token': citizen.csrf }
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4'
    const broken = await house.app.inject({
      method: 'POST',
      url: '/api/files',
      payload: cut,
      headers: { ...whole, 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(broken.json()).toMatchObject({ status: 400, code: 'bad-multipart' })
    expect(readdirSync(join(house.door.settings.dataFolder, 'files', '.incoming'))).toEqual([])
    expect((await citizen.post('/api/files', {})).json()).toMatchObject({ status: 415 })
    expect((await citizen.upload('/api/files', [], { note: 'x' })).json()).toMatchObject({ status: 400, code: 'file-missing' })
  })

  test('without the form token is refused before anything is stored', async () => {
    const form = new FormData()
    form.append('file', new File([pdf], 'stranger.pdf'))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type')!, ...citizen.credentials }
    const answer = await house.app.inject({ method: 'POST', url: '/api/files', payload: Buffer.from(await request.arrayBuffer()), headers })
    expect(answer.json()).toMatchObject({ status: 403, code: 'csrf' })
    expect((await house.stranger.upload('/api/files', [{ name: 'a.pdf', bytes: pdf }])).statusCode).toBe(401)
  })

  test('of the same bytes twice is one file', async () => {
    const one = (await send('一.pdf', `${pdf}%same`)).json()
    const two = (await send('二.pdf', `${pdf}%same`)).json()
    expect(two.digest).toBe(one.digest)
    expect(existsSync(house.door.files.pathOf(one.digest))).toBe(true)
    expect((await citizen.get(`/api/files/${one.digest}`)).headers['content-disposition']).toContain(encodeURIComponent('二.pdf'))
  })
})

describe('a stored file', () => {
  test('is seen by whoever brought it and by nobody else, not even by its digest', async () => {
    const { digest } = (await send('mine.pdf', `${pdf}%mine`)).json()
    const other = await house.citizen('13800000002')
    for (const client of [other, await house.as('head'), await house.as('window-clerk')])
      expect((await client.get(`/api/files/${digest}`)).json()).toMatchObject({ status: 404, code: 'file-not-found' })
    expect((await house.stranger.get(`/api/files/${digest}`)).statusCode).toBe(401)
    expect((await citizen.get(`/api/files/${'0'.repeat(64)}`)).statusCode).toBe(404)
    expect((await citizen.get('/api/files/..%2f..%2fsecret')).statusCode).toBe(400)
  })

  test('is previewed only as picture or PDF, with nothing allowed to run', async () => {
    const picture = (await send('p.png', png)).json().digest
    const shown = await citizen.get(`/api/files/${picture}?inline=true`)
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    expect(shown.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox")
    const text = (await send('t.txt', '<script>alert(1)</script>')).json().digest
    const kept = await citizen.get(`/api/files/${text}?inline=true`)
    expect(kept.headers['content-disposition']).toMatch(/^attachment/)
    expect(kept.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  test('and the look at it is in the audit before the answer', async () => {
    const { digest } = (await send('looked.pdf', `${pdf}%looked`)).json()
    await citizen.get(`/api/files/${digest}`)
    const { rows } = await house.database.query('select actor_name from audit where bureau = $1 and subject = $2', [house.bureau, `file/${digest}`])
    expect(rows).toEqual([{ actor_name: '' }])
  })
})

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\证明.pdf', '证明.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['报告\u202efdp.exe', '报告fdp.exe'],
    ['a\0b\r\n.pdf', 'ab.pdf'],
    ['...', '未命名文件'],
    ['', '未命名文件'],
    ['"; filename=x.exe', '__ filename=x.exe'],
  ])('%j becomes %j', (given, harmless) => expect(harmlessName(given)).toBe(harmless))
  test('is cut by code points with its extension kept', () => {
    const long = harmlessName(`${'𠮷'.repeat(300)}.pdf`)
    expect([...long].length).toBe(120)
    expect(long.endsWith('𠮷.pdf')).toBe(true)
  })
  test('with a path or markup in it comes back harmless from an upload', async () => {
    const answer = await send('../../<b>x</b>.pdf', `${pdf}%path`)
    expect(answer.json().name).toBe('b_.pdf')
    expect(dispositionOf('证"明\r\n.pdf', false)).toBe('attachment; filename="___.pdf"; filename*=UTF-8\'\'%E8%AF%81_%E6%98%8E.pdf')
  })
})

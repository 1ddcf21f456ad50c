import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { page, send } from './testing/fill-draft.ts'
import { formsOf } from './testing/paper-form.ts'
import { openPortalBureau } from './testing/portal-bureau.ts'
import type { TestBureau } from '../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openPortalBureau()
})
const read = (url: string) => house.stranger.get(url, { accept: 'text/html' })

describe('pages for anybody', () => {
  test.each([
    '/',
    '/items',
    '/items?q=lwpq',
    '/items/food-business-permit',
    '/items/food-business-permit/check',
    '/help',
    '/sign-in',
    '/progress',
    '/verify',
    '/grants',
  ])('%s answers a whole page under 15 KB with style and script', async (url) => {
    const answer = await read(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(answer.body).toContain('<h1>')
    let bytes = gzipSync(answer.body).length
    for (const [, path] of answer.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const asset = await read(path!)
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000')
      bytes += gzipSync(asset.body).length
    }
    expect(bytes).toBeLessThan(15 * 1024)
  })

  test('search finds by typo and by initials, and says what to try where nothing is found', async () => {
    expect((await read('/items?q=lwpq')).body).toContain('/items/labour-dispatch-permit')
    expect((await read(`/items?q=${encodeURIComponent('劳务派潜')}`)).body).toContain('/items/labour-dispatch-permit')
    const none = await read(`/items?q=${encodeURIComponent('<script>鼷鼠</script>')}`)
    expect(none.body).toContain('没有找到')
    expect(none.body).not.toContain('<script>鼷')
  })

  test('search says what it understood, when it is not sure, and where to go for what another house does', async () => {
    const search = async (q: string) => (await read(`/items?q=${encodeURIComponent(q)}`)).body
    expect(await search('劳务派潜')).toContain('按“劳务派遣”找的')
    const unsure = await search('盖板')
    expect(unsure).toContain('没有完全对得上的')
    expect(unsure).toContain('按领域找')
    const elsewhere = await search('结婚登记')
    expect(elsewhere).toContain('“结婚登记”不在本局办理的事项里。婚姻登记请到区民政部门婚姻登记处办理（去处待核')
    expect(elsewhere).not.toContain('class="title"')
  })

  test('the guide shows what was only recalled as 待核, and never as a quotation', async () => {
    const recalled = (await read('/items/special-equipment-registration')).body
    expect(recalled).toContain('<span class="doubt">待核</span> 大意：资料齐全的受理后')
    expect(recalled).toContain('标着“待核”的还没有与条文核对')
    const { body } = await read('/items/building-construction-permit')
    expect(body).toContain('<strong>《中华人民共和国建筑法》第八条</strong>：建设主管部门自收到申请之日起7日内')
    expect(body).not.toContain('<span class="doubt">待核</span>')
    expect((await read('/items/food-business-permit')).body).toContain('自受理之日起7个工作日')
    expect(body).toContain('<svg')
  })

  test('the self-check advises and bars nobody', async () => {
    const yes = await read('/items/food-business-permit/check?asked=true&q_licensed-body=yes&q_only-prepacked=no&q_barred=no&q_residential=no')
    expect(yes.body).toContain('看起来可以办')
    const no = await read('/items/food-business-permit/check?asked=true&q_licensed-body=no')
    expect(no.body).toContain('请先办理营业执照')
    expect(no.body).toContain('/apply/food-business-permit')
  })

  test('large type stays chosen and leads back to the page, never to another site', async () => {
    const chosen = await read('/type-size?large=true&back=/items')
    expect(chosen.headers.location).toBe('/items')
    expect(chosen.headers['set-cookie']).toContain('oneseal_large=1')
    const large = await house.stranger.get('/', { cookie: 'oneseal_large=1' })
    expect(large.body).toContain('<html lang="zh-CN" class="large">')
    expect((await read('/type-size?large=true&back=//evil.example')).headers.location).toBe('/')
  })

  test('a page that is not there says so and shows a way on', async () => {
    const answer = await read('/items/nothing-such')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('<h1>没有找到</h1>')
    expect(answer.body).toContain('href="/items"')
  })
})

describe('when something stands against it', () => {
  const form = (url: string, headers: Record<string, string>, payload = 'everywhere=false') =>
    house.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
    })
  const told = (body: string) => /role="alert">([^<]+)</.exec(body)?.[1]

  test('each no is a page with a sentence and a way on', async () => {
    const citizen = await house.citizen()
    const forged = await form('/sign-out', citizen.credentials)
    expect([forged.statusCode, told(forged.body)]).toEqual([403, '页面已过期，请刷新后重新提交。'])
    expect(forged.body).toContain('href="/my/cases"')
    const foreign = await form('/sign-out', { ...citizen.credentials, origin: 'https://evil.example' })
    expect([foreign.statusCode, told(foreign.body)]).toEqual([403, '请求来自其他网站，已拒绝。'])
    const signedOut = await form('/sign-out', {})
    expect([signedOut.statusCode, told(signedOut.body)]).toEqual([401, '请先登录。'])
    expect(signedOut.body).toContain('/sign-in?next=')
    const huge = await form('/sign-in/code', {}, `phone=${'1'.repeat(1_200_000)}`)
    expect(huge.statusCode).toBe(413)
    expect(told(huge.body)).toMatch(/太大/)
    const bad = await read('/items?q=%00')
    expect(bad.statusCode).toBe(400)
    expect(told(bad.body)).toMatch(/无法保存的字符/)
    for (const answer of [forged, signedOut, huge, bad]) expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('a file beyond the limit is told beside its material, with the limit in words', async () => {
    const small = await openPortalBureau({ settings: { uploadLimitBytes: 1024 * 1024 } })
    const client = await small.citizen()
    const number = String(sampleValue({ id: 'x', label: '号码', required: true, type: 'resident-id' }, 3))
    await send(client, '/account/real-name', { name: '张秀兰', residentId: number, next: '/account' })
    const draft = (await send(client, '/apply/tree-felling-permit', { for: 'self' })).replace('/contact', '')
    const { action } = formsOf(await page(client, `${draft}/materials`)).find(({ multipart }) => multipart)!
    const answer = await client.upload(action, [{ name: '大图.pdf', bytes: new Uint8Array(1_200_000).fill(37) }], {}, { accept: 'text/html' })
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('超过 1 MB')
    expect(answer.body).toMatch(/class="wrong">文件“大图.pdf”/)
    await small.close()
  })
})

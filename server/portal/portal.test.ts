import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPortalBureau } from './testing/portal-bureau.ts'
import type { TestBureau } from '../testing/test-bureau.ts'

let house: TestBureau
beforeAll(async () => {
  house = await openPortalBureau()
})
const read = (url: string) => house.stranger.get(url, { accept: 'text/html' })

describe('pages for anybody', () => {
  test.each(['/', '/items', '/items?q=lwpq', '/items/food-business-permit', '/items/food-business-permit/check', '/help', '/sign-in'])(
    '%s answers a whole page under 15 KB with style and script',
    async (url) => {
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
    },
  )

  test('search finds by typo and by initials, and says what to try where nothing is found', async () => {
    expect((await read('/items?q=lwpq')).body).toContain('/items/labour-dispatch-permit')
    expect((await read(`/items?q=${encodeURIComponent('劳务派潜')}`)).body).toContain('/items/labour-dispatch-permit')
    const none = await read(`/items?q=${encodeURIComponent('<script>鼷鼠</script>')}`)
    expect(none.body).toContain('没有找到')
    expect(none.body).not.toContain('<script>鼷')
  })

  test('the guide shows what was only recalled as 待核, and never as a quotation', async () => {
    const { body } = await read('/items/food-business-permit')
    expect(body).toContain('<span class="doubt">待核</span> 大意：从事食品销售')
    expect(body).toContain('自受理之日起 7 个工作日')
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

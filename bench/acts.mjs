// One answered act of the product against one transition of the limit: whole cases, each request waiting for the one before.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sampleInput } from '../rules/service-item/sample-input.ts'
import { measure, median, openClient } from './post.mjs'
import { signIn } from './product.mjs'

const item = JSON.parse(readFileSync(new URL('../data/items/labour-dispatch-permit.json', import.meta.url), 'utf8'))

const { answers, materials } = sampleInput(item)
const application = {
  item: item.code,
  itemVersion: item.version,
  applicantKind: 'enterprise',
  applicant: {
    name: '秦皇岛海诚人力资源有限公司',
    idType: 'uscc',
    idNumber: '91350100M000100Y43',
    phone: '13800000001',
    address: '秦皇岛经济技术开发区',
    legalRepresentative: '张伟',
    agentName: null,
    agentIdNumber: null,
    agentPhone: null,
  },
  answers,
  materials: materials.map((id) => {
    const { originals, copies } = item.materials.find((material) => material.id === id)
    return { material: id, form: 'paper', files: [], originals, copies }
  }),
  consentsToElectronicService: true,
}
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/**
 * Acts a second and milliseconds of the product and of the limit at one caller and at 32, in turns, and the median of their ratios. Each is held while the
 * other is measured: the product seals the book and sets papers after its answers, and would do so in the limit's time.
 */
export async function measureActs({ productServer, limitServer, rounds, seconds, told }) {
  const product = openClient(productServer.port, 64)
  const limit = openClient(limitServer.port, 64)
  const [clerk, reviewer, decider] = [await signIn(product, 'chuangkou'), await signIn(product, 'shencha'), await signIn(product, 'jueding')]
  const act = (note, who, path, body) => note(product('POST', path, { body, headers: { ...who, 'idempotency-key': randomUUID() } })).then(JSON.parse)

  /** Receive, accept, each step of review, decide, serve. */
  async function productCase(note) {
    const { answer } = await act(note, clerk, '/api/cases/at-counter', application)
    const to = (name) => `/api/cases/${answer.id}/acts/${name}`
    await act(note, clerk, to('accept-case'), {})
    let last
    for (const step of item.steps.slice(0, -1)) {
      if (step.siteInspection)
        await act(note, reviewer, to('record-site-inspection'), {
          on: today,
          startedAt: '08:00',
          endedAt: '08:30',
          place: '经营场所',
          inspectors: [{ name: '赵建国' }, { name: '孙丽' }],
          present: [],
          rightsTold: true,
          findings: [{ point: '场所', found: '一致', conforms: true }],
          photos: [],
        })
      last = await act(note, reviewer, to('pass-step'), {
        step: step.id,
        ticked: step.checklist.map(({ id }) => id),
        opinion: '符合条件，建议准予。',
      })
    }
    const seq = last.seqs.find(({ kind }) => kind === 'case').seq
    const granted = await act(note, decider, to('grant-case'), {
      basedOnSeq: seq,
      content: '准予',
      conditions: [],
      opinion: '准予。',
      ticked: item.steps.at(-1).checklist.map(({ id }) => id),
    })
    const papers = granted.answer.papers.map(({ id }) => id)
    await act(note, clerk, to('serve-papers'), { papers, method: 'direct', receiver: '申请人', place: '大厅', servedOn: today, servers: ['王敏'] })
  }
  const payload = JSON.stringify(application)
  async function limitCase(note) {
    const { id } = JSON.parse(await note(limit('POST', '/start', { body: payload })))
    for (let step = 0; step < 5; step++) await note(limit('POST', `/step?id=${id}`, { body: payload }))
  }

  async function measureOne(other, callers, forSeconds, work) {
    other.hold()
    try {
      return await measure(callers, forSeconds, work)
    } finally {
      other.release()
    }
  }
  const limitFor = (callers, forSeconds) => measureOne(productServer, callers, forSeconds, limitCase)
  const productFor = (callers, forSeconds) => measureOne(limitServer, callers, forSeconds, productCase)

  const results = { 1: { product: [], limit: [] }, 32: { product: [], limit: [] } }
  await limitFor(8, 3)
  await productFor(8, 3)
  for (let round = 0; round < rounds; round++)
    for (const callers of [1, 32]) {
      results[callers].limit.push(await limitFor(callers, seconds))
      results[callers].product.push(await productFor(callers, seconds))
      told(
        `round ${round + 1}, ${callers} callers: product ${results[callers].product.at(-1).perSecond.toFixed(0)}/s p50 ${results[callers].product.at(-1).p50.toFixed(2)} ms; limit ${results[callers].limit.at(-1).perSecond.toFixed(0)}/s p50 ${results[callers].limit.at(-1).p50.toFixed(2)} ms`,
      )
    }
  const of = (callers, who, what) => median(results[callers][who].map((one) => one[what]))
  return {
    at1: {
      product: of(1, 'product', 'p50'),
      limit: of(1, 'limit', 'p50'),
      ratio: median(results[1].product.map((one, n) => one.p50 / results[1].limit[n].p50)),
    },
    at32: {
      product: of(32, 'product', 'perSecond'),
      limit: of(32, 'limit', 'perSecond'),
      share: median(results[32].product.map((one, n) => one.perSecond / results[32].limit[n].perSecond)),
    },
  }
}

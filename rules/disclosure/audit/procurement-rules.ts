import { amountOf, compareSum, inWan, sumOf } from './amounts.ts'
import { anchor } from './document-facts.ts'
import { isBlankCell, rawOf, sameWords, textOf, knownOf } from './leaves.ts'
import { ARITHMETIC, type DocumentRule, PUBLICATION_RULES } from './rule.ts'
import { amountsIn, sentencesOf, type TextAmount } from './text-amounts.ts'

const PROCUREMENT: DocumentRule['source'] = { text: `预算法第十四条（公开政府采购情况）；${PUBLICATION_RULES.text}`, basis: 'recalled' }

const incomplete: DocumentRule = {
  id: 'PROC-INCOMPLETE',
  demands: '政府采购预算写明采购项目、采购物品、采购数量和采购金额',
  source: PROCUREMENT,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '补上缺少的内容',
  check({ document }, report) {
    for (const row of document.procurement) {
      const at = row.amount ?? row.name ?? row.item ?? row.quantity
      const filled = [row.name, row.item, row.quantity, row.amount].filter((leaf) => rawOf(leaf) !== '')
      if (!at || filled.length === 0 || /合计|总计|小计/.test(textOf(row.name)) || /无|没有/.test(textOf(row.name))) continue
      if (row.amount?.value === 0) continue
      const missing = [
        ...(textOf(row.name) === '' ? ['采购项目'] : []),
        ...(textOf(row.item) === '' ? ['采购物品'] : []),
        ...(textOf(row.quantity) === '' ? ['采购数量'] : []),
        ...(rawOf(row.amount) === '' ? ['采购金额'] : []),
      ]
      if (missing.length > 0) report(at.place, rawOf(at), `政府采购没有写明${missing.join('、')}`)
    }
  },
}

const silent: DocumentRule = {
  id: 'PROC-MISSING',
  demands: '有政府采购一节的，写明采购金额或没有采购',
  source: PROCUREMENT,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '写明采购金额，没有安排的写“没有政府采购预算”',
  check(facts, report) {
    if (facts.document.procurement.length > 0) return
    const heading = facts.prose.find(({ text }) => text.trim().length <= 30 && /政府采购(?:预算|支出)?(?:安排)?(?:情况|说明)/.test(text))
    if (!heading) return
    const told = facts.lines.some(({ text }) => /政府采购/.test(text) && /\d[\d.,]*\s*[万亿]?元|无|没有|未|不涉及|为零|0/.test(text))
    if (!told) report({ line: heading.line }, heading.text.trim(), '本节没有写采购金额')
  },
}

const aboveProject: DocumentRule = {
  id: 'PROC-PROJECT',
  demands: '项目的政府采购金额不大于项目预算数',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对采购金额和项目预算数',
  check({ document, projects }, report) {
    for (const row of document.procurement) {
      const amount = amountOf(row.amount)
      const words = sameWords(textOf(row.name))
      const project = words === '' ? undefined : projects.find((one) => sameWords(one.name) === words)
      const total = amountOf(project?.project.budget.total)
      if (!amount || !row.amount || !project || !total || amount.fen <= total.fen + Math.max(total.grain, amount.grain) / 2) continue
      report(row.amount.place, rawOf(row.amount), `政府采购${inWan(amount.fen)}，大于${project.label}的预算数${inWan(total.fen)}`)
    }
  },
}

const KIND = /(货物|工程|服务)[^，,。；;、]{0,10}$/

const parts: DocumentRule = {
  id: 'PROC-SUM',
  demands: '政府采购总额等于货物、工程、服务之和',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对采购总额和各类金额',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      if (!text.includes('采购') || !text.includes('货物')) continue
      for (const sentence of sentencesOf(text)) {
        const amounts = amountsIn(sentence)
        const before = amounts.map(({ start }, index) => sentence.slice(amounts[index - 1]?.end ?? 0, start))
        const [total, ...rest] = amounts
        if (!total || !before[0]!.includes('采购') || KIND.test(before[0]!)) continue
        const kinds = new Map<string, TextAmount>()
        rest.forEach((amount, index) => {
          const kind = KIND.exec(before[index + 1]!)?.[1]
          if (kind && !/中小|小微|授予/.test(before[index + 1]!) && !kinds.has(kind)) kinds.set(kind, amount)
        })
        const told = [...kinds.values()]
        // A kind left unsaid may hold the rest: then only a sum above the whole is wrong.
        const open = kinds.size < 3 && sumOf(told) <= total.fen
        if (kinds.size < 2 || open || compareSum(told, total) !== 'broken') continue
        report({ line }, total.shown, `政府采购总额${inWan(total.fen)}，各类相加为${inWan(sumOf(told))}`)
      }
    }
  },
}

const GOODS = /电脑|计算机|打印机|复印机|服务器|空调|家具|车辆|设备(?:购置|采购|更新)|印刷/

const perhapsProcurement: DocumentRule = {
  id: 'PROC-COVER',
  demands: '购置设备、印刷等项目应考虑是否列入政府采购预算',
  source: { text: '政府采购法第二条、当地集中采购目录及限额标准', basis: 'recalled' },
  severity: 'info',
  certainty: 'judgement',
  satisfy: '对照集中采购目录核对；在限额以下的不必列入',
  check({ document, projects, prose }, report) {
    if (document.procurement.length === 0) return
    const listed = [
      ...document.procurement.map((row) => `${textOf(row.name)} ${textOf(row.item)}`),
      ...prose.filter(({ text }) => text.includes('采购')).map(({ text }) => text),
    ]
    for (const { name, project, label } of projects) {
      if (!project.name || !GOODS.test(name) || listed.some((text) => text.includes(name) && !text.includes('绩效目标表'))) continue
      report(project.name.place, rawOf(project.name), `${label}可能属于集中采购目录，政府采购预算中没有提到`)
    }
  },
}

const assetSum: DocumentRule = {
  id: 'SUM-ASSETS',
  demands: '资产总额等于各类资产之和（“其中”不重复计入）',
  source: ARITHMETIC,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核对各类资产价值，使相加等于总额',
  check({ document }, report) {
    const total = document.assets.find((row) => /资产总额|合计|总计/.test(textOf(row.name)))
    const amount = amountOf(total?.value)
    if (!total?.value || !amount) return
    const parts = document.assets.filter((row) => row !== total && !/其中|办公用房|合计|总额|总计/.test(textOf(row.name)))
    const known = parts.flatMap((row) => amountOf(row.value) ?? [])
    if (known.length === 0) return
    let grain = amount.grain
    let sum = 0
    for (const part of known) {
      sum += part.fen
      if (part.grain > 0) grain = Math.min(grain || part.grain, part.grain)
    }
    const difference = sum - amount.fen
    if (Math.abs(difference) <= (Math.max(grain, 1) * (known.length + 1)) / 2) return
    // With a filled "other" row the classes are complete; without one, what is left out may lie in classes the table does not list.
    const complete = parts.length === known.length || parts.some((row) => /其他/.test(textOf(row.name)) && row.value?.value != null)
    if (difference < 0 && !complete) return
    report(total.value.place, rawOf(total.value), `资产总额${inWan(amount.fen)}，各类资产相加为${inWan(sum)}，对不上`)
  },
}

const assetBlank: DocumentRule = {
  id: 'ASSET-BLANK',
  demands: '国有资产占用情况表各行填写数量和价值，没有的填0',
  source: PUBLICATION_RULES,
  severity: 'info',
  certainty: 'certain',
  satisfy: '填写数量和价值，没有的填0或注明“无”',
  check({ document }, report) {
    for (const row of document.assets) {
      if (!row.name || textOf(row.name) === '') continue
      const noValue = row.value === null || isBlankCell(row.value)
      const noQuantity = row.quantity === null || isBlankCell(row.quantity)
      if (noValue && noQuantity) report(row.name.place, rawOf(row.name), `“${rawOf(row.name)}”的数量和价值都空着`)
      else if (noQuantity && /房屋|办公用房|车辆|单价/.test(textOf(row.name)) && (knownOf(row.value) ?? 0) > 0)
        report(row.name.place, rawOf(row.name), `“${rawOf(row.name)}”有价值没有数量`)
    }
  },
}

const noCar: DocumentRule = {
  id: 'ASSET-VEHICLE',
  demands: '公务用车运行费与车辆资产相互印证',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'judgement',
  satisfy: '在资产表中填写车辆，或说明车辆由何处调配',
  check(facts, report) {
    const cars = facts.document.assets.find((row) => /车辆/.test(textOf(row.name)))
    if (!cars?.name || (knownOf(cars.quantity) ?? 0) > 0 || (knownOf(cars.value) ?? 0) > 0) return
    const running =
      facts.document.threePublic.find((year) => year.year?.value === facts.year)?.vehicleRunning ?? facts.document.threePublic[0]?.vehicleRunning
    const amount = amountOf(running)
    if (!amount || amount.fen <= 0 || !running) return
    report(cars.name.place, rawOf(cars.name), `资产表中没有车辆，却安排公务用车运行费${inWan(amount.fen)}（第${running.place.line}行）`)
  },
}

const carriedOver: DocumentRule = {
  id: 'INCOME-CARRYOVER',
  demands: '安排了结转结余项目的，收入中列出上年结转',
  source: { text: '预算法第四十二条（结转资金的使用）', basis: 'recalled' },
  severity: 'info',
  certainty: 'judgement',
  satisfy: '核对收入口径，使用上年结转的单独列出',
  check(facts, report) {
    const project = facts.projects.find(({ name, project: one }) => /结转|结余/.test(name) && (one.budget.total?.value ?? 0) > 0)
    const income = facts.document.totals.income
    if (!project || !income?.value || facts.prose.length === 0) return
    const told = facts.prose.some(({ text }) => /上年结转|结转收入|上年结余|使用结转|结转资金/.test(text) && /收入|元/.test(text))
    if (!told)
      report(anchor(facts, /收入(?:预算)?说明/).place, anchor(facts, /收入(?:预算)?说明/).quote, `${project.label}是结转项目，收入中却没有上年结转`)
  },
}

const incomeOrder: DocumentRule = {
  id: 'INCOME-WITHIN',
  demands: '“其中”之后是前一项的组成部分，各项收入的包含关系正确',
  source: { text: '预算法第二十七条、部门收入总表栏目', basis: 'recalled' },
  severity: 'info',
  certainty: 'judgement',
  satisfy: '写成“财政拨款收入……，其中：一般公共预算拨款收入……”',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      const found = /一般公共预算(?:拨款)?收入[^，。]{0,20}，\s*其中[：:]\s*财政拨款收入[^，。]{0,20}/.exec(text)
      if (found) report({ line }, found[0], '财政拨款收入包含一般公共预算拨款收入，这里写反了')
    }
  },
}

export const procurementRules: readonly DocumentRule[] = [incomplete, silent, aboveProject, parts, perhapsProcurement]
export const assetRules: readonly DocumentRule[] = [assetSum, assetBlank, noCar]
export const incomeRules: readonly DocumentRule[] = [carriedOver, incomeOrder]

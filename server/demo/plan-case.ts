import type { Actor } from '../../rules/act.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { creditCode, firmName, personName, phone, residentId } from './applicants.ts'
import type { Dice } from './dice.ts'

/** What is done next on a case, by whom, how many working days after the step before. `seq` stands for the case's own at that moment. */
export interface PlannedStep {
  readonly act: string
  readonly by: Actor
  readonly after: number
  readonly input: (known: { readonly id: string; readonly seq: number; readonly papers: readonly string[]; readonly today: string }) => unknown
}

export interface Staffed {
  readonly clerks: readonly Actor[]
  readonly reviewerOf: (office: string) => Actor
  readonly head: Actor
  readonly decisionMaker: Actor
}

/** The walk of one case, from the counter to service, as such cases usually go; now and then a supplement, a refusal, a late step. */
export function planCase(item: ServiceItem, staff: Staffed, dice: Dice): readonly PlannedStep[] {
  const clerk = dice.pick(staff.clerks)
  const serve = (after: number): PlannedStep => ({
    act: 'serve-papers',
    by: clerk,
    after,
    input: ({ id, papers, today }) => ({
      id,
      papers: papers.slice(-1),
      method: 'direct',
      receiver: '申请人',
      place: '政务服务大厅',
      servedOn: today,
      servers: [clerk.name],
    }),
  })
  const receive: PlannedStep = { act: 'receive-at-counter', by: clerk, after: 0, input: () => application(item, dice) }
  const ticked = (step: ServiceItem['steps'][number]) => step.checklist.map(({ id }) => id)
  if (item.procedure === 'filing')
    return [receive, { act: 'acknowledge-filing', by: clerk, after: dice.between(0, 2), input: ({ id }) => ({ id, ticked: ticked(item.steps[0]!) }) }]
  const last = item.steps.at(-1)!
  const reviews = item.steps.slice(0, -1).flatMap((step): PlannedStep[] => {
    const by = step.role === 'head' ? staff.head : step.role === 'decision-maker' ? staff.decisionMaker : staff.reviewerOf(item.office)
    const visit: PlannedStep = {
      act: 'record-site-inspection',
      by,
      after: 1,
      input: ({ id, today }) => ({
        id,
        on: today,
        startedAt: '09:30',
        endedAt: '10:40',
        place: '申请人经营场所',
        inspectors: [{ name: by.name }, { name: '孙丽' === by.name ? '周强' : '孙丽' }],
        present: [{ name: '负责人', role: '申请人' }],
        rightsTold: true,
        findings: [{ point: '场所与申报一致', found: '一致', conforms: true }],
        photos: [],
      }),
    }
    const pass: PlannedStep = {
      act: 'pass-step',
      by,
      after: dice.roll() < 0.04 ? dice.between(8, 30) : dice.between(0, 2),
      input: ({ id }) => ({ id, step: step.id, ticked: ticked(step), opinion: step.phrases[0] ?? '符合条件，建议准予。' }),
    }
    return step.siteInspection ? [visit, pass] : [pass]
  })
  const decide: PlannedStep =
    dice.roll() < 0.03
      ? {
          act: 'refuse-case',
          by: staff.decisionMaker,
          after: 1,
          input: ({ id, seq }) => ({ id, basedOnSeq: seq, reasons: [`不符合条件：${item.conditions[0]}`], opinion: '不予许可。' }),
        }
      : {
          act: 'grant-case',
          by: staff.decisionMaker,
          after: dice.between(0, 1),
          input: ({ id, seq }) => ({ id, basedOnSeq: seq, content: `准予${item.name}`, conditions: [], opinion: '准予。', ticked: ticked(last) }),
        }
  const supplement: PlannedStep[] =
    dice.roll() < 0.12
      ? [
          {
            act: 'request-supplement',
            by: clerk,
            after: 1,
            input: ({ id }) => ({ id, faults: [{ material: 'form', fault: '联系电话与证件不符', correction: '请核对后重新填写' }] }),
          },
          {
            act: 'supplement-materials',
            by: clerk,
            after: dice.between(1, 4),
            input: ({ id }) => ({ id, materials: [], answers: sampleInput(item, dice.between(0, 999)).answers }),
          },
        ]
      : []
  const hearing: PlannedStep[] = item.hearing.interestedParties
    ? [
        {
          act: 'inform-hearing-right',
          by: staff.reviewerOf(item.office),
          after: 0,
          input: ({ id }) => ({ id, party: 'applicant', ground: { kind: 'interests', interest: '直接涉及申请人重大利益' } }),
        },
        { act: 'waive-hearing', by: clerk, after: dice.between(0, 3), input: ({ id }) => ({ id, party: 'applicant' }) },
      ]
    : []
  const accept: PlannedStep = { act: 'accept-case', by: clerk, after: dice.between(0, 2), input: ({ id }) => ({ id }) }
  return [receive, ...supplement, accept, ...hearing, ...reviews, decide, serve(dice.between(0, 4))]
}

function application(item: ServiceItem, dice: Dice): unknown {
  const natural = item.applicants.includes('natural-person') && (item.applicants.length === 1 || dice.roll() < 0.5)
  const kind = natural ? 'natural-person' : item.applicants.find((one) => one !== 'natural-person')!
  const { answers, materials } = sampleInput(item, dice.between(0, 9999))
  const person = personName(dice)
  return {
    item: item.code,
    itemVersion: item.version,
    applicantKind: kind,
    applicant: {
      name: natural ? person : firmName(dice),
      idType: natural ? 'resident-id' : 'uscc',
      idNumber: natural ? residentId(dice) : creditCode(dice),
      phone: phone(dice),
      address: '秦皇岛经济技术开发区',
      legalRepresentative: natural ? null : person,
      agentName: null,
      agentIdNumber: null,
      agentPhone: null,
    },
    answers,
    materials: materials.map((id) => {
      const wanted = item.materials.find((material) => material.id === id)!
      return { material: id, form: 'paper', files: [], originals: wanted.originals, copies: wanted.copies }
    }),
    consentsToElectronicService: false,
  }
}

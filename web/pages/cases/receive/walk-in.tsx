import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sentenceOfFault } from '../../../../contract/catalogue-words.ts'
import type { HandedIn } from '../../../../contract/case-parts.ts'
import type { CaseAnswer } from '../../../../contract/cases.ts'
import { applicantForm, applicantOf } from '../../../../contract/receipt-form.ts'
import { carriedOver } from '../../../../contract/same-words.ts'
import { checkAnswers } from '../../../../rules/service-item/check-answers.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import type { ServiceItem } from '../../../../rules/service-item/item.ts'
import { missingMaterials, requiredMaterials } from '../../../../rules/service-item/required-materials.ts'
import { countedAnswers } from '../../../../rules/service-item/visible-form.ts'
import { call, newKey, Problem } from '../../../api.ts'
import { useLeavingWarning } from '../../../ui/leaving-warning.ts'
import { Trouble } from '../../../ui/trouble.tsx'
import { HandIn } from '../hand-in.tsx'
import { AnswerForm } from './answer-form.tsx'
import { type BegunEntry, forgetBegun, holdOverReload } from './begun-entry.ts'
import { nextBox } from './next-box.ts'
import { type Holder, PermitsOffered, usePermitsInHand } from './permits-offered.tsx'
import { backdating, lacksReason, ReceiptDayBoxes, receivedToday } from './receipt-day.tsx'

interface Props {
  readonly item: ServiceItem
  readonly firstApplicant: Answers
  /** Filled in before another page was looked at. */
  readonly begun: BegunEntry | undefined
  readonly keep: (entry: BegunEntry) => void
  readonly onChooseOther: (applicant: Answers) => void
  readonly onDone: (answer: CaseAnswer, applicant: Answers) => void
}

const askedOf = (item: ServiceItem, wanted: ReadonlySet<string>) =>
  item.materials
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name, necessary, form, originals, copies, acceptance }) => ({
      material: id,
      name,
      necessary,
      wanted: { form, originals, copies },
      acceptance,
    }))

/** Who applies, once name and number are there without a fault: for whom the register can be asked. */
function holderOf(applicant: Answers, faults: readonly { readonly path: string }[]): Holder | null {
  const { name, idType, idNumber } = applicantOf(applicant).applicant
  const asked = ['kind', 'name', 'firm', 'idType', 'residentId', 'otherId', 'uscc']
  return name === null || idNumber === null || faults.some(({ path }) => asked.includes(path)) ? null : { name, idType, idNumber }
}

/** The applicant's fields have the names that many an item's own fields have too. */
const ofApplicant = 'applicant-'

/** Applicant, form, materials, day of receipt: one page, checked as it is filled, nothing asked of the server until it is taken in. */
export function WalkIn({ item, firstApplicant, begun, keep, onChooseOther, onDone }: Props) {
  const who = useMemo(() => applicantForm(item.applicants), [item])
  const [first] = useState<Answers>(() => ({
    agent: false,
    idType: 'resident-id',
    ...(item.applicants.length === 1 ? { kind: item.applicants[0]! } : {}),
    ...firstApplicant,
  }))
  const [applicant, setApplicant] = useState(begun?.applicant ?? first)
  const [answers, setAnswers] = useState<Answers>(begun?.answers ?? {})
  const [materials, setMaterials] = useState<readonly HandedIn[]>(begun?.materials ?? [])
  const [day, setDay] = useState(begun?.day ?? receivedToday)
  const [electronic, setElectronic] = useState(begun?.electronic ?? true)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const key = useRef(begun?.key ?? newKey())
  const page = useRef<HTMLFormElement>(null)
  const leave = useCallback((path: string) => setLeft((now) => (now.has(path) ? now : new Set(now).add(path))), [])
  // What is left behind is looked at as it stands then; the function itself stays the same, so that no box is drawn again for it.
  const latest = useRef(applicant)
  latest.current = applicant
  const leaveApplicant = useCallback(
    (path: string) => {
      leave(path)
      setAnswers((now) => carriedOver(who, latest.current, item.form, now))
    },
    [leave, who, item],
  )
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('.box, input')?.focus()
  }, [])

  const touched = applicant !== first || Object.keys(firstApplicant).length > 0 || Object.keys(answers).length > 0 || materials.length > 0
  useLeavingWarning(touched)
  const now = useRef<BegunEntry>(undefined)
  now.current = touched ? { applicant, answers, materials, day, electronic, key: key.current } : undefined
  // Kept when the page is left, not at every key: no box waits for it.
  useEffect(() => {
    forgetBegun()
    const leave = () => void (now.current && keep(now.current))
    const goAway = () => {
      leave()
      holdOverReload()
    }
    window.addEventListener('pagehide', goAway)
    return () => {
      window.removeEventListener('pagehide', goAway)
      leave()
    }
  }, [keep])

  const counted = countedAnswers(item.form, answers)
  const ofWho = checkAnswers(who, countedAnswers(who, applicant))
  const permits = usePermitsInHand(item, holderOf(applicant, ofWho), answers)
  const found = [...ofWho.map((fault) => ({ ...fault, path: `${ofApplicant}${fault.path}` })), ...checkAnswers(item.form, counted)]
  const faults = new Map(found.filter(({ path }) => tried || left.has(path)).map((fault) => [fault.path, sentenceOfFault(fault)] as const))
  const wanted = requiredMaterials(item, answers)
  const wantedIds = wanted.map(({ id }) => id).join(' ')
  const asked = useMemo(() => askedOf(item, new Set(wantedIds.split(' '))), [item, wantedIds])
  const missing = missingMaterials(item, answers, new Set(materials.map(({ material }) => material)))

  const take = useMutation({
    mutationFn: () =>
      call<{ answer: CaseAnswer }>('/api/cases/at-counter', {
        method: 'POST',
        key: key.current,
        body: {
          item: item.code,
          itemVersion: item.version,
          ...applicantOf(countedAnswers(who, applicant)),
          answers: counted,
          materials: materials.filter(({ material }) => wanted.some(({ id }) => id === material)),
          consentsToElectronicService: electronic,
          ...backdating(day),
        },
      }),
    onSuccess: ({ answer }) => {
      now.current = undefined
      onDone(answer, applicant)
    },
    onError: (error) => {
      if (error instanceof Problem && error.status !== 0 && error.status < 500) key.current = newKey()
      page.current?.scrollIntoView({ block: 'start' })
    },
  })
  const submit = () => {
    setTried(true)
    const [first] = found
    if (first) document.getElementById(`answer-${first.path}`)?.focus()
    else if (lacksReason(day)) document.getElementById('because')?.focus()
    else if (!take.isPending) take.mutate()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      submit()
    } else if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
      event.preventDefault()
      nextBox(event.currentTarget, event.target)
    }
  }
  return (
    <form
      ref={page}
      className="walk-in"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="panel picked">
        <div>
          <strong>{item.name}</strong>
          <p className="quiet">{item.applicants.length > 0 && item.conditions[0]}</p>
        </div>
        <Button size="small" onClick={() => onChooseOther(applicant)}>
          换一个事项
        </Button>
      </div>
      <Trouble error={take.error} />
      {tried && found.length > 0 && (
        <div className="panel fault" role="alert">
          还有 {found.length} 处要改：{sentenceOfFault(found[0]!)}
        </div>
      )}
      <section className="panel">
        <AnswerForm form={who} prefix={ofApplicant} answers={applicant} faults={faults} change={setApplicant} leave={leaveApplicant} />
        <AnswerForm
          form={item.form}
          answers={answers}
          faults={faults}
          change={setAnswers}
          leave={leave}
          before={
            permits === null
              ? undefined
              : {
                  field: permits.numberField,
                  help: (
                    <PermitsOffered
                      found={permits}
                      number={answers[permits.numberField]}
                      take={(taken) => setAnswers((now) => ({ ...now, ...taken }))}
                    />
                  ),
                }
          }
        />
      </section>
      <section className="panel" aria-labelledby="brought-title">
        <h2 id="brought-title">收到的材料</h2>
        <HandIn all materials={asked} first={materials} onChange={setMaterials} />
      </section>
      <section className="panel">
        <div className="form-boxes">
          <ReceiptDayBoxes value={day} onChange={setDay} tried={tried} />
          <div className="form-box">
            <label>
              <input type="checkbox" checked={electronic} onChange={(event) => setElectronic(event.target.checked)} /> 申请人同意电子送达
            </label>
          </div>
        </div>
      </section>
      <div className="foot">
        <Button type="primary" htmlType="submit" size="large" loading={take.isPending}>
          收件
        </Button>
        <span className="quiet">Ctrl + Enter</span>
        {missing.length > 0 && <span className="flagged">还缺 {missing.length} 项必交材料，收件后须一次性告知补正</span>}
      </div>
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { followTitles } from '../../../../contract/case-texts.ts'
import type { PermitsInHand } from '../../../../contract/permits-in-hand.ts'
import { inHandAsked } from '../../../../rules/case/permit/in-hand-said.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import type { ServiceItem } from '../../../../rules/service-item/item.ts'
import { call } from '../../../api.ts'

export interface Holder {
  readonly name: string | null
  readonly idType: string
  readonly idNumber: string | null
}

/** A value once nobody has changed it for a moment: what is being typed is not asked after. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 300)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What the register has of the holder's permits for this application; nothing is waited for. */
export function usePermitsInHand(item: ServiceItem, holder: Holder | null, answers: Answers): PermitsInHand | null {
  const asked = inHandAsked(item, answers)
  const typed = asked?.numberField === undefined ? undefined : answers[asked.numberField]
  const number = useSettled(typeof typed === 'string' ? typed.trim() : '')
  const who = useSettled(JSON.stringify(holder))
  const found = useQuery({
    queryKey: ['permits-in-hand', item.code, item.version, asked?.how, who, number],
    queryFn: ({ signal }) =>
      call<PermitsInHand | null>('/api/cases/permits-in-hand', {
        method: 'POST',
        signal,
        body: { item: item.code, itemVersion: item.version, holder: JSON.parse(who), answers },
      }),
    enabled: asked?.numberField !== undefined && holder !== null && who !== 'null',
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  })
  return asked?.numberField === undefined || holder === null ? null : (found.data ?? null)
}

interface Props {
  readonly found: PermitsInHand
  readonly number: unknown
  readonly take: (answers: Answers) => void
}

/** The permits that were granted to the applicant, a stop of the keyboard before the box for the number: an arrow key takes one, Enter goes on. */
export function PermitsOffered({ found: { how, offered, typed, numberField, endField }, number, take }: Props) {
  const taken = offered.find((one) => one.number === number)
  return (
    <div className="form-box whole">
      {offered.length > 0 && (
        <div role="radiogroup" aria-labelledby="permits-offered">
          <span id="permits-offered" className="label">
            本局准予过的，{followTitles[how]}哪一项
          </span>
          <div className="radios permits">
            {offered.map((one) => (
              <label key={one.case}>
                <input
                  type="radio"
                  name="permit-in-hand"
                  checked={taken === one}
                  onChange={() =>
                    take({ [numberField]: one.number, ...(endField === null || one.endsOn === 'unlimited' ? {} : { [endField]: one.endsOn }) })
                  }
                />{' '}
                {one.itemName} {one.number}，{one.endsOn === 'unlimited' ? '长期有效' : `有效期至 ${one.endsOn}`}，{one.title}
              </label>
            ))}
          </div>
        </div>
      )}
      {typed !== null && taken === undefined && (
        <p className={typed.permit === null ? 'fault hint' : 'quiet hint'} role="status">
          {typed.permit === null
            ? `⚠ ${typed.sentence}`
            : `编号查到了：${typed.permit.itemName} ${typed.permit.number}，${typed.permit.endsOn === 'unlimited' ? '长期有效' : `有效期至 ${typed.permit.endsOn}`}`}
        </p>
      )}
    </div>
  )
}

import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { ItemLine } from '../../../../contract/catalogue.ts'
import type { CaseAnswer } from '../../../../contract/cases.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import { PageTitle } from '../../../ui/page-title.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { useItemVersion } from '../use-item.ts'
import { ItemPicker } from './item-picker.tsx'
import { Received } from './received.tsx'
import { WalkIn } from './walk-in.tsx'

/** A walk-in from the item to the receipt. The same applicant, or the same item, can be taken in again at once. */
export default function Receive() {
  const [line, setLine] = useState<ItemLine>()
  const [round, setRound] = useState(0)
  const [applicant, setApplicant] = useState<Answers>({})
  const [done, setDone] = useState<CaseAnswer>()
  const item = useItemVersion(line?.code, line?.version)
  const pick = useCallback((picked: ItemLine) => setLine(picked), [])
  const again = (keep: 'applicant' | 'item' | 'nothing') => {
    setDone(undefined)
    setRound(round + 1)
    if (keep !== 'item') setLine(undefined)
    if (keep !== 'applicant') setApplicant({})
  }
  if (done)
    return (
      <>
        <PageTitle title="收件完成" />
        <Received answer={done} again={again} />
      </>
    )
  return (
    <>
      <PageTitle title="窗口收件">
        <Link to="/receive/batch">批量收件</Link>
      </PageTitle>
      {line === undefined ? (
        <section className="panel">
          <ItemPicker onPick={pick} />
        </section>
      ) : item.data ? (
        <WalkIn
          key={`${line.code}-${round}`}
          item={item.data}
          firstApplicant={applicant}
          onChooseOther={() => setLine(undefined)}
          onDone={(answer, filled) => {
            setApplicant(filled)
            setDone(answer)
          }}
        />
      ) : (
        <>
          <Trouble error={item.error} retry={() => item.refetch()} />
          {item.isPending && <p role="status">正在取来事项的表单</p>}
        </>
      )}
    </>
  )
}

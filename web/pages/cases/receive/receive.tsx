import { useCallback, useRef, useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { ItemLine } from '../../../../contract/catalogue.ts'
import type { CaseAnswer } from '../../../../contract/cases.ts'
import type { Answers } from '../../../../rules/service-item/condition.ts'
import { PageTitle } from '../../../ui/page-title.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { useWho } from '../../../ui/who.ts'
import { useItemVersion } from '../use-item.ts'
import { type BegunEntry, begunBy, keepBegun } from './begun-entry.ts'
import { ItemPicker } from './item-picker.tsx'
import { Received } from './received.tsx'
import { WalkIn } from './walk-in.tsx'

/** A walk-in from the item to the receipt. The same applicant, or the same item, can be taken in again at once. */
export default function Receive() {
  const { id: me } = useWho()
  const [begun, setBegun] = useState(() => begunBy(me))
  const [line, setLine] = useState(begun?.line)
  const [round, setRound] = useState(0)
  const [applicant, setApplicant] = useState<Answers>({})
  const [done, setDone] = useState<CaseAnswer>()
  const item = useItemVersion(line?.code, line?.version)
  const dropped = useRef(false)
  const pick = useCallback((picked: ItemLine) => {
    dropped.current = false
    setLine(picked)
  }, [])
  const keep = useCallback(
    (entry: BegunEntry) => {
      if (line && !dropped.current) keepBegun(me, line, entry)
    },
    [me, line],
  )
  const startAfresh = () => {
    dropped.current = true
    setBegun(undefined)
    setLine(undefined)
    setRound(round + 1)
  }
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
        <>
          {begun && (
            <div className="panel next" role="status">
              上次没有收完的一件，接着填。
              <Button size="small" onClick={startAfresh}>
                不要了，重新开始
              </Button>
            </div>
          )}
          <WalkIn
            key={`${line.code}-${round}`}
            item={item.data}
            firstApplicant={applicant}
            begun={begun?.entry}
            keep={keep}
            onChooseOther={(filled) => {
              // Whoever stands at the counter stays the same; only the matter was another.
              setApplicant(filled)
              startAfresh()
            }}
            onDone={(answer, filled) => {
              setBegun(undefined)
              setApplicant(filled)
              setDone(answer)
            }}
          />
        </>
      ) : (
        <>
          <Trouble error={item.error} retry={() => item.refetch()} />
          {item.isPending && <p role="status">正在取来事项的表单</p>}
        </>
      )}
    </>
  )
}

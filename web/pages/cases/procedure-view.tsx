import type { CasePage } from '../../../contract/cases.ts'
import { takingTitles } from '../../../contract/case-texts.ts'
import { movedNote, postponedNote } from '../../../contract/reason-texts.ts'

/** What happened beside the main road: corrections asked for, inspections, stops, third parties, the hearing. */
export function ProcedureView({ page }: { readonly page: CasePage }) {
  const { supplements, inspections, excluded, thirdParties, hearing, measures } = page
  if (supplements.length + inspections.length + excluded.length + thirdParties.length + measures.length === 0 && hearing === null) return null
  return (
    <section className="panel" aria-labelledby="procedure-title">
      <h2 id="procedure-title">程序记录</h2>
      {supplements.map((round) => (
        <div key={`s${round.ordinal}`}>
          <h3>
            第{round.ordinal}次补正告知 <span className="quiet">{round.notifiedOn}</span>{' '}
            {round.answeredOn ? `，${round.answeredOn} 补齐` : `，待申请人补正${round.lastDay ? `，最迟 ${round.lastDay}` : ''}`}
            {round.givenUpOn && `；${round.givenUpOn} 表示不再补正`}
          </h3>
          {round.reason && <p>再次告知的原因：{round.reason}</p>}
          <ol>
            {round.faults.map((fault) => (
              <li key={fault.material}>
                {fault.materialName}：{fault.fault}。{fault.correction}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {inspections.map((one) => (
        <p key={`i${one.on}${one.place}`}>
          {one.on} 现场核查（{one.place}，{one.inspectors.join('、')}）：<strong>{one.conforms ? '符合' : '不符合'}</strong>
        </p>
      ))}
      {excluded.map((run) => (
        <p key={`e${run.startedOn}${run.kind}`}>
          {run.startedOn} 起{run.name}（{run.article}），预计至 {run.announcedEnd}
          <span className="quiet">{movedNote(run.moved)}</span>，{run.endedOn ? `${run.endedOn} 结束` : '进行中'}
          {run.overran && <span className="overdue">　已超过预计时间</span>}
        </p>
      ))}
      {thirdParties.map((party) => (
        <div key={party.id}>
          <p>
            {party.informedOn} 告知利害关系人{party.name}，可在 {party.replyBy} 前陈述、申辩
            <span className="quiet">{movedNote(party.moved)}</span>
          </p>
          {party.statements.map((one) => (
            <p key={`${one.on}${one.gist}`} className="quoted">
              {one.on} 陈述：{one.gist}。答复：{one.answer}
            </p>
          ))}
        </div>
      ))}
      {measures.map((one) => (
        <p key={one.id}>
          {one.on} {one.by}告知拟作处理：
          {one.kind === 'refusal' ? '因虚假材料不予受理或者不予许可并警告' : `${takingTitles[one.kind]}许可（${one.ground}）`}
          。查明：
          {one.facts}。{one.changeTo !== null && `拟变更为：${one.changeTo}。`}
          {one.ended ? `${one.ended.on} ${one.ended.how}` : `可在 ${one.replyBy} 前陈述、申辩`}
          <span className="quiet">{movedNote(one.moved)}</span>
        </p>
      ))}
      {hearing && (
        <div>
          <h3>听证</h3>
          {hearing.parties.map((one) => (
            <p key={one.party}>
              {one.toldOn} 告知{one.name}
              {one.requestBy && `，可在 ${one.requestBy} 前申请`}
              <span className="quiet">{movedNote(one.moved)}</span>
              {one.answer && `，${one.answer === 'requested' ? '已申请听证' : one.answer === 'waived' ? '已放弃听证' : one.answer}`}
            </p>
          ))}
          {hearing.holdBy && (
            <p>
              应在 {hearing.holdBy} 前组织<span className="quiet">{movedNote(hearing.moved)}</span>
            </p>
          )}
          {hearing.announced && (
            <p>
              {hearing.announced.heldOn} {hearing.announced.startsAt} 在{hearing.announced.place}举行，主持人{hearing.announced.chair}
              <span className="quiet">{postponedNote(hearing.announced.postponed)}</span>
              {hearing.announced.matter !== null && <>。向社会公告的内容：{hearing.announced.matter}</>}
            </p>
          )}
          {hearing.heldOn && <p>{hearing.heldOn} 已举行</p>}
        </div>
      )}
    </section>
  )
}

import type { CasePage } from '../../../contract/cases.ts'

/** What the applicant answered, group by group. */
export function AnswersView({ groups, title = '表单填写' }: { readonly groups: CasePage['answers']; readonly title?: string }) {
  if (groups.length === 0) return null
  return (
    <section className="panel">
      <h2>{title}</h2>
      {groups.map((group) => (
        <div key={group.title}>
          <h3>{group.title}</h3>
          <dl className="facts">
            {group.fields.map(({ field, label, value }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{value || '—'}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

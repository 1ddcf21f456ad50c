import type { BudgetPage } from '../../../contract/budget.ts'
import { budgetVersionTitles } from '../../../contract/budget-texts.ts'
import type { BudgetVersion } from '../../../rules/budget/budget-state.ts'
import { Grid } from '../../ui/grid.tsx'
import { Part } from './sections.tsx'

/** Every version by whom and when, and every fault of the original that somebody decided on. */
export function History({ page }: { readonly page: BudgetPage }) {
  return (
    <>
      <Part title="各版本">
        <ul>
          {page.versions.map(({ seq, what, by, on }) => (
            <li key={seq}>
              {on} {by.name}
              {budgetVersionTitles[what as BudgetVersion['what']]}
            </li>
          ))}
        </ul>
        {page.source !== null && (
          <p className="quiet">
            导入自“{page.source.name}”{page.source.original && '（已公开的原文件）'}
          </p>
        )}
      </Part>
      <Part title={`原文件差错的处理决定（${page.decisions.length} 条）`}>
        <Grid
          caption="处理决定"
          rows={page.decisions.map((decision, at) => ({ ...decision, at }))}
          keyOf={({ at }) => String(at)}
          empty="没有。"
          columns={[
            { title: '位置', show: ({ title }) => title },
            { title: '原文', show: ({ was }) => was },
            { title: '决定', show: ({ becomes, kept }) => (kept ? '照原样公开' : becomes || <span className="quiet">不再保留</span>) },
            { title: '原因', show: ({ reason }) => reason },
            { title: '决定人', tight: true, show: ({ by, on }) => `${by.name} ${on}` },
          ]}
        />
      </Part>
    </>
  )
}

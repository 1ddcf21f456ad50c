/** The Chinese sentence for every refusal of the budget's acts, by code, sorted; `refusal-texts.ts` takes them in. */
export const budgetRefusalTexts = {
  'budget-already-open': '{year} 年的这份文件已经建立，请直接打开。',
  'budget-in-other-phase': '这份文件目前的状态下不能办理这一步，请刷新后查看可以办理的步骤。',
  'budget-last-year-missing': '没有 {year} 年的文件可以沿用，请新建空白文件或导入。',
  'budget-not-found': '没有 {year} 年的这份文件。',
  'budget-project-not-found': '没有第 {at} 个项目，请刷新后再改。',
  'budget-reason-needed': '请写明原因。',
  'budget-reply-in-future': '批复日期不能晚于今天。',
  'budget-second-person-needed': '编制、复核、审定须由不同的人办理，您已经办理过前面的步骤。',
  'budget-unchanged': '内容没有变化，不必保存。',
  'budget-version-not-found': '没有要对照的版本。',
  'budget-year-differs': '文件写明的是 {named} 年，与所选的 {year} 年不符，请核对。',
} as const

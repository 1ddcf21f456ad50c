/**
 * The Chinese sentence for every refusal, by code, sorted. {places} are filled from the refusal's `detail`.
 * A sentence says what is wrong and, where there is something to do, what to do.
 */
export const refusalTexts: Readonly<Record<string, string>> = {
  'account-disabled': '该账号已停用，请联系安全管理员。',
}

/** Fills the {places} of a refusal's sentence; a code without a sentence is shown as such, so that nobody meets silence. */
export function sentenceOf(refusal: { readonly code: string; readonly detail?: Readonly<Record<string, string | number>> }): string {
  const text = refusalTexts[refusal.code] ?? `办理未成功（${refusal.code}）。`
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(refusal.detail?.[name] ?? place))
}

export { applicantWords as applicantKinds } from '../../../contract/catalogue-words.ts'

export const idTypes: Readonly<Record<string, string>> = {
  uscc: '统一社会信用代码',
  'resident-id': '身份证号码',
  passport: '护照号码',
  other: '其他证件号码',
}

/** Carries a one-time code to a phone. Real gateways come later; until then the server's log has it. */
export interface CodeSender {
  /** Hands the code over; throws when the gateway is broken. */
  send(message: { readonly phone: string; readonly code: string; readonly minutes: number }): Promise<void>
  /** True where the code may also be shown on the page: only a 演示 bureau without a gateway. */
  readonly showsOnPage: boolean
}

/** For a bureau without SMS: the code is written where only the operator reads it. The phone is masked. */
export const printingCodeSender = (print: (line: string) => void, showsOnPage: boolean): CodeSender => ({
  showsOnPage,
  async send({ phone, code, minutes }) {
    print(`验证码 ${code}（手机尾号 ${phone.slice(-4)}，${minutes} 分钟内有效）`)
  },
})

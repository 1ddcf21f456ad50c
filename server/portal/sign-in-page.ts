import { errorSummary, hidden, postForm, textInput } from './form-parts.ts'
import { html } from './html.ts'
import type { PageParts } from './layout.ts'

interface Asked {
  readonly next: string
  readonly phone: string
  readonly wrong?: string | undefined
  /** The visitor was sent here because the session had ended. */
  readonly ended?: boolean
}

/** First step: the phone. Who signs in for the first time is registered by it. */
export const phonePage = ({ next, phone, wrong, ended }: Asked): PageParts => ({
  title: '登录',
  section: 'account',
  body: html`<h1>登录或注册</h1>
${errorSummary(wrong === undefined ? [] : [{ at: 'phone', words: wrong }])}
${ended && wrong === undefined && html`<div class="note" role="status"><p>登录已过期。刚才填的内容还在，登录后接着填。</p></div>`}
${postForm(
  { csrf: '', action: '/sign-in/code' },
  html`${hidden('next', next)}${textInput({ id: 'phone', label: '手机号', value: phone, type: 'tel', inputmode: 'numeric', autocomplete: 'tel', hint: '用手机号和短信验证码登录，第一次登录就是注册。', wrong, maxlength: 20, short: true, check: 'phone' })}
<div class="row"><button>获取验证码</button></div>`,
)}
<p class="soft">登录就表示您知道了<a href="/help">我们怎样对待您的个人信息</a>。</p>`,
})

interface CodeAsked extends Asked {
  readonly minutes: number
  /** The code itself, in a demonstration without a short message gateway. */
  readonly shown: string | undefined
}

/** Second step: the code. */
export const codePage = ({ next, phone, wrong, minutes, shown }: CodeAsked): PageParts => ({
  title: '输入验证码',
  section: 'account',
  body: html`<h1>输入验证码</h1>
${errorSummary(wrong === undefined ? [] : [{ at: 'code', words: wrong }])}
<p>验证码已经发到 ${phone}，${minutes} 分钟内有效。</p>
${shown !== undefined && html`<div class="note" role="status"><p>这是演示系统，不发短信。验证码是 <strong class="big" id="shown-code">${shown}</strong></p></div>`}
${postForm(
  { csrf: '', action: '/sign-in' },
  html`${hidden('next', next)}${hidden('phone', phone)}${textInput({ id: 'code', label: '验证码', value: '', inputmode: 'numeric', autocomplete: 'one-time-code', wrong, maxlength: 12, short: true, hint: '六位数字' })}
<div class="row"><button>登录</button></div>`,
)}
${postForm({ csrf: '', action: '/sign-in/code' }, html`${hidden('next', next)}${hidden('phone', phone)}<p>没有收到？一分钟后可以<button class="plain thin">再发一次</button></p>`)}
<p><a href="/sign-in?next=${encodeURIComponent(next)}">换一个手机号</a></p>`,
})

import { script, styles } from './asset-routes.ts'
import { html, type Html, type Piece } from './html.ts'

/** What every page of one visit has in common. */
export interface Frame {
  /** Name of the bureau. */
  readonly bureau: string
  readonly demonstration: boolean
  /** Name of the citizen signed in; undefined for a stranger. */
  readonly citizen: string | undefined
  /** Messages not yet opened. */
  readonly unread: number
  /** 适老大字版 */
  readonly large: boolean
  /** Path of this page, for coming back after the type size was changed. */
  readonly path: string
  readonly csrf: string
}

type Section = 'home' | 'cases' | 'messages' | 'account' | 'progress'

export interface PageParts {
  readonly title: string
  readonly section?: Section
  /** Trail to this page: address and words. */
  readonly trail?: readonly (readonly [string, string])[]
  readonly body: Piece
  /** Something full-width above the body, as the search on the home page. */
  readonly banner?: Piece
}

/** A whole page: one frame for all, readable without style sheet and script. */
export function drawPage(frame: Frame, { title, section, trail, body, banner }: PageParts): string {
  const link = (to: string, words: Piece, of: Section) => html`<a href="${to}"${section === of && html` aria-current="page"`}>${words}</a>`
  const whole = html`<!doctype html>
<html lang="zh-CN"${frame.large && html` class="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${frame.bureau}</title>
<link rel="stylesheet" href="${styles.path}">
<link rel="icon" href="data:,">
<script type="module" src="${script.path}"></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${frame.demonstration && html`<p class="demo" role="note">这是演示系统，请不要填写真实的个人信息。</p>`}
<header class="top"><div class="wrap">
<a class="brand" href="/">${mark}<span>${frame.bureau}<small>网上办事大厅</small></span></a>
<nav class="main" aria-label="主要栏目">
${link('/', '首页', 'home')}
${link('/progress', '查进度', 'progress')}
${link('/my/cases', '我的办件', 'cases')}
${frame.citizen !== undefined && link('/my/messages', ['消息', frame.unread > 0 && html`<span class="count">${frame.unread > 50 ? '50+' : frame.unread}<span class="ghost">条未读</span></span>`], 'messages')}
${frame.citizen === undefined ? link(signInPath(frame.path), '登录', 'account') : link('/account', html`我的<span class="ghost">账户，${frame.citizen}</span>`, 'account')}
<a href="/type-size?large=${frame.large ? 'false' : 'true'}&amp;back=${encodeURIComponent(frame.path)}">${frame.large ? '标准字号' : '大字版'}</a>
</nav>
</div></header>
<main id="main" tabindex="-1">${banner && html`<div class="banner"><div class="wrap">${banner}</div></div>`}<div class="wrap">
${trail && html`<nav class="crumbs" aria-label="所在位置"><a href="/">首页</a>${trail.map(([to, words]) => html` / <a href="${to}">${words}</a>`)}</nav>`}
${body}
</div></main>
<footer class="foot"><div class="wrap">
<a href="/verify">文书核验</a>
<a href="/grants">许可公开</a>
<a href="/hearings">听证公告</a>
<a href="/help">使用帮助和隐私说明</a>
<a href="/disclosure">预算公开</a>
<p class="soft">${frame.bureau}</p>
</div></footer>
</body>
</html>`
  return whole.text.replace(/\n{2,}/g, '\n')
}

export const signInPath = (path: string): string =>
  path === '/' || path.startsWith('/sign-in') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`

/** The house mark: one seal. */
const mark: Html = html`<svg class="mark" viewBox="0 0 36 36" aria-hidden="true"><rect x="1.5" y="1.5" width="33" height="33" rx="4" fill="none" stroke="#c0272d" stroke-width="3"/><path d="M8 13h20M13 13v-4h10v4M18 13v14M10 27h16M12 19.5h12" fill="none" stroke="#c0272d" stroke-width="2.6" stroke-linecap="round"/></svg>`

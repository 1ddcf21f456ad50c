import type { Settings } from '../platform/settings.ts'
import { keptDays } from './drafts.ts'
import { html } from './html.ts'
import type { PageParts } from './layout.ts'

/** How to use the portal, and what becomes of personal data (个人信息保护法 17: told in plain words, before it is taken). */
export const helpPage = ({ uploadLimitBytes, citizenIdleMinutes }: Settings): PageParts => ({
  title: '使用帮助和隐私说明',
  body: html`<h1>使用帮助和隐私说明</h1>
<h2>怎么用</h2>
<ol><li>在首页用平常的话搜索要办的事，看办事指南。</li><li>用手机号和验证码登录，第一次登录就是注册；申请前登记一次姓名和身份证号码。</li>
<li>一页一页填表，随时可以“保存，以后再填”。材料可以拍照上传，每个文件不超过 ${Math.floor(uploadLimitBytes / 1048576)} MB。</li>
<li>提交后马上得到收件凭证和办件编号。要补什么、到哪一天，都在“我的办件”和“消息”里。</li></ol>
<p>手机不支持脚本也能用。字太小，请点页面上方的“大字版”。${citizenIdleMinutes} 分钟不操作会退出登录，已经保存的不会丢；${keptDays} 天没有再动过的申请会删掉。</p>
<h2>不方便上网</h2><p>可以到大厅窗口办，也可以委托别人代办。单位的法定代表人可以在“我的账户”里委托代理人，写明办哪些事、到哪一天。</p>
<h2>我们怎样对待您的个人信息</h2>
<ul><li>只收办这件事要用的：姓名、身份证号码、手机号，以及表里填的、材料里写的。办理和法律要求留档的期间保存。</li>
<li>除了办您这件事的工作人员，别人看不到；谁看过都有记录。页面上的号码遮住中间几位。</li>
<li>您可以查看、复制您的信息，改正错的，注销账户。在<a href="/account">我的账户</a>里办，或者到大厅办（个人信息保护法 第四十四条至第四十七条）。注销账户就删去账户里的姓名、身份证号码和手机号；已经办过的件依法留档，不随账户删去；要更正、删除其中的个人信息，打开那一件就可以提出，最迟三十日内答复。</li>
<li>本站只用登录和字号两种必要的 Cookie，不跟踪您。</li></ul>`,
})

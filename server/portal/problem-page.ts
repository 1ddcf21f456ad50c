import type { FastifyRequest } from 'fastify'
import type { PostedForm } from '../platform/http/posted-form.ts'
import type { Problem } from '../platform/http/problem.ts'
import { largeTypeCookie } from './frame.ts'
import { hidden } from './form-parts.ts'
import { html, type Html } from './html.ts'
import { drawPage, signInPath } from './layout.ts'

const titles: Readonly<Record<number, string>> = {
  401: '请先登录',
  403: '不能办理',
  404: '没有找到',
  413: '文件太大',
  415: '不能接受这种文件',
  429: '请稍等再试',
  500: '系统出了差错',
  503: '系统正忙',
}

/** A problem as a citizen meets it: what is wrong in one sentence, and a way on. The book is not asked: it may be what is broken. */
export const portalProblemPage = (
  { status, title, article, code, request: broken }: Problem,
  request: FastifyRequest,
  bureau = '行政审批局',
): string => {
  const heading = titles[status] ?? '没有办成'
  const frame = {
    bureau,
    demonstration: false,
    citizen: request.found?.handle.holder === 'citizen' ? request.found.holder.actor.name : undefined,
    unread: 0,
    large: request.cookies?.[largeTypeCookie] === '1',
    path: request.method === 'GET' && status === 401 ? request.url : '/',
    csrf: '',
  }
  return drawPage(frame, {
    title: heading,
    body: html`<h1>${heading}</h1><p class="lead" role="alert">${title}</p>${article && html`<p class="soft">依据：${article}</p>`}
${broken && html`<p class="soft">请求编号：${broken}。打 12345 报修时说这个编号。</p>`}
${wayOn(status, code, request)}`,
  })
}

/** The page from which a form was sent: where its sender goes on. */
function pageOfForm(url: string): string {
  const path = url.split('?')[0]!
  const draft = /^(\/drafts\/[^/]+)\/(materials|submit)/.exec(path)
  if (draft) return `${draft[1]}/${draft[2] === 'submit' ? 'review' : 'materials'}`
  return /^\/my\/cases\/[^/]+/.exec(path)?.[0] ?? (/^\/(apply|account)(\/|$)/.test(path) ? path.replace(/\/agencies\/.*$/, '/agent') : '/my/cases')
}

/** What could not be taken just now is sent once more from here: “back” would bring an empty form. */
const sendAgain = (url: string, form: PostedForm, home: Html): Html =>
  html`<form method="post" action="${url}">${Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => hidden(name, value)))}
<p>刚才填的都还在这一页上，过一会儿按“再试一次”，不用重填。</p><div class="row"><button>再试一次</button>${home}</div></form>`

function wayOn(status: number, code: string, { method, url: asked, postedForm }: FastifyRequest): Html {
  // Two slashes at the beginning would lead to another house.
  const url = asked.replace(/^\/+/, '/')
  const home = html`<a class="btn plain" href="/">回到首页</a>`
  if (status === 401)
    return html`<div class="row"><a class="btn" href="${signInPath(method === 'GET' ? url : pageOfForm(url))}">登录</a>${home}</div><p class="soft">已经保存的申请不会丢，登录后在“我的办件”里接着填。</p>`
  if (code === 'csrf')
    return html`<p>请按浏览器的“返回”，刷新页面后再提交一次；已经保存的内容不会丢。</p><div class="row"><a class="btn" href="/my/cases">我的办件</a>${home}</div>`
  if (code === 'real-name-needed') return html`<div class="row"><a class="btn" href="/account/real-name">去登记姓名</a>${home}</div>`
  if (status === 404)
    return html`<div class="row"><a class="btn" href="/items">找事项</a><a class="btn plain" href="/my/cases">我的办件</a>${home}</div>`
  if (status === 413 || status === 415) return html`<p>请按浏览器的“返回”，换一个文件再上传；其他内容都还在。</p><div class="row">${home}</div>`
  if (status === 503 || status === 507) {
    if (postedForm !== undefined) return sendAgain(url, postedForm, home)
    if (method === 'GET') return html`<div class="row"><a class="btn" href="${url}">再试一次</a>${home}</div>`
  }
  const ownCase = /^\/my\/cases\/[^/?]+/.exec(url)?.[0]
  if (ownCase !== undefined) return html`<div class="row"><a class="btn" href="${ownCase}">回到这个办件</a>${home}</div>`
  return html`<p>请按浏览器的“返回”再试，或者打 12345 问一问。</p><div class="row">${home}</div>`
}

import QRCode from 'qrcode'
import type { Visit } from '../platform/http/visit.ts'
import { html, type Html, trusted } from './html.ts'

/** A QR code as a drawing inside the page, with what it leads to in words. */
export async function qrOf(text: string, label: string): Promise<Html> {
  const svg = await QRCode.toString(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return html`<span class="qr" role="img" aria-label="${label}">${trusted(svg.trim())}</span>`
}

/** A path of this server as the whole address, as this visitor reached it. */
export const wholeAddress = ({ request }: Visit, path: string): string => `${request.protocol}://${request.host}${path}`

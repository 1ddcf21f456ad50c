import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Dots to a point: 200 to the inch, as office printers print. */
const sharpness = 200 / 72

/**
 * Prints several PDFs in one go: their pages, drawn one after another, in a frame of their own. A browser prints one document at a time, so otherwise each
 * paper would ask for the printer again.
 */
export async function printPdfs(files: readonly Uint8Array[], title: string): Promise<void> {
  document.querySelector('iframe.printing')?.remove()
  const frame = document.createElement('iframe')
  frame.className = 'printing'
  frame.title = title
  document.body.append(frame)
  const inside = frame.contentDocument!
  inside.title = title
  let size = ''
  for (const file of files) {
    const loading = getDocument({ data: file })
    const pdf = await loading.promise
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      size ||= `${width}pt ${height}pt`
      const canvas = document.createElement('canvas')
      const viewport = page.getViewport({ scale: sharpness })
      canvas.width = Math.ceil(viewport.width)
      canvas.height = Math.ceil(viewport.height)
      await page.render({ canvas, viewport, intent: 'print' }).promise
      const image = inside.createElement('img')
      image.src = URL.createObjectURL(await pngOf(canvas))
      image.alt = title
      image.style.width = `${width}pt`
      inside.body.append(image)
      await image.decode()
      URL.revokeObjectURL(image.src)
    }
    await loading.destroy()
  }
  // Made inside the frame: a sheet belongs to the document that made it.
  const sheet = new (inside.defaultView as Window & typeof globalThis).CSSStyleSheet()
  sheet.replaceSync(
    `@page { size: ${size}; margin: 0 } body { margin: 0 } img { display: block; break-after: page } img:last-child { break-after: auto }`,
  )
  inside.adoptedStyleSheets = [sheet]
  frame.contentWindow!.print()
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('这一页没有画成，请逐份打印。')))))

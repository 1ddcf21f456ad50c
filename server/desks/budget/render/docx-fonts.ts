import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What a program takes where a face is not installed, in order: WPS and Word on Windows, LibreOffice on Linux, macOS. */
const FALLBACKS: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,FandolFang,Noto Serif CJK SC,STFangsong',
  方正小标宋简体: '方正小标宋_GBK,小标宋体,宋体,SimSun,Noto Serif CJK SC,STSong',
  楷体_GB2312: '楷体,KaiTi,FandolKai,LXGW WenKai,STKaiti',
  黑体: 'SimHei,Noto Sans CJK SC,Microsoft YaHei,PingFang SC',
  宋体: 'SimSun,Noto Serif CJK SC,STSong',
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Writes the font table of a Word file: each face by its name, and the names of those that may stand in for it. */
export function withFontFallbacks(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx)
  const fonts = Object.entries(FALLBACKS).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  files['word/fontTable.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${NAMESPACE}">${fonts.join('')}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`,
  )
  const types = strFromU8(files['[Content_Types].xml']!)
  const relations = strFromU8(files['word/_rels/document.xml.rels']!)
  if (!types.includes('/word/fontTable.xml')) {
    const part =
      '<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>'
    files['[Content_Types].xml'] = strToU8(types.replace('</Types>', `${part}</Types>`))
  }
  if (!relations.includes('fontTable.xml')) {
    const link =
      '<Relationship Id="rIdFonts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>'
    files['word/_rels/document.xml.rels'] = strToU8(relations.replace('</Relationships>', `${link}</Relationships>`))
  }
  return zipSync(files, { level: 6 })
}

/** The Chinese sentence for every way in which a budget document's file cannot be read, by code, sorted. */
export const disclosureSourceTexts: Readonly<Record<string, string>> = {
  'source-converter-missing': '这是旧版 Word 文档（.doc），本机没有可用的转换程序，请用 Word 或 WPS 另存为 .docx 后再读。',
  'source-damaged': '文件不完整或已损坏，请重新取得后再读。',
  'source-empty': '文件是空的，没有可读的内容。',
  'source-encrypted': '文件设有密码，请先去除密码再读。',
  'source-image-only': '这份 PDF 只有扫描图像，没有文字层，请换用文字版。',
  'source-is-folder': '给出的是文件夹，请指定一个文件。',
  'source-missing': '找不到这个文件，请核对路径。',
  'source-not-text': '文件内容不是可识别的文字，请提供 .txt、.docx、.html、.pdf、.xlsx 或 .doc 文件。',
  'source-too-large': '文件过大，不是一份预算公开文件应有的大小。',
  'source-unpacks-too-large': '压缩内容展开后异常庞大，为安全起见不予读取。',
  'source-unsupported': '不支持这种文件，请提供 .txt、.docx、.html、.pdf、.xlsx 或 .doc 文件。',
}

/** How a paper reaches its receiver, as receipts and pages name it. */
export const serviceWords = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  entrusted: '委托送达',
  electronic: '电子送达',
  announced: '公告送达',
} as const

export type ServiceMethod = keyof typeof serviceWords

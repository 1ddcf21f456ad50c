const shape = /^(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})$/

/** A phone as typed, without blanks and brackets, in half-width figures. */
export const plainPhone = (typed: string): string => typed.normalize('NFKC').replace(/[\s()（）]/g, '')

/** A mobile number of eleven digits, or a fixed line with its area code. */
export const isPhone = (phone: string): boolean => shape.test(phone)

export const phoneSentence = '联系电话应是 11 位手机号，或带区号的固定电话。'

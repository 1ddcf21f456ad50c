/** Shows the first and last characters and a star for each between; a value too short to hide anything is all stars. Counts code points. */
function masked(value: string, first: number, last: number): string {
  const characters = Array.from(value)
  const hidden = characters.length - first - last
  if (hidden < 1) return '*'.repeat(characters.length)
  return [...characters.slice(0, first), '*'.repeat(hidden), ...characters.slice(characters.length - last)].join('')
}

/** Names and numbers of people are shown masked (个人信息保护法 第五十一条). 张三 → 张*, 欧阳娜娜 → 欧***. */
export const maskName = (name: string): string => masked(name, 1, 0)

/** 130302199001011234 → 130***********1234. For other papers too: first three and last four. */
export const maskIdNumber = (number: string): string => masked(number, 3, 4)

/** 13812341234 → 138****1234. */
export const maskPhone = (phone: string): string => masked(phone, 3, 4)

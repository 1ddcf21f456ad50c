import { expect, it } from 'vitest'
import { writtenCharacters } from './written-characters.ts'

it('look-alikes become the characters meant, one for one, and nothing else changes', () => {
  expect(writtenCharacters('⾏政审批局⼀般公共服务⽀出，⻓效⻋辆')).toBe('行政审批局一般公共服务支出，长效车辆')
  expect(writtenCharacters('≥９５％（2021年）ⅡⅢ①')).toBe('≥９５％（2021年）ⅡⅢ①')
})

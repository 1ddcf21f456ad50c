import { publicInterestComposer } from './public-interest-places.ts'

/** 撤回行政许可决定书 (行政许可法 第八条第二款). */
export const withdrawalDecisionComposer = publicInterestComposer('撤回')

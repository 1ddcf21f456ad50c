/** 原件1份、复印件2份; what is none is not said. */
export const copiesWords = ({ originals, copies }: { readonly originals: number; readonly copies: number }): string =>
  [originals > 0 ? `原件${originals}份` : '', copies > 0 ? `复印件${copies}份` : ''].filter((word) => word !== '').join('、')

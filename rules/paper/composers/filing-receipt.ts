import type { Composer } from '../composer.ts'
import type { FilingReceiptFacts } from '../facts/deciding-facts.ts'
import { spokenBasis, spokenDate, spokenList } from '../wording.ts'

/** 备案回执: a filing is a notice to the organ; the receipt grants nothing. */
export const filingReceiptComposer: Composer<FilingReceiptFacts> = {
  told: (facts) => facts.case.applicant,
  places: {
    filedOn: (facts) => spokenDate(facts.filedOn),
    basis: (facts) => spokenBasis(facts.basis, spokenList),
  },
  blocks: {
    content: (facts) => ({
      fields: [
        { label: '备案事项', value: facts.case.itemName },
        { label: '备案人', value: facts.case.applicant.name },
        ...(facts.filingNumber === undefined ? [] : [{ label: '备案编号', value: facts.filingNumber }]),
        { label: '备案日期', value: spokenDate(facts.filedOn) },
        ...facts.content,
      ],
    }),
  },
  conditions: {},
  required: ['content', 'basis', 'filedOn'],
}

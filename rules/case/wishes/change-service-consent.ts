import { caseAct, happened } from '../case-act.ts'
import { refuse } from '../standing/known.ts'

/**
 * The applicant agrees to be served electronically, or no longer does. It holds for papers served from then on; what was served stays served.
 * Refusals: `nothing-changed`, `consent-without-account` (there is no inbox to serve to).
 */
export const changeServiceConsent = caseAct<{ readonly id: string; readonly consents: boolean }>({
  name: 'change-service-consent',
  decide({ consents }, { state, context }) {
    if (consents === state.consentsToElectronicService) return refuse('nothing-changed')
    if (consents && state.account === null) return refuse('consent-without-account')
    return happened<'service-consent-changed'>({ type: 'service-consent-changed', data: { on: context.today, consents } })
  },
})

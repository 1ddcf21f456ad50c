import { LightTag } from '../../ui/light-tag.tsx'

/** The last day to correct has passed and nothing came: the office decides, nothing happens by itself. */
export const SupplementLate = () => (
  <>
    {' '}
    <LightTag light="red-promise" word="补正逾期" />
  </>
)

import { LightTag } from '../../ui/light-tag.tsx'

/** A step over its own share of the days, though the whole may still be in time. */
export const StepLate = () => (
  <>
    {' '}
    <LightTag light="red-promise" word="环节超时" />
  </>
)

import { performance } from 'node:perf_hooks'

/** The busier the process is with people's requests (the share of the time that it is at work), the more rests are taken. */
const restsAt = (utilization: number): number => (utilization > 0.7 ? 20 : utilization > 0.3 ? 5 : 1)

/**
 * For work that may wait a moment: how many milliseconds to rest now, so that it never crowds out the people at the counters. So many at least, and more
 * the busier the process was since the last rest.
 */
export function restsOf(millis: number): () => number {
  let before = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    return millis * restsAt(utilization)
  }
}

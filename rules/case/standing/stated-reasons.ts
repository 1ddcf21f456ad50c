/** The reasons that somebody wrote, without empty lines; undefined where nothing is left: no burden without a reason (行政许可法 38). */
export function statedReasons(reasons: readonly string[]): readonly [string, ...string[]] | undefined {
  const [first, ...others] = reasons.map((reason) => reason.trim()).filter((reason) => reason !== '')
  return first === undefined ? undefined : [first, ...others]
}

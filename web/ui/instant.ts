/** 2026-03-02 14:05, from an instant: the clock of China, wherever the screen stands. */
export const minuteOf = (instant: string): string => secondOf(instant).slice(0, 16)

/** 2026-03-02 14:05:09. */
export const secondOf = (instant: string): string =>
  // Swedes write days as the standard does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant))

/** A reading that several rules ask for, made once for each thing and held as long as the thing itself. The thing must not change. */
export function onceFor<Thing extends object, Made extends object>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    const before = made.get(thing)
    if (before !== undefined) return before
    const now = make(thing)
    made.set(thing, now)
    return now
  }
}

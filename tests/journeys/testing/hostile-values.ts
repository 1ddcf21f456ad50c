/** A schema as a route row has it: JSON Schema, as far as the routes use it. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly pattern?: string
  readonly minLength?: number
  readonly minItems?: number
  readonly minimum?: number
}

/** Texts that fit the patterns of the house, tried one after another. */
const soundTexts = [
  '示例',
  'example',
  '2026-03-02',
  '09:30',
  '12',
  '1',
  '130371',
  '442002',
  '13800000001',
  '91350100M000100Y43',
  '0.00',
  'ab-1',
  '2026',
]

/** The fullest value that a schema admits, as far as a pattern can be guessed: every optional field is there, so that each can be spoiled. */
export function soundValue(shape: Shape): unknown {
  if ('const' in shape) return shape.const
  if (shape.enum !== undefined) return shape.enum[0]
  if (shape.anyOf !== undefined) return soundValue(shape.anyOf[0]!)
  if (shape.allOf !== undefined) return Object.assign({}, ...shape.allOf.map(soundValue))
  switch ([shape.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, soundValue(inner)]))
    case 'array':
      return shape.items === undefined ? [] : Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => soundValue(shape.items!))
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    case 'string':
      return soundText(shape)
    default:
      return '示例'
  }
}

function soundText({ pattern, minLength = 0 }: Shape): string {
  const fits = pattern === undefined ? () => true : (text: string) => new RegExp(pattern, 'u').test(text)
  const padded = soundTexts.map((text) => text.padEnd(minLength, '例'))
  return [...padded, ...['a', '0', 'A'].flatMap((mark) => [18, 32, 64].map((length) => mark.repeat(length)))].find(fits) ?? padded[0]!
}

const deep = (): unknown => {
  let value: unknown = '底'
  for (let depth = 0; depth < 2000; depth++) value = [value]
  return value
}

/** Shaped like days, and none. */
export const impossibleDays: readonly unknown[] = ['0000-00-00', '2026-02-30', '2026-13-45']

/** What nobody should send, and somebody does. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e-300,
  2 ** 53,
  2_147_483_648,
  '',
  ' ',
  '\u0000',
  'ab\u0000c',
  '\ud800',
  'ab\udfffc',
  '\u2028\u202e\ufeff',
  '𠮷'.repeat(300),
  'x'.repeat(70_000),
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  `"'\`;--/*\\`,
  '%00%ff%u0000',
  '../../../../etc/passwd',
  ...impossibleDays,
  '0000-01-01',
  '1582-10-10',
  '9999-12-31',
  '-000001-01-01',
  '2026-03-02T25:61:61Z',
  '99:99',
  '1e999',
  '-0',
  '９１１３０３０１',
  '__proto__',
  'constructor',
  'toString',
  [],
  [null],
  [[[]]],
  {},
  { __proto__: null, constructor: { prototype: 1 } },
  JSON.parse('{"__proto__":{"admin":true}}'),
  { length: -1 },
  deep(),
]

/** A place in a body: the names and indexes that lead to it. */
export type Place = readonly (string | number)[]

/** Every place of a value where something else could stand, the value itself first. */
export function placesOf(value: unknown, here: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [here]
  return [here, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...here, Array.isArray(value) ? Number(name) : name]))]
}

export const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step], value)

/** A copy with another value at that place. */
export function withAt(value: unknown, place: Place, other: unknown): unknown {
  const [first, ...rest] = place
  if (first === undefined) return other
  if (Array.isArray(value)) return value.map((inner, index) => (index === first ? withAt(inner, rest, other) : inner))
  const fields = value as Readonly<Record<string, unknown>>
  return { ...fields, [first]: withAt(fields[first], rest, other) }
}

/** The same choice in every run: a small generator of numbers below `end`. */
export function chooser(seed: number): (end: number) => number {
  let state = seed >>> 0
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
}

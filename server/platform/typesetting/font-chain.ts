import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CodePoints, readFontFaces } from './font-file.ts'

/** The typefaces of a formal paper by their part on it, each a list of families tried glyph by glyph. */
export interface FontChains {
  readonly body: readonly string[]
  readonly title: readonly string[]
  readonly black: readonly string[]
  readonly kai: readonly string[]
  readonly song: readonly string[]
}

const serif = 'Noto Serif SC'
const sans = 'Noto Sans SC'

/** GB/T 9704-2012 names 仿宋, 小标宋, 黑体, 楷体 and 宋体; they are licensed, so each is used where a font folder has it and replaced where not. */
const preferred: Readonly<Record<keyof FontChains, readonly string[]>> = {
  body: [
    'FangSong_GB2312',
    '仿宋_GB2312',
    'FangSong',
    '仿宋',
    'STFangsong',
    '华文仿宋',
    'FZFangSong-Z02',
    '方正仿宋_GBK',
    'FandolFang R',
    'FandolFang',
    serif,
  ],
  title: ['FZXiaoBiaoSong-B05', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '方正小标宋简体', '小标宋体', serif],
  black: ['SimHei', '黑体', 'FZHei-B01', '方正黑体_GBK', 'FandolHei', sans],
  kai: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'FandolKai', 'LXGW WenKai', '霞鹜文楷', serif],
  song: ['SimSun', '宋体', 'STSong', 'FandolSong', serif],
}

const basePackage = (name: string): string => dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`)))

/** The open fonts that come with the product. */
export const baseFontFolders = (): string[] => [
  join(basePackage('noto-serif-sc'), '400Regular'),
  join(basePackage('noto-serif-sc'), '700Bold'),
  join(basePackage('noto-sans-sc'), '400Regular'),
]

export interface Fonts {
  readonly chains: FontChains
  /** What every chain can print between them: each ends in the same families. */
  readonly codePoints: CodePoints
}

/**
 * Reads the base fonts and those in the bureau's folders. `knows` says whether the compiler finds a family by this name;
 * a face it finds under none of its names is left out, so that what is promised here can be printed.
 * Throws where a folder does not exist: a setting that is silently ignored would change the look of every paper.
 */
export const chooseFonts = (fontFolders: readonly string[], knows: (families: readonly string[]) => readonly string[]): Fonts => {
  for (const folder of fontFolders) if (!existsSync(folder)) throw new Error(`font folder does not exist: ${folder}`)
  const faces = [...baseFontFolders(), ...fontFolders].flatMap((folder) => fontFilesIn(folder).flatMap(readFontFaces))
  const known = new Set(knows([...new Set(faces.flatMap((face) => face.names))]))
  const coverage = new Map<string, CodePoints>()
  for (const face of faces) {
    const name = face.names.find((candidate) => known.has(candidate))
    if (name === undefined) continue
    const sofar = coverage.get(name)
    // The compiler takes one face of a family, by weight, and does not look into its others.
    if (sofar === undefined) coverage.set(name, face.codePoints)
    else sofar.keepOnly(face.codePoints)
  }
  const codePoints = new CodePoints()
  for (const covered of coverage.values()) codePoints.addAll(covered)
  const rest = [...coverage.keys()].filter((family) => family !== serif && family !== sans).sort()
  const chain = (part: keyof FontChains): string[] => [...new Set([...preferred[part].filter((name) => known.has(name)), serif, sans, ...rest])]
  return { chains: { body: chain('body'), title: chain('title'), black: chain('black'), kai: chain('kai'), song: chain('song') }, codePoints }
}

const fontFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name))
    .sort()
    .map((name) => join(folder, name))

import type { BareFile, BareMaterial, FileNames } from './entries.ts'
import type { FileName } from './state.ts'

/** A material as somebody hands it in. The files lie in the store already, under their digests. */
export interface HandedInMaterial {
  readonly material: string
  readonly form: 'paper' | 'electronic'
  readonly files: readonly FileName[]
  readonly originals: number
  readonly copies: number
}

export const bareFile = ({ digest, size, mediaType }: FileName): BareFile => ({ digest, size, mediaType })

export const namesOf = (files: readonly FileName[]): FileNames => Object.fromEntries(files.map(({ digest, name }) => [digest, name]))

export const bareMaterials = (materials: readonly HandedInMaterial[]): readonly BareMaterial[] =>
  materials.map(({ material, form, files, originals, copies }) => ({ material, form, files: files.map(bareFile), originals, copies }))

export const fileNamesOf = (materials: readonly HandedInMaterial[]): FileNames => namesOf(materials.flatMap(({ files }) => files))

import type { StoredFile } from './uploader.ts'

/** Where a value stands in what is sent: a name, or a road of names. */
export type Path = string | readonly (string | number)[]

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Common {
  readonly name: Path
  readonly label: string
  readonly optional?: true
  readonly hint?: string
  /** Shown only while this holds over what is filled in. */
  readonly when?: (values: Readonly<Record<string, unknown>>) => boolean
}

/** One question of a short form, described rather than drawn. */
export type Field = Common &
  (
    | { readonly kind: 'line' | 'words'; readonly most: number; readonly first?: string; readonly phrases?: readonly string[] }
    | { readonly kind: 'day' | 'time'; readonly first?: string }
    | { readonly kind: 'integer'; readonly least: number; readonly most: number; readonly unit?: string; readonly first?: number }
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly first?: string; readonly find?: true }
    | { readonly kind: 'checks'; readonly options: readonly Option[]; readonly first?: readonly string[] }
    | { readonly kind: 'secret'; readonly fresh?: true }
    | { readonly kind: 'yes'; readonly first?: boolean }
    | { readonly kind: 'texts'; readonly add: string; readonly least: number }
    | { readonly kind: 'rows'; readonly add: string; readonly least: number; readonly columns: readonly Field[]; readonly first?: readonly object[] }
    | { readonly kind: 'files'; readonly first?: readonly StoredFile[] }
    | { readonly kind: 'digest' }
  )

import type { SubjectRef } from '../act.ts'

/** The item as a whole: which versions there are and which is in force. Its state is small. */
export const itemRef = (code: string): SubjectRef => ({ kind: 'service-item', id: code })

/** One version with its content, fixed once published: what a case begun under it reads for ever. */
export const itemVersionRef = (code: string, version: number): SubjectRef => ({ kind: 'service-item-version', id: `${code}@${version}` })

import { createContext, useContext } from 'react'

/** A file that lies in the store, as an act names it. */
export interface StoredFile {
  readonly digest: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

export const UploaderContext = createContext<(file: File) => Promise<StoredFile>>(() => Promise.reject(new Error('没有上传通道')))
export const useUploader = () => useContext(UploaderContext)

export interface PrivatePostgres {
  readonly url: string
  readonly port: number
  readonly folder: string
  pid(): number | undefined
  /** A crash of the whole server. */
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

export function findPostgres(): string | undefined
export function startPostgres(options?: {
  folder?: string
  fsync?: boolean
  settings?: Readonly<Record<string, string | number>>
}): Promise<PrivatePostgres>

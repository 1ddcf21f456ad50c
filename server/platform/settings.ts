/** The house's settings, read once from the environment by `server/config.ts` and handed down. Times are in minutes unless the name says otherwise. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** PostgreSQL; undefined means the embedded database. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** Key for form tokens and code hashes; at least 32 bytes. */
  readonly secret: string
  /** The bureau served where the host name names none. */
  readonly bureau: string
  readonly uploadLimitBytes: number
  /** Folders with the bureau's own fonts, looked into before the shipped ones. */
  readonly fontFolders: readonly string[]
  readonly staffIdleMinutes: number
  readonly staffLifeMinutes: number
  readonly citizenIdleMinutes: number
  readonly citizenLifeMinutes: number
  readonly trustProxy: boolean
  /** Cookies only over HTTPS. */
  readonly secureCookies: boolean
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

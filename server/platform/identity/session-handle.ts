/** What is known of the session behind a request. The token itself is nowhere kept. */
export interface SessionHandle {
  /** SM3 of the token, hex: the session's name in the table. */
  readonly tokenHash: string
  readonly kind: 'cookie' | 'bearer'
  readonly holder: 'staff' | 'citizen'
  readonly holderId: string
  /** The staff member must change the password before anything else. */
  readonly mustChangePassword: boolean
}

/** A member of staff as an entry names them. For whom a delegate acted stands in the entry's `on_behalf_of`. */
export interface StaffName {
  readonly id: string
  readonly name: string
}

/** Names one reading of one repository in one workspace: the first columns of every table of facts. */
export interface ReadingKey {
  readonly workspace_id: string
  readonly repository_id: string
  readonly reading: number
}

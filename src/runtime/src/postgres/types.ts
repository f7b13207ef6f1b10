/** A pool of the package `pg`, from version 8. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
}

/** What is needed of a client that a pool has lent. */
export interface PostgresClient {
  query(query: string | PostgresQuery, values?: unknown[]): Promise<PostgresResult>
  /** With an error: the connection is closed, not lent again. */
  release(error?: Error | boolean): void
  on?(event: 'error', listener: (error: Error) => void): unknown
  off?(event: 'error', listener: (error: Error) => void): unknown
}

export interface PostgresQuery {
  readonly text: string
  readonly values?: unknown[]
  /** Of a prepared statement. */
  readonly name?: string
}

export interface PostgresResult<Row = Record<string, unknown>> {
  readonly rows: Row[]
  readonly rowCount: number | null
  readonly command: string
}

/** An open transaction. It refuses queries once it is over: its connection may be serving another tenant by then. */
export interface PostgresTransaction {
  query<Row = Record<string, unknown>>(
    query: string | PostgresQuery,
    values?: readonly unknown[],
  ): Promise<PostgresResult<Row>>
}

/** What the cases of the contract are made of: a call that is read, and calls that are refused. */
export interface Case {
  /** What a caller may send, at least. */
  readonly good: Sent
  /** What he must not send, and the fields that the refusal names. */
  readonly bad: readonly (readonly [sent: Sent, ...fields: string[]])[]
}

export interface Sent {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
}

export const project = { projectId: '3' }
export const channel = { channel: 'abc_-1' }
export const ids = [
  [{ params: { projectId: '0' } }, 'projectId'],
  [{ params: { projectId: '01' } }, 'projectId'],
  [{ params: { projectId: '1e3' } }, 'projectId'],
  [{ params: { projectId: '9007199254740993' } }, 'projectId'],
  [{ params: {} }, 'projectId'],
] as const
export const onlyProject: Case = { good: { params: project }, bad: ids }
export const client = { ...project, clientId: '5' }

/** One more number in the path, and perhaps a body. */
export const numbered = (name: string, body?: { good: unknown; bad: unknown; fields: string[] }): Case => ({
  good: { params: { ...project, [name]: '2' }, body: body?.good },
  bad: [[{ params: { ...project, [name]: '-2' }, body: body?.bad }, name, ...(body?.fields ?? [])]],
})
export const ofClient = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: client, body: good },
  bad: [[{ params: client, body: bad }, ...fields]],
})
export const ofProject = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: project, body: good },
  bad: [[{ params: project, body: bad }, ...fields]],
})

/** By the names of the endpoints. */
export type Cases = Readonly<Record<string, Case>>

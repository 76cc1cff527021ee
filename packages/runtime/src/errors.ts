/** Every failure that a caller can meet: its code, its HTTP status, and what it says. */
const failures = {
  'bad-request': { status: 400, say: (what: string) => what },
  'bad-json': { status: 400, say: () => 'The body is not valid JSON.' },
  'bad-path': { status: 400, say: () => 'The address is not correctly encoded.' },
  'this-machine-only': { status: 403, say: () => 'The builder answers on its own machine only. VORONKA_NETWORK opens it.' },
  'foreign-origin': { status: 403, say: () => 'This call came from another site.' },
  'foreign-host': {
    status: 403,
    say: () => 'This server does not answer under that name. Set VORONKA_PUBLIC_URL to the address that people use.',
  },
  'not-found': { status: 404, say: () => 'There is nothing at this address.' },
  'project-not-found': { status: 404, say: (id: number) => `There is no project ${id}.` },
  'version-not-found': { status: 404, say: (number: number) => `There is no version ${number}.` },
  'channel-not-found': { status: 404, say: () => 'There is no such chat.' },
  'channel-closed': { status: 409, say: () => 'This chat is closed.' },
  'not-published': { status: 409, say: () => 'This funnel has not been published yet. Publish it in the builder first.' },
  'starter-not-found': { status: 404, say: (id: string) => `There is no starter project "${id}".` },
  'person-not-found': { status: 404, say: (person: number) => `The test chat has no person ${person}.` },
  'too-many-people': { status: 409, say: (most: number) => `The test chat has room for ${most} people.` },
  'pending-not-found': { status: 404, say: (id: number) => `Nothing with number ${id} is planned.` },
  'clock-backwards': { status: 400, say: () => 'The clock of the test chat goes forward only; "reset" takes it back to now.' },
  'draft-conflict': { status: 409, say: () => 'Somebody else changed the same thing meanwhile.' },
  'draft-outdated': { status: 409, say: () => 'The draft has changed meanwhile. Look at it again before you go on.' },
  'too-much-in-draft': { status: 422, say: (most: string) => `A project holds at most ${most}.` },
  'draft-has-errors': { status: 422, say: (count: number) => `${count} problems have to be mended before this can be published.` },
  'bad-file': { status: 400, say: (what: string) => `This file cannot be read: ${what}` },
  'wrong-content-type': { status: 415, say: () => 'Send JSON, with the header Content-Type: application/json.' },
  'too-large': { status: 413, say: (limit: string) => `This is larger than the ${limit} that are accepted here.` },
  'too-deep': { status: 400, say: (depth: number) => `The JSON is nested deeper than ${depth} levels.` },
  'address-too-long': { status: 414, say: () => 'The address is too long.' },
  'idempotency-key-used': { status: 409, say: () => 'This Idempotency-Key was used for another call.' },
  'idempotent-call-running': { status: 409, say: () => 'The call with this Idempotency-Key is being worked off. Ask again in a moment.' },
  'idempotent-call-cut': {
    status: 409,
    say: () => 'The server stopped while it worked off the call with this key. Look whether it was done; to do it again, use another key.',
  },
  overloaded: { status: 503, say: () => 'Too much is waiting just now. Try again in a moment.' },
  'storage-refused': { status: 503, say: () => 'The server cannot store anything just now. Try again in a moment.' },
  internal: { status: 500, say: () => 'Something went wrong on the server. The log tells more.' },
} as const

export type FailureCode = keyof typeof failures

/** A failure that its caller is told of. `details` is data that helps a program to go on. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly status: number
  readonly details: unknown

  constructor(code: FailureCode, status: number, message: string, details?: unknown) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** `failure('project-not-found', 7)`: knows which facts each failure needs. */
export function failure<C extends FailureCode>(code: C, ...facts: Parameters<(typeof failures)[C]['say']>): Failure {
  return failureWith(code, undefined, ...facts)
}

/** The same with `details`. */
export function failureWith<C extends FailureCode>(code: C, details: unknown, ...facts: Parameters<(typeof failures)[C]['say']>): Failure {
  const { status } = failures[code]
  const say: (...facts: never[]) => string = failures[code].say
  return new Failure(code, status, say(...(facts as never[])), details)
}

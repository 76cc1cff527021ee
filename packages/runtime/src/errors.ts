/** Every failure that a caller can meet: its code, its HTTP status, and what it says. */
const failures = {
  'bad-request': { status: 400, say: (what: string) => what },
  'bad-json': { status: 400, say: () => 'The body is not valid JSON.' },
  'bad-path': { status: 400, say: () => 'The address is not correctly encoded.' },
  'this-machine-only': { status: 403, say: () => 'The builder answers on its own machine only: VORONKA_NETWORK is set to chat.' },
  'metrics-closed': {
    status: 403,
    say: () => 'Metrics answer this machine only, or whoever brings the token of VORONKA_METRICS_TOKEN.',
  },
  'foreign-origin': { status: 403, say: () => 'This call came from another site.' },
  'foreign-host': {
    status: 403,
    say: () => 'This server does not answer under that name. Set VORONKA_PUBLIC_URL to the address that people use.',
  },
  'set-up-needed': { status: 403, say: () => 'Nobody owns this installation yet. Open the set-up link that the console printed.' },
  'set-up-done': { status: 409, say: () => 'This installation has an owner already.' },
  'not-signed-in': { status: 401, say: () => 'Sign in first.' },
  'wrong-credentials': { status: 401, say: () => 'E-mail or password are wrong.' },
  'second-factor-needed': { status: 401, say: () => 'A code of the authenticator is needed, too.' },
  'wrong-code': { status: 401, say: () => 'This code is wrong or was used before.' },
  'wrong-own-code': { status: 403, say: () => 'This code is wrong. Codes change every 30 seconds: is the clock of the phone right?' },
  'wrong-password': { status: 403, say: () => 'The password is wrong.' },
  'wrong-key': { status: 401, say: () => 'There is no such API key, or it has ended.' },
  'too-many-attempts': { status: 429, say: (seconds: number) => `Too many attempts. Try again in ${seconds} s.` },
  'too-many-requests': { status: 429, say: () => 'Too many requests. Try again in a moment.' },
  'no-token': { status: 403, say: () => 'This call lacks the token of the session. Load the page again.' },
  'not-allowed': { status: 403, say: () => 'Your role does not allow this.' },
  'not-for-keys': { status: 403, say: () => 'This is done by a person, not with an API key.' },
  'wrong-link': { status: 404, say: () => 'This link was used, has expired, or never was.' },
  'session-not-found': { status: 404, say: (id: number) => `There is no session ${id}.` },
  'account-not-found': { status: 404, say: (id: number) => `There is no account ${id}.` },
  'account-exists': { status: 409, say: () => 'There is an account with this e-mail. Sign in with it, then open the link again.' },
  'last-owner': { status: 409, say: () => 'One owner of the installation who can sign in must be left.' },
  'second-factor-is-on': { status: 409, say: () => 'The second factor is on already.' },
  'second-factor-is-off': { status: 409, say: () => 'The second factor is off.' },
  'member-not-found': { status: 404, say: (account: number) => `The project has no member ${account}.` },
  'already-member': { status: 409, say: () => 'You are a member of this project already.' },
  'owner-stays': { status: 409, say: () => 'The owner of a project stays its owner until he passes that on.' },
  'more-than-yours': { status: 403, say: () => 'Nobody can give or take away more rights than he has.' },
  'invitation-not-found': { status: 404, say: (id: number) => `There is no open invitation ${id}.` },
  'for-somebody-else': { status: 403, say: () => 'This invitation is for another e-mail address.' },
  'role-not-found': { status: 404, say: (id: string) => `There is no role ${id}.` },
  'role-is-fixed': { status: 409, say: () => 'This role cannot be changed.' },
  'role-in-use': { status: 409, say: (count: number) => `${count} members or invitations have this role. Give them another one first.` },
  'role-name-taken': { status: 409, say: () => 'There is a role of this name.' },
  'key-not-found': { status: 404, say: (id: number) => `There is no API key ${id}.` },
  'main-key': { status: 409, say: () => 'Scripts use this key. Make another one the main key first.' },
  'secret-unreadable': {
    status: 409,
    say: (about: string) => `The stored secret (${about}) cannot be read: the key of the installation is another one. Enter it again.`,
  },
  'not-found': { status: 404, say: () => 'There is nothing at this address.' },
  'project-not-found': { status: 404, say: (id: number) => `There is no project ${id}.` },
  'version-not-found': { status: 404, say: (number: number) => `There is no version ${number}.` },
  'webhook-not-found': { status: 404, say: (id: number) => `There is no webhook ${id}.` },
  'too-many-webhooks': { status: 409, say: (most: number) => `A project has room for ${most} webhooks.` },
  'connection-not-found': { status: 404, say: (id: number) => `There is no connection ${id}.` },
  'connection-kind-unknown': { status: 400, say: (kind: string) => `There is nothing called ${JSON.stringify(kind)} to connect to.` },
  'wrong-phone': { status: 400, say: () => 'This is no phone number.' },
  'not-his-phone': { status: 400, say: () => 'This number is none of the client.' },
  'calling-off': { status: 409, say: () => 'You do not call through the telephony of the project: see your card among the employees.' },
  'call-refused': { status: 422, say: (why: string) => `The call did not begin: ${why}` },
  'stopped-number-not-found': { status: 404, say: (phone: string) => `The number ${phone} is not kept from being called.` },
  'connection-exists': { status: 409, say: () => 'The project is connected to this already.' },
  'too-many-connections': { status: 409, say: (most: number) => `A project has room for ${most} connections.` },
  'delivery-not-found': { status: 404, say: (id: number) => `There is no delivery ${id}.` },
  'channel-not-found': { status: 404, say: () => 'There is no such chat.' },
  'channel-closed': { status: 409, say: () => 'This chat is closed.' },
  'not-published': { status: 409, say: () => 'This funnel has not been published yet. Publish it in the builder first.' },
  'starter-not-found': { status: 404, say: (id: string) => `There is no starter project "${id}".` },
  'person-not-found': { status: 404, say: (person: number) => `The test chat has no person ${person}.` },
  'too-many-people': { status: 409, say: (most: number) => `The test chat has room for ${most} people.` },
  'client-not-found': { status: 404, say: (id: number) => `There is no client ${id}.` },
  'message-not-found': { status: 404, say: (id: number) => `There is no message ${id} in this dialogue.` },
  'message-not-failed': { status: 409, say: () => 'This message did not fail: there is nothing to send again.' },
  'turn-not-found': { status: 404, say: (id: number) => `There is no turn ${id} of this client.` },
  'block-not-found': { status: 404, say: (number: number) => `There is no block ${number} in the published funnel.` },
  'reply-not-found': { status: 404, say: (number: number) => `There is no quick reply ${number}.` },
  'list-not-found': { status: 404, say: (number: number) => `There is no list ${number}.` },
  'label-not-found': { status: 404, say: (number: number) => `There is no label ${number}.` },
  'label-exists': { status: 409, say: (name: string) => `There is a label ${JSON.stringify(name)} already.` },
  'label-in-use': { status: 409, say: (clients: number) => `${clients} clients have this label. Confirm that it may go.` },
  'everybody-meant': { status: 409, say: () => 'An empty filter excludes everybody. Say that this is meant.' },
  'not-confirmed': { status: 409, say: () => 'The name that was typed is not that of the list.' },
  'operator-not-found': { status: 404, say: () => 'There is no such person in this project.' },
  'nobody-on-shift': { status: 409, say: () => 'Nobody is on shift.' },
  'not-yours': { status: 403, say: () => 'Your role does not let you change what others wrote.' },
  'not-merged': { status: 409, say: () => 'This client is not merged with anybody.' },
  'task-not-found': { status: 404, say: (number: number) => `There is no task ${number}.` },
  'task-column-not-found': { status: 404, say: (number: number) => `There is no column ${number}.` },
  'task-overdue': { status: 403, say: () => 'Your role does not let you change overdue tasks.' },
  outdated: { status: 409, say: () => 'Somebody else has changed it meanwhile. Look at it again.' },
  'broadcast-not-found': { status: 404, say: (number: number) => `There is no broadcast ${number}.` },
  'broadcast-runs': { status: 409, say: (status: string) => `This cannot be done with a broadcast that is ${status}.` },
  'pending-not-found': { status: 404, say: (id: number) => `Nothing with number ${id} is planned.` },
  'clock-backwards': { status: 400, say: () => 'The clock of the test chat goes forward only; "reset" takes it back to now.' },
  'order-not-found': { status: 404, say: (number: number) => `There is no order ${number}.` },
  'order-changed': { status: 409, say: () => 'Somebody else changed this order meanwhile.' },
  'move-forbidden': { status: 409, say: (from: string, to: string) => `Orders of "${from}" may not be moved to "${to}" by hand.` },
  'state-not-found': { status: 404, say: () => 'There is no such state.' },
  'pipeline-not-found': { status: 404, say: () => 'There is no such pipeline.' },
  'orders-need-target': { status: 409, say: (count: number) => `${count} orders are in it: say where they go.` },
  'order-list-incomplete': { status: 400, say: () => 'Name each of them once.' },
  'responsible-not-found': { status: 400, say: () => 'The responsible is no member of this project.' },
  'client-needed': { status: 400, say: () => 'An order needs a client: his number, a phone or an e-mail.' },
  'branch-not-found': { status: 404, say: () => 'There is no such branch.' },
  'grouping-not-found': { status: 404, say: () => 'There is no such category or job title.' },
  'service-not-found': { status: 404, say: (id: number) => `There is no service ${id}.` },
  'employee-not-found': { status: 404, say: (id: number) => `There is no employee ${id}.` },
  'visit-not-found': { status: 404, say: () => 'There is no such visit.' },
  'visit-changed': { status: 409, say: () => 'Somebody else changed this visit meanwhile.' },
  'slot-taken': { status: 409, say: () => 'This time is taken.' },
  'outside-hours': { status: 409, say: () => 'Nobody works then. Say that this is meant.' },
  'time-passed': { status: 409, say: () => 'This time has passed.' },
  'too-late-to-change': { status: 409, say: () => 'It is too late to change this visit here. Call the branch.' },
  'nobody-renders': { status: 409, say: () => 'Nobody renders these services.' },
  'employee-has-visits': {
    status: 409,
    say: (count: number) => `${count} visits with this employee are to come. Move or cancel them first.`,
  },
  'booking-begun': { status: 409, say: () => 'Online booking has a branch already.' },
  'branch-exists': { status: 409, say: () => 'This pipeline is a branch already.' },
  'branch-key-taken': { status: 409, say: () => 'Another page has this address.' },
  'pipeline-is-branch': { status: 409, say: () => 'This pipeline is a branch: delete the branch.' },
  'wrong-confirmation': { status: 409, say: () => 'What was typed is not the name.' },
  'order-view-not-found': { status: 404, say: () => 'There is no such saved filter.' },
  'lead-not-found': { status: 404, say: (id: number) => `There is no lead ${id}.` },
  'client-changed': { status: 409, say: () => 'Somebody else changed this client meanwhile.' },
  'lead-changed': { status: 409, say: () => 'Somebody else changed this lead meanwhile.' },
  'lead-source-not-found': { status: 404, say: () => 'There is no such source.' },
  'lead-partner-not-found': { status: 404, say: () => 'There is no such partner.' },
  'name-taken': { status: 409, say: (name: string) => `There is ${JSON.stringify(name)} already.` },
  'no-payments': { status: 409, say: () => 'The project is connected to no payment service that takes this payment.' },
  'no-mail-server': { status: 409, say: () => 'No mail server is set.' },
  'mail-refused': { status: 422, say: (why: string) => `The mail server refused: ${why}` },
  'draft-conflict': { status: 409, say: () => 'Somebody else changed the same thing meanwhile.' },
  'draft-outdated': { status: 409, say: () => 'The draft has changed meanwhile. Look at it again before you go on.' },
  'too-much-in-draft': { status: 422, say: (most: string) => `A project holds at most ${most}.` },
  'draft-has-errors': { status: 422, say: (count: number) => `${count} problems have to be mended before this can be published.` },
  'bad-file': { status: 400, say: (what: string) => `This file cannot be read: ${what}` },
  'wrong-content-type': { status: 415, say: () => 'Send JSON, with the header Content-Type: application/json.' },
  'wrong-upload': { status: 415, say: () => 'Send the file as multipart/form-data, in a part named "file".' },
  'upload-stalled': { status: 408, say: () => 'Nothing more of the file has come for too long. Send it again.' },
  'file-not-found': { status: 404, say: () => 'There is no such file.' },
  'no-space': { status: 503, say: () => 'There is too little room left on the disk for files.' },
  'too-large': { status: 413, say: (limit: string) => `This is larger than the ${limit} that are accepted here.` },
  'too-deep': { status: 400, say: (depth: number) => `The JSON is nested deeper than ${depth} levels.` },
  'address-too-long': { status: 414, say: () => 'The address is too long.' },
  'idempotency-key-used': { status: 409, say: () => 'This Idempotency-Key was used for another call.' },
  'idempotent-call-running': { status: 409, say: () => 'The call with this Idempotency-Key is being worked off. Ask again in a moment.' },
  'idempotent-call-cut': {
    status: 409,
    say: () => 'The server stopped while it worked off the call with this key. Look whether it was done; to do it again, use another key.',
  },
  'bad-range': { status: 416, say: () => 'The file has no such part.' },
  overloaded: { status: 503, say: () => 'Too much is waiting just now. Try again in a moment.' },
  'storage-refused': { status: 503, say: () => 'The server cannot store anything just now. Try again in a moment.' },
  'storage-damaged': {
    status: 503,
    say: () => 'The database is damaged. Nothing is written into it any more; restore a backup.',
  },
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

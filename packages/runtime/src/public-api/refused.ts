/** What a caller of the project API is refused with: a status and the body that clients of the original know (http-api, section 1). */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body['message'] ?? body['status']))
    this.status = status
    this.body = body
  }
}

export const fail = (status: number, message: string): Refused => new Refused(status, { status: 'fail', message })

/** Called too often: it may come back after so many seconds. */
export class TooOften extends Refused {
  readonly seconds: number

  constructor(seconds: number) {
    super(429, { status: 'fail', message: 'too many requests' })
    this.seconds = seconds
  }
}

export const wrongKey = (): Refused => fail(403, 'wrong api key')
export const accessDenied = (): Refused => fail(403, 'access denied')
export const unknownMethod = (): Refused => fail(404, 'unknown method')
export const clientNotFound = (): Refused => new Refused(404, { status: 'client_not_found' })
export const required = (name: string): Refused => fail(400, `Parameter "${name}" required`)
export const malformed = (name: string, why = ''): Refused => fail(400, `Error in parameter "${name}"${why && `: ${why}`}`)
/** As `set_order_vars` says it, and as `get_order_state` does. */
export const orderNotFound = (number: number | undefined): Refused =>
  new Refused(404, { status: number === undefined ? 'order not found' : `order ${number} not found` })

import { isDict, isNone, toText, type Value } from '@voronka/calculator'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ConnectionWork, OpenConnection } from '../connections/connection-work.ts'
import type { Bill, PaymentProvider, ProviderCall, Told } from './provider.ts'

/** It is asked nothing, so what can be checked is what was entered. */
export const paymentLink: ConnectionWork = {
  kind: 'payment-link',
  async check({ settings: { link } }) {
    const missing = Object.entries(needed).find(([, marks]) => !marks.some((mark) => String(link).includes(mark)))
    return { ok: !missing, reason: missing ? `no-${missing[0]}` : '', facts: {} }
  },
  inbound: ({ inboundKey }) => ({ callback: `/pay/callback/${inboundKey}` }),
}

const needed = { payment: ['{payment}'], sum: ['{sum}', '{sum_hundredths}'] } as const

/** Any payment service that a client is led to by a link and that tells the outcome with a signed call; what both look like is entered by people. */
export const paymentLinkProvider: PaymentProvider = {
  kind: 'payment-link',

  link(bill, connection) {
    const values: Readonly<Record<string, string>> = {
      payment: String(bill.number),
      sum: writtenSum(bill.sum),
      sum_hundredths: String(bill.sum),
      currency: bill.currency,
      order: String(bill.order),
      client: String(bill.client),
      description: bill.description,
      signature: signature(connection, `${bill.number}:${writtenSum(bill.sum)}:${bill.currency}`),
    }
    return String(connection.settings['link']).replace(/\{(\w+)\}/g, (mark, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return value === undefined ? mark : encodeURIComponent(value)
    })
  },

  read(call, connection) {
    if (!isSigned(call, connection)) return undefined
    const told = (field: string): string => textAt(call.fields, text(connection, field))
    const payment = told('paymentField')
    if (!/^[1-9]\d{0,14}$/.test(payment)) return 'unreadable'
    const sum = readSum(told('sumField'), text(connection, 'sumUnit') === 'hundredths')
    const [currency, outsideId] = [told('currencyField'), told('outsideField')]
    return {
      payment: Number(payment),
      outcome: outcomeOf(connection, told('statusField')),
      sum,
      ...(currency !== '' && { currency }),
      ...(outsideId !== '' && { outsideId: outsideId.slice(0, 200) }),
    }
  },

  answer: (connection) => text(connection, 'answer'),
}

export const writtenSum = (hundredths: Bill['sum']): string => (hundredths / 100).toFixed(2)

const text = ({ settings }: OpenConnection, name: string): string => String(settings[name] ?? '')

/** Compared in constant time. Hexadecimal digits may be of either case, and an algorithm may stand before: `sha256=`. */
function isSigned(call: ProviderCall, connection: OpenConnection): boolean {
  const name = text(connection, 'signatureName')
  const header = call.headers[name.toLowerCase()]
  const given = text(connection, 'signatureIn') === 'header' ? String(header ?? '') : textAt(call.fields, name)
  const template = text(connection, 'signedText')
  const signed = template === '' ? call.body : template.replace(/\{([^{}]+)\}/g, (_, field: string) => textAt(call.fields, field))
  const hex = text(connection, 'encoding') === 'hex'
  const bare = given.trim().replace(/^\w+=(?=.)/, (prefix) => (prefix === `${text(connection, 'algorithm')}=` ? '' : prefix))
  const [theirs, ours] = [hex ? bare.toLowerCase() : bare, signature(connection, signed)].map((each) => Buffer.from(each))
  return theirs !== undefined && ours !== undefined && theirs.length === ours.length && timingSafeEqual(theirs, ours)
}

const signature = (connection: OpenConnection, signed: string | Buffer): string =>
  createHmac(text(connection, 'algorithm'), connection.secret('secret'))
    .update(signed)
    .digest(text(connection, 'encoding') === 'hex' ? 'hex' : 'base64')

/** A field by its name, else by the way to it: `object.metadata.payment`. Empty: there is none. */
function textAt(fields: ReadonlyMap<string, Value>, path: string): string {
  if (path === '') return ''
  let at: Value | undefined = fields.get(path)
  if (at === undefined) {
    at = fields
    for (const step of path.split('.')) at = at !== undefined && isDict(at) ? at.get(step) : undefined
  }
  return at === undefined || isNone(at) || isDict(at) ? '' : toText(at).trim()
}

function outcomeOf(connection: OpenConnection, status: string): Told['outcome'] {
  const among = (field: string): boolean =>
    text(connection, field)
      .split(',')
      .some((each) => each.trim().toLowerCase() === status.toLowerCase())
  if (status === '') return undefined
  return among('paidValues') ? 'paid' : among('failedValues') ? 'failed' : undefined
}

function readSum(written: string, hundredths: boolean): number | undefined {
  const plain = written.replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return undefined
  return Math.round(Number(plain) * (hundredths ? 1 : 100))
}

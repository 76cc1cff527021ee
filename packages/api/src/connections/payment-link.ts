import type { ConnectionField, ConnectionKind } from './connection-kind.ts'

const text = (name: string, standard: string, required = true): ConnectionField => ({
  name,
  type: 'text',
  required,
  standard,
  longest: 500,
})

/** Any payment service that a client is led to by a link, and that tells the outcome with a signed call. What its calls look like is described here. */
export const paymentLink: ConnectionKind = {
  kind: 'payment-link',
  family: 'payments',
  single: true,
  fields: [
    /** With {payment}, {sum} and others, which are put in for each payment. */
    { name: 'link', type: 'address', required: true, standard: '' },
    { name: 'secret', type: 'secret', required: true, longest: 500 },
    { name: 'algorithm', type: 'choice', required: true, standard: 'sha256', choices: ['sha256', 'sha512', 'sha1', 'md5'] },
    { name: 'encoding', type: 'choice', required: true, standard: 'hex', choices: ['hex', 'base64'] },
    { name: 'signatureIn', type: 'choice', required: true, standard: 'header', choices: ['header', 'field'] },
    text('signatureName', 'x-signature'),
    /** Empty: the body as it came. */
    text('signedText', '', false),
    text('paymentField', 'payment'),
    text('sumField', 'sum'),
    { name: 'sumUnit', type: 'choice', required: true, standard: 'whole', choices: ['whole', 'hundredths'] },
    text('currencyField', '', false),
    text('outsideField', '', false),
    text('statusField', 'status'),
    text('paidValues', 'paid, success, succeeded'),
    text('failedValues', 'failed, declined, canceled'),
    text('answer', 'OK', false),
  ],
}

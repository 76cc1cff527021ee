import { addressOf, type OutboundRequest } from '@voronka/functions'
import type { ShownRequest } from './contract.ts'

/** Longer bodies are cut in the trace. */
const mostShown = 4000

/** A request as traces and logs show it: what is likely a secret is masked (reliability-promises, P12.1). */
export function shownRequest({ method, headers, body, ...request }: OutboundRequest): ShownRequest {
  return {
    method,
    url: maskedUrl(addressOf(request)),
    headers: headers.map(([name, value]) => [name, isSecretHeader(name) ? mask : value]),
    body: body === null ? null : shownBody(maskedBody(body)),
  }
}

export const shownBody = (body: string): string => (body.length > mostShown ? `${body.slice(0, mostShown)}…` : body)

/** Headers whose values let somebody in. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name)

const mask = '•••'

const secretHeader = /^(proxy-)?authorization$|cookie|token|secret|password|api-?key|signature|session/i
const secretName = 'token|secret|password|passwd|pwd|api_?-?key|apikey|access_?key|signature|auth|authorization'
const secretParam = new RegExp(`([?&](?:[^=&#]*[_-])?(?:${secretName}|key)=)[^&#]*`, 'gi')
const secretField = new RegExp(`("(?:[^"\\\\]{0,40}[_-])?(?:${secretName})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"|[^,}\\]\\s]+)`, 'gi')
const secretFormField = new RegExp(`((?:^|&)(?:[^=&{}"]{0,40}[_-])?(?:${secretName})=)[^&]*`, 'gi')

/** Names and passwords before the host, tokens in the path as messengers want them, and parameters named like secrets. */
export function maskedUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, `$1${mask}@`)
    .replace(/\/bot\d+:[\w-]+/g, `/bot${mask}`)
    .replace(secretParam, `$1${mask}`)
}

function maskedBody(body: string): string {
  const json = body.replace(secretField, `$1"${mask}"`)
  return json === body ? body.replace(secretFormField, `$1${mask}`) : json
}

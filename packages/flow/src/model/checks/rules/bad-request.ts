import { isName, isReservedName } from '@voronka/calculator'
import type { ApiRequest } from '../../flow.ts'
import { hasBody, isDynamic, isWebAddress } from '../../kinds.ts'
import type { Words } from '../../labels/index.ts'
import type { Check, Severity } from '../check.ts'

type Fault = keyof typeof words

export const badRequest: Check = {
  code: 'bad-request',
  severity: 'error',
  says: { ru: ({ fault, text = '' }) => wordsOf(fault, text).ru, en: ({ fault, text = '' }) => wordsOf(fault, text).en },
  why: {
    ru: 'Запрос не уйдёт или ответ не сохранится, а блок продолжит без него.',
    en: 'The request is not sent or its answer not kept, and the block goes on without it.',
  },
  *block({ number, request, webhook }) {
    if (webhook.trim() && !isWebAddress(webhook))
      yield { place: { block: number, field: 'webhook' }, facts: { fault: 'address', text: webhook.trim() } }
    if (!request) return
    for (const [fault, text, severity] of faultsOf(request)) {
      yield { place: { block: number, field: 'request' }, facts: { fault, text }, ...(severity && { severity }) }
    }
  },
}

function* faultsOf({ type, url, headers, body, saved }: ApiRequest): Iterable<readonly [fault: Fault, text: string, severity?: Severity]> {
  if (!url.trim()) yield ['noAddress', '']
  else if (!isWebAddress(url)) yield ['address', url.trim()]
  for (const { name } of headers) if (!isDynamic(name) && !headerName.test(name.trim())) yield ['header', name]
  const isJson = hasBody(type) && !headers.some(({ name }) => name.trim().toLowerCase() === 'content-type')
  if (isJson && body.trim() && !isDynamic(body) && !parses(body)) yield ['json', '', 'warning']
  for (const { path, variable } of saved) {
    const name = variable.trim().replace(/^(client|клиент|project|проект)\s*\.\s*/, '')
    if (!path.trim() || !name) yield ['savedEmpty', path || variable, 'warning']
    else if (!isName(name) || isReservedName(name)) yield ['variable', variable.trim()]
  }
}

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const wordsOf = (fault: string | undefined, text: string): Words => {
  const say = Object.entries(words).find(([name]) => name === fault)?.[1]
  return say ? say(text) : { ru: '', en: '' }
}

const words = {
  noAddress: () => ({ ru: 'У запроса нет адреса.', en: 'The request has no address.' }),
  address: (text: string) => ({
    ru: `«${text}» — не адрес: он начинается с http:// или https://.`,
    en: `“${text}” is no address: it begins with http:// or https://.`,
  }),
  header: (text: string) => ({ ru: `«${text}» не может быть именем заголовка.`, en: `“${text}” cannot be the name of a header.` }),
  json: () => ({ ru: 'Тело запроса — не JSON.', en: 'The body of the request is no JSON.' }),
  savedEmpty: (text: string) => ({
    ru: `Что сохранить из ответа, указано не до конца${text && `: «${text}»`}.`,
    en: `What to save of the answer is written in half${text && `: “${text}”`}.`,
  }),
  variable: (text: string) => ({ ru: `«${text}» не может быть именем переменной.`, en: `“${text}” cannot be the name of a variable.` }),
} satisfies Record<string, (text: string) => Words>

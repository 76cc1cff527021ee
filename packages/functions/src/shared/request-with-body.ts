import { defineHostFunction } from '../define-function.ts'
import type { Documentation } from '../function-docs.ts'
import { httpRequest } from './http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from './request-params.ts'

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const params = [
  urlParam,
  {
    name: 'body',
    type: 'any',
    optional: true,
    shown: { type: 'dict|array|text' },
    about: { ru: 'Что отправить.', en: 'What to send.' },
  },
  headersParam,
  saveParam,
] as const

interface Differs extends Pick<Documentation<typeof params>, 'help' | 'examples'> {
  readonly method: Method
}

/** `requests_post` and its like: they differ in the method and in what is said of them. */
export const requestWithBody = ({ method, help, examples }: Differs) =>
  defineHostFunction({
    name: `requests_${method.toLowerCase()}`,
    category: 'requests',
    asksOutside: true,
    params,
    returns: 'text',
    help,
    onError: noAnswer,
    examples,
    failure: null,
    run: (url, body, headers, save, world) => httpRequest({ method, url, body, headers, save }, world),
  })

import { defineHostFunction } from '../define-function.ts'
import { httpRequest } from '../shared/http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from '../shared/request-params.ts'

export const requestsDelete = defineHostFunction({
  name: 'requests_delete',
  category: 'requests',
  asksOutside: true,
  params: [
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
  ],
  returns: 'text',
  help: {
    ru: 'Удаляет данные по адресу (DELETE) и даёт тело ответа.',
    en: 'Deletes what is at an address (DELETE) and gives the body of the answer.',
  },
  onError: noAnswer,
  examples: [{ script: "requests_delete('https://example.org/orders/17')['deleted']", gives: true }],
  failure: null,
  run: (url, body, headers, save, world) => httpRequest({ method: 'DELETE', url, body, headers, save }, world),
})

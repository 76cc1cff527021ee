import { defineHostFunction } from '../define-function.ts'
import { httpRequest } from '../shared/http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from '../shared/request-params.ts'

export const requestsPut = defineHostFunction({
  name: 'requests_put',
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
    ru: 'Заменяет данные по адресу (PUT) и даёт тело ответа.',
    en: 'Replaces what is at an address (PUT) and gives the body of the answer.',
  },
  onError: noAnswer,
  examples: [{ script: "requests_put('https://example.org/orders/17', {'sku': 'B2'})['saved']", gives: true }],
  failure: null,
  run: (url, body, headers, save, world) => httpRequest({ method: 'PUT', url, body, headers, save }, world),
})

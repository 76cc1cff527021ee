import { defineHostFunction } from '../define-function.ts'
import { httpRequest } from '../shared/http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from '../shared/request-params.ts'

export const requestsPatch = defineHostFunction({
  name: 'requests_patch',
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
    ru: 'Меняет часть данных по адресу (PATCH) и даёт тело ответа.',
    en: 'Changes a part of what is at an address (PATCH) and gives the body of the answer.',
  },
  onError: noAnswer,
  examples: [{ script: "requests_patch('https://example.org/orders/17', {'sku': 'B2'})['saved']", gives: true }],
  failure: null,
  run: (url, body, headers, save, world) => httpRequest({ method: 'PATCH', url, body, headers, save }, world),
})

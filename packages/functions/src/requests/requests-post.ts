import { defineHostFunction } from '../define-function.ts'
import { httpRequest } from '../shared/http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from '../shared/request-params.ts'

export const requestsPost = defineHostFunction({
  name: 'requests_post',
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
    ru: 'Отправляет данные (POST) и даёт тело ответа. Словарь и массив уходят как JSON, а с заголовком Content-Type: application/x-www-form-urlencoded – как форма.',
    en: 'Sends data (POST) and gives the body of the answer. A dictionary or array goes as JSON; with the header Content-Type: application/x-www-form-urlencoded, as a form.',
  },
  onError: noAnswer,
  examples: [
    { script: "requests_post('https://example.org/orders', {'sku': 'A1'}, {}, 'order|lines|0|sku -> sku;')\nsku", gives: 'A1' },
    { script: "requests_post('https://example.org/orders', {'sku': 'A1'})\ncustom_answer_status", gives: 201 },
  ],
  failure: null,
  run: (url, body, headers, save, world) => httpRequest({ method: 'POST', url, body, headers, save }, world),
})

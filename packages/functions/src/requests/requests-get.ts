import { defineHostFunction } from '../define-function.ts'
import { httpRequest } from '../shared/http-request.ts'
import { headersParam, noAnswer, saveParam, urlParam } from '../shared/request-params.ts'

export const requestsGet = defineHostFunction({
  name: 'requests_get',
  category: 'requests',
  asksOutside: true,
  params: [
    urlParam,
    {
      name: 'params',
      type: 'any',
      optional: true,
      shown: { type: 'dict' },
      about: { ru: 'Параметры адреса, словарь.', en: 'Parameters of the address, a dictionary.' },
    },
    headersParam,
    saveParam,
  ],
  returns: 'text',
  help: {
    ru: 'Запрашивает адрес (GET) и даёт тело ответа; из JSON сразу получится словарь или массив. Тело – и в custom_answer, код ответа – в custom_answer_status.',
    en: 'Asks an address (GET) and gives the body of the answer; JSON is at once a dictionary or an array. The body is also in custom_answer, the status in custom_answer_status.',
  },
  onError: noAnswer,
  examples: [
    { script: "requests_get('https://example.org/rate', {'currency': 'USD'})['rate']", gives: 92.5 },
    { script: "requests_get('https://example.org/rate', {'currency': 'USD'}, '', 'rate -> usd;')\nusd * 2", gives: 185 },
  ],
  failure: null,
  run: (url, params, headers, save, world) => httpRequest({ method: 'GET', url, params, headers, save }, world),
})

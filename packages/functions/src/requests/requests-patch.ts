import { requestWithBody } from '../shared/request-with-body.ts'

export const requestsPatch = requestWithBody({
  method: 'PATCH',
  help: {
    ru: 'Меняет часть данных по адресу (PATCH) и даёт тело ответа.',
    en: 'Changes a part of what is at an address (PATCH) and gives the body of the answer.',
  },
  examples: [{ script: "requests_patch('https://example.org/orders/17', {'sku': 'B2'})['saved']", gives: true }],
})

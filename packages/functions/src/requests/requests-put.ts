import { requestWithBody } from '../shared/request-with-body.ts'

export const requestsPut = requestWithBody({
  method: 'PUT',
  help: {
    ru: 'Заменяет данные по адресу (PUT) и даёт тело ответа.',
    en: 'Replaces what is at an address (PUT) and gives the body of the answer.',
  },
  examples: [{ script: "requests_put('https://example.org/orders/17', {'sku': 'B2'})['saved']", gives: true }],
})

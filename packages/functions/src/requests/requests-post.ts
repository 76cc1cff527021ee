import { requestWithBody } from '../shared/request-with-body.ts'

export const requestsPost = requestWithBody({
  method: 'POST',
  help: {
    ru: 'Отправляет данные (POST) и даёт тело ответа. Словарь и массив уходят как JSON, а с заголовком Content-Type: application/x-www-form-urlencoded – как форма.',
    en: 'Sends data (POST) and gives the body of the answer. A dictionary or array goes as JSON; with the header Content-Type: application/x-www-form-urlencoded, as a form.',
  },
  examples: [
    { script: "requests_post('https://example.org/orders', {'sku': 'A1'}, {}, 'order|lines|0|sku -> sku;')\nsku", gives: 'A1' },
    { script: "requests_post('https://example.org/orders', {'sku': 'A1'})\ncustom_answer_status", gives: 201 },
  ],
})

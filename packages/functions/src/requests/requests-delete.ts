import { requestWithBody } from '../shared/request-with-body.ts'

export const requestsDelete = requestWithBody({
  method: 'DELETE',
  help: {
    ru: 'Удаляет данные по адресу (DELETE) и даёт тело ответа.',
    en: 'Deletes what is at an address (DELETE) and gives the body of the answer.',
  },
  examples: [{ script: "requests_delete('https://example.org/orders/17')['deleted']", gives: true }],
})

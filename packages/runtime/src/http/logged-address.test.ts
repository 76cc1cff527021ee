import { expect, it } from 'vitest'
import { loggedAddress } from './logged-address.ts'

const token = 'a81bc81bdead4e5dabff90865d1e13b1'

it.each([
  ['/', '/'],
  ['/api/projects/7/clients?tab=all&q=anna', '/api/projects/7/clients?tab=all&q=anna'],
  [`/chat/V1StGXR8_Z5j/history?visitor=anna&after=5`, '/chat/V1StGXR8_Z5j/history?visitor=anna…&after=5'],
  [`/chat/V1StGXR8_Z5j/events?visitor=${token}`, '/chat/V1StGXR8_Z5j/events?visitor=a81b…'],
  [`/book/salon/visit/${token}`, '/book/salon/visit/a81b…'],
  [`/api/${token}/find_client_id_by_platform_id`, '/api/a81b…/find_client_id_by_platform_id'],
  ['/chat-assets/sample-transport-CEj377io.js', '/chat-assets/sample-transport-CEj377io.js'],
  ['/leads?key=a=b', '/leads?key=a=b…'],
])('%s is logged as %s', (address, logged) => {
  expect(loggedAddress(address)).toBe(logged)
})

import type { Express } from 'express'
import { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Request and response classes that carry Express' properties from the beginning. Express changes the prototype of every request and response
 * to give them these, which makes Node 20 throw away what it had optimised: about three times slower on a small POST. When the prototype is
 * already right, the change changes nothing.
 */
export function expressPrototypes(app: Express): { IncomingMessage: typeof IncomingMessage; ServerResponse: typeof ServerResponse } {
  class Request extends IncomingMessage {}
  class Response<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {}
  Object.setPrototypeOf(Request.prototype, app.request)
  Object.setPrototypeOf(Response.prototype, app.response)
  app.request = Request.prototype as typeof app.request
  app.response = Response.prototype as typeof app.response
  return { IncomingMessage: Request, ServerResponse: Response }
}

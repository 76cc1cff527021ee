import type { Request, RequestHandler, Response } from 'express'

/** Looks at a request before anybody answers it; what it throws is the answer. */
export type Look = (req: Request, res: Response) => void

/** One handler for what every request passes: a step of the router for each of them costs more than most of them do. */
export const everyRequest =
  (...looks: readonly Look[]): RequestHandler =>
  (req, res, next) => {
    for (const look of looks) look(req, res)
    next()
  }

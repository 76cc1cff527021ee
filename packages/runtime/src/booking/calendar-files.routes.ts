import { employeeFeedPath, ownVisitFilePath } from '@voronka/api'
import { Router, type RequestHandler, type Response } from 'express'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'
import { servicesOf } from './booking-book.ts'
import { iCalendar } from './icalendar.ts'

/** Calendars as files: whoever knows the address of one may read it, as calendar programs do, which cannot sign in. `guards` stand before each route. */
export function calendarFileRoutes({ visitDesk, bookingPages }: Installation, ...guards: RequestHandler[]): Router {
  const router = Router()
  router.get(employeeFeedPath, ...guards, async (req, res) => {
    const feed = await visitDesk.feed(String(req.params['feed']))
    if (!feed) throw failure('not-found')
    send(res, iCalendar(feed), 'calendar.ics')
  })
  router.get(ownVisitFilePath, ...guards, async (req, res) => {
    const { row, branch, zone } = await bookingPages.ownRow(String(req.params['branch']), String(req.params['visit']))
    const title = `${servicesOf(row)
      .map((service) => service.title)
      .join(', ')}, ${branch.name}`
    send(res, iCalendar({ name: branch.name, zone, address: branch.address, visits: [{ row, title, description: '' }] }), 'visit.ics')
  })
  return router
}

function send(res: Response, text: string, name: string): void {
  res.set({
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  })
  res.send(text)
}

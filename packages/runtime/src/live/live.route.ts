import { getProject, livePath, type LiveEvent } from '@voronka/api'
import { everyProject } from '../accounts/accounts.ts'
import { accepted, type Route } from '../http/answer.ts'
import { recognisedOf } from '../http/call.ts'
import { allowedEvents } from './allowed-events.ts'

/** Proxies close connections on which nothing happens for a minute or so. A session that has expired by itself is noticed then, too. */
const heartbeatMs = 20_000

/** A reader this far behind is cut off; its browser comes back, and the first event tells it the revision, so that it loads what it missed. */
const mostUnreadBytes = 4_000_000

/** `GET /api/projects/:projectId/live`: committed changes of a project as server-sent events, to whom may see them. */
export const liveRoute: Route = (router, { live, projects }) => {
  router.get(livePath, async (req, res) => {
    const { projectId } = accepted(getProject.read({ params: req.params, query: {}, body: undefined }))
    const { actor, again } = recognisedOf(req)

    // Listening comes before the first look: what happens in between is told twice rather than not at all.
    const early: LiveEvent[] = []
    let tell = (event: LiveEvent): void => void early.push(event)
    // A reader who may have missed something is sent away: he comes back, and is told the present revision first.
    const missed = () => void (res.headersSent && res.end())
    const end = () => (res.headersSent ? void res.end() : void res.destroy())
    const events = allowedEvents({ actor, again, tell: (event) => tell(event), end })
    const ways = [live.subscribe(projectId, events.hear, missed), live.subscribe(everyProject, events.hear)]
    const leave = () => ways.forEach((way) => way())
    res.on('close', leave)
    const { revision } = await projects.find(projectId).catch((error: unknown) => {
      leave()
      throw error
    })

    tell = (event) => {
      res.write(`data: ${JSON.stringify(event)}\n\n`)
      if (res.writableLength > mostUnreadBytes) res.destroy()
    }
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
    res.write('retry: 1000\n\n')
    tell({ type: 'hello', revision })
    early.forEach(tell)
    const heartbeat = setInterval(() => {
      res.write(': still here\n\n')
      events.look()
    }, heartbeatMs).unref()
    res.on('close', () => clearInterval(heartbeat))
  })
}

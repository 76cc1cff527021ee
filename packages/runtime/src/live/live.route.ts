import { getProject, livePath, type LiveEvent } from '@voronka/api'
import { accepted, type Route } from '../http/answer.ts'

/** Proxies close connections on which nothing happens for a minute or so. */
const heartbeatMs = 20_000

/** A reader this far behind is cut off; its browser comes back, and the first event tells it the revision, so that it loads what it missed. */
const mostUnreadBytes = 4_000_000

/** `GET /api/projects/:projectId/live`: committed changes of a project as server-sent events. */
export const liveRoute: Route = (router, { live, projects }) => {
  router.get(livePath, async (req, res) => {
    const { projectId } = accepted(getProject.read({ params: req.params, query: {}, body: undefined }))

    // Listening comes before the first look: what happens in between is told twice rather than not at all.
    const early: LiveEvent[] = []
    let tell = (event: LiveEvent): void => void early.push(event)
    // A reader who may have missed something is sent away: he comes back, and is told the present revision first.
    const missed = () => void (res.headersSent && res.end())
    const leave = live.subscribe(projectId, (event) => tell(event), missed)
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
    const heartbeat = setInterval(() => res.write(': still here\n\n'), heartbeatMs).unref()
    res.on('close', () => clearInterval(heartbeat))
  })
}

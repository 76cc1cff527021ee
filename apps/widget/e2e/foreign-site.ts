/** A site of somebody else: another origin than the server, whose every page has the given line in its head. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ForeignSite {
  readonly url: string
  stop(): Promise<void>
}

export async function foreignSite(head: string, body = ''): Promise<ForeignSite> {
  const policy =
    "default-src 'none'; img-src data:; script-src http://127.0.0.1:*; connect-src http://127.0.0.1:*; frame-src http://127.0.0.1:*"
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    res.end(
      `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // Another host, too: for a browser this is another site, and what it stores is kept apart.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    stop: () => new Promise((stopped) => void server.close(() => stopped()).closeAllConnections()),
  }
}

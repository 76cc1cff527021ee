import { z } from 'zod'

/** A site that may show a page of ours in a frame: its host, with `*.` in front all below it as well, with a port where it is not the usual one. */
export const siteSchema = z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?$/i, 'A domain like example.com')

import { createHash } from 'node:crypto'
import type { Line } from '../channel-port.ts'

/** What Telegram sends with each call to us; nobody can tell the address from it, or it from the address. */
export const secretOf = ({ connection }: Line): string => createHash('sha256').update(`telegram ${connection.inboundKey}`).digest('hex')

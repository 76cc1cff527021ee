import { id } from './endpoint.ts'

/** What the calls about one client have in common: they are listed together, name him, and are open to who works with clients. */
export const clientsTag = 'Clients'
export const ofClient = { projectId: id, clientId: id }
export const viewClients = { section: 'clients', level: 'view' } as const
export const interactWithClients = { section: 'clients', level: 'edit', right: 'clients.interact' } as const

export { ConnectionCard } from './ConnectionCard.tsx'
export { connectionsQuery } from './connections.query.ts'

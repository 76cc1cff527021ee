/** The queue of the outbox in which a connection's messages wait, and that of the files that are brought from it. */
export const queueOfMessages = (messenger: string, connection: number): string => `${messenger}/${connection}`
export const queueOfFiles = (messenger: string, connection: number): string => `${messenger}-files/${connection}`

export const connectionOf = (queue: string): number => Number(queue.slice(queue.lastIndexOf('/') + 1))

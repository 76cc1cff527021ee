/** Every address has a queue of its own: a slow one delays nobody else's messages. */
export const queueOfWebhook = (id: number): string => `webhook:${id}`

export const webhookOfQueue = (queue: string): number => Number(queue.slice('webhook:'.length))

export const placeOfSecret = (project: number, id: number): string => `project:${project}:webhook.${id}`

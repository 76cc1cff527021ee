import { definePublicAction, success } from '../action.ts'

/** Older libraries still ask; nobody subscribes where there is no such channel. */
export const vkSubscribers = definePublicAction({
  name: 'vk_subscribers',
  needs: 'clients.read',
  run: () => Promise.resolve({ ...success, subscribers: [] }),
})

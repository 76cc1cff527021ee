import { definePublicAction, success } from '../action.ts'

/** Older libraries still ask; nobody subscribes where there is no such channel. */
export const checkInstaSubscription = definePublicAction({
  name: 'check_insta_subscription',
  needs: 'clients.read',
  run: () => Promise.resolve({ ...success, subscribed: false }),
})

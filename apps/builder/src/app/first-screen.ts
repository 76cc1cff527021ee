import { untilAnswered } from './ask-early.ts'
import { router } from './router.tsx'

/** For so long a page stays empty; what is not there by then is drawn without what is missing. */
const patienceMs = 400

/**
 * Resolves when the first screen can be drawn at once and whole: its code is there, and what was asked early is answered. Drawn in steps it would be there
 * later: each step is work of its own, and React holds back for a while what comes in the place of something that it has just drawn.
 */
export async function firstScreen(): Promise<void> {
  // That it failed is shown by what is drawn then; it ends only once that was.
  router.load().catch(() => undefined)
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname)
  const code = routes.map(({ options }) => options.component?.preload?.())
  const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([Promise.all(code).then(untilAnswered), patience])
}

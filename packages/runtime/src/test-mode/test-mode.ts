import type { Router } from 'express'
import { systemResolver } from '../egress/judged-address.ts'
import type { Installation, InstallationOptions } from '../installation.ts'
import { seededRandom } from '../seeded-random.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { createFaults } from './fault-points.ts'
import { testModeRoutes } from './test-mode.routes.ts'

export interface TestMode {
  /** What an installation in test mode is made with. */
  readonly options: Pick<InstallationOptions, 'clock' | 'random' | 'resolve' | 'faults'>
  routes(installation: Installation): Router
}

/**
 * A whole server whose time stands still until it is moved, whose random numbers follow a seed, whose storage and senders fail where it is asked for, and that
 * looks names up where a test says (reliability-promises, section 17). Only for servers that nobody else reaches: the settings see to that.
 */
export function createTestMode(): TestMode {
  const clock = new VirtualClock(Date.now())
  const faults = createFaults()
  const names = new Map<string, readonly string[]>()
  let draw = seededRandom(1)
  return {
    options: {
      clock,
      faults,
      random: () => draw(),
      resolve: async (host) => names.get(host.toLowerCase()) ?? systemResolver(host),
    },
    routes: (installation) =>
      testModeRoutes({
        clock,
        faults,
        names,
        seed: (seed) => (draw = seededRandom(seed)),
        settle: () => installation.worker.settled(),
      }),
  }
}

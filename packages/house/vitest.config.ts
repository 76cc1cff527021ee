import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** On PostgreSQL, too, run the tests of what stands on the database: `talk` and `serve` open one there. */
const onPostgres = [
  'packages/runtime/test/{http,public-api}/**/*.test.ts',
  'packages/runtime/src/{worker,web-chat,clients,projects,test-chat}/**/*.test.ts',
]

/** They measure how time grows, or tell it in milliseconds: nothing else runs beside them. */
const measuring = [
  'packages/calculator/src/{syntax/linear,pattern/pattern}.test.ts',
  'packages/functions/src/shared/{linear-time,edit-distance}.test.ts',
  'packages/flow/src/matcher/matcher.test.ts',
  'packages/flow/src/model/{apply-edits,checks/checks}.test.ts',
  'packages/runtime/test/answers-quickly.test.ts',
  'packages/runtime/src/processes/take-over.test.ts',
  'packages/runtime/src/db/{urgency,group-commit}.test.ts',
]

/** The standard leaves one core to a person at the screen. */
const maxWorkers = Math.min(availableParallelism(), 4)

/** Groups run one after another: a worker that goes from one project to another would load all code anew. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    // Loading the code anew for each file would take longer than all tests: no file leaves anything behind in a module.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Of what comes to pass soon; a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    globalSetup: ['packages/runtime/test/postgres.setup.ts'],
    setupFiles: ['packages/house/src/fuzz.setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          maxWorkers,
          sequence: { groupOrder: 0 },
          include: ['packages/*/{src,test}/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...measuring],
        },
      },
      {
        extends: true,
        test: { name: 'measuring', maxWorkers: 1, sequence: { groupOrder: 2 }, include: measuring },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          maxWorkers,
          sequence: { groupOrder: 1 },
          // A turn there is some twenty journeys to another process.
          testTimeout: 120_000,
          include: onPostgres,
          // What is about SQLite's file itself, and about starts, which bring their own database.
          exclude: [
            '**/*.store.test.ts',
            'packages/runtime/test/http/{health,start}.test.ts',
            // Some thousand calls, which are about what is read of them and answered. EVERYTHING=1 runs them here, too.
            ...(process.env['EVERYTHING'] ? [] : ['packages/runtime/test/http/{fuzz/fuzz,crm-routes}.test.ts']),
            'packages/runtime/test/public-api/rules.test.ts',
            // The same race is run there by two processes (processes/take-over.test.ts).
            'packages/runtime/src/worker/booking-race.test.ts',
          ],
          provide: { database: 'postgres' },
          setupFiles: ['packages/runtime/test/on-postgres.ts'],
        },
      },
    ],
  },
})

/**
 * Before each test file: properties are tried with the same inputs in every run, so that what fails here fails everywhere, and no change fails for an input that it
 * has nothing to do with. `FUZZ_SEED=random`, or a number, tries others; a property that fails names the seed that fails again.
 */
import fc from 'fast-check'

const asked = process.env['FUZZ_SEED'] ?? '20260310'
const seed = Number(asked)
if (asked !== 'random' && !Number.isInteger(seed)) throw new Error(`FUZZ_SEED is "random" or a whole number, not "${asked}".`)

// Without a seed the library draws one.
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(asked !== 'random' && { seed }) })

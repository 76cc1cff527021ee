import { machineExaminations } from './machine.ts'
import { messengerExaminations } from './messengers.ts'
import { postgresExaminations } from './postgres.ts'
import { reachExaminations } from './reach.ts'
import { safetyExaminations } from './safety.ts'
import { sqliteExaminations } from './sqlite.ts'
import { error, type Finding, type Patient } from './finding.ts'

const all = [
  ...machineExaminations,
  ...sqliteExaminations,
  ...postgresExaminations,
  ...safetyExaminations,
  ...reachExaminations,
  ...messengerExaminations,
]

/** Looks at everything that this installation stands on, also while it runs, and changes nothing (reliability-promises, section 17). */
export async function examine(patient: Patient): Promise<Finding[]> {
  const kind = patient.settings.databaseUrl === '' ? 'sqlite' : 'postgres'
  const findings: Finding[] = []
  for (const { name, of, look } of all) {
    if (of !== 'any' && of !== kind) continue
    try {
      findings.push({ name, ...(await look(patient)) })
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault)
      findings.push({
        name,
        ...error(`It could not be looked at: ${why}`, 'Do away with what the sentence names, and ask the doctor again.'),
      })
    }
  }
  return findings
}

export { VersionsPage } from './VersionsPage.tsx'
export { DiffSummary } from './DiffSummary.tsx'
export { diffRows } from './diff-rows.ts'
export type { DiffRow } from './diff-rows.ts'

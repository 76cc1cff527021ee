export * from './AudienceFields.tsx'
export * from './Sample.tsx'
export * from './everybody.ts'

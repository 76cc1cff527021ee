export * from './AudienceFields.tsx'
export * from './Sample.tsx'

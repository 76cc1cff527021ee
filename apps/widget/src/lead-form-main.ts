import { showLeadForms } from './lead-form.ts'

showLeadForms(import.meta.url)

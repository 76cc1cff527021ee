export { ClientDialogue } from './ClientDialogue.tsx'
export { ClientsPage } from './ClientsPage.tsx'

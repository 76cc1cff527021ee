export { ClientsPage } from './ClientsPage.tsx'

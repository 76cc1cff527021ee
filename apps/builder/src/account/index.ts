export { AccountPage } from './AccountPage.tsx'
export { ConfirmDialog } from './ConfirmDialog.tsx'

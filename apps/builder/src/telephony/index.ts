export { TelephonyPage } from './TelephonyPage.tsx'

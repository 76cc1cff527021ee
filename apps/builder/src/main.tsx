import './app/first-texts.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/App.tsx'
import { startLanguage } from './app/language.ts'
import { showTheme } from './app/theme.ts'
import './app/theme.css'

// zod would compile its readers with `new Function`, which the content security policy forbids.
z.config({ jitless: true })

showTheme()
await startLanguage()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )

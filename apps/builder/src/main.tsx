import './app/first-steps.ts'
import './app/first-texts.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/App.tsx'
import { firstScreen } from './app/first-screen.ts'
import { startLanguage } from './app/language.ts'
import { showTheme } from './app/theme.ts'
import './app/theme.css'

// zod would compile its readers with `new Function`, which the content security policy forbids.
z.config({ jitless: true })

showTheme()
void draw()

/** Not awaited by the script itself: the code of a screen is made of it and could not run before it has come to its end. */
async function draw(): Promise<void> {
  await Promise.all([startLanguage(), firstScreen()])
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

import { Toaster as Base } from 'sonner'
import { useDarkness } from '../app/theme.ts'

export { toast } from 'sonner'

/** Short messages at the bottom. Once around the application. */
export function Toaster() {
  const dark = useDarkness()
  return (
    <Base
      className="print:hidden"
      theme={dark ? 'dark' : 'light'}
      position="bottom-center"
      offset={64}
      gap={8}
      duration={6000}
      toastOptions={{
        classNames: {
          toast: '!rounded-md !border-0 !bg-raised !text-text !text-sm !shadow-float !font-sans !py-3',
          description: '!text-muted whitespace-pre-line',
          actionButton: '!bg-accent-soft !text-accent !rounded-sm !h-7 !text-xs',
        },
      }}
    />
  )
}

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Toaster, TooltipProvider } from '../ui/index.ts'
import { queries } from './query-client.ts'
import { router } from './router.tsx'

export const App = () => (
  <QueryClientProvider client={queries}>
    <TooltipProvider>
      <>
        <RouterProvider router={router} />
        <Toaster />
      </>
    </TooltipProvider>
  </QueryClientProvider>
)

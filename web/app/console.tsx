import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { BrowserRouter } from 'react-router'
import { Problem, upload, whenSignedOut } from '../api.ts'
import { theme } from '../ui/theme.ts'
import { UploaderContext } from '../ui/uploader.ts'
import { Rooms } from './rooms.tsx'

const client = new QueryClient({
  defaultOptions: {
    // A network that is down is said at once: nothing waits in silence until it is back.
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

// A session that ended shows the sign-in page; what was being filled in stays behind it.
whenSignedOut(() => void client.invalidateQueries({ queryKey: ['session'] }))

export function Console() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App className="app">
        <QueryClientProvider client={client}>
          <UploaderContext value={upload}>
            <BrowserRouter basename="/console">
              <Rooms />
            </BrowserRouter>
          </UploaderContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

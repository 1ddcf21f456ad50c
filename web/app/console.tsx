import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { BrowserRouter } from 'react-router'
import { Problem, upload } from '../api.ts'
import { theme } from '../ui/theme.ts'
import { UploaderContext } from '../ui/uploader.ts'
import { Rooms } from './rooms.tsx'

/** A session that ended shows the sign-in page; what was being filled in is lost only if the page is left. */
const onError = (error: Error) => {
  if (error instanceof Problem && (error.code === 'session-ended' || error.code === 'sign-in-needed'))
    void client.invalidateQueries({ queryKey: ['session'] })
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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

const uploadHere: typeof upload = (file) =>
  upload(file).catch((error: Error) => {
    onError(error)
    throw error
  })

export function Console() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App className="app">
        <QueryClientProvider client={client}>
          <UploaderContext value={uploadHere}>
            <BrowserRouter basename="/console">
              <Rooms />
            </BrowserRouter>
          </UploaderContext>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

import { useRef } from 'react'
import { call, newKey, Problem } from '../../api.ts'

/** Sends an act. Pressed again after a dead network, the same act goes with the same key, and so is done once. */
export function usePress() {
  const last = useRef({ sent: '', key: '' })
  return async <T>(path: string, body: object): Promise<T> => {
    const sent = `${path} ${JSON.stringify(body)}`
    if (last.current.sent !== sent) last.current = { sent, key: newKey() }
    const answered = () => {
      last.current = { sent: '', key: '' }
    }
    try {
      const answer = await call<T>(path, { method: 'POST', key: last.current.key, body })
      answered()
      return answer
    } catch (error) {
      if (error instanceof Problem && error.status !== 0 && error.status < 500) answered()
      throw error
    }
  }
}

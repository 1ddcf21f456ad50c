// A small keep-alive HTTP client that costs little: what is measured is the server.
import http from 'node:http'

export function openClient(port, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  return (method, path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
      const request = http.request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          agent,
          headers: bytes ? { ...headers, 'content-type': 'application/json', 'content-length': bytes.length } : headers,
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part) => (text += part))
          response.on('end', () =>
            response.statusCode < 300 ? resolve(text) : reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`)),
          )
        },
      )
      request.on('error', reject)
      request.end(bytes)
    })
}

/** Runs `work` on so many callers at once for some seconds; answers a second and the latencies. `work` returns how many requests it made, and notes each. */
export async function measure(callers, seconds, work) {
  const latencies = []
  const note = async (request) => {
    const began = performance.now()
    const answer = await request
    latencies.push(performance.now() - began)
    return answer
  }
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < end) await work(note, caller)
    }),
  )
  const elapsed = (performance.now() - began) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]
  return { perSecond: latencies.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), count: latencies.length }
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]

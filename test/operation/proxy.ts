import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be cut, as when the server is restarted or a cable pulled. */
export interface Proxy {
  /** The address, led through here. */
  url: string
  /** Ends every connection and refuses new ones. */
  cut(): void
  /** Lets everything hang: nothing is refused, and nothing comes through. */
  freeze(): void
  mend(): void
  close(): Promise<void>
}

/** @param url of the server, such as `postgres://host:5432/name` */
export async function openProxy(url: string): Promise<Proxy> {
  const target = new URL(url)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'open' | 'cut' | 'frozen' = 'open'

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(Number(target.port || 5432), target.hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      near.destroy()
      far.destroy()
      pairs.delete(pair)
    }
    for (const socket of pair) socket.on('error', end).on('close', end)
    near.on('data', (chunk) => state === 'open' && far.write(chunk))
    far.on('data', (chunk) => state === 'open' && near.write(chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`

  const endAll = () => {
    for (const [near] of pairs) near.destroy()
  }
  return {
    url: through.href,
    cut() {
      state = 'cut'
      endAll()
    },
    freeze() {
      state = 'frozen'
    },
    mend() {
      // What hung stays lost: its connection is at no known place of the protocol any more.
      if (state === 'frozen') endAll()
      state = 'open'
    },
    async close() {
      endAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

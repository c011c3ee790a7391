/** A utility process that answers what it hears; with `slow` it begins to listen a little later. */
const { parentPort } = process

function exitCode(data: unknown): number | undefined {
  return typeof data === 'object' && data !== null && 'exit' in data ? Number(data.exit) : undefined
}

function listen(): void {
  parentPort.on('message', ({ data }: { data: unknown }) => {
    const code = exitCode(data)
    if (code === undefined) parentPort.postMessage({ echo: data, type: process.type })
    else process.exit(code)
  })
}

if (process.argv[2] === 'slow') setTimeout(listen, 50)
else listen()

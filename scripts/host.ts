import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { developmentData } from './development-data.ts'
import { runHost, type RunHostOptions } from './run-host.ts'

const usage = 'npm run host -- [--port 0] [--user-data FOLDER] [--language en] [--demo]'

function stop(words: string): never {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

/** @throws in words for anything it does not know */
function readOptions(): RunHostOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      'user-data': { type: 'string', default: developmentData() },
      language: { type: 'string', default: 'en-US' },
      demo: { type: 'boolean', default: false }
    }
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be a number from 0 to 65535')
  return { port, userData: resolve(values['user-data']), language: values.language, demo: values.demo }
}

function optionsOrStop(): RunHostOptions {
  try {
    return readOptions()
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`)
  }
}

// `npm run host`: the app's main process in plain Node. The first line on stdout is for programs: {"url": …}.
const print = process.stdout.write.bind(process.stdout)
runHost(optionsOrStop(), (url) => print(`${JSON.stringify({ url })}\n`)).catch((error: unknown) =>
  stop(error instanceof Error ? (error.stack ?? error.message) : String(error))
)

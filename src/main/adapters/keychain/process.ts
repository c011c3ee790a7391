/**
 * Entry of the keychain's own process. keytar calls into the system's keychain, which may block for as long as a
 * password prompt is open, or crash; neither may happen to the process that holds the windows.
 */
import { createRequire } from 'node:module'
import type * as Keytar from 'keytar'
import { questionSchema, type Answer, type Question } from './messages'

const longestWords = 300

let keytar: typeof Keytar | null = null

/** Loaded on the first question: where libsecret is missing, loading throws, and the answer can say so. */
function library(): typeof Keytar {
  // What the package exports stands in its own type declarations; require() knows nothing of it.
  keytar ??= createRequire(import.meta.url)('keytar') as typeof Keytar
  return keytar
}

// Never keytar.findCredentials: with a locked keyring it takes the process down.
async function act(question: Question): Promise<string | null> {
  const { service, account } = question
  switch (question.deed) {
    case 'get':
      return library().getPassword(service, account)
    case 'set':
      await library().setPassword(service, account, question.secret)
      return null
    case 'delete':
      await library().deletePassword(service, account)
      return null
  }
}

async function answer(question: Question): Promise<Answer> {
  const { id } = question
  try {
    return { id, ok: true, value: await act(question) }
  } catch (error) {
    return { id, ok: false, words: wordsOf(error, question) }
  }
}

/** The library's words, without the secret, should it ever quote what it was given. */
function wordsOf(error: unknown, question: Question): string {
  const words = error instanceof Error ? error.message : String(error)
  const clean = question.deed === 'set' ? words.replaceAll(question.secret, '[hidden]') : words
  return clean.slice(0, longestWords)
}

const { parentPort } = process
parentPort.on('message', ({ data }) => {
  void answer(questionSchema.parse(data)).then((said) => parentPort.postMessage(said))
})
parentPort.postMessage({ ready: true })

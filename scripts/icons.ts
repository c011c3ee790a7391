import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawIcons } from './packaging/icon-files.ts'
import { projectRoot } from './project-root.ts'

// `npm run icons`: draws all icons anew from resources/icon.svg. Their files are kept in the repository.
for (const [path, bytes] of await drawIcons(projectRoot)) {
  writeFileSync(join(projectRoot, path), bytes)
  process.stdout.write(`${path} (${bytes.length} bytes)\n`)
}

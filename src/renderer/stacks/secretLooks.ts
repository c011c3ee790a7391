import { mdiHelpCircleOutline, mdiKeyAlertOutline, mdiMemory, mdiShieldKeyOutline } from '@mdi/js'
import type { SecretPlace } from '@shared/domain/stack'

/** Icon and colour of where a secret is; the words are under `settings.stacks.secret`. */
export const secretLooks: Readonly<Record<SecretPlace, { readonly icon: string; readonly color: string }>> = {
  keychain: { icon: mdiShieldKeyOutline, color: 'quiet' },
  memory: { icon: mdiMemory, color: 'unsure' },
  missing: { icon: mdiKeyAlertOutline, color: 'needsyou' },
  unknown: { icon: mdiHelpCircleOutline, color: 'unsure' }
}

import {
  mdiAccountAlertOutline,
  mdiCloudCheckOutline,
  mdiCloudOffOutline,
  mdiCloudQuestionOutline,
  mdiCloudSyncOutline,
  mdiKeyAlertOutline
} from '@mdi/js'
import type { Connection } from '@shared/ipc/channels'

/** Icon and colour of each connection; the words are under `common.connection`. */
export const connectionLooks: Readonly<Record<Connection, { readonly icon: string; readonly color: string }>> = {
  no_stack: { icon: mdiCloudQuestionOutline, color: 'quiet' },
  checking: { icon: mdiCloudSyncOutline, color: 'quiet' },
  online: { icon: mdiCloudCheckOutline, color: 'confirmed' },
  offline: { icon: mdiCloudOffOutline, color: 'unsure' },
  signed_out: { icon: mdiAccountAlertOutline, color: 'needsyou' },
  no_secret: { icon: mdiKeyAlertOutline, color: 'needsyou' }
}

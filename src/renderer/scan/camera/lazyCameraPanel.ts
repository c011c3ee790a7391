import { defineAsyncComponent } from 'vue'

/** The camera's panel, loaded when somebody first reads a label with it. */
export const LazyCameraPanel = defineAsyncComponent(() => import('./CameraPanel.vue'))

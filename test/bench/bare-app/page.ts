import 'vuetify/styles'
import { createApp } from 'vue'
import { createVuetify } from 'vuetify'
import BarePage from './BarePage.vue'

createApp(BarePage).use(createVuetify()).mount('#app')

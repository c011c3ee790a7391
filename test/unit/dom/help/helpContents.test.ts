import { expect, test } from 'vitest'
import HelpContents from '@/help/HelpContents.vue'
import { topicsIn } from '@/help/topics'
import { standIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'

test('all topics are there again when what was looked for is cleared', async () => {
  standIn()
  const topics = topicsIn('en')
  const { page } = show(HelpContents, { props: { topics } })
  await page.get('input').setValue('zzz')
  expect(page.findAll('li')).toHaveLength(0)
  await page.get('.v-field__clearable [role=button], .v-field__clearable i').trigger('click')
  expect(page.findAll('li')).toHaveLength(topics.length)
})

import { testModel } from './modelTest'

testModel('amongOthers', 'what others have changed is asked about, and neither overwritten nor imagined', [
  'refused',
  'conflict'
])

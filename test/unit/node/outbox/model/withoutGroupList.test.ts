import { testModel } from './modelTest'

testModel('withoutGroupList', 'what a server does not show is asked about, and not done twice', [
  'refused',
  'conflict',
  'cannot_tell'
])

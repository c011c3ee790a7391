import { testModel } from './modelTest'

testModel('groups', 'groups come and go in order with the things in them, whoever else works on them', [
  'refused',
  'conflict'
])

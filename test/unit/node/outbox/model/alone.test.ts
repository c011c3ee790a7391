import { testModel } from './modelTest'

testModel(
  'alone',
  'whatever happens, every wish comes true once and in order, and nobody is asked but about a refusal',
  ['refused']
)

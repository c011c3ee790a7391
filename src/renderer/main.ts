// In this order: all else needs the policy from its first line on, and what is asked early is answered early.
import './trustedTypes'
import './firstQuestions'
import './page'

// In this order: all else needs the policy from its first line on.
import './trustedTypes'
import './page'

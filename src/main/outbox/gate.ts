/** Why a whole stack's sending rests. */
export type GateState = 'open' | 'offline' | 'signed_out' | 'secret_missing'

import { buildAurora } from './demo-aurora.ts'
import { buildHarbour } from './demo-harbour.ts'
import { buildOddities } from './demo-oddities.ts'
import type { SiteBuilder } from './builder.ts'
import { buildClinic } from './demo-clinic.ts'

/** A box of new things and three customers' buildings, with one thing for every trouble worth seeing. */
export function buildDemo(site: SiteBuilder): void {
  buildBox(site)
  buildAurora(site)
  buildClinic(site)
  buildHarbour(site)
  buildOddities(site)
}

/** What the technician carries: new, in no group, ready to be installed. */
function buildBox(site: SiteBuilder): void {
  site.thing({ imc: 'TSPR04', role: 'readyPresence' })
  site.thing({ imc: 'TSEN01', role: 'readyEnvironment' })
  site.thing({ imc: 'TSPD04' })
  site.thing({ imc: 'TSAR02', role: 'readyAir' })
  site.thing({ imc: 'TSRU02', role: 'readyRugged' })
  site.thing({ imc: 'TSGW03', role: 'readyGateway' })
  site.thing({ imc: 'TSLK02' })
  site.thing({ imc: 'TSPR04' })
}

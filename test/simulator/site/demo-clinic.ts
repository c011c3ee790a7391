import type { SiteBuilder, ThingPlan } from './builder.ts'

/** A clinic in Sweden: its gateway lost its line this morning. */
export function buildClinic(site: SiteBuilder): void {
  const by = 'mikael.strand@nordlys.example'
  const group = site.group('prse00mariakliniken', 'Mariakliniken, Stockholm')
  const common = { status: 'installed', group, by, place: [59.3186, 18.0639] } as const
  const gateway = site.thing({ imc: 'TSGW04', role: 'clinicGateway', ...common, daysAgo: 120 })
  const lost = site.thing({ imc: 'TSGW03', role: 'activeAlert', ...common, daysAgo: 119, silentDays: 0.4 })
  const plan = (more: ThingPlan) => site.thing({ ...common, gateway, ...more })

  plan({ imc: 'TSPR04', daysAgo: 118 })
  plan({ imc: 'TSPR04', daysAgo: 118 })
  plan({ imc: 'TSEN01', daysAgo: 117, placeAsText: true })
  const untidy = plan({ imc: 'TSPD04', role: 'untidy', daysAgo: 117, untidy: true })
  const leakage = plan({ imc: 'TSLK02', role: 'leakage', daysAgo: 40 })
  plan({ imc: 'TSAN01', role: 'angle', daysAgo: 33 })

  site.alert(lost, 'gateway connection lost', 9.5, null)
  site.alert(lost, 'gateway connection lost', 500, 498)
  site.alert(leakage, 'leakage suspected', 1, -24 * 7)
  site.alert(untidy, 'heartbeat missed', 'ever', 24 * 116)
  site.pastCommand(leakage, { tsmId: 12200, tsmEv: 30, transactionId: 52_310, leakageMode: 1 }, 39 * 24, by)
}

import type { SiteBuilder, ThingPlan } from './builder.ts'

/** A cold store at a German port: rugged sensors, fill levels and a gate. */
export function buildHarbour(site: SiteBuilder): void {
  const by = 'j.petersen@kaiservice.example'
  const group = site.group('prde00hafenlager3', 'Hafenlager 3, Hamburg')
  const common = { status: 'installed', group, by, place: [53.5327, 9.9323] } as const
  const gateway = site.thing({ imc: 'TSGW03', role: 'harbourGateway', ...common, daysAgo: 80 })
  const plan = (more: ThingPlan) => site.thing({ ...common, gateway, ...more })

  plan({ imc: 'TSRU02', role: 'rugged', daysAgo: 79 })
  plan({ imc: 'TSRU02', daysAgo: 79 })
  const container = plan({ imc: 'TSTF02', role: 'distance', daysAgo: 78 })
  plan({ imc: 'TSTF01', daysAgo: 78, placeAsText: true })
  plan({ imc: 'TSTF04', role: 'beam', daysAgo: 77 })

  site.earlier(container, 'uninstalled', 85, by)
  site.earlier(container, 'installed', 95, 'mikael.strand@nordlys.example')
}

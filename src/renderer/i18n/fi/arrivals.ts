import type { Translation } from '../translation'
import type { arrivals as en } from '../en/arrivals'

export const arrivals: Translation<typeof en> = {
  title: 'Ennen kuin lähdet',
  allRight: 'Kaikki on vahvistettu ja kuultu, eikä mikään hälytä. Voit lähteä.',
  settled: 'Mikään ei odota, asennetut on kuultu, eikä mikään hälytä. Voit lähteä.',
  notAllRight: 'Kaikki ei ole vielä kunnossa. Mitä paikan päällä voi tehdä, on helpointa tehdä nyt.',
  nothing: 'Tällä käynnillä ei asennettu mitään, joten mitään ei odoteta kuuluvaksi.',
  cutOff: 'Palvelimelta ei voi nyt kysyä. Tässä on, mitä aiemmin tiedettiin.',
  cutOffSince: 'Palvelimelta ei voi nyt kysyä. Tilanne {time}.',
  ended: 'Tämä käynti on päättynyt. Hiljaisia laitteita kuunnellaan vuorokausi asennuksesta.',
  lines: 'Mikä on kunnossa ja mikä ei',
  heard: 'Yhtään laitetta ei ole vielä kuultu | {count}/{all} kuultu | {count}/{all} kuultu',
  silent: 'Yksikään laite ei ole hiljaa | 1 laite on hiljaa | {count} laitetta on hiljaa',
  alerting: 'Hälytyksiä ei tiedossa | 1 laite hälyttää | {count} laitetta hälyttää',
  waiting: 'Mikään ei odota lähetystä | 1 odottaa lähetystä | {count} odottaa lähetystä',
  needYou: 'Mikään ei odota sinua | 1 odottaa sinua | {count} odottaa sinua',
  meanings: {
    silent: 'Alla kerrotaan laitetyypeittäin, mitä kannattaa kokeilla.',
    alerting: 'Katso ennen lähtöä, mistä se hälyttää. | Katso ennen lähtöä, mistä ne hälyttävät.',
    waiting:
      'Se on tallessa tällä koneella ja lähtee itsestään, kun yhteys on. | Ne ovat tallessa tällä koneella ja lähtevät itsestään, kun yhteys on.',
    needYou: 'Se odottaa päätöstäsi eikä toteudu sitä ennen. | Ne odottavat päätöstäsi eivätkä toteudu sitä ennen.'
  },
  check: {
    button: 'Tarkista kaikki nyt',
    stop: 'Keskeytä',
    progress: '{done}/{all} kysytty',
    found:
      'Kysytty juuri: yhtään laitetta ei kuultu | Kysytty juuri: 1 laite kuultiin | Kysytty juuri: {count} laitetta kuultiin',
    noneSilent: 'Kysytty juuri: yksikään laite ei ole hiljaa',
    stopped: 'Keskeytettiin, kun {done}/{all} oli kysytty.'
  },
  silentOf: 'Hiljaiset laitteet ja mitä kokeilla',
  kind: '{kind}: {count}',
  asked: 'Kysytty viimeksi {time}.',
  notAsked: 'Ei vielä kysytty.',
  expected: 'Kuuluu yleensä {typical} minuutin kuluessa virran kytkemisestä: odota kello {time} asti.',
  inOrder: 'Tavallista myöhemmässä, mutta {worst} minuuttiin asti kaikki voi olla kunnossa: odota kello {time} asti.',
  late: 'Yli {worst} minuuttia: laitteen olisi jo pitänyt kuulua.',
  support: 'Jos se on hiljaa {hours} tuntia, vaikka virta on kytketty, ota yhteyttä tukeen.',
  supportNow: 'Hiljaa yli {hours} tuntia: jos virta on kytketty, ota yhteyttä tukeen.',
  gatewayFirst: 'Tarkista, että yhdyskäytävässä on virta, että se kuuluu ja että se on kantaman sisällä.',
  advice: {
    gateway: 'Tarkista verkkovirta ja mobiiliverkon kuuluvuus sen paikalla.',
    gateway_lan: 'Tarkista verkkovirta ja verkkokaapeli.',
    environment: 'Tarkista, että virta on kytketty.',
    environment_rugged: 'Tarkista, että virta on kytketty.',
    presence: 'Heilauta kättä sen edessä: silloin se kuuluu 2–5 minuutissa.',
    distance: 'Tarkista, että virta on kytketty.',
    beam: 'Tarkista, että virta on kytketty.',
    leakage_rugged: 'Tarkista, että virta on kytketty.',
    air: 'Tarkista, että virta on kytketty.',
    angle_rugged: 'Tarkista, että virta on kytketty.',
    count: 'Tarkista verkkovirta.',
    unknown: 'Tarkista, että virta on kytketty.'
  },
  end: 'Päätä käynti',
  endMeaning: 'Odottava lähetetään silti sen jälkeen, ja hiljaisia laitteita kuunnellaan vuorokausi asennuksesta.',
  toVisit: 'Takaisin käyntiin'
}

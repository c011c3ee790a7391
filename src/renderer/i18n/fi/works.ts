import type { Translation } from '../translation'
import type { works as en } from '../en/works'

export const works: Translation<typeof en> = {
  menu: 'Muu työ',
  tabs: 'Työn laji',
  kinds: {
    replace: {
      title: 'Vaihda',
      lead: 'Uusi laite saa vanhan ryhmän, muistiinpanon ja paikan.'
    },
    take_away: {
      title: 'Vie pois',
      lead: 'Laitteen tilaksi tulee Irrotettu, ja se otetaan pois ryhmästään.'
    },
    quarantine: {
      title: 'Karanteeniin',
      lead: 'Laite pannaan syrjään, koska siinä on vikaa. Se pysyy ryhmässään.'
    }
  },
  ask: {
    first: '1. Skannaa vanha laite',
    second: '2. Skannaa uusi laite',
    only: 'Skannaa laite',
    check: 'Tarkista ja tallenna Enterillä'
  },
  roles: { first: 'Vanha', second: 'Uusi', only: 'Laite' },
  drop: 'Ei tätä',
  reading: 'Haetaan tietoja…',
  facts: {
    status: 'Tila',
    group: 'Ryhmä',
    notKnown: 'ei tiedossa',
    queued: '{value}, odottaa jonossa',
    remembered: '{value}, kuten täällä viimeksi nähtiin'
  },
  taken: {
    first: 'Vanha: {kind} {tuid}. Skannaa nyt uusi.',
    second: 'Uusi: {kind} {tuid}.',
    only: '{kind} {tuid}',
    duplicate: '{tuid} on jo skannattu.',
    busy: 'Laitetta {tuid} ei ole vielä tallennettu. Tallenna se tai poista se ja skannaa sitten uudelleen.'
  },
  fate: 'Vanhan tilaksi tulee',
  group: {
    label: 'Uuden ryhmä',
    needed: 'Vanhan ryhmää ei täällä tiedetä, tai sillä ei ole ryhmää. Valitse, mihin uusi kuuluu.'
  },
  reason: {
    label: 'Syy',
    kept: 'Säilyy käynnillä {site}.',
    needed: 'Kerro syy, jotta laitteen löytäjä tietää.',
    lost: 'Käyntiä ei ole kesken, joten syy ei säilyisi missään. Aloita ensin käynti, jos haluat sen talteen.'
  },
  preview: {
    title: 'Tämä tallennetaan',
    count: 'ei mitään | {count} toimenpide | {count} toimenpidettä',
    looks: 'ei tarkistettavaa | {count} kohta tarkistettavana | {count} kohtaa tarkistettavana',
    inherits: 'Se, mitä käynneillä kirjattiin vanhan paikasta, pätee myös uuteen.'
  },
  looks: {
    title: 'Katso vielä kerran',
    learnt: 'Juuri nyt selvisi jotain uutta. Tarkista luettelo ja tallenna sitten.',
    not_known_to_stack: 'Tämä asiakasympäristö ei tunne laitetta {tuid}. Tarkista tarra tai asiakasympäristö.',
    kind_unsure: 'Tarra ei kerro varmasti, mikä {tuid} on. Tarkista, että laitteet ovat samanlaisia.',
    new_installed: 'Uusi laite {tuid} on jo asennettu.',
    new_installed_elsewhere: 'Uusi laite {tuid} on jo asennettu ryhmässä {group}.',
    new_in_group: 'Uusi laite {tuid} otetaan pois ryhmästä {group}.',
    not_installed: 'Laitetta {tuid} ei ole asennettu: sen tila on {status}.',
    already_there: '{tuid}: tila on jo {status}.',
    unusual: '{tuid}: tila on {status}.'
  },
  refusals: {
    same_thing: 'Tämä on se vanha. Skannaa uusi.',
    other_kind: 'Vanha on: {old}. Tämä on: {fresh}. Sen voi korvata vain samanlainen laite.',
    nothing_to_do: 'Palvelimen mukaan kaikki on jo näin. Tallennettavaa ei ole.'
  },
  save: {
    replace: 'Vaihda',
    take_away: 'Vie pois',
    quarantine: 'Pane karanteeniin',
    anyway: '{deed} silti'
  },
  saved: {
    title: 'Tallessa tällä koneella',
    replace: '{second} korvaa laitteen {first}',
    take_away: '{first} viedään pois',
    quarantine: '{first} pannaan karanteeniin',
    undo: 'Peru',
    undone: '{work}: peruttu. Mitään siitä ei lähetetty.',
    begun:
      'Mitään ei peruttu, sillä tämä on jo alkanut: {what}. Sitä seuraavakin tehdään. Korjaa tilanne uudella työllä.'
  }
}

export const updates = {
  title: 'Päivitykset',
  channel: {
    label: 'Tarjottavat versiot',
    stable: 'Kaikille tarkoitetut',
    beta: 'Myös kokeiluversiot'
  },
  check: 'Etsi päivityksiä',
  off: {
    not_installed: 'Tätä kopiota ei ole asennettu, joten se ei päivity itsestään.',
    not_set_up: 'Päivitykset tuo se, joka asensi sovelluksen tälle koneelle.'
  },
  neverChecked:
    'Ei etsitty käynnistyksen jälkeen. Sovellus etsii itse minuutin kuluttua siitä ja sitten kuuden tunnin välein.',
  newest: 'Tämä on uusin versio, katsottu',
  checking: 'Etsitään päivityksiä…',
  downloading: 'Haetaan versiota {version}: {percent} %',
  ready: 'Versio {version} on valmis',
  readyText:
    'Se otetaan käyttöön käynnistämällä uudelleen. Kaikki tallennettu säilyy, ja odottava lähetetään edelleen.',
  restart: 'Käynnistä uudelleen',
  later: 'Myöhemmin',
  laterAtQuit: 'Versio {version} otetaan käyttöön, kun suljet sovelluksen.',
  laterByHand: 'Versio {version} odottaa, kunnes käynnistät sovelluksen uudelleen sillä.',
  sending: 'Jotain lähetetään juuri nyt. Uudelleenkäynnistys onnistuu heti, kun se on valmis.',
  unsaved: {
    title: 'Käynnistetäänkö uudelleen?',
    text: 'Tälle sivulle on kirjoitettu tai lisätty jotain, mitä ei ole tallennettu. Se katoaisi.',
    action: 'Käynnistä tallentamatta'
  },
  faults: {
    unreachable:
      'Päivityspalvelimeen ei saada yhteyttä. Yritä uudelleen, kun yhteys toimii; kaikki muu toimii ennallaan.',
    nothing_there: 'Päivityspalvelimella ei ole versioluetteloa. Kerro koneiden ylläpitäjälle.',
    damaged: 'Haettu tiedosto ei ollut se, mitä luvattiin, joten se hylättiin. Yritä myöhemmin uudelleen.',
    not_trusted: 'Päivitys ei tule tämän sovelluksen tekijöiltä, joten sitä ei otettu. Kerro koneiden ylläpitäjälle.',
    not_placed: 'Päivitystä ei saatu tämän version tilalle. Kaikki jatkuu ennallaan.',
    failed: 'Päivitys ei onnistunut. Kaikki jatkuu ennallaan; loki kertoo lisää.'
  }
}

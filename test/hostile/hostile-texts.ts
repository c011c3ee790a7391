/**
 * Texts a server may send wherever it sends one: markup, what turns a line around, what ends or hides it. None may ever
 * be more than letters on a screen.
 */
export const hostileTexts: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="document.title=\'led astray\'"><b id="planted">bold</b>',
  script: '</textarea></script><script>document.title="led astray"</script>',
  template: '{{ constructor.constructor("document.title=\'led astray\'")() }}',
  'a bidirectional override': 'safe\u202Egpj.exe\u202C',
  'a bidirectional isolate': '\u2067evil\u2069',
  'a zero': 'before\u0000after',
  'line breaks': 'first\r\nsecond\u2028third\u0085fourth',
  'terminal codes': '\u001B[31mred\u001B[0m',
  'what is not seen': 'in\u200Bvis\u00ADible\uFEFF',
  'half a character': 'half \uD83D',
  'a message key': '@:common.cancel {name} | plural'
}

/** What must never reach a screen: it steers instead of being seen. */
export const steering = /[\p{Cc}\p{Cf}\u2028\u2029]/u

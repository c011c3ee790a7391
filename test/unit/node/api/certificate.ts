/**
 * An authority that nobody trusts, and at once the certificate of `localhost`, 127.0.0.1 and `api.example.invalid`.
 * Made for these tests alone: the key protects nothing. Valid from 2020 to 2120.
 */
export const testCertificate = `
-----BEGIN CERTIFICATE-----
MIIBlDCCATqgAwIBAgIBATAKBggqhkjOPQQDAjAgMR4wHAYDVQQDDBVGaWVsZCBJ
bnN0YWxsZXIgdGVzdHMwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
MCAxHjAcBgNVBAMMFUZpZWxkIEluc3RhbGxlciB0ZXN0czBZMBMGByqGSM49AgEG
CCqGSM49AwEHA0IABMM3jBtDbzojbYNB4h50R5a80YYtTRpZkRAMTmlxsfCnAYQ0
RQctdHRQ6wNgihXmb+Z8k+Wligq0Gy/kLUnHLGajYzBhMA8GA1UdEwEB/wQFMAMB
Af8wLwYDVR0RBCgwJoIJbG9jYWxob3N0ghNhcGkuZXhhbXBsZS5pbnZhbGlkhwR/
AAABMB0GA1UdDgQWBBQKZWTcSEZqRR7vFXXz1xYoOXapdTAKBggqhkjOPQQDAgNI
ADBFAiBtNuPddh4GtkhftfzudTKcOd9t46RuEWPY0tXiYBENKQIhAJr0vDeotp6v
MVcPlRig9/aDcYImvBN/G5x9Av0BF9ez
-----END CERTIFICATE-----
`

export const testKey = `
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLNhqFdLZxtRwKgCU
0oIoa/W/NJvKI5qLrFKWC9XkwUyhRANCAATDN4wbQ286I22DQeIedEeWvNGGLU0a
WZEQDE5pcbHwpwGENEUHLXR0UOsDYIoV5m/mfJPlpYoKtBsv5C1Jxyxm
-----END PRIVATE KEY-----
`

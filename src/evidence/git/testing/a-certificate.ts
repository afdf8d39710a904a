import { generateKeyPairSync, sign } from 'node:crypto'

/** A self-signed certificate for one host name, valid until 2049, with its key, both as PEM. */
export function aCertificate(host: string): { key: string; certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, objectId('2a8648ce3d040302'))
  const name = der(0x30, der(0x31, der(0x30, objectId('550403'), der(0x0c, Buffer.from(host)))))
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const names = der(0x30, der(0x82, Buffer.from(host)))
  const extensions = der(0xa3, der(0x30, der(0x30, objectId('551d11'), der(0x04, names))))
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const number = der(0x02, Buffer.from([1]))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const body = der(0x30, version, number, algorithm, name, validity, name, key, extensions)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines = der(0x30, body, algorithm, signature).toString('base64').replaceAll(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

/** One value of the distinguished encoding rules: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
